"""What the balance of a ledger hangs on: a tornado with its table, here and in the study."""

from __future__ import annotations

from collections.abc import Callable

from ..base.messages import Message, Term, Text
from ..report.figures import Lines
from ..report.lying import tornado
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from ..scheme.coefficients import SOIL, VEGETATION
from ..scheme.reserved import ALL
from .results import LedgerResults
from .sensitivity import (
    AGES,
    AREAS,
    BY_DATES,
    DENSITY,
    INTERVAL,
    LOSS_FRACTION,
    RECOVERY_RATES,
    RECOVERY_YEARS,
    RETURNED,
    SHARED,
    WHAT_IF,
    Sensitivity,
    SensitivityRow,
)

# A chart shows no more.
MOST = 12
LOW, HIGH = (Term("At the low value"), "#7b9acb"), (Term("At the high value"), "#d08a4e")

ITEMS = {
    DENSITY: Term("Density"),
    SHARED: Term("Densities, shared part"),
    RETURNED: Term("Density of reclaimed land"),
    LOSS_FRACTION: Term("Loss fraction"),
    RECOVERY_YEARS: Term("Time of recovery"),
    RECOVERY_RATES: Term("Rates of recovery"),
    AGES: Term("Ages of reclaimed land"),
    AREAS: Term("Area"),
}
UNITS: dict[str, Callable[[str], Text]] = {
    DENSITY: lambda value: Message("{value} t C/ha", value=value),
    SHARED: lambda value: Message("{percent} %", percent=value),
    RETURNED: lambda value: Message("{value} t C/ha", value=value),
    LOSS_FRACTION: lambda value: value,
    RECOVERY_YEARS: lambda value: Message("{age} years", age=value),
    RECOVERY_RATES: lambda value: Message("{times} times", times=value),
    AREAS: lambda value: Message("{percent} %", percent=value),
}
POOL_WORDS = {SOIL: Term("soil"), VEGETATION: Term("vegetation")}
BASIS_WORDS = {
    INTERVAL: Term("interval"),
    BY_DATES: Term("ages of the dates"),
    WHAT_IF: Term("what if"),
}


def _label(row: SensitivityRow) -> Text:
    """An input in words."""
    item, pool = ITEMS[row["item"]], POOL_WORDS.get(row["pool"])
    whose = "" if row["class"] == ALL else row["class"]
    words: Text = item
    if whose and pool:
        words = Message("{item}: {name}, {pool}", item=item, name=whose, pool=pool)
    elif whose or pool:
        words = Message("{item}: {name}", item=item, name=whose or pool)
    if row["basis"] == WHAT_IF:
        return Message("{words} (what if)", words=words)
    return words


def _values(row: SensitivityRow) -> tuple[Text, Text]:
    """Both values with their units; ages, and shared parts of different sizes, have none."""
    is_ages = row["item"] == AGES
    low: Text = Term("youngest") if is_ages else Term("low")
    high: Text = Term("oldest") if is_ages else Term("high")
    if row["low_value"] is not None:
        low = UNITS[row["item"]](f"{row['low_value']:.6g}")
    if row["high_value"] is not None:
        high = UNITS[row["item"]](f"{row['high_value']:.6g}")
    return low, high


def tornado_chart(sensitivity: Sensitivity) -> Chart | None:
    """The net in the middle, and what each input makes of it, the largest first; None of none."""
    rows = [row for row in sensitivity.rows if row["swing_tc"]]
    shown, net = rows[:MOST], sensitivity.net
    if not shown:
        return None
    labels = [_label(row) for row in shown]

    def hovers(end: int, column: str) -> list[Lines]:
        nets = [row[column] for row in shown]  # type: ignore[literal-required]
        return [
            (label, _values(row)[end], f"{rounded(net_of_row, 1)} t C")
            for label, row, net_of_row in zip(labels, shown, nets)
        ]

    draw = tornado(
        labels,
        [
            (*LOW, [row["net_low_tc"] for row in shown], hovers(0, "net_low_tc")),
            (*HIGH, [row["net_high_tc"] for row in shown], hovers(1, "net_high_tc")),
        ],
        net,
        Message("as it is: {net} t C", net=rounded(net, 0)),
        Term("Net of all periods, t C"),
    )
    note: Text = Term(
        "Each input changed by itself: densities, loss fractions with bounds and areas to the ends "
        "of their 95 % intervals, ages to the bounds that the dates allow. What if: loss fractions "
        "and times of recovery in half and double."
    )
    if len(rows) > MOST:
        count = len(rows) - MOST
        note = Message("{note} Smaller ones that are not drawn: {count}.", note=note, count=count)
    is_low = any(row["net_low_tc"] != net for row in shown)
    is_high = any(row["net_high_tc"] != net for row in shown)
    legend = [*([LOW] if is_low else []), *([HIGH] if is_high else [])]
    return Chart("sensitivity", Term("What the balance hangs on"), [("", draw)], legend, note)


def sensitivity_table(sensitivity: Sensitivity) -> ShownTable:
    """SENSITIVITY in words."""
    rows: list[Row] = []
    for row in sensitivity.rows:
        low, high = _values(row)
        words = {"item": _label(row), "basis": BASIS_WORDS[row["basis"]]}
        rows.append({**row, **words, "low_value": low, "high_value": high})
    return ShownTable(
        "sensitivity",
        Term("The net of all periods with one input changed, t C"),
        [
            ShownColumn(Term("Input"), "item"),
            *map(known, ("low_value", "high_value")),
            known("net_low_tc", Term("Net at the low value, t C")),
            known("net_high_tc", Term("Net at the high value, t C")),
            *map(known, ("swing_tc", "basis")),
        ],
        rows,
        folded=True,
    )


def sensitivity_section(results: LedgerResults) -> Section:
    """The tornado with its table, and what takes no part."""
    sensitivity = results.sensitivity
    chart = tornado_chart(sensitivity)
    return Section(
        "sensitivity",
        Term("What the balance hangs on"),
        [
            Term(
                "Every row is what a run with that one input changed would give; of areas it is "
                "the half-width of what they lost and gained."
            ),
            *sensitivity.notes().notices,
        ],
        charts=[chart] if chart else [],
        tables=[sensitivity_table(sensitivity)] if sensitivity.rows else [],
    )
