"""Mosaics of remote tiles, VRTs, of which a server may lack some: over a sea nobody made them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import isnan
from typing import Any
from urllib.parse import unquote, urlsplit

from osgeo import gdal

from ..base.lists import listed
from ..base.messages import DataError, Message, Notes, Text, reason_of
from .alignment import own_cells
from .grid import Window
from .source import Raster, open_band, reading

REMOTE = "/vsicurl"
# An element of XML as GDAL has it: its kind, its name, and what it has: attributes and elements,
# which are as it is, and texts.
Node = list[Any]
# What a server answers for a file that it does not have. It may answer 403 too, but so does one
# that wants to be paid or signed for, and then the tile is there.
NOT_THERE = ("HTTP response code: 404", "HTTP response code: 410")
# The parts of a node that has nothing in it.
NOTHING = 2
# Asking is waiting.
ASKED_AT_ONCE = 8


def without_missing(raster: Raster, window: Window, notes: Notes) -> Raster:
    """A raster as it can be read: a VRT without the remote tiles that are not on their server.

    Only tiles in the window are asked for; a world has thousands. A local file that is missing
    stays in, and the pass then fails for it: it was there when the mosaic was made. The raster has
    been brought onto the window's grid; missing tiles are added to the notes.

    Raises:
        DataError: no tile of the window is there, or the cells of the missing ones would hold a
            value that counts.
    """
    root, fill = _list_of(raster)
    tiles = _remote_tiles(root, own_cells(raster, window))
    with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
        missing = [tile for tile, lacks in zip(tiles, pool.map(_is_missing, tiles)) if lacks]
    if not missing:
        return raster
    values = {
        "label": raster.label,
        "count": len(missing),
        "tiles": len(tiles),
        "names": listed(map(_name_of, missing)),
    }
    if missing == tiles:
        raise DataError(
            "{label}: all tiles of this area ({tiles}) are missing on their server, which answers "
            "404: {names}; look whether the addresses in the virtual raster are still right",
            **values,
        )
    _check_left_out(raster, fill, values)
    notes.warn(
        "{label}: {count} of {tiles} tiles of this area are missing on their server, which answers "
        "404, and their cells have no data: {names}.",
        **values,
    )
    for parent in list(_elements(root)):
        lacking = [element for element in parent[2:] if _file_of(element) in missing]
        parent[2:] = [element for element in parent[2:] if element not in lacking]
    source = replace(raster.source, path=gdal.SerializeXMLTree(root), open_options=())
    return replace(raster, source=source)


def reason_at(raster: Raster, window: Window, error: Exception) -> Text:
    """Why a window cannot be read, with the remote tile that it is for, if it is for one."""
    try:
        root, _ = _list_of(raster)
    except DataError:
        return reason_of(error)
    for tile in _remote_tiles(root, own_cells(raster, window)):
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                gdal.OpenEx(tile, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        except RuntimeError as of_tile:
            reason = reason_of(of_tile)
            return Message("its tile {tile}: {reason}", tile=_name_of(tile), reason=reason)
    return reason_of(error)


def _list_of(raster: Raster) -> tuple[Node, float]:
    """What a VRT lists, with full file names, and the value of cells without one; else nothing."""
    with reading(raster.label):
        dataset, band = open_band(raster.source)
        if dataset.GetDriver().ShortName != "VRT":
            return [gdal.CXT_Element, "none"], 0.0
        root: Node = gdal.ParseXMLString(dataset.GetMetadata("xml:VRT")[0])
        fill = band.GetNoDataValue()
    folder = os.path.dirname(raster.source.path)
    for element in _elements(root):
        relative = _part(element, "relativeToVRT")
        if _text_of(relative) == "1":
            relative[2:] = [[gdal.CXT_Text, "0"]]
            name = _text_of(element)
            own = [part for part in element[2:] if part[0] != gdal.CXT_Text]
            element[2:] = [*own, [gdal.CXT_Text, f"{folder}/{name}" if folder else name]]
    return root, 0.0 if fill is None else fill


def _remote_tiles(root: Node, window: Window) -> list[str]:
    """What GDAL calls the remote files of a VRT that have cells in a window."""
    tiles = []
    for element in _elements(root):
        name, rectangle = _file_of(element), _part(element, "DstRect")
        if not name.startswith(REMOTE) or len(rectangle) == NOTHING:
            continue
        left, top, width, height = (
            float(_text_of(_part(rectangle, edge)) or 0)
            for edge in ("xOff", "yOff", "xSize", "ySize")
        )
        is_across = left < window.column + window.width and window.column < left + width
        if is_across and top < window.row + window.height and window.row < top + height:
            tiles.append(name)
    return list(dict.fromkeys(tiles))


def _elements(node: Node) -> Iterator[Node]:
    """An element and all that are in it."""
    yield node
    for part in node[2:]:
        if part[0] == gdal.CXT_Element:
            yield from _elements(part)


def _part(node: Node, name: str) -> Node:
    """The attribute or element of that name in an element, or one with nothing in it."""
    return next((part for part in node[2:] if part[1] == name), [gdal.CXT_Element, name])


def _text_of(node: Node) -> str:
    return "".join(part[1] for part in node[2:] if part[0] == gdal.CXT_Text)


def _file_of(node: Node) -> str:
    """The name of the file that an element of a VRT takes cells from, or ''."""
    return _text_of(_part(node, "SourceFilename"))


def _is_missing(tile: str) -> bool:
    """Whether a server says that it does not have a file; it may have other reasons."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        gdal.ErrorReset()
        if gdal.VSIStatL(tile, gdal.VSI_STAT_EXISTS_FLAG) is not None:
            return False
        # GDAL before 3.9 tells the reason only when it asks for the first time.
        gdal.VSICurlPartialClearCache(tile)
        gdal.OpenEx(tile, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        return str(gdal.GetLastErrorMsg()).startswith(NOT_THERE)


def _check_left_out(raster: Raster, fill: float, values: dict[str, object]) -> None:
    """Raises DataError where the cells of missing tiles, which hold one value, would count."""
    is_left_out = any(fill == value or isnan(fill) for value in raster.left_out)
    is_left_out |= any(low <= fill <= high for low, high in raster.source.nodata_ranges)
    if not is_left_out and raster.mask is None:
        raise DataError(
            "{label}: {count} of {tiles} tiles of this area are missing on their server, which "
            "answers 404: {names}; their cells would hold the value {fill}, which counts here; "
            "make the virtual raster with a value for no data (gdalbuildvrt -vrtnodata), or name "
            "this one as no data",
            fill=f"{fill:.10g}",
            **values,
        )


def _name_of(tile: str) -> str:
    """The name of a tile, without what its address may have that is secret."""
    address = unquote(tile)
    return os.path.basename(urlsplit(address[max(address.find("http"), 0) :]).path)
