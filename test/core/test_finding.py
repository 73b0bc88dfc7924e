"""The class that a text means: of the run, of the paper, of mining polygons, or its own."""

import pytest

from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.legends import shipped_legend
from carbon_zones.core.scheme.words import ClassFinder, mining_names
from carbon_zones.test.core.schemes import has, refused


def finder(*classes, numbers=({},), language="") -> ClassFinder:
    labels = [f"date {n}" for n in range(len(numbers))]
    return ClassFinder(Classes(classes), labels, numbers, language)


WATER = LandClass(5, "Water", "Water", colour="#0000ff")
WOOD = LandClass(2, "wood", "Woodland", aliases=("Forst",))


@pytest.mark.parametrize("text", ["wood", "WOOD", "Woodland", " forst "])
def test_a_class_of_the_run_by_key_name_or_alias(text):
    found = finder(WATER, WOOD).find(text)
    assert (found.class_index, found.land_class) == (1, WOOD)


@pytest.mark.parametrize("text", ["water", "Water body", "水域", "WATER"])
def test_a_class_of_the_run_by_what_the_paper_or_the_polygons_call_it(text):
    assert finder(WOOD, WATER).find(text).class_index == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("open_pit", "open_pit"),
        ("Open pit", "open_pit"),
        ("露天采场", "open_pit"),
        ("Waste dumping site", "dump"),
        ("General disturbed land", "stripping"),
        ("Facility", "industrial"),
        ("Water body", "water"),
        ("arable", "arable"),
    ],
)
@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_a_class_of_the_paper_with_its_name_group_and_colour(text, key, language):
    found = finder(WOOD, language=language).find(text)
    (wanted,) = [c for _, c in default_classes(language) if c.key == key]
    assert found.class_index is None
    assert found.land_class == wanted


def test_the_words_of_the_polygons_are_classes_of_the_paper():
    assert set(mining_names().values()) == {"open_pit", "dump", "stripping", "water", "industrial"}
    keys = {c.key for _, c in default_classes()}
    assert set(mining_names().values()) <= keys


def test_a_class_of_the_run_comes_before_one_of_the_paper_and_of_the_polygons():
    own = LandClass(4, "f", "Facility")
    assert finder(WOOD, own).find("facility").class_index == 1
    dump = LandClass(6, "Open Pit", "Open Pit")
    assert finder(WOOD, dump).find("open_pit").class_index == 1


def test_a_class_of_the_polygons_own():
    found = finder(WOOD).find(" Tailings pond ")
    assert found.class_index is None
    assert found.land_class == LandClass(0, "Tailings pond", "Tailings pond")
    assert found.land_class.listed


def test_a_value_of_a_class():
    own = finder(WOOD, WATER, numbers=({11: 0, 12: 0, 5: 1}, {5: 1}))
    assert own.find("12").land_class is WOOD
    assert own.find("5.0").land_class is WATER
    # What is no value of the layers is a class that only the value names.
    found = own.find("7")
    assert (found.class_index, found.land_class.value, found.land_class.listed) == (None, 7, False)


def test_a_value_of_two_classes_or_of_none_that_could_be_is_refused():
    own = finder(WOOD, WATER, numbers=({3: 0}, {3: 1}))
    said = refused(own.find, "3")
    assert has(said, "3 is 'Woodland' in date 0, 'Water' in date 1; ")
    assert has(refused(own.find, str(2**63)), "9223372036854775808 is too large")


def test_with_a_product_its_own_classes_are_known_by_the_papers_keys():
    shipped = shipped_legend("clcd")
    classes = Classes(c for _, c in shipped.entries)
    numbers = {value: classes.add(c) for value, c in shipped.entries}
    own = ClassFinder(classes, ["x"], [numbers])
    assert own.find("Water body").land_class.key == "water"
    assert own.find("Cropland").land_class.key == "arable"
    assert own.find("Open pit").class_index is None
