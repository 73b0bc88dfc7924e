"""The section on how far the balance may be off: intervals, and what they come from."""

from __future__ import annotations

from functools import partial

from ..base.messages import Listed, Message, Term, Text
from ..report.horizontal_bars import LyingBars, grouped_bars, interval_words, range_bars
from ..report.line_charts import Range
from ..report.page import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.plotly_figures import INK, Draw, rounded
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
    unseen_sentences,
    unseen_warnings,
)
from ..scheme.area_errors import AreaErrors
from .balance import NET_COLOUR, NET_WORD, SHOWN, on_balance
from .flows import NET
from .results import LedgerResults
from .states import GAIN, GROWTH, LOSS

WORDS = {**{flow: word for flow, (word, _) in SHOWN.items()}, NET: NET_WORD}
COLOURS = {**{flow: colour for flow, (_, colour) in SHOWN.items()}, NET: NET_COLOUR}
ITEMS = (LOSS, GAIN, GROWTH, NET)
METHODS = {
    COEFFICIENT_PART: (Term("Coefficients alone"), "#7b9acb"),
    AREA_PART: (Term("Areas alone"), "#c8b273"),
    APPROACH_1: (Term("Both together (approach 1)"), "#3d5a80"),
    CORRELATED: (Term("If all coefficients were off alike (correlation 1)"), "#b9bec6"),
    APPROACH_2: (Term("Random draws (approach 2)"), "#8e5572"),
}
AREAS = {ADJUSTED: Term("of the sample"), MAPPED: Term("of the map")}
COLUMNS = ("item", "method", "areas", "estimate", "low", "high", "half_width", "half_width_pct")
MOST_ESTIMATES = 40


def uncertainty_section(results: LedgerResults) -> Section:
    """Intervals of loss, gain, growth and net."""
    uncertainty = results.uncertainty
    section = Section("uncertainty", Term("Uncertainty"), list(uncertainty.notes.notices))
    section.warnings = list(uncertainty.notes.warnings)
    if not uncertainty.rows:
        return section
    section.sentences = [
        Message(
            "A coefficient is one random variable in all periods and on both sides of a "
            "difference: what it does is added up before it is squared. So is an error of areas in "
            "its period. Taken as they are: {left_out}.",
            left_out=Listed(uncertainty.left_out or [Term("nothing")]),
        ),
        *section.sentences,
    ]
    row = uncertainty.leading(NET)
    if row is not None and row["method"] == APPROACH_2:
        # How much of the result is chance.
        section.sentences.append(
            Message(
                "{draws} random draws of seed {seed}: in their mean all of this land {balance}, "
                "with a standard error of {error} t C by chance alone.",
                draws=f"{uncertainty.wanted.draws:,}",
                seed=uncertainty.wanted.seed,
                balance=on_balance(row["estimate"]),
                error=rounded(row["sd"] / uncertainty.wanted.draws**0.5, 1),
            )
        )
    section.sentences += difference_notes(uncertainty, NET).notices
    section.charts = [_intervals(results), _half_widths(uncertainty)]
    section.tables = [
        _table(
            "uncertainty",
            Term("Intervals of all periods together, t C"),
            uncertainty,
            "t C",
            note=_unseen(uncertainty),
        ),
        _by_period(results),
        *_differences(uncertainty),
        _table(
            "uncertainty-dioxide",
            Term("Intervals of all periods together, t CO\u2082"),
            uncertainty,
            "t CO2",
            folded=True,
        ),
    ]
    if uncertainty.errors is not None:
        section.tables += _areas(uncertainty.errors, "areas" in _columns(uncertainty))
    return section


def _unseen(uncertainty: Uncertainty) -> Text:
    """What a sample may not have seen, below the tonnes by its areas."""
    sentences = [*unseen_warnings(uncertainty, NET), *unseen_sentences(uncertainty, NET)]
    return Message("{told}", told=Listed(sentences, Term(" "))) if sentences else ""


def _periods(results: LedgerResults) -> list[tuple[str, Text]]:
    """All periods together, then each."""
    names = [step.name for step in results.ledger.land.steps]
    return [(ALL_PERIODS, Term("All periods")), *((name, name) for name in names)]


def _intervals(results: LedgerResults) -> Chart:
    """Amounts with their intervals, a figure for all periods and for each, by either areas."""
    uncertainty = results.uncertainty
    variants: list[tuple[Text, Draw]] = []
    for period, words in _periods(results):
        told: dict[str, list[UncertaintyRow]] = {}
        for areas in AREAS:
            rows = (uncertainty.best(item, period=period, areas=areas) for item in ITEMS)
            told[areas] = [row for row in rows if row]
        for areas in [areas for areas in AREAS if told[areas]]:
            draw = partial(
                range_bars,
                [WORDS[row["item"]] for row in told[areas]],
                [COLOURS[row["item"]] for row in told[areas]],
                [_range(row, uncertainty) for row in told[areas]],
                Term("Amount and interval, t C"),
            )
            of_both: Text = Message("{period}, areas {areas}", period=words, areas=AREAS[areas])
            variants.append((of_both if told[ADJUSTED] else words, draw))
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


def _range(row: UncertaintyRow, uncertainty: Uncertainty) -> Range:
    estimate, low, high = row["estimate"], row["low"], row["high"]
    bounds: Text = f"{rounded(low, 1)} \u2026 {rounded(high, 1)} t C"
    if _is_unknown(row, uncertainty):
        low, high, bounds = estimate, estimate, NOT_TOLD
    return Range(estimate, low, high, (WORDS[row["item"]], f"{rounded(estimate, 1)} t C", bounds))


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
        halves: list[float] = []
        hovers: list[tuple[Text, ...]] = []
        for item in ITEMS:
            row = uncertainty.by_method(item, areas=areas).get(method)
            if row is not None:
                halves.append(row["half_width"])
                values = {"tc": rounded(halves[-1], 1), "share": rounded(row["half_width_pct"], 2)}
                hovers.append((WORDS[item], words, Message("{tc} t C ({share} %)", **values)))
        if halves:
            series.append(LyingBars(halves, colour, hovers, None))
            legend.append((words, colour))
    labels = [WORDS[item] for item in ITEMS]
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


def _table(
    name: str,
    caption: Text,
    uncertainty: Uncertainty,
    measure: str,
    folded: bool = False,
    note: Text = "",
) -> ShownTable:
    """All rows of all periods together, those by the sample's areas first."""
    rows = [
        _row(row, uncertainty)
        for areas in AREAS
        for item in ITEMS
        for row in uncertainty.by_method(item, measure, areas=areas).values()
    ]
    columns = list(map(known, _columns(uncertainty)))
    return ShownTable(name, caption, columns, rows, folded, note=note)


def _columns(uncertainty: Uncertainty) -> tuple[str, ...]:
    """Those of a table; areas are told only where there are two kinds of them."""
    if any(row["areas"] == ADJUSTED for row in uncertainty.rows):
        return COLUMNS
    return tuple(column for column in COLUMNS if column != "areas")


def _by_period(results: LedgerResults) -> ShownTable:
    """The rows that count, period by period."""
    uncertainty = results.uncertainty
    rows: list[Row] = []
    for period, words in _periods(results)[1:]:
        for areas in AREAS:
            for item in ITEMS:
                row = uncertainty.best(item, period=period, areas=areas)
                if row is not None:
                    rows.append({**_row(row, uncertainty), "period": words})
    return ShownTable(
        "uncertainty-periods",
        Term("Intervals by period, t C"),
        list(map(known, ("period", *_columns(uncertainty)))),
        rows,
        folded=True,
    )


def _differences(uncertainty: Uncertainty) -> list[ShownTable]:
    """What each period has more than the one before, per year."""
    rows = [_row(row, uncertainty) for item in ITEMS for row in differences(uncertainty, item)]
    if not rows:
        return []
    return [
        ShownTable(
            "uncertainty-differences",
            Term("Each period less the one before, t C per year"),
            list(map(known, ("period", *_columns(uncertainty)))),
            rows,
            folded=True,
            note=Term(
                "Coefficients are the same on both sides, and so are their draws. Where the "
                "interval holds 0 the two periods may be the same."
            ),
        )
    ]


def _row(row: UncertaintyRow, uncertainty: Uncertainty) -> Row:
    """A row as tables show it; without bounds where a sample does not tell them."""
    unknown: tuple[str, ...] = ()
    if _is_unknown(row, uncertainty):
        unknown = ("low", "high", "half_width", "half_width_pct")
    return {
        **row,
        "item": WORDS[row["item"]],
        "method": METHODS[row["method"]][0],
        "areas": AREAS[row["areas"]],
        **dict.fromkeys(unknown),
    }


def _areas(errors: AreaErrors, are_used: bool) -> list[ShownTable]:
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
        names = [known("zone")] if by_zone else [known("from_class"), known("to_class")]
        columns = [*names, known("period"), known("u95_pct")]
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
    if are_used:
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
