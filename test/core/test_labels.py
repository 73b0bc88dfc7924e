"""Labels of charts: short enough, in two lines at most, and never alike where names differ."""

from carbon_zones.core.report.plotly_figures import breadth, fitted, in_lines, pair_label

DOTS = "\N{HORIZONTAL ELLIPSIS}"


def test_east_asian_letters_are_twice_as_broad():
    assert [breadth(text) for text in ("", "Wood", "林地", "林 A")] == [0, 4, 4, 4]


def test_what_is_short_enough_stays():
    assert fitted(["Fields", "Fields & wood", "林地"], 13) == ["Fields", "Fields & wood", "林地"]


def test_what_is_too_long_loses_its_end():
    label, chinese = "Fields and meadows", "交通运输用地"
    assert [fitted([label], longest) for longest in (8, 9)] == [
        [f"Fields{DOTS}"],
        [f"Fields a{DOTS}"],
    ]
    assert [fitted([chinese], longest) for longest in (7, 12)] == [[f"交通运{DOTS}"], [chinese]]


def test_names_that_begin_alike_lose_their_middles():
    names = ["Evergreen broadleaved", "Evergreen broadleaved II", "Evergreen", "Bare areas, rock"]
    alike = [f"Evergr{DOTS}eaved", f"Evergr{DOTS}ed II", "Evergreen"]
    assert fitted(names, 12) == [*alike, f"Bare areas,{DOTS}"]
    # Also where one of them is short enough itself.
    assert fitted(["Bare areas", "Bare areas II"], 11) == ["Bare areas", f"Bare{DOTS}as II"]


def test_a_name_that_stands_twice_is_no_other_name():
    assert fitted(["A long name", "A long name"], 8) == [f"A long{DOTS}"] * 2


def test_labels_have_two_lines_where_one_is_too_short():
    labels = [pair_label("Arable land", "Industrial land"), pair_label("Pit", "Dump"), "Wood"]
    assert in_lines(labels, 20) == [
        ["Arable land \N{RIGHTWARDS ARROW}", "Industrial land"],
        ["Pit \N{RIGHTWARDS ARROW} Dump"],
        ["Wood"],
    ]
    wood = ["Deciduous broadleaved", "closed forest"]
    assert in_lines([" ".join(wood)], 24) == [wood]
    assert in_lines(["Antidisestablishmentarianism"], 10) == [[f"Antidises{DOTS}"]]
    assert in_lines([" Antidisestablishmentarianism"], 10) == [[f" Antidise{DOTS}"]]
