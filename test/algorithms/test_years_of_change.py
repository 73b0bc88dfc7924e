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
from carbon_zones.test.algorithms.toy import toy
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, letters
from carbon_zones.test.core.inventory_oracle import Dated, Holding, Terms, inventory
from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.support import examples, table
from carbon_zones.test.core.test_ledger import COLUMNS, TERMS_OF_CLASSES, coefficients_of
from carbon_zones.test.core.test_path_history import KEEPING, grown
from carbon_zones.test.core.years_oracle import YearsOracle, year_of
from carbon_zones.test.helpers import (
    ORIGIN,
    SAMPLE,
    YEARS,
    brought,
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
DTYPES = {np.uint8: 255, np.int16: -32768, np.uint16: 0, np.float32: -9999}


@dataclass
class YearRaster:
    """A raster of years: its parameters, and the year of each cell of the land."""

    parameters: dict
    years: dict


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
        given = {"LAYERS": self.layers, "CLASSES": self.classes}
        given["YEARS"] = ",".join(map(str, self.years))
        for raster in self.rasters.values():
            given |= raster.parameters
        return given

    def of(self, name: str):
        return self.rasters[name].years if name in self.rasters else None

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


def write_years(folder, random, name, mine_layer, cells, years, shape) -> YearRaster:
    """A raster of years: another band, other cells, an offset, and holes of all kinds."""
    dtype = random.choice(list(DTYPES))
    nodata, base = DTYPES[dtype], 0
    if dtype == np.uint8 or random.random() < 0.4:
        base = years[0] - 20
    is_other = random.random() < 0.4
    cell, origin, own = 30.0, ORIGIN, shape
    found = some_years(random, cells, years, shape)
    if is_other:
        # Cells of another size that begin elsewhere, and may end before the land does.
        cell, origin = 23.0, (ORIGIN[0] - 11.0, ORIGIN[1] + 7.0)
        own = tuple(int(size * 30 / 23) for size in shape)
        rows, columns = (np.minimum(np.arange(n) * 23 // 30, m - 1) for n, m in zip(own, shape))
        found = found[np.ix_(rows, columns)]
    stored = (found - base).astype(np.float64)
    holes = random.random(own)
    stored[holes < 0.06] = nodata
    stored[(holes >= 0.06) & (holes < 0.12)] = 0
    if dtype == np.float32:
        stored[(holes >= 0.12) & (holes < 0.18)] += 0.5
    options = {"dtype": dtype, "cell": (cell, cell), "origin": origin, "nodata": nodata}
    path = write_raster(folder / f"{name}.tif", stored, **options)
    parameters, given_base = {name: path}, base
    if random.random() < 0.4:
        other = write_raster(folder / f"{name}_other.tif", np.ones(own), **options)
        with gdal.ExceptionMgr(useExceptions=True):
            bands = str(folder / f"{name}.vrt")
            gdal.BuildVRT(bands, [other, path], separate=True).Close()
        parameters = {name: bands, f"{name}_BAND": 2}
    if given_base:
        parameters[f"{name}_OFFSET"] = int(given_base)
    values, outside = brought(path, mine_layer)
    known = {
        spot: None if outside[spot] else year_of(float(values[spot]), nodata, base)
        for spot in cells
    }
    return YearRaster(parameters, {spot: y for spot, y in known.items() if y is not None})


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
    rasters = {
        name: write_years(folder, random, name, layers[0], cells, years, shape) for name in wanted
    }
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


def assert_by_year(rows, oracle, losses=None):
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
    for (year, of_class), amount in (losses or {}).items():
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
            if losses is None:
                assert row is None or row["loss_tc"] == ""
            else:
                shown = float(row["loss_tc"] or 0) if row else 0.0
                assert shown == pytest.approx(wanted, rel=1e-9, abs=1e-7), (year, name)
    assert found == {}


def rows_of(rows, unit) -> list[dict]:
    return [row for row in rows if unit is None or row["unit"] == UNITS[unit]]


@examples(60)
@given(st.integers(0, 2**32), st.booleans())
def test_hectares_by_year_and_ages_are_those_of_a_plain_loop(tmp_path_factory, seed, by_unit):
    folder = tmp_path_factory.mktemp("mine")
    wanted = [("DISTURBANCE_YEAR", "RECOVERY_YEAR"), ("DISTURBANCE_YEAR",), ("RECOVERY_YEAR",)]
    mine = random_mine(folder, seed, wanted[seed % 3])
    outputs = {name: str(folder / f"{name}.csv") for name in ("BY_YEAR", "AGES")}
    units = {"UNITS_RASTER": mine.units_raster} if by_unit else {}
    make_run()("reclamation", **mine.parameters, **units, **outputs)
    by_year, ages = read_csv(outputs["BY_YEAR"]), read_csv(outputs["AGES"])
    for unit in UNITS if by_unit else [None]:
        oracle = mine.years_oracle(unit)
        assert_by_year(rows_of(by_year, unit), oracle)
        found = defaultdict(float)
        for row in rows_of(ages, unit):
            # The year in which it became so stands behind a date.
            history = tuple(part.split(" ")[1].title() for part in row["history"].split("; "))
            age = int(row["age_min"]), float(row["age_mid"]), int(row["age_max"])
            found[int(row["year"]), history, age] += float(row["area_ha"])
            assert row["class"] == history[-1]
        assert found == pytest.approx(dict(oracle.ages))


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
    for unit in UNITS:
        losses = defaultdict(float)
        for (spot, year, name), amount in oracle.lost_in.items():
            if mine.units[spot] == unit:
                losses[year, name] += amount
        assert_by_year(rows_of(read_csv(by_year), unit), mine.years_oracle(unit), losses)


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


@pytest.mark.parametrize("year", [1995, 2005, 2015])
def test_the_middle_of_an_interval_gives_the_numbers_of_its_rule(tmp_path, year):
    """All intervals of the toy are of 10 years."""
    layers, cells = toy(tmp_path), np.full((5, 7), year)
    years = write_raster(tmp_path / "years.tif", cells, dtype=np.uint16, cell=(100, 100))
    found = []
    for number, more in enumerate(({}, {"RECOVERY_YEAR": years})):
        path = str(tmp_path / f"{number}.csv")
        ledger = {"DENSITIES": "paper", "AGE_RULE": "mid", "DRAWS": 0, "LEDGER": path, **more}
        make_run()("carbonledger", LAYERS=layers, SCHEME="coal_mine", **ledger)
        found.append(read_csv(path))
    plain, dated = found
    assert len(plain) == len(dated)
    for one, other in zip(plain, dated):
        for column, text in one.items():
            try:
                assert float(other[column]) == pytest.approx(float(text), rel=1e-12, abs=1e-9)
            except ValueError:
                assert other[column] == text


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
