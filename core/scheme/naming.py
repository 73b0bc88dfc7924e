"""From raster values to classes.

Every date has its own values and its own names for them; the classes are shared by all
dates, so that a class keeps one number, whatever the dates call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..messages import DataError, Message
from ..raster.legend import (
    Legend,
)
from .classes import LARGEST_VALUE, ClassEntry, Classes, LandClass


@dataclass(frozen=True)
class Naming:
    """How one date's values become classes: numbers by value, and what else is allowed.

    `colours` are those of values without names. With `closed` set, a value outside `numbers`
    is an error with that sentence's reason.
    """

    label: str
    numbers: dict[int, int]
    closed: Message | str = ""
    colours: dict[int, str] = field(default_factory=dict)

    def resolve(self, value: int, classes: Classes) -> int:
        """The class number of a value.

        Raises:
            DataError: the value has no class and may not make one of its own.
        """
        if value in self.numbers:
            return self.numbers[value]
        if self.closed:
            raise DataError(
                "{label} holds the value {value}: {reason}",
                reason=self.closed,
                **self._told(value),
            )
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise DataError(
                "{label}: the value {value} is too large for a class", **self._told(value)
            )
        return classes.of_value(value, self.colours.get(value, ""))

    def _told(self, value: int) -> dict[str, object]:
        return {"label": self.label, "value": value}


def name_by_table(
    labels: Iterable[str], entries: Iterable[ClassEntry], legends: Iterable[Legend] = ()
) -> tuple[Classes, list[Naming]]:
    """Classes from a table of (value, LandClass), the same for every date.

    A class without a colour, and a value outside the table, take that of the legends.
    """
    classes, colours = Classes(), _colours_of(legends)
    numbers = {
        value: classes.add(replace(c, colour=c.colour or colours.get(c.value, "")))
        for value, c in entries
    }
    return classes, [Naming(label, numbers, colours=colours) for label in labels]


def _colours_of(legends: Iterable[Legend]) -> dict[int, str]:
    """Colours by value, the same for all dates: the first legend that has one gives it."""
    colours: dict[int, str] = {}
    for legend in legends:
        for value, colour in legend.colours.items():
            colours.setdefault(value, colour)
    return colours


def name_by_legends(
    labels: Iterable[str], legends: Sequence[Legend], known: Sequence[LandClass] = ()
) -> tuple[Classes, list[Naming]]:
    """Classes from what each date's raster says of its values.

    Args:
        labels: what to call each raster in messages.
        legends: a Legend per date; a date without names takes those of the others by value.
        known: scheme classes; a legend's name that is a key, name or alias of one (without
            regard to case) is that class, with its key and group, and keeps the legend's
            value and colour. They stand in the list even when no legend has them, so that
            rules can name them.
    """
    classes = Classes()
    by_text: dict[str, LandClass] = {}
    for names_of in (lambda c: (c.key,), lambda c: (c.name,), lambda c: c.aliases):
        for land_class in known:
            for name in names_of(land_class):
                by_text.setdefault(name.casefold(), land_class)
    borrowed: dict[int, tuple[str, str]] = {}
    for legend in legends:
        for value, name in legend.names.items():
            borrowed.setdefault(value, (name, legend.colours.get(value, "")))
    colours = _colours_of(legends)
    namings = []
    for label, legend in zip(labels, legends):
        own = {v: (n, legend.colours.get(v, "")) for v, n in legend.names.items()}
        numbers = {}
        for value, (name, colour) in sorted((own or borrowed).items()):
            match = by_text.get(name.casefold(), LandClass(value, name, name))
            numbers[value] = classes.add(replace(match, value=value, colour=colour or match.colour))
        namings.append(Naming(label, numbers, colours=colours))
    for land_class in known:
        classes.add(land_class)
    return classes, namings
