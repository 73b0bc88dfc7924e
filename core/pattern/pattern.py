"""The tables of landscape metrics and centres, of a run or by unit, and that they agree.

The consumer of the pass that counts patches, sides and centres, by date, class and unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from ..base.dates import Date
from ..base.messages import Message, Notes, Term
from ..base.numbers import Ints, NDArray, listed
from ..raster.grid import Window
from ..results.closure import Check
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS, numbers_of, summed
from ..scan.consumer import Consumer
from ..scan.count_result import Census
from ..scan.series import Series
from ..scan.units import UnitColumns, Units, date_parts
from ..scheme.classes import LandClass
from .measures import CentreRow, Landscape, Landscapes, centre_rows, measure, measure_notes, moved
from .metrics import ClassMetrics, LandscapeMetrics, Pattern
from .patches import JoinedPatches, block_patches, open_patches

if TYPE_CHECKING:
    # Of a strip: keys of the patches that reach its edges, their sizes and like sides, and which
    # lie along the edges; keys of the others and how many; pairs of keys and sides; moments.
    StripPart = tuple[
        Ints,
        Ints,
        tuple[Ints, ...],
        tuple[Ints, Ints],
        tuple[Ints, Ints],
        tuple[Ints, NDArray[np.object_]],
    ]

# What is worked out for a block takes many times its own memory: that is done for so many cells at
# a time, in strips of rows that are the same for blocks beside each other.
CELLS_PER_STRIP, USUAL_WIDTH = 1 << 18, 1 << 13

# A key is the stratum's number above the class's code, which takes so many bits.
CODE_BITS = 16


def standing_for(classes: Iterable[LandClass], by_group: bool) -> list[int]:
    """By class index, the index that stands for it: by group that of its group's first class.

    A class without a group stands for itself.
    """
    first: dict[str, int] = {}
    return [
        first.setdefault(c.group.casefold(), index) if by_group and c.group else index
        for index, c in enumerate(classes)
    ]


class PatternCounter(Consumer):
    """Counts the patches of the cells that are valid at all dates.

    Args:
        units: cut the patches; None for the landscape as a whole.
        by_group: whether classes of one group are one; those without a group stay by themselves.

    Attributes:
        landscapes: per date, what was counted in each unit, once it is finished.
    """

    landscapes: Sequence[Landscapes]

    def __init__(self, series: Series, units: Units | None = None, by_group: bool = False):
        self.measure = measured = measure(series.grid, series.area, series.window)
        self._units, self._by_group = units, by_group
        self._rows = max(1, CELLS_PER_STRIP // min(series.window.width, USUAL_WIDTH))
        self._counts_like_sides = measured.side is not None
        self._joined = [
            JoinedPatches(
                series.window, self._counts_like_sides, measured.across_by_row, measured.down_by_row
            )
            for _ in series.rasters
        ]
        self._moments: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def take(self, block: Block) -> list[list[tuple[Window, StripPart]]]:
        strata: Ints = np.zeros(block.cells.size, np.int64)
        if self._units is not None and block.strata is not None:
            strata = self._units.joined()[block.strata]
        # By code of the pass, the code that stands for the class, or for its group.
        codes: Ints = np.arange(len(block.classes) + FIRST_CLASS)
        standing = np.array(standing_for(block.classes, self._by_group), np.int64)
        codes[FIRST_CLASS:] = standing + FIRST_CLASS
        whole = block.window
        strips = [
            Window(whole.column, whole.row + row, whole.width, min(self._rows, whole.height - row))
            for row in range(0, whole.height, self._rows)
        ]
        sizes = [self.measure.sizes(strip) for strip in strips]
        parts = []
        for of_date in block.codes:
            wide = (strata << CODE_BITS) | codes[of_date]
            if block.valid is not None:
                wide[~block.valid] = 0
            keys = np.unique(np.append(0, wide))
            small = np.min_scalar_type(keys.size - 1)
            cells = block.expand(np.searchsorted(keys, wide).astype(small))
            parts.append(
                [
                    (strip, self._part(strip, cells[strip.within(whole)], keys, of_strip))
                    for strip, of_strip in zip(strips, sizes)
                ]
            )
        return parts

    def _part(
        self, strip: Window, cells: NDArray[np.integer], keys: Ints, sizes: Ints | None
    ) -> StripPart:
        """What is handed on of a strip, by keys that hold for all blocks."""
        measured = self.measure
        rows = slice(strip.row, strip.row + strip.height)
        patches = block_patches(
            cells,
            keys.size,
            self._counts_like_sides,
            sizes,
            None if measured.across_by_row is None else measured.across_by_row[rows],
            None if measured.down_by_row is None else measured.down_by_row[rows],
            measured.weighs_rows,
        )
        is_open = open_patches(patches)
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
            summed(of_closed, np.ones((1, of_closed.shape[1]), np.int64)),
            (keys[pairs], sides),
            (keys[1:], moved(patches.moments[:, 1:], strip)),
        )

    def merge(self, window: Window, part: list[list[tuple[Window, StripPart]]]) -> None:
        for joined, moments, of_date in zip(self._joined, self._moments, part):
            for strip, (keys, growing, edges, closed, sides, (of_keys, sums)) in of_date:
                joined.merge(strip, keys, growing, edges)
                joined.count(*closed)
                joined.sides.add(*sides)
                for key, here in zip(numbers_of(of_keys), sums.T):
                    moments[key] = moments[key] + here if key in moments else here

    def finish(self, census: Census) -> None:
        """Number units and classes as the tables list them."""
        units: Ints = np.zeros(1, np.int64)
        if self._units is not None:
            _, unit_of_stratum = self._units.named()
            units = unit_of_stratum[self._units.strata.ranks()]
        indices = census.codes.astype(np.int64) - FIRST_CLASS
        standing = np.array(standing_for(census.cube.classes, self._by_group), np.int64)
        indices[indices >= 0] = standing[indices[indices >= 0]]
        self.landscapes = []
        for joined, moments in zip(self._joined, self._moments):
            joined.close()
            self.landscapes.append(Landscapes(joined, moments, units, indices, CODE_BITS))
        self._joined, self._moments = [], []


_OfClass = TypedDict(
    "_OfClass", {"year": "str | None", "layer": str, "value": "int | None", "class": str}
)


class ClassMetricRow(_OfClass, ClassMetrics):
    """A row of CLASS_METRICS."""


class _OfDate(TypedDict):
    year: str | None
    layer: str


class LandscapeMetricRow(_OfDate, LandscapeMetrics):
    """A row of LANDSCAPE_METRICS."""


# The fields of the polygons of units: the metric, what their names begin with, how it is called,
# what it is measured in, digits.
OF_POLYGONS = (
    ("pd_per_100ha", "pd", Term("PD {date}, per 100 ha"), "per 100 ha", 3),
    ("np", "np", Term("NP {date}"), "", 0),
    ("ed_m_per_ha", "ed", Term("ED {date}, m/ha"), "m/ha", 2),
    ("shdi", "shdi", Term("SHDI {date}"), "", 4),
    ("contag_pct", "contag", Term("CONTAG {date}, %"), "%", 2),
)


class LandscapePattern:
    """What a count of patches, cut by units or by nothing, tells when it is asked for."""

    # Its tables: output, type of the rows, attribute.
    TABLES = (
        ("CLASS_METRICS", ClassMetricRow, "class_rows"),
        ("LANDSCAPE_METRICS", LandscapeMetricRow, "landscape_rows"),
        ("CENTRES", CentreRow, "centre_rows"),
    )

    def __init__(
        self,
        series: Series,
        census: Census,
        counter: PatternCounter,
        units: Units | None = None,
        by_group: bool = False,
    ):
        self.series, self.census, self.by_group = series, census, by_group
        self.measure = counter.measure
        self._all = counter.landscapes
        names = [""] if units is None else units.named()[0]
        self._units = {name: index for index, name in enumerate(names)}

    @property
    def dates(self) -> list[Date]:
        return self.series.dates

    @cached_property
    def names(self) -> list[tuple[int | None, str]]:
        """Value and name by number of a class; a group has no value."""
        return [
            (None, c.group) if self.by_group and c.group else (c.value, c.name)
            for c in self.census.cube.classes
        ]

    def landscapes(self, unit: str = "") -> list[Landscape]:
        """The landscape of a unit at each date."""
        return [at_date.of(self._units[unit]) for at_date in self._all]

    def patterns(self, unit: str = "") -> list[Pattern]:
        """The same with its metrics; none of a unit that lies beyond a pole and has no area."""
        patterns = [Pattern(landscape, self.measure) for landscape in self.landscapes(unit)]
        return [pattern for pattern in patterns if pattern.size]

    def rows(self, attribute: str) -> Callable[[Census], list[Mapping[str, object]]]:
        """What gives the rows of one of TABLES, of the whole run or of a unit."""
        return lambda census: getattr(self, attribute)(census.unit)

    def class_rows(self, unit: str = "") -> list[ClassMetricRow]:
        """CLASS_METRICS: a row per date and class that occurs at it."""
        rows: list[ClassMetricRow] = []
        for date, pattern in zip(self.dates, self.patterns(unit)):
            for index, class_index in enumerate(pattern.landscape.class_indices):
                value, name = self.names[class_index]
                rows.append(
                    {
                        "year": date.year or None,
                        "layer": date.layer,
                        "value": value,
                        "class": name,
                        **pattern.of_class(index),
                    }
                )
        return rows

    def landscape_rows(self, unit: str = "") -> list[LandscapeMetricRow]:
        """LANDSCAPE_METRICS: a row per date."""
        return [
            {"year": date.year or None, "layer": date.layer, **pattern.of_landscape()}
            for date, pattern in zip(self.dates, self.patterns(unit))
        ]

    def centre_rows(self, unit: str = "") -> list[CentreRow]:
        """CENTRES: a row per date and class that occurs at it."""
        moments = [landscape.moments for landscape in self.landscapes(unit)]
        return centre_rows(self.dates, moments, self.measure, self.names)

    @cached_property
    def unit_columns(self) -> list[UnitColumns]:
        """What the polygons of units tell: some metrics of the landscape at each date."""
        dates = self.dates
        # All fields of a polygon are asked for one after the other.
        rows_of = lru_cache(maxsize=1)(self.landscape_rows)

        def column(metric: str) -> Callable[[Census], list[float | None]]:
            def values(part: Census) -> list[float | None]:
                rows = rows_of(part.unit)
                if not rows:
                    return [None] * len(dates)
                return [row[metric] for row in rows]  # type: ignore[literal-required]

            return values

        return [
            UnitColumns(
                [f"{name}_{date}" for date in date_parts(dates)],
                [Message(heading, date=date.label) for date in dates],
                column(metric),
                digits,
                measure,
            )
            for metric, name, heading, measure, digits in OF_POLYGONS
        ]

    @property
    def checks(self) -> list[Check]:
        """That the patches are the land that was counted, and their outlines its sides."""
        checks, area = [], self.series.area
        standing = standing_for(self.census.cube.classes, self.by_group)
        for date, landscapes, tally in zip(self.dates, self._all, self.census.dates.common):
            cells = tally.cells[FIRST_CLASS:]
            sizes = landscapes.sizes(cells.size)
            if area.uniform is not None:
                grouped = np.zeros_like(cells)
                np.add.at(grouped, standing, cells)
                what = Term("cells of patches that are the class areas")
                agree = np.minimum(sizes, grouped).sum()
                checks.append(Check(date.label, what, self.census.valid_cells, agree))
            else:
                what = Term("hectares of all patches = all hectares")
                hectares = int(sizes.sum()) * self.measure.hectares
                checks.append(Check(date.label, what, self.census.total_hectares, hectares))
            if self.measure.side is not None:
                what = Term("perimeters of all patches = sides between classes and at no data")
                checks.append(Check(date.label, what, landscapes.sides, landscapes.perimeter))
        return checks

    def notes(self) -> Notes:
        """How cells are measured, and what must not be compared, for the log."""
        notes = measure_notes(self.measure)
        resampled = [raster.label for raster in self.series.rasters if raster.onto is not None]
        if resampled:
            notes.warn(
                "Brought onto other cells, by which landscape metrics are changed: {layers}.",
                layers=listed(resampled),
            )
        classes = self.census.cube.classes
        if self.by_group:
            alone = [classes[n].name for n in self.census.present if not classes[n].group]
            if alone:
                notes.inform(
                    "BY group: classes without a group stay by themselves: {classes}.",
                    classes=listed(alone),
                )
        if self.census.units is not None:
            notes.inform(
                "Units cut patches: a patch counts in each unit that it reaches into, so that the "
                "NP of units do not add up to that of all land."
            )
        return notes
