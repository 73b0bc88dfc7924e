"""Data types of rasters."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

# Of whole numbers, the smallest first; unsigned ones before signed ones of the same size.
WHOLE = (np.uint8, np.uint16, np.int16, np.uint32, np.int32, np.int64)


def smallest_type(
    values: Collection[int], nodata: float | None = None
) -> tuple[np.dtype[np.generic], int]:
    """The smallest type that holds some values and one more for no data; and this one.

    Args:
        values: none of them is -2**63.
        nodata: the value for no data that is wished for; one of the type's ends is taken where it
            cannot be.
    """
    low, high = min(values, default=0), max(values, default=0)
    wished = [int(nodata)] if nodata is not None and float(nodata).is_integer() else []
    for kind in WHOLE:
        info = np.iinfo(kind)
        if info.min <= low and high <= info.max:
            ends = [info.max, info.min] if info.min == 0 else [info.min, info.max]
            for free in [value for value in [*wished, *ends] if value not in values]:
                if info.min <= free <= info.max:
                    return np.dtype(kind), int(free)
    raise ValueError(f"no type holds {low} to {high}")
