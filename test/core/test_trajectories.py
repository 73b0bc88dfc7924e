"""Trajectories, numbers of changes and last changes: against plain loops over the cells."""

import math
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from osgeo import gdal

from carbon_zones.core.base.dates import Date, create_periods, get_date_values
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.results import trajectories
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.trajectories import (
    ChangeCountRaster,
    LastChangeRaster,
    TrajectoryRows,
    areas_by_change_count,
    change_count_checks,
    change_count_rows,
    class_columns,
    last_change_checks,
    last_change_notes,
    trajectory_checks,
    trajectory_fields,
)
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.test.core.histories import NAMES, lands, series_by_hand
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import attribute_table, dated, examples, inputs, memory_folder
from carbon_zones.test.helpers import read_raster, write_raster

ORDER = [NAMES[value] for value in sorted(NAMES)]


def counted(folder, land, out, drafts):
    """The count of random land, with both rasters: dates, table, census, series, rasters."""
    writer = RasterWriter(land.open(folder), drafts)
    series, spans = writer.series, create_periods(writer.series.dates)
    counter = CombinationCounter(series)
    times = ChangeCountRaster(writer, out / "times.tif", spans[-1])
    last = LastChangeRaster(writer, out / "last.tif", spans[-1])
    cells = max(1, series.window.cell_count // land.pieces)
    census = count_series(series, spans, [counter, times, last], workers=land.workers, cells=cells)
    return series, counter.table, census, times, last


@examples(150)
@given(land=lands())
def test_tables_and_rasters_equal_a_plain_loop_over_cells(tmp_path_factory, land):
    out = tmp_path_factory.mktemp("rasters")
    cells, areas = Counter(), defaultdict(list)
    by_times, times_areas = Counter(), defaultdict(list)
    rows, columns = land.dates[0].shape
    times = [[255] * columns for _ in range(rows)]
    last = [[0] * columns for _ in range(rows)]
    with memory_folder() as folder, Drafts() as drafts:
        series, table, census, *rasters = counted(folder, land, out, drafts)
        hectares = land.hectares(series)
        for (row, column), values in land.cells.items():
            names, area = tuple(NAMES[value] for value in values), float(hectares[row, column])
            changes = 0
            for place in range(1, len(values)):
                if values[place] != values[place - 1]:
                    changes += 1
                    last[row][column] = land.years[place]
            times[row][column] = changes
            cells[names] += 1
            areas[names].append(area)
            by_times[changes] += 1
            times_areas[changes].append(area)
        dates, span = series.dates, "span"
        made = TrajectoryRows(table, class_columns(dates), series.classes)
        counts = change_count_rows(table)
        raise_failed_check(
            [
                *trajectory_checks(table, census, dates, span),
                *change_count_checks(table, counts, span, rasters[0]),
                *last_change_checks(table, dates, span, rasters[1]),
            ]
        )
        drafts.commit_drafts()

    # The trajectories.
    assert [name for name, _ in trajectory_fields(class_columns(dates))] == list(made[0])
    keys = [f"class_{year}" for year in land.labels]
    found = {tuple(row[key] for key in keys): row for row in made}
    assert {names: row["cells"] for names, row in found.items()} == cells
    assert len(found) == len(made)
    assert (made[-1], made[:2]) == (list(made)[-1], list(made)[:2])
    total = math.fsum(area for own in areas.values() for area in own)
    for names, row in found.items():
        area = math.fsum(areas[names])
        assert row["area_ha"] == pytest.approx(area, rel=1e-12)
        assert row["share_pct"] == pytest.approx(100 * area / total, rel=1e-12)
        assert row["times_changed"] == sum(a != b for a, b in zip(names, names[1:]))
    order = [(-row["area_ha"], [ORDER.index(row[key]) for key in keys]) for row in made]
    assert order == sorted(order)

    # The numbers of changes.
    assert {row["times_changed"]: row["cells"] for row in counts} == by_times
    assert [row["times_changed"] for row in counts] == sorted(by_times)
    for row in counts:
        area = math.fsum(times_areas[row["times_changed"]])
        assert row["area_ha"] == pytest.approx(area, rel=1e-12)
        assert row["share_pct"] == pytest.approx(100 * area / total, rel=1e-12)
    often = math.fsum(a for n, own in times_areas.items() if n >= 2 for a in own)
    wanted = [math.fsum(times_areas[0]), math.fsum(times_areas[1]), often]
    assert areas_by_change_count(counts) == pytest.approx(wanted, rel=1e-12)

    # The rasters.
    assert read_raster(out / "times.tif").tolist() == times
    assert read_raster(out / "last.tif").tolist() == last
    for row in attribute_table(out / "times.tif"):
        assert int(row["Cells"]) == by_times[int(row["Value"])]
        assert row["Name"] == row["Value"]
        area = math.fsum(times_areas[int(row["Value"])])
        assert float(row["Hectares"]) == pytest.approx(area, rel=1e-9)
        assert float(row["Share_pct"]) == pytest.approx(100 * area / total, rel=1e-9, abs=1e-9)
    written = Counter(value for own in last for value in own)
    rows = attribute_table(out / "last.tif")
    assert [row["Value"] for row in rows] == land.labels[1:]
    assert {int(row["Value"]): int(row["Cells"]) for row in rows} == {
        year: written[year] for year in land.years[1:]
    }


@pytest.mark.parametrize(
    ("years", "columns", "values"),
    [
        (("1986", "2000", "2018"), ["class_1986", "class_2000", "class_2018"], [1986, 2000, 2018]),
        # One year is missing: places for all.
        (("1986", "", "2018"), ["class_1", "class_2", "class_3"], [1, 2, 3]),
        (("", "", ""), ["class_1", "class_2", "class_3"], [1, 2, 3]),
        # Two layers of one year.
        (
            ("1986", "1986", "2000"),
            ["class_1986", "class_1986 2", "class_2000"],
            [1986, 1986, 2000],
        ),
        # Zones of periods are called by them, and a raster cannot hold one.
        (("1986-2000", "2000-2018"), ["class_1986-2000", "class_2000-2018"], [1, 2]),
    ],
)
def test_columns_and_values_of_dates(years, columns, values):
    dates = [Date(year, f"layer {n}") for n, year in enumerate(years)]
    assert class_columns(dates) == columns
    assert get_date_values(dates) == values


def test_dates_without_years_are_told_by_their_numbers():
    dates = [Date("", "old"), Date("", "middle"), Date("2018", "new")]
    notes = last_change_notes(dates)
    (warning,) = notes.warnings
    assert has(warning, "LAST_CHANGED contains date indices", "1 old, 2 middle, 3 2018.")
    assert last_change_notes(dated("land_1990", "land_2000")).warnings == []


def hand(folder, *histories, years=(1990, 2000, 2010, 2020)):
    """The count of cells of a hectare with these values by date."""
    series = series_by_hand(folder, histories, [f"land_{year}" for year in years])
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    return series, combinations.table, census


def test_pairs_of_300_classes_close(tmp_path):
    """They are more than a number of 16 bits tells apart."""
    cells = np.random.default_rng(300).integers(1, 301, (2, 40, 50)).astype(np.uint16)
    files = [
        write_raster(tmp_path / f"land_{year}.tif", values, dtype=np.uint16)
        for year, values in zip((1990, 2000), cells)
    ]
    series = open_series(inputs(*files), "planimetric")
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    raise_failed_check(trajectory_checks(combinations.table, census, series.dates, "span"))


def test_a_raster_that_holds_something_else_does_not_close(tmp_path):
    """Or the checks could not fail."""
    series, table, census = hand(tmp_path, (1, 5, 5, 1), (2, 2, 2, 2))
    writer, span = RasterWriter(series, Drafts()), create_periods(series.dates)[-1]
    times = ChangeCountRaster(writer, tmp_path / "times.tif", span)
    last = LastChangeRaster(writer, tmp_path / "last.tif", span)
    counts = change_count_rows(table)

    def unmet(checks) -> str:
        return refused(raise_failed_check, checks)

    def of_table() -> str:
        return unmet(trajectory_checks(table, census, series.dates, "span"))

    found = unmet(change_count_checks(table, counts, "span", times))
    assert "TIMES_CHANGED: cells with value 0 = cells in table" in found
    found = unmet(last_change_checks(table, series.dates, "span", last))
    assert "LAST_CHANGED: cells with value 2020 = cells in table" in found
    counts["area_ha"][0] += 0.5
    found = unmet(change_count_checks(table, counts, "span", None))
    assert "sum of areas by number of changes = total area" in found
    table.cells[0] += 1
    assert "sum of trajectory cells = valid cells" in of_table()
    table.cells[0] -= 1
    table.classes[0, 1] = 0
    assert "class areas of 2000" in of_table()


def test_two_dates_swapped_over_all_land_do_not_close(tmp_path):
    """The classes of every date are right, and the pairs are not."""
    series, table, census = hand(tmp_path, (1, 2, 1, 1), (2, 1, 1, 1))
    table.classes[:, 1] = table.classes[::-1, 1]
    checks = trajectory_checks(table, census, series.dates, "span")
    assert "1990-2000, trajectory totals equal to the matrix, cells" in refused(
        raise_failed_check, checks
    )


def test_more_changes_than_a_byte_can_tell_are_refused(tmp_path):
    series, _, _ = hand(tmp_path, (1, 5, 5, 1))
    whole = replace(series, rasters=series.rasters * 64)
    span = create_periods(series.dates)[-1]
    said = refused(ChangeCountRaster, RasterWriter(whole, Drafts()), tmp_path / "times.tif", span)
    assert has(said, "TIMES_CHANGED", "256 dates", "254 changes")
    fewer = replace(series, rasters=whole.rasters[:255])
    with Drafts() as drafts:
        ChangeCountRaster(RasterWriter(fewer, drafts), tmp_path / "times.tif", span)


def test_rows_are_made_piece_by_piece(tmp_path, monkeypatch):
    """All of them are there, in order, wherever the pieces end."""
    series, table, _ = hand(tmp_path, *((a, b, 1, 1) for a in range(1, 10) for b in range(1, 10)))
    rows = TrajectoryRows(table, class_columns(series.dates), series.classes)
    whole = [rows[place] for place in range(len(rows))]
    for size in (1, 7, 80, 81, 1000):
        monkeypatch.setattr(trajectories, "ROW_CHUNK_SIZE", size)
        assert list(rows) == whole
    assert len(whole) == 81


def test_rasters_say_what_they_are(tmp_path):
    series, *_ = hand(tmp_path, (1, 5, 5, 1), (2, 2, 2, 2))
    with Drafts() as drafts:
        writer, span = RasterWriter(series, drafts), create_periods(series.dates)[-1]
        made = [
            ChangeCountRaster(writer, tmp_path / "times.tif", span),
            LastChangeRaster(writer, tmp_path / "last.tif", span),
        ]
        count_series(series, create_periods(series.dates), made)
        drafts.commit_drafts()
    with gdal.ExceptionMgr(useExceptions=True):
        files = [gdal.Open(str(tmp_path / name)) for name in ("times.tif", "last.tif")]
        times, last = (file.GetRasterBand(1) for file in files)
    assert (times.DataType, times.GetNoDataValue()) == (gdal.GDT_Byte, 255)
    assert (last.DataType, last.GetNoDataValue()) == (gdal.GDT_UInt16, 0)
    assert times.GetDescription() == "Number of class changes, 1990-2020"
    assert last.GetDescription() == "Last change, 1990-2020"
    assert times.GetColorTable().GetColorEntry(0)[:3] == (0xE6, 0xE8, 0xE2)
    assert times.GetColorTable().GetColorEntry(3)[:3] == (0xB3, 0x00, 0x00)
    assert times.GetCategoryNames() == ["0", "1", "2", "3"]
    assert last.GetColorTable() is None
    assert np.array(read_raster(tmp_path / "last.tif")).tolist() == [[2020, 0]]
