"""Names in a table that mean nothing in a run: all of them told, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.messages import COMMA, DataError, Listed, Message, Term, Text
from ..base.numbers import MOST_LISTED, first_of
from .classes import Classes
from .table import Row, Table

# Of a name in a table.
LISTED_PLACES = 5

CLASS, GROUP, ZONE = Term("class"), Term("group"), Term("zone")


class Unknown:
    """Names that a table uses and nothing has, each with the places where it stands."""

    def __init__(self) -> None:
        self._spots: dict[tuple[Term, str], list[Text]] = {}

    def __bool__(self) -> bool:
        return bool(self._spots)

    def add(self, what: Term, name: str, spot: Text) -> None:
        """Note one more place of a name that was taken for a class, a group or a zone."""
        self._spots.setdefault((what, name), []).append(spot)

    def class_index(self, row: Row, column: str, classes: Classes) -> int:
        """The index of the class that a cell names; -1, noted, where there is none."""
        text = row.needed_text(column)
        class_index = classes.find(text)
        if class_index is None:
            self.add(CLASS, text, row.spot(column))
        return -1 if class_index is None else class_index

    def require_none(self, table: Table, classes: Classes) -> None:
        """Refuse a table that names classes which the run does not have.

        Raises:
            DataError: naming all of them, and those that there are.
        """
        if self:
            raise DataError(
                "{table}: {unknown}; the classes are {classes}",
                table=table.name,
                unknown=self.listed(),
                classes=class_keys(classes),
            )

    def names(self) -> Listed:
        """The names alone."""
        return some(name for _, name in self._spots)

    def listed(self) -> Listed:
        """The names and their places, for a sentence."""
        return some(
            Message(
                "unknown {what} '{name}' ({places})",
                what=what,
                name=name,
                places=some(spots, LISTED_PLACES, Term("; ")),
            )
            for (what, name), spots in self._spots.items()
        )


def some(parts: Iterable[object], most: int = MOST_LISTED, between: Term = COMMA) -> Listed:
    """Parts of a sentence one after the other; where there are many, the first of them."""
    return Listed(first_of(parts, most), between)


def class_keys(classes: Classes) -> Listed:
    """The keys of the classes of a run, for a sentence."""
    return some([c.key for c in classes if c.listed] or [Term("none")])
