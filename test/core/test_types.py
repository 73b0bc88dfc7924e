"""The smallest data type of some values, and a value for no data that is none of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.scan.strata import smallest_dtype

ENDS = [-(2**63) + 1, -(2**31), -(2**15), -1, 0, 1, 254, 255, 256, 2**16 - 1, 2**32 - 1, 2**63 - 1]


@pytest.mark.parametrize(
    ("values", "wished", "dtype", "nodata"),
    [
        ({1, 2}, None, "u1", 255),
        ({1, 2}, 0, "u1", 0),
        ({1, 2}, 9.0, "u1", 9),
        ({1, 2}, float("nan"), "u1", 255),
        ({1, 2}, 2.5, "u1", 255),
        ({1, 2}, -9999, "u1", 255),
        ({1, 2}, 1, "u1", 255),
        ({1, 255}, 255, "u1", 0),
        ({0, 255}, 255, "u2", 65535),
        ({0, 255}, 300, "u2", 300),
        ({1, 300}, None, "u2", 65535),
        ({-1, 300}, None, "i2", -32768),
        ({-1, 40000}, -9999.0, "i4", -9999),
        ({1, 70000}, None, "u4", 2**32 - 1),
        ({-1, 2**40}, None, "i8", -(2**63)),
        (set(), None, "u1", 255),
    ],
)
def test_the_type_and_no_data_of_some_values(values, wished, dtype, nodata):
    assert smallest_dtype(values, wished) == (np.dtype(dtype), nodata)


@given(st.sets(st.sampled_from(ENDS)), st.sampled_from([None, *ENDS, 0.5]))
def test_all_values_fit_and_no_data_is_none_of_them(values, wished):
    dtype, nodata = smallest_dtype(values, wished)
    held = np.array([*values, nodata], object).astype(dtype)
    assert held.tolist() == [*values, nodata]
    assert nodata not in values
