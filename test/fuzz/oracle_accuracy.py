"""What a labelled sample tells of a map, found another way: sample by sample, with means and sample
variances by their definitions (Olofsson et al. 2014, Stehman 2014)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from math import isclose, nan, sqrt

from carbon_zones.test.helpers import read_csv

from .legends import stranger
from .oracle import cells_of
from .oracle_cells import inside

# Of a normal distribution, for intervals of 95 %.
Z = 1.959963984540054
ESTIMATES = (
    *("mapped_ha", "samples", "users_pct", "users_half_width_pct", "producers_pct"),
    *("producers_half_width_pct", "f1_pct", "estimated_ha", "estimated_se_ha"),
    "estimated_half_width_ha",
)


class Assessment:
    """A sample with labels: its strata, and the pairs of classes in each.

    Attributes:
        pairs: by stratum, names of the class of the map and of the reference, a pair per sample.
        hectares, cells: by stratum.
        mapped: hectares by class of the map.
    """

    def __init__(self, run):
        self.cells, self.labelled = cells_of(run.case), run.labelled
        names = {cell.value: cell.land.name.casefold() for cell in self.cells.values() if cell.land}
        self._names, self._shape = names, run.case.dates[0].grid.shape
        self.mapped: Counter = Counter()
        held: Counter = Counter()
        for cell in self.cells.values():
            if cell.land:
                self.mapped[names[cell.value]] += cell.hectares
                held[names[cell.value]] += 1
        whole = sum(self.mapped.values())
        self.by_class = self.labelled.strata is None and self.labelled.design == "stratified"
        self.is_simple = self.labelled.design == "simple"
        self.hectares, self.cells_in = {"": whole}, {"": sum(held.values())}
        if self.by_class:
            self.hectares, self.cells_in = self.mapped, held
        elif not self.is_simple:
            rows = self.labelled.strata
            size = next((c for c in ("area_ha", "weight") if c in rows[0]), "cells")
            total = sum(row[size] for row in rows)
            scale = 1.0 if size == "area_ha" or not total else whole / total
            self.hectares = {str(row["value"]): row[size] * scale for row in rows}
            self.cells_in = {str(row["value"]): row["cells"] for row in rows}
        self.pairs: dict = {stratum: [] for stratum in self.hectares}
        for feature, place in self._met(run):
            self._count(feature, place)

    def _met(self, run):
        """Features with the cells that they stand for."""
        if self.labelled.points:
            yield from ((feature, feature.cell) for feature in self.labelled.features)
            return
        # Those with a label come before those without.
        features = sorted(self.labelled.features, key=lambda one: one.label is None)
        base = run.case.dates[0]
        shapes = [inside(replace(run.case, mask=[one.shape]), base) for one in features]
        for i, j in self.cells:
            own = next((one for one, shape in zip(features, shapes) if shape[i][j]), None)
            if own is not None:
                yield own, (i, j)

    def _count(self, feature, place: tuple) -> None:
        cell = self.cells.get(place)
        if cell is None and self._is_on_map(place):
            return  # outside the mask
        shown = self._names.get(feature.shown) if self.labelled.by_field else None
        if not self.labelled.by_field and cell is not None and cell.land:
            shown = self._names[cell.value]
        if shown is None or feature.label is None:
            return
        seen = self._names.get(feature.label) or stranger(feature.label).name
        stratum = shown if self.by_class else ""
        if self.labelled.strata is not None:
            stratum = feature.part.split()[-1]
        self.pairs[stratum].append((shown, seen))

    def _is_on_map(self, place: tuple) -> bool:
        rows, columns = self._shape
        return 0 <= place[0] < rows and 0 <= place[1] < columns

    @property
    def samples(self) -> list[tuple]:
        return [pair for pairs in self.pairs.values() for pair in pairs]

    @property
    def weights(self) -> dict:
        """Shares of the area, of the strata that have samples."""
        covered = {s: a for s, a in self.hectares.items() if a and self.pairs[s]}
        whole = sum(covered.values())
        return {stratum: area / whole for stratum, area in covered.items()}

    def mean(self, y: Callable) -> float:
        """The share of the land of which something is so."""
        return sum(w * _mean([y(p) for p in self.pairs[s]]) for s, w in self.weights.items())

    def error(self, y: Callable, of: str = "") -> float:
        """The standard error of such a share; of the stratum `of` alone, if it is given."""
        variance = 0.0
        for stratum, weight in self.weights.items():
            numbers, cells = [y(p) for p in self.pairs[stratum]], self.cells_in[stratum]
            if (of and stratum != of) or (len(numbers) == cells and not self.is_simple):
                continue
            if len(numbers) == 1:
                return nan
            taken = 0.0 if self.by_class or self.is_simple else len(numbers) / cells
            mean = _mean(numbers)
            spread = sum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1)
            variance += weight**2 * (1 - taken) * spread / len(numbers)
        return sqrt(variance)

    def ratio(self, side: int, name: str) -> tuple[float, float]:
        """What part of a class of the map, or of the reference, is it in both; and its error.

        Args:
            side: 0 for the map, 1 for the reference.
        """
        both, one = _both(name, name), _is(side, name)
        whole = self.mean(one)
        if not whole:
            return nan, nan
        share = self.mean(both) / whole
        if self.is_simple:
            count = sum(map(one, self.samples))
            return share, sqrt(share * (1 - share) / (count - 1)) if count > 1 else nan
        of = name if self.by_class and side == 0 else ""
        return share, self.error(lambda p: both(p) - share * one(p), of) / whole


def _is(side: int, name: str) -> Callable:
    return lambda pair: pair[side] == name


def _both(one: str, other: str) -> Callable:
    return lambda pair: pair == (one, other)


def _mean(numbers: list) -> float:
    return sum(numbers) / len(numbers)


def refusals_of_labelled(run) -> list[tuple]:
    """Words for which a labelled sample must be refused."""
    strata = run.labelled.strata
    if strata is not None:
        if len({row["value"] for row in strata}) < len(strata):
            return [("STRATA", "duplicates row")]
        total = sum(row.get("weight", 0) for row in strata)
        if total and not any(isclose(total, right, rel_tol=0.01) for right in (1, 100)):
            return [("STRATA", "'weight'", f"{total:g}")]
    made = Assessment(run)
    if not made.samples:
        return [("no valid samples",)]
    return [
        ("STRATA", f"'Part {stratum}'", f"{made.cells_in[stratum]:,} cells", f"{len(pairs):,} s")
        for stratum, pairs in made.pairs.items()
        if strata is not None and len(pairs) > made.cells_in[stratum]
    ]


def fault_of_accuracy(run, results: dict) -> str:
    """What is wrong with the numbers and tables of a run."""
    made = Assessment(run)
    counts = Counter(made.samples)
    names = sorted({*made.mapped, *(name for pair in counts for name in pair)})
    wanted = _numbers(made, counts, names)
    found = {("result", name): results.get(name) for (_, name) in wanted}
    given = run.parameters
    if "CLASS_ACCURACY" in given:
        wanted |= _of_classes(made, names)
        for row in read_csv(given["CLASS_ACCURACY"]):
            own = row["class"].casefold()
            found |= {(c, own): float(row[c]) if row[c] else None for c in ESTIMATES}
    shares = {pair: made.mean(_both(*pair)) for pair in counts}
    for table, cells in (("CONFUSION", counts), ("PROPORTIONS", shares)):
        if table in given:
            wanted |= {(table, a, b): cells.get((a, b), 0) for a in names for b in names}
            found |= _square(table, read_csv(given[table]))
    if wanted.keys() != found.keys():
        return f"rows: {sorted(wanted.keys() ^ found.keys(), key=str)}"
    scale = 1e-6 * sum(made.hectares.values())
    for key, number in wanted.items():
        slack = scale if str(key[0]).endswith("_ha") else 1e-5
        ours = nan if found[key] is None else found[key]
        if (ours != ours) != (number != number):
            return f"{key}: {ours} instead of {number}"
        if ours == ours and not isclose(ours, number, rel_tol=1e-6, abs_tol=slack):
            return f"{key}: {ours} instead of {number}"
    return ""


def _numbers(made: Assessment, counts: Counter, names: list) -> dict:
    n = len(made.samples)
    chance = sum(
        sum(k for (a, _), k in counts.items() if a == name)
        * sum(k for (_, b), k in counts.items() if b == name)
        for name in names
    )
    agree = sum(k for (a, b), k in counts.items() if a == b)
    p = {(a, b): made.mean(_both(a, b)) for a in names for b in names}
    quantity = sum(abs(sum(p[name, other] - p[other, name] for other in names)) for name in names)
    exchange = sum(2 * min(p[a, b], p[b, a]) for a in names for b in names if a < b)
    overall = made.mean(lambda pair: pair[0] == pair[1])
    numbers = {
        "SAMPLES": n,
        "OVERALL_ACCURACY_PCT": 100 * overall,
        "OVERALL_HALF_WIDTH_PCT": 100 * Z * made.error(lambda pair: pair[0] == pair[1]),
        "KAPPA": (agree * n - chance) / (n * n - chance) if chance < n * n else nan,
        "QUANTITY_PCT": 50 * quantity,
        "EXCHANGE_PCT": 100 * exchange,
        "SHIFT_PCT": 100 * (1 - overall) - 50 * quantity - 100 * exchange,
    }
    return {("result", name): number for name, number in numbers.items()}


def _of_classes(made: Assessment, names: list) -> dict:
    whole = sum(area for s, area in made.hectares.items() if made.pairs[s])
    found: dict = {}
    for name in names:
        users, producers = made.ratio(0, name), made.ratio(1, name)
        parts = [made.mean(_is(side, name)) for side in (0, 1)]
        both = made.mean(_both(name, name))
        exists = users[0] == users[0] and producers[0] == producers[0]
        error = whole * made.error(_is(1, name))
        numbers = (
            *(made.mapped[name], sum(map(_is(0, name), made.samples))),
            *(100 * users[0], 100 * Z * users[1], 100 * producers[0], 100 * Z * producers[1]),
            *(100 * 2 * both / sum(parts) if exists else nan, whole * parts[1], error, Z * error),
        )
        found |= {(column, name): number for column, number in zip(ESTIMATES, numbers)}
    return found


def _square(table: str, rows: list[dict]) -> dict:
    """A matrix without its sums; its columns are in the order of its rows."""
    names = [row["map_class"].casefold() for row in rows[:-1]]
    return {
        (table, name, other): float(number)
        for name, row in zip(names, rows)
        for other, number in zip(names, list(row.values())[1:-1])
    }
