"""tools/qt6.py finds what QGIS 4 on Qt 6 would not take, by each of its ways; lint runs it."""

import re
import subprocess
import sys

import pytest

from carbon_zones.tools import qt6

CORE, QTCORE = "from qgis.core import", "from qgis.PyQt.QtCore import"
pytestmark = pytest.mark.slow

# What is at fault: a source, and a word of what is to be said of it.
PLANTED = {
    "rule of flake8-qgis": ("from PyQt5.QtCore import Qt\n", "QGS103"),
    "type of a QVariant": (f"{QTCORE} QVariant\nQVariant.Int\n", "QGS402"),
    "enum of Qt": (f"{QTCORE} Qt\nQt.UserRole\n", '"UserRole"'),
    "enum of QGIS": (f"{CORE} Qgis\nQgis.Warning\n", '"Warning"'),
    "unscoped in C++ too": (f"{CORE} QgsFeatureSink\nQgsFeatureSink.FastInsert\n", "FastInsert"),
    "deprecated": (f"{CORE} QgsApplication\nQgsApplication.qgisAuthDatabaseFilePath()\n", "[depr"),
    "wrapper in Python": ("import processing.gui.wrappers\n", "no WidgetWrapper"),
    "metadata for a wrapper": (
        "def f(parameter):\n    parameter.setMetadata({'widget_wrapper': {}})\n",
        "only bridge/dialog.py",
    ),
}
SOUND = f"""
{CORE} Qgis, QgsFeatureSink, QgsProcessing, QgsProcessingException
{QTCORE} QMetaType, Qt
from qgis.PyQt.QtWidgets import QAction

LEVELS = (Qgis.MessageLevel.Warning, Qt.ItemDataRole.UserRole, QMetaType.Type.Int)
SINK = QgsFeatureSink.Flag.FastInsert
OLD = Qgis.Warning  # type: ignore[attr-defined]
WHERE = QgsProcessing.TEMPORARY_OUTPUT
"""
TYPED = f"""
{CORE} QgsProcessingFeedback, QgsRasterLayer
def f(feedback: QgsProcessingFeedback, layer: QgsRasterLayer) -> None:
    feedback.setProgres(1)
    layer.renderer().type()
    layer.dataProvider().xSize()
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is said of each planted source, by its name."""
    folder = tmp_path_factory.mktemp("planted")
    sources = {folder / f"{name}.py": text for name, (text, _) in PLANTED.items()}
    sources[folder / "sound.py"] = SOUND
    for path, text in sources.items():
        # mypy would say of the same source what it said of one in another folder.
        path.write_text(f"{text}# {folder}\n", encoding="utf-8")
    qt6.make_stubs()
    lines = qt6.against_rules(sources) + qt6.wrong_names(*map(str, sources)) + qt6.gone(sources)
    return {path.stem: [x for x in lines if x.startswith(f"{path}:")] for path in sources}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(told, name):
    assert PLANTED[name][1] in "\n".join(told[name])


def test_sound_source_has_no_fault(told):
    assert told["sound"] == []


def test_objects_have_the_methods_of_their_classes_and_no_others(told, tmp_path):
    """Were a base class of QGIS's not found, mypy would let everything pass."""
    source = tmp_path / "typed.py"
    source.write_text(TYPED, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mypy", str(source)], cwd=qt6.ROOT, capture_output=True, text=True
    )
    assert re.findall(r"\[[a-z-]+\]$", run.stdout, re.MULTILINE) == [
        "[attr-defined]",
        "[union-attr]",
    ]
