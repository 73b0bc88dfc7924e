"""What a landscape is, by a plain search from cell to cell; no line shared with the core."""

from __future__ import annotations

import math
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
        perimeter = sum(land.get((r + y, c + x)) != what for r, c in patch for y, x in SIDES)
        plain.patches[name][len(patch), perimeter] += 1
        plain.components[name].append(patch)
    return dict(found)


def plain_metrics(plain: Plain, side: float) -> tuple[dict, dict]:
    """The metrics of a landscape of square cells, m: by class, and of all of it.

    From McGarigal's definitions, cell by cell and patch by patch; what does not exist is None.
    """
    n = sum(len(cells) for cells in plain.cells.values())
    area = n * side * side
    classes = sorted(plain.cells, key=str)
    beside = {
        i: {j: plain.across[i, j] + plain.down[i, j] for j in classes if j != i} for i in classes
    }
    border = {i: plain.across[i, NOTHING] + plain.down[i, NOTHING] for i in classes}
    like = {}
    for i in classes:
        own = set(plain.cells[i])
        like[i] = sum(((r, c + 1) in own) + ((r + 1, c) in own) for r, c in own)

    def of_patches(patches: list[tuple[int, int]], outline: int) -> dict:
        """Of all patches of a class, or of the landscape: (cells, perimeter) each."""
        own = sum(a for a, _ in patches)
        mean = own * side**2 / len(patches)
        spread = sum((a * side**2 - mean) ** 2 for a, _ in patches) / len(patches)
        fractal = [
            2 * math.log(0.25 * p * side) / math.log(a * side**2) if a * side**2 > 1 else 1
            for a, p in patches
        ]
        cohesion = None
        if n > 1:
            inner = sum(p for _, p in patches) / sum(p * math.sqrt(a) for a, p in patches)
            cohesion = (1 - inner) / (1 - 1 / math.sqrt(n)) * 100
        return {
            "np": len(patches),
            "pd_per_100ha": len(patches) / area * 1e6,
            "lpi_pct": 100 * max(a for a, _ in patches) * side**2 / area,
            "area_mn_ha": mean / 1e4,
            "area_sd_ha": math.sqrt(spread) / 1e4,
            "lsi": outline / (2 * math.ceil(2 * math.sqrt(own) - 1e-9)),
            "shape_mn": sum(p / (2 * math.ceil(2 * math.sqrt(a) - 1e-9)) for a, p in patches)
            / len(patches),
            "frac_mn": sum(fractal) / len(patches),
            "cohesion": cohesion,
            "division": 1 - sum((a * side**2 / area) ** 2 for a, _ in patches),
            "mesh_ha": sum((a * side**2) ** 2 for a, _ in patches) / area / 1e4,
            "split": area**2 / sum((a * side**2) ** 2 for a, _ in patches),
        }

    def interspersion(sides: list[int], pairs: int) -> float | None:
        whole = sum(sides)
        if len(classes) < 3 or not whole:
            return None
        return -100 * sum(s / whole * math.log(s / whole) for s in sides if s) / math.log(pairs)

    def aggregation(i) -> float | None:
        cells = len(plain.cells[i])
        # The densest that cells can lie: on a square spiral (Harary and Harborth 1976).
        most = math.floor(2 * cells - 2 * math.sqrt(cells) + 1e-9)
        return 100 * like[i] / most if most else None

    by_class, everything = {}, []
    for i in classes:
        patches = list(plain.patches[i].elements())
        everything += patches
        edge = sum(beside[i].values())
        by_class[i] = {
            "ca_ha": len(plain.cells[i]) * side**2 / 1e4,
            "pland_pct": 100 * len(plain.cells[i]) / n,
            **of_patches(patches, edge + border[i]),
            "te_m": edge * side,
            "ed_m_per_ha": edge * side / area * 1e4,
            "pladj_pct": 100 * 2 * like[i] / (2 * like[i] + edge + border[i]),
            "ai_pct": aggregation(i),
            "iji_pct": interspersion(list(beside[i].values()), len(classes) - 1),
        }
    pairs = [beside[i][j] for i in classes for j in classes if str(i) < str(j)]
    likes, edges, borders = sum(like.values()), sum(pairs), sum(border.values())
    shares = [len(plain.cells[i]) / n for i in classes]
    contagion = None
    if len(classes) > 1:
        terms = 0.0
        for i, share in zip(classes, shares):
            row = [2 * like[i] if i == j else beside[i][j] for j in classes]
            terms += sum(share * g / sum(row) * math.log(share * g / sum(row)) for g in row if g)
        contagion = 100 * (1 + terms / (2 * math.log(len(classes))))
    entropy = -sum(share * math.log(share) for share in shares)
    return by_class, {
        "ta_ha": area / 1e4,
        **of_patches(everything, edges + borders),
        "te_m": edges * side,
        "ed_m_per_ha": edges * side / area * 1e4,
        "pladj_pct": 100 * 2 * likes / (2 * likes + 2 * edges + borders),
        "ai_pct": sum(share * (aggregation(i) or 0) for i, share in zip(classes, shares)),
        "iji_pct": interspersion(pairs, len(classes) * (len(classes) - 1) // 2),
        "pr": len(classes),
        "shdi": entropy,
        "shei": entropy / math.log(len(classes)) if len(classes) > 1 else None,
        "sidi": 1 - sum(share**2 for share in shares),
        "msidi": -math.log(sum(share**2 for share in shares)),
        "contag_pct": contagion,
    }
