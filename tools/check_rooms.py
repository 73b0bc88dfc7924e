"""Check import rules, function lengths and context managers; print each violation.

usage: check_rooms.py    in the root folder of the checkout
"""

import ast
import re
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

# Files loaded by QGIS; all others are for development.
PLUGIN = ("core", "bridge", "algorithms", "plugin.py", "menu.py", "provider.py", "text.py")

# Packages shared by the whole core; each may import itself and those before it.
SHARED = ("base", "raster", "xlsx", "scheme", "scan", "results", "report", "sheet")
# Subjects, and the other subjects that each may import in addition to the shared packages.
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
# Other modules of core/results are small subjects, which may import only these modules.
COMMON_RESULTS = {
    "closure",
    "results",
    "uncertainty",
    "uncertainty_notes",
    "error_adjusted_losses",
    "sample_points",
}

# Maximum number of lines of a function.
MAX_LINES = 70

WRITERS = (
    r"\bQgs(VectorFileWriter|RasterFileWriter|VectorLayerExporter|FeatureSink|Features?|Fields?)\b"
)

# (folders, forbidden pattern, reason)
RULES = [
    (("core",), r"^\s*(import|from)\s+(qgis|processing)\b", "core/ never imports qgis"),
    (
        ("core",),
        r"^\s*from\s+\.+(algorithms|bridge|text|provider|plugin)\b",
        "core/ must not import from bridge/, algorithms/ or the plugin",
    ),
    (
        ("bridge",),
        r"^\s*from\s+\.+(algorithms|provider|plugin)\b",
        "bridge/ must not import algorithms",
    ),
    (
        ("bridge",),
        r"^\s*from\s+\.(subjects|map_sheet)\b",
        "shared modules of bridge/ must not import those of single subjects",
    ),
    (("bridge/dialog",), r"^\s*from\s+\.", "bridge/dialog.py must not depend on runs"),
    (
        ("algorithms",),
        WRITERS + r"|^\s*(import|from)\s+(osgeo|numpy)\b",
        "algorithms/ use bridge/ for input and output, and core/ for computation",
    ),
    (
        ("bridge", "algorithms"),
        r"\b(given|run|parameters)\.feedback\.pushWarning\(",
        "use add_warning(), which repeats warnings at the end of the log",
    ),
    (
        PLUGIN,
        r"^\s*from\s+\.+(test|tools)\b|^\s*(import|from)\s+carbon_zones\b",
        "the plugin must import its modules by relative names, and no tests or tools",
    ),
    (
        PLUGIN,
        r"\b(Set(ThreadLocal)?ConfigOption|SetCacheMax|(Push|Set)ErrorHandler|(Dont)?UseExceptions)\("
        r"|\bnp\.(seterr\(|random\.seed\()|\bwarnings\.(simplefilter|filterwarnings)\(|\bchdir\(",
        "process-wide setting, which also affects QGIS and other plugins",
    ),
    (
        ("core", "bridge", "algorithms"),
        r"QgsProject\.instance\(|\biface\b|QMessageBox",
        "no project, interface or dialog: this code also runs headless and in threads",
    ),
    (
        ("core", "bridge", "algorithms"),
        r"(?<!\.lower\(\))\.endswith\(\(?(['\"]\.|[A-Z_]*(EXTENSION|SUFFIX|ENDING)(E?S)?\b)"
        r"|(\.suffix|\bsplitext\([^()]*(\([^()]*\))*[^()]*\)\[1\]) *([=!]=|(not )?in\b)"
        r"|[=!]= ?\w+(\.\w+)*\.suffix\b(?!\.lower)",
        "endings are compared without case: add .lower()",
    ),
]


def broken_lines():
    """Yield lines of the plugin that violate RULES."""
    rooms_of = [sorted(Path(room).rglob("*.py")) or [Path(room)] for room in PLUGIN]
    for path in (path for room in rooms_of for path in room if path.is_file()):
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for rooms, pattern, why in RULES:
                if path.as_posix().startswith(rooms) and re.search(pattern, line):
                    yield f"{path}:{line_number}: {why}: {line.strip()}"


def long_functions():
    """Yield functions of more than MAX_LINES lines."""
    rooms = ("core", "bridge", "algorithms", "tools")
    for path in (path for room in rooms for path in sorted(Path(room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > MAX_LINES:
                    yield (
                        f"{path}:{node.lineno}: {node.name} has {lines} lines; at most "
                        f"{MAX_LINES} are allowed"
                    )


def iterators_as_contexts():
    """Yield functions that make context managers and are annotated as plain iterators."""
    rooms = (*PLUGIN, "test", "tools")
    for path in (path for room in rooms for path in sorted(Path(room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
                makers = {ast.unparse(each).rpartition(".")[2] for each in node.decorator_list}
                if makers & {"contextmanager", "asynccontextmanager"}:
                    returned = ast.unparse(node.returns)
                    if re.match(r"['\"]?([\w.]+\.)?(Async)?Itera(tor|ble)\b", returned):
                        yield f"{path}:{node.lineno}: {node.name} returns Generator[X, None, None]"


def arrows(core):
    """Yield every import between modules of the core: (file, line, imported file)."""
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
    """Return whether a package of the core may import another one."""
    if here in SUBJECTS:
        return there in SHARED or there in SUBJECTS[here]
    return here in SHARED and there in SHARED[: SHARED.index(here)]


def broken_arrows(core=Path("core")):
    """Yield imports in the core that violate SHARED, SUBJECTS or COMMON_RESULTS."""
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
    broken = [*broken_lines(), *broken_arrows(), *long_functions(), *iterators_as_contexts()]
    print(*broken, sep="\n", end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
