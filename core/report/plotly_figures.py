"""Figures as plain data for plotly.js, with labels, number formats and axes of years.

plotly.js interprets HTML in all texts, so names are escaped. Axes use positions from 0
with labels, because two layers may have the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from unicodedata import east_asian_width

from ..base.colours import get_text_colour, hex_to_rgb
from ..base.messages import Message, Text, Translator, translate_message
from ..base.numbers import to_half_width

# Figure, or part of one, in plotly.js format; see its reference.
Figure = dict[str, Any]
# Function drawing a figure, given the translator of its texts.
DrawFunction = Callable[[Translator], Figure]
# Outline or line.
PlotPoints = Sequence[tuple[float, float]]
# Hover text, line by line.
HoverLines = tuple[Text, ...]

ARROW, MINUS = "\N{RIGHTWARDS ARROW}", "\N{MINUS SIGN}"
PLUS_MINUS, ELLIPSIS, NO_VALUE = "\N{PLUS-MINUS SIGN}", "\N{HORIZONTAL ELLIPSIS}", "\N{EN DASH}"
TEXT_COLOUR, GRID_COLOUR, BACKGROUND_COLOUR = "#1f2933", "#dfe4e8", "#ffffff"
# Colours with all channels above this value, of 255, are pale and get an edge.
MIN_PALE_CHANNEL, PALE_EDGE_COLOUR = 215, "#b6c0ca"
# Colour of axis lines, and of the line between periods and full period.
AXIS_COLOUR = "#9aa5b1"
# Maximum label width, in Latin letters, and line height in px.
MAX_LABEL_WIDTH, LINE_HEIGHT_PX = 28, 17
# Parts of a bar below this percentage have no space for a number.
MIN_NUMBERED_PCT = 4.0
# Smaller areas are given with decimals in sentences.
MAX_DECIMAL_AREA_HA = 100
# Number of dates from which a page shows only some of their maps, at most MAX_SHOWN_ITEMS, and the
# others by choice; charts then have an axis of years, tables by date a row per date, and long
# tables are collapsed.
MIN_COMPACT_DATES, MAX_SHOWN_ITEMS = 9, 8
# Tables with more rows are collapsed on pages with many dates.
MAX_SHORT_TABLE_ROWS = 18
# Year, period, or interval of ages.
YEAR_LABEL_PATTERN = re.compile(r"(\d+)(?:[-\N{EN DASH}](\d+))?")
# Possible tick intervals in years, and the number of ticks that fits a small screen.
YEAR_STEPS, MAX_TICKS = (1, 2, 5, 10, 20, 25, 50, 100), 6
# Bar width relative to its slot; and relative to the range of years: margins at both ends, gap
# before the full period, and width of its bar.
BAR_WIDTH_SHARE, AXIS_MARGIN_SHARE, FULL_PERIOD_GAP_SHARE, FULL_PERIOD_BAR_SHARE = (
    0.86,
    0.02,
    0.3,
    0.1,
)
# Additional distance of the full period from the periods, in slots.
FULL_PERIOD_OFFSET = 0.5


def text_width(text: str) -> int:
    """Return the width of a text in Latin letters; East Asian wide characters count twice."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def conversion_label(source: str, target: str) -> str:
    """Return the label of a conversion."""
    return f"{source} {ARROW} {target}"


def fit_labels(labels: Sequence[str], longest: int) -> list[str]:
    """Return labels cut to `longest` Latin letters, in the middle if another begins alike."""
    short = []
    for label in labels:
        start = _truncate_text(label, longest - 1)
        if text_width(label) <= longest:
            short.append(label)
        elif all(other == label or not other.startswith(start) for other in labels):
            short.append(start.rstrip() + ELLIPSIS)
        else:
            tail = (longest - 1) // 2
            end = _truncate_text(label[::-1], tail)[::-1]
            start = _truncate_text(label, longest - 1 - tail)
            short.append(start.rstrip() + ELLIPSIS + end.lstrip())
    return short


def wrap_label(label: str, longest: int) -> list[str]:
    """Break a label into lines of at most `longest` Latin letters.

    Breaks are at the arrow, else at the space nearest to the middle, or within long words.
    """
    if text_width(label) <= longest:
        return [label]
    source, arrow, target = label.partition(f" {ARROW} ")
    parts = f"{source} {ARROW}", target
    if not arrow:
        blanks = [n for n, letter in enumerate(label) if letter == " " and n]
        middle = min(
            blanks or range(1, len(label)),
            key=lambda n: abs(2 * text_width(label[:n]) - text_width(label)),
        )
        parts = label[:middle], label[middle:].lstrip()
    return [line for part in parts for line in wrap_label(part, longest)]


def row_height(labels: Sequence[str], least: int) -> int:
    """Return the height, in px, of a row with such labels on a row axis."""
    lines = max((len(wrap_label(label, MAX_LABEL_WIDTH)) for label in labels), default=1)
    return max(least, LINE_HEIGHT_PX * lines + 8)


def _truncate_text(text: str, room: int) -> str:
    """Return the part of a text that fits a width."""
    start = ""
    for letter in text:
        if text_width(start + letter) > room:
            break
        start += letter
    return start


def format_number(value: float | None, digits: int = 0) -> str:
    """Return a rounded number with separators; not as 0 if non-zero, but limit or magnitude."""
    if value is None:
        return NO_VALUE
    if value == 0:
        return "0"
    if abs(value) < 0.5 * 10**-digits:
        # Floating-point residues of different summations are shown by their magnitude.
        if abs(value) < 10 ** -(digits + 4):
            return f"{value:.0e}".replace("-", MINUS)
        return f"{'<' if value > 0 else f'>{MINUS}'}{10**-digits:.{digits}f}"
    text = f"{value:,.{digits}f}"
    return text.replace("-", MINUS)


def round_to_uncertainty(value: float, half_width: float | None, digits: int = 0) -> str:
    """Return a number for sentences and tiles, with no more digits than its half-width supports."""
    return format_number(*to_half_width(value, half_width, digits))


def format_hectares(area: float) -> str:
    """Return an area in hectares as formatted in sentences."""
    return format_number(area, 0 if area >= MAX_DECIMAL_AREA_HA else 2)


def replace_minus_signs(text: str) -> str:
    """Replace hyphens before negative numbers by minus signs, and +- by a plus-minus sign."""
    text = re.sub(r"\+-(?=\d)", "\N{PLUS-MINUS SIGN}", text)
    return re.sub(r"(?<![\w.,)/-])-(?=\d)", MINUS, text)


def area_message(area: float | None, digits: int = 2) -> Message:
    """Return an area with its unit as a translatable message."""
    return Message("{area} ha", area=format_number(area, digits))


def format_file_size(size: float) -> str:
    """Return a file size such as 1.2 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"


def format_exact(value: object) -> str:
    """Return a value at full precision, as in copied cells and output tables."""
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)


def evenly_spaced_indices(count: int, most: int) -> list[int]:
    """Return at most `most` evenly spaced indices, including the first and the last."""
    if count <= most:
        return list(range(count))
    return [round(index * (count - 1) / (most - 1)) for index in range(most)]


@dataclass(frozen=True)
class YearAxis:
    """Positions on an axis of years.

    Attributes:
        spots, widths: centre and width of each bar, with the full period last.
        first, last: years at the ends of the axis.
        span: label of the full period, or ''.
    """

    spots: Sequence[float]
    widths: Sequence[float]
    first: float
    last: float
    span: Text = ""

    def axis_layout(self, tr: Translator) -> dict[str, Any]:
        """Return the axis in plotly.js format."""
        length = self.last - self.first
        start, end = self.first - AXIS_MARGIN_SHARE * length, self.last + AXIS_MARGIN_SHARE * length
        if self.span:
            end = self.spots[-1] + FULL_PERIOD_GAP_SHARE / 2 * length
        step = next((n for n in YEAR_STEPS if (end - start) / n <= MAX_TICKS), YEAR_STEPS[-1])
        ticks: list[float] = [n for n in range(0, int(self.last) + 1, step) if n >= self.first]
        words = [str(n) for n in ticks]
        if self.span:
            ticks.append(self.spots[-1])
            words.append(f"{escape(str(self.span))}<br>{escape(tr('full period'))}")
        ends = {"range": [start, end], "gridcolor": GRID_COLOUR}
        return ticked_axis(ticks, words, tickangle=0, ticks="outside", **ends)


def year_axis(labels: Sequence[Text], span_last: bool = False) -> YearAxis | None:
    """Return the axis of many years, periods or ages; None for few labels or other ones."""
    steps = labels[: len(labels) - span_last]
    matches = [YEAR_LABEL_PATTERN.fullmatch(str(label)) for label in steps]
    ends = [(int(match[1]), int(match[2] or match[1])) for match in matches if match]
    # There is one period fewer than dates.
    is_periods = any(end > start for start, end in ends)
    if len(ends) < len(steps) or len(ends) < MIN_COMPACT_DATES - is_periods:
        return None
    starts = [start for start, _ in ends]
    gaps = [later - earlier for earlier, later in zip(starts, starts[1:])]
    if min(gaps) <= 0:
        return None
    # A date is a point, a period the range between its ends.
    half = 0 if is_periods else min(gaps) / 2
    spots = [(start + end) / 2 for start, end in ends]
    widths = [BAR_WIDTH_SHARE * (end - start + 2 * half) for start, end in ends]
    first, last = starts[0] - half, ends[-1][1] + half
    if not span_last:
        return YearAxis(spots, widths, first, last)
    spots.append(last + FULL_PERIOD_GAP_SHARE * (last - first))
    widths.append(FULL_PERIOD_BAR_SHARE * (last - first))
    return YearAxis(spots, widths, first, last, labels[-1])


@dataclass(frozen=True)
class BarSeries:
    """Bars by position: values in axis units (ha, %, t C), hover lines, optional texts inside."""

    name: Text
    colour: str
    values: Sequence[float]
    hovers: Sequence[HoverLines]
    texts: list[str] | None = None


def share_bars(
    name: Text, colour: str, labels: list[str], rows: Sequence[Mapping[str, Any]]
) -> BarSeries:
    """Return bars of the shares of a class or zone: share_pct and area_ha of a row by position."""
    shares = [row["share_pct"] or 0.0 for row in rows]
    said: list[HoverLines] = [
        (
            Message("{name}, {label}", name=name, label=label),
            Message("{percent} %", percent=format_number(row["share_pct"], 2)),
            area_message(row["area_ha"], 1),
        )
        for label, row in zip(labels, rows)
    ]
    texts = [f"{share:.1f}" if share >= MIN_NUMBERED_PCT else "" for share in shares]
    return BarSeries(name, colour, shares, said, texts)


def area_bars(name: Text, colour: str, labels: Sequence[Text], areas: Sequence[float]) -> BarSeries:
    """Return bars of areas in hectares by position."""
    said = [(name, label, area_message(area)) for label, area in zip(labels, areas)]
    return BarSeries(name, colour, areas, said)


def escape_html(text: str) -> str:
    """Escape a text for plotly.js."""
    return escape(str(text), quote=False)


def hover_text(*lines: str) -> str:
    """Return the hover text of plain lines."""
    return "<br>".join(escape_html(line) for line in lines)


def hover_texts(lines_by_bar: Iterable[HoverLines], tr: Translator) -> list[str]:
    """Return the translated hover texts of positions."""
    return [hover_text(*(translate_message(line, tr) for line in lines)) for lines in lines_by_bar]


def create_figure(height: int, **layout: object) -> Figure:
    """Return an empty figure in the style of the page."""
    return {
        "data": [],
        "layout": {
            "height": height,
            "autosize": True,
            # The page's script sets the font family.
            "font": {"size": 13, "color": TEXT_COLOUR},
            "paper_bgcolor": BACKGROUND_COLOUR,
            "plot_bgcolor": BACKGROUND_COLOUR,
            "showlegend": False,
            # So that dragging scrolls the page on touch screens.
            "dragmode": False,
            "margin": {"l": 16, "r": 16, "t": 12, "b": 16, "pad": 4},
            "hoverlabel": {
                "bgcolor": BACKGROUND_COLOUR,
                "bordercolor": TEXT_COLOUR,
                "font": {"color": TEXT_COLOUR},
            },
            **layout,
        },
    }


def add_trace(plot: Figure, kind: str, **trace: object) -> None:
    """Add a trace to a figure; properties of None are left out."""
    plot["data"].append({"type": kind, **{k: v for k, v in trace.items() if v is not None}})


def add_line(
    plot: Figure,
    points: PlotPoints,
    colour: str,
    width: float,
    texts: Sequence[str] | None = None,
    **look: str,
) -> None:
    """Add a line to a figure, with optional hover texts at its points."""
    add_trace(
        plot,
        "scatter",
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": colour, "width": width, **look},
        hovertext=texts,
        hoverinfo="text" if texts else "skip",
    )


def area_trace_template(edge: float) -> Figure:
    """Return the template shared by all areas of a figure; `edge` is in px."""
    area = {"mode": "lines", "fill": "toself", "hoverinfo": "text", "hoveron": "fills"}
    return {"data": {"scatter": [{**area, "line": {"width": edge}}]}}


def add_area(
    plot: Figure, outline: PlotPoints, colour: str, lines: Sequence[str], edge: str | None = None
) -> None:
    """Add a filled area with hover lines and an optional edge colour."""
    add_trace(
        plot,
        "scatter",
        x=[round(x, 3) for x, _ in outline],
        y=[round(y, 3) for _, y in outline],
        fillcolor=colour,
        line={"color": edge} if edge else {"width": 0},
        # An area has a single hover text.
        text=hover_text(*lines),
    )


def label_axis(labels: Sequence[str], longest: int = MAX_LABEL_WIDTH) -> Figure:
    """Return an axis of labelled positions."""
    axis = _category_axis([wrap_label(label, longest) for label in labels])
    # Tilted the other way, the last label would extend beyond the right edge of the picture and be
    # omitted.
    return {**axis, "autotickangles": [0, -30, -90]}


def row_axis(labels: Sequence[str]) -> Figure:
    """Return a vertical axis of labelled positions from top to bottom."""
    axis = _category_axis([wrap_label(label, MAX_LABEL_WIDTH) for label in labels])
    return {**axis, "range": axis["range"][::-1]}


def _category_axis(labels: list[list[str]]) -> Figure:
    ends, words = [-0.5, len(labels) - 0.5], [hover_text(*lines) for lines in labels]
    return ticked_axis(list(range(len(labels))), words, range=ends, showgrid=False)


def ticked_axis(spots: Sequence[float], words: Sequence[str], **more: object) -> Figure:
    """Return an axis with text labels at given positions."""
    return {
        "tickmode": "array",
        "tickvals": spots,
        "ticktext": words,
        **more,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
    }


def value_axis(title: str, **more: object) -> Figure:
    """Return a value axis."""
    return {
        "title": {"text": escape_html(title), "standoff": 8, "font": {"size": 13}},
        "gridcolor": GRID_COLOUR,
        "zerolinecolor": AXIS_COLOUR,
        "tickformat": ",",
        "automargin": True,
        "fixedrange": True,
        **more,
    }


def stacked_bars(
    labels: Sequence[Text],
    series: Sequence[BarSeries],
    title: Text,
    tr: Translator,
    lying: bool = False,
    tops: Sequence[Text] | None = None,
    most: float | None = None,
    span_last: bool = False,
) -> Figure:
    """Return stacked bars, vertical or horizontal; `tops` are texts at their ends.

    Negative values stack downwards; `span_last` sets the full period, at the end, apart.
    """
    words = [translate_message(label, tr) for label in labels]
    height = 96 + row_height(words, 44) * len(labels) if lying else 400
    hidden = {"minsize": 10, "mode": "hide"}
    plot = create_figure(height, barmode="relative", bargap=0.28, uniformtext=hidden)
    layout = plot["layout"]
    years = None if lying else year_axis(labels, span_last)
    spots: list[float] = list(years.spots if years else range(len(labels)))
    if span_last and not years:
        spots[-1] += FULL_PERIOD_OFFSET
    for bars in series:
        # Pale bars would be invisible on white without an edge.
        is_pale = min(hex_to_rgb(bars.colour)) >= MIN_PALE_CHANNEL
        edge = PALE_EDGE_COLOUR if is_pale else BACKGROUND_COLOUR
        add_trace(
            plot,
            "bar",
            name=escape_html(translate_message(bars.name, tr)),
            x=bars.values if lying else spots,
            y=spots if lying else bars.values,
            width=years.widths if years else None,
            orientation="h" if lying else "v",
            marker={"color": bars.colour, "line": {"color": edge, "width": 0 if years else 1}},
            hovertext=hover_texts(bars.hovers, tr),
            hoverinfo="text",
            text=None if years else bars.texts,
            texttemplate="%{text}" if bars.texts and not years else None,
            textposition="inside",
            insidetextanchor="middle",
            insidetextfont={"color": get_text_colour(bars.colour)},
            textangle=0,
        )
    if tops:
        sums = [sum(bars.values[n] for bars in series) for n in range(len(labels))]
        texts = [hover_text(*translate_message(text, tr).split("\n")) for text in tops]
        notes = [top_annotation(*note) for note in zip(spots, sums, texts)]
        # With many dates, only the full period has space for a text.
        layout["annotations"] = notes if not years else notes[-1:] if span_last else []
        most = most or max(sums, default=0.0) * 1.16 or 1.0
    values = value_axis(translate_message(title, tr), **({"range": [0, most]} if most else {}))
    labelled = (
        row_axis(words) if lying else years.axis_layout(tr) if years else label_axis(words, 14)
    )
    layout.update(xaxis=values if lying else labelled, yaxis=labelled if lying else values)
    if span_last:
        gap = spots[-1] - 0.5 - FULL_PERIOD_OFFSET / 2
        if years:
            gap = (years.last + spots[-1] - years.widths[-1] / 2) / 2
        else:
            labelled["tickvals"][-1] += FULL_PERIOD_OFFSET
            labelled["ticktext"][-1] += f"<br>{escape_html(tr('full period'))}"
            labelled["range"] = [x + FULL_PERIOD_OFFSET if x > 0 else x for x in labelled["range"]]
        dotted = {"color": AXIS_COLOUR, "width": 1.5, "dash": "dot"}
        layout["shapes"] = [reference_line("y" if lying else "x", gap, dotted)]
    return plot


def top_annotation(x: float, y: float, text: str) -> Figure:
    """Return an annotation above a point."""
    return {"x": x, "y": y, "text": text, "showarrow": False, "yanchor": "bottom"}


def reference_line(axis: str, spot: float, line: Figure, **references: str) -> Figure:
    """Return a line at a position on an axis, across the whole plot unless `references` differ."""
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
