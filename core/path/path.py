"""The path of a mine to carbon neutrality: PATH and MILESTONE_TABLE, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from itertools import repeat
from typing import NamedTuple

from ..base.messages import DataError, GoingOn, Listed, Notes, Progress, Term, each
from ..base.numbers import Floats, half_width, parts_of
from ..base.table import Table
from ..ledger.states import carbon_by_class
from ..ledger.uncertainty_model import Lands, carbon_variables, certain_curves
from ..results.closure import Check, balanced
from ..results.uncertainty import Drawn, Wanted, certain_losses
from ..results.uncertainty_notes import note_bent, note_distributions, note_draws
from ..scheme.classes import Classes, LandClass, some
from ..scheme.coefficients import CO2_PER_C, Coefficients
from .emissions import Activity, Gwp, boundary_of, emission_rows, emissions_of
from .projection import (
    Band,
    ScenarioProjection,
    after_last_above_0,
    band_of,
    factor_parameters,
    from_base,
    model_of,
    note_missing,
    projection_of,
    require_scales,
)
from .scenarios import Scenario
from .starting_land import Debt, Start

PATH = (
    "scenario year emissions_tco2e land_loss_tc sink_tc offsets_tco2 net_tco2e cumulative_tco2e "
    "low_tco2e high_tco2e disturbed_ha reclaimed_ha mine_ha gwp boundary debt_tco2 "
    "debt_with_assumed_tco2 cumulative_with_debt_tco2e paid_back_year sink_taken_tc "
    "cumulative_taken_tco2e cumulative_with_assumed_tco2e paid_back_with_assumed_year"
)
# neutral_pct is of the row's own year.
MILESTONE_TABLE = PATH.replace(" boundary ", " boundary neutral_year neutral_pct ")
# Columns whose sums over the years are checked.
SUMMED = "emissions_tco2e land_loss_tc sink_tc offsets_tco2 disturbed_ha reclaimed_ha"


class Span(NamedTuple):
    """The years of a path: from the base year, which has emissions only, to the horizon.

    In those `after` the base year land has a part.
    """

    base: int
    end: int
    milestones: Sequence[int]
    years: Sequence[int]
    after: Sequence[int]


def span_of(
    base: int | None, end: int, milestones: str, activity: Sequence[Activity], notes: Notes
) -> Span:
    """The years of a path.

    Args:
        base: BASE_YEAR; None: the last year of ACTIVITY.
        end: END_YEAR.
        milestones: MILESTONES, years with commas between them; those outside are left out, and
            noted.
    """
    years = sorted({row.year for row in activity})
    first = years[-1] if base is None else base
    if first not in years:
        raise DataError(
            "BASE_YEAR: {table} has no data for {base}; choose one of {years}",
            base=first,
            table=activity[0].row.table.name,
            years=some(years),
        )
    if end <= first:
        raise DataError(
            "END_YEAR ({end}) must be later than the base year ({base})", end=end, base=first
        )
    parts = [part for part in parts_of(half_width(milestones)) if part]
    for part in parts:
        if not (part.isascii() and part.isdigit() and len(part) == 4):
            raise DataError("MILESTONES: '{year}' is not a four-digit year", year=part)
    outside = [part for part in parts if not first <= int(part) <= end]
    if outside:
        notes.inform(
            "MILESTONES outside {base}-{end} ignored: {years}.",
            years=", ".join(outside),
            base=first,
            end=end,
        )
    span = list(range(first, end + 1))
    return Span(first, end, sorted({int(part) for part in parts} & {*span}), span, span[1:])


class OwedCarbon(NamedTuple):
    """A cumulative balance with a carbon debt, t CO2e, (years,), and the first year from which it
    stays at most 0 to the horizon, if there is one."""

    balance: Floats
    paid_back_year: int | None


def _year_text(owed: OwedCarbon | None) -> str | None:
    return str(owed.paid_back_year) if owed and owed.paid_back_year else None


class NeutralityPath:
    """The path of a run; its debt is what land taken before it begins owes, where anybody says it.

    Attributes:
        emission_rows: EMISSIONS, all years of ACTIVITY.
        activity, emissions: those of the base year.
        base_total: t CO2e of the base year.
        carbon: the coefficients by class index.
    """

    def __init__(
        self,
        span: Span,
        activity: Sequence[Activity],
        gwp: Gwp,
        scenarios: Sequence[Scenario],
        classes: Classes,
        coefficients: Coefficients,
        start: Start,
        wanted: Wanted,
        debt: Debt | None = None,
        going_on: GoingOn = lambda: True,
    ):
        self.span, self.gwp, self.start, self.debt = span, gwp, start, debt
        self.classes, self.coefficients, self.wanted = classes, coefficients, wanted
        emissions = emissions_of(activity, gwp)
        self.emission_rows = emission_rows(emissions, gwp)
        self.activity = [row for row in activity if row.year == span.base]
        self.emissions = [e for e in emissions if e.activity.year == span.base]
        self.base_total = sum(emission.tco2e for emission in self.emissions)
        self.carbon = carbon_by_class(list(classes), coefficients)
        require_scales(scenarios, self.activity, span.base)
        self.projections = [
            projection_of(scenario, start, self.carbon, self.emissions, span.years)
            for scenario in each(scenarios, going_on)
        ]

    @cached_property
    def disturbed(self) -> list[LandClass]:
        """The classes that land is taken from, or was in its history."""
        by_class = (p.schedule.disturbed_by_class.items() for p in self.projections)
        indices = {index for areas in by_class for index, area in areas if area.any()}
        indices.update(*(history.mined_sinks for history in self.start.histories))
        return [self.classes[index] for index in sorted(indices)]

    @cached_property
    def sinks(self) -> list[int]:
        """The indices of the classes with coefficients that land is taken from or reclaimed as.

        So are those of its history where topsoil was kept then.
        """
        indices = {n for projection in self.projections for n in projection.schedule.classes}
        for history in self.start.histories:
            mined = (self.coefficients.or_nothing(self.classes[n]) for n in history.mined_sinks)
            if any(coefficient.soil.may_keep for coefficient in mined):
                indices |= history.sinks
        return [n for n in sorted(indices) if self.classes[n] in self.coefficients]

    @cached_property
    def regrown(self) -> list[LandClass]:
        """The classes with coefficients that land is or will be reclaimed as."""
        planted = (p.schedule.planted.items() for p in self.projections)
        indices = {n for by_class in planted for n, area in by_class if area.any()}
        indices |= {cohort.class_index for cohort in self.start.cohorts or ()}
        return [self.classes[index] for index in sorted(indices.intersection(self.sinks))]

    @cached_property
    def _uncertain(self) -> tuple[list[Band] | None, Notes]:
        return self._bands(lambda fraction: True)

    def draw(self, progress: Progress) -> None:
        """Work the bands out, which of many draws takes its time."""
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
    def bands(self) -> list[Band] | None:
        """The bands of the scenarios; None where not all half-widths are given."""
        return self._uncertain[0]

    @property
    def uncertainty_notes(self) -> Notes:
        """Why there are no bands, or what there is to say of them."""
        return self._uncertain[1]

    @property
    def banded(self) -> list[tuple[ScenarioProjection, Band | None]]:
        """The scenarios with their bands."""
        return list(zip(self.projections, self.bands or repeat(None)))

    @property
    def left_out(self) -> Listed:
        """What has errors that no draw has in it, for a sentence."""
        return Listed(
            [
                Term("scenarios"),
                *certain_curves(self.regrown, self.coefficients),
                Term("age of reclaimed land"),
                Term("map errors"),
                *certain_losses(self.disturbed, self.coefficients),
            ]
        )

    def owed(self, projection: ScenarioProjection) -> Sequence[OwedCarbon]:
        """The cumulative balance of a scenario with the carbon debt, of the land disturbed since
        the first date and of all land; none without a debt, or where one of both is not known.
        """
        if self.debt is None or self.debt.with_assumed is None or self.start.lacking:
            return ()
        balances = (
            self.debt.tco2 + projection.cumulative_taken,
            self.debt.with_assumed + projection.cumulative,
        )
        years = [
            None if n is None else projection.years[n] for n in map(after_last_above_0, balances)
        ]
        return [OwedCarbon(*both) for both in zip(balances, years)]

    @cached_property
    def tables(self) -> list[Table]:
        """The columns of PATH and of MILESTONE_TABLE for each scenario, year by year.

        Emissions, losses and sinks are above 0, net is above 0 to the air.
        """
        boundary = boundary_of(self.emissions)
        tables = []
        for projection, band in self.banded:
            schedule, neutral = projection.schedule, projection.neutral_year
            since_first, with_assumed = self.owed(projection) or (None, None)
            columns = {
                "scenario": projection.scenario.name,
                "year": list(map(str, projection.years)),
                "emissions_tco2e": projection.emitted,
                "land_loss_tc": projection.loss,
                "sink_tc": projection.sink,
                "offsets_tco2": projection.offsets,
                "net_tco2e": projection.net,
                "cumulative_tco2e": projection.cumulative,
                "low_tco2e": band and band.low,
                "high_tco2e": band and band.high,
                "disturbed_ha": from_base(schedule.disturbed),
                "reclaimed_ha": from_base(schedule.reclaimed),
                "mine_ha": from_base(schedule.mine, self.start.mine_ha or 0.0),
                "gwp": self.gwp.name,
                "boundary": boundary,
                "neutral_year": None if neutral is None else str(neutral),
                "neutral_pct": band and band.neutral_pct,
                "debt_tco2": self.debt and self.debt.tco2,
                "debt_with_assumed_tco2": self.debt and self.debt.with_assumed,
                "cumulative_with_debt_tco2e": since_first and since_first.balance,
                "paid_back_year": _year_text(since_first),
                "sink_taken_tc": projection.sink_taken,
                "cumulative_taken_tco2e": projection.cumulative_taken,
                "cumulative_with_assumed_tco2e": with_assumed and with_assumed.balance,
                "paid_back_with_assumed_year": _year_text(with_assumed),
            }
            tables.append(Table(columns))
        return tables

    @cached_property
    def rows(self) -> Table:
        """PATH: by scenario, year by year."""
        return Table.joined(self.tables, PATH)

    @cached_property
    def milestone_rows(self) -> Table:
        """MILESTONE_TABLE: by scenario, milestone by milestone."""
        indices = [year - self.span.base for year in self.span.milestones]
        return Table.joined([table[indices] for table in self.tables], MILESTONE_TABLE)

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
        what = Term("sum of EMISSIONS = BASE_EMISSIONS_TCO2E, t CO2e")
        checks = [Check(base, what, self.base_total, total)]
        for projection, table in zip(self.projections, self.tables):
            name, last = projection.scenario.name, table[-1]
            sums = {column: sum(table[column].tolist()[1:]) for column in SUMMED.split()}
            emitted = sums["emissions_tco2e"]
            stages = sum(float(part[1:].sum()) for part in projection.parts)
            checks += [
                balanced(
                    name,
                    Term("emissions + losses = cumulative balance + sinks + offsets"),
                    [emitted, sums["land_loss_tc"] * CO2_PER_C],
                    [last["cumulative_tco2e"], sums["sink_tc"] * CO2_PER_C, sums["offsets_tco2"]],
                ),
                Check(name, Term("sum of stage emissions = emissions"), emitted, stages),
                balanced(
                    name,
                    Term("mined area at start + disturbed = mined area at end + reclaimed"),
                    [self.start.mine_ha or 0.0, sums["disturbed_ha"]],
                    [last["mine_ha"], sums["reclaimed_ha"]],
                ),
            ]
        return checks
