"""The balance of a carbon ledger in words, as charts and as tables: what pages on it share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from ..base.dates import pair_period, years_between
from ..base.messages import Listed, Message, Term, Text
from ..mine.states import KEYS
from ..mine.status import COLOURS, SWATCHES, WORDS
from ..report.charts import by_years, legend_of
from ..report.figures import INK, Bars, Draw, stacked_bars
from ..report.lines import Range, marked, ranged
from ..report.parts import Chart, Row, ShownColumn, ShownTable, known, width_for
from ..report.rounding import rounded, told_hectares
from ..results.adjusted_notes import (
    NOT_KNOWN,
    adjusted_rows,
    knows_bounds,
    unseen_sentences,
    unseen_warnings,
    with_left_out,
)
from ..results.uncertainty import APPROACH_2, Uncertainty
from ..scheme.coefficients import CO2_PER_C
from .flows import NET, total_of
from .ledger import Ledger
from .states import GAIN, GROWTH, LOSS, AgeRule

# What was lost is drawn below the line, what was regained above it.
SHOWN = {
    LOSS: (Term("Loss"), "#a0522d"),
    GAIN: (Term("Gain"), "#2a8c82"),
    GROWTH: (Term("Growth"), "#a9dcd3"),
}
LOST_PER_YEAR = Term("Lost (below) and regained, t C per year")
LOST_IN_ALL = Term("Lost (below) and regained, t C")
NET_WORD, NET_COLOUR = Term("Net"), "#4a5568"

RULES = {
    AgeRule.MID: Term("the middle of the interval"),
    AgeRule.MEAN: Term("the mean of the stocks over the interval"),
    AgeRule.YOUNGEST: Term("the least age that the dates allow"),
    AgeRule.OLDEST: Term("the greatest age that the dates allow"),
    AgeRule.DRAWN: Term("the mean of the stocks, and any moment in random draws"),
}

STOCK_DIFFERENCE = Term(
    "Net is gain + growth \u2212 loss, the diamond: the gain-loss method of IPCC 2006, volume 4, "
    "equation 2.4. Above 0 the land has more carbon."
)
OVER_THE_YEARS = Term(
    "Per year is over the years of each period (IPCC 2006, volume 4, equation 2.5); all years of a "
    "period have the same share."
)


def tonnes(amount: float) -> str:
    """t C as a sentence has them."""
    return rounded(amount, 0)


def span_of(ledger: Ledger) -> str:
    """The name of the whole of the periods, such as 1986-2018."""
    return pair_period(ledger.land.dates[0], ledger.land.dates[-1]).name


def net_labels(ledger: Ledger) -> tuple[Text, Text]:
    """What the net is called where it stands alone, with whose densities it has; and as CO2."""
    label = Message("Net carbon of mined land, {period}", period=span_of(ledger))
    dioxide = Message("{label}, as carbon dioxide", label=label)
    if ledger.coefficients.caveat:
        label = Message("{label} (densities of Pingshuo)", label=label)
    return label, dioxide


def net_sentence(ledger: Ledger) -> Text:
    """The net of which land over which years, then what it is made of."""
    dates, numbers = ledger.land.dates, ledger.numbers
    return Message(
        "From {first} to {last} the {area} ha that are mined at some date had a {change} of {net} "
        "t C, which is {dioxide} t CO\u2082: mining took {loss} t C, and reclaimed land has "
        "regained {regained} t C.",
        first=dates[0].label,
        last=dates[-1].label,
        area=told_hectares(float(ledger.hectares.sum())),
        change=Term("net loss") if numbers["NET_TC"] < 0 else Term("net gain"),
        net=tonnes(abs(numbers["NET_TC"])),
        dioxide=tonnes(abs(numbers["NET_TCO2"])),
        loss=tonnes(numbers["LOSS_TC"]),
        regained=tonnes(numbers["REGAINED_TC"]),
    )


def balance_sentences(ledger: Ledger, uncertainty: Uncertainty) -> list[Text]:
    """The net and what it is made of, within which bounds, and by what that is known."""
    nets = {rule: ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST)}
    ages = Message(
        "Reclaimed land has its age between two dates (here {rule}). With the youngest ages that "
        "the dates allow the balance is {youngest} t C, with the oldest {oldest} t C.",
        rule=RULES[ledger.rule],
        youngest=tonnes(nets[AgeRule.YOUNGEST]),
        oldest=tonnes(nets[AgeRule.OLDEST]),
    )
    return [
        *unseen_warnings(uncertainty, NET),
        *adjusted_sentences(uncertainty),
        net_sentence(ledger),
        interval_sentence(uncertainty),
        ages,
    ]


def adjusted_sentences(uncertainty: Uncertainty) -> list[Text]:
    """The balance by the areas that a sample estimates, which comes before that of the map."""
    sentences: list[Text] = []
    for row in adjusted_rows(uncertainty, NET):
        period = row["period"]
        if not knows_bounds(uncertainty, NET, period):
            sentences.append(
                Message(
                    "By the areas that the sample estimates, the balance is {net} t C ({period}); "
                    "its bounds are {unknown}.",
                    net=tonnes(row["estimate"]),
                    period=period or Term("all periods"),
                    unknown=NOT_KNOWN,
                )
            )
            continue
        interval = uncertainty.leading(NET, period=period) or row
        values = {
            "net": tonnes(row["estimate"]),
            "level": f"{uncertainty.wanted.level:g}",
            "low": tonnes(interval["low"]),
            "high": tonnes(interval["high"]),
            "dioxide": tonnes(row["estimate"] * CO2_PER_C),
        }
        told = Message(
            "By the areas that the samples estimate, the balance of all periods is {net} t C "
            "({dioxide} t CO\u2082), with {level} % between {low} and {high} t C.",
            **values,
        )
        if period:
            told = Message(
                "{period}: by the areas that the sample estimates, the balance is {net} t C "
                "({dioxide} t CO\u2082), with {level} % between {low} and {high} t C.",
                period=period,
                **values,
            )
        sentences.append(with_left_out(told, interval, uncertainty))
    sentences += unseen_sentences(uncertainty, NET)
    if sentences:
        sentences.append(
            Term(
                "Growth keeps the hectares of the map, as it has no conversion that a sample "
                "estimates. All that follows goes by the areas of the map, where it does not say "
                "otherwise."
            )
        )
    return sentences


def interval_sentence(uncertainty: Uncertainty) -> Text:
    """The interval of the balance, or why there is none."""
    row, left_out = uncertainty.best(NET), uncertainty.left_out
    if row is None:
        return Term(
            "No uncertainty: the coefficients have no confidence intervals (columns u95_soil_pct, "
            "u95_vegetation_pct)."
        )
    values = {
        "level": f"{uncertainty.wanted.level:g}",
        "low": tonnes(row["low"]),
        "high": tonnes(row["high"]),
        "low_dioxide": tonnes(row["low"] * CO2_PER_C),
        "high_dioxide": tonnes(row["high"] * CO2_PER_C),
    }
    if row["method"] == APPROACH_2:
        return Message(
            "With {level} % the balance lies between {low} and {high} t C ({low_dioxide} and "
            "{high_dioxide} t CO\u2082), by {draws} random draws (approach 2 of IPCC); not drawn: "
            "{left_out}.",
            draws=f"{row['draws']:,}",
            left_out=Listed(left_out or [Term("nothing")]),
            **values,
        )
    return Message(
        "With {level} % the balance lies between {low} and {high} t C ({low_dioxide} and "
        "{high_dioxide} t CO\u2082), by the propagation of errors (approach 1 of IPCC).",
        **values,
    )


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
    """The bars of the flows with the net as a diamond.

    Args:
        parts: what the tonnes of each period are divided by.
    """
    periods = [step.name for step in ledger.land.steps]
    series = []
    for flow, (words, colour) in SHOWN.items():
        sign = -1 if flow == LOSS else 1
        amounts = [sign * total_of(ledger.rows, flow, p) / part for p, part in zip(periods, parts)]
        series.append(
            Bars(words, colour, amounts, [_hover(ledger, flow, words, p) for p in periods])
        )
    nets = [total_of(ledger.rows, NET, p) / part for p, part in zip(periods, parts)]
    marks = [(net, _hover(ledger, NET, NET_WORD, p)) for p, net in zip(periods, nets)]
    return partial(marked, partial(stacked_bars, periods, series, title), marks)


def _hover(ledger: Ledger, flow: str, words: Text, period: str) -> tuple[Text, ...]:
    """What a flow was in a period, in all and per year."""
    amount = total_of(ledger.rows, flow, period)
    years = next(row["years"] for row in ledger.rows if row["period"] == period)
    return (
        words,
        f"{period}: {rounded(amount, 1)} t C",
        Message("{amount} t C per year", amount=rounded(amount / years, 1)),
    )


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
        total, youngest, oldest = (
            stock_sum(ledger, date, "", column)
            for column in ("total_tc", "youngest_tc", "oldest_tc")
        )
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
