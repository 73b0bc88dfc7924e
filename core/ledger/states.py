"""The carbon on land that is mined at some date, and what moves it: what a ledger is made of.

All is per hectare, for many trajectories at a time. Land has four stocks: soil and vegetation;
topsoil that was taken off and stored; and what is lost but has not decayed yet. How they change is
in core/ledger/walk.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..base.arrays import Bytes, Floats, Ints

SOIL, VEGETATION, STORED, DECAYING = "soil", "vegetation", "stored_topsoil", "decaying"
LOSS, GAIN, GROWTH, PRE_MINING, OTHER = "loss", "gain", "growth", "pre_mining", "other"
# What net is made of, and how it counts.
SIGNS: Mapping[str, float] = {LOSS: -1.0, GAIN: 1.0, GROWTH: 1.0}


class AgeRule(Enum):
    """Which age reclaimed land has, of those between its first date and the date before that."""

    MID = "mid"
    MEAN = "mean"
    YOUNGEST = "youngest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class Trajectories:
    """Land that is mined at some date, date by date.

    Attributes:
        classes: class numbers, an array of shape (n,) for each date.
        uses: the Use of each, in the same way.
        years: of the dates.
    """

    classes: Sequence[Ints]
    uses: Sequence[Bytes]
    years: Sequence[int]

    @property
    def size(self) -> int:
        return len(self.classes[0])


@dataclass(frozen=True)
class Stock:
    """t C/ha of each trajectory at a date, by pool, arrays of shape (n,)."""

    soil: Floats
    vegetation: Floats
    stored: Floats
    decaying: Floats

    @property
    def total(self) -> Floats:
        return self.soil + self.vegetation + self.stored + self.decaying


@dataclass(frozen=True)
class Flow:
    """What moved in a period, of one kind and one pool.

    Attributes:
        flow, pool: as LEDGER has them.
        land: which trajectories, each once.
        classes: what they are booked under.
        amounts: t C/ha; positive for a loss, else what is added to the land.
        origin: the place of the date that ends the period whose conversion set it going: that of
            the flow itself, but for carbon that decays an earlier one.
    """

    flow: str
    pool: str
    land: Ints
    classes: Ints
    amounts: Floats
    origin: int


@dataclass(frozen=True)
class Moment:
    """A date: the stock at it, and the flows since the date before (none at the first)."""

    stock: Stock
    flows: Sequence[Flow] = ()


def net_of(flows: Sequence[Flow], size: int) -> Floats:
    """gain + growth - loss of each of so many trajectories, t C/ha."""
    net = np.zeros(size)
    for part in flows:
        if part.flow in SIGNS:
            net[part.land] += SIGNS[part.flow] * part.amounts
    return net
