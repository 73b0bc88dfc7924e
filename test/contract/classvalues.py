"""Values per hectare."""

from __future__ import annotations

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import at, layers, refused, text
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import YEARS


def values(rows: str):
    """A change that gives these values."""
    return text("values.csv", "class,service,carbon,source\n" + rows)


CONTRACT = Contract(
    display_name="Values per hectare",
    group="carbon",
    # The default values are of classes of the scheme; those of one's own may be of any.
    needs_scheme=True,
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        "VALUES": shared.SOURCE_IF_WANTED,
        **shared.DENSITIES,
        "COLUMN": shared.TEXT_IF_WANTED,
        **shared.each(shared.TABLE_IF_WANTED, "TOTALS CHANGES CONTRIBUTIONS"),
        "CHANGE_MAP": shared.RASTER_IF_WANTED,
        "DENSITY_FOLDER": shared.FOLDER_IF_WANTED,
    },
    asked_for="TOTALS CHANGES CONTRIBUTIONS",
    unit_fields=tuple(
        f"total_{year}_{name}_tc_per_ha" for year in YEARS for name in ("soil", "vegetation")
    ),
    columns={
        "TOTALS": "year value_name class area_ha per_ha total",
        "CHANGES": "period years value_name before after change change_per_year change_pct",
    },
    files={"DENSITY_FOLDER": "densities"},
    plain_run=PlainRun(
        shared.sample_series,
        "totals.xlsx changes contributions.gpkg audit.csv change_map.tif density_folder.d",
    ),
    bad_inputs=(
        # Dates
        refused("LAYERS ... at least 2", layers("land_1990.tif")),
        # Tables
        refused("VALUES ... row 2 ... 'carbon' ... empty", values("arable,1,2,\nforest,3,,\n")),
        # Outputs
        refused("CHANGE_MAP ... change.asc ... .tif", CHANGE_MAP=at("out/change.asc")),
        refused(
            "DENSITY_FOLDER ... land_1990.tif ... not a folder", DENSITY_FOLDER=at("land_1990.tif")
        ),
    ),
)
