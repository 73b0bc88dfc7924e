"""Finds what QGIS 4 on Qt 6 would not take, without having it; prints each line at fault.

usage: qt6.py    in the folder of the checkout, with the Python of build/venv

1. The rules of flake8-qgis, which are those of QGIS's own migration script: imports, exec_,
   QVariant's types, classes and calls that are gone.
2. mypy looks up every name of QGIS and Qt in the stubs of QGIS and of PyQt6: it must be there, not
   be deprecated, and be spelled in full if it is an enum's. For the plugin itself, which has types,
   `mypy` does so without this, against the same stubs, which are made here under build/stubs.
3. Processing's own Python has no stubs. What later versions of QGIS 4 lack of it may not be
   imported, and the way that ends with 4.4, metadata that name a class for a widget, has one place.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STUBS = ROOT / "build" / "stubs"
PLUGIN = "build/plugins/carbon_zones"
# Sources without types.
ROOMS = ("test", "tools")
WRONG_NAME = re.compile(r'error: ("type\[|Module "qgis\b).* has no attribute|\[deprecated\]$')
# Not QGS2: guesses at calls whose return value ought to be looked at.
RULES = "QGS1,QGS4"

# Modules, and what is said of them.
GONE = {
    "processing.gui.AlgorithmDialog": "QGIS 4.2 has it as processing.gui.algorithm_widget; "
    "processing.createAlgorithmDialog has the one there is",
    "processing.gui.wrappers": "QGIS 4.4 has no WidgetWrapper; QgsGui.processingGuiRegistry() has "
    "QGIS's own",
}
# The metadata, and the only file that may speak of them, but for this one.
WRAPPER, PLACES = "widget_wrapper", ("bridge/dialog.py", "tools/qt6.py")

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
    """The stubs of QGIS on Qt 6: qgis-stubs, mended."""
    shutil.rmtree(STUBS, ignore_errors=True)
    # PyQt6 too: where it is installed, mypy does not find PyQt6.sip, which has the base of QGIS's
    # classes, and would let them have any method.
    for package in ("qgis", "PyQt6"):
        installed = distribution(f"{package}-stubs").locate_file(f"{package}-stubs")
        shutil.copytree(installed, STUBS / package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in STUBS.glob("qgis/_*.pyi"):
        text = path.read_text(encoding="utf-8")
        # Where mypy finds it for any version of Python.
        text = text.replace("from warnings import dep", "from typing_extensions import dep")
        text = UNSCOPED.sub("", text).replace("typing.Optional[str]", "str")
        # What takes a colour's name as well gives a colour.
        text = re.sub(r"# type: typing\.Union\[(QtGui\.QColor), .*\]", r"# type: \1", text)
        for name in NEVER_GIVEN_NONE:
            text = re.sub(rf": typing\.Optional\[('?{name}'?)\]", r": \1", text)
        for name in NEVER_NONE:
            text = re.sub(rf"(def {name}\(.*\) -> )typing\.Optional\[(.*)\]:", r"\1\2:", text)
        path.write_text(text, encoding="utf-8")


def wrong_names(*sources: str) -> list[str]:
    """Names of QGIS and Qt that the stubs do not have, or have as deprecated.

    Of all that mypy has to say of sources without types only this is asked for.

    Args:
        sources: as mypy takes them: -p and a package, or files.
    """
    command = [sys.executable, "-m", "mypy", *sources]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if told.returncode not in (0, 1):
        raise RuntimeError(told.stdout + told.stderr)
    lines = [line.removeprefix(f"{PLUGIN}/") for line in told.stdout.splitlines()]
    return [line for line in lines if WRONG_NAME.search(line)]


def against_rules(paths) -> list[str]:
    """Lines that break a rule of flake8-qgis."""
    command = [sys.executable, "-m", "flake8", "--isolated", "--select", RULES, *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode not in (0, 1) or told.stderr:
        raise RuntimeError(told.stderr)
    return told.stdout.splitlines()


def gone(paths) -> list[str]:
    """Lines that need what Processing has no more, or will not have."""
    faults = []
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            told = [GONE[module] for module in modules if module in GONE]
            is_way = isinstance(node, ast.Constant) and node.value == WRAPPER
            if is_way and not path.as_posix().endswith(PLACES):
                told.append(f"only {PLACES[0]} may know of it")
            faults += [f"{path}:{node.lineno}: {words}" for words in told]
    return faults


def main():
    make_stubs()
    paths = [path for path in sorted(Path().rglob("*.py")) if path.parts[0] != "build"]
    rooms = [option for room in ROOMS for option in ("-p", f"carbon_zones.{room}")]
    faults = sorted(against_rules(paths) + wrong_names(*rooms) + gone(paths))
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
