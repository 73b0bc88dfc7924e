"""Report of Change analysis; the study includes its sections on intensity and transitions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.table import Row, Table
from ..report.change_sections import stacked_chart, transfer_section
from ..report.horizontal_bars import (
    FULL_COLOUR,
    GAIN_LOSS_LEGEND,
    NET_CHANGE_MARKS,
    PALE_COLOUR,
    UNIFORM_INTENSITY_LABEL,
    UNIFORM_LINE_COLOUR,
    HorizontalBars,
    add_uniform_line,
    gain_loss_bars,
    intensity_bars,
)
from ..report.line_charts import AreaLine, area_line_chart
from ..report.page import (
    Chart,
    Headline,
    LegendMarks,
    Page,
    ReportTable,
    Section,
    TableColumn,
    cross_table,
    dictionary_column,
    omitted_rows_note,
    page_period_order,
    truncated_table,
)
from ..report.plotly_figures import (
    MIN_COMPACT_DATES,
    TEXT_COLOUR,
    BarSeries,
    DrawFunction,
    area_message,
    conversion_label,
    format_number,
    stacked_bars,
    year_axis,
)
from ..report.results_page import InputFile, create_results_page, proof_sections
from ..results.results import Results
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import PeriodMatrix
from ..scheme.values_per_hectare import ClassValues
from .change_analysis import INDICES, ChangeAnalysis
from .markov import ANNUAL_ROOT_METHOD, INTERPOLATED_METHOD, AreaProjection
from .tables import FAST, SLOW, STATE_TERMS

# Limits shared by sections; more bars or lines would be unreadable.
MAX_CHART_BARS, MAX_TABLE_ROWS, MAX_CHART_LINES, MAX_DECIMALS = 12, 30, 12, 6
PONTIUS_2004 = Term("Method: Pontius et al. (2004).")
ALDWAIK_2012 = Term("Method: Aldwaik and Pontius (2012).")
FAST_COLOUR, SLOW_COLOUR = "#0f5e78", "#9fc3cf"
UNIFORM_LINE: LegendMarks = [(UNIFORM_INTENSITY_LABEL, UNIFORM_LINE_COLOUR, "dashed")]
INCREASE_STYLE, DECREASE_STYLE = (Term("Increase"), "#2f8f6b"), (Term("Decrease"), "#b8483a")
# Components of change, in the order of the bars.
CHANGE_COMPONENTS = (
    ("quantity_ha", Term("Quantity"), "#0f5e78"),
    ("exchange_ha", Term("Exchange"), "#4fa3a5"),
    ("shift_ha", Term("Shift"), "#c9dfc4"),
)
METHOD_CAPTIONS = {
    INTERPOLATED_METHOD: Term("Projected area, interpolated, ha"),
    ANNUAL_ROOT_METHOD: Term("Projected area, annual root, ha"),
}
# Columns of the tables, after those of the classes.
COMPONENT_COLUMNS = (
    "area_before_ha area_after_ha gain_ha loss_ha net_ha swap_ha quantity_ha exchange_ha shift_ha"
)
RATE_COLUMNS = "dynamic_degree_pct compound_pct puyravaud_pct out_pct in_pct"
INTERVAL_COLUMNS = (
    "period years change_ha change_pct annual_pct uniform_pct pace gross_degree_pct net_degree_pct"
)
CATEGORY_COLUMNS = "{0}_ha {0}_intensity_pct {0}_state {0}_stationary {0}_error_ha"
TRANSITION_COLUMNS = (
    "area_ha gain_expected_ha gain_intensity_pct gain_uniform_pct gain_tendency "
    "loss_intensity_pct loss_uniform_pct loss_tendency"
)


def _create_columns(analysis: ChangeAnalysis, classes: str, others: str) -> list[TableColumn]:
    """Return class columns with colours, followed by other columns."""
    colours = analysis.classes.colours_by_name()
    return [
        *(dictionary_column(n, colours=colours) for n in classes.split()),
        *map(dictionary_column, others.split()),
    ]


def _iter_periods(
    analysis: ChangeAnalysis, rows: Table
) -> Iterator[tuple[int, PeriodMatrix, Table]]:
    """Yield index, matrix and rows of each period, the full period first."""
    matrices = analysis.matrices.all
    parts = rows.split_rows(len(matrices))
    return ((n, matrices[n], parts[n]) for n in page_period_order([m.period for m in matrices]))


def _missing_rate_warnings(matrices: Sequence[PeriodMatrix]) -> list[Message]:
    """Return warnings for periods without years."""
    template = Term("{period}: rates not available (years missing).")
    return [Message(template, period=matrix.name) for matrix in matrices if matrix.years is None]


def component_section(analysis: ChangeAnalysis) -> Section:
    """Return gains and losses by class, and the components of change, by period."""
    by_row, columns = (
        analysis.classes.colours_by_row(),
        _create_columns(analysis, "class", COMPONENT_COLUMNS),
    )
    variants, tables, alone = list[tuple[Text, DrawFunction]](), list[ReportTable](), list[Row]()
    for n, matrix, (*rows, landscape) in _iter_periods(analysis, analysis.components):
        alone.append(landscape)
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((matrix.name, partial(gain_loss_bars, rows, colours)))
        shown = [*rows, {**landscape, "class": Term("All classes"), "is_total": True}]
        caption = Message("Components of change by class, {period}", period=matrix.name)
        tables.append(ReportTable(f"components-{n}", caption, columns, shown, bool(tables)))
    title = Term("Net and gross change by class, ha")
    text = Term(
        "Net change (diamond) is gain minus loss. Quantity is the absolute net change, "
        "exchange the pairwise exchange between classes and shift the remainder. Their sum "
        "is the changed area."
    )
    charts = [
        Chart(
            "components-classes",
            title,
            variants,
            GAIN_LOSS_LEGEND,
            PONTIUS_2004,
            marks=NET_CHANGE_MARKS,
        ),
        # Next to the full period, the bars of this many periods would be too short.
        _component_chart(alone[1:] if len(alone) > MIN_COMPACT_DATES else alone),
    ]
    return Section("components", Term("Components of change"), [text], charts=charts, tables=tables)


def _component_chart(rows: list[Row]) -> Chart:
    labels = [row["period"] for row in rows]
    series = []
    for name, word, colour in CHANGE_COMPONENTS:
        areas = [row[name] for row in rows]
        hovers = [(word, label, area_message(area)) for label, area in zip(labels, areas)]
        series.append(BarSeries(word, colour, areas, hovers))
    title, axis = Term("Components of change, ha"), Term("Changed area, ha")
    note = Term("Method: Pontius and Santacruz (2014).")
    return stacked_chart("components-parts", title, labels, series, axis, note, lying=True)


def rate_section(analysis: ChangeAnalysis) -> Section:
    """Return the rates of the classes by period."""
    columns, tables = _create_columns(analysis, "class", RATE_COLUMNS), list[ReportTable]()
    for n, matrix, rows in _iter_periods(analysis, analysis.rates):
        words = {"period": matrix.name, "years": matrix.years}
        caption = Message("Rates by class, {period} ({years} years)", **words)
        if matrix.years is not None:
            tables.append(ReportTable(f"rates-{n}", caption, columns, rows, bool(tables)))
    text = Term(
        "Rates in % per year. Dynamic degree K, loss rate and gain rate refer to the area at "
        "the first date (K = gain rate - loss rate); the compound rate is compounded "
        "annually; Puyravaud's rate (2003) is continuous."
    )
    matrices = analysis.matrices.all
    warnings = _missing_rate_warnings(
        [matrices[n] for n in page_period_order([m.period for m in matrices])]
    )
    return Section("rates", Term("Rates of change"), [text], tables=tables, warnings=warnings)


def intensity_section(analysis: ChangeAnalysis) -> Section:
    """Return the intensities of intervals and categories compared with the uniform intensity."""
    charts, columns = (
        [_interval_chart(analysis), _category_chart(analysis)],
        INTERVAL_COLUMNS.split(),
    )
    shown, intervals = (
        _translate_columns(analysis.intervals, "pace"),
        list(map(dictionary_column, columns)),
    )
    text = Term(
        "Uniform intensity is the intensity of all intervals combined, or of all land within "
        "one interval. Intensities above it are fast or active, below it slow or dormant, "
        "and stationary if this holds in all intervals."
    )
    return Section(
        "intensity",
        Term("Intensity analysis"),
        [text],
        charts=[chart for chart in charts if chart],
        tables=[
            ReportTable("intervals", Term("Intervals"), intervals, shown),
            *_category_tables(analysis),
        ],
        warnings=_missing_rate_warnings(analysis.matrices.intervals),
    )


def _get_state_term(key: str | None) -> Text:
    """Return the term for a key of the tables in the user's language."""
    return STATE_TERMS.get(key or "", "")


def _translate_columns(rows: Table, *columns: str) -> Table:
    for column in columns:
        rows = rows.map_column(column, _get_state_term)
    return rows


def _interval_chart(analysis: ChangeAnalysis) -> Chart | None:
    rows = [row for row in analysis.intervals if row["annual_pct"] is not None]
    if not rows:
        return None
    labels, shares = ([row[name] for row in rows] for name in ("period", "annual_pct"))
    hovers = [
        (
            label,
            Message("{value} % per year", value=format_number(share, 3)),
            _get_state_term(row["pace"]),
        )
        for label, share, row in zip(labels, shares, rows)
    ]
    colours = [FAST_COLOUR if row["pace"] == FAST else SLOW_COLOUR for row in rows]
    title = Term("Annual change, % of total area per year")
    bars = HorizontalBars(shares, colours, hovers)
    draw: DrawFunction = partial(intensity_bars, labels, [bars], title, analysis.uniform)
    if year_axis(labels):
        standing = [
            BarSeries(
                "", pace, [s if own == pace else 0.0 for s, own in zip(shares, colours)], hovers
            )
            for pace in (FAST_COLOUR, SLOW_COLOUR)
        ]
        draw = partial(
            add_uniform_line, partial(stacked_bars, labels, standing, title), analysis.uniform
        )
    paces = {row["pace"] for row in rows}
    legend = [
        (STATE_TERMS[pace], c)
        for pace, c in ((FAST, FAST_COLOUR), (SLOW, SLOW_COLOUR))
        if pace in paces
    ]
    name = Term("Interval intensity")
    return Chart(
        "intensity-intervals", name, [("", draw)], legend, ALDWAIK_2012, marks=UNIFORM_LINE
    )


def _category_chart(analysis: ChangeAnalysis) -> Chart | None:
    """Return a chart of gain and loss of every class by interval."""
    by_row, variants = analysis.classes.colours_by_row(), list[tuple[Text, DrawFunction]]()
    for rows in map(list, analysis.categories.split_rows(len(analysis.matrices.intervals))):
        annual, labels = rows[0]["annual_pct"], [row["class"] for row in rows]
        if annual is None:
            continue
        colours, levels = [by_row[row["value"], row["class"]] for row in rows], []
        for side, words, opacity in (
            ("gain", Term("Gain: {value} % per year"), 1.0),
            ("loss", Term("Loss: {value} % per year"), 0.45),
        ):
            shares = [row[f"{side}_intensity_pct"] for row in rows]
            hovers = [
                (
                    label,
                    Message(words, value=format_number(share, 3)),
                    _get_state_term(row[f"{side}_state"]),
                )
                for label, share, row in zip(labels, shares, rows)
            ]
            levels.append(
                HorizontalBars([share or 0.0 for share in shares], colours, hovers, opacity)
            )
        draw = partial(intensity_bars, labels, levels, Term("% of class area per year"), annual)
        variants.append((rows[0]["period"], draw))
    title = Term("Gain and loss intensity by class")
    chart = Chart(
        "intensity-classes", title, variants, GAIN_LOSS_LEGEND, ALDWAIK_2012, marks=UNIFORM_LINE
    )
    return chart if variants else None


def _category_tables(analysis: ChangeAnalysis) -> list[ReportTable]:
    tables: list[ReportTable] = []
    # Stationarity is undefined for a single interval.
    intervals = analysis.matrices.intervals
    for rows in analysis.categories.split_rows(len(intervals)):
        shown = _translate_columns(rows, "gain_state", "loss_state")
        for what, side, caption in (
            ("gains", "gain", Term("Gain by class, {period}")),
            ("losses", "loss", Term("Loss by class, {period}")),
        ):
            names = CATEGORY_COLUMNS.format(side)
            if len(intervals) == 1:
                names = names.replace(f"{side}_stationary ", "")
            title, columns = (
                Message(caption, period=rows[0]["period"]),
                _create_columns(analysis, "class", names),
            )
            name = f"intensity-{what}-{len(tables)}"
            tables.append(ReportTable(name, title, columns, shown, len(tables) > 1))
    return tables


def transition_section(analysis: ChangeAnalysis) -> Section | None:
    """Return the largest transitions of every interval, or None without change."""
    by_row = analysis.classes.colours_by_row()
    areas, intensities = list[tuple[Text, DrawFunction]](), list[tuple[Text, DrawFunction]]()
    tables: list[ReportTable] = []
    for interval, matrix in enumerate(analysis.matrices.intervals):
        rows = analysis.transitions.get_largest_rows(interval, MAX_TABLE_ROWS)
        if not rows:
            continue
        drawn = rows[:MAX_CHART_BARS]
        labels = [conversion_label(row["from_class"], row["to_class"]) for row in drawn]
        later, earlier = (
            [by_row[row[f"{side}_value"], row[f"{side}_class"]] for row in drawn]
            for side in ("to", "from")
        )
        sizes = [_transition_area_bars(drawn, labels, later)]
        areas.append((matrix.name, partial(intensity_bars, labels, sizes, Term("Area, ha"), None)))
        if matrix.years is not None:
            levels = [
                _intensity_bars(drawn, labels, later, "gain", 1.0),
                _intensity_bars(drawn, labels, earlier, "loss", 0.45),
            ]
            draw = partial(intensity_bars, labels, levels, Term("% per year"), None)
            intensities.append((matrix.name, draw))
        others = int((matrix.moved > 0).sum()) - len(rows)
        rest = matrix.changed - sum(row["area_ha"] for row in rows)
        note = omitted_rows_note(others, rest, "TRANSITIONS") if others else ""
        tables.append(_transition_table(analysis, rows, interval, note, bool(tables)))
    if not tables:
        return None
    random = Term("Random gain: Pontius et al. (2004).")
    mark: LegendMarks = [(Term("Expected by random gain, ha"), UNIFORM_LINE_COLOUR, "tick")]
    title = Term("Largest transitions")
    charts = [Chart("transitions-areas", title, areas, note=random, marks=mark)]
    if intensities:
        legend = [
            (
                Term("gain intensity: area gained by the later class from the earlier class"),
                FULL_COLOUR,
            ),
            (
                Term("loss intensity: area that the earlier class loses to the later class"),
                PALE_COLOUR,
            ),
        ]
        title, mark = (
            Term("Transition intensity"),
            [(UNIFORM_INTENSITY_LABEL, UNIFORM_LINE_COLOUR, "tick")],
        )
        name = "transitions-intensities"
        charts.append(Chart(name, title, intensities, legend, ALDWAIK_2012, marks=mark))
    text = Term(
        "A class targets another class if it gains more from it than expected from a uniform "
        "gain from all other land, and avoids it if it gains less. The losses of a class are "
        "assessed likewise."
    )
    return Section(
        "transitions", Term("Transition intensity"), [text], charts=charts, tables=tables
    )


def _transition_area_bars(rows: list[Row], labels: list[str], colours: list[str]) -> HorizontalBars:
    marks = [row["gain_expected_ha"] for row in rows]
    hovers = [
        (label, Message("{area} ha", area=format_number(row["area_ha"], 2)))
        for label, row in zip(labels, rows)
    ]
    return HorizontalBars([row["area_ha"] for row in rows], colours, hovers, marks=marks)


def _intensity_bars(
    rows: list[Row], labels: list[str], colours: list[str], side: str, opacity: float
) -> HorizontalBars:
    """Return bars of the gains of classes, or of the losses, by transition."""
    lines = [row[f"{side}_uniform_pct"] for row in rows]
    hovers = [
        (
            label,
            Message("{value} % per year", value=format_number(row[f"{side}_intensity_pct"], 3)),
            Message("uniform: {value}", value=format_number(line, 3)),
            _get_state_term(row[f"{side}_tendency"]),
        )
        for label, row, line in zip(labels, rows, lines)
    ]
    shares = [row[f"{side}_intensity_pct"] or 0.0 for row in rows]
    return HorizontalBars(shares, colours, hovers, opacity, marks=lines)


def _transition_table(
    analysis: ChangeAnalysis, rows: list[Row], interval: int, note: Text, folded: bool
) -> ReportTable:
    """Return a table of the largest transitions of an interval; a star marks stationary ones."""
    shown = list[Row]()
    for row in rows:
        words = {
            f"{side}_tendency": _get_state_term(row[f"{side}_tendency"])
            for side in ("gain", "loss")
        }
        starred = [name for name in words if row[name.replace("tendency", "stationary")]]
        shown.append({**row, **words, **{n: Message("{word} *", word=words[n]) for n in starred}})
    if any(row["gain_stationary"] is not None for row in rows):
        star = Term("* the same in all intervals.")
        note = Message("{star} {note}", star=star, note=note) if note else star
    caption = Message("Largest transitions, {period}", period=rows[0]["period"])
    columns = _create_columns(analysis, "from_class to_class", TRANSITION_COLUMNS)
    return ReportTable(f"transitions-{interval}", caption, columns, shown, folded, note)


def index_section(analysis: ChangeAnalysis) -> Section:
    """Return land-use degree and diversity by date."""
    text = Term(
        "Land-use degree (Zhuang and Liu 1997): 100 × area-weighted mean grade, from 100 "
        "(all unused) to 400 (all built-up). Shannon entropy uses natural logarithms; "
        "evenness is entropy divided by its maximum, dominance the maximum minus entropy."
    )
    columns = [dictionary_column(name) for name in INDICES.split()]
    table = ReportTable("indices", Term("Indices by date"), columns, analysis.indices)
    title = Term("Land-use degree and diversity")
    return Section("indices", title, [text], tables=[table])


def contribution_section(analysis: ChangeAnalysis) -> Section | None:
    """Return the largest contributions by period and value, or None without values."""
    values = analysis.values
    if values is None:
        return None
    columns = _create_columns(analysis, "from_class to_class", "area_ha change contribution_pct")
    variants, tables = list[tuple[Text, DrawFunction]](), list[ReportTable]()
    by_value = defaultdict[tuple[str, str], list[Any]](list)
    for row in analysis.contributions:
        by_value[row["period"], row["value_name"]].append(row)
    for n in page_period_order([matrix.period for matrix in analysis.matrices.all]):
        period = analysis.matrices.all[n].name
        for index, name in enumerate(values.names):
            rows, shown = by_value[period, name], f"contributions-{n}-{index}"
            if not rows:
                continue
            variants.append((f"{period}, {name}", _contribution_bars(rows[:MAX_CHART_BARS], name)))
            caption = Message("Contributions, {period}, {value}", period=period, value=name)
            most, output, folded = MAX_TABLE_ROWS, "CONTRIBUTIONS", bool(tables)
            tables.append(truncated_table(shown, caption, columns, rows, most, output, folded))
    text = Term(
        "Change due to a conversion: area × (value per hectare after - before). "
        "Contribution: % of the sum of absolute changes; absolute contributions add up to "
        "100."
    )
    note = Term("Method: ChinaXiv 201809.00013.")
    title = Term("Largest changes by conversion")
    charts = [Chart("contributions", title, variants, [INCREASE_STYLE, DECREASE_STYLE], note)]
    tables.append(_value_table(analysis, values))
    head = Term("Contribution by conversion")
    return Section("contributions", head, [text], charts=charts, tables=tables)


def _value_table(analysis: ChangeAnalysis, values: ClassValues) -> ReportTable:
    """Return a table of the values per hectare of the classes, with their sources."""
    classes = analysis.matrices.classes
    per_ha = [[float(value) for value in row] for row in values.values_per_hectare(classes)]
    fields, rows = [f"value{n}" for n in range(len(values.names))], list[Row]()
    for land_class, of_class in zip(classes, per_ha):
        source, lacking = values.source(land_class), Term("not in the table, counted as 0")
        source = lacking if source is None else source or None
        rows.append({"class": land_class.name, **dict(zip(fields, of_class)), "source": source})

    def digits(column: Sequence[float]) -> int:
        """Return the number of decimals needed to show the values as given, up to a limit."""
        fitting = (n for n in range(MAX_DECIMALS) if all(round(v, n) == v for v in column))
        return next(fitting, MAX_DECIMALS)

    shown = zip(values.names, fields, zip(*per_ha))
    columns = _create_columns(analysis, "class", "")
    columns += [TableColumn(name, field, digits(column)) for name, field, column in shown]
    note = "" if values.has_sources else Term("The table gives no sources for its values.")
    caption = Term("Values per hectare and their sources")
    return ReportTable("values", caption, [*columns, dictionary_column("source")], rows, note=note)


def _contribution_bars(rows: Sequence[Row], name: str) -> DrawFunction:
    """Return bars to the right for gains, to the left for losses."""
    labels = [conversion_label(row["from_class"], row["to_class"]) for row in rows]
    hovers: list[tuple[Text, ...]] = [
        (
            label,
            format_number(row["change"], 1),
            Message("{share} % of all changes", share=format_number(row["contribution_pct"], 2)),
        )
        for label, row in zip(labels, rows)
    ]
    series = [
        BarSeries(*INCREASE_STYLE, [max(row["change"], 0.0) for row in rows], hovers),
        BarSeries(*DECREASE_STYLE, [min(row["change"], 0.0) for row in rows], hovers),
    ]
    title = Message("Change, {value} × ha", value=name)
    return partial(stacked_bars, labels, series, title, lying=True)


def projection_section(analysis: ChangeAnalysis) -> Section | None:
    """Return the projected areas, or None without a projection."""
    projection = analysis.projection
    if projection is None:
        return None
    classes, colours = analysis.matrices.classes, analysis.classes.colours_by_row()
    indices = {(c.value, c.name): n for n, c in enumerate(analysis.classes)}
    # One line per class over the dates with a year.
    pairs = zip(analysis.dates, analysis.tallies)
    dated = [(date, tally) for date, tally in pairs if re.fullmatch(r"\d{4}", date.year)]
    years, areas = _get_projected_areas(projection, INTERPOLATED_METHOD, len(classes))
    lines = []
    for key, own in zip(((c.value, c.name) for c in classes), areas):
        at = FIRST_CLASS_CODE + indices[key]
        observed = [(int(date.year), float(tally.hectares[at])) for date, tally in dated]
        projected = sorted(zip(map(int, years), own))
        lines.append(AreaLine(key[1], colours[key], observed, projected))
    # The classes with the largest areas at any time, in the order of all classes.
    ranked = sorted(lines, key=lambda line: -max(a for _, a in (*line.observed, *line.projected)))
    drawn = [line for line in lines if line in ranked[:MAX_CHART_LINES]]
    note: Text = Message(
        "Markov chain: transition probabilities of the last interval ({period}) repeated for "
        "each interval, with interpolation in between. Annual root: Takada et al. (2010).",
        period=analysis.matrices.intervals[-1].name,
    )
    if len(drawn) < len(lines):
        more = Message(
            "The chart shows the {count} largest classes; all classes are listed in the table.",
            count=len(drawn),
        )
        note = Message("{star} {note}", star=note, note=more)
    draw, title = partial(area_line_chart, drawn, Term("Area, ha")), Term("Area by class, ha")
    legend = [(line.name, line.colour) for line in drawn]
    marks: LegendMarks = [(Term("projected"), TEXT_COLOUR, "dotted")]
    chart = Chart("projection", title, [("", draw)], legend, note, marks=marks)
    tables, (first,) = [], _create_columns(analysis, "class", "")
    for method, caption in METHOD_CAPTIONS.items():
        years, areas = _get_projected_areas(projection, method, len(classes))
        if years:
            name = f"projection-{'root' if method == ANNUAL_ROOT_METHOD else 'interpolated'}"
            by_name = list(zip([c.name for c in classes], areas))
            tables.append(cross_table(name, caption, first, years, by_name))
    texts: list[Text] = [*projection.notes().notices]
    return Section("projection", Term("Projection"), texts, charts=[chart], tables=tables)


def _get_projected_areas(
    projection: AreaProjection, method: str, size: int
) -> tuple[list[str], list[list[float]]]:
    """Return the years of a projection by a method, and the hectares by class and year."""
    rows = projection.rows[projection.rows["method"] == method]
    years = list(dict.fromkeys(rows["year"].tolist()))
    return years, rows["area_ha"].reshape(-1, size).T.tolist()


SECTIONS = (
    component_section,
    rate_section,
    intensity_section,
    transition_section,
    index_section,
    contribution_section,
    projection_section,
)


def analysis_page(
    results: Results,
    analysis: ChangeAnalysis,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the report of a change analysis; `files` are those of the layers by date."""
    # Change analysis has no TRANSFERS output.
    all_transfers = Message("{output} of Land-use transfer matrix", output="TRANSFERS")
    sections = [
        transfer_section(results, all_transfers),
        *(section(analysis) for section in SECTIONS),
        *proof_sections(results, provenance, files),
    ]
    span = analysis.matrices.span
    changed = Message("Changed area, {period}", period=span.name)
    headlines: list[Headline] = [
        (Term("Area analysed"), format_number(span.total, 0), "ha"),
        (changed, format_number(100 * span.changed / span.total, 1), "%"),
    ]
    if analysis.uniform is not None:
        unit = Term("% per year")
        headlines.append((Term("Uniform intensity"), format_number(analysis.uniform, 2), unit))
    return create_results_page(Term("Change analysis"), results, provenance, headlines, sections)
