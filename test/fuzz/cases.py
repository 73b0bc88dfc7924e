"""Random series of rasters that do not match, as files, with all that is needed to check them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..helpers import UTM_49N
from .cases_masks import random_mask
from .cases_measured import Densities, Measured
from .cases_names import Palette, random_palette, random_table
from .cases_rasters import SYSTEMS, TYPES, Date, Grid, other_grid, random_date, transform
from .cases_tables import LossTable, RuleTable, random_disturbing, random_losses, random_rules
from .cases_values import ValueTable, random_values

# Layers with a year in their name, and with numbers that are none.
LAYERS = ("lu_{}", "{}", "Landcover{} v2", "lc_30m_{}0615", "V2020_{}", "MCD12Q1.A{}001.h26")
NO_YEARS = ("A", "B", "C", "D", "E", "F")


@dataclass
class Case:
    """Two or more dates, earliest first, and how to compare them.

    `given` is the order in which the layers are handed over, `window` the part that counts,
    `units` a raster whose values are counted apart, `block` how many cells are read at a time, and
    `mask` polygons as WKT on the base's reference system, or None. `table` are the rows of a class
    table and `scheme` is a shipped legend, either of which may be None; `rules` and `losses` are
    tables of a job that needs classes with groups, `values` one of values per hectare, `mining`
    are the groups that take land in a job on mined land, `measured` and `densities` what rasters of
    values are measured for.
    """

    dates: list
    given: list
    base: int
    nodata: tuple
    window: tuple | None
    method: str
    table: list | None
    units: Date | None
    block: int
    mask: list | None
    scheme: str | None = None
    rules: RuleTable | None = None
    losses: LossTable | None = None
    values: ValueTable | None = None
    mining: str | None = None
    measured: Measured | None = None
    densities: Densities | None = None

    @property
    def needs_names(self) -> bool:
        has_defaults = self.values is not None and not self.values.is_own
        jobs = (self.rules, self.losses, self.mining, self.densities)
        by_use = self.measured is not None and self.measured.by_use
        return has_defaults or by_use or any(job is not None for job in jobs)

    @property
    def may_use_scheme(self) -> bool:
        """Whether names of layers may be those of the default scheme."""
        return self.values is not None or self.measured is not None


class Job(NamedTuple):
    """What a case is for, of rules, losses, values and mined land, and what rasters are like.

    `is_needed` says whether there must be losses, `any_base` whether any date may give the cells,
    `invalid` whether polygons may be repaired.
    """

    rules: bool = False
    losses: bool = False
    values: bool = False
    mining: bool = False
    is_needed: bool = False
    any_base: bool = False
    types: tuple = TYPES
    invalid: bool = True


def random_case(
    rng: np.random.Generator, folder: Path, length: int = 2, job: Job | None = None
) -> Case:
    """A case of small rasters; about a third of them on the cells of the first.

    Args:
        job: what it is for; without one, anything that the core does.
    """
    palette = random_palette(rng)
    case = _of_rasters(rng, folder, length, palette, job or Job(any_base=True))
    # A class table wins over a shipped legend.
    if rng.random() < (0.3 if palette.is_any else 0.1 if palette.scheme else 0.0):
        case = replace(case, table=random_table(rng, case.dates))
    if rng.random() < 0.3:
        invalid = job is not None and job.invalid
        case = replace(case, mask=random_mask(rng, case.dates[case.base].grid, invalid))
    if job is not None:
        rules = random_rules(rng, case) if job.rules else None
        losses = random_losses(rng, case, job.is_needed) if job.losses else None
        values = random_values(rng, case) if job.values else None
        mining = random_disturbing(rng, case) if job.mining else None
        return replace(case, rules=rules, losses=losses, values=values, mining=mining)
    if palette.is_any and case.table is None:
        return case
    if rng.random() < palette.needs_names:
        case = replace(case, rules=random_rules(rng, case))
    if rng.random() < palette.needs_names:
        case = replace(case, losses=random_losses(rng, case))
    return case


def _of_rasters(rng, folder: Path, length: int, palette: Palette, job: Job) -> Case:
    """A case without tables and mask."""
    cell = float(rng.choice([30.0, 25.0, 30.7, 91.0]))
    # More dates have less land in common: small ones would leave nothing to compare.
    least = 1 if length == 2 else 12
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.4 else UTM_49N
    shape = tuple(int(n) for n in rng.integers(least, 40, 2))
    grid = Grid(shape, transform(rng, shape, epsg, cell, shift=0.0), epsg)

    def other_date(layer: str, year: str, palette: Palette = palette) -> Date:
        own = grid if rng.random() < 0.35 else other_grid(rng, grid, cell, least)
        return random_date(rng, folder, layer, year, own, palette, job.types)

    names = [(layer, "") for layer in NO_YEARS[:length]]
    given = list(range(length))
    if rng.random() < 0.5:
        years = sorted(str(year) for year in rng.choice(range(1950, 2060), length, replace=False))
        names = [(str(rng.choice(LAYERS)).format(year), year) for year in years]
        given = rng.permutation(length).tolist()
    dates = [random_date(rng, folder, *names[0], grid, palette, job.types)]
    dates += [other_date(*name) for name in names[1:]]
    units = other_date("units", "", Palette()) if rng.random() < 0.4 else None
    nodata = tuple(int(v) for v in rng.choice(20, 2)) if rng.random() < 0.3 else ()
    base = int(rng.integers(0, length)) if job.any_base else 0
    window = None
    if rng.random() < 0.3:
        rows, columns = dates[base].grid.shape
        row, column = int(rng.integers(0, rows)), int(rng.integers(0, columns))
        height = int(rng.integers(1, rows - row + 1))
        width = int(rng.integers(1, columns - column + 1))
        window = (column, row, width, height)
    method = str(rng.choice(["auto", "ellipsoidal"]))
    block = int(rng.choice([40, 400, 1 << 20]))
    return Case(
        dates,
        given,
        base,
        nodata,
        window,
        method,
        palette.table,
        units,
        block,
        None,
        palette.scheme,
    )
