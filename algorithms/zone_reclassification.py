"""Carbon-zone reclassification: functional zones from two dates and a rule table."""

from __future__ import annotations

from ..bridge.dated_algorithm import PairAlgorithm
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs, read_zone_rules
from ..core.base.dates import create_pair_period
from ..core.base.messages import Term
from ..core.base.table import Table
from ..core.results.results import Results
from ..core.results.zones import (
    UNASSIGNED,
    ZONE_SHARES,
    ZoneRaster,
    assigned_areas_ha,
    unassigned_rows,
    zone_checks,
    zone_columns,
    zone_share_rows,
)
from ..core.scan.count_result import CountResult
from ..core.scheme.defaults import default_densities
from ..core.scheme.zone_rules import MapZones


class ZoneReclassification(PairAlgorithm):
    """Assignment of a zone to every conversion by the rules."""

    ID = "zonereclassification"
    GROUP = "carbon"
    NEEDS_SCHEME = True
    TAKES_UNITS = True
    NAME = Term("Carbon-zone reclassification")
    SUMMARY = Term(
        "Assigns land to carbon-sink functional zones by its conversion between two dates."
    )
    TAGS = Term(
        "carbon,carbon sink,zones,reclassify,rules,land use,mine,coal,reclamation,transition"
    )
    HELP = Term(
        "Assigns each cell to a carbon-sink functional zone according to its conversion "
        "between two dates: invariant, enhancement, low-carbon optimization or emission "
        "control, by an editable rule table. The default rules use class groups; for the "
        "eleven default classes they are the 42 conversions of Yang et al. 2022, Table 1. "
        "Conversions without a rule are unassigned: a separate zone, counted and listed.\n\n"
        "Zone values are 1 to 5, and the next two for land without a rule that remains mined "
        "or built-up; 0 is NoData. Shares refer to all land that is valid at both dates. "
        "Export scheme tables exports the default tables for editing."
    )
    DECLARES = (
        "@pair RULES ZONE_TABLE ZONES ZONE_SHARES UNASSIGNED UNITS_LAYER @pair_audit "
        "ASSIGNED_AREA_HA UNASSIGNED_AREA_HA"
    )

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        zones = run.raster_path("ZONES")
        series = self.load_series(run, inputs)
        rules = read_zone_rules(run, inputs, series)
        run.log_notes(MapZones(rules, series.named_classes).notes())
        units = self.create_units(run, inputs, series)
        period = create_pair_period(*inputs.dates)
        raster = ZoneRaster(self.create_raster_writer(run, series), zones, period, rules)
        census = self.count_cells(run, inputs, series, [period], [raster], units=units, rules=rules)
        results = Results(series, census)

        def shares_of(part: CountResult) -> Table:
            return zone_share_rows(part.cube, rules)

        def unassigned_of(part: CountResult) -> Table:
            return unassigned_rows(part.cube, rules, default_densities())

        shares = shares_of(census)
        self.write_result_table(run, "ZONE_SHARES", ZONE_SHARES, census, shares_of)
        self.write_result_table(run, "UNASSIGNED", UNASSIGNED, census, unassigned_of)
        self.write_units(run, units, census, zone_columns([period], rules))
        checks = [*results.consistency_checks, *zone_checks(census.cube, shares, [raster])]
        self.write_audit(run, results, checks)
        assigned, rest = assigned_areas_ha(shares, rules)
        run.set_numeric_outputs({"ASSIGNED_AREA_HA": assigned, "UNASSIGNED_AREA_HA": rest})
