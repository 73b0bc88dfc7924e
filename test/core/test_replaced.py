"""Polygons put into rasters, against a plain loop over the cells and what the new files say."""

from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Date
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import RunCancelledError
from carbon_zones.core.raster.source import read_legend
from carbon_zones.core.results.burned_polygons import (
    burn_polygons,
    replaced_checks,
    replaced_notes,
    replaced_rows,
)
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.strata import ClassPolygon, ClassPolygons
from carbon_zones.core.scheme.classes import LandClass, read_classes
from carbon_zones.core.scheme.defaults import load_shipped_legend
from carbon_zones.test.core.passes import (
    PART,
    open_case,
    polygons,
    rectangle,
    side,
    strata_by_loop,
    wkb,
)
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, inputs, memory_folder, share, table
from carbon_zones.test.helpers import read_raster, write_raster

YEARS = ("1990", "2000", "2010", "2020")


def legend_of(path) -> tuple[dict, dict, float, np.dtype]:
    """Names and colours by value, no data and type of a file's band."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        band = dataset.GetRasterBand(1)
        legend = read_legend(band)
        cells = band.ReadAsArray()
        return legend.names, legend.colours, band.GetNoDataValue(), cells.dtype


class Put:
    """A run on some rasters, its files and what it told."""

    def __init__(self, series, folder, shapes, language="", progress=lambda part: True, **options):
        self.census = count_series(series, [], **options)
        self.polygons = ClassPolygons(series, self.census, shapes, "POLYGONS 'p'", language)
        self.paths = [f"{folder}/new{n}.tif" for n in range(len(series.rasters))]
        with Drafts() as drafts:
            self.rasters = burn_polygons(
                RasterWriter(series, drafts), self.paths, self.polygons, progress
            )
            drafts.commit_drafts()
        self.rows = [
            (r["year"], r["from_class"], r["to_class"], r["cells"], r["area_ha"])
            for r in replaced_rows(self.rasters, self.polygons)
        ]
        self.checks = replaced_checks(self.rasters, self.census)
        raise_failed_check(self.checks)
        notes = replaced_notes(self.rasters, self.polygons, series, "POLYGONS 'p'")
        self.notices, self.warnings = map(str, notes.notices), map(str, notes.warnings)
        self.notices, self.warnings = list(self.notices), list(self.warnings)

    def cells(self, date: int) -> list:
        return read_raster(self.paths[date]).tolist()


def test_every_cell_is_what_a_plain_loop_makes_of_it(tmp_path_factory):
    ways = Counter()

    @examples(150)
    @given(
        case=cases(most_dates=3, most_pieces=8),
        place=st.sampled_from(["metres", "degrees"]),
        data=st.data(),
    )
    def check(case, place, data):
        out = tmp_path_factory.mktemp("out")
        # Several values may be one class; values that the table lacks are called by themselves.
        names = data.draw(
            st.dictionaries(st.sampled_from(case.values or [0]), st.sampled_from("abc"))
        ) or {1: "a"}
        entries = [(value, LandClass(value, key, key.upper())) for value, key in names.items()]
        texts = ["a", "B", "pit", "open_pit", str(data.draw(st.sampled_from(case.values or [0])))]
        with memory_folder() as folder:
            series = open_case(case, folder, place, entries)
            for n, raster in enumerate(series.rasters):
                series.rasters[n] = replace(
                    raster, source=replace(raster.source, date=Date(YEARS[n], f"l{n}"))
                )
            grid, window = series.grid, case.window
            drawn = data.draw(polygons(grid, most=4, least=1))
            year = st.sampled_from([None, 1990, 1995, 2000, 2010])
            years = [(data.draw(year), data.draw(year)) for _ in drawn]
            said = [data.draw(st.sampled_from(texts)) for _ in drawn]
            shapes = [
                ClassPolygon(n, wkb(grid, rings), text, *both)
                for n, ((_, rings), text, both) in enumerate(zip(drawn, said, years))
            ]
            masked = data.draw(st.booleans())
            places = strata_by_loop(window, drawn)
            assume(not any(cell is None for row in places for cell in row))
            inside = [[True] * window.width for _ in range(window.height)]
            if masked and drawn:
                series.mask = CellMask([wkb(grid, rings) for _, rings in drawn[:1]], grid)
                first = strata_by_loop(window, drawn[:1])
                inside = [[times > 0 for _, times in row] for row in first]
            held = [
                [[v if ok else None for v, ok in zip(*both)] for both in zip(rows, inside)]
                for rows in (date.keys(window, {}) for date in case.dates)
            ]
            if not any(None not in cell for row in zip(*held) for cell in zip(*row)):
                ways["nothing valid"] += 1
                return
            options = {"workers": case.workers, "cells": case.cells_per_block}
            if any(means_no_data(text, names, case.dates, held) for text in said):
                assert "is NoData in date" in refused(Put, series, out, shapes, **options)
                ways["refused"] += 1
                return
            put = Put(series, out, data.draw(st.permutations(shapes)), **options)
        ways["done"] += 1
        expected_rows: dict = defaultdict(int)
        for n, rows in enumerate(held):
            told, _, nodata, _ = legend_of(put.paths[n])
            found = put.cells(n)
            order = sorted(
                (p for p in range(len(shapes)) if shapes[p].is_valid_at_date(Date(YEARS[n], ""))),
                key=lambda p: (-(shapes[p].first or -9999), p),
            )
            overlapping = 0
            for y, row in enumerate(rows):
                for x, value in enumerate(row):
                    centre = (
                        (window.column + x) * PART + PART // 2,
                        (window.row + y) * PART + PART // 2,
                    )
                    over = [p for p in order if side(*centre, drawn[p][1])]
                    overlapping += len(over) > 1 and inside[y][x]
                    if value is None:
                        assert found[y][x] == nodata
                        continue
                    was = names.get(value, str(value))
                    now = meant(said[over[0]], names) if over else was
                    if now == was:
                        assert found[y][x] == value
                    else:
                        assert named(found[y][x], told) == shown(now, names)
                        expected_rows[YEARS[n], shown(was, names), shown(now, names)] += 1
            assert put.rasters[n].overlapping == overlapping
        assert {row[:3]: row[3] for row in put.rows} == expected_rows
        ways["replaced" if expected_rows else "unchanged"] += 1

    check()
    assert ways["replaced"] > share(5), ways


def means_no_data(text: str, names: dict, dates: list, held: list) -> bool:
    """Whether a text is a value that is no class at any date, and that a date leaves out."""
    if not text.lstrip("-").isdigit():
        return False
    value = int(text)
    is_named = value in names and not all(date.left_out(value) for date in dates)
    occurs = any(value in row for rows in held for row in rows)
    return not is_named and not occurs and any(date.left_out(value) for date in dates)


def meant(text: str, names: dict) -> str:
    """What a text means: key of the class table, value, class of the paper, or its own word."""
    if text.lstrip("-").isdigit():
        return names.get(int(text), text)
    return text.casefold() if text.casefold() in names.values() else text


def shown(key: str, names: dict) -> str:
    if key == "open_pit":
        return "Open pit"
    return key.upper() if key in names.values() else key


def named(value: int, names: dict) -> str:
    return names.get(value, str(value))


@pytest.fixture
def clcd(tmp_path):
    """Three dates of CLCD without names: cropland left, forest in the middle, bare land right."""
    cells = np.repeat([[1, 1, 2, 2, 7, 7]], 4, axis=0)
    cells[0, 0] = 0
    paths = [write_raster(tmp_path / f"clcd_{year}.tif", cells) for year in YEARS[:3]]
    return lambda: open_series(inputs(*paths), "planimetric", shipped=load_shipped_legend("clcd"))


def test_a_series_of_clcd_with_mines(clcd, tmp_path):
    series = clcd()
    shapes = [
        ClassPolygon(1, rectangle(series.grid, 1, 0, 4, 2), "Open pit", 2000, 2000),
        ClassPolygon(2, rectangle(series.grid, 3, 1, 6, 4), "Waste dumping site", 2000),
        ClassPolygon(3, rectangle(series.grid, 0, 0, 2, 1), "forest", 2010),
    ]
    put = Put(series, tmp_path, shapes)
    assert [row[:4] for row in put.rows] == [
        ("2000", "Arable land", "Open pit", 2),
        ("2000", "Forestland", "Open pit", 4),
        ("2000", "Forestland", "Dump", 2),
        ("2000", "Bare land", "Dump", 6),
        ("2010", "Arable land", "Forestland", 1),
        ("2010", "Forestland", "Dump", 3),
        ("2010", "Bare land", "Dump", 6),
    ]
    assert [row[4] for row in put.rows] == pytest.approx([0.09 * row[3] for row in put.rows])
    assert [raster.overlapping for raster in put.rasters] == [0, 1, 0]
    assert [raster.hidden for raster in put.rasters] == [0, 0, 1]
    names, colours, nodata, dtype = legend_of(put.paths[1])
    of_product = {1: "Arable land", 2: "Forestland", 7: "Bare land"}
    assert names == {**of_product, 101: "Open pit", 102: "Dump"}
    assert (colours[101], colours[102], colours[1]) == ("#403048", "#808394", "#fae39c")
    assert (nodata, dtype) == (0, np.uint8)
    # The classes of the polygons stand in every legend, so that all dates have names.
    assert legend_of(put.paths[0])[0] == names
    assert put.warnings == []
    for notice, words in zip(
        put.notices,
        (
            ("clcd_1990: 0 cells reclassified", "(0.00 ha); 0 cells already"),
            ("clcd_2000: 14 cells reclassified", "(1.26 ha); 0 cells already"),
            ("clcd_2000", "more than one polygon: 1; "),
            ("clcd_2010: 10 cells reclassified", "(0.90 ha); 0 cells already"),
            ("clcd_2010: 1 NoData cells inside polygons"),
            ("'Open pit'", "value 101"),
            ("'Dump'", "value 102"),
        ),
    ):
        assert has(notice, *words)
    assert len(put.notices) == 7


def test_what_a_class_is_called_by_decides_not_its_value(tmp_path):
    """A legend with two values of forest; an unclassified value; a class of the table."""
    text = "value,class,name,group\n 11,f,Forest,sink\n 12,f,Forest,sink\n 7,pit,Our pit,mine"
    entries = read_classes(table("CLASSES", text))
    path = write_raster(tmp_path / "a_2000.tif", [[11, 12, 7, 9]])
    series = open_series(inputs(path), "planimetric", entries)
    whole = rectangle(series.grid, 0, 0, 4, 1)
    for said, cells in (
        *(("forest", [11, 12, 11, 11]), ("12", [11, 12, 11, 11]), ("Our pit", [7] * 4)),
        *(("9", [9] * 4), ("13", [13] * 4), ("open_pit", [101] * 4), ("Slag", [101] * 4)),
    ):
        series = open_series(inputs(path), "planimetric", entries)
        folder = tmp_path / said
        folder.mkdir()
        put = Put(series, folder, [ClassPolygon(1, whole, said)])
        assert put.cells(0) == [cells], said
        names, *_ = legend_of(put.paths[0])
        assert names.get(9) is None
        assert names.get(101) == {"open_pit": "Open pit", "Slag": "Slag"}.get(said)
        assert len(put.warnings) == (cells[0] in (101, 13))
        for warning in put.warnings:
            assert has(warning, f"CLASSES: no row for value {cells[0]} ('", names.get(101, "13"))


def test_a_class_gets_the_first_value_that_no_layer_has(tmp_path):
    one = write_raster(tmp_path / "a_1990.tif", [[101, 1]], names={1: "Field"})
    other = write_raster(tmp_path / "b_2000.tif", [[1, 102]], nodata=102, names={103: "Wood"})
    series = open_series(inputs(one, other), "planimetric")
    whole = rectangle(series.grid, 0, 0, 2, 1)
    put = Put(
        series, tmp_path, [ClassPolygon(1, whole, "dump", 2000), ClassPolygon(2, whole, "open_pit")]
    )
    # Nobody names 101 but a cell holds it, 102 means no data, 103 is another class.
    assert put.cells(0) == [[104, 104]]
    assert put.cells(1) == [[105, 102]]


def test_a_value_that_is_given_is_kept_for_it(tmp_path):
    path = write_raster(tmp_path / "a_1990.tif", [[1, 1]])
    series = open_series(inputs(path), "planimetric")
    left, right = rectangle(series.grid, 0, 0, 1, 1), rectangle(series.grid, 1, 0, 2, 1)
    put = Put(series, tmp_path, [ClassPolygon(1, left, "Slag"), ClassPolygon(2, right, "101")])
    assert put.cells(0) == [[102, 101]]


def test_dates_that_code_their_classes_otherwise(tmp_path):
    """A class has the value that each date gives it; one that a date lacks that of another."""
    one = write_raster(tmp_path / "a_1990.tif", [[1, 1, 2]], names={1: "Field", 2: "Pit"})
    other = write_raster(tmp_path / "b_2000.tif", [[2, 2, 3]], names={2: "Field", 3: "Wood"})
    third = write_raster(tmp_path / "c_2010.tif", [[9, 9, 9]], names={9: "Wood"})
    series = open_series(inputs(one, other, third), "planimetric")
    first = rectangle(series.grid, 0, 0, 1, 1)
    put = Put(series, tmp_path, [ClassPolygon(1, first, "Pit")])
    assert put.cells(0) == [[2, 1, 2]]
    # 2 is Field there.
    assert put.cells(1) == [[101, 2, 3]]
    assert put.cells(2) == [[2, 9, 9]]
    assert [legend_of(path)[0] for path in put.paths] == [
        {1: "Field", 2: "Pit"},
        {2: "Field", 3: "Wood", 101: "Pit"},
        {2: "Pit", 9: "Wood"},
    ]
    # Two classes that have one value at different dates do not get it both at a third.
    series = open_series(inputs(one, other, third), "planimetric")
    second = rectangle(series.grid, 1, 0, 2, 1)
    folder = tmp_path / "two"
    folder.mkdir()
    put = Put(series, folder, [ClassPolygon(1, first, "Pit"), ClassPolygon(2, second, "Field")])
    names = legend_of(put.paths[2])[0]
    assert [named(value, names) for value in put.cells(2)[0]] == ["Pit", "Field", "Wood"]


@pytest.mark.parametrize(
    ("dtype", "values", "nodata", "new"),
    [
        (np.uint8, [1, 2], None, np.uint8),
        (np.float32, [1, 2], -9999, np.uint8),
        (np.int32, [1, 300], None, np.uint16),
        (np.int16, [-5, 2], -32768, np.int16),
        (np.int64, [3_000_000_000, 2], 0, np.uint32),
        (np.int64, [-3_000_000_000, 2], 0, np.int64),
        (np.uint16, [255, 0], None, np.uint16),
    ],
)
def test_the_smallest_type_that_holds_all(tmp_path, dtype, values, nodata, new):
    path = write_raster(tmp_path / "a_1990.tif", [values], dtype=dtype, nodata=nodata)
    series = open_series(inputs(path), "planimetric")
    put = Put(series, tmp_path, [ClassPolygon(1, rectangle(series.grid, 0, 0, 1, 1), "open_pit")])
    names, colours, kept, made = legend_of(put.paths[0])
    assert made == new
    assert put.cells(0) == [[101, values[1]]]
    assert kept not in (101, *values)
    assert names == {101: "Open pit"}
    assert colours[101] == "#403048"


def test_names_in_chinese(clcd, tmp_path):
    series = clcd()
    shapes = [ClassPolygon(1, rectangle(series.grid, 0, 0, 6, 4), "Open pit")]
    assert legend_of(Put(series, tmp_path, shapes, "zh_CN").paths[0])[0][101] == "露天采场"


def test_polygons_that_change_nothing_are_told(clcd, tmp_path):
    series = clcd()
    shapes = [
        ClassPolygon(1, rectangle(series.grid, 2, 0, 4, 4), "forest"),
        ClassPolygon(2, rectangle(series.grid, 0, 0, 6, 4), "open_pit", 2050),
    ]
    put = Put(series, tmp_path, shapes)
    (warning,) = put.warnings
    assert has(warning, "POLYGONS 'p': no cell")
    assert put.notices[0].endswith(
        ": 0 cells reclassified by polygons (0.00 ha); 8 cells already had the class."
    )


def test_a_text_that_means_no_data_is_refused(clcd, tmp_path):
    series = clcd()
    shapes = [ClassPolygon(3, rectangle(series.grid, 0, 0, 1, 1), "0")]
    said = refused(Put, series, tmp_path, shapes)
    assert has(said, "POLYGONS 'p', feature 3: ", "value 0 is NoData in clcd_1990")


def test_a_run_that_is_stopped_leaves_nothing(clcd, tmp_path):
    series = clcd()
    (tmp_path / "out").mkdir()
    with pytest.raises(RunCancelledError):
        Put(series, tmp_path / "out", [], progress=lambda part: part < 0.5)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_cell_that_was_lost_on_the_way_is_found(clcd, tmp_path):
    series = clcd()
    put = Put(series, tmp_path, [ClassPolygon(1, rectangle(series.grid, 0, 0, 6, 4), "open_pit")])
    first, second = (raster.land for raster in put.rasters[:2])
    second[0] = second[0]._replace(cells=second[0].cells - 1)
    put.rasters[2].written -= 1
    first[0] = first[0]._replace(hectares=first[0].hectares + 0.5)
    failed = [
        (c.period, c.check_text) for c in replaced_checks(put.rasters, put.census) if not c.is_met
    ]
    assert failed == [
        ("1990", "area before burning polygons = area counted"),
        ("2000", "cells by class before burning polygons = cells by class counted"),
        ("2010", "cells with data in the output raster = valid cells"),
    ]
