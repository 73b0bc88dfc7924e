"""Class codes of raster values: small integers for NoData, outside, masked, or a class.

A class has the code class index + FIRST_CLASS_CODE; lower codes are excluded cells.

Also packing of integer columns into few sort keys, and grouping of equal rows.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Union

import numpy as np

from ..base.numbers import BoolArray, IntArray, NDArray
from ..raster.reader import NODATA_CODE, VALID_CODE
from ..raster.source import Raster, convert_to_dtype
from ..scheme.classes import Classes
from ..scheme.value_classes import ValueNaming

# As in a mask, with classes in place of valid cells.
FIRST_CLASS_CODE = VALID_CODE
UNKNOWN_CODE = -1

# Function returning the code of a new value.
CodeLearner = Callable[[float], int]


class NotIntegerError(Exception):
    """Raised for a value of a float raster that is neither an integer nor NoData."""

    def __init__(self, value: float):
        super().__init__(value)
        self.value = value


def final_codes(classes: Classes) -> NDArray[np.uint16]:
    """Return, by code of the scan, the code with classes in table order."""
    order = np.array(classes.table_order(), np.int64)  # asked once: other threads may add classes
    codes = np.arange(FIRST_CLASS_CODE + order.size, dtype=np.uint16)
    codes[order + FIRST_CLASS_CODE] = codes[FIRST_CLASS_CODE:].copy()
    return codes


def create_class_coder(raster: Raster, naming: ValueNaming, classes: Classes) -> Coder:
    """Return the coder of the class values of a date."""
    is_left_out = NoDataFilter(raster)

    def learn(value: float) -> int:
        if is_left_out(value):
            return NODATA_CODE
        return naming.resolve_value(int(value), classes) + FIRST_CLASS_CODE

    return create_coder(raster, learn)


def create_coder(raster: Raster, learn: CodeLearner) -> Coder:
    """Return the coder for the data type of a raster."""
    if raster.dtype.kind in "iu" and raster.dtype.itemsize <= 2:
        return TableCoder(raster.dtype, learn)
    return SearchCoder(raster.dtype, learn)


class NoDataFilter:
    """Predicate for NoData values of a raster."""

    def __init__(self, raster: Raster):
        # The declared value is compared in the data type of the raster: -3.4e38 in a float32 raster
        # is read as a different double.
        self._values = {convert_to_dtype(value, raster.dtype) for value in raster.left_out}
        self._ranges = raster.source.nodata_ranges

    def __call__(self, value: float) -> bool:
        """Return whether a value is NoData.

        Raises:
            NotIntegerError: the value is neither NoData nor an integer.
        """
        if value in self._values or any(low <= value <= high for low, high in self._ranges):
            return True
        if isinstance(value, float) and not value.is_integer():
            raise NotIntegerError(value)
        return False


class TableCoder:
    """Coder of 8- and 16-bit values by a look-up table of the whole type."""

    def __init__(self, dtype: np.dtype[np.generic], learn: CodeLearner):
        self._index_type = np.dtype(f"u{dtype.itemsize}")
        self._values = np.arange(2 ** (8 * dtype.itemsize)).astype(self._index_type).view(dtype)
        self._table = np.full(self._values.size, UNKNOWN_CODE, np.int16)
        self._learn = learn
        self._lock = threading.Lock()

    def encode_values(self, values: NDArray[np.generic]) -> NDArray[np.int16]:
        """Return codes (int16) of contiguous values, in the same shape."""
        index = values.view(self._index_type)
        codes: NDArray[np.int16] = self._table[index]
        if codes.size and codes.min() == UNKNOWN_CODE:
            with self._lock:
                for position in np.unique(index[codes == UNKNOWN_CODE]):
                    if self._table[position] == UNKNOWN_CODE:
                        self._table[position] = self._learn(int(self._values[position]))
            codes = self._table[index]
        return codes


class SearchCoder:
    """Coder of wider integers and integer floats by binary search; NaN is always NoData."""

    def __init__(self, dtype: np.dtype[np.generic], learn: CodeLearner):
        # Sorted values and their codes.
        self._known: tuple[NDArray[np.generic], NDArray[np.int16]]
        self._known = (np.empty(0, dtype), np.empty(0, np.int16))
        self._is_float = dtype.kind == "f"
        self._learn = learn
        self._lock = threading.Lock()

    def encode_values(self, values: NDArray[np.generic]) -> NDArray[np.int16]:
        """Return codes (int16) of values, in the same shape.

        Raises:
            NotIntegerError: a fractional or infinite float that is not NoData.
        """
        codes = self._look_up_codes(values)
        unknown = codes == UNKNOWN_CODE
        if unknown.any():
            with self._lock:
                known, known_codes = self._known
                fresh = np.unique(values[unknown])
                fresh = fresh[~np.isin(fresh, known)]
                learned = np.array([self._learn(value.item()) for value in fresh], np.int16)
                both = np.concatenate([known, fresh])
                order = np.argsort(both)
                self._known = both[order], np.concatenate([known_codes, learned])[order]
            codes = self._look_up_codes(values)
        return codes

    def _look_up_codes(self, values: NDArray[np.generic]) -> NDArray[np.int16]:
        known, known_codes = self._known  # one read, so that both belong together
        if known.size == 0:
            codes = np.full(values.shape, UNKNOWN_CODE, np.int16)
        else:
            positions = np.searchsorted(known, values)
            positions[positions == known.size] = 0
            codes = np.where(
                known[positions] == values, known_codes[positions], np.int16(UNKNOWN_CODE)
            )
        if self._is_float:
            codes[np.isnan(values)] = NODATA_CODE
        return codes


Coder = Union[TableCoder, SearchCoder]


MAX_KEY = 2**63 - 1


def pack_keys(rows: Iterable[NDArray[np.integer]]) -> list[IntArray]:
    """Pack rows into fewer keys for np.lexsort that give the same order.

    Rows within 63 bits form a key, the last most significant: faster, with less memory.
    """
    keys: list[IntArray] = []
    bins = 1
    for row in rows:
        size = int(row.max(initial=0)) + 1
        if not keys or bins * size > MAX_KEY:
            keys.append(row.astype(np.int64))
            bins = size
        else:
            keys[-1] += bins * row.astype(np.int64)
            bins *= size
    return keys


def group_keys(keys: list[IntArray], stable: bool = True) -> tuple[IntArray, BoolArray]:
    """Return the sort order of the keys, and which sorted elements are first of their group.

    Keys are consumed; equal ones keep their order if stable. Unstable: 1/3 of the time.
    """
    order: IntArray = np.lexsort(keys) if stable or len(keys) > 1 else np.argsort(keys[0])
    is_first = np.zeros(order.size, bool)
    is_first[:1] = True
    while keys:
        key = keys.pop()[order]
        is_first[1:] |= key[1:] != key[:-1]
    return order, is_first


def sum_by_key(keys: IntArray, weights: IntArray) -> tuple[IntArray, IntArray]:
    """Sum weights (weights, rows) of equal integer keys >= 0 (keys, rows), sorted in key order."""
    if not keys.shape[1]:
        return keys, weights
    # Integer sums do not depend on the order, so the sort need not be stable.
    order, is_first = group_keys(pack_keys(keys[::-1]), stable=False)
    firsts = np.flatnonzero(is_first)
    return keys[:, order[firsts]], np.add.reduceat(weights[:, order], firsts, axis=1)


def to_python_ints(values: IntArray) -> list[int]:
    """Return an array, (n,), as a list of Python integers."""
    numbers_in_python: list[int] = values.tolist()  # type: ignore[assignment]  # how deep it is
    return numbers_in_python
