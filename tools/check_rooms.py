"""Rules of the rooms that a linter doesn't know; prints each line that breaks one.

usage: check_rooms.py    in the folder of the checkout
"""

import ast
import re
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

# What QGIS loads; the rest is for the work on it.
PLUGIN = ("core", "bridge", "algorithms", "plugin.py", "menu.py", "provider.py", "text.py")

# The rooms that all of the core shares, from the ground up: a file imports from its own room and
# those below it.
SHARED = ("base", "raster", "xlsx", "scheme", "scan", "results", "report", "sheet")
# The subjects, and the other subjects that each may import besides the shared rooms.
SUBJECTS = {
    "densities": (),
    "place": ("densities",),
    "mine": (),
    "chronosequence": ("mine",),
    "change": (),
    "pattern": (),
    "accuracy": (),
    "inventory": ("densities",),
    "ledger": ("densities", "mine"),
    "path": ("ledger", "mine"),
    "study": ("change", "ledger", "mine", "pattern"),
}
# In core/results each file is a small subject of its own: it imports no other one but these.
COMMON_RESULTS = {
    "closure",
    "results",
    "uncertainty",
    "uncertainty_notes",
    "error_adjusted_losses",
    "sample_points",
}

# Lines of a function at most.
MOST_LINES = 70

WRITERS = (
    r"\bQgs(VectorFileWriter|RasterFileWriter|VectorLayerExporter|FeatureSink|Features?|Fields?)\b"
)

# (rooms, what may not stand there, why)
RULES = [
    (("core",), r"^\s*(import|from)\s+(qgis|processing)\b", "core/ never imports qgis"),
    (
        ("core",),
        r"^\s*from\s+\.+(algorithms|bridge|text|provider|plugin)\b",
        "core/ knows nothing of the rooms above it",
    ),
    (("bridge",), r"^\s*from\s+\.+(algorithms|provider|plugin)\b", "bridge/ knows no algorithm"),
    (
        ("bridge",),
        r"^\s*from\s+\.(subjects|map_sheet)\b",
        "what all algorithms share knows none of their subjects",
    ),
    (("bridge/dialog",), r"^\s*from\s+\.", "what touches up a dialog knows nothing of runs"),
    (
        ("algorithms",),
        WRITERS + r"|^\s*(import|from)\s+(osgeo|numpy)\b",
        "algorithms/ read and write by way of bridge/ and count by way of core/",
    ),
    (
        ("bridge", "algorithms"),
        r"\b(given|run)\.feedback\.pushWarning\(",
        "warnings go through warn(), which has them repeated at the end of the log",
    ),
    (
        PLUGIN,
        r"^\s*from\s+\.+(test|tools)\b|^\s*(import|from)\s+carbon_zones\b",
        "the plugin imports from itself alone, and by relative names",
    ),
    (
        PLUGIN,
        r"\b(Set(ThreadLocal)?ConfigOption|SetCacheMax|(Push|Set)ErrorHandler|(Dont)?UseExceptions)\("
        r"|\bnp\.(seterr\(|random\.seed\()|\bwarnings\.(simplefilter|filterwarnings)\(|\bchdir\(",
        "a setting of the whole process, which others have as they want it",
    ),
    (
        ("core", "bridge", "algorithms"),
        r"QgsProject\.instance\(|\biface\b|QMessageBox",
        "no project, interface or dialog in here: it also runs headless and in threads",
    ),
]


def broken_lines():
    """Lines that break one of RULES, which are all about the plugin itself."""
    rooms_of = [sorted(Path(room).rglob("*.py")) or [Path(room)] for room in PLUGIN]
    for path in (path for room in rooms_of for path in room if path.is_file()):
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for rooms, pattern, why in RULES:
                if path.as_posix().startswith(rooms) and re.search(pattern, line):
                    yield f"{path}:{line_number}: {why}: {line.strip()}"


def long_functions():
    """Functions that are longer than a screen."""
    rooms = ("core", "bridge", "algorithms", "tools")
    for path in (path for room in rooms for path in sorted(Path(room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > MOST_LINES:
                    yield f"{path}:{node.lineno}: {node.name} has {lines} lines, {MOST_LINES} fit"


def arrows(core):
    """Every import of one file of the core by another: (file, line, imported file)."""
    for path in sorted(core.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.level:
                continue
            base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for name in node.names:
                for target in (
                    base / f"{name.name}.py",
                    base.with_suffix(".py"),
                    base / "__init__.py",
                ):
                    if target.is_file():
                        yield path, node.lineno, target
                        break


def may_import(here, there):
    """Whether a room of the core may import from another one."""
    if here in SUBJECTS:
        return there in SHARED or there in SUBJECTS[here]
    return here in SHARED and there in SHARED[: SHARED.index(here)]


def broken_arrows(core=Path("core")):
    """Imports between files of the core against the rules: see SHARED, SUBJECTS, COMMON_RESULTS."""
    graph = {}
    for path, line, target in arrows(core):
        graph.setdefault(path, set()).add(target)
        here, there = (file.parent.relative_to(core).as_posix() for file in (path, target))
        where = f"{path}:{line}: imports {target}"
        if here != there and not may_import(here, there):
            yield f"{where}, which {here} is not to know"
        if here == there == "results" and not {path.stem, target.stem} & COMMON_RESULTS:
            yield f"{where}, another subject"
        if path.stem.endswith("_section") and target.stem.endswith("_section"):
            yield f"{where}, another section"
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield f"{' -> '.join(str(path) for path in error.args[1])}: a circle of imports"


def main():
    broken = [*broken_lines(), *broken_arrows(), *long_functions()]
    print(*broken, sep="\n", end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
