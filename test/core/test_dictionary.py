"""The rows of tables and the data dictionary, core/base/columns.csv, agree."""

import importlib
import pkgutil

import pytest

from carbon_zones import core
from carbon_zones.core.base.data_dictionary import COLUMNS, ColumnKind, get_table_fields

DICTIONARY = "core/base/columns.csv"
KINDS = {
    "str": ColumnKind.TEXT,
    "int": ColumnKind.WHOLE,
    "float": ColumnKind.REAL,
    "bool": ColumnKind.YES_NO,
}
# A number in CLOSURE.
OTHER_KINDS = {("SiteRow", "found"): ColumnKind.TEXT}


MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(core.__path__, "carbon_zones.core.")
]


def row_types() -> list[type]:
    """The types of rows in all rooms, each where it is defined."""
    return [
        value
        for module in MODULES
        for name, value in vars(module).items()
        # What only a TypedDict has.
        if name.endswith("Row") and hasattr(value, "__required_keys__")
        if value.__module__ == module.__name__
    ]


ROW_TYPES = row_types()


def kind_in(row_type: type, name: str) -> ColumnKind:
    """What the cells of a column are by the type of the rows; None is an empty one."""
    annotation = row_type.__annotations__[name]
    # Text in a class, a type or a reference in TypedDict("BurntRow", {...}).
    text = getattr(annotation, "__forward_arg__", getattr(annotation, "__name__", annotation))
    return KINDS[text.split(" | ")[0]]


@pytest.mark.parametrize("row_type", ROW_TYPES, ids=lambda row_type: row_type.__name__)
def test_rows_have_the_columns_of_the_dictionary(row_type):
    file = row_type.__module__.replace("carbon_zones.", "").replace(".", "/") + ".py"
    for name in row_type.__annotations__:
        assert name in COLUMNS, f"{DICTIONARY} lacks '{name}', a column of {file}"
        expected = OTHER_KINDS.get((row_type.__name__, name), COLUMNS[name].kind)
        assert kind_in(row_type, name) == expected, f"{name}: {file} and {DICTIONARY} differ"


def test_a_column_that_the_dictionary_lacks_is_told_with_the_file_to_edit():
    with pytest.raises(KeyError, match=f"add 'burnt_ha' to {DICTIONARY} and run `make columns`"):
        get_table_fields("zone burnt_ha")


def test_the_dictionary_has_no_other_columns():
    names = {name for row_type in ROW_TYPES for name in row_type.__annotations__}
    # Of other tables the names of their columns, in a text.
    texts = (
        value.split()
        for module in MODULES
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    )
    names |= {name for t in texts if len(t) > 1 and set(t) <= set(COLUMNS) for name in t}
    # The last column of a square matrix is of no type.
    assert set(COLUMNS) - names == {"Total"}, f"{DICTIONARY} has columns of no table"
