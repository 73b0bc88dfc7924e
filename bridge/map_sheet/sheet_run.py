"""A run of the map sheet: what it is made of, and the drawing of it.

Keeps the layout of a sheet in the user's project, to be edited there.

Writes a layout as PDF, SVG or PNG.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutRenderContext,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProjectMetadata,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core.base.drafts import sheet_cut_short
from ...core.base.messages import DataError
from ...core.base.provenance import Provenance
from ...core.raster.alignment import Bounds
from ...core.sheet.entries import (
    Entry,
    entries_in,
    in_one_colour,
    is_land_use,
    lettered,
    told_from_zones,
)
from ...text import tr
from ..algorithm import Inputs
from ..guarded import inputs_as_they_are
from ..layers import extent
from ..run import Run
from ..run_parameters import RunParameters
from .sheet import Content, ZoneLayout
from .sheet_layers import Map, common_extent, layers_above, map_titles, maps_of, source_line
from .sheet_legend import paletted

WITHOUT_PROJECT = "qgis_process"


@dataclass
class Kept:
    """A layout as a document, and copies of the layers that it shows, under their ids.

    The document speaks of the layers of another project, which is gone when it is read.
    """

    name: str
    document: QDomDocument
    layers: list[QgsMapLayer]

    def add_to(self, project: QgsProject | None) -> None:
        """Add the layout to a project, and its layers, which the layer tree does not list."""
        if project is None:  # it was there when the run was prepared
            return
        for layer in self.layers:
            layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
        if len(project.addMapLayers(self.layers, False)) < len(self.layers):
            raise _refused(self.name)
        self.layers.clear()
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        _, loaded = layout.loadFromTemplate(self.document, QgsReadWriteContext())
        if not loaded:
            raise _refused(self.name)
        layout.setName(self.name)
        manager = project.layoutManager()
        if manager is None or not manager.addLayout(layout):
            raise _name_in_use(self.name)


def kept(name: str, layout: QgsPrintLayout, layers: Iterable[QgsMapLayer]) -> Kept:
    """A layout to be kept: itself and its layers as they are now."""
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    copies = []
    for layer in layers:
        with inputs_as_they_are():
            copy = layer.clone()
        if not copy.setId(layer.id()):
            raise _refused(name)
        copies.append(copy)
    return Kept(name, document, copies)


def check_layout_name(parameters: RunParameters) -> None:
    """Refuse a LAYOUT_NAME under which no layout can be kept."""
    name, project = parameters.text("LAYOUT_NAME").strip(), parameters.context.project()
    if not name:
        return
    if project is None or QgsApplication.platform() == WITHOUT_PROJECT:
        raise DataError(
            "LAYOUT_NAME: there is no project in which a layout could stay; leave it out, or run "
            "this in the application"
        )
    manager = project.layoutManager()
    if manager is not None and manager.layoutByName(name) is not None:
        raise _name_in_use(name)


def _refused(name: str) -> DataError:
    return DataError("LAYOUT_NAME: the layout '{name}' cannot be kept in the project", name=name)


def _name_in_use(name: str) -> DataError:
    return DataError("LAYOUT_NAME: the project has a layout '{name}' already", name=name)


# What a file ends with in its name, and in itself.
ENDINGS = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND"}
# Stands for the title in an SVG until that is written; nothing else in the file has these signs.
TITLE_PLACE = "-carbon_zones_title-"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def describe(project: QgsProject, title: str) -> None:
    """Give the file its title, and nothing else: QGIS would name the user as its author."""
    described = QgsProjectMetadata()
    described.setTitle(title)
    project.setMetadata(described)


def export(layout: QgsPrintLayout, project: QgsProject, path: str, dpi: int) -> bool:
    """Write the file; returns whether that went well. `project`: the layout's own."""
    exporter = QgsLayoutExporter(layout)
    layout.renderContext().setDpi(dpi)
    # Zones keep their exact colours, and the legend is whole before it is drawn. QGIS 3.44 has
    # the flags in Qgis.LayoutRenderFlag too, which 3.40 does not have.
    flag = QgsLayoutRenderContext.Flag
    flags = layout.renderContext().flags()
    flags |= flag.FlagLosslessImageRendering  # type: ignore[attr-defined]
    flags |= flag.FlagSynchronousLegendGraphics  # type: ignore[attr-defined]
    ending = Path(path).suffix.lower()
    if ending == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi, pdf.flags = dpi, flags
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        # A PDF can have the coordinates of one map, not of several.
        pdf.appendGeoreference = layout.itemById("map_2") is None
        result = exporter.exportToPdf(path, pdf)
    elif ending == ".svg":
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi, svg.flags = dpi, flags
        # Outlines look the same where these fonts are not installed.
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
        # QGIS writes a title as it is into the XML, and cannot read that again.
        title = project.metadata().title()
        describe(project, TITLE_PLACE)
        result = exporter.exportToSvg(path, svg)
        try:
            _entitle(Path(path), title)
        except OSError:
            return False
    else:
        png = QgsLayoutExporter.ImageExportSettings()
        png.dpi, png.flags = dpi, flags
        # QGIS would have GDAL write it into the picture, which cannot do that.
        png.exportMetadata = False
        # It looks for a place for the coordinates all the same, and GDAL says that it has none.
        with gdal.quiet_errors():
            result = exporter.exportToImage(path, png)
    return result == QgsLayoutExporter.ExportResult.Success and _is_whole(path)


def _entitle(svg: Path, title: str) -> None:
    """Put the title into an SVG, in the places that were kept for it."""
    words = escape(NOT_IN_XML.sub("", " ".join(title.split())))
    svg.write_bytes(svg.read_bytes().replace(TITLE_PLACE.encode(), words.encode()))


def _is_whole(path: str) -> bool:
    """Whether a file ends as its format does: a full disk is not told by every writer."""
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 64))
        return ENDINGS[os.path.splitext(path)[1].lower()] in file.read()


SHARE_OF_READING = 0.7


@dataclass(frozen=True)
class SheetInputs(Inputs):
    """What a sheet is made of; `maps` and `above` are emptied when it is done.

    `extent` is what the maps show of the `whole`, in the reference system of the first; `bounds`
    the same in that of each of them, None for all of it.
    """

    title: str
    titles: list[str]
    source: str
    extent: QgsRectangle
    whole: QgsRectangle
    bounds: list[Bounds | None]
    maps: list[Map]
    above: list[QgsMapLayer]


def read_sheet(parameters: RunParameters) -> SheetInputs:
    """Turn layers into what a sheet is made of."""
    maps = maps_of(parameters)
    whole = common_extent(maps, parameters.context)
    bounds = [extent(parameters, shown.layer) for shown in maps]
    x_min, y_min, x_max, y_max = bounds[0] or (0.0, 0.0, 0.0, 0.0)
    title = parameters.text("TITLE").strip()
    if not title and all(shown.is_zones for shown in maps):
        title = tr("Carbon-sink functional zones")
    return SheetInputs(
        Provenance(),
        title,
        map_titles(parameters.text("TITLES"), [shown.name for shown in maps]),
        parameters.text("SOURCE").strip() or source_line(maps),
        QgsRectangle(x_min, y_min, x_max, y_max) if bounds[0] else whole,
        whole,
        bounds,
        maps,
        layers_above(parameters),
    )


def draw_sheet(run: Run, inputs: SheetInputs) -> None:
    """Draw the sheet and write it; keep its layout where that is asked for."""
    try:
        _draw(run, inputs)
    finally:
        # A caller who keeps the exception keeps what its frames hold, beyond QGIS's end: the
        # layers are taken out of the inputs, and no frame below has one in a name of its own.
        inputs.maps.clear()
        inputs.above.clear()


def _draw(run: Run, inputs: SheetInputs) -> None:
    categories = []
    sources = [shown.source for shown in inputs.maps]
    for done, source in enumerate(sources):

        def reading(part: float, done: int = done) -> bool:
            return run.progress(SHARE_OF_READING * (done + part) / len(sources))

        categories.append(entries_in(source, reading, inputs.bounds[done]))
    path = run.file("OUTPUT")
    draft = str(run.drafts.path(path))
    layout: list[Kept] = []
    if not _export(run, inputs, in_one_colour(categories), draft, layout):
        layout.clear()
        raise sheet_cut_short(path)
    run.results["OUTPUT"] = path
    for kept_layout in layout:
        run.afterwards.append(partial(kept_layout.add_to, run.context.project()))


def _kind(entries: Sequence[Entry], are_zones: bool) -> str:
    """What a map is, as the heading of its legend."""
    if are_zones:
        return tr("Carbon-sink functional zones")
    return tr("Land use") if is_land_use(entries) else tr("Legend")


def _export(
    run: Run, inputs: SheetInputs, categories: list[list[Entry]], path: str, layout: list[Kept]
) -> bool:
    """Fill the sheet and write it; returns whether that went well.

    `layout`: gets the layout, where it is to be kept.
    """
    # Of its own: there is none in qgis_process, and the user's is not to change.
    project, sheet = QgsProject(), None
    title, are_zones = inputs.title, [shown.is_zones for shown in inputs.maps]
    categories = told_from_zones(categories, are_zones)
    kinds = [_kind(entries, yes) for entries, yes in zip(categories, are_zones)]
    if not title and set(kinds) == {tr("Land use")}:
        title = tr("Land use")
    try:
        project.setTransformContext(run.context.transformContext())
        layers = [shown.layer for shown in inputs.maps]
        project.setCrs(layers[0].crs())
        with inputs_as_they_are():
            legends = [layers[0].clone() for _ in set(kinds)]
        for shown, entries in zip(inputs.maps, categories):
            shown.layer.setRenderer(paletted(shown.layer, shown.band, entries))
        added = project.addMapLayers([*layers, *legends, *inputs.above], False)
        last = len(layers) + len(legends)
        drawn = [layer for layer in added[:last] if isinstance(layer, QgsRasterLayer)]
        describe(project, title or ", ".join(inputs.titles))
        sheet = ZoneLayout(project, run.choice("PAPER"))
        content = Content(
            drawn[: len(layers)],
            lettered(inputs.titles),
            categories,
            kinds,
            added[last:],
            inputs.extent,
            inputs.whole if any(inputs.bounds) else None,
            title,
            inputs.source,
            run.yes("GRATICULE"),
        )
        sheet.fill(content, drawn[len(layers) :])
        written = export(sheet.layout, project, path, run.whole("DPI"))
        name = run.text("LAYOUT_NAME").strip()
        if written and name:
            layout.append(kept(name, sheet.layout, added))
        return written
    finally:
        if sheet is not None:
            sheet.close()
        project.clear()
