"""The manual names every parameter, output and column of the algorithms, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carbon_zones.test import manual
from carbon_zones.test.contracts import CONTRACTS

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
    title, _, identity = page_of(name).splitlines()[:3]
    assert title == f"# {algorithms[name].displayName()}"
    assert identity == f"`carbonzones:{name}`"


def test_first_study_calls_things_as_the_dialog_does(algorithms):
    text = manual.text_of(manual.DOCS / "first_study.md")
    steps = text[text.index("## 3.") : text.index("## 4.")]
    known = {p.description() for p in algorithms["study"].parameterDefinitions()}
    assert set(re.findall(r"\*([^*]+)\*", steps.replace("**", ""))) - known == {"Run"}


def is_input(parameter) -> bool:
    """Whether it stands under Inputs: a folder that an algorithm fills is the user's choice."""
    is_folder = parameter.type() == "folderDestination" and parameter.name() == "FOLDER"
    return is_folder or not parameter.isDestination()


@pytest.mark.parametrize("name", IDS)
def test_page_names_every_input_with_its_default(algorithms, name):
    rows = manual.table_under(page_of(name), "Inputs")
    told = {manual.name_in(row[0]): (row[0], row[-1]) for row in rows}
    inputs = {p.name(): p for p in algorithms[name].parameterDefinitions() if is_input(p)}
    # In the order of the dialog, by the names that things have there; `make inputs` writes them.
    labels = [(manual.name_in(row[0]), row[1]) for row in rows]
    assert labels == [(p.name(), p.description()) for p in inputs.values()]
    for parameter in inputs.values():
        cell, default = told[parameter.name()]
        expected = "must be given"
        if parameter.defaultValue() not in (None, ""):
            expected = f"`{parameter.defaultValue()}`"
        elif parameter.flags() & parameter.Flag.FlagOptional:
            expected = "none"
        assert default == expected, parameter.name()
        advanced = bool(parameter.flags() & parameter.Flag.FlagAdvanced)
        assert ("(advanced)" in cell) == advanced, parameter.name()


@pytest.mark.parametrize("name", IDS)
def test_page_names_every_output(algorithms, name):
    outputs = (output.name() for output in algorithms[name].outputDefinitions())
    assert sorted(outputs) == sorted(names_under(name, "Outputs"))


# Variables of the environment, what QGIS itself calls so, and formats.
NOT_OURS = {"QT_QPA_PLATFORM", "PYTHONPATH", "TEMPORARY_OUTPUT", "INPUT", "ONLY", "OUTPUT"}


@pytest.mark.parametrize("page", manual.PAGES, ids=manual.label)
def test_pages_name_what_exists(algorithms, page):
    """qgis_process ignores a parameter that it does not know, so nothing else would tell."""
    parameters = {
        name: {p.name() for p in algorithm.parameterDefinitions()}
        for name, algorithm in algorithms.items()
    }
    outputs = (o.name() for one in algorithms.values() for o in one.outputDefinitions())
    known = NOT_OURS.union(outputs, *parameters.values())
    if page.name != "benchmarks.md":  # which tells of options of make
        assert set(re.findall(r"`([A-Z][A-Z_]{3,})`", manual.text_of(page))) <= known
    for command in manual.commands_of(page):
        joined = command.script.replace("\\\n", " ")
        for name, arguments in re.findall(r"carbonzones:(\w+)([^\n|]*)", joined):
            assert set(re.findall(r"--([A-Z_]+)=", arguments)) <= parameters[name]


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_help_button_opens_the_page_in_the_language(algorithms, language, monkeypatch):
    from qgis.PyQt.QtCore import QUrl

    from carbon_zones.bridge import algorithm as bridge

    monkeypatch.setattr(bridge, "interface_language", lambda: language)
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

    # What the sample hands out is no result.
    every = {name: one for name, one in CONTRACTS.items() if name != "sampledata"}
    rasters = [(name, raster) for name, one in every.items() for raster in one.rasters]
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
