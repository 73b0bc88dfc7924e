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
    difference_notes,
    differences,
    sample_sentences,
    unseen_warnings,
)
from ..scheme.area_errors import AreaErrors
from ..scheme.coefficients import CO2_PER_C
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
from .states import GAIN, GROWTH, LOSS, OTHER, PRE_MINING, AgeRule


def balance_section(results: LedgerResults) -> Section:
    """The balance in words, then by period and per year."""
    ledger = results.ledger
    title = Term("The carbon balance")
    if not ledger.hectares.size:
        return Section("balance", title, [Term("No land is mined at any date.")])
    caveat = ledger.coefficients.caveat
    sentences = [
        *([caveat] if caveat else []),
        *balance_sentences(ledger, results.uncertainty, results.balance),
        Term(
            "Loss is what sinks held when they were mined; gain what such land holds when it is a "
            "sink again, growth what it gains while it stays one. What the mine burns, and what "
            "leaves the coal, is not in it."
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
            "p s + p v is lost, at once or with a half-life; (1 \u2212 p) s is kept as topsoil z; "
            "s and v are what the land holds, which on reclaimed land is less than a density"
        ),
        FLOW_WORDS[LOSS],
    ),
    (Term("sink to mine"), Term("(1 \u2212 p) v leaves the land"), FLOW_WORDS[OTHER]),
    (Term("mine to mine"), Term("nothing"), ""),
    (
        Term("mine to sink"),
        Term(
            "s = s0 + (D \u2212 s0) f(a) with s0 = min(z, D), and v = D f(a); what is booked is "
            "this less z, which is spent"
        ),
        FLOW_WORDS[GAIN],
    ),
    (Term("other use to sink, mined before"), Term("the same with s0 = 0"), FLOW_WORDS[GAIN]),
    (
        Term("sink to sink, mined before"),
        Term("the same with the age and the class of the later date"),
        FLOW_WORDS[GROWTH],
    ),
    (
        Term("sink to sink, not mined yet"),
        Term("s and v are the densities of the new class"),
        FLOW_WORDS[PRE_MINING],
    ),
    (Term("sink to other use"), Term("the land holds nothing any more"), FLOW_WORDS[OTHER]),
    (Term("mine to other use"), Term("stored topsoil is written off"), FLOW_WORDS[OTHER]),
    (
        Term("other use to sink, not mined yet"),
        Term("s and v are the densities of the class"),
        FLOW_WORDS[OTHER],
    ),
)

COUNTED = {
    AgeRule.MID: Term("its age is counted from the middle"),
    AgeRule.MEAN: Term("it holds the mean of the stocks over all moments between"),
    AgeRule.YOUNGEST: Term("its age is counted from the later one"),
    AgeRule.OLDEST: Term("its age is counted from the earlier one"),
    AgeRule.DRAWN: Term(
        "it holds the mean of the stocks over all moments between; in random draws each interval "
        "between two dates has one moment, the same for all classes"
    ),
}


def term_section(results: LedgerResults) -> Section:
    """What the numbers depend on, in full."""
    ledger = results.ledger
    ages = Message(
        "AGE_RULE is {rule}: land was reclaimed some time between the date that shows it and the "
        "date before, and {what}.",
        rule=ledger.rule.value,
        what=COUNTED[ledger.rule],
    )
    return Section(
        "carbon-terms",
        Term("What the balance goes by"),
        [*ledger.assumptions.notices, ages],
        tables=[
            coefficient_table(
                "carbon-coefficients",
                Term("Carbon coefficients that were used"),
                ledger.classes_of(ledger.lands.sinks),
                ledger.coefficients,
                ledger.land.classes.colours_by_name(),
            ),
            ShownTable(
                "carbon-states",
                Term("What happens to a hectare from one date to the next"),
                [
                    ShownColumn(Term("From one date to the next"), "step"),
                    ShownColumn(Term("What happens"), "what"),
                    ShownColumn(Term("Flow"), "flow"),
                ],
                Table.of("step what flow", STEPS),
                folded=True,
                note=Term(
                    "s and v: what the land holds in soil and vegetation; z: topsoil in store; D: "
                    "density of the class; p: part that is lost; f: curve; a: age. All of soil and "
                    "vegetation each."
                ),
            ),
        ],
        warnings=list(ledger.assumptions.warnings),
    )


FLOW_COLOURS = {**{flow: colour for flow, (_, colour) in SHOWN.items()}, NET: NET_COLOUR}
ITEMS = (LOSS, GAIN, GROWTH, NET)
METHODS = {
    COEFFICIENT_PART: (Term("Coefficients alone"), "#7b9acb"),
    AREA_PART: (Term("Areas alone"), "#c8b273"),
    APPROACH_1: (Term("Both together (approach 1)"), "#3d5a80"),
    CORRELATED: (Term("If all coefficients were off alike (correlation 1)"), "#b9bec6"),
    APPROACH_2: (Term("Random draws (approach 2)"), "#8e5572"),
}
AREAS = {ADJUSTED: Term("of the sample"), MAPPED: Term("of the map")}
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
        "A coefficient is one random variable in all periods and on both sides of a difference: "
        "what it does is added up before it is squared. So is an error of areas in its period. "
        "Taken as they are: {left_out}.",
        left_out=Listed(uncertainty.left_out or [Term("nothing")]),
    )
    notes.notices += uncertainty.notes.notices
    row = uncertainty.leading(NET)
    if row is not None and row["method"] == APPROACH_2:
        # How much of the result is chance.
        notes.inform(
            "{draws} random draws of seed {seed}: in their mean all of this land {balance}, with a "
            "standard error of {error} t C by chance alone.",
            draws=f"{uncertainty.wanted.draws:,}",
            seed=uncertainty.wanted.seed,
            balance=on_balance(row["estimate"]),
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
                Term("Amount and interval, t C"),
            )
            of_both = Message("{period}, areas {areas}", period=words, areas=AREAS[areas])
            variants += [(of_both if by_areas[ADJUSTED] else words, draw)] if rows else []
    return Chart(
        "intervals",
        Message(
            "Amounts with their {level} % intervals, t C", level=f"{uncertainty.wanted.level:g}"
        ),
        variants,
        note=Term(
            "By random draws where there are any (approach 2 of IPCC 2006, volume 1, chapter 3), "
            "else by equations 3.1 and 3.2 there (approach 1)."
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
    draw = partial(grouped_bars, labels, series, Term("Half-width of the interval, t C"))
    return Chart(
        "half-widths",
        Term("What the intervals of all periods come from: half-widths, t C"),
        [("", draw)],
        legend,
        Term(
            "IPCC 2006, volume 1, equations 3.1 and 3.2, shared coefficients added up first. The "
            "parts add up as squares."
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
            Term("Intervals of all periods together, t C"),
            columns,
            whole("t C"),
            note=unseen,
        ),
        ShownTable(
            "uncertainty-periods", Term("Intervals by period, t C"), named, by_period, folded=True
        ),
        ShownTable(
            "uncertainty-differences",
            Term("Each period less the one before, t C per year"),
            named,
            more,
            folded=True,
            note=Term(
                "Coefficients are the same on both sides, and so are their draws. Where the "
                "interval holds 0 the two periods may be the same."
            ),
        ),
        ShownTable(
            "uncertainty-dioxide",
            Term("Intervals of all periods together, t CO\u2082"),
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
                "period": error.period or Term("each"),
            }
            for error in errors.rows
        ]
        by_zone = any(error.zone for error in errors.rows)
        names = ["zone"] if by_zone else ["from_class", "to_class"]
        columns = list(map(known, (*names, "period", "u95_pct")))
        return [ShownTable("area-errors", Term("Errors of areas"), columns, rows[:MOST_ESTIMATES])]
    in_order = sorted(errors.estimates, key=lambda estimate: -estimate.mapped_ha)
    estimates: list[Row] = [
        {
            "name": estimate.name,
            "period": estimate.period or Term("each"),
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
        "Tonnes go by the hectares of the map, and the intervals have its error in them."
    )
    if any(row["areas"] == ADJUSTED for row in uncertainty.rows):
        note = Term(
            "Tonnes by the areas of the map have its error in their intervals alone; those by the "
            "areas of the sample are put right by it."
        )
    if len(in_order) > MOST_ESTIMATES:
        note = Message(
            "{note} Not listed: {count} smaller areas.",
            note=note,
            count=len(in_order) - MOST_ESTIMATES,
        )
    return [
        ShownTable(
            "area-estimates",
            Term("Areas of the map, and as the sample estimates them"),
            [
                ShownColumn(Term("Conversion or zone"), "name"),
                known("period"),
                ShownColumn(Term("In the map, ha"), "mapped", 2),
                known("estimated_ha"),
                ShownColumn(Term("Half-width of the 95 % interval, ha"), "half", 2),
                ShownColumn(Term("Half-width, % of the map"), "share", 2),
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
    draws = Message("{draws}, of seed {seed}", draws=f"{wanted.draws:,}", seed=wanted.seed)
    # What the numbers depend on besides layers and tables.
    choices: list[tuple[Text, object]] = [
        (Term("Disturbing class groups"), ledger.land.disturbing.quoted),
        (Term("Age of reclaimed land"), RULES[ledger.rule]),
        (Term("Level of intervals"), Message("{percent} %", percent=f"{wanted.level:g}")),
        (Term("Random draws"), draws),
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
    headlines: list[Headline] = [(figure.label, tonnes(figure.net), "t C")]
    if figure.interval:
        level = f"{uncertainty.wanted.level:g}"
        label = Message("Interval of {level} % of the same", level=level)
        headlines.append((label, figure.interval, "t C"))
    headlines.append((figure.dioxide_label, tonnes(figure.net * CO2_PER_C), "t CO\u2082"))
    mined_before = balance_of(rows, MINED_BEFORE)
    is_told = mined_before["area_ha"] and MINED_BEFORE not in ledger.uncounted
    if led_by(rows)["land"] == TAKEN and is_told:
        label = Message(
            "Mined in {first} already: {area} ha, whose loss is in no map",
            first=ledger.land.dates[0].label,
            area=told_hectares(mined_before["area_ha"]),
        )
        gained = Term("regained since") if mined_before["net_tc"] >= 0 else Term("lost since")
        label = Message("{label}, {gained}", label=label, gained=gained)
        headlines.append((label, tonnes(abs(mined_before["net_tc"])), "t C"))
    adjusted = uncertainty.by_method(NET, areas=ADJUSTED).get(APPROACH_1)
    if adjusted is not None:
        words = {
            (False, False): Term("All of it by the areas of the samples: gained on balance"),
            (False, True): Term(
                "All of it by the areas of the samples, possibly less: gained on balance"
            ),
            (True, False): Term("All of it by the areas of the samples: lost on balance"),
            (True, True): Term(
                "All of it by the areas of the samples, possibly more: lost on balance"
            ),
        }[adjusted["estimate"] < 0, bool(unseen_warnings(uncertainty, NET))]
        headlines.append((words, tonnes(abs(adjusted["estimate"])), "t C"))
        if not knows_bounds(uncertainty, NET):
            headlines.append((NOT_TOLD, "\N{EN DASH}", ""))
    return headlines
