"""Opening answers of an inventory: CO2 emissions, land not estimated, and reversed conversions."""

from __future__ import annotations

import numpy as np

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.numbers import compute_percent
from ..report.plotly_figures import format_number, round_to_uncertainty
from ..scheme.classes import MINE
from .categories import CATEGORY_BY_LAND_TYPE
from .inventory import CONVERTED_LABEL, KILO_PER_UNIT, ZERO_TOLERANCE, Inventory
from .uncertainty import InventoryUncertainty, InventoryUncertaintyRow

# Maximum share of reversed conversions, %; above it, a warning is given.
MAX_RETURNED_PCT = 10.0
# Maximum number of classes named in a sentence.
MAX_CLASSES = 5
DECIMALS = 2


def interval_half_width(row: InventoryUncertaintyRow) -> float | None:
    """Return the half-width of the interval of a net, or None without an interval."""
    return None if row["low"] is None or row["high"] is None else (row["high"] - row["low"]) / 2


def format_emissions(row: InventoryUncertaintyRow) -> Text:
    """Return a net in kt CO2 as net emission or removal; positive values are emissions."""
    words = {
        "amount": round_to_uncertainty(abs(row["estimate"]), interval_half_width(row), DECIMALS)
    }
    if row["estimate"] < 0:
        return Message("net removal of {amount} kt CO₂", **words)
    return Message("net emission of {amount} kt CO₂", **words)


def format_interval(low: float, high: float) -> Text:
    """Return bounds in kt CO2 as the end of a sentence; positive values are emissions."""
    half_width = (high - low) / 2
    ends = {"low": low, "high": high}
    words = {
        name: round_to_uncertainty(abs(end), half_width, DECIMALS) for name, end in ends.items()
    }
    if low >= 0:
        return Message("net emission of {low} to {high} kt CO₂", **words)
    if high <= 0:
        return Message("net removal of {high} to {low} kt CO₂", **words)
    return Message("net removal of {low} kt CO₂ to net emission of {high} kt CO₂", **words)


def emissions_answer(uncertainty: InventoryUncertainty) -> Text:
    """Return the net emissions of the last year and of all years, with their intervals."""
    years = uncertainty.inventory.years
    ends = {"first": str(years[0]), "year": str(years[-1])}
    last, total = uncertainty.net_row(ends["year"]), uncertainty.net_row("")
    if total is None:
        return Term("Carbon was not estimated.")
    words: dict[str, Text] = {**ends, "total": format_emissions(total)}
    answer = Message("Total from {first} to {year}: {total}; {year} not estimated.", **words)
    if last is not None:
        answer = Message(
            "In {year}: {last}. Total from {first} to {year}: {total}.",
            last=format_emissions(last),
            **words,
        )
    intervals = [
        Message(when, interval=format_interval(row["low"], row["high"]), **ends)
        for row, when in (
            (last, Term("{interval} in {year}")),
            (total, Term("{interval} in total")),
        )
        if row is not None and row["low"] is not None and row["high"] is not None
    ]
    if not intervals and uncertainty.parameters is not None:
        return answer
    if not intervals:
        return Message("{text} No uncertainty is given for the carbon densities.", text=answer)
    listed = MessageList(intervals, Term("; "))
    return Message("{text} 95 % confidence interval: {intervals}.", text=answer, intervals=listed)


def converted_area_kha(inventory: Inventory) -> float:
    """Return the area of land in transition in the last year, kha."""
    last = str(inventory.years[-1])
    rows = (row for row in inventory.rows if row["year"] == last)
    return sum(row["area_kha"] for row in rows if row["subcategory"] == CONVERTED_LABEL)


def not_estimated_answer(inventory: Inventory) -> Text:
    """Return the area of land in transition in the last year that is not estimated, by class."""
    missing, year = inventory.missing, str(inventory.years[-1])
    words: dict[str, object] = {
        "year": year,
        "whole": format_number(converted_area_kha(inventory), DECIMALS),
        "years": inventory.transition,
    }
    if missing.sum() <= ZERO_TOLERANCE:
        return Message(
            "Biomass and soil are estimated for all land in transition in {year} ({whole} kha, "
            "converted within {years} years).",
            **words,
        )
    order = [int(index) for index in np.argsort(-missing, kind="stable") if missing[index] > 0]
    classes: list[Text] = [
        Message(
            "{name} {area} kha",
            name=inventory.classes[index].name,
            area=format_number(float(missing[index]) * KILO_PER_UNIT, DECIMALS),
        )
        for index in order[:MAX_CLASSES]
    ]
    if len(order) > MAX_CLASSES:
        rest = float(missing[order[MAX_CLASSES:]].sum()) * KILO_PER_UNIT
        classes.append(Message("other classes {area} kha", area=format_number(rest, DECIMALS)))
    return Message(
        "Biomass or soil not estimated (NE): {area} of the {whole} kha of land in transition in "
        "{year} ({share} %; converted within {years} years). Classes without densities: {classes}. "
        "Enter their densities in COEFFICIENTS.",
        area=format_number(float(missing.sum()) * KILO_PER_UNIT, DECIMALS),
        share=format_number(
            compute_percent(float(missing.sum()) * KILO_PER_UNIT, converted_area_kha(inventory))
        ),
        classes=MessageList(classes),
        **words,
    )


def returned_area_kha(inventory: Inventory) -> tuple[float, float]:
    """Return the area converted between categories, and the part that is reversed later, kha.

    All periods but the last. Reversed: former class again later, not mined in between.
    """
    table, mined = inventory.table, np.array([c.group == MINE for c in inventory.classes])
    categories = np.where(inventory.lands < 0, -1, CATEGORY_BY_LAND_TYPE[inventory.lands])
    converted = returned = 0.0
    count = table.classes.shape[1]
    for date in range(count - 2):
        before, after = table.classes[:, date], table.classes[:, date + 1]
        moves = categories[before] != categories[after]
        converted += float(table.hectares[moves].sum())
        is_open = moves & ~mined[after]
        for later in range(date + 2, count):
            now = table.classes[:, later]
            is_back = is_open & (now == before)
            returned += float(table.hectares[is_back].sum())
            is_open &= ~is_back & ~mined[now]
    return converted * KILO_PER_UNIT, returned * KILO_PER_UNIT


def returned_area_answer(inventory: Inventory) -> tuple[Text, bool]:
    """Return the share of reversed conversions, and whether it makes the maps doubtful."""
    if len(inventory.dates) < 3:
        return Term("Not available: at least three dates are required."), False
    converted, returned = returned_area_kha(inventory)
    ends = {"first": inventory.dates[0].label, "last": inventory.dates[-2].label}
    share = compute_percent(returned, converted)
    if share is None:
        return Message("No land converted from {first} to {last}.", **ends), False
    words = {
        **ends,
        "converted": format_number(converted, DECIMALS),
        "share": format_number(share, 1),
    }
    answer = Message(
        "{share} % of the {converted} kha converted from {first} to {last} returned to the "
        "former class at a later date (excluding returns through mined land).",
        **words,
    )
    if share <= MAX_RETURNED_PCT:
        return answer, False
    return Message(
        "{text} Map errors are counted as conversions; check the layers with Land trajectories.",
        text=answer,
    ), True


def inventory_answers(uncertainty: InventoryUncertainty) -> list[tuple[Text, Text]]:
    """Return the opening questions of the page with their answers."""
    inventory = uncertainty.inventory
    return [
        (Term("What are the net CO₂ emissions of the land?"), emissions_answer(uncertainty)),
        (Term("What is not estimated?"), not_estimated_answer(inventory)),
        (Term("What share of the conversions is reversed?"), returned_area_answer(inventory)[0]),
    ]


def answer_notes(uncertainty: InventoryUncertainty) -> Notes:
    """Return the answers as notes for the log; a doubtful one is a warning."""
    notes = Notes()
    (_, emitted), (_, missing), _ = inventory_answers(uncertainty)
    returned, is_doubtful = returned_area_answer(uncertainty.inventory)
    for text in (emitted, missing, returned):
        message = text if isinstance(text, Message) else Message(text)
        is_warning = is_doubtful and text is returned
        (notes.warnings if is_warning else notes.notices).append(message)
    notes.add_notes(uncertainty.notes)
    return notes


def key_figures(uncertainty: InventoryUncertainty) -> dict[str, float]:
    """Return the available key figures of a run."""
    inventory = uncertainty.inventory
    rows = {"NET_CO2_KT": str(inventory.years[-1]), "NET_CO2_TOTAL_KT": ""}
    nets = {name: uncertainty.net_row(year) for name, year in rows.items()}
    figures = {name: row["estimate"] for name, row in nets.items() if row is not None}
    return {**figures, "NOT_ESTIMATED_KHA": float(inventory.missing.sum()) * KILO_PER_UNIT}
