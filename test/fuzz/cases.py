"""Random dates of rasters that do not match, as files, with all that is needed to check them."""

from __future__ import annotations

import glob
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..helpers import UTM_49N
from .cases_inventory import InventoryTables, random_inventory, random_units
from .cases_masks import random_mask
from .cases_measured import Densities, Measured
from .cases_names import Palette, random_palette, random_table
from .cases_rasters import FAR, SYSTEMS, Date, Grid, other_grid, random_date, transform, write
from .cases_tables import LossTable, RuleTable, random_disturbing, random_losses, random_rules
from .cases_values import ValueTable, random_values
from .cases_years import YearRaster

# Layers with a year in their name, and with numbers that are none.
LAYERS = ("lu_{}", "{}", "Landcover{} v2", "lc_30m_{}0615", "V2020_{}", "MCD12Q1.A{}001.h26")
# In degrees, and none of the systems between which polygons are moved.
POLAR = 4490
NO_YEARS = ("A", "B", "C", "D", "E", "F")


@dataclass
class Case:
    """One or more dates, earliest first, and how to compare them.

    `given` is the order in which the layers are handed over, `window` the part that counts, and
    `mask` polygons as WKT on the base's reference system, or None. `table` are the rows of a class
    table and `scheme` is a shipped legend, either of which may be None; `rules` and `losses` are
    tables of a job that needs classes with groups, `values` one of values per hectare, `mining`
    are the groups that take land in a job on mined land, `measured` and `densities` what rasters of
    values are measured for, `inventory` the tables of one; `units` are names and polygons as WKT;
    `year_rasters` are those of years by their parameters; `idle_years` is how long idle land has
    not changed.
    """

    dates: list
    given: list
    base: int
    nodata: tuple
    window: tuple | None
    method: str
    table: list | None
    mask: list | None
    scheme: str | None = None
    rules: RuleTable | None = None
    losses: LossTable | None = None
    values: ValueTable | None = None
    mining: str | None = None
    measured: Measured | None = None
    densities: Densities | None = None
    inventory: InventoryTables | None = None
    units: list | None = None
    year_rasters: dict[str, YearRaster] | None = None
    idle_years: int = 5

    @property
    def needs_names(self) -> bool:
        has_defaults = self.values is not None and not self.values.is_own
        jobs = (self.rules, self.losses, self.mining, self.densities, self.inventory)
        by_use = self.measured is not None and self.measured.by_use
        return has_defaults or by_use or any(job is not None for job in jobs)

    @property
    def may_use_scheme(self) -> bool:
        """Whether names of layers may be those of the default scheme."""
        return self.values is not None or self.measured is not None


class Job(NamedTuple):
    """What a case is for, of rules, losses, values, mined land and an inventory.

    `is_needed` says whether there must be losses, `any_base` whether any date may give the cells,
    `units` whether there may be units, `twice` whether land is mined again in cases of five dates.
    """

    rules: bool = False
    losses: bool = False
    values: bool = False
    mining: bool = False
    is_needed: bool = False
    any_base: bool = False
    inventory: bool = False
    units: bool = False
    may_be_far: bool = True
    twice: bool = False


def random_case(rng: np.random.Generator, folder: Path, length: int, job: Job) -> Case:
    """A case of small rasters; about a third of them on the cells of the first."""
    palette = random_palette(rng)
    case = _of_rasters(rng, folder, length, palette, job)
    # A class table wins over a shipped legend.
    if rng.random() < (0.3 if palette.is_any else 0.1 if palette.scheme else 0.0):
        case = replace(case, table=random_table(rng, case.dates))
    if rng.random() < 0.3:
        case = replace(case, mask=random_mask(rng, case.dates[case.base].grid, invalid=True))
    rules = random_rules(rng, case) if job.rules else None
    losses = random_losses(rng, case, job.is_needed) if job.losses else None
    values = random_values(rng, case) if job.values else None
    mining = random_disturbing(rng, case) if job.mining else None
    case = replace(case, rules=rules, losses=losses, values=values, mining=mining)
    if job.inventory:
        case = replace(case, inventory=random_inventory(rng, case))
    if job.units and rng.random() < 0.4:
        case = replace(case, units=random_units(rng, case.dates[case.base].grid))
    return case


def _of_rasters(rng, folder: Path, length: int, palette: Palette, job: Job) -> Case:
    """A case without tables and mask."""
    cell = float(rng.choice([30.0, 25.0, 30.7, 91.0]))
    # More dates have less land in common: small ones would leave nothing to compare.
    least = 1 if length == 2 else 12
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.4 else UTM_49N
    shape = tuple(int(n) for n in rng.integers(least, 40, 2))
    is_polar = rng.random() < 0.04
    is_twin = length > 1 and not is_polar and rng.random() < 0.03
    if is_polar:
        epsg = POLAR
    if is_twin:
        shape, epsg = (int(rng.integers(99, 105)), 101), UTM_49N
    is_far = job.may_be_far and not (is_polar or is_twin) and rng.random() < 0.06
    # A pole is a corner of four cells, or within one; polygons of geodesics are not exact there.
    shift, place = (float(rng.choice([0.0, 0.3])), ()) if is_far else (0.0, ())
    if is_far:
        epsg, *place = FAR[rng.integers(len(FAR))]
    grid = Grid(shape, transform(rng, shape, epsg, cell, shift, tuple(place)), epsg)
    if is_polar:
        grid = _across_a_pole(rng, grid)

    names = [(layer, "") for layer in NO_YEARS[:length]]
    given = list(range(length))
    if rng.random() < 0.5:
        years = sorted(str(year) for year in rng.choice(range(1950, 2060), length, replace=False))
        names = [(str(rng.choice(LAYERS)).format(year), year) for year in years]
        given = rng.permutation(length).tolist()
    dates = [random_date(rng, folder, *names[0], grid, palette)]
    for name in names[1:]:
        is_same = is_polar or is_twin or is_far or rng.random() < 0.35
        own = grid if is_same else other_grid(rng, grid, cell, least)
        dates.append(random_date(rng, folder, *name, own, palette))
    if is_twin:
        dates[-1] = _twin(dates[0], dates[-1])
    if job.twice and length == 5:
        # What was mined at the second date is mined again, and idle at the last.
        before, mined, *others = dates
        firsts = (before, mined, mined)
        dates[2:] = [_twin(first, date) for first, date in zip(firsts, others)]
    nodata = tuple(int(v) for v in rng.choice(20, 2)) if rng.random() < 0.3 else ()
    base = int(rng.integers(0, length)) if job.any_base else 0
    window = None
    if rng.random() < 0.3:
        rows, columns = dates[base].grid.shape
        row, column = int(rng.integers(0, rows)), int(rng.integers(0, columns))
        height = int(rng.integers(1, rows - row + 1))
        width = int(rng.integers(1, columns - column + 1))
        window = (column, row, width, height)
    method = str(rng.choice(["auto", "ellipsoidal"])) if not (is_twin or is_far) else "auto"
    return Case(dates, given, base, nodata, window, method, None, None, palette.scheme)


def _across_a_pole(rng, grid: Grid) -> Grid:
    """Larger cells where some of their rows, not all, lie beyond 90 degrees of latitude."""
    x, width, height = grid.transform[0], grid.transform[1] * 40, grid.transform[5] * 40
    rows = grid.shape[0]
    # Never near to a centre, which rounding would move.
    beyond = int(rng.integers(0, rows)) + float(rng.choice([0.2, 0.7]))
    beyond = beyond if rng.random() < 0.5 else rows - beyond
    y = 90 - beyond * height if rng.random() < 0.5 else -90 - (rows - beyond) * height
    return Grid(grid.shape, (x, width, 0.0, y, 0.0, height), grid.epsg)


def _twin(first: Date, other: Date) -> Date:
    """Another date with the cells of the first one."""
    copy = replace(first, path=other.path, layer=other.layer, year=other.year)
    for path in Path(other.path).parent.glob(f"{glob.escape(other.layer)}.*"):
        path.unlink()
    write(copy, ())
    return copy
