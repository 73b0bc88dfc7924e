"""Carbon lost where a carbon sink was taken, as by mining: cube and coefficients to ledger rows.

All land that was taken, by the class that it was: which density counts it, if any does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, get_args

import numpy as np
from osgeo import gdal

from ..base.colours import along
from ..base.dates import Period
from ..base.messages import DataError, Listed, Message, Notes, Term, Text
from ..base.numbers import Floats
from ..raster.geotiff import Category
from ..scan.cell_raster import PairRaster
from ..scan.consumer import RasterWriter
from ..scan.count_result import Census, TransitionCube
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import MINE, LandClass
from ..scheme.coefficients import CO2_PER_C, Coefficient, Coefficients
from ..scheme.density_sources import source_words
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import Table
from .closure import Check

if TYPE_CHECKING:
    from ..scan.cell_raster import PairTable

NODATA = -9999.0
DIGITS = 12  # significant ones of a density

# From little carbon to much, light to dark so that it reads without colour as well.
NO_LOSS_COLOUR = "#e6e8e2"
LOSS_RAMP = ("#fdbb84", "#e34a33", "#7f0000")


def note_unused(
    table: Table, classes: list[LandClass], coefficients: Coefficients, notes: Notes
) -> None:
    """Say which coefficients are of classes that are no sinks."""
    sinks = {c.key.casefold() for c in classes if c.is_sink}
    others = {c.key.casefold() for c in classes} - sinks
    unused = [key for key in coefficients.by_key if key in others]
    if unused:
        notes.inform(
            "{table}: the coefficients of {classes} are not used, because only classes of group "
            "'sink' can lose carbon.",
            table=table.name,
            classes=Listed(unused),
        )


def note_fractions(table: Table, coefficients: Coefficients, notes: Notes) -> None:
    """Say of which classes not all carbon counts as lost."""
    parts = [
        key
        for key, coefficient in coefficients.by_key.items()
        if min(pool.loss_fraction for pool in coefficient.pools.values()) < 1
    ]
    if parts:
        notes.inform(
            "{table}: by its loss fractions not all carbon of {classes} is lost where land is "
            "taken.",
            table=table.name,
            classes=Listed(parts),
        )


# Of what is taken, in %: land without densities that is less is left out, and no reason to refuse.
NEGLIGIBLE_PCT = 0.1


def require_coefficients(
    table: Table, cube: TransitionCube, coefficients: Coefficients, disturbing: DisturbingClasses
) -> DisturbingClasses:
    """Check that the sinks of which land was taken have coefficients; others need none.

    Args:
        cube: a pair of dates, or the periods of a series and its span. The span is what the gap
            between them needs: of land that is disturbed land at the end it takes the class at the
            first date, and where that is a sink, the span has lost it.

    Returns:
        The classes that take land, which do not count sinks of less than a thousandth of what was
        taken that have none.

    Raises:
        DataError: naming all classes that have none, with the most hectares that were taken of
            them in a period.
    """
    classes = cube.classes
    missing = [n for n in cube.sources(disturbing.is_loss) if classes[n] not in coefficients]
    if not missing:
        return disturbing
    takes = np.array([disturbing.takes(c) for c in classes], np.bool_)
    # By period and class that was taken.
    taken_ha = np.array(cube.hectares)[:, :, takes].sum(axis=2) * ~takes
    if 100.0 * taken_ha[:, missing].sum() < NEGLIGIBLE_PCT * taken_ha.sum():
        return disturbing.without(classes[n].key.casefold() for n in missing)
    raise DataError(
        "{table} has no densities for sink classes of which land was taken: {classes}; {way_out}",
        table=table.name,
        classes=Listed(
            Message(
                "{name} {area:,.2f} ha in {period}",
                name=name,
                area=float(taken_ha[:, n].max()),
                period=cube.periods[int(taken_ha[:, n].argmax())].name,
            )
            for n, name in zip(missing, coefficients.missing(classes[n] for n in missing))
        ),
        way_out=coefficients.way_out(classes[n] for n in missing),
    )


class LossRow(TypedDict):
    """A row of LOSSES."""

    period: str
    from_class: str
    to_class: str
    area_ha: float
    soil_tc_per_ha: float
    vegetation_tc_per_ha: float
    soil_loss_tc: float
    vegetation_loss_tc: float
    total_loss_tc: float
    total_loss_tco2: float


def loss_rows(
    cube: TransitionCube, coefficients: Coefficients, disturbing: DisturbingClasses
) -> list[LossRow]:
    """LOSSES: hectares of each sink taken by each class that takes land, and the carbon in them.

    Yang et al. 2022, section 3.2: area x (soil + vegetation density); CO2 = C x 44/12. The
    densities are whole stocks: all carbon of the occupied land counts as lost where the
    coefficients give no loss fraction.
    """
    rows: list[LossRow] = []
    for period, cells, hectares in cube.by_period():
        for source, target in cube.pairs(cells):
            before, after = cube.classes[source], cube.classes[target]
            if not disturbing.is_loss(before, after):
                continue
            coefficient = coefficients.of(before)
            area = float(hectares[source, target])
            soil, vegetation = area * coefficient.soil.lost, area * coefficient.vegetation.lost
            rows.append(
                {
                    "period": period.name,
                    "from_class": before.name,
                    "to_class": after.name,
                    "area_ha": area,
                    "soil_tc_per_ha": coefficient.soil.density,
                    "vegetation_tc_per_ha": coefficient.vegetation.density,
                    "soil_loss_tc": soil,
                    "vegetation_loss_tc": vegetation,
                    "total_loss_tc": soil + vegetation,
                    "total_loss_tco2": (soil + vegetation) * CO2_PER_C,
                }
            )
    return rows


Summed = Literal[
    "area_ha", "soil_loss_tc", "vegetation_loss_tc", "total_loss_tc", "total_loss_tco2"
]
SUMMED: tuple[Summed, ...] = get_args(Summed)


def loss_totals(rows: list[LossRow], period: str) -> dict[Summed, float]:
    """Sums of the columns in SUMMED over the rows of a period, in ha, t C and t CO2."""
    of_period = [row for row in rows if row["period"] == period]
    return {column: sum(row[column] for row in of_period) for column in SUMMED}


def loss_notes(totals: Mapping[Summed, float], period: str) -> Notes:
    """What was lost in a period, for the log."""
    notes = Notes()
    notes.inform(
        "{period}: carbon loss {carbon:,.1f} t C ({dioxide:,.1f} t CO2) on {area:,.2f} ha.",
        period=period,
        carbon=totals["total_loss_tc"],
        dioxide=totals["total_loss_tco2"],
        area=totals["area_ha"],
    )
    return notes


def loss_columns(
    periods: Sequence[Period], coefficients: Coefficients, disturbing: DisturbingClasses
) -> UnitColumns:
    """Of a unit: the carbon that was lost there, by period."""

    def lost(census: Census) -> list[float]:
        rows = loss_rows(census.cube, coefficients, disturbing)
        return [loss_totals(rows, period.name)["total_loss_tc"] for period in periods]

    return UnitColumns(
        [f"loss_tc_{period_part(period)}" for period in periods],
        [Message("Loss {period}, t C", period=period.name) for period in periods],
        lost,
        digits=1,
        measure="t C",
    )


@dataclass(frozen=True)
class Origin:
    """Hectares of taken land that were of one class before."""

    name: str
    is_sink: bool
    area_ha: float


def taken_from(
    cube: TransitionCube, period_index: int, disturbing: DisturbingClasses
) -> list[Origin]:
    """What the land that is taken at the end of a period was at its start, largest first."""
    classes, hectares = cube.classes, cube.hectares[period_index]
    is_taken = np.array([disturbing.takes(c) for c in classes], bool)
    areas = hectares[:, is_taken].sum(axis=1)
    cells = cube.cells[period_index][:, is_taken].sum(axis=1)
    sources = [n for n in classes.order() if cells[n]]
    return [
        Origin(classes[n].name, classes[n].is_sink, float(areas[n]))
        for n in sorted(sources, key=lambda n: -areas[n])
    ]


class LossRaster(PairRaster):
    """t C/ha lost in each cell of a period, 0 where nothing was lost."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        period: Period,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
    ):
        title = Message("Carbon loss {period}, t C/ha", period=period.name)
        tiff = writer.tiff(path, period, title, np.float64, NODATA)
        super().__init__(period, tiff, loss_density(coefficients, disturbing))

    def finish(self, census: Census) -> None:
        """One entry of the legend per density that occurs.

        Several sinks may have one density; the raster cannot tell them apart.
        """
        cube = census.cube
        period_index = cube.periods.index(self.period)
        cells, hectares = cube.cells[period_index], cube.hectares[period_index]
        pairs = tuple(np.array(cube.pairs(cells), np.int64).reshape(-1, 2).T)
        values, density_indices = np.unique(
            self._table(list(cube.classes))[pairs], return_inverse=True
        )
        # bincount adds in the order of the pairs.
        counts = np.bincount(density_indices, cells[pairs], values.size)
        areas = np.bincount(density_indices, hectares[pairs], values.size)
        densities = [float(density) for density in values]
        colours = density_colours(densities)
        categories = []
        for density_index, density in enumerate(densities):
            sinks = dict.fromkeys(
                cube.classes[n].name for n in pairs[0][density_indices == density_index]
            )
            area = float(areas[density_index])
            label, cells_of = density_label(density, list(sinks)), int(counts[density_index])
            categories.append(
                Category(density, label, colours[density], cells_of, area, (density * area,))
            )
        self.tiff.set_categories(categories, (("Loss_tc", gdal.GFT_Real),))
        self.tiff.close()


def density_label(density: float, sinks: list[str]) -> str:
    """What a density stands for, such as "Forestland, 108.17 t C/ha"."""
    if not density:
        return "No carbon loss"
    return f"{', '.join(sinks)}, {density:.{DIGITS}g} t C/ha"


def density_colours(densities: list[float]) -> dict[float, str]:
    """Colours by density: a neutral for no loss, else along the ramp by rank."""
    losses = [density for density in densities if density]
    colours = {0.0: NO_LOSS_COLOUR}
    for rank, density in enumerate(losses):
        colours[density] = along(LOSS_RAMP, rank / max(1, len(losses) - 1))
    return colours


def loss_density(
    coefficients: Coefficients, disturbing: DisturbingClasses
) -> PairTable[np.float64]:
    """For PairRaster: t C/ha lost by from-class and to-class, 0 where nothing is lost.

    In double precision, to the digits that people write: a value then comes through the text
    of an attribute table as it was, or QGIS would find no colour for the cells that hold it.

    Returns:
        A function of n classes that gives the densities, shape (n, n), t C/ha.
    """

    def table(classes: list[LandClass]) -> Floats:
        densities = np.zeros((len(classes), len(classes)))
        for i, source in enumerate(classes):
            for j, target in enumerate(classes):
                if disturbing.is_loss(source, target):
                    # A sink of which no land is taken may be without coefficients.
                    lost = coefficients.or_nothing(source).lost
                    densities[i, j] = float(f"{lost:.{DIGITS}g}")
        return densities

    return table


def loss_checks(
    cube: TransitionCube, losses: list[LossRow], disturbing: DisturbingClasses
) -> list[Check]:
    """Per period: the ledger's hectares against the matrix, its parts in t C against its total."""
    classes = cube.classes
    is_loss = np.array([[disturbing.is_loss(a, b) for b in classes] for a in classes], bool)
    what = (
        Term("hectares of the losses = hectares of sinks that became mined land")
        if disturbing.is_mining
        else Term(
            "hectares of the losses = hectares of sinks that went to the groups that take land"
        )
    )
    checks = []
    for period, _, hectares in cube.by_period():
        totals = loss_totals(losses, period.name)
        parts = sum(
            row["soil_loss_tc"] + row["vegetation_loss_tc"]
            for row in losses
            if row["period"] == period.name
        )
        both = Term("soil + vegetation loss = total loss in t C")
        checks += [
            Check(period.name, what, hectares[is_loss].sum(), totals["area_ha"]),
            Check(period.name, both, totals["total_loss_tc"], parts),
        ]
    return checks


# Groups whose land holds no carbon that anybody would count.
BARE_GROUPS = (MINE, "bare", "water", "built")
# How the sources of densities tell the depth of IPCC's soils: of mangroves, and of others.
DEPTHS = ("soil 0-100 cm", "soil 0-30 cm")
# A class of a product may be peat among others: its codes of one key are one class.
PEAT = ("peat", "\u6ce5\u70ad")


@dataclass(frozen=True)
class TakenLand:
    """Land of a class that was taken, in all periods together.

    Attributes:
        area_ha: hectares, as often as they were taken.
        share_pct: of all land that was taken.
        coefficient: whose densities count it; None: it counts 0.
    """

    land_class: LandClass
    area_ha: float
    share_pct: float
    coefficient: Coefficient | None

    @property
    def is_uncounted(self) -> bool:
        """Whether it counts 0 and might hold carbon."""
        return self.coefficient is None and self.land_class.group.casefold() not in BARE_GROUPS

    @property
    def words(self) -> Text:
        """Its class with hectares and per cent, and peat where its legend names some."""
        told = Message(
            "{name} {area:,.2f} ha ({share:.1f} %)",
            name=self.land_class.name,
            area=self.area_ha,
            share=self.share_pct,
        )
        names = [name for name in self.land_class.names if any(p in name.casefold() for p in PEAT)]
        if not names:
            return told
        return Message(
            "{told}, which may be peat ({name}), that can hold ten times a mineral soil",
            told=told,
            name=names[0],
        )


def taken_land(
    cube: TransitionCube,
    periods: Sequence[Period],
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> list[TakenLand]:
    """The land that was taken in some periods, by class, the largest first.

    Args:
        periods: of the cube; one that spans others is not to be among them.
    """
    hectares: dict[int, float] = {}
    for period, cells, areas in cube.by_period():
        if period not in periods:
            continue
        for source, target in cube.pairs(cells):
            if disturbing.takes(cube.classes[target]) > disturbing.takes(cube.classes[source]):
                hectares[source] = hectares.get(source, 0.0) + float(areas[source, target])
    whole = sum(hectares.values())
    taken_lands = []
    for class_index, area in sorted(hectares.items(), key=lambda item: -item[1]):
        land_class = cube.classes[class_index]
        counts = land_class.is_sink and land_class in coefficients
        in_use = coefficients.of(land_class) if counts else None
        taken_lands.append(TakenLand(land_class, area, 100.0 * area / whole, in_use))
    return taken_lands


def uncounted_sentence(taken_lands: Iterable[TakenLand]) -> Message | None:
    """How much of the land that was taken counts 0; None where it is nothing."""
    uncounted = [land for land in taken_lands if land.is_uncounted]
    if not uncounted:
        return None
    return Message(
        "{area:,.2f} ha of all land taken, {share:.1f} %, count 0, because the "
        "coefficients have no density of what it was: {classes}.",
        area=sum(land.area_ha for land in uncounted),
        share=sum(land.share_pct for land in uncounted),
        classes=Listed(land.words for land in uncounted),
    )


def taken_notes(taken_lands: Sequence[TakenLand]) -> Notes:
    """All land that was taken, class by class, and a warning of what counts 0."""
    notes = Notes()
    if taken_lands:
        notes.inform(
            "Land that was taken: {classes}.",
            classes=Listed((_with_density(land) for land in taken_lands), Term("; ")),
        )
    sentences = (uncounted_sentence(taken_lands), _depth_sentence(taken_lands))
    notes.warnings += [sentence for sentence in sentences if sentence]
    return notes


def _depth_sentence(taken_lands: Iterable[TakenLand]) -> Message | None:
    """That soils of two depths are added up; None where all are of one, or none is told."""
    counted = [(land.land_class.name, land.coefficient) for land in taken_lands if land.coefficient]
    deep, others = (
        [name for name, coefficient in counted if depth in coefficient.source] for depth in DEPTHS
    )
    if not deep or not others:
        return None
    return Message(
        "The soil of {deep} counts to a depth of 100 cm, that of {others} to 30 cm, as IPCC's "
        "tables have no other; COEFFICIENTS can have one depth for all.",
        deep=Listed(deep),
        others=Listed(others),
    )


def _with_density(land: TakenLand) -> Message:
    values = {"name": land.land_class.name, "area": land.area_ha, "share": land.share_pct}
    if land.coefficient is None:
        return Message("{name} {area:,.2f} ha ({share:.1f} %), not counted: no density", **values)
    return Message(
        "{name} {area:,.2f} ha ({share:.1f} %), soil {soil:g} and vegetation {vegetation:g} t C/ha "
        "({source})",
        soil=land.coefficient.soil.density,
        vegetation=land.coefficient.vegetation.density,
        source=source_words(land.coefficient.source) or Term("source not given"),
        **values,
    )
