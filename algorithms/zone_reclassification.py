"""Carbon-zone reclassification: two dates and a rule table to functional zones."""

from __future__ import annotations

from ..bridge.dated import PairAlgorithm
from ..bridge.fields import UNASSIGNED, ZONE_SHARES
from ..bridge.layers import Context, Feedback, Parameters
from ..bridge.scheme import add_rule_parameters, default_densities, read_rule_tables, rules_of
from ..bridge.sinks import Outputs, raster_destination, raster_path, table_sink, write_table
from ..core.dates import Period
from ..core.drafts import Drafts
from ..core.results.unassigned import unassigned_rows
from ..core.results.zones import ZoneRaster, assigned_hectares, zone_checks, zone_share_rows
from ..text import tr


class ZoneReclassification(PairAlgorithm):
    """Gives every conversion the zone that the rules name."""

    ID = "zonereclassification"
    NEEDS_SCHEME = True

    def displayName(self) -> str:
        return tr("Carbon-zone reclassification")

    def shortDescription(self) -> str:
        return tr("Divides land into carbon-sink functional zones by what it was and became.")

    def tags(self) -> list[str]:
        return tr(
            "carbon,carbon sink,zones,reclassify,rules,land use,mine,coal,reclamation,transition"
        ).split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Gives every cell the carbon-sink functional zone of its conversion between two "
            "dates: invariant, enhancement, low-carbon optimization or emission control, by an "
            "editable rule table. The default rules are the 42 conversions of Yang et al. 2022, "
            "Table 1. What no rule names is unassigned: a zone of its own, counted and listed.\n\n"
            "The zone raster holds 1 to 5, 0 is no data. Shares are of all land that is valid at "
            "both dates. Export scheme tables gives the default tables, ready to edit."
        )

    def initAlgorithm(self, configuration: dict[str, object] | None = None) -> None:
        self.add_pair_parameters()
        add_rule_parameters(self)
        self.add(
            raster_destination("ZONES", tr("Carbon zones")),
            tr("Zone of each cell, with names and colours; 0 is no data."),
        )
        self.add(
            table_sink("ZONE_SHARES", tr("Zone shares")),
            tr("Cells, hectares and share of every zone."),
        )
        self.add(
            table_sink("UNASSIGNED", tr("Unassigned conversions"), optional=True),
            tr("The conversions that no rule names, largest first."),
        )
        self.add_audit_outputs()
        self.add_numbers(
            {
                "ASSIGNED_AREA_HA": tr("Area in a zone that a rule names, ha"),
                "UNASSIGNED_AREA_HA": tr("Unassigned area, ha"),
            }
        )

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        self._tables = read_rule_tables(self, parameters, context)

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        zones = raster_path(self, parameters, "ZONES", context)
        series = self.open(feedback)
        rules = rules_of(self._tables, series.classes, feedback)
        period = Period(0, 1, self.period)
        raster = ZoneRaster(
            period, zones, drafts, series.grid, series.window, series.classes, rules
        )
        raster.tiff.set_metadata(self.record(period.name))
        found = self.count(series, [period], [raster], feedback)
        shares = zone_share_rows(found.cube, rules)
        raster.set_legend(shares, rules.zones)
        raster.tiff.close()
        unassigned = unassigned_rows(found.cube, rules, default_densities())
        results = {"ZONES": zones}
        for name, fields, rows in (
            ("ZONE_SHARES", ZONE_SHARES, shares),
            ("UNASSIGNED", UNASSIGNED, unassigned),
        ):
            results.update(write_table(self, parameters, name, context, drafts, fields, rows))
        assigned, unassigned_area = assigned_hectares(shares, rules)
        return {
            **results,
            **self.pair_audit(
                series,
                found,
                zone_checks(found.cube, shares, [raster]),
                drafts,
                parameters,
                context,
            ),
            "ASSIGNED_AREA_HA": assigned,
            "UNASSIGNED_AREA_HA": unassigned_area,
        }
