"""The workbook of a study: its sheets, by what they must hold, and what it says of the run."""

from dataclasses import replace

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.report.results_page import InputFile
from carbon_zones.core.results.transfers import TRANSFERS
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.study.workbook import WorkbookContext, study_sheets, write_study_workbook
from carbon_zones.core.xlsx import worksheet
from carbon_zones.core.xlsx.workbook import PAGE_WIDTH, workbook_bytes
from carbon_zones.test.core.pages import CLASSES, NASTY, PROVENANCE, same, says, study_of
from carbon_zones.test.core.test_workbook import parts_of

FILES = [InputFile("a.tif", 1200, "f00d"), None, None]
RUN = WorkbookContext(
    replace(
        PROVENANCE,
        record={"TIFFTAG_SOFTWARE": "x", "ALGORITHM": "carbonzones:study", "SCHEME": "auto"},
        labels={"SCHEME": "Product", "TITLE": "Title"},
        words={"SCHEME": "By the names (auto)"},
        title="Land of Mine",
        author="Nobody",
        comment="One\nTwo",
    ),
    FILES,
    ["it rained"],
)


def sheets_of(folder, run=RUN, tr=same, **given):
    """The sheets of a small study, by name, and what was left out."""
    notes = Notes()
    with Drafts() as drafts:
        study = study_of(folder, drafts, **given)
        sheets = study_sheets(study, run, tr, notes)
    # Their rows are gone through but once.
    kept = {sheet.name: replace(sheet, lines=list(sheet.lines)) for sheet in sheets}
    return study, kept, notes


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small study, its sheets by name, and what was left out."""
    return sheets_of(tmp_path_factory.mktemp("workbook"))


def values_of(sheet) -> list[list]:
    """The values in the rows of a sheet."""
    return [[cell and cell.value for cell in line.cells] for line in sheet.lines]


def test_long_sheets_have_filters(made):
    _, sheets, notes = made
    assert all(sheets[name].filtered for name in ("Transfers", "Carbon ledger", "Cell counts"))
    assert notes == Notes()


def test_the_matrix_of_a_period(made):
    """Two of three fields became pits; a cell is a hectare."""
    _, sheets, _ = made
    sheet = sheets["Matrix 1990-2000"]
    assert values_of(sheet)[:2] == [
        ["1990 (rows), 2000 (columns), ha", "Fields", NASTY, "Total"],
        ["Fields", 1.0, 2.0, 3.0],
    ]
    assert (sheet.frozen, sheet.size) == ((1, 1), (4, 4))
    lines = list(sheet.lines)
    bold = [[cell.style.bold for cell in line.cells] for line in lines[1:]]
    assert bold == [[False, False, False, True]] * 2 + [[True] * 4]
    # What stayed what it was is muted.
    filled = [[bool(cell.style.fill) for cell in line.cells] for line in lines[1:]]
    assert filled == [[False, True, False, False], [False, False, True, False], [False] * 4]
    assert len(set(sheet.widths[1:])) == 1


def test_the_summary_has_key_figures_balance_and_charts_of_its_own_cells(made):
    study, sheets, _ = made
    summary = sheets["Summary"]
    rows = values_of(summary)
    assert rows[0] == ["Land of Mine"]
    assert ["Mined land, 1990", 2.0, "ha"] in rows
    assert ["Mined land, 2010", 3.0, "ha"] in rows
    figures = summary.lines[rows.index(["Mined land, 1990", 2.0, "ha"])]
    assert figures.cells[1].style.format == "#,##0.00"
    areas, zones = summary.charts
    assert (areas.title, zones.title, zones.most) == ("Class areas, ha", "Zone shares", 100.0)
    found = {rows[_row(bars.name)][0]: _cells(rows, bars.values) for bars in areas.bars}
    assert found == {"Fields": [3.0, 1.0, 2.0], NASTY: [2.0, 4.0, 3.0]}
    assert _cells(rows, areas.names) == ["1990", "2000", "2010"]
    assert _cells(rows, zones.names) == ["1990-2000", "2000-2010", "1990-2010"]
    for bars, zone in zip(zones.bars, study.rules.zones):
        shares = [row["share_pct"] for row in study.zone_shares if row["zone"] == zone.value]
        assert (rows[_row(bars.name)][0], _cells(rows, bars.values)) == (zone.name, shares)
    assert len(zones.bars) == len(study.rules.zones)
    # Side by side, on rows where nothing stands.
    (_, top), (end, bottom) = areas.corners
    assert zones.corners == ((end, top), (8, bottom))
    assert not any(rows[top:bottom])


# One of thirty fields is mined by 2000, and a field again in 2010.
SPECK = [[[1, *[1] * 29]], [[2, *[1] * 29]], [[1, *[1] * 29]]]


def test_a_mine_that_is_hardly_seen_among_the_classes_has_charts_of_its_own(tmp_path):
    """What is mined and reclaimed by date, and what was lost in each period."""
    _, sheets, _ = sheets_of(tmp_path, arrays=SPECK)
    rows = values_of(sheets["Summary"])
    mine, losses = sheets["Summary"].charts
    assert (mine.title, losses.title) == ("Mined and reclaimed land, ha", "Carbon loss, t C")
    found = {rows[_row(bars.name)][0]: _cells(rows, bars.values) for bars in mine.bars}
    assert found == {"Mined": [0.0, 1.0, 0.0], "Reclaimed": [0.0, 0.0, 1.0]}
    assert _cells(rows, mine.names) == ["1990", "2000", "2010"]
    assert _cells(rows, losses.names) == ["1990-2000", "2000-2010"]
    # A hectare with 50 t C of soil and 5 of vegetation.
    assert [_cells(rows, bars.values) for bars in losses.bars] == [[55.0, 0.0]]


def test_many_dates_stand_below_each_other_and_have_bars_too(tmp_path):
    arrays = [[[1, 2, 1 + (n > 4)]] for n in range(10)]
    _, sheets, _ = sheets_of(tmp_path, arrays=arrays)
    rows, (areas, zones) = values_of(sheets["Summary"]), sheets["Summary"].charts
    first, last = (int(cell.rsplit("$", 1)[1]) for cell in areas.names.split(":"))
    assert [row[0] for row in rows[first - 1 : last]] == [str(1990 + 10 * n) for n in range(10)]
    found = {}
    for bars in areas.bars:
        letter, line = bars.name.split("$")[1:]
        assert bars.values == f"Summary!${letter}${first}:${letter}${last}"
        column = ord(letter) - ord("A")
        found[rows[int(line) - 1][column]] = [row[column] for row in rows[first - 1 : last]]
    assert found == {"Fields": [2.0] * 5 + [1.0] * 5, NASTY: [1.0] * 5 + [2.0] * 5}
    assert len(zones.bars) > 2


def test_of_units_the_sums_are_printed(tmp_path):
    _, sheets, _ = sheets_of(tmp_path, units={"W": (0, 2), "E": (2, 4)})
    for name in ("Transfers", "Class areas", "Zone shares", "Carbon loss", "Balance by land"):
        lines = values_of(sheets[name])[1:]
        sums = [line for line in lines if line[0] == "All units"]
        assert 0 < len(sums) < len(lines)
        assert lines[: len(sums)] == sums
        assert sheets[name].printed == (len(sums) + 1, len(lines[0]))
    assert sheets["Units"].printed[1] == 16
    assert sheets["Consistency checks"].printed is None


def _row(cell: str) -> int:
    """The place of a cell's row, of Summary!$A$7."""
    return int(cell.rsplit("$", 1)[1]) - 1


def _cells(rows: list[list], cells: str) -> list:
    """What stands in Summary!$B$7:$D$7."""
    name, _, last = cells.partition(":")
    assert name.startswith("Summary!$B$")
    return rows[_row(name)][1 : ord(last[1]) - ord("A") + 1]


def test_the_sheet_on_the_method_tells_of_the_run(made):
    _, sheets, _ = made
    first = sheets["Methods and sources"]
    rows = values_of(first)
    assert rows[0] == ["Land of Mine"]
    assert rows[1] == ["3 dates: 1990, 2000, 2010. no CRS."]
    for row in (
        ["Author", "Nobody"],
        ["One"],
        ["Two"],
        ["Warning: it rained"],
        ["Rule table", "r.csv (default, Yang et al. 2022)"],
        ["Software", "QGIS x"],
        ["land_1990", "a.tif", "1.2 kB", "f00d"],
        ["land_2000", "not a file", None, None],
        ["Product", "SCHEME", "By the names (auto)"],
        ["Algorithm", "ALGORITHM", "carbonzones:study"],
        ["Fields", 1, "a", "sink"],
        ["carbon sinks (@sink)", "mines (@mine)", "Carbon emission control area"],
        ["Fields", 1, 4],  # the zones of fields that stay, and that become pits
        ["Fields", "Soil", 50.0, "1 (default)", None, "ipcc (default)", None, "", ""],
        ["Fields", "Vegetation", 5.0, "1 (default)", None, "ipcc (default)", None, "", ""],
        ["Transfers", 10, "One row per period and pair of classes."],
    ):
        assert row in rows, row
    texts = [text for row in rows for text in row if isinstance(text, str)]
    assert not [text for text in texts if PROVENANCE.made_on in text or "TIFFTAG" in text]
    assert any(text.startswith("All ") and "checks passed" in text for text in texts)
    # It leads to the sheets.
    leads = {rows[int(cell[1:]) - 1][0]: name for cell, name in first.links.items()}
    assert leads == {name: name for name in list(sheets)[2:]}


def test_without_title_it_is_called_a_study(tmp_path):
    _, sheets, _ = sheets_of(tmp_path, WorkbookContext(PROVENANCE, FILES))
    rows = values_of(sheets["Methods and sources"])
    assert rows[0] == ["Carbon zone study"]
    assert not [row for row in rows if row[:1] == ["Author"]]


def test_names_of_layers_can_be_names_of_sheets(tmp_path):
    """Without years a period is called after its layers, however long their names are."""
    long = "a very long name of a layer: [1]"
    with Drafts() as drafts:
        study = study_of(tmp_path, drafts)
        for place, raster in enumerate(study.series.rasters):
            object.__setattr__(raster.date, "layer", f"{long}{place}")
        for period in study.cube.periods:
            object.__setattr__(period, "name", f"{long}-{period.later}")
        names = [sheet.name for sheet in study_sheets(study, RUN, same, Notes())]
    assert names[3:6] == [
        "Matrix a very long name of a la",
        "Matrix a very long name of a 2",
        "Matrix a very long name of a 3",
    ]


def test_what_excel_cannot_hold_is_left_out_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr(worksheet, "MAX_ROWS", 14)
    monkeypatch.setattr("carbon_zones.core.study.workbook.MAX_ROWS", 14)
    study, sheets, notes = sheets_of(tmp_path)
    checks, flows = len(study.closure_rows), len(study.ledger.rows)
    assert sheets["Transfers"].size == (11, len(TRANSFERS.split()))
    zones, ledger, disclosure, closure = map(str, notes.warnings)
    says(zones, "'Zone shares' omitted", "16 rows and 6 columns", "limits of 14 and 16,384")
    says(ledger, "'Carbon ledger'", f"{flows + 1} rows and 9 columns")
    says(disclosure, "'Disclosure of mined land'")
    says(closure, "'Consistency checks'", f"{checks + 1} rows and 6 columns")
    contents = values_of(sheets["Methods and sources"])
    (row,) = [row for row in contents if row[:2] == ["Consistency checks", checks]]
    assert row[2].startswith("Omitted: ")
    assert "Consistency checks" not in sheets
    assert "Consistency checks" not in sheets["Methods and sources"].links.values()


def test_the_sheet_for_disclosure_has_all_rows_and_what_they_leave_open(made):
    study, sheets, _ = made
    rows = values_of(sheets["Disclosure of mined land"])
    (at,) = [n for n, row in enumerate(rows) if row[:1] == ["Mine site (after GRI 101-6)"]]
    shown = ("All land", "1990-2000", "1990", "unknown", "Mined", "Fields", NASTY)
    assert rows[at + 1] == [*shown, 2.0, 0.0, 2.0, pytest.approx(200 / 3), 0.02, 0.0]
    assert len(rows) - at - 1 == len(study.disclosure.rows) > 1
    # Long headings are broken, so that a page is as wide as the table.
    sheet = sheets["Disclosure of mined land"]
    assert all(cell.style.wraps for cell in list(sheet.lines)[at].cells)
    assert sum(sheet.widths) <= PAGE_WIDTH
    words = "\n".join(str(row[0]) for row in rows[:at] if row)
    says(words, "the original standards were not consulted", "Fields (2.00 ha disturbed)")
    contents = values_of(sheets["Methods and sources"])
    (listed,) = [row for row in contents if row[:1] == ["Disclosure of mined land"]]
    assert listed[1] == len(study.disclosure.rows)


def test_without_losses_it_says_why(tmp_path):
    _, sheets, _ = sheets_of(tmp_path, disturbing=DisturbingClasses(("water",)))
    assert len(values_of(sheets["Carbon loss"])) == 1
    rows = values_of(sheets["Methods and sources"])
    ((_, count, why, *_),) = [row for row in rows if row[:1] == ["Carbon loss"]]
    assert count == 0
    says(why, "Carbon losses not calculated: no class is in a disturbing group")
    assert not [row for row in rows if row[:1] == ["Carbon coefficients"]]


def test_many_classes_have_no_square_of_zones(tmp_path):
    classes = [*CLASSES, *(LandClass(n, f"k{n}", f"Pit {n}", "mine") for n in range(3, 60))]
    _, sheets, _ = sheets_of(tmp_path, classes=classes)
    firsts = [row[0] for row in values_of(sheets["Methods and sources"]) if row]
    assert "Zone number by conversion" not in firsts
    assert "Rules" in firsts


def test_the_file_is_a_draft(tmp_path):
    with Drafts() as drafts:
        study = study_of(tmp_path, drafts)
        assert write_study_workbook(tmp_path / "w.xlsx", drafts, study, RUN, same) == Notes()
        assert not (tmp_path / "w.xlsx").exists()
        drafts.commit_drafts()
    properties = parts_of((tmp_path / "w.xlsx").read_bytes())["docProps/core.xml"]
    assert [part.text for part in properties] == ["Land of Mine", "Nobody", "One\nTwo"]


def test_the_second_sheet_is_whole(tmp_path):
    """Sentences are as wide as the page, and high enough for their lines."""
    long = replace(RUN.provenance, comment="word " * 400)
    _, sheets, _ = sheets_of(tmp_path, WorkbookContext(long, FILES))
    first = sheets["Methods and sources"]
    lines = list(first.lines)
    firsts = [str(line.cells[0].value) if line.cells else "" for line in lines]
    (place,) = [n for n, text in enumerate(firsts) if text.startswith("word word")]
    assert f"A{place + 1}:H{place + 1}" in first.merged
    letters_a_line = sum(first.widths[:8])
    assert lines[place].height >= 11 * 1.2 * (2000 / letters_a_line)
    assert workbook_bytes(list(sheets.values()))
