"""What a landscape is, by a plain search from cell to cell; no line shared with the core."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

NEIGHBOURS = [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1) if (r, c) != (0, 0)]
SIDES = [(-1, 0), (1, 0), (0, -1), (0, 1)]
# What a class lies beside that is none: no data, another unit, the edge.
NOTHING = None


@dataclass
class Plain:
    """A landscape.

    Attributes:
        patches: by class, a Counter of (cells, perimeter in sides).
        across, down: by class and neighbour (a class or NOTHING), sides between neighbours in rows
            and in columns.
        cells: by class, (row, column) of each cell.
        components: by class, lists of the cells of each patch.
    """

    patches: dict = field(default_factory=lambda: defaultdict(Counter))
    across: Counter = field(default_factory=Counter)
    down: Counter = field(default_factory=Counter)
    cells: dict = field(default_factory=lambda: defaultdict(list))
    components: dict = field(default_factory=lambda: defaultdict(list))


def plain_landscapes(classes: list[list], units: list[list] | None = None) -> dict:
    """The landscapes of rows of classes (None: no data), by the name of their unit."""
    land = {
        (r, c): (units[r][c] if units else "", value)
        for r, row in enumerate(classes)
        for c, value in enumerate(row)
        if value is not None
    }
    found: dict = defaultdict(Plain)
    seen = set()
    for start, what in land.items():
        unit, name = what
        plain = found[unit]
        plain.cells[name].append(start)
        for step in SIDES:
            other_unit, other = land.get((start[0] + step[0], start[1] + step[1]), (None, None))
            if other_unit != unit:
                other = NOTHING
            if other != name:
                (plain.across if step[0] == 0 else plain.down)[name, other] += 1
        if start in seen:
            continue
        seen.add(start)
        patch, waiting = [], [start]
        while waiting:
            r, c = waiting.pop()
            patch.append((r, c))
            for down, across in NEIGHBOURS:
                there = r + down, c + across
                if there not in seen and land.get(there) == what:
                    seen.add(there)
                    waiting.append(there)
        perimeter = sum(
            land.get((r + down, c + across)) != what for r, c in patch for down, across in SIDES
        )
        plain.patches[name][len(patch), perimeter] += 1
        plain.components[name].append(patch)
    return dict(found)
