"""The cube and the tables read off it, against published matrices and hand-worked ones."""

import numpy as np
import pytest

from carbon_zones.core.base.data_dictionary import make_unique_names
from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.numbers import compute_percent
from carbon_zones.core.raster.area import ELLIPSOIDAL_AREA, PLANIMETRIC_AREA, CellArea
from carbon_zones.core.results.transfers import class_change_rows, matrix_table, transfer_rows
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.count_result import ClassTally, TransitionCube
from carbon_zones.test.core.support import cube_of, dated, listed, tally_of

THREE = listed((1, "a", "A"), (2, "b", "B"), (5, "c", "C"))
#         to  a  b  c
SMALL = [
    [6, 3, 1],  # from a
    [2, 4, 0],  # from b
    [0, 0, 0],  # c was nowhere, and is where one a was
]


def test_the_volga_matrix_of_molusce():
    # MOLUSCE's own tests (nextgis/qgis_molusce, tests/): the matrix of init.tif and final.tif,
    # and the areas of the classes in square metres at a cell of 24.990273796 m.
    matrix = [[4065, 4, 2, 1], [1657, 62_871, 260, 364], [514, 539, 80_689, 1969], [2, 15, 7, 8677]]
    before = [2_543_020.1301162727, 40_688_322.08186036, 52_278_673.40671987, 5_433_894.43814875]
    after = [3_895_716.9871476693, 39_612_284.83132246, 50_559_386.95823998, 6_876_521.28013514]
    classes = listed(*((n, str(n)) for n in range(1, 5)))
    cube = cube_of(classes, matrix, hectares=24.990273796**2 / 10_000)
    rows = class_change_rows(cube)
    assert [r["area_before_ha"] * 10_000 for r in rows] == pytest.approx(before, rel=1e-9)
    assert [r["area_after_ha"] * 10_000 for r in rows] == pytest.approx(after, rel=1e-9)
    # Off the diagonal by hand: rows are losses, columns are gains.
    cell = 24.990273796**2 / 10_000
    assert [r["loss_ha"] / cell for r in rows] == pytest.approx([7, 2281, 3022, 24])
    assert [r["gain_ha"] / cell for r in rows] == pytest.approx([2173, 558, 269, 2334])
    assert [r["net_ha"] / cell for r in rows] == pytest.approx([2166, -1723, -2753, 2310])
    assert [r["swap_ha"] / cell for r in rows] == pytest.approx([14, 1116, 538, 48])


def test_transfers_list_the_pairs_that_occur_with_all_their_shares():
    rows = transfer_rows(cube_of(THREE, SMALL, hectares=0.5, names=["1990-2000"]))
    assert [list(row.values()) for row in rows] == [
        # period, from, to, cells, ha, % of total, % of from, % of to, % of what left
        ["1990-2000", 1, "A", 1, "A", 6, 3.0, 37.5, 60.0, 75.0, None],
        ["1990-2000", 1, "A", 2, "B", 3, 1.5, 18.75, 30.0, 100 * 3 / 7, 75.0],
        ["1990-2000", 1, "A", 5, "C", 1, 0.5, 6.25, 10.0, 100.0, 25.0],
        ["1990-2000", 2, "B", 1, "A", 2, 1.0, 12.5, 100 * 2 / 6, 25.0, 100.0],
        ["1990-2000", 2, "B", 2, "B", 4, 2.0, 25.0, 100 * 4 / 6, 100 * 4 / 7, None],
    ]


def test_the_square_matrix_has_totals_that_close():
    assert matrix_table(cube_of(THREE, SMALL, np.transpose(SMALL)), 1)[1][0]["B"] == 2.0
    columns, rows = matrix_table(cube_of(THREE, SMALL, hectares=0.5))
    assert columns == ["A", "B", "C", "Total"]
    assert [list(row.values()) for row in rows] == [
        ["A", 3.0, 1.5, 0.5, 5.0],
        ["B", 1.0, 2.0, 0.0, 3.0],
        ["C", 0.0, 0.0, 0.0, 0.0],
        ["Total", 4.0, 3.5, 0.5, 8.0],
    ]


def test_what_occurs_at_neither_date_is_left_out():
    cube = cube_of(THREE, [[0, 0, 4], [0, 0, 0], [0, 0, 0]])
    assert [row["class"] for row in class_change_rows(cube)] == ["A", "C"]
    columns, rows = matrix_table(cube)
    assert columns == ["A", "C", "Total"]
    assert [list(row.values()) for row in rows] == [
        ["A", 0.0, 4.0, 4.0],
        ["C", 0.0, 0.0, 0.0],
        ["Total", 0.0, 4.0, 4.0],
    ]


def test_tables_follow_the_listed_order_and_then_the_values():
    classes = listed((9, "nine"), (2, "two"))
    for value in (70, -5):
        classes.add_unnamed_value(value)
    rows = transfer_rows(cube_of(classes, np.diag([1, 1, 1, 1])))
    assert [row["from_class"] for row in rows] == ["nine", "two", "-5", "70"]


def test_columns_of_like_names_are_told_apart():
    assert make_unique_names(["Water", "water", "WATER", "fid", "Total", "total"]) == [
        *("Water", "water 2", "WATER 3", "fid 2", "Total", "total 2")
    ]
    assert make_unique_names(["a", "a 2", "a"]) == ["a", "a 2", "a 3"]


def test_a_class_called_total_does_not_clash_with_the_totals():
    classes = listed((1, "total", "Total"), (2, "b", "B"))
    columns, rows = matrix_table(cube_of(classes, [[1, 2], [3, 4]]))
    assert columns == ["Total 2", "B", "Total"]
    assert rows[0] == {"from_class": "Total", "Total 2": 1.0, "B": 2.0, "Total": 3.0}
    # Columns must differ; rows are called what they are, and the totals are the last one.
    assert rows[2] == {"from_class": "Total", "Total 2": 4.0, "B": 6.0, "Total": 10.0}


def test_counts_of_a_growing_class_list_are_added_place_by_place():
    tally = ClassTally(2)
    parts = [np.array(part) for part in ([[1]], [[1, 2], [3, 4]], [[10]])]
    for part in parts:
        tally.add_counts(part, part / 8)
    assert tally.cells.tolist() == [[12, 2], [3, 4]]
    assert tally.hectares.tolist() == [[1.5, 0.25], [0.375, 0.5]]
    # What is added is not changed.
    assert parts[1].tolist() == [[1, 2], [3, 4]]


def test_closing_fills_up_counts_of_a_shorter_class_list_and_their_hectares():
    early = tally_of([[5]])
    whole = early.to_final_codes(np.arange(4), CellArea(PLANIMETRIC_AREA, 0.5))
    # Three codes of cells left out, and one class.
    assert whole.cells.tolist() == [[5, 0, 0, 0], *[[0, 0, 0, 0]] * 3]
    assert whole.hectares.tolist() == [[2.5, 0, 0, 0], *[[0, 0, 0, 0]] * 3]
    # The count itself is not changed, so that it can be closed again at another length.
    assert early.cells.tolist() == [[5]]


def test_the_cube_leaves_out_the_codes_of_cells_that_do_not_count():
    # The codes below the first class stand for nodata and for cells beyond the raster's edge.
    cells = np.zeros((FIRST_CLASS_CODE + 2, FIRST_CLASS_CODE + 2), np.int64)
    cells[:FIRST_CLASS_CODE], cells[:, :FIRST_CLASS_CODE] = 100, 100
    cells[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] = [[1, 2], [3, 4]]
    area = CellArea(PLANIMETRIC_AREA, 0.5)
    tallies = [tally_of(cells).to_final_codes(np.arange(5), area)]
    cube = TransitionCube(listed((1, "a"), (2, "b")), create_periods(dated("x", "y")), tallies)
    assert cube.cells[0].tolist() == [[1, 2], [3, 4]]
    assert cube.hectares[0].tolist() == [[0.5, 1.0], [1.5, 2.0]]
    assert (cube.total_cells, cube.total_hectares) == (10, 5.0)


def test_tables_go_by_hectares_where_cells_are_not_alike():
    # One cell of 8 ha outweighs three of 1 ha: every share and area is of hectares.
    size = FIRST_CLASS_CODE + 2
    cells, hectares = np.zeros((size, size), np.int64), np.zeros((size, size))
    cells[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] = [[1, 3], [0, 2]]
    hectares[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:] = [[8.0, 3.0], [0.0, 5.0]]
    tally = tally_of(cells, hectares).to_final_codes(
        np.arange(5), CellArea(ELLIPSOIDAL_AREA, by_row=True)
    )
    cube = TransitionCube(listed((1, "a"), (2, "b")), create_periods(dated("x", "y")), [tally])
    rows = [tuple(row.values())[5:11] for row in transfer_rows(cube)]
    assert rows == [
        (1, 8.0, 50.0, 100 * 8 / 11, 100.0, None),
        (3, 3.0, 18.75, 100 * 3 / 11, 37.5, 100.0),
        (2, 5.0, 31.25, 100.0, 62.5, None),
    ]
    a, b = class_change_rows(cube)
    assert (a["area_before_ha"], a["area_after_ha"], a["loss_ha"], a["gain_ha"]) == (11, 8, 3, 0)
    assert (b["area_before_ha"], b["area_after_ha"], b["loss_ha"], b["gain_ha"]) == (5, 8, 0, 3)
    assert matrix_table(cube)[1][-1] == {"from_class": "Total", "a": 8.0, "b": 8.0, "Total": 16.0}


def test_counts_beyond_32_bits_are_exact():
    cube = cube_of(THREE, np.full((3, 3), 2**40), hectares=0.09)
    assert cube.total_cells == 9 * 2**40
    assert transfer_rows(cube)[0]["cells"] == 2**40


def test_a_series_has_its_steps_and_the_whole_span():
    steps = [
        (p.earlier, p.later, p.name) for p in create_periods(dated("1986", "2000", "2009", "2018"))
    ]
    assert steps == [
        (0, 1, "1986-2000"),
        (1, 2, "2000-2009"),
        (2, 3, "2009-2018"),
        (0, 3, "1986-2018"),
    ]
    # Two dates have one period, which is the span already.
    assert [(p.earlier, p.later, p.name) for p in create_periods(dated("a", "b"))] == [
        (0, 1, "a-b")
    ]


def test_per_cent_of_nothing_is_nothing():
    assert compute_percent(1, 4) == 25.0
    assert compute_percent(0, 0) is None
