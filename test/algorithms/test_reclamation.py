"""Mine reclamation: the sample, and land without years."""

from __future__ import annotations

from collections import defaultdict

import pytest
from qgis.core import QgsRasterLayer

from carbon_zones.test.algorithms.conftest import run_on_sample
from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import YEARS, read_csv, write_raster

ALL = CONTRACTS["reclamation"].outputs
TABLES = ("RECLAIMED", "DISTURBED", "AGES", "STATUS")
WITHOUT_YEARS = [name for name in ALL if name not in ("AGES", "AGE", "BY_YEAR")]

SINKS = ("Arable land", "Forestland", "Grassland")


def sums(rows, *columns, of="area_ha", **only) -> dict:
    """Sums of a column by others, of the rows that have these values."""
    found = defaultdict(float)
    for row in rows:
        if all(row[column] == value for column, value in only.items()):
            key = tuple(row[column] for column in columns)
            found[key if len(key) > 1 else key[0]] += float(row[of])
    return dict(found)


on_sample = run_on_sample("reclamation")


def test_the_tables_of_the_sample(on_sample):
    """Examples E1 to E3: hectares by period and class, one column of each table."""
    folder, results, _ = on_sample
    tables = {name: read_csv(folder / ALL[name]) for name in TABLES}
    second, third = "2000-2009", "2009-2018"
    reclaimed = (368.82, 509.85, 446.67, 231.30, 337.77, 391.23)
    assert sums(tables["RECLAIMED"], "period", "to_class", kind="direct") == pytest.approx(
        dict(zip([(period, sink) for period in (second, third) for sink in SINKS], reclaimed))
    )
    assert sums(tables["DISTURBED"], "period", kind="first") == pytest.approx(
        {"1986-2000": 2233.89, second: 2920.50, third: 4254.75}
    )
    assert sums(tables["AGES"], "age_min", "age_mid", "age_max", year="2018") == pytest.approx(
        {("0", "4.5", "9"): 960.30, ("9", "13.5", "18"): 1325.34}
    )
    assert sums(tables["STATUS"], "year", status="active") == pytest.approx(
        dict(zip(YEARS, (0, 2233.89, 3829.05, 7123.50)))
    )
    numbers = {name: value for name, value in results.items() if name.endswith(("_HA", "_PCT"))}
    assert numbers == pytest.approx(
        {
            "TOTAL_AREA_HA": 51729.30,
            "EXCLUDED_AREA_HA": 0,
            "EVER_MINED_HA": 9409.14,
            "ACTIVE_HA": 7123.50,
            "RECLAIMED_HA": 2285.64,
            "REDISTURBED_HA": 0,
            "RECLAIMED_PCT": 100 * 2285.64 / 9409.14,
        }
    )


def test_the_status_map_shows_its_states(on_sample):
    layer = QgsRasterLayer(str(on_sample[0] / "status_map.tif"), "status")
    shown = {entry.value: entry.label for entry in layer.renderer().classes()}
    assert (len(shown), shown[1], shown[6]) == (6, "Mined", "Never mined")


def test_layers_without_years(run, tmp_path):
    """What the log tells of tables and of rasters, and the page of ages."""
    layers = [
        write_raster(tmp_path / f"{name}.tif", [values], cell=(100, 100))
        for name, values in (("old", [9, 1]), ("middle", [9, 9]), ("new", [2, 9]))
    ]
    run(
        "reclamation",
        LAYERS=layers,
        SCHEME="coal_mine",
        **outputs_in("reclamation", tmp_path, *WITHOUT_YEARS),
    )
    begun = ["Annual areas and ages are empty", "FIRST_MINED contains", "RECLAIMED_BY contains"]
    messages = [w for w in run.feedback.warnings if "YEARS" in w or "date indices" in w]
    assert len(messages) == len(begun)
    assert all(line.startswith(words) for line, words in zip(messages, begun))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Annual areas and ages are empty: not every layer has a year. Set YEARS." in page
    assert "ha per year</" not in page.split('id="taken"')[1].split("<section")[0].lower()
