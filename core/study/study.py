"""Consumers of the pass of a study, and all of its results, computed on demand.

Only this module refers to the subjects by name; a new subject is an attribute of
`Study` and, for a table by unit, an entry in `tables`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..base.dates import Period, has_all_years
from ..base.messages import ContinueCheck, Message, MessageList, MissingResult, Notes, Text
from ..base.numbers import NDArray
from ..base.table import Row, Table
from ..change.change_analysis import ChangeAnalysis
from ..ledger.balance import balance_notes
from ..ledger.ledger import Ledger, exclude_negligible_sinks, missing_sink_classes
from ..ledger.ledger_rows import BalanceRow
from ..ledger.results import SensitivityAnalysis, add_net_intervals
from ..ledger.stocks import LOSS, AgeRule
from ..mine.annual_areas import BY_YEAR, annual_checks, annual_rows, change_year_notes
from ..mine.mined_land import MinedLand, MinedLandRaster
from ..mine.rasters import mined_land_maps
from ..mine.reclamation import Disclosure, Reclamation, create_mine_rasters, reclaimed_unit_columns
from ..pattern.measures import CentroidCounter
from ..report.report_maps import (
    MAX_THUMBNAIL_SIDE_PX,
    LandMaps,
    MapFocus,
    history_thumbnail,
    picture_shape,
)
from ..results.closure import Check
from ..results.loss_gap import LossGap, LossGapCounter, loss_gap_checks, loss_gap_rows
from ..results.loss_model import LossUncertainty
from ..results.losses import (
    LOSSES,
    SUM_COLUMNS,
    DisturbedLand,
    density_warnings,
    disturbed_land_by_class,
    loss_checks,
    loss_columns,
    loss_figures,
    loss_rows,
    loss_totals,
)
from ..results.results import Results, RowBuilder
from ..results.trajectories import change_count_checks, change_count_rows, trajectory_checks
from ..results.transfers import SHARES, TRANSFERS, changed_share_columns
from ..results.uncertainty import UncertaintyResult, UncertaintySettings
from ..results.zones import (
    ZONE_SHARES,
    ZoneRaster,
    unassigned_rows,
    zone_checks,
    zone_columns,
    zone_share_rows,
)
from ..scan.block import Block
from ..scan.cell_raster import HistoryThumbnail, Thumbnail
from ..scan.consumer import BlockConsumer, RasterWriter
from ..scan.count_result import CombinationTable, CountResult
from ..scan.series import Series
from ..scan.series_count import OptionalCombinationCounter
from ..scan.units import UnitColumns, UnitCounts, Units
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients
from ..scheme.defaults import default_densities
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.zone_rules import MapZones, Zone, ZoneRules
from .idle_areas import IdleAreas, IdlePatches, IdleSpanCollector, rank_idle_areas
from .idle_land import IdleRaster, IdleRule
from .priorities import (
    DEFAULT_IDLE_RULE,
    MinedSquares,
    Priorities,
    priority_columns,
    rank_priorities,
)

# Value of cells that are not valid in the map of the units.
NO_STRATUM = int(np.iinfo(np.uint32).max)


@dataclass(frozen=True)
class StudyConsumers:
    """Consumers of the pass of a study, if needed, and settings of its report.

    Attributes:
        zones: zone rasters, in the order of the periods.
        mine: rasters of mined land, by output.
        land, units_map: thumbnails for the report.
        units: units of the tables.
        centres: class centroids, for the report.
        squares: mined land by squares on the ground, if there are no units.
        rule: definition of idle land.
        idle: collector of idle land, if all dates have years.
        idle_raster: raster of idle land.
        focus: focus of the maps in the report.
        going_on: cancellation check while results are made.
    """

    zones: Sequence[ZoneRaster] = ()
    mine: Mapping[str, MinedLandRaster] = field(default_factory=dict)
    discrepancy: LossGapCounter | None = None
    histories: OptionalCombinationCounter | None = None
    land: HistoryThumbnail | None = None
    units_map: Thumbnail | None = None
    units: Units | None = None
    centres: CentroidCounter | None = None
    squares: MinedSquares | None = None
    rule: IdleRule = DEFAULT_IDLE_RULE
    idle: IdleSpanCollector | None = None
    idle_raster: IdleRaster | None = None
    focus: MapFocus | None = MapFocus.AUTO
    going_on: ContinueCheck = lambda: True

    @property
    def all_consumers(self) -> list[BlockConsumer]:
        counts = self.discrepancy, self.histories, self.land, self.units_map
        others = *counts, self.centres, self.squares, self.idle, self.idle_raster
        return [*self.zones, *self.mine.values(), *(c for c in others if c is not None)]


def make_study_consumers(
    writer: RasterWriter,
    folder: str,
    periods: Sequence[Period],
    rules: ZoneRules,
    disturbing: DisturbingClasses,
    units: Units | None,
    focus: MapFocus | None,
    going_on: ContinueCheck,
    rule: IdleRule = DEFAULT_IDLE_RULE,
) -> StudyConsumers:
    """Create the consumers of the pass of a study.

    Args:
        folder: folder of the rasters, '' for none.
        focus: focus of the maps in the report; None without a report.
    """
    series = writer.series
    can_lose = disturbing.no_loss_reason(series.named_classes) is None
    mined = (
        disturbing.keep_existing_groups(series.named_classes).with_all_sinks if can_lose else None
    )

    def path(name: str) -> str:
        return os.path.join(folder, f"{name.replace('-', '_')}.tif")

    zones, mine, idle_raster = [], {}, None
    squares = MinedSquares(series, mined) if mined and units is None else None
    idle = None
    if mined and has_all_years(series.dates):
        idle = IdleSpanCollector(series, mined, rule, units, squares)
    if folder:
        zones = [ZoneRaster(writer, path(f"zones_{p.name}"), p, rules) for p in periods]
    if folder and mined:
        status = path(f"status_{series.dates[-1].label}")
        paths = {"STATUS_MAP": status, "FIRST_MINED": path("first_mined")}
        paths["RECLAIMED_BY"] = path("reclaimed_by")
        mine = create_mine_rasters(writer, paths, periods[-1], mined)
    if folder and mined and idle is not None:
        name = path(f"idle_{series.dates[-1].label}")
        idle_raster = IdleRaster(writer, name, periods[-1], mined, rule)
    return StudyConsumers(
        zones,
        mine,
        LossGapCounter(series, disturbing) if can_lose and len(series.dates) > 2 else None,
        OptionalCombinationCounter(series),
        history_thumbnail(series) if focus else None,
        unit_thumbnail(series) if focus and units else None,
        units,
        CentroidCounter(series) if focus else None,
        squares,
        rule,
        idle,
        idle_raster,
        focus,
        going_on,
    )


def unit_thumbnail(series: Series) -> Thumbnail:
    """Create a thumbnail of the strata of a run's units."""

    def strata(block: Block) -> NDArray[np.uint32]:
        if block.strata is None:
            return np.zeros(block.cells.size, np.uint32)
        return block.strata.astype(np.uint32)

    shape = picture_shape(series.grid, series.window, MAX_THUMBNAIL_SIDE_PX)
    return Thumbnail(series.window, shape, strata, NO_STRATUM, np.uint32)


class Study(Results):
    """Results that require class groups: zones by rules, carbon by coefficients.

    Args:
        coefficients: of all sinks with disturbed land.
        site: name of the whole area in DISCLOSURE, or ''.
    Attributes:
        hidden_mines: warning that maps without a mine class show mines as other land.
        why_no_losses: reason if there are no sinks or no disturbing classes: LOSSES then
            has no rows, and there are no sums, gap or checks of losses, rather than zeros.
        ends: labels of the first and last dates, for a sentence.
        first_loss: for a unit, t C/ha lost at the first disturbance in the ledger of the
            run.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        rules: ZoneRules,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
        consumers: StudyConsumers | None = None,
        site: str = "",
    ):
        super().__init__(series, census)
        self.rules = rules
        self.coefficients = coefficients
        # Texts and sums use existing groups only; the log lists the others.
        self.disturbing = disturbing.keep_existing_groups(series.named_classes)
        self.hidden_mines = disturbing.hidden_mines_warning(series.named_classes)
        self.why_no_losses = self.disturbing.no_loss_reason(series.named_classes)
        self.ends = {"first": self.labels[0], "last": self.labels[-1]}
        self.consumers = consumers or StudyConsumers()
        self.site = site
        self.first_loss: float | None = None
        self._patches: IdlePatches | None = None

    def with_census(self, census: CountResult) -> Study:
        if census is self.census:
            return self
        part = Study(self.series, census, self.rules, self.coefficients, self.disturbing)
        part.first_loss = self.ledger.first_loss if self.ledger else None
        return part

    @property
    def unit_columns(self) -> list[UnitColumns]:
        """Fields of the unit polygons: change, zones, losses, reclaimed land, priorities."""
        spans = self.cube.periods
        columns = [changed_share_columns(spans), zone_columns(spans, self.rules)]
        if not self.why_no_losses:
            columns.append(loss_columns(spans, self.coefficients, self.disturbing))
        if self.reclamation:
            columns.append(
                reclaimed_unit_columns(self.steps, lambda part: self.with_census(part).reclamation)
            )
        return [*columns, *(priority_columns(self.priorities) if self.priorities else ())]

    @property
    def tables(self) -> list[tuple[str, type | str, RowBuilder]]:
        """Tables that are by unit if there are units: output, columns, row function."""
        return [
            ("TRANSFERS", TRANSFERS, lambda census: self.with_census(census).transfers),
            ("AREAS", SHARES, lambda census: self.with_census(census).areas),
            ("ZONE_SHARES", ZONE_SHARES, lambda census: self.with_census(census).zone_shares),
            ("LOSSES", LOSSES, lambda census: self.with_census(census).losses),
            ("BALANCE", BalanceRow, lambda census: self.with_census(census).balance),
            ("BY_YEAR", BY_YEAR, lambda census: self.with_census(census).annual_table),
        ]

    @property
    def histories(self) -> CombinationTable | MissingResult:
        """Combinations of all dates; missing if not counted or too many."""
        counted = self.consumers.histories
        if counted is None:
            return super().histories
        return MissingResult(counted.too_many.message) if counted.too_many else counted.table

    @cached_property
    def reclamation(self) -> Reclamation | None:
        """Status of mined land; None without mines or combinations of dates."""
        if not self.histories or self.why_no_losses:
            return None
        groups = self.disturbing.with_all_sinks
        return Reclamation(MinedLand(self.histories, self.dates, self.classes, groups))

    @property
    def mined_land(self) -> Reclamation | None:
        """Status of mined land; None if no land is mined at any date."""
        return (
            self.reclamation
            if self.reclamation and self.reclamation.cumulative_disturbed_ha
            else None
        )

    @cached_property
    def disclosure(self) -> Disclosure | None:
        """Disclosure of mined land by site; None without mined land."""
        mined = self.mined_land
        return Disclosure(self.series, self.census, mined.land, self.site) if mined else None

    @cached_property
    def ledger(self) -> Ledger | MissingResult:
        """Carbon ledger of mined land; missing without mined land or required inputs."""
        if self.mined_land is None:
            return MissingResult()
        if not self.mined_land.has_ages:
            return MissingResult(Message("not all layers have years (YEARS)"))
        # Sinks without density may be excluded.
        land = exclude_negligible_sinks(self.mined_land.land, self.coefficients)
        lacking = missing_sink_classes(land, self.coefficients)
        if lacking:
            return MissingResult(
                Message(
                    "no carbon coefficients for sink classes of land mined at any date: {classes}",
                    classes=MessageList(lacking.values()),
                )
            )
        going_on = self.consumers.going_on
        return Ledger(land, self.coefficients, AgeRule.MID, going_on, self.first_loss)

    @cached_property
    def uncertainty(self) -> UncertaintyResult | None:
        """Ledger uncertainty by coefficients and default simulation settings, no area errors."""
        return self.ledger.uncertainty(None, UncertaintySettings()) if self.ledger else None

    @cached_property
    def sensitivity(self) -> SensitivityAnalysis | None:
        """Sensitivity of the balance; None without a ledger."""
        return SensitivityAnalysis(self.ledger) if self.ledger else None

    @cached_property
    def balance(self) -> list[BalanceRow]:
        """Rows of BALANCE; empty without a ledger."""
        if not self.ledger or self.uncertainty is None:
            return []
        return add_net_intervals(self.ledger, self.uncertainty)

    @cached_property
    def priorities(self) -> Priorities | None:
        """Reclamation priorities; None without mined land."""
        if self.mined_land is None:
            return None
        land, squares, followed = self.mined_land.land, self.consumers.squares, self.ledger or None
        units = self.census.units
        if isinstance(units, UnitCounts):
            names, table, on_ground = units.names, units.table, None
        elif squares is not None:
            names, table, on_ground = squares.names, squares.table, squares.squares
        else:
            return None
        idle, points = self.consumers.idle, {}
        self._patches = idle.make_patches(names) if idle else None
        if self._patches is not None:
            points = self._patches.largest_area_positions(len(names))
        rule = self.consumers.rule
        return rank_priorities(land, followed, names, table, on_ground, rule, points)

    @property
    def too_many_areas_reason(self) -> Text:
        """Reason if there are too many idle areas; otherwise ''."""
        idle = self.consumers.idle
        return idle.too_many if idle and self.priorities else ""

    @cached_property
    def idle_areas(self) -> IdleAreas | None:
        """Ranked idle areas; None if unknown or too many."""
        if self.priorities is None or self._patches is None:
            return None
        return rank_idle_areas(self._patches, self.ledger or None, self.priorities)

    @cached_property
    def annual_table(self) -> Table:
        """Rows of BY_YEAR; empty without mined land."""
        if self.mined_land is None:
            return Table.concatenate_tables([], BY_YEAR)
        return annual_rows(self.mined_land.land, self.ledger.yearly_losses if self.ledger else None)

    @cached_property
    def change_counts(self) -> Sequence[Row]:
        """Area by number of class changes; empty without combinations of dates."""
        return change_count_rows(self.histories.without_years) if self.histories else []

    @cached_property
    def class_colours(self) -> dict[str, str]:
        """Class colours by name."""
        return self.classes.colours_by_name()

    @cached_property
    def change_analysis(self) -> ChangeAnalysis:
        """Change intensity analysis."""
        return ChangeAnalysis(self.dates, self.census)

    @property
    def possible_classes(self) -> list[LandClass]:
        """Classes that land can have: named classes and unnamed values."""
        return [*self.series.named_classes, *(c for c in self.classes if not c.listed)]

    @cached_property
    def map_zones(self) -> MapZones:
        """Zones as shown on maps."""
        return MapZones(self.rules, self.possible_classes)

    @property
    def possible_zones(self) -> list[Zone]:
        """Zones possible for the land, as in tables."""
        shown = self.map_zones
        return [z for z in self.rules.zones if z in shown.possible or z.value == shown.unassigned]

    @cached_property
    def zone_shares(self) -> Table:
        return zone_share_rows(self.cube, self.rules)

    @cached_property
    def unassigned_conversions(self) -> Table:
        return unassigned_rows(self.cube, self.rules, default_densities())

    @cached_property
    def disturbed_by_class(self) -> list[DisturbedLand]:
        """Disturbed land by class; empty if no losses are possible."""
        if self.why_no_losses:
            return []
        return disturbed_land_by_class(self.cube, self.steps, self.coefficients, self.disturbing)

    @cached_property
    def losses(self) -> Sequence[Row]:
        return loss_rows(self.cube, self.coefficients, self.disturbing)

    def period_losses(self, period: Period) -> dict[str, float]:
        """Return hectares and t C lost in a period; empty if no losses are possible."""
        return {} if self.why_no_losses else loss_totals(self.losses, period.name)

    @property
    def loss_figures(self) -> dict[str, float]:
        """Available losses of the full period by output name."""
        losses = self.period_losses(self.full_period)
        scheme = self.coefficients, self.disturbing
        taken_lands = disturbed_land_by_class(self.cube, [self.full_period], *scheme)
        return loss_figures(losses, taken_lands, SUM_COLUMNS[3:]) if losses else {}

    @cached_property
    def loss_uncertainty(self) -> UncertaintyResult:
        """Uncertainty of the losses due to densities only, without Monte Carlo simulation."""
        densities = self.coefficients, self.disturbing
        return LossUncertainty(
            self.census, *densities, None, UncertaintySettings(draws=0)
        ).run_uncertainty

    def loss_half_width(self, period: Period) -> float | None:
        """Return the half-width of the loss in a period, t C; None without an interval."""
        row = (
            None if self.why_no_losses else self.loss_uncertainty.best_row(LOSS, period=period.name)
        )
        return row["half_width"] if row else None

    @cached_property
    def loss_gap(self) -> LossGap | None:
        """Difference between period losses and first-to-last loss; None if not counted."""
        counter = self.consumers.discrepancy
        if counter is None or self.why_no_losses:
            return None
        of_periods = sum(self.period_losses(period)["total_loss_tc"] for period in self.steps)
        of_span = self.period_losses(self.full_period)["total_loss_tc"]
        rows = loss_gap_rows(self.cube, counter, self.coefficients)
        return LossGap(of_periods, of_span, rows)

    @cached_property
    def land_maps(self) -> LandMaps | None:
        """Maps of the land, focused on mined land; None without a report."""
        land = self.consumers.land
        if land is None:
            return None
        focus, going_on = self.consumers.focus or MapFocus.AUTO, self.consumers.going_on
        return mined_land_maps(self.series, land, self.disturbing, focus, going_on)

    @cached_property
    def disturbed_areas(self) -> list[list[Row]] | None:
        """Rows of `areas` for the disturbing classes by date; None without disturbing classes."""
        if not any(self.disturbing.is_disturbing(c) for c in self.series.named_classes):
            return None
        keys = {(c.value, c.name) for c in self.classes if self.disturbing.is_disturbing(c)}
        return [
            [row for row in rows if (row["value"], row["class"]) in keys]
            for rows in self.areas_by_date
        ]

    @cached_property
    def consistency_checks(self) -> list[Check]:
        span = self.full_period.name
        checks = [
            *super().consistency_checks,
            *zone_checks(self.cube, self.zone_shares, self.consumers.zones),
        ]
        if not self.why_no_losses:
            checks += loss_checks(self.cube, self.losses, self.disturbing)
        if self.loss_gap:
            checks += loss_gap_checks(self.loss_gap, span)
        if self.histories:
            checks += trajectory_checks(self.histories, self.census, self.dates, span)
            checks += change_count_checks(self.histories, self.change_counts, span, None)
            if self.reclamation:
                checks += self.reclamation.consistency_checks(self.census, self.consumers.mine)
            if self.ledger:
                checks += self.ledger.consistency_checks(self.census)
            if self.mined_land and self.series.years is not None:
                losses = self.ledger.losses_by_period if self.ledger else None
                checks += annual_checks(self.mined_land.land, self.annual_table, losses)
            if self.priorities:
                checks += self.priorities.consistency_checks(span)
            if self.priorities and self.idle_areas:
                checks += self.idle_areas.consistency_checks(span, self.priorities.whole["idle_ha"])
            if self.mined_land and self.consumers.idle_raster:
                checks += self.consumers.idle_raster.consistency_checks(span, self.mined_land.land)
        return [*checks, *self.change_analysis.consistency_checks]

    @property
    def closure_rows(self) -> list[Row]:
        return [check.to_row() for check in self.consistency_checks]

    def notes(self) -> Notes:
        """Return log messages on missing results and assumptions."""
        notes = Notes(warnings=density_warnings(self.disturbed_by_class))
        if isinstance(self.histories, MissingResult) and self.histories.reason:
            notes.add_warning(
                "Trajectories and reclamation results not available: {why}.",
                why=self.histories.reason,
            )
        if self.reclamation:
            notes.warnings += self.reclamation.notes().warnings
            if self.series.years is not None:
                notes.add_notes(change_year_notes(self.reclamation.land, self.series.years))
            notes.add_notes(self._ledger_notes())
        elif self.series.years is not None:
            notes.add_warning(
                "DISTURBANCE_YEAR and RECOVERY_YEAR ignored: mined land is not tracked."
            )
        maps = self.land_maps if self.consumers.focus == MapFocus.MINE else None
        if maps is not None and not maps.has_marked:
            notes.add_warning("FOCUS: no mined land; the maps show the total area.")
        return notes

    def _ledger_notes(self) -> Notes:
        """Return messages on the assumptions of the carbon balance, or why there is none."""
        notes, ledger = Notes(), self.ledger
        if isinstance(ledger, MissingResult):
            if ledger.reason is not None:
                why = ledger.reason
                notes.add_warning(
                    "Carbon balance of {land} not available: {why}.",
                    land=self.disturbing.land_term,
                    why=why,
                )
            return notes
        notes.warnings += ledger.assumption_notes.warnings
        notes.warnings += balance_notes(ledger, self.balance).warnings
        return notes
