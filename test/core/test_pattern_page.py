"""The page of landscape metrics: what it says and draws."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date
from carbon_zones.core.pattern import page as pattern_module
from carbon_zones.core.pattern.page import (
    centroid_section,
    class_colours,
    class_section,
    compass_direction,
    landscape_section,
    max_class_areas,
    pattern_page,
    summary_section,
)
from carbon_zones.core.pattern.pattern import LandscapePattern, PatternCounter
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.pages import PROVENANCE
from carbon_zones.test.core.support import series_in, texts

# One block of class 1 on class 2, which falls into four; class 3 comes.
BEFORE = np.full((20, 20), 2)
BEFORE[4:14, 4:14] = 1
AFTER = np.full((20, 20), 2)
for corner in ((2, 2), (2, 12), (12, 2), (12, 12)):
    AFTER[corner[0] : corner[0] + 5, corner[1] : corner[1] + 5] = 1
AFTER[0, 18:] = 3
NAMES = {1: "Field", 2: "Wood", 3: "Lake & sea"}
ENTRIES = [(value, LandClass(value, name, name, "sink")) for value, name in NAMES.items()]


def pattern_in(folder, *dates, by_group=False, years=True, **options) -> LandscapePattern:
    series = series_in(folder, *dates, entries=ENTRIES, **options)
    counter = PatternCounter(series, by_group=by_group)
    census = count_series(series, [], [counter])
    if years:
        for place, raster in enumerate(series.rasters):
            object.__setattr__(raster.source, "date", Date(str(2000 + 10 * place), f"l{place}"))
    return LandscapePattern(series, census, counter, None, by_group)


def centres_of(pattern: LandscapePattern):
    areas = max_class_areas(pattern.class_rows())
    return centroid_section(
        pattern.centroid_rows(),
        pattern.series.window,
        pattern.measure,
        areas,
        class_colours(pattern),
    )


def figures(section) -> list[dict]:
    return [figure for chart in section.charts for figure in chart.render_figures(str)]


def test_the_story_tells_what_rose_and_what_fell(tmp_path):
    said = texts(summary_section(pattern_in(tmp_path, BEFORE, AFTER)).sentences)
    assert said == [
        "From 2000 to 2010:",
        "Number of patches changed from 2 to 6, patch density from 5.556 to 16.667 per 100 ha.",
        "Edge density changed from 33.33 to 69.17 m/ha.",
        "Largest patch index changed from 75.00 to 74.50 %.",
        "Shannon's diversity changed from 0.5623 to 0.5924.",
        *[one for one in said if one.startswith("Contagion")],
        *[one for one in said if one.startswith("Patch cohesion")],
        "Longest centroid movement between two dates: Field, 21 m to the south-east by 2010.",
        "2010: Field has the most patches (4, mean area 2.25 ha).",
    ]
    assert len(said) == 9


def test_a_single_date_is_described_and_has_no_charts_over_dates(tmp_path):
    pattern = pattern_in(tmp_path, BEFORE)
    said = texts(summary_section(pattern).sentences)
    assert said[0] == (
        "2000: 2 patches, 5.556 per 100 ha, mean area 18.00 ha; largest patch 75.00 % of the land."
    )
    assert landscape_section(pattern).charts == class_section(pattern).charts == []
    assert len(landscape_section(pattern).tables) == len(class_section(pattern).tables) == 1


def page_of(folder):
    pattern = pattern_in(folder, BEFORE, AFTER)
    results = Results(pattern.series, pattern.census, pattern.consistency_checks)
    return pattern_page(results, pattern, PROVENANCE, [None, None])


def test_the_first_numbers_are_those_of_the_last_date(tmp_path):
    """400 cells of 900 m2; the wood is what the blocks and the lake leave of them."""
    headlines = page_of(tmp_path).headlines
    assert [(str(label), number, str(unit)) for label, number, unit in headlines] == [
        ("Area analysed", "36", "ha"),
        ("Number of patches, 2010", "6", ""),
        ("Largest patch index, 2010", f"{100 * (400 - 100 - 2) / 400:.1f}", "% of area"),
        ("Shannon's diversity, 2010", "0.592", ""),
    ]


def test_of_many_classes_those_with_most_land_are_drawn(tmp_path, monkeypatch):
    monkeypatch.setattr(pattern_module, "MAX_LINES", 2)
    section = class_section(pattern_in(tmp_path, BEFORE, AFTER))
    (chart,) = section.charts
    assert [name for name, _ in chart.legend] == ["Wood", "Field"]
    assert str(chart.note).startswith("The chart shows the 2 largest classes")
    tables = {table.name: [row["class"] for row in table.raw] for table in section.tables}
    assert sorted(tables["class-table-1"]) == sorted(NAMES.values())


def test_small_charts_have_every_metric_and_class_by_year(tmp_path):
    pattern = pattern_in(tmp_path, BEFORE, AFTER)
    (landscape,), (classes,) = (figures(s(pattern)) for s in (landscape_section, class_section))
    rows = pattern.landscape_rows()
    assert len(landscape["data"]) == 8
    assert [trace["y"] for trace in landscape["data"]][:2] == [
        [row["pd_per_100ha"] for row in rows],
        [row["lpi_pct"] for row in rows],
    ]
    assert {tuple(trace["x"]) for trace in landscape["data"]} == {(2000.0, 2010.0)}
    axes = {trace["xaxis"] for trace in landscape["data"]}
    assert {name.replace("xaxis", "x") for name in landscape["layout"] if "xaxis" in name} == axes
    # Six metrics of three classes, one of which comes at the last date; names are escaped.
    assert len(classes["data"]) == 18
    lake = [t for t in classes["data"] if t["hovertext"][1].startswith("Lake &amp; sea, 2010")]
    assert [trace["y"][0] for trace in lake] == [None] * 6
    tops = [classes["layout"][name]["domain"] for name in classes["layout"] if "yaxis" in name]
    assert all(0 <= low < high <= 1 for low, high in tops)


def test_the_map_of_centres_has_paths_and_ellipses(tmp_path):
    pattern = pattern_in(tmp_path, BEFORE, AFTER)
    section = centres_of(pattern)
    (chart,) = section.charts
    assert [label for label, _ in chart.variants] == ["All classes", "Wood", "Field", "Lake & sea"]
    field = figures(section)[2]
    rows = [row for row in pattern.centroid_rows() if row["class"] == "Field"]
    (stops,) = [trace for trace in field["data"] if "markers" in trace["mode"]]
    assert stops["x"] == [row["x"] for row in rows]
    assert stops["text"] == ["2000", "2010"]
    assert stops["hovertext"][1] == "Field, 2010<br>moved 21 m to the south-east"
    # The longest way from the centre to the outline is the long semi-axis.
    (line,) = [t for t in field["data"] if t.get("line", {}).get("width") == 2.2]
    far = np.hypot(np.array(line["x"]) - rows[1]["x"], np.array(line["y"]) - rows[1]["y"]).max()
    assert far == pytest.approx(rows[1]["major_m"])
    assert field["layout"]["yaxis"]["scaleanchor"] == "x"
    titles = [field["layout"][axis]["title"]["text"] for axis in ("xaxis", "yaxis")]
    assert titles == ["Easting, m", "Northing, m"]
    (table,) = section.tables
    assert [column.field for column in table.columns][-2:] == ["x", "y"]


def test_an_outline_lies_along_the_rotation(tmp_path):
    pattern = pattern_in(tmp_path, np.eye(9)[::-1] * -1 + 2)
    figure = figures(centres_of(pattern))[2]
    (outline,) = [t for t in figure["data"] if t.get("line", {}).get("width") == 2.2]
    x, y = np.array(outline["x"]), np.array(outline["y"])
    tip = np.argmax(np.hypot(x - x.mean(), y - y.mean()))
    east, north = x[tip] - x[:-1].mean(), y[tip] - y[:-1].mean()
    assert east == pytest.approx(north, rel=1e-6)


def test_degrees_have_paths_without_ellipses(tmp_path):
    on = {"cell": (0.01, 0.01), "origin": (112, 60), "epsg": 4326, "method": "auto"}
    pattern = pattern_in(tmp_path, BEFORE, AFTER, **on)
    assert "LSI" in str(summary_section(pattern).warnings[0])
    field = figures(centres_of(pattern))[2]
    assert not [t for t in field["data"] if t.get("line", {}).get("dash")]
    assert field["layout"]["yaxis"]["scaleratio"] == pytest.approx(2, rel=0.01)
    titles = [field["layout"][axis]["title"]["text"] for axis in ("xaxis", "yaxis")]
    assert titles == ["Longitude, \u00b0", "Latitude, \u00b0"]
    assert len(figures(landscape_section(pattern))[0]["data"]) == 4


def test_dates_without_years_stand_at_places(tmp_path):
    pattern = pattern_in(tmp_path, BEFORE, AFTER, years=False)
    (landscape,) = figures(landscape_section(pattern))
    assert landscape["data"][0]["x"] == [0.0, 1.0]
    assert landscape["layout"]["xaxis"]["ticktext"] == ["0", "1"]


def test_a_group_has_the_colour_of_its_first_class(tmp_path):
    pattern = pattern_in(tmp_path, BEFORE, AFTER, by_group=True)
    assert list(class_colours(pattern)) == ["sink"]
    assert {row["np"] for row in pattern.class_rows()} == {1}
    assert figures(class_section(pattern))[0]["data"]


@pytest.mark.parametrize(
    ("direction", "word"),
    [(0, "north"), (22, "north"), (23, "north-east"), (180, "south"), (350, "north")],
)
def test_directions_in_words(direction, word):
    assert compass_direction(direction) == word
