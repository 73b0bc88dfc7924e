"""Rasters on differing cells: every cell is the one that GDAL's warper on whole arrays, PROJ or
plain arithmetic finds, and what is lost by it is counted."""

import re
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal
from pyproj import Transformer

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.reader import (
    NODATA_CODE,
    OUTSIDE_CODE,
    VALID_CODE,
    RasterReader,
    align_rasters,
)
from carbon_zones.core.raster.source import RasterInput, inspect_raster
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import hide, pieces_of, tally_of_pairs, texts
from carbon_zones.test.core.warped import places_by_gdal
from carbon_zones.test.helpers import ORIGIN, UTM_49N, write_raster

PAIR = [Period(0, 1, "a-b")]
SHAPE = (23, 31)
RANDOM = np.random.default_rng(7)
CELLS = RANDOM.integers(1, 250, SHAPE).astype(np.uint8)


def place(epsg: int, cell=30.0, shift=(0.0, 0.0), ratio=1.0) -> dict:
    """Origin, cell and system of a raster whose corner lies `shift` cells from ORIGIN."""
    change = Transformer.from_crs(UTM_49N, epsg, always_xy=True)
    x, y = change.transform(*ORIGIN)
    unit = 111_194.9 if epsg in (4326, 4490) else 1.0
    width, height = cell / unit, cell * ratio / unit
    return {
        "epsg": epsg,
        "cell": (width, height),
        "origin": (x + shift[0] * width, y - shift[1] * height),
    }


def pair(folder, first, second, both=None, **options) -> list[str]:
    """Two rasters; the options are those of the second, or of both."""
    both = both or {}
    return [
        write_raster(folder / "a.tif", first, **{"dtype": first.dtype, **both}),
        write_raster(folder / "b.tif", second, **{"dtype": second.dtype, **both, **options}),
    ]


def labelled(files) -> list[RasterInput]:
    return [RasterInput(str(file), label) for file, label in zip(files, "ab")]


def opened(*paths, base=0, notes=None) -> list:
    return align_rasters(
        [inspect_raster(s) for s in labelled(paths)], base, Notes() if notes is None else notes
    )


def read_on(raster, grid: Grid, cells=10**9) -> tuple:
    """Values and mask of a raster on a grid, read in pieces of about so many cells."""
    values = np.zeros((grid.height, grid.width), raster.dtype)
    mask = np.full(values.shape, VALID_CODE, np.uint8)
    reader = RasterReader(raster)
    for piece in pieces_of(grid.full_window, [raster], cells):
        inside = (
            slice(piece.row, piece.row + piece.height),
            slice(piece.column, piece.column + piece.width),
        )
        values[inside], own = reader.read_window(piece)
        if own is not None:
            mask[inside] = own
    return values, mask


def grid_of(path) -> Grid:
    with gdal.ExceptionMgr(useExceptions=True):
        return Grid.from_dataset(gdal.Open(str(path)))


def placed(grid: Grid) -> tuple:
    return grid.transform, grid.crs, (grid.height, grid.width)


def places_by_proj(source: Grid, target: Grid) -> tuple:
    """For each target cell the number of the source cell, -1 beyond, by PROJ and plain arithmetic.

    And how far each centre is from a cell's edge.
    """
    columns, rows = np.meshgrid(np.arange(target.width) + 0.5, np.arange(target.height) + 0.5)
    x = target.transform[0] + columns * target.transform[1]
    y = target.transform[3] + rows * target.transform[5]
    if source.crs != target.crs:
        x, y = Transformer.from_crs(target.crs, source.crs, always_xy=True).transform(x, y)
    column = (x - source.transform[0]) / source.transform[1]
    row = (y - source.transform[3]) / source.transform[5]
    far = np.minimum(abs(column - np.round(column)), abs(row - np.round(row)))
    column, row = np.floor(column).astype(np.int64), np.floor(row).astype(np.int64)
    inside = (column >= 0) & (column < source.width) & (row >= 0) & (row < source.height)
    return np.where(inside, row * source.width + column, -1), far


def check_brought(raster, cells, grid, mask=None, at_once=10**9):
    """Values and mask of a brought raster are those of the cells that GDAL and PROJ name."""
    found, states = read_on(raster, grid, at_once)
    places = places_by_gdal(placed(raster.grid), placed(grid))
    other, far = places_by_proj(raster.grid, grid)
    # On the very edge between two cells GDAL's choice counts.
    clear = far > 1e-6
    assert (places[clear] == other[clear]).all()
    hidden = np.zeros(cells.shape, bool) if mask is None else np.asarray(mask) == 0
    wanted = np.where(hidden.ravel()[places], NODATA_CODE, VALID_CODE)
    wanted[places < 0] = OUTSIDE_CODE
    assert (states == wanted).all()
    inside = places >= 0
    assert found.dtype == cells.dtype
    np.testing.assert_array_equal(found[inside], cells.ravel()[places[inside]])
    return places


PLACES = {
    "half a cell": place(UTM_49N, shift=(0.5, 0.5)),
    "one cell": place(UTM_49N, shift=(1.0, -1.0)),
    "7.3 cells": place(UTM_49N, shift=(7.3, 7.3)),
    "7.3 cells the other way": place(UTM_49N, shift=(-7.3, 2.3)),
    "a hundredth of a cell": place(UTM_49N, shift=(0.01, -0.01)),
    "smaller cells": place(UTM_49N, cell=25.0),
    "hardly larger cells": place(UTM_49N, cell=30.7, shift=(0.2, 0.1)),
    "much larger cells": place(UTM_49N, cell=191.0, shift=(-1.2, -0.7)),
    "oblong cells": place(UTM_49N, cell=22.0, ratio=1.7, shift=(-0.3, 0.4)),
    "UTM zone 50": place(32650),
    "web Mercator": place(3857, cell=39.0, shift=(-1.4, 2.1)),
    "degrees": place(4326, shift=(0.3, 0.2)),
    "CGCS2000 degrees": place(4490, cell=41.0),
    "LAEA of Europe": place(3035, shift=(-12.0, -9.0)),
}


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("other", PLACES.values(), ids=PLACES)
def test_each_cell_is_the_nearest_one(tmp_path, other, base):
    cells = [CELLS, CELLS[::-1, ::-1]]
    rasters = opened(*pair(tmp_path, *cells, **other), base=base)
    grid = rasters[base].grid
    assert rasters[base].onto is None
    assert rasters[1 - base].onto == grid
    places = check_brought(rasters[1 - base], cells[1 - base], grid)
    assert (places >= 0).sum() > 10
    if other is not PLACES["half a cell"]:
        # GDAL and PROJ were both asked about nearly every cell.
        assert (places_by_proj(rasters[1 - base].grid, grid)[1] > 1e-6).mean() > 0.6


def test_a_grid_of_many_blocks_of_the_warper(tmp_path):
    # GDAL's virtual rasters have blocks of 512 x 128 cells; the pieces are none of theirs.
    cells = RANDOM.integers(0, 2**15, (700, 900)).astype(np.int16)
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    files = [
        write_raster(tmp_path / "a.tif", cells, dtype=np.int16, options=options),
        write_raster(tmp_path / "b.tif", cells, dtype=np.int16, **place(3857, 38.0, (-9.3, 4.4))),
    ]
    for base, at_once in ((0, 10_000), (1, 70_000)):
        rasters = opened(*files, base=base)
        places = check_brought(rasters[1 - base], cells, rasters[base].grid, at_once=at_once)
        assert (places >= 0).mean() > 0.8


EXTREMES = {
    "u1": [0, 1, 254, 255],
    "i1": [-128, -1, 0, 127],
    "u2": [0, 256, 65_535],
    "i2": [-32_768, -1, 32_767],
    "u4": [0, 2**31, 2**32 - 1],
    "i4": [-(2**31), -1, 2**31 - 1],
    "u8": [0, 2**32, 2**52 - 1],
    "i8": [-(2**52) + 1, -1, 2**52 - 1],
    "f4": [-3.4028234663852886e38, -1, 0, 2**24, np.nan],
    "f8": [-1e300, -1, 0, 2**53, np.nan, np.inf],
}


@pytest.mark.parametrize("dtype", EXTREMES)
@pytest.mark.parametrize("declared", [False, True])
def test_every_type_keeps_its_values_at_the_ends_of_the_type(tmp_path, dtype, declared):
    cells = RANDOM.choice(np.array(EXTREMES[dtype], dtype), SHAPE)
    # A declared nodata value must stay what it is, too: codes are worked out from the values.
    nodata = {"nodata": EXTREMES[dtype][0]} if declared else {}
    brought = opened(*pair(tmp_path, CELLS, cells, **PLACES["7.3 cells"], **nodata))[1]
    check_brought(brought, cells, brought.onto, at_once=50)


def with_mask(path, cells, mask, kind: str, **options) -> str:
    """A raster whose mask lies in the file, beside it, or in an alpha band."""
    file = write_raster(path, cells, **options)
    if kind != "alpha":
        internal = "NO" if kind == "side file" else "YES"
        with gdal.config_option("GDAL_TIFF_INTERNAL_MASK", internal):
            hide(file, mask == 0)
        return file
    bands = [file, write_raster(f"{path}.mask", mask, **options)]
    with gdal.ExceptionMgr(useExceptions=True):
        both = gdal.BuildVRT("", bands, separate=True)
        gdal.Translate(f"{path}.both.tif", both, creationOptions=["ALPHA=YES"]).Close()
    return f"{path}.both.tif"


@pytest.mark.parametrize("kind", ["in the file", "side file", "alpha"])
@pytest.mark.parametrize("name", ["half a cell", "7.3 cells", "web Mercator", "smaller cells"])
@pytest.mark.parametrize("base", [0, 1])
def test_masks_are_brought_with_their_cells(tmp_path, kind, name, base):
    # An alpha of less than 255 still shows its cell; the warper must not blend or drop it.
    mask = np.where(RANDOM.random(SHAPE) < 0.3, 0, 255)
    if kind == "alpha":
        mask[::2] = np.minimum(mask[::2], 100)
    files = [
        with_mask(tmp_path / "a.tif", CELLS, mask, kind, **place(UTM_49N)),
        with_mask(tmp_path / "b.tif", CELLS, mask, kind, **PLACES[name]),
    ]
    rasters = opened(*files, base=base)
    assert [raster.mask for raster in rasters] == ["mask,1"] * 2
    check_brought(rasters[1 - base], CELLS, rasters[base].grid, mask, at_once=77)
    values, states = read_on(rasters[base], rasters[base].grid, 77)
    assert (values == CELLS).all()
    assert (states == np.where(mask == 0, NODATA_CODE, VALID_CODE)).all()


def test_a_band_is_brought_with_its_own_cells_and_its_own_mask(tmp_path):
    # A virtual raster whose bands have masks of their own.
    masks = [np.where(RANDOM.random(SHAPE) < 0.5, 0, 255).astype(np.uint8) for _ in range(2)]
    x, y = PLACES["7.3 cells"]["origin"]
    cells = CELLS, CELLS // 3
    files = [write_raster(tmp_path / f"{n}.tif", one) for n, one in enumerate((*cells, *masks))]
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{n + 1}">{source(files[n])}<MaskBand>'
        f'<VRTRasterBand dataType="Byte">{source(files[n + 2])}</VRTRasterBand></MaskBand>'
        "</VRTRasterBand>"
        for n in (0, 1)
    )
    path = tmp_path / "b.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="{SHAPE[1]}" rasterYSize="{SHAPE[0]}">'
        f"<SRS>EPSG:{UTM_49N}</SRS><GeoTransform>{x}, 30, 0, {y}, 0, -30</GeoTransform>{bands}"
        "</VRTDataset>"
    )
    for number in (1, 2):
        sources = [RasterInput(files[0], "a"), RasterInput(str(path), "b", band=number)]
        brought = align_rasters([inspect_raster(one) for one in sources], 0, Notes())[1]
        assert brought.mask == f"mask,{number}"
        check_brought(brought, cells[number - 1], brought.onto, masks[number - 1])


def source(file: str) -> str:
    return (
        f'<SimpleSource><SourceFilename relativeToVRT="0">{file}</SourceFilename>'
        "<SourceBand>1</SourceBand></SimpleSource>"
    )


def test_without_any_reference_system_cells_are_brought_by_their_coordinates(tmp_path):
    origin = ORIGIN[0] + 100.0, ORIGIN[1] - 50.0
    brought = opened(*pair(tmp_path, CELLS, CELLS, {"epsg": None}, origin=origin))[1]
    check_brought(brought, CELLS, brought.onto)


def test_cells_beyond_the_date_line_are_found(tmp_path):
    # UTM zone 1 reaches over the 180th meridian, where longitudes jump.
    here = {"epsg": 32601, "cell": (1000.0, 1000.0), "origin": (200_000.0, 100_000.0)}
    there = {"epsg": 32660, "cell": (900.0, 900.0), "origin": (800_000.0, 110_000.0)}
    cells = RANDOM.integers(1, 250, (40, 120)).astype(np.uint8)
    files = pair(tmp_path, cells, cells, here, **there)
    for base in (0, 1):
        rasters = opened(*files, base=base)
        check_brought(rasters[1 - base], cells, rasters[base].grid)


@pytest.mark.parametrize(
    ("left", "epsg", "origin"),
    [
        (-180.0, UTM_49N, ORIGIN),
        (0.0, UTM_49N, ORIGIN),
        (-180.0, 3857, (1e6, 6e6)),
        (-180.0, 3995, (-100_000.0, 100_000.0)),
        (-180.0, 3035, (4_300_000.0, 3_200_000.0)),
        (-180.0, 28992, (150_000.0, 450_000.0)),
        (-180.0, 5514, (-700_000.0, -1_000_000.0)),
    ],
)
def test_a_raster_of_the_world_is_brought_onto_a_small_grid(tmp_path, left, epsg, origin):
    world = RANDOM.integers(1, 250, (180, 360)).astype(np.uint8)
    here = {"epsg": epsg, "origin": origin, "cell": (5000.0, 5000.0)}
    there = {"epsg": 4326, "origin": (left, 90.0), "cell": (1.0, 1.0)}
    brought = opened(*pair(tmp_path, CELLS, world, here, **there))[1]
    assert (check_brought(brought, world, brought.onto) >= 0).all()


@pytest.mark.parametrize("base", [0, 1])
def test_an_extent_cuts_the_cells_of_the_base_and_changes_none(tmp_path, base):
    files = pair(tmp_path, CELLS, CELLS, **PLACES["web Mercator"])
    grid = grid_of(files[base])
    x, dx, _, y, _, dy = grid.transform
    extent = (x + 4 * dx, y + 19 * dy, x + 20 * dx, y + 6 * dy)
    series = open_series(labelled(files), "auto", extent=extent, base=base)
    assert series.window == Window(4, 6, 16, 13)
    found = count_series(series, PAIR, cells=50)
    places = places_by_gdal(placed(grid_of(files[1 - base])), placed(grid))[6:19, 4:20]
    own = CELLS[6:19, 4:20][places >= 0].tolist()
    other = CELLS.ravel()[places[places >= 0]].tolist()
    pairs = list(zip(own, other) if base == 0 else zip(other, own))
    found_pairs = tally_of_pairs(found.cube.cells[0], series.classes)
    assert found_pairs == {pair: pairs.count(pair) for pair in pairs}
    beyond = [int(tally.cells[OUTSIDE_CODE]) for tally in found.dates.own]
    assert (beyond[base], beyond[1 - base]) == (0, (places < 0).sum())


UNNAMED_LAEA = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m"


def respelled(path, text: str) -> str:
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(path), gdal.GA_Update)
        reference = dataset.GetSpatialRef()
        reference.SetFromUserInput(text)
        dataset.SetSpatialRef(reference)
        dataset.Close()
    return str(path)


@pytest.mark.parametrize("base", [0, 1])
def test_the_same_cells_under_two_spellings_are_read_as_they_lie(tmp_path, base):
    options = {"epsg": 3035, "origin": (4_300_000.0, 3_200_000.0)}
    files = pair(tmp_path, CELLS, CELLS, options)
    respelled(files[1], UNNAMED_LAEA)
    assert grid_of(files[0]).crs != grid_of(files[1]).crs
    notes = Notes()
    aligned = opened(*files, base=base, notes=notes)
    assert [raster.onto for raster in aligned] == [None, None]
    assert notes == Notes()
    values, mask = RasterReader(aligned[1 - base]).read_window(aligned[0].grid.full_window)
    assert (values == CELLS).all()
    assert mask is None


@pytest.mark.parametrize(
    ("base", "words"),
    [
        (0, ("b is resampled to", "grid of a ", "25 × 40 m (", "30 × 30 m (", "2.500", "0.500")),
        (1, ("a is resampled to", "grid of b ", "30 × 30 m (", "25 × 40 m (", "-3.000", "-0.375")),
    ],
)
def test_the_log_says_which_layer_from_which_cells_and_how_far(tmp_path, base, words):
    there = {"cell": (25.0, 40.0), "origin": (600_075.0, 4_399_985.0)}
    notes = Notes()
    opened(*pair(tmp_path, CELLS, CELLS, **there), base=base, notes=notes)
    (line,) = texts(notes.notices)
    places = [line.find(word) for word in words]
    assert places[0] == 0, line
    assert places == sorted(places), line
    assert notes.warnings == []


def test_the_log_says_the_system_and_the_shift_in_cells_of_the_base(tmp_path):
    here, there = place(3857, cell=39.0), place(UTM_49N, shift=(4.0, 3.0))
    files, notes = pair(tmp_path, CELLS, CELLS, here, **there), Notes()
    opened(*files, notes=notes)
    (line,) = texts(notes.notices)
    assert "30 × 30 m (WGS 84 / UTM zone 49N) become 39 × 39 m (WGS 84 / Pseudo-Mercator)" in line
    # The bounds of the other date in web Mercator, from PROJ by way of its edges.
    grid = grid_of(files[1])
    x0, y0, x1, y1 = grid.window_corners(grid.full_window)
    change = Transformer.from_crs(UTM_49N, 3857, always_xy=True)
    left, _, _, top = change.transform_bounds(x0, y1, x1, y0)
    x, y = place(3857)["origin"]
    shift = f"{(left - x) / 39:.3f} cells east and {(y - top) / 39:.3f} cells south."
    assert f"the upper left corner is offset by {shift}" in line


@pytest.mark.parametrize(
    "other",
    [
        place(UTM_49N, shift=(31.0, 0.0)),
        place(UTM_49N, shift=(0.0, -23.0)),
        place(UTM_49N, shift=(1e6, 1e6)),
        place(3857, shift=(500.0, 0.0)),
        place(4326, shift=(0.0, 500.0)),
    ],
    ids=["touching beside", "touching above", "far away", "web Mercator", "degrees"],
)
@pytest.mark.parametrize("base", [0, 1])
def test_rasters_that_do_not_overlap_are_an_error_with_both_extents(tmp_path, other, base):
    files = pair(tmp_path, CELLS, CELLS, **other)
    ours, theirs = "ab"[base], "ba"[base]
    x0, y0, x1, y1 = (grid := grid_of(files[base])).window_corners(grid.full_window)
    extent = re.escape(f"{ours} over {x0:.10g}, {y1:.10g} to {x1:.10g}, {y0:.10g}")
    with pytest.raises(
        DataError, match=f"^{theirs} and {ours} do not overlap: {theirs} .*, {extent}$"
    ):
        opened(*files, base=base)


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("bare", [0, 1])
def test_one_without_a_system_is_compared_as_it_lies_when_its_cells_agree(tmp_path, bare, base):
    systems = [None if n == bare else UTM_49N for n in (0, 1)]
    files = pair(tmp_path, CELLS, CELLS, {"epsg": systems[0]}, epsg=systems[1])
    notes = Notes()
    assert [raster.onto for raster in opened(*files, base=base, notes=notes)] == [None, None]
    (warning,) = texts(notes.warnings)
    assert warning.startswith(f"{'ab'[bare]} has no CRS and {'ab'[1 - bare]} has one: ")
    assert notes.notices == []


@pytest.mark.parametrize("where", [(4326, 0.01, (10.0, 50.0)), (2263, 100.0, (9e5, 3e5))])
def test_hectares_do_not_depend_on_which_date_lacks_the_system(tmp_path, where):
    epsg, cell, origin = where
    both = {"epsg": None, "cell": (cell, cell), "origin": origin}
    sources = labelled(pair(tmp_path, CELLS, CELLS, both, epsg=epsg))
    hectares = [
        count_series(open_series(sources, "auto", base=base), PAIR).valid_area_ha for base in (0, 1)
    ]
    assert hectares[0] == pytest.approx(hectares[1], rel=1e-9)


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("bare", [0, 1])
@pytest.mark.parametrize("shift", [(0.5, 0.0), (1e6, 0.0)])
def test_one_without_a_system_whose_cells_differ_is_an_error(tmp_path, bare, base, shift):
    systems = [None if n == bare else UTM_49N for n in (0, 1)]
    there = {**place(UTM_49N, shift=shift), "epsg": systems[1]}
    files = pair(tmp_path, CELLS, CELLS, {"epsg": systems[0]}, **there)
    words = (
        f"^{'ab'[bare]} has no CRS, {'ab'[1 - bare]} has one, .* different cell positions: origin"
    )
    with pytest.raises(DataError, match=words):
        opened(*files, base=base)


def test_systems_that_nothing_leads_between_are_an_error(tmp_path):
    # Two worlds: the Moon's longitudes are not the Earth's.
    files = pair(tmp_path, CELLS, CELLS, place(4326), **place(4326, shift=(3.0, 3.0)))
    respelled(files[1], "+proj=longlat +a=1737400 +b=1737400 +no_defs")
    with pytest.raises(DataError, match=r"^b cannot be transformed from .* to WGS 84"):
        opened(*files)


def south_up(path, cells, shift=0.0) -> str:
    """The cells of a raster at ORIGIN, its lowest row first."""
    file = write_raster(path, cells[::-1])
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(file, gdal.GA_Update)
        lowest = ORIGIN[1] - 30.0 * len(cells)
        dataset.SetGeoTransform((ORIGIN[0] + shift * 30.0, 30.0, 0.0, lowest, 0.0, 30.0))
        dataset.Close()
    return file


def test_a_pair_from_south_to_north_on_the_same_cells_is_read_as_it_lies(tmp_path):
    files = [south_up(tmp_path / "a.tif", CELLS), south_up(tmp_path / "b.tif", CELLS // 2)]
    series = open_series(labelled(files), "auto")
    assert [raster.onto for raster in series.rasters] == [None, None]
    found = tally_of_pairs(count_series(series, PAIR).cube.cells[0], series.classes)
    pairs = list(zip(CELLS.ravel().tolist(), (CELLS // 2).ravel().tolist()))
    assert found == {pair: pairs.count(pair) for pair in pairs}


@pytest.mark.parametrize("shift", [0.0, 7.3])
def test_one_from_south_to_north_is_brought_onto_the_other_and_gives_it_no_cells(tmp_path, shift):
    files = [write_raster(tmp_path / "a.tif", CELLS), south_up(tmp_path / "b.tif", CELLS, shift)]
    brought = opened(*files)[1]
    assert brought.onto is not None
    check_brought(brought, CELLS[::-1], brought.onto, at_once=80)
    if not shift:
        # The same places: row by row the other way round.
        assert (read_on(brought, brought.onto)[0] == CELLS).all()
    with pytest.raises(DataError, match=r"^b defines the grid but is not north up, and a differs"):
        opened(*files, base=1)


@pytest.mark.parametrize(
    ("dtype", "value"),
    [
        *((np.int64, 2**52), (np.int64, 2**53 + 1), (np.int64, -(2**53) - 1)),
        *((np.uint64, 2**52), (np.uint64, 2**53 + 1), (np.uint64, 2**63 - 1)),
    ],
)
@pytest.mark.parametrize("declared", [False, True])
def test_codes_beyond_52_bits_are_refused_on_another_grid(tmp_path, dtype, value, declared):
    cells = np.full(SHAPE, 5, dtype)
    cells[10, 10] = value
    nodata = {"nodata": 5} if declared else {}
    files = pair(tmp_path, CELLS, cells, **PLACES["smaller cells"], **nodata)
    brought = opened(*files)[1]
    with pytest.raises(DataError, match=r"^b: values beyond 2\*\*52 cannot be resampled exactly"):
        RasterReader(brought).read_window(brought.onto.full_window)
    # On its own cells every digit is kept.
    values, _ = RasterReader(inspect_raster(RasterInput(files[1], "b"))).read_window(
        Window(10, 10, 1, 1)
    )
    assert values.tolist() == [[value]]


@pytest.mark.parametrize("there", [{}, PLACES["one cell"]], ids=["as it lies", "brought"])
def test_a_file_that_vanishes_after_opening_is_an_error(tmp_path, there):
    series = open_series(labelled(pair(tmp_path, CELLS, CELLS, **there)), "auto")
    (tmp_path / "b.tif").unlink()
    message = r"^b( cannot be (opened|read)|: the file 'b.tif' was changed or removed while)"
    with gdal.quiet_errors(), pytest.raises(DataError, match=message):
        count_series(series, PAIR)


def test_cells_that_gdal_finds_no_way_to_are_an_error(tmp_path):
    raster = inspect_raster(RasterInput(write_raster(tmp_path / "b.tif", CELLS), "b"))
    nowhere = replace(raster.grid, crs='LOCAL_CS["the mine",UNIT["metre",1]]')
    with gdal.quiet_errors(), pytest.raises(DataError, match=r"^b cannot be read: "):
        RasterReader(replace(raster, onto=nowhere))
