"""What a map of conversions or of zones says became of land: taken, given back, or not.

The classes of such a map are called by the conversion or the zone; the groups of the classes before
and after tell whether land was taken from the sinks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..base.messages import DataError, Listed, Notes
from .class_accuracy import arrow_in, conversion_named
from .classes import Classes, LandClass
from .disturbing_classes import DisturbingClasses
from .rules import LASTING, Zone
from .unknown import some

# Strata as tables name them, the same in all languages: what reads them goes by these words.
TAKEN, BACK, BUFFER, OTHER, STABLE = "taken", "given back", "buffer", "other change", "stable"
# In the order of the tables.
KINDS = (TAKEN, BACK, BUFFER, OTHER, STABLE)
# Of land taken the stratum has the class that it was: taken: Arable land.
OF_CLASS = ": "

# Zones that tell what became of land, of the shipped rules; lasting land has its own values.
ZONE_KINDS = {"emission_control": TAKEN, "invariant": STABLE}


@dataclass(frozen=True)
class Change:
    """What became of the land of a class of the map.

    Attributes:
        kind: TAKEN, BACK, OTHER or STABLE.
        source: the class before, of land taken in a map of conversions.
    """

    kind: str
    source: LandClass | None = None

    @property
    def stratum(self) -> str:
        """The name of its stratum, but for the buffer."""
        return self.kind if self.source is None else f"{self.kind}{OF_CLASS}{self.source.name}"


# The change that a class of the map is; None where its name tells none.
Changes = Callable[[LandClass], "Change | None"]


def changes_of(
    land_classes: Classes, disturbing: DisturbingClasses, zones: Sequence[Zone]
) -> Changes:
    """Tells changes by the names of conversions, and of the default zones."""
    keys = {text.casefold(): zone.key for zone in zones for text in (zone.key, *zone.names)}
    lasting = {name.casefold() for zone in LASTING.values() for name in zone.names}

    def change(land_class: LandClass) -> Change | None:
        name = land_class.name
        pair = conversion_named(name, land_classes)
        if pair is not None:
            source, target = pair
            if source.identity == target.identity:
                return Change(STABLE)
            if disturbing.is_loss(source, target):
                return Change(TAKEN, source)
            return Change(BACK if disturbing.is_return(source, target) else OTHER)
        if arrow_in(name):
            return None
        if name.casefold() in lasting:
            return Change(STABLE)
        key = keys.get(name.casefold())
        return None if key is None else Change(ZONE_KINDS.get(key, OTHER))

    return change


def require_changes(
    classes: Sequence[LandClass], changes: Changes, label: str, by_source: bool
) -> None:
    """Refuse a map some of whose classes do not tell what became of the land.

    Args:
        classes: those that the map holds, or names.
        by_source: whether land taken must tell what it was, as conversions do and zones do not.

    Raises:
        DataError: naming the classes, and the way out.
    """
    strange = [c.name for c in classes if changes(c) is None]
    if strange and len(strange) == len(classes) and not any(map(arrow_in, strange)):
        raise DataError(
            "{label} is neither a raster of conversions nor one of zones, whose names tell where "
            "land was taken; its classes are {classes}. Give CONVERSIONS of Land-use transfer "
            "matrix as MAP, or leave BUFFER empty and STRATA_BY at class",
            label=label,
            classes=some(strange),
        )
    if strange:
        raise DataError(
            "{label}: {classes} do not tell what became of the land, because no class is called "
            "so; give the classes of the land use, with their groups, in CLASSES, or the product "
            "that they are of in SCHEME",
            label=label,
            classes=some(strange),
        )
    told = [change for change in map(changes, classes) if change is not None]
    losses = [change for change in told if change.kind == TAKEN]
    if not losses:
        raise DataError(
            "{label} has no land that was taken from the sinks; name the groups that take land in "
            "TAKING_GROUPS, and give classes their groups in CLASSES or by SCHEME; its classes "
            "are {classes}",
            label=label,
            classes=some(c.name for c in classes),
        )
    if by_source and any(change.source is None for change in losses):
        raise DataError(
            "STRATA_BY: taken goes by the class that land was before, which zones do not tell; "
            "give a raster of conversions as MAP, or STRATA_BY class"
        )


# Points that strata have at least, by what names a stratum, case-folded.
Floors = Mapping[str, int]


def read_floors(parts: Sequence[str], most: int) -> Floors:
    """The floors of MIN_PER_STRATUM, such as buffer=100 and stable=200.

    Raises:
        DataError: a part is not stratum=number, or a name stands twice.
    """
    floors: dict[str, int] = {}
    for part in parts:
        name, equals, count = part.replace("\uff1d", "=").rpartition("=")
        name, count = name.strip(), count.strip()
        if not equals or not name or not count.isdecimal() or not 1 <= int(count) <= most:
            raise DataError(
                "MIN_PER_STRATUM: '{part}' is not stratum=number, such as buffer=100, with a "
                "whole number from 1 to {most}",
                part=part,
                most=most,
            )
        if name.casefold() in floors:
            raise DataError("MIN_PER_STRATUM: the stratum '{name}' stands twice", name=name)
        floors[name.casefold()] = int(count)
    return floors


def floors_of(
    floors: Floors, names: Sequence[Sequence[str]], notes: Notes, known: Sequence[str] = ()
) -> list[int]:
    """The floor of each stratum, 0 where none is given.

    Args:
        names: what each stratum is called; a name of several is of each of them.
        known: names that may be given though no stratum has them, as without land; the notes say
            so.

    Raises:
        DataError: no stratum is called so.
    """
    of_strata, unused = [0] * len(names), list[str]()
    for name, floor in floors.items():
        named = [n for n, own in enumerate(names) if name in (text.casefold() for text in own)]
        if not named and name not in known:
            raise DataError(
                "MIN_PER_STRATUM: there is no stratum '{name}'; the strata are {strata}",
                name=name,
                strata=Listed(own[-1] for own in names),
            )
        unused += [] if named else [name]
        for index in named:
            of_strata[index] = max(of_strata[index], floor)
    if unused:
        notes.warn(
            "MIN_PER_STRATUM: this sample has no stratum {names}, whose number goes unused; the "
            "strata are {strata}.",
            names=Listed(unused),
            strata=some(own[-1] for own in names),
        )
    return of_strata
