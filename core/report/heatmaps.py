"""Squares of classes by classes as heat maps: transfer matrices, confusion matrices.

Like all figures they count places from 0, because two classes may have the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from ..base.colours import along, text_on
from ..base.messages import Message, Term, Text, Translate
from ..base.numbers import percent, round_length
from .plotly_figures import INK, Figure, add, figure, fitted, label_axis, plain, rounded

# Beyond so many classes the numbers in the cells of a matrix could not be read.
MOST_NUMBERED = 16
# From a little change to the most: one hue, so that it can be read in grey and by all eyes.
RAMP = ("#e6f2fc", "#86b6d8", "#2f74ab", "#0b3660")
# Land that did not change is neither much nor little of it.
UNCHANGED, FRAME = "#dfe2e5", "#7b8794"
# Parts of the largest change whose colours the legend tells, about.
STEPS = (1.0, 0.25, 0.05)
# Cells that totals take besides, to the right and below, where there are no numbers in the cells.
ROOM = 3.0


class Transfers(NamedTuple):
    """The matrix of a period without empty rows and columns, in hectares.

    Attributes:
        rows, columns: the numbers of its earlier and of its later classes.
        names: of all classes, by number.
        hectares: by row and column, shape (rows, columns), ha.
        most: the largest change, ha, that the darkest colour stands for; it is that of all
            periods, so that these can be compared.
    """

    rows: Sequence[int]
    columns: Sequence[int]
    names: Sequence[str]
    hectares: Sequence[Sequence[float]]
    most: float


def colour_of(area: float, most: float) -> str:
    """#rrggbb of hectares that changed, by their root: else all but the largest would be white."""
    return along(RAMP, min(area / most, 1.0) ** 0.5 if most else 0.0)


def transfer_legend(most: float) -> list[tuple[Text, str]]:
    """What the colours stand for: no change, and round numbers of hectares, the most first."""
    steps = sorted({round_length(most * part) for part in STEPS}, reverse=True) if most else []
    return [
        (Term("unchanged"), UNCHANGED),
        *((Message("{area} ha", area=f"{step:,.10g}"), colour_of(step, most)) for step in steps),
    ]


def transfer_square(transfers: Transfers, tr: Translate) -> Figure:
    """The heat map of a transfer matrix: numbers are hectares, colour those that changed."""
    names, hectares, most = transfers.names, transfers.hectares, transfers.most
    rows, columns = ([names[n] for n in side] for side in (transfers.rows, transfers.columns))
    sums = [fsum(row) for row in hectares]
    numbered = max(len(rows), len(columns)) <= MOST_NUMBERED
    cells = [(i, j, area) for i, row in enumerate(hectares) for j, area in enumerate(row) if area]
    stayed = [cell for cell in cells if transfers.rows[cell[0]] == transfers.columns[cell[1]]]
    plot = _square(rows, columns, (tr("Earlier class"), tr("Later class")), numbered)
    hovering = "%{y} \N{RIGHTWARDS ARROW} %{x}<br>" + plain(tr("{area} ha"))
    # Pages of many classes and dates are large enough without the texts in the cells.
    words: Figure = {"hovertemplate": f"{hovering.replace('{area}', '%{z:,.1f}')}<extra></extra>"}
    if numbered:
        share = plain(tr("{share} % of the earlier class")).replace("{share}", "%{customdata:.2f}")
        words = {
            "text": [[rounded(area, 0) if area else "" for area in row] for row in hectares],
            "customdata": [
                [round(percent(area, total) or 0.0, 2) for area in row]
                for row, total in zip(hectares, sums)
            ],
            "hovertemplate": f"{hovering.replace('{area}', '%{text}')}<br>{share}<extra></extra>",
        }
    add(
        plot,
        "heatmap",
        **_cells(rows, columns),
        z=[[round(area, 2) if area else None for area in row] for row in hectares],
        zmin=0,
        zmax=most or 1.0,
        colorscale=[[part * part, along(RAMP, part)] for part in (n / 24 for n in range(25))],
        **words,
    )
    # What a picture is drawn by, where the names of the page have no room.
    present = sorted({*transfers.rows, *transfers.columns})
    plot["layout"]["meta"] = {
        "names": {n: names[n] for n in present},
        "rows": list(transfers.rows),
        "columns": list(transfers.columns),
        "digits": 0,
        "unchanged": UNCHANGED,
    }
    below = [fsum(row[j] for row in hectares) for j in range(len(columns))]
    _add_totals(plot, sums, below, numbered, tr)
    plot["layout"]["shapes"] += [
        {"x0": j - 0.485, "x1": j + 0.485, "y0": i - 0.475, "y1": i + 0.475} for i, j, _ in stayed
    ]
    if numbered:
        changed = [cell for cell in cells if cell not in stayed]
        inks = [text_on(colour_of(area, most)) for *_, area in changed]
        add(
            plot,
            "scatter",
            x=[j for _, j, _ in changed],
            y=[i for i, _, _ in changed],
            mode="text",
            text=[rounded(area, 0) for *_, area in changed],
            textfont={"size": 11, "color": inks},
            hoverinfo="skip",
        )
        plot["layout"]["annotations"] += [
            {"x": j, "y": i, "text": rounded(area, 0)} for i, j, area in stayed
        ]
    return plot


def shaded_square(
    names: list[str], values: list[list[float]], digits: int, hovering: str, titles: tuple[str, str]
) -> Figure:
    """A square of classes by classes: a number in each cell, its colour by its share of the row.

    Args:
        hovering: plotly.js's template of the text to hover over, already escaped.
        titles: of the rows and of the columns, translated.
    """
    numbered = len(names) <= MOST_NUMBERED
    plot = _square(names, names, titles, numbered)
    every = list(range(len(names)))
    plot["layout"]["meta"] = {
        "names": dict(enumerate(names)),
        "rows": every,
        "columns": every,
        "digits": digits,
        "values": [[round(value, digits + 2) for value in row] for row in values],
    }
    shares = [[percent(value, fsum(row)) or 0.0 for value in row] for row in values]
    add(
        plot,
        "heatmap",
        **_cells(names, names),
        # Nothing at all is a gap, which is not the same as a little.
        z=[[round(share, 2) if share else None for share in row] for row in shares],
        zmin=0,
        zmax=100,
        colorscale=[[0, "#e6f0f8"], [0.4, "#b3d3ea"], [1, "#5ba3d0"]],
        text=[[rounded(value, digits) if value else "" for value in row] for row in values],
        texttemplate="%{text}" if numbered else None,
        textfont={"size": 11, "color": INK} if numbered else None,
        hovertemplate=hovering,
    )
    return plot


def _cells(rows: Sequence[str], columns: Sequence[str]) -> Figure:
    """What all heat maps have."""
    return {
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
        "showscale": False,
    }


def _square(
    rows: Sequence[str], columns: Sequence[str], titles: tuple[str, str], numbered: bool
) -> Figure:
    """An empty one with the names at its sides; the titles are of the rows and of the columns."""
    step, longest = (40, 20) if numbered else (22, 26)
    across = {
        **label_axis(fitted(columns, longest)),
        "side": "top",
        "tickangle": -40 if numbered else -90,
        "title": {"text": plain(titles[1]), "standoff": 10, "font": {"size": 13}},
    }
    down = {
        **label_axis(fitted(rows, longest)),
        "range": [len(rows) - 0.5, -0.5],
        "title": {"text": plain(titles[0]), "standoff": 8, "font": {"size": 13}},
    }
    return figure(150 + step * len(rows), xaxis=across, yaxis=down)


def _add_totals(
    plot: Figure, rows: Sequence[float], columns: Sequence[float], numbered: bool, tr: Translate
) -> None:
    """The sums of the rows to the right, those of the columns below, and that of all."""
    layout, room = plot["layout"], 1.0 if numbered else ROOM
    right, lower = (len(sums) - 0.5 + room / 2 for sums in (columns, rows))
    layout["height"] += round((layout["height"] - 150) / len(rows) * room)
    layout["xaxis"]["range"] = [-0.5, len(columns) - 0.5 + room]
    layout["yaxis"]["range"] = [len(rows) - 0.5 + room, -0.5]
    for axis, position in (("xaxis", right), ("yaxis", lower)):
        layout[axis]["tickvals"].append(position)
        layout[axis]["ticktext"].append(f"<b>{plain(tr('Total'))}</b>")
    bold = "<b>{}</b>" if numbered else "{}"
    sums: list[tuple[float, float, float, int]]
    sums = [(right, n, total, 0) for n, total in enumerate(rows)]
    sums += [(n, lower, total, 0 if numbered else -90) for n, total in enumerate(columns)]
    sums += [(right, lower, fsum(rows), 0)]
    layout["annotations"] = [
        {"x": x, "y": y, "text": bold.format(rounded(total, 0)), "textangle": angle}
        for x, y, total, angle in sums
    ]
    # Said once for all of them. What stayed is framed, for print without colours.
    font = {"size": 11 if numbered else 9, "color": INK}
    frame = {"color": FRAME, "width": 1}
    layout["template"] = {
        "layout": {
            "annotationdefaults": {"showarrow": False, "font": font},
            "shapedefaults": {"type": "rect", "fillcolor": UNCHANGED, "line": frame},
        }
    }
    line = {"type": "line", "line": {"color": INK, "width": 1}}
    across, down = [-0.5, len(columns) - 0.5 + room], [-0.5, len(rows) - 0.5 + room]
    edges = [len(columns) - 0.5] * 2, [len(rows) - 0.5] * 2
    layout["shapes"] = [
        {**line, "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        for x, y in ((edges[0], down), (across, edges[1]))
    ]
