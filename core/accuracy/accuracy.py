"""Accuracy of a map: the confusion matrix, accuracies and estimated areas as tables and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypedDict, cast

import numpy as np

from ..base.colours import told_apart
from ..base.columns import Field, Kind, unique_names
from ..base.messages import Notes, Term, Text
from ..base.numbers import Floats, Ints, or_none, or_nones
from ..base.sampling import z_of
from ..results.closure import Check
from ..results.results import Results
from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from .estimates import SIMPLE, Estimates, Sample
from .matching import Matched
from .notes import accuracy_notes

TOTAL = "Total"
MAP_CLASS, SUM = "map_class", "total"
SAMPLES, MAPPED = "samples", "mapped_ha"
STRATUM, CELLS = "stratum", "cells"
# What the one stratum of a simple sample is called.
ALL_LAND = "all land"

# `class` is a word of Python.
ClassAccuracyRow = TypedDict(
    "ClassAccuracyRow",
    {
        "value": "int | None",
        "class": str,
        "mapped_ha": float,
        "samples": int,
        "users_pct": "float | None",
        "users_half_width_pct": "float | None",
        "producers_pct": "float | None",
        "producers_half_width_pct": "float | None",
        "f1_pct": "float | None",
        "estimated_ha": float,
        "estimated_se_ha": "float | None",
        "estimated_half_width_ha": "float | None",
    },
)


class CrossTable(NamedTuple):
    """A table of map by reference: its fields, and its rows by them; the last row and column sums.

    Attributes:
        fields: the name of the class of the map, one per class of the reference, the sum; of
            shares also what their errors follow from.
        rows: samples, or shares of the area from 0 to 1.
    """

    fields: list[Field]
    rows: list[Mapping[str, Any]]


class Accuracy:
    """What a matched sample tells of a map, with intervals of a level in %.

    Attributes:
        z: standard errors on either side of an estimate that make its interval.
    """

    def __init__(self, matched: Matched, level: float = 95.0):
        self.matched = matched
        self.level = level
        self.z = z_of(level)
        self.estimates = Estimates(matched.sample)

    @property
    def sample(self) -> Sample:
        return self.matched.sample

    @property
    def samples(self) -> int:
        """How many count."""
        return int(self.sample.matrix.sum())

    @property
    def overall_pct(self) -> float:
        return 100 * float(self.estimates.overall.share)

    @property
    def overall_half_width_pct(self) -> float | None:
        """Half of the interval, in percentage points; None where it is not known."""
        return or_none(100 * self.z * float(self.estimates.overall.error))

    @property
    def hectares(self) -> float:
        """The land that the estimates are about."""
        return self.sample.covered_hectares

    @cached_property
    def rows(self) -> list[ClassAccuracyRow]:
        """CLASS_ACCURACY: one row per class of the map or the reference."""
        estimates, classes = self.estimates, self.sample.classes
        errors = estimates.areas.error * self.hectares
        columns: dict[str, Sequence[object]] = {
            "value": [c.value for c in classes],
            "class": [c.name for c in classes],
            "mapped_ha": [c.hectares for c in classes],
            "samples": self.sample.matrix.sum(axis=1).tolist(),
            "users_pct": or_nones(100 * estimates.users.share),
            "users_half_width_pct": or_nones(100 * self.z * estimates.users.error),
            "producers_pct": or_nones(100 * estimates.producers.share),
            "producers_half_width_pct": or_nones(100 * self.z * estimates.producers.error),
            "f1_pct": or_nones(100 * estimates.f1),
            "estimated_ha": or_nones(estimates.areas.share * self.hectares),
            "estimated_se_ha": or_nones(errors),
            "estimated_half_width_ha": or_nones(self.z * errors),
        }
        rows = [dict(zip(columns, row)) for row in zip(*columns.values())]
        return cast("list[ClassAccuracyRow]", rows)

    @cached_property
    def confusion(self) -> CrossTable:
        """CONFUSION: how many of the sample, class of the map by class of the reference."""
        return self._cross_table(self.sample.matrix, Kind.WHOLE)

    @cached_property
    def proportions(self) -> CrossTable:
        """PROPORTIONS: the same as estimated shares of the area, with samples and hectares.

        Samples are those of strata: of each class of the map, of all land where the sample is a
        simple one, and of no row where the strata are others.
        """
        shares = self._cross_table(self.estimates.proportions, Kind.REAL, (SAMPLES, MAPPED))
        sample = self.sample
        hectares = [c.hectares for c in sample.classes]
        samples: list[int | None] = [None] * len(hectares)
        if sample.by_class:
            samples = [int(count) for count in sample.sizes]
        samples.append(self.samples if sample.by_class or sample.design == SIMPLE else None)
        return CrossTable(
            [*shares.fields, (SAMPLES, Kind.WHOLE), (MAPPED, Kind.REAL)],
            [
                {**row, SAMPLES: count, MAPPED: area}
                for row, count, area in zip(shares.rows, samples, [*hectares, sum(hectares)])
            ],
        )

    @cached_property
    def stratum_proportions(self) -> CrossTable:
        """STRATUM_PROPORTIONS: estimated shares of the area by stratum and class of the reference.

        With the samples of each stratum, its cells and its hectares; the sums last.
        """
        sample = self.sample
        names = [c.name for c in sample.classes]
        reserved = ("fid", STRATUM, SUM, SAMPLES, CELLS, MAPPED)
        columns = unique_names(names, reserved)
        strata = [stratum.name or ALL_LAND for stratum in sample.strata]
        shares = self.estimates.by_stratum
        sizes: list[list[float]] = [
            [float(own.sum()), int(size), stratum.cells, stratum.hectares]
            for own, size, stratum in zip(shares, sample.sizes, sample.strata)
        ]
        rows: list[Mapping[str, Any]] = [
            {STRATUM: name, **dict(zip(columns, own)), **dict(zip(reserved[2:], more))}
            for name, own, more in zip(
                [*strata, TOTAL],
                [list(map(float, own)) for own in (*shares, shares.sum(axis=0))],
                [*sizes, [sum(column) for column in zip(*sizes)]],
            )
        ]
        fields: list[Field] = [(STRATUM, Kind.TEXT), *((name, Kind.REAL) for name in columns)]
        fields += [(SUM, Kind.REAL), (SAMPLES, Kind.WHOLE), (CELLS, Kind.WHOLE)]
        return CrossTable([*fields, (MAPPED, Kind.REAL)], rows)

    def _cross_table(
        self, matrix: Ints | Floats, kind: Kind, reserved: Sequence[str] = ()
    ) -> CrossTable:
        """A table with its sums; no class may have the name of a `reserved` column."""
        names = [c.name for c in self.sample.classes]
        columns = [*unique_names(names, ("fid", MAP_CLASS, SUM, *reserved)), SUM]
        cross_table = np.vstack([matrix, matrix.sum(axis=0)])
        cross_table = np.hstack([cross_table, cross_table.sum(axis=1)[:, None]])
        return CrossTable(
            [(MAP_CLASS, Kind.TEXT), *((column, kind) for column in columns)],
            [
                {MAP_CLASS: name, **dict(zip(columns, counts))}
                for name, counts in zip([*names, TOTAL], cross_table.tolist())
            ],
        )

    @property
    def key_figures(self) -> dict[str, float]:
        """The numeric outputs; those that do not exist are left out."""
        quantity, exchange, shift = self.estimates.disagreement
        key_figures = {
            "SAMPLES": self.samples,
            "OVERALL_ACCURACY_PCT": self.overall_pct,
            "OVERALL_HALF_WIDTH_PCT": self.overall_half_width_pct,
            "KAPPA": or_none(self.estimates.kappa),
            "QUANTITY_PCT": 100 * quantity,
            "EXCHANGE_PCT": 100 * exchange,
            "SHIFT_PCT": 100 * shift,
        }
        return {name: figure for name, figure in key_figures.items() if figure is not None}

    def checks(self, census: Census, period: str) -> list[Check]:
        """That samples, shares and areas add up; `period` is what the map's date is called."""
        sample, estimates, matched = self.sample, self.estimates, self.matched
        shares = estimates.proportions
        pairs = [
            (
                Term("samples that count + samples left out = samples found"),
                matched.total,
                self.samples + sum(matched.left_out.values()),
            ),
            (
                Term("mapped hectares of the classes = hectares that count"),
                census.total_hectares,
                sum(c.hectares for c in sample.classes),
            ),
            (
                Term("estimated hectares of the classes = hectares that were sampled"),
                self.hectares,
                sum(row["estimated_ha"] for row in self.rows),
            ),
            (
                Term("quantity + exchange + shift = 1 - overall accuracy"),
                1 - float(estimates.overall.share),
                sum(estimates.disagreement),
            ),
        ]
        if sample.by_class:
            agree = np.minimum(shares.sum(axis=1), estimates.weights).sum()
            what = Term("estimated shares of the map's classes = mapped shares")
            pairs.append((what, 1.0, float(agree)))
        return [Check(period, *pair) for pair in pairs]

    def notes(self, census: Census) -> Notes:
        """What the log says of all this."""
        return accuracy_notes(self.matched, self.estimates, self.level, census.total_hectares)


class AccuracyResults(Results):
    """The accuracy of a map, and what follows from its count.

    Args:
        reference: what the layer of the sample is called.
        facts: what there is to say of it besides, as pairs of words.
    """

    def __init__(
        self,
        series: Series,
        census: Census,
        accuracy: Accuracy,
        reference: str = "",
        facts: Sequence[tuple[Text, object]] = (),
        thumbnail: Thumbnail | None = None,
    ):
        super().__init__(series, census, accuracy.checks(census, series.dates[0].label))
        self.accuracy = accuracy
        self.reference = reference
        self.facts = facts
        self.thumbnail = thumbnail

    @cached_property
    def colours(self) -> list[str]:
        """Of the classes of the sample: those of the map's, spare ones for the others."""
        of_map = self.classes.colours_by_name()
        return told_apart(
            [
                (c.land_class.value, of_map.get(c.name) or c.land_class.colour)
                for c in self.accuracy.sample.classes
            ]
        )

    @property
    def swatches(self) -> dict[str, str]:
        """The same by name."""
        return dict(zip((c.name for c in self.accuracy.sample.classes), self.colours))
