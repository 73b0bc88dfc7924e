"""The section that says in words how good a map is, fit for a methods section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.messages import Listed, Message, Term, Text
from ..report.parts import Section
from ..report.rounding import rounded
from .accuracy import Accuracy, AccuracyResults
from .estimates import SIMPLE
from .matching import reasons_of
from .notes import doubts, kappa_warning


def word_section(results: AccuracyResults) -> Section:
    """One paragraph on design, estimators and results, and what is doubtful about them."""
    accuracy = results.accuracy
    parts = [
        _design(results),
        _method(accuracy),
        _overall(accuracy),
        *_by_class(accuracy),
        _disagreement(accuracy),
        *_areas(accuracy),
    ]
    if accuracy.matched.left_out:
        reasons = reasons_of(accuracy.matched.left_out)
        parts.append(Message("Samples left out: {reasons}.", reasons=reasons))
    sentences: list[Text] = [Message("{text}", text=Listed(parts, Term(" ")))]
    if "KAPPA" in accuracy.key_figures:
        sentences.append(
            Message(
                "Kappa of the raw counts is {kappa}. {warning}",
                kappa=rounded(accuracy.key_figures["KAPPA"], 3),
                warning=kappa_warning(),
            )
        )
    return Section(
        "summary",
        Term("In words"),
        sentences,
        warnings=doubts(accuracy.estimates, results.census.total_hectares),
    )


def _design(results: AccuracyResults) -> Message:
    sample = results.accuracy.sample
    values = {
        "map": results.dates[0].layer,
        "count": rounded(results.accuracy.samples),
        "reference": results.reference,
    }
    if sample.design == SIMPLE:
        return Message(
            "The map {map} was assessed with {count} samples ({reference}), drawn from all land "
            "alike.",
            **values,
        )
    sizes = [int(size) for size in sample.sizes if size]
    values.update(strata=str(len(sizes)), least=rounded(min(sizes)), most=rounded(max(sizes)))
    if sample.by_class:
        return Message(
            "The map {map} was assessed with {count} samples ({reference}), drawn from each of "
            "its {strata} classes by itself, {least} to {most} of each.",
            **values,
        )
    return Message(
        "The map {map} was assessed with {count} samples ({reference}), drawn from each of "
        "{strata} strata by itself, {least} to {most} of each; the strata are not the classes of "
        "the map.",
        **values,
    )


def _method(accuracy: Accuracy) -> Term:
    sample = accuracy.sample
    if sample.design == SIMPLE:
        return Term("Accuracies and areas are the proportions of the samples.")
    if sample.by_class:
        return Term(
            "Accuracies and areas were estimated from the confusion matrix, each class of the map "
            "weighted by its share of the area (Olofsson et al. 2014, Remote Sensing of "
            "Environment 148:42-57)."
        )
    return Term(
        "Accuracies and areas were estimated with ratio estimators, each stratum weighted by its "
        "share of the area, with finite population correction (Stehman 2014, International "
        "Journal of Remote Sensing 35:4923-4939)."
    )


def _overall(accuracy: Accuracy) -> Message:
    half_width = accuracy.overall_half_width_pct
    if half_width is None:
        return Message(
            "The overall accuracy is {share} %; it has no confidence interval, because a stratum "
            "has but one sample.",
            share=rounded(accuracy.overall_pct, 1),
        )
    return Message(
        "The overall accuracy is {share} \N{PLUS-MINUS SIGN} {half_width} % ({level} % confidence "
        "intervals here and in what follows, {z} standard errors on either side).",
        share=rounded(accuracy.overall_pct, 1),
        half_width=rounded(half_width, 1),
        level=f"{accuracy.level:g}",
        z=f"{accuracy.z:.2f}",
    )


def _by_class(accuracy: Accuracy) -> Iterator[Message]:
    accuracies: list[Any] = list(accuracy.rows)
    for key, words in (
        ("users_pct", Term("User's accuracies are from {least} % ({worst}) to {most} % ({best}).")),
        (
            "producers_pct",
            Term("Producer's accuracies are from {least} % ({worst}) to {most} % ({best})."),
        ),
    ):
        rows = sorted((r for r in accuracies if r[key] is not None), key=lambda row: row[key])
        if len(rows) > 1:
            yield Message(
                words,
                least=rounded(rows[0][key], 1),
                worst=rows[0]["class"],
                most=rounded(rows[-1][key], 1),
                best=rows[-1]["class"],
            )


def _disagreement(accuracy: Accuracy) -> Message:
    quantity, exchange, shift = (rounded(100 * part, 1) for part in accuracy.estimates.disagreement)
    return Message(
        "{share} % of the land are estimated to have another class than the map shows: {quantity} "
        "% by quantity, {exchange} % by exchange and {shift} % by shift (Pontius and Santacruz "
        "2014, International Journal of Remote Sensing 35:7543-7554).",
        share=rounded(100 - accuracy.overall_pct, 1),
        quantity=quantity,
        exchange=exchange,
        shift=shift,
    )


def _areas(accuracy: Accuracy) -> Iterator[Message]:
    """The class whose area the sample puts right most."""
    row = max(accuracy.rows, key=lambda row: abs(row["estimated_ha"] - row["mapped_ha"]))
    half_width = row["estimated_half_width_ha"]
    if half_width is not None:
        yield Message(
            "The estimated areas differ most from the mapped ones for {name}: {mapped} ha are "
            "mapped, and {estimated} \N{PLUS-MINUS SIGN} {half_width} ha are estimated.",
            name=row["class"],
            mapped=rounded(row["mapped_ha"], 0),
            estimated=rounded(row["estimated_ha"], 0),
            half_width=rounded(half_width, 0),
        )
