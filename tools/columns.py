"""Write the tables of columns in the manual, in both languages, from core/base/columns.csv.

usage: columns.py    (run by `make columns`)

The contracts define the columns of a table and their order. Rows that do not start with a name,
such as for columns named after classes, are written by hand and kept.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from carbon_zones.core.base.files import PLUGIN_FOLDER
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.tools.i18n import DICTIONARY, read_ts

# By language: folder of the algorithm pages, and start and end of the heading of a table.
LANGUAGES = {
    "": (PLUGIN_FOLDER / "docs" / "algorithms", "### Columns of `", "`"),
    "zh_CN": (PLUGIN_FOLDER / "docs" / "zh_CN" / "algorithms", "### `", "` 的列"),
}
# Layer of units; its fields are described in docs/units.md.
ELSEWHERE = "UNITS_LAYER"
NAME = re.compile(r"\| `(\w+)` \|")


@cache
def dictionary() -> dict[tuple[str, str], tuple[str, str]]:
    """Return unit and meaning by column and table; the table of general lines is ''."""
    known = {}
    with (PLUGIN_FOLDER / DICTIONARY).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for table in row["tables"].split() or [""]:
                unit = row["unit"] if row["kind"] else known[row["column"], ""][0]
                known[row["column"], table] = unit, row["meaning"]
    return known


def key_of(column: str, algorithm: str, table: str) -> tuple[str, str]:
    """Return the key in the dictionary of a column of a table."""
    keys = [(column, f"{algorithm}.{table}"), (column, table), (column, "")]
    key = next((candidate for candidate in keys if candidate in dictionary()), None)
    if key is None:
        where = f"'{column}', a column of {table} of {algorithm}"
        raise SystemExit(f"{DICTIONARY} lacks {where}; add it and run `make columns`")
    return key


def line_of(column: str, algorithm: str, table: str, words: dict[str, str]) -> str:
    """Return the row of a column in the manual; `words` are the translations."""
    told = dictionary()[key_of(column, algorithm, table)]
    unit, meaning = ((words.get(text) or text).strip() for text in told)
    # Links within a page omit its file name.
    meaning = meaning.replace(f"({algorithm}.md#", "(#")
    return f"| `{column}` | {unit} | {meaning} |".replace("|  |", "| |")


def in_step(text: str, algorithm: str, language: str) -> str:
    """Return a page of an algorithm with its tables of columns updated."""
    _, begin, end = LANGUAGES[language]
    words = read_ts() if language else {}
    for table, columns in CONTRACTS[algorithm].fields.items():
        if table == ELSEWHERE:
            continue
        pattern = rf"^{begin}{table}{end}\n(?:(?!#|\|).*\n)*\|.*\n\|[-|]+\|\n((?:\|.*\n)*)"
        rows = re.search(pattern, text, re.MULTILINE)
        if rows is None:
            raise SystemExit(f"the page of {algorithm} lacks '{begin}{table}{end}' and its table")
        lines = rows[1].splitlines()
        if columns is None:
            named = [(NAME.match(line), line) for line in lines]
            lines = [line_of(n[1], algorithm, table, words) if n else line for n, line in named]
        else:
            lines = [line_of(column, algorithm, table, words) for column in columns]
        text = text[: rows.start(1)] + "\n".join(lines) + "\n" + text[rows.end(1) :]
    return text


def main() -> None:
    for language, (folder, *_) in LANGUAGES.items():
        for algorithm in CONTRACTS:
            page = folder / f"{algorithm}.md"
            text = page.read_text(encoding="utf-8")
            page.write_text(in_step(text, algorithm, language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
