"""Report sections as a workbook sheet: headings, sentences, facts and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from ..base.colours import mix_colours
from ..base.data_dictionary import ColumnKind
from ..base.messages import ContinueCheck, Text, Translator, iter_until_cancelled, translate_message
from ..xlsx.cell_styles import (
    CODE_FORMAT,
    DEFAULT_STYLE,
    GENERAL_FORMAT,
    HEADER_CELL_STYLE,
    ROW_HEIGHT_FACTOR,
    CellStyle,
    number_format,
)
from ..xlsx.charts import BarChart, BarSeries
from ..xlsx.workbook import quote_sheet_name
from ..xlsx.worksheet import (
    Sheet,
    SheetCell,
    SheetRow,
    cell_width,
    column_letters,
    heading_style,
    page_height,
    text_after_number,
    text_width,
)
from .page import LABEL_FIELD, ReportTable, Section, TableColumn, TableRow

# Column widths in letters: first column, which has the names, and minimum and maximum of the
# others.
FIRST_COLUMN_WIDTH, MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH = 34, 12, 32
# Number of columns that sentences span.
PAGE_COLUMNS = 8
# Rows per chart, including the row below.
CHART_ROWS = 20

TITLE_STYLE = CellStyle(bold=True, size=18, wraps=True)
SECTION_STYLE = CellStyle(bold=True, size=13, ink="#ffffff", fill="#3d6b4f", wraps=True)
CAPTION_STYLE = CellStyle(bold=True)
SENTENCE_STYLE = CellStyle(wraps=True)
WARNING_STYLE = CellStyle(wraps=True, fill="#fdf1d8")
LINK_STYLE = CellStyle(ink="#0563c1")
# Share of white mixed into a fill colour, so that numbers remain legible.
WHITE_SHARE = 0.45
# Default row height in points.
DEFAULT_ROW_HEIGHT_PT = 15.0
# Row field: the sheet that the first cell links to.
LINK_FIELD = "leads_to"


@dataclass(frozen=True)
class _ContentRow:
    """Row of the sheet; a wide one is a single cell across the page."""

    cells: Sequence[SheetCell | None] = ()
    is_wide: bool = False

    def is_overflowing(self, index: int) -> bool:
        """Return whether the text of a cell may overflow into the empty cells on its right."""
        cell = self.cells[index]
        return cell is not None and cell.kind is ColumnKind.TEXT and index == len(self.cells) - 1

    def merged_columns(self, widths: Sequence[float]) -> list[tuple[int, int]]:
        """Return the first and last columns of a merged cell, if any.

        These are wide rows, and long final texts that would shrink the printed page.
        """
        if self.is_wide:
            return [(0, PAGE_COLUMNS - 1)]
        last, end = len(self.cells) - 1, len(widths) - 1
        cell = self.cells[last] if self.cells else None
        if cell is None or cell.kind is not ColumnKind.TEXT or last == end:
            return []
        return [(last, end)] if cell_width(cell) > sum(widths[last:]) else []


class TableChart(NamedTuple):
    """Chart of a table on the same sheet, by table name.

    Columns are the categories and rows with a colour the series; the reverse for tables
    transposed by `cross_table`. Other attributes are as in core.xlsx.charts.Chart.
    """

    title: Text
    table: str
    axis: Text
    colours: Mapping[str, str]
    lying: bool = False
    most: float | None = None


class SectionSheet:
    """Builder of a sheet from sections; it can be cancelled by `going_on`."""

    def __init__(self, tr: Translator, going_on: ContinueCheck = lambda: True):
        self._tr, self._going_on = tr, going_on
        self._rows: list[_ContentRow] = []
        self._links: dict[str, str] = {}
        # Table by name with the row of its headings, from 1; charts with the row above them.
        self._tables: dict[str, tuple[int, ReportTable]] = {}
        self._charts: list[tuple[int, tuple[TableChart, TableChart]]] = []

    def add_wide_text(self, text: Text, style: CellStyle = SENTENCE_STYLE) -> None:
        """Add a text across the page, a row per paragraph."""
        for line in translate_message(text, self._tr).splitlines() or [""]:
            self._rows.append(_ContentRow([SheetCell(line, style=style)], is_wide=True))

    def add_empty_row(self) -> None:
        """Add an empty row."""
        self._rows.append(_ContentRow())

    def add_fact(self, name: object, value: object) -> None:
        """Add a row with a name and its value."""
        self._rows.append(
            _ContentRow([self._text_cell(name, CAPTION_STYLE), self._text_cell(value)])
        )

    def add_charts(self, left: TableChart, right: TableChart) -> None:
        """Add two charts side by side; their tables may be added later."""
        self._charts.append((len(self._rows), (left, right)))
        self._rows += [_ContentRow()] * CHART_ROWS

    def add_section(self, section: Section) -> None:
        """Add the texts, facts and tables of a section."""
        self.add_empty_row()
        self.add_wide_text(section.title, SECTION_STYLE)
        for sentence in section.sentences:
            self.add_wide_text(sentence)
        for name, value in section.facts:
            self.add_fact(name, value)
        for warning in section.warnings:
            self.add_wide_text(warning, WARNING_STYLE)
        for index, table in enumerate(section.tables):
            if index or section.sentences or section.facts or section.warnings:
                self.add_empty_row()
            self._add_table(table)

    def build_sheet(self, name: str) -> Sheet:
        """Return the sheet of all added rows."""
        widths = self._column_widths()
        # Column that divides the page into two parts of similar width.
        middle = min(
            range(1, PAGE_COLUMNS),
            key=lambda end: abs(sum(widths[:end]) - sum(widths[end:PAGE_COLUMNS])),
        )
        lines = [
            _build_sheet_row(row, widths)
            for row in iter_until_cancelled(self._rows, self._going_on)
        ]
        return Sheet(
            name,
            lines,
            (len(self._rows), len(widths)),
            frozen=(0, 0),
            widths=widths,
            merged=[
                f"{column_letters(first)}{n}:{column_letters(last)}{n}"
                for n, row in enumerate(self._rows, 1)
                for first, last in row.merged_columns(widths)
            ],
            links=self._links,
            charts=[
                self._build_chart(chart, name, row, ends)
                for row, pair in self._charts
                for chart, ends in zip(pair, ((0, middle), (middle, PAGE_COLUMNS)))
            ],
            breaks=self._page_breaks(lines, page_height(widths)),
        )

    def _page_breaks(self, lines: Sequence[SheetRow], page: float) -> list[int]:
        """Return the rows, from 1, after which a page ends; no page break crosses a chart."""
        breaks, used, starts = [], 0.0, {row for row, _ in self._charts}
        for row, line in enumerate(lines):
            used += line.height or DEFAULT_ROW_HEIGHT_PT
            if row in starts and used + (CHART_ROWS - 1) * DEFAULT_ROW_HEIGHT_PT > page:
                breaks.append(row)
                used = DEFAULT_ROW_HEIGHT_PT
            elif used > page:
                used = line.height or DEFAULT_ROW_HEIGHT_PT
        return breaks

    def _build_chart(
        self, chart: TableChart, sheet: str, row: int, ends: tuple[int, int]
    ) -> BarChart:
        """Return a chart of its table's cells from a row, between two columns (from 0)."""
        head, table = self._tables[chart.table]
        first, last, end = table.columns[0].field, len(table.columns) - 1, head + len(table.raw)
        here, right = f"{quote_sheet_name(sheet)}!", column_letters(last)
        # Name, name cell and value cells of each series, without totals.
        names = f"$B${head}:${right}${head}"
        series = [
            (row[first], f"$A${n}", f"$B${n}:${right}${n}")
            for n, row in enumerate(table.raw, head + 1)
            if not row.get("is_total")
        ]
        if first == LABEL_FIELD:
            names = f"$A${head + 1}:$A${end}"
            series = [
                (table.columns[n].label, f"${c}${head}", f"${c}${head + 1}:${c}${end}")
                for n, c in enumerate(map(column_letters, range(1, last)), 1)
            ]
        bars = [
            BarSeries(here + cell, here + cells, chart.colours[str(name)])
            for name, cell, cells in series
            if str(name) in chart.colours
        ]
        return BarChart(
            translate_message(chart.title, self._tr),
            translate_message(chart.axis, self._tr),
            here + names,
            bars,
            chart.lying,
            chart.most,
            ((ends[0], row), (ends[1], row + CHART_ROWS - 1)),
        )

    def _add_table(self, table: ReportTable) -> None:
        if table.caption:
            self._rows.append(_ContentRow([self._text_cell(table.caption, CAPTION_STYLE)]))
        # Type of a column, from its first non-empty cell.
        values = ([row.get(column.field) for row in table.raw] for column in table.columns)
        kinds = [_value_kind(next((v for v in cells if v is not None), "")) for cells in values]
        columns = list(zip(table.columns, kinds, text_after_number(kinds)))
        heads = [
            self._text_cell(c.label, _heading_style(c, kind, indent)) for c, kind, indent in columns
        ]
        self._rows.append(_ContentRow(heads))
        self._tables[table.name] = len(self._rows), table
        for row in iter_until_cancelled(table.raw, self._going_on):
            cells = [self._build_cell(column, row, indent) for column, _, indent in columns]
            if LINK_FIELD in row:
                cells[0] = self._text_cell(row[table.columns[0].field], LINK_STYLE)
                self._links[f"A{len(self._rows) + 1}"] = str(row[LINK_FIELD])
            self._rows.append(_ContentRow(cells))
        if table.note:
            self.add_wide_text(table.note)

    def _build_cell(self, column: TableColumn, row: TableRow, indented: bool) -> SheetCell | None:
        value, bold = row.get(column.field), bool(row.get("is_total"))
        if value is None:
            return None
        kind = _value_kind(value)
        if kind is ColumnKind.TEXT:
            return self._text_cell(value, CellStyle(bold=bold, indented=indented))
        if column.colours:
            fill = mix_colours(column.colours[str(value)], "#ffffff", WHITE_SHARE)
            return SheetCell(value, kind, CellStyle(CODE_FORMAT, fill=fill, aligned="center"))
        shown = CODE_FORMAT if kind is ColumnKind.WHOLE else GENERAL_FORMAT
        if column.digits is not None:
            shown = number_format(column.digits)
        return SheetCell(value, kind, CellStyle(shown, bold=bold))

    def _text_cell(self, value: object, style: CellStyle = DEFAULT_STYLE) -> SheetCell:
        return SheetCell(translate_message(value, self._tr), style=style)

    def _column_widths(self) -> list[float]:
        """Return column widths for numbers and non-final texts; final texts may overflow."""
        widths = [FIRST_COLUMN_WIDTH, *[MIN_COLUMN_WIDTH] * (PAGE_COLUMNS - 1)]
        for row in self._rows:
            widths += [MIN_COLUMN_WIDTH] * (len(row.cells) - len(widths))
            for index, cell in enumerate(row.cells):
                if index and cell and (cell.style.wraps or not row.is_overflowing(index)):
                    widths[index] = max(widths[index], min(cell_width(cell) + 2, MAX_COLUMN_WIDTH))
        return [float(width) for width in widths]


def _heading_style(column: TableColumn, kind: ColumnKind, indented: bool) -> CellStyle:
    """Return the style of a column heading; headings of coloured codes are centred."""
    if column.colours and kind is not ColumnKind.TEXT:
        return replace(HEADER_CELL_STYLE, aligned="center")
    return heading_style(kind, indented, broken=True)


def _value_kind(value: object) -> ColumnKind:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return ColumnKind.WHOLE if isinstance(value, int) else ColumnKind.REAL
    return ColumnKind.TEXT


def _build_sheet_row(row: _ContentRow, widths: Sequence[float]) -> SheetRow:
    """Return a row with the height required by wrapped texts."""
    room, joined = list(widths), row.merged_columns(widths)
    for first, last in joined:
        room[first] = sum(widths[first : last + 1])
    # Longer than its cell, without an empty cell to overflow into.
    long = [
        cell is not None
        and cell.kind is ColumnKind.TEXT
        and cell_width(cell) > width
        and (bool(joined) or not row.is_overflowing(index))
        for index, (cell, width) in enumerate(zip(row.cells, room))
    ]
    wrapped = [is_cut or bool(cell and cell.style.wraps) for cell, is_cut in zip(row.cells, long)]
    cells, height = list(row.cells), 0.0
    for index, (cell, wraps, width) in enumerate(zip(row.cells, wrapped, room)):
        if cell is not None:
            lines, size = 1, cell.style.size
            if wraps:
                scale = size / DEFAULT_STYLE.size
                room_left = width - 2 * cell.style.indented
                lines = max(1, ceil(text_width(str(cell.value)) * scale / room_left))
            height = max(height, lines * size * ROW_HEIGHT_FACTOR)
            style = replace(cell.style, wraps=wraps, top=any(wrapped))
            cells[index] = replace(cell, style=style)
    return SheetRow(cells, round(height, 1) if height else None)
