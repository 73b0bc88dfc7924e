"""What sample is wanted: the parameters of its design."""

from __future__ import annotations

from dataclasses import replace

from ...core.base.lists import parts_of
from ...core.base.messages import DataError, Notes
from ...core.results.sample_design import (
    BY_CLASS,
    BY_TAKEN,
    GOOD_PRACTICE,
    MOST_POINTS,
    NEYMAN,
    PROPORTIONAL,
    STRATIFIED,
    USUAL_SE,
    WantedSample,
)
from ...core.scheme.change_kinds import Changes, Floors, changes_of, read_floors
from ...core.scheme.class_accuracy import arrow_in
from ...core.scheme.classes import Classes, read_classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.expected import read_expected
from ...text import language
from ..dated import DatedInputs
from ..run_parameters import RunParameters
from ..scheme import disturbing_classes_of


def check_sample(parameters: RunParameters) -> None:
    """Refuse a sample that cannot be designed so, as far as a look tells."""
    if parameters.has("SIZE") and parameters.has("TARGET_SE"):
        raise DataError("SIZE and TARGET_SE are both given; the size follows from one of them")
    read_expected(parameters.text("EXPECTED_UA"))
    floors_wanted(parameters)


def floors_wanted(parameters: RunParameters) -> Floors:
    """The floors of MIN_PER_STRATUM."""
    parts = [part for part in parts_of(parameters.text("MIN_PER_STRATUM")) if part]
    return read_floors(parts, MOST_POINTS)


def by_change(parameters: RunParameters) -> bool:
    """Whether the strata go by what became of the land, not by the map's classes alone."""
    return parameters.choice("DESIGN") == STRATIFIED and (
        parameters.choice("STRATA_BY") == BY_TAKEN or parameters.has("BUFFER")
    )


def changes_wanted(
    parameters: RunParameters, inputs: DatedInputs, notes: Notes
) -> tuple[DatedInputs, Changes]:
    """The inputs of a map of changes, and what tells its changes.

    CLASSES and SCHEME are of the land use that conversions are between, unless CLASSES has the
    conversions themselves. `notes`: say so where they are.
    """
    table, shipped = inputs.tables["CLASSES"], inputs.shipped
    entries = default_classes(language()) if shipped is None else shipped.entries
    if table is not None:
        own = read_classes(table)
        if not any(arrow_in(c.name) for _, c in own):
            entries = own
            notes.inform(
                "{table}: the classes that the map's conversions are between.", table=table.name
            )
            inputs = replace(inputs, tables={**inputs.tables, "CLASSES": None})
    disturbing = disturbing_classes_of(parameters)
    land_classes = Classes(c for _, c in entries)
    return replace(inputs, shipped=None), changes_of(
        land_classes, disturbing, default_zones(language())
    )


def tell_design(parameters: RunParameters) -> None:
    """Tell what is not used, and what is taken for granted."""
    design, allocation = parameters.choice("DESIGN"), parameters.choice("ALLOCATION")
    has_size = parameters.has("SIZE")
    if not has_size and not parameters.has("TARGET_SE"):
        parameters.inform(
            "Neither SIZE nor TARGET_SE is given: TARGET_SE is {usual:g}.", usual=USUAL_SE
        )
    for name, is_used in (
        ("ALLOCATION", design == STRATIFIED or allocation == PROPORTIONAL),
        ("MIN_PER_CLASS", design == STRATIFIED and allocation == GOOD_PRACTICE),
        ("EXPECTED_UA", not has_size or (design == STRATIFIED and allocation == NEYMAN)),
        ("STRATA_BY", design == STRATIFIED or parameters.choice("STRATA_BY") == BY_CLASS),
        ("BUFFER", design == STRATIFIED),
        ("MIN_PER_STRATUM", design == STRATIFIED),
        ("TAKING_GROUPS", by_change(parameters)),
    ):
        if parameters.is_own(name) and not is_used:
            parameters.inform(
                "{name} is not used with the other parameters as they are.", name=name
            )


def wanted_sample(parameters: RunParameters) -> WantedSample:
    """What was asked for."""
    return WantedSample(
        parameters.choice("DESIGN"),
        parameters.choice("ALLOCATION"),
        parameters.whole("SIZE") if parameters.has("SIZE") else None,
        parameters.real("TARGET_SE") if parameters.has("TARGET_SE") else USUAL_SE,
        parameters.whole("MIN_PER_CLASS"),
        parameters.whole("SEED"),
        floors_wanted(parameters),
    )
