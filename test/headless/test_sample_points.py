"""Sample for accuracy by qgis_process in Chinese; test/algorithms has the rest of it."""

from __future__ import annotations

from xml.etree import ElementTree

from osgeo import ogr

from carbon_zones.test.headless.test_chinese import process, profile
from carbon_zones.test.helpers import sample


def test_the_form_and_the_style_in_the_file_are_chinese(tmp_path):
    path, given = tmp_path / "points.gpkg", {"SIZE": 40, "ALLOCATION": "equal"}
    folder = profile(tmp_path / "zh", "zh_CN")
    done = process(folder, "samplepoints", MAP=sample("2018"), **given, SAMPLE=path)
    assert "样本：40 个点" in done.stdout
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(str(path)) as dataset:
        (row,) = dataset.GetLayerByName("layer_styles")
        style = ElementTree.fromstring(row["styleQML"].partition("\n")[2])
    labels = [rule.get("label") for rule in style.find("renderer-v2").iter("rule")]
    assert labels == ["未标注", "已标注"]
