"""Compare what was found with what the oracle expects: numbers, and what a refusal says."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from math import isclose

from osgeo import gdal, ogr, osr

from .cases import Case
from .oracle import Expected
from .oracle_names import is_true_hint

# A geodesic polygon of straight pieces and an interpolated scale agree to this.
RELATIVE = 1e-6
# What numbers may be off in parts of the largest of their row, by what they are of.
SLACK = {
    "value change": RELATIVE,
    **dict.fromkeys(("by class", "by age", "by status", "measured"), 1e-12),
    **dict.fromkeys(("path", "milestone"), 1e-9),
}


def wrong_refusal(case: Case | None, wanted: Expected, sentence: str) -> str | None:
    """What is wrong with a refusal, or None where it is right and true."""
    if case is not None and "the layers have no class names; choose" in sentence:
        colours: dict = {}
        for date in reversed(case.dates):
            # A colour table reaches from 0 to its last entry.
            end = max(date.colours, default=-1) + 1
            colours.update({v: date.colours.get(v, "#000000") for v in range(end)})
        if not is_true_hint(sentence, wanted.held, colours):
            return f"not true of the values {sorted(wanted.held)}: {sentence}"
    fits = any(all(word in sentence for word in words) for words in [*wanted.refusals, *wanted.may])
    return None if fits or wanted.may_refuse else f"refused: {sentence} {wanted.refusals}"


def difference(found: dict, wanted: dict) -> str:
    """The first number that is not as wanted, '' if there is none."""
    for key in [*wanted, *(key for key in found if key not in wanted)]:
        ours, theirs = found.get(key, []), wanted.get(key, [])
        if key[0] == "ledger" and len(ours) == len(theirs):
            # What was lost may come back to the last tonne.
            least = RELATIVE * max(abs(n[1]) for name, n in wanted.items() if name[0] == "ledger")
            if isclose(*(n[1] for n in (ours, theirs)), rel_tol=RELATIVE, abs_tol=least):
                ours, theirs = ours[:1], theirs[:1]
        # Of two sums the difference may be far smaller.
        largest_of = max((abs(n) for n in theirs if n is not None), default=0.0)
        slacks = [SLACK.get(key[0], 0.0) * largest_of] * len(theirs)
        if key[0] == "inventory" and theirs:
            slacks = _of_flows(theirs)
        close = map(_is_close, ours, theirs, slacks)
        if len(ours) != len(theirs) or not all(close):
            return f"{key}: {ours} instead of {theirs}"
    return ""


def _of_flows(numbers: list) -> list[float]:
    """What the numbers of a row of CATEGORY_TABLE may be off, by the flows that they sum up."""
    area, *flows = (abs(n or 0.0) for n in numbers[:4])
    # Soil that one conversion gains another may lose, to the last digit of its hectares.
    dust = 1e-7 * area
    most = max(RELATIVE * max(flows), dust)
    return [0.0, dust, dust, dust, 4 * most, most / area, dust / area]


def _is_close(one: float | None, other: float | None, slack: float) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=RELATIVE, abs_tol=slack)


@contextmanager
def raising() -> Generator[None, None, None]:
    """All of GDAL raises exceptions within the block."""
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        osr.ExceptionMgr(useExceptions=True),
    ):
        yield
