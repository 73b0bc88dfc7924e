"""Accuracy of a map: the confusion matrix, accuracies and estimated areas as tables and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypedDict

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.colours import told_apart
from ..base.columns import Field, Kind, unique_names
from ..base.messages import Notes, Term, Text
from ..base.numbers import or_none
from ..base.sampling import z_of
from ..results.closure import Check
from ..results.results import Results
from ..scan.census import Census
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from .estimates import Estimate, Estimates
from .matching import Matched
from .notes import accuracy_notes
from .sample import Sample

TOTAL = "Total"
MAP_CLASS, SUM = "map_class", "total"

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
    """A table of map by reference: its fields, and its rows by them."""

    fields: list[Field]
    rows: list[Mapping[str, object]]


class Accuracy:
    """What a matched sample tells of a map.

    Args:
        matched: the sample and what was left out of it.
        level: of the intervals, in %.

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
        made, per_cent, whole = self.estimates, self._per_cent, self.hectares
        users, producers, areas = made.users, made.producers, made.areas
        points = self.sample.matrix.sum(axis=1)
        rows: list[ClassAccuracyRow] = []
        for n, own in enumerate(self.sample.classes):
            error = float(areas.error[n]) * whole
            rows.append(
                {
                    "value": own.value,
                    "class": own.name,
                    "mapped_ha": own.hectares,
                    "samples": int(points[n]),
                    "users_pct": per_cent(users, n)[0],
                    "users_half_width_pct": per_cent(users, n)[1],
                    "producers_pct": per_cent(producers, n)[0],
                    "producers_half_width_pct": per_cent(producers, n)[1],
                    "f1_pct": or_none(100 * float(made.f1[n])),
                    "estimated_ha": float(areas.share[n]) * whole,
                    "estimated_se_ha": or_none(error),
                    "estimated_half_width_ha": or_none(self.z * error),
                }
            )
        return rows

    def _per_cent(self, estimate: Estimate, number: int) -> tuple[float | None, float | None]:
        """A share and half of its interval in per cent; None for what does not exist."""
        share, error = float(estimate.share[number]), float(estimate.error[number])
        return or_none(100 * share), or_none(100 * self.z * error)

    @cached_property
    def confusion(self) -> CrossTable:
        """CONFUSION: how many of the sample, class of the map by class of the reference."""
        return self._cross_table(self.sample.matrix, Kind.WHOLE)

    @cached_property
    def proportions(self) -> CrossTable:
        """PROPORTIONS: the same as estimated shares of the area."""
        return self._cross_table(self.estimates.proportions, Kind.REAL)

    def _cross_table(self, matrix: Ints | Floats, kind: Kind) -> CrossTable:
        names = [own.name for own in self.sample.classes]
        columns = [*unique_names(names, ("fid", MAP_CLASS, SUM)), SUM]
        cross_table = np.vstack([matrix, matrix.sum(axis=0)])
        cross_table = np.hstack([cross_table, cross_table.sum(axis=1)[:, None]])
        return CrossTable(
            [(MAP_CLASS, Kind.TEXT), *((column, kind) for column in columns)],
            [
                {MAP_CLASS: name, **dict(zip(columns, numbers))}
                for name, numbers in zip([*names, TOTAL], cross_table.tolist())
            ],
        )

    @property
    def numbers(self) -> dict[str, float]:
        """The numeric outputs; those that do not exist are left out."""
        quantity, exchange, shift = self.estimates.disagreement
        found = {
            "SAMPLES": self.samples,
            "OVERALL_ACCURACY_PCT": self.overall_pct,
            "OVERALL_HALF_WIDTH_PCT": self.overall_half_width_pct,
            "KAPPA": or_none(self.estimates.kappa),
            "QUANTITY_PCT": 100 * quantity,
            "EXCHANGE_PCT": 100 * exchange,
            "SHIFT_PCT": 100 * shift,
        }
        return {name: number for name, number in found.items() if number is not None}

    def checks(self, census: Census, period: str) -> list[Check]:
        """That samples, shares and areas add up.

        Args:
            period: what the map's date is called.
        """
        sample, made, matched = self.sample, self.estimates, self.matched
        shares = made.proportions
        checks = [
            Check(
                period,
                Term("samples that count + samples left out = samples found"),
                matched.total,
                self.samples + sum(matched.left_out.values()),
            ),
            Check(
                period,
                Term("mapped hectares of the classes = hectares that count"),
                census.total_hectares,
                sum(own.hectares for own in sample.classes),
            ),
            Check(
                period,
                Term("estimated hectares of the classes = hectares that were sampled"),
                self.hectares,
                sum(row["estimated_ha"] for row in self.rows),
            ),
            Check(
                period,
                Term("quantity + exchange + shift = 1 - overall accuracy"),
                1 - float(made.overall.share),
                sum(made.disagreement),
            ),
        ]
        if sample.by_class:
            agree = np.minimum(shares.sum(axis=1), made.weights).sum()
            what = Term("estimated shares of the map's classes = mapped shares")
            checks.append(Check(period, what, 1.0, float(agree)))
        return checks

    def notes(self, census: Census) -> Notes:
        """What the log says of all this."""
        return accuracy_notes(self.matched, self.estimates, self.level, census.total_hectares)


class AccuracyResults(Results):
    """The accuracy of a map, and what follows from its count.

    Args:
        accuracy: see there.
        reference: what the layer of the sample is called.
        facts: what is to be told of it besides, as pairs of words.
        thumbnail: a small map, or None.
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
                (own.land_class.value, of_map.get(own.name) or own.land_class.colour)
                for own in self.accuracy.sample.classes
            ]
        )

    @property
    def swatches(self) -> dict[str, str]:
        """The same by name."""
        return dict(zip((own.name for own in self.accuracy.sample.classes), self.colours))
