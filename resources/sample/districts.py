"""The made-up districts of the sample: four polygons that share out all of its cells.

Corners are (column, row) in cells, as in ``layout.py``; borders that two districts share are
written once. GeoJSON, because it is small, can be read by eye and, unlike a GeoPackage, is
not touched by a QGIS that opens it.
"""

import json

import numpy as np
from rasters import CELL_M, EPSG, origin

# The line between the western and the eastern districts, top to bottom, and the lines from its
# middle to the sides. No whole numbers: see `check`.
TOP = [(371.3, 0), (352.7, 88.1), (389.2, 171.9), (341.6, 243.4), (366.1, 329.3)]
BOTTOM = [(366.1, 329.3), (318.8, 391.7), (347.3, 478.2), (301.4, 566.9), (323.9, 658.3)]
BOTTOM += [(289.7, 727.2), (296.3, 782)]
WEST = [(366.1, 329.3), (287.4, 308.3), (214.9, 352.3), (131.3, 341.2), (62.8, 389.7), (0, 371.9)]
EAST = [(366.1, 329.3), (447.7, 351.1), (523.4, 466.8), (604.9, 489.3), (671.2, 436.1)]
EAST += [(735, 447.4)]


def districts(shape):
    """Return {(code, name): ring of (column, row)} for a grid of ``shape`` (rows, columns)."""
    rows, columns = shape
    return {
        (1, "North-west district"): [*reversed(TOP), (0, 0), *reversed(WEST)],
        (2, "North-east district"): [*TOP, *EAST[1:], (columns, 0)],
        (3, "South-west district"): [*BOTTOM, (0, rows), *reversed(WEST)],
        (4, "South-east district"): [*BOTTOM, (columns, rows), *reversed(EAST)],
    }


def in_metres(ring, shape):
    """Return a closed ring in whole metres of the sample's reference system."""
    left, top = origin(shape)
    corners = [(left + round(x * CELL_M), top - round(y * CELL_M)) for x, y in ring]
    # Neighbours in a list may be the same corner: where two borders meet.
    corners = [here for here, before in zip(corners, [None, *corners]) if here != before]
    return corners if corners[0] == corners[-1] else [*corners, corners[0]]


def cells_inside(ring, shape):
    """Return which cells have their centre inside a ring, by counting crossings in integers.

    Raises:
        ValueError: a centre lies on the ring; a cell like that belongs to no district, or to
            two, as a program pleases.
    """
    left, top = origin(shape)
    x = left + CELL_M * np.arange(shape[1])[None, :] + CELL_M // 2
    y = top - CELL_M * np.arange(shape[0])[:, None] - CELL_M // 2
    inside = np.zeros(shape, bool)
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        side = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
        between = (np.minimum(y0, y1) <= y) & (y <= np.maximum(y0, y1))
        if ((side == 0) & between & (min(x0, x1) <= x) & (x <= max(x0, x1))).any():
            raise ValueError(f"A border runs through the centre of a cell: {x0} {y0}, {x1} {y1}")
        inside ^= ((y0 > y) != (y1 > y)) & ((side < 0) == (y1 < y0))
    return inside


def check(rings, shape):
    """Raise ValueError unless every cell is in exactly one ring."""
    times = sum(cells_inside(ring, shape).astype(int) for ring in rings)
    if (times != 1).any():
        raise ValueError(f"{(times != 1).sum()} cells are in no district or in several")


def write_districts(path, shape):
    """Write the districts as GeoJSON at ``path``, checked."""
    rings = {key: in_metres(ring, shape) for key, ring in districts(shape).items()}
    check(rings.values(), shape)
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "district": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for (code, name), ring in rings.items()
    ]
    head = {
        "type": "FeatureCollection",
        "name": "districts",
        "description": "SYNTHETIC districts; no real borders",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{EPSG}"}},
    }
    lines = ",\n".join(json.dumps(feature) for feature in features)
    text = f'{json.dumps(head)[:-1]},\n"features": [\n{lines}\n]}}\n'
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
