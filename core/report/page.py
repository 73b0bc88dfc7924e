"""A page from its parts: one file with its styles, scripts, pictures and charts in it."""

from __future__ import annotations

import base64
import gzip
import json
from importlib import import_module
from pathlib import Path

from ..drafts import Drafts, unwritable
from ..messages import DataError, Translate, translated
from ..paths import RESOURCES
from .parts import Page

TEMPLATES = RESOURCES / "report"


def require_packages(output: str) -> None:
    """Check that what makes a page is there.

    Args:
        output: the parameter that asks for the page, for the message.

    Raises:
        DataError: naming the Python package that is missing.
    """
    missing = []
    for package, module in (("plotly", "plotly.graph_objects"), ("jinja2", "jinja2")):
        try:
            import_module(module)
        except ImportError:
            missing.append(package)
    if missing:
        raise DataError(
            "{output} needs the Python package {package}, which this QGIS does not have; leave "
            "{output} empty, or install {package}",
            output=output,
            package=" and ".join(missing),
        )


def write_page(path: str | Path, drafts: Drafts, page: Page, tr: Translate) -> None:
    """Write a page through drafts.

    Raises:
        DataError: the file cannot be written.
    """
    text = render(page, tr)
    try:
        drafts.path(path).write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise unwritable(path, error) from error


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
    environment.filters["data"] = _data
    environment.filters["translated"] = lambda text: translated(text, tr)
    template = environment.get_template("report.html.j2")
    has_charts = any(section.charts for section in page.sections)
    has_pairs = any(section.then_now for section in page.sections)
    return template.render(
        page=page,
        tr=tr,
        style=_file("report.css"),
        script=_file("report.js"),
        swipe=_file("swipe.js") if has_pairs else "",
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


def packed_library() -> str:
    """plotly's drawing program, packed: distributions ship it at three times its size."""
    from plotly.offline import get_plotlyjs

    packed = gzip.compress(get_plotlyjs().encode("utf-8"), 6, mtime=0)
    return base64.b64encode(packed).decode("ascii")
