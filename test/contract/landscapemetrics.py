"""Landscape metrics."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import layers, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import YEARS

OF_PATCHES = (
    "np pd_per_100ha lpi_pct te_m ed_m_per_ha area_mn_ha area_sd_ha lsi shape_mn frac_mn pladj_pct "
    "ai_pct cohesion division mesh_ha split iji_pct"
)

CONTRACT = Contract(
    display_name="Landscape metrics",
    group="change",
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        "BY": ("enum", "class", False, False),
        **shared.each(shared.TABLE_IF_WANTED, "CLASS_METRICS LANDSCAPE_METRICS CENTRES"),
        "REPORT": shared.PAGE,
    },
    asked_for="CLASS_METRICS LANDSCAPE_METRICS CENTRES",
    unit_fields=tuple(
        f"{metric}_{year}" for metric in ("pd", "np", "ed", "shdi", "contag") for year in YEARS
    ),
    columns={
        "CLASS_METRICS": f"year layer value class ca_ha pland_pct {OF_PATCHES}",
        "LANDSCAPE_METRICS": f"year layer ta_ha {OF_PATCHES} pr shdi shei sidi msidi contag_pct",
        "CENTRES": (
            "year layer value class x y moved_m direction_deg m_per_year major_m minor_m "
            "rotation_deg"
        ),
    },
    plain_run=PlainRun(
        shared.sample_series,
        "class_metrics.xlsx landscape_metrics centres.gpkg report.html audit.csv",
    ),
    bad_inputs=(
        # Dates
        refused("LAYERS ... at least 1", layers()),
        # Groups need names
        refused("SCHEME ... the layers have no class names", layers("plain.tif"), BY="group"),
        refused("BY ... 'groups'", BY="groups"),
    ),
)
