"""Reads the cells of a workbook: values, formulas and formats; and works the formulas out."""

from __future__ import annotations

import ast
import operator
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from carbon_zones.test.page_numbers import ToldTable

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEAD_FILL = "FFE3ECE4"
REFERENCE = re.compile(r"(?:('(?:[^']|'')+'|\w+)!)?\$?([A-Z]+)\$?(\d+)")
SIGNS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True)
class Cell:
    """What a cell holds, and how it is shown."""

    value: str | float | bool
    formula: str = ""
    format: str = ""
    fill: str | None = None

    @property
    def shown(self) -> str:
        """A number as its format shows it."""
        code = self.format.partition(";")[0]
        digits = len(code.partition(".")[2].rstrip("E+0") or code.partition(".")[2])
        if not code:
            return f"{self.value:.15g}"
        if "E" in code:
            return f"{self.value:.1e}" if self.value else "0"
        return f"{self.value:,.{digits}f}" if "," in code else f"{self.value:.{digits}f}"


def column_number(letters: str) -> int:
    """From 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Book(dict):
    """The cells of each sheet, by row and column from 1."""

    def __init__(self, path: str | Path):
        super().__init__()
        with zipfile.ZipFile(path) as archive:
            parts = {
                name: ElementTree.fromstring(archive.read(name))
                for name in archive.namelist()
                if re.match(r"xl/(workbook|styles|worksheets/\w+)\.xml", name)
            }
        looks = self._looks(parts["xl/styles.xml"])
        for n, sheet in enumerate(parts["xl/workbook.xml"].iter(f"{MAIN}sheet"), 1):
            cells = self[sheet.get("name")] = {}
            for cell in parts[f"xl/worksheets/sheet{n}.xml"].iter(f"{MAIN}c"):
                letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                value = self._value(cell)
                if value is not None:
                    formula = cell.findtext(f"{MAIN}f", "")
                    place = int(row), column_number(letters)
                    cells[place] = Cell(value, formula, *looks[int(cell.get("s", 0))])

    @staticmethod
    def _looks(styles: ElementTree.Element) -> list[tuple[str, str | None]]:
        codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")}
        fills = [one.find(f".//{MAIN}fgColor") for one in styles.find(f"{MAIN}fills")]
        colours = [None if fill is None else fill.get("rgb") for fill in fills]
        return [
            (codes.get(one.get("numFmtId"), ""), colours[int(one.get("fillId"))])
            for one in styles.find(f"{MAIN}cellXfs")
        ]

    @staticmethod
    def _value(cell: ElementTree.Element) -> str | float | bool | None:
        if cell.get("t") == "inlineStr":
            return "".join(one.text or "" for one in cell.iter(f"{MAIN}t"))
        number = cell.findtext(f"{MAIN}v")
        if number is None:
            return None
        return number == "1" if cell.get("t") == "b" else float(number)

    def worked_out(self, sheet: str, place: tuple[int, int]) -> float:
        """What the formula of a cell gives, of the formulas of others; its value without one."""
        cell = self[sheet][place]
        if not cell.formula:
            return cell.value
        numbers: list[float] = []

        def number_of(match: re.Match) -> str:
            other = match[1].strip("'").replace("''", "'") if match[1] else sheet
            numbers.append(self.worked_out(other, (int(match[3]), column_number(match[2]))))
            return f"x[{len(numbers) - 1}]"

        def result(node: ast.AST) -> float:
            if isinstance(node, ast.BinOp):
                return SIGNS[type(node.op)](result(node.left), result(node.right))
            if isinstance(node, ast.Subscript):
                return numbers[node.slice.value]
            return node.value

        return result(ast.parse(REFERENCE.sub(number_of, cell.formula), mode="eval").body)

    def tables(self, sheet: str) -> list[ToldTable]:
        """The tables on a sheet: below a row of headings, up to a row without cells behind the
        first; a caption is what stands alone above it, else the name of the sheet.
        """
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self[sheet].items():
            rows.setdefault(row, {})[column] = cell
        found, head = [], {}
        for row, cells in sorted(rows.items()):
            if row - 1 not in rows or len(cells) == 1:
                head = {}
            if all(cell.fill == HEAD_FILL for cell in cells.values()) and len(cells) > 1:
                head = cells
                above = rows.get(row - 1, {})
                caption = above[1].value if [*above] == [1] else sheet
                found.append(ToldTable(sheet, sheet, caption))
                found[-1].rows.append([(cell.value, None) for cell in head.values()])
            elif head:
                of_row = [cells.get(column, Cell("")) for column in head]
                found[-1].rows.append(
                    [
                        (cell.shown, repr(cell.value))
                        if isinstance(cell.value, float)
                        else (str(cell.value), None)
                        for cell in of_row
                    ]
                )
        return found
