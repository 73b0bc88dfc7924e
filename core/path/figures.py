"""The figures of a path to carbon neutrality: one panel per scenario, all to one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Term, Text, Translate, translated
from ..report.figures import FAINT, INK, Figure, add, amounts, figure, hover, plain
from ..report.labels import fitted
from ..report.parts import Marks
from ..report.rounding import rounded

# What more than one section shows.
TAKEN, SINK = "#c0564a", "#3f9b53"
TAKEN_WORDS, SINK_WORDS = Term("Carbon of land that is taken"), Term("Sink of reclaimed land")
NET_WORDS = Term("Net emissions")
UNIT = "t CO\N{SUBSCRIPT TWO}e"
AXIS = Term("t CO\N{SUBSCRIPT TWO}e per year")
# Two panels beside each other are not to be narrower than this.
LEAST_WIDTH = 640

NEUTRAL, MILESTONE = "#15803d", "#6b7785"
NEUTRAL_WORDS, MILESTONE_WORDS = Term("Year of carbon neutrality"), Term("Milestone")
BAND, BOUND = "rgba(31, 41, 51, 0.2)", "rgba(31, 41, 51, 0.55)"

# Height of a panel, and between panels above each other, in pixels.
PANEL, BETWEEN, TOP, BOTTOM = 470, 74, 34, 34
# Part of the width between two panels.
GAP = 0.09
LONGEST_TITLE = 46
# Labels of years are no closer than this part of an axis.
LEAST_BETWEEN = 0.15

# Lower and upper bounds by year.
Bounds = tuple[Sequence[float], Sequence[float]]


@dataclass(frozen=True)
class YearCurve:
    """Amounts by year, as a line or as an area that is stacked on those before it.

    Attributes:
        stack: of an area, the name of its stack; '' of a line.
        dash: of a line.
    """

    name: Text
    colour: str
    values: Sequence[float]
    unit: Text
    stack: str = ""
    dash: str = "solid"


@dataclass(frozen=True)
class Panel:
    """One scenario, or a part of what there is to show of it.

    Attributes:
        curves: in the order in which they are drawn.
        what: what its axis is of; `axis`, the unit.
        band: lower and upper bounds by year.
        mark: a year that stands out, and `note`, what it is.
        is_short: whether the axis counts in thousands or more of its unit where numbers are large.
        share: of a panel that shares its place with others above each other, its part of the
            height; these come from the top down.
    """

    title: str
    curves: Sequence[YearCurve]
    what: Text
    axis: Text
    band: Bounds | None = None
    mark: int | None = None
    note: Text = ""
    is_short: bool = True
    share: float = 1.0


def _scale(values: Sequence[float]) -> tuple[float, str]:
    """What the numbers of an axis are divided by to be short, and how that is called."""
    most = max(abs(value) for value in values)
    steps = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
    return next((step for step in steps if most >= step[0]), (1.0, ""))


def panels(
    years: Sequence[int],
    places: Sequence[Sequence[Panel]],
    milestones: Sequence[int],
    tr: Translate,
) -> Figure:
    """A grid of panels, two beside each other.

    Panels at the same height of their places have one scale.

    Args:
        places: by scenario, its panels from the top down.
        milestones: years with a line in every panel.
    """
    columns = min(2, len(places))
    rows = -(-len(places) // columns)
    height = TOP + BOTTOM + rows * PANEL + (rows - 1) * BETWEEN
    made = figure(height, margin={"l": 12, "r": 26, "t": TOP, "b": BOTTOM, "pad": 2})
    drawn = _Panels(made, years, milestones, tr)
    inside = height - TOP - BOTTOM
    ranges = [_range([stacked[level] for stacked in places]) for level in range(len(places[0]))]
    for place, stacked in enumerate(places):
        row, column = divmod(place, columns)
        width = (1.0 - GAP * (columns - 1)) / columns
        left = column * (width + GAP)
        top = 1.0 - row * (PANEL + BETWEEN) / inside
        part = PANEL / inside
        for level, panel in enumerate(stacked):
            upper = top - part * sum(other.share for other in stacked[:level])
            lower = upper - part * panel.share + (0.035 * part if level + 1 < len(stacked) else 0.0)
            is_lowest = level + 1 == len(stacked)
            across, upright = (left, min(left + width, 1.0)), (max(lower, 0.0), upper)
            drawn.add(panel, across, upright, ranges[level], is_lowest, column == 0)
        drawn.add_title(stacked[0].title, left, top)
    return made


def _range(panels: Sequence[Panel]) -> tuple[float, float]:
    """From the lowest to the highest that panels show, with 0 in it and some room above."""
    least, most = 0.0, 0.0
    for panel in panels:
        sums: dict[str, list[float]] = {}
        for curve in panel.curves:
            total = sums.setdefault(curve.stack or str(curve.name), [0.0] * len(curve.values))
            sums[curve.stack or str(curve.name)] = [a + b for a, b in zip(total, curve.values)]
        values = [value for total in sums.values() for value in total]
        values += [value for bound in panel.band or () for value in bound]
        least, most = min([least, *values]), max([most, *values])
    room = 0.06 * (most - least) or 1.0
    return least - (room if least < 0 else 0.0), most + 1.6 * room


def labelled(years: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """The first year, the last one, and those wanted between them whose labels have room."""
    first, last = years[0], years[-1]
    least = LEAST_BETWEEN * (last - first)
    shown = [first]
    for year in sorted(wanted):
        if year - shown[-1] >= least and last - year >= least:
            shown.append(year)
    return [*shown, last] if last > first else shown


class _Panels:
    """The panels of a figure, which have the same years.

    Args:
        milestones: years with a line in every panel.
    """

    def __init__(
        self, made: Figure, years: Sequence[int], milestones: Sequence[int], tr: Translate
    ):
        self._made, self._years, self._milestones, self._tr = made, years, milestones, tr
        self._count = 0

    def add(
        self,
        panel: Panel,
        across: tuple[float, float],
        upright: tuple[float, float],
        span: tuple[float, float],
        has_years: bool = True,
        has_title: bool = True,
    ) -> None:
        """Add a panel.

        Args:
            across, upright: where it lies, as parts of the figure.
            span: the range of its axis.
        """
        self._count += 1
        number = "" if self._count == 1 else str(self._count)
        axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        factor, prefix = _scale(span) if panel.is_short else (1.0, "")
        for curve in panel.curves:
            if not curve.stack and panel.band is not None and curve is panel.curves[-1]:
                self._add_band(axes, panel.band, factor)
            self._add_curve(axes, curve, factor)
        layout, years = self._made["layout"], self._years
        ticks = labelled(years, self._milestones)
        layout[f"xaxis{number}"] = {
            "domain": list(across),
            "anchor": axes["yaxis"],
            "range": [years[0], years[-1]],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [str(year) for year in ticks] if has_years else [""] * len(ticks),
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        }
        layout[f"yaxis{number}"] = {
            **amounts(""),
            "domain": list(upright),
            "anchor": axes["xaxis"],
            "range": [bound / factor for bound in span],
            "tickformat": ",~r",
            "zerolinecolor": INK,
            "zerolinewidth": 1.2,
        }
        if has_title:
            what, axis = (translated(text, self._tr) for text in (panel.what, panel.axis))
            title = hover(what, f"{prefix}{axis}")
            layout[f"yaxis{number}"]["title"]["text"] = title
        inner = (year for year in self._milestones if years[0] < year < years[-1])
        lines = [(year, MILESTONE, "dot") for year in inner]
        lines += [(panel.mark, NEUTRAL, "solid")] if panel.mark is not None else []
        at = {"xref": axes["xaxis"], "yref": f"{axes['yaxis']} domain"}
        for year, colour, dash in lines:
            look = {"color": colour, "width": 1.2, "dash": dash}
            line = {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, **at, "line": look}
            layout.setdefault("shapes", []).append(line)
        if panel.note:
            # At its year, or at the right where there is none.
            year = years[-1] if panel.mark is None else panel.mark
            self._note(
                **at,
                x=year,
                y=1,
                xanchor="right" if year > (years[0] + years[-1]) / 2 else "left",
                yanchor="top",
                text=plain(translated(panel.note, self._tr)),
                font={"color": INK if panel.mark is None else NEUTRAL, "size": 13},
                bgcolor="rgba(255, 255, 255, 0.8)",
            )

    def add_title(self, title: str, left: float, top: float) -> None:
        """Add what stands above panels."""
        self._note(
            x=left,
            y=top,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=6,
            text=f"<b>{plain(fitted([title], LONGEST_TITLE)[0])}</b>",
        )

    def _note(self, **note: object) -> None:
        self._made["layout"].setdefault("annotations", []).append({**note, "showarrow": False})

    def _add_curve(self, axes: dict[str, str], curve: YearCurve, factor: float) -> None:
        name, unit = (translated(text, self._tr) for text in (curve.name, curve.unit))
        values = [value / factor for value in curve.values]
        mode = "lines" if len(self._years) > 1 else "markers"
        line = {"x": list(self._years), "y": values, "mode": mode, **axes}
        look: Figure = {"line": {"color": curve.colour, "width": 2.6, "dash": curve.dash}}
        if curve.stack:
            look = {
                "line": {"color": curve.colour, "width": 0.5},
                "stackgroup": f"{curve.stack}{self._count}",
                "fillcolor": curve.colour,
            }
        add(
            self._made,
            "scatter",
            **line,
            name=plain(name),
            hovertext=[
                hover(f"{name}, {year}", f"{rounded(value, 1)} {unit}")
                for year, value in zip(self._years, curve.values)
            ],
            hoverinfo="text",
            **look,
        )

    def _add_band(self, axes: dict[str, str], band: Bounds, factor: float) -> None:
        """One closed shape, there along the upper bound and back along the lower one."""
        low, high = ([bound / factor for bound in side] for side in band)
        add(
            self._made,
            "scatter",
            x=[*self._years, *reversed(self._years)],
            y=[*high, *reversed(low)],
            mode="lines",
            line={"width": 1, "color": BOUND, "dash": "dot"},
            fill="toself",
            fillcolor=BAND,
            hoverinfo="skip",
            **axes,
        )


def year_marks(years: Sequence[int], milestones: Sequence[int], neutral: bool) -> Marks:
    """Upright lines of panels, for their legend: milestones, and whether any year is `neutral`."""
    marks = [(NEUTRAL_WORDS, NEUTRAL, "line")] if neutral else []
    inner = any(years[0] < year < years[-1] for year in milestones)
    return [*marks, *([(MILESTONE_WORDS, MILESTONE, "dotted")] if inner else [])]


def lines(years: Sequence[int], curves: Sequence[YearCurve], tr: Translate) -> Figure:
    """Cumulative net emissions of several scenarios on one axis."""
    panel = Panel("", curves, Term("Cumulative net emissions"), UNIT)
    made = figure(360, margin={"l": 12, "r": 26, "t": 12, "b": BOTTOM, "pad": 2})
    _Panels(made, years, (), tr).add(panel, (0.0, 1.0), (0.0, 1.0), _range([panel]))
    ticks = labelled(years, [year for year in years if year % 10 == 0])
    made["layout"]["xaxis"].update(
        tickvals=ticks, ticktext=[str(year) for year in ticks], gridcolor=FAINT
    )
    return made
