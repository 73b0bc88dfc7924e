"""Report of raster values by class and age, with a section for each raster.

Means by age are shown with the range of undisturbed land, one panel per class.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import floor, log10
from typing import Any, NamedTuple, cast

from ..base.files import Provenance
from ..base.messages import Message, Term, Text, Translator, translate_message
from ..mine.ages import STATUS_COLOURS, STATUS_LABELS, STATUS_SWATCHES
from ..mine.mined_land import STATE_KEYS
from ..report.horizontal_bars import HorizontalBars, interval_bars
from ..report.page import (
    AreaRow,
    Chart,
    Headline,
    Page,
    ReportTable,
    Section,
    dictionary_column,
    truncated_table,
)
from ..report.plotly_figures import (
    BACKGROUND_COLOUR,
    TEXT_COLOUR,
    Figure,
    HoverLines,
    area_message,
    create_figure,
    escape_html,
    format_number,
    hover_texts,
    value_axis,
)
from ..report.results_page import InputFile, create_results_page, proof_sections
from ..results.results import Results
from .chronosequence import Chronosequence, ReclamationAge, RecoveryAssessment, format_age_interval
from .value_rasters import coarse_cell_warnings

# Colours of the range of undisturbed land and its mean.
BAND_COLOUR, MEAN_LINE_COLOUR = "#d5e8da", "#339454"
MAX_COLUMNS = 3
# Height of a panel, minimum width of a panel, and gap between rows, pixels.
PANEL_HEIGHT_PX, MIN_PANEL_WIDTH_PX, ROW_GAP_PX = 270, 250, 74
# Gap between adjacent panels, as a share of the width.
COLUMN_GAP = 0.07


class AgePanel(NamedTuple):
    """Ages of a class, with hover texts, and whether each has enough cells."""

    name: str
    colour: str
    ages: Sequence[ReclamationAge]
    lines: Sequence[HoverLines]
    is_enough: Sequence[bool]

    @property
    def undisturbed_bands(self) -> list[tuple[float, float]]:
        """Mean and standard deviation of undisturbed land, if it has values."""
        undisturbed = self.ages[0].undisturbed
        return (
            [(undisturbed.mean, undisturbed.standard_deviation or 0.0)]
            if undisturbed.with_value
            else []
        )


def age_panel_figure(
    panels: Sequence[AgePanel], titles: tuple[Text, Text], tr: Translator
) -> Figure:
    """Draw a panel per class, with titles of the axes; points of too few cells are hollow."""
    across = min(len(panels), MAX_COLUMNS)
    down = -(-len(panels) // across)
    height = (PANEL_HEIGHT_PX + ROW_GAP_PX) * down
    drawn = create_figure(height, margin={"l": 16, "r": 16, "t": 34, "b": 16, "pad": 2})
    layout: dict[str, Any] = drawn["layout"]
    layout["shapes"], layout["annotations"] = [], []
    last = 1.05 * max(age.years[2] for panel in panels for age in panel.ages)
    age_title, value_title = (translate_message(title, tr) for title in titles)
    width, part = (1 - COLUMN_GAP * (across - 1)) / across, 1 / down
    for index, panel in enumerate(panels):
        row, column = divmod(index, across)
        x, y = (f"{axis}{index + 1}" if index else axis for axis in "xy")
        left, top = column * (width + COLUMN_GAP), 1 - row * part
        bottom = top - part * PANEL_HEIGHT_PX / (PANEL_HEIGHT_PX + ROW_GAP_PX) if down > 1 else 0.0
        layout[f"xaxis{x[1:]}"] = value_axis(
            age_title, range=[0, last], domain=[left, left + width], anchor=y, showgrid=False
        )
        layout[f"yaxis{x[1:]}"] = value_axis(
            "" if column else value_title,
            range=_value_axis_range(panel),
            domain=[bottom, top],
            anchor=x,
        )
        layout["annotations"].append(
            {
                "text": f"<b>{escape_html(panel.name)}</b>",
                "xref": f"{x} domain",
                "x": 0.5,
                "yref": f"{y} domain",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
            }
        )
        for mean, sd in panel.undisturbed_bands:
            ends = {"xref": x, "yref": y, "x0": 0, "x1": last, "layer": "below"}
            band = {"type": "rect", "y0": mean - sd, "y1": mean + sd, "fillcolor": BAND_COLOUR}
            line = {
                "type": "line",
                "y0": mean,
                "y1": mean,
                "line": {"color": MEAN_LINE_COLOUR, "width": 2},
            }
            layout["shapes"] += [{**ends, **band, "line": {"width": 0}}, {**ends, **line}]
        drawn["data"] = [*drawn["data"], _age_points(panel, x, y, tr)]
    return drawn


def _value_axis_range(panel: AgePanel) -> list[float]:
    """Return an axis range from 0 or the minimum to slightly above the maximum."""
    ends = [
        *((age.moments.mean, age.moments.standard_deviation or 0.0) for age in panel.ages),
        *panel.undisturbed_bands,
    ]
    low = min(0.0, *(mean - sd for mean, sd in ends))
    high = max(0.0, *(mean + sd for mean, sd in ends))
    return [low and low * 1.1, high * 1.1 or float(not low)]


def _age_points(panel: AgePanel, x: str, y: str, tr: Translator) -> Figure:
    ages = [age.years for age in panel.ages]
    bar = {"type": "data", "color": TEXT_COLOUR, "thickness": 1.4, "width": 4}
    return {
        "type": "scatter",
        "mode": "markers",
        "xaxis": x,
        "yaxis": y,
        "x": [middle for _, middle, _ in ages],
        "y": [age.moments.mean for age in panel.ages],
        "marker": {
            "color": [
                panel.colour if is_enough else BACKGROUND_COLOUR for is_enough in panel.is_enough
            ],
            "size": 11,
            "line": {"color": TEXT_COLOUR, "width": 1.4},
        },
        "error_x": {
            **bar,
            "symmetric": False,
            "array": [most - middle for _, middle, most in ages],
            "arrayminus": [middle - least for least, middle, _ in ages],
        },
        "error_y": {**bar, "array": [age.moments.standard_deviation or 0.0 for age in panel.ages]},
        "hovertext": hover_texts(panel.lines, tr),
        "hoverinfo": "text",
    }


# Limits of bars and table rows, for readability.
MAX_BARS, MAX_ROWS = 30, 60
# Significant digits of a mean.
SIGNIFICANT_DIGITS = 4


def chronosequence_page(
    results: Results,
    chronosequence: Chronosequence,
    disturbing: object,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the report; `disturbing` are the class groups of mined land."""
    layers = chronosequence.layers
    choices: list[tuple[Text, object]] = [
        (Term("Disturbing class groups"), disturbing),
        *(
            (
                Message("Values of {year}", year=layer.date.year),
                Message(
                    "{layer}, compared with land use of {date}",
                    layer=layer.date.layer,
                    date=chronosequence.dates[layer.date_number - 1].year,
                ),
            )
            for layer in layers
        ),
    ]
    return create_results_page(
        Term("Raster values by class and age"),
        results,
        provenance,
        _headline_figures(chronosequence),
        [
            *(
                value_layer_section(chronosequence, layer_index)
                for layer_index in range(len(layers))
            ),
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headline_figures(chronosequence: Chronosequence) -> list[Headline]:
    """Return the key figures of the last raster."""
    ages = chronosequence.list_measured_ages()
    reclaimed = sum(age.moments.hectares for age in ages)
    headlines: list[Headline] = [
        (Term("Reclaimed land with values"), format_number(reclaimed, 0), "ha")
    ]
    if chronosequence.reclaimed_pct() is not None:
        pct = format_number(chronosequence.reclaimed_pct(), 1)
        headlines.insert(0, (Term("Reclaimed land, % of undisturbed land"), pct, "%"))
    if ages:
        oldest = max(age.years[2] for age in ages)
        headlines.append((Term("Maximum age of reclaimed land"), str(oldest), Term("years")))
    return headlines


def value_layer_section(chronosequence: Chronosequence, layer_index: int) -> Section:
    """Return the section of a raster: by age, by status, by class."""
    layer, with_values = (
        chronosequence.layers[layer_index],
        chronosequence.list_measured_ages(layer_index),
    )
    judged = RecoveryAssessment(layer, with_values, chronosequence.classes)
    # Values may be hundreds of tonnes, or an index below 1.
    means = (moments.statistics[0] for moments in chronosequence.by_land[layer_index].values())
    largest = max((abs(mean) for mean in means if mean), default=1.0)
    digits = min(max(SIGNIFICANT_DIGITS - 1 - floor(log10(largest)), 0), 9)
    section = Section(
        f"values-{layer_index}",
        Message("{layer}, {year}", layer=layer.date.layer, year=layer.date.year),
        [
            Message(
                "Measured at the centres of the land-use cells of {date}.",
                date=chronosequence.dates[layer.date_number - 1].year,
            )
        ],
    )
    section.warnings += coarse_cell_warnings([layer])
    if with_values:
        section.sentences += [
            Term(
                "Reclaimed land of different ages is compared with undisturbed land of the "
                "same class. Ages are different sites (space-for-time substitution) and "
                "indicate recovery only if the sites are comparable."
            ),
            *judged.list_sentences(),
        ]
        section.charts.append(_age_chart(chronosequence, layer_index, judged, digits))
    else:
        section.sentences.append(Term("No values on reclaimed land."))
    section.charts.append(_status_chart(chronosequence, layer_index, digits))
    tables = _result_tables(chronosequence, layer_index, digits)
    section.tables += tables if with_values else tables[1:]
    return section


def _age_chart(
    chronosequence: Chronosequence, layer_index: int, judged: RecoveryAssessment, digits: int
) -> Chart:
    """Return a chart with a panel per class."""
    colours = chronosequence.classes.colours_by_name()
    panels = []
    for class_index, ages in judged.ages_by_class:
        name = chronosequence.classes[class_index].name
        lines = [_hover_lines(name, age, digits) for age in ages]
        is_enough = [judged.has_enough_cells(age.moments) for age in ages]
        panels.append(AgePanel(name, colours[name], ages, lines, is_enough))
    titles = (Term("Years since reclamation"), _mean_label(chronosequence, layer_index))
    marks: list[tuple[Text, str, str]] = [
        (Term("undisturbed land: mean"), MEAN_LINE_COLOUR, "line"),
        (Term("reclaimed land: mean"), TEXT_COLOUR, "dot"),
        (Term("standard deviation (vertical), age range (horizontal)"), TEXT_COLOUR, "range"),
    ]
    if not all(is_enough for panel in panels for is_enough in panel.is_enough):
        least = format_number(judged.least_cells)
        words = Message("fewer than {least} cells with a value", least=least)
        marks.append((words, TEXT_COLOUR, "ring"))
    return Chart(
        f"ages-{layer_index}",
        Term("Reclaimed land by age compared with undisturbed land"),
        [("", partial(age_panel_figure, panels, titles))],
        [(Term("undisturbed land: standard deviation"), BAND_COLOUR)],
        least_width=MIN_PANEL_WIDTH_PX * min(len(panels), MAX_COLUMNS),
        marks=marks,
    )


def _mean_label(chronosequence: Chronosequence, layer_index: int) -> Message:
    return Message("Mean of {layer}", layer=chronosequence.layers[layer_index].date.layer)


def _hover_lines(name: str, age: ReclamationAge, digits: int) -> tuple[Text, ...]:
    lines: list[Text] = [
        name,
        Message("{age} years", age=format_age_interval(age)),
        _format_mean_sd(age.moments.mean, age.moments.standard_deviation, digits),
        Message("{count} cells with a value", count=format_number(age.moments.with_value)),
        area_message(age.moments.hectares),
    ]
    if age.pct_of_undisturbed is not None:
        lines.insert(
            3, Message("{pct} % of undisturbed land", pct=format_number(age.pct_of_undisturbed, 1))
        )
    return tuple(lines)


def _format_mean_sd(mean: float, sd: float | None, digits: int) -> str:
    return f"{format_number(mean, digits)} \N{PLUS-MINUS SIGN} {format_number(sd, digits)}"


def _status_chart(chronosequence: Chronosequence, layer_index: int, digits: int) -> Chart:
    """Return a chart of means by status and class, limited to the largest areas."""
    known_rows = [row for row in chronosequence.status_rows(layer_index) if row["mean"] is not None]
    kept = sorted(known_rows, key=lambda row: -row["area_ha"])[:MAX_BARS]
    shown = [row for row in known_rows if row in kept]
    states = {key: state for state, key in STATE_KEYS.items()}
    shown_states = [states[row["status"]] for row in shown]
    bars = HorizontalBars(
        [row["mean"] for row in shown],
        [STATUS_COLOURS[state] for state in shown_states],
        [
            (
                row["class"],
                STATUS_LABELS[state],
                _format_mean_sd(cast(float, row["mean"]), row["sd"], digits),
                area_message(row["area_ha"]),
            )
            for row, state in zip(shown, shown_states)
        ],
        halves=[row["sd"] for row in shown],
    )
    labels = [row["class"] for row in shown]
    return Chart(
        f"status-{layer_index}",
        Term("Mean by status and class"),
        [("", partial(interval_bars, labels, [bars], _mean_label(chronosequence, layer_index)))],
        [(STATUS_LABELS[state], STATUS_COLOURS[state]) for state in dict.fromkeys(shown_states)],
        marks=[(Term("standard deviation of the cells"), TEXT_COLOUR, "range")],
    )


def _result_tables(
    chronosequence: Chronosequence, layer_index: int, digits: int
) -> list[ReportTable]:
    """Return the tables by age, by status, and by class."""
    layer = chronosequence.layers[layer_index].date.layer
    land_class = dictionary_column("class", colours=chronosequence.classes.colours_by_name())
    measured = [
        *map(dictionary_column, ("cells", "without_value", "area_ha")),
        dictionary_column("mean", digits=digits),
        dictionary_column("sd", digits=digits),
    ]
    ages = [
        land_class,
        *map(dictionary_column, ("age_min", "age_mid", "age_max")),
        *measured,
        dictionary_column("undisturbed_mean", digits=digits),
        dictionary_column("pct_of_undisturbed"),
    ]
    states = [dictionary_column("status", colours=STATUS_SWATCHES), land_class, *measured]
    classes = [
        land_class,
        *measured,
        dictionary_column("min", digits=digits),
        dictionary_column("max", digits=digits),
    ]
    words = {key: STATUS_LABELS[state] for state, key in STATE_KEYS.items()}
    by_age, by_class = chronosequence.age_rows(layer_index), chronosequence.class_rows(layer_index)
    by_status = chronosequence.status_rows(layer_index).map_column("status", words.get)
    tables = []
    for name, caption, columns, rows, output in (
        ("ages", Term("{layer} on reclaimed land by class and age"), ages, by_age, "BY_AGE"),
        ("status", Term("{layer} by status and class"), states, by_status, "BY_STATUS"),
        ("classes", Term("{layer} by class"), classes, by_class, "BY_CLASS"),
    ):
        name, title = f"{name}-{layer_index}", Message(caption, layer=layer)
        listed, is_folded = cast("Sequence[AreaRow]", rows), output == "BY_CLASS"
        tables.append(truncated_table(name, title, columns, listed, MAX_ROWS, output, is_folded))
    return tables
