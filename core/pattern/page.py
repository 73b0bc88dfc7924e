"""The page of Landscape metrics: what changed in words, metrics over the dates, centres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from math import cos, radians

from ..base.data_dictionary import COLUMNS
from ..base.dates import date_words
from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.table import Row
from ..raster.grid import Grid, Window
from ..report.page import Chart, Headline, Marks, Page, Section, ShownTable, known
from ..report.plotly_figures import INK, Draw, rounded
from ..report.results_page import InputFile, dated_page, proof_sections
from ..results.results import Results
from .charts import FRAME, CentrePath, Line, Panel, Stop, centre_map, small_multiples
from .measures import Measure, measure_notes
from .pattern import LandscapePattern

# More classes than these are in the table alone.
MOST_PATHS = 12
CENTRE_COLUMNS = "moved_m direction_deg m_per_year major_m minor_m rotation_deg"
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
    rows: Sequence[Row],
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
        "Lines connect the centroids by date. For a single class, standard deviational "
        "ellipses are shown (semi-axes: sqrt 2 standard deviations, as in ArcGIS)."
    )
    if len(drawn) < len(names):
        more = Message(
            "The chart shows the {count} largest classes; all classes are listed in the table.",
            count=len(drawn),
        )
        note = Message("{star} {note}", star=note, note=more)
    text = Term(
        "The centroid of a class is the mean location of its area. It moves with losses and "
        "gains of land and may lie on land of other classes."
    )
    digits = 5 if measure.metres is None else 1
    columns = [
        known("year" if all(row["year"] for row in rows) else "layer"),
        known("class", colours=dict(colours)),
        *map(known, CENTRE_COLUMNS.split()),
        *(known(name, digits=digits) for name in ("x", "y")),
    ]
    caption, charts = Term("Class centroids by date"), [_map(paths, window, measure, note)]
    table = ShownTable("centres-table", caption, columns, rows, folded=True)
    title = Term("Class centroids")
    return Section("centres", title, [text], charts=charts, tables=[table])


def _map(paths: Sequence[CentrePath], window: Window, measure: Measure, note: Text) -> Chart:
    """The paths of all classes, and of each by itself with its ellipses, where these are known."""
    grid, aspect = measure.grid, 1.0
    frame = grid.corners(window)
    if measure.metres is None:
        _, y0, _, y1 = frame
        aspect = 1 / max(cos(radians((y0 + y1) / 2)), 0.05)
    marks = [(Term("last date"), INK, "dot"), (Term("raster extent"), FRAME, "line")]
    ellipses: Marks = ()
    if measure.metres is not None:
        words = Term("standard deviational ellipse, dotted at earlier dates")
        ellipses = ((words, INK, "dotted"),)

    def drawing(drawn: Sequence[CentrePath], ellipses: Marks) -> Draw:
        told = [*(path.name for path in drawn), *(words for words, *_ in (*marks, *ellipses))]
        return partial(centre_map, drawn, frame, aspect, bool(ellipses), _axes(grid), told)

    variants: list[tuple[Text, Draw]] = [(Term("All classes"), drawing(paths, ()))]
    variants += [(path.name, drawing([path], ellipses)) for path in paths]
    legend, title = [(p.name, p.colour) for p in paths], Term("Class centroids, paths and ellipses")
    return Chart("centres-map", title, variants, legend, note, marks=(*marks, *ellipses))


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


def _path(name: str, rows: Sequence[Row], colour: str, measure: Measure) -> CentrePath:
    metres = measure.metres or 1.0
    stops = []
    for row in rows:
        if row["class"] != name:
            continue
        label = row["year"] or row["layer"]
        ellipse = None
        if row["major_m"] is not None:
            ellipse = row["major_m"] / metres, row["minor_m"] / metres, row["rotation_deg"] or 0.0
        lines: list[Text] = [f"{name}, {label}"]
        if row["direction_deg"] is not None:
            moved, where = rounded(row["moved_m"]), compass(row["direction_deg"])
            words = Term("moved {distance} m to the {compass}")
            lines.append(Message(words, distance=moved, compass=where))
        stops.append(Stop(row["x"], row["y"], ellipse, tuple(lines), label))
    return CentrePath(name, colour, stops)


# What papers show of a landscape, and of its classes.
OF_LANDSCAPE = "pd_per_100ha lpi_pct ed_m_per_ha lsi shdi contag_pct ai_pct cohesion"
OF_CLASSES = "pd_per_100ha lpi_pct ed_m_per_ha lsi ai_pct cohesion"
LANDSCAPE_COLUMNS = (
    "np pd_per_100ha area_mn_ha lpi_pct ed_m_per_ha lsi ai_pct cohesion pr shdi shei contag_pct"
)
CLASS_COLUMNS = (
    "ca_ha pland_pct np pd_per_100ha area_mn_ha lpi_pct ed_m_per_ha lsi shape_mn ai_pct cohesion"
)
# More lines than these run into each other.
MOST_LINES = 10
LANDSCAPE_COLOUR = "#0f5e78"
# What is said of a metric that changed.
CHANGES = {
    "pd_per_100ha": Term(
        "Number of patches changed from {np_before} to {np_after}, patch density from "
        "{before} to {after} per 100 ha."
    ),
    "ed_m_per_ha": Term("Edge density changed from {before} to {after} m/ha."),
    "lpi_pct": Term("Largest patch index changed from {before} to {after} %."),
    "shdi": Term("Shannon's diversity changed from {before} to {after}."),
    "contag_pct": Term(
        "Contagion changed from {before} to {after} % (higher values: more dominant "
        "large patches, less interspersion)."
    ),
    "cohesion": Term(
        "Patch cohesion changed from {before} to {after} (higher values: patches of a "
        "class are more connected)."
    ),
}


def story_section(pattern: LandscapePattern) -> Section:
    """What the pattern is, and what changed in it from the first date to the last, in words."""
    rows, classes = pattern.landscape_rows(), pattern.class_rows()
    first, last = rows[0], rows[-1]
    start, end = (date_words(pattern.dates[n].label) for n in (0, -1))
    sentences: list[Text] = []
    if len(rows) > 1:
        sentences.append(Message("From {first} to {last}:", first=start, last=end))
        sentences += [*_changes(first, last), *_moves(pattern)]
    else:
        sentences.append(
            Message(
                "{date}: {np} patches, {pd} per 100 ha, mean area {mean} ha; largest patch "
                "{lpi} % of the land.",
                date=start,
                np=rounded(last["np"]),
                pd=rounded(last["pd_per_100ha"], 3),
                mean=rounded(last["area_mn_ha"], 2),
                lpi=rounded(last["lpi_pct"], 2),
            )
        )
    of_last = [row for row in classes if row["layer"] == last["layer"]]
    most = max(of_last, key=lambda row: row["pd_per_100ha"])
    sentences.append(
        Message(
            "{date}: {most} has the most patches ({np}, mean area {mean} ha).",
            date=end,
            most=most["class"],
            np=rounded(most["np"]),
            mean=rounded(most["area_mn_ha"], 2),
        )
    )
    notes = measure_notes(pattern.measure)
    return Section("pattern", Term("Summary"), sentences, warnings=list(notes.notices))


def _changes(first: Row, last: Row) -> list[Text]:
    said: list[Text] = []
    for metric, words in CHANGES.items():
        before, after = first[metric], last[metric]
        digits = COLUMNS[metric].digits or 0
        shown = rounded(before, digits), rounded(after, digits)
        if before is None or after is None or shown[0] == shown[1]:
            continue
        values = {"before": shown[0], "after": shown[1]}
        if metric == "pd_per_100ha":
            values |= {"np_before": rounded(first["np"]), "np_after": rounded(last["np"])}
        said.append(Message(words, **values))
    return said


def _moves(pattern: LandscapePattern) -> list[Text]:
    """Which centre moved furthest in one step."""
    moved = [
        (row["moved_m"], row["direction_deg"], row["class"], row["year"] or row["layer"])
        for row in pattern.centre_rows()
        if row["direction_deg"] is not None
    ]
    if not moved:
        return []
    distance, direction, name, date = max(moved, key=lambda movement: movement[0])
    return [
        Message(
            "Longest centroid movement between two dates: {name}, {distance} m to the "
            "{compass} by {date}.",
            name=name,
            distance=rounded(distance),
            compass=compass(direction),
            date=date_words(str(date)),
        )
    ]


def landscape_section(pattern: LandscapePattern) -> Section:
    """The metrics of all land, over the dates and as a table."""
    rows, dates = pattern.landscape_rows(), pattern.dates
    panels = []
    for metric in OF_LANDSCAPE.split():
        line = Line(Term("All land"), LANDSCAPE_COLOUR, [row[metric] for row in rows])
        panels += _panels(metric, [line])
    charts, when = [], "year" if all(row["year"] for row in rows) else "layer"
    if len(dates) > 1:
        draw = partial(small_multiples, panels, dates)
        charts.append(Chart("landscape-metrics", Term("Landscape-level metrics"), [("", draw)]))
    text = Term(
        "Patches are cells of one class connected by sides or corners. Edges at NoData and "
        "at the raster boundary count in LSI and COHESION but not in ED, as in FRAGSTATS."
    )
    columns = [known(when), *map(known, LANDSCAPE_COLUMNS.split())]
    table = ShownTable("landscape-table", Term("Landscape-level metrics by date"), columns, rows)
    title = Term("Landscape-level metrics")
    return Section("landscape", title, [text], charts=charts, tables=[table])


def _panels(metric: str, lines: list[Line]) -> list[Panel]:
    """A metric over the dates; none where it has no values."""
    column = COLUMNS[metric]
    has_values = any(value is not None for line in lines for value in line.values)
    return [Panel(column.heading, column.digits or 0, lines)] if has_values else []


def class_section(pattern: LandscapePattern) -> Section:
    """The metrics of the classes, over the dates and as a table for each."""
    rows, dates = pattern.class_rows(), pattern.dates
    areas, colours = class_areas(rows), class_colours(pattern)
    drawn = sorted(areas, key=lambda name: -areas[name])[:MOST_LINES]
    by_date = [{row["class"]: row for row in rows if row["layer"] == date.layer} for date in dates]
    panels = []
    for metric in OF_CLASSES.split():
        values = {
            name: [at_date[name][metric] if name in at_date else None for at_date in by_date]
            for name in drawn
        }
        panels += _panels(metric, [Line(name, colours[name], values[name]) for name in drawn])
    charts = []
    if len(dates) > 1:
        note: Text = ""
        if len(drawn) < len(areas):
            note = Message(
                "The chart shows the {count} largest classes; all classes are listed in the table.",
                count=len(drawn),
            )
        draw = partial(small_multiples, panels, dates)
        title, legend = Term("Class-level metrics"), [(name, colours[name]) for name in drawn]
        charts.append(Chart("class-metrics", title, [("", draw)], legend, note))
    columns = [known("class", colours=colours), *map(known, CLASS_COLUMNS.split())]
    tables: list[ShownTable] = []
    for n in reversed(range(len(dates))):
        caption = Message("Class-level metrics {date}", date=date_words(dates[n].label))
        is_last = not tables
        shown = list(by_date[n].values())
        tables.append(ShownTable(f"class-table-{n}", caption, columns, shown, folded=not is_last))
    return Section("classes", Term("Class-level metrics"), charts=charts, tables=tables)


def class_areas(rows: Sequence[Row]) -> dict[str, float]:
    """The most hectares that each class has at any date, by name."""
    areas: dict[str, float] = {}
    for row in rows:
        areas[row["class"]] = max(areas.get(row["class"], 0.0), row["ca_ha"])
    return areas


def class_colours(pattern: LandscapePattern) -> dict[str, str]:
    """Colours by class; a group has that of its first one."""
    colours: dict[str, str] = {}
    for (_, name), colour in zip(pattern.names, pattern.census.cube.classes.colours()):
        colours.setdefault(name, colour)
    return colours


def pattern_page(
    results: Results,
    pattern: LandscapePattern,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page; `files` are, per date, those behind the layers."""
    areas, colours = class_areas(pattern.class_rows()), class_colours(pattern)
    window, rows = pattern.series.window, pattern.centre_rows()
    sections = [
        story_section(pattern),
        landscape_section(pattern),
        class_section(pattern),
        centre_section(rows, window, pattern.measure, areas, colours),
        *proof_sections(results, provenance, files),
    ]
    last, date = pattern.landscape_rows()[-1], date_words(pattern.dates[-1].label)
    headlines: list[Headline] = [
        (Term("Area analysed"), rounded(last["ta_ha"], 0), "ha"),
        (Message("Number of patches, {date}", date=date), rounded(last["np"]), ""),
        (
            Message("Largest patch index, {date}", date=date),
            rounded(last["lpi_pct"], 1),
            Term("% of area"),
        ),
        (Message("Shannon's diversity, {date}", date=date), rounded(last["shdi"], 3), ""),
    ]
    return dated_page(Term("Landscape metrics"), results, provenance, headlines, sections)
