"""Tables and rasters of mined land for a run or a unit, and DISCLOSURE.

DISCLOSURE lists disturbed and released land by site and ecosystem, following secondary
sources on GRI 101-6, TNFD C1.0 and C1.1, and ESRS E4-5. The land is that of DISTURBED
and RECLAIMED; an ecosystem is a class, and the class table defines which are natural.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TypedDict

import numpy as np

from ..base.data_dictionary import COLUMNS
from ..base.dates import Date, Period, format_date, has_all_years, warn_date_values
from ..base.messages import Message, Notes, Term, Text
from ..base.numbers import BoolArray, IntArray, compute_percent, to_single_line
from ..base.table import Table
from ..report.page import ReportTable, Section, TableColumn, TableRow, dictionary_column
from ..results.closure import Check
from ..scan.consumer import RasterWriter
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scan.units import UnitColumns, period_suffix
from ..scheme.classes import NO, YES, shorten_list
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import ALL_LABEL, OUTSIDE_LABEL
from .ages import (
    STATUS_LABELS,
    AgeRaster,
    AgeRow,
    AgeRows,
    StatusRow,
    age_map,
    status_checks,
    status_map,
    status_rows,
)
from .mined_land import (
    STATE_BY_USE,
    STATE_KEYS,
    LandState,
    LandUse,
    MinedLand,
    MinedLandMap,
    MinedLandRaster,
    is_redisturbed,
    land_states,
)
from .rasters import (
    ALREADY_MINED,
    DIRECT,
    FIRST_DISTURBED,
    INDIRECT,
    DisturbedRow,
    ReclaimedRow,
    disturbed_area_ha,
    disturbed_checks,
    disturbed_in_period,
    disturbed_rows,
    first_mined_map,
    reclaimed_checks,
    reclaimed_kinds,
    reclaimed_map,
    reclaimed_rows,
    released_area_ha,
)

# Kind of conversion by the class-table value of the former class; pages translate it.
UNKNOWN_LABEL = Term("unknown")
CONVERSION_LABELS = {
    YES: Term("natural ecosystem converted"),
    NO: Term("conversion between modified ecosystems"),
    "": UNKNOWN_LABEL,
}
# Labels of table keys on pages.
SITE_LABELS = {ALL_LABEL: Term("All land"), OUTSIDE_LABEL: Term("Land outside all units")}
PHASE_LABELS = {key: STATUS_LABELS[state] for state, key in STATE_KEYS.items()}
# Standards that require the columns, according to secondary sources.
GRI_STANDARD, EXTENT_STANDARD, CONVERSION_STANDARD, NSW_STANDARD = (
    "GRI 101-6",
    "TNFD C1.1",
    "ESRS E4-5",
    Term("New South Wales"),
)
FOOTPRINT_STANDARD = "TNFD C1.0"
COLUMN_STANDARDS = {
    "site": GRI_STANDARD,
    "period": CONVERSION_STANDARD,
    "reference_date": GRI_STANDARD,
    "kind": GRI_STANDARD,
    "phase": EXTENT_STANDARD,
    "ecosystem_before": f"{GRI_STANDARD}, {EXTENT_STANDARD}",
    "ecosystem_after": f"{GRI_STANDARD}, {EXTENT_STANDARD}",
    "disturbed_ha": GRI_STANDARD,
    "reclaimed_ha": GRI_STANDARD,
    "net_ha": CONVERSION_STANDARD,
    "pct_of_before": CONVERSION_STANDARD,
}
HA_PER_KM2 = 100
# Key of arable land in the classes of the paper and in all product legends.
ARABLE_KEY = "arable"
# Maximum rows on a page; DISCLOSURE and the sheet contain all.
MAX_ROWS = 200


class DisclosureRow(TypedDict):
    """A row of DISCLOSURE: disturbed land, or land released from mining."""

    site: str
    period: str
    reference_date: str
    kind: str
    phase: str
    ecosystem_before: str
    ecosystem_after: str
    disturbed_ha: float
    reclaimed_ha: float
    net_ha: float
    pct_of_before: float | None


def disclosure_rows(land: MinedLand, site: str = ALL_LABEL) -> list[DisclosureRow]:
    """Return DISCLOSURE of a site by period, phase and class.

    The former ecosystem is the class before the latest disturbance; it is unknown for land
    mined since the first date, which is listed last. With several periods, rows of the full
    period follow, each hectare once: by its phase at the last date and the ecosystem before
    first disturbance.
    """
    before = np.full(len(land.first_mined_dates), len(land.classes))
    rows: list[DisclosureRow] = []
    for step in land.periods:
        is_taken = disturbed_in_period(land, step)
        before[is_taken] = land.table.classes[is_taken, step.earlier]
        is_given_back = reclaimed_kinds(land, step) >= 0
        rows += _period_rows(land, site, step, before, is_taken, is_given_back)
    if len(land.periods) > 1:
        is_taken, last = land.first_mined_dates > 1, len(land.dates) - 1
        before = np.full(len(land.first_mined_dates), len(land.classes))
        chosen = np.flatnonzero(is_taken)
        before[chosen] = land.table.classes[chosen, land.first_mined_dates[chosen] - 2]
        is_given_back = (land.first_mined_dates > 0) & (land.uses[last] != LandUse.MINE)
        span = Period(0, last, land.full_period)
        rows += _period_rows(land, site, span, before, is_taken, is_given_back)
    return rows


def _period_rows(
    land: MinedLand,
    site: str,
    period: Period,
    before: IntArray,
    is_taken: BoolArray,
    is_given_back: BoolArray,
) -> list[DisclosureRow]:
    """Return rows of a period; `before`: former class index, (n,), class count if unknown."""
    names = [*(c.name for c in land.classes), UNKNOWN_LABEL]
    kinds = [*(CONVERSION_LABELS[c.natural] for c in land.classes), UNKNOWN_LABEL]
    earlier, later = (land.table.classes[:, n] for n in (period.earlier, period.later))
    at_start = np.bincount(earlier, land.table.hectares, len(names))
    phases = STATE_BY_USE[land.uses[period.later]]
    keys, _, hectares = land.sum_by_keys(
        is_taken | is_given_back, phases, before, later, is_taken.astype(np.uint8)
    )
    rows: list[DisclosureRow] = []
    for phase, source, target, is_new, area in zip(*(c.tolist() for c in (*keys, hectares))):
        disturbed, reclaimed = area if is_new else 0.0, 0.0 if phase == LandState.ACTIVE else area
        rows.append(
            {
                "site": site,
                "period": period.name,
                "reference_date": land.dates[period.earlier].label,
                "kind": kinds[source],
                "phase": STATE_KEYS[LandState(phase)],
                "ecosystem_before": names[source],
                "ecosystem_after": names[target],
                "disturbed_ha": disturbed,
                "reclaimed_ha": reclaimed,
                "net_ha": disturbed - reclaimed,
                "pct_of_before": compute_percent(area, at_start[source]) if is_new else None,
            }
        )
    return rows


def disclosure_checks(land: MinedLand, disturbed: Table, reclaimed: Table) -> list[Check]:
    """Return checks of the rows of the whole run against DISTURBED and RECLAIMED."""
    rows, checks = disclosure_rows(land), []
    for step in land.periods:
        of_step = [row for row in rows if row["period"] == step.name]
        what = Term("disturbed area by ecosystem = newly disturbed area")
        total = sum(row["disturbed_ha"] for row in of_step)
        checks.append(Check(step.name, what, disturbed_area_ha(disturbed, step.name), total))
        what = Term("area released from mining, by ecosystem = area released, all types (ha)")
        left = sum(row["area_ha"] for row in reclaimed if row["period"] == step.name)
        total = sum(row["reclaimed_ha"] for row in of_step)
        checks.append(Check(step.name, what, left, total))
    if len(land.periods) > 1:
        first = sum(row["area_ha"] for row in disturbed if row["kind"] == FIRST_DISTURBED)
        of_span = sum(row["disturbed_ha"] for row in rows if row["period"] == land.full_period)
        what = Term("disturbed area by ecosystem = area disturbed for the first time")
        checks.append(Check(land.full_period, what, first, of_span))
    return checks


class Disclosure:
    """Disclosure for a mine; its sites are the units, or a single site of the given name."""

    def __init__(self, series: Series, census: CountResult, land: MinedLand, site: str = ""):
        self.census, self.land, self.site = census, land, to_single_line(site) or ALL_LABEL
        self.is_bounded = series.mask is not None or census.units is not None

    @property
    def sites(self) -> Iterator[tuple[str, CountResult, MinedLand]]:
        """Name, counts and land of each site; a generator, as there may be many large sites."""
        units = self.census.units
        for name, part in [(self.site, self.census)] if units is None else units:
            yield name, part, replace(self.land, table=part.histories or self.land.table)

    @cached_property
    def rows(self) -> list[DisclosureRow]:
        return [row for site, _, land in self.sites for row in disclosure_rows(land, site)]

    @cached_property
    def notes(self) -> Notes:
        """Notes on unknown ecosystems and double counting, for the log, the page and the sheet."""
        notes, unknown = Notes(), defaultdict[str, float](float)
        steps = {step.name for step in self.land.periods}
        of_span = [row for row in self.rows if row["period"] == self.land.full_period]
        for row in self.rows:
            if row["period"] in steps and row["kind"] == UNKNOWN_LABEL and row["disturbed_ha"]:
                unknown[row["ecosystem_before"]] += row["disturbed_ha"]
        since = sum(r["reclaimed_ha"] for r in of_span if r["ecosystem_before"] == UNKNOWN_LABEL)
        via = sum(row["area_ha"] for row in reclaimed_rows(self.land) if row["kind"] == INDIRECT)
        if unknown:
            notes.add_warning(
                "Unknown whether these classes are natural ecosystems: {classes}. Set the "
                "column natural of the class table to yes or no in all rows of a class.",
                classes=shorten_list(
                    Message("{name} ({area:,.2f} ha disturbed)", name=name, area=area)
                    for name, area in unknown.items()
                ),
            )
        if since:
            notes.add_warning(
                "{area:,.2f} ha released from mining were already mined at the first date; "
                "former ecosystem unknown.",
                area=since,
            )
        if via:
            notes.add_warning(
                "{area:,.2f} ha were released to another land use and later converted to a "
                "sink; they count as released from mining in both periods: that of the "
                "release and that of the conversion.",
                area=via,
            )
        return notes


def disclosure_section(disclosure: Disclosure, most: int | None = MAX_ROWS) -> Section:
    """Return land disturbed and released by site, ecosystem; at most `most` rows (None: all)."""
    rows: list[TableRow] = [
        {
            **row,
            "site": SITE_LABELS.get(row["site"], row["site"]),
            "phase": PHASE_LABELS[row["phase"]],
            "disturbed_km2": row["disturbed_ha"] / HA_PER_KM2,
            "reclaimed_km2": row["reclaimed_ha"] / HA_PER_KM2,
        }
        for row in disclosure.rows[:most]
    ]
    columns = [
        dictionary_column(name, _standard_heading(COLUMNS[name].heading, by))
        for name, by in COLUMN_STANDARDS.items()
    ]
    columns += [
        TableColumn(
            _standard_heading(Term("Gross disturbed area, km²"), EXTENT_STANDARD),
            "disturbed_km2",
            4,
        ),
        TableColumn(
            _standard_heading(Term("Gross reclaimed area, km²"), EXTENT_STANDARD),
            "reclaimed_km2",
            4,
        ),
    ]
    caption = Term("Land disturbed and released from mining by site, period, phase and ecosystem")
    left_out = len(disclosure.rows) - len(rows)
    more = Message("{count} further rows are listed in DISCLOSURE only.", count=left_out)
    note, folded = more if left_out else "", most is not None
    table = ReportTable("disclosure", caption, columns, rows, folded, note)
    standards = Term(
        "Layout for GRI 101-6 (with GRI 12 for coal and GRI 14 for other mining), TNFD C1.0 "
        "and C1.1, ESRS E4-5 and the annual rehabilitation report of New South Wales. "
        "Columns and their names follow secondary sources; the original standards were not "
        "consulted. Not legal advice."
    )
    scope = Term(
        "Areas are mapped areas. Ecosystems are map classes; the class table defines which "
        "are natural. Reclaimed land is revegetated according to the map; restoration (TNFD) "
        "or an established ecosystem or land use (New South Wales) is not claimed. Not "
        "included: sites in or near sensitive areas, and land preparation."
    )
    title = Term("Disturbed and released land (GRI disclosure)")
    sentences: list[Text] = [standards, scope, *disclosure.notes.warnings]
    return Section("disclosure", title, sentences, tables=[_footprint_table(disclosure), table])


def _standard_heading(text: Text, standard: Text) -> Message:
    """Return a column heading with the standard that requires it."""
    return Message("{heading} (after {standard})", heading=text, standard=standard)


def _footprint_table(disclosure: Disclosure) -> ReportTable:
    """Return the site areas at the last date: controlled, disturbed, revegetated and active."""
    dates, rows = disclosure.land.dates, list[TableRow]()
    is_arable = np.array(
        [c.key.casefold() == ARABLE_KEY for c in disclosure.land.classes], np.bool_
    )
    for site, part, land in disclosure.sites:
        at_end = land_states(land.uses, len(dates), land.first_mined_dates)
        is_reclaimed = at_end == LandState.RECLAIMED
        reclaimed = land.sum_hectares(is_reclaimed)
        is_controlled = disclosure.is_bounded and site != OUTSIDE_LABEL
        rows.append(
            {
                "site": SITE_LABELS.get(site, site),
                "controlled": part.valid_area_ha / HA_PER_KM2 if is_controlled else None,
                "disturbed": land.sum_hectares(land.first_mined_dates > 0) / HA_PER_KM2,
                "reclaimed": reclaimed / HA_PER_KM2,
                "arable": land.sum_hectares(is_reclaimed & is_arable[land.table.classes[:, -1]])
                / HA_PER_KM2,
                "active": land.sum_hectares(at_end == LandState.ACTIVE),
            }
        )
    columns: list[tuple[str, Text, Text, int]] = [
        ("controlled", FOOTPRINT_STANDARD, Term("Controlled area (MASK or UNITS), km²"), 4),
        ("disturbed", FOOTPRINT_STANDARD, Term("Cumulative disturbed area, km²"), 4),
        ("active", NSW_STANDARD, Term("Active disturbance, ha"), 2),
    ]
    shown = [
        TableColumn(_standard_heading(text, by), name, digits) for name, by, text, digits in columns
    ]
    # Required by no standard; maps do not show restored or established land.
    shown[2:2] = [
        TableColumn(Term("Of which revegetated, km²"), "reclaimed", 4),
        TableColumn(Term("Of which revegetated as arable land, km²"), "arable", 4),
    ]
    caption = Message("Footprint {year}", year=format_date(dates[-1].label))
    unknown = Term("Controlled area unknown: neither MASK nor UNITS is set.")
    note = "" if disclosure.is_bounded else unknown
    return ReportTable("footprint", caption, [dictionary_column("site"), *shown], rows, note=note)


# Class of each raster, and the function that defines its content.
RASTER_TYPES: Mapping[
    str, tuple[type[MinedLandRaster], Callable[[Sequence[Date], Period], MinedLandMap]]
] = {
    "STATUS_MAP": (MinedLandRaster, status_map),
    "FIRST_MINED": (MinedLandRaster, first_mined_map),
    "RECLAIMED_BY": (MinedLandRaster, reclaimed_map),
    "AGE": (AgeRaster, age_map),
}


def create_mine_rasters(
    writer: RasterWriter, paths: Mapping[str, str], span: Period, disturbing: DisturbingClasses
) -> dict[str, MinedLandRaster]:
    """Return the rasters that have a path, ready for the pass, by the keys of RASTER_TYPES."""
    dates = writer.series.dates
    return {
        output: kind(writer, paths[output], span, disturbing, shown(dates, span))
        for output, (kind, shown) in RASTER_TYPES.items()
        if paths.get(output)
    }


def raster_notes(rasters: Collection[str], dates: Sequence[Date]) -> Notes:
    """Note the values of date rasters that are not years, for the log."""
    notes = Notes()
    for output in ("FIRST_MINED", "RECLAIMED_BY"):
        if output in rasters:
            warn_date_values(output, dates, notes)
    return notes


class Reclamation:
    """Mined land of the combinations of a run or a unit; tables are computed on demand."""

    # Tables: output, row type, attribute.
    TABLES = (
        ("RECLAIMED", ReclaimedRow, "reclaimed_rows"),
        ("DISTURBED", DisturbedRow, "disturbed_rows"),
        ("AGES", AgeRow, "age_rows"),
        ("STATUS", StatusRow, "status_rows"),
    )

    def __init__(self, land: MinedLand):
        self.land = land

    @cached_property
    def reclaimed_rows(self) -> Table:
        return reclaimed_rows(self.land)

    @cached_property
    def disturbed_rows(self) -> Table:
        return disturbed_rows(self.land)

    @cached_property
    def status_rows(self) -> list[StatusRow]:
        return status_rows(self.land)

    @cached_property
    def rows_by_state(self) -> list[dict[LandState, StatusRow]]:
        """Rows of STATUS by date and state."""
        starts = range(0, len(self.status_rows), len(STATE_KEYS))
        return [dict(zip(STATE_KEYS, self.status_rows[start:])) for start in starts]

    @property
    def has_ages(self) -> bool:
        """Whether all dates have years, as required for ages and rates."""
        return has_all_years(self.land.dates)

    @cached_property
    def age_rows(self) -> AgeRows:
        return AgeRows(self.land)

    def state_area_ha(self, state: LandState) -> float:
        """Return hectares of a state at the last date."""
        return self.rows_by_state[-1][state]["area_ha"]

    @property
    def reclaimed_ha_by_period(self) -> list[float]:
        """Hectares of mined land converted to a sink by period."""
        direct = [row for row in self.reclaimed_rows if row["kind"] == DIRECT]
        return [
            sum(row["area_ha"] for row in direct if row["period"] == step.name)
            for step in self.land.periods
        ]

    def with_census(self, census: CountResult) -> Reclamation:
        """Return the results of a unit, or this object for the whole run."""
        if census.histories is None:
            return self
        return Reclamation(replace(self.land, table=census.histories))

    def row_builder(
        self, attribute: str
    ) -> Callable[[CountResult], Sequence[Mapping[str, object]]]:
        """Return a function that creates the rows of one of TABLES for the run or a unit."""
        return lambda census: getattr(self.with_census(census), attribute)

    @property
    def reclaimed_ha(self) -> float:
        """Hectares reclaimed at the last date."""
        return self.state_area_ha(LandState.RECLAIMED)

    @cached_property
    def cumulative_disturbed_ha(self) -> float:
        """Hectares mined at any date."""
        return self.land.sum_hectares(self.land.first_mined_dates > 0)

    @cached_property
    def initially_mined_ha(self) -> float:
        """Hectares mined at the first date."""
        return float(
            sum(row["area_ha"] for row in self.disturbed_rows if row["kind"] == ALREADY_MINED)
        )

    @cached_property
    def redisturbed_ha(self) -> float:
        """Hectares mined, released and mined again; each cell once."""
        return self.land.sum_hectares(is_redisturbed(self.land.uses))

    @cached_property
    def reclaimed_pct(self) -> float | None:
        """Reclaimed share of the cumulative disturbed area at the last date, %, or None."""
        return compute_percent(self.reclaimed_ha, self.cumulative_disturbed_ha)

    @property
    def key_figures(self) -> dict[str, float]:
        """Available key figures by output name."""
        figures = {
            "EVER_MINED_HA": self.cumulative_disturbed_ha,
            "ACTIVE_HA": self.state_area_ha(LandState.ACTIVE),
            "RECLAIMED_HA": self.reclaimed_ha,
            "REDISTURBED_HA": self.redisturbed_ha,
        }
        if self.reclaimed_pct is not None:
            figures["RECLAIMED_PCT"] = self.reclaimed_pct
        return figures

    def consistency_checks(
        self, census: CountResult, rasters: Mapping[str, MinedLandRaster] = MappingProxyType({})
    ) -> list[Check]:
        """Return checks that tables agree with each other, with transfer matrices and rasters."""

        def written(output: str) -> list[Check]:
            return (
                rasters[output].consistency_checks(output, self.land) if output in rasters else []
            )

        checks = status_checks(self.land, self.rows_by_state, census) + written("STATUS_MAP")
        checks += disturbed_checks(self.land, self.disturbed_rows, census) + written("FIRST_MINED")
        checks += reclaimed_checks(self.land, self.reclaimed_rows, census) + written("RECLAIMED_BY")
        checks += disclosure_checks(self.land, self.disturbed_rows, self.reclaimed_rows)
        if self.has_ages:
            what = Term("area of all ages = reclaimed area")
            for date, by_state, total in zip(
                self.land.dates, self.rows_by_state, self.age_rows.areas_ha
            ):
                expected = by_state[LandState.RECLAIMED]["area_ha"]
                checks.append(Check(date.label, what, expected, total))
            checks += written("AGE")
        mined = self.land.mined_area_by_date(census)
        what = Term(
            "mined area at start + newly disturbed = mined area at end + released from mining"
        )
        for step in self.land.periods:
            # Land converted to a sink via another use left the mine in an earlier period.
            after = mined[step.later] + released_area_ha(self.reclaimed_rows, step.name)
            before = mined[step.earlier] + disturbed_area_ha(self.disturbed_rows, step.name)
            checks.append(Check(step.name, what, after, before))
        return checks

    def notes(self) -> Notes:
        """Return notes on disturbed and reclaimed land, for the log."""
        notes = Notes()
        notes.notices += self.land.disturbing.mined_land_sentences
        notes.add_notice(
            "Cumulative disturbed area: {ever:,.2f} ha; at the last date {active:,.2f} ha "
            "are mined and {reclaimed:,.2f} ha reclaimed; re-disturbed: {again:,.2f} ha.",
            ever=self.cumulative_disturbed_ha,
            active=self.state_area_ha(LandState.ACTIVE),
            reclaimed=self.reclaimed_ha,
            again=self.redisturbed_ha,
        )
        if not self.has_ages:
            notes.add_warning(
                "Annual areas and ages are empty: not every layer has a year. Set YEARS."
            )
        return notes


def reclaimed_unit_columns(
    steps: Sequence[Period], of: Callable[[CountResult], Reclamation | None]
) -> UnitColumns:
    """Return columns of a unit: hectares of mined land converted to a sink, by period."""

    def reclaimed(census: CountResult) -> Sequence[float | None]:
        reclamation = of(census)
        return [None] * len(steps) if reclamation is None else reclamation.reclaimed_ha_by_period

    return UnitColumns(
        [f"reclaimed_ha_{period_suffix(step)}" for step in steps],
        [Message("Reclaimed {period}, ha", period=step.name) for step in steps],
        reclaimed,
        digits=2,
        measure="ha",
    )
