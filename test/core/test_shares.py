"""Areas and shares of the classes by date."""

import numpy as np

from carbon_zones.core.base.dates import Date
from carbon_zones.core.raster.area import ELLIPSOIDAL_AREA, PLANIMETRIC_AREA, CellArea
from carbon_zones.core.results.transfers import share_rows
from carbon_zones.test.core.support import listed, tally_of

CLASSES = listed((1, "a", "A"), (2, "b", "B"), (3, "c", "C"))


def test_shares_and_changes_worked_by_hand():
    dates = [Date("1990", "lu_1990"), Date("2000", "lu_2000"), Date("", "now")]
    # Cells without data, beyond the edge, outside the mask, of A, of B (C occurs nowhere; counts
    # may end before it).
    counts = [[5, 1, 2, 6, 2], [5, 1, 2, 3, 5, 0], [5, 1, 2, 0, 8, 0]]
    area = CellArea(PLANIMETRIC_AREA, 0.5)
    rows = share_rows(
        dates, CLASSES, [tally_of(c).to_final_codes(np.arange(6), area) for c in counts]
    )
    assert [list(row.values()) for row in rows] == [
        # year, layer, value, class, cells, ha, %, change in ha, change in points
        ["1990", "lu_1990", 1, "A", 6, 3.0, 75.0, None, None],
        ["1990", "lu_1990", 2, "B", 2, 1.0, 25.0, None, None],
        ["2000", "lu_2000", 1, "A", 3, 1.5, 37.5, -1.5, -37.5],
        ["2000", "lu_2000", 2, "B", 5, 2.5, 62.5, 1.5, 37.5],
        [None, "now", 1, "A", 0, 0.0, 0.0, -1.5, -37.5],
        [None, "now", 2, "B", 8, 4.0, 100.0, 1.5, 37.5],
    ]


def test_shares_are_of_hectares_not_of_cells():
    # Towards the pole cells shrink: one cell of A is as large as three of B.
    area = CellArea(ELLIPSOIDAL_AREA, by_row=True)
    tally = tally_of([0, 0, 0, 1, 3, 0], [0, 0, 0, 6.0, 6.0, 0]).to_final_codes(np.arange(6), area)
    rows = share_rows([Date("", "x")], CLASSES, [tally])
    assert [(row["cells"], row["area_ha"], row["share_pct"]) for row in rows] == [
        (1, 6.0, 50.0),
        (3, 6.0, 50.0),
    ]
