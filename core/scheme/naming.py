"""From raster values to classes.

Every date has its own values and its own names for them; the classes are shared by all
dates, so that a class keeps one number, whatever the dates call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..messages import DataError, Listed, Message, Notes, Term
from ..raster.legend import Legend
from ..raster.source import Raster
from .classes import LARGEST_VALUE, ClassEntry, Classes, LandClass
from .legends import ShippedLegend

# A legend can be long; a log line should not be.
LISTED_VALUES = 20


@dataclass(frozen=True)
class NamedBy:
    """Where the classes of a run come from: in words, and as the record of a file says it."""

    words: object
    record: str


BY_TABLE = NamedBy(Term("from the class table"), "from the class table")
BY_LAYERS = NamedBy(Term("from the layers' own names"), "from the layers")
BY_VALUES = NamedBy(
    Term("none: no layer names its values, and classes are called by them"),
    "none, called by their values",
)


@dataclass(frozen=True)
class Naming:
    """How one date's values become classes: numbers by value.

    `colours` are those of values without names.
    """

    label: str
    numbers: dict[int, int]
    colours: dict[int, str] = field(default_factory=dict)

    def resolve(self, value: int, classes: Classes) -> int:
        """The class number of a value.

        Raises:
            DataError: the value has no class and is too large to make one of its own.
        """
        if value in self.numbers:
            return self.numbers[value]
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
    return classes, [Naming(label, numbers, colours) for label in labels]


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
    return _named(Classes(), {}, labels, legends, known)


def name_by_scheme(
    labels: Iterable[str],
    shipped: ShippedLegend,
    legends: Sequence[Legend],
    known: Sequence[LandClass] = (),
) -> tuple[Classes, list[Naming]]:
    """Classes from a shipped legend; the rasters name the values that it lacks.

    Args:
        labels, legends, known: as in name_by_legends. A name may be a class of the shipped legend
            as well, which is looked up first.
    """
    classes = Classes()
    numbers = {value: classes.add(c) for value, c in shipped.entries}
    known = [*(c for _, c in shipped.entries), *known]
    return _named(classes, numbers, labels, legends, known)


def _named(
    classes: Classes,
    numbers: dict[int, int],
    labels: Iterable[str],
    legends: Sequence[Legend],
    known: Sequence[LandClass],
) -> tuple[Classes, list[Naming]]:
    """Classes and namings where the legends name the values that have no number yet."""
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
        held = dict(numbers)
        for value, (name, colour) in sorted((own or borrowed).items()):
            if value in numbers:
                continue
            match = by_text.get(name.casefold(), LandClass(value, name, name))
            held[value] = classes.add(replace(match, value=value, colour=colour or match.colour))
        namings.append(Naming(label, held, colours))
    for land_class in known:
        classes.add(land_class)
    return classes, namings


def name_classes(
    rasters: list[Raster],
    class_entries: list[ClassEntry] | None,
    scheme_entries: list[ClassEntry] | None,
    notes: Notes,
    shipped: ShippedLegend | None = None,
) -> tuple[Classes, list[Naming], NamedBy]:
    """The class list of a run, how each date's values become classes, and by what.

    Args:
        class_entries: of the user's class table; None to go by a shipped legend, or by the
            rasters' own.
        scheme_entries: of the default class table, whose names the legends may use; None for a
            job that needs no scheme.
        notes: where the names come from is added to them.
        shipped: a shipped legend for all dates.
    """
    labels = [raster.label for raster in rasters]
    legends = [raster.legend for raster in rasters]
    known = [c for _, c in scheme_entries or []]
    if class_entries is not None:
        classes, namings = name_by_table(labels, class_entries, legends)
        notes.inform("Classes: from the class table.")
        one = _several_in_one({value for value, _ in class_entries}, namings[0], classes)
        if one:
            notes.inform(
                "The class table makes one class of several values: {classes}.", classes=one
            )
        return classes, namings, BY_TABLE
    if shipped is not None:
        classes, namings = name_by_scheme(labels, shipped, legends, known)
        _note_shipped(shipped, rasters, namings, classes, notes)
        words = Message("{title}, a shipped legend", title=shipped.title)
        return classes, namings, NamedBy(words, "from a shipped legend")
    if not any(legend.names for legend in legends):
        classes, namings = name_by_legends(labels, legends, known)
        notes.inform("Classes: no layer names its values; classes are called by them.")
        return classes, namings, BY_VALUES
    classes, namings = name_by_legends(labels, legends, known)
    for raster, naming in zip(rasters, namings):
        label, legend = raster.label, raster.legend
        if legend.names:
            notes.inform("{label}: classes from its {source}.", label=label, source=legend.source)
            _note_band(raster, notes)
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
    return classes, namings, BY_LAYERS


def _note_band(raster: Raster, notes: Notes) -> None:
    """Report that names were made for another band than the one that is counted."""
    band, styled = raster.source.band, raster.legend.band
    if styled not in (None, band):
        notes.warn(
            "{label}: the layer is styled by band {styled} and band {band} is counted: its "
            "names are those of band {styled}.",
            label=raster.label,
            styled=styled,
            band=band,
        )


def _note_shipped(
    shipped: ShippedLegend,
    rasters: list[Raster],
    namings: list[Naming],
    classes: Classes,
    notes: Notes,
) -> None:
    """Report what a shipped legend says, and where the layers themselves say otherwise."""
    notes.inform("Classes: from the shipped legend {title}.", title=shipped.title)
    if shipped.nodata:
        notes.inform(
            "SCHEME: these values mean no data there and are left out: {values}.",
            values=_listed([str(value) for value in shipped.nodata]),
        )
    unsure = [f"{v} {c.name}" for v, c in shipped.entries if shipped.confidence[v] == "low"]
    if unsure:
        notes.inform(
            "SCHEME: it is not certain that these codes are these classes: {classes}.",
            classes=_listed(unsure),
        )
    own = {value for value, _ in shipped.entries}
    for raster, naming in zip(rasters, namings):
        names = raster.legend.names
        further = {
            value: classes[naming.numbers[value]].name
            for value in sorted(naming.numbers)
            if value not in own
        }
        if further:
            notes.inform(
                "{label}: SCHEME has no class for these values, and the layers name them: "
                "{classes}.",
                label=raster.label,
                classes=_listed([f"{value} {name}" for value, name in further.items()]),
            )
            _note_band(raster, notes)
        others = [
            f"{value} '{names[value]}' ({c.name})"
            for value, c in shipped.entries
            if value in names and not _is_called(c, names[value])
        ]
        if others:
            notes.warn(
                "{label}: the layer's own names are others than those of SCHEME (in brackets), "
                "which count: {names}. Is it the right one?",
                label=raster.label,
                names=_listed(others),
            )


def _is_called(land_class: LandClass, name: str) -> bool:
    """Whether a name is one of a class's."""
    texts = (land_class.key, land_class.name, *land_class.aliases)
    return name.strip().casefold() in (text.casefold() for text in texts)


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
