"""What mining did to land, read off the use that it had at every date.

A use is what the group of a class comes to: mined land is that of the groups that take land. Land
is mined at a date, or it is not; when within an interval that changed is not known. Dates are told
by their numbers, the first one being 1, and 0 is none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from enum import IntEnum

import numpy as np

from ..base.numbers import Bytes, Flags, Ints
from ..scheme.classes import SINK, LandClass
from ..scheme.disturbing_classes import DisturbingClasses

# The Use of n trajectories, an array of shape (n,) for each date.
Uses = Sequence[Bytes]

BUILT, WATER = "built", "water"

NEVER = 0


class Use(IntEnum):
    """What land is used for, as far as mining and reclamation go."""

    OTHER = 0
    MINE = 1
    SINK = 2
    BUILT = 3
    WATER = 4


class State(IntEnum):
    """What has become of land by a date; of land that is mined at some date, all but the last."""

    ACTIVE = 1
    RECLAIMED = 2
    REDEVELOPED = 3
    FLOODED = 4
    OTHER = 5
    NEVER_MINED = 6
    BEFORE_MINING = 7


# As tables have them, in their order.
KEYS = {
    State.BEFORE_MINING: "before_mining",
    State.ACTIVE: "active",
    State.RECLAIMED: "reclaimed",
    State.REDEVELOPED: "redeveloped",
    State.FLOODED: "flooded",
    State.OTHER: "other",
    State.NEVER_MINED: "never_mined",
}
# What land is that was mined before, by its use.
STATES = np.array(
    [State.OTHER, State.ACTIVE, State.RECLAIMED, State.REDEVELOPED, State.FLOODED], np.uint8
)

USES = {SINK: Use.SINK, BUILT: Use.BUILT, WATER: Use.WATER}


def uses_of(classes: Sequence[LandClass], disturbing: DisturbingClasses) -> Bytes:
    """The Use by class index, (n,); a group that takes land is mined land, whichever it is.

    A sink whose carbon is not counted is other land.
    """

    def use_of(land_class: LandClass) -> Use:
        if disturbing.takes(land_class):
            return Use.MINE
        use = USES.get(land_class.group.casefold(), Use.OTHER)
        return Use.OTHER if use == Use.SINK and not disturbing.counts(land_class) else use

    return np.array([use_of(land_class) for land_class in classes], np.uint8)


def first_mined(uses: Uses) -> Ints:
    """The number of the first date at which land is mined, (n,); NEVER where it is at none."""
    first = np.full(len(uses[0]), NEVER, np.int64)
    for date_number, use in enumerate(uses, 1):
        first[(first == NEVER) & (use == Use.MINE)] = date_number
    return first


def states(uses: Uses, date_number: int, first: Ints | None = None) -> Bytes:
    """The State at a date, (n,); `first` is what first_mined gives, where it is known."""
    first = first_mined(uses) if first is None else first
    state = STATES[uses[date_number - 1]]
    state[first > date_number] = State.BEFORE_MINING
    state[first == NEVER] = State.NEVER_MINED
    return state


def reclaimed_by(uses: Uses, date_number: int) -> Ints:
    """The first date of the stretch of sinks, after mining, that lasts at a date, of shape (n,).

    A change from one sink to another ends no stretch. One that follows no mining is natural, or
    nobody knows: NEVER, as where land is no sink.
    """
    return deque(reclaimed_dates(uses[:date_number]), maxlen=1).pop()


def reclaimed_dates(uses: Uses) -> Iterator[Ints]:
    """What reclaimed_by gives, date by date."""
    since, mined = np.full(len(uses[0]), NEVER, np.int64), np.zeros(len(uses[0]), np.bool_)
    for date_number, use in enumerate(uses, 1):
        is_sink = use == Use.SINK
        since[~is_sink] = NEVER
        since[is_sink & mined & (since == NEVER)] = date_number
        mined |= use == Use.MINE
        yield since.copy()


def is_mined_again(uses: Uses) -> Flags:
    """Whether land is mined at a date, not at a later one, and then again, of shape (n,)."""
    again, left, mined = (np.zeros(len(uses[0]), np.bool_) for _ in range(3))
    for use in uses:
        is_mine = use == Use.MINE
        again |= is_mine & left
        left |= mined & ~is_mine
        mined |= is_mine
    return again
