"""Damaged inputs, full disks, cancelling: one sentence, nothing half, old results as they were."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsVectorLayer

from carbon_zones.bridge.destinations import LAYER_EXTENSIONS
from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.refusals import refusal_of
from carbon_zones.test.contracts import CONTRACTS, DATED, PAIR_RASTERS, outputs_in
from carbon_zones.test.helpers import (
    ORIGIN,
    closed_folder,
    counted_pairs,
    pairs_of,
    read_raster,
    small_disk,
    write_dates,
    write_raster,
)

pytestmark = pytest.mark.slow

X, Y = ORIGIN
LZW = ("TILED=YES", "COMPRESS=LZW")


def noise(seed: int, size: int, most: int = 11) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, most + 1, (size, size), dtype=np.uint8)


def two_dates(folder, size: int, most: int = 11, options=()) -> list[str]:
    """Rasters of 1990 and 2000, of noise."""
    return write_dates(
        folder, {year: noise(year, size, most) for year in (1990, 2000)}, options=options
    )


def files_in(folder) -> list[str]:
    """Everything in a folder, hidden or not."""
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))


def inputs_of(algorithm: str, layers: list) -> dict:
    return CONTRACTS[algorithm].inputs(layers, Path(layers[0]).parent)


def given(algorithm: str, layers: list, folder, **more) -> dict:
    """The parameters of a run, every output in a folder."""
    return {**inputs_of(algorithm, layers), **outputs_in(algorithm, folder), **more}


def check_clear(sentence: str, *words: str) -> None:
    """One sentence with these words; the system's own reason may stand behind its colon."""
    for reason in ("No space left on device", "Operation not permitted", "Read-only file system"):
        sentence = sentence.replace(f": {reason}", "")
    assert is_one_sentence(sentence), sentence
    for word in words:
        assert word in sentence


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


# Damaged and vanishing inputs


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> list[str]:
    """Two dates of LZW tiles, of which there are some on each side."""
    return two_dates(tmp_path_factory.mktemp("large"), 1600, options=LZW)


def damage(path: str, folder, column: int, row: int) -> str:
    """A copy with one tile overwritten."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        band = dataset.GetRasterBand(1)
        offset, size = (
            int(band.GetMetadataItem(f"BLOCK_{what}_{column}_{row}", "TIFF"))
            for what in ("OFFSET", "SIZE")
        )
    content = bytearray(Path(path).read_bytes())
    content[offset : offset + size] = b"\xff" * size
    copy = Path(folder) / Path(path).name
    copy.write_bytes(content)
    return str(copy)


def damaged(how: str, layers: list, folder) -> list[str]:
    """The two dates, the later one damaged, or without its second half."""
    if how == "damaged block":
        return [layers[0], damage(layers[1], folder, 5, 4)]
    content = Path(layers[1]).read_bytes()
    copy = Path(folder) / Path(layers[1]).name
    copy.write_bytes(content[: len(content) // 2])
    return [layers[0], str(copy)]


@pytest.mark.parametrize("algorithm", DATED)
def test_a_damaged_block_in_the_middle(run, large, tmp_path, out, algorithm):
    layers = damaged("damaged block", large, tmp_path)
    sentence = refusal_of(run, algorithm, **given(algorithm, layers, out))
    check_clear(sentence, "'land_2000'", "cannot be read")
    assert files_in(out) == []


@pytest.mark.parametrize("base", ["earlier", "later"])
@pytest.mark.parametrize("how", ["damaged block", "cut off"])
def test_a_damaged_block_of_a_layer_on_other_cells(run, large, tmp_path, out, how, base):
    """The warper, too, says so: nothing is filled in for what could not be read."""
    layers = damaged(how, large, tmp_path)
    layers[0] = write_raster(
        tmp_path / "land_1990.tif", noise(1, 1600), origin=(X + 45, Y + 15), options=LZW
    )
    parameters = given("transfermatrix", layers, out, GRID=base)
    check_clear(refusal_of(run, "transfermatrix", **parameters), "LATER 'land_2000' cannot be read")
    assert files_in(out) == []


def test_a_damaged_block_outside_the_extent_does_not_matter(run, large, tmp_path):
    run(
        "transfermatrix",
        **inputs_of("transfermatrix", damaged("damaged block", large, tmp_path)),
        EXTENT=f"{X},{X + 300},{Y - 300},{Y} [EPSG:32649]",
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    one, other = (read_raster(path)[:10, :10] for path in large)
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(one, other)


def mosaic(folder, size: int = 2000) -> str:
    """A VRT of two files, one above the other."""
    paths = [
        write_raster(
            folder / f"half_{half}.tif",
            noise(half, size)[: size // 2],
            origin=(X, Y - half * size // 2 * 30),
            options=LZW,
        )
        for half in (0, 1)
    ]
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(str(folder / "land_2000.vrt"), paths).Close()
    return str(folder / "land_2000.vrt")


class AtFirstProgress(QgsProcessingFeedback):
    """Does something once, when the run has begun."""

    def __init__(self, action):
        super().__init__(False)
        self._action = action
        self.progressChanged.connect(self.act)

    def act(self, progress):
        action, self._action = self._action, lambda: None
        action()


@pytest.mark.parametrize("algorithm", ["transfermatrix", "study"])
def test_a_file_that_vanishes_while_it_is_read(run, tmp_path, out, algorithm):
    """The mosaic's second file goes when the first rows have been counted."""
    size = 4000
    layers = [write_raster(tmp_path / "land_1990.tif", noise(9, size)), mosaic(tmp_path, size)]
    vanishing = AtFirstProgress((tmp_path / "half_1.tif").unlink)
    sentence = refusal_of(run, algorithm, vanishing, **given(algorithm, layers, out))
    assert not (tmp_path / "half_1.tif").exists()
    # Whether the rest could still be read or not.
    check_clear(sentence, "'land_2000'")
    assert "cannot be read" in sentence or "'half_1.tif' was changed or removed" in sentence
    assert files_in(out) == []


# Full disks


# Enough pairs for a table of 300 kB, and enough noise for rasters of as much.
MANY = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> list[str]:
    """Two dates of 400 x 400 cells of 60 classes."""
    return two_dates(tmp_path_factory.mktemp("many"), 400, MANY)


def rows_of(path) -> list[tuple]:
    """What a table of TRANSFERS holds, whatever its format."""
    layer = QgsVectorLayer(str(path), "table", "ogr")
    assert layer.isValid()
    names = ("from_value", "to_value", "cells")
    return [tuple(int(f[name]) for name in names) for f in layer.getFeatures()]


@pytest.mark.parametrize("ending", ["csv", "gpkg", "xlsx"])
def test_a_disk_that_is_too_small_for_a_table(run, many, tmp_path, ending):
    """However much of it fits: all of it is there in the end, or nothing and one sentence."""
    inputs = inputs_of("transfermatrix", many)
    run("transfermatrix", **inputs, TRANSFERS=str(tmp_path / f"whole.{ending}"))
    expected = rows_of(tmp_path / f"whole.{ending}")
    assert len(expected) == MANY * MANY
    failed = 0
    for kilobytes in (4, 16, 40, 80, 120, 160, 200, 240, 300, 360, 420, 480, 540, 1200):
        with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
            path = disk / f"t.{ending}"
            sentence = refusal_of(run, "transfermatrix", **inputs, TRANSFERS=str(path))
            if sentence:
                failed += 1
                check_clear(sentence)
                assert "TRANSFERS" in sentence or path.name in sentence
                assert files_in(disk) == []
            else:
                assert rows_of(path) == expected
                assert files_in(disk) == [path.name]
    assert 3 <= failed < 14


def layer_of(path) -> list:
    """What a layer holds, whatever its format, and how it is drawn, where the format stores it."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(str(path), gdal.OF_VECTOR) as dataset:
        styles = dataset.GetLayerByName("layer_styles") if path.suffix == ".gpkg" else None
        rows = [[*row.items().values(), str(row.GetGeometryRef())] for row in dataset.GetLayer(0)]
        return [*rows, *(len(style["styleQML"]) > 0 for style in styles or ())]


@pytest.mark.parametrize("ending", LAYER_EXTENSIONS)
@pytest.mark.parametrize("kind", ["points", "polygons"])
def test_a_disk_that_is_too_small_for_a_layer(run, tmp_path, ending, kind):
    """Begun, half written, or without its style only: one sentence, and nothing of it."""
    layers = two_dates(tmp_path, 40)
    algorithm, output = "transfermatrix", "UNITS_LAYER"
    parameters = {
        **inputs_of(algorithm, layers),
        "UNITS_SIZE": 0.2,
        "TRANSFERS": "TEMPORARY_OUTPUT",
    }
    if kind == "points":
        algorithm, output = "samplepoints", "SAMPLE"
        parameters = {"MAP": layers[0], "SIZE": 60, "STRATA": None}
    run(algorithm, **parameters, **{output: str(tmp_path / f"whole{ending}")})
    expected, failed, sizes = layer_of(tmp_path / f"whole{ending}"), 0, range(4, 200, 8)
    for kilobytes in sizes:
        with small_disk(tmp_path / "disk", f"{kilobytes}k") as disk:
            path = disk / f"whole{ending}"
            sentence = refusal_of(run, algorithm, **parameters, **{output: str(path)})
            if sentence:
                failed += 1
                # What GDAL says of a geodatabase.
                check_clear(re.sub(r"\(Error occurred in .*\)", "()", sentence), output)
                assert "TRIGGER" not in sentence
                assert files_in(disk) == []
            else:
                assert layer_of(path) == expected
    assert 0 < failed < len(sizes)


RASTERS = pytest.mark.parametrize(
    ("algorithm", "output"), [*PAIR_RASTERS, ("study", "ZONES_FOLDER")]
)


def all_or_nothing(run, folder, algorithm: str, output: str, sizes) -> int:
    """Write a raster to disks of several sizes, in kB by that of the whole; how many fail."""
    parameters = {
        **inputs_of(algorithm, two_dates(folder, 700)),
        **dict.fromkeys(CONTRACTS[algorithm].outputs, "TEMPORARY_OUTPUT"),
    }
    whole = folder / "whole"
    whole.mkdir()
    file = whole if output.endswith("FOLDER") else whole / "r.tif"
    run(algorithm, **{**parameters, output: str(file)})
    names = files_in(whole)
    rasters = [name for name in names if name.endswith(".tif")]
    failed = 0
    for kilobytes in sizes(sum(path.stat().st_size for path in whole.iterdir()) // 1024):
        with small_disk(folder / "disk", f"{kilobytes}k") as disk:
            file = disk if output.endswith("FOLDER") else disk / "r.tif"
            sentence = refusal_of(run, algorithm, **{**parameters, output: str(file)})
            if sentence:
                failed += 1
                check_clear(sentence)
                assert any(raster in sentence for raster in rasters)
                assert files_in(disk) == []
            else:
                assert files_in(disk) == names
                for raster in rasters:
                    np.testing.assert_array_equal(
                        read_raster(disk / raster), read_raster(whole / raster)
                    )
                for side in set(names) - set(rasters):
                    assert (disk / side).read_bytes() == (whole / side).read_bytes()
    return failed


@RASTERS
def test_a_disk_that_is_too_small_for_a_raster(run, tmp_path, algorithm, output):
    """Where little is missing, that shows only when the file is closed, if at all."""

    def sizes(total):
        far = (4, total // 4, total // 2, 3 * total // 4)
        return (*far, *range(max(total - 72, 8), total + 9, 8), 2 * total + 64)

    assert all_or_nothing(run, tmp_path, algorithm, output, sizes) > 7


def test_a_disk_that_is_too_small_for_a_chart(run, many, tmp_path):
    with small_disk(tmp_path / "disk", "200k") as disk:
        outputs = {"SHARES": str(disk / "shares.csv"), "CHART": str(disk / "chart.html")}
        check_clear(refusal_of(run, "areashares", LAYERS=many, **outputs), "chart.html")
        assert files_in(disk) == []


@pytest.mark.parametrize("algorithm", ["transfermatrix", "zonereclassification", "study"])
def test_old_results_survive_a_full_disk_byte_for_byte(run, tmp_path, algorithm):
    """Old results of a small raster; then a large one, for which the disk is too small."""
    with small_disk(tmp_path / "disk", "200k") as disk:
        parameters = given(algorithm, two_dates(tmp_path, 8), disk)
        parameters.pop("REPORT", None)  # even that of a small raster would not fit
        if "IDLE_AREAS" in parameters:  # nor would a GeoPackage
            parameters["IDLE_AREAS"] = str(disk / "idle_areas.geojson")
        run(algorithm, **parameters)
        before = {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}
        assert len(before) >= len(outputs_in(algorithm, disk)) - 1
        two_dates(tmp_path, 900)
        assert refusal_of(run, algorithm, **parameters)
        after = {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}
        assert after == before


# Folders and files that others hold


@pytest.mark.parametrize("algorithm", DATED)
def test_a_folder_that_cannot_be_written_to(run, tmp_path, out, algorithm):
    layers = two_dates(tmp_path, 8)
    with closed_folder(tmp_path / "closed") as closed:
        for output, path in outputs_in(algorithm, closed).items():
            sentence = refusal_of(run, algorithm, **given(algorithm, layers, out, **{output: path}))
            check_clear(sentence, str(closed))
            assert files_in(closed) == files_in(out) == []


@pytest.mark.parametrize("edited", [False, True])
def test_a_geopackage_that_is_open_elsewhere(run, tmp_path, edited):
    """What another program wrote, but did not yet fold in, must not come up in the new table."""
    layers = two_dates(tmp_path, 50)
    path = tmp_path / "t.gpkg"
    inputs = inputs_of("transfermatrix", layers)
    run("transfermatrix", **inputs, TRANSFERS=str(tmp_path / "whole.gpkg"))
    expected = rows_of(tmp_path / "whole.gpkg")
    run("transfermatrix", **inputs_of("transfermatrix", layers[::-1]), TRANSFERS=str(path))
    holder = QgsVectorLayer(str(path), "held", "ogr")
    place = holder.fields().indexOf("cells")
    if edited:
        assert holder.startEditing()
        for feature in holder.getFeatures():
            holder.changeAttributeValue(feature.id(), place, 12345)
        assert holder.commitChanges(False)
    run("transfermatrix", **inputs, TRANSFERS=str(path))
    rows_while_held = rows_of(path)
    holder.rollBack()
    del holder
    assert [rows_while_held, rows_of(path)] == [expected, expected]


# Cancelling


@pytest.fixture(scope="module")
def patches(tmp_path_factory) -> list[str]:
    """Two dates of 3000 x 3000 cells in patches of 20."""
    folder = tmp_path_factory.mktemp("patches")
    return write_dates(
        folder,
        {year: np.kron(noise(year, 150), np.ones((20, 20), np.uint8)) for year in (1990, 2000)},
        options=LZW,
    )


@pytest.fixture(scope="module")
def whole_runs(qgis_app, patches, tmp_path_factory):
    """Folder of an undisturbed run and all progress that it told, once per algorithm."""
    made = {}

    def get(algorithm):
        if algorithm not in made:
            folder = tmp_path_factory.mktemp(algorithm)
            feedback = Stopping()
            make_run()(algorithm, feedback, **given(algorithm, patches, folder))
            made[algorithm] = folder, feedback.seen
        return made[algorithm]

    return get


class Stopping(QgsProcessingFeedback):
    """Is cancelled when so much progress has been told."""

    def __init__(self, times: int = 0):
        super().__init__(False)
        self.seen = []
        self._times = times
        self.progressChanged.connect(self._note)

    def _note(self, progress):
        self.seen.append(progress)
        if len(self.seen) == self._times:
            self.cancel()


def same_files(folder, other) -> None:
    """Tables byte for byte, rasters cell by cell."""
    assert files_in(folder) == files_in(other)
    for name in files_in(folder):
        if name.endswith(".csv"):
            assert (folder / name).read_bytes() == (other / name).read_bytes()
        elif name.endswith(".tif"):
            np.testing.assert_array_equal(read_raster(folder / name), read_raster(other / name))


# Of all progress that a run tells: the first and a middle block, all is counted, all is written.
MOMENTS = {"first": 0, "middle": 5, "counted": -2, "written": -1}


@pytest.mark.parametrize("older", [False, True], ids=["empty", "older"])
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("algorithm", ["transfermatrix", "zonereclassification", "study"])
def test_cancelling_at_any_moment(run, patches, whole_runs, out, algorithm, moment, older):
    """Nothing, and what stood there before is still there; or everything, where it is too late."""
    folder, seen = whole_runs(algorithm)
    names = ("transfers.csv", "zone_shares.csv") if older else ()
    for name in names:
        (out / name).write_text("older")
    feedback = Stopping(len(seen[: MOMENTS[moment]]) + 1)
    sentence = refusal_of(run, algorithm, feedback, **given(algorithm, patches, out))
    assert feedback.isCanceled()
    if moment != "written":
        assert "ancel" in sentence
        assert files_in(out) == sorted(names)
        assert {(out / name).read_text() for name in names} <= {"older"}
    else:
        assert not sentence
        for name in names:
            if not (folder / name).exists():
                (out / name).unlink()
        same_files(out, folder)
