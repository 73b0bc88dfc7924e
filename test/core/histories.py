"""Random land over two to eight dates, with groups, and what tests of trajectories ask of it."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.mining_oracle import spelled
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.strategies import LAYOUTS, arrange
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import write_raster

NODATA, STRANGE = 0, 9
# Name and group by value; 8 has no group, and 9 is an unclassified value.
LAND = {
    1: ("field", "sink"),
    2: ("wood", "sink"),
    3: ("meadow", "sink"),
    4: ("town", "built"),
    5: ("pit", "mine"),
    6: ("dump", "mine"),
    7: ("lake", "water"),
    8: ("rock", ""),
}
ENTRIES = [(v, LandClass(v, key, key.title(), group)) for v, (key, group) in LAND.items()]
NAMES = {value: key.title() for value, (key, _) in LAND.items()} | {STRANGE: str(STRANGE)}
YEARS = (1986, 1990, 1995, 2000, 2004, 2009, 2018, 2020)


def letters(values, disturbing) -> str:
    """What a cell was at all dates, as the oracle of mined land spells it."""
    return spelled([LAND.get(value, ("", ""))[1] for value in values], disturbing.groups)


def series_by_hand(folder, histories, names, entries=ENTRIES) -> Series:
    """Cells of a hectare side by side, each with its values by date; a raster of each name."""
    files = [
        write_raster(folder / f"{name}.tif", [values], cell=(100, 100))
        for name, values in zip(names, zip(*histories))
    ]
    return open_series(inputs(*files), "planimetric", entries)


@dataclass
class Land:
    """Values by date, row and column, and how the pass is to go about them."""

    dates: list
    layout: tuple
    place: str
    pieces: int
    workers: int

    @property
    def years(self) -> list[int]:
        return list(YEARS[: len(self.dates)])

    @property
    def labels(self) -> list[str]:
        return [str(year) for year in self.years]

    @property
    def cells(self) -> dict:
        """What each cell was at all dates, by row and column; those left out are not there."""
        rows, columns = self.dates[0].shape
        held = {
            (row, column): tuple(int(date[row, column]) for date in self.dates)
            for row in range(rows)
            for column in range(columns)
        }
        return {place: values for place, values in held.items() if NODATA not in values}

    def open(self, folder: str) -> Series:
        """The series of the land, its class table that of LAND."""
        epsg, origin, cell = PLACES[self.place]
        files = [
            write_raster(
                f"{folder}/land_{year}.tif",
                date,
                nodata=NODATA,
                cell=(cell, cell),
                origin=origin,
                epsg=epsg,
                options=self.layout,
            )
            for year, date in zip(self.years, self.dates)
        ]
        return open_series(inputs(*files), "auto", ENTRIES)

    def hectares(self, series: Series) -> np.ndarray:
        return np.broadcast_to(series.area.cell_hectares(series.window), self.dates[0].shape)


@st.composite
def lands(draw, most_dates: int = 8):
    """Land of which at least one cell counts."""
    shape = draw(st.integers(1, 24)), draw(st.integers(1, 24))
    known = st.sampled_from([*LAND, STRANGE])
    palette = draw(st.lists(known, min_size=1, max_size=5, unique=True))
    dates = []
    for _ in range(draw(st.integers(2, most_dates))):
        pattern = draw(st.sampled_from(["patches", "noise"]))
        seed = draw(st.integers(0, 10_000))
        cells = arrange(shape, palette, np.uint8, pattern, seed)
        if draw(st.booleans()):
            holes = np.random.default_rng(seed).random(shape) < 0.1
            cells[holes] = NODATA
        # Some of the land stays as it was.
        if dates and draw(st.booleans()):
            kept = np.random.default_rng(seed + 1).random(shape) < 0.5
            cells[kept] = dates[-1][kept]
        dates.append(cells)
    if not np.logical_and.reduce([date != NODATA for date in dates]).any():
        for date in dates:
            date[0, 0] = 1
    return Land(
        dates,
        draw(st.sampled_from(LAYOUTS)),
        draw(st.sampled_from(sorted(PLACES))),
        draw(st.integers(1, 20)),
        draw(st.integers(1, 4)),
    )
