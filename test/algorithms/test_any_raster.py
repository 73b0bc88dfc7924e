"""Matrix and area shares of any categorical raster, without a scheme; cells are one hectare."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsVectorLayer

from carbon_zones.test.algorithms.test_legends import paletted, styled
from carbon_zones.test.helpers import pairs_of, read_csv, write_pair

EARLIER = [[0, 0, 7, 200], [0, 7, 7, 200]]
LATER = [[0, 7, 7, 0], [0, 7, 200, 200]]
# Cells by (from, to), counted by eye
PAIRS = {(0, 0): 2, (0, 7): 1, (7, 7): 2, (7, 200): 1, (200, 0): 1, (200, 200): 1}


def pair_of(folder, **options) -> dict:
    return write_pair(
        folder, {"early": EARLIER, "late": LATER}, "{}.tif", cell=(100, 100), **options
    )


@pytest.mark.parametrize(
    "names",
    [
        {0: "Fid", 7: "from_class", 200: "TOTAL"},
        {0: "A" * 80, 7: "A" * 79 + "b", 200: 'quote " and , comma'},
    ],
)
@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_matrix_of_awkward_class_names(run, tmp_path, names, ending):
    """Columns stay apart although a table's names do not tell case, and fid and Total are taken."""
    results = run(
        "transfermatrix",
        **pair_of(tmp_path, names=names),
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / f"matrix.{ending}"),
    )
    layer = QgsVectorLayer(results["MATRIX"], "matrix", "ogr")
    rows = [feature.attributes()[-5:] for feature in layer.getFeatures()]
    numbers = [[float(cell) for cell in row[1:]] for row in rows]
    assert numbers == [[2, 1, 0, 3], [0, 2, 1, 3], [1, 0, 1, 2], [3, 3, 2, 8]]


def names_in(path) -> set:
    return {name for r in read_csv(path) for name in (r["from_class"], r["to_class"])}


def of_the_coast(layer: QgsRasterLayer) -> None:
    """A paletted style of the user's own."""
    names = {0: "Sea", 7: "Dune", 200: "Marsh"}
    paletted(layer, names, {0: (0, 0, 255), 7: (255, 255, 0), 200: (0, 128, 0)})


def test_a_style_names_what_the_other_date_does_not(run, tmp_path):
    pair, path = pair_of(tmp_path), str(tmp_path / "transfers.csv")
    earlier = styled(pair["EARLIER"], of_the_coast)
    run("transfermatrix", EARLIER=earlier, LATER=pair["LATER"], TRANSFERS=path)
    assert names_in(path) == {"Sea", "Dune", "Marsh"}
    assert any("LATER" in text for text in run.feedback.warnings)


def test_bands_of_one_file_are_two_dates(run, tmp_path):
    """By its path; and as a layer, whose style of another band is warned of."""
    file, path = str(tmp_path / "two.vrt"), str(tmp_path / "transfers.csv")
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(file, list(pair_of(tmp_path).values()), separate=True).Close()
    run("transfermatrix", EARLIER=file, LATER=file, LATER_BAND=2, TRANSFERS=path)
    assert pairs_of(path) == PAIRS
    layer = styled(file, of_the_coast)  # by band 1
    run("transfermatrix", EARLIER=layer, LATER=layer, LATER_BAND=2, TRANSFERS=path)
    assert pairs_of(path) == PAIRS
    assert names_in(path) == {"Sea", "Dune", "Marsh"}
    (warning,) = run.feedback.warnings
    assert warning.startswith("LATER 'two'")
    assert "the layer style uses band 1" in warning
