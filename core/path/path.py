"""The path of a mine to carbon neutrality: PATH and MILESTONE_TABLE, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypedDict

import numpy as np

from ..base.messages import DataError, GoingOn, Listed, Notes, Progress, Term, each
from ..base.numbers import Floats, half_width, parts_of
from ..ledger.states import CarbonByClass, carbon_by_class
from ..ledger.uncertainty_model import Lands, carbon_variables, certain_curves
from ..results.closure import Check, balanced
from ..results.uncertainty import Drawn, Wanted, certain_losses
from ..results.uncertainty_notes import note_bent, note_distributions, note_draws
from ..scheme.classes import Classes, LandClass, some
from ..scheme.coefficients import CO2_PER_C, Coefficients
from .base_year import Debt, Start
from .emission_factors import ActivityTable, Gwp
from .emissions import Emission, EmissionRow, Scenario, boundary_of, emissions_of
from .projection import (
    Band,
    ScenarioProjection,
    band_of,
    factor_parameters,
    model_of,
    note_missing,
    projection_of,
    require_scales,
)


@dataclass(frozen=True)
class Span:
    """The years of a path: from the base year, which has emissions only, to the horizon."""

    base: int
    end: int
    milestones: Sequence[int]

    @property
    def years(self) -> list[int]:
        return list(range(self.base, self.end + 1))

    @property
    def after(self) -> list[int]:
        """The years in which land has a part: all but the base year."""
        return self.years[1:]


def span_of(
    base: int | None, end: int, milestones: str, activity: ActivityTable, notes: Notes
) -> Span:
    """The years of a path.

    Args:
        base: BASE_YEAR; None: the last year of ACTIVITY.
        end: END_YEAR.
        milestones: MILESTONES, years with commas between them; those outside are left out, and
            noted.

    Raises:
        DataError: ACTIVITY has no such year, the horizon is not after it, or a milestone is none.
    """
    years = activity.years
    first = years[-1] if base is None else base
    if first not in years:
        raise DataError(
            "BASE_YEAR is {base}, and {table} has no row of that year in column 'year'; it has "
            "{years}",
            base=first,
            table=activity.name,
            years=some(years),
        )
    if end <= first:
        raise DataError(
            "END_YEAR is {end}, which is not after the base year {base}", end=end, base=first
        )
    years_inside: list[int] = []
    outside: list[str] = []
    for part in parts_of(half_width(milestones)):
        if part and not (part.isascii() and part.isdigit() and len(part) == 4):
            raise DataError("MILESTONES: '{year}' is not a four-digit year", year=part)
        if part and first <= int(part) <= end:
            years_inside.append(int(part))
        elif part:
            outside.append(part)
    if outside:
        notes.inform(
            "MILESTONES: {years} lie outside {base} to {end} and are left out.",
            years=", ".join(outside),
            base=first,
            end=end,
        )
    return Span(first, end, sorted(set(years_inside)))


class YearRow(TypedDict):
    """A year of a scenario: emissions, losses and sinks above 0, net above 0 to the air."""

    scenario: str
    year: str
    emissions_tco2e: float
    land_loss_tc: float
    sink_tc: float
    offsets_tco2: float
    net_tco2e: float
    cumulative_tco2e: float
    low_tco2e: float | None
    high_tco2e: float | None
    disturbed_ha: float
    reclaimed_ha: float
    mine_ha: float
    gwp: str
    boundary: str


class NeutralityColumns(TypedDict):
    """What MILESTONE_TABLE tells besides; neutral_pct is of the row's own year."""

    neutral_year: str | None
    neutral_pct: float | None


class DebtColumns(TypedDict):
    """What a path owes from before it begins; nothing without BALANCE.

    paid_back_year is the first from which the cumulative balance with the debt stays at most 0.
    """

    debt_tco2: float | None
    debt_with_assumed_tco2: float | None
    cumulative_with_debt_tco2e: float | None
    paid_back_year: str | None


class PathRow(YearRow, DebtColumns):
    """A row of PATH."""


class MilestoneRow(YearRow, NeutralityColumns, DebtColumns):
    """A row of MILESTONE_TABLE."""


class NeutralityPath:
    """The path of a run; its debt is what land taken before it begins owes, where anybody says it.

    Raises:
        DataError: the tables do not go together.
        Cancelled: going_on returned False, which is asked before each scenario.
    """

    def __init__(
        self,
        span: Span,
        activity: ActivityTable,
        gwp: Gwp,
        scenarios: Sequence[Scenario],
        classes: Classes,
        coefficients: Coefficients,
        start: Start,
        wanted: Wanted,
        debt: Debt | None = None,
        going_on: GoingOn = lambda: True,
    ):
        self.debt = debt
        self.span, self.activity, self.gwp, self.start = span, activity, gwp, start
        self.classes, self.coefficients, self.wanted = classes, coefficients, wanted
        self.all_emissions = emissions_of(activity, gwp)
        require_scales(scenarios, activity, span.base)
        self.projections = [
            projection_of(scenario, start, self.carbon, self.emissions, span.years)
            for scenario in each(scenarios, going_on)
        ]

    @cached_property
    def emissions(self) -> list[Emission]:
        """Those of the base year."""
        return [e for e in self.all_emissions if e.activity.year == self.span.base]

    @cached_property
    def carbon(self) -> CarbonByClass:
        """The coefficients by class index."""
        return carbon_by_class(list(self.classes), self.coefficients)

    @property
    def base_total(self) -> float:
        """t CO2e of the base year."""
        return sum(emission.tco2e for emission in self.emissions)

    @cached_property
    def boundary(self) -> str:
        """What is counted, as PATH has it."""
        return boundary_of(self.emissions)

    @cached_property
    def disturbed_classes(self) -> list[int]:
        """The indices of the classes that land is taken from, or was in its history."""
        by_class = (p.schedule.disturbed_by_class.items() for p in self.projections)
        indices = {index for areas in by_class for index, area in areas if area.any()}
        return sorted(indices.union(*(history.mined_sinks for history in self.start.histories)))

    @cached_property
    def sinks(self) -> list[int]:
        """The indices of the classes with coefficients that land is taken from or reclaimed as.

        So are those of its history where topsoil was kept then.
        """
        indices = {n for projection in self.projections for n in projection.schedule.classes}
        for history in self.start.histories:
            mined = self.classes_of(history.mined_sinks)
            if any(self.coefficients.or_nothing(c).soil.may_keep for c in mined):
                indices |= history.sinks
        return [n for n in sorted(indices) if self.classes[n] in self.coefficients]

    @cached_property
    def regrown(self) -> list[int]:
        """The indices of the classes with coefficients that land is or will be reclaimed as."""
        planted = (p.schedule.planted.items() for p in self.projections)
        indices = {n for by_class in planted for n, area in by_class if area.any()}
        indices |= {cohort.class_index for cohort in self.start.cohorts or ()}
        return sorted(indices.intersection(self.sinks))

    def classes_of(self, indices: Iterable[int]) -> list[LandClass]:
        """The classes of some indices, such as `regrown`."""
        return [self.classes[index] for index in indices]

    @cached_property
    def _uncertain(self) -> tuple[list[Band] | None, Notes]:
        return self._bands(lambda fraction: True)

    def draw(self, progress: Progress) -> None:
        """Work the bands out, which of many draws takes its time.

        Raises:
            Cancelled: progress returned False, before a scenario or a block of draws.
        """
        self._uncertain = self._bands(progress)

    def _bands(self, progress: Progress) -> tuple[list[Band] | None, Notes]:
        """The bands of the scenarios, None where not all half-widths are given; and what to say."""
        notes = Notes()
        lands = Lands(self.sinks, self.sinks, self.sinks)
        variables = carbon_variables(
            list(self.classes), lands, self.coefficients, self.carbon, notes
        )
        is_given = note_missing(self.emissions, notes)
        if variables is None or not is_given:
            return None, notes
        factors = factor_parameters(self.emissions)
        going_on = partial(progress, 0.0)
        models = [
            model_of(projection, self.carbon, factors, variables)
            for projection in each(self.projections, going_on)
        ]
        note_bent(dict.fromkeys(name for _, names in models for name in names), notes)
        drawn = Drawn(models[0][0], self.wanted, going_on) if self.wanted.draws else None
        coefficients = [variable.parameter for variable in variables]
        note_distributions(coefficients, self.wanted, notes)
        note_draws(each([*factors.values(), *coefficients], going_on), self.wanted, notes)
        bands = [
            band_of(model, self.wanted, drawn, partial(progress, index / len(models)))
            for index, (model, _) in enumerate(models)
        ]
        return bands, notes

    @property
    def left_out(self) -> Listed:
        """What has errors that no draw has in it, for a sentence."""
        return Listed(
            [
                Term("scenarios"),
                *certain_curves(self.classes_of(self.regrown), self.coefficients),
                Term("ages of reclaimed land"),
                Term("areas"),
                *certain_losses(self.classes_of(self.disturbed_classes), self.coefficients),
            ]
        )

    @property
    def bands(self) -> list[Band] | None:
        """The bands of the scenarios; None where not all half-widths are given."""
        return self._uncertain[0]

    @property
    def banded(self) -> list[tuple[ScenarioProjection, Band | None]]:
        """The scenarios with their bands."""
        bands = self.bands
        return [(c, None if bands is None else bands[n]) for n, c in enumerate(self.projections)]

    @property
    def uncertainty_notes(self) -> Notes:
        """Why there are no bands, or what there is to say of them."""
        return self._uncertain[1]

    @cached_property
    def emission_rows(self) -> list[EmissionRow]:
        """EMISSIONS: all years of ACTIVITY."""
        return [emission.row() for emission in self.all_emissions]

    @cached_property
    def rows(self) -> list[PathRow]:
        """PATH: by scenario, year by year."""
        return [
            {**self._row(projection, band, index), **self._debt(projection, index)}
            for projection, band in self.banded
            for index in range(len(projection.years))
        ]

    def with_debt(self, projection: ScenarioProjection) -> Floats | None:
        """The cumulative balance of a scenario with the debt, t CO2e, (years,); None without."""
        if self.debt is None:
            return None
        owed: Floats = projection.cumulative + self.debt.tco2
        return owed

    def paid_back_year(self, projection: ScenarioProjection) -> int | None:
        """The first year from which that stays at most 0 to the horizon; None if there is none."""
        owed = self.with_debt(projection)
        if owed is None:
            return None
        above = np.flatnonzero(owed > 0)
        index = int(above[-1]) + 1 if above.size else 0
        return projection.years[index] if index < len(projection.years) else None

    def _debt(self, projection: ScenarioProjection, index: int) -> DebtColumns:
        owed, year = self.with_debt(projection), self.paid_back_year(projection)
        return {
            "debt_tco2": self.debt.tco2 if self.debt else None,
            "debt_with_assumed_tco2": self.debt.with_assumed if self.debt else None,
            "cumulative_with_debt_tco2e": None if owed is None else float(owed[index]),
            "paid_back_year": None if year is None else str(year),
        }

    def _row(self, projection: ScenarioProjection, band: Band | None, index: int) -> YearRow:
        schedule, after, is_base = projection.schedule, index - 1, index == 0
        return {
            "scenario": projection.scenario.name,
            "year": str(projection.years[index]),
            "emissions_tco2e": float(projection.emitted[index]),
            "land_loss_tc": float(projection.loss[index]),
            "sink_tc": float(projection.sink[index]),
            "offsets_tco2": float(projection.offsets[index]),
            "net_tco2e": float(projection.net[index]),
            "cumulative_tco2e": float(projection.cumulative[index]),
            "low_tco2e": float(band.low[index]) if band else None,
            "high_tco2e": float(band.high[index]) if band else None,
            "disturbed_ha": 0.0 if is_base else float(schedule.disturbed[after]),
            "reclaimed_ha": 0.0 if is_base else float(schedule.reclaimed[after]),
            "mine_ha": (self.start.mine_ha or 0.0) if is_base else float(schedule.mine[after]),
            "gwp": self.gwp.name,
            "boundary": self.boundary,
        }

    @cached_property
    def milestone_rows(self) -> list[MilestoneRow]:
        """MILESTONE_TABLE: by scenario, milestone by milestone."""
        rows: list[MilestoneRow] = []
        for projection, band in self.banded:
            for year in self.span.milestones:
                index = year - self.span.base
                pct = None if band is None else band.neutral_pct
                neutral = projection.neutral_year
                rows.append(
                    {
                        **self._row(projection, band, index),
                        "neutral_year": None if neutral is None else str(neutral),
                        "neutral_pct": None if pct is None else float(pct[index]),
                        **self._debt(projection, index),
                    }
                )
        return rows

    @property
    def key_figures(self) -> dict[str, float]:
        """What sums it up, by the names of the algorithm's outputs."""
        return {
            "BASE_EMISSIONS_TCO2E": self.base_total,
            "NEUTRAL_SCENARIOS": sum(p.neutral_year is not None for p in self.projections),
        }

    def checks(self) -> list[Check]:
        """That the balances of all scenarios close, as the tables have them."""
        base = str(self.span.base)
        total = sum(row["tco2e"] for row in self.emission_rows if row["year"] == base)
        what = Term("t CO2e of EMISSIONS = BASE_EMISSIONS_TCO2E")
        checks = [Check(base, what, self.base_total, total)]
        mined = self.start.mine_ha or 0.0
        for projection in self.projections:
            checks += _projection_checks(projection, self.rows_of(projection), mined)
        return checks

    def rows_of(self, projection: ScenarioProjection) -> list[PathRow]:
        """The rows of PATH of a scenario."""
        return [row for row in self.rows if row["scenario"] == projection.scenario.name]


def _projection_checks(
    projection: ScenarioProjection, rows: Sequence[PathRow], mined: float
) -> list[Check]:
    """The balances of a scenario over all years, off the rows of PATH."""
    name = projection.scenario.name
    columns = [
        "emissions_tco2e",
        "land_loss_tc",
        "sink_tc",
        "offsets_tco2",
        "disturbed_ha",
        "reclaimed_ha",
    ]
    sums = {
        column: sum(row[column] for row in rows[1:])  # type: ignore[literal-required]
        for column in columns
    }
    stages = sum(float(part[1:].sum()) for part in projection.parts)
    last = rows[-1]
    return [
        balanced(
            name,
            Term("emissions + losses = cumulative balance + sinks + offsets"),
            [sums["emissions_tco2e"], sums["land_loss_tc"] * CO2_PER_C],
            [last["cumulative_tco2e"], sums["sink_tc"] * CO2_PER_C, sums["offsets_tco2"]],
        ),
        Check(name, Term("emissions of the stages = emissions"), sums["emissions_tco2e"], stages),
        balanced(
            name,
            Term("mined at first + disturbed = mined at last + reclaimed"),
            [mined, sums["disturbed_ha"]],
            [last["mine_ha"], sums["reclaimed_ha"]],
        ),
    ]
