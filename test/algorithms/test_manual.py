"""The manual names every parameter, output and column of the algorithms, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from carbon_zones.core.base.columns import COLUMNS
from carbon_zones.test import manual
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import write_raster

IDS = tuple(page.stem for page in manual.PAGES if page.parent.name == "algorithms")


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    """The provider's algorithms by id."""
    from qgis.core import QgsApplication

    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


def page_of(algorithm: str) -> str:
    return manual.text_of(manual.DOCS / "algorithms" / f"{algorithm}.md")


def names_under(algorithm: str, heading: str) -> list:
    return [manual.name_in(row[0]) for row in manual.table_under(page_of(algorithm), heading)]


def test_every_algorithm_has_a_page(algorithms):
    assert set(algorithms) == set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_page_is_called_like_the_algorithm(algorithms, name):
    if name not in algorithms:
        pytest.skip("not there yet")
    title, _, identity = page_of(name).splitlines()[:3]
    assert title == f"# {algorithms[name].displayName()}"
    assert identity == f"`carbonzones:{name}`"


def test_first_study_calls_things_as_the_dialog_does(algorithms):
    text = manual.text_of(manual.DOCS / "first_study.md")
    steps = text[text.index("## 3.") : text.index("## 4.")]
    known = {p.description() for p in algorithms["study"].parameterDefinitions()}
    assert set(re.findall(r"\*([^*]+)\*", steps.replace("**", ""))) - known == {"Run"}


@pytest.mark.parametrize("name", IDS)
def test_page_names_every_input(algorithms, name):
    if name not in algorithms:
        pytest.skip("not there yet")
    inputs = [p.name() for p in algorithms[name].parameterDefinitions() if not p.isDestination()]
    # A folder that an algorithm fills is a choice of the user, and an output.
    inputs += [
        p.name()
        for p in algorithms[name].parameterDefinitions()
        if p.type() == "folderDestination" and p.name() == "FOLDER"
    ]
    told = names_under(name, "Inputs")
    assert len(told) == len(set(told))
    assert set(inputs) <= set(told)
    assert set(told) <= set(inputs)


@pytest.mark.parametrize("name", IDS)
def test_page_tells_defaults(algorithms, name):
    if name not in algorithms:
        pytest.skip("not there yet")
    told = {
        manual.name_in(row[0]): (row[0], row[-1])
        for row in manual.table_under(page_of(name), "Inputs")
    }
    for parameter in algorithms[name].parameterDefinitions():
        if parameter.name() not in told:
            continue
        cell, default = told[parameter.name()]
        optional = bool(parameter.flags() & parameter.Flag.FlagOptional)
        advanced = bool(parameter.flags() & parameter.Flag.FlagAdvanced)
        if parameter.defaultValue() not in (None, ""):
            expected = f"`{parameter.defaultValue()}`"
        else:
            expected = "none" if optional else "must be given"
        assert default == expected, parameter.name()
        assert ("(advanced)" in cell) == advanced, parameter.name()


@pytest.mark.parametrize("name", IDS)
def test_page_names_every_output(algorithms, name):
    if name not in algorithms:
        pytest.skip("not there yet")
    outputs = {output.name() for output in algorithms[name].outputDefinitions()}
    told = names_under(name, "Outputs")
    assert len(told) == len(set(told))
    assert outputs <= set(told)
    assert set(told) <= outputs


@pytest.fixture(scope="module")
def tables(algorithms, tmp_path_factory):
    """The header of every table that every algorithm writes, by algorithm and output."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("tables")
    # As few cells as will do, with the sample's classes: arable land and an open pit.
    layers = []
    for year, values in (("1986", [[1, 1, 2]]), ("2018", [[1, 7, 3]])):
        path = folder / f"landuse_{year}.tif"
        write_raster(path, values, names={1: "arable", 2: "forest", 3: "grass", 7: "open_pit"})
        layers.append(str(path))
    found = {}
    for name, algorithm in algorithms.items():
        # The fields of polygons are told of in one place, docs/units.md.
        sinks = [p.name() for p in algorithm.parameterDefinitions() if p.type() == "sink"]
        sinks = [sink for sink in sinks if sink != "UNITS_LAYER"]
        if not sinks:
            continue
        contract = CONTRACTS[name]
        parameters = {
            **contract.inputs(layers, folder),
            **dict.fromkeys(contract.required, "TEMPORARY_OUTPUT"),
            **{key: str(folder / f"{name}_{key}.csv") for key in sinks},
            **{key: str(folder / f"{name}_{key}.geojson") for key in contract.spatial},
        }
        processing.run(f"carbonzones:{name}", parameters)
        for key in sinks:
            text = Path(parameters[key]).read_text(encoding="utf-8")
            if key in contract.spatial:
                found[name, key] = list(json.loads(text)["features"][0]["properties"])
            else:
                found[name, key] = text.splitlines()[0].split(",")
    return found


def test_pages_name_every_column_and_its_unit(tables):
    assert len(tables) >= 13
    for (name, output), columns in tables.items():
        told = manual.table_under(page_of(name), f"Columns of `{output}`")
        names = [manual.name_in(row[0]) for row in told]
        # Their columns between the first and the last are called as the classes.
        if output in ("MATRIX", "CONFUSION", "PROPORTIONS"):
            assert (names[0], names[-1], len(names)) == (columns[0], columns[-1], 3)
            continue
        if output == "TRAJECTORIES":
            after = ["times_changed", "cells", "area_ha", "share_pct"]
            assert (names[1:], columns[-4:]) == (after, after)
            continue
        assert names == columns, (name, output)
        units = {manual.name_in(row[0]): manual.plain(row[1]) for row in told}
        assert units == {column: COLUMNS[column].unit for column in columns}, (name, output)
    assert {
        (name, output)
        for name in IDS
        for output in re.findall(r"^### Columns of `(\w+)`$", page_of(name), re.MULTILINE)
    } == set(tables)


# Variables of the environment, what QGIS itself calls so, and formats.
NOT_OURS = {"QT_QPA_PLATFORM", "PYTHONPATH", "TEMPORARY_OUTPUT", "INPUT", "ONLY", "OUTPUT"}


@pytest.mark.parametrize("page", manual.PAGES, ids=manual.label)
def test_no_page_names_what_does_not_exist(algorithms, page):
    if page.name == "benchmarks.md":
        pytest.skip("tells of options of make")
    known = {
        definition.name()
        for algorithm in algorithms.values()
        for definitions in (algorithm.parameterDefinitions(), algorithm.outputDefinitions())
        for definition in definitions
    }
    known |= NOT_OURS
    named = set(re.findall(r"`([A-Z][A-Z_]{3,})`", manual.text_of(page)))
    assert named <= known


@pytest.mark.parametrize("page", manual.PAGES, ids=manual.label)
def test_commands_use_parameters_that_exist(algorithms, page):
    """qgis_process ignores a parameter that it does not know, so nothing else would tell."""
    for command in manual.commands_of(page):
        joined = command.script.replace("\\\n", " ")
        for name, arguments in re.findall(r"carbonzones:(\w+)([^\n|]*)", joined):
            known = {p.name() for p in algorithms[name].parameterDefinitions()}
            given = set(re.findall(r"--([A-Z_]+)=", arguments))
            assert given <= known


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_help_button_opens_the_page_in_the_language(algorithms, language, monkeypatch):
    from qgis.PyQt.QtCore import QUrl

    from carbon_zones.bridge import algorithm as bridge

    monkeypatch.setattr(bridge, "language", lambda: language)
    for name, algorithm in algorithms.items():
        path = Path(QUrl(algorithm.helpUrl()).toLocalFile())
        assert path.is_file()
        assert path.stem == name
        assert path.suffix in (".html", ".md")
        assert ("zh_CN" in path.parts) == bool(language)


def test_results_page_names_the_columns_of_attribute_tables(qgis_app, tmp_path):
    """Besides value, name and colour, which all have."""
    from osgeo import gdal
    from qgis import processing

    rasters = [(name, raster) for name, one in CONTRACTS.items() for raster in one.rasters]
    rows = manual.table_under(manual.text_of(manual.DOCS / "results.md"), "Rasters")
    told = {manual.name_in(row[0]): row for row in rows}
    assert set(told) == {raster for _, raster in rasters}
    for algorithm, name in rasters:
        contract = CONTRACTS[algorithm]
        path = str(tmp_path / f"{algorithm}_{name}.tif")
        outputs = {**dict.fromkeys(contract.required, "TEMPORARY_OUTPUT"), name: path}
        processing.run(
            f"carbonzones:{algorithm}", {**contract.plain_run.inputs(tmp_path), **outputs}
        )
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
            band = dataset.GetRasterBand(1)
            attributes = band.GetDefaultRAT()
            columns = {
                attributes.GetNameOfCol(place) for place in range(attributes.GetColumnCount())
            }
            assert float(told[name][2]) == band.GetNoDataValue()
        shared = {"Value", "Name", "Red", "Green", "Blue"}
        assert set(re.findall(r"`(\w+)`", told[name][3])) == columns - shared
