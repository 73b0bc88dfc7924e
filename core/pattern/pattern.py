"""Landscape metrics: consumer of the pass, formulas, and tables of a run or by unit.

The metrics are those of FRAGSTATS 4 (McGarigal, Cushman and Ene 2012). a is the size of
a patch in cells, p its perimeter in sides of cells, A all land, g_ii the sides between
two cells of class i, e_ij those between classes i and j, o_i those of class i at NoData
or the edge; each side counts once. Metrics that require counted sides are None if cells
are not square. Sums are of integers, or exactly rounded: they do not depend on their
order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from math import fsum, isqrt, log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import Message, Notes, Term
from ..base.numbers import IntArray, NDArray, format_list
from ..base.table import Row, Table
from ..raster.grid import Window
from ..results.closure import Check
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE, sum_by_key, to_python_ints
from ..scan.consumer import BlockConsumer
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scan.units import UnitColumns, Units, date_suffixes
from ..scheme.classes import LandClass
from .measures import (
    CellMeasure,
    Landscape,
    Patches,
    UnitLandscapes,
    centroid_rows,
    measure_cells,
    measure_notes,
    shift_moments,
)
from .patches import MergedPatches, find_block_patches

if TYPE_CHECKING:
    # Data of a strip: keys of the patches at its edges, their sizes and like sides, and their
    # indices along the edges; keys of closed patches with their number; pairs of keys with sides;
    # moments.
    StripPart = tuple[
        IntArray,
        IntArray,
        tuple[IntArray, ...],
        tuple[IntArray, IntArray],
        tuple[IntArray, IntArray],
        tuple[IntArray, NDArray[np.object_]],
    ]

# Processing a block needs many times its memory; it is done in strips of rows with this number of
# cells, the same strips for adjacent blocks.
CELLS_PER_STRIP, TYPICAL_BLOCK_WIDTH = 1 << 18, 1 << 13

# A key combines the stratum number (upper bits) with the class code, which has this number of bits.
CODE_BITS = 16


def representative_indices(classes: Iterable[LandClass], by_group: bool) -> list[int]:
    """Return representative class by index: itself or, `by_group`, its group's first class."""
    first: dict[str, int] = {}
    return [
        first.setdefault(c.group.casefold(), index) if by_group and c.group else index
        for index, c in enumerate(classes)
    ]


class PatternCounter(BlockConsumer):
    """Counts the patches of cells that are valid at all dates.

    Args:
        units: units that split patches; None: the landscape as a whole.
        by_group: whether to merge classes of one group; those without a group remain
            separate.

    Attributes:
        landscapes: counts by date and unit, when finished.
    """

    landscapes: Sequence[UnitLandscapes]

    def __init__(self, series: Series, units: Units | None = None, by_group: bool = False):
        self.measure = measured = measure_cells(series.grid, series.area, series.window)
        self._units, self._by_group = units, by_group
        self._rows = max(1, CELLS_PER_STRIP // min(series.window.width, TYPICAL_BLOCK_WIDTH))
        self._counts_like_sides = measured.side is not None
        self._joined = [
            MergedPatches(
                series.window, self._counts_like_sides, measured.across_by_row, measured.down_by_row
            )
            for _ in series.rasters
        ]
        self._moments: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def process_block(self, block: Block) -> list[list[tuple[Window, StripPart]]]:
        strata: IntArray = np.zeros(block.cells.size, np.int64)
        if self._units is not None and block.strata is not None:
            strata = self._units.unit_codes()[block.strata]
        # Code of the representative class, or of its group, by code of the pass.
        codes: IntArray = np.arange(len(block.classes) + FIRST_CLASS_CODE)
        standing = np.array(representative_indices(block.classes, self._by_group), np.int64)
        codes[FIRST_CLASS_CODE:] = standing + FIRST_CLASS_CODE
        whole = block.window
        strips = [
            Window(whole.column, whole.row + row, whole.width, min(self._rows, whole.height - row))
            for row in range(0, whole.height, self._rows)
        ]
        sizes = [self.measure.cell_sizes(strip) for strip in strips]
        parts = []
        for of_date in block.codes:
            wide = (strata << CODE_BITS) | codes[of_date]
            if block.valid is not None:
                wide[~block.valid] = 0
            keys = np.unique(np.append(0, wide))
            small = np.min_scalar_type(keys.size - 1)
            cells = block.expand_to_cells(np.searchsorted(keys, wide).astype(small))
            parts.append(
                [
                    (
                        strip,
                        self._process_strip(strip, cells[strip.to_slices(whole)], keys, of_strip),
                    )
                    for strip, of_strip in zip(strips, sizes)
                ]
            )
        return parts

    def _process_strip(
        self, strip: Window, cells: NDArray[np.integer], keys: IntArray, sizes: IntArray | None
    ) -> StripPart:
        """Return the data of a strip, with keys valid for all blocks."""
        measured = self.measure
        rows = slice(strip.row, strip.row + strip.height)
        patches = find_block_patches(
            cells,
            keys.size,
            self._counts_like_sides,
            sizes,
            None if measured.across_by_row is None else measured.across_by_row[rows],
            None if measured.down_by_row is None else measured.down_by_row[rows],
            measured.varies_by_row,
        )
        is_open = np.zeros(patches.keys.size, bool)
        for edge in patches.edges:
            is_open[edge] = True
        indices = np.cumsum(is_open) - 1
        closed = ~is_open & (patches.keys > 0)
        of_closed = np.stack(
            [keys[patches.keys[closed]], patches.sizes[closed], patches.like_sides[closed]]
        )
        pairs, sides = patches.sides
        return (
            keys[patches.keys[is_open]],
            np.stack([patches.sizes[is_open], patches.like_sides[is_open]]),
            tuple(indices[edge] for edge in patches.edges),
            sum_by_key(of_closed, np.ones((1, of_closed.shape[1]), np.int64)),
            (keys[pairs], sides),
            (keys[1:], shift_moments(patches.moments[:, 1:], strip)),
        )

    def merge_block(self, window: Window, part: list[list[tuple[Window, StripPart]]]) -> None:
        for joined, moments, of_date in zip(self._joined, self._moments, part):
            for strip, (keys, growing, edges, closed, sides, (of_keys, sums)) in of_date:
                joined.merge_block(strip, keys, growing, edges)
                joined.add_closed_patches(*closed)
                joined.sides.add_rows(*sides)
                for key, here in zip(to_python_ints(of_keys), sums.T):
                    moments[key] = moments[key] + here if key in moments else here

    def finalize_results(self, census: CountResult) -> None:
        """Number units and classes in table order."""
        units: IntArray = np.zeros(1, np.int64)
        if self._units is not None:
            _, unit_of_stratum = self._units.list_units()
            units = unit_of_stratum[self._units.strata.stratum_lookup()]
        indices = census.codes.astype(np.int64) - FIRST_CLASS_CODE
        standing = np.array(representative_indices(census.cube.classes, self._by_group), np.int64)
        indices[indices >= 0] = standing[indices[indices >= 0]]
        self.landscapes = []
        for joined, moments in zip(self._joined, self._moments):
            joined.count_remaining_patches()
            self.landscapes.append(UnitLandscapes(joined, moments, units, indices, CODE_BITS))
        self._joined, self._moments = [], []


# Columns of the tables: metrics of classes and landscapes, and of landscapes only.
COMMON_METRICS = (
    "np pd_per_100ha lpi_pct te_m ed_m_per_ha area_mn_ha area_sd_ha lsi shape_mn frac_mn pladj_pct "
    "ai_pct cohesion division mesh_ha split iji_pct"
)
DIVERSITY_METRICS = "pr shdi shei sidi msidi contag_pct"
CLASS_METRICS = f"year layer value class ca_ha pland_pct {COMMON_METRICS}"
LANDSCAPE_METRICS = f"year layer ta_ha {COMMON_METRICS} {DIVERSITY_METRICS}"


def min_perimeter(cells: int) -> int:
    """Return the minimum perimeter of a number of cells, in sides."""
    m = isqrt(cells)
    if cells == m * m:
        return 4 * m
    return 4 * m + 2 if cells <= m * (m + 1) else 4 * m + 4


def max_like_adjacencies(cells: int) -> int:
    """Return the maximum number of shared sides of a number of cells."""
    m = isqrt(cells)
    rest = cells - m * m
    if not rest:
        return 2 * m * (m - 1)
    return 2 * m * (m - 1) + 2 * rest - (1 if rest <= m else 2)


class LandscapeMetrics:
    """Metrics of a landscape.

    Attributes:
        size: total area, in units of size.
        sides: sides by class and neighbour, as in Landscape, (m, m + 1).
    """

    def __init__(self, landscape: Landscape, measure: CellMeasure):
        self.landscape, self.measure = landscape, measure
        self.size = sum(patches.size for patches in landscape.patches)
        self.hectares = self.size * measure.hectares
        self.sides: IntArray = landscape.across + landscape.down

    @cached_property
    def class_shares(self) -> list[float]:
        """P: share of each class in the total area."""
        return [patches.size / self.size for patches in self.landscape.patches]

    @cached_property
    def aggregation_indices(self) -> list[float | None]:
        """AI of each class, %; None for a single cell."""
        if self.measure.side is None:
            return [None] * len(self.class_shares)
        return [
            100.0 * patches.like_sides / max_like_adjacencies(patches.size)
            if patches.size > 1
            else None
            for patches in self.landscape.patches
        ]

    def class_metrics(self, index: int) -> Row:
        """Return the metrics of a class, by its index in the landscape."""
        patches, sides = self.landscape.patches[index], self.sides[index]
        classes = len(self.class_shares)
        common = self._common_metrics(
            patches, patches.size, self._edge_length_m(index), int(sides.sum())
        )
        common["ai_pct"] = self.aggregation_indices[index]
        if self.measure.side is not None and classes > 2:
            common["iji_pct"] = _interspersion_pct(to_python_ints(sides[:classes]), classes - 1)
        share = 100.0 * patches.size / self.size
        return {"ca_ha": patches.size * self.measure.hectares, "pland_pct": share, **common}

    def landscape_metrics(self) -> Row:
        """Return the metrics of the landscape."""
        classes, inner = len(self.class_shares), self.sides[:, :-1]
        lengths = [self._edge_length_m(index) for index in range(classes)]
        known = [length for length in lengths if length is not None]
        length = fsum(known) / 2 if len(known) == classes else None
        outline = int(np.triu(inner).sum() + self.sides[:, -1].sum())
        common = self._common_metrics(self.landscape.all_patches, self.size, length, outline)
        contagion = None
        if self.measure.side is not None:
            common["ai_pct"] = fsum(
                share * (index or 0.0)
                for share, index in zip(self.class_shares, self.aggregation_indices)
            )
            if classes > 2:
                pairs = to_python_ints(inner[np.triu_indices(classes, 1)])
                common["iji_pct"] = _interspersion_pct(pairs, classes * (classes - 1) // 2)
            contagion = self._contagion_pct()
        squares = fsum(share * share for share in self.class_shares)
        entropy = abs(fsum(share * log(share) for share in self.class_shares if share))
        return {
            "ta_ha": self.hectares,
            **common,
            "pr": classes,
            "shdi": entropy,
            "shei": entropy / log(classes) if classes > 1 else None,
            "sidi": 1.0 - squares,
            "msidi": abs(log(squares)),
            "contag_pct": contagion,
        }

    def _edge_length_m(self, index: int) -> float | None:
        """Return the length of the sides between a class and others, m, or None if unknown."""
        across, down = self.measure.across, self.measure.down
        if across is None or down is None:
            return None
        in_rows, in_columns = self.landscape.across[index, :-1], self.landscape.down[index, :-1]
        return int(in_rows.sum()) * across + int(in_columns.sum()) * down

    def _common_metrics(
        self, patches: Patches, size: int, length: float | None, outline: int
    ) -> Row:
        """Return the metrics of both classes and landscapes, except AI and IJI.

        `length`: TE; `outline`: sides for LSI, between classes, at NoData and at the edge.
        """
        n, unit, squares = patches.count, self.measure.hectares, patches.squared_size_sum
        metrics: Row = dict.fromkeys(COMMON_METRICS.split())
        metrics |= {
            "np": n,
            "pd_per_100ha": 100.0 * n / self.hectares,
            "lpi_pct": 100.0 * int(patches.sizes[-1]) / self.size,
            "te_m": length,
            "ed_m_per_ha": None if length is None else length / self.hectares,
            "area_mn_ha": size / n * unit,
            # Population standard deviation.
            "area_sd_ha": sqrt(n * squares - size * size) / n * unit,
            "division": (self.size**2 - squares) / self.size**2,
            "mesh_ha": squares / self.size * unit,
            # Land beyond a pole has no area.
            "split": self.size**2 / squares if squares else None,
        }
        side = self.measure.side
        if side is not None:
            like_sides = 2 * patches.like_sides
            metrics["lsi"] = outline / min_perimeter(size)
            # The mean of p / min p(a).
            ratios = [p / min_perimeter(a) * times for a, p, times in patches.rows]
            metrics["shape_mn"] = fsum(ratios) / n
            # The mean of 2 ln(0.25 p s) / ln(a s2); 1 where a s2 is not above 1 m2.
            dimensions = [
                times * (2 * log(0.25 * p * side) / log(a * side**2) if a * side**2 > 1 else 1.0)
                for a, p, times in patches.rows
            ]
            metrics["frac_mn"] = fsum(dimensions) / n
            metrics["pladj_pct"] = 100.0 * like_sides / (like_sides + patches.perimeter)
            # (1 - sum p / sum(p sqrt a)) / (1 - 1 / sqrt n) x 100; none for a single cell.
            if self.size > 1:
                weighted = fsum(times * p * sqrt(a) for a, p, times in patches.rows)
                metrics["cohesion"] = (
                    100.0 * (1.0 - patches.perimeter / weighted) / (1.0 - 1.0 / sqrt(self.size))
                )
        return metrics

    def _contagion_pct(self) -> float | None:
        """Return CONTAG, %, or None for one class.

        (1 + sum_i sum_j t ln t / (2 ln m)) x 100, t = P_i g'_ij / sum_k g'_ik; g'_ii = 2 g_ii,
        g'_ij = e_ij (Li and Reynolds 1993).
        """
        classes = len(self.class_shares)
        if classes < 2:
            return None
        terms: list[float] = []
        for index, (share, patches) in enumerate(zip(self.class_shares, self.landscape.patches)):
            adjacent = self.sides[index, :-1].copy()
            adjacent[index] = 2 * patches.like_sides
            whole = int(adjacent.sum())
            # A single cell surrounded by NoData has no adjacencies.
            parts = [share * count / whole for count in to_python_ints(adjacent) if count]
            terms += [part * log(part) for part in parts]
        return 100.0 * (1.0 + fsum(terms) / (2 * log(classes)))


def _interspersion_pct(sides: Sequence[int], pairs: int) -> float | None:
    """Return IJI, %: the evenness of sides over a number of pairs; None without sides."""
    whole = sum(sides)
    if not whole:
        return None
    shares = [count / whole for count in sides if count]
    return 100.0 * abs(fsum(share * log(share) for share in shares)) / log(pairs)


# Fields of unit polygons: metric, prefix of field names, label, unit, digits.
POLYGON_FIELDS = (
    ("pd_per_100ha", "pd", Term("PD {date}, per 100 ha"), "per 100 ha", 3),
    ("np", "np", Term("NP {date}"), "", 0),
    ("ed_m_per_ha", "ed", Term("ED {date}, m/ha"), "m/ha", 2),
    ("shdi", "shdi", Term("SHDI {date}"), "", 4),
    ("contag_pct", "contag", Term("CONTAG {date}, %"), "%", 2),
)


class LandscapePattern:
    """Landscape metrics of patch counts for all land or by unit, computed on demand."""

    def __init__(
        self,
        series: Series,
        census: CountResult,
        counter: PatternCounter,
        units: Units | None = None,
        by_group: bool = False,
    ):
        self.series, self.census, self.by_group = series, census, by_group
        self.dates, self.measure, self._all = series.dates, counter.measure, counter.landscapes
        names = [""] if units is None else units.list_units()[0]
        self._units = {name: index for index, name in enumerate(names)}

    @cached_property
    def class_labels(self) -> list[tuple[int | None, str]]:
        """Value and name by class index; a group has no value."""
        return [
            (None, c.group) if self.by_group and c.group else (c.value, c.name)
            for c in self.census.cube.classes
        ]

    def landscapes(self, part: CountResult | None = None) -> list[Landscape]:
        """Return the landscape at each date, for all land or a unit."""
        unit = self._units[part.unit if part else ""]
        return [at_date.get_landscape(unit) for at_date in self._all]

    def metrics_by_date(self, part: CountResult | None = None) -> list[LandscapeMetrics]:
        """Return the metrics by date; empty for a unit beyond a pole, which has no area."""
        patterns = [
            LandscapeMetrics(landscape, self.measure) for landscape in self.landscapes(part)
        ]
        return [pattern for pattern in patterns if pattern.size]

    def class_rows(self, part: CountResult | None = None) -> list[Row]:
        """Return CLASS_METRICS: a row per date and class that occurs."""
        rows: list[Row] = []
        for date, pattern in zip(self.dates, self.metrics_by_date(part)):
            for index, class_index in enumerate(pattern.landscape.class_indices):
                value, name = self.class_labels[class_index]
                of_class = {"value": value, "class": name, **pattern.class_metrics(index)}
                rows.append({"year": date.year or None, "layer": date.layer, **of_class})
        return rows

    def landscape_rows(self, part: CountResult | None = None) -> list[Row]:
        """Return LANDSCAPE_METRICS: a row per date."""
        return [
            {"year": date.year or None, "layer": date.layer, **pattern.landscape_metrics()}
            for date, pattern in zip(self.dates, self.metrics_by_date(part))
        ]

    def centroid_rows(self, part: CountResult | None = None) -> Table:
        """Return CENTRES: a row per date and class that occurs."""
        moments = [landscape.moments for landscape in self.landscapes(part)]
        return centroid_rows(self.dates, moments, self.measure, self.class_labels)

    @cached_property
    def unit_columns(self) -> list[UnitColumns]:
        """Columns of unit polygons: selected landscape metrics at each date."""
        # All fields of a polygon are requested consecutively.
        known: dict[str, list[Row]] = {}

        def values(metric: str, part: CountResult) -> list[float | None]:
            if part.unit not in known:
                known.clear()
                known[part.unit] = self.landscape_rows(part)
            return [row[metric] for row in known[part.unit]] or [None] * len(self.dates)

        return [
            UnitColumns(
                [f"{name}_{date}" for date in date_suffixes(self.dates)],
                [Message(heading, date=date.label) for date in self.dates],
                partial(values, metric),
                digits,
                measure,
            )
            for metric, name, heading, measure, digits in POLYGON_FIELDS
        ]

    @property
    def consistency_checks(self) -> list[Check]:
        """Checks of patch areas against class areas, and of patch perimeters against sides."""
        checks, area = [], self.series.area
        standing = representative_indices(self.census.cube.classes, self.by_group)
        for date, landscapes, tally in zip(self.dates, self._all, self.census.dates.common):
            cells = tally.cells[FIRST_CLASS_CODE:]
            sizes = landscapes.class_sizes(cells.size)
            if area.uniform is not None:
                grouped = np.zeros_like(cells)
                np.add.at(grouped, standing, cells)
                what = Term("patch areas sum to class areas, cells")
                agree = np.minimum(sizes, grouped).sum()
                checks.append(Check(date.label, what, self.census.valid_cells, agree))
            else:
                what = Term("total patch area = total area")
                unit, area_ha = self.measure.hectares, self.census.valid_area_ha
                hectares = int(sizes.sum()) * unit
                # The size of each cell is rounded to whole units, of which small cells have few.
                if abs(hectares - area_ha) <= unit * self.census.valid_cells / 2:
                    hectares = area_ha
                checks.append(Check(date.label, what, area_ha, hectares))
            if self.measure.side is not None:
                what = Term("total patch perimeter = edges between classes and at NoData")
                checks.append(
                    Check(date.label, what, landscapes.total_sides, landscapes.total_perimeter)
                )
        return checks

    def notes(self) -> Notes:
        """Return notes on the measurement of cells and on comparability, for the log."""
        notes = measure_notes(self.measure)
        classes = self.census.cube.classes
        if self.by_group:
            alone = [classes[n].name for n in self.census.present_classes if not classes[n].group]
            if alone:
                notes.add_notice(
                    "BY group: classes without a group are treated singly: {classes}.",
                    classes=format_list(alone),
                )
        if self.census.units is not None:
            notes.add_notice(
                "Patches are split at unit boundaries and counted in each unit; the NP of "
                "the units do not sum to the total NP."
            )
        return notes
