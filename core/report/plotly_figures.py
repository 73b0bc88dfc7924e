"""Figures as the plain data that plotly.js draws, with labels, numbers and axes of years.

It reads a kind of HTML in all of its texts, so names go in escaped. Axes count places from 0 and
are labelled, because two layers may have the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from unicodedata import east_asian_width

from ..base.colours import rgb, text_on
from ..base.messages import Message, Text, Translate, translated
from ..base.numbers import to_half_width

# A figure as plotly.js takes it, and a part of one: its reference says what may stand in it.
Figure = dict[str, Any]
# Makes a figure, whose texts are to be translated.
Draw = Callable[[Translate], Figure]
# An outline, or a line.
Points = Sequence[tuple[float, float]]
# What is said of a place, line by line.
Lines = tuple[Text, ...]

ARROW, MINUS = "\N{RIGHTWARDS ARROW}", "\N{MINUS SIGN}"
PLUS_MINUS, ELLIPSIS, NOTHING = "\N{PLUS-MINUS SIGN}", "\N{HORIZONTAL ELLIPSIS}", "\N{EN DASH}"
INK, FAINT, PAPER = "#1f2933", "#dfe4e8", "#ffffff"
# Colours of no channel below this, of 255, are pale, and have an edge.
PALE, PALE_EDGE = 215, "#b6c0ca"
# Of what stands at an axis, and between the periods and the whole span.
AXIS = "#9aa5b1"
# Of a label, in Latin letters, and the px of a line of it.
LONGEST_LABEL, LINE_HEIGHT = 28, 17
# A smaller part of a bar, in per cent, has no room for a number.
LEAST_NUMBERED = 4.0
# Of fewer hectares than this a sentence has the digits too.
FEW_HECTARES = 100
# From so many dates on a page shows a few of their maps, and has the others by choice; its charts
# have an axis of years, its tables by date a row for each, and long tables are folded.
MANY, FEW = 9, 8
# The most rows that a table has which is not long.
SHORT = 18
# A year, a period, or an interval of ages.
PLACE = re.compile(r"(\d+)(?:[-\N{EN DASH}](\d+))?")
# Years from tick to tick, and how many ticks a small screen has room for.
STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 25, 50, 100), 6
# What of its place a bar fills; and of the years what is empty at their ends, what lies between
# them and the whole span, and what this takes.
BAR, EDGE, SPAN_GAP, SPAN_BAR = 0.86, 0.02, 0.3, 0.1
# How far the whole span stands from the periods, in places.
SPAN_STEP = 0.5


def breadth(text: str) -> int:
    """How broad a text is in Latin letters; an East Asian one is as broad as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def pair_label(source: str, target: str) -> str:
    """What a conversion is called."""
    return f"{source} {ARROW} {target}"


def fitted(labels: Sequence[str], longest: int) -> list[str]:
    """Labels that are no broader than so many Latin letters.

    What is too long loses its end, or, where another label begins as it does, its middle.
    """
    short = []
    for label in labels:
        start = _start(label, longest - 1)
        if breadth(label) <= longest:
            short.append(label)
        elif all(other == label or not other.startswith(start) for other in labels):
            short.append(start.rstrip() + ELLIPSIS)
        else:
            tail = (longest - 1) // 2
            end = _start(label[::-1], tail)[::-1]
            start = _start(label, longest - 1 - tail)
            short.append(start.rstrip() + ELLIPSIS + end.lstrip())
    return short


def in_lines(label: str, longest: int) -> list[str]:
    """A label in lines that are no broader than so many Latin letters.

    A conversion is broken at its arrow, another label at the blank nearest to its middle, and a
    word that is too long in its middle.
    """
    if breadth(label) <= longest:
        return [label]
    source, arrow, target = label.partition(f" {ARROW} ")
    parts = f"{source} {ARROW}", target
    if not arrow:
        blanks = [n for n, letter in enumerate(label) if letter == " " and n]
        middle = min(
            blanks or range(1, len(label)),
            key=lambda n: abs(2 * breadth(label[:n]) - breadth(label)),
        )
        parts = label[:middle], label[middle:].lstrip()
    return [line for part in parts for line in in_lines(part, longest)]


def row_height(labels: Sequence[str], least: int) -> int:
    """The px of a row with such labels, in an axis of `rows`."""
    lines = max((len(in_lines(label, LONGEST_LABEL)) for label in labels), default=1)
    return max(least, LINE_HEIGHT * lines + 8)


def _start(text: str, room: int) -> str:
    """As much of a text as there is room for."""
    start = ""
    for letter in text:
        if breadth(start + letter) > room:
            break
        start += letter
    return start


def rounded(value: float | None, digits: int = 0) -> str:
    """A number rounded, with thousands separators; what rounds to 0 without being 0 says so."""
    if value is None:
        return NOTHING
    if value == 0:
        return "0"
    if abs(value) < 0.5 * 10**-digits:
        # What two ways of adding up differ by in the last digits is shown by its size.
        if abs(value) < 10 ** -(digits + 4):
            return f"{value:.0e}".replace("-", MINUS)
        return f"{'<' if value > 0 else f'>{MINUS}'}{10**-digits:.{digits}f}"
    text = f"{value:,.{digits}f}"
    return text.replace("-", MINUS)


def supported(value: float, half_width: float | None, digits: int = 0) -> str:
    """A number as sentences and tiles have it: no finer than its half-width supports."""
    return rounded(*to_half_width(value, half_width, digits))


def told_hectares(area: float) -> str:
    """Hectares as a sentence has them."""
    return rounded(area, 0 if area >= FEW_HECTARES else 2)


def with_minus_signs(text: str) -> str:
    """A sentence with a minus sign, in place of a hyphen, before each number below 0.

    The half of a width, +-5, has a sign of its own.
    """
    text = re.sub(r"\+-(?=\d)", "\N{PLUS-MINUS SIGN}", text)
    return re.sub(r"(?<![\w.,)/-])-(?=\d)", MINUS, text)


def hectares(area: float | None, digits: int = 2) -> Message:
    """An area with its unit, in the reader's words."""
    return Message("{area} ha", area=rounded(area, digits))


def size_words(size: float) -> str:
    """The size of a file, such as 1.2 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"


def exact(value: object) -> str:
    """A value at full precision, as it is copied; the tables of files have the same digits."""
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)


def evenly(count: int, most: int) -> list[int]:
    """The indices of first and last, and others in even steps between, no more than so many."""
    if count <= most:
        return list(range(count))
    return [round(index * (count - 1) / (most - 1)) for index in range(most)]


@dataclass(frozen=True)
class YearAxis:
    """Where places lie on an axis of years.

    Attributes:
        spots, widths: the middle and the width of each bar, the span's the last one.
        first, last: years where the axis begins and ends.
        span: what the span is called, '' without one.
    """

    spots: Sequence[float]
    widths: Sequence[float]
    first: float
    last: float
    span: Text = ""

    def layout(self, tr: Translate) -> dict[str, Any]:
        """The axis as plotly.js has it."""
        length = self.last - self.first
        start, end = self.first - EDGE * length, self.last + EDGE * length
        if self.span:
            end = self.spots[-1] + SPAN_GAP / 2 * length
        step = next((n for n in STEPS if (end - start) / n <= MOST_TICKS), STEPS[-1])
        ticks: list[float] = [n for n in range(0, int(self.last) + 1, step) if n >= self.first]
        words = [str(n) for n in ticks]
        if self.span:
            ticks.append(self.spots[-1])
            words.append(f"{escape(str(self.span))}<br>{escape(tr('full period'))}")
        ends = {"range": [start, end], "gridcolor": FAINT}
        return ticked_axis(ticks, words, tickangle=0, ticks="outside", **ends)


def year_axis(labels: Sequence[Text], span_last: bool = False) -> YearAxis | None:
    """The axis of many years, periods of years, or ages; None of few, and of what is none."""
    steps = labels[: len(labels) - span_last]
    matches = [PLACE.fullmatch(str(label)) for label in steps]
    ends = [(int(match[1]), int(match[2] or match[1])) for match in matches if match]
    # So many dates have a period less.
    is_periods = any(end > start for start, end in ends)
    if len(ends) < len(steps) or len(ends) < MANY - is_periods:
        return None
    starts = [start for start, _ in ends]
    gaps = [later - earlier for earlier, later in zip(starts, starts[1:])]
    if min(gaps) <= 0:
        return None
    # A date stands for itself, a period for what lies between its ends.
    half = 0 if is_periods else min(gaps) / 2
    spots = [(start + end) / 2 for start, end in ends]
    widths = [BAR * (end - start + 2 * half) for start, end in ends]
    first, last = starts[0] - half, ends[-1][1] + half
    if not span_last:
        return YearAxis(spots, widths, first, last)
    spots.append(last + SPAN_GAP * (last - first))
    widths.append(SPAN_BAR * (last - first))
    return YearAxis(spots, widths, first, last, labels[-1])


@dataclass(frozen=True)
class Bars:
    """A series of bars: for every place a value, lines to hover over and perhaps a text inside.

    The values are in the unit of the axis, such as ha, % or t C.
    """

    name: Text
    colour: str
    values: Sequence[float]
    hovers: Sequence[Lines]
    texts: list[str] | None = None


def share_bars(
    name: Text, colour: str, labels: list[str], rows: Sequence[Mapping[str, Any]]
) -> Bars:
    """The shares of a class or zone, share_pct and area_ha of a row for every place."""
    shares = [row["share_pct"] or 0.0 for row in rows]
    said: list[Lines] = [
        (
            Message("{name}, {label}", name=name, label=label),
            Message("{percent} %", percent=rounded(row["share_pct"], 2)),
            hectares(row["area_ha"], 1),
        )
        for label, row in zip(labels, rows)
    ]
    texts = [f"{share:.1f}" if share >= LEAST_NUMBERED else "" for share in shares]
    return Bars(name, colour, shares, said, texts)


def area_bars(name: Text, colour: str, labels: Sequence[Text], areas: Sequence[float]) -> Bars:
    """The hectares of something, by place."""
    said = [(name, label, hectares(area)) for label, area in zip(labels, areas)]
    return Bars(name, colour, areas, said)


def plain(text: str) -> str:
    """A text as it is shown unchanged."""
    return escape(str(text), quote=False)


def hover(*lines: str) -> str:
    """A hover text of plain lines."""
    return "<br>".join(plain(line) for line in lines)


def hovers(lines_by_bar: Iterable[Lines], tr: Translate) -> list[str]:
    """The hover texts of places."""
    return [hover(*(translated(line, tr) for line in lines)) for lines in lines_by_bar]


def figure(height: int, **layout: object) -> Figure:
    """A figure without data in the style of the page."""
    return {
        "data": [],
        "layout": {
            "height": height,
            "autosize": True,
            # The page's script sets its own family.
            "font": {"size": 13, "color": INK},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "showlegend": False,
            # A finger on a chart scrolls the page.
            "dragmode": False,
            "margin": {"l": 16, "r": 16, "t": 12, "b": 16, "pad": 4},
            "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"color": INK}},
            **layout,
        },
    }


def add(plot: Figure, kind: str, **trace: object) -> None:
    """Add a trace of a kind to a figure; what is None is left out."""
    plot["data"].append({"type": kind, **{k: v for k, v in trace.items() if v is not None}})


def add_line(
    plot: Figure,
    points: Points,
    colour: str,
    width: float,
    texts: Sequence[str] | None = None,
    **look: str,
) -> None:
    """Add a line to a figure, with texts to hover over at its points or with none."""
    add(
        plot,
        "scatter",
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": colour, "width": width, **look},
        hovertext=texts,
        hoverinfo="text" if texts else "skip",
    )


def areas(edge: float) -> Figure:
    """What all areas of a figure have in common, said once; the edge is in px."""
    area = {"mode": "lines", "fill": "toself", "hoverinfo": "text", "hoveron": "fills"}
    return {"data": {"scatter": [{**area, "line": {"width": edge}}]}}


def area(
    plot: Figure, outline: Points, colour: str, lines: Sequence[str], edge: str | None = None
) -> None:
    """Add an area of a colour, with an edge of another one or none, and lines to hover over."""
    add(
        plot,
        "scatter",
        x=[round(x, 3) for x, _ in outline],
        y=[round(y, 3) for _, y in outline],
        fillcolor=colour,
        line={"color": edge} if edge else {"width": 0},
        # Of an area one text is shown, wherever the pointer is.
        text=hover(*lines),
    )


def label_axis(labels: Sequence[str], longest: int = LONGEST_LABEL) -> Figure:
    """An axis of labelled places."""
    axis = _place_axis([in_lines(label, longest) for label in labels])
    # Tilted ones end at their place: beyond the picture's right edge the last would be left out.
    return {**axis, "autotickangles": [0, -30, -90]}


def rows(labels: Sequence[str]) -> Figure:
    """An upright axis of places from the top down."""
    axis = _place_axis([in_lines(label, LONGEST_LABEL) for label in labels])
    return {**axis, "range": axis["range"][::-1]}


def _place_axis(labels: list[list[str]]) -> Figure:
    ends, words = [-0.5, len(labels) - 0.5], [hover(*lines) for lines in labels]
    return ticked_axis(list(range(len(labels))), words, range=ends, showgrid=False)


def ticked_axis(spots: Sequence[float], words: Sequence[str], **more: object) -> Figure:
    """An axis with words at some places."""
    return {
        "tickmode": "array",
        "tickvals": spots,
        "ticktext": words,
        **more,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
    }


def amounts(title: str, **more: object) -> Figure:
    """An axis of numbers."""
    return {
        "title": {"text": plain(title), "standoff": 8, "font": {"size": 13}},
        "gridcolor": FAINT,
        "zerolinecolor": AXIS,
        "tickformat": ",",
        "automargin": True,
        "fixedrange": True,
        **more,
    }


def stacked_bars(
    labels: Sequence[Text],
    series: Sequence[Bars],
    title: Text,
    tr: Translate,
    lying: bool = False,
    tops: Sequence[Text] | None = None,
    most: float | None = None,
    span_last: bool = False,
) -> Figure:
    """Bars stacked on each other, standing or lying; `tops` are texts at their ends.

    What is negative is stacked downwards. With `span_last` the last place is the whole span, which
    stands apart.
    """
    words = [translated(label, tr) for label in labels]
    height = 96 + row_height(words, 44) * len(labels) if lying else 400
    hidden = {"minsize": 10, "mode": "hide"}
    plot = figure(height, barmode="relative", bargap=0.28, uniformtext=hidden)
    layout = plot["layout"]
    years = None if lying else year_axis(labels, span_last)
    spots: list[float] = list(years.spots if years else range(len(labels)))
    if span_last and not years:
        spots[-1] += SPAN_STEP
    for bars in series:
        # What is nearly as light as paper would have no end there.
        edge = PALE_EDGE if min(rgb(bars.colour)) >= PALE else PAPER
        add(
            plot,
            "bar",
            name=plain(translated(bars.name, tr)),
            x=bars.values if lying else spots,
            y=spots if lying else bars.values,
            width=years.widths if years else None,
            orientation="h" if lying else "v",
            marker={"color": bars.colour, "line": {"color": edge, "width": 0 if years else 1}},
            hovertext=hovers(bars.hovers, tr),
            hoverinfo="text",
            text=None if years else bars.texts,
            texttemplate="%{text}" if bars.texts and not years else None,
            textposition="inside",
            insidetextanchor="middle",
            insidetextfont={"color": text_on(bars.colour)},
            textangle=0,
        )
    if tops:
        sums = [sum(bars.values[n] for bars in series) for n in range(len(labels))]
        texts = [hover(*translated(text, tr).split("\n")) for text in tops]
        notes = [text_above(*note) for note in zip(spots, sums, texts)]
        # Of many the span alone has room for it.
        layout["annotations"] = notes if not years else notes[-1:] if span_last else []
        most = most or max(sums, default=0.0) * 1.16 or 1.0
    values = amounts(translated(title, tr), **({"range": [0, most]} if most else {}))
    labelled = rows(words) if lying else years.layout(tr) if years else label_axis(words, 14)
    layout.update(xaxis=values if lying else labelled, yaxis=labelled if lying else values)
    if span_last:
        gap = spots[-1] - 0.5 - SPAN_STEP / 2
        if years:
            gap = (years.last + spots[-1] - years.widths[-1] / 2) / 2
        else:
            labelled["tickvals"][-1] += SPAN_STEP
            labelled["ticktext"][-1] += f"<br>{plain(tr('full period'))}"
            labelled["range"] = [end + SPAN_STEP if end > 0 else end for end in labelled["range"]]
        dotted = {"color": AXIS, "width": 1.5, "dash": "dot"}
        layout["shapes"] = [line_across("y" if lying else "x", gap, dotted)]
    return plot


def text_above(x: float, y: float, text: str) -> Figure:
    """A text that stands on a point."""
    return {"x": x, "y": y, "text": text, "showarrow": False, "yanchor": "bottom"}


def line_across(axis: str, spot: float, line: Figure, **references: str) -> Figure:
    """A line at a spot of an axis, across the picture unless its references say otherwise."""
    other = "x" if axis == "y" else "y"
    return {
        "type": "line",
        f"{axis}0": spot,
        f"{axis}1": spot,
        f"{other}0": 0,
        f"{other}1": 1,
        **(references or {f"{other}ref": "paper"}),
        "line": line,
    }
