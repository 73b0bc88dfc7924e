"""The scheme of a run: the user's tables where given, else the default ones."""

from __future__ import annotations

from ..core.scheme.classes import Classes
from ..core.scheme.coefficients import Coefficient, read_coefficients
from ..core.scheme.defaults import default_classes, default_table, default_zones
from ..core.scheme.rules import Rules, read_rules, zone_names
from ..core.scheme.table import Table
from ..core.scheme.zones import read_zones
from ..text import language, tr
from .algorithm import CarbonZonesAlgorithm, tell
from .layers import Algorithm, Context, Feedback, Parameters, table, table_parameter


def add_rule_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """RULES, and the zones that they lead to."""
    algorithm.add(
        table_parameter("RULES", tr("Rule table")),
        tr(
            "Table with the columns from, to and zone: which conversion belongs to which zone. "
            "from and to take a class key or name, * for any class, or @group; the most specific "
            "rule wins. Without it the 42 rules of Yang et al. 2022."
        ),
    )
    algorithm.add(
        table_parameter("ZONE_TABLE", tr("Zone table")),
        tr(
            "Table with the columns zone (1 to 254), key and name, and if you like colour and "
            "description. Without it the zones invariant, enhancement, low-carbon optimization, "
            "emission control and unassigned."
        ),
        advanced=True,
    )


def read_rule_tables(
    algorithm: Algorithm, parameters: Parameters, context: Context
) -> tuple[Table, Table]:
    """The tables of RULES and ZONE_TABLE, given or default."""
    return (
        table(algorithm, parameters, "RULES", context) or default_table("rules.csv"),
        table(algorithm, parameters, "ZONE_TABLE", context) or default_table("zones.csv"),
    )


def rules_of(tables: tuple[Table, Table], classes: Classes, feedback: Feedback) -> Rules:
    """The checked rules; what was left out goes into the log."""
    if tables[1].is_default:
        zones = default_zones(language())
    else:
        zones = read_zones(tables[1], tr("Unassigned"))
    rules, notices = read_rules(tables[0], zones, classes)
    tell(feedback, notices)
    return rules


def add_coefficient_parameter(algorithm: CarbonZonesAlgorithm) -> None:
    """COEFFICIENTS."""
    algorithm.add(
        table_parameter("COEFFICIENTS", tr("Carbon coefficients")),
        tr(
            "Table with the columns class, soil_tc_per_ha and vegetation_tc_per_ha: the carbon "
            "densities of the sink classes, in t C/ha. Without it those of Yang et al. 2022."
        ),
    )


def read_coefficient_table(algorithm: Algorithm, parameters: Parameters, context: Context) -> Table:
    """The table of COEFFICIENTS, given or default."""
    given = table(algorithm, parameters, "COEFFICIENTS", context)
    return given or default_table("coefficients.csv")


def coefficients_of(table: Table, classes: Classes, feedback: Feedback) -> dict[str, Coefficient]:
    """The checked coefficients by class key; what is not used goes into the log."""
    coefficients, notices = read_coefficients(table, classes)
    tell(feedback, notices)
    return coefficients


def default_zone_names() -> dict[tuple[str, str], str]:
    """Zone names by the names of the default classes, by the default rules."""
    classes = Classes(land_class for _, land_class in default_classes(language()))
    zones = default_zones(language())
    rules, _ = read_rules(default_table("rules.csv"), zones, classes)
    return zone_names(classes, rules)


def default_densities() -> dict[str, float]:
    """t C/ha by key of the default classes, to tell richer sinks from poorer ones."""
    classes = Classes(land_class for _, land_class in default_classes())
    coefficients, _ = read_coefficients(default_table("coefficients.csv"), classes)
    return {key: c.soil + c.vegetation for key, c in coefficients.items()}
