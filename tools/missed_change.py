"""Coverage of the confidence intervals of carbon loss on maps that miss change.

Synthetic land of 500 x 500 cells at two dates is mapped with errors of one kind. Samples are drawn
with two stratifications: by the conversions of the map; and as the dialog proposes, by type of
land change with a buffer of 5 cells (STRATA_BY taken, BUFFER 5). The coverage of the true loss by
the 95 % intervals is computed; their upper bound includes possible omissions in strata with few
points. Densities have no uncertainty. Printed by `make tonnes-simulation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.base.random_draws import Z95
from carbon_zones.core.results.error_adjusted_losses import POISSON_UPPER_LIMITS
from carbon_zones.core.results.sample_design import (
    PROPORTIONAL_ALLOCATION,
    STRATIFIED_DESIGN,
    PlannedStratum,
    SampleRequest,
    Stratification,
    allocate_total,
    design_sample,
)
from carbon_zones.core.scan.consumer import dilate_rows
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import CHANGE_STRATA, DisturbingClasses

SIDE, CLASSES, BUFFER = 500, 11, 5
# Indices of the default classes, from 0.
ARABLE, FOREST, GRASS, URBAN, _, _, PIT, STRIPPING, DUMP, _, WATER = range(CLASSES)
SINKS, MINES = (ARABLE, FOREST, GRASS), (PIT, STRIPPING, DUMP)
MINED_PCT, SIZES = (5, 1), (1500, 500)
# Minimum number of points of a mapped conversion, by sample size; the rest is proportional to area.
FLOORS = {1500: 50, 500: 20}
LANDSCAPES = 4
# Width of a missed mining front, distance of new pits, and their size, in cells.
FRONT, FAR, PIT_SIDES = 4, 20, (5, 12)

# Land at two dates, (2, rows, columns).
Land = np.ndarray
Fault = Callable[[Land, np.random.Generator], tuple[Land, Land]]


def field_of(generator: np.random.Generator, length: float) -> np.ndarray:
    """Return noise with a correlation length in cells, with one column more than the land."""
    shape = (SIDE, SIDE + 1)
    down, across = np.fft.fftfreq(shape[0])[:, None], np.fft.fftfreq(shape[1])[None]
    smooth = np.exp(-2 * (np.pi * length / 2) ** 2 * (down**2 + across**2))
    return np.fft.ifft2(np.fft.fft2(generator.normal(size=shape)) * smooth).real


def by_rank(field: np.ndarray, where: np.ndarray, cells: int) -> np.ndarray:
    """Return the given number of cells with the highest values of a field."""
    positions = np.flatnonzero(where)
    chosen = positions[np.argsort(-field.ravel()[positions], kind="stable")[:cells]]
    chosen_cells = np.zeros(field.shape, bool)
    chosen_cells.ravel()[chosen] = True
    return chosen_cells


def landscape(mined_pct: float, seed: int) -> Land:
    """Return land at two dates with a percentage mined between them, (2, rows, columns + 1)."""
    generator = np.random.Generator(np.random.PCG64(seed))
    whole = np.ones((SIDE, SIDE + 1), bool)
    before = np.full(whole.shape, ARABLE)
    for land_class, share, length in (
        (FOREST, 0.25, 40),
        (GRASS, 0.2, 30),
        (URBAN, 0.05, 12),
        (WATER, 0.02, 15),
        (PIT, 0.02, 20),
        (DUMP, 0.01, 15),
    ):
        before[by_rank(field_of(generator, length), whole, round(share * whole.size))] = land_class
    after = before.copy()
    taken_land = by_rank(
        field_of(generator, 10), np.isin(before, SINKS), round(mined_pct / 100 * whole.size)
    )
    kinds = np.argsort(np.stack([field_of(generator, 12) for _ in MINES]), axis=0)[0]
    after[taken_land] = np.array(MINES)[kinds][taken_land]
    for source, target, share in (
        ((PIT, DUMP), GRASS, 0.2),
        ((ARABLE,), URBAN, 0.03),
        ((GRASS,), FOREST, 0.05),
    ):
        own = np.isin(before, source) & (before == after)
        after[by_rank(field_of(generator, 8), own, round(share * own.sum()))] = target
    return np.stack([before, after])


def is_taken(land: Land) -> np.ndarray:
    """Return the cells converted from sinks to mines."""
    return np.isin(land[0], SINKS) & np.isin(land[1], MINES)


def unchanged(land: Land, cells: np.ndarray) -> Land:
    """Return the land without change in some cells."""
    as_before = land.copy()
    as_before[1][cells] = land[0][cells]
    return as_before


def some_of(cells: np.ndarray, share: float, generator: np.random.Generator) -> np.ndarray:
    """Return a random share of some cells."""
    positions = generator.permutation(np.flatnonzero(cells))
    chosen_cells = np.zeros(cells.shape, bool)
    chosen_cells.ravel()[positions[: round(share * positions.size)]] = True
    return chosen_cells


def commission(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """15 % of the land mapped as disturbed did not change."""
    return unchanged(land, some_of(is_taken(land), 0.15, generator)), land


def omission(share: float) -> Fault:
    """The map misses a share of the disturbed land, in single cells."""

    def fault(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
        return land, unchanged(land, some_of(is_taken(land), share, generator))

    return fault


def whole_patches(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """The map misses 5 % of the disturbed land, in whole patches."""
    patches = patches_of(is_taken(land))
    wanted, missed = 0.05 * sum(map(len, patches)), np.zeros(land.shape[1:], bool)
    for index in generator.permutation(len(patches)):
        if missed.sum() + len(patches[index]) <= wanted:
            missed.ravel()[patches[index]] = True
    return land, unchanged(land, missed)


def patches_of(cells: np.ndarray) -> list[list[int]]:
    """Return patches of cells connected by sides, as cell indices."""
    width = cells.shape[1]
    left = set(np.flatnonzero(cells).tolist())
    patches = []
    while left:
        patch = [left.pop()]
        for cell in patch:
            steps = [width, -width]
            steps += [1] if (cell + 1) % width else []
            steps += [-1] if cell % width else []
            for other in (cell + step for step in steps):
                if other in left:
                    left.remove(other)
                    patch.append(other)
        patches.append(patch)
    return sorted(patches, key=min)


def shifted(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """The map is shifted one cell to the left."""
    return land, np.concatenate([land[:, :, 1:], land[:, :, -1:]], axis=2)


def at_random(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """8 % of the cells have a wrong class on the map, independently at each date."""
    shown = land.copy()
    known = np.unique(land)
    for date in shown:
        wrong = some_of(np.ones(date.shape, bool), 0.08, generator)
        index = np.searchsorted(known, date[wrong])
        step = generator.integers(1, known.size, index.size)
        date[wrong] = known[(index + step) % known.size]
    return land, shown


def never_mapped(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """The map contains no conversion from grassland to dump."""
    return land, unchanged(land, (land[0] == GRASS) & (land[1] == DUMP))


def front(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
    """The map misses an advance of mining by 4 cells to the right."""
    shown_taken, truth = is_taken(land), land.copy()
    for step in range(1, FRONT + 1):
        reached = np.zeros_like(shown_taken)
        reached[:, step:] = shown_taken[:, :-step]
        new = reached & (truth[0] == truth[1]) & np.isin(land[0], SINKS)
        truth[1][new] = np.roll(land[1], step, axis=1)[new]
    return truth, land


def far_pits(share: float) -> Fault:
    """The map misses new pits far from mapped ones: a share of all disturbed land."""

    def fault(land: Land, generator: np.random.Generator) -> tuple[Land, Land]:
        truth, shown_taken = land.copy(), is_taken(land)
        free = (land[0] == land[1]) & np.isin(land[0], SINKS) & ~near(shown_taken, FAR)
        wanted = round(share / (1 - share) * shown_taken.sum())
        for cell in generator.permutation(np.flatnonzero(free)):
            row, column = divmod(int(cell), free.shape[1])
            side = int(generator.integers(*PIT_SIDES))
            pit = np.zeros_like(free)
            pit[row : row + side, column : column + side] = True
            dug = np.flatnonzero(pit & free & (truth[1] == land[1]))[:wanted]
            truth[1].ravel()[dug] = PIT
            wanted -= dug.size
            if not wanted:
                break
        return truth, land

    return fault


FAULTS: dict[str, Fault] = {
    "commission 15 %": commission,
    "omission 5 %, cells": omission(0.05),
    "omission 5 %, whole patches": whole_patches,
    "omission 30 %, cells": omission(0.3),
    "off by one cell": shifted,
    "8 % at random": at_random,
    "one conversion never mapped": never_mapped,
    "front of 4 cells": front,
    "far pits, 8 %": far_pits(0.08),
    "far pits, 20 %": far_pits(0.2),
}
# Minimum coverage with the proposed stratification, in %: of the intervals, and of their upper
# bounds.
LEAST, LEAST_ABOVE = 93, 94.5


@dataclass(frozen=True)
class Population:
    """Strata of known land.

    Attributes:
        cells: by stratum and true conversion, (strata, conversions), 1 ha each.
        sizes: points of each stratum.
    """

    cells: np.ndarray
    sizes: list[int]


def loss_of_pairs() -> np.ndarray:
    """Return t C/ha lost by conversion, index from * CLASSES + to, (CLASSES squared,)."""
    classes = Classes([c for _, c in read_classes(load_default_table("classes.csv"))])
    coefficients = read_coefficients(load_default_table("coefficients.csv"), classes, Notes())
    mining, lost = DisturbingClasses(), np.zeros((CLASSES, CLASSES))
    for index, source in enumerate(classes):
        for other_index, target in enumerate(classes):
            if mining.is_loss(source, target):
                lost[index, other_index] = coefficients.class_coefficient(source).lost_density
    return lost.ravel()


def near(cells: np.ndarray, reach: int) -> np.ndarray:
    """Return the cells within some rows and columns of the given ones."""
    whole = 2 * reach + 1
    return dilate_rows(dilate_rows(np.pad(cells, reach), whole).T, whole).T


def strata_by_class(shown: Land, size: int) -> tuple[np.ndarray, list[int], np.ndarray]:
    """Return the mapped conversions as strata: by cell, their points, their cell counts."""
    pairs = (shown[0] * CLASSES + shown[1]).ravel()
    _, strata = np.unique(pairs, return_inverse=True)
    cells = np.bincount(strata)
    floor = min(FLOORS[size], size // (2 * cells.size))
    floors, own = np.minimum(cells, floor).tolist(), cells.tolist()
    return strata, allocate_total(max(size, sum(floors)), own, floors, own), cells


def strata_by_taken(shown: Land, size: int) -> tuple[np.ndarray, list[int], np.ndarray]:
    """Return strata by type of land change with a buffer, as the dialog proposes."""
    before, after = shown
    taken_land, stable = is_taken(shown), before == after
    names = [*(f"taken: {sink}" for sink in SINKS), *CHANGE_STRATA[1:]]
    strata = np.full(before.shape, names.index("other change"))
    for index, sink in enumerate(SINKS):
        strata[taken_land & (before == sink)] = index
    back = np.isin(before, MINES) & np.isin(after, SINKS)
    strata[back] = names.index("given back")
    strata[stable] = names.index("stable")
    strata[stable & near(taken_land, BUFFER)] = names.index("buffer")
    cells = np.bincount(strata.ravel(), minlength=len(names))
    there = cells > 0
    kept = (np.cumsum(there) - 1)[strata.ravel()]
    planned = [
        PlannedStratum(
            n, LandClass(n + 1, name, name), int(own), float(own), own / cells.sum(), 0.8
        )
        for n, (name, own) in enumerate(zip(names, cells))
        if own
    ]
    wanted = SampleRequest(STRATIFIED_DESIGN, PROPORTIONAL_ALLOCATION, size, 1.0, 50, 1)
    design = design_sample(wanted, planned, Notes(), Stratification(planned, (), (), None, True))
    return kept, list(design.asked), cells[there]


def population(truth: Land, shown: Land, size: int, with_buffer: bool) -> Population:
    """Return the strata of a map with their true conversions and points."""
    strata_of = strata_by_taken if with_buffer else strata_by_class
    strata, sizes, own = strata_of(shown, size)
    pairs = (truth[0] * CLASSES + truth[1]).ravel()
    cells = np.bincount(strata * CLASSES**2 + pairs, minlength=own.size * CLASSES**2)
    return Population(cells.reshape(own.size, -1), sizes)


def intervals(
    land: Population, lost: np.ndarray, samples: int, generator: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return losses from samples, half-widths, and distances to the upper bounds, (samples,) each.

    The loss is the stratified estimator of a sum (Cochran 1977, eq. 5.7). The upper bound includes
    possible omissions in each stratum, if they are larger. The tests compare
    core/results/error_adjusted_losses.py with this function.
    """
    tonnes, variances, above = (np.zeros(samples) for _ in range(3))
    limits = np.array(POISSON_UPPER_LIMITS)
    # Maximum loss per hectare of each conversion, if the land was disturbed.
    at_stake = np.repeat(lost.reshape(CLASSES, CLASSES).max(axis=1), CLASSES)
    for own, size in zip(land.cells, land.sizes):
        there = np.flatnonzero(own)
        points = generator.multivariate_hypergeometric(own[there], size, samples)
        x, cells = lost[there], own.sum()
        mean, squares = points @ x / size, points @ x**2 / size
        tonnes += cells * mean
        rest, variance = 1 - size / cells, np.zeros(samples)
        if size > 1:
            spread = np.maximum(squares - mean**2, 0) / (size - 1)
            variance = cells**2 * rest * spread
        variances += variance
        seen = points @ (x > 0)
        more = limits[np.minimum(seen, limits.size - 1)] - seen
        part = np.where(seen < limits.size, np.minimum(more, size - seen) / size, 0)
        unseen = part * rest**0.5 * cells * (points @ at_stake[there] / size)
        above += np.maximum(Z95**2 * variance, unseen**2)
    return tonnes, Z95 * np.sqrt(variances), np.sqrt(above)


@dataclass(frozen=True)
class Coverage:
    """Coverage of intervals, in %.

    Attributes:
        by_points: without possible omissions.
        above: share of upper bounds not below the true loss.
        half_width_pct, above_pct: mean distances to the lower and to the upper bound, in % of
            the true loss.
    """

    fault: str
    mined_pct: int
    size: int
    with_buffer: bool
    holding: float
    by_points: float
    above: float
    half_width_pct: float
    above_pct: float


def coverages(
    samples: int,
    seed: int,
    landscapes: int = LANDSCAPES,
    faults: Sequence[str] = tuple(FAULTS),
    mined_pct: Sequence[int] = MINED_PCT,
) -> Iterator[Coverage]:
    """Yield coverage by error, mined percentage and sample size, without and with a buffer."""
    lost = loss_of_pairs()
    for fault in faults:
        make = FAULTS[fault]
        for mined in mined_pct:
            pairs = []
            for landscape_index in range(landscapes):
                generator = np.random.Generator(np.random.PCG64([seed, landscape_index]))
                land = landscape(mined, seed * 1000 + landscape_index)
                pairs.append([dates[:, :, :SIDE] for dates in make(land, generator)])
            for size in SIZES:
                for with_buffer in (False, True):
                    yield _coverage(fault, mined, size, with_buffer, pairs, lost, samples, seed)


def _coverage(
    fault: str,
    mined: int,
    size: int,
    with_buffer: bool,
    pairs: list[list[Land]],
    lost: np.ndarray,
    samples: int,
    seed: int,
) -> Coverage:
    parts = np.zeros(5)
    generator = np.random.Generator(np.random.PCG64(seed))
    each = -(-samples // len(pairs))
    for truth, shown in pairs:
        land = population(truth, shown, size, with_buffer)
        true = float(land.cells.sum(axis=0) @ lost)
        tonnes, halves, above = intervals(land, lost, each, generator)
        is_low, is_high = tonnes - halves <= true, true <= tonnes + above
        within = is_low & is_high, np.abs(tonnes - true) <= halves, is_high
        parts += [*(flags.mean() for flags in within), *(w.mean() / true for w in (halves, above))]
    return Coverage(fault, mined, size, with_buffer, *(100 * parts / len(pairs)).tolist())


def too_seldom(coverages: list[Coverage]) -> list[str]:
    """Describe coverages with a buffer below the minimum."""
    lines = []
    for of_cell in coverages:
        if of_cell.with_buffer and (of_cell.holding < LEAST or of_cell.above < LEAST_ABOVE):
            lines.append(
                f"{of_cell.fault}, mined {of_cell.mined_pct} %, {of_cell.size} points: "
                f"{of_cell.holding:.1f} %, from above {of_cell.above:.1f} %, not {LEAST} and "
                f"{LEAST_ABOVE} %"
            )
    return lines


def table_of(coverages: list[Coverage]) -> list[str]:
    """Return lines with coverages in %.

    A cell is the coverage with mapped conversions as strata, without omission bounds -> with the
    proposed strata; and for the latter, in brackets, the coverage without omission bounds, that of
    the upper bounds, and the distances to the lower and upper bounds in % of the true loss.
    """
    by_cell = {(c.fault, c.mined_pct, c.size, c.with_buffer): c for c in coverages}
    cells = [(mined, size) for mined in MINED_PCT for size in SIZES]
    heads = [f"mined {mined} %, {size}" for mined, size in cells]
    lines = [" " * 28 + "".join(f"{head:>32}" for head in heads)]
    for fault in FAULTS:
        texts = []
        for cell in cells:
            without, own = (by_cell[(fault, *cell, is_on)] for is_on in (False, True))
            texts.append(
                f"{without.by_points:.0f} -> {own.holding:.0f} ({own.by_points:.0f}, "
                f"{own.above:.0f}; -{own.half_width_pct:.0f} +{own.above_pct:.0f})"
            )
        lines.append(f"{fault:28}" + "".join(f"{text:>32}" for text in texts))
    return lines
