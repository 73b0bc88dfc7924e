"""Outputs that arrive finished in the application: named, grouped, ordered, dressed.

Nothing here has any part in the files: what qgis_process writes is the same, and a raster
brings its colours and names with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..text import tr
from .destinations import is_passing
from .dressing import Choropleth, Days, dress, put_in_time, typed
from .layer_styles import Form
from .run import Run
from .run_parameters import Context, Feedback

# QGIS keeps no Python object alive for the time until the layers are loaded: one per output
# stands here until it has done its work.
WAITING: set[Finish] = set()

# What an output is by the id of a layer in it: the folder of a file, the file of a table.
WHOLES: dict[str, Callable[[str], str]] = {
    "folderDestination": os.path.dirname,
    "fileDestination": lambda layer_id: layer_id.split("|")[0],
}

# What the message of a report is called among those of the main window.
OFFER = "CarbonZonesReport"

# QGIS puts the layer with the greatest key on top; this one is greater than there are layers.
TOP = 1000


@dataclass(eq=False)
class Finish(QgsProcessingLayerPostProcessorInterface):
    """Dresses a layer when it has come into the project."""

    title: str
    abstract: str
    record: Mapping[str, str]
    open_legend: bool
    look: Form | Choropleth | None = None
    days: Days | None = None

    def __post_init__(self) -> None:
        super().__init__()
        WAITING.add(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: Context, feedback: Feedback) -> None:
        WAITING.discard(self)
        try:
            self._dress(layer, context)
        except Exception as error:
            # The results are there and right; how they look is no reason to lose the rest.
            feedback.pushWarning(
                tr("The layer '{layer}' could not be styled: {reason}").format(
                    layer=layer.name(), reason=error
                )
            )

    def _dress(self, layer: QgsMapLayer, context: Context) -> None:
        if isinstance(layer, QgsVectorLayer):
            # What is to be edited stays under the names that the columns have.
            if not isinstance(self.look, Form):
                typed(layer)
                dress(layer)
            if self.look is not None:
                self.look.put_on(layer)
        elif isinstance(layer, QgsRasterLayer) and self.days is not None:
            put_in_time(layer, self.days)
        layer.setMetadata(self._metadata(layer))
        # Layers are loaded into a project, or nowhere.
        root = context.project().layerTreeRoot()  # type: ignore[union-attr]
        node = root.findLayer(layer.id())
        if node is not None:
            node.setExpanded(self.open_legend)

    def _metadata(self, layer: QgsMapLayer) -> QgsLayerMetadata:
        metadata = layer.metadata()
        metadata.setTitle(self.title)
        metadata.setAbstract(self.abstract)
        metadata.setType("dataset")
        if isinstance(layer, QgsRasterLayer):
            metadata.setCrs(layer.crs())
        metadata.setHistory(
            [f"{name.replace('TIFFTAG_', '')}: {text}" for name, text in self.record.items()]
        )
        return metadata


def in_main_thread() -> bool:
    """Whether this is the thread of the window and the project."""
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() == application.thread()


def offer_report(name: str, path: str) -> None:
    """In the application, have its main window offer to open a report: that of the last run alone.

    Args:
        name: what the algorithm is called.
    """
    from qgis.utils import iface

    if iface is None or not path or not in_main_thread():
        return
    from qgis.PyQt.QtWidgets import QPushButton

    bar = iface.messageBar()
    for item in bar.items():
        if item.objectName() == OFFER:
            bar.popWidget(item)
    text = tr("The report is ready.")
    if is_passing(path):
        text = tr("The report is ready, in a file that goes when QGIS is closed.")
    offer = bar.createMessage(name, text)
    offer.setObjectName(OFFER)
    button = QPushButton(tr("Open report"), offer)
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
    offer.layout().addWidget(button)
    bar.pushWidget(offer, Qgis.MessageLevel.Success)


def groups_in(context: Context) -> set[str]:
    """The names of the groups in the project's layer tree, asked for before the run.

    The tree belongs to the main thread; steps of a model may be elsewhere, and see none.
    """
    project = context.project()
    if project is None or not in_main_thread():
        return set()
    return {group.name() for group in project.layerTreeRoot().findGroups(True)}


def free_name(name: str, taken: set[str]) -> str:
    """The name, or the name with a number where it is taken."""
    free, count = name, 2
    while free in taken:
        free, count = f"{name} ({count})", count + 1
    return free


def announce(run: Run, taken: set[str]) -> None:
    """Name, group and order the layers of a run that are to be loaded.

    Args:
        taken: names of groups that are there already.
    """
    if run.context.project() is None:
        return
    provenance = run.provenance
    group = tr("Carbon Zones {period}").format(period=provenance.span).strip()
    group = free_name(group, taken)
    for number, (is_table, *_, layer_id) in enumerate(_own_layers(run)):
        details = run.context.layerToLoadOnCompletionDetails(layer_id)
        definition = run.algorithm.parameterDefinition(details.outputName)
        title = f"{definition.description()} {provenance.span}".strip()
        named_alone = definition.type() in ("folderDestination", "fileDestination")
        if named_alone:
            title = details.name
        # Who names an output himself, as models do, also says where it belongs.
        if not _named(run.values_by_name.get(details.outputName)):
            details.name = title
            # Files that the user named may show by these names, as Processing's settings say.
            details.forceName = named_alone
            details.groupName = details.groupName or group
            details.layerSortKey = TOP - number
        # One legend is enough for zone maps of several periods, and conversions have a long one.
        look = run.looks.get(layer_id)
        open_legend = number == 0 and not is_table and details.outputName != "CONVERSIONS"
        abstract = run.algorithm.shortDescription()
        period = run.periods.get(layer_id)
        details.setPostProcessor(
            Finish(
                title,
                abstract,
                provenance.record,
                open_legend or isinstance(look, Choropleth),
                look,
                period.days if period else None,
            )
        )


def show_rasters(run: Run, output: str, rasters: Sequence[tuple[str, str]]) -> None:
    """In the application, show the rasters in a folder when the run is over.

    A model of which only a later step takes them gives this one a folder in the temporary one.

    Args:
        output: the folder's name among the outputs.
        rasters: path and title of each.
    """
    if str(run.values_by_name.get(output)).startswith(QgsProcessingUtils.tempFolder()):
        return
    for path, title in rasters:
        run.load(path, title, output, QgsProcessingUtils.LayerHint.Raster)


def _own_layers(run: Run) -> list[tuple[bool, int, int, str]]:
    """The layers to load, in the order of the tree, their ids last.

    Rasters first, then by output, those of one output in the order in which they were begun.

    Layers of a model's other steps are in the context as well and left out.
    """
    layers, rasters = [], list(run.periods)
    for place, definition in enumerate(run.algorithm.destinationParameterDefinitions()):
        result = run.results.get(definition.name())
        for layer_id, details in run.context.layersToLoadOnCompletion().items():
            if result is not None and details.outputName == definition.name():
                kind = definition.type()
                if result == WHOLES.get(kind, str)(layer_id):
                    begun = rasters.index(layer_id) if layer_id in rasters else -1
                    layers.append((kind in ("sink", "fileDestination"), place, begun, layer_id))
    return sorted(layers)


def _named(value: object) -> bool:
    return isinstance(value, QgsProcessingOutputLayerDefinition) and bool(value.destinationName)
