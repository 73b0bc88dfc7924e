"""Values by class, state and age against a plain loop over cells, and by hand."""

import math
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from osgeo import gdal, osr

from carbon_zones.core.base.dates import Date, resolve_series_years
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.chronosequence.chronosequence import Chronosequence, RecoveryAssessment
from carbon_zones.core.chronosequence.page import value_layer_section
from carbon_zones.core.chronosequence.value_rasters import find_land_use_date, prepare_value_layers
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.report.plotly_figures import BACKGROUND_COLOUR
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import ENTRIES, NAMES, lands, letters
from carbon_zones.test.core.measured_oracle import measured_tables
from carbon_zones.test.core.mining_oracle import SHOWN, last_run, state
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import (
    assert_says,
    dated,
    examples,
    inputs,
    memory_folder,
    texts,
    words,
)
from carbon_zones.test.core.test_reclamation import ORDER
from carbon_zones.test.helpers import SAMPLE, YEARS, write_raster

HOLE, OUTSIDE = -99, "(outside)"
MINE = DisturbingClasses(("mine",))
# The systems that values may have besides that of the land, and metres or degrees of a metre.
ELSEWHERE = {"metres": (4326, 1 / 111_000), "degrees": (3857, 111_000.0)}


@dataclass
class Values:
    """A raster of values: what its cells hold, and where it lies.

    `size` is that of a cell in cells of the land, `moved` how far its corner lies from theirs.
    """

    year: int
    cells: np.ndarray
    size: float
    moved: tuple
    elsewhere: bool
    scale: tuple

    def place(self, land):
        """Reference system, corner, size of a cell, and what brings a point of the land there."""
        epsg, (x, y), cell = PLACES[land.place]
        across, down = self.moved
        x, y, size = x - across * cell, y + down * cell, self.size * cell
        if not self.elsewhere:
            return epsg, (x, y), size, lambda point: point
        here, (other, per_unit) = epsg, ELSEWHERE[land.place]
        systems = []
        for code in (here, other):
            system = osr.SpatialReference()
            system.ImportFromEPSG(code)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            systems.append(system)
        change = osr.CoordinateTransformation(*systems)
        corner = change.TransformPoint(x, y)[:2]
        return other, corner, size * per_unit, lambda point: change.TransformPoint(*point)[:2]

    def write(self, path, land):
        epsg, origin, size, _ = self.place(land)
        write_raster(
            path,
            self.cells,
            dtype=self.cells.dtype,
            nodata=HOLE,
            cell=(size, size),
            origin=origin,
            epsg=epsg,
        )
        if self.scale != (1.0, 0.0):
            with gdal.Open(str(path), gdal.GA_Update) as file:
                file.GetRasterBand(1).SetScale(self.scale[0])
                file.GetRasterBand(1).SetOffset(self.scale[1])

    def reader(self, land):
        """What gives the value at the centre of a cell of the land; None where there is none."""
        _, (land_x, land_y), cell = PLACES[land.place]
        _, (x, y), size, there = self.place(land)
        rows, columns = self.cells.shape

        def at(row, column):
            at_x, at_y = there((land_x + (column + 0.5) * cell, land_y - (row + 0.5) * cell))
            across, down = (at_x - x) / size, (y - at_y) / size
            # On an edge of a cell the last digit of a transformation would decide.
            assume(min(abs(across - round(across)), abs(down - round(down))) > 1e-5)
            if not (0 <= across < columns and 0 <= down < rows):
                return None
            held = float(self.cells[int(down), int(across)])
            if held == HOLE or held != held:
                return None
            return held * self.scale[0] + self.scale[1]

        return at


@st.composite
def values(draw, land):
    """Values of a year, on the grid of the land or another one, that overlap it."""
    rows, columns = land.dates[0].shape
    size = draw(st.sampled_from([1.0, 0.73, 2.37, 5.19]))
    is_aligned = size == 1.0 and draw(st.booleans())
    moved = (0, 0) if is_aligned else (draw(st.sampled_from([0.31, -0.27])), 0.43)
    # Some of the land may lie beyond the edge.
    more = draw(st.integers(-4, 2))
    shape = tuple(max(2, math.ceil(side / size) + more) for side in (rows, columns))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    kind = draw(st.sampled_from(["u1", "i2", "f4", "f8"]))
    cells = rng.normal(100, 40, shape).clip(0, 255).astype(kind)
    # Whole numbers close together are counted in another way; these are beside the holes.
    if draw(st.booleans()):
        cells = (rng.integers(-3, 4, shape) + (250 if kind == "u1" else HOLE + 2)).astype(kind)
    if kind != "u1":
        cells[rng.random(shape) < 0.15] = HOLE
    if kind[0] == "f":
        cells[rng.random(shape) < 0.1] = np.nan
    return Values(
        draw(st.integers(land.years[0], land.years[-1] + 5)),
        cells,
        size,
        moved,
        not is_aligned and draw(st.booleans()),
        draw(st.sampled_from([(1.0, 0.0), (0.1, 5.0), (-2.0, 0.0)])),
    )


@st.composite
def cases(draw):
    """Land, two rasters of values, units or none, and which groups are mined land."""
    land = draw(lands(most_dates=5))
    units = None
    if draw(st.booleans()):
        rng = np.random.default_rng(draw(st.integers(0, 10_000)))
        units = rng.integers(0, 4, land.dates[0].shape).astype(np.uint8)
    groups = draw(st.sampled_from([("mine",), ("mine", "built"), ("water",)]))
    return land, [draw(values(land)), draw(values(land))], units, DisturbingClasses(groups)


SIZE = ("cells", "without_value", "area_ha", "mean", "sd")
# Of each table, what a row is about and what it measures.
TABLES = {
    "by class": (("class",), (*SIZE, "min", "max")),
    "by status": (("status", "class"), SIZE),
    "by age": (
        ("class", "age_min", "age_max"),
        ("age_mid", *SIZE, "undisturbed_mean", "pct_of_undisturbed"),
    ),
}


def check_tables(found, land, layers, disturbing, hectares, chosen):
    """The tables of some of the cells against a loop over them."""
    for measured, layer in zip(found.layers, layers):
        at, cells = layer.reader(land), []
        number = max(n for n, year in enumerate(land.years) if year <= layer.year)
        for place, held in land.cells.items():
            if place not in chosen:
                continue
            history = letters(held[: number + 1], disturbing)
            start = last_run(history)
            ages = (layer.year - land.years[n] for n in (start, start - 1))
            kind = (NAMES[held[number]], state(history, number), tuple(ages) if start else ())
            cells.append((*kind, float(hectares[place]), at(*place)))
        rows = {}
        for table, (keys, columns) in TABLES.items():
            for row in getattr(found, table.removeprefix("by ") + "_table"):
                if row["layer"] == measured.date.layer:
                    assert row["year"] == str(layer.year)
                    assert row["class"] == NAMES[row["value"]]
                    label = land.labels[number]
                    assert row.get("landuse_year", label) == label
                    key = (table, *(row[column] for column in keys))
                    assert key not in rows
                    rows[key] = [row[column] for column in columns]
        expected = measured_tables(cells)
        assert rows.keys() == expected.keys()
        for key, numbers in expected.items():
            for number, wanted in zip(rows[key], numbers):
                is_same = number is wanted is None or math.isclose(
                    number, wanted, rel_tol=1e-9, abs_tol=1e-9
                )
                assert is_same, (key, rows[key], numbers)
    # Rasters as they were given, then in the order of the classes, youngest first.
    order = [layer.date.layer for layer in found.layers]
    places = [
        (order.index(r["layer"]), ORDER.index(r["class"]), r["age_min"]) for r in found.age_table
    ]
    assert places == sorted(places)
    places = [(order.index(r["layer"]), ORDER.index(r["class"])) for r in found.class_table]
    assert places == sorted(places)
    places = [
        (order.index(r["layer"]), SHOWN.index(r["status"]), ORDER.index(r["class"]))
        for r in found.status_table
    ]
    assert places == sorted(places)


@examples(150)
@given(case=cases())
def test_tables_equal_a_plain_loop_over_cells(case):
    land, layers, units, disturbing = case
    layers = sorted(layers, key=lambda one: one.year)
    with memory_folder() as folder:
        series = land.open(folder)
        sources = []
        for number, layer in enumerate(layers):
            path, name = f"{folder}/v{number}.tif", f"values {number}"
            layer.write(path, land)
            sources.append(RasterInput(path, name, date=Date(str(layer.year), name)))
        made = prepare_value_layers(series, sources, disturbing, Notes())
        by_raster = None
        if units is not None:
            epsg, origin, cell = PLACES[land.place]
            path = write_raster(
                f"{folder}/u.tif", units, nodata=0, cell=(cell, cell), origin=origin, epsg=epsg
            )
            by_raster = RasterUnits(series, RasterInput(path, "units"), Notes())
        census = count_series(
            series,
            [],
            [one.measured for one in made],
            workers=land.workers,
            cells=max(1, series.window.cell_count // land.pieces),
            units=by_raster,
        )
        whole = Chronosequence.from_layers(made, series.dates, series.classes)
        raise_failed_check(whole.consistency_checks(census))
        hectares = land.hectares(series)
        by_unit = [] if by_raster is None else whole.by_unit(by_raster)
    check_tables(whole, land, layers, disturbing, hectares, land.cells)
    if units is not None:
        of_unit = defaultdict(set)
        for place in land.cells:
            of_unit[str(units[place]) if units[place] else OUTSIDE].add(place)
        names = [name for name, _ in by_unit]
        assert names == sorted(of_unit, key=lambda name: (name == OUTSIDE, name))
        for name, found in by_unit:
            check_tables(found, land, layers, disturbing, hectares, of_unit[name])


def chronosequence(folder, dates, *layers, disturbing=MINE):
    files = [write_raster(f"{folder}/land_{year}.tif", cells) for year, cells in dates.items()]
    series = open_series(inputs(*files), "planimetric", ENTRIES)
    sources = []
    for number, (year, cells) in enumerate(layers):
        path = write_raster(f"{folder}/values{number}_{year}.tif", cells, dtype="f8")
        sources.append(RasterInput(path, f"v{number}", date=Date(str(year), f"v{number}")))
    notes = Notes()
    made = prepare_value_layers(series, sources, disturbing, notes)
    census = count_series(series, [], [one.measured for one in made])
    found = Chronosequence.from_layers(made, series.dates, series.classes)
    raise_failed_check(found.consistency_checks(census))
    return found, notes


def test_what_reclaimed_land_has_of_undisturbed_is_weighted_by_area(tmp_path):
    """2 cells with 50 %, one with 20 %: 40 %; of the last raster only."""
    dates = {1986: [[5, 5, 5, 2, 2]], 2000: [[2, 2, 5, 2, 2]], 2018: [[2, 2, 2, 2, 2]]}
    found, _ = chronosequence(
        tmp_path, dates, (2000, [[1, 1, 1, 1, 1]]), (2018, [[40, 60, 20, 90, 110]])
    )
    assert found.key_figures == {"RECLAIMED_PCT_OF_UNDISTURBED": pytest.approx(40.0)}


def test_no_per_cent_where_a_class_has_nothing_to_be_compared_with(tmp_path):
    dates = {1986: [[5, 5, 2]], 2000: [[2, 1, 2]]}
    found, _ = chronosequence(tmp_path, dates, (2000, [[40, 60, 80]]))
    assert found.key_figures == {}
    field, wood = found.age_table
    assert field["undisturbed_mean"] is field["pct_of_undisturbed"] is None
    assert wood["pct_of_undisturbed"] == 50
    assert_says(found.notes().warnings, ("Field", "no undisturbed land", "to compare"))


def test_no_digits_are_lost_where_scatter_is_small_beside_the_values(tmp_path):
    """A million and a scatter of a thousandth, on 400,000 cells in many blocks."""
    rng = np.random.default_rng(9)
    land = rng.choice([1, 2, 2, 2], (500, 800)).astype(np.uint8)
    cells = 1e6 + rng.normal(0, 1e-3, land.shape)
    write_raster(tmp_path / "land_2000.tif", land, options=("BLOCKYSIZE=4",))
    path = write_raster(tmp_path / "v_2000.tif", cells, dtype="f8")
    for size in (5_000, 1 << 20):
        series = open_series(inputs(tmp_path / "land_2000.tif"), "planimetric", ENTRIES)
        source = RasterInput(str(path), "v", date=Date("2000", "v"))
        made = prepare_value_layers(series, [source], MINE, Notes())
        count_series(series, [], [made[0].measured], cells=size)
        for row in Chronosequence.from_layers(made, series.dates, series.classes).class_table:
            held = cells[land == row["value"]]
            # fsum rounds but once, and numbers so close to each other are subtracted exactly.
            mean = math.fsum(held) / held.size
            squares = math.fsum((held - mean) ** 2) - math.fsum(held - mean) ** 2 / held.size
            assert row["mean"] == pytest.approx(mean, rel=1e-15)
            assert row["sd"] == pytest.approx(math.sqrt(squares / (held.size - 1)), rel=1e-9)


def test_values_of_a_year_before_all_land_use_are_refused(tmp_path):
    dates = dated("land_1986", "land_2000")
    assert [find_land_use_date(Date(year), dates) for year in ("1986", "1999", "2000", "2020")] == [
        1,
        1,
        2,
        2,
    ]
    with pytest.raises(DataError, match=words("VALUE_LAYERS: 'npp' (1985) predates", "1986")):
        find_land_use_date(Date("1985", "npp"), dates)


def test_years_of_values():
    """Several rasters may be of one year; else as those of dates."""

    def years_of(text: str, *layers: str):
        return resolve_series_years(text, layers, "VALUE_YEARS", apart=False)

    assert years_of("", "npp_2000", "ndvi_2000") == ["2000", "2000"]
    assert years_of("2001\uff0c 2001,", "a", "b") == ["2001", "2001"]
    with pytest.raises(DataError, match=words("'npp': no four-digit year", "VALUE_YEARS")):
        years_of("", "npp")
    with pytest.raises(
        DataError, match=words("VALUE_YEARS: layer 'npp_2000' is assigned 2010", "order")
    ):
        years_of("2010,2000", "npp_2000", "npp_2010")


def test_coarse_cells_and_classes_for_values_are_warned_of(tmp_path):
    land = write_raster(tmp_path / "land_2000.tif", np.full((6, 6), 2))
    coarse = [
        write_raster(tmp_path / f"v{n}_2000.tif", np.ones((3, 3)), cell=(60, 90)) for n in (1, 2)
    ]
    named = write_raster(tmp_path / "c_2000.tif", np.full((6, 6), 1), names={1: "Wood"})
    series = open_series(inputs(land), "planimetric", ENTRIES)
    notes = Notes()
    sources = [replace(s, date=Date("2000", s.label)) for s in inputs(*coarse, named)]
    prepare_value_layers(series, sources, MINE, notes)
    assert_says(
        notes.warnings,
        ("c_2000", "names for its values"),
        ("'v1_2000': 6.0 land-use cells per cell, 'v2_2000': 6.0 land-use cells per cell",),
    )


def told(folder, *layers) -> list[str]:
    """The sentences on the last raster of 40 cells each of wood: never mined, old and young."""
    dates = {1986: [2, 5, 5], 2000: [2, 2, 5], 2018: [2, 2, 2]}
    thirds = {year: in_thirds(*values) for year, values in dates.items()}
    found, _ = chronosequence(folder, thirds, *layers)
    return texts(
        RecoveryAssessment(
            found.layers[-1], found.list_measured_ages(), found.classes
        ).list_sentences()
    )


def in_thirds(*values) -> list:
    return [[value for value in values for _ in range(40)]]


YOUNG, OLD = "0\N{EN DASH}18 years", "18\N{EN DASH}32 years"


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ((100, 95, 40), f"40.0 % at {YOUNG}, 95.0 % at {OLD}; recovered by an age of {OLD}."),
        ((100, 90, 91), f"recovered by an age of {YOUNG}."),
        # What falls off again is not back.
        ((100, 50, 99), f"99.0 % at {YOUNG}, 50.0 % at {OLD}; not recovered yet."),
        ((0, 5, 5), "percentages not calculated; the mean of undisturbed land is not above 0."),
    ],
)
def test_what_has_come_back_and_by_which_age(tmp_path, values, end):
    _, sentence = told(tmp_path, (2018, in_thirds(*values)))
    assert sentence.endswith(end)


def test_where_too_few_cells_have_a_value_nothing_is_said(tmp_path):
    cells = in_thirds(100, 50, 50)
    cells[0][85:] = [np.nan] * 35
    _, wood, few = told(tmp_path, (2018, cells))
    assert wood.endswith(f": 50.0 % at {OLD}; not recovered yet.")
    assert few.endswith(f"fewer than 30 cells: Wood, {YOUNG} (5 cells).")
    cells[0][:15] = [np.nan] * 15
    _, wood, _ = told(tmp_path, (2018, cells))
    assert "not compared; only" in wood
    assert "25 cells" in wood


def test_cells_that_share_a_value_are_not_so_many_values(tmp_path):
    """120 cells of which 40 are one age, but a value is of 4 cells: 10 values."""
    dates = {1986: [[2] * 80 + [5] * 40], 2018: [[2] * 120]}
    files = [write_raster(tmp_path / f"land_{year}.tif", cells) for year, cells in dates.items()]
    series = open_series(inputs(*files), "planimetric", ENTRIES)
    path = write_raster(tmp_path / "v.tif", [[7.0] * 30], dtype="f4", cell=(120, 30))
    made = prepare_value_layers(
        series, [RasterInput(path, "v", date=Date("2018", "v"))], MINE, Notes()
    )
    count_series(series, [], [made[0].measured])
    found = Chronosequence.from_layers(made, series.dates, series.classes)
    (few,) = texts(
        RecoveryAssessment(
            found.layers[0], found.list_measured_ages(), found.classes
        ).list_sentences()
    )
    assert "fewer than 120" in few


def test_the_page_has_a_panel_for_each_class_and_hollow_points_where_cells_are_few(tmp_path):
    dates = {1986: [[1] * 40 + [2] * 40 + [5] * 60], 2018: [[1] * 40 + [2] * 80 + [1] * 20]}
    cells = [[4.0] * 40 + [100.0] * 40 + [20.0] * 40 + [2.0] * 20]
    found, _ = chronosequence(tmp_path, dates, (2018, cells))
    section = value_layer_section(found, 0)
    (made,) = section.charts[0].render_figures(str)
    titles = [note["text"] for note in made["layout"]["annotations"]]
    assert titles == ["<b>Field</b>", "<b>Wood</b>"]
    field, wood = made["data"]
    assert (field["x"], field["y"], wood["y"]) == ([16.0], [2.0], [20.0])
    assert field["marker"]["color"] == [BACKGROUND_COLOUR] != wood["marker"]["color"]
    assert (field["error_x"]["array"], field["error_x"]["arrayminus"]) == ([16.0], [16.0])
    bands = [shape for shape in made["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(band["yref"], band["y0"]) for band in bands] == [("y", 4.0), ("y2", 100.0)]
    assert [table.name for table in section.tables] == ["ages-0", "status-0", "classes-0"]


# What resources/sample/README.md says was laid in: t C/ha, and per cent of it at 0-9 and 9-18.
LAID_IN = {
    "Arable land": (5.0, {(0, 9): 60.0, (9, 18): 90.0}),
    "Forestland": (40.0, {(0, 9): 10.0, (9, 18): 30.0}),
    "Grassland": (8.0, {(0, 9): 50.0, (9, 18): 80.0}),
}


def of_the_sample() -> Chronosequence:
    files = [SAMPLE / f"landuse_{year}.tif" for year in YEARS]
    entries = read_classes(load_default_table("classes.csv"))
    series = open_series(inputs(*files), "planimetric", entries)
    path = str(SAMPLE / "vegetation_carbon_2018.tif")
    source = RasterInput(path, "v", date=Date("2018", "v"))
    made = prepare_value_layers(series, [source], MINE, Notes())
    census = count_series(series, [], [made[0].measured])
    found = Chronosequence.from_layers(made, series.dates, series.classes)
    raise_failed_check(found.consistency_checks(census))
    return found


def test_what_was_laid_into_the_sample_is_near_where_cells_are_mixed():
    """Mixed cells have something of what lies beside them; older land has more all the same."""
    found = of_the_sample()
    for name, (whole, parts) in LAID_IN.items():
        ages = [row for row in found.age_table if row["class"] == name]
        for row in ages:
            pct = parts[row["age_min"], row["age_max"]]
            assert row["undisturbed_mean"] == pytest.approx(whole, rel=0.2)
            assert row["pct_of_undisturbed"] == pytest.approx(pct, abs=10)
        young, old = ages
        assert young["pct_of_undisturbed"] < old["pct_of_undisturbed"]
