"""The five sentences that a study's page opens with; every number by hand."""

import re

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import translate_message
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
from carbon_zones.core.study.key_findings import key_findings
from carbon_zones.test.core.pages import CLASSES, same, says, study_of, study_page_of

COST, WHOSE, SURE, WHERE, WHAT = (
    *("How much carbon was lost?", "Which carbon densities were used?"),
    *("How uncertain is the result?", "Where should reclamation start?"),
    "What is the carbon potential?",
)
TOWN = (*CLASSES, LandClass(3, "c", "Town", "built"))
BUILT = DisturbingClasses(("built",))
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
    still = [[[2, 1]]] * 3
    says(answers(tmp_path / "still", arrays=still)[COST], "had no net carbon change. Not included")


def test_land_that_something_else_took(tmp_path):
    land = [[[1, 1, 1, 1]], [[3, 1, 1, 1]], [[3, 3, 1, 1]]]
    told = answers(tmp_path, arrays=land, disturbing=BUILT, classes=TOWN)
    assert told[COST] == (
        "From 1990 to 2010, the 2.00 ha disturbed by built-up land had a net carbon loss of 110 t "
        f"C ({110 * FRACTION:.0f} t CO\u2082 emitted)."
    )
    says(told[WHERE], "Area 1 (square R01C01): 1.00 ha of Town, unchanged since 2000 or earlier.")
    says(told[WHAT], "of idle land: 55 t C, 50 % of the carbon lost to built-up land.")
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
    says(ages, "No confidence interval: no uncertainty is given for the densities (u95_soil_pct")
    # A hectare that is a field again since 2010 or 2000 has none or half of its 55 t C.
    says(
        ages, "Range due to the age of reclaimed land alone, all mined land: net loss of 82 to 110"
    )
    none = answers(tmp_path / "none", arrays=[[[1, 1]], [[1, 2]], [[1, 2]]])[SURE]
    assert none == (
        "No confidence interval: no uncertainty is given for the densities (u95_soil_pct and "
        "u95_vegetation_pct in COEFFICIENTS)."
    )
    # What is known of the soil alone is something, and is said to be.
    half = Coefficients({"a": Coefficient(CarbonPool(50.0, u95_pct=20.0), CarbonPool(5.0))})
    says(
        answers(tmp_path / "half", stocks=half)[SURE],
        "No confidence interval: uncertainty is not given for all densities (u95_soil_pct and",
        "Range due to the age of reclaimed land alone, all mined land: net loss of 82 to 110",
    )
    land = [[[1, 1]], [[1, 2]], [[1, 2]]]
    assert answers(tmp_path / "half, no ages", arrays=land, stocks=half)[SURE] == (
        "No confidence interval: uncertainty is not given for all densities (u95_soil_pct and "
        "u95_vegetation_pct in COEFFICIENTS)."
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


def test_where_to_begin_and_what_it_would_bring(tmp_path):
    """Three pits of 2000 are pits in 2010; all whose class before is known were fields."""
    told = answers(tmp_path)
    says(told[WHERE], "Area 1 (square R01C01): 3.00 ha of", "unchanged since 2000 or earlier.")
    says(told[WHERE], "Maps do not show whether this land is still in use.")
    # Two fields lost 110 t C, and two pits of 1990 are assumed to have lost as much.
    assert told[WHAT] == (
        "Carbon gain in 20 years if area 1 is reclaimed to the former class: 165 t C; all 3.00 ha "
        "of idle land: 165 t C, 75 % of the carbon lost to mining."
    )
    slow = answers(tmp_path / "slow", stocks=stocks(curve=LinearRecovery(40.0)))
    says(slow[WHAT], "former class: 82 t C; all 3.00 ha of idle land: 82 t C, 38 % of the carbon")
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
