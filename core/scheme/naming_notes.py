"""What is told of how values got their classes: where names differ, and what goes by which."""

from __future__ import annotations

from ..base.lists import MOST_LISTED, listed
from ..base.messages import Listed, Message, Notes
from ..raster.legend import Legend
from ..raster.source import Raster
from .classes import Classes
from .legends import ShippedLegend
from .unknown import some


def several_in_one(values: set[int], numbers: dict[int, int], classes: Classes) -> str:
    """The classes that several of some values have, each with its values; '' for none."""
    held: dict[int, list[str]] = {}
    for value in sorted(values):
        held.setdefault(numbers[value], []).append(str(value))
    return listed([f"{classes[n].name} ({listed(v)})" for n, v in held.items() if len(v) > 1])


def note_band(raster: Raster, notes: Notes) -> None:
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


def note_shipped(
    shipped: ShippedLegend,
    rasters: list[Raster],
    numbers: list[dict[int, int]],
    classes: Classes,
    notes: Notes,
) -> None:
    """Report what a shipped legend says, and where the layers themselves say otherwise."""
    notes.inform("Classes: from the shipped legend {title}.", title=shipped.title)
    if shipped.nodata:
        notes.inform(
            "SCHEME: these values mean no data there and are left out: {values}.",
            values=listed(shipped.nodata),
        )
    unsure = [f"{v} {c.name}" for v, c in shipped.entries if shipped.confidence[v] == "low"]
    if unsure:
        notes.inform(
            "SCHEME: it is not certain that these codes are these classes: {classes}.",
            classes=listed(unsure),
        )
    codes = {value for value, _ in shipped.entries}
    for raster, held in zip(rasters, numbers):
        names = raster.legend.names
        further = {value: classes[held[value]].name for value in sorted(held) if value not in codes}
        if further:
            notes.inform(
                "{label}: SCHEME has no class for these values, and the layers name them: "
                "{classes}.",
                label=raster.label,
                classes=listed([f"{value} {name}" for value, name in further.items()]),
            )
            note_band(raster, notes)
        others = [
            f"{value} '{names[value]}' ({c.name})"
            for value, c in shipped.entries
            if value in names
            and names[value].strip().casefold() not in (name.casefold() for name in c.names)
        ]
        if others:
            notes.warn(
                "{label}: the layer's own names are others than those of SCHEME (in brackets), "
                "which count: {names}. Is it the right one?",
                label=raster.label,
                names=listed(others),
            )


def renamed(
    legends: list[Legend], numbers: list[dict[int, int]], classes: Classes
) -> list[Message]:
    """A line on the classes that a legend calls otherwise than the default class list."""
    pairs: dict[tuple[str, str], Message] = {}
    for legend, held in zip(legends, numbers):
        for value, name in sorted(legend.names.items()):
            given = classes[held[value]].name
            if given.casefold() != name.casefold():
                pairs[name, given] = Message("'{name}' is {given}", name=name, given=given)
    if not pairs:
        return []
    names = some(pairs.values())
    return [Message("Classes are called as in the default class list: {names}.", names=names)]


def disagreements(labels: list[str], legends: list[Legend]) -> list[Message]:
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
    if len(lines) <= MOST_LISTED:
        return lines
    more = Message("Legends differ in {count} further values.", count=len(lines) - MOST_LISTED)
    return [*lines[:MOST_LISTED], more]
