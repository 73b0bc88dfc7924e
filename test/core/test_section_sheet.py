"""Sections as a sheet: what is longer than the page."""

from carbon_zones.core.report.page import ReportTable, Section, TableColumn
from carbon_zones.core.report.section_sheet import PAGE_COLUMNS, SectionSheet
from carbon_zones.core.xlsx.worksheet import text_width

LONG = "soil 0-30 cm, warm temperate moist: IPCC 2019, table 2.3; " * 8


def test_what_stands_below_a_table_on_the_page_does_so_on_the_sheet():
    columns = [TableColumn("Site", "site"), TableColumn("Controlled", "controlled", 4)]
    rows = [{"site": "All land", "controlled": None}]
    table = ReportTable("footprint", "Footprint", columns, rows, note="It is not known.")
    sheet = SectionSheet(str)
    sheet.add_section(Section("", "Disclosure of mined land", [], tables=[table]))
    texts = [[cell.value for cell in row.cells if cell] for row in sheet.build_sheet("D").lines]
    assert texts[-2:] == [["All land"], ["It is not known."]]


def test_a_text_longer_than_the_page_goes_on_below():
    """Else paper shows the whole sheet so small that nobody can read it."""
    columns = [TableColumn("Class", "class"), TableColumn("Source", "source")]
    rows = [{"class": "Forestland", "source": LONG}, {"class": "Water", "source": "none"}]
    sheet = SectionSheet(str)
    sheet.add_fact("Coefficients", LONG)
    sheet.add_section(
        Section("", "Carbon densities", [], tables=[ReportTable("", "", columns, rows)])
    )
    made = sheet.build_sheet("Notes")
    texts = [[cell.value for cell in row.cells if cell] for row in made.lines]
    long = [n for n, values in enumerate(texts, 1) if LONG in values]
    assert len(long) == 2
    assert {f"B{n}:H{n}" for n in long} <= set(made.merged)
    room = sum(made.widths[1:PAGE_COLUMNS])
    for n in long:
        line = made.lines[n - 1]
        assert line.cells[1].style.wraps
        assert line.height > 10 * (text_width(LONG) / room)
    (short,) = (n for n, values in enumerate(texts, 1) if "none" in values)
    assert not made.lines[short - 1].cells[1].style.wraps
    assert not any(part.startswith(f"B{short}:") for part in made.merged)
