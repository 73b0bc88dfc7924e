"""Sections as a sheet of a workbook: headings, sentences, facts and tables below each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from ..base.colours import mixed
from ..base.data_dictionary import Kind
from ..base.messages import GoingOn, Text, Translate, each, translated
from ..xlsx.cell_styles import CODE, GENERAL, HEADER, LEADING, PLAIN, Style, number_format
from ..xlsx.charts import Bars, Chart
from ..xlsx.workbook import quoted
from ..xlsx.worksheet import (
    Sheet,
    SheetCell,
    SheetRow,
    after_numbers,
    heading,
    letters_in,
    letters_of,
    page_height,
    text_width,
)
from .page import TURNED, Row, Section, ShownColumn, ShownTable

# The widths of the columns, in letters: of the first, which has the names of things, and of the
# others at least and at most.
FIRST, LEAST, MOST = 34, 12, 32
# Sentences are broken for so many columns.
PAGE = 8
# How high charts are, with the row below them.
CHART_ROWS = 20

TITLE = Style(bold=True, size=18, wraps=True)
SECTION = Style(bold=True, size=13, ink="#ffffff", fill="#3d6b4f", wraps=True)
CAPTION = Style(bold=True)
SENTENCE = Style(wraps=True)
WARNING = Style(wraps=True, fill="#fdf1d8")
LINK = Style(ink="#0563c1")
# The share of white in a colour that a number can be read on.
PALE = 0.45
# The points of a row without a height of its own.
USUAL = 15.0
# In a row: the sheet that its first cell leads to.
LEADS_TO = "leads_to"


@dataclass(frozen=True)
class _Row:
    """A row of the sheet; a wide one is one cell as wide as the page."""

    cells: Sequence[SheetCell | None] = ()
    is_wide: bool = False

    def runs_over(self, index: int) -> bool:
        """Whether a cell has a text that has the room of the empty ones behind it."""
        cell = self.cells[index]
        return cell is not None and cell.kind is Kind.TEXT and index == len(self.cells) - 1

    def joined(self, widths: Sequence[float]) -> list[tuple[int, int]]:
        """The first and last columns of a cell that takes the room of several.

        That is a wide one, and a text at the end that is longer than all of the sheet behind it:
        running over, it would make the page so wide that paper shows all of it too small.
        """
        if self.is_wide:
            return [(0, PAGE - 1)]
        last, end = len(self.cells) - 1, len(widths) - 1
        cell = self.cells[last] if self.cells else None
        if cell is None or cell.kind is not Kind.TEXT or last == end:
            return []
        return [(last, end)] if letters_in(cell) > sum(widths[last:]) else []


class TableChart(NamedTuple):
    """A chart of a table on the same sheet, by its name; the rest is as in core.xlsx.charts.Chart.

    A bar for each column, a colour for each row that has one by its name; where the table is
    turned, as `crossed` makes it of many dates, the other way round.
    """

    title: Text
    table: str
    axis: Text
    colours: Mapping[str, str]
    lying: bool = False
    most: float | None = None


class SectionSheet:
    """Puts sections below each other, and makes the sheet of them, asking whether to go on."""

    def __init__(self, tr: Translate, going_on: GoingOn = lambda: True):
        self._tr, self._going_on = tr, going_on
        self._rows: list[_Row] = []
        self._links: dict[str, str] = {}
        # The row of its headings, from 1, by the name of a table; charts by the row above them.
        self._tables: dict[str, tuple[int, ShownTable]] = {}
        self._charts: list[tuple[int, tuple[TableChart, TableChart]]] = []

    def wide(self, text: Text, style: Style = SENTENCE) -> None:
        """A text over the width of the page, a row for each of its paragraphs."""
        for line in translated(text, self._tr).splitlines() or [""]:
            self._rows.append(_Row([SheetCell(line, style=style)], is_wide=True))

    def gap(self) -> None:
        """A row with nothing in it."""
        self._rows.append(_Row())

    def fact(self, name: object, value: object) -> None:
        """What something is about, and what is so."""
        self._rows.append(_Row([self._text(name, CAPTION), self._text(value)]))

    def charts(self, left: TableChart, right: TableChart) -> None:
        """Two charts beside each other, of tables that may be put in later."""
        self._charts.append((len(self._rows), (left, right)))
        self._rows += [_Row()] * CHART_ROWS

    def section(self, section: Section) -> None:
        """The texts, facts and tables of a section."""
        self.gap()
        self.wide(section.title, SECTION)
        for sentence in section.sentences:
            self.wide(sentence)
        for name, value in section.facts:
            self.fact(name, value)
        for warning in section.warnings:
            self.wide(warning, WARNING)
        for index, table in enumerate(section.tables):
            if index or section.sentences or section.facts or section.warnings:
                self.gap()
            self._table(table)

    def sheet(self, name: str) -> Sheet:
        """The sheet of what was put in."""
        widths = self._widths()
        # Two parts of the page that are about as wide.
        middle = min(range(1, PAGE), key=lambda end: abs(sum(widths[:end]) - sum(widths[end:PAGE])))
        lines = [_line(row, widths) for row in each(self._rows, self._going_on)]
        return Sheet(
            name,
            lines,
            (len(self._rows), len(widths)),
            frozen=(0, 0),
            widths=widths,
            merged=[
                f"{letters_of(first)}{n}:{letters_of(last)}{n}"
                for n, row in enumerate(self._rows, 1)
                for first, last in row.joined(widths)
            ],
            links=self._links,
            charts=[
                self._chart(chart, name, row, ends)
                for row, pair in self._charts
                for chart, ends in zip(pair, ((0, middle), (middle, PAGE)))
            ],
            breaks=self._breaks(lines, page_height(widths)),
        )

    def _breaks(self, lines: Sequence[SheetRow], page: float) -> list[int]:
        """The rows, from 1, after which a page ends, so that none goes through charts."""
        breaks, used, starts = [], 0.0, {row for row, _ in self._charts}
        for row, line in enumerate(lines):
            used += line.height or USUAL
            if row in starts and used + (CHART_ROWS - 1) * USUAL > page:
                breaks.append(row)
                used = USUAL
            elif used > page:
                used = line.height or USUAL
        return breaks

    def _chart(self, chart: TableChart, sheet: str, row: int, ends: tuple[int, int]) -> Chart:
        """A chart by the cells of its table, from a row and between two columns, from 0."""
        head, table = self._tables[chart.table]
        first, last, end = table.columns[0].field, len(table.columns) - 1, head + len(table.raw)
        here, right = f"{quoted(sheet)}!", letters_of(last)
        # Of each series its name, the cell of that, and its other cells; without the totals.
        names = f"$B${head}:${right}${head}"
        series = [
            (row[first], f"$A${n}", f"$B${n}:${right}${n}")
            for n, row in enumerate(table.raw, head + 1)
            if not row.get("is_total")
        ]
        if first == TURNED:
            names = f"$A${head + 1}:$A${end}"
            series = [
                (table.columns[n].label, f"${c}${head}", f"${c}${head + 1}:${c}${end}")
                for n, c in enumerate(map(letters_of, range(1, last)), 1)
            ]
        bars = [
            Bars(here + cell, here + cells, chart.colours[str(name)])
            for name, cell, cells in series
            if str(name) in chart.colours
        ]
        return Chart(
            translated(chart.title, self._tr),
            translated(chart.axis, self._tr),
            here + names,
            bars,
            chart.lying,
            chart.most,
            ((ends[0], row), (ends[1], row + CHART_ROWS - 1)),
        )

    def _table(self, table: ShownTable) -> None:
        if table.caption:
            self._rows.append(_Row([self._text(table.caption, CAPTION)]))
        # What a column holds, by its first cell that is not empty.
        values = ([row.get(column.field) for row in table.raw] for column in table.columns)
        kinds = [_kind(next((v for v in cells if v is not None), "")) for cells in values]
        columns = list(zip(table.columns, kinds, after_numbers(kinds)))
        heads = [self._text(c.label, _heading(c, kind, indent)) for c, kind, indent in columns]
        self._rows.append(_Row(heads))
        self._tables[table.name] = len(self._rows), table
        for row in each(table.raw, self._going_on):
            cells = [self._cell(column, row, indent) for column, _, indent in columns]
            if LEADS_TO in row:
                cells[0] = self._text(row[table.columns[0].field], LINK)
                self._links[f"A{len(self._rows) + 1}"] = str(row[LEADS_TO])
            self._rows.append(_Row(cells))
        if table.note:
            self.wide(table.note)

    def _cell(self, column: ShownColumn, row: Row, indented: bool) -> SheetCell | None:
        value, bold = row.get(column.field), bool(row.get("is_total"))
        if value is None:
            return None
        kind = _kind(value)
        if kind is Kind.TEXT:
            return self._text(value, Style(bold=bold, indented=indented))
        if column.colours:
            fill = mixed(column.colours[str(value)], "#ffffff", PALE)
            return SheetCell(value, kind, Style(CODE, fill=fill, aligned="center"))
        shown = CODE if kind is Kind.WHOLE else GENERAL
        if column.digits is not None:
            shown = number_format(column.digits)
        return SheetCell(value, kind, Style(shown, bold=bold))

    def _text(self, value: object, style: Style = PLAIN) -> SheetCell:
        return SheetCell(translated(value, self._tr), style=style)

    def _widths(self) -> list[float]:
        """What texts with a neighbour and numbers need; texts at the end of a row may run over."""
        widths = [FIRST, *[LEAST] * (PAGE - 1)]
        for row in self._rows:
            widths += [LEAST] * (len(row.cells) - len(widths))
            for index, cell in enumerate(row.cells):
                if index and cell and (cell.style.wraps or not row.runs_over(index)):
                    widths[index] = max(widths[index], min(letters_in(cell) + 2, MOST))
        return [float(width) for width in widths]


def _heading(column: ShownColumn, kind: Kind, indented: bool) -> Style:
    """How the heading of a column looks; codes that have colours stand in the middle."""
    if column.colours and kind is not Kind.TEXT:
        return replace(HEADER, aligned="center")
    return heading(kind, indented, broken=True)


def _kind(value: object) -> Kind:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Kind.WHOLE if isinstance(value, int) else Kind.REAL
    return Kind.TEXT


def _line(row: _Row, widths: Sequence[float]) -> SheetRow:
    """A row, so high that texts which go on in further lines can be read."""
    room, joined = list(widths), row.joined(widths)
    for first, last in joined:
        room[first] = sum(widths[first : last + 1])
    # What is longer than its cell, and the next one is not empty.
    long = [
        cell is not None
        and cell.kind is Kind.TEXT
        and letters_in(cell) > width
        and (bool(joined) or not row.runs_over(index))
        for index, (cell, width) in enumerate(zip(row.cells, room))
    ]
    wrapped = [is_cut or bool(cell and cell.style.wraps) for cell, is_cut in zip(row.cells, long)]
    cells, height = list(row.cells), 0.0
    for index, (cell, wraps, width) in enumerate(zip(row.cells, wrapped, room)):
        if cell is not None:
            lines, size = 1, cell.style.size
            if wraps:
                scale = size / PLAIN.size
                room_left = width - 2 * cell.style.indented
                lines = max(1, ceil(text_width(str(cell.value)) * scale / room_left))
            height = max(height, lines * size * LEADING)
            style = replace(cell.style, wraps=wraps, top=any(wrapped))
            cells[index] = replace(cell, style=style)
    return SheetRow(cells, round(height, 1) if height else None)
