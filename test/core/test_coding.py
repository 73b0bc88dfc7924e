"""Values to class codes: the two coders agree with a dict, whatever they met before."""

import math

import numpy as np
import pytest

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.base.numbers import parse_nodata
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.raster.source import Raster, RasterInput, RasterLegend
from carbon_zones.core.scan.class_codes import (
    FIRST_CLASS_CODE,
    NODATA_CODE,
    NotIntegerError,
    SearchCoder,
    TableCoder,
    create_class_coder,
)
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.value_classes import ValueNaming

GRID = Grid(1, 1, (0, 1, 0, 0, 0, -1))


def make(dtype, left_out=(), numbers=None, classes=None):
    """A coder of a raster type and its class list."""
    classes = Classes() if classes is None else classes
    raster = Raster(RasterInput("", "date"), GRID, np.dtype(dtype), left_out, 1, 1, RasterLegend())
    return create_class_coder(raster, ValueNaming("date", numbers or {}), classes), classes


def names(codes, classes) -> list:
    """The class of each code by its key; None where left out."""
    return [None if c == NODATA_CODE else classes[c - FIRST_CLASS_CODE].key for c in codes.tolist()]


@pytest.mark.parametrize("dtype", ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"])
def test_values_met_in_any_order_keep_their_class(dtype):
    encode, classes = make(dtype, left_out=(9,))
    # Narrow types are looked up, wide ones searched.
    assert isinstance(encode, TableCoder if dtype[1] in "12" else SearchCoder)
    # New values before, between and after the known ones, and nodata all along.
    for values in ([5], [9, 7], [1, 5, 7], [6, 1, 9], [100, 0, 5], []):
        wanted = [None if value == 9 else str(value) for value in values]
        assert names(encode.encode_values(np.array(values, dtype)), classes) == wanted
    assert [c.key for c in classes] == ["5", "7", "1", "6", "0", "100"]


@pytest.mark.parametrize("dtype", ["i1", "i2", "i4", "i8", "f4", "f8"])
def test_negative_values_are_not_taken_for_large_ones(dtype):
    encode, classes = make(dtype)
    assert names(encode.encode_values(np.array([-1, 127, -128, 1], dtype)), classes) == [
        *("-1", "127", "-128", "1")
    ]


@pytest.mark.parametrize("dtype", ["u1", "i4", "f8"])
def test_values_of_one_class_share_its_code(dtype):
    classes = Classes([LandClass(1, "forest", "Forest"), LandClass(2, "water", "Water")])
    encode, _ = make(dtype, numbers={3: 0, 4: 0, 8: 1}, classes=classes)
    codes = encode.encode_values(np.array([4, 8, 3, 5], dtype))
    assert names(codes, classes) == ["forest", "water", "forest", "5"]
    assert codes.dtype == np.int16


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_nan_is_left_out_though_nobody_declared_it(dtype):
    encode, classes = make(dtype)
    for values in ([math.nan], [1, math.nan, 2], [math.nan, 3]):
        wanted = [None if value != value else str(value) for value in values]
        assert names(encode.encode_values(np.array(values, dtype)), classes) == wanted


@pytest.mark.parametrize("value", [0.5, -1.25, math.inf, -math.inf])
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_fractions_and_infinity_are_no_classes(dtype, value):
    encode, _ = make(dtype)
    with pytest.raises(NotIntegerError) as caught:
        encode.encode_values(np.array([1, value], dtype))
    assert caught.value.value == value


# As written by a person, the last ones are no float32; the cells hold the nearest one.
@pytest.mark.parametrize("value", [0.5, math.inf, -math.inf, 0.1, -3.4e38, 1e10 / 3])
def test_fractions_and_infinity_may_be_nodata_and_mean_what_the_type_holds(value):
    encode, classes = make("f4", left_out=(value,))
    assert names(encode.encode_values(np.array([1, value], "f4")), classes) == ["1", None]


@pytest.mark.parametrize(("dtype", "left_out"), [("u4", -1), ("i4", 2**31), ("i4", -(2**40))])
def test_whole_nodata_beyond_a_wide_type_leaves_nothing_out(dtype, left_out):
    encode, classes = make(dtype, left_out=(left_out,))
    assert names(encode.encode_values(np.array([0, 2**31 - 1], dtype)), classes) == [
        "0",
        str(2**31 - 1),
    ]


@pytest.mark.parametrize("left_out", [1e300, -1e300])
def test_nodata_beyond_a_float_is_infinite_without_a_warning(left_out):
    encode, classes = make("f4", left_out=(left_out,))
    values = np.array([1, math.copysign(math.inf, left_out)], "f4")
    assert names(encode.encode_values(values), classes) == ["1", None]


@pytest.mark.parametrize("left_out", [-1, 256, -9999.0, 0.5, 1e300, math.nan, math.inf])
def test_nodata_that_the_type_cannot_hold_leaves_nothing_out(left_out):
    # 256 and -1 would be 0 and 255 if they were squeezed into a byte.
    encode, classes = make("u1", left_out=(left_out,))
    assert names(encode.encode_values(np.array([0, 255, 1], "u1")), classes) == ["0", "255", "1"]


@pytest.mark.parametrize(
    ("dtype", "value"), [("i8", 2**63 - 1), ("i8", 2**53 + 1), ("u8", 2**53 + 1)]
)
def test_64_bit_nodata_keeps_every_digit(dtype, value):
    encode, classes = make(dtype, left_out=(value,))
    found = names(encode.encode_values(np.array([value, value - 1], dtype)), classes)
    assert found == [None, str(value - 1)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        (" ", ()),
        ("0", (0,)),
        ("0,255", (0, 255)),
        (" 0 ; -9999 ,", (0, -9999)),
        ("9223372036854775807", (2**63 - 1,)),
        ("-3.4e38, 0.5", (-3.4e38, 0.5)),
        ("9" * 5000 + ",1e400", (math.inf, math.inf)),
        ("inf;-INF", (math.inf, -math.inf)),
    ],
)
def test_nodata_is_a_list_of_numbers(text, numbers):
    assert parse_nodata(text) == numbers


def test_nodata_may_be_nan():
    (number,) = parse_nodata("NaN")
    assert math.isnan(number)


@pytest.mark.parametrize(("text", "part"), [("none", "none"), ("0, x", "x"), ("0 255", "0 255")])
def test_nodata_that_is_no_number_is_named(text, part):
    with pytest.raises(DataError, match=f"^NODATA: '{part}' is not a number$"):
        parse_nodata(text)
    with pytest.raises(DataError, match=f"^VALUE_NODATA: '{part}' is not a number$"):
        parse_nodata(text, "VALUE_NODATA")
