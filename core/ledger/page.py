"""The page of the carbon ledger: balance, stocks, method and uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..base.files import Provenance
from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.table import Table
from ..report.coefficient_table import coefficient_table, disturbed_land_table
from ..report.horizontal_bars import HorizontalBars, grouped_bars, interval_label, range_bars
from ..report.line_charts import ValueRange
from ..report.page import (
    Chart,
    Headline,
    Page,
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    dictionary_column,
)
from ..report.plotly_figures import (
    TEXT_COLOUR,
    DrawFunction,
    HoverLines,
    format_hectares,
    format_number,
)
from ..report.results_page import InputFile, create_results_page, proof_sections
from ..results.losses import not_estimated_message
from ..results.uncertainty import (
    ADJUSTED_AREAS,
    ALL_PERIODS,
    APPROACH_1,
    APPROACH_2,
    AREA_PART,
    COEFFICIENT_PART,
    CORRELATED_APPROACH_1,
    MAPPED_AREAS,
    UncertaintyResult,
    UncertaintyRow,
    has_known_bounds,
)
from ..results.uncertainty_notes import (
    BOUNDS_UNKNOWN,
    ROUNDING_NOTE,
    difference_notes,
    difference_rows,
    interval_width_messages,
    omission_warnings,
)
from ..scheme.area_errors import AreaErrors
from ..scheme.table import ALL_LABEL
from .balance import (
    AGE_RULE_LABELS,
    FLOW_STYLES,
    NET_COLOUR,
    NOT_COUNTED_LABEL,
    balance_chart,
    balance_figure,
    balance_sentences,
    balance_tables,
    format_balance,
    format_carbon_dioxide,
    format_tonnes,
    headline_row,
    interval_half_width,
    land_balance_table,
    missing_balance_label,
    uncounted_reclaimed_sentence,
    waterfall_chart,
)
from .ledger_rows import DISTURBED, MINED_BEFORE, NET, find_balance_row
from .results import LedgerResults
from .sections import (
    FLOW_LABELS,
    flow_section,
    net_map_section,
    recovery_section,
    sensitivity_section,
    stock_section,
)
from .stocks import GAIN, GROWTH, LOSS, OTHER, PRE_MINING


def balance_section(results: LedgerResults) -> Section:
    """Return the balance as text, by period and per year."""
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
        *ledger.land.disturbing.mined_land_sentences,
    ]
    charts = [balance_chart(ledger), waterfall_chart(ledger, results.balance)]
    tables = balance_tables(ledger)
    if ALL_LABEL in ledger.uncounted_land:
        charts, tables = [], []
    colours = ledger.land.classes.colours_by_name()
    taken_classes = disturbed_land_table(results.disturbed_land, colours)
    tables = [land_balance_table(results.balance), *tables, taken_classes]
    uncounted = not_estimated_message(results.disturbed_land)
    hidden = ledger.land.disturbing.hidden_mines_warning(results.series.named_classes)
    warnings = [w for w in (hidden, uncounted, uncounted_reclaimed_sentence(ledger)) if w]
    return Section("balance", title, sentences, charts=charts, tables=tables, warnings=warnings)


# Rules for the stock change between two dates. s and v are the carbon stocks of soil and
# vegetation, z the stored topsoil, D the carbon density of a class, p the loss fraction, f the
# recovery curve and a the age.
STOCK_CHANGE_RULES: Sequence[tuple[Text, Text, Text]] = (
    (
        Term("sink to mine"),
        Term(
            "p s + p v is lost, immediately or with a half-life; (1 - p) s is stored as "
            "topsoil z; s and v are the current stocks, on reclaimed land below the carbon "
            "density"
        ),
        FLOW_LABELS[LOSS],
    ),
    (Term("sink to mine"), Term("(1 - p) v is removed from the site"), FLOW_LABELS[OTHER]),
    (Term("mine to mine"), Term("none"), ""),
    (
        Term("mine to sink"),
        Term(
            "s = s0 + (D - s0) f(a) with s0 = min(z, D), and v = D f(a); the gain is net of "
            "z, which is used up"
        ),
        FLOW_LABELS[GAIN],
    ),
    (
        Term("other land use to sink, already mined"),
        Term("as above, with s0 = 0"),
        FLOW_LABELS[GAIN],
    ),
    (
        Term("sink to sink, already mined"),
        Term("as above, with the age and class of the later date"),
        FLOW_LABELS[GROWTH],
    ),
    (
        Term("sink to sink, not mined yet"),
        Term("s and v are the carbon densities of the new class"),
        FLOW_LABELS[PRE_MINING],
    ),
    (Term("sink to other land use"), Term("the carbon stock becomes 0"), FLOW_LABELS[OTHER]),
    (Term("mine to other land use"), Term("stored topsoil is written off"), FLOW_LABELS[OTHER]),
    (
        Term("other land use to sink, not mined yet"),
        Term("s and v are the carbon densities of the new class"),
        FLOW_LABELS[OTHER],
    ),
)


def method_section(results: LedgerResults) -> Section:
    """Return the section on assumptions, coefficients and calculation rules."""
    ledger = results.ledger
    ages = Message(
        "Age of reclaimed land (AGE_RULE = {rule}): {what}; reclamation took place between "
        "two map dates.",
        rule=ledger.rule.value,
        what=AGE_RULE_LABELS[ledger.rule],
    )
    return Section(
        "carbon-terms",
        Term("Calculation of the carbon balance"),
        [*ledger.assumption_notes.notices, ages],
        tables=[
            coefficient_table(
                "carbon-coefficients",
                Term("Carbon coefficients"),
                ledger.select_classes(ledger.lands.sinks),
                ledger.coefficients,
                ledger.land.classes.colours_by_name(),
            ),
            ReportTable(
                "carbon-states",
                Term("Carbon flows by conversion"),
                [
                    TableColumn(Term("Conversion"), "step"),
                    TableColumn(Term("Calculation"), "what"),
                    TableColumn(Term("Carbon flow"), "flow"),
                ],
                Table.from_rows("step what flow", STOCK_CHANGE_RULES),
                folded=True,
                note=Term(
                    "s, v: carbon stock of soil and vegetation; z: stored topsoil; D: carbon "
                    "density of the class; p: loss fraction; f: recovery curve; a: age; each "
                    "separately for soil and vegetation."
                ),
            ),
        ],
        warnings=list(ledger.assumption_notes.warnings),
    )


FLOW_COLOURS = {**{flow: colour for flow, (_, colour) in FLOW_STYLES.items()}, NET: NET_COLOUR}
UNCERTAINTY_ITEMS = (LOSS, GAIN, GROWTH, NET)
METHOD_STYLES = {
    COEFFICIENT_PART: (Term("Coefficients only"), "#7b9acb"),
    AREA_PART: (Term("Areas only"), "#c8b273"),
    APPROACH_1: (Term("Combined (Approach 1)"), "#3d5a80"),
    CORRELATED_APPROACH_1: (Term("Assuming fully correlated errors (r = 1)"), "#b9bec6"),
    APPROACH_2: (Term("Monte Carlo simulation (Approach 2)"), "#8e5572"),
}
AREA_LABELS = {ADJUSTED_AREAS: Term("error-adjusted"), MAPPED_AREAS: Term("mapped")}
UNCERTAINTY_COLUMNS = "item method areas estimate low high half_width half_width_pct"
MAX_ESTIMATES = 40


def uncertainty_section(results: LedgerResults) -> Section:
    """Return the intervals of loss, gain, growth and net."""
    uncertainty = results.uncertainty
    section = Section("uncertainty", Term("Uncertainty"), list(uncertainty.notes.notices))
    section.warnings = list(uncertainty.notes.warnings)
    if not uncertainty.rows:
        return section
    notes = Notes()
    notes.add_notice(
        "Each coefficient is one random variable in all periods and on both sides of a "
        "difference; its effects are summed before squaring. The same applies to area errors "
        "within a period. Treated as certain: {left_out}.",
        left_out=MessageList(uncertainty.left_out or [Term("none")]),
    )
    notes.notices += [Message(ROUNDING_NOTE), *uncertainty.notes.notices]
    row = uncertainty.preferred_row(NET)
    if row is not None and row["method"] == APPROACH_2:
        # Sampling error of the simulation.
        notes.add_notice(
            "{draws} Monte Carlo draws (seed {seed}), mean of all this land: {balance}; "
            "standard error of the mean {error} t C.",
            draws=f"{uncertainty.wanted.draws:,}",
            seed=uncertainty.wanted.seed,
            balance=format_balance(row["estimate"], row["half_width"]),
            error=format_number(row["sd"] / uncertainty.wanted.draws**0.5, 1),
        )
    notes.add_notes(difference_notes(uncertainty, NET))
    section.sentences = [*notes.notices]
    section.charts = [_interval_chart(results), _half_width_chart(uncertainty)]
    sentences = [*omission_warnings(uncertainty, NET), *interval_width_messages(uncertainty, NET)]
    unseen = Message("{text}", text=MessageList(sentences, Term(" "))) if sentences else ""
    section.tables = _uncertainty_tables(results, unseen)
    if uncertainty.errors is not None:
        section.tables += _area_error_tables(uncertainty, uncertainty.errors)
    return section


def _interval_chart(results: LedgerResults) -> Chart:
    """Return the chart of estimates with intervals, by period and kind of areas."""
    uncertainty = results.uncertainty
    variants: list[tuple[Text, DrawFunction]] = []
    for period in (ALL_PERIODS, *results.ledger.years_of):
        by_areas = {areas: _best_rows(uncertainty, period, areas) for areas in AREA_LABELS}
        words: Text = period or Term("All periods")
        for areas, rows in by_areas.items():
            draw = partial(
                range_bars,
                [FLOW_LABELS[row["item"]] for row in rows],
                [FLOW_COLOURS[row["item"]] for row in rows],
                [_estimate_range(row, uncertainty) for row in rows],
                Term("Estimate and confidence interval, t C"),
            )
            of_both = Message("{period}, areas: {areas}", period=words, areas=AREA_LABELS[areas])
            variants += [(of_both if by_areas[ADJUSTED_AREAS] else words, draw)] if rows else []
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
        marks=[(interval_label(uncertainty.wanted.level), TEXT_COLOUR, "range")],
    )


def _best_rows(uncertainty: UncertaintyResult, period: str, areas: str) -> list[UncertaintyRow]:
    rows = (uncertainty.best_row(item, period=period, areas=areas) for item in UNCERTAINTY_ITEMS)
    return [row for row in rows if row]


def _estimate_range(row: UncertaintyRow, uncertainty: UncertaintyResult) -> ValueRange:
    estimate, low, high = row["estimate"], row["low"], row["high"]
    bounds: Text = f"{format_number(low, 1)} \u2026 {format_number(high, 1)} t C"
    if _is_interval_unknown(row, uncertainty):
        low, high, bounds = estimate, estimate, BOUNDS_UNKNOWN
    return ValueRange(
        estimate, low, high, (FLOW_LABELS[row["item"]], f"{format_number(estimate, 1)} t C", bounds)
    )


def _is_interval_unknown(row: UncertaintyRow, uncertainty: UncertaintyResult) -> bool:
    """Return whether the bounds of a row with error-adjusted areas are unknown."""
    key = row["item"], row["period"], row["measure"]
    return row["areas"] == ADJUSTED_AREAS and not has_known_bounds(uncertainty, *key)


def _half_width_chart(uncertainty: UncertaintyResult) -> Chart:
    """Return half-widths by source and item, with error-adjusted areas if bounds are known."""
    series, legend = [], []
    is_told = uncertainty.rows_by_method(NET, areas=ADJUSTED_AREAS) and has_known_bounds(
        uncertainty, NET
    )
    areas = ADJUSTED_AREAS if is_told else MAPPED_AREAS
    for method, (words, colour) in METHOD_STYLES.items():
        rows = [
            uncertainty.rows_by_method(item, areas=areas).get(method) for item in UNCERTAINTY_ITEMS
        ]
        halves: list[float] = []
        hovers: list[HoverLines] = []
        for row in (row for row in rows if row):
            halves.append(row["half_width"])
            values = {
                "tc": format_number(halves[-1], 1),
                "share": format_number(row["half_width_pct"], 2),
            }
            hover = Message("{tc} t C ({share} %)", **values)
            hovers.append((FLOW_LABELS[row["item"]], words, hover))
        if halves:
            series.append(HorizontalBars(halves, colour, hovers, None))
            legend.append((words, colour))
    labels = [FLOW_LABELS[item] for item in UNCERTAINTY_ITEMS]
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


def _uncertainty_tables(results: LedgerResults, unseen: Text) -> list[ReportTable]:
    """Return interval tables: all periods (error-adjusted first), each, annual differences."""
    uncertainty = results.uncertainty
    columns = list(map(dictionary_column, UNCERTAINTY_COLUMNS.split()))
    # The column areas is needed only with both kinds of areas.
    if all(row["areas"] == MAPPED_AREAS for row in uncertainty.rows):
        columns = [column for column in columns if column.field != "areas"]

    def whole(measure: str) -> list[TableRow]:
        return [
            _format_row(row, uncertainty)
            for areas in AREA_LABELS
            for item in UNCERTAINTY_ITEMS
            for row in uncertainty.rows_by_method(item, measure, areas=areas).values()
        ]

    by_period = [
        _format_row(row, uncertainty)
        for period in results.ledger.years_of
        for areas in AREA_LABELS
        for row in _best_rows(uncertainty, period, areas)
    ]
    more = [
        _format_row(row, uncertainty)
        for item in UNCERTAINTY_ITEMS
        for row in difference_rows(uncertainty, item)
    ]
    named = [dictionary_column("period"), *columns]
    tables = [
        ReportTable(
            "uncertainty",
            Term("Confidence intervals, all periods, t C"),
            columns,
            whole("t C"),
            note=unseen,
        ),
        ReportTable(
            "uncertainty-periods",
            Term("Confidence intervals by period, t C"),
            named,
            by_period,
            folded=True,
        ),
        ReportTable(
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
        ReportTable(
            "uncertainty-dioxide",
            Term("Confidence intervals, all periods, t CO₂"),
            columns,
            whole("t CO2"),
            folded=True,
        ),
    ]
    return [table for table in tables if table.rows]


def _format_row(row: UncertaintyRow, uncertainty: UncertaintyResult) -> TableRow:
    """Return a row as shown in tables, without bounds if they are unknown."""
    unknown: tuple[str, ...] = ()
    if _is_interval_unknown(row, uncertainty):
        unknown = ("low", "high", "half_width", "half_width_pct")
    return {
        **row,
        "item": FLOW_LABELS[row["item"]],
        "method": METHOD_STYLES[row["method"]][0],
        "areas": AREA_LABELS[row["areas"]],
        **dict.fromkeys(unknown),
    }


def _area_error_tables(uncertainty: UncertaintyResult, errors: AreaErrors) -> list[ReportTable]:
    """Return the area errors as given, or the mapped and error-adjusted areas of a sample."""
    if not errors.estimates:
        rows: list[TableRow] = [
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
        columns = list(map(dictionary_column, (*names, "period", "u95_pct")))
        return [ReportTable("area-errors", Term("Area errors"), columns, rows[:MAX_ESTIMATES])]
    in_order = sorted(errors.estimates, key=lambda estimate: -estimate.mapped_ha)
    estimates: list[TableRow] = [
        {
            "name": estimate.name,
            "period": estimate.period or Term("each period"),
            "mapped": estimate.mapped_ha,
            "estimated_ha": estimate.estimated_ha,
            # Unknown if the sample points do not vary.
            "half": estimate.half_width_ha or None,
            "share": 100.0 * estimate.half_width_ha / estimate.mapped_ha
            if estimate.half_width_ha and estimate.mapped_ha
            else None,
        }
        for estimate in in_order[:MAX_ESTIMATES]
    ]
    note: Text = Term(
        "Carbon is calculated from mapped areas; confidence intervals include map errors."
    )
    if any(row["areas"] == ADJUSTED_AREAS for row in uncertainty.rows):
        note = Term(
            "Mapped areas: map errors are included in the confidence interval only. "
            "Error-adjusted areas: map errors are corrected."
        )
    if len(in_order) > MAX_ESTIMATES:
        note = Message(
            "{note} Not shown: {count} smaller areas.",
            note=note,
            count=len(in_order) - MAX_ESTIMATES,
        )
    return [
        ReportTable(
            "area-estimates",
            Term("Mapped and error-adjusted areas"),
            [
                TableColumn(Term("Conversion or zone"), "name"),
                dictionary_column("period"),
                TableColumn(Term("Mapped area, ha"), "mapped", 2),
                dictionary_column("estimated_ha"),
                TableColumn(Term("95 % margin of error, ha"), "half", 2),
                TableColumn(Term("95 % margin of error, % of mapped area"), "share", 2),
            ],
            estimates,
            note=note,
        )
    ]


# Sections shown only if there is mined land with estimates.
SECTIONS = (
    uncertainty_section,
    sensitivity_section,
    stock_section,
    flow_section,
    net_map_section,
    recovery_section,
    method_section,
)


def ledger_page(
    results: LedgerResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """Return the page of a carbon ledger; `files` are the sources of the layers by date."""
    ledger, wanted = results.ledger, results.uncertainty.wanted
    is_counted = ledger.hectares.size and ALL_LABEL not in ledger.uncounted_land
    draws = Message("{draws} (seed {seed})", draws=f"{wanted.draws:,}", seed=wanted.seed)
    # Settings that affect the results besides layers and tables.
    choices: list[tuple[Text, object]] = [
        (Term("Disturbing class groups"), ledger.land.disturbing.quoted_groups),
        (Term("Age of reclaimed land"), AGE_RULE_LABELS[ledger.rule]),
        (Term("Confidence level"), Message("{percent} %", percent=f"{wanted.level:g}")),
        (Term("Monte Carlo draws"), draws),
    ]
    return create_results_page(
        Term("Mine carbon ledger"),
        results,
        provenance,
        _headline_figures(results),
        [
            balance_section(results),
            *(section(results) for section in SECTIONS if is_counted),
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headline_figures(results: LedgerResults) -> list[Headline]:
    """Return the headline figures: net change, its interval, t CO2 and error-adjusted values."""
    ledger, uncertainty, rows = results.ledger, results.uncertainty, results.balance
    if not ledger.hectares.size:
        return []
    figure = balance_figure(ledger, rows)
    if figure is None:
        return [(missing_balance_label(ledger), NOT_COUNTED_LABEL, "")]
    net, half_width = figure.net, figure.half_width
    headlines: list[Headline] = [(figure.label, format_tonnes(net, half_width), "t C")]
    if figure.interval_text:
        level = f"{uncertainty.wanted.level:g}"
        label = Message("{level} % confidence interval", level=level)
        headlines.append((label, figure.interval_text, "t C"))
    headlines.append((figure.dioxide_label, format_carbon_dioxide(net, half_width), "t CO\u2082"))
    mined_before = find_balance_row(rows, MINED_BEFORE)
    is_told = mined_before["area_ha"] and MINED_BEFORE not in ledger.uncounted_land
    if headline_row(rows)["land"] == DISTURBED and is_told:
        label = Message(
            "Mined before {first}: {area} ha (loss not included)",
            first=ledger.land.dates[0].label,
            area=format_hectares(mined_before["area_ha"]),
        )
        gained = Term("net gain since") if mined_before["net_tc"] >= 0 else Term("net loss since")
        label = Message("{label}, {gained}", label=label, gained=gained)
        amount = format_tonnes(abs(mined_before["net_tc"]), interval_half_width(mined_before))
        headlines.append((label, amount, "t C"))
    adjusted = uncertainty.rows_by_method(NET, areas=ADJUSTED_AREAS).get(APPROACH_1)
    if adjusted is not None:
        words = {
            (False, False): Term("Net carbon gain of all disturbed land, error-adjusted areas"),
            (False, True): Term(
                "Net carbon gain of all disturbed land, error-adjusted areas (the true value "
                "may be lower)"
            ),
            (True, False): Term("Net carbon loss of all disturbed land, error-adjusted areas"),
            (True, True): Term(
                "Net carbon loss of all disturbed land, error-adjusted areas (possibly more)"
            ),
        }[adjusted["estimate"] < 0, bool(omission_warnings(uncertainty, NET))]
        is_known = has_known_bounds(uncertainty, NET)
        interval = uncertainty.best_row(NET, areas=ADJUSTED_AREAS) or adjusted
        half_width = (interval["high"] - interval["low"]) / 2 if is_known else None
        headlines.append((words, format_tonnes(abs(adjusted["estimate"]), half_width), "t C"))
        if not is_known:
            headlines.append((BOUNDS_UNKNOWN, "\N{EN DASH}", ""))
    return headlines
