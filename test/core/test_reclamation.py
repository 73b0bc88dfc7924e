"""Mine reclamation: tables and rasters against a plain loop over cells, and by hand."""

import math
import re
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.mine.ages import AgeRow, AgeRows, check_dates_have_years
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.mine.reclamation import Reclamation, create_mine_rasters, raster_notes
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.results import results_by_unit
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, lands, letters, series_by_hand
from carbon_zones.test.core.mining_oracle import BECAME, SHOWN, STATES, events, last_run, state
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import attribute_table, examples, memory_folder
from carbon_zones.test.helpers import calls_counted, read_raster

KEYS_OF_LAND = [key for key, _ in LAND.values()]
ORDER = [NAMES[value] for value in sorted(NAMES)]
FILES = {
    "STATUS_MAP": "status.tif",
    "FIRST_MINED": "first_mined.tif",
    "RECLAIMED_BY": "reclaimed_by.tif",
    "AGE": "age.tif",
}
MINE = DisturbingClasses(("mine",))
VALUES = {key: value for value, key in enumerate(SHOWN, 1)}


class Expected:
    """What a person with a tally sheet would find, cell by cell: rows by key, with their areas."""

    def __init__(self, land, hectares, disturbing):
        self.reclaimed, self.disturbed = defaultdict(list), defaultdict(list)
        self.ages, self.status = defaultdict(list), defaultdict(list)
        self.mined_before = defaultdict(list)
        self.again, self.total = [], []
        rows, columns = land.dates[0].shape
        self.rasters = {
            "STATUS_MAP": np.zeros((rows, columns), int),
            "FIRST_MINED": np.zeros((rows, columns), int),
            "RECLAIMED_BY": np.zeros((rows, columns), int),
            "AGE": np.full((rows, columns), -9999.0),
        }
        for place, values in land.cells.items():
            self._add(land, values, letters(values, disturbing), float(hectares[place]), place)

    def _add(self, land, values, history, area, place):
        names, years = [NAMES[value] for value in values], land.years
        self.total.append(area)
        if re.search("M[^M]+M", history):
            self.again.append(area)
        for table, *key in events(history, names, land.labels):
            getattr(self, table)[tuple(key)].append(area)
        for k, year in enumerate(years):
            self.status[str(year), state(history, k)].append(area)
            if history[0] == "M":
                self.mined_before[str(year), state(history, k)].append(area)
            start = last_run(history[: k + 1])
            if start:
                least, most = year - years[start], year - years[start - 1]
                keys = [LAND[value][0] if value in LAND else str(value) for value in values]
                so_far = "; ".join(f"{y} {key}" for y, key in zip(years[: k + 1], keys))
                age = least, (least + most) / 2, most
                self.ages[(str(year), names[k], names[start - 1], *age, so_far)].append(area)
        last = len(years) - 1
        self.rasters["STATUS_MAP"][place] = VALUES[state(history, last)]
        if "M" in history:
            self.rasters["FIRST_MINED"][place] = years[history.index("M")]
        start = last_run(history)
        if start:
            self.rasters["RECLAIMED_BY"][place] = years[start]
            self.rasters["AGE"][place] = years[last] - (years[start] + years[start - 1]) / 2


def same(rows, keys, expected):
    """Rows against the areas by key: no other rows, their cells, and their hectares."""
    found = {tuple(row[key] for key in keys): row for row in rows}
    assert len(found) == len(rows)
    assert set(found) == set(expected)
    for key, row in found.items():
        assert row["cells"] == len(expected[key])
        assert row["area_ha"] == pytest.approx(math.fsum(expected[key]), rel=1e-12)


def place_in(row, kinds, *columns):
    """Where a row stands by period, kind and classes."""
    return (row["period"], kinds.index(row["kind"]), *(ORDER.index(row[c]) for c in columns))


@examples(200)
@given(land=lands(), groups=st.sampled_from([("mine",), ("mine", "built"), ("water",)]))
def test_tables_and_rasters_equal_a_plain_loop_over_cells(tmp_path_factory, land, groups):
    out, disturbing = tmp_path_factory.mktemp("rasters"), DisturbingClasses(groups)
    with memory_folder() as folder, Drafts() as drafts:
        series = land.open(folder)
        dates, spans = series.dates, create_periods(series.dates)
        paths = {name: str(out / file) for name, file in FILES.items()}
        rasters = create_mine_rasters(RasterWriter(series, drafts), paths, spans[-1], disturbing)
        combinations = CombinationCounter(series)
        cells = max(1, series.window.cell_count // land.pieces)
        consumers = [combinations, *rasters.values()]
        census = count_series(series, spans, consumers, workers=land.workers, cells=cells)
        found = Reclamation(MinedLand(combinations.table, dates, series.classes, disturbing))
        raise_failed_check(found.consistency_checks(census, rasters))
        expected = Expected(land, land.hectares(series), disturbing)
        drafts.commit_drafts()

    names = ("period", "kind", "from_class", "to_class")
    same(found.reclaimed_rows, names, expected.reclaimed)
    same(found.disturbed_rows, names, expected.disturbed)
    ages = ("year", "class", "source_class", "age_min", "age_mid", "age_max", "history")
    same(found.age_rows, ages, expected.ages)

    # Every state at every date, in the order of the definition, in per cent of all land.
    total = math.fsum(expected.total)
    order = ["before_mining", *STATES.values(), "never_mined"]
    assert [(row["year"], row["status"]) for row in found.status_rows] == [
        (year, state) for year in land.labels for state in order
    ]
    for row in found.status_rows:
        own = expected.status[row["year"], row["status"]]
        assert row["cells"] == len(own)
        assert row["area_ha"] == pytest.approx(math.fsum(own), rel=1e-12)
        assert row["share_pct"] == pytest.approx(100 * math.fsum(own) / total, rel=1e-12)
        own = expected.mined_before[row["year"], row["status"]]
        assert row["mined_before_ha"] == pytest.approx(math.fsum(own), rel=1e-12)

    # Rates, shares, order.
    years = {f"{a}-{b}": b - a for a, b in zip(land.years, land.years[1:])}
    for row in [*found.reclaimed_rows, *found.disturbed_rows]:
        if row["kind"] == "already":
            assert row["ha_per_year"] is None
            continue
        assert row["ha_per_year"] == pytest.approx(row["area_ha"] / years[row["period"]])
        if row["kind"] == "via":
            assert row["pct_of_mine"] is None
        elif row["kind"] in BECAME.values():
            mined = math.fsum(expected.status[row["period"][:4], "active"])
            assert row["pct_of_mine"] == pytest.approx(100 * row["area_ha"] / mined)
    kinds = ["direct", "via", "redeveloped", "flooded", "other"]
    places = [place_in(row, kinds, "from_class", "to_class") for row in found.reclaimed_rows]
    assert places == sorted(places)
    first = [ORDER.index(r["to_class"]) for r in found.disturbed_rows if r["kind"] == "already"]
    assert first == sorted(first)
    kinds = ["first", "redisturbed"]
    later = found.disturbed_rows[len(first) :]
    places = [place_in(row, kinds, "from_class", "to_class") for row in later]
    assert places == sorted(places)
    places = [
        (
            *(r["year"], r["age_min"], ORDER.index(r["class"]), ORDER.index(r["source_class"])),
            # A class that nobody names stands last, whose key is 9.
            [[*KEYS_OF_LAND, "9"].index(part[5:]) for part in r["history"].split("; ")],
        )
        for r in found.age_rows
    ]
    assert places == sorted(places)

    # The numbers.
    sums = {state: math.fsum(expected.status[land.labels[-1], state]) for state in order}
    ever = total - sums["never_mined"]
    wanted = {
        "EVER_MINED_HA": ever,
        "ACTIVE_HA": sums["active"],
        "RECLAIMED_HA": sums["reclaimed"],
        "REDISTURBED_HA": math.fsum(expected.again),
    }
    if ever > 1e-9:
        wanted["RECLAIMED_PCT"] = 100 * sums["reclaimed"] / ever
    assert found.key_figures == pytest.approx(wanted, rel=1e-9, abs=1e-9)

    # The rasters, and what their attribute tables say.
    hectares = land.hectares(series)
    for name, file in FILES.items():
        held = read_raster(out / file)
        np.testing.assert_array_equal(held, expected.rasters[name])
        for row in attribute_table(out / file):
            own = expected.rasters[name] == float(row["Value"])
            assert int(float(row["Cells"])) == np.count_nonzero(own)
            assert float(row["Hectares"]) == pytest.approx(hectares[own].sum(), rel=1e-9)


def hand(folder, *histories, years=(1990, 2000, 2010, 2020), disturbing=MINE, names=None):
    """Reclamation of cells of a hectare with these values by date, its census and its series."""
    series = series_by_hand(folder, histories, names or [f"land_{year}" for year in years])
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    found = Reclamation(MinedLand(combinations.table, series.dates, series.classes, disturbing))
    return found, census, series


def told(rows, *columns):
    return [tuple(row[column] for column in columns) for row in rows]


def test_the_log_has_what_was_ever_mined(tmp_path):
    """Three cells mined already, one of them reclaimed and one flooded; two mined later."""
    histories = ((5, 1), (5, 7), (5, 5), (1, 5), (2, 6))
    found, _, _ = hand(tmp_path, *histories, years=(1990, 2000))
    (ever,) = map(str, found.notes().notices)
    assert "Cumulative disturbed area: 5.00 ha; at the last date 3.00 ha" in ever
    assert "1.00 ha reclaimed; re-disturbed: 0.00 ha" in ever


def test_rows_of_ages_are_made_for_whom_they_are_written(tmp_path, monkeypatch):
    """Where each cell has a history of its own, all of them at once would fill the memory."""
    found, census, _ = hand(tmp_path, (5, 1, 1, 1), (5, 5, 1, 2), (5, 2, 6, 1))
    made, of_date = [], AgeRows._iterate_rows

    def watched(self, date_number, ages):
        made.append(date_number)
        return of_date(self, date_number, ages)

    monkeypatch.setattr(AgeRows, "_iterate_rows", watched)
    raise_failed_check(found.consistency_checks(census))
    _, rows = results_by_unit(census, AgeRow, found.row_builder("age_rows"))
    assert (len(rows), made) == (7, [])
    left = iter(rows)
    assert (next(left)["year"], made) == ("2000", [1, 2])
    assert told([*left], "year", "history")[-1] == (
        "2020",
        "1990 pit; 2000 field; 2010 field; 2020 field",
    )


def test_a_unit_has_rows_and_percentages_of_its_own(tmp_path):
    """Rows of a part of the combinations: what is mined is that of the part."""
    whole, *_ = hand(tmp_path, (5, 1, 1, 1), (5, 5, 5, 5), (5, 2, 2, 2), (1, 1, 1, 1))
    table = whole.land.table
    part = np.isin(table.classes[:, 1], [0, 1])
    own = CombinationTable(
        table.strata[part], table.classes[part], table.cells[part], table.hectares[part]
    )
    found = Reclamation(replace(whole.land, table=own))
    assert [row["pct_of_mine"] for row in found.reclaimed_rows] == [50.0, 50.0]
    assert [row["pct_of_mine"] for row in whole.reclaimed_rows] == pytest.approx([100 / 3, 100 / 3])
    assert found.key_figures["RECLAIMED_PCT"] == 100.0


def test_without_years_there_are_no_rates_and_no_ages(tmp_path):
    found, census, _ = hand(tmp_path, (5, 5, 1), names=("old", "middle", "new"), years=(1, 2, 3))
    assert told(found.reclaimed_rows, "period", "ha_per_year", "pct_of_mine") == [
        ("middle-new", None, 100.0)
    ]
    assert told(found.disturbed_rows, "period", "ha_per_year") == [("old", None)]
    assert {row["year"] for row in found.status_rows} == {"old", "middle", "new"}
    assert not found.has_ages
    assert list(found.age_rows) == []
    raise_failed_check(found.consistency_checks(census))
    assert [str(warning) for warning in found.notes().warnings] == [
        "Annual areas and ages are empty: not every layer has a year. Set YEARS."
    ]


def test_ages_are_refused_where_a_date_has_no_year():
    check_dates_have_years("AGES", [Date("1990", "a"), Date("2000", "b")])
    for year in ("", "1990-2000"):
        dates = [Date("1990", "a"), Date(year, "plain")]
        message = refused(check_dates_have_years, "AGES", dates)
        assert message == "AGES: layer 'plain' has no year; set YEARS"


def test_rasters_of_dates_without_years_have_their_numbers(tmp_path):
    _, _, series = hand(tmp_path, (5, 5, 1), (1, 5, 5), names=("old", "middle", "new"))
    with Drafts() as drafts:
        paths = {name: str(tmp_path / file) for name, file in FILES.items() if name != "AGE"}
        span = create_periods(series.dates)[-1]
        rasters = create_mine_rasters(RasterWriter(series, drafts), paths, span, MINE)
        count_series(series, create_periods(series.dates), list(rasters.values()))
        drafts.commit_drafts()
    assert read_raster(tmp_path / "first_mined.tif").tolist() == [[1, 2]]
    assert read_raster(tmp_path / "reclaimed_by.tif").tolist() == [[3, 0]]
    assert [str(warning) for warning in raster_notes(rasters, series.dates).warnings] == [
        f"{name} contains date indices, because not every layer has its own year: 1 old, "
        "2 middle, 3 new."
        for name in ("FIRST_MINED", "RECLAIMED_BY")
    ]


def test_rasters_say_what_they_are(tmp_path):
    _, _, series = hand(tmp_path, (5, 5, 1, 1), (1, 1, 5, 1), (1, 5, 5, 7))
    with Drafts() as drafts:
        paths = {name: str(tmp_path / file) for name, file in FILES.items()}
        span = create_periods(series.dates)[-1]
        writer = RasterWriter(series, drafts, tr=lambda text: f"<{text}>")
        words = create_mine_rasters(writer, paths, span, MINE)
        count_series(series, create_periods(series.dates), list(words.values()))
        drafts.commit_drafts()
    names = {name: [r["Name"] for r in attribute_table(path)] for name, path in paths.items()}
    assert names == {
        "STATUS_MAP": [
            *("<Mined>", "<Reclaimed>", "<Converted to built-up land>", "<Converted to water>"),
            *("<Other land after mining>", "<Never mined>"),
        ],
        "FIRST_MINED": ["<no later than 1990>", "<by 2000>", "<by 2010>", "<by 2020>"],
        "RECLAIMED_BY": ["<by 2000>", "<by 2010>", "<by 2020>"],
        "AGE": ["<0 to 10 years>", "<10 to 20 years>", "<20 to 30 years>"],
    }
    # The ramps go from end to end, those of dates from long ago to of late.
    ends = {}
    for name in ("FIRST_MINED", "RECLAIMED_BY", "AGE"):
        rows = attribute_table(paths[name])
        ends[name] = [tuple(int(rows[n][c]) for c in ("Red", "Green", "Blue")) for n in (0, -1)]
    light, dark = (0xD9, 0xF0, 0xA3), (0x00, 0x44, 0x1B)
    assert ends["AGE"] == [light, dark]
    assert ends["RECLAIMED_BY"] == [dark, light]
    assert ends["FIRST_MINED"] == [(0x3F, 0x00, 0x7D), (0xFD, 0xAE, 0x6B)]
    with gdal.ExceptionMgr(useExceptions=True):
        files = {name: gdal.Open(path) for name, path in paths.items()}
        bands = {name: file.GetRasterBand(1) for name, file in files.items()}
    types = {name: (band.DataType, band.GetNoDataValue()) for name, band in bands.items()}
    assert types == {
        "STATUS_MAP": (gdal.GDT_Byte, 0.0),
        "FIRST_MINED": (gdal.GDT_UInt16, 0.0),
        "RECLAIMED_BY": (gdal.GDT_UInt16, 0.0),
        "AGE": (gdal.GDT_Float32, -9999.0),
    }
    coloured = [name for name, band in bands.items() if band.GetColorTable()]
    assert coloured == ["STATUS_MAP"]
    assert bands["AGE"].GetDescription() == "<Age of reclaimed land 1990-2020>"


@pytest.mark.parametrize(
    ("rows", "place", "words"),
    [
        ("disturbed", 0, "mined at the first date + first disturbed = cumulative disturbed area"),
        ("disturbed", 1, "mined at the first date + first disturbed = cumulative disturbed area"),
        ("disturbed", -1, "newly disturbed area = area in the transfer matrix"),
        ("reclaimed", 0, "area of direct = area in the transfer matrix"),
        ("status", 1, "1990, area of all status classes = cumulative disturbed area"),
        ("status", 6, "1990, never mined + cumulative disturbed area = total area"),
        ("ages", 0, "area of all ages = reclaimed area"),
    ],
)
def test_a_row_that_is_wrong_does_not_close(tmp_path, rows, place, words):
    found, census, _ = hand(tmp_path, (5, 1, 1, 1), (1, 5, 1, 6))
    raise_failed_check(found.consistency_checks(census))
    if rows == "ages":
        # Its rows are made anew each time; these are their sums by date.
        found.age_rows.areas_ha[place] += 0.5
    elif rows == "status":
        found.status_rows[place]["area_ha"] += 0.5
    else:
        getattr(found, f"{rows}_rows")["area_ha"][place] += 0.5
    with pytest.raises(DataError, match=re.escape(words)):
        raise_failed_check(found.consistency_checks(census))


def test_states_that_were_swapped_do_not_close(tmp_path):
    found, census, _ = hand(tmp_path, (5, 1, 1, 1), (1, 5, 1, 6), (5, 7, 7, 7))
    rows = {(row["year"], row["status"]): row for row in found.status_rows}
    rows["2000", "active"]["area_ha"] += 1
    rows["2000", "reclaimed"]["area_ha"] -= 1
    with pytest.raises(DataError, match="2000, active = class areas of mined land"):
        raise_failed_check(found.consistency_checks(census))


def test_land_that_left_the_mine_under_no_kind_does_not_close(tmp_path):
    found, census, _ = hand(tmp_path, (5, 1, 1, 1), (5, 7, 1, 1))
    kinds = found.reclaimed_rows["kind"]
    kinds[list(kinds).index("via")] = "unheard of"
    with pytest.raises(
        DataError, match="2000-2010, mined area at start \\+ newly disturbed = mined area"
    ):
        raise_failed_check(found.consistency_checks(census))


@pytest.mark.parametrize("name", FILES)
def test_a_raster_that_holds_something_else_does_not_close(tmp_path, name):
    found, census, series = hand(tmp_path, (5, 1, 1, 1), (1, 5, 1, 6))
    span = create_periods(series.dates)[-1]
    with Drafts() as drafts:
        writer = RasterWriter(series, drafts)
        rasters = create_mine_rasters(writer, {name: str(tmp_path / FILES[name])}, span, MINE)
        assert len(rasters) == 1
        with pytest.raises(DataError, match=f"{name}: cells with value"):
            raise_failed_check(found.consistency_checks(census, rasters))


def test_as_many_combinations_as_there_can_be_are_summed_up_by_arrays():
    """Many rows of eight dates: sums, not loops, which would call something for each row."""
    rng = np.random.default_rng(1)
    classes = rng.integers(0, len(LAND), (100_000, 8))
    ones = np.ones(100_000)
    table = CombinationTable(ones.astype(int) * 0, classes, ones.astype(int), ones)
    years = [Date(str(1980 + 5 * place), "") for place in range(8)]
    with calls_counted() as calls:
        found = Reclamation(MinedLand(table, years, Classes(c for _, c in ENTRIES), MINE))
        assert sum(row["cells"] for row in found.status_rows) == 800_000
        assert found.reclaimed_rows
    assert calls[0] < 10_000
