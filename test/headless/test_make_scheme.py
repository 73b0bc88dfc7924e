"""Scheme tables by qgis_process in Chinese; test/algorithms/test_make_scheme.py has the rest."""

from __future__ import annotations

import subprocess

from carbon_zones.test.headless.test_chinese import process, profile
from carbon_zones.test.helpers import read_csv, write_raster

NAMES = {1: "Agriculture", 2: "Forest", 3: "Khu dân cư", 4: "Sông hồ"}


def test_in_chinese_texts_are_chinese_and_names_for_scripts_are_not(tmp_path):
    layer = write_raster(tmp_path / "lu_1990.tif", [[1, 2, 3, 4]], names=NAMES)
    scheme = tmp_path / "scheme.gpkg"
    folder = profile(tmp_path / "profile", "zh_CN")
    done = process(folder, "makescheme", LAYERS=layer, OUTPUT=scheme)
    assert "以下各项未能识别类组：3 'Khu dân cư', 4 'Sông hồ'。" in done.stdout + done.stderr
    subprocess.run(
        ["ogr2ogr", "-f", "CSV", str(tmp_path / "csv"), str(scheme)], check=True, text=True
    )
    classes = read_csv(tmp_path / "csv" / "classes.csv")
    assert list(classes[0])[:6] == ["value", "class", "name", "group", "colour", "note"]
    assert classes[0]["class"] == "arable"
    assert classes[0]["note"].startswith("按词语“agriculture”匹配；请核对")
    assert [row["group"] for row in classes] == ["sink", "sink", "", ""]
    zones = read_csv(tmp_path / "csv" / "zones.csv")
    assert [zones[0][name] for name in ("key", "name")] == ["invariant", "碳汇不变区"]
    # The lists that lie in the file speak Chinese, and stand for the same words.
    (style,) = [
        row["styleQML"]
        for row in read_csv(tmp_path / "csv" / "layer_styles.csv")
        if row["f_table_name"] == "classes"
    ]
    assert 'value="sink"' in style
    assert "耕地、林地" in style
