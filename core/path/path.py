"""The path of a mine to carbon neutrality: PATH, MILESTONE_TABLE and their consistency checks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from itertools import repeat
from typing import NamedTuple

from ..base.messages import (
    ContinueCheck,
    DataError,
    MessageList,
    Notes,
    ProgressCallback,
    Term,
    iter_until_cancelled,
)
from ..base.numbers import FloatArray, split_list, to_ascii_digits
from ..base.table import Table
from ..ledger.stocks import carbon_by_class
from ..ledger.uncertainty_model import SinkIndices, carbon_variables, curves_without_half_widths
from ..results.closure import Check, balance_check
from ..results.uncertainty import MonteCarloDraws, UncertaintySettings, unbounded_fraction_labels
from ..results.uncertainty_notes import (
    report_distributions,
    warn_negative_draws,
    warn_nonlinear_parameters,
)
from ..scheme.classes import Classes, LandClass, shorten_list
from ..scheme.coefficients import CO2_PER_C, Coefficients
from .emissions import Activity, GwpSet, compute_emissions, emission_rows, format_boundary
from .projection import (
    ScenarioProjection,
    UncertaintyBand,
    build_net_model,
    check_scale_variables,
    compute_band,
    factor_parameters,
    first_neutral_index,
    note_missing_half_widths,
    prepend_base_year,
    project_scenario,
)
from .scenarios import Scenario
from .starting_land import CarbonDebt, StartingLand

PATH = (
    "scenario year emissions_tco2e land_loss_tc sink_tc offsets_tco2 net_tco2e cumulative_tco2e "
    "low_tco2e high_tco2e disturbed_ha reclaimed_ha mine_ha gwp boundary debt_tco2 "
    "debt_with_assumed_tco2 cumulative_with_debt_tco2e paid_back_year sink_taken_tc "
    "cumulative_taken_tco2e cumulative_with_assumed_tco2e paid_back_with_assumed_year"
)
# neutral_pct refers to the year of the row.
MILESTONE_TABLE = PATH.replace(" boundary ", " boundary neutral_year neutral_pct ")
# Columns with annual sums that are checked.
SUMMED_COLUMNS = "emissions_tco2e land_loss_tc sink_tc offsets_tco2 disturbed_ha reclaimed_ha"


class PathYears(NamedTuple):
    """Years of a path from base year (only emissions) to horizon; `after` it, land is included."""

    base: int
    end: int
    milestones: Sequence[int]
    years: Sequence[int]
    after: Sequence[int]


def read_path_years(
    base: int | None, end: int, milestones: str, activity: Sequence[Activity], notes: Notes
) -> PathYears:
    """Return the years of a path.

    Args:
        base: BASE_YEAR; None: the last year of ACTIVITY.
        end: END_YEAR.
        milestones: MILESTONES, years separated by commas; those outside the path are
            ignored and noted.
    """
    years = sorted({row.year for row in activity})
    first = years[-1] if base is None else base
    if first not in years:
        raise DataError(
            "BASE_YEAR: {table} has no data for {base}; choose one of {years}",
            base=first,
            table=activity[0].row.table.name,
            years=shorten_list(years),
        )
    if end <= first:
        raise DataError(
            "END_YEAR ({end}) must be later than the base year ({base})", end=end, base=first
        )
    parts = [part for part in split_list(to_ascii_digits(milestones)) if part]
    for part in parts:
        if not (part.isascii() and part.isdigit() and len(part) == 4):
            raise DataError("MILESTONES: '{year}' is not a four-digit year", year=part)
    outside = [part for part in parts if not first <= int(part) <= end]
    if outside:
        notes.add_notice(
            "MILESTONES outside {base}-{end} ignored: {years}.",
            years=", ".join(outside),
            base=first,
            end=end,
        )
    span = list(range(first, end + 1))
    return PathYears(first, end, sorted({int(part) for part in parts} & {*span}), span, span[1:])


class DebtBalance(NamedTuple):
    """Cumulative balance with carbon debt, t CO2e, (years,); at most 0 from `paid_back_year`."""

    balance: FloatArray
    paid_back_year: int | None


def _format_payback_year(owed: DebtBalance | None) -> str | None:
    return str(owed.paid_back_year) if owed and owed.paid_back_year else None


class NeutralityPath:
    """The path of a run; `debt` is the carbon debt of land disturbed before it, if known.

    Attributes:
        emission_rows: EMISSIONS, all years of ACTIVITY.
        activity, emissions: those of the base year.
        base_total: t CO2e of the base year.
        carbon: carbon parameters by class index.
    """

    def __init__(
        self,
        span: PathYears,
        activity: Sequence[Activity],
        gwp: GwpSet,
        scenarios: Sequence[Scenario],
        classes: Classes,
        coefficients: Coefficients,
        start: StartingLand,
        wanted: UncertaintySettings,
        debt: CarbonDebt | None = None,
        going_on: ContinueCheck = lambda: True,
    ):
        self.span, self.gwp, self.start, self.debt = span, gwp, start, debt
        self.classes, self.coefficients, self.wanted = classes, coefficients, wanted
        emissions = compute_emissions(activity, gwp)
        self.emission_rows = emission_rows(emissions, gwp)
        self.activity = [row for row in activity if row.year == span.base]
        self.emissions = [e for e in emissions if e.activity.year == span.base]
        self.base_total = sum(emission.tco2e for emission in self.emissions)
        self.carbon = carbon_by_class(list(classes), coefficients)
        check_scale_variables(scenarios, self.activity, span.base)
        self.projections = [
            project_scenario(scenario, start, self.carbon, self.emissions, span.years)
            for scenario in iter_until_cancelled(scenarios, going_on)
        ]

    @cached_property
    def disturbed_classes(self) -> list[LandClass]:
        """Former classes of disturbed land, including those in its history."""
        by_class = (p.schedule.disturbed_by_class.items() for p in self.projections)
        indices = {index for areas in by_class for index, area in areas if area.any()}
        indices.update(*(history.mined_sink_indices for history in self.start.known_histories))
        return [self.classes[index] for index in sorted(indices)]

    @cached_property
    def sink_indices(self) -> list[int]:
        """Disturbed, reclaimed and (if topsoil is retained) history classes with coefficients."""
        indices = {n for projection in self.projections for n in projection.schedule.class_indices}
        for history in self.start.known_histories:
            mined = (
                self.coefficients.coefficient_or_zero(self.classes[n])
                for n in history.mined_sink_indices
            )
            if any(coefficient.soil.can_retain_carbon for coefficient in mined):
                indices |= history.sink_indices
        return [n for n in sorted(indices) if self.classes[n] in self.coefficients]

    @cached_property
    def reclaimed_classes(self) -> list[LandClass]:
        """Classes with coefficients of existing and future reclaimed land."""
        planted = (p.schedule.planted.items() for p in self.projections)
        indices = {n for by_class in planted for n, area in by_class if area.any()}
        indices |= {cohort.class_index for cohort in self.start.cohorts or ()}
        return [self.classes[index] for index in sorted(indices.intersection(self.sink_indices))]

    @cached_property
    def _bands_and_notes(self) -> tuple[list[UncertaintyBand] | None, Notes]:
        return self._compute_bands(lambda fraction: True)

    def simulate_bands(self, progress: ProgressCallback) -> None:
        """Compute the uncertainty bands, which takes time for many draws."""
        self._bands_and_notes = self._compute_bands(progress)

    def _compute_bands(
        self, progress: ProgressCallback
    ) -> tuple[list[UncertaintyBand] | None, Notes]:
        """Return the bands of the scenarios, or None without all half-widths, and notes."""
        notes = Notes()
        lands = SinkIndices(self.sink_indices, self.sink_indices, self.sink_indices)
        variables = carbon_variables(
            list(self.classes), lands, self.coefficients, self.carbon, notes
        )
        is_given = note_missing_half_widths(self.emissions, notes)
        if variables is None or not is_given:
            return None, notes
        factors = factor_parameters(self.emissions)
        going_on = partial(progress, 0.0)
        models = [
            build_net_model(projection, self.carbon, factors, variables)
            for projection in iter_until_cancelled(self.projections, going_on)
        ]
        warn_nonlinear_parameters(
            dict.fromkeys(name for _, names in models for name in names), notes
        )
        drawn = MonteCarloDraws(models[0][0], self.wanted, going_on) if self.wanted.draws else None
        coefficients = [variable.parameter for variable in variables]
        report_distributions(coefficients, self.wanted, notes)
        warn_negative_draws(
            iter_until_cancelled([*factors.values(), *coefficients], going_on), self.wanted, notes
        )
        bands = [
            compute_band(model, self.wanted, drawn, partial(progress, index / len(models)))
            for index, (model, _) in enumerate(models)
        ]
        return bands, notes

    @property
    def bands(self) -> list[UncertaintyBand] | None:
        """Uncertainty bands of the scenarios; None if half-widths are missing."""
        return self._bands_and_notes[0]

    @property
    def uncertainty_notes(self) -> Notes:
        """Reasons for missing bands, or notes on them."""
        return self._bands_and_notes[1]

    @property
    def projections_with_bands(self) -> list[tuple[ScenarioProjection, UncertaintyBand | None]]:
        """Scenarios with their uncertainty bands."""
        return list(zip(self.projections, self.bands or repeat(None)))

    @property
    def excluded_errors(self) -> MessageList:
        """Errors not included in the draws, for a sentence."""
        return MessageList(
            [
                Term("scenarios"),
                *curves_without_half_widths(self.reclaimed_classes, self.coefficients),
                Term("age of reclaimed land"),
                Term("map errors"),
                *unbounded_fraction_labels(self.disturbed_classes, self.coefficients),
            ]
        )

    def debt_balances(self, projection: ScenarioProjection) -> Sequence[DebtBalance]:
        """Return balances with debt since the first date, of all land; empty if one is unknown."""
        if self.debt is None or self.debt.with_assumed is None or self.start.missing_data_reason:
            return ()
        balances = (
            self.debt.tco2 + projection.cumulative_taken,
            self.debt.with_assumed + projection.cumulative,
        )
        years = [
            None if n is None else projection.years[n] for n in map(first_neutral_index, balances)
        ]
        return [DebtBalance(*both) for both in zip(balances, years)]

    @cached_property
    def scenario_tables(self) -> list[Table]:
        """PATH and MILESTONE_TABLE by scenario and year, positive amounts; net > 0: emissions."""
        boundary = format_boundary(self.emissions)
        tables = []
        for projection, band in self.projections_with_bands:
            schedule, neutral = projection.schedule, projection.neutral_year
            since_first, with_assumed = self.debt_balances(projection) or (None, None)
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
                "disturbed_ha": prepend_base_year(schedule.disturbed),
                "reclaimed_ha": prepend_base_year(schedule.reclaimed),
                "mine_ha": prepend_base_year(schedule.mine, self.start.mine_ha or 0.0),
                "gwp": self.gwp.name,
                "boundary": boundary,
                "neutral_year": None if neutral is None else str(neutral),
                "neutral_pct": band and band.neutral_pct,
                "debt_tco2": self.debt and self.debt.tco2,
                "debt_with_assumed_tco2": self.debt and self.debt.with_assumed,
                "cumulative_with_debt_tco2e": since_first and since_first.balance,
                "paid_back_year": _format_payback_year(since_first),
                "sink_taken_tc": projection.sink_taken,
                "cumulative_taken_tco2e": projection.cumulative_taken,
                "cumulative_with_assumed_tco2e": with_assumed and with_assumed.balance,
                "paid_back_with_assumed_year": _format_payback_year(with_assumed),
            }
            tables.append(Table(columns))
        return tables

    @cached_property
    def rows(self) -> Table:
        """PATH by scenario and year."""
        return Table.concatenate_tables(self.scenario_tables, PATH)

    @cached_property
    def milestone_rows(self) -> Table:
        """MILESTONE_TABLE by scenario and milestone."""
        indices = [year - self.span.base for year in self.span.milestones]
        return Table.concatenate_tables(
            [table[indices] for table in self.scenario_tables], MILESTONE_TABLE
        )

    @property
    def key_figures(self) -> dict[str, float]:
        """Key figures by output name."""
        return {
            "BASE_EMISSIONS_TCO2E": self.base_total,
            "NEUTRAL_SCENARIOS": sum(p.neutral_year is not None for p in self.projections),
        }

    def consistency_checks(self) -> list[Check]:
        """Return checks that the balances of all scenarios close in the tables."""
        base = str(self.span.base)
        total = sum(row["tco2e"] for row in self.emission_rows if row["year"] == base)
        what = Term("sum of EMISSIONS = BASE_EMISSIONS_TCO2E, t CO2e")
        checks = [Check(base, what, self.base_total, total)]
        for projection, table in zip(self.projections, self.scenario_tables):
            name, last = projection.scenario.name, table[-1]
            sums = {column: sum(table[column].tolist()[1:]) for column in SUMMED_COLUMNS.split()}
            emitted = sums["emissions_tco2e"]
            stages = sum(float(part[1:].sum()) for part in projection.parts)
            checks += [
                balance_check(
                    name,
                    Term("emissions + losses = cumulative balance + sinks + offsets"),
                    [emitted, sums["land_loss_tc"] * CO2_PER_C],
                    [last["cumulative_tco2e"], sums["sink_tc"] * CO2_PER_C, sums["offsets_tco2"]],
                ),
                Check(name, Term("sum of stage emissions = emissions"), emitted, stages),
                balance_check(
                    name,
                    Term("mined area at start + disturbed = mined area at end + reclaimed"),
                    [self.start.mine_ha or 0.0, sums["disturbed_ha"]],
                    [last["mine_ha"], sums["reclaimed_ha"]],
                ),
            ]
        return checks
