"""Lost carbon and disturbed land on the page of a study: what charts and tables say, by hand."""

import pytest

from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.study import losses_section
from carbon_zones.test.core.pages import study_page_of

pytest.importorskip("jinja2")

CLASSES = (
    LandClass(1, "a", "Fields", "sink", "#aa5500"),
    LandClass(2, "b", "Pit", "mine", "#222222"),
    LandClass(3, "c", "Dump", "mine", "#888888"),
    LandClass(4, "d", "Town", "built", "#cc4444"),
    LandClass(5, "e", "Lake", "water", "#3366cc"),
)
# Fields become pits and a dump, a town and a lake pits; 55 t C of a hectare of fields.
LAND = ([[1, 1, 1, 1, 1, 1, 4, 4, 5, 1]], [[2, 2, 1, 1, 1, 1, 4, 4, 5, 1]])
LAND = (*LAND, [[2, 2, 3, 2, 2, 1, 2, 2, 2, 1]])
LOST = {"1990-2000": 2, "2000-2010": 3, "1990-2010": 5}
YEARS = {"1990-2000": 10, "2000-2010": 10, "1990-2010": 20}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return study_page_of(tmp_path_factory.mktemp("losses"), arrays=LAND, classes=CLASSES)


def test_bars_and_what_stands_above_them_are_tonnes_of_carbon(page):
    for figure, parts in zip(page.figures["chart-carbon"], (YEARS.values(), (1, 1, 1))):
        (bars,) = figure["data"]
        tonnes = [55 * hectares / part for hectares, part in zip(LOST.values(), parts)]
        assert bars["y"] == pytest.approx(tonnes)
        assert [a["text"] for a in figure["layout"]["annotations"]] == [f"{n:.0f}" for n in tonnes]


def test_where_all_is_lost_nothing_is_said_of_parts(page):
    assert "Only the loss fraction" not in page.text


def test_of_many_losses_the_largest_are_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(losses_section, "MAX_LOSS_ROWS", 3)
    page = study_page_of(tmp_path, arrays=LAND, classes=CLASSES)
    rows = [(r["Period"], r["Disturbing class"], r["Area, ha"]) for r in page.rows("losses-full")]
    assert rows[0] == ("1990-2010", "Pit", "4")
    assert sorted(rows[1:]) == [("1990-2000", "Pit", "2"), ("2000-2010", "Pit", "2")]
    assert "2 smaller items (2.00 ha) are listed in LOSSES only." in page.text


def test_land_that_was_no_sink_is_named_with_its_hectares(page, tmp_path, monkeypatch):
    words = "Of 8.00 ha of mined land in 2010, 5.00 ha were carbon sinks in 1990"
    assert words in page.text
    assert "3.00 ha were not: Town 2.00 ha, Lake 1.00 ha." in page.text
    monkeypatch.setattr(losses_section, "MAX_NAMED_ORIGINS", 1)
    page = study_page_of(tmp_path, arrays=LAND, classes=CLASSES)
    assert "3.00 ha were not: Town 2.00 ha, others 1.00 ha." in page.text


def test_mined_land_is_given_in_hectares_and_in_per_cent(page):
    (figure,) = page.figures["chart-damaged"]
    tops = [note["text"] for note in figure["layout"]["annotations"]]
    assert tops == ["0 ha<br>0 %", "2 ha<br>20.0 %", "8 ha<br>80.0 %"]
