"""Mine carbon ledger: the worked examples of its definitions, through the tables."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingException

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.toy import toy
from carbon_zones.test.helpers import YEARS, read_csv, read_raster, sample, write_csv, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

DENSITIES = {"arable": (82.11, 5), "forest": (92.67, 15.5), "grass": (88.35, 6.398)}
INSTANT = {"soil_curve": "instant", "vegetation_curve": "instant"}
# 95 % of the density in 30 years.
EXPONENTIAL = {
    f"{pool}_{name}": value
    for pool in ("soil", "vegetation")
    for name, value in (("curve", "exponential"), ("p1", 0.95), ("p2", 30))
}


def coefficients(folder, densities=DENSITIES, **terms) -> str:
    """A coefficient table with the same terms for all classes."""
    rows = [",".join(map(str, (key, *own, *terms.values()))) for key, own in densities.items()]
    columns = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha", *terms)
    return write_csv(folder / "coefficients.csv", "\n".join([",".join(columns), *rows]))


def run_ledger(folder, layers, terms=None, densities=DENSITIES, **parameters):
    """Rows of LEDGER and STOCKS, the results, and what was told."""
    call = make_run()
    if terms is not None:
        parameters["COEFFICIENTS"] = coefficients(folder, densities, **terms)
    results = call(
        "carbonledger",
        LAYERS=layers,
        LEDGER=str(folder / "ledger.csv"),
        STOCKS=str(folder / "stocks.csv"),
        **parameters,
    )
    tables = read_csv(folder / "ledger.csv"), read_csv(folder / "stocks.csv")
    return (*tables, results, call.feedback)


def on_sample(folder, terms=None, **parameters):
    return run_ledger(folder, [sample(year) for year in YEARS], terms, **parameters)


def sums(rows, flow, pool="all") -> list[float]:
    """t C of a flow of all classes, period by period; 0 where it has no row."""
    found = {
        row["period"]: float(row["tc"])
        for row in rows
        if (row["flow"], row["pool"], row["class"]) == (flow, pool, "(all)")
    }
    periods = dict.fromkeys(row["period"] for row in rows)
    return [found.get(period, 0.0) for period in periods]


def by_class(rows, flow, period) -> list[float]:
    """t C of a flow by class, without its sum."""
    return [
        float(row["tc"])
        for row in rows
        if (row["flow"], row["pool"], row["period"]) == (flow, "all", period)
        and row["class"] != "(all)"
    ]


def stocks(rows, column="total_tc", **only) -> list[float]:
    """Sums of a column of STOCKS, date by date."""
    found: dict[str, float] = {}
    for row in rows:
        found.setdefault(row["year"], 0.0)
        if all(row[name] == value for name, value in only.items()):
            found[row["year"]] += float(row[column])
    return list(found.values())


def printed(*numbers):
    """As the definitions print them, with four digits."""
    return pytest.approx(numbers, rel=0, abs=6e-5)


LOSS = printed(206206.0443, 260365.4986, 406152.9202)


@pytest.mark.parametrize(
    ("terms", "gain", "growth", "net", "whole", "stock"),
    [
        (
            INSTANT,
            (0, 129599.4739, 93753.3839),
            (0, 0, -6243.3380),
            (-206206.0443, -130766.0247, -318642.8742),
            (-655614.9432, -2403921.4584),
            (856396.1144, 653037.8398, 535752.3940, 217109.5198),
        ),
        (
            EXPONENTIAL,
            (0, 46910.2836, 33935.3062),
            (0, 0, 44405.5018),
            (-206206.0443, -213455.2150, -327812.1122),
            (-747473.3715, -2740735.6953),
            (856396.1144, 653037.8398, 453063.2038, 125251.0916),
        ),
        (
            None,
            (0, 29159.8816, 21094.5114),
            (0, 0, 54105.5101),
            (-206206.0443, -231205.6169, -330952.8987),
            (-768364.5599, -2817336.7197),
            (856396.1144, 653037.8398, 435312.8018, 104359.9031),
        ),
    ],
    ids=["instant", "exponential", "ipcc"],
)
def test_the_sample_by_three_curves(tmp_path, terms, gain, growth, net, whole, stock):
    """Example E5."""
    ledger, dates, results, _ = on_sample(tmp_path, terms)
    assert sums(ledger, "loss") == LOSS
    assert sums(ledger, "loss", "soil") == printed(191481.0840, 240740.9208, 366265.8324)
    assert sums(ledger, "gain") == printed(*gain)
    assert sums(ledger, "growth") == printed(*growth)
    assert sums(ledger, "net") == printed(*net)
    assert sums(ledger, "pre_mining") == printed(2651.6414, 13480.5789, 0)
    assert sums(ledger, "other") == printed(196.1284, 0, 0)
    assert stocks(dates) == printed(*stock)
    assert [results["NET_TC"], results["NET_TCO2"]] == printed(*whole)
    assert results["LOSS_TC"] == pytest.approx(872724.4630, abs=6e-5)
    assert results["REGAINED_TC"] == pytest.approx(sum(gain) + sum(growth), abs=2e-4)


def test_gains_by_class_and_by_year(tmp_path):
    """Example E5, by target: arable, forest, grass; and a year's share."""
    ledger, *_ = on_sample(tmp_path, INSTANT)
    assert by_class(ledger, "gain", "2000-2009") == printed(32127.9102, 55150.4745, 42321.0892)
    assert by_class(ledger, "gain", "2009-2018") == printed(20148.5430, 36536.5809, 37068.2600)
    *_, last = nets = [row for row in ledger if (row["flow"], row["pool"]) == ("net", "all")]
    yearly = [float(row["tc_per_year"]) for row in nets]
    assert yearly == printed(-14729.0032, -14529.5583, -35404.7638)
    assert (last["years"], last["class"]) == ("9", "(all)")
    assert float(last["tco2"]) == pytest.approx(-318642.8742 * 44 / 12, abs=3e-4)


def test_half_of_the_topsoil_is_kept(tmp_path):
    """Example E6."""
    half = {"soil_loss_fraction": 0.5}
    ledger, dates, results, _ = on_sample(tmp_path, {**half, **EXPONENTIAL})
    assert sums(ledger, "loss") == printed(110465.5023, 139995.0382, 223020.0040)
    assert sums(ledger, "gain") == printed(0, 26812.9799, 19204.7039)
    assert sums(ledger, "growth") == printed(0, 0, 23401.2671)
    assert sums(ledger, "net") == printed(-110465.5023, -113182.0582, -180414.0329)
    assert results["NET_TC"] == pytest.approx(-404061.5935, abs=6e-5)
    assert stocks(dates)[-1] == pytest.approx(468662.8695, abs=6e-5)
    assert stocks(dates, "stored_topsoil_tc", status="active")[-1] > 0


def test_the_ages_are_an_interval(tmp_path):
    """Example E7: whichever rule holds, the bounds stand beside it."""
    _, dates, *_, feedback = on_sample(tmp_path, EXPONENTIAL, AGE_RULE="mean")
    columns = ("total_tc", "youngest_tc", "oldest_tc")
    reclaimed = [stocks(dates, column, status="reclaimed")[-1] for column in columns]
    assert reclaimed == printed(122128.3219, 73139.0210, 158500.4929)
    assert any("youngest ages" in line and "oldest" in line for line in feedback.infos)


@pytest.mark.parametrize(
    ("kept", "loss", "gain", "growth", "other", "stock"),
    [
        (
            {},
            (2128.874, 522.66, 425.148954724),
            (0, 898.400229845, 136.950080229),
            (0, 0, 379.838706007),
            (0, 0, 0),
            (2651.534, 522.66, 898.400229845, 990.040061357),
        ),
        (
            {"soil_loss_fraction": 0.6},
            (1360.802, 325.596, 399.068119603),
            (0, 696.465284889, 136.950080229),
            (0, 0, 308.787610008),
            (0, -254.292, 0),
            (2651.534, 1290.732, 1407.309284889, 1453.978855524),
        ),
    ],
    ids=["all is lost", "topsoil is kept"],
)
def test_the_landscape_with_everything_in_it(tmp_path, kept, loss, gain, growth, other, stock):
    """Example E8: the forest that is mined again loses what it had, not a full density."""
    ledger, dates, results, _ = run_ledger(
        tmp_path,
        toy(tmp_path),
        {**kept, **EXPONENTIAL},
        SCHEME="coal_mine",
        NET_MAP=str(tmp_path / "net.tif"),
    )
    for flow, expected in (("loss", loss), ("gain", gain), ("growth", growth), ("other", other)):
        assert sums(ledger, flow) == pytest.approx(expected, abs=6e-10)
    assert stocks(dates) == pytest.approx(stock, abs=6e-10)
    # A hectare a cell.
    net = read_raster(tmp_path / "net.tif")
    assert net.sum() == pytest.approx(results["NET_TC"])
    assert results["NET_TC"] == pytest.approx(sum(gain) + sum(growth) - sum(loss))


def pits(folder, *years) -> list[str]:
    """Forest that is a pit from the second date on, one hectare."""
    values = [1, *[2] * (len(years) - 1)]
    return [
        write_raster(folder / f"land_{year}.tif", np.full((1, 1), value), cell=(100, 100))
        for year, value in zip(years, values)
    ]


CLASSES = "value,class,name,group\n1,forest,Wood,sink\n2,pit,Pit,mine\n"


def delayed(folder, years, soil, vegetation, **terms):
    parameters = {"CLASSES": write_csv(folder / "classes.csv", CLASSES)}
    densities = {"forest": (soil, vegetation)}
    return run_ledger(folder, pits(folder, *years), terms, densities, **parameters)


def test_carbon_that_is_lost_slowly(tmp_path):
    """Example E15, the tests of InVEST's Coastal Blue Carbon."""
    ledger, dates, *_ = delayed(tmp_path, (2010, 2015, 2016), 5.5, 0, soil_half_life=7.5)
    assert sums(ledger, "loss")[1] == pytest.approx(0.305862411, abs=6e-10)
    assert sums(ledger, "loss", "decaying") == sums(ledger, "loss")
    assert stocks(dates)[0] - sum(sums(ledger, "loss")) == pytest.approx(stocks(dates)[2])
    assert stocks(dates, "decaying_tc") == stocks(dates, "decaying_tc", status="active")


def test_the_map_is_the_table(tmp_path):
    """On the sample, against what each cell was at the dates; its sum is the number."""
    *_, results, _ = on_sample(tmp_path, INSTANT, NET_MAP=str(tmp_path / "net.tif"))
    net = read_raster(tmp_path / "net.tif")
    assert net.sum() * 0.09 == pytest.approx(results["NET_TC"], rel=1e-12)
    dates = np.stack([read_raster(sample(year)) for year in YEARS])
    held = {1: 87.11, 2: 108.17, 3: 94.748}
    for place in zip(*np.nonzero(net)):
        was = [int(value) for value in dates[(slice(None), *place)]]
        mined = was.index(next(value for value in was if 7 <= value <= 10))
        before = held.get(was[mined - 1], 0.0)
        assert net[place] == pytest.approx(held.get(was[-1], 0.0) - before, abs=1e-9)
        if place[0] > 60:
            break


def test_what_is_taken_for_granted_is_told(tmp_path):
    *_, feedback = on_sample(tmp_path)
    told = "\n".join(feedback.infos)
    assert "all carbon of land that is taken counts as lost, which is the method of Yang" in told
    assert "in equal steps over 20 years (IPCC 2006, volume 4, equation 2.25)" in told
    assert feedback.warnings == []
    given = {"soil_loss_fraction": 1, "vegetation_loss_fraction": 1, **EXPONENTIAL}
    *_, feedback = on_sample(tmp_path, given)
    told = "\n".join(feedback.infos)
    assert "Yang" not in told
    assert "IPCC" not in told
    # Faster than anything that was ever measured.
    names = [line.split(":")[0] for line in feedback.warnings]
    assert names == ["Arable land", "Forestland", "Grassland"]
    assert "9.25 t C/ha" in feedback.warnings[1]


def test_land_without_a_mine_has_an_empty_ledger(tmp_path):
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", np.full((2, 2), 1)) for year in (2010, 2020)
    ]
    ledger, dates, results, _ = run_ledger(tmp_path, layers, SCHEME="coal_mine")
    assert {float(row["tc"]) for row in ledger} == {0.0}
    assert dates == []
    assert results["NET_TC"] == 0.0


def test_sinks_that_lie_elsewhere_need_no_coefficients(tmp_path):
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", np.array([[value, 3]]))
        for year, value in ((2010, 1), (2020, 7))
    ]
    few = {"arable": (80, 5)}
    *_, results, _ = run_ledger(tmp_path, layers, {}, few, SCHEME="coal_mine")
    assert results["LOSS_TC"] == pytest.approx(85 * 0.09)
    with pytest.raises(QgsProcessingException, match="mined at some date: 'arable'"):
        run_ledger(tmp_path, layers, {}, {"grass": (80, 5)}, SCHEME="coal_mine")


def test_losses_go_by_the_fractions_too(run, tmp_path):
    """Carbon loss accounting and the study: half of the soil, a tenth of the vegetation."""
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
    assert any("not all carbon of arable, forest, grass is lost" in t for t in run.feedback.infos)
    report, losses = tmp_path / "study.html", tmp_path / "losses.csv"
    outputs = {"LOSSES": str(losses), "REPORT": str(report)}
    run("study", LAYERS=toy(tmp_path), SCHEME="coal_mine", COEFFICIENTS=table, **outputs)
    rows = read_csv(losses)
    held = [float(row["area_ha"]) * float(row["soil_tc_per_ha"]) for row in rows]
    assert [float(row["soil_loss_tc"]) for row in rows] == pytest.approx([tc / 2 for tc in held])
    assert "that the loss fractions of the coefficients say" in report.read_text(encoding="utf-8")
