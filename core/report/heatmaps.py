"""Class-by-class heat maps: transfer matrices and confusion matrices.

Axes use positions from 0, because two classes may have the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from ..base.colours import get_text_colour, interpolate_ramp
from ..base.messages import Message, Term, Text, Translator
from ..base.numbers import compute_percent, get_round_length
from .plotly_figures import (
    TEXT_COLOUR,
    Figure,
    add_trace,
    create_figure,
    escape_html,
    fit_labels,
    format_number,
    label_axis,
)

# In larger matrices the numbers in the cells would be illegible.
MAX_NUMBERED_CLASSES = 16
# Colours from small to large change: a single hue, legible in greyscale and with colour blindness.
CHANGE_RAMP = ("#e6f2fc", "#86b6d8", "#2f74ab", "#0b3660")
# Unchanged land is outside the colour scale.
UNCHANGED_COLOUR, FRAME_COLOUR = "#dfe2e5", "#7b8794"
# Approximate fractions of the largest change that are listed in the legend.
LEGEND_STEPS = (1.0, 0.25, 0.05)
# Additional cells to the right and below for totals, if cells have no numbers.
TOTALS_WIDTH_CELLS = 3.0


class TransferMatrix(NamedTuple):
    """Transfer matrix of a period, ha, without empty rows and columns.

    Attributes:
        rows, columns: indices of its earlier and later classes.
        names: names of all classes by index.
        hectares: areas by row and column, shape (rows, columns), ha.
        most: largest change, ha, shown in the darkest colour; the same for all periods, so
            that they are comparable.
    """

    rows: Sequence[int]
    columns: Sequence[int]
    names: Sequence[str]
    hectares: Sequence[Sequence[float]]
    most: float


def change_colour(area: float, most: float) -> str:
    """Return the #rrggbb colour of a changed area, by its root to keep small changes visible."""
    return interpolate_ramp(CHANGE_RAMP, min(area / most, 1.0) ** 0.5 if most else 0.0)


def transfer_legend(most: float) -> list[tuple[Text, str]]:
    """Return the colour legend: unchanged, and rounded areas in ha, largest first."""
    steps = (
        sorted({get_round_length(most * part) for part in LEGEND_STEPS}, reverse=True)
        if most
        else []
    )
    return [
        (Term("unchanged"), UNCHANGED_COLOUR),
        *(
            (Message("{area} ha", area=f"{step:,.10g}"), change_colour(step, most))
            for step in steps
        ),
    ]


def transfer_heatmap(transfers: TransferMatrix, tr: Translator) -> Figure:
    """Return the heat map of a transfer matrix: areas in ha as numbers, changed ones coloured."""
    names, hectares, most = transfers.names, transfers.hectares, transfers.most
    rows, columns = ([names[n] for n in side] for side in (transfers.rows, transfers.columns))
    sums = [fsum(row) for row in hectares]
    numbered = max(len(rows), len(columns)) <= MAX_NUMBERED_CLASSES
    cells = [(i, j, area) for i, row in enumerate(hectares) for j, area in enumerate(row) if area]
    stayed = [cell for cell in cells if transfers.rows[cell[0]] == transfers.columns[cell[1]]]
    plot = _empty_heatmap(rows, columns, (tr("Earlier class"), tr("Later class")), numbered)
    hovering = "%{y} \N{RIGHTWARDS ARROW} %{x}<br>" + escape_html(tr("{area} ha"))
    # Without texts in the cells pages of many classes and dates stay smaller.
    words: Figure = {"hovertemplate": f"{hovering.replace('{area}', '%{z:,.1f}')}<extra></extra>"}
    if numbered:
        share = escape_html(tr("{share} % of the earlier class")).replace(
            "{share}", "%{customdata:.2f}"
        )
        words = {
            "text": [[format_number(area, 0) if area else "" for area in row] for row in hectares],
            "customdata": [
                [round(compute_percent(area, total) or 0.0, 2) for area in row]
                for row, total in zip(hectares, sums)
            ],
            "hovertemplate": f"{hovering.replace('{area}', '%{text}')}<br>{share}<extra></extra>",
        }
    add_trace(
        plot,
        "heatmap",
        **_heatmap_trace(rows, columns),
        z=[[round(area, 2) if area else None for area in row] for row in hectares],
        zmin=0,
        zmax=most or 1.0,
        colorscale=[
            [part * part, interpolate_ramp(CHANGE_RAMP, part)]
            for part in (n / 24 for n in range(25))
        ],
        **words,
    )
    # Data for static pictures, where the names of the page do not fit.
    present = sorted({*transfers.rows, *transfers.columns})
    plot["layout"]["meta"] = {
        "names": {n: names[n] for n in present},
        "rows": list(transfers.rows),
        "columns": list(transfers.columns),
        "digits": 0,
        "unchanged": UNCHANGED_COLOUR,
    }
    below = [fsum(row[j] for row in hectares) for j in range(len(columns))]
    _add_totals(plot, sums, below, numbered, tr)
    plot["layout"]["shapes"] += [
        {"x0": j - 0.485, "x1": j + 0.485, "y0": i - 0.475, "y1": i + 0.475} for i, j, _ in stayed
    ]
    if numbered:
        changed = [cell for cell in cells if cell not in stayed]
        inks = [get_text_colour(change_colour(area, most)) for *_, area in changed]
        add_trace(
            plot,
            "scatter",
            x=[j for _, j, _ in changed],
            y=[i for i, _, _ in changed],
            mode="text",
            text=[format_number(area, 0) for *_, area in changed],
            textfont={"size": 11, "color": inks},
            hoverinfo="skip",
        )
        plot["layout"]["annotations"] += [
            {"x": j, "y": i, "text": format_number(area, 0)} for i, j, area in stayed
        ]
    return plot


def class_heatmap(
    names: list[str], values: list[list[float]], digits: int, hovering: str, titles: tuple[str, str]
) -> Figure:
    """Return a class-by-class heat map: numbers in the cells, coloured by their share of the row.

    Args:
        hovering: plotly.js template of the hover text, already escaped.
        titles: translated titles of the rows and of the columns.
    """
    numbered = len(names) <= MAX_NUMBERED_CLASSES
    plot = _empty_heatmap(names, names, titles, numbered)
    every = list(range(len(names)))
    plot["layout"]["meta"] = {
        "names": dict(enumerate(names)),
        "rows": every,
        "columns": every,
        "digits": digits,
        "values": [[round(value, digits + 2) for value in row] for row in values],
    }
    shares = [[compute_percent(value, fsum(row)) or 0.0 for value in row] for row in values]
    add_trace(
        plot,
        "heatmap",
        **_heatmap_trace(names, names),
        # Zero is shown as a gap, unlike small values.
        z=[[round(share, 2) if share else None for share in row] for row in shares],
        zmin=0,
        zmax=100,
        colorscale=[[0, "#e6f0f8"], [0.4, "#b3d3ea"], [1, "#5ba3d0"]],
        text=[[format_number(value, digits) if value else "" for value in row] for row in values],
        texttemplate="%{text}" if numbered else None,
        textfont={"size": 11, "color": TEXT_COLOUR} if numbered else None,
        hovertemplate=hovering,
    )
    return plot


def _heatmap_trace(rows: Sequence[str], columns: Sequence[str]) -> Figure:
    """Return the trace properties common to all heat maps."""
    return {
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
        "showscale": False,
    }


def _empty_heatmap(
    rows: Sequence[str], columns: Sequence[str], titles: tuple[str, str], numbered: bool
) -> Figure:
    """Return an empty heat map with class names on its axes; `titles`: of rows and of columns."""
    step, longest = (40, 20) if numbered else (22, 26)
    across = {
        **label_axis(fit_labels(columns, longest)),
        "side": "top",
        "tickangle": -40 if numbered else -90,
        "title": {"text": escape_html(titles[1]), "standoff": 10, "font": {"size": 13}},
    }
    down = {
        **label_axis(fit_labels(rows, longest)),
        "range": [len(rows) - 0.5, -0.5],
        "title": {"text": escape_html(titles[0]), "standoff": 8, "font": {"size": 13}},
    }
    return create_figure(150 + step * len(rows), xaxis=across, yaxis=down)


def _add_totals(
    plot: Figure, rows: Sequence[float], columns: Sequence[float], numbered: bool, tr: Translator
) -> None:
    """Add row sums on the right, column sums below, and the grand total."""
    layout, room = plot["layout"], 1.0 if numbered else TOTALS_WIDTH_CELLS
    right, lower = (len(sums) - 0.5 + room / 2 for sums in (columns, rows))
    layout["height"] += round((layout["height"] - 150) / len(rows) * room)
    layout["xaxis"]["range"] = [-0.5, len(columns) - 0.5 + room]
    layout["yaxis"]["range"] = [len(rows) - 0.5 + room, -0.5]
    for axis, position in (("xaxis", right), ("yaxis", lower)):
        layout[axis]["tickvals"].append(position)
        layout[axis]["ticktext"].append(f"<b>{escape_html(tr('Total'))}</b>")
    bold = "<b>{}</b>" if numbered else "{}"
    sums: list[tuple[float, float, float, int]]
    sums = [(right, n, total, 0) for n, total in enumerate(rows)]
    sums += [(n, lower, total, 0 if numbered else -90) for n, total in enumerate(columns)]
    sums += [(right, lower, fsum(rows), 0)]
    layout["annotations"] = [
        {"x": x, "y": y, "text": bold.format(format_number(total, 0)), "textangle": angle}
        for x, y, total, angle in sums
    ]
    # Defaults shared by all annotations and shapes. Unchanged cells are framed, for print without
    # colours.
    font = {"size": 11 if numbered else 9, "color": TEXT_COLOUR}
    frame = {"color": FRAME_COLOUR, "width": 1}
    layout["template"] = {
        "layout": {
            "annotationdefaults": {"showarrow": False, "font": font},
            "shapedefaults": {"type": "rect", "fillcolor": UNCHANGED_COLOUR, "line": frame},
        }
    }
    line = {"type": "line", "line": {"color": TEXT_COLOUR, "width": 1}}
    across, down = [-0.5, len(columns) - 0.5 + room], [-0.5, len(rows) - 0.5 + room]
    edges = [len(columns) - 0.5] * 2, [len(rows) - 0.5] * 2
    layout["shapes"] = [
        {**line, "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        for x, y in ((edges[0], down), (across, edges[1]))
    ]
