"""Rasters on a web server: read in parts, and told of by size and day in the report."""

from __future__ import annotations

import os
from contextlib import contextmanager

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import ORIGIN, UTM_49N, read_csv, write_raster
from carbon_zones.test.pages import read_page
from carbon_zones.test.web import LOCKED, served

NAMES = {1: "Arable land", 2: "Forestland", 7: "Open pit"}
DAY = 1_500_000_000  # 2017-07-14


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    """Two dates as cloud-optimised GeoTIFFs of several blocks, in a folder of their own."""
    plain, folder = (
        tmp_path_factory.mktemp("plain") / "plain.tif",
        tmp_path_factory.mktemp("product"),
    )
    chance = np.random.default_rng(7)
    for year in (1990, 2010):
        write_raster(plain, chance.choice([1, 2, 7], (1500, 1500)), names=NAMES)
        target = folder / f"lc_{year}.tif"
        with gdal.ExceptionMgr(useExceptions=True):
            options = ["COMPRESS=DEFLATE", "BLOCKSIZE=256", "OVERVIEWS=AUTO"]
            gdal.Translate(str(target), str(plain), format="COG", creationOptions=options)
        os.utime(target, (DAY, DAY))
    return folder


FILES = ["lc_1990.tif", "lc_2010.tif"]


def pair(earlier: str, later: str, folder, **more) -> dict:
    return {"EARLIER": earlier, "LATER": later, "TRANSFERS": str(folder / "t.csv"), **more}


def test_a_remote_pair_counts_like_a_local_one_and_is_read_in_parts(run, tmp_path, dates):
    run("transfermatrix", **pair(*(str(dates / file) for file in FILES), tmp_path))
    local = read_csv(tmp_path / "t.csv")
    with served(dates) as server:
        run("transfermatrix", **pair(*map(server.file, FILES), tmp_path))
        assert read_csv(tmp_path / "t.csv") == local
        assert len(local) == 9
        asked = server.asked()
    assert not asked.whole
    for file in FILES:
        # Once, and without the overviews.
        assert 0.6 * (dates / file).stat().st_size < asked.sent[file]
        assert asked.sent[file] < 1.1 * (dates / file).stat().st_size


# The tiles that the server lacks, by row and column of four, and what a study makes of the rest.
MISSING = ("01_lc_1990.tif", "10_lc_2010.tif")
TABLES = ("AREAS", "TRANSFERS", "LOSSES", "AUDIT")


def cut(dates, folder):
    """Both dates in four tiles each, and the names of these by file."""
    names, options = {}, ["COMPRESS=DEFLATE"]
    for file in FILES:
        names[file] = []
        for row in (0, 1):
            for column in (0, 1):
                names[file].append(f"{row}{column}_{file}")
                window = [column * 750, row * 750, 750, 750]
                tile = str(folder / names[file][-1])
                gdal.Translate(tile, str(dates / file), srcWin=window, creationOptions=options)
    return names


@contextmanager
def holes(dates, tmp_path, nodata=0, missing=MISSING):
    """A server that lacks some tiles, and the virtual rasters that were made before it did."""
    folder, layers = tmp_path / "tiles", []
    folder.mkdir()
    with served(folder) as server, gdal.ExceptionMgr(useExceptions=True):
        for file, names in cut(dates, folder).items():
            layers.append(str(tmp_path / file.replace(".tif", ".vrt")))
            tiles = [server.file(name) for name in names]
            gdal.BuildVRT(layers[-1], tiles, VRTNodata=nodata).FlushCache()
        for name in missing:
            (folder / name).unlink()
        gdal.VSICurlClearCache()
        with gdal.quiet_errors():
            yield server, layers


def study(run, folder, layers, **more):
    """The tables of a study."""
    folder.mkdir()
    paths = {name: str(folder / f"{name}.csv") for name in TABLES}
    run("study", LAYERS=layers, SCHEME="coal_mine", **paths, **more)
    return {name: read_csv(path) for name, path in paths.items()}


def test_tiles_that_a_server_lacks_have_no_data_and_are_named(run, tmp_path, dates):
    """The study is that of the local tiles put together without them."""
    (tmp_path / "local").mkdir()
    (tmp_path / "remote").mkdir()
    local = []
    with gdal.ExceptionMgr(useExceptions=True):
        for file, names in cut(dates, tmp_path / "local").items():
            local.append(str(tmp_path / "local" / file.replace(".tif", ".vrt")))
            there = [str(tmp_path / "local" / name) for name in names if name not in MISSING]
            gdal.BuildVRT(local[-1], there, VRTNodata=0).FlushCache()
    expected = study(run, tmp_path / "of_local", local)
    assert run.feedback.warnings == []
    with holes(dates, tmp_path / "remote") as (_, layers):
        found = study(run, tmp_path / "of_remote", layers, REPORT=str(tmp_path / "r.html"))
    assert found == expected
    assert [row["nodata_cells"] for row in found["AUDIT"]] == ["562500", "562500"]
    assert [text for text in run.feedback.warnings if "return HTTP 404" in text] == [
        f"LAYERS 'lc_{year}': 1 of 4 tiles of this area return HTTP 404; their cells are NoData: "
        f"{name}."
        for year, name in zip((1990, 2010), MISSING)
    ]
    # Whose they are is told; the checksum is that of the list.
    assert [
        (row["File"], len(row["SHA-256"]))
        for row in read_page(tmp_path / "r.html").rows("sources-files")
    ] == [("lc_1990.vrt (127.0.0.1)", 64), ("lc_2010.vrt (127.0.0.1)", 64)]


@pytest.mark.parametrize(("cells", "is_named"), [(150, False), (850, True)])
def test_only_tiles_of_the_extent_are_asked_for(run, tmp_path, dates, cells, is_named):
    """On cells of the other date's, in another reference system, too."""
    with gdal.ExceptionMgr(useExceptions=True):
        base = str(tmp_path / "base_1980.tif")
        gdal.Warp(base, str(dates / FILES[1]), dstSRS="EPSG:4326", resampleAlg="near").Close()
    x, y = ORIGIN
    inner = f"{x + 3000},{x + 30 * cells},{y - 19500},{y - 3000} [EPSG:{UTM_49N}]"
    with holes(dates, tmp_path) as (_, layers):
        for earlier in (base, layers[1]):
            given = pair(earlier, layers[0], tmp_path, SCHEME="coal_mine", EXTENT=inner)
            run("transfermatrix", **given)
            told = [text for text in run.feedback.warnings if "return HTTP 404" in text]
            assert [MISSING[0] in text for text in told] == [True] * is_named


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (
            {"nodata": None},
            r"EARLIER 'lc_1990': 1 of 4 tiles return HTTP 404: .* read as the valid value 0;",
        ),
        (
            {"missing": [f"{row}{column}_lc_1990.tif" for row in (0, 1) for column in (0, 1)]},
            r"EARLIER 'lc_1990': all tiles of this area \(4\) return HTTP 404: 00_lc_1990",
        ),
    ],
)
def test_missing_tiles_that_would_count_or_are_all_are_refused(
    run, tmp_path, dates, given, refusal
):
    told = refuses(refusal)
    with holes(dates, tmp_path, **given) as (_, layers), told:
        run("transfermatrix", **pair(*layers, tmp_path, SCHEME="coal_mine"))


def test_a_tile_that_the_server_does_not_give_away_is_no_missing_one(run, tmp_path, dates):
    reason = r"'lc_1990' cannot be read at rows .*: tile 01_lc_1990\.tif: HTTP .* 403"
    told = refuses(reason)
    with holes(dates, tmp_path, missing=MISSING[:1]) as (_, layers), told:
        (tmp_path / "tiles" / MISSING[0]).with_suffix(LOCKED).touch()
        run("transfermatrix", **pair(*layers, tmp_path, SCHEME="coal_mine"))


def test_of_an_extent_only_its_blocks_are_fetched(run, tmp_path, dates):
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(dates / FILES[0])) as dataset:
        x, step, _, y, _, down = dataset.GetGeoTransform()
    extent = f"{x},{x + 200 * step},{y + 200 * down},{y}"
    with served(dates) as server:
        run("transfermatrix", **pair(*map(server.file, FILES), tmp_path, EXTENT=extent))
        assert sum(int(row["cells"]) for row in read_csv(tmp_path / "t.csv")) == 200 * 200
        sent = server.asked().sent
    for file in FILES:
        assert sent[file] < 0.3 * (dates / file).stat().st_size


def test_the_report_has_size_and_day_in_place_of_a_checksum(run, tmp_path, dates):
    with served(dates) as server:
        layers = [server.file("lc_1990.tif"), str(dates / "lc_2010.tif")]
        chart = tmp_path / "chart.html"
        run("areashares", LAYERS=layers, SHARES=str(tmp_path / "s.csv"), CHART=str(chart))
        sent = server.asked().sent
    page = read_page(chart)
    remote, local = page.rows("sources-files")
    size = (dates / "lc_1990.tif").stat().st_size
    assert remote == {
        "Layer": "lc_1990",
        "File": "lc_1990.tif (127.0.0.1)",
        "Size": f"{size / 1e6:.3g} MB" if size >= 1e6 else f"{size / 1e3:.3g} kB",
        "Last modified": "2017-07-14",
        "SHA-256": "",
    }
    assert (local["File"], local["Last modified"]) == ("lc_2010.tif", "")
    assert len(local["SHA-256"]) == 64
    assert (
        "Remote and archived files have no checksum; their size and modification date are reported"
        in page.text
    )
    # For the count, and not once more for a checksum.
    assert sent["lc_1990.tif"] < 1.1 * size


def test_a_file_that_the_server_does_not_have_is_told(run, tmp_path, dates):
    with served(dates) as server, gdal.quiet_errors():
        given = pair(server.file("gone.tif"), str(dates / "lc_2010.tif"), tmp_path)
        with refuses(r"EARLIER: '.*gone\.tif' cannot be op"):
            run("transfermatrix", **given)
    assert not (tmp_path / "t.csv").exists()


@pytest.mark.parametrize(("share", "what"), [(0.02, "opened"), (0.7, "read")])
def test_a_server_that_stops_leaves_nothing(run, tmp_path, dates, share, what):
    with served(dates) as server:
        run("transfermatrix", **pair(*map(server.file, FILES), tmp_path))
        answers = server.asked().answers
    (tmp_path / "t.csv").unlink()
    # Another port is another address, of which nothing is kept.
    with served(dates) as server, gdal.quiet_errors():
        given = pair(*map(server.file, FILES), tmp_path)
        server.stop_after(int(share * answers))
        with refuses(rf"lc_\d{{4}}.* cannot be {what}"):
            run("transfermatrix", **given)
    assert not (tmp_path / "t.csv").exists()
    assert not list(tmp_path.glob(".c*"))
