"""Rules of the rooms that a linter doesn't know; prints each line that breaks one.

usage: check_rooms.py    in the folder of the checkout
"""

import re
import sys
from pathlib import Path

# What QGIS loads; the rest is for the work on it.
PLUGIN = ("core", "bridge", "algorithms", "plugin.py", "provider.py", "text.py")

# (rooms, what may not stand there, why)
RULES = [
    (("core",), r"^\s*(import|from)\s+(qgis|processing)\b", "core/ never imports qgis"),
    (
        ("core",),
        r"^\s*from\s+\.+(algorithms|bridge|text|provider|plugin)\b",
        "core/ knows nothing of the rooms above it",
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


def main():
    broken = 0
    for path in sorted(Path().rglob("*.py")):
        if path.parts[0] == "build":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for rooms, pattern, why in RULES:
                if path.parts[0] in rooms and re.search(pattern, line):
                    print(f"{path}:{number}: {why}: {line.strip()}")
                    broken += 1
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
