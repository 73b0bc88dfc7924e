"""Coverage of the confidence intervals of `accuracy` on a known population.

usage: accuracy_simulation.py [--samples 2000] [--size 1500] [--seed 1]

The population is the map of 2018 of the sample data; 8 % of the cells of each class truly belong
to other classes, distributed evenly. Samples are drawn by three designs: stratified by the classes
of the map, stratified by those of an older map (Stehman 2014), and simple random. The coverage of
the 95 % intervals of overall accuracy and of areas is compared with bounds; the exit code is 1 if
it is too low or too high.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from carbon_zones.core.accuracy.estimates import (
    SIMPLE,
    STRATIFIED,
    Estimates,
    Sample,
    SampleClass,
    Stratum,
)
from carbon_zones.core.base.files import RESOURCE_FOLDER
from carbon_zones.core.base.random_draws import Z95
from carbon_zones.core.results.sample_design import allocate_total
from carbon_zones.core.scheme.classes import LandClass

CLASSES = 11
# Share of errors in the cells of each class, and minimum number of points of a stratum.
ERRORS, FLOOR = 0.08, 50
# Overall accuracy, and classes with a larger share of the land, must satisfy the first bounds.
LARGE = 0.05
BOUNDS, BOUNDS_OF_SMALL = (0.93, 0.97), (0.90, 0.99)
MAP, OLDER = "2018", "2009"

# Olofsson et al. 2014, Table 8, as a population: error matrix, cells of the map classes, and the
# sample of 640 points.
OLOFSSON = ((66, 0, 5, 4), (0, 55, 8, 12), (1, 0, 153, 11), (2, 1, 9, 313))
OLOFSSON_CELLS = (200_000, 150_000, 3_200_000, 6_450_000)
OLOFSSON_SIZES = (75, 75, 165, 325)


@dataclass(frozen=True)
class Population:
    """Known population: cells by stratum, map class and true class."""

    cells: np.ndarray
    design: str
    by_class: bool
    sizes: tuple[int, ...]

    def sample(self, generator: np.random.Generator) -> Sample:
        """Return a random sample without replacement within the strata."""
        counts = np.stack(
            [
                generator.multivariate_hypergeometric(own.ravel(), size).reshape(own.shape)
                for own, size in zip(self.cells, self.sizes)
            ]
        )
        mapped = self.cells.sum(axis=(0, 2))
        classes = [
            SampleClass(LandClass(n, str(n), str(n)), n, float(area))
            for n, area in enumerate(mapped.tolist(), 1)
        ]
        strata = [Stratum("", int(n), float(n)) for n in self.cells.sum(axis=(1, 2)).tolist()]
        return Sample(self.design, classes, strata, counts, self.by_class)

    @property
    def accuracy(self) -> float:
        return float(self.cells.trace(axis1=1, axis2=2).sum() / self.cells.sum())

    @property
    def areas(self) -> np.ndarray:
        """True area shares of the classes."""
        return self.cells.sum(axis=(0, 1)) / self.cells.sum()

    @property
    def mapped(self) -> np.ndarray:
        """Area shares of the classes on the map."""
        return self.cells.sum(axis=(0, 2)) / self.cells.sum()


@dataclass(frozen=True)
class Coverage:
    """Share of intervals of a design that contain the true value: overall accuracy, areas."""

    overall: float
    areas: np.ndarray

    @staticmethod
    def of(population: Population, samples: int, seed: int) -> Coverage:
        """Draw samples and compute the coverage of their intervals."""
        generator = np.random.Generator(np.random.PCG64(seed))
        overall, areas = 0, np.zeros(population.areas.size)
        for _ in range(samples):
            estimates = Estimates(population.sample(generator))
            error = abs(float(estimates.overall_accuracy.share) - population.accuracy)
            overall += error <= Z95 * float(estimates.overall_accuracy.error)
            areas += (
                np.abs(estimates.area_shares.share - population.areas)
                <= Z95 * estimates.area_shares.error
            )
        return Coverage(overall / samples, areas / samples)


def land(year: str) -> np.ndarray:
    """Return the class indices of all cells of the sample data at a date."""
    with gdal.ExceptionMgr(useExceptions=True):
        path = str(RESOURCE_FOLDER / "sample" / f"landuse_{year}.tif")
        return gdal.Open(path).ReadAsArray().ravel().astype(np.int64) - 1


def with_errors(shown: np.ndarray, seed: int) -> np.ndarray:
    """Return the true classes: a share of each class belongs evenly to the others."""
    generator = np.random.Generator(np.random.PCG64(seed))
    truth = shown.copy()
    for own in range(CLASSES):
        cells = np.flatnonzero(shown == own)
        wrong = generator.permutation(cells)[: round(ERRORS * cells.size)]
        truth[wrong] = np.resize([n for n in range(CLASSES) if n != own], wrong.size)
    return truth


def populations(size: int, seed: int) -> Iterator[tuple[str, Population]]:
    """Return the populations of the three designs, from the sample map with errors."""
    shown = land(MAP)
    truth = with_errors(shown, seed)
    for name, strata, design in (
        ("stratified by the classes of the map (Olofsson 2014)", shown, STRATIFIED),
        (f"stratified by the classes of {OLDER} (Stehman 2014)", land(OLDER), STRATIFIED),
        ("simple random", np.zeros_like(shown), SIMPLE),
    ):
        count = int(strata.max()) + 1
        pair_codes = (strata * CLASSES + shown) * CLASSES + truth
        cells = np.bincount(pair_codes, minlength=count * CLASSES**2)
        cells = cells.reshape(count, CLASSES, CLASSES)
        own = cells.sum(axis=(1, 2))
        least = np.minimum(own, FLOOR if count > 1 else size).tolist()
        sizes = allocate_total(size, own.tolist(), least, own.tolist())
        yield name, Population(cells, design, strata is shown, tuple(sizes))


def olofsson() -> Population:
    """Return the population with the expected error matrix of Olofsson et al. 2014."""
    cells = np.zeros((4, 4, 4), np.int64)
    for n, (row, count) in enumerate(zip(OLOFSSON, OLOFSSON_CELLS)):
        cells[n, n] = np.round(np.array(row) / sum(row) * count)
    return Population(cells, STRATIFIED, True, OLOFSSON_SIZES)


def outside(coverage: Coverage, population: Population) -> list[str]:
    """Describe coverages outside their bounds."""
    results = [("overall accuracy", coverage.overall, BOUNDS)]
    for n, (share, covered) in enumerate(zip(population.mapped, coverage.areas), 1):
        bounds = BOUNDS if share > LARGE else BOUNDS_OF_SMALL
        results.append((f"area of class {n}", covered, bounds))
    return [
        f"{words}: {100 * covered:.2f} %, not {100 * low:g} to {100 * high:g} %"
        for words, covered, (low, high) in results
        if not low <= covered <= high
    ]


def _shown(title: str, coverage: Coverage, population: Population) -> None:
    print(f"{title}: {sum(population.sizes)} points")
    print(f"  overall accuracy {100 * population.accuracy:.2f} %: {100 * coverage.overall:.2f} %")
    for n, (mapped, area, covered) in enumerate(
        zip(population.mapped, population.areas, coverage.areas), 1
    ):
        print(
            f"  area of class {n:2d}, {100 * mapped:5.2f} % of the map, {100 * area:5.2f} % in "
            f"truth: {100 * covered:.2f} %"
        )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=2000)
    parser.add_argument("--size", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    print(f"{asked.samples} samples, seed {asked.seed}: 95 % intervals that hold the truth")
    wrong = []
    for title, population in populations(asked.size, asked.seed):
        coverage = Coverage.of(population, asked.samples, asked.seed)
        _shown(title, coverage, population)
        wrong += [f"{title}, {words}" for words in outside(coverage, population)]
    population = olofsson()
    coverage = Coverage.of(population, asked.samples, asked.seed)
    _shown("Olofsson et al. 2014, Table 8 as a population, for comparison", coverage, population)
    print(*(wrong or ["All are within their bounds."]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
