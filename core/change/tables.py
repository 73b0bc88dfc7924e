"""Tables of the change analysis from the matrices of the periods, and their checks.

COMPONENTS (Pontius, Shusas and McEachern 2004; Pontius and Santacruz 2014), RATES, and
intensity analysis (Aldwaik and Pontius 2012): INTERVALS, the rate of change of each
interval compared with that of all; CATEGORIES, the gain and loss intensities of each
class compared with overall change; TRANSITIONS, the sources of gains and the
destinations of losses of each class. Values above the uniform intensity are fast,
active, or targets; values below it slow, dormant, or avoids. A value on the same side
in all intervals is stationary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike

from ..base.messages import Term
from ..base.numbers import FloatArray, NDArray, compute_percent, safe_divide
from ..base.table import Row, Table
from ..results.closure import Check
from ..scan.count_result import PeriodMatrices, PeriodMatrix
from ..scheme.table import ALL_LABEL

SideArray = NDArray[np.int8]
IndexArray = NDArray[np.intp]
BELOW_LINE, ON_LINE, ABOVE_LINE, UNKNOWN_SIDE = -1, 0, 1, 2
# Keys in the tables for values above and below the line, not translated; and terms for display.
FAST, SLOW, ACTIVE, DORMANT = "fast", "slow", "active", "dormant"
TARGETS, AVOIDS, UNIFORM = "targets", "avoids", "uniform"
STATE_TERMS = {
    FAST: Term("fast"),
    SLOW: Term("slow"),
    ACTIVE: Term("active"),
    DORMANT: Term("dormant"),
    TARGETS: Term("targets"),
    AVOIDS: Term("avoids"),
    UNIFORM: Term("uniform"),
}
# Sums of floats depend on the order of summation in their last digits.
ROUNDING_TOLERANCE = 1e-9

COMPONENTS = (
    "period value class area_before_ha area_after_ha persistence_ha gain_ha loss_ha net_ha swap_ha "
    "quantity_ha exchange_ha shift_ha change_ha"
)
RATES = "period years value class dynamic_degree_pct compound_pct puyravaud_pct out_pct in_pct"
INTERVALS = (
    "period years change_ha change_pct annual_pct uniform_pct pace quantity_ha exchange_ha "
    "shift_ha gross_degree_pct net_degree_pct"
)
CATEGORIES = (
    "period value class gain_ha gain_intensity_pct gain_state loss_ha loss_intensity_pct "
    "loss_state gain_stationary loss_stationary annual_pct gain_error_ha loss_error_ha"
)
TRANSITIONS = (
    "period from_value from_class to_value to_class area_ha gain_intensity_pct gain_uniform_pct "
    "gain_tendency gain_stationary loss_intensity_pct loss_uniform_pct loss_tendency "
    "loss_stationary gain_expected_ha loss_expected_ha"
)


def component_rows(matrices: PeriodMatrices) -> Table:
    """Return COMPONENTS: a row per period and class, then one of all classes, without a value.

    Gain, loss, net = gain - loss, swap; change = quantity + exchange + shift. A loss is a
    gain of another class, so the row of all classes has half the sums.
    """
    parts = []
    for m in matrices.all:
        areas = {"area_before_ha": m.before, "area_after_ha": m.after, "persistence_ha": m.stays}
        moved = {"gain_ha": m.gain, "loss_ha": m.loss, "change_ha": m.gain + m.loss}
        halves = {"swap_ha": 2 * np.minimum(m.gain, m.loss), "quantity_ha": m.quantity}
        halves |= {"exchange_ha": m.exchange, "shift_ha": m.shift}
        rows = {**areas, **moved, **halves, "net_ha": m.gain - m.loss}
        parts.append(create_class_table(matrices, m, **rows))
        whole = {name: sum(map(float, of)) for name, of in areas.items()}
        whole |= {name: sum(map(float, of)) / 2 for name, of in halves.items()}
        whole |= {"net_ha": 0.0, **dict.fromkeys(moved, m.changed)}
        parts.append(Table({"period": m.name, "value": [None], "class": ALL_LABEL, **whole}))
    return Table.concatenate_tables(parts, COMPONENTS)


def rate_rows(matrices: PeriodMatrices) -> Table:
    """Return RATES: a row per period and class, in % per year; empty without years.

    K = (U_b - U_a) / U_a / T (gain minus loss rate); compound (U_b / U_a)^(1/T) - 1;
    Puyravaud 2003 ln(U_b / U_a) / T, unbounded if a class disappears.
    """
    parts = []
    for m in matrices.all:
        years = m.years or np.nan
        growth, whole = safe_divide(m.after, m.before), m.before * years
        # Compute powers one by one: array powers differ in the last digit between machines.
        yearly = np.array([float(each) ** (1.0 / years) for each in growth])
        rates = {
            "dynamic_degree_pct": safe_divide(100.0 * (m.gain - m.loss), whole),
            "compound_pct": 100.0 * (yearly - 1.0),
            "puyravaud_pct": 100.0 * np.log(np.where(growth > 0, growth, np.nan)) / years,
            "out_pct": safe_divide(100.0 * m.loss, whole),
            "in_pct": safe_divide(100.0 * m.gain, whole),
        }
        parts.append(create_class_table(matrices, m, years=m.years, **rates))
    return Table.concatenate_tables(parts, RATES)


def create_class_table(matrices: PeriodMatrices, matrix: PeriodMatrix, **columns: object) -> Table:
    """Create a table by class, with the columns after the period and the class."""
    values, names = ([getattr(c, what) for c in matrices.classes] for what in ("value", "name"))
    return Table({"period": matrix.name, "value": values, "class": names, **columns})


def component_checks(matrices: PeriodMatrices, rows: Table) -> list[Check]:
    """Return checks per period that the components add up to the changed area."""
    checks = []
    for matrix, row in zip(matrices.all, (row for row in rows if row["value"] is None)):
        changed = matrix.total - matrix.unchanged
        parts = row["quantity_ha"] + row["exchange_ha"] + row["shift_ha"]
        net, whole = row["quantity_ha"] + row["swap_ha"], row["persistence_ha"] + row["change_ha"]
        checks += [
            Check(matrix.name, Term("quantity + exchange + shift = change"), changed, parts),
            Check(matrix.name, Term("net + swap = change"), changed, net),
            Check(matrix.name, Term("unchanged + change = total area"), matrix.total, whole),
        ]
    return checks


def classify_sides(intensities: ArrayLike, line: ArrayLike) -> SideArray:
    """Return the side of the line for each intensity: BELOW, ON or ABOVE; UNKNOWN if NaN.

    Args:
        intensities: of any shape and unit.
        line: the uniform intensity in that unit, or one for each intensity.
    """
    values, lines = np.broadcast_arrays(np.asarray(intensities, float), np.asarray(line, float))
    is_on = np.abs(values - lines) <= ROUNDING_TOLERANCE * np.maximum(np.abs(values), np.abs(lines))
    side = np.where(is_on, ON_LINE, np.sign(values - lines))
    return np.where(np.isnan(side), UNKNOWN_SIDE, side).astype(np.int8)


def get_side_names(side: SideArray, above: str, below: str) -> list[str | None]:
    """Return sides as terms of a table; None if unknown."""
    words = {ABOVE_LINE: above, BELOW_LINE: below, ON_LINE: UNIFORM}
    return [words.get(value) for value in side.ravel().tolist()]


def is_stationary(by_interval: ArrayLike) -> NDArray[np.object_]:
    """Return whether values are on one side of the line in all intervals (first axis).

    On the line is neither side; unknown ones are ignored, None with fewer than two known.
    """
    side = np.asarray(by_interval)
    known, below, above = (
        (side != UNKNOWN_SIDE).sum(0),
        (side == BELOW_LINE).sum(0),
        (side == ABOVE_LINE).sum(0),
    )
    result = np.asarray(np.maximum(below, above) == known, object)
    result[known < 2] = None
    return result


def uniform_intensity_pct(matrices: PeriodMatrices) -> float | None:
    """Return the uniform intensity U, % per year: changed / total area; None without years."""
    changed = sum(matrix.changed for matrix in matrices.intervals)
    return compute_percent(changed, matrices.span.total * (matrices.years or 0))


def interval_rows(matrices: PeriodMatrices) -> Table:
    """Return INTERVALS: a row per interval, without the full period.

    Comprehensive dynamic degree: gross, half the annual intensity; net, from net change.
    """
    uniform, rows = uniform_intensity_pct(matrices), list[tuple[object, ...]]()
    for m in matrices.intervals:
        whole = m.total * (m.years or 0)
        annual, quantity = compute_percent(m.changed, whole), float(m.quantity.sum()) / 2
        known = np.nan if annual is None or uniform is None else annual
        (pace,) = get_side_names(classify_sides(known, uniform or 0.0), FAST, SLOW)
        parts = quantity, float(m.exchange.sum()) / 2, float(m.shift.sum()) / 2
        head = (
            m.name,
            m.years,
            m.changed,
            compute_percent(m.changed, m.total),
            annual,
            uniform,
            pace,
        )
        rows.append(
            (*head, *parts, compute_percent(m.changed, 2 * whole), compute_percent(quantity, whole))
        )
    return Table.from_rows(INTERVALS, rows)


def interval_checks(matrices: PeriodMatrices, rows: Table) -> list[Check]:
    """Return checks that the year-weighted interval intensities equal the uniform intensity."""
    if matrices.years is None or any(row["annual_pct"] is None for row in rows):
        return []
    weighted = sum(row["annual_pct"] * row["years"] for row in rows)
    what = Term("year-weighted interval intensities = uniform intensity")
    return [Check(matrices.span.name, what, rows[0]["uniform_pct"] * matrices.years, weighted)]


class CategoryLevel:
    """Category level of an interval: gains or losses of the classes, shape (classes,).

    G_tj = g_j / (d_t Z_j), L_ti alike, against S_t: Aldwaik and Pontius 2012.

    Args:
        change, size: hectares gained or lost, and the area of the class at the end or the
            start.

    Attributes:
        intensity: % per year; NaN without years, or if the class has no area.
        side: side of the line, which is the overall change; independent of years.
        error: map error in hectares that would place the class on the line (Aldwaik and
            Pontius 2013): above 0 commission, below 0 omission.
    """

    def __init__(self, matrix: PeriodMatrix, change: FloatArray, size: FloatArray):
        self.change, share = change, safe_divide(change, size)
        self.intensity = np.asarray(100.0 * share / (matrix.years or np.nan), np.float64)
        self.side = classify_sides(share, float(safe_divide(matrix.changed, matrix.total)))
        # (z - s Z) / (1 - s) with s the share of all land that changed.
        error = safe_divide(change * matrix.total - matrix.changed * size, matrix.unchanged)
        self.error = np.where(size > 0, error, np.nan)


def category_rows(matrices: PeriodMatrices) -> Table:
    """Return CATEGORIES: a row per interval and class.

    Yearly gains by end area and losses by start area, compared with annual intensity.
    """
    levels = {
        "gain": [CategoryLevel(matrix, matrix.gain, matrix.after) for matrix in matrices.intervals],
        "loss": [
            CategoryLevel(matrix, matrix.loss, matrix.before) for matrix in matrices.intervals
        ],
    }
    always = {what: is_stationary([level.side for level in by]) for what, by in levels.items()}
    parts = []
    for n, matrix in enumerate(matrices.intervals):
        columns: dict[str, object] = {}
        for what, by_interval in levels.items():
            level = by_interval[n]
            columns |= {f"{what}_ha": level.change, f"{what}_intensity_pct": level.intensity}
            columns |= {f"{what}_state": get_side_names(level.side, ACTIVE, DORMANT)}
            columns |= {f"{what}_stationary": always[what], f"{what}_error_ha": level.error}
        annual = compute_percent(matrix.changed, matrix.total * (matrix.years or 0))
        parts.append(create_class_table(matrices, matrix, annual_pct=annual, **columns))
    return Table.concatenate_tables(parts, CATEGORIES)


def category_checks(matrices: PeriodMatrices, rows: Table) -> list[Check]:
    """Return checks that the area-weighted class intensities equal the annual intensity."""
    checks = []
    for matrix, own in zip(matrices.intervals, rows.split_rows(len(matrices.intervals))):
        for what, size in (("gain", matrix.after), ("loss", matrix.before)) if matrix.years else ():
            words = CLASS_GAIN_CHECK if what == "gain" else CLASS_LOSS_CHECK
            total = float(np.dot(np.nan_to_num(own[f"{what}_intensity_pct"].astype(float)), size))
            checks.append(Check(matrix.name, words, own[0]["annual_pct"] * matrix.total, total))
    return checks


CLASS_GAIN_CHECK = Term("area-weighted gain intensities of the classes = uniform intensity")
CLASS_LOSS_CHECK = Term("area-weighted loss intensities of the classes = uniform intensity")
TRANSITION_GAIN_CHECK = Term(
    "area-weighted gain intensities of the transitions = uniform intensity"
)
TRANSITION_LOSS_CHECK = Term(
    "area-weighted loss intensities of the transitions = uniform intensity"
)


class TransitionLevel:
    """Transition level of an interval: the gain of each class from each of the others.

    The losses are the gains of the transposed matrix, with start and end swapped.

    Args:
        moved: hectares converted, by from-class (rows) and to-class, shape (n, n).
        size: hectares of the from-classes, shape (n,).
        years: length of the interval, or None.

    Attributes:
        gain: per to-class, hectares gained, shape (n,).
        others: per to-class, hectares of all other classes, shape (n,).
        uniform: gain / others, a share from 0 to 1, shape (n,).
        side: side of that line, shape (n, n).
    """

    def __init__(self, moved: FloatArray, size: FloatArray, years: int | None):
        self.moved, self.size = moved, size
        self._percent = 100.0 / years if years else np.nan
        self.gain = moved.sum(axis=0)
        # Sum the others: a difference may leave a rounding residue where there are none.
        self.others = (1.0 - np.eye(len(size))) @ size
        self.uniform = safe_divide(self.gain, self.others)
        self.side = classify_sides(safe_divide(moved, size[:, None]), self.uniform)

    def create_columns(self, what: str, i: IndexArray, j: IndexArray) -> dict[str, object]:
        """Return the columns of the gains of j from i, the indices of from- and to-classes.

        Gain intensity, % of i per year; uniform intensity, % of other land per year; tendency
        of j to gain from i; hectares expected at the uniform intensity.
        """
        intensity = self._percent * safe_divide(self.moved[i, j], self.size[i])
        return {
            f"{what}_intensity_pct": intensity,
            f"{what}_uniform_pct": self._percent * self.uniform[j],
            f"{what}_tendency": get_side_names(self.side[i, j], TARGETS, AVOIDS),
            f"{what}_expected_ha": self.uniform[j] * self.size[i],
        }


class TransitionRows(Collection[Row]):
    """TRANSITIONS: a row per interval and pair of different classes.

    Gains of a class are relative to the area of other classes at the start of the interval,
    losses to that at its end. The expected areas are those of Pontius, Shusas and McEachern
    2004: random gain, random loss. Rows are created on demand by interval: many classes
    yield millions of rows.
    """

    def __init__(self, matrices: PeriodMatrices):
        self._matrices, intervals = matrices, matrices.intervals
        self.gains = [TransitionLevel(m.moved, m.before, m.years) for m in intervals]
        self.losses = [TransitionLevel(m.moved.T, m.after, m.years) for m in intervals]
        gains, losses = ([own.side for own in levels] for levels in (self.gains, self.losses))
        self._stationary = is_stationary(gains), is_stationary(losses).T

    def __len__(self) -> int:
        size = len(self._matrices.classes)
        return len(self.gains) * size * (size - 1)

    def __iter__(self) -> Iterator[Row]:
        pairs = np.nonzero(~np.eye(len(self._matrices.classes), dtype=bool))
        return chain.from_iterable(self._create_rows(n, *pairs) for n in range(len(self.gains)))

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)

    def get_largest_rows(self, interval: int, most: int) -> list[Row]:
        """Return the rows of the largest transitions found in an interval, largest first."""
        moved = self.gains[interval].moved
        order = np.argsort(-moved, axis=None, kind="stable")[:most]
        return list(
            self._create_rows(interval, *np.divmod(order[moved.flat[order] > 0], len(moved)))
        )

    def _create_rows(self, interval: int, i: IndexArray, j: IndexArray) -> Table:
        """Return the rows of class pairs by the indices of from-classes and to-classes."""
        classes, gain = self._matrices.classes, self.gains[interval]
        gain_stationary, loss_stationary = self._stationary
        rows = Table(
            {
                "period": [self._matrices.intervals[interval].name] * len(i),
                "from_value": [classes[n].value for n in i],
                "from_class": [classes[n].name for n in i],
                "to_value": [classes[n].value for n in j],
                "to_class": [classes[n].name for n in j],
                "area_ha": gain.moved[i, j],
                "gain_stationary": gain_stationary[i, j],
                "loss_stationary": loss_stationary[i, j],
                **gain.create_columns("gain", i, j),
                **self.losses[interval].create_columns("loss", j, i),
            }
        )
        return Table.concatenate_tables([rows], TRANSITIONS)


def transition_checks(matrices: PeriodMatrices, rows: TransitionRows) -> list[Check]:
    """Return checks that the area-weighted transition intensities equal the uniform ones."""
    checks = []
    for matrix, gain, loss in zip(matrices.intervals, rows.gains, rows.losses):
        for what, level in ((TRANSITION_GAIN_CHECK, gain), (TRANSITION_LOSS_CHECK, loss)):
            intensities = safe_divide(level.moved, level.size[:, None])
            weighted = np.nansum(intensities * level.size[:, None])
            uniform = np.nansum(level.uniform * level.others)
            checks.append(Check(matrix.name, what, float(uniform), float(weighted)))
    return checks
