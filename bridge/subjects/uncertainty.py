"""How far sums of carbon may be off: the parameters and the table of uncertainty."""

from __future__ import annotations

from ...core.base.dates import Period
from ...core.base.messages import Notes
from ...core.results.uncertainty import Wanted
from ...core.scan.series import Series
from ...core.scheme.area_errors import AreaErrors, read_area_errors
from ...core.scheme.class_accuracy import (
    is_class_accuracy,
    is_proportions,
    read_class_accuracy,
    read_proportions,
)
from ...core.scheme.defaults import default_table, default_zones
from ...core.scheme.rules import read_rules
from ...core.scheme.stratum_proportions import is_stratum_proportions, read_stratum_proportions
from ...text import language
from ..run_parameters import RunParameters
from ..scheme import Tables


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
