"""Notes on a path for the log: accounting boundary, assumptions and results."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..ledger.ledger import note_assumptions
from ..report.plotly_figures import format_number
from ..scheme.coefficients import CO2_PER_C
from .emissions import COAL, ELECTRICITY, SCALE_COAL, SOURCES, sources_outside_guide
from .path import DebtBalance, NeutralityPath
from .projection import ScenarioProjection, UncertaintyBand, cohort_topsoil, emission_multiplier
from .scenarios import ALL, COAL_T, DISTURBED, GRID_T_PER_MWH, HA_PER_10KT, MULTIPLIER_KIND
from .starting_land import RECLAIMED, Cohort

# Relative tolerance for the agreement of ACTIVITY with a scenario.
RELATIVE_TOLERANCE = 1e-6


def path_notes(path: NeutralityPath) -> Notes:
    """Return all notes on a path for the log."""
    notes = Notes()
    _note_default_scales(path, notes)
    _note_starting_land(path, notes)
    notes.warnings += _assumption_notes(path).warnings
    _note_uncertainty(path, notes)
    for projection, band in path.projections_with_bands:
        _note_neutrality(path, projection, band, notes)
    notes.notices += payback_sentences(path)
    return notes


def assumption_notes(path: NeutralityPath) -> Notes:
    """Return notes on the accounting boundary and the assumptions, for the page."""
    notes, gwp, outside = Notes(), path.gwp, list[Text]()
    for source, gas in sources_outside_guide(path.emissions):
        words = SOURCES[source].words
        outside.append(Message("{source} ({gas})", gas=gas, source=words) if gas else words)
    notes.add_notice(
        "Boundary: direct emissions of the mine (scope 1) and purchased electricity (scope "
        "2). Combustion by customers (scope 3) is not included."
    )
    notes.add_notice(
        "Included in the results, but outside the Chinese guide for coal producers (GB/T "
        "32151.11): {outside}.",
        outside=MessageList([*outside, Term("land carbon")]),
    )
    notes.add_notice(
        "Global warming potentials {name}: fossil methane {fossil:g}, combustion methane "
        "{combustion:g}, N2O {n2o:g}. Do not compare results of different sets.",
        name=gwp.name,
        fossil=gwp.ch4_fossil,
        combustion=gwp.ch4_combustion,
        n2o=gwp.n2o,
    )
    _note_starting_land(path, notes)
    notes.add_notes(_assumption_notes(path))
    _note_uncertainty(path, notes)
    return notes


def _note_uncertainty(path: NeutralityPath, notes: Notes) -> None:
    """Add notes on the uncertainty bands and on the scenarios, such as ignored variables."""
    notes.add_notes(path.uncertainty_notes)
    for projection in path.projections:
        _note_scenario(path, projection, notes)
        _note_unused_variables(path, projection, notes)
        _note_emission_factor_grid(path, projection, notes)


def _note_default_scales(path: NeutralityPath, notes: Notes) -> None:
    rows = [str(own.row.label) for own in path.activity if not own.is_scale_given]
    if rows:
        notes.add_notice(
            "ACTIVITY rows without scales_with are scaled with coal_t: {rows}.",
            rows=", ".join(rows),
        )


def _note_starting_land(path: NeutralityPath, notes: Notes) -> None:
    start, classes = path.start, list(path.classes)
    if start.cohorts is None:
        notes.add_notice("AGES not set: land reclaimed earlier is not included in the sink.")
    else:
        notes.add_notice(
            "Land reclaimed by {year}: {area:,.2f} ha; it continues to accumulate carbon.",
            area=sum(cohort.hectares for cohort in start.cohorts),
            year=path.span.base,
        )
        _note_topsoil(path, start.cohorts, notes)
    notes.notices.append(debt_sentence(path))
    if start.missing_data_reason:
        notes.add_warning(
            "{lacking}: land mined at the first date is unknown; sink_taken_tc and the "
            "carbon debt repayment year are empty. Re-create AGES and STATUS with Mine "
            "reclamation.",
            lacking=start.missing_data_reason,
        )
    if start.mine_ha is None:
        notes.add_warning(
            "STATUS not set: mine_ha starts at 0, and reclamation is limited to land "
            "disturbed after {year}.",
            year=path.span.base,
        )
    if any(
        not c.scenario.class_shares(DISTURBED, []) and c.schedule.disturbed.any()
        for c in path.projections
    ):
        notes.add_notice(
            "Unless set in the scenario, the class composition of disturbed land is that of "
            "{period} (DISTURBED).",
            period=start.period,
        )
    elif start.disturbed is not None:
        notes.add_notice(
            "DISTURBED ignored: no scenario disturbs land without specifying its classes."
        )
    for index in sorted({n for p in path.projections for n in p.schedule.class_indices}):
        if index not in path.sink_indices:
            note = notes.add_warning if classes[index].is_sink else notes.add_notice
            note("{name} has no coefficients, and so is no sink.", name=classes[index].name)
    for index in sorted(
        {n for history in start.known_histories for n in history.mined_sink_indices}
    ):
        if classes[index] not in path.coefficients:
            notes.add_warning(
                "{name} has no coefficients; no topsoil of it is counted as stored (AGES, "
                "history).",
                name=classes[index].name,
            )


def _assumption_notes(path: NeutralityPath) -> Notes:
    """Return assumptions on loss and recovery of carbon."""
    notes, disturbed = Notes(), [c for c in path.disturbed_classes if c in path.coefficients]
    note_assumptions(disturbed, path.reclaimed_classes, path.coefficients, notes)
    return notes


def debt_sentence(path: NeutralityPath) -> Message:
    """Return a sentence on the carbon debt of the land in the base year, known or unknown."""
    debt, base = path.debt, path.span.base
    if debt is None:
        return Message(
            "BALANCE not set: the path starts at 0 t CO2 and includes regrowth of land whose "
            "loss occurred earlier."
        )
    values = {"year": base, "first": debt.first, "debt": format_number(debt.tco2, 0)}
    if debt.with_assumed is None:
        return Message(
            "Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE). "
            "No loss is assumed for land disturbed before {first} and no carbon debt "
            "repayment year is given, because no land was disturbed since.",
            **values,
        )
    if debt.with_assumed == debt.tco2:
        return Message(
            "Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE).",
            **values,
        )
    return Message(
        "Carbon debt in {year} of land disturbed since {first}: {debt} t CO2 (BALANCE); "
        "including the assumed loss of land disturbed before {first} minus its regrowth "
        "since: {with_assumed} t CO2.",
        with_assumed=format_number(debt.with_assumed, 0),
        **values,
    )


def debt_clause(path: NeutralityPath) -> Message:
    """Return a clause on the carbon debt, which annual net emissions do not include."""
    if path.debt is None:
        return Message("not included: carbon debt of the land (unknown, BALANCE not set)")
    return Message(
        "not included: carbon debt of land disturbed since {first} ({debt} t CO2)",
        first=path.debt.first,
        debt=format_number(path.debt.tco2, 0),
    )


def payback_sentences(path: NeutralityPath) -> list[Message]:
    """Return sentences on the years in which the carbon debt is repaid.

    By scenario: from when the balance remains at most 0 with the debt of land disturbed
    since the first date, and of all land; empty if either is unknown.
    """

    def reached(owed: DebtBalance) -> Message:
        if owed.paid_back_year:
            return Message("at or below zero from {year} on", year=owed.paid_back_year)
        left = format_number(float(owed.balance[-1]), 0)
        return Message(
            "above zero until {end} ({left} t CO2e remaining)", end=path.span.end, left=left
        )

    sentences = []
    for projection, owed in ((p, path.debt_balances(p)) for p in path.projections):
        if not owed or path.debt is None:
            continue
        since_first, with_assumed = owed
        last = (since_first.paid_back_year or path.span.end) - path.span.base
        regrowth = float(projection.sink_taken[: last + 1].sum()) * CO2_PER_C
        sentences.append(
            Message(
                "{scenario}: balance of emissions, offsets and the carbon debt of land "
                "disturbed since {first}: {taken} (carbon debt in {base}: {debt} t CO2; "
                "regrowth on this land until that year: {regrowth} t CO2). Including the "
                "assumed loss of land disturbed before {first}: {with_assumed}.",
                scenario=projection.scenario.name,
                first=path.debt.first,
                base=path.span.base,
                taken=reached(since_first),
                regrowth=format_number(regrowth, 0),
                debt=format_number(path.debt.tco2, 0),
                with_assumed=reached(with_assumed),
            )
        )
    return sentences


def _note_topsoil(path: NeutralityPath, cohorts: Sequence[Cohort], notes: Notes) -> None:
    """Note the topsoil of reclaimed land, and the area with unknown topsoil."""
    if path.start.known_histories:
        topsoil = cohort_topsoil(cohorts, path.carbon)
        notes.add_notice(
            "Topsoil reapplied at reclamation (from history and loss fractions): "
            "{carbon:,.1f} t C.",
            carbon=sum(float(s0) * cohort.hectares for s0, cohort in zip(topsoil, cohorts)),
        )
    without = sum(cohort.hectares for cohort in cohorts if not cohort.history)
    if without:
        notes.add_warning(
            "AGES has no history for {area:,.2f} ha, so stored topsoil starts at zero and "
            "the removal may be overestimated where the soil loss fraction is below 1. "
            "Re-create AGES with Mine reclamation.",
            area=without,
        )


def _note_scenario(path: NeutralityPath, projection: ScenarioProjection, notes: Notes) -> None:
    """Warn of scenario values that cannot be met or do not match ACTIVITY."""
    scenario, schedule, base = projection.scenario, projection.schedule, [path.span.base]
    unmet = schedule.planned - schedule.reclaimed
    if unmet.max(initial=0) > 0:
        notes.add_warning(
            "{scenario}: from {year} on, planned reclamation (reclaimed_ha) exceeds the "
            "mined area; {area:,.2f} ha are not reclaimed.",
            scenario=scenario.name,
            year=schedule.years[int((unmet > 0).argmax())],
            area=float(unmet.sum()),
        )
    # Several stages may list the same coal.
    by_stage: dict[str, float] = {}
    for row in path.activity:
        if row.source == COAL:
            by_stage[row.stage] = by_stage.get(row.stage, 0.0) + row.quantity
    coal, counted = (
        scenario.interpolate_values(COAL_T, base)[0],
        max(by_stage.values(), default=0.0),
    )
    if COAL_T in scenario.paths and counted and abs(coal - counted) > RELATIVE_TOLERANCE * counted:
        notes.add_warning(
            "{scenario}: coal_t in {year} is {coal:.10g} t, ACTIVITY has {own:.10g} t. "
            "Emissions are scaled by coal_t relative to its own base year.",
            scenario=scenario.name,
            year=base[0],
            coal=coal,
            own=counted,
        )
    if any(emission_multiplier(row, scenario, base)[0] != 1 for row in path.activity):
        notes.add_warning(
            "{scenario}: a mult: variable is not 1 in {year}; the base year follows "
            "ACTIVITY, then the path is discontinuous. Set the variable to 1 in {year}.",
            scenario=scenario.name,
            year=base[0],
        )


def _note_unused_variables(
    path: NeutralityPath, projection: ScenarioProjection, notes: Notes
) -> None:
    """Warn of scenario variables without effect."""
    scenario, schedule, year = projection.scenario, projection.schedule, path.span.base
    names = {ALL, *(row.stage for row in path.activity), *(row.source for row in path.activity)}
    for variable, points in scenario.paths.items():
        kind, _, of = variable.partition(":")
        of = ELECTRICITY if variable == GRID_T_PER_MWH else of
        why: Text = ""
        if kind in (MULTIPLIER_KIND, GRID_T_PER_MWH) and of not in names:
            why = Message("ACTIVITY has no {of} in {year}", of=of, year=year)
        elif kind == DISTURBED and not schedule.disturbed.any():
            why = Term("no land is disturbed")
        elif kind == RECLAIMED and not schedule.planned.any():
            why = Term("no land is reclaimed")
        elif (
            kind == COAL_T
            and HA_PER_10KT not in scenario.paths
            and all(row.scale != SCALE_COAL for row in path.activity)
        ):
            why = Message("no ACTIVITY row of {year} is scaled with it", year=year)
        if why:
            notes.add_warning(
                "{scenario}: {variable} ignored: {why}.",
                scenario=scenario.name,
                variable=points[0].row.text_value("variable"),
                why=why,
            )


def _note_emission_factor_grid(
    path: NeutralityPath, projection: ScenarioProjection, notes: Notes
) -> None:
    scenario, base = projection.scenario, [path.span.base]
    purchases = [e for e in path.emissions if e.activity.source == ELECTRICITY and e.tco2e]
    if GRID_T_PER_MWH not in scenario.paths or not purchases:
        return
    bought = sum({e.activity: e.activity.quantity for e in purchases}.values())
    factor, asked = (
        sum(e.tco2e for e in purchases) / bought,
        scenario.interpolate_values(GRID_T_PER_MWH, base)[0],
    )
    if abs(factor - asked) > RELATIVE_TOLERANCE * factor:
        notes.add_warning(
            "{scenario}: grid_t_per_mwh in {year} is {asked:g}, ACTIVITY uses {factor:g} "
            "t/MWh; the path is discontinuous after the base year.",
            scenario=scenario.name,
            year=base[0],
            asked=asked,
            factor=factor,
        )


def _note_neutrality(
    path: NeutralityPath, projection: ScenarioProjection, band: UncertaintyBand | None, notes: Notes
) -> None:
    """Note whether and when a scenario becomes neutral, with the probability from the draws."""
    index, end = projection.neutral_index, projection.years[-1]
    at = -1 if index is None else index
    values = {
        "scenario": projection.scenario.name,
        "first": projection.years[1],
        "year": projection.years[at],
        "end": end,
        "cumulative": format_number(projection.cumulative[-1], 0),
        "left_out": path.excluded_errors,
        "debt": debt_clause(path),
    }
    if index is None:
        notes.add_notice(
            "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) "
            "are not at or below zero by {end}; cumulative from {first} to {end}: "
            "{cumulative} t CO₂e; {debt}.",
            **values,
        )
    else:
        notes.add_notice(
            "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) "
            "remain at or below zero from {year} to {end}; cumulative from {first} to {end}: "
            "{cumulative} t CO₂e; {debt}.",
            **values,
        )
    if band is None or band.first_years is None or band.neutral_pct is None:
        return
    if not band.neutral_pct[-1]:
        notes.add_notice(
            "{scenario}: no Monte Carlo draw is carbon neutral by {end}; not included: {left_out}.",
            **values,
        )
        return
    notes.notices.append(probability_sentence(path, projection, band, band.first_years))


def probability_sentence(
    path: NeutralityPath,
    projection: ScenarioProjection,
    band: UncertaintyBand,
    first_years: tuple[int | None, int | None, int | None],
) -> Message:
    """Return a sentence on the probability and the year of neutrality, from the draws."""
    index, end = projection.neutral_index, projection.years[-1]
    at = -1 if index is None else index
    low, middle, high = (str(year) if year else f"> {end}" for year in first_years)
    return Message(
        "{scenario}: probability of carbon neutrality {year}-{end}: {share:.1f} % of the "
        "draws; median year {middle}, {level:g} % confidence interval {low} to {high}; not "
        "included: {left_out}.",
        scenario=projection.scenario.name,
        year=projection.years[at],
        end=end,
        share=0.0 if band.neutral_pct is None else float(band.neutral_pct[at]),
        middle=middle,
        level=path.wanted.level,
        low=low,
        high=high,
        left_out=path.excluded_errors,
    )
