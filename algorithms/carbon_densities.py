"""Carbon densities: coefficients for the sinks of any place, by the default tables of IPCC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..bridge.dated_algorithm import DatedAlgorithm
from ..bridge.layers import (
    DatedLayer,
    full_name,
    map_layer,
    names_apart,
    raster_layer,
    raster_layers,
    source_of,
)
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.density_inputs import (
    check_densities,
    map_inputs,
    point_of,
    site_choices,
    tell_unused,
)
from ..core.base.dates import Date, label_in
from ..core.base.messages import DataError, Term
from ..core.densities.density_table import (
    DensityRow,
    density_notes,
    idle_notes,
    sinks_of,
    table_density,
)
from ..core.densities.ipcc import forest_density
from ..core.densities.stock_maps import (
    MEASURED,
    MapInput,
    PoolMap,
    map_notes,
    measured_densities,
    measured_rows,
    pool_maps,
    require_roots,
    require_stocks,
)
from ..core.place.map_lookup import LandBox, land_of, point_land
from ..core.place.reference_maps import Place
from ..core.place.site import SITE_FIELDS, SiteChoices, distance_notes, look_up, placed, site_notes
from ..core.place.site_densities import explained


@dataclass(frozen=True)
class DensityInputs(DatedInputs):
    """What a run works with: maps of classes, if any, choices or a point of a place, pools."""

    choices: SiteChoices
    point: Place | None
    maps: Sequence[MapInput]


class CarbonDensities(DatedAlgorithm):
    """Writes the coefficients of a place."""

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

    def check(self, parameters: RunParameters) -> None:
        choices = site_choices(parameters)
        if choices.site.forest_zone and not {"continent", "leaf"} & {*choices.by_maps}:
            # What has no row together is refused before the run.
            forest_density(choices.site)
        check_densities(parameters, choices)
        if parameters.has("MAP"):
            raster_layer(parameters, "MAP")
        raster_layers(parameters, "LAYERS")
        has_classes = parameters.has("MAP", "LAYERS", "CLASSES")
        if not has_classes and parameters.choice("SCHEME") == "auto":
            raise DataError("Specify the classes with MAP, LAYERS, SCHEME or CLASSES")
        super().check(parameters)

    def span(self, dates: Sequence[Date]) -> str:
        return ""

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        first = [map_layer(parameters)] if parameters.has("MAP") else []
        given = {source_of(dated.layer) for dated in first}
        further = raster_layers(parameters, "LAYERS")
        return first + [
            DatedLayer("LAYERS", layer, date=Date(label_in(full_name(layer)), name))
            for layer, name in zip(further, names_apart(further))
            if source_of(layer) not in given
        ]

    def read(self, parameters: RunParameters) -> DensityInputs:
        choices = site_choices(parameters)
        tell_unused(parameters, choices)
        inputs, maps = super().read(parameters), map_inputs(parameters)
        return DensityInputs(**vars(inputs), choices=choices, point=point_of(parameters), maps=maps)

    def work(self, run: Run, inputs: DensityInputs) -> None:
        series = self.open(run, inputs) if inputs.rasters else None
        site, asked, findings = inputs.choices.site, inputs.choices.by_maps, None
        box = None
        if inputs.choices.asks_maps or (run.has("SITE") and (inputs.point or series)):
            land = point_land(inputs.point) if inputs.point else None
            if land is not None and series is not None:
                box = LandBox(series)
            elif series is not None:
                land = land_of(series, run.going_on)
            is_bare = land is None and series is not None and not series.grid.crs
            findings, notes = look_up(land, inputs.choices, not is_bare)
            run.log(notes)
        if findings is not None:
            site, notes = placed(site, asked, findings)
            run.log(site_notes(findings, asked, site), notes)
            run.write("SITE", SITE_FIELDS, findings.rows(site, asked))
        census, maps = None, list[PoolMap]()
        if series is not None:
            maps, notes = pool_maps(inputs.maps, series)
            run.log(notes)
            require_roots(maps, site)
            measured = [pool_map.measured for pool_map in maps]
            census = self.count(run, inputs, series, [], [*measured, box])
            if box is not None and inputs.point is not None:
                run.log(distance_notes(box.kilometres_to(inputs.point)))
            there = [census.cube.classes[index] for index in census.present]
            classes = [land_class for land_class in there if land_class.is_sink]
        else:
            classes = sinks_of(inputs.tables.get("CLASSES"), inputs.shipped)
        densities = [table_density(land_class, site) for land_class in classes]
        if findings is not None:
            densities = [explained(density, asked) for density in densities]
        run.log(idle_notes(inputs.choices.site, site, densities))
        if census is not None and series is not None:
            run.log(require_stocks(densities, census, maps, series, run.going_on))
            densities = measured_densities(densities, census, maps, site)
            run.write("MEASURED", MEASURED, measured_rows(densities, census, maps, site))
        is_by_legend = "CLASSES" not in inputs.tables
        run.log(density_notes(densities, site, is_by_legend), map_notes(densities, maps))
        run.write("COEFFICIENTS", DensityRow, [density.row for density in densities])
