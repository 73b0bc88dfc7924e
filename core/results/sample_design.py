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

from ..base.messages import DataError, Message, MessageList, Notes, Term
from ..base.table import Table
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import BufferDetector
from ..scan.count_result import CountResult
from ..scan.sample_pass import NO_STRATUM
from ..scan.series import Series
from ..scan.series_count import BufferCounter
from ..scheme.class_table_proposal import AccuracyFunction
from ..scheme.classes import LandClass, shorten_list
from ..scheme.disturbance_types import (
    BUFFER_STRATUM,
    CHANGE_STRATA,
    CLASS_SEPARATOR,
    DISTURBED_STRATUM,
    OTHER_STRATUM,
    RECLAIMED_STRATUM,
    STABLE_STRATUM,
    ChangeClassifier,
    MinSampleSizes,
    match_min_sample_sizes,
)

STRATIFIED_DESIGN, SIMPLE_DESIGN, SYSTEMATIC_DESIGN = "stratified", "simple", "systematic"
DESIGNS = (STRATIFIED_DESIGN, SIMPLE_DESIGN, SYSTEMATIC_DESIGN)
# As people are told of them.
DESIGN_LABELS = {
    STRATIFIED_DESIGN: Term("stratified"),
    SIMPLE_DESIGN: Term("simple random"),
    SYSTEMATIC_DESIGN: Term("systematic"),
}
PROPORTIONAL_ALLOCATION, EQUAL_ALLOCATION, NEYMAN_ALLOCATION, GOOD_PRACTICE_ALLOCATION = (
    "proportional",
    "equal",
    "neyman",
    "good_practice",
)
ALLOCATIONS = (
    PROPORTIONAL_ALLOCATION,
    EQUAL_ALLOCATION,
    NEYMAN_ALLOCATION,
    GOOD_PRACTICE_ALLOCATION,
)
# Of a proportional sample of strata by what became of the land: their parts, shared equally where
# there are several, and the fewest points of each. Other change has that at least: it and stable
# land share theirs by area.
DEFAULT_STRATUM_SHARES = {
    DISTURBED_STRATUM: 0.25,
    RECLAIMED_STRATUM: 0.02,
    BUFFER_STRATUM: 0.28,
    OTHER_STRATUM: 0.05,
    STABLE_STRATUM: 0.40,
}
DEFAULT_MIN_POINTS = {DISTURBED_STRATUM: 20, RECLAIMED_STRATUM: 20}
# What strata are: the classes of the map, or what became of the land.
STRATA_BY_CLASS, STRATA_BY_DISTURBANCE = "class", "taken"

# In percentage points, where neither size nor standard error is given.
DEFAULT_TARGET_SE_PCT = 1.0
# More points nobody labels.
MAX_SAMPLE_SIZE = 1_000_000
# With fewer a stratum has no variance.
MIN_INTERVAL_POINTS = 2
# What is left of a whole number after sums and square roots of doubles.
ROUNDING_TOLERANCE = 1e-9

STRATA = "value class cells area_ha weight samples"


@dataclass(frozen=True)
class SampleRequest:
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
    floors: MinSampleSizes = field(default_factory=dict)


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
class Stratification:
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
    near: BufferDetector | None
    by_taken: bool


@dataclass(frozen=True)
class SampleDesign:
    """A sample as it is designed.

    Attributes:
        classes: those that the map holds, in the tables' order.
        size: how many points are drawn, or expected of a systematic sample.
        asked: of them, by stratum; empty where the design has no strata.
        division: the strata, where they are not the classes.
    """

    wanted: SampleRequest
    classes: Sequence[PlannedStratum]
    size: int
    asked: Sequence[int]
    division: Stratification | None = None

    @property
    def strata(self) -> Sequence[PlannedStratum]:
        """What the points are told by: the strata, or the classes of a design without any."""
        return self.classes if self.division is None else self.division.strata

    @property
    def cell_count(self) -> int:
        """All cells that points can lie in."""
        return sum(stratum.cells for stratum in self.classes)


def class_strata(census: CountResult, expected: AccuracyFunction) -> list[PlannedStratum]:
    """The classes that a map holds, in the tables' order, with their shares of the area."""
    tally, total = census.dates.common[0], census.valid_area_ha
    sizes = zip(
        map(int, tally.cells[FIRST_CLASS_CODE:]), map(float, tally.hectares[FIRST_CLASS_CODE:])
    )
    return [
        PlannedStratum(index, land_class, cells, area, area / total, expected(land_class))
        for index, (land_class, (cells, area)) in enumerate(zip(census.cube.classes, sizes))
        if cells
    ]


def disturbed_land_buffer(series: Series, margin: int, changes: ChangeClassifier) -> BufferDetector:
    """Tells the cells within so many rows and columns of land that was taken."""

    def is_taken(land_class: LandClass) -> bool:
        change = changes(land_class)
        return change is not None and change.kind == DISTURBED_STRATUM

    return BufferDetector(series, margin, is_taken)


def create_stratification(
    classes: Sequence[PlannedStratum],
    strata_by: str,
    changes: ChangeClassifier,
    counted: BufferCounter | None,
    size: int,
) -> Stratification:
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
        if strata_by == STRATA_BY_DISTURBANCE:
            key = CHANGE_STRATA.index(change.kind), change.stratum_name
        if kind >= size and change.kind == STABLE_STRATUM:
            key = CHANGE_STRATA.index(BUFFER_STRATUM), BUFFER_STRATUM
        members.setdefault(key, []).append(kind)
    total = sum(hectares)
    of_kind, strata = [NO_STRATUM] * (2 * size), list[PlannedStratum]()
    used = {c.land_class.value for c in classes} if strata_by == STRATA_BY_CLASS else set()
    free = (value for value in count(1) if value not in used)
    for key, kinds in sorted(members.items(), key=lambda item: item[0][0]):
        first = by_index[kinds[0] % size]
        is_class = strata_by == STRATA_BY_CLASS and key[1] != BUFFER_STRATUM
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
    return Stratification(strata, of_kind, cells, near, strata_by == STRATA_BY_DISTURBANCE)


def stratified_sample_size(
    weights: Sequence[float], expected: Sequence[float], target_se: float
) -> int:
    """Olofsson et al. 2014, equation 13: n = (sum W_i S_i / SE)^2, rounded up.

    `weights` are shares of the area, `expected` user's accuracies, `target_se` the standard error
    of the overall accuracy, all 0 to 1.
    """
    spread = sum(w * _standard_deviation(u) for w, u in zip(weights, expected))
    return _round_up((spread / target_se) ** 2)


def _standard_deviation(accuracy: float) -> float:
    """S = sqrt(U (1 - U))."""
    return sqrt(accuracy * (1.0 - accuracy))


def simple_sample_size(
    weights: Sequence[float], expected: Sequence[float], target_se: float
) -> int:
    """n = p (1 - p) / SE^2, rounded up, p being the overall accuracy that is expected."""
    p = sum(w * u for w, u in zip(weights, expected))
    return _round_up(p * (1.0 - p) / target_se**2)


def _round_up(size: float) -> int:
    return max(1, ceil(size * (1.0 - ROUNDING_TOLERANCE)))


def allocate_total(
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
    wanted: SampleRequest,
    classes: Sequence[PlannedStratum],
    notes: Notes,
    division: Stratification | None = None,
) -> SampleDesign:
    """How many points the sample has, and in a stratified one each class or stratum."""
    strata = classes if division is None else division.strata
    size = _sample_size(wanted, strata, notes)
    cells = sum(stratum.cells for stratum in strata)
    if size > cells:
        notes.add_warning(
            "The map has {cells:,} valid cells, fewer than the {size:,} points requested; "
            "all cells are sampled.",
            cells=cells,
            size=size,
        )
        size = cells
    if wanted.design != STRATIFIED_DESIGN:
        return SampleDesign(wanted, classes, size, ())
    least = wanted.least if wanted.allocation == GOOD_PRACTICE_ALLOCATION else 0
    own = match_min_sample_sizes(
        wanted.floors, [_stratum_names(s.land_class) for s in strata], notes, CHANGE_STRATA
    )
    floors = [min(floor or least, stratum.cells) for floor, stratum in zip(own, strata)]
    # What the points go by is the same for every size.
    claims = [1.0 if wanted.allocation == EQUAL_ALLOCATION else s.weight for s in strata]
    if wanted.allocation == NEYMAN_ALLOCATION:
        claims = [s.weight * _standard_deviation(s.expected) for s in strata]
    is_proposed = division is not None and division.by_taken and not wanted.floors
    if is_proposed and wanted.allocation == PROPORTIONAL_ALLOCATION:
        claims, floors = _default_allocation(strata)
        size = _apply_default_floors(size, sum(floors), notes)
    size = _apply_class_floors(wanted, floors, size, notes)
    asked = allocate_total(size, claims, floors, [s.cells for s in strata])
    whole = [stratum for stratum, count in zip(strata, asked) if count == stratum.cells]
    if whole and size < cells:
        notes.add_warning(
            "All cells of these strata are sampled; the remaining points are allocated to the "
            "other strata: {classes}.",
            classes=shorten_list(
                Message("{name} ({count:,})", name=s.land_class.name, count=s.cells) for s in whole
            ),
        )
    return SampleDesign(wanted, classes, size, asked, division)


def _default_allocation(strata: Sequence[PlannedStratum]) -> tuple[list[float], list[int]]:
    """The claims and floors of strata by what became of the land, where none are asked for.

    A buffer is stable land: without one that has its part. `make tonnes-simulation` has what the
    intervals of tonnes then hold.
    """
    kinds = [s.land_class.name.partition(CLASS_SEPARATOR)[0] for s in strata]
    parts = dict(DEFAULT_STRATUM_SHARES)
    if BUFFER_STRATUM not in kinds:
        parts[STABLE_STRATUM] += parts[BUFFER_STRATUM]
    weights = {kind: s.weight for kind, s in zip(kinds, strata)}
    if OTHER_STRATUM in weights and STABLE_STRATUM in weights:
        both, area = (
            parts[OTHER_STRATUM] + parts[STABLE_STRATUM],
            weights[OTHER_STRATUM] + weights[STABLE_STRATUM],
        )
        parts[OTHER_STRATUM] = max(parts[OTHER_STRATUM], both * weights[OTHER_STRATUM] / area)
        parts[STABLE_STRATUM] = max(
            DEFAULT_STRATUM_SHARES[OTHER_STRATUM], both - parts[OTHER_STRATUM]
        )
    floors = [DEFAULT_MIN_POINTS.get(kind, MIN_INTERVAL_POINTS) for kind in kinds]
    return (
        [parts[kind] / kinds.count(kind) for kind in kinds],
        [min(floor, stratum.cells) for floor, stratum in zip(floors, strata)],
    )


def _apply_default_floors(size: int, needed: int, notes: Notes) -> int:
    """A size that does for the floors that nobody asked for."""
    if size < needed:
        notes.add_warning(
            "Sample size increased from {size:,} to {needed:,} points: {taken} per stratum "
            "of disturbed or reclaimed land, {least} per other stratum. Set MIN_PER_STRATUM "
            "for fewer points.",
            size=size,
            needed=needed,
            taken=DEFAULT_MIN_POINTS[DISTURBED_STRATUM],
            least=MIN_INTERVAL_POINTS,
        )
    return max(size, needed)


def _stratum_names(land_class: LandClass) -> list[str]:
    """What MIN_PER_STRATUM may call a stratum; of land taken also that alone."""
    kind = land_class.name.partition(CLASS_SEPARATOR)[0]
    return [str(land_class.value), *([kind] if kind in CHANGE_STRATA else []), *land_class.names]


def _sample_size(wanted: SampleRequest, strata: Sequence[PlannedStratum], notes: Notes) -> int:
    """How many points: as given, or for the standard error."""
    if wanted.size is not None:
        return wanted.size
    weights, expected = [s.weight for s in strata], [s.expected for s in strata]
    of_design = stratified_sample_size if wanted.design == STRATIFIED_DESIGN else simple_sample_size
    size = of_design(weights, expected, wanted.target_se / 100.0)
    if size > MAX_SAMPLE_SIZE:
        raise DataError(
            "TARGET_SE: a standard error of {se:g} percentage points requires {size:,} "
            "points, more than {most:,}; increase TARGET_SE",
            se=wanted.target_se,
            size=size,
            most=MAX_SAMPLE_SIZE,
        )
    # One number where all are the same.
    words: MessageList | float = expected[0]
    if len(set(expected)) > 1:
        words = shorten_list(f"{s.land_class.name} {s.expected:g}" for s in strata)
    notes.add_notice(
        "Sample size: {size:,} points for a standard error of {se:g} percentage points in "
        "overall accuracy; expected user's accuracies: {expected}.",
        size=size,
        se=wanted.target_se,
        expected=words,
    )
    return size


def _apply_class_floors(
    wanted: SampleRequest, floors: Sequence[int], size: int, notes: Notes
) -> int:
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
    notes.add_notice(
        "Sample size increased to {needed:,} points (MIN_PER_STRATUM and MIN_PER_CLASS).", **values
    )
    return needed


def strata_rows(design: SampleDesign, samples: Sequence[int]) -> Table:
    """STRATA: a row for each class that the map holds, or for each stratum."""
    rows = (
        (s.land_class.value, s.land_class.name, s.cells, s.hectares, s.weight, count)
        for s, count in zip(design.strata, samples)
    )
    return Table.from_rows(STRATA, rows)


def report_sample_sizes(design: SampleDesign, samples: Sequence[int], notes: Notes) -> None:
    """Say how many points each class has, and which have too few for an interval."""
    notes.add_notice(
        "Sample: {points:,} points ({design}); by stratum: {classes}.",
        points=sum(samples),
        design=DESIGN_LABELS[design.wanted.design],
        classes=MessageList(
            f"{stratum.land_class.name} {count:,}" for stratum, count in zip(design.strata, samples)
        ),
    )
    few = [
        stratum.land_class.name
        for stratum, count in zip(design.strata, samples)
        if count < min(MIN_INTERVAL_POINTS, stratum.cells)
    ]
    if few:
        notes.add_warning(
            "Fewer than {least} points, no confidence intervals: {classes}. Increase the sample "
            "size.",
            least=MIN_INTERVAL_POINTS,
            classes=shorten_list(few),
        )
