"""What a case should give, found another way: a plain double loop over the cells, whose values,
areas, names and results by subject come from the files beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import NamedTuple

import numpy as np

from .cases import Case
from .legends import Land, stranger
from .oracle_cells import areas, brought, inside
from .oracle_densities import densities_of
from .oracle_disclosure import disclosed_of
from .oracle_inventory import inventory_of
from .oracle_losses import groups_of, losses_of
from .oracle_measured import measured_of
from .oracle_mining import idle_of, letters_of, mining_of
from .oracle_names import names_of
from .oracle_resampling import resampled_facts
from .oracle_rules import zones_of
from .oracle_values import values_of
from .oracle_years import by_year_of, dated, dated_cells

# What a cell can be at a date, and those of the valid ones that nobody names.
PARTS = ("valid", "nodata", "outside", "unlisted", "masked")


@dataclass
class Expected:
    """Numbers by what they are of, and whether a refusal is right.

    Attributes:
        numbers: cells and hectares, and what else there is, as `numbers_of` gives them.
        may_refuse: whether a refusal for want of cells is right: none is valid at all dates or lies
            inside the mask.
        refusals: why else the case must be refused, each as words that stand in the sentence.
        held: the values that are valid at some date, mask or not.
        cells: those that count, as row, column, classes by date and hectares.
        recovered: per cent of undisturbed land that reclaimed land has at last; None: not known.
        may: what may be refused besides, as words like those of refusals.
        facts: words that a warning must have, as such words too.
        is_sure: whether no sign hangs on rounding.
        is_loss_unknown: whether land taken in the span has no density at all, but may hold carbon.
        warned: by how a warning begins words that one must have; '' where there must be none.
    """

    numbers: dict = field(default_factory=dict)
    may_refuse: bool = False
    refusals: list = field(default_factory=list)
    held: set = field(default_factory=set)
    cells: list = field(default_factory=list)
    recovered: float | None = None
    may: list = field(default_factory=list)
    facts: list = field(default_factory=list)
    is_sure: bool = True
    is_loss_unknown: bool = False
    warned: dict = field(default_factory=dict)


def expected(case: Case, result: Expected) -> Expected:
    """What a case should give, added to a result; an error leaves there what was found before."""
    names = names_of(case)
    if case.densities is not None and not case.densities.has_map:
        densities_of(case, names, result)
        return result
    histories, seen = _count(case, names, result)
    dates = range(len(case.dates))
    spans = list(zip(dates, dates[1:])) + ([(0, dates[-1])] if len(dates) > 2 else [])
    labels = [date.label for date in case.dates]
    periods = {f"{labels[a]}-{labels[b]}": (a, b) for a, b in spans}
    for lands, (cells, hectares) in histories.items():
        words = [land.name.casefold() for land in lands]
        keys = [("share", *both) for both in zip(labels, words)]
        keys += [("transfer", name, words[a], words[b]) for name, (a, b) in periods.items()]
        for key in keys:
            entry = result.numbers.setdefault(key, [0, 0.0])
            entry[0] += cells
            entry[1] += hectares
    if case.needs_names:
        if not any(names.by_date):
            result.refusals.append(("SCHEME", "the layers have no class names", "CLASSES"))
        elif not any(land.listed for lands in histories for land in lands):
            result.refusals.append(("no valid cell has a classified value",))
    if case.rules is not None:
        zones_of(case.rules, names, seen, histories, periods, result)
    if case.losses is not None:
        losses_of(case, names, histories, periods, result)
        groups = groups_of(case.losses.disturbing)
        if {"M", "S"} <= {*letters_of(names.named, groups)}:
            disclosed_of(
                case, case.losses.disturbing, _by_unit(case, result.cells, "(all)"), result
            )
            idle_of(case, groups, histories, result)
            if case.year_rasters and not case.losses.years:
                by_year_of(
                    case,
                    dated(case, result.cells),
                    lambda lands: letters_of(lands, groups),
                    lambda lands: [land.name.casefold() for land in lands],
                    result,
                )
    if case.values is not None:
        values_of(case.values, names, case.dates, histories, periods, result)
    if case.mining is not None:
        mining_of(case, names, dated(case, result.cells), result)
        disclosed_of(case, case.mining, _by_unit(case, result.cells, "(all)"), result)
    if case.inventory is not None and not result.refusals:
        by_unit = _by_unit(case, dated_cells(case, result.cells), "")
        inventory_of(case, names, by_unit, dated(case, result.cells), result)
    if case.measured is not None:
        measured_of(case, names, result)
    if case.densities is not None:
        densities_of(case, names, result)
    return result


def _count(case: Case, names, result: Expected) -> tuple[dict, set]:
    """Cells and hectares by what a cell is at all dates; and all classes that are seen at any."""
    base = case.dates[case.base]
    rows, columns = base.grid.shape
    column, row, width, height = case.window or (0, 0, columns, rows)
    labels = [date.label for date in case.dates]
    dates = [(date, *brought(date, base)) for date in case.dates]
    hectares_of, is_inside = areas(case, base), inside(case, base)
    audit = [dict.fromkeys(PARTS, 0) for _ in labels]
    grid, counted = [0, 0.0], [0, 0.0]
    histories: dict[tuple[Land, ...], list] = {}
    seen: set = set()
    by_cell: dict[tuple[int, int], list] = {}
    alike = {*combinations(range(len(dates)), 2)} if case.window is case.mask is None else set()
    is_named = bool(names.listed)
    nodata = (*case.nodata, *names.nodata)
    for i in range(row, row + height):
        for j in range(column, column + width):
            hectares = hectares_of(i, j)
            _add(grid, hectares)
            held = [_held(date, i, j, nodata) for date in dates]
            result.held.update(value for value, what in held if what == "valid")
            if not is_inside[i][j]:
                for own in audit:
                    own["masked"] += 1
                continue
            alike = {
                (a, b) for a, b in alike if _as_class(names, held, a) == _as_class(names, held, b)
            }
            by_cell[i, j] = [_as_class(names, held, date)[1] for date in range(len(held))]
            lands = []
            for own, named, (value, what) in zip(audit, names.by_date, held):
                own[what] += 1
                if what == "valid":
                    own["unlisted"] += is_named and value not in named
                    lands.append(named.get(value) or stranger(value))
            seen.update(lands)
            if len(lands) < len(labels):
                continue
            _add(counted, hectares)
            result.cells.append((i, j, tuple(lands), hectares))
            _add(histories.setdefault(tuple(lands), [0, 0.0]), hectares)
    for label, own in zip(labels, audit):
        result.numbers["audit", label] = [*own.values(), *grid, *counted]
    result.may_refuse = not counted[0]
    for later in {b for _, b in alike} if counted[0] >= 10_000 else ():
        first = min(a for a, b in alike if b == later)
        # QGIS names a layer by its file up to the first dot, or has the name that it was given.
        pair = [f"'{case.dates[n].layer.partition('.')[0]}" for n in (first, later)]
        result.facts.append((*pair, "are identical in all cells"))
    result.facts += resampled_facts(case, by_cell)
    return histories, seen


def _by_unit(case: Case, cells: list, whole: str) -> dict:
    """Hectares by what land is at all dates, by unit; without units all are in one of that name."""
    by_unit: dict = {}
    base = case.dates[case.base]
    units = [(name, inside(replace(case, mask=[text]), base)) for name, text in case.units or ()]
    for i, j, lands, hectares in cells:
        own = next((name for name, within in units if within[i][j]), "(outside)")
        histories = by_unit.setdefault(own if case.units else whole, {})
        histories[lands] = histories.get(lands, 0.0) + hectares
    return by_unit


class Cell(NamedTuple):
    """A cell inside the mask: its value and class, None where it has no data, and its hectares."""

    value: int | None
    land: Land | None
    hectares: float


def cells_of(case: Case) -> dict[tuple[int, int], Cell]:
    """The cells of a case of one date by row and column; those outside the mask have none."""
    (date,), names = case.dates, names_of(case)
    own, nodata = (date, *brought(date, date)), (*case.nodata, *names.nodata)
    hectares_of, is_inside, found = areas(case, date), inside(case, date), {}
    for i, j in np.ndindex(date.grid.shape):
        if is_inside[i][j]:
            value, _ = _held(own, i, j, nodata)
            land = None if value is None else names.by_date[0].get(value) or stranger(value)
            found[i, j] = Cell(value, land, hectares_of(i, j))
    return found


def replaced(case: Case, patches: list) -> dict:
    """Cells and hectares by year and class of what polygons of another class replace."""
    base, names = case.dates[case.base], names_of(case)
    rows, columns = base.grid.shape
    column, row, width, height = case.window or (0, 0, columns, rows)
    hectares_of, counts = areas(case, base), inside(case, base)
    is_patch = inside(replace(case, mask=patches), base)
    nodata = (*case.nodata, *names.nodata)
    found: dict = {}
    for date, named in zip(case.dates, names.by_date):
        own = (date, *brought(date, base))
        for i in range(row, row + height):
            for j in range(column, column + width):
                value, what = _held(own, i, j, nodata)
                if what == "valid" and counts[i][j] and is_patch[i][j]:
                    word = (named.get(value) or stranger(value)).name.casefold()
                    key = ("replaced", date.year, word)
                    _add(found.setdefault(key, [0, 0.0]), hectares_of(i, j))
    return found


def _add(entry: list, hectares: float) -> None:
    entry[0] += 1
    entry[1] += hectares


def _as_class(names, held: list, date: int) -> tuple:
    value, what = held[date]
    return what, None if value is None else names.by_date[date].get(value) or stranger(value)


def _held(brought: tuple, i: int, j: int, nodata: tuple) -> tuple:
    """The value of a cell, None where it does not count, and what the cell is."""
    date, values, hidden, outside = brought
    value = values[i, j]
    if outside[i, j]:
        return None, "outside"
    if hidden[i, j] or value != value or value == date.declared or value in nodata:
        return None, "nodata"
    return int(value), "valid"
