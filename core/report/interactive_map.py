"""A map to explore: pictures of a run's land in pixel space, and what each pixel stands for.

The browser reads what a pixel is from the pictures alone, by their colours, so that no two entries
of one picture have the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from osgeo import osr

from ..base.colours import hex_to_rgb
from ..base.messages import ContinueCheck, Term, Text, iter_until_cancelled
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..raster.grid import Grid, Window
from ..scan.cell_raster import centre_cells
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.classes import Classes
from .report_maps import (
    LEAFLET_FILE,
    LandMaps,
    MapLabels,
    encode_png,
    mask_outline,
    orient_north_up,
    png_data_uri,
    thin_pixels,
    window_size_m,
)

# What all pictures of a map may take together, in letters of the page, and what each adds to that;
# else they have fewer pixels. How much they take is seen on every so many bands of so many rows.
MAX_PICTURE_CHARACTERS, LETTERS_A_LAYER = 1_300_000, 15_000
BANDS, BAND_ROWS = 8, 16
# Classes that have a colour each; nobody tells more of them apart.
MAX_COLOURED_CLASSES = 40
# What a picture tells apart, and the units that are named on the map.
MAX_LEGEND_ENTRIES, MAX_UNIT_LABELS = 254, 60
OTHER_CLASSES_LABEL, OTHER_CLASSES_COLOUR = Term("other classes"), "#c3c8cd"
LAND_USE_LABEL, UNIT_LABEL, UNITS_LABEL = Term("Land use"), Term("Unit"), Term("Units")
EVER_MINED_LABEL = Term("Disturbed land")
# Lines of two colours, of which one stands apart from any class: disturbed land is dark within and
# white outside, the edges of units are dashes of so many pixels.
DARK_LINE, WHITE_LINE, DASH = "#000000", "#ffffff", 4
LINES: Entries = {1: ("", DARK_LINE), 2: ("", WHITE_LINE)}
DOUBLE = f"linear-gradient({DARK_LINE} 50%, {WHITE_LINE} 50%)"
DASHED = f"repeating-linear-gradient(90deg, {DARK_LINE} 0 4px, {WHITE_LINE} 4px 8px)"
# Positions are told between those of a grid of so many a side: on a map of 5,000 km that is right
# to a fifth of a pixel.
GRID_SIDE = 33
# How hard pictures are packed: 9 takes ten times as long, and a tenth less room.
PNG_COMPRESSION_LEVEL = 4

# Names and colours of what a picture holds, by value; 0 is nothing.
Entries = Mapping[int, tuple[Text, str]]
# What a hectare holds, by what that is called, given class numbers by date and combination: (n,).
Amounts = Mapping[Text, Callable[[IntArray], FloatArray]]
# The names of units, and the index of the one that each pixel of all land is in; -1: in none.
UnitPixels = tuple[Sequence[str], IntArray]
# An area that links to area-RANK open: its rank, name, longitude and latitude.
AreaLink = tuple[int, Text, float, float]
# Which of them, from 1, each pixel of a picture of a window of the grid is in; 0: in none.
AreaPixels = Callable[[Window, tuple[int, ...]], ByteArray]
# What the page's script makes a map of, as JSON when its texts are in the reader's language.
InteractiveMap = Mapping[str, Any]


class MapLayer(NamedTuple):
    """What a map shows.

    Attributes:
        subject, title: such as Land use, and 2018; what is of one subject is listed together.
        values: by combination of the land, given class numbers by date and those; 0 where there is
            nothing.
        ends: what a legend has of a scale of many steps, in place of the entries.
    """

    subject: Text
    title: Text
    values: Callable[[IntArray], ByteArray]
    entries: Entries
    ends: Sequence[tuple[Text, str]] = ()


def class_palette(
    classes: Classes, census: CountResult, most: int = MAX_COLOURED_CLASSES
) -> tuple[list[tuple[Text, str]], ByteArray]:
    """Names and colours of the classes that land has, and the number of each class among them.

    Of more than `most` classes the largest have a colour each. The last number is that of land
    that does not count, whose class is -1: 0.
    """
    dates = census.dates.common
    areas = np.sum([tally.hectares[FIRST_CLASS_CODE:] for tally in dates], axis=0)
    cells = np.sum([tally.cells[FIRST_CLASS_CODE:] for tally in dates], axis=0)
    # In the order of the tables.
    present = shown = [index for index in classes.table_order() if cells[index]]
    if len(present) > most:
        largest = sorted(present, key=lambda index: -areas[index])[: most - 1]
        shown = [index for index in present if index in largest]
    value_of = np.zeros(len(classes) + 1, np.uint8)
    value_of[present] = len(shown) + 1
    value_of[shown] = np.arange(1, len(shown) + 1)
    colours = classes.colours()
    legend: list[tuple[Text, str]] = [(classes[n].name, colours[n]) for n in shown]
    if len(shown) < len(present):
        legend.append((OTHER_CLASSES_LABEL, OTHER_CLASSES_COLOUR))
    return legend, value_of


def land_use_layers(classes: Classes, census: CountResult, labels: Sequence[str]) -> list[MapLayer]:
    """Land use by date."""
    legend, value_of = class_palette(classes, census, MAX_LEGEND_ENTRIES)

    def values(date_index: int, at: IntArray) -> ByteArray:
        of_date: ByteArray = value_of[at[date_index]]
        return of_date

    entries = dict(enumerate(legend, 1))
    return [
        MapLayer(LAND_USE_LABEL, label, partial(values, n), entries)
        for n, label in enumerate(labels)
    ]


def create_interactive_map(
    series: Series,
    maps: LandMaps,
    layers: Sequence[MapLayer],
    amounts: Amounts | None = None,
    units: UnitPixels | None = None,
    areas: Sequence[AreaLink] = (),
    area_pixels: AreaPixels | None = None,
    going_on: ContinueCheck = lambda: True,
) -> InteractiveMap | None:
    """The map of a run; None where the program is missing that shows it.

    Args:
        layers: the last one of the first subject is shown at first.
        amounts: what is told in tonnes of carbon at a click.
        units: their names, and the index of the one that each pixel of the maps is in, or -1.
        areas: what links of the page open; area_pixels: which of them each pixel is in.
        going_on: asked before each picture.
    """
    if not LEAFLET_FILE.is_file():
        return None
    frame, classes, pixels = maps.marked_close_up(lambda part: going_on())
    # The combinations that occur, and the first one, which is of what does not count.
    is_there = np.zeros(classes.shape[1], np.bool_)
    is_there[0] = is_there[pixels] = True
    classes, pixels = classes[:, is_there], (np.cumsum(is_there) - 1)[pixels]
    drawn: list[tuple[Text, Text, ByteArray, Entries, dict[str, Any]]] = [
        (layer.subject, layer.title, layer.values(classes), layer.entries, {"ends": layer.ends})
        for layer in iter_until_cancelled(layers, going_on)
    ]
    drawn += [
        (label, "", *_stepped(amount(classes)), {"unit": "t C"})
        for label, amount in (amounts or {}).items()
    ]
    room, shown = MAX_PICTURE_CHARACTERS + LETTERS_A_LAYER * len(drawn), pixels
    # A picture of half the pixels takes a little more than half of it.
    for _ in range(3):
        band = shown[np.arange(len(shown)) // BAND_ROWS % BANDS == 0]
        letters = sum(
            len(_picture_uri(values[band], entries)) for _, _, values, entries, _ in drawn
        )
        part = room * band.size / (letters * shown.size)
        if part < 1:
            shown = thin_pixels(pixels, int(max(shown.shape) * part**0.5))
    shown = orient_north_up(shown, series.grid)
    is_shown, pictures = np.bincount(shown.ravel()) > 0, []
    for subject, title, values, entries, more in iter_until_cancelled(drawn, going_on):
        occurring = set(map(int, values[: is_shown.size][is_shown]))
        own = {value: entry for value, entry in entries.items() if value in occurring}
        pictures.append(_picture(subject, title, values[shown], own, **more))
    outlines: list[dict[str, Any]] = []
    labels: MapLabels = ()
    if (marked := maps.marked_combinations(classes)[shown]).any():
        uri = _picture_uri(np.where(mask_outline(marked), 1, 2 * mask_outline(~marked)), LINES)
        outlines.append({"title": EVER_MINED_LABEL, "uri": uri, "swatch": DOUBLE})
    if units is not None:
        inside = units[1][frame.rows, frame.columns]
        inside = inside[np.ix_(*map(centre_cells, inside.shape, shown.shape))]
        of_units, edges, labels = _unit_pictures(units[0], orient_north_up(inside, series.grid))
        pictures.append(of_units)
        outlines.append(edges)
    if areas and area_pixels is not None:
        cells = orient_north_up(area_pixels(frame.window, shown.shape), series.grid)
        pictures.append(_picture("", "", cells, _hidden_picture(name for _, name, *_ in areas)))
    return {
        **_map_settings(series, frame.window, shown.shape),
        "layers": pictures,
        "outlines": outlines,
        "labels": labels,
        "areas": areas,
    }


def _picture(
    subject: Text, title: Text, cells: ByteArray, entries: Entries, **more: Any
) -> dict[str, Any]:
    """A picture, and what its colours mean, which are no two the same; one without a title is read
    but not shown."""
    used, own = set[str](), dict[int, tuple[Text, str]]()
    for value, (name, colour) in entries.items():
        while colour in used:
            colour = f"{colour[:5]}{(int(colour[5:], 16) + 1) % 256:02x}"
        used.add(colour)
        own[value] = name, colour
    legend = [*own.values()]
    return {
        "subject": subject,
        "title": title,
        "uri": _picture_uri(cells, own),
        "entries": legend,
        **more,
    }


def _unit_pictures(
    names: Sequence[str], of_pixels: IntArray
) -> tuple[dict[str, Any], dict[str, Any], MapLabels]:
    """Which unit each pixel is in, of many units that of those with most pixels; their edges; and
    their names, each with the column and row of a pixel in it."""
    counts = np.bincount(of_pixels[of_pixels >= 0], minlength=len(names))
    largest = [int(n) for n in np.argsort(-counts, kind="stable")[:MAX_LEGEND_ENTRIES] if counts[n]]
    value_of = np.zeros(len(names) + 1, np.uint8)
    value_of[largest] = np.arange(1, len(largest) + 1)
    rows, columns = np.indices(of_pixels.shape)
    dashes = 1 + (rows + 2 * columns) // DASH % 2
    edges = _picture_uri(np.where(edges_of(of_pixels), dashes, 0), LINES)
    return (
        _picture(UNIT_LABEL, "", value_of[of_pixels], _hidden_picture(names[n] for n in largest)),
        {"title": UNITS_LABEL, "uri": edges, "hasNames": True, "swatch": DASHED},
        [(names[n], *middle_pixel(of_pixels == n)) for n in largest[:MAX_UNIT_LABELS]],
    )


def _hidden_picture(names: Iterable[Text]) -> Entries:
    """Names with colours that stand for their numbers."""
    return {value: (name, f"#0000{value:02x}") for value, name in enumerate(names, 1)}


def _stepped(amounts: FloatArray) -> tuple[ByteArray, Entries]:
    """Amounts as values of a picture: those that occur, where they are not too many, else as many
    even steps."""
    told = np.array([float(f"{amount:.6g}") for amount in np.nan_to_num(amounts)])
    steps, indices = np.unique(told, return_inverse=True)
    if steps.size > MAX_LEGEND_ENTRIES:
        steps = np.linspace(steps[0], steps[-1], MAX_LEGEND_ENTRIES)
        indices = np.rint((told - steps[0]) / (steps[1] - steps[0]))
    return (indices + 1).astype(np.uint8), _hidden_picture(f"{step:.6g}" for step in steps)


def edges_of(units: IntArray) -> BoolArray:
    """The pixels beside which there are those of another unit, above or on the left."""
    edges = np.zeros(units.shape, np.bool_)
    edges[1:] = units[1:] != units[:-1]
    edges[:, 1:] |= units[:, 1:] != units[:, :-1]
    return edges


def middle_pixel(mask: BoolArray) -> tuple[float, float]:
    """The column and row of the pixel of a mask that is nearest to its middle, which may lie beside
    it."""
    rows, columns = np.nonzero(mask)
    nearest = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
    return float(columns[nearest] + 0.5), float(rows[nearest] + 0.5)


def _picture_uri(cells: NDArray[Any], entries: Entries) -> str:
    """A picture of values in the colours of their entries."""
    colours = {value: hex_to_rgb(colour) for value, (_, colour) in entries.items()}
    return png_data_uri(encode_png(cells.astype(np.uint8), colours, PNG_COMPRESSION_LEVEL))


def _map_settings(series: Series, window: Window, shape: tuple[int, ...]) -> dict[str, Any]:
    """Where the pixels are: positions of their grid, map units, metres and hectares."""
    grid, (high, wide) = series.grid, shape
    x0, y0, x1, y1 = grid.window_corners(window)
    # North is up, and west at the left.
    left, right, top, bottom = min(x0, x1), max(x0, x1), max(y0, y1), min(y0, y1)
    rows = window.row + centre_cells(window.height, high)
    middle = window.column + window.width // 2
    hectares = [
        float(series.area.cell_hectares(Window(middle, int(row), 1, 1))[0, 0]) for row in rows
    ]
    of_pixel = window.width * window.height / (wide * high)
    across = window_size_m(grid, window)
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
        "positions": _geographic_positions(grid, (left, top, right, bottom)),
    }


def _geographic_positions(grid: Grid, box: tuple[float, float, float, float]) -> list[Any]:
    """Longitude and latitude on a grid over a box of map units, between which the others are; rows
    from the north, each from the west. [] where nobody knows them."""
    there = grid.geographic_transformation()
    if there is None:
        return []
    left, top, right, bottom = box
    x, y = np.linspace(left, right, GRID_SIDE), np.linspace(top, bottom, GRID_SIDE)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2).tolist()
    try:
        with osr.ExceptionMgr(useExceptions=True):
            known = np.array(there.TransformPoints(points))[:, :2].round(7)
    except RuntimeError:
        return []
    if not np.isfinite(known).all():
        return []
    positions: list[Any] = known.reshape(GRID_SIDE, GRID_SIDE, 2).tolist()
    return positions
