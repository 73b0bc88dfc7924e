"""Every raster output shows paletted, with names and colours, from its file alone."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer

from carbon_zones.test.core.support import attribute_table
from carbon_zones.test.helpers import read_csv, read_raster, sample

PAIR = {"EARLIER": sample("1986"), "LATER": sample("2018")}


def legend_of(path) -> dict:
    """Label and colour by value of the layer that QGIS makes of a file."""
    layer = QgsRasterLayer(str(path), "from the file alone")
    assert layer.isValid()
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    return {entry.value: (entry.label, entry.color.name()) for entry in renderer.classes()}


def check_table(path):
    """The attribute table agrees with the cells and with the legend."""
    legend = legend_of(path)
    values, counts = np.unique(read_raster(path), return_counts=True)
    cells = dict(zip(values.tolist(), counts.tolist()))
    rows = attribute_table(path)
    assert [float(row["Value"]) for row in rows] == sorted(legend)
    for row in rows:
        value = float(row["Value"])
        assert float(row["Cells"]) == cells.get(value, 0)
        assert float(row["Hectares"]) == pytest.approx(cells.get(value, 0) * 0.09)
        colour = "#{:02x}{:02x}{:02x}".format(*(int(row[c]) for c in ("Red", "Green", "Blue")))
        assert legend[value] == (row["Name"], colour)
    return rows


def test_conversions_are_32_bit_integers(run, tmp_path):
    path = tmp_path / "conversions.tif"
    run("transfermatrix", **PAIR, TRANSFERS=str(tmp_path / "t.csv"), CONVERSIONS=str(path))
    assert read_raster(path).dtype == np.int32
    legend, rows = legend_of(path), check_table(path)
    assert legend[1001] == ("Arable land \N{RIGHTWARDS ARROW} Arable land", "#fffae8")
    # The new class with a trace of the old one: #297644 and #ffe9a1.
    assert legend[1002] == ("Arable land \N{RIGHTWARDS ARROW} Forestland", "#699860")
    transfers = read_csv(tmp_path / "t.csv")
    assert len(legend) == len(transfers) > 30
    assert {(row["From"], row["To"]) for row in rows} == {
        (row["from_class"], row["to_class"]) for row in transfers
    }


def test_the_loss_density_is_a_float_raster_of_few_values(run, tmp_path):
    path, ledger = tmp_path / "loss.tif", tmp_path / "l.csv"
    results = run("carbonloss", **PAIR, LOSSES=str(ledger), LOSS_DENSITY=str(path))
    assert read_raster(path).dtype == np.float64
    legend, rows = legend_of(path), check_table(path)
    assert list(legend.values()) == [
        ("No carbon loss", "#e6e8e2"),
        ("Arable land, 87.11 t C/ha", "#fdbb84"),
        ("Grassland, 94.748 t C/ha", "#e34a33"),
        ("Forestland, 108.17 t C/ha", "#7f0000"),
    ]
    losses = sum(float(row["Loss_tc"]) for row in rows)
    assert losses == pytest.approx(results["TOTAL_LOSS_TC"], rel=1e-12)
    # The value in the legend is the very value of the cells, or QGIS would leave them blank.
    layer = QgsRasterLayer(str(path), "loss")
    block = layer.renderer().block(1, layer.extent(), layer.width(), layer.height(), None)
    drawn = {block.color(row, column) for row in range(0, 782, 7) for column in range(0, 735, 7)}
    assert len(drawn) == 4
    assert all(colour >> 24 == 255 for colour in drawn)


def test_what_the_file_says_of_its_making(run, tmp_path):
    rules = tmp_path / "my_rules.csv"
    rules.write_text("from,to,zone\n*,*,invariant\n", encoding="utf-8")
    path = tmp_path / "zones.tif"
    run(
        "zonereclassification",
        **PAIR,
        RULES=str(rules),
        NODATA="250",
        GRID="later",
        EXTENT="601000,610000,4370000,4380000 [EPSG:32649]",
        ZONES=str(path),
        ZONE_SHARES=str(tmp_path / "s.csv"),
    )
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        found = dataset.GetMetadata()
    software = found.pop("TIFFTAG_SOFTWARE")
    assert software.startswith("Carbon Zones ")
    assert software.split()[-1][0].isdigit()
    assert found == {
        "TIFFTAG_IMAGEDESCRIPTION": "Carbon zones 1986-2018",
        "ALGORITHM": "carbonzones:zonereclassification",
        "EARLIER": "landuse_1986",
        "LATER": "landuse_2018",
        "EARLIER_BAND": "1",
        "LATER_BAND": "1",
        "SCHEME": "auto",
        "CLASSES": "from the layers",
        "AREA_METHOD": "auto",
        "EXTENT": "601000,610000,4370000,4380000 [EPSG:32649]",
        "NODATA": "250",
        "GRID": "later",
        "RULES": "my_rules",
        "ZONE_TABLE": "default (Yang et al. 2022)",
        "PERIOD": "1986-2018",
        "AREA_OR_POINT": "Area",
    }
