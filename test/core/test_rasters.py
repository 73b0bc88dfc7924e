"""Rasters that cannot be counted: each is one clear error, never a wrong number. Grids: are two the
same cells, and which cells lie in an extent."""

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.reader import RasterReader
from carbon_zones.core.raster.source import RasterInput, RasterLegend, inspect_raster
from carbon_zones.core.report.results_page import crs_name
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import (
    COMPLEX,
    assert_says,
    inputs,
    tally_of_codes,
    texts,
    words,
)
from carbon_zones.test.helpers import ORIGIN, wkt, write_raster

PAIR = [Period(0, 1, "earlier-later")]


@pytest.fixture(autouse=True)
def quiet():
    """Damaged files on purpose: what GDAL has to say of them is no news."""
    with gdal.quiet_errors():
        yield


def own_counts(*paths, cells=CELLS_PER_BLOCK) -> list:
    series = open_series(inputs(*paths), "planimetric")
    found = count_series(series, PAIR, cells=cells)
    return [tally_of_codes(own, series.classes) for own in found.dates.own]


def change(path, edit) -> str:
    """Open a raster for update and let `edit` have its band."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(path), gdal.GA_Update)
        edit(dataset.GetRasterBand(1))
        dataset.Close()
    return str(path)


def test_what_is_found_on_opening(tmp_path):
    file = write_raster(
        tmp_path / "a.tif",
        np.zeros((20, 40)),
        dtype=np.int16,
        nodata=-1,
        cell=(30.0, 20.0),
        options=["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"],
    )
    found = inspect_raster(RasterInput(file, "a", nodata=(0, 9)))
    assert (found.grid.width, found.grid.height) == (40, 20)
    assert (found.grid.cell_width, found.grid.cell_height) == (30.0, 20.0)
    assert found.dtype == np.int16
    assert found.left_out == (-1, 0, 9)
    assert (found.block_width, found.block_height) == (32, 16)
    assert found.label == "a"


RED = {1: (255, 0, 0)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ("Styled", "style")),
        ({"colours": RED}, ("Styled", "style")),
        ({"names": {1: "Own"}}, ("Own", "category names")),
        ({"names": {1: "Own"}, "colours": RED}, ("Own", "category names")),
    ],
)
def test_the_style_of_a_layer_names_what_the_file_does_not(tmp_path, said, expected):
    style = RasterLegend({1: "Styled"}, {1: "#112233"}, "style")
    file = write_raster(tmp_path / "a.tif", [[1]], **said)
    legend = inspect_raster(RasterInput(file, "a", style=style)).legend
    assert (legend.names[1], legend.source) == expected
    assert legend.colours[1] == "#112233"


def test_a_window_is_read_in_the_type_of_the_raster(tmp_path):
    cells = np.arange(30).reshape(5, 6)
    file = write_raster(tmp_path / "a.tif", cells, dtype=np.uint16)
    raster = inspect_raster(RasterInput(file, "a"))
    window = raster.grid.window_from_extent(600_060, 4_399_880, 600_120, 4_399_940)
    values, mask = RasterReader(raster).read_window(window)
    assert values.dtype == np.uint16
    assert mask is None
    assert values.tolist() == [[14, 15], [20, 21]]


def test_a_missing_file_is_named_by_its_layer(tmp_path):
    with pytest.raises(DataError, match=r"^my layer cannot be read: .*nowhere\.tif"):
        inspect_raster(RasterInput(str(tmp_path / "nowhere.tif"), "my layer"))


@pytest.mark.parametrize("content", [b"", b"value,class\n1,forest\n", b"\x00" * 500])
def test_a_file_that_is_no_raster_is_named_by_its_layer(tmp_path, content):
    file = tmp_path / "a.tif"
    file.write_bytes(content)
    with pytest.raises(DataError, match=r"^my layer cannot be read: "):
        inspect_raster(RasterInput(str(file), "my layer"))


@pytest.mark.parametrize("band", [0, -1, 2, 100])
def test_a_band_that_is_not_there_is_an_error(tmp_path, band):
    file = write_raster(tmp_path / "a.tif", [[1]])
    with pytest.raises(DataError, match=rf"^a has no band {band}; number of bands: 1$"):
        inspect_raster(RasterInput(file, "a", band=band))


def two_bands(path, *bands, nodata=None, options=()) -> str:
    with gdal.ExceptionMgr(useExceptions=True):
        driver = gdal.GetDriverByName("GTiff")
        with driver.Create(str(path), len(bands[0]), 1, 2, options=options) as dataset:
            if nodata is not None:
                dataset.GetRasterBand(1).SetNoDataValue(nodata)
            for number, cells in enumerate(bands, 1):
                dataset.GetRasterBand(number).WriteArray(np.array([cells], np.uint8))
    return str(path)


def test_another_band_than_the_first_is_read(tmp_path):
    path = two_bands(tmp_path / "two.tif", [1, 1], [7, 8])
    series = open_series([RasterInput(path, "a", band=n) for n in (1, 2)], "planimetric")
    tallies = count_series(series, PAIR).dates.own
    assert [tally_of_codes(one, series.classes) for one in tallies] == [{1: 2}, {7: 1, 8: 1}]


def test_a_raster_of_several_bands_says_which_of_them_is_read(tmp_path):
    path = two_bands(tmp_path / "a.tif", [1, 1], [7, 8])
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.GetRasterBand(2).SetDescription("1986 <b>")
    series = open_series([RasterInput(path, "a", band=n) for n in (1, 2)], "planimetric")
    lines = [text for text in texts(series.notes.notices) if "band" in text]
    assert_says(lines, ("a: ", "band 1 of 2"), ("a: ", "band 2 of 2", "1986 <b>"))
    assert "(" not in lines[0]
    assert [text for text in texts(series.notes.warnings) if "band" in text] == []
    # A raster that is measured, or of units or years, on the grid of the dates.
    notes = Notes()
    series.align_raster(RasterInput(path, "b"), notes, of_values=True)
    assert_says(notes.notices, ("b: ", "band 1 of 2"))


@pytest.mark.parametrize(("bands", "said"), [(1, False), (3, True)])
def test_an_alpha_band_is_no_second_band_of_data(tmp_path, bands, said):
    with gdal.ExceptionMgr(useExceptions=True):
        driver = gdal.GetDriverByName("GTiff")
        options = ["ALPHA=YES", f"PHOTOMETRIC={'RGB' if bands == 3 else 'MINISBLACK'}"]
        driver.Create(f"{tmp_path}/a.tif", 2, 1, bands + 1, options=options).Close()
    notes = open_series(inputs(tmp_path / "a.tif"), "planimetric").notes
    lines = [text for text in texts(notes.notices) if " band " in text]
    assert_says(lines, *[("band 1 of 3",)] * said)


LAYOUTS = {
    "strips": [],
    "one-row strips": ["BLOCKYSIZE=1"],
    "tiles": ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"],
    "deflated strips": ["BLOCKYSIZE=5", "COMPRESS=DEFLATE"],
    "deflated tiles": ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"],
    "LZW": ["COMPRESS=LZW"],
    "packbits": ["COMPRESS=PACKBITS", "BLOCKYSIZE=5"],
}


@pytest.fixture
def noisy():
    """60 x 50 cells of 1 to 5: no block is all zeros, none compresses away."""
    return np.random.default_rng(0).integers(1, 6, (60, 50))


@pytest.mark.parametrize("options", LAYOUTS.values(), ids=LAYOUTS)
def test_a_truncated_geotiff_is_an_error_wherever_it_is_cut(tmp_path, noisy, options):
    complete = write_raster(tmp_path / "complete.tif", noisy)
    file = tmp_path / "cut.tif"
    content = Path(write_raster(file, noisy, options=options)).read_bytes()
    size, header = len(content), 800  # the header never reaches so far
    cuts = {0, 1, 4, 8, 100, size - 4, size - 2, size - 1, *range(header, size, size // 25)}
    for cut in sorted(cuts):
        file.write_bytes(content[:cut])
        for order in (complete, file), (file, complete):
            # The damaged layer is the one that is named.
            with pytest.raises(DataError, match=r"^(cut |\w+ is not on the cells of )"):
                own_counts(*order)


def test_a_geotiff_cut_within_its_georeference_is_an_error(tmp_path, noisy):
    complete = write_raster(tmp_path / "complete.tif", noisy)
    file = tmp_path / "cut.tif"
    content = Path(write_raster(file, noisy)).read_bytes()
    for cut in range(150, 400, 5):
        file.write_bytes(content[:cut])
        with pytest.raises(DataError):
            own_counts(file, complete)


@pytest.mark.parametrize(("shift", "rows"), [(0.0, "56 to 60"), (0.3, r"\d+ to \d+")])
def test_a_damaged_block_is_named_by_layer_and_rows(tmp_path, noisy, shift, rows):
    file = tmp_path / "bad.tif"
    place = {"origin": (ORIGIN[0] + shift, ORIGIN[1] + shift)}
    write_raster(file, noisy, options=["BLOCKYSIZE=5", "COMPRESS=LZW"], **place)
    content = bytearray(file.read_bytes())
    content[-60:-20] = b"\xff" * 40  # within the last of the twelve strips
    file.write_bytes(content)
    other = write_raster(tmp_path / "good.tif", noisy)
    with pytest.raises(DataError, match=f"^bad cannot be read at rows {rows}: "):
        own_counts(other, file, cells=250)


@pytest.mark.parametrize("value", [2.5, -0.001, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("cells_at_once", [7, 40, 10_000])
@pytest.mark.parametrize("patchy", [True, False])
def test_a_value_that_is_not_whole_is_found_at_its_row_and_column(
    tmp_path, value, dtype, cells_at_once, patchy
):
    cells = np.ones((12, 20)) if patchy else np.arange(240).reshape(12, 20)
    cells = cells.astype(dtype)
    cells[7, 13] = value
    ((row, column),) = np.argwhere(~np.isfinite(cells) | (cells != np.round(cells)))
    whole = write_raster(tmp_path / "whole.tif", np.ones((12, 20)))
    bad = write_raster(tmp_path / "bad.tif", cells, dtype=dtype)
    message = (
        rf"^bad: non-integer value (\S+) at row {row + 1}, column {column + 1}; land-use rasters "
        "must contain integers$"
    )
    with pytest.raises(DataError, match=message) as caught:
        own_counts(whole, bad, cells=cells_at_once)
    assert float(re.match(message, str(caught.value))[1]) == pytest.approx(value)


@COMPLEX
@pytest.mark.parametrize("dtype", [np.complex64, np.complex128])
def test_complex_numbers_are_no_classes(tmp_path, dtype):
    file = write_raster(tmp_path / "a.tif", [[1]], dtype=dtype)
    with pytest.raises(DataError, match=r"^a: complex numbers cannot be used as classes$"):
        inspect_raster(RasterInput(file, "a"))


@pytest.mark.parametrize(("scale", "offset"), [(0.1, 0), (1, -10), (1, 0)])
def test_a_scaled_band_is_refused(tmp_path, scale, offset):
    def edit(band):
        band.SetScale(scale)
        band.SetOffset(offset)

    file = change(write_raster(tmp_path / "a.tif", [[1, 2]]), edit)
    if (scale, offset) == (1, 0):
        assert own_counts(file, file) == [{1: 1, 2: 1}] * 2
        return
    with pytest.raises(DataError, match=r"^a: band 1 must not have a scale or an offset"):
        inspect_raster(RasterInput(file, "a"))


def masked(path, cells, mask, internal="YES", **options) -> str:
    """A raster with a mask band, inside the file or beside it."""
    file = write_raster(path, cells, **options)

    def edit(band):
        band.CreateMaskBand(gdal.GMF_PER_DATASET)
        band.GetMaskBand().WriteArray(np.array(mask, np.uint8))

    with gdal.config_option("GDAL_TIFF_INTERNAL_MASK", internal):
        return change(file, edit)


@pytest.mark.parametrize("internal", ["YES", "NO"])
@pytest.mark.parametrize("shown", [255, 1])
def test_cells_that_a_mask_band_hides_are_nodata(tmp_path, internal, shown):
    file = masked(
        tmp_path / "a.tif", [[1, 2, 1], [7, 2, 0]], [[shown] * 3, [0, shown, 0]], internal
    )
    assert inspect_raster(RasterInput(file, "a")).mask == "mask,1"
    assert own_counts(file, file) == [{1: 2, 2: 2, None: 2}] * 2


def test_what_a_mask_hides_may_be_anything(tmp_path):
    # A fraction, an infinity: they are not read, so they are no error.
    cells = [[1, 0.5, np.inf, 2.0**63]]
    file = masked(tmp_path / "a.tif", cells, [[255, 0, 0, 0]], dtype=np.float64)
    assert own_counts(file, file) == [{1: 1, None: 3}] * 2


@pytest.mark.parametrize("cells_at_once", [8, 10_000])
def test_a_fraction_beside_masked_cells_is_found_at_its_row_and_column(tmp_path, cells_at_once):
    cells = np.ones((4, 8))
    cells[1, 2] = cells[2, 5] = 0.25  # the first is masked, the second is not
    mask = np.full((4, 8), 255)
    mask[1, 2] = mask[0, 0] = 0
    file = masked(tmp_path / "bad.tif", cells, mask, dtype=np.float32)
    with pytest.raises(DataError, match=r"^bad: non-integer value 0\.25 at row 3, column 6; "):
        own_counts(file, file, cells=cells_at_once)


@pytest.mark.parametrize(("nodata", "tally"), [(None, {4: 1, 6: 1, None: 1}), (6, {4: 1, None: 2})])
def test_cells_that_an_alpha_band_hides_are_nodata_beside_what_is_declared(tmp_path, nodata, tally):
    bands = [4, 5, 6], [255, 0, 100]
    path = two_bands(tmp_path / "a.tif", *bands, nodata=nodata, options=["ALPHA=YES"])
    assert own_counts(path, path) == [tally] * 2


@pytest.mark.parametrize("patchy", [True, False])
def test_a_mask_that_changes_within_a_run_of_equal_values_ends_the_run(tmp_path, patchy):
    cells = np.full((6, 30), 3) if patchy else np.arange(180).reshape(6, 30)
    mask = np.full((6, 30), 255)
    mask[2, 4:20] = mask[3, 9] = 0
    file = masked(tmp_path / "a.tif", cells, mask)
    tally = own_counts(file, file)[0]
    assert tally[None] == 17
    assert sum(n for key, n in tally.items() if key is not None) == 163


def test_a_mask_and_a_declared_nodata_value_both_count(tmp_path):
    file = masked(tmp_path / "a.tif", [[9, 1, 1, 9]], [[255, 255, 0, 0]], nodata=9)
    # Only the mask band is a mask of its own; GDAL's mask of a nodata value is not asked.
    assert own_counts(file, file) == [{1: 1, None: 3}] * 2


def placed(path, transform: str, points: str = "") -> str:
    """A virtual raster with a geotransform as it is written, or with control points."""
    transform = f"<GeoTransform>{transform}</GeoTransform>" if transform else ""
    path.write_text(
        f"""<VRTDataset rasterXSize="2" rasterYSize="1">{transform}{points}
        <VRTRasterBand dataType="Byte" band="1"/></VRTDataset>"""
    )
    return str(path)


@pytest.mark.parametrize(
    ("transform", "message"),
    [
        ("nan, 30, 0, 0, 0, -30", "a: the geotransform contains a non-finite number"),
        ("0, 30, nan, 0, 0, -30", "a: the geotransform contains a non-finite number"),
        ("0, 30, 0, 0, 0, -inf", "a: the geotransform contains a non-finite number"),
        ("0, 0, 0, 0, 0, -30", "a: the cell size 0 x 30 has no area"),
        ("0, 30, 0, 0, 0, 0", "a: the cell size 30 x 0 has no area"),
        ("0, 0, 30, 0, 30, 0", "a: the grid is rotated; run Warp (reproject)"),
        ("0, 30, 1, 0, 0, -30", "a: the grid is rotated; run Warp (reproject)"),
        ("0, 30, 0, 0, 1, -30", "a: the grid is rotated; run Warp (reproject)"),
    ],
)
def test_cells_without_a_place_or_a_size_are_refused(tmp_path, transform, message):
    with pytest.raises(DataError, match=words(message)):
        inspect_raster(RasterInput(placed(tmp_path / "a.vrt", transform), "a"))


POINTS = """<GCPList>
<GCP Id="1" Pixel="0" Line="0" X="0" Y="0"/><GCP Id="2" Pixel="2" Line="0" X="60" Y="9"/>
<GCP Id="3" Pixel="0" Line="1" X="-9" Y="-30"/></GCPList>"""


def test_control_points_are_no_grid(tmp_path):
    file = placed(tmp_path / "a.vrt", "", POINTS)
    with pytest.raises(DataError, match=r"^a has only control points; warp it to a grid"):
        inspect_raster(RasterInput(file, "a"))
    # Beside a geotransform they say nothing, and without either the cells are taken as they lie.
    both = placed(tmp_path / "both.vrt", "5, 30, 0, 5, 0, -30", POINTS)
    assert inspect_raster(RasterInput(both, "a")).grid.transform == (5, 30, 0, 5, 0, -30)
    bare = placed(tmp_path / "bare.vrt", "")
    assert inspect_raster(RasterInput(bare, "a")).grid.transform == (0, 1, 0, 0, 0, 1)


UTM = wkt(32649)


def grid(width=100, height=50, x=600_000.0, y=4_400_000.0, dx=30.0, dy=-30.0, crs=UTM) -> Grid:
    return Grid(width, height, (x, dx, 0.0, y, 0.0, dy), crs)


def reference(text: str) -> str:
    with osr.ExceptionMgr(useExceptions=True):
        system = osr.SpatialReference()
        system.SetFromUserInput(text)
        return system.ExportToWkt()


def test_the_grid_of_a_file(tmp_path):
    file = write_raster(tmp_path / "a.tif", np.zeros((2, 3)), cell=(30.0, 20.0), epsg=2249)
    with gdal.ExceptionMgr(useExceptions=True):
        found = Grid.from_dataset(gdal.Open(file))
    assert (found.width, found.height) == (3, 2)
    assert found.transform == (600_000.0, 30.0, 0.0, 4_400_000.0, 0.0, -20.0)
    assert (found.cell_width, found.cell_height) == (30.0, 20.0)
    assert found.spatial_reference().GetAuthorityCode(None) == "2249"
    assert found.full_window == Window(0, 0, 3, 2)


def test_no_reference_system_is_none(tmp_path):
    assert grid(crs="").spatial_reference() is None
    file = write_raster(tmp_path / "bare.tif", np.zeros((2, 3)), epsg=None)
    with gdal.ExceptionMgr(useExceptions=True):
        assert Grid.from_dataset(gdal.Open(file)).crs == ""


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (grid(width=99), ["99 x 50 cells", "100 x 50"]),
        (grid(height=51), ["100 x 51 cells", "100 x 50"]),
        (
            grid(x=600_030),
            ["different cell positions: origin 600030, 4400000", "30 x 30", "600000, 4400000"],
        ),
        (grid(y=4_399_999), ["different cell positions: origin 600000, 4399999"]),
        (grid(dx=30.01), ["cell size 30.01 x 30 ", "600000, 4400000 and cell size 30 x 30"]),
        (grid(dy=-29.9), ["cell size 30 x 29.9 instead of"]),
        (grid(dy=30.0), ["different cell positions"]),  # the same place, but upside down
        (grid(y=4_400_000 - 50 * 30, dy=30.0), ["different cell positions"]),
        (grid(dx=-30.0), ["different cell positions"]),
        (grid(crs=wkt(32650)), ["WGS 84 / UTM zone 50N", "WGS 84 / UTM zone 49N"]),
        (grid(crs=wkt(4326)), ["WGS 84 instead of WGS 84 / UTM zone 49N"]),
        (grid(crs=""), ["only one of them has a CRS"]),
    ],
)
def test_what_sets_two_grids_apart_is_said(other, difference):
    assert re.search(words(*difference), str(grid().describe_difference(other)))
    assert other.describe_difference(grid()) is not None


@pytest.mark.parametrize("shift", [0.0, 0.005, 0.02, -0.02, 0.029, 0.031, -0.031, 15.0])
@pytest.mark.parametrize("crs", [UTM, ""])
def test_a_shift_of_up_to_a_thousandth_of_a_cell_is_no_difference(shift, crs):
    # That is 0.03 m here.
    for moved in ({"x": 600_000 + shift}, {"y": 4_400_000 - shift}):
        difference = grid(crs=crs).describe_difference(grid(crs=crs, **moved))
        assert (difference is None) == (abs(shift) < 0.03)


def test_a_shift_is_measured_in_the_width_or_height_of_a_cell_that_is_not_square():
    oblong = grid(dx=10.0, dy=-1000.0)
    assert oblong.describe_difference(grid(y=4_400_000.5, dx=10.0, dy=-1000.0)) is None
    assert oblong.describe_difference(grid(x=600_000.5, dx=10.0, dy=-1000.0)) is not None


def test_a_cell_size_that_is_off_by_little_adds_up_over_a_wide_grid():
    # A millionth of a cell each: nothing over 100 columns, a whole cell over a million.
    dx = 30.0 * (1 + 1e-6)
    assert grid().describe_difference(grid(dx=dx)) is None
    assert grid(width=1_000_000).describe_difference(grid(width=1_000_000, dx=dx)) is not None


SPELLINGS = {
    "an unnamed UTM zone": ("EPSG:32649", "+proj=utm +zone=49 +datum=WGS84 +units=m +no_defs"),
    "transverse Mercator with the parameters of the zone": (
        "EPSG:32649",
        "+proj=tmerc +lat_0=0 +lon_0=111 +k=0.9996 +x_0=500000 +y_0=0 +datum=WGS84 +units=m",
    ),
    "an unnamed LAEA": (
        "EPSG:3035",
        "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs",
    ),
    "LAEA as ESRI spells it": (
        "EPSG:3035",
        'PROJCS["ETRS_1989_LAEA",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",'
        '6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
        'PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["False_Easting",4321000.0],'
        'PARAMETER["False_Northing",3210000.0],PARAMETER["Central_Meridian",10.0],'
        'PARAMETER["Latitude_Of_Origin",52.0],UNIT["Meter",1.0]]',
    ),
    "ETRS89 as ESRI spells it": (
        "EPSG:4258",
        'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],'
        'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    ),
    "web Mercator as ESRI numbers it": ("EPSG:3857", "ESRI:102100"),
    "longitude before latitude": ("EPSG:4326", "OGC:CRS84"),
    "a system of heights beside it": ("EPSG:32649", "EPSG:32649+5773"),
    "a sphere of no datum, under another name": (
        "EPSG:4047",
        'GEOGCS["Sphere",DATUM["Mine",SPHEROID["Mine",6371007,0]],PRIMEM["Greenwich",0],'
        'UNIT["degree",0.0174532925199433]]',
    ),
    "Albers without a name": (
        "EPSG:5070",
        "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 +datum=NAD83",
    ),
}


@pytest.mark.parametrize("pair", SPELLINGS.values(), ids=SPELLINGS)
def test_two_spellings_of_one_system_are_the_same(pair):
    one, other = (grid(crs=reference(text)) for text in pair)
    assert one.describe_difference(other) is None
    assert other.describe_difference(one) is None


DIFFERENT = {
    "UTM zones": ("EPSG:32649", "EPSG:32650"),
    # They lie metres to some hundred metres apart on the ground.
    "datums: Beijing 1954 and Pulkovo 1942": ("EPSG:21420", "EPSG:28420"),
    "datums: GDA94 and GDA2020": ("EPSG:28355", "EPSG:7855"),
    "hemispheres": ("EPSG:32649", "EPSG:32749"),
    "datums of two ellipsoids": ("EPSG:26912", "EPSG:26712"),
    "units": ("EPSG:26986", "EPSG:2249"),
    "centres of a LAEA": ("EPSG:3035", "+proj=laea +lat_0=50 +lon_0=10 +ellps=GRS80"),
    "projected and geographic": ("EPSG:32649", "EPSG:4326"),
    "a projection that nobody knows": (
        "EPSG:32649",
        'PROJCS["Mine",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Survey_of_the_Mine"],'
        'UNIT["metre",1]]',
    ),
}


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_two_systems_are_not_the_same(pair):
    one, other = (grid(crs=reference(text)) for text in pair)
    assert "CRS " in str(one.describe_difference(other))


def test_the_size_of_a_cell_is_told_with_its_system():
    assert str(grid(dx=10.0, dy=-2.5).describe_cells()) == "10 × 2.5 m (WGS 84 / UTM zone 49N)"
    assert str(grid(crs="").describe_cells()) == "30 × 30 (no CRS)"
    assert crs_name(grid()) == "WGS 84 / UTM zone 49N (EPSG:32649)"
    # Without a name it goes by its projection.
    albers = osr.SpatialReference()
    albers.ImportFromProj4("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=krass")
    assert crs_name(grid(crs=albers.ExportToWkt())) == "Albers Conic Equal Area"


@pytest.mark.parametrize(
    ("extent", "window"),
    [
        pytest.param((600_000, 4_398_500, 603_000, 4_400_000), (0, 0, 100, 50), id="whole"),
        pytest.param((600_030, 4_399_910, 600_090, 4_399_970), (1, 1, 2, 2), id="on edges"),
        pytest.param((600_016, 4_399_924, 600_104, 4_399_984), (1, 1, 2, 2), id="to the nearest"),
        pytest.param((600_014, 4_399_896, 600_106, 4_399_986), (0, 0, 4, 3), id="and the other"),
        pytest.param((0, 0, 10_000_000, 10_000_000), (0, 0, 100, 50), id="larger than the grid"),
        pytest.param((602_970, 4_398_000, 700_000, 4_398_530), (99, 49, 1, 1), id="last cell"),
        pytest.param((500_000, 4_399_970, 600_030, 4_500_000), (0, 0, 1, 1), id="first cell"),
    ],
)
def test_an_extent_moves_to_the_nearest_edges_of_cells(extent, window):
    assert grid().window_from_extent(*extent) == Window(*window)


def test_an_extent_on_a_grid_that_runs_upwards_or_has_oblong_cells():
    upwards, oblong = grid(y=4_398_500, dy=30.0), grid(dx=10.0, dy=-50.0)
    assert upwards.window_from_extent(600_030, 4_398_530, 600_090, 4_398_560) == Window(1, 1, 2, 1)
    assert oblong.window_from_extent(600_020, 4_399_800, 600_050, 4_399_950) == Window(2, 1, 3, 3)


@pytest.mark.parametrize(
    "extent",
    [
        (0, 0, 1000, 1000),
        (603_000, 4_398_500, 603_100, 4_400_000),  # touches the right edge
        (600_000, 4_400_000, 603_000, 4_400_500),  # touches the upper edge
        (600_010, 4_399_980, 600_012, 4_399_985),  # smaller than half a cell
    ],
)
def test_an_extent_without_a_cell_is_an_error(extent):
    with pytest.raises(DataError, match=r"^EXTENT: .* contains no cell of the grid$"):
        grid().window_from_extent(*extent)


def test_an_extent_without_a_cell_is_told_as_qgis_spells_extents():
    with pytest.raises(DataError, match=r"^EXTENT: 0, 1000, 5, 2000\.5 contains"):
        grid().window_from_extent(0, 5, 1000, 2000.5)  # x_min, x_max, y_min, y_max in the message


def test_the_geotransform_of_a_window():
    oblong = grid(dx=10.0, dy=-50.0)
    assert oblong.window_geotransform(Window(2, 3, 4, 5)) == (600_020, 10, 0, 4_399_850, 0, -50)
    assert oblong.window_corners(Window(2, 3, 4, 5)) == (600_020, 4_399_850, 600_060, 4_399_600)
    upwards = grid(dy=30.0)
    assert upwards.window_geotransform(Window(1, 1, 1, 1)) == (600_030, 30, 0, 4_400_030, 0, 30)
