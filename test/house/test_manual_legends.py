"""What the manual says about the shipped legends is so."""

import re

from carbon_zones.core.scheme.defaults import SCHEMES, load_legend_table
from carbon_zones.test import manual

PAGE = manual.text_of(manual.DOCS / "legends.md")


def groups() -> dict:
    """The groups that the shipped legends have, with the keys in each."""
    found: dict = {}
    for name in SCHEMES:
        for row in load_legend_table(name).rows:
            if row["group"]:
                found.setdefault(row["group"], set()).add(row["class"])
    return found


def test_every_legend_is_listed_with_its_numbers():
    listed = [
        (manual.name_in(row[0]), *map(int, row[2:5]))
        for row in manual.table_under(PAGE, "The legends")
    ]
    counted = []
    for name in SCHEMES:
        rows = load_legend_table(name).rows
        classes = {row["class"] for row in rows if row["class"]}
        low = [row for row in rows if row["confidence"] == "low"]
        counted.append((name, len(rows), len(classes), len(low)))
    assert listed == counted


def test_every_column_is_explained():
    named = [
        name
        for column, _ in manual.table_under(PAGE, "The columns")
        for name in re.findall("`([^`]+)`", column)
    ]
    assert sorted(named) == sorted(load_legend_table("clcd").columns)


def test_every_group_is_explained():
    named = [manual.name_in(row[0]) for row in manual.table_under(PAGE, "Names and groups")]
    assert sorted(named) == sorted(groups())


def test_keys_on_the_page_are_keys():
    """Every word in backticks is a key, a group, or of the page's own tables."""
    keys = {key for some in groups().values() for key in some}
    rest = {"class", "nodata", "none", "high", "medium", "low", "#rrggbb"}
    rest |= {"SCHEME", "CLASSES", "TAKING_GROUPS", "auto", "yes", "no"}
    columns = {*load_legend_table("clcd").columns}
    for name in re.findall("`([^`\n]+)`", PAGE):
        assert name in {*keys, *groups(), *rest, *columns, *SCHEMES} or name.endswith(".csv"), name


def test_codes_of_mines_are_those_on_the_page():
    listed = dict(manual.table_under(PAGE, "Names and groups"))["`mine`"]
    mines = {
        (name, row["value"])
        for name in ("gb21010", "corine", "mapbiomas_brazil")
        for row in load_legend_table(name).rows
        if row["group"] == "mine"
    }
    assert {value for _, value in mines} == set(re.findall(r"\b\d+\b", listed)) - {"21010"}
