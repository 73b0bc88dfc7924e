"""Classes of a run, the class table, and unknown names in tables."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..base.colours import assign_class_colours
from ..base.messages import COMMA_TERM, DataError, Message, MessageList, Term, Text
from ..base.numbers import MAX_LISTED_ITEMS, to_single_line, truncate_list
from .table import Row, Table, check_reserved_name

CLASS_COLUMNS = ("value", "class")

SINK, MINE = "sink", "mine"
# Terms for land disturbed by mines, or by user-defined groups, in sentences.
MINED_LAND, DISTURBED_LAND = Term("mined land"), Term("disturbed land")

# Values of the column natural: natural or modified ecosystem.
NATURAL_VALUES = YES, NO = "yes", "no"

# Key of the class that other sinks are converted to by planting.
FOREST_KEY = "forest"

# A land-use raster has tens of classes. Thousands indicate an elevation model or similar, and a
# matrix of their pairs would exceed the memory.
MAX_CLASSES = 2048

MAX_CLASS_VALUE = 2**63 - 1


@dataclass(frozen=True)
class LandClass:
    """Land-use class by table code; group, colour and `natural` (in NATURAL_VALUES) may be ''."""

    value: int
    key: str
    name: str
    group: str = ""
    colour: str = ""
    listed: bool = True  # False: no table and no legend names it
    aliases: tuple[str, ...] = ()  # its names in other languages, for matching only
    natural: str = ""

    @property
    def identity(self) -> tuple[bool, str]:
        """Unique identity of a class in any list, as a value may equal the key of another class."""
        return self.listed, self.key.casefold()

    @property
    def names(self) -> tuple[str, ...]:
        """All names: key, name and aliases."""
        return self.key, self.name, *self.aliases

    @property
    def is_sink(self) -> bool:
        """Whether the class stores carbon that is lost when its land is disturbed."""
        return self.group == SINK


# Order of lookup: key, then name, then names in other languages.
NAME_GETTERS: tuple[Callable[[LandClass], tuple[str, ...]], ...] = (
    lambda c: (c.key,),
    lambda c: (c.name,),
    lambda c: c.aliases,
)

# Row of a class table: raster value and class.
ClassEntry = tuple[int, LandClass]


class Classes:
    """Classes of a run for all dates, by position from 0; values found are added, with a lock."""

    def __init__(self, classes: Iterable[LandClass] = ()):
        self._classes: list[LandClass] = []
        self._indices: dict[tuple[str, str | int], int] = {}
        self._lock = threading.Lock()
        for land_class in classes:
            if land_class.listed:
                self.add_class(land_class)
            else:
                self._register_class(("value", land_class.value), land_class)

    def __len__(self) -> int:
        return len(self._classes)

    def __getitem__(self, index: int) -> LandClass:
        return self._classes[index]

    def __iter__(self) -> Iterator[LandClass]:
        return iter(list(self._classes))

    def add_class(self, land_class: LandClass) -> int:
        """Return the index of a listed class, adding it if its key is new."""
        with self._lock:
            return self._register_class(("key", land_class.key.casefold()), land_class)

    def add_unnamed_value(self, value: int, colour: str = "") -> int:
        """Return the index of the class of an unnamed value, adding it if new."""
        with self._lock:
            # Named by the value in tables, unless a listed class has this name.
            index = self.find_class(str(value))
            is_used = index is not None and self._classes[index].listed
            name = f"value {value}" if is_used else str(value)
            stranger = LandClass(value, str(value), name, colour=colour, listed=False)
            return self._register_class(("value", value), stranger)

    def _register_class(self, identity: tuple[str, str | int], land_class: LandClass) -> int:
        if identity not in self._indices:
            if len(self._classes) >= MAX_CLASSES:
                raise DataError(
                    "LAYERS: more than {limit} different values; use land-use rasters",
                    limit=MAX_CLASSES,
                )
            self._indices[identity] = len(self._classes)
            self._classes.append(land_class)
        return self._indices[identity]

    def sort_classes(self) -> Classes:
        """Return the same classes in table order, independent of the order of their discovery."""
        return Classes(self._classes[index] for index in self.table_order())

    def table_order(self) -> list[int]:
        """Return class indices in table order: listed classes as listed, then others by value."""
        ranks = [(False, 0) if c.listed else (True, c.value) for c in self]
        return sorted(range(len(ranks)), key=lambda n: ranks[n])

    def colours(self) -> list[str]:
        """Return a colour per class: its own, or an unused default colour."""
        return assign_class_colours([(c.value, c.colour) for c in self])

    def colours_by_name(self) -> dict[str, str]:
        """Return the colours by class name."""
        return dict(zip((c.name for c in self), self.colours()))

    def colours_by_row(self) -> dict[tuple[int, str], str]:
        """Return the colours by value and name, which identify the classes of table rows."""
        return dict(zip(((c.value, c.name) for c in self), self.colours()))

    def find_class(self, text: str) -> int | None:
        """Return the index of the class with this key or, failing that, this name or alias."""
        wanted = to_single_line(text).casefold()
        for names_of in NAME_GETTERS:
            for index, land_class in enumerate(self._classes):
                if wanted in (name.casefold() for name in names_of(land_class)):
                    return index
        return None


def read_classes(table: Table) -> list[ClassEntry]:
    """Read values and classes from a table row by row; several values may share a class.

    The first value, name, group and colour given apply; `natural` is set if all rows agree.
    """
    table.check_columns(CLASS_COLUMNS)
    classes: dict[str, LandClass] = {}  # by key (case-folded)
    value_rows: dict[int, Row] = {}
    entries: list[tuple[int, str]] = []
    looked_at: set[str] = set()
    for row in table:
        value = row.int_value("value")
        if not -MAX_CLASS_VALUE <= value <= MAX_CLASS_VALUE:
            raise row.make_error("value {value} is too large", value=row.text_value("value"))
        what = Message("value {value}", value=value)
        row.check_unique(value_rows, value, what)
        key, name = row.required_text("class"), row.text_value("name")
        group, colour, folded = row.text_value("group").casefold(), row.colour(), key.casefold()
        for text in (key, name):
            if text not in looked_at:
                check_reserved_name(text, row.add_location(what))
                looked_at.add(text)
        known = classes.get(folded, LandClass(value, key, ""))
        if group and known.group and group != known.group:
            raise row.make_error(
                "class '{key}' is in both group '{one}' and group '{other}'",
                key=key,
                one=known.group,
                other=group,
            )
        natural = row.enum_value("natural", NATURAL_VALUES) if row.text_value("natural") else ""
        classes[folded] = replace(
            known,
            name=known.name or name,
            group=known.group or group,
            colour=known.colour or colour,
            natural="" if folded in classes and natural != known.natural else natural,
        )
        entries.append((value, folded))
    classes = {key: replace(c, name=c.name or c.key) for key, c in classes.items()}
    # Names must be unique, otherwise rules using them would be ambiguous.
    owner: dict[str, str] = {}
    for key, land_class in classes.items():
        for text in {key, land_class.name.casefold()}:
            other = owner.setdefault(text, key)
            if other != key:
                raise DataError(
                    "{table}: '{text}' matches both class '{one}' and class '{other}'",
                    table=table.name,
                    text=land_class.name,
                    one=classes[other].key,
                    other=land_class.key,
                )
    return [(value, classes[key]) for value, key in entries]


# Per name in a table.
MAX_LISTED_POSITIONS = 5

CLASS_TERM, GROUP_TERM, ZONE_TERM = Term("class"), Term("group"), Term("zone")


class UnknownNames:
    """Unknown names in a table, with their positions."""

    def __init__(self) -> None:
        self._spots: dict[tuple[Term, str], list[Text]] = {}

    def __bool__(self) -> bool:
        return bool(self._spots)

    def add_name(self, what: Term, name: str, spot: Text) -> None:
        """Add a position of an unknown class, group or zone name."""
        self._spots.setdefault((what, name), []).append(spot)

    def find_class_index(self, row: Row, column: str, classes: Classes) -> int:
        """Return the index of the class in a cell; -1, with the name added, if unknown."""
        text = row.required_text(column)
        class_index = classes.find_class(text)
        if class_index is None:
            self.add_name(CLASS_TERM, text, row.cell_location(column))
        return -1 if class_index is None else class_index

    def require_empty(self, table: Table, classes: Classes) -> None:
        """Raise DataError if a table uses classes that are not in the run."""
        if self:
            raise DataError(
                "{table}: {unknown}; the classes are {classes}",
                table=table.name,
                unknown=self.names_with_positions(),
                classes=class_keys(classes),
            )

    def names(self) -> MessageList:
        """Return the names only."""
        return shorten_list(name for _, name in self._spots)

    def names_with_positions(self) -> MessageList:
        """Return the names and their positions, for a sentence."""
        return shorten_list(
            Message(
                "unknown {what} '{name}' ({places})",
                what=what,
                name=name,
                places=shorten_list(spots, MAX_LISTED_POSITIONS, Term("; ")),
            )
            for (what, name), spots in self._spots.items()
        )


def shorten_list(
    parts: Iterable[object], most: int = MAX_LISTED_ITEMS, between: Term = COMMA_TERM
) -> MessageList:
    """Join parts of a sentence, limited to the first `most`."""
    return MessageList(truncate_list(parts, most), between)


def class_keys(classes: Classes) -> MessageList:
    """Return the class keys of a run, for a sentence."""
    return shorten_list([c.key for c in classes if c.listed] or [Term("none")])
