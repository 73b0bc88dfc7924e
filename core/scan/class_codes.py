"""Raster values to small class codes: nodata, outside the raster, masked, or a class number.

A class has the code class number + FIRST_CLASS; the codes below that are cells left out.

Columns of small numbers as few keys to sort by, and what is equal in all of them together.
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

# As in a mask; a class takes the place of a valid cell.
FIRST_CLASS_CODE = VALID_CODE
UNKNOWN_CODE = -1

# The code of a value met for the first time.
CodeLearner = Callable[[float], int]


class NotIntegerError(Exception):
    """A float raster holds a value that is no whole number and not nodata."""

    def __init__(self, value: float):
        super().__init__(value)
        self.value = value


def final_codes(classes: Classes) -> NDArray[np.uint16]:
    """By code of the pass, the code with the classes numbered in the tables' order."""
    order = np.array(classes.table_order(), np.int64)  # asked once: other threads may add classes
    codes = np.arange(FIRST_CLASS_CODE + order.size, dtype=np.uint16)
    codes[order + FIRST_CLASS_CODE] = codes[FIRST_CLASS_CODE:].copy()
    return codes


def create_class_coder(raster: Raster, naming: ValueNaming, classes: Classes) -> Coder:
    """Class codes of a date's values."""
    is_left_out = NoDataFilter(raster)

    def learn(value: float) -> int:
        if is_left_out(value):
            return NODATA_CODE
        return naming.resolve_value(int(value), classes) + FIRST_CLASS_CODE

    return create_coder(raster, learn)


def create_coder(raster: Raster, learn: CodeLearner) -> Coder:
    """The coder that fits the raster's type."""
    if raster.dtype.kind in "iu" and raster.dtype.itemsize <= 2:
        return TableCoder(raster.dtype, learn)
    return SearchCoder(raster.dtype, learn)


class NoDataFilter:
    """Tells which values of a raster stand for no data."""

    def __init__(self, raster: Raster):
        # The declared value is compared in the raster's own type: -3.4e38 written to a
        # float32 raster comes back as another double.
        self._values = {convert_to_dtype(value, raster.dtype) for value in raster.left_out}
        self._ranges = raster.source.nodata_ranges

    def __call__(self, value: float) -> bool:
        """Whether the value is left out.

        Raises:
            NotWhole: it is not, and is no whole number either.
        """
        if value in self._values or any(low <= value <= high for low, high in self._ranges):
            return True
        if isinstance(value, float) and not value.is_integer():
            raise NotIntegerError(value)
        return False


class TableCoder:
    """Codes of 8- and 16-bit values: one look-up table over the whole type."""

    def __init__(self, dtype: np.dtype[np.generic], learn: CodeLearner):
        self._index_type = np.dtype(f"u{dtype.itemsize}")
        self._values = np.arange(2 ** (8 * dtype.itemsize)).astype(self._index_type).view(dtype)
        self._table = np.full(self._values.size, UNKNOWN_CODE, np.int16)
        self._learn = learn
        self._lock = threading.Lock()

    def encode_values(self, values: NDArray[np.generic]) -> NDArray[np.int16]:
        """Codes (int16) of contiguous values, in the same shape."""
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
    """Codes of wider integers and of floats that hold whole numbers, by binary search.

    NaN is left out, declared or not: there is no class to give it.
    """

    def __init__(self, dtype: np.dtype[np.generic], learn: CodeLearner):
        # Values in order, and their codes.
        self._known: tuple[NDArray[np.generic], NDArray[np.int16]]
        self._known = (np.empty(0, dtype), np.empty(0, np.int16))
        self._is_float = dtype.kind == "f"
        self._learn = learn
        self._lock = threading.Lock()

    def encode_values(self, values: NDArray[np.generic]) -> NDArray[np.int16]:
        """Codes (int16) of values, in the same shape.

        Raises:
            NotWhole: a float with a fraction, or an infinite one, that is not nodata.
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
    """Keys for np.lexsort that order columns as the rows themselves would, but fewer of them.

    As many rows as 63 bits hold are digits of one key, the last row its first digit: a key is
    sorted several times as fast as its rows, and takes less memory than they do.
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
    """The order that the keys give, and which in it are the first of those that are equal.

    The keys are let go on the way, each as soon as it has done its work. Equal ones keep their
    order if it is to be stable; a single key is sorted in a third of the time if they need not.
    """
    order: IntArray = np.lexsort(keys) if stable or len(keys) > 1 else np.argsort(keys[0])
    is_first = np.zeros(order.size, bool)
    is_first[:1] = True
    while keys:
        key = keys.pop()[order]
        is_first[1:] |= key[1:] != key[:-1]
    return order, is_first


def sum_by_key(keys: IntArray, weights: IntArray) -> tuple[IntArray, IntArray]:
    """One row for those of equal keys, sorted by the first key, then the next, their weights added.

    Keys are whole numbers from 0 on, (keys, rows), weights (weights, rows).
    """
    if not keys.shape[1]:
        return keys, weights
    # Whole numbers add up to the same in any order: it need not be a stable one.
    order, is_first = group_keys(pack_keys(keys[::-1]), stable=False)
    firsts = np.flatnonzero(is_first)
    return keys[:, order[firsts]], np.add.reduceat(weights[:, order], firsts, axis=1)


def to_python_ints(values: IntArray) -> list[int]:
    """The numbers of an array, (n,), as Python has them."""
    numbers_in_python: list[int] = values.tolist()  # type: ignore[assignment]  # how deep it is
    return numbers_in_python
