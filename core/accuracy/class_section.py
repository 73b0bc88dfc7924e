"""The sections with the accuracies of the classes, and with their estimated areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ..base.messages import Message, Term
from ..report.lying import LyingBars, interval_bars
from ..report.parts import Chart, Section, ShownTable, known
from ..report.rounding import rounded
from .accuracy import AccuracyResults

# How pale the second bar of a class is.
PALE = 0.45


def accuracy_section(results: AccuracyResults) -> Section:
    """User's and producer's accuracy of each class, with their intervals."""
    rows, colours = results.accuracy.rows, results.colours
    users = _bars(rows, "users", Term("User's accuracy"), colours)
    producers = _bars(rows, "producers", Term("Producer's accuracy"), colours, PALE)
    names = [row["class"] for row in rows]
    draw = partial(interval_bars, names, [users, producers], Term("%"), most=100.0)
    columns = [
        known("class", colours=results.swatches),
        known("samples"),
        known("users_pct"),
        known("users_half_width_pct", Term("\N{PLUS-MINUS SIGN} points")),
        known("producers_pct"),
        known("producers_half_width_pct", Term("\N{PLUS-MINUS SIGN} points")),
        known("f1_pct"),
    ]
    title = Term("User's (full colour) and producer's accuracy (pale), %")
    return Section(
        "accuracy",
        Term("Accuracy of the classes"),
        [
            Term(
                "User's accuracy: of the land that the map shows as a class, what part is of it. "
                "Producer's accuracy: of the land that is of a class, what part the map shows so. "
                "F1 is their harmonic mean."
            )
        ],
        charts=[Chart("accuracy", title, [("", draw)], note=_note(results))],
        tables=[ShownTable("accuracy", Term("Accuracy by class"), columns, rows)],
    )


def area_section(results: AccuracyResults) -> Section:
    """Mapped and estimated areas of each class."""
    rows, colours = results.accuracy.rows, results.colours
    names = [row["class"] for row in rows]
    mapped_words = [Message("mapped: {area} ha", area=rounded(row["mapped_ha"], 2)) for row in rows]
    estimated_words = [
        Message(
            "estimated: {area} \N{PLUS-MINUS SIGN} {half_width} ha",
            area=rounded(row["estimated_ha"], 2),
            half_width=rounded(row["estimated_half_width_ha"], 2),
        )
        for row in rows
    ]
    areas, halves = [row["mapped_ha"] for row in rows], [None for _ in rows]
    mapped = LyingBars(areas, colours, list(zip(names, mapped_words)), PALE, halves)
    estimated = LyingBars(
        [row["estimated_ha"] for row in rows],
        colours,
        list(zip(names, estimated_words)),
        halves=[row["estimated_half_width_ha"] for row in rows],
    )
    draw = partial(interval_bars, names, [mapped, estimated], Term("ha"))
    columns = [
        known("class", colours=results.swatches),
        known("mapped_ha"),
        known("estimated_ha"),
        known("estimated_half_width_ha", Term("\N{PLUS-MINUS SIGN} ha")),
        known("estimated_se_ha"),
    ]
    title = Term("Mapped (pale) and estimated areas (full colour), ha")
    return Section(
        "areas",
        Term("Areas by the sample"),
        [
            Message(
                "Hectares of each class as the map shows them, and as the reference of the sample "
                "says; the estimates are of {area} ha.",
                area=rounded(results.accuracy.hectares, 2),
            )
        ],
        charts=[Chart("areas", title, [("", draw)], note=_note(results))],
        tables=[ShownTable("areas", Term("Mapped and estimated areas"), columns, rows)],
    )


def _note(results: AccuracyResults) -> Message:
    level = f"{results.accuracy.level:g}"
    return Message("Lines are {level} % confidence intervals.", level=level)


def _bars(
    rows: Sequence[Mapping[str, Any]],
    side: str,
    words: Term,
    colours: list[str],
    opacity: float = 1.0,
) -> LyingBars:
    """The user's or producer's accuracies of the classes."""
    shares = [row[f"{side}_pct"] for row in rows]
    halves = [row[f"{side}_half_width_pct"] for row in rows]
    hovers = [
        (
            row["class"],
            Message(
                "{what}: {share} \N{PLUS-MINUS SIGN} {half_width} %",
                what=words,
                share=rounded(share, 2),
                half_width=rounded(half, 2),
            ),
        )
        for row, share, half in zip(rows, shares, halves)
    ]
    return LyingBars(shares, colours, hovers, opacity, halves)
