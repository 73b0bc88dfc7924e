"""The section on centres: a map of their paths and ellipses, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from math import cos, radians

from ..base.messages import Message, Term, Text
from ..raster.grid import Grid, Window
from ..report.figures import INK, Draw, with_legend_of
from ..report.parts import Chart, Marks, Section, ShownTable, known
from ..report.rounding import rounded
from .centres import CentreRow
from .figures import FRAME, CentrePath, Stop, centre_map
from .measure import Measure

# More classes than these are in the table alone.
MOST_PATHS = 12
# Each for an eighth of the circle, from north on.
COMPASS = (
    Term("north"),
    Term("north-east"),
    Term("east"),
    Term("south-east"),
    Term("south"),
    Term("south-west"),
    Term("west"),
    Term("north-west"),
)


def compass(direction: float) -> Term:
    """A direction, degrees clockwise from north, in words."""
    return COMPASS[round(direction / 45) % len(COMPASS)]


def centre_section(
    rows: Sequence[CentreRow],
    window: Window,
    measure: Measure,
    areas: Mapping[str, float],
    colours: Mapping[str, str],
) -> Section:
    """Where the land of each class lies, and where its centre went, by CENTRES of all land.

    Drawn are the classes with most hectares of the `areas`.
    """
    names = sorted(dict.fromkeys(row["class"] for row in rows), key=lambda n: -areas.get(n, 0.0))
    drawn = names[:MOST_PATHS]
    paths = [_path(name, rows, colours.get(name, "#7b8794"), measure) for name in drawn]
    note: Text = Term(
        "A line leads from date to date. Of a class by itself the standard deviational ellipses "
        "are drawn: semi-axes are sqrt 2 standard deviations, as ArcGIS has them."
    )
    if len(drawn) < len(names):
        note = Message(
            "{note} Drawn are the {count} classes with most land; the table has all.",
            note=note,
            count=len(drawn),
        )
    digits = 5 if measure.metres is None else 1
    return Section(
        "centres",
        Term("Centres of gravity"),
        [
            Term(
                "The centre of a class is the mean place of its land. It moves where land is lost "
                "as well as where land is gained, and need not lie on land of the class."
            )
        ],
        charts=[_map(paths, window, measure, note)],
        tables=[
            ShownTable(
                "centres-table",
                Term("Centres by date and class"),
                [
                    known("year" if all(row["year"] for row in rows) else "layer"),
                    known("class", colours=dict(colours)),
                    *map(known, ("moved_m", "direction_deg", "m_per_year")),
                    *map(known, ("major_m", "minor_m", "rotation_deg")),
                    known("x", digits=digits),
                    known("y", digits=digits),
                ],
                rows,
                folded=True,
            )
        ],
    )


def _map(paths: Sequence[CentrePath], window: Window, measure: Measure, note: Text) -> Chart:
    """The paths of all classes, and of each by itself with its ellipses, where these are known."""
    grid, aspect = measure.grid, 1.0
    frame = grid.corners(window)
    if measure.metres is None:
        _, y0, _, y1 = frame
        aspect = 1 / max(cos(radians((y0 + y1) / 2)), 0.05)
    marks = [(Term("last date"), INK, "dot"), (Term("extent of the cells"), FRAME, "line")]
    ellipses: Marks = ()
    if measure.metres is not None:
        words = Term("standard deviational ellipse, dotted at earlier dates")
        ellipses = ((words, INK, "dotted"),)

    def drawing(drawn: Sequence[CentrePath], ellipses: Marks) -> Draw:
        told = [*(path.name for path in drawn), *(words for words, *_ in (*marks, *ellipses))]
        draw = partial(centre_map, drawn, frame, aspect, bool(ellipses), _axes(grid))
        return partial(with_legend_of, told, draw)

    variants: list[tuple[Text, Draw]] = [(Term("All classes"), drawing(paths, ()))]
    variants += [(path.name, drawing([path], ellipses)) for path in paths]
    return Chart(
        "centres-map",
        Term("Centres, their paths and ellipses"),
        variants,
        [(path.name, path.colour) for path in paths],
        note,
        marks=(*marks, *ellipses),
    )


def _axes(grid: Grid) -> tuple[Text, Text]:
    """What stands at the axes of a map: coordinates with their unit."""
    reference = grid.spatial_reference()
    if reference is not None and reference.IsGeographic():
        return Term("Longitude, \u00b0"), Term("Latitude, \u00b0")
    if reference is None:
        return Term("x, map units"), Term("y, map units")
    name = reference.GetLinearUnitsName()
    unit = "m" if name.lower() in ("metre", "meter") else name
    return Message("Easting, {unit}", unit=unit), Message("Northing, {unit}", unit=unit)


def _path(name: str, rows: Sequence[CentreRow], colour: str, measure: Measure) -> CentrePath:
    metres = measure.metres or 1.0
    stops = []
    for row in rows:
        if row["class"] != name:
            continue
        label = row["year"] or row["layer"]
        ellipse = None
        if row["major_m"] is not None and row["minor_m"] is not None:
            ellipse = row["major_m"] / metres, row["minor_m"] / metres, row["rotation_deg"] or 0.0
        lines: tuple[Text, ...] = (f"{name}, {label}",)
        moved, direction = row["moved_m"], row["direction_deg"]
        if moved is not None and direction is not None:
            lines += (
                Message(
                    "moved {distance} m to the {compass}",
                    distance=rounded(moved),
                    compass=compass(direction),
                ),
            )
        stops.append(Stop(row["x"], row["y"], ellipse, lines, label))
    return CentrePath(name, colour, stops)
