"""What a page is made of, and the page as one file with its styles, scripts and pictures in it.

Texts are Terms and Messages, which are translated when the page is rendered; plain ones, such as
names of classes and zones, are shown as they are.
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
# plotly.js, which draws the charts: packages have it, and checkouts from tools/setup.sh.
PLOTLY_FILE = RESOURCE_FOLDER / "plotly" / "plotly-cartesian.min.js.gz"
# Leaflet, which shows maps to explore.
LEAFLET_FOLDER = RESOURCE_FOLDER / "leaflet"
# Data of so many characters are packed.
MIN_PACKED_LENGTH = 50_000
# In this order: the second calls the first.
SCRIPT_FILES = ("printed.js", "picture.js", "report.js")

# What a style asks for from elsewhere.
CSS_URL_PATTERN = re.compile(r"url\([^)]*\)")
# The unit in Chinese texts, which in figures is hm2, as in the journals.
HECTARE_PATTERN = re.compile(r"\u516c\u9877|\bha\b")

# What is not broken into lines: units such as t CO2, by themselves or after a number, a number with
# ha, t or per cent, words with a slash or a hyphen between digits, such as t C/ha and 1986-2000,
# but no word that is long, which may be a name; and in Chinese years with the word for them.
NUMBER_PATTERN = r"[-\u2212+]?\d[\d.,]*\s"
UNIT_PATTERN = rf"(?:{NUMBER_PATTERN}|(?<![^\W\d_]))t CO?\u2082?e?(?![^\W\d_])(?:/[^\W\d_]+)?"
MEASURE_PATTERN = rf"{NUMBER_PATTERN}(?:ha\b|t(?![A-Za-z])|\u516c\u9877|hm\u00b2|%)"
DELIMITERS = r"\s,;:()\u3001\u3002\uff0c\uff1b\uff1a\uff08\uff09"
COMPOUND_PATTERN = rf"(?<![^{DELIMITERS}])(?=[^{DELIMITERS}]*(?:/|\d[-\u2013]\d))[^{DELIMITERS}]{{3,12}}(?![^{DELIMITERS}])"
YEARS = "(?<!\\d)\\d{4}(?:(?: ?\u5e74 ?\u81f3 ?|[-\u2013])\\d{4})? ?\u5e74"
UNBROKEN_PATTERN = re.compile(rf"({UNIT_PATTERN}|{MEASURE_PATTERN}|{YEARS}|{COMPOUND_PATTERN})")
# Letters of a text that is long for a cell.
MIN_LONG_CELL_LENGTH = 28
# The width of a digit, and of a letter of the unit beside it, in parts of the font size.
DIGIT_WIDTH_EM, LETTER_WIDTH_EM = 0.6, 0.5

# A row of a table by column.
TableRow = Mapping[str, object]
# Names and the colours that stand for them.
Swatches = Sequence[tuple[Text, str]]
# Names, colours and shapes of what stands on bars and areas; the template draws the shapes.
LegendMarks = Sequence[tuple[Text, str, str]]
# Label, number and unit of a number that a reader looks for first.
Headline = tuple[Text, Text, str]


@dataclass(frozen=True)
class TableColumn:
    """A column of a table; `digits` is None for texts, `colours` gives swatches by the text.

    `apart` is one of the whole span, which a line keeps from those of the periods.
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
    """A column of the data dictionary, with its heading and digits where none are given."""
    column = COLUMNS[name]
    heading = column.heading if heading is None else heading
    return TableColumn(heading, name, column.digits if digits is None else digits, colours)


@dataclass(frozen=True)
class TableCell:
    """A cell as shown, the exact value where it differs, and the colour of its swatch.

    `part` is a name below one that has a colour: what of it is told apart. `whole` is not broken
    into lines.
    """

    text: Text
    exact: str = ""
    is_number: bool = False
    colour: str = ""
    part: bool = False
    whole: bool = False


class ReportTable:
    """A table from rows (dicts); a row with a true `is_total` stands out.

    One with a true `starts_span` begins what is of the whole span: a line keeps it from the rows
    of the periods. What is `folded` is closed until somebody opens it; the `note` stands below.

    Attributes:
        rows: its cells as shown, and whether the row is a total.
        raw: the rows as they were given.
        apart: the indices of the rows that begin what is of the whole span.
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
    """What a row needs to be summed up: hectares, whatever else it has."""

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
    """The first rows of a list, and what the others come to; the `output` of the run has all."""
    rest = rows[most:]
    note = omitted_rows_note(len(rest), sum(row["area_ha"] for row in rest), output) if rest else ""
    return ReportTable(name, caption, columns, rows[:most], folded, note)


def omitted_rows_note(count: int, area: float, output: Text) -> Text:
    """What the rows that a table leaves out come to."""
    return Message(
        "{count} smaller items ({area} ha) are listed in {output} only.",
        count=count,
        area=format_number(area, 2),
        output=output,
    )


# The first column of such a table of many dates.
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
    """A table of numbers by name and by date or period, with their sums in the last row.

    Of many dates each has a row, and the names head the columns.

    Args:
        first: the column of the names.
        labels: of the dates or periods, which head the other columns.
        rows: each name with its numbers.
        parts: by the index of a row, what its numbers are made of, to be shown below them.
        span_last: whether the last of the labels is the whole span.
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
        # A total is not the class that may have its name.
        colours = {} if row.get("is_total") else column.colours or {}
        colour = colours.get(str(value), "")
        return TableCell(value, colour=colour, part=bool(colours) and not colour)
    full = format_exact(value)
    if column.digits is None:
        colour = column.colours.get(full, "") if column.colours else ""
        # A period has a hyphen in it.
        return TableCell(full, colour=colour, whole=column.field == "period")
    text = format_number(cast("float | None", value), column.digits)  # else it would have no digits
    return TableCell(text, "" if full == text else full, True)


@dataclass(frozen=True)
class Chart:
    """A chart: one figure, or several to choose from by their labels, drawn when it is rendered.

    `legend` is (name, colour) in order, and `marks` follow it; `least_width` lets a small screen
    scroll within it; what is `folded` is closed, and not drawn, until somebody opens it.
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
        """The figures as JSON data, with the texts in them translated."""
        return [draw(tr) for _, draw in self.variants]


def min_chart_width(labels: Sequence[Text], span_last: bool = False) -> int:
    """How wide a chart of standing bars must be at least for the texts at them not to touch."""
    fits = len(labels) <= 4 or year_axis(labels, span_last)
    return 0 if fits else 72 * len(labels)


def mark_full_period(rows: Sequence[TableRow], span: str) -> list[TableRow]:
    """Rows of the periods and of the whole span, by its name, with a line between them."""
    first = next((index for index, row in enumerate(rows) if row.get("period") == span), 0)
    return [
        {**row, "starts_span": True} if first and index == first else row
        for index, row in enumerate(rows)
    ]


def page_period_order(periods: Sequence[Period]) -> list[int]:
    """The numbers of the periods as a page shows them, the whole span first."""
    return [len(periods) - 1, *range(len(periods) - 1)]


class ColourRamp(NamedTuple):
    """A scale of colours without steps: evenly from one end to the other, and what stands there."""

    colours: Sequence[str]
    labels: Sequence[Text]


@dataclass
class Section:
    """A part of the page under its own heading; facts are what they are about, and what is so.

    Attributes:
        then_now: two pictures of the same land to be slid over each other, and where these are of
            a part of it, two of the whole; none, or both.
        maps: pictures beside each other, small ones where `small_maps` says so.
        map_choices, pair_choices: what of the maps, and of the pairs, to show by the words to
            choose it by, the first one unless a reader chooses; empty for all.
        map_legend: of all these pictures.
        map_quantity: what they show, where their titles are dates.
        map_ramp: their scale of colours, where it has no steps.
        map_note: what they show, where there is nothing to choose from.
        locator: where what they show at first lies.
        explorable: a map to explore, which stands below what the page opens with.
        gathers_folded: whether folded tables, where they are many, lie in one more fold.
        folded: whether it is closed, but for its heading, until somebody opens it.
        chapter: what begins with this section, where something does.
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
        """Say what the pictures show, which are of all frames or of many dates."""
        self.map_choices = self.map_choices or maps.choices
        self.map_note, self.locator = maps.frames[0].note, maps.locator_map

    @property
    def table_groups(self) -> tuple[list[ReportTable], list[ReportTable]]:
        """The tables as they stand one after the other, and those that lie in one more fold."""
        folded = [table for table in self.tables if table.folded]
        if not self.gathers_folded or len(folded) <= MAX_SHOWN_ITEMS:
            return self.tables, []
        return [table for table in self.tables if not table.folded], folded


@dataclass
class Page:
    """The whole; author and comment are the user's own words, or ''.

    `opening` has the questions that a reader comes with, and their answers, above all else;
    `links` what an answer leads to, and in which words, by its index.

    `summary` has the names of the sections, and of the charts and tables of others ("chart-flows",
    "table-losses"), that two printed pages have room for; empty for the first section. `warnings`
    stand above all results.
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
        """The page with those warnings of its run that no section has."""
        texts: list[object] = [answer for _, answer in self.opening]
        for part in self.sections:
            texts += [*part.sentences, *part.warnings, *(fact for _, fact in part.facts)]
        words = "\n".join(map(str, texts))
        return replace(self, warnings=[w for w in warnings if str(w) not in words])


def check_packages(output: str) -> None:
    """Check that what makes a page is there; `output` is the parameter that asks for it."""
    try:
        import_module("jinja2")
    except ImportError:
        raise DataError(
            "{output}: Python package {package} not found; install {package} or leave "
            "{output} empty",
            output=output,
            package="jinja2",
        ) from None
    try:
        packed_plotly()
    except ImportError:
        raise DataError(
            "{output}: plotly.js not found in {folder}. Install the plugin package (Plugins "
            "> Manage and Install Plugins > Install from ZIP) or leave {output} empty.",
            output=output,
            folder=str(RESOURCE_FOLDER.parent),
        ) from None


def write_page(path: str | Path, drafts: Drafts, page: Page, tr: Translator) -> None:
    """Write a page through drafts."""
    text = render_page(page, tr)
    with convert_write_errors(path):
        drafts.stage_file(path).write_bytes(text.encode("utf-8", "replace"))


def _display_text(text: object, tr: Translator) -> str:
    """A text in the reader's language; what is no message of ours is left as it is."""
    words = translate_message(text, tr)
    return replace_minus_signs(words) if isinstance(text, Message) else words


def _in_language(value: object, tr: Translator) -> object:
    """A value with all texts in it in the reader's language."""
    if isinstance(value, Mapping):
        return {name: _in_language(part, tr) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_language(part, tr) for part in value]
    return (
        translate_message(value, tr) if isinstance(value, (Term, Message, MessageList)) else value
    )


def render_page(page: Page, tr: Translator) -> str:
    """The page as HTML."""
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
        # In a table's cell it needs room, or a narrow screen has a word of it a line.
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
        leaflet=_encode_base64((LEAFLET_FOLDER / "leaflet.js.gz").read_bytes()) if explored else "",
        # Its pictures of buttons would be asked for beside the page, and none is used.
        leaflet_style=CSS_URL_PATTERN.sub(
            "none", (LEAFLET_FOLDER / "leaflet.css").read_text("utf-8")
        )
        if explored
        else "",
    )


def _read_template(name: str) -> str:
    return (TEMPLATE_FOLDER / name).read_text(encoding="utf-8")


def _encode_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _to_script_json(value: object) -> str:
    """JSON that may stand in a script element, whatever the texts in it are."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _wrap_unbroken_parts(text: str) -> Markup:
    """A text as HTML in which units and periods are not broken into lines."""
    from markupsafe import Markup, escape

    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(part) if index % 2 else escape(part)
        for index, part in enumerate(UNBROKEN_PATTERN.split(text))
    )


def _split_headline(shown: str) -> list[str]:
    """What an arrow or a plus-minus sign parts, and an interval: each may have a line."""
    return re.split(
        rf"(?<= {ARROW}) | (?={PLUS_MINUS} )| (?=\()|(?=\uff08)|(?<=;) |(?<=\uff1b)", shown
    )


def _headline_width(shown: str, unit: str) -> str:
    """How wide the widest line of a headline's number is, in parts of its font size.

    But for an interval, which is written small, and may be broken.
    """
    parts = [part for part in _split_headline(shown) if part[:1] not in ("(", "\uff08")]
    *_, last = widths = [DIGIT_WIDTH_EM * text_width(part) for part in parts]
    return f"{max(*widths, last + LETTER_WIDTH_EM * (1 + text_width(unit))):.3g}"


@cache
def packed_plotly() -> str:
    """plotly.js, packed: where we do not have it, Python's, which is several times larger."""
    if PLOTLY_FILE.is_file():
        return _encode_base64(PLOTLY_FILE.read_bytes())
    from plotly.offline import get_plotlyjs

    return _compress_text(get_plotlyjs())


def _pack_large_value(value: object) -> str:
    """Large data packed, which takes a fifth of the room; '' for what may stand as it is."""
    text = _to_script_json(value)
    return _compress_text(text) if len(text) > MIN_PACKED_LENGTH else ""


def _compress_text(text: str) -> str:
    """A text as the page's script unpacks it."""
    return _encode_base64(gzip.compress(text.encode("utf-8"), 6, mtime=0))
