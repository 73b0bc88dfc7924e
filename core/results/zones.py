"""Carbon-sink functional zones: zone areas by rules, and the zone raster.

Also unassigned land, by conversion and kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import ByteArray, IntArray, compute_percent
from ..base.table import Row, Table, filter_rows
from ..raster.geotiff import RasterCategory
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.cell_raster import ClassPairRaster
from ..scan.consumer import RasterWriter
from ..scan.count_result import CountResult, TransitionCube
from ..scan.units import UnitColumns, period_suffix, sanitize_key
from ..scheme.classes import FOREST_KEY, MINE, MINED_LAND, SINK, LandClass
from ..scheme.disturbance_types import GROUP_TERMS
from ..scheme.zone_rules import (
    ENHANCEMENT_KEY,
    MapZones,
    Zone,
    ZoneRules,
    unassigned_zone,
    zone_colour,
)
from .closure import Check

if TYPE_CHECKING:
    # Zones of the cells of a window, and number of cells by zone.
    Zoned = tuple[ByteArray, IntArray]

NODATA = 0

ZONE_SHARES = "period zone zone_name cells area_ha share_pct"
UNASSIGNED = "period kind from_value from_class to_value to_class cells area_ha share_pct"


class ZoneRaster(ClassPairRaster):
    """Zone raster of a period; counts the written cells by value."""

    def __init__(self, writer: RasterWriter, path: str | Path, period: Period, rules: ZoneRules):
        self._shown = MapZones(rules, writer.series.named_classes)
        self._words = writer.translate
        colours = {zone.value: zone_colour(zone) for zone in self._shown.zones}
        title = Message("Carbon zones {period}", period=period.name)
        tiff = writer.create_geotiff(path, period, title, np.uint8, NODATA, colours)
        super().__init__(period, tiff, self._shown.zone_matrix)
        self.cells = np.zeros(256, np.int64)

    @property
    def cells_by_zone(self) -> IntArray:
        """Cells by zone value, shape (256,); persistent land is added to the unassigned zone."""
        cells = self.cells.copy()
        for zone in self._shown.lasting:
            cells[self._shown.unassigned] += self.cells[zone.value]
        return cells

    def process_block(self, block: Block) -> Zoned:
        zones: ByteArray = super().process_block(block)
        return zones, np.bincount(zones.ravel(), minlength=256)

    def merge_block(self, window: Window, part: Zoned) -> None:
        super().merge_block(window, part[0])
        self.cells += part[1]

    def finalize_results(self, census: CountResult) -> None:
        """Write names, colours, cells and hectares of the values."""
        period_index = census.cube.periods.index(self.period)
        zones = sorted(self._shown.zones, key=lambda zone: zone.value)
        rows = period_zone_rows(
            census.cube, period_index, zones, self._shown.zone_matrix(census.cube.classes)
        )
        categories = []
        for zone, row in zip(zones, rows):
            named = zone.value, self._words(zone.name), zone_colour(zone)
            share = row["share_pct"] or 0.0
            categories.append(RasterCategory(*named, row["cells"], row["area_ha"], (share,)))
        self.tiff.set_categories(categories, (("Share_pct", gdal.GFT_Real),))
        self.tiff.close()


def zone_share_rows(cube: TransitionCube, rules: ZoneRules) -> Table:
    """Return ZONE_SHARES: ha, % of the analysed area; default rules Yang et al. 2022, table 1."""
    table = rules.zone_matrix(cube.classes)
    parts = [period_zone_rows(cube, n, rules.zones, table) for n in range(len(cube.periods))]
    return Table.concatenate_tables(parts, ZONE_SHARES)


def period_zone_rows(
    cube: TransitionCube, period_index: int, zones: Sequence[Zone], table: ByteArray
) -> Table:
    """Return the rows of a period; `table`: zones by from- and to-class, (classes, classes)."""
    name, rows = cube.periods[period_index].name, []
    for zone in zones:
        inside = table == zone.value
        cells = int(cube.cells[period_index][inside].sum())
        area = float(cube.hectares[period_index][inside].sum())
        share = compute_percent(area, cube.total_hectares)
        rows.append((name, zone.value, zone.name, cells, area, share))
    return Table.from_rows(ZONE_SHARES, rows)


RECLAIMED_LABEL = Term("of which reclaimed mined land")


def enhancement_parts(
    cube: TransitionCube, rules: ZoneRules
) -> tuple[int, dict[Term, list[float]]]:
    """Return the enhancement zone's value, or 0, and its components that occur, ha by period."""
    enhancement = next((z.value for z in rules.zones if z.key.casefold() == ENHANCEMENT_KEY), 0)
    classes = list(cube.classes)
    was, became = ([c.group for c in classes] for _ in range(2))
    inside = rules.zone_matrix(classes) == enhancement
    reclaimed = np.array([[a == MINE and b == SINK for b in became] for a in was], bool)
    forested = np.array(
        [[a.is_sink and b.key.casefold() == FOREST_KEY for b in classes] for a in classes], bool
    )
    parts = {
        RECLAIMED_LABEL: inside & reclaimed,
        Term("of which afforestation"): inside & forested,
        Term("of which other land"): inside & ~reclaimed & ~forested,
    }
    areas = {name: [float(ha[part].sum()) for ha in cube.hectares] for name, part in parts.items()}
    return enhancement, {name: part for name, part in areas.items() if any(part)}


def assigned_areas_ha(share_rows: Sequence[Row], rules: ZoneRules) -> tuple[float, float]:
    """Return assigned and unassigned hectares, given the ZONE_SHARES rows of one period."""
    unassigned = unassigned_zone(rules.zones).value
    areas = [row["area_ha"] for row in share_rows if row["zone"] != unassigned]
    return sum(areas), next(row["area_ha"] for row in share_rows if row["zone"] == unassigned)


def zone_columns(periods: Sequence[Period], rules: ZoneRules) -> UnitColumns:
    """Return the columns of a unit with its zone shares by period."""
    each = [(period, zone) for period in periods for zone in rules.zones]

    def shares(census: CountResult) -> list[float | None]:
        return [row["share_pct"] for row in zone_share_rows(census.cube, rules)]

    names = [f"{sanitize_key(zone.key)}_pct_{period_suffix(period)}" for period, zone in each]
    template = Term("{land} {date}, %")
    headings = [Message(template, land=zone.name, date=period.name) for period, zone in each]
    # The layer is coloured by the first zone of the last period.
    return UnitColumns(names, headings, shares, digits=2, measure="%", shown=-len(rules.zones))


def zone_checks(
    cube: TransitionCube, zone_rows: Sequence[Row], rasters: Sequence[ZoneRaster]
) -> list[Check]:
    """Return checks by period of zone areas (matrix total) and of cells (zone raster)."""
    checks = []
    written = {raster.period.name: raster.cells_by_zone for raster in rasters}
    for period in cube.periods:
        of_period = [row for row in zone_rows if row["period"] == period.name]
        what = Term("sum of zone areas = matrix area")
        areas = sum(row["area_ha"] for row in of_period)
        checks.append(Check(period.name, what, cube.total_hectares, areas))
        if cube.total_cells:
            shares = sum(row["share_pct"] or 0.0 for row in of_period)
            checks.append(Check(period.name, Term("sum of zone shares = 100 %"), 100.0, shares))
        for row in of_period if period.name in written else []:
            of_raster = Message(
                "zone raster: cells of zone {zone} = cells in table", zone=row["zone"]
            )
            counted = int(written[period.name][row["zone"]])
            checks.append(Check(period.name, of_raster, row["cells"], counted))
    return checks


def unassigned_rows(cube: TransitionCube, rules: ZoneRules, densities: dict[str, float]) -> Table:
    """Return the UNASSIGNED table: conversions without a rule, largest first, with their kind.

    `densities`, t C/ha by class key (case-folded), tell if sinks gain or lose density.
    """
    table = rules.zone_matrix(cube.classes)
    unassigned = unassigned_zone(rules.zones).value
    rows = []
    for period, cells, hectares in cube.iterate_periods():
        pairs = [pair for pair in cube.present_pairs(cells) if table[pair] == unassigned]
        for source, target in sorted(pairs, key=lambda pair: -hectares[pair]):
            before, after = cube.classes[source], cube.classes[target]
            named = before.value, before.name, after.value, after.name
            kind, area = (
                str(conversion_kind(before, after, densities)),
                float(hectares[source, target]),
            )
            sizes = int(cells[source, target]), area, compute_percent(area, cube.total_hectares)
            rows.append((period.name, kind, *named, *sizes))
    return Table.from_rows(UNASSIGNED, rows)


UNGROUPED_UNCHANGED_KIND = Term("class without a group, unchanged")
UNGROUPED_KIND, SINK_TO_SINK_KIND = Term("class without a group"), Term("sink to sink")
MINE_TO_MINE_KIND = Term("mine to another mine class")
HIGHER_DENSITY_KIND, LOWER_DENSITY_KIND = "sink to a richer sink", "sink to a poorer sink"
GROUP_WORDS: dict[str, Text] = {**GROUP_TERMS, SINK: Term("carbon sinks"), MINE: MINED_LAND}
# Labels of both kinds; tables keep the original texts.
DENSITY_KIND_LABELS = {
    HIGHER_DENSITY_KIND: Term("conversion to a sink class with higher carbon density"),
    LOWER_DENSITY_KIND: Term("conversion to a sink class with lower carbon density"),
}


def conversion_kind(source: LandClass, target: LandClass, densities: dict[str, float]) -> str:
    """Return the kind of a conversion, for the list of unassigned ones."""
    if source == target:
        return f"{source.group} unchanged" if source.group else UNGROUPED_UNCHANGED_KIND
    if not source.group or not target.group:
        return UNGROUPED_KIND
    if source.is_sink and target.is_sink:
        before = densities.get(source.key.casefold())
        after = densities.get(target.key.casefold())
        if before is None or after is None or before == after:
            return SINK_TO_SINK_KIND
        return HIGHER_DENSITY_KIND if after > before else LOWER_DENSITY_KIND
    if source.group == MINE and target.group == MINE:
        return MINE_TO_MINE_KIND
    if source.group in (SINK, MINE):
        return f"{source.group} to {target.group}"
    return f"{source.group} to another class"


def conversion_kind_label(kind: str) -> Text:
    """Return the label of a conversion kind; names of user-defined groups are kept."""
    if kind in DENSITY_KIND_LABELS:
        return DENSITY_KIND_LABELS[kind]
    if kind in (UNGROUPED_UNCHANGED_KIND, UNGROUPED_KIND, SINK_TO_SINK_KIND, MINE_TO_MINE_KIND):
        return Term(kind)
    for group, template in (
        (kind.removesuffix(" unchanged"), Term("{group} unchanged")),
        (kind.removesuffix(" to another class"), Term("{group} to another class")),
        (kind.removeprefix("sink to "), Term("carbon sinks to {group}")),
        (kind.removeprefix("mine to "), Term("mined land to {group}")),
    ):
        if group != kind:
            return Message(template, group=GROUP_WORDS.get(group, group))
    return kind


def unassigned_by_kind(rows: Sequence[Row], period: str) -> list[tuple[str, float, float]]:
    """Return kind, hectares and share of all land of the unassigned rows of a period."""
    kinds: dict[str, tuple[float, float]] = {}
    for row in filter_rows(rows, "period", period):
        area, share = kinds.get(row["kind"], (0.0, 0.0))
        kinds[row["kind"]] = (area + row["area_ha"], share + (row["share_pct"] or 0.0))
    return [(kind, *sums) for kind, sums in sorted(kinds.items())]
