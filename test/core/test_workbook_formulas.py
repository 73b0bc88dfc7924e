"""Formulas of a study's workbook: with other yellow cells they give the numbers of another run."""

from dataclasses import replace

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results.losses import LOSSES
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.study.workbook import EDITABLE_FILL, WorkbookContext, study_sheets
from carbon_zones.core.xlsx.workbook import workbook_bytes
from carbon_zones.test.core.pages import PROVENANCE, same, study_of
from carbon_zones.test.core.support import listed
from carbon_zones.test.workbook_cells import Book

CLASSES = listed(
    (1, "field", "Field", "sink"), (2, "wood", "Wood", "sink"), (3, "pit", "Pit", "mine")
)
# The units are its columns; pits take fields and woods in both periods.
LAND = ([[1, 1, 2, 2]] * 3, [[1, 3, 2, 2], [3, 1, 2, 3], [1, 1, 3, 2]], [[3, 3, 3, 3]] * 3)
UNITS = {"West": (0, 1), "Middle": (1, 3), "East": (3, 4)}
# Density and lost part of soil, then of vegetation, by class.
ONE = {"field": ((80.0, 0.5), (5.0, 1.0)), "wood": ((90.0, 0.25), (20.0, 0.75))}
OTHER = {"field": ((31.0, 0.9), (7.0, 0.6)), "wood": ((53.0, 0.8), (11.0, 0.7))}


def book_of(folder, stocks, units) -> Book:
    """The workbook of a study on the same land with these densities and lost parts."""
    folder.mkdir()
    held = {
        key: Coefficient(*(CarbonPool(density, lost) for density, lost in pools))
        for key, pools in stocks.items()
    }
    with Drafts() as drafts:
        study = study_of(
            folder, drafts, LAND, classes=CLASSES, units=units, stocks=Coefficients(held)
        )
        sheets = study_sheets(study, WorkbookContext(PROVENANCE, [None] * 3), same, Notes())
        (folder / "study.xlsx").write_bytes(workbook_bytes(sheets))
    return Book(folder / "study.xlsx")


@pytest.mark.parametrize("units", [None, UNITS], ids=["whole", "by unit"])
def test_yellow_cells_give_all_numbers_of_their_sheet_as_a_run_does(tmp_path, units):
    """A column that depends on them and has no formula keeps the number of its run."""
    book = book_of(tmp_path / "one", ONE, units)
    wanted = book_of(tmp_path / "other", OTHER, units)
    calculated = {sheet for sheet, cells in book.items() if any(c.formula for c in cells.values())}
    yellow = f"FF{EDITABLE_FILL[1:].upper()}"
    typed = [
        (s, place) for s, cells in book.items() for place in cells if cells[place].fill == yellow
    ]
    for sheet, place in typed:
        book[sheet][place] = replace(book[sheet][place], value=wanted[sheet][place].value)
    assert (len(typed), calculated) == (8, {"Carbon loss"})
    for sheet in calculated:
        assert set(book[sheet]) == set(wanted[sheet])
        heads = {column: cell.value for (row, column), cell in wanted[sheet].items() if row == 1}
        assert len(heads) == len(LOSSES.split()) + bool(units)
        stale = {
            heads[place[1]]
            for place, cell in wanted[sheet].items()
            if cell.value != approx(book.worked_out(sheet, place))
        }
        assert stale == set(), "no formula or a wrong one: LOSS_FORMULAS in core/study/workbook.py"


def approx(value):
    """A text, or a number but for rounding."""
    return pytest.approx(value, rel=1e-12) if isinstance(value, float) else value
