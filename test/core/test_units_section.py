"""Units on the page of a study: those with most mined land of many, with their own numbers."""

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.study import page as study_page
from carbon_zones.test.core.pages import cells_of, same, study_of, study_page_of

pytest.importorskip("jinja2")

# Columns of each unit, of a row of 20 fields and pits at three dates.
UNITS = {"one": (0, 3), "two": (3, 8), "three": (8, 10), "four": (10, 16), "five": (16, 20)}
LAND = ("11111111111111112222", "12111211112222221111", "11111222112222222222")
ARRAYS = [[[int(cell) for cell in row]] for row in LAND]
# By their mined land: 6, 4 and 3 ha; those that are listed stand in their own order.
DRAWN, LISTED = ["four", "five", "two"], ["four", "five"]


def by_hand(name: str) -> list:
    """Hectares, per cent that changed, t C lost, hectares ever mined, reclaimed at the end."""
    ways = list(zip(*LAND))[slice(*UNITS[name])] if name in UNITS else list(zip(*LAND))
    changed = sum(first != last for first, _, last in ways)
    lost = 55 * sum((first, last) == ("1", "2") for first, _, last in ways)
    ever = [way for way in ways if "2" in way]
    reclaimed = sum(last == "1" for _, _, last in ever)
    return [len(ways), 100 * changed / len(ways), lost, len(ever), reclaimed]


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(study_page, "MAX_CHART_UNITS", len(DRAWN))
        patch.setattr(study_page, "MAX_TABLE_UNITS", len(LISTED))
        return study_page_of(tmp_path_factory.mktemp("units"), arrays=ARRAYS, units=UNITS)


def test_units_with_most_mined_land_are_listed_with_the_whole(page):
    rows = page.rows("units")
    assert [row["Unit"] for row in rows] == [*LISTED, "Total"]
    for row in rows:
        found = [float(cell) for cell in list(row.values())[1:]]
        assert found == pytest.approx(by_hand(row["Unit"])), row["Unit"]
    heads = [label for _, label in page.tables["table-units"][0]]
    assert heads[1:] == [
        *(
            "Area, ha",
            "Changed area, %",
            "Carbon loss, t C",
            "Cumulative disturbed area, ha",
            ("Reclaimed at the last date, ha"),
        )
    ]
    assert "Not listed: 3 further units (10.00 ha in total); see the tables." in page.text


def test_units_are_drawn_in_the_order_of_their_mined_land(page):
    figure, _ = page.figures["chart-unit-zones"]
    assert list(figure["layout"]["yaxis"]["ticktext"]) == DRAWN
    for place in range(len(DRAWN)):
        assert sum(bars["x"][place] for bars in figure["data"]) == pytest.approx(100)
    assert "Not listed: 2 further units (5.00 ha in total)" in page.text


def test_the_map_has_units_in_classes_of_how_much_changed(tmp_path):
    """From the least that changed to the most in five steps, each with the unit's own colour."""
    with Drafts() as drafts:
        section = study_page.unit_section(study_of(tmp_path, drafts, ARRAYS, units=UNITS))
    (drawn,) = section.maps
    changed = {name: by_hand(name)[1] for name in UNITS}
    # 0, 60, 0, 100 and 0 %
    steps = {name: min(int(share / 20), 4) for name, share in changed.items()}
    legend = [(translate_message(words, same), colour) for words, colour in section.map_legend]
    assert [words for words, _ in legend] == [
        f"{low}\N{EN DASH}{high} %"
        for low, high in (("0", "20.0"), ("60.0", "80.0"), ("80.0", "100.0"))
    ] + ["Unit boundary"]
    cells = cells_of(drawn, tmp_path)[0]
    for name, (first, last) in UNITS.items():
        # The first one is the edge, but at the edge of the map.
        own = cells[first + (first > 0) : last]
        assert {int(cell) for cell in own} <= {steps[name] + 1}, name
        assert not first or cells[first] == 6, name
