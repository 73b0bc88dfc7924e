"""Carbon densities measured on maps as means over the cells of a class, and MEASURED.

The scatter among cells is not the uncertainty of the mean: neighbouring cells are
correlated, and map errors are systematic. The half-width is that of the map if given by
the user, else empty; all measured classes share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..base.messages import DataError, Message, MessageList, Notes, ProgressCallback
from ..base.table import Table
from ..raster.source import RasterInput, report_nodata, warn_class_raster
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scan.zonal_statistics import (
    ValueExtremes,
    ZonalStatistics,
    check_undeclared_nodata,
    class_kinds,
    scan_extremes,
)
from ..scheme.coefficients import SOIL, VEGETATION
from .density_table import POOL_NAMES, ClassDensity, is_ipcc_default, measured_density
from .ipcc import Density, Site, root_shoot_ratio

# Parameters of the maps by pool.
MAP_PARAMETERS = {SOIL: "SOIL_MAP", VEGETATION: "BIOMASS_MAP"}
# Keys of the classes with vegetation visible on a biomass map.
WOODY_CLASSES = ("forest", "shrub")
# Maximum plausible stock, t C/ha; values above are rejected. Peat has up to some thousands.
MAX_STOCK_T_HA = 10_000.0

MEASURED = "class pool cells without_value area_ha mean sd min max"


@dataclass(frozen=True)
class MapInput:
    """A map of a pool, `soil` or `vegetation`, as given by the user.

    Attributes:
        parameter: name of its parameter, a prefix of those of its band, factor etc.
        name: name of its layer.
        factor: t C/ha per unit of the map.
        u95_pct: half-width of the 95 % interval of the map, %; None: unknown.
        root_shoot: ratio of below- to aboveground biomass; None: that of the forest zone.
    """

    pool: str
    parameter: str
    raster: RasterInput
    name: str
    factor: float
    u95_pct: float | None
    root_shoot: float | None


@dataclass(frozen=True)
class PoolMap(MapInput):
    """A map aligned to the grid of a series, with its zonal statistics by class."""

    measured: ZonalStatistics

    def density_per_unit(self, key: str, site: Site) -> float:
        """Return t C/ha of a class per unit of the map, including roots for vegetation."""
        if self.pool == SOIL:
            return self.factor
        ratio = root_shoot_ratio(key, site) if self.root_shoot is None else self.root_shoot
        return self.factor * (1 + (ratio or 0.0))

    def is_pool_visible(self, key: str) -> bool:
        """Return whether the map shows the pool of a class."""
        return self.pool == SOIL or key in WOODY_CLASSES

    def class_density(self, class_index: int, key: str, site: Site) -> Density | None:
        """Return the mean density of a class by its index, or None without cells with a value."""
        moments = self.measured.moments.get((class_index,))
        if not self.is_pool_visible(key) or moments is None or not moments.with_value:
            return None
        factor = self.density_per_unit(key, site)
        measured = (moments.mean * factor, moments.with_value)
        return measured_density(self.pool, *measured, self.name, factor, self.u95_pct)


def build_pool_maps(maps: Sequence[MapInput], series: Series) -> tuple[list[PoolMap], Notes]:
    """Return the maps aligned to the grid of a series, and notes on them."""
    notes = Notes()
    measured = [ZonalStatistics(series, given.raster, class_kinds, notes) for given in maps]
    for given, cells in zip(maps, measured):
        report_nodata([cells.measures], notes, f"{given.parameter}_NODATA")
        warn_class_raster(cells.measures, notes)
    return [PoolMap(**vars(given), measured=m) for given, m in zip(maps, measured)], notes


def check_root_shoot_ratio(maps: Sequence[PoolMap], site: Site) -> None:
    """Check that a root-to-shoot ratio is known for maps of aboveground biomass."""
    if not site.forest_zone and any(m.pool != SOIL and m.root_shoot is None for m in maps):
        raise DataError(
            "BIOMASS_MAP: root-to-shoot ratio missing; set ROOT_SHOOT (0 if the map includes "
            "roots) or FOREST_ZONE"
        )


def check_map_stocks(
    densities: Sequence[ClassDensity],
    census: CountResult,
    maps: Sequence[PoolMap],
    series: Series,
    progress: ProgressCallback,
) -> Notes:
    """Check map stocks for plausibility; undeclared NoData raises an error, possible is noted."""
    notes = Notes()
    keys = {density.land_class.key.casefold() for density in densities}
    for pool_map in maps:
        classes = [
            class_index
            for class_index, land_class in enumerate(census.cube.classes)
            if (key := land_class.key.casefold()) in keys and pool_map.is_pool_visible(key)
        ]
        by_kind = pool_map.measured.moments
        moments = [by_kind[index,] for index in classes if (index,) in by_kind]
        ends = [end for m in moments if m.with_value for end in (m.least, m.largest)]
        if not all(0 <= end * pool_map.factor <= MAX_STOCK_T_HA for end in ends):
            raise _stock_range_error(pool_map, series, classes, progress)
        there = ValueExtremes(pool_map.measured, 0, classes)
        parameter = f"{pool_map.parameter}_NODATA"
        notes.warnings += check_undeclared_nodata(there, moments, series, parameter, progress)
    return notes


def _stock_range_error(
    pool_map: PoolMap, series: Series, classes: Sequence[int], progress: ProgressCallback
) -> DataError:
    """Return the error for a map with values that are not plausible stocks."""
    measured, factor = pool_map.measured, pool_map.factor
    there = scan_extremes(
        series, ValueExtremes(measured, 0, classes, 0.0, MAX_STOCK_T_HA / factor), progress
    )

    def stock(value: float) -> float:
        return float(measured.apply_scale(np.array([value]))[0]) * factor

    value = min(there.min_and_max, key=stock)
    if stock(value) >= 0:
        value = max(there.min_and_max, key=stock)
    more = there.beyond - there.cells[value]
    return DataError(
        "{label}: value {value} (cells: {cells:,}) is {stock:.10g} t C/ha ({factor_name} "
        "{factor:.10g}){more}; valid range 0 to {most:,.0f} t C/ha. Set {parameter} if "
        "{value} is NoData, otherwise correct the map or {factor_name}",
        label=measured.measures.label,
        cells=there.cells[value],
        value=there.format_value(value),
        stock=stock(value),
        factor=factor,
        factor_name=f"{pool_map.parameter}_FACTOR",
        more=Message(", and other invalid values (cells: {cells:,})", cells=more)
        if more > 0
        else "",
        most=MAX_STOCK_T_HA,
        parameter=f"{pool_map.parameter}_NODATA",
    )


def apply_map_densities(
    densities: Sequence[ClassDensity], census: CountResult, maps: Sequence[PoolMap], site: Site
) -> list[ClassDensity]:
    """Return densities with map values instead of the defaults of classes shown on the maps."""
    class_indices = {c.key.casefold(): n for n, c in enumerate(census.cube.classes)}
    measured = []
    for density in densities:
        key = density.land_class.key.casefold()
        by_pool = {m.pool: m.class_density(class_indices[key], key, site) for m in maps}
        means: Any = {pool: mean for pool, mean in by_pool.items() if mean is not None}
        lacking = {pool: why for pool, why in density.lacking.items() if pool not in means}
        measured.append(replace(density, lacking=lacking, **means))
    return measured


def measured_rows(
    densities: Sequence[ClassDensity], census: CountResult, maps: Sequence[PoolMap], site: Site
) -> Table:
    """Return MEASURED: one row per class and map that shows it, in t C/ha."""
    rows: list[Sequence[object]] = []
    keys = {density.land_class.key.casefold() for density in densities}
    for class_index, land_class in enumerate(census.cube.classes):
        key = land_class.key.casefold()
        for pool_map in maps if key in keys else ():
            moments = pool_map.measured.moments.get((class_index,))
            per_unit = pool_map.density_per_unit(key, site)
            if pool_map.is_pool_visible(key) and moments is not None:
                cells = (moments.cells, moments.cells_without_value, moments.hectares)
                statistics = (None if v is None else v * per_unit for v in moments.statistics)
                rows.append((land_class.name, pool_map.pool, *cells, *statistics))
    return Table.from_rows(MEASURED, rows)


def map_notes(densities: Sequence[ClassDensity], maps: Sequence[PoolMap]) -> Notes:
    """Note classes not shown on the maps, and maps without a half-width."""
    notes = Notes()
    for pool_map in maps:
        name = POOL_NAMES[pool_map.pool]
        blind = [d.land_class.name for d in densities if is_ipcc_default(getattr(d, pool_map.pool))]
        if blind:
            notes.add_notice(
                "'{map}' gives no {pool} carbon for {classes}; IPCC defaults are used.",
                map=pool_map.name,
                pool=name,
                classes=MessageList(blind),
            )
        if pool_map.u95_pct is None:
            notes.add_warning(
                "No margin of error for the {pool} carbon density from '{map}'; set the "
                "margin of error of the map in {parameter}.",
                pool=name,
                map=pool_map.name,
                parameter=f"{pool_map.parameter}_U95",
            )
    if any(pool_map.pool == SOIL for pool_map in maps):
        notes.add_notice(
            "All soil densities in a table must be organic carbon for the same depth (IPCC "
            "defaults: 0-30 cm)."
        )
    return notes
