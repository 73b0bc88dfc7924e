"""Coverage of the confidence intervals of carbon loss on land with known errors.

usage: tonnes_simulation.py [--samples 2000] [--size 1500] [--seed 1]

The map contains the conversions of the sample data from 1986 to 2018. In truth, a share of the
sinks mapped as mined did not change (commission), and 0.5 % of the other sinks were mined
(omission). Samples stratified by the mapped conversions are drawn for each share, and the coverage
of the true loss by the 95 % intervals is computed for three methods: error-adjusted areas with the
strata of PROPORTIONS; the same with the standard errors of CLASS_ACCURACY only; and mapped areas
with these errors. Densities have no uncertainty. Then tools/missed_change.py tests other kinds of
map errors, on larger and smaller mines, with and without a buffer. The exit code is 1 if coverage
is too low or too high, or if the loss from a map without errors is not exact.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from carbon_zones.core.accuracy.estimates import STRATIFIED, Estimates
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.base.random_draws import Z95
from carbon_zones.core.results.error_adjusted_losses import (
    ConversionVariables,
    error_adjusted_model,
)
from carbon_zones.core.results.sample_design import allocate_total
from carbon_zones.core.results.uncertainty import (
    APPROACH_1,
    UncertaintyModel,
    UncertaintyResult,
    UncertaintySettings,
    uncertainty_rows,
)
from carbon_zones.core.results.uncertainty_notes import map_sample_conflict_notes
from carbon_zones.core.scheme.area_errors import (
    AreaErrors,
    SampledAreas,
    SampledStratum,
    standard_errors,
)
from carbon_zones.core.scheme.classes import Classes, read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.table import Table
from carbon_zones.tools.accuracy_simulation import CLASSES, Population, land
from carbon_zones.tools.missed_change import coverages, table_of, too_seldom

FIRST, LAST = "1986", "2018"
# Shares of mapped losses, and of the other land of sinks.
COMMISSIONS, OMISSION = (0.0, 0.05, 0.15, 0.3), 0.005
HECTARES, FLOOR = 0.09, 10
BOUNDS = (0.91, 0.97)


@dataclass(frozen=True)
class Truth:
    """Land with known map errors.

    Attributes:
        population: its strata are the conversions of the map; shape (conversions,) * 3, in cells.
        tonnes: loss of each conversion, t C/ha, (conversions,).
    """

    population: Population
    tonnes: np.ndarray

    @property
    def mapped(self) -> float:
        """Loss by mapped areas, t C."""
        return float(self.population.cells.sum(axis=(0, 2)) @ self.tonnes) * HECTARES

    @property
    def lost(self) -> float:
        """True loss, t C."""
        return float(self.population.cells.sum(axis=(0, 1)) @ self.tonnes) * HECTARES

    def sampled(self, generator: np.random.Generator) -> tuple[SampledAreas, SampledAreas]:
        """Return the areas estimated from a sample, with and without its strata."""
        sample = self.population.sample(generator)
        names = [c.name for c in sample.classes]
        mapped = np.array([c.hectares for c in sample.classes]) * HECTARES
        shares = Estimates(sample).proportions
        strata = [
            SampledStratum(name, area, int(size), own / own.sum())
            for name, area, size, own in zip(names, mapped, sample.sizes, shares)
            if own.sum()
        ]
        estimated = shares.sum(axis=0) * mapped.sum()
        errors = standard_errors(strata, len(names))
        alone = SampledAreas("", names, [None] * len(names), mapped, estimated, errors)
        return replace(alone, strata=strata), alone

    def interval(self, sample: SampledAreas) -> UncertaintyResult:
        """Return the loss by sample-based areas, computed by the plugin."""
        variables = ConversionVariables([sample])
        base = np.zeros((1, 1, variables.size))
        base[0, 0, variables.period_slice(0)] = self.tonnes
        model = UncertaintyModel(
            [f"{FIRST}-{LAST}"], {"loss": np.ones(1)}, base, [], [], [], np.zeros(0)
        )
        model = error_adjusted_model(model, np.ones(variables.size), variables)
        errors = AreaErrors(Table("", (), []), [], None)
        return UncertaintyResult(
            uncertainty_rows(model, UncertaintySettings(draws=0)),
            UncertaintySettings(draws=0),
            errors,
        )


def truth(commission: float, omission: float, size: int) -> Truth:
    """Return the land of the sample data with these errors, and a sample size."""
    classes = Classes([c for _, c in read_classes(load_default_table("classes.csv"))])
    coefficients = read_coefficients(load_default_table("coefficients.csv"), classes, Notes())
    mining = DisturbingClasses()
    pairs = np.bincount(land(FIRST) * CLASSES + land(LAST), minlength=CLASSES**2)
    occurring = np.flatnonzero(pairs)
    cells = np.diag(pairs[occurring])
    index_of = {int(pair): index for index, pair in enumerate(occurring)}
    conversions = [(int(pair) // CLASSES, int(pair) % CLASSES) for pair in occurring]
    # For each sink, the index of its largest loss.
    losses = [n for n, (a, b) in enumerate(conversions) if mining.is_loss(classes[a], classes[b])]
    most = {conversions[n][0]: n for n in sorted(losses, key=lambda n: cells[n, n])}
    tonnes = np.zeros(occurring.size)
    for row, (before, _) in enumerate(conversions):
        if row in losses:
            tonnes[row] = coefficients.class_coefficient(classes[before]).lost_density
            wrong, other = commission, index_of[before * CLASSES + before]
        elif before in most:
            wrong, other = omission, most[before]
        else:
            continue
        moved = round(wrong * cells[row, row])
        cells[row, row] -= moved
        cells[row, other] += moved
    own = cells.sum(axis=1)
    sizes = allocate_total(size, own.tolist(), np.minimum(own, FLOOR).tolist(), own.tolist())
    # Every stratum is a map class.
    strata = np.zeros((occurring.size,) * 3, np.int64)
    strata[np.arange(occurring.size), np.arange(occurring.size)] = cells
    return Truth(Population(strata, STRATIFIED, True, tuple(sizes)), tonnes)


@dataclass(frozen=True)
class Coverage:
    """Share of intervals that contain the true loss, by method.

    Attributes:
        shares: by the sample with its strata, by its standard errors only, by the map.
        width: mean half-width of the first method, t C.
    """

    shares: tuple[float, float, float]
    width: float

    @staticmethod
    def of(true: Truth, samples: int, seed: int) -> Coverage:
        """Draw samples and compute the coverage of their intervals."""
        generator = np.random.Generator(np.random.PCG64(seed))
        within, width = np.zeros(3), 0.0
        for _ in range(samples):
            whole, alone = true.sampled(generator)
            intervals = []
            for sample in (whole, alone):
                row = true.interval(sample).rows_by_method("loss", areas="adjusted")[APPROACH_1]
                intervals.append((row["estimate"], row["half_width"]))
            width += intervals[0][1]
            # Intervals about the mapped loss, with the errors of CLASS_ACCURACY.
            deviations = true.tonnes * alone.errors_ha
            intervals.append((true.mapped, Z95 * float((deviations**2).sum()) ** 0.5))
            within += [abs(estimate - true.lost) <= half for estimate, half in intervals]
        first, second, third = (within / samples).tolist()
        return Coverage((first, second, third), width / samples)


def rows(samples: int, size: int, seed: int) -> Iterator[tuple[float, Truth, Coverage]]:
    """Yield each commission share with its land and coverage."""
    for commission in COMMISSIONS:
        true = truth(commission, OMISSION, size)
        yield commission, true, Coverage.of(true, samples, seed)


def exactness(size: int, seed: int) -> str:
    """Describe errors in the loss from a map without errors; '' if there are none."""
    true = truth(0.0, 0.0, size)
    sample, _ = true.sampled(np.random.Generator(np.random.PCG64(seed)))
    uncertainty = true.interval(sample)
    row = uncertainty.rows_by_method("loss", areas="adjusted")[APPROACH_1]
    if abs(row["estimate"] - true.lost) > 1e-9 * true.lost or row["half_width"]:
        told = f"{row['estimate']:,.1f} +- {row['half_width']} t C"
        return f"without errors: {told}, not {true.lost:,.1f}"
    if not map_sample_conflict_notes(uncertainty, "loss").warnings:
        return "without errors: no warning that none seen is not none"
    return ""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=2000)
    parser.add_argument("--size", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    print(
        f"{asked.samples} samples of {asked.size} points, seed {asked.seed}: 95 % intervals that "
        "hold the true tonnes"
    )
    print("commission, map and truth in t C; by the sample, its errors alone, the map; half-width")
    wrong = []
    for commission, true, coverage in rows(asked.samples, asked.size, asked.seed):
        print(
            f"{100 * commission:8g} % {true.mapped:9,.0f} {true.lost:11,.0f}",
            *(f"{100 * share:12.1f} %" for share in coverage.shares),
            f"{coverage.width:11,.0f}",
        )
        low, high = BOUNDS
        if not low <= coverage.shares[0] <= high:
            wrong.append(
                f"commission {100 * commission:g} %: {100 * coverage.shares[0]:.2f} %, not "
                f"{100 * low:g} to {100 * high:g} %"
            )
    fault = exactness(asked.size, asked.seed)
    wrong += [fault] if fault else []
    print(
        "\nBy conversions, their points alone -> as the dialog proposes (of the latter: its points"
    )
    print("alone, from above; % to the bounds), by the error of the map; points and mined land:")
    missed = list(coverages(asked.samples, asked.seed))
    print(*table_of(missed), sep="\n")
    wrong += too_seldom(missed)
    print(*(wrong or ["All are within their bounds; a map without errors is exact."]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
