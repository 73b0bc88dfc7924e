"""Published samples of accuracy assessments, their answers, and samples made of plain matrices.

`test/data/accuracy_examples.json` holds Olofsson et al. 2014 (Table 8) and 2013 (example 1), a
matrix of Congalton and Green, and the numerical example of Stehman 2014 with its forty points.
"""

import json

import numpy as np

from carbon_zones.core.accuracy.estimates import SIMPLE, STRATIFIED, Sample, SampleClass, Stratum
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.helpers import ROOT

EXAMPLES = json.loads((ROOT / "test" / "data" / "accuracy_examples.json").read_text())
Z = 1.959963984540054


def classes_of(hectares) -> list[SampleClass]:
    """Classes A, B and so on with these hectares on the map."""
    names = [chr(ord("A") + n) for n in range(len(hectares))]
    return [
        SampleClass(LandClass(n + 1, name, name), n + 1, float(area))
        for n, (name, area) in enumerate(zip(names, hectares))
    ]


def by_class(matrix, cells, hectares_per_cell: float = 1.0) -> Sample:
    """A sample stratified by the classes of a map with so many cells of each."""
    matrix = np.asarray(matrix)
    size = len(matrix)
    counts = np.zeros((size, size, size), np.int64)
    counts[range(size), range(size)] = matrix
    classes = classes_of([n * hectares_per_cell for n in cells])
    strata = [Stratum(c.name, int(n), c.hectares) for c, n in zip(classes, cells)]
    return Sample(STRATIFIED, classes, strata, counts, True)


def simple(matrix, cells: int = 1_000_000) -> Sample:
    """A simple random sample of land of so many cells, a hectare each."""
    matrix = np.asarray(matrix, np.int64)
    classes = classes_of([cells / len(matrix)] * len(matrix))
    return Sample(SIMPLE, classes, [Stratum("", cells, float(cells))], matrix[None], False)


def by_strata(points, sizes, names: str = "ABCD") -> Sample:
    """A sample of (stratum, class of the map, class of the reference) from strata by size."""
    order = list(sizes)
    counts = np.zeros((len(order), len(names), len(names)), np.int64)
    for stratum, shown, reference in points:
        counts[order.index(stratum), names.index(shown), names.index(reference)] += 1
    strata = [Stratum(name, int(n), float(n)) for name, n in sizes.items()]
    return Sample(STRATIFIED, classes_of([1.0] * len(names)), strata, counts, False)


def stehman() -> Sample:
    """The forty points of Stehman 2014."""
    given = EXAMPLES["stehman2014"]
    points = list(zip(given["stratum"], given["map"], given["reference"]))
    return by_strata(points, given["stratum_sizes"])
