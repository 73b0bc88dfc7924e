"""The row of SAMPLE, by itself: files with points that somebody has labelled are known by it."""

from __future__ import annotations

from typing import TypedDict


class SampleRow(TypedDict):
    """A row of SAMPLE; x and y are those of the cell's centre."""

    id: int
    stratum: int | None
    map_value: int
    map_class: str
    weight: float
    x: float
    y: float
    label: int | None
