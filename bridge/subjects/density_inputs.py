"""Parameters of default densities: site choices, location and maps of carbon pools."""

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
from ...core.densities.stock_maps import MAP_PARAMETERS, MapInput
from ...core.place.site import MAP_CHOICES, NO_ROW, SiteChoices, read_choices
from ..layers import create_raster_input, get_map_layer, get_raster_layer
from ..parameters import POINT_PATTERN, RunParameters, parameter_error

PLACE = "PLACE"
# Parameters that define the location of the land.
LOCATION_PARAMETERS = ("MAP", "LAYERS", PLACE)
# Relative tolerance of coordinates after a round trip.
POSITION_TOLERANCE = 1e-5
# Parameters that require at least one of the listed inputs.
REQUIRED_INPUTS = {
    **dict.fromkeys(("BAND", "MEASURED"), ("MAP",)),
    **dict.fromkeys(("MASK", "AREA_METHOD", "EXTENT", "NODATA"), ("MAP", "LAYERS")),
    "SITE": ("PLACE", "MAP", "LAYERS"),
    **dict.fromkeys(("SOIL", "HALF_WIDTH"), ("CLIMATE",)),
    **dict.fromkeys(("CONTINENT", "LEAF", "FOREST", "RETURNED"), ("FOREST_ZONE",)),
    "LITTER": ("FOREST_ZONE", "CLIMATE"),
    "EDITION": ("CLIMATE", "FOREST_ZONE"),
    **{
        f"{name}_{what}": (name,)
        for name in MAP_PARAMETERS.values()
        for what in ("BAND", "NODATA", "FACTOR", "U95")
    },
    "ROOT_SHOOT": ("BIOMASS_MAP",),
}


def read_site_choices(parameters: RunParameters) -> SiteChoices:
    """Return site choices, missing ones from global maps for a location without density map."""
    keys = {field.name: parameters.enum_value(field.name.upper()) for field in fields(Site)}
    by_default = parameters.has_value(*LOCATION_PARAMETERS) and not parameters.has_value(
        *MAP_PARAMETERS.values()
    )
    return read_choices(keys, by_default)


def check_density_inputs(parameters: RunParameters, choices: SiteChoices) -> None:
    """Raise an error if maps, PLACE or choices that depend on maps are invalid."""
    for name in MAP_PARAMETERS.values():
        _parse_map_nodata(parameters, name)
        if parameters.has_value(name):
            get_raster_layer(parameters, name)
            if not parameters.has_value("MAP"):
                raise DataError(
                    "{name} provides carbon densities for the classes of a land-use map "
                    "only; set MAP",
                    name=name,
                )
            if not parameters.float_value(f"{name}_FACTOR"):
                raise DataError(
                    "{name}_FACTOR must not be 0; set the t C/ha per unit of the map values",
                    name=name,
                )
    has_roots = parameters.has_value("ROOT_SHOOT") or choices.has_choice("forest_zone")
    if parameters.has_value("BIOMASS_MAP") and not has_roots:
        raise DataError(
            "BIOMASS_MAP: root-to-shoot ratio missing; set ROOT_SHOOT (0 if the map includes "
            "roots) or FOREST_ZONE"
        )
    read_site_coordinates(parameters)
    if choices.by_maps and not parameters.has_value(*LOCATION_PARAMETERS):
        raise DataError(
            "{name}=place: location missing; set MAP, LAYERS or PLACE",
            name=choices.by_maps[0].upper(),
        )


def _parse_map_nodata(parameters: RunParameters, name: str) -> tuple[float, ...]:
    """Return the NoData values given for a map."""
    return parse_nodata(parameters.text_value(f"{name}_NODATA"), f"{name}_NODATA")


def read_map_inputs(parameters: RunParameters) -> list[MapInput]:
    """Return the density maps given."""
    return [
        MapInput(
            pool,
            name,
            create_raster_input(layer, _parse_map_nodata(parameters, name)),
            layer.date.layer,
            parameters.float_value(f"{name}_FACTOR"),
            parameters.optional_float_value(f"{name}_U95"),
            parameters.optional_float_value("ROOT_SHOOT"),
        )
        for pool, name in MAP_PARAMETERS.items()
        if parameters.has_value(name)
        for layer in [get_map_layer(parameters, name, f"{name}_BAND")]
    ]


def read_site_coordinates(parameters: RunParameters) -> tuple[float, float] | None:
    """Return longitude and latitude of PLACE in degrees, or None if not given."""
    if not parameters.has_value(PLACE):
        return None
    text = parameters.values_by_name[PLACE]
    match = POINT_PATTERN.fullmatch(text)
    x, y = (float(match[name]) for name in ("x", "y")) if match else (0.0, 0.0)
    name = match["system"] if match else None
    if name:
        system = QgsCoordinateReferenceSystem(name)
        if not system.isValid():
            raise parameter_error(PLACE, Message("unknown CRS '{system}'", system=name))
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        to_degrees = QgsCoordinateTransform(system, degrees, parameters.context.transformContext())
        to_degrees.setBallparkTransformsAreAppropriate(True)
        back = Qgis.TransformDirection.Reverse
        try:
            point = to_degrees.transform(QgsPointXY(x, y))
            there = to_degrees.transform(point, back)
            # Outside its domain, a projection may return any position.
            is_there = max(abs(there.x() - x), abs(there.y() - y)) <= POSITION_TOLERANCE * max(
                1.0, abs(x), abs(y)
            )
        except QgsCsException:
            is_there = False
        x, y = (point.x(), point.y()) if is_there else (nan, nan)
    # Also false for NaN.
    if not (abs(x) <= 180 and abs(y) <= 90):
        raise DataError(
            "{parameter}: '{text}' is not a valid location; without a CRS use "
            "longitude,latitude in degrees (at most 180 and 90)",
            parameter=PLACE,
            text=text,
        )
    return x, y


def warn_unused_parameters(parameters: RunParameters, choices: SiteChoices) -> None:
    """Warn of parameters that have no effect without other inputs."""
    for name, inputs in REQUIRED_INPUTS.items():
        given = any(
            choices.has_choice(asked.lower())
            if asked.lower() in MAP_CHOICES
            else parameters.has_value(asked)
            for asked in inputs
        )
        if (
            parameters.is_non_default(name)
            and not given
            and parameters.values_by_name[name] != NO_ROW
        ):
            parameters.add_warning(
                "{name} ignored: it only applies to {outputs}.", name=name, outputs="/".join(inputs)
            )
    if parameters.has_value(PLACE) and not (
        choices.has_map_choices or parameters.has_value("SITE")
    ):
        parameters.add_warning("PLACE ignored: all options are set.")
