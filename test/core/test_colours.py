"""Colours: the zones' differ for every kind of eyes, and what has none is given some."""

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.colours import (
    FALLBACK_COLOURS,
    MIN_COLOUR_DIFFERENCE,
    assign_class_colours,
    colour_difference,
    get_fallback_colour,
    get_text_colour,
    hex_to_rgb,
    mix_colours,
    rgb_to_hex,
)
from carbon_zones.core.mine.ages import STATUS_COLOURS, STATUS_LABELS
from carbon_zones.core.mine.page import DISTURBED_STYLES, RELEASED_STYLES
from carbon_zones.core.report.heatmaps import transfer_legend
from carbon_zones.core.results.losses import density_colours, density_label
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import (
    SCHEMES,
    default_classes,
    load_default_table,
    load_legend_table,
)
from carbon_zones.core.scheme.zone_rules import LASTING_ZONES, Zone, read_zones, zone_colour
from carbon_zones.test.core.eyes import EYES, ciede2000, differences, grey, seen_lab
from carbon_zones.test.helpers import ROOT


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_differences_are_those_that_the_formulas_authors_print(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=5e-5)


COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: rgb_to_hex(*parts))


@given(COLOUR, COLOUR)
@example("#000000", "#ffffff")
@example("#808080", "#ff0000")
@example("#0000ff", "#0000fe")
@example("#230021", "#232323").via("a grey, of whose hue there is but what rounding leaves")
def test_differences_of_colours_are_ciede2000(one, other):
    def lab(colour: str):
        """A grey has no hue, and no chroma but what rounding leaves."""
        seen = seen_lab(colour, "normal")
        return seen if len(set(hex_to_rgb(colour))) > 1 else (seen[0], 0.0, 0.0)

    assert colour_difference(one, other) == pytest.approx(ciede2000(lab(one), lab(other)), abs=2e-3)


def test_no_two_spare_colours_look_alike():
    every = {str(n): get_fallback_colour(n) for n in range(40)}
    assert min(differences(every, "normal").values()) >= MIN_COLOUR_DIFFERENCE


def test_a_spare_colour_does_not_look_like_an_own_one():
    """The sixth, yellow, beside a field that is nearly as yellow."""
    assert colour_difference(FALLBACK_COLOURS[5], "#ffe64d") < MIN_COLOUR_DIFFERENCE
    assert assign_class_colours([(6, ""), (2, "#ffe64d")]) == [FALLBACK_COLOURS[6], "#ffe64d"]


def test_the_steps_of_transfers_and_what_did_not_change_do_not_look_alike():
    for most in np.geomspace(0.01, 1e7, 200):
        steps = dict(transfer_legend(float(most)))
        assert min(differences(steps, "normal").values()) >= MIN_COLOUR_DIFFERENCE, most


ZONES = {zone.key: zone.colour for zone in read_zones(load_default_table("zones.csv"))}
SHOWN = {**ZONES, **{f"stays {group}": zone.colour for group, zone in LASTING_ZONES.items()}}
CLASSES = {c.key: c.colour for _, c in default_classes()}
STATES = {str(STATUS_LABELS[one]): colour for one, colour in STATUS_COLOURS.items()}
GROUPS = ("mine", "sink")
MINES, SINKS = ({c.key: c.colour for _, c in default_classes() if c.group == g} for g in GROUPS)
# Red-blind and green-blind eyes, by both formulas.
RED_GREEN = [eyes for eyes in EYES if eyes.startswith(("protan", "deutan"))]


@pytest.mark.parametrize("lightness", [grey, lambda colour: seen_lab(colour, "normal")[0]])
def test_zones_are_told_apart_in_grey(lightness):
    """Printed without colours, and by eyes that see none."""
    tones = sorted(lightness(colour) for colour in ZONES.values())
    assert all(other - one >= 10 for one, other in zip(tones, tones[1:])), tones
    tones = sorted(lightness(colour) for colour in SHOWN.values())
    assert all(other - one >= 4 for one, other in zip(tones, tones[1:])), tones


def test_the_colours_mean_what_they_mean():
    lab = {key: seen_lab(colour, "normal") for key, colour in SHOWN.items()}
    hue = {key: np.degrees(np.arctan2(b, a)) % 360 for key, (_, a, b) in lab.items()}
    chroma = {key: np.hypot(a, b) for key, (_, a, b) in lab.items()}
    assert lab["unassigned"][0] > 84  # pale, so that it is quiet
    assert chroma["unassigned"] < 22
    assert 104 < hue["invariant"] < 150  # nearly paper, with a breath of green: it stays behind
    assert lab["invariant"][0] > 95
    assert chroma["invariant"] < 25
    assert 150 < hue["enhancement"] < 190  # green
    assert 70 < hue["low_carbon"] < 95  # amber
    assert 25 < hue["emission_control"] < 50  # vermilion
    assert lab["stays mine"][0] < 15  # dark
    assert chroma["stays built"] < 14  # slate


# What stands side by side, how many pairs that makes, and how much they differ at least: ten are
# told at a glance side by side; patches that lie apart on a map want more than twice that. Eyes
# that see no blue, which are rare, tell the zones of a map by fifteen.
APART = {
    "zones and land that stays a mine or built": (SHOWN, 21, 15.01),
    "classes": (CLASSES, 55, 12),
    "spare colours": ({str(n): colour for n, colour in enumerate(FALLBACK_COLOURS)}, 45, 12),
    "states of mined land": (STATES, 21, 12),
    "taken": ({str(words): colour for words, colour in DISTURBED_STYLES.values()}, None, 12),
    "given back": ({str(words): colour for words, colour in RELEASED_STYLES.values()}, None, 12),
}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("colours", "pairs", "least"), APART.values(), ids=APART)
def test_colours_that_stand_side_by_side_differ(colours, pairs, least, eyes):
    apart = differences(colours, eyes)
    assert pairs in (None, len(apart))
    assert min(apart.values()) >= (15 if colours is CLASSES and eyes == "normal" else least), apart


@pytest.mark.parametrize("eyes", ["normal", *RED_GREEN])
@pytest.mark.parametrize("colours", [SHOWN, STATES], ids=["zones", "states"])
def test_what_maps_show_is_told_apart_without_red_or_green(colours, eyes):
    apart = differences(colours, eyes)
    assert len(apart) == 21
    assert min(apart.values()) >= 25, sorted(apart.items(), key=lambda pair: pair[1])[:3]


@pytest.mark.parametrize("eyes", ["normal", *RED_GREEN])
def test_a_mine_is_told_from_what_it_took(eyes):
    assert (len(MINES), len(SINKS)) == (4, 3)
    for (mine, one), (sink, other) in product(MINES.items(), SINKS.items()):
        assert ciede2000(seen_lab(one, eyes), seen_lab(other, eyes)) >= 25, (mine, sink)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("colours", "least"), [(ZONES, 7), (CLASSES, 12)])
def test_zones_and_classes_differ_from_paper(colours, least, eyes):
    for key, colour in colours.items():
        assert ciede2000(seen_lab(colour, eyes), seen_lab("#ffffff", eyes)) > least, key


@pytest.mark.parametrize("year", ["1986", "2000", "2009", "2018"])
def test_the_sample_has_the_colours_of_the_scheme(year):
    path = str(ROOT / "resources" / "sample" / f"landuse_{year}.tif")
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        band = dataset.GetRasterBand(1)
        table, rows = band.GetColorTable(), band.GetDefaultRAT()
        fields = {rows.GetNameOfCol(n): n for n in range(rows.GetColumnCount())}
        for row, (value, c) in enumerate(default_classes()):
            assert rgb_to_hex(*table.GetColorEntry(value)[:3]) == c.colour
            parts = [rows.GetValueAsInt(row, fields[name]) for name in ("Red", "Green", "Blue")]
            assert (rows.GetValueAsInt(row, 0), rgb_to_hex(*parts)) == (value, c.colour)
            assert rows.GetValueAsString(row, fields["Class"]) == c.name


def test_a_class_that_we_colour_has_one_colour_in_all_legends():
    """That of the default scheme, where it has the class. Most products have colours of their own,
    which are theirs: what one of them leaves to us is marked."""
    ours = {key: {colour} for key, colour in CLASSES.items()}
    legends = set()
    for name in SCHEMES:
        for row in load_legend_table(name).rows:
            if row["class"] and (name == "coal_mine" or "colour: ours" in row["note"]):
                ours.setdefault(row["class"], set()).add(row["colour"])
                legends.add(name)
    assert {key: colours for key, colours in ours.items() if len(colours) > 1} == {}
    assert {"coal_mine", "cnlucc", "cnlucc6", "globeland30", "gb21010"} <= legends


def test_zones_without_colours_still_differ():
    zones = [Zone(number, f"z{number}", f"Z {number}") for number in range(1, 11)]
    assert len({zone_colour(zone) for zone in zones}) == 10
    assert zone_colour(Zone(3, "c", "C", "#123456")) == "#123456"
    # The first of the spare colours for zone 1, and a darker one of its hue after the tenth.
    colours = ["#3972c4", "#a49799", "#285089", "#3972c4"]
    assert [zone_colour(Zone(n, "z", "Z")) for n in (1, 10, 11, 41)] == colours


@pytest.mark.parametrize("eyes", EYES)
def test_densities_go_from_light_to_dark(eyes):
    colours = density_colours([0.0, 87.11, 94.748, 101.0, 108.17])
    lightness = [seen_lab(colours[density], eyes)[0] for density in sorted(colours)]
    assert all(one - other > 7 for one, other in zip(lightness, lightness[1:])), lightness


def test_densities_lie_along_the_ramp_by_rank():
    # Half-way between two stops each of red, green and blue is their mean.
    ramp = ["#e6e8e2", "#fdbb84", "#f0825c", "#e34a33", "#b1251a", "#7f0000"]
    densities = [0.0, 1.0, 2.0, 30.0, 400.0, 500.0]
    assert density_colours(densities) == dict(zip(densities, ramp))
    assert density_colours([5.0]) == {0.0: "#e6e8e2", 5.0: "#fdbb84"}
    assert density_colours([0.0]) == {0.0: "#e6e8e2"}


def test_a_density_is_named_by_its_sinks():
    assert density_label(87.11, ["Arable land"]) == "Arable land, 87.11 t C/ha"
    assert density_label(9.0, ["A", "B"]) == "A, B, 9 t C/ha"
    assert density_label(0.0, []) == "No carbon loss"


@pytest.mark.parametrize(("colour", "parts"), [("#000000", (0, 0, 0)), ("#ff8001", (255, 128, 1))])
def test_a_colour_is_three_numbers(colour, parts):
    assert hex_to_rgb(colour) == parts
    assert rgb_to_hex(*parts) == colour


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2; luminance is the Y of XYZ."""
    light = [float(seen_lab(colour, "normal")[0]) for colour in (one, other)]
    luminances = [((y + 16) / 116) ** 3 if y > 8 else y * 27 / 24389 for y in light]
    low, high = sorted(luminances)
    return (high + 0.05) / (low + 0.05)


def test_texts_are_read_on_every_colour():
    drawn = {*CLASSES.values(), *SHOWN.values(), *STATUS_COLOURS.values(), *FALLBACK_COLOURS}
    random = np.random.default_rng(1).integers(0, 256, (300, 3)).tolist()
    for colour in [*sorted(drawn), *(rgb_to_hex(*parts) for parts in random)]:
        assert contrast(get_text_colour(colour), colour) > 4.5, colour
    assert (get_text_colour("#ffffff"), get_text_colour("#000000")) == ("#000000", "#ffffff")


def test_a_mixture_lies_between_its_colours():
    assert mix_colours("#102030", "#ffffff", 0.0) == "#102030"
    assert mix_colours("#102030", "#ff8001", 1.0) == "#ff8001"
    assert mix_colours("#000000", "#ff6400", 0.25) == "#401900"  # 63.75, 25, 0


def test_classes_without_a_colour_take_spare_ones():
    classes = Classes([LandClass(1, "a", "A", colour="#010203"), LandClass(2, "b", "B")])
    assert classes.colours() == ["#010203", FALLBACK_COLOURS[1]]
    assert classes.colours_by_name() == {"A": "#010203", "B": FALLBACK_COLOURS[1]}
    assert classes.colours_by_row() == {(1, "A"): "#010203", (2, "B"): FALLBACK_COLOURS[1]}


@given(
    st.dictionaries(
        st.integers(-(2**63), 2**63), st.sampled_from(["", "#010203", *FALLBACK_COLOURS])
    ),
    st.randoms(use_true_random=False),
)
def test_no_two_classes_get_one_colour_while_there_are_others(own, random):
    made = dict(zip(own, assign_class_colours(list(own.items()))))
    assert all(made[value] == colour for value, colour in own.items() if colour)
    given = [made[value] for value, colour in own.items() if not colour]
    free = {get_fallback_colour(n) for n in range(40)} - set(own.values())
    if len(given) <= len(free):
        assert len(set(given)) == len(given)
        assert set(given) <= free
    shuffled = list(own.items())
    random.shuffle(shuffled)
    assert dict(zip(dict(shuffled), assign_class_colours(shuffled))) == made


@given(st.data(), st.sampled_from([range(1, 11), range(10, 101, 10), range(20), (*range(10), 255)]))
def test_a_class_has_its_colour_beside_any_others(data, values):
    """Codes as products have them, in runs that have some of them."""
    every = dict(zip(values, assign_class_colours([(value, "") for value in values])))
    assert len(set(every.values())) == len(every)
    some = data.draw(st.lists(st.sampled_from(list(values)), unique=True))
    assert assign_class_colours([(value, "") for value in some]) == [every[value] for value in some]


def test_ones_and_tens_have_all_the_hues():
    for values in (range(1, 11), range(10, 101, 10)):
        made = assign_class_colours([(value, "") for value in values])
        hues = [{get_fallback_colour(place + 10 * n) for n in range(4)} for place in range(10)]
        assert all(sum(colour in shades for colour in made) == 1 for shades in hues)
