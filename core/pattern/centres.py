"""CENTRES: where the land of a class lies, how far it moved, and its standard deviational ellipse.

Centres are the means of the cells' centres. The ellipse is that of the covariance (Yuill 1971;
Lefever 1926): its semi-axes are sqrt 2 times the square roots of the eigenvalues, so that they are
sqrt 2 times the standard deviations along them, as ArcGIS has had it since version 10. All follows
from whole numbers that are exact: no digits of large coordinates are lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot, sqrt
from typing import NamedTuple, TypedDict

import numpy as np

from ..base.dates import Date, Period, interval_years
from ..base.numbers import NDArray
from ..raster.area import shortest_line
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer
from ..scan.series import Series
from .measure import Measure, measure
from .patches import cell_moments

# Axes that differ by less of the larger variance are equal: no axis is the long one.
EQUAL = 1e-12

CentreRow = TypedDict(
    "CentreRow",
    {
        "year": "str | None",
        "layer": str,
        "value": "int | None",
        "class": str,
        "x": float,
        "y": float,
        "moved_m": "float | None",
        "direction_deg": "float | None",
        "m_per_year": "float | None",
        "major_m": "float | None",
        "minor_m": "float | None",
        "rotation_deg": "float | None",
    },
)


class Ellipse(NamedTuple):
    """Semi-axes, m, and where the long one lies, degrees clockwise from north (to 180), or None."""

    major: float
    minor: float
    rotation: float | None


class Movement(NamedTuple):
    """Distance, m, and direction, degrees clockwise from north (0 to 360); None where none."""

    distance: float
    direction: float | None


@dataclass(frozen=True)
class Moments:
    """Sums over the cells of a class, by column x and row y of the grid, exact.

    `weight` is the number of cells, or their units of size where they are weighted.
    """

    weight: int
    x: int
    y: int
    xx: int
    yy: int
    xy: int


@dataclass(frozen=True)
class Centre:
    """Where the land of a class lies, in map units, by the moments of its cells."""

    moments: Moments
    measure: Measure

    @property
    def position(self) -> tuple[float, float]:
        """x and y."""
        x, dx, _, y, _, dy = self.measure.grid.transform
        m = self.moments
        return x + (m.x / m.weight + 0.5) * dx, y + (m.y / m.weight + 0.5) * dy

    @property
    def ellipse(self) -> Ellipse | None:
        """None in degrees."""
        metres = self.measure.metres
        if metres is None:
            return None
        m, dx, dy = self.moments, *self._steps(metres)
        n = m.weight
        xx = (n * m.xx - m.x * m.x) / (n * n) * dx * dx
        yy = (n * m.yy - m.y * m.y) / (n * n) * dy * dy
        xy = (n * m.xy - m.x * m.y) / (n * n) * dx * dy
        middle, spread = (xx + yy) / 2, hypot((xx - yy) / 2, xy)
        rotation = None
        if spread > EQUAL * middle:
            # From east counterclockwise to north clockwise.
            rotation = _turned(90.0 - degrees(atan2(2 * xy, xx - yy)) / 2, 180.0)
        return Ellipse(sqrt(2 * (middle + spread)), sqrt(2 * max(middle - spread, 0.0)), rotation)

    def _steps(self, metres: float) -> tuple[float, float]:
        """Metres from a cell to the next one, to the east and to the north."""
        transform = self.measure.grid.transform
        return transform[1] * metres, transform[5] * metres

    def moved_from(self, before: Centre) -> Movement | None:
        """From another centre to this one; None where the distance is not known."""
        old, new = before.moments, self.moments
        both = old.weight * new.weight
        columns = (new.x * old.weight - old.x * new.weight) / both
        rows = (new.y * old.weight - old.y * new.weight) / both
        if columns == 0 and rows == 0:
            return Movement(0.0, None)
        measured = self.measure
        if measured.metres is not None:
            dx, dy = self._steps(measured.metres)
            east, north = columns * dx, rows * dy
            return Movement(hypot(east, north), _turned(degrees(atan2(east, north)), 360.0))
        if measured.ellipsoid is None:
            return None
        radians = measured.radians
        ends = [(x * radians, y * radians) for x, y in (before.position, self.position)]
        line = shortest_line(measured.ellipsoid, *ends)
        return None if line is None else Movement(line[0], _turned(degrees(line[1]), 360.0))


def _turned(angle: float, whole: float) -> float:
    """An angle from 0 on, below the whole turn."""
    # What is hardly below 0 is rounded up to the whole.
    return angle % whole % whole


def centre_rows(
    dates: Sequence[Date],
    moments: Sequence[Mapping[int, Moments]],
    measure: Measure,
    names: Sequence[tuple[int | None, str]],
) -> list[CentreRow]:
    """CENTRES: a row per date and class that occurs at it.

    Movement is from the date before; None where the class did not occur then.

    Args:
        moments: at each date, of each class that occurs.
        names: value and name by class index.
    """
    rows: list[CentreRow] = []
    earlier: dict[int, Centre] = {}
    for date_index, (date, of_date) in enumerate(zip(dates, moments)):
        period = Period(date_index - 1, date_index, "")
        years = interval_years(dates, period) if date_index else None
        # Land beyond a pole has no weight, and so no centre.
        here = {
            class_index: Centre(of_class, measure)
            for class_index, of_class in sorted(of_date.items())
            if of_class.weight
        }
        for class_index, centre in here.items():
            value, name = names[class_index]
            x, y = centre.position
            moved = centre.moved_from(earlier[class_index]) if class_index in earlier else None
            ellipse = centre.ellipse
            rows.append(
                {
                    "year": date.year or None,
                    "layer": date.layer,
                    "value": value,
                    "class": name,
                    "x": x,
                    "y": y,
                    "moved_m": moved and moved.distance,
                    "direction_deg": moved and moved.direction,
                    "m_per_year": moved.distance / years if moved and years else None,
                    "major_m": ellipse and ellipse.major,
                    "minor_m": ellipse and ellipse.minor,
                    "rotation_deg": ellipse and ellipse.rotation,
                }
            )
        earlier = here
    return rows


class CentreCounter(Consumer):
    """Adds up where the cells lie that are valid at all dates, and nothing else.

    When it is finished, `moments` are those of each class that occurs, per date.
    """

    moments: Sequence[Mapping[int, Moments]]

    def __init__(self, series: Series):
        self.measure = measure(series.grid, series.area, series.window)
        self._sums: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def take(self, block: Block) -> list[NDArray[np.object_]]:
        sizes = self.measure.sizes(block.window) if self.measure.weighs_rows else None
        small = np.min_scalar_type(block.n_codes)
        parts = []
        for codes in block.codes:
            valid = codes if block.valid is None else np.where(block.valid, codes, 0)
            cells = block.expand(valid.astype(small))
            parts.append(moved(cell_moments(cells, block.n_codes, sizes), block.window))
        return parts

    def merge(self, window: Window, part: list[NDArray[np.object_]]) -> None:
        for sums, moments in zip(self._sums, part):
            for code in range(FIRST_CLASS, moments.shape[1]):
                if moments[0, code]:
                    sums[code] = sums.get(code, 0) + moments[:, code]

    def finish(self, census: Census) -> None:
        """Number the classes as the tables list them."""
        indices = census.codes.astype(np.int64) - FIRST_CLASS
        self.moments = [
            {int(indices[code]): Moments(*sums[code]) for code in sorted(sums)}
            for sums in self._sums
        ]


def moved(moments: NDArray[np.object_], window: Window) -> NDArray[np.object_]:
    """Sums by cell of a block as sums by cell of the grid, (6, keys)."""
    n, x, y, xx, yy, xy = moments
    x0, y0 = window.column, window.row
    return np.stack(
        [
            n,
            x + n * x0,
            y + n * y0,
            xx + 2 * x * x0 + n * x0 * x0,
            yy + 2 * y * y0 + n * y0 * y0,
            xy + x * y0 + y * x0 + n * x0 * y0,
        ]
    )
