"""The workbook of a study: summary, method and sources, matrices, densities, and its tables.

The tonnes of the losses are formulas of the sheet of densities: a density that is changed there by
hand shows at once. All else of the workbook was counted by the densities of the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..base.data_dictionary import COLUMNS, Field, Kind, fields_of
from ..base.drafts import Drafts, writing
from ..base.files import Provenance
from ..base.messages import GoingOn, Message, Notes, Term, Text, Translate, translated
from ..ledger.balance import balance_sentences, balance_tables, land_table
from ..ledger.flows import ALL_POOLS, LAND_WORDS, LedgerRow, StockRow
from ..ledger.sections import FLOW_WORDS
from ..ledger.states import DECAYING, SOIL, STORED, VEGETATION
from ..mine.ages import SWATCHES
from ..mine.ages import WORDS as STATUS_WORDS
from ..mine.mined_land import KEYS, State
from ..mine.reclamation import disclosure_section
from ..report.page import Row, Section, ShownColumn, ShownTable, crossed, known
from ..report.report_maps import FRAMED_BELOW
from ..report.results_page import (
    InputFile,
    checks_met,
    parameter_section,
    source_section,
    subtitle_of,
)
from ..report.section_sheet import LEADS_TO, TITLE, SectionSheet, TableChart
from ..results.closure import CLOSURE, shown_rows
from ..results.results import (
    AUDIT,
    by_unit,
    polygon_columns,
    polygon_fields,
    polygon_row,
    polygon_rows,
)
from ..results.transfers import TOTAL, matrix_table
from ..scheme.table import WORDS as TABLE_WORDS
from ..scheme.zone_rules import zone_colour
from ..xlsx.cell_styles import Style, format_of, number_format
from ..xlsx.workbook import About, quoted, sheet_names, write_workbook
from ..xlsx.worksheet import (
    LAST_COLUMN,
    LAST_ROW,
    Formula,
    Sheet,
    SheetCell,
    SheetRow,
    column_width,
    heading,
    letters_in,
    letters_of,
    table_sheet,
)
from .key_findings import opening
from .land_sections import method_section
from .page import STUDY, choices_of, key_figures
from .priority_section import priority_sentences, priority_table
from .study import Study

SUMMARY, METHOD = Term("Summary"), Term("Methods and sources")
LEFT_OUT = Term("Omitted: exceeds the row or column limit of Excel.")
# The zones of more classes are told by the rules alone.
MOST_SQUARE = 40


# What the sheets are called, and what they hold; by output where it is a table of its own.
SHEETS = {
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
# Of what the polygons of units tell, so many columns fit onto a page.
PRINTED = 16
# The rows of the whole run in tables by unit, which stand before those of the units.
ALL_UNITS = Term("All units")

# What cells hold in place of the keys that the tables in files have, by column.
WORDS: dict[str, Mapping[str, Text]] = {
    "flow": FLOW_WORDS,
    "pool": {
        SOIL: Term("Soil"),
        VEGETATION: Term("Vegetation"),
        STORED: Term("Stored topsoil"),
        DECAYING: Term("Delayed loss"),
        ALL_POOLS: Term("All pools"),
    },
    "status": {key: STATUS_WORDS[state] for state, key in KEYS.items()},
    "class": TABLE_WORDS,
    "unit": TABLE_WORDS,
    "land": LAND_WORDS,
}

# The headings of a table of more columns are broken into lines: it is printed as wide as a page.
MANY_COLUMNS = 8
# Land that stayed what it was is muted in a matrix, and a dash stands where there is none.
UNCHANGED = "#e4e7ea"
MATRIX_FORMAT = f"{number_format(2)};-{number_format(2)};\N{EN DASH}"


# Makes a sheet by its name.
Maker = Callable[[str], Sheet]


class PlannedSheet(NamedTuple):
    """A sheet to be made; `rows` is how many it has, None where all but the first are."""

    title: Text
    meaning: Text
    make: Maker
    rows: int | None = None


class Circumstances(NamedTuple):
    """What a workbook tells of the run: files are per date, warnings in the reader's language."""

    provenance: Provenance
    files: Sequence[InputFile | None]
    warnings: Sequence[str] = ()


def write_study_workbook(
    path: str | Path,
    drafts: Drafts,
    study: Study,
    run: Circumstances,
    tr: Translate,
    going_on: Callable[[], bool] = lambda: True,
) -> Notes:
    """Write the workbook of a study, and say what was left out because Excel cannot hold it."""
    notes = Notes()
    sheets = study_sheets(study, run, tr, notes)
    provenance = run.provenance
    title = provenance.title or tr(STUDY)
    about = About(title, provenance.author, provenance.comment)
    with writing(path):
        write_workbook(drafts.path(path), sheets, about, going_on)
    return notes


def study_sheets(study: Study, run: Circumstances, tr: Translate, notes: Notes) -> list[Sheet]:
    """The sheets of a study's workbook, a summary and that on method and sources first."""
    matrices = [_matrix(study, period_index, tr) for period_index in range(len(study.cube.periods))]
    planned = [*matrices, *_tables(study, tr)]
    if study.priorities is not None:
        title, meaning = SHEETS["PRIORITIES"]
        begin = Section("priorities", title, priority_sentences(study, study.priorities))
        begin.tables = [priority_table(study.priorities, most=None)]
        make = _section_maker(begin, tr, study.consumers.going_on)
        planned.insert(0, PlannedSheet(title, meaning, make, len(study.priorities.rows)))
    titles = [SUMMARY, METHOD, *(plan.title for plan in planned)]
    first, second, *names = sheet_names(translated(title, tr) for title in titles)
    sheets = [(plan, plan.make(name)) for plan, name in zip(planned, names)]
    contents: list[Row] = []
    for plan, sheet in sheets:
        rows, columns = sheet.size
        count = rows - 1 if plan.rows is None else plan.rows
        row = {"sheet": sheet.name, "rows": count, "meaning": plan.meaning}
        if sheet.fits:
            row[LEADS_TO] = sheet.name
        else:
            row["meaning"] = LEFT_OUT
            notes.warn(
                "WORKBOOK: sheet '{name}' omitted; {rows:,} rows and {columns:,} columns "
                "exceed the Excel limits of {most_rows:,} and {most_columns:,}.",
                name=plan.title,
                rows=rows,
                columns=columns,
                most_rows=LAST_ROW,
                most_columns=LAST_COLUMN,
            )
        contents.append(row)
    summary = summary_sheet(first, run.provenance.title or STUDY, study, tr)
    method = _method_sheet(second, study, run, contents, tr)
    return [summary, method, *(sheet for _, sheet in sheets if sheet.fits)]


def _method_sheet(
    name: str, study: Study, run: Circumstances, contents: Sequence[Row], tr: Translate
) -> Sheet:
    """What the results are, and what they were made from, how and by what."""
    provenance = run.provenance
    sheet = SectionSheet(tr)
    sheet.wide(provenance.title or STUDY, TITLE)
    sheet.wide(subtitle_of(study))
    if provenance.author:
        sheet.fact(Term("Author"), provenance.author)
    if provenance.comment:
        sheet.gap()
        sheet.wide(provenance.comment)
    columns = [
        ShownColumn(Term("Sheet"), "sheet"),
        ShownColumn(Term("Rows"), "rows", 0),
        ShownColumn(Term("Description"), "meaning"),
    ]
    table = ShownTable("contents", "", columns, contents)
    warnings = [Message("Warning: {text}", text=text) for text in run.warnings]
    met = checks_met(study.checks)
    # The day would make another file of the same results.
    undated = replace(provenance, made_on="")
    for section in (
        Section("contents", Term("Worksheets"), tables=[table]),
        Section("checks", Term("Checks and warnings"), [met], warnings=warnings),
        source_section(study, undated, run.files, choices_of(study)),
        parameter_section(provenance),
        method_section(study, MOST_SQUARE, has_zones=True),
    ):
        sheet.section(section)
    return sheet.sheet(name)


# More classes, or zones, are told by the sheets that have them alone.
MOST_BARS = 40
AREAS, ZONES, MINE, LOSSES = "summary-areas", "summary-zones", "summary-mine", "summary-losses"


def _area_chart(study: Study) -> tuple[TableChart, ShownTable]:
    """Class areas by date; of a mine on a small part of the land, mined and reclaimed land."""
    if study.mined and study.mined.ever_hectares < FRAMED_BELOW * study.cube.total_hectares:
        title = Term("Mined and reclaimed land, ha")
        rows = [
            (STATUS_WORDS[state], [at[state]["area_ha"] for at in study.mined.states])
            for state in (State.ACTIVE, State.RECLAIMED)
        ]
        table = crossed(MINE, title, known("status", colours=SWATCHES), study.labels, rows)
        return TableChart(title, MINE, Term("ha"), SWATCHES), table
    title = Term("Class areas, ha")
    by_class = zip(*study.areas_by_date)
    areas = [(rows[0]["class"], [row["area_ha"] for row in rows]) for rows in by_class]
    table = crossed(AREAS, title, known("class", colours=study.colours), study.labels, areas)
    return TableChart(title, AREAS, Term("ha"), study.colours), table


def _period_chart(study: Study) -> tuple[TableChart, ShownTable]:
    """Zone shares by period; of a mine on a small part of the land, carbon lost."""
    is_small = study.mined and study.mined.ever_hectares < FRAMED_BELOW * study.cube.total_hectares
    if is_small and study.losses:
        steps = [step.name for step in study.steps]
        lost = {row["from_class"]: dict.fromkeys(steps, 0.0) for row in study.losses}
        for row in study.losses:
            if row["period"] in steps:
                lost[row["from_class"]][row["period"]] += row["total_loss_tc"]
        title, column = Term("Carbon loss, t C"), known("from_class", colours=study.colours)
        amounts = [(name, list(by_period.values())) for name, by_period in lost.items()]
        table = crossed(LOSSES, title, column, steps, amounts)
        return TableChart(title, LOSSES, Term("t C"), study.colours), table
    colours = {zone.name: zone_colour(zone) for zone in study.rules.zones}
    shares = [
        (zone.name, [row["share_pct"] for row in study.zones if row["zone"] == zone.value])
        for zone in study.rules.zones
    ]
    periods, column = [p.name for p in study.cube.periods], known("zone_name", colours=colours)
    table = crossed(ZONES, Term("Zone shares, % of the area analysed"), column, periods, shares)
    title = Term("Zone shares")
    return TableChart(title, ZONES, Term("%"), colours, lying=True, most=100.0), table


def summary_sheet(name: str, title: Text, study: Study, tr: Translate) -> Sheet:
    """What a reader wants first."""
    sheet = SectionSheet(tr)
    sheet.wide(title, TITLE)
    sheet.wide(subtitle_of(study))
    sheet.section(Section("answers", Term("Summary"), facts=[*opening(study)]))
    sheet.section(_figure_section(study))
    (left, areas), (right, periods) = _area_chart(study), _period_chart(study)
    has_charts = max(len(areas.raw), len(periods.raw)) <= MOST_BARS
    if has_charts:
        sheet.gap()
        sheet.charts(left, right)
    if study.ledger and study.uncertainty is not None:
        caveat = study.coefficients.caveat
        balance = Section(
            "balance",
            study.disturbing.balance,
            balance_sentences(study.ledger, study.uncertainty, study.balance),
            warnings=[caveat] if caveat else [],
            tables=[land_table(study.balance), balance_tables(study.ledger)[0]],
        )
        sheet.section(balance)
    if has_charts:
        sheet.section(Section("charts", Term("Chart data"), tables=[areas, periods]))
    return sheet.sheet(name)


def _figure_section(study: Study) -> Section:
    rows: list[Row] = [
        {"figure": label, "number": value, "unit": Term(figure.unit)}
        for figure in key_figures(study)
        for label, value in figure.values
    ]
    columns = [
        ShownColumn(Term("Key figure"), "figure"),
        ShownColumn(Term("Value"), "number", 2),
        ShownColumn(Term("Unit of measurement"), "unit"),
    ]
    table = ShownTable("figures", "", columns, rows)
    return Section("figures", Term("Key figures"), tables=[table])


def _matrix(study: Study, period_index: int, tr: Translate) -> PlannedSheet:
    """The transfer matrix of a period; its columns are alike, so that a square is read easily."""
    cube, period = study.cube, study.cube.periods[period_index]
    ends = {"earlier": study.labels[period.earlier], "later": study.labels[period.later]}
    corner = translated(Message("{earlier} (rows), {later} (columns), ha", **ends), tr)
    total = tr(TOTAL)

    def heads(columns: Sequence[str]) -> list[SheetCell]:
        texts = [(corner, Kind.TEXT), *((name, Kind.REAL) for name in (*columns, total))]
        return [SheetCell(text, style=heading(kind, broken=True)) for text, kind in texts]

    def lines() -> Iterator[SheetRow]:
        columns, rows = matrix_table(cube, period_index)
        yield SheetRow(heads(columns[:-1]))
        last = len(rows) - 1
        for row_index, row in enumerate(rows):
            first = total if row_index == last else row["from_class"]
            cells = [SheetCell(first, style=Style(bold=row_index == last))]
            for column, key in enumerate(columns):
                fill = UNCHANGED if row_index == column != last else ""
                style = Style(MATRIX_FORMAT, bold=last in (row_index, column), fill=fill)
                cells.append(SheetCell(row[key], Kind.REAL, style))
            yield SheetRow(cells)

    def sheet(name: str) -> Sheet:
        names = [cube.classes[n].name for n in cube.present(cube.cells[period_index])]
        # No number is longer than the sum of all of them.
        whole = SheetCell(cube.total_hectares, Kind.REAL, Style(MATRIX_FORMAT, bold=True))
        first, *others = (letters_in(head) for head in heads(names))
        first = max(first, *(letters_in(SheetCell(name)) for name in names))
        size = len(names) + 2
        other = column_width(max(letters_in(whole), *others))
        widths = [column_width(first), *[other] * (size - 1)]
        return Sheet(name, lines(), (size, size), frozen=(1, 1), widths=widths)

    meaning = Message("Transfer matrix, ha; rows: {earlier}, columns: {later}.", **ends)
    return PlannedSheet(Message("Matrix {period}", period=period.name), meaning, sheet)


def _tables(study: Study, tr: Translate) -> list[PlannedSheet]:
    planned: list[PlannedSheet] = []

    def plan(output: str, make: Maker, meaning: Text = "", printed: bool = False) -> None:
        title, usual = SHEETS[output]
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
        if output == "BY_YEAR" and not (study.mined and study.series.years):
            continue
        meaning: Text = ""
        if output == "LOSSES" and study.why_no_losses:
            meaning = Message("Carbon losses not calculated: {why}.", why=study.why_no_losses)
        fields, rows = by_unit(study.census, row_type, rows_of, tr(ALL_UNITS))
        densities, narrow = None, len(fields) > MANY_COLUMNS
        if output == "LOSSES" and rows:
            densities = DensitySheet(study, [str(row["from_class"]) for row in rows], tr)
        formulas = densities.formulas(fields) if densities else None
        make = _maker(fields, rows, tr, narrow=narrow, formulas=formulas)
        if study.census.units is not None:
            make = _printed(make, len(list(rows_of(study.census))) + 1, len(fields))
        plan(output, make, meaning, True)
        if densities:
            plan("DENSITIES", densities.sheet)
    if study.ledger:
        plan("LEDGER", _maker(fields_of(LedgerRow), study.ledger.rows, tr))
        plan("STOCKS", _maker(fields_of(StockRow), study.ledger.stocks, tr))
    if study.census.units is not None:
        plan("UNITS", _printed(_unit_maker(study, tr), LAST_ROW, PRINTED), "", True)
    if study.disclosure is not None:
        section = disclosure_section(study.disclosure, most=None)
        make, count = (
            _section_maker(section, tr, study.consumers.going_on),
            len(study.disclosure.rows),
        )
        planned.append(PlannedSheet(*SHEETS["DISCLOSURE"], make, count))
    checks = [{**row, "check": translated(row["check"], tr)} for row in shown_rows(study.checks)]
    plan("CLOSURE", _maker(fields_of(CLOSURE), checks, tr))
    plan("AUDIT", _maker(fields_of(AUDIT), study.audit, tr))
    return planned


def _printed(make: Maker, rows: int, columns: int) -> Maker:
    """Makes the same sheet, of which no more rows and columns are printed."""
    return lambda name: replace(make(name), printed=(rows, columns))


def _section_maker(section: Section, tr: Translate, going_on: GoingOn) -> Maker:
    sheet = SectionSheet(tr, going_on)
    sheet.section(section)
    return sheet.sheet


def _maker(
    fields: Sequence[Field],
    rows: Sequence[Mapping[str, object]],
    tr: Translate,
    headings: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    narrow: bool = False,
    formulas: Mapping[str, Formula] | None = None,
) -> Maker:
    """Makes the sheet of a table; headings and formats are those that the dictionary lacks."""
    known = [name for name, _ in fields if name in COLUMNS]
    return partial(
        table_sheet,
        fields=fields,
        rows=rows,
        headings={**{c: tr(str(COLUMNS[c].heading)) for c in known}, **(headings or {})},
        formats={**{c: format_of(COLUMNS[c]) for c in known}, **(formats or {})},
        filtered=True,
        narrow=narrow,
        formulas=formulas,
        words={
            column: {key: translated(word, tr) for key, word in WORDS[column].items()}
            for column, _ in fields
            if column in WORDS
        },
    )


def _unit_maker(study: Study, tr: Translate) -> Maker:
    """Makes the sheet of what the polygons of units tell, or would tell."""
    columns = study.unit_columns
    names = polygon_columns(columns)
    headings = (translated(text, tr) for group in columns for text in group.headings)
    formats = (number_format(group.digits) for group in columns for _ in group.names)
    units = [unit for unit, _ in study.census.units or ()]
    whole = polygon_row(tr(ALL_UNITS), study.census, columns)
    rows = [whole, *polygon_rows(units, study.census, columns)]
    fields = polygon_fields(columns)
    return _maker(fields, rows, tr, dict(zip(names, headings)), dict(zip(names, formats)), True)


NOTE = Term(
    "Changing a yellow cell updates the carbon loss sheet only. The balance, ledger, "
    "priorities and charts keep the results of the run."
)
# What may be changed.
OPEN = "#fff6c9"
NUMBER_WIDTH, NOTE_WIDTH = 16.0, 60.0
# The columns of that sheet behind the class, and the formulas of LOSSES by these and by its own.
DENSITY_COLUMNS = {"soil": "B", "vegetation": "C", "soil_lost": "D", "vegetation_lost": "E"}
FORMULAS = {
    "soil_tc_per_ha": "{soil}",
    "vegetation_tc_per_ha": "{vegetation}",
    "soil_loss_tc": "{area_ha}*{soil_tc_per_ha}*{soil_lost}",
    "vegetation_loss_tc": "{area_ha}*{vegetation_tc_per_ha}*{vegetation_lost}",
    "total_loss_tc": "{soil_loss_tc}+{vegetation_loss_tc}",
    "total_loss_tco2": "{total_loss_tc}*44/12",
}


class DensitySheet:
    """A row for each class of which carbon was lost: what a hectare holds, and which part is lost.

    Args:
        names: of the classes, each as often as it comes.
    """

    def __init__(self, study: Study, names: Iterable[str], tr: Translate):
        by_name = {c.name: c for c in study.classes}
        self._coefficients = {n: study.coefficients.of(by_name[n]) for n in dict.fromkeys(names)}
        self._tr = tr
        self._name = ""

    def sheet(self, name: str) -> Sheet:
        """The sheet under that name, which formulas have when they are written."""
        self._name = name
        columns = "class", "soil_tc_per_ha", "vegetation_tc_per_ha"
        texts = [
            *(COLUMNS[column].heading for column in columns),
            Term("Soil carbon loss fraction"),
            Term("Vegetation carbon loss fraction"),
        ]
        heads = [
            SheetCell(
                translated(text, self._tr),
                style=heading(Kind.REAL if index else Kind.TEXT, broken=True),
            )
            for index, text in enumerate(texts)
        ]
        note = SheetCell(translated(NOTE, self._tr), style=heading(Kind.TEXT, True, broken=True))
        lines = [SheetRow([*heads, note])]
        density, part = Style(format_of(COLUMNS["soil_tc_per_ha"]), fill=OPEN), Style(fill=OPEN)
        for index, (class_name, coefficient) in enumerate(self._coefficients.items()):
            pools = coefficient.soil, coefficient.vegetation
            cells = [
                SheetCell(class_name),
                *(SheetCell(pool.density, Kind.REAL, density) for pool in pools),
                *(SheetCell(pool.loss_fraction, Kind.REAL, part) for pool in pools),
            ]
            # By its cells in the first row GDAL knows the headings above them.
            lines.append(SheetRow([*cells, None if index else SheetCell("")]))
        first = column_width(max(letters_in(SheetCell(name)) for name in self._coefficients))
        widths = [first, *[NUMBER_WIDTH] * (len(heads) - 1), NOTE_WIDTH]
        return Sheet(name, lines, (len(lines), len(widths)), frozen=(1, 1), widths=widths)

    def formulas(self, fields: Sequence[Field]) -> Mapping[str, Formula]:
        """The formulas of LOSSES, which has these columns."""
        letters = {name: letters_of(index) for index, (name, _) in enumerate(fields)}
        lines = {name: line for line, name in enumerate(self._coefficients, 2)}

        def formula(words: str, row: Mapping[str, object], row_number: int) -> str:
            own = {column: f"{letter}{row_number}" for column, letter in letters.items()}
            line, sheet = lines[str(row["from_class"])], quoted(self._name)
            here = {key: f"{sheet}!${column}${line}" for key, column in DENSITY_COLUMNS.items()}
            return words.format(**own, **here)

        return {column: partial(formula, words) for column, words in FORMULAS.items()}
