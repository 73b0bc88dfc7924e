"""Change analysis gives what others published, on rasters that are made for it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import numpy as np
import pytest

from carbon_zones.test.core.change_oracle import (
    Oracle,
    check_categories,
    check_components,
    check_indices,
    check_intervals,
    check_rates,
    check_transitions,
)
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv, write_raster
from carbon_zones.test.matrices import (
    EXAMPLES,
    layers_of,
    layers_of_areas,
    layers_of_cells,
)
from carbon_zones.test.pages import read_page

TABLES = (
    "COMPONENTS",
    "RATES",
    "INTERVALS",
    "CATEGORIES",
    "TRANSITIONS",
    "INDICES",
    "PROJECTION",
)
TEXTS = {"period", "class", "from_class", "to_class", "layer", "year", "method", "pace"} | {
    f"{side}_{what}" for side in ("gain", "loss") for what in ("state", "tendency")
}
FLAGS = {"gain_stationary": {"1": True, "0": False}, "loss_stationary": {"1": True, "0": False}}
ALL = "(all)"


def understood(column: str, cell: str):
    """A cell of a CSV as text, number, yes or no; None where it is empty."""
    if cell == "":
        return None
    if column in FLAGS:
        return FLAGS[column][cell]
    return cell if column in TEXTS else float(cell)


class Tables:
    """The tables of a run, with numbers as numbers, its numeric results and its log."""

    def __init__(self, folder, results, feedback):
        self.results = results
        self.infos, self.warnings = feedback.infos, feedback.warnings
        self._rows = {
            name: [
                {column: understood(column, cell) for column, cell in row.items()}
                for row in read_csv(folder / f"{name.lower()}.csv")
            ]
            for name in TABLES
        }

    def rows(self, table: str, **which) -> list[dict]:
        """The rows of a table in which these columns hold this."""
        return [
            row
            for row in self._rows[table]
            if all(row[column] == wanted for column, wanted in which.items())
        ]

    def column(self, table: str, column: str, **which) -> list:
        return [row[column] for row in self.rows(table, **which)]

    def square(self, column: str, size: int, **which) -> list[list]:
        """A column of TRANSITIONS as a square, with None on its diagonal."""
        found = [[None] * size for _ in range(size)]
        for row in self.rows("TRANSITIONS", **which):
            found[int(row["from_value"]) - 1][int(row["to_value"]) - 1] = row[column]
        return found


@pytest.fixture
def analyse(run, tmp_path):
    """Run Change analysis on layers, and read all its tables."""

    def call(layers, **parameters) -> Tables:
        outputs = {name: str(tmp_path / f"{name.lower()}.csv") for name in TABLES}
        results = run("changeanalysis", LAYERS=layers, **{**outputs, **parameters})
        return Tables(tmp_path, results, run.feedback)

    return call


def off_diagonal(square) -> list[list]:
    return [
        [None if i == j else cell for j, cell in enumerate(row)] for i, row in enumerate(square)
    ]


def assert_squares(found, wanted, **tolerance):
    for own, other in zip(found, wanted):
        for one, two in zip(own, other):
            assert (one is None) == (two is None)
            assert one is None or one == pytest.approx(two, **tolerance)


# All tables, on the land of two data sets that are often taken as examples


def check_all_tables(found, pairs: list[Counter], years: list[int], hectares: float) -> None:
    """Against the definitions.

    Args:
        pairs: per interval, then of the span where there is one: cells by class at both dates.
        years: of the dates.
    """
    lengths = [b - a for a, b in zip(years, years[1:])]
    spans = [*lengths, *([years[-1] - years[0]] if len(lengths) > 1 else [])]
    periods = [Oracle(own, length) for own, length in zip(pairs, spans)]
    intervals, classes = periods[: len(lengths)], [0, 1, 2]
    check_components(found.rows("COMPONENTS"), periods, classes, hectares)
    check_rates(found.rows("RATES"), periods, classes)
    check_intervals(found.rows("INTERVALS"), intervals, classes, hectares)
    check_categories(found.rows("CATEGORIES"), intervals, classes, hectares)
    check_transitions(found.rows("TRANSITIONS"), intervals, classes, hectares)
    held = [Counter() for _ in years]
    for place, own in enumerate(pairs[: len(lengths)]):
        for (i, j), cells in own.items():
            if not place:
                held[0][i] += cells
            held[place + 1][j] += cells
    check_indices(found.rows("INDICES"), held, {})
    check_projection(found, pairs[len(lengths) - 1], lengths[-1], hectares)


def check_projection(found, pairs: Counter, years: int, hectares: float) -> None:
    """One more interval: the shares of the last one by a plain loop, by both methods."""
    before, after, areas = Counter(), Counter(), defaultdict(float)
    for (i, j), cells in pairs.items():
        before[i] += cells
        after[j] += cells
    for (i, j), cells in pairs.items():
        areas[j] += after[i] * cells / before[i] * hectares
    for method in {row["method"] for row in found.rows("PROJECTION")}:
        rows = found.rows("PROJECTION", method=method)
        assert [row["area_ha"] for row in rows] == pytest.approx([areas[n] for n in range(3)])
    assert found.rows("PROJECTION", method="interpolated")


def matrix_pairs(matrix) -> Counter:
    """Cells by class at both dates."""
    size = range(len(matrix))
    return Counter({(i, j): int(matrix[i][j]) for i in size for j in size if matrix[i][j]})


def test_three_dates_of_plum_island(analyse, tmp_path):
    """Cells that are not square, and of which one conversion does not occur."""
    example = EXAMPLES["pie_1985_1991_1999"]
    histories = [(tuple(own), cells) for *own, cells in example["histories"]]
    years, cell = [1985, 1991, 1999], tuple(example["cell_m"])
    dates = [
        np.repeat([own[date] for own, _ in histories], [cells for _, cells in histories])
        for date in range(3)
    ]
    found = analyse(layers_of_cells(tmp_path, years, dates, cell=cell))
    pairs = []
    for a, b in ((0, 1), (1, 2), (0, 2)):
        pairs.append(Counter())
        for own, cells in histories:
            pairs[-1][own[a] - 1, own[b] - 1] += cells
    for own, period in zip(pairs, ("1985_1991", "1991_1999")):
        assert own == matrix_pairs(example[f"matrix_{period}"])
    hectares = cell[0] * cell[1] / 10_000
    assert found.results["TOTAL_AREA_HA"] == pytest.approx(113_563 * hectares)
    check_all_tables(found, pairs, years, hectares)


def test_the_idrisi_pair(analyse, tmp_path):
    matrix = EXAMPLES["massachusetts_1971_1999"]["C"]
    found = analyse(layers_of(tmp_path, (1971, 1999), matrix, cell=(30.0, 30.0)))
    check_all_tables(found, [matrix_pairs(matrix)], [1971, 1999], 0.09)


# Components


def test_the_square_of_the_literature_on_quantity_exchange_and_shift(analyse, tmp_path):
    example = EXAMPLES["diffeR_4x4"]
    found = analyse(layers_of(tmp_path, (2000, 2010), example["C"]))
    (row,) = found.rows("COMPONENTS", **{"class": ALL})
    assert row["quantity_ha"] == pytest.approx(example["Q"])
    assert row["exchange_ha"] == pytest.approx(example["E"])
    assert row["shift_ha"] == pytest.approx(example["S"])
    assert row["change_ha"] == row["gain_ha"] == row["loss_ha"] == pytest.approx(example["D"])
    assert row["value"] is None
    assert row["net_ha"] == 0.0


def test_a_confusion_matrix_has_the_same_components(analyse, tmp_path):
    example = EXAMPLES["congalton_kappa"]
    found = analyse(layers_of(tmp_path, (2000, 2010), example["n"]))
    (row,) = found.rows("COMPONENTS", **{"class": ALL})
    total = np.sum(example["n"])
    assert row["quantity_ha"] / total == pytest.approx(example["Q"], abs=1e-6)
    assert row["exchange_ha"] / total == pytest.approx(example["exchange"], abs=1e-6)
    assert row["shift_ha"] / total == pytest.approx(example["shift"], abs=1e-6)


def test_central_massachusetts(analyse, tmp_path):
    """Gain, loss, net, swap; components; and what random gain and random loss would give."""
    example = EXAMPLES["massachusetts_1971_1999"]
    matrix = np.array(example["C"])
    found = analyse(layers_of(tmp_path, (1971, 1999), matrix))
    *classes, landscape = found.rows("COMPONENTS")
    total = matrix.sum()
    for column, name in (("gain", "gain"), ("loss", "loss"), ("quantity", "net"), ("swap", "swap")):
        shares = [100 * row[f"{column}_ha"] / total for row in classes]
        assert shares == pytest.approx(example[f"{name}_pct"], abs=1e-6)
    assert [row["net_ha"] for row in classes] == pytest.approx(matrix.sum(0) - matrix.sum(1))
    assert landscape["quantity_ha"] == pytest.approx(example["Q"])
    assert landscape["exchange_ha"] == pytest.approx(example["E"])
    assert landscape["shift_ha"] == pytest.approx(example["S"])
    assert landscape["change_ha"] == pytest.approx(example["D"])
    for side in ("gain", "loss"):
        wanted = np.array(example[f"exp_{side}_pct"]) * total / 100
        assert_squares(
            found.square(f"{side}_expected_ha", 3), off_diagonal(wanted.tolist()), rel=1e-6
        )


# Intensity


def test_the_intensities_of_nine_cells_at_three_dates(analyse, tmp_path):
    """All levels of intensity.analysis's own example, off the diagonal, with unequal intervals."""
    example = EXAMPLES["intensity_3x3"]
    found = analyse(layers_of(tmp_path, (2005, 2010, 2012), *example["C"]))
    periods = ["2005-2010", "2010-2012"]
    assert found.column("INTERVALS", "period") == periods  # the span is none
    assert found.column("INTERVALS", "years") == example["d"]
    assert found.column("INTERVALS", "annual_pct") == pytest.approx(example["S_pct"], rel=1e-6)
    assert found.column("INTERVALS", "uniform_pct") == pytest.approx([example["U_pct"]] * 2)
    assert found.results["UNIFORM_PCT"] == pytest.approx(example["U_pct"])
    assert found.column("INTERVALS", "pace") == ["slow", "fast"]
    for number, period in enumerate(periods):
        rows = found.rows("CATEGORIES", period=period)
        for side, name in (("gain", "G_pct"), ("loss", "L_pct")):
            intensities = [row[f"{side}_intensity_pct"] for row in rows]
            assert intensities == pytest.approx(example[name][number], rel=1e-6)
            line = example["S_pct"][number]
            states = ["active" if one > line else "dormant" for one in example[name][number]]
            assert [row[f"{side}_state"] for row in rows] == states
        gains = found.square("gain_uniform_pct", 3, period=period)
        losses = found.square("loss_uniform_pct", 3, period=period)
        for n in range(3):
            own = [gains[i][n] for i in range(3) if i != n]
            assert own == pytest.approx([example["W_pct"][number][n]] * 2, rel=1e-6)
            own = [losses[n][j] for j in range(3) if j != n]
            assert own == pytest.approx([example["V_pct"][number][n]] * 2, rel=1e-6)
    first = {"period": periods[0]}
    for column, name in (("gain_intensity_pct", "R1_pct"), ("loss_intensity_pct", "Q1_pct")):
        wanted = off_diagonal(example[name])
        assert_squares(found.square(column, 3, **first), wanted, rel=1e-6)
    # Class 1 from class 2: 0 against 5, then 33 against 25; class 2 from class 3: 10 against 8.6,
    # then 33 against 25.
    (row,) = found.rows("TRANSITIONS", from_value=2.0, to_value=1.0, **first)
    assert (row["gain_tendency"], row["gain_stationary"]) == ("avoids", False)
    (row,) = found.rows("TRANSITIONS", from_value=3.0, to_value=2.0, **first)
    assert (row["gain_tendency"], row["gain_stationary"]) == ("targets", True)


def test_what_stays_on_one_side_is_stationary(analyse, tmp_path):
    """Class 1 loses faster than all land in both intervals; class 3 never changes."""
    first = [[40, 60, 0], [0, 100, 0], [0, 0, 100]]
    second = [[10, 30, 0], [10, 150, 0], [0, 0, 100]]
    found = analyse(layers_of(tmp_path, (2000, 2004, 2010), first, second))
    assert found.column("CATEGORIES", "loss_state", value=1.0) == ["active"] * 2
    assert found.column("CATEGORIES", "loss_stationary", value=1.0) == [True] * 2
    assert found.column("CATEGORIES", "loss_state", value=2.0) == ["dormant"] * 2
    assert found.column("CATEGORIES", "gain_state", value=1.0) == ["dormant", "active"]
    assert found.column("CATEGORIES", "gain_stationary", value=1.0) == [False] * 2
    assert found.column("CATEGORIES", "gain_intensity_pct", value=3.0) == [0.0] * 2
    # 2 took 60 of 200 ha of all other land, all of it from 1: 0.6 against 0.3.
    rows = found.rows("TRANSITIONS", from_value=1.0, to_value=2.0)
    assert [row["gain_tendency"] for row in rows] == ["targets"] * 2
    assert [row["gain_stationary"] for row in rows] == [True] * 2
    assert rows[0]["gain_intensity_pct"] == pytest.approx(60 / 100 / 4 * 100)
    assert rows[0]["gain_uniform_pct"] == pytest.approx(60 / 200 / 4 * 100)


def test_a_hypothetical_error_would_put_the_class_on_the_line(analyse, tmp_path):
    """So much commission of the gain taken out of the matrix, or omission put in, and z/Z = s."""
    matrix = np.array([[500, 90, 10], [20, 260, 40], [5, 5, 70]])
    found = analyse(layers_of(tmp_path, (2000, 2010), matrix))
    change, total = 170, 1000
    for row in found.rows("CATEGORIES"):
        n = int(row["value"]) - 1
        for side, size in (("gain", matrix[:, n].sum()), ("loss", matrix[n].sum())):
            error, part = row[f"{side}_error_ha"], row[f"{side}_ha"]
            assert (part - error) / (size - error) == pytest.approx(change / total)
            assert (error > 0) == (row[f"{side}_state"] == "active")


# Rates


def test_the_dynamic_degrees_of_yulin(analyse, tmp_path):
    """All twelve that are printed; a class of its own takes the difference of the dates' totals."""
    example = EXAMPLES["yulin_dynamic_degree"]
    areas = {year: np.rint(own).astype(int) for year, own in example["areas"].items()}
    found = analyse(layers_of_areas(tmp_path, areas))
    for period, printed in example["single_K_pct_per_year"].items():
        rows = found.rows("RATES", period=period)[:6]
        assert [round(row["dynamic_degree_pct"], 2) for row in rows] == printed


@pytest.mark.parametrize(("years", "water"), [((1980, 2000), -0.11), ((2000, 2018), -0.16)])
def test_the_comprehensive_degrees_of_yulin(analyse, tmp_path, years, water):
    """By the printed matrices, whose water is not that of the printed areas."""
    example = EXAMPLES["yulin_dynamic_degree"]
    matrix = np.rint(example[f"matrix_{years[0]}_{years[1]}"]).astype(int)
    found = analyse(layers_of(tmp_path, years, matrix))
    period = f"{years[0]}-{years[1]}"
    (row,) = found.rows("INTERVALS")
    printed = example["comprehensive_gross_pct_per_year"][period]
    assert round(row["gross_degree_pct"], 2) == printed
    assert row["gross_degree_pct"] == pytest.approx(row["annual_pct"] / 2)
    net = example["comprehensive_net_would_be"][period]
    assert row["net_degree_pct"] == pytest.approx(net, abs=6e-4)
    (row,) = found.rows("RATES", value=4.0)
    assert round(row["dynamic_degree_pct"], 2) == water


@pytest.mark.parametrize("period", ["1986_2000", "2000_2012"])
def test_the_degrees_of_fushun(analyse, tmp_path, period):
    """Residential land, and two others that make up the printed sum of all net changes."""
    example = EXAMPLES["fushun_dynamic_degree"]
    own, both = example[f"residential_{period}"], example["comprehensive"][period]
    first, last = (int(year) for year in period.split("_"))
    change, start = round(own["change_km2"] * 100), round(own["Ua_implied"] * 100)
    half = round(both["sum_abs_change"] * 50)
    left = 1_129_000 - start - 500_000  # a total of 11,290 km2
    matrix = [
        [start, 0, 0],
        [change, 500_000 - half, half - change],
        [0, 0, left],
    ]
    found = analyse(layers_of(tmp_path, (first, last), matrix))
    (row,) = found.rows("RATES", value=1.0)
    assert row["dynamic_degree_pct"] == pytest.approx(own["K"], abs=1e-3)
    assert row["years"] == own["T"]
    (row,) = found.rows("INTERVALS")
    assert row["net_degree_pct"] == pytest.approx(both["LC"], abs=5e-4)


def test_the_degree_of_fushun_over_both_periods_is_not_theirs(analyse, tmp_path):
    """The printed 0.388 cannot be: not even land that changes the same way in both comes to it."""
    both = EXAMPLES["fushun_dynamic_degree"]["comprehensive"]
    changes = sum(both[period]["sum_abs_change"] for period in ("1986_2000", "2000_2012"))
    half = round(changes * 50)
    matrix = [[1_129_000 - half - 1, half], [0, 1]]
    found = analyse(layers_of(tmp_path, (1986, 2012), matrix))
    (row,) = found.rows("INTERVALS")
    assert row["net_degree_pct"] == pytest.approx(0.2665, abs=5e-5)
    assert row["net_degree_pct"] < 0.388


def test_the_dynamic_degrees_of_the_paper_on_the_sample(analyse):
    found = analyse([sample(year) for year in YEARS])
    degrees = found.column("RATES", "dynamic_degree_pct", period="1986-2018")
    assert degrees[:3] == pytest.approx(list(EXAMPLES["paper_K_pct_per_year"].values()), abs=1e-5)


def test_other_rates_are_those_of_their_definitions(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2010), [[800, 200], [100, 900]]))
    row, other = found.rows("RATES")
    assert row["dynamic_degree_pct"] == pytest.approx(-1.0)
    assert row["out_pct"] == pytest.approx(2.0)
    assert row["in_pct"] == pytest.approx(1.0)
    assert 1000 * (1 + row["compound_pct"] / 100) ** 10 == pytest.approx(900)
    assert 1000 * math.exp(row["puyravaud_pct"] / 100 * 10) == pytest.approx(900)
    assert 1000 * (1 + other["compound_pct"] / 100) ** 10 == pytest.approx(1100)


# Indices


@pytest.mark.parametrize("table", [None, "class,grade\nurban,4\narable,3\n@sink,2\n*,2\n"])
def test_the_land_use_degree_of_xian(analyse, tmp_path, table):
    """By the default grades, and by a table."""
    example = EXAMPLES["xian_land_use_degree"]
    values = {"built": 4, "arable": 1, "forest": 2, "water": 11, "grass": 3}
    areas = {}
    for year, own in example["areas"].items():
        areas[year] = [0] * 11
        for name, area in zip(example["classes"], own):
            areas[year][values[name] - 1] = round(area * 100)
    # One hectare is missing at one date, as the printed totals do.
    layers = layers_of_areas(tmp_path, areas)
    given = {"GRADES": write_csv(tmp_path / "grades.csv", table)} if table else {}
    found = analyse(layers, SCHEME="coal_mine", NODATA="12", **given)
    degrees = found.column("INDICES", "land_use_degree")
    assert degrees == pytest.approx(list(example["index"].values()), abs=1e-4)
    assert found.column("INDICES", "classes") == [5, 5]


def test_the_diversity_of_the_sample(analyse):
    found = analyse([sample(year) for year in YEARS])
    first, *_, last = found.rows("INDICES")
    assert first["year"] == "1986"
    assert first["entropy"] == pytest.approx(0.9746782741, abs=1e-10)
    assert first["evenness"] == pytest.approx(0.5008855494, abs=1e-10)
    assert first["dominance"] == pytest.approx(math.log(7) - first["entropy"])
    assert (first["classes"], last["classes"]) == (7, 11)
    grades = dict(zip(range(1, 12), (3, 2, 2, 4, 4, 4, 4, 4, 4, 4, 2)))
    areas = found.rows("COMPONENTS", period="1986-2000")[:-1]
    degree = sum(grades[int(row["value"])] * row["area_before_ha"] for row in areas) / 51729.30
    assert first["land_use_degree"] == pytest.approx(100 * degree)
    assert any("choice of this plugin" in text for text in found.infos)


def test_exported_grades_are_read_as_the_default_ones(analyse, run, tmp_path):
    """They name groups that the sample lacks."""
    layers = [sample(year) for year in YEARS]
    degrees = analyse(layers).column("INDICES", "land_use_degree")
    run("exporttables", FOLDER=str(tmp_path / "scheme"))
    given = {"GRADES": str(tmp_path / "scheme" / "grades.csv")}
    found = analyse(layers, **given)
    assert found.column("INDICES", "land_use_degree") == degrees
    assert None not in degrees


def test_a_class_without_a_grade_is_named(analyse, tmp_path):
    layers = layers_of(tmp_path, (2000, 2010), [[5, 1], [0, 4]])
    table = write_csv(tmp_path / "grades.csv", "class,grade\narable,3\n")
    found = analyse(layers, SCHEME="coal_mine", GRADES=table)
    assert found.column("INDICES", "land_use_degree") == [None, None]
    assert [text for text in found.warnings if "Forestland" in text and "GRADES" in text]
    assert found.column("INDICES", "classes") == [2, 2]


def test_values_that_nobody_names_have_no_grade(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2010), [[5, 1], [0, 4]]))
    assert found.column("INDICES", "land_use_degree") == [None, None]
    assert [text for text in found.warnings if "no grade: 1, 2." in text]
    assert found.column("INDICES", "entropy")[0] == pytest.approx(
        -0.6 * math.log(0.6) - 0.4 * math.log(0.4)
    )


def test_one_class_has_no_evenness(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2010), [[6]]))
    row, _ = found.rows("INDICES")
    assert (row["entropy"], row["dominance"], row["evenness"]) == (0.0, 0.0, None)


# Projection


def areas_of(found, year: str, method: str) -> list[float]:
    return found.column("PROJECTION", "area_ha", year=year, method=method)


def test_projections_of_massachusetts(analyse, tmp_path):
    matrix = EXAMPLES["massachusetts_1971_1999"]["C"]
    found = analyse(layers_of(tmp_path, (1971, 1999), matrix), PROJECT_TO="2027,2009, 2000")
    # A whole period ahead both are the same.
    whole = [33609.608763, 29365.813583, 2560.577654]
    assert areas_of(found, "2027", "interpolated") == pytest.approx(whole, abs=1e-6)
    assert areas_of(found, "2027", "annual root") == pytest.approx(whole, abs=1e-6)
    by_root = [36910.973552, 25855.179818, 2769.846630]
    assert areas_of(found, "2009", "annual root") == pytest.approx(by_root, abs=1e-6)
    between = [37004.788844, 25749.219137, 2781.992019]
    assert areas_of(found, "2009", "interpolated") == pytest.approx(between, abs=1e-6)
    root = [
        [0.994459228593, 0.004864054170, 0.000676717237],
        [0.000135472782, 0.999572227555, 0.000292299663],
        [0.003218686063, 0.013118207769, 0.983663106168],
    ]
    after = np.sum(matrix, axis=0) @ root
    assert areas_of(found, "2000", "annual root") == pytest.approx(after, abs=1e-6)
    assert list(dict.fromkeys(found.column("PROJECTION", "year"))) == ["2027", "2009", "2000"]


def test_a_matrix_that_has_an_exact_annual_root(analyse, tmp_path):
    """P = [[.81, .19], [0, 1]] of two years is the square of [[.9, .1], [0, 1]]."""
    example = EXAMPLES["markov"]
    (stay, go), _ = example["P"]
    matrix = np.rint([[100 * stay, 100 * go], [0, 100]]).astype(int)
    found = analyse(layers_of(tmp_path, (2000, 2002), matrix), PROJECT_TO="2003")
    start = np.array([81.0, 119.0])
    assert areas_of(found, "2003", "annual root") == pytest.approx(start @ np.array(example["A"]))
    assert areas_of(found, "2003", "interpolated") == pytest.approx(
        (start + start @ np.array(example["P"])) / 2
    )


def test_projections_of_the_sample_by_group(analyse, tmp_path):
    """Sinks, mines, built-up land and water; the root has an entry just below zero."""
    groups = ["sink"] * 3 + ["built"] * 3 + ["mine"] * 4 + ["water"]
    rows = "".join(f"{value},{group}\n" for value, group in enumerate(groups, 1))
    table = write_csv(tmp_path / "groups.csv", "value,class\n" + rows)
    layers = [sample(year) for year in YEARS]
    found = analyse(layers, CLASSES=table, PROJECT_TO="2027,2030,2050,2060")
    wanted = {
        "2027": [39818.261896, 9258.460994, 2560.734998, 91.842113],
        "2030": [39263.135600, 9717.632063, 2654.897247, 93.635089],
        "2050": [36575.693853, 11830.481218, 3217.972036, 105.152893],
        "2060": [35851.167137, 12313.408887, 3454.086465, 110.637511],
    }
    for year, (sink, mine, built, water) in wanted.items():
        areas = areas_of(found, year, "interpolated")
        assert areas == pytest.approx([sink, built, mine, water], abs=1e-6)
    assert {row["method"] for row in found.rows("PROJECTION")} == {"interpolated"}
    assert [text for text in found.infos if "below zero (-0.000175)" in text]


def test_the_root_of_the_sample_has_entries_below_zero(analyse):
    found = analyse([sample(year) for year in YEARS], PROJECT_TO="2030")
    assert [text for text in found.infos if "below zero (-0.045143)" in text]
    assert [
        text for text in found.infos if "a Markov chain carries the change of 2009-2018" in text
    ]
    areas = areas_of(found, "2030", "interpolated")
    assert sum(areas) == pytest.approx(51729.30)
    found = analyse([sample(year) for year in YEARS[:3]])
    assert [text for text in found.infos if "below zero (-0.333378)" in text]


def test_without_years_to_project_to_it_is_one_more_interval(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2005), [[8, 2], [1, 9]]))
    assert areas_of(found, "2010", "interpolated") == pytest.approx(
        [9 * 0.8 + 11 * 0.1, 9 * 0.2 + 11 * 0.9]
    )


def test_a_class_that_is_gone_stays_gone_and_a_turn_has_no_root(analyse, tmp_path):
    """Class 3 is only there at the first date; classes 1 and 2 change places."""
    first = [[0, 5, 0], [5, 0, 0], [2, 2, 0]]
    second = [[0, 7, 0], [7, 0, 0], [0, 0, 0]]
    layers = layers_of(tmp_path, (2000, 2004, 2008), first, second)
    found = analyse(layers, PROJECT_TO="2010,2012")
    assert areas_of(found, "2012", "interpolated") == pytest.approx([7.0, 7.0, 0.0])
    assert not found.rows("PROJECTION", method="annual root")
    assert [
        text
        for text in found.infos
        if "no real annual root of the matrix of 2004-2008 was found" in text
    ]


# What does not exist


def test_what_has_no_denominator_is_empty(analyse, tmp_path):
    """Class 2 is new, class 1 gone; of the one nothing can be lost, nor gained from it later."""
    matrix = [[0, 10, 0], [0, 0, 0], [0, 0, 10]]
    found = analyse(layers_of(tmp_path, (2000, 2010), matrix))
    gone, new, _ = found.rows("RATES")
    assert gone["compound_pct"] == pytest.approx(-100.0)
    assert gone["dynamic_degree_pct"] == pytest.approx(-10.0)
    assert gone["puyravaud_pct"] is None
    columns = ("dynamic_degree_pct", "compound_pct", "puyravaud_pct", "out_pct", "in_pct")
    assert [new[column] for column in columns] == [None] * 5
    gone, new, _ = found.rows("CATEGORIES")
    for row, side in ((gone, "gain"), (new, "loss")):
        assert row[f"{side}_ha"] == 0.0
        assert row[f"{side}_intensity_pct"] is row[f"{side}_state"] is None
        assert row[f"{side}_error_ha"] is None
    (row,) = found.rows("TRANSITIONS", from_value=2.0, to_value=1.0)
    assert row["gain_intensity_pct"] is row["gain_tendency"] is None
    assert row["loss_intensity_pct"] is row["loss_tendency"] is None
    assert row["gain_uniform_pct"] == row["loss_uniform_pct"] == 0.0
    assert row["gain_expected_ha"] == row["loss_expected_ha"] == 0.0


def test_land_that_changes_wholly_has_no_hypothetical_error(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2010), [[0, 6], [4, 0]]))
    assert found.column("CATEGORIES", "gain_error_ha") == [None, None]
    assert found.column("CATEGORIES", "gain_state") == ["uniform"] * 2


def test_one_class_has_neither_transitions_nor_change(analyse, tmp_path):
    found = analyse(layers_of(tmp_path, (2000, 2010), [[6]]))
    assert not found.rows("TRANSITIONS")
    (row,) = found.rows("INTERVALS")
    assert (row["annual_pct"], row["pace"]) == (0.0, "uniform")
    assert found.results["CHANGED_AREA_HA"] == found.results["UNIFORM_PCT"] == 0.0


def test_a_class_that_is_all_of_the_land_has_no_uniform_gain(analyse, tmp_path):
    """All land is class 1 at the start: it gains from nobody, and class 2 from it alone."""
    found = analyse(layers_of(tmp_path, (2000, 2010), [[6, 4], [0, 0]]))
    to_all, from_all = (
        found.rows("TRANSITIONS", from_value=a, to_value=b)[0] for a, b in ((2.0, 1.0), (1.0, 2.0))
    )
    assert to_all["gain_uniform_pct"] is to_all["gain_expected_ha"] is None
    assert from_all["gain_uniform_pct"] == from_all["gain_intensity_pct"] == pytest.approx(4.0)
    assert from_all["gain_tendency"] == "uniform"


def test_without_years_what_is_per_year_is_empty_and_the_log_says_so(analyse, tmp_path):
    named = layers_of(tmp_path, ("a", "b", "2020"), [[8, 2], [1, 9]], [[9, 0], [5, 6]])
    found = analyse(named)
    warned = [text for text in found.warnings if "land_a-land_b" in text]
    assert "land_b-2020" in warned[0]
    assert "YEARS" in warned[0]
    assert "UNIFORM_PCT" not in found.results
    per_year = {
        "RATES": ("years", "dynamic_degree_pct", "compound_pct", "puyravaud_pct", "in_pct"),
        "INTERVALS": ("years", "annual_pct", "uniform_pct", "pace", "gross_degree_pct"),
        "CATEGORIES": ("gain_intensity_pct", "loss_intensity_pct", "annual_pct"),
        "TRANSITIONS": ("gain_intensity_pct", "gain_uniform_pct", "loss_uniform_pct"),
    }
    for table, columns in per_year.items():
        for column in columns:
            assert set(found.column(table, column)) == {None}, (table, column)
    assert found.column("INTERVALS", "change_pct") == pytest.approx([15.0, 25.0])
    assert not found.rows("PROJECTION")
    assert [text for text in found.warnings if text.startswith("PROJECTION has no rows")]
    dated = analyse(named, YEARS="2000,2010,2020")
    assert dated.results["UNIFORM_PCT"] == pytest.approx(2.0)
    # Which side of a line something lies on does not hang on the years.
    for table, column in (
        ("CATEGORIES", "gain_state"),
        ("CATEGORIES", "loss_stationary"),
        ("CATEGORIES", "gain_error_ha"),
        ("TRANSITIONS", "gain_tendency"),
        ("TRANSITIONS", "loss_expected_ha"),
    ):
        assert found.column(table, column) == dated.column(table, column)


def test_two_layers_of_one_year_have_no_years_between_them(analyse, tmp_path):
    layers = layers_of(tmp_path, ("2000_a", "2000_b", "2010"), [[8, 2], [1, 9]], [[9, 0], [5, 6]])
    found = analyse(layers)
    assert found.column("INTERVALS", "years") == [None, 10]
    assert found.column("INTERVALS", "annual_pct") == [None, pytest.approx(2.5)]
    assert found.column("INTERVALS", "uniform_pct") == [None, None]
    assert len(areas_of(found, "2020", "interpolated")) == 2


def test_what_is_not_used_is_said(run, tmp_path):
    layers = layers_of(tmp_path, (2000, 2010), [[8, 2], [1, 9]])
    table = write_csv(tmp_path / "grades.csv", "class,grade\n*,3\n")
    run("changeanalysis", LAYERS=layers, SCHEME="coal_mine", PROJECT_TO="2020", GRADES=table)
    assert [text for text in run.feedback.warnings if "PROJECT_TO is not used" in text]
    assert [text for text in run.feedback.warnings if "GRADES is not used" in text]


def test_the_hectares_of_cells_that_differ_are_weighed(analyse, tmp_path):
    """In longitude and latitude two rows of cells differ: shares are of hectares, not of cells."""
    for year, values in ((2000, [[1, 2], [1, 1]]), (2010, [[2, 2], [1, 1]])):
        path = tmp_path / f"land_{year}.tif"
        write_raster(path, values, cell=(1.0, 30.0), origin=(10.0, 70.0), epsg=4326)
    found = analyse([str(tmp_path / f"land_{year}.tif") for year in (2000, 2010)])
    by_class = defaultdict(list)
    for row in found.rows("COMPONENTS"):
        by_class[row["class"]].append(row)
    ((landscape,), (one,)) = by_class[ALL], by_class["1"]
    assert landscape["area_before_ha"] == pytest.approx(found.results["TOTAL_AREA_HA"])
    north, south = one["loss_ha"], one["persistence_ha"] / 2
    assert north < 0.8 * south
    (row,) = found.rows("INTERVALS")
    assert row["change_pct"] == pytest.approx(100 * north / (2 * north + 2 * south))


def test_contributions_are_those_of_values_per_hectare(run, tmp_path):
    """By the same table, and as the diverging bars of the report."""
    values = write_csv(
        tmp_path / "values.csv", "class,service\narable,1.5\nforest,9\ngrass,4\nwater,20"
    )
    given = {"LAYERS": [sample(year) for year in YEARS], "VALUES": values}
    mine, theirs = tmp_path / "a.csv", tmp_path / "b.csv"
    report = tmp_path / "r.html"
    run("changeanalysis", **given, CONTRIBUTIONS=str(mine), REPORT=str(report))
    run("classvalues", **given, CONTRIBUTIONS=str(theirs))
    assert mine.read_bytes() == theirs.read_bytes()
    rows = [row for row in read_csv(mine) if row["period"] == "1986-2018"]
    assert sum(abs(float(row["contribution_pct"])) for row in rows) == pytest.approx(100)
    page = read_page(report)
    found = {(r["From class"], r["To class"]): r for r in page.rows("contributions-3-0")}
    first = rows[0]
    shown = found[first["from_class"], first["to_class"]]["Change"].replace("\u2212", "-")
    assert float(shown) == pytest.approx(float(first["change"]))


def test_contributions_without_values_are_of_the_papers_densities(run, tmp_path):
    given = {"LAYERS": [sample(year) for year in YEARS]}
    mine, theirs = tmp_path / "a.csv", tmp_path / "b.csv"
    run("changeanalysis", **given, CONTRIBUTIONS=str(mine))
    run("classvalues", **given, CONTRIBUTIONS=str(theirs))
    assert mine.read_bytes() == theirs.read_bytes()


def test_the_report_prints_values_and_their_sources_by_class(run, tmp_path):
    values = write_csv(
        tmp_path / "values.csv",
        "class,stock,service,source\n"
        'arable,82.11,0.5,"Yang et al. 2022, section 3.2"\n'
        "forest,92.67,12,\nwater,0,1e-3,measured\n",
    )
    given = {"LAYERS": [sample(year) for year in ("1986", "2018")], "VALUES": values}
    run("changeanalysis", **given, REPORT=str(tmp_path / "r.html"))
    page = read_page(tmp_path / "r.html")
    missing = "not in the table, so that it counts 0"
    rows = [list(row.values()) for row in page.rows("values")]
    assert rows[:4] == [
        ["Arable land", "82.11", "0.5", "Yang et al. 2022, section 3.2"],
        ["Forestland", "92.67", "12", ""],
        ["Grassland", "0", "0", missing],
        ["Urban land", "0", "0", missing],
    ]
    assert rows[-1] == ["Water", "0", "0.001", "measured"]
    assert len(rows) == 11
    # To their last digit, beside each other.
    assert [row[2][1] for row in page.tables["table-values"][1:3]] == ["0.500", "12.000"]
    assert "does not say where its values are from" not in page.text
    write_csv(tmp_path / "values.csv", "class,stock\narable,1\n")
    run("changeanalysis", **given, REPORT=str(tmp_path / "r.html"))
    assert "does not say where its values are from" in read_page(tmp_path / "r.html").text
