"""What there is to say about a sample and its estimates: for the log, and for the page."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

import numpy as np

from ..base.messages import Message, Notes, Term
from ..base.sampling import z_of
from ..scheme.unknown import some
from .estimates import SIMPLE, Estimates, Sample
from .matching import Matched, reasons_of

# Of fewer samples than these an interval made with the normal distribution is too narrow. On the
# population of Olofsson et al. (2014, Table 8) it holds the area of a class with one such sample in
# 72 of 100 cases, with three in 89 (make accuracy-simulation).
FEW = 5
# How many times as large as those of another stratum the cells of one can well be.
MOST_UNLIKE = 2


def accuracy_notes(
    matched: Matched, estimates: Estimates, level: float, map_hectares: float
) -> Notes:
    """All that the log says, with intervals of a level in %."""
    notes, sample = Notes(), matched.sample
    notes.inform(
        "Samples: {total:,}; that count: {count:,}.",
        total=matched.total,
        count=int(sample.matrix.sum()),
    )
    if matched.left_out:
        notes.warn("Samples left out: {reasons}.", reasons=reasons_of(matched.left_out))
    if matched.elsewhere:
        notes.warn(
            "Samples that count by MAP_FIELD where the map has no class: {count:,}.",
            count=matched.elsewhere,
        )
    if matched.contradicted:
        notes.warn(
            "Samples whose class in MAP_FIELD is not that of the map: {count:,}; MAP_FIELD goes.",
            count=matched.contradicted,
        )
    notes.warnings += doubts(estimates, map_hectares)
    notes.inform("Estimates: {method}.", method=method_words(sample))
    overall = estimates.overall
    share, error = 100 * float(overall.share), float(overall.error)
    if isnan(error):
        notes.inform("Overall accuracy: {share:.2f} %, without an interval.", share=share)
    else:
        notes.inform(
            "Overall accuracy: {share:.2f} % +- {half_width:.2f} ({level:g} % interval).",
            share=share,
            half_width=100 * z_of(level) * error,
            level=level,
        )
    quantity, exchange, shift = (100 * part for part in estimates.disagreement)
    notes.inform(
        "Disagreement: quantity {quantity:.2f} %, exchange {exchange:.2f} %, shift {shift:.2f} %.",
        quantity=quantity,
        exchange=exchange,
        shift=shift,
    )
    if not isnan(estimates.kappa):
        notes.inform("Kappa of the raw counts: {kappa:.4f}.", kappa=estimates.kappa)
        notes.warnings.append(kappa_warning())
    return notes


def method_words(sample: Sample) -> Term:
    """What the estimates go by."""
    if sample.design == SIMPLE:
        return Term("a simple random sample, whose proportions are those of the land")
    if sample.by_class:
        return Term("stratified by the classes of the map (Olofsson et al. 2014)")
    return Term("by strata that are not the classes of the map (Stehman 2014)")


def kappa_warning() -> Message:
    """What Pontius and Millones (2011) have to say of kappa."""
    return Message(
        "Kappa compares the map with a map made by chance, which says nothing that the overall "
        "accuracy and its disagreement by quantity, exchange and shift do not say better (Pontius "
        "and Millones 2011); it is given because studies report it, and it is of the raw counts, "
        "which tell of all land only where the sample is a simple random one."
    )


def doubts(estimates: Estimates, map_hectares: float) -> list[Message]:
    """What is doubtful about a sample and its estimates of the map's land that counts."""
    sample = estimates.sample
    return [*_of_strata(sample, map_hectares), *_of_sides(sample), *_of_few(sample)]


def _of_strata(sample: Sample, map_hectares: float) -> Iterator[Message]:
    sizes, hectares = sample.sizes, sample.hectares
    empty = [n for n in np.flatnonzero(hectares > 0) if not sizes[n]]
    if empty:
        yield Message(
            "Strata without a sample: {strata}. The estimates are of the other {covered:,.2f} of "
            "{whole:,.2f} ha.",
            strata=some(
                Message("{name} ({area:,.2f} ha)", name=sample.strata[n].name, area=hectares[n])
                for n in empty
            ),
            covered=sample.covered_hectares,
            whole=float(hectares.sum()),
        )
    alone = np.flatnonzero(sample.alone)
    if alone.size and sample.design != SIMPLE:
        yield Message(
            "Strata with one sample: {strata}. How much they vary is not known, so that what they "
            "are part of has no interval.",
            strata=some(sample.strata[n].name for n in alone),
        )
    without = [n for n in np.flatnonzero(hectares == 0) if sizes[n]]
    if without:
        yield Message(
            "Strata with samples, but without land, which have no weight: {strata}.",
            strata=some(_counted(sample.strata[n].name, int(sizes[n])) for n in without),
        )
    total = float(hectares.sum())
    if abs(total - map_hectares) > 1e-6 * map_hectares:
        yield Message(
            "The strata come to {strata:,.2f} ha and the land of the map that counts to {map:,.2f} "
            "ha; estimated areas are of the strata.",
            strata=total,
            map=map_hectares,
        )
    each = [
        (stratum.hectares / stratum.cells, stratum.name)
        for stratum in sample.strata
        if stratum.cells
    ]
    low, high = min(each), max(each)
    if not sample.by_class and high[0] > MOST_UNLIKE * low[0]:
        yield Message(
            "Strata differ in hectares per cell, from {low:,.4g} ({small}) to {high:,.4g} "
            "({large}); look in their table for slips.",
            low=low[0],
            small=low[1],
            high=high[0],
            large=high[1],
        )


def _of_sides(sample: Sample) -> Iterator[Message]:
    of_map, of_reference = sample.matrix.sum(axis=1), sample.matrix.sum(axis=0)
    classes = list(enumerate(sample.classes))
    alone = [n for n, c in classes if c.hectares == 0 and of_reference[n]]
    if alone:
        yield Message(
            "Classes that only the reference has, with their samples: {classes}.",
            classes=some(_counted(sample.classes[n].name, int(of_reference[n])) for n in alone),
        )
    missing = [c.name for n, c in classes if c.hectares > 0 and not of_reference[n]]
    if missing:
        yield Message(
            "Classes of the map that no sample has in the reference, so that they have no "
            "producer's accuracy and an estimated area of 0: {classes}.",
            classes=some(missing),
        )
    unseen = [c.name for n, c in classes if c.hectares > 0 and not of_map[n]]
    if unseen and not sample.by_class:
        yield Message(
            "Classes of the map that no sample lies in, so that they have no user's accuracy: "
            "{classes}.",
            classes=some(unseen),
        )


def _of_few(sample: Sample) -> Iterator[Message]:
    """Classes of which few samples disagree: what a Wald interval of them holds is too little."""
    matrix = sample.matrix
    agree = np.diag(matrix)
    for points, template in (
        (
            matrix.sum(axis=0),
            Term(
                "Fewer than {few} samples are these classes in the reference and another one in "
                "the map, so that the intervals of their areas and producer's accuracies are too "
                "narrow: {classes}."
            ),
        ),
        (
            matrix.sum(axis=1),
            Term(
                "Fewer than {few} samples are these classes in the map and another one in the "
                "reference, so that the intervals of their user's accuracies are too narrow: "
                "{classes}."
            ),
        ),
    ):
        wrong = points - agree
        few = [n for n in range(agree.size) if points[n] and wrong[n] < FEW]
        if few:
            names = some(_counted(sample.classes[n].name, int(wrong[n])) for n in few)
            yield Message(template, few=FEW, classes=names)


def _counted(name: str, count: int) -> Message:
    return Message("{name} ({count:,})", name=name, count=count)
