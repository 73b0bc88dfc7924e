"""Path to carbon neutrality: the worked examples of its definitions, through the tables."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingFeedback

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.contract import neutralitypath as small
from carbon_zones.test.core import paths
from carbon_zones.test.helpers import ROOT, YEARS, calls_counted, read_csv, sample, write_csv

EXAMPLES = json.loads((ROOT / "test" / "data" / "path_examples.json").read_text(encoding="utf-8"))


def table(folder, name, rows) -> str:
    """A file of rows that are dicts."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [",".join(str(row.get(c, "")) for c in columns) for row in rows]
    return write_csv(folder / f"{name}.csv", "\n".join([",".join(columns), *lines]))


def densities(folder, **more) -> str:
    terms = paths.with_terms(**paths.K95, **more)
    return table(folder, "densities", [{"class": name, **own} for name, own in terms.items()])


@pytest.fixture(scope="module")
def land(qgis_app, tmp_path_factory):
    """The tables of mine reclamation on the sample, and those that Load sample data hands out."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder = tmp_path_factory.mktemp("land")
    run = make_run()
    names = ("AGES", "STATUS", "DISTURBED")
    tables = {name: str(folder / f"{name.lower()}.csv") for name in names}
    run("reclamation", LAYERS=[sample(year) for year in YEARS], **tables)
    handed = run("sampledata", FOLDER=str(folder / "sample"))
    return {**tables, **{name: handed[name] for name in ("ACTIVITY", "FACTORS", "SCENARIOS")}}


def given(land, *names) -> dict:
    return {name: land[name] for name in names}


def run_path(run, folder, **parameters):
    """Rows of EMISSIONS, PATH and MILESTONE_TABLE, and the results."""
    names = ("EMISSIONS", "PATH", "MILESTONE_TABLE")
    places = {name: str(folder / f"{name.lower()}_out.csv") for name in names}
    results = run("neutralitypath", **parameters, **places)
    return (*(read_csv(place) for place in places.values()), results)


@pytest.mark.parametrize("limit", [0.0, 50.0])
def test_a_cancelled_run_writes_nothing(run, land, tmp_path, limit):
    """Before the first scenario, and between two of them."""
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda progress: progress >= limit and feedback.cancel())
    if not limit:
        feedback.cancel()
    inputs = {**land, **with_half_widths(land, tmp_path)}
    before = set(tmp_path.iterdir())
    with refuses("Cancelled"):
        run("neutralitypath", feedback=feedback, **inputs, PATH=str(tmp_path / "path.csv"))
    assert set(tmp_path.iterdir()) == before


def test_emissions_and_where_their_factors_are_from(run, land, tmp_path):
    """Example E17 with fossil methane of AR6, which is the default."""
    emissions, _, _, results = run_path(run, tmp_path, **given(land, "ACTIVITY", "SCENARIOS"))
    assert {row["gwp"] for row in emissions} == {"ar6"}
    total = EXAMPLES["stage_AR6_fossil"]["total"]
    assert sum(float(row["tco2e"]) for row in emissions) == pytest.approx(total, abs=6e-7)
    assert results["BASE_EMISSIONS_TCO2E"] == pytest.approx(total, abs=6e-7)
    standings = {row["factor_name"]: row["standing"] for row in emissions}
    assert standings == {
        **dict.fromkeys(("diesel_cn", "grid_cn_2022", "ch4_cn_opencast"), "secondary"),
        "ch4_cn_post": "secondary",
        "anfo": "derived",
        "": "own number",
    }


def with_half_widths(land, folder, u95=5) -> dict:
    """The shipped example, every number of which is uncertain."""
    rows = [
        {**row, "low": "", "high": "", "distribution": "", "u95_pct": u95, "source_text": ""}
        for row in read_csv(land["FACTORS"])
    ]
    return {
        **given(land, "ACTIVITY", "SCENARIOS", "AGES", "STATUS"),
        "FACTORS": table(folder, "own_factors", rows),
        "COEFFICIENTS": densities(folder, **paths.HALF_WIDTHS),
        "GWP": "ar5",
    }


def test_without_draws_the_band_is_of_the_closed_form(run, land, tmp_path):
    files = with_half_widths(land, tmp_path)
    _, closed, milestones, _ = run_path(run, tmp_path, **files, DRAWS=0)
    assert {row["neutral_pct"] for row in milestones} == {""}
    _, narrow, *_ = run_path(run, tmp_path, **files, DRAWS=0, LEVEL=90)
    for one, other in zip(closed, narrow):
        wide, less = (float(r["high_tco2e"]) - float(r["net_tco2e"]) for r in (one, other))
        assert less == pytest.approx(wide * 1.6448536 / 1.9599640)


def test_the_same_seed_gives_the_same_bytes(run, land, tmp_path):
    files = with_half_widths(land, tmp_path)
    made = []
    for seed in (7, 7, 8):
        run_path(run, tmp_path, **files, SEED=seed, DRAWS=200)
        made.append((tmp_path / "path_out.csv").read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_draws_are_made_all_at_once(run, land, tmp_path):
    """Thousands take no call more than a hundred; `make bench` tells the time."""
    files = with_half_widths(land, tmp_path)
    report = {"REPORT": str(tmp_path / "path.html")}
    found = []
    for draws in (100, 4_000):
        with calls_counted() as calls:
            run_path(run, tmp_path, **files, **report, DRAWS=draws)
        found += calls
    assert found[1] <= 1.01 * found[0]


def test_an_idle_choice_of_mined_land_is_told(run, tmp_path):
    files = small.tables(tmp_path)
    run_path(run, tmp_path, **files, TAKING_GROUPS="mine,built")
    assert "TAKING_GROUPS ignored: AGES has no land-use history." in run.feedback.warnings


def test_classes_by_their_names_in_a_product(run, tmp_path):
    """SCHEME matches the names in AGES and the keys of the scenarios and coefficients."""
    files = small.tables(tmp_path)
    ages = small.AGES.replace("Arable land", "Cropland").replace("Forestland", "Forest")
    files["AGES"] = write_csv(tmp_path / "ages.csv", ages.strip())
    files["DISTURBED"] = None
    scenarios = small.SCENARIOS.replace("taken:Forestland", "taken:forest")
    files["SCENARIOS"] = write_csv(tmp_path / "scenarios.csv", scenarios.strip())
    _, path, *_ = run_path(run, tmp_path, **files, SCHEME="clcd")
    classes = "value,class,name\n1,arable,Cropland\n2,forest,Forest\n3,grass,Pasture\n"
    own = {**files, "CLASSES": write_csv(tmp_path / "classes.csv", classes)}
    _, same, *_ = run_path(run, tmp_path, **own)
    assert path == same
    assert float(path[1]["sink_tc"]) > 0


def test_a_base_year_of_ones_own(run, tmp_path):
    """Rows of other years are in EMISSIONS, and not in the path."""
    files = small.tables(tmp_path)
    for name in ("AGES", "STATUS"):
        rows = read_csv(files[name])
        more = [{**row, "year": "1999"} for row in rows if row["year"] == "2000"]
        files[name] = table(tmp_path, name.lower(), [*rows, *more])
    scenarios = small.SCENARIOS.replace(",2000,", ",1999,").strip()
    files["SCENARIOS"] = write_csv(tmp_path / "scenarios.csv", scenarios)
    files["ACTIVITY"] = write_csv(tmp_path / "activity.csv", small.ACTIVITY.strip())
    emissions, path, milestones, results = run_path(
        run,
        tmp_path,
        **{**files, "BALANCE": None},
        BASE_YEAR=1999,
        END_YEAR=2010,
        MILESTONES="1999,2010,2030",
    )
    assert {row["year"] for row in emissions} == {"1999", "2000"}
    assert [row["year"] for row in path] == [str(year) for year in range(1999, 2011)]
    assert [row["year"] for row in milestones] == ["1999", "2010"]
    methane = 900_000 * 1.2 * 0.67e-3 * 29.8
    assert results["BASE_EMISSIONS_TCO2E"] == pytest.approx(methane)
    assert float(path[0]["net_tco2e"]) == pytest.approx(methane)
    assert any("MILESTONES outside 1999-2010 ignored: 2030." in info for info in run.feedback.infos)
