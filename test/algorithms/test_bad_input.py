"""Bad input gives one clear sentence that names what is wrong, and leaves no output behind."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.algorithms.bad_inputs import MIDDLE, is_one_sentence, left_behind
from carbon_zones.test.algorithms.refusals import FAILED_CHECK, refusal_of, refuses, unchecked
from carbon_zones.test.contracts import BAD_INPUTS, CONTRACTS, DATED, as_parameters, bad, good
from carbon_zones.test.helpers import write_csv, write_raster


@pytest.mark.parametrize(("algorithm", "case"), as_parameters(BAD_INPUTS))
def test_one_clear_sentence_and_nothing_left_behind(run, tmp_path, algorithm, case):
    parameters = bad(algorithm, case, tmp_path)
    message = refusal_of(run, algorithm, **parameters)
    for word in case.words:
        assert word in message
    assert is_one_sentence(message), message
    assert run.feedback.errors in ([], [FAILED_CHECK + message])
    if run.feedback.errors:  # a step of a model is not checked before, and ends in the same words
        with refuses(f"^{re.escape(message)}$"):
            unchecked(algorithm, parameters)
    assert left_behind(tmp_path) == []


# Algorithms that need what a layer lacks, whatever is asked for, and the outputs of others that do.
NEED_A_YEAR = {"carbonledger", "landinventory", "rastervalues", "study"}
NEED_NAMES = {name for name, c in DATED.items() if c.needs_scheme and not c.needs_scheme_for}
NEED_NAMES |= {"changeanalysis"}  # whose good inputs have grades
SOME_NEED = {
    ("reclamation", "YEARS"): {"AGES", "AGE", "BY_YEAR"},
    ("rastervalues", "SCHEME"): {"BY_AGE", "BY_STATUS"},
}


@pytest.mark.parametrize("algorithm", DATED)
@pytest.mark.parametrize("lacking", ["YEARS", "SCHEME"])
def test_what_an_output_needs_is_asked_for_each_by_itself_before_any_work(
    run, tmp_path, algorithm, lacking
):
    contract, given = DATED[algorithm], good(algorithm, tmp_path)
    given.pop("SCHEME", None)
    if lacking == "YEARS":
        plain = write_raster(tmp_path / "plain.tif", MIDDLE)
        dates = [str(tmp_path / "land_1990.tif"), plain]
        given = {**given, **contract.inputs(dates, tmp_path)}
    given = {name: value for name, value in given.items() if name not in contract.outputs}

    def refused_with(*outputs) -> bool:
        asked = dict.fromkeys((*contract.required, *outputs), "TEMPORARY_OUTPUT")
        refusal = refusal_of(run, algorithm, **given, **asked)
        if refusal:
            assert lacking in refusal
            assert (run.feedback.infos, run.feedback.progress()) == ([], 0)
        return bool(refusal)

    needed = NEED_A_YEAR if lacking == "YEARS" else NEED_NAMES
    assert refused_with() == (algorithm in needed)
    if algorithm not in needed:
        some = SOME_NEED.get((algorithm, lacking), set())
        assert refused_with(*contract.outputs) == bool(some)
        if some:
            assert {name for name in contract.outputs if refused_with(name)} == some


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_what_is_not_there_is_refused_by_its_name(run, tmp_path, algorithm):
    """Layers and tables, folders of outputs, and a sink that is to take land from the sinks."""
    given, nowhere = good(algorithm, tmp_path), str(tmp_path / "nowhere.gpkg")
    values = dict.fromkeys(("raster", "source", "vector"), nowhere)
    values |= {"string": "mine, Sink"}
    contract = CONTRACTS[algorithm]
    # What is refused for want of others is given with them.
    others = {("UNITS_LAYER", "sink"): {"UNITS_SIZE": 1}}
    others["STRATA", "source"] = {"STRATUM_FIELD": "label"}
    for name, (kind, *_) in contract.parameters.items():
        value, said = values.get(kind), "nowhere.gpkg"
        if kind in ("sink", "rasterDestination", "fileDestination"):
            said = "deep"
            value = str(tmp_path / "out" / said / contract.outputs.get(name, "t.gpkg"))
        elif kind == "multilayer":
            value = [*given.get(name, []), nowhere]
        elif name == "TAKING_GROUPS":
            said = "'sink' is the carbon-sink group"
        elif kind == "string":
            continue
        if value:
            changed = {name: value, **others.get((name, kind), {})}
            refusal = refusal_of(run, algorithm, **{**given, **changed})
            assert name in refusal
            assert said in refusal
            assert is_one_sentence(refusal)
    assert left_behind(tmp_path) == []


def test_a_failing_run_does_not_touch_older_results(run, tmp_path):
    parameters = good("zonereclassification", tmp_path)
    run("zonereclassification", **parameters)
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert len(before) >= 3
    write_raster(tmp_path / "land_2000.tif", [[1.5, 7, 2, 2]] * 3, dtype=np.float32)
    assert "1.5" in refusal_of(run, "zonereclassification", **parameters)
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize(
    ("algorithm", "ending"),
    [
        ("transfermatrix", ".csv"),
        ("zonereclassification", ".csv"),
        ("zonereclassification", ".tif"),
        ("areashares", ".csv"),
        ("study", ".csv"),
    ],
)
def test_an_output_that_cannot_be_written_takes_the_others_with_it(
    run, tmp_path, algorithm, ending
):
    """Its name is that of a folder, which shows only at the end: no other output appears."""
    parameters = good(algorithm, tmp_path)
    places = map(Path, (value for value in parameters.values() if isinstance(value, str)))
    *_, folder = (
        path for path in places if path.parent == tmp_path / "out" and path.suffix == ending
    )
    folder.mkdir()
    assert folder.name in refusal_of(run, algorithm, **parameters)
    assert left_behind(tmp_path) == [folder.name]


def test_rows_count_with_the_empty_ones_between(run, tmp_path):
    parameters = good("transfermatrix", tmp_path)
    parameters["CLASSES"] = write_csv(
        tmp_path / "classes.csv", "value,class\n1,one\n,\n2,two\nx,three"
    )
    message = refusal_of(run, "transfermatrix", **parameters)
    assert "'x'" in message
    assert "row 4" in message
