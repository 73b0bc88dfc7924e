"""The tests of one subject, as arguments of pytest: of the core, its algorithms, their contracts.

    python3 tools/subject_tests.py ledger

A subject is a folder of core, such as ledger, or a file of core/results, such as losses. Its tests
are those that import it, and those that are named after it or after an algorithm that imports it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def subjects() -> list[str]:
    """What can be asked for."""
    folders = [path.parent for path in ROOT.glob("core/*/__init__.py")]
    files = [path.with_suffix("") for path in ROOT.glob("core/results/[a-z]*.py")]
    return sorted({path.name for path in [*folders, *files]})


def arguments(subject: str) -> list[str]:
    """Files, and which tests of those that try every algorithm."""
    imported = re.compile(rf"core\.(?:results\.)?{subject}\b")

    def is_of(path: Path) -> bool:
        return bool(imported.search(path.read_text(encoding="utf-8")))

    # The study takes part in everything.
    algorithms = [p for p in ROOT.glob("algorithms/[a-z]*.py") if subject in p.stem or is_of(p)]
    if subject != "study" and len(algorithms) > 1:
        algorithms = [path for path in algorithms if path.stem != "study"]
    names = [subject, *(path.stem for path in algorithms)]
    files = [
        path
        for path in sorted(ROOT.glob("test/*/test_*.py"))
        if (path.parent.name == "core" and is_of(path))
        or (path.parent.name in ("core", "algorithms") and any(name in path.stem for name in names))
    ]
    ids = " or ".join(dict.fromkeys(name.replace("_", "") for name in names))
    contract = "test/algorithms/test_contract.py"
    chosen = f"not test_contract or {ids}"
    return [*(str(path.relative_to(ROOT)) for path in files), contract, "-k", chosen]


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in subjects():
        sys.exit(f"SUBJECT is one of {', '.join(subjects())}")
    print("\n".join(arguments(sys.argv[1])))
