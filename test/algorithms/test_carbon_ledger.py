"""Mine carbon ledger: the worked examples of its definitions, through the tables."""

from __future__ import annotations

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.helpers import YEARS, read_csv, read_raster, sample, write_csv

pytestmark = pytest.mark.usefixtures("qgis_app")

DENSITIES = {"arable": (82.11, 5), "forest": (92.67, 15.5), "grass": (88.35, 6.398)}
INSTANT = {"soil_curve": "instant", "vegetation_curve": "instant"}
# 95 % of the density in 30 years.
EXPONENTIAL = {
    f"{pool}_{name}": value
    for pool in ("soil", "vegetation")
    for name, value in (("curve", "exponential"), ("p1", 0.95), ("p2", 30))
}


def coefficients(folder, **terms) -> str:
    """A coefficient table with the same terms for all classes."""
    rows = [",".join(map(str, (key, *own, *terms.values()))) for key, own in DENSITIES.items()]
    columns = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha", *terms)
    return write_csv(folder / "coefficients.csv", "\n".join([",".join(columns), *rows]))


def on_sample(folder, terms, **parameters):
    """Rows of LEDGER and STOCKS, the results, and the messages."""
    call = make_run()
    outputs = {name: str(folder / f"{name.lower()}.csv") for name in ("LEDGER", "STOCKS")}
    given = {"COEFFICIENTS": coefficients(folder, **terms), **outputs, **parameters}
    results = call("carbonledger", LAYERS=[sample(year) for year in YEARS], **given)
    return (*map(read_csv, outputs.values()), results, call.feedback)


def sums(rows, flow, pool="all") -> list[float]:
    """t C of a flow of all classes, period by period; 0 where it has no row."""
    found = {
        row["period"]: float(row["tc"])
        for row in rows
        if (row["flow"], row["pool"], row["class"]) == (flow, pool, "(all)")
    }
    periods = dict.fromkeys(row["period"] for row in rows)
    return [found.get(period, 0.0) for period in periods]


def printed(*numbers):
    """As the definitions print them, with four digits."""
    return pytest.approx(numbers, rel=0, abs=6e-5)


def test_the_sample(tmp_path):
    """Example E5, by the exponential curve."""
    ledger, dates, results, _ = on_sample(tmp_path, EXPONENTIAL, NET_MAP=str(tmp_path / "net.tif"))
    assert sums(ledger, "loss", "soil") == printed(191481.0840, 240740.9208, 366265.8324)
    assert sums(ledger, "gain") == printed(0, 46910.2836, 33935.3062)
    assert sums(ledger, "growth") == printed(0, 0, 44405.5018)
    assert sums(ledger, "net") == printed(-206206.0443, -213455.2150, -327812.1122)
    assert sums(ledger, "pre_mining") == printed(2651.6414, 13480.5789, 0)
    assert sums(ledger, "other") == printed(196.1284, 0, 0)
    stocks = dict.fromkeys(YEARS, 0.0)
    for row in dates:
        stocks[row["year"]] += float(row["total_tc"])
    whole = (856396.1144, 653037.8398, 453063.2038, 125251.0916)
    assert [*stocks.values()] == printed(*whole)
    assert [results["NET_TC"], results["NET_TCO2"]] == printed(-747473.3715, -2740735.6953)
    assert results["LOSS_TC"] == pytest.approx(872724.4630, abs=6e-5)
    assert results["REGAINED_TC"] == pytest.approx(125251.0916, abs=2e-4)
    net = read_raster(tmp_path / "net.tif")
    assert net.sum() * 0.09 == pytest.approx(results["NET_TC"], rel=1e-12)


def test_losses_go_by_the_fractions_too(run, tmp_path):
    """Half of the soil, a tenth of the vegetation."""
    table = coefficients(tmp_path, soil_loss_fraction=0.5, vegetation_loss_fraction=0.1)
    results = run(
        "carbonloss",
        EARLIER=sample("1986"),
        LATER=sample("2018"),
        COEFFICIENTS=table,
        LOSSES="TEMPORARY_OUTPUT",
        LOSS_DENSITY=str(tmp_path / "density.tif"),
    )
    assert results["SOIL_LOSS_TC"] == pytest.approx(602960.0904 / 2)
    assert results["VEGETATION_LOSS_TC"] == pytest.approx(47891.16666 / 10)
    density = read_raster(tmp_path / "density.tif")
    assert density.sum() * 0.09 == pytest.approx(results["TOTAL_LOSS_TC"])
    assert any("(loss fraction below 1): arable, forest, grass." in t for t in run.feedback.infos)
