"""Mine reclamation: the sample, a landscape with everything in it, and land without years."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingException, QgsRasterLayer

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.algorithms.toy import toy
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import YEARS, read_csv, read_raster, sample, write_csv, write_raster

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


def test_the_tables_of_the_sample(on_sample):
    """Examples E1 to E3: hectares by period and class, one column of each table."""
    folder, results, _ = on_sample
    tables = {name: read_csv(folder / ALL[name]) for name in TABLES}
    second, third = "2000-2009", "2009-2018"
    reclaimed = (368.82, 509.85, 446.67, 231.30, 337.77, 391.23)
    assert sums(tables["RECLAIMED"], "period", "to_class", kind="direct") == pytest.approx(
        dict(zip([(period, sink) for period in (second, third) for sink in SINKS], reclaimed))
    )
    # Of the 2,233.89 and 3,829.05 ha that were mined at the dates before.
    assert sums(tables["RECLAIMED"], "period", of="pct_of_mine") == pytest.approx(
        {second: 100 * 1325.34 / 2233.89, third: 100 * 960.30 / 3829.05}
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


def test_the_log_says_what_was_taken_and_given_back(on_sample):
    *_, feedback = on_sample
    text = "\n".join(feedback.infos)
    for words in (
        "1986-2000: newly mined 2,233.89 ha; mined no longer 0.00 ha",
        "2009-2018: newly mined 4,254.75 ha; mined no longer 960.30 ha",
        "Ever mined: 9,409.14 ha; at the last date 7,123.50 ha",
    ):
        assert words in text
    (warning,) = feedback.warnings
    assert "natural ecosystems: Arable land (5,043.24 ha disturbed), Forestland" in warning


@pytest.mark.parametrize("land", ["on_sample", "on_toy"])
def test_disclosed_is_what_was_disturbed_and_reclaimed(land, request):
    """By period; of what was mined at the first date already nobody knows what it was."""
    folder, *_ = request.getfixturevalue(land)
    tables = {name: read_csv(folder / ALL[name]) for name in (*TABLES, "DISCLOSURE")}
    taken = [row for row in tables["DISTURBED"] if row["kind"] != "already"]
    given_back = sums(tables["RECLAIMED"], "period")
    wanted = {"disturbed_ha": sums(taken, "period"), "reclaimed_ha": given_back}
    for column, by_period in wanted.items():
        found = sums(tables["DISCLOSURE"], "period", of=column)
        assert {period: area for period, area in found.items() if area} == pytest.approx(by_period)
    unknown = [r for r in tables["DISCLOSURE"] if r["ecosystem_before"] == "not known"]
    assert bool(unknown) == any(row["kind"] == "already" for row in tables["DISTURBED"])
    assert sum(float(row["disturbed_ha"]) for row in unknown) == 0


def test_the_rasters_of_the_landscape_with_everything_in_it(on_toy):
    """Example E8: direct, via, redeveloped, flooded, mined already, mined again."""
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


def test_the_status_map_shows_its_states(on_toy):
    layer = QgsRasterLayer(str(on_toy[0] / "status_map.tif"), "status")
    shown = {entry.value: entry.label for entry in layer.renderer().classes()}
    assert (len(shown), shown[1], shown[6]) == (6, "Active mine", "Never mined")


def test_layers_without_years(run, tmp_path):
    """What the log tells of tables and of rasters, and the page of ages."""
    layers = [
        write_raster(tmp_path / f"{name}.tif", [values], cell=(100, 100))
        for name, values in (("old", [9, 1]), ("middle", [9, 9]), ("new", [2, 9]))
    ]
    run("reclamation", LAYERS=layers, SCHEME="coal_mine", **paths(tmp_path, WITHOUT_YEARS))
    begun = ["Hectares per year are empty", "FIRST_MINED holds", "RECLAIMED_BY holds"]
    told = [w for w in run.feedback.warnings if "YEARS" in w or "numbers" in w]
    assert len(told) == len(begun)
    assert all(line.startswith(words) for line, words in zip(told, begun))
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


def test_a_run_that_asks_for_no_output_gives_its_numbers(run, tmp_path):
    layers = toy(tmp_path)
    for empty in ({}, dict.fromkeys(ALL, ""), dict.fromkeys(ALL)):
        results = run("reclamation", LAYERS=layers, SCHEME="coal_mine", **empty)
        assert results["EVER_MINED_HA"] == 35.0
        assert not set(results) & set(ALL)


def test_on_by_default_in_a_dialog_only(qgis_app):
    algorithm = QgsApplication.processingRegistry().algorithmById("carbonzones:reclamation")
    wanted = {d.name() for d in algorithm.destinationParameterDefinitions() if d.createByDefault()}
    assert wanted == {*TABLES, "REPORT"}
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
    classes = write_csv(tmp_path / "classes.csv", classes)
    table = paths(tmp_path, ["RECLAIMED"])
    run("reclamation", LAYERS=layers, CLASSES=classes, TAKING_GROUPS="Pits", **table)
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
