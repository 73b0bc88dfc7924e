"""The tables of a scheme from rasters: what each holds, told once for each value."""

import re

import numpy as np
import pytest

from carbon_zones.core.base.data_dictionary import ColumnKind
from carbon_zones.core.base.dates import Date
from carbon_zones.core.results.scheme_tables import SchemeTables, hectare_columns, series_by_value
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import load_default_table, load_shipped_legend
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import inputs, table
from carbon_zones.test.helpers import write_raster

NAMES = {1: "Agriculture", 2: "Forest", 3: "Khu dân cư", 4: "Sông hồ"}


@pytest.fixture
def made(tmp_path):
    """The tables of rasters, each given by its values and names."""

    def make(*rasters, entries=None, shipped=None, **options):
        paths = [
            write_raster(
                tmp_path / f"land_{1990 + 10 * n}.tif", values, names=names, cell=(100, 100), **more
            )
            for n, (values, names, *rest) in enumerate(rasters)
            for more in (rest[0] if rest else {},)
        ]
        series = open_series(inputs(*paths), "planimetric", entries, shipped=shipped)
        values = series_by_value(series)
        return SchemeTables(series, count_series(values, []), shipped, **options)

    return make


def tables_of(scheme: SchemeTables) -> dict:
    return {one.name: one for one in scheme.tables}


def rows_of(scheme: SchemeTables, name: str, *columns: str) -> list:
    return [tuple(row[c] for c in columns) for row in tables_of(scheme)[name].rows]


def test_a_row_for_each_value_with_the_hectares_of_each_layer(made):
    # A cell of 100 x 100 m has 1 ha. Cells that the other layer lacks count too.
    scheme = made(
        ([[1, 1, 1, 2], [2, 2, 3, 9]], NAMES, {"nodata": 9}),
        ([[1, 1, 9, 2], [4, 3, 3, 3]], NAMES, {"nodata": 9}),
    )
    assert rows_of(scheme, "classes", "value", "class", "name", "group", "ha_1990", "ha_2000") == [
        (1, "arable", "Agriculture", "sink", 3.0, 2.0),
        (2, "forest", "Forest", "sink", 3.0, 1.0),
        (3, "khu_dan_cu", "Khu dân cư", None, 1.0, 3.0),
        (4, "song_ho", "Sông hồ", None, 0.0, 1.0),
    ]
    assert [check.is_met for check in scheme.consistency_checks] == [True, True]
    assert [check.expected for check in scheme.consistency_checks] == [7.0, 7.0]
    (count, marked), (warning,) = scheme.notes().notices, scheme.notes().warnings
    assert has(count, "found: 4; group assigned: 2.")
    assert has(marked, "column 'note' for 1 'Agriculture'.")
    assert has(warning, "3 'Khu dân cư', 4 'Sông hồ'. ")


def test_values_that_do_not_occur_are_no_rows(made):
    scheme = made(([[1, 1]], {1: "Forest", 2: "Grass", 200: "Dump"}))
    assert rows_of(scheme, "classes", "value") == [(1,)]


def test_tables_have_the_columns_of_the_default_ones_in_their_order(made):
    tables = tables_of(made(([[1]], {1: "Forest"})))
    for name in tables:
        file = f"{name}.csv"
        columns = [column for column, _ in tables[name].fields]
        assert columns[: len(load_default_table(file).columns)] == list(
            load_default_table(file).columns
        )
        if name != "classes":
            assert len(columns) == len(load_default_table(file).columns)
    assert list(tables) == ["classes", "rules", "coefficients", "zones"]
    assert [c for c, _ in tables["classes"].fields][5:] == [*("note", "ha_1990", "natural")]


def test_numbers_are_numbers_and_texts_texts(made):
    tables = tables_of(made(([[1]], {1: "Forest"})))
    kinds = {name: dict(one.fields) for name, one in tables.items()}
    assert kinds["classes"]["value"] is kinds["zones"]["zone"] is ColumnKind.WHOLE
    assert kinds["classes"]["ha_1990"] is kinds["coefficients"]["soil_tc_per_ha"] is ColumnKind.REAL
    assert kinds["classes"]["group"] is kinds["rules"]["from"] is ColumnKind.TEXT
    python = {ColumnKind.WHOLE: int, ColumnKind.REAL: float, ColumnKind.TEXT: str}
    for one in tables.values():
        for row in one.rows:
            for column, kind in one.fields:
                assert row[column] is None or type(row[column]) is python[kind], (one.name, column)


def test_zones_are_the_default_ones_in_the_language(made):
    for language in ("", "zh_CN"):
        scheme = made(([[1]], {1: "Forest"}), language=language)
        default = load_default_table("zones.csv", language).rows
        assert rows_of(scheme, "zones", "zone", "key", "name", "colour", "description") == [
            (int(row["zone"]), row["key"], row["name"], row["colour"], row["description"])
            for row in default
        ]


def test_rules_are_the_default_ones_but_those_for_classes_that_are_not_there(made):
    scheme = made(([[1, 2]], {1: "Forest", 2: "Farmland"}))
    here = {"arable", "forest"}
    expected = [
        (row["from"], row["to"])
        for row in load_default_table("rules.csv").rows
        if all(side in here or side[0] in "@*=" for side in (row["from"], row["to"]))
    ]
    found = rows_of(scheme, "rules", "from", "to")
    assert ("arable", "forest") in found
    assert not any("grass" in rule for rule in found)
    assert found == expected


def test_coefficients_of_sinks_and_of_what_may_be_one(made):
    names = {1: "Forest", 2: "Shrubs", 3: "Cerrado", 4: "Urban", 5: "Water", 6: "Forest"}
    scheme = made(([[1, 2, 3, 4, 5, 6]], names))
    found = rows_of(scheme, "coefficients", "class", "soil_tc_per_ha", "vegetation_tc_per_ha")
    assert found == [("forest", 92.67, 15.5), ("shrub", None, None), ("cerrado", None, None)]
    sources = rows_of(scheme, "coefficients", "source")
    assert "Yang et al. 2022" in sources[0][0]
    assert sources[1:] == [(None,), (None,)]
    assert not any("Pingshuo" in str(warning) for warning in scheme.notes().warnings)


@pytest.mark.parametrize(("classes", "is_told"), [({1: "Forest"}, True), ({1: "Shrub"}, False)])
def test_densities_of_a_mine_far_away_are_warned_of(made, classes, is_told):
    scheme = made(([[1, 1]], classes, {"epsg": 32718, "origin": (500000, 8000000)}))
    told = [text for text in map(str, scheme.notes().warnings) if "Pingshuo" in text]
    assert bool(told) == is_told
    assert all(re.search("1[0-9],[0-9]{3} km from the study area", text) for text in told)


def test_values_nobody_names_have_rows_and_no_proposal(made):
    scheme = made(([[3, 7]], None))
    assert rows_of(scheme, "classes", "value", "class", "name", "group") == [
        (3, "3", "3", None),
        (7, "7", "7", None),
    ]
    assert "for 3, 7. " in str(scheme.notes().warnings[0])


def test_a_shipped_legend_names_them_and_says_what_is_not_certain(made):
    scheme = made(([[1, 3, 7]], None), shipped=load_shipped_legend("clcd"))
    assert rows_of(scheme, "classes", "value", "class", "name", "group") == [
        (1, "arable", "Arable land", "sink"),
        (3, "shrub", "Shrubland", "sink"),
        (7, "bare", "Bare land", "bare"),
    ]
    notes = [str(note) for (note,) in rows_of(scheme, "classes", "note")]
    assert notes == ["None", "None", "uncertain in the built-in legend"]
    assert not scheme.notes().warnings


def test_a_class_table_keeps_its_keys_and_gets_proposals_where_it_has_no_group(made):
    entries = read_classes(
        table("CLASSES", "value,class,name,group\n1,a,Woods,\n2,Farmland,,\n3,c,Forest mine,my own")
    )
    scheme = made(([[1, 2, 3, 8]], NAMES), entries=entries)
    assert rows_of(scheme, "classes", "value", "class", "name", "group") == [
        (1, "a", "Woods", "sink"),
        (2, "Farmland", "Farmland", "sink"),
        (3, "c", "Forest mine", "my own"),
        (8, "8", "8", None),
    ]


def test_default_rules_of_classes_that_unnamed_values_may_be_are_named(made):
    """They are there once the class table has their keys."""
    layer = [[1, 2, 3]], None
    scheme = made(layer)
    assert len(rows_of(scheme, "rules", "from")) == 5
    (*_, said) = map(str, scheme.notes().warnings)
    omitted = "arable \u2192 forest, grass \u2192 forest, grass \u2192 arable"
    assert said == (
        f"Default rules omitted, as values without names may be their classes: {omitted}. Fill in "
        "the column class and run again with the table as CLASSES."
    )
    filled = "value,class,name,group\n1,arable,,\n2,forest,,\n3,grass,,"
    again = made(layer, entries=read_classes(table("CLASSES", filled)))
    assert len(rows_of(again, "rules", "from")) == 8
    assert again.notes().warnings == []


def test_two_names_of_one_value_that_mean_the_same(made):
    scheme = made(([[1, 2]], {1: "Forest", 2: "Water"}), ([[1, 2]], {1: "林地", 2: "WATER"}))
    assert rows_of(scheme, "classes", "class", "name") == [("forest", "Forest"), ("water", "Water")]
    notes = [str(note or "") for (note,) in rows_of(scheme, "classes", "note")]
    assert notes == ["'林地' in land_2000", ""]


@pytest.mark.parametrize("second", ["Shrubs", "Dense forest", "Rừng", "Trees and grass"])
def test_two_names_of_one_value_that_may_not(made, second):
    named = {1: "Forest", 2: "Water"}
    said = refused(made, ([[1, 2]], named), ([[1, 2]], {**named, 1: second}))
    assert has(said, "LAYERS: ", f"value: 1: 'Forest' in land_1990, '{second}' in land_2000;")
    assert "Water" not in said


def test_names_of_values_that_a_layer_does_not_hold_do_not_matter(made):
    scheme = made(([[1, 1]], {1: "Forest", 2: "Water"}), ([[1, 2]], {1: "Forest", 2: "Shrubs"}))
    assert rows_of(scheme, "classes", "name") == [("Forest",), ("Shrubs",)]


def test_a_value_that_only_one_layer_names(made):
    scheme = made(([[1, 2]], {1: "Forest", 2: "Water"}), ([[1, 2]], {1: "Forest"}))
    assert rows_of(scheme, "classes", "value", "name", "ha_1990", "ha_2000") == [
        (1, "Forest", 1.0, 1.0),
        (2, "Water", 1.0, 1.0),
    ]
    notes = [str(note or "") for (note,) in rows_of(scheme, "classes", "note")]
    assert notes == ["", "no name in land_2000"]


def test_one_name_of_two_values_is_one_class(made):
    scheme = made(([[1, 5]], {1: "Forest", 5: "Forest"}))
    assert rows_of(scheme, "classes", "value", "class") == [(1, "forest"), (5, "forest")]


def test_columns_of_hectares():
    dates = [
        Date("1986", "lu_1986"),
        Date("2000", "a"),
        Date("2000", "b 2"),
        Date("1990-2000", "c"),
        Date("", "GLC.x (1)"),
        Date("", "B_2"),
    ]
    assert hectare_columns(dates) == [
        *("ha_1986", "ha_a", "ha_b_2", "ha_1990_2000", "ha_GLC_x_1", "ha_B_2_2")
    ]


def test_colours_of_the_rasters_stay(made):
    colours = {1: (1, 2, 3), 2: (255, 0, 16)}
    named = made(([[1, 2]], {1: "Forest", 2: "Rừng"}, {"colours": colours}))
    assert rows_of(named, "classes", "colour") == [("#010203",), ("#ff0010",)]
    nameless = made(([[1, 2]], None, {"colours": colours}))
    assert rows_of(nameless, "classes", "colour") == [("#010203",), ("#ff0010",)]


def test_what_is_natural_is_told_by_the_code_of_a_product_and_by_a_class_table(made):
    """Two grasslands of one class: a reader makes classes of their own of them."""
    scheme = made(
        ([[401, 402, 403]], None, {"dtype": np.uint16}), shipped=load_shipped_legend("gb21010")
    )
    assert rows_of(scheme, "classes", "class", "natural") == [
        *(("grass", "yes"), ("grass", None), ("grass", "no"))
    ]
    entries = read_classes(table("CLASSES", "value,class,natural\n 1,wood,yes\n 2,field,no"))
    scheme = made(([[1, 2, 3]], None), entries=entries)
    assert rows_of(scheme, "classes", "value", "natural") == [(1, "yes"), (2, "no"), (3, None)]


def test_several_notes_stand_in_one_cell(made):
    scheme = made(([[1]], {1: "Agriculture"}), ([[1]], {1: "Rice"}), ([[1]], {2: "Water"}))
    ((note,),) = rows_of(scheme, "classes", "note")
    assert has(note, "'agriculture'; ", "; 'Rice' in land_2000; ", "name in land_2010")


def test_many_values_are_told_by_the_first_of_them(made):
    scheme = made(([list(range(1, 31))], None))
    warning, _ = scheme.notes().warnings
    assert has(warning, "for 1, 2, 3, ", ", 20, .... ")
    names = [{n: f"Forest {chr(96 + n)}{word}" for n in range(1, 26)} for word in ("x", "y")]
    said = refused(made, *(([list(range(1, 26))], one) for one in names))
    assert "20: 'Forest tx' in land_1990, 'Forest ty' in land_2000; ...; set" in said
    assert "21: " not in said
