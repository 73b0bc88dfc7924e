"""Elements of a report page, and its rendering as one self-contained file.

Styles, scripts and pictures are embedded. Terms and Messages are translated when the
page is rendered; plain strings, such as names of classes and zones, are shown
unchanged.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

from ..base.data_dictionary import COLUMNS
from ..base.dates import Period
from ..base.drafts import Drafts, convert_write_errors
from ..base.files import RESOURCE_FOLDER
from ..base.messages import (
    DataError,
    Message,
    MessageList,
    Term,
    Text,
    Translator,
    translate_message,
)
from .plotly_figures import (
    ARROW,
    MAX_SHOWN_ITEMS,
    MIN_COMPACT_DATES,
    PLUS_MINUS,
    format_exact,
    format_number,
    replace_minus_signs,
    text_width,
    year_axis,
)

if TYPE_CHECKING:
    from markupsafe import Markup

    from .interactive_map import InteractiveMap
    from .plotly_figures import DrawFunction, Figure
    from .report_maps import LandMaps, LocatorMap, MapChoices, MapPicture

TEMPLATE_FOLDER = RESOURCE_FOLDER / "report"
# plotly.js, which draws the charts: included in packages, and installed in checkouts by
# tools/setup.sh.
PLOTLY_FILE = RESOURCE_FOLDER / "plotly" / "plotly-cartesian.min.js.gz"
# Leaflet, which shows interactive maps.
LEAFLET_FILE = RESOURCE_FOLDER / "leaflet" / "leaflet.js.gz"
LEAFLET_STYLE = LEAFLET_FILE.with_name("leaflet.css")
# Longer data are compressed.
MIN_PACKED_LENGTH = 50_000
# The order matters: the second calls the first.
SCRIPT_FILES = ("printed.js", "picture.js", "report.js")

# External resources requested by a style sheet.
CSS_URL_PATTERN = re.compile(r"url\([^)]*\)")
# Hectare unit in Chinese texts, written hm2 in figures, as in Chinese journals.
HECTARE_PATTERN = re.compile(r"\u516c\u9877|\bha\b")

# Text that is not broken into lines: units such as t CO2, alone or after a number; numbers with ha,
# t or percent; short words with a slash or a hyphen between digits, such as t C/ha and 1986-2000
# (longer words may be names and can be broken); and in Chinese, years with the word for year.
NUMBER_PATTERN = r"[-\u2212+]?\d[\d.,]*\s"
UNIT_PATTERN = rf"(?:{NUMBER_PATTERN}|(?<![^\W\d_]))t CO?\u2082?e?(?![^\W\d_])(?:/[^\W\d_]+)?"
MEASURE_PATTERN = rf"{NUMBER_PATTERN}(?:ha\b|t(?![A-Za-z])|\u516c\u9877|hm\u00b2|%)"
DELIMITERS = r"\s,;:()\u3001\u3002\uff0c\uff1b\uff1a\uff08\uff09"
COMPOUND_PATTERN = (
    rf"(?<![^{DELIMITERS}])(?=[^{DELIMITERS}]*(?:/|\d[-\u2013]\d))"
    rf"[^{DELIMITERS}]{{3,12}}(?![^{DELIMITERS}])"
)
YEARS_PATTERN = "(?<!\\d)\\d{4}(?:(?: ?\u5e74 ?\u81f3 ?|[-\u2013])\\d{4})? ?\u5e74"
UNBROKEN_PATTERN = re.compile(
    rf"({UNIT_PATTERN}|{MEASURE_PATTERN}|{YEARS_PATTERN}|{COMPOUND_PATTERN})"
)
# Cell texts longer than this need a minimum column width.
MIN_LONG_CELL_LENGTH = 28
# Width of a digit, and of a letter of the unit, relative to the font size.
DIGIT_WIDTH_EM, LETTER_WIDTH_EM = 0.6, 0.5

# Values of a table row by column.
TableRow = Mapping[str, object]
# Names and their colours.
Swatches = Sequence[tuple[Text, str]]
# Names, colours and shapes of markers on bars and areas; the template draws the shapes.
LegendMarks = Sequence[tuple[Text, str, str]]
# Label, value and unit of a key figure.
Headline = tuple[Text, Text, str]


@dataclass(frozen=True)
class TableColumn:
    """Column of a table; `digits` is None for texts, `colours` gives swatches by text.

    `apart` marks the full-period column, separated from the periods by a line.
    """

    label: Text
    field: str
    digits: int | None = None
    colours: Mapping[str, str] | None = None
    apart: bool = False


def dictionary_column(
    name: str,
    heading: Text | None = None,
    digits: int | None = None,
    colours: Mapping[str, str] | None = None,
) -> TableColumn:
    """Return a column of the data dictionary, with its heading and digits unless given."""
    column = COLUMNS[name]
    heading = column.heading if heading is None else heading
    return TableColumn(heading, name, column.digits if digits is None else digits, colours)


@dataclass(frozen=True)
class TableCell:
    """Cell as shown, with its exact value if different and the colour of its swatch.

    `part`: indented component of the coloured name above; `whole`: no line breaks.
    """

    text: Text
    exact: str = ""
    is_number: bool = False
    colour: str = ""
    part: bool = False
    whole: bool = False


class ReportTable:
    """Table built from rows (dicts); a row with a true `is_total` is emphasised.

    A row with a true `starts_span` begins the full period and is separated from the periods
    by a line. A `folded` table is collapsed initially; the `note` stands below.

    Attributes:
        rows: formatted cells of each row, and whether it is a total.
        raw: rows as given.
        apart: indices of the rows that begin the full period.
    """

    def __init__(
        self,
        name: str,
        caption: Text,
        columns: list[TableColumn],
        rows: Sequence[TableRow],
        folded: bool = False,
        note: Text = "",
    ):
        self.name, self.caption, self.folded, self.note = name, caption, folded, note
        self.columns, self.raw = columns, rows
        self.apart = [index for index, row in enumerate(rows) if row.get("starts_span")]
        self.rows = [
            ([_format_cell(column, row) for column in columns], bool(row.get("is_total")))
            for row in rows
        ]


class AreaRow(TypedDict):
    """Minimum content of a row that can be summarised: its area in hectares."""

    area_ha: float


def truncated_table(
    name: str,
    caption: Text,
    columns: list[TableColumn],
    rows: Sequence[AreaRow],
    most: int,
    output: Text,
    folded: bool = False,
) -> ReportTable:
    """Return a table of the first rows with a note on the others, listed in `output`."""
    rest = rows[most:]
    note = omitted_rows_note(len(rest), sum(row["area_ha"] for row in rest), output) if rest else ""
    return ReportTable(name, caption, columns, rows[:most], folded, note)


def omitted_rows_note(count: int, area: float, output: Text) -> Text:
    """Return a note on the number and total area of the rows omitted from a table."""
    return Message(
        "{count} smaller items ({area} ha) are listed in {output} only.",
        count=count,
        area=format_number(area, 2),
        output=output,
    )


# First column of a transposed table.
LABEL_FIELD = "label"


def cross_table(
    name: str,
    caption: Text,
    first: TableColumn,
    labels: Sequence[str],
    rows: Sequence[tuple[str, Sequence[float | None]]],
    parts: Mapping[int, Sequence[tuple[Text, Sequence[float | None]]]] | None = None,
    span_last: bool = False,
    note: Text = "",
) -> ReportTable:
    """Return a table of numbers by name and by date or period, with their sums in the last row.

    For many dates it is transposed: a row per date, a column per name.

    Args:
        first: column of the names.
        labels: dates or periods, as headings of the other columns.
        rows: names with their numbers.
        parts: components to show below a row, by row index.
        span_last: whether the last label is the full period.
    """
    fields = [f"number{n}" for n in range(len(labels))]
    columns = [first, *(TableColumn(label, field, 2) for label, field in zip(labels, fields))]
    if span_last:
        columns[-1] = replace(columns[-1], apart=True)
    lines: list[tuple[Text, Sequence[float | None]]] = []
    for index, line in enumerate(rows):
        lines += [line, *(parts or {}).get(index, ())]
    body: list[TableRow] = [{first.field: text, **dict(zip(fields, line))} for text, line in lines]
    sums = [sum(value or 0.0 for value in column) for column in zip(*(line for _, line in rows))]
    body.append({first.field: Term("Total"), **dict(zip(fields, sums)), "is_total": True})
    if len(labels) < MIN_COMPACT_DATES:
        return ReportTable(name, caption, columns, body, note=note)
    named = {f"row{n}": row for n, row in enumerate(body)}
    heads = [TableColumn(cast(Text, row[first.field]), key, 2) for key, row in named.items()]
    turned: list[TableRow] = []
    for column in columns[1:]:
        values = {key: row[column.field] for key, row in named.items()}
        turned.append({LABEL_FIELD: column.label, "starts_span": column.apart, **values})
    return ReportTable(name, caption, [TableColumn("", LABEL_FIELD), *heads], turned, note=note)


def _format_cell(column: TableColumn, row: TableRow) -> TableCell:
    value = row.get(column.field)
    if isinstance(value, bool):
        return TableCell(Term("yes") if value else Term("no"))
    if isinstance(value, (Term, Message)):
        # A class may have the same name as a total, which has no colour.
        colours = {} if row.get("is_total") else column.colours or {}
        colour = colours.get(str(value), "")
        return TableCell(value, colour=colour, part=bool(colours) and not colour)
    full = format_exact(value)
    if column.digits is None:
        colour = column.colours.get(full, "") if column.colours else ""
        # A period contains a hyphen.
        return TableCell(full, colour=colour, whole=column.field == "period")
    text = format_number(cast("float | None", value), column.digits)  # else it would have no digits
    return TableCell(text, "" if full == text else full, True)


@dataclass(frozen=True)
class Chart:
    """Chart with one figure, or several variants chosen by label, drawn when rendered.

    `legend`: (name, colour), then `marks`; below `least_width` the chart scrolls; a `folded`
    one is collapsed, and drawn when opened.
    """

    name: str
    title: Text
    variants: Sequence[tuple[Text, DrawFunction]]
    legend: Swatches = ()
    note: Text = ""
    least_width: int = 0
    marks: LegendMarks = ()
    folded: bool = False

    def render_figures(self, tr: Translator) -> list[Figure]:
        """Return the figures as JSON data with translated texts."""
        return [draw(tr) for _, draw in self.variants]


def min_chart_width(labels: Sequence[Text], span_last: bool = False) -> int:
    """Return the minimum width of a vertical bar chart at which its labels do not overlap."""
    fits = len(labels) <= 4 or year_axis(labels, span_last)
    return 0 if fits else 72 * len(labels)


def mark_full_period(rows: Sequence[TableRow], span: str) -> list[TableRow]:
    """Return rows of periods; the first of the full period, `span`, is marked for a line above."""
    first = next((index for index, row in enumerate(rows) if row.get("period") == span), 0)
    return [
        {**row, "starts_span": True} if first and index == first else row
        for index, row in enumerate(rows)
    ]


def page_period_order(periods: Sequence[Period]) -> list[int]:
    """Return the period indices in page order, the full period first."""
    return [len(periods) - 1, *range(len(periods) - 1)]


class ColourRamp(NamedTuple):
    """Continuous colour scale: evenly spaced colours, and labels of its ends."""

    colours: Sequence[str]
    labels: Sequence[Text]


@dataclass
class Section:
    """Section of the page under its own heading; facts are pairs of name and value.

    Attributes:
        then_now: pair of pictures for swipe comparison, followed by a pair of the full
            extent if the first covers a part of it; may be empty.
        maps: pictures side by side, small ones if `small_maps`.
        map_choices, pair_choices: subsets of the maps and of the pairs that can be chosen
            by label, the first one by default; empty to show all.
        map_legend: legend of all these pictures.
        map_quantity: quantity shown, if the map titles are dates.
        map_ramp: colour scale, if continuous.
        map_note: what the maps show, if there are no choices.
        locator: inset map with the location of the first maps.
        explorable: interactive map, placed below the opening of the page.
        gathers_folded: whether many collapsed tables are grouped in one collapsed block.
        folded: whether all but the heading is collapsed initially.
        chapter: title of the chapter that begins with this section, if any.
    """

    name: str
    title: Text
    sentences: list[Text] = field(default_factory=list)
    then_now: Sequence[MapPicture] = ()
    maps: list[MapPicture] = field(default_factory=list)
    map_choices: MapChoices = ()
    pair_choices: MapChoices = ()
    small_maps: bool = False
    map_legend: Swatches = ()
    map_quantity: Text = ""
    map_ramp: ColourRamp | None = None
    map_note: Text = ""
    locator: LocatorMap | None = None
    explorable: InteractiveMap | None = None
    charts: list[Chart] = field(default_factory=list)
    tables: list[ReportTable] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    facts: list[tuple[object, object]] = field(default_factory=list)
    chapter: Text = ""
    gathers_folded: bool = False
    folded: bool = False

    def set_map_frame(self, maps: LandMaps) -> None:
        """Set the choices, note and locator of pictures drawn in all frames or for many dates."""
        self.map_choices = self.map_choices or maps.choices
        self.map_note, self.locator = maps.frames[0].note, maps.locator_map

    @property
    def table_groups(self) -> tuple[list[ReportTable], list[ReportTable]]:
        """Tables shown one after the other, and those grouped in a collapsed block."""
        folded = [table for table in self.tables if table.folded]
        if not self.gathers_folded or len(folded) <= MAX_SHOWN_ITEMS:
            return self.tables, []
        return [table for table in self.tables if not table.folded], folded


@dataclass
class Page:
    """Report page; author and comment are as given by the user, or ''.

    `opening` lists key questions with their answers, shown first; `links` gives the target
    and text of links in the answers, by index.

    `summary` lists the names of sections, and of charts and tables of other sections
    ("chart-flows", "table-losses"), for a two-page print; empty for the first section.
    `warnings` are shown above all results.
    """

    title: Text
    subtitle: Text
    headlines: list[Headline]
    sections: list[Section]
    footer: Text
    language: str = "en"
    author: str = ""
    comment: str = ""
    summary: Sequence[str] = ()
    opening: Sequence[tuple[Text, Text]] = ()
    links: Mapping[int, tuple[str, Text]] = field(default_factory=dict)
    warnings: Sequence[Message] = ()

    def with_warnings(self, warnings: Sequence[Message]) -> Page:
        """Return the page with those warnings of the run that no section includes."""
        texts: list[object] = [answer for _, answer in self.opening]
        for part in self.sections:
            texts += [*part.sentences, *part.warnings, *(fact for _, fact in part.facts)]
        words = "\n".join(map(str, texts))
        return replace(self, warnings=[w for w in warnings if str(w) not in words])


def check_packages(output: str, has_map: bool) -> None:
    """Raise a DataError if jinja2, plotly.js, or Leaflet for an interactive map is missing."""
    try:
        import_module("jinja2")
    except ImportError:
        raise DataError(
            "{output}: Python package {package} not found; install {package} or leave "
            "{output} empty",
            output=output,
            package="jinja2",
        ) from None
    missing = [path for path in (LEAFLET_FILE, LEAFLET_STYLE) if has_map and not path.is_file()]
    try:
        packed_plotly()
    except ImportError:
        missing = [PLOTLY_FILE]
    if missing:
        raise DataError(
            "{output}: {file} not found in {folder}. Install the plugin package (Plugins "
            "> Manage and Install Plugins > Install from ZIP) or leave {output} empty.",
            output=output,
            file=missing[0].name,
            folder=str(missing[0].parent),
        )


def write_page(path: str | Path, drafts: Drafts, page: Page, tr: Translator) -> None:
    """Write a page through drafts."""
    text = render_page(page, tr)
    with convert_write_errors(path):
        drafts.draft_path(path).write_bytes(text.encode("utf-8", "replace"))


def _display_text(text: object, tr: Translator) -> str:
    """Return a text translated, with minus signs in Messages."""
    words = translate_message(text, tr)
    return replace_minus_signs(words) if isinstance(text, Message) else words


def _in_language(value: object, tr: Translator) -> object:
    """Return a value with all texts in it translated."""
    if isinstance(value, Mapping):
        return {name: _in_language(part, tr) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_language(part, tr) for part in value]
    return (
        translate_message(value, tr) if isinstance(value, (Term, Message, MessageList)) else value
    )


def render_page(page: Page, tr: Translator) -> str:
    """Return the page as HTML."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def chart_tr(text: str) -> str:
        words = tr(text)
        return HECTARE_PATTERN.sub("hm\u00b2", words) if page.language.startswith("zh") else words

    environment.filters.update(
        data=_to_script_json,
        in_language=partial(_in_language, tr=tr),
        packed=_pack_large_value,
        whole=_wrap_unbroken_parts,
        parts=_split_headline,
        room=_headline_width,
        # Long texts need a minimum column width, or narrow screens break them after every word.
        is_long=lambda text: text_width(text) > MIN_LONG_CELL_LENGTH,
        translated=partial(_display_text, tr=tr),
        charted=partial(_display_text, tr=chart_tr),
    )
    template = environment.get_template("report.html.j2")
    has_charts = any(section.charts for section in page.sections)
    has_pairs = any(section.then_now for section in page.sections)
    has_maps = has_pairs or any(section.maps for section in page.sections)
    explored = any(section.explorable for section in page.sections)
    wanted = {"maps.js": has_maps, "swipe.js": has_pairs, "explore.js": explored}
    scripts = [*SCRIPT_FILES, *(name for name, is_wanted in wanted.items() if is_wanted)]
    return template.render(
        page=page,
        tr=tr,
        chart_tr=chart_tr,
        style=_read_template("report.css"),
        paper=_read_template("paper.css"),
        script="\n".join(map(_read_template, scripts)),
        library=packed_plotly() if has_charts else "",
        leaflet=_encode_base64(LEAFLET_FILE.read_bytes()) if explored else "",
        # Leaflet's button images would be requested from outside the page, and are not used.
        leaflet_style=CSS_URL_PATTERN.sub("none", LEAFLET_STYLE.read_text("utf-8"))
        if explored
        else "",
    )


def _read_template(name: str) -> str:
    return (TEMPLATE_FOLDER / name).read_text(encoding="utf-8")


def _encode_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _to_script_json(value: object) -> str:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _wrap_unbroken_parts(text: str) -> Markup:
    """Return a text as HTML in which units and periods are not broken into lines."""
    from markupsafe import Markup, escape

    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(part) if index % 2 else escape(part)
        for index, part in enumerate(UNBROKEN_PATTERN.split(text))
    )


def _split_headline(shown: str) -> list[str]:
    """Split a key figure at arrows, plus-minus signs and intervals, where lines may break."""
    return re.split(
        rf"(?<= {ARROW}) | (?={PLUS_MINUS} )| (?=\()|(?=\uff08)|(?<=;) |(?<=\uff1b)", shown
    )


def _headline_width(shown: str, unit: str) -> str:
    """Return the width of a key figure's widest line, relative to font size, without intervals."""
    parts = [part for part in _split_headline(shown) if part[:1] not in ("(", "\uff08")]
    *_, last = widths = [DIGIT_WIDTH_EM * text_width(part) for part in parts]
    return f"{max(*widths, last + LETTER_WIDTH_EM * (1 + text_width(unit))):.3g}"


@cache
def packed_plotly() -> str:
    """Return compressed plotly.js, or else the several times larger file of the Python package."""
    if PLOTLY_FILE.is_file():
        return _encode_base64(PLOTLY_FILE.read_bytes())
    from plotly.offline import get_plotlyjs

    return _compress_text(get_plotlyjs())


def _pack_large_value(value: object) -> str:
    """Return large data compressed, to about a fifth of its size; '' for small data."""
    text = _to_script_json(value)
    return _compress_text(text) if len(text) > MIN_PACKED_LENGTH else ""


def _compress_text(text: str) -> str:
    """Return a text compressed in the format that the page's script expects."""
    return _encode_base64(gzip.compress(text.encode("utf-8"), 6, mtime=0))
