"""Heat maps of transfer matrices: what is dark, what is grey, what is added up."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.core.base.colours import hex_to_rgb
from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.report.change_sections import transfer_section
from carbon_zones.core.report.heatmaps import (
    CHANGE_RAMP,
    MAX_NUMBERED_CLASSES,
    UNCHANGED_COLOUR,
    TransferMatrix,
    change_colour,
    transfer_heatmap,
    transfer_legend,
)
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.eyes import EYES, ciede2000, grey, seen_lab
from carbon_zones.test.core.pages import same, series_of

NAMES = ["Arable land", "Dump", "Water"]
# The land of the sample from 1986 to 2018: 1,866 ha went to dumps, 80 ha of water stayed water.
HECTARES = [[20000.0, 1866.0, 12.0], [0.0, 0.0, 0.0], [3.0, 0.0, 80.0]]


def matrix(rows=(0, 2), columns=(0, 1, 2), most=1866.0) -> TransferMatrix:
    return TransferMatrix(
        rows, columns, NAMES, [[HECTARES[i][j] for j in columns] for i in rows], most
    )


def drawn_colour(figure: dict, row: int, column: int) -> str | None:
    """The colour of a cell, by the figure's own scale or the frame above it; None for a gap."""
    cells, layout = figure["data"][0], figure["layout"]
    if (row, column) in framed(figure):
        return layout["template"]["layout"]["shapedefaults"]["fillcolor"]
    value = cells["z"][row][column]
    if value is None:
        return None
    share = (value - cells["zmin"]) / (cells["zmax"] - cells["zmin"])
    stops, colours = zip(*((place, hex_to_rgb(colour)) for place, colour in cells["colorscale"]))
    bands = [np.interp(share, stops, band) for band in zip(*colours)]
    return "#" + "".join(f"{round(float(band)):02x}" for band in bands)


def framed(figure: dict) -> list[tuple[float, float]]:
    """The cells that a frame lies on: those of land that stayed."""
    frames = [shape for shape in figure["layout"]["shapes"] if "type" not in shape]
    return [((one["y0"] + one["y1"]) / 2, (one["x0"] + one["x1"]) / 2) for one in frames]


def lightness(colour: str) -> float:
    return float(np.dot((0.2126, 0.7152, 0.0722), hex_to_rgb(colour)))


def test_much_change_is_dark_and_what_stayed_is_grey_however_much_it_is():
    figure = transfer_heatmap(matrix(), same)
    assert figure["data"][0]["text"] == [["20,000", "1,866", "12"], ["3", "", "80"]]
    assert drawn_colour(figure, 0, 1) == CHANGE_RAMP[-1]
    assert drawn_colour(figure, 0, 0) == drawn_colour(figure, 1, 2) == UNCHANGED_COLOUR
    assert drawn_colour(figure, 1, 1) is None
    assert framed(figure) == [(0, 0), (1, 2)]
    shades = [lightness(drawn_colour(figure, *cell)) for cell in ((0, 1), (0, 2), (1, 0))]
    assert shades == sorted(shades)
    assert shades[0] < 80 < 200 < shades[1] < lightness(UNCHANGED_COLOUR) + 25


def test_a_cell_is_as_dark_in_every_period_as_the_legend_says():
    figure = transfer_heatmap(matrix(most=20000.0), same)
    legend = {translate_message(name, same): colour for name, colour in transfer_legend(20000.0)}
    assert list(legend) == ["unchanged", "20,000 ha", "5,000 ha", "1,000 ha"]
    assert legend["unchanged"] == UNCHANGED_COLOUR
    assert legend["20,000 ha"] == CHANGE_RAMP[-1]
    thousand = TransferMatrix([0], [1], NAMES, [[1000.0]], 20000.0)
    colours = drawn_colour(transfer_heatmap(thousand, same), 0, 0), legend["1,000 ha"]
    assert max(abs(a - b) for a, b in zip(*(hex_to_rgb(colour) for colour in colours))) <= 1
    assert drawn_colour(figure, 0, 1) != CHANGE_RAMP[-1]
    assert [translate_message(name, same) for name, _ in transfer_legend(0.0)] == ["unchanged"]


def test_totals_stand_at_the_sides():
    figure = transfer_heatmap(matrix(), same)
    layout = figure["layout"]
    assert [layout[f"{axis}axis"]["ticktext"][-1] for axis in "xy"] == ["<b>Total</b>"] * 2
    sums = [note for note in layout["annotations"] if note["text"].startswith("<b>")]
    at_the_right = {(3.0, 0): "21,878", (3.0, 1): "83", (3.0, 2.0): "21,961"}
    below = {(0, 2.0): "20,003", (1, 2.0): "1,866", (2, 2.0): "92"}
    assert {(n["x"], n["y"]): n["text"].strip("</b>") for n in sums} == at_the_right | below
    lines = [shape for shape in layout["shapes"] if shape.get("type") == "line"]
    assert [(line["x0"], line["y0"]) for line in lines] == [(2.5, -0.5), (-0.5, 1.5)]
    for axis, places in (("xaxis", [0, 1, 2, 3.0]), ("yaxis", [0, 1, 2.0])):
        assert layout[axis]["tickvals"] == places
        assert min(layout[axis]["range"]) <= 0
        assert max(layout[axis]["range"]) >= places[-1]


def test_classes_that_are_not_there_at_a_date_have_no_empty_row_or_column(tmp_path):
    """Class 1 goes, class 2 comes: one row, one column."""
    series = series_of(tmp_path / "in", [[[1, 1]], [[2, 2]]], [("1990", "x"), ("2000", "y")])
    results = Results(series, count_series(series, create_periods(series.dates)))
    (chart, *_) = transfer_section(results).charts
    (figure,) = chart.render_figures(same)
    assert np.shape(figure["data"][0]["z"]) == (1, 1)
    assert figure["data"][0]["z"] == [[2.0]]
    assert drawn_colour(figure, 0, 0) == CHANGE_RAMP[-1]
    assert figure["layout"]["yaxis"]["ticktext"][0] == "Fields"
    assert figure["layout"]["xaxis"]["ticktext"][0].startswith("A &lt;b&gt;")
    assert "Total" in figure["layout"]["xaxis"]["ticktext"][1]


def test_numbers_are_read_on_every_colour():
    """At least 4.5 to 1, as WCAG 2.2 asks."""
    figure = transfer_heatmap(matrix(), same)
    kept = [note["text"] for note in figure["layout"]["annotations"] if "<b>" not in note["text"]]
    assert kept == ["20,000", "80"]
    texts = figure["data"][1]
    for row, column, ink in zip(texts["y"], texts["x"], texts["textfont"]["color"]):
        pair = sorted((luminance(ink), luminance(drawn_colour(figure, row, column))))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [part / 255 for part in hex_to_rgb(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return float(np.dot((0.2126, 0.7152, 0.0722), linear))


@pytest.mark.parametrize("eyes", EYES)
def test_all_eyes_and_grey_tell_much_from_little_and_from_none(eyes):
    shown = [change_colour(share**2, 1.0) for share in (0.1, 0.4, 0.7, 1.0)]
    for one, other in zip(shown, shown[1:]):
        assert ciede2000(seen_lab(one, eyes), seen_lab(other, eyes)) > 12
    greys = [grey(colour) for colour in shown]
    assert all(one - other > 10 for one, other in zip(greys, greys[1:]))


def test_where_numbers_have_no_room_the_totals_are_still_there():
    many = MAX_NUMBERED_CLASSES + 1
    names = [f"Class {n}" for n in range(many)]
    square = (1000.0 * np.arange(1, many**2 + 1).reshape(many, many)).tolist()
    transfers = TransferMatrix(range(many), range(many), names, square, 1000.0 * many**2)
    figure = transfer_heatmap(transfers, same)
    assert len(figure["data"]) == 1
    turned = [n for n in figure["layout"]["annotations"] if n["textangle"] == -90]
    assert len(turned) == many
    assert len(figure["layout"]["annotations"]) == 2 * many + 1
    # The diagonal is told apart there too, and cells tell their hectares.
    assert len(framed(figure)) == many
    assert "%{z" in figure["data"][0]["hovertemplate"]
