"""Values of a raster by class: how they are counted, and how cut.  On any grid, scaled, and with
holes: test_chronosequence.py. The extremes of a raster of values, and in which cells, against a
sort of all cells; which of them usually mean no data, and which stand apart."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.messages import DataError, Notes, RunCancelledError
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.scan import scan_series
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.zonal_statistics import (
    ValueExtremes,
    ZonalStatistics,
    check_undeclared_nodata,
    class_kinds,
)
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.support import examples, memory_folder, texts
from carbon_zones.test.helpers import ORIGIN, write_raster

CLASSES = [LandClass(v, f"c{v}", f"C{v}", "sink") for v in (1, 2, 3)]
NODATA = 255


def measured(land, values: RasterInput, cells: int = 200, workers: int = 2):
    """The moments by class key; the pass cut into small blocks."""
    source = RasterInput(str(land), "land", nodata=(NODATA,))
    series = open_series([source], "planimetric", [(c.value, c) for c in CLASSES])
    consumer = ZonalStatistics(series, values, class_kinds, Notes())
    count_series(series, [], [consumer], cells=cells, workers=workers)
    held = {series.classes[n].key: moments for (n,), moments in consumer.moments.items()}
    return {key: (m.cells, m.cells_without_value, m.statistics) for key, m in held.items()}


def assert_same(found, expected):
    assert found.keys() == expected.keys()
    for key, (cells, without, numbers) in expected.items():
        assert found[key][:2] == (cells, without)
        for one, number in zip(found[key][2], numbers):
            assert one is number is None or one == pytest.approx(number, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("kind", ["i2", "f4"])
def test_ranges_of_no_data_are_no_values_with_both_ends(tmp_path, kind):
    """As a layer's properties have them; whole numbers are counted, others sorted."""
    land = np.array([[1, 1, 1, 1, 1, 2, 2, 2]], np.uint8)
    values = np.array([[4, 5, 7, 9, 10, 9, 8, -3]], kind)
    write_raster(tmp_path / "land.tif", land)
    write_raster(tmp_path / "v.tif", values, dtype=kind)
    ranges = ((5.0, 9.0), (-np.inf, -3.0))
    source = RasterInput(str(tmp_path / "v.tif"), "v", nodata_ranges=ranges)
    found = measured(tmp_path / "land.tif", source)
    assert_same(found, {"c1": (5, 3, (7, 18**0.5, 4, 10)), "c2": (3, 3, (None,) * 4)})


@pytest.mark.parametrize("scale", [1.0, -0.5])
@pytest.mark.parametrize(
    ("kind", "span", "least"),
    [("i2", 5, -2), ("u2", 300, 40_000), ("i2", 30_000, -15_000), ("u8", 300, 2**63)],
)
def test_whole_numbers_close_together(tmp_path, kind, span, least, scale):
    """Counted one by one: in few places, in many, and in more than 16 bits tell apart."""
    rng = np.random.default_rng(3)
    land = rng.choice([1, 2, 3], (400, 400)).astype(np.uint8)
    values = rng.integers(0, span, land.shape).astype(kind) + np.dtype(kind).type(least)
    seen = rng.random(land.shape) < 0.9
    write_raster(tmp_path / "land.tif", land)
    write_raster(tmp_path / "v.tif", values, dtype=kind)
    with gdal.Open(str(tmp_path / "v.tif"), gdal.GA_Update) as file:
        file.GetRasterBand(1).SetScale(scale)
        file.CreateMaskBand(gdal.GMF_PER_DATASET)
        file.GetRasterBand(1).GetMaskBand().WriteArray(seen * np.uint8(255))
    source = RasterInput(str(tmp_path / "v.tif"), "v")
    found = measured(tmp_path / "land.tif", source, cells=1 << 20)
    for number in (1, 2, 3):
        held = values[(land == number) & seen] * scale
        cells, without, numbers = found[f"c{number}"]
        assert (cells, cells - without) == ((land == number).sum(), held.size)
        expected = held.mean(), held.std(ddof=1), held.min(), held.max()
        assert numbers == pytest.approx(expected, rel=1e-12)


def test_classes_that_nobody_lists_are_told_as_tables_list_them(tmp_path):
    land = np.array([[9, 9, 9, 9], [7, 7, 7, 7], [9, 4, 7, 4]], np.uint8)
    write_raster(tmp_path / "land.tif", land, options=("BLOCKYSIZE=1",))
    write_raster(tmp_path / "v.tif", 10 * land)
    series = open_series([RasterInput(str(tmp_path / "land.tif"), "land")], "planimetric")
    source = RasterInput(str(tmp_path / "v.tif"), "v")
    consumer = ZonalStatistics(series, source, class_kinds, Notes())
    count_series(series, [], [consumer], cells=4, workers=1)
    means = {series.classes[n].value: moments.mean for (n,), moments in consumer.moments.items()}
    assert means == {4: 40, 7: 70, 9: 90}


@examples(40)
@given(seed=st.integers(0, 2**31), kind=st.sampled_from(["i2", "f4"]), cells=st.sampled_from([40]))
def test_in_blocks_as_in_all_cells(seed, kind, cells):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(2, 25, 2))
    land = rng.choice([0, 1, 2], shape)
    land.flat[:2] = 1, 2
    values = rng.choice([-9999, -7, 3, 4, 50, 51, 900], shape).astype(kind)
    values.flat[:2] = 3
    if kind == "f4":
        values[rng.random(shape) < 0.2] = rng.choice([np.nan, np.inf])
        values.flat[:2] = 3
    with memory_folder() as folder:
        write_raster(f"{folder}/land.tif", land, nodata=0)
        write_raster(f"{folder}/values.tif", values, dtype=kind, nodata=4)
        series = open_series([RasterInput(f"{folder}/land.tif", "land")], "planimetric")
        source = RasterInput(f"{folder}/values.tif", "v", nodata=(-9999.0,))
        measured = ZonalStatistics(series, source, class_kinds, Notes())
        count_series(series, [], [measured], cells=cells)
        for asked in (None, [1]):
            found = ValueExtremes(measured, 0, asked, -5, 50)
            scan_series(series, [found], cells=cells)
            is_land = land > 0
            if asked:
                is_land = land == series.classes[1].value
            held = Counter(values[is_land & ~np.isin(values, (-9999, 4))].tolist())
            held = Counter({n: times for n, times in held.items() if n == n})
            numbers = sorted(held)
            assert found.cells == {n: held[n] for n in numbers[:2] + numbers[-2:]}
            assert found.min_and_max == [numbers[0], numbers[-1]]
            beyond = sum(times for n, times in held.items() if not -5 <= n <= 50)
            assert found.beyond == beyond


def test_a_number_is_written_in_the_digits_of_its_type(tmp_path):
    least = np.finfo("f4").min
    for kind, number, text in (
        ("f4", float(least), "-3.4028235e+38"),
        ("f4", float(np.float32(0.1)), "0.1"),
        ("f8", -9999.0, "-9999"),
        ("i2", -32768, "-32768"),
    ):
        land = write_raster(tmp_path / "land.tif", [[1]])
        series = open_series([RasterInput(land, "land")], "planimetric")
        source = RasterInput(write_raster(tmp_path / "v.tif", [[1]], dtype=kind), "v")
        assert (
            ValueExtremes(ZonalStatistics(series, source, class_kinds, Notes())).format_value(
                number
            )
            == text
        )


def test_what_lies_beyond_the_edge_has_no_number(tmp_path):
    land = write_raster(tmp_path / "land.tif", [[1, 1, 1, 1]])
    there = (ORIGIN[0] + 60, ORIGIN[1])
    values = write_raster(tmp_path / "values.tif", [[7, 9]], dtype="f4", origin=there)
    series = open_series([RasterInput(land, "land")], "planimetric")
    found = ValueExtremes(ZonalStatistics(series, RasterInput(values, "v"), class_kinds, Notes()))
    scan_series(series, [found])
    assert found.cells == {7: 1, 9: 1}


def looked_at(values, kind, nodata=(), cells=1 << 20, progress=lambda part: True) -> list[str]:
    """The warnings of a raster of values on land of four classes; DataError for a mark."""
    values = np.atleast_2d(np.asarray(values, kind))
    land = np.arange(1, 5)[np.arange(values.size).reshape(values.shape) * 7 // 3 % 4]
    with memory_folder() as folder:
        series = open_series(
            [RasterInput(write_raster(f"{folder}/land.tif", land), "land")], "planimetric"
        )
        path = write_raster(f"{folder}/v.tif", values, dtype=kind)
        measured = ZonalStatistics(
            series, RasterInput(path, "v", nodata=nodata), class_kinds, Notes()
        )
        count_series(series, [], [measured], cells=cells)
        there, parts = ValueExtremes(measured), measured.moments.values()
        return texts(check_undeclared_nodata(there, parts, series, "VALUE_NODATA", progress))


INT32, UINT32 = -(2**31), 2**32 - 1
ADDED = [
    *(("i1", -128), ("i4", INT32), ("f4", INT32), ("f8", INT32), ("u4", UINT32), ("u1", 255)),
    *((kind, -1e10) for kind in ("f4", "f8")),
    *((kind, -99999) for kind in ("i4", "f4", "f8")),
    *((kind, -999) for kind in ("i2", "i4", "f4", "f8")),
    *((kind, 9999) for kind in ("i2", "u2", "i4", "u4", "f4", "f8")),
]


@pytest.mark.parametrize(("kind", "mark"), ADDED)
@pytest.mark.parametrize("times", [1, 1500])
def test_an_added_mark_is_refused_at_any_count(kind, mark, times):
    """Once in 3,000 cells too; given it is no data, and with nan it is a value."""
    values = np.random.default_rng(times).integers(0, 90, 3000)
    values = np.r_[values[:-times], [mark] * times].reshape(50, 60)
    words = rf"v: value \S+ \(cells: {times:,}\) may be undeclared NoData; set VALUE_NODATA"
    with pytest.raises(DataError, match=words) as caught:
        looked_at(values, kind, cells=400)
    shown = str(caught.value).split(" value ")[1].split(" (")[0]
    assert np.dtype(kind).type(float(shown)) == mark
    for settled in ((float(shown),), (float("nan"),)):
        assert looked_at(values, kind, settled) == []


@pytest.mark.parametrize(("kind", "mark"), [case for case in ADDED if case[1] > 0])
def test_a_mark_above_all_is_a_value_beside_0_alone_and_beside_what_is_above_half_of_it(kind, mark):
    assert looked_at([0, 0, mark, mark], kind) == looked_at([mark] * 4, kind) == []
    assert looked_at([0, 3, mark // 2 + 1, mark], kind) == []
    with pytest.raises(DataError, match="may be undeclared NoData"):
        looked_at([0, 3, mark // 2, mark], kind)


@pytest.mark.parametrize(
    ("kind", "values", "end", "beside"),
    [
        ("f4", [4000, 3, 5, 0.5], "4000", "5"),
        ("i2", [-1, 0, 40, 12], "-1", "0"),
        ("f4", [-1, 0.05, 0.4, 0.9], "-1", "0.05"),
        ("i2", [-1500, 40, 12, 7], "-1500", "7"),
        ("i2", [-901, 0, 12, 7], "-901", "0"),
        ("f8", [-60, -5, -2, 7], "-60", "-5"),
    ],
)
def test_what_stands_apart_is_a_warning(kind, values, end, beside):
    (message,) = looked_at(values, kind)
    words = f"v: value {end} (cells: 1) is more than 10 times the next value ({beside});"
    assert message.startswith(words)
    assert message.endswith(f"if it means NoData, set VALUE_NODATA to {end}.")
    assert looked_at(values, kind, (float("nan"),)) == []


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("i2", [-3, 0, 40, 12]),  # loss, elevation
        ("f4", [-900, 0, 4, 7]),
        ("f4", [50, 5, 2, 0]),  # not more than 10 times
        ("i2", [-1, 0, 1, 1]),
        ("u1", [0, 0, 0, 255]),
        ("i2", [-2, -1, 0, 100]),
        ("f4", [-1, 0.1, 0.4, 0.9]),
    ],
)
def test_what_may_well_be_a_value_does_not_stand_apart(kind, values):
    assert looked_at(values, kind) == []


@pytest.mark.parametrize(("times", "told"), [(2, 0), (3, 1)])
def test_an_extreme_stands_apart_from_a_thousandth_of_the_cells_on(times, told):
    values = np.r_[[500] * times, np.random.default_rng(1).uniform(1, 40, 3000 - times)]
    assert len(looked_at(values.reshape(50, 60), "f4", cells=400)) == told


@pytest.mark.parametrize(("row", "blocks"), [(0, 0), (-1, 1)])
def test_a_pass_ends_when_nothing_is_open_and_can_be_cancelled(row, blocks):
    """Land of all classes reaches 100, and a number of 99 settles that it does not stand apart."""
    values, parts = np.full((1300, 1300), 100), []
    values[:, ::3] = 0
    values[row, :2] = 99

    def progress(part: float) -> bool:
        parts.append(part)
        return True

    assert looked_at(values, "f4", progress=progress) == []
    assert len(parts) == blocks
    if blocks:
        with pytest.raises(RunCancelledError):
            looked_at(values, "f4", progress=lambda part: False)


SHAPE = (50, 60)


def ndvi(rng):
    """-1 to 1, with a -1 that stands alone; in reals, and as files scale it."""
    index = np.clip(rng.normal(0.35, 0.25, SHAPE), -0.98, 0.98)
    index[3, 4] = -1
    bare = np.where(index > 0, index, 0.02)
    bare[7, 7] = -1
    return [
        ("f4", index),
        ("f8", bare),
        ("i2", (index * 10_000).round()),
        ("i1", (index * 100).round()),
        ("u1", (index * 100 + 100).round()),
        ("f4", np.where(index < 0.1, -1, index)),
        ("u1", np.clip(index * 127.5 + 127.5, 0, 255).round()),
    ]


def tree_cover(rng):
    cover = rng.integers(0, 101, SHAPE)
    cover[:20] = rng.choice([0, 100], (20, 60))
    return [
        ("u1", cover),
        ("u1", np.where(cover > 60, 100, 0)),
        ("u1", np.where(cover > 95, cover, 0)),
        ("i1", cover),
        ("f4", cover / 100),
        ("u2", cover * 100),
    ]


def biomass(rng):
    """Many zeros, and one tree that is larger than all."""
    stock = np.where(rng.random(SHAPE) < 0.8, 0, rng.lognormal(3.5, 0.8, SHAPE))
    giant = stock.copy()
    giant[1, 1] = 5000
    return [
        ("f4", stock),
        ("f8", np.where(stock > 30, stock, 0)),
        ("u2", (stock * 10).round()),
        ("i2", stock.round()),
        ("f4", giant),
        ("u1", np.minimum(stock, 250).round()),
    ]


def elevation(rng):
    slope = np.linspace(0, 1, 3000).reshape(SHAPE) + rng.normal(0, 0.01, SHAPE)
    polder = np.maximum(slope * 40, 0).round()
    polder[:2] = -3
    return [
        ("i2", (slope * 400 - 430).round()),
        ("i2", (slope * 5500 - 28).round()),
        ("f4", slope * 30 - 2),
        ("i2", (slope * 6000 - 6500).round()),
        ("i2", polder),
        ("f4", slope * 9000 - 400),
    ]


def mask(rng):
    land = rng.integers(0, 2, SHAPE)
    return [
        ("u1", land * 255),
        ("u1", land),
        ("i2", -land),
        ("u1", np.full(SHAPE, 255)),
        ("u1", np.full(SHAPE, 0)),
        ("f4", land * 255),
        ("i2", rng.integers(-1, 2, SHAPE)),
        ("u1", rng.integers(0, 256, SHAPE)),
    ]


REAL = [
    pytest.param(kind, values, id=f"{made.__name__}-{n}")
    for made in (ndvi, tree_cover, biomass, elevation, mask)
    for n, (kind, values) in enumerate(made(np.random.default_rng(7)))
]


@pytest.mark.parametrize(("kind", "values"), REAL)
def test_rasters_without_a_mark_are_taken_as_they_are(kind, values):
    assert len(REAL) >= 30
    assert looked_at(values, kind, cells=700) == []
