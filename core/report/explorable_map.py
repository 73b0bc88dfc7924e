"""A map to explore: pictures of a run's land in pixel space, and what each pixel stands for.

The browser reads what a pixel is from the pictures alone, by their colours, so that no two entries
of one picture have the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from osgeo import osr

from ..base.colours import rgb
from ..base.messages import GoingOn, Listed, Message, Term, Text, Translate, each, translated
from ..base.numbers import Bytes, Floats, Ints, NDArray
from ..raster.grid import Grid, Window
from ..scan.cell_raster import middles
from ..scan.class_codes import FIRST_CLASS
from ..scan.count_result import Census
from ..scan.series import Series
from ..scheme.classes import Classes
from .report_maps import (
    LEAFLET,
    Frame,
    LandMaps,
    data_uri,
    metres_across,
    northward,
    outline,
    png,
    thinned,
)

# What all pictures of a map may take together, in letters of the page; else they have fewer pixels.
MOST_LETTERS = 1_400_000
# Classes that have a colour each; nobody tells more of them apart.
MOST_CLASSES = 40
# What a picture tells apart, and the units that are named on the map.
MOST_ENTRIES, MOST_LABELS = 254, 60
OTHERS, OTHERS_COLOUR = Term("other classes"), "#c3c8cd"
LAND, UNIT, UNITS = Term("Land use"), Term("Unit"), Term("Units")
EVER_MINED = Term("Cumulative disturbed area")
OUTLINE_COLOUR, UNIT_COLOUR = "#1f2933", "#7b1fa2"
# Positions are told between those of a grid, which is made finer until that is right to this part
# of a pixel, or it has so many a side.
EXACT, FINEST_GRID = 0.1, 65
# How hard pictures are packed: 9 takes ten times as long, and a tenth less room.
LEVEL = 4

# The names of units, and the index of the one that each pixel of all land is in; -1: in none.
UnitPixels = tuple[Sequence[str], Ints]


class MapLayer(NamedTuple):
    """What a map shows, or tells of a pixel.

    Attributes:
        subject, title: such as Land use, and 2018; what is of one subject is listed together.
        values: the number of an entry, from 1 on, by combination of the land, given class numbers
            by date and those; 0 where there is nothing.
        entries: names and colours.
        is_shown: whether it can be chosen; what is not is told at a click alone.
        ends: what a legend has of a scale of many steps, in place of the entries.
    """

    subject: Text
    title: Text
    values: Callable[[Ints], Bytes]
    entries: Sequence[tuple[Text, str]]
    is_shown: bool = True
    ends: Sequence[tuple[Text, str]] = ()


class Amount(NamedTuple):
    """What a hectare holds, told at a click for the land of the pixel: by combination, (n,)."""

    label: Text
    unit: str
    per_hectare: Callable[[Ints], Floats]


class Area(NamedTuple):
    """An area that links to area-RANK open: its rank, name, longitude and latitude."""

    rank: int
    name: Text
    longitude: float
    latitude: float


@dataclass(frozen=True)
class ExplorableMap:
    """What the page's script makes a map of: see `data`."""

    settings: Mapping[str, Any]
    layers: Sequence[Mapping[str, Any]]
    outlines: Sequence[Mapping[str, Any]] = ()
    labels: Sequence[tuple[str, float, float]] = ()
    areas: Sequence[Area] = ()

    def data(self, tr: Translate) -> dict[str, Any]:
        """As JSON, with the texts in it in the reader's language."""

        def told(value: Any) -> Any:
            if isinstance(value, (Term, Message, Listed)):
                return translated(value, tr)
            if isinstance(value, Mapping):
                return {key: told(part) for key, part in value.items()}
            return [*map(told, value)] if isinstance(value, (list, tuple)) else value

        parts = {
            "layers": self.layers,
            "outlines": self.outlines,
            "labels": self.labels,
            "areas": self.areas,
        }
        return {**self.settings, **told(parts)}


def land_palette(
    classes: Classes, census: Census, most: int = MOST_CLASSES
) -> tuple[list[tuple[Text, str]], Bytes]:
    """Names and colours of the classes that land has, and the number of each class among them.

    Of more than `most` classes the largest have a colour each. The last number is that of land
    that does not count, whose class is -1: 0.
    """
    dates = census.dates.common
    areas = np.sum([tally.hectares[FIRST_CLASS:] for tally in dates], axis=0)
    cells = np.sum([tally.cells[FIRST_CLASS:] for tally in dates], axis=0)
    # In the order of the tables.
    present = shown = [index for index in classes.order() if cells[index]]
    if len(present) > most:
        largest = sorted(present, key=lambda index: -areas[index])[: most - 1]
        shown = [index for index in present if index in largest]
    value_of = np.zeros(len(classes) + 1, np.uint8)
    value_of[present] = len(shown) + 1
    value_of[shown] = np.arange(1, len(shown) + 1)
    colours = classes.colours()
    legend: list[tuple[Text, str]] = [(classes[n].name, colours[n]) for n in shown]
    if len(shown) < len(present):
        legend.append((OTHERS, OTHERS_COLOUR))
    return legend, value_of


def land_layers(classes: Classes, census: Census, labels: Sequence[str]) -> list[MapLayer]:
    """Land use by date."""
    entries, value_of = land_palette(classes, census, MOST_ENTRIES)

    def layer(date_index: int, label: str) -> MapLayer:
        return MapLayer(LAND, label, lambda at: value_of[at[date_index]], entries)

    return [layer(*date) for date in enumerate(labels)]


def explorable_map(
    series: Series,
    maps: LandMaps,
    layers: Sequence[MapLayer],
    amounts: Sequence[Amount] = (),
    units: UnitPixels | None = None,
    areas: Sequence[Area] = (),
    going_on: GoingOn = lambda: True,
) -> ExplorableMap | None:
    """The map of a run; None where the program is missing that shows it.

    Args:
        layers: the last one of the first subject is shown at first.
        amounts: what is told in tonnes at a click.
        units: their names, and the index of the one that each pixel of the maps is in, or -1.
        areas: what links of the page open.
        going_on: asked before each picture.
    """
    if not LEAFLET.is_file():
        return None
    frame, classes, pixels = maps.close_up(lambda part: going_on())
    sample = _uri(layers[0].values(classes)[pixels], [c for _, c in layers[0].entries])
    estimate = len(sample) * (len(layers) + len(amounts) + len(units or ()))
    # A picture of half the pixels takes half the room.
    side = int(max(pixels.shape) * min(1.0, (MOST_LETTERS / estimate) ** 0.5))
    shown = northward(thinned(pixels, side), series.grid)
    pictures = [_class_picture(layer, classes, shown) for layer in each(layers, going_on)]
    pictures += [_amount_picture(amount, classes, shown) for amount in each(amounts, going_on)]
    outlines: list[Mapping[str, Any]] = []
    labels: list[tuple[str, float, float]] = []
    marked = maps.is_marked(classes)[shown]
    if marked.any():
        uri = _uri(outline(marked).astype(np.uint8), [OUTLINE_COLOUR])
        outlines.append({"title": EVER_MINED, "uri": uri})
    if units is not None:
        names, indices = units
        of_pixels = northward(_cut(indices, frame, shown.shape), series.grid)
        pictures.append(_unit_picture(names, of_pixels))
        edges = np.zeros(shown.shape, np.uint8)
        edges[:, 1:] |= of_pixels[:, 1:] != of_pixels[:, :-1]
        edges[1:] |= of_pixels[1:] != of_pixels[:-1]
        outlines.append({"title": UNITS, "uri": _uri(edges, [UNIT_COLOUR]), "hasNames": True})
        labels = _labels(names, of_pixels)
    settings = _settings(series, frame.window, shown.shape)
    return ExplorableMap(settings, pictures, outlines, labels, areas)


def _class_picture(layer: MapLayer, classes: Ints, shown: Ints) -> dict[str, Any]:
    """The picture of a layer, and what its colours mean, which are no two the same."""
    values = layer.values(classes)
    used: set[str] = set()
    entries = []
    for name, colour in layer.entries:
        while colour in used:
            colour = f"{colour[:5]}{(int(colour[5:], 16) + 1) % 256:02x}"
        used.add(colour)
        entries.append((name, colour))
    occurring = {int(value) for value in np.unique(values[np.unique(shown)])}
    return {
        "subject": layer.subject,
        "title": layer.title,
        "isShown": layer.is_shown,
        "uri": _uri(values[shown], [colour for _, colour in entries]),
        "entries": [entry for value, entry in enumerate(entries, 1) if value in occurring],
        **({"ends": layer.ends} if layer.ends else {}),
    }


def _amount_picture(amount: Amount, classes: Ints, shown: Ints) -> dict[str, Any]:
    """A picture whose colours stand for amounts per hectare: those that occur, where they are not
    too many, else the middles of as many steps."""
    occurring, positions = np.unique(shown, return_inverse=True)
    per_hectare = np.nan_to_num(amount.per_hectare(classes))[occurring]
    told = np.array([float(f"{value:.6g}") for value in per_hectare])
    steps, indices = np.unique(told, return_inverse=True)
    if steps.size > MOST_ENTRIES:
        steps = np.linspace(steps[0], steps[-1], MOST_ENTRIES)
        indices = np.abs(told[:, None] - steps).argmin(axis=1)
    cells = (indices.ravel() + 1)[positions.reshape(shown.shape)]
    names = [f"{step:.6g}" for step in steps.tolist()]
    return {**_numbered(amount.label, cells, names), "unit": amount.unit}


def _numbered(subject: Text, cells: Ints, names: Sequence[str]) -> dict[str, Any]:
    """A picture that is read but not shown: numbers of names, from 1 on, as colours."""
    colours = [f"#0000{value:02x}" for value in range(1, len(names) + 1)]
    return {
        "subject": subject,
        "title": "",
        "isShown": False,
        "uri": _uri(cells, colours),
        "entries": [*zip(names, colours)],
    }


def _unit_picture(names: Sequence[str], of_pixels: Ints) -> dict[str, Any]:
    """Which unit each pixel is in: of many units, of those with most pixels."""
    counts = np.bincount(of_pixels[of_pixels >= 0], minlength=len(names))
    order = map(int, np.argsort(-counts, kind="stable")[:MOST_ENTRIES])
    largest = [n for n in order if counts[n]]
    value_of = np.zeros(len(names) + 1, np.int64)
    value_of[largest] = np.arange(1, len(largest) + 1)
    return _numbered(UNIT, value_of[of_pixels], [names[n] for n in largest])


def _labels(names: Sequence[str], of_pixels: Ints) -> list[tuple[str, float, float]]:
    """The names of the units with most pixels, each with the column and row of a pixel in it."""
    counts = np.bincount(of_pixels[of_pixels >= 0], minlength=len(names))
    labels = []
    for n in map(int, np.argsort(-counts, kind="stable")[:MOST_LABELS]):
        rows, columns = np.nonzero(of_pixels == n)
        if rows.size:
            far = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
            nearest = int(far.argmin())
            labels.append((names[n], columns[nearest] + 0.5, rows[nearest] + 0.5))
    return labels


def _cut(pixels: Ints, frame: Frame, shape: tuple[int, ...]) -> Ints:
    """What pixels of all land are in a frame that is shown with a shape of its own."""
    rows, columns = (
        cut.start + middles(cut.stop - cut.start, size)
        if size < cut.stop - cut.start
        else cut.start + np.arange(size) * (cut.stop - cut.start) // size
        for cut, size in zip((frame.rows, frame.columns), shape)
    )
    inside: Ints = pixels[np.ix_(rows, columns)]
    return inside


def _uri(cells: NDArray[Any], colours: Sequence[str]) -> str:
    """A picture of numbers from 1 on, each of which has a colour; 0 is clear."""
    return data_uri(png(cells.astype(np.uint8), dict(enumerate(map(rgb, colours), 1)), LEVEL))


def _settings(series: Series, window: Window, shape: tuple[int, ...]) -> dict[str, Any]:
    """Where the pixels are: positions of their grid, map units, metres and hectares."""
    grid, (high, wide) = series.grid, shape
    x0, y0, x1, y1 = grid.corners(window)
    # North is up, and west at the left.
    left, right, top, bottom = min(x0, x1), max(x0, x1), max(y0, y1), min(y0, y1)
    rows = window.row + middles(window.height, high)
    middle = window.column + window.width // 2
    hectares = [float(series.area.of(Window(middle, int(row), 1, 1))[0, 0]) for row in rows]
    of_pixel = window.width * window.height / (wide * high)
    across = metres_across(grid, window)
    reference = grid.spatial_reference()
    return {
        "width": wide,
        "height": high,
        "x": [left, (right - left) / wide],
        "y": [top, (bottom - top) / high],
        "system": None if reference is None else reference.GetName(),
        "isGeographic": reference is not None and bool(reference.IsGeographic()),
        "metres": None if across is None else across[0] / wide,
        "hectares": [area * of_pixel for area in (hectares if y0 > y1 else hectares[::-1])],
        "positions": _positions(grid, (left, top, right, bottom), max(shape)),
    }


def _positions(grid: Grid, box: tuple[float, float, float, float], pixels: int) -> list[Any]:
    """Longitude and latitude on a grid over a box of map units, as fine as it takes for what lies
    between to be right; rows from the north, each from the west. [] where nobody knows them."""
    there = grid.to_degrees()
    if there is None:
        return []
    left, top, right, bottom = box

    def at(x_parts: NDArray[Any], y_parts: NDArray[Any]) -> Floats:
        x, y = np.meshgrid(left + x_parts * (right - left), top + y_parts * (bottom - top))
        points = np.column_stack([x.ravel(), y.ravel()]).tolist()
        degrees: Floats = np.array(there.TransformPoints(points))[:, :2]
        return degrees.reshape(y_parts.size, x_parts.size, 2)

    size = 3
    try:
        with osr.ExceptionMgr(useExceptions=True):
            while True:
                parts = np.linspace(0.0, 1.0, size)
                known, middles_between = at(parts, parts), (parts[1:] + parts[:-1]) / 2
                between = at(middles_between, middles_between)
                guessed = (known[1:, 1:] + known[1:, :-1] + known[:-1, 1:] + known[:-1, :-1]) / 4
                # How far a pixel reaches in degrees, the shorter way.
                spans = np.diff(known[:, :, 0], axis=1), np.diff(known[:, :, 1], axis=0)
                pixel = min(np.abs(span).max() for span in spans) * (size - 1) / pixels
                off = np.abs(between - guessed).max()
                if off <= EXACT * pixel or size >= FINEST_GRID:
                    break
                size = 2 * size - 1
    except RuntimeError:
        return []
    if not np.isfinite(known).all():
        return []
    return [[[float(x), float(y)] for x, y in row] for row in known.round(9)]
