"""The class that a text beside a polygon means: a value, a key or a name.

Sought first among the classes of the run, then among those of the paper (in any language), whose
names the run may use otherwise, and last among the words of published sets of mining polygons,
which stand in resources/schemes/mining_polygons.csv: `class_name,class,source`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import isfinite

from ..base.messages import DataError, Listed, Message, Term
from ..base.numbers import number_in
from ..base.paths import RESOURCES
from .classes import LARGEST_VALUE, Classes, LandClass
from .defaults import default_classes
from .reserved import refuse_reserved
from .table import read_csv

MINING_POLYGONS = RESOURCES / "schemes" / "mining_polygons.csv"


@dataclass(frozen=True)
class ClassMatch:
    """A class that was found: its number in the run's class list, None for one that this lacks.

    `rank` is what it comes before others by: a class of the run by its number, of the paper by its
    place among these, and others last.
    """

    land_class: LandClass
    number: int | None = None
    rank: tuple[int, int] = (2, 0)


class ClassFinder:
    """Finds the classes that texts mean.

    Args:
        classes: those of the run.
        labels: what messages call the dates.
        numbers: per date, class number by value.
        language: of the names of classes that the run lacks.
    """

    def __init__(
        self,
        classes: Classes,
        labels: Sequence[str],
        numbers: Sequence[Mapping[int, int]],
        language: str = "",
    ):
        self._classes = classes
        self._labels = labels
        self._numbers = numbers
        self._paper = [land_class for _, land_class in default_classes(language)]
        self._paper_list = Classes(self._paper)

    def find(self, text: str) -> ClassMatch:
        """The class of a text.

        Raises:
            DataError: it is a value that means different classes at different dates, or one that
                no class can have, or a name with a meaning of its own.
        """
        number = number_in(text.strip())
        if number is not None and isfinite(number) and number == int(number):
            return self._by_value(int(number))
        for name in self._names(text.strip()):
            number = self._classes.find(name)
            if number is not None:
                return self._known(number)
        place = self._paper_place(text.strip())
        if place is not None:
            return ClassMatch(self._paper[place], rank=(1, place))
        refuse_reserved(text, Term("the class"))
        return ClassMatch(LandClass(0, text.strip(), text.strip()))

    def _known(self, number: int) -> ClassMatch:
        return ClassMatch(self._classes[number], number, (0, number))

    def _by_value(self, value: int) -> ClassMatch:
        class_numbers = {numbers[value] for numbers in self._numbers if value in numbers}
        if len(class_numbers) > 1:
            raise DataError(
                "the value {value} is {classes}; name the class instead",
                value=value,
                classes=Listed(
                    Message(
                        "'{name}' in {label}", name=self._classes[numbers[value]].name, label=label
                    )
                    for label, numbers in zip(self._labels, self._numbers)
                    if value in numbers
                ),
            )
        for number in class_numbers:
            return self._known(number)
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise DataError("the value {value} is too large for a class", value=value)
        return ClassMatch(LandClass(value, str(value), str(value), listed=False))

    def _names(self, text: str) -> Iterator[str]:
        """The text, and what else the class is called that it means."""
        yield text
        place = self._paper_place(text)
        if place is not None:
            yield from self._paper[place].names

    def _paper_place(self, text: str) -> int | None:
        """The place of a class among those of the paper."""
        place = self._paper_list.find(text)
        if place is None and text.casefold() in mining_names():
            place = self._paper_list.find(mining_names()[text.casefold()])
        return place


@cache
def mining_names() -> dict[str, str]:
    """The words of published sets of mining polygons: class key by name in small letters."""
    rows = read_csv(MINING_POLYGONS).rows
    return {str(row["class_name"]).casefold(): str(row["class"]) for row in rows}
