"""Write a land-use map as a labelled GeoTIFF, and count the trajectories of written ones."""

import csv
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()

NODATA = 0
CELL_M = 30
EPSG = 32649
CENTRE_M = (611_790, 4_373_070)  # 112.3 E, 39.5 N, the Pingshuo mining area
SCHEME = Path(__file__).resolve().parent.parent / "schemes" / "coal_mine" / "classes.csv"


def scheme_classes(path=SCHEME):
    """Return {class code: (name, (red, green, blue))} of a class table."""
    with open(path, newline="", encoding="utf-8") as table:
        return {
            int(row["value"]): (row["name"], tuple(bytes.fromhex(row["colour"][1:])))
            for row in csv.DictReader(table)
        }


def origin(shape):
    """Return the (x, y) of the upper left corner in metres, a whole number of cells from 0."""
    rows, columns = shape
    x = CENTRE_M[0] - columns * CELL_M / 2
    y = CENTRE_M[1] + rows * CELL_M / 2
    return CELL_M * round(x / CELL_M), CELL_M * round(y / CELL_M)


def colour_table(classes):
    """Return the colours of ``classes`` as a GDAL colour table, nodata transparent."""
    table = gdal.ColorTable()
    table.SetColorEntry(NODATA, (255, 255, 255, 0))
    for code, (_, colour) in classes.items():
        table.SetColorEntry(code, (*colour, 255))
    return table


def attribute_table(codes, classes):
    """Return a GDAL raster attribute table of ``classes``, with their cells in ``codes``."""
    table = gdal.RasterAttributeTable()
    table.SetTableType(gdal.GRTT_THEMATIC)
    columns = [
        ("Value", gdal.GFT_Integer, gdal.GFU_MinMax),
        ("Class", gdal.GFT_String, gdal.GFU_Name),
        ("Count", gdal.GFT_Integer, gdal.GFU_PixelCount),
        ("Red", gdal.GFT_Integer, gdal.GFU_Red),
        ("Green", gdal.GFT_Integer, gdal.GFU_Green),
        ("Blue", gdal.GFT_Integer, gdal.GFU_Blue),
        ("Alpha", gdal.GFT_Integer, gdal.GFU_Alpha),
    ]
    for column in columns:
        table.CreateColumn(*column)
    table.SetRowCount(len(classes))
    counts = np.bincount(codes.ravel(), minlength=max(classes) + 1)
    for row, (code, (name, colour)) in enumerate(classes.items()):
        for column, value in enumerate((code, name, int(counts[code]), *colour, 255)):
            if isinstance(value, str):
                table.SetValueAsString(row, column, value)
            else:
                table.SetValueAsInt(row, column, value)
    return table


def write_land_use(path, codes, year):
    """Write class ``codes`` (rows, columns) of ``year`` as a paletted GeoTIFF at ``path``."""
    title = f"SYNTHETIC land use {year}"
    description = (
        f"{title}: reproduces published totals of Yang et al. 2022; not a map of the real place"
    )
    write_classes(path, codes, scheme_classes(), CELL_M, origin(codes.shape), title, description)


def write_classes(path, codes, classes, cell, corner, title, description):
    """Write ``codes`` as a paletted GeoTIFF.

    ``classes`` are name and colour by code, ``cell`` is the size of a cell in metres, ``corner``
    the (x, y) of the upper left corner.
    """
    rows, columns = codes.shape
    left, top = corner
    draft = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    draft.SetGeoTransform((left, cell, 0, top, 0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    draft.SetProjection(system.ExportToWkt())
    draft.SetMetadata(
        {"TITLE": title, "DESCRIPTION": description, "TIFFTAG_IMAGEDESCRIPTION": description}
    )
    band = draft.GetRasterBand(1)
    band.SetDescription(f"{title} (class code)")
    band.SetNoDataValue(NODATA)
    band.SetColorTable(colour_table(classes))
    band.SetCategoryNames(
        [classes[code][0] if code in classes else "" for code in range(max(classes) + 1)]
    )
    band.SetDefaultRAT(attribute_table(codes, classes))
    band.WriteArray(codes)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=9", "TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), draft, options=options)


def count_trajectories(paths):
    """Return {tuple of classes by date: cells} counted from written rasters."""
    stack = np.stack([gdal.Open(str(path)).ReadAsArray().ravel() for path in paths], axis=1)
    found, cells = np.unique(stack, axis=0, return_counts=True)
    return {tuple(map(int, row)): int(n) for row, n in zip(found, cells)}
