"""Bring the manual in step with the algorithms: tables of inputs, contents, how many there are.

usage: inputs.py    (`make inputs` runs it)

What an input is and its default are written by hand, and stay. So does what the contents say of a
page that they name; of one that they lack they get what the toolbox says.
"""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from carbon_zones.core.base.paths import PLUGIN
from carbon_zones.tools.session import start

DOCS, README = PLUGIN / "docs", PLUGIN / "README.md"
# By language: where the pages are, the table's head, what is said of an advanced parameter, and
# what stands behind the name of a page in the contents.
LANGUAGES = {
    "": (DOCS, ("parameter", "label", "what it is", "default"), " (advanced)", ": "),
    "zh_CN": (DOCS / "zh_CN", ("参数", "界面名称", "含义", "默认值"), "（高级）", "："),
}
TABLE = r"^\| {} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)"
NAME, CELLS = re.compile(r"`(\w+)`"), re.compile(r"\s\|(?=\s|$)")
COUNT = re.compile(r"(?<=^## What its )\d+(?= algorithms answer$)", re.MULTILINE)


def in_step(text, head, advanced, definitions):
    """A page with its table of inputs put right.

    Args:
        definitions: of the parameters, in the order of the dialog.
    """
    table = re.search(TABLE.format(head[0]), text, re.MULTILINE)
    if table is None:
        return text
    told = {}
    for line in table[1].splitlines():
        *_, what, default, _ = CELLS.split(line)
        told[NAME.search(line)[1]] = (what.strip(), default.strip())
    rows = [head, ("---",) * len(head)]
    for parameter in definitions:
        if parameter.name() in told:
            is_advanced = parameter.flags() & Qgis.ProcessingParameterFlag.Advanced
            name = f"`{parameter.name()}`{advanced if is_advanced else ''}"
            rows.append((name, parameter.description(), *told[parameter.name()]))
    lines = ["| {} |".format(" | ".join(row)) for row in rows]
    lines[1] = lines[1].replace(" ", "")
    return text[: table.start()] + "\n".join(lines) + "\n" + text[table.end() :]


def with_pages(contents, algorithms, colon):
    """The manual's contents with the page of every algorithm, each new one after that before it."""
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
    _, plugin = start()
    names = [algorithm.name() for algorithm in plugin.provider.algorithms()]
    README.write_text(COUNT.sub(str(len(names)), README.read_text("utf-8")), "utf-8")
    for language, (folder, head, advanced, colon) in LANGUAGES.items():
        translator = QTranslator()
        if translator.load(str(PLUGIN / "i18n" / f"carbon_zones_{language}.qm")):
            QCoreApplication.installTranslator(translator)
        # Made anew, for the labels are those of the language in which they are made.
        algorithms = [algorithm.create() for algorithm in plugin.provider.algorithms()]
        contents = Path(folder) / "README.md"
        contents.write_text(with_pages(contents.read_text("utf-8"), algorithms, colon), "utf-8")
        for algorithm in algorithms:
            page = Path(folder) / "algorithms" / f"{algorithm.name()}.md"
            text = page.read_text(encoding="utf-8")
            text = in_step(text, head, advanced, algorithm.parameterDefinitions())
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
