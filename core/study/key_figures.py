"""The numbers of a study that a reader looks for first, for its page and its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Message, Term, Text
from ..report.parts import Headline
from ..report.rounding import rounded
from .study import Study


@dataclass(frozen=True)
class KeyFigure:
    """A number, or what became of it from the first date to the last.

    Attributes:
        label: of it, or of both.
        values: one, or that of the first date and that of the last, in `unit`.
        labels: of each of the values where it stands alone.
    """

    label: Text
    values: Sequence[float]
    unit: str
    digits: int
    labels: Sequence[Text]

    @property
    def headline(self) -> Headline:
        """It as a page shows it."""
        shown = (rounded(value, self.digits) for value in self.values)
        return self.label, " \N{RIGHTWARDS ARROW} ".join(shown), self.unit


def key_figures(study: Study) -> list[KeyFigure]:
    """The key figures of a study; none on what there is not."""
    span = study.span.name
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    figures = [
        _figure(Term("Area that counts"), total, "ha", 0),
        _figure(Message("Changed its class, {period}", period=span), 100 * changed / total, "%", 1),
    ]
    if study.taken is not None:
        figures.append(_taken(study))
    losses = study.losses_of(study.span)
    if losses:
        carbon, dioxide = losses["total_loss_tc"], losses["total_loss_tco2"]
        figures += [
            _figure(Message("Carbon lost, {period}", period=span), carbon, "t C", 0),
            _figure(Term("The same as carbon dioxide"), dioxide, "t CO\u2082", 0),
        ]
    return figures


def _figure(label: Text, value: float, unit: str, digits: int) -> KeyFigure:
    return KeyFigure(label, [value], unit, digits, [label])


def _taken(study: Study) -> KeyFigure:
    """The land that is mined, or otherwise taken, at the first date and at the last."""
    first, last = ends = study.labels[0], study.labels[-1]
    taken, groups = study.taken or [], study.disturbing.words
    values = [sum(row["area_ha"] for row in rows) for rows in (taken[0], taken[-1])]
    land: Text = Message("Taken land ({groups})", groups=groups)
    label = Message(
        "Taken land ({groups}), {first} to {last}", groups=groups, first=first, last=last
    )
    if study.disturbing.is_mining:
        land = Term("Mined land")
        label = Message("Mined land, {first} to {last}", first=first, last=last)
    labels = [Message("{land}, {date}", land=land, date=date) for date in ends]
    return KeyFigure(label, values, "ha", 0, labels)
