"""The default tables handed out, and the sample loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import ROOT, SAMPLE, YEARS, read_raster, sample
from carbon_zones.test.paper import LOSSES, SPAN

DEFAULTS = ROOT / "resources" / "schemes" / "coal_mine"
TABLES = ("classes", "coefficients", "rules", "zones")


def contents(folder: Path) -> dict:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# exporttables


def test_exported_tables_are_the_defaults(run, tmp_path):
    results = run("exporttables", FOLDER=str(tmp_path / "deep" / "scheme"))
    folder = tmp_path / "deep" / "scheme"
    assert contents(folder) == {f"{t}.csv": (DEFAULTS / f"{t}.csv").read_bytes() for t in TABLES}
    assert results == {
        "FOLDER": str(folder),
        **{table.upper(): str(folder / f"{table}.csv") for table in TABLES},
    }


def test_exported_tables_may_be_exported_again(run, tmp_path):
    run("exporttables", FOLDER=str(tmp_path))
    before = contents(tmp_path)
    run("exporttables", FOLDER=str(tmp_path))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("table", TABLES)
def test_a_changed_table_is_not_overwritten(run, tmp_path, table):
    mine = tmp_path / f"{table}.csv"
    mine.write_text("mine,own\n1,2\n")
    with pytest.raises(QgsProcessingException, match=f"{table}.csv"):
        run("exporttables", FOLDER=str(tmp_path))
    assert contents(tmp_path) == {mine.name: b"mine,own\n1,2\n"}


def test_a_folder_that_cannot_be_made(run, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(QgsProcessingException, match="scheme") as caught:
        run("exporttables", FOLDER=str(tmp_path / "file" / "scheme"))
    assert "\n" not in str(caught.value)


def test_exported_tables_give_identical_results(run, sample_study, tmp_path):
    run("exporttables", FOLDER=str(tmp_path / "scheme"))
    scheme = {
        parameter: str(tmp_path / "scheme" / file)
        for parameter, file in (
            ("CLASSES", "classes.csv"),
            ("RULES", "rules.csv"),
            ("ZONE_TABLE", "zones.csv"),
            ("COEFFICIENTS", "coefficients.csv"),
        )
    }
    results = run(
        "study",
        LAYERS=[sample(year) for year in YEARS],
        **scheme,
        **{name: str(tmp_path / f"{name.lower()}.csv") for name in STUDY_TABLES},
        ZONES_FOLDER=str(tmp_path / "zones"),
    )
    folder, expected = sample_study
    for name in STUDY_TABLES:
        file = f"{name.lower()}.csv"
        assert (tmp_path / file).read_bytes() == (folder / file).read_bytes(), name
    numbers = [key for key, value in expected.items() if isinstance(value, (int, float))]
    assert {key: results[key] for key in numbers} == {key: expected[key] for key in numbers}
    for path in (tmp_path / "zones").glob("*.tif"):
        assert (read_raster(path) == read_raster(folder / path.name)).all()


# sampledata


@pytest.fixture
def source_unchanged():
    """The plugin's own folder is only read."""
    before = {
        path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in SAMPLE.iterdir()
    }
    yield
    after = {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in SAMPLE.iterdir()}
    assert after == before


def test_sample_is_copied_into_the_folder(run, source_unchanged, tmp_path):
    results = run("sampledata", FOLDER=str(tmp_path / "sample"))
    files = {f"landuse_{year}.tif" for year in YEARS}
    beside = {
        "DISTRICTS": "districts.geojson",
        "PROJECT": "carbon_zones_sample.qgz",
        "MODEL": "zones_and_losses_by_district.model3",
    }
    assert set(contents(tmp_path / "sample")) == {
        *files,
        *(f"{file}.aux.xml" for file in files),
        *beside.values(),
    }
    for name, file in beside.items():
        assert results[name] == str(tmp_path / "sample" / file)
    assert results["FOLDER"] == str(tmp_path / "sample")
    for year in YEARS:
        copied = read_raster(tmp_path / "sample" / f"landuse_{year}.tif")
        assert (copied == read_raster(sample(year))).all()


def as_layer(value) -> QgsRasterLayer:
    return value if isinstance(value, QgsRasterLayer) else QgsRasterLayer(value, Path(value).stem)


def test_sample_goes_to_a_temporary_folder_by_itself(run, source_unchanged):
    results = run("sampledata")
    assert Path(results["FOLDER"]).is_dir()
    assert ROOT not in Path(results["FOLDER"]).parents
    layers = [as_layer(value) for value in results["LAYERS"]]
    assert len(layers) == 4
    assert all(layer.isValid() for layer in layers)


def test_sample_layers_are_named_and_labelled_in_a_project(run, source_unchanged, tmp_path):
    run.project = QgsProject()
    results = run("sampledata", FOLDER=str(tmp_path))
    details = run.context.layersToLoadOnCompletion()
    assert sorted(detail.name for detail in details.values()) == [
        f"Land use {year} (synthetic)" for year in YEARS
    ]
    for layer in map(as_layer, results["LAYERS"]):
        assert layer.isValid()
        assert layer.renderer().type() == "paletted"
        labels = [entry.label for entry in layer.renderer().classes()]
        for name in ("Arable land", "Open pit", "Water"):
            assert name in labels


def test_sample_says_that_it_is_synthetic():
    for year in YEARS:
        text = Path(f"{sample(year)}.aux.xml").read_text(encoding="utf-8")
        assert "synthetic" in text.lower()


def test_loaded_sample_can_be_studied(run, tmp_path):
    layers = run("sampledata", FOLDER=str(tmp_path / "sample"))["LAYERS"]
    results = run(
        "study",
        LAYERS=[as_layer(value).source() for value in layers],
        **dict.fromkeys(STUDY_TABLES, "TEMPORARY_OUTPUT"),
        ZONES_FOLDER=str(tmp_path / "zones"),
    )
    assert results["TOTAL_LOSS_TC"] == pytest.approx(LOSSES[SPAN], abs=0.05)


# Both


@pytest.mark.parametrize(
    ("algorithm", "folder"), [("sampledata", SAMPLE), ("exporttables", DEFAULTS)]
)
def test_the_plugins_own_folder_as_the_folder(run, source_unchanged, algorithm, folder):
    """Nothing to copy, or one sentence; never a traceback."""
    said = ""
    try:
        run(algorithm, FOLDER=str(folder))
    except QgsProcessingException as error:
        said = str(error)
    assert "Traceback" not in said
