"""Colours: the zones' differ for every kind of eyes, and what has none is given some."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from carbon_zones.core.colours import (
    SPARE_COLOURS,
    hex_colour,
    mixed,
    rgb,
)
from carbon_zones.core.results.losses import density_colours, density_label
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.core.scheme.zones import Zone, read_zones, zone_colour

# Machado, Oliveira and Fernandes 2009, full severity, for linear red, green and blue.
EYES = {
    "normal": np.eye(3),
    "protan": [
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ],
    "deutan": [
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ],
    "tritan": [
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ],
}
# sRGB to XYZ, IEC 61966-2-1.
XYZ = np.array(
    [
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    ]
)


def seen_lab(colour: str, eyes: str) -> np.ndarray:
    """CIELAB of #rrggbb as these eyes see it."""
    share = np.array(rgb(colour)) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eyes]) @ linear, 0, 1)
    x, y, z = XYZ @ seen / XYZ.sum(axis=1)
    x, y, z = (np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def ciede2000(one, other) -> float:
    """The CIEDE2000 difference of two CIELAB colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dl, dc, dh = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * np.cos(np.radians(h - 30)) + 0.24 * np.cos(np.radians(2 * h))
    t += 0.32 * np.cos(np.radians(3 * h + 6)) - 0.2 * np.cos(np.radians(4 * h - 63))
    sl = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -2 * np.sqrt(c**7 / (c**7 + 25**7))
    rt *= np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    return float(np.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc / sc * dh / sh))


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


@pytest.mark.parametrize("eyes", EYES)
def test_every_pair_of_zones_differs_at_a_glance(eyes):
    # Ten are told at a glance side by side; patches that lie apart on a map want twice that.
    colours = {zone.key: zone.colour for zone in read_zones(default_table("zones.csv"))}
    differences = {
        (one, other): ciede2000(seen_lab(colours[one], eyes), seen_lab(colours[other], eyes))
        for one, other in combinations(colours, 2)
    }
    assert len(differences) == 10
    assert min(differences.values()) > 20, differences


@pytest.mark.parametrize("eyes", EYES)
def test_every_zone_differs_from_paper(eyes):
    for zone in read_zones(default_table("zones.csv")):
        assert ciede2000(seen_lab(zone.colour, eyes), seen_lab("#ffffff", eyes)) > 7, zone


def test_the_colours_mean_what_they_meant():
    lab = {z.key: seen_lab(z.colour, "normal") for z in read_zones(default_table("zones.csv"))}
    hue = {key: np.degrees(np.arctan2(b, a)) % 360 for key, (_, a, b) in lab.items()}
    assert np.hypot(*lab["invariant"][1:]) < 8  # a neutral that stays behind
    assert 150 < hue["enhancement"] < 190  # green
    assert 70 < hue["low_carbon"] < 95  # amber
    assert 25 < hue["emission_control"] < 50  # vermilion


def test_zones_without_colours_still_differ():
    zones = [Zone(number, f"z{number}", f"Z {number}") for number in range(1, 11)]
    assert len({zone_colour(zone) for zone in zones}) == 10
    assert zone_colour(Zone(3, "c", "C", "#123456")) == "#123456"
    # The first of the spare colours for zone 1, and a darker one of its hue after the tenth.
    assert [zone_colour(Zone(n, "z", "Z")) for n in (1, 10, 11, 41)] == [
        "#4e79a7",
        "#bab0ac",
        "#375575",
        "#4e79a7",
    ]


@pytest.mark.parametrize("eyes", EYES)
def test_densities_go_from_light_to_dark(eyes):
    colours = density_colours([0.0, 87.11, 94.748, 101.0, 108.17])
    lightness = [seen_lab(colours[density], eyes)[0] for density in sorted(colours)]
    assert all(one - other > 7 for one, other in zip(lightness, lightness[1:])), lightness


def test_one_density_or_none():
    assert set(density_colours([0.0])) == {0.0}
    assert set(density_colours([0.0, 5.0])) == {0.0, 5.0}
    assert len(set(density_colours([0.0, 5.0]).values())) == 2


def test_densities_lie_along_the_ramp_by_rank():
    # Half-way between two stops each of red, green and blue is their mean.
    assert density_colours([0.0, 1.0, 2.0, 30.0, 400.0, 500.0]) == {
        0.0: "#e6e8e2",
        1.0: "#fdbb84",
        2.0: "#f0825c",
        30.0: "#e34a33",
        400.0: "#b1251a",
        500.0: "#7f0000",
    }
    assert density_colours([5.0]) == {0.0: "#e6e8e2", 5.0: "#fdbb84"}


def test_a_density_is_named_by_its_sinks():
    assert density_label(87.11, ["Arable land"]) == "Arable land, 87.11 t C/ha"
    assert density_label(9.0, ["A", "B"]) == "A, B, 9 t C/ha"
    assert density_label(0.0, []) == "No carbon loss"


@pytest.mark.parametrize(("colour", "parts"), [("#000000", (0, 0, 0)), ("#ff8001", (255, 128, 1))])
def test_a_colour_is_three_numbers(colour, parts):
    assert rgb(colour) == parts
    assert hex_colour(*parts) == colour


def test_a_mixture_lies_between_its_colours():
    assert mixed("#102030", "#ffffff", 0.0) == "#102030"
    assert mixed("#102030", "#ff8001", 1.0) == "#ff8001"
    assert mixed("#000000", "#ff6400", 0.25) == "#401900"  # 63.75, 25, 0


def test_classes_without_a_colour_take_spare_ones():
    classes = Classes([LandClass(1, "a", "A", colour="#010203"), LandClass(2, "b", "B")])
    assert classes.colours() == ["#010203", SPARE_COLOURS[1]]
    assert classes.colours_by_name() == {"A": "#010203", "B": SPARE_COLOURS[1]}
    assert classes.colours_by_row() == {(1, "A"): "#010203", (2, "B"): SPARE_COLOURS[1]}
    many = Classes([LandClass(n, str(n), str(n)) for n in range(45)])
    assert len(set(many.colours()[:40])) == 40
    assert many.colours()[40:] == many.colours()[:5]
