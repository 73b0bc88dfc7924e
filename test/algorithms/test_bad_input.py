"""Bad input gives one clear sentence that names what is wrong, and leaves no output behind."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.contracts import BAD_INPUTS, PAIR_RASTERS, as_parameters, bad, good
from carbon_zones.test.helpers import write_csv, write_raster

# QGIS's own words. What fails while inputs are prepared is in the log, and the exception says so.
FAILED_CHECK = "Unable to execute algorithm\n"
SEE_LOG = "There were errors executing the algorithm."


def message_of(run, algorithm, parameters) -> str:
    """The one thing that a run that must fail says."""
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, **parameters)
    said = {str(caught.value), *run.feedback.errors} - {SEE_LOG}
    assert len(said) == 1, said
    return said.pop().removeprefix(FAILED_CHECK)


@pytest.mark.parametrize("algorithm", sorted({name for name, _ in BAD_INPUTS}))
def test_the_good_input_is_good(run, tmp_path, algorithm):
    """Or every case below could fail for another reason."""
    run(algorithm, **good(algorithm, tmp_path))
    assert left_behind(tmp_path)


@pytest.mark.parametrize(("algorithm", "case"), as_parameters(BAD_INPUTS))
def test_one_clear_sentence_and_nothing_left_behind(run, tmp_path, algorithm, case):
    message = message_of(run, algorithm, bad(algorithm, case, tmp_path))
    for word in case.words:
        assert word in message
    assert is_one_sentence(message), message
    assert left_behind(tmp_path) == []


def test_a_failing_run_does_not_touch_older_results(run, tmp_path):
    parameters = good("zonereclassification", tmp_path)
    run("zonereclassification", **parameters)
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert len(before) >= 3
    write_raster(tmp_path / "land_2000.tif", [[1.5, 7, 2, 2]] * 3, dtype=np.float32)
    assert "1.5" in message_of(run, "zonereclassification", parameters)
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize(
    "algorithm", ["transfermatrix", "zonereclassification", "areashares", "study"]
)
def test_an_output_that_cannot_be_written_takes_the_others_with_it(run, tmp_path, algorithm):
    """The last table's name is that of a folder: no raster and no other table appears."""
    parameters = good(algorithm, tmp_path)
    last = [name for name in parameters if str(parameters[name]).endswith(".csv")][-1]
    folder = Path(parameters[last])
    folder.mkdir()
    assert folder.name in message_of(run, algorithm, parameters)
    assert left_behind(tmp_path) == [folder.name]


@pytest.mark.parametrize(("algorithm", "output"), PAIR_RASTERS)
def test_an_input_is_not_overwritten(run, tmp_path, algorithm, output):
    parameters = good(algorithm, tmp_path)
    before = Path(parameters["LATER"]).read_bytes()
    parameters[output] = parameters["LATER"]
    assert "land_2000" in message_of(run, algorithm, parameters)
    assert Path(parameters["LATER"]).read_bytes() == before
    assert left_behind(tmp_path) == []


def test_zone_rasters_do_not_overwrite_the_layers_of_a_study(run, tmp_path):
    parameters = good("study", tmp_path)
    inputs = [
        write_raster(tmp_path / "zones_1990_2000.tif", [[1, 2]]),
        write_raster(tmp_path / "land_in_2000.tif", [[1, 7]]),
    ]
    parameters["LAYERS"], parameters["YEARS"] = inputs, "1990,2000"
    parameters["ZONES_FOLDER"] = str(tmp_path)
    before = Path(inputs[0]).read_bytes()
    assert "zones_1990_2000" in message_of(run, "study", parameters)
    assert Path(inputs[0]).read_bytes() == before
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("table", ["CLASSES", "RULES", "ZONE_TABLE", "COEFFICIENTS"])
def test_rows_count_below_the_header(run, tmp_path, table):
    """The row in a message is the one a person counts: 1 is the first below the header."""
    content = {
        "CLASSES": "value,class\n1,one\n2,two\nx,three\n",
        "RULES": "from,to,zone\narable,arable,1\n*,*,5\narable,arable,x\n",
        "ZONE_TABLE": "zone,key,name\n1,a,A\n2,b,B\nx,c,C\n",
        "COEFFICIENTS": (
            "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,1,1\nforest,1,1\ngrass,x,1\n"
        ),
    }[table]
    parameters = good("study", tmp_path)
    parameters[table] = write_csv(tmp_path / "table.csv", content)
    message = message_of(run, "study", parameters)
    assert f"{table} (table)" in message
    assert "row 3" in message
    assert "'x'" in message


def test_rows_count_with_the_empty_ones_between(run, tmp_path):
    parameters = good("transfermatrix", tmp_path)
    parameters["CLASSES"] = write_csv(
        tmp_path / "classes.csv", "value,class\n1,one\n,\n2,two\nx,three"
    )
    message = message_of(run, "transfermatrix", parameters)
    assert "'x'" in message
    assert "row 4" in message


def test_a_raster_that_cannot_be_written_takes_the_tables_with_it(run, tmp_path):
    """The raster's name is that of a folder, which shows only when it gets its final name."""
    parameters = good("zonereclassification", tmp_path)
    Path(parameters["ZONES"]).mkdir()
    assert "zones.tif" in message_of(run, "zonereclassification", parameters)
    assert left_behind(tmp_path) == ["zones.tif"]


@pytest.mark.parametrize(
    ("algorithm", "table", "output", "content"),
    [
        ("zonereclassification", "RULES", "ZONE_SHARES", "from,to,zone\n*,*,3"),
        ("transfermatrix", "CLASSES", "CLASS_CHANGE", "value,class\n1,one\n2,two"),
    ],
)
def test_an_input_table_is_not_overwritten(run, tmp_path, algorithm, table, output, content):
    parameters = good(algorithm, tmp_path)
    parameters[table] = parameters[output] = write_csv(tmp_path / "mine.csv", content)
    before = Path(parameters[table]).read_bytes()
    with pytest.raises(QgsProcessingException):
        run(algorithm, **parameters)
    assert Path(parameters[table]).read_bytes() == before
