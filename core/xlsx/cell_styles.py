"""How the cells of a workbook look, and the part of the file that tells it (xl/styles.xml).

After ECMA-376, Office Open XML, Part 1: SpreadsheetML, 18.8.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from html import escape as _escape
from typing import TypeVar

from ..base.data_dictionary import Column, Kind

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# A number's format where none is given: as many digits as fit the cell.
GENERAL = ""
# Codes, such as the values of classes: no separators.
CODE = "0"
# What fixed digits would show as nothing but zeros.
TINY = "0.0E+00;-0.0E+00;0"
# Formats of one's own are numbered from here on; the numbers below are Excel's.
FIRST_FORMAT = 164
# Excel's own; other programs take one of theirs that is as wide.
FONT = "Calibri"
FONT_SIZE = 11
# How high a row is, by the size of its letters.
LEADING = 1.5
GREY_DOTS = "gray125"
# What says that a cell has its style's parts, and that its text stays one.
APPLIED = "".join(
    f' apply{part}="1"' for part in ("NumberFormat", "Font", "Fill", "Border", "Alignment")
)
KEPT = ' quotePrefix="1"'
# The colour of lines.
LINE = "#7f8f83"

Key = TypeVar("Key", bound=Hashable)


def quoted(text: str) -> str:
    """A text as the value of an XML attribute, quotation marks included."""
    return f'"{_escape(text)}"'


def counted(tag: str, elements: Sequence[str]) -> str:
    """Elements within one that says how many they are; nothing for none."""
    return f'<{tag} count="{len(elements)}">{"".join(elements)}</{tag}>' if elements else ""


@dataclass(frozen=True)
class Style:
    """How a cell looks.

    Attributes:
        format: of its number, such as #,##0.00.
        size: of its letters, in points.
        fill, ink: the colour behind it, and that of its text, as #rrggbb, or ''.
        line: whether there is a line below it.
        wraps: whether its text goes on in further lines.
        top: whether it stands at the top of a high row, or at the bottom as usual.
        aligned: left, center, right, or '' for the usual: texts to the left, numbers to the right.
        indented: whether its text keeps away from the number before it, or the heading behind it.
        is_text: whether it stays a text that begins like a formula, however it is edited.
    """

    format: str = GENERAL
    bold: bool = False
    size: int = FONT_SIZE
    fill: str = ""
    ink: str = ""
    line: bool = False
    wraps: bool = False
    top: bool = False
    aligned: str = ""
    indented: bool = False
    is_text: bool = False


PLAIN = Style()
HEADER = Style(bold=True, fill="#e3ece4", line=True)


def number_format(digits: int) -> str:
    """The format of numbers with thousands separators and so many digits after the point."""
    return "#,##0" + (f".{'0' * digits}" if digits else "")


def format_of(column: Column) -> str:
    """The format of the numbers of a column of the data dictionary."""
    if column.kind in (Kind.TEXT, Kind.YES_NO):
        return GENERAL
    if column.digits is None:
        return CODE if column.kind is Kind.WHOLE else TINY
    return number_format(column.digits)


def shown_number(value: float, number_format: str) -> str:
    """A number as a cell shows it: for the width of the cell."""
    if number_format == GENERAL:
        return f"{value:.10g}"
    if number_format == TINY:
        return f"{value:.1e}"
    number_format = number_format.partition(";")[0]
    digits = len(number_format.partition(".")[2])
    return f"{value:,.{digits}f}" if "," in number_format else f"{value:.{digits}f}"


class Styles:
    """The styles of a workbook, numbered as they turn up."""

    def __init__(self) -> None:
        self._numbers: dict[Style, int] = {PLAIN: 0}

    def number_of(self, style: Style) -> int:
        """The number by which cells name a style."""
        return self._numbers.setdefault(style, len(self._numbers))

    def part(self) -> str:
        """xl/styles.xml, of the styles that turned up so far."""
        styles = list(self._numbers)
        # Excel keeps the first two fills for itself, whatever a file says of them.
        fills = _unique(["", GREY_DOTS, *(style.fill for style in styles)])
        fonts = _unique([(s.bold, s.size, s.ink) for s in styles])
        borders = _unique([False, *(style.line for style in styles)])
        formats = _unique([s.format for s in styles if s.format != GENERAL])
        looks = [
            f'<xf numFmtId="{FIRST_FORMAT + formats.index(s.format) if s.format else 0}" '
            f'fontId="{fonts.index((s.bold, s.size, s.ink))}" fillId="{fills.index(s.fill)}" '
            f'borderId="{borders.index(s.line)}" xfId="0"'
            f"{KEPT if s.is_text else ''}{APPLIED}>{_alignment(s)}</xf>"
            for s in styles
        ]
        codes = [
            f"<numFmt numFmtId={quoted(str(index))} formatCode={quoted(code)}/>"
            for index, code in enumerate(formats, FIRST_FORMAT)
        ]
        usual = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        lists = {
            "numFmts": codes,
            "fonts": [_font(*font) for font in fonts],
            "fills": [_fill(fill) for fill in fills],
            "borders": [_border(line) for line in borders],
            "cellStyleXfs": [usual],
            "cellXfs": looks,
            "cellStyles": ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'],
        }
        parts = "".join(counted(name, elements) for name, elements in lists.items())
        return f'{HEAD}<styleSheet xmlns="{MAIN}">{parts}</styleSheet>'


def _unique(values: Iterable[Key]) -> list[Key]:
    return list(dict.fromkeys(values))


def _alignment(style: Style) -> str:
    across = f' horizontal="{style.aligned}"' if style.aligned else ""
    if style.indented:
        across = f' horizontal="{style.aligned or "left"}" indent="1"'
    upright = ' vertical="top"' if style.top else ""
    wraps = ' wrapText="1"' if style.wraps else ""
    return f"<alignment{across}{upright}{wraps}/>"


def _font(bold: bool, size: int, ink: str) -> str:
    colour = f"<color {_argb(ink)}/>" if ink else ""
    return f'<font>{"<b/>" if bold else ""}<sz val="{size}"/>{colour}<name val="{FONT}"/></font>'


def _fill(colour: str) -> str:
    if colour in ("", GREY_DOTS):
        return f'<fill><patternFill patternType="{colour or "none"}"/></fill>'
    return f'<fill><patternFill patternType="solid"><fgColor {_argb(colour)}/></patternFill></fill>'


def _border(line: bool) -> str:
    bottom = f'<bottom style="thin"><color {_argb(LINE)}/></bottom>' if line else "<bottom/>"
    return f"<border><left/><right/><top/>{bottom}<diagonal/></border>"


def _argb(colour: str) -> str:
    """#rrggbb as an attribute; nothing shines through."""
    return f'rgb="FF{colour[1:].upper()}"'
