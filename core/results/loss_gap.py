"""Difference between the sum of period losses and the full-period loss: its counter and rows.

In a period, land is included each time it is converted from a carbon sink to a
disturbing class, such as a mine, with its class at that time. In the full period it is
included if it was a sink at the first date and is disturbed at the last, with its class
at the first date. The rows split the difference by land-use history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import Term
from ..base.numbers import FloatArray
from ..base.table import Row
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import BlockConsumer
from ..scan.count_result import ClassTally, CountResult, TransitionCube
from ..scan.series import Series
from ..scheme.coefficients import Coefficients
from ..scheme.disturbance_types import DisturbingClasses
from .closure import ROUNDING_TOLERANCE, Check

if TYPE_CHECKING:
    from ..scan.block import Tallied

    Counted = tuple[list[Tallied], list[Tallied], Tallied]

# Code of excluded cells, which no class has; used here for land without a loss so far.
NO_LOSS_CODE = 0


class LossGapCounter(BlockConsumer):
    """Counter of the land in each component of the difference, over cells valid at all dates.

    It stores only a few numbers per pair of classes, so it works for any series.

    Attributes:
        gone: hectares of losses on land no longer disturbed at the end, by class,
            (classes,).
        again: hectares of losses that were followed by another one, on land disturbed at
            the end, by class.
        last: hectares of land disturbed at the end, by class at the first date and class of
            the last loss, (classes, classes).
        detours: hectares of land disturbed at the end without a loss in any period (an
            indirect conversion, or already disturbed), by class at the first date,
            (classes,).
    """

    gone: FloatArray
    again: FloatArray
    last: FloatArray
    detours: FloatArray

    def __init__(self, series: Series, disturbing: DisturbingClasses):
        self._area = series.area
        self._disturbing = disturbing
        self._gone, self._again, self._ends = ClassTally(1), ClassTally(1), ClassTally(2)

    def process_block(self, block: Block) -> Counted:
        n = block.n_codes
        left_out = [False] * FIRST_CLASS_CODE
        is_sink = np.array(left_out + [c.is_sink for c in block.classes])
        is_taken = np.array(left_out + [self._disturbing.is_disturbing(c) for c in block.classes])
        codes = [of_date.astype(np.int64) for of_date in block.codes]
        at_end = is_taken[codes[-1]]
        last = np.full(block.cells.size, NO_LOSS_CODE, np.int64)
        gone, again = [], []
        for before, after in zip(codes, codes[1:]):
            lost = is_sink[before] & is_taken[after]
            gone.append(block.tally_by_code(np.where(lost & ~at_end, before, NO_LOSS_CODE), n))
            again.append(block.tally_by_code(np.where(lost & at_end, last, NO_LOSS_CODE), n))
            last[lost] = before[lost]
        cells, hectares = block.tally_by_code(
            np.where(at_end, codes[0] * n + last, NO_LOSS_CODE), n * n
        )
        by_pair = None if hectares is None else hectares.reshape(n, n)
        return gone, again, (cells.reshape(n, n), by_pair)

    def merge_block(self, window: Window, part: Counted) -> None:
        gone, again, ends = part
        for tally, counts in ((self._gone, gone), (self._again, again), (self._ends, [ends])):
            for counted in counts:
                tally.add_counts(*counted)

    def finalize_results(self, census: CountResult) -> None:
        """Set the counted hectares, with classes in table order."""
        gone, again, ends = (
            tally.to_final_codes(census.codes, self._area).hectares
            for tally in (self._gone, self._again, self._ends)
        )
        self.gone, self.again = gone[FIRST_CLASS_CODE:], again[FIRST_CLASS_CODE:]
        self.last = ends[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:]
        self.detours = ends[FIRST_CLASS_CODE:, NO_LOSS_CODE]


@dataclass(frozen=True)
class LossGap:
    """Sum of period losses, full-period loss, and the components of their difference.

    Attributes:
        periods_tc, span_tc: losses in t C.
        rows: non-zero components: land, hectares, and excess of the period losses in t C.
    """

    periods_tc: float
    span_tc: float
    rows: Sequence[Row]

    @property
    def gap_tc(self) -> float:
        """Excess of the period losses over the full-period loss."""
        return self.periods_tc - self.span_tc

    @property
    def has_gap(self) -> bool:
        """Whether the losses differ by more than floating-point rounding."""
        return abs(self.gap_tc) > ROUNDING_TOLERANCE * max(
            1.0, abs(self.periods_tc), abs(self.span_tc)
        )


GAP_CAUSES = (
    Term("land disturbed and released by the last date"),
    Term("land disturbed more than once and still disturbed at the last date: earlier losses"),
    Term("land converted to another carbon-sink class after the first date and then disturbed"),
    Term("land converted to a carbon sink after the first date and then disturbed"),
    Term("carbon sink at the first date, converted to another land use and then disturbed"),
)


def loss_gap_rows(
    cube: TransitionCube, counter: LossGapCounter, coefficients: Coefficients
) -> list[Row]:
    """Return the components of the difference in ha and t C, without zeros."""
    is_sink = np.array([c.is_sink for c in cube.classes])
    # Sinks without disturbed land may lack coefficients; see exclude_sinks_without_coefficients.
    stock = np.array(
        [coefficients.coefficient_or_zero(c).lost_density * c.is_sink for c in cube.classes]
    )
    # Exactly 0 if the class at the first date equals the class of the last loss.
    more = counter.last * (stock[None, :] - stock[:, None])
    others = counter.last * (stock[None, :] != stock[:, None])
    parts = (
        (counter.gone, counter.gone * stock),
        (counter.again, counter.again * stock),
        (others[is_sink], more[is_sink]),
        (counter.last[~is_sink], more[~is_sink]),
        (counter.detours[is_sink], -counter.detours * stock),
    )
    return [
        {"land": land, "area_ha": float(area.sum()), "total_loss_tc": float(tc.sum())}
        for land, (area, tc) in zip(GAP_CAUSES, parts)
        if tc.sum()
    ]


def loss_gap_checks(discrepancy: LossGap, span: str) -> list[Check]:
    """Return the check that the components sum to the difference, by the larger period losses."""
    what = Term("sum of period losses = first-to-last loss + components of the difference, t C")
    parts = discrepancy.span_tc + sum(row["total_loss_tc"] for row in discrepancy.rows)
    return [Check(span, what, discrepancy.periods_tc, parts)]
