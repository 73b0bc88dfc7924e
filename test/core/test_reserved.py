"""Names with a meaning of their own in tables are nobody's; all others work, odd as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.base.numbers import to_single_line
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.class_table_proposal import ClassFinder
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.table import Table
from carbon_zones.core.scheme.zone_rules import RuleSideParser, read_zones
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import write_raster
from carbon_zones.test.names import ODD, RESERVED


def class_table(**cells: str) -> Table:
    row = {"value": "7", "class": "one", "name": "One", **cells}
    return Table("CLASSES (c)", tuple(row), [{**row, "value": "3", "class": "a", "name": "A"}, row])


@pytest.mark.parametrize("column", ["class", "name"])
@pytest.mark.parametrize("name", RESERVED)
def test_no_class_of_a_table_is_called_so(name, column):
    said = refused(read_classes, class_table(**{column: name}))
    assert has(said, f"CLASSES (c), row 2: value 7: the name '{name.strip()}' is", RESERVED[name])


@pytest.mark.parametrize("column", ["key", "name"])
@pytest.mark.parametrize("name", RESERVED)
def test_no_zone_is_called_so(name, column):
    row = {"zone": "4", "key": "one", "name": "One", column: name}
    said = refused(read_zones, Table("ZONE_TABLE", tuple(row), [row]))
    assert has(said, f"ZONE_TABLE, row 1: zone 4: the name '{name.strip()}'")


@pytest.mark.parametrize("name", RESERVED)
def test_no_class_beside_a_polygon_or_point_is_called_so(name):
    finder = ClassFinder(Classes([LandClass(1, "a", "A")]), ["m"], [{1: 0}])
    assert f"is reserved for {RESERVED[name]}" in refused(finder.match, name)


@pytest.mark.parametrize("name", RESERVED)
def test_no_class_of_a_layer_is_called_so(tmp_path, name):
    """GDAL trims no names, so a legend has them with their blanks."""
    first = write_raster(tmp_path / "a_1990.tif", [[1, 2]], names={1: "A", 2: "B"})
    path = write_raster(tmp_path / "b_2000.tif", [[1, 3]], names={1: "A", 3: name})
    said = refused(open_series, inputs(first, path), "auto", needs_scheme=False)
    assert has(said, "b_2000", "value 3", f"'{name.strip()}'", RESERVED[name])


def test_a_name_of_what_is_no_data_or_of_another_table_is_nobodys(tmp_path):
    names = {0: "(outside)", 1: "A", 2: "*"}
    path = write_raster(tmp_path / "a_1990.tif", [[0, 1, 2]], nodata=0, names=names)
    own = [(1, LandClass(1, "a", "A")), (2, LandClass(2, "b", "B"))]
    series = open_series(inputs(path), "auto", own)
    assert [c.name for c in series.classes] == ["A", "B"]
    said = refused(open_series, inputs(path), "auto", needs_scheme=False)
    assert "value 2: the name '*' is reserved" in said


def is_reserved(name: str) -> bool:
    text = to_single_line(name).casefold()
    return text in ("(all)", "(outside)", "*", "=") or text[:1] == "@"


# Not the key of the other class.
names = st.text().filter(lambda name: to_single_line(name).casefold() not in ("", "a"))
names |= st.sampled_from([*RESERVED, *ODD])


@given(name=names)
def test_a_name_is_refused_or_means_its_class_and_nothing_else(name):
    """In rules a name that is taken is the class that is called so, whatever else it looks like."""
    try:
        entries = read_classes(class_table(**{"class": name}))
    except DataError:
        assert is_reserved(name)
        return
    assert not is_reserved(name)
    classes = Classes(c for _, c in entries)
    table = Table("t", ("from",), [{"from": name}])
    (row,) = table
    assert RuleSideParser(table, classes).parse_cell(row, "from") == to_single_line(name).casefold()
    assert classes[classes.find_class(name)].value == 7


@pytest.mark.parametrize("name", ODD)
def test_odd_names_work(name):
    (_, land_class) = read_classes(class_table(**{"class": name, "name": ""}))[1]
    assert (land_class.key, land_class.name) == (to_single_line(name), to_single_line(name))


def test_a_value_that_nobody_names_is_not_taken_for_a_class_that_is_called_so():
    classes = Classes([LandClass(1, "7", "7")])
    own = classes.add_unnamed_value(7)
    assert own == classes.add_unnamed_value(7) == 1
    assert [(c.value, c.name) for c in classes] == [(1, "7"), (7, "value 7")]
    assert classes[classes.add_unnamed_value(8)].name == "8"
    assert classes.find_class("7") == 0
