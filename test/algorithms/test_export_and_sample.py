"""The default tables handed out, and the sample loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import (
    ROOT,
    SAMPLE,
    YEARS,
    closed_folder,
    read_raster,
    sample,
    small_disk,
)

DEFAULTS = ROOT / "resources" / "schemes" / "coal_mine"
COMPANION = "tonnes_by_a_labelled_sample.model3"
TABLES = (
    *("activity", "area_errors", "categories", "classes", "coefficients", "factors", "grades"),
    *("rules", "scenarios", "suspects", "values", "zones"),
)
# Outputs are called as the parameters that take the tables.
OUTPUTS = {**{table: table.upper() for table in TABLES}, "suspects": "SUSPECT_RULES"}


def contents(folder: Path) -> dict:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# exporttables


def test_exported_tables_are_the_defaults(run, tmp_path):
    results = run("exporttables", FOLDER=str(tmp_path / "deep" / "scheme"))
    folder = tmp_path / "deep" / "scheme"
    assert contents(folder) == {f"{t}.csv": (DEFAULTS / f"{t}.csv").read_bytes() for t in TABLES}
    assert results == {
        "FOLDER": str(folder),
        **{OUTPUTS[table]: str(folder / f"{table}.csv") for table in TABLES},
        "WARNINGS": "",
    }


@pytest.mark.parametrize("table", TABLES)
def test_a_changed_table_is_not_overwritten(run, tmp_path, table):
    mine = tmp_path / f"{table}.csv"
    mine.write_text("mine,own\n1,2\n")
    with refuses(f"{table}.csv"):
        run("exporttables", FOLDER=str(tmp_path))
    assert contents(tmp_path) == {mine.name: b"mine,own\n1,2\n"}


# sampledata


@pytest.fixture
def source_unchanged():
    """The plugin's own folder is only read."""

    def state():
        return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in SAMPLE.iterdir()}

    before = state()
    yield
    assert state() == before


def test_sample_is_copied_into_the_folder(run, source_unchanged, tmp_path):
    results = run("sampledata", FOLDER=str(tmp_path / "sample"))
    files = {f"landuse_{year}.tif" for year in YEARS}
    beside = {
        "DISTRICTS": "districts.geojson",
        "SLOPE": "slope.tif",
        "VALUES": "values.csv",
        "SUSPECT_RULES": "suspects.csv",
        "GRADES": "grades.csv",
        "ACTIVITY": "activity.csv",
        "FACTORS": "factors.csv",
        "SCENARIOS": "scenarios.csv",
        "PROJECT": "carbon_zones_sample.qgz",
        "MODEL": "zones_and_losses_by_district.model3",
        "SAMPLE_MODEL": "sample_for_tonnes.model3",
        "TONNES_MODEL": "tonnes_by_a_labelled_sample.model3",
    }
    assert set(contents(tmp_path / "sample")) == {
        *files,
        *(f"{file}.aux.xml" for file in files),
        *beside.values(),
        "slope.tif.aux.xml",
        "vegetation_carbon_2018.tif",
    }
    assert results["VALUE_LAYERS"] == [str(tmp_path / "sample" / "vegetation_carbon_2018.tif")]
    for name, file in beside.items():
        assert results[name] == str(tmp_path / "sample" / file)
    assert results["FOLDER"] == str(tmp_path / "sample")
    for year in YEARS:
        copied = read_raster(tmp_path / "sample" / f"landuse_{year}.tif")
        assert (copied == read_raster(sample(year))).all()


def test_years_of_change_are_written_where_they_are_asked_for(run, source_unchanged, tmp_path):
    own = str(tmp_path / "elsewhere.tif")
    results = run("sampledata", FOLDER=str(tmp_path / "sample"), DISTURBANCE_YEAR=own)
    assert results["DISTURBANCE_YEAR"] == own
    assert Path(own).read_bytes() == (SAMPLE / "disturbance_year.tif").read_bytes()
    assert not [path for path in tmp_path.rglob("*") if "_year" in path.name]
    again = str(tmp_path / "sample" / "recovery_year.tif")
    run("sampledata", FOLDER=str(tmp_path / "sample"), RECOVERY_YEAR=again)
    assert Path(again).read_bytes() == (SAMPLE / "recovery_year.tif").read_bytes()


def test_tables_of_the_sample_are_taken_by_the_parameters_of_their_names(run, tmp_path):
    """As the default ones, whose place they take."""
    tables = run("sampledata", FOLDER=str(tmp_path / "sample"))
    layers = [sample(year) for year in YEARS]
    for algorithm, parameter, output in (
        ("trajectories", "SUSPECT_RULES", "SUSPECTS"),
        ("changeanalysis", "GRADES", "INDICES"),
        ("changeanalysis", "VALUES", "CONTRIBUTIONS"),
        ("classvalues", "VALUES", "TOTALS"),
    ):
        found = []
        for number, given in enumerate(({}, {parameter: tables[parameter]})):
            path = tmp_path / f"{algorithm}_{output}_{number}.csv"
            run(algorithm, LAYERS=layers, **given, **{output: str(path)})
            found.append(path.read_bytes())
        assert found[0] == found[1] != b""


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


BOTH = pytest.mark.parametrize("algorithm", ["sampledata", "exporttables"])


def refused(run, algorithm, folder) -> str:
    """The sentence with which a run is refused."""
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, FOLDER=str(folder))
    said = str(caught.value)
    # What the system says begins with a capital letter.
    assert is_one_sentence(re.sub(": ([A-Z][a-z]+)", r"; \1", said)), said
    return said


@BOTH
def test_a_folder_that_is_only_read(run, tmp_path, algorithm):
    with closed_folder(tmp_path / "closed") as folder:
        for wanted in (folder, folder / "deep" / "down"):
            said = refused(run, algorithm, wanted)
            assert said.startswith(f"Folder / FOLDER: {folder} cannot be written: ")
        assert not list(folder.iterdir())


@BOTH
@pytest.mark.parametrize("deep", ["", "down", "down/deeper"])
def test_a_folder_that_is_a_file(run, tmp_path, algorithm, deep):
    (tmp_path / "file").write_text("mine")
    said = refused(run, algorithm, tmp_path / "file" / deep)
    assert str(tmp_path / "file" / deep) in said
    assert contents(tmp_path) == {"file": b"mine"}


@BOTH
def test_a_folder_whose_name_is_too_long(run, tmp_path, algorithm):
    assert "too long" in refused(run, algorithm, tmp_path / ("long" * 100))
    assert not list(tmp_path.iterdir())


@BOTH
def test_on_a_full_disk_no_file_appears(run, tmp_path, algorithm):
    with small_disk(tmp_path / "disk", "8k" if algorithm == "exporttables" else "64k") as disk:
        (disk / "mine").write_text("mine")
        assert "cannot be written: No space left" in refused(run, algorithm, disk / "new" / "own")
        assert "cannot be written: No space left" in refused(run, algorithm, disk)
        assert contents(disk) == {"mine": b"mine"}
        assert [path.name for path in disk.iterdir()] == ["mine"]


@BOTH
def test_the_last_file_that_cannot_come_takes_the_others_with_it(run, tmp_path, algorithm):
    last = {"sampledata": COMPANION, "exporttables": "values.csv"}[algorithm]
    (tmp_path / last).mkdir()
    assert last in refused(run, algorithm, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [last]
