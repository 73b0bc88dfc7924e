"""Carbon lost: the paper's own figures, and what is checked before any is counted."""

import re

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.results.loss_model import loss_model
from carbon_zones.core.results.losses import (
    CO2_PER_C,
    LossRaster,
    loss_checks,
    loss_density,
    loss_rows,
    loss_totals,
    note_unused,
    require_coefficients,
    taken_from,
)
from carbon_zones.core.results.uncertainty import Parameter
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scheme.area_errors import no_area_errors
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import Coefficients, read_coefficients
from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.core.scheme.disturbing_classes import DisturbingClasses
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import (
    attribute_table,
    census_of,
    cube_of,
    holding,
    listed,
    paper_classes,
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


def test_only_sinks_that_became_mined_land_are_losses():
    rows = loss_rows(cube_of(CLASSES, MATRIX, hectares=0.5, names=["p"]), COEFFICIENTS, MINING)
    assert [tuple(row.values())[:9] for row in rows] == [
        # period, from, to, ha, soil and vegetation per ha, soil, vegetation, total t C
        ("p", "Field", "Pit", 5.0, 80.0, 5.0, 400.0, 25.0, 425.0),
        ("p", "Field", "Dump", 2.0, 80.0, 5.0, 160.0, 10.0, 170.0),
        ("p", "Wood", "Dump", 1.0, 90.0, 20.0, 90.0, 20.0, 110.0),
    ]
    for row in rows:
        assert row["total_loss_tco2"] == pytest.approx(row["total_loss_tc"] * 44 / 12, rel=1e-15)


# A quarter of the field's soil is lost, and half of what grows in the wood.
FRACTIONS = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_loss_fraction,vegetation_loss_fraction\n"
    "field,80,5,0.25,\nwood,90,20,,0.5\n"
)


def test_only_the_part_that_the_loss_fractions_say_is_lost():
    """In LOSSES, in the raster of densities, and in what the uncertainty is worked out from."""
    own = read_coefficients(table("COEFFICIENTS", FRACTIONS), CLASSES, Notes())
    cube = cube_of(CLASSES, MATRIX, hectares=0.5, names=["p"])
    assert [tuple(row.values())[4:9] for row in loss_rows(cube, own, MINING)] == [
        # soil and vegetation per ha, whole stocks; soil, vegetation, total t C
        (80.0, 5.0, 100.0, 25.0, 125.0),
        (80.0, 5.0, 40.0, 10.0, 50.0),
        (90.0, 20.0, 90.0, 10.0, 100.0),
    ]
    densities = loss_density(own, MINING)(list(CLASSES))
    assert densities[:2, 2:4].tolist() == [[25.0, 25.0], [100.0, 100.0]]
    parameters = {
        (pool, number): Parameter(f"{pool}:{number}", 1.0, 10.0, "normal")
        for number in (0, 1)
        for pool in ("soil", "vegetation")
    }
    areas = no_area_errors(len(CLASSES), cube.periods)
    model = loss_model(cube, own, MINING, parameters, areas)
    assert model.base.sum() == 275.0
    assert [effect.sum() for effect in model.effects] == pytest.approx([14.0, 3.5, 9.0, 1.0])


def test_totals_are_by_period():
    cube = cube_of(CLASSES, MATRIX, np.array(MATRIX) * 2, names=["p", "q"])
    rows = loss_rows(cube, COEFFICIENTS, MINING)
    assert loss_totals(rows, "p") == {
        "area_ha": 16.0,
        "soil_loss_tc": 1300.0,
        "vegetation_loss_tc": 110.0,
        "total_loss_tc": 1410.0,
        "total_loss_tco2": pytest.approx(5170.0),
    }
    assert loss_totals(rows, "q")["total_loss_tc"] == 2820.0
    assert loss_totals(rows, "r") == dict.fromkeys(loss_totals(rows, "p"), 0)


def test_carbon_dioxide_weighs_44_for_12_of_carbon():
    assert pytest.approx(3.6666666666666667) == CO2_PER_C


def test_the_loss_of_1986_to_2018_by_the_areas_of_the_paper():
    # Section 3.2: 4482.5, 963.49 and 1648.13 ha of arable land, forest and grass were occupied.
    # The tonnes are in no table of the paper; they were worked out from its coefficients.
    classes = paper_classes()
    coefficients = read_coefficients(default_table("coefficients.csv"), classes, Notes())
    cells = np.zeros((11, 11), np.int64)
    for source, square_metres in ((0, 44_825_000), (1, 9_634_900), (2, 16_481_300)):
        # Split over the four mine classes, as in any real matrix; cells of a square metre.
        for place, part in enumerate((0.5, 0.25, 0.15)):
            cells[source, 6 + place] = int(square_metres * part)
        cells[source, 9] = square_metres - cells[source].sum()
    rows = loss_rows(
        cube_of(classes, cells, hectares=1e-4, names=["1986-2018"]), coefficients, MINING
    )
    by_class: dict = {}
    for row in rows:
        by_class[row["from_class"]] = by_class.get(row["from_class"], 0) + row["total_loss_tc"]
    assert by_class == pytest.approx(
        {"Arable land": 390_470.575, "Forestland": 104_220.7133, "Grassland": 156_157.02124},
        rel=1e-12,
    )
    totals = loss_totals(rows, "1986-2018")
    assert totals["area_ha"] == pytest.approx(7094.12)
    assert totals["soil_loss_tc"] == pytest.approx(602_956.9788, rel=1e-12)
    assert totals["vegetation_loss_tc"] == pytest.approx(47_891.33074, rel=1e-12)
    assert totals["total_loss_tc"] == pytest.approx(650_848.30954, rel=1e-12)
    assert totals["total_loss_tco2"] == pytest.approx(2_386_443.801647, rel=1e-12)


def test_the_density_of_each_pair_of_classes():
    found = loss_density(COEFFICIENTS, MINING)(list(CLASSES))
    assert found.dtype == np.float64
    wanted = np.zeros((5, 5))
    wanted[0, 2:4] = 85.0
    wanted[1, 2:4] = 110.0
    assert (found == wanted).all()


def coefficients(text: str) -> tuple:
    own = table("COEFFICIENTS", "class,soil_tc_per_ha,vegetation_tc_per_ha\n" + text)
    return own, read_coefficients(own, CLASSES, Notes())


def test_coefficients_of_a_class_that_is_no_sink_are_told():
    own, found = coefficients("field,1,1\n wood,1,1\n town,2,2\n pit,0,0")
    notes = Notes()
    note_unused(own, list(CLASSES), found, notes)
    (notice,) = notes.notices
    assert notes.warnings == []
    assert has(notice, "COEFFICIENTS", "of town, pit are not used", "group 'sink'")


@pytest.mark.parametrize(
    ("disturbing", "taken"),
    [
        # from, to, ha, t C
        (MINING, [("Field", "Pit", 10, 850), ("Field", "Dump", 4, 340), ("Wood", "Dump", 2, 220)]),
        (TOWNS, [("Field", "Town", 3, 255)]),
        (
            BOTH,
            [
                ("Field", "Pit", 10, 850),
                ("Field", "Dump", 4, 340),
                ("Field", "Town", 3, 255),
                ("Wood", "Dump", 2, 220),
            ],
        ),
        (DisturbingClasses(("quarry",)), []),
    ],
)
def test_the_groups_that_are_named_take_land(disturbing, taken):
    cube = cube_of(CLASSES, MATRIX, names=["p"])
    rows = loss_rows(cube, COEFFICIENTS, disturbing)
    columns = ("from_class", "to_class", "area_ha", "total_loss_tc")
    assert [tuple(row[column] for column in columns) for row in rows] == taken
    assert all(check.ok for check in loss_checks(cube, rows, disturbing))
    density = loss_density(COEFFICIENTS, disturbing)(list(CLASSES))
    assert (density * np.array(MATRIX)).sum() == sum(row[-1] for row in taken)


def test_what_the_land_of_the_groups_was_before():
    cube = cube_of(CLASSES, MATRIX, names=["p"])
    for disturbing, was in (
        (MINING, [("Field", 14), ("Town", 7), ("Pit", 6), ("Wood", 2)]),
        (TOWNS, [("Field", 3), ("Town", 2)]),
        (BOTH, [("Field", 17), ("Town", 9), ("Pit", 6), ("Wood", 2)]),
    ):
        found = [(origin.name, origin.area_ha) for origin in taken_from(cube, 0, disturbing)]
        assert found == was, disturbing


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
            said = refused(require_coefficients, *given, disturbing)
            assert has(said, "COEFFICIENTS (x) has no densities", "of which land was taken: ")
            assert re.findall(r"('\w+') [\d.]+ ha in ", said) == missing.split(", ")
            assert "carbonzones:carbondensities with all dates as LAYERS" in said
        else:
            require_coefficients(*given, disturbing)


def test_losses_are_checked_against_the_transfers():
    """That each goes red, and is called what it is: test_closure.py."""
    cube = cube_of(CLASSES, MATRIX, hectares=0.5, names=["p"])
    losses = loss_rows(cube, COEFFICIENTS, MINING)
    hectares, parts = loss_checks(cube, losses[1:], MINING)
    assert (hectares.expected, hectares.actual, hectares.ok) == (8.0, 3.0, False)
    assert parts.ok


def test_a_nameless_value_that_is_called_like_a_sink_does_not_break_the_closure():
    # The table calls its sink "1"; the cells also hold a value 1 that the table lacks.
    classes = listed((10, "1", "1", "sink"), (20, "2", "2", "mine"))
    classes.of_value(1)
    cube = cube_of(classes, [[1, 2, 0], [0, 1, 0], [0, 3, 1]])
    losses = loss_rows(cube, holding(**{"1": (1.0, 1.0)}), MINING)
    assert [row["area_ha"] for row in losses] == [2.0]
    assert all(check.ok for check in loss_checks(cube, losses, MINING))


@pytest.mark.parametrize(
    ("soil", "vegetation"), [(92.67, 15.5), (0.1, 0.2), (88.35, 6.398), (123_456.789012, 0.0)]
)
def test_a_density_comes_through_the_text_of_an_attribute_table(soil, vegetation):
    """GDAL writes sixteen digits; 0.1 + 0.2 would come back as another number."""
    classes = [LandClass(1, "a", "A", "sink"), LandClass(2, "b", "B", "mine")]
    density = loss_density(holding(a=(soil, vegetation)), MINING)(classes)[0, 1]
    assert float(f"{density:.16g}") == density == pytest.approx(soil + vegetation, rel=1e-13)


def density_legend(folder, coefficients: Coefficients) -> tuple:
    """The attribute table of the density raster of MATRIX at half a hectare, and its band."""
    grid = Grid(2, 1, (0.0, 50.0, 0.0, 0.0, 0.0, -100.0))
    # Before its period goes another one, of which nothing must be in the legend.
    cube = cube_of(CLASSES, np.full((5, 5), 7), MATRIX, hectares=0.5, names=["o", "p"])
    with Drafts() as drafts:
        writer = RasterWriter(series_on(grid, CLASSES), drafts)
        raster = LossRaster(writer, folder / "d.tif", cube.periods[1], coefficients, MINING)
        raster.tiff.write(Window(0, 0, 2, 1), np.array([[-9999.0, 85.0]]))
        raster.finish(census_of(cube))
        drafts.finish()
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
    found = loss_density(holding(field=(80.0, 5.0)), MINING)(list(CLASSES))
    assert found[1].tolist() == [0.0] * 5
    assert found[0].tolist() == [0.0, 0.0, 85.0, 85.0, 0.0]


def test_classes_are_matched_with_coefficients_without_regard_to_case():
    classes = listed((1, "Field", "F", "sink"), (2, "pit", "P", "mine"))
    own = holding(field=(2.0, 1.0))
    cube = cube_of(classes, [[0, 4], [0, 0]])
    assert [row["total_loss_tc"] for row in loss_rows(cube, own, MINING)] == [12.0]
    assert loss_density(own, MINING)(list(classes)).tolist() == [[0.0, 3.0], [0.0, 0.0]]
    notes = Notes()
    note_unused(table("T", "class\n x"), list(classes), own, notes)
    assert notes == Notes()
    require_coefficients(table("T", "class\n x"), cube, own, MINING)
