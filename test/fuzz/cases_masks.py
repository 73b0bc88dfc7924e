"""Random polygons about a grid, as WKT; their corners are given in cells and parts of them."""

import numpy as np

# How a polygon that crosses itself goes through the corners of a square: as a bow tie.
BOW_TIE = ((0, 0), (1, 1), (0, 1), (1, 0))


def random_mask(rng, grid, invalid: bool = False) -> list[str]:
    """A few polygons, some far beyond the grid's edge, some over each other.

    Args:
        grid: the cells.
        invalid: whether some may cross themselves, or consist of parts that overlap.
    """
    kinds = [_star, _star, _triangle, _sliver, _strips, _several, _twice, _whole]
    kinds += [_bow_tie, _overlapping] if invalid else []
    rows, columns = grid.shape
    shapes = []
    for _ in range(rng.integers(1, 5)):
        kind = kinds[rng.integers(len(kinds))]
        shapes += [_wkt(grid, polygons) for polygons in kind(rng, rows, columns)]
    return shapes


def _wkt(grid, polygons: list) -> str:
    """A polygon, or a multipolygon of several: lists of rings of corners (column, row)."""
    x, dx, _, y, _, dy = grid.transform
    texts = []
    for rings in polygons:
        lists = [
            ", ".join(f"{x + a * dx:.12f} {y + d * dy:.12f}" for a, d in [*ring, ring[0]])
            for ring in rings
        ]
        texts.append("(" + ", ".join(f"({corners})" for corners in lists) + ")")
    return f"POLYGON {texts[0]}" if len(texts) == 1 else f"MULTIPOLYGON ({', '.join(texts)})"


def _ring(rng, middle, radius: float, most: int = 40) -> list:
    """A ring about a place that goes once around and does not cross itself."""
    # So many that no edge comes nearer to the place than 0.4 of the radius.
    count = int(rng.integers(8, most))
    angles = (np.arange(count) + rng.uniform(0, 0.9, count)) / count * 2 * np.pi
    reach = radius * rng.uniform(0.6, 1.0, count)
    return list(zip(middle[0] + reach * np.cos(angles), middle[1] + reach * np.sin(angles)))


def _place(rng, rows: int, columns: int) -> tuple:
    return tuple(rng.uniform(-0.2, 1.2, 2) * (columns, rows))


def _star(rng, rows: int, columns: int) -> list:
    """A polygon, some with a hole."""
    middle, radius = _place(rng, rows, columns), rng.uniform(0.05, 0.8) * max(rows, columns)
    parts = (1.0, 0.35)[: rng.integers(1, 3)]
    return [[[_ring(rng, middle, radius * part) for part in parts]]]


def _triangle(rng, rows: int, columns: int) -> list:
    return [[[[_place(rng, rows, columns) for _ in range(3)]]]]


def _sliver(rng, rows: int, columns: int) -> list:
    """A long triangle that is much thinner than a cell."""
    one, other = _place(rng, rows, columns), _place(rng, rows, columns)
    return [[[[one, other, (other[0] + rng.uniform(0.01, 0.3), other[1] + 0.05)]]]]


def _strips(rng, rows: int, columns: int) -> list:
    """Polygons side by side that have their edges in common, some along those of cells."""
    edges = np.unique(rng.uniform(-2, columns + 2, 4).round(int(rng.integers(0, 4))))
    top, bottom = sorted(rng.uniform(-2, rows + 2, 2).round(int(rng.integers(0, 3))))
    if bottom - top < 0.01 or edges.size < 2:
        return _whole(rng, rows, columns)
    # Whole numbers are edges of cells; centres have halves, which may not be on an edge.
    edges, top, bottom = [np.where(v % 1 == 0.5, v + 0.123, v) for v in (edges, top, bottom)]
    return [
        [[[(left, top), (right, top), (right, bottom), (left, bottom)]]]
        for left, right in zip(edges, edges[1:])
    ]


def _several(rng, rows: int, columns: int) -> list:
    """A multipolygon, its parts apart from each other."""
    size = max(rows, columns) / 4
    parts = []
    for number in range(int(rng.integers(2, 4))):
        middle = (columns * (number + 0.5) / 3, rng.uniform(0, rows))
        radius = min(size, columns / 6) * rng.uniform(0.3, 0.95)
        parts.append([_ring(rng, middle, radius, 12)])
    return [parts]


def _twice(rng, rows: int, columns: int) -> list:
    return _star(rng, rows, columns) * 2


def _whole(rng, rows: int, columns: int) -> list:
    """A rectangle around all cells."""
    left, top, right, bottom = -1.2, -1.3, columns + 1.4, rows + 1.1
    return [[[[(left, top), (right, top), (right, bottom), (left, bottom)]]]]


def _bow_tie(rng, rows: int, columns: int) -> list:
    (left, top), (width, height) = _place(rng, rows, columns), rng.uniform(0.5, rows + 1, 2)
    return [[[[(left + a * width, top + b * height) for a, b in BOW_TIE]]]]


def _overlapping(rng, rows: int, columns: int) -> list:
    """A multipolygon whose parts lie over each other."""
    middle, radius = _place(rng, rows, columns), rng.uniform(0.2, 0.8) * max(rows, columns)
    other = (middle[0] + radius / 3, middle[1] - radius / 4)
    return [[[_ring(rng, middle, radius)], [_ring(rng, other, radius)]]]
