"""Years and periods: from the layers' names, from YEARS, or none."""

from __future__ import annotations

from functools import partial

import pytest
from qgis.core import QgsRasterLayer

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import read_csv, read_raster, write_raster


def layer(folder, name: str, values=((1, 2),)) -> QgsRasterLayer:
    """A layer of that name, whatever its file is called."""
    path = folder / f"{name.encode().hex()}.tif"
    return QgsRasterLayer(write_raster(path, values, cell=(100, 100)), name)


def test_a_pair_takes_no_year_from_a_name_that_may_have_several(run, tmp_path):
    pair = {"EARLIER": layer(tmp_path, "lu 1990"), "LATER": layer(tmp_path, "lu 2000 of 2009")}
    run("transfermatrix", TRANSFERS=str(tmp_path / "transfers.csv"), **pair)
    assert {row["period"] for row in read_csv(tmp_path / "transfers.csv")} == {
        "lu 1990-lu 2000 of 2009"
    }
    assert any(
        all(words in text for words in ("'lu 2000 of 2009'", "(2000, 2009)", "none is used"))
        for text in run.feedback.warnings
    )


@pytest.mark.parametrize("algorithm", ["study", "areashares"])
def test_a_series_asks_for_the_year_of_a_name_that_may_have_several(run, tmp_path, algorithm):
    # Files: a refusal that came through QGIS keeps its frames, and layers in them, to the end.
    names = ("lu 1990", "lu 2000 of 2009")
    layers = [write_raster(tmp_path / f"{name}.tif", [[1, 2]], cell=(100, 100)) for name in names]
    if algorithm == "areashares":
        start = partial(run, algorithm, LAYERS=layers, SHARES=str(tmp_path / "areas.csv"))
    else:
        start = partial(study, run, tmp_path, layers)
    with refuses(
        r"'lu 2000 of 2009': several possible years in its name \(2000, 2009\); set YEARS"
    ):
        start()
    start(YEARS="1990,2009")
    assert {row["year"] for row in read_csv(tmp_path / "areas.csv")} == {"1990", "2009"}


def dates_in(path) -> list:
    """Year and layer of the rows, each once."""
    return list(dict.fromkeys((row["year"], row["layer"]) for row in read_csv(path)))


def test_a_year_behind_a_dot_of_a_file_name_is_found(run, tmp_path):
    """QGIS calls a layer by its file's name up to the first dot; both would be GLC."""
    later, earlier = (
        write_raster(tmp_path / f"GLC.{year}.tif", [[1, 2]], cell=(100, 100))
        for year in ("2000", "1990")
    )
    study(run, tmp_path, [later, earlier])
    both = [("1990", "GLC.1990"), ("2000", "GLC.2000")]
    assert dates_in(tmp_path / "areas.csv") == both
    pair = {"EARLIER": earlier, "LATER": later, "TRANSFERS": "TEMPORARY_OUTPUT"}
    run("transfermatrix", **pair, NODATA="2", AUDIT=str(tmp_path / "audit.csv"))
    assert dates_in(tmp_path / "audit.csv") == both
    run("areashares", LAYERS=[earlier], SHARES=str(tmp_path / "shares.csv"))
    assert dates_in(tmp_path / "shares.csv") == [("1990", "GLC")]


@pytest.mark.parametrize("file", ["land.v2.1990.map.tif", "land.1990", "land.1990.jp2"])
def test_the_rest_of_a_file_name_tells_the_year(run, tmp_path, file):
    path = write_raster(tmp_path / file, [[1, 2]], cell=(100, 100))
    run("areashares", LAYERS=[path], SHARES=str(tmp_path / "shares.csv"))
    assert dates_in(tmp_path / "shares.csv") == [("1990", "land")]


def study(run, folder, layers, **more):
    outputs = {name: str(folder / f"{name.lower()}.csv") for name in ("AREAS", "ZONE_SHARES")}
    outputs["ZONES_FOLDER"] = str(folder / "zones")
    return run("study", LAYERS=layers, SCHEME="coal_mine", **outputs, **more)


DATED = {
    # an open pit is dug in arable land, and becomes forest
    "land 1990": [[1, 1]],
    "land 2000": [[7, 1]],
    "land 2010": [[2, 1]],
}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_study_sorts_by_year(run, tmp_path, order):
    names = [list(DATED)[place] for place in order]
    study(run, tmp_path, [layer(tmp_path, name, DATED[name]) for name in names])
    wanted = [(str(year), f"land {year}") for year in (1990, 2000, 2010)]
    assert dates_in(tmp_path / "areas.csv") == wanted
    periods = list(dict.fromkeys(row["period"] for row in read_csv(tmp_path / "zone_shares.csv")))
    assert periods == ["1990-2000", "2000-2010", "1990-2010"]
    assert read_raster(tmp_path / "zones" / "zones_1990_2000.tif").tolist() == [[4, 1]]
    assert read_raster(tmp_path / "zones" / "zones_2000_2010.tif").tolist() == [[2, 1]]


def test_years_given_in_another_order_sort_the_layers(run, tmp_path):
    names = ("c", "grid 2048 a", "b")  # what only looks like a year does not count
    layers = [layer(tmp_path, name, v) for name, v in zip(names, DATED.values())]
    study(run, tmp_path, [layers[2], layers[0], layers[1]], YEARS="2010, 1990,2000")
    assert [year for year, _ in dates_in(tmp_path / "areas.csv")] == ["1990", "2000", "2010"]
    assert read_raster(tmp_path / "zones" / "zones_1990_2000.tif").tolist() == [[4, 1]]


def test_shares_keep_the_given_order_and_leave_unknown_years_empty(run, tmp_path):
    layers = [layer(tmp_path, name) for name in ("now", "land 1990", "zones 1990-2000")]
    run("areashares", LAYERS=layers, SHARES=str(tmp_path / "shares.csv"))
    assert dates_in(tmp_path / "shares.csv") == [
        ("", "now"),
        ("1990", "land 1990"),
        ("1990-2000", "zones 1990-2000"),
    ]
