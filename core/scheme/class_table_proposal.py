"""Classes inferred from texts, and class table proposals based on words in names.

The text of a polygon (a value, a key or a name) is looked up first among the classes of
the run, then among those of the paper (in any language), which the run may name
differently, and finally among the terms of published mining polygon data sets
(resources/schemes/mining_polygons.csv).

Proposals contain key, group and colour of the classes in rasters. As a wrong proposal
is worse than none, uncertain ones are marked, and unknown ones left empty. The English
and Chinese words are in resources/schemes/words.csv, with a key for words that denote
one class only. Three of their groups are not groups of classes:

    filler     without information, as in forest land
    modifier   distinguishes a part of a class, as in evergreen forest
    unclear    ambiguous, as in former mine: no class is proposed for such a name

Names in the shipped legends are used too, if all legends with the name agree. The
module also parses the expected user's accuracies of the classes of a map (EXPECTED_UA).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite
from typing import NamedTuple

from ..base.colours import assign_class_colours
from ..base.files import RESOURCE_FOLDER
from ..base.messages import DataError, Message, MessageList, Term, Text
from ..base.numbers import parse_number, split_list, to_ascii_digits
from .classes import MAX_CLASS_VALUE, MINE, SINK, Classes, LandClass, class_keys, shorten_list
from .defaults import CLASS_ROLE, SCHEMES, default_classes, known_colours, load_legend_table
from .table import check_reserved_name, read_csv
from .value_classes import ValueNaming

MINING_POLYGON_TERMS_CSV = RESOURCE_FOLDER / "schemes" / "mining_polygons.csv"


@dataclass(frozen=True)
class ClassMatch:
    """Class found for a text, in the class list of the run or outside it."""

    land_class: LandClass
    class_index: int | None = None
    # Sort order: run classes by index, paper classes by index, then others.
    rank: tuple[int, int] = (2, 0)


class ClassFinder:
    """Finds the classes that texts refer to.

    `labels`: dates in messages; `class_indices`: by date; `language`: of missing names.
    """

    def __init__(
        self,
        classes: Classes,
        labels: Sequence[str],
        class_indices: Sequence[Mapping[int, int]],
        language: str = "",
    ):
        self._classes, self._labels, self._class_indices = classes, labels, class_indices
        self._paper = Classes(land_class for _, land_class in default_classes(language))

    def match(self, text: str) -> ClassMatch:
        """Return the class that a text refers to."""
        name = text.strip()
        value = parse_number(name)
        if value is not None and isfinite(value) and value == int(value):
            return self._match_value(int(value))
        # Index among the classes of the paper.
        index = self._paper.find_class(name)
        if index is None and name.casefold() in mining_class_keys():
            index = self._paper.find_class(mining_class_keys()[name.casefold()])
        # The text itself, and the other names of the paper class it refers to.
        for known in (name, *(() if index is None else self._paper[index].names)):
            class_index = self._classes.find_class(known)
            if class_index is not None:
                return self._match_of_class(class_index)
        if index is not None:
            return ClassMatch(self._paper[index], rank=(1, index))
        check_reserved_name(text, Term("class"))
        return ClassMatch(LandClass(0, name, name))

    def _match_of_class(self, class_index: int) -> ClassMatch:
        return ClassMatch(self._classes[class_index], class_index, (0, class_index))

    def _match_value(self, value: int) -> ClassMatch:
        indices = {by_value[value] for by_value in self._class_indices if value in by_value}
        if len(indices) > 1:
            raise DataError(
                "value {value} is ambiguous ({classes}); use the class name",
                value=value,
                classes=MessageList(
                    Message(
                        "'{name}' in {layer}", name=self._classes[by_value[value]].name, layer=label
                    )
                    for label, by_value in zip(self._labels, self._class_indices)
                    if value in by_value
                ),
            )
        for class_index in indices:
            return self._match_of_class(class_index)
        if not -MAX_CLASS_VALUE <= value <= MAX_CLASS_VALUE:
            raise DataError("value {value} is too large", value=value)
        return ClassMatch(LandClass(value, str(value), str(value), listed=False))


@cache
def mining_class_keys() -> dict[str, str]:
    """Return the terms of published mining polygon data sets: class key by lower-case name."""
    rows = read_csv(MINING_POLYGON_TERMS_CSV).rows
    return {str(row["class_name"]).casefold(): str(row["class"]) for row in rows}


WORDS_CSV = RESOURCE_FOLDER / "schemes" / "words.csv"
FILLER_GROUP, MODIFIER_GROUP, UNCLEAR_GROUP = "filler", "modifier", "unclear"

# Legend of the paper, and its class with an ambiguous name: industrial land of the mine in the
# paper, urban factories elsewhere.
PAPER_LEGEND, AMBIGUOUS_CLASS = "coal_mine", "industrial"

# Chinese has no spaces: each character is a word.
HAN_RANGE = "\u3400-\u9fff"
WORD_PATTERN = re.compile(rf"[{HAN_RANGE}]|[^\W\d_{HAN_RANGE}]+")

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class InferredClass:
    """Class inferred from a name: group and key as far as known, and a note on uncertainty."""

    key: str = ""
    group: str = ""
    note: Text = ""


@dataclass(frozen=True)
class WordEntry:
    """Entry of the word list: phrase as written, class key and group."""

    text: str
    key: str
    group: str
    is_sure: bool


def split_name(name: str) -> Phrase:
    """Return the words and Chinese characters of a name in lower case, without other characters."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)  # OpenPit
    return tuple(WORD_PATTERN.findall(text.casefold()))


def infer_class(name: str) -> InferredClass:
    """Infer the class of a name, from the whole name if known, otherwise from its words."""
    phrase = split_name(name)
    if not phrase:
        return InferredClass(note=Term("no name"))
    by_words = infer_class_from_words(name)
    known = _load_paper_entries().get(phrase) or _find_entry(phrase, _load_name_entries())
    if known is None:
        return by_words
    if known.group == by_words.group and not by_words.note:
        known = replace(known, is_sure=True)  # of what a legend is not sure, the words are
    return _combine_words([known], [])


def infer_class_from_words(name: str) -> InferredClass:
    """Infer the class of a name from the longest known phrases in it."""
    pieces = list(_tokenize(split_name(name), _load_words_by_phrase()))
    known = [piece for piece in pieces if isinstance(piece, WordEntry)]
    return _combine_words(known, [piece for piece in pieces if isinstance(piece, str)])


def _combine_words(words: list[WordEntry], others: list[str]) -> InferredClass:
    """Combine known words with unknown others into one class."""
    unclear = [word for word in words if word.group == UNCLEAR_GROUP]
    telling = [
        word for word in words if word.group not in (FILLER_GROUP, MODIFIER_GROUP, UNCLEAR_GROUP)
    ]
    if unclear:
        return InferredClass(note=Message("ambiguous word '{word}'", word=unclear[0].text))
    if not telling:
        return InferredClass(note=Term("no known word"))
    groups = {word.group: word.text for word in reversed(telling)}
    if len(groups) > 1:
        parts = [Message("'{word}': {group}", word=w, group=g) for g, w in groups.items()]
        return InferredClass(
            note=Message("contradictory words ({words})", words=MessageList(reversed(parts)))
        )
    is_whole = not others and not any(word.group == MODIFIER_GROUP for word in words)
    keys = {word.key for word in telling}
    note: Text = ""
    if others or not all(word.is_sure for word in telling):
        note = Message("matched on the word '{word}'; please check", word=telling[0].text)
    return InferredClass(keys.pop() if is_whole and len(keys) == 1 else "", telling[0].group, note)


def _tokenize(phrase: Phrase, words: Mapping[Phrase, WordEntry]) -> Iterator[WordEntry | str]:
    """Split a phrase from the left into its longest known parts and single words."""
    start, longest = 0, max(map(len, words))
    while start < len(phrase):
        for length in range(min(longest, len(phrase) - start), 0, -1):
            word = _find_entry(phrase[start : start + length], words)
            if word is not None:
                yield word
                break
        else:
            length = 1
            yield phrase[start]
        start += length


def _find_entry(phrase: Phrase, words: Mapping[Phrase, WordEntry]) -> WordEntry | None:
    """Return the entry of a phrase; the last word may be plural."""
    *before, last = phrase
    ends = [last]
    if last.isascii():
        ends += [
            last[: -len(end)] + singular for end, singular in PLURAL_ENDINGS if last.endswith(end)
        ]
    return next((words[key] for end in ends if (key := (*before, end)) in words), None)


PLURAL_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"))


@cache
def _load_words_by_phrase() -> dict[Phrase, WordEntry]:
    """Return the entries of the word list by phrase."""
    table = read_csv(WORDS_CSV)
    return {
        split_name(str(row["word"])): WordEntry(
            str(row["word"]), str(row["key"]), str(row["group"]), row["confidence"] == "high"
        )
        for row in table.rows
    }


@cache
def _load_name_entries() -> dict[Phrase, WordEntry]:
    """Return the words, preceded by unambiguous names in the shipped legends."""
    known: dict[Phrase, list[WordEntry]] = {}
    for legend in SCHEMES:
        for row in load_legend_table(legend).rows:
            if row["role"] != CLASS_ROLE or row["class"] == AMBIGUOUS_CLASS:
                continue
            key, group, is_sure = str(row["class"]), str(row["group"]), row["confidence"] != "low"
            for text in map(str, (row["name"], row["name_zh"], row["product_name"])):
                word = WordEntry(text, key, group, is_sure)
                known.setdefault(split_name(text), []).append(word)
    agreed = {
        phrase: replace(words[-1], is_sure=all(word.is_sure for word in words))
        for phrase, words in known.items()
        if phrase and len({(word.key, word.group) for word in words}) == 1
    }
    return {**agreed, **_load_words_by_phrase()}


@cache
def _load_paper_entries() -> dict[Phrase, WordEntry]:
    """Return the keys and names of the paper's classes, used in layers of this plugin."""
    return {
        split_name(str(text)): WordEntry(str(text), str(row["class"]), str(row["group"]), True)
        for row in load_legend_table(PAPER_LEGEND).rows
        if row["class"] != AMBIGUOUS_CLASS
        for text in (row["class"], row["name"], row["name_zh"])
    }


# Groups known to the plugin and the shipped legends, in the order of forms.
CLASS_GROUPS = (SINK, MINE, "built", "water", "wetland", "bare", "snow")

# Letters that do not decompose into base letter and mark, as the D of Vietnamese names.
LETTER_REPLACEMENTS = str.maketrans(
    {"\u0111": "d", "\u0110": "D", "\u0142": "l", "\u00f8": "o", "\u0131": "i"}
)


@dataclass(frozen=True)
class ClassCandidate:
    """Raster value with the entries of a class table or shipped legend, or ''."""

    value: int
    name: str = ""
    key: str = ""
    group: str = ""
    colour: str = ""


@dataclass(frozen=True)
class ClassProposal(ClassCandidate):
    """Proposed row of a class table; `notes` describe what to check."""

    notes: tuple[Text, ...] = ()


def propose_classes(candidates: Sequence[ClassCandidate]) -> list[ClassProposal]:
    """Return a proposed row for each value, in order.

    Values of one key form one class. If two names share a key, the paper's name gets it,
    else the lowest value; the others get own keys, so that no classes merge silently.
    """
    rows = _assign_industrial_class([_propose_class(candidate) for candidate in candidates])
    rows = _assign_keys(candidates, rows)
    known = known_colours()
    # The first colour among the values of a class applies.
    first: dict[str, ClassProposal] = {}
    for row in sorted(rows, key=lambda row: not row.colour):
        first.setdefault(row.key.casefold(), row)
    first_colours = [(row.value, row.colour or known.get(key, "")) for key, row in first.items()]
    colours = dict(zip(first, assign_class_colours(first_colours)))
    return [replace(row, colour=colours[row.key.casefold()]) for row in rows]


def _propose_class(candidate: ClassCandidate) -> ClassProposal:
    """Propose a row; given entries are kept, words add the rest."""
    name = candidate.name or candidate.key or str(candidate.value)
    row = ClassProposal(candidate.value, name, candidate.key, candidate.group, candidate.colour)
    if candidate.group:
        return row
    inferred = infer_class(candidate.name)
    notes = (inferred.note,) if inferred.note else ()
    return replace(row, key=row.key or inferred.key, group=inferred.group, notes=notes)


def _assign_industrial_class(rows: list[ClassProposal]) -> list[ClassProposal]:
    """Assign industrial land to the mine if other mine classes of the paper are present."""
    paper = {c.key: c for _, c in default_classes()}
    ambiguous = paper[AMBIGUOUS_CLASS]
    names = set(map(split_name, ambiguous.names))
    if not any(row.key in paper and paper[row.key].group == ambiguous.group for row in rows):
        return rows
    return [
        replace(row, key=ambiguous.key, group=ambiguous.group, notes=())
        if not (row.group or row.key) and split_name(row.name) in names
        else row
        for row in rows
    ]


def _assign_keys(
    candidates: Sequence[ClassCandidate], rows: Sequence[ClassProposal]
) -> list[ClassProposal]:
    """Assign a key to each row, so that no key or name denotes two classes."""
    given = {candidate.key.casefold() for candidate in candidates if candidate.key}
    names = {row.name.casefold() for row in rows}
    owners: dict[str, str] = {}  # the name of the class that has a proposed key
    for row in sorted(rows, key=_key_priority):
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
            key = _slugify(candidate.name) if candidate.name else str(candidate.value)
            keys[name] = unique_key(key, used)
        taken_by = Message(
            "key {key} is used by '{name}'; enter it here to merge both classes",
            name=owner,
            key=row.key,
        )
        notes = (*row.notes, taken_by) if owner else row.notes
        proposals.append(replace(row, key=keys[name], notes=notes))
    return proposals


def _key_priority(row: ClassProposal) -> tuple[bool, bool, int]:
    """Return the priority for a key: paper's name first, certain rows, then the lowest value."""
    land_class = next((c for _, c in default_classes() if c.key == row.key), None)
    names = () if land_class is None else land_class.names
    return split_name(row.name) not in map(split_name, names), bool(row.notes), row.value


def _slugify(name: str) -> str:
    """Convert a name to a key: lower-case letters without marks, digits, and underscores."""
    marked = unicodedata.normalize("NFKD", name.translate(LETTER_REPLACEMENTS)).casefold()
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    text = unicodedata.normalize("NFKC", bare)
    return "_".join("".join(c if c.isalnum() else " " for c in text).split()) or "class"


def unique_key(key: str, used: set[str]) -> str:
    """Return the key, with a number if it is in use (compared in lower case)."""
    unlike, count = key, 2
    while unlike.casefold() in used:
        unlike, count = f"{key}_{count}", count + 1
    return unlike


# For classes that are not named.
DEFAULT_ACCURACY = 0.8


class ExpectedAccuracies(NamedTuple):
    """Parsed EXPECTED_UA: accuracies by class name, and for all other classes."""

    others: float
    named: Sequence[tuple[str, float]] = ()


# Function that returns the user's accuracy of a class, between 0 and 1.
AccuracyFunction = Callable[[LandClass], float]


def parse_expected_accuracies(text: str) -> ExpectedAccuracies:
    """Parse 0.85 (all classes) or class=number, ... (others: 0.8; double quotes around commas)."""
    parts = [
        part if "=" in part else part.replace("\uff1d", "=") for part in split_list(text) if part
    ]
    if len(parts) == 1 and "=" not in parts[0]:
        return ExpectedAccuracies(_parse_accuracy(parts[0]))
    named = []
    for part in parts:
        name, equals, value = part.rpartition("=")
        if not equals or not name.strip():
            raise DataError("EXPECTED_UA: '{part}' is neither a number nor class=number", part=part)
        named.append((name.strip(), _parse_accuracy(value.strip())))
    return ExpectedAccuracies(DEFAULT_ACCURACY, named)


def _parse_accuracy(text: str) -> float:
    value = parse_number(to_ascii_digits(text))
    if value is None:
        raise DataError("EXPECTED_UA: '{text}' is not a number", text=text)
    if not 0.0 < value < 1.0:
        raise DataError("EXPECTED_UA: {text} is not between 0 and 1", text=text)
    return float(value)


def match_expected_accuracies(
    text: ExpectedAccuracies, classes: Classes, naming: ValueNaming, all_known: bool
) -> AccuracyFunction:
    """Return the expected accuracies of the classes of a run.

    Classes by value, key or name (own or paper's); `all_known`: the raster was counted.
    """
    finder = ClassFinder(classes, [naming.label], [naming.class_indices])
    by_class: dict[tuple[bool, str], float] = {}
    for name, accuracy in text.named:
        class_index = classes.find_class(name)
        if class_index is None:
            class_index = finder.match(name).class_index
        is_value = isinstance(parse_number(name), int)
        if class_index is None and not all_known and (is_value or not len(classes)):
            continue
        if class_index is None:
            raise DataError(
                "EXPECTED_UA: there is no class '{name}'; the classes are {classes}",
                name=name,
                classes=class_keys(classes)
                if any(c.listed for c in classes)
                else shorten_list(c.key for c in classes),
            )
        identity = classes[class_index].identity
        if identity in by_class:
            raise DataError("EXPECTED_UA: duplicate class '{name}'", name=classes[class_index].name)
        by_class[identity] = accuracy
    return lambda land_class: by_class.get(land_class.identity, text.others)
