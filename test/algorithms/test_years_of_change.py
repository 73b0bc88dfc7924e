"""Rasters of years of disturbance and recovery: random land against plain loops, and by hand."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.ledger.stocks import carbon_by_class
from carbon_zones.core.path.starting_land import read_cohorts
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, letters
from carbon_zones.test.core.inventory_oracle import Dated, Holding, Terms, inventory
from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.support import examples, table
from carbon_zones.test.core.test_ledger import COLUMNS, TERMS_OF_CLASSES, coefficients_of
from carbon_zones.test.core.test_path_history import KEEPING, grown
from carbon_zones.test.core.years_oracle import YearsOracle
from carbon_zones.test.helpers import (
    SAMPLE,
    YEARS,
    read_csv,
    read_raster,
    sample,
    write_csv,
    write_dates,
    write_raster,
)
from carbon_zones.test.pages import read_page

pytestmark = pytest.mark.usefixtures("qgis_app")

MINE = DisturbingClasses()
HECTARES = 0.09
UNITS = {1: "north", 2: "south"}
# More mines and sinks than anything else, so that much happens.
PALETTE = [1, 2, 3, 5, 6, 1, 2, 5, 4, 7, 8]


@dataclass
class Mine:
    """Random land over dates, its rasters of years, and units."""

    layers: list
    years: list
    cells: dict
    rasters: dict
    units: np.ndarray
    units_raster: str
    classes: str

    @property
    def parameters(self) -> dict:
        years = ",".join(map(str, self.years))
        own = {"LAYERS": self.layers, "CLASSES": self.classes, "YEARS": years}
        return own | {k: v for given, _ in self.rasters.values() for k, v in given.items()}

    def of(self, name: str):
        """The years of a raster by cell, None if there is none."""
        return self.rasters.get(name, (None, None))[1]

    def years_oracle(self, unit=None) -> YearsOracle:
        cells = {
            spot: (letters(values, MINE), tuple(NAMES[value] for value in values))
            for spot, values in self.cells.items()
            if unit is None or self.units[spot] == unit
        }
        hectares = dict.fromkeys(cells, HECTARES)
        rasters = self.of("DISTURBANCE_YEAR"), self.of("RECOVERY_YEAR")
        return YearsOracle(cells, hectares, self.years, *rasters)

    def ledger_oracle(self, terms, rule) -> LedgerOracle:
        hectares = dict.fromkeys(self.cells, HECTARES)
        both = self.of("DISTURBANCE_YEAR"), self.of("RECOVERY_YEAR")
        return LedgerOracle(self.cells, hectares, self.years, LAND, NAMES, terms, rule, *both)


def some_years(random, cells, years, shape):
    """A year for each cell: inside a period in which it changed, outside of all, or any."""
    found = random.integers(years[0] - 6, years[-1] + 7, shape)
    for spot in np.ndindex(*shape):
        history = cells.get(spot, ())
        steps = [n for n in range(1, len(history)) if history[n - 1] != history[n]]
        if steps and random.random() < 0.7:
            n = random.choice(steps)
            found[spot] = random.integers(years[n - 1], years[n] + 1)
    return found


def write_years(folder, random, name, cells, years, shape) -> tuple[dict, dict]:
    """A raster of years as parameters, in a second band and with an offset, and as years by cell;
    some cells have none. test/core/test_change_years.py has rasters of all kinds."""
    found, base = some_years(random, cells, years, shape), years[0] - 20
    stored = np.where(random.random(shape) < 0.12, 0, found - base)
    paths = [
        write_raster(folder / f"{name}_{n}.tif", band, dtype=np.int16)
        for n, band in enumerate((np.ones(shape), stored))
    ]
    bands = str(folder / f"{name}.vrt")
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(bands, paths, separate=True).Close()
    given = {name: bands, f"{name}_BAND": 2, f"{name}_OFFSET": base}
    return given, {spot: int(found[spot]) for spot in cells if stored[spot]}


def random_mine(
    folder, seed: int, wanted=("DISTURBANCE_YEAR", "RECOVERY_YEAR"), first_years: int = 36
) -> Mine:
    """Land of 3 to 5 dates in the first so many years, much of it mined, some of it twice."""
    random = np.random.default_rng(seed)
    shape = tuple(int(size) for size in random.integers(5, 15, 2))
    dates = int(random.integers(3, 6))
    choice = random.choice(np.arange(1985, 1985 + first_years), dates, replace=False)
    years = sorted(int(year) for year in choice)
    stack = random.choice(PALETTE, (dates, *shape)).astype(np.uint8)
    for earlier, later in zip(stack, stack[1:]):
        kept = random.random(shape) < 0.3
        later[kept] = earlier[kept]
    stack[:, random.random(shape) < 0.04] = 0
    # The grid is that of the first date, which has a cell that counts.
    stack[:, 0, 0] = 1
    layers = [
        write_raster(folder / f"land_{n}.tif", cells, nodata=0) for n, cells in enumerate(stack)
    ]
    cells = {
        spot: tuple(int(v) for v in stack[:, spot[0], spot[1]])
        for spot, value in np.ndenumerate(stack[0])
        if value
    }
    rasters = {name: write_years(folder, random, name, cells, years, shape) for name in wanted}
    units = random.choice([1, 2], shape)
    return Mine(
        layers,
        years,
        cells,
        rasters,
        units,
        write_raster(folder / "units.tif", units, names=UNITS),
        write_csv(
            folder / "classes.csv",
            "\n".join(
                ["value,class,name,group"]
                + [f"{v},{key},{key.title()},{group}" for v, (key, group) in LAND.items()]
            ),
        ),
    )


def coefficient_file(folder, terms) -> str:
    rows = [{"class": LAND[value][0], **own} for value, own in terms.items()]
    lines = [",".join(str(row.get(column, "")) for column in COLUMNS) for row in rows]
    return write_csv(folder / "coefficients.csv", "\n".join([",".join(COLUMNS), *lines]))


def assert_by_year(rows, oracle, losses):
    """BY_YEAR against the plain loop: hectares, sums so far, and t C lost by year and class."""
    found = {(int(row["year"]), row["class"]): row for row in rows}
    assert len(found) == len(rows)
    expected = defaultdict(float)
    columns = {"M": "disturbed", "S": "reclaimed"}
    for kind, name in columns.items():
        for suffix, amounts in (("ha", oracle.hectares), ("spread_ha", oracle.spread)):
            for (own, year, of_class), area in amounts.items():
                if own == kind:
                    for shown in (of_class, "(all)"):
                        expected[year, shown, f"{name}_{suffix}"] += area
    for (year, of_class), amount in losses.items():
        for shown in (of_class, "(all)"):
            expected[year, shown, "loss_tc"] += amount
    names = sorted({name for _, name, _ in expected} | {name for _, name in found})
    for name in names:
        sums = dict.fromkeys(columns.values(), 0.0)
        for year in range(oracle.first + 1, oracle.last + 1):
            row = found.pop((year, name), None)
            for column in columns.values():
                for suffix in ("ha", "spread_ha"):
                    wanted = expected.get((year, name, f"{column}_{suffix}"), 0.0)
                    shown = float(row[f"{column}_{suffix}"]) if row else 0.0
                    assert shown == pytest.approx(wanted, abs=1e-9), (year, name, column, suffix)
                sums[column] += expected.get((year, name, f"{column}_ha"), 0.0)
                if row:
                    shown = float(row[f"cumulative_{column}_ha"])
                    assert shown == pytest.approx(sums[column], abs=1e-9), (year, name, column)
            wanted = expected.get((year, name, "loss_tc"), 0.0)
            shown = float(row["loss_tc"] or 0) if row else 0.0
            assert shown == pytest.approx(wanted, rel=1e-9, abs=1e-7), (year, name)
    assert found == {}


@examples(60)
@given(st.integers(0, 2**32), TERMS_OF_CLASSES, st.sampled_from(["mid", "youngest", "oldest"]))
def test_the_ledger_by_years_is_that_of_a_plain_loop(tmp_path_factory, seed, terms, rule):
    """Growth, what decays, stored topsoil, NET_MAP and the losses of each year."""
    folder = tmp_path_factory.mktemp("mine")
    wanted = [("DISTURBANCE_YEAR", "RECOVERY_YEAR"), ("DISTURBANCE_YEAR",), ("RECOVERY_YEAR",)]
    mine = random_mine(folder, seed, wanted[seed % 3])
    net_map = str(folder / "net.tif")
    outputs = {name: str(folder / f"{name}.csv") for name in ("BY_YEAR", "LEDGER", "STOCKS")}
    coefficients = coefficient_file(folder, terms)
    given = {"COEFFICIENTS": coefficients, "AGE_RULE": rule, "DRAWS": 0, "NET_MAP": net_map}
    results = make_run()("carbonledger", **mine.parameters, **given, **outputs)
    oracle = mine.ledger_oracle(terms, rule)
    wanted = oracle.rows()
    for row in read_csv(outputs["LEDGER"]):
        tc, area = wanted.pop((row["period"], row["flow"], row["pool"], row["class"]), (0.0, 0.0))
        assert float(row["tc"]) == pytest.approx(tc, rel=1e-9, abs=1e-7), row
        assert float(row["area_ha"]) == pytest.approx(area), row
    assert wanted == {}
    for row in read_csv(outputs["STOCKS"]):
        area, *stocks = map(math.fsum, oracle.stocks[row["year"], row["status"], row["class"]])
        columns = ("soil_tc", "vegetation_tc", "stored_topsoil_tc", "decaying_tc")
        shown = [float(row[column]) for column in columns]
        assert shown == pytest.approx(stocks, rel=1e-9, abs=1e-7), row
    net = read_raster(net_map)
    for spot in mine.cells:
        assert net[spot] == pytest.approx(oracle.net.get(spot, 0.0), rel=1e-9, abs=1e-6)
    whole = sum(net[spot] for spot in mine.cells) * HECTARES
    assert results["NET_TC"] == pytest.approx(whole, rel=1e-9, abs=1e-5)
    losses = defaultdict(float)
    for (_, year, name), amount in oracle.lost_in.items():
        losses[year, name] += amount
    assert_by_year(read_csv(outputs["BY_YEAR"]), mine.years_oracle(), losses)


@examples(12)
@given(st.integers(0, 2**32), TERMS_OF_CLASSES)
def test_the_study_has_the_years_by_unit(tmp_path_factory, seed, terms):
    folder = tmp_path_factory.mktemp("mine")
    mine = random_mine(folder, seed)
    by_year = str(folder / "by_year.csv")
    given = {"COEFFICIENTS": coefficient_file(folder, terms), "BY_YEAR": by_year}
    make_run()("study", **mine.parameters, **given, UNITS_RASTER=mine.units_raster)
    oracle = mine.ledger_oracle(terms, "mid")
    for unit, name in UNITS.items():
        rows = [row for row in read_csv(by_year) if row["unit"] == name]
        losses = defaultdict(float)
        for (spot, year, of_class), amount in oracle.lost_in.items():
            if mine.units[spot] == unit:
                losses[year, of_class] += amount
        assert_by_year(rows, mine.years_oracle(unit), losses)


@examples(40)
@given(st.integers(0, 2**32), KEEPING)
def test_a_path_takes_land_of_exact_ages_on_as_the_ledger_does(tmp_path_factory, seed, terms):
    """The growth of ten years more in which nothing changes."""
    folder = tmp_path_factory.mktemp("mine")
    mine = random_mine(folder, seed)
    path = folder / "ages.csv"
    make_run()("reclamation", **mine.parameters, AGES=str(path))
    ages = table("AGES", path.read_text(encoding="utf-8-sig"))
    base, classes = mine.years[-1], Classes(land_class for _, land_class in ENTRIES)
    rows = [row for row in ages.rows if row["year"] == str(base)]
    cohorts = read_cohorts(ages, classes, base, MINE) if rows else []
    sink = grown(cohorts, carbon_by_class(list(classes), coefficients_of(terms)), 10)
    cells = {spot: (*values, values[-1]) for spot, values in mine.cells.items()}
    later = replace(mine, cells=cells, years=[*mine.years, base + 10])
    rows = later.ledger_oracle(terms, "mid").rows()
    growth, _ = rows.get((f"{base}-{base + 10}", "growth", "all", "(all)"), (0.0, 0.0))
    assert math.fsum(sink) == pytest.approx(growth, rel=1e-9, abs=1e-6)


def one_pool(folder, **terms) -> str:
    """Coefficients of fields alone, soil only."""
    columns = {"class": "field", "soil_tc_per_ha": 100, "vegetation_tc_per_ha": 0, **terms}
    return write_csv(
        folder / "one.csv", f"{','.join(columns)}\n{','.join(map(str, columns.values()))}"
    )


def test_decay_by_hand(tmp_path):
    """100 t C taken in 2010 with a half-life of 10 years: 57.4 are left in 2018."""
    classes = write_csv(
        tmp_path / "c.csv", "value,class,name,group\n1,field,Field,sink\n5,pit,Pit,mine"
    )
    layers = write_dates(tmp_path, {2004: [[1]], 2012: [[5]], 2018: [[5]]}, cell=(100, 100))
    years = write_raster(tmp_path / "years.tif", [[10]], cell=(100, 100))
    stocks, by_year = str(tmp_path / "stocks.csv"), str(tmp_path / "by_year.csv")
    make_run()(
        "carbonledger",
        LAYERS=layers,
        CLASSES=classes,
        COEFFICIENTS=one_pool(tmp_path, soil_half_life=10),
        DISTURBANCE_YEAR=years,
        DISTURBANCE_YEAR_OFFSET=2000,
        STOCKS=stocks,
        BY_YEAR=by_year,
    )
    left = {row["year"]: float(row["decaying_tc"]) for row in read_csv(stocks)}
    assert left["2018"] == pytest.approx(57.4, abs=0.05)
    assert left["2012"] == pytest.approx(87.055, abs=0.0005)
    lost = {
        row["year"]: float(row["loss_tc"]) for row in read_csv(by_year) if row["class"] != "(all)"
    }
    assert sum(lost.values()) == pytest.approx(100 - left["2018"])
    assert lost["2011"] == pytest.approx(6.697, abs=0.0005)
    assert lost.get("2010", 0.0) == 0


SAMPLE_YEARS = {
    "DISTURBANCE_YEAR": str(SAMPLE / "disturbance_year.tif"),
    "RECOVERY_YEAR": str(SAMPLE / "recovery_year.tif"),
    "RECOVERY_YEAR_OFFSET": 2000,
}


@pytest.mark.parametrize("algorithm", ["reclamation", "study"])
def test_the_report_charts_the_years(tmp_path, algorithm):
    """Disturbed below the line and reclaimed above, what is spread apart; and only with rasters."""
    report, by_year = tmp_path / "report.html", str(tmp_path / "by_year.csv")
    layers = [sample(year) for year in YEARS]
    make_run()(algorithm, LAYERS=layers, **SAMPLE_YEARS, REPORT=str(report), BY_YEAR=by_year)
    page = read_page(report)
    (figure,) = page.figures["chart-by-year"]
    rows = [row for row in read_csv(by_year) if row["class"] == "(all)"]
    wanted = []
    for name, sign in (("disturbed", -1), ("reclaimed", 1)):
        whole, spread = (
            np.array([float(row[f"{name}_{suffix}"]) for row in rows])
            for suffix in ("ha", "spread_ha")
        )
        wanted += [sign * (whole - spread), sign * spread]
    assert [bars["name"] for bars in figure["data"]] == [
        *("Disturbed", "Disturbed, distributed over the period"),
        *("Reclaimed", "Reclaimed, distributed over the period"),
    ]
    for bars, values in zip(figure["data"], wanted):
        assert bars["x"] == [int(row["year"]) for row in rows]
        assert bars["y"] == pytest.approx(values, abs=1e-9)
    assert len(page.tables["table-years-known"]) == 7
    make_run()(algorithm, LAYERS=layers[-2:], REPORT=str(report))
    assert "chart-by-year" not in read_page(report).figures


def test_exact_ages_lie_in_the_intervals_of_the_page(tmp_path):
    """The page's sums by interval are those without years."""
    layers, found = [sample(year) for year in YEARS], []
    for given_years in ({}, SAMPLE_YEARS):
        report = tmp_path / "report.html"
        make_run()("reclamation", LAYERS=layers, **given_years, REPORT=str(report))
        page = read_page(report)
        found.append([bars["y"] for bars in page.figures["chart-mine-ages"][0]["data"]])
        assert ("table-years-known" in page.tables) == bool(given_years)
    plain, dated = found
    assert len(plain) == len(dated)
    for one, other in zip(plain, dated):
        assert other == pytest.approx(one)


@pytest.mark.parametrize("algorithm", ["reclamation", "study", "carbonledger", "landinventory"])
@pytest.mark.parametrize(
    ("name", "own", "said"),
    [
        ("RECOVERY_YEAR", {"RECOVERY_YEAR_OFFSET": 0}, "1 to 21.*offset 2000 fits, set RECOVERY_Y"),
        ("DISTURBANCE_YEAR", {"DISTURBANCE_YEAR": "dates.tif"}, "dates 19830615.*divide by 10"),
        (
            "DISTURBANCE_YEAR",
            {"DISTURBANCE_YEAR": sample(2018), "DISTURBANCE_YEAR_OFFSET": 2000},
            "values are classes of the maps",
        ),
    ],
)
def test_rasters_of_no_years_are_refused(tmp_path, algorithm, name, own, said):
    own, report = dict(own), str(tmp_path / "report.html")
    if own.get("DISTURBANCE_YEAR") == "dates.tif":
        cells = read_raster(SAMPLE_YEARS["DISTURBANCE_YEAR"]).astype(np.int64)
        dates = np.where(cells > 0, cells * 10_000 + 615, 0)
        with gdal.ExceptionMgr(useExceptions=True):
            x, dx, _, y, _, dy = gdal.Open(sample(2018)).GetGeoTransform()
        place = {"origin": (x, y), "cell": (dx, -dy), "epsg": 32649}
        own["DISTURBANCE_YEAR"] = write_raster(
            tmp_path / "dates.tif", dates, dtype=np.int32, **place
        )
    layers = [sample(year) for year in YEARS]
    with refuses(f"{name} .*{said}"):
        make_run()(algorithm, LAYERS=layers, **{**SAMPLE_YEARS, **own}, REPORT=report)


@examples(20)
@given(st.integers(0, 2**32))
def test_mined_land_converts_in_its_year_in_an_inventory(tmp_path_factory, seed):
    """The land matrix against a plain loop over all years in which land may convert."""
    folder = tmp_path_factory.mktemp("mine")
    mine = random_mine(folder, seed, first_years=12)
    own = {name: str(folder / f"{name}.csv") for name in ("CATEGORIES", "LAND_MATRIX")}
    places = {"sink": "Grassland (managed)", "mine": "Settlements", "built": "Settlements"}
    places |= {"water": "Wetlands (managed)", "": "Other land"}
    rows = []
    for key, group in LAND.values():
        category = places[group].split(" (")[0].casefold().replace(" ", "_")
        rows.append(f"{key},{category},yes")
    write_csv(own["CATEGORIES"], "\n".join(["class,category,managed", *rows]))
    make_run()("landinventory", **mine.parameters, **own, DENSITIES="paper")
    facts = {
        value: Holding(
            places[group].split(" (")[0],
            places[group],
            is_mined=group == "mine",
            is_sink=group == "sink",
        )
        for value, (_, group) in LAND.items()
    }
    both = [mine.of(name) or {} for name in ("DISTURBANCE_YEAR", "RECOVERY_YEAR")]
    hectares = defaultdict(float)
    for spot, values in mine.cells.items():
        hectares[Dated(values, *(known.get(spot) for known in both))] += HECTARES
    _, matrix, _ = inventory(hectares, mine.years, facts, Terms(20))
    found = {
        (int(row["year"]), row["from_category"], row["to_category"]): float(row["area_kha"])
        for row in read_csv(own["LAND_MATRIX"])
    }
    assert found == pytest.approx(matrix, abs=1e-9)
