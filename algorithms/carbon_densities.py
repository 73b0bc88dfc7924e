"""Carbon densities: coefficients for the sinks of any place, by the default tables of IPCC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsProcessingParameterBand

from ..bridge.dated import DatedAlgorithm, DatedInputs
from ..bridge.destinations import table_sink
from ..bridge.layers import DatedLayer, map_layer, raster_layer
from ..bridge.run import Run
from ..bridge.run_parameters import RunParameters
from ..bridge.subjects.densities import (
    MapInput,
    add_map_parameters,
    add_site_parameters,
    map_inputs,
    map_refusal,
    pool_maps,
    site_of,
    tell_unused,
)
from ..bridge.untouched import RasterParameter
from ..core.base.dates import Date
from ..core.base.messages import Term
from ..core.densities.densities import DensityRow, density_notes, sinks_of, table_density
from ..core.densities.ipcc import forest_density
from ..core.densities.maps import (
    MeasuredRow,
    map_notes,
    measured_densities,
    measured_rows,
    require_stocks,
)
from ..text import tr


@dataclass(frozen=True)
class DensityInputs(DatedInputs):
    """What a run works with: a map of classes, if any, and maps of pools."""

    maps: Sequence[MapInput]


class CarbonDensities(DatedAlgorithm):
    """Writes the coefficients of a place."""

    ID = "carbondensities"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    NAME = Term("Carbon densities")
    SUMMARY = Term("Carbon of soil and vegetation for the land of any place, with its uncertainty.")
    TAGS = Term("carbon,density,coefficients,IPCC,Tier 1,soil organic carbon,biomass,uncertainty")
    HELP = Term(
        "Writes a table of carbon coefficients for your place, which the other algorithms take "
        "as COEFFICIENTS: organic carbon of the soil (0-30 cm) and of living vegetation for "
        "each class that is a sink, each with the half-width of its 95 % interval and its "
        "source, and how it comes back on land that was mined: forest by IPCC's growth.\n\n"
        "The numbers are the default ones of IPCC 2006, volume 4, and its 2019 Refinement, by "
        "climate, soil and forest zone. They are for want of better: put measured densities "
        "of your place into the table where you have them, of the same depth.\n\n"
        "What the tables do not give stays empty and is named in the log."
    )

    def declare(self) -> None:
        self.add(
            RasterParameter("MAP", tr("Map"), optional=True),
            tr(
                "A land-use raster whose classes are wanted. Without it all sinks of the product "
                "or of the class table."
            ),
        )
        self.add(
            QgsProcessingParameterBand("BAND", tr("Band of the map"), 1, "MAP", optional=True),
            tr("The band that holds the classes."),
            advanced=True,
        )
        add_site_parameters(self)
        add_map_parameters(self)
        self.add_shared_parameters()
        self.add(
            table_sink("COEFFICIENTS", tr("Carbon coefficients")),
            tr("One row per class, for COEFFICIENTS of the other algorithms."),
        )
        self.add(
            table_sink("MEASURED", tr("Measured on maps"), optional=True),
            tr("What the cells of each class have on the maps: mean, scatter, least and largest."),
        )

    def refusal(self, parameters: RunParameters) -> str:
        site = site_of(parameters)
        if site.forest_zone:
            # What has no row together is refused before the run.
            forest_density(site)
        wrong = map_refusal(parameters)
        if wrong:
            return wrong
        if parameters.has("MAP"):
            raster_layer(parameters, "MAP")
        elif not parameters.has("CLASSES") and parameters.choice("SCHEME") == "auto":
            return tr("MAP, SCHEME or CLASSES must say for which classes densities are wanted")
        return super().refusal(parameters)

    def span(self, dates: Sequence[Date]) -> str:
        return ""

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        return [map_layer(parameters)] if parameters.has("MAP") else []

    def read(self, parameters: RunParameters) -> DensityInputs:
        tell_unused(parameters)
        return DensityInputs(**vars(super().read(parameters)), maps=map_inputs(parameters))

    def work(self, run: Run, inputs: DensityInputs) -> None:
        site = site_of(run)
        census, maps = None, []
        if inputs.rasters:
            series = self.open(run, inputs)
            maps = pool_maps(run, inputs.maps, series)
            census = self.count(run, series, [], [one.measured for one in maps])
            there = [census.cube.classes[number] for number in census.present]
            classes = [land_class for land_class in there if land_class.is_sink]
        else:
            classes = sinks_of(inputs.tables["CLASSES"], inputs.shipped)
        found = [table_density(land_class, site) for land_class in classes]
        if census is not None:
            require_stocks(found, census, maps, series, lambda part: run.going_on())
            found = measured_densities(found, census, maps, site)
            run.write("MEASURED", MeasuredRow, measured_rows(found, census, maps, site))
        run.log(density_notes(found, site, inputs.tables["CLASSES"] is None))
        run.log(map_notes(found, maps))
        run.write("COEFFICIENTS", DensityRow, [density.row for density in found])
