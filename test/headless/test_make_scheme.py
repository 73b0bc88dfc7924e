"""Scheme tables by qgis_process: made, filled in with ogrinfo, and used; in Chinese too."""

from __future__ import annotations

import json
import subprocess

import pytest

from carbon_zones.test.headless.test_chinese import profile, session
from carbon_zones.test.helpers import qgis_process, read_csv, write_raster

# A town takes fields and woods; no mine anywhere.
NAMES = {1: "Agriculture", 2: "Forest", 3: "Khu dân cư", 4: "Sông hồ"}
DATES = {
    "1990": [[1, 1, 2, 4], [1, 1, 2, 3]],
    "2000": [[1, 3, 2, 4], [1, 1, 2, 3]],
    "2010": [[1, 3, 3, 4], [1, 3, 2, 4]],
}
FILL_IN = (
    "UPDATE classes SET \"group\" = CASE value WHEN 3 THEN 'built' WHEN 4 THEN 'water' END "
    "WHERE value IN (3, 4)"
)


@pytest.fixture
def layers(tmp_path) -> list[str]:
    """Three dates on cells of a hectare."""
    options = {"names": NAMES, "cell": (100.0, 100.0)}
    return [
        f"--LAYERS={write_raster(tmp_path / f'lu_{year}.tif', values, **options)}"
        for year, values in DATES.items()
    ]


def test_three_rasters_a_scheme_two_cells_and_a_study(layers, tmp_path):
    scheme = tmp_path / "scheme.gpkg"
    made = qgis_process("run", "--json", "carbonzones:makescheme", *layers, f"--OUTPUT={scheme}")
    assert made.returncode == 0, made.stderr
    results = json.loads(made.stdout)["results"]
    assert results["OUTPUT"] == str(scheme)
    for name in ("CLASSES", "ZONES", "RULES", "COEFFICIENTS"):
        assert results[f"{name}_TABLE"] == f"{scheme}|layername={name.lower()}"
    filled = subprocess.run(
        ["ogrinfo", "-q", str(scheme), "-sql", FILL_IN], capture_output=True, text=True, check=True
    )
    assert not filled.stderr
    tables = {
        "CLASSES": "CLASSES_TABLE",
        "RULES": "RULES_TABLE",
        "ZONE_TABLE": "ZONES_TABLE",
        "COEFFICIENTS": "COEFFICIENTS_TABLE",
    }
    outputs = ("TRANSFERS", "AREAS", "ZONE_SHARES", "LOSSES", "CLOSURE")
    study = qgis_process(
        "run",
        "--json",
        "carbonzones:study",
        *layers,
        *(f"--{name}={results[output]}" for name, output in tables.items()),
        "--TAKING_GROUPS=built",
        *(f"--{name}={tmp_path / name}.csv" for name in outputs),
        f"--ZONES_FOLDER={tmp_path / 'zones'}",
    )
    assert study.returncode == 0, study.stderr
    # Two hectares of fields and one of wood, by the paper's densities.
    loss = json.loads(study.stdout)["results"]["TOTAL_LOSS_TC"]
    assert loss == pytest.approx(2 * (82.11 + 5) + 92.67 + 15.5)
    shares = {
        row["zone"]: float(row["area_ha"])
        for row in read_csv(tmp_path / "ZONE_SHARES.csv")
        if row["period"] == "1990-2010"
    }
    # Sinks that stay (3 ha) and that the town took (3); town and water are no business of a sink.
    assert shares == {"1": 3.0, "2": 0.0, "3": 3.0, "4": 0.0, "5": 2.0}


def test_a_refusal_is_one_sentence_and_leaves_no_file(layers, tmp_path):
    done = qgis_process(
        "run", "carbonzones:makescheme", *layers, f"--OUTPUT={tmp_path / 'scheme.ods'}"
    )
    assert done.returncode == 1
    assert "must end in .gpkg or .xlsx" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("scheme*"))


def test_in_chinese_texts_are_chinese_and_names_for_scripts_are_not(layers, tmp_path):
    scheme = tmp_path / "scheme.gpkg"
    done = session(
        profile(tmp_path / "profile", "zh_CN"),
        *("qgis_process", "run", "carbonzones:makescheme", *layers, f"--OUTPUT={scheme}"),
    )
    assert done.returncode == 0, done.stderr
    assert "无法判断以下各项是什么：3 'Khu dân cư', 4 'Sông hồ'。" in done.stdout + done.stderr
    subprocess.run(
        ["ogr2ogr", "-f", "CSV", str(tmp_path / "csv"), str(scheme)], check=True, text=True
    )
    classes = read_csv(tmp_path / "csv" / "classes.csv")
    assert list(classes[0])[:6] == ["value", "class", "name", "group", "colour", "note"]
    assert classes[0]["class"] == "arable"
    assert classes[0]["note"].startswith("依据词语“agriculture”；是否正确")
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
