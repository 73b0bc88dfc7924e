"""Carbon-zone reclassification."""

from __future__ import annotations

import numpy as np

from carbon_zones.test.algorithms.bad_inputs import (
    EARLIER,
    LATER,
    RULE_TABLE,
    Case,
    both,
    cut_off,
    lines,
    missing,
    not_a_raster,
    output,
    parameter,
    raster,
    text,
)
from carbon_zones.test.contract import (
    AUDIT,
    AUDIT_FIELDS,
    PAIR,
    PAIR_NUMBERS,
    RASTER,
    RULES,
    TABLE,
    TABLE_IF_WANTED,
    UNIT_FIELDS,
    UNITS,
    ZONE_SHARE_FIELDS,
    Contract,
    PlainRun,
    sample_pair,
)

CONTRACT = Contract(
    display_name="Carbon-zone reclassification",
    group="carbon",
    needs_scheme=True,
    parameters={
        **PAIR,
        **UNITS,
        **AUDIT,
        **RULES,
        "ZONES": RASTER,
        "ZONE_SHARES": TABLE,
        "UNASSIGNED": TABLE_IF_WANTED,
    },
    numbers=PAIR_NUMBERS | {"ASSIGNED_AREA_HA", "UNASSIGNED_AREA_HA"},
    fields={
        **AUDIT_FIELDS,
        **UNIT_FIELDS,
        "ZONE_SHARES": ZONE_SHARE_FIELDS,
        # Not in the contract beyond "the conversions no rule names, largest first".
        "UNASSIGNED": [
            "period",
            "kind",
            "from_value",
            "from_class",
            "to_value",
            "to_class",
            "cells",
            "area_ha",
            "share_pct",
        ],
    },
    unit_fields=(
        "invariant_pct_1986_2018",
        "enhancement_pct_1986_2018",
        "low_carbon_pct_1986_2018",
        "emission_control_pct_1986_2018",
        "unassigned_pct_1986_2018",
    ),
    outputs={
        "ZONES": "zones.tif",
        "ZONE_SHARES": "zone_shares.csv",
        "UNASSIGNED": "unassigned.csv",
    },
    plain_run=PlainRun(
        sample_pair,
        {"ZONES": "", "ZONE_SHARES": "zone_shares.gpkg", "UNASSIGNED": "unassigned.csv"},
    ),
    bad_inputs=(
        Case(
            "values that nobody names",
            parameter(SCHEME="auto"),
            ("SCHEME", "no layer names its values", "CLASSES", "coal_mine"),
            headless=True,
        ),
        Case(
            "a zone called as any class",
            text("zone_table.csv", "zone,key,name\n1,good,Good\n2,*,Bad"),
            ("ZONE_TABLE", "row 2", "the zone 2", "'*'", "any class"),
        ),
        # Files that are not there or cannot be read
        Case(
            "text named tif",
            not_a_raster,
            ("EARLIER", "notes.tif"),
            headless=True,
        ),
        cut_off("LATER", 0.6),
        Case(
            "missing rule table",
            missing("RULES", "norules.csv"),
            ("RULES", "norules.csv"),
            headless=True,
        ),
        # Rasters that are not land use on these cells
        Case(
            "fractions",
            raster("LATER", np.array(LATER) + np.eye(3, 4, 3) / 2, dtype=np.float32),
            ("LATER", "odd_2000", "2.5", "row 1", "column 4"),
            headless=True,
        ),
        Case(
            "metres taken for degrees",
            both(EARLIER, epsg=4326),
            ("WGS 84", "no area"),
        ),
        Case(
            "no overlap in another reference system",
            raster("LATER", LATER, epsg=32650),
            ("LATER", "odd_2000", "overlap"),
        ),
        # Tables
        Case(
            "rules without zones",
            text("rules.csv", "from,to\narable,arable\n"),
            ("RULES", "rules", "'zone'"),
        ),
        Case(
            "zone table without names",
            text("zone_table.csv", "zone,key\n1,invariant\n"),
            ("ZONE_TABLE", "zone_table", "'name'"),
        ),
        Case(
            "empty rules",
            text("rules.csv", "from,to,zone"),
            ("RULES", "rules", "empty"),
        ),
        Case(
            "class in two groups",
            text("classes.csv", "value,class,group\n1,arable,sink\n2,arable,mine\n"),
            ("CLASSES", "row 2", "arable", "sink", "mine"),
        ),
        Case(
            "unknown class in a rule",
            text("rules.csv", lines(RULE_TABLE, **{"from": "forrest"})),
            ("RULES", "row 2", "'from'", "forrest", "arable, forest"),
            headless=True,
        ),
        Case(
            "unknown zone in a rule",
            text("rules.csv", lines(RULE_TABLE, zone="7")),
            ("RULES", "row 2", "'7'"),
        ),
        Case(
            "rules of one rank that disagree",
            text("rules.csv", "from,to,zone\n@sink,urban,1\narable,@built,3\n"),
            ("RULES", "1 and 2", "Arable land", "Urban land"),
        ),
        Case(
            "rules under which nothing has a zone",
            text("rules.csv", "from,to,zone\n*,*,5\n"),
            ("RULES", "unassigned", "arable (@sink)", "@sink,=,invariant"),
        ),
        Case(
            "square of rules with a strange column",
            text("rules.csv", "from,arable,swamp,@mine\narable,1,2,4\nmoor,1,,\n"),
            ("RULES", "'swamp' (header)", "'moor' (row 2", "@mine"),
        ),
        Case(
            "zone number too large",
            text("zone_table.csv", "zone,key,name\n300,far,Far\n"),
            ("ZONE_TABLE", "row 1", "300"),
        ),
        # Outputs
        Case(
            "output folder of a raster missing",
            output("ZONES", "deep/zones.tif"),
            ("ZONES", "deep"),
        ),
        Case(
            "raster not named tif",
            output("ZONES", "zones.img"),
            ("ZONES", "zones.img", ".tif"),
            headless=True,
        ),
    ),
)
