"""Zones, conversions and densities, written in the pass: each cell as a dict would have it. The
conversion raster: numbers that can be read, names and colours that tell them apart."""

import tempfile
from collections import Counter
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.change.conversions import ConversionRaster
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.results.losses import loss_density_table
from carbon_zones.core.results.zones import (
    ZoneRaster,
    assigned_areas_ha,
    conversion_kind,
    enhancement_parts,
    unassigned_by_kind,
    unassigned_rows,
    zone_share_rows,
)
from carbon_zones.core.scan.cell_raster import ClassPairRaster
from carbon_zones.core.scan.consumer import BlockConsumer, RasterWriter
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.value_classes import ValueNaming
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones, zone_names
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import (
    Expected,
    attribute_table,
    census_of,
    cube_of,
    examples,
    holding,
    inputs,
    listed,
    memory_folder,
    paper_classes,
    series_on,
    share,
    table,
)
from carbon_zones.test.helpers import read_raster, write_raster

# Classes of the random cases: two sinks, one mine. Values beyond them turn up during the pass.
GROUPS = {"a": "sink", "b": "sink", "c": "mine"}
COEFFICIENTS = holding(a=(80.0, 5.0), b=(92.5, 15.25))
LOST = {("a", "c"): 85.0, ("b", "c"): 107.75}  # t C/ha, the sums of the above
ZONES = "zone,key,name\n 1,one,One\n 2,two,Two\n 254,last,Last\n 5,unassigned,Rest"


@st.composite
def rule_dicts(draw):
    """Zones of some of the pairs of a, b and c."""
    pairs = st.sampled_from(list(product("abc", repeat=2)))
    return draw(st.dictionaries(pairs, st.sampled_from([1, 2, 254]), min_size=1))


def written(case, names: dict, zones_of: dict, folder: str, out: Path):
    """The rasters of every pair of dates as the pass writes them, and its series and count."""
    sources = [date.write(folder, number) for number, date in enumerate(case.dates)]
    entries = [(v, LandClass(v, key, key.upper(), GROUPS[key])) for v, key in names.items()]
    series = open_series(sources, "planimetric", entries, extent=case.extent)
    text = "\n".join(f"{a},{b},{z}" for (a, b), z in zones_of.items())
    zones = read_zones(table("ZONES", ZONES))
    rows = table("RULES", "from,to,zone\n*,*,5\n" + text)
    rules = read_rules(rows, zones, series.classes, Notes())
    periods = [Period(a, b, f"{a}-{b}") for a, b in combinations(range(len(sources)), 2)]
    rasters = []
    with Drafts() as drafts:
        writer = RasterWriter(series, drafts)
        for n, period in enumerate(periods):
            zone_raster = ZoneRaster(writer, out / f"z{n}.tif", period, rules)
            conversions = ConversionRaster(writer, out / f"c{n}.tif", period)
            tiff = writer.create_geotiff(out / f"d{n}.tif", period, "", np.float64, -9999.0)
            density = ClassPairRaster(
                period, tiff, loss_density_table(COEFFICIENTS, DisturbingClasses())
            )
            rasters += [zone_raster, conversions, density]
        found = count_series(
            series, periods, rasters, workers=case.workers, cells=case.cells_per_block
        )
        drafts.commit_drafts()
    return series, found, rasters


def test_each_cell_is_what_a_dict_says_of_its_pair():
    seen = Counter()

    @examples(120)
    @given(case=cases(most_dates=3, most_pieces=12), data=st.data())
    def check(case, data):
        names = data.draw(
            st.dictionaries(st.sampled_from(case.values or [0]), st.sampled_from("abc"), min_size=1)
        )
        zones_of = data.draw(rule_dicts())
        zones_of = {pair: z for pair, z in zones_of.items() if set(pair) <= set(names.values())}
        keys = [date.keys(case.window, names) for date in case.dates]
        pairs = list(combinations(range(len(case.dates)), 2))
        if not Expected(keys, pairs).valid:
            return
        with memory_folder() as folder, tempfile.TemporaryDirectory() as out:
            series, _, rasters = written(case, names, zones_of, folder, Path(out))
            read = {f.stem: np.atleast_2d(read_raster(f)).tolist() for f in Path(out).glob("*.tif")}
        tallies = [Counter() for _ in pairs]
        numbers: list = [{} for _ in pairs]
        for row, column in product(range(case.window.height), range(case.window.width)):
            here = [rows[row][column] for rows in keys]
            for n, (earlier, later) in enumerate(pairs):
                pair = here[earlier], here[later]
                # Lasting mined land has the value behind the largest zone.
                rest = 255 if pair == ("c", "c") else 5
                zone, density = zones_of.get(pair, rest), LOST.get(pair, 0.0)
                if None in here:
                    pair, zone, density = None, 0, -9999.0
                assert read[f"z{n}"][row][column] == zone
                assert read[f"d{n}"][row][column] == density
                tallies[n][zone] += 1
                value = read[f"c{n}"][row][column]
                assert numbers[n].setdefault(pair, value) == value
        for n, own in enumerate(numbers):
            check_numbers(own, value_of(series.classes))
            assert {z: c for z, c in enumerate(rasters[3 * n].cells.tolist()) if c} == tallies[n]
            whole = Counter({zone: c for zone, c in tallies[n].items() if zone != 255})
            whole[5] += tallies[n][255]
            by_zone = rasters[3 * n].cells_by_zone.tolist()
            assert by_zone[:255] == [whole[zone] for zone in range(255)]
        seen["grown"] += len(series.classes) > len(set(names.values()))
        seen["left out"] += any(None in own for own in numbers)
        seen["zones"] += len(tallies[0]) > 1

    check()
    assert min(seen["grown"], seen["left out"], seen["zones"]) > share(10), seen


def value_of(classes: Classes) -> dict:
    """Values by key (by value, where nobody names it)."""
    return {c.key if c.listed else c.value: c.value for c in classes}


def check_numbers(numbers: dict, values: dict) -> None:
    """The numbers of a conversion raster: from x 1000 + to, or the next one from a million on."""
    numbers = dict(numbers)
    assert numbers.pop(None, -1) == -1
    assert len(set(numbers.values())) == len(numbers)
    readable, others = Counter(), []
    for (source, target), number in numbers.items():
        source, target = values[source], values[target]
        if 0 <= source <= 999 and 0 <= target <= 999:
            readable[source * 1000 + target] += 1
        if number < 1_000_000:
            assert number == source * 1000 + target
        else:
            others.append(number)
    assert sorted(others) == list(range(1_000_000, 1_000_000 + len(others)))
    # Every pair that can be read from its number is, once.
    assert len(numbers) - len(others) == len(readable)


class Meanwhile(BlockConsumer):
    """Has another class met by another thread before a raster takes its block."""

    def __init__(self, raster: ZoneRaster, classes: Classes):
        self.raster, self.classes, self.parts = raster, classes, []

    def process_block(self, block):
        self.classes.add_unnamed_value(900)
        return self.raster.process_block(block)

    def merge_block(self, window, part):
        self.parts.append(part)


def test_a_class_that_turns_up_meanwhile_changes_no_block(tmp_path):
    file = write_raster(tmp_path / "a.tif", [[1, 3]])
    series = open_series(inputs(file, file), "planimetric", [(c.value, c) for c in CLASSES])
    period = Period(0, 1, "p")
    with Drafts() as drafts:
        raster = ZoneRaster(RasterWriter(series, drafts), tmp_path / "z.tif", period, small_rules())
        late = Meanwhile(raster, series.classes)
        count_series(series, [period], [late])
        raster.tiff.close()
    ((zones, cells),) = late.parts
    assert zones.tolist() == [[1, 4]]  # a field, and a pit that stayed one
    assert cells[[1, 4]].tolist() == [1, 1]
    assert zones.dtype == np.uint8  # or a block would take eight times the memory


CLASSES = listed(
    (1, "field", "Field", "sink"),
    (2, "wood", "Wood", "sink"),
    (3, "pit", "Pit", "mine"),
    (4, "town", "Town", "built"),
    (5, "odd", "Odd"),
)
#         to  field wood pit town odd
MATRIX = [
    [50, 2, 8, 3, 0],  # from field
    [1, 20, 0, 0, 0],  # from wood
    [4, 0, 5, 2, 0],  # from pit
    [1, 0, 0, 2, 0],  # from town
    [0, 0, 1, 0, 1],  # from odd
]
DENSITIES = {"field": 87.0, "wood": 108.0}


def small_rules():
    zones = read_zones(table("ZONES", "zone,key,name\n 1,keep,Kept\n 2,lost,Lost"))
    text = "from,to,zone\n field,field,1\n wood,wood,1\n @sink,pit,2"
    return read_rules(table("RULES", text), zones, CLASSES, Notes())


def test_zone_shares_are_of_all_cells_and_list_every_zone_of_every_period():
    empty = np.zeros((5, 5), int)
    empty[3, 3] = 100  # a town that stayed, and nothing else
    cube = cube_of(CLASSES, MATRIX, empty, hectares=0.5, names=["1990-2000", "2000-2010"])
    rows = zone_share_rows(cube, small_rules())
    assert [tuple(row.values()) for row in rows] == [
        ("1990-2000", 1, "Kept", 70, 35.0, 70.0),
        ("1990-2000", 2, "Lost", 8, 4.0, 8.0),
        ("1990-2000", 3, "Unassigned", 22, 11.0, 22.0),
        ("2000-2010", 1, "Kept", 0, 0.0, 0.0),
        ("2000-2010", 2, "Lost", 0, 0.0, 0.0),
        ("2000-2010", 3, "Unassigned", 100, 50.0, 100.0),
    ]


def test_what_no_rule_names_is_listed_largest_first_with_its_kind():
    cube = cube_of(CLASSES, MATRIX, hectares=2.0, names=["p"])
    rows = unassigned_rows(cube, small_rules(), DENSITIES)
    assert conversion_kind(CLASSES[0], CLASSES[0], {}) == "sink unchanged"
    dump = replace(CLASSES[2], key="dump", name="Dump")
    assert conversion_kind(CLASSES[2], dump, {}) == "mine to another mine class"
    assert [(r["kind"], r["from_class"], r["to_class"], r["cells"]) for r in rows] == [
        ("mine unchanged", "Pit", "Pit", 5),
        ("mine to sink", "Pit", "Field", 4),
        ("sink to built", "Field", "Town", 3),
        ("sink to a richer sink", "Field", "Wood", 2),
        ("mine to built", "Pit", "Town", 2),
        ("built unchanged", "Town", "Town", 2),
        ("sink to a poorer sink", "Wood", "Field", 1),
        ("built to another class", "Town", "Field", 1),
        ("class without a group", "Odd", "Pit", 1),
        ("class without a group, unchanged", "Odd", "Odd", 1),
    ]
    assert sum(row["cells"] for row in rows) == 22
    assert rows[0]["area_ha"] == 10.0
    assert rows[0]["share_pct"] == 5.0
    by_kind = {kind: (area, share) for kind, area, share in unassigned_by_kind(rows, "p")}
    assert by_kind["built unchanged"] == (4.0, 2.0)
    assert sum(area for area, _ in by_kind.values()) == 44.0
    assert unassigned_by_kind(rows, "another period") == []


@pytest.mark.parametrize("densities", [{}, {"field": 1.0}, {"field": 2.0, "wood": 2.0}])
def test_sinks_of_unknown_or_equal_densities_are_neither_richer_nor_poorer(densities):
    assert conversion_kind(CLASSES[0], CLASSES[1], densities) == "sink to sink"


def test_the_zone_of_enhancement_is_reclaimed_mine_land_and_afforestation():
    classes = paper_classes()
    rules = default_rules(classes)
    cells = np.arange(121).reshape(11, 11)
    parts = enhancement_parts(cube_of(classes, np.zeros((11, 11), int), cells), rules)
    # Any mine class to any sink; arable land and grass to forest.
    reclaimed = float(cells[6:10, :3].sum())
    assert parts == (
        2,
        {
            "of which reclaimed mined land": [0.0, reclaimed],
            "of which afforestation": [0.0, float(cells[0, 1] + cells[2, 1])],
        },
    )
    row = zone_share_rows(cube_of(classes, cells), rules)[1]
    assert row["area_ha"] == sum(own[1] for own in parts[1].values())


def test_other_rules_may_put_other_land_into_it_or_have_no_such_zone():
    classes = listed((1, "a", "A", "sink"), (2, "forest", "F", "sink"), (3, "w", "W", "water"))
    zones = read_zones(table("zones", "zone,key,name\n7,Enhancement,Better\n8,kept,Kept"))
    rules = read_rules(
        table("rules", "from,to,zone\nw,a,7\n@sink,@sink,7"), zones, classes, Notes()
    )
    cells = [[1, 2, 0], [0, 0, 0], [4, 0, 8]]
    assert enhancement_parts(cube_of(classes, cells), rules) == (
        7,
        {"of which afforestation": [2.0], "of which other land": [5.0]},
    )
    assert enhancement_parts(cube_of(CLASSES, MATRIX), small_rules()) == (0, {})


def write_zones(path, cube, side: int, number: int = 0) -> None:
    """The zone raster of a period of a cube; all its cells, side by side, are of zone 1."""
    grid = Grid(side, side, (0.0, 50.0, 0.0, 0.0, 0.0, -50.0))
    named = ValueNaming("a", {c.value: number for number, c in enumerate(CLASSES)})
    with Drafts() as drafts:
        writer = RasterWriter(replace(series_on(grid, CLASSES), namings=[named]), drafts)
        raster = ZoneRaster(writer, path, cube.periods[number], small_rules())
        raster.tiff.write_window(grid.full_window, np.ones((side, side), np.uint8))
        raster.finalize_results(census_of(cube))
        drafts.commit_drafts()


def test_the_legend_of_a_zone_raster_has_its_cells_hectares_and_share(tmp_path):
    """Those of its own period."""
    cube = cube_of(CLASSES, np.diag([100, 0, 0, 0, 0]), MATRIX, hectares=0.25, names=["o", "p"])
    write_zones(tmp_path / "z.tif", cube, 10, 1)
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "z.tif"))
        band = dataset.GetRasterBand(1)
        assert band.GetNoDataValue() == 0
        assert band.GetDescription() == "Carbon zones p"
        lasting = ["Persistent mined land", "Persistent built-up land"]
        assert band.GetCategoryNames() == ["", "Kept", "Lost", "Unassigned", *lasting]
    assert [
        (row["Value"], row["Name"], *(float(row[c]) for c in ("Cells", "Hectares", "Share_pct")))
        for row in attribute_table(tmp_path / "z.tif")
    ] == [
        ("1", "Kept", 70, 17.5, 70),
        ("2", "Lost", 8, 2.0, 8),
        ("3", "Unassigned", 15, 3.75, 15),
        ("4", "Persistent mined land", 5, 1.25, 5),
        ("5", "Persistent built-up land", 2, 0.5, 2),
    ]


def test_the_legend_of_land_without_any_area_has_shares_of_nought(tmp_path):
    # Rows beyond a pole have no hectares, so that there is nothing to be a share of.
    rules = small_rules()
    cube = cube_of(CLASSES, MATRIX, hectares=0.0, names=["p"])
    assert [row["share_pct"] for row in zone_share_rows(cube, rules)] == [None] * 3
    kinds = unassigned_by_kind(unassigned_rows(cube, rules, DENSITIES), "p")
    assert {(area, share) for _, area, share in kinds} == {(0.0, 0.0)}
    write_zones(tmp_path / "z.tif", cube, 1)
    shares = [float(row["Share_pct"]) for row in attribute_table(tmp_path / "z.tif")]
    assert shares == [0.0] * 5


def test_assigned_and_unassigned_hectares_of_a_period():
    rules = small_rules()
    rows = zone_share_rows(cube_of(CLASSES, MATRIX, hectares=0.5, names=["p"]), rules)
    assert assigned_areas_ha(rows, rules) == (39.0, 11.0)


def test_zones_are_found_by_the_names_of_a_pair_in_any_case():
    names = zone_names(CLASSES, small_rules())
    assert len(names) == 25
    assert names["field", "field"] == names["wood", "wood"] == "Kept"
    assert names["field", "pit"] == names["wood", "pit"] == "Lost"
    assert names["pit", "field"] == names["odd", "town"] == "Unassigned"


def convert(
    tmp_path, *dates, workers=None, cells=CELLS_PER_BLOCK, zones=None, each=({}, {}, {}), **options
):
    """The conversion raster of the last two dates, and its attribute table as rows by value."""
    files = [
        write_raster(tmp_path / f"d{n}.tif", cells, **options, **each[n])
        for n, cells in enumerate(dates)
    ]
    periods = [Period(n, n + 1, f"{n}-{n + 1}") for n in range(len(dates) - 1)]
    series = open_series(inputs(*files), "planimetric")
    with Drafts() as drafts:
        raster = ConversionRaster(
            RasterWriter(series, drafts), tmp_path / "out.tif", periods[-1], zones
        )
        count_series(series, periods, [raster], workers=workers, cells=cells)
        drafts.commit_drafts()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        band = dataset.GetRasterBand(1)
        assert gdal.GetDataTypeName(band.DataType) == "Int32"
        assert band.GetDescription() == f"Conversions {periods[-1].name}"
    rows = {int(row["Value"]): row for row in attribute_table(tmp_path / "out.tif")}
    return read_raster(tmp_path / "out.tif").tolist(), rows


def test_the_attribute_table_says_from_to_cells_and_hectares(tmp_path):
    names = {1: "Forest", 2: "Pit"}
    _, rows = convert(tmp_path, [[1, 1, 1, 2]], [[1, 2, 2, 2]], names=names)
    row = rows[1002]
    assert (row["Name"], row["From"], row["To"]) == ("Forest → Pit", "Forest", "Pit")
    assert float(row["Cells"]) == 2
    assert float(row["Hectares"]) == pytest.approx(0.18)
    assert sum(float(row["Cells"]) for row in rows.values()) == 4


def test_the_attribute_table_is_that_of_the_period_of_the_raster(tmp_path):
    _, rows = convert(tmp_path, [[3, 3, 3, 3]], [[1, 1, 2, 2]], [[2, 1, 1, 1]])
    assert {v: float(row["Cells"]) for v, row in rows.items()} == {1001: 1, 1002: 1, 2001: 2}


def test_the_attribute_table_has_a_colour_per_conversion(tmp_path):
    names, colours = {1: "Forest", 2: "Pit"}, {1: (0, 100, 0), 2: (200, 0, 0)}
    _, rows = convert(tmp_path, [[1, 1, 2]], [[1, 2, 1]], names=names, colours=colours)
    assert list(rows) == [1001, 1002, 2001]
    found = [tuple(int(row[c]) for c in ("Red", "Green", "Blue")) for row in rows.values()]
    # Forest is three quarters white; the others are 70 % of the new class and 30 % of the old.
    assert found == [(191, 216, 191), (140, 30, 0), (60, 70, 0)]


def test_the_attribute_table_tells_the_zones_where_every_conversion_has_one(tmp_path):
    names = {1: "Forest", 2: "Pit"}
    zones = {("forest", "forest"): "Kept", ("forest", "pit"): "Lost", ("pit", "pit"): "Kept"}
    _, rows = convert(tmp_path, [[1, 1]], [[1, 2]], names=names, zones=zones)
    assert {value: row["Zone"] for value, row in rows.items()} == {1001: "Kept", 1002: "Lost"}
    assert (rows[1002]["From"], rows[1002]["To"]) == ("Forest", "Pit")
    # A class that has no zone: rather none than some.
    _, rows = convert(tmp_path, [[1, 2]], [[1, 1]], names=names, zones=zones)
    assert [sorted(row) for row in rows.values()] == [
        ["Blue", "Cells", "From", "Green", "Hectares", "Name", "Red", "To", "Value"]
    ] * 2


@pytest.mark.parametrize("workers", [1, 4])
def test_pairs_that_cannot_be_read_are_numbered_as_they_turn_up(tmp_path, workers):
    # 1000 and -1 are outside 0 to 999; the pairs (1, 1) and (999, 999) are not.
    one = [[1000, 1], [1000, 999], [-1, 5]]
    other = [[1, 1], [5, 999], [5, 1000]]
    options = ["BLOCKYSIZE=1"]
    cells, rows = convert(
        tmp_path, one, other, dtype=np.int16, options=options, workers=workers, cells=2
    )
    assert cells == [[1_000_000, 1001], [1_000_001, 999_999], [1_000_002, 1_000_003]]
    assert rows[1_000_001]["From"] == "1000"
    assert rows[1_000_001]["To"] == "5"


def test_two_classes_of_one_value_do_not_share_a_number(tmp_path):
    # Value 1 is Water at one date and Town at the other, so that each class has the value 1:
    # the pairs Water -> Water and Water -> Town would both read 1001.
    each = ({"names": {1: "Water"}}, {"names": {1: "Town", 2: "Water"}})
    cells, rows = convert(tmp_path, [[1, 1]], [[2, 1]], each=each)
    assert len(set(cells[0])) == 2
    assert [rows[value]["Name"] for value in cells[0]] == ["Water → Water", "Water → Town"]
