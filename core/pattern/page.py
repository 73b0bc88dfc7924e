"""The page of Landscape metrics: changes as text, metrics by date, and centroids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from math import cos, radians

from ..base.data_dictionary import COLUMNS
from ..base.dates import format_date
from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.table import Row
from ..raster.grid import Grid, Window
from ..report.page import (
    Chart,
    Headline,
    LegendMarks,
    Page,
    ReportTable,
    Section,
    dictionary_column,
)
from ..report.plotly_figures import TEXT_COLOUR, DrawFunction, format_number
from ..report.results_page import InputFile, create_results_page, proof_sections
from ..results.results import Results
from .charts import (
    FRAME_COLOUR,
    CentroidPath,
    CentroidPoint,
    MetricLine,
    MetricPanel,
    centroid_map,
    small_multiples,
)
from .measures import CellMeasure, measure_notes
from .pattern import LandscapePattern

# Maximum classes in the chart; others are in the table only.
MAX_PATHS = 12
CENTROID_COLUMNS = "moved_m direction_deg m_per_year major_m minor_m rotation_deg"
# Directions by eighth of the circle, clockwise from north.
COMPASS_DIRECTIONS = (
    Term("north"),
    Term("north-east"),
    Term("east"),
    Term("south-east"),
    Term("south"),
    Term("south-west"),
    Term("west"),
    Term("north-west"),
)


def compass_direction(direction: float) -> Term:
    """Return the compass direction of an angle in degrees clockwise from north."""
    return COMPASS_DIRECTIONS[round(direction / 45) % len(COMPASS_DIRECTIONS)]


def centroid_section(
    rows: Sequence[Row],
    window: Window,
    measure: CellMeasure,
    areas: Mapping[str, float],
    colours: Mapping[str, str],
) -> Section:
    """Return class centroids and movement from CENTRES of all land, charting largest `areas`."""
    names = sorted(dict.fromkeys(row["class"] for row in rows), key=lambda n: -areas.get(n, 0.0))
    drawn = names[:MAX_PATHS]
    paths = [_centroid_path(name, rows, colours.get(name, "#7b8794"), measure) for name in drawn]
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
        dictionary_column("year" if all(row["year"] for row in rows) else "layer"),
        dictionary_column("class", colours=dict(colours)),
        *map(dictionary_column, CENTROID_COLUMNS.split()),
        *(dictionary_column(name, digits=digits) for name in ("x", "y")),
    ]
    caption, charts = (
        Term("Class centroids by date"),
        [_centroid_chart(paths, window, measure, note)],
    )
    table = ReportTable("centres-table", caption, columns, rows, folded=True)
    title = Term("Class centroids")
    return Section("centres", title, [text], charts=charts, tables=[table])


def _centroid_chart(
    paths: Sequence[CentroidPath], window: Window, measure: CellMeasure, note: Text
) -> Chart:
    """Return the paths of all classes, and of each class with its ellipses if available."""
    grid, aspect = measure.grid, 1.0
    frame = grid.window_corners(window)
    if measure.metres is None:
        _, y0, _, y1 = frame
        aspect = 1 / max(cos(radians((y0 + y1) / 2)), 0.05)
    marks = [(Term("last date"), TEXT_COLOUR, "dot"), (Term("raster extent"), FRAME_COLOUR, "line")]
    ellipses: LegendMarks = ()
    if measure.metres is not None:
        words = Term("standard deviational ellipse, dotted at earlier dates")
        ellipses = ((words, TEXT_COLOUR, "dotted"),)

    def drawing(drawn: Sequence[CentroidPath], ellipses: LegendMarks) -> DrawFunction:
        entry_names = [
            *(path.name for path in drawn),
            *(words for words, *_ in (*marks, *ellipses)),
        ]
        return partial(
            centroid_map, drawn, frame, aspect, bool(ellipses), _axis_titles(grid), entry_names
        )

    variants: list[tuple[Text, DrawFunction]] = [(Term("All classes"), drawing(paths, ()))]
    variants += [(path.name, drawing([path], ellipses)) for path in paths]
    legend, title = [(p.name, p.colour) for p in paths], Term("Class centroids, paths and ellipses")
    return Chart("centres-map", title, variants, legend, note, marks=(*marks, *ellipses))


def _axis_titles(grid: Grid) -> tuple[Text, Text]:
    """Return the axis titles of a map: coordinates with units."""
    reference = grid.spatial_reference()
    if reference is not None and reference.IsGeographic():
        return Term("Longitude, \u00b0"), Term("Latitude, \u00b0")
    if reference is None:
        return Term("x, map units"), Term("y, map units")
    name = reference.GetLinearUnitsName()
    unit = "m" if name.lower() in ("metre", "meter") else name
    return Message("Easting, {unit}", unit=unit), Message("Northing, {unit}", unit=unit)


def _centroid_path(
    name: str, rows: Sequence[Row], colour: str, measure: CellMeasure
) -> CentroidPath:
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
            moved, where = format_number(row["moved_m"]), compass_direction(row["direction_deg"])
            words = Term("moved {distance} m to the {compass}")
            lines.append(Message(words, distance=moved, compass=where))
        stops.append(CentroidPoint(row["x"], row["y"], ellipse, tuple(lines), label))
    return CentroidPath(name, colour, stops)


# Metrics commonly reported for landscapes, and for classes.
LANDSCAPE_CHART_METRICS = "pd_per_100ha lpi_pct ed_m_per_ha lsi shdi contag_pct ai_pct cohesion"
CLASS_CHART_METRICS = "pd_per_100ha lpi_pct ed_m_per_ha lsi ai_pct cohesion"
LANDSCAPE_COLUMNS = (
    "np pd_per_100ha area_mn_ha lpi_pct ed_m_per_ha lsi ai_pct cohesion pr shdi shei contag_pct"
)
CLASS_COLUMNS = (
    "ca_ha pland_pct np pd_per_100ha area_mn_ha lpi_pct ed_m_per_ha lsi shape_mn ai_pct cohesion"
)
# Maximum lines in a chart; more would overlap.
MAX_LINES = 10
LANDSCAPE_COLOUR = "#0f5e78"
# Sentences on changed metrics.
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


def summary_section(pattern: LandscapePattern) -> Section:
    """Return the pattern and its changes from the first to the last date, as text."""
    rows, classes = pattern.landscape_rows(), pattern.class_rows()
    first, last = rows[0], rows[-1]
    start, end = (format_date(pattern.dates[n].label) for n in (0, -1))
    sentences: list[Text] = []
    if len(rows) > 1:
        sentences.append(Message("From {first} to {last}:", first=start, last=end))
        sentences += [*_change_sentences(first, last), *_movement_sentences(pattern)]
    else:
        sentences.append(
            Message(
                "{date}: {np} patches, {pd} per 100 ha, mean area {mean} ha; largest patch "
                "{lpi} % of the land.",
                date=start,
                np=format_number(last["np"]),
                pd=format_number(last["pd_per_100ha"], 3),
                mean=format_number(last["area_mn_ha"], 2),
                lpi=format_number(last["lpi_pct"], 2),
            )
        )
    of_last = [row for row in classes if row["layer"] == last["layer"]]
    most = max(of_last, key=lambda row: row["pd_per_100ha"])
    sentences.append(
        Message(
            "{date}: {most} has the most patches ({np}, mean area {mean} ha).",
            date=end,
            most=most["class"],
            np=format_number(most["np"]),
            mean=format_number(most["area_mn_ha"], 2),
        )
    )
    notes = measure_notes(pattern.measure)
    return Section("pattern", Term("Summary"), sentences, warnings=list(notes.notices))


def _change_sentences(first: Row, last: Row) -> list[Text]:
    said: list[Text] = []
    for metric, words in CHANGES.items():
        before, after = first[metric], last[metric]
        digits = COLUMNS[metric].digits or 0
        shown = format_number(before, digits), format_number(after, digits)
        if before is None or after is None or shown[0] == shown[1]:
            continue
        values = {"before": shown[0], "after": shown[1]}
        if metric == "pd_per_100ha":
            values |= {
                "np_before": format_number(first["np"]),
                "np_after": format_number(last["np"]),
            }
        said.append(Message(words, **values))
    return said


def _movement_sentences(pattern: LandscapePattern) -> list[Text]:
    """Return a sentence on the longest centroid movement between two dates."""
    moved = [
        (row["moved_m"], row["direction_deg"], row["class"], row["year"] or row["layer"])
        for row in pattern.centroid_rows()
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
            distance=format_number(distance),
            compass=compass_direction(direction),
            date=format_date(str(date)),
        )
    ]


def landscape_section(pattern: LandscapePattern) -> Section:
    """Return landscape-level metrics by date, as charts and a table."""
    rows, dates = pattern.landscape_rows(), pattern.dates
    panels = []
    for metric in LANDSCAPE_CHART_METRICS.split():
        line = MetricLine(Term("All land"), LANDSCAPE_COLOUR, [row[metric] for row in rows])
        panels += _metric_panels(metric, [line])
    charts, when = [], "year" if all(row["year"] for row in rows) else "layer"
    if len(dates) > 1:
        draw = partial(small_multiples, panels, dates)
        charts.append(Chart("landscape-metrics", Term("Landscape-level metrics"), [("", draw)]))
    text = Term(
        "Patches are cells of one class connected by sides or corners. Edges at NoData and "
        "at the raster boundary count in LSI and COHESION but not in ED, as in FRAGSTATS."
    )
    columns = [dictionary_column(when), *map(dictionary_column, LANDSCAPE_COLUMNS.split())]
    table = ReportTable("landscape-table", Term("Landscape-level metrics by date"), columns, rows)
    title = Term("Landscape-level metrics")
    return Section("landscape", title, [text], charts=charts, tables=[table])


def _metric_panels(metric: str, lines: list[MetricLine]) -> list[MetricPanel]:
    """Return the panel of a metric by date, or none without values."""
    column = COLUMNS[metric]
    has_values = any(value is not None for line in lines for value in line.values)
    return [MetricPanel(column.heading, column.digits or 0, lines)] if has_values else []


def class_section(pattern: LandscapePattern) -> Section:
    """Return class-level metrics by date, as charts and a table for each date."""
    rows, dates = pattern.class_rows(), pattern.dates
    areas, colours = max_class_areas(rows), class_colours(pattern)
    drawn = sorted(areas, key=lambda name: -areas[name])[:MAX_LINES]
    by_date = [{row["class"]: row for row in rows if row["layer"] == date.layer} for date in dates]
    panels = []
    for metric in CLASS_CHART_METRICS.split():
        values = {
            name: [at_date[name][metric] if name in at_date else None for at_date in by_date]
            for name in drawn
        }
        panels += _metric_panels(
            metric, [MetricLine(name, colours[name], values[name]) for name in drawn]
        )
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
    columns = [
        dictionary_column("class", colours=colours),
        *map(dictionary_column, CLASS_COLUMNS.split()),
    ]
    tables: list[ReportTable] = []
    for n in reversed(range(len(dates))):
        caption = Message("Class-level metrics {date}", date=format_date(dates[n].label))
        is_last = not tables
        shown = list(by_date[n].values())
        tables.append(ReportTable(f"class-table-{n}", caption, columns, shown, folded=not is_last))
    return Section("classes", Term("Class-level metrics"), charts=charts, tables=tables)


def max_class_areas(rows: Sequence[Row]) -> dict[str, float]:
    """Return the maximum area of each class at any date, ha, by name."""
    areas: dict[str, float] = {}
    for row in rows:
        areas[row["class"]] = max(areas.get(row["class"], 0.0), row["ca_ha"])
    return areas


def class_colours(pattern: LandscapePattern) -> dict[str, str]:
    """Return colours by class; a group has the colour of its first class."""
    colours: dict[str, str] = {}
    for (_, name), colour in zip(pattern.class_labels, pattern.census.cube.classes.colours()):
        colours.setdefault(name, colour)
    return colours


def pattern_page(
    results: Results,
    pattern: LandscapePattern,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the page of Landscape metrics; `files` are the sources of the layers by date."""
    areas, colours = max_class_areas(pattern.class_rows()), class_colours(pattern)
    window, rows = pattern.series.window, pattern.centroid_rows()
    sections = [
        summary_section(pattern),
        landscape_section(pattern),
        class_section(pattern),
        centroid_section(rows, window, pattern.measure, areas, colours),
        *proof_sections(results, provenance, files),
    ]
    last, date = pattern.landscape_rows()[-1], format_date(pattern.dates[-1].label)
    headlines: list[Headline] = [
        (Term("Area analysed"), format_number(last["ta_ha"], 0), "ha"),
        (Message("Number of patches, {date}", date=date), format_number(last["np"]), ""),
        (
            Message("Largest patch index, {date}", date=date),
            format_number(last["lpi_pct"], 1),
            Term("% of area"),
        ),
        (Message("Shannon's diversity, {date}", date=date), format_number(last["shdi"], 3), ""),
    ]
    return create_results_page(Term("Landscape metrics"), results, provenance, headlines, sections)
