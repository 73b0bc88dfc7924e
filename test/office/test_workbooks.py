"""Workbooks in LibreOffice: it opens them, with the same numbers, shown as they should be."""

from __future__ import annotations

import re

import pytest

from carbon_zones.test.algorithms.test_study_workbook import read_workbook
from carbon_zones.test.headless.test_chinese import process, profile
from carbon_zones.test.helpers import YEARS, as_arguments, qgis_process, sample
from carbon_zones.test.office.conftest import LANGUAGES
from carbon_zones.test.office.office import converted, links_in, sheets_in, text_of

# Sheets of sentences and tables, by language; all but these and the first two are a table each.
DISCLOSURE = {"en": "Disclosure of mined land", "zh_CN": "工矿用地披露"}
DECISION = {"en": "Reclamation priorities", "zh_CN": "复垦优先区"}


@pytest.fixture(scope="module")
def opened(made, tmp_path_factory):
    """The language, the workbook, and what LibreOffice makes of it: XML and pages."""
    language, path = made
    folder = tmp_path_factory.mktemp("office")
    return language, path, converted(path, "fods", folder), converted(path, "pdf", folder)


def test_every_number_and_text_is_there(opened):
    """LibreOffice writes fifteen digits of a number, GDAL reads all of them."""
    language, path, fods, _ = opened
    found, given = sheets_in(fods), read_workbook(path)
    assert list(found) == list(given)
    del given[DISCLOSURE[language]], given[DECISION[language]]
    numbers = 0
    for name, rows in list(given.items())[2:]:
        heads, *body = found[name]
        assert [cell.text for cell in heads] == list(rows[0])
        assert len(body) == len(rows)
        for cells, row in zip(body, rows):
            cells += [None] * (len(row) - len(cells))
            for cell, (heading, value) in zip(cells, row.items()):
                if value is None:
                    assert cell is None, (name, heading)
                elif isinstance(value, str):
                    assert cell.text == value
                elif cell.number is None:
                    assert cell.text == ("TRUE" if value else "FALSE")
                else:
                    numbers += 1
                    assert cell.number == pytest.approx(value, rel=1e-14, abs=0)
    assert numbers > 5000


def test_the_tonnes_of_losses_alone_are_formulas(opened):
    sheets = sheets_in(opened[2])
    names = [name for name in sheets if name in ("Carbon loss", "碳损失")]
    losses = sheets.pop(names[0])
    cells = [c for rows in sheets.values() for row in rows for c in row if c]
    # As LibreOffice has yes and no.
    assert {cell.formula for cell in cells} <= {None, "of:=TRUE()", "of:=FALSE()"}
    assert {"=Mine & land", "@Nobody"} <= {cell.text for cell in cells}
    # Behind unit, period, classes and hectares: two densities, four losses.
    assert {tuple(bool(c.formula) for c in row) for row in losses[1:]} == {
        (False,) * 5 + (True,) * 6
    }


def test_numbers_are_shown_with_separators_and_digits(opened):
    sheets = list(sheets_in(opened[2]).values())
    matrix, transfers, closure = sheets[6], sheets[7], sheets[-2]
    shown = [cell.text for row in matrix[1:] for cell in row[1:]]
    assert all(re.fullmatch(r"\d{1,3}(,\d{3})*\.\d\d|\u2013", text) for text in shown)
    assert matrix[-1][-1].text == "51,729.30"
    assert [cell.text for cell in transfers[1] if cell][1:3] == ["1986-2000", "1"]
    assert all(re.fullmatch(r"0|-?\d\.\dE-\d\d", row[4].text) for row in closure[1:])


def test_no_column_is_too_narrow_on_paper(opened):
    """A number that does not fit its cell is shown as ###."""
    text = text_of(opened[3])
    assert "##" not in text
    pages = text.rstrip("\f").split("\f")
    names = list(sheets_in(opened[2]))
    # At the foot of each page the name of its sheet and its number.
    last = [page.rstrip().splitlines()[-1] for page in pages]
    assert [line.split("  ")[0].strip() for line in last[:1]] == names[:1]
    assert all(re.search(rf"{n} / {len(pages)}$", line) for n, line in enumerate(last, 1))
    assert "51,729.30" in text
    assert re.sub(r"\s+", " ", text).count("A comment that is longer") == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_of_the_sample_is_printed_on_few_pages(language, tmp_path):
    """As wide as a page each, the headings of a table on each of its pages."""
    workbook = tmp_path / "workbook.xlsx"
    process(
        profile(tmp_path / "profile", language),
        "study",
        LAYERS=[sample(year) for year in YEARS],
        WORKBOOK=workbook,
    )
    pages = text_of(converted(workbook, "pdf", tmp_path)).rstrip("\f").split("\f")
    assert len(pages) <= 25
    names = [page.rstrip().splitlines()[-1].split("  ")[0].strip() for page in pages]
    given = read_workbook(workbook)
    del given[DISCLOSURE[language]], given[DECISION[language]]
    # No sheet is wider than its page: pages of a sheet stand in a row, and each has all headings.
    for name, rows in list(given.items())[2:]:
        heads = [head for head in rows[0] if len(head) <= 5 and " " not in head]
        for page in (page for page, of in zip(pages, names) if of == name):
            assert [head for head in heads if head not in page] == [], name
    assert "##" not in "".join(pages)


def test_the_second_sheet_leads_to_the_others(opened):
    sheets = sheets_in(opened[2])
    found = {one.rsplit(".", 1)[0].lstrip("#").strip("'") for one in links_in(opened[2])}
    assert found == set(list(sheets)[2:])


def test_the_tables_of_a_scheme(tmp_path):
    parameters = {
        "LAYERS": [sample(year) for year in YEARS],
        "OUTPUT": str(tmp_path / "scheme.xlsx"),
    }
    done = qgis_process("run", "carbonzones:makescheme", *as_arguments(parameters))
    assert done.returncode == 0, done.stderr
    fods = converted(tmp_path / "scheme.xlsx", "fods", tmp_path)
    sheets = sheets_in(fods)
    assert list(sheets) == ["classes", "rules", "coefficients", "zones"]
    assert [cell.text for cell in sheets["rules"][1]] == ["@sink", "=", "1"]
    lists = re.findall(r"cell-content-is-in-list\(([^)]*)\)", fods.read_text(encoding="utf-8"))
    assert any("sink" in one for one in lists)
    assert any("zones" in one for one in lists)
