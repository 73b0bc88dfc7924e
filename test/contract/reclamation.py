"""Mine reclamation."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import UNCLASSIFIED, at, layers, refused, text
from carbon_zones.test.contract import Contract, PlainRun

CONTRACT = Contract(
    display_name="Mine reclamation",
    group="mine",
    needs_scheme=True,
    needs_names=True,
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        **shared.TAKING,
        **shared.YEARS_OF_CHANGE,
        **shared.each(shared.TABLE_IF_WANTED, "RECLAIMED DISTURBED AGES STATUS DISCLOSURE"),
        **shared.each(shared.RASTER_IF_WANTED, "STATUS_MAP FIRST_MINED RECLAIMED_BY AGE"),
        "REPORT": shared.PAGE,
    },
    asked_for="RECLAIMED DISTURBED AGES STATUS",
    results="EVER_MINED_HA ACTIVE_HA RECLAIMED_HA REDISTURBED_HA RECLAIMED_PCT",
    unit_fields=("reclaimed_ha_1986_2000", "reclaimed_ha_2000_2009", "reclaimed_ha_2009_2018"),
    columns={
        "RECLAIMED": "period kind from_class to_class cells area_ha ha_per_year pct_of_mine",
        "DISTURBED": "period kind from_class to_class cells area_ha ha_per_year",
        "AGES": "year class source_class age_min age_mid age_max cells area_ha history",
        "STATUS": "year status cells area_ha share_pct mined_before_ha",
    },
    plain_run=PlainRun(
        shared.sample_series,
        "reclaimed.xlsx disturbed ages.gpkg status.csv disclosure.csv by_year.csv audit.csv "
        "status_map.tif first_mined.tif reclaimed_by age.tif report.html",
    ),
    sparse=frozenset({"first_mined.tif", "reclaimed_by.tif", "age.tif"}),
    bad_inputs=(
        UNCLASSIFIED,
        # Dates
        refused("LAYERS ... at least 2", layers("land_1990.tif")),
        refused("AGES ... 'plain' ... YEARS", layers("land_1990.tif", "plain.tif")),
        # Years of change
        refused("DISTURBANCE_YEAR_BAND ... requires", DISTURBANCE_YEAR_BAND=2),
        refused("RECOVERY_YEAR_OFFSET ... RECOVERY_YEAR", RECOVERY_YEAR_OFFSET=2000),
        refused(
            "DISTURBANCE_YEAR ... 'plain' ... YEARS",
            layers("land_1990.tif", "plain.tif"),
            DISTURBANCE_YEAR=at("land_1990.tif"),
        ),
        refused(
            "DISTURBANCE_YEAR 'land_1990' has no band 2",
            DISTURBANCE_YEAR=at("land_1990.tif"),
            DISTURBANCE_YEAR_BAND=2,
        ),
        refused("RECOVERY_YEAR ... nothing.tif", RECOVERY_YEAR="nothing.tif"),
        # What takes land
        refused(
            "group 'sink' ... mine (Pit) ... no group (Field) ... TAKING_GROUPS ... CLASSES",
            text("classes.csv", "value,class,name,group\n1,a,Field,\n7,b,Pit,mine\n"),
        ),
    ),
)
