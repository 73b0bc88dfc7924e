"""Keeps the layout of a sheet in the user's project, to be edited there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsApplication, QgsMapLayer, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...core.base.messages import DataError
from ..run_parameters import RunParameters
from ..untouched import inputs_as_they_are

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
