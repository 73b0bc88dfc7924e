"""The sections on mined land, by hand: what was taken and given back, its states, its ages. Lost
carbon and disturbed land on the page of a study: what charts and tables say, by hand. Units on
the page of a study: those with most mined land of many, with their own numbers."""

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.files import Provenance
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.mine import page as mined_section
from carbon_zones.core.mine.page import age_section, disturbance_section, reclamation_page
from carbon_zones.core.mine.reclamation import Disclosure
from carbon_zones.core.results.results import Results
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.study import losses_section
from carbon_zones.core.study import page as study_page
from carbon_zones.test.core.pages import cells_of, same, study_of, study_page_of
from carbon_zones.test.core.support import texts
from carbon_zones.test.core.test_reclamation import hand

# Hectares of each history; 1 field, 2 wood, 4 town, 5 pit, 6 dump, 7 lake, 8 rock.
HISTORIES = {
    (5, 5, 5, 5): 3,
    (1, 5, 1, 1): 2,
    (1, 5, 2, 1): 1,
    (1, 5, 7, 2): 1,
    (1, 6, 2, 2): 1,
    (2, 2, 5, 4): 4,
    (5, 8, 5, 8): 1,
    (1, 1, 5, 1): 2,
    (1, 1, 1, 1): 5,
}
YEARS = (1990, 1995, 2005, 2010)
# By period: newly mined, again; reclaimed, redeveloped, flooded, other; change; later a sink.
TAKEN = {
    "1990-1995": [5, 0, 0, 0, 0, 1, 4, 0],
    "1995-2005": [6, 1, 4, 0, 1, 0, 2, 0],
    "2005-2010": [0, 0, 2, 4, 0, 1, -7, 1],
}


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    cells = [history for history, count in HISTORIES.items() for _ in range(count)]
    return hand(tmp_path_factory.mktemp("mined"), *cells, years=YEARS)


def tables_of(section) -> dict[str, list[dict]]:
    """Rows of the tables of a section by their names, numbers by the headings."""
    return {
        table.name: [
            {
                translate_message(column.label, same): translate_message(cell.text, same)
                if column.digits is None
                else row.get(column.field)
                for column, cell in zip(table.columns, cells)
            }
            for row, (cells, _) in zip(table.raw, table.rows)
        ]
        for table in section.tables
    }


def test_what_was_taken_and_given_back_stands_under_its_kind(land):
    made = disturbance_section(land[0])
    rows = tables_of(made)["taken-0"]
    assert {row.pop("Period"): [*row.values()] for row in rows} == TAKEN
    assert "4.00 ha were already mined in 1990; start of mining unknown." in texts(made.sentences)


def test_the_largest_changes_of_class_are_listed(land, monkeypatch):
    monkeypatch.setattr(mined_section, "MAX_ROWS", 2)
    section = disturbance_section(land[0])
    tables = tables_of(section)
    rows = [
        (row["Period"], row["Type"], row["From class"], row["To class"], row["Area, ha"])
        for row in tables["disturbed"]
    ]
    assert [row[-1] for row in rows] == [4, 4]
    notes = {table.name: translate_message(table.note, same) for table in section.tables}
    # By class 4 already, 4 and 1 of the first period, 4, 2 and 1 of the second.
    assert notes["disturbed"] == ("4 smaller items (8.00 ha) are listed in DISTURBED only.")
    (first, second) = tables["reclaimed"]
    assert (first["From class"], first["To class"], first["Area, ha"]) == ("Pit", "Town", 4)
    assert first["% of mined land"] == pytest.approx(100 * 4 / 10)
    assert second["Area, ha"] == 2


def test_ages_are_told_by_class_and_interval(land):
    section = age_section(land[0])
    tables = tables_of(section)
    (figure,) = section.charts[0].render_figures(same)
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["3 ha", "4 ha"]
    # Fields that were woods in between are those that were not.
    full = {
        (row["Minimum age, years"], row["Class"], row["Former class"]): row["Area, ha"]
        for row in tables["mine-ages-full"]
    }
    assert full == {
        (0, "Field", "Pit"): 2,
        (0, "Wood", "Lake"): 1,
        (5, "Field", "Pit"): 3,
        (5, "Wood", "Dump"): 1,
    }
    assert len(tables["mine-ages-full"]) == 4


def page_of(reclamation, census, series):
    results, disclosure = Results(series, census), Disclosure(series, census, reclamation.land)
    files = [None] * len(series.dates)
    return reclamation_page(results, reclamation, disclosure, None, Provenance(), files)


def test_the_first_numbers_of_the_page(land):
    headlines = page_of(*land).headlines
    assert [(str(label), number, unit) for label, number, unit in headlines] == [
        ("Cumulative disturbed area", "15", "ha"),
        ("Mined in 2010", "3", "ha"),
        ("Reclaimed in 2010", "7", "ha"),
        ("Reclaimed share of the cumulative disturbed area", "46.7", "%"),
        ("Re-disturbed", "1", "ha"),
    ]


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
LOSSES_YEARS = {"1990-2000": 10, "2000-2010": 10, "1990-2010": 20}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return study_page_of(tmp_path_factory.mktemp("losses"), arrays=LAND, classes=CLASSES)


def test_bars_and_what_stands_above_them_are_tonnes_of_carbon(page):
    for figure, parts in zip(page.figures["chart-carbon"], (LOSSES_YEARS.values(), (1, 1, 1))):
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


pytest.importorskip("jinja2")

# Columns of each unit, of a row of 20 fields and pits at three dates.
UNITS = {"one": (0, 3), "two": (3, 8), "three": (8, 10), "four": (10, 16), "five": (16, 20)}
UNITS_LAND = ("11111111111111112222", "12111211112222221111", "11111222112222222222")
ARRAYS = [[[int(cell) for cell in row]] for row in UNITS_LAND]
# By their mined land: 6, 4 and 3 ha; those that are listed stand in their own order.
DRAWN, LISTED = ["four", "five", "two"], ["four", "five"]


def by_hand(name: str) -> list:
    """Hectares, per cent that changed, t C lost, hectares ever mined, reclaimed at the end."""
    ways = list(zip(*UNITS_LAND))[slice(*UNITS[name])] if name in UNITS else list(zip(*UNITS_LAND))
    changed = sum(first != last for first, _, last in ways)
    lost = 55 * sum((first, last) == ("1", "2") for first, _, last in ways)
    ever = [way for way in ways if "2" in way]
    reclaimed = sum(last == "1" for _, _, last in ever)
    return [len(ways), 100 * changed / len(ways), lost, len(ever), reclaimed]


@pytest.fixture(scope="module")
def units_page(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(study_page, "MAX_CHART_UNITS", len(DRAWN))
        patch.setattr(study_page, "MAX_TABLE_UNITS", len(LISTED))
        return study_page_of(tmp_path_factory.mktemp("units"), arrays=ARRAYS, units=UNITS)


def test_units_with_most_mined_land_are_listed_with_the_whole(units_page):
    rows = units_page.rows("units")
    assert [row["Unit"] for row in rows] == [*LISTED, "Total"]
    for row in rows:
        found = [float(cell) for cell in list(row.values())[1:]]
        assert found == pytest.approx(by_hand(row["Unit"])), row["Unit"]
    heads = [label for _, label in units_page.tables["table-units"][0]]
    assert heads[1:] == [
        *(
            "Area, ha",
            "Changed area, %",
            "Carbon loss, t C",
            "Cumulative disturbed area, ha",
            ("Reclaimed at the last date, ha"),
        )
    ]
    assert "Not listed: 3 further units (10.00 ha in total); see the tables." in units_page.text


def test_units_are_drawn_in_the_order_of_their_mined_land(units_page):
    figure, _ = units_page.figures["chart-unit-zones"]
    assert list(figure["layout"]["yaxis"]["ticktext"]) == DRAWN
    for place in range(len(DRAWN)):
        assert sum(bars["x"][place] for bars in figure["data"]) == pytest.approx(100)
    assert "Not listed: 2 further units (5.00 ha in total)" in units_page.text


def test_the_map_has_units_in_classes_of_how_much_changed(tmp_path):
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
