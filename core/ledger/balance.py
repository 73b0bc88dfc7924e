"""The balance of a carbon ledger in sentences, tiles, charts and tables for several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..mine.ages import STATUS_COLOURS, STATUS_LABELS, STATUS_SWATCHES
from ..mine.mined_land import STATE_KEYS
from ..report.change_sections import bar_legend, per_year_variants
from ..report.line_charts import (
    ValueRange,
    WaterfallBar,
    add_diamonds,
    add_ranges,
    waterfall_figure,
)
from ..report.page import (
    Chart,
    ReportTable,
    TableColumn,
    TableRow,
    dictionary_column,
    min_chart_width,
)
from ..report.plotly_figures import (
    TEXT_COLOUR,
    BarSeries,
    DrawFunction,
    HoverLines,
    format_hectares,
    format_number,
    round_to_uncertainty,
    stacked_bars,
)
from ..results.uncertainty import UncertaintyResult, has_known_bounds
from ..results.uncertainty_notes import (
    adjusted_rows,
    append_undrawn_errors,
    format_net_interval,
    interval_width_messages,
    omission_warnings,
    unknown_bounds_message,
)
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL_LABEL
from .ledger import MINED_ONCE, UNMINED_ONCE, Ledger
from .ledger_rows import (
    DISTURBED,
    LAND_LABELS,
    MINED_BEFORE,
    NET,
    BalanceRow,
    find_balance_row,
    total_flow_tc,
)
from .stocks import GAIN, GROWTH, LOSS, AgeRule

AGE_RULE_LABELS = {
    AgeRule.MID: Term("midpoint of the interval"),
    AgeRule.MEAN: Term("mean carbon stock over the interval"),
    AgeRule.YOUNGEST: Term("youngest possible age"),
    AgeRule.OLDEST: Term("oldest possible age"),
    AgeRule.DRAWN: Term(
        "mean stock over the possible reclamation times; random time in Monte Carlo draws"
    ),
}


# Minimum share of the cumulative disturbed area, %, with an isolated date to be reported.
MAX_SUSPECT_PCT = 20.0
# The balance of land without densities is unknown, not 0.
NO_DENSITY_REASON = Term("COEFFICIENTS has no carbon density for any of its classes")
NOT_COUNTED_LABEL = Term("not estimated")
NO_INTERVAL = Message("No confidence interval: densities lack margins of error (COEFFICIENTS).")


def format_tonnes(amount: float, half_width: float | None = None) -> str:
    """Format t C for a sentence, rounded to the precision of the half-width."""
    return round_to_uncertainty(amount, half_width)


def format_carbon_dioxide(net: float, half_width: float | None = None) -> str:
    """Format a net in t C, with its half-width, as t CO2; always non-negative."""
    return format_tonnes(abs(net) * CO2_PER_C, half_width and half_width * CO2_PER_C)


def interval_half_width(row: BalanceRow) -> float | None:
    """Return the half-width of the interval of a row's net, or None without an interval."""
    low, high = row["net_low_tc"], row["net_high_tc"]
    return None if low is None or high is None else (high - low) / 2


def format_balance(net: float, half_width: float | None = None) -> Text:
    """Return a balance in t C as net loss or net gain; positive values are gains."""
    values = {
        "net": format_tonnes(abs(net), half_width),
        "dioxide": format_carbon_dioxide(net, half_width),
    }
    if not net:
        return Term("no net change in carbon stock")
    if not round(net):
        return Term("carbon losses and gains are balanced")
    if net < 0:
        return Message("net loss of {net} t C ({dioxide} t CO₂ emitted)", **values)
    return Message("net gain of {net} t C ({dioxide} t CO₂ removed)", **values)


def headline_row(rows: Sequence[BalanceRow]) -> BalanceRow:
    """Return the headline row: land disturbed since the first date, else mined at that date."""
    lead = find_balance_row(rows, DISTURBED)
    return lead if lead["area_ha"] else find_balance_row(rows, MINED_BEFORE)


def headline_clause(ledger: Ledger, rows: Sequence[BalanceRow]) -> Message:
    """Return the net loss or gain of the land in the headline row."""
    lead, first = headline_row(rows), ledger.land.dates[0].label
    values = {"first": first, "balance": format_balance(lead["net_tc"], interval_half_width(lead))}
    if lead["land"] in ledger.uncounted_land:
        values["why"] = NO_DENSITY_REASON
        if lead["land"] == DISTURBED:
            return Message("Land disturbed since {first} not estimated: {why}.", **values)
        return Message("Land disturbed before {first} not estimated: {why}.", **values)
    if lead["land"] == DISTURBED:
        return Message("Land disturbed since {first}: {balance}.", **values)
    return Message("Land disturbed before {first}, change since then: {balance}.", **values)


def balance_sentences(
    ledger: Ledger, uncertainty: UncertaintyResult, rows: Sequence[BalanceRow]
) -> list[Text]:
    """Return sentences on land without densities, loss and gain, and error-adjusted balance."""
    lead, dates = headline_row(rows), ledger.land.dates
    format_amount = partial(format_tonnes, half_width=interval_half_width(lead))
    ends = {"first": dates[0].label, "last": dates[-1].label}
    notes = Notes(list(omission_warnings(uncertainty, NET)))
    notes.notices.append(headline_clause(ledger, rows))
    is_counted = lead["land"] not in ledger.uncounted_land
    if lead["land"] == DISTURBED and is_counted:
        notes.add_notice(
            "Carbon loss by {last} on {area} ha ({taker}): {loss} t C. Carbon gain on the "
            "{back} ha that are carbon sinks again: {regained} t C.",
            area=format_hectares(lead["area_ha"]),
            taker=ledger.land.disturbing.sentence_subject,
            loss=format_amount(lead["loss_tc"]),
            back=format_hectares(lead["reclaimed_ha"]),
            regained=format_amount(lead["gain_tc"] + lead["growth_tc"]),
            **ends,
        )
    if is_counted:
        notes.notices.append(_row_interval_sentence(ledger, uncertainty, lead))
        notes.notices += isolated_date_sentences(ledger, interval_half_width(lead))
    low, high = ledger.net_range(lead["land"])
    if format_tonnes(low) != format_tonnes(high):
        notes.add_notice(
            "Age of reclaimed land: {rule}. Carbon balance of this land over the range of "
            "possible ages: {bounds}.",
            rule=AGE_RULE_LABELS[ledger.rule],
            bounds=format_net_interval(low, high, format_amount),
        )
    notes.notices += _mined_before_sentences(ledger, rows)
    notes.add_notice("Maps do not distinguish reclamation from natural recovery.")
    return [*notes.notices, *adjusted_sentences(uncertainty)]


def balance_notes(ledger: Ledger, rows: Sequence[BalanceRow]) -> Notes:
    """Return the headline balance for the log, with a warning on uncounted land."""
    notes = Notes()
    notes.notices.append(headline_clause(ledger, rows))
    sentence = uncounted_reclaimed_sentence(ledger)
    notes.warnings += [sentence] if sentence else []
    return notes


def uncounted_reclaimed_sentence(ledger: Ledger) -> Message | None:
    """Return a sentence on the area of released land without densities, or None without any."""
    areas = ledger.uncounted_reclaimed_ha
    if not areas:
        return None
    return Message(
        "{area:,.2f} ha released from mining count as 0; COEFFICIENTS has no carbon density "
        "for their current classes: {classes}.",
        area=sum(areas.values()),
        classes=MessageList(
            Message("{name} {area:,.2f} ha", name=ledger.land.classes[index].name, area=area)
            for index, area in sorted(areas.items(), key=lambda item: -item[1])
        ),
    )


def _mined_before_sentences(ledger: Ledger, rows: Sequence[BalanceRow]) -> list[Message]:
    """Return sentences on land mined at the first date: change since then and assumed loss."""
    mined_before = find_balance_row(rows, MINED_BEFORE)
    if not find_balance_row(rows, DISTURBED)["area_ha"] or not mined_before["area_ha"]:
        return []
    first, assumed = ledger.land.dates[0].label, mined_before["assumed_loss_tc"]
    notes, land = Notes(), {"area": format_hectares(mined_before["area_ha"]), "first": first}
    if MINED_BEFORE in ledger.uncounted_land:
        notes.add_notice(
            "Land disturbed before {first} ({area} ha) not estimated: {why}.",
            **land,
            why=NO_DENSITY_REASON,
        )
        return notes.notices
    notes.add_notice(
        "Land disturbed before {first} ({area} ha), change since then: {balance}. Earlier "
        "losses are not included.",
        **land,
        balance=format_balance(mined_before["net_tc"], interval_half_width(mined_before)),
    )
    if DISTURBED in ledger.uncounted_land:
        return notes.notices
    if assumed is not None:
        notes.add_notice(
            "Assuming the carbon density of land disturbed later, it would have lost "
            "{assumed} t C before {first} (not included in any total).",
            assumed=format_tonnes(assumed, interval_half_width(mined_before)),
            first=first,
        )
    whole = find_balance_row(rows, ALL_LABEL)
    notes.add_notice(
        "Total, {area} ha: {balance}.",
        area=format_hectares(whole["area_ha"]),
        balance=format_balance(whole["net_tc"], interval_half_width(whole)),
    )
    return notes.notices


def _format_net(net: float, half_width: float | None) -> Text:
    amount = format_tonnes(abs(net), half_width)
    if net < 0:
        return Message("a net loss of {amount} t C", amount=amount)
    return Message("a net gain of {amount} t C", amount=amount)


@dataclass(frozen=True)
class BalanceFigure:
    """Headline balance in tiles, t C, non-negative; label and interval follow its direction."""

    label: Text
    dioxide_label: Text
    net: float
    low: float | None
    high: float | None
    half_width: float | None

    @property
    def interval_text(self) -> Text:
        """The interval as text for a tile."""
        if self.low is None or self.high is None:
            return ""
        most, least = (format_tonnes(abs(end), self.half_width) for end in (self.high, self.low))
        if self.low < 0:
            return Message("-{other} to {most}", most=most, other=least)
        return Message("{least} to {most}", least=least, most=most)


def balance_figure(ledger: Ledger, rows: Sequence[BalanceRow]) -> BalanceFigure | None:
    """Return the headline balance for tiles, or None if its land has no densities."""
    lead = headline_row(rows)
    if lead["land"] in ledger.uncounted_land:
        return None
    lost, is_taken = lead["net_tc"] < 0, lead["land"] == DISTURBED
    template = {
        (False, True): Term("Net carbon gain by {last}, land disturbed since {first}"),
        (True, True): Term("Net carbon loss by {last}, land disturbed since {first}"),
        (False, False): Term("Net carbon gain {first}-{last}, {land}"),
        (True, False): Term("Net carbon loss {first}-{last}, {land}"),
    }[lost, is_taken]
    dates, land = ledger.land.dates, ledger.land.disturbing.land_term
    label = Message(template, first=dates[0].label, last=dates[-1].label, land=land)
    as_dioxide = Message("{label}, as CO₂", label=label)
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if lost and low is not None and high is not None:
        low, high = -high, -low
    whole_label, net = _append_density_source(ledger, label), abs(lead["net_tc"])
    return BalanceFigure(whole_label, as_dioxide, net, low, high, interval_half_width(lead))


def missing_balance_label(ledger: Ledger) -> Text:
    """Return the label of a tile for a balance that is not available."""
    return _append_density_source(ledger, ledger.land.disturbing.balance_title)


def _append_density_source(ledger: Ledger, label: Text) -> Text:
    """Append the source of the densities to a label if they have a caveat."""
    if not ledger.coefficients.caveat:
        return label
    return Message("{label} ({densities})", label=label, densities=ledger.coefficients.briefly)


def adjusted_sentences(uncertainty: UncertaintyResult) -> list[Text]:
    """Return sentences on the balance of all land with error-adjusted areas."""
    sentences: list[Text] = []
    for row in adjusted_rows(uncertainty, NET):
        period, interval = (
            row["period"],
            uncertainty.preferred_row(NET, period=row["period"]) or row,
        )
        template = Term(
            "{period}: error-adjusted areas, all this land: {balance}; {level} % "
            "confidence interval: {bounds}."
        )
        is_known = has_known_bounds(uncertainty, NET, period)
        half_width = (interval["high"] - interval["low"]) / 2 if is_known else None
        if not is_known:
            template = Term("{period}: error-adjusted areas, all this land: {balance}; {unknown}.")
        sentence = Message(
            template,
            balance=format_balance(row["estimate"], half_width),
            period=period or Term("All periods"),
            level=f"{uncertainty.wanted.level:g}",
            bounds=format_net_interval(
                interval["low"], interval["high"], partial(format_tonnes, half_width=half_width)
            ),
            unknown=unknown_bounds_message(uncertainty, NET, interval, format_balance),
        )
        sentences.append(
            append_undrawn_errors(sentence, interval, uncertainty) if is_known else sentence
        )
    sentences += interval_width_messages(uncertainty, NET)
    if sentences:
        sentences.append(
            Term("Growth, and all other results unless stated otherwise, use mapped areas.")
        )
    return sentences


def _row_interval_sentence(
    ledger: Ledger, uncertainty: UncertaintyResult, row: BalanceRow
) -> Message:
    """Return the interval of a row of BALANCE, or the reason why there is none."""
    low, high = row["net_low_tc"], row["net_high_tc"]
    if low is None or high is None:
        return NO_INTERVAL
    return interval_sentence(low, high, uncertainty)


def interval_sentence(low: float, high: float, uncertainty: UncertaintyResult) -> Message:
    """Return a sentence on the interval of a balance, t C, with its method and omitted errors."""
    method: Text = Term("error propagation, IPCC Approach 1")
    if uncertainty.wanted.draws:
        method = Message(
            "Monte Carlo simulation, {draws} draws, IPCC Approach 2",
            draws=f"{uncertainty.wanted.draws:,}",
        )
    return Message(
        "{level} % confidence interval from carbon densities: {bounds} ({method}). Not included: "
        "{left_out}.",
        level=f"{uncertainty.wanted.level:g}",
        bounds=format_net_interval(low, high, partial(format_tonnes, half_width=(high - low) / 2)),
        method=method,
        left_out=MessageList(uncertainty.left_out or [Term("none")]),
    )


def isolated_date_sentences(ledger: Ledger, half_width: float | None = None) -> list[Message]:
    """Return sentences on isolated dates that affect much of the disturbed area."""
    words = {
        MINED_ONCE: Term(
            "{share} % of the cumulative disturbed area is mined at a single isolated date "
            "only; without these dates the net change of all mined land is {net} instead of "
            "{own}. Check with Land trajectories."
        ),
        UNMINED_ONCE: Term(
            "{share} % of the cumulative disturbed area is not mined at a single isolated "
            "date only; without these dates the net change of all mined land is {net} "
            "instead of {own}. Check with Land trajectories."
        ),
    }
    return [
        Message(
            words[item],
            share=format_number(share, 0),
            net=_format_net(net, half_width),
            own=_format_net(ledger.total_net_tc(ledger.rule), half_width),
        )
        for item, (share, net) in ledger.isolated_date_nets.items()
        if share > MAX_SUSPECT_PCT
    ]


# Losses are drawn below the zero line, gains above it.
FLOW_STYLES = {
    LOSS: (Term("Loss"), "#a0522d"),
    GAIN: (Term("Gain"), "#2a8c82"),
    GROWTH: (Term("Growth"), "#a9dcd3"),
}
YEARLY_AXIS_TITLE = Term("Carbon loss (below zero) and gain, t C/year")
TOTAL_AXIS_TITLE = Term("Carbon loss (below zero) and gain, t C")
NET_LABEL, NET_COLOUR = Term("Net"), "#4a5568"

NET_NOTE = Term(
    "Diamond: net = gain + growth - loss (gain-loss method, IPCC 2006, vol. 4, eq. 2.4 and "
    "2.5); positive = carbon gain."
)


def waterfall_chart(ledger: Ledger, rows: Sequence[BalanceRow]) -> Chart:
    """Return the carbon stock change from the first to the last date, by time of disturbance."""
    taken_since, mined_before = (find_balance_row(rows, land) for land in (DISTURBED, MINED_BEFORE))
    if taken_since["area_ha"] and mined_before["area_ha"]:
        of_land: list[tuple[Text, BalanceRow]] = [
            (LAND_LABELS[DISTURBED], taken_since),
            (LAND_LABELS[MINED_BEFORE], mined_before),
            (LAND_LABELS[ALL_LABEL], find_balance_row(rows, ALL_LABEL)),
        ]
    else:
        of_land = [("", find_balance_row(rows, ALL_LABEL))]
    axis = Term("Carbon stock, t C")
    return Chart(
        "waterfall",
        Term("Change in carbon stock, t C"),
        [
            (words, partial(waterfall_figure, _waterfall_bars(ledger, row), axis))
            for words, row in of_land
        ],
        [],
        Term(
            "Balance = gain + growth - loss. Before mining, other: changes before mining and "
            "on land that is neither mine nor sink."
        ),
    )


def _waterfall_bars(ledger: Ledger, row: BalanceRow) -> list[WaterfallBar]:
    """Return the bars of a waterfall chart."""
    then, now = ledger.land.dates[0].label, ledger.land.dates[-1].label
    rest = row["pre_mining_tc"] + row["other_tc"]
    steps: list[tuple[Text, str, float]] = [
        (Message("Carbon stock {year}", year=then), NET_COLOUR, row["stock_before_tc"]),
        (*FLOW_STYLES[LOSS], -row["loss_tc"]),
        (*FLOW_STYLES[GAIN], row["gain_tc"]),
        (*FLOW_STYLES[GROWTH], row["growth_tc"]),
        (Term("Before mining, other"), "#b9bec6", rest),
        (Message("Carbon stock {year}", year=now), NET_COLOUR, row["stock_after_tc"]),
    ]
    return [
        WaterfallBar(
            name, amount, colour, (name, f"{format_number(amount, 1)} t C"), colour == NET_COLOUR
        )
        for name, colour, amount in steps
    ]


def balance_chart(ledger: Ledger) -> Chart:
    """Return loss, gain, growth and net by period: per year, and in total."""
    periods, years = list(ledger.years_of), list(ledger.years_of.values())
    return Chart(
        "balance",
        Term("Carbon loss and gain by period"),
        per_year_variants(years, YEARLY_AXIS_TITLE, TOTAL_AXIS_TITLE, partial(_flow_bars, ledger)),
        [
            entry
            for flow, entry in FLOW_STYLES.items()
            if any(total_flow_tc(ledger.rows, flow, period) for period in periods)
        ],
        NET_NOTE,
        min_chart_width(periods),
        [(NET_LABEL, TEXT_COLOUR, "diamond")],
    )


def _flow_bars(ledger: Ledger, title: Text, parts: Sequence[int]) -> DrawFunction:
    """Return the stacked flows by period, divided by `parts`, with the net as a diamond."""

    def bars(flow: str, words: Text, colour: str) -> BarSeries:
        amounts = {period: total_flow_tc(ledger.rows, flow, period) for period in ledger.years_of}
        sign = -1 if flow == LOSS else 1
        divided = [sign * (amount / part) for amount, part in zip(amounts.values(), parts)]
        return BarSeries(words, colour, divided, flow_hover_lines(ledger, amounts, words))

    series = [bars(flow, words, colour) for flow, (words, colour) in FLOW_STYLES.items()]
    net = bars(NET, NET_LABEL, NET_COLOUR)
    marks = list(zip(net.values, net.hovers))
    return partial(add_diamonds, partial(stacked_bars, list(ledger.years_of), series, title), marks)


def flow_hover_lines(
    ledger: Ledger, amounts: Mapping[str, float], *words: Text
) -> list[HoverLines]:
    """Return the hover text for the amounts of periods, in total and per year."""
    lines: list[HoverLines] = []
    for period, amount in amounts.items():
        per_year = format_number(amount / ledger.years_of[period], 1)
        in_all = f"{period}: {format_number(amount, 1)} t C"
        lines.append((*words, in_all, Message("{amount} t C per year", amount=per_year)))
    return lines


def balance_tables(ledger: Ledger) -> list[ReportTable]:
    """Return the values of the charts and their sums."""
    span = sum(ledger.years_of.values())
    whole: list[TableRow] = []
    yearly: list[TableRow] = []
    for period, years in {**ledger.years_of, "": span}.items():
        sums = {flow: total_flow_tc(ledger.rows, flow, period) for flow in (*FLOW_STYLES, NET)}
        head = {"period": period or Term("All periods"), "years": years, "is_total": not period}
        whole.append({**head, **sums, "tco2": sums[NET] * CO2_PER_C})
        yearly.append({**head, **{flow: amount / years for flow, amount in sums.items()}})
    # If every period is one year long, both tables differ in the sums only.
    is_yearly = {*ledger.years_of.values()} == {1}
    if is_yearly:
        mean = {flow: cast(float, yearly[-1][flow]) for flow in (*FLOW_STYLES, NET)}
        head = {"period": Term("All periods, per year"), "is_total": True}
        whole.append({**head, **mean, "tco2": mean[NET] * CO2_PER_C})
    words = {**{flow: word for flow, (word, _) in FLOW_STYLES.items()}, NET: NET_LABEL}
    columns = [dictionary_column("period"), dictionary_column("years")]
    columns += [TableColumn(word, flow, 1) for flow, word in words.items()]
    tables = [
        ReportTable(
            "balance",
            Term("Carbon loss and gain by period, t C"),
            [*columns, TableColumn(Term("Net, t CO\u2082"), "tco2", 1)],
            whole,
        )
    ]
    if not is_yearly:
        caption = Term("Carbon loss and gain, t C/year")
        tables.append(ReportTable("balance-years", caption, columns, yearly))
    return tables


def land_balance_table(rows: Sequence[BalanceRow], folded: bool = False) -> ReportTable:
    """Return BALANCE for all periods, or for each, without empty columns."""
    telling = {column for row in rows for column, cell in row.items() if cell}
    shown_columns = [
        column
        for column in BalanceRow.__annotations__
        if column in REQUIRED_COLUMNS or (column not in HIDDEN_COLUMNS and column in telling)
    ]
    shown: list[TableRow] = [
        {
            **row,
            "land": LAND_LABELS[row["land"]],
            "period": row["period"] or Term("All periods"),
            "is_total": not row["period"],
        }
        for row in rows
        # Omit kinds of land that do not occur.
        if row["area_ha"] or row["land"] == ALL_LABEL
    ]
    return ReportTable(
        "balance-land",
        Term("Balance by time of disturbance"),
        [
            dictionary_column("period"),
            dictionary_column("land"),
            *map(dictionary_column, shown_columns),
        ],
        shown,
        folded=folded,
        note=Term(
            "Stock before - loss + gain + growth + before mining + other = stock after. "
            "Assumed loss (not included in any total): loss of land mined at the first date "
            "at the carbon density of land disturbed later."
        ),
    )


REQUIRED_COLUMNS = ("area_ha", "stock_before_tc", "loss_tc", "stock_after_tc", "net_tc")
HIDDEN_COLUMNS = ("period", "land", "net_tco2", "decaying_tc")


def stock_chart(ledger: Ledger) -> Chart:
    """Return stocks by date and status, with the range between youngest and oldest ages."""
    dates = [date.label for date in ledger.land.dates]
    series = []
    for state, key in STATE_KEYS.items():
        amounts = [sum_stocks(ledger, date, key) for date in dates]
        if not any(amounts):
            continue
        shown = [f"{date}: {format_number(amount, 1)} t C" for date, amount in zip(dates, amounts)]
        hovers: list[HoverLines] = [(STATUS_LABELS[state], line) for line in shown]
        series.append(BarSeries(STATUS_LABELS[state], STATUS_COLOURS[state], amounts, hovers))
    ranges = []
    for date in dates:
        columns = ("total_tc", "youngest_tc", "oldest_tc")
        total, youngest, oldest = (sum_stocks(ledger, date, column=column) for column in columns)
        lines = (
            f"{date}: {format_number(total, 1)} t C",
            Message("youngest possible ages: {amount} t C", amount=format_number(youngest, 1)),
            Message("oldest possible ages: {amount} t C", amount=format_number(oldest, 1)),
        )
        low, high = min(youngest, oldest, total), max(youngest, oldest, total)
        ranges.append(ValueRange(total, low, high, lines))
    draw = partial(
        stacked_bars,
        dates,
        series,
        Term("Carbon stock of land mined at any date, t C"),
        tops=[format_tonnes(span.value) for span in ranges],
    )
    return Chart(
        "stocks",
        Term("Carbon stock by date and status, t C"),
        [("", partial(add_ranges, draw, ranges))],
        bar_legend(series),
        least_width=min_chart_width(dates),
        marks=[(Term("range of possible ages"), TEXT_COLOUR, "range")],
    )


def stock_table(ledger: Ledger) -> ReportTable:
    """Return the values of the chart by date and status, with their sums."""
    columns = ("area_ha", "total_tc", "youngest_tc", "oldest_tc")
    rows: list[TableRow] = []
    for date in (date.label for date in ledger.land.dates):
        for state, key in STATE_KEYS.items():
            cells = {column: sum_stocks(ledger, date, key, column) for column in columns}
            if cells["area_ha"]:
                rows.append({"year": date, "status": STATUS_LABELS[state], **cells})
        sums = {column: sum_stocks(ledger, date, "", column) for column in columns}
        rows.append({"year": date, "status": Term("Total"), **sums, "is_total": True})
    return ReportTable(
        "stocks",
        Term("Carbon stock by date and status, t C"),
        [
            dictionary_column("year"),
            dictionary_column("status", colours=STATUS_SWATCHES),
            *map(dictionary_column, columns),
        ],
        rows,
    )


def sum_stocks(ledger: Ledger, date: str, status: str = "", column: str = "total_tc") -> float:
    """Return the sum of a column of STOCKS at a date, for a status or for all."""
    return sum(
        row[column]  # type: ignore[literal-required]
        for row in ledger.stocks
        if row["year"] == date and status in ("", row["status"])
    )
