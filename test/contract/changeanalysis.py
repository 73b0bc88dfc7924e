"""Change analysis."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import layers, refused, text
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ROOT


def grades(rows: str):
    """A change that gives these grades."""
    return text("grades.csv", "class,grade\n" + rows)


CONTRACT = Contract(
    display_name="Change analysis",
    group="change",
    # Of values that nobody names only grades are refused.
    needs_scheme=True,
    parameters={
        **shared.SERIES,
        "PROJECT_TO": shared.TEXT_IF_WANTED,
        **shared.each(shared.SOURCE_IF_WANTED, "GRADES VALUES"),
        **shared.each(
            shared.TABLE_IF_WANTED, "COMPONENTS RATES INTERVALS CATEGORIES TRANSITIONS INDICES"
        ),
        **shared.each(shared.TABLE_IF_WANTED, "CONTRIBUTIONS PROJECTION"),
        "REPORT": shared.PAGE,
    },
    asked_for="COMPONENTS RATES INTERVALS CATEGORIES TRANSITIONS",
    results="CHANGED_AREA_HA UNIFORM_PCT",
    columns={
        "COMPONENTS": (
            "period value class area_before_ha area_after_ha persistence_ha gain_ha loss_ha "
            "net_ha swap_ha quantity_ha exchange_ha shift_ha change_ha"
        ),
        "RATES": (
            "period years value class dynamic_degree_pct compound_pct puyravaud_pct out_pct in_pct"
        ),
        "INTERVALS": (
            "period years change_ha change_pct annual_pct uniform_pct pace quantity_ha "
            "exchange_ha shift_ha gross_degree_pct net_degree_pct"
        ),
        "CATEGORIES": (
            "period value class gain_ha gain_intensity_pct gain_state loss_ha "
            "loss_intensity_pct loss_state gain_stationary loss_stationary annual_pct "
            "gain_error_ha loss_error_ha"
        ),
        "TRANSITIONS": (
            "period from_value from_class to_value to_class area_ha gain_intensity_pct "
            "gain_uniform_pct gain_tendency gain_stationary loss_intensity_pct loss_uniform_pct "
            "loss_tendency loss_stationary gain_expected_ha loss_expected_ha"
        ),
        "INDICES": "year layer land_use_degree entropy evenness dominance classes",
        "PROJECTION": "year value class area_ha method",
    },
    plain_run=PlainRun(
        shared.sample_series,
        "components.xlsx rates intervals.gpkg categories.csv transitions indices.csv "
        "contributions.csv projection.xlsx report.html audit.csv",
    ),
    # A grade that all classes have.
    further_inputs=lambda folder: {"GRADES": str(ROOT / "test" / "data" / "any_grade.csv")},
    bad_inputs=(
        # Dates
        refused("LAYERS ... at least 2", layers("land_1990.tif")),
        # Grades
        refused("GRADES ... empty", grades("")),
        refused(
            "GRADES ... 'grade' ... 'class', 'degree'",
            text("grades.csv", "class,degree\narable,3\n"),
        ),
        refused(
            "GRADES ... row 3 ... 'Arable land' ... row 1",
            grades("arable,3\nforest,2\nArable land,2\n"),
        ),
        refused("GRADES ... row 1 ... '='", grades("=,3\n")),
    ),
)
