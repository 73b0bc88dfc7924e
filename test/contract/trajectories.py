"""Land trajectories."""

from __future__ import annotations

from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import (
    PART_OF_CLASSES,
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
    RASTER_IF_WANTED,
    SERIES,
    TABLE_IF_WANTED,
    TEXT,
    WHOLE,
    Contract,
    PlainRun,
    sample_series,
)
from carbon_zones.test.helpers import ROOT

HEADER = "from,via,to,kind,why\n"


def rules(rows: str):
    """A change that gives these rules."""
    return text("suspect_rules.csv", HEADER + rows)


def any_change(folder: Path) -> dict:
    """A rule that small rasters of any classes have something for."""
    return {"SUSPECT_RULES": str(ROOT / "test" / "data" / "any_change.csv")}


CONTRACT = Contract(
    display_name="Land trajectories",
    group="change",
    # Of values that nobody names only what has to do with suspicious trajectories is refused.
    needs_scheme=True,
    needs_names=True,
    parameters={
        **SERIES,
        **AUDIT,
        "SUSPECT_RULES": ("source", None, True, False),
        "OPENING_YEAR": ("number", None, True, False),
        "TRAJECTORIES": TABLE_IF_WANTED,
        "CHANGE_COUNTS": TABLE_IF_WANTED,
        "SUSPECTS": TABLE_IF_WANTED,
        "TIMES_CHANGED": RASTER_IF_WANTED,
        "LAST_CHANGED": RASTER_IF_WANTED,
        "SUSPECT_MAP": RASTER_IF_WANTED,
    },
    numbers=AUDIT_NUMBERS
    | {"NEVER_CHANGED_HA", "CHANGED_ONCE_HA", "CHANGED_OFTEN_HA", "SUSPECT_HA"},
    fields={
        **AUDIT_FIELDS,
        "TRAJECTORIES": None,
        "CHANGE_COUNTS": ["times_changed", "cells", "area_ha", "share_pct"],
        "SUSPECTS": [
            "kind",
            "from_class",
            "via_class",
            "to_class",
            "period",
            "cells",
            "area_ha",
            "why",
        ],
    },
    kinds={"times_changed": WHOLE, "via_class": TEXT, "why": TEXT},
    outputs={
        "TRAJECTORIES": "trajectories.csv",
        "CHANGE_COUNTS": "change_counts.csv",
        "SUSPECTS": "suspects.csv",
        "TIMES_CHANGED": "times_changed.tif",
        "LAST_CHANGED": "last_changed.tif",
        "SUSPECT_MAP": "suspect_map.tif",
    },
    plain_run=PlainRun(
        sample_series,
        {
            "TRAJECTORIES": "trajectories.xlsx",
            "CHANGE_COUNTS": "",
            "SUSPECTS": "suspects.gpkg",
            "AUDIT": "audit.csv",
            "TIMES_CHANGED": "times_changed.tif",
            "LAST_CHANGED": "last_changed.tif",
            "SUSPECT_MAP": "",
        },
    ),
    further_inputs=any_change,
    sparse=frozenset({"last_changed.tif"}),
    bad_inputs=(
        Case(
            "values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        Case(
            "one value that the class table lacks",
            text("classes.csv", PART_OF_CLASSES),
            ("SCHEME", "nobody names the values 8 ", "CLASSES", "NODATA", "coal_mine"),
            headless=True,
        ),
        Case(
            "values that a legend lacks",
            parameter(SCHEME="cnlucc6"),
            ("SCHEME", "nobody names the values 7, 8, 9, 10, 11 ", "coal_mine"),
        ),
        # Files that are not there or cannot be read
        Case(
            "missing file among layers of trajectories",
            layers("land_1990.tif", "land_1994.tif"),
            ("LAYERS", "land_1994.tif"),
        ),
        cut_off("LAYERS", 0.6, "COMPRESS=LZW", "TILED=YES"),
        Case(
            "missing table of rules",
            lambda folder: {"SUSPECT_RULES": str(folder / "nowhere.csv")},
            ("SUSPECT_RULES", "nowhere.csv"),
        ),
        # Dates
        Case("one date has no trajectory", layers("land_1990.tif"), ("LAYERS", "at least 2")),
        Case(
            "same layer twice in trajectories",
            layers("land_1990.tif", "land_1990.tif"),
            ("LAYERS", "land_1990"),
        ),
        Case(
            "opening year and a layer without a year",
            lambda folder: {
                **layers("land_1990.tif", "plain.tif")(folder),
                "OPENING_YEAR": 1995,
            },
            ("OPENING_YEAR", "'plain'", "YEARS"),
            headless=True,
        ),
        Case("opening year no whole number", parameter(OPENING_YEAR=1995.5), ("OPENING_YEAR",)),
        Case("opening year no year", parameter(OPENING_YEAR=0), ("OPENING_YEAR", "1 to 9999")),
        # Tables
        Case("no rules", rules(""), ("SUSPECT_RULES", "empty")),
        Case(
            "rules without a column",
            text("suspect_rules.csv", "from,to,kind,why\ndump,open_pit,odd,so\n"),
            ("SUSPECT_RULES", "'via'", "'from', 'to', 'kind', 'why'"),
        ),
        Case(
            "unknown names in rules on trajectories",
            rules("dump,@sinks,pit,odd,so\n@mines,,arable,odd,so\n"),
            (
                "SUSPECT_RULES",
                "unknown group '@sinks' (row 1, column 'via')",
                "unknown class 'pit' (row 1, column 'to')",
                "unknown group '@mines' (row 2, column 'from')",
                "@sink",
            ),
            headless=True,
        ),
        Case(
            "equals sign in via",
            rules("dump,=,open_pit,odd,so\n"),
            ("SUSPECT_RULES", "row 1", "'via'", "'='"),
        ),
        Case(
            "equals sign and nothing before it",
            rules(",,=,odd,so\n"),
            ("SUSPECT_RULES", "row 1", "'to'", "'='"),
        ),
        Case(
            "via without from",
            rules(",dump,open_pit,odd,so\n"),
            ("SUSPECT_RULES", "row 1", "'via'", "'from'"),
        ),
        Case(
            "a rule without a kind",
            rules("dump,,open_pit,odd,so\ndump,,arable,,so\n"),
            ("SUSPECT_RULES", "row 2", "'kind'", "empty"),
        ),
        Case(
            "a rule without to",
            rules("dump,arable,,odd,so\n"),
            ("SUSPECT_RULES", "row 1", "'to'", "empty"),
        ),
        # Outputs
        Case(
            "output folder of a map missing",
            output("SUSPECT_MAP", "deep/map.tif"),
            ("SUSPECT_MAP", "deep"),
        ),
    ),
)
