"""Compare the tables of a study with the numbers of the paper; fail if one differs.

With LOCALE=zh_CN the list is in Chinese.

usage: check_demo.py FOLDER

The numbers to compare are in paper_checks.csv: `paper` is the printed number, `within` the
tolerance (half of the last printed digit; for areas half a cell of the sample, 0.045 ha). The
computed number is the sum of `column` over the rows of `table` in the year or period `when` that
meet every condition in `where`.
"""

import csv
import math
import os
import sys
import unicodedata
from pathlib import Path

CHECKS = Path(__file__).with_name("paper_checks.csv")
TABLES = ("transfers", "areas", "zone_shares", "losses", "closure")
ZONES = ("zones_1986_2000.tif", "zones_2000_2009.tif", "zones_2009_2018.tif")
CHINESE = os.environ.get("LOCALE") == "zh_CN"
WORDS = {
    "paper": "论文",
    "computed": "计算值",
    "ok": "相符",
    "OFF": "不符",
    "FAILED: the study did not write {}.": "失败：研究没有写出 {}。",
    "Consistency check failed: {}": "未通过的一致性检验：{}",
    "FAILED: {} of {} numbers differ ({}), {} of {} consistency checks failed.": (
        "失败：{} 个（共 {} 个）数值不符（{}），{} 项（共 {} 项）一致性检验未通过。"
    ),
    "All {} numbers agree, and all {} consistency checks passed.": (
        "全部 {} 个数值相符，全部 {} 项一致性检验通过。"
    ),
    "The outputs:": "输出：",
}


def said(text, *values):
    """Return a text in the language of the list, with its values."""
    return (WORDS[text] if CHINESE else text).format(*values)


def padded(text, width):
    """Pad a text with spaces; Chinese characters are two columns wide."""
    return text + " " * (width - sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text))


def read_table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def holds(row, condition):
    """Return whether a row has one of the values of a condition, or none of them with !=."""
    column, values = condition.replace("!=", "=").split("=")
    return (row[column] in values.split("|")) != ("!=" in condition)


def computed(check, tables):
    """Return the number in the tables for a row of paper_checks.csv; nan if there is none."""
    when = "year" if check["table"] == "areas" else "period"
    rows = [row for row in tables[check["table"]] if row[when] == check["when"]]
    conditions = check["where"].split()
    cells = [
        float(row[check["column"]])
        for row in rows
        if all(holds(row, condition) for condition in conditions)
    ]
    return sum(cells) if rows else math.nan


def compare(checks, tables):
    """Print computed and published numbers; return the names of those that differ."""
    off, group, language = [], None, "_zh_CN" if CHINESE else ""
    print(padded("", 61) + padded(said("paper"), 13) + said("computed"))
    for check in checks:
        if check["group" + language] != group:
            group = check["group" + language]
            print(f"\n{group}")
        value = computed(check, tables)
        good = abs(value - float(check["paper"])) <= float(check["within"]) + 1e-9
        if not good:
            off.append(check["what" + language])
        digits = len(check["paper"].partition(".")[2])
        print(
            f"  {padded(check['what' + language], 50)}{float(check['paper']):>14,.{digits}f}"
            f"{value:>16,.{max(2, digits + 1)}f}  {said('ok' if good else 'OFF')}"
        )
    return off


def main(folder):
    missing = [name for name in TABLES if not (folder / f"{name}.csv").is_file()]
    missing += [name for name in ZONES if not (folder / "zones" / name).is_file()]
    if missing:
        print(said("FAILED: the study did not write {}.", ", ".join(missing)))
        return 1
    tables = {name: read_table(folder / f"{name}.csv") for name in TABLES}
    checks = read_table(CHECKS)
    off = compare(checks, tables)
    unmet = [row for row in tables["closure"] if row["ok"].lower() not in ("1", "true")]
    print()
    if off or unmet or not tables["closure"]:
        for row in unmet:
            print(said("Consistency check failed: {}", row))
        of = (len(off), len(checks), "; ".join(off), len(unmet), len(tables["closure"]))
        print(
            said("FAILED: {} of {} numbers differ ({}), {} of {} consistency checks failed.", *of)
        )
        return 1
    of = (len(checks), len(tables["closure"]))
    print(said("All {} numbers agree, and all {} consistency checks passed.", *of))
    print(f"\n{said('The outputs:')}")
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        print(f"  {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if len(sys.argv) == 2 else __doc__)
