"""Results of this plugin that were given as land use: zones have values like classes have."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Notes
from ..raster.source import Raster
from ..scheme.defaults import LANGUAGES, default_zones


def note_results(rasters: Sequence[Raster], notes: Notes) -> None:
    """Warn of rasters whose values are to be classes of land use, and that are results.

    A file tells it by its metadata; where a copy has lost them, the names of the zones do.
    """
    zones = {zone.name for language in ("", *LANGUAGES) for zone in default_zones(language)}
    for raster in rasters:
        names = set(raster.legend.names.values())
        if raster.is_result or (names and names <= zones):
            notes.warn(
                "{label} is no land use but a result of Carbon Zones{title}: its values are "
                "taken for classes of land use all the same.",
                label=raster.label,
                title=f" ({raster.title})" if raster.title else "",
            )
