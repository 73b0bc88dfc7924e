"""The INVENTED years of disturbance and recovery of the sample, as programs that follow land from
year to year in satellite images would give them.

`disturbance_year.tif` has calendar years on the cells of the maps. `recovery_year.tif` counts them
from 2000, as Hansen's lossyear does, on cells of 90 m that begin one of the maps' further west and
north. Of the land that the maps show to change, most has a year within the period in which they do;
some has another, some has none. A part of the mined land was worked a second time years after, and
has the later year. Here and there is a year where the maps show nothing.
"""

import numpy as np
from landscape import smooth_noise
from osgeo import gdal, osr
from rasters import CELL_M, EPSG, origin
from vegetation_carbon import MINES, SINKS, STEP, blocks

COUNTED_FROM = 2000
# Parts of the land that changed: without a year, a year too early or too late, mined twice.
MISSING, ELSEWHERE, TWICE = 0.08, 0.07, 0.06
STRAY = 0.2  # of the cells of a few patches elsewhere
SIZE = 18  # cells of the largest patch with one year


def periods(maps):
    """Return (disturbed, reclaimed) for each two dates: masks of (rows, columns)."""
    mined = np.isin(maps[0], MINES)
    for earlier, later in zip(maps, maps[1:]):
        was, is_mine = np.isin(earlier, MINES), np.isin(later, MINES)
        given_back = np.isin(later, SINKS) & ~np.isin(earlier, SINKS) & mined
        yield is_mine & ~was, given_back
        mined |= is_mine


def spread(order, begin, end):
    """Return a year after ``begin`` and by ``end`` for each cell, by its rank in ``order``.

    Years in the middle of a period have more land than those at its ends.
    """
    years = np.arange(begin + 1, end + 1)
    weights = 1 + np.sin(np.pi * (np.arange(years.size) + 0.5) / years.size)
    shares = np.cumsum(weights) / weights.sum()
    ranks = np.argsort(np.argsort(order, kind="stable"), kind="stable") / max(1, order.size)
    return years[np.searchsorted(shares, ranks, side="right")]


def years_of(masks, dates, random, shape, mined_twice):
    """Return the year of each cell, 0 where there is none; ``masks`` are those of the periods."""
    years = np.zeros(shape, int)
    for mask, begin, end in zip(masks, dates, dates[1:]):
        order = smooth_noise(random, shape, 60, 2.2)[mask] + random.normal(0, 0.05, mask.sum())
        own = spread(order, begin, end)
        # Patches, not single cells, go wrong.
        kind = smooth_noise(random, shape, SIZE, 2.0)[mask]
        rank = np.argsort(np.argsort(kind, kind="stable"), kind="stable") / max(1, kind.size)
        elsewhere = rank > 1 - ELSEWHERE
        count = elsewhere.sum()
        early, late = begin - random.integers(0, 4, count), end + random.integers(1, 4, count)
        own[elsewhere] = np.where(random.random(count) < 0.5, early, late)
        own[rank < MISSING] = 0
        again = mined_twice[mask] & (rank > MISSING) & (rank < MISSING + TWICE)
        if end < dates[-1]:
            own[again] = random.integers(end + 1, dates[-1] + 1, again.sum())
        years[mask] = own
    stray = (smooth_noise(random, shape, SIZE, 2.0) > 2.6) & (years == 0)
    stray &= random.random(shape) < STRAY
    years[stray] = random.integers(dates[0] + 1, dates[-1] + 1, stray.sum())
    return years


def write_years(folder, maps, dates, seed):
    """Write both rasters into ``folder``, of ``maps`` with class codes and the years of them."""
    shape, random = maps[0].shape, np.random.default_rng([seed, 2])
    disturbed, reclaimed = zip(*periods(maps))
    stays = np.isin(maps[-1], MINES)
    taken = years_of(disturbed, dates, random, shape, stays)
    given = years_of(reclaimed, dates, random, shape, np.zeros(shape, bool))
    _write(
        folder / "disturbance_year.tif",
        taken,
        CELL_M,
        origin(shape),
        "disturbance",
        gdal.GDT_UInt16,
    )
    # The middle one of each nine cells, as nearest neighbour has it.
    middle = blocks(given, 0)[:, :, STEP * STEP // 2]
    left, top = origin(shape)
    corner = left - CELL_M, top + CELL_M
    coded = np.where(middle > COUNTED_FROM, middle - COUNTED_FROM, 0)
    _write(folder / "recovery_year.tif", coded, STEP * CELL_M, corner, "recovery", gdal.GDT_Byte)


def _write(path, stored, cell, corner, what, kind):
    rows, columns = stored.shape
    left, top = corner
    draft = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, kind)
    draft.SetGeoTransform((left, cell, 0, top, 0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    draft.SetProjection(system.ExportToWkt())
    title = f"INVENTED year of {what}"
    counted = "" if kind == gdal.GDT_UInt16 else f", counted from {COUNTED_FROM}"
    description = f"{title}{counted}: made up; not detected, and not of the real place"
    draft.SetMetadata(
        {"TITLE": title, "DESCRIPTION": description, "TIFFTAG_IMAGEDESCRIPTION": description}
    )
    band = draft.GetRasterBand(1)
    band.SetDescription(f"{title}{counted}")
    band.SetNoDataValue(0)
    band.WriteArray(stored)
    # Else programs put them into a file beside it.
    band.ComputeStatistics(False)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=9", "TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), draft, options=options)
