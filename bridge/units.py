"""Units that tables are broken down by: their parameters, what is read of them, and their layer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from ..core.base.dates import Date
from ..core.base.messages import DataError, Message, Notes
from ..core.raster.grid import Grid
from ..core.raster.source import RasterInput
from ..core.results.units import polygon_columns, polygon_fields, polygon_rows
from ..core.scan.census import Census
from ..core.scan.series import Series
from ..core.scan.units import PolygonUnits, RasterUnits, SquareUnits, UnitColumns, Units
from ..core.scheme.reserved import refuse_reserved
from ..text import translate
from .destinations import is_wanted
from .dressing import Choropleth
from .layers import DatedLayer, raster_input, raster_layer
from .polygons import PolygonInput, Shape, field_text, fields_of, polygons_of
from .run import Run
from .run_parameters import RunParameters
from .sinks import Shapes

UNITS, FIELD, RASTER, BAND = "UNITS", "UNIT_FIELD", "UNITS_RASTER", "UNITS_BAND"
SIZE = "UNITS_SIZE"
LAYER = "UNITS_LAYER"


def check_units(parameters: RunParameters) -> None:
    """Refuse what is said of the units of a run where it is wrong by a look."""
    kinds = [name for name in (UNITS, RASTER, SIZE) if parameters.has(name)]
    if len(kinds) > 1:
        first, second = kinds[:2]
        raise DataError(
            "{first} and {second} are both given; units are of one of them",
            first=first,
            second=second,
        )
    if parameters.has(FIELD) and not parameters.has(UNITS):
        raise DataError("UNIT_FIELD: there are no polygons to name; give UNITS, or leave it out")
    if parameters.is_own(BAND) and not parameters.has(RASTER):
        raise DataError(
            "UNITS_BAND: there is no raster of units; give UNITS_RASTER, or leave it out"
        )
    if is_wanted(parameters.values_by_name.get(LAYER)) and not {UNITS, SIZE} & {*kinds}:
        raise DataError(
            "UNITS_LAYER: there are no polygons to give results to; give UNITS or UNITS_SIZE"
        )
    fields_of(parameters, UNITS)
    if parameters.has(RASTER):
        raster_layer(parameters, RASTER)


def unit_raster(parameters: RunParameters) -> RasterInput | None:
    """The raster of the units of a run; None where it has none."""
    if not parameters.has(RASTER):
        return None
    layer = raster_layer(parameters, RASTER)
    dated = DatedLayer(RASTER, layer, parameters.whole(BAND), Date(layer=layer.name()))
    return raster_input(dated, ())


def units_of(
    run: Run, polygons: PolygonInput | None, raster: RasterInput | None, series: Series
) -> Units | None:
    """The units of a run on the cells of its series; what was done is logged.

    `polygons`, `raster`: what it was given to break its tables down by, one of them or none; or its
    UNITS_SIZE.
    """
    if raster is not None:
        notes = Notes()
        units = RasterUnits(series, raster, notes)
        run.log(notes)
        return units
    if run.takes(SIZE) and run.has(SIZE):
        return ShownSquares(series, run.real(SIZE))
    if polygons is None:
        return None
    shown = run.wants(LAYER)
    shapes = polygons_of(run, polygons, series, with_own=shown)
    named = [(_name(polygons, shape), shape) for shape in shapes]
    if shown:
        return ShownUnits(polygons, named, series.grid)
    return PolygonUnits(polygons.label, [(name, shape.wkb) for name, shape in named], series.grid)


def _name(polygons: PolygonInput, shape: Shape) -> str:
    """The unit that a polygon belongs to."""
    if FIELD not in shape.fields:
        return str(shape.feature)
    name = field_text(shape.fields[FIELD])
    if not name:
        raise DataError(
            "{label}, feature {number}: the field '{field}' is empty, so the unit has no name; "
            "fill it in",
            label=polygons.label,
            number=shape.feature,
            field=polygons.fields[FIELD],
        )
    what = Message("{label}: feature {number}", label=polygons.label, number=shape.feature)
    refuse_reserved(name, what, in_rules=False)
    return name


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

    def shown_in(self, census: Census) -> list[str]:
        """The names of all."""
        return self.shown

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


class ShownSquares(SquareUnits):
    """Units that are squares, handed out as polygons where they have cells that count.

    Args:
        series: the dates.
        size_km: of a side.
    """

    def __init__(self, series: Series, size_km: float):
        super().__init__(series, size_km)
        self.crs = QgsCoordinateReferenceSystem.fromWkt(series.grid.crs or "")

    def shown_in(self, census: Census) -> list[str]:
        """The names of those that have cells that count."""
        return [name for name, _ in census.units or ()]

    def outline(self, name: str) -> QgsGeometry:
        """A square, in the reference system of the cells."""
        row, column = divmod(self._places[name], self.squares.shape[1])
        (outline,) = QgsGeometry.fromRect(
            QgsRectangle(*self.squares.bounds(row, column))
        ).coerceToType(Qgis.WkbType.MultiPolygon)
        return outline

    @cached_property
    def _places(self) -> dict[str, int]:
        """The number of each, row by row, by its name."""
        return {name: index for index, name in enumerate(self.squares.names)}


def write_unit_layer(
    run: Run, units: ShownUnits | ShownSquares, census: Census, columns: Sequence[UnitColumns]
) -> None:
    """Write the polygons of units, one feature for each.

    Args:
        census: of the whole run, which has what was counted in each unit.
        columns: what they tell, the first of them shown in colours.
    """
    names, first, shown = polygon_columns(columns), columns[0], units.shown_in(census)
    headings = [translate(heading) for some in columns for heading in some.headings]
    digits = [some.digits for some in columns for _ in some.names]
    run.write_layer(
        LAYER,
        polygon_fields(columns),
        polygon_rows(shown, census, columns),
        Shapes([units.outline(name) for name in shown], units.crs),
        Choropleth(
            names[: len(first.names)][first.shown],
            first.measure,
            dict(zip(names, headings)),
            dict(zip(names, digits)),
        ),
    )
