"""The user's accuracies that the classes of a map are expected to have: EXPECTED_UA."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..base.messages import DataError
from ..base.numbers import half_width, number_in, parts_of
from .classes import Classes, LandClass
from .naming import Naming
from .proposal import ClassFinder
from .unknown import class_keys, some

# Of classes that are not named.
USUAL = 0.8


class ExpectedText(NamedTuple):
    """What was written, its numbers read: of classes by name, and of the others.

    Which classes are meant is another matter.
    """

    others: float
    named: Sequence[tuple[str, float]] = ()


# The user's accuracy of a class, between 0 and 1.
Expected = Callable[[LandClass], float]


def read_expected(text: str) -> ExpectedText:
    """One number for all classes, such as 0.85, or class=number by comma, others 0.8.

    A part that has a comma in it stands in double quotes.

    Raises:
        DataError: a number is none, or is not between 0 and 1; or one number among several parts.
    """
    parts = [
        part if "=" in part else part.replace("\uff1d", "=") for part in parts_of(text) if part
    ]
    if len(parts) == 1 and "=" not in parts[0]:
        return ExpectedText(_accuracy(parts[0]))
    named = []
    for part in parts:
        name, equals, value = part.rpartition("=")
        if not equals or not name.strip():
            raise DataError(
                "EXPECTED_UA: '{part}' is not class=number; it takes one number for all classes, "
                "or class=number for some of them, and 0.8 for the others",
                part=part,
            )
        named.append((name.strip(), _accuracy(value.strip())))
    return ExpectedText(USUAL, named)


def _accuracy(text: str) -> float:
    value = number_in(half_width(text))
    if value is None:
        raise DataError("EXPECTED_UA: '{text}' is not a number", text=text)
    if not 0.0 < value < 1.0:
        raise DataError(
            "EXPECTED_UA: {text} is not between 0 and 1, where an accuracy of 80 % is 0.8",
            text=text,
        )
    return float(value)


def match_expected(
    text: ExpectedText, classes: Classes, naming: Naming, all_known: bool
) -> Expected:
    """The accuracies of the classes of a run.

    A class is named by a value, or by key or name: its own, or those of the paper's class of that
    name.

    Args:
        naming: class indices by value.
        all_known: whether the raster has been counted, and so values that nobody names are known.

    Raises:
        DataError: a class is unknown, or stands twice.
    """
    finder = ClassFinder(classes, [naming.label], [naming.class_indices])
    by_class: dict[tuple[bool, str], float] = {}
    for name, accuracy in text.named:
        class_index = classes.find(name)
        if class_index is None:
            class_index = finder.find(name).class_index
        is_value = isinstance(number_in(name), int)
        if class_index is None and not all_known and (is_value or not len(classes)):
            continue
        if class_index is None:
            raise DataError(
                "EXPECTED_UA: there is no class '{name}'; the classes are {classes}",
                name=name,
                classes=class_keys(classes)
                if any(c.listed for c in classes)
                else some(c.key for c in classes),
            )
        identity = classes[class_index].identity
        if identity in by_class:
            raise DataError(
                "EXPECTED_UA: the class '{name}' stands twice", name=classes[class_index].name
            )
        by_class[identity] = accuracy
    return lambda land_class: by_class.get(land_class.identity, text.others)
