"""Cell styles of a workbook, and the part of the file that defines them (xl/styles.xml).

See ECMA-376, Office Open XML, Part 1: SpreadsheetML, 18.8.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from html import escape as _escape
from typing import TypeVar

from ..base.data_dictionary import Column, ColumnKind

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPREADSHEET_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# Default number format: as many digits as fit the cell.
GENERAL_FORMAT = ""
# Codes, such as class values, without separators.
CODE_FORMAT = "0"
# For numbers that fixed digits would show as zeros.
SCIENTIFIC_FORMAT = "0.0E+00;-0.0E+00;0"
# Custom formats are numbered from here; lower numbers are built into Excel.
FIRST_CUSTOM_FORMAT_ID = 164
# Default font of Excel; other programs substitute one of equal width.
FONT_NAME = "Calibri"
FONT_SIZE = 11
# Row height relative to the font size.
ROW_HEIGHT_FACTOR = 1.5
GREY_DOTS_PATTERN = "gray125"
# Attributes that enable the parts of a style, and that keep text as text.
APPLY_ATTRIBUTES = "".join(
    f' apply{part}="1"' for part in ("NumberFormat", "Font", "Fill", "Border", "Alignment")
)
QUOTE_PREFIX_ATTRIBUTE = ' quotePrefix="1"'
# Line colour.
LINE_COLOUR = "#7f8f83"

Key = TypeVar("Key", bound=Hashable)


def quote_attribute(text: str) -> str:
    """Quote a text as the value of an XML attribute, escaping quotation marks."""
    return f'"{_escape(text)}"'


def counted_element(tag: str, elements: Sequence[str]) -> str:
    """Wrap elements in one with their count; '' if there are none."""
    return f'<{tag} count="{len(elements)}">{"".join(elements)}</{tag}>' if elements else ""


@dataclass(frozen=True)
class CellStyle:
    """Style of a cell.

    Attributes:
        format: number format, such as #,##0.00.
        size: font size in points.
        fill, ink: background and text colour as #rrggbb, or ''.
        line: whether there is a line below the cell.
        wraps: whether text is wrapped.
        top: vertical alignment at the top instead of the bottom.
        aligned: left, center, right, or '' for the default: text left, numbers right.
        indented: whether text is indented from the preceding number or following heading.
        is_text: whether text that looks like a formula stays text when edited.
    """

    format: str = GENERAL_FORMAT
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


DEFAULT_STYLE = CellStyle()
HEADER_CELL_STYLE = CellStyle(bold=True, fill="#e3ece4", line=True)


def number_format(digits: int) -> str:
    """Return the number format with thousands separators and a number of decimals."""
    return "#,##0" + (f".{'0' * digits}" if digits else "")


def column_format(column: Column) -> str:
    """Return the number format of a column in the data dictionary."""
    if column.kind in (ColumnKind.TEXT, ColumnKind.YES_NO):
        return GENERAL_FORMAT
    if column.digits is None:
        return CODE_FORMAT if column.kind is ColumnKind.WHOLE else SCIENTIFIC_FORMAT
    return number_format(column.digits)


def format_number(value: float, number_format: str) -> str:
    """Format a number as in a cell, to estimate its width."""
    if number_format == GENERAL_FORMAT:
        return f"{value:.10g}"
    if number_format == SCIENTIFIC_FORMAT:
        return f"{value:.1e}"
    number_format = number_format.partition(";")[0]
    digits = len(number_format.partition(".")[2])
    return f"{value:,.{digits}f}" if "," in number_format else f"{value:.{digits}f}"


class StyleRegistry:
    """Styles of a workbook, numbered in order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[CellStyle, int] = {DEFAULT_STYLE: 0}

    def style_id(self, style: CellStyle) -> int:
        """Return the id of a style."""
        return self._numbers.setdefault(style, len(self._numbers))

    def styles_xml(self) -> str:
        """Return xl/styles.xml for the styles used so far."""
        styles = list(self._numbers)
        # Excel reserves the first two fills.
        fills = _unique_values(["", GREY_DOTS_PATTERN, *(style.fill for style in styles)])
        fonts = _unique_values([(s.bold, s.size, s.ink) for s in styles])
        borders = _unique_values([False, *(style.line for style in styles)])
        formats = _unique_values([s.format for s in styles if s.format != GENERAL_FORMAT])
        looks = [
            f'<xf numFmtId="{FIRST_CUSTOM_FORMAT_ID + formats.index(s.format) if s.format else 0}" '
            f'fontId="{fonts.index((s.bold, s.size, s.ink))}" fillId="{fills.index(s.fill)}" '
            f'borderId="{borders.index(s.line)}" xfId="0"'
            f"{QUOTE_PREFIX_ATTRIBUTE if s.is_text else ''}{APPLY_ATTRIBUTES}>"
            f"{_alignment_xml(s)}</xf>"
            for s in styles
        ]
        codes = [
            f"<numFmt numFmtId={quote_attribute(str(index))} formatCode={quote_attribute(code)}/>"
            for index, code in enumerate(formats, FIRST_CUSTOM_FORMAT_ID)
        ]
        usual = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        lists = {
            "numFmts": codes,
            "fonts": [_font_xml(*font) for font in fonts],
            "fills": [_fill_xml(fill) for fill in fills],
            "borders": [_border_xml(line) for line in borders],
            "cellStyleXfs": [usual],
            "cellXfs": looks,
            "cellStyles": ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'],
        }
        parts = "".join(counted_element(name, elements) for name, elements in lists.items())
        return f'{XML_DECLARATION}<styleSheet xmlns="{SPREADSHEET_NAMESPACE}">{parts}</styleSheet>'


def _unique_values(values: Iterable[Key]) -> list[Key]:
    return list(dict.fromkeys(values))


def _alignment_xml(style: CellStyle) -> str:
    across = f' horizontal="{style.aligned}"' if style.aligned else ""
    if style.indented:
        across = f' horizontal="{style.aligned or "left"}" indent="1"'
    upright = ' vertical="top"' if style.top else ""
    wraps = ' wrapText="1"' if style.wraps else ""
    return f"<alignment{across}{upright}{wraps}/>"


def _font_xml(bold: bool, size: int, ink: str) -> str:
    colour = f"<color {_colour_attribute(ink)}/>" if ink else ""
    return (
        f'<font>{"<b/>" if bold else ""}<sz val="{size}"/>{colour}<name val="{FONT_NAME}"/></font>'
    )


def _fill_xml(colour: str) -> str:
    if colour in ("", GREY_DOTS_PATTERN):
        return f'<fill><patternFill patternType="{colour or "none"}"/></fill>'
    return (
        f'<fill><patternFill patternType="solid"><fgColor {_colour_attribute(colour)}/>'
        "</patternFill></fill>"
    )


def _border_xml(line: bool) -> str:
    bottom = (
        f'<bottom style="thin"><color {_colour_attribute(LINE_COLOUR)}/></bottom>'
        if line
        else "<bottom/>"
    )
    return f"<border><left/><right/><top/>{bottom}<diagonal/></border>"


def _colour_attribute(colour: str) -> str:
    """Return #rrggbb as an attribute with full opacity."""
    return f'rgb="FF{colour[1:].upper()}"'
