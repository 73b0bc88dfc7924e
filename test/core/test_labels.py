"""Labels of charts: short enough or in lines, and never alike where names differ."""

from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.report.plotly_figures import (
    conversion_label,
    fit_labels,
    row_height,
    text_width,
    wrap_label,
)

DOTS = "\N{HORIZONTAL ELLIPSIS}"


def test_east_asian_letters_are_twice_as_broad():
    assert [text_width(text) for text in ("", "Wood", "林地", "林 A")] == [0, 4, 4, 4]


def test_what_is_short_enough_stays():
    assert fit_labels(["Fields", "Fields & wood", "林地"], 13) == [
        "Fields",
        "Fields & wood",
        "林地",
    ]


def test_what_is_too_long_loses_its_end():
    label, chinese = "Fields and meadows", "交通运输用地"
    assert [fit_labels([label], o) for o in (8, 9)] == [[f"Fields{DOTS}"], [f"Fields a{DOTS}"]]
    assert [fit_labels([chinese], longest) for longest in (7, 12)] == [[f"交通运{DOTS}"], [chinese]]


def test_names_that_begin_alike_lose_their_middles():
    names = ["Evergreen broadleaved", "Evergreen broadleaved II", "Evergreen", "Bare areas, rock"]
    alike = [f"Evergr{DOTS}eaved", f"Evergr{DOTS}ed II", "Evergreen"]
    assert fit_labels(names, 12) == [*alike, f"Bare areas,{DOTS}"]
    # Also where one of them is short enough itself.
    assert fit_labels(["Bare areas", "Bare areas II"], 11) == ["Bare areas", f"Bare{DOTS}as II"]


def test_a_name_that_stands_twice_is_no_other_name():
    assert fit_labels(["A long name", "A long name"], 8) == [f"A long{DOTS}"] * 2


def test_labels_have_lines_where_one_is_too_short():
    labels = [
        conversion_label("Arable land", "Industrial land"),
        conversion_label("Pit", "Dump"),
        "Wood",
    ]
    assert [wrap_label(label, 20) for label in labels] == [
        ["Arable land \N{RIGHTWARDS ARROW}", "Industrial land"],
        ["Pit \N{RIGHTWARDS ARROW} Dump"],
        ["Wood"],
    ]
    wood = ["Deciduous broadleaved", "closed forest"]
    assert wrap_label(" ".join(wood), 24) == wood
    assert wrap_label("Antidisestablishmentarianism", 14) == ["Antidisestabli", "shmentarianism"]
    assert wrap_label("\u4ea4\u901a\u8fd0\u8f93\u7528\u5730", 8) == [
        "\u4ea4\u901a\u8fd0",
        "\u8f93\u7528\u5730",
    ]


@given(st.text("ab \u6797\N{RIGHTWARDS ARROW}", max_size=60), st.integers(4, 30))
def test_no_letter_of_a_label_is_lost(label, longest):
    lines = wrap_label(label, longest)
    assert all(text_width(line) <= longest for line in lines)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")


def test_a_row_is_as_high_as_its_lines():
    assert row_height(["Wood"], 26) == 26
    assert row_height(["Wood", "Mixed forest of needleleaf and broadleaf trees"], 26) == 2 * 17 + 8
