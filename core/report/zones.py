"""The zones as a table: what rules and maps call them, and what the zone table says of each."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Term, Text
from ..scheme.rules import Zone, zone_colour
from .parts import Row, ShownColumn, ShownTable, known


def zone_table(name: str, caption: Text, zones: Sequence[Zone]) -> ShownTable:
    """A row per zone."""
    rows: list[Row] = [
        {"zone": z.value, "zone_name": z.name, "key": z.key, "description": z.description}
        for z in zones
    ]
    columns = [
        known("zone_name", colours={z.name: zone_colour(z) for z in zones}),
        known("zone"),
        ShownColumn(Term("Key"), "key"),
        ShownColumn(Term("Description"), "description"),
    ]
    return ShownTable(name, caption, columns, rows)
