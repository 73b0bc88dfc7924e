"""Proposals for a class table: key, group and colour of the classes that rasters hold.

A wrong proposal is worse than none. What words do not tell for certain is marked, and what they do
not tell at all stays empty.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..base.colours import told_apart
from ..base.messages import Message, Text
from .classes import MINE, SINK
from .defaults import default_classes
from .legends import known_colours
from .words import AMBIGUOUS, inferred_class, phrase_of

# The groups that the program and the shipped legends know, as forms list them.
GROUPS = (SINK, MINE, "built", "water", "wetland", "bare", "snow")

# Letters that are none with a mark: rừng đước is rung_duoc.
PLAIN = str.maketrans({"\u0111": "d", "\u0110": "D", "\u0142": "l", "\u00f8": "o", "\u0131": "i"})


@dataclass(frozen=True)
class Candidate:
    """A value that rasters hold, and what is known of it.

    `key` and `group` are those of a class table or a shipped legend; '' where words have to tell.
    """

    value: int
    name: str = ""
    key: str = ""
    group: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Proposal(Candidate):
    """A row of a class table. `notes` say what a person has to look at."""

    notes: tuple[Text, ...] = ()


def propose(candidates: Sequence[Candidate]) -> list[Proposal]:
    """A row for each value, in their order.

    Values of one key are one class. Where two names would have the same key, the one that is the
    paper's own has it, else the lowest value; the others have keys of their own, so that no two
    classes of the rasters become one unasked.
    """
    rows = [_by_words(candidate) for candidate in candidates]
    rows = [_in_the_paper(row, rows) for row in rows]
    rows = _with_keys(candidates, rows)
    known = known_colours()
    # Of several values of one class the first one's colour is the class's.
    first: dict[str, Proposal] = {}
    for row in sorted(rows, key=lambda row: not row.colour):
        first.setdefault(row.key.casefold(), row)
    first_colours = [(row.value, row.colour or known.get(key, "")) for key, row in first.items()]
    colours = dict(zip(first, told_apart(first_colours)))
    return [replace(row, colour=colours[row.key.casefold()]) for row in rows]


def _by_words(candidate: Candidate) -> Proposal:
    """What is given stays; words tell the rest."""
    name = candidate.name or candidate.key or str(candidate.value)
    row = Proposal(candidate.value, name, candidate.key, candidate.group, candidate.colour)
    if candidate.group:
        return row
    inferred = inferred_class(candidate.name)
    notes = (inferred.note,) if inferred.note else ()
    return replace(row, key=row.key or inferred.key, group=inferred.group, notes=notes)


def _in_the_paper(row: Proposal, rows: Sequence[Proposal]) -> Proposal:
    """Industrial land is the mine's own where other classes of the paper's mine are beside it."""
    paper = {c.key: c for _, c in default_classes()}
    ambiguous = paper[AMBIGUOUS]
    names = set(map(phrase_of, ambiguous.names))
    mine = {key for key, c in paper.items() if c.group == ambiguous.group}
    is_mine = any(other.key in mine for other in rows)
    if row.group or row.key or phrase_of(row.name) not in names or not is_mine:
        return row
    return replace(row, key=ambiguous.key, group=ambiguous.group, notes=())


def _with_keys(candidates: Sequence[Candidate], rows: Sequence[Proposal]) -> list[Proposal]:
    """The rows with a key each; no key or name means two classes."""
    given = {candidate.key.casefold() for candidate in candidates if candidate.key}
    names = {row.name.casefold() for row in rows}
    owners: dict[str, str] = {}  # the name of the class that has a proposed key
    for row in sorted(rows, key=_claim):
        key, name = row.key.casefold(), row.name.casefold()
        if key and key not in given and (key == name or key not in names):
            owners.setdefault(key, row.name)
    keys: dict[str, str] = {}  # the keys of the others, by name
    proposals = []
    for candidate, row in zip(candidates, rows):
        name, owner = row.name.casefold(), owners.get(row.key.casefold(), "")
        if candidate.key or (row.key and owner.casefold() == name):
            proposals.append(row)
            continue
        if name not in keys:
            used = (names - {name}) | given | set(owners) | set(keys.values())
            key = _slug(candidate.name) if candidate.name else str(candidate.value)
            keys[name] = free(key, used)
        taken_by = Message(
            "'{name}' has the key {key}; give it here too to make one class of both",
            name=owner,
            key=row.key,
        )
        notes = (*row.notes, taken_by) if owner else row.notes
        proposals.append(replace(row, key=keys[name], notes=notes))
    return proposals


def _claim(row: Proposal) -> tuple[bool, bool, int]:
    """Who comes first to a key: the paper's own name for it, a sure one, the lowest value."""
    land_class = next((c for _, c in default_classes() if c.key == row.key), None)
    names = () if land_class is None else land_class.names
    return phrase_of(row.name) not in map(phrase_of, names), bool(row.notes), row.value


def _slug(name: str) -> str:
    """A key made of a name: small letters without their marks, digits, and _ between them."""
    marked = unicodedata.normalize("NFKD", name.translate(PLAIN)).casefold()
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    text = unicodedata.normalize("NFKC", bare)
    return "_".join("".join(c if c.isalnum() else " " for c in text).split()) or "class"


def free(key: str, used: set[str]) -> str:
    """The key, with a number where it is taken (in small letters)."""
    unlike, count = key, 2
    while unlike.casefold() in used:
        unlike, count = f"{key}_{count}", count + 1
    return unlike
