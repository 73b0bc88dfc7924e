"""Outputs that arrive finished in the application: named, grouped, ordered, dressed.

Nothing here has any part in the files: what qgis_process writes is the same, and a raster
brings its colours and names with it.
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

# QGIS keeps no Python object alive for the time until the layers are loaded: one per output
# stands here until it has done its work.
PENDING_POST_PROCESSORS: set[LayerPostProcessor] = set()

# What an output is by the id of a layer in it: the folder of a file, the file of a table.
CONTAINER_PATH_GETTERS: dict[str, Callable[[str], str]] = {
    "folderDestination": os.path.dirname,
    "fileDestination": lambda layer_id: layer_id.split("|")[0],
}

# QGIS puts the layer with the greatest key on top; this one is greater than there are layers.
TOP_SORT_KEY = 1000
# What layers are, in the order of the tree.
RASTER_KIND, VECTOR_KIND, TABLE_KIND = range(3)


class ReportSignals(QObject):
    """Tells the window, where there is one, that a report has been made, from any thread."""

    # What the algorithm is called, and the file.
    written = pyqtSignal(str, str)


REPORT_SIGNALS = ReportSignals()


@dataclass(eq=False)
class LayerPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Dresses a layer when it has come into the project."""

    title: str
    abstract: str
    record: Mapping[str, str]
    open_legend: bool
    is_ticked: bool = True
    look: AttributeForm | Choropleth | SidecarStyle | None = None
    days: DateRange | None = None
    source: str = ""
    # A layer that would tell what is to be labelled, as it was given.
    hides: object = None

    def __post_init__(self) -> None:
        super().__init__()
        PENDING_POST_PROCESSORS.add(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: Context, feedback: Feedback) -> None:
        PENDING_POST_PROCESSORS.discard(self)
        try:
            self._style_layer(layer, context)
        except Exception as error:
            # The results are there and right; how they look is no reason to lose the rest.
            feedback.pushWarning(
                tr("Layer '{layer}' could not be styled: {reason}").format(
                    layer=layer.name(), reason=error
                )
            )

    def _style_layer(self, layer: QgsMapLayer, context: Context) -> None:
        if isinstance(layer, QgsVectorLayer):
            # What is to be edited stays under the names that the columns have.
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
        # Layers are loaded into a project, or nowhere.
        root = context.project().layerTreeRoot()  # type: ignore[union-attr]
        node = root.findLayer(layer.id())
        if node is not None:
            node.setExpanded(self.open_legend)
            node.setItemVisibilityChecked(self.is_ticked)
        if self.hides:
            self._untick_layer(context)

    def _untick_layer(self, context: Context) -> None:
        """Untick a layer that is in the project, or that comes into it by the same run."""
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
    """The names of the groups in the project's layer tree, asked for before the run.

    The tree belongs to the main thread; steps of a model may be elsewhere, and see none.
    """
    project, application = context.project(), QCoreApplication.instance()
    in_main = application is not None and QThread.currentThread() == application.thread()
    if project is None or not in_main:
        return set()
    return {group.name() for group in project.layerTreeRoot().findGroups(True)}


def configure_layer_loading(run: RunContext, groups: set[str]) -> None:
    """Name, group and order the layers of a run that are to be loaded, and tell of its report.

    `groups`: those that are there already.
    """
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
        # Who names an output himself, as models do, also says where it belongs.
        wanted = run.values_by_name.get(details.outputName)
        is_named = isinstance(wanted, QgsProcessingOutputLayerDefinition) and bool(
            wanted.destinationName
        )
        if not is_named:
            provider, _, name_in_memory = get_destination_target(wanted).partition(":")
            is_own = provider.lower() == "memory" and name_in_memory != definition.description()
            details.name = name_in_memory if is_own else title
            # Files that the user named may show by these names, as Processing's settings say.
            details.forceName = named_alone or is_own
            details.groupName = details.groupName or group
            details.layerSortKey = TOP_SORT_KEY - index
        # One legend is enough for zone maps of several periods, and conversions have a long one.
        look, period = run.looks.get(Path(layer_id)), run.periods.get(Path(layer_id))
        is_first = index == 0 and kind != TABLE_KIND
        open_legend = is_first and details.outputName != "CONVERSIONS"
        details.setPostProcessor(
            LayerPostProcessor(
                title,
                run.algorithm.shortDescription(),
                provenance.record,
                open_legend or isinstance(look, Choropleth),
                # Of maps that lie over each other the first is seen, and drawn, alone.
                is_first or is_named or kind == TABLE_KIND,
                look,
                period.date_range if period else None,
                layer_id,
                run.values_by_name.get("MAP") if isinstance(look, AttributeForm) else None,
            )
        )


def load_rasters(run: RunContext, output: str, rasters: Sequence[tuple[str, str]]) -> None:
    """In the application, show rasters in a folder, by path and title, when the run is over.

    That of most interest comes first.
    """
    # A model of which only a later step takes them gives this one a folder in the temporary one.
    if is_in_temp_folder(str(run.values_by_name.get(output))):
        return
    for path, title in rasters:
        run.load_when_done(path, title, output, QgsProcessingUtils.LayerHint.Raster)


def _sort_layers_to_load(run: RunContext) -> list[tuple[int, int, int, str]]:
    """The layers to load, in the order of the tree, their kinds first and their ids last.

    By kind, then by output, those of one output in the order in which it shows them. Layers of a
    model's other steps are in the context as well and left out.
    """
    layers = []
    for index, definition in enumerate(run.algorithm.destinationParameterDefinitions()):
        result = run.results.get(definition.name())
        for layer_id, details in run.context.layersToLoadOnCompletion().items():
            if result is None or details.outputName != definition.name():
                continue
            # As paths: on Windows QGIS and Python write the same one differently.
            whole = CONTAINER_PATH_GETTERS.get(definition.type(), str)(layer_id)
            if Path(result) in (Path(whole), Path(whole.split("|")[0])):
                place_shown = Path(layer_id)
                shown = run.shown.index(place_shown) if place_shown in run.shown else -1
                kind = TABLE_KIND if definition.type() == "fileDestination" else RASTER_KIND
                if isinstance(definition, QgsProcessingParameterFeatureSink):
                    kind = VECTOR_KIND if definition.hasGeometry() else TABLE_KIND
                layers.append((kind, index, shown, layer_id))
    return sorted(layers)
