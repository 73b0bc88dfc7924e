"""The section on the flows of carbon by class: who lost, and as what it came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from ..base.dates import years_between
from ..base.messages import Message, Term, Text
from ..report.charts import by_years, legend_of
from ..report.figures import Bars, Draw, stacked_bars
from ..report.parts import (
    AreaRow,
    Chart,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    first_rows,
    known,
    width_for,
)
from ..report.rounding import rounded
from ..scheme.reserved import ALL
from .balance import LOST_IN_ALL, LOST_PER_YEAR, NET_WORD, SHOWN
from .flows import ALL_POOLS, FLOWS, NET, POOLS
from .ledger import Ledger
from .results import LedgerResults
from .states import GAIN, GROWTH, LOSS, OTHER, PRE_MINING

MOST_ROWS = 60

FLOW_WORDS = {
    **{flow: word for flow, (word, _) in SHOWN.items()},
    NET: NET_WORD,
    PRE_MINING: Term("Before mining"),
    OTHER: Term("Other"),
}


def flow_section(results: LedgerResults) -> Section:
    """Flows by class and pool."""
    ledger = results.ledger
    return Section(
        "carbon-flows",
        Term("Flows by class"),
        [
            Term(
                "A loss is booked under the class that was taken, gain and growth under the class "
                "that the land has now. Before mining and other are what changed otherwise on the "
                "same land; all flows together are the change of its stock."
            )
        ],
        charts=[_chart(ledger)],
        tables=[_sums(ledger), _full(ledger)],
    )


def _chart(ledger: Ledger) -> Chart:
    """What each class lost below the line, what it regained above it: per year, and in all."""
    periods = [step.name for step in ledger.land.steps]
    years = [years_between(ledger.land.dates, step) for step in ledger.land.steps]
    colours = ledger.land.classes.colours_by_name()
    amounts: dict[tuple[str, str, str], float] = {}
    for row in ledger.rows:
        if row["pool"] == ALL_POOLS and row["class"] != ALL:
            amounts[row["flow"], row["class"], row["period"]] = row["tc"]
    names = [c.name for c in ledger.land.classes if any(key[1] == c.name for key in amounts)]
    series = []
    for name in names:
        lost = [-amounts.get((LOSS, name, period), 0.0) for period in periods]
        regained = [
            sum(amounts.get((flow, name, period), 0.0) for flow in (GAIN, GROWTH))
            for period in periods
        ]
        for words, values in ((FLOW_WORDS[LOSS], lost), (Term("Gain and growth"), regained)):
            if any(values):
                # A loss stands below the line, and is told without its sign.
                sign = -1 if words == FLOW_WORDS[LOSS] else 1
                hovers: list[tuple[Text, ...]] = [
                    (
                        name,
                        words,
                        f"{period}: {rounded(sign * amount, 1)} t C",
                        Message("{amount} t C per year", amount=rounded(sign * amount / n, 1)),
                    )
                    for period, amount, n in zip(periods, values, years)
                ]
                series.append(Bars(name, colours[name], values, hovers))

    def draw(title: Text, parts: Sequence[int]) -> Draw:
        divided = [replace(b, values=[v / n for v, n in zip(b.values, parts)]) for b in series]
        return partial(stacked_bars, periods, divided, title)

    return Chart(
        "carbon-flows",
        Term("Lost (below) and regained by class"),
        by_years(years, LOST_PER_YEAR, LOST_IN_ALL, draw),
        list(dict.fromkeys(legend_of(series))),
        Term("Regained is gain and growth together (IPCC 2006, volume 4, equation 2.4)."),
        width_for(periods),
    )


def _sums(ledger: Ledger) -> ShownTable:
    """Sums of the flows by period, with the stocks that they lead from and to."""
    columns = [known("period"), *(ShownColumn(FLOW_WORDS[flow], flow, 1) for flow in FLOWS)]
    columns.append(ShownColumn(Term("Change of the stock"), "change", 1))
    rows: list[Row] = []
    for step in ledger.land.steps:
        sums = {
            row["flow"]: row["tc"]
            for row in ledger.rows
            if (row["period"], row["pool"], row["class"]) == (step.name, ALL_POOLS, ALL)
        }
        change = sums[NET] + sums[PRE_MINING] + sums[OTHER]
        rows.append({"period": step.name, **sums, "change": change})
    return ShownTable("carbon-flows", Term("Flows by period, t C"), columns, rows)


def _full(ledger: Ledger) -> ShownTable:
    """By period, flow and class, the pools beside each other."""
    colours = ledger.land.classes.colours_by_name()
    by_key: dict[tuple[str, str, str], dict[str, object]] = {}
    for row in ledger.rows:
        if row["class"] == ALL:
            continue
        line = by_key.setdefault((row["period"], row["flow"], row["class"]), {})
        line |= {"period": row["period"], "flow": FLOW_WORDS[row["flow"]], "class": row["class"]}
        line[row["pool"]] = row["tc"]
        if row["pool"] == ALL_POOLS:
            line.update(area_ha=row["area_ha"], tc_per_year=row["tc_per_year"])
    rows = cast("list[AreaRow]", list(by_key.values()))
    if len(rows) > MOST_ROWS:
        rows = sorted(rows, key=lambda row: -row["area_ha"])
    pools = [pool for pool in POOLS if any(pool in line for line in by_key.values())]
    return first_rows(
        "carbon-flows-full",
        Term("Flows by period, class and pool, t C"),
        [
            known("period"),
            known("flow"),
            known("class", colours=colours),
            known("area_ha"),
            *(replace(known(f"{pool}_tc"), field=pool) for pool in pools),
            replace(known("total_tc"), field=ALL_POOLS),
            known("tc_per_year"),
        ],
        rows,
        MOST_ROWS,
        "LEDGER",
        folded=True,
    )
