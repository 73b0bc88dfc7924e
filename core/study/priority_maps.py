"""Maps of reclamation priorities: idle land by unit, and insets of the first idle areas."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..base.colours import interpolate_ramp
from ..base.messages import Message, Term, Text
from ..base.numbers import BoolArray, FloatArray, IntArray, find_class_index, natural_breaks
from ..base.table import Row, Table
from ..report.interactive_map import UnitPixels, boundary_pixels, central_pixel, class_palette
from ..report.page import Section, Swatches
from ..report.plotly_figures import format_number, text_width
from ..report.report_maps import (
    MAX_SIDE_PX,
    LandMaps,
    MapFrame,
    MapLabels,
    MapPicture,
    create_picture,
    picture_shape,
)
from ..scan.cell_raster import HistoryThumbnail, centre_cells
from .idle_areas import IdleAreas, IdlePatches
from .idle_land import IDLE_VALUE, idle_layer
from .priorities import Priorities
from .study import NO_STRATUM, Study

# Number of classes of hectares and uptake; number of areas with an inset, and minimum number of
# cells around them.
CLASS_COUNT, MAX_SHOWN_AREAS, MIN_SURROUNDING_CELLS = 4, 3, 60
INSET_SIDE_PX = 400

# Width of a letter, line spacing and edge margin of labels, in % of the width of a picture on a
# phone.
LETTER_WIDTH_PCT, LINE_HEIGHT_PCT, EDGE_MARGIN_PCT = 2.7, 5.0, 3.5
# Size of a rank in its circle if three maps are side by side.
RANK_MARK_SIZE_PCT = 6.5
# Maximum distance of a label from its unit, at the edge.
MAX_LABEL_OFFSET_PCT = 8.0
UPTAKE_RAMP = ("#e3edf7", "#08519c")
# Colours of units without idle land, idle land, unit edges and area edges.
NO_IDLE_COLOUR, IDLE_COLOUR, UNIT_EDGE_COLOUR, AREA_EDGE_COLOUR = (
    "#eceeef",
    "#1f2933",
    "#7b8794",
    "#e6007e",
)
# Outline of an area on land use: one of the two colours contrasts with any class.
INNER_LINE_COLOUR, OUTER_LINE_COLOUR = "#000000", "#ffffff"
UNIT_BOUNDARY_LABEL = Term("Unit boundary")
NOT_IDLE_VALUE, IDLE_CELL_VALUE, UNIT_EDGE_VALUE, AREA_EDGE_VALUE, FIRST_CLASS_VALUE = 1, 2, 3, 4, 5


def select_shown_areas(study: Study, areas: IdleAreas) -> list[tuple[Row, int]]:
    """Return the first areas, including that of the first unit, with their patch indices."""
    rows = list(range(len(areas.rows)))
    first = study.priorities.first if study.priorities else None
    own = [n for n in rows if first and areas.rows["unit"][n] == first["unit"]][:1]
    shown = sorted([*own, *(n for n in rows if n not in own)][:MAX_SHOWN_AREAS])
    return [(areas.rows[n], int(areas.order[n])) for n in shown]


def format_rank(rank: int) -> str:
    """Format a rank as a circled number, to distinguish it from unit names."""
    return chr(ord("\N{CIRCLED DIGIT ONE}") + rank - 1) if rank <= 20 else f"({rank})"


def format_position(area: Row) -> str:
    """Format latitude and longitude of an area, independent of language."""
    if area["longitude"] is None:
        return ""
    parts = ("latitude", "NS"), ("longitude", "EW")
    return ", ".join(
        f"{abs(area[name]):.3f}\N{DEGREE SIGN}\N{NO-BREAK SPACE}{signs[area[name] < 0]}"
        for name, signs in parts
    )


def unit_amounts(rows: Table) -> list[tuple[Term, Any, str, int]]:
    """Return units' idle land, and known uptake per ha and in total, with unit and decimals."""
    idle, uptake = rows["idle_ha"], rows["uptake_20y_tc"]
    amounts = [(Term("Idle land, ha"), idle, "ha", 0)]
    # Columns without numbers have the dtype object.
    if uptake.dtype != object:
        per_ha = uptake / np.where(idle > 0, idle, 1.0)
        amounts.append((Term("Carbon gain in 20 years, t C/ha"), per_ha, "t C/ha", 1))
        amounts.append((Term("Carbon gain in 20 years, t C"), uptake, "t C", 0))
    return amounts


def draw_unit_maps(
    section: Section, study: Study, priorities: Priorities, named: Collection[str]
) -> None:
    """Draw maps of idle land, uptake per hectare, and total uptake, by unit."""
    maps = study.land_maps
    if maps is None or study.mined_land is None or priorities.decides is None:
        return
    has_idle = priorities.rows["idle_ha"] > 0
    if not has_idle.any():
        return
    units = _pixel_row_indices(study, priorities, maps.combinations.shape)
    areas = study.idle_areas
    marks: list[tuple[str, IdlePatches, int]] = []
    if areas is not None:
        shown = select_shown_areas(study, areas)
        marks = [(format_rank(row["rank"]), areas.patches, patch) for row, patch in shown]
    is_idle = idle_layer(priorities.rule, study.mined_land.land).values(maps.classes) == IDLE_VALUE
    order = [int(n) for n in np.argsort(priorities.rows["rank"], kind="stable")]
    kinds = unit_amounts(priorities.rows)
    if np.unique(units[maps.classes[0][maps.combinations] != HistoryThumbnail.NONE]).size < 2:
        # All land would have the same colour and name.
        kinds = [(Term("Idle land"), priorities.rows["idle_ha"], "", 0)]
        has_idle, named = np.zeros_like(has_idle), ()
    names = [name if name in named else "" for name in priorities.rows["unit"]]
    labels = [unit_labels(maps, frame, units, names, order, marks) for frame in maps.frames]
    pictures: list[MapPicture] = []
    for title, amounts, unit, digits in kinds:
        of_rows, swatches = _classify_amounts(amounts, has_idle, unit, digits)
        # The last entry is for land outside units with idle land.
        values = np.array([*of_rows, NOT_IDLE_VALUE], np.uint8)
        colours = {
            NOT_IDLE_VALUE: NO_IDLE_COLOUR,
            IDLE_CELL_VALUE: IDLE_COLOUR,
            UNIT_EDGE_VALUE: UNIT_EDGE_COLOUR,
        }
        colours[AREA_EDGE_VALUE] = AREA_EDGE_COLOUR
        colours.update(enumerate((colour for _, colour in swatches), FIRST_CLASS_VALUE))
        for frame, own in zip(maps.frames, labels):
            pixels = frame.cut_pixels(maps.combinations, MAX_SIDE_PX)
            of_units = frame.cut_pixels(units, MAX_SIDE_PX)
            cells = values[of_units]
            cells[is_idle[pixels]] = IDLE_CELL_VALUE
            cells[boundary_pixels(of_units)] = UNIT_EDGE_VALUE
            cells[maps.classes[0][pixels] == HistoryThumbnail.NONE] = 0
            for _, patches, area in marks:
                cells[
                    _surrounding_pixels(patches.touched_pixels(area, frame.window, cells.shape))
                ] = AREA_EDGE_VALUE
            drawn = maps.draw_cut_pixels(title, cells, colours, frame)
            pictures.append(replace(drawn, labels=own, legend=swatches))
    section.maps = pictures
    of_one = len(maps.frames)
    section.map_choices = [
        replace(choice, pictures=[n + choice.pictures[0] for n in range(0, len(pictures), of_one)])
        for choice in maps.choices
    ]
    section.set_map_frame(maps)
    section.map_legend = _unit_map_legend({sign for sign, *_ in marks}, labels)


def _unit_map_legend(signs: Collection[str], labels: Sequence[MapLabels]) -> list[tuple[Text, str]]:
    """Return the legend of the maps by unit, given the ranks of areas and the labels of frames."""
    legend: list[tuple[Text, str]] = [
        (Term("Idle land"), IDLE_COLOUR),
        (Term("No idle land"), NO_IDLE_COLOUR),
    ]
    if signs:
        outline = Term("Outline of the highest-ranked idle areas; number: rank")
        if any(set(signs) - {label for label, *_ in own} for own in labels):
            outline = Term(
                "Outline of the highest-ranked idle areas; number: rank, omitted where it would "
                "overlap a higher rank"
            )
        legend.append((outline, AREA_EDGE_COLOUR))
    return [*legend, (UNIT_BOUNDARY_LABEL, UNIT_EDGE_COLOUR)]


def _surrounding_pixels(pixels: BoolArray) -> BoolArray:
    """Return the pixels adjacent to given ones."""
    grown = np.pad(pixels, 1)
    for axis in (0, 1):
        grown = grown | np.roll(grown, 1, axis) | np.roll(grown, -1, axis)
    around: BoolArray = grown[1:-1, 1:-1] & ~pixels
    return around


def _classify_amounts(
    amounts: FloatArray, has_idle: BoolArray, unit: str, digits: int
) -> tuple[list[int], Swatches]:
    """Return the map value of each amount, and the legend with colours."""
    # Amounts with the same rounded value are in the same class.
    shown = [round(float(amount), digits) or float(amount) for amount in amounts]
    breaks = natural_breaks([shown[n] for n in np.flatnonzero(has_idle)], CLASS_COUNT)
    values = [
        FIRST_CLASS_VALUE + find_class_index(amount, breaks) if own else NOT_IDLE_VALUE
        for amount, own in zip(shown, has_idle)
    ]
    swatches: list[tuple[Text, str]] = []
    for n, ends in enumerate(breaks, 1):
        span = "\N{EN DASH}".join(dict.fromkeys(format_number(end, digits) for end in ends))
        text = Message("{range} {unit}", range=span, unit=Term(unit))
        swatches.append((text, interpolate_ramp(UPTAKE_RAMP, n / len(breaks))))
    return values, swatches


def unit_pixels(study: Study) -> UnitPixels | None:
    """Return unit names, and the unit of each pixel (-1: invalid); None without units or maps."""
    units, thumbnail = study.consumers.units, study.consumers.units_map
    if units is None or thumbnail is None:
        return None
    names, of_strata = units.list_units()
    is_land = thumbnail.cells != NO_STRATUM
    indices = np.full(thumbnail.cells.shape, -1)
    indices[is_land] = of_strata[units.strata.stratum_lookup()[thumbnail.cells[is_land]]]
    return names, indices


def _pixel_row_indices(study: Study, priorities: Priorities, shape: tuple[int, ...]) -> IntArray:
    """Return the row index of each pixel in a picture of the land; -1 if in none."""
    pixels, squares = unit_pixels(study), priorities.squares
    if squares is not None:
        rows, columns = (
            of_cells[centre_cells(of_cells.size, size)]
            for of_cells, size in zip((squares.rows, squares.columns), shape)
        )
        pixels = squares.square_names, rows[:, None] * squares.shape[1] + columns
    if pixels is None:
        return np.full(shape, -1)
    names, indices = pixels
    row_indices = {unit: row_index for row_index, unit in enumerate(priorities.rows["unit"])}
    of_names = np.array([*(row_indices.get(name, -1) for name in names), -1])
    of_pixels: IntArray = of_names[indices]
    return of_pixels


def unit_labels(
    maps: LandMaps,
    frame: MapFrame,
    units: IntArray,
    names: Sequence[str],
    order: Sequence[int],
    marks: Sequence[tuple[str, IdlePatches, int]] = (),
) -> MapLabels:
    """Return the labels of a frame: ranks of areas and names of units at their positions.

    The first of overlapping ranks or names is kept; empty, cut or far names are omitted.
    """
    shown = frame.cut_pixels(units, MAX_SIDE_PX)
    high, wide = shown.shape
    line, edge = LINE_HEIGHT_PCT * wide / high, min(EDGE_MARGIN_PCT * wide / high, 50.0)
    labels: list[tuple[str, float, float]] = []
    for name, patches, area in marks:
        right, down = patches.relative_position_pct(area, frame.window)
        if (
            0 <= right <= 100
            and 0 <= down <= 100
            and all(
                abs(right - x) >= RANK_MARK_SIZE_PCT
                or abs(down - y) >= RANK_MARK_SIZE_PCT * wide / high
                for _, x, y in labels
            )
        ):
            labels.append((name, right, down))
    for index in order:
        unit, of_unit = names[index], shown == index
        half = LETTER_WIDTH_PCT * text_width(unit) / 2
        if not unit or half > 50.0 or not of_unit.any():
            continue
        column, row = central_pixel(of_unit)
        middle = 100.0 * column / wide
        right = float(np.clip(middle, half, 100.0 - half))
        # Shifted up or down to avoid existing labels, if necessary.
        for step in (0.0, 1.2 * line, -1.2 * line):
            down = float(np.clip(100.0 * row / high + step, edge, 100.0 - edge))
            is_on_it = shown[int(down * high / 100.0), int(right * wide / 100.0)] == index
            if (is_on_it or abs(right - middle) < MAX_LABEL_OFFSET_PCT) and all(
                abs(right - x) >= half + LETTER_WIDTH_PCT * text_width(name) / 2
                or abs(down - y) >= line
                for name, x, y in labels
            ):
                labels.append((unit, right, down))
                break
    return maps.orient_labels(labels)


def draw_inset_maps(section: Section, study: Study, areas: IdleAreas) -> None:
    """Draw the first areas on the land use of the last date, each with its surroundings."""
    maps, window = study.land_maps, study.series.window
    if maps is None:
        return
    legend, value_of = class_palette(study.classes, study.census)
    colours = {value: colour for value, (_, colour) in enumerate(legend, 1)}
    edge, seen = len(legend) + 1, set[int]()
    colours |= {edge: INNER_LINE_COLOUR, edge + 1: OUTER_LINE_COLOUR}
    for row, patch in select_shown_areas(study, areas):
        box = areas.patches.area_window(patch)
        inset = box.expand(max(box.width, box.height, MIN_SURROUNDING_CELLS) // 2, window)
        shape = picture_shape(study.series.grid, inset, INSET_SIDE_PX)
        near = maps.read_thumbnail(inset, shape)
        cells = value_of[near.classes[-1]][near.combinations]
        seen |= {*np.unique(cells).tolist()}
        own = areas.patches.touched_pixels(patch, inset, shape)
        line = _surrounding_pixels(own)
        cells[_surrounding_pixels(own | line)] = edge + 1
        cells[line] = edge
        title = Message(
            "Area {rank}: {position}",
            rank=row["rank"],
            position=format_position(row) or row["unit"],
        )
        section.maps.append(create_picture(title, cells, colours, study.series.grid, inset))
    present = [entry for value, entry in enumerate(legend, 1) if value in seen]
    section.map_note = Message("Land use in {last}", last=study.labels[-1])
    section.map_legend = [(Term("Outline of the area"), INNER_LINE_COLOUR), *present]
