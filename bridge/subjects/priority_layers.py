"""Priority layers of a study: idle areas, and squares with PRIORITIES."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ...core.base.data_dictionary import COLUMNS, get_table_fields
from ...core.base.messages import DataError
from ...core.study.idle_areas import IDLE_AREAS, IdleAreas
from ...core.study.priorities import PRIORITIES
from ...core.study.study import Study
from ...text import translate
from ..layer_appearance import Choropleth
from ..polygons import UNITS_LAYER, create_square_outline
from ..run_context import RunContext
from ..table_sinks import RowGeometries, Rows

# Field displayed in both layers.
SHOWN_COLUMN = "uptake_20y_tc"


def write_idle_areas(run: RunContext, study: Study) -> None:
    """Write IDLE_AREAS, if requested; empty without mined land or years."""
    if not run.has_value("IDLE_AREAS"):
        return
    if study.too_many_areas_reason:
        raise DataError("{name}: {why}", name="IDLE_AREAS", why=study.too_many_areas_reason)
    areas = study.idle_areas
    # Outlines are created one at a time while writing, to save memory.
    shapes = _area_geometries(areas) if areas else ()
    _write_priority_layer(run, study, "IDLE_AREAS", IDLE_AREAS, areas.rows if areas else [], shapes)


def _area_geometries(areas: IdleAreas) -> Iterator[QgsGeometry]:
    for patch in areas.order:
        outline = QgsGeometry()
        outline.fromWkb(areas.patches.outline_wkb(int(patch)))
        yield outline


def write_square_units(run: RunContext, study: Study) -> None:
    """Write UNITS_LAYER with the squares of a run without units, if requested."""
    priorities = study.priorities
    if run.has_value(UNITS_LAYER):
        rows, squares = (priorities.rows, priorities.squares) if priorities else ([], None)
        indices = {name: n for n, name in enumerate(squares.square_names)} if squares else {}
        shapes = (
            [create_square_outline(squares, indices[row["unit"]]) for row in rows]
            if squares
            else []
        )
        _write_priority_layer(run, study, UNITS_LAYER, PRIORITIES, rows, shapes)


def _write_priority_layer(
    run: RunContext, study: Study, name: str, table: str, rows: Rows, shapes: Iterable[QgsGeometry]
) -> None:
    columns = table.split()
    last = columns[columns.index(SHOWN_COLUMN) :]
    headings = {column: translate(COLUMNS[column].heading) for column in last}
    digits = {column: COLUMNS[column].digits or 0 for column in last}
    look = Choropleth(SHOWN_COLUMN, "t C", headings, digits, len(columns) - len(last))
    crs = QgsCoordinateReferenceSystem.fromWkt(study.series.grid.crs or "")
    run.write_layer(name, get_table_fields(table), rows, RowGeometries(shapes, crs), look)
