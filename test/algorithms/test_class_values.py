"""Values per hectare: the sample's carbon, cells of unequal area, parts of land, and no years."""

from __future__ import annotations

import json
from collections import defaultdict
from math import fsum

import numpy as np
import pyproj
import pytest
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.core.support import DATA
from carbon_zones.test.helpers import (
    ORIGIN,
    SAMPLE,
    YEARS,
    counted_pairs,
    read_csv,
    read_raster,
    sample,
    write_csv,
    write_polygons,
    write_raster,
)

ALL = CONTRACTS["classvalues"].outputs
TABLES = ("TOTALS", "CHANGES", "CONTRIBUTIONS")
SPANS = ("1986-2000", "2000-2009", "2009-2018", "1986-2018")
SOIL = {"Arable land": 82.11, "Forestland": 92.67, "Grassland": 88.35}
VEGETATION = {"Arable land": 5, "Forestland": 15.5, "Grassland": 6.398}
# t C in soil and vegetation of all sinks, worked out by a program of its own (example E9).
STOCKS = dict(zip(YEARS, (4719066.5817, 4476162.8475, 4254438.2429, 3946441.2689)))
OTHERS = (
    "Urban land, Rural land, Transportation land, Open pit, Stripping land, Dump, Industrial land, "
    "Water"
)

RNG = np.random.default_rng(15)
SHAPE = (23, 31)
LAND = RNG.integers(0, 5, (3, *SHAPE))
OWN = "class,stock,service\nfield,10,-1.5\nwood,25.3,7\npit,-4,0\n"
STOCK = {1: 10, 2: 25.3, 3: -4, 4: 0}
SERVICE = {1: -1.5, 2: 7, 3: 0, 4: 0}
NAMES = {1: "field", 2: "wood", 3: "pit", 4: "lake"}


def paths(folder, names=ALL) -> dict:
    return {name: str(folder / file) for name, file in ALL.items() if name in names}


def land(folder, years=(1990, 1995, 2005), **options) -> list[str]:
    """Three dates with names; 0 is no data."""
    options = {"nodata": 0, "names": NAMES, **options}
    return [
        write_raster(folder / f"land_{year}.tif", values, **options)
        for year, values in zip(years, LAND)
    ]


def totals(folder) -> dict:
    rows = read_csv(folder / "totals.csv")
    return {(r["year"], r["value_name"], r["class"]): float(r["total"]) for r in rows}


def changes(folder) -> dict:
    rows = read_csv(folder / "changes.csv")
    return {(r["period"], r["value_name"]): r for r in rows}


@pytest.fixture(scope="module")
def on_sample(qgis_app, tmp_path_factory):
    """The folder with all outputs of a run on the sample, its results and its log."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder, call = tmp_path_factory.mktemp("values"), make_run()
    results = call("classvalues", LAYERS=[sample(year) for year in YEARS], **paths(folder))
    return folder, results, call.feedback


def test_the_carbon_of_the_sample(on_sample):
    folder, _, feedback = on_sample
    sums = defaultdict(list)
    for (year, _, _), total in totals(folder).items():
        sums[year].append(total)
    assert {year: fsum(own) for year, own in sums.items()} == pytest.approx(STOCKS, abs=5e-5)
    found = changes(folder)
    for span in SPANS:
        first, last = span.split("-")
        rows = [row for (period, _), row in found.items() if period == span]
        assert fsum(float(r["before"]) for r in rows) == pytest.approx(STOCKS[first], abs=5e-5)
        assert fsum(float(r["after"]) for r in rows) == pytest.approx(STOCKS[last], abs=5e-5)
        change = STOCKS[last] - STOCKS[first]
        assert fsum(float(r["change"]) for r in rows) == pytest.approx(change, abs=1e-4)
        assert {int(r["years"]) for r in rows} == {int(last) - int(first)}
    assert list(dict.fromkeys(period for period, _ in found)) == list(SPANS)
    assert f"values.csv has no row on these classes, which count 0: {OTHERS}." in feedback.infos
    assert feedback.warnings == []


def test_contributions_of_the_sample_against_its_cells(on_sample):
    folder, _, _ = on_sample
    names = sample_names()
    pairs = counted_pairs(read_raster(sample("1986")), read_raster(sample("2018")))
    expected = {
        (names[a], names[b]): 0.09 * cells * (SOIL.get(names[b], 0) - SOIL.get(names[a], 0))
        for (a, b), cells in pairs.items()
        if a != b
    }
    whole = fsum(map(abs, expected.values()))
    rows = [
        row
        for row in read_csv(folder / "contributions.csv")
        if (row["period"], row["value_name"]) == ("1986-2018", "soil_tc_per_ha")
    ]
    found = {(row["from_class"], row["to_class"]): row for row in rows}
    assert set(found) == set(expected)
    for pair, change in expected.items():
        assert float(found[pair]["change"]) == pytest.approx(change, abs=1e-6)
        share = float(found[pair]["contribution_pct"])
        assert share == pytest.approx(100 * change / whole, abs=1e-9)
    assert fsum(abs(float(r["contribution_pct"])) for r in rows) == pytest.approx(100, rel=1e-12)
    assert fsum(float(row["change"]) for row in rows) == pytest.approx(
        float(changes(folder)["1986-2018", "soil_tc_per_ha"]["change"]), rel=1e-9
    )


def sample_names() -> dict:
    classes = read_csv(SAMPLE.parent / "schemes" / "coal_mine" / "classes.csv")
    return {int(row["value"]): row["name"] for row in classes}


def test_rasters_of_the_sample_add_up_to_its_tables(on_sample):
    folder, _, _ = on_sample
    found = totals(folder)
    assert {path.name for path in (folder / "densities").glob("*.tif")} == {
        f"density_{year}.tif" for year in YEARS
    }
    names = sample_names()
    for year in YEARS:
        shown, held = read_raster(folder / "densities" / f"density_{year}.tif"), sample(year)
        wanted = np.vectorize(lambda value: SOIL.get(names[value], 0.0))(read_raster(held))
        assert (shown == wanted).all()
        own = fsum(t for (y, name, _), t in found.items() if (y, name) == (year, "soil_tc_per_ha"))
        assert shown.sum() * 0.09 == pytest.approx(own, rel=1e-9)
    first, last = (read_raster(folder / "densities" / f"density_{y}.tif") for y in ("1986", "2018"))
    change = read_raster(folder / "change_map.tif")
    assert np.abs(change - (last - first)).max() < 1e-12
    row = changes(folder)["1986-2018", "soil_tc_per_ha"]
    assert change.sum() * 0.09 == pytest.approx(float(row["change"]), rel=1e-9)


def test_another_column_is_shown(run, tmp_path):
    given = {"LAYERS": [sample("1986"), sample("2018")], "COLUMN": "Vegetation_tC_per_ha"}
    run("classvalues", **given, **paths(tmp_path, ("CHANGE_MAP", "CHANGES")))
    shown = read_raster(tmp_path / "change_map.tif").sum() * 0.09
    row = changes(tmp_path)["1986-2018", "vegetation_tc_per_ha"]
    assert shown == pytest.approx(float(row["change"]), rel=1e-9)


# --- areas, parts of land, dates -----------------------------------------------------------------


def expected_totals(areas, values: dict, counts) -> list[float]:
    """What all land that counts has, by date: cell by cell."""
    return [
        fsum(
            values[int(date[cell])] * float(areas[cell])
            for cell in np.ndindex(SHAPE)
            if counts[cell]
        )
        for date in LAND
    ]


def check_land(folder, areas, counts, years=("1990", "1995", "2005"), rel=1e-9):
    """The tables and rasters of a run on LAND with OWN, against its cells."""
    found = totals(folder)
    for name, values in (("stock", STOCK), ("service", SERVICE)):
        for year, wanted in zip(years, expected_totals(areas, values, counts)):
            own = fsum(t for (y, n, _), t in found.items() if (y, n) == (year, name))
            assert own == pytest.approx(wanted, rel=rel)
    change = read_raster(folder / "change_map.tif")
    row = changes(folder)[f"{years[0]}-{years[-1]}", "stock"]
    whole = fsum((change[counts] * areas[counts]).tolist())
    assert whole == pytest.approx(float(row["change"]), rel=rel)
    assert (change[~counts] == -9999).all()


VALID = (LAND > 0).all(axis=0)


def test_cells_of_unequal_area(run, tmp_path):
    """Against geodesic polygons of pyproj's, one per row of cells."""
    cell, (x, y) = 0.25, (112.0, 60.0)
    layers = land(tmp_path, epsg=4326, cell=(cell, cell), origin=(x, y))
    values = write_csv(tmp_path / "own.csv", OWN)
    run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path))
    geod = pyproj.Geod(ellps="WGS84")
    step = np.linspace(0, 1, 33)[:-1]
    across = np.concatenate([step, 0 * step + 1, 1 - step, 0 * step])
    down = np.concatenate([0 * step, step, 0 * step + 1, 1 - step])
    areas = np.empty(SHAPE)
    for row in range(SHAPE[0]):
        corners = x + across * cell, y - (row + down) * cell
        areas[row] = abs(geod.polygon_area_perimeter(*corners)[0]) / 1e4
    assert areas.max() > 1.1 * areas.min()
    check_land(tmp_path, areas, VALID, rel=1e-4)
    for number, year in enumerate(("1990", "1995", "2005")):
        shown = read_raster(tmp_path / "densities" / f"density_{year}.tif")
        for value, stock in STOCK.items():
            assert (shown[VALID & (LAND[number] == value)] == stock).all()
        assert (shown[~VALID] == -9999).all()


def test_mask_and_extent(run, tmp_path):
    x, y = ORIGIN
    corners = [(3.2, 2.1), (25.4, 2.1), (25.4, 18.7), (3.2, 18.7), (3.2, 2.1)]
    ring = ", ".join(f"{x + 30 * a} {y - 30 * b}" for a, b in corners)
    mask = write_polygons(tmp_path / "mask.gpkg", [f"POLYGON (({ring}))"], kind=ogr.wkbPolygon)
    values = write_csv(tmp_path / "own.csv", OWN)
    extent = f"{x + 150},{x + 900},{y - 600},{y - 30} [EPSG:32649]"
    run(
        "classvalues",
        LAYERS=land(tmp_path),
        VALUES=values,
        MASK=mask,
        EXTENT=extent,
        **paths(tmp_path, TABLES),
    )
    inside = np.zeros(SHAPE, bool)
    inside[2:19, 5:25] = True
    counts = inside & VALID
    found = totals(tmp_path)
    for name, own in (("stock", STOCK), ("service", SERVICE)):
        wanted = expected_totals(np.full(SHAPE, 0.09), own, counts)
        for year, whole in zip(("1990", "1995", "2005"), wanted):
            total = fsum(t for (y_, n, _), t in found.items() if (y_, n) == (year, name))
            assert total == pytest.approx(whole, rel=1e-9)


@pytest.mark.parametrize("degrees", [False, True])
def test_units_are_those_of_a_plain_loop(run, tmp_path, degrees):
    """Totals, changes and contributions of two units and the rest, cell by cell."""
    place = {"epsg": 4326, "cell": (0.25, 0.25), "origin": (112.0, 60.0)} if degrees else {}
    layers = land(tmp_path, **place)
    x, y = place.get("origin", ORIGIN)
    step = place.get("cell", (30, 30))[0]

    def box(left, top, right, bottom):
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        return "POLYGON ((" + ", ".join(f"{x + step * a} {y - step * b}" for a, b in corners) + "))"

    # The second unit lies partly under the first.
    shapes = [(box(1.2, 2.3, 11.7, 20.2), ["west"]), (box(9.6, 4.4, 27.9, 17.1), ["east"])]
    units = write_polygons(
        tmp_path / "units.gpkg",
        shapes,
        epsg=place.get("epsg", 32649),
        fields={"name": ogr.OFTString},
        kind=ogr.wkbPolygon,
    )
    given = {
        "LAYERS": layers,
        "VALUES": write_csv(tmp_path / "own.csv", OWN),
        "UNITS": units,
        "UNIT_FIELD": "name",
        "AREA_METHOD": "planimetric" if not degrees else "ellipsoidal",
    }
    run("classvalues", **given, **paths(tmp_path, TABLES))
    areas = np.full(SHAPE, 0.09)
    if degrees:
        geod = pyproj.Geod(ellps="WGS84")
        for row in range(SHAPE[0]):
            ends = (y - row * step, y - (row + 1) * step)
            # The area below a line of latitude needs many corners.
            across = np.linspace(x, x + step, 65)
            longitudes = np.concatenate([across, across[::-1]])
            latitudes = np.repeat(ends, 65)
            areas[row] = abs(geod.polygon_area_perimeter(longitudes, latitudes)[0]) / 1e4
    names = np.full(SHAPE, "(outside)", object)
    names[4:17, 10:28] = "east"
    names[2:20, 1:12] = "west"
    wanted = {name: defaultdict(list) for name in TABLES}
    years = ("1990", "1995", "2005")
    spans = {"1990-1995": (0, 1), "1995-2005": (1, 2), "1990-2005": (0, 2)}
    for cell in np.ndindex(SHAPE):
        if not VALID[cell]:
            continue
        unit, held = names[cell], [int(date[cell]) for date in LAND]
        for value, per_ha in (("stock", STOCK), ("service", SERVICE)):
            own = [areas[cell] * per_ha[one] for one in held]
            for year, one, amount in zip(years, held, own):
                wanted["TOTALS"][unit, year, value, NAMES[one]].append(amount)
            for span, (a, b) in spans.items():
                wanted["CHANGES"][unit, span, value].append((own[a], own[b]))
                if held[a] != held[b]:
                    pair = (NAMES[held[a]], NAMES[held[b]])
                    wanted["CONTRIBUTIONS"][(unit, span, value, *pair)].append(own[b] - own[a])
    near = {"rel": 1e-9, "abs": 1e-6}
    rows = {name: read_csv(tmp_path / ALL[name]) for name in TABLES}
    assert list(dict.fromkeys(row["unit"] for row in rows["TOTALS"])) == [
        *("west", "east", "(outside)")
    ]
    keys = ("unit", "year", "value_name", "class")
    found = {tuple(row[key] for key in keys): float(row["total"]) for row in rows["TOTALS"]}
    assert set(found) == set(wanted["TOTALS"])
    for key, amounts in wanted["TOTALS"].items():
        assert found[key] == pytest.approx(fsum(amounts), **near), key
    for row in rows["CHANGES"]:
        own = wanted["CHANGES"].pop((row["unit"], row["period"], row["value_name"]))
        before, after = (fsum(some) for some in zip(*own))
        assert float(row["before"]) == pytest.approx(before, **near)
        assert float(row["after"]) == pytest.approx(after, **near)
        assert float(row["change"]) == pytest.approx(
            after - before, rel=near["rel"], abs=near["rel"] * (abs(before) + abs(after))
        )
    assert not wanted["CHANGES"]
    whole = defaultdict(list)
    for (unit, span, value, *_), amounts in wanted["CONTRIBUTIONS"].items():
        whole[unit, span, value].append(abs(fsum(amounts)))
    keys = ("unit", "period", "value_name", "from_class", "to_class")
    for row in rows["CONTRIBUTIONS"]:
        key = tuple(row[name] for name in keys)
        change = fsum(wanted["CONTRIBUTIONS"].pop(key))
        assert float(row["change"]) == pytest.approx(change, **near)
        share = 100 * change / fsum(whole[key[:3]])
        assert float(row["contribution_pct"]) == pytest.approx(share, **near)
    assert not wanted["CONTRIBUTIONS"]


def test_layers_without_years(run, tmp_path):
    layers = land(tmp_path, ("a", "b", "c"))
    values = write_csv(tmp_path / "own.csv", OWN)
    run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path))
    check_land(tmp_path, np.full(SHAPE, 0.09), VALID, ("land_a", "land_b", "land_c"))
    assert {(r["years"], r["change_per_year"]) for r in changes(tmp_path).values()} == {("", "")}
    assert {path.name for path in (tmp_path / "densities").glob("*.tif")} == {
        f"density_{number}.tif" for number in (1, 2, 3)
    }


def test_years_that_are_given(run, tmp_path):
    layers = land(tmp_path, ("a", "b", "c"))
    values = write_csv(tmp_path / "own.csv", OWN)
    given = {"LAYERS": layers, "YEARS": "1990,1995,2005", "VALUES": values}
    run("classvalues", **given, **paths(tmp_path))
    check_land(tmp_path, np.full(SHAPE, 0.09), VALID)
    row = changes(tmp_path)["1995-2005", "stock"]
    assert float(row["change_per_year"]) == pytest.approx(float(row["change"]) / 10, rel=1e-12)
    per_cent = 100 * float(row["change"]) / abs(float(row["before"]))
    assert float(row["change_pct"]) == pytest.approx(per_cent, rel=1e-12)


# --- tables --------------------------------------------------------------------------------------


def test_values_that_nobody_names(run, tmp_path):
    layers = land(tmp_path, names=None)
    values = write_csv(tmp_path / "own.csv", "class,stock\n1,10\n2,25.3\n3,-4\n77,1")
    run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path, TABLES))
    wanted = expected_totals(np.full(SHAPE, 0.09), STOCK, VALID)
    for year, whole in zip(("1990", "1995", "2005"), wanted):
        own = fsum(t for (y, _, _), t in totals(tmp_path).items() if y == year)
        assert own == pytest.approx(whole, rel=1e-9)
    infos = run.feedback.infos
    assert "VALUES (own) has no row on these classes, which count 0: 4." in infos
    assert "VALUES (own) has rows on values that no cell which counts holds: 77." in infos


def test_values_that_nobody_names_and_a_table_of_names(run, tmp_path):
    values = write_csv(tmp_path / "own.csv", "class,stock\nfield,10")
    with pytest.raises(QgsProcessingException) as caught:
        run("classvalues", LAYERS=land(tmp_path, names=None), VALUES=values, TOTALS="memory:")
    said = str(caught.value)
    assert is_one_sentence(said), said
    for word in ("VALUES", "unknown class 'field' (row 1)"):
        assert word in said


def test_a_table_in_a_geopackage(run, tmp_path):
    """The numbers that the database gives its rows are no values."""
    from qgis import processing

    table = str(tmp_path / "own.gpkg")
    processing.run(
        "native:refactorfields",
        {
            "INPUT": write_csv(tmp_path / "own.csv", OWN),
            "FIELDS_MAPPING": [
                {"expression": '"class"', "name": "class", "type": 10},
                {"expression": 'to_real("stock")', "name": "stock", "type": 6},
            ],
            "OUTPUT": table,
        },
    )
    assert "fid" in QgsVectorLayer(table, "own").fields().names()
    run("classvalues", LAYERS=land(tmp_path), VALUES=table, **paths(tmp_path, TABLES))
    assert {name for _, name, _ in totals(tmp_path)} == {"stock"}


def test_exported_values_give_identical_results(run, on_sample, tmp_path):
    exported = run("exporttables", FOLDER=str(tmp_path / "scheme"))["VALUES"]
    copied = run("sampledata", FOLDER=str(tmp_path / "sample"))["VALUES"]
    for values in (exported, copied):
        layers = [sample(year) for year in YEARS]
        run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path, TABLES))
        for name in TABLES:
            assert (tmp_path / ALL[name]).read_bytes() == (on_sample[0] / ALL[name]).read_bytes()


def test_coefficients_serve_as_values(run, on_sample, tmp_path):
    from carbon_zones.core.scheme.defaults import DEFAULTS

    layers, values = [sample(year) for year in YEARS], str(DEFAULTS / "coefficients.csv")
    run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path, ("TOTALS",)))
    assert totals(tmp_path) == totals(on_sample[0])


def test_what_becomes_of_a_density_is_no_value(run, on_sample, tmp_path):
    """Coefficients with curves for some of the classes, which a ledger takes."""
    table = write_csv(
        tmp_path / "coefficients.csv",
        "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_curve,soil_p1,u95_soil_pct\n"
        "arable,82.11,5,ipcc,30,\nforest,92.67,15.5,,,20\ngrass,88.35,6.398,,,\n",
    )
    layers = [sample(year) for year in YEARS]
    run("classvalues", LAYERS=layers, VALUES=table, **paths(tmp_path, ("TOTALS",)))
    assert totals(tmp_path) == totals(on_sample[0])
    told = "these columns are of Mine carbon ledger and no values: soil_curve, soil_p1, u95_soil"
    assert any(told in line for line in run.feedback.infos)


def test_published_contributions(run, tmp_path):
    """ChinaXiv 201809.00013, tables 3 to 5, a cell a square kilometre."""
    data = json.loads((DATA / "contributions.json").read_text(encoding="utf-8"))
    matrix = np.array(data["matrix_1995_2000"])
    pairs = [np.indices(matrix.shape)[axis].ravel() + 1 for axis in (0, 1)]
    cells = [np.repeat(one, matrix.ravel()) for one in pairs]
    width = 200
    short = -cells[0].size % width
    # Not to be taken for classes of the scheme, which would bring their own names.
    names = {number: f"{key}_" for number, key in enumerate(data["classes"], 1)}
    layers = [
        write_raster(
            tmp_path / f"region_{year}.tif",
            np.pad(own, (0, short)).reshape(-1, width),
            nodata=0,
            cell=(1000, 1000),
            names=names,
        )
        for year, own in zip((1995, 2000), cells)
    ]
    rows = "\n".join(f"{key}_,{value}" for key, value in data["value_per_area"].items())
    values = write_csv(tmp_path / "index.csv", f"class,index\n{rows}")
    results = run("classvalues", LAYERS=layers, VALUES=values, **paths(tmp_path, TABLES))
    assert results["TOTAL_AREA_HA"] == matrix.sum() * 100
    found = {
        f"{r['from_class'][:-1]}>{r['to_class'][:-1]}": float(r["contribution_pct"] or 0)
        for r in read_csv(tmp_path / "contributions.csv")
    }
    printed = data["contribution_pct_1995_2000"]
    off = [pair for pair, share in printed.items() if abs(found[pair] - share) > 0.06]
    assert len(printed) - len(off) == 17
    # The two that do not fit the matrix printed beside them.
    assert off == ["arable>grass", "grass>arable"]
    other = str(tmp_path / "of_change_analysis.csv")
    run("changeanalysis", LAYERS=layers, VALUES=values, CONTRIBUTIONS=other)
    assert read_csv(other) == read_csv(tmp_path / "contributions.csv")
    # Its index of a date is that of all land by area.
    for year in ("1995", "2000"):
        own = fsum(t for (y, _, _), t in totals(tmp_path).items() if y == year)
        assert own / results["TOTAL_AREA_HA"] == pytest.approx(data["index"][year], abs=2e-3)


# --- in the application --------------------------------------------------------------------------


def test_rasters_of_the_dates_are_to_be_loaded(run, tmp_path):
    run.project = QgsProject()
    layers = [sample(year) for year in YEARS]
    run("classvalues", LAYERS=layers, **paths(tmp_path, ("DENSITY_FOLDER",)))
    details = run.context.layersToLoadOnCompletion()
    assert {one.name for one in details.values()} == {
        f"soil_tc_per_ha per ha, {year}" for year in YEARS
    }


def test_as_a_step_of_a_model(run, on_sample, tmp_path):
    given = {"LAYERS": [sample(year) for year in YEARS], **paths(tmp_path)}
    run(as_step("classvalues", given))
    for name in TABLES:
        assert (tmp_path / ALL[name]).read_bytes() == (on_sample[0] / ALL[name]).read_bytes()
    assert (
        read_raster(tmp_path / "change_map.tif") == read_raster(on_sample[0] / "change_map.tif")
    ).all()


def test_a_run_that_asks_for_no_output(run, tmp_path):
    results = run("classvalues", LAYERS=[sample("1986"), sample("2018")])
    assert results["TOTAL_AREA_HA"] == pytest.approx(51729.3)
    assert not {"TOTALS", "CHANGES", "DENSITY_FOLDER", "CHANGE_MAP"} & set(results)
