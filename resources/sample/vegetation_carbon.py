"""The INVENTED vegetation carbon of the sample: a raster of 2018 on cells of 90 m.

Land of group sink that was mined before has a part of what land of its class has that never was,
and this part goes by the date that first shows it as a sink. Cells are three of the maps' wide and
high and begin one of these further west and north; where several kinds of land lie in one it holds
their mean, as what a satellite sees does.
"""

import numpy as np
from osgeo import gdal, osr
from rasters import CELL_M, EPSG, origin

STEP = 3  # cells of the maps
NODATA, UNIT = 65535, 0.01  # t C/ha
SINKS, MINES = (1, 2, 3), (7, 8, 9, 10)
WATER = 11
# Of undisturbed land, in UNIT, and what its cells lie above or below that, in parts of it.
UNDISTURBED = {1: 500, 2: 4000, 3: 800}
SCATTER = 0.1
# What reclaimed land has of that: where it is a sink at the last date alone, and at the last two;
# none is for longer.
PARTS = {1: (0.6, 0.9), 2: (0.1, 0.3), 3: (0.5, 0.8)}
# Towns and villages have trees; mines have none.
BUILT = 200
TITLE = "INVENTED vegetation carbon 2018"
DESCRIPTION = f"{TITLE}: made up, t C/ha; not measured, and not of the real place"


def kinds(maps):
    """Return the class at the last date, and how many dates land has been reclaimed; 0: it is not.

    ``maps`` are class codes (rows, columns) by date.
    """
    run = np.zeros(maps[0].shape, int)
    mined = np.zeros(maps[0].shape, bool)
    for codes in maps:
        run = np.where(np.isin(codes, SINKS) & mined, run + 1, 0)
        mined |= np.isin(codes, MINES)
    return maps[-1], run


def held(codes, run):
    """Return what each cell of the maps holds, in UNIT; NaN on water."""
    values = np.zeros(codes.shape)
    for code, whole in UNDISTURBED.items():
        parts = np.array([1.0, *PARTS[code]])
        values[codes == code] = whole * parts[run[codes == code]]
    values[~np.isin(codes, (*SINKS, *MINES))] = BUILT
    values[codes == WATER] = np.nan
    return values


def blocks(cells, fill):
    """Return the cells of each coarse one side by side, (rows, columns, STEP * STEP)."""
    rows, columns = (-(-(size + 1) // STEP) for size in cells.shape)
    whole = np.full((rows * STEP, columns * STEP), fill, cells.dtype)
    whole[1 : cells.shape[0] + 1, 1 : cells.shape[1] + 1] = cells
    apart = whole.reshape(rows, STEP, columns, STEP).swapaxes(1, 2)
    return apart.reshape(rows, columns, STEP * STEP)


def write_vegetation_carbon(path, maps, seed):
    """Write the vegetation carbon of the last of ``maps`` at ``path``."""
    codes, run = kinds(maps)
    inside = blocks(np.ones(codes.shape), 0.0)
    values = blocks(held(codes, run), np.nan)
    seen = inside * ~np.isnan(values)
    counts = seen.sum(axis=2)
    sums = np.where(seen > 0, values, 0.0).sum(axis=2)
    mean = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    kind = blocks(codes.astype(int) * 10 + run, -1)
    is_whole = (kind == kind[:, :, :1]).all(axis=2) & (counts == STEP * STEP)
    random = np.random.default_rng(seed)
    for one in np.unique(kind[is_whole]):
        # As many lie above as below, so that their mean is what was laid in.
        rows, columns = random.permutation(np.argwhere(is_whole & (kind[:, :, 0] == one))).T
        pairs = rows.size // 2 * 2
        signs = np.resize([1, -1], pairs)
        at = rows[:pairs], columns[:pairs]
        mean[at] += np.rint(SCATTER * mean[at]) * signs
    stored = np.where(np.isnan(mean), NODATA, np.rint(np.nan_to_num(mean))).astype(np.uint16)
    _write(path, stored, origin(codes.shape))


def _write(path, stored, corner):
    rows, columns = stored.shape
    left, top = corner
    draft = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_UInt16)
    cell = STEP * CELL_M
    draft.SetGeoTransform((left - CELL_M, cell, 0, top + CELL_M, 0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    draft.SetProjection(system.ExportToWkt())
    draft.SetMetadata(
        {"TITLE": TITLE, "DESCRIPTION": DESCRIPTION, "TIFFTAG_IMAGEDESCRIPTION": DESCRIPTION}
    )
    band = draft.GetRasterBand(1)
    band.SetDescription(f"{TITLE} (t C/ha)")
    band.SetNoDataValue(NODATA)
    band.SetScale(UNIT)
    band.SetUnitType("t C/ha")
    band.WriteArray(stored)
    # Else programs put them into a file beside it.
    band.ComputeStatistics(False)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=9", "PREDICTOR=2", "TILED=YES"]
    options += ["BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), draft, options=options)
