"""Sample design for accuracy assessment: sample size, and its allocation to classes or strata.

Sample size follows equation 13 of Olofsson et al. 2014 (Cochran 1977, 5.25), without
finite population correction. Allocations are those discussed there: proportional,
equal, Neyman, and good practice, with a minimum for each rare class and the rest by
area. A class with fewer cells than its allocation is sampled completely, and the rest
goes to the others (Cochran 1977, section 5.8).

Strata are map classes or types of land-use change, with a buffer of stable land around
disturbed land that contains most omission errors of a change map (Olofsson et al. 2020,
Remote Sensing of Environment 236, 111492).
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
# Labels of the designs.
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
# Default proportional allocation to strata by land-use change: shares, divided equally within a
# kind, and minimum numbers of points. The share of other change is a minimum: other change and
# stable land divide theirs by area.
DEFAULT_STRATUM_SHARES = {
    DISTURBED_STRATUM: 0.25,
    RECLAIMED_STRATUM: 0.02,
    BUFFER_STRATUM: 0.28,
    OTHER_STRATUM: 0.05,
    STABLE_STRATUM: 0.40,
}
DEFAULT_MIN_POINTS = {DISTURBED_STRATUM: 20, RECLAIMED_STRATUM: 20}
# Definition of strata: map classes, or types of land-use change.
STRATA_BY_CLASS, STRATA_BY_DISTURBANCE = "class", "taken"

# In percentage points, if neither size nor standard error is given.
DEFAULT_TARGET_SE_PCT = 1.0
# Larger samples cannot be labelled.
MAX_SAMPLE_SIZE = 1_000_000
# With fewer points the variance of a stratum is undefined.
MIN_INTERVAL_POINTS = 2
# Tolerance for rounding errors in whole numbers after floating-point sums and square roots.
ROUNDING_TOLERANCE = 1e-9

STRATA = "value class cells area_ha weight samples"


@dataclass(frozen=True)
class SampleRequest:
    """Requested sample.

    Attributes:
        design: one of DESIGNS.
        allocation: one of ALLOCATIONS, for a stratified design.
        size: number of points; None if determined by `target_se`.
        target_se: target standard error of overall accuracy, in percentage points.
        least: minimum number of points per class for good practice allocation.
        floors: minimum number of points by stratum for any allocation.
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
    """Class or stratum of the map with its expected accuracy.

    Attributes:
        index: class index in the run, or index among the strata.
        weight: share of the area, 0 to 1.
        expected: expected user's accuracy, 0 to 1.
    """

    index: int
    land_class: LandClass
    cells: int
    hectares: float
    weight: float
    expected: float


@dataclass(frozen=True)
class Stratification:
    """Strata other than the map classes.

    Attributes:
        strata: strata in table order; their land classes give name and value.
        of_kind: stratum index of each kind of land, as in draw_stratified_sample().
        cells_of: number of cells of each kind.
        near: detector of buffer cells; None without a buffer.
        by_taken: whether strata are types of land-use change instead of classes with a
            buffer.
    """

    strata: Sequence[PlannedStratum]
    of_kind: Sequence[int]
    cells_of: Sequence[int]
    near: BufferDetector | None
    by_taken: bool


@dataclass(frozen=True)
class SampleDesign:
    """Designed sample.

    Attributes:
        classes: classes on the map, in table order.
        size: number of points, or expected number for a systematic sample.
        asked: number of points by stratum; empty for unstratified designs.
        division: strata, if other than the classes.
    """

    wanted: SampleRequest
    classes: Sequence[PlannedStratum]
    size: int
    asked: Sequence[int]
    division: Stratification | None = None

    @property
    def strata(self) -> Sequence[PlannedStratum]:
        """Strata that points are reported by; the classes for unstratified designs."""
        return self.classes if self.division is None else self.division.strata

    @property
    def cell_count(self) -> int:
        """Number of cells that points can lie in."""
        return sum(stratum.cells for stratum in self.classes)


def class_strata(census: CountResult, expected: AccuracyFunction) -> list[PlannedStratum]:
    """Return the classes on a map with their area shares, in table order."""
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
    """Return the detector of cells within `margin` rows and columns of disturbed land."""

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
    """Return strata by land-use change, or by class with a buffer.

    Args:
        classes: classes on the map; `changes` must recognise each.
        counted: counts of cells near disturbed land, by class; None without a buffer.
        size: number of classes, including those without cells.
    """
    by_index = {c.index: c for c in classes}
    cells, hectares = [0] * (2 * size), [0.0] * (2 * size)
    for c in classes:
        of_near = (0, 0.0)
        if counted is not None:
            of_near = int(counted.cells[c.index]), float(counted.hectares[c.index])
        cells[c.index], hectares[c.index] = c.cells - of_near[0], c.hectares - of_near[1]
        cells[c.index + size], hectares[c.index + size] = of_near
    # Kinds of land by stratum; the key is its table rank and identifier.
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
    # If all cells of a class are in the buffer, or none, they need not be distinguished.
    for far, close in ((class_index, class_index + size) for class_index in by_index):
        if not cells[far] or not cells[close]:
            of_kind[far] = of_kind[close] = max(of_kind[far], of_kind[close])
    near = None if counted is None else counted.near
    return Stratification(strata, of_kind, cells, near, strata_by == STRATA_BY_DISTURBANCE)


def stratified_sample_size(
    weights: Sequence[float], expected: Sequence[float], target_se: float
) -> int:
    """Return the sample size n = (sum W_i S_i / SE)^2, rounded up.

    Olofsson et al. 2014, equation 13. `weights` are area shares, `expected` user's
    accuracies, `target_se` the standard error of overall accuracy, all 0 to 1.
    """
    spread = sum(w * _standard_deviation(u) for w, u in zip(weights, expected))
    return _round_up((spread / target_se) ** 2)


def _standard_deviation(accuracy: float) -> float:
    """Return S = sqrt(U (1 - U))."""
    return sqrt(accuracy * (1.0 - accuracy))


def simple_sample_size(
    weights: Sequence[float], expected: Sequence[float], target_se: float
) -> int:
    """Return n = p (1 - p) / SE^2, rounded up, with p the expected overall accuracy."""
    p = sum(w * u for w, u in zip(weights, expected))
    return _round_up(p * (1.0 - p) / target_se**2)


def _round_up(size: float) -> int:
    return max(1, ceil(size * (1.0 - ROUNDING_TOLERANCE)))


def allocate_total(
    total: int, shares: Sequence[float], least: Sequence[int], most: Sequence[int]
) -> list[int]:
    """Divide a total into whole numbers by shares, each part between its minimum and maximum.

    Webster's (Sainte-Lague) divisor method (Balinski and Young 2001, Fair representation,
    2nd edition, Brookings): beyond the minimum, units go one by one to the part with the
    largest ratio of share to current number plus a half; ties to the first part. No part
    gets less of a larger total, unlike with largest remainders.

    Args:
        total: between the sums of `least` and of `most`.
        shares: above 0.
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
    """Return the sample design: its size, and the number of points by class or stratum."""
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
    # The allocation key is independent of the sample size.
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
    """Return default shares and minimum numbers of points of strata by land-use change.

    Stable land gets a missing buffer's share; coverage: `make tonnes-simulation`.
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
    """Return the size, increased if necessary to the default minimum numbers of points."""
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
    """Return the names of a stratum in MIN_PER_STRATUM; the kind, too, for disturbed land."""
    kind = land_class.name.partition(CLASS_SEPARATOR)[0]
    return [str(land_class.value), *([kind] if kind in CHANGE_STRATA else []), *land_class.names]


def _sample_size(wanted: SampleRequest, strata: Sequence[PlannedStratum], notes: Notes) -> int:
    """Return the sample size as given, or as required for the standard error."""
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
    # A single number if all are equal.
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
    """Return the size, at least the sum of minimum points; DataError if a user's is too small."""
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
    """Return the STRATA table: a row for each class on the map, or for each stratum."""
    rows = (
        (s.land_class.value, s.land_class.name, s.cells, s.hectares, s.weight, count)
        for s, count in zip(design.strata, samples)
    )
    return Table.from_rows(STRATA, rows)


def report_sample_sizes(design: SampleDesign, samples: Sequence[int], notes: Notes) -> None:
    """Report the points per stratum, and strata with too few points for an interval."""
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
