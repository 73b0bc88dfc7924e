"""Mine reclamation: the sample, a landscape with everything in it, and land without years."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import numpy as np
import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingException, QgsRasterLayer, QgsVectorLayer

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.algorithms.toy import toy
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.core.support import attribute_table
from carbon_zones.test.helpers import (
    SAMPLE,
    YEARS,
    read_csv,
    read_raster,
    sample,
    write_csv,
    write_raster,
)

ALL = CONTRACTS["reclamation"].outputs
TABLES = ("RECLAIMED", "DISTURBED", "AGES", "STATUS")
RASTERS = ("STATUS_MAP", "FIRST_MINED", "RECLAIMED_BY", "AGE")
WITHOUT_YEARS = [name for name in ALL if name not in ("AGES", "AGE")]

SINKS = ("Arable land", "Forestland", "Grassland")


def paths(folder, names=ALL) -> dict:
    return {name: str(folder / file) for name, file in ALL.items() if name in names}


def sums(rows, *columns, of="area_ha", **only) -> dict:
    """Sums of a column by others, of the rows that have these values."""
    found = defaultdict(float)
    for row in rows:
        if all(row[column] == value for column, value in only.items()):
            key = tuple(row[column] for column in columns)
            found[key if len(key) > 1 else key[0]] += float(row[of])
    return dict(found)


@pytest.fixture(scope="module")
def on_sample(qgis_app, tmp_path_factory):
    """The folder with all outputs of a run on the sample, its results and its log."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder, call = tmp_path_factory.mktemp("reclamation"), make_run()
    results = call("reclamation", LAYERS=[sample(year) for year in YEARS], **paths(folder))
    return folder, results, call.feedback


@pytest.fixture(scope="module")
def on_toy(qgis_app, tmp_path_factory):
    """The same on the landscape with everything in it, a hectare a cell."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder, call = tmp_path_factory.mktemp("toy"), make_run()
    results = call("reclamation", LAYERS=toy(folder), SCHEME="coal_mine", **paths(folder))
    return folder, results, call.feedback


def test_reclaimed_land_of_the_sample(on_sample):
    """Example E1 of the definitions, and the paper's 898.3 and 556.0 ha of dumps."""
    rows = read_csv(on_sample[0] / "reclaimed.csv")
    assert {row["kind"] for row in rows} == {"direct"}
    assert sums(rows, "period") == pytest.approx({"2000-2009": 1325.34, "2009-2018": 960.30})
    by_class = sums(rows, "period", "to_class")
    assert by_class == pytest.approx(
        dict(
            zip(
                [(period, sink) for period in ("2000-2009", "2009-2018") for sink in SINKS],
                (368.82, 509.85, 446.67, 231.30, 337.77, 391.23),
            )
        )
    )
    by_source = sums(rows, "from_class", period="2000-2009")
    assert by_source == pytest.approx(
        {"Dump": 898.29, "Open pit": 286.83, "Stripping land": 90.27, "Industrial land": 49.95}
    )
    assert sums(rows, "from_class", period="2009-2018")["Dump"] == pytest.approx(556.02)
    assert sums(rows, "period", of="ha_per_year") == pytest.approx(
        {"2000-2009": 1325.34 / 9, "2009-2018": 960.30 / 9}
    )
    # Of the 2,233.89 and 3,829.05 ha that were mined at the dates before.
    assert sums(rows, "period", of="pct_of_mine") == pytest.approx(
        {"2000-2009": 100 * 1325.34 / 2233.89, "2009-2018": 100 * 960.30 / 3829.05}
    )


def test_disturbed_land_of_the_sample(on_sample):
    """Example E3: newly mined by period and by what the land was."""
    rows = read_csv(on_sample[0] / "disturbed.csv")
    assert {row["kind"] for row in rows} == {"first"}
    assert sums(rows, "period") == pytest.approx(
        {"1986-2000": 2233.89, "2000-2009": 2920.50, "2009-2018": 4254.75}
    )
    origins = [*SINKS, "Rural land"]
    for period, areas in (
        ("1986-2000", (390.96, 139.77, 1657.35, 45.81)),
        ("2000-2009", (2262.60, 492.84, 105.12, 59.94)),
        ("2009-2018", (2389.68, 1777.68, 60.12, 27.27)),
    ):
        found = sums(rows, "from_class", period=period)
        assert found == pytest.approx(dict(zip(origins, areas)))


def test_ages_and_states_of_the_sample(on_sample):
    """Examples E2 and E3, and the numbers."""
    folder, results, _ = on_sample
    ages = read_csv(folder / "ages.csv")
    found = sums(ages, "age_min", "age_mid", "age_max", "class", year="2018")
    young, old = ("0", "4.5", "9"), ("9", "13.5", "18")
    assert found == pytest.approx(
        {
            **{(*young, sink): area for sink, area in zip(SINKS, (231.30, 337.77, 391.23))},
            **{(*old, sink): area for sink, area in zip(SINKS, (924.48, 360.90, 39.96))},
        }
    )
    assert sums(ages, "age_mid", year="2018") == pytest.approx({"4.5": 960.30, "13.5": 1325.34})
    assert set(sums(ages, "source_class")) <= {
        *("Dump", "Open pit", "Stripping land", "Industrial land")
    }
    status = read_csv(folder / "status.csv")
    assert sums(status, "year", status="active") == pytest.approx(
        dict(zip(YEARS, (0, 2233.89, 3829.05, 7123.50)))
    )
    assert sums(status, "year", status="before_mining") == pytest.approx(
        dict(zip(YEARS, (9409.14, 7175.25, 4254.75, 0)))
    )
    assert sums(status, "year", status="reclaimed") == pytest.approx(
        dict(zip(YEARS, (0, 0, 1325.34, 2285.64)))
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


def test_the_rasters_of_the_sample_are_those_of_its_dates(on_sample):
    folder, *_ = on_sample
    dates = [read_raster(sample(year)) for year in YEARS]
    mined = np.stack([np.isin(date, (7, 8, 9, 10)) for date in dates])
    sinks = np.isin(dates[-1], (1, 2, 3)) & mined.any(axis=0)
    expected = np.where(mined.any(axis=0), np.array([int(y) for y in YEARS])[mined.argmax(0)], 0)
    np.testing.assert_array_equal(read_raster(folder / "first_mined.tif"), expected)
    status = np.full(dates[0].shape, 6)
    status[mined[-1]] = 1
    status[sinks] = 2
    np.testing.assert_array_equal(read_raster(folder / "status_map.tif"), status)
    # Nothing was mined twice: what was mined in 2009 and is no more was reclaimed after that.
    since = np.where(sinks, np.where(mined[2], 2018, 2009), 0)
    np.testing.assert_array_equal(read_raster(folder / "reclaimed_by.tif"), since)
    age = np.where(sinks, np.where(mined[2], 4.5, 13.5), -9999)
    np.testing.assert_array_equal(read_raster(folder / "age.tif"), age)


def test_the_log_says_what_was_taken_and_given_back(on_sample):
    *_, feedback = on_sample
    text = "\n".join(feedback.infos)
    for words in (
        "1986-2000: newly mined 2,233.89 ha; mined no longer 0.00 ha",
        "2009-2018: newly mined 4,254.75 ha; mined no longer 960.30 ha",
        "Ever mined: 9,409.14 ha; at the last date 7,123.50 ha",
    ):
        assert words in text
    assert feedback.warnings == []


def test_the_landscape_with_everything_in_it(on_toy):
    """Example E8: direct, via, redeveloped, flooded, mined already, mined again."""
    folder, results, feedback = on_toy
    rows = read_csv(folder / "reclaimed.csv")
    found = sums(rows, "period", "kind", "from_class", "to_class")
    assert found == {
        ("2000-2010", "direct", "Dump", "Forestland"): 15.0,
        ("2000-2010", "direct", "Dump", "Grassland"): 7.0,
        ("2000-2010", "redeveloped", "Open pit", "Rural land"): 4.0,
        ("2000-2010", "flooded", "Stripping land", "Water"): 3.0,
        ("2010-2020", "via", "Rural land", "Arable land"): 4.0,
    }
    # 29 ha were mined in 2000; what left the mine before has no share of those in 2010.
    percents = [float(row["pct_of_mine"]) for row in rows[:-1]]
    assert percents == pytest.approx([100 * area / 29 for area in (15, 7, 4, 3)])
    assert rows[-1]["pct_of_mine"] == ""
    assert {row["ha_per_year"] for row in rows} == {"1.5", "0.7", "0.4", "0.3"}
    rows = read_csv(folder / "disturbed.csv")
    assert sums(rows, "period", "kind") == {
        ("1990", "already"): 7.0,
        ("1990-2000", "first"): 22.0,
        ("2000-2010", "first"): 6.0,
        ("2010-2020", "redisturbed"): 10.0,
    }
    assert (rows[0]["from_class"], rows[0]["to_class"]) == ("", "Dump")
    assert rows[0]["ha_per_year"] == ""
    numbers = ("EVER_MINED_HA", "ACTIVE_HA", "RECLAIMED_HA", "REDISTURBED_HA")
    assert [results[name] for name in numbers] == [35.0, 16.0, 16.0, 10.0]
    assert results["RECLAIMED_PCT"] == pytest.approx(100 * 16 / 35)
    words = "Mined at the first date already: 7.00 ha; when that began is not known."
    assert words in feedback.infos


def test_the_rasters_of_the_landscape_with_everything_in_it(on_toy):
    folder, *_ = on_toy
    values = {
        name: dict(Counter(read_raster(folder / ALL[name]).ravel().tolist())) for name in RASTERS
    }
    assert values == {
        "STATUS_MAP": {1: 16, 2: 16, 4: 3},
        "FIRST_MINED": {1990: 7, 2000: 22, 2010: 6},
        "RECLAIMED_BY": {2010: 12, 2020: 4, 0: 19},
        "AGE": {15.0: 12, 5.0: 4, -9999.0: 19},
    }


def test_rasters_have_names_and_the_status_colours(on_toy):
    folder, *_ = on_toy
    layer = QgsRasterLayer(str(folder / "status_map.tif"), "status")
    shown = {entry.value: entry.label for entry in layer.renderer().classes()}
    assert shown == {
        1: "Active mine",
        2: "Reclaimed",
        3: "Redeveloped",
        4: "Flooded",
        5: "Other land after mining",
        6: "Never mined",
    }
    rows = attribute_table(folder / "first_mined.tif")
    assert {row["Value"]: row["Name"] for row in rows} == {
        "1990": "no later than 1990",
        "2000": "by 2000",
        "2010": "by 2010",
        "2020": "by 2020",
    }


def test_layers_without_years(run, tmp_path):
    """Rates are empty, rasters have the dates' numbers, and the log says why."""
    layers = [
        write_raster(tmp_path / f"{name}.tif", [values], cell=(100, 100))
        for name, values in (("old", [9, 1]), ("middle", [9, 9]), ("new", [2, 9]))
    ]
    results = run(
        "reclamation", LAYERS=layers, SCHEME="coal_mine", **paths(tmp_path, WITHOUT_YEARS)
    )
    (row,) = read_csv(tmp_path / "reclaimed.csv")
    assert (row["period"], row["ha_per_year"], row["pct_of_mine"]) == ("middle-new", "", "50")
    assert {row["year"] for row in read_csv(tmp_path / "status.csv")} == {"old", "middle", "new"}
    assert read_raster(tmp_path / "first_mined.tif").tolist() == [[1, 2]]
    assert read_raster(tmp_path / "reclaimed_by.tif").tolist() == [[3, 0]]
    assert results["RECLAIMED_HA"] == 1.0
    begun = ["Hectares per year are empty", "FIRST_MINED holds", "RECLAIMED_BY holds"]
    told = [w for w in run.feedback.warnings if "YEARS" in w or "numbers" in w]
    assert all(line.startswith(words) for line, words in zip(told, begun))
    assert len(told) == len(begun)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Ages need layers with years." in page
    assert "ha per year</" not in page.split('id="taken"')[1].split("<section")[0].lower()


@pytest.mark.parametrize("name", ["AGES", "AGE"])
def test_ages_without_years_are_refused_in_a_model(run, tmp_path, name):
    layers = [write_raster(tmp_path / f"{name}.tif", [[9, 2]]) for name in ("old", "new")]
    inputs = {"LAYERS": layers, "SCHEME": "coal_mine", name: "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException) as caught:
        run(as_step("reclamation", inputs))
    message = str(caught.value).removeprefix("Error encountered while running : ")
    assert is_one_sentence(message)
    assert all(words in message for words in (name, "'old'", "YEARS"))


def test_no_mined_land_at_any_date(run, tmp_path):
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", [[1, 2]], cell=(100, 100))
        for year in (1990, 2000)
    ]
    results = run("reclamation", LAYERS=layers, SCHEME="coal_mine", **paths(tmp_path))
    assert results["EVER_MINED_HA"] == 0.0
    assert "RECLAIMED_PCT" not in results
    assert read_csv(tmp_path / "reclaimed.csv") == []
    assert "No land is mined at any date." in (tmp_path / "report.html").read_text("utf-8")


def test_a_run_that_asks_for_no_output_gives_its_numbers(run, tmp_path):
    layers = toy(tmp_path)
    for empty in ({}, dict.fromkeys(ALL, ""), dict.fromkeys(ALL)):
        results = run("reclamation", LAYERS=layers, SCHEME="coal_mine", **empty)
        assert results["EVER_MINED_HA"] == 35.0
        assert not set(results) & set(ALL)


def test_on_by_default_in_a_dialog_only(qgis_app):
    algorithm = QgsApplication.processingRegistry().algorithmById("carbonzones:reclamation")
    wanted = {d.name() for d in algorithm.destinationParameterDefinitions() if d.createByDefault()}
    assert wanted == set(TABLES)
    for definition in algorithm.destinationParameterDefinitions():
        assert definition.flags() & Qgis.ProcessingParameterFlag.Optional


def test_groups_of_a_class_table(run, tmp_path):
    """Whatever the classes are called; a group of one's own is other land."""
    classes = (
        "value,class,name,group\n1,a,Moor,sink\n2,b,Quarry,pits\n3,c,Scree,rubble\n4,d,Tarn,Water"
    )
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", [values], cell=(100, 100))
        for year, values in ((1990, [2, 2, 2, 1]), (2000, [3, 4, 1, 2]), (2010, [1, 4, 1, 2]))
    ]
    run(
        "reclamation",
        LAYERS=layers,
        CLASSES=write_csv(tmp_path / "classes.csv", classes),
        TAKING_GROUPS="Pits",
        **paths(tmp_path, TABLES),
    )
    rows = read_csv(tmp_path / "reclaimed.csv")
    assert [tuple(row.values())[:4] for row in rows] == [
        ("1990-2000", "direct", "Quarry", "Moor"),
        ("1990-2000", "flooded", "Quarry", "Tarn"),
        ("1990-2000", "other", "Quarry", "Scree"),
        ("2000-2010", "via", "Scree", "Moor"),
    ]


def test_the_report_of_the_sample(on_sample):
    """Its sections and headlines; its charts hold the numbers of the tables."""
    page = (on_sample[0] / "report.html").read_text(encoding="utf-8")
    for name in ("taken", "mine-states", "mine-ages", "closure", "audit", "sources"):
        assert f'<section id="{name}">' in page
    for words in ("9,409", "7,124", "2,286", "24.3", "State of the mined land, 2018"):
        assert words in page
    assert "data:image/png;base64," in page
    figures = {
        part.split('"', 1)[0]: json.loads(
            part.split('class="figures">', 1)[1].split("</script>", 1)[0]
        )
        for part in page.split('id="chart-')[1:]
    }
    rates, taken = ({bar["name"]: bar["y"] for bar in own["data"]} for own in figures["taken"])
    assert taken["Newly mined"] == pytest.approx([-2233.89, -2920.50, -4254.75])
    assert taken["Reclaimed"] == pytest.approx([0, 1325.34, 960.30])
    assert rates["Newly mined"] == pytest.approx([-2233.89 / 14, -2920.50 / 9, -4254.75 / 9])
    states = {bar["name"]: bar["y"] for bar in figures["mine-states"][0]["data"]}
    assert states["Before mining"] == pytest.approx([9409.14, 7175.25, 4254.75, 0])
    ages = {bar["name"]: bar["y"] for bar in figures["mine-ages"][0]["data"]}
    assert ages["Arable land"] == pytest.approx([231.30, 924.48])
    assert figures["mine-ages"][0]["layout"]["xaxis"]["ticktext"] == ["0\u20139", "9\u201318"]


def test_units_are_what_a_run_on_each_of_them_alone_gives(run, tmp_path):
    """The districts of the sample, one after the other as MASK."""
    tables = ("RECLAIMED", "DISTURBED", "AGES", "STATUS")
    given = {"LAYERS": [sample(year) for year in YEARS]}
    districts = str(SAMPLE / "districts.geojson")
    run(
        "reclamation",
        **given,
        UNITS=districts,
        UNIT_FIELD="district",
        **{name: str(tmp_path / f"{name}.csv") for name in tables},
    )
    whole = QgsVectorLayer(districts, "districts", "ogr")
    names = [feature["district"] for feature in whole.getFeatures()]
    assert len(names) == 4
    for number, district in enumerate(names):
        whole.setSubsetString(f"\"district\" = '{district}'")
        folder = tmp_path / str(number)
        folder.mkdir()
        alone = {name: str(folder / f"{name}.csv") for name in tables}
        run("reclamation", **given, MASK=whole, **alone)
        for name in tables:
            rows = [r for r in read_csv(tmp_path / f"{name}.csv") if r.pop("unit") == district]
            assert rows == read_csv(alone[name]), (district, name)
