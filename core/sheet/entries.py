"""The legend of a map: what its raster shows, named and coloured."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from ..colours import SPARE_COLOURS, hex_colour
from ..messages import DataError
from ..raster.source import RasterInput
from ..scan.count import count
from ..scan.scan import Progress
from ..scan.series import open_series

# More than these no legend on one sheet can show, nor an eye tell apart.
MOST = 40


@dataclass(frozen=True)
class Entry:
    """A value of a raster, what it is called and its colour."""

    value: int
    name: str
    colour: str


def entries_in(source: RasterInput, progress: Progress = lambda fraction: True) -> list[Entry]:
    """The entries for what a raster's valid cells have, by value.

    Names and colours are those of the layer's style, else those in the file.

    Raises:
        DataError: the raster cannot be read, is empty, or holds too many values to be classes.
        Cancelled: progress returned False.
    """
    # With an empty class table every value stands for itself.
    series = open_series([source], "auto", class_entries=[])
    values = sorted(c.value for c in count(series, [], progress=progress).cube.classes)
    if len(values) > MOST:
        raise DataError(
            "{label} holds {count} different values; a map legend shows {most} at most",
            label=source.label,
            count=len(values),
            most=MOST,
        )
    style, own = source.style, series.rasters[0].legend
    return [
        Entry(
            value,
            style.names.get(value) or own.names.get(value) or str(value),
            style.colours.get(value) or own.colours.get(value) or _spare_colour(value),
        )
        for value in values
    ]


def _spare_colour(value: int) -> str:
    """A colour that a value has in every map, unlike those of the values near it."""
    if 0 <= value < len(SPARE_COLOURS):
        return SPARE_COLOURS[value]
    # The golden section of the colour circle keeps any run of hues apart.
    red, green, blue = colorsys.hls_to_rgb(value * 0.618034 % 1, (0.42, 0.62)[value % 2], 0.5)
    return hex_colour(round(255 * red), round(255 * green), round(255 * blue))


def union(maps: list[list[Entry]]) -> list[Entry]:
    """The legend of several maps: what any of them shows, once each, by value.

    Two names or two colours for one value are two entries.

    Raises:
        DataError: there are more than a legend can show.
    """
    found: dict[tuple[str, str], Entry] = {}
    for entries in maps:
        for entry in entries:
            found.setdefault((entry.name, entry.colour), entry)
    listed = sorted(found.values(), key=lambda entry: entry.value)
    if len(listed) > MOST:
        raise DataError(
            "the maps show {count} different categories; a legend shows {most} at most",
            count=len(listed),
            most=MOST,
        )
    return listed
