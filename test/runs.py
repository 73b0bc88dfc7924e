"""A plain run of each of the eight algorithms on the sample, in all kinds of outputs."""

from __future__ import annotations

from pathlib import Path

from carbon_zones.test.helpers import YEARS, sample, write_raster

PAIR = {"EARLIER": sample("1986"), "LATER": sample("2018")}
SERIES = {"LAYERS": [sample(year) for year in YEARS]}

# inputs, and files of the outputs; one that has none goes to a temporary place
RUNS = {
    "transfermatrix": (
        PAIR,
        {
            "TRANSFERS": "transfers.csv",
            "MATRIX": "matrix.xlsx",
            "CLASS_CHANGE": "",
            "AUDIT": "audit.gpkg",
            "CONVERSIONS": "conversions.tif",
        },
    ),
    "zonereclassification": (
        PAIR,
        {"ZONES": "", "ZONE_SHARES": "zone_shares.gpkg", "UNASSIGNED": "unassigned.csv"},
    ),
    "carbonloss": (PAIR, {"LOSSES": "losses.csv", "LOSS_DENSITY": "loss_density.tif"}),
    "areashares": (SERIES, {"SHARES": "", "CHART": "chart.html"}),
    "study": (
        SERIES,
        {
            "TRANSFERS": "transfers.csv",
            "AREAS": "areas.gpkg",
            "ZONE_SHARES": "",
            "LOSSES": "losses.ods",
            "CLOSURE": "",
            "ZONES_FOLDER": "zones",
            "REPORT": "report.html",
        },
    ),
    "zonemap": ({}, {"OUTPUT": "map.pdf"}),
    "exporttables": ({}, {"FOLDER": "scheme"}),
    "sampledata": ({}, {"FOLDER": "sample"}),
}


def parameters_of(algorithm: str, folder: Path) -> dict:
    """The parameters of a run with its outputs in a folder."""
    inputs, outputs = RUNS[algorithm]
    if algorithm == "zonemap":
        inputs = {"LAYERS": [write_raster(folder / "zones_1986_2000.tif", [[1, 2], [3, 5]])]}
    places = {
        name: str(folder / file) if file else "TEMPORARY_OUTPUT" for name, file in outputs.items()
    }
    return {**inputs, **places}
