"""Intervals of lost carbon hold the truth as often as they say: `make tonnes-simulation`, briefly.

It takes seconds, because a coverage is known from hundreds of samples alone.
"""

import numpy as np
import pytest

from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.tonnes_simulation import (
    BOUNDS,
    COMMISSIONS,
    HECTARES,
    OMISSION,
    Coverage,
    exactness,
    truth,
)

# What so few samples tell of a share of 95 % has a standard error of 1.5 points.
SAMPLES, SLACK = 200, 0.045


def test_the_land_is_as_it_is_said():
    sound, biased = truth(0.0, 0.0, 1500), truth(0.15, OMISSION, 1500)
    assert sound.lost == sound.mapped == pytest.approx(650851.25706)
    assert biased.mapped == pytest.approx(650851.25706)
    cells = biased.population.cells
    assert cells.sum() * HECTARES == pytest.approx(51729.3)
    assert sum(biased.population.sizes) == 1500
    assert min(biased.population.sizes) >= 10
    square = cells.sum(axis=0)
    loses = biased.tonnes > 0
    wrong = square.sum(axis=1) - np.diag(square)
    commission = wrong[loses].sum() / square[loses].sum()
    assert commission == pytest.approx(0.15, abs=1e-3)
    # What is lost in truth and not on the map, of 41,000 ha of other land of sinks.
    missed = square[~loses][:, loses].sum()
    assert missed / square[~loses][square[~loses][:, loses].sum(axis=1) > 0].sum() == (
        pytest.approx(OMISSION, abs=1e-4)
    )


@pytest.mark.parametrize(("commission", "by_map"), [(0.0, (0.0, 0.3)), (0.15, (0.0, 0.0))])
def test_the_sample_holds_the_truth_and_the_map_does_not(commission, by_map):
    found = Coverage.of(truth(commission, OMISSION, 1500), SAMPLES, 7)
    by_sample, alone, mapped = found.shares
    low, high = BOUNDS
    assert low - SLACK <= by_sample <= high + SLACK
    assert low - SLACK <= alone
    assert by_map[0] <= mapped <= by_map[1]


def test_a_map_without_errors_is_exact_and_warned_of():
    assert exactness(1500, 1) == ""


def test_the_manual_tells_of_this_land():
    """The map and the truth of each commission, in kt C, and intervals within their bounds."""
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.endswith(" |")]
    told = {row[0]: row for row in rows if row[0].endswith(" %")}
    for commission in COMMISSIONS:
        true = truth(commission, OMISSION, 1500)
        _, mapped, lost, by_sample, *_ = told[f"{100 * commission:g} %"]
        assert [mapped, lost] == [f"{true.mapped / 1000:.0f}", f"{true.lost / 1000:.0f}"]
        low, high = BOUNDS
        assert 100 * low <= float(by_sample.rstrip(" %")) <= 100 * high
