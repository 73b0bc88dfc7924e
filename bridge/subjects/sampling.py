"""What sample is wanted: the parameters of its design."""

from __future__ import annotations

from dataclasses import replace

from ...core.base.lists import parts_of
from ...core.base.messages import DataError, Notes
from ...core.results.sample_design import (
    BY_CLASS,
    BY_TAKEN,
    EQUAL,
    GOOD_PRACTICE,
    MOST_POINTS,
    NEYMAN,
    PROPORTIONAL,
    SIMPLE,
    STRATIFIED,
    SYSTEMATIC,
    USUAL_SE,
    WantedSample,
)
from ...core.scheme.change_kinds import Changes, Floors, changes_of, read_floors
from ...core.scheme.class_accuracy import arrow_in
from ...core.scheme.classes import Classes, read_classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.expected import USUAL, read_expected
from ...text import language, tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedInputs
from ..dialog import choice_parameter, shown_by
from ..run_parameters import RunParameters
from ..scheme import add_disturbing_parameter, disturbing_classes_of
from ..values import list_parameter, number_parameter
from .proposed_strata import ByMap
from .uncertainty import LARGEST_SEED

# In percentage points. Beyond the largest any sample has a smaller one.
LEAST_SE, MOST_SE = 0.01, 50.0
USUAL_LEAST = 50
# In cells; a wider buffer holds too much land to be told from the rest.
WIDEST_BUFFER = 100
PROPOSED_BUFFER = 2


def add_design_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """DESIGN, ALLOCATION, SIZE, TARGET_SE, EXPECTED_UA and MIN_PER_CLASS."""
    algorithm.add(
        choice_parameter(
            "DESIGN",
            tr("Design"),
            {
                STRATIFIED: tr("Stratified: random points in each class"),
                SIMPLE: tr("Simple: random points anywhere"),
                SYSTEMATIC: tr("Systematic: points at equal distances"),
            },
            STRATIFIED,
        ),
        tr(
            "stratified: random points in each class of the map. simple: random points anywhere. "
            "systematic: points at equal distances from a random start; about as many as asked "
            "for lie in cells that count."
        ),
    )
    algorithm.add(
        choice_parameter(
            "ALLOCATION",
            tr("Points per class"),
            {
                PROPORTIONAL: tr("By area"),
                EQUAL: tr("The same to each class"),
                NEYMAN: tr("By area and expected error (Neyman)"),
                GOOD_PRACTICE: tr("A least number to each class, the rest by area"),
            },
            PROPORTIONAL,
        ),
        tr(
            "Of a stratified sample. proportional: by area. equal: the same to each class. neyman: "
            "by area times the standard deviation expected, the smallest error for the overall "
            "accuracy. good_practice: at least MIN_PER_CLASS to each class, the rest by area."
        ),
    )
    algorithm.add(
        number_parameter("SIZE", tr("Number of points"), None, 1, MOST_POINTS),
        tr("How many points. Without it as many as TARGET_SE takes."),
    )
    algorithm.add(
        number_parameter(
            "TARGET_SE",
            tr("Standard error to reach, percentage points"),
            None,
            LEAST_SE,
            MOST_SE,
            is_whole=False,
        ),
        tr(
            "The standard error that the overall accuracy is to have, where SIZE is not given. "
            "Without both it is {usual:g}."
        ).format(usual=USUAL_SE),
    )
    algorithm.add(
        list_parameter("EXPECTED_UA", tr("User's accuracies expected"), str(USUAL)),
        tr(
            "How much of each class of the map you expect to be right, between 0 and 1: one number "
            "for all, or class=number separated by commas, such as arable=0.9,open_pit=0.7, and "
            "{usual:g} for the others. Used for the size and by neyman."
        ).format(usual=USUAL),
    )
    algorithm.add(
        number_parameter(
            "MIN_PER_CLASS", tr("Points of each class at least"), USUAL_LEAST, 1, MOST_POINTS
        ),
        tr("Of good_practice. A class with fewer cells gives all of them."),
    )


def add_strata_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """STRATA_BY, BUFFER, MIN_PER_STRATUM, TAKING_GROUPS and SEED."""
    words = {
        BY_CLASS: tr("The classes of the map"),
        BY_TAKEN: tr("What became of the land: taken, given back, other change, stable"),
    }
    strata = choice_parameter("STRATA_BY", tr("Strata go by"), words, BY_CLASS)
    strata.setMetadata(shown_by(ByMap, proposed=BY_TAKEN, words=words))
    algorithm.add(
        strata,
        tr(
            "Of a stratified sample. class: each class of the map is one. taken: of a raster of "
            "conversions, land taken from the sinks by the class that it was, land given back to "
            "them, all other change together, and stable land; it serves the tonnes of Carbon loss "
            "accounting and Mine carbon ledger best, with BUFFER."
        ),
    )
    buffer = number_parameter(
        "BUFFER", tr("Buffer about taken land, cells"), None, 1, WIDEST_BUFFER
    )
    buffer.setMetadata(shown_by(ByMap, proposed=PROPOSED_BUFFER))
    algorithm.add(
        buffer,
        tr(
            "Stable land within so many rows and columns of land that was taken is a stratum of "
            "its own: most of the change that a map misses lies there, and points elsewhere "
            "hardly find it. Of a raster of conversions or zones; {usual} serves most maps. "
            "Without it there is no such stratum."
        ).format(usual=PROPOSED_BUFFER),
        advanced=True,
    )
    algorithm.add(
        list_parameter("MIN_PER_STRATUM", tr("Points of strata at least")),
        tr(
            "Stratum=number separated by commas, such as buffer=100,stable=200: points that a "
            "stratum has at least, by each allocation. A stratum is called by its value or name in "
            "Strata; taken means each stratum of land taken. It wins over MIN_PER_CLASS."
        ),
        advanced=True,
    )
    add_disturbing_parameter(
        algorithm,
        help_text=tr(
            "Groups of classes that take land from the sinks, such as mine or mine,built. What "
            "STRATA_BY and BUFFER call taken is land of group sink that went to one of them. "
            "Without it mine."
        ),
    )
    algorithm.add(
        number_parameter("SEED", tr("Seed"), 1, 0, LARGEST_SEED),
        tr(
            "The same seed gives the same points; with a larger SIZE they stay and others join, "
            "but for a systematic sample."
        ),
        advanced=True,
    )


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
