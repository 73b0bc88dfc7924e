"""The synthetic mine through a real pass: the paper's matrices, zone shares and losses."""

import csv

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results.losses import (
    exclude_sinks_without_coefficients,
    loss_rows,
    loss_totals,
    report_unused_coefficients,
)
from carbon_zones.core.results.transfers import share_rows
from carbon_zones.core.results.zones import zone_share_rows
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import DATA, inputs
from carbon_zones.test.helpers import YEARS, sample
from carbon_zones.test.paper import CELL_HA, CELLS, LOSSES, ZONE_SHARES


@pytest.fixture(scope="module")
def study():
    scheme = read_classes(load_default_table("classes.csv"))
    series = open_series(inputs(*map(sample, YEARS)), "auto", None, scheme)
    return series, count_series(series, create_periods(series.dates))


def published_matrix(period: str) -> tuple[list[str], np.ndarray]:
    """Class keys and cells of a published matrix, its totals checked."""
    with open(DATA / f"transition_{period.replace('-', '_')}.csv", newline="") as file:
        header, *rows = csv.reader(file)
    keys = header[1:-1]
    whole = np.array([[int(cell) for cell in row[1:]] for row in rows])
    cells = whole[:-1, :-1]
    assert [row[0] for row in rows] == [*keys, "total"]
    assert (whole[:-1, -1] == cells.sum(axis=1)).all()
    assert (whole[-1, :-1] == cells.sum(axis=0)).all()
    return keys, cells


@pytest.mark.parametrize("period", LOSSES)
def test_the_matrices_are_the_published_ones_cell_for_cell(study, period):
    series, found = study
    keys, published = published_matrix(period)
    assert published.sum() == CELLS
    numbers = [series.classes.find_class(key) for key in keys]
    (counts,) = (c for p, c in zip(found.cube.periods, found.cube.cells) if p.name == period)
    assert (counts[np.ix_(numbers, numbers)] == published).all()
    assert counts.sum() == CELLS


def test_every_cell_is_valid_and_has_900_square_metres(study):
    series, found = study
    assert (found.valid_cells, found.excluded_cells) == (CELLS, 0)
    assert series.area.uniform == pytest.approx(CELL_HA)
    assert found.valid_area_ha == pytest.approx(51_729.3)
    assert found.notes.warnings == series.notes.warnings == []


def test_zone_shares_are_those_of_the_paper(study):
    series, found = study
    rows = zone_share_rows(found.cube, default_rules(series.classes))
    for period, shares in ZONE_SHARES.items():
        own = [row["share_pct"] for row in rows if row["period"] == period]
        printed = [f"{s:.{len(text.partition('.')[2])}f}" for s, text in zip(own, shares)]
        assert printed == list(shares)
        assert sum(own) == pytest.approx(100)


def test_losses_are_those_of_the_trajectories(study):
    series, found = study
    table = load_default_table("coefficients.csv")
    notes = Notes()
    coefficients = read_coefficients(table, series.classes, notes)
    report_unused_coefficients(table, list(series.classes), coefficients, notes)
    assert notes == Notes()
    exclude_sinks_without_coefficients(table, found.cube, coefficients, DisturbingClasses())
    rows = loss_rows(found.cube, coefficients, DisturbingClasses())
    for period, tonnes in LOSSES.items():
        assert loss_totals(rows, period)["total_loss_tc"] == pytest.approx(tonnes, abs=0.05)
    span = loss_totals(rows, "1986-2018")
    assert span["total_loss_tco2"] == pytest.approx(2_386_454.6, abs=0.05)
    # What lies between them is in test_discrepancy.py.
    assert sum(list(LOSSES.values())[:3]) == pytest.approx(872_724.4)


def test_class_areas_are_those_of_the_paper(study):
    series, found = study
    rows = share_rows(series.dates, series.classes, found.dates.common)
    areas = {(row["year"], row["class"]): row["area_ha"] for row in rows}
    printed = {
        ("1986", "Arable land"): 32_119.86,
        ("1986", "Forestland"): 8426.73,
        ("1986", "Grassland"): 10_655.54,
        ("2009", "Forestland"): 7372.44,
        ("2018", "Arable land"): 24_191.34,
        ("2018", "Grassland"): 8793.36,
        ("2018", "Stripping land"): 1109.25,
        ("2018", "Industrial land"): 2243.29,
        ("2018", "Dump"): 2856.33,
        ("2018", "Open pit"): 914.7,
    }
    # A cell is 0.09 ha, so that a printed area is met within half of one; in 1986 no land is mined.
    mines = ("Open pit", "Stripping land", "Dump", "Industrial land")
    for key, hectares in {**printed, **{("1986", name): 0 for name in mines}}.items():
        assert areas[key] == pytest.approx(hectares, abs=0.0451), key
