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
from ..base.drafts import Drafts, writing
from ..base.files import RESOURCES
from ..base.messages import DataError, Listed, Message, Term, Text, Translate, translated
from .plotly_figures import (
    ARROW,
    FEW,
    MANY,
    PLUS_MINUS,
    breadth,
    exact,
    rounded,
    with_minus_signs,
    year_axis,
)

if TYPE_CHECKING:
    from markupsafe import Markup

    from .explorable_map import ExplorableMap
    from .plotly_figures import Draw, Figure
    from .report_maps import LandMaps, Locator, MapChoices, Picture

TEMPLATES = RESOURCES / "report"
# plotly.js, which draws the charts: packages have it, and checkouts from tools/setup.sh.
LIBRARY = RESOURCES / "plotly" / "plotly-cartesian.min.js.gz"
# Leaflet, which shows maps to explore.
LEAFLET = RESOURCES / "leaflet"
# Data of so many characters are packed.
LARGE = 50_000
# In this order: the second calls the first.
SCRIPTS = ("printed.js", "picture.js", "report.js")

# What a style asks for from elsewhere.
ADDRESS = re.compile(r"url\([^)]*\)")
# The unit in Chinese texts, which in figures is hm2, as in the journals.
HECTARES = re.compile(r"\u516c\u9877|\bha\b")

# What is not broken into lines: units such as t CO2, by themselves or after a number, a number with
# ha, t or per cent, and words with a slash or a hyphen between digits, such as t C/ha
# and 1986-2000; but no word that is long, which may be a name.
NUMBER = r"[-\u2212+]?\d[\d.,]*\s"
UNIT = rf"(?:{NUMBER}|(?<![^\W\d_]))t CO?\u2082?e?(?![^\W\d_])(?:/[^\W\d_]+)?"
MEASURE = rf"{NUMBER}(?:ha\b|t(?![A-Za-z])|\u516c\u9877|hm\u00b2|%)"
ENDS = r"\s,;:()\u3001\u3002\uff0c\uff1b\uff1a\uff08\uff09"
WORD = rf"(?<![^{ENDS}])(?=[^{ENDS}]*(?:/|\d[-\u2013]\d))[^{ENDS}]{{3,12}}(?![^{ENDS}])"
WHOLE = re.compile(rf"({UNIT}|{MEASURE}|{WORD})")
# Letters of a text that is long for a cell.
LONG_CELL = 28
# The width of a digit, and of a letter of the unit beside it, in parts of the font size.
DIGIT, LETTER = 0.6, 0.5

# A row of a table by column.
Row = Mapping[str, object]
# Names and the colours that stand for them.
Swatches = Sequence[tuple[Text, str]]
# Names, colours and shapes of what stands on bars and areas; the template draws the shapes.
Marks = Sequence[tuple[Text, str, str]]
# Label, number and unit of a number that a reader looks for first.
Headline = tuple[Text, Text, str]


@dataclass(frozen=True)
class ShownColumn:
    """A column of a table; `digits` is None for texts, `colours` gives swatches by the text.

    `apart` is one of the whole span, which a line keeps from those of the periods.
    """

    label: Text
    field: str
    digits: int | None = None
    colours: Mapping[str, str] | None = None
    apart: bool = False


def known(
    name: str,
    heading: Text | None = None,
    digits: int | None = None,
    colours: Mapping[str, str] | None = None,
) -> ShownColumn:
    """A column of the data dictionary, with its heading and digits where none are given."""
    column = COLUMNS[name]
    heading = column.heading if heading is None else heading
    return ShownColumn(heading, name, column.digits if digits is None else digits, colours)


@dataclass(frozen=True)
class Cell:
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


class ShownTable:
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
        columns: list[ShownColumn],
        rows: Sequence[Row],
        folded: bool = False,
        note: Text = "",
    ):
        self.name, self.caption, self.folded, self.note = name, caption, folded, note
        self.columns, self.raw = columns, rows
        self.apart = [index for index, row in enumerate(rows) if row.get("starts_span")]
        self.rows = [
            ([_cell(column, row) for column in columns], bool(row.get("is_total"))) for row in rows
        ]


class AreaRow(TypedDict):
    """What a row needs to be summed up: hectares, whatever else it has."""

    area_ha: float


def first_rows(
    name: str,
    caption: Text,
    columns: list[ShownColumn],
    rows: Sequence[AreaRow],
    most: int,
    output: Text,
    folded: bool = False,
) -> ShownTable:
    """The first rows of a list, and what the others come to; the `output` of the run has all."""
    rest = rows[most:]
    note = not_listed(len(rest), sum(row["area_ha"] for row in rest), output) if rest else ""
    return ShownTable(name, caption, columns, rows[:most], folded, note)


def not_listed(count: int, area: float, output: Text) -> Text:
    """What the rows that a table leaves out come to."""
    return Message(
        "{count} smaller items ({area} ha) are listed in {output} only.",
        count=count,
        area=rounded(area, 2),
        output=output,
    )


# The first column of such a table of many dates.
TURNED = "label"


def crossed(
    name: str,
    caption: Text,
    first: ShownColumn,
    labels: Sequence[str],
    rows: Sequence[tuple[str, Sequence[float | None]]],
    parts: Mapping[int, Sequence[tuple[Text, Sequence[float | None]]]] | None = None,
    span_last: bool = False,
    note: Text = "",
) -> ShownTable:
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
    columns = [first, *(ShownColumn(label, field, 2) for label, field in zip(labels, fields))]
    if span_last:
        columns[-1] = replace(columns[-1], apart=True)
    lines: list[tuple[Text, Sequence[float | None]]] = []
    for index, line in enumerate(rows):
        lines += [line, *(parts or {}).get(index, ())]
    body: list[Row] = [{first.field: text, **dict(zip(fields, line))} for text, line in lines]
    sums = [sum(value or 0.0 for value in column) for column in zip(*(line for _, line in rows))]
    body.append({first.field: Term("Total"), **dict(zip(fields, sums)), "is_total": True})
    if len(labels) < MANY:
        return ShownTable(name, caption, columns, body, note=note)
    named = {f"row{n}": row for n, row in enumerate(body)}
    heads = [ShownColumn(cast(Text, row[first.field]), key, 2) for key, row in named.items()]
    turned: list[Row] = []
    for column in columns[1:]:
        values = {key: row[column.field] for key, row in named.items()}
        turned.append({TURNED: column.label, "starts_span": column.apart, **values})
    return ShownTable(name, caption, [ShownColumn("", TURNED), *heads], turned, note=note)


def _cell(column: ShownColumn, row: Row) -> Cell:
    value = row.get(column.field)
    if isinstance(value, bool):
        return Cell(Term("yes") if value else Term("no"))
    if isinstance(value, (Term, Message)):
        # A total is not the class that may have its name.
        colours = {} if row.get("is_total") else column.colours or {}
        colour = colours.get(str(value), "")
        return Cell(value, colour=colour, part=bool(colours) and not colour)
    full = exact(value)
    if column.digits is None:
        colour = column.colours.get(full, "") if column.colours else ""
        # A period has a hyphen in it.
        return Cell(full, colour=colour, whole=column.field == "period")
    text = rounded(cast("float | None", value), column.digits)  # else it would have no digits
    return Cell(text, "" if full == text else full, True)


@dataclass(frozen=True)
class Chart:
    """A chart: one figure, or several to choose from by their labels, drawn when it is rendered.

    `legend` is (name, colour) in order, and `marks` follow it; `least_width` lets a small screen
    scroll within it; what is `folded` is closed, and not drawn, until somebody opens it.
    """

    name: str
    title: Text
    variants: Sequence[tuple[Text, Draw]]
    legend: Swatches = ()
    note: Text = ""
    least_width: int = 0
    marks: Marks = ()
    folded: bool = False

    def figures(self, tr: Translate) -> list[Figure]:
        """The figures as JSON data, with the texts in them translated."""
        return [draw(tr) for _, draw in self.variants]


def width_for(labels: Sequence[Text], span_last: bool = False) -> int:
    """How wide a chart of standing bars must be at least for the texts at them not to touch."""
    fits = len(labels) <= 4 or year_axis(labels, span_last)
    return 0 if fits else 72 * len(labels)


def span_apart(rows: Sequence[Row], span: str) -> list[Row]:
    """Rows of the periods and of the whole span, by its name, with a line between them."""
    first = next((index for index, row in enumerate(rows) if row.get("period") == span), 0)
    return [
        {**row, "starts_span": True} if first and index == first else row
        for index, row in enumerate(rows)
    ]


def span_first(periods: Sequence[Period]) -> list[int]:
    """The numbers of the periods as a page shows them, the whole span first."""
    return [len(periods) - 1, *range(len(periods) - 1)]


class Ramp(NamedTuple):
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
    then_now: Sequence[Picture] = ()
    maps: list[Picture] = field(default_factory=list)
    map_choices: MapChoices = ()
    pair_choices: MapChoices = ()
    small_maps: bool = False
    map_legend: Swatches = ()
    map_quantity: Text = ""
    map_ramp: Ramp | None = None
    map_note: Text = ""
    locator: Locator | None = None
    explorable: ExplorableMap | None = None
    charts: list[Chart] = field(default_factory=list)
    tables: list[ShownTable] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    facts: list[tuple[object, object]] = field(default_factory=list)
    chapter: Text = ""
    gathers_folded: bool = False
    folded: bool = False

    def frame(self, maps: LandMaps) -> None:
        """Say what the pictures show, which are of all frames or of many dates."""
        self.map_choices = self.map_choices or maps.choices
        self.map_note, self.locator = maps.frames[0].note, maps.locator

    @property
    def folds(self) -> tuple[list[ShownTable], list[ShownTable]]:
        """The tables as they stand one after the other, and those that lie in one more fold."""
        folded = [table for table in self.tables if table.folded]
        if not self.gathers_folded or len(folded) <= FEW:
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


def require_packages(output: str) -> None:
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
        packed_library()
    except ImportError:
        raise DataError(
            "{output}: plotly.js not found in {folder}. Install the plugin package (Plugins "
            "> Manage and Install Plugins > Install from ZIP) or leave {output} empty.",
            output=output,
            folder=str(RESOURCES.parent),
        ) from None


def write_page(path: str | Path, drafts: Drafts, page: Page, tr: Translate) -> None:
    """Write a page through drafts."""
    text = render(page, tr)
    with writing(path):
        drafts.path(path).write_bytes(text.encode("utf-8", "replace"))


def _shown(text: object, tr: Translate) -> str:
    """A text in the reader's language; what is no message of ours is left as it is."""
    words = translated(text, tr)
    return with_minus_signs(words) if isinstance(text, Message) else words


def _in_language(value: object, tr: Translate) -> object:
    """A value with all texts in it in the reader's language."""
    if isinstance(value, Mapping):
        return {name: _in_language(part, tr) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_language(part, tr) for part in value]
    return translated(value, tr) if isinstance(value, (Term, Message, Listed)) else value


def render(page: Page, tr: Translate) -> str:
    """The page as HTML."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def chart_tr(text: str) -> str:
        words = tr(text)
        return HECTARES.sub("hm\u00b2", words) if page.language.startswith("zh") else words

    environment.filters.update(
        data=_data,
        in_language=partial(_in_language, tr=tr),
        packed=_packed,
        whole=_whole,
        parts=_parts,
        room=_room,
        # In a table's cell it needs room, or a narrow screen has a word of it a line.
        is_long=lambda text: breadth(text) > LONG_CELL,
        translated=partial(_shown, tr=tr),
        charted=partial(_shown, tr=chart_tr),
    )
    template = environment.get_template("report.html.j2")
    has_charts = any(section.charts for section in page.sections)
    has_pairs = any(section.then_now for section in page.sections)
    has_maps = has_pairs or any(section.maps for section in page.sections)
    explored = any(section.explorable for section in page.sections)
    wanted = {"maps.js": has_maps, "swipe.js": has_pairs, "explore.js": explored}
    scripts = [*SCRIPTS, *(name for name, is_wanted in wanted.items() if is_wanted)]
    return template.render(
        page=page,
        tr=tr,
        chart_tr=chart_tr,
        style=_file("report.css"),
        paper=_file("paper.css"),
        script="\n".join(map(_file, scripts)),
        library=packed_library() if has_charts else "",
        leaflet=_base64((LEAFLET / "leaflet.js.gz").read_bytes()) if explored else "",
        # Its pictures of buttons would be asked for beside the page, and none is used.
        leaflet_style=ADDRESS.sub("none", (LEAFLET / "leaflet.css").read_text("utf-8"))
        if explored
        else "",
    )


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _data(value: object) -> str:
    """JSON that may stand in a script element, whatever the texts in it are."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _whole(text: str) -> Markup:
    """A text as HTML in which units and periods are not broken into lines."""
    from markupsafe import Markup, escape

    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(part) if index % 2 else escape(part)
        for index, part in enumerate(WHOLE.split(text))
    )


def _parts(shown: str) -> list[str]:
    """What an arrow or a plus-minus sign parts, and an interval: each may have a line."""
    return re.split(
        rf"(?<= {ARROW}) | (?={PLUS_MINUS} )| (?=\()|(?=\uff08)|(?<=;) |(?<=\uff1b)", shown
    )


def _room(shown: str, unit: str) -> str:
    """How wide the widest line of a headline's number is, in parts of its font size.

    But for an interval, which is written small, and may be broken.
    """
    parts = [part for part in _parts(shown) if part[:1] not in ("(", "\uff08")]
    *_, last = widths = [DIGIT * breadth(part) for part in parts]
    return f"{max(*widths, last + LETTER * (1 + breadth(unit))):.3g}"


@cache
def packed_library() -> str:
    """plotly.js, packed: where we do not have it, Python's, which is several times larger."""
    if LIBRARY.is_file():
        return _base64(LIBRARY.read_bytes())
    from plotly.offline import get_plotlyjs

    return _squeezed(get_plotlyjs())


def _packed(value: object) -> str:
    """Large data packed, which takes a fifth of the room; '' for what may stand as it is."""
    text = _data(value)
    return _squeezed(text) if len(text) > LARGE else ""


def _squeezed(text: str) -> str:
    """A text as the page's script unpacks it."""
    return _base64(gzip.compress(text.encode("utf-8"), 6, mtime=0))
