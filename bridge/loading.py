"""Loading of output layers in QGIS: names, groups, order and styles.

Files are not affected: qgis_process writes the same files, and a raster contains its
colours and names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QThread, pyqtSignal

from ..text import tr
from .destinations import get_destination_target, is_in_temp_folder
from .layer_appearance import (
    AttributeForm,
    Choropleth,
    DateRange,
    SidecarStyle,
    apply_field_formats,
    detect_field_types,
    set_temporal_range,
)
from .parameters import Context, Feedback
from .run_context import RunContext

# References to the post-processors, one per output, which QGIS does not keep alive until the layers
# are loaded.
PENDING_POST_PROCESSORS: set[LayerPostProcessor] = set()

# Returns the output path for a layer id: the folder of a file, or the file of a table.
CONTAINER_PATH_GETTERS: dict[str, Callable[[str], str]] = {
    "folderDestination": os.path.dirname,
    "fileDestination": lambda layer_id: layer_id.split("|")[0],
}

# QGIS places the layer with the greatest key on top; greater than any number of layers.
TOP_SORT_KEY = 1000
# Kinds of layers in layer tree order.
RASTER_KIND, VECTOR_KIND, TABLE_KIND = range(3)


class ReportSignals(QObject):
    """Signals, from any thread, that a report was written."""

    # Display name of the algorithm, and path of the report.
    written = pyqtSignal(str, str)


REPORT_SIGNALS = ReportSignals()


@dataclass(eq=False)
class LayerPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Post-processor that styles a layer after it is loaded into the project."""

    title: str
    abstract: str
    record: Mapping[str, str]
    open_legend: bool
    is_ticked: bool = True
    look: AttributeForm | Choropleth | SidecarStyle | None = None
    days: DateRange | None = None
    source: str = ""
    # Layer to untick, as given: it would reveal the map class of the points to be labelled.
    hides: object = None

    def __post_init__(self) -> None:
        super().__init__()
        PENDING_POST_PROCESSORS.add(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: Context, feedback: Feedback) -> None:
        PENDING_POST_PROCESSORS.discard(self)
        try:
            self._style_layer(layer, context)
        except Exception as error:
            # The results are valid: a styling error must not affect them.
            feedback.pushWarning(
                tr("Layer '{layer}' could not be styled: {reason}").format(
                    layer=layer.name(), reason=error
                )
            )

    def _style_layer(self, layer: QgsMapLayer, context: Context) -> None:
        if isinstance(layer, QgsVectorLayer):
            # Layers to be edited keep their field names.
            if not isinstance(self.look, AttributeForm):
                detect_field_types(layer)
                apply_field_formats(layer)
            if isinstance(self.look, (AttributeForm, Choropleth)):
                self.look.apply_to_layer(layer)
        elif isinstance(layer, QgsRasterLayer):
            if self.days is not None:
                set_temporal_range(layer, self.days)
            if isinstance(self.look, SidecarStyle):
                self.look.apply_to_layer(layer)
        metadata = layer.metadata()
        metadata.setTitle(self.title)
        metadata.setAbstract(self.abstract)
        metadata.setType("dataset")
        if isinstance(layer, QgsRasterLayer):
            metadata.setCrs(layer.crs())
        metadata.setHistory(
            [f"{name.replace('TIFFTAG_', '')}: {text}" for name, text in self.record.items()]
        )
        layer.setMetadata(metadata)
        # Layers are always loaded into a project.
        root = context.project().layerTreeRoot()  # type: ignore[union-attr]
        node = root.findLayer(layer.id())
        if node is not None:
            node.setExpanded(self.open_legend)
            node.setItemVisibilityChecked(self.is_ticked)
        if self.hides:
            self._untick_layer(context)

    def _untick_layer(self, context: Context) -> None:
        """Untick a layer of the project, or one that is loaded by the same run."""
        given, source = self.hides, str(self.hides)
        if isinstance(given, str):
            given = QgsProcessingUtils.mapLayerFromString(given, context, False)
        if isinstance(given, QgsMapLayer):
            source = given.source()
        for node in context.project().layerTreeRoot().findLayers():  # type: ignore[union-attr]
            layer = node.layer()
            if layer is not None and layer.source() == source:
                node.setItemVisibilityChecked(False)
        for other in PENDING_POST_PROCESSORS:
            other.is_ticked &= Path(other.source) != Path(source)


def get_group_names(context: Context) -> set[str]:
    """Return the names of layer tree groups before the run; none outside the main thread."""
    project, application = context.project(), QCoreApplication.instance()
    in_main = application is not None and QThread.currentThread() == application.thread()
    if project is None or not in_main:
        return set()
    return {group.name() for group in project.layerTreeRoot().findGroups(True)}


def configure_layer_loading(run: RunContext, groups: set[str]) -> None:
    """Name, group (`groups`: existing names) and order layers to load, and signal the report."""
    if report := run.results.get("REPORT"):
        REPORT_SIGNALS.written.emit(run.algorithm.displayName(), report)
    if run.context.project() is None:
        return
    provenance = run.provenance
    group = first = tr("Carbon Zones {period}").format(period=provenance.span).strip()
    count = 2
    while group in groups:
        group, count = f"{first} ({count})", count + 1
    for index, (kind, *_, layer_id) in enumerate(_sort_layers_to_load(run)):
        details = run.context.layerToLoadOnCompletionDetails(layer_id)
        definition = run.algorithm.parameterDefinition(details.outputName)
        title = f"{definition.description()} {provenance.span}".strip()
        named_alone = definition.type() in CONTAINER_PATH_GETTERS
        if named_alone:
            title = details.name
        # An output named explicitly, as in models, also has its own place in the layer tree.
        wanted = run.values_by_name.get(details.outputName)
        is_named = isinstance(wanted, QgsProcessingOutputLayerDefinition) and bool(
            wanted.destinationName
        )
        if not is_named:
            provider, _, name_in_memory = get_destination_target(wanted).partition(":")
            is_own = provider.lower() == "memory" and name_in_memory != definition.description()
            details.name = name_in_memory if is_own else title
            # Files named by the user may use the file name, depending on the Processing settings.
            details.forceName = named_alone or is_own
            details.groupName = details.groupName or group
            details.layerSortKey = TOP_SORT_KEY - index
        # Expand only the first legend of several zone maps, and not the long one of conversions.
        look, period = run.looks.get(Path(layer_id)), run.periods.get(Path(layer_id))
        is_first = index == 0 and kind != TABLE_KIND
        open_legend = is_first and details.outputName != "CONVERSIONS"
        details.setPostProcessor(
            LayerPostProcessor(
                title,
                run.algorithm.shortDescription(),
                provenance.record,
                open_legend or isinstance(look, Choropleth),
                # Of overlapping maps only the first is visible.
                is_first or is_named or kind == TABLE_KIND,
                look,
                period.date_range if period else None,
                layer_id,
                run.values_by_name.get("MAP") if isinstance(look, AttributeForm) else None,
            )
        )


def load_rasters(run: RunContext, output: str, rasters: Sequence[tuple[str, str]]) -> None:
    """Load rasters of a folder, by path and title, when the run ends, the most relevant first."""
    # In a model, intermediate rasters are in the temporary folder and need not be loaded.
    if is_in_temp_folder(str(run.values_by_name.get(output))):
        return
    for path, title in rasters:
        run.load_when_done(path, title, output, QgsProcessingUtils.LayerHint.Raster)


def _sort_layers_to_load(run: RunContext) -> list[tuple[int, int, int, str]]:
    """Return the layers to load in layer tree order, as (kind, output, position, layer id).

    By kind, output and display order in it; layers of other steps of a model are omitted.
    """
    layers = []
    for index, definition in enumerate(run.algorithm.destinationParameterDefinitions()):
        result = run.results.get(definition.name())
        for layer_id, details in run.context.layersToLoadOnCompletion().items():
            if result is None or details.outputName != definition.name():
                continue
            # Compare paths: on Windows, QGIS and Python write them differently.
            whole = CONTAINER_PATH_GETTERS.get(definition.type(), str)(layer_id)
            if Path(result) in (Path(whole), Path(whole.split("|")[0])):
                place_shown = Path(layer_id)
                shown = run.shown.index(place_shown) if place_shown in run.shown else -1
                kind = TABLE_KIND if definition.type() == "fileDestination" else RASTER_KIND
                if isinstance(definition, QgsProcessingParameterFeatureSink):
                    kind = VECTOR_KIND if definition.hasGeometry() else TABLE_KIND
                layers.append((kind, index, shown, layer_id))
    return sorted(layers)
