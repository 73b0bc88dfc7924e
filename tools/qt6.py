"""Finds what QGIS 4 on Qt 6 would not take, without having it; prints each line at fault.

usage: qt6.py    in the folder of the checkout, with the Python of build/venv

1. The rules of flake8-qgis, which are those of QGIS's own migration script: imports, exec_,
   QVariant's types, classes and calls that are gone.
2. Every name of QGIS and Qt that a source reaches is looked up, by mypy, in the stubs of QGIS and
   of PyQt6: it must be there, not be deprecated, and be spelled in full if it is an enum's.

The stubs made for this under build/stubs are also what `mypy` checks the plugin against.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STUBS = ROOT / "build" / "stubs"
QT_MODULES = ("QtCore", "QtGui", "QtSvg", "QtWidgets", "QtXml")
# Not QGS2: guesses at calls whose return value ought to be looked at.
RULES = "QGS1,QGS4"

# What the stubs lack because QGIS makes it on loading.
EXCEPTIONS = """

class QgsException(Exception): ...
class QgsCsException(QgsException): ...
class QgsProcessingException(QgsException): ...
"""
# SIP says of every text and every pointer that it may be None. No text is, and neither are these
# classes where they are arguments, nor what these methods return.
NEVER_GIVEN_NONE = ("QgsMapLayer", "QgsProcessingFeedback")
NEVER_NONE = (
    "clone",
    "dataProvider",
    "instance",
    "layerTreeRoot",
    "model",
    "page",
    "pageCollection",
    "parameterDefinition",
    "processingRegistry",
    "rootGroup",
    "shader",
)
# The old, unscoped names of enums, which QGIS adds on loading; the stubs list them by type alone.
UNSCOPED = re.compile(r"^    \w+: (?:_core\.)?(?:Qgis|Qgs\w+)\.\w+$", re.MULTILINE)


def make_stubs():
    """The stubs of QGIS on Qt 6: qgis-stubs, which has them for Qt 5, mended."""
    shutil.rmtree(STUBS, ignore_errors=True)
    # PyQt6 too: where it is installed, mypy does not find PyQt6.sip, which has the base of QGIS's
    # classes, and would let them have any method.
    for package in ("qgis", "PyQt6"):
        installed = distribution(f"{package}-stubs").locate_file(f"{package}-stubs")
        shutil.copytree(installed, STUBS / package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in STUBS.glob("qgis/_*.pyi"):
        text = path.read_text(encoding="utf-8").replace("PyQt5", "PyQt6")
        # Where mypy finds it for any version of Python.
        text = text.replace("from warnings import dep", "from typing_extensions import dep")
        text = UNSCOPED.sub("", text).replace("typing.Optional[str]", "str")
        # What takes a colour's name as well gives a colour.
        text = re.sub(r"# type: typing\.Union\[(QtGui\.QColor), .*\]", r"# type: \1", text)
        for name in NEVER_GIVEN_NONE:
            text = re.sub(rf": typing\.Optional\[('?{name}'?)\]", r": \1", text)
        for name in NEVER_NONE:
            text = re.sub(rf"(def {name}\(.*\) -> )typing\.Optional\[(.*)\]:", r"\1\2:", text)
        if path.name == "_core.pyi":
            text += EXCEPTIONS
        path.write_text(text, encoding="utf-8")
    shims = STUBS / "qgis" / "PyQt"
    shims.mkdir()
    (shims / "__init__.pyi").touch()
    for module in QT_MODULES:
        (shims / f"{module}.pyi").write_text(f"from PyQt6.{module} import *\n", encoding="utf-8")
    # Qt 6 moved it; qgis.PyQt has it in both places.
    with open(shims / "QtWidgets.pyi", "a", encoding="utf-8") as file:
        file.write("from PyQt6.QtGui import QAction as QAction\n")


class Names(ast.NodeVisitor):
    """Collects the dotted names under qgis that a source reaches, with their lines."""

    def __init__(self, tree):
        self.found = []
        self.modules = set()
        self._known = {}
        self.visit(tree)

    def visit_ImportFrom(self, node):
        if (node.module or "").split(".")[0] != "qgis":
            return
        for name in node.names:
            dotted = f"{node.module}.{name.name}"
            self._known[name.asname or name.name] = dotted
            self.found.append((dotted, node.lineno))
            self.modules.add(dotted if node.module == "qgis" else node.module)

    def visit_Assign(self, node):
        self.generic_visit(node)
        dotted = self._dotted(node.value)
        if dotted and isinstance(node.targets[0], ast.Name):
            self._known[node.targets[0].id] = dotted

    def visit_Attribute(self, node):
        dotted = self._dotted(node)
        if dotted:
            self.found.append((dotted, node.lineno))
        else:
            self.generic_visit(node)

    def _dotted(self, node) -> str:
        if isinstance(node, ast.Attribute):
            start = self._dotted(node.value)
            return f"{start}.{node.attr}" if start else ""
        return self._known.get(node.id, "") if isinstance(node, ast.Name) else ""


def wrong_names(paths) -> list[str]:
    """Names that the stubs do not have, or have as deprecated."""
    places, modules = defaultdict(list), set()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        lines, names = text.splitlines(), Names(ast.parse(text))
        modules |= names.modules
        for name, line in names.found:
            # A line that mypy is told to pass over has its reason beside it.
            if "# type: ignore[" not in lines[line - 1]:
                places[name].append(f"{path}:{line}")
    names = sorted(places)
    lookup = STUBS / "lookup.py"
    lines = [f"import {module}" for module in modules] + names
    lookup.write_text("\n".join(lines), encoding="utf-8")
    # As a module: as a file it would belong to a package with the name of the checkout's folder.
    command = [sys.executable, "-m", "mypy", "-m", "lookup"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    faults = []
    for line, message in re.findall(r"lookup\.py:(\d+): error: (.*)", told.stdout):
        name = names[int(line) - 1 - len(modules)]
        faults += [f"{place}: {name}: {message}" for place in places[name]]
    if told.returncode and not faults:
        raise RuntimeError(told.stdout + told.stderr)
    return faults


def against_rules(paths) -> list[str]:
    """Lines that break a rule of flake8-qgis."""
    command = [sys.executable, "-m", "flake8", "--isolated", "--select", RULES, *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode not in (0, 1) or told.stderr:
        raise RuntimeError(told.stderr)
    return told.stdout.splitlines()


def faults(paths) -> list[str]:
    """What is wrong in the sources, a line each: file, line number and words."""
    make_stubs()
    return sorted(against_rules(paths) + wrong_names(paths))


def main():
    paths = [path for path in sorted(Path().rglob("*.py")) if path.parts[0] != "build"]
    found = faults(paths)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
