"""Carbon Zones: land-use change and carbon-sink functional zones for QGIS Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .plugin import CarbonZonesPlugin


def classFactory(iface: object) -> CarbonZonesPlugin:
    """Return the plugin; entry point called by QGIS."""
    from .plugin import CarbonZonesPlugin

    return CarbonZonesPlugin()
