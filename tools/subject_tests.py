"""Select the tests about a subject, as arguments of pytest, and say on stderr what is left out.

    python3 tools/subject_tests.py losses

A subject is a folder of core, such as ledger, or a module of core/results, such as losses. Its
tests take at most 40 s on two cores:

- up to CORE_FILES files of test/core that import it, those first that have its name or that of one
  of its modules, then by its part in their imports from the core;
- tests that name its algorithms, and test files with their names or its own: up to ALGORITHMS in
  which it is most of the imports from the core, at least ALGORITHM_PART without core/base;
- CONVENTIONS: the data dictionary, the manual's columns, the translation and the import rules.
"""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORE_FILES = 15
ALGORITHMS = 3
ALGORITHM_PART = 1 / 6
CONVENTIONS = [
    f"test_{name}"
    for name in ("dictionary", "chinese_said", "chinese_words", "columns", "i18n", "rooms")
]
# Folders whose tests run algorithms by id; most have it in their names.
BY_ID = ("test/algorithms", "test/headless")
# Its studies take 10 s in each worker.
LONG = "test_page_numbers.py"


def subjects() -> dict[str, list[Path]]:
    """Return the modules by subject."""
    modules = {path.stem: [path] for path in ROOT.glob("core/results/[a-z]*.py")}
    for folder in (path.parent for path in ROOT.glob("core/*/__init__.py")):
        modules[folder.name] = sorted(folder.rglob("[a-z]*.py"))
    return modules


@cache
def imported_modules(path: Path) -> set[Path]:
    """Return the modules of the core that a file imports, including inside functions."""
    targets = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")
            base = path.parents[node.level - 1] if node.level else ROOT.parent
            if module[0] == "carbon_zones":
                base, module = ROOT, module[1:]
            base = base.joinpath(*module)
            targets |= {base, *(base / name.name for name in node.names)}
    return {target.with_suffix(".py") for target in targets} & {*ROOT.glob("core/*/[a-z]*.py")}


def part(path: Path, modules: list[Path], ignored: str = "") -> float:
    """Return the part of modules in the imports of a file from the core."""
    imported = [module for module in imported_modules(path) if module.parent.name != ignored]
    return len({*imported} & {*modules}) / max(1, len(imported))


def algorithms(modules: list[Path]) -> dict[str, str]:
    """Return the ids of the algorithms most about modules, by the name of their file."""
    ids = {}
    for path in ROOT.glob("algorithms/[a-z]*.py"):
        stated = re.search(r'^    ID = "(\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        if stated and part(path, modules, "base") >= ALGORITHM_PART:
            ids[path] = stated[1]
    first = sorted(ids, key=lambda path: (-part(path, modules, "base"), path))[:ALGORITHMS]
    return {path.stem: ids[path] for path in first}


def arguments(subject: str) -> tuple[list[str], str]:
    """Return the arguments of pytest, and what they leave out."""
    modules = subjects()[subject]
    names = tuple(f"test_{name}" for name in (subject, *(module.stem for module in modules)))
    files = {
        room: sorted(ROOT.glob(f"test/{room}/test_*.py"))
        for room in ("core", "house", "algorithms")
    }
    importing = [path for path in files["core"] if part(path, modules)]
    importing.sort(key=lambda path: (not path.stem.startswith(names), -part(path, modules)))
    chosen = importing[:CORE_FILES]
    chosen += [
        path for room in ("core", "house") for path in files[room] if path.stem in CONVENTIONS
    ]
    left = [
        f"{len({*files[room]} - {*chosen})} of {len(files[room])} files of test/{room}"
        for room in ("core", "house")
    ]
    left[0] += f" ({len(importing[CORE_FILES:])} import {subject})"
    about = algorithms(modules)
    named = [p for p in files["algorithms"] if any(name in p.stem for name in (subject, *about))]
    by_name = [*about.values(), *(path.name for path in named)]
    left.append(f"{LONG}; of {' and '.join(BY_ID)} all but {', '.join(by_name) or 'nothing'}")
    paths = [path.relative_to(ROOT).as_posix() for path in dict.fromkeys(chosen)]
    if by_name:
        wanted = " or ".join(["core", "house", *by_name])
        paths += [*BY_ID, "-k", f"not {LONG} and ({wanted})"]
    return paths, f"left out: {'; '.join(left)}"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in subjects():
        sys.exit(f"SUBJECT is one of {', '.join(sorted(subjects()))}")
    selected, left_out = arguments(sys.argv[1])
    print(left_out, file=sys.stderr)
    print("\n".join(selected))
