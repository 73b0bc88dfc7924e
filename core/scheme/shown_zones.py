"""The zones as a map shows them: lasting mined and lasting built-up land apart.

On a map of zones the land that no rule names is not all alike to a reader: what was a mine and
still is one is the mine, what was built and still is so is the town, and the rest is of no
concern. Rasters have values of their own for both; tables, checks and errors of areas know one
zone, the unassigned one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from ..base.messages import Notes, Term
from ..base.numbers import Bytes, Ints
from .classes import MINE, LandClass
from .rules import Rules, Zone, unassigned_zone

LARGEST_VALUE = 255
# In the order of their values, by the group that land has at both dates. Dark and grey: they
# differ from the default zones for all eyes, and in grey, which the reds of most products' built-up
# land do not. The last is the Chinese name: tables and copies of rasters are known by it again.
LASTING = {
    group: Zone(0, key, name, colour, aliases=(alias,))
    for group, key, name, colour, alias in (
        (MINE, "lasting_mined", Term("Lasting mined land"), "#300201", "持续工矿用地"),
        ("built", "lasting_built", Term("Lasting built-up land"), "#4d5065", "持续建设用地"),
    )
}


class ShownZones:
    """What a raster of zones holds.

    Args:
        classes: those that a layer or a class table names.

    Attributes:
        zones: with the values of lasting land that there can be between these classes.
        lasting: the values of lasting land alone.
        possible: of the zones those that land of the classes can come to.
    """

    def __init__(self, rules: Rules, classes: Sequence[LandClass]):
        self._rules = rules
        self.unassigned = unassigned_zone(rules.zones).value
        largest = max(zone.value for zone in rules.zones)
        free = range(largest + 1, LARGEST_VALUE + 1)
        # The same values whatever the classes, so that rasters of several runs can be compared.
        values = dict(zip(LASTING, free))
        zones = rules.zone_table(classes)
        there = [g for g in LASTING if (zones[_of_group(g, classes)] == self.unassigned).any()]
        self._values = {group: n for group, n in values.items() if group in there}
        self.lasting = [replace(LASTING[group], value=n) for group, n in self._values.items()]
        self.zones = [*rules.zones, *self.lasting]
        self.possible = [zone for zone in self.zones if (self.table(classes) == zone.value).any()]
        self._without_value = [LASTING[g].name for g in there if g not in self._values]

    def table(self, classes: Iterable[LandClass]) -> Bytes:
        """Values by from-class and to-class, shape (n, n), uint8."""
        classes = list(classes)
        shown = self._rules.zone_table(classes)
        for group, value in self._values.items():
            of_group = _of_group(group, classes)
            shown[of_group] = np.where(shown[of_group] == self.unassigned, value, shown[of_group])
        return shown

    def notes(self) -> Notes:
        """Which lasting land no value is left for, for the log."""
        notes = Notes()
        for name in self._without_value:
            notes.warn(
                "{land} has no value of its own in zone rasters and maps, because the numbers of "
                "the zones leave none up to {largest} free: it is unassigned there.",
                land=name,
                largest=LARGEST_VALUE,
            )
        return notes


def _of_group(group: str, classes: Sequence[LandClass]) -> tuple[Ints, ...]:
    """The pairs of two classes of a group, as an index."""
    indices = np.flatnonzero([land_class.group == group for land_class in classes])
    return np.ix_(indices, indices)
