"""Parts of a report by themselves: rounding, pictures, scale bars, names, what is missing."""

from __future__ import annotations

import os
import sys
import zlib

import numpy as np
import pytest

from carbon_zones.core.drafts import Drafts
from carbon_zones.core.messages import Cancelled, DataError
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.report.figures import plain
from carbon_zones.core.report.flows import MOST_FLOWS, chosen_flows
from carbon_zones.core.report.parts import Column, Table, listed
from carbon_zones.core.report.rounding import MINUS, NOTHING, shown, size_words
from carbon_zones.core.report.sections.shares import bar_label, by_date, write_chart
from carbon_zones.core.report.sections.sources import Origin, checksum
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.test.core.support import cube_of
from carbon_zones.test.core.support import listed as classes_of
from carbon_zones.test.helpers import write_raster
from carbon_zones.test.pages import read_page

ORIGIN = Origin("2026-01-02", [("QGIS", "x")], ["", ""])
NASTY = "A <b>\"bold\"</b> & 'quoted' </script> {{ 7*7 }}"
ROWS = [
    {"year": year, "layer": layer, "value": value, "class": name, "area_ha": ha, "share_pct": share}
    for year, layer, value, name, ha, share in (
        ("1986", "x", 1, "Fields", 1.0, 25.0),
        ("1986", "x", 2, NASTY, 3.0, 75.0),
        (None, "now", 1, "Fields", 4.0, 100.0),
        (None, "now", 2, NASTY, 0.0, 0.0),
    )
]


def same(text: str) -> str:
    return text


@pytest.fixture
def series(tmp_path):
    """Two small rasters, opened; their classes are those of ROWS."""
    (tmp_path / "in").mkdir()
    paths = [write_raster(tmp_path / "in" / f"{n}.tif", [[1, 2]]) for n in "ab"]
    opened = open_series([RasterInput(path, path) for path in paths], "auto")
    opened.classes = Classes(
        [LandClass(1, "a", "Fields", colour="#aa5500"), LandClass(2, "b", NASTY)]
    )
    return opened


def draw(path, series):
    """Write the chart as the algorithm does."""
    with Drafts() as drafts:
        write_chart(path, drafts, ROWS, series, [("1986", "x"), ("", "now")], ORIGIN, same)
        drafts.finish()


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (None, 2, NOTHING),
        (0.0, 2, "0"),
        (0, 0, "0"),
        (1234567, 0, "1,234,567"),
        (5, 3, "5.000"),
        (1234.5678, 2, "1,234.57"),
        (-1234.5678, 1, f"{MINUS}1,234.6"),
        (0.004, 2, "<0.01"),
        (-0.004, 2, f">{MINUS}0.01"),
        (0.005001, 2, "0.01"),
        (7.276e-12, 6, f"7e{MINUS}12"),
    ],
)
def test_numbers_are_rounded_for_reading(value, digits, text):
    assert shown(value, digits) == text


def test_sizes_of_files_in_words():
    assert [size_words(n) for n in (0, 999, 32345, 5_200_000, 3_210_000_000_000)] == [
        "0 B",
        "999 B",
        "32.3 kB",
        "5.2 MB",
        "3.21 TB",
    ]


def test_a_cell_keeps_the_exact_number_beside_the_rounded_one():
    table = Table("t", "T", [Column("a", "a", 1)], [{"a": 2 / 3}, {"a": None}, {"a": 0.5}])
    (third,), (none,), (half,) = (cells for cells, _ in table.rows)
    assert (third.text, third.exact) == ("0.7", "0.666666666666667")
    assert (none.text, none.exact) == (NOTHING, "")
    assert (half.text, half.exact) == ("0.5", "")


def test_what_a_list_leaves_out_is_said_and_summed_up():
    rows = [{"area_ha": float(n)} for n in (5, 4, 3, 2, 1)]
    cut = listed("t", "T", [Column("a", "area_ha", 0)], rows, 3, "TRANSFERS", same)
    assert len(cut.rows) == 3
    assert "2 smaller ones with 3.00 ha" in cut.note
    assert listed("t", "T", [Column("a", "area_ha", 0)], rows, 5, "TRANSFERS", same).note == ""


def test_flows_that_are_not_drawn_are_counted_and_summed_up():
    rng = np.random.default_rng(5)
    matrix = rng.integers(1, 100, (20, 20))
    cube = cube_of(classes_of(*((n, f"c{n}") for n in range(1, 21))), matrix)
    drawn, message = chosen_flows(cube, cube.periods)
    kept = sum(area for *_, area in drawn)
    assert len(drawn) <= MOST_FLOWS
    assert message.values["count"] == 400 - len(drawn)
    assert message.values["area"] == shown(matrix.sum() - kept, 1)


def test_all_flows_are_drawn_where_they_are_few():
    cube = cube_of(classes_of((1, "a"), (2, "b")), [[5, 1], [2, 7]])
    drawn, message = chosen_flows(cube, cube.periods)
    assert sorted(area for *_, area in drawn) == [1, 2, 5, 7]
    assert message is None


def test_a_long_name_is_shortened_and_shown_as_it_is():
    assert plain("Fields & meadows", 20) == "Fields &amp; meadows"
    assert plain("Fields & meadows", 9) == "Fields &amp;\N{HORIZONTAL ELLIPSIS}"


def test_a_checksum_is_that_of_the_file(tmp_path):
    (tmp_path / "f").write_bytes(b"abc")
    assert checksum(tmp_path / "f").startswith("ba7816bf8f01cfea414140de5dae2223")
    assert checksum(tmp_path / "none") == ""


def test_a_checksum_can_be_stopped(tmp_path):
    (tmp_path / "f").write_bytes(b"abc")
    with pytest.raises(Cancelled):
        checksum(tmp_path / "f", lambda: False)


def test_every_word_of_a_page_can_be_translated(tmp_path, series):
    pytest.importorskip("plotly")
    with Drafts() as drafts:
        dated = [("1986", "x"), ("", "now")]
        write_chart(
            tmp_path / "c.html",
            drafts,
            ROWS,
            series,
            dated,
            ORIGIN,
            lambda text: f"\N{SECTION SIGN}{text}",
        )
        drafts.finish()
    page = read_page(tmp_path / "c.html")
    given = {NASTY, "Fields", "1986", "now", "x", "SHA-256"}
    for rows in page.tables.values():
        for _, label in rows[0]:
            assert label in given or label.startswith("\N{SECTION SIGN}")
    (figure,) = page.figures["chart-areas"]
    assert figure["layout"]["yaxis"]["title"]["text"].startswith("\N{SECTION SIGN}")
    for words in ("Copy table", "Save picture", "Contents", "Class areas over time", "Area shares"):
        whole = (tmp_path / "c.html").read_text(encoding="utf-8")
        assert whole.count(words) == whole.count(f"\N{SECTION SIGN}{words}") > 0


def test_a_bar_is_called_by_its_year_or_else_by_its_layer():
    assert [bar_label(date[0]) for date in by_date(ROWS)] == ["1986", "now"]


def test_dates_of_one_name_stay_two_dates():
    twice = [{**row, "year": "1986", "layer": "x"} for row in ROWS]
    assert [len(date) for date in by_date(twice)] == [2, 2]


def test_the_chart_opens_offline_and_shows_every_class(tmp_path, series):
    pytest.importorskip("plotly")
    draw(tmp_path / "chart.html", series)
    assert sorted(os.listdir(tmp_path)) == ["chart.html", "in"]
    page = read_page(tmp_path / "chart.html")
    (figure,) = page.figures["chart-areas"]
    assert [bars["y"] for bars in figure["data"]] == [[25.0, 100.0], [75.0, 0.0]]
    assert figure["data"][0]["marker"]["color"] == "#aa5500"
    rows = page.rows("areas-ha")
    assert [row["Class"] for row in rows] == ["Fields", NASTY, "Total"]
    assert [float(row["1986"]) for row in rows] == [1.0, 3.0, 4.0]
    assert [float(row["now"]) for row in rows] == [4.0, 0.0, 4.0]


def test_names_are_shown_as_they_are_and_do_nothing(tmp_path, series):
    pytest.importorskip("plotly")
    draw(tmp_path / "chart.html", series)
    text = (tmp_path / "chart.html").read_text(encoding="utf-8")
    page = read_page(tmp_path / "chart.html")
    assert "b" not in page.tags
    assert "<b>" not in text.replace("<body>", "")
    # plotly reads a kind of HTML in its texts.
    (figure,) = page.figures["chart-areas"]
    assert figure["data"][1]["name"].startswith("A &lt;b&gt;")
    assert "{{ 7*7 }}" in text


def test_a_page_is_the_same_bytes_each_time(tmp_path, series):
    pytest.importorskip("plotly")
    for name in ("one.html", "two.html"):
        draw(tmp_path / name, series)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.html", "two.html"))
    assert zlib.crc32(one) == zlib.crc32(two)
    assert one == two


def test_a_place_that_cannot_be_written_is_named_and_left_alone(tmp_path, series):
    pytest.importorskip("plotly")
    (tmp_path / "chart.html").mkdir()
    with pytest.raises(DataError, match=r"chart\.html cannot be written: "):
        draw(tmp_path / "chart.html", series)
    assert sorted(os.listdir(tmp_path)) == ["chart.html", "in"]


@pytest.mark.parametrize(
    ("modules", "named"),
    [
        (["plotly.graph_objects"], "plotly"),
        (["jinja2"], "jinja2"),
        (["plotly.graph_objects", "jinja2"], "plotly and jinja2"),
    ],
)
def test_it_is_said_which_package_is_missing(tmp_path, monkeypatch, series, modules, named):
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DataError, match=rf"^CHART needs the Python package {named}, which"):
        draw(tmp_path / "chart.html", series)
    assert os.listdir(tmp_path) == ["in"]
