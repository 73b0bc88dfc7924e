"""Create resources/sample/carbon_zones_sample.qgz from the sample; run by `make models`.

    tools/env.sh /usr/bin/python3 tools/make_project.py [PROJECT.qgz]

The project is shipped and not created by Load sample data: algorithms run in background threads,
where layers, styles and projects cannot be created safely, and users of the sample folder alone
can open it too. A test recreates it and compares.

The project must be in the folder of its maps, because its paths are relative.
"""

from __future__ import annotations

import itertools
import re
import sys
import zipfile
from pathlib import Path

from make_model import MODEL
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsMapThemeCollection,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont
from session import start

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
PROJECT = SAMPLE / "carbon_zones_sample.qgz"
YEARS = ("1986", "2000", "2009", "2018")
SHOWN = "2018"
CRS = "EPSG:32649"
ABSTRACT = (
    "Land use of a SYNTHETIC open-cast mine in 1986, 2000, 2009 and 2018, and made-up districts. "
    "It gives the areas that Yang et al. 2022 print for the Pingshuo mine, but shows no real "
    "place. The model Zones and losses by district is under Project models in the toolbox."
)


def land_use(folder: Path, year: str) -> QgsRasterLayer:
    """Return the layer of a date with the colours and names of its file."""
    layer = QgsRasterLayer(str(folder / f"landuse_{year}.tif"), f"Land use {year} (synthetic)")
    # A random identifier would change the file each time.
    layer.setId(f"landuse_{year}")
    classes = [entry for entry in layer.renderer().classes() if entry.label and entry.value]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    return layer


def districts(folder: Path) -> QgsVectorLayer:
    """Return the districts, with outlines and labels only."""
    layer = QgsVectorLayer(str(folder / "districts.geojson"), "Districts (synthetic)", "ogr")
    # QGIS replaces the id of a vector layer without _ on opening.
    layer.setId("districts_synthetic")
    outline = {"style": "no", "outline_color": "#1a1a1a", "outline_width": "0.7"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(outline)))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(1)
    buffer.setColor(QColor("white"))
    text = QgsTextFormat()
    # Do not depend on the fonts of this computer.
    text.setFont(QFont("Sans Serif"))
    text.setSize(11)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(buffer)
    labels = QgsPalLayerSettings()
    labels.fieldName = "district"
    labels.placement = Qgis.LabelPlacement.Horizontal
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def fill(project: QgsProject, folder: Path):
    """Add layers, groups by year, a theme per year, extent and metadata."""
    project.setTitle("Carbon Zones: the synthetic mine")
    metadata = project.metadata()
    metadata.setTitle(project.title())
    metadata.setAbstract(ABSTRACT)
    project.setMetadata(metadata)
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    project.setEllipsoid("EPSG:7030")
    project.setDistanceUnits(Qgis.DistanceUnit.Kilometers)
    project.setAreaUnits(Qgis.AreaUnit.Hectares)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    root = project.layerTreeRoot()
    borders = districts(folder)
    project.addMapLayer(borders, False)
    root.addLayer(borders)
    for year in YEARS:
        layer = land_use(folder, year)
        project.addMapLayer(layer, False)
        group = root.addGroup(year)
        group.addLayer(layer).setExpanded(year == SHOWN)
        group.setItemVisibilityChecked(year == SHOWN)
    for year in YEARS:
        shown = [borders, project.mapLayer(f"landuse_{year}")]
        theme = QgsMapThemeCollection.MapThemeRecord()
        theme.setLayerRecords([QgsMapThemeCollection.MapThemeLayerRecord(layer) for layer in shown])
        theme.setCheckedGroupNodes([year])
        theme.setHasCheckedStateInfo(True)
        project.mapThemeCollection().insert(f"Land use {year}", theme)
    extent = borders.extent()
    extent.grow(0.04 * extent.width())
    view = QgsReferencedRectangle(extent, project.crs())
    project.viewSettings().setDefaultViewExtent(view)


def embed(project: QgsProject):
    """Add the model to the project, as the model designer does: written on saving."""
    from processing.modeler.ProjectProvider import ProjectProvider

    model = QgsProcessingModelAlgorithm()
    if not model.fromFile(str(MODEL)):
        raise SystemExit(f"{MODEL} cannot be read")
    provider = ProjectProvider(project)
    provider.add_model(model)
    return provider


def tidy(path: Path):
    """Remove author, time, random values and the empty style database."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".qgs"))
        text = archive.read(name).decode("utf-8")
    text = re.sub(r' (saveUser|saveUserFull|saveDateTime)="[^"]*"', "", text)
    text = re.sub(r' projectStyleId="[^"]*"', "", text)
    text = re.sub(r"<(author|creation)>[^<]*</\1>", r"<\1></\1>", text)
    text = re.sub(r"<date [^>]*/>", "", text)
    text = re.sub(r"<id>Annotations_[^<]*</id>", "<id>Annotations_sample</id>", text)
    # Elevation profiles have random colours, and parts of symbols random identifiers.
    text = re.sub(r"<elevation .*?</elevation>", "", text, flags=re.DOTALL)
    count = itertools.count(1)
    text = re.sub(
        r"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", lambda _: f"{{{next(count)}}}", text
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as tidied:
        entry = zipfile.ZipInfo(f"{path.stem}.qgs")
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        tidied.writestr(entry, text, compresslevel=9)


def make(path: Path):
    """Write the project at `path`, in the folder of the maps."""
    project = QgsProject()
    fill(project, path.parent)
    provider = embed(project)
    if not project.write(str(path)):
        raise SystemExit(f"{path} cannot be written: {project.error()}")
    provider.clear()
    project.clear()
    tidy(path)


if __name__ == "__main__":
    started = start()
    make(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PROJECT)
