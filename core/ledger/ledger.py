"""The carbon ledger of a run and its assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from ..base.dates import elapsed_years
from ..base.messages import ContinueCheck, DataError, Message, MessageList, Notes, Term, Text
from ..base.numbers import FloatArray, IntArray, sum_by_sign
from ..densities.density_table import growth_from_source
from ..densities.ipcc import YOUNG_FOREST_YEARS
from ..mine.mined_land import (
    NO_DATE,
    LandUse,
    MinedLand,
    land_states,
    reclamation_dates,
    uses_by_class,
)
from ..results.closure import SIGN_LABELS, Check, balance_check
from ..results.error_adjusted_losses import (
    ConversionVariables,
    add_mapped_areas,
    error_adjusted_model,
    has_missing_densities,
    mapped_hectares,
    omission_bounds,
    select_period_samples,
    widest_omission_bounds,
)
from ..results.loss_model import NO_INTERVALS_NOTE
from ..results.losses import NEGLIGIBLE_PCT
from ..results.uncertainty import (
    ALL_PERIODS,
    CERTAIN_DENSITIES_LABEL,
    OmissionBound,
    RandomVariable,
    UncertaintyModel,
    UncertaintyResult,
    UncertaintyRow,
    UncertaintySettings,
    unbounded_fraction_labels,
    uncertainty_rows,
)
from ..results.uncertainty_notes import (
    format_net_change,
    map_sample_conflict_notes,
    report_area_errors,
    report_distributions,
    warn_negative_draws,
    warn_nonlinear_parameters,
    warn_unused_area_errors,
)
from ..scan.count_result import CountResult
from ..scheme.area_errors import AreaErrors, make_area_variables
from ..scheme.classes import LandClass
from ..scheme.coefficients import CO2_PER_C, CarbonPool, Coefficient, Coefficients
from ..scheme.recovery_curves import max_soil_gain
from ..scheme.table import ALL_LABEL, Table
from .ledger_rows import (
    DISTURBED,
    MINED_BEFORE,
    NET,
    BalanceRow,
    LedgerRow,
    NetRaster,
    StockRow,
    add_annual_losses,
    balance_checks,
    find_balance_row,
    flow_rows,
    is_uncounted,
    period_rows,
    remove_rounding_errors,
    stock_rows,
    sum_periods,
    total_flow_tc,
    total_stock_tc,
)
from .stocks import (
    GAIN,
    GROWTH,
    LOSS,
    OTHER,
    PRE_MINING,
    AgeRule,
    Trajectories,
    carbon_by_class,
    simulate_carbon,
    simulate_net,
    sum_net_flows,
)
from .uncertainty_model import (
    CarbonVariable,
    LedgerModel,
    UnmappedConversion,
    append_unmapped,
    carbon_variables,
    classify_sinks,
    conversion_areas_ha,
    curves_without_half_widths,
    unique_indices,
)

# Items of SENSITIVITY: land mined at a single isolated date, and land not mined at one.
MINED_ONCE, UNMINED_ONCE = "seen_once", "mined_again"


class Ledger:
    """The carbon ledger of a run.

    Args:
        land: combinations of the run; all dates must have years.
        coefficients: complete for the sinks on mined land, see check_sink_coefficients.
        rule: rule for the age of reclaimed land.
        going_on: called before each date in every simulation.
        first_loss: value of the run, for a unit without land disturbed since the first
            date.

    Attributes:
        trajectories, hectares: combinations mined at any date, (n,).
        all_sinks: trajectories that treat all sinks as such, with or without densities.
        lands: relevant sinks.
        years_of: length in years by name of period.
        rows, stocks: LEDGER and STOCKS.
        balance: BALANCE without the intervals of the nets.
        first_loss: loss at first disturbance, t C/ha; None if no land shows it.
        yearly_losses: t C by year after the first date and class, (years, classes).
        nets: t C/ha by rule, (n,): gain + growth - loss of all periods of each trajectory.
        lost: loss in t C/ha, (n,), with the rule of the run.
    """

    def __init__(
        self,
        land: MinedLand,
        coefficients: Coefficients,
        rule: AgeRule,
        going_on: ContinueCheck = lambda: True,
        first_loss: float | None = None,
    ):
        self.land, self.coefficients, self.rule = land, coefficients, rule
        self.classes = list(land.classes)
        self.carbon = carbon_by_class(self.classes, coefficients)
        ever, years = land.first_mined_dates > 0, [int(date.year) for date in land.dates]
        sinks = uses_by_class(self.classes, land.disturbing.with_all_sinks)
        self.trajectories = Trajectories.from_land(land, going_on).subset(ever)
        by_date = self.trajectories.classes
        self.all_sinks = Trajectories(by_date, [sinks[classes] for classes in by_date], years)
        self.hectares = land.table.hectares[ever]
        self.years_of = {step.name: elapsed_years(land.dates, step) for step in land.periods}
        self.lands = classify_sinks(self.trajectories)
        self._may_hold = is_uncounted(self.classes, uses_by_class(self.classes, land.disturbing))
        self.rows: list[LedgerRow] = []
        self.stocks: list[StockRow] = []
        self.balance: list[BalanceRow] = []
        self.nets = {
            ages: np.zeros(self.hectares.size) for ages in (rule, AgeRule.YOUNGEST, AgeRule.OLDEST)
        }
        first_date = land.first_mined_dates[ever] - 1
        self.lost = np.zeros(self.hectares.size)
        self.first_loss = self._first_loss_tc_ha(first_date) if first_date.any() else first_loss
        self.yearly_losses = np.zeros((years[-1] - years[0], len(self.classes)))
        self._simulate(land.first_mined_dates[ever])

    @cached_property
    def uncounted_land(self) -> list[str]:
        """Land kinds in BALANCE without estimates: no sinks with densities, may hold carbon."""
        uses = np.array(self.trajectories.uses)
        may_hold = self._may_hold[np.array(self.trajectories.classes)] & (uses == LandUse.OTHER)
        was_mine = uses[0] == LandUse.MINE
        kinds = {DISTURBED: ~was_mine, MINED_BEFORE: was_mine, ALL_LABEL: was_mine | ~was_mine}
        return [
            kind
            for kind, own in kinds.items()
            if may_hold[:, own].any() and not (uses == LandUse.SINK)[:, own].any()
        ]

    @cached_property
    def uncounted_reclaimed_ha(self) -> dict[int, float]:
        """Hectares of once mined land by last class, if that is a sink without densities."""
        was_mine = (np.array(self.trajectories.uses) == LandUse.MINE).any(axis=0)
        now = self.trajectories.classes[-1]
        areas = {
            index: float(self.hectares[was_mine & (now == index)].sum())
            for index, land_class in enumerate(self.classes)
            if land_class.is_sink and not self.land.disturbing.is_included(land_class)
        }
        return {index: area for index, area in areas.items() if area}

    def _first_loss_tc_ha(self, first_date: IntArray) -> float:
        """Return the mean loss at first disturbance since the first date, t C/ha.

        The loss is that of the former class, immediate or delayed; 0 for land other than sinks.

        Args:
            first_date: index of the first date at which the land is mined, (n,).
        """
        disturbed = np.flatnonzero(first_date)
        at = first_date[disturbed] - 1, disturbed
        classes, uses = (
            np.array(of)[at] for of in (self.trajectories.classes, self.trajectories.uses)
        )
        pools = self.carbon.soil, self.carbon.vegetation
        lost = sum(pool.lost_stock(classes, pool.density[classes]) for pool in pools)
        hectares = self.hectares[disturbed]
        return float((lost * (uses == LandUse.SINK) * hectares).sum() / hectares.sum())

    def _simulate(self, first_mined: IntArray) -> None:
        """Simulate all age rules in parallel and store the values needed for the tables."""
        rules, land = (self.rule, AgeRule.YOUNGEST, AgeRule.OLDEST), self.trajectories
        names, periods = [c.name for c in self.classes], list(self.years_of.items())
        before = None
        by_rule = zip(*(simulate_carbon(land, self.carbon, rule) for rule in rules))
        for date_index, steps in enumerate(by_rule):
            stock, youngest, oldest = (step.stock for step in steps)
            state = land_states(self.all_sinks.uses, date_index + 1, first_mined)
            self.stocks += stock_rows(
                self.land.dates[date_index].label,
                state,
                land.classes[date_index],
                self.hectares,
                (stock, youngest, oldest),
                names,
            )
            for rule, step in dict(zip(rules, steps)).items():
                self.nets[rule] += sum_net_flows(step.flows, self.hectares.size)
            losses = [flow for flow in steps[0].flows if flow.flow == LOSS]
            self.lost -= sum_net_flows(losses, self.hectares.size)
            if before is not None:
                period, years = periods[date_index - 1]
                self.rows += flow_rows(period, years, steps[0].flows, self.hectares, names)
                first = land.years[date_index - 1] - land.years[0]
                of_years = self.yearly_losses[first : first + years]
                add_annual_losses(of_years, land, date_index, steps[0].flows, self.hectares)
                self.balance += period_rows(
                    period, date_index, land, self._may_hold, self.hectares, before, steps[0], state
                )
            before = stock
        self.balance += sum_periods(self.balance, self.first_loss)

    @cached_property
    def isolated_date_nets(self) -> dict[str, tuple[float, float]]:
        """Effects of isolated dates by item of SENSITIVITY.

        Each is the % of the cumulative disturbed area, and the net in t C without these dates:
        land mined, or not, unlike at both adjacent dates gets the class of the previous one.
        """
        uses, classes = np.array(self.trajectories.uses), np.array(self.trajectories.classes)
        is_mine, suspects = uses == LandUse.MINE, {}
        for item, kind in ((MINED_ONCE, True), (UNMINED_ONCE, False)):
            alone = is_mine == kind
            moved = np.zeros_like(alone)
            moved[1:-1] = alone[1:-1] & ~alone[:-2] & ~alone[2:]
            land = replace(
                self.trajectories,
                classes=[*np.where(moved, np.roll(classes, 1, axis=0), classes)],
                uses=[*np.where(moved, np.roll(uses, 1, axis=0), uses)],
            )
            area = float(self.hectares[moved.any(axis=0)].sum())
            net = float((simulate_net(land, self.carbon, self.rule) * self.hectares).sum())
            suspects[item] = 100.0 * area / (float(self.hectares.sum()) or 1.0), net
        return suspects

    def lookup_net(self, classes: IntArray) -> FloatArray:
        """Return gain + growth - loss of all periods, t C/ha, (n,); see lookup_amount."""
        return self.lookup_amount(classes, self.nets[self.rule])

    def lookup_amount(self, classes: IntArray, amounts: FloatArray) -> FloatArray:
        """Return an amount by trajectory, (n,); 0 for land never mined, NaN for invalid land.

        Args:
            classes: class indices by date, (dates, n); negative for invalid land.
        """
        if not classes.size:
            return np.empty(0)
        histories, rows = np.unique(classes, axis=1, return_inverse=True)
        mined = np.array(self.trajectories.classes, classes.dtype).T
        if self.trajectories.changed is not None:
            # Land that differs in its years only has the mean.
            _, same = np.unique(mined, axis=0, return_inverse=True)
            area = np.bincount(same.ravel(), self.hectares)
            amounts = (np.bincount(same.ravel(), amounts * self.hectares) / area)[same.ravel()]
        of_mined = {history.tobytes(): amount for history, amount in zip(mined, amounts)}
        by_history = [of_mined.get(history.tobytes(), 0.0) for history in histories.T]
        amounts_at: FloatArray = np.where(histories[0] < 0, np.nan, by_history)[rows.ravel()]
        return amounts_at

    def total_net_tc(self, rule: AgeRule) -> float:
        """Return gain + growth - loss of all periods, t C, for an age rule."""
        return float((self.nets[rule] * self.hectares).sum())

    def net_range(self, land: str) -> tuple[float, float]:
        """Return the minimum and maximum net of TAKEN or MINED_BEFORE over age rules, t C."""
        own = (np.asarray(self.trajectories.uses[0]) == LandUse.MINE) == (land == MINED_BEFORE)
        nets = [float((net * self.hectares)[own].sum()) for net in self.nets.values()]
        return min(nets), max(nets)

    def random_variables(self, notes: Notes) -> list[CarbonVariable] | None:
        """Return the coefficients as random variables, or None with the reasons in the notes."""
        return carbon_variables(self.classes, self.lands, self.coefficients, self.carbon, notes)

    def build_model(self, errors: AreaErrors | None) -> LedgerModel:
        """Return the model of the ledger with its coefficients and the areas that have errors."""
        areas, steps = (
            make_area_variables(errors, self.classes, self.land.periods),
            self.land.periods,
        )
        return LedgerModel(self.trajectories, self.hectares, self.rule, self.carbon, areas, steps)

    def uncertainty(
        self, errors: AreaErrors | None, wanted: UncertaintySettings
    ) -> UncertaintyResult:
        """Return the uncertainty of the sums, or notes on missing half-widths.

        Args:
            errors: area errors; None: all areas are treated as certain, which is noted.
        """
        steps, notes = self.land.periods, Notes()
        if ALL_LABEL in self.uncounted_land:
            notes.add_notice(NO_INTERVALS_NOTE)
            return UncertaintyResult([], wanted, None, notes)
        by_period = conversion_areas_ha(self.land)
        errors = add_mapped_areas(errors, self.classes, steps, by_period)
        by_sample, lacking = Notes(), Notes()
        adjusted = self._adjusted_model(errors, by_period, by_sample)
        variables = self.random_variables(lacking)
        if variables is None and adjusted is None:
            for part_notes in (lacking, by_sample):
                notes.add_notes(part_notes)
            warn_unused_area_errors(errors, notes)
            return UncertaintyResult([], wanted, errors, notes)
        report_area_errors(errors, notes)
        rows: list[UncertaintyRow] = []
        left_out, parameters = self._excluded_errors(errors, wanted), list[RandomVariable]()
        if variables is None:
            left_out.append(CERTAIN_DENSITIES_LABEL)
        else:
            notes.add_notes(lacking)
            model, bent = self.build_model(errors).build_model(variables)
            parameters += model.parameters
            warn_nonlinear_parameters(bent, notes)
            rows += uncertainty_rows(model, wanted)
        notes.add_notes(by_sample)
        unseen, mapped_tc = list[OmissionBound](), {ALL_PERIODS: total_flow_tc(self.rows, NET)}
        if adjusted is not None:
            rows += uncertainty_rows(adjusted, wanted)
            unseen = widest_omission_bounds(adjusted)
            mapped_tc |= {step.name: total_flow_tc(self.rows, NET, step.name) for step in steps}
        report_distributions(parameters, wanted, notes)
        warn_negative_draws(parameters, wanted, notes)
        uncertainty = UncertaintyResult(rows, wanted, errors, notes, left_out, unseen, mapped_tc)
        notes.add_notes(map_sample_conflict_notes(uncertainty, NET))
        return uncertainty

    def _adjusted_model(
        self, errors: AreaErrors | None, by_period: Sequence[FloatArray], notes: Notes
    ) -> UncertaintyModel | None:
        """Return the model with error-adjusted areas, or None with the reasons in the notes.

        Loss and gain use adjusted areas, growth mapped ones. Land converted only in the sample
        is assumed to have had its former class before.
        """
        disturbing, steps, classes = self.land.disturbing, self.land.periods, list(self.classes)

        def counts(source: LandClass, target: LandClass) -> bool:
            return disturbing.is_loss(source, target) or (target.is_sink and not source.is_sink)

        samples = select_period_samples(
            errors, classes, steps, by_period, counts, disturbing, notes
        )
        if not any(samples):
            return None
        variables = ConversionVariables(samples)
        here, unmapped = np.ones(variables.size), list[UnmappedConversion]()
        for period_index, sample in enumerate(samples):
            if sample is None:
                continue
            mapped = np.nan_to_num(mapped_hectares(sample, classes, by_period[period_index]))
            here[variables.period_slice(period_index)] = np.where(mapped > 0, mapped, 1.0)
            for row in np.flatnonzero((mapped == 0) & (sample.estimated_ha > 0)):
                pair = sample.conversions[row]
                # Gains of other land depend on whether it was mined before.
                if pair and counts(*pair) and any(map(disturbing.is_disturbing, pair)):
                    unmapped.append((period_index, *pair))
        sinks = [c for _, *pair in unmapped for c in pair if c.is_sink]
        if has_missing_densities(sinks, self.coefficients, notes):
            return None
        known = {c.identity for c in classes}
        classes += dict.fromkeys(
            c for _, *pair in unmapped for c in pair if c.identity not in known
        )
        land = append_unmapped(
            self.trajectories, unmapped, classes, uses_by_class(classes, disturbing)
        )
        carbon = carbon_by_class(classes, self.coefficients)
        own = classify_sinks(land), self.coefficients, carbon, notes
        coefficients = carbon_variables(classes, *own, may_be_certain=True) or []
        hectares = np.append(self.hectares, np.ones(len(unmapped)))
        areas = variables.build_area_variables(classes)
        model = LedgerModel(land, hectares, self.rule, carbon, areas, steps)
        by_conversion, _ = model.build_model(coefficients)
        unseen = omission_bounds(samples, steps, self.coefficients, disturbing)
        return error_adjusted_model(by_conversion, here, variables, unseen)

    def _excluded_errors(
        self, errors: AreaErrors | None, wanted: UncertaintySettings
    ) -> list[Text]:
        """Return the labels of errors not included in the intervals."""
        left_out: list[Text] = []
        if self.lands.regrown:
            left_out += curves_without_half_widths(
                self.select_classes(self.lands.regrown), self.coefficients
            )
            is_drawn = self.rule is AgeRule.DRAWN and wanted.draws
            if not is_drawn and not self.has_exact_ages:
                left_out.append(Term("age of reclaimed land"))
        left_out += unbounded_fraction_labels(
            self.select_classes(self.lands.disturbed), self.coefficients
        )
        return left_out if errors else [*left_out, Term("map errors")]

    def select_classes(self, indices: Sequence[int]) -> list[LandClass]:
        """Return the classes of indices, such as those of `lands`."""
        return [self.classes[index] for index in indices]

    @property
    def losses_by_period(self) -> list[float]:
        """Carbon loss by period, t C."""
        return [total_flow_tc(self.rows, LOSS, period) for period in self.years_of]

    @property
    def has_exact_ages(self) -> bool:
        """Whether rasters of years give exact ages for all reclaimed land that affects the net."""
        youngest, oldest = (self.nets[rule] for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
        return self.trajectories.changed is not None and np.array_equal(youngest, oldest)

    @property
    def balance_figures(self) -> dict[str, float]:
        """Key figures of BALANCE by output name, without those of land that is not estimated."""
        since, before = (find_balance_row(self.balance, land) for land in (DISTURBED, MINED_BEFORE))
        figures = {
            "NET_TAKEN_TC": (DISTURBED, since["net_tc"]),
            "NET_MINED_BEFORE_TC": (MINED_BEFORE, before["net_tc"]),
            "ASSUMED_LOSS_TC": (DISTURBED, before["assumed_loss_tc"]),
        }
        return {
            name: amount
            for name, (land, amount) in figures.items()
            if land not in self.uncounted_land and amount is not None
        }

    @property
    def key_figures(self) -> dict[str, float]:
        """Available key figures in t C and t CO2 by output name."""
        net = total_flow_tc(self.rows, NET)
        totals = {
            "LOSS_TC": total_flow_tc(self.rows, LOSS),
            "REGAINED_TC": total_flow_tc(self.rows, GAIN) + total_flow_tc(self.rows, GROWTH),
            "NET_TC": net,
            "NET_TCO2": net * CO2_PER_C,
        }
        return {**({} if ALL_LABEL in self.uncounted_land else totals), **self.balance_figures}

    @cached_property
    def assumption_notes(self) -> Notes:
        """Notes on assumptions for missing coefficients."""
        notes, lands = Notes(), self.lands
        disturbed, regrown = (
            self.select_classes(lands.disturbed),
            self.select_classes(lands.regrown),
        )
        note_assumptions(disturbed, regrown, self.coefficients, notes)
        return notes

    def age_notes(self) -> Notes:
        """Return notes on the area of reclaimed land with an exact age."""
        notes, since = (
            Notes(),
            reclamation_dates(self.trajectories.uses, len(self.trajectories.uses)),
        )
        land = np.flatnonzero(since != NO_DATE)
        exact = land[self.trajectories.change_years(land, since[land] - 1) > 0]
        if exact.size:
            notes.add_notice(
                "Reclaimed land at the last date: {exact:,.2f} ha of {reclaimed:,.2f} ha "
                "have an exact age from RECOVERY_YEAR; AGE_RULE applies to the rest.",
                exact=float(self.hectares[exact].sum()),
                reclaimed=float(self.hectares[land].sum()),
            )
        return notes

    def notes(self) -> Notes:
        """Return the balance of all periods for the log."""
        notes = Notes()
        notes.warnings += self.assumption_notes.warnings
        if ALL_LABEL in self.uncounted_land:
            return notes
        notes.add_notes(self.age_notes())
        notes.add_notice(
            "All periods: {balance}; youngest possible ages: {youngest}; oldest possible "
            "ages: {oldest}.",
            balance=format_net_change(total_flow_tc(self.rows, NET)),
            youngest=format_net_change(self.total_net_tc(AgeRule.YOUNGEST)),
            oldest=format_net_change(self.total_net_tc(AgeRule.OLDEST)),
        )
        return notes

    def consistency_checks(
        self, census: CountResult, raster: NetRaster | None = None
    ) -> list[Check]:
        """Return checks that stocks and flows balance and agree with areas and raster."""
        ever, checks = float(self.hectares.sum()), list[Check]()
        for date, mined in zip(self.land.dates, self.land.mined_area_by_date(census)):
            rows = [row for row in self.stocks if row["year"] == date.label]
            total = sum(row["area_ha"] for row in rows)
            active = sum(row["area_ha"] for row in rows if row["status"] == "active")
            checks += [
                Check(date.label, Term("area of STOCKS = cumulative disturbed area"), ever, total),
                Check(date.label, Term("active = class areas of mined land"), mined, active),
            ]
        closing = Term("stock + gain + growth + pre_mining + other = stock after + loss")
        for step in self.land.periods:
            net, loss, *added = (
                total_flow_tc(self.rows, flow, step.name)
                for flow in (NET, LOSS, GAIN, GROWTH, PRE_MINING, OTHER)
            )
            labels = (self.land.dates[index].label for index in (step.earlier, step.later))
            before, after = (total_stock_tc(self.stocks, label) for label in labels)
            checks += [
                balance_check(step.name, closing, [before, *added], [after, loss]),
                balance_check(
                    step.name, Term("gain + growth = net + loss"), added[:2], [net, loss]
                ),
            ]
        checks += balance_checks(self.balance, self.rows, self.land.full_period)
        if raster is not None:
            carbon = sum_by_sign(
                map(float, remove_rounding_errors(self.nets[self.rule]) * self.hectares)
            )
            for sign, expected, written in zip(
                SIGN_LABELS, carbon, sum_by_sign(raster.value_totals())
            ):
                what = Message("t C of {output} {sign} = table", output="NET_MAP", sign=sign)
                checks.append(Check(self.land.full_period, what, expected, written))
        return checks


def missing_sink_classes(land: MinedLand, coefficients: Coefficients) -> dict[int, Text]:
    """Return labels (key, maximum area, date) of mined sinks without coefficients, by index."""
    ever, by_date = land.first_mined_dates > 0, land.table.classes_by_date
    sinks = unique_indices(
        classes[ever & (use == LandUse.SINK)] for classes, use in zip(by_date, land.uses)
    )
    lacking = [index for index in sinks if land.classes[index] not in coefficients]
    missing: dict[int, Text] = {}
    for index, name in zip(
        lacking, coefficients.missing_class_labels(land.classes[n] for n in lacking)
    ):
        areas = [land.sum_hectares(ever & (classes == index)) for classes in by_date]
        most = max(areas)
        missing[index] = Message(
            "{name} ({area:,.2f} ha, {period})",
            name=name,
            area=most,
            period=land.dates[areas.index(most)].label,
        )
    return missing


def exclude_negligible_sinks(land: MinedLand, coefficients: Coefficients) -> MinedLand:
    """Exclude negligible sinks without coefficients from the land.

    If below NEGLIGIBLE_PCT of the cumulative disturbed area, or coefficients are partial.
    """
    missing = list(missing_sink_classes(land, coefficients))
    ever = land.first_mined_dates > 0
    is_lacking = np.zeros(ever.shape, np.bool_)
    for classes in land.table.classes_by_date:
        is_lacking |= ever & np.isin(classes, missing)
    is_little = 100.0 * land.sum_hectares(is_lacking) < NEGLIGIBLE_PCT * land.sum_hectares(ever)
    if not missing or not (coefficients.is_partial or is_little):
        return land
    keys = [land.classes[index].key.casefold() for index in missing]
    return replace(land, disturbing=land.disturbing.exclude_sinks(keys))


def check_sink_coefficients(table: Table, land: MinedLand, coefficients: Coefficients) -> MinedLand:
    """Return the land with coefficients for all its sinks, or raise a DataError naming `table`."""
    land = exclude_negligible_sinks(land, coefficients)
    missing = missing_sink_classes(land, coefficients)
    if missing:
        raise DataError(
            "{table}: carbon densities missing for sink classes of land mined at any date: "
            "{classes}; {way_out}",
            table=table.name,
            classes=MessageList(missing.values()),
            way_out=coefficients.missing_density_hint(land.classes[n] for n in missing),
        )
    return land


# Fastest growth of natural forest in the IPCC tables, t C/ha/year including roots: African rain
# forest up to an age of 20 years (2019, table 4.9). Vegetation other than trees never reaches the
# resulting stock.
MAX_GROWTH_TC_HA_YR = 6.52


def note_assumptions(
    disturbed: Sequence[LandClass],
    regrown: Sequence[LandClass],
    coefficients: Coefficients,
    notes: Notes,
) -> None:
    """Note assumptions on loss fractions and recovery curves missing in the table."""

    def pools(land_class: LandClass) -> Iterable[CarbonPool]:
        return coefficients.class_coefficient(land_class).pools.values()

    lost = [c.name for c in disturbed if not all(p.is_loss_given for p in pools(c))]
    if lost:
        notes.add_notice(
            "Loss fraction not given and set to 1 (all carbon of disturbed land is lost; "
            "method of Yang et al. 2022, not measured): {classes}.",
            classes=MessageList(lost),
        )
    plain = [c.name for c in regrown if not all(p.is_curve_given for p in pools(c))]
    if plain:
        notes.add_notice(
            "Classes without a recovery curve return linearly to their density over 20 years "
            "(IPCC 2006, vol. 4, eq. 2.25, defined for mineral soils and applied here to "
            "vegetation as well): {classes}.",
            classes=MessageList(plain),
        )
    for land_class in regrown:
        soil, fastest = (
            coefficients.class_coefficient(land_class).soil,
            max_soil_gain(land_class.key),
        )
        rate = soil.curve.max_gain(soil.reclaimed_density)
        if rate > fastest:
            notes.add_warning(
                "{name}: maximum soil carbon gain of the recovery curve {rate:.2f} t "
                "C/ha/year; maximum for this type of reclaimed land in Yuan et al. (2016) "
                "{fastest} t C/ha/year.",
                name=land_class.name,
                rate=rate,
                fastest=fastest,
            )
    for land_class in regrown:
        _warn_fast_growth(land_class.name, coefficients.class_coefficient(land_class), notes)


def _warn_fast_growth(name: str, coefficient: Coefficient, notes: Notes) -> None:
    """Warn of vegetation that grows faster than young forest in the IPCC tables."""
    vegetation, growth = coefficient.vegetation, growth_from_source(coefficient.source)
    age = np.full(1, YOUNG_FOREST_YEARS)
    gained = float(vegetation.curve.stock(np.zeros(1), vegetation.reclaimed_density, age)[0])
    at_first = growth.initial_rate if growth else MAX_GROWTH_TC_HA_YR
    if gained <= YOUNG_FOREST_YEARS * at_first * (1.0 + 1e-9):
        return
    template = Term(
        "{by_itself} Maximum natural forest growth in the IPCC tables (African rain forest): "
        "{growth:.2f} t C/ha/year, {most:.1f} t C/ha in total. Set vegetation_curve to rates "
        "and vegetation_rates to site-specific growth (see Carbon densities)."
    )
    if growth:
        template = Term(
            "{by_itself} IPCC growth of such forest: {growth:.2f} t C/ha/year, {most:.1f} t "
            "C/ha in total. Set vegetation_curve to rates and vegetation_rates to {rates}."
        )
    notes.add_warning(
        template,
        by_itself=Message(
            "{name}: vegetation gain of the recovery curve {gained:.1f} t C/ha after {age:g} "
            "years ({rate:.2f} t C/ha/year).",
            name=name,
            gained=gained,
            age=YOUNG_FOREST_YEARS,
            rate=gained / YOUNG_FOREST_YEARS,
        ),
        growth=at_first,
        most=YOUNG_FOREST_YEARS * at_first,
        rates=growth.curve.formula if growth else "",
    )
