"""The sections on mined land, by hand: what was taken and given back, its states, its ages."""

import pytest

from carbon_zones.core.base.files import Provenance
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.mine import page as mined_section
from carbon_zones.core.mine.page import age_section, disturbance_section, reclamation_page
from carbon_zones.core.mine.reclamation import Disclosure
from carbon_zones.core.results.results import Results
from carbon_zones.test.core.pages import same
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
    """Reclamation, census and series of such land."""
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
