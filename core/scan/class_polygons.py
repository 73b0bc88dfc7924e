"""Polygons that stand for classes, on the dates of a series: which class and value a cell gets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import inf

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError
from ..raster.geotiff import LARGEST_NAMED
from ..scheme.class_table_proposal import ClassFinder, ClassMatch
from ..scheme.classes import LandClass
from .class_codes import FIRST_CLASS, LeftOut
from .count_result import Census
from .series import Series
from .strata import PolygonStrata

# The lowest value of a class that the layers' classes lack.
FIRST_VALUE = 101


@dataclass(frozen=True)
class ClassPolygon:
    """A polygon that stands for a class, in the reference system of the cells.

    Attributes:
        feature: its id.
        wkb: the polygon, valid.
        text: what is said of its class: a value, a key or a name.
        first, last: the years in which it holds, both included; None where it is open.
    """

    feature: int
    wkb: bytes
    text: str
    first: int | None = None
    last: int | None = None

    def holds(self, date: Date) -> bool:
        """Whether it holds at a date, which has a year if the polygon has one."""
        if self.first is None and self.last is None:
            return True
        after = self.first is None or self.first <= int(date.year)
        return after and (self.last is None or int(date.year) <= self.last)


@dataclass(frozen=True)
class DatePolygons:
    """What the polygons are at one date.

    Attributes:
        strata: of the polygons that hold, numbered by their classes from 1 on; None where none
            does.
        indices: class index by value, of all values that cells may hold.
        targets: class indices of the polygons, that of stratum 1 first.
        values: the value of each target at this date.
        dtype, nodata: of a raster that can hold the values of cells and polygons.
    """

    strata: PolygonStrata | None
    indices: Mapping[int, int]
    targets: Sequence[int]
    values: Sequence[int]
    dtype: np.dtype[np.generic]
    nodata: int


class ClassPolygons:
    """Polygons that stand for classes, on the dates of a series that has been counted.

    Where polygons overlap, the one that began last has the cell; of several that began then, the
    one with the smallest feature id.

    Args:
        language: of the names of classes that the series lacks.

    Attributes:
        classes: those of the series, and after them those that it lacks.
        fresh: those of them that are no class of any layer, with the value that they were given.
    """

    def __init__(
        self,
        series: Series,
        census: Census,
        polygons: Sequence[ClassPolygon],
        label: str,
        language: str = "",
    ):
        self._series = series
        self._label = label
        self._left_out = [LeftOut(raster) for raster in series.rasters]
        # Class index by value at each date, without values that mean no data.
        self._indices: list[dict[int, int]] = []
        for naming, tally, is_left_out in zip(series.namings, census.dates.own, self._left_out):
            cells = tally.cells[FIRST_CLASS:]
            unnamed = (n for n, c in enumerate(series.classes) if not c.listed and cells[n])
            values = {series.classes[index].value: index for index in unnamed}
            values.update(naming.class_indices)
            self._indices.append(
                {value: n for value, n in values.items() if not is_left_out(value)}
            )
        self.classes = list(series.classes)
        self.fresh: list[LandClass] = []
        by_text = self._class_indices(polygons, language)
        self._targets = sorted(set(by_text.values()))
        strata = {class_index: stratum for stratum, class_index in enumerate(self._targets, 1)}
        # A polygon that is open began before all others.
        ordered = sorted(polygons, key=lambda p: (inf if p.first is None else -p.first, p.feature))
        self._polygons = [(strata[by_text[polygon.text]], polygon) for polygon in ordered]
        # What was made of the polygons that held at the date before, which may well hold again.
        self._holding: list[int] = []
        self._strata: PolygonStrata | None = None

    def _class_indices(self, polygons: Sequence[ClassPolygon], language: str) -> dict[str, int]:
        """Class index by text; classes that no layer has get theirs, and a value."""
        labels = [raster.label for raster in self._series.rasters]
        finder = ClassFinder(self._series.classes, labels, self._indices, language)
        matches: dict[str, ClassMatch] = {}
        for polygon in polygons:
            if polygon.text not in matches:
                matches[polygon.text] = self._find(finder, polygon)
        used = {index for indices in self._indices for index in indices.values()}
        by_key: dict[str, int] = {}
        # Values that were named as such first, so that no other class gets them.
        for each in sorted(matches.values(), key=lambda f: (f.land_class.listed, f.rank)):
            key = each.land_class.key.casefold()
            if each.class_index is None and key not in by_key:
                by_key[key] = len(self.classes)
                self.classes.append(self._with_value(each.land_class))
            elif each.class_index is not None and each.class_index not in used:
                used.add(each.class_index)
                self.classes[each.class_index] = self._with_value(each.land_class)
        return {
            text: by_key[each.land_class.key.casefold()]
            if each.class_index is None
            else each.class_index
            for text, each in matches.items()
        }

    def _find(self, finder: ClassFinder, polygon: ClassPolygon) -> ClassMatch:
        try:
            match = finder.find(polygon.text)
            if match.class_index is None and not match.land_class.listed:
                value = match.land_class.value
                for raster, is_left_out in zip(self._series.rasters, self._left_out):
                    if is_left_out(value):
                        raise DataError(
                            "the value {value} means no data in {label}",
                            value=value,
                            label=raster.label,
                        )
        except DataError as error:
            raise DataError(
                "{label}, feature {feature}: {what}",
                label=self._label,
                feature=polygon.feature,
                what=error.message,
            ) from None
        return match

    def _with_value(self, land_class: LandClass) -> LandClass:
        """A class that no layer has, with a value that no layer has: its own if it is one."""
        value = land_class.value
        if land_class.listed:
            used = {fresh.value for fresh in self.fresh}.union(*self._indices)
            value = next(
                free
                for free in count(FIRST_VALUE)
                if free not in used and not any(is_left_out(free) for is_left_out in self._left_out)
            )
        self.fresh.append(replace(land_class, value=value))
        return self.fresh[-1]

    def on(self, date: int) -> DatePolygons:
        """What the polygons are at a date."""
        indices = self._indices[date]
        values: list[int] = []
        for class_index in self._targets:
            values.append(self._value_at(date, class_index, values))
        raster = self._series.rasters[date]
        # What means no data there already: declared, given, or by the product.
        spans = (low for low, high in raster.source.nodata_ranges if low == high)
        wished = next(iter([*raster.left_out, *spans]), None)
        dtype, nodata = smallest_type({*indices, *values}, wished)
        holding = [n for n, (_, polygon) in enumerate(self._polygons) if polygon.holds(raster.date)]
        if holding != self._holding:
            chosen = (self._polygons[n] for n in holding)
            polygons = ((stratum, polygon.wkb) for stratum, polygon in chosen)
            self._holding = holding
            self._strata = PolygonStrata(polygons, self._series.grid) if holding else None
        return DatePolygons(self._strata, indices, self._targets, values, dtype, nodata)

    def _value_at(self, date: int, class_index: int, given: Sequence[int]) -> int:
        """The value of a class at a date: its own there, else the one that it has elsewhere.

        It is none of those `given` to other classes.
        """
        land_class = self.classes[class_index]
        for other in [date, *range(len(self._indices))]:
            values = [value for value, n in self._indices[other].items() if n == class_index]
            chosen = land_class.value if land_class.value in values else min(values, default=None)
            if chosen is None or chosen in given or self._left_out[date](chosen):
                continue
            if abs(chosen) > LARGEST_NAMED:
                continue  # a class without a name is not put into anything
            if self._indices[date].get(chosen, class_index) == class_index:
                return chosen
        if land_class not in self.fresh:
            self.classes[class_index] = land_class = self._with_value(land_class)
        return land_class.value


# Of whole numbers, the smallest first; unsigned ones before signed ones of the same size.
WHOLE = (np.uint8, np.uint16, np.int16, np.uint32, np.int32, np.int64)


def smallest_type(
    values: Collection[int], nodata: float | None = None
) -> tuple[np.dtype[np.generic], int]:
    """The smallest type that holds some values and one more for no data; and this one.

    None of the values is -2**63. One of the type's ends is no data where `nodata` cannot be.
    """
    low, high = min(values, default=0), max(values, default=0)
    wished = [int(nodata)] if nodata is not None and float(nodata).is_integer() else []
    for kind in WHOLE:
        info = np.iinfo(kind)
        if info.min <= low and high <= info.max:
            ends = [info.max, info.min] if info.min == 0 else [info.min, info.max]
            for free in [value for value in [*wished, *ends] if value not in values]:
                if info.min <= free <= info.max:
                    return np.dtype(kind), int(free)
    raise ValueError(f"no type holds {low} to {high}")
