"""What rasters of values hold on the land of a run or a unit: BY_CLASS, BY_AGE and BY_STATUS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypedDict, TypeVar

from ..base.dates import Date
from ..base.messages import Message, Notes, Term
from ..base.numbers import percent
from ..mine.ages import age_of
from ..mine.states import KEYS, NEVER, State
from ..results.closure import Check
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.measured import Moments, together
from ..scan.units import UnitColumns, Units
from ..scheme.classes import Classes
from .values import ValueLayer

ClassValueRow = TypedDict(
    "ClassValueRow",
    {
        "year": str,
        "layer": str,
        "landuse_year": str,
        "value": int,
        "class": str,
        "cells": int,
        "without_value": int,
        "area_ha": float,
        "mean": "float | None",
        "sd": "float | None",
        "min": "float | None",
        "max": "float | None",
    },
)
AgeValueRow = TypedDict(
    "AgeValueRow",
    {
        "year": str,
        "layer": str,
        "value": int,
        "class": str,
        "age_min": int,
        "age_mid": float,
        "age_max": int,
        "cells": int,
        "without_value": int,
        "area_ha": float,
        "mean": "float | None",
        "sd": "float | None",
        "undisturbed_mean": "float | None",
        "pct_of_undisturbed": "float | None",
    },
)
StatusValueRow = TypedDict(
    "StatusValueRow",
    {
        "year": str,
        "layer": str,
        "status": str,
        "value": int,
        "class": str,
        "cells": int,
        "without_value": int,
        "area_ha": float,
        "mean": "float | None",
        "sd": "float | None",
    },
)


class Land(NamedTuple):
    """A kind of land: its class by number, its State, and the date by which it was reclaimed.

    The date is told by its number, NEVER of land that is not reclaimed.
    """

    number: int
    state: int
    start: int


Part = TypeVar("Part")
Row = TypeVar("Row")
# What the cells of a raster of values hold, by land.
Held = Mapping[Land, Moments]


class Age(NamedTuple):
    """An age of reclaimed land of a class, youngest first.

    Attributes:
        number: of the class.
        years: at least, in the middle, at most.
        moments: of the land that has it.
        undisturbed: of land of the class that never was mined.
    """

    number: int
    years: tuple[int, float, int]
    moments: Moments
    undisturbed: Moments

    @property
    def pct(self) -> float | None:
        """Its mean in per cent of that of undisturbed land; None where either has none, or is 0."""
        if not self.moments.with_value or not self.undisturbed.with_value:
            return None
        return percent(self.moments.mean, self.undisturbed.mean)


class Chronosequence:
    """What rasters of values hold by class, state and age, of a run or a unit of it.

    Args:
        layers: the rasters, earliest first.
        dates: of the land use.
        classes: the run's class list.
        held: what each of the rasters holds.
    """

    # Its tables: output, type of the rows, attribute.
    TABLES = (
        ("BY_CLASS", ClassValueRow, "by_class"),
        ("BY_AGE", AgeValueRow, "by_age"),
        ("BY_STATUS", StatusValueRow, "by_status"),
    )

    def __init__(
        self,
        layers: Sequence[ValueLayer],
        dates: Sequence[Date],
        classes: Classes,
        held: Sequence[Held],
    ):
        self.layers, self.dates, self.classes, self.held = layers, dates, classes, held

    @classmethod
    def of(
        cls, layers: Sequence[ValueLayer], dates: Sequence[Date], classes: Classes
    ) -> Chronosequence:
        """Of a whole run, once all is counted."""
        held = [_joined(layer, lambda stratum: True).get(True, {}) for layer in layers]
        return cls(layers, dates, classes, held)

    def by_unit(self, units: Units) -> list[tuple[str, Chronosequence]]:
        """The same of each unit that has cells, in their order."""
        names, places = units.named()
        ranks = units.strata.ranks()
        held = [_joined(layer, lambda number: int(places[ranks[number]])) for layer in self.layers]
        return [
            (
                name,
                Chronosequence(
                    self.layers, self.dates, self.classes, [one.get(place, {}) for one in held]
                ),
            )
            for place, name in enumerate(names)
            if any(place in one for one in held)
        ]

    def by_count(self, units: Units | None) -> Callable[[Census], Chronosequence]:
        """What gives the same of a count: of the whole run, or of one of its units."""
        by_unit = {} if units is None else dict(self.by_unit(units))
        return lambda census: by_unit.get(census.unit, self)

    @staticmethod
    def rows(
        attribute: str, of: Callable[[Census], Chronosequence]
    ) -> Callable[[Census], list[Mapping[str, object]]]:
        """What gives the rows of one of TABLES, of the whole run or of a unit."""
        return lambda census: getattr(of(census), attribute)

    @property
    def by_class(self) -> list[ClassValueRow]:
        return self._of_all(self.class_rows)

    @property
    def by_age(self) -> list[AgeValueRow]:
        return self._of_all(self.age_rows)

    @property
    def by_status(self) -> list[StatusValueRow]:
        return self._of_all(self.status_rows)

    def _of_all(self, rows: Callable[[int], list[Row]]) -> list[Row]:
        return [row for place in range(len(self.layers)) for row in rows(place)]

    def class_rows(self, place: int) -> list[ClassValueRow]:
        """BY_CLASS of the raster at a place."""
        layer, found = self.layers[place], _by(self.held[place], lambda land: land.number)
        rows: list[ClassValueRow] = []
        for number in self._in_order(found):
            moments = found[number]
            mean, sd, least, largest = moments.statistics
            rows.append(
                {
                    "year": layer.date.year,
                    "layer": layer.date.layer,
                    "landuse_year": self.dates[layer.number - 1].year,
                    "value": self.classes[number].value,
                    "class": self.classes[number].name,
                    "cells": moments.cells,
                    "without_value": moments.without_value,
                    "area_ha": moments.hectares,
                    "mean": mean,
                    "sd": sd,
                    "min": least,
                    "max": largest,
                }
            )
        return rows

    @cached_property
    def ages(self) -> list[list[Age]]:
        """The ages of reclaimed land for each raster: class by class, youngest first."""
        return [self._ages(*pair) for pair in zip(self.layers, self.held)]

    def _ages(self, layer: ValueLayer, held: Held) -> list[Age]:
        # The year of the values stands for one date more, at which land is as at the last.
        dates = [*self.dates[: layer.number], layer.date]
        reclaimed = {land: moments for land, moments in held.items() if land.start != NEVER}
        found = _by(reclaimed, lambda land: (land.number, land.start))
        return [
            Age(
                number,
                age_of(dates, start, len(dates)),
                found[number, start],
                held.get(Land(number, State.NEVER_MINED, NEVER), Moments()),
            )
            for number in self.classes.order()
            for start in range(layer.number, NEVER, -1)
            if (number, start) in found
        ]

    def age_rows(self, place: int) -> list[AgeValueRow]:
        """BY_AGE of the raster at a place."""
        layer = self.layers[place]
        return [
            {
                "year": layer.date.year,
                "layer": layer.date.layer,
                "value": self.classes[age.number].value,
                "class": self.classes[age.number].name,
                "age_min": age.years[0],
                "age_mid": age.years[1],
                "age_max": age.years[2],
                "cells": age.moments.cells,
                "without_value": age.moments.without_value,
                "area_ha": age.moments.hectares,
                "mean": age.moments.statistics[0],
                "sd": age.moments.sd,
                "undisturbed_mean": age.undisturbed.statistics[0],
                "pct_of_undisturbed": age.pct,
            }
            for age in self.ages[place]
        ]

    def status_rows(self, place: int) -> list[StatusValueRow]:
        """BY_STATUS of the raster at a place."""
        layer = self.layers[place]
        found = _by(self.held[place], lambda land: (land.state, land.number))
        return [
            {
                "year": layer.date.year,
                "layer": layer.date.layer,
                "status": key,
                "value": self.classes[number].value,
                "class": self.classes[number].name,
                "cells": moments.cells,
                "without_value": moments.without_value,
                "area_ha": moments.hectares,
                "mean": moments.statistics[0],
                "sd": moments.sd,
            }
            for state, key in KEYS.items()
            for number in self._in_order(n for s, n in found if s == state)
            for moments in [found[int(state), number]]
        ]

    def _in_order(self, numbers: Iterable[int]) -> list[int]:
        """Numbers of classes as tables list them."""
        there = set(numbers)
        return [number for number in self.classes.order() if number in there]

    def compared(self, place: int = -1) -> list[Age]:
        """The ages at a raster, the last one, whose values are known."""
        return [age for age in self.ages[place] if age.moments.with_value]

    def reclaimed_pct(self, place: int = -1) -> float | None:
        """What reclaimed land holds in per cent of undisturbed land, at a raster, the last one.

        The mean of pct_of_undisturbed, weighted by area. None where no land is reclaimed, or a
        class of it has no undisturbed land.
        """
        shares = [(age.pct, age.moments.hectares) for age in self.compared(place)]
        known = [(pct, area) for pct, area in shares if pct is not None]
        area = sum(area for _, area in known)
        if len(known) < len(shares) or not area:
            return None
        return sum(pct * area for pct, area in known) / area

    @property
    def numbers(self) -> dict[str, float]:
        """What sums it up, by the names of the algorithm's numbers; without what is not."""
        pct = self.reclaimed_pct()
        return {} if pct is None else {"RECLAIMED_PCT_OF_UNDISTURBED": pct}

    def checks(self, census: Census) -> list[Check]:
        """What was measured against what was counted, and the tables against each other."""
        checks = []
        for layer, held, ages in zip(self.layers, self.held, self.ages):
            counted = census.dates.common[layer.number - 1]
            found = _by(held, lambda land: land.number)
            cells = sum(
                min(int(counted.cells[number + FIRST_CLASS]), moments.cells)
                for number, moments in found.items()
            )
            hectares = sum(moments.hectares for moments in found.values())
            reclaimed = [m.hectares for land, m in held.items() if land.state == State.RECLAIMED]
            of_ages = sum(age.moments.hectares for age in ages)
            year = layer.date.year
            checks += [
                Check(
                    year, Term("cells measured that are the class areas"), census.valid_cells, cells
                ),
                Check(
                    year, Term("hectares measured = all hectares"), census.total_hectares, hectares
                ),
                Check(year, Term("hectares of all ages = reclaimed"), sum(reclaimed), of_ages),
            ]
        return checks

    def notes(self) -> Notes:
        """What is without a value, and what there is nothing to compare with, for the log."""
        notes = Notes()
        for layer, held in zip(self.layers, self.held):
            whole = together(held.values())
            if whole.without_value:
                notes.inform(
                    "'{layer}': cells that count: {cells:,}; of them without a value: {without:,}.",
                    layer=layer.date.layer,
                    cells=whole.cells,
                    without=whole.without_value,
                )
            if not whole.with_value:
                notes.warn("'{layer}': no cell that counts has a value.", layer=layer.date.layer)
        lacking = dict.fromkeys(
            self.classes[age.number].name
            for age in self.compared()
            if not age.undisturbed.with_value
        )
        for name in lacking:
            notes.warn(
                "{land_class}: some of it is reclaimed, and none with a value never was mined, so "
                "there is nothing to compare it with.",
                land_class=name,
            )
        return notes


def _by(held: Held, key: Callable[[Land], Part]) -> dict[Part, Moments]:
    """What is held by a key of the land."""
    parts: dict[Part, list[Moments]] = {}
    for land, moments in held.items():
        parts.setdefault(key(land), []).append(moments)
    return {one: together(moments) for one, moments in parts.items()}


def _joined(layer: ValueLayer, part_of: Callable[[int], Part]) -> dict[Part, dict[Land, Moments]]:
    """What the cells of a raster hold by part of the run and by land.

    Args:
        part_of: the part that a stratum belongs to.
    """
    parts: dict[Part, dict[Land, Moments]] = {}
    for (*land, stratum), moments in layer.measured.moments.items():
        held, kind = parts.setdefault(part_of(stratum), {}), Land(*land)
        held[kind] = held[kind].with_(moments) if kind in held else moments
    return parts


def recovered_columns(
    layers: Sequence[ValueLayer], of: Callable[[Census], Chronosequence]
) -> UnitColumns:
    """Of a unit: what its reclaimed land holds, in per cent of its undisturbed land, by raster.

    Args:
        of: gives what the land of a unit holds.
    """
    return UnitColumns(
        [f"pct_of_undisturbed_{layer.date.year}" for layer in layers],
        [
            Message(
                "{layer}, {year}: reclaimed land in % of undisturbed land",
                layer=layer.date.layer,
                year=layer.date.year,
            )
            for layer in layers
        ],
        lambda census: [of(census).reclaimed_pct(place) for place in range(len(layers))],
        digits=1,
        measure="%",
    )
