"""Figures of scenarios by year, with stacked panels and adjacent scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Term, Text, Translator, translate_message
from ..report.plotly_figures import (
    GRID_COLOUR,
    TEXT_COLOUR,
    Figure,
    add_trace,
    create_figure,
    escape_html,
    fit_labels,
    format_number,
    hover_text,
    value_axis,
)

CO2E_UNIT = "t CO\N{SUBSCRIPT TWO}e"
EMISSIONS_AXIS_TITLE, HECTARE_UNIT = Term("t CO\N{SUBSCRIPT TWO}e per year"), Term("ha")
NEUTRAL_COLOUR, MILESTONE_COLOUR = "#15803d", "#6b7785"
BAND_COLOUR, BOUND_COLOUR = "rgba(31, 41, 51, 0.2)", "rgba(31, 41, 51, 0.55)"
# Height of a scenario, gap between rows of scenarios, and margins, px.
SCENARIO_HEIGHT_PX, ROW_GAP_PX, TOP_MARGIN_PX, BOTTOM_MARGIN_PX = 470, 74, 34, 34
# Gap between scenarios as a fraction of the width, and between panels as a fraction of the height.
COLUMN_GAP, PANEL_GAP = 0.09, 0.035
MAX_TITLE_LENGTH = 46
# Minimum distance between year labels as a fraction of the axis.
MIN_LABEL_SPACING = 0.15

# Lower and upper bounds by year.
YearlyBounds = tuple[Sequence[float], Sequence[float]]


@dataclass(frozen=True)
class YearCurve:
    """Amounts by year: a line (`dash` style), or an area in `stack` ('' for a line)."""

    name: Text
    colour: str
    values: Sequence[float]
    unit: Text = CO2E_UNIT
    stack: str = ""
    dash: str = "solid"


@dataclass(frozen=True)
class ScenarioPanel:
    """A panel of a scenario.

    Attributes:
        what: quantity of its axis; `axis`, the unit.
        curves: curves in drawing order.
        share: fraction of the height of the scenario.
        band: lower and upper bounds by year.
        mark: highlighted year, and `note`, its label.
    """

    what: Text
    curves: Sequence[YearCurve]
    share: float = 1.0
    axis: Text = EMISSIONS_AXIS_TITLE
    band: YearlyBounds | None = None
    mark: int | None = None
    note: Text = ""


# A scenario and its panels from top to bottom.
ScenarioPanels = Sequence[tuple[str, Sequence[ScenarioPanel]]]


def scenario_figure(
    years: Sequence[int], scenarios: ScenarioPanels, milestones: Sequence[int], tr: Translator
) -> Figure:
    """Return a grid of scenarios in two columns; panels of one level share one scale."""
    columns = min(2, len(scenarios))
    rows = -(-len(scenarios) // columns)
    inside = rows * SCENARIO_HEIGHT_PX + (rows - 1) * ROW_GAP_PX
    drawing = _PanelFigure(
        inside + TOP_MARGIN_PX + BOTTOM_MARGIN_PX, TOP_MARGIN_PX, years, milestones, tr
    )
    ranges = [_axis_range(level) for level in zip(*(stacked for _, stacked in scenarios))]
    width, height = (1.0 - COLUMN_GAP * (columns - 1)) / columns, SCENARIO_HEIGHT_PX / inside
    for index, (name, stacked) in enumerate(scenarios):
        row, column = divmod(index, columns)
        left, top = (
            column * (width + COLUMN_GAP),
            1.0 - row * (SCENARIO_HEIGHT_PX + ROW_GAP_PX) / inside,
        )
        above = 0.0
        for panel, span in zip(stacked, ranges):
            is_lowest = panel is stacked[-1]
            upper = top - height * above
            lower = upper - height * panel.share + (0.0 if is_lowest else PANEL_GAP * height)
            across, upright = [left, min(left + width, 1.0)], [max(lower, 0.0), upper]
            drawing.add_panel(panel, across, upright, span, is_lowest, column == 0)
            above += panel.share
        drawing.add_annotation(
            x=left,
            y=top,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=6,
            text=f"<b>{escape_html(fit_labels([name], MAX_TITLE_LENGTH)[0])}</b>",
        )
    return drawing.figure


def cumulative_figure(years: Sequence[int], curves: Sequence[YearCurve], tr: Translator) -> Figure:
    """Return cumulative net emissions of several scenarios on one axis."""
    panel = ScenarioPanel(Term("Cumulative net emissions"), curves, axis=CO2E_UNIT)
    drawing = _PanelFigure(360, 12, years, (), tr)
    drawing.add_panel(panel, [0.0, 1.0], [0.0, 1.0], _axis_range([panel]))
    ticks = _tick_years(years, [year for year in years if year % 10 == 0])
    drawing.figure["layout"]["xaxis"].update(
        tickvals=ticks, ticktext=list(map(str, ticks)), gridcolor=GRID_COLOUR
    )
    return drawing.figure


def _axis_range(panels: Sequence[ScenarioPanel]) -> tuple[float, float]:
    """Return the value range of panels, including 0, with a margin above."""
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


def _tick_years(years: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Return the first and last year, and the wanted years between them with room for a label."""
    first, last = years[0], years[-1]
    least = MIN_LABEL_SPACING * (last - first)
    shown = [first]
    for year in sorted(wanted):
        if year - shown[-1] >= least and last - year >= least:
            shown.append(year)
    return [*shown, last] if last > first else shown


class _PanelFigure:
    """A figure of panels with the same years and milestone lines."""

    def __init__(
        self, height: int, top: int, years: Sequence[int], milestones: Sequence[int], tr: Translator
    ):
        margin = {"l": 12, "r": 26, "t": top, "b": BOTTOM_MARGIN_PX, "pad": 2}
        self.figure = create_figure(height, margin=margin)
        self._years, self._milestones, self._tr = years, milestones, tr
        self._count = 0

    def add_panel(
        self,
        panel: ScenarioPanel,
        across: Sequence[float],
        upright: Sequence[float],
        span: tuple[float, float],
        has_years: bool = True,
        has_title: bool = True,
    ) -> None:
        """Add a panel; `across` and `upright` are figure fractions, `span` is its axis range."""
        self._count += 1
        suffix = "" if self._count == 1 else str(self._count)
        axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
        # Scale factor that keeps axis numbers short, and its SI prefix.
        most = max(abs(bound) for bound in span)
        steps = ((1e9, "G"), (1e6, "M"), (1e3, "k")) if panel.axis != HECTARE_UNIT else ()
        factor, prefix = next((step for step in steps if most >= step[0]), (1.0, ""))
        for curve in panel.curves:
            if panel.band is not None and curve is panel.curves[-1]:
                self._add_band(axes, panel.band, factor)
            self._add_curve(axes, curve, factor)
        ticks = _tick_years(self._years, self._milestones)
        self.figure["layout"][f"xaxis{suffix}"] = {
            "domain": across,
            "anchor": axes["yaxis"],
            "range": [self._years[0], self._years[-1]],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [str(year) if has_years else "" for year in ticks],
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        }
        what, unit = (translate_message(text, self._tr) for text in (panel.what, panel.axis))
        upright_axis = {
            **value_axis(""),
            "domain": upright,
            "anchor": axes["xaxis"],
            "range": [bound / factor for bound in span],
            "tickformat": ",~r",
            "zerolinecolor": TEXT_COLOUR,
            "zerolinewidth": 1.2,
        }
        if has_title:
            upright_axis["title"]["text"] = hover_text(what, f"{prefix}{unit}")
        self.figure["layout"][f"yaxis{suffix}"] = upright_axis
        self._add_year_lines(axes, panel)

    def _add_year_lines(self, axes: dict[str, str], panel: ScenarioPanel) -> None:
        """Add the lines of milestones, and of the highlighted year with its note."""
        years, at = self._years, {"xref": axes["xaxis"], "yref": f"{axes['yaxis']} domain"}
        lines = [
            (year, MILESTONE_COLOUR, "dot") for year in inner_milestones(years, self._milestones)
        ]
        lines += [(panel.mark, NEUTRAL_COLOUR, "solid")] if panel.mark is not None else []
        for year, colour, dash in lines:
            look = {"color": colour, "width": 1.2, "dash": dash}
            line = {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, **at, "line": look}
            self.figure["layout"].setdefault("shapes", []).append(line)
        if panel.note:
            # At the highlighted year or, without one, at the right.
            year = years[-1] if panel.mark is None else panel.mark
            self.add_annotation(
                **at,
                x=year,
                y=1,
                xanchor="right" if year > (years[0] + years[-1]) / 2 else "left",
                yanchor="top",
                text=escape_html(translate_message(panel.note, self._tr)),
                font={"color": TEXT_COLOUR if panel.mark is None else NEUTRAL_COLOUR, "size": 13},
                bgcolor="rgba(255, 255, 255, 0.8)",
            )

    def add_annotation(self, **note: object) -> None:
        """Add a text annotation."""
        annotations = self.figure["layout"].setdefault("annotations", [])
        annotations.append({**note, "showarrow": False})

    def _add_curve(self, axes: dict[str, str], curve: YearCurve, factor: float) -> None:
        name, unit = (translate_message(text, self._tr) for text in (curve.name, curve.unit))
        look: Figure = {"line": {"color": curve.colour, "width": 2.6, "dash": curve.dash}}
        if curve.stack:
            look = {
                "line": {"color": curve.colour, "width": 0.5},
                "stackgroup": f"{curve.stack}{self._count}",
                "fillcolor": curve.colour,
            }
        add_trace(
            self.figure,
            "scatter",
            x=list(self._years),
            y=[value / factor for value in curve.values],
            mode="lines" if len(self._years) > 1 else "markers",
            **axes,
            name=escape_html(name),
            hovertext=[
                hover_text(f"{name}, {year}", f"{format_number(value, 1)} {unit}")
                for year, value in zip(self._years, curve.values)
            ],
            hoverinfo="text",
            **look,
        )

    def _add_band(self, axes: dict[str, str], band: YearlyBounds, factor: float) -> None:
        """Add a band as one closed shape along the upper and back along the lower bound."""
        low, high = ([bound / factor for bound in side] for side in band)
        add_trace(
            self.figure,
            "scatter",
            x=[*self._years, *reversed(self._years)],
            y=[*high, *reversed(low)],
            mode="lines",
            line={"width": 1, "color": BOUND_COLOUR, "dash": "dot"},
            fill="toself",
            fillcolor=BAND_COLOUR,
            hoverinfo="skip",
            **axes,
        )


def inner_milestones(years: Sequence[int], milestones: Sequence[int]) -> list[int]:
    return [year for year in milestones if years[0] < year < years[-1]]
