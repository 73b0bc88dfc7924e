"""The balance of a carbon ledger: in sentences and tiles, which tell its sense in words, and as
charts and tables; what pages on it share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from ..base.messages import Listed, Message, Notes, Term, Text
from ..mine.ages import COLOURS, SWATCHES, WORDS
from ..mine.mined_land import KEYS
from ..report.change_sections import by_years, legend_of
from ..report.line_charts import Fall, Range, marked, ranged, waterfall
from ..report.page import Chart, Row, ShownColumn, ShownTable, known, width_for
from ..report.plotly_figures import (
    INK,
    Bars,
    Draw,
    Lines,
    rounded,
    stacked_bars,
    supported,
    told_hectares,
)
from ..results.uncertainty import Uncertainty, knows_bounds
from ..results.uncertainty_notes import (
    adjusted_rows,
    between,
    bounds_unknown,
    sample_sentences,
    unseen_warnings,
    with_left_out,
)
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from .flows import LAND_WORDS, MINED_BEFORE, NET, TAKEN, BalanceRow, balance_of, total_of
from .ledger import MINED_AGAIN, SEEN_ONCE, Ledger
from .states import GAIN, GROWTH, LOSS, AgeRule

RULES = {
    AgeRule.MID: Term("midpoint of the interval"),
    AgeRule.MEAN: Term("mean carbon stock over the interval"),
    AgeRule.YOUNGEST: Term("youngest possible age"),
    AgeRule.OLDEST: Term("oldest possible age"),
    AgeRule.DRAWN: Term(
        "mean stock over the possible reclamation times; random time in Monte Carlo draws"
    ),
}


# More of the ever mined land that one date alone shows as mined, or as not, is told at once.
MAX_SUSPECT_PCT = 20.0
# Of land that is not counted nobody knows a balance, and it is not 0.
NO_DENSITY = Term("COEFFICIENTS has no carbon density for any of its classes")
NOT_COUNTED = Term("not estimated")


def tonnes(amount: float, half_width: float | None = None) -> str:
    """t C as a sentence has them: to what the half-width of their interval supports."""
    return supported(amount, half_width)


def dioxide(net: float, half_width: float | None = None) -> str:
    """The same as t CO2, of a net and its half-width in t C; never below 0."""
    return tonnes(abs(net) * CO2_PER_C, half_width and half_width * CO2_PER_C)


def half_width_of(row: BalanceRow) -> float | None:
    """That of the interval of a row's net; None without one."""
    low, high = row["net_low_tc"], row["net_high_tc"]
    return None if low is None or high is None else (high - low) / 2


def on_balance(net: float, half_width: float | None = None) -> Text:
    """A balance in words, which tell its sense; t C, above 0 where the land gained."""
    values = {"net": tonnes(abs(net), half_width), "dioxide": dioxide(net, half_width)}
    if not net:
        return Term("no net change in carbon stock")
    if not round(net):
        return Term("carbon losses and gains are balanced")
    if net < 0:
        return Message("net loss of {net} t C ({dioxide} t CO₂ emitted)", **values)
    return Message("net gain of {net} t C ({dioxide} t CO₂ removed)", **values)


def led_by(rows: Sequence[BalanceRow]) -> BalanceRow:
    """The row of all periods that a balance leads with: of the land taken since the first date.

    Where there is none, that of land that was mined before.
    """
    lead = balance_of(rows, TAKEN)
    return lead if lead["area_ha"] else balance_of(rows, MINED_BEFORE)


def lead_words(ledger: Ledger, rows: Sequence[BalanceRow]) -> Message:
    """What the land taken since the first date lost or gained on balance."""
    lead, first = led_by(rows), ledger.land.dates[0].label
    values = {"first": first, "balance": on_balance(lead["net_tc"], half_width_of(lead))}
    if lead["land"] in ledger.uncounted:
        values["why"] = NO_DENSITY
        if lead["land"] == TAKEN:
            return Message("Land disturbed since {first} not estimated: {why}.", **values)
        return Message("Land disturbed before {first} not estimated: {why}.", **values)
    if lead["land"] == TAKEN:
        return Message("Land disturbed since {first}: {balance}.", **values)
    return Message("Land disturbed before {first}, change since then: {balance}.", **values)


def balance_sentences(
    ledger: Ledger, uncertainty: Uncertainty, rows: Sequence[BalanceRow]
) -> list[Text]:
    """Land without densities, carbon loss and gain with their bounds, and the balance by the areas
    of a sample."""
    lead, dates = led_by(rows), ledger.land.dates
    told = partial(tonnes, half_width=half_width_of(lead))
    ends = {"first": dates[0].label, "last": dates[-1].label}
    notes = Notes(list(unseen_warnings(uncertainty, NET)))
    notes.notices.append(lead_words(ledger, rows))
    is_counted = lead["land"] not in ledger.uncounted
    if lead["land"] == TAKEN and is_counted:
        notes.inform(
            "Carbon loss by {last} on {area} ha ({taker}): {loss} t C. Carbon gain on the "
            "{back} ha that are carbon sinks again: {regained} t C.",
            area=told_hectares(lead["area_ha"]),
            taker=ledger.land.disturbing.subject,
            loss=told(lead["loss_tc"]),
            back=told_hectares(lead["reclaimed_ha"]),
            regained=told(lead["gain_tc"] + lead["growth_tc"]),
            **ends,
        )
    if is_counted:
        notes.notices.append(_interval_sentence(ledger, uncertainty, lead))
        notes.notices += suspect_sentences(ledger, half_width_of(lead))
    low, high = sorted(ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
    if tonnes(low) != tonnes(high):
        notes.inform(
            "Age of reclaimed land: {rule}. Carbon balance of all this land over the range "
            "of possible ages: {bounds}.",
            rule=RULES[ledger.rule],
            bounds=between(low, high, told),
        )
    notes.notices += _mined_before(ledger, rows)
    notes.inform("Maps do not distinguish reclamation from natural recovery.")
    return [*notes.notices, *adjusted_sentences(uncertainty)]


def balance_notes(ledger: Ledger, rows: Sequence[BalanceRow]) -> Notes:
    """Whose land lost and regained what, for the log."""
    notes = Notes()
    notes.notices.append(lead_words(ledger, rows))
    sentence = back_uncounted_sentence(ledger)
    notes.warnings += [sentence] if sentence else []
    return notes


def back_uncounted_sentence(ledger: Ledger) -> Message | None:
    """How much of the land that came back counts 0; None where it is nothing."""
    areas = ledger.came_back_uncounted
    if not areas:
        return None
    return Message(
        "{area:,.2f} ha released from mining count as 0; COEFFICIENTS has no carbon density "
        "for their current classes: {classes}.",
        area=sum(areas.values()),
        classes=Listed(
            Message("{name} {area:,.2f} ha", name=ledger.land.classes[index].name, area=area)
            for index, area in sorted(areas.items(), key=lambda item: -item[1])
        ),
    )


def _mined_before(ledger: Ledger, rows: Sequence[BalanceRow]) -> list[Message]:
    """What land that was mined at the first date has done since, and what it may have lost."""
    mined_before = balance_of(rows, MINED_BEFORE)
    if not balance_of(rows, TAKEN)["area_ha"] or not mined_before["area_ha"]:
        return []
    first, assumed = ledger.land.dates[0].label, mined_before["assumed_loss_tc"]
    notes, land = Notes(), {"area": told_hectares(mined_before["area_ha"]), "first": first}
    if MINED_BEFORE in ledger.uncounted:
        notes.inform(
            "Land disturbed before {first} ({area} ha) not estimated: {why}.",
            **land,
            why=NO_DENSITY,
        )
        return notes.notices
    notes.inform(
        "Land disturbed before {first} ({area} ha), change since then: {balance}. Earlier "
        "losses are not included.",
        **land,
        balance=on_balance(mined_before["net_tc"], half_width_of(mined_before)),
    )
    if TAKEN in ledger.uncounted:
        return notes.notices
    if assumed is not None:
        notes.inform(
            "Assuming the carbon density of land disturbed later, it would have lost "
            "{assumed} t C before {first} (not included in any total).",
            assumed=tonnes(assumed, half_width_of(mined_before)),
            first=first,
        )
    whole = balance_of(rows, ALL)
    notes.inform(
        "Total, {area} ha: {balance}.",
        area=told_hectares(whole["area_ha"]),
        balance=on_balance(whole["net_tc"], half_width_of(whole)),
    )
    return notes.notices


def _net_words(net: float, half_width: float | None) -> Text:
    amount = tonnes(abs(net), half_width)
    if net < 0:
        return Message("a net loss of {amount} t C", amount=amount)
    return Message("a net gain of {amount} t C", amount=amount)


@dataclass(frozen=True)
class BalanceFigure:
    """The balance that leads, as tiles show it: t C in the sense of its label, never below 0, with
    the interval in the same sense, if there is one."""

    label: Text
    dioxide_label: Text
    net: float
    low: float | None
    high: float | None
    half_width: float | None

    @property
    def interval(self) -> Text:
        """The interval in words, for a tile."""
        if self.low is None or self.high is None:
            return ""
        most, least = (tonnes(abs(end), self.half_width) for end in (self.high, self.low))
        if self.low < 0:
            return Message("-{other} to {most}", most=most, other=least)
        return Message("{least} to {most}", least=least, most=most)


def balance_figure(ledger: Ledger, rows: Sequence[BalanceRow]) -> BalanceFigure | None:
    """The balance that leads, as tiles show it; None where its land is not counted."""
    lead = led_by(rows)
    if lead["land"] in ledger.uncounted:
        return None
    lost, is_taken = lead["net_tc"] < 0, lead["land"] == TAKEN
    template = {
        (False, True): Term("Net carbon gain by {last}, land disturbed since {first}"),
        (True, True): Term("Net carbon loss by {last}, land disturbed since {first}"),
        (False, False): Term("Net carbon gain {first}-{last}, {land}"),
        (True, False): Term("Net carbon loss {first}-{last}, {land}"),
    }[lost, is_taken]
    dates, land = ledger.land.dates, ledger.land.disturbing.land
    label = Message(template, first=dates[0].label, last=dates[-1].label, land=land)
    as_dioxide = Message("{label}, as CO₂", label=label)
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if lost and low is not None and high is not None:
        low, high = -high, -low
    whole_label, net = _with_densities(ledger, label), abs(lead["net_tc"])
    return BalanceFigure(whole_label, as_dioxide, net, low, high, half_width_of(lead))


def uncounted_label(ledger: Ledger) -> Text:
    """What a tile calls a balance that there is none of."""
    return _with_densities(ledger, ledger.land.disturbing.balance)


def _with_densities(ledger: Ledger, label: Text) -> Text:
    """A label, with whose densities it is where these have a caveat."""
    if not ledger.coefficients.caveat:
        return label
    return Message("{label} ({densities})", label=label, densities=ledger.coefficients.briefly)


def adjusted_sentences(uncertainty: Uncertainty) -> list[Text]:
    """The balance of all land by the areas that a sample estimates."""
    sentences: list[Text] = []
    for row in adjusted_rows(uncertainty, NET):
        period, interval = row["period"], uncertainty.leading(NET, period=row["period"]) or row
        template = Term(
            "{period}: error-adjusted areas, all this land: {balance}; {level} % "
            "confidence interval: {bounds}."
        )
        is_known = knows_bounds(uncertainty, NET, period)
        half_width = (interval["high"] - interval["low"]) / 2 if is_known else None
        if not is_known:
            template = Term("{period}: error-adjusted areas, all this land: {balance}; {unknown}.")
        told = Message(
            template,
            balance=on_balance(row["estimate"], half_width),
            period=period or Term("All periods"),
            level=f"{uncertainty.wanted.level:g}",
            bounds=between(
                interval["low"], interval["high"], partial(tonnes, half_width=half_width)
            ),
            unknown=bounds_unknown(uncertainty, NET, interval, on_balance),
        )
        sentences.append(with_left_out(told, interval, uncertainty) if is_known else told)
    sentences += sample_sentences(uncertainty, NET)
    if sentences:
        sentences.append(
            Term("Growth, and all other results unless stated otherwise, use mapped areas.")
        )
    return sentences


def _interval_sentence(ledger: Ledger, uncertainty: Uncertainty, row: BalanceRow) -> Message:
    """The interval of a row of BALANCE, or why there is none."""
    low, high = row["net_low_tc"], row["net_high_tc"]
    if low is None or high is None:
        return Message(
            "No confidence interval: uncertainty is not given for all carbon densities "
            "(u95_soil_pct and u95_vegetation_pct in COEFFICIENTS)."
        )
    return interval_sentence(low, high, uncertainty)


def interval_sentence(low: float, high: float, uncertainty: Uncertainty) -> Message:
    """The interval of a balance, t C: by what, of what, and what it leaves out."""
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
        bounds=between(low, high, partial(tonnes, half_width=(high - low) / 2)),
        method=method,
        left_out=Listed(uncertainty.left_out or [Term("none")]),
    )


def suspect_sentences(ledger: Ledger, half_width: float | None = None) -> list[Message]:
    """What isolated dates change, where much of the land is mined, or is not, at one date alone."""
    words = {
        SEEN_ONCE: Term(
            "{share} % of the cumulative disturbed area is mined at a single isolated date "
            "only; without these dates the net change of all mined land is {net} instead of "
            "{own}. Check with Land trajectories."
        ),
        MINED_AGAIN: Term(
            "{share} % of the cumulative disturbed area is not mined at a single isolated "
            "date only; without these dates the net change of all mined land is {net} "
            "instead of {own}. Check with Land trajectories."
        ),
    }
    return [
        Message(
            words[item],
            share=rounded(share, 0),
            net=_net_words(net, half_width),
            own=_net_words(ledger.net(ledger.rule), half_width),
        )
        for item, (share, net) in ledger.suspects.items()
        if share > MAX_SUSPECT_PCT
    ]


# What was lost is drawn below the line, what was regained above it.
SHOWN = {
    LOSS: (Term("Loss"), "#a0522d"),
    GAIN: (Term("Gain"), "#2a8c82"),
    GROWTH: (Term("Growth"), "#a9dcd3"),
}
LOST_PER_YEAR = Term("Carbon loss (below zero) and gain, t C/year")
LOST_IN_ALL = Term("Carbon loss (below zero) and gain, t C")
NET_WORD, NET_COLOUR = Term("Net"), "#4a5568"

NET_NOTE = Term(
    "Diamond: net = gain + growth - loss (gain-loss method, IPCC 2006, vol. 4, eq. 2.4 and "
    "2.5); positive = carbon gain."
)


def waterfall_chart(ledger: Ledger, rows: Sequence[BalanceRow]) -> Chart:
    """From the stock then to the stock now, by whose land it is."""
    taken_since, mined_before = (balance_of(rows, land) for land in (TAKEN, MINED_BEFORE))
    if taken_since["area_ha"] and mined_before["area_ha"]:
        of_land: list[tuple[Text, BalanceRow]] = [
            (LAND_WORDS[TAKEN], taken_since),
            (LAND_WORDS[MINED_BEFORE], mined_before),
            (LAND_WORDS[ALL], balance_of(rows, ALL)),
        ]
    else:
        of_land = [("", balance_of(rows, ALL))]
    axis = Term("Carbon stock, t C")
    return Chart(
        "waterfall",
        Term("Change in carbon stock, t C"),
        [(words, partial(waterfall, _falls(ledger, row), axis)) for words, row in of_land],
        [],
        Term(
            "Balance = gain + growth - loss. Before mining, other: changes before mining and "
            "on land that is neither mine nor sink."
        ),
    )


def _falls(ledger: Ledger, row: BalanceRow) -> list[Fall]:
    """The bars of a waterfall."""
    then, now = ledger.land.dates[0].label, ledger.land.dates[-1].label
    rest = row["pre_mining_tc"] + row["other_tc"]
    steps: list[tuple[Text, str, float]] = [
        (Message("Carbon stock {year}", year=then), NET_COLOUR, row["stock_before_tc"]),
        (*SHOWN[LOSS], -row["loss_tc"]),
        (*SHOWN[GAIN], row["gain_tc"]),
        (*SHOWN[GROWTH], row["growth_tc"]),
        (Term("Before mining, other"), "#b9bec6", rest),
        (Message("Carbon stock {year}", year=now), NET_COLOUR, row["stock_after_tc"]),
    ]
    return [
        Fall(name, amount, colour, (name, f"{rounded(amount, 1)} t C"), colour == NET_COLOUR)
        for name, colour, amount in steps
    ]


def balance_chart(ledger: Ledger) -> Chart:
    """Loss, gain and growth with their net, by period: per year, and in all."""
    periods, years = list(ledger.years_of), list(ledger.years_of.values())
    return Chart(
        "balance",
        Term("Carbon loss and gain by period"),
        by_years(years, LOST_PER_YEAR, LOST_IN_ALL, partial(_bars, ledger)),
        [
            entry
            for flow, entry in SHOWN.items()
            if any(total_of(ledger.rows, flow, period) for period in periods)
        ],
        NET_NOTE,
        width_for(periods),
        [(NET_WORD, INK, "diamond")],
    )


def _bars(ledger: Ledger, title: Text, parts: Sequence[int]) -> Draw:
    """The bars of the flows, by period divided by `parts`, with the net as a diamond."""

    def bars(flow: str, words: Text, colour: str) -> Bars:
        amounts = {period: total_of(ledger.rows, flow, period) for period in ledger.years_of}
        sign = -1 if flow == LOSS else 1
        divided = [sign * (amount / part) for amount, part in zip(amounts.values(), parts)]
        return Bars(words, colour, divided, tonnes_lines(ledger, amounts, words))

    series = [bars(flow, words, colour) for flow, (words, colour) in SHOWN.items()]
    net = bars(NET, NET_WORD, NET_COLOUR)
    marks = list(zip(net.values, net.hovers))
    return partial(marked, partial(stacked_bars, list(ledger.years_of), series, title), marks)


def tonnes_lines(ledger: Ledger, amounts: Mapping[str, float], *words: Text) -> list[Lines]:
    """What hovers of the amounts of periods tell, in all and per year."""
    lines: list[Lines] = []
    for period, amount in amounts.items():
        per_year = rounded(amount / ledger.years_of[period], 1)
        in_all = f"{period}: {rounded(amount, 1)} t C"
        lines.append((*words, in_all, Message("{amount} t C per year", amount=per_year)))
    return lines


def balance_tables(ledger: Ledger) -> list[ShownTable]:
    """The numbers of the charts, and their sums."""
    span = sum(ledger.years_of.values())
    whole: list[Row] = []
    yearly: list[Row] = []
    for period, years in {**ledger.years_of, "": span}.items():
        sums = {flow: total_of(ledger.rows, flow, period) for flow in (*SHOWN, NET)}
        head = {"period": period or Term("All periods"), "years": years, "is_total": not period}
        whole.append({**head, **sums, "tco2": sums[NET] * CO2_PER_C})
        yearly.append({**head, **{flow: amount / years for flow, amount in sums.items()}})
    # Where every period is of one year, that is the same but for the sums.
    is_yearly = {*ledger.years_of.values()} == {1}
    if is_yearly:
        mean = {flow: cast(float, yearly[-1][flow]) for flow in (*SHOWN, NET)}
        head = {"period": Term("All periods, per year"), "is_total": True}
        whole.append({**head, **mean, "tco2": mean[NET] * CO2_PER_C})
    words = {**{flow: word for flow, (word, _) in SHOWN.items()}, NET: NET_WORD}
    columns = [known("period"), known("years")]
    columns += [ShownColumn(word, flow, 1) for flow, word in words.items()]
    tables = [
        ShownTable(
            "balance",
            Term("Carbon loss and gain by period, t C"),
            [*columns, ShownColumn(Term("Net, t CO\u2082"), "tco2", 1)],
            whole,
        )
    ]
    if not is_yearly:
        caption = Term("Carbon loss and gain, t C/year")
        tables.append(ShownTable("balance-years", caption, columns, yearly))
    return tables


def land_table(rows: Sequence[BalanceRow], folded: bool = False) -> ShownTable:
    """BALANCE of all periods, or of each, without the columns that tell nothing."""
    telling = {column for row in rows for column, cell in row.items() if cell}
    shown_columns = [
        column
        for column in BalanceRow.__annotations__
        if column in ALWAYS or (column not in NOT_SHOWN and column in telling)
    ]
    shown: list[Row] = [
        {
            **row,
            "land": LAND_WORDS[row["land"]],
            "period": row["period"] or Term("All periods"),
            "is_total": not row["period"],
        }
        for row in rows
        # Land that there is not tells nothing either.
        if row["area_ha"] or row["land"] == ALL
    ]
    return ShownTable(
        "balance-land",
        Term("Balance by time of disturbance"),
        [known("period"), known("land"), *map(known, shown_columns)],
        shown,
        folded=folded,
        note=Term(
            "Stock before - loss + gain + growth + before mining + other = stock after. "
            "Assumed loss (not included in any total): loss of land mined at the first date "
            "at the carbon density of land disturbed later."
        ),
    )


ALWAYS = ("area_ha", "stock_before_tc", "loss_tc", "stock_after_tc", "net_tc")
NOT_SHOWN = ("period", "land", "net_tco2", "decaying_tc")


def stock_chart(ledger: Ledger) -> Chart:
    """Stocks by date and status, with the range between the youngest and the oldest ages."""
    dates = [date.label for date in ledger.land.dates]
    series = []
    for state, key in KEYS.items():
        amounts = [stock_sum(ledger, date, key) for date in dates]
        if not any(amounts):
            continue
        shown = [f"{date}: {rounded(amount, 1)} t C" for date, amount in zip(dates, amounts)]
        hovers: list[Lines] = [(WORDS[state], line) for line in shown]
        series.append(Bars(WORDS[state], COLOURS[state], amounts, hovers))
    ranges = []
    for date in dates:
        columns = ("total_tc", "youngest_tc", "oldest_tc")
        total, youngest, oldest = (stock_sum(ledger, date, column=column) for column in columns)
        lines = (
            f"{date}: {rounded(total, 1)} t C",
            Message("youngest possible ages: {amount} t C", amount=rounded(youngest, 1)),
            Message("oldest possible ages: {amount} t C", amount=rounded(oldest, 1)),
        )
        low, high = min(youngest, oldest, total), max(youngest, oldest, total)
        ranges.append(Range(total, low, high, lines))
    draw = partial(
        stacked_bars,
        dates,
        series,
        Term("Carbon stock of land mined at any date, t C"),
        tops=[tonnes(span.value) for span in ranges],
    )
    return Chart(
        "stocks",
        Term("Carbon stock by date and status, t C"),
        [("", partial(ranged, draw, ranges))],
        legend_of(series),
        least_width=width_for(dates),
        marks=[(Term("range of possible ages"), INK, "range")],
    )


def stock_table(ledger: Ledger) -> ShownTable:
    """The numbers of the chart: by date and state, and their sums."""
    columns = ("area_ha", "total_tc", "youngest_tc", "oldest_tc")
    rows: list[Row] = []
    for date in (date.label for date in ledger.land.dates):
        for state, key in KEYS.items():
            cells = {column: stock_sum(ledger, date, key, column) for column in columns}
            if cells["area_ha"]:
                rows.append({"year": date, "status": WORDS[state], **cells})
        sums = {column: stock_sum(ledger, date, "", column) for column in columns}
        rows.append({"year": date, "status": Term("Total"), **sums, "is_total": True})
    return ShownTable(
        "stocks",
        Term("Carbon stock by date and status, t C"),
        [known("year"), known("status", colours=SWATCHES), *map(known, columns)],
        rows,
    )


def stock_sum(ledger: Ledger, date: str, status: str = "", column: str = "total_tc") -> float:
    """The sum of a column of STOCKS at a date, of a status or of all of them."""
    return sum(
        row[column]  # type: ignore[literal-required]
        for row in ledger.stocks
        if row["year"] == date and status in ("", row["status"])
    )
