"""What tables of change analysis should hold, by the definitions: plain loops over the pairs of
classes of a period, in fractions of its land.

Tables are rows of dicts with numbers, None for empty cells; a class is known by its number, which
is one less than its code.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import log

import pytest


class Oracle:
    """One period: how many cells went from each class to each, and its years."""

    def __init__(self, pairs: Counter, years: int):
        self.years = years
        self.total = sum(pairs.values())
        self._pairs = pairs

    def count(self, source=None, target=None, stays=None) -> Fraction:
        """Cells of a class at either date; with `stays`, only those that do, or that do not."""
        found = 0
        for (i, j), cells in self._pairs.items():
            if source not in (None, i) or target not in (None, j):
                continue
            if stays is None or (i == j) == stays:
                found += cells
        return Fraction(found)


def part(one, other):
    """one / other; None where there is none."""
    return None if other == 0 else one / other


def close(found, wanted, scale=1.0):
    """Whether a cell of a table is what a fraction says; empty where there is none."""
    if wanted is None:
        return found is None
    return found is not None and found == pytest.approx(float(wanted) * scale, rel=1e-9, abs=1e-9)


def side_of(own, line):
    if own is None or line is None:
        return None
    return "above" if own > line else "below" if own < line else "uniform"


def word(side, above, below):
    return {"above": above, "below": below}.get(side, side)


def is_stationary(found):
    known = [one for one in found if one is not None]
    if len(known) < 2:
        return None
    return all(one == "above" for one in known) or all(one == "below" for one in known)


def check_components(
    rows: Iterable[dict], periods: Sequence[Oracle], classes: Sequence[int], hectares: float
) -> None:
    """COMPONENTS, and that its parts are the change.

    Args:
        hectares: of a cell.
    """
    rows = iter(rows)
    for one in periods:
        sums = dict.fromkeys(("quantity", "exchange", "shift"), Fraction(0))
        for n in classes:
            row = next(rows)
            assert row["value"] == n + 1
            gain, loss = one.count(target=n, stays=False), one.count(source=n, stays=False)
            exchange = 2 * sum(min(one.count(n, m), one.count(m, n)) for m in classes if m != n)
            wanted = {
                "area_before": one.count(source=n),
                "area_after": one.count(target=n),
                "persistence": one.count(source=n, stays=True),
                "gain": gain,
                "loss": loss,
                "net": gain - loss,
                "swap": gain + loss - abs(gain - loss),
                "quantity": abs(gain - loss),
                "exchange": exchange,
                "shift": gain + loss - abs(gain - loss) - exchange,
                "change": gain + loss,
            }
            for name, cells in wanted.items():
                assert close(row[f"{name}_ha"], cells, hectares), name
            for name in sums:
                sums[name] += wanted[name]
        row = next(rows)
        assert row["class"] == "(all)"
        assert close(row["change_ha"], one.count(stays=False), hectares)
        for name, cells in sums.items():
            assert close(row[f"{name}_ha"], cells / 2, hectares)
    assert next(rows, None) is None


def check_rates(rows: Iterable[dict], periods: Sequence[Oracle], classes: Sequence[int]) -> None:
    rows = iter(rows)
    for one in periods:
        for n in classes:
            row = next(rows)
            before, after = one.count(source=n), one.count(target=n)
            assert row["years"] == one.years
            whole = before * one.years
            assert close(row["dynamic_degree_pct"], part(after - before, whole), 100)
            assert close(row["out_pct"], part(one.count(source=n, stays=False), whole), 100)
            assert close(row["in_pct"], part(one.count(target=n, stays=False), whole), 100)
            ratio = part(after, before)
            compound = None if ratio is None else float(ratio) ** (1 / one.years) - 1
            assert close(row["compound_pct"], compound, 100)
            continuous = log(ratio) / one.years if ratio else None
            assert close(row["puyravaud_pct"], continuous, 100)
    assert next(rows, None) is None


def check_intervals(
    rows: Sequence[dict], intervals: Sequence[Oracle], classes: Sequence[int], hectares: float
) -> None:
    changed = sum(one.count(stays=False) for one in intervals)
    years = sum(one.years for one in intervals)
    uniform = changed / (years * intervals[0].total)
    assert len(rows) == len(intervals)
    for row, one in zip(rows, intervals):
        share = one.count(stays=False) / one.total
        net = sum(abs(one.count(target=n) - one.count(source=n)) for n in classes)
        net /= 2 * one.total
        assert close(row["change_pct"], share, 100)
        assert close(row["annual_pct"], share / one.years, 100)
        assert close(row["uniform_pct"], uniform, 100)
        assert close(row["gross_degree_pct"], share / one.years / 2, 100)
        assert close(row["net_degree_pct"], net / one.years, 100)
        assert close(row["quantity_ha"], net * one.total, hectares)
        assert row["pace"] == word(side_of(share / one.years, uniform), "fast", "slow")


def check_categories(
    rows: Iterable[dict], intervals: Sequence[Oracle], classes: Sequence[int], hectares: float
) -> None:
    rows = iter(rows)

    def gain_and_loss(one, n):
        """Per side: the change, the size, and where its share lies."""
        line = one.count(stays=False) / one.total
        for change, size in (
            (one.count(target=n, stays=False), one.count(target=n)),
            (one.count(source=n, stays=False), one.count(source=n)),
        ):
            yield change, size, side_of(part(change, size), line)

    for one in intervals:
        line = one.count(stays=False) / one.total
        for n in classes:
            row = next(rows)
            for place, name in enumerate(("gain", "loss")):
                change, size, side = list(gain_and_loss(one, n))[place]
                assert close(row[f"{name}_ha"], change, hectares)
                assert close(row[f"{name}_intensity_pct"], part(change, size * one.years), 100)
                assert row[f"{name}_state"] == word(side, "active", "dormant")
                error = part(change - line * size, 1 - line) if size else None
                assert close(row[f"{name}_error_ha"], error, hectares)
                all_sides = [list(gain_and_loss(other, n))[place][2] for other in intervals]
                assert row[f"{name}_stationary"] == is_stationary(all_sides)
            assert close(row["annual_pct"], line / one.years, 100)
    assert next(rows, None) is None


def check_transitions(
    rows: Sequence[dict], intervals: Sequence[Oracle], classes: Sequence[int], hectares: float
) -> None:
    assert len(rows) == len(intervals) * len(classes) * (len(classes) - 1)
    rows = iter(rows)

    def levels(one, i, j):
        """Of the gain of j from i, then of the loss of i to j: intensity and uniform one."""
        pair = one.count(i, j)
        yield (
            part(pair, one.count(source=i)),
            part(one.count(target=j, stays=False), one.total - one.count(source=j)),
        )
        yield (
            part(pair, one.count(target=j)),
            part(one.count(source=i, stays=False), one.total - one.count(target=i)),
        )

    for one in intervals:
        for i in classes:
            for j in classes:
                if i == j:
                    continue
                row = next(rows)
                assert (row["from_value"], row["to_value"]) == (i + 1, j + 1)
                assert close(row["area_ha"], one.count(i, j), hectares)
                sizes = one.count(source=i), one.count(target=j)
                for place, (name, size) in enumerate(zip(("gain", "loss"), sizes)):
                    own, line = list(levels(one, i, j))[place]
                    per_year = 100 / one.years
                    assert close(row[f"{name}_intensity_pct"], own, per_year)
                    assert close(row[f"{name}_uniform_pct"], line, per_year)
                    side = side_of(own, line)
                    assert row[f"{name}_tendency"] == word(side, "targets", "avoids")
                    expected = None if line is None else line * size
                    assert close(row[f"{name}_expected_ha"], expected, hectares)
                    all_sides = [side_of(*list(levels(k, i, j))[place]) for k in intervals]
                    assert row[f"{name}_stationary"] == is_stationary(all_sides)


def check_indices(rows: Sequence[dict], held: Sequence[Counter], grades: dict) -> None:
    """INDICES.

    Args:
        held: per date, cells by class.
        grades: by class; empty where none has one.
    """
    assert len(rows) == len(held)
    for row, cells in zip(rows, held):
        total = sum(cells.values())
        shares = [number / total for number in cells.values()]
        entropy = -sum(share * log(share) for share in shares)
        assert row["classes"] == len(shares)
        assert row["entropy"] == pytest.approx(entropy, abs=1e-12)
        assert row["dominance"] == pytest.approx(log(len(shares)) - entropy, abs=1e-12)
        even = entropy / log(len(shares)) if len(shares) > 1 else None
        assert close(row["evenness"], even)
        degree = sum(grades[n] * number for n, number in cells.items()) / total if grades else None
        assert close(row["land_use_degree"], degree, 100)
