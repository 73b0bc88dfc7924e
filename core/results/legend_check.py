"""Plausibility check of the legend of a run against the counted classes.

The results are questions with the underlying numbers, because unusual land is possible:
an area may be all water, and little changed land may be in no zone. No question is
asked about classified land if the names or colours of the layers match the product, or
if the facts would be the same with every other product that fits the values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Optional

import numpy as np

from ..base.messages import Message, Term
from ..base.numbers import BoolArray, FloatArray, format_list
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CountResult
from ..scan.series import (
    MAX_LISTED_LEGENDS,
    LegendMatch,
    Series,
    match_raster_legends,
    match_value_legends,
)
from ..scheme.classes import LandClass, shorten_list
from ..scheme.defaults import ShippedLegend, load_shipped_legend
from ..scheme.value_classes import TABLE_SOURCE, VALUE_SOURCE
from ..scheme.zone_rules import ZoneRules, unassigned_zone

# Threshold in percent: share of unclassified land, of a single class, or of land other than carbon
# sinks.
NEARLY_ALL_PCT = 90.0
# Rounding, so that 90 of 100 cells do not exceed the threshold whatever the sum of their hectares.
SHARE_DIGITS = 9
MAX_LISTED_VALUES = 12


def legend_questions(
    series: Series, census: CountResult, rules: ZoneRules | None = None
) -> list[Message]:
    """Return the question whether the legend of a run belongs to its layers; empty if plausible."""
    if not any(c.listed for c in census.cube.classes):
        return []  # the meaning of the values is unknown
    fact = _unclassified_message(series, census)
    if series.shipped is not None:
        return _product_questions(series, census, series.shipped, fact, rules)
    by_table = series.named_by == TABLE_SOURCE
    fact = fact or (_unassigned_message(census, rules) if by_table else _ungrouped_message(census))
    if fact is None:
        return []
    question = (
        Term(
            "Check whether the class table (CLASSES) belongs to these layers. {fact}. Values "
            "in the table: {values}. Layers: {fit}."
        )
        if by_table
        else Term(
            "Check whether the names in the layers are class names. {fact}. Named values: "
            "{values}. Layers: {fit}. To use a product legend, set SCHEME."
        )
    )
    values = format_ranges(value for naming in series.namings for value in naming.class_indices)
    fit = match_raster_legends(series.rasters, series.window).message
    return [Message(question, fact=fact, values=values, fit=fit)]


def legend_proposal(series: Series, census: CountResult) -> Message | None:
    """Return a message on products with the unnamed values; None if no or too many match."""
    if series.named_by != VALUE_SOURCE:
        return None
    cells = sum(tally.cells[FIRST_CLASS_CODE:] for tally in census.dates.common)
    cells_of = {c.value: int(n) for c, n in zip(census.cube.classes, np.atleast_1d(cells)) if n}
    fit = match_value_legends(cells_of, series.rasters)
    if not 0 < len(fit.legends) <= MAX_LISTED_LEGENDS:
        return None
    return Message(
        "The layers have no class names; set SCHEME to a product legend: {fit}.", fit=fit.message
    )


def _product_questions(
    series: Series,
    census: CountResult,
    shipped: ShippedLegend,
    strange: Message | None,
    rules: ZoneRules | None,
) -> list[Message]:
    """Return the question whether the layers are maps of the product set in SCHEME."""
    # Facts, each with a function returning the cells concerned under another product, where these
    # would not be nearly all.
    candidates: list[tuple[Message | None, Callable[[CellsByClass], int]]] = [
        (_single_class_message(census), lambda by_class: max(by_class.values())),
        (_missing_sink_message(census), _non_sink_cells),
        (_unassigned_message(census, rules), lambda by_class: 0),
    ]
    facts = [(fact, cells_of) for fact, cells_of in candidates if fact is not None]
    if strange is None and not facts:
        return []
    fit = match_raster_legends(series.rasters, series.window)
    if strange is None and not (fit.by and shipped.name in fit.legends):
        others = [_count_cells_by_class(name, fit) for name in fit.legends if name != shipped.name]
        asked = (
            fact
            for fact, cells_of in facts
            if any(
                cells_of(cells) <= NEARLY_ALL_PCT / 100.0 * sum(cells.values()) for cells in others
            )
        )
        strange = next(asked, None)
    if strange is None:
        return []
    return [
        Message(
            "Check whether these layers are maps of the product {title} (SCHEME). {fact}. "
            "Values of the product: {values}. Layers: {fit}.",
            title=shipped.title,
            fact=strange,
            values=format_ranges(value for value, _ in shipped.entries),
            fit=fit.message,
        )
    ]


# Cells by their class in a product; None without a class.
CellsByClass = Counter[Optional[LandClass]]


def _non_sink_cells(by_class: CellsByClass) -> int:
    return sum(cells for c, cells in by_class.items() if not (c and c.is_sink))


def _count_cells_by_class(name: str, fit: LegendMatch) -> CellsByClass:
    """Return the sampled cells by their class in a product."""
    classes, by_class = dict(load_shipped_legend(name).entries), CellsByClass()
    for value, cells in fit.cells.items():
        by_class[classes.get(value)] += cells
    return by_class


def format_ranges(values: Iterable[int]) -> str:
    """Return integers as a list of ranges, such as 1-9, 12."""
    groups = groupby(enumerate(sorted(set(values))), lambda item: item[1] - item[0])
    spans = ([value for _, value in group] for _, group in groups)
    return format_list(
        (f"{span[0]}-{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans),
        MAX_LISTED_VALUES,
    )


def _class_shares(census: CountResult) -> FloatArray:
    """Return the area shares of the classes by date, %, shape (dates, classes)."""
    areas: FloatArray = np.array(
        [tally.hectares[FIRST_CLASS_CODE:] for tally in census.dates.common]
    )
    shares: FloatArray = 100.0 * areas / areas.sum(axis=1, keepdims=True)
    return shares.round(SHARE_DIGITS)


def _selected_shares(census: CountResult, is_such: Callable[[LandClass], bool]) -> FloatArray:
    """Return the area share of the selected classes by date, %, shape (dates,)."""
    such = [class_index for class_index, c in enumerate(census.cube.classes) if is_such(c)]
    share: FloatArray = _class_shares(census)[:, such].sum(axis=1)
    return share.round(SHARE_DIGITS)


def _unclassified_message(series: Series, census: CountResult) -> Message | None:
    """Return a message if nearly all land at some date has unclassified values, else None."""
    shares = _selected_shares(census, lambda c: not c.listed)
    if not (shares > NEARLY_ALL_PCT).any():
        return None
    dates = [date.label for date, share in zip(series.dates, shares) if share > NEARLY_ALL_PCT]
    strangers = [census.cube.classes[class_index] for class_index in census.present_classes]
    return Message(
        "{share:.1f} % of the area ({dates}) has unclassified values ({values}); list those "
        "that mean NoData in NODATA",
        share=shares.max(),
        dates=shorten_list(dates),
        values=format_ranges(c.value for c in strangers if not c.listed),
    )


def _single_class_message(census: CountResult) -> Message | None:
    """Return a message if nearly all land is in one class at all dates, else None."""
    shares = _class_shares(census).min(axis=0)
    class_index = int(shares.argmax())
    if not shares[class_index] > NEARLY_ALL_PCT:
        return None
    name = census.cube.classes[class_index].name
    return Message(
        "{share:.1f} % of the area is classified as {name} at all dates",
        share=shares[class_index],
        name=name,
    )


def _missing_sink_message(census: CountResult) -> Message | None:
    """Return a message if nearly no land is ever a carbon sink; None otherwise, without groups."""
    if not any(c.group for c in census.cube.classes):
        return None
    share = float(_selected_shares(census, lambda c: c.is_sink).max())
    if not 100.0 - share > NEARLY_ALL_PCT:
        return None
    return Message("At most {share:.1f} % of the area is classified as carbon sink", share=share)


def _ungrouped_message(census: CountResult) -> Message | None:
    """Return a message if nearly all land has no group although some classes do, else None."""
    if not any(c.group for c in census.cube.classes):
        return None  # no scheme is asked for
    share = float(_selected_shares(census, lambda c: not c.group).min())
    if not share > NEARLY_ALL_PCT:
        return None
    return Message("{share:.1f} % of the area is in classes without a group", share=share)


def _unassigned_message(census: CountResult, rules: ZoneRules | None) -> Message | None:
    """Return a message if all changed land is in no zone, else None."""
    if rules is None:
        return None
    cube, unassigned = census.cube, unassigned_zone(rules.zones)
    of_change = ~np.eye(len(cube.classes), dtype=bool)
    in_zone: BoolArray = of_change & (rules.zone_matrix(cube.classes) != unassigned.value)
    changed = max(float(hectares[of_change].sum()) for hectares in cube.hectares)
    if not changed or any(hectares[in_zone].any() for hectares in cube.hectares):
        return None
    return Message(
        "All changed land ({area:,.2f} ha) is in zone {zone}", area=changed, zone=unassigned.name
    )
