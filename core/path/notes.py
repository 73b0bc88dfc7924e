"""What there is to say of a path, for the log: its boundary, what it rests on, what came out."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Listed, Message, Notes, Term, Text
from ..ledger.ledger import note_assumptions
from ..report.plotly_figures import rounded
from ..scheme.coefficients import CO2_PER_C
from .emissions import BY_COAL, COAL, ELECTRICITY, SOURCES, STAGES, outside_guide
from .path import NeutralityPath, OwedCarbon
from .projection import Band, ScenarioProjection, multiplier, topsoil_of
from .scenarios import ALL, COAL_T, GRID, HA_PER_10KT, MULT, TAKEN
from .starting_land import RECLAIMED, Cohort

# Coal of ACTIVITY and of a scenario that differ by less are the same.
SAME = 1e-6


def path_notes(path: NeutralityPath) -> Notes:
    """All of it."""
    notes = Notes()
    _note_base(path, notes)
    notes.add(basis_notes(path))
    for projection, band in path.banded:
        _note_result(path, projection, band, notes)
    notes.notices += paid_back_sentences(path)
    return notes


def basis_notes(path: NeutralityPath) -> Notes:
    """What is counted and what is not, and what the path takes for granted."""
    notes, gwp, outside = Notes(), path.gwp, list[Text]()
    for source, gas in outside_guide(path.emissions):
        words = SOURCES[source].words
        outside.append(Message("{gas} of {source}", gas=gas, source=words) if gas else words)
    notes.inform(
        "Boundary: what the mine gives off (scope 1) and the electricity that it buys (scope 2). "
        "What its customers burn (scope 3) is not in it."
    )
    notes.inform(
        "In it, and outside the Chinese guide for coal producers (GB/T 32151.11): {outside}.",
        outside=Listed([*outside, Term("the carbon of land")]),
    )
    notes.inform(
        "Warming potentials {name}: fossil methane {fossil:g}, methane of combustion "
        "{combustion:g}, N2O {n2o:g}. Results of two sets cannot be compared.",
        name=gwp.name,
        fossil=gwp.ch4_fossil,
        combustion=gwp.ch4_combustion,
        n2o=gwp.n2o,
    )
    _note_land(path, notes)
    notes.add(path.uncertainty_notes)
    for projection in path.projections:
        _note_scenario(path, projection, notes)
        _note_unused(path, projection, notes)
        _note_grid(path, projection, notes)
    return notes


def _note_base(path: NeutralityPath, notes: Notes) -> None:
    stages = [
        Message("{stage} {amount:,.1f}", stage=words, amount=amount)
        for stage, words in STAGES.items()
        if (amount := sum(e.tco2e for e in path.emissions if e.activity.stage == stage))
    ]
    template = Term("{year}: {total:,.1f} t CO2e; {stages}.")
    if not stages:
        template = Term("{year}: {total:,.1f} t CO2e.")
    notes.inform(template, year=path.span.base, total=path.base_total, stages=Listed(stages))
    evidence = {e.factor.name: e.factor.evidence for e in path.emissions if e.factor.name}
    if evidence:
        notes.inform(
            "Factors and their evidence: {factors}.",
            factors=", ".join(f"{name} ({text or '?'})" for name, text in evidence.items()),
        )
    rows = [str(own.row.label) for own in path.activity if not own.is_scale_given]
    if rows:
        notes.inform(
            "Rows of ACTIVITY without scales_with change with coal_t: {rows}.", rows=", ".join(rows)
        )


def _note_land(path: NeutralityPath, notes: Notes) -> None:
    start, classes = path.start, list(path.classes)
    if start.cohorts is None:
        notes.inform("AGES is not given: land that was reclaimed before is no part of the sink.")
    else:
        notes.inform(
            "{area:,.2f} ha were reclaimed by {year} and go on growing.",
            area=sum(cohort.hectares for cohort in start.cohorts),
            year=path.span.base,
        )
        _note_topsoil(path, start.cohorts, notes)
    notes.notices.append(debt_sentence(path))
    if start.lacking:
        notes.warn(
            "{lacking}: which land was mined at the first date is not known, so sink_taken_tc "
            "and the years in which a debt is paid back are empty. Make AGES and STATUS anew by "
            "Mine reclamation.",
            lacking=start.lacking,
        )
    if start.mine_ha is None:
        notes.warn(
            "STATUS is not given: mine_ha begins with 0, and no more land can be reclaimed than is "
            "taken after {year}.",
            year=path.span.base,
        )
    if any(not c.scenario.mix(TAKEN, []) and c.schedule.disturbed.any() for c in path.projections):
        notes.inform(
            "What is taken is as in {period}, by DISTURBED, where a scenario does not say it.",
            period=start.period,
        )
    elif start.disturbed is not None:
        notes.inform("DISTURBED is not used, because no scenario takes land without saying which.")
    for index in sorted({n for p in path.projections for n in p.schedule.classes}):
        if index not in path.sinks:
            note = notes.warn if classes[index].is_sink else notes.inform
            note("{name} has no coefficients, and so is no sink.", name=classes[index].name)
    for index in sorted({n for history in start.histories for n in history.mined_sinks}):
        if classes[index] not in path.coefficients:
            notes.warn(
                "{name} has no coefficients, so that no topsoil was kept of it (AGES, history).",
                name=classes[index].name,
            )
    disturbed = [c for c in path.disturbed if c in path.coefficients]
    note_assumptions(disturbed, path.regrown, path.coefficients, notes)


def debt_sentence(path: NeutralityPath) -> Message:
    """The carbon debt of the land in the base year, or that it is not known."""
    debt, base = path.debt, path.span.base
    if debt is None:
        return Message(
            "BALANCE is not given: the path begins with 0 t CO2, and counts regrowth of land whose "
            "loss lies before it."
        )
    values = {"year": base, "first": debt.first, "debt": rounded(debt.tco2, 0)}
    if debt.with_assumed is None:
        return Message(
            "Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE). "
            "The loss of land disturbed before {first} is not assumed, because no land was "
            "disturbed since; no year is given in which the debt is paid back.",
            **values,
        )
    if debt.with_assumed == debt.tco2:
        return Message(
            "Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE).",
            **values,
        )
    return Message(
        "Carbon debt in {year} of the land disturbed since {first}: {debt} t CO2 (BALANCE); "
        "including the assumed loss of the land disturbed before {first}, less what that land has "
        "regained since, {with_assumed} t CO2.",
        with_assumed=rounded(debt.with_assumed, 0),
        **values,
    )


def debt_clause(path: NeutralityPath) -> Message:
    """What annual net emissions leave out, for the end of a sentence on them."""
    if path.debt is None:
        return Message("not included: the carbon debt of the land, which is not known (no BALANCE)")
    return Message(
        "not included: the carbon debt of the land disturbed since {first}, {debt} t CO2",
        first=path.debt.first,
        debt=rounded(path.debt.tco2, 0),
    )


def paid_back_sentences(path: NeutralityPath) -> list[Message]:
    """From which year the balance of each scenario is at most 0 with the debt of the land disturbed
    since the first date, and from which with that of all land: both together; none without."""

    def reached(owed: OwedCarbon) -> Message:
        if owed.paid_back_year:
            return Message("at or below zero from {year} on", year=owed.paid_back_year)
        left = rounded(float(owed.balance[-1]), 0)
        return Message("above zero until {end} ({left} t CO2e left)", end=path.span.end, left=left)

    sentences = []
    for projection, owed in ((p, path.owed(p)) for p in path.projections):
        if not owed or path.debt is None:
            continue
        since_first, with_assumed = owed
        last = (since_first.paid_back_year or path.span.end) - path.span.base
        regrowth = float(projection.sink_taken[: last + 1].sum()) * CO2_PER_C
        sentences.append(
            Message(
                "{scenario}: with emissions and offsets counted, the balance including the carbon "
                "debt of the land disturbed since {first} is {taken} (regrowth on this land by "
                "then: {regrowth} t CO2, debt in {base}: {debt} t CO2); including the assumed loss "
                "of the land disturbed before {first}, {with_assumed}.",
                scenario=projection.scenario.name,
                first=path.debt.first,
                base=path.span.base,
                taken=reached(since_first),
                regrowth=rounded(regrowth, 0),
                debt=rounded(path.debt.tco2, 0),
                with_assumed=reached(with_assumed),
            )
        )
    return sentences


def _note_topsoil(path: NeutralityPath, cohorts: Sequence[Cohort], notes: Notes) -> None:
    """Say what topsoil reclaimed land starts with, and of which land that is not known."""
    if path.start.histories:
        topsoil = topsoil_of(cohorts, path.carbon)
        notes.inform(
            "Of stored topsoil {carbon:,.1f} t C were spread on it when it was reclaimed, by its "
            "history and the loss fractions.",
            carbon=sum(float(s0) * cohort.hectares for s0, cohort in zip(topsoil, cohorts)),
        )
    without = sum(cohort.hectares for cohort in cohorts if not cohort.history)
    if without:
        notes.warn(
            "AGES has no history of {area:,.2f} ha of it, which therefore begin without stored "
            "topsoil; where a loss fraction of soil is below 1 that makes the sink too large. Make "
            "AGES anew by Mine reclamation.",
            area=without,
        )


def _note_scenario(path: NeutralityPath, projection: ScenarioProjection, notes: Notes) -> None:
    """What of a scenario is left to chance, or cannot be as it says."""
    scenario, schedule, base = projection.scenario, projection.schedule, [path.span.base]
    if not schedule.disturbed.any():
        notes.inform("{scenario}: no land is taken.", scenario=scenario.name)
    if not schedule.planned.any():
        notes.inform("{scenario}: no land is reclaimed.", scenario=scenario.name)
    unmet = schedule.planned - schedule.reclaimed
    if unmet.max(initial=0) > 0:
        notes.warn(
            "{scenario}: from {year} on there is less mined land than is to be reclaimed; "
            "{area:,.2f} ha of the planned reclamation (reclaimed_ha) find no mined land.",
            scenario=scenario.name,
            year=schedule.years[int((unmet > 0).argmax())],
            area=float(unmet.sum()),
        )
    # A stage may count the same coal as another one does.
    by_stage: dict[str, float] = {}
    for row in path.activity:
        if row.source == COAL:
            by_stage[row.stage] = by_stage.get(row.stage, 0.0) + row.quantity
    coal, counted = scenario.at(COAL_T, base)[0], max(by_stage.values(), default=0.0)
    if COAL_T in scenario.paths and counted and abs(coal - counted) > SAME * counted:
        notes.warn(
            "{scenario}: coal_t of {year} is {coal:.10g} t, and ACTIVITY has {own:.10g} t; "
            "emissions change with coal_t as a part of that.",
            scenario=scenario.name,
            year=base[0],
            coal=coal,
            own=counted,
        )
    if any(multiplier(row, scenario, base)[0] != 1 for row in path.activity):
        notes.warn(
            "{scenario}: a mult: variable is not 1 in {year}; the base year stays as ACTIVITY has "
            "it, and the path jumps after it. Give the variable a point of 1 in {year}.",
            scenario=scenario.name,
            year=base[0],
        )


def _note_unused(path: NeutralityPath, projection: ScenarioProjection, notes: Notes) -> None:
    """What a scenario has that nothing goes by."""
    scenario, schedule, year = projection.scenario, projection.schedule, path.span.base
    names = {ALL, *(row.stage for row in path.activity), *(row.source for row in path.activity)}
    for variable, points in scenario.paths.items():
        kind, _, of = variable.partition(":")
        of = ELECTRICITY if variable == GRID else of
        why: Text = ""
        if kind in (MULT, GRID) and of not in names:
            why = Message("ACTIVITY has no {of} in {year}", of=of, year=year)
        elif kind == TAKEN and not schedule.disturbed.any():
            why = Term("no land is taken")
        elif kind == RECLAIMED and not schedule.planned.any():
            why = Term("no land is reclaimed")
        elif (
            kind == COAL_T
            and HA_PER_10KT not in scenario.paths
            and all(row.scale != BY_COAL for row in path.activity)
        ):
            why = Message("nothing of ACTIVITY in {year} changes with it", year=year)
        if why:
            notes.warn(
                "{scenario}: {variable} is not used, because {why}.",
                scenario=scenario.name,
                variable=points[0].row.text("variable"),
                why=why,
            )


def _note_grid(path: NeutralityPath, projection: ScenarioProjection, notes: Notes) -> None:
    scenario, base = projection.scenario, [path.span.base]
    purchases = [e for e in path.emissions if e.activity.source == ELECTRICITY and e.tco2e]
    if GRID not in scenario.paths or not purchases:
        return
    bought = sum({e.activity: e.activity.quantity for e in purchases}.values())
    factor, asked = sum(e.tco2e for e in purchases) / bought, scenario.at(GRID, base)[0]
    if abs(factor - asked) > SAME * factor:
        notes.warn(
            "{scenario}: grid_t_per_mwh of {year} is {asked:g}, and ACTIVITY goes by {factor:g} "
            "t/MWh; the path jumps after the base year.",
            scenario=scenario.name,
            year=base[0],
            asked=asked,
            factor=factor,
        )


def _emitted_or_taken_up(net: float) -> Text:
    """Net emissions in words, t CO2e, below 0 where more is taken up than emitted."""
    if net < 0:
        return Message("net uptake {amount:,.1f} t CO2e", amount=-net)
    return Message("net emissions {amount:,.1f} t CO2e", amount=abs(net))


def _note_result(
    path: NeutralityPath, projection: ScenarioProjection, band: Band | None, notes: Notes
) -> None:
    """Whether a scenario becomes neutral, when, and how sure that is."""
    index, end = projection.neutral_index, projection.years[-1]
    at = -1 if index is None else index
    values = {
        "scenario": projection.scenario.name,
        "first": projection.years[1],
        "year": projection.years[at],
        "end": end,
        "net": _emitted_or_taken_up(projection.net[at]),
        "cumulative": _emitted_or_taken_up(projection.cumulative[-1]),
        "left_out": path.left_out,
        "debt": debt_clause(path),
    }
    if index is None:
        notes.inform(
            "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) are not "
            "at or below zero by {end}: {net} in {end}, cumulative from {first} on {cumulative}; "
            "{debt}.",
            **values,
        )
    else:
        notes.inform(
            "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, land included) stay at "
            "or below zero from {year} to {end}: {net} in {year}, cumulative from {first} to {end} "
            "{cumulative}; {debt}.",
            **values,
        )
    emitted, sunk = float(projection.emitted[1:].sum()), float(projection.sink.sum()) * CO2_PER_C
    if sunk and emitted:
        notes.inform(
            "{scenario}: the sink is {sunk:,.1f} t CO2 in all, {share:.1f} % of what is emitted.",
            scenario=projection.scenario.name,
            sunk=sunk,
            share=100.0 * sunk / emitted,
        )
    if band is None or band.first_years is None or band.neutral_pct is None:
        return
    if not band.neutral_pct[-1]:
        notes.inform("{scenario}: no draw is neutral by {end}; not drawn: {left_out}.", **values)
        return
    low, middle, high = (str(year) if year else f"> {end}" for year in band.first_years)
    notes.inform(
        "{scenario}: probability of neutrality from {year} to {end}: {share:.1f} % of the draws; "
        "the year is {middle} in the middle of the draws, and with {level:g} % from {low} to "
        "{high}; not drawn: {left_out}.",
        share=band.neutral_pct[at],
        middle=middle,
        level=path.wanted.level,
        low=low,
        high=high,
        **values,
    )
