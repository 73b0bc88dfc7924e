"""The shipped legends: what each row may say, which codes are there, and what a raster fits.
Scheme tables are known by their columns, and any change of one is seen."""

import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Term
from carbon_zones.core.change.change_analysis import GRADE_COLUMNS
from carbon_zones.core.path.emissions import ACTIVITY_COLUMNS, FACTOR_COLUMNS
from carbon_zones.core.path.scenarios import SCENARIO_COLUMNS
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import (
    LANGUAGES,
    LEGEND_DIR,
    NAME_COLUMNS,
    REQUIRED_COLUMNS,
    SCHEMES,
    TABLE_FILES,
    default_classes,
    is_default_table,
    load_default_table,
    load_legend_table,
    load_shipped_legend,
    match_scheme_tables,
    matching_legends,
)
from carbon_zones.test.contracts import CONTRACTS, FIXED_TABLES
from carbon_zones.test.helpers import ROOT

DATA = Path(__file__).parent / "data"
COLUMNS = (
    *("value", "class", "name", "name_zh", "product_name", "group"),
    *("colour", "role", "confidence", "note", "source", "natural"),
)
# What a product itself calls natural, or made by people; of all other codes nobody knows it.
NATURAL = {
    "corine": {222: "no", 242: "no", 321: "yes"},
    "corine_grid": {16: "no", 20: "no", 26: "yes"},
    "gb21010": {401: "yes", 403: "no"},
    "globeland30": {10: "no", 80: "no"},
    "mapbiomas_brazil": {9: "no"},
    "nlcd": {82: "no"},
}
# The classes all of whose codes are alike in that.
NATURAL_CLASSES = {"globeland30": {"arable": "no", "built": "no"}, "nlcd": {"arable": "no"}}
PAPER = {c.key: c for _, c in default_classes()}

# The groups of keys that are not the paper's.
GROUPS = {
    "sink": "shrub orchard mangrove mosaic wood_mosaic agroforestry savanna herbaceous field_ridge",
    "wetland": "wetland salt_pan",
    "bare": "bare sand gobi rock saline sparse lichen tundra burnt unused non_vegetated",
    "snow": "snow",
    "built": "built industry other_built construction open_space solar farm_facility vacant"
    " hydraulic",
    "water": "ditch sea",
}
GROUP_OF = {key: group for group, keys in GROUPS.items() for key in keys.split()}

# The codes of each product, as its makers list them: a word is a code or the ends of a range.
CODES = {
    "coal_mine": "1-11",
    "clcd": "0-9",
    "cnlucc": "11-12 21-24 31-33 41-46 51-53 61-67 99 111-114 121-124",
    "cnlucc6": "1-6",
    "globeland30": "0 10 20 30 40 50 60 70 80 90 100 255",
    "gb21010": "101-103 201-204 301-307 401-404 501-507 601-604 701-702 801-810 901-906"
    " 1001-1009 1101-1110 1201-1207",
    "worldcover": "0 10 20 30 40 50 60 70 80 90 95 100",
    "dynamic_world": "0-8",
    "esri": "0-11",
    "corine": "111-112 121-124 131-133 141-142 211-213 221-223 231 241-244 311-313 321-324"
    " 331-335 411-412 421-423 511-512 521-523 990 995 999",
    "corine_grid": "1-44 48-50 255",
    "nlcd": "0 11-12 21-24 31 41-43 51-52 71-74 81-82 90 95 250",
    "mapbiomas_brazil": "0-1 3-6 9-15 18-27 29-33 35-36 39-41 46-50 62 75",
    "glc_fcs30d": "0 10-12 20 51-52 61-62 71-72 81-82 91-92 120-122 130 140 150 152-153 181-187"
    " 190 200-202 210 220 250",
    "esa_cci": "0 10-12 20 30 40 50 60-62 70-72 80-82 90 100 110 120-122 130 140 150-153 160 170"
    " 180 190 200-202 210 220",
    "mcd12q1": "0-17 254-255",
    "from_glc10": "0 10 20 30 40 50 60 70 80 90 100 120",
}

every_legend = pytest.mark.parametrize("name", SCHEMES)


def codes(text: str) -> list[int]:
    """The codes of words such as 7 and 11-13."""
    found = []
    for word in text.split():
        first, _, last = word.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def rows_of(name: str) -> list:
    return list(load_legend_table(name).rows)


def keys_of(name: str) -> dict:
    return {int(row["value"]): row["class"] for row in rows_of(name)}


def colours_of(name: str) -> dict:
    return {value: c.colour for value, c in load_shipped_legend(name).entries}


def one_each(name: str) -> list:
    return list({c.key: c.value for _, c in load_shipped_legend(name).entries}.values())


def test_every_file_is_a_scheme():
    assert sorted(path.stem for path in LEGEND_DIR.iterdir()) == sorted(SCHEMES)
    assert SCHEMES[0] == "coal_mine"
    assert set(SCHEMES) == set(CODES)
    assert set(NAME_COLUMNS) == {"", *LANGUAGES}


@every_legend
def test_the_codes_are_those_of_the_product(name):
    assert [int(row["value"]) for row in rows_of(name)] == codes(CODES[name])


@every_legend
def test_a_row_says_what_it_must(name):
    table = load_legend_table(name)
    assert table.columns == COLUMNS
    for row in table.rows:
        assert row["value"] == str(int(row["value"])), row
        assert re.fullmatch("#[0-9a-f]{6}", row["colour"]), row
        assert re.search("[\u4e00-\u9fff]", row["name_zh"]), row
        assert row["name"].isascii(), row
        assert row["role"] in ("class", "nodata", "none"), row
        assert row["confidence"] in ("high", "medium", "low"), row
        assert all(row[column] for column in ("name", "product_name", "source")), row
        assert bool(row["class"]) == bool(row["group"]) == (row["role"] == "class"), row
        assert all(text == text.strip() for text in row.values()), row
        assert (row["name"] == "No data") == (row["role"] == "nodata"), row
        assert re.match(".*[A-Za-z]{3}", row["note"] or "none"), row


@every_legend
def test_one_key_is_one_class(name):
    said = defaultdict(set)
    for row in rows_of(name):
        if row["role"] == "class":
            said[row["class"]].add(tuple(row[c] for c in ("name", "name_zh", "group", "colour")))
    assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}
    for place in (0, 1, 3):  # and no name or colour is that of two classes
        texts = [next(iter(parts))[place] for parts in said.values()]
        assert len(set(texts)) == len(texts), texts


@every_legend
def test_a_class_has_its_group_and_the_papers_keys_are_the_papers_classes(name):
    for row in rows_of(name):
        key = row["class"]
        if key in PAPER:
            texts = (PAPER[key].name, *PAPER[key].aliases, PAPER[key].group)
            assert (row["name"], row["name_zh"], row["group"]) == texts
            assert row["confidence"] != "low", row
        elif key:
            assert row["group"] == GROUP_OF[key], row


def test_a_key_is_called_alike_in_all_legends():
    names = defaultdict(set)
    for name in SCHEMES:
        for row in rows_of(name):
            if row["class"]:
                names[row["class"]].add((row["name"], row["name_zh"]))
    assert {key: texts for key, texts in names.items() if len(texts) > 1} == {}
    assert set(names) == {*PAPER, *GROUP_OF}


@pytest.mark.parametrize("language", NAME_COLUMNS)
@every_legend
def test_a_name_means_one_class(name, language):
    entries = load_shipped_legend(name, language).entries
    owner = {}
    for land_class in {c.key: c for _, c in entries}.values():
        for text in (land_class.key, land_class.name, *land_class.aliases):
            assert owner.setdefault(text.casefold(), land_class.key) == land_class.key, text


@pytest.mark.parametrize("language", NAME_COLUMNS)
def test_coal_mine_is_the_default_scheme(language):
    legend = load_shipped_legend("coal_mine", language)
    assert legend.entries == default_classes(language)
    assert legend.nodata == ()


@every_legend
def test_a_legend_has_all_of_its_table(name):
    legend = load_shipped_legend(name)
    rows = {int(row["value"]): row for row in rows_of(name)}
    assert legend.name == name
    assert isinstance(legend.title, Term)
    assert legend.product_names == {v: row["product_name"] for v, row in rows.items()}
    assert legend.confidence == {v: row["confidence"] for v, row in rows.items()}
    assert legend.nodata == tuple(v for v, row in rows.items() if row["role"] == "nodata")
    assert [v for v, _ in legend.entries] == [v for v, r in rows.items() if r["role"] == "class"]
    for value, c in legend.entries:
        row = rows[value]
        assert (c.key, c.name, c.group) == (row["class"], row["name"], row["group"])
        assert c.colour == row["colour"]
        assert {row["name_zh"], row["product_name"]} <= {c.name, *c.aliases}
        assert c.name not in c.aliases
    assert {v: word for v, word in legend.natural.items() if word} == NATURAL.get(name, {})
    told = {c.key: c.natural for _, c in legend.entries if c.natural}
    assert told == NATURAL_CLASSES.get(name, {})


def test_chinese_names_the_same_classes():
    english, chinese = (dict(load_shipped_legend("corine", at).entries) for at in ("", "zh_CN"))
    assert (english[311].name, chinese[311].name) == ("Forestland", "林地")
    assert english[311].aliases == (
        *("林地", "Broad-leaved forest", "Coniferous forest", "Mixed forest"),
    )
    assert chinese[311].aliases == ("Forestland", *english[311].aliases[1:])
    assert {v: (c.key, c.group, c.colour) for v, c in english.items()} == {
        v: (c.key, c.group, c.colour) for v, c in chinese.items()
    }


def test_a_product_name_finds_its_class():
    classes = Classes(c for _, c in load_shipped_legend("gb21010").entries)
    for text in ("竹林地", "林地", "Forestland", "forest"):
        assert classes[classes.find_class(text)].key == "forest"


def test_importing_reads_no_legend():
    script = (
        "import sys; opened = [];"
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None);"
        "import carbon_zones.core.scheme.defaults;"
        "sys.exit(any(name.endswith('.csv') for name in opened))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


NO_DATA = {
    "clcd": (0,),
    "globeland30": (0,),
    "worldcover": (0,),
    "esri": (0, 10),
    "corine": (999,),
    "corine_grid": (48,),
    "nlcd": (0, 250),
    "mapbiomas_brazil": (0, 27),
    "glc_fcs30d": (0, 250),
    "esa_cci": (0,),
    "mcd12q1": (254, 255),
    "from_glc10": (0, 120),
}
NEITHER = {"corine": {990, 995}, "corine_grid": {49, 50, 255}, "mcd12q1": {0}}


@every_legend
def test_codes_that_are_no_class(name):
    legend = load_shipped_legend(name)
    assert legend.nodata == NO_DATA.get(name, ())
    classes = {value for value, _ in legend.entries}
    assert set(legend.product_names) - classes - set(legend.nodata) == NEITHER.get(name, set())


def test_grid_codes_of_corine_count_its_classes():
    classes = [value for value, key in keys_of("corine").items() if key]
    numbered = dict(enumerate(classes, 1))
    grid = dict(load_shipped_legend("corine_grid").entries)
    own = dict(load_shipped_legend("corine").entries)
    assert list(grid) == list(range(1, 45))
    for number, value in numbered.items():
        assert (grid[number].key, grid[number].colour) == (own[value].key, own[value].colour)
        note = rows_of("corine_grid")[number - 1]["note"]
        assert note.split(";")[0] == f"class {value}"


def test_a_raster_drops_the_leading_zero_of_a_code_of_gb_21010():
    for row in rows_of("gb21010"):
        assert row["note"].startswith(f"code {int(row['value']):04d}, ")
    assert keys_of("gb21010")[101] == "arable"


def test_each_code_has_the_class_colour_and_confidence_that_were_typed_apart():
    """test/core/data/legends.txt: a class per line, with its codes; `?` is medium, `!` low."""
    wanted: dict = {name: {} for name in SCHEMES}
    for line in (DATA / "legends.txt").read_text(encoding="utf-8").splitlines():
        name, key, colour, *parts = line.split()
        for part in parts:
            confidence = {"?": "medium", "!": "low"}.get(part[-1], "high")
            for code in codes(part.rstrip("?!")):
                wanted[name][code] = key, colour, confidence
    for name in SCHEMES:
        assert {
            int(row["value"]): (row["class"] or row["role"], row["colour"], row["confidence"])
            for row in rows_of(name)
        } == wanted[name]


def test_what_is_not_one_thing_is_low():
    mixed = {"orchard", "mosaic", "wood_mosaic", "agroforestry", "farm_facility", "field_ridge"}
    for name in SCHEMES:
        for row in rows_of(name):
            if row["class"] in {*mixed, "built"}:
                assert row["confidence"] == "low", (name, row)


def test_only_what_the_product_calls_mine_or_dump_is_of_the_mines():
    found = {
        (name, value): c.key
        for name in SCHEMES[1:]
        for value, c in load_shipped_legend(name).entries
        if c.group == "mine"
    }
    assert found == {
        ("gb21010", 602): "open_pit",
        ("corine", 131): "open_pit",
        ("corine", 132): "dump",
        ("corine_grid", 7): "open_pit",
        ("corine_grid", 8): "dump",
        ("mapbiomas_brazil", 30): "open_pit",
    }


def test_a_colour_that_is_not_the_products_is_marked():
    for name in ("cnlucc", "cnlucc6", "globeland30", "gb21010"):
        assert all("colour: ours" in row["note"] for row in rows_of(name))
    own = colours_of("worldcover")
    assert (own[10], own[40], own[95]) == ("#006400", "#f096ff", "#00cf75")
    for name in ("worldcover", "dynamic_world", "esri", "corine"):
        marked = [r["value"] for r in rows_of(name) if r["class"] and "ours" in r["note"]]
        assert marked == []


@every_legend
def test_a_legend_fits_its_own_codes_and_colours(name):
    held = one_each(name)
    own = colours_of(name)
    found = matching_legends(held, {value: own[value] for value in held})
    assert found[0] == name
    assert "coal_mine" not in found or name in ("coal_mine", "cnlucc6")


def test_legends_are_ranked_by_the_colours_that_agree():
    """The two have cropland, forest and grass of one colour, and other classes from 4 on."""
    own = colours_of("cnlucc6")
    assert matching_legends(range(1, 5), own) == ["cnlucc6", "coal_mine"]
    assert matching_legends(range(1, 5), colours_of("coal_mine")) == ["coal_mine", "cnlucc6"]
    shared = [10, 120, 130, 190, 210]
    assert matching_legends(shared, colours_of("glc_fcs30d")) == ["glc_fcs30d", "esa_cci"]


def test_colours_of_values_that_do_not_occur_say_nothing():
    held = [10, 20, 30, 40]
    assert matching_legends(held, {**colours_of("globeland30"), 90: "#000001"}) == ["globeland30"]
    own = {value: colours_of("globeland30")[value] for value in held}
    worldcover = {v: c for v, c in colours_of("worldcover").items() if v not in held}
    assert matching_legends(held, {**worldcover, **own}) == ["globeland30"]


def test_half_of_the_classes_must_agree():
    own = colours_of("clcd")
    held = [1, 2, 4, 5]
    wrong = dict.fromkeys(held, "#010203")
    assert matching_legends(held, {**wrong, 1: own[1], 2: own[2]}) == ["clcd"]
    assert matching_legends(held, {**wrong, 1: own[1]}) == []


def test_codes_of_one_class_agree_where_one_of_them_does():
    """CORINE has a colour for each of its forests; the legend has one for all of them."""
    product = {211: "#ffffa8", 311: "#80ff00", 312: "#00a600", 313: "#4dff00", 511: "#00ccf2"}
    assert matching_legends(product, product) == ["corine"]


def test_an_unknown_value_fits_nothing():
    own = colours_of("worldcover")
    assert matching_legends([10, 20, 30, 96], own) == []
    assert matching_legends([10, 20, 30], own) == ["worldcover"]
    assert matching_legends([], own) == []
    assert matching_legends([0], {0: "#ffffff"}) == []  # no data alone is no class that could agree


def test_without_colours_the_values_alone_decide():
    assert matching_legends([111, 112, 211, 312], {}) == ["corine"]
    assert matching_legends([111, 112, 211, 312], {5: "#010203"}) == ["corine"]
    # The fewer codes a legend has, the likelier it is.
    assert matching_legends([1, 2, 3, 6], {})[:3] == ["cnlucc6", "dynamic_world", "clcd"]
    assert "worldcover" not in matching_legends([1, 2, 3, 6], {})


def test_a_product_is_told_by_the_names_of_its_classes():
    """By its own words, ours or Chinese ones, in any letters; a name of another value is none."""
    for names in (
        {1: "Cropland", 2: "Forest", 8: "IMPERVIOUS"},
        {1: "Arable land", 2: " forestland", 8: "Built-up land"},
        {1: "\u8015\u5730", 2: "\u6797\u5730", 8: "\u5efa\u8bbe\u7528\u5730"},
    ):
        assert matching_legends([1, 2, 8], {}, names)[0] == "clcd", names
    assert matching_legends([1, 2, 8], {}, {1: "Impervious", 2: "Cropland", 8: "Forest"}) == []
    # Half of the classes are enough, and names of values that do not occur say nothing.
    assert (
        matching_legends([10, 40], {}, {10: "Tree cover", 40: "Mato", 50: "Cidade"})[0]
        == "worldcover"
    )
    assert matching_legends([10, 40], {}, {10: "Mata", 40: "Mato", 80: "Water"}) == []


TABLES = [load_default_table(f, language) for f in TABLE_FILES for language in ("", *LANGUAGES)]
# Cells as a GeoPackage or a workbook hands them back.
NUMBERS = {"5": 5, "82.11": 82.11, "1": 1.0, "": None}


def changed(table, row, **cells):
    rows = [dict(one) for one in table.rows]
    rows[row] |= cells
    return replace(table, rows=rows)


@pytest.mark.parametrize("file", TABLE_FILES)
def test_each_is_known_and_shipped(file):
    for language in ("", *LANGUAGES):
        table = load_default_table(file, language)
        assert file in match_scheme_tables(table.columns)
        assert is_default_table(table)
        typed = [{c: NUMBERS.get(v, v) for c, v in row.items()} for row in table.rows]
        assert is_default_table(replace(table, rows=typed, columns=table.columns[::-1]))


def test_what_is_needed_is_what_the_subjects_readers_need():
    read = (ACTIVITY_COLUMNS, FACTOR_COLUMNS, GRADE_COLUMNS, SCENARIO_COLUMNS)
    files = ("activity.csv", "factors.csv", "grades.csv", "scenarios.csv")
    assert tuple(REQUIRED_COLUMNS[file] for file in files) == read


@given(st.data())
def test_any_other_cell_row_or_column_is_seen(data):
    table = data.draw(st.sampled_from(TABLES))
    row = data.draw(st.integers(0, len(table.rows) - 1))
    column = data.draw(st.sampled_from(table.columns))
    text = data.draw(st.text("ab1. ", min_size=1).filter(lambda t: t.strip()))
    other = changed(table, row, **{column: text})
    assert is_default_table(other) == (str(table.rows[row][column] or "").strip() == text.strip())
    assert not is_default_table(replace(table, rows=[*table.rows, {table.columns[0]: text}]))
    fewer = [one for place, one in enumerate(table.rows) if place != row]
    assert not is_default_table(replace(table, rows=fewer))
    assert not is_default_table(replace(table, columns=(*table.columns, "remark")))


def test_a_table_of_ones_own_is_known():
    for columns in (
        ["value", "class", "group"],
        ["class", "value", "name", "ha_1990", "remark"],
        ["class", "grade"],
        ["class", "soil_tc_per_ha", "vegetation_tc_per_ha"],
    ):
        assert match_scheme_tables(columns)


@pytest.mark.parametrize(("name", "output"), FIXED_TABLES)
def test_no_result_is_taken_for_one(name, output):
    """But the table that is made to be filled in, which is known by its own rules."""
    if (name, output) == ("carbondensities", "COEFFICIENTS"):
        return
    assert match_scheme_tables(CONTRACTS[name].fields[output]) == []
