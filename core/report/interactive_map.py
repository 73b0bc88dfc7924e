"""Interactive map: pictures of the land in pixel space, and the meaning of their pixels.

The browser decodes pixels by colour alone, so no two entries of a picture share a
colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

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
    LandMaps,
    MapLabels,
    encode_png,
    mask_outline,
    orient_north_up,
    png_data_uri,
    thin_pixels,
    window_size_m,
)

# Maximum total size of all pictures of a map, in characters of the page, and allowance per layer;
# larger pictures get fewer pixels. The size is estimated from every eighth band of 16 rows.
MAX_PICTURE_CHARACTERS, CHARACTERS_PER_LAYER = 1_300_000, 15_000
BAND_INTERVAL, BAND_ROWS = 8, 16
# Maximum number of classes with a colour of their own; more are hard to distinguish.
MAX_COLOURED_CLASSES = 40
# Maximum number of entries of a picture, and of units labelled on the map.
MAX_LEGEND_ENTRIES, MAX_UNIT_LABELS = 254, 60
OTHER_CLASSES_LABEL, OTHER_CLASSES_COLOUR = Term("other classes"), "#c3c8cd"
LAND_USE_LABEL, UNIT_LABEL, UNITS_LABEL = Term("Land use"), Term("Unit"), Term("Units")
EVER_MINED_LABEL = Term("Disturbed land")
# Two-coloured lines, one of whose colours contrasts with any class: disturbed land is dark inside
# and white outside; unit boundaries are dashes of this many pixels.
DARK_LINE, WHITE_LINE, DASH_LENGTH_PX = "#000000", "#ffffff", 4
LINE_ENTRIES: LegendEntries = {1: ("", DARK_LINE), 2: ("", WHITE_LINE)}
DOUBLE_LINE_CSS = f"linear-gradient({DARK_LINE} 50%, {WHITE_LINE} 50%)"
DASHED_LINE_CSS = f"repeating-linear-gradient(90deg, {DARK_LINE} 0 4px, {WHITE_LINE} 4px 8px)"
# Nodes per side of the grid that positions are interpolated from: the smallest number
# accurate to half a cell; and weights of four nodes, in the middle of the second and first mesh.
NODE_COUNTS = (9, 17, 33, 65, 129)
MIDDLE_WEIGHTS, FIRST_WEIGHTS = np.array([-1, 9, 9, -1]) / 16, np.array([5, 15, -5, 1]) / 16
MIN_CELL_RADIANS = 1e-9
# PNG compression level: 9 takes ten times as long and saves a tenth of the size.
PNG_COMPRESSION_LEVEL = 4

# Names and colours of picture values; 0 is empty.
LegendEntries = Mapping[int, tuple[Text, str]]
# Functions returning amounts per hectare, shape (n,), given class indices by date and combination;
# by name.
AmountFunctions = Mapping[Text, Callable[[IntArray], FloatArray]]
# Names of units, and the unit index of each pixel of the full extent; -1 outside units.
UnitPixels = tuple[Sequence[str], IntArray]
# Area opened by the link area-RANK: rank, name, column and row of its position in the full grid.
AreaLink = tuple[int, Text, float, float]
# Function returning the area number of each pixel of a picture of a window, from 1; 0: no area.
AreaPixels = Callable[[Window, tuple[int, ...]], ByteArray]
# Data of the map for the page's script, as JSON once its texts are translated.
InteractiveMap = Mapping[str, Any]


class MapLayer(NamedTuple):
    """Layer of the map.

    Attributes:
        subject, title: such as Land use, and 2018; layers are listed by subject.
        values: function returning values by combination, given class indices by date and
            combination; 0 is empty.
        ends: legend of a continuous scale, in place of the entries.
    """

    subject: Text
    title: Text
    values: Callable[[IntArray], ByteArray]
    entries: LegendEntries
    ends: Sequence[tuple[Text, str]] = ()


def class_palette(
    classes: Classes, census: CountResult, most: int = MAX_COLOURED_CLASSES
) -> tuple[list[tuple[Text, str]], ByteArray]:
    """Return names and colours of the classes present, and the legend number of each class.

    Of more than `most` classes only the largest have a colour each. The last number is 0,
    for invalid land (class -1).
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
    """Return a land-use layer for each date."""
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
    amounts: AmountFunctions | None = None,
    units: UnitPixels | None = None,
    areas: Sequence[AreaLink] = (),
    area_pixels: AreaPixels | None = None,
    going_on: ContinueCheck = lambda: True,
) -> InteractiveMap:
    """Return the interactive map of a run.

    Args:
        layers: map layers; the last one of the first subject is shown initially.
        amounts: carbon amounts shown on click.
        units: unit names, and the unit index of each pixel of the maps, or -1.
        areas: areas opened by links of the page.
        area_pixels: function returning the area of each pixel.
        going_on: called before each picture; False cancels.
    """
    frame, classes, pixels = maps.marked_close_up(lambda part: going_on())
    grid, window = series.grid, frame.window
    # Keep the combinations that occur, and the first one, which is invalid land.
    is_there = np.zeros(classes.shape[1], np.bool_)
    is_there[0] = is_there[pixels] = True
    classes, pixels = classes[:, is_there], (np.cumsum(is_there) - 1)[pixels]
    drawn: list[tuple[Text, Text, ByteArray, LegendEntries, dict[str, Any]]] = [
        (layer.subject, layer.title, layer.values(classes), layer.entries, {"ends": layer.ends})
        for layer in iter_until_cancelled(layers, going_on)
    ]
    drawn += [
        (label, "", *_classify_amounts(amount(classes)), {"unit": "t C"})
        for label, amount in (amounts or {}).items()
    ]
    room, shown = MAX_PICTURE_CHARACTERS + CHARACTERS_PER_LAYER * len(drawn), pixels
    # Half the pixels take slightly more than half the size, so repeat.
    for _ in range(3):
        band = shown[np.arange(len(shown)) // BAND_ROWS % BAND_INTERVAL == 0]
        letters = sum(
            len(_picture_uri(values[band], entries)) for _, _, values, entries, _ in drawn
        )
        part = room * band.size / (letters * shown.size)
        if part < 1:
            shown = thin_pixels(pixels, int(max(shown.shape) * part**0.5))
    shown = orient_north_up(shown, grid)
    is_shown, pictures = np.bincount(shown.ravel()) > 0, []
    for subject, title, values, entries, more in iter_until_cancelled(drawn, going_on):
        occurring = set(map(int, values[: is_shown.size][is_shown]))
        own = {value: entry for value, entry in entries.items() if value in occurring}
        pictures.append(_layer_picture(subject, title, values[shown], own, **more))
    outlines = _mined_outlines(maps.marked_combinations(classes)[shown])
    labels: MapLabels = ()
    if units is not None:
        inside = units[1][frame.rows, frame.columns]
        inside = inside[np.ix_(*map(centre_cells, inside.shape, shown.shape))]
        of_units, edges, labels = _unit_pictures(units[0], orient_north_up(inside, grid))
        pictures.append(of_units)
        outlines.append(edges)
    if areas and area_pixels is not None:
        cells = orient_north_up(area_pixels(window, shown.shape), grid)
        names = _number_entries(name for _, name, *_ in areas)
        pictures.append(_layer_picture("", "", cells, names))
    return {
        **_map_settings(series, window, shown.shape),
        "layers": pictures,
        "outlines": outlines,
        "labels": labels,
        "areas": [(*area[:2], *_pixel_position(grid, window, shown.shape, area)) for area in areas],
    }


def _pixel_position(
    grid: Grid, window: Window, shape: tuple[int, ...], area: AreaLink
) -> tuple[float, float]:
    """Return the position of an area as column and row of a north-up picture of a window."""
    right = (area[2] - window.column) / window.width
    down = (area[3] - window.row) / window.height
    right = right if grid.transform[1] > 0 else 1 - right
    return right * shape[1], (down if grid.transform[5] < 0 else 1 - down) * shape[0]


def _mined_outlines(mined: BoolArray) -> list[dict[str, Any]]:
    """Return the outline of disturbed land, or nothing if there is none."""
    if not mined.any():
        return []
    uri = _picture_uri(np.where(mask_outline(mined), 1, 2 * mask_outline(~mined)), LINE_ENTRIES)
    return [{"title": EVER_MINED_LABEL, "uri": uri, "swatch": DOUBLE_LINE_CSS}]


def _layer_picture(
    subject: Text, title: Text, cells: ByteArray, entries: LegendEntries, **more: Any
) -> dict[str, Any]:
    """Return a picture and its legend of unique colours; without a title it is only decoded."""
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
    """Return the picture of units (the largest ones, if there are many), the picture of their
    edges, and their names with column and row of a label pixel."""
    counts = np.bincount(of_pixels[of_pixels >= 0], minlength=len(names))
    largest = [int(n) for n in np.argsort(-counts, kind="stable")[:MAX_LEGEND_ENTRIES] if counts[n]]
    value_of = np.zeros(len(names) + 1, np.uint8)
    value_of[largest] = np.arange(1, len(largest) + 1)
    rows, columns = np.indices(of_pixels.shape)
    dashes = 1 + (rows + 2 * columns) // DASH_LENGTH_PX % 2
    edges = _picture_uri(np.where(boundary_pixels(of_pixels), dashes, 0), LINE_ENTRIES)
    return (
        _layer_picture(
            UNIT_LABEL, "", value_of[of_pixels], _number_entries(names[n] for n in largest)
        ),
        {"title": UNITS_LABEL, "uri": edges, "hasNames": True, "swatch": DASHED_LINE_CSS},
        [(names[n], *central_pixel(of_pixels == n)) for n in largest[:MAX_UNIT_LABELS]],
    )


def _number_entries(names: Iterable[Text]) -> LegendEntries:
    """Return entries with colours that encode the numbers of the names."""
    return {value: (name, f"#0000{value:02x}") for value, name in enumerate(names, 1)}


def _classify_amounts(amounts: FloatArray) -> tuple[ByteArray, LegendEntries]:
    """Return amounts as picture values: one per amount, or even steps if there are too many."""
    rounded = np.array([float(f"{amount:.6g}") for amount in np.nan_to_num(amounts)])
    steps, indices = np.unique(rounded, return_inverse=True)
    if steps.size > MAX_LEGEND_ENTRIES:
        steps = np.linspace(steps[0], steps[-1], MAX_LEGEND_ENTRIES)
        indices = np.rint((rounded - steps[0]) / (steps[1] - steps[0]))
    return (indices + 1).astype(np.uint8), _number_entries(f"{step:.6g}" for step in steps)


def boundary_pixels(units: IntArray) -> BoolArray:
    """Return the pixels adjacent to another unit above or on the left."""
    edges = np.zeros(units.shape, np.bool_)
    edges[1:] = units[1:] != units[:-1]
    edges[:, 1:] |= units[:, 1:] != units[:, :-1]
    return edges


def central_pixel(mask: BoolArray) -> tuple[float, float]:
    """Return column and row of the mask's pixel nearest to its centroid, which may be outside."""
    rows, columns = np.nonzero(mask)
    nearest = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
    return float(columns[nearest] + 0.5), float(rows[nearest] + 0.5)


def _picture_uri(cells: NDArray[Any], entries: LegendEntries) -> str:
    """Return values as a PNG data URI in the colours of their entries."""
    colours = {value: hex_to_rgb(colour) for value, (_, colour) in entries.items()}
    return png_data_uri(encode_png(cells.astype(np.uint8), colours, PNG_COMPRESSION_LEVEL))


def _map_settings(series: Series, window: Window, shape: tuple[int, ...]) -> dict[str, Any]:
    """Return the georeference: position grid, map units, metres, and ha per pixel by row."""
    grid, (high, wide) = series.grid, shape
    x0, y0, x1, y1 = grid.window_corners(window)
    # North is up and west is left.
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
        "positions": _geographic_positions(grid, window),
    }


def _geographic_positions(grid: Grid, window: Window) -> list[Any]:
    """Return longitudes and latitudes of nodes over a window, from north-west; [] if unknown."""
    x0, y0, x1, y1 = grid.window_corners(window)
    x, y = sorted((x0, x1)), sorted((y0, y1), reverse=True)
    known = np.zeros((0, 0, 2))
    for count in NODE_COUNTS:
        sides = [np.linspace(first, last, 2 * count - 1) for first, last in (x, y)]
        points = np.stack(np.meshgrid(*sides), axis=-1)
        flat = grid.geographic_positions(points.reshape(-1, 2)).round(7)
        known = flat.reshape(2 * count - 1, 2 * count - 1, 2)
        if not np.isfinite(known).all():
            return []
        if _interpolation_error(known, window) <= 0.5:
            break
    return list(known[::2, ::2].tolist())  # type: ignore[arg-type]


def _interpolation_error(known: FloatArray, window: Window) -> float:
    """Return the maximum error in the middle of four nodes, in cells, as explore.js interpolates.

    `known`: longitudes and latitudes of nodes, and of the points halfway between them.
    """
    # Vectors have no edge at 180 degrees and at a pole.
    longitude, latitude = np.radians(known[..., 0]), np.radians(known[..., 1])
    parts = np.cos(longitude) * np.cos(latitude), np.sin(longitude) * np.cos(latitude)
    vectors = np.stack([*parts, np.sin(latitude)], axis=-1)
    nodes, true = vectors[::2, ::2], vectors[1::2, 1::2]
    count = len(nodes)
    shifted = [w * np.eye(count - 1, count, k - 1) for k, w in enumerate(MIDDLE_WEIGHTS)]
    weights = np.sum(shifted, axis=0)
    weights[0, :4], weights[-1, -4:] = FIRST_WEIGHTS, FIRST_WEIGHTS[::-1]
    middles = np.einsum("ij,jkc,lk->ilc", weights, nodes, weights)
    middles /= np.linalg.norm(middles, axis=-1, keepdims=True)
    # From the middle to an edge is half the size of a mesh.
    high, wide = (
        2 * np.linalg.norm(edge - true, axis=-1) * (count - 1) / cells
        for edge, cells in (
            (vectors[:-1:2, 1::2], window.height),
            (vectors[1::2, :-1:2], window.width),
        )
    )
    # A cell at a pole of a map in degrees has no width.
    sizes = np.maximum(np.minimum(high, wide), MIN_CELL_RADIANS)
    return float((np.linalg.norm(middles - true, axis=-1) / sizes).max())
