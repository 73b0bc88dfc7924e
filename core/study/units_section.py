"""The section on units, such as districts: what changed in each, its zones and its losses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.colours import along
from ..base.messages import Message, Term, Text
from ..base.numbers import NDArray, percent
from ..report.charts import stacked_chart, with_changed_land
from ..report.figures import Bars, share_bars
from ..report.maps import FINEST_SIDE, picture_shape
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from ..results.zones import ZoneRow, rows_of
from ..scan.block import Block
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.rules import zone_colour
from .study import Study

# What the map of the section holds where nothing counts.
NOTHING = int(np.iinfo(np.uint32).max)
# Units that a page draws and lists, those with most mined land; UNITS_LAYER and the tables have
# all.
MOST_DRAWN, MOST_LISTED = 20, 60
# From little change to much.
RAMP = ("#fff3d6", "#f5a35c", "#a3300b")
STEPS = 5


def unit_thumbnail(series: Series) -> Thumbnail:
    """A small map of the strata of a run's units."""

    def strata(block: Block) -> NDArray[np.uint32]:
        if block.strata is None:
            return np.zeros(block.cells.size, np.uint32)
        return block.strata.astype(np.uint32)

    shape = picture_shape(series.grid, series.window, FINEST_SIDE)
    return Thumbnail(series.window, shape, strata, NOTHING, np.uint32)


def unit_section(study: Study) -> Section | None:
    """What the units tell over the whole span; None where the run has none."""
    if study.census.units is None:
        return None
    parts = [(name, study.of(census)) for name, census in study.census.units]
    if not parts:
        return None
    section = Section("units", Term("By unit"))
    shares = {name: _changed(part) for name, part in parts}
    section.sentences = [
        Message(
            "The same count, unit by unit, over {period}. Per cent are of the land of the unit; "
            "hectares and tonnes add up to those of the whole.",
            period=study.span.name,
        )
    ]
    _draw_map(section, study, shares)
    section.charts = [_zone_chart(study, parts)]
    section.tables = [_table(study, parts, shares)]
    return section


def _changed(part: Study) -> float:
    """Per cent of a unit's land that changed its class over the span."""
    changed = part.census.changed_hectares(len(part.cube.periods) - 1)
    return percent(changed, part.census.total_hectares) or 0.0


def _draw_map(section: Section, study: Study, shares: dict[str, float]) -> None:
    """The units in classes of how much of their land changed."""
    thumbnail, units, maps = study.consumers.units_map, study.consumers.units, study.maps
    if thumbnail is None or units is None or maps is None:
        return
    names, units_of_strata = units.named()
    least, most = min(shares.values()), max(shares.values())
    width = (most - least) / STEPS or 1.0
    steps = [min(int((shares.get(name, least) - least) / width), STEPS - 1) + 1 for name in names]
    shown = thumbnail.cells != NOTHING
    cells = np.zeros(thumbnail.cells.shape, np.uint8)
    strata = units.strata.ranks()[thumbnail.cells[shown]]
    cells[shown] = np.array(steps, np.uint8)[units_of_strata[strata]]
    colours = {step: along(RAMP, (step - 1) / (STEPS - 1)) for step in range(1, STEPS + 1)}
    title = Message("Land that changed its class, {period}, %", period=study.span.name)
    section.maps = maps.of_pixels(title, cells, colours)
    section.frame(maps)
    edges = [rounded(least + width * step, 1) for step in range(STEPS + 1)]
    section.map_legend = [
        (Message("{range} %", range=f"{low}\N{EN DASH}{high}"), colour)
        for (step, colour), low, high in zip(colours.items(), edges, edges[1:])
        if step in steps
    ]


def _zone_chart(study: Study, parts: list[tuple[str, Study]]) -> Chart:
    """The shares of the zones in the units with most mined land, in the order of that."""
    drawn = sorted(_largest(parts, MOST_DRAWN), key=_size, reverse=True)
    labels = [name for name, _ in drawn]

    def chart_of(series: Sequence[Bars], axis: Text) -> Chart:
        return stacked_chart(
            "unit-zones",
            Message("Zone shares by unit, {period}, %", period=study.span.name),
            labels,
            series,
            axis,
            _left_out(parts, drawn),
            lying=True,
            most=100,
        )

    def bars_of(by_unit: Sequence[Sequence[ZoneRow]]) -> list[Bars]:
        """Of rows that are in the order of the zones, a unit each."""
        return [
            share_bars(zone.name, zone_colour(zone), labels, rows)
            for zone, rows in zip(study.rules.zones, zip(*by_unit))
        ]

    of_span = [[row for row in part.zones if row["period"] == study.span.name] for _, part in drawn]
    of_changed = [_changed_zones(part) for _, part in drawn]
    return with_changed_land(
        chart_of(bars_of(of_span), Term("Share of the unit's area analysed, %")),
        chart_of(bars_of(of_changed), Term("Share of the land that changed its class, %")),
    )


def _changed_zones(part: Study) -> list[ZoneRow]:
    """The zones of the land of a unit that changed its class over the span, and their shares."""
    cube, rules = part.cube.of_changed_land, part.rules
    last = len(cube.periods) - 1
    rows = rows_of(cube, last, rules.zones, rules.zone_table(cube.classes))
    whole = float(cube.hectares[last].sum())
    return [{**row, "share_pct": percent(row["area_ha"], whole)} for row in rows]


def _table(study: Study, parts: list[tuple[str, Study]], shares: dict[str, float]) -> ShownTable:
    """A row per unit, in the units' order, and the whole."""
    listed = _largest(parts, MOST_LISTED)
    columns = [known("unit"), known("area_ha"), ShownColumn(Term("Changed, %"), "changed", 2)]
    if not study.why_no_losses:
        columns.append(known("total_loss_tc"))
    if study.reclamation is not None:
        columns += [
            known("ever_mined_ha"),
            ShownColumn(Term("Reclaimed at the end, ha"), "reclaimed", 2),
        ]
    rows: list[Row] = [_row(name, part, shares[name]) for name, part in listed]
    rows.append({**_row(Term("Total"), study, _changed(study)), "is_total": True})
    title = Message("Units, {period}", period=study.span.name)
    return ShownTable("units", title, columns, rows, note=_left_out(parts, listed))


def _row(name: Text, part: Study, changed: float) -> dict[str, object]:
    row: dict[str, object] = {
        "unit": name,
        "area_ha": part.census.total_hectares,
        "changed": changed,
    }
    losses = part.losses_of(part.span)
    if losses:
        row["total_loss_tc"] = losses["total_loss_tc"]
    if part.reclamation is not None:
        row["ever_mined_ha"] = part.reclamation.ever_hectares
        row["reclaimed"] = part.reclamation.reclaimed_hectares
    return row


def _size(part: tuple[str, Study]) -> tuple[float, float]:
    """What units are ordered by: their mined land, and where they have as much, all land."""
    _, study = part
    mined = study.reclamation.ever_hectares if study.reclamation else 0.0
    return mined, study.census.total_hectares


def _largest(parts: list[tuple[str, Study]], most: int) -> list[tuple[str, Study]]:
    """The units with most mined land, else the largest, in the units' order."""
    by_size = sorted(parts, key=_size, reverse=True)[:most]
    chosen = {name for name, _ in by_size}
    return [(name, part) for name, part in parts if name in chosen]


def _left_out(parts: list[tuple[str, Study]], drawn: list[tuple[str, Study]]) -> Text:
    count = len(parts) - len(drawn)
    if not count:
        return ""
    area = sum(part.census.total_hectares for _, part in parts)
    area -= sum(part.census.total_hectares for _, part in drawn)
    values = {"count": count, "area": rounded(area, 2)}
    if any(part.reclamation and part.reclamation.ever_hectares for _, part in parts):
        return Message(
            "Left out: {count} units with less mined land, of {area} ha together; the tables have "
            "them.",
            **values,
        )
    return Message(
        "Left out: {count} smaller units with {area} ha together; the tables have them.", **values
    )
