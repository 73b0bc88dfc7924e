"""Statistics of value rasters by land, for a run or a unit: BY_CLASS, BY_AGE, BY_STATUS.

Includes the assessment of recovery by class and age, and of classes with too few
values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, takewhile
from typing import NamedTuple, TypeVar

from ..base.dates import Date
from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.numbers import compute_percent
from ..base.table import Table
from ..mine.ages import age_interval
from ..mine.mined_land import NO_DATE, STATE_KEYS, LandState
from ..report.plotly_figures import format_number
from ..results.closure import Check
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CountResult
from ..scan.units import UnitColumns, Units
from ..scan.zonal_statistics import Moments, combine_moments
from ..scheme.classes import Classes
from .value_rasters import ValueLayer

BY_CLASS = "year layer landuse_year value class cells without_value area_ha mean sd min max"
BY_AGE = (
    "year layer value class age_min age_mid age_max cells without_value area_ha mean sd "
    "undisturbed_mean pct_of_undisturbed"
)
BY_STATUS = "year layer status value class cells without_value area_ha mean sd"


class LandStratum(NamedTuple):
    """A kind of land: class, LandState, and number of the date of reclamation or NO_DATE."""

    class_index: int
    state: int
    since: int


PartT = TypeVar("PartT")
# Statistics of the cells of a value raster.
MomentsByLand = Mapping[LandStratum, Moments]


class ReclamationAge(NamedTuple):
    """An age of reclaimed land of a class: minimum, middle and maximum, in years."""

    class_index: int
    years: tuple[int, float, int]
    moments: Moments
    undisturbed: Moments

    @property
    def pct_of_undisturbed(self) -> float | None:
        """Mean in % of undisturbed land; None without values, or if that mean is 0."""
        if not self.moments.with_value or not self.undisturbed.with_value:
            return None
        return compute_percent(self.moments.mean, self.undisturbed.mean)


class Chronosequence:
    """Statistics of value rasters, earliest first, by class, status and age."""

    def __init__(
        self,
        layers: Sequence[ValueLayer],
        dates: Sequence[Date],
        classes: Classes,
        by_land: Sequence[MomentsByLand],
    ):
        self.layers, self.dates, self.classes, self.by_land = layers, dates, classes, by_land

    @classmethod
    def from_layers(
        cls, layers: Sequence[ValueLayer], dates: Sequence[Date], classes: Classes
    ) -> Chronosequence:
        """Create the statistics of a whole run, after the pass."""
        by_land = [_collect_moments(layer, lambda stratum: True).get(True, {}) for layer in layers]
        return cls(layers, dates, classes, by_land)

    def by_unit(self, units: Units) -> list[tuple[str, Chronosequence]]:
        """Return the statistics of each unit with cells, in order."""
        names, unit_of = units.list_units()
        ranks = units.strata.stratum_lookup()
        by_layer = [
            _collect_moments(layer, lambda code: int(unit_of[ranks[code]])) for layer in self.layers
        ]
        chronosequences = []
        for unit, name in enumerate(names):
            if any(unit in by_part for by_part in by_layer):
                by_land = [by_part.get(unit, {}) for by_part in by_layer]
                of_unit = Chronosequence(self.layers, self.dates, self.classes, by_land)
                chronosequences.append((name, of_unit))
        return chronosequences

    def create_count_lookup(self, units: Units | None) -> Callable[[CountResult], Chronosequence]:
        """Return a function that gives the statistics of a count result, of run or unit."""
        by_unit = {} if units is None else dict(self.by_unit(units))
        return lambda census: by_unit.get(census.unit, self)

    @property
    def class_table(self) -> Table:
        """BY_CLASS of all rasters."""
        return Table.concatenate_tables(map(self.class_rows, range(len(self.layers))), BY_CLASS)

    @property
    def age_table(self) -> Table:
        """BY_AGE of all rasters."""
        return Table.concatenate_tables(map(self.age_rows, range(len(self.layers))), BY_AGE)

    @property
    def status_table(self) -> Table:
        """BY_STATUS of all rasters."""
        return Table.concatenate_tables(map(self.status_rows, range(len(self.layers))), BY_STATUS)

    def class_rows(self, layer_index: int) -> Table:
        """Return BY_CLASS of a raster."""
        layer, rows = self.layers[layer_index], list[tuple[object, ...]]()
        head = layer.date.year, layer.date.layer, self.dates[layer.date_number - 1].year
        by_class = _group_moments(self.by_land[layer_index], lambda land: land.class_index)
        for index in self._sort_classes(by_class):
            least, largest = by_class[index].statistics[2:]
            rows.append((*head, *self._statistics_columns(index, by_class[index]), least, largest))
        return Table.from_rows(BY_CLASS, rows)

    @cached_property
    def ages(self) -> list[list[ReclamationAge]]:
        """Ages of reclaimed land for each raster: by class, youngest first."""
        ages = list[list[ReclamationAge]]()
        for layer, by_land in zip(self.layers, self.by_land):
            # The year of the values is an additional date, with the land as at the last date.
            dates = [*self.dates[: layer.date_number], layer.date]
            by_age = _group_moments(by_land, lambda land: (land.class_index, land.since))
            ages.append([])
            for class_index in self.classes.table_order():
                never_mined = LandStratum(class_index, LandState.NEVER_MINED, NO_DATE)
                undisturbed = by_land.get(never_mined, Moments())
                for since in range(layer.date_number, NO_DATE, -1):
                    if (class_index, since) in by_age:
                        years, moments = (
                            age_interval(dates, since, len(dates)),
                            by_age[class_index, since],
                        )
                        ages[-1].append(ReclamationAge(class_index, years, moments, undisturbed))
        return ages

    def age_rows(self, layer_index: int) -> Table:
        """Return BY_AGE of a raster."""
        date, rows = self.layers[layer_index].date, list[tuple[object, ...]]()
        for age in self.ages[layer_index]:
            value, name, *measured = self._statistics_columns(age.class_index, age.moments)
            compared = age.undisturbed.statistics[0], age.pct_of_undisturbed
            rows.append((date.year, date.layer, value, name, *age.years, *measured, *compared))
        return Table.from_rows(BY_AGE, rows)

    def status_rows(self, layer_index: int) -> Table:
        """Return BY_STATUS of a raster."""
        date, by_land = self.layers[layer_index].date, self.by_land[layer_index]
        by_state = _group_moments(by_land, lambda land: (land.state, land.class_index))
        rows = [
            (
                date.year,
                date.layer,
                key,
                *self._statistics_columns(index, by_state[int(state), index]),
            )
            for state, key in STATE_KEYS.items()
            for index in self._sort_classes(index for of, index in by_state if of == state)
        ]
        return Table.from_rows(BY_STATUS, rows)

    def _statistics_columns(self, class_index: int, moments: Moments) -> tuple[object, ...]:
        """Return value and name of a class, cells, cells without a value, hectares, mean, sd."""
        land_class, (mean, sd, _, _) = self.classes[class_index], moments.statistics
        counted = moments.cells, moments.cells_without_value, moments.hectares
        return (land_class.value, land_class.name, *counted, mean, sd)

    def _sort_classes(self, indices: Iterable[int]) -> list[int]:
        """Return class indices in table order."""
        there = set(indices)
        return [class_index for class_index in self.classes.table_order() if class_index in there]

    def list_measured_ages(self, layer_index: int = -1) -> list[ReclamationAge]:
        """Return the ages with values at a raster, by default the last one."""
        return [age for age in self.ages[layer_index] if age.moments.with_value]

    def reclaimed_pct(self, layer_index: int = -1) -> float | None:
        """Return the values of reclaimed land in % of undisturbed land at a raster.

        Area-weighted; last raster by default. None without reclaimed or undisturbed land.
        """
        shares = [
            (age.pct_of_undisturbed, age.moments.hectares)
            for age in self.list_measured_ages(layer_index)
        ]
        known = [(pct, area) for pct, area in shares if pct is not None]
        area = sum(area for _, area in known)
        if len(known) < len(shares) or not area:
            return None
        return sum(pct * area for pct, area in known) / area

    @property
    def key_figures(self) -> dict[str, float]:
        """Numeric outputs by name; undefined ones are omitted."""
        pct = self.reclaimed_pct()
        return {} if pct is None else {"RECLAIMED_PCT_OF_UNDISTURBED": pct}

    def consistency_checks(self, census: CountResult) -> list[Check]:
        """Return checks of the values against the cell counts, and between the tables."""
        checks = []
        for layer, by_land, ages in zip(self.layers, self.by_land, self.ages):
            counted = census.dates.common[layer.date_number - 1]
            by_class = _group_moments(by_land, lambda land: land.class_index)
            cells = sum(
                min(int(counted.cells[class_index + FIRST_CLASS_CODE]), moments.cells)
                for class_index, moments in by_class.items()
            )
            hectares = sum(moments.hectares for moments in by_class.values())
            areas = [(land.state, moments.hectares) for land, moments in by_land.items()]
            reclaimed = sum(area for state, area in areas if state == LandState.RECLAIMED)
            of_ages = sum(age.moments.hectares for age in ages)
            year, what = layer.date.year, Term("measured areas sum to class areas, cells")
            checks += [
                Check(year, what, census.valid_cells, cells),
                Check(year, Term("measured area = total area"), census.valid_area_ha, hectares),
                Check(year, Term("area of all ages = reclaimed area"), reclaimed, of_ages),
            ]
        return checks

    def notes(self) -> Notes:
        """Return notes on missing values and missing undisturbed land for the log."""
        notes = Notes()
        for layer, by_land in zip(self.layers, self.by_land):
            whole = combine_moments(by_land.values())
            if whole.cells_without_value:
                notes.add_notice(
                    "'{layer}': {cells:,} valid cells, {without:,} of them without a value.",
                    layer=layer.date.layer,
                    cells=whole.cells,
                    without=whole.cells_without_value,
                )
            if not whole.with_value:
                notes.add_warning(
                    "Layer '{layer}' has no valid cells in the analysis area.",
                    layer=layer.date.layer,
                )
        lacking = dict.fromkeys(
            self.classes[age.class_index].name
            for age in self.list_measured_ages()
            if not age.undisturbed.with_value
        )
        for name in lacking:
            notes.add_warning(
                "{land_class}: no undisturbed land with values to compare with its reclaimed land.",
                land_class=name,
            )
        return notes


def _group_moments(
    by_land: MomentsByLand, key: Callable[[LandStratum], PartT]
) -> dict[PartT, Moments]:
    """Group the statistics of a raster by a key of the land."""
    parts: dict[PartT, list[Moments]] = {}
    for land, moments in by_land.items():
        parts.setdefault(key(land), []).append(moments)
    return {part: combine_moments(moments) for part, moments in parts.items()}


def _collect_moments(
    layer: ValueLayer, part_of: Callable[[int], PartT]
) -> dict[PartT, dict[LandStratum, Moments]]:
    """Group the statistics of a raster by part of the run, given by stratum, and by land."""
    parts: dict[PartT, dict[LandStratum, Moments]] = {}
    for (*kind, stratum), moments in layer.measured.moments.items():
        by_land, land = parts.setdefault(part_of(stratum), {}), LandStratum(*kind)
        by_land[land] = by_land[land].combine(moments) if land in by_land else moments
    return parts


def recovery_columns(
    layers: Sequence[ValueLayer], of: Callable[[CountResult], Chronosequence]
) -> UnitColumns:
    """Return unit columns: values of reclaimed land in % of undisturbed land, by raster."""
    return UnitColumns(
        [f"pct_of_undisturbed_{layer.date.year}" for layer in layers],
        [
            Message(
                "{layer}, {year}: reclaimed land, % of undisturbed land",
                layer=layer.date.layer,
                year=layer.date.year,
            )
            for layer in layers
        ],
        lambda census: [of(census).reclaimed_pct(index) for index in range(len(layers))],
        digits=1,
        measure="%",
    )


# Conventional minimum number of values for mean and standard deviation.
MIN_VALUES = 30
# Land is recovered from this percentage of undisturbed land.
MIN_RECOVERED_PCT = 90.0


class RecoveryAssessment:
    """Ages of reclaimed land at a raster, by class, with the assessment of their recovery."""

    def __init__(self, layer: ValueLayer, ages: Sequence[ReclamationAge], classes: Classes):
        self.ages, self.classes = ages, classes
        # Land-use cells that share a value are not independent values.
        self.least_cells = MIN_VALUES * max(1.0, layer.cells_within)

    def has_enough_cells(self, moments: Moments) -> bool:
        """Return whether there are enough cells with a value."""
        return moments.with_value >= self.least_cells

    @property
    def ages_by_class(self) -> Iterator[tuple[int, list[ReclamationAge]]]:
        """Index of each class, with its ages."""
        for class_index, ages in groupby(self.ages, lambda age: age.class_index):
            yield class_index, list(ages)

    def list_sentences(self) -> list[Text]:
        """Return recovery sentences by class with definitions, a shared one for too few cells."""
        sentences: list[Text] = []
        for class_index, ages in self.ages_by_class:
            known = [age for age in ages if self.has_enough_cells(age.moments)]
            if known:
                sentences.append(self._class_sentence(self.classes[class_index].name, known))
        if sentences:
            back = Message(
                "Recovered: at least {least} % of the value of undisturbed land of the class "
                "at this age and all greater ages.",
                least=format_number(MIN_RECOVERED_PCT),
            )
            sentences.insert(0, back)
        few = [age for age in self.ages if not self.has_enough_cells(age.moments)]
        if few:
            sentences.append(
                Message(
                    "Not assessed, fewer than {least} cells: {land}.",
                    least=format_number(self.least_cells),
                    land=MessageList(
                        Message(
                            "{land_class}, {ages} years ({cells} cells)",
                            land_class=self.classes[age.class_index].name,
                            ages=format_age_interval(age),
                            cells=format_number(age.moments.with_value),
                        )
                        for age in few
                    ),
                )
            )
        return sentences

    def _class_sentence(self, name: str, ages: Sequence[ReclamationAge]) -> Message:
        """Return a sentence on the age of recovery of a class, among ages with enough cells."""
        undisturbed = ages[0].undisturbed
        if not self.has_enough_cells(undisturbed):
            return Message(
                "{land_class}: not compared; only {cells} cells of undisturbed land have a value.",
                land_class=name,
                cells=format_number(undisturbed.with_value),
            )
        if undisturbed.mean <= 0:
            return Message(
                "{land_class}: percentages not calculated; the mean of undisturbed land is "
                "not above 0.",
                land_class=name,
            )
        values: dict[str, object] = {
            "land_class": name,
            "parts": MessageList(
                Message(
                    "{pct} % at {ages} years",
                    pct=format_number(age.pct_of_undisturbed, 1),
                    ages=format_age_interval(age),
                )
                for age in ages
            ),
        }
        back = list(
            takewhile(
                lambda age: (age.pct_of_undisturbed or 0.0) >= MIN_RECOVERED_PCT, reversed(ages)
            )
        )
        if not back:
            return Message(
                "{land_class}, compared with undisturbed land: {parts}; not recovered yet.",
                **values,
            )
        return Message(
            "{land_class}, compared with undisturbed land: {parts}; recovered by an age of "
            "{ages} years.",
            **values,
            ages=format_age_interval(back[-1]),
        )


def format_age_interval(age: ReclamationAge) -> str:
    """Return the interval of an age, such as 9 to 18, with a dash."""
    least, _, most = age.years
    return f"{least}\N{EN DASH}{most}"
