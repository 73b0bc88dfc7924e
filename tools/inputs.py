"""Write the tables of inputs and outputs, the contents and the number of algorithms in the manual.

usage: inputs.py [--check]    (run by `make inputs`)

Inputs and outputs are those of resources/parameters.csv, in dialog order. Existing descriptions
of pages in the contents are kept; new pages get the short description of the toolbox. --check
writes nothing; the exit code is 1 if a page is not up to date.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QTranslator

from carbon_zones.bridge.parameter_dictionary import create_definition, read_parameter_entries
from carbon_zones.core.base.files import PLUGIN_FOLDER
from carbon_zones.provider import ALGORITHMS
from carbon_zones.test.page_pairs import anchors
from carbon_zones.text import tr

DOCS, README = PLUGIN_FOLDER / "docs", PLUGIN_FOLDER / "README.md"
COUNT = re.compile(r"(?<=^## What its )\d+(?= algorithms answer$)", re.MULTILINE)
TABLE = r"^\| {} \|.*\n\|[-|]+\|\n((?:\|.*\n)*)"
PARAMETER = re.compile(r"\b[A-Z][A-Z0-9_]+\b")
ENGLISH = {
    "folder": DOCS,
    "inputs": ("parameter", "label", "what it is", "default"),
    "outputs": ("output", "what it is"),
    "advanced": " (advanced)",
    "colon": ": ",
    "stop": ". ",
    "more": " ([more]({}))",
    "required": "must be given",
    "none": "none",
    "asked for": ", only if asked for",
    "writes table": "Table",
    "writes points": "Points",
    "writes polygons": "Polygon layer",
    "writes raster": "Raster",
    "writes folder": "Folder",
    "writes scheme": "File",
    "writes file": "File",
    ".html": "HTML page",
    ".xlsx": "Excel workbook",
    "gives number": "Number",
    "gives text": "Text",
    "gives file": "File",
    "gives layers": "Layers",
    "gives raster layer": "Raster",
    "gives vector": "Polygon layer",
}
CHINESE = {
    "folder": DOCS / "zh_CN",
    "inputs": ("参数", "界面名称", "含义", "默认值"),
    "outputs": ("输出", "含义"),
    "advanced": "（高级）",
    "colon": "：",
    "stop": "。",
    "more": "（[详见]({})）",
    "required": "必填",
    "none": "无",
    "asked for": "（按需输出）",
    "writes table": "表",
    "writes points": "点图层",
    "writes polygons": "面图层",
    "writes raster": "栅格",
    "writes folder": "文件夹",
    "writes scheme": "文件",
    "writes file": "文件",
    ".html": "网页",
    ".xlsx": "Excel 工作簿",
    "gives number": "数值",
    "gives text": "文本",
    "gives file": "文件",
    "gives layers": "图层",
    "gives raster layer": "栅格",
    "gives vector": "面图层",
}


def make_link(target: str, algorithm: str, words: dict) -> str:
    """Return the link from an algorithm page to a heading, named in English; '' if none."""
    page, _, anchor = target.partition("#")
    if not page:
        return ""
    if anchor and words is not ENGLISH:
        # The lines of a page in different languages correspond.
        line = anchors((DOCS / page).read_text("utf-8"))[anchor]
        other = anchors((words["folder"] / page).read_text("utf-8"))
        anchor = next(name for name, other_line in other.items() if other_line == line)
    path = os.path.relpath(page, "algorithms") if page != f"algorithms/{algorithm}.md" else ""
    return words["more"].format(Path(path).as_posix() * bool(path) + f"#{anchor}" * bool(anchor))


def describe(algorithm: str, name: str, words: dict) -> str:
    """Return the description of an input or output for the table."""
    entry = read_parameter_entries().get((name, algorithm)) or read_parameter_entries()[name, ""]
    _, help_text = create_definition(algorithm, name)
    parts = [help_text]
    kind = words.get(entry.kind)
    if kind:
        ending = re.search(r"\*(\.\w+)", entry.of)
        kind = words.get(ending[1], kind) if ending else kind
        if entry.kind.startswith("gives"):
            parts = [tr(entry.label), help_text]
            kind += f" `{entry.of}`" if entry.of else ""
        elif not entry.is_created_by_default:
            kind += words["asked for"]
    text = words["stop"].join(part.rstrip(".。") for part in parts if part) or kind
    if kind and any(parts):
        first = text[0].lower() if text[1:2].islower() else text[0]
        text = f"{kind}{words['colon']}{first}{text[1:]}"
    text = PARAMETER.sub(
        lambda m: f"`{m[0]}`" if (m[0], "") in read_parameter_entries() else m[0], text
    )
    return text.replace("|", r"\|") + make_link(entry.page, algorithm, words)


def input_row(algorithm, parameter, words: dict) -> tuple[str, ...]:
    """Return the row of an input: name, label, description, default."""
    flags, default = parameter.flags(), parameter.defaultValue()
    is_advanced = flags & Qgis.ProcessingParameterFlag.Advanced
    shown = f"`{default}`"
    if default in (None, ""):
        is_optional = flags & Qgis.ProcessingParameterFlag.Optional
        shown = words["none"] if is_optional else words["required"]
    name = f"`{parameter.name()}`{words['advanced'] if is_advanced else ''}"
    what = describe(algorithm.name(), parameter.name(), words)
    return name, parameter.description(), what, shown


def write_table(text: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a page with the rows replaced in the first table with this header."""
    table = re.search(TABLE.format(head[0]), text, re.MULTILINE)
    if table is None:
        raise SystemExit(f"a page lacks its table {' | '.join(head)}:\n{text[:60]}")
    lines = "".join("| {} |\n".format(" | ".join(row)) for row in rows)
    return text[: table.start(1)] + lines + text[table.end() :]


def update_page(text: str, algorithm, words: dict) -> str:
    """Return a page of an algorithm with its tables of inputs and outputs updated."""
    parameters = algorithm.parameterDefinitions()
    # The contents of an output folder depend on the user.
    inputs = [p for p in parameters if not p.isDestination() or p.name() == "FOLDER"]
    results = {definition.name() for definition in algorithm.outputDefinitions()}
    outputs = [name for name in algorithm.declared_names if name in results]
    text = write_table(text, words["inputs"], [input_row(algorithm, p, words) for p in inputs])
    rows = [(f"`{name}`", describe(algorithm.name(), name, words)) for name in outputs]
    return write_table(text, words["outputs"], rows)


def with_pages(contents, algorithms, colon):
    """Return the contents with all algorithm pages, each new one after its predecessor."""
    line_of = r"^- \[[^\n]*\]\(algorithms/{}\.md\).*\n"
    before = None
    for algorithm in algorithms:
        line = re.search(line_of.format(algorithm.name()), contents, re.MULTILINE)
        if line is None and before is not None:
            end = re.search(line_of.format(before), contents, re.MULTILINE).end()
            page = f"[{algorithm.displayName()}](algorithms/{algorithm.name()}.md)"
            new = f"- {page}{colon}{algorithm.shortDescription().rstrip('.。')}\n"
            contents = contents[:end] + new + contents[end:]
        before = algorithm.name()
    return contents


def main():
    application = QgsApplication([], False)
    pages = {README: COUNT.sub(str(len(ALGORITHMS)), README.read_text("utf-8"))}
    for words in (ENGLISH, CHINESE):
        translator = QTranslator()
        if words is CHINESE and translator.load(
            str(PLUGIN_FOLDER / "i18n" / "carbon_zones_zh_CN.qm")
        ):
            application.installTranslator(translator)
        # Created again, because labels are in the language at the time of creation.
        algorithms = [algorithm().create() for algorithm in ALGORITHMS]
        contents = words["folder"] / "README.md"
        pages[contents] = with_pages(contents.read_text("utf-8"), algorithms, words["colon"])
        for algorithm in algorithms:
            page = words["folder"] / "algorithms" / f"{algorithm.name()}.md"
            pages[page] = update_page(page.read_text("utf-8"), algorithm, words)
    changed = [page for page, text in pages.items() if page.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for page in changed:
            print(
                f"{page.relative_to(PLUGIN_FOLDER)}: not as resources/parameters.csv; "
                "run make inputs"
            )
        return 1 if changed else 0
    for page in changed:
        page.write_text(pages[page], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
