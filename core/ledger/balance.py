"""The balance of a carbon ledger as charts and tables: what pages on it share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from ..base.dates import pair_period, years_between
from ..base.messages import Message, Term, Text
from ..mine.ages import COLOURS, SWATCHES, WORDS
from ..mine.mined_land import KEYS
from ..report.change_sections import by_years, legend_of
from ..report.line_charts import Fall, Range, marked, ranged, waterfall
from ..report.page import Chart, Row, ShownColumn, ShownTable, known, width_for
from ..report.plotly_figures import INK, Bars, Draw, rounded, stacked_bars
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from .balance_words import tonnes
from .flows import LAND_WORDS, MINED_BEFORE, NET, TAKEN, BalanceRow, balance_of, total_of
from .ledger import Ledger
from .states import GAIN, GROWTH, LOSS

# What was lost is drawn below the line, what was regained above it.
SHOWN = {
    LOSS: (Term("Loss"), "#a0522d"),
    GAIN: (Term("Gain"), "#2a8c82"),
    GROWTH: (Term("Growth"), "#a9dcd3"),
}
LOST_PER_YEAR = Term("Lost (below) and regained, t C per year")
LOST_IN_ALL = Term("Lost (below) and regained, t C")
NET_WORD, NET_COLOUR = Term("Net"), "#4a5568"

STOCK_DIFFERENCE = Term(
    "Net is gain + growth \u2212 loss, the diamond: the gain-loss method of IPCC 2006, volume 4, "
    "equation 2.4. Above 0 the land has more carbon."
)
OVER_THE_YEARS = Term(
    "Per year is over the years of each period (IPCC 2006, volume 4, equation 2.5); all years of a "
    "period have the same share."
)


def span_of(ledger: Ledger) -> str:
    """The name of the whole of the periods, such as 1986-2018."""
    return pair_period(ledger.land.dates[0], ledger.land.dates[-1]).name


def waterfall_chart(ledger: Ledger, rows: Sequence[BalanceRow]) -> Chart:
    """From the stock then to the stock now, by whose land it is."""
    taken_since, mined_before = (balance_of(rows, land) for land in (TAKEN, MINED_BEFORE))
    if taken_since["area_ha"] and mined_before["area_ha"]:
        first = ledger.land.dates[0].label
        of_land: list[tuple[Text, BalanceRow]] = [
            (Message("taken since {first}", first=first), taken_since),
            (Message("mined in {first} already", first=first), mined_before),
            (Term("all of it"), balance_of(rows, ALL)),
        ]
    else:
        of_land = [("", balance_of(rows, ALL))]
    return Chart(
        "waterfall",
        Term("From the stock of carbon then to the stock now, t C"),
        [(words, partial(waterfall, _falls(ledger, row), STOCK_AXIS)) for words, row in of_land],
        [],
        Term(
            "Loss, gain and growth make the balance; before mining and other is what the land did "
            "before it was mined, or became where it is neither mine nor sink. It closes."
        ),
    )


STOCK_AXIS = Term("Carbon on the land, t C")


def _falls(ledger: Ledger, row: BalanceRow) -> list[Fall]:
    """The bars of a waterfall."""
    then, now = ledger.land.dates[0].label, ledger.land.dates[-1].label
    rest = row["pre_mining_tc"] + row["other_tc"]
    steps: list[tuple[Text, float, str, bool]] = [
        (Message("Stock {year}", year=then), row["stock_before_tc"], NET_COLOUR, True),
        (SHOWN[LOSS][0], -row["loss_tc"], SHOWN[LOSS][1], False),
        (SHOWN[GAIN][0], row["gain_tc"], SHOWN[GAIN][1], False),
        (SHOWN[GROWTH][0], row["growth_tc"], SHOWN[GROWTH][1], False),
        (Term("Before mining, other"), rest, "#b9bec6", False),
        (Message("Stock {year}", year=now), row["stock_after_tc"], NET_COLOUR, True),
    ]
    return [
        Fall(name, amount, colour, (name, f"{rounded(amount, 1)} t C"), is_level)
        for name, amount, colour, is_level in steps
    ]


def balance_chart(ledger: Ledger) -> Chart:
    """Loss, gain and growth with their net, by period: per year, and in all."""
    years = [years_between(ledger.land.dates, step) for step in ledger.land.steps]
    periods = [step.name for step in ledger.land.steps]
    return Chart(
        "balance",
        Term("Lost (below) and regained by period"),
        by_years(years, LOST_PER_YEAR, LOST_IN_ALL, partial(_bars, ledger)),
        [
            entry
            for flow, entry in SHOWN.items()
            if any(total_of(ledger.rows, flow, period) for period in periods)
        ],
        Message("{net} {yearly}", net=STOCK_DIFFERENCE, yearly=OVER_THE_YEARS),
        width_for(periods),
        [(NET_WORD, INK, "diamond")],
    )


def _bars(ledger: Ledger, title: Text, parts: Sequence[int]) -> Draw:
    """The bars of the flows, by period divided by `parts`, with the net as a diamond."""
    periods = [step.name for step in ledger.land.steps]
    years = {row["period"]: row["years"] for row in ledger.rows}

    def hovers(flow: str, words: Text) -> list[tuple[Text, ...]]:
        amounts = [total_of(ledger.rows, flow, period) for period in periods]
        return [
            (
                words,
                f"{period}: {rounded(amount, 1)} t C",
                Message("{amount} t C per year", amount=rounded(amount / years[period], 1)),
            )
            for period, amount in zip(periods, amounts)
        ]

    def divided(flow: str) -> list[float]:
        return [total_of(ledger.rows, flow, p) / part for p, part in zip(periods, parts)]

    series = [
        Bars(
            words,
            colour,
            [-amount if flow == LOSS else amount for amount in divided(flow)],
            hovers(flow, words),
        )
        for flow, (words, colour) in SHOWN.items()
    ]
    marks = list(zip(divided(NET), hovers(NET, NET_WORD)))
    return partial(marked, partial(stacked_bars, periods, series, title), marks)


def balance_tables(ledger: Ledger) -> list[ShownTable]:
    """The numbers of the charts, and their sums."""
    steps = ledger.land.steps
    spans = [years_between(ledger.land.dates, step) for step in steps]
    whole: list[Row] = []
    yearly: list[Row] = []
    for period, years in [*((s.name, n) for s, n in zip(steps, spans)), ("", sum(spans))]:
        sums = {flow: total_of(ledger.rows, flow, period) for flow in (*SHOWN, NET)}
        head = {"period": period or Term("All periods"), "years": years, "is_total": not period}
        whole.append({**head, **sums, "tco2": sums[NET] * CO2_PER_C})
        yearly.append({**head, **{flow: amount / years for flow, amount in sums.items()}})
    # Where every period is of one year, that is the same but for the sums.
    is_yearly = set(spans) == {1}
    if is_yearly:
        mean = {flow: cast(float, whole[-1][flow]) / sum(spans) for flow in (*SHOWN, NET)}
        head = {"period": Term("All periods, per year"), "is_total": True}
        whole.append({**head, **mean, "tco2": mean[NET] * CO2_PER_C})
    words = {**{flow: word for flow, (word, _) in SHOWN.items()}, NET: NET_WORD}
    columns = [known("period"), known("years")]
    columns += [ShownColumn(word, flow, 1) for flow, word in words.items()]
    tables = [
        ShownTable(
            "balance",
            Term("Lost and regained by period, t C"),
            [*columns, ShownColumn(Term("Net, t CO\u2082"), "tco2", 1)],
            whole,
        )
    ]
    if not is_yearly:
        caption = Term("Lost and regained, t C per year")
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
        Term("Whose land: taken since the first date, and mined before"),
        [known("period"), known("land"), *map(known, shown_columns)],
        shown,
        folded=folded,
        note=Term(
            "Stock before \u2212 loss + gain + growth + before mining + other = stock after. The "
            "assumed loss is an assumption, and in no sum: what land mined before would have lost "
            "if it had held what the land taken since held."
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
        hovers: list[tuple[Text, ...]] = [
            (WORDS[state], f"{date}: {rounded(amount, 1)} t C")
            for date, amount in zip(dates, amounts)
        ]
        series.append(Bars(WORDS[state], COLOURS[state], amounts, hovers))
    ranges = []
    for date in dates:
        total = stock_sum(ledger, date)
        youngest = stock_sum(ledger, date, column="youngest_tc")
        oldest = stock_sum(ledger, date, column="oldest_tc")
        lines = (
            f"{date}: {rounded(total, 1)} t C",
            Message("youngest ages: {amount} t C", amount=rounded(youngest, 1)),
            Message("oldest ages: {amount} t C", amount=rounded(oldest, 1)),
        )
        low, high = min(youngest, oldest, total), max(youngest, oldest, total)
        ranges.append(Range(total, low, high, lines))
    draw = partial(
        stacked_bars,
        dates,
        series,
        Term("Carbon on land that is mined at some date, t C"),
        tops=[tonnes(span.value) for span in ranges],
    )
    return Chart(
        "stocks",
        Term("Carbon on the land by date and state, t C"),
        [("", partial(ranged, draw, ranges))],
        legend_of(series),
        least_width=width_for(dates),
        marks=[(Term("from the youngest to the oldest ages that the dates allow"), INK, "range")],
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
        Term("Carbon on the land by date and state"),
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
