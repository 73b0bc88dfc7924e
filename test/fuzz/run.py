"""Run random pairs, series and texts through the core and compare them with the oracle.

usage: python -m carbon_zones.test.fuzz.run [--seed N] [--count N] [--series N] [--texts N]

`make fuzz` runs it; `--first 17 --count 0 --series 1 --texts 0` runs series 17 alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import isclose
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from carbon_zones.core.base.messages import DataError

from .cases import Case, random_case
from .computed import computed
from .oracle import Expected, expected
from .oracle_names import is_true_hint
from .texts import fault_of_text

# A geodesic polygon of straight pieces and an interpolated scale agree to this.
RELATIVE = 1e-6
# What numbers may be off in parts of the largest of their row, by what they are of.
SLACK = {
    "value change": RELATIVE,
    **dict.fromkeys(("by class", "by age", "by status", "measured"), 1e-12),
    **dict.fromkeys(("path", "milestone"), 1e-9),
}


def fault(case: Case) -> str | None:
    """What is wrong with a case, '' if nothing, or None where the core refuses it, and is right."""
    wanted = expected(case)
    try:
        found = computed(case)
    except DataError as error:
        return wrong_refusal(case, wanted, str(error))
    if wanted.refusals:
        return f"not refused for {wanted.refusals}"
    return difference(found, wanted.numbers)


def wrong_refusal(case: Case | None, wanted: Expected, sentence: str) -> str | None:
    """What is wrong with a refusal, or None where it is right and true."""
    if case is not None and "no layer names its values" in sentence:
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
    largest = max([1.0, *(abs(n[5]) for key, n in wanted.items() if key[0] == "loss")])
    for key in [*wanted, *(key for key in found if key not in wanted)]:
        ours, theirs = found.get(key, []), wanted.get(key, [])
        if key[0] == "gap":
            # A part that makes no difference has no row; sums of many parts may cancel out.
            ours, theirs = ours or [0.0, 0.0], theirs or [0.0, 0.0]
            if abs(ours[1] - theirs[1]) < RELATIVE * largest and (
                isclose(ours[0], theirs[0], rel_tol=RELATIVE)
                or min(abs(ours[1]), abs(theirs[1])) < RELATIVE * largest
            ):
                continue
        if key[0] == "ledger" and len(ours) == len(theirs):
            # What was lost may come back to the last tonne.
            least = RELATIVE * max(abs(n[1]) for name, n in wanted.items() if name[0] == "ledger")
            if isclose(*(n[1] for n in (ours, theirs)), rel_tol=RELATIVE, abs_tol=least):
                ours, theirs = ours[:1], theirs[:1]
        # Of two sums the difference may be far smaller.
        largest_of = max((abs(n) for n in theirs if n is not None), default=0.0)
        slack = SLACK.get(key[0], 0.0) * largest_of
        close = (_is_close(a, b, slack) for a, b in zip(ours, theirs))
        if len(ours) != len(theirs) or not all(close):
            return f"{key}: {ours} instead of {theirs}"
    return ""


def _is_close(one: float | None, other: float | None, slack: float) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=RELATIVE, abs_tol=slack)


@contextmanager
def raising() -> Iterator[None]:
    """All of GDAL raises exceptions within the block."""
    with (
        gdal.ExceptionMgr(useExceptions=True),
        ogr.ExceptionMgr(useExceptions=True),
        osr.ExceptionMgr(useExceptions=True),
    ):
        yield


def run_cases(seed: int, numbers: range, series: bool = False) -> tuple[list[str], int]:
    """Faults of the pairs or series with these numbers, and how many had something to compare.

    Each case has a generator of its own, so that it can be run by itself.
    """
    faults, compared = [], 0
    with tempfile.TemporaryDirectory() as folder, raising():
        for number in numbers:
            place = Path(folder) / str(number)
            place.mkdir()
            rng = np.random.default_rng([seed, number])
            case = random_case(rng, place, int(rng.integers(3, 7)) if series else 2)
            try:
                wrong = fault(case)
            except Exception as error:
                wrong = f"crash: {error!r}"
            compared += wrong is not None
            if wrong:
                what = "series" if series else "pair"
                faults.append(f"seed {seed} {what} {number}: {wrong}")
    return faults, compared


def run_texts(seed: int, numbers: range) -> tuple[list[str], int]:
    """Faults of the texts with these numbers, and how many were not ambiguous."""
    found = {n: fault_of_text(np.random.default_rng([seed, n])) for n in numbers}
    faults = [f"seed {seed} text {n}: {wrong}" for n, wrong in found.items() if wrong]
    return faults, sum(wrong is not None for wrong in found.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="pairs")
    parser.add_argument("--series", type=int, default=500, help="series of 3 to 6 dates")
    parser.add_argument("--texts", type=int, default=5000, help="texts in some encoding")
    parser.add_argument("--first", type=int, default=0, help="number of the first of each")
    chosen = parser.parse_args()
    failed = False
    kinds = {"pairs": chosen.count, "series": chosen.series, "texts": chosen.texts}
    for what, number in kinds.items():
        start = time.monotonic()
        numbers = range(chosen.first, chosen.first + number)
        if what == "texts":
            faults, compared = run_texts(chosen.seed, numbers)
        else:
            faults, compared = run_cases(chosen.seed, numbers, series=what == "series")
        for line in faults:
            print(line)
        print(
            f"{number} {what} with seed {chosen.seed}, {compared} of them compared: "
            f"{len(faults)} faults, {time.monotonic() - start:.0f} s"
        )
        failed |= bool(faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
