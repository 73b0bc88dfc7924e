"""Run of the map sheet: input layers, drawing, export and the stored layout."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutRenderContext,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProcessingUtils,
    QgsProject,
    QgsProjectMetadata,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core.base.dates import find_date_label
from ...core.base.drafts import incomplete_table_error
from ...core.base.files import Provenance
from ...core.base.messages import DataError
from ...core.base.numbers import COMMA_CHARS, split_list
from ...core.raster.reader import Bounds
from ...core.raster.source import RasterInput
from ...core.report.report_maps import MapFocus
from ...core.sheet.legend_entries import (
    LegendEntry,
    add_title_letters,
    is_land_use,
    is_zone_raster,
    mined_extent,
    read_entries,
    read_quantity,
    read_source_layers,
    separate_zone_colours,
    unify_class_colours,
)
from ...text import tr
from ..algorithm import AlgorithmInputs
from ..layers import (
    DatedLayer,
    create_raster_input,
    describe_layer,
    get_full_layer_name,
    get_raster_layers,
    read_extent,
    resolve_layer,
    warn_unsaved_edits,
)
from ..overwrite_protection import disable_sidecar_writes
from ..parameters import Context, RunParameters
from ..run_context import RunContext
from .sheet import SheetContent, ZoneLayout
from .sheet_legend import create_paletted_renderer

# Field with unit names in a unit layer such as UNITS_LAYER, and its font size in points.
UNIT_FIELD, UNIT_LABEL_PT = "unit", 7.0
OUTLINE_STYLE = {"style": "no", "outline_color": "#000000", "outline_width": "0.5"}
# For layers without a style, for which QGIS would choose a random colour each time.
DEFAULT_LINE_STYLE = {"color": "#333333", "width": "0.3"}
DEFAULT_FILL_STYLE = {"style": "no", "outline_color": "#333333", "outline_width": "0.3"}
DEFAULT_MARKER_STYLE = {"color": "#333333", "outline_color": "#ffffff", "size": "1.8"}


class SheetMap(NamedTuple):
    """A map of the sheet: a layer, the band shown, and the raster input for the core."""

    layer: QgsRasterLayer
    band: int
    source: RasterInput
    name: str
    rights: str

    @property
    def is_zone_raster(self) -> bool:
        """Whether the map is a zone raster of the plugin."""
        return is_zone_raster(self.source)


def read_maps(parameters: RunParameters) -> list[SheetMap]:
    """Return the maps of LAYERS."""
    maps = []
    for layer in get_raster_layers(parameters, "LAYERS"):
        if layer.extent().width() < 0:
            raise DataError(
                "LAYERS: columns of '{layer}' run from east to west and cannot be drawn; "
                "convert it to a standard grid (gdalwarp)",
                layer=layer.name(),
            )
        renderer = layer.renderer()
        used = renderer.usesBands() if renderer is not None else []
        band = used[0] if len(used) == 1 else 1
        source = create_raster_input(
            DatedLayer("LAYERS", layer, band), _list_transparent_values(layer)
        )
        rights = "; ".join(filter(None, map(str.strip, layer.metadata().rights())))
        name = get_full_layer_name(layer)
        name = Path(name.replace("\\", "/")).stem if PATH.match(name) else name
        maps.append(SheetMap(layer.clone(), band, source, name, rights))
    return maps


def parse_map_titles(text: str, names: Sequence[str]) -> list[str]:
    """Return the map titles given, or else titles from the layer names."""
    from_names = [find_date_label(name) or name for name in names]
    if not text.strip():
        return from_names
    # On one line: the sheet wraps titles itself.
    text = " ".join(text.split())
    titles = split_list(text, ",")
    if len(titles) != len(names):
        # A title may contain a Chinese comma.
        titles = split_list(text, COMMA_CHARS)
    if len(titles) != len(names):
        raise DataError(
            "TITLES: {titles} titles given for {layers} layers: {text} (enclose titles that "
            "contain commas in double quotes)",
            titles=len(titles),
            layers=len(names),
            text=text,
        )
    return [title or default for title, default in zip(titles, from_names)]


def format_source_line(maps: Sequence[SheetMap]) -> str:
    """Return the line with the data sources of the maps.

    By rights in the metadata, else source layers in the file, else layer name; no paths.
    """
    named: list[str] = []
    for layer_map in maps:
        origin = [layer_map.rights] if layer_map.rights else read_source_layers(layer_map.source)
        named += [text for text in origin if not PATH.match(text)] or [layer_map.name]
    return tr("Source: {data}").format(data=", ".join(dict.fromkeys(named)))


def focus_on_mined_land(run: RunContext, inputs: SheetInputs, focus: MapFocus) -> SheetInputs:
    """Return the inputs with the extent of the mined land on any map, as chosen by `focus`."""
    systems = [(layer_map.layer.crs(), layer_map.layer.name()) for layer_map in inputs.maps]
    common, extent = (systems[0][0], run.context), QgsRectangle()
    for source, system in zip([layer_map.source for layer_map in inputs.maps], systems):
        box = mined_extent(source, focus, lambda part: run.should_continue())
        if box is not None:
            extent.combineExtentWith(_transform_box(QgsRectangle(*box), *system, *common))
    if extent.isEmpty():
        if focus == MapFocus.MINE:
            run.add_warning("FOCUS: no mined land; the maps show the total area.")
        return inputs
    bounds: list[Bounds | None] = []
    for system in systems:
        there = _transform_box(extent, *system, *common, Qgis.TransformDirection.Reverse)
        bounds.append((there.xMinimum(), there.yMinimum(), there.xMaximum(), there.yMaximum()))
    is_whole = extent.contains(inputs.whole)
    return inputs if is_whole else replace(inputs, extent=extent, bounds=bounds)


def _transform_box(
    box: QgsRectangle,
    here: QgsCoordinateReferenceSystem,
    name: str,
    crs: QgsCoordinateReferenceSystem,
    context: Context,
    direction: Qgis.TransformDirection = Qgis.TransformDirection.Forward,
) -> QgsRectangle:
    """Transform an extent from the CRS of the layer `name` to the common one, or in reverse."""
    to_first = QgsCoordinateTransform(here, crs, context.transformContext())
    to_first.setBallparkTransformsAreAppropriate(True)
    try:
        return to_first.transformBoundingBox(box, direction)
    except QgsCsException as error:
        raise DataError(
            "LAYERS: '{layer}' cannot be transformed to {system}, the CRS of the first layer",
            layer=name,
            system=crs.userFriendlyIdentifier(),
        ) from error


def combine_extents(maps: Sequence[SheetMap], context: Context) -> QgsRectangle:
    """Return the combined extent of the layers in the CRS of the first."""
    crs, extent = maps[0].layer.crs(), QgsRectangle()
    for layer in [layer_map.layer for layer_map in maps]:
        box = _transform_box(layer.extent(), layer.crs(), layer.name(), crs, context)
        extent.combineExtentWith(box)
    sides = extent.width(), extent.height()
    if not all(side and math.isfinite(side) for side in sides):
        raise DataError(
            "LAYERS: the extent of {width} x {height} map units cannot be drawn",
            width=sides[0],
            height=sides[1],
        )
    return extent


def _list_transparent_values(layer: QgsRasterLayer) -> tuple[float, ...]:
    """Return values drawn fully transparent in the layer style; they are NoData."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return ()
    return tuple(entry.value for entry in renderer.classes() if entry.color.alpha() == 0)


def read_overlay_layers(parameters: RunParameters) -> list[QgsMapLayer]:
    """Return copies of the layers drawn over the maps, the topmost first."""
    above: list[QgsMapLayer] = []
    if parameters.has_value("OUTLINE"):
        (layer,) = _read_layers(parameters, "OUTLINE", QgsProcessingUtils.LayerHint.Vector)
        if (
            not isinstance(layer, QgsVectorLayer)
            or layer.geometryType() != Qgis.GeometryType.Polygon
        ):
            raise DataError("OUTLINE: '{layer}' has no polygons", layer=layer.name())
        outline = layer.clone()
        outline.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE_STYLE)))
        _label_units(outline)
        above.append(outline)
    if parameters.has_value("OVERLAY"):
        for layer in _read_layers(parameters, "OVERLAY", QgsProcessingUtils.LayerHint.UnknownType):
            if not layer.isSpatial():
                raise DataError(
                    "OVERLAY: '{layer}' is a table without geometry and cannot be drawn",
                    layer=layer.name(),
                )
            above.append(_copy_styled_layer(layer, parameters))
    return above


def _label_units(outline: QgsVectorLayer) -> None:
    """Label units with their names if the outline is a unit layer of the plugin."""
    outline.setLabelsEnabled(False)
    if UNIT_FIELD not in outline.fields().names():
        return
    letters, edge = QgsTextFormat(), QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.8)
    letters.setBuffer(edge)
    letters.setSize(UNIT_LABEL_PT)
    label = QgsPalLayerSettings()
    label.fieldName = UNIT_FIELD
    label.setFormat(letters)
    outline.setLabeling(QgsVectorLayerSimpleLabeling(label))
    outline.setLabelsEnabled(True)


def _read_layers(
    parameters: RunParameters, name: str, hint: QgsProcessingUtils.LayerHint
) -> list[QgsMapLayer]:
    layers = []
    for value in parameters.value_list(name):
        layer = resolve_layer(parameters, value, hint)
        if layer is None or not layer.isValid():
            raise DataError(
                "{name}: '{value}' cannot be opened", name=name, value=describe_layer(value)
            )
        layers.append(layer)
    return layers


def _copy_styled_layer(layer: QgsMapLayer, parameters: RunParameters) -> QgsMapLayer:
    """Return a copy of a layer in its own style, or in a plain one if it has none."""
    copy = layer.clone()
    project = parameters.context.project()
    is_own = project is not None and layer.id() in project.mapLayers()
    if isinstance(copy, QgsVectorLayer) and not is_own:
        _, has_style = copy.loadDefaultStyle()
        if not has_style:
            symbol: QgsSymbol | None = QgsMarkerSymbol.createSimple(DEFAULT_MARKER_STYLE)
            if copy.geometryType() == Qgis.GeometryType.Polygon:
                symbol = QgsFillSymbol.createSimple(DEFAULT_FILL_STYLE)
            elif copy.geometryType() == Qgis.GeometryType.Line:
                symbol = QgsLineSymbol.createSimple(DEFAULT_LINE_STYLE)
            copy.setRenderer(QgsSingleSymbolRenderer(symbol))
    return copy


HEADLESS_PLATFORM = "qgis_process"
# Start of a file path.
PATH = re.compile(r"(?:[A-Za-z]:)?[\\/]|\.{1,2}[\\/]|file:")


@dataclass
class SavedLayout:
    """Layout as document, and copies of its layers, same ids; its temporary project is gone."""

    name: str
    document: QDomDocument
    layers: list[QgsMapLayer]

    def add_to_project(self, project: QgsProject | None) -> None:
        """Add the layout and its layers, hidden in the layer tree, to a project."""
        if project is None:  # it was there when the run was prepared
            return
        for layer in self.layers:
            layer.setFlags(QgsMapLayer.LayerFlag.Private)
        if len(project.addMapLayers(self.layers, False)) < len(self.layers):
            raise _layout_error(self.name)
        self.layers.clear()
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        _, loaded = layout.loadFromTemplate(self.document, QgsReadWriteContext())
        if not loaded:
            raise _layout_error(self.name)
        layout.setName(self.name)
        manager = project.layoutManager()
        if manager is None or not manager.addLayout(layout):
            raise _duplicate_name_error(self.name)


def capture_layout(name: str, layout: QgsPrintLayout, layers: Iterable[QgsMapLayer]) -> SavedLayout:
    """Save the current state of a layout and its layers."""
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    copies = []
    for layer in layers:
        with disable_sidecar_writes():
            copy = layer.clone()
        if not copy.setId(layer.id()):
            raise _layout_error(name)
        copies.append(copy)
    return SavedLayout(name, document, copies)


def check_layout_name(parameters: RunParameters) -> None:
    """Raise an error if no layout can be stored as LAYOUT_NAME."""
    name, project = parameters.text_value("LAYOUT_NAME").strip(), parameters.context.project()
    if not name:
        return
    if project is None or QgsApplication.platform() == HEADLESS_PLATFORM:
        raise _layout_error(name)
    manager = project.layoutManager()
    if manager is not None and manager.layoutByName(name) is not None:
        raise _duplicate_name_error(name)


def _layout_error(name: str) -> DataError:
    return DataError("LAYOUT_NAME: layout '{name}' cannot be stored in the project", name=name)


def _duplicate_name_error(name: str) -> DataError:
    return DataError("LAYOUT_NAME: the project already has a layout '{name}'", name=name)


# End of a complete file, by file extension.
FILE_END_MARKERS = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND"}
# Placeholder for the title in an SVG; no other text in the file contains it.
TITLE_PLACEHOLDER = "-carbon_zones_title-"
INVALID_XML_PATTERN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def set_document_title(project: QgsProject, title: str) -> None:
    """Set only the title of the document: by default QGIS adds the user as its author."""
    described = QgsProjectMetadata()
    described.setTitle(title)
    project.setMetadata(described)


def export_layout(layout: QgsPrintLayout, project: QgsProject, path: str, dpi: int) -> bool:
    """Write the file and return whether it succeeded. `project`: that of the layout."""
    exporter = QgsLayoutExporter(layout)
    layout.renderContext().setDpi(dpi)
    # Keep exact zone colours, and complete the legend before drawing. Qgis.LayoutRenderFlag has
    # these flags in QGIS 3.44, but not in 3.40.
    flag = QgsLayoutRenderContext.Flag
    flags = layout.renderContext().flags()
    flags |= flag.FlagLosslessImageRendering  # type: ignore[attr-defined]
    flags |= flag.FlagSynchronousLegendGraphics  # type: ignore[attr-defined]
    ending = Path(path).suffix.lower()
    if ending == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi, pdf.flags = dpi, flags
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        # A PDF can be georeferenced for a single map only.
        pdf.appendGeoreference = layout.itemById("map_2") is None
        result = exporter.exportToPdf(path, pdf)
    elif ending == ".svg":
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi, svg.flags = dpi, flags
        # Outlines look the same without the fonts installed.
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
        # QGIS does not escape the title in the XML, which makes the file unreadable.
        title = project.metadata().title()
        set_document_title(project, TITLE_PLACEHOLDER)
        result = exporter.exportToSvg(path, svg)
        try:
            _write_svg_title(Path(path), title)
        except OSError:
            return False
    else:
        png = QgsLayoutExporter.ImageExportSettings()
        png.dpi, png.flags = dpi, flags
        # QGIS passes metadata to GDAL, which cannot write it to the image.
        png.exportMetadata = False
        # QGIS still tries to write georeferencing, and GDAL reports that it is not supported.
        with gdal.quiet_errors():
            result = exporter.exportToImage(path, png)
    return result == QgsLayoutExporter.ExportResult.Success and _is_complete_file(path)


def _write_svg_title(svg: Path, title: str) -> None:
    """Insert the title into an SVG in place of the placeholder."""
    words = escape(INVALID_XML_PATTERN.sub("", " ".join(title.split())))
    svg.write_bytes(svg.read_bytes().replace(TITLE_PLACEHOLDER.encode(), words.encode()))


def _is_complete_file(path: str) -> bool:
    """Return whether a file has a complete ending: not every writer reports a full disk."""
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 64))
        return FILE_END_MARKERS[os.path.splitext(path)[1].lower()] in file.read()


READ_PROGRESS_SHARE = 0.7


@dataclass(frozen=True)
class SheetInputs(AlgorithmInputs):
    """Inputs of a sheet; `maps` and `above` are cleared after drawing.

    `extent`: part of `whole` in the first map's CRS; `bounds`: in each CRS; None: whole.
    """

    title: str
    titles: list[str]
    source: str
    extent: QgsRectangle
    whole: QgsRectangle
    bounds: list[Bounds | None]
    maps: list[SheetMap]
    above: list[QgsMapLayer]


def read_sheet_inputs(parameters: RunParameters) -> SheetInputs:
    """Read the inputs of a sheet."""
    maps = read_maps(parameters)
    whole = combine_extents(maps, parameters.context)
    bounds = [read_extent(parameters, shown.layer) for shown in maps]
    for name in ("OUTLINE", "OVERLAY"):
        for value in parameters.value_list(name):
            # The sheet draws copies, which contain saved data only.
            layer = resolve_layer(parameters, value, QgsProcessingUtils.LayerHint.UnknownType)
            warn_unsaved_edits(parameters, name, layer, are_read=False)
    x_min, y_min, x_max, y_max = bounds[0] or (0.0, 0.0, 0.0, 0.0)
    return SheetInputs(
        Provenance(),
        parameters.text_value("TITLE").strip(),
        parse_map_titles(parameters.text_value("TITLES"), [shown.name for shown in maps]),
        parameters.text_value("SOURCE").strip() or format_source_line(maps),
        QgsRectangle(x_min, y_min, x_max, y_max) if bounds[0] else whole,
        whole,
        bounds,
        maps,
        read_overlay_layers(parameters),
    )


def draw_sheet(run: RunContext, inputs: SheetInputs) -> None:
    """Draw and export the sheet; store its layout if requested."""
    try:
        _draw_layout(run, inputs)
    finally:
        # The frames of a stored exception would keep layers alive after QGIS exits: clear the
        # inputs, and hold no layer in a local variable of the frames below.
        inputs.maps.clear()
        inputs.above.clear()


def _draw_layout(run: RunContext, inputs: SheetInputs) -> None:
    focus, categories = MapFocus(run.enum_value("FOCUS")), []
    if focus != MapFocus.ALL and any(inputs.bounds):
        run.add_warning("{name} ignored: {table} is given.", name="FOCUS", table="EXTENT")
    elif focus != MapFocus.ALL:
        inputs = focus_on_mined_land(run, inputs, focus)
    sources = [shown.source for shown in inputs.maps]
    for done, source in enumerate(sources):

        def reading(part: float, done: int = done) -> bool:
            return run.report_progress(READ_PROGRESS_SHARE * (done + part) / len(sources))

        categories.append(read_entries(source, reading, inputs.bounds[done]))
    path = run.output_file_path("OUTPUT")
    draft = str(run.drafts.draft_path(path))
    layout: list[SavedLayout] = []
    if not _export_sheet(run, inputs, unify_class_colours(categories), draft, layout):
        layout.clear()
        raise incomplete_table_error("OUTPUT", path)
    run.results["OUTPUT"] = path
    for kept_layout in layout:
        run.afterwards.append(partial(kept_layout.add_to_project, run.context.project()))


def _kinds(
    sources: Sequence[RasterInput],
    categories: Sequence[Sequence[LegendEntry]],
    are_zones: Sequence[bool],
    titles: Sequence[str],
) -> list[str]:
    """Return the kind of each map, used as the heading of the legend shared by that kind."""
    kinds, unknown = [], tr("Legend")
    for source, entries, yes in zip(sources, categories, are_zones):
        land_use = tr("Land use") if is_land_use(entries) else unknown
        zones = tr("Carbon-sink functional zones")
        kinds.append(zones if yes else read_quantity(source) or land_use)
    # Maps of unknown kind with different names for a colour need separate legends.
    plain = [entries for entries, kind in zip(categories, kinds) if kind == unknown]
    shown = {(entry.colour, entry.name) for entries in plain for entry in entries}
    if len(dict(shown)) < len(shown):
        kinds = [title if kind == unknown else kind for kind, title in zip(kinds, titles)]
    return kinds


def _export_sheet(
    run: RunContext,
    inputs: SheetInputs,
    categories: list[list[LegendEntry]],
    path: str,
    layout: list[SavedLayout],
) -> bool:
    """Fill and export the sheet; return success. `layout`: list to receive a layout to store."""
    # A project of its own: qgis_process has none, and the user's must not change.
    project, sheet = QgsProject(), None
    title, are_zones = inputs.title, [shown.is_zone_raster for shown in inputs.maps]
    categories = separate_zone_colours(categories, are_zones)
    kinds = _kinds([shown.source for shown in inputs.maps], categories, are_zones, inputs.titles)
    if not title and len(set(kinds)) == 1 and kinds[0] != tr("Legend"):
        title = kinds[0]
    try:
        project.setTransformContext(run.context.transformContext())
        layers = [shown.layer for shown in inputs.maps]
        project.setCrs(layers[0].crs())
        with disable_sidecar_writes():
            legends = [layers[0].clone() for _ in set(kinds)]
        for land_map, entries in zip(inputs.maps, categories):
            land_map.layer.setRenderer(
                create_paletted_renderer(land_map.layer, land_map.band, entries)
            )
        added = project.addMapLayers([*layers, *legends, *inputs.above], False)
        last = len(layers) + len(legends)
        drawn = [layer for layer in added[:last] if isinstance(layer, QgsRasterLayer)]
        set_document_title(project, title or ", ".join(inputs.titles))
        sheet = ZoneLayout(project, run.enum_value("PAPER"))
        content = SheetContent(
            drawn[: len(layers)],
            add_title_letters(inputs.titles),
            categories,
            kinds,
            added[last:],
            inputs.extent,
            inputs.whole if any(inputs.bounds) else None,
            title,
            inputs.source,
            run.bool_value("GRATICULE"),
        )
        sheet.fill_layout(content, drawn[len(layers) :])
        written = export_layout(sheet.layout, project, path, run.int_value("DPI"))
        name = run.text_value("LAYOUT_NAME").strip()
        if written and name:
            layout.append(capture_layout(name, sheet.layout, added))
        return written
    finally:
        if sheet is not None:
            sheet.close()
        project.clear()
