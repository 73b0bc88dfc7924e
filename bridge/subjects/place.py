"""A place, and what the shipped maps say of it: a point that was given, or the land of a run."""

from __future__ import annotations

from math import nan

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)

from ...core.base.messages import DataError
from ...core.place.land import Land, land_of, point_land
from ...core.scan.series import Series
from ..run import Run
from ..run_parameters import RunParameters
from ..values import POINT_TEXT

PLACE = "PLACE"
# Coordinates that differ by less of themselves are those of one place.
ONE_PLACE = 1e-5


def point_of(parameters: RunParameters) -> tuple[float, float] | None:
    """Longitude and latitude of PLACE, in degrees; None where it is not given."""
    if not parameters.has(PLACE):
        return None
    text = parameters.values_by_name[PLACE]
    match = POINT_TEXT.fullmatch(text)
    x, y = (float(match[name]) for name in ("x", "y")) if match else (0.0, 0.0)
    name = match["system"] if match else None
    if name:
        system = QgsCoordinateReferenceSystem(name)
        if not system.isValid():
            raise DataError(
                "{parameter}: the reference system '{system}' is not known",
                parameter=PLACE,
                system=name,
            )
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        to_degrees = QgsCoordinateTransform(system, degrees, parameters.context.transformContext())
        to_degrees.setBallparkTransformsAreAppropriate(True)
        back = Qgis.TransformDirection.Reverse
        try:
            point = to_degrees.transform(QgsPointXY(x, y))
            there = to_degrees.transform(point, back)
            # Far beyond its map a projection answers with any place.
            is_there = max(abs(there.x() - x), abs(there.y() - y)) <= ONE_PLACE * max(
                1.0, abs(x), abs(y)
            )
        except QgsCsException:
            is_there = False
        x, y = (point.x(), point.y()) if is_there else (nan, nan)
    # Not so of what is no number either.
    if not (abs(x) <= 180 and abs(y) <= 90):
        raise DataError(
            "{parameter}: '{text}' is no place on the earth; without a reference system it is "
            "longitude,latitude, up to 180 and 90 degrees",
            parameter=PLACE,
            text=text,
        )
    return x, y


def land_at(run: Run, series: Series | None) -> Land | None:
    """The land that the maps are asked about: PLACE, or where the cells of a series lie that count.

    None where that is not known.
    """
    point = point_of(run) if run.takes(PLACE) else None
    if point is not None:
        return point_land(point)
    return None if series is None else land_of(series, lambda part: run.going_on())
