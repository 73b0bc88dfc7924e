"""The class that a text means: of the run, of the paper, of mining polygons, or its own."""

import pytest

from carbon_zones.core.scheme.class_table_proposal import ClassFinder, mining_class_keys
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_classes, load_shipped_legend
from carbon_zones.test.core.schemes import has, refused


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
