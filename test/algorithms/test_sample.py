"""The synthetic mine: what the output tables and rasters must hold, from the paper's numbers."""

from __future__ import annotations

import csv
from collections import Counter

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from carbon_zones.test.helpers import ROOT, YEARS, read_csv, read_raster, sample
from carbon_zones.test.paper import CELL_HA, CELLS, LOSSES, PERIODS, SPAN, ZONE_SHARES

ZONE_NAMES = {
    1: "Carbon sink invariant area",
    2: "Carbon sink enhancement area",
    3: "Low-carbon optimization area",
    4: "Carbon emission control area",
    5: "Unassigned",
}

ARABLE, FOREST, GRASS, URBAN, RURAL, TRANSPORT = 1, 2, 3, 4, 5, 6
PIT, STRIPPING, DUMP, INDUSTRIAL, WATER = 7, 8, 9, 10, 11

# The 42 conversions of the paper's Table 1, line by line.
TABLE_1 = {
    1: [(ARABLE, ARABLE), (FOREST, FOREST), (GRASS, GRASS)],
    2: [
        *[(PIT, ARABLE), (PIT, FOREST), (PIT, GRASS)],
        *[(STRIPPING, ARABLE), (STRIPPING, FOREST), (STRIPPING, GRASS)],
        *[(DUMP, ARABLE), (DUMP, FOREST), (DUMP, GRASS)],
        *[(INDUSTRIAL, ARABLE), (INDUSTRIAL, FOREST), (INDUSTRIAL, GRASS)],
        *[(ARABLE, FOREST), (GRASS, FOREST)],
    ],
    3: [
        *[(ARABLE, URBAN), (ARABLE, RURAL), (ARABLE, TRANSPORT), (ARABLE, WATER)],
        *[(FOREST, URBAN), (FOREST, RURAL), (FOREST, TRANSPORT), (FOREST, WATER)],
        *[(GRASS, URBAN), (GRASS, RURAL), (GRASS, TRANSPORT), (GRASS, WATER)],
        (GRASS, ARABLE),
    ],
    4: [
        *[(ARABLE, PIT), (ARABLE, STRIPPING), (ARABLE, DUMP), (ARABLE, INDUSTRIAL)],
        *[(FOREST, PIT), (FOREST, STRIPPING), (FOREST, DUMP), (FOREST, INDUSTRIAL)],
        *[(GRASS, PIT), (GRASS, STRIPPING), (GRASS, DUMP), (GRASS, INDUSTRIAL)],
    ],
}


def zone_of(source: int, target: int) -> int:
    """The paper's zone of a conversion, 5 where Table 1 does not have it."""
    return next((zone for zone, pairs in TABLE_1.items() if (source, target) in pairs), 5)


def printed_matrix(period: str) -> dict:
    """Cells by (from, to) value, of the matrix worked out from the trajectories."""
    name = f"transition_{period.replace('-', '_')}.csv"
    with open(ROOT / "test" / "core" / "data" / name, newline="") as file:
        rows = list(csv.reader(file))[1:12]
    return {
        (source, target): int(cells)
        for source, row in enumerate(rows, 1)
        for target, cells in enumerate(row[1:12], 1)
        if int(cells)
    }


def decimals(text: str) -> int:
    return len(text.partition(".")[2])


@pytest.fixture
def tables(sample_study):
    """The rows of a table of the study, by its name."""
    folder, _ = sample_study
    return lambda name: read_csv(folder / f"{name}.csv")


@pytest.mark.parametrize("period", PERIODS)
def test_zone_shares_are_the_printed_ones(tables, period):
    rows = [row for row in tables("zone_shares") if row["period"] == period]
    assert [(int(row["zone"]), row["zone_name"]) for row in rows] == list(ZONE_NAMES.items())
    for row, printed in zip(rows, ZONE_SHARES[period]):
        assert f"{float(row['share_pct']):.{decimals(printed)}f}" == printed, row["zone_name"]
    assert sum(float(row["share_pct"]) for row in rows) == pytest.approx(100, abs=1e-9)
    assert sum(int(row["cells"]) for row in rows) == CELLS


@pytest.mark.parametrize("period", LOSSES)
def test_losses_are_the_printed_ones(tables, period):
    rows = [row for row in tables("losses") if row["period"] == period]
    assert sum(float(row["total_loss_tc"]) for row in rows) == pytest.approx(
        LOSSES[period], abs=0.05
    )


def test_losses_over_the_span_by_cell_of_the_matrix(tables):
    """Every row from the matrix and the paper's densities, in plain arithmetic."""
    densities = {1: ("82.11", "5"), 2: ("92.67", "15.5"), 3: ("88.35", "6.398")}
    names = {1: "Arable land", 2: "Forestland", 3: "Grassland"}
    mines = {7: "Open pit", 8: "Stripping land", 9: "Dump", 10: "Industrial land"}
    matrix = printed_matrix(SPAN)
    found = {
        (row["from_class"], row["to_class"]): row
        for row in tables("losses")
        if row["period"] == SPAN
    }
    expected = [(s, t) for s in names for t in mines if (s, t) in matrix]
    assert set(found) == {(names[s], mines[t]) for s, t in expected}
    for source, target in expected:
        row = found[names[source], mines[target]]
        soil, vegetation = (float(text) for text in densities[source])
        hectares = matrix[source, target] * CELL_HA
        assert float(row["area_ha"]) == pytest.approx(hectares)
        assert (float(row["soil_tc_per_ha"]), float(row["vegetation_tc_per_ha"])) == (
            soil,
            vegetation,
        )
        assert float(row["soil_loss_tc"]) == pytest.approx(hectares * soil)
        assert float(row["vegetation_loss_tc"]) == pytest.approx(hectares * vegetation)
        assert float(row["total_loss_tc"]) == pytest.approx(hectares * (soil + vegetation))
        assert float(row["total_loss_tco2"]) == pytest.approx(
            hectares * (soil + vegetation) * 44 / 12
        )


def test_carbon_dioxide_over_the_span(tables, sample_study):
    rows = [row for row in tables("losses") if row["period"] == SPAN]
    total = sum(float(row["total_loss_tco2"]) for row in rows)
    assert total == pytest.approx(2_386_454.6, abs=0.05)
    assert sample_study[1]["TOTAL_LOSS_TCO2"] == pytest.approx(2_386_454.6, abs=0.05)
    assert sample_study[1]["TOTAL_LOSS_TC"] == pytest.approx(LOSSES[SPAN], abs=0.05)
    assert sample_study[1]["OCCUPIED_AREA_HA"] == pytest.approx(
        4482.54 + 963.45 + 1648.17, abs=0.005
    )


@pytest.mark.parametrize("period", [*PERIODS, SPAN])
def test_matrices_cell_for_cell(tables, period):
    found = {
        (int(row["from_value"]), int(row["to_value"])): int(row["cells"])
        for row in tables("transfers")
        if row["period"] == period
    }
    assert found == printed_matrix(period)


def test_percentages_of_the_transfers(tables):
    """Every percentage against sums over the printed matrix."""
    for row in tables("transfers"):
        matrix = printed_matrix(row["period"])
        source, target = int(row["from_value"]), int(row["to_value"])
        cells = matrix[source, target]
        total = sum(matrix.values())
        before = sum(n for (s, _), n in matrix.items() if s == source)
        after = sum(n for (_, t), n in matrix.items() if t == target)
        stays = matrix.get((source, source), 0)
        assert float(row["area_ha"]) == pytest.approx(cells * CELL_HA)
        assert float(row["pct_of_total"]) == pytest.approx(100 * cells / total)
        assert float(row["pct_of_from"]) == pytest.approx(100 * cells / before)
        assert float(row["pct_of_to"]) == pytest.approx(100 * cells / after)
        if source == target:
            assert row["pct_of_out"] == ""
        else:
            assert float(row["pct_of_out"]) == pytest.approx(100 * cells / (before - stays))


def test_what_a_period_ends_with_the_next_begins_with(tables):
    ends, begins = Counter(), Counter()
    for row in tables("transfers"):
        if row["period"] != SPAN:
            begins[row["period"], row["from_class"]] += int(row["cells"])
            ends[row["period"], row["to_class"]] += int(row["cells"])
    classes = {name for _, name in ends}
    assert len(classes) == 11
    for earlier, later in zip(PERIODS, PERIODS[1:]):
        for name in classes:
            assert ends[earlier, name] == begins[later, name]


def test_class_areas_are_those_of_the_rasters(tables):
    rows = tables("areas")
    assert [row["year"] for row in rows[::11]] == list(YEARS)
    before = None
    for year in YEARS:
        counts = np.bincount(read_raster(sample(year)).ravel(), minlength=12)
        own = [row for row in rows if row["year"] == year]
        assert [int(row["value"]) for row in own] == list(range(1, 12))
        for row in own:
            cells = int(counts[int(row["value"])])
            assert int(row["cells"]) == cells
            assert float(row["area_ha"]) == pytest.approx(cells * CELL_HA)
            assert float(row["share_pct"]) == pytest.approx(100 * cells / (CELLS))
            if before is None:
                assert (row["change_ha"], row["change_points"]) == ("", "")
            else:
                change = cells - int(before[int(row["value"])])
                assert float(row["change_ha"]) == pytest.approx(change * CELL_HA)
                assert float(row["change_points"]) == pytest.approx(100 * change / (CELLS))
        before = counts


def test_every_closure_row_is_ok(tables, sample_study):
    rows = tables("closure")
    assert len(rows) == sample_study[1]["CLOSURE_CHECKS"] > 20
    assert {row["period"] for row in rows} >= {*PERIODS, SPAN}
    for row in rows:
        assert row["ok"] in ("1", "true"), row
        assert float(row["difference"]) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("period", PERIODS)
def test_zone_raster_is_the_look_up_of_table_1(sample_study, period):
    folder, _ = sample_study
    table = np.full((12, 12), 5, np.uint8)
    for zone, pairs in TABLE_1.items():
        for source, target in pairs:
            table[source, target] = zone
    assert (table[1:, 1:] != 5).sum() == 42
    earlier, later = (read_raster(sample(year)) for year in period.split("-"))
    found = read_raster(folder / f"zones_{period.replace('-', '_')}.tif")
    np.testing.assert_array_equal(found, table[earlier, later])


@pytest.mark.parametrize("period", PERIODS)
def test_zone_raster_lies_on_the_cells_of_the_sample(sample_study, period):
    folder, _ = sample_study
    with gdal.ExceptionMgr(useExceptions=True):
        zones = gdal.Open(str(folder / f"zones_{period.replace('-', '_')}.tif"))
        land = gdal.Open(sample("1986"))
    assert zones.GetGeoTransform() == land.GetGeoTransform()
    assert zones.GetSpatialRef().IsSame(land.GetSpatialRef())
    assert (zones.RasterXSize, zones.RasterYSize) == (735, 782)
    assert zones.GetRasterBand(1).GetNoDataValue() == 0
    assert zones.GetRasterBand(1).DataType == gdal.GDT_Byte


@pytest.mark.parametrize("period", PERIODS)
def test_zone_raster_is_labelled_and_coloured_by_itself(sample_study, period):
    folder, _ = sample_study
    layer = QgsRasterLayer(str(folder / f"zones_{period.replace('-', '_')}.tif"))
    assert layer.renderer().type() == "paletted"
    labels = {int(entry.value): entry.label for entry in layer.renderer().classes()}
    colours = {int(entry.value): entry.color.name() for entry in layer.renderer().classes()}
    assert {zone: labels[zone] for zone in ZONE_NAMES} == ZONE_NAMES
    default = {
        int(row["zone"]): row["colour"]
        for row in read_csv(ROOT / "resources" / "schemes" / "coal_mine" / "zones.csv")
    }
    assert {zone: colours[zone] for zone in ZONE_NAMES} == default
    assert layer.dataProvider().sourceHasNoDataValue(1)
    assert layer.dataProvider().sourceNoDataValue(1) == 0


@pytest.mark.parametrize("period", PERIODS)
def test_zone_raster_counts_its_own_cells(sample_study, tables, period):
    """Attribute table, zone share table and cells say the same."""
    folder, _ = sample_study
    path = folder / f"zones_{period.replace('-', '_')}.tif"
    counts = np.bincount(read_raster(path).ravel(), minlength=6)
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(path))
        attributes = dataset.GetRasterBand(1).GetDefaultRAT()
        columns = {attributes.GetNameOfCol(n): n for n in range(attributes.GetColumnCount())}
        by_zone = {
            attributes.GetValueAsInt(row, columns["Value"]): row
            for row in range(attributes.GetRowCount())
        }
        for row in tables("zone_shares"):
            if row["period"] != period:
                continue
            zone = int(row["zone"])
            place = by_zone[zone]
            assert int(row["cells"]) == counts[zone]
            assert attributes.GetValueAsDouble(place, columns["Cells"]) == counts[zone]
            assert attributes.GetValueAsDouble(place, columns["Hectares"]) == pytest.approx(
                counts[zone] * CELL_HA
            )
            assert attributes.GetValueAsString(place, columns["Name"]) == ZONE_NAMES[zone]


@pytest.mark.parametrize(("earlier", "later"), [("1986", "2000"), ("1986", "2018")])
def test_the_pair_algorithms_agree_with_the_study(run, tables, tmp_path, earlier, later):
    """One cube: matrix, zones and losses of a pair are those of the study."""
    period = f"{earlier}-{later}"
    pair = {"EARLIER": sample(earlier), "LATER": sample(later)}
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    run(
        "zonereclassification",
        **pair,
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES=str(tmp_path / "zone_shares.csv"),
    )
    run("carbonloss", **pair, LOSSES=str(tmp_path / "losses.csv"))
    for name in ("transfers", "zone_shares", "losses"):
        own = [row for row in tables(name) if row["period"] == period]
        assert read_csv(tmp_path / f"{name}.csv") == own


def test_zone_rasters_of_the_pair_and_of_the_study_are_the_same(run, sample_study, tmp_path):
    folder, _ = sample_study
    run(
        "zonereclassification",
        EARLIER=sample("2000"),
        LATER=sample("2009"),
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
    )
    np.testing.assert_array_equal(
        read_raster(tmp_path / "zones.tif"), read_raster(folder / "zones_2000_2009.tif")
    )


def test_conversions_raster_is_labelled_and_holds_from_and_to(run, tmp_path):
    path = tmp_path / "conversions.tif"
    run(
        "transfermatrix",
        EARLIER=sample("1986"),
        LATER=sample("2018"),
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(path),
    )
    found = read_raster(path)
    earlier, later = (read_raster(sample(year)).astype(int) for year in ("1986", "2018"))
    np.testing.assert_array_equal(found, earlier * 1000 + later)
    layer = QgsRasterLayer(str(path))
    assert layer.renderer().type() == "paletted"
    labels = {int(entry.value): entry.label for entry in layer.renderer().classes()}
    expected = {
        int(row["from_value"]) * 1000 + int(row["to_value"]): (
            row["from_class"],
            row["to_class"],
        )
        for row in read_csv(tmp_path / "transfers.csv")
    }
    assert set(labels) == set(expected)
    for value, (source, target) in expected.items():
        assert source in labels[value]
        assert target in labels[value]
        assert labels[value].startswith(source)
    assert len({entry.color.name() for entry in layer.renderer().classes()}) > 30


def test_loss_density_is_the_density_of_each_lost_cell(run, tmp_path):
    path = tmp_path / "density.tif"
    run(
        "carbonloss",
        EARLIER=sample("1986"),
        LATER=sample("2000"),
        LOSSES="TEMPORARY_OUTPUT",
        LOSS_DENSITY=str(path),
    )
    earlier, later = (read_raster(sample(year)) for year in ("1986", "2000"))
    density = np.array([0, 87.11, 108.17, 94.748, *[0] * 8])
    expected = np.where((later >= PIT) & (later <= INDUSTRIAL), density[earlier], 0)
    np.testing.assert_array_equal(read_raster(path), expected)
    assert float(read_raster(path).sum(dtype=float) * CELL_HA) == pytest.approx(
        LOSSES["1986-2000"], abs=0.1
    )


def unassigned_2009_2018(run, tmp_path) -> list[dict]:
    run(
        "zonereclassification",
        EARLIER=sample("2009"),
        LATER=sample("2018"),
        ZONES="TEMPORARY_OUTPUT",
        ZONE_SHARES="TEMPORARY_OUTPUT",
        UNASSIGNED=str(tmp_path / "unassigned.csv"),
    )
    return read_csv(tmp_path / "unassigned.csv")


def test_unassigned_lists_what_table_1_does_not_name(run, tmp_path):
    rows = unassigned_2009_2018(run, tmp_path)
    found = {(int(row["from_value"]), int(row["to_value"])): int(row["cells"]) for row in rows}
    assert found == {
        pair: cells for pair, cells in printed_matrix("2009-2018").items() if zone_of(*pair) == 5
    }
    cells = [int(row["cells"]) for row in rows]
    assert cells == sorted(cells, reverse=True)
    assert sum(float(row["share_pct"]) for row in rows) == pytest.approx(18.6, abs=0.05)


def test_unassigned_by_kind(run, tmp_path):
    """Section 'Zones': the kinds that the 79 conversions fall into."""
    sinks, built = (ARABLE, FOREST, GRASS), (URBAN, RURAL, TRANSPORT)
    mines, density = (
        (PIT, STRIPPING, DUMP, INDUSTRIAL),
        {ARABLE: 87.11, FOREST: 108.17, GRASS: 94.7},
    )
    for row in unassigned_2009_2018(run, tmp_path):
        source, target = int(row["from_value"]), int(row["to_value"])
        if source in sinks:
            richer = density[target] > density[source]
            expected = "sink to a richer sink" if richer else "sink to a poorer sink"
        elif source in mines:
            expected = "mine to another mine class" if target in mines else "mine to built"
            expected = "mine to water" if target == WATER else expected
            expected = "mine unchanged" if target == source else expected
        else:
            group = "built" if source in built else "water"
            expected = f"{group} unchanged" if target == source else f"{group} to another class"
        assert row["kind"] == expected
