"""What the core gives for a case, in the oracle's form."""

from __future__ import annotations

from collections.abc import Iterator

from osgeo import ogr

from carbon_zones.core.base.dates import Date as DateOfLayer
from carbon_zones.core.base.dates import labels_of, order_by_year, periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.alignment import Bounds
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.results.closure import require_closure
from carbon_zones.core.results.discrepancy import MINED, TAKEN, DiscrepancyCounter
from carbon_zones.core.results.losses import require_coefficients
from carbon_zones.core.results.results import audit_rows
from carbon_zones.core.results.shares import share_rows
from carbon_zones.core.results.transfers import transfer_rows
from carbon_zones.core.scan.census import CombinationTable
from carbon_zones.core.scan.combinations import Combinations
from carbon_zones.core.scan.count import count, require_named
from carbon_zones.core.scan.edges import CellMask
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scan.strata import RasterStrata
from carbon_zones.core.scheme.classes import ClassEntry, read_classes
from carbon_zones.core.scheme.coefficients import Coefficients, read_coefficients
from carbon_zones.core.scheme.defaults import default_classes, default_table, default_zones
from carbon_zones.core.scheme.disturbing_classes import read_disturbing_classes
from carbon_zones.core.scheme.legends import shipped_legend
from carbon_zones.core.scheme.rules import read_rules, read_zones
from carbon_zones.core.scheme.table import Table
from carbon_zones.core.study.study import Study
from carbon_zones.core.study.study_consumers import StudyConsumers

from .cases import Case
from .cases_rasters import Date
from .cases_tables import COEFFICIENT_COLUMNS, ZONE_COLUMNS
from .tables import numbers_of


def computed(case: Case) -> dict:
    """Numbers by what they are of.

    Raises:
        DataError: the core refuses the case.
    """
    series = _opened(case)
    plain, by_unit, strata = Combinations(series), None, None
    if case.units is not None:
        strata = RasterStrata.on(series, _input(case.units, case.nodata), Notes())
        by_unit = Combinations(series, strata)
    consumers = [plain] if by_unit is None else [plain, by_unit]
    spans = periods(series.dates)
    job = _Job(case, series) if case.needs_names else None
    consumers += job.consumers if job else []
    census = count(series, spans, consumers, cells=case.block, strata=strata)
    transfers = transfer_rows(census.cube)
    shares = share_rows(series.dates, series.classes, census.dates.common)
    found: dict = {
        **numbers_of("AUDIT", audit_rows(series, census)),
        **numbers_of("TRANSFERS", transfers),
        **numbers_of("SHARES", shares),
    }
    for row in transfers:
        for end in ("from", "to"):
            found["value", row[f"{end}_class"].casefold()] = [row[f"{end}_value"]]
    names = [land_class.name.casefold() for land_class in series.classes]
    for _, classes, *numbers in _rows(plain.table):
        found[("combination", *(names[n] for n in classes))] = numbers
    if by_unit is not None:
        units = [None, *strata.values]
        for unit, classes, *numbers in _rows(by_unit.table):
            found[("in unit", units[unit], *(names[n] for n in classes))] = numbers
    if job:
        found.update(job.results(census))
    return found


def _opened(case: Case) -> Series:
    """The series as an algorithm opens it."""
    given = [case.dates[place] for place in case.given]
    years = labels_of("", [date.layer for date in given])
    has_legend = case.scheme is not None and case.table is None
    series = open_series(
        [_input(given[n], case.nodata, years[n]) for n in order_by_year(years)],
        case.method,
        _entries(case.table),
        default_classes() if case.needs_names or has_legend else None,
        _extent(case),
        case.base,
        shipped_legend(case.scheme) if has_legend else None,
    )
    if case.mask is not None:
        shapes = [bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in case.mask]
        series.mask = CellMask(shapes, series.grid)
    return series


class _Job:
    """Zones and losses of a series, as the study makes them."""

    def __init__(self, case: Case, series: Series):
        self._case, self._series, notes = case, series, Notes()
        self._disturbing, self._coefficients = read_disturbing_classes(""), Coefficients()
        self._discrepancy, self._rules = None, None
        if case.rules is not None:
            zones = default_zones()
            if case.rules.has_own_zones:
                zones = read_zones(Table("zones", ZONE_COLUMNS, case.rules.zones))
            table = Table("rules", case.rules.columns, case.rules.rows)
            table = table if case.rules.is_own else default_table("rules.csv")
            self._rules = read_rules(table, zones, series.classes, notes)
            if series.named_classes:
                self._rules.check_some_zone(series.named_classes)
        if case.losses is not None:
            self._disturbing = read_disturbing_classes(case.losses.disturbing)
            self._table = Table("coefficients", COEFFICIENT_COLUMNS, case.losses.rows)
            if not case.losses.is_own:
                self._table = default_table("coefficients.csv")
            can_lose = self._disturbing.why_no_losses(series.named_classes) is None
            if can_lose or case.losses.is_own:
                self._coefficients = read_coefficients(self._table, series.classes, notes)
            if can_lose and len(series.rasters) > 2:
                self._discrepancy = DiscrepancyCounter(series, self._disturbing)
        self.consumers = [] if self._discrepancy is None else [self._discrepancy]

    def results(self, census) -> dict:
        require_named(self._series, census)
        disturbing, coefficients = self._disturbing, self._coefficients
        if self._case.losses is None:
            disturbing = read_disturbing_classes("no group")
        else:
            disturbing = require_coefficients(self._table, census.cube, coefficients, disturbing)
        rules = self._rules or read_rules(
            default_table("rules.csv"), default_zones(), census.cube.classes, Notes()
        )
        study = Study(
            self._series,
            census,
            rules,
            coefficients,
            disturbing,
            StudyConsumers(discrepancy=self._discrepancy),
        )
        require_closure(study.checks)
        found = numbers_of("LOSSES", study.losses)
        if self._rules:
            found |= numbers_of("ZONE_SHARES", study.zones)
        for row in study.discrepancy.rows if study.discrepancy else []:
            part = (MINED if row.land in MINED else TAKEN).index(row.land)
            found["gap", part] = [row.area_ha, row.carbon_tc]
        return found


def _rows(table: CombinationTable) -> Iterator[tuple]:
    """Stratum, classes, cells and hectares, row by row."""
    return zip(table.strata, table.classes, table.cells, table.hectares)


def _entries(rows: list | None) -> list[ClassEntry] | None:
    """What the core reads from a class table."""
    return None if rows is None else read_classes(Table("classes", tuple(rows[0]), rows))


def _extent(case: Case) -> Bounds | None:
    """The window of a case in coordinates."""
    if case.window is None:
        return None
    x, dx, _, y, _, dy = case.dates[case.base].grid.transform
    column, row, width, height = case.window
    return x + column * dx, y + (row + height) * dy, x + (column + width) * dx, y + row * dy


def _input(date: Date, nodata: tuple, year: str = "") -> RasterInput:
    return RasterInput(date.path, date.layer, nodata=nodata, date=DateOfLayer(year, date.layer))
