"""How far sums of carbon may be off: the parameters and the table of uncertainty."""

from __future__ import annotations

from ...core.base.dates import Period
from ...core.base.messages import Notes
from ...core.results.uncertainty import Wanted
from ...core.scan.series import Series
from ...core.scheme.area_errors import AreaErrors, read_area_errors
from ...core.scheme.class_accuracy import is_class_accuracy, read_class_accuracy
from ...core.scheme.defaults import default_table, default_zones
from ...core.scheme.proportions import is_proportions, read_proportions
from ...core.scheme.rules import read_rules
from ...core.scheme.stratum_proportions import is_stratum_proportions, read_stratum_proportions
from ...text import language, tr
from ..algorithm import CarbonZonesAlgorithm
from ..destinations import table_sink
from ..run_parameters import RunParameters
from ..scheme import Tables
from ..tables import table_parameter
from ..values import number_parameter

# Draws beyond these take minutes and change no digit that anybody reads.
MOST_DRAWS = 1_000_000
LARGEST_SEED = 2**31 - 1
# Of the Monte Carlo, unless the user has others.
DRAWS = 10_000


def add_uncertainty_parameters(algorithm: CarbonZonesAlgorithm, draws: int = DRAWS) -> None:
    """AREA_ERRORS, DRAWS, SEED and LEVEL. `draws`: the default."""
    algorithm.add(
        table_parameter("AREA_ERRORS", tr("Errors of areas")),
        tr(
            "Table with the columns from_class, to_class and u95_pct, or zone and u95_pct, and if "
            "you like period: the half-width, in %, of the 95 % interval of the area of a "
            "conversion. A side may be @group or *. One row is one error in each period. Or, of a "
            "raster of conversions, Estimated shares by stratum (STRATUM_PROPORTIONS), Estimated "
            "shares (PROPORTIONS) or Accuracy by class (CLASS_ACCURACY) as Accuracy assessment "
            "writes them: then there are tonnes by the areas that the sample estimates too. Of a "
            "raster of zones tonnes keep the mapped hectares. Without it areas are taken as "
            "certain."
        ),
        advanced=True,
    )
    add_draw_parameters(algorithm, draws)


def add_draw_parameters(algorithm: CarbonZonesAlgorithm, draws: int = DRAWS) -> None:
    """DRAWS, SEED and LEVEL. `draws`: the default."""
    algorithm.add(
        number_parameter("DRAWS", tr("Random draws"), draws, 0, MOST_DRAWS),
        tr("How many random draws the uncertainty takes (approach 2 of IPCC); 0: none."),
        advanced=True,
    )
    algorithm.add(
        number_parameter("SEED", tr("Seed"), 1, 0, LARGEST_SEED),
        tr("The same seed gives the same draws."),
        advanced=True,
    )
    add_level_parameter(
        algorithm,
        tr("The part of the distribution that an interval holds. Half-widths in tables are at 95."),
    )


def add_level_parameter(algorithm: CarbonZonesAlgorithm, help_text: str) -> None:
    """LEVEL."""
    algorithm.add(
        number_parameter("LEVEL", tr("Level of intervals, %"), 95.0, 1.0, 99.99, is_whole=False),
        help_text,
        advanced=True,
    )


def add_uncertainty_output(algorithm: CarbonZonesAlgorithm) -> None:
    """UNCERTAINTY."""
    algorithm.add(
        table_sink("UNCERTAINTY", tr("Uncertainty"), optional=True),
        tr(
            "One row per period, item, unit and method, by the areas of the map and by those that "
            "a sample estimates: estimate, standard deviation, interval. "
            "Needs half-widths of the 95 % intervals (u95_soil_pct, u95_vegetation_pct) in "
            "COEFFICIENTS."
        ),
    )


def wanted_of(parameters: RunParameters) -> Wanted:
    """How uncertainty is to be worked out, by DRAWS, SEED and LEVEL; an idle SEED is told."""
    if parameters.is_own("SEED") and not parameters.whole("DRAWS"):
        parameters.warn("SEED is not used, because DRAWS is 0.")
    return Wanted(parameters.whole("DRAWS"), parameters.whole("SEED"), parameters.real("LEVEL"))


def area_errors_of(tables: Tables, series: Series, steps: list[Period]) -> AreaErrors | None:
    """The errors of AREA_ERRORS, None where it is not given; its zones are the default ones."""
    table = tables["AREA_ERRORS"]
    if table is None:
        return None
    zones = default_zones(language())
    rules = read_rules(default_table("rules.csv"), zones, series.classes, Notes())
    read = read_area_errors
    if is_class_accuracy(table):
        read = read_class_accuracy
    elif is_stratum_proportions(table):
        read = read_stratum_proportions
    elif is_proportions(table):
        read = read_proportions
    return read(table, series.classes, steps, zones, rules)
