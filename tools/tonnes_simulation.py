"""Tries the intervals of lost carbon on land that is known: how many hold the true tonnes?

usage: tonnes_simulation.py [--samples 2000] [--size 1500] [--seed 1]

The map is what the sample's land of 1986 became by 2018, conversion by conversion. In truth a part
of what it shows as sinks that were mined stayed as it was (commission), and 0.5 % of the other land
of sinks was mined, which the map does not show (omission). Of each such truth many samples are
drawn, stratified by the conversions of the map, and the 95 % intervals of the loss are held against
the true tonnes: by the areas that a sample estimates with all that its PROPORTIONS tell, by them
with the standard errors of CLASS_ACCURACY alone, and by the areas of the map with these errors.
Densities are certain. Then tools/missed_change.py tries maps with errors of other kinds, of larger
and smaller mines, with and without a buffer. Ends with 1 where intervals hold the truth too seldom
or too often, or where a map without errors is not exact.
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
# Of mapped losses; of the other land of sinks.
COMMISSIONS, OMISSION = (0.0, 0.05, 0.15, 0.3), 0.005
HECTARES, FLOOR = 0.09, 10
BOUNDS = (0.91, 0.97)


@dataclass(frozen=True)
class Truth:
    """Land of which all is known.

    Attributes:
        population: its strata are the conversions of the map; shape (conversions,) * 3, in cells.
        tonnes: t C that a hectare of each loses, (conversions,).
    """

    population: Population
    tonnes: np.ndarray

    @property
    def mapped(self) -> float:
        """t C lost by the areas of the map."""
        return float(self.population.cells.sum(axis=(0, 2)) @ self.tonnes) * HECTARES

    @property
    def lost(self) -> float:
        """t C that were lost."""
        return float(self.population.cells.sum(axis=(0, 1)) @ self.tonnes) * HECTARES

    def sampled(self, generator: np.random.Generator) -> tuple[SampledAreas, SampledAreas]:
        """What a sample gives: with the strata, and without them."""
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
        """The loss by the areas of a sample, through the plugin's own arithmetic."""
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
    """The sample's land with such errors, and so many points to draw."""
    classes = Classes([c for _, c in read_classes(load_default_table("classes.csv"))])
    coefficients = read_coefficients(load_default_table("coefficients.csv"), classes, Notes())
    mining = DisturbingClasses()
    pairs = np.bincount(land(FIRST) * CLASSES + land(LAST), minlength=CLASSES**2)
    occurring = np.flatnonzero(pairs)
    cells = np.diag(pairs[occurring])
    index_of = {int(pair): index for index, pair in enumerate(occurring)}
    conversions = [(int(pair) // CLASSES, int(pair) % CLASSES) for pair in occurring]
    # Of each sink the place of the largest loss.
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
    # Every stratum is a class of the map.
    strata = np.zeros((occurring.size,) * 3, np.int64)
    strata[np.arange(occurring.size), np.arange(occurring.size)] = cells
    return Truth(Population(strata, STRATIFIED, True, tuple(sizes)), tonnes)


@dataclass(frozen=True)
class Coverage:
    """How many intervals of so many samples held the true tonnes, by what they went by.

    Attributes:
        shares: by the sample with its strata, by its standard errors alone, by the map.
        width: mean half-width of the first, t C.
    """

    shares: tuple[float, float, float]
    width: float

    @staticmethod
    def of(true: Truth, samples: int, seed: int) -> Coverage:
        """Draw many samples and hold their intervals against the truth."""
        generator = np.random.Generator(np.random.PCG64(seed))
        within, width = np.zeros(3), 0.0
        for _ in range(samples):
            whole, alone = true.sampled(generator)
            intervals = []
            for sample in (whole, alone):
                row = true.interval(sample).rows_by_method("loss", areas="adjusted")[APPROACH_1]
                intervals.append((row["estimate"], row["half_width"]))
            width += intervals[0][1]
            # The errors of the map are those of CLASS_ACCURACY, around what it has itself.
            deviations = true.tonnes * alone.errors_ha
            intervals.append((true.mapped, Z95 * float((deviations**2).sum()) ** 0.5))
            within += [abs(estimate - true.lost) <= half for estimate, half in intervals]
        first, second, third = (within / samples).tolist()
        return Coverage((first, second, third), width / samples)


def rows(samples: int, size: int, seed: int) -> Iterator[tuple[float, Truth, Coverage]]:
    """Each commission with what was found."""
    for commission in COMMISSIONS:
        true = truth(commission, OMISSION, size)
        yield commission, true, Coverage.of(true, samples, seed)


def exactness(size: int, seed: int) -> str:
    """What is wrong with the loss of a map without errors; '' where it is exact and told so."""
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
