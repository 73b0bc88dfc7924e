"""The tables of landscape metrics and centres, of a run or by unit, and that they agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TypedDict

import numpy as np

from ..base.dates import Date
from ..base.messages import Message, Notes, Term
from ..base.numbers import listed
from ..results.closure import Check
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.series import Series
from ..scan.units import UnitColumns, Units, date_parts
from .centres import CentreRow, centre_rows
from .counter import PatternCounter, standing_for
from .landscape import Landscape
from .measure import measure_notes
from .metrics import ClassMetrics, LandscapeMetrics, Pattern

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
