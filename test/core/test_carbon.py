"""Carbon lost: against a plain loop over pairs of classes, and what is checked before."""

import re
from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.results.loss_model import loss_model
from carbon_zones.core.results.losses import (
    LossRaster,
    exclude_sinks_without_coefficients,
    former_class_areas,
    loss_checks,
    loss_density_table,
    loss_rows,
    loss_totals,
    report_unused_coefficients,
)
from carbon_zones.core.results.uncertainty import RandomParameter
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scheme.area_errors import make_area_variables
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import Coefficients, read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import (
    attribute_table,
    census_of,
    cube_of,
    holding,
    listed,
    series_on,
    table,
)

CLASSES = listed(
    (1, "field", "Field", "sink"),
    (2, "wood", "Wood", "sink"),
    (3, "pit", "Pit", "mine"),
    (4, "dump", "Dump", "mine"),
    (5, "town", "Town", "built"),
)
COEFFICIENTS = holding(field=(80.0, 5.0), wood=(90.0, 20.0))
MINING, TOWNS, BOTH = (
    DisturbingClasses(),
    DisturbingClasses(("built",)),
    DisturbingClasses(("mine", "built")),
)
#         to  field wood pit dump town
MATRIX = [
    [50, 0, 10, 4, 3],  # from field
    [1, 20, 0, 2, 0],  # from wood
    [6, 0, 5, 1, 0],  # from pit
    [0, 0, 0, 0, 0],
    [1, 0, 7, 0, 2],  # from town
]


TERMS = st.tuples(
    *[st.sampled_from([0.0, 5.0, 80.0, 92.67])] * 2, *[st.sampled_from(["", 0.0, 0.25, 0.66])] * 2
)
SQUARE = st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=5, max_size=5)


@given(SQUARE, st.tuples(TERMS, TERMS), st.sets(st.sampled_from(["mine", "built", "quarry"])))
def test_losses_are_those_of_a_plain_loop(matrix, terms, groups):
    """Sinks that became land of the groups; the whole of their carbon or what its fractions say."""
    pools = ("soil", "vegetation")
    columns = ",".join(f"{pool}_{n}" for n in ("tc_per_ha", "loss_fraction") for pool in pools)
    lines = [",".join(map(str, [key, *own])) for key, own in zip(("field", "wood"), terms)]
    own = read_coefficients(table("C", "\n".join([f"class,{columns}", *lines])), CLASSES, Notes())
    disturbing = DisturbingClasses(tuple(sorted(groups)))
    cube = cube_of(CLASSES, matrix, np.transpose(matrix), hectares=0.5, names=["p", "q"])
    densities, expected, before = np.zeros((5, 5)), [], Counter()
    for (i, one), (j, other) in product(enumerate(CLASSES), repeat=2):
        area = 0.5 * matrix[i][j]
        if other.group in groups and area:
            before[one.name] += area
        if one.group == "sink" and other.group in groups:
            soil, green, *parts = terms[i]
            lost = [d * (1 if part == "" else part) for d, part in zip((soil, green), parts)]
            densities[i, j] = sum(lost)
            tonnes = (area * lost[0], area * lost[1], area * sum(lost), area * sum(lost) * 44 / 12)
            if area:
                expected.append(("p", one.name, other.name, area, soil, green, *tonnes))
    rows = loss_rows(cube, own, disturbing)
    found = [tuple(row.values()) for row in rows if row["period"] == "p"]
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    for row, wanted in zip(found, expected):
        assert row[3:] == pytest.approx(wanted[3:])
    sums = [sum(row[n] for row in expected) for n in (3, 6, 7, 8, 9)]
    assert [*loss_totals(rows, "p").values()] == pytest.approx(sums)
    assert {*loss_totals(rows, "r").values()} == {0}
    assert loss_density_table(own, disturbing)(list(CLASSES)) == pytest.approx(densities)
    assert all(check.is_met for check in loss_checks(cube, rows, disturbing))
    was = former_class_areas(cube, 0, disturbing)
    assert {origin.name: origin.area_ha for origin in was} == before
    assert [origin.area_ha for origin in was] == sorted(before.values(), reverse=True)
    # What the uncertainty is worked out from: a tenth of what each pool loses.
    parameters = {
        (pool, number): RandomParameter(f"{pool}:{number}", 1.0, 10.0, "normal")
        for number, pool in product((0, 1), pools)
    }
    one = cube_of(CLASSES, matrix, hectares=0.5, names=["p"])
    areas = make_area_variables(None, CLASSES, one.periods)
    model = loss_model(one, own, disturbing, parameters, areas)
    assert model.base.sum() == pytest.approx(sums[3])
    assert sum(effect.sum() for effect in model.effects) == pytest.approx(sums[3] / 10)


def coefficients(text: str) -> tuple:
    own = table("COEFFICIENTS", "class,soil_tc_per_ha,vegetation_tc_per_ha\n" + text)
    return own, read_coefficients(own, CLASSES, Notes())


def test_coefficients_of_a_class_that_is_no_sink_are_told():
    own, found = coefficients("field,1,1\n wood,1,1\n town,2,2\n pit,0,0")
    notes = Notes()
    report_unused_coefficients(own, list(CLASSES), found, notes)
    (notice,) = notes.notices
    assert notes.warnings == []
    assert has(notice, "COEFFICIENTS", "of town, pit ignored", "group 'sink'")


def test_only_sinks_of_which_land_was_taken_need_coefficients():
    """All that lack them are named at once, those of any period and of the span."""
    first = [[5, 0, 0, 0, 1], [0, 5, 0, 0, 0], [0] * 5, [0] * 5, [0] * 5]
    second = [[5, 0, 1, 0, 0], [0, 5, 0, 0, 0], [0] * 5, [0] * 5, [0] * 5]
    span = [[5, 0, 0, 0, 0], [0, 5, 0, 1, 0], [0] * 5, [0] * 5, [0] * 5]
    own = table("COEFFICIENTS (x)", "class\n x")
    for matrices, disturbing, known, missing in (
        ([first], MINING, (), ""),
        ([first], TOWNS, (), "'field'"),
        ([first], TOWNS, ("field",), ""),
        ([first, second], MINING, ("wood",), "'field'"),
        ([first, second], MINING, ("field",), ""),
        ([first, second, span], MINING, (), "'field', 'wood'"),
        ([first, second, span], BOTH, ("field",), "'wood'"),
    ):
        given = own, cube_of(CLASSES, *matrices), holding(**dict.fromkeys(known, (1.0, 1.0)))
        if missing:
            said = refused(exclude_sinks_without_coefficients, *given, disturbing)
            assert has(said, "COEFFICIENTS (x): no carbon densities", "disturbed sink classes: ")
            assert re.findall(r"('\w+') \([\d.]+ ha, ", said) == missing.split(", ")
            assert "carbonzones:carbondensities and all dates as LAYERS" in said
        else:
            exclude_sinks_without_coefficients(*given, disturbing)


def test_a_class_without_coefficients_is_named_with_the_period_that_took_most_of_it():
    """Neither the first, the last, nor the one that took least."""
    matrices = []
    for field, wood in ((3, 2), (9, 1), (4, 8), (1, 5)):
        matrices.append([[5, 0, field, 0, 0], [0, 5, 0, wood, 0], [0] * 5, [0] * 5, [0] * 5])
    cube = cube_of(CLASSES, *matrices, names=["a", "b", "c", "d"])
    own = table("COEFFICIENTS (x)", "class\n x")
    said = refused(exclude_sinks_without_coefficients, own, cube, holding(), MINING)
    assert has(said, "'field' (9.00 ha, b), 'wood' (8.00 ha, c);")


def test_losses_are_checked_against_the_transfers():
    cube = cube_of(CLASSES, MATRIX, hectares=0.5, names=["p"])
    losses = loss_rows(cube, COEFFICIENTS, MINING)
    hectares, parts = loss_checks(cube, losses[1:], MINING)
    assert (hectares.expected, hectares.actual, hectares.is_met) == (8.0, 3.0, False)
    assert parts.is_met


def test_a_nameless_value_that_is_called_like_a_sink_does_not_break_the_closure():
    # The table calls its sink "1"; the cells also hold a value 1 that the table lacks.
    classes = listed((10, "1", "1", "sink"), (20, "2", "2", "mine"))
    classes.add_unnamed_value(1)
    cube = cube_of(classes, [[1, 2, 0], [0, 1, 0], [0, 3, 1]])
    losses = loss_rows(cube, holding(**{"1": (1.0, 1.0)}), MINING)
    assert [row["area_ha"] for row in losses] == [2.0]
    assert all(check.is_met for check in loss_checks(cube, losses, MINING))


@pytest.mark.parametrize(
    ("soil", "vegetation"), [(92.67, 15.5), (0.1, 0.2), (88.35, 6.398), (123_456.789012, 0.0)]
)
def test_a_density_comes_through_the_text_of_an_attribute_table(soil, vegetation):
    """GDAL writes sixteen digits; 0.1 + 0.2 would come back as another number."""
    classes = [LandClass(1, "a", "A", "sink"), LandClass(2, "b", "B", "mine")]
    density = loss_density_table(holding(a=(soil, vegetation)), MINING)(classes)[0, 1]
    assert float(f"{density:.16g}") == density == pytest.approx(soil + vegetation, rel=1e-13)


def density_legend(folder, coefficients: Coefficients) -> tuple:
    """The attribute table of the density raster of MATRIX at half a hectare, and its band."""
    grid = Grid(2, 1, (0.0, 50.0, 0.0, 0.0, 0.0, -100.0))
    # Before its period goes another one, of which nothing must be in the legend.
    cube = cube_of(CLASSES, np.full((5, 5), 7), MATRIX, hectares=0.5, names=["o", "p"])
    with Drafts() as drafts:
        writer = RasterWriter(series_on(grid, CLASSES), drafts)
        raster = LossRaster(writer, folder / "d.tif", cube.periods[1], coefficients, MINING)
        raster.tiff.write_window(Window(0, 0, 2, 1), np.array([[-9999.0, 85.0]]))
        raster.finalize_results(census_of(cube))
        drafts.commit_drafts()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(folder / "d.tif"))
        band = dataset.GetRasterBand(1)
        of_band = band.GetNoDataValue(), band.GetDescription(), gdal.GetDataTypeName(band.DataType)
    return of_band, [
        (
            float(row["Value"]),
            row["Name"],
            float(row["Cells"]),
            float(row["Hectares"]),
            "#{:02x}{:02x}{:02x}".format(*(int(row[name]) for name in ("Red", "Green", "Blue"))),
            float(row["Loss_tc"]),
        )
        for row in attribute_table(folder / "d.tif")
    ]


def test_the_legend_of_a_density_raster_adds_up_the_pairs_of_each_density(tmp_path):
    of_band, rows = density_legend(tmp_path, COEFFICIENTS)
    assert of_band == (-9999.0, "Carbon loss p, t C/ha", "Float64")
    assert rows == [
        # t C/ha, name, cells, hectares, colour, t C; of 112 cells 16 are losses
        (0.0, "No carbon loss", 96, 48.0, "#e6e8e2", 0.0),
        (85.0, "Field, 85 t C/ha", 14, 7.0, "#fdbb84", 595.0),
        (110.0, "Wood, 110 t C/ha", 2, 1.0, "#7f0000", 110.0),
    ]


def test_sinks_of_one_density_share_an_entry_of_the_legend(tmp_path):
    alike = holding(field=(80.0, 5.0), wood=(60.0, 25.0))
    _, rows = density_legend(tmp_path, alike)
    assert rows[1:] == [(85.0, "Field, Wood, 85 t C/ha", 16, 8.0, "#fdbb84", 680.0)]


def test_a_sink_without_carbon_is_no_loss_in_the_legend(tmp_path):
    _, rows = density_legend(tmp_path, holding(field=(0.0, 0.0), wood=(90.0, 20.0)))
    assert [row[:4] for row in rows] == [
        (0.0, "No carbon loss", 110, 55.0),
        (110.0, "Wood, 110 t C/ha", 2, 1.0),
    ]


def test_a_sink_that_no_layer_has_may_be_without_coefficients():
    found = loss_density_table(holding(field=(80.0, 5.0)), MINING)(list(CLASSES))
    assert found[1].tolist() == [0.0] * 5
    assert found[0].tolist() == [0.0, 0.0, 85.0, 85.0, 0.0]


def test_classes_are_matched_with_coefficients_without_regard_to_case():
    classes = listed((1, "Field", "F", "sink"), (2, "pit", "P", "mine"))
    own = holding(field=(2.0, 1.0))
    cube = cube_of(classes, [[0, 4], [0, 0]])
    assert [row["total_loss_tc"] for row in loss_rows(cube, own, MINING)] == [12.0]
    assert loss_density_table(own, MINING)(list(classes)).tolist() == [[0.0, 3.0], [0.0, 0.0]]
    notes = Notes()
    report_unused_coefficients(table("T", "class\n x"), list(classes), own, notes)
    assert notes == Notes()
    exclude_sinks_without_coefficients(table("T", "class\n x"), cube, own, MINING)
