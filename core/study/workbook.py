"""Workbook of a study: summary, method and sources, matrices, densities, and tables.

The carbon losses are formulas that refer to the sheet of densities, and update when a
density is edited. All other values use the densities of the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..base.data_dictionary import COLUMNS, ColumnKind, Field, get_table_fields
from ..base.drafts import Drafts, convert_write_errors
from ..base.files import Provenance
from ..base.messages import ContinueCheck, Message, Notes, Term, Text, Translator, translate_message
from ..ledger.balance import balance_sentences, balance_tables, land_balance_table
from ..ledger.ledger_rows import ALL_POOLS, LAND_LABELS, LedgerRow, StockRow
from ..ledger.sections import FLOW_LABELS
from ..ledger.stocks import DECAYING, SOIL, STORED_TOPSOIL, VEGETATION
from ..mine.ages import STATUS_LABELS as STATUS_WORDS
from ..mine.ages import STATUS_SWATCHES
from ..mine.mined_land import STATE_KEYS, LandState
from ..mine.reclamation import disclosure_section
from ..report.page import (
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    cross_table,
    dictionary_column,
)
from ..report.report_maps import MAX_FRAMED_SHARE
from ..report.results_page import (
    InputFile,
    checks_summary,
    page_subtitle,
    parameter_section,
    source_section,
)
from ..report.section_sheet import LINK_FIELD, TITLE_STYLE, SectionSheet, TableChart
from ..results.closure import CLOSURE, translatable_rows
from ..results.results import (
    AUDIT,
    polygon_column_names,
    polygon_fields,
    polygon_row,
    polygon_rows,
    results_by_unit,
)
from ..results.transfers import TOTAL_COLUMN, matrix_table
from ..scheme.table import RESERVED_TERMS as TABLE_WORDS
from ..scheme.zone_rules import zone_colour
from ..xlsx.cell_styles import CellStyle, column_format, number_format
from ..xlsx.workbook import WorkbookProperties, quote_sheet_name, sheet_names, write_workbook
from ..xlsx.worksheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    FormulaBuilder,
    Sheet,
    SheetCell,
    SheetRow,
    cell_width,
    column_letters,
    column_width,
    heading_style,
    table_sheet,
)
from .key_findings import key_findings
from .land_sections import method_section
from .page import STUDY_TITLE, key_figures, study_choices
from .priority_section import priority_sentences, priority_table
from .study import Study

SUMMARY_TITLE, METHOD_TITLE = Term("Summary"), Term("Methods and sources")
OMITTED_SHEET_TEXT = Term("Omitted: exceeds the row or column limit of Excel.")
# With more classes, zones are given by the rules only.
MAX_MATRIX_CLASSES = 40


# Titles and descriptions of the sheets; by output for tables.
SHEET_TEXTS = {
    "TRANSFERS": (Term("Transfers"), Term("One row per period and pair of classes.")),
    "AREAS": (Term("Class areas"), Term("One row per date and class.")),
    "ZONE_SHARES": (Term("Zone shares"), Term("One row per period and zone.")),
    "LOSSES": (Term("Carbon loss"), Term("One row per period, sink class and disturbing class.")),
    "DENSITIES": (
        Term("Carbon densities"),
        Term(
            "Carbon density by class, t C/ha. The carbon loss sheet is calculated from these "
            "values."
        ),
    ),
    "BALANCE": (
        Term("Balance by land"),
        Term(
            "One row per period and for all periods: land disturbed since the first date, "
            "land mined at the first date, and both. Stock, flows, net change (positive: "
            "carbon gain) and its confidence interval. Rows for all periods and for (all) "
            "are totals."
        ),
    ),
    "BY_YEAR": (
        Term("Annual land change"),
        Term(
            "One row per year, for all classes and for each class: area disturbed and "
            "reclaimed, carbon loss. Land without a year in its period (DISTURBANCE_YEAR, "
            "RECOVERY_YEAR) is distributed evenly over the years of the period and listed "
            "separately."
        ),
    ),
    "LEDGER": (
        Term("Carbon ledger"),
        Term("One row per period, flow, pool and class: area, t C, t CO2, t C/year."),
    ),
    "STOCKS": (
        Term("Carbon stocks"),
        Term(
            "One row per date, status and class: carbon stock by pool, t C, and its range "
            "due to the age of reclaimed land."
        ),
    ),
    "PRIORITIES": (
        Term("Reclamation priorities"),
        Term(
            "One row per unit with mined land (or per square, if no units are given), by "
            "rank: mined, idle and reclaimed area, carbon loss and gain, and carbon gain of "
            "idle land in 20 years with its bounds. Units are ranked by this gain."
        ),
    ),
    "UNITS": (Term("Units"), Term("One row per unit: results for its land.")),
    "DISCLOSURE": (
        Term("Disclosure of mined land"),
        Term(
            "One row per site (unit), period, phase and ecosystem before and after: area "
            "disturbed and released from mining, ha, for reporting under GRI 101-6, TNFD "
            "C1.1 and ESRS E4-5."
        ),
    ),
    "CLOSURE": (Term("Consistency checks"), Term("Consistency checks between the tables.")),
    "AUDIT": (
        Term("Cell counts"),
        Term(
            "One row per date: number of cells that are valid, NoData, "
            "outside the layer extent, outside the mask or "
            "unclassified."
        ),
    ),
}
# Number of columns of the unit sheet that fit on a page.
PRINTED_COLUMNS = 16
# Label of the rows for the whole run in tables by unit, which precede the units.
ALL_UNITS = Term("All units")

# Terms that replace the keys of the file tables, by column.
CELL_TERMS: dict[str, Mapping[str, Text]] = {
    "flow": FLOW_LABELS,
    "pool": {
        SOIL: Term("Soil"),
        VEGETATION: Term("Vegetation"),
        STORED_TOPSOIL: Term("Stored topsoil"),
        DECAYING: Term("Delayed loss"),
        ALL_POOLS: Term("All pools"),
    },
    "status": {key: STATUS_WORDS[state] for state, key in STATE_KEYS.items()},
    "class": TABLE_WORDS,
    "unit": TABLE_WORDS,
    "land": LAND_LABELS,
}

# Tables with more columns have wrapped headings, as they are printed at page width.
MAX_WIDE_COLUMNS = 8
# Unchanged land is grey in a matrix, and zero is shown as a dash.
UNCHANGED_FILL = "#e4e7ea"
MATRIX_FORMAT = f"{number_format(2)};-{number_format(2)};\N{EN DASH}"


# Creates a sheet by its name.
SheetBuilder = Callable[[str], Sheet]


class PlannedSheet(NamedTuple):
    """Planned sheet; `rows` is its number of rows, None for all but the header."""

    title: Text
    meaning: Text
    make: SheetBuilder
    rows: int | None = None


class WorkbookContext(NamedTuple):
    """Information on the run for the workbook: files by date, warnings translated."""

    provenance: Provenance
    files: Sequence[InputFile | None]
    warnings: Sequence[str] = ()


def write_study_workbook(
    path: str | Path,
    drafts: Drafts,
    study: Study,
    run: WorkbookContext,
    tr: Translator,
    going_on: Callable[[], bool] = lambda: True,
) -> Notes:
    """Write the workbook of a study, and return notes on sheets omitted due to Excel limits."""
    notes = Notes()
    sheets = study_sheets(study, run, tr, notes)
    provenance = run.provenance
    title = provenance.title or tr(STUDY_TITLE)
    about = WorkbookProperties(title, provenance.author, provenance.comment)
    with convert_write_errors(path):
        write_workbook(drafts.draft_path(path), sheets, about, going_on)
    return notes


def study_sheets(study: Study, run: WorkbookContext, tr: Translator, notes: Notes) -> list[Sheet]:
    """Return the sheets of a study's workbook, starting with summary and method."""
    matrices = [
        _matrix_sheet(study, period_index, tr) for period_index in range(len(study.cube.periods))
    ]
    planned = [*matrices, *_table_sheets(study, tr)]
    if study.priorities is not None:
        title, meaning = SHEET_TEXTS["PRIORITIES"]
        begin = Section("priorities", title, priority_sentences(study, study.priorities))
        begin.tables = [priority_table(study.priorities, most=None)]
        make = _section_sheet_builder(begin, tr, study.consumers.going_on)
        planned.insert(0, PlannedSheet(title, meaning, make, len(study.priorities.rows)))
    titles = [SUMMARY_TITLE, METHOD_TITLE, *(plan.title for plan in planned)]
    first, second, *names = sheet_names(translate_message(title, tr) for title in titles)
    sheets = [(plan, plan.make(name)) for plan, name in zip(planned, names)]
    contents: list[TableRow] = []
    for plan, sheet in sheets:
        rows, columns = sheet.size
        count = rows - 1 if plan.rows is None else plan.rows
        row = {"sheet": sheet.name, "rows": count, "meaning": plan.meaning}
        if sheet.is_within_limits:
            row[LINK_FIELD] = sheet.name
        else:
            row["meaning"] = OMITTED_SHEET_TEXT
            notes.add_warning(
                "WORKBOOK: sheet '{name}' omitted; {rows:,} rows and {columns:,} columns "
                "exceed the Excel limits of {most_rows:,} and {most_columns:,}.",
                name=plan.title,
                rows=rows,
                columns=columns,
                most_rows=MAX_ROWS,
                most_columns=MAX_COLUMNS,
            )
        contents.append(row)
    summary = summary_sheet(first, run.provenance.title or STUDY_TITLE, study, tr)
    method = _method_sheet(second, study, run, contents, tr)
    return [summary, method, *(sheet for _, sheet in sheets if sheet.is_within_limits)]


def _method_sheet(
    name: str, study: Study, run: WorkbookContext, contents: Sequence[TableRow], tr: Translator
) -> Sheet:
    """Create the sheet on methods, sources, parameters and checks."""
    provenance = run.provenance
    sheet = SectionSheet(tr)
    sheet.add_wide_text(provenance.title or STUDY_TITLE, TITLE_STYLE)
    sheet.add_wide_text(page_subtitle(study))
    if provenance.author:
        sheet.add_fact(Term("Author"), provenance.author)
    if provenance.comment:
        sheet.add_empty_row()
        sheet.add_wide_text(provenance.comment)
    columns = [
        TableColumn(Term("Sheet"), "sheet"),
        TableColumn(Term("Rows"), "rows", 0),
        TableColumn(Term("Description"), "meaning"),
    ]
    table = ReportTable("contents", "", columns, contents)
    warnings = [Message("Warning: {text}", text=text) for text in run.warnings]
    met = checks_summary(study.consistency_checks)
    # A date would change the file for identical results.
    undated = replace(provenance, made_on="")
    for section in (
        Section("contents", Term("Worksheets"), tables=[table]),
        Section("checks", Term("Checks and warnings"), [met], warnings=warnings),
        source_section(study, undated, run.files, study_choices(study)),
        parameter_section(provenance),
        method_section(study, MAX_MATRIX_CLASSES, has_zones=True),
    ):
        sheet.add_section(section)
    return sheet.build_sheet(name)


# More classes or zones are shown in their own sheets only.
MAX_BARS = 40
AREA_TABLE_ID, ZONE_TABLE_ID, MINE_TABLE_ID, LOSS_TABLE_ID = (
    "summary-areas",
    "summary-zones",
    "summary-mine",
    "summary-losses",
)


def _area_chart(study: Study) -> tuple[TableChart, ReportTable]:
    """Return class areas by date; for a small mine, mined and reclaimed land."""
    if (
        study.mined_land
        and study.mined_land.cumulative_disturbed_ha < MAX_FRAMED_SHARE * study.cube.total_hectares
    ):
        title = Term("Mined and reclaimed land, ha")
        rows = [
            (STATUS_WORDS[state], [at[state]["area_ha"] for at in study.mined_land.rows_by_state])
            for state in (LandState.ACTIVE, LandState.RECLAIMED)
        ]
        table = cross_table(
            MINE_TABLE_ID,
            title,
            dictionary_column("status", colours=STATUS_SWATCHES),
            study.labels,
            rows,
        )
        return TableChart(title, MINE_TABLE_ID, Term("ha"), STATUS_SWATCHES), table
    title = Term("Class areas, ha")
    by_class = zip(*study.areas_by_date)
    areas = [(rows[0]["class"], [row["area_ha"] for row in rows]) for rows in by_class]
    table = cross_table(
        AREA_TABLE_ID,
        title,
        dictionary_column("class", colours=study.class_colours),
        study.labels,
        areas,
    )
    return TableChart(title, AREA_TABLE_ID, Term("ha"), study.class_colours), table


def _period_chart(study: Study) -> tuple[TableChart, ReportTable]:
    """Return zone shares by period; for a small mine, carbon loss."""
    is_small = (
        study.mined_land
        and study.mined_land.cumulative_disturbed_ha < MAX_FRAMED_SHARE * study.cube.total_hectares
    )
    if is_small and study.losses:
        steps = [step.name for step in study.steps]
        lost = {row["from_class"]: dict.fromkeys(steps, 0.0) for row in study.losses}
        for row in study.losses:
            if row["period"] in steps:
                lost[row["from_class"]][row["period"]] += row["total_loss_tc"]
        title, column = (
            Term("Carbon loss, t C"),
            dictionary_column("from_class", colours=study.class_colours),
        )
        amounts = [(name, list(by_period.values())) for name, by_period in lost.items()]
        table = cross_table(LOSS_TABLE_ID, title, column, steps, amounts)
        return TableChart(title, LOSS_TABLE_ID, Term("t C"), study.class_colours), table
    colours = {zone.name: zone_colour(zone) for zone in study.rules.zones}
    shares = [
        (zone.name, [row["share_pct"] for row in study.zone_shares if row["zone"] == zone.value])
        for zone in study.rules.zones
    ]
    periods, column = (
        [p.name for p in study.cube.periods],
        dictionary_column("zone_name", colours=colours),
    )
    table = cross_table(
        ZONE_TABLE_ID, Term("Zone shares, % of the area analysed"), column, periods, shares
    )
    title = Term("Zone shares")
    return TableChart(title, ZONE_TABLE_ID, Term("%"), colours, lying=True, most=100.0), table


def summary_sheet(name: str, title: Text, study: Study, tr: Translator) -> Sheet:
    """Create the summary sheet with key findings, key figures and charts."""
    sheet = SectionSheet(tr)
    sheet.add_wide_text(title, TITLE_STYLE)
    sheet.add_wide_text(page_subtitle(study))
    sheet.add_section(Section("answers", Term("Summary"), facts=[*key_findings(study)]))
    sheet.add_section(_key_figure_section(study))
    (left, areas), (right, periods) = _area_chart(study), _period_chart(study)
    has_charts = max(len(areas.raw), len(periods.raw)) <= MAX_BARS
    if has_charts:
        sheet.add_empty_row()
        sheet.add_charts(left, right)
    if study.ledger and study.uncertainty is not None:
        caveat = study.coefficients.caveat
        balance = Section(
            "balance",
            study.disturbing.balance_title,
            balance_sentences(study.ledger, study.uncertainty, study.balance),
            warnings=[caveat] if caveat else [],
            tables=[land_balance_table(study.balance), balance_tables(study.ledger)[0]],
        )
        sheet.add_section(balance)
    if has_charts:
        sheet.add_section(Section("charts", Term("Chart data"), tables=[areas, periods]))
    return sheet.build_sheet(name)


def _key_figure_section(study: Study) -> Section:
    rows: list[TableRow] = [
        {"figure": label, "number": value, "unit": Term(figure.unit)}
        for figure in key_figures(study)
        for label, value in figure.values
    ]
    columns = [
        TableColumn(Term("Key figure"), "figure"),
        TableColumn(Term("Value"), "number", 2),
        TableColumn(Term("Unit of measurement"), "unit"),
    ]
    table = ReportTable("figures", "", columns, rows)
    return Section("figures", Term("Key figures"), tables=[table])


def _matrix_sheet(study: Study, period_index: int, tr: Translator) -> PlannedSheet:
    """Return the transfer matrix of a period, with columns of equal width."""
    cube, period = study.cube, study.cube.periods[period_index]
    ends = {"earlier": study.labels[period.earlier], "later": study.labels[period.later]}
    corner = translate_message(Message("{earlier} (rows), {later} (columns), ha", **ends), tr)
    total = tr(TOTAL_COLUMN)

    def heads(columns: Sequence[str]) -> list[SheetCell]:
        texts = [
            (corner, ColumnKind.TEXT),
            *((name, ColumnKind.REAL) for name in (*columns, total)),
        ]
        return [SheetCell(text, style=heading_style(kind, broken=True)) for text, kind in texts]

    def lines() -> Iterator[SheetRow]:
        columns, rows = matrix_table(cube, period_index)
        yield SheetRow(heads(columns[:-1]))
        last = len(rows) - 1
        for row_index, row in enumerate(rows):
            first = total if row_index == last else row["from_class"]
            cells = [SheetCell(first, style=CellStyle(bold=row_index == last))]
            for column, key in enumerate(columns):
                fill = UNCHANGED_FILL if row_index == column != last else ""
                style = CellStyle(MATRIX_FORMAT, bold=last in (row_index, column), fill=fill)
                cells.append(SheetCell(row[key], ColumnKind.REAL, style))
            yield SheetRow(cells)

    def sheet(name: str) -> Sheet:
        names = [cube.classes[n].name for n in cube.present_classes(cube.cells[period_index])]
        # The total is the widest number.
        whole = SheetCell(cube.total_hectares, ColumnKind.REAL, CellStyle(MATRIX_FORMAT, bold=True))
        first, *others = (cell_width(head) for head in heads(names))
        first = max(first, *(cell_width(SheetCell(name)) for name in names))
        size = len(names) + 2
        other = column_width(max(cell_width(whole), *others))
        widths = [column_width(first), *[other] * (size - 1)]
        return Sheet(name, lines(), (size, size), frozen=(1, 1), widths=widths)

    meaning = Message("Transfer matrix, ha; rows: {earlier}, columns: {later}.", **ends)
    return PlannedSheet(Message("Matrix {period}", period=period.name), meaning, sheet)


def _table_sheets(study: Study, tr: Translator) -> list[PlannedSheet]:
    planned: list[PlannedSheet] = []

    def plan(output: str, make: SheetBuilder, meaning: Text = "", printed: bool = False) -> None:
        title, usual = SHEET_TEXTS[output]
        meaning = meaning or usual
        if study.census.units is not None and printed:
            meaning = Message(
                "{meaning} The first rows ({all}) are totals; do not add them to the unit rows.",
                meaning=meaning,
                all=ALL_UNITS,
            )
        planned.append(PlannedSheet(title, meaning, make))

    for output, row_type, rows_of in study.tables:
        if output == "BALANCE" and not study.ledger:
            continue
        if output == "BY_YEAR" and not (study.mined_land and study.series.years):
            continue
        meaning: Text = ""
        if output == "LOSSES" and study.why_no_losses:
            meaning = Message("Carbon losses not calculated: {why}.", why=study.why_no_losses)
        fields, rows = results_by_unit(study.census, row_type, rows_of, tr(ALL_UNITS))
        densities, narrow = None, len(fields) > MAX_WIDE_COLUMNS
        if output == "LOSSES" and rows:
            densities = DensitySheet(study, [str(row["from_class"]) for row in rows], tr)
        formulas = densities.loss_formulas(fields) if densities else None
        make = _table_sheet_builder(fields, rows, tr, narrow=narrow, formulas=formulas)
        if study.census.units is not None:
            make = _limit_print_area(make, len(list(rows_of(study.census))) + 1, len(fields))
        plan(output, make, meaning, True)
        if densities:
            plan("DENSITIES", densities.make_sheet)
    if study.ledger:
        plan("LEDGER", _table_sheet_builder(get_table_fields(LedgerRow), study.ledger.rows, tr))
        plan("STOCKS", _table_sheet_builder(get_table_fields(StockRow), study.ledger.stocks, tr))
    if study.census.units is not None:
        plan(
            "UNITS",
            _limit_print_area(_unit_sheet_builder(study, tr), MAX_ROWS, PRINTED_COLUMNS),
            "",
            True,
        )
    if study.disclosure is not None:
        section = disclosure_section(study.disclosure, most=None)
        make, count = (
            _section_sheet_builder(section, tr, study.consumers.going_on),
            len(study.disclosure.rows),
        )
        planned.append(PlannedSheet(*SHEET_TEXTS["DISCLOSURE"], make, count))
    checks = [
        {**row, "check": translate_message(row["check"], tr)}
        for row in translatable_rows(study.consistency_checks)
    ]
    plan("CLOSURE", _table_sheet_builder(get_table_fields(CLOSURE), checks, tr))
    plan("AUDIT", _table_sheet_builder(get_table_fields(AUDIT), study.audit, tr))
    return planned


def _limit_print_area(make: SheetBuilder, rows: int, columns: int) -> SheetBuilder:
    """Return a builder of the same sheet with a limited print area."""
    return lambda name: replace(make(name), printed=(rows, columns))


def _section_sheet_builder(
    section: Section, tr: Translator, going_on: ContinueCheck
) -> SheetBuilder:
    sheet = SectionSheet(tr, going_on)
    sheet.add_section(section)
    return sheet.build_sheet


def _table_sheet_builder(
    fields: Sequence[Field],
    rows: Sequence[Mapping[str, object]],
    tr: Translator,
    headings: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    narrow: bool = False,
    formulas: Mapping[str, FormulaBuilder] | None = None,
) -> SheetBuilder:
    """Return the builder of a table sheet; headings and formats supplement the dictionary."""
    known = [name for name, _ in fields if name in COLUMNS]
    return partial(
        table_sheet,
        fields=fields,
        rows=rows,
        headings={**{c: tr(str(COLUMNS[c].heading)) for c in known}, **(headings or {})},
        formats={**{c: column_format(COLUMNS[c]) for c in known}, **(formats or {})},
        filtered=True,
        narrow=narrow,
        formulas=formulas,
        words={
            column: {key: translate_message(word, tr) for key, word in CELL_TERMS[column].items()}
            for column, _ in fields
            if column in CELL_TERMS
        },
    )


def _unit_sheet_builder(study: Study, tr: Translator) -> SheetBuilder:
    """Return the builder of the sheet with the fields of the unit polygons."""
    columns = study.unit_columns
    names = polygon_column_names(columns)
    headings = (translate_message(text, tr) for group in columns for text in group.headings)
    formats = (number_format(group.digits) for group in columns for _ in group.names)
    units = [unit for unit, _ in study.census.units or ()]
    whole = polygon_row(tr(ALL_UNITS), study.census, columns)
    rows = [whole, *polygon_rows(units, study.census, columns)]
    fields = polygon_fields(columns)
    return _table_sheet_builder(
        fields, rows, tr, dict(zip(names, headings)), dict(zip(names, formats)), True
    )


DENSITY_NOTE = Term(
    "Changing a yellow cell updates the carbon loss sheet only. The balance, ledger, "
    "priorities and charts keep the results of the run."
)
# Fill colour of editable cells.
EDITABLE_FILL = "#fff6c9"
NUMBER_WIDTH, NOTE_WIDTH = 16.0, 60.0
# Columns of the sheet after the class, and the formulas of LOSSES with these and its own columns.
DENSITY_COLUMNS = {"soil": "B", "vegetation": "C", "soil_lost": "D", "vegetation_lost": "E"}
LOSS_FORMULAS = {
    "soil_tc_per_ha": "{soil}",
    "vegetation_tc_per_ha": "{vegetation}",
    "soil_loss_tc": "{area_ha}*{soil_tc_per_ha}*{soil_lost}",
    "vegetation_loss_tc": "{area_ha}*{vegetation_tc_per_ha}*{vegetation_lost}",
    "total_loss_tc": "{soil_loss_tc}+{vegetation_loss_tc}",
    "total_loss_tco2": "{total_loss_tc}*44/12",
}


class DensitySheet:
    """Sheet with a row per class with carbon loss: densities and loss fractions.

    Args:
        names: class names, possibly repeated.
    """

    def __init__(self, study: Study, names: Iterable[str], tr: Translator):
        by_name = {c.name: c for c in study.classes}
        self._coefficients = {
            n: study.coefficients.class_coefficient(by_name[n]) for n in dict.fromkeys(names)
        }
        self._tr = tr
        self._name = ""

    def make_sheet(self, name: str) -> Sheet:
        """Create the sheet under a name, which the formulas refer to."""
        self._name = name
        columns = "class", "soil_tc_per_ha", "vegetation_tc_per_ha"
        texts = [
            *(COLUMNS[column].heading for column in columns),
            Term("Soil carbon loss fraction"),
            Term("Vegetation carbon loss fraction"),
        ]
        heads = [
            SheetCell(
                translate_message(text, self._tr),
                style=heading_style(ColumnKind.REAL if index else ColumnKind.TEXT, broken=True),
            )
            for index, text in enumerate(texts)
        ]
        note = SheetCell(
            translate_message(DENSITY_NOTE, self._tr),
            style=heading_style(ColumnKind.TEXT, True, broken=True),
        )
        lines = [SheetRow([*heads, note])]
        density, part = (
            CellStyle(column_format(COLUMNS["soil_tc_per_ha"]), fill=EDITABLE_FILL),
            CellStyle(fill=EDITABLE_FILL),
        )
        for index, (class_name, coefficient) in enumerate(self._coefficients.items()):
            pools = coefficient.soil, coefficient.vegetation
            cells = [
                SheetCell(class_name),
                *(SheetCell(pool.density, ColumnKind.REAL, density) for pool in pools),
                *(SheetCell(pool.loss_fraction, ColumnKind.REAL, part) for pool in pools),
            ]
            # The complete first row lets GDAL recognise the headings above it.
            lines.append(SheetRow([*cells, None if index else SheetCell("")]))
        first = column_width(max(cell_width(SheetCell(name)) for name in self._coefficients))
        widths = [first, *[NUMBER_WIDTH] * (len(heads) - 1), NOTE_WIDTH]
        return Sheet(name, lines, (len(lines), len(widths)), frozen=(1, 1), widths=widths)

    def loss_formulas(self, fields: Sequence[Field]) -> Mapping[str, FormulaBuilder]:
        """Return the formulas of LOSSES for its columns."""
        letters = {name: column_letters(index) for index, (name, _) in enumerate(fields)}
        lines = {name: line for line, name in enumerate(self._coefficients, 2)}

        def formula(words: str, row: Mapping[str, object], row_number: int) -> str:
            own = {column: f"{letter}{row_number}" for column, letter in letters.items()}
            line, sheet = lines[str(row["from_class"])], quote_sheet_name(self._name)
            here = {key: f"{sheet}!${column}${line}" for key, column in DENSITY_COLUMNS.items()}
            return words.format(**own, **here)

        return {column: partial(formula, words) for column, words in LOSS_FORMULAS.items()}
