"""Years of change in the pass: against a plain loop over cells; what is said of them, and ages."""

from collections import defaultdict
from contextlib import nullcontext

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.ledger.stocks import (
    AgeRule,
    CarbonByClass,
    PoolByClass,
    Trajectories,
    simulate_carbon,
)
from carbon_zones.core.mine.annual_areas import annual_rows, change_year_notes
from carbon_zones.core.mine.mined_land import (
    MinedLand,
    make_change_detector,
    read_history,
    uses_by_class,
)
from carbon_zones.core.mine.reclamation import create_mine_rasters
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan import change_years
from carbon_zones.core.scan.change_years import ChangeYears, YearRaster
from carbon_zones.core.scan.consumer import BlockConsumer
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series import open_series, sample_windows
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes, LandClass, UnknownNames
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.recovery_curves import LinearRecovery
from carbon_zones.core.scheme.table import ALL_LABEL
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import (
    assert_says,
    attribute_table,
    examples,
    inputs,
    memory_folder,
    table,
    words,
    writing,
)
from carbon_zones.test.core.years_oracle import year_of
from carbon_zones.test.helpers import read_raster, write_raster

YEARS = (1990, 2000, 2009, 2020)
SINKS, MINES = (1, 2), (5, 6)
GROUPS = {1: "sink", 2: "sink", 5: "mine", 6: "mine", 8: "built"}
ENTRIES = [(v, LandClass(v, f"c{v}", f"C{v}", group)) for v, group in GROUPS.items()]
MINE = DisturbingClasses(("mine",))
# Type, nodata and offset of a raster of years: stored numbers are years less the offset.
KINDS = (
    (np.uint8, None, 1980),
    (np.uint16, 65535, 0),
    (np.int16, -5, 2000),
    (np.int32, -1, 0),
    (np.float32, -9999, 0),
)


def stored_years(rng, shape, size: int, kind) -> np.ndarray:
    """Patches of years in a type, about the dates, with holes of all kinds."""
    dtype, nodata, offset = kind
    coarse = rng.integers(1985, 2026, (shape[0] // size + 1, shape[1] // size + 1)) - offset
    cells = np.kron(coarse, np.ones((size, size), int))[: shape[0], : shape[1]].astype(dtype)
    cells[rng.random(shape) < 0.1] = 0
    if nodata is not None:
        cells[rng.random(shape) < 0.1] = nodata
    if dtype == np.float32:
        cells[rng.random(shape) < 0.1] += 0.5
        cells[rng.random(shape) < 0.1] = np.nan
    return cells


def codes_of(history, years) -> tuple[int, int]:
    """What the plain loop gives a cell of these values and years: each a year, 1 outside, or 0."""
    taken, back = [], []
    for n, (before, after) in enumerate(zip(history, history[1:])):
        span = YEARS[n], YEARS[n + 1]
        if before not in MINES and after in MINES:
            taken.append(span)
        if before not in SINKS and after in SINKS and any(v in MINES for v in history[: n + 1]):
            back.append(span)
    return tuple(
        (year if any(a < year <= b for a, b in spans) else 1) if year is not None and spans else 0
        for year, spans in zip(years, (taken, back))
    )


class Cells(BlockConsumer):
    """The years of the cells, as those who ask a block for cells get them."""

    def __init__(self, shape):
        self.years = np.zeros((2, *shape), int)
        self.positions = 0

    def process_block(self, block):
        years = block.years if block.years is not None else np.zeros((2, block.cells.size), int)
        chosen = years.any(axis=0)
        return [block.expand_to_cells(own) for own in years], block.cell_positions(chosen).size

    def merge_block(self, window, part):
        years, positions = part
        rows = slice(window.row, window.row + window.height)
        columns = slice(window.column, window.column + window.width)
        self.years[:, rows, columns] = years
        self.positions += positions


def open_land(folder, dates, cell=(32.0, 32.0), origin=(0.0, 0.0), epsg=32649, entries=None, **own):
    place = {"cell": cell, "origin": origin, "epsg": epsg, **own}
    paths = [write_raster(f"{folder}/land_{y}.tif", a, **place) for y, a in zip(YEARS, dates)]
    return open_series(inputs(*paths), "auto", entries or ENTRIES)


def with_years(series, folder, stored: dict) -> ChangeYears:
    """Rasters of years on a series: number of the raster, its cells and kind."""
    rasters = [None, None]
    for n, (cells, (dtype, nodata, offset)) in stored.items():
        place = series.rasters[0].grid.transform
        path = write_raster(
            f"{folder}/years_{n}.tif",
            cells,
            dtype=dtype,
            nodata=nodata,
            cell=(place[1], -place[5]),
            origin=(place[0], place[3]),
            epsg=4326 if place[1] < 1 else 32649,
        )
        raster = series.align_raster(RasterInput(path, f"years {n}"), Notes(), of_values=True)
        windows = sample_windows(series.window)
        codes = series.namings[0].class_indices
        rasters[n] = YearRaster.from_raster(raster, offset, series.dates, windows, codes)
    series.years = ChangeYears(rasters, series.dates, series.area, make_change_detector(MINE))
    return series.years


@given(
    st.integers(0, 10**6),
    st.sampled_from([1, 4, 15]),
    st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)),
    st.sampled_from(list(PLACES)),
    st.sampled_from([{0, 1}, {0}, {1}]),
    st.sampled_from([1 << 20, 8]),
)
@example(1, 1, (KINDS[0], KINDS[4]), "degrees", {0, 1}, 8)
@example(2, 15, (KINDS[1], KINDS[2]), "metres", {0, 1}, 1 << 20)
@examples(60)
def test_cells_have_the_years_of_a_plain_loop(seed, size, kinds, place, given_ones, bins):
    rng = np.random.default_rng(seed)
    shape = int(rng.integers(1, 40)), int(rng.integers(1, 60))
    values = np.array([0, *GROUPS, 5, 1])
    coarse = (len(YEARS), shape[0] // size + 1, shape[1] // size + 1)
    dates = [np.kron(a, np.ones((size, size), int)) for a in rng.choice(values, coarse)]
    dates = [a[: shape[0], : shape[1]] for a in dates]
    dates[0][0, 0] = 1
    for a in dates[1:]:
        a[0, 0] = 1
    stored = {n: (stored_years(rng, shape, size, kinds[n]), kinds[n]) for n in given_ones}
    epsg, origin, cell = PLACES[place]
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(change_years, "MAX_BINS", bins)
        for n, a in enumerate(dates):
            dates[n] = np.where(a == 0, 255, a)
        paths = [
            write_raster(
                f"{folder}/land_{y}.tif", a, cell=(cell, cell), origin=origin, epsg=epsg, nodata=255
            )
            for y, a in zip(YEARS, dates)
        ]
        series = open_series(inputs(*paths), "auto", ENTRIES)
        with_years(series, folder, stored)
        combinations, cells = CombinationCounter(series), Cells(shape)
        count_series(
            series,
            create_periods(series.dates),
            [combinations, cells],
            workers=int(rng.integers(1, 3)),
            cells=int(rng.choice([64, 1 << 20])),
        )
        areas = np.broadcast_to(series.area.cell_hectares(series.window), shape)
    expected = defaultdict(lambda: [0, 0.0])
    by_cell = np.zeros((2, *shape), int)
    for at in np.ndindex(*shape):
        history = [int(a[at]) for a in dates]
        if 255 in history:
            continue
        years = [
            year_of(float(stored[n][0][at]), *kinds[n][1:]) if n in stored else None for n in (0, 1)
        ]
        by_cell[:, at[0], at[1]] = codes_of(history, years)
        own = expected[(*(f"c{v}" for v in history), *codes_of(history, years))]
        own[0] += 1
        own[1] += float(areas[at])
    found = combinations.table
    keys = [
        (*(series.classes[n].key for n in classes), *years)
        for classes, years in zip(found.classes, found.years.tolist())
    ]
    assert dict(zip(keys, found.cells.tolist())) == {k: v[0] for k, v in expected.items()}
    assert dict(zip(keys, found.hectares.tolist())) == pytest.approx(
        {k: v[1] for k, v in expected.items()}
    )
    assert len(keys) == len(expected)
    assert (cells.years == by_cell).all()
    assert cells.positions == np.count_nonzero(by_cell.any(axis=0))
    merged = found.without_years
    assert merged.cells.sum() == found.cells.sum()
    assert len(np.unique(merged.classes, axis=0)) == len(merged.classes)


def notes_of(folder, year_cells, dates=None, offset=0, dtype=np.uint16, entries=None) -> Notes:
    """What is said of years of disturbance on 20 x 10 cells that were all mined by 2009."""
    shape = np.shape(year_cells)
    land = dates or [np.full(shape, value) for value in (1, 1, 5, 5)]
    series = open_land(folder, land, entries=entries, dtype=np.uint16, nodata=0)
    years = with_years(series, folder, {0: (year_cells, (dtype, None, offset))})
    counter = CombinationCounter(series)
    count_series(series, create_periods(series.dates), [counter])
    return change_year_notes(MinedLand(counter.table, series.dates, series.classes, MINE), years)


@pytest.mark.parametrize(
    ("scale", "base", "offset"), [(0.5, 1980.0, 0), (2.0, -100.0, 2000), (1.0, 10.0, 1970)]
)
def test_years_of_a_band_with_a_scale_and_an_offset(tmp_path, scale, base, offset):
    """Stored numbers by the scale, with the offsets of band and run; 0 is none all the same."""
    stored = np.array([[0, 20, 25, 40, 41]])
    series = open_land(tmp_path, [np.ones_like(stored)] * 4)
    path = write_raster(tmp_path / "years.tif", stored, cell=(32.0, 32.0), origin=(0.0, 0.0))
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.GetRasterBand(1).SetScale(scale)
        dataset.GetRasterBand(1).SetOffset(base)
    raster = series.align_raster(RasterInput(path, "years"), Notes(), of_values=True)
    windows = sample_windows(series.window)
    found = YearRaster.from_raster(raster, offset, series.dates, windows, {})
    years = [float(value) * scale + base + offset for value in stored[0, 1:].tolist()]
    assert found.years.tolist() == [year for year in years if year == int(year)]


def test_land_by_year_is_in_its_year_or_spread_over_the_period():
    """By hand: class before mining where land is disturbed, that at the end where it is given back.

    Codes of years: 0 is not known, and 1 a year outside of the period.
    """
    land = [  # values by date, years of disturbance and recovery, hectares
        ((1, 5, 5), (1995, 0), 12.0),
        ((1, 5, 5), (0, 0), 20.0),
        ((1, 6, 6), (1, 0), 5.0),
        ((2, 2, 5), (0, 0), 8.0),
        ((2, 5, 1), (1993, 2002), 4.0),
        ((5, 2, 2), (0, 0), 6.0),
        ((5, 5, 2), (0, 2001), 3.0),
        ((2, 2, 2), (0, 0), 50.0),
    ]
    values = [v for v, _ in ENTRIES]
    table_of = CombinationTable(
        np.zeros(len(land), np.int64),
        np.array([[values.index(v) for v in own] for own, _, _ in land], np.uint16),
        np.ones(len(land), np.int64),
        np.array([area for _, _, area in land]),
        np.array([years for _, years, _ in land], np.uint16),
    )
    dates = [Date(year, year) for year in ("1990", "2000", "2004")]
    rows = annual_rows(MinedLand(table_of, dates, Classes(c for _, c in ENTRIES), MINE))
    known, spread = defaultdict(float), defaultdict(float)
    for year, name, way, area in (
        *((1995, "C1", "disturbed_ha", 12.0), (1993, "C2", "disturbed_ha", 4.0)),
        *((2002, "C1", "reclaimed_ha", 4.0), (2001, "C2", "reclaimed_ha", 3.0)),
    ):
        known[str(year), name, way] += area
    for years, name, way, area in (
        (range(1991, 2001), "C1", "disturbed", 25.0),
        (range(2001, 2005), "C2", "disturbed", 8.0),
        (range(1991, 2001), "C2", "reclaimed", 6.0),
    ):
        for year in years:
            spread[str(year), name, f"{way}_spread_ha"] += area / len(years)
    sums, seen = defaultdict(float), set()
    for row in rows:
        key = row["year"], row["class"]
        seen.add(key)
        for way in ("disturbed", "reclaimed"):
            names = ("C1", "C2") if row["class"] == ALL_LABEL else (row["class"],)
            of_spread = sum(spread[key[0], name, f"{way}_spread_ha"] for name in names)
            whole = of_spread + sum(known[key[0], name, f"{way}_ha"] for name in names)
            sums[row["class"], way] += whole
            assert row[f"{way}_spread_ha"] == pytest.approx(of_spread), row
            assert row[f"{way}_ha"] == pytest.approx(whole), row
            assert row[f"cumulative_{way}_ha"] == pytest.approx(sums[row["class"], way]), row
    assert seen == {(str(y), c) for y in range(1991, 2005) for c in (ALL_LABEL, "C1", "C2")}


def notes_of_cells(folder, usable: int, outside: int, none: int) -> Notes:
    """The same of a row: so many cells with a year of 2000 to 2009, of others, and none.

    What is never mined has the raster's own first year and last.
    """
    years = np.array([[2005] * usable + [2015] * outside + [0] * none + [2001, 2020]])
    land = [np.full(years.shape, value) for value in (1, 1, 5, 5)]
    for a in land:
        a[0, -2:] = 1
    return notes_of(folder, years, land)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((50, 30, 20), ()),
        ((49, 31, 20), ("49.0 %", "31.0 %", "20.0 %", "2001-2020: ")),
        ((5, 75, 20), ("5.0 %", "75.0 %", "20.0 %")),
        ((0, 79, 20), ()),  # 99 cells
    ],
)
def test_few_usable_years_are_warned_of(tmp_path, cells, said):
    assert_says(notes_of_cells(tmp_path, *cells).warnings, *([said] if said else []))


def test_hardly_any_usable_years_are_refused(tmp_path):
    with pytest.raises(DataError, match=words("years 0", "4.0 %", "76.0 %", "20.0 %")):
        notes_of_cells(tmp_path, 4, 76, 20)


def test_land_of_periods_before_the_first_year_is_not_judged(tmp_path):
    """Years that begin in 2002, as those of a product do, say nothing of land taken by 2009."""
    of_raster = np.where(np.arange(200) < 100, 0, 2002)[None]
    of_raster[0, -1] = 2020
    land = [np.full((1, 200), value) for value in (1, 1, 5, 5)]
    for a in land:
        a[0, 100:] = 1
    assert notes_of(tmp_path, of_raster, land).warnings == []


def spread(values) -> np.ndarray:
    """These values over 20 x 10 cells."""
    return np.resize(values, (10, 20))


HANSEN = range(3, 24)


@pytest.mark.parametrize(
    ("values", "offset", "said"),
    [
        (HANSEN, 0, ("3 to 23", "1990 to 2020", "offset 2000 fits", "DISTURBANCE_YEAR_OFFSET")),
        (HANSEN, 1900, ("3 to 23 with offset 1900", "offset 2000 fits")),
        ([*HANSEN, 255, -9999], 0, ("-9999 to 255", "offset 2000 fits")),
        (range(1991, 2020), 2000, ("1991 to 2019", "offset 0 fits")),
        (range(86, 99), 0, ("86 to 98", "offset 1900 fits")),
        ([20010615, 20190101], 0, ("dates 20010615 to 20190101", "divide by 10,000")),
        ([2001166, 2019001], 0, ("dates 2001166 to 2019001", "divide by 1,000")),
        ([-9, -3], 0, ("values -9 to -3", "1998", "98", "1900", "2000")),
        ([300, 4000], 0, ("values 300 to 4000", "1998", "98", "1900", "2000")),
        ([2001.25, 2018.5, 0], 0, ("fractional values 2001 to 2018", "round them down")),
    ],
)
def test_values_of_another_form_are_refused_with_what_was_read(tmp_path, values, offset, said):
    with pytest.raises(DataError, match=words("years 0", *said)) as refused:
        notes_of(tmp_path, spread(values), offset=offset, dtype=np.float64)
    assert (" fits" in str(refused.value)) == any("fits" in part for part in said)


@pytest.mark.parametrize(
    ("values", "offset"),
    [
        ([1995, 2005, 2015], 0),
        ([*range(1, 24), 255, -9999], 2000),
        ([2005, 20190101], 0),
        ([2005, 2001.25], 0),
    ],
)
def test_years_of_a_period_are_not_refused_for_other_values(tmp_path, values, offset):
    """The land on which nothing changes has them all."""
    land = [spread([1]) for _ in YEARS]
    assert notes_of(tmp_path, spread(values), land, offset, np.float64).warnings == []


def test_calendar_years_of_no_period_are_warned_of(tmp_path):
    notes = notes_of(tmp_path, spread([1950]))
    assert_says(notes.warnings, ("values 1950 to 1950", "1990 to 2020", "check layer", "1998"))
    assert " fits" not in str(notes.warnings[0])


# The classes of unchanged and of mined land, the first two fifths and the rest.
UNCHANGED = np.arange(200).reshape(10, 20) < 80
DUG = [np.where(UNCHANGED, 2, value) for value in (1, 1, 5, 5)]
# The same, with NoData on eight of nine cells.
HOLES = [np.where(spread(range(9)), 0, own) for own in DUG]


@pytest.mark.parametrize(
    ("land", "year_cells", "offset", "is_refused"),
    [
        (DUG, DUG[0], 2000, True),
        (DUG, DUG[3], 2000, True),
        (DUG, DUG[3], 0, True),
        (DUG, np.where(np.arange(200).reshape(10, 20) % 50, DUG[3], 77), 2000, True),
        (HOLES, HOLES[3], 2000, True),
        ([np.where(own == 2, 1, own) for own in DUG], np.where(UNCHANGED, 1, 5), 2000, True),
        # Of another map.
        (DUG, spread([1, 2, 5, 6, 8]), 2000, True),
        # On less than half of the land; and on the mined land alone, dated 2001 and 2002.
        (DUG, np.where(UNCHANGED, 2, 0), 2000, False),
        # On 101 and 100 of 200 cells; on 40 and 39 of the 80 unchanged ones.
        *(
            (
                DUG,
                np.where(
                    np.isin(np.arange(200), [*range(n), *range(80, 80 + m)]).reshape(10, 20),
                    DUG[3],
                    0,
                ),
                2000,
                is_map,
            )
            for n, m, is_map in ((40, 61, True), (40, 60, False), (39, 62, False))
        ),
        (DUG, np.where(UNCHANGED, 0, spread([1, 2])), 2000, False),
        # Of all mined land, in the year with the number of its class before.
        (DUG, np.where(UNCHANGED, 0, 1), 2000, False),
        # Years of all land, some of them the numbers of classes, or all, but of others.
        (DUG, spread(range(1, 24)), 2000, False),
        (DUG, spread([1, 2, 5, 6, 8, 7]), 2000, False),
        (DUG, np.where(UNCHANGED, spread([1, 5, 8, 0]), spread([2, 6, 0])), 2000, False),
        (DUG, spread(range(2001, 2009)), 0, False),
    ],
)
def test_a_map_of_classes_is_refused(tmp_path, land, year_cells, offset, is_refused):
    """The maps have the classes 1, 2, 5, 6 and 8."""
    refused = pytest.raises(DataError, match=words("years 0", "classes of the maps"))
    with refused if is_refused else nullcontext():
        notes_of(tmp_path, year_cells, land, offset)


def test_calendar_years_are_no_classes_of_the_same_numbers(tmp_path):
    """Years from 2001 on, which are classes too, on unchanged land that is all of one of them."""
    entries = [(v, LandClass(v, f"c{v}", f"C{v}", "sink")) for v in range(2001, 2009)]
    land = [np.full((10, 20), 2005) for _ in YEARS]
    assert notes_of(tmp_path, land[0], land, entries=entries + ENTRIES).warnings == []


def test_a_raster_without_a_year_is_warned_of(tmp_path):
    assert_says(notes_of(tmp_path, np.zeros((10, 20), int)).warnings, ("years 0", "no year"))


CLASSES = Classes([land_class for _, land_class in ENTRIES])


def history_of(text: str):
    rows = table("ages.csv", f"year,class,history\n2020,c1,{text}")
    return read_history(
        next(iter(rows)), CLASSES, uses_by_class(list(CLASSES), MINE), UnknownNames()
    )


def test_a_history_keeps_its_years():
    history = history_of("1990 c1; 2000/1995 c5; 2009 c6; 2020/2012 c1")
    assert history.years == YEARS
    assert history.changed == (0, 1995, 0, 2012)
    assert history.age_bounds == (8, 8)
    assert history_of("1990 c1; 2000/1995 c5; 2009 c6; 2020 c1").age_bounds == (0, 11)


@pytest.mark.parametrize(
    "text", ["1990/1985 c1; 2020 c1", "1990 c5; 2020/1990 c1", "1990 c5; 2020/2021 c1"]
)
def test_years_outside_their_period_are_refused(text):
    with pytest.raises(DataError, match=words("history", text)):
        history_of(text)


def test_the_raster_of_ages_has_exact_ages(tmp_path):
    """Reclaimed by 2020 in some year or in the interval 0 to 11, whose middle is 5.5; by 2000 in
    1995, and in the interval 20 to 30, whose middle is as old."""
    land = [[[1, 1, 1, 1, 5, 5]], [[5, 5, 5, 5, 1, 1]], [[5, 5, 5, 5, 1, 1]], [[1, 1, 1, 1, 1, 1]]]
    series = open_land(tmp_path, land)
    stored = np.array([[2012, 2015, 2009, 0, 1995, 0]])
    with_years(series, tmp_path, {1: (stored, (np.uint16, None, 0))})
    span = create_periods(series.dates)[-1]
    combinations = CombinationCounter(series)
    with writing(series) as writer:
        rasters = create_mine_rasters(writer, {"AGE": str(tmp_path / "age.tif")}, span, MINE)
        count_series(series, create_periods(series.dates), [combinations, *rasters.values()])
        mine = MinedLand(combinations.table, series.dates, series.classes, MINE)
        checks = rasters["AGE"].consistency_checks("AGE", mine)
    assert read_raster(tmp_path / "age.tif").tolist() == [[8.0, 5.0, 5.5, 5.5, 25.0, 25.0]]
    assert all(check.is_met for check in checks)
    assert sum(check.expected for check in checks) == 6
    rows = attribute_table(tmp_path / "age.tif")
    legend = [(float(row["Value"]), *list(row.values())[1:3]) for row in rows]
    assert legend == [
        (5, "5 years", "1"),
        (5.5, "0 to 11 years", "2"),
        (8, "8 years", "1"),
        (15.5, "11 to 20 years", "0"),
        (25, "20 to 30 years", "2"),
    ]


@pytest.mark.parametrize("rule", list(AgeRule))
def test_every_rule_takes_an_exact_age(rule):
    """Reclaimed in 2012: 8 of 20 years in 2020, 40 % of 100 t C/ha; without a year by the rule."""
    land = Trajectories(
        [np.array([5, 5])] * 2 + [np.array([1, 1])],
        [np.array([1, 1], np.uint8)] * 2 + [np.array([2, 2], np.uint8)],
        (2000, 2010, 2020),
        changed=np.array([[0, 0], [0, 0], [2012, 0]]),
    )
    size = 6
    pool = PoolByClass(
        np.full(size, 100.0),
        np.ones(size),
        np.zeros(size),
        [LinearRecovery()] * size,
        np.full(size, 100.0),
        np.zeros(size, bool),
    )
    nothing = PoolByClass(
        np.zeros(size),
        np.ones(size),
        np.zeros(size),
        [LinearRecovery()] * size,
        np.zeros(size),
        np.zeros(size, bool),
    )
    *_, last = simulate_carbon(land, CarbonByClass(pool, nothing), rule)
    by_rule = {AgeRule.YOUNGEST: 0.0, AgeRule.OLDEST: 50.0}.get(rule, 25.0)
    assert last.stock.soil.tolist() == pytest.approx([40.0, by_rule])
