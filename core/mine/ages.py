"""AGES, the age of reclaimed land; STATUS, the status of mined land; and rasters of both.

Land was reclaimed between the first date that shows it and the previous date; its age
is therefore an interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypedDict, cast

import numpy as np

from ..base.colours import interpolate_ramp
from ..base.dates import Date, Period, has_all_years
from ..base.messages import DataError, Message, Term
from ..base.numbers import IntArray, NDArray, compute_percent
from ..base.table import Table
from ..raster.geotiff import RasterCategory
from ..results.closure import Check, cell_count_text
from ..scan.block import Block
from ..scan.class_codes import pack_keys
from ..scan.consumer import BlockPart, RasterWriter
from ..scan.count_result import CountResult
from .mined_land import (
    DATE_SEPARATOR,
    NO_DATE,
    STATE_KEYS,
    LandState,
    LandUses,
    MinedLand,
    MinedLandMap,
    MinedLandRaster,
    change_years,
    format_history_date,
    iterate_reclamation_dates,
    land_states,
    reclamation_dates,
    uses_by_combination,
)

AGE_NODATA = -9999.0

# Rows created at a time.
ROW_CHUNK_SIZE = 1 << 12

# From young to old.
AGE_RAMP = ("#d9f0a3", "#41ab5d", "#00441b")


# A row of AGES; functional syntax because `class` is a Python keyword. Ages are in years;
# source_class is the class before reclamation, history the classes at all dates up to the year.
AgeRow = TypedDict(
    "AgeRow",
    {
        "year": str,
        "class": str,
        "source_class": str,
        "age_min": int,
        "age_mid": float,
        "age_max": int,
        "cells": int,
        "area_ha": float,
        "history": str,
    },
)


def check_dates_have_years(output: str, dates: Sequence[Date]) -> None:
    """Raise a DataError for an output that requires years if a date has none."""
    for date in dates:
        if not has_all_years([date]):
            raise DataError(
                "{output}: layer '{layer}' has no year; set YEARS", output=output, layer=date.layer
            )


def age_interval(dates: Sequence[Date], since: int, date_number: int) -> tuple[int, float, int]:
    """Return the minimum, middle and maximum age at a date, in years.

    age_min = t - t_r, age_max = t - t_r-1, age_mid = t - (t_r-1 + t_r)/2; t_r: year of the
    date by which land was reclaimed (number `since`, at least 2), t_r-1: the previous.
    """
    year, seen, before = (int(dates[n - 1].year) for n in (date_number, since, since - 1))
    return year - seen, year - (before + seen) / 2, year - before


class AgeRows(Sequence[AgeRow]):
    """AGES of reclaimed land, rows on demand to save memory; empty unless all dates have years."""

    def __init__(self, land: MinedLand):
        self._land = land

    def __iter__(self) -> Iterator[AgeRow]:
        for date_number, ages in self._ages_by_date():
            yield from self._iterate_rows(date_number, ages)

    def __len__(self) -> int:
        return sum(count for count, _ in self._date_totals)

    def __getitem__(self, index: Any) -> Any:
        return list(self)[index]

    @cached_property
    def areas_ha(self) -> list[float]:
        """Total hectares of the rows by date."""
        return [hectares for _, hectares in self._date_totals]

    @property
    def last_date_rows(self) -> Iterator[AgeRow]:
        """Rows of the last date."""
        for date_number, ages in self._ages_by_date():
            if date_number == len(self._land.dates):
                yield from self._iterate_rows(date_number, ages)

    @cached_property
    def _date_totals(self) -> list[tuple[int, float]]:
        """Number of rows and their hectares by date."""
        return [(len(ages), sum(map(float, ages["area_ha"]))) for _, ages in self._ages_by_date()]

    def _ages_by_date(self) -> Iterator[tuple[int, Table]]:
        """Yield the number of each date with its reclaimed land by history.

        Sorted by age, class, source class and history: combination, minimum and maximum age,
        class indices at the date and before reclamation, cells, hectares.
        """
        if not has_all_years(self._land.dates):
            return
        land, table, changed = self._land, self._land.table, self._land.change_years
        classes, ends = table.classes_by_date, np.array([int(date.year) for date in land.dates])
        # In sorted order, combinations with the same history so far are adjacent at any date.
        columns = classes if changed is None else chain(*zip(classes, changed))
        order = np.lexsort(pack_keys(reversed([*columns])))
        begins = np.zeros(order.size, np.bool_)
        begins[:1] = True
        for date_number, reclaimed in enumerate(iterate_reclamation_dates(land.uses), 1):
            here = classes[date_number - 1]
            begins[1:] |= here[order][1:] != here[order][:-1]
            if changed is not None:
                years = changed[date_number - 1][order]
                begins[1:] |= years[1:] != years[:-1]
            history = np.empty(order.size, np.int64)
            history[order] = np.cumsum(begins) - 1
            chosen = reclaimed != NO_DATE
            cells = np.bincount(history[chosen], table.cells[chosen])
            hectares = np.bincount(history[chosen], table.hectares[chosen])
            occurring = np.flatnonzero(cells)
            some = order[begins][occurring]
            since, now = reclaimed[some], here[some]
            source = table.classes[some, since - 2]
            least, greatest = (ends[date_number - 1] - ends[since - n] for n in (1, 2))
            if changed is not None:
                year = changed[since - 1, some]
                exact = ends[date_number - 1] - year
                least, greatest = (np.where(year > 0, exact, age) for age in (least, greatest))
            ages = Table(
                {
                    "land": some,
                    "age_min": least,
                    "age_max": greatest,
                    "now": now,
                    "source": source,
                    "cells": cells[occurring].astype(np.int64),
                    "area_ha": hectares[occurring],
                }
            )
            yield date_number, ages[np.lexsort(pack_keys([source, now, least + greatest]))]

    def _iterate_rows(self, last: int, ages: Table) -> Iterator[AgeRow]:
        dates, classes, names = self._land.dates, self._land.classes, self._land.class_names
        texts = [
            np.array([format_history_date(d, c.key) for c in classes], object) for d in dates[:last]
        ]
        for first in range(0, len(ages), ROW_CHUNK_SIZE):
            some = ages[first : first + ROW_CHUNK_SIZE]
            of_land = self._land.table.classes[some["land"], :last].T
            by_date = [text[at_date] for text, at_date in zip(texts, of_land)]
            if self._land.change_years is not None:
                of_changed = self._land.change_years[:last, some["land"]]
                for of_texts, date, at_date, years in zip(by_date, dates, of_land, of_changed):
                    for row in np.flatnonzero(years):
                        key = classes[at_date[row]].key
                        of_texts[row] = format_history_date(date, key, years[row])
            histories = zip(*by_date)
            rows = Table(
                {
                    "year": dates[last - 1].label,
                    "class": names[some["now"]],
                    "source_class": names[some["source"]],
                    "age_min": some["age_min"],
                    "age_mid": (some["age_min"] + some["age_max"]) / 2,
                    "age_max": some["age_max"],
                    "cells": some["cells"],
                    "area_ha": some["area_ha"],
                    "history": [DATE_SEPARATOR.join(history) for history in histories],
                }
            )
            yield from cast("Iterable[AgeRow]", rows)


def age_map(dates: Sequence[Date], span: Period) -> MinedLandMap:
    """Return AGE: the middle of each cell's age at the last date; NoData if not reclaimed.

    Legend keys are the dates' numbers, with a row for every possible age, youngest first.
    """
    last = len(dates)
    ages = {since: age_interval(dates, since, last) for since in range(2, last + 1)}
    legend = []
    for rank, (since, (least, _, greatest)) in enumerate(reversed(ages.items())):
        words = Message("{least} to {greatest} years", least=least, greatest=greatest)
        legend.append((since, words, interpolate_ramp(AGE_RAMP, rank / max(1, last - 2))))
    return MinedLandMap(
        Message("Age of reclaimed land {period}", period=span.name),
        lambda uses: reclamation_dates(uses, last),
        # Indexed by date number; no land is reclaimed at the first date.
        np.array([AGE_NODATA, AGE_NODATA, *(middle for _, middle, _ in ages.values())], np.float32),
        legend,
    )


class AgeRaster(MinedLandRaster):
    """Raster AGE (not integers), counted by date number; exact ages have numbers after those."""

    def __init__(self, writer: RasterWriter, *of_map: Any):
        super().__init__(writer, *of_map)
        self._ends, self._words = [int(date.year) for date in writer.series.dates], writer.translate
        ages = np.arange(self._ends[-1] - self._ends[0], dtype=np.float32)
        self._exact = self.shown.values.size
        self._values = np.append(self.shown.values, ages)

    def _age_keys(self, uses: LandUses, years: NDArray[np.integer] | None) -> IntArray:
        since = self.shown.keys(uses).astype(np.int64)
        changed = change_years(uses, years, self._ends)
        if changed is None:
            return since
        year = np.where(since == NO_DATE, 0, changed[since - 1, np.arange(since.size)])
        return np.where(year > 0, self._exact + self._ends[-1] - year, since)

    def process_block(self, block: Block) -> BlockPart:
        keys = self._age_keys(uses_by_combination(block, self.disturbing), block.years)
        return self.expand_values(block, self._values[keys]), self.tally_values(block, keys)

    def finalize_results(self, census: CountResult) -> None:
        """Close the raster; exact ages equal to the middle of an interval share its row."""
        rows = {float(self._values[since]): (words, colour) for since, words, colour in self.legend}
        for key in map(int, self.written_values()):
            age = float(self._values[key])
            if key >= self._exact and age not in rows:
                words = self._words(Message("{age} years", age=int(age)))
                rows[age] = (
                    words,
                    interpolate_ramp(AGE_RAMP, age / (self._ends[-1] - self._ends[0])),
                )
        categories = []
        for value, (words, colour) in sorted(rows.items()):
            keys = list(map(int, np.flatnonzero(self._values == value)))
            cells, hectares = sum(map(self.cell_count, keys)), sum(map(self.value_hectares, keys))
            categories.append(RasterCategory(value, words, colour, cells, hectares))
        self.tiff.set_categories(categories)
        self.tiff.close()

    def consistency_checks(self, output: str, land: MinedLand) -> list[Check]:
        years = None if land.table.years is None else land.table.years.T
        size = self._values.size
        counted = np.bincount(self._age_keys(land.uses, years), land.table.cells, size)
        keys = [*range(2, self._exact), *np.flatnonzero(counted[self._exact :]) + self._exact]
        return [
            Check(
                land.full_period,
                cell_count_text(output, f"{self._values[key]:g}"),
                counted[key],
                self.cell_count(key),
            )
            for key in map(int, keys)
        ]


STATUS_NODATA = 0

# Labels and colours.
STATUS_STYLES = {
    LandState.BEFORE_MINING: (Term("Before mining"), "#fff07e"),
    LandState.ACTIVE: (Term("Mined"), "#49263c"),
    LandState.RECLAIMED: (Term("Reclaimed"), "#62a27a"),
    LandState.REDEVELOPED: (Term("Converted to built-up land"), "#983407"),
    LandState.FLOODED: (Term("Converted to water"), "#325abe"),
    LandState.OTHER: (Term("Other land after mining"), "#9b9fc2"),
    LandState.NEVER_MINED: (Term("Never mined"), "#f0fdfb"),
}
STATUS_LABELS = {state: words for state, (words, _) in STATUS_STYLES.items()}
STATUS_COLOURS = {state: colour for state, (_, colour) in STATUS_STYLES.items()}
# Colours by label, for tables.
STATUS_SWATCHES = {str(words): colour for words, colour in STATUS_STYLES.values()}


class StatusRow(TypedDict):
    """A row of STATUS; mined_before_ha is the part of area_ha that was mined at the first date."""

    year: str
    status: str
    cells: int
    area_ha: float
    share_pct: float | None
    mined_before_ha: float


def status_rows(land: MinedLand) -> list[StatusRow]:
    """Return STATUS: a row for every date and state, including states without land."""
    total = float(land.table.hectares.sum())
    rows: list[StatusRow] = []
    for date_number, date in enumerate(land.dates, 1):
        of_land = land_states(land.uses, date_number, land.first_mined_dates)
        for state, key in STATE_KEYS.items():
            area = land.sum_hectares(of_land == state)
            rows.append(
                {
                    "year": date.label,
                    "status": key,
                    "cells": int(land.table.cells[of_land == state].sum()),
                    "area_ha": area,
                    "share_pct": compute_percent(area, total),
                    "mined_before_ha": land.sum_hectares(
                        (of_land == state) & (land.first_mined_dates == 1)
                    ),
                }
            )
    return rows


def status_map(dates: Sequence[Date], span: Period) -> MinedLandMap:
    """Return STATUS_MAP: LandState of each cell at the last date, with a row per state."""
    # At the last date no land can be mined later.
    shown = sorted(state for state in STATE_KEYS if state != LandState.BEFORE_MINING)
    return MinedLandMap(
        Message("Status of mined land {period}", period=span.name),
        lambda uses: land_states(uses, len(dates)),
        np.arange(len(STATE_KEYS) + 1, dtype=np.uint8),
        [(int(state), *STATUS_STYLES[state]) for state in shown],
    )


def status_checks(
    land: MinedLand, by_date: Sequence[Mapping[LandState, StatusRow]], census: CountResult
) -> list[Check]:
    """Return checks of states by date against cumulative disturbed, class and total areas."""
    ever, total, checks = land.sum_hectares(land.first_mined_dates > 0), census.valid_area_ha, []
    for date, by_state, mined in zip(land.dates, by_date, land.mined_area_by_date(census)):
        areas = {state: row["area_ha"] for state, row in by_state.items()}
        never = areas.pop(LandState.NEVER_MINED)
        label, states_ha = date.label, sum(areas.values())
        checks += [
            Check(
                label,
                Term("area of all status classes = cumulative disturbed area"),
                ever,
                states_ha,
            ),
            Check(
                label,
                Term("never mined + cumulative disturbed area = total area"),
                total,
                states_ha + never,
            ),
            Check(
                label, Term("active = class areas of mined land"), mined, areas[LandState.ACTIVE]
            ),
        ]
    return checks
