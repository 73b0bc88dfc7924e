"""The section on where to begin: sentences, maps and charts by unit, and PRIORITIES."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..base.colours import along
from ..base.messages import Listed, Message, Missing, Term, Text
from ..base.numbers import Flags, Ints, class_of, natural_breaks
from ..base.table import Table
from ..ledger.balance import tonnes
from ..ledger.ledger import Ledger
from ..ledger.results import AS_TAKEN
from ..mine.ages import COLOURS
from ..mine.mined_land import State, Use, uses_of
from ..report.change_sections import stacked_chart
from ..report.page import Chart, Section, ShownTable, Swatches, known
from ..report.plotly_figures import Bars, area_bars, breadth, rounded, told_hectares
from ..report.report_maps import LARGEST_SIDE, Labels, LandMaps, Picture, outline
from ..scan.cell_raster import ABOVE_RAMP, BELOW_RAMP, HistoryThumbnail, Thumbnail, middles
from ..scan.units import Units
from ..scheme.table import OUTSIDE
from .priorities import MOST_SQUARES, SUMS, Priorities
from .study import NO_STRATUM, Study

# Units that a chart and a map have room to name, and that the table lists; PRIORITIES has all.
MOST_DRAWN, MOST_LISTED = 20, 60
# Hectares; less is what sums leave over in their last digits.
LEAST_DRAWN = 1e-6
# The columns of the table.
LISTED = (
    "unit rank unchanged_ha potential_20y_tc potential_tc ever_mined_ha active_ha reclaimed_ha "
    "reclaimed_pct loss_tc regained_tc net_tc"
)
# Classes of what was lost, of what was gained, and of what may come.
CLASSES = 4

# How broad a letter of a name on a picture is, and how far a line of it is from the next one and
# from the edge, in per cent of the width of a picture on a telephone.
LETTER, LINE, EDGE = 2.5, 5.0, 3.5
# How far from its unit a name may stand, at the edge.
NEAR = 8.0
POTENTIAL_RAMP = ("#e3edf7", "#08519c")
# Land of units without mines, and the mined land that a map shows.
NO_MINE, DARK = "#eceeef", "#1f2933"
# Units whose land lost as much as it gained.
NEITHER = "#fdfaf2"
NO_MINE_VALUE, DARK_VALUE, FIRST_VALUE = 1, 2, 3


def priority_section(study: Study) -> Section | None:
    """Where reclamation would bring most; None where nothing is mined."""
    priorities = study.priorities
    if priorities is None:
        return None
    section = Section("priorities", Term("Where to begin"), priority_sentences(study, priorities))
    _draw_maps(section, study, priorities)
    section.charts = _charts(priorities)
    section.tables = [priority_table(priorities)]
    return section


def priority_sentences(study: Study, priorities: Priorities) -> list[Text]:
    """Where to begin, what that would bring, and what both rest on."""
    sentences = [where_to_begin(study, priorities)[1]]
    if priorities.first is not None:
        sentences.append(what_it_brings(study, priorities)[1])
    sentences.append(
        Message(
            "Unchanged is land that is {disturbed} in {last} and had the same class in {since}; "
            "where the map is wrong, so is that.",
            disturbed=study.disturbing.happened,
            last=study.labels[-1],
            since=priorities.since,
        )
    )
    sentences += study.disturbing.mined_words
    squares = priorities.squares
    if squares is None:
        return sentences
    sentences.append(
        Message(
            "As the run has no units, its land is cut into squares of {size} km from the "
            "north-west corner on, the smallest of 1, 2, 5, 10, ... km of which at most {most} "
            "hold {land}. UNITS and UNITS_SIZE give others.",
            land=study.disturbing.land,
            size=f"{squares.size_km:g}",
            most=MOST_SQUARES,
        )
    )
    if squares.uneven_km is not None:
        least, most = squares.uneven_km
        sentences.append(
            Message(
                "As the map's scale is not the same everywhere, their sides are {least:.3g} to "
                "{most:.3g} km long on the ground.",
                least=least,
                most=most,
            )
        )
    return sentences


# A finding as the page of a study opens with it, and as its section says it.
Finding = tuple[Text, Text]


def where_to_begin(study: Study, priorities: Priorities) -> Finding:
    """Where mined land lies unchanged that would hold most, and by which assumption."""
    first = priorities.first
    land, happened = study.disturbing.land, study.disturbing.happened
    ends = {"last": study.labels[-1], "since": priorities.since, "disturbed": happened}
    if first is None and not priorities.whole["active_ha"]:
        return (
            Message("Nowhere: no land is {disturbed} in {last}.", **ends),
            Message(
                "No land is {disturbed} in {last}: the map shows none that may lie idle.", **ends
            ),
        )
    if first is None:
        nowhere = Term(
            "Nowhere yet: no land that is {disturbed} in {last} had the same class in {since}."
        )
        if len(study.dates) == 2:
            nowhere = Term(
                "Nowhere yet: no land is {disturbed} in {since} and in {last} and of the same "
                "class; a date between them (LAYERS) may show some."
            )
        none = Term(
            "No land that is {disturbed} in {last} had the same class in {since}: the map shows "
            "none that may lie idle."
        )
        return Message(nowhere, **ends), Message(none, **ends)
    unit: Text = Term("the land in no unit") if first["unit"] == OUTSIDE else first["unit"]
    area, since, named = told_hectares(first["unchanged_ha"]), priorities.since, unit
    there = Term(
        "In {unit}, where {area} ha of {land} have not changed since {since}; a map cannot tell "
        "whether they are still worked."
    )
    if priorities.squares is not None:
        named = Message("square {unit}", unit=unit)
        there = Term(
            "In square {unit}, where {area} ha of {land} have not changed since {since}; a map "
            "cannot tell whether they are still worked."
        )
    begin = Term(
        "Begin in {unit}: {area} ha of {land} there have not changed since {since}; whether "
        "they lie idle or are still worked a map cannot tell."
    )
    if first["potential_20y_tc"] is not None:
        begin = Term(
            "Begin in {unit}: the {area} ha of {land} there that have not changed since "
            "{since}, idle or still worked, which a map cannot tell, would hold {carbon} t C after "
            "20 years if they came back {as_what}."
        )
    return Message(there, unit=unit, area=area, land=land, since=since), Message(
        begin,
        land=land,
        unit=named,
        area=area,
        since=since,
        carbon=tonnes(first["potential_20y_tc"]),
        as_what=_as_what(study, priorities)[1],
    )


def what_it_brings(study: Study, priorities: Priorities) -> Finding:
    """What all unchanged land would hold, and as which classes; or why that cannot be told."""
    whole, ledger = priorities.whole, study.ledger
    if whole["potential_20y_tc"] is None or not ledger:
        return _why_no_potential(ledger)
    area, carbon = told_hectares(whole["unchanged_ha"]), tonnes(whole["potential_20y_tc"])
    briefly, as_what = _as_what(study, priorities)
    brief = Term(
        "If all {area} ha of such land came back {as_what}, they would hold {carbon} t C in 20 "
        "years."
    )
    potential: Text = Message("{soon} t C after 20 years", soon=carbon)
    share, taker = priorities.pct_of_loss, study.disturbing.subject
    if share is not None:
        brief = Term(
            "If all {area} ha of such land came back {as_what}, they would hold {carbon} t C in 20 "
            "years, {share} % of the carbon that {taker} took."
        )
        potential = Message(
            "{held}, {share} % of the carbon that {taker} took,",
            held=potential,
            taker=taker,
            share=rounded(share, 1),
        )
    uncounted = {c.name for c in study.classes if not ledger.land.disturbing.counts(c)}
    counted_part, other_part = Term("{name} {share} %"), Term("{name} {share} % (not counted)")
    mix = [
        Message(
            other_part if name in uncounted else counted_part,
            name=name,
            share=rounded(100 * part, 1),
        )
        for name, part in priorities.mix
    ]
    told = {"as_what": briefly, "carbon": carbon, "share": rounded(share), "taker": taker}
    return Message(brief, area=area, **told), Message(
        "All {area} ha of such land would hold {held} and {end} t C in the end, if they came back "
        "{as_what}: {mix}.",
        area=area,
        held=potential,
        end=tonnes(whole["potential_tc"]),
        as_what=as_what,
        mix=Listed(mix),
    )


def _why_no_potential(ledger: Ledger | Missing) -> Finding:
    if isinstance(ledger, Missing) and ledger.reason:
        return not_told(ledger.reason), Message(
            "What it would bring in carbon is not told: {why}. Ranks are by the hectares that did "
            "not change.",
            why=ledger.reason,
        )
    if ledger and ledger.land.disturbing.uncounted:
        why = Term(
            "nobody says what a hectare of the land that was taken, or came back, holds "
            "(COEFFICIENTS may)"
        )
        return not_told(why), Term(
            "What it would bring in carbon is not told: nobody says what a hectare of the land "
            "that was taken, or came back, holds (COEFFICIENTS may). Ranks are by the hectares "
            "that did not change."
        )
    why = Term("no land was taken from a carbon sink, or came back as one")
    return not_told(why), Term(
        "What it would bring in carbon is not told: no land was taken from a carbon sink or "
        "came back as one. Ranks are by the hectares that did not change."
    )


def not_told(why: Text) -> Text:
    return Message("That cannot be told: {why}.", why=why)


def _as_what(study: Study, priorities: Priorities) -> Finding:
    """As what land is taken to come back, in a clause."""
    if priorities.comeback.basis != AS_TAKEN:
        return (
            Term("as the reclaimed land here has so far"),
            Term("as reclaimed land here has so far"),
        )
    if study.ledger and study.ledger.came_back_uncounted:
        return (
            Term("as the sinks that were taken, for what came back so far has no density"),
            Term("as what was taken, because what came back so far has no density"),
        )
    return (
        Term("as the sinks that were taken, for none has come back so far"),
        Term("as what was taken, because none has come back so far"),
    )


def _drawn(priorities: Priorities) -> tuple[Table, Text]:
    """The rows with most mined land, and what those that are not drawn come to."""
    rows = priorities.rows[np.argsort(-priorities.rows["ever_mined_ha"], kind="stable")]
    rest = rows[MOST_DRAWN:]
    if not rest:
        return rows, ""
    return rows[:MOST_DRAWN], Message(
        "Left out: {count} units with less mined land, {area} ha together; PRIORITIES has them.",
        count=len(rest),
        area=rounded(sum(rest["ever_mined_ha"].tolist()), 2),
    )


def _charts(priorities: Priorities) -> list[Chart]:
    """What became of the mined land of each unit, and where it is followed, of its carbon."""
    rows, left_out = _drawn(priorities)
    labels: list[str] = rows["unit"].tolist()

    def chart(name: str, title: Term, series: Sequence[Bars], axis: Term) -> Chart:
        return stacked_chart(name, title, labels, series, axis, left_out, lying=True)

    ever, active, unchanged, back = (rows[column] for column in SUMS)
    lands: list[tuple[Text, str, Any]] = [
        (_unchanged_words(priorities), DARK, unchanged),
        (Term("Mined, new or changed since"), COLOURS[State.ACTIVE], active - unchanged),
        (Term("Reclaimed"), COLOURS[State.RECLAIMED], back),
        (Term("Other"), COLOURS[State.OTHER], ever - active - back),
    ]
    bars = [
        area_bars(name, colour, labels, areas.tolist())
        for name, colour, areas in lands
        if (areas > LEAST_DRAWN).any()
    ]
    title = Term("Land that was ever mined, by unit, ha")
    charts = [chart("priority-land", title, bars, Term("ha"))]
    if priorities.whole["loss_tc"] is None:
        return charts
    carbon: list[tuple[Text, str, Any]] = [
        (Term("Lost"), BELOW_RAMP[1], -rows["loss_tc"]),
        (Term("Regained"), ABOVE_RAMP[1], rows["regained_tc"]),
    ]
    if priorities.whole["potential_20y_tc"] is not None:
        words = Term("Potential of the unchanged land after 20 years")
        carbon.append((words, POTENTIAL_RAMP[-1], rows["potential_20y_tc"]))
    if any(amounts.any() for _, _, amounts in carbon):
        bars = []
        for name, colour, amounts in carbon:
            texts = [f"{rounded(abs(amount), 1)} t C" for amount in amounts.tolist()]
            hovers = [(name, label, text) for label, text in zip(labels, texts)]
            bars.append(Bars(name, colour, amounts.tolist(), hovers))
        title = Term("Lost (to the left), regained and potential, by unit, t C")
        charts.append(chart("priority-carbon", title, bars, Term("t C")))
    return charts


def _unchanged_words(priorities: Priorities) -> Message:
    return Message("Mined, unchanged since {since}", since=priorities.since)


def priority_table(priorities: Priorities, most: int | None = MOST_LISTED) -> ShownTable:
    """The units by rank, at most so many, and the whole."""
    columns = [known(name) for name in LISTED.split()]
    ranked = sorted(priorities.rows, key=lambda row: (row["rank"], -row["ever_mined_ha"]))
    total = {**priorities.whole, "unit": Term("Total"), "is_total": True}
    shown = ranked[:most]
    note: Text = ""
    if len(shown) < len(ranked):
        count = len(ranked) - len(shown)
        note = Message("Left out: {count} units of lower rank; PRIORITIES has them.", count=count)
    return ShownTable("priorities", Term("Units by rank"), columns, [*shown, total], note=note)


def _draw_maps(section: Section, study: Study, priorities: Priorities) -> None:
    """Net carbon and potential by unit, with the mined land on them."""
    maps = study.maps
    if maps is None or study.mined is None:
        return
    units = _unit_of_pixels(study, priorities, maps.combinations.shape)
    names = _labels(priorities, maps, units)
    mined = uses_of(list(study.classes), study.mined.land.disturbing) == Use.MINE
    # The last one is of what does not count.
    is_mined: Flags = np.append(mined, False)[maps.classes]
    unchanged: Flags = is_mined[-1] & np.equal(maps.classes[-1], maps.classes[-2])
    net = Message("Net carbon {period}, outlined: ever mined", period=study.span.name)
    potential = Term("Potential after 20 years, dark: unchanged")
    kinds: list[tuple[str, Text, Flags, Text]] = [
        ("net_tc", net, np.any(is_mined, axis=0), Term("Ever mined")),
        ("potential_20y_tc", potential, unchanged, _unchanged_words(priorities)),
    ]
    pictures: list[Picture] = []
    legend: list[tuple[Text, str]] = []
    for column, title, is_dark, words in kinds:
        amounts = priorities.rows[column].tolist()
        # In a colour of what was gained or may come, 0 would say what is not so.
        if None in amounts or not any(amounts):
            continue
        is_net = column == "net_tc"
        # What the legend calls the same is in one class.
        shown = [round(amount) or amount for amount in amounts]
        of_rows, swatches = _classed(shown, is_net)
        # The last one is of land in no unit with mines.
        values = np.array([*of_rows, NO_MINE_VALUE], np.uint8)
        colours = {NO_MINE_VALUE: NO_MINE, DARK_VALUE: DARK}
        colours.update(enumerate((colour for _, colour in swatches), FIRST_VALUE))
        for frame, labels in zip(maps.frames, names):
            pixels = frame.cut(maps.combinations, LARGEST_SIDE)
            cells = values[frame.cut(units, LARGEST_SIDE)]
            dark = is_dark[pixels]
            cells[outline(dark) if is_net else dark] = DARK_VALUE
            cells[maps.classes[0][pixels] == HistoryThumbnail.NONE] = 0
            pictures.append(replace(maps.of_cut(title, cells, colours, frame), labels=labels))
        legend += [*swatches, (words, DARK)]
    if not pictures:
        return
    section.maps = pictures
    of_one = len(maps.frames)
    section.map_choices = [
        replace(choice, pictures=[n + choice.pictures[0] for n in range(0, len(pictures), of_one)])
        for choice in maps.choices
    ]
    section.frame(maps)
    section.map_legend = [*dict.fromkeys(legend), (Term("No mined land"), NO_MINE)]


def _classed(amounts: Sequence[float], is_net: bool) -> tuple[list[int], Swatches]:
    """The value of each amount on a map, and what the values are called, with colours.

    Classes are told from the lowest on, darker and darker, those that were lost first.
    """
    kinds: list[tuple[Term, int, Sequence[str]]] = [(Term("Potential"), 1, POTENTIAL_RAMP)]
    if is_net:
        # As far as a dark outline can be seen on them.
        lost, gained = (Term("Lost"), -1, BELOW_RAMP[:2]), (Term("Gained"), 1, ABOVE_RAMP[:2])
        kinds = [lost, gained]
    values = [0] * len(amounts)
    swatches: list[tuple[Text, str]] = []
    for words, sign, ramp in kinds:
        of_kind = [n for n, amount in enumerate(amounts) if sign * amount > 0 or not is_net]
        breaks = natural_breaks([sign * amounts[n] for n in of_kind], CLASSES)
        for n in of_kind:
            values[n] = FIRST_VALUE + len(swatches) + class_of(sign * amounts[n], breaks)
        for n, ends in enumerate(breaks, 1):
            span = "\N{EN DASH}".join(dict.fromkeys(map(tonnes, ends)))
            text = Message("{words}: {range} t C", words=words, range=span)
            swatches.append((text, along(ramp, n / len(breaks))))
    if is_net and 0 in amounts:
        values = [value or FIRST_VALUE + len(swatches) for value in values]
        swatches.append((Term("Neither lost nor gained"), NEITHER))
    return values, swatches


def unit_indices(units: Units, thumbnail: Thumbnail) -> Ints:
    """The index among the names of units of the one that each pixel is in; -1: nothing counts."""
    is_land = thumbnail.cells != NO_STRATUM
    indices = np.full(thumbnail.cells.shape, -1)
    indices[is_land] = units.named()[1][units.strata.ranks()[thumbnail.cells[is_land]]]
    return indices


def _unit_of_pixels(study: Study, priorities: Priorities, shape: tuple[int, ...]) -> Ints:
    """The index of the row that each pixel of a picture of the land belongs to; -1: of none."""
    row_indices = {unit: row_index for row_index, unit in enumerate(priorities.rows["unit"])}
    squares = priorities.squares
    if squares is not None:
        rows, columns = (
            of_cells[middles(of_cells.size, pixels)]
            for of_cells, pixels in zip((squares.rows, squares.columns), shape)
        )
        by_square = np.array([row_indices.get(name, -1) for name in squares.names])
        of_squares: Ints = by_square.reshape(squares.shape)[np.ix_(rows, columns)]
        return of_squares
    units, thumbnail = study.consumers.units, study.consumers.units_map
    if units is None or thumbnail is None:
        return np.full(shape, -1)
    # The map of the units has pixels of its own.
    window = study.series.window
    nearest = [
        middles(cells, pixels) * own // cells
        for cells, pixels, own in zip((window.height, window.width), shape, thumbnail.cells.shape)
    ]
    row_of_unit = np.array([*(row_indices.get(name, -1) for name in units.named()[0]), -1])
    of_units: Ints = row_of_unit[unit_indices(units, thumbnail)[np.ix_(*nearest)]]
    return of_units


def _labels(priorities: Priorities, maps: LandMaps, units: Ints) -> list[Labels]:
    """The names of the units with most mined land, each on its land in each frame.

    Of names that would lie on each other, that of better rank stands; a name that would be cut at
    the edge, or stand far away on another unit, is left out.
    """
    names, drawn = priorities.rows["unit"], set(_drawn(priorities)[0]["unit"])
    by_rank = np.argsort(priorities.rows["rank"], kind="stable")
    by_frame = []
    for frame in maps.frames:
        shown = frame.cut(units, LARGEST_SIDE)
        high, wide = shown.shape
        line, edge = LINE * wide / high, min(EDGE * wide / high, 50.0)
        labels: list[tuple[str, float, float]] = []
        for row_index in by_rank:
            unit = names[row_index]
            if unit not in drawn:
                continue
            rows, columns = np.nonzero(shown == row_index)
            if not rows.size:
                continue
            # On the unit itself, though its middle may lie beside it.
            far = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
            nearest = int(np.argmin(far))
            half = LETTER * breadth(unit) / 2
            if half > 50.0:
                continue
            middle = 100.0 * (columns[nearest] + 0.5) / wide
            right = float(np.clip(middle, half, 100.0 - half))
            down = float(np.clip(100.0 * (rows[nearest] + 0.5) / high, edge, 100.0 - edge))
            is_on_it = shown[int(down * high / 100.0), int(right * wide / 100.0)] == row_index
            if (is_on_it or abs(right - middle) < NEAR) and all(
                abs(right - x) >= half + LETTER * breadth(name) / 2 or abs(down - y) >= line
                for name, x, y in labels
            ):
                labels.append((unit, right, down))
        by_frame.append(maps.as_shown(labels))
    return by_frame
