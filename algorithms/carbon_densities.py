"""Carbon densities: coefficients for any site from the IPCC default tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..bridge.dated_algorithm import DatedAlgorithm
from ..bridge.layers import (
    DatedLayer,
    get_full_layer_name,
    get_layer_names,
    get_layer_source,
    get_map_layer,
    get_raster_layer,
    get_raster_layers,
)
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.density_inputs import (
    check_density_inputs,
    read_map_inputs,
    read_site_choices,
    read_site_coordinates,
    warn_unused_parameters,
)
from ..core.base.dates import Date, find_date_label
from ..core.base.messages import DataError, Term
from ..core.densities.density_table import (
    DensityRow,
    default_density,
    density_notes,
    read_sink_classes,
    unused_choice_notes,
)
from ..core.densities.ipcc import forest_density
from ..core.densities.stock_maps import (
    MEASURED,
    MapInput,
    PoolMap,
    apply_map_densities,
    build_pool_maps,
    check_map_stocks,
    check_root_shoot_ratio,
    map_notes,
    measured_rows,
)
from ..core.place.map_lookup import LandExtent, locate_land, point_to_land
from ..core.place.reference_maps import LonLat
from ..core.place.site import (
    SITE_FIELDS,
    SiteChoices,
    apply_findings,
    distance_notes,
    resolve_findings,
    site_notes,
)
from ..core.place.site_densities import explain_missing_pools


@dataclass(frozen=True)
class DensityInputs(DatedInputs):
    """Inputs of a run: class maps, if any, and the site choices or a point."""

    choices: SiteChoices
    point: LonLat | None
    maps: Sequence[MapInput]


class CarbonDensities(DatedAlgorithm):
    """Table of the carbon coefficients of a site."""

    ID = "carbondensities"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    NAME = Term("Carbon densities")
    SUMMARY = Term(
        "Compiles soil and vegetation carbon densities and their uncertainty for any location."
    )
    TAGS = Term("carbon,density,coefficients,IPCC,Tier 1,soil organic carbon,biomass,uncertainty")
    HELP = Term(
        "Creates a table of carbon coefficients for your site, to be used as COEFFICIENTS in "
        "other algorithms: soil organic carbon (0-30 cm) and living vegetation carbon of "
        "each carbon-sink class, with 95 % margins of error, sources and recovery curves for "
        "formerly mined land (forest: IPCC growth rates).\n\n"
        "The values are defaults of IPCC 2006, volume 4, and its 2019 Refinement, by "
        "climate, soil and ecological zone. Options that are not set are taken from built-in "
        "maps (55 and 110 km) for the extent of MAP and LAYERS, or for PLACE. Replace the "
        "defaults with measured local densities for the same depth where available.\n\n"
        "Values without a default are left empty and listed in the log."
    )
    DECLARES = (
        "MAP BAND LAYERS @shared PLACE CLIMATE SOIL FOREST_ZONE CONTINENT LEAF FOREST RETURNED "
        "LITTER PERENNIAL EDITION HALF_WIDTH SOIL_MAP SOIL_MAP_BAND SOIL_MAP_NODATA "
        "SOIL_MAP_FACTOR SOIL_MAP_U95 BIOMASS_MAP BIOMASS_MAP_BAND BIOMASS_MAP_NODATA "
        "BIOMASS_MAP_FACTOR BIOMASS_MAP_U95 ROOT_SHOOT COEFFICIENTS MEASURED SITE"
    )

    def check_parameters(self, parameters: RunParameters) -> None:
        choices = read_site_choices(parameters)
        if choices.site.forest_zone and not {"continent", "leaf"} & {*choices.by_maps}:
            # Refuse invalid combinations of choices before the run.
            forest_density(choices.site)
        check_density_inputs(parameters, choices)
        if parameters.has_value("MAP"):
            get_raster_layer(parameters, "MAP")
        get_raster_layers(parameters, "LAYERS")
        has_classes = parameters.has_value("MAP", "LAYERS", "CLASSES")
        if not has_classes and parameters.enum_value("SCHEME") == "auto":
            raise DataError("Specify the classes with MAP, LAYERS, SCHEME or CLASSES")
        super().check_parameters(parameters)

    def format_full_period(self, dates: Sequence[Date]) -> str:
        return ""

    def read_dated_layers(self, parameters: RunParameters) -> list[DatedLayer]:
        first = [get_map_layer(parameters)] if parameters.has_value("MAP") else []
        given = {get_layer_source(dated.layer) for dated in first}
        further = get_raster_layers(parameters, "LAYERS")
        return first + [
            DatedLayer(
                "LAYERS", layer, date=Date(find_date_label(get_full_layer_name(layer)), name)
            )
            for layer, name in zip(further, get_layer_names(further))
            if get_layer_source(layer) not in given
        ]

    def read_inputs(self, parameters: RunParameters) -> DensityInputs:
        choices = read_site_choices(parameters)
        warn_unused_parameters(parameters, choices)
        inputs, maps = super().read_inputs(parameters), read_map_inputs(parameters)
        return DensityInputs(
            **vars(inputs), choices=choices, point=read_site_coordinates(parameters), maps=maps
        )

    def execute(self, run: RunContext, inputs: DensityInputs) -> None:
        series = self.load_series(run, inputs) if inputs.rasters else None
        site, asked, findings = inputs.choices.site, inputs.choices.by_maps, None
        box = None
        if inputs.choices.has_map_choices or (run.has_value("SITE") and (inputs.point or series)):
            land = point_to_land(inputs.point) if inputs.point else None
            if land is not None and series is not None:
                box = LandExtent(series)
            elif series is not None:
                land = locate_land(series, run.should_continue)
            is_bare = land is None and series is not None and not series.grid.crs
            findings, notes = resolve_findings(land, inputs.choices, not is_bare)
            run.log_notes(notes)
        if findings is not None:
            site, notes = apply_findings(site, asked, findings)
            run.log_notes(site_notes(findings, asked, site), notes)
            run.write_output_table("SITE", SITE_FIELDS, findings.rows(site, asked))
        census, maps = None, list[PoolMap]()
        if series is not None:
            maps, notes = build_pool_maps(inputs.maps, series)
            run.log_notes(notes)
            check_root_shoot_ratio(maps, site)
            measured = [pool_map.measured for pool_map in maps]
            census = self.count_cells(run, inputs, series, [], [*measured, box])
            if box is not None and inputs.point is not None:
                run.log_notes(distance_notes(box.distance_km(inputs.point)))
            there = [census.cube.classes[index] for index in census.present_classes]
            classes = [land_class for land_class in there if land_class.is_sink]
        else:
            classes = read_sink_classes(inputs.tables.get("CLASSES"), inputs.shipped)
        densities = [default_density(land_class, site) for land_class in classes]
        if findings is not None:
            densities = [explain_missing_pools(density, asked) for density in densities]
        run.log_notes(unused_choice_notes(inputs.choices.site, site, densities))
        if census is not None and series is not None:
            run.log_notes(check_map_stocks(densities, census, maps, series, run.should_continue))
            densities = apply_map_densities(densities, census, maps, site)
            run.write_output_table(
                "MEASURED", MEASURED, measured_rows(densities, census, maps, site)
            )
        is_by_legend = "CLASSES" not in inputs.tables
        run.log_notes(density_notes(densities, site, is_by_legend), map_notes(densities, maps))
        run.write_output_table(
            "COEFFICIENTS", DensityRow, [density.to_row for density in densities]
        )
