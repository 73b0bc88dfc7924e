"""Curves over ages: what the land of a class holds, years after it was reclaimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.messages import Text, Translate, translated
from .figures import FAINT, Figure, amounts, data_of, figure, hover, plain
from .rounding import rounded

EDGE = "#7b8794"


@dataclass(frozen=True)
class CurveLine:
    """A class: what a hectare of it holds at each age, and the density that it goes towards."""

    name: str
    colour: str
    stocks: Sequence[float]
    full: float


@dataclass(frozen=True)
class Band:
    """Ages that some land has: from one year to another, and what to say of it."""

    first: float
    last: float
    words: Text


def curve_lines(
    ages: Sequence[float],
    lines: Sequence[CurveLine],
    bands: Sequence[Band],
    titles: tuple[Text, Text],
    tr: Translate,
) -> Figure:
    """A line per class over the ages, its density dotted; ages that land has as grey bands.

    Args:
        titles: of the ages and of the stocks.
    """
    made = figure(420)
    for line in lines:
        made.add_scatter(
            x=[ages[0], ages[-1]],
            y=[line.full, line.full],
            mode="lines",
            line={"color": line.colour, "width": 1.2, "dash": "dot"},
            hoverinfo="skip",
        )
    for line in lines:
        # An edge, for colours that are as pale as fields.
        made.add_scatter(
            x=list(ages),
            y=list(line.stocks),
            mode="lines",
            line={"color": EDGE, "width": 4.5},
            hoverinfo="skip",
        )
        made.add_scatter(
            x=list(ages),
            y=list(line.stocks),
            mode="lines",
            line={"color": line.colour, "width": 3},
            hovertext=[
                hover(
                    line.name, tr("{age} years").format(age=f"{age:g}"), f"{rounded(own, 2)} t C/ha"
                )
                for age, own in zip(ages, line.stocks)
            ],
            hoverinfo="text",
        )
    top = max((line.full for line in lines), default=1.0) * 1.18 or 1.0
    for number, band in enumerate(bands):
        made.add_shape(
            type="rect",
            x0=band.first,
            x1=band.last,
            y0=0,
            y1=1,
            yref="paper",
            fillcolor="#eef1f4" if number % 2 else "#e3e8ed",
            line={"width": 0},
            layer="below",
        )
    made.layout.annotations = [
        {
            "x": (band.first + band.last) / 2,
            "y": 1,
            "yref": "paper",
            "yanchor": "top",
            "text": plain(translated(band.words, tr)).replace("\n", "<br>"),
            "showarrow": False,
            "font": {"size": 12},
        }
        for band in bands
    ]
    age_title, stock_title = titles
    made.layout.xaxis = {
        **amounts(translated(age_title, tr)),
        "range": [0, ages[-1]],
        "gridcolor": FAINT,
    }
    made.layout.yaxis = amounts(translated(stock_title, tr), range=[0, top])
    return data_of(made)


def ages_to(horizon: int) -> list[float]:
    """Ages from 0 to a number of years, close to each other at first."""
    step = max(1, horizon // 60)
    return [0.0, 0.25, 0.5, *np.arange(1.0, horizon + step / 2, step).tolist()]
