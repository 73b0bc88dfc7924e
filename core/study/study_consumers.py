"""What takes part in the pass of a study besides its count."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..base.dates import Period
from ..base.messages import GoingOn
from ..mine.land import MineRaster
from ..mine.reclamation import mine_rasters
from ..pattern.centres import CentreCounter
from ..report.maps import Focus
from ..results.discrepancy import DiscrepancyCounter
from ..results.zones import ZoneRaster
from ..scan.combinations import FewCombinations
from ..scan.consumer import Consumer, RasterWriter
from ..scan.thumbnail import HistoryThumbnail, Thumbnail
from ..scan.units import Units
from ..scheme.disturbing_classes import DisturbingClasses
from ..scheme.rules import Rules
from .mined_squares import MinedSquares


@dataclass(frozen=True)
class StudyConsumers:
    """What takes part in the pass of a study, as far as it is wanted.

    Attributes:
        zones: the zone rasters, in the order of the periods.
        mine: the rasters of mined land.
        discrepancy: the count of what the losses of several periods and of the span differ by.
        histories: the count of what cells are at all dates.
        land, units_map: small maps for the report, of the land at its dates and of the units.
        units: what the tables are broken down by.
        centres: where the land of each class lies, for the report.
        squares: mined land by squares on the ground, where there are no units.
        focus: what the maps of the report show.
        going_on: asked whether to go on while these are made.
    """

    zones: Sequence[ZoneRaster] = ()
    mine: Mapping[str, MineRaster] = field(default_factory=dict)
    discrepancy: DiscrepancyCounter | None = None
    histories: FewCombinations | None = None
    land: HistoryThumbnail | None = None
    units_map: Thumbnail | None = None
    units: Units | None = None
    centres: CentreCounter | None = None
    squares: MinedSquares | None = None
    focus: Focus = Focus.AUTO
    going_on: GoingOn = lambda: True

    @property
    def all(self) -> list[Consumer]:
        first = (self.discrepancy, self.histories, self.land, self.units_map)
        others = (*first, self.centres, self.squares)
        wanted = [consumer for consumer in others if consumer is not None]
        return [*self.zones, *self.mine.values(), *wanted]


def study_consumers(
    writer: RasterWriter,
    folder: str,
    periods: Sequence[Period],
    rules: Rules,
    disturbing: DisturbingClasses,
    land: HistoryThumbnail | None = None,
    units_map: Thumbnail | None = None,
    units: Units | None = None,
) -> StudyConsumers:
    """What the pass of a study is made with.

    Args:
        folder: gets the rasters, under names of their own; '' for none.
        periods: from each date to the next, and the span where there are several.
    """
    series = writer.series
    can_lose = disturbing.why_no_losses(series.named_classes) is None
    zones, mine = [], {}
    mined = disturbing.known_to(series.named_classes).mined if can_lose else None

    def path(name: str) -> str:
        return os.path.join(folder, f"{name.replace('-', '_')}.tif")

    if folder:
        zones = [ZoneRaster(writer, path(f"zones_{p.name}"), p, rules) for p in periods]
    if folder and mined:
        paths = {
            "STATUS_MAP": path(f"status_{series.dates[-1].label}"),
            "FIRST_MINED": path("first_mined"),
            "RECLAIMED_BY": path("reclaimed_by"),
        }
        mine = mine_rasters(writer, paths, periods[-1], mined)
    return StudyConsumers(
        zones,
        mine,
        DiscrepancyCounter(series, disturbing) if can_lose and len(series.dates) > 2 else None,
        FewCombinations(series),
        land,
        units_map,
        units,
        CentreCounter(series) if land else None,
        MinedSquares(series, mined) if mined and units is None else None,
    )
