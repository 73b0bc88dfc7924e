"""Carbon-sink functional zones: rules over the cube, and the zone raster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import numpy as np
from osgeo import gdal

from ..colours import spare_colour
from ..dates import Period
from ..drafts import Drafts
from ..messages import Term
from ..numbers import percent
from ..raster.geotiff import Category, GeoTiff
from ..raster.grid import Grid, Window
from ..scan.block import Block
from ..scan.cell_raster import PairRaster
from ..scan.cube import TransitionCube
from ..scheme.classes import MINE, SINK, Classes, LandClass
from ..scheme.rules import Rules
from ..scheme.zones import Zone, unassigned_zone
from .conversions import ZoneNames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    # The zones of a window's cells, and how many cells have which.
    Zoned = tuple[NDArray[np.uint8], NDArray[np.int64]]

NODATA = 0


class ZoneRow(TypedDict):
    """A row of ZONE_SHARES."""

    period: str
    zone: int
    zone_name: str
    cells: int
    area_ha: float
    share_pct: float | None


class UnassignedRow(TypedDict):
    """A row of UNASSIGNED."""

    period: str
    kind: str
    from_value: int
    from_class: str
    to_value: int
    to_class: str
    cells: int
    area_ha: float
    share_pct: float | None


class ZoneRaster(PairRaster):
    """The zone raster of a period; counts the cells it writes, by zone."""

    def __init__(
        self,
        period: Period,
        path: str | Path,
        drafts: Drafts,
        grid: Grid,
        window: Window,
        classes: Classes,
        rules: Rules,
    ):
        title = f"Carbon zones {period.name}"
        tiff = GeoTiff(path, drafts, grid, window, np.uint8, NODATA, title)
        tiff.set_colours({zone.number: zone_colour(zone) for zone in rules.zones})
        super().__init__(period, tiff, classes, rules.zone_table, NODATA)
        self.cells = np.zeros(256, np.int64)

    def count(self, block: Block) -> Zoned:
        zones: NDArray[np.uint8] = super().count(block)
        return zones, np.bincount(zones.ravel(), minlength=256)

    def merge(self, window: Window, part: Zoned) -> None:
        super().merge(window, part[0])
        self.cells += part[1]

    def set_legend(self, share_rows: list[ZoneRow], zones: list[Zone]) -> None:
        """Names, colours, cells and hectares of the zones, from this period's share rows."""
        by_number = {row["zone"]: row for row in share_rows}
        self.tiff.set_categories(
            [
                Category(
                    zone.number,
                    zone.name,
                    zone_colour(zone),
                    by_number[zone.number]["cells"],
                    by_number[zone.number]["area_ha"],
                    (by_number[zone.number]["share_pct"] or 0.0,),
                )
                for zone in sorted(zones, key=lambda zone: zone.number)
            ],
            (("Share_pct", gdal.GFT_Real),),
        )


def zone_colour(zone: Zone) -> str:
    """The zone's colour, or one of the spare ones for a zone whose table gives none."""
    return zone.colour or spare_colour(zone.number - 1)


def zone_names(classes: Classes, rules: Rules) -> ZoneNames:
    """Zone names by from-name and to-name of the classes, without regard to case."""
    table = rules.zone_table(classes)
    names = {zone.number: zone.name for zone in rules.zones}
    return {
        (one.name.casefold(), other.name.casefold()): names[int(table[i, j])]
        for i, one in enumerate(classes)
        for j, other in enumerate(classes)
    }


def zone_share_rows(cube: TransitionCube, rules: Rules) -> list[ZoneRow]:
    """ZONE_SHARES: every zone of every period, in per cent of all land that counts."""
    table = rules.zone_table(cube.classes)
    rows: list[ZoneRow] = []
    for period, cells, hectares in cube.by_period():
        for zone in rules.zones:
            inside = table == zone.number
            area = float(hectares[inside].sum())
            rows.append(
                {
                    "period": period.name,
                    "zone": zone.number,
                    "zone_name": zone.name,
                    "cells": int(cells[inside].sum()),
                    "area_ha": area,
                    "share_pct": percent(area, cube.total_hectares),
                }
            )
    return rows


def unassigned_rows(
    cube: TransitionCube, rules: Rules, densities: dict[str, float]
) -> list[UnassignedRow]:
    """UNASSIGNED: the conversions that no rule names, largest first, with their kind.

    Args:
        densities: t C/ha by class key (case-folded), to tell a richer sink from a poorer.
    """
    table = rules.zone_table(cube.classes)
    number = unassigned_zone(rules.zones).number
    rows: list[UnassignedRow] = []
    for period, cells, hectares in cube.by_period():
        found = [pair for pair in cube.pairs(cells) if table[pair] == number]
        for source, target in sorted(found, key=lambda pair: -hectares[pair]):
            one, other = cube.classes[source], cube.classes[target]
            rows.append(
                {
                    "period": period.name,
                    "kind": kind_of(one, other, densities),
                    "from_value": one.value,
                    "from_class": one.name,
                    "to_value": other.value,
                    "to_class": other.name,
                    "cells": int(cells[source, target]),
                    "area_ha": float(hectares[source, target]),
                    "share_pct": percent(hectares[source, target], cube.total_hectares),
                }
            )
    return rows


# The kinds that the default groups can make: the log says them in the user's language, tables
# keep them as they are, and those of a user's own groups are never translated.
GROUP_KINDS = (
    *(Term("sink to built"), Term("sink to water"), Term("sink to mine"), Term("mine to sink")),
    *(Term("mine to built"), Term("mine to water"), Term("from built"), Term("from water")),
)


def kind_of(source: LandClass, target: LandClass, densities: dict[str, float]) -> str:
    """What kind of conversion this is, in words, for the list of unassigned ones."""
    if not source.group or not target.group:
        return Term("class without a group")
    if source.group == SINK and target.group == SINK:
        before = densities.get(source.key.casefold())
        after = densities.get(target.key.casefold())
        if before is None or after is None or before == after:
            return Term("sink to sink")
        return Term("sink to a richer sink") if after > before else Term("sink to a poorer sink")
    if source.group == MINE and target.group == MINE:
        return Term("mine to mine")
    if source.group in (SINK, MINE):
        return Term(f"{source.group} to {target.group}")
    return Term(f"from {source.group}")


def unassigned_by_kind(rows: list[UnassignedRow], period: str) -> list[tuple[str, float, float]]:
    """Kind, hectares and per cent of all land of the unassigned rows of a period."""
    kinds: dict[str, tuple[float, float]] = {}
    for row in rows:
        if row["period"] == period:
            area, share = kinds.get(row["kind"], (0.0, 0.0))
            kinds[row["kind"]] = (area + row["area_ha"], share + (row["share_pct"] or 0.0))
    return [(kind, *sums) for kind, sums in sorted(kinds.items())]


def assigned_hectares(share_rows: list[ZoneRow], rules: Rules) -> tuple[float, float]:
    """Hectares in zones that rules name, and unassigned ones, of one period's share rows."""
    number = unassigned_zone(rules.zones).number
    areas = [row["area_ha"] for row in share_rows if row["zone"] != number]
    return sum(areas), next(row["area_ha"] for row in share_rows if row["zone"] == number)
