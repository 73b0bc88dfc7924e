"""Sample for accuracy by qgis_process: the size, the file ready to be labelled, the warning."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import numpy as np
from osgeo import ogr

from carbon_zones.test.headless.test_chinese import profile, session
from carbon_zones.test.helpers import qgis_process, read_csv, sample, write_raster


def test_the_size_of_olofsson_2014(tmp_path):
    """Weights .02, .015, .32 and .645, accuracies .7, .6, .9 and .95, as JSON."""
    cells = np.repeat([1, 2, 3, 4], [4000, 3000, 64_000, 129_000]).reshape(400, 500)
    names = {1: "Deforestation", 2: "Forest gain", 3: "Stable forest", 4: "Stable non-forest"}
    task = {
        "inputs": {
            "MAP": write_raster(tmp_path / "change.tif", cells, names=names),
            "ALLOCATION": "good_practice",
            "TARGET_SE": 1,
            "EXPECTED_UA": "Deforestation=0.7,Forest gain=0.6,Stable forest=0.9,4=0.95",
            "SAMPLE": str(tmp_path / "sample.gpkg"),
            "STRATA": str(tmp_path / "strata.csv"),
        }
    }
    done = qgis_process("run", "carbonzones:samplepoints", "-", stdin=json.dumps(task))
    assert done.returncode == 0, done.stderr
    assert "641 points for a standard error" in json.dumps(json.loads(done.stdout)["log"])
    strata = read_csv(tmp_path / "strata.csv")
    assert [int(row["samples"]) for row in strata] == [50, 50, 179, 362]
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(task["inputs"]["SAMPLE"]) as dataset:
        assert dataset.GetLayerByName("sample").GetFeatureCount() == 641


def style_of(path) -> ElementTree.Element:
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(str(path)) as dataset:
        (row,) = dataset.GetLayerByName("layer_styles")
        assert row["f_table_name"] == path.stem
        assert row["f_geometry_column"] == "geom"
        assert row["useAsDefault"] == 1
        return ElementTree.fromstring(row["styleQML"].partition("\n")[2])


def labels_of(style: ElementTree.Element) -> list[str]:
    """What the legend says."""
    return [rule.get("label") for rule in style.find("renderer-v2").iter("rule")]


def test_form_and_style_are_in_the_file(tmp_path):
    path = tmp_path / "points.gpkg"
    done = qgis_process(
        *("run", "carbonzones:samplepoints", f"--MAP={sample('2018')}", "--SIZE=40"),
        f"--SAMPLE={path}",
    )
    assert done.returncode == 0, done.stderr
    assert "temporary" not in done.stdout + done.stderr
    style = style_of(path)
    fields = style.find("fieldConfiguration").iter("field")
    widgets = {one.get("name"): one.find("editWidget") for one in fields}
    hidden = {name for name, widget in widgets.items() if widget.get("type") == "Hidden"}
    assert hidden == {"stratum", "map_value", "map_class", "weight"}
    listed = {one.get("name"): one.get("value") for one in widgets["label"].iter("Option")}
    assert listed["Open pit"] == "7"
    assert labels_of(style) == ["Not labelled", "Labelled"]


def test_a_temporary_layer_is_warned_of(tmp_path):
    done = qgis_process(
        *("run", "carbonzones:samplepoints", f"--MAP={sample('2018')}", "--SIZE=40"),
        "--SAMPLE=TEMPORARY_OUTPUT",
    )
    assert done.returncode == 0, done.stderr
    assert "SAMPLE is a temporary layer: labels that are put into it are lost" in (
        done.stdout + done.stderr
    )


def test_in_chinese(tmp_path):
    path = tmp_path / "points.gpkg"
    done = session(
        profile(tmp_path / "zh", "zh_CN"),
        *("qgis_process", "run", "carbonzones:samplepoints", f"--MAP={sample('2018')}"),
        *("--SIZE=40", "--ALLOCATION=equal", f"--SAMPLE={path}"),
    )
    assert done.returncode == 0, done.stderr
    assert "样本共 40 个点" in done.stdout
    assert labels_of(style_of(path)) == ["未标注", "已标注"]
