"""QGIS without a GUI, for the tools."""

from __future__ import annotations


def start():
    """Start QGIS with Processing and the plugin; keep a reference to the result."""
    from processing.core.Processing import Processing
    from qgis.testing import start_app

    from carbon_zones.plugin import CarbonZonesPlugin

    application = start_app()
    Processing.initialize()
    plugin = CarbonZonesPlugin()
    plugin.initProcessing()
    return application, plugin
