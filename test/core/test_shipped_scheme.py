"""SCHEME: values named by a shipped legend, and what happens where nobody says what they mean."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.scan import series as series_module
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import check_named_classes, count_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import load_default_table, load_shipped_legend
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import inputs, tally_of_pairs
from carbon_zones.test.helpers import write_raster

PAIR = [Period(0, 1, "0-1")]
SCHEME = read_classes(load_default_table("classes.csv"))
CLCD, COAL_MINE = load_shipped_legend("clcd"), load_shipped_legend("coal_mine")


def texts(messages) -> list[str]:
    return [str(message) for message in messages]


@pytest.fixture
def pair(tmp_path):
    """Write two rasters and give their inputs."""

    def make(one, other, **both):
        return inputs(
            write_raster(tmp_path / "date0.tif", one, **both),
            write_raster(tmp_path / "date1.tif", other, **both),
        )

    return make


def test_without_names_a_scheme_job_is_refused_and_told_what_the_values_fit(pair):
    said = refused(open_series, pair([[1, 11]], [[7, 2]]), "auto", None, SCHEME)
    assert has(said, "SCHEME: ", "(1, 2, 7, 11) match coal_mine, esri, mcd12q1, corine_grid")


def test_colours_tell_which_legend_the_values_are_from(pair):
    colours = {value: tuple(bytes.fromhex(c.colour[1:])) for value, c in CLCD.entries}
    sources = pair([[1, 2, 8]], [[1, 9, 8]], colours=colours)
    assert refused(open_series, sources, "auto", None, SCHEME).endswith("and colours match clcd)")


def test_values_of_no_shipped_legend_are_told(pair):
    sources = pair([[1, 77]], [[199, 1]], nodata=0)
    assert has(
        refused(open_series, sources, "auto", None, SCHEME), "no built-in legend", "(1, 77, 199)"
    )


def test_of_a_large_raster_squares_are_looked_at(tmp_path, monkeypatch):
    cells = np.full((300, 700), 2)
    cells[:256, :256] = 1
    cells[-1, -1] = 9
    cells[120, 300] = 77  # between the squares
    monkeypatch.setattr(series_module, "MAX_FULL_READ_CELLS", 1000)
    monkeypatch.setattr(series_module, "SQUARE_SIDE_CELLS", 16)
    sources = inputs(write_raster(tmp_path / "a.tif", cells))
    assert "only the values (1, 2, 9) match" in refused(open_series, sources, "auto", None, SCHEME)


def test_what_is_no_land_use_is_no_trouble_to_look_at(tmp_path):
    heights = np.random.default_rng(3).normal(900, 50, (100, 100))
    sources = inputs(write_raster(tmp_path / "a.tif", heights, dtype="f4"))
    assert "no built-in legend" in refused(open_series, sources, "auto", None, SCHEME)


def test_a_shipped_legend_names_values_and_leaves_its_nodata_out(pair):
    sources = pair([[1, 2, 0, 3]], [[8, 2, 5, 3]])
    series = open_series(sources, "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("arable", "built"): 1,
        ("forest", "forest"): 1,
        ("shrub", "shrub"): 1,
    }
    assert (found.valid_cells, found.excluded_cells) == (3, 1)
    assert "SCHEME: values excluded as NoData: 0." in texts(series.notes.notices)


def test_values_that_a_shipped_legend_lacks_are_named_by_the_layer(pair):
    # By a name of the coal mine's, by a name of the legend's own, by a name of neither.
    names = {101: "Open pit", 102: "Cropland", 103: "Tea"}
    sources = pair([[1, 1, 101, 7]], [[101, 102, 103, 104]], names=names)
    series = open_series(sources, "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("arable", "open_pit"): 1,
        ("arable", "arable"): 1,
        ("open_pit", "Tea"): 1,
        ("bare", 104): 1,
    }
    pit = series.classes[series.classes.find_class("open_pit")]
    assert (pit.value, pit.name, pit.group) == (101, "Open pit", "mine")
    words = "101 Open pit, 102 Arable land, 103 Tea."
    assert any(has(t, "date0: ", "SCHEME") for t in texts(series.notes.notices) if words in t)
    assert any("date1: value 104 has no class name" in text for text in texts(found.notes.warnings))


def test_a_layer_that_names_its_values_otherwise_than_the_scheme_is_warned_of(pair):
    names = {1: "Cropland", 2: "FOREST", 3: "Grassland", 4: "Urban"}
    series = open_series(pair([[1, 3]], [[2, 4]], names=names), "auto", None, SCHEME, shipped=CLCD)
    assert len(series.notes.warnings) == 2
    for n, warning in enumerate(series.notes.warnings):
        assert has(warning, f"date{n}: ", "3 'Grassland' (Shrubland), 4 'Urban' (Grassland). ")


@pytest.mark.parametrize("value", [0, 12, 255])
def test_a_value_that_neither_scheme_nor_layer_names_is_counted_and_warned_of(pair, value):
    sources = pair([[1, 2]], [[3, value]])
    found = count_series(open_series(sources, "auto", None, SCHEME, shipped=COAL_MINE), PAIR)
    (warning,) = [text for text in texts(found.notes.warnings) if f"value {value}" in text]
    assert warning.startswith(f"date1: value {value} ")
    assert ("NODATA" in warning) == (value == 0)


def test_a_scheme_for_other_values_is_refused_after_the_count(pair):
    series = open_series(pair([[11, 21]], [[31, 21]]), "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert has(
        refused(check_named_classes, series, found),
        "no valid cell has a classified value (11, 21, 31)",
        "CLCD, ",
    )
    whole = open_series(pair([[11, 21]], [[31, 1]]), "auto", None, SCHEME, shipped=CLCD)
    check_named_classes(whole, count_series(whole, PAIR))
