"""Every kind of output, with every ending that it may have, in three spellings: the same result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication

from carbon_zones.bridge.destinations import LAYER_EXTENSIONS, TABLE_EXTENSIONS
from carbon_zones.test.contracts import good
from carbon_zones.test.helpers import ORIGIN, read_raster, write_polygons, write_raster

# One output of each kind, by its algorithm; its endings, or none where its dialog lists them.
OUTPUTS = {
    ("transfermatrix", "TRANSFERS"): TABLE_EXTENSIONS,
    ("transfermatrix", "UNITS_LAYER"): LAYER_EXTENSIONS,
    ("samplepoints", "SAMPLE"): LAYER_EXTENSIONS,
    ("transfermatrix", "CONVERSIONS"): (".tif", ".tiff"),
    ("areashares", "CHART"): (),
    ("landinventory", "WORKBOOK"): (),
    ("makescheme", "OUTPUT"): (),
    ("zonemap", "OUTPUT"): (),
}
X, Y = ORIGIN
UNIT = f"POLYGON (({X} {Y}, {X + 60} {Y}, {X + 60} {Y - 60}, {X} {Y}))"
SPELLINGS = (str.lower, str.upper, str.title)


def endings_of(algorithm: str, output: str) -> tuple[str, ...]:
    """The endings that an output may have."""
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    listed = re.findall(r"\*(\.\w+)", found.parameterDefinition(output).createFileFilter())
    return OUTPUTS[algorithm, output] or tuple(listed)


def content_of(path: Path) -> object:
    """What a file holds, as GDAL reads it; of others the first bytes, which tell the format."""
    if path.suffix.lower() in (".tif", ".tiff"):
        return read_raster(path).tolist()
    if path.suffix.lower() not in {*TABLE_EXTENSIONS, *LAYER_EXTENSIONS}:
        return path.read_bytes()[:5]
    with gdal.ExceptionMgr(useExceptions=True):
        options = ["LIST_ALL_TABLES=YES"] if path.suffix.lower() == ".sqlite" else []
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)
        names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
        rows = [
            (name, sorted(map(str, feature.items().items())), str(feature.GetGeometryRef()))
            for name in names
            if not name.startswith(("sqlite", "spatial", "geom", "layer_styles"))
            for feature in dataset.GetLayerByName(name)
        ]
        del dataset
    return rows


@pytest.mark.parametrize(("algorithm", "output"), OUTPUTS)
def test_the_spelling_of_an_ending_does_not_matter(run, tmp_path, algorithm, output):
    parameters = good(algorithm, tmp_path)
    if output == "UNITS_LAYER":
        parameters["UNITS"] = write_polygons(tmp_path / "units.geojson", [UNIT])
    if algorithm == "zonemap":
        parameters |= {"LAYERS": [write_raster(tmp_path / "z_1986_2000.tif", [[1, 2]])], "DPI": 30}
    endings = endings_of(algorithm, output)
    assert endings
    for ending in endings:
        contents = []
        for spelling in SPELLINGS:
            folder = tmp_path / f"in_{spelling(ending)[1:]}"
            folder.mkdir()
            wanted = folder / f"Named{spelling(ending)}"
            made = run(algorithm, **{**parameters, output: str(wanted)})[output]
            made = Path(made.split("|")[0])
            assert str(made).lower() == str(wanted).lower()
            assert made.exists()
            assert {path.name.split(".")[0] for path in folder.iterdir()} == {"Named"}
            contents.append(content_of(made))
        assert contents[0]
        assert contents[1:] == contents[:1] * 2, ending
