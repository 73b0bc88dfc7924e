"""Accuracy of a map: tables, numeric outputs, checks, and notes for log and report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from ..base.colours import assign_class_colours
from ..base.data_dictionary import ColumnKind, Field, make_unique_names
from ..base.messages import Message, Notes, Term, Text
from ..base.numbers import FloatArray, IntArray, nan_to_none
from ..base.random_draws import get_z_score
from ..base.table import Table
from ..results.closure import Check
from ..results.results import Results
from ..scan.cell_raster import Thumbnail
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.classes import shorten_list
from .estimates import BY_CLASS, BY_STRATA, SIMPLE, Estimates, Sample
from .matching import MatchedSample, format_exclusions

# With fewer samples, an interval of the normal distribution is too narrow. On the population of
# Olofsson et al. (2014, Table 8) it contains the area of a class with one such sample in 72 of 100
# cases, with three in 89 (make accuracy-simulation).
MIN_DISAGREEING_SAMPLES = 5
# Methods of estimation.
METHOD_TERMS = {
    SIMPLE: Term("sample proportions (simple random sample)"),
    BY_CLASS: Term("stratified estimator by map class (Olofsson et al. 2014)"),
    BY_STRATA: Term("estimator for strata that differ from the map classes (Stehman 2014)"),
}
# Plausible maximum ratio of the cell areas of two strata.
MAX_CELL_AREA_RATIO = 2


def kappa_warning() -> Message:
    """Return the caveat on kappa by Pontius and Millones (2011)."""
    return Message(
        "Kappa compares the map with a random map; overall accuracy and quantity, exchange "
        "and shift disagreement are more informative (Pontius and Millones 2011). It is "
        "based on raw counts, which represent all land only in a simple random sample."
    )


def list_reliability_warnings(estimates: Estimates, map_hectares: float) -> list[Message]:
    """Return warnings on a sample and its estimates for the valid area of the map."""
    sample = estimates.sample
    return [
        *_iter_stratum_warnings(sample, map_hectares),
        *_iter_class_warnings(sample),
        *_iter_sample_size_warnings(sample),
    ]


def _iter_stratum_warnings(sample: Sample, map_hectares: float) -> Iterator[Message]:
    sizes, hectares = sample.sizes, sample.hectares
    empty = [n for n in np.flatnonzero(hectares > 0) if not sizes[n]]
    if empty:
        yield Message(
            "Strata without samples: {strata}. The estimates refer to the other "
            "{covered:,.2f} of {whole:,.2f} ha.",
            strata=shorten_list(
                Message("{name} ({area:,.2f} ha)", name=sample.strata[n].name, area=hectares[n])
                for n in empty
            ),
            covered=sample.covered_hectares,
            whole=float(hectares.sum()),
        )
    alone = np.flatnonzero(sample.alone)
    if alone.size and sample.design != SIMPLE:
        yield Message(
            "Strata with one sample: {strata}. Their variance cannot be estimated; results "
            "that include them have no confidence interval.",
            strata=shorten_list(sample.strata[n].name for n in alone),
        )
    without = [n for n in np.flatnonzero(hectares == 0) if sizes[n]]
    if without:
        yield Message(
            "Strata with samples but no area (weight 0): {strata}.",
            strata=shorten_list(
                _format_name_count(sample.strata[n].name, int(sizes[n])) for n in without
            ),
        )
    total = float(hectares.sum())
    if abs(total - map_hectares) > 1e-6 * map_hectares:
        yield Message(
            "The strata cover {strata:,.2f} ha and the valid map area is {map:,.2f} ha; "
            "estimated areas refer to the strata.",
            strata=total,
            map=map_hectares,
        )
    each = [
        (stratum.hectares / stratum.cells, stratum.name)
        for stratum in sample.strata
        if stratum.cells
    ]
    low, high = min(each), max(each)
    if not sample.by_class and high[0] > MAX_CELL_AREA_RATIO * low[0]:
        yield Message(
            "Strata differ in area per cell, from {low:,.4g} ha ({small}) to {high:,.4g} ha "
            "({large}); check the strata table.",
            low=low[0],
            small=low[1],
            high=high[0],
            large=high[1],
        )


def _iter_class_warnings(sample: Sample) -> Iterator[Message]:
    of_map, of_reference = sample.matrix.sum(axis=1), sample.matrix.sum(axis=0)
    classes = list(enumerate(sample.classes))
    alone = [n for n, c in classes if c.hectares == 0 and of_reference[n]]
    if alone:
        yield Message(
            "Classes found only in the reference, with sample counts: {classes}.",
            classes=shorten_list(
                _format_name_count(sample.classes[n].name, int(of_reference[n])) for n in alone
            ),
        )
    missing = [c.name for n, c in classes if c.hectares > 0 and not of_reference[n]]
    if missing:
        yield Message(
            "Map classes without reference samples; no producer's accuracy, estimated area "
            "0: {classes}.",
            classes=shorten_list(missing),
        )
    unseen = [c.name for n, c in classes if c.hectares > 0 and not of_map[n]]
    if unseen and not sample.by_class:
        yield Message(
            "Map classes without samples; no user's accuracy: {classes}.",
            classes=shorten_list(unseen),
        )


def _iter_sample_size_warnings(sample: Sample) -> Iterator[Message]:
    """Yield warnings on classes with too few disagreeing samples for Wald intervals."""
    matrix = sample.matrix
    agree = np.diag(matrix)
    for points, template in (
        (
            matrix.sum(axis=0),
            Term(
                "Classes with fewer than {few} reference samples omitted by the map; "
                "confidence intervals of their area and producer's accuracy are too narrow: "
                "{classes}."
            ),
        ),
        (
            matrix.sum(axis=1),
            Term(
                "Classes with fewer than {few} misclassified map samples; confidence "
                "intervals of their user's accuracy are too narrow: {classes}."
            ),
        ),
    ):
        wrong = points - agree
        few = [n for n in range(agree.size) if points[n] and wrong[n] < MIN_DISAGREEING_SAMPLES]
        if few:
            names = shorten_list(
                _format_name_count(sample.classes[n].name, int(wrong[n])) for n in few
            )
            yield Message(template, few=MIN_DISAGREEING_SAMPLES, classes=names)


def _format_name_count(name: str, count: int) -> Message:
    return Message("{name} ({count:,})", name=name, count=count)


CLASS_ACCURACY = (
    "value class mapped_ha samples users_pct users_half_width_pct producers_pct "
    "producers_half_width_pct f1_pct estimated_ha estimated_se_ha estimated_half_width_ha"
)
TOTAL_LABEL = "Total"
MAP_CLASS_COLUMN, TOTAL_COLUMN = "map_class", "total"
SAMPLES_COLUMN, MAPPED_AREA_COLUMN = "samples", "mapped_ha"
STRATUM_COLUMN, CELLS_COLUMN = "stratum", "cells"
# Name of the only stratum of a simple sample.
ALL_LAND = "all land"


class CrossTable(NamedTuple):
    """Cross table of map by reference: fields and rows, with sums in the last row and column.

    Attributes:
        fields: the name of the map class, one field per reference class, the sum; for
            shares also the inputs of their errors.
        rows: samples, or shares of the area from 0 to 1.
    """

    fields: list[Field]
    rows: list[Mapping[str, Any]]


class Accuracy:
    """Accuracy of a map from a matched sample, with intervals of a level in %.

    Attributes:
        z: half-width of an interval in standard errors.
        samples: number of valid samples.
        hectares: area covered by the estimates.
        overall_half_width_pct: half-width of the interval, percentage points; None if
            unknown.
    """

    def __init__(self, matched: MatchedSample, level: float = 95.0):
        self.matched, self.sample, self.level = matched, matched.sample, level
        self.z, self.estimates = get_z_score(level), Estimates(matched.sample)
        self.samples = int(self.sample.matrix.sum())
        self.hectares = self.sample.covered_hectares
        overall = self.estimates.overall_accuracy
        self.overall_pct = 100 * float(overall.share)
        self.overall_half_width_pct = nan_to_none(100 * self.z * float(overall.error))

    @cached_property
    def class_accuracy(self) -> Table:
        """CLASS_ACCURACY: one row per class of the map or the reference."""
        estimates, classes = self.estimates, self.sample.classes
        errors = estimates.area_shares.error * self.hectares
        return Table(
            {
                "value": [c.value for c in classes],
                "class": [c.name for c in classes],
                "mapped_ha": [c.hectares for c in classes],
                "samples": self.sample.matrix.sum(axis=1),
                "users_pct": 100 * estimates.users_accuracy.share,
                "users_half_width_pct": 100 * self.z * estimates.users_accuracy.error,
                "producers_pct": 100 * estimates.producers_accuracy.share,
                "producers_half_width_pct": 100 * self.z * estimates.producers_accuracy.error,
                "f1_pct": 100 * estimates.f1_score,
                "estimated_ha": estimates.area_shares.share * self.hectares,
                "estimated_se_ha": errors,
                "estimated_half_width_ha": self.z * errors,
            }
        )

    @cached_property
    def confusion_matrix(self) -> CrossTable:
        """CONFUSION: sample counts, map class by reference class."""
        return self._create_cross_table(MAP_CLASS_COLUMN, self._class_names, self.sample.matrix)

    @cached_property
    def proportions(self) -> CrossTable:
        """PROPORTIONS: estimated shares of the area, with samples and hectares.

        Samples by stratum: map class, or all land if simple; in no row for other strata.
        """
        sample, shares = self.sample, self.estimates.proportions
        hectares = [c.hectares for c in sample.classes]
        samples: list[int | None] = [None] * len(hectares)
        if sample.by_class:
            samples = [int(count) for count in sample.sizes]
        samples.append(self.samples if sample.by_class or sample.design == SIMPLE else None)
        more: dict[str, list[Any]] = {
            SAMPLES_COLUMN: samples,
            MAPPED_AREA_COLUMN: [*hectares, sum(hectares)],
        }
        return self._create_cross_table(MAP_CLASS_COLUMN, self._class_names, shares, more)

    @cached_property
    def stratum_proportions(self) -> CrossTable:
        """STRATUM_PROPORTIONS: area shares by reference class, samples, cells, ha; sums last."""
        sample, shares = self.sample, self.estimates.stratum_proportions
        names = [stratum.name or ALL_LAND for stratum in sample.strata]
        columns: dict[str, list[Any]] = {
            TOTAL_COLUMN: [float(own.sum()) for own in shares],
            SAMPLES_COLUMN: [int(size) for size in sample.sizes],
            CELLS_COLUMN: [stratum.cells for stratum in sample.strata],
            MAPPED_AREA_COLUMN: [stratum.hectares for stratum in sample.strata],
        }
        more = {name: [*values, sum(values)] for name, values in columns.items()}
        return self._create_cross_table(STRATUM_COLUMN, names, shares, more)

    @property
    def _class_names(self) -> list[str]:
        return [c.name for c in self.sample.classes]

    def _create_cross_table(
        self,
        first: str,
        names: Sequence[str],
        matrix: IntArray | FloatArray,
        more: Mapping[str, Sequence[object]] = MappingProxyType({}),
    ) -> CrossTable:
        """Return a matrix with row names and sums; `more` columns already include their sums."""
        kind = ColumnKind.WHOLE if matrix.dtype.kind == "i" else ColumnKind.REAL
        cells = np.vstack([matrix, matrix.sum(axis=0)])
        columns = {TOTAL_COLUMN: cells.sum(axis=1).tolist(), **more}
        kinds = {
            TOTAL_COLUMN: kind,
            SAMPLES_COLUMN: ColumnKind.WHOLE,
            CELLS_COLUMN: ColumnKind.WHOLE,
            MAPPED_AREA_COLUMN: ColumnKind.REAL,
        }
        classes = make_unique_names(self._class_names, ("fid", first, *columns))
        fields = [(first, ColumnKind.TEXT), *((name, kind) for name in classes)]
        return CrossTable(
            [*fields, *((name, kinds[name]) for name in columns)],
            [
                dict(zip((first, *classes, *columns), (name, *own, *behind)))
                for name, own, *behind in zip(
                    [*names, TOTAL_LABEL], cells.tolist(), *columns.values()
                )
            ],
        )

    @property
    def key_figures(self) -> dict[str, float]:
        """Numeric outputs; undefined ones are omitted."""
        quantity, exchange, shift = (100 * part for part in self.estimates.disagreement)
        key_figures = {
            "SAMPLES": self.samples,
            "OVERALL_ACCURACY_PCT": self.overall_pct,
            "OVERALL_HALF_WIDTH_PCT": self.overall_half_width_pct,
            "KAPPA": nan_to_none(self.estimates.kappa),
            "QUANTITY_PCT": quantity,
            "EXCHANGE_PCT": exchange,
            "SHIFT_PCT": shift,
        }
        return {name: figure for name, figure in key_figures.items() if figure is not None}

    def consistency_checks(self, census: CountResult, period: str) -> list[Check]:
        """Return checks that samples, shares and areas add up; `period` is the date of the map."""
        sample, estimates, matched = self.sample, self.estimates, self.matched
        shares = estimates.proportions
        pairs = [
            (
                Term("included samples + excluded samples = samples found"),
                matched.total,
                self.samples + sum(matched.left_out.values()),
            ),
            (
                Term("sum of mapped class areas = valid area, ha"),
                census.valid_area_ha,
                sum(c.hectares for c in sample.classes),
            ),
            (
                Term("sum of estimated class areas = sampled area, ha"),
                self.hectares,
                sum(row["estimated_ha"] for row in self.class_accuracy),
            ),
            (
                Term("quantity + exchange + shift = 1 - overall accuracy"),
                1 - float(estimates.overall_accuracy.share),
                sum(estimates.disagreement),
            ),
        ]
        if sample.by_class:
            agree = np.minimum(shares.sum(axis=1), estimates.weights).sum()
            what = Term("estimated shares of map classes = mapped shares")
            pairs.append((what, 1.0, float(agree)))
        return [Check(period, *pair) for pair in pairs]

    def notes(self, census: CountResult) -> Notes:
        """Return all messages for the log."""
        notes, matched, estimates = Notes(), self.matched, self.estimates
        notes.add_notice(
            "Samples: {total:,}; included: {count:,}.", total=matched.total, count=self.samples
        )
        if matched.left_out:
            notes.add_warning(
                "Samples excluded: {reasons}.", reasons=format_exclusions(matched.left_out)
            )
        if matched.elsewhere:
            notes.add_warning(
                "Samples without a map class, included by MAP_FIELD: {count:,}.",
                count=matched.elsewhere,
            )
        if matched.contradicted:
            notes.add_warning(
                "Samples with different classes in MAP_FIELD and the map: {count:,}; "
                "MAP_FIELD is used.",
                count=matched.contradicted,
            )
        notes.warnings += list_reliability_warnings(estimates, census.valid_area_ha)
        notes.add_notice("Estimation method: {method}.", method=METHOD_TERMS[self.sample.goes_by])
        if self.overall_half_width_pct is None:
            notes.add_notice(
                "Overall accuracy: {share:.2f} % (no confidence interval).", share=self.overall_pct
            )
        else:
            notes.add_notice(
                "Overall accuracy: {share:.2f} % +- {half_width:.2f} ({level:g} % confidence "
                "interval).",
                share=self.overall_pct,
                half_width=self.overall_half_width_pct,
                level=self.level,
            )
        if "KAPPA" in self.key_figures:
            notes.warnings.append(kappa_warning())
        return notes


class AccuracyResults(Results):
    """Accuracy of a map and results of its count.

    Args:
        reference: name of the sample layer.
        facts: further facts on the sample, as pairs of texts.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        accuracy: Accuracy,
        reference: str = "",
        facts: Sequence[tuple[Text, object]] = (),
        thumbnail: Thumbnail | None = None,
    ):
        super().__init__(series, census, accuracy.consistency_checks(census, series.dates[0].label))
        self.accuracy, self.reference = accuracy, reference
        self.facts, self.thumbnail = facts, thumbnail

    @cached_property
    def class_colours(self) -> list[str]:
        """Colours of the classes of the sample: those of the map, or else fallback colours."""
        of_map, classes = self.classes.colours_by_name(), self.accuracy.sample.classes
        return assign_class_colours(
            [(c.land_class.value, of_map.get(c.name) or c.land_class.colour) for c in classes]
        )

    @property
    def colour_by_class(self) -> dict[str, str]:
        """Colours of the classes of the sample by name."""
        return dict(zip((c.name for c in self.accuracy.sample.classes), self.class_colours))
