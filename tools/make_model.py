"""Builds resources/models/zones_and_losses_by_district.model3: `make models` runs it.

    tools/env.sh /usr/bin/python3 tools/make_model.py [MODEL.model3]

The model is written by a program, so that its texts, names and places can be read and changed
here; it can be opened and changed in the model designer like any other.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelComment,
    QgsProcessingModelGroupBox,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QMetaType, QPointF, QSizeF
from qgis.PyQt.QtGui import QColor
from session import start

NAME = "Zones and losses by district"
MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"
MODEL = MODELS / "zones_and_losses_by_district.model3"

HELP = {
    "ALG_DESC": (
        "From land use at two dates and administrative polygons: carbon-sink functional zones, "
        "carbon losses and zone shares of the whole land, and, for every polygon, hectares and "
        "per cent of each zone and the carbon that mining took there.\n\n"
        "A cell belongs to the polygon in which its centre lies. Where the polygons cover the "
        "land without overlaps, their hectares and losses add up to those of the tables for the "
        "whole. Per cent are of the cells of a polygon that are valid at both dates.\n\n"
        "Polygons that hold the centre of one cell at most are too small for the raster: there "
        "QGIS's zonal tools count every cell that the polygon touches for the zones, and parts of "
        "cells for the carbon.\n\n"
        "Hectares of a polygon are its cells times the mean area of a cell: exact for rasters in "
        "a projected reference system. For rasters in longitude and latitude, whose cells shrink "
        "towards the poles, reproject first; the model says so in the log.\n\n"
        "The columns are those of the default zones and the default rules. For zones of your own "
        "open the model in the designer, and give the first step your tables and the last step "
        "your columns."
    ),
    "EARLIER": "Land use at the earlier date, as for Carbon-zone reclassification.",
    "LATER": "Land use at the later date.",
    "DISTRICTS": (
        "Administrative units, or any other polygons, in any reference system. In the sample: "
        "districts.geojson."
    ),
    "NAME_FIELD": "The field that names the polygons.",
    # QGIS names a model's outputs by their titles, in small letters with _ for blanks.
    "zones": "Zone of each cell, with names and colours; 0 is no data.",
    "zone_shares": "Cells, hectares and share of every zone, for the whole.",
    "losses": "One row per sink class and mine class, for the whole.",
    "districts": (
        "The polygons with cells, hectares and per cent of every zone, and the carbon lost in "
        "t C and t CO2."
    ),
    "ALG_CREATOR": "Carbon Zones",
    "ALG_VERSION": "1.0",
}

ZONES = ("invariant", "enhancement", "low_carbon", "emission_control", "unassigned")
INTEGER, REAL, TEXT = (
    (QMetaType.Type.LongLong, "int8"),
    (QMetaType.Type.Double, "double precision"),
    (QMetaType.Type.QString, "text"),
)

# Numbers of a step are variables of the later ones, called by the step's description.
CELL_HA = "(@Zones_TOTAL_AREA_HA / @Zones_VALID_CELLS)"
VALID = "+".join(f"coalesce(attribute(@feature, 'cz_cells_{zone}'), 0)" for zone in range(1, 6))

Source = QgsProcessingModelChildParameterSource
LEFT, TOP, STEP, ROW = 160, 160, 330, 190


def point(column: float, row: float) -> QPointF:
    """A place of the designer's canvas, by column and row."""
    return QPointF(LEFT + STEP * column, TOP + ROW * row)


def field(name: str, kind, expression: str) -> dict:
    """A row of Refactor fields."""
    return {
        "name": name,
        "type": int(kind[0]),
        "type_name": kind[1],
        "sub_type": 0,
        "length": 0,
        "precision": 0,
        "expression": expression,
    }


def fields() -> list[dict]:
    """The columns of the polygons.

    Zonal histogram makes a column for values that occur, cz_cells_1 to cz_cells_5, none for the
    others: they are asked for by name, and what is missing is 0. The prefix is one that no
    layer of districts has: QGIS would call the new column otherwise, and the layer's own would be
    taken for it. In a polygon without a valid cell per cent are null.
    """
    rows = [
        field("district", TEXT, "to_string(attribute(@feature, @NAME_FIELD))"),
        field("valid_cells", INTEGER, VALID),
        field("valid_ha", REAL, f"({VALID}) * {CELL_HA}"),
    ]
    cells = [
        (zone, f"coalesce(attribute(@feature, 'cz_cells_{number}'), 0)")
        for number, zone in enumerate(ZONES, 1)
    ]
    rows += [field(f"{zone}_ha", REAL, f"{count} * {CELL_HA}") for zone, count in cells]
    rows += [
        field(f"{zone}_pct", REAL, f"100.0 * {count} / nullif({VALID}, 0)") for zone, count in cells
    ]
    lost = f"coalesce(attribute(@feature, 'cz_loss_sum'), 0) * {CELL_HA}"
    rows.append(field("loss_tc", REAL, lost))
    return [*rows, field("loss_tco2", REAL, f"{lost} * 44 / 12")]


def add_parameters(model: QgsProcessingModelAlgorithm):
    """The inputs, in the order of the dialog."""
    definitions = (
        QgsProcessingParameterRasterLayer("EARLIER", "Land use, earlier date"),
        QgsProcessingParameterRasterLayer("LATER", "Land use, later date"),
        QgsProcessingParameterFeatureSource(
            "DISTRICTS", "Districts", [QgsProcessing.SourceType.VectorPolygon]
        ),
        QgsProcessingParameterField("NAME_FIELD", "Field of district names", None, "DISTRICTS"),
    )
    for row, definition in enumerate(definitions):
        parameter = QgsProcessingModelParameter(definition.name())
        parameter.setPosition(point(0, row))
        model.addModelParameter(definition, parameter)
    model.setParameterOrder([definition.name() for definition in definitions])


def add_step(model, algorithm, description, place, comment, inputs, outputs=()):
    """A step with its comment.

    Args:
        inputs: a source per parameter.
        outputs: titles of outputs of the model, by the step's own output.
    """
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(description.lower().replace(" ", "_"))
    step.setDescription(description)
    step.setPosition(point(*place))
    note = QgsProcessingModelComment(comment)
    note.setPosition(point(place[0], place[1] - 0.45))
    note.setSize(QSizeF(260, 48))
    note.setColor(QColor("#fff6d5"))
    step.setComment(note)
    for name, source in inputs.items():
        step.addParameterSources(name, [source])
    made = {}
    for row, (own, title) in enumerate(dict(outputs).items()):
        output = QgsProcessingModelOutput(title, title)
        output.setChildId(step.childId())
        output.setChildOutputName(own)
        output.setMandatory(True)
        output.setPosition(point(4, place[1] + 0.45 * row))
        made[title] = output
    step.setModelOutputs(made)
    model.addChildAlgorithm(step)
    return step.childId()


def add_steps(model: QgsProcessingModelAlgorithm):
    """Zones and losses of the whole, then what of them lies in each polygon."""
    pair = {name: Source.fromModelParameter(name) for name in ("EARLIER", "LATER")}
    zones = add_step(
        model,
        "carbonzones:zonereclassification",
        "Zones",
        (1, 0),
        "Zone of each cell. TOTAL_AREA_HA / VALID_CELLS of this step is the area of a cell.",
        pair,
        {"ZONES": "Zones", "ZONE_SHARES": "Zone shares"},
    )
    losses = add_step(
        model,
        "carbonzones:carbonloss",
        "Losses",
        (1, 2),
        "Carbon that mining took; the raster of t C/ha goes to the polygons.",
        pair,
        {"LOSSES": "Losses"},
    )
    add_step(
        model,
        "native:raisewarning",
        "Warn of degrees",
        (1, 3),
        "Cells in degrees are not of one area; the log says so.",
        {
            "MESSAGE": Source.fromStaticValue(
                "The layers are in longitude and latitude: hectares and carbon of a district are "
                "worked out with the mean area of a cell. Reproject the layers for exact ones."
            ),
            "CONDITION": Source.fromExpression(
                "layer_property(@EARLIER, 'distance_units') = 'degrees'"
            ),
        },
    )
    histogram = add_step(
        model,
        "native:zonalhistogram",
        "Cells of each zone",
        (2, 0),
        "Cells of each zone in each polygon: cz_cells_1 and so on.",
        {
            "INPUT_RASTER": Source.fromChildOutput(zones, "ZONES"),
            "RASTER_BAND": Source.fromStaticValue(1),
            "INPUT_VECTOR": Source.fromModelParameter("DISTRICTS"),
            "COLUMN_PREFIX": Source.fromStaticValue("cz_cells_"),
        },
    )
    statistics = add_step(
        model,
        "native:zonalstatisticsfb",
        "Carbon lost in each district",
        (2, 2),
        "Sum of t C/ha over the cells of each polygon: cz_loss_sum.",
        {
            "INPUT": Source.fromChildOutput(histogram, "OUTPUT"),
            "INPUT_RASTER": Source.fromChildOutput(losses, "LOSS_DENSITY"),
            "RASTER_BAND": Source.fromStaticValue(1),
            "COLUMN_PREFIX": Source.fromStaticValue("cz_loss_"),
            "STATISTICS": Source.fromStaticValue([1]),
        },
    )
    add_step(
        model,
        "native:refactorfields",
        "Hectares and per cent",
        (3, 1),
        "Cells to hectares and per cent, t C/ha to t C and t CO2 (x 44/12).",
        {
            "INPUT": Source.fromChildOutput(statistics, "OUTPUT"),
            "FIELDS_MAPPING": Source.fromStaticValue(fields()),
        },
        {"OUTPUT": "Districts"},
    )


def add_box(model, name: str, colour: str, left: float, right: float):
    """A box behind some columns of the canvas, from `left` to `right`."""
    box = QgsProcessingModelGroupBox(name)
    start, end = point(left, -0.85), point(right, 3.4)
    # QGIS gives a new box a random identity; the file would differ each time it is made.
    box.loadVariant({**box.toVariant(), "uuid": f"{{{name}}}"})
    box.setPosition(QPointF((start.x() + end.x()) / 2, (start.y() + end.y()) / 2))
    box.setSize(QSizeF(end.x() - start.x(), end.y() - start.y()))
    box.setColor(QColor(colour))
    model.addGroupBox(box)


def make() -> QgsProcessingModelAlgorithm:
    """The model."""
    model = QgsProcessingModelAlgorithm(NAME, "Carbon Zones")
    model.setHelpContent(HELP)
    add_parameters(model)
    add_steps(model)
    model.setOutputOrder(["Zones", "Zone shares", "Losses", "Districts"])
    add_box(model, "What you have", "#e8eef4", -0.45, 0.45)
    add_box(model, "The whole land", "#e6f2e0", 0.55, 1.45)
    add_box(model, "Each district", "#f6eadf", 1.55, 3.45)
    add_box(model, "What you get", "#e8eef4", 3.55, 4.45)
    return model


if __name__ == "__main__":
    MODELS.mkdir(exist_ok=True)
    target = sys.argv[1] if len(sys.argv) > 1 else str(MODEL)
    started = start()
    sys.exit(0 if make().toFile(target) else f"{target} cannot be written")
