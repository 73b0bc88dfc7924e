"""A chart of area shares, as one HTML file that opens offline."""

from __future__ import annotations

from .conversions import class_colours
from .drafts import Drafts
from .errors import DataError, Term
from .legend import Classes


def write_chart(path, drafts: Drafts, rows: list[dict], classes: Classes, say=str) -> None:
    """Draw the rows of SHARES as stacked bars, one bar per layer.

    Args:
        say: what puts a Term or Message into the user's language.

    Raises:
        DataError: plotly is missing, or the file cannot be written.
    """
    try:
        import plotly.graph_objects as go
    except ImportError:
        raise DataError(
            "CHART needs the Python package plotly, which this QGIS does not have; leave CHART "
            "empty, or install plotly"
        ) from None
    colours = {(c.value, c.name): colour for c, colour in zip(classes, class_colours(classes))}
    figure = go.Figure()
    for key in dict.fromkeys((row["value"], row["class"]) for row in rows):
        own = [row for row in rows if (row["value"], row["class"]) == key]
        figure.add_bar(
            name=key[1],
            x=[bar_label(row) for row in own],
            y=[row["share_pct"] for row in own],
            customdata=[row["area_ha"] for row in own],
            marker_color=colours[key],
            hovertemplate="%{fullData.name}<br>%{y:.2f} %<br>%{customdata:,.1f} ha<extra></extra>",
        )
    figure.update_layout(
        barmode="stack",
        template="plotly_white",
        title=say(Term("Area shares")),
        yaxis_title=say(Term("Share of the area valid in all layers, %")),
        xaxis_type="category",
        legend_traceorder="reversed",
    )
    try:
        drafts.path(path).write_text(figure.to_html(include_plotlyjs=True), encoding="utf-8")
    except OSError as error:
        raise DataError(
            "{path} cannot be written: {reason}", path=str(path), reason=error.strerror
        ) from error


def bar_label(row: dict) -> str:
    """What stands below a bar: the year, or the layer's name where it has none."""
    return row["year"] or row["layer"]
