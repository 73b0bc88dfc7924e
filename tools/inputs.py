"""Bring the manual's tables of inputs in step with the dialogs: order, labels, what is advanced.

usage: inputs.py    (`make inputs` runs it)

What an input is and its default are written by hand, and stay.
"""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from carbon_zones.core.base.paths import PLUGIN
from carbon_zones.tools.session import start

DOCS = PLUGIN / "docs"
# By language: where the pages are, the table's head, and what is said of an advanced parameter.
LANGUAGES = {
    "": (DOCS, ("parameter", "label", "what it is", "default"), " (advanced)"),
    "zh_CN": (DOCS / "zh_CN", ("参数", "界面名称", "含义", "默认值"), "（高级）"),
}
TABLE = r"^\| {} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)"
NAME, CELLS = re.compile(r"`(\w+)`"), re.compile(r"\s\|(?=\s|$)")


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
    for one in definitions:
        if one.name() in told:
            is_advanced = one.flags() & Qgis.ProcessingParameterFlag.Advanced
            name = f"`{one.name()}`{advanced if is_advanced else ''}"
            rows.append((name, one.description(), *told[one.name()]))
    lines = ["| {} |".format(" | ".join(row)) for row in rows]
    lines[1] = lines[1].replace(" ", "")
    return text[: table.start()] + "\n".join(lines) + "\n" + text[table.end() :]


def main():
    _, plugin = start()
    for language, (folder, head, advanced) in LANGUAGES.items():
        translator = QTranslator()
        if translator.load(str(PLUGIN / "i18n" / f"carbon_zones_{language}.qm")):
            QCoreApplication.installTranslator(translator)
        for algorithm in plugin.provider.algorithms():
            page = Path(folder) / "algorithms" / f"{algorithm.name()}.md"
            text = page.read_text(encoding="utf-8")
            # Made anew, for the labels are those of the language in which it is made.
            made = algorithm.create()
            text = in_step(text, head, advanced, made.parameterDefinitions())
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
