"""The page of raster values by class and age: a section for each raster.

Means by age beside the band of undisturbed land, a panel for each class.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import floor, log10
from typing import Any, NamedTuple, cast

from ..base.files import Provenance
from ..base.messages import Message, Term, Text, Translate, translated
from ..mine.ages import COLOURS, SWATCHES, WORDS
from ..mine.mined_land import KEYS
from ..report.horizontal_bars import LyingBars, interval_bars
from ..report.page import AreaRow, Chart, Headline, Page, Section, ShownTable, first_rows, known
from ..report.plotly_figures import (
    INK,
    PAPER,
    Figure,
    Lines,
    amounts,
    figure,
    hectares,
    hovers,
    plain,
    rounded,
)
from ..report.results_page import InputFile, dated_page, proof_sections
from ..results.results import Results
from .chronosequence import Age, Chronosequence, Judged, ages_of
from .value_rasters import mixed

# The band of undisturbed land, and its mean.
BAND, LINE = "#d5e8da", "#339454"
MOST_ACROSS = 3
# Pixels of a row of panels, the least of a panel's width, and of the room between rows.
HEIGHT, LEAST_WIDTH, ROOM = 270, 250, 74
# Room between panels beside each other, in parts of the width.
GAP = 0.07


class Panel(NamedTuple):
    """The ages of a class, with lines to hover over, and which of them have enough cells."""

    name: str
    colour: str
    ages: Sequence[Age]
    lines: Sequence[Lines]
    is_enough: Sequence[bool]

    @property
    def bands(self) -> list[tuple[float, float]]:
        """Mean and scatter of undisturbed land, where there is any with a value."""
        undisturbed = self.ages[0].undisturbed
        return [(undisturbed.mean, undisturbed.sd or 0.0)] if undisturbed.with_value else []


def age_panels(panels: Sequence[Panel], titles: tuple[Text, Text], tr: Translate) -> Figure:
    """A panel per class, with titles of ages and values; points of too few cells are hollow."""
    across = min(len(panels), MOST_ACROSS)
    down = -(-len(panels) // across)
    height = (HEIGHT + ROOM) * down
    drawn = figure(height, margin={"l": 16, "r": 16, "t": 34, "b": 16, "pad": 2})
    layout: dict[str, Any] = drawn["layout"]
    layout["shapes"], layout["annotations"] = [], []
    last = 1.05 * max(age.years[2] for panel in panels for age in panel.ages)
    age_title, value_title = (translated(title, tr) for title in titles)
    width, part = (1 - GAP * (across - 1)) / across, 1 / down
    for index, panel in enumerate(panels):
        row, column = divmod(index, across)
        x, y = (f"{axis}{index + 1}" if index else axis for axis in "xy")
        left, top = column * (width + GAP), 1 - row * part
        bottom = top - part * HEIGHT / (HEIGHT + ROOM) if down > 1 else 0.0
        layout[f"xaxis{x[1:]}"] = amounts(
            age_title, range=[0, last], domain=[left, left + width], anchor=y, showgrid=False
        )
        layout[f"yaxis{x[1:]}"] = amounts(
            "" if column else value_title, range=_range(panel), domain=[bottom, top], anchor=x
        )
        layout["annotations"].append(
            {
                "text": f"<b>{plain(panel.name)}</b>",
                "xref": f"{x} domain",
                "x": 0.5,
                "yref": f"{y} domain",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
            }
        )
        for mean, sd in panel.bands:
            ends = {"xref": x, "yref": y, "x0": 0, "x1": last, "layer": "below"}
            band = {"type": "rect", "y0": mean - sd, "y1": mean + sd, "fillcolor": BAND}
            line = {"type": "line", "y0": mean, "y1": mean, "line": {"color": LINE, "width": 2}}
            layout["shapes"] += [{**ends, **band, "line": {"width": 0}}, {**ends, **line}]
        drawn["data"] = [*drawn["data"], _points(panel, x, y, tr)]
    return drawn


def _range(panel: Panel) -> list[float]:
    """From 0, or what lies below, to a little above all that is drawn."""
    ends = [*((age.moments.mean, age.moments.sd or 0.0) for age in panel.ages), *panel.bands]
    low = min(0.0, *(mean - sd for mean, sd in ends))
    high = max(0.0, *(mean + sd for mean, sd in ends))
    return [low and low * 1.1, high * 1.1 or float(not low)]


def _points(panel: Panel, x: str, y: str, tr: Translate) -> Figure:
    ages = [age.years for age in panel.ages]
    bar = {"type": "data", "color": INK, "thickness": 1.4, "width": 4}
    return {
        "type": "scatter",
        "mode": "markers",
        "xaxis": x,
        "yaxis": y,
        "x": [middle for _, middle, _ in ages],
        "y": [age.moments.mean for age in panel.ages],
        "marker": {
            "color": [panel.colour if is_enough else PAPER for is_enough in panel.is_enough],
            "size": 11,
            "line": {"color": INK, "width": 1.4},
        },
        "error_x": {
            **bar,
            "symmetric": False,
            "array": [most - middle for _, middle, most in ages],
            "arrayminus": [middle - least for least, middle, _ in ages],
        },
        "error_y": {**bar, "array": [age.moments.sd or 0.0 for age in panel.ages]},
        "hovertext": hovers(panel.lines, tr),
        "hoverinfo": "text",
    }


# What nobody reads to the end.
MOST_BARS, MOST_ROWS = 30, 60
# How many digits a mean has, in front of the point and behind it.
DIGITS = 4


def chronosequence_page(
    results: Results,
    chronosequence: Chronosequence,
    disturbing: object,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of raster values by class and age; disturbing are the groups that are mined land."""
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
    return dated_page(
        Term("Raster values by class and age"),
        results,
        provenance,
        _headlines(chronosequence),
        [
            *(recovery_section(chronosequence, layer_index) for layer_index in range(len(layers))),
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headlines(chronosequence: Chronosequence) -> list[Headline]:
    """The numbers that a reader looks for first, of the last raster."""
    ages = chronosequence.compared()
    reclaimed = sum(age.moments.hectares for age in ages)
    headlines: list[Headline] = [(Term("Reclaimed land with values"), rounded(reclaimed, 0), "ha")]
    if chronosequence.reclaimed_pct() is not None:
        pct = rounded(chronosequence.reclaimed_pct(), 1)
        headlines.insert(0, (Term("Reclaimed land, % of undisturbed land"), pct, "%"))
    if ages:
        oldest = max(age.years[2] for age in ages)
        headlines.append((Term("Maximum age of reclaimed land"), str(oldest), Term("years")))
    return headlines


def recovery_section(chronosequence: Chronosequence, layer_index: int) -> Section:
    """What a raster tells: by age, by status, by class."""
    layer, with_values = chronosequence.layers[layer_index], chronosequence.compared(layer_index)
    judged = Judged(layer, with_values, chronosequence.classes)
    # Values may be hundreds of tonnes, or an index below 1.
    means = (moments.statistics[0] for moments in chronosequence.by_land[layer_index].values())
    largest = max((abs(mean) for mean in means if mean), default=1.0)
    digits = min(max(DIGITS - 1 - floor(log10(largest)), 0), 9)
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
    section.warnings += mixed([layer])
    if with_values:
        section.sentences += [
            Term(
                "Reclaimed land of different ages is compared with undisturbed land of the "
                "same class. Ages are different sites (space-for-time substitution) and "
                "indicate recovery only if the sites are comparable."
            ),
            *judged.sentences(),
        ]
        section.charts.append(_age_chart(chronosequence, layer_index, judged, digits))
    else:
        section.sentences.append(Term("No values on reclaimed land."))
    section.charts.append(_bars(chronosequence, layer_index, digits))
    tables = _tables(chronosequence, layer_index, digits)
    section.tables += tables if with_values else tables[1:]
    return section


def _age_chart(
    chronosequence: Chronosequence, layer_index: int, judged: Judged, digits: int
) -> Chart:
    """A panel for each class."""
    colours = chronosequence.classes.colours_by_name()
    panels = []
    for class_index, ages in judged.by_class:
        name = chronosequence.classes[class_index].name
        lines = [_said(name, age, digits) for age in ages]
        is_enough = [judged.is_enough(age.moments) for age in ages]
        panels.append(Panel(name, colours[name], ages, lines, is_enough))
    titles = (Term("Years since reclamation"), _mean_of(chronosequence, layer_index))
    marks: list[tuple[Text, str, str]] = [
        (Term("undisturbed land: mean"), LINE, "line"),
        (Term("reclaimed land: mean"), INK, "dot"),
        (Term("standard deviation (vertical), age range (horizontal)"), INK, "range"),
    ]
    if not all(is_enough for panel in panels for is_enough in panel.is_enough):
        least = rounded(judged.least_cells)
        words = Message("fewer than {least} cells with a value", least=least)
        marks.append((words, INK, "ring"))
    return Chart(
        f"ages-{layer_index}",
        Term("Reclaimed land by age compared with undisturbed land"),
        [("", partial(age_panels, panels, titles))],
        [(Term("undisturbed land: standard deviation"), BAND)],
        least_width=LEAST_WIDTH * min(len(panels), MOST_ACROSS),
        marks=marks,
    )


def _mean_of(chronosequence: Chronosequence, layer_index: int) -> Message:
    return Message("Mean of {layer}", layer=chronosequence.layers[layer_index].date.layer)


def _said(name: str, age: Age, digits: int) -> tuple[Text, ...]:
    lines: list[Text] = [
        name,
        Message("{age} years", age=ages_of(age)),
        _with_scatter(age.moments.mean, age.moments.sd, digits),
        Message("{count} cells with a value", count=rounded(age.moments.with_value)),
        hectares(age.moments.hectares),
    ]
    if age.pct is not None:
        lines.insert(3, Message("{pct} % of undisturbed land", pct=rounded(age.pct, 1)))
    return tuple(lines)


def _with_scatter(mean: float, sd: float | None, digits: int) -> str:
    return f"{rounded(mean, digits)} \N{PLUS-MINUS SIGN} {rounded(sd, digits)}"


def _bars(chronosequence: Chronosequence, layer_index: int, digits: int) -> Chart:
    """Means by status and class, status by status; the largest areas where there are too many."""
    known_rows = [row for row in chronosequence.status_rows(layer_index) if row["mean"] is not None]
    kept = sorted(known_rows, key=lambda row: -row["area_ha"])[:MOST_BARS]
    shown = [row for row in known_rows if row in kept]
    states = {key: state for state, key in KEYS.items()}
    shown_states = [states[row["status"]] for row in shown]
    bars = LyingBars(
        [row["mean"] for row in shown],
        [COLOURS[state] for state in shown_states],
        [
            (
                row["class"],
                WORDS[state],
                _with_scatter(cast(float, row["mean"]), row["sd"], digits),
                hectares(row["area_ha"]),
            )
            for row, state in zip(shown, shown_states)
        ],
        halves=[row["sd"] for row in shown],
    )
    labels = [row["class"] for row in shown]
    return Chart(
        f"status-{layer_index}",
        Term("Mean by status and class"),
        [("", partial(interval_bars, labels, [bars], _mean_of(chronosequence, layer_index)))],
        [(WORDS[state], COLOURS[state]) for state in dict.fromkeys(shown_states)],
        marks=[(Term("standard deviation of the cells"), INK, "range")],
    )


def _tables(chronosequence: Chronosequence, layer_index: int, digits: int) -> list[ShownTable]:
    """By age, by status, by class."""
    layer = chronosequence.layers[layer_index].date.layer
    land_class = known("class", colours=chronosequence.classes.colours_by_name())
    measured = [
        *map(known, ("cells", "without_value", "area_ha")),
        known("mean", digits=digits),
        known("sd", digits=digits),
    ]
    ages = [
        land_class,
        *map(known, ("age_min", "age_mid", "age_max")),
        *measured,
        known("undisturbed_mean", digits=digits),
        known("pct_of_undisturbed"),
    ]
    states = [known("status", colours=SWATCHES), land_class, *measured]
    classes = [land_class, *measured, known("min", digits=digits), known("max", digits=digits)]
    words = {key: WORDS[state] for state, key in KEYS.items()}
    by_age, by_class = chronosequence.age_rows(layer_index), chronosequence.class_rows(layer_index)
    by_status = chronosequence.status_rows(layer_index).words("status", words.get)
    tables = []
    for name, caption, columns, rows, output in (
        ("ages", Term("{layer} on reclaimed land by class and age"), ages, by_age, "BY_AGE"),
        ("status", Term("{layer} by status and class"), states, by_status, "BY_STATUS"),
        ("classes", Term("{layer} by class"), classes, by_class, "BY_CLASS"),
    ):
        name, title = f"{name}-{layer_index}", Message(caption, layer=layer)
        listed, is_folded = cast("Sequence[AreaRow]", rows), output == "BY_CLASS"
        tables.append(first_rows(name, title, columns, listed, MOST_ROWS, output, is_folded))
    return tables
