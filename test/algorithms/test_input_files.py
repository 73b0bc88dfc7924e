"""No input is overwritten, however it was named and whatever lies behind it."""

from __future__ import annotations

import os
import zipfile
from itertools import product
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import write_csv, write_polygons, write_raster

TABLE = "value,class\n1,one\n2,two\n3,three\n"


def contents(folder: Path) -> dict:
    """Every file below a folder and what it holds."""
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def place(tmp_path):
    """A folder with two rasters and a class table."""
    write_raster(tmp_path / "lu_1990.tif", [[1, 2, 3]])
    write_raster(tmp_path / "lu_2000.tif", [[1, 2, 2]])
    write_csv(tmp_path / "classes.csv", TABLE)
    return tmp_path


def mosaic(folder: Path, *names: str, name: str = "mosaic.vrt") -> str:
    path = str(folder / name)
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path, [str(folder / name) for name in names]).FlushCache()
    return path


def linked(link, place: Path) -> str:
    link(place / "lu_1990.tif", place / "zones.tif")
    return str(place / "zones.tif")


def archive(place: Path) -> tuple:
    path = place / "rasters.tif"  # any name will do for an archive
    with zipfile.ZipFile(path, "w") as file:
        file.write(place / "lu_1990.tif", "x.tif")
    return "ZONES", str(path), {"EARLIER": f"/vsizip/{{{path}}}/x.tif"}


def within_another_format(place: Path) -> tuple:
    path = str(place / "lu_1990.nc")
    with gdal.ExceptionMgr(useExceptions=True):
        if gdal.GetDriverByName("netCDF") is None:
            pytest.skip("GDAL has no netCDF")
        gdal.Translate(path, str(place / "lu_1990.tif"), format="netCDF").FlushCache()
    os.rename(path, place / "lu_1990.csv")
    path = str(place / "lu_1990.csv")
    return "TRANSFERS", path, {"EARLIER": f'NETCDF:"{path}":Band1'}


def package(place: Path) -> str:
    """A GeoPackage with two rasters and a table."""
    path = str(place / "all.gpkg")
    with gdal.ExceptionMgr(useExceptions=True):
        for year in (1990, 2000):
            options = [f"RASTER_TABLE=lu{year}", "APPEND_SUBDATASET=YES"]
            gdal.Translate(
                path, str(place / f"lu_{year}.tif"), format="GPKG", creationOptions=options
            ).FlushCache()
        gdal.VectorTranslate(
            path, str(place / "classes.csv"), accessMode="update", layerName="classes"
        ).FlushCache()
    return path


def rasters_of_a_geopackage(place: Path) -> tuple:
    path = package(place)
    rasters = {"EARLIER": f"GPKG:{path}:lu1990", "LATER": f"GPKG:{path}:lu2000"}
    return "TRANSFERS", path, rasters


def a_table_of_a_geopackage(place: Path, output: str = "{}") -> tuple:
    path = package(place)
    return "ZONE_SHARES", output.format(path), {"CLASSES": f"{path}|layername=classes"}


def delimited_text(place: Path) -> tuple:
    path = str(place / "classes.csv")
    layer = QgsVectorLayer(f"file://{path}?type=csv&geomType=none", "classes", "delimitedtext")
    assert layer.isValid()
    return "ZONE_SHARES", path, {"CLASSES": layer}


def part(place: Path) -> tuple:
    path = write_raster(place / "part.tif", [[1]])
    return "ZONES", path, {"EXTENT": path}


def addressed(address: str):
    """The input by another address, the output by its own."""

    def named(place: Path) -> tuple:
        path = str(place / "lu_1990.tif")
        return "ZONES", path, {"EARLIER": address.format(path)}

    return named


def asked(output):
    """The output by another name than its path."""
    return lambda place: ("ZONES", output(str(place / "lu_1990.tif")), {})


# What is given: an output, where it is to go, and inputs.
WAYS = {
    "the file of a mosaic": lambda place: (
        *("ZONES", str(place / "lu_1990.tif")),
        {"EARLIER": mosaic(place, "lu_1990.tif")},
    ),
    "that of a mosaic of mosaics": lambda place: (
        *("ZONES", str(place / "lu_1990.tif")),
        {"EARLIER": mosaic(place, mosaic(place, "lu_1990.tif"), name="outer.vrt")},
    ),
    "a symbolic link": lambda place: ("ZONES", linked(os.symlink, place), {}),
    "a hard link": lambda place: ("ZONES", linked(os.link, place), {}),
    "vrt": addressed("vrt://{}"),
    "a directory of a TIFF": addressed("GTIFF_DIR:1:{}"),
    "an option": addressed("{}|option:NUM_THREADS=2"),
    "in an archive": archive,
    "within another format": within_another_format,
    "rasters of a GeoPackage": rasters_of_a_geopackage,
    "a table of a GeoPackage": a_table_of_a_geopackage,
    "a table beside that of a GeoPackage": lambda place: a_table_of_a_geopackage(
        place, "ogr:dbname='{}' table=\"classes\""
    ),
    "delimited text": delimited_text,
    "a layer of the project": lambda place: (
        *("ZONE_SHARES", str(place / "classes.csv")),
        {"CLASSES": "my classes"},
    ),
    "selected rows of it": lambda place: (
        *("ZONE_SHARES", str(place / "classes.csv")),
        {"CLASSES": QgsProcessingFeatureSourceDefinition("my classes", True)},
    ),
    "an extent": part,
    "an expression": asked(lambda path: QgsProperty.fromExpression(f"'{path}'")),
    "a definition": asked(
        lambda path: QgsProcessingOutputLayerDefinition(QgsProperty.fromExpression(f"'{path}'"))
    ),
    "a relative path": asked(os.path.relpath),
    "a detour": asked(lambda path: path.replace("/lu_1990", "/./lu_1990")),
}
AS_STEPS = ["the file of a mosaic", "rasters of a GeoPackage"]


@pytest.mark.parametrize(
    ("way", "as_model"), [*((way, False) for way in WAYS), *((way, True) for way in AS_STEPS)]
)
def test_no_input_is_overwritten(run, place, way, as_model):
    """Nothing is changed, and the sentence says so."""
    output, value, inputs = WAYS[way](place)
    run.project = QgsProject()
    run.project.addMapLayer(QgsVectorLayer(str(place / "classes.csv"), "my classes", "ogr"))
    pair = {"EARLIER": str(place / "lu_1990.tif"), "LATER": str(place / "lu_2000.tif")}
    algorithm, given = "transfermatrix", {**pair, **inputs, output: value}
    if output != "TRANSFERS":
        rules = write_csv(place / "rules.csv", "from,to,zone\n*,*,1\n")
        outputs = dict.fromkeys(("ZONES", "ZONE_SHARES"), "TEMPORARY_OUTPUT")
        algorithm, given = "zonereclassification", {**outputs, "RULES": rules, **given}
    before = contents(place)
    with refuses(rf"{output}: .* an input of this run"):
        run(as_step(algorithm, given) if as_model else algorithm, **({} if as_model else given))
    assert contents(place) == before


def test_a_tile_in_the_folder_of_zones(run, place):
    """The study makes the names of these files itself."""
    write_raster(place / "zones_1990_2000.tif", [[1, 2, 3]])
    layers = [mosaic(place, "zones_1990_2000.tif"), str(place / "lu_2000.tif")]
    before = contents(place)
    given = {"LAYERS": layers, "YEARS": "1990,2000", "ZONES_FOLDER": str(place)}
    with refuses(r"zones_1990_2000\.tif' is already used as an input of this run"):
        run("study", SCHEME="coal_mine", **given)
    assert contents(place) == before


def test_an_output_beside_the_inputs_is_written(run, place):
    pair = {"EARLIER": mosaic(place, "lu_1990.tif"), "LATER": str(place / "lu_2000.tif")}
    results = run("transfermatrix", **pair, TRANSFERS=str(place / "transfers.csv"))
    assert Path(results["TRANSFERS"]).exists()


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/dev/null", path)])
def test_what_is_no_file_is_not_replaced(run, place, make):
    target = place / "transfers.csv"
    make(target)
    pair = {"EARLIER": str(place / "lu_1990.tif"), "LATER": str(place / "lu_2000.tif")}
    with refuses(r"TRANSFERS: .* is not a regular file and cannot be replaced"):
        run("transfermatrix", **pair, TRANSFERS=str(target))
    assert not target.is_file()


SQUARE = "POLYGON ((0 0, 0 1, 1 1, 0 0))"
# Kinds of parameters whose files are inputs, and of destinations that are one file.
INPUTS = ("raster", "multilayer", "source")
FILES = ("sink", "rasterDestination", "fileDestination")


def attacks(algorithm: str) -> list[tuple[str, str, str]]:
    """Pairs of an input and an output, so that each input and each output is in one."""
    kinds = {name: kind for name, (kind, *_) in CONTRACTS[algorithm].parameters.items()}
    inputs, outputs = ([name for name in kinds if kinds[name] in of] for of in (INPUTS, FILES))
    pairs = product(enumerate(inputs), enumerate(outputs))
    chosen = [(a, b) for (i, a), (j, b) in pairs if i % len(outputs) == j % len(inputs)]
    # Polygons of units are not made of a raster.
    return [(algorithm, *pair) for pair in chosen if pair != ("UNITS_RASTER", "UNITS_LAYER")]


ATTACKS = [attack for algorithm in CONTRACTS for attack in attacks(algorithm)]


def behind(algorithm: str, given: str, value: object, ending: str, folder: Path):
    """An input by another name, and the file with an ending that lies behind it."""
    kind = CONTRACTS[algorithm].parameters[given][0]
    if kind == "source":
        table = folder / f"table{ending}.csv"
        # A table, and a layer of polygons too, with labels.
        table.write_text(f'class_name,b,label,wkt\n1,2,1,"{SQUARE}"\n')
        # A GeoPackage, an archive, a link: what is there by the output's name.
        target = folder / f"table{ending}"
        os.link(table, target)
        return str(table), target
    path = value[0] if isinstance(value, list) else value
    hidden = folder / f"hidden_1990{ending}"
    os.rename(path, hidden)
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path.replace(".tif", ".vrt"), [str(hidden)]).FlushCache()
    vrt = path.replace(".tif", ".vrt")
    return [vrt, *value[1:]] if isinstance(value, list) else vrt, hidden


@pytest.mark.parametrize(
    ("algorithm", "given", "output"), ATTACKS, ids=[" ".join(attack) for attack in ATTACKS]
)
def test_no_output_takes_the_place_of_what_lies_behind_an_input(
    run, tmp_path, algorithm, given, output
):
    parameters = good(algorithm, tmp_path)
    file = "units.gpkg" if output == "UNITS_LAYER" else "audit.csv"
    ending = Path(CONTRACTS[algorithm].outputs.get(output, file)).suffix
    if output == "UNITS_LAYER":
        parameters["UNITS"] = write_polygons(tmp_path / "units.geojson", [SQUARE])
    if given == "STRATA":
        parameters["STRATUM_FIELD"] = "label"
    if given in ("UNITS_RASTER", "DISTURBANCE_YEAR", "RECOVERY_YEAR"):
        parameters[given] = write_raster(tmp_path / "further.tif", [[1]])
    if given == "OVERLAY" or (algorithm, given) == ("carbondensities", "LAYERS"):
        parameters[given] = [write_raster(tmp_path / "shade.tif", [[1]])]
    parameters[given], target = behind(algorithm, given, parameters.get(given), ending, tmp_path)
    parameters[output] = QgsProperty.fromExpression(f"'{target}'")
    before = target.read_bytes()
    with refuses(rf"{output}: .* is already used as an input of this run"):
        run(algorithm, **parameters)
    assert target.read_bytes() == before


@pytest.mark.parametrize("ending", [".gdb", ".GDB", ".Gdb"])
@pytest.mark.parametrize("table", ["", "|layername=own"])
def test_no_output_takes_the_place_of_a_geodatabase_with_an_input(run, tmp_path, ending, table):
    """A folder for the system, whatever the spelling of its ending."""
    classes = write_csv(tmp_path / "classes.csv", TABLE)
    path = tmp_path / f"own{ending}"
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(str(path), classes, format="OpenFileGDB", layerName="own").Close()
    parameters = {**good("transfermatrix", tmp_path), "CLASSES": f"{path}{table}"}
    before = contents(path)
    with refuses("TRANSFERS: .* is already used as an input of this run"):
        run("transfermatrix", **{**parameters, "TRANSFERS": str(path)})
    assert contents(path) == before
