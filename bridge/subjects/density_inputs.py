"""Where land lies, in words that a geographer knows: the parameters of default densities.

A place, and what the shipped maps say of it: a point that was given, or the land of a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)

from ...core.base.messages import DataError, Notes
from ...core.base.numbers import parse_nodata
from ...core.densities.ipcc import E2006, Site, hangs_on
from ...core.densities.stock_maps import PoolMap
from ...core.place.map_lookup import Land, land_of, point_land
from ...core.place.site import CHOICES, Findings, find
from ...core.place.site_densities import not_known
from ...core.raster.source import RasterInput, note_nodata
from ...core.scan.series import Series
from ...core.scan.zonal_statistics import Measured, by_class
from ...core.scheme.coefficients import SOIL, VEGETATION
from ...text import tr
from ..layers import map_layer, raster_input, raster_layer
from ..parameters import POINT_TEXT, RunParameters
from ..run_context import Run

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


# Choices besides the keys of the tables: what the maps say of the place, and no row at all.
BY_MAPS, NO_ROW = "place", "none"
# The maps, by the pool that they are of.
MAPS = {SOIL: "SOIL_MAP", VEGETATION: "BIOMASS_MAP"}
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


@dataclass(frozen=True)
class MapInput:
    """A map of a pool as it was given: its file, its layer's name, and what its values are.

    Attributes:
        factor: t C/ha per unit. u95_pct: half-width, in %; None: not given.
    """

    pool: str
    raster: RasterInput
    name: str
    factor: float
    u95_pct: float | None


def check_maps(parameters: RunParameters) -> None:
    """Refuse maps with which something is wrong by a look."""
    for name in MAPS.values():
        _nodata_of(parameters, name)
        if parameters.has(name):
            raster_layer(parameters, name)
            if not parameters.has("MAP"):
                raise DataError(
                    "{name} tells the densities of the classes of a map; give MAP", name=name
                )
    has_roots = parameters.has("ROOT_SHOOT") or is_chosen(parameters, "FOREST_ZONE")
    if parameters.has("BIOMASS_MAP") and not has_roots:
        raise DataError(
            "BIOMASS_MAP is of what stands above ground; give ROOT_SHOOT (0 where it has the roots "
            "too) or FOREST_ZONE"
        )


def _nodata_of(parameters: RunParameters, name: str) -> tuple[float, ...]:
    """What a map is told to leave out."""
    return parse_nodata(parameters.text(f"{name}_NODATA"), f"{name}_NODATA")


def map_inputs(parameters: RunParameters) -> list[MapInput]:
    """The maps that were given."""
    return [
        MapInput(
            pool,
            raster_input(layer, _nodata_of(parameters, name)),
            layer.date.layer,
            parameters.real(f"{name}_FACTOR"),
            parameters.real(f"{name}_U95") if parameters.has(f"{name}_U95") else None,
        )
        for pool, name in MAPS.items()
        if parameters.has(name)
        for layer in [map_layer(parameters, name, f"{name}_BAND")]
    ]


def tell_unused(parameters: RunParameters) -> None:
    """Warn of what was given for inputs that were not."""
    for name, inputs in FOR_INPUTS.items():
        given = any(
            is_chosen(parameters, asked) if asked.lower() in CHOICES else parameters.has(asked)
            for asked in inputs
        )
        if parameters.is_own(name) and not given and parameters.values_by_name[name] != NO_ROW:
            parameters.warn(
                "{name} is not used, because {inputs} is not given.",
                name=name,
                inputs="/".join(inputs),
            )
    if parameters.is_own("PERENNIAL") and parameters.choice("EDITION") == E2006:
        parameters.warn(
            "PERENNIAL is not used, because EDITION 2006 has one row for all perennial crops."
        )


def tell_idle(parameters: RunParameters, site: Site) -> None:
    """Warn of choices that decide nothing. `site`: of the choices and what the maps say."""
    own = site_of(parameters)
    if site.forest_zone:
        all_of = {"CONTINENT": tr("of all continents"), "LEAF": tr("of all trees")}
        for name, of_all in all_of.items():
            if getattr(own, name.lower()) and not hangs_on(site, name.lower()):
                parameters.warn(
                    "{name} is not used, because the tables' row for this forest of "
                    "FOREST_ZONE {zone} in EDITION {edition} is {of_all}.",
                    name=name,
                    zone=site.forest_zone,
                    edition=site.edition,
                    of_all=of_all,
                )


def pool_maps(run: Run, maps: Sequence[MapInput], series: Series) -> list[PoolMap]:
    """The maps on the cells of a series; what was done is logged."""
    notes, ratio = Notes(), run.real("ROOT_SHOOT") if run.has("ROOT_SHOOT") else None
    with_cells = [
        PoolMap(
            given.pool,
            given.name,
            Measured(series, given.raster, by_class, notes),
            given.factor,
            given.u95_pct,
            ratio,
        )
        for given in maps
    ]
    for given in with_cells:
        note_nodata([given.measured.measures], notes, f"{given.parameter}_NODATA")
    run.log(notes)
    return with_cells


def site_of(parameters: RunParameters) -> Site:
    """Where the land lies, as it was chosen; '' of choices that the maps are to make."""

    def own(name: str) -> str:
        chosen = parameters.choice(name)
        return "" if chosen in (BY_MAPS, NO_ROW) else chosen

    return Site(
        climate=own("CLIMATE"),
        soil=own("SOIL"),
        forest_zone=own("FOREST_ZONE"),
        continent=own("CONTINENT"),
        leaf=own("LEAF"),
        forest=parameters.choice("FOREST"),
        edition=parameters.choice("EDITION"),
        half_width=parameters.choice("HALF_WIDTH"),
        returned=parameters.choice("RETURNED"),
        litter=parameters.choice("LITTER"),
        perennial=parameters.choice("PERENNIAL"),
    )


# What has a place, and what has measured densities, where that is not asked for.
WITH_PLACE, MEASURED_BY = ("MAP", "LAYERS", "PLACE"), ("SOIL_MAP", "BIOMASS_MAP")


def by_maps(parameters: RunParameters) -> list[str]:
    """Those of CHOICES that the maps are to make.

    Those that are named so, and where there is a place and no map of densities, all that nothing
    else is chosen for.
    """
    is_default = any(map(parameters.has, WITH_PLACE)) and not any(map(parameters.has, MEASURED_BY))
    chosen = {name: parameters.choice(name.upper()) for name in CHOICES}
    return [
        name for name in CHOICES if chosen[name] == BY_MAPS or (is_default and not chosen[name])
    ]


def is_chosen(parameters: RunParameters, name: str) -> bool:
    """Whether a choice is made, or the maps are to make it."""
    return bool(getattr(site_of(parameters), name.lower())) or name.lower() in by_maps(parameters)


def check_place(parameters: RunParameters) -> None:
    """Refuse choices that the maps are to make, and PLACE, where they are wrong by a look."""
    point_of(parameters)
    if not any(map(parameters.has, WITH_PLACE)):
        for name in by_maps(parameters):
            raise DataError(
                "{name} is place; give MAP, LAYERS or PLACE, which say where that is",
                name=name.upper(),
            )


def place_of(run: Run, series: Series | None) -> Findings | None:
    """What the maps say of the land, where they are asked; None where they are not."""
    wanted = by_maps(run)
    if not wanted and not (run.wants("SITE") and any(map(run.has, WITH_PLACE))):
        return None
    land = land_at(run, series)
    findings = None if land is None else find(land)
    if findings is not None:
        return findings
    for name in wanted:
        if run.choice(name.upper()) == BY_MAPS:
            raise not_known(name.upper())
    run.warn(
        "Where this land lies is not known, or no map tells of it: what is not chosen stays "
        "empty. Give PLACE, or CLIMATE, SOIL and FOREST_ZONE."
    )
    return None
