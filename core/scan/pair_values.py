"""Values by the pair of classes that a cell has at two dates, for the blocks of a pass."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from ..base.arrays import NDArray
from ..base.dates import Period
from ..scheme.classes import LandClass
from .block import Block
from .coding import FIRST_CLASS

if TYPE_CHECKING:
    # Values by from-class and to-class, shape (n, n), for a list of n classes.
    PairTable = Callable[[list[LandClass]], NDArray["Value"]]

Value = TypeVar("Value", bound=np.generic)


class PairValues(Generic[Value]):
    """Looks the values of a period up; several threads may ask at a time.

    Args:
        period: the two dates.
        table: gives the values.
    """

    def __init__(self, period: Period, table: PairTable[Value]):
        self._period = period
        self._table = table
        self._flat: NDArray[Value] | None = None
        self._n_codes = 0
        self._lock = threading.Lock()

    def of(self, block: Block) -> NDArray[Value]:
        """The values by combination, (combinations,); 0 for those not valid at all dates."""
        pairs = block.pair_codes(self._period.earlier, self._period.later)
        return self._by_pair(block.classes)[pairs]

    def _by_pair(self, classes: list[LandClass]) -> NDArray[Value]:
        """Values by pair code; the class list grows now and then."""
        n_codes = len(classes) + FIRST_CLASS
        with self._lock:
            if self._flat is None or self._n_codes != n_codes:
                inner = self._table(classes)
                whole = np.zeros((n_codes, n_codes), inner.dtype)
                whole[FIRST_CLASS:, FIRST_CLASS:] = inner
                self._flat, self._n_codes = whole.ravel(), n_codes
            return self._flat
