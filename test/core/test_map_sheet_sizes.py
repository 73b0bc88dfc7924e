"""Where the parts of a sheet stand to the millimetre, where room is left or only just there."""

from __future__ import annotations

import pytest

from carbon_zones.core.sheet.sheet_layout import (
    POSITION_GAP,
    Box,
    LayoutCandidate,
    LegendSize,
    arrange_maps,
)

BODY = Box(12.0, 24.0, 273.0, 165.0)
LEGEND = LegendSize(1, 50.0, 30.0)


def arranged(count, shape, legends=(LEGEND,)):
    return arrange_maps(BODY, count, shape, lambda width: 7.0, legends, inset=(24.0, 16.0))


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("shape", [0.3, 0.94, 3.0])
def test_a_third_of_the_room_that_is_left_over_is_above_and_sides_are_alike(count, shape):
    plan = arranged(count, shape)
    parts = [*plan.titles, *plan.frames, plan.legend, plan.scale_bar, plan.north_arrow]
    left, right = min(one.x for one in parts), max(one.right for one in parts)
    top, bottom = min(one.y for one in parts), max(one.bottom for one in parts)
    assert left - BODY.x == pytest.approx(BODY.right - right)
    lower = max(one.bottom for one in plan.frames)
    apart = plan.legend.y - lower - 6 if plan.position == "below" else 0.0
    assert 0.0 <= apart + 1e-6 <= 8.0 + 2e-6
    assert top - BODY.y == pytest.approx((BODY.height - (bottom - top) + apart) / 3)


def test_a_legend_takes_a_gap_that_is_just_as_wide():
    """Two of nine places of 50 mm, and the 6 mm between them."""

    def width(legend):
        body = Box(0.0, 0.0, 162.0, 400.0)
        trial = LayoutCandidate(body, 7, 3, 3, 0.5, LegendSize(1, legend, 5.0), POSITION_GAP, 1.0)
        return trial.fit_frame_width(lambda width: 7.0)[0]

    assert [width(legend) for legend in (105.9, 106.1)] == [50.0, 0.0]


def test_letters_are_the_largest_that_cost_nothing():
    larger = [LegendSize(1, 50.0, 30.0, letters) for letters in (1.15, 1.3, 1.2)]
    assert arranged(1, 0.94, [LEGEND, *larger]).size.letters == 1.3
