"""The section on where to begin: sentences, maps and charts by unit, and PRIORITIES."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..base.colours import along
from ..base.messages import Listed, Message, Missing, Term, Text
from ..base.numbers import Flags, Ints, class_of, natural_breaks
from ..ledger.balance_words import tonnes
from ..ledger.results import AS_TAKEN
from ..mine.ages import COLOURS
from ..mine.mined_land import State, Use, uses_of
from ..report.change_sections import stacked_chart
from ..report.page import Chart, Row, Section, ShownTable, Swatches, known
from ..report.plotly_figures import Bars, area_bars, breadth, rounded, told_hectares
from ..report.report_maps import LARGEST_SIDE, Labels, LandMaps, Picture
from ..scan.cell_raster import ABOVE_RAMP, BELOW_RAMP, HistoryThumbnail, middles
from .priorities import MOST_SQUARES, Priorities, PriorityRow, in_words
from .study import Study

# Units that a chart and a map have room to name, and that the table lists; PRIORITIES has all.
MOST_DRAWN, MOST_LISTED = 20, 60
# Hectares; less is what sums leave over in their last digits.
LEAST_DRAWN = 1e-6
# The columns of the table besides unit and rank.
BY_BEGINNING = ("unchanged_ha", "potential_20y_tc", "potential_tc")
BY_LAND = ("ever_mined_ha", "active_ha", "reclaimed_ha", "reclaimed_pct")
BY_CARBON = ("loss_tc", "regained_tc", "net_tc")
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
# The value of each unit on a map, and what the values are called, with colours.
Classed = tuple[list[int], Swatches]


def priority_section(study: Study) -> Section | None:
    """Where reclamation would bring most; None where nothing is mined."""
    priorities = study.priorities
    if priorities is None:
        return None
    section = Section("priorities", Term("Where to begin"), priority_sentences(study, priorities))
    _draw_maps(section, study, priorities)
    section.charts = [_land_chart(priorities), *_carbon_charts(priorities)]
    section.tables = [priority_table(priorities)]
    return section


def priority_sentences(study: Study, priorities: Priorities) -> list[Text]:
    """Where to begin, what that would bring, and what both rest on."""
    ends = {"last": study.labels[-1], "since": priorities.since}
    first = priorities.first
    sentences: list[Text] = []
    if first is None and not priorities.whole["active_ha"]:
        sentences.append(
            Message("No land is mined in {last}: the map shows none that may lie idle.", **ends)
        )
    elif first is None:
        sentences.append(
            Message(
                "No land that is mined in {last} had the same class in {since}: the map shows none "
                "that may lie idle.",
                **ends,
            )
        )
    else:
        sentences += [_where(study, priorities, first), _whole_potential(study, priorities)]
    sentences.append(
        Message(
            "Unchanged is land that is mined in {last} and had the same class in {since}; where "
            "the map is wrong, so is that.",
            **ends,
        )
    )
    if priorities.squares is not None:
        sentences.append(
            Message(
                "As the run has no units, its land is cut into squares of {size} km from the "
                "north-west corner on, the smallest of 1, 2, 5, 10, ... km of which at most {most} "
                "hold mined land. UNITS and UNITS_SIZE give others.",
                size=f"{priorities.squares.size_km:g}",
                most=MOST_SQUARES,
            )
        )
        if priorities.squares.uneven_km is not None:
            least, most = priorities.squares.uneven_km
            sentences.append(
                Message(
                    "As the map's scale is not the same everywhere, their sides are {least:.3g} to "
                    "{most:.3g} km long on the ground.",
                    least=least,
                    most=most,
                )
            )
    return sentences


def _where(study: Study, priorities: Priorities, first: PriorityRow) -> Text:
    """Where to begin, what that would bring, and by which assumption, in one sentence."""
    values = {
        "unit": named(priorities, first["unit"]),
        "area": told_hectares(first["unchanged_ha"]),
        "since": priorities.since,
    }
    if first["potential_20y_tc"] is None:
        return Message(
            "Begin in {unit}: {area} ha of mined land there have not changed since {since}; "
            "whether they lie idle or are still worked a map cannot tell.",
            **values,
        )
    return Message(
        "Begin in {unit}: the {area} ha of mined land there that have not changed since "
        "{since}, idle or still worked, which a map cannot tell, would hold {carbon} t C after "
        "20 years if they came back {as_what}.",
        carbon=tonnes(first["potential_20y_tc"]),
        as_what=as_what(study, priorities),
        **values,
    )


def named(priorities: Priorities, unit: str) -> Text:
    """A unit in a sentence."""
    if priorities.squares is not None:
        return Message("square {unit}", unit=unit)
    return in_words(unit)


def as_what(study: Study, priorities: Priorities) -> Text:
    """As what land is taken to come back, in a clause."""
    if priorities.comeback.basis == AS_TAKEN:
        if study.ledger and study.ledger.came_back_uncounted:
            return Term("as what was taken, because what came back so far has no density")
        return Term("as what was taken, because none has come back so far")
    return Term("as reclaimed land here has so far")


COUNTED, NOT_COUNTED = Term("{name} {share} %"), Term("{name} {share} % (not counted)")


def _whole_potential(study: Study, priorities: Priorities) -> Text:
    """What all unchanged land would hold, and as which classes; or why that is not told."""
    whole = priorities.whole
    soon, end = whole["potential_20y_tc"], whole["potential_tc"] or 0.0
    why = study.ledger.reason if isinstance(study.ledger, Missing) else None
    if soon is None and why:
        return Message(
            "What it would bring in carbon is not told: {why}. Ranks are by the hectares that did "
            "not change.",
            why=why,
        )
    if soon is None and study.ledger and study.ledger.land.disturbing.uncounted:
        return Term(
            "What it would bring in carbon is not told: nobody says what a hectare of the land "
            "that was taken, or came back, holds (COEFFICIENTS may). Ranks are by the hectares "
            "that did not change."
        )
    if soon is None:
        return Term(
            "What it would bring in carbon is not told: no land was taken from a carbon sink or "
            "came back as one. Ranks are by the hectares that did not change."
        )
    potential: Text = Message("{soon} t C after 20 years", soon=tonnes(soon))
    if priorities.pct_of_loss is not None:
        share = rounded(priorities.pct_of_loss, 1)
        potential = Message(
            "{held}, {share} % of the carbon that mining took,", held=potential, share=share
        )
    counts = study.ledger.land.disturbing.counts if study.ledger else None
    uncounted = {c.name for c in study.classes if counts and not counts(c)}
    return Message(
        "All {area} ha of such land would hold {held} and {end} t C in the end, if they came back "
        "{as_what}: {mix}.",
        area=told_hectares(whole["unchanged_ha"]),
        held=potential,
        end=tonnes(end),
        as_what=as_what(study, priorities),
        mix=Listed(
            Message(
                NOT_COUNTED if name in uncounted else COUNTED,
                name=name,
                share=rounded(100 * part, 1),
            )
            for name, part in priorities.mix
        ),
    )


def _drawn(priorities: Priorities) -> tuple[list[PriorityRow], Text]:
    """The rows with most mined land, and what those that are not drawn come to."""
    rows = sorted(priorities.rows, key=lambda row: -row["ever_mined_ha"])
    rest = rows[MOST_DRAWN:]
    if not rest:
        return rows, ""
    return rows[:MOST_DRAWN], Message(
        "Left out: {count} units with less mined land, {area} ha together; PRIORITIES has them.",
        count=len(rest),
        area=rounded(sum(row["ever_mined_ha"] for row in rest), 2),
    )


def _land_chart(priorities: Priorities) -> Chart:
    """What became of the mined land of each unit."""
    rows, left_out = _drawn(priorities)
    labels = [row["unit"] for row in rows]
    unchanged = [row["unchanged_ha"] for row in rows]
    worked = [row["active_ha"] - row["unchanged_ha"] for row in rows]
    back = [row["reclaimed_ha"] for row in rows]
    other = [row["ever_mined_ha"] - row["active_ha"] - row["reclaimed_ha"] for row in rows]
    series = [
        area_bars(_unchanged_words(priorities), DARK, labels, unchanged),
        area_bars(Term("Mined, new or changed since"), COLOURS[State.ACTIVE], labels, worked),
        area_bars(Term("Reclaimed"), COLOURS[State.RECLAIMED], labels, back),
        area_bars(Term("Other"), COLOURS[State.OTHER], labels, other),
    ]
    return stacked_chart(
        "priority-land",
        Term("Land that was ever mined, by unit, ha"),
        labels,
        [bars for bars in series if any(area > LEAST_DRAWN for area in bars.values)],
        Term("ha"),
        left_out,
        lying=True,
    )


def _unchanged_words(priorities: Priorities) -> Message:
    return Message("Mined, unchanged since {since}", since=priorities.since)


def _carbon_charts(priorities: Priorities) -> list[Chart]:
    """What each unit lost and regained, and may come to hold; none without carbon."""
    if priorities.whole["loss_tc"] is None:
        return []
    rows, left_out = _drawn(priorities)
    labels = [row["unit"] for row in rows]
    series = [
        _bars(Term("Lost"), BELOW_RAMP[1], labels, [-(row["loss_tc"] or 0.0) for row in rows]),
        _bars(Term("Regained"), ABOVE_RAMP[1], labels, [row["regained_tc"] or 0.0 for row in rows]),
    ]
    if priorities.whole["potential_20y_tc"] is not None:
        potential = [row["potential_20y_tc"] or 0.0 for row in rows]
        words = Term("Potential of the unchanged land after 20 years")
        series.append(_bars(words, POTENTIAL_RAMP[-1], labels, potential))
    if not any(any(bars.values) for bars in series):
        return []
    return [
        stacked_chart(
            "priority-carbon",
            Term("Lost (to the left), regained and potential, by unit, t C"),
            labels,
            series,
            Term("t C"),
            left_out,
            lying=True,
        )
    ]


def _bars(name: Text, colour: str, labels: Sequence[str], amounts: Sequence[float]) -> Bars:
    said = [
        (name, label, f"{rounded(abs(amount), 1)} t C") for label, amount in zip(labels, amounts)
    ]
    return Bars(name, colour, amounts, said)


def priority_table(priorities: Priorities, most: int | None = MOST_LISTED) -> ShownTable:
    """The units by rank, and the whole.

    Args:
        most: units that are listed; None for all.
    """
    columns = [known(name) for name in ("unit", "rank", *BY_BEGINNING, *BY_LAND, *BY_CARBON)]
    ranked = sorted(priorities.rows, key=lambda row: (row["rank"] or 0, -row["ever_mined_ha"]))
    rows: list[Row] = [{**row} for row in ranked[:most]]
    rows.append({**priorities.whole, "unit": Term("Total"), "is_total": True})
    rest = len(ranked) - len(ranked[:most])
    note: Text = ""
    if rest:
        note = Message("Left out: {count} units of lower rank; PRIORITIES has them.", count=rest)
    return ShownTable("priorities", Term("Units by rank"), columns, rows, note=note)


def _draw_maps(section: Section, study: Study, priorities: Priorities) -> None:
    """Net carbon and potential by unit, with the mined land on them."""
    maps = study.maps
    if maps is None or study.mined is None:
        return
    classes = maps.classes
    units = _unit_of_pixels(study, priorities, maps.combinations.shape)
    names = _labels(priorities, maps, units)
    mined = uses_of(list(study.classes), study.mined.land.disturbing) == Use.MINE
    # The last one is of what does not count.
    is_mined: Flags = np.append(mined, False)[classes]
    ever_mined: Flags = np.any(is_mined, axis=0)
    unchanged: Flags = is_mined[-1] & np.equal(classes[-1], classes[-2])
    pictures: list[Picture] = []
    legend: list[tuple[Text, str]] = []
    net_title = Message("Net carbon {period}, outlined: ever mined", period=study.span.name)
    potential_title = Term("Potential after 20 years, dark: unchanged")
    kinds: dict[str, tuple[Text, Flags, Text, Callable[[Sequence[float]], Classed]]] = {
        "net_tc": (net_title, ever_mined, Term("Ever mined"), _net_classes),
        "potential_20y_tc": (
            potential_title,
            unchanged,
            _unchanged_words(priorities),
            _potential_classes,
        ),
    }
    for column, (title, is_dark, word, classed) in kinds.items():
        amounts = [row[column] for row in priorities.rows]  # type: ignore[literal-required]
        # In a colour of what was gained or may come, 0 would say what is not so.
        if None in amounts or not any(amounts):
            continue
        of_rows, swatches = classed(amounts)
        # The last one is of land in no unit with mines.
        values = np.array([*of_rows, NO_MINE_VALUE], np.uint8)
        colours = {NO_MINE_VALUE: NO_MINE, DARK_VALUE: DARK}
        colours.update(enumerate((colour for _, colour in swatches), FIRST_VALUE))
        for frame, labels in zip(maps.frames, names):
            pixels = frame.cut(maps.combinations, LARGEST_SIDE)
            cells = values[frame.cut(units, LARGEST_SIDE)]
            dark = is_dark[pixels]
            cells[_outline(dark) if column == "net_tc" else dark] = DARK_VALUE
            cells[classes[0][pixels] == HistoryThumbnail.NONE] = 0
            drawn = maps.of_cut(title, cells, colours, frame)
            pictures.append(replace(drawn, labels=labels))
        legend += [*swatches, (word, DARK)]
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


def _outline(mask: Flags) -> Flags:
    """The pixels of a mask beside which there are others; the edge of the picture is none."""
    seen = np.pad(mask, 1, mode="edge")
    inner = seen[:-2, 1:-1] & seen[2:, 1:-1] & seen[1:-1, :-2] & seen[1:-1, 2:]
    outline: Flags = mask & ~inner
    return outline


def _net_classes(amounts: Sequence[float]) -> Classed:
    """The values of the classes that nets are in."""
    amounts = _as_legend(amounts)
    lost = natural_breaks([-amount for amount in amounts if amount < 0], CLASSES)
    gained = natural_breaks([amount for amount in amounts if amount > 0], CLASSES)
    first_gained = FIRST_VALUE + len(lost)
    values = [
        FIRST_VALUE + class_of(-amount, lost)
        if amount < 0
        else first_gained + (class_of(amount, gained) if amount else len(gained))
        for amount in amounts
    ]
    # As far as a dark outline can be seen on them.
    swatches = _swatches(Term("Lost"), lost, BELOW_RAMP[:2])
    swatches += _swatches(Term("Gained"), gained, ABOVE_RAMP[:2])
    if 0 in amounts:
        swatches.append((Term("Neither lost nor gained"), NEITHER))
    return values, swatches


def _potential_classes(amounts: Sequence[float]) -> Classed:
    """The values of the classes that what unchanged land would hold is in."""
    amounts = _as_legend(amounts)
    breaks = natural_breaks(amounts, CLASSES)
    values = [FIRST_VALUE + class_of(amount, breaks) for amount in amounts]
    return values, _swatches(Term("Potential"), breaks, POTENTIAL_RAMP)


def _as_legend(amounts: Sequence[float]) -> list[float]:
    """Amounts as the legend has them: what it calls the same is in one class."""
    return [round(amount) or amount for amount in amounts]


def _swatches(
    words: Term, breaks: Sequence[tuple[float, float]], ramp: Sequence[str]
) -> list[tuple[Text, str]]:
    """The classes from the lowest on, darker and darker."""
    swatches: list[tuple[Text, str]] = []
    for n, ends in enumerate(breaks, 1):
        span = "\N{EN DASH}".join(dict.fromkeys(map(tonnes, ends)))
        text = Message("{words}: {range} t C", words=words, range=span)
        swatches.append((text, along(ramp, n / len(breaks))))
    return swatches


def _unit_of_pixels(study: Study, priorities: Priorities, shape: tuple[int, ...]) -> Ints:
    """The index of the row that each pixel of a picture of the land belongs to; -1: of none."""
    window = study.series.window
    row_indices = {row["unit"]: row_index for row_index, row in enumerate(priorities.rows)}
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
    names, name_of_stratum = units.named()
    of_unit = np.array([row_indices.get(name, -1) for name in names])
    # The map of the units has pixels of its own.
    nearest = [
        middles(cells, pixels) * own // cells
        for cells, pixels, own in zip((window.height, window.width), shape, thumbnail.cells.shape)
    ]
    strata = thumbnail.cells[np.ix_(*nearest)]
    is_land = strata != np.iinfo(np.uint32).max
    of_pixels = np.full(shape, -1)
    ranks = units.strata.ranks()[strata[is_land]]
    of_pixels[is_land] = of_unit[name_of_stratum[ranks]]
    return of_pixels


def _labels(priorities: Priorities, maps: LandMaps, units: Ints) -> list[Labels]:
    """The names of the units with most mined land, each on its land in each frame.

    Of names that would lie on each other, that of better rank stands; a name that would be cut at
    the edge, or stand far away on another unit, is left out.
    """
    drawn = {row["unit"] for row in _drawn(priorities)[0]}
    by_rank = sorted(enumerate(priorities.rows), key=lambda indexed: indexed[1]["rank"] or 0)
    by_frame = []
    for frame in maps.frames:
        shown = frame.cut(units, LARGEST_SIDE)
        high, wide = shown.shape
        line, edge = LINE * wide / high, min(EDGE * wide / high, 50.0)
        labels: list[tuple[str, float, float]] = []
        for row_index, row in by_rank:
            rows, columns = np.nonzero(shown == row_index)
            if row["unit"] not in drawn or not rows.size:
                continue
            # On the unit itself, though its middle may lie beside it.
            far = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
            nearest = int(np.argmin(far))
            half = LETTER * breadth(row["unit"]) / 2
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
                labels.append((row["unit"], right, down))
        by_frame.append(maps.as_shown(labels))
    return by_frame
