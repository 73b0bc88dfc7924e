"""The section on what mining took and what was given back, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from ..base.messages import Message, Term, Text
from ..report.charts import IN_ALL, PER_YEAR
from ..report.figures import Bars, Draw, stacked_bars
from ..report.parts import (
    AreaRow,
    Chart,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    known,
    listed,
    width_for,
)
from ..report.rounding import hectares, rounded
from .conversions import (
    AGAIN,
    ALREADY,
    DIRECT,
    FIRST,
    FLOODED,
    OTHER,
    REDEVELOPED,
    VIA,
    DisturbedRow,
    ReclaimedRow,
)
from .reclamation import Reclamation
from .states import State
from .status import COLOURS

# What a period took is drawn below the line, what it gave back above it.
TAKEN = {
    FIRST: (Term("Newly mined"), COLOURS[State.ACTIVE]),
    AGAIN: (Term("Mined again"), "#b15184"),
}
GIVEN = {
    DIRECT: (Term("Reclaimed"), COLOURS[State.RECLAIMED]),
    VIA: (Term("Reclaimed after another use"), "#a0d18d"),
    REDEVELOPED: (Term("Redeveloped"), COLOURS[State.REDEVELOPED]),
    FLOODED: (Term("Flooded"), COLOURS[State.FLOODED]),
    OTHER: (Term("Other land after mining"), COLOURS[State.OTHER]),
}
WORDS = {**TAKEN, **GIVEN}

# Lists that nobody reads to their ends; what is left out is said and summed up.
MOST_ROWS = 40

# Hectares by kind and period.
Areas = dict[tuple[str, str], float]


def taken_section(reclamation: Reclamation) -> Section:
    """Taken and given back: hectares, and hectares per year, by period."""
    title = Term("Taken and given back")
    if not reclamation.ever_hectares:
        return Section("taken", title, [Term("No land is mined at any date.")])
    periods = [step.name for step in reclamation.land.steps]
    areas, rates = _sums(reclamation, "area_ha"), _sums(reclamation, "ha_per_year")
    kinds = [kind for kind in WORDS if any((kind, period) in areas for period in periods)]
    yearly = rates if reclamation.has_ages else None
    tables = [_table("taken-0", Term("Taken and given back, ha"), kinds, periods, areas)]
    if yearly is not None:
        caption = Term("Taken and given back, ha per year")
        tables.insert(0, _table("taken-1", caption, kinds, periods, yearly))
    return Section(
        "taken",
        title,
        _sentences(reclamation),
        charts=[_chart(kinds, periods, areas, yearly)],
        tables=[*tables, *_lists(reclamation)],
    )


def _sums(reclamation: Reclamation, column: str) -> Areas:
    """Sums of a column of DISTURBED and RECLAIMED by kind and period; of rates what there is."""
    sums: Areas = {}
    rows: list[Row] = [*reclamation.disturbed, *reclamation.reclaimed]
    for row in rows:
        value = row[column]
        if row["kind"] != ALREADY and isinstance(value, float):
            key = (str(row["kind"]), str(row["period"]))
            sums[key] = sums.get(key, 0.0) + value
    return sums


def _sentences(reclamation: Reclamation) -> list[Text]:
    """What is counted here, and what was there before."""
    sentences: list[Text] = [
        Term(
            "Taken is land that is mined at the end of a period and was not at its beginning. "
            "Given back is mined land that is so no longer: reclaimed as a sink, redeveloped, "
            "flooded, or other land. What was mined and given back between two dates is in no map."
        ),
        *reclamation.land.disturbing.mined_words,
    ]
    already = sum(row["area_ha"] for row in reclamation.disturbed if row["kind"] == ALREADY)
    if already:
        sentences.append(
            Message(
                "In {year} {area} ha were mined already; since when is not known.",
                year=reclamation.land.dates[0].label,
                area=rounded(already, 2),
            )
        )
    if not reclamation.has_ages:
        sentences.append(Term("Hectares per year need layers with years."))
    return sentences


def _chart(kinds: Sequence[str], periods: list[str], areas: Areas, rates: Areas | None) -> Chart:
    """Bars above and below the line, a place for each period: per year where there are years.

    Args:
        rates: hectares per year, None where not all dates have years.
    """

    def draw(title: Text, amounts: Areas) -> Draw:
        series = [
            Bars(
                WORDS[kind][0],
                WORDS[kind][1],
                [(-1 if kind in TAKEN else 1) * amounts.get((kind, p), 0.0) for p in periods],
                [_hover(kind, p, areas, rates) for p in periods],
            )
            for kind in kinds
        ]
        return partial(stacked_bars, periods, series, title)

    in_all = draw(Term("Taken (below) and given back, ha"), areas)
    variants: list[tuple[Text, Draw]] = [("", in_all)]
    if rates is not None:
        yearly = draw(Term("Taken (below) and given back, ha per year"), rates)
        variants = [(PER_YEAR, yearly), (IN_ALL, in_all)]
    return Chart(
        "taken",
        Term("Taken (below) and given back"),
        variants,
        [WORDS[kind] for kind in kinds],
        least_width=width_for(len(periods)),
    )


def _hover(kind: str, period: str, areas: Areas, rates: Areas | None) -> tuple[Text, ...]:
    lines: list[Text] = [WORDS[kind][0], period, hectares(areas.get((kind, period), 0.0))]
    if rates is not None:
        rate = rounded(rates.get((kind, period), 0.0), 2)
        lines.append(Message("{rate} ha per year", rate=rate))
    return tuple(lines)


def _table(
    name: str, caption: Text, kinds: Sequence[str], periods: list[str], areas: Areas
) -> ShownTable:
    """A row per period: what it took, what it gave back, and what mined land changed by."""
    columns = [
        known("period"),
        *(ShownColumn(WORDS[kind][0], kind, 2) for kind in kinds if kind != VIA),
        ShownColumn(Term("Change of mined land"), "change", 2),
        # Which left the mine in a period before.
        *(ShownColumn(WORDS[kind][0], kind, 2) for kind in kinds if kind == VIA),
    ]
    rows: list[Row] = []
    for period in periods:
        amounts = {kind: areas.get((kind, period), 0.0) for kind in WORDS}
        left = sum(amounts[kind] for kind in GIVEN if kind != VIA)
        change = sum(amounts[kind] for kind in TAKEN) - left
        rows.append({"period": period, **amounts, "change": change})
    return ShownTable(name, caption, columns, rows)


def _largest_first(rows: Sequence[DisturbedRow] | Sequence[ReclaimedRow]) -> list[AreaRow]:
    """Rows as a page shows them."""
    words = {ALREADY: Term("Mined already"), **{kind: text for kind, (text, _) in WORDS.items()}}
    in_order = sorted(rows, key=lambda row: -row["area_ha"])
    return cast("list[AreaRow]", [{**row, "kind": words[row["kind"]]} for row in in_order])


def _lists(reclamation: Reclamation) -> list[ShownTable]:
    """By classes, largest first."""
    colours = reclamation.land.classes.colours_by_name()
    classes = [known("from_class", colours=colours), known("to_class", colours=colours)]
    kind = ShownColumn(Term("Kind"), "kind")
    numbers = [known("area_ha"), *([known("ha_per_year")] if reclamation.has_ages else [])]
    return [
        listed(
            "disturbed",
            Term("Taken by class, largest first"),
            [known("period"), kind, *classes, *numbers],
            _largest_first(reclamation.disturbed),
            MOST_ROWS,
            "DISTURBED",
            folded=True,
        ),
        listed(
            "reclaimed",
            Term("Given back by class, largest first"),
            [known("period"), kind, *classes, *numbers, known("pct_of_mine")],
            _largest_first(reclamation.reclaimed),
            MOST_ROWS,
            "RECLAIMED",
            folded=True,
        ),
    ]
