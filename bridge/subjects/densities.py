"""Where land lies, in words that a geographer knows: the parameters of default densities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsProcessingParameterBand

from ...core.base.messages import DataError, Notes, Term
from ...core.base.numbers import parse_nodata
from ...core.densities.ipcc import (
    E2006,
    E2019,
    LITTER,
    LITTER_AND_DEAD_WOOD,
    MEAN,
    NATURAL,
    NO_LITTER,
    PERENNIALS,
    PLANTATION,
    RETURNS,
    SECONDARY,
    SITE,
    Site,
    hangs_on,
)
from ...core.densities.maps import PoolMap
from ...core.place.densities import not_known
from ...core.place.site import CHOICES, Findings, find
from ...core.raster.source import RasterInput, note_nodata
from ...core.scan.measured import Measured, by_class
from ...core.scan.series import Series
from ...core.scheme.bounds import HALF_WIDTH_PCT
from ...core.scheme.coefficients import SOIL, VEGETATION
from ...text import tr, translate
from ..algorithm import CarbonZonesAlgorithm
from ..dialog import choice_parameter
from ..layers import map_layer, raster_input, raster_layer
from ..run import Run
from ..run_parameters import RunParameters
from ..untouched import RasterParameter
from ..values import list_parameter, number_parameter
from .place import land_at, point_of

# The climates as a dialog calls them.
CLIMATE_WORDS = {
    "tropical_montane": Term("Tropical montane: hot highland above 1000 m"),
    "tropical_wet": Term("Tropical wet: above 18 °C, more than 2000 mm of rain"),
    "tropical_moist": Term("Tropical moist: above 18 °C, 1000 to 2000 mm"),
    "tropical_dry": Term("Tropical dry: above 18 °C, less than 1000 mm"),
    "warm_temperate_moist": Term("Warm temperate moist: 10 to 18 °C, more rain than evaporation"),
    "warm_temperate_dry": Term("Warm temperate dry: 10 to 18 °C, less rain than evaporation"),
    "cool_temperate_moist": Term("Cool temperate moist: 0 to 10 °C, more rain than evaporation"),
    "cool_temperate_dry": Term(
        "Cool temperate dry: 0 to 10 °C, less rain than evaporation (loess plateau, steppe)"
    ),
    "boreal_moist": Term("Boreal moist: below 0 °C, taiga, more rain than evaporation"),
    "boreal_dry": Term("Boreal dry: below 0 °C, taiga, less rain than evaporation"),
    "polar_moist": Term("Polar moist: no month above 10 °C, more rain than evaporation"),
    "polar_dry": Term("Polar dry: no month above 10 °C, less rain than evaporation"),
}
# The kinds of soil as a dialog calls them.
SOIL_WORDS = {
    "high_activity_clay": Term("Most soils of temperate lands: loess, loam, clay"),
    "low_activity_clay": Term("Red and yellow soils of the tropics and humid subtropics"),
    "sandy": Term("Sand: more than 70 % sand and less than 8 % clay"),
    "spodic": Term("Podzol, under heath or conifers"),
    "volcanic": Term("Young volcanic ash"),
    "wetland": Term("Wet mineral soil: meadow, marsh; not peat"),
}
# The forest zones as a dialog calls them.
FOREST_ZONE_WORDS = {
    "tropical_rainforest": Term("Tropical rain forest: at most 3 dry months"),
    "tropical_moist_deciduous": Term("Tropical moist deciduous forest: 3 to 5 dry months"),
    "tropical_dry": Term("Tropical dry forest: 5 to 8 dry months"),
    "tropical_shrubland": Term("Tropical shrubland: evaporation exceeds rain"),
    "tropical_mountain": Term("Tropical mountains, above about 1000 m"),
    "subtropical_humid": Term("Subtropical humid forest: no dry season"),
    "subtropical_dry": Term("Subtropical dry forest: rain in winter, dry summers"),
    "subtropical_steppe": Term("Subtropical steppe: evaporation exceeds rain"),
    "subtropical_mountain": Term("Subtropical mountains, above about 800 m"),
    "temperate_oceanic": Term("Temperate oceanic forest: coldest month above 0 °C"),
    "temperate_continental": Term("Temperate continental forest: coldest month below 0 °C"),
    "temperate_mountain": Term("Temperate mountains, above about 800 m"),
    "boreal_coniferous": Term("Boreal conifers, dense"),
    "boreal_tundra_woodland": Term("Boreal woodland, sparse"),
    "boreal_mountain": Term("Boreal mountains, above about 600 m"),
}
# The kinds of forest as a dialog calls them.
FOREST_WORDS = {
    NATURAL: Term("Natural"),
    SECONDARY: Term("Secondary: grown again after it was felled, older than 20 years"),
    PLANTATION: Term("Plantation"),
}
# The perennial crops as a dialog calls them.
PERENNIAL_WORDS = {
    "orchard": Term("Orchard: fruit and nuts"),
    "olive": Term("Olives"),
    "vine": Term("Vines"),
    "tea": Term("Tea"),
    "rubber": Term("Rubber"),
    "oil_palm": Term("Oil palm"),
    "short_rotation_coppice": Term("Short rotation coppice"),
    "multistrata": Term("Agroforestry of several storeys"),
    "shaded_perennial": Term("Perennial crops under shade trees: coffee, cocoa"),
    "alley_cropping": Term("Alley cropping"),
    "hedgerow": Term("Hedgerows"),
    "parkland": Term("Parkland: scattered trees in fields"),
    "perennial_fallow": Term("Planted fallow of trees"),
    "silvoarable": Term("Rows of trees in fields"),
    "silvopasture": Term("Trees on pasture"),
}
# Choices besides the keys of the tables: what the maps say of the place, and no row at all.
BY_MAPS, NO_ROW = "place", "none"


def _add_choice(
    algorithm: CarbonZonesAlgorithm,
    name: str,
    title: str,
    words: Mapping[str, str],
    help_text: str,
    default: str | None = None,
    advanced: bool = False,
) -> None:
    if name.lower() in CHOICES:
        by_maps = {BY_MAPS: tr("As the maps say of the place"), NO_ROW: tr("None: no row of IPCC")}
        words = {**words, **by_maps}
    words = {string: translate(word) for string, word in words.items()}
    strings = tr("{help} For scripts: {strings}.").format(help=help_text, strings=", ".join(words))
    algorithm.add(choice_parameter(name, title, words, default), strings, advanced=advanced)


def add_site_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """CLIMATE, SOIL, FOREST_ZONE, CONTINENT and LEAF: where the land lies."""
    add = partial(_add_choice, algorithm)
    add(
        "CLIMATE",
        tr("Climate"),
        CLIMATE_WORDS,
        tr(
            "The climate of the site, by the mean temperature of the year and by rain; the carbon "
            "of soil and of grass follows from it. Moist or dry turns on whether rain exceeds "
            "evaporation, and the tables change much across that line (sandy soil of cool "
            "temperate land: 51 and 13 t C/ha): near it try the drier side too, and tell both."
        ),
    )
    add(
        "SOIL",
        tr("Soil"),
        SOIL_WORDS,
        tr(
            "The mineral soil. Sand is decided first, whatever the soil is called. Peat has no "
            "stock in these tables. Groups of WRB: high_activity_clay Cambisols, Chernozems, "
            "Kastanozems, Luvisols, Regosols and most others; low_activity_clay Acrisols, "
            "Lixisols, Nitisols, Ferralsols, Durisols; sandy Arenosols; spodic Podzols; volcanic "
            "Andosols; wetland Gleysols, of which worked land is taken as drained, with the soil "
            "of high_activity_clay."
        ),
    )
    add(
        "FOREST_ZONE",
        tr("Forest zone"),
        FOREST_ZONE_WORDS,
        tr(
            "The ecological zone of FAO that the forest belongs to; the forest's vegetation "
            "follows from it."
        ),
    )
    add(
        "CONTINENT",
        tr("Continent"),
        {"africa": tr("Africa"), "americas": tr("Americas"), "asia": tr("Asia")},
        tr("Some zones of the tropics and subtropics have rows of a continent (edition 2019)."),
    )
    add(
        "LEAF",
        tr("Trees"),
        {"needleleaf": tr("Conifers"), "broadleaf": tr("Broadleaved trees")},
        tr("In temperate zones the trees must be known."),
    )


def add_row_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """FOREST, RETURNED, LITTER, PERENNIAL, EDITION and HALF_WIDTH: which rows of the tables."""
    add = partial(_add_choice, algorithm)
    add(
        "FOREST",
        tr("Forest"),
        FOREST_WORDS,
        tr(
            "What forest it is. Zone, continent, trees and this must have a row together. "
            "Secondary forest is older than 20 years in the tables: what came back on a mine is "
            "younger, and grows by columns of its own."
        ),
        NATURAL,
    )
    add(
        "RETURNED",
        tr("Forest that comes back"),
        {kind: FOREST_WORDS[kind] for kind in RETURNS},
        tr(
            "What forest land becomes that was mined before. Its growth, and how much it comes to, "
            "follow from it. Without it the kind that there was; secondary forest grows as natural."
        ),
    )
    add(
        "LITTER",
        tr("Dead organic matter of forest"),
        {
            NO_LITTER: tr("None: what lives alone"),
            LITTER: tr("Litter"),
            LITTER_AND_DEAD_WOOD: tr("Litter and dead wood"),
        },
        tr(
            "What lies dead under forest and mangroves, which comes on top of their vegetation. In "
            "boreal forest it is more than what lives; the log says how much is left out."
        ),
        NO_LITTER,
    )
    add(
        "PERENNIAL",
        tr("Perennial crops"),
        PERENNIAL_WORDS,
        tr(
            "What stands in orchards: the mean over the cycle of planting and harvest. EDITION "
            "2006 has one kind for all."
        ),
        PERENNIALS[0],
    )
    add(
        "EDITION",
        tr("Edition"),
        {E2019: tr("2019 Refinement, and 2006 where it is silent"), E2006: tr("IPCC 2006")},
        tr("Which edition of the tables soil and forest are from."),
        E2019,
        advanced=True,
    )
    add(
        "HALF_WIDTH",
        tr("Uncertainty"),
        {SITE: tr("Of one site"), MEAN: tr("Of the mean of a region")},
        tr(
            "How far the soil may be off. site: the scatter of single sites, as a mine is one. "
            "mean: the precision of the mean of all profiles, for those who speak of a region."
        ),
        SITE,
        advanced=True,
    )


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


def add_map_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """SOIL_MAP and BIOMASS_MAP, each with band, no data, factor and half-width; ROOT_SHOOT."""
    _add_map(
        algorithm,
        "SOIL_MAP",
        tr("Map of soil carbon"),
        tr(
            "A raster of stocks of organic carbon, such as SoilGrids 0-30 cm. The mean over the "
            "cells of a class is its density, at the date of the map. It needs MAP."
        ),
        tr("t C/ha per unit of the map of soil carbon"),
        1.0,
        tr("How many t C/ha a 1 on the map stands for: 10 for kg/m2."),
    )
    _add_map(
        algorithm,
        "BIOMASS_MAP",
        tr("Map of biomass above ground"),
        tr(
            "A raster of living biomass above ground. It tells the vegetation of forest and shrub; "
            "of grass, crops and young trees it sees next to nothing, so theirs is from the "
            "tables. It needs MAP."
        ),
        tr("t C/ha per unit of the map of biomass"),
        0.47,
        tr("How many t C/ha a 1 on the map stands for: 0.47 for t/ha of dry matter, 1 for carbon."),
    )
    algorithm.add(
        number_parameter("ROOT_SHOOT", tr("Root-to-shoot ratio"), None, 0, 10, is_whole=False),
        tr(
            "Biomass below ground in parts of that above, for the map of biomass. Without it that "
            "of the forest zone; 0 where the map has both."
        ),
        advanced=True,
    )


def _add_map(
    algorithm: CarbonZonesAlgorithm,
    name: str,
    title: str,
    help_text: str,
    factor_title: str,
    factor: float,
    factor_help: str,
) -> None:
    add = algorithm.add
    add(RasterParameter(name, title, optional=True), help_text)
    add(
        QgsProcessingParameterBand(
            f"{name}_BAND", tr("{map}, band").format(map=title), 1, name, optional=True
        ),
        tr("The band that holds the values."),
        advanced=True,
    )
    add(
        list_parameter(f"{name}_NODATA", tr("{map}, further no data values").format(map=title)),
        tr(
            "Numbers of the file to leave out besides its own no data value, such as -9999 or "
            "0,65535. A stock below 0 or above 10,000 t C/ha is refused."
        ),
        advanced=True,
    )
    add(
        number_parameter(f"{name}_FACTOR", factor_title, factor, 0, 1e6, is_whole=False),
        factor_help,
        advanced=True,
    )
    add(
        number_parameter(
            f"{name}_U95",
            tr("{map}, uncertainty in %").format(map=title),
            None,
            HALF_WIDTH_PCT["least"],
            HALF_WIDTH_PCT["most"],
            is_whole=False,
        ),
        tr(
            "Half-width of the 95 % interval of the map's own mean, in %, as its makers tell it. "
            "The scatter among cells does not tell it: without this the half-width stays empty."
        ),
    )


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
            Measured.on(series, given.raster, by_class, notes),
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
