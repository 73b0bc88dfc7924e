"""From raster values to classes.

Every date has its own values and its own names for them; the classes are shared by all
dates, so that a class keeps one number, whatever the dates call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..messages import DataError, Listed, Message, Notes
from ..raster.legend import Legend
from ..raster.source import Raster
from .classes import LARGEST_VALUE, ClassEntry, Classes, LandClass

# A legend can be long; a log line should not be.
LISTED_VALUES = 20


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
                label=self.label,
                value=value,
            )
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise DataError(
                "{label}: the value {value} is too large for a class",
                label=self.label,
                value=value,
            )
        return classes.of_value(value, self.colours.get(value, ""))


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


def name_classes(
    rasters: list[Raster],
    class_entries: list[ClassEntry] | None,
    scheme_entries: list[ClassEntry] | None,
    notes: Notes,
) -> tuple[Classes, list[Naming]]:
    """The class list of a run, and how each date's values become classes.

    Args:
        class_entries: of the user's class table; None to go by the rasters' legends.
        scheme_entries: of the default class table, or None for a job that needs no scheme.
        notes: where the names come from is added to them.
    """
    labels = [raster.label for raster in rasters]
    if class_entries is not None:
        classes, namings = name_by_table(
            labels, class_entries, [raster.legend for raster in rasters]
        )
        notes.inform("Classes: from the class table.")
        one = _several_in_one({value for value, _ in class_entries}, namings[0], classes)
        if one:
            notes.inform(
                "The class table makes one class of several values: {classes}.", classes=one
            )
        return classes, namings
    known = [] if scheme_entries is None else [c for _, c in scheme_entries]
    legends = [raster.legend for raster in rasters]
    if not any(legend.names for legend in legends):
        if scheme_entries is None:
            classes, namings = name_by_legends(labels, legends)
            notes.inform("Classes: no layer names its values; classes are called by them.")
            return classes, namings
        classes, namings = name_by_table(labels, scheme_entries)
        reason = Message(
            "the layers have no class names, and the default class list ends at {last}; give a "
            "class table (CLASSES), or name the value in NODATA if it stands for no data",
            last=max(value for value, _ in scheme_entries),
        )
        namings = [Naming(n.label, n.numbers, closed=reason) for n in namings]
        notes.warn(
            "No layer names its values: they are taken for the default classes ({classes}).",
            classes=", ".join(f"{value} {c.name}" for value, c in scheme_entries),
        )
        return classes, namings
    classes, namings = name_by_legends(labels, legends, known)
    for raster, naming in zip(rasters, namings):
        label, legend, band = raster.label, raster.legend, raster.source.band
        if legend.names:
            notes.inform("{label}: classes from its {source}.", label=label, source=legend.source)
            if legend.band not in (None, band):
                notes.warn(
                    "{label}: the layer is styled by band {styled} and band {band} is counted: its "
                    "names are those of band {styled}.",
                    label=label,
                    styled=legend.band,
                    band=band,
                )
        else:
            notes.warn(
                "{label} names none of its values: they are named as in the other layers.",
                label=label,
            )
        one = _several_in_one(set(legend.names), naming, classes)
        if one:
            notes.inform(
                "{label}: its legend makes one class of several values: {classes}.",
                label=label,
                classes=one,
            )
    notes.notices += _renamed(legends, namings, classes)
    notes.warnings += _disagreements(labels, legends)
    strangers = [c.name for c in classes if not c.group]
    if known and strangers:
        notes.warn(
            "{count} class names of the layers are not in the default class list, so they "
            "belong to no group: {names}.",
            count=len(strangers),
            names=_listed(strangers),
        )
    return classes, namings


def _listed(texts: list[str]) -> str:
    """Texts one after the other, the first of them where there are many."""
    return ", ".join([*texts[:LISTED_VALUES], *(["..."] if len(texts) > LISTED_VALUES else [])])


def _several_in_one(values: set[int], naming: Naming, classes: Classes) -> str:
    """The classes that several of some values have, each with its values; '' for none."""
    held: dict[int, list[str]] = {}
    for value in sorted(values):
        held.setdefault(naming.numbers[value], []).append(str(value))
    return _listed(
        [f"{classes[n].name} ({_listed(own)})" for n, own in held.items() if len(own) > 1]
    )


def _renamed(legends: list[Legend], namings: list[Naming], classes: Classes) -> list[Message]:
    """A line on the classes that a legend calls otherwise than the default class list."""
    pairs: dict[tuple[str, str], Message] = {}
    for legend, naming in zip(legends, namings):
        for value, name in sorted(legend.names.items()):
            given = classes[naming.numbers[value]].name
            if given.casefold() != name.casefold():
                pairs[name, given] = Message("'{name}' is {given}", name=name, given=given)
    if not pairs:
        return []
    more = ["..."] if len(pairs) > LISTED_VALUES else []
    return [
        Message(
            "Classes are called as in the default class list: {names}.",
            names=Listed([*list(pairs.values())[:LISTED_VALUES], *more]),
        )
    ]


def _disagreements(labels: list[str], legends: list[Legend]) -> list[Message]:
    """A line for every value that two legends name differently; classes go by the names."""
    lines = []
    for value in sorted({value for legend in legends for value in legend.names}):
        given = [(label, legend.names.get(value)) for label, legend in zip(labels, legends)]
        named = [(label, name) for label, name in given if name is not None]
        if len({name.casefold() for _, name in named}) > 1:
            lines.append(
                Message(
                    "Legends differ: the value {value} is {names}. Classes are matched by name.",
                    value=value,
                    names=Listed(
                        Message("'{name}' in {label}", name=name, label=label)
                        for label, name in named
                    ),
                )
            )
    if len(lines) <= LISTED_VALUES:
        return lines
    more = Message("Legends differ in {count} further values.", count=len(lines) - LISTED_VALUES)
    return [*lines[:LISTED_VALUES], more]
