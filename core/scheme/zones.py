"""The functional zones, from a plain table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..base.colours import spare_colour
from ..base.messages import Message
from .reserved import refuse_reserved
from .table import Table

ZONE_COLUMNS = ("zone", "key", "name")
# The keys of zones that the program knows.
ENHANCEMENT, UNASSIGNED = "enhancement", "unassigned"
LARGEST_ZONE = 254


@dataclass(frozen=True)
class Zone:
    """A functional zone; `number` is its value in the zone raster."""

    number: int
    key: str
    name: str
    colour: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()  # its names in other languages, for rules that name it


def read_zones(table: Table, unassigned: str = "Unassigned") -> list[Zone]:
    """The zones, in the table's order, with `unassigned` among them.

    Args:
        unassigned: the name of that zone where the table has none.

    Raises:
        DataError: a missing column, an empty table, a number that is not 1 to 254 or stands
            twice, a key that stands twice, or a name that has a meaning of its own.
    """
    table.require(ZONE_COLUMNS)
    zones: list[Zone] = []
    for row in table:
        number = row.whole("zone")
        if not 1 <= number <= LARGEST_ZONE:
            raise row.error(
                "zone {zone} is not 1 to {largest}", zone=row.text("zone"), largest=LARGEST_ZONE
            )
        key = row.needed_text("key")
        if any(zone.number == number or zone.key.casefold() == key.casefold() for zone in zones):
            raise row.error("zone {zone} '{key}' stands twice", zone=number, key=key)
        colour = row.colour()
        name = row.text("name") or key
        for text in (key, name):
            refuse_reserved(text, row.place(Message("the zone {zone}", zone=number)))
        zones.append(Zone(number, key, name, colour, row.text("description")))
    if not any(zone.key.casefold() == UNASSIGNED for zone in zones):
        free = next(n for n in range(1, LARGEST_ZONE + 2) if n not in {z.number for z in zones})
        zones.append(Zone(free, UNASSIGNED, unassigned, "#d9d9d9"))
    return zones


def zone_named(text: str, zones: Iterable[Zone]) -> int | None:
    """The zone that a number, key or name in any language means; None if there is none."""
    for zone in zones:
        names = (str(zone.number), zone.key, zone.name, *zone.aliases)
        if text.casefold() in (name.casefold() for name in names):
            return zone.number
    return None


def unassigned_zone(zones: Iterable[Zone]) -> Zone:
    """The zone of the conversions that no rule names."""
    return next(zone for zone in zones if zone.key.casefold() == UNASSIGNED)


def zone_colour(zone: Zone) -> str:
    """The zone's colour, or one of the spare ones for a zone whose table gives none."""
    return zone.colour or spare_colour(zone.number - 1)
