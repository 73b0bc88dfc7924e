"""The tables of the analysis of change: what each is by the matrices of the periods, and checks.

COMPONENTS (Pontius, Shusas and McEachern 2004; Pontius and Santacruz 2014), RATES, and intensity
analysis (Aldwaik and Pontius 2012): INTERVALS, how fast land changed in each interval against the
pace of all; CATEGORIES, how intensely each class gained and lost against the change of all land;
TRANSITIONS, from where each class gained and to where it lost. What lies above the uniform
intensity is fast, active, or targets; what lies below slow, dormant, or avoids. It is stationary
where it lies on one side in all intervals.
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
# What lies above and below is called in the tables of each level, never translated there; for
# people.
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
# Sums of doubles differ in their last digits with the order of adding.
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
    """COMPONENTS: a row per period and class, then one of all classes, without a value.

    Gain, loss, net (signed here: gain less loss), swap; quantity, exchange and shift, which add up
    to change. What a class gives another gets, so all together have half the sum of each.
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
    """RATES: a row per period and class, in % per year; empty where there are no years.

    With the areas U_a and U_b at both dates and T years: dynamic degree K = (U_b - U_a) / U_a / T,
    which is what came in less what went out; compound rate (U_b / U_a)^(1/T) - 1; Puyravaud 2003
    ln(U_b / U_a) / T, which has no bound of a class that is gone.
    """
    parts = []
    for m in matrices.all:
        years = m.years or np.nan
        growth, whole = safe_divide(m.after, m.before), m.before * years
        # Powers one by one: those of an array differ in their last digit from machine to machine.
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
    """Columns by class, after the period and the classes."""
    values, names = ([getattr(c, what) for c in matrices.classes] for what in ("value", "name"))
    return Table({"period": matrix.name, "value": values, "class": names, **columns})


def component_checks(matrices: PeriodMatrices, rows: Table) -> list[Check]:
    """Per period, of all classes: the components add up to the land that changed."""
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
    """The side of the line that each intensity is on: BELOW, ON or ABOVE; UNKNOWN where one is NaN.

    Args:
        intensities: of any shape and unit.
        line: the uniform intensity in that unit, or one for each of the intensities.
    """
    values, lines = np.broadcast_arrays(np.asarray(intensities, float), np.asarray(line, float))
    is_on = np.abs(values - lines) <= ROUNDING_TOLERANCE * np.maximum(np.abs(values), np.abs(lines))
    side = np.where(is_on, ON_LINE, np.sign(values - lines))
    return np.where(np.isnan(side), UNKNOWN_SIDE, side).astype(np.int8)


def get_side_names(side: SideArray, above: str, below: str) -> list[str | None]:
    """Sides in a table's words; None where one is not known."""
    words = {ABOVE_LINE: above, BELOW_LINE: below, ON_LINE: UNIFORM}
    return [words.get(value) for value in side.ravel().tolist()]


def is_stationary(by_interval: ArrayLike) -> NDArray[np.object_]:
    """Whether things lie on one side of the line in all intervals; None with fewer than two.

    What lies on the line is on neither side. Intervals where it is not known do not count. Sides
    have the intervals along their first axis; the answers have the other ones.
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
    """The uniform intensity U of all intervals, % per year: what changed in them, by their years.

    None where the years of an interval are not known.
    """
    changed = sum(matrix.changed for matrix in matrices.intervals)
    return compute_percent(changed, matrices.span.total * (matrices.years or 0))


def interval_rows(matrices: PeriodMatrices) -> Table:
    """INTERVALS: a row per interval; the span from the first date to the last is none.

    Both published readings of the comprehensive dynamic degree are given: gross, by the land that
    changed, half of the annual intensity; net, by the net change of the classes.
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
    """The intensities of the intervals, weighted by their years, are the uniform one."""
    if matrices.years is None or any(row["annual_pct"] is None for row in rows):
        return []
    weighted = sum(row["annual_pct"] * row["years"] for row in rows)
    what = Term("year-weighted interval intensities = uniform intensity")
    return [Check(matrices.span.name, what, rows[0]["uniform_pct"] * matrices.years, weighted)]


class CategoryLevel:
    """The category level of an interval: gains or losses of the classes, shape (classes,).

    G_tj = g_j / (d_t Z_j), L_ti alike, against S_t: Aldwaik and Pontius 2012.

    Args:
        change, size: hectares gained or lost, and the class's hectares at the end, or the start.

    Attributes:
        intensity: % per year; NaN without years, or where the class has no land.
        side: of the line, which is the change of all land; the same with and without years.
        error: hectares by which the map would have to be wrong for the class to lie on the line
            (Aldwaik and Pontius 2013): above 0 commission, below 0 omission.
    """

    def __init__(self, matrix: PeriodMatrix, change: FloatArray, size: FloatArray):
        self.change, share = change, safe_divide(change, size)
        self.intensity = np.asarray(100.0 * share / (matrix.years or np.nan), np.float64)
        self.side = classify_sides(share, float(safe_divide(matrix.changed, matrix.total)))
        # (z - s Z) / (1 - s) with s the share of all land that changed.
        error = safe_divide(change * matrix.total - matrix.changed * size, matrix.unchanged)
        self.error = np.where(size > 0, error, np.nan)


def category_rows(matrices: PeriodMatrices) -> Table:
    """CATEGORIES: a row per interval and class.

    A gain by the class's area at the end of the interval, a loss by that at its start, per year,
    against the annual intensity of the interval.
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
    """Per interval: the intensities of the classes, weighted by their areas, are the annual one."""
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
    """The transition level of an interval: the gain of each class from each of the others.

    The losses of the classes are the gains of the matrix turned over, with its end for its start.

    Args:
        moved: hectares that changed, by from-class (rows) and to-class, shape (n, n).
        size: hectares of the from-classes, shape (n,).
        years: of the interval, or None.

    Attributes:
        gain: per to-class, hectares that it gained, shape (n,).
        others: per to-class, hectares of all land that was not of it, shape (n,).
        uniform: their quotient, a share from 0 to 1, shape (n,).
        side: of that line, shape (n, n).
    """

    def __init__(self, moved: FloatArray, size: FloatArray, years: int | None):
        self.moved, self.size = moved, size
        self._percent = 100.0 / years if years else np.nan
        self.gain = moved.sum(axis=0)
        # A sum of the others: where there are none, a difference might leave a rest.
        self.others = (1.0 - np.eye(len(size))) @ size
        self.uniform = safe_divide(self.gain, self.others)
        self.side = classify_sides(safe_divide(moved, size[:, None]), self.uniform)

    def create_columns(self, what: str, i: IndexArray, j: IndexArray) -> dict[str, object]:
        """What there is to say of the gains of j from i, the indices of from- and to-classes.

        Gains, % of the land of i per year; the uniform ones, % of all other land per year; whether
        j takes more of i than of all other land alike; and hectares if it took that alike.
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

    The gain of a class is set against land that was not of that class at the start of the interval,
    the loss of a class against land that was not of it at the end. The expected areas are those of
    Pontius, Shusas and McEachern 2004: random gain, random loss. Rows are made when they are asked
    for, interval by interval: of many classes there are millions.
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
        """The rows of the largest transitions of an interval that occur, largest first."""
        moved = self.gains[interval].moved
        order = np.argsort(-moved, axis=None, kind="stable")[:most]
        return list(
            self._create_rows(interval, *np.divmod(order[moved.flat[order] > 0], len(moved)))
        )

    def _create_rows(self, interval: int, i: IndexArray, j: IndexArray) -> Table:
        """The rows of pairs, by the indices of their from-classes and to-classes."""
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
    """Per interval: the intensities, weighted by the areas, are the uniform ones of the classes."""
    checks = []
    for matrix, gain, loss in zip(matrices.intervals, rows.gains, rows.losses):
        for what, level in ((TRANSITION_GAIN_CHECK, gain), (TRANSITION_LOSS_CHECK, loss)):
            intensities = safe_divide(level.moved, level.size[:, None])
            weighted = np.nansum(intensities * level.size[:, None])
            uniform = np.nansum(level.uniform * level.others)
            checks.append(Check(matrix.name, what, float(uniform), float(weighted)))
    return checks
