"""Carbon losses of disturbed carbon sinks, such as by mining, as ledger rows.

Also all disturbed land by former class, with the density used, if any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from osgeo import gdal

from ..base.colours import interpolate_ramp
from ..base.dates import Period
from ..base.messages import DataError, Message, MessageList, Notes, Term, Text
from ..base.numbers import BoolArray, FloatArray
from ..base.table import Row, Table, filter_rows
from ..raster.geotiff import RasterCategory
from ..scan.cell_raster import ClassPairRaster
from ..scan.consumer import RasterWriter
from ..scan.count_result import CountResult, TransitionCube
from ..scan.units import UnitColumns, period_suffix
from ..scheme.classes import MINE, Classes, LandClass
from ..scheme.coefficients import CO2_PER_C, Coefficient, Coefficients
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import Table as TextTable
from .closure import Check

if TYPE_CHECKING:
    from ..scan.cell_raster import PairTable

LOSSES = (
    "period from_class to_class area_ha soil_tc_per_ha vegetation_tc_per_ha soil_loss_tc "
    "vegetation_loss_tc total_loss_tc total_loss_tco2"
)
# Columns that are summed, in ha, t C and t CO2.
SUM_COLUMNS = ("area_ha", "soil_loss_tc", "vegetation_loss_tc", "total_loss_tc", "total_loss_tco2")

NODATA = -9999.0
SIGNIFICANT_DIGITS = 12  # significant ones of a density

# From small to large losses, light to dark so that it is legible without colour.
NO_LOSS_COLOUR = "#e6e8e2"
LOSS_RAMP = ("#fdbb84", "#e34a33", "#7f0000")

# Share of disturbed land, in %, below which land without densities is ignored instead of raising an
# error.
NEGLIGIBLE_PCT = 0.1


def exclude_sinks_without_coefficients(
    table: TextTable,
    cube: TransitionCube,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> DisturbingClasses:
    """Return the disturbing classes, with negligible sinks without coefficients excluded.

    A DataError is raised if these are at least 0.1 % of the disturbed land. The full period
    is included: for land disturbed at the end, the loss gap uses sinks at the first date.
    """
    classes = cube.classes
    missing = [n for n in cube.source_classes(disturbing.is_loss) if classes[n] not in coefficients]
    if not missing:
        return disturbing
    takes = np.array([disturbing.is_disturbing(c) for c in classes], np.bool_)
    # By period and former class.
    taken_ha = np.array(cube.hectares)[:, :, takes].sum(axis=2) * ~takes
    if 100.0 * taken_ha[:, missing].sum() < NEGLIGIBLE_PCT * taken_ha.sum():
        return disturbing.exclude_sinks(classes[n].key.casefold() for n in missing)
    raise DataError(
        "{table}: no carbon densities for disturbed sink classes: {classes}; {way_out}",
        table=table.name,
        classes=MessageList(
            Message(
                "{name} ({area:,.2f} ha, {period})",
                name=name,
                area=float(taken_ha[:, n].max()),
                period=cube.periods[int(taken_ha[:, n].argmax())].name,
            )
            for n, name in zip(
                missing, coefficients.missing_class_labels(classes[n] for n in missing)
            )
        ),
        way_out=coefficients.missing_density_hint(classes[n] for n in missing),
    )


def loss_rows(
    cube: TransitionCube, coefficients: Coefficients, disturbing: DisturbingClasses
) -> Table:
    """Return the LOSSES table: hectares and carbon loss by sink and disturbing class.

    Yang et al. 2022, section 3.2: area x (soil + vegetation density); CO2 = C x 44/12. All
    carbon of the occupied land is lost unless coefficients give a loss fraction.
    """
    rows = []
    for period, cells, hectares in cube.iterate_periods():
        for source, target in cube.present_pairs(cells):
            before, after = cube.classes[source], cube.classes[target]
            if not disturbing.is_loss(before, after):
                continue
            coefficient, area = (
                coefficients.class_coefficient(before),
                float(hectares[source, target]),
            )
            pools = coefficient.soil, coefficient.vegetation
            soil, vegetation = (area * pool.lost_density for pool in pools)
            lost = soil, vegetation, soil + vegetation, (soil + vegetation) * CO2_PER_C
            densities = (pool.density for pool in pools)
            rows.append((period.name, before.name, after.name, area, *densities, *lost))
    return Table.from_rows(LOSSES, rows)


def loss_totals(rows: Sequence[Row], period: str) -> dict[str, float]:
    """Return the sums of SUM_COLUMNS over the rows of a period."""
    of_period = list(filter_rows(rows, "period", period))
    return {column: sum(row[column] for row in of_period) for column in SUM_COLUMNS}


def loss_columns(
    periods: Sequence[Period], coefficients: Coefficients, disturbing: DisturbingClasses
) -> UnitColumns:
    """Return the columns of a unit with its carbon loss by period."""

    def lost(census: CountResult) -> list[float]:
        rows = loss_rows(census.cube, coefficients, disturbing)
        return [loss_totals(rows, period.name)["total_loss_tc"] for period in periods]

    names = [f"loss_tc_{period_suffix(period)}" for period in periods]
    headings = [Message("Carbon loss {period}, t C", period=period.name) for period in periods]
    return UnitColumns(names, headings, lost, digits=1, measure="t C")


class FormerClassArea(NamedTuple):
    """Hectares of disturbed land by former class."""

    name: str
    is_sink: bool
    area_ha: float


def former_class_areas(
    cube: TransitionCube, period_index: int, disturbing: DisturbingClasses
) -> list[FormerClassArea]:
    """Return the classes at the start of a period of land disturbed at its end, largest first."""
    classes, hectares = cube.classes, cube.hectares[period_index]
    is_taken = np.array([disturbing.is_disturbing(c) for c in classes], bool)
    areas = hectares[:, is_taken].sum(axis=1)
    cells = cube.cells[period_index][:, is_taken].sum(axis=1)
    sources = [n for n in classes.table_order() if cells[n]]
    return [
        FormerClassArea(classes[n].name, classes[n].is_sink, float(areas[n]))
        for n in sorted(sources, key=lambda n: -areas[n])
    ]


class LossRaster(ClassPairRaster):
    """Raster of the carbon loss in a period, t C/ha; 0 without loss."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        period: Period,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
    ):
        title = Message("Carbon loss {period}, t C/ha", period=period.name)
        tiff = writer.create_geotiff(path, period, title, np.float64, NODATA)
        super().__init__(period, tiff, loss_density_table(coefficients, disturbing))

    def finalize_results(self, census: CountResult) -> None:
        """Write a legend entry per density; the raster cannot tell sinks of equal density."""
        cube = census.cube
        period_index = cube.periods.index(self.period)
        cells, hectares = cube.cells[period_index], cube.hectares[period_index]
        pairs = tuple(np.array(cube.present_pairs(cells), np.int64).reshape(-1, 2).T)
        values, indices = np.unique(self._table(list(cube.classes))[pairs], return_inverse=True)
        # bincount sums in the order of the pairs.
        counts = np.bincount(indices, cells[pairs], values.size)
        areas = np.bincount(indices, hectares[pairs], values.size)
        densities = [float(density) for density in values]
        colours = density_colours(densities)
        categories = []
        for n, (density, count, area) in enumerate(zip(densities, counts, map(float, areas))):
            sinks = dict.fromkeys(cube.classes[source].name for source in pairs[0][indices == n])
            look = density_label(density, list(sinks)), colours[density]
            categories.append(RasterCategory(density, *look, int(count), area, (density * area,)))
        self.tiff.set_categories(categories, (("Loss_tc", gdal.GFT_Real),))
        self.tiff.close()


def density_label(density: float, sinks: list[str]) -> str:
    """Return the legend label of a density, such as "Forestland, 108.17 t C/ha"."""
    if not density:
        return "No carbon loss"
    return f"{', '.join(sinks)}, {density:.{SIGNIFICANT_DIGITS}g} t C/ha"


def density_colours(densities: list[float]) -> dict[float, str]:
    """Return colours by density: neutral without loss, else along the ramp by rank."""
    losses = [density for density in densities if density]
    last = max(1, len(losses) - 1)
    ramp = {
        density: interpolate_ramp(LOSS_RAMP, rank / last) for rank, density in enumerate(losses)
    }
    return {0.0: NO_LOSS_COLOUR, **ramp}


def loss_density_table(
    coefficients: Coefficients, disturbing: DisturbingClasses
) -> PairTable[np.float64]:
    """Return a table function for ClassPairRaster: t C/ha lost by from- and to-class.

    0 without loss; rounded like attribute tables, or QGIS would find no colours.
    """

    def table(classes: list[LandClass]) -> FloatArray:
        # Sinks without disturbed land may lack coefficients.
        lost = [
            float(f"{coefficients.coefficient_or_zero(c).lost_density:.{SIGNIFICANT_DIGITS}g}")
            for c in classes
        ]
        return np.array(lost)[:, None] * _loss_mask(classes, disturbing)

    return table


def _loss_mask(classes: Sequence[LandClass] | Classes, disturbing: DisturbingClasses) -> BoolArray:
    """Return which conversions are losses, shape (n, n)."""
    return np.array([[disturbing.is_loss(a, b) for b in classes] for a in classes], bool)


def loss_checks(
    cube: TransitionCube, losses: Sequence[Row], disturbing: DisturbingClasses
) -> list[Check]:
    """Return checks by period: ledger hectares and matrix, pool losses and total."""
    is_loss = _loss_mask(cube.classes, disturbing)
    what = Term("area of carbon loss = area of disturbed carbon sinks")
    both = Term("soil loss + vegetation loss = total loss, t C")
    checks = []
    for period, _, hectares in cube.iterate_periods():
        rows = [row for row in losses if row["period"] == period.name]
        totals = loss_totals(rows, period.name)
        parts = sum(row["soil_loss_tc"] + row["vegetation_loss_tc"] for row in rows)
        checks += [
            Check(period.name, what, hectares[is_loss].sum(), totals["area_ha"]),
            Check(period.name, both, totals["total_loss_tc"], parts),
        ]
    return checks


def report_unused_coefficients(
    table: TextTable, classes: list[LandClass], coefficients: Coefficients, notes: Notes
) -> None:
    """Report coefficients of classes that are not sinks."""
    sinks = {c.key.casefold() for c in classes if c.is_sink}
    others = {c.key.casefold() for c in classes} - sinks
    unused = [key for key in coefficients.by_key if key in others]
    if unused:
        notes.add_notice(
            "{table}: coefficients of {classes} ignored; only classes of group 'sink' lose carbon.",
            table=table.name,
            classes=MessageList(unused),
        )


def report_loss_fractions(table: TextTable, coefficients: Coefficients, notes: Notes) -> None:
    """Report the classes with a loss fraction below 1."""
    parts = [
        key
        for key, coefficient in coefficients.by_key.items()
        if min(pool.loss_fraction for pool in coefficient.pools.values()) < 1
    ]
    if parts:
        notes.add_notice(
            "{table}: partial carbon loss on disturbance (loss fraction below 1): {classes}.",
            table=table.name,
            classes=MessageList(parts),
        )


# Groups without significant carbon stocks.
NON_CARBON_GROUPS = (MINE, "bare", "water", "built")
# Soil depths in the sources of IPCC densities: mangroves, and other classes.
SOIL_DEPTH_TERMS = ("soil 0-100 cm", "soil 0-30 cm")
# A product class may include peat: product codes with the same key form one class.
PEAT_NAMES = ("peat", "\u6ce5\u70ad")


@dataclass(frozen=True)
class DisturbedLand:
    """Disturbed land of one former class, in all periods together.

    Attributes:
        area_ha: hectares, added each time the land was disturbed.
        share_pct: share of all disturbed land.
        coefficient: densities used; None if the loss is 0.
    """

    land_class: LandClass
    area_ha: float
    share_pct: float
    coefficient: Coefficient | None

    @property
    def is_not_estimated(self) -> bool:
        """Whether the loss is 0 although the land may hold carbon."""
        return (
            self.coefficient is None and self.land_class.group.casefold() not in NON_CARBON_GROUPS
        )

    @property
    def message_values(self) -> Row:
        """Class, hectares and percentage for messages."""
        return {"name": self.land_class.name, "area": self.area_ha, "share": self.share_pct}

    @property
    def description(self) -> Text:
        """Class, hectares and percentage, with a remark on peat if its legend includes it."""
        text = Message("{name} {area:,.2f} ha ({share:.1f} %)", **self.message_values)
        for name in self.land_class.names:
            if any(peat in name.casefold() for peat in PEAT_NAMES):
                return Message(
                    "{text}, possibly peat ({name}), with ten times the carbon stock of "
                    "mineral soil",
                    text=text,
                    name=name,
                )
        return text


def disturbed_land_by_class(
    cube: TransitionCube,
    periods: Sequence[Period],
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> list[DisturbedLand]:
    """Return disturbed land in non-overlapping periods by former class, largest first."""
    hectares: dict[int, float] = {}
    takes = [disturbing.is_disturbing(c) for c in cube.classes]
    for period, cells, areas in cube.iterate_periods():
        for source, target in cube.present_pairs(cells) if period in periods else ():
            if takes[target] > takes[source]:
                hectares[source] = hectares.get(source, 0.0) + float(areas[source, target])
    whole = sum(hectares.values())
    taken_lands = []
    for class_index, area in sorted(hectares.items(), key=lambda item: -item[1]):
        land_class = cube.classes[class_index]
        counts = land_class.is_sink and land_class in coefficients
        in_use = coefficients.class_coefficient(land_class) if counts else None
        taken_lands.append(DisturbedLand(land_class, area, 100.0 * area / whole, in_use))
    return taken_lands


def not_estimated_message(taken_lands: Iterable[DisturbedLand]) -> Message | None:
    """Return a message on disturbed land with a loss of 0, or None."""
    uncounted = [land for land in taken_lands if land.is_not_estimated]
    if not uncounted:
        return None
    return Message(
        "{area:,.2f} ha of disturbed land ({share:.1f} %) have a carbon loss of 0: no carbon "
        "density for {classes}.",
        area=sum(land.area_ha for land in uncounted),
        share=sum(land.share_pct for land in uncounted),
        classes=MessageList(land.description for land in uncounted),
    )


def loss_figures(
    totals: Mapping[str, float], taken_lands: Sequence[DisturbedLand], columns: Iterable[str]
) -> dict[str, float]:
    """Return the loss of a period by output name, without amounts if none can be estimated.

    The area includes carbon sinks without a density.
    """
    area = totals["area_ha"] + sum(
        land.area_ha for land in taken_lands if land.land_class.is_sink and not land.coefficient
    )
    is_absent = not totals["area_ha"] and any(land.is_not_estimated for land in taken_lands)
    amounts = {} if is_absent else {column.upper(): totals[column] for column in columns}
    return {"OCCUPIED_AREA_HA": area, **amounts}


def density_warnings(taken_lands: Sequence[DisturbedLand]) -> list[Message]:
    """Return messages on disturbed land with a loss of 0 and on mixed soil depths."""
    sentences = (not_estimated_message(taken_lands), _soil_depth_message(taken_lands))
    return [sentence for sentence in sentences if sentence]


def _soil_depth_message(taken_lands: Iterable[DisturbedLand]) -> Message | None:
    """Return a message if densities refer to two soil depths, else None."""
    counted = [(land.land_class.name, land.coefficient) for land in taken_lands if land.coefficient]
    deep, others = (
        [name for name, c in counted if depth in c.source] for depth in SOIL_DEPTH_TERMS
    )
    if not deep or not others:
        return None
    return Message(
        "Soil carbon depth: 100 cm for {deep}, 30 cm for {others} (IPCC defaults); set "
        "COEFFICIENTS for a uniform depth.",
        deep=MessageList(deep),
        others=MessageList(others),
    )
