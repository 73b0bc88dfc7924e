"""Errors, notices and warnings for people: sentences with their values apart.

The sentence is kept as a template so that the layer above can translate it before the
values are filled in; ``str()`` gives the English. A value may be a Message, a Term or a Listed
itself, and is then translated too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeVar, Union

# Gives a text in the language of whoever reads it.
Translator = Callable[[str], str]
# Asked while a run is at work: whether to go on.
ContinueCheck = Callable[[], bool]
# Told the part that is done, 0 to 1; False stops the run.
ProgressCallback = Callable[[float], bool]
ItemT = TypeVar("ItemT")
# So many layers in a row of which the same is to be said are told of in one sentence.
MIN_GROUPED_MESSAGES = 3


class Term(str):
    """A text for a person into which no values go; English where nobody translates."""

    __slots__ = ()


COMMA_TERM = Term(", ")


class MessageList:
    """Values of a message one after the other, with a Term between them."""

    def __init__(self, parts: Iterable[object], between: Term = COMMA_TERM):
        self.parts = list(parts)
        self.between = between

    def __str__(self) -> str:
        return self.between.join(str(part) for part in self.parts)


class Message:
    """A sentence for a person: a template and the values that go into it."""

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


# A text for a person: a plain one is the same in every language.
Text = Union[str, Message]


def translate_message(value: object, tr: Translator) -> str:
    """A Message, Term or Listed in another language, with all that is in it."""
    if isinstance(value, Term):
        return tr(str(value))
    if isinstance(value, MessageList):
        return tr(str(value.between)).join(translate_message(part, tr) for part in value.parts)
    if isinstance(value, Message):
        values = {
            name: translate_message(part, tr)
            if isinstance(part, (Message, Term, MessageList))
            else part
            for name, part in value.values.items()
        }
        return tr(value.template).format(**values)
    return str(value)


@dataclass(frozen=True)
class MissingResult:
    """What stands in place of a result that there is none of; it counts as false.

    `reason` is what it lacks, for the middle of a sentence; None: it is not asked for here.
    """

    reason: Message | None = None

    def __bool__(self) -> Literal[False]:
        return False


@dataclass
class Notes:
    """What a part of a run has to report: notices for the log, warnings that stand out in it."""

    notices: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    def add_notice(self, template: str, **values: object) -> None:
        self.notices.append(Message(template, **values))

    def add_warning(self, template: str, **values: object) -> None:
        self.warnings.append(Message(template, **values))

    def add_notes(self, other: Notes) -> None:
        self.notices += other.notices
        self.warnings += other.warnings


def deduplicate_messages(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages, but one for many in a row that differ in their `label` alone: it has the first
    and the last label, and how many there are.
    """

    def but_label(message: Message) -> tuple[str, dict[str, str]]:
        values = {name: str(value) for name, value in message.values.items() if name != "label"}
        return message.template, values

    for _, group in groupby(messages, but_label):
        alike = list(group)
        first, last = alike[0], alike[-1]
        if len(alike) < MIN_GROUPED_MESSAGES or "label" not in first.values:
            yield from alike
            continue
        label = Message(
            "{first} to {last} ({count} layers)",
            first=first.values["label"],
            last=last.values["label"],
            count=len(alike),
        )
        yield Message(first.template, **{**first.values, "label": label})


class DataError(ValueError):
    """An input that cannot be worked with; says which layer, table, row, column or code."""

    def __init__(self, template: str, **values: object):
        self.message = Message(template, **values)
        super().__init__(str(self.message))


def get_gdal_reason(error: Exception) -> str:
    """GDAL's reason without what it says may be behind it, as the end of a sentence."""
    lines = str(error).strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else Term("no reason given by GDAL")


class RunCancelledError(Exception):
    """The user stopped the run."""


def iter_until_cancelled(items: Iterable[ItemT], going_on: ContinueCheck) -> Iterator[ItemT]:
    """The items one by one, as long as the run goes on."""
    for item in items:
        if not going_on():
            raise RunCancelledError
        yield item
