"""Report of Accuracy assessment: methods text, classes, areas, matrix and map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from ..base.colours import mix_colours
from ..base.files import Provenance
from ..base.messages import Message, MessageList, Term, Text, Translator
from ..base.numbers import FloatArray, IntArray, NDArray
from ..report.heatmaps import MAX_NUMBERED_CLASSES, class_heatmap
from ..report.horizontal_bars import (
    FULL_COLOUR,
    PALE_COLOUR,
    HorizontalBars,
    interval_bars,
    interval_label,
)
from ..report.page import (
    Chart,
    Headline,
    LegendMarks,
    Page,
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    dictionary_column,
)
from ..report.plotly_figures import (
    TEXT_COLOUR,
    DrawFunction,
    Figure,
    escape_html,
    format_number,
    round_to_uncertainty,
)
from ..report.report_maps import create_picture, picture_shape
from ..report.results_page import InputFile, create_results_page, crs_name, proof_sections
from ..scan.block import Block
from ..scan.cell_raster import Thumbnail
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.series import Series
from .accuracy import (
    MAP_CLASS_COLUMN,
    Accuracy,
    AccuracyResults,
    CrossTable,
    kappa_warning,
    list_reliability_warnings,
)
from .cells import PointCells, SampleCells
from .estimates import BY_CLASS, BY_STRATA, SIMPLE
from .matching import format_exclusions


def summary_section(results: AccuracyResults) -> Section:
    """Return a paragraph on design, estimators and results, with their limitations."""
    accuracy = results.accuracy
    parts = [
        _design_sentence(results),
        METHOD_SENTENCES[accuracy.sample.goes_by],
        _overall_accuracy_sentence(accuracy),
        *_class_range_sentences(accuracy),
        _disagreement_sentence(accuracy),
        *_area_sentences(accuracy),
    ]
    if accuracy.matched.left_out:
        reasons = format_exclusions(accuracy.matched.left_out)
        parts.append(Message("Samples excluded: {reasons}.", reasons=reasons))
    sentences: list[Text] = [Message("{text}", text=MessageList(parts, Term(" ")))]
    if "KAPPA" in accuracy.key_figures:
        kappa, words = format_number(accuracy.key_figures["KAPPA"], 3), kappa_warning()
        template = Term("Kappa (raw counts): {kappa}. {warning}")
        sentences.append(Message(template, kappa=kappa, warning=words))
    warnings = list_reliability_warnings(accuracy.estimates, results.census.valid_area_ha)
    return Section("summary", Term("Summary"), sentences, warnings=warnings)


# Sentences on design and method, by method of estimation.
DESIGN_SENTENCES = {
    SIMPLE: Term(
        "The map {map} was assessed with {count} samples ({reference}) drawn with equal "
        "probability from the whole area."
    ),
    BY_CLASS: Term(
        "The map {map} was assessed with {count} samples ({reference}), stratified by its "
        "{strata} classes ({least} to {most} per class)."
    ),
    BY_STRATA: Term(
        "The map {map} was assessed with {count} samples ({reference}) from {strata} strata "
        "({least} to {most} per stratum) that differ from the map classes."
    ),
}
METHOD_SENTENCES = {
    SIMPLE: Term("Accuracy and area estimates are sample proportions (simple random sampling)."),
    BY_CLASS: Term(
        "Accuracy and area were estimated from the confusion matrix, with each map class "
        "weighted by its area proportion (Olofsson et al. 2014, Remote Sensing of "
        "Environment 148:42-57)."
    ),
    BY_STRATA: Term(
        "Accuracy and area were estimated with ratio estimators, with each stratum weighted "
        "by its area proportion and finite population correction (Stehman 2014, "
        "International Journal of Remote Sensing 35:4923-4939)."
    ),
}
# Sentences on the range of class accuracies.
RANGE_SENTENCES = {
    "users_pct": Term("User's accuracy ranges from {least} % ({worst}) to {most} % ({best})."),
    "producers_pct": Term(
        "Producer's accuracy ranges from {least} % ({worst}) to {most} % ({best})."
    ),
}


def _design_sentence(results: AccuracyResults) -> Message:
    sample = results.accuracy.sample
    sizes = [int(size) for size in sample.sizes if size]
    return Message(
        DESIGN_SENTENCES[sample.goes_by],
        map=results.dates[0].layer,
        count=format_number(results.accuracy.samples),
        reference=results.reference,
        strata=str(len(sizes)),
        least=format_number(min(sizes)),
        most=format_number(max(sizes)),
    )


def _overall_accuracy_sentence(accuracy: Accuracy) -> Message:
    half_width = accuracy.overall_half_width_pct
    if half_width is None:
        return Message(
            "Overall accuracy: {share} % (no confidence interval; a stratum has only one sample).",
            share=format_number(accuracy.overall_pct, 1),
        )
    return Message(
        "Overall accuracy: {share} ± {half_width} % ({level} % confidence intervals "
        "throughout; z = {z}).",
        share=format_number(accuracy.overall_pct, 1),
        half_width=format_number(half_width, 1),
        level=f"{accuracy.level:g}",
        z=f"{accuracy.z:.2f}",
    )


def _class_range_sentences(accuracy: Accuracy) -> Iterator[Message]:
    for key, words in RANGE_SENTENCES.items():
        rows = [row for row in accuracy.class_accuracy if row[key] is not None]
        rows.sort(key=lambda row: float(row[key]))
        if len(rows) > 1:
            least, most = (format_number(row[key], 1) for row in (rows[0], rows[-1]))
            ends = {"worst": rows[0]["class"], "best": rows[-1]["class"]}
            yield Message(words, least=least, most=most, **ends)


def _disagreement_sentence(accuracy: Accuracy) -> Message:
    figures = accuracy.key_figures
    return Message(
        "Estimated disagreement between map and reference: {share} % ({quantity} % quantity, "
        "{exchange} % exchange, {shift} % shift; Pontius and Santacruz 2014).",
        share=format_number(100 - accuracy.overall_pct, 1),
        quantity=format_number(figures["QUANTITY_PCT"], 1),
        exchange=format_number(figures["EXCHANGE_PCT"], 1),
        shift=format_number(figures["SHIFT_PCT"], 1),
    )


def _area_sentences(accuracy: Accuracy) -> Iterator[Message]:
    """Yield a sentence on the class with the largest area adjustment."""
    row = max(accuracy.class_accuracy, key=lambda row: abs(row["estimated_ha"] - row["mapped_ha"]))
    half_width = row["estimated_half_width_ha"]
    if half_width is not None:
        yield Message(
            "Largest difference between mapped and estimated area: {name}, {mapped} ha "
            "mapped, {estimated} ± {half_width} ha estimated.",
            name=row["class"],
            mapped=format_number(row["mapped_ha"], 0),
            estimated=round_to_uncertainty(row["estimated_ha"], half_width),
            half_width=round_to_uncertainty(half_width, half_width),
        )


# Byte values in the image: classes up to here, then points.
MAX_CLASSES = 240
EDGE_VALUE, AGREEMENT_VALUE, DISAGREEMENT_VALUE = 253, 254, 255
POINT_COLOURS = {EDGE_VALUE: "#ffffff", AGREEMENT_VALUE: "#1f2933", DISAGREEMENT_VALUE: "#d1001f"}
# Classes are lightened so that points are visible.
CLASS_TINT_SHARE = 0.55
PAPER_COLOUR = "#ffffff"


def create_accuracy_thumbnail(series: Series) -> Thumbnail:
    """Return a thumbnail of the class codes of the pass."""

    def codes(block: Block) -> NDArray[np.uint16]:
        return block.codes[0].astype(np.uint16)

    return Thumbnail(series.window, picture_shape(series.grid, series.window), codes, 0, np.uint16)


def point_section(results: AccuracyResults, points: PointCells) -> Section | None:
    """Return the map of sample locations, or None if the map has too many classes."""
    thumbnail, agreeing = results.thumbnail, results.accuracy.matched.agreeing
    if thumbnail is None or len(results.classes) + FIRST_CLASS_CODE > MAX_CLASSES:
        return None
    grid, window = results.series.grid, results.series.window
    verdicts = [agreeing.get(key) for key in points.list_point_classes()]
    cells = results.census.codes[thumbnail.cells].astype(np.uint8)
    rows, columns = (
        (cells_of_grid - first) * size // cell_count
        for cells_of_grid, first, size, cell_count in (
            (points.rows, window.row, cells.shape[0], window.height),
            (points.columns, window.column, cells.shape[1], window.width),
        )
    )
    for radius, values in (
        (2, (EDGE_VALUE, EDGE_VALUE)),
        (1, (DISAGREEMENT_VALUE, AGREEMENT_VALUE)),
    ):
        for row, column, verdict in zip(rows, columns, verdicts):
            if verdict is not None and row >= 0 and column >= 0:
                top, left = max(row - radius, 0), max(column - radius, 0)
                cells[top : row + radius + 1, left : column + radius + 1] = values[verdict]
    right, wrong = verdicts.count(True), verdicts.count(False)
    colours = {
        class_index + FIRST_CLASS_CODE: mix_colours(colour, PAPER_COLOUR, CLASS_TINT_SHARE)
        for class_index, colour in enumerate(results.classes.colours())
    }
    sentence = Message(
        "Map and reference agree at {right} points and disagree at {wrong}.",
        right=format_number(right),
        wrong=format_number(wrong),
    )
    legend = [
        (Term("Map and reference agree"), POINT_COLOURS[AGREEMENT_VALUE]),
        (Term("Map and reference disagree"), POINT_COLOURS[DISAGREEMENT_VALUE]),
    ]
    drawn = create_picture(
        results.dates[0].layer, cells, {**colours, **POINT_COLOURS}, grid, window
    )
    title = Term("Sample locations")
    return Section("points", title, [sentence], maps=[drawn], map_legend=legend)


USERS_LABEL, PRODUCERS_LABEL = Term("User's accuracy"), Term("Producer's accuracy")
# Opacity of the second bar of a class.
PALE_OPACITY = 0.45


def accuracy_section(results: AccuracyResults) -> Section:
    """Return user's and producer's accuracy of each class with their intervals."""
    rows, colours = results.accuracy.class_accuracy, results.class_colours
    users = _accuracy_bars(rows, "users", USERS_LABEL, colours)
    producers = _accuracy_bars(rows, "producers", PRODUCERS_LABEL, colours, PALE_OPACITY)
    names = [row["class"] for row in rows]
    draw = partial(interval_bars, names, [users, producers], Term("Accuracy, %"), most=100.0)
    points = Term("± percentage points")
    columns = [
        dictionary_column("class", colours=results.colour_by_class),
        *map(dictionary_column, ("samples", "users_pct")),
        dictionary_column("users_half_width_pct", points),
        dictionary_column("producers_pct"),
        dictionary_column("producers_half_width_pct", points),
        dictionary_column("f1_pct"),
    ]
    text = Term(
        "User's accuracy: proportion of the mapped area of a class that is correct. "
        "Producer's accuracy: proportion of the reference area of a class that is mapped "
        "correctly. F1: harmonic mean of both."
    )
    title, marks = Term("User's and producer's accuracy, %"), _interval_marks(results)
    legend = [(USERS_LABEL, FULL_COLOUR), (PRODUCERS_LABEL, PALE_COLOUR)]
    chart = Chart("accuracy", title, [("", draw)], legend, marks=marks)
    table = ReportTable("accuracy", Term("Accuracy by class"), columns, rows)
    title = Term("Accuracy by class")
    return Section("accuracy", title, [text], charts=[chart], tables=[table])


def area_section(results: AccuracyResults) -> Section:
    """Return mapped and estimated areas of each class."""
    rows, colours = results.accuracy.class_accuracy, results.class_colours
    names = [row["class"] for row in rows]
    areas = [row["mapped_ha"] for row in rows]
    words = [Message("mapped: {area} ha", area=format_number(area, 2)) for area in areas]
    mapped = HorizontalBars(
        areas, colours, list(zip(names, words)), PALE_OPACITY, [None for _ in rows]
    )
    areas = [row["estimated_ha"] for row in rows]
    halves = [row["estimated_half_width_ha"] for row in rows]
    words = [
        Message(
            "estimated: {area} \N{PLUS-MINUS SIGN} {half_width} ha",
            area=format_number(area, 2),
            half_width=format_number(half, 2),
        )
        for area, half in zip(areas, halves)
    ]
    estimated = HorizontalBars(areas, colours, list(zip(names, words)), halves=halves)
    draw = partial(interval_bars, names, [mapped, estimated], Term("Area, ha"))
    columns = [
        dictionary_column("class", colours=results.colour_by_class),
        dictionary_column("mapped_ha"),
        dictionary_column("estimated_ha"),
        dictionary_column("estimated_half_width_ha", Term("\N{PLUS-MINUS SIGN} ha")),
        dictionary_column("estimated_se_ha"),
    ]
    text = Message(
        "Mapped and estimated area by class; the estimates cover {area} ha.",
        area=format_number(results.accuracy.hectares, 2),
    )
    title, marks = Term("Mapped and estimated areas, ha"), _interval_marks(results)
    legend = [(Term("mapped"), PALE_COLOUR), (Term("estimated"), FULL_COLOUR)]
    chart = Chart("areas", title, [("", draw)], legend, marks=marks)
    table = ReportTable("areas", Term("Mapped and estimated areas, ha"), columns, rows)
    title = Term("Mapped and estimated areas, ha")
    return Section("areas", title, [text], charts=[chart], tables=[table])


def _interval_marks(results: AccuracyResults) -> LegendMarks:
    return [(interval_label(results.accuracy.level), TEXT_COLOUR, "range")]


def _accuracy_bars(
    rows: Sequence[Mapping[str, Any]],
    side: str,
    words: Term,
    colours: list[str],
    opacity: float = 1.0,
) -> HorizontalBars:
    """Return the bars of user's or producer's accuracy by class."""
    shares = [row[f"{side}_pct"] for row in rows]
    halves = [row[f"{side}_half_width_pct"] for row in rows]
    hovers = [
        (
            row["class"],
            Message(
                "{what}: {share} \N{PLUS-MINUS SIGN} {half_width} %",
                what=words,
                share=format_number(share, 2),
                half_width=format_number(half, 2),
            ),
        )
        for row, share, half in zip(rows, shares, halves)
    ]
    return HorizontalBars(shares, colours, hovers, opacity, halves)


def stratum_section(results: AccuracyResults) -> Section | None:
    """Return the strata, samples and shares in the variance; None if map classes or no strata."""
    sample, origins = results.accuracy.sample, results.accuracy.estimates.variance_shares
    if sample.by_class or sample.design == SIMPLE:
        return None
    rows: list[TableRow] = [
        {
            "stratum": stratum.name,
            "samples": int(size),
            "cells": stratum.cells,
            "mapped_ha": stratum.hectares,
            "origin": None if np.isnan(origin) else 100 * float(origin),
        }
        for stratum, size, origin in zip(sample.strata, sample.sizes, origins)
    ]
    sentences: list[Text] = []
    if not np.isnan(origins).any():
        largest = int(np.argmax(origins))
        text = Term(
            "Stratum {name} contributes {share} % of the total variance of the estimated "
            "areas; additional samples there would narrow the confidence intervals."
        )
        share, name = format_number(100 * float(origins[largest]), 1), sample.strata[largest].name
        sentences = [Message(text, share=share, name=name)]
    columns = [
        *map(dictionary_column, ("stratum", "samples", "cells")),
        TableColumn(Term("Area, ha"), "mapped_ha", 2),
        TableColumn(Term("Share of area variance, %"), "origin", 1),
    ]
    title = Term("Strata")
    return Section("strata", title, sentences, tables=[ReportTable("strata", title, columns, rows)])


# A larger matrix is wider than the page; the output tables contain it.
MAX_TABLE_CLASSES = 14


def matrix_section(results: AccuracyResults) -> Section:
    """Return the matrix as sample counts and as estimated shares of the area."""
    accuracy = results.accuracy
    names = [c.name for c in accuracy.sample.classes]
    samples, shares = accuracy.sample.matrix, accuracy.estimates.proportions
    # Classes without map or reference samples are only in the tables.
    sampled = np.flatnonzero(samples.sum(axis=0) + samples.sum(axis=1))
    drawn, cross_table = [names[index] for index in sampled], np.ix_(sampled, sampled)
    variants: list[tuple[Text, DrawFunction]] = [
        (words, partial(_draw_cross_table, drawn, matrix[cross_table], digits, words))
        for words, matrix, digits in (
            (Term("Samples"), samples, 0),
            (Term("% of area"), 100 * shares, 2),
        )
    ]
    title = Term("Confusion matrix")
    note = Term(
        "Rows: map classes; columns: reference classes. Colour: share of the map class. "
        "Off-diagonal cells are errors."
    )
    width = max(560, 190 + (42 if len(drawn) <= MAX_NUMBERED_CLASSES else 22) * len(drawn))
    charts = [Chart("matrix", title, variants, note=note, least_width=width)]
    if len(names) > MAX_TABLE_CLASSES:
        text = Message(
            "Table not shown for {count} classes; see {outputs}.",
            count=len(names),
            outputs="CONFUSION, PROPORTIONS",
        )
        return Section("matrix", title, [text], charts=charts)
    tables = [
        _matrix_table("confusion", Term("Samples"), accuracy.confusion_matrix, results, 0),
        _matrix_table(
            "shares", Term("Estimated share of area, %"), accuracy.proportions, results, 3
        ),
    ]
    return Section("matrix", title, charts=charts, tables=tables)


def _draw_cross_table(
    names: list[str], matrix: IntArray | FloatArray, digits: int, words: str, tr: Translator
) -> Figure:
    """Draw a matrix as a heatmap; `words` describe its values."""
    rows = [[float(value) for value in row] for row in matrix]
    share = escape_html(tr("{share} % of the map class")).replace("{share}", "%{z:.2f}")
    map_words = escape_html(tr("Map: {name}")).replace("{name}", "%{y}")
    reference_words = escape_html(tr("Reference: {name}")).replace("{name}", "%{x}")
    return class_heatmap(
        names,
        rows,
        digits,
        f"{map_words}<br>{reference_words}<br>%{{text}}<br>{share}<extra></extra>",
        (tr("Map"), tr("Reference ({numbers})").replace("{numbers}", tr(words))),
    )


def _matrix_table(
    name: str, caption: Term, cross_table: CrossTable, results: AccuracyResults, digits: int
) -> ReportTable:
    names = (c.name for c in results.accuracy.sample.classes)
    headings: Sequence[Text] = [*names, Term("Total")]
    fields = [field for field, _ in cross_table.fields[1 : 1 + len(headings)]]
    factor = 100 if digits else 1
    rows: list[TableRow] = [
        {
            MAP_CLASS_COLUMN: row[MAP_CLASS_COLUMN],
            **{field: row[field] * factor for field in fields},
        }
        for row in cross_table.rows
    ]
    rows[-1] = {**rows[-1], MAP_CLASS_COLUMN: Term("Total"), "is_total": True}
    columns = [
        dictionary_column(
            MAP_CLASS_COLUMN,
            Term("Map (rows), reference (columns)"),
            colours=results.colour_by_class,
        ),
        *(TableColumn(heading, field, digits) for heading, field in zip(headings, fields)),
    ]
    return ReportTable(name, caption, columns, rows, folded=bool(digits))


# Components of the disagreement between map and reference.
DISAGREEMENT_LABELS = (
    Term("Quantity disagreement"),
    Term("Exchange disagreement"),
    Term("Shift disagreement"),
)


def accuracy_page(
    results: AccuracyResults,
    cells: SampleCells,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the accuracy report; `files` are those of the map."""
    points = point_section(results, cells) if isinstance(cells, PointCells) else None
    sections = [
        summary_section(results),
        matrix_section(results),
        accuracy_section(results),
        area_section(results),
        stratum_section(results),
        points,
        *proof_sections(results, provenance, files, list(results.facts)),
    ]
    subtitle = Message(
        "{map}; reference: {reference}. {system}.",
        map=results.dates[0].layer,
        reference=results.reference,
        system=crs_name(results.series.grid) or Term("no CRS"),
    )
    accuracy = results.accuracy
    share, half_width = format_number(accuracy.overall_pct, 1), accuracy.overall_half_width_pct
    if half_width is not None:
        share = f"{share} \N{PLUS-MINUS SIGN} {format_number(half_width, 1)}"
    headlines: list[Headline] = [(Term("Overall accuracy"), share, "%")]
    parts = zip(DISAGREEMENT_LABELS, accuracy.estimates.disagreement)
    headlines += [(words, format_number(100 * part, 1), "%") for words, part in parts]
    if "KAPPA" in accuracy.key_figures:
        headlines.append((Term("Kappa"), format_number(accuracy.key_figures["KAPPA"], 2), ""))
    headlines.append((Term("Samples"), format_number(accuracy.samples), ""))
    title = Term("Accuracy assessment")
    return create_results_page(title, results, provenance, headlines, sections, subtitle=subtitle)
