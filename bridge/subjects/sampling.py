"""What sample is wanted: the parameters of its design."""

from __future__ import annotations

from ...core.results.sample_design import (
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
from ...core.scheme.expected import USUAL, read_expected
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dialog import choice_parameter
from ..run_parameters import RunParameters
from ..values import list_parameter, number_parameter
from .uncertainty import LARGEST_SEED

# In percentage points. Beyond the largest any sample has a smaller one.
LEAST_SE, MOST_SE = 0.01, 50.0
USUAL_LEAST = 50


def add_design_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """DESIGN, ALLOCATION, SIZE, TARGET_SE, EXPECTED_UA, MIN_PER_CLASS and SEED."""
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
    algorithm.add(
        number_parameter("SEED", tr("Seed"), 1, 0, LARGEST_SEED),
        tr(
            "The same seed gives the same points; with a larger SIZE they stay and others join, "
            "but for a systematic sample."
        ),
        advanced=True,
    )


def sample_refusal(parameters: RunParameters) -> str:
    """Why a sample cannot be designed so, in words; '' if nothing is seen by a look.

    Raises:
        DataError: EXPECTED_UA cannot be read.
    """
    if parameters.has("SIZE") and parameters.has("TARGET_SE"):
        return tr("SIZE and TARGET_SE are both given; the size follows from one of them")
    read_expected(parameters.text("EXPECTED_UA"))
    return ""


def tell_design(parameters: RunParameters) -> None:
    """Tell what is not used, and what is taken for granted."""
    design, allocation = parameters.choice("DESIGN"), parameters.choice("ALLOCATION")
    has_size = parameters.has("SIZE")
    if not has_size and not parameters.has("TARGET_SE"):
        parameters.inform(
            tr("Neither SIZE nor TARGET_SE is given: TARGET_SE is {usual:g}.").format(
                usual=USUAL_SE
            )
        )
    for name, is_used in (
        ("ALLOCATION", design == STRATIFIED or allocation == PROPORTIONAL),
        ("MIN_PER_CLASS", design == STRATIFIED and allocation == GOOD_PRACTICE),
        ("EXPECTED_UA", not has_size or (design == STRATIFIED and allocation == NEYMAN)),
    ):
        if parameters.is_own(name) and not is_used:
            parameters.inform(
                tr("{name} is not used with the other parameters as they are.").format(name=name)
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
    )
