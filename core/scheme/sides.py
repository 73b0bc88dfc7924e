"""The sides of rules: a class, a group of classes, any class, or the class of the other side."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..base.messages import DataError, Notes, Term, Text
from ..base.numbers import NDArray
from .classes import Classes, LandClass
from .reserved import ANY, GROUP_MARK, SAME
from .table import Row, Table
from .unknown import CLASS, GROUP, Unknown, class_keys, some

# The groups of the default scheme, one of which may be meant by an unknown one.
USUAL_GROUPS = ("@sink", "@mine", "@built", "@water")


# How closely a rule's side names a class: by itself, by its group, or as any class.
BY_CLASS, BY_GROUP, BY_ANY = 2, 1, 0


def closeness(side: str) -> int:
    """How closely a side names a class: BY_CLASS, BY_GROUP or BY_ANY."""
    if side == ANY:
        return BY_ANY
    return BY_GROUP if side.startswith(GROUP_MARK) else BY_CLASS


class Sides:
    """Reads the sides of a table's rules, and notes what is unknown as it goes.

    The default table may name classes and groups that a run lacks: its rules are then left out. In
    a user's table they are an error, which tells all of them.
    """

    def __init__(self, table: Table, classes: Classes):
        self._table = table
        self._classes = classes
        self._groups = {GROUP_MARK + c.group.casefold() for c in classes if c.group}
        self._strange = Unknown()

    def read(self, text: str, spot: Text) -> str | None:
        """A side: class key (case-folded), '@group', '*' or '='.

        Args:
            spot: where it stands, such as row and column.

        Returns:
            None, noted, when no class or group is called so.
        """
        if text in (ANY, SAME):
            return text
        if text.startswith(GROUP_MARK):
            group = GROUP_MARK + text[1:].strip().casefold()
            if group in self._groups:
                return group
            self._strange.add(GROUP, text, spot)
            return None
        class_index = self._classes.find(text)
        if class_index is not None:
            return self._classes[class_index].key.casefold()
        self._strange.add(CLASS, text, spot)
        return None

    def cell(self, row: Row, column: str, may_be_same: bool = False) -> str | None:
        """The side in a cell of a table, as `read` gives it.

        Raises:
            DataError: the cell is empty, or has '=' where that cannot be.
        """
        text = row.needed_text(column)
        if text == SAME and not may_be_same:
            raise row.error(
                "column '{column}' is '=', which stands for the class of 'from' and may be in "
                "column 'to' only",
                column=column,
            )
        return self.read(text, row.spot(column))

    def require_known(self, name: Text = "") -> None:
        """Refuse a user's table with unknown names.

        Args:
            name: what the sentence calls the table, where its own name does not do.

        Raises:
            DataError: naming all unknown classes and groups, and those that there are.
        """
        if not self._strange or self._table.is_default:
            return
        raise DataError(
            "{table}: {unknown}; the classes are {classes}; their groups are {groups}, the usual "
            "ones {usual}",
            table=name or self._table.name,
            unknown=self._strange.listed(),
            classes=class_keys(self._classes),
            groups=some(sorted(self._groups) or [Term("none")]),
            usual=some(USUAL_GROUPS),
        )

    def note_left_out(self, left_out: int, total: int, notes: Notes) -> None:
        """Say how many rules of the default table are left out, and for want of what."""
        if left_out:
            notes.inform(
                "{table}: {count} of {total} rules are left out, because the run has no {names}.",
                table=self._table.name,
                count=left_out,
                total=total,
                names=self._strange.names(),
            )


def members(classes: Iterable[LandClass]) -> dict[str, NDArray[np.intp]]:
    """The indices of the classes that a side means, by side; a side without any is not there.

    An unclassified value has no key that a rule could mean, and is meant by '*' alone.

    Returns:
        By side the indices in the list, shape (members,).
    """
    keys: dict[str, list[int]] = {}
    groups: dict[str, list[int]] = {}
    everywhere = []
    for index, land_class in enumerate(classes):
        everywhere.append(index)
        if not land_class.listed:
            continue
        keys.setdefault(land_class.key.casefold(), []).append(index)
        if land_class.group:
            groups.setdefault(GROUP_MARK + land_class.group.casefold(), []).append(index)
    sides = {**keys, **groups, ANY: everywhere}
    return {side: np.array(indices, np.intp) for side, indices in sides.items()}
