"""Uncertainty of conversion areas: errors from a plain table, and areas estimated from a sample.

A row of the table is one error in each period, shared by all conversions that it names.
A labelled sample estimates all areas of a map at once, so that their errors are
correlated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple, Optional

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Notes
from ..base.numbers import ByteArray, FloatArray, IntArray
from .classes import Classes, LandClass
from .table import AREA_U95_PCT_BOUNDS, Row, Table
from .zone_rules import (
    RuleSideParser,
    ZoneRules,
    class_indices_by_side,
    find_zone,
    side_specificity,
    zone_labels,
)

# Former and later class of a conversion; None if a class is unknown.
Conversion = Optional[tuple[LandClass, LandClass]]


class StratumChange(NamedTuple):
    """Land of the map that a stratum represents, for comparison with other counts of it."""

    kind: str  # of disturbed or reclaimed land (core/scheme/disturbance_types.py), or ''
    source: LandClass | None = None  # before the disturbance; None if the class is unknown
    source_name: str = ""  # name in the table; '' for all disturbed land
    conversion: Conversion = None  # where it has a single one


@dataclass(frozen=True)
class SampledStratum:
    """Part of the land sampled separately, such as a class of the map."""

    name: str
    hectares: float
    samples: int  # 1 or more, but of strata that nothing was sampled of
    shares: FloatArray  # of each conversion in the reference, (conversions,), adding up to 1
    cells: int = 0  # where that is not known, and then taken for many
    land: StratumChange | None = None  # what land of the map it is, where its name tells

    @property
    def error_scale_ha(self) -> float:
        """Scale of the standard error of a share, ha; 0 for a single sample, which has no variance.

        A finite population correction is applied (Cochran 1977, eq. 5.7).
        """
        if self.samples < 2:
            return 0.0
        unseen = 1.0 - self.samples / self.cells if self.cells else 1.0
        return self.hectares * sqrt(unseen / (self.samples - 1))


@dataclass(frozen=True)
class SampledAreas:
    """Areas of the conversions of a map estimated from a sample; arrays are (conversions,)."""

    period: str  # '' where the table names none
    names: Sequence[str]  # as the table has them
    conversions: Sequence[Conversion]
    mapped_ha: FloatArray
    estimated_ha: FloatArray
    errors_ha: FloatArray  # standard errors of the estimates; NaN where none is known
    strata: Sequence[SampledStratum] = ()  # none where there are standard errors alone

    @property
    def has_cell_counts(self) -> bool:
        """Whether the cell counts of the strata are known, as in a table by strata."""
        return any(stratum.cells for stratum in self.strata)

    @property
    def mixed_strata(self) -> list[tuple[SampledStratum, IntArray]]:
        """Strata with several conversions, with the conversion indices."""
        conversions = [(stratum, np.flatnonzero(stratum.shares)) for stratum in self.strata]
        return [(stratum, indices) for stratum, indices in conversions if indices.size > 1]


def standard_errors(strata: Sequence[SampledStratum], size: int) -> FloatArray:
    """Return the standard errors of the areas of `size` conversions, in ha, (size,).

    V(A_k) = sum over strata of H^2 q_k (1 - q_k) / (n - 1), H the hectares of a stratum and
    q the shares (Olofsson et al. 2014, eq. 10).
    """
    variances = (s.error_scale_ha**2 * s.shares * (1.0 - s.shares) for s in strata)
    errors: FloatArray = np.sqrt(sum(variances, np.zeros(size)))
    return errors


# A row names a conversion by its classes or by its zone.
CONVERSION_COLUMNS = ("from_class", "to_class")
CLASS_ERROR_COLUMNS = (*CONVERSION_COLUMNS, "u95_pct")
ZONE_ERROR_COLUMNS = ("zone", "u95_pct")

# Index of the variable for conversions with an exact area.
CERTAIN_VARIABLE = 0


@dataclass(frozen=True)
class AreaError:
    """Row of the table: its label, what it names, half-width in %, and period ('' for all)."""

    row: int
    source: str
    target: str
    zone: int
    u95_pct: float
    period: str = ""

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Sort key; the highest wins: a period before none, then the more specific sides."""
        near, far = sorted(
            (side_specificity(self.source), side_specificity(self.target)), reverse=True
        )
        return bool(self.period), near, far


@dataclass(frozen=True)
class AreaEstimate:
    """Area estimated from a sample, for comparison with the map."""

    name: str  # of the conversion or zone, as the table has it
    period: str  # '' for every one
    mapped_ha: float
    estimated_ha: float
    half_width_ha: float | None  # of the 95 % interval; None where the sample gives none

    @property
    def full_name(self) -> str:
        """Name with the period, if there is one."""
        return f"{self.name} {self.period}".rstrip()

    @property
    def is_outside_interval(self) -> bool:
        """Whether the mapped area is outside the interval, by more than rounding."""
        off = abs(self.mapped_ha - self.estimated_ha)
        rounding = 1e-9 * max(self.mapped_ha, self.estimated_ha)
        return self.half_width_ha is not None and off > self.half_width_ha + rounding


@dataclass(frozen=True)
class AreaVariables:
    """Area errors of a run as variables; the first, CERTAIN_VARIABLE, has no error."""

    names: Sequence[str]
    u95_pct: FloatArray  # half-widths in % of the area, (variables,)
    by_period: Sequence[IntArray]  # the variable of each conversion, (classes, classes)


@dataclass(frozen=True, eq=False)
class AreaErrors:
    """Rows of a table, checked against the classes of a run."""

    table: Table
    rows: Sequence[AreaError]
    rules: ZoneRules | None  # give the zones that rows by zone speak of; None where no row does
    estimates: Sequence[AreaEstimate] = ()  # of the areas, by an accuracy assessment
    samples: Sequence[SampledAreas] = ()  # the same by period, for tonnes; none of a map of zones
    notes: Notes = field(default_factory=Notes)
    # Whether the samples are by strata, so that the table lacks the mapped areas of conversions;
    # rows and estimates are then set by add_mapped_areas().
    by_strata: bool = False

    def __bool__(self) -> bool:
        """Return whether any area has an error."""
        return bool(self.rows)

    def make_variables(
        self, classes: Sequence[LandClass], steps: Sequence[Period]
    ) -> AreaVariables:
        """Create a variable for each row and period in which the row names a conversion."""
        zones = None if self.rules is None else self.rules.zone_matrix(classes)
        names, widths, tables = [""], [0.0], []
        for step in steps:
            rows = self._winning_rows(classes, zones, step.name)
            variables = np.full(rows.shape, CERTAIN_VARIABLE, np.int64)
            for index in np.unique(rows[rows >= 0]):
                error = self.rows[int(index)]
                variables[rows == index] = len(names)
                names.append(f"area row {error.row} {step.name}")
                widths.append(error.u95_pct)
            tables.append(variables)
        return AreaVariables(names, np.array(widths), tables)

    def _winning_rows(
        self, classes: Sequence[LandClass], zones: ByteArray | None, period: str
    ) -> IntArray:
        """Return the index of the row that applies to each conversion in a period, or -1."""
        indices, no_indices = class_indices_by_side(classes), np.zeros(0, np.intp)
        winners = np.full((len(classes), len(classes)), -1, np.int64)
        for index, error in sorted(enumerate(self.rows), key=lambda each: each[1].rank):
            if error.period not in ("", period):
                continue
            named = np.zeros(winners.shape, np.bool_) if zones is None else zones == error.zone
            if zones is None:
                sides = (indices.get(side, no_indices) for side in (error.source, error.target))
                named[np.ix_(*sides)] = True
            for other in np.unique(winners[named]):
                if other >= 0 and self.rows[int(other)].rank == error.rank:
                    source, target = np.argwhere(named & (winners == other))[0]
                    labels = sorted((self.rows[int(other)].row, error.row))
                    raise DataError(
                        "{table}: rows {one} and {other} are equally specific for {source} "
                        "-> {target}; delete one",
                        table=self.table.name,
                        one=labels[0],
                        other=labels[1],
                        source=classes[source].name,
                        target=classes[target].name,
                    )
            winners[named] = index
        return winners


def make_area_variables(
    errors: AreaErrors | None, classes: Sequence[LandClass], steps: Sequence[Period]
) -> AreaVariables:
    """Return the area variables of a run; without errors all areas are exact."""
    if errors is not None:
        return errors.make_variables(classes, steps)
    shape = (len(classes), len(classes))
    return AreaVariables(
        [""], np.zeros(1), [np.full(shape, CERTAIN_VARIABLE, np.int64) for _ in steps]
    )


def read_area_errors(
    table: Table, classes: Classes, steps: Sequence[Period], rules: ZoneRules
) -> AreaErrors:
    """Read a table's errors by its class columns, else by zone; `steps`: periods between dates."""
    zones = rules.zones
    by_zone = "zone" in table.columns and "from_class" not in table.columns
    table.check_columns(ZONE_ERROR_COLUMNS if by_zone else CLASS_ERROR_COLUMNS)
    sides, notes = RuleSideParser(table, classes), Notes()
    errors: list[AreaError] = []
    empty: list[str] = []
    for row in table:
        source = target = ""
        zone = find_zone(row.required_text("zone"), zones) if by_zone else 0
        if zone is None:
            raise row.unknown_value_error("zone", zone_labels(zones))
        if not by_zone:
            source, target = (sides.parse_cell(row, column) or "" for column in CONVERSION_COLUMNS)
        for column in CONVERSION_COLUMNS:
            if row.text_value("zone") and row.text_value(column):
                raise row.make_error(
                    "columns 'zone' and '{column}' must not both be filled in", column=column
                )
        period = read_period(row, steps)
        if row.text_value("u95_pct"):
            u95 = row.float_value("u95_pct", **AREA_U95_PCT_BOUNDS)
            errors.append(AreaError(row.label, source, target, zone, u95, period))
        else:
            # As in the exported template.
            empty.append(str(row.label))
    sides.check_unknown_names()
    if empty:
        notes.add_notice(
            "{table}: rows without a margin of error ignored: {rows}.",
            table=table.name,
            rows=", ".join(empty),
        )
    return AreaErrors(table, errors, rules if by_zone else None, notes=notes)


def read_period(row: Row, steps: Sequence[Period]) -> str:
    """Return the period in a row, '' if there is none."""
    text, names = row.text_value("period"), [step.name for step in steps]
    if text and text not in names:
        raise row.unknown_value_error("period", names)
    return text
