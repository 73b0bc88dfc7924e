"""The uncertainty of the ledger: example E21 of its definitions, through the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbon_zones.test.algorithms.test_carbon_ledger import INSTANT, on_sample
from carbon_zones.test.helpers import calls_counted, read_csv, sample, write_csv

pytestmark = pytest.mark.usefixtures("qgis_app")

AREAS = "approach 1: areas"
HALF_WIDTHS = {"u95_soil_pct": 20, "u95_vegetation_pct": 30}
BY_CLASS = "from_class,to_class,u95_pct\narable,@mine,5\nforest,@mine,5\ngrass,@mine,5\n"


def uncertainty(folder, terms=HALF_WIDTHS, areas=BY_CLASS, **parameters):
    """Rows of UNCERTAINTY by period, item and method, in t C; the results and the messages."""
    table = folder / "uncertainty.csv"
    if areas:
        parameters["AREA_ERRORS"] = write_csv(folder / "area_errors.csv", areas)
    *_, results, feedback = on_sample(
        folder, {**INSTANT, **terms}, UNCERTAINTY=str(table), **parameters
    )
    rows = read_csv(table)
    found = {
        (r["period"], r["item"], r["method"]): {
            name: float(r[name]) if r[name] else None
            for name in ("estimate", "sd", "low", "high", "half_width", "half_width_pct")
        }
        for r in rows
        if r["measure"] == "t C"
    }
    return found, rows, results, feedback


def test_approach_1_shares_what_is_shared(tmp_path):
    """Example E21."""
    found, rows, results, _ = uncertainty(tmp_path, DRAWS=0)
    half = {key[1:]: row["half_width"] for key, row in found.items() if not key[0]}
    assert half["loss", "approach 1"] == pytest.approx(102261.801179, abs=6e-7)
    assert half["loss", "approach 1: areas"] == pytest.approx(19246.812825, abs=6e-7)
    assert half["net", "approach 1"] == pytest.approx(78493.836727, abs=6e-7)
    net = found["", "net", "approach 1"]
    bounds = [results["NET_LOW_TCO2"], results["NET_HIGH_TCO2"]]
    assert bounds == pytest.approx([net["low"] * 44 / 12, net["high"] * 44 / 12])
    assert {row["draws"] for row in rows} == {""}
    assert [row["period"] for row in rows[:1]] == ["1986-2000"]


def test_a_seed_of_0_is_one_of_its_own(tmp_path):
    found = []
    for seed in (0, 1, None):
        (folder := tmp_path / str(seed)).mkdir()
        given = {} if seed is None else {"SEED": seed}
        rows, *_ = uncertainty(folder, DRAWS=50, **given)
        found.append(rows["", "net", "approach 2"])
    assert found[0] != found[1] == found[2]


def test_draws_are_made_all_at_once(tmp_path):
    """Thousands take no call more than a hundred; `make bench` tells the time."""
    found = []
    for draws in (100, 4_000):
        # Each into a folder of its own: what is there already is looked into.
        (folder := tmp_path / str(draws)).mkdir()
        with calls_counted() as calls:
            uncertainty(folder, DRAWS=draws, NET_MAP=str(folder / "net.tif"))
        found += calls
    assert found[1] <= 1.01 * found[0]


def test_without_half_widths_there_is_none_and_it_says_why(tmp_path):
    _, rows, results, feedback = uncertainty(tmp_path, {"u95_soil_pct": 20})
    assert rows == []
    assert not {"NET_LOW_TCO2", "NET_HIGH_TCO2"} & set(results)
    log = "\n".join(feedback.infos)
    assert "Uncertainty not estimated: no margin of error given for " in log
    assert "Arable land (u95_vegetation_pct)" in log


def test_losses_of_a_pair_are_as_uncertain_as_in_the_ledger(run, tmp_path):
    """Carbon loss accounting, on a period that the ledger has too."""
    found, *_ = uncertainty(tmp_path, DRAWS=500)
    run(
        "carbonloss",
        EARLIER=sample("2009"),
        LATER=sample("2018"),
        COEFFICIENTS=str(tmp_path / "coefficients.csv"),
        AREA_ERRORS=str(tmp_path / "area_errors.csv"),
        DRAWS=500,
        LOSSES="TEMPORARY_OUTPUT",
        UNCERTAINTY=str(tmp_path / "losses.csv"),
    )
    rows = [row for row in read_csv(tmp_path / "losses.csv") if row["measure"] == "t C"]
    assert {row["period"] for row in rows} == {"2009-2018", ""}
    for row in rows:
        expected = found["2009-2018", "loss", row["method"]]
        assert row["item"] == "loss"
        assert {name: float(row[name]) for name in expected} == pytest.approx(expected)


def test_the_form_that_is_handed_out_says_nothing_until_it_is_filled_in(run, tmp_path):
    exported = run("exporttables", FOLDER=str(tmp_path / "scheme"))
    form = Path(exported["AREA_ERRORS"]).read_text(encoding="utf-8")
    found, _, _, feedback = uncertainty(tmp_path, areas=form, DRAWS=0)
    assert ("", "loss", AREAS) not in found
    log = "\n".join(feedback.infos)
    assert "rows without a margin of error ignored: 1, 2." in log
    assert "Areas are treated as exact: no margins of error given (AREA_ERRORS)." in log
    filled = form.replace("@sink,@mine,", "@sink,@mine,5")
    found, *_ = uncertainty(tmp_path, areas=filled, DRAWS=0)
    # Section 8 of the definitions: by zone.
    assert found["", "loss", AREAS]["half_width"] == pytest.approx(26233.153, abs=6e-4)
