"""What a study's report begins with: its words, and land use at all dates as pictures. The five
sentences that a study's page opens with; every number by hand."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.report.interactive_map import MAX_COLOURED_CLASSES, OTHER_CLASSES_COLOUR
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import (
    PAPER_SOURCE,
    CarbonPool,
    Coefficient,
    Coefficients,
)
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.recovery_curves import LinearRecovery
from carbon_zones.core.study.idle_land import IdleRule
from carbon_zones.core.study.key_findings import key_findings, summary_section
from carbon_zones.core.study.land_sections import land_use_section
from carbon_zones.core.study.losses_section import annual_loss_sentences
from carbon_zones.core.study.page import key_figures, methods_paragraph_section
from carbon_zones.test.core.pages import (
    CLASSES,
    NASTY,
    PROVENANCE,
    cells_of,
    same,
    says,
    study_of,
    study_page_of,
)

MINUS = "\N{MINUS SIGN}"
WITH_TOWN = (*CLASSES, LandClass(3, "c", "Town", "built"))


BUILT = DisturbingClasses(("built",))


def story_of(folder, **given) -> dict[str, str]:
    """The paragraphs of a story by what they are about."""
    with Drafts() as drafts:
        section = summary_section(study_of(folder, drafts, **given))
    return {str(name): translate_message(text, same) for name, text in section.facts}


def test_the_story_in_words(tmp_path):
    """Of five hectares two are taken and one is given back; by hand."""
    story = story_of(tmp_path)
    assert list(story) == ["Land use", "Mined land", "Carbon", "Zones", "Checks"]
    says(story["Land use"], "3.00 ha of 5.00 ha (60.0 %) changed class.")
    says(story["Land use"], f"Fields \N{RIGHTWARDS ARROW} {NASTY}, 2.00 ha.")
    says(
        story["Mined land"],
        "1.00 ha of disturbed land were released and reclaimed as carbon sinks.",
    )
    says(story["Mined land"], "3.00 ha were mined", "1.00 ha were reclaimed (25.0 %")
    # What that is, the page opens with.
    assert story["Carbon"] == (
        "Most of the loss is from 'Fields'. For comparison: first-to-last carbon loss to mines "
        "(method of Yang et al. 2022), 110 t C."
    )
    # One field of five stays and two are taken; then one field stays, and a pit becomes one.
    zones = "1990-2000 {0} 2000-2010: Carbon sink invariant area 20.0 {0} 20.0\xa0%, "
    zones = f"Share of total area, {zones}"
    says(story["Zones"], zones.format("\N{RIGHTWARDS ARROW}"), "control area 40.0 \u2192 0\xa0%")
    # There is as much, and more, that stays what it is.
    says(
        story["Zones"],
        f"unassigned conversion (1990-2010): {NASTY} \N{RIGHTWARDS ARROW} Fields, 1.00 ha",
    )
    (count,) = re.match(r"All (\d+) checks passed; largest difference: ", story["Checks"]).groups()
    assert int(count) > 50


def test_the_methods_paragraph_has_data_densities_and_program(tmp_path):
    def told(name: str, **given) -> str:
        with Drafts() as drafts:
            section = methods_paragraph_section(
                study_of(tmp_path / name, drafts, **given), PROVENANCE
            )
        return translate_message(section.sentences[0], same)

    plain = told("plain")
    says(
        plain, "Land use in 1990, 2000, 2010 was taken from ", "with a class at all dates, is 5 ha;"
    )
    says(plain, "gain-loss method (IPCC 2006", "age (midpoint of the interval).")
    says(plain, "Computed with " + ", ".join(map(" ".join, PROVENANCE.versions)))
    # Of densities without half-widths no uncertainty was propagated.
    assert "Uncertainty" not in plain
    widths = Coefficients({"a": Coefficient(CarbonPool(50.0, u95_pct=20.0), CarbonPool(5.0))})
    says(told("widths", stocks=widths), "Uncertainty was propagated following IPCC 2006")
    assert "arbon loss" not in told("none", disturbing=BUILT)


def test_most_is_more_than_half(tmp_path):
    """Of four fields two are taken, and both woods: at 55 t C/ha each has half of the loss."""
    woods = (*CLASSES, LandClass(3, "c", "Woods", "sink"))
    stocks = Coefficients({key: Coefficient(CarbonPool(50.0), CarbonPool(5.0)) for key in "ac"})
    land = [[[1, 1, 1, 1, 3, 3]], [[1, 1, 2, 2, 2, 2]], [[1, 1, 2, 2, 2, 2]]]
    story = story_of(tmp_path / "half", arrays=land, classes=woods, stocks=stocks)
    says(story["Carbon"], "The largest part of the loss is from 'Fields'.")
    land[1][0][1] = land[2][0][1] = 2
    story = story_of(tmp_path / "most", arrays=land, classes=woods, stocks=stocks)
    says(story["Carbon"], "Most of the loss is from 'Fields'.")


def test_what_a_study_does_not_have_is_not_spoken_of(tmp_path):
    towns = story_of(tmp_path / "towns", disturbing=BUILT, classes=WITH_TOWN)
    assert list(towns) == ["Land use", "Zones", "Checks"]
    nobody = story_of(tmp_path / "nobody", disturbing=BUILT)
    assert list(nobody) == ["Land use", "Zones", "Checks"]
    still = story_of(tmp_path / "still", arrays=[[[1, 1]]] * 3)
    assert list(still) == ["Land use", "Zones", "Checks"]
    assert still["Land use"] == "No land-use change from 1990 to 2010."
    assert "ining" not in " ".join([*towns.values(), *nobody.values(), *still.values()])


def test_land_that_is_taken_each_time_is_told_beside_the_span(tmp_path):
    """Without histories there is no ledger: two towns on fields, one of which is a field again."""
    land = [[[1, 1, 1, 1]], [[3, 1, 1, 1]], [[1, 3, 1, 1]]]
    given = {"arrays": land, "disturbing": BUILT, "classes": WITH_TOWN}
    told = story_of(tmp_path / "few", **given, most=1)["Carbon"]
    says(told, "This is the first-to-last loss (method of Yang et al. 2022);")
    says(
        told,
        "the sum of period losses is 110 t C, because land is counted each time it is disturbed.",
    )
    story = story_of(tmp_path / "all", **given)
    says(
        story["Disturbed land"],
        "1.00 ha of disturbed land were released and reclaimed",
        "In 2010, 1.00 ha were disturbed and",
    )


def test_land_that_towns_take_beside_the_mine_is_in_the_ledger(tmp_path):
    land = [[[1, 1, 1, 2]], [[1, 3, 2, 2]], [[1, 3, 2, 1]]]
    both = DisturbingClasses(("mine", "built"))
    story = story_of(tmp_path, arrays=land, disturbing=both, classes=WITH_TOWN)
    says(
        story["Carbon"],
        "For comparison: first-to-last carbon loss to mines or built-up land (method of Yang et",
    )
    says(story["Carbon"], "al. 2022), 110 t C.")
    says(
        story["Disturbed land"], "In 2010, 2.00 ha were disturbed and 1.00 ha were reclaimed (33.3"
    )
    says(
        story["Zones"],
        "Largest unassigned conversion (1990-2010): Fields \N{RIGHTWARDS ARROW} Town, 1.00 ha.",
    )


def tiles_of(folder, **given) -> dict[str, str]:
    """The first numbers of the page of a study by their labels, with their units."""
    with Drafts() as drafts:
        figures = key_figures(study_of(folder, drafts, **given))
    return {translate_message(label, same): f"{n} {unit}" for label, n, unit, _ in figures}


def test_the_first_numbers_of_a_study(tmp_path):
    compared = "1990 and 2010 only, excluding regrowth and land disturbed in between"
    compared += " (method of Yang et al. 2022)"
    lost = "Net carbon loss by 2010, land disturbed since 1990"
    tiles = tiles_of(tmp_path / "mine")
    assert tiles == {
        # What came back was mined in 1990 already.
        lost: "110 t C",
        f"{lost}, as CO\u2082": f"{110 * 44 / 12:.0f} t CO\u2082",
        f"Carbon loss to mines, {compared}": "110 t C",
        "Mined land, 1990 to 2010": "2 \N{RIGHTWARDS ARROW} 3 ha",
        "Area analysed": "5 ha",
        "Changed area, 1990-2010": "60.0 %",
    }
    # The balance leads.
    assert next(iter(tiles)) == lost
    # Without histories there is no balance; two of four fields become a town, one after the other.
    land = [[[1, 1, 1, 1]], [[3, 1, 1, 1]], [[3, 3, 1, 1]]]
    town = {"arrays": land, "disturbing": BUILT, "classes": WITH_TOWN}
    assert tiles_of(tmp_path / "towns", **town)[
        ("Net carbon loss by 2010, land disturbed since 1990")
    ]
    tiles = tiles_of(tmp_path / "town", **town, most=1)
    lost = f"Carbon loss to built-up land, {compared}"
    assert tiles[lost] == "110 t C"
    assert tiles[f"{lost}, as CO\u2082"] == f"{110 * 44 / 12:.0f} t CO\u2082"
    assert tiles["Disturbed land (built-up land), 1990 to 2010"] == "0 \N{RIGHTWARDS ARROW} 2 ha"


def test_the_balance_has_its_bounds_beside_it(tmp_path):
    """Of one class, off by a fifth in soil alone: 2 ha lost, 20 t C more or less."""
    sure = Coefficient(CarbonPool(50.0, u95_pct=20.0), CarbonPool(5.0, u95_pct=0.0))
    tiles = tiles_of(tmp_path, stocks=Coefficients({"a": sure}))
    label = "Net carbon loss by 2010, land disturbed since 1990 (95 % confidence interval)"
    match = re.fullmatch(r"110 \((\d+) to (\d+)\) t C", tiles[label])
    assert match is not None, tiles[label]
    # By 10,000 draws.
    assert [int(bound) for bound in match.groups()] == pytest.approx([90, 130], abs=1.5)


def test_amounts_have_the_digits_that_their_interval_supports(tmp_path):
    """11,246.8 t C lost, with 5,123.4 on either side: to hundreds, in tiles and in words."""
    sure = Coefficient(CarbonPool(5123.4, u95_pct=50.0), CarbonPool(500.0, u95_pct=0.0))
    given = {"stocks": Coefficients({"a": sure})}
    tiles = tiles_of(tmp_path / "tiles", **given)
    leading, dioxide, first_to_last, *_ = tiles.values()
    least, most = re.fullmatch(r"11,200 \(([\d,]+) to ([\d,]+)\) t C", leading).groups()
    assert (least[-2:], most[-2:]) == ("00", "00")
    # By 10,000 draws.
    assert int(least.replace(",", "")) == pytest.approx(11_246.8 - 5123.4, abs=200)
    # 41,238 with 18,786 on either side.
    assert dioxide == "41,000 t CO\u2082"
    assert first_to_last == "11,200 t C"
    says(
        story_of(tmp_path / "story", **given)["Carbon"],
        "first-to-last carbon loss to mines (method of Yang et al. 2022), 11,200 t C.",
    )


def yearly_of(folder, **given) -> list[str]:
    """What a study says of what was lost per year."""
    with Drafts() as drafts:
        return [
            translate_message(t, same)
            for t in annual_loss_sentences(study_of(folder, drafts, **given))
        ]


def decades(*taken: int) -> list:
    """Fields of which so many are mined in each decade, one pit after the other."""
    land = [[1] * (sum(taken) + 1)]
    for count in taken:
        mined = land[-1].count(2) + count
        land.append([2] * mined + [1] * (len(land[0]) - mined))
    return [[row] for row in land]


def test_of_many_periods_those_with_the_least_and_the_most_are_named(tmp_path):
    """55 t C of each hectare, over ten years."""
    four = yearly_of(tmp_path / "four", arrays=decades(4, 2, 6, 4))
    each = "22 t C in 1990-2000, 11 t C in 2000-2010, 33 t C in 2010-2020, 22 t C in 2020-2030"
    assert four == [f"Annual carbon loss to mines: {each}."]
    five = yearly_of(tmp_path / "five", arrays=decades(4, 2, 6, 4, 4))
    ends = "from 11 t C in 2000-2010 to 33 t C in 2010-2020"
    assert five == [f"Annual carbon loss to mines: {ends}."]
    land = [[[1, 1, 1, 1]], [[3, 1, 1, 1]], [[1, 3, 1, 1]]]
    towns = yearly_of(tmp_path / "towns", arrays=land, disturbing=BUILT, classes=WITH_TOWN)
    assert towns == ["Annual carbon loss to built-up land: 6 t C in 1990-2000, 6 t C in 2000-2010."]


def test_where_nothing_is_given_back_it_says_so(tmp_path):
    story = story_of(tmp_path, arrays=[[[1, 1]], [[2, 1]], [[2, 1]]])
    says(story["Mined land"], "No disturbed land was released. In 2010, 1.00 ha were")


def test_every_pixel_has_the_colour_of_its_class(tmp_path):
    """Those of 45 classes that there is little of share a grey."""
    random = np.random.default_rng(4)
    groups = ["sink", "mine", *["built"] * 43]
    classes = [
        LandClass(n, f"c{n}", f"Class {n}", group, f"#{n:02x}8040")
        for n, group in enumerate(groups, 1)
    ]
    weights = np.arange(1, 46) / np.arange(1, 46).sum()
    arrays = [random.choice(range(1, 46), (40, 60), p=weights) for _ in range(3)]
    with Drafts() as drafts:
        study = study_of(tmp_path, drafts, arrays, classes=classes)
        section = land_use_section(study)
    colours = dict(section.map_legend)
    assert len(colours) == MAX_COLOURED_CLASSES
    counts = np.bincount(np.concatenate(arrays).ravel())
    shown = {int(name.split()[1]) for name in colours if str(name).startswith("Class")}
    assert len(shown) == MAX_COLOURED_CLASSES - 1
    others = set(range(1, 46)) - shown
    assert max(counts[n] for n in others) <= min(counts[n] for n in shown)
    assert [drawn.title for drawn in section.then_now] == ["1990", "2010"]
    assert [drawn.title for drawn in section.maps] == ["1990", "2000", "2010"]
    places = [0, 2, 0, 1, 2]
    palette = [None, *colours.values()]
    for place, drawn in zip(places, [*section.then_now, *section.maps]):
        cells = cells_of(drawn, tmp_path)
        assert cells.shape == (40, 60)
        for value, cell in zip(arrays[place].ravel().tolist(), cells.ravel()):
            assert palette[cell] == (
                f"#{value:02x}8040" if value in shown else OTHER_CLASSES_COLOUR
            )
    # Who cannot see a picture is told what there is most of.
    first = np.bincount(arrays[0].ravel(), minlength=46)
    most = int(first.argmax())
    meaning = translate_message(section.then_now[0].meaning, same)
    assert meaning.startswith(f"Land use 1990: Class {most} {100 * first[most] / 2400:.1f} %, ")


def test_the_span_stands_apart_in_charts_and_tables(tmp_path):
    page = study_page_of(tmp_path)
    for name, axis in (("zone-shares", "yaxis"), ("carbon", "xaxis")):
        layout = page.figures[f"chart-{name}"][0]["layout"]
        one, two, span = layout[axis]["tickvals"]
        assert two - one == 1 < span - two
        assert layout[axis]["ticktext"][-1].endswith("full period")
        (line,) = layout["shapes"]
        assert two < line[f"{axis[0]}0"] < span
        bars = page.figures[f"chart-{name}"][0]["data"]
        assert {tuple(series[axis[0]]) for series in bars} == {(one, two, span)}
        assert sorted(layout[axis]["range"])[1] > span
    whole = (tmp_path / "report.html").read_text(encoding="utf-8")
    tables = {
        name: whole.split(f'id="table-{name}"')[1].split("</details>")[0]
        for name in ("losses-sinks", "losses-full", "zones-ha")
    }
    for name in ("losses-sinks", "losses-full"):
        (row,) = re.findall(r'<tr class="apart">(.*?)</tr>', tables[name])
        assert "1990-2010" in row
    (head,) = re.findall(r'<th scope="col" class="n apart">(.*?)</th>', tables["zones-ha"])
    assert re.sub("<[^>]+>", "", head) == "1990-2010"
    # Low-carbon land cannot occur.
    assert tables["zones-ha"].count('<td class="n apart"') == 5


COST, WHOSE, SURE, WHERE, WHAT = (
    *("How much carbon was lost?", "Which carbon densities were used?"),
    *("How uncertain is the result?", "Where should reclamation start?"),
    "What is the carbon potential?",
)
TOWN = (*CLASSES, LandClass(3, "c", "Town", "built"))
FRACTION = 44 / 12


def answers(folder, **given) -> dict[str, str]:
    with Drafts() as drafts:
        pairs = key_findings(study_of(folder, drafts, **given))
    return {translate_message(q, same): translate_message(text, same) for q, text in pairs}


def test_five_questions_are_answered_and_the_first_by_no_more_than_three_numbers(tmp_path):
    told = answers(tmp_path)
    assert list(told) == [COST, WHOSE, SURE, WHERE, WHAT]
    for text in told.values():
        assert re.search(r"\.$", text)
        assert not re.search(r"(?<![\w-])[-\N{MINUS SIGN}]\d", text)
    for text in (told[COST], told[WHOSE], told[SURE]):
        # Dates are none, and neither are the years of a promise and the level of an interval.
        numbers = re.findall(r"\b[\d.,]*\d\b(?! years)", re.sub(r"\b(?:19|20)\d\d\b", "", text))
        assert len(numbers) <= 3, text


def test_land_without_a_density_is_named_beside_the_loss(tmp_path):
    """Of a hectare each of fields and woods, the woods have no density."""
    woods = LandClass(3, "w", "Woods", "sink")
    fields = Coefficients({"a": Coefficient(CarbonPool(50.0), CarbonPool(5.0))}, is_partial=True)
    cost = answers(
        tmp_path,
        arrays=[[[1, 3, 1]], [[2, 2, 1]], [[2, 2, 1]]],
        classes=(*CLASSES, woods),
        stocks=fields,
        disturbing=DisturbingClasses(uncounted=frozenset("w")),
    )[COST]
    assert cost == (
        "From 1990 to 2010, the 2.00 ha disturbed by mining had a net carbon loss of 55 t C "
        f"({55 * FRACTION:.0f} t CO\u2082 emitted). Not estimated: 1.00 ha of 'Woods' without "
        "carbon density (50.0 % of the disturbed land)."
    )


def test_what_the_mine_cost(tmp_path):
    """Of five hectares two are taken, of 55 t C each; two were pits already."""
    assert answers(tmp_path / "before")[COST] == (
        "From 1990 to 2010, the 2.00 ha disturbed by mining had a net carbon loss of 110 t C. Not "
        "included: losses on 2.00 ha mined before the first map."
    )
    fields = [[[1, 1, 1]], [[1, 2, 1]], [[1, 2, 1]]]
    assert answers(tmp_path / "lost", arrays=fields)[COST] == (
        "From 1990 to 2010, the 1.00 ha disturbed by mining had a net carbon loss of 55 t C "
        f"({55 * FRACTION:.0f} t CO\u2082 emitted)."
    )
    # A pit that is a field again has by its curve a quarter of 20 years, and nothing is taken.
    pits = [[[2, 1]], [[1, 1]], [[1, 1]]]
    says(
        answers(tmp_path / "gained", arrays=pits)[COST],
        "the 1.00 ha mined before the first map had a net carbon gain of 41 t C. Not included: ",
    )
    # A field that is woods soon after has more than before: 120 less 55 t C.
    woods = (*CLASSES, LandClass(3, "c", "Woods", "sink"))
    densities = {
        key: CarbonPool(held, curve=LinearRecovery(2.0))
        for key, held in (("a", 55.0), ("c", 120.0))
    }
    held = Coefficients(
        {key: Coefficient(pool, CarbonPool(0.0)) for key, pool in densities.items()}
    )
    grown = [[[1, 1, 1]], [[1, 2, 1]], [[1, 3, 1]]]
    given = {"arrays": grown, "classes": woods, "stocks": held}
    assert answers(tmp_path / "grown", **given)[COST] == (
        "From 1990 to 2010, the 1.00 ha disturbed by mining had a net carbon gain of 65 t C "
        f"({65 * FRACTION:.0f} t CO\u2082 removed)."
    )
    tiles = tiles_of(tmp_path / "tiles", **given)
    label = "Net carbon gain by 2010, land disturbed since 1990"
    assert tiles[label] == "65 t C"
    assert tiles[f"{label}, as CO\u2082"] == f"{65 * FRACTION:.0f} t CO\u2082"
    still = [[[2, 1]]] * 3
    says(answers(tmp_path / "still", arrays=still)[COST], "had no net carbon change. Not included")


def test_land_that_something_else_took(tmp_path):
    land = [[[1, 1, 1, 1]], [[3, 1, 1, 1]], [[3, 3, 1, 1]]]
    told = answers(tmp_path, arrays=land, disturbing=BUILT, classes=TOWN)
    assert told[COST] == (
        "From 1990 to 2010, the 2.00 ha disturbed by built-up land had a net carbon loss of 110 t "
        f"C ({110 * FRACTION:.0f} t CO\u2082 emitted)."
    )
    says(told[WHERE], "Area 1 (square R01C01): 1.00 ha of 'Town', unchanged since at least 2000.")
    says(told[WHAT], "of idle land: 55 t C, 50 % of the gross carbon loss to built-up land")
    assert "min" not in " ".join([told[WHERE], told[WHAT]])
    # The town of the first date is a field in 2000, and built on again.
    again = [[[3, 1]], [[1, 3]], [[3, 3]]]
    cost = answers(tmp_path / "again", arrays=again, disturbing=BUILT, classes=TOWN)
    says(cost[COST], "losses on 1.00 ha disturbed before the first map")
    # Without histories of the land nothing is followed.
    lost = answers(tmp_path / "lost", arrays=land, disturbing=BUILT, classes=TOWN, most=1)
    assert lost[COST] == (
        "From 1990 to 2010, built-up land disturbed 2.00 ha of carbon sinks, with a carbon loss "
        f"of 110 t C ({110 * FRACTION:.0f} t CO\u2082 emitted)."
    )


@pytest.mark.parametrize("u95", [20, 180])
def test_a_loss_lies_between_the_ends_of_its_interval_and_is_none_below_0(tmp_path, u95):
    """Of 50 and 5 t C/ha by themselves, of which the hectare's 55 t C are lost."""
    land = [[[1, 1, 1]], [[2, 1, 1]]]
    given = {"arrays": land, "most": 1, "stocks": stocks(u95_pct=u95)}
    half = u95 / 100 * (50**2 + 5**2) ** 0.5
    low, high = max(0.0, 55 - half), 55 + half
    assert answers(tmp_path, **given)[SURE] == (
        f"95 % confidence interval of this loss, from carbon densities: {low:.0f} to {high:.0f} t "
        "C. Not included: loss fractions, map errors."
    )


def test_what_is_lost_of_the_span_is_not_that_of_a_period(tmp_path):
    """Three hectares of fields are taken, and one of woods, of which one is given back between."""
    woods = (*CLASSES, LandClass(3, "c", "Woods", "sink"))
    land = [[[1, 1, 1, 1, 3]], [[2, 2, 1, 1, 2]], [[2, 1, 2, 2, 2]]]
    held = {"a": Coefficient(CarbonPool(50.0, u95_pct=20.0), CarbonPool(5.0, u95_pct=0.0))}
    held["c"] = Coefficient(CarbonPool(100.0, u95_pct=10.0), CarbonPool(20.0, u95_pct=0.0))
    given = {"arrays": land, "classes": woods, "stocks": Coefficients(held), "most": 1}
    told = answers(tmp_path / "answers", **given)
    # Of the fields 3 x 10 t C, of the woods 10; of the last period alone two fields of 110 t C.
    lost, half = 3 * 55 + 120, (30**2 + 10**2) ** 0.5
    words = f"4.00 ha of carbon sinks, with a carbon loss of {lost} t C ("
    # 1,045, with 116 on either side.
    says(told[COST], "From 1990 to 2010, ", words, "1,040 t CO\u2082 emitted)")
    says(
        told[SURE], f"of this loss, from carbon densities: {lost - half:.0f} to {lost + half:.0f} "
    )
    tiles = tiles_of(tmp_path / "tiles", **given)
    assert [*tiles.values()][:2] == [f"{lost} t C", "1,040 t CO\u2082"]
    # Of the first period two fields and the woods, and of the last two fields.
    says(
        story_of(tmp_path / "story", **given)["Carbon"],
        f"the sum of period losses is {4 * 55 + 120} t C, because",
    )


def test_where_there_is_no_answer_it_says_why_and_what_to_give(tmp_path):
    nobody = answers(tmp_path / "groups", disturbing=BUILT)
    cost = nobody[COST]
    says(cost, "Not available: no class is in a disturbing group")
    says(cost, "CLASSES (column 'group')", "TAKING_GROUPS.")
    says(nobody[WHERE], "Not available: no class is in a disturbing group")
    assert nobody[WHOSE] == "None: carbon was not estimated."
    assert nobody[SURE] == "Not applicable: no carbon was estimated."
    none = answers(tmp_path / "none", arrays=[[[1, 1]]] * 3)
    assert none[COST] == "From 1990 to 2010, mining disturbed no carbon sinks."
    assert none[WHERE] == "Not available: no land is mined at any date."


def test_what_came_back_without_a_density_is_not_told(tmp_path):
    wood = (*CLASSES, LandClass(4, "d", "Wood", "sink"))
    land = [[[1, 2, 1]], [[2, 2, 1]], [[2, 4, 1]]]
    told = answers(tmp_path, arrays=land, classes=wood)
    says(
        told[COST],
        "disturbed 1.00 ha of carbon sinks, with a carbon loss of 55 t C (202 t CO\u2082 emitted).",
    )
    says(
        told[COST], "Carbon gain since then not available: no carbon coefficients for sink classes"
    )
    says(told[WHERE], "Area 1 (square R01C01): 1.00 ha of")
    says(told[WHAT], "Not available: no carbon coefficients for sink classes", "'d'")


def stocks(source: str = "", **given) -> Coefficients:
    return Coefficients(
        {"a": Coefficient(CarbonPool(50.0, **given), CarbonPool(5.0, **given), source)}
    )


@pytest.mark.parametrize(
    ("coefficients", "words"),
    [
        (stocks(PAPER_SOURCE), "Yang et al. (2022), Pingshuo mine; no uncertainty given."),
        (stocks("Own pits"), "COEFFICIENTS (Own pits); no uncertainty given."),
        (stocks(u95_pct=10.0), "COEFFICIENTS (no source given); 95 % confidence intervals given."),
        (
            Coefficients(
                {"a": Coefficient(CarbonPool(50.0, u95_pct=10.0), CarbonPool(5.0), "Pits")}
            ),
            "COEFFICIENTS (Pits); 95 % confidence intervals given in part.",
        ),
    ],
)
def test_whose_the_densities_are(tmp_path, coefficients, words):
    says(answers(tmp_path, stocks=coefficients)[WHOSE], "Carbon densities: ", words)


def test_how_sure_it_is(tmp_path):
    """Without an interval the ages alone tell; with one, what most of it is of."""
    ages = answers(tmp_path / "ages")[SURE]
    says(ages, "No confidence interval: densities lack margins of error (COEFFICIENTS).")
    # Of what was taken since nothing came back, whatever the land mined before gained.
    assert "Range" not in ages
    # Of two fields that are taken one is a field again since 2010 or 2000, with none or half of its
    # 55 t C; the pit of 1990 is one since 2000 or 1990, which is in neither number.
    land = [[[1, 1, 2, 1]], [[2, 2, 1, 1]], [[1, 2, 1, 1]]]
    told = answers(tmp_path / "range", arrays=land)
    says(told[COST], "had a net carbon loss of 96 t C. Not included: losses on 1.00 ha mined")
    says(told[SURE], "Range of this result due to the age of reclaimed land alone: net loss of 82 ")
    says(told[SURE], "net loss of 82 to 110 t C.")
    none = answers(tmp_path / "none", arrays=[[[1, 1]], [[1, 2]], [[1, 2]]])[SURE]
    assert none == ("No confidence interval: densities lack margins of error (COEFFICIENTS).")
    # What is known of the soil alone is something, and is said to be.
    half = Coefficients({"a": Coefficient(CarbonPool(50.0, u95_pct=20.0), CarbonPool(5.0))})
    says(
        answers(tmp_path / "half", stocks=half)[SURE],
        "No confidence interval: densities lack margins of error (COEFFICIENTS).",
    )
    land = [[[1, 1]], [[1, 2]], [[1, 2]]]
    assert answers(tmp_path / "half, no ages", arrays=land, stocks=half)[SURE] == (
        "No confidence interval: densities lack margins of error (COEFFICIENTS)."
    )
    still = answers(tmp_path / "still", arrays=[[[2, 1]]] * 3, stocks=stocks(u95_pct=20.0))
    assert still[SURE] == "Not applicable: no carbon was estimated."
    given = stocks(u95_pct=20.0)
    sure = answers(tmp_path / "sure", arrays=land, stocks=given)[SURE]
    found = re.fullmatch(
        r"95 % confidence interval from carbon densities: net loss of (\d+) to (\d+) t C \(Monte "
        r"Carlo simulation, 10,000 draws, IPCC Approach 2\)\. Not included: .*map errors\. "
        r"Main source of uncertainty: soil\..*",
        sure,
    )
    assert found, sure
    low, high = map(int, found.groups())
    assert 43 <= low <= 47
    assert 63 <= high <= 67


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from([1, 2]), min_size=3, max_size=3), min_size=2, max_size=8))
def test_the_range_has_the_number_in_it_that_it_is_of(cells):
    """Whatever land was mined before the first date, came back, and was mined again."""
    with TemporaryDirectory() as folder:
        told = answers(Path(folder), arrays=[[[*row]] for row in zip(*cells)])
    number = re.search(r"net carbon (loss|gain) of ([\d,]+) t C", told[COST])
    span = re.search(
        r"alone: net (loss|gain) of ([\d,]+)(?: t C)? to (?:net (gain) of )?([\d,]+)", told[SURE]
    )
    if span is None:
        return
    signs = {"loss": -1, "gain": 1, None: 0}

    def amount(kind, text):
        return signs[kind] * int(text.replace(",", ""))

    net = amount(*number.groups()) if number else 0
    ends = sorted([amount(span[1], span[2]), amount(span[3] or span[1], span[4])])
    assert ends[0] <= net <= ends[1], (told[COST], told[SURE])


def test_what_a_hectare_of_the_sinks_holds(tmp_path):
    assert answers(tmp_path / "one")[WHOSE].endswith(" Carbon sinks: 55.0 t C/ha.")
    classes = (*CLASSES, LandClass(4, "d", "Wood", "sink"))
    densities = {
        "a": Coefficient(CarbonPool(50.0), CarbonPool(5.0)),
        "d": Coefficient(CarbonPool(80.0), CarbonPool(43.5)),
    }
    told = answers(tmp_path / "two", classes=classes, stocks=Coefficients(densities))
    says(told[WHOSE], "no uncertainty given. Carbon sinks: 55.0 to 123.5 t C/ha.")
    page = study_page_of(tmp_path / "page")
    text = (tmp_path / "page" / "report.html").read_text(encoding="utf-8")
    assert '<a href="#table-method-coefficients">Show densities</a>' in text
    assert page.rows("method-coefficients")


def test_where_to_begin_and_what_it_would_bring(tmp_path):
    """Three pits of 2000 are pits in 2010; all whose class before is known were fields."""
    told = answers(tmp_path)
    says(told[WHERE], "Area 1 (square R01C01): 3.00 ha of", "unchanged since at least 2000.")
    says(told[WHERE], "Maps do not show whether this land is still in use.")
    # Two fields lost 110 t C, and two pits of 1990 are assumed to have lost as much.
    assert told[WHAT] == (
        "Carbon gain in 20 years if area 1 is reclaimed to the former class: 165 t C; all 3.00 ha "
        "of idle land: 165 t C, 75 % of the gross carbon loss to mining (220 t C, of which 110 t C "
        "are assumed for land mined before the first map)."
    )
    slow = answers(tmp_path / "slow", stocks=stocks(curve=LinearRecovery(40.0)))
    says(slow[WHAT], "former class: 82 t C; all 3.00 ha of idle land: 82 t C, 38 % of the gross")
    sure = answers(tmp_path / "sure", stocks=stocks(u95_pct=20.0))
    assert re.search(r"class: 165 t C \(95 % confidence interval: 13\d to 19\d\); all", sure[WHAT])
    new = [[[1, 1]], [[1, 1]], [[1, 2]]]
    told = answers(tmp_path / "new", arrays=new)
    assert told[WHERE] == "None: no mined land has been unchanged for at least 10 years."
    assert told[WHAT] == "Not available: no idle mined land identified."
    # By the usual five years two maps cannot tell.
    two = answers(tmp_path / "two", arrays=[[[1, 1]], [[1, 2]]], rule=IdleRule())
    says(
        two[WHERE], "for 1.00 ha of mined land, the dates are too far", "A map of 1995 would allow"
    )
    assert two[WHERE].endswith("would allow this to be determined.")


def test_what_is_known_of_idle_land_is_said_where_no_unit_comes_first(tmp_path):
    """One pit of 1990 is idle by 5 years; of the two of 2010 nobody knows since when."""
    land = [[[2, 1, 1, 1]], [[2, 1, 1, 1]], [[2, 2, 2, 1]]]
    given = {"arrays": land, "rule": IdleRule(5), "units": {"west": (0, 1), "east": (1, 4)}}
    told = answers(tmp_path / "told", **given)[WHERE]
    says(told, "Ranks are provisional, and no unit is certain to be first: for 2.00 ha of mined")
    says(told, "A map of 2005 would")
    says(told, "Known so far: 1.00 ha of idle land (ranked areas: 1). Area 1 (west): 1.00 ha of")
    says(told, "unchanged since at least 1990.")
    study_page_of(tmp_path / "page", **given)
    text = (tmp_path / "page" / "report.html").read_text(encoding="utf-8")
    assert '<a href="#priorities">Show ranking</a>' in text


def test_the_area_of_the_first_unit_may_be_the_second_of_all(tmp_path):
    """Three idle pits in one piece in the east; in the west two pieces, of two hectares each."""
    land = [[[1] * 11], [[2, 2, 1, 2, 2, 1, 2, 2, 2, 1, 1]], [[2, 2, 1, 2, 2, 1, 2, 2, 2, 1, 1]]]
    given = {"arrays": land, "units": {"west": (0, 6), "east": (6, 11)}}
    says(
        answers(tmp_path, **given)[WHERE],
        "Area 2 of the list, the highest-ranked in west: 2.00 ha of",
        ", unchanged since at least 2000. Area 1 of the list is in east. Maps do not show",
    )


@pytest.mark.parametrize(
    ("west", "east", "words"),
    [(100, 99.5, "Practically equal: east (0.5 % less carbon gain)."), (100, 98.9, "")],
)
def test_a_unit_that_is_practically_equal_is_named(tmp_path, west, east, words):
    """By the density of its land before: 100 t C/ha beside 99.5."""
    woods = (*CLASSES, LandClass(4, "d", "Wood", "sink"))
    stocks = Coefficients(
        {
            key: Coefficient(CarbonPool(held), CarbonPool(0.0))
            for key, held in (("a", west), ("d", east))
        }
    )
    land = [[[1, 1, 4, 4]], [[2, 1, 2, 4]], [[2, 1, 2, 4]]]
    given = {"arrays": land, "classes": woods, "stocks": stocks}
    told = answers(tmp_path, **given, units={"west": (0, 2), "east": (2, 4)})[WHERE]
    says(told, "Area 1 (west): 1.00 ha of", words)
    assert ("Practically equal" in told) == bool(words)


def test_pieces_that_are_too_small_for_an_area(tmp_path):
    told = answers(tmp_path, rule=IdleRule(10, 50.0))
    says(told[WHERE], "3.00 ha of mined land in square R01C01, unchanged for at least 10 years, in")
    says(told[WHERE], "in small patches.")
    says(
        told[WHAT], "Carbon gain in 20 years if reclaimed to the former class: all 3.00 ha of idle"
    )


@pytest.mark.parametrize("arrays", [[[[2, 1]], [[1, 1]]], [[[1, 1]], [[2, 1]], [[1, 1]]]])
def test_where_all_land_came_back_no_date_would_show_more(tmp_path, arrays):
    told = answers(tmp_path, arrays=arrays)
    assert told[WHERE] == f"None: no land is mined in {1980 + 10 * len(arrays)}."
    assert told[WHAT] == "Not available: no idle mined land identified."


def test_units_have_their_own_names(tmp_path):
    told = answers(tmp_path, units={"west": (0, 2), "east": (2, 5)})
    says(told[WHERE], "Area 1 (east): 2.00 ha of")
    outside = answers(tmp_path / "outside", units={"west": (0, 1)})[WHERE]
    says(outside, "Area 1 (land outside all units): 3.00 ha of")


def test_the_page_opens_with_them(tmp_path):
    text = study_page_of(tmp_path).text
    places = [text.index(words) for words in (COST, WHOSE, SURE, WHERE, WHAT, "Area analysed")]
    assert places == sorted(places)
