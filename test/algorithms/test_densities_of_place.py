"""Tonnes of the place by the first run: whose they are, and where all hectares are."""

from __future__ import annotations

import re

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv, write_dates
from carbon_zones.test.pages import read_page

NAMES = {1: "Arable land", 3: "Forestland", 4: "Grassland", 6: "Water", 9: "Dump"}
EARLIER = [[1, 1, 3, 3, 3, 4, 4, 6, 9]]
LATER = [[9, 9, 9, 9, 3, 9, 4, 6, 3]]

# EPSG, origin; what the sentence says; the classes that IPCC has no densities of there.
PLACES = {
    "tropical wet": (32622, (433_000, 254_000), "clay, tropical rain forest, the Americas", ""),
    "desert": (4326, (-69.07, -24.27), "warm temperate dry climate, high ", "Forestland"),
    "peat": (4326, (-111.5, 57.0), "peat", "Arable land, Forestland, Grassland"),
    "across 180 degrees": (3832, (3_339_500, -1_900_000), "tropical wet climate", ""),
}


@pytest.fixture
def layers(tmp_path):
    """Two dates at a place."""

    def call(epsg, origin, dates=(EARLIER, LATER)) -> list[str]:
        cell = (1e-3, 1e-3) if epsg == 4326 else (100.0, 100.0)
        if epsg == 3832:
            cell = (200.0, 200.0)
        kind = {"epsg": epsg, "origin": origin, "cell": cell, "names": NAMES}
        return write_dates(tmp_path, dict(zip((1990, 2000), dates)), **kind)

    return call


HEAD = "class,soil_tc_per_ha,vegetation_tc_per_ha\n"


def whose(page) -> str:
    """What the page answers to whose carbon that is."""
    text = read_page(page).text
    after = text.partition("Which carbon densities were used?")[2]
    return after.partition("How uncertain is the result?")[0].strip()


@pytest.mark.parametrize("place", PLACES)
def test_a_study_tells_the_tonnes_of_its_place_and_counts_or_names_every_hectare(
    run, layers, tmp_path, place
):
    epsg, origin, said, lacking = PLACES[place]
    given = {"LAYERS": layers(epsg, origin)}
    page, losses, table = (tmp_path / name for name in ("p.html", "losses.csv", "c.csv"))
    balance = tmp_path / "balance.csv"
    run(
        "study",
        **given,
        REPORT=str(page),
        LOSSES=str(losses),
        BALANCE=str(balance),
        ZONES_FOLDER=str(tmp_path / "zones"),
    )
    log = run.feedback.infos, run.feedback.warnings
    first = whose(page)
    assert first.startswith("Carbon densities: IPCC 2019 defaults for ")
    assert said in first
    assert "Pingshuo" not in read_page(page).text.replace("Yang", "")[:20_000]
    assert "IPCC carbon densities for the site" in read_page(page).text
    assert any(said in line for line in log[0])
    assert not any("Pingshuo" in line for line in log[1])
    run("carbondensities", **given, COEFFICIENTS=str(table))
    wanted = {row["class"]: row for row in read_csv(table)}
    rows = read_csv(losses)
    keys = {"Arable land": "arable", "Forestland": "forest", "Grassland": "grass"}
    for row in rows:
        own = wanted[keys[row["from_class"]]]
        for column in ("soil_tc_per_ha", "vegetation_tc_per_ha"):
            assert float(row[column]) == float(own[column])
    lacking = lacking.split(", ") if lacking else []
    assert {row["from_class"] for row in rows} == set(keys) - {*lacking}
    # Five of nine cells were taken from sinks, all alike but for their latitude.
    counted = sum(float(row["area_ha"]) for row in rows)
    named = re.findall(
        r"([\d.,]+) ha of disturbed land \([\d.]+ %\) have a carbon loss of 0", " ".join(log[1])
    )
    assert bool(named) == bool(lacking)
    uncounted = float(named[0].replace(",", "")) if named else 0.0
    each = (counted + uncounted) / 5
    left_out = sum({"Arable land": 2, "Forestland": 2, "Grassland": 1}[name] for name in lacking)
    assert counted / each == pytest.approx(5 - left_out, abs=0.01)
    whole = [row for row in read_csv(balance) if not row["period"] and row["land"] == "(all)"]
    for row in whole:
        assert float(row["taken_ha"]) == pytest.approx(counted, abs=1e-6)
        assert float(row["counted_0_ha"]) == pytest.approx(uncounted, abs=0.01)
    if lacking:
        assert any(
            "the carbon of this land is not estimated. Provide these densities in COEFFICIENTS."
            in line
            for line in log[1]
        )
        assert "without carbon density (" in read_page(page).text
    with gdal.ExceptionMgr(useExceptions=True):
        record = gdal.Open(str(tmp_path / "zones" / "zones_1990_2000.tif")).GetMetadata()
    assert record["COEFFICIENTS"].startswith("IPCC 2019 of the place (climate ")
    assert "NASA (public domain)" in record["COEFFICIENTS"]
    assert "DENSITIES" not in record


@pytest.mark.parametrize("algorithm", ["study", "carbonloss", "carbonledger", "classvalues"])
def test_land_without_a_place_has_the_papers_densities_and_place_is_refused(
    run, layers, tmp_path, algorithm
):
    files, page = layers(None, (0, 0)), tmp_path / "p.html"
    given = {"LAYERS": files}
    if algorithm in ("study", "carbonledger"):
        given["REPORT"] = str(page)
    if algorithm == "carbonloss":
        given = {"EARLIER": files[0], "LATER": files[1], "LOSSES": str(tmp_path / "losses.csv")}
    run(algorithm, **given)
    log = " ".join([*run.feedback.infos, *run.feedback.warnings])
    assert ("Pingshuo mine" if algorithm == "classvalues" else "one mine, Pingshuo") in log
    warned = any(
        "the location of the study area is unknown" in line for line in run.feedback.warnings
    )
    assert warned or algorithm == "classvalues"
    if "REPORT" in given:
        text = read_page(page).text
        assert "(Pingshuo densities" in text
        assert text.index("from one mine, Pingshuo") < text.index("net loss of ")
    asked = "DENSITIES=place: location unknown; assign a CRS to the layers"
    with refuses(asked):
        run(algorithm, **given, DENSITIES="place")


def test_the_choice_and_a_table_of_ones_own(run, layers, tmp_path):
    amapa = layers(32622, (433_000, 254_000))
    losses = tmp_path / "losses.csv"
    given = {"EARLIER": amapa[0], "LATER": amapa[1], "LOSSES": str(losses)}

    def soils() -> dict[str, float]:
        return {row["from_class"]: float(row["soil_tc_per_ha"]) for row in read_csv(losses)}

    run("carbonloss", **given)
    assert soils() == {"Arable land": 43.16, "Forestland": 52, "Grassland": 52}
    run("carbonloss", **given, DENSITIES="paper")
    assert soils()["Forestland"] == 92.67
    assert any("km from the study area" in line for line in run.feedback.warnings)
    own = write_csv(tmp_path / "own.csv", f"{HEAD}arable,1,0\n@sink,2,0\n")
    everything = {"Arable land": 1, "Forestland": 2, "Grassland": 2}
    run("carbonloss", **given, DENSITIES="place", COEFFICIENTS=own)
    assert soils() == everything
    log = " ".join([*run.feedback.warnings, *run.feedback.infos])
    assert "Carbon densities from COEFFICIENTS (own): arable, forest, grass." in log
    assert " ignored: " not in log
    assert "Pingshuo" not in log
    one = write_csv(tmp_path / "one.csv", f"{HEAD}arable,1,0\n")
    run("carbonloss", **given, DENSITIES="place", COEFFICIENTS=one)
    assert soils() == {"Arable land": 1, "Forestland": 52, "Grassland": 52}
    run("carbonloss", **given, DENSITIES="paper", COEFFICIENTS=one)
    assert soils() == {"Arable land": 1, "Forestland": 92.67, "Grassland": 88.35}
    # Without a choice the table is all there is, and groups are no classes.
    for choice in ({}, {"DENSITIES": "auto"}):
        with refuses("no carbon densities for disturbed sink classes"):
            run("carbonloss", **given, **choice, COEFFICIENTS=own)


def test_what_the_tables_of_the_place_lack_a_table_of_ones_own_gives(run, layers, tmp_path):
    """And it is not told then that they lack it."""
    rows = "value,class,group\n1,arable,sink\n2,forest,sink\n3,mosaic,sink\n7,open_pit,mine\n"
    classes = write_csv(tmp_path / "classes.csv", rows)
    given = {"LAYERS": layers(32622, (433_000, 254_000)), "DENSITIES": "place", "CLASSES": classes}
    for row, is_told in (("", True), ("mosaic,1,2\n", False)):
        own = write_csv(tmp_path / "own.csv", f"{HEAD}forest,2,0\n{row}")
        run("carbonledger", **given, COEFFICIENTS=own, LEDGER="memory:")
        lacking = [w for w in run.feedback.warnings if "No IPCC density for mosaic" in w]
        assert bool(lacking) == is_told


@pytest.mark.parametrize(
    "algorithm", ["carbonloss", "study", "carbonledger", "landinventory", "classvalues"]
)
def test_only_classes_on_a_map_are_warned_of_for_their_densities(run, layers, tmp_path, algorithm):
    """The legend has a mosaic, which IPCC has no densities of; it is on a map, or on none."""
    rows = "value,class,group\n1,arable,sink\n2,forest,sink\n3,mosaic,sink\n7,open_pit,mine\n"
    given = {"CLASSES": write_csv(tmp_path / "classes.csv", rows), "DENSITIES": "place"}
    if algorithm == "study":
        given["REPORT"] = str(tmp_path / "page.html")
    for later in ([[7, 2, 2]], [[7, 2, 3]]):
        files = layers(32622, (433_000, 254_000), ([[1, 2, 2]], later))
        dated = {"LAYERS": files}
        if algorithm == "carbonloss":
            dated = {"EARLIER": files[0], "LATER": files[1], "LOSSES": str(tmp_path / "l.csv")}
        run(algorithm, **given, **dated)
        warned = [line for line in run.feedback.warnings if "No IPCC density for" in line]
        assert ["for mosaic (" in line for line in warned] == [True] * (later[0][2] == 3)
        if "REPORT" in given:
            page = read_page(given["REPORT"]).text
            assert ("No IPCC density for mosaic" in page) == bool(warned)


@pytest.mark.parametrize(
    ("algorithm", "output"),
    [("carbonledger", "LEDGER"), ("study", "LOSSES"), ("landinventory", "CATEGORY_TABLE")],
)
def test_a_table_on_some_classes_supplements_the_paper_s(run, tmp_path, algorithm, output):
    """As one table of all rows does it; a row on a class wins over that on its group."""
    rows = "@mine,4,1\ndump,7,2\narable,50,5\n"
    whole = "arable,50,5\nforest,92.67,15.5\ngrass,88.35,6.398\ndump,7,2\n"
    whole += "open_pit,4,1\nstripping,4,1\nindustrial,4,1\n"
    found = []
    for name, text, given in (("some", rows, {"DENSITIES": "paper"}), ("whole", whole, {})):
        table = write_csv(tmp_path / f"{name}.csv", f"{HEAD}{text}")
        path = tmp_path / f"{name}_out.csv"
        layers = [sample(year) for year in YEARS]
        run(algorithm, LAYERS=layers, COEFFICIENTS=table, **given, **{output: str(path)})
        found.append(read_csv(path))
    assert found[0] == found[1]
    assert len(found[0]) > 9


def test_at_pingshuo_the_paper_is_the_default_and_the_place_may_be_chosen(run, tmp_path):
    losses = tmp_path / "losses.csv"
    given = {"EARLIER": sample(YEARS[0]), "LATER": sample(YEARS[-1]), "LOSSES": str(losses)}
    run("carbonloss", **given)
    of_paper = read_csv(losses)
    run("carbonloss", **given, DENSITIES="paper")
    assert read_csv(losses) == of_paper
    run("carbonloss", **given, DENSITIES="place")
    # Cool temperate dry, high activity clay, mountain: as the reference has it of this mine.
    soils = {row["from_class"]: row["soil_tc_per_ha"] for row in read_csv(losses)}
    assert soils == {"Arable land": "33.11", "Forestland": "43", "Grassland": "43"}


def test_one_climate_for_amazonia_is_warned_of(run, tmp_path):
    """But neither where one was chosen nor in one region of it; test/core/test_place.py has words
    and shares."""
    place = {"epsg": 4326, "origin": (-75.0, 5.0), "cell": (0.5, 0.5), "names": NAMES}
    dates = {1990: np.full((50, 80), 3), 2000: np.full((50, 80), 9)}
    layers, table = write_dates(tmp_path, dates, **place), {"COEFFICIENTS": "TEMPORARY_OUTPUT"}

    def warnings(algorithm, **given) -> list[str]:
        run(algorithm, LAYERS=layers, **given)
        return [line for line in run.feedback.warnings if line.startswith("Climate: ")]

    (line,) = warnings("study")
    assert "of the land with map data; next: " in line
    assert warnings("carbondensities", **table) == [line]
    assert warnings("carbondensities", **table, CLIMATE="tropical_wet") == []
    assert warnings("study", EXTENT="-52.5,-51.5,1.5,2.5 [EPSG:4326]") == []


def test_values_per_hectare_are_the_places(run, layers, tmp_path):
    totals = tmp_path / "totals.csv"
    run("classvalues", LAYERS=layers(32622, (433_000, 254_000)), TOTALS=str(totals))
    per_ha = {
        row["class"]: float(row["per_ha"])
        for row in read_csv(totals)
        if row["value_name"] == "vegetation_tc_per_ha" and row["year"] == "1990"
    }
    assert per_ha["Forestland"] == 176.24
    assert per_ha["Arable land"] == 4.7
    assert any("IPCC 2019 defaults for tropical wet climate" in line for line in run.feedback.infos)
    # Values go by keys: classes without groups, of which none is a sink, have those of the place.
    table = write_csv(tmp_path / "classes.csv", "value,class\n1,arable\n3,forest\n4,grass\n9,pit")
    files = layers(32622, (433_000, 254_000))
    run("classvalues", LAYERS=files, CLASSES=table, TOTALS=str(totals))
    assert {
        row["per_ha"]
        for row in read_csv(totals)
        if row["value_name"] == "vegetation_tc_per_ha" and row["class"] == "forest"
    } == {"176.24"}
    assert not any("Pingshuo" in line for line in run.feedback.infos)
    # Peat: no class has a density of soil, which is told, and all count 0.
    run("classvalues", LAYERS=layers(4326, (-111.5, 57.0)), TOTALS=str(totals))
    assert {float(row["total"]) for row in read_csv(totals)} == {0.0}
    (lacking,) = (
        line for line in run.feedback.warnings if "no IPCC default reference stock for peat" in line
    )
    assert lacking.endswith(
        "the carbon of this land is not estimated. Provide these densities in VALUES."
    )


def test_the_ledger_and_its_raster_leave_out_what_has_no_density(run, layers, tmp_path):
    """Forest of a desert is mined, and a dump becomes forest: nothing of either is counted."""
    ledger, net = tmp_path / "ledger.csv", tmp_path / "net.tif"
    run("carbonledger", LAYERS=layers(4326, (-69.07, -24.27)), LEDGER=str(ledger), NET_MAP=str(net))
    classes = {row["class"] for row in read_csv(ledger) if row["pool"] == "all"}
    assert "Forestland" not in classes
    with gdal.ExceptionMgr(useExceptions=True):
        values = gdal.Open(str(net)).ReadAsArray()[0]
    assert values[2] == values[3] == values[8] == 0
    assert values[0] == pytest.approx(-(18.24 + 4.7), abs=1e-3)


ROWS = 40
LITTLE = "value,class,name,group\n1,arable,Fields,sink\n3,forest,Wood,sink\n9,pit,Pit,mine\n"


@pytest.mark.parametrize(("lone", "is_refused"), [(1, False), (2, True)])
@pytest.mark.parametrize("algorithm", ["study", "carbonloss", "carbonledger"])
def test_a_thousandth_without_densities_is_a_warning_and_more_is_refused(
    run, tmp_path, algorithm, lone, is_refused
):
    """1,600 cells are taken, and a thousandth of them is 1.6."""
    earlier = [[1] * ROWS for _ in range(ROWS)]
    earlier[0][:lone] = [3] * lone
    dates = write_dates(tmp_path, {1990: earlier, 2000: [[9] * ROWS] * ROWS})
    own = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,10,0\n"
    given = {
        "LAYERS": dates,
        "CLASSES": write_csv(tmp_path / "classes.csv", LITTLE),
        "COEFFICIENTS": write_csv(tmp_path / "own.csv", own),
    }
    if algorithm == "carbonloss":
        given.update(EARLIER=dates[0], LATER=dates[1], LOSSES="TEMPORARY_OUTPUT")
        del given["LAYERS"]
    if is_refused:
        message = sentence_of(run, algorithm, **given)
        assert re.search(r"'forest' \(0\.18 ha, 1990(-2000)?\); create a table of", message)
        return
    results = run(algorithm, **given)
    log = " ".join(run.feedback.warnings)
    assert "0.09 ha of disturbed land (0.1 %) have a carbon loss of 0" in log
    assert "Wood 0.09 ha" in log
    lost = results["LOSS_TC" if algorithm == "carbonledger" else "TOTAL_LOSS_TC"]
    assert lost == pytest.approx(1599 * 0.09 * 10)


NO_DENSITY = "COEFFICIENTS has no carbon density for any of its classes"
UNCOUNTED = "Carbon balance of mined land (IPCC carbon densities for the site)"
NOT_COUNTED = f"Land disturbed since 1990 not estimated: {NO_DENSITY}."


def test_where_no_hectare_is_counted_log_and_pages_say_so_and_none_has_a_balance_of_0(
    run, layers, tmp_path
):
    """Peat; a dump that became forest of it is not counted either."""
    files, page, rows = layers(4326, (-111.5, 57.0)), tmp_path / "p.html", tmp_path / "rows.csv"
    for algorithm in ("carbonledger", "study"):
        book, ranks = {"WORKBOOK": str(tmp_path / "b.xlsx")}, tmp_path / "ranks.csv"
        book = {**book, "PRIORITIES": str(ranks)} if algorithm == "study" else {}
        results = run(algorithm, LAYERS=files, REPORT=str(page), BALANCE=str(rows), **book)
        assert not [name for name in results if re.search("_TC(O2)?$", name)]
        log = " ".join(run.feedback.infos)
        assert (NOT_COUNTED in log) == (algorithm == "carbonledger")
        assert not re.search("net loss|net gain|95 % confidence interval|Monte Carlo", log)
        text = read_page(page).text
        assert f"{UNCOUNTED} not estimated" in text
        assert NOT_COUNTED in text
        assert f"Land disturbed before 1990 (0.68 ha) not estimated: {NO_DENSITY}." in text
        found = re.findall(r".{60}(?:net loss|net gain|95 % confidence|\b0 t C|0 to 0).{40}", text)
        assert found == []
        assert {row["net_high_tc"] for row in read_csv(rows)} == {""}
    # Tables have 0 where nothing is counted, and both the same.
    amounts = {"loss_tc": "loss_tc", "regained_tc": "gain_tc", "net_tc": "net_tc"}
    for column, of_balance in amounts.items():
        assert {float(row[of_balance]) for row in read_csv(rows)} == {0}
        assert {row[column] for row in read_csv(ranks)} == {"0"}
    assert {row["potential_20y_tc"] for row in read_csv(ranks)} == {""}


def test_land_that_came_back_without_a_density_is_named_and_not_said_not_to_be(
    run, layers, tmp_path
):
    """The dump that became forest in a desert; grass was taken, and all mined land is a dump."""
    files = layers(4326, (-69.07, -24.27), ([[4, 4, 9, 9, 3]], [[9, 4, 9, 3, 9]]))
    page, named = tmp_path / "p.html", "1.12 ha released from mining count as 0"
    for algorithm in ("carbonledger", "study"):
        run(algorithm, LAYERS=files, REPORT=str(page))
        (said,) = [line for line in run.feedback.warnings if line.startswith(named)]
        assert said.endswith("for their current classes: Forestland 1.12 ha.")
        text = read_page(page).text
        assert said in text
    assert "none has come back" not in text
    # The answer on whose carbon that is leads with what is not in the tonnes.
    assert (
        "Not included: 1.12 ha of 'Forestland' without carbon density (50.0 % of the disturbed "
        "land). Carbon sinks: "
    ) in whose(page)


def test_soils_of_two_depths_are_warned_of_where_they_add_up(run, tmp_path):
    """Mangroves and trees of WorldCover in Amapa."""
    kind = {"epsg": 4326, "origin": (-51.0, 2.3), "cell": (1e-3, 1e-3)}
    for earlier, is_mixed in (([[95, 10, 10]], True), ([[95, 95, 10]], False)):
        files = write_dates(tmp_path, {1990: earlier, 2000: [[50, 50, 10]]}, **kind)
        losses, pair = tmp_path / "losses.csv", dict(zip(("EARLIER", "LATER"), files))
        given = {"SCHEME": "worldcover", "TAKING_GROUPS": "built", "LOSSES": str(losses)}
        run("carbonloss", **pair, **given)
        assert max(float(row["soil_tc_per_ha"]) for row in read_csv(losses)) == 386
        said = [line for line in run.feedback.warnings if "Soil carbon depth: 100 cm for" in line]
        assert bool(said) == is_mixed
        assert not is_mixed or "Soil carbon depth: 100 cm for Mangroves, 30 cm for " in said[0]


@pytest.mark.parametrize("algorithm", ["study", "carbonloss"])
def test_a_loss_that_is_not_estimated_is_no_number_and_its_area_is(run, layers, algorithm):
    """Peat: five of nine cells of about 0.67 ha are sinks that are mined; the desert has three."""
    sizes = {}
    for place in ("peat", "desert"):
        epsg, origin, *_ = PLACES[place]
        files = layers(epsg, origin)
        given = {"LAYERS": files}
        if algorithm == "carbonloss":
            given = {"EARLIER": files[0], "LATER": files[1], "LOSSES": "TEMPORARY_OUTPUT"}
        results = run(algorithm, **given)
        sizes[place] = results["OCCUPIED_AREA_HA"] / results["TOTAL_AREA_HA"]
        assert ("TOTAL_LOSS_TC" in results) == ("TOTAL_LOSS_TCO2" in results) == (place == "desert")
        assert ("SOIL_LOSS_TC" in results) == (algorithm == "carbonloss" and place == "desert")
    assert sizes == pytest.approx(dict.fromkeys(sizes, 5 / 9), rel=1e-4)


def test_losses_that_are_not_counted_have_no_interval(run, layers, tmp_path):
    """Peat."""
    files, rows = layers(4326, (-111.5, 57.0)), tmp_path / "rows.csv"
    pair = {"EARLIER": files[0], "LATER": files[1], "LOSSES": str(tmp_path / "losses.csv")}
    run("carbonloss", **pair, UNCERTAINTY=str(rows), DRAWS=100)
    assert "No confidence intervals: none of this land is included." in run.feedback.infos
    assert not re.search("95 % confidence interval|Monte Carlo", " ".join(run.feedback.infos))
    assert read_csv(rows) == []


def test_land_taken_that_is_not_counted_leads_though_other_land_is(run, layers, tmp_path):
    """Forest of a desert is mined; the dump that becomes grass there has a balance of its own."""
    files = layers(4326, (-69.07, -24.27), ([[3, 3, 9, 1]], [[9, 9, 4, 1]]))
    page = tmp_path / "p.html"
    run("carbonledger", LAYERS=files, REPORT=str(page))
    assert NOT_COUNTED in run.feedback.infos
    text = read_page(page).text
    assert "Land disturbed before 1990 (1.12 ha), change since then: net gain of " in text
    assert not re.search(r"Total, [\d.]+ ha", text)
    assert f"{UNCOUNTED} not estimated" in read_page(page).text
