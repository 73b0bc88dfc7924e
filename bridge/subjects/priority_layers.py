"""The layers of a study that say where to begin: idle areas, and its squares with PRIORITIES."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ...core.base.data_dictionary import COLUMNS, fields_of
from ...core.base.messages import DataError, Text
from ...core.base.table import Table
from ...core.raster.grid import Grid
from ...core.scan.units import GroundSquares
from ...core.study.idle_areas import IDLE_AREAS, IdleAreas
from ...core.study.priorities import PRIORITIES
from ...text import translate
from ..layer_appearance import Choropleth
from ..polygons import LAYER, square_outline
from ..run_context import Run
from ..table_sinks import Rows, Shapes

AREAS = "IDLE_AREAS"
# What both are coloured by, and what stands last in them.
SHOWN, COLOURED = "uptake_20y_tc", "t C"


def write_idle_areas(run: Run, areas: IdleAreas | None, too_many: Text, grid: Grid) -> None:
    """Write IDLE_AREAS where it is asked for; no rows where nothing is mined, or years lack."""
    if not run.has(AREAS):
        return
    if too_many:
        raise DataError("{name}: {why}", name=AREAS, why=too_many)
    shapes = [_geometry(areas.patches.outline(int(n))) for n in areas.order] if areas else []
    _write(run, AREAS, IDLE_AREAS, areas.rows if areas else [], shapes, grid)


def write_squares(
    run: Run, squares: GroundSquares | None, rows: Table | Sequence[dict[str, object]], grid: Grid
) -> None:
    """Write UNITS_LAYER of the squares of a run without units where it is asked for."""
    if not run.has(LAYER):
        return
    indices = {name: n for n, name in enumerate(squares.names)} if squares else {}
    shapes = [square_outline(squares, indices[str(row["unit"])]) for row in rows] if squares else []
    _write(run, LAYER, PRIORITIES, rows, shapes, grid)


def _geometry(wkb: bytes) -> QgsGeometry:
    shape = QgsGeometry()
    shape.fromWkb(wkb)
    return shape


def _write(
    run: Run, name: str, table: str, rows: Rows, shapes: Sequence[QgsGeometry], grid: Grid
) -> None:
    columns = table.split()
    last = columns[columns.index(SHOWN) :]
    headings = {column: translate(COLUMNS[column].heading) for column in last}
    digits = {column: COLUMNS[column].digits or 0 for column in last}
    look = Choropleth(SHOWN, COLOURED, headings, digits, len(columns) - len(last))
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs or "")
    run.write_layer(name, fields_of(table), rows, Shapes(shapes, crs), look)
