"""Why the losses of the periods are not the loss of the span: a count of its own, and its rows.

Land counts in a period when it goes from a sink to a class that takes land, such as a mine, with
the class that it had then, each time that it does; it counts in the span when it was a sink at the
first date and is taken at the last, with the class of the first. TAKEN has the parts of the gap,
by what became of the land; the counter says what counts in each.
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

# The code of a cell that is left out, which no kind of land has: here, no loss so far.
NO_LOSS_CODE = 0


class LossGapCounter(BlockConsumer):
    """Counts the land of the parts by class, over the cells valid at all dates.

    It keeps a few numbers per pair of classes, so that no series is too much for it.

    Attributes:
        gone: hectares of losses of land that is no longer taken at the end, by class, (classes,).
        again: those of land that was lost again later and is taken at the end, by class.
        last: hectares of land that is taken at the end by class at the first date, whose stock its
            last loss is less, and class that was lost last, (classes, classes).
        detours: hectares of land that is taken at the end and was lost in no period, as its way led
            over other land, by class at the first date, (classes,), land taken then too.
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
        """The whole count, in the tables' order of the classes, hectares filled in."""
        gone, again, ends = (
            tally.to_final_codes(census.codes, self._area).hectares
            for tally in (self._gone, self._again, self._ends)
        )
        self.gone, self.again = gone[FIRST_CLASS_CODE:], again[FIRST_CLASS_CODE:]
        self.last = ends[FIRST_CLASS_CODE:, FIRST_CLASS_CODE:]
        self.detours = ends[FIRST_CLASS_CODE:, NO_LOSS_CODE]


@dataclass(frozen=True)
class LossGap:
    """The losses of the periods together and the loss of the span, and what lies between them.

    Attributes:
        periods_tc, span_tc: t C.
        rows: the parts that are not 0: what land it is, its hectares, and what the periods have
            more of it in t C.
    """

    periods_tc: float
    span_tc: float
    rows: Sequence[Row]

    @property
    def gap_tc(self) -> float:
        """What the periods have more than the span."""
        return self.periods_tc - self.span_tc

    @property
    def has_gap(self) -> bool:
        """Whether they differ by more than sums of doubles do."""
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
    """The parts of the gap in ha and t C, without those that make no difference."""
    is_sink = np.array([c.is_sink for c in cube.classes])
    # A sink of which no land is taken may be without coefficients; see require_coefficients.
    stock = np.array(
        [coefficients.coefficient_or_zero(c).lost_density * c.is_sink for c in cube.classes]
    )
    # Exactly 0 where the class at the first date is the one that was lost.
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
    """That the parts are the whole gap, by the losses of the periods, which are much larger."""
    what = Term("sum of period losses = first-to-last loss + components of the difference, t C")
    parts = discrepancy.span_tc + sum(row["total_loss_tc"] for row in discrepancy.rows)
    return [Check(span, what, discrepancy.periods_tc, parts)]
