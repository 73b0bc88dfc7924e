"""Raster values by class and age."""

from __future__ import annotations

import numpy as np

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import UNCLASSIFIED, refused
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import ROOT, YEARS, sample, write_raster


def values(folder, file: str = "values_2100.tif") -> dict:
    """Values of a year after that of all layers, on land around all of them."""
    cells, place = np.arange(1.0, 2001).reshape(40, 50), {"epsg": 4326, "origin": (100, 50)}
    path = write_raster(folder / file, cells, dtype="f4", cell=(0.5, 0.5), **place)
    return {"VALUE_LAYERS": [path]}


def of(file: str):
    """A change that gives the values under another name."""
    return lambda folder: values(folder, file)


CONTRACT = Contract(
    display_name="Raster values by class and age",
    group="mine",
    needs_scheme=True,
    needs_scheme_for=("BY_AGE",),
    needs_names=True,
    parameters={
        **shared.SERIES,
        **shared.UNITS,
        **shared.TAKING,
        "VALUE_LAYERS": ("multilayer", None, False, False),
        "VALUE_BAND": ("number", 1, False, True),
        "VALUE_NODATA": ("string", None, True, True),
        "VALUE_YEARS": shared.TEXT_IF_WANTED,
        **shared.each(shared.TABLE_IF_WANTED, "BY_CLASS BY_AGE BY_STATUS"),
        "REPORT": shared.PAGE,
    },
    asked_for="BY_CLASS BY_AGE BY_STATUS",
    results="RECLAIMED_PCT_OF_UNDISTURBED",
    unit_fields=("pct_of_undisturbed_2100",),
    columns={
        "BY_CLASS": (
            "year layer landuse_year value class cells without_value area_ha mean sd min max"
        ),
        "BY_AGE": (
            "year layer value class age_min age_mid age_max cells without_value area_ha mean sd "
            "undisturbed_mean pct_of_undisturbed"
        ),
        "BY_STATUS": "year layer status value class cells without_value area_ha mean sd",
    },
    further_inputs=values,
    plain_run=PlainRun(
        lambda folder: {
            "LAYERS": [sample(year) for year in YEARS],
            "VALUE_LAYERS": [str(ROOT / "resources" / "sample" / "vegetation_carbon_2018.tif")],
        },
        "by_class.xlsx by_age by_status.csv audit.csv report.html",
    ),
    bad_inputs=(
        UNCLASSIFIED,
        # Values
        refused("VALUE_LAYERS ... at least 1", VALUE_LAYERS=[]),
        refused("'values' ... four-digit year ... VALUE_YEARS", of("values.tif")),
        refused("VALUE_YEARS: '20' is not", VALUE_YEARS="20", headless=True),
        refused("VALUE_LAYERS 'values_2100' has no band 2 ... 1", VALUE_BAND=2),
        refused("VALUE_NODATA: 'none' is not a number", VALUE_NODATA="-9999, none"),
        refused(
            "VALUE_LAYERS: 'values_2100' is given twice",
            lambda folder: {"VALUE_LAYERS": 2 * values(folder)["VALUE_LAYERS"]},
        ),
    ),
)
