"""Land trajectories: the sample, a landscape with everything in it, and land that nobody names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from carbon_zones.test.algorithms.conftest import run_on_sample
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.algorithms.toy import TOY, toy
from carbon_zones.test.contracts import outputs_in
from carbon_zones.test.helpers import SAMPLE, YEARS, read_csv, read_raster, write_csv

# Each of these is about classes with groups.
ON_SUSPECTS = {
    "SUSPECTS": "TEMPORARY_OUTPUT",
    "SUSPECT_MAP": "TEMPORARY_OUTPUT",
    "OPENING_YEAR": 1995,
    "SUSPECT_RULES": "rules.csv",
}


on_sample = run_on_sample("trajectories")


def test_the_trajectories_of_the_sample_are_those_it_was_made_of(on_sample):
    folder, results, _ = on_sample
    rows = read_csv(folder / "trajectories.csv")
    columns = (*(f"class_{year}" for year in YEARS), "times_changed", "cells", "area_ha")
    assert tuple(rows[0]) == (*columns, "share_pct")
    made = read_csv(SAMPLE / "trajectories.csv")
    assert Counter(row["cells"] for row in rows) == Counter(row["cells"] for row in made)
    times = Counter()
    for row in made:
        *classes, cells = map(int, row.values())
        times[sum(a != b for a, b in zip(classes, classes[1:]))] += cells
    names = ("NEVER_CHANGED_HA", "CHANGED_ONCE_HA", "CHANGED_OFTEN_HA")
    wanted = [0.09 * cells for cells in (times[0], times[1], times[2] + times[3])]
    assert [results[name] for name in names] == pytest.approx(wanted)
    assert results["TOTAL_AREA_HA"] == pytest.approx(51729.30)


def test_what_is_suspicious_in_the_sample(on_sample):
    """The definitions' numbers (examples E4 and E2): each rule by itself, and all cells once."""
    folder, results, _ = on_sample
    by_rule = defaultdict(float)
    for row in read_csv(folder / "suspects.csv"):
        assert row["kind"] == "suspicious"
        by_rule[row["why"].split(":")[0]] += float(row["area_ha"])
    assert by_rule == pytest.approx(
        {
            "an open pit must be filled before anything grows there": 582.30,
            "built-up land seldom becomes a sink": 181.71,
            "built-up land seldom becomes mined land": 133.02,
            "from one sink to another and back": 3895.83,
            "reclaimed land changes its class again": 1265.04,
        }
    )
    assert results["SUSPECT_HA"] == pytest.approx(5729.40)
    values = Counter(read_raster(folder / "suspect_map.tif").ravel().tolist())
    assert values == {1: 574770 - 63660, 3: 63660}


def test_values_that_nobody_names_have_trajectories(run, tmp_path):
    """But nothing is suspicious about them."""
    layers = toy(tmp_path)
    results = run(
        "trajectories",
        LAYERS=layers,
        **outputs_in(
            "trajectories",
            tmp_path,
            "TRAJECTORIES",
            "CHANGE_COUNTS",
            "TIMES_CHANGED",
            "LAST_CHANGED",
        ),
    )
    assert "SUSPECT_HA" not in results
    assert results["CHANGED_OFTEN_HA"] == 22.0
    rows = read_csv(tmp_path / "trajectories.csv")
    found = {tuple(map(int, list(row.values())[:4])): float(row["area_ha"]) for row in rows}
    assert found == TOY
    said = [info for info in run.feedback.infos if "SUSPECT_HA not calculated" in info]
    assert len(said) == 1
    assert not any(re.search(r"\d+ of \d+ rules", info) for info in run.feedback.infos)


@pytest.mark.parametrize(
    ("name", "as_model"), [*((name, False) for name in ON_SUSPECTS), ("SUSPECTS", True)]
)
def test_values_that_nobody_names_are_refused_where_suspects_are_asked_for(
    run, tmp_path, name, as_model
):
    given = {"LAYERS": toy(tmp_path), name: ON_SUSPECTS[name]}
    if name == "SUSPECT_RULES":
        given[name] = write_csv(tmp_path / "rules.csv", "from,via,to,kind,why\n*,,*,odd,so")
    algorithm, parameters = "trajectories", given
    if as_model:
        algorithm, parameters = as_step("trajectories", given), {}
    message = sentence_of(run, algorithm, **parameters)
    assert "SCHEME: the layers have no class names" in message


def test_names_that_are_not_those_of_the_scheme(run, tmp_path):
    """Then no class has a group: all there is to know is how often land changed."""
    names = {value: f"unit {value}" for value in range(1, 12)}
    layers = toy(tmp_path, names=names)
    results = run(
        "trajectories", LAYERS=layers, **outputs_in("trajectories", tmp_path, "TRAJECTORIES")
    )
    assert "SUSPECT_HA" not in results
    assert read_csv(tmp_path / "trajectories.csv")[0]["class_1990"] == "unit 1"
    assert run.feedback.warnings == []
    suspects = str(tmp_path / "suspects.csv")
    message = sentence_of(run, "trajectories", LAYERS=layers, SUSPECTS=suspects)
    for words in ("SUSPECT_RULES", "unit 1", "SCHEME", "CLASSES"):
        assert words in message


def test_default_rules_that_were_exported_are_as_lenient(run, tmp_path):
    run("exporttables", FOLDER=str(tmp_path / "scheme"))
    given = {
        "LAYERS": toy(tmp_path),
        "CLASSES": write_csv(
            tmp_path / "classes.csv",
            "value,class,group\n1,wood,sink\n2,field,sink\n9,heap,mine\n"
            + "".join(f"{value},c{value},\n" for value in (3, 5, 7, 8, 10, 11)),
        ),
        "SUSPECT_RULES": str(tmp_path / "scheme" / "suspects.csv"),
    }
    # 9 is the mine, 1 and 2 are sinks: mined again, and another sink.
    assert run("trajectories", **given)["SUSPECT_HA"] == 10 + 5
    assert any(
        "rules ignored; classes not in this run: open_pit" in info for info in run.feedback.infos
    )
    with open(given["SUSPECT_RULES"], "a", encoding="utf-8") as file:
        file.write("open_pit,,water,odd,so\n")
    with refuses("unknown class 'open_pit'"):
        run("trajectories", **given)
