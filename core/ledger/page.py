"""The page of the carbon ledger, with its balance, its stocks, what it goes by, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..base.files import Provenance
from ..base.messages import Listed, Message, Notes, Term, Text
from ..base.table import Table
from ..report.coefficient_table import coefficient_table, taken_table
from ..report.horizontal_bars import LyingBars, grouped_bars, interval_words, range_bars
from ..report.line_charts import Range
from ..report.page import Chart, Headline, Page, Row, Section, ShownColumn, ShownTable, known
from ..report.plotly_figures import INK, Draw, Lines, rounded, told_hectares
from ..report.results_page import InputFile, dated_page, proof_sections
from ..results.losses import uncounted_sentence
from ..results.uncertainty import (
    ADJUSTED,
    ALL_PERIODS,
    APPROACH_1,
    APPROACH_2,
    AREA_PART,
    COEFFICIENT_PART,
    CORRELATED,
    MAPPED,
    Uncertainty,
    UncertaintyRow,
    knows_bounds,
)
from ..results.uncertainty_notes import (
    NOT_TOLD,
    TOLD_AS,
    difference_notes,
    differences,
    sample_sentences,
    unseen_warnings,
)
from ..scheme.area_errors import AreaErrors
from ..scheme.table import ALL
from .balance import (
    NET_COLOUR,
    NOT_COUNTED,
    RULES,
    SHOWN,
    back_uncounted_sentence,
    balance_chart,
    balance_figure,
    balance_sentences,
    balance_tables,
    dioxide,
    half_width_of,
    land_table,
    led_by,
    on_balance,
    tonnes,
    uncounted_label,
    waterfall_chart,
)
from .flows import MINED_BEFORE, NET, TAKEN, balance_of
from .results import LedgerResults
from .sections import (
    FLOW_WORDS,
    flow_section,
    net_map_section,
    recovery_section,
    sensitivity_section,
    stock_section,
)
from .states import GAIN, GROWTH, LOSS, OTHER, PRE_MINING


def balance_section(results: LedgerResults) -> Section:
    """The balance in words, then by period and per year."""
    ledger = results.ledger
    title = Term("Carbon balance")
    if not ledger.hectares.size:
        return Section("balance", title, [Term("No mined land at any date.")])
    caveat = ledger.coefficients.caveat
    sentences = [
        *([caveat] if caveat else []),
        *balance_sentences(ledger, results.uncertainty, results.balance),
        Term(
            "Loss: carbon stock of sinks when they were mined. Gain: carbon stock of this "
            "land when it becomes a sink again. Growth: further gain while it remains a "
            "sink. Not included: fuel combustion by the mine and fugitive emissions of coal."
        ),
        *ledger.land.disturbing.mined_words,
    ]
    charts = [balance_chart(ledger), waterfall_chart(ledger, results.balance)]
    tables = balance_tables(ledger)
    if ALL in ledger.uncounted:
        charts, tables = [], []
    colours = ledger.land.classes.colours_by_name()
    taken_classes = taken_table(results.taken_land, colours)
    tables = [land_table(results.balance), *tables, taken_classes]
    uncounted = uncounted_sentence(results.taken_land)
    hidden = ledger.land.disturbing.hidden_mines(results.series.named_classes)
    warnings = [w for w in (hidden, uncounted, back_uncounted_sentence(ledger)) if w]
    return Section("balance", title, sentences, charts=charts, tables=tables, warnings=warnings)


# What happens to a hectare from one date to the next; s and v are what it holds in soil and
# vegetation, z the topsoil in store, D the density of a class, p the part that is lost, f its curve
# and a the age.
STEPS: Sequence[tuple[Text, Text, Text]] = (
    (
        Term("sink to mine"),
        Term(
            "p s + p v is lost, immediately or with a half-life; (1 - p) s is stored as "
            "topsoil z; s and v are the current stocks, on reclaimed land below the carbon "
            "density"
        ),
        FLOW_WORDS[LOSS],
    ),
    (Term("sink to mine"), Term("(1 - p) v is removed from the site"), FLOW_WORDS[OTHER]),
    (Term("mine to mine"), Term("none"), ""),
    (
        Term("mine to sink"),
        Term(
            "s = s0 + (D - s0) f(a) with s0 = min(z, D), and v = D f(a); the gain is net of "
            "z, which is used up"
        ),
        FLOW_WORDS[GAIN],
    ),
    (
        Term("other land use to sink, already mined"),
        Term("as above, with s0 = 0"),
        FLOW_WORDS[GAIN],
    ),
    (
        Term("sink to sink, already mined"),
        Term("as above, with the age and class of the later date"),
        FLOW_WORDS[GROWTH],
    ),
    (
        Term("sink to sink, not mined yet"),
        Term("s and v are the carbon densities of the new class"),
        FLOW_WORDS[PRE_MINING],
    ),
    (Term("sink to other land use"), Term("the carbon stock becomes 0"), FLOW_WORDS[OTHER]),
    (Term("mine to other land use"), Term("stored topsoil is written off"), FLOW_WORDS[OTHER]),
    (
        Term("other land use to sink, not mined yet"),
        Term("s and v are the carbon densities of the new class"),
        FLOW_WORDS[OTHER],
    ),
)


def term_section(results: LedgerResults) -> Section:
    """What the numbers depend on, in full."""
    ledger = results.ledger
    ages = Message(
        "Age of reclaimed land (AGE_RULE = {rule}): {what}; reclamation took place between "
        "two map dates.",
        rule=ledger.rule.value,
        what=RULES[ledger.rule],
    )
    return Section(
        "carbon-terms",
        Term("Calculation of the carbon balance"),
        [*ledger.assumptions.notices, ages],
        tables=[
            coefficient_table(
                "carbon-coefficients",
                Term("Carbon coefficients"),
                ledger.classes_of(ledger.lands.sinks),
                ledger.coefficients,
                ledger.land.classes.colours_by_name(),
            ),
            ShownTable(
                "carbon-states",
                Term("Carbon flows by conversion"),
                [
                    ShownColumn(Term("Conversion"), "step"),
                    ShownColumn(Term("Calculation"), "what"),
                    ShownColumn(Term("Carbon flow"), "flow"),
                ],
                Table.of("step what flow", STEPS),
                folded=True,
                note=Term(
                    "s, v: carbon stock of soil and vegetation; z: stored topsoil; D: carbon "
                    "density of the class; p: loss fraction; f: recovery curve; a: age; each "
                    "separately for soil and vegetation."
                ),
            ),
        ],
        warnings=list(ledger.assumptions.warnings),
    )


FLOW_COLOURS = {**{flow: colour for flow, (_, colour) in SHOWN.items()}, NET: NET_COLOUR}
ITEMS = (LOSS, GAIN, GROWTH, NET)
METHODS = {
    COEFFICIENT_PART: (Term("Coefficients only"), "#7b9acb"),
    AREA_PART: (Term("Areas only"), "#c8b273"),
    APPROACH_1: (Term("Combined (Approach 1)"), "#3d5a80"),
    CORRELATED: (Term("Assuming fully correlated errors (r = 1)"), "#b9bec6"),
    APPROACH_2: (Term("Monte Carlo simulation (Approach 2)"), "#8e5572"),
}
AREAS = {ADJUSTED: Term("error-adjusted"), MAPPED: Term("mapped")}
UNCERTAINTY_COLUMNS = "item method areas estimate low high half_width half_width_pct"
MOST_ESTIMATES = 40


def uncertainty_section(results: LedgerResults) -> Section:
    """Intervals of loss, gain, growth and net."""
    uncertainty = results.uncertainty
    section = Section("uncertainty", Term("Uncertainty"), list(uncertainty.notes.notices))
    section.warnings = list(uncertainty.notes.warnings)
    if not uncertainty.rows:
        return section
    notes = Notes()
    notes.inform(
        "Each coefficient is one random variable in all periods and on both sides of a "
        "difference; its effects are summed before squaring. The same applies to area errors "
        "within a period. Treated as certain: {left_out}.",
        left_out=Listed(uncertainty.left_out or [Term("none")]),
    )
    notes.notices += [Message(TOLD_AS), *uncertainty.notes.notices]
    row = uncertainty.leading(NET)
    if row is not None and row["method"] == APPROACH_2:
        # How much of the result is chance.
        notes.inform(
            "{draws} Monte Carlo draws (seed {seed}), mean of all this land: {balance}; "
            "standard error of the mean {error} t C.",
            draws=f"{uncertainty.wanted.draws:,}",
            seed=uncertainty.wanted.seed,
            balance=on_balance(row["estimate"], row["half_width"]),
            error=rounded(row["sd"] / uncertainty.wanted.draws**0.5, 1),
        )
    notes.add(difference_notes(uncertainty, NET))
    section.sentences = [*notes.notices]
    section.charts = [_intervals(results), _half_widths(uncertainty)]
    sentences = [*unseen_warnings(uncertainty, NET), *sample_sentences(uncertainty, NET)]
    unseen = Message("{told}", told=Listed(sentences, Term(" "))) if sentences else ""
    section.tables = _tables(results, unseen)
    if uncertainty.errors is not None:
        section.tables += _area_tables(uncertainty, uncertainty.errors)
    return section


def _intervals(results: LedgerResults) -> Chart:
    """Amounts with their intervals, a figure for all periods and for each, by either areas."""
    uncertainty = results.uncertainty
    variants: list[tuple[Text, Draw]] = []
    for period in (ALL_PERIODS, *results.ledger.years_of):
        by_areas = {areas: _best_rows(uncertainty, period, areas) for areas in AREAS}
        words: Text = period or Term("All periods")
        for areas, rows in by_areas.items():
            draw = partial(
                range_bars,
                [FLOW_WORDS[row["item"]] for row in rows],
                [FLOW_COLOURS[row["item"]] for row in rows],
                [_range(row, uncertainty) for row in rows],
                Term("Estimate and confidence interval, t C"),
            )
            of_both = Message("{period}, areas: {areas}", period=words, areas=AREAS[areas])
            variants += [(of_both if by_areas[ADJUSTED] else words, draw)] if rows else []
    return Chart(
        "intervals",
        Message(
            "Estimates with {level} % confidence intervals, t C",
            level=f"{uncertainty.wanted.level:g}",
        ),
        variants,
        note=Term(
            "Monte Carlo simulation if DRAWS is above 0 (Approach 2; IPCC 2006, vol. 1, ch. "
            "3), otherwise error propagation (Approach 1; eq. 3.1 and 3.2)."
        ),
        marks=[(interval_words(uncertainty.wanted.level), INK, "range")],
    )


def _best_rows(uncertainty: Uncertainty, period: str, areas: str) -> list[UncertaintyRow]:
    rows = (uncertainty.best(item, period=period, areas=areas) for item in ITEMS)
    return [row for row in rows if row]


def _range(row: UncertaintyRow, uncertainty: Uncertainty) -> Range:
    estimate, low, high = row["estimate"], row["low"], row["high"]
    bounds: Text = f"{rounded(low, 1)} \u2026 {rounded(high, 1)} t C"
    if _is_unknown(row, uncertainty):
        low, high, bounds = estimate, estimate, NOT_TOLD
    return Range(
        estimate, low, high, (FLOW_WORDS[row["item"]], f"{rounded(estimate, 1)} t C", bounds)
    )


def _is_unknown(row: UncertaintyRow, uncertainty: Uncertainty) -> bool:
    """Whether the sample that a row goes by does not tell its bounds."""
    told = row["item"], row["period"], row["measure"]
    return row["areas"] == ADJUSTED and not knows_bounds(uncertainty, *told)


def _half_widths(uncertainty: Uncertainty) -> Chart:
    """What the intervals come from, by item; by the areas that the sample estimates if it does."""
    series, legend = [], []
    is_told = uncertainty.by_method(NET, areas=ADJUSTED) and knows_bounds(uncertainty, NET)
    areas = ADJUSTED if is_told else MAPPED
    for method, (words, colour) in METHODS.items():
        rows = [uncertainty.by_method(item, areas=areas).get(method) for item in ITEMS]
        halves: list[float] = []
        hovers: list[Lines] = []
        for row in (row for row in rows if row):
            halves.append(row["half_width"])
            values = {"tc": rounded(halves[-1], 1), "share": rounded(row["half_width_pct"], 2)}
            told = Message("{tc} t C ({share} %)", **values)
            hovers.append((FLOW_WORDS[row["item"]], words, told))
        if halves:
            series.append(LyingBars(halves, colour, hovers, None))
            legend.append((words, colour))
    labels = [FLOW_WORDS[item] for item in ITEMS]
    draw = partial(grouped_bars, labels, series, Term("Margin of error, t C"))
    return Chart(
        "half-widths",
        Term("Sources of uncertainty, all periods: margin of error, t C"),
        [("", draw)],
        legend,
        Term(
            "IPCC 2006, vol. 1, eq. 3.1 and 3.2; shared coefficients are summed first. Parts "
            "are combined in quadrature."
        ),
    )


def _tables(results: LedgerResults, unseen: Text) -> list[ShownTable]:
    """The rows of all periods together, those by the sample's areas first; those that count period
    by period; and what each period has more than the one before, per year."""
    uncertainty = results.uncertainty
    columns = list(map(known, UNCERTAINTY_COLUMNS.split()))
    # Areas are told only where there are two kinds of them.
    if all(row["areas"] == MAPPED for row in uncertainty.rows):
        columns = [column for column in columns if column.field != "areas"]

    def whole(measure: str) -> list[Row]:
        return [
            _row(row, uncertainty)
            for areas in AREAS
            for item in ITEMS
            for row in uncertainty.by_method(item, measure, areas=areas).values()
        ]

    by_period = [
        _row(row, uncertainty)
        for period in results.ledger.years_of
        for areas in AREAS
        for row in _best_rows(uncertainty, period, areas)
    ]
    more = [_row(row, uncertainty) for item in ITEMS for row in differences(uncertainty, item)]
    named = [known("period"), *columns]
    tables = [
        ShownTable(
            "uncertainty",
            Term("Confidence intervals, all periods, t C"),
            columns,
            whole("t C"),
            note=unseen,
        ),
        ShownTable(
            "uncertainty-periods",
            Term("Confidence intervals by period, t C"),
            named,
            by_period,
            folded=True,
        ),
        ShownTable(
            "uncertainty-differences",
            Term("Difference from the previous period, t C/year"),
            named,
            more,
            folded=True,
            note=Term(
                "Both periods use the same coefficients and draws. If the interval includes "
                "0, the difference between the periods is not significant."
            ),
        ),
        ShownTable(
            "uncertainty-dioxide",
            Term("Confidence intervals, all periods, t CO₂"),
            columns,
            whole("t CO2"),
            folded=True,
        ),
    ]
    return [table for table in tables if table.rows]


def _row(row: UncertaintyRow, uncertainty: Uncertainty) -> Row:
    """A row as tables show it; without bounds where a sample does not tell them."""
    unknown: tuple[str, ...] = ()
    if _is_unknown(row, uncertainty):
        unknown = ("low", "high", "half_width", "half_width_pct")
    return {
        **row,
        "item": FLOW_WORDS[row["item"]],
        "method": METHODS[row["method"]][0],
        "areas": AREAS[row["areas"]],
        **dict.fromkeys(unknown),
    }


def _area_tables(uncertainty: Uncertainty, errors: AreaErrors) -> list[ShownTable]:
    """The errors of areas as they were given; what a sample estimates beside what the map has."""
    if not errors.estimates:
        rows: list[Row] = [
            {
                "from_class": error.source or "",
                "to_class": error.target or "",
                "zone": error.zone or None,
                "u95_pct": error.u95_pct,
                "period": error.period or Term("each period"),
            }
            for error in errors.rows
        ]
        by_zone = any(error.zone for error in errors.rows)
        names = ["zone"] if by_zone else ["from_class", "to_class"]
        columns = list(map(known, (*names, "period", "u95_pct")))
        return [ShownTable("area-errors", Term("Area errors"), columns, rows[:MOST_ESTIMATES])]
    in_order = sorted(errors.estimates, key=lambda estimate: -estimate.mapped_ha)
    estimates: list[Row] = [
        {
            "name": estimate.name,
            "period": estimate.period or Term("each period"),
            "mapped": estimate.mapped_ha,
            "estimated_ha": estimate.estimated_ha,
            # Of points that are all alike nobody knows it.
            "half": estimate.half_width_ha or None,
            "share": 100.0 * estimate.half_width_ha / estimate.mapped_ha
            if estimate.half_width_ha and estimate.mapped_ha
            else None,
        }
        for estimate in in_order[:MOST_ESTIMATES]
    ]
    note: Text = Term(
        "Carbon is calculated from mapped areas; confidence intervals include map errors."
    )
    if any(row["areas"] == ADJUSTED for row in uncertainty.rows):
        note = Term(
            "Mapped areas: map errors are included in the confidence interval only. "
            "Error-adjusted areas: map errors are corrected."
        )
    if len(in_order) > MOST_ESTIMATES:
        note = Message(
            "{note} Not shown: {count} smaller areas.",
            note=note,
            count=len(in_order) - MOST_ESTIMATES,
        )
    return [
        ShownTable(
            "area-estimates",
            Term("Mapped and error-adjusted areas"),
            [
                ShownColumn(Term("Conversion or zone"), "name"),
                known("period"),
                ShownColumn(Term("Mapped area, ha"), "mapped", 2),
                known("estimated_ha"),
                ShownColumn(Term("95 % margin of error, ha"), "half", 2),
                ShownColumn(Term("95 % margin of error, % of mapped area"), "share", 2),
            ],
            estimates,
            note=note,
        )
    ]


# Of land that is mined at some date.
SECTIONS = (
    uncertainty_section,
    sensitivity_section,
    stock_section,
    flow_section,
    net_map_section,
    recovery_section,
    term_section,
)


def ledger_page(
    results: LedgerResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """The page of a carbon ledger; `files` are those behind the layers, by date."""
    ledger, wanted = results.ledger, results.uncertainty.wanted
    is_counted = ledger.hectares.size and ALL not in ledger.uncounted
    draws = Message("{draws} (seed {seed})", draws=f"{wanted.draws:,}", seed=wanted.seed)
    # What the numbers depend on besides layers and tables.
    choices: list[tuple[Text, object]] = [
        (Term("Disturbing class groups"), ledger.land.disturbing.quoted),
        (Term("Age of reclaimed land"), RULES[ledger.rule]),
        (Term("Confidence level"), Message("{percent} %", percent=f"{wanted.level:g}")),
        (Term("Monte Carlo draws"), draws),
    ]
    return dated_page(
        Term("Mine carbon ledger"),
        results,
        provenance,
        _headlines(results),
        [
            balance_section(results),
            *(section(results) for section in SECTIONS if is_counted),
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headlines(results: LedgerResults) -> list[Headline]:
    """The numbers that a reader looks for first: what the land taken since lost on balance."""
    ledger, uncertainty, rows = results.ledger, results.uncertainty, results.balance
    if not ledger.hectares.size:
        return []
    figure = balance_figure(ledger, rows)
    if figure is None:
        return [(uncounted_label(ledger), NOT_COUNTED, "")]
    net, half_width = figure.net, figure.half_width
    headlines: list[Headline] = [(figure.label, tonnes(net, half_width), "t C")]
    if figure.interval:
        level = f"{uncertainty.wanted.level:g}"
        label = Message("{level} % confidence interval", level=level)
        headlines.append((label, figure.interval, "t C"))
    headlines.append((figure.dioxide_label, dioxide(net, half_width), "t CO\u2082"))
    mined_before = balance_of(rows, MINED_BEFORE)
    is_told = mined_before["area_ha"] and MINED_BEFORE not in ledger.uncounted
    if led_by(rows)["land"] == TAKEN and is_told:
        label = Message(
            "Mined before {first}: {area} ha (loss not included)",
            first=ledger.land.dates[0].label,
            area=told_hectares(mined_before["area_ha"]),
        )
        gained = Term("net gain since") if mined_before["net_tc"] >= 0 else Term("net loss since")
        label = Message("{label}, {gained}", label=label, gained=gained)
        told = tonnes(abs(mined_before["net_tc"]), half_width_of(mined_before))
        headlines.append((label, told, "t C"))
    adjusted = uncertainty.by_method(NET, areas=ADJUSTED).get(APPROACH_1)
    if adjusted is not None:
        words = {
            (False, False): Term("Net carbon gain of all disturbed land, error-adjusted areas"),
            (False, True): Term(
                "Net carbon gain of all disturbed land, error-adjusted areas (possibly less)"
            ),
            (True, False): Term("Net carbon loss of all disturbed land, error-adjusted areas"),
            (True, True): Term(
                "Net carbon loss of all disturbed land, error-adjusted areas (possibly more)"
            ),
        }[adjusted["estimate"] < 0, bool(unseen_warnings(uncertainty, NET))]
        is_known = knows_bounds(uncertainty, NET)
        interval = uncertainty.best(NET, areas=ADJUSTED) or adjusted
        half_width = (interval["high"] - interval["low"]) / 2 if is_known else None
        headlines.append((words, tonnes(abs(adjusted["estimate"]), half_width), "t C"))
        if not is_known:
            headlines.append((NOT_TOLD, "\N{EN DASH}", ""))
    return headlines
