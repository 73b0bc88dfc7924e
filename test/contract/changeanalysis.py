"""Change analysis."""

from __future__ import annotations

from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import (
    Case,
    cut_off,
    layers,
    output,
    parameter,
    text,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    AUDIT_NUMBERS,
    PAGE,
    SERIES,
    TABLE_IF_WANTED,
    TEXT,
    WHOLE,
    YES_NO,
    Contract,
    PlainRun,
    sample_series,
)
from carbon_zones.test.helpers import ROOT


def grades(rows: str):
    """A change that gives these grades."""
    return text("grades.csv", "class,grade\n" + rows)


def any_grade(folder: Path) -> dict:
    """A grade that all classes have."""
    return {"GRADES": str(ROOT / "test" / "data" / "any_grade.csv")}


CONTRACT = Contract(
    display_name="Change analysis",
    group="change",
    # Of values that nobody names only grades are refused.
    needs_scheme=True,
    parameters={
        **SERIES,
        **AUDIT,
        "PROJECT_TO": ("string", None, True, False),
        "GRADES": ("source", None, True, False),
        "COMPONENTS": TABLE_IF_WANTED,
        "RATES": TABLE_IF_WANTED,
        "INTERVALS": TABLE_IF_WANTED,
        "CATEGORIES": TABLE_IF_WANTED,
        "TRANSITIONS": TABLE_IF_WANTED,
        "INDICES": TABLE_IF_WANTED,
        "CONTRIBUTIONS": TABLE_IF_WANTED,
        "PROJECTION": TABLE_IF_WANTED,
        "VALUES": ("source", None, True, False),
        "REPORT": PAGE,
    },
    numbers=AUDIT_NUMBERS | {"CHANGED_AREA_HA", "UNIFORM_PCT"},
    fields={
        **AUDIT_FIELDS,
        "COMPONENTS": [
            "period",
            "value",
            "class",
            "area_before_ha",
            "area_after_ha",
            "persistence_ha",
            "gain_ha",
            "loss_ha",
            "net_ha",
            "swap_ha",
            "quantity_ha",
            "exchange_ha",
            "shift_ha",
            "change_ha",
        ],
        "RATES": [
            "period",
            "years",
            "value",
            "class",
            "dynamic_degree_pct",
            "compound_pct",
            "puyravaud_pct",
            "out_pct",
            "in_pct",
        ],
        "INTERVALS": [
            "period",
            "years",
            "change_ha",
            "change_pct",
            "annual_pct",
            "uniform_pct",
            "pace",
            "quantity_ha",
            "exchange_ha",
            "shift_ha",
            "gross_degree_pct",
            "net_degree_pct",
        ],
        "CATEGORIES": [
            "period",
            "value",
            "class",
            "gain_ha",
            "gain_intensity_pct",
            "gain_state",
            "loss_ha",
            "loss_intensity_pct",
            "loss_state",
            "gain_stationary",
            "loss_stationary",
            "annual_pct",
            "gain_error_ha",
            "loss_error_ha",
        ],
        "TRANSITIONS": [
            "period",
            "from_value",
            "from_class",
            "to_value",
            "to_class",
            "area_ha",
            "gain_intensity_pct",
            "gain_uniform_pct",
            "gain_tendency",
            "gain_stationary",
            "loss_intensity_pct",
            "loss_uniform_pct",
            "loss_tendency",
            "loss_stationary",
            "gain_expected_ha",
            "loss_expected_ha",
        ],
        "INDICES": [
            "year",
            "layer",
            "land_use_degree",
            "entropy",
            "evenness",
            "dominance",
            "classes",
        ],
        "CONTRIBUTIONS": [
            "period",
            "value_name",
            "from_class",
            "to_class",
            "area_ha",
            "change",
            "contribution_pct",
        ],
        "PROJECTION": ["year", "value", "class", "area_ha", "method"],
    },
    kinds={
        "value_name": TEXT,
        **dict.fromkeys(("pace", "gain_state", "loss_state", "method"), TEXT),
        **dict.fromkeys(("gain_tendency", "loss_tendency"), TEXT),
        **dict.fromkeys(("gain_stationary", "loss_stationary"), YES_NO),
        **dict.fromkeys(("years", "classes"), WHOLE),
    },
    outputs={
        "COMPONENTS": "components.csv",
        "RATES": "rates.csv",
        "INTERVALS": "intervals.csv",
        "CATEGORIES": "categories.csv",
        "TRANSITIONS": "transitions.csv",
        "INDICES": "indices.csv",
        "CONTRIBUTIONS": "contributions.csv",
        "PROJECTION": "projection.csv",
        "REPORT": "report.html",
    },
    plain_run=PlainRun(
        sample_series,
        {
            "COMPONENTS": "components.xlsx",
            "RATES": "",
            "INTERVALS": "intervals.gpkg",
            "CATEGORIES": "categories.csv",
            "TRANSITIONS": "",
            "INDICES": "indices.csv",
            "CONTRIBUTIONS": "contributions.csv",
            "PROJECTION": "projection.xlsx",
            "REPORT": "report.html",
            "AUDIT": "audit.csv",
        },
    ),
    further_inputs=any_grade,
    bad_inputs=(
        Case(
            "grades of values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        # Files that are not there or cannot be read
        Case(
            "missing file among layers of an analysis",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES"),
        Case(
            "missing table of grades",
            lambda folder: {"GRADES": str(folder / "nowhere.csv")},
            ("GRADES", "nowhere.csv"),
        ),
        # Dates
        Case("one date has no change", layers("land_1990.tif"), ("LAYERS", "at least 2")),
        Case(
            "same layer twice in an analysis",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "projection without years",
            lambda folder: {
                **layers("land_1990.tif", "plain.tif")(folder),
                "PROJECT_TO": "2030",
            },
            ("PROJECT_TO", "'plain'", "YEARS"),
            headless=True,
        ),
        Case("projection to no year", parameter(PROJECT_TO="soon"), ("PROJECT_TO", "'soon'")),
        Case(
            "projection to a year twice",
            parameter(PROJECT_TO="2030,2040,2030"),
            ("PROJECT_TO", "2030", "twice"),
        ),
        Case(
            "projection into the past",
            parameter(PROJECT_TO="2030,2000"),
            ("PROJECT_TO", "2000", "not after"),
            headless=True,
        ),
        # Grades
        Case("no grades", grades(""), ("GRADES", "empty")),
        Case(
            "grades without a column",
            text("grades.csv", "class,degree\narable,3\n"),
            ("GRADES", "'grade'", "'class', 'degree'"),
        ),
        Case(
            "unknown names in grades",
            grades("@sinks,2\npit,4\n"),
            (
                "GRADES",
                "unknown group '@sinks' (row 1, column 'class')",
                "unknown class 'pit' (row 2, column 'class')",
            ),
            headless=True,
        ),
        Case(
            "a grade above all",
            grades("arable,3\nforest,5\n"),
            ("GRADES", "row 2", "'grade' is 5", "1 to 4"),
        ),
        Case(
            "a grade in words",
            grades("arable,high\n"),
            ("GRADES", "row 1", "'grade'", "'high'"),
        ),
        Case(
            "a class with two grades",
            grades("arable,3\nforest,2\nArable land,2\n"),
            ("GRADES", "row 3", "'Arable land'", "row 1"),
        ),
        Case(
            "grades with an equals sign",
            grades("=,3\n"),
            ("GRADES", "row 1", "'='"),
        ),
        # Outputs
        Case(
            "output folder of a table missing",
            output("RATES", "deep/rates.csv"),
            ("RATES", "deep"),
        ),
    ),
)
