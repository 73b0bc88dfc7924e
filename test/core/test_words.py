"""What names tell of their classes: known ones exactly, doubtful ones not at all. The class that a
text means: of the run, of the paper, of mining polygons, or its own. Proposals for a class
table: keys that are told apart, what is given stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.scheme.class_table_proposal import (
    CLASS_GROUPS,
    WORDS_CSV,
    ClassCandidate,
    ClassFinder,
    infer_class,
    infer_class_from_words,
    mining_class_keys,
    propose_classes,
    split_name,
)
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.defaults import (
    CLASS_ROLE,
    SCHEMES,
    default_classes,
    load_default_table,
    load_legend_table,
    load_shipped_legend,
)
from carbon_zones.core.scheme.table import Table, read_csv
from carbon_zones.test.core.schemes import has, refused

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


def finder(*classes, numbers=({},), language="") -> ClassFinder:
    labels = [f"date {n}" for n in range(len(numbers))]
    return ClassFinder(Classes(classes), labels, numbers, language)


WATER = LandClass(5, "Water", "Water", colour="#0000ff")
OWN = LandClass(4, "tailings", "Tailings")
WOOD = LandClass(2, "wood", "Woodland", aliases=("Forst",))


@pytest.mark.parametrize("text", ["wood", "WOOD", "Woodland", " forst "])
def test_a_class_of_the_run_by_key_name_or_alias(text):
    found = finder(WATER, WOOD).match(text)
    assert (found.class_index, found.land_class) == (1, WOOD)


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_every_word_of_the_paper_and_of_mining_polygons_means_its_class(language):
    """That of a run which has a class of the paper under any of its names, else the paper's."""
    paper = {c.key: c for _, c in default_classes(language)}
    told = {
        text: c.key
        for of_language in ("", "zh_CN")
        for _, c in default_classes(of_language)
        for text in (c.key, c.name, *c.aliases)
    }
    assert told["\u9732\u5929\u91c7\u573a"] == "open_pit"
    assert mining_class_keys()["waste dumping site"] == "dump"
    told |= mining_class_keys()
    runs = [LandClass(5, t, t) for t, key in told.items() if t not in mining_class_keys()]
    for own in runs:
        finding = finder(OWN, own, language=language)
        for text, key in told.items():
            found = finding.match(f" {text.upper()}")
            is_own = key == told[own.key]
            assert found.class_index == (1 if is_own else None), (own.key, text)
            assert found.land_class == (own if is_own else paper[key])


def test_a_class_of_the_run_comes_before_one_of_the_paper_and_of_the_polygons():
    own = LandClass(4, "f", "Facility")
    assert finder(WOOD, own).match("facility").class_index == 1
    dump = LandClass(6, "Open Pit", "Open Pit")
    assert finder(WOOD, dump).match("open_pit").class_index == 1


def test_a_class_of_the_polygons_own():
    found = finder(WOOD).match(" Tailings pond ")
    assert found.class_index is None
    assert found.land_class == LandClass(0, "Tailings pond", "Tailings pond")
    assert found.land_class.listed


def test_a_value_of_a_class():
    own = finder(WOOD, WATER, numbers=({11: 0, 12: 0, 5: 1}, {5: 1}))
    assert own.match("12").land_class is WOOD
    assert own.match("5.0").land_class is WATER
    # What is no value of the layers is a class that only the value names.
    found = own.match("7")
    assert (found.class_index, found.land_class.value, found.land_class.listed) == (None, 7, False)


def test_a_value_of_two_classes_or_of_none_that_could_be_is_refused():
    own = finder(WOOD, WATER, numbers=({3: 0}, {3: 1}))
    said = refused(own.match, "3")
    assert has(said, "value 3 is ambiguous ('Woodland' in date 0, 'Water' in date 1);")
    assert has(refused(own.match, str(2**63)), "9223372036854775808 is too large")


def test_with_a_product_its_own_classes_are_known_by_the_papers_keys():
    shipped = load_shipped_legend("clcd")
    classes = Classes(c for _, c in shipped.entries)
    numbers = {value: classes.add_class(c) for value, c in shipped.entries}
    own = ClassFinder(classes, ["x"], [numbers])
    assert own.match("Water body").land_class.key == "water"
    assert own.match("Cropland").land_class.key == "arable"
    assert own.match("Open pit").class_index is None


def proposed(*names: str) -> list:
    """Key and group by name, of values from 1 on."""
    rows = propose_classes([ClassCandidate(n, name) for n, name in enumerate(names, 1)])
    return [(row.key, row.group) for row in rows]


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_the_papers_classes_come_back_as_they_are(language):
    classes = default_classes(language)
    rows = propose_classes([ClassCandidate(value, c.name) for value, c in classes])
    default = load_default_table("classes.csv", language).rows
    assert [(str(r.value), r.key, r.name, r.group, r.colour) for r in rows] == [
        (d["value"], d["class"], d["name"], d["group"], d["colour"]) for d in default
    ]
    assert not any(row.notes for row in rows)


def test_industrial_land_is_the_mines_own_only_beside_a_mine_of_the_paper():
    assert proposed("Industrial land", "Forest")[0] == ("industrial_land", "")
    assert proposed("Industrial land", "Water", "Dump")[0] == ("industrial", "mine")
    assert proposed("工业用地", "露天采场")[0] == ("industrial", "mine")
    # Mining in a national product tells nothing of who owns a factory.
    assert proposed("Industrial land", "Mining")[0] == ("industrial_land", "")


def test_of_two_names_for_one_key_the_papers_own_has_it():
    rows = propose_classes([ClassCandidate(1, "Woodland"), ClassCandidate(2, "Forest")])
    assert [row.key for row in rows] == ["woodland", "forest"]
    assert [row.group for row in rows] == ["sink", "sink"]
    assert "key forest is used by 'Forest'" in str(rows[0].notes[0])
    assert rows[1].notes == ()


def test_the_papers_own_name_goes_before_a_lower_value():
    assert proposed("Woodland", "Forestland") == [("woodland", "sink"), ("forest", "sink")]
    assert proposed("Woods", "森林", "林地")[2] == ("forest", "sink")


def test_else_a_sure_one_and_else_the_lowest_value():
    names = ("Agriculture", "Farmland", "Cropland")
    rows = propose_classes([ClassCandidate(n, name) for n, name in enumerate(names, 1)])
    assert [row.key for row in rows] == ["agriculture", "arable", "cropland"]
    assert [str(note).split(";")[0] for note in rows[0].notes] == [
        "matched on the word 'agriculture'",
        "key arable is used by 'Farmland'",
    ]
    rows = propose_classes([ClassCandidate(9, "Farmland"), ClassCandidate(3, "Cropland")])
    assert [row.key for row in rows] == ["farmland", "arable"]


def test_values_of_one_name_are_one_class():
    assert proposed("Forest", "Rừng thưa", "FOREST", "rừng thưa") == [
        ("forest", "sink"),
        ("rung_thua", ""),
        ("forest", "sink"),
        ("rung_thua", ""),
    ]


def test_a_key_is_no_other_classs_name():
    # Ocean would be `sea`, which is what the other class is called.
    assert proposed("Ocean", "Sea") == [("ocean", "water"), ("sea", "water")]
    # Both names make the same key.
    keys = [key for key, _ in proposed("Sông-hồ", "Sông hồ", "song.ho", "sòng hổ")]
    assert keys == ["song_ho", "song_ho_2", "song_ho_3", "song_ho_4"]
    assert proposed("?!")[0][0] == "class"


def test_values_without_names_are_called_by_their_numbers():
    rows = propose_classes([ClassCandidate(7), ClassCandidate(-3), ClassCandidate(8, "7")])
    assert [(r.key, r.name, r.group) for r in rows] == [(n, n, "") for n in ("7", "-3", "7")]
    assert {str(note) for row in rows for note in row.notes} == {"no name"}


def test_what_is_given_stays():
    rows = propose_classes(
        [
            ClassCandidate(1, "Rừng", "wood", "sink", "#112233"),
            ClassCandidate(2, "Forest", "wald"),
            ClassCandidate(3, "Woodland"),
            ClassCandidate(4, "Đất", "dat", "my own"),
        ]
    )
    assert [(r.key, r.name, r.group) for r in rows] == [
        ("wood", "Rừng", "sink"),
        ("wald", "Forest", "sink"),
        ("woodland", "Woodland", "sink"),  # forest is the name of the class above
        ("dat", "Đất", "my own"),
    ]
    assert rows[0].colour == "#112233"


def test_a_key_that_is_given_is_not_proposed_to_another():
    rows = propose_classes(
        [ClassCandidate(1, "Rừng", "forest", "sink"), ClassCandidate(2, "Woodland")]
    )
    assert [row.key for row in rows] == ["forest", "woodland"]


def test_colours_are_the_rasters_own_else_those_of_the_key_else_spare():
    others = [ClassCandidate(n, name) for n, name in enumerate(("Grass", "Shrubs", "Rừng"), 2)]
    rows = propose_classes([ClassCandidate(1, "Forest", colour="#010203"), *others])
    paper = {c.key: c.colour for _, c in default_classes()}
    assert rows[0].colour == "#010203"
    assert rows[1].colour == paper["grass"]
    assert rows[2].colour == "#33a02c"  # that of CLCD, the first legend that has shrubs
    assert all(re.fullmatch("#[0-9a-f]{6}", row.colour) for row in rows)


def test_values_of_one_class_have_one_colour():
    """The first that one of them has; a spare one is that of the first value."""
    rows = propose_classes(
        [
            ClassCandidate(1, "Heath", "heath"),
            ClassCandidate(2, "Heath", "HEATH"),
            ClassCandidate(3, "Bog", "bog"),
            ClassCandidate(4, "Bog", "bog", colour="#010203"),
            ClassCandidate(5, "Bog", "bog", colour="#040506"),
        ]
    )
    assert [row.colour for row in rows] == [*(2 * ["#3972c4"]), *(3 * ["#010203"])]


WORDS = ("forest", "Forest", "woodland", "sea", "ocean", "Rừng", "7", "", "industrial land", "dump")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.data())
def test_any_proposal_is_a_class_table(names, data):
    """Keys and names are never of two classes, whatever names come together."""
    names = [name + data.draw(st.sampled_from(["", " ", "_2", " 2"])) for name in names]
    rows = propose_classes([ClassCandidate(n, name.strip()) for n, name in enumerate(names)])
    cells = [
        {"value": r.value, "class": r.key, "name": r.name, "group": r.group, "colour": r.colour}
        for r in rows
    ]
    entries = read_classes(Table("classes", tuple(cells[0]), cells))
    found = [(value, c.name.casefold(), c.group) for value, c in entries]
    assert found == [(r.value, r.name.casefold(), r.group) for r in rows]
