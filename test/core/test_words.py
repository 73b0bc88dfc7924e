"""What names tell of their classes: known ones exactly, doubtful ones not at all."""

import pytest

from carbon_zones.core.scheme.class_table_proposal import (
    CLASS_GROUPS,
    WORDS_CSV,
    infer_class,
    infer_class_from_words,
    split_name,
)
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import (
    CLASS_ROLE,
    SCHEMES,
    default_classes,
    load_default_table,
    load_legend_table,
)
from carbon_zones.core.scheme.table import read_csv

PAPER = {c.key for _, c in default_classes()}
KEYS = {row["class"] for name in SCHEMES for row in load_legend_table(name).rows if row["class"]}
# A product calls lawns and savanna what it likes: a name alone cannot tell, and a code can.
OF_CODES = {("Urban areas", "urban", "built")}


def told_of(*names: str) -> list:
    return [(infer_class(name).group, infer_class(name).key) for name in names]


@pytest.mark.parametrize(
    ("key", "group", "names"),
    [
        (
            "arable",
            "sink",
            "Arable land;arable;Cropland;CROPLAND;Farmland;crops;耕地;农田;水田;旱地",
        ),
        ("arable", "sink", "rice paddy;Paddy fields;Cultivated land;1 Cropland"),
        ("forest", "sink", "Forest;forests;Forestland;forest_land;ForestLand;Woodland;woodlands"),
        ("forest", "sink", "林地;森林;有林地;Forest 林地;2 - Forest;trees;Tree cover"),
        ("forest", "sink", "Forest plantation"),
        ("grass", "sink", "Grassland;grass;GRASS LAND;Pasture;草地;草原;grass, grasslands"),
        ("water", "water", "Water;water bodies;Rivers and lakes;水域;水体;河流;OPEN WATER"),
        ("built", "built", "built-up;Built up area;BuiltUp;Impervious surfaces;建设用地;不透水面"),
        ("urban", "built", "Urban;city;Cities;urban land;城镇用地"),
        ("rural", "built", "rural;Villages;农村居民点"),
        ("open_pit", "mine", "Open pit;open_pit;OpenPit;open-cast mine;露天采场"),
        ("dump", "mine", "Dump;Waste dumping site;排土场;内排土场;coal gangue"),
        ("stripping", "mine", "Stripping land;剥离区"),
        ("unused", "bare", "Unused land;未利用地"),
        ("snow", "snow", "Snow/Ice;glaciers;冰川"),
        ("", "mine", "mining;Mined land;矿区;采矿用地;coal mine"),
        ("", "sink", "deciduous broadleaf forest;Trees and shrubs;Forest/Grass;高原草地"),
    ],
)
def test_names_that_tell(key, group, names):
    for name in names.split(";"):
        found = infer_class(name)
        assert (found.group, found.key) == (group, key), name
        assert found.note == "", name


@pytest.mark.parametrize(
    "names",
    [
        "non-forest;Non Forest;nonforest;no forest;非林地;deforested;Forest loss;Deforested land",
        "former mine;Reclaimed mine land;复垦草地;abandoned open pit;industrial plantation",
        "Industrial land;工业用地;工矿用地;Industry;industrial;mine water;tailings pond;sand mine",
        "采煤塌陷积水区;矿区绿化;bare forest;grass/urban green;城市绿地;urban park;swamp forest",
        "Forest road;Forest to urban;crops and houses mosaic;Other;others;其他;clouds;No data",
        "garbage dump;wind farm;oil field;lake bed;golf course;forest edge;Rừng;Đô thị",
        "Khu dan cu;Cerrado;forêt;Wald;上海;class 3;;3;-;natural vegetation;land;field;mixed",
        "Facility;General disturbed land",
    ],
)
def test_names_that_do_not_tell(names):
    for name in names.split(";"):
        found = infer_class(name)
        assert (found.group, found.key) == ("", ""), name
        assert str(found.note), name


@pytest.mark.parametrize(
    ("name", "group", "word"),
    [
        ("agriculture", "sink", "agriculture"),
        ("Melaleuca forest", "sink", "forest"),
        ("Rubber", "sink", "rubber"),
        ("quarries", "mine", "quarry"),
        ("Songhua river", "water", "river"),
        ("Industrial park", "built", "industrial park"),
        ("泉州城区", "built", "城区"),
    ],
)
def test_names_that_tell_for_a_person_to_look_at(name, group, word):
    found = infer_class(name)
    assert found.group == group
    assert f"'{word}'" in str(found.note)
    assert str(found.note).endswith("please check")


def test_small_and_capital_letters_may_part_words():
    assert split_name("CoalMiningArea_2") == ("coal", "mining", "area")
    assert told_of("CoalMiningArea", "EvergreenForestLand")[0] == ("mine", "")
    full_width = chr(0xFF26) + "orest\u3000林地"
    assert split_name(full_width) == ("forest", "林", "地")


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("former mine", "ambiguous word 'former'"),
        ("Cerrado", "no known word"),
        ("mine water", "contradictory words ('mine': mine, 'water': water)"),
        ("Melaleuca forest", "matched on the word 'forest'; please check"),
        ("12", "no name"),
    ],
)
def test_notes(name, note):
    assert str(infer_class(name).note) == note


def test_a_name_with_words_that_are_not_known_has_no_key():
    assert told_of("Melaleuca forest", "Forest") == [("sink", ""), ("sink", "forest")]


def test_words_are_whole_words():
    # Deserted, icehouse, waterproof, minerals and rockets are none of the words in them.
    for name in ("deserted", "icehouse", "waterproof", "minerals", "rocket", "broads", "grassy"):
        assert infer_class(name).group == "", name


def test_longer_words_come_before_those_in_them():
    assert infer_class("未利用地").key == "unused"  # 未 alone leaves it open
    assert infer_class("水田").key == "arable"  # not water
    assert infer_class("car park").group == "built"  # park alone leaves it open
    assert infer_class("农村道路").key == "transport"


def test_words_agree_with_the_shipped_legends():
    """The legends were made without the words: no word says another group than a legend.

    Where a legend has low confidence the words may be silent, but not of another mind.
    """
    tried = proposed = 0
    for legend in SCHEMES:
        for row in load_legend_table(legend).rows:
            if row["role"] != CLASS_ROLE:
                continue
            for name in {row["name"], row["name_zh"], row["product_name"]}:
                found = infer_class_from_words(name)
                tried += 1
                if not found.group:
                    continue
                proposed += 1
                assert found.group == row["group"], (legend, name)
                if found.key and (name, found.key, row["class"]) not in OF_CODES:
                    assert found.key == row["class"], (legend, name)
    assert proposed > 0.85 * tried


def test_names_of_the_legends_tell_what_all_of_them_say():
    meant: dict = {}
    for legend in SCHEMES:
        for row in load_legend_table(legend).rows:
            if row["role"] == CLASS_ROLE:
                for name in (row["name"], row["name_zh"], row["product_name"]):
                    meant.setdefault(split_name(name), set()).add(
                        (name, row["class"], row["group"])
                    )
    assert infer_class("Complex cultivation patterns").key == "mosaic"  # by no word of it
    for known in meant.values():
        groups = {group for _, _, group in known}
        for name, _, _ in known:
            # Industrial land is of two groups, and its name is one class's of the paper.
            assert infer_class(name).group in groups | {""}, name
            if len(groups) > 1:
                assert not infer_class(name).group, name


def test_the_papers_own_names_tell_the_papers_classes():
    for language in ("", "zh_CN"):
        for _, land_class in read_classes(load_default_table("classes.csv", language)):
            if land_class.key != "industrial":
                found = infer_class(land_class.name)
                assert (found.key, found.group) == (land_class.key, land_class.group)


def test_the_table_of_words():
    rows = read_csv(WORDS_CSV).rows
    assert len(rows) > 800
    phrases = [split_name(row["word"]) for row in rows]
    assert len(set(phrases)) == len(phrases)
    assert all(phrases)
    for row in rows:
        assert row["language"] in ("en", "zh"), row
        assert row["confidence"] in ("high", "low"), row
        assert row["group"] in (*CLASS_GROUPS, "filler", "modifier", "unclear"), row
        assert row["key"] == "" or row["key"] in KEYS, row
        if row["key"]:
            assert row["group"] in CLASS_GROUPS, row
    assert PAPER - {"industrial"} <= {row["key"] for row in rows}
    # Each key is of one group, in the words and in the legends.
    groups: dict = {}
    for row in [*rows, *(row for name in SCHEMES for row in load_legend_table(name).rows)]:
        key = row.get("key") or row.get("class")
        if key:
            groups.setdefault(key, set()).add(row["group"])
    assert all(len(found) == 1 for found in groups.values())
