"""The design of a sample for an accuracy assessment: how many points, and how many in which class.

Size by equation 13 of Olofsson et al. 2014 (Cochran 1977, 5.25), without the correction for finite
populations; allocation as they discuss it: proportional, equal, Neyman's, and their good practice,
a floor for each rare class and the rest by area. A class that has fewer cells than its share gives
all of them, and the others get the rest (Cochran 1977, section 5.8).

Strata are the classes of the map, or what became of its land, with a buffer of stable land about
what was taken, in which most of what a map of change misses lies (Olofsson et al. 2020, Remote
Sensing of Environment 236, 111492).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import count, islice
from math import ceil, sqrt

from ..base.messages import DataError, Listed, Message, Notes, Term
from ..base.table import Table
from ..scan.class_codes import FIRST_CLASS
from ..scan.consumer import Near
from ..scan.count import NearCounter
from ..scan.count_result import Census
from ..scan.sample_pass import NO_STRATUM
from ..scan.series import Series
from ..scheme.class_table_proposal import Expected
from ..scheme.classes import LandClass, some
from ..scheme.disturbance_types import (
    BACK,
    BUFFER,
    KINDS,
    OF_CLASS,
    OTHER,
    STABLE,
    TAKEN,
    Changes,
    Floors,
    floors_of,
)

STRATIFIED, SIMPLE, SYSTEMATIC = "stratified", "simple", "systematic"
DESIGNS = (STRATIFIED, SIMPLE, SYSTEMATIC)
# As people are told of them.
WORDS = {
    STRATIFIED: Term("stratified"),
    SIMPLE: Term("simple random"),
    SYSTEMATIC: Term("systematic"),
}
PROPORTIONAL, EQUAL, NEYMAN, GOOD_PRACTICE = "proportional", "equal", "neyman", "good_practice"
ALLOCATIONS = (PROPORTIONAL, EQUAL, NEYMAN, GOOD_PRACTICE)
# Of a proportional sample of strata by what became of the land: their parts, shared equally where
# there are several, and the fewest points of each. Other change has that at least: it and stable
# land share theirs by area.
PROPOSED_PARTS = {TAKEN: 0.25, BACK: 0.02, BUFFER: 0.28, OTHER: 0.05, STABLE: 0.40}
PROPOSED_LEAST = {TAKEN: 20, BACK: 20}
# What strata are: the classes of the map, or what became of the land.
BY_CLASS, BY_TAKEN = "class", "taken"

# In percentage points, where neither size nor standard error is given.
USUAL_SE = 1.0
# More points nobody labels.
MOST_POINTS = 1_000_000
# With fewer a stratum has no variance.
LEAST_FOR_INTERVAL = 2
# What is left of a whole number after sums and square roots of doubles.
ROUNDING = 1e-9

STRATA = "value class cells area_ha weight samples"


@dataclass(frozen=True)
class WantedSample:
    """What sample is wanted.

    Attributes:
        design: one of DESIGNS.
        allocation: one of ALLOCATIONS, for a stratified design.
        size: how many points; None where `target_se` tells.
        target_se: the standard error of the overall accuracy to reach, in percentage points.
        least: points of each class that good practice sees to.
        floors: points that strata have at least, whatever the allocation.
    """

    design: str
    allocation: str
    size: int | None
    target_se: float
    least: int
    seed: int
    floors: Floors = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedStratum:
    """A class that the map holds.

    Attributes:
        index: of the class in the run's list; of another stratum among these.
        weight: its share of the area, 0 to 1.
        expected: its user's accuracy, between 0 and 1.
    """

    index: int
    land_class: LandClass
    cells: int
    hectares: float
    weight: float
    expected: float


@dataclass(frozen=True)
class Division:
    """Strata that are not the classes of the map.

    Attributes:
        strata: in the tables' order; their land classes are what they are called, with a value.
        of_kind: the index of the stratum of each kind of land, as draw_first() has them.
        cells_of: how many cells each kind has.
        near: what tells the cells of the buffer; None without one.
        by_taken: whether they are what became of the land, not the classes with a buffer.
    """

    strata: Sequence[PlannedStratum]
    of_kind: Sequence[int]
    cells_of: Sequence[int]
    near: Near | None
    by_taken: bool


@dataclass(frozen=True)
class Design:
    """A sample as it is designed.

    Attributes:
        classes: those that the map holds, in the tables' order.
        size: how many points are drawn, or expected of a systematic sample.
        asked: of them, by stratum; empty where the design has no strata.
        division: the strata, where they are not the classes.
    """

    wanted: WantedSample
    classes: Sequence[PlannedStratum]
    size: int
    asked: Sequence[int]
    division: Division | None = None

    @property
    def strata(self) -> Sequence[PlannedStratum]:
        """What the points are told by: the strata, or the classes of a design without any."""
        return self.classes if self.division is None else self.division.strata

    @property
    def cells(self) -> int:
        """All cells that points can lie in."""
        return sum(stratum.cells for stratum in self.classes)


def strata_of(census: Census, expected: Expected) -> list[PlannedStratum]:
    """The classes that a map holds, in the tables' order, with their shares of the area."""
    tally, total = census.dates.common[0], census.total_hectares
    sizes = zip(map(int, tally.cells[FIRST_CLASS:]), map(float, tally.hectares[FIRST_CLASS:]))
    return [
        PlannedStratum(index, land_class, cells, area, area / total, expected(land_class))
        for index, (land_class, (cells, area)) in enumerate(zip(census.cube.classes, sizes))
        if cells
    ]


def near_taken(series: Series, margin: int, changes: Changes) -> Near:
    """Tells the cells within so many rows and columns of land that was taken."""

    def is_taken(land_class: LandClass) -> bool:
        change = changes(land_class)
        return change is not None and change.kind == TAKEN

    return Near(series, margin, is_taken)


def division_of(
    classes: Sequence[PlannedStratum],
    strata_by: str,
    changes: Changes,
    counted: NearCounter | None,
    size: int,
) -> Division:
    """The strata by what became of the land, or by class with a buffer.

    Args:
        classes: those that the map holds; `changes` must know each.
        counted: the cells near land that was taken, by class; None without a buffer.
        size: how many classes there are, those without land too.
    """
    by_index = {c.index: c for c in classes}
    cells, hectares = [0] * (2 * size), [0.0] * (2 * size)
    for c in classes:
        of_near = (0, 0.0)
        if counted is not None:
            of_near = int(counted.cells[c.index]), float(counted.hectares[c.index])
        cells[c.index], hectares[c.index] = c.cells - of_near[0], c.hectares - of_near[1]
        cells[c.index + size], hectares[c.index + size] = of_near
    # The kinds of each stratum, by its rank in the tables and what tells it there.
    members: dict[tuple[int, str], list[int]] = {}
    for kind in (class_index + shift for class_index in by_index for shift in (0, size)):
        if not cells[kind]:
            continue
        c = by_index[kind % size]
        change = changes(c.land_class)
        if change is None:
            raise ValueError(c.land_class.name)
        key = (0, str(c.index))
        if strata_by == BY_TAKEN:
            key = KINDS.index(change.kind), change.stratum
        if kind >= size and change.kind == STABLE:
            key = KINDS.index(BUFFER), BUFFER
        members.setdefault(key, []).append(kind)
    total = sum(hectares)
    of_kind, strata = [NO_STRATUM] * (2 * size), list[PlannedStratum]()
    used = {c.land_class.value for c in classes} if strata_by == BY_CLASS else set()
    free = (value for value in count(1) if value not in used)
    for key, kinds in sorted(members.items(), key=lambda item: item[0][0]):
        first = by_index[kinds[0] % size]
        is_class = strata_by == BY_CLASS and key[1] != BUFFER
        own_cells, area = sum(cells[kind] for kind in kinds), sum(hectares[kind] for kind in kinds)
        right = sum(cells[kind] * by_index[kind % size].expected for kind in kinds)
        named = first.land_class if is_class else LandClass(next(free), key[1], key[1])
        for kind in kinds:
            of_kind[kind] = len(strata)
        strata.append(
            PlannedStratum(len(strata), named, own_cells, area, area / total, right / own_cells)
        )
    # Where all cells of a class are near, or none, nothing need tell them apart.
    for far, close in ((class_index, class_index + size) for class_index in by_index):
        if not cells[far] or not cells[close]:
            of_kind[far] = of_kind[close] = max(of_kind[far], of_kind[close])
    near = None if counted is None else counted.near
    return Division(strata, of_kind, cells, near, strata_by == BY_TAKEN)


def stratified_size(weights: Sequence[float], expected: Sequence[float], target_se: float) -> int:
    """Olofsson et al. 2014, equation 13: n = (sum W_i S_i / SE)^2, rounded up.

    `weights` are shares of the area, `expected` user's accuracies, `target_se` the standard error
    of the overall accuracy, all 0 to 1.
    """
    spread = sum(w * _deviation(u) for w, u in zip(weights, expected))
    return _up((spread / target_se) ** 2)


def _deviation(accuracy: float) -> float:
    """S = sqrt(U (1 - U))."""
    return sqrt(accuracy * (1.0 - accuracy))


def simple_size(weights: Sequence[float], expected: Sequence[float], target_se: float) -> int:
    """n = p (1 - p) / SE^2, rounded up, p being the overall accuracy that is expected."""
    p = sum(w * u for w, u in zip(weights, expected))
    return _up(p * (1.0 - p) / target_se**2)


def _up(size: float) -> int:
    return max(1, ceil(size * (1.0 - ROUNDING)))


def shared_out(
    total: int, shares: Sequence[float], least: Sequence[int], most: Sequence[int]
) -> list[int]:
    """A total in whole numbers by shares, each part between its least and its most.

    Webster's divisor method, also Sainte-Lague's (Balinski and Young 2001, Fair representation,
    2nd edition, Brookings): after the least of each, one at a time goes to the part whose share is
    the largest by its number so far and a half, the first of equals. A larger total goes on where
    a smaller one stopped, so that no part ever gets less of it, as some do by largest remainders.

    Args:
        total: from the sum of the least to that of the most.
        shares: more than 0.
    """

    def turns(part: int) -> Iterator[tuple[float, int]]:
        counts = range(least[part], most[part])
        return (((count + 0.5) / shares[part], part) for count in counts)

    parts = list(least)
    for _, part in islice(merge(*map(turns, range(len(parts)))), total - sum(parts)):
        parts[part] += 1
    return parts


def design_sample(
    wanted: WantedSample,
    classes: Sequence[PlannedStratum],
    notes: Notes,
    division: Division | None = None,
) -> Design:
    """How many points the sample has, and in a stratified one each class or stratum."""
    strata = classes if division is None else division.strata
    size = _size(wanted, strata, notes)
    cells = sum(stratum.cells for stratum in strata)
    if size > cells:
        notes.warn(
            "The map has {cells:,} valid cells, fewer than the {size:,} points requested; "
            "all cells are sampled.",
            cells=cells,
            size=size,
        )
        size = cells
    if wanted.design != STRATIFIED:
        return Design(wanted, classes, size, ())
    least = wanted.least if wanted.allocation == GOOD_PRACTICE else 0
    own = floors_of(wanted.floors, [_names(s.land_class) for s in strata], notes, KINDS)
    floors = [min(floor or least, stratum.cells) for floor, stratum in zip(own, strata)]
    # What the points go by is the same for every size.
    claims = [1.0 if wanted.allocation == EQUAL else s.weight for s in strata]
    if wanted.allocation == NEYMAN:
        claims = [s.weight * _deviation(s.expected) for s in strata]
    is_proposed = division is not None and division.by_taken and not wanted.floors
    if is_proposed and wanted.allocation == PROPORTIONAL:
        claims, floors = _proposed(strata)
        size = _raised(size, sum(floors), notes)
    size = _enough(wanted, floors, size, notes)
    asked = shared_out(size, claims, floors, [s.cells for s in strata])
    whole = [stratum for stratum, count in zip(strata, asked) if count == stratum.cells]
    if whole and size < cells:
        notes.warn(
            "All cells of these strata are sampled; the remaining points are allocated to the "
            "other strata: {classes}.",
            classes=some(
                Message("{name} ({count:,})", name=s.land_class.name, count=s.cells) for s in whole
            ),
        )
    return Design(wanted, classes, size, asked, division)


def _proposed(strata: Sequence[PlannedStratum]) -> tuple[list[float], list[int]]:
    """The claims and floors of strata by what became of the land, where none are asked for.

    A buffer is stable land: without one that has its part. `make tonnes-simulation` has what the
    intervals of tonnes then hold.
    """
    kinds = [s.land_class.name.partition(OF_CLASS)[0] for s in strata]
    parts = dict(PROPOSED_PARTS)
    if BUFFER not in kinds:
        parts[STABLE] += parts[BUFFER]
    weights = {kind: s.weight for kind, s in zip(kinds, strata)}
    if OTHER in weights and STABLE in weights:
        both, area = parts[OTHER] + parts[STABLE], weights[OTHER] + weights[STABLE]
        parts[OTHER] = max(parts[OTHER], both * weights[OTHER] / area)
        parts[STABLE] = max(PROPOSED_PARTS[OTHER], both - parts[OTHER])
    floors = [PROPOSED_LEAST.get(kind, LEAST_FOR_INTERVAL) for kind in kinds]
    return (
        [parts[kind] / kinds.count(kind) for kind in kinds],
        [min(floor, stratum.cells) for floor, stratum in zip(floors, strata)],
    )


def _raised(size: int, needed: int, notes: Notes) -> int:
    """A size that does for the floors that nobody asked for."""
    if size < needed:
        notes.warn(
            "Sample size increased from {size:,} to {needed:,} points: {taken} per stratum "
            "of disturbed or reclaimed land, {least} per other stratum. Set MIN_PER_STRATUM "
            "for fewer points.",
            size=size,
            needed=needed,
            taken=PROPOSED_LEAST[TAKEN],
            least=LEAST_FOR_INTERVAL,
        )
    return max(size, needed)


def _names(land_class: LandClass) -> list[str]:
    """What MIN_PER_STRATUM may call a stratum; of land taken also that alone."""
    kind = land_class.name.partition(OF_CLASS)[0]
    return [str(land_class.value), *([kind] if kind in KINDS else []), *land_class.names]


def _size(wanted: WantedSample, strata: Sequence[PlannedStratum], notes: Notes) -> int:
    """How many points: as given, or for the standard error."""
    if wanted.size is not None:
        return wanted.size
    weights, expected = [s.weight for s in strata], [s.expected for s in strata]
    of_design = stratified_size if wanted.design == STRATIFIED else simple_size
    size = of_design(weights, expected, wanted.target_se / 100.0)
    if size > MOST_POINTS:
        raise DataError(
            "TARGET_SE: a standard error of {se:g} percentage points requires {size:,} "
            "points, more than {most:,}; increase TARGET_SE",
            se=wanted.target_se,
            size=size,
            most=MOST_POINTS,
        )
    # One number where all are the same.
    words: Listed | float = expected[0]
    if len(set(expected)) > 1:
        words = some(f"{s.land_class.name} {s.expected:g}" for s in strata)
    notes.inform(
        "Sample size: {size:,} points for a standard error of {se:g} percentage points in "
        "overall accuracy; expected user's accuracies: {expected}.",
        size=size,
        se=wanted.target_se,
        expected=words,
    )
    return size


def _enough(wanted: WantedSample, floors: Sequence[int], size: int, notes: Notes) -> int:
    """A size that does for the floor of each class; one that was worked out is raised to it."""
    needed = sum(floors)
    if size >= needed:
        return size
    values = {"size": size, "needed": needed, "classes": len(floors), "least": wanted.least}
    if wanted.size is not None:
        raise DataError(
            Term(
                "SIZE: {size:,} points are too few for MIN_PER_STRATUM and MIN_PER_CLASS (at "
                "least {needed:,}); increase SIZE"
            )
            if wanted.floors
            else Term(
                "SIZE: {size:,} points are too few for {least:,} per class in {classes} "
                "classes (at least {needed:,}); increase SIZE or reduce MIN_PER_CLASS"
            ),
            **values,
        )
    notes.inform(
        "Sample size increased to {needed:,} points (MIN_PER_STRATUM and MIN_PER_CLASS).", **values
    )
    return needed


def strata_rows(design: Design, samples: Sequence[int]) -> Table:
    """STRATA: a row for each class that the map holds, or for each stratum."""
    rows = (
        (s.land_class.value, s.land_class.name, s.cells, s.hectares, s.weight, count)
        for s, count in zip(design.strata, samples)
    )
    return Table.of(STRATA, rows)


def note_samples(design: Design, samples: Sequence[int], notes: Notes) -> None:
    """Say how many points each class has, and which have too few for an interval."""
    notes.inform(
        "Sample: {points:,} points ({design}); by stratum: {classes}.",
        points=sum(samples),
        design=WORDS[design.wanted.design],
        classes=Listed(
            f"{stratum.land_class.name} {count:,}" for stratum, count in zip(design.strata, samples)
        ),
    )
    few = [
        stratum.land_class.name
        for stratum, count in zip(design.strata, samples)
        if count < min(LEAST_FOR_INTERVAL, stratum.cells)
    ]
    if few:
        notes.warn(
            "Fewer than {least} points, no confidence intervals: {classes}. Increase the sample "
            "size.",
            least=LEAST_FOR_INTERVAL,
            classes=some(few),
        )
