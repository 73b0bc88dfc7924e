"""The section on the path itself: emissions by stage, sink, net and band, scenario by scenario.

The figures of a path to carbon neutrality: one panel per scenario, all to one scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import isnan

from ..base.messages import Message, Term, Text, Translate, translated
from ..report.page import Chart, Marks, Row, Section, ShownColumn, ShownTable, Swatches, known
from ..report.plotly_figures import (
    FAINT,
    INK,
    Figure,
    add,
    amounts,
    figure,
    fitted,
    hover,
    plain,
    rounded,
)
from ..scheme.coefficients import CO2_PER_C
from .emission_factors import STAGES
from .path import NeutralityPath
from .projection import Band, ScenarioProjection

# What more than one section shows.
TAKEN_COLOUR, SINK_COLOUR = "#c0564a", "#3f9b53"
TAKEN_WORDS, SINK_WORDS = Term("Carbon of land that is taken"), Term("Sink of reclaimed land")
NET_WORDS = Term("Net emissions")
UNIT = "t CO\N{SUBSCRIPT TWO}e"
AXIS = Term("t CO\N{SUBSCRIPT TWO}e per year")
# Two panels beside each other are not to be narrower than this.
LEAST_WIDTH = 640

NEUTRAL_COLOUR, MILESTONE_COLOUR = "#15803d", "#6b7785"
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


def panels(
    years: Sequence[int],
    by_scenario: Sequence[Sequence[Panel]],
    milestones: Sequence[int],
    tr: Translate,
) -> Figure:
    """A grid of panels, two scenarios beside each other; those of one height have one scale."""
    columns = min(2, len(by_scenario))
    rows = -(-len(by_scenario) // columns)
    height = TOP + BOTTOM + rows * PANEL + (rows - 1) * BETWEEN
    drawn = figure(height, margin={"l": 12, "r": 26, "t": TOP, "b": BOTTOM, "pad": 2})
    drawing = _Panels(drawn, years, milestones, tr)
    inside = height - TOP - BOTTOM
    ranges = [_range(level) for level in zip(*by_scenario)]
    width, part = (1.0 - GAP * (columns - 1)) / columns, PANEL / inside
    for index, stacked in enumerate(by_scenario):
        row, column = divmod(index, columns)
        left = column * (width + GAP)
        top = 1.0 - row * (PANEL + BETWEEN) / inside
        for level, panel in enumerate(stacked):
            is_lowest = level + 1 == len(stacked)
            upper = top - part * sum(other.share for other in stacked[:level])
            lower = upper - part * panel.share + (0.0 if is_lowest else 0.035 * part)
            across, upright = (left, min(left + width, 1.0)), (max(lower, 0.0), upper)
            drawing.add(panel, across, upright, ranges[level], is_lowest, column == 0)
        drawing.note(
            x=left,
            y=top,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=6,
            text=f"<b>{plain(fitted([stacked[0].title], LONGEST_TITLE)[0])}</b>",
        )
    return drawn


def _range(panels: Sequence[Panel]) -> tuple[float, float]:
    """From the lowest to the highest that panels show, with 0 in it and some room above."""
    least, most = 0.0, 0.0
    for panel in panels:
        sums: dict[str, Sequence[float]] = {}
        for curve in panel.curves:
            name = curve.stack or str(curve.name)
            below = sums.get(name, [0.0] * len(curve.values))
            sums[name] = [total + value for total, value in zip(below, curve.values)]
        bounds = [*sums.values(), *(panel.band or ())]
        values = [value for by_year in bounds for value in by_year]
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
    """The panels of a figure, which have the same years; milestones have a line in each."""

    def __init__(
        self, drawn: Figure, years: Sequence[int], milestones: Sequence[int], tr: Translate
    ):
        self._drawn, self._years, self._milestones, self._tr = drawn, years, milestones, tr
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
        """Add a panel, across and upright as parts of the figure; `span` is its axis's range."""
        self._count += 1
        suffix = "" if self._count == 1 else str(self._count)
        axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
        # What the numbers of the axis are divided by to be short, and how that is called.
        factor, prefix = 1.0, ""
        if panel.is_short:
            most = max(abs(bound) for bound in span)
            steps = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
            factor, prefix = next((step for step in steps if most >= step[0]), (1.0, ""))
        for curve in panel.curves:
            if not curve.stack and panel.band is not None and curve is panel.curves[-1]:
                self._add_band(axes, panel.band, factor)
            self._add_curve(axes, curve, factor)
        ticks = labelled(self._years, self._milestones)
        self._drawn["layout"][f"xaxis{suffix}"] = {
            "domain": list(across),
            "anchor": axes["yaxis"],
            "range": [self._years[0], self._years[-1]],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [str(year) for year in ticks] if has_years else [""] * len(ticks),
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        }
        upright_axis = {
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
            upright_axis["title"]["text"] = hover(what, f"{prefix}{axis}")
        self._drawn["layout"][f"yaxis{suffix}"] = upright_axis
        self._add_lines(axes, panel)

    def _add_lines(self, axes: dict[str, str], panel: Panel) -> None:
        """The lines of milestones, and of the year that stands out with its note."""
        years, at = self._years, {"xref": axes["xaxis"], "yref": f"{axes['yaxis']} domain"}
        inner = (year for year in self._milestones if years[0] < year < years[-1])
        lines = [(year, MILESTONE_COLOUR, "dot") for year in inner]
        lines += [(panel.mark, NEUTRAL_COLOUR, "solid")] if panel.mark is not None else []
        for year, colour, dash in lines:
            look = {"color": colour, "width": 1.2, "dash": dash}
            line = {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, **at, "line": look}
            self._drawn["layout"].setdefault("shapes", []).append(line)
        if panel.note:
            # At its year, or at the right where there is none.
            year = years[-1] if panel.mark is None else panel.mark
            self.note(
                **at,
                x=year,
                y=1,
                xanchor="right" if year > (years[0] + years[-1]) / 2 else "left",
                yanchor="top",
                text=plain(translated(panel.note, self._tr)),
                font={"color": INK if panel.mark is None else NEUTRAL_COLOUR, "size": 13},
                bgcolor="rgba(255, 255, 255, 0.8)",
            )

    def note(self, **note: object) -> None:
        """Add a text."""
        annotations = self._drawn["layout"].setdefault("annotations", [])
        annotations.append({**note, "showarrow": False})

    def _add_curve(self, axes: dict[str, str], curve: YearCurve, factor: float) -> None:
        name, unit = (translated(text, self._tr) for text in (curve.name, curve.unit))
        look: Figure = {"line": {"color": curve.colour, "width": 2.6, "dash": curve.dash}}
        if curve.stack:
            look = {
                "line": {"color": curve.colour, "width": 0.5},
                "stackgroup": f"{curve.stack}{self._count}",
                "fillcolor": curve.colour,
            }
        add(
            self._drawn,
            "scatter",
            x=list(self._years),
            y=[value / factor for value in curve.values],
            mode="lines" if len(self._years) > 1 else "markers",
            **axes,
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
            self._drawn,
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
    marks = [(NEUTRAL_WORDS, NEUTRAL_COLOUR, "line")] if neutral else []
    inner = any(years[0] < year < years[-1] for year in milestones)
    return [*marks, *([(MILESTONE_WORDS, MILESTONE_COLOUR, "dotted")] if inner else [])]


def lines(years: Sequence[int], curves: Sequence[YearCurve], tr: Translate) -> Figure:
    """Cumulative net emissions of several scenarios on one axis."""
    panel = Panel("", curves, Term("Cumulative net emissions"), UNIT)
    drawn = figure(360, margin={"l": 12, "r": 26, "t": 12, "b": BOTTOM, "pad": 2})
    _Panels(drawn, years, (), tr).add(panel, (0.0, 1.0), (0.0, 1.0), _range([panel]))
    ticks = labelled(years, [year for year in years if year % 10 == 0])
    drawn["layout"]["xaxis"].update(
        tickvals=ticks, ticktext=[str(year) for year in ticks], gridcolor=FAINT
    )
    return drawn


COLOURS = {
    "stripping": "#d9b36c",
    "mining": "#6b4a73",
    "transportation": "#e08e45",
    "dumping": "#97714f",
    "reclamation": "#b9c46a",
    "post_mining": "#a58bb0",
}
OFFSETS_COLOUR, OFFSETS_WORDS = "#4287c8", Term("Offsets")


def scenario_section(path: NeutralityPath) -> Section:
    """Fig. 5 of the paper with numbers in it: two panels per scenario, and the milestones."""
    shown = [_panels(projection, band) for projection, band in path.banded]
    years, milestones = path.span.after, path.span.milestones
    is_neutral = any(projection.neutral_year is not None for projection in path.projections)
    chart = Chart(
        "path",
        Term("Emissions by stage and sink of the land above, net emissions below"),
        [("", partial(panels, years, shown, milestones))],
        _legend(path, shown),
        Message(
            "Above 0 to the atmosphere. Land that is taken loses its carbon; what is reclaimed "
            "regains it by its age. {band}",
            band=_band_words(path),
        ),
        LEAST_WIDTH if len(shown) > 1 else 0,
        [(NET_WORDS, INK, "line"), *year_marks(years, milestones, is_neutral)],
    )
    return Section(
        "path-scenarios",
        Term("Path to carbon neutrality"),
        [words for projection, band in path.banded for words in _sentences(path, projection, band)],
        charts=[chart],
        tables=[_milestones(path), *_all_years(path)],
    )


def _band_words(path: NeutralityPath) -> Text:
    """What the band is, or why there is none."""
    if not path.bands:
        return Term("There is no band of uncertainty, because not all half-widths are given.")
    level = f"{path.wanted.level:g}"
    if path.wanted.draws:
        return Message("The band holds {level} % of the random draws.", level=level)
    return Message(
        "The band is by the propagation of errors (approach 1 of IPCC 2006), at {level} %.",
        level=level,
    )


def _panels(projection: ScenarioProjection, band: Band | None) -> list[Panel]:
    """The panels of a scenario after the base year, which has no land: what emits above 0 and what
    takes up below it; and net.
    """
    curves = [
        YearCurve(
            STAGES[stage], colour, list(amounts), UNIT, "below" if amounts.min() < 0 else "above"
        )
        for stage, colour in COLOURS.items()
        if (amounts := projection.of_stage(stage)[1:]).any()
    ]
    for words, colour, amounts, stack in (
        (TAKEN_WORDS, TAKEN_COLOUR, projection.loss[1:] * CO2_PER_C, "above"),
        (SINK_WORDS, SINK_COLOUR, -projection.sink[1:] * CO2_PER_C, "below"),
        (OFFSETS_WORDS, OFFSETS_COLOUR, -projection.offsets[1:], "below"),
    ):
        if amounts.any():
            curves.append(YearCurve(words, colour, list(amounts), UNIT, stack))
    net = [YearCurve(NET_WORDS, INK, list(projection.net[1:]), UNIT)]
    first, end = projection.years[1], projection.years[-1]
    mark, note = None, Message("not carbon neutral by {year}", year=end)
    if projection.neutral_year is not None:
        mark = max(projection.neutral_year, first)
        note = Message("carbon neutral from {year}", year=mark)
    bounds = None if band is None else (list(band.low[1:]), list(band.high[1:]))
    name = projection.scenario.name
    return [
        Panel(name, curves, Term("Emissions and sink"), AXIS, mark=mark, share=0.55),
        Panel(name, net, NET_WORDS, AXIS, bounds, mark, note, share=0.45),
    ]


def _legend(path: NeutralityPath, by_scenario: Sequence[Sequence[Panel]]) -> Swatches:
    """The areas that occur in any panel."""
    stacked = (panel for panels in by_scenario for panel in panels)
    occurring = {(c.name, c.colour) for panel in stacked for c in panel.curves}
    everything = [(STAGES[stage], colour) for stage, colour in COLOURS.items()]
    everything += [
        (TAKEN_WORDS, TAKEN_COLOUR),
        (SINK_WORDS, SINK_COLOUR),
        (OFFSETS_WORDS, OFFSETS_COLOUR),
    ]
    shown = [swatch for swatch in everything if swatch in occurring]
    words = Message("{level} % interval of net emissions", level=f"{path.wanted.level:g}")
    return [*shown, (words, BAND)] if path.bands else shown


def _sentences(
    path: NeutralityPath, projection: ScenarioProjection, band: Band | None
) -> list[Text]:
    """Whether a scenario becomes neutral, and how sure that is."""
    values = {
        "scenario": projection.scenario.name,
        "year": projection.neutral_year,
        "first": projection.years[1],
        "end": projection.years[-1],
        "cumulative": rounded(projection.cumulative[-1], 0),
    }
    if projection.neutral_index is None:
        return [
            Message(
                "{scenario}: not carbon neutral by {end}; cumulative net emissions from {first} to "
                "{end} {cumulative} t CO\N{SUBSCRIPT TWO}e.",
                **values,
            )
        ]
    sentences: list[Text] = [
        Message(
            "{scenario}: carbon neutral from {year} to {end}, net emissions being 0 or below; "
            "cumulative net emissions from {first} to {end} {cumulative} t CO\N{SUBSCRIPT TWO}e.",
            **values,
        )
    ]
    if band is not None and band.neutral_pct is not None:
        sentences.append(
            Message(
                "{scenario}: probability of neutrality from {year} to {end}: {share} % of the "
                "draws; not drawn: {left_out}.",
                left_out=path.left_out,
                share=rounded(float(band.neutral_pct[projection.neutral_index]), 1),
                **values,
            )
        )
    return sentences


def _milestones(path: NeutralityPath) -> ShownTable:
    shares = {
        (projection.scenario.name, str(year)): float(pct)
        for projection in path.projections
        for year, pct in zip(projection.years, projection.sink_pct)
    }
    rows: list[Row] = []
    for row in path.milestone_rows:
        share = shares[row["scenario"], row["year"]]
        rows.append({**row, "sink_pct": None if isnan(share) else share})
    columns = [
        *map(known, ("scenario", "year", "emissions_tco2e", "land_loss_tc", "sink_tc")),
        ShownColumn(Term("Sink, % of emissions"), "sink_pct", 1),
        *map(known, _balance(path)),
    ]
    if path.bands and path.wanted.draws:
        columns.append(known("neutral_pct"))
    return ShownTable("path-milestones", Term("Milestones"), columns, rows)


def _all_years(path: NeutralityPath) -> list[ShownTable]:
    names = ["year", "emissions_tco2e", "land_loss_tc", "sink_tc", *_balance(path)]
    columns = [known(name) for name in names]
    tables = []
    for index, projection in enumerate(path.projections):
        caption = Message("Every year: {scenario}", scenario=projection.scenario.name)
        rows = path.rows_of(projection)
        tables.append(ShownTable(f"path-years-{index}", caption, columns, rows, folded=True))
    return tables


def _balance(path: NeutralityPath) -> Sequence[str]:
    """The columns on net, with those of a band and of offsets where there are any."""
    offsets = ["offsets_tco2"] if any(c.offsets.any() for c in path.projections) else []
    band = ["low_tco2e", "high_tco2e"] if path.bands else []
    return [*offsets, "net_tco2e", *band, "cumulative_tco2e"]
