"""Random tables of values per hectare."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .cases_tables import called
from .legends import default_rows
from .oracle_names import names_of

NAMES = ("Stock", "service", "t_c_per_ha")
DEFAULT_NAMES = ("soil_tc_per_ha", "vegetation_tc_per_ha")


@dataclass
class ValueTable:
    """Values as rows of text; those of the scheme where they are not the user's own.

    `names` are the columns of numbers, `shown` is the one that rasters show, and `columns` are all.
    """

    names: tuple
    shown: str
    columns: tuple
    rows: list
    is_own: bool = True


def random_values(rng, case) -> ValueTable:
    """Values of most classes of a case and of values that nobody names, which are seldom wrong."""
    if rng.random() < 0.2:
        rows = default_rows("values.csv")
        shown = str(rng.choice(DEFAULT_NAMES))
        return ValueTable(DEFAULT_NAMES, shown, ("class", *DEFAULT_NAMES), rows, is_own=False)
    names = names_of(replace(case, values=ValueTable((), "", (), [])))
    named = {land.key for land in names.named}
    texts = [
        called(rng, land)
        for land in names.listed.values()
        if rng.random() < (0.75 if land.key in named else 0.1)
    ]
    held = sorted({int(v) for d in case.dates for v in np.unique(d.values) if v == v})
    known = {value for by_value in names.by_date for value in by_value}
    texts += [str(v) for v in held if rng.random() < (0.02 if v in known else 0.6)]
    texts += ["Moor and heath"] if rng.random() < 0.03 else []
    texts += texts[:1] if rng.random() < 0.03 else []
    texts = rng.permutation(texts).tolist() or ["1"]
    columns = tuple(rng.permutation(NAMES)[: rng.integers(1, 4)].tolist())
    densities = [*rng.uniform(0, 150, 4).round(3).tolist(), 0.0, 1 / 3, 82.11, 5e6, 1e-7]
    rows = [
        {"class": text, **{name: repr(float(rng.choice(densities))) for name in columns}}
        for text in texts
    ]
    further = [name for name in ("source", "note") if rng.random() < 0.4]
    rows = [{**row, **dict.fromkeys(further, "Yang 2022")} for row in rows]
    return ValueTable(columns, str(rng.choice(columns)), ("class", *columns, *further), rows)
