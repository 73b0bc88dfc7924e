"""Find code that is incompatible with QGIS 4 on Qt 6, without QGIS 4; print each line at fault.

usage: qt6.py    in the root folder of the checkout, with the Python of build/venv

1. Rules of flake8-qgis, which are those of the migration script of QGIS: imports, exec_, QVariant
   types, removed classes and calls.
2. mypy checks every name of QGIS and Qt against the stubs of QGIS and PyQt6: it must exist, must
   not be deprecated, and enums must be fully scoped. The typed code of the plugin is checked by
   `mypy` itself, with the same stubs, which are created in build/stubs.
3. The Python modules of Processing have no stubs. Those removed in later versions of QGIS 4 must
   not be imported; metadata with a widget class, unsupported from 4.4 on, are limited to one file.
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
# Untyped code.
ROOMS = ("test", "tools")
WRONG_NAME = re.compile(r'error: ("type\[|Module "qgis\b).* has no attribute|\[deprecated\]$')
# Without QGS2, which only guesses at calls with unused return values.
RULES = "QGS1,QGS4"

# Removed modules, with a message.
GONE = {
    "processing.gui.AlgorithmDialog": "QGIS 4.2 has it as processing.gui.algorithm_widget; "
    "processing.createAlgorithmDialog has the one there is",
    "processing.gui.wrappers": "QGIS 4.4 has no WidgetWrapper; QgsGui.processingGuiRegistry() has "
    "QGIS's own",
}
# The metadata key, and the only files that may use it.
WRAPPER, PLACES = "widget_wrapper", ("bridge/dialog.py", "tools/qt6.py")

# SIP declares every string and pointer as optional. Strings, arguments of the former classes and
# return values of the latter methods are never None.
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
# Unscoped enum names, added by QGIS on import; the stubs list them by type only.
UNSCOPED = re.compile(r"^    \w+: (?:_core\.)?(?:Qgis|Qgs\w+)\.\w+$", re.MULTILINE)


def make_stubs():
    """Create the corrected stubs of QGIS on Qt 6 from qgis-stubs."""
    shutil.rmtree(STUBS, ignore_errors=True)
    # Include PyQt6: if installed elsewhere, mypy does not find PyQt6.sip, which defines the base
    # class of QGIS classes, and would accept any method.
    for package in ("qgis", "PyQt6"):
        installed = distribution(f"{package}-stubs").locate_file(f"{package}-stubs")
        shutil.copytree(installed, STUBS / package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in STUBS.glob("qgis/_*.pyi"):
        text = path.read_text(encoding="utf-8")
        # Location where mypy finds it for every version of Python.
        text = text.replace("from warnings import dep", "from typing_extensions import dep")
        text = UNSCOPED.sub("", text).replace("typing.Optional[str]", "str")
        # Functions that accept colour names return colours.
        text = re.sub(r"# type: typing\.Union\[(QtGui\.QColor), .*\]", r"# type: \1", text)
        for name in NEVER_GIVEN_NONE:
            text = re.sub(rf": typing\.Optional\[('?{name}'?)\]", r": \1", text)
        for name in NEVER_NONE:
            text = re.sub(rf"(def {name}\(.*\) -> )typing\.Optional\[(.*)\]:", r"\1\2:", text)
        path.write_text(text, encoding="utf-8")


def wrong_names(*sources: str) -> list[str]:
    """Return names of QGIS and Qt that are deprecated or missing in the stubs.

    Other messages of mypy on untyped code are ignored.

    Args:
        sources: arguments of mypy: -p and a package, or files.
    """
    command = [sys.executable, "-m", "mypy", *sources]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if told.returncode not in (0, 1):
        raise RuntimeError(told.stdout + told.stderr)
    lines = [line.removeprefix(f"{PLUGIN}/") for line in told.stdout.splitlines()]
    return [line for line in lines if WRONG_NAME.search(line)]


def against_rules(paths) -> list[str]:
    """Return lines that violate a rule of flake8-qgis."""
    command = [sys.executable, "-m", "flake8", "--isolated", "--select", RULES, *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode not in (0, 1) or told.stderr:
        raise RuntimeError(told.stderr)
    return told.stdout.splitlines()


def gone(paths) -> list[str]:
    """Return lines that need removed parts of Processing."""
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
