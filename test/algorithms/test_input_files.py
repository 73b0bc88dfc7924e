"""No input is overwritten, however it was named and whatever lies behind it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import write_csv, write_polygons, write_raster

# Outputs that these algorithms need.
OTHERS = {
    "transfermatrix": {"TRANSFERS": "TEMPORARY_OUTPUT"},
    "areashares": {"SHARES": "TEMPORARY_OUTPUT"},
    "zonereclassification": {"ZONES": "TEMPORARY_OUTPUT", "ZONE_SHARES": "TEMPORARY_OUTPUT"},
}
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


@pytest.fixture
def refused(run, place):
    """Nothing is changed by a run that would write over an input, and the sentence says so."""

    def call(output, value, algorithm="zonereclassification", as_model=False, **inputs):
        given = {
            "EARLIER": str(place / "lu_1990.tif"),
            "LATER": str(place / "lu_2000.tif"),
            **OTHERS[algorithm],
            **inputs,
            output: value,
        }
        given = {name: own for name, own in given.items() if own is not None}
        if algorithm == "zonereclassification":
            given["RULES"] = write_csv(place / "rules.csv", "from,to,zone\n*,*,1\n")
        before = contents(place)
        with pytest.raises(QgsProcessingException, match=rf"{output}: .* an input of this run"):
            run(as_step(algorithm, given) if as_model else algorithm, **({} if as_model else given))
        assert contents(place) == before

    return call


def mosaic(folder: Path, *names: str) -> str:
    path = str(folder / "mosaic.vrt")
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path, [str(folder / name) for name in names]).FlushCache()
    return path


@pytest.mark.parametrize("as_model", [False, True], ids=["script", "step"])
def test_the_file_of_a_mosaic(refused, place, as_model):
    vrt = mosaic(place, "lu_1990.tif")
    refused("ZONES", str(place / "lu_1990.tif"), as_model=as_model, EARLIER=vrt)


def test_the_file_of_a_mosaic_of_mosaics(refused, place):
    inner = mosaic(place, "lu_1990.tif")
    outer = str(place / "outer.vrt")
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(outer, [inner]).FlushCache()
    refused("ZONES", str(place / "lu_1990.tif"), EARLIER=outer)


@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symbolic", "hard"])
def test_a_link_to_an_input(refused, place, link):
    link(place / "lu_1990.tif", place / "zones.tif")
    refused("ZONES", str(place / "zones.tif"))


@pytest.mark.parametrize("name", ["vrt://{}", "GTIFF_DIR:1:{}", "{}|option:NUM_THREADS=2"])
def test_a_raster_by_an_address(refused, place, name):
    path = str(place / "lu_1990.tif")
    refused("ZONES", path, EARLIER=name.format(path))


def test_a_raster_in_an_archive(refused, place):
    archive = place / "rasters.tif"  # any name will do for an archive
    with zipfile.ZipFile(archive, "w") as file:
        file.write(place / "lu_1990.tif", "x.tif")
    refused("ZONES", str(archive), EARLIER=f"/vsizip/{{{archive}}}/x.tif")


def test_a_raster_within_another_format(refused, place):
    path = str(place / "lu_1990.nc")
    with gdal.ExceptionMgr(useExceptions=True):
        if gdal.GetDriverByName("netCDF") is None:
            pytest.skip("GDAL has no netCDF")
        gdal.Translate(path, str(place / "lu_1990.tif"), format="netCDF").FlushCache()
    os.rename(path, place / "lu_1990.csv")
    path = str(place / "lu_1990.csv")
    refused("TRANSFERS", path, "transfermatrix", EARLIER=f'NETCDF:"{path}":Band1')


@pytest.fixture
def package(place):
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


@pytest.mark.parametrize("as_model", [False, True], ids=["script", "step"])
def test_a_geopackage_with_rasters(refused, package, as_model):
    refused(
        "TRANSFERS",
        package,
        "transfermatrix",
        as_model,
        EARLIER=f"GPKG:{package}:lu1990",
        LATER=f"GPKG:{package}:lu2000",
    )


@pytest.mark.parametrize("output", ["{}", "ogr:dbname='{}' table=\"classes\""])
def test_a_geopackage_with_a_table(refused, package, output):
    refused("ZONE_SHARES", output.format(package), CLASSES=f"{package}|layername=classes")


def test_a_layer_of_delimited_text(refused, place):
    path = str(place / "classes.csv")
    layer = QgsVectorLayer(f"file://{path}?type=csv&geomType=none", "classes", "delimitedtext")
    assert layer.isValid()
    refused("ZONE_SHARES", path, CLASSES=layer)


def test_a_layer_of_the_project_by_its_name(run, refused, place):
    path = str(place / "classes.csv")
    run.project = QgsProject()
    run.project.addMapLayer(QgsVectorLayer(path, "my classes", "ogr"))
    refused("ZONE_SHARES", path, CLASSES="my classes")
    refused("ZONE_SHARES", path, CLASSES=QgsProcessingFeatureSourceDefinition("my classes", True))


def test_a_layer_whose_extent_is_used(refused, place):
    path = write_raster(place / "part.tif", [[1]])
    refused("ZONES", path, EXTENT=path)


@pytest.mark.parametrize(
    "output",
    [
        lambda path: QgsProperty.fromExpression(f"'{path}'"),
        lambda path: QgsProcessingOutputLayerDefinition(QgsProperty.fromExpression(f"'{path}'")),
        lambda path: os.path.relpath(path),
        lambda path: path.replace("/lu_1990", "/./lu_1990"),
    ],
    ids=["expression", "definition", "relative", "detour"],
)
def test_an_output_however_it_is_named(refused, place, output):
    refused("ZONES", output(str(place / "lu_1990.tif")))


def test_a_tile_in_the_folder_of_zones(run, place):
    """The study makes the names of these files itself."""
    tile = write_raster(place / "zones_1990_2000.tif", [[1, 2, 3]])
    vrt = mosaic(place, "zones_1990_2000.tif")
    before = contents(place)
    with pytest.raises(QgsProcessingException, match=r"zones_1990_2000\.tif' is an input"):
        run(
            "study",
            SCHEME="coal_mine",
            LAYERS=[vrt, str(place / "lu_2000.tif")],
            YEARS="1990,2000",
            ZONES_FOLDER=str(place),
            **dict.fromkeys(
                ("TRANSFERS", "AREAS", "ZONE_SHARES", "LOSSES", "CLOSURE"), "TEMPORARY_OUTPUT"
            ),
        )
    assert contents(place) == before
    assert tile


def test_an_output_beside_the_inputs_is_written(run, place):
    results = run(
        "transfermatrix",
        EARLIER=mosaic(place, "lu_1990.tif"),
        LATER=str(place / "lu_2000.tif"),
        TRANSFERS=str(place / "transfers.csv"),
    )
    assert Path(results["TRANSFERS"]).exists()


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/dev/null", path)])
def test_what_is_no_file_is_not_replaced(run, place, make):
    target = place / "transfers.csv"
    make(target)
    with pytest.raises(QgsProcessingException, match=r"TRANSFERS: .* no file that could be"):
        run(
            "transfermatrix",
            EARLIER=str(place / "lu_1990.tif"),
            LATER=str(place / "lu_2000.tif"),
            TRANSFERS=str(target),
        )
    assert not target.is_file()


SQUARE = "POLYGON ((0 0, 0 1, 1 1, 0 0))"
# Kinds of parameters whose files are inputs, and of destinations that are one file.
INPUTS = ("raster", "multilayer", "source")
FILES = ("sink", "rasterDestination", "fileDestination")
ATTACKS = [
    (algorithm, given, output)
    for algorithm, contract in CONTRACTS.items()
    for given, (kind, *_) in contract.parameters.items()
    if kind in INPUTS
    for output, (place, *_) in contract.parameters.items()
    # Polygons of units are not made of a raster.
    if place in FILES and (given, output) != ("UNITS_RASTER", "UNITS_LAYER")
]


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
    if given == "UNITS_RASTER":
        parameters[given] = write_raster(tmp_path / "units.tif", [[1]])
    if given == "OVERLAY":
        parameters[given] = [write_raster(tmp_path / "shade.tif", [[1]])]
    parameters[given], target = behind(algorithm, given, parameters.get(given), ending, tmp_path)
    parameters[output] = QgsProperty.fromExpression(f"'{target}'")
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException, match=rf"{output}: .* is an input of this run"):
        run(algorithm, **parameters)
    assert target.read_bytes() == before
