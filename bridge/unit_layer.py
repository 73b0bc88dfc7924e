"""Polygons of units with their results as fields: where they go, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry

from ..core.raster.grid import Grid
from ..core.results.units import polygon_columns, polygon_fields, polygon_rows
from ..core.scan.census import Census
from ..core.scan.units import PolygonUnits, UnitColumns
from ..text import translate
from .dressing import Choropleth
from .polygons import PolygonInput, Shape
from .run import Run
from .sinks import Shapes

LAYER = "UNITS_LAYER"


class ShownUnits(PolygonUnits):
    """Units of polygons that are handed out with their results.

    Args:
        given: the polygons as a run was given them.
        polygons: name and shape of each, as it was given too, by their features' ids.
        grid: the cells.

    Attributes:
        shown: the names of all, of those that lie far from the cells too.
    """

    def __init__(self, given: PolygonInput, polygons: Sequence[tuple[str, Shape]], grid: Grid):
        near = [(name, shape.wkb) for name, shape in polygons if shape.wkb]
        super().__init__(given.label, near, grid)
        self.crs: QgsCoordinateReferenceSystem = given.source.sourceCrs()
        self._outlines: dict[str, list[bytes]] = {}
        for name, shape in polygons:
            self._outlines.setdefault(name, []).append(shape.as_given)
        self.shown = list(self._outlines)

    def outline(self, name: str) -> QgsGeometry:
        """A unit as one shape of several parts, flat, in the layer's own reference system."""
        parts = []
        for wkb in self._outlines[name]:
            part = QgsGeometry()
            part.fromWkb(wkb)
            parts.append(part)
        whole = parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts)
        (outline,) = whole.coerceToType(Qgis.WkbType.MultiPolygon)
        return outline


def write_unit_layer(
    run: Run, units: ShownUnits, census: Census, columns: Sequence[UnitColumns]
) -> None:
    """Write the polygons of units, one feature for each.

    Args:
        census: of the whole run, which has what was counted in each unit.
        columns: what they tell, the first of them shown in colours.

    Raises:
        QgsProcessingException: the layer cannot be written.
    """
    names, first = polygon_columns(columns), columns[0]
    headings = [translate(heading) for some in columns for heading in some.headings]
    digits = [some.digits for some in columns for _ in some.names]
    run.write_layer(
        LAYER,
        polygon_fields(columns),
        polygon_rows(units.shown, census, columns),
        Shapes([units.outline(name) for name in units.shown], units.crs),
        Choropleth(
            names[: len(first.names)][first.shown],
            first.measure,
            dict(zip(names, headings)),
            dict(zip(names, digits)),
        ),
    )
