"""The chart of area shares: one file that holds everything, or none."""

from __future__ import annotations

import os
import sys

import pytest

from carbon_zones.core.chart import bar_label, write_chart
from carbon_zones.core.drafts import Drafts
from carbon_zones.core.errors import DataError
from carbon_zones.core.legend import Classes, LandClass

CLASSES = Classes([LandClass(1, "a", "Fields", colour="#aa5500"), LandClass(2, "b", "Woods")])
ROWS = [
    {"year": year, "layer": layer, "value": value, "class": name, "area_ha": ha, "share_pct": share}
    for year, layer, value, name, ha, share in (
        ("1986", "x", 1, "Fields", 1.0, 25.0),
        ("1986", "x", 2, "Woods", 3.0, 75.0),
        (None, "now", 1, "Fields", 4.0, 100.0),
        (None, "now", 2, "Woods", 0.0, 0.0),
    )
]


def draw(path, rows=ROWS, classes=CLASSES):
    """Write the chart as the algorithm does."""
    with Drafts() as drafts:
        write_chart(path, drafts, rows, classes)
        drafts.finish()


def test_a_bar_is_called_by_its_year_or_else_by_its_layer():
    assert [bar_label(row) for row in ROWS[::2]] == ["1986", "now"]


def test_the_chart_opens_offline_and_shows_every_class(tmp_path):
    pytest.importorskip("plotly")
    draw(tmp_path / "chart.html")
    assert os.listdir(tmp_path) == ["chart.html"]
    text = (tmp_path / "chart.html").read_text(encoding="utf-8")
    for shown in ("Fields", "Woods", "#aa5500", "1986", "now"):
        assert shown in text
    # The drawing program is in the file, not fetched from somewhere.
    assert '<script src="http' not in text
    assert len(text) > 1_000_000


def test_a_place_that_cannot_be_written_is_named_and_left_alone(tmp_path):
    pytest.importorskip("plotly")
    (tmp_path / "chart.html").mkdir()
    with pytest.raises(DataError, match=r"chart\.html cannot be written: "):
        draw(tmp_path / "chart.html")
    assert os.listdir(tmp_path) == ["chart.html"]


def test_without_plotly_it_is_said_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "plotly.graph_objects", None)
    with pytest.raises(DataError, match=r"^CHART needs the Python package plotly"):
        draw(tmp_path / "chart.html")
    assert os.listdir(tmp_path) == []
