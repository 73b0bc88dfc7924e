"""Select the tests that a change of one subject can break, as arguments of pytest.

    python3 tools/subject_tests.py ledger

A subject is a folder of core, such as ledger, or a module of core/results, such as losses. Selected
are tests of the core that import it directly or indirectly; tests that name an algorithm that uses
it; tests of every algorithm, limited to the same algorithms; and test/house, which checks the
manual, the translation and the import rules.
"""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ("core", "bridge", "algorithms")
# Folders of `make test` whose tests run algorithms by id and do not import their modules.
BY_ID = ("test/algorithms", "test/headless")
ID = re.compile(r'^    ID = "(\w+)"', re.MULTILINE)


def subjects() -> dict[str, list[Path]]:
    """Return the files by subject."""
    files = {path.stem: [path] for path in ROOT.glob("core/results/[a-z]*.py")}
    for folder in (path.parent for path in ROOT.glob("core/*/__init__.py")):
        files[folder.name] = sorted(folder.rglob("*.py"))
    return files


def imported_by(path: Path) -> set[Path]:
    """Return the files of the checkout that a file imports, including inside functions."""
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        module = (node.module or "").split(".")
        if node.level:
            base = path.parents[node.level - 1].joinpath(*module)
        elif module[0] == "carbon_zones":
            base = ROOT.joinpath(*module[1:])
        else:
            continue
        names = [base / name.name for name in node.names]
        for target in (base, *names):
            imported |= {target.with_suffix(".py"), target / "__init__.py"}
    return {target for target in imported if target.is_file()}


@cache
def imports() -> dict[Path, set[Path]]:
    """Return the imports of every file of the plugin and the tests, except provider.py."""
    sources = [path for room in (*PLUGIN, "test") for path in ROOT.glob(f"{room}/**/*.py")]
    return {path: imported_by(path) for path in sources}


def reached(files: list[Path]) -> set[Path]:
    """Return the files that import the given ones, directly or indirectly."""
    reaching, new = set(files), set(files)
    while new:
        new = {path for path, targets in imports().items() if targets & new} - reaching
        reaching |= new
    return reaching


def arguments(subject: str) -> list[str]:
    """Return the files in order, and the selection among the tests of every algorithm."""
    files = reached(subjects()[subject])
    text_of = {path: path.read_text(encoding="utf-8") for path in ROOT.glob("test/**/*.py")}
    ids_of = {
        path: match[1]
        for path in ROOT.glob("algorithms/*.py")
        if (match := ID.search(path.read_text(encoding="utf-8")))
    }
    ids = sorted(name for path, name in ids_of.items() if path in files)
    others = sorted(set(ids_of.values()) - set(ids))
    named = re.compile(rf"[\"':]({'|'.join(ids)})\b") if ids else None
    every = re.compile(r"\b(CONTRACTS|DATED|FIXED_TABLES|PAIR_RASTERS|BAD_INPUTS|ALGORITHMS)\b")

    own, of_ids, general = [], [], []
    for path, text in sorted(text_of.items()):
        folder = path.parent.relative_to(ROOT).as_posix()
        if not path.name.startswith("test_"):
            continue
        if folder == "test/core" and path in files:
            own.append(path)
        elif folder in BY_ID and (path in files or (named and named.search(text))):
            of_ids.append(path)
        elif folder in BY_ID and every.search(text):
            general.append(path)
    own.sort(key=lambda path: subject not in path.stem)
    chosen = [*own, *of_ids, *general]
    names = [path.relative_to(ROOT).as_posix() for path in chosen] + ["test/house"]
    if not general or not others:
        return names
    generals = " or ".join(path.stem for path in general)
    wanted = f"not ({generals}) or {' or '.join(ids)} or not ({' or '.join(others)})"
    return [*names, "-k", wanted if ids else f"not ({generals})"]


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in subjects():
        sys.exit(f"SUBJECT is one of {', '.join(sorted(subjects()))}")
    print("\n".join(arguments(sys.argv[1])))
