"""The chart of area shares: one file that holds everything, or none."""

from __future__ import annotations

import os
import sys

import pytest

from carbon_zones.core.chart import bar_label, write_chart
from carbon_zones.core.errors import DataError
from carbon_zones.core.legend import Classes, LandClass

CLASSES = Classes([LandClass(1, "a", "Fields", colour="#aa5500"), LandClass(2, "b", "Woods")])
ROWS = [
    {"year": "1986", "layer": "x", "class": "Fields", "area_ha": 1.0, "share_pct": 25.0},
    {"year": "1986", "layer": "x", "class": "Woods", "area_ha": 3.0, "share_pct": 75.0},
    {"year": None, "layer": "now", "class": "Fields", "area_ha": 4.0, "share_pct": 100.0},
    {"year": None, "layer": "now", "class": "Woods", "area_ha": 0.0, "share_pct": 0.0},
]


def test_a_bar_is_called_by_its_year_or_else_by_its_layer():
    assert [bar_label(row) for row in ROWS[::2]] == ["1986", "now"]


def test_the_chart_opens_offline_and_shows_every_class(tmp_path):
    pytest.importorskip("plotly")
    write_chart(tmp_path / "chart.html", ROWS, CLASSES)
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
        write_chart(tmp_path / "chart.html", ROWS, CLASSES)
    assert os.listdir(tmp_path) == ["chart.html"]


def test_without_plotly_it_is_said_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "plotly.graph_objects", None)
    with pytest.raises(DataError, match=r"^CHART needs the Python package plotly"):
        write_chart(tmp_path / "chart.html", ROWS, CLASSES)
    assert os.listdir(tmp_path) == []
