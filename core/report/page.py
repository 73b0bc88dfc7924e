"""A page from its parts: one file with its styles, scripts, pictures and charts in it."""

from __future__ import annotations

import base64
import gzip
import json
import re
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.drafts import Drafts, writing
from ..base.messages import DataError, Message, Translate, translated
from ..base.paths import RESOURCES
from .labels import ARROW, PLUS_MINUS, breadth
from .parts import Page
from .rounding import with_minus_signs

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATES = RESOURCES / "report"
# plotly.js, which draws the charts: packages have it, and checkouts from tools/setup.sh.
LIBRARY = RESOURCES / "plotly" / "plotly-cartesian.min.js.gz"
# Data of so many characters are packed.
LARGE = 50_000
# In this order: the second calls the first.
SCRIPTS = ("picture.js", "report.js")

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
DIGIT, LETTER = 0.6, 0.42


def require_packages(output: str) -> None:
    """Check that what makes a page is there.

    Args:
        output: the parameter that asks for the page, for the message.

    Raises:
        DataError: naming what is missing, and what brings it.
    """
    try:
        import_module("jinja2")
    except ImportError:
        raise DataError(
            "{output} needs the Python package {package}, which this QGIS does not have; leave "
            "{output} empty, or install {package}",
            output=output,
            package="jinja2",
        ) from None
    try:
        packed_library()
    except ImportError:
        raise DataError(
            "{output} needs plotly.js, which draws the charts: the plugin's package has it, and "
            "the copy of the code in {folder} has not; install the package (Plugins > Manage and "
            "Install Plugins > Install from ZIP), or leave {output} empty",
            output=output,
            folder=str(RESOURCES.parent),
        ) from None


def write_page(path: str | Path, drafts: Drafts, page: Page, tr: Translate) -> None:
    """Write a page through drafts.

    Raises:
        DataError: the file cannot be written.
    """
    text = render(page, tr)
    with writing(path):
        drafts.path(path).write_bytes(text.encode("utf-8", "replace"))


def _shown(text: object, tr: Translate) -> str:
    """A text in the reader's language; what is no message of ours is left as it is."""
    words = translated(text, tr)
    return with_minus_signs(words) if isinstance(text, Message) else words


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
    scripts = [*SCRIPTS, *(["maps.js"] if has_maps else []), *(["swipe.js"] if has_pairs else [])]
    return template.render(
        page=page,
        tr=tr,
        chart_tr=chart_tr,
        style=_file("report.css"),
        paper=_file("paper.css"),
        script="\n".join(map(_file, scripts)),
        library=packed_library() if has_charts else "",
    )


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


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
    """A number, or the two that an arrow or a plus-minus sign is between: each may have a line."""
    return re.split(rf"(?<= {ARROW}) | (?={PLUS_MINUS} )", shown)


def _room(shown: str, unit: str) -> str:
    """How wide the widest line of a headline's number is, in parts of its font size."""
    *_, last = widths = [DIGIT * breadth(part) for part in _parts(shown)]
    return f"{max(*widths, last + LETTER * (1 + breadth(unit))):.3g}"


@cache
def packed_library() -> str:
    """plotly.js, packed: where we do not have it, Python's, which is several times larger."""
    if LIBRARY.is_file():
        return base64.b64encode(LIBRARY.read_bytes()).decode("ascii")
    from plotly.offline import get_plotlyjs

    return _squeezed(get_plotlyjs())


def _packed(value: object) -> str:
    """Large data packed, which takes a fifth of the room; '' for what may stand as it is."""
    text = _data(value)
    return _squeezed(text) if len(text) > LARGE else ""


def _squeezed(text: str) -> str:
    """A text as the page's script unpacks it."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 6, mtime=0)).decode("ascii")
