"""Inputs that cannot be worked with, and what the sentence about each must name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.helpers import ORIGIN, write_csv, write_raster

EARLIER = [[1, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
LATER = [[1, 7, 2, 2], [4, 5, 6, 1], [9, 9, 10, 11]]
MIDDLE = [[1, 2, 2, 2], [4, 5, 6, 1], [9, 9, 10, 11]]

OUTPUTS = {
    "transfermatrix": {
        "TRANSFERS": "transfers.csv",
        "MATRIX": "matrix.csv",
        "CLASS_CHANGE": "change.csv",
        "CONVERSIONS": "conversions.tif",
    },
    "zonereclassification": {
        "ZONES": "zones.tif",
        "ZONE_SHARES": "zone_shares.csv",
        "UNASSIGNED": "unassigned.csv",
    },
    "carbonloss": {"LOSSES": "losses.csv", "LOSS_DENSITY": "density.tif"},
    "areashares": {"SHARES": "shares.csv", "CHART": "chart.html"},
    "study": {
        "TRANSFERS": "transfers.csv",
        "AREAS": "areas.csv",
        "ZONE_SHARES": "zone_shares.csv",
        "LOSSES": "losses.csv",
        "CLOSURE": "closure.csv",
        "ZONES_FOLDER": "zones",
    },
}
# Of those that do not count cells.
FURTHER_OUTPUTS = {
    "zonemap": {"OUTPUT": "map.pdf"},
    "exporttables": {"FOLDER": "scheme"},
    "sampledata": {"FOLDER": "sample"},
}

RULES = "from,to,zone\narable,arable,1\nforest,open_pit,4\n"
COEFFICIENTS = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha\n"
    "arable,82.11,5\nforest,92.67,15.5\ngrass,88.35,6.4\n"
)


@dataclass(frozen=True)
class Case:
    """A bad input: `change` takes the work folder and gives the parameters that replace good ones.

    `words` must all stand in the message. `headless` cases are also run by qgis_process.
    """

    name: str
    algorithm: str
    change: Callable[[Path], dict]
    words: tuple
    headless: bool = False


def cases(chosen) -> list:
    """The cases as pytest parameters."""
    return [pytest.param(case, id=case.name) for case in chosen]


def good(algorithm: str, folder: Path) -> dict:
    """Parameters that work, with every output in folder/out."""
    out = folder / "out"
    out.mkdir()
    layers = [
        write_raster(folder / "land_1990.tif", EARLIER),
        write_raster(folder / "land_2000.tif", LATER),
    ]
    if algorithm in ("areashares", "study", "zonemap"):
        inputs = {"LAYERS": layers}
    elif algorithm in ("exporttables", "sampledata"):
        inputs = {}
    else:
        inputs = {"EARLIER": layers[0], "LATER": layers[1]}
    outputs = {**OUTPUTS, **FURTHER_OUTPUTS}[algorithm]
    return {**inputs, **{name: str(out / file) for name, file in outputs.items()}}


def parameters_of(case: Case, folder: Path) -> dict:
    """The parameters of a bad run."""
    return {**good(case.algorithm, folder), **case.change(folder)}


def left_behind(folder: Path) -> list[str]:
    """What lies in the output folder."""
    return sorted(str(path.relative_to(folder / "out")) for path in (folder / "out").rglob("*"))


def is_one_sentence(text: str) -> bool:
    """One line, one sentence, in words for a person."""
    return bool(
        text.strip()
        and "\n" not in text.strip()
        and not re.search(r"[.!?:] +[A-Z][a-z]+ [a-z]", text)
        and not re.search(r"Traceback|\bError\b|Exception|\.py\b|None|nan\b|<[a-z]", text)
    )


def text(file: str, content: str):
    """A change that gives a table of this content to the parameter in the file's name."""
    name = Path(file).stem.upper()
    return lambda folder: {name: write_csv(folder / file, content)}


def lines(table: str, **columns) -> str:
    """A table with the cells of its last row replaced, by column."""
    header, *rows = [line.split(",") for line in table.strip().splitlines()]
    for column, cell in columns.items():
        rows[-1][header.index(column)] = cell
    return "\n".join(",".join(row) for row in [header, *rows])


def missing(name: str, file: str):
    return lambda folder: {name: str(folder / file)}


def not_a_raster(folder: Path) -> dict:
    (folder / "notes.tif").write_text("These are notes, not cells.\n" * 20)
    return {"EARLIER": str(folder / "notes.tif")}


def truncated(parameter: str, part: float, *options: str):
    """A raster cut off after this part of its bytes, its header whole."""

    def change(folder: Path) -> dict:
        noise = np.random.default_rng(7).integers(1, 12, (300, 200))
        paths = [
            write_raster(folder / f"cut_{year}.tif", noise, options=options)
            for year in (1990, 2000, 2010)
        ]
        whole = Path(paths[1]).read_bytes()
        Path(paths[1]).write_bytes(whole[: int(len(whole) * part)])
        if parameter == "LAYERS":
            return {"LAYERS": paths}
        other = {"EARLIER": "LATER", "LATER": "EARLIER"}[parameter]
        return {parameter: paths[1], other: paths[0]}

    return change


def raster(parameter: str, values, file: str = "odd_2000.tif", **options):
    """Another raster for one date."""
    return lambda folder: {parameter: write_raster(folder / file, values, **options)}


def both(values, **options):
    """Other rasters for both dates."""
    return lambda folder: {
        "EARLIER": write_raster(folder / "odd_1990.tif", values, **options),
        "LATER": write_raster(folder / "odd_2000.tif", values, **options),
    }


def layers(*files: str, years: str | None = None):
    """LAYERS of these files in the work folder; land_1995.tif is there too."""

    def change(folder: Path) -> dict:
        write_raster(folder / "land_1995.tif", MIDDLE)
        write_raster(folder / "plain.tif", MIDDLE)
        changed = {"LAYERS": [str(folder / file) for file in files]}
        return changed if years is None else {**changed, "YEARS": years}

    return change


def rotated(folder: Path) -> dict:
    path = write_raster(folder / "turned_1990.tif", EARLIER)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetGeoTransform((ORIGIN[0], 30, 5, ORIGIN[1], 5, -30))
    return {"EARLIER": path}


def virtual(folder: Path, transform: str, points: str = "") -> dict:
    """A virtual raster with a geotransform as it is written, or with control points."""
    path = folder / "odd_1990.vrt"
    path.write_text(
        f"""<VRTDataset rasterXSize="8" rasterYSize="8">{transform}{points}
        <VRTRasterBand dataType="Byte" band="1"/></VRTDataset>"""
    )
    return {"EARLIER": str(path)}


def nowhere(folder: Path) -> dict:
    return virtual(folder, "<GeoTransform>600000, 30, 0, nan, 0, -30</GeoTransform>")


def flat(folder: Path) -> dict:
    return virtual(folder, "<GeoTransform>600000, 30, 0, 4400000, 0, 0</GeoTransform>")


def points(folder: Path) -> dict:
    corners = ((0, 0), (8, 0), (0, 8), (8, 8))
    found = "".join(
        f'<GCP Id="{n}" Pixel="{x}" Line="{y}" X="{600_000 + 30 * x}" Y="{4_400_000 - 30 * y}"/>'
        for n, (x, y) in enumerate(corners)
    )
    return virtual(folder, "", f'<GCPList Projection="EPSG:32649">{found}</GCPList>')


def output(name: str, file: str):
    return lambda folder: {name: str(folder / "out" / file)}


def taken(file: str):
    """A folder that holds a file of this name and of another content."""

    def change(folder: Path) -> dict:
        (folder / "taken").mkdir()
        (folder / "taken" / file).write_text("mine")
        return {"FOLDER": str(folder / "taken")}

    return change


def parameter(**parameters):
    return lambda folder: parameters


CASES = [
    # Files that are not there or cannot be read
    Case(
        "missing raster",
        "transfermatrix",
        missing("EARLIER", "nowhere_1990.tif"),
        ("EARLIER", "nowhere_1990.tif"),
        headless=True,
    ),
    Case(
        "missing later raster",
        "carbonloss",
        missing("LATER", "nowhere_2000.tif"),
        ("LATER", "nowhere_2000.tif"),
    ),
    Case(
        "missing file among layers",
        "study",
        layers("land_1990.tif", "land_1994.tif", "land_2000.tif"),
        ("LAYERS", "land_1994.tif"),
        headless=True,
    ),
    Case(
        "missing file among layers of shares",
        "areashares",
        layers("land_1990.tif", "land_1994.tif"),
        ("LAYERS", "land_1994.tif"),
    ),
    Case(
        "text named tif",
        "zonereclassification",
        not_a_raster,
        ("EARLIER", "notes.tif"),
        headless=True,
    ),
    *(
        Case(
            f"truncated {parameter_name} at {part} {' '.join(options)}",
            algorithm,
            truncated(parameter_name, part, *options),
            (parameter_name, "cut_2000"),
            headless=algorithm == "study" and part == 0.6,
        )
        for algorithm, parameter_name, part, options in (
            ("transfermatrix", "EARLIER", 0.3, ()),
            ("zonereclassification", "LATER", 0.6, ()),
            ("carbonloss", "LATER", 0.9, ()),
            ("transfermatrix", "LATER", 0.3, ("COMPRESS=DEFLATE",)),
            ("study", "LAYERS", 0.6, ("COMPRESS=LZW", "TILED=YES")),
            ("areashares", "LAYERS", 0.9, ("COMPRESS=DEFLATE", "TILED=YES")),
            ("study", "LAYERS", 0.9, ("TILED=YES",)),
        )
    ),
    Case(
        "missing rule table",
        "zonereclassification",
        missing("RULES", "norules.csv"),
        ("RULES", "norules.csv"),
        headless=True,
    ),
    Case(
        "missing class table",
        "transfermatrix",
        missing("CLASSES", "noclasses.csv"),
        ("CLASSES", "noclasses.csv"),
    ),
    Case(
        "missing coefficients",
        "carbonloss",
        missing("COEFFICIENTS", "nothing.xlsx"),
        ("COEFFICIENTS", "nothing.xlsx"),
    ),
    # Rasters that are not land use on these cells
    Case(
        "no such band",
        "transfermatrix",
        parameter(EARLIER_BAND=2),
        ("EARLIER", "land_1990", "band 2"),
        headless=True,
    ),
    Case("band zero", "carbonloss", parameter(LATER_BAND=0), ("LATER",)),
    Case(
        "fractions",
        "zonereclassification",
        raster("LATER", np.array(LATER) + np.eye(3, 4, 3) / 2, dtype=np.float32),
        ("LATER", "odd_2000", "2.5", "row 1", "column 4"),
        headless=True,
    ),
    Case(
        "metres taken for degrees",
        "zonereclassification",
        both(EARLIER, epsg=4326),
        ("WGS 84", "no area"),
    ),
    Case(
        "rotated grid",
        "transfermatrix",
        rotated,
        ("EARLIER", "turned_1990", "rotated"),
    ),
    Case("cells nowhere", "transfermatrix", nowhere, ("EARLIER", "odd_1990", "geotransform")),
    Case("cells without a height", "transfermatrix", flat, ("EARLIER", "odd_1990", "30 x 0")),
    Case(
        "control points only",
        "transfermatrix",
        points,
        ("EARLIER", "odd_1990", "control points", "warp"),
    ),
    Case(
        "no overlap",
        "transfermatrix",
        raster("LATER", LATER, origin=(ORIGIN[0] + 5000, ORIGIN[1])),
        ("LATER", "odd_2000", "EARLIER", "land_1990", "overlap", "605000", "600000"),
        headless=True,
    ),
    Case(
        "no overlap in another reference system",
        "zonereclassification",
        raster("LATER", LATER, epsg=32650),
        ("LATER", "odd_2000", "overlap"),
    ),
    Case(
        "other cells without a reference system",
        "carbonloss",
        raster("LATER", LATER, epsg=None, origin=(ORIGIN[0] + 15, ORIGIN[1])),
        ("LATER", "odd_2000", "land_1990", "reference system", "600015"),
    ),
    Case(
        "planimetric in degrees",
        "transfermatrix",
        lambda folder: {
            **both([[1, 2], [3, 4]], epsg=4326, cell=(0.01, 0.01), origin=(112, 39))(folder),
            "AREA_METHOD": "planimetric",
        },
        ("AREA_METHOD", "geographic", "WGS 84"),
        headless=True,
    ),
    Case(
        "ellipsoidal area without a reference system",
        "carbonloss",
        lambda folder: {**both(EARLIER, epsg=None)(folder), "AREA_METHOD": "ellipsoidal"},
        ("AREA_METHOD", "reference system"),
    ),
    Case(
        "no such area method",
        "transfermatrix",
        parameter(AREA_METHOD="exact"),
        ("AREA_METHOD", "'exact'", "auto, ellipsoidal, planimetric"),
    ),
    Case(
        "unknown area method",
        "transfermatrix",
        parameter(AREA_METHOD="guess"),
        ("AREA_METHOD",),
    ),
    Case(
        "nothing but nodata",
        "transfermatrix",
        parameter(NODATA="1,2,3,4,5,6,7,8,9,10,11"),
        ("land_1990", "land_2000", "12"),
    ),
    Case("nodata no number", "transfermatrix", parameter(NODATA="0,none"), ("NODATA", "none")),
    Case(
        "extent elsewhere",
        "transfermatrix",
        parameter(EXTENT="0,100,0,100 [EPSG:32649]"),
        ("EXTENT",),
    ),
    Case(
        "value beyond the default classes",
        "zonereclassification",
        raster("LATER", [[1, 7, 2, 2], [4, 5, 6, 12], [9] * 4]),
        ("LATER", "odd_2000", "12"),
    ),
    # Dates
    Case(
        "same layer twice",
        "transfermatrix",
        lambda folder: {"LATER": str(folder / "land_1990.tif")},
        ("EARLIER", "LATER"),
        headless=True,
    ),
    Case(
        "same layer twice in a series",
        "study",
        layers("land_1990.tif", "land_1995.tif", "land_1990.tif"),
        ("LAYERS", "land_1990"),
    ),
    Case(
        "same layer twice in shares",
        "areashares",
        layers("land_1990.tif", "land_1990.tif"),
        ("LAYERS", "land_1990"),
    ),
    Case(
        "one layer only",
        "study",
        layers("land_1990.tif"),
        ("LAYERS",),
        headless=True,
    ),
    Case(
        "braces in a layer's name",
        "transfermatrix",
        raster("LATER", [[1.5] * 4] * 3, "land {x} {0} 2000.tif", dtype=np.float32),
        ("land {x} {0} 2000", "1.5"),
    ),
    Case("no layer", "study", parameter(LAYERS=[]), ("LAYERS",)),
    Case(
        "too few years",
        "study",
        layers("land_1990.tif", "land_1995.tif", "land_2000.tif", years="1990,2000"),
        ("YEARS", "1990,2000"),
        headless=True,
    ),
    Case(
        "permuted years",
        "study",
        layers("land_1990.tif", "land_1995.tif", "land_2000.tif", years="1990,2000,1995"),
        ("YEARS", "land_1995", "2000"),
        headless=True,
    ),
    Case(
        "permuted years of shares",
        "areashares",
        layers("land_1990.tif", "land_2000.tif", years="2000,1990"),
        ("YEARS", "land_1990", "2000"),
    ),
    Case(
        "not a year",
        "study",
        layers("land_1990.tif", "land_2000.tif", years="1990,later"),
        ("YEARS", "later"),
    ),
    Case(
        "the same year twice",
        "study",
        layers("land_1990.tif", "land_2000.tif", years="1990,1990"),
        ("YEARS", "1990"),
    ),
    Case(
        "layer without a year",
        "study",
        layers("land_1990.tif", "plain.tif"),
        ("plain", "YEARS"),
    ),
    # Tables
    Case(
        "class table without classes",
        "transfermatrix",
        text("classes.csv", "value,name\n1,Arable\n"),
        ("CLASSES", "classes", "'class'", "'value'", "'name'"),
        headless=True,
    ),
    Case(
        "rules without zones",
        "zonereclassification",
        text("rules.csv", "from,to\narable,arable\n"),
        ("RULES", "rules", "'zone'"),
    ),
    Case(
        "coefficients without soil",
        "carbonloss",
        text("coefficients.csv", "class,vegetation_tc_per_ha\narable,5\n"),
        ("COEFFICIENTS", "coefficients", "'soil_tc_per_ha'"),
    ),
    Case(
        "zone table without names",
        "zonereclassification",
        text("zone_table.csv", "zone,key\n1,invariant\n"),
        ("ZONE_TABLE", "zone_table", "'name'"),
    ),
    Case(
        "empty rules",
        "zonereclassification",
        text("rules.csv", "from,to,zone"),
        ("RULES", "rules", "empty"),
    ),
    Case(
        "empty classes",
        "transfermatrix",
        text("classes.csv", "value,class,name,group,colour"),
        ("CLASSES", "classes", "empty"),
    ),
    Case(
        "empty coefficients",
        "study",
        text("coefficients.csv", "class,soil_tc_per_ha,vegetation_tc_per_ha"),
        ("COEFFICIENTS", "coefficients", "empty"),
    ),
    Case(
        "value no whole number",
        "transfermatrix",
        text("classes.csv", "value,class\n1,arable\n2.5,forest\n"),
        ("CLASSES", "row 2", "'value'", "2.5"),
    ),
    Case(
        "value twice",
        "transfermatrix",
        text("classes.csv", "value,class\n1,arable\n2,forest\n1,grass\n"),
        ("CLASSES", "row 3", "row 1", "value 1"),
    ),
    Case(
        "class in two groups",
        "zonereclassification",
        text("classes.csv", "value,class,group\n1,arable,sink\n2,arable,mine\n"),
        ("CLASSES", "row 2", "arable", "sink", "mine"),
    ),
    Case(
        "no colour",
        "transfermatrix",
        text("classes.csv", "value,class,colour\n1,arable,red\n"),
        ("CLASSES", "row 1", "red"),
    ),
    Case(
        "coefficient no number",
        "carbonloss",
        text("coefficients.csv", lines(COEFFICIENTS, soil_tc_per_ha="much")),
        ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "much"),
        headless=True,
    ),
    Case(
        "coefficient nan",
        "carbonloss",
        text("coefficients.csv", lines(COEFFICIENTS, soil_tc_per_ha="NaN")),
        ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "NaN"),
    ),
    Case(
        "density beyond all measure",
        "carbonloss",
        text("coefficients.csv", lines(COEFFICIENTS, soil_tc_per_ha="1e308")),
        ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "1e308", "1e+12 t C/ha"),
    ),
    Case(
        "density beyond all floats",
        "study",
        text("coefficients.csv", lines(COEFFICIENTS, soil_tc_per_ha="9" * 310)),
        ("COEFFICIENTS", "row 3", "'soil_tc_per_ha'", "99999", "not a number"),
    ),
    Case(
        "class value beyond all floats",
        "transfermatrix",
        text("classes.csv", f"value,class\n1,arable\n{'9' * 5000},forest"),
        ("CLASSES", "row 2", "'value'", "99999", "not a number"),
    ),
    Case(
        "coefficient missing",
        "study",
        text("coefficients.csv", lines(COEFFICIENTS, vegetation_tc_per_ha="")),
        ("COEFFICIENTS", "row 3", "'vegetation_tc_per_ha'"),
    ),
    Case(
        "coefficient negative",
        "study",
        text("coefficients.csv", lines(COEFFICIENTS, vegetation_tc_per_ha="-6.4")),
        ("COEFFICIENTS", "row 3", "'vegetation_tc_per_ha'", "-6.4"),
        headless=True,
    ),
    Case(
        "coefficients of an unknown class",
        "carbonloss",
        text("coefficients.csv", lines(COEFFICIENTS, **{"class": "gras"})),
        ("COEFFICIENTS", "row 3", "gras"),
    ),
    Case(
        "coefficients of a class twice",
        "carbonloss",
        text("coefficients.csv", lines(COEFFICIENTS, **{"class": "arable"})),
        ("COEFFICIENTS", "row 3", "row 1", "arable"),
    ),
    Case(
        "coefficients of a sink missing",
        "carbonloss",
        text("coefficients.csv", COEFFICIENTS.rsplit("\n", 2)[0]),
        ("COEFFICIENTS", "grass"),
    ),
    Case(
        "unknown class in a rule",
        "zonereclassification",
        text("rules.csv", lines(RULES, **{"from": "forrest"})),
        ("RULES", "row 2", "'from'", "forrest"),
        headless=True,
    ),
    Case(
        "unknown group in a rule",
        "study",
        text("rules.csv", lines(RULES, to="@mines")),
        ("RULES", "row 2", "'to'", "@mines"),
    ),
    Case(
        "unknown zone in a rule",
        "zonereclassification",
        text("rules.csv", lines(RULES, zone="7")),
        ("RULES", "row 2", "'7'"),
    ),
    Case(
        "rules that disagree",
        "study",
        text("rules.csv", RULES + "forest,open_pit,3\n"),
        ("RULES", "2 and 3", "Forestland", "Open pit", "4", "3"),
        headless=True,
    ),
    Case(
        "rules of one rank that disagree",
        "zonereclassification",
        text("rules.csv", "from,to,zone\n@sink,urban,1\narable,@built,3\n"),
        ("RULES", "1 and 2", "Arable land", "Urban land"),
    ),
    Case(
        "zone number too large",
        "zonereclassification",
        text("zone_table.csv", "zone,key,name\n300,far,Far\n"),
        ("ZONE_TABLE", "row 1", "300"),
    ),
    # Outputs
    Case(
        "output folder missing",
        "transfermatrix",
        output("TRANSFERS", "deep/down/transfers.csv"),
        ("TRANSFERS", "deep/down"),
        headless=True,
    ),
    Case(
        "output folder of a raster missing",
        "zonereclassification",
        output("ZONES", "deep/zones.tif"),
        ("ZONES", "deep"),
    ),
    Case(
        "output folder of a chart missing",
        "areashares",
        output("CHART", "deep/chart.html"),
        ("CHART", "deep"),
    ),
    Case(
        "raster not named tif",
        "zonereclassification",
        output("ZONES", "zones.img"),
        ("ZONES", "zones.img", ".tif"),
        headless=True,
    ),
    Case(
        "density not named tif",
        "carbonloss",
        output("LOSS_DENSITY", "density.asc"),
        ("LOSS_DENSITY", "density.asc", ".tif"),
    ),
    Case(
        "map of a kind that is none",
        "zonemap",
        output("OUTPUT", "map.docx"),
        ("OUTPUT", "map.docx", ".pdf"),
    ),
    Case(
        "scheme table of one's own in the folder",
        "exporttables",
        taken("classes.csv"),
        ("classes.csv", "differs"),
    ),
    Case(
        "file of one's own in the sample's folder",
        "sampledata",
        taken("landuse_1986.tif"),
        ("landuse_1986.tif", "differs"),
    ),
]
