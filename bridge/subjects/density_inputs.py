"""The parameters of default densities: the choices of a place, where it is, maps of its pools."""

from __future__ import annotations

from dataclasses import fields
from math import nan

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)

from ...core.base.messages import DataError, Message
from ...core.base.numbers import parse_nodata
from ...core.densities.ipcc import Site
from ...core.densities.stock_maps import MAPS, MapInput
from ...core.place.site import CHOICES, NO_ROW, SiteChoices, read_choices
from ..layers import map_layer, raster_input, raster_layer
from ..parameters import POINT_TEXT, RunParameters, refused

PLACE = "PLACE"
# What tells where the land lies.
WITH_PLACE = ("MAP", "LAYERS", PLACE)
# Coordinates that differ by less of themselves are those of one place.
ONE_PLACE = 1e-5
# What is for other inputs and nothing else, with these: one of them must be given.
FOR_INPUTS = {
    **dict.fromkeys(("BAND", "MEASURED"), ("MAP",)),
    **dict.fromkeys(("MASK", "AREA_METHOD", "EXTENT", "NODATA"), ("MAP", "LAYERS")),
    "SITE": ("PLACE", "MAP", "LAYERS"),
    **dict.fromkeys(("SOIL", "HALF_WIDTH"), ("CLIMATE",)),
    **dict.fromkeys(("CONTINENT", "LEAF", "FOREST", "RETURNED"), ("FOREST_ZONE",)),
    "LITTER": ("FOREST_ZONE", "CLIMATE"),
    "EDITION": ("CLIMATE", "FOREST_ZONE"),
    **{
        f"{name}_{what}": (name,)
        for name in MAPS.values()
        for what in ("BAND", "NODATA", "FACTOR", "U95")
    },
    "ROOT_SHOOT": ("BIOMASS_MAP",),
}


def site_choices(parameters: RunParameters) -> SiteChoices:
    """What was chosen; what is not, maps of the earth choose, but for who has maps of densities."""
    keys = {field.name: parameters.choice(field.name.upper()) for field in fields(Site)}
    by_default = parameters.has(*WITH_PLACE) and not parameters.has(*MAPS.values())
    return read_choices(keys, by_default)


def check_densities(parameters: RunParameters, choices: SiteChoices) -> None:
    """Refuse maps, PLACE, and choices that the maps are to make, if they are wrong by a look."""
    for name in MAPS.values():
        _nodata_of(parameters, name)
        if parameters.has(name):
            raster_layer(parameters, name)
            if not parameters.has("MAP"):
                raise DataError(
                    "{name} provides carbon densities for the classes of a land-use map "
                    "only; set MAP",
                    name=name,
                )
            if not parameters.real(f"{name}_FACTOR"):
                raise DataError(
                    "{name}_FACTOR must not be 0; set the t C/ha per unit of the map values",
                    name=name,
                )
    has_roots = parameters.has("ROOT_SHOOT") or choices.has("forest_zone")
    if parameters.has("BIOMASS_MAP") and not has_roots:
        raise DataError(
            "BIOMASS_MAP: root-to-shoot ratio missing; set ROOT_SHOOT (0 if the map includes "
            "roots) or FOREST_ZONE"
        )
    point_of(parameters)
    if choices.by_maps and not parameters.has(*WITH_PLACE):
        raise DataError(
            "{name}=place: location missing; set MAP, LAYERS or PLACE",
            name=choices.by_maps[0].upper(),
        )


def _nodata_of(parameters: RunParameters, name: str) -> tuple[float, ...]:
    """What a map is told to leave out."""
    return parse_nodata(parameters.text(f"{name}_NODATA"), f"{name}_NODATA")


def map_inputs(parameters: RunParameters) -> list[MapInput]:
    """The maps that were given."""
    return [
        MapInput(
            pool,
            name,
            raster_input(layer, _nodata_of(parameters, name)),
            layer.date.layer,
            parameters.real(f"{name}_FACTOR"),
            parameters.optional_real(f"{name}_U95"),
            parameters.optional_real("ROOT_SHOOT"),
        )
        for pool, name in MAPS.items()
        if parameters.has(name)
        for layer in [map_layer(parameters, name, f"{name}_BAND")]
    ]


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
            raise refused(PLACE, Message("unknown CRS '{system}'", system=name))
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
            "{parameter}: '{text}' is not a valid location; without a CRS use "
            "longitude,latitude in degrees (at most 180 and 90)",
            parameter=PLACE,
            text=text,
        )
    return x, y


def tell_unused(parameters: RunParameters, choices: SiteChoices) -> None:
    """Warn of what was given for inputs that were not."""
    for name, inputs in FOR_INPUTS.items():
        given = any(
            choices.has(asked.lower()) if asked.lower() in CHOICES else parameters.has(asked)
            for asked in inputs
        )
        if parameters.is_own(name) and not given and parameters.values_by_name[name] != NO_ROW:
            parameters.warn(
                "{name} ignored: it only applies to {outputs}.", name=name, outputs="/".join(inputs)
            )
    if parameters.has(PLACE) and not (choices.asks_maps or parameters.has("SITE")):
        parameters.warn("PLACE ignored: all options are set.")
