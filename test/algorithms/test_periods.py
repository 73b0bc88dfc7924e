"""Years and periods: from the layers' names, from YEARS, or none."""

from __future__ import annotations

from functools import partial

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import read_csv, read_raster, write_raster


def layer(folder, name: str, values=((1, 2),)) -> QgsRasterLayer:
    """A layer of that name, whatever its file is called."""
    path = folder / f"{name.encode().hex()}.tif"
    return QgsRasterLayer(write_raster(path, values, cell=(100, 100)), name)


@pytest.mark.parametrize(
    ("earlier", "later", "period"),
    [
        ("landuse_1986", "landuse_2000", "1986-2000"),
        ("Land use 1986 (synthetic)", "Land use 2000 (synthetic)", "1986-2000"),
        ("CLCD_v01_1990_albert", "CLCD_v01_2020_albert", "1990-2020"),
        ("lu1986", "lu2000", "1986-2000"),
        ("before", "after", "before-after"),
        ("landuse_1986", "now", "landuse_1986-now"),
        ("map 2000 old", "map 2000 new", "map 2000 old-map 2000 new"),
        ("zone 19860101", "zone 20000101", "1986-2000"),
        ("U2018_CLC2012_V2020_20u1", "U2018_CLC2018_V2020_20u1", "2012-2018"),
        ("EPSG2056_1990_1600x1200", "EPSG2056_2000_1600x1200", "1990-2000"),
        ("zones_1986_2000", "lu 2009", "zones_1986_2000-lu 2009"),
        ("tile_0300", "tile_9999", "tile_0300-tile_9999"),
    ],
)
def test_period_of_a_pair(run, tmp_path, earlier, later, period):
    run(
        "transfermatrix",
        EARLIER=layer(tmp_path, earlier),
        LATER=layer(tmp_path, later),
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CLASS_CHANGE=str(tmp_path / "change.csv"),
    )
    for table in ("transfers.csv", "change.csv"):
        assert {row["period"] for row in read_csv(tmp_path / table)} == {period}


@pytest.mark.parametrize(
    ("earlier", "later", "warned"),
    [
        ("landuse_2000", "landuse_1986", True),
        ("landuse_1986", "landuse_2000", False),
        ("new", "old", False),
    ],
)
def test_a_pair_in_the_wrong_order_is_warned_about(run, tmp_path, earlier, later, warned):
    run(
        "transfermatrix",
        EARLIER=layer(tmp_path, earlier),
        LATER=layer(tmp_path, later),
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    about = [w for w in run.feedback.warnings if "2000" in w and "1986" in w]
    assert bool(about) == warned


def test_a_pair_takes_no_year_from_a_name_that_may_have_several(run, tmp_path):
    pair = {"EARLIER": layer(tmp_path, "lu 1990"), "LATER": layer(tmp_path, "lu 2000 of 2009")}
    run("transfermatrix", TRANSFERS=str(tmp_path / "transfers.csv"), **pair)
    assert {row["period"] for row in read_csv(tmp_path / "transfers.csv")} == {
        "lu 1990-lu 2000 of 2009"
    }
    assert (
        "The name of the layer 'lu 2000 of 2009' has several numbers that may be its year "
        "(2000, 2009): none is taken, and the period is named after the layers."
    ) in run.feedback.warnings


@pytest.mark.parametrize("algorithm", ["study", "areashares"])
def test_a_series_asks_for_the_year_of_a_name_that_may_have_several(run, tmp_path, algorithm):
    # Files: a refusal that came through QGIS keeps its frames, and layers in them, to the end.
    names = ("lu 1990", "lu 2000 of 2009")
    layers = [write_raster(tmp_path / f"{name}.tif", [[1, 2]], cell=(100, 100)) for name in names]
    if algorithm == "areashares":
        start = partial(run, algorithm, LAYERS=layers, SHARES=str(tmp_path / "areas.csv"))
    else:
        start = partial(study, run, tmp_path, layers)
    with pytest.raises(
        QgsProcessingException,
        match=r"'lu 2000 of 2009' has several .* its year \(2000, 2009\); give YEARS",
    ):
        start()
    start(YEARS="1990,2009")
    assert {row["year"] for row in read_csv(tmp_path / "areas.csv")} == {"1990", "2009"}


def test_a_year_behind_a_dot_of_a_file_name_is_found(run, tmp_path):
    """QGIS calls a layer by its file's name up to the first dot."""
    files = [
        write_raster(tmp_path / f"GLC.{year}.tif", [[1, 2]], cell=(100, 100))
        for year in ("2000", "1990")
    ]
    study(run, tmp_path, files)
    rows = read_csv(tmp_path / "areas.csv")
    assert list(dict.fromkeys((row["year"], row["layer"]) for row in rows)) == [
        ("1990", "GLC.1990"),  # both would be GLC
        ("2000", "GLC.2000"),
    ]
    run(
        "transfermatrix",
        EARLIER=files[1],
        LATER=files[0],
        TRANSFERS="TEMPORARY_OUTPUT",
        AUDIT=str(tmp_path / "audit.csv"),
    )
    assert [(row["year"], row["layer"]) for row in read_csv(tmp_path / "audit.csv")] == [
        ("1990", "GLC.1990"),
        ("2000", "GLC.2000"),
    ]
    assert any("LATER 'GLC.2000'" in text for text in run.feedback.infos)
    run("areashares", LAYERS=files[1:], SHARES=str(tmp_path / "shares.csv"))
    assert {(row["year"], row["layer"]) for row in read_csv(tmp_path / "shares.csv")} == {
        ("1990", "GLC")
    }


@pytest.mark.parametrize("file", ["land.v2.1990.map.tif", "land.1990", "land.1990.jp2"])
def test_the_rest_of_a_file_name_tells_the_year(run, tmp_path, file):
    path = write_raster(tmp_path / file, [[1, 2]], cell=(100, 100))
    run("areashares", LAYERS=[path], SHARES=str(tmp_path / "shares.csv"))
    assert {(row["year"], row["layer"]) for row in read_csv(tmp_path / "shares.csv")} == {
        ("1990", "land")
    }


def study(run, folder, layers, **more):
    return run(
        "study",
        LAYERS=layers,
        SCHEME="coal_mine",
        **{
            **dict.fromkeys(STUDY_TABLES, "TEMPORARY_OUTPUT"),
            "AREAS": str(folder / "areas.csv"),
            "ZONE_SHARES": str(folder / "zone_shares.csv"),
            "ZONES_FOLDER": str(folder / "zones"),
            **more,
        },
    )


DATED = {
    # an open pit is dug in arable land, and becomes forest
    "land 1990": [[1, 1]],
    "land 2000": [[7, 1]],
    "land 2010": [[2, 1]],
}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (2, 1, 0)])
def test_study_sorts_by_year(run, tmp_path, order):
    names = [list(DATED)[place] for place in order]
    study(run, tmp_path, [layer(tmp_path, name, DATED[name]) for name in names])
    areas = read_csv(tmp_path / "areas.csv")
    assert list(dict.fromkeys((row["year"], row["layer"]) for row in areas)) == [
        ("1990", "land 1990"),
        ("2000", "land 2000"),
        ("2010", "land 2010"),
    ]
    periods = list(dict.fromkeys(row["period"] for row in read_csv(tmp_path / "zone_shares.csv")))
    assert periods == ["1990-2000", "2000-2010", "1990-2010"]
    assert read_raster(tmp_path / "zones" / "zones_1990_2000.tif").tolist() == [[4, 1]]
    assert read_raster(tmp_path / "zones" / "zones_2000_2010.tif").tolist() == [[2, 1]]
    sorted_warnings = [text for text in run.feedback.warnings if "sort" in text]
    assert bool(sorted_warnings) == (order != (0, 1, 2))


def test_study_of_two_dates_has_no_span(run, tmp_path):
    """With one period the whole span is that period, and stands there once."""
    names = list(DATED)[:2]
    study(run, tmp_path, [layer(tmp_path, name, DATED[name]) for name in names])
    shares = read_csv(tmp_path / "zone_shares.csv")
    assert [row["zone"] for row in shares] == ["1", "2", "3", "4", "5"]


def test_years_given_for_layers_without_years(run, tmp_path):
    layers = [layer(tmp_path, name, v) for name, v in zip("abc", DATED.values())]
    study(run, tmp_path, layers, YEARS="1990, 2000,2010")
    periods = list(dict.fromkeys(row["period"] for row in read_csv(tmp_path / "zone_shares.csv")))
    assert periods == ["1990-2000", "2000-2010", "1990-2010"]


def test_years_given_in_another_order_sort_the_layers(run, tmp_path):
    layers = [layer(tmp_path, name, v) for name, v in zip("cab", (*DATED.values(),))]
    study(run, tmp_path, [layers[2], layers[0], layers[1]], YEARS="2010,1990,2000")
    assert read_raster(tmp_path / "zones" / "zones_1990_2000.tif").tolist() == [[4, 1]]


def test_years_beat_numbers_in_names_that_only_look_like_years(run, tmp_path):
    layers = [layer(tmp_path, f"grid 2048 {x}", v) for x, v in zip("abc", DATED.values())]
    study(run, tmp_path, layers, YEARS="1990,2000,2010")
    assert {row["year"] for row in read_csv(tmp_path / "areas.csv")} == {"1990", "2000", "2010"}


def test_shares_keep_the_given_order_and_leave_unknown_years_empty(run, tmp_path):
    layers = [layer(tmp_path, name) for name in ("now", "land 1990", "zones 1990-2000")]
    run("areashares", LAYERS=layers, SHARES=str(tmp_path / "shares.csv"))
    rows = read_csv(tmp_path / "shares.csv")
    assert list(dict.fromkeys((row["year"], row["layer"]) for row in rows)) == [
        ("", "now"),
        ("1990", "land 1990"),
        ("1990-2000", "zones 1990-2000"),
    ]
