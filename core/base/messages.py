"""Messages to the user: errors, notices and warnings, with values kept apart.

A message is a template, so that it can be translated before values are inserted;
``str()`` returns the English text. A value may itself be a Message, a Term or a
MessageList and is then translated too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeVar, Union

# Translates a text to the user's language.
Translator = Callable[[str], str]
# Returns whether a run should continue.
ContinueCheck = Callable[[], bool]
# Receives the fraction done, 0 to 1; returns False to cancel the run.
ProgressCallback = Callable[[float], bool]
ItemT = TypeVar("ItemT")
# Minimum number of consecutive messages, differing only in the label, to combine into one.
MIN_GROUPED_MESSAGES = 3


class Term(str):
    """A text without values for translation; English if not translated."""

    __slots__ = ()


COMMA_TERM = Term(", ")


class MessageList:
    """Values of a message in a row, separated by a Term."""

    def __init__(self, parts: Iterable[object], between: Term = COMMA_TERM):
        self.parts = list(parts)
        self.between = between

    def __str__(self) -> str:
        return self.between.join(str(part) for part in self.parts)


class Message:
    """A sentence for the user: a template and its values."""

    def __init__(self, template: str, **values: object):
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


# A text for the user: a plain string is the same in every language.
Text = Union[str, Message]


def translate_message(value: object, tr: Translator) -> str:
    """Translate a Message, Term or MessageList with all values."""
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
    """Falsy placeholder of a result; `reason` is for use in a sentence, None: not requested."""

    reason: Message | None = None

    def __bool__(self) -> Literal[False]:
        return False


@dataclass
class Notes:
    """Notices and warnings of a part of a run for the log."""

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
    """Yield messages, merging runs that differ only in `label` (first and last), with counts."""

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
    """Invalid input; the message names the layer, table, row, column or code."""

    def __init__(self, template: str, **values: object):
        self.message = Message(template, **values)
        super().__init__(str(self.message))


def get_gdal_reason(error: Exception) -> str:
    """Return the first line of a GDAL error, for the end of a sentence."""
    lines = str(error).strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else Term("no reason given by GDAL")


class RunCancelledError(Exception):
    """The user cancelled the run."""


def iter_until_cancelled(items: Iterable[ItemT], going_on: ContinueCheck) -> Iterator[ItemT]:
    """Yield items until the run is cancelled."""
    for item in items:
        if not going_on():
            raise RunCancelledError
        yield item
