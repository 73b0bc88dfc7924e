"""Print the paper's numbers beside those in the tables of a study, and fail when one is off.

usage: check_demo.py FOLDER

The numbers to compare are in paper_checks.csv: `paper` is the number as printed, `within` how far
the computed one may lie from it (half of the last printed digit; for areas half a cell of the
sample, 0.045 ha), and the rest says how to read it: the sum of `column` over the rows of `table`
in the year or period `when` for which every condition in `where` holds.
"""

import csv
import sys
from pathlib import Path

TABLES = ("transfers", "areas", "zone_shares", "losses", "closure")
PERIODS = ("1986-2000", "2000-2009", "2009-2018")


class TableError(Exception):
    """A table that isn't there, or not as it should be."""


def read_table(path):
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        raise TableError(f"the study wrote no {path}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path} cannot be read: {error}") from error
    if not rows:
        raise TableError(f"{path} has no rows")
    return rows


def cell(row, column, name):
    if row.get(column) is None:
        raise TableError(f"{name}.csv has no column {column}")
    return row[column].strip()


def holds(row, condition, name):
    unequal = "!=" in condition
    column, values = condition.split("!=" if unequal else "=")
    return (cell(row, column, name) in values.split("|")) != unequal


def computed(check, tables):
    """The number that the tables give for one row of paper_checks.csv."""
    name = check["table"]
    rows = tables[name]
    when = "year" if name == "areas" else "period"
    rows = [row for row in rows if cell(row, when, name) == check["when"]]
    if not rows:
        raise TableError(f"{name}.csv has no rows for the {when} {check['when']}")
    total = 0.0
    for row in rows:
        if all(holds(row, condition, name) for condition in check["where"].split()):
            text = cell(row, check["column"], name)
            try:
                total += float(text)
            except ValueError:
                raise TableError(
                    f"{name}.csv has '{text}' for a number in column {check['column']}"
                    f" ({check['what']})"
                ) from None
    return total


def compare(checks, tables):
    """Print every number beside the paper's; return the names of those that are off."""
    off = []
    group = None
    print(f"{'':52}{'paper':>14}{'computed':>16}")
    for check in checks:
        if check["group"] != group:
            group = check["group"]
            print(f"\n{group}")
        found = computed(check, tables)
        # nan fails this test, as it should
        good = abs(found - float(check["paper"])) <= float(check["within"]) + 1e-9
        if not good:
            off.append(check["what"])
        digits = len(check["paper"].partition(".")[2])
        printed = f"{float(check['paper']):,.{digits}f}"
        print(
            f"  {check['what']:<50}{printed:>14}{found:>16,.{max(2, digits + 1)}f}"
            f"  {'ok' if good else 'OFF'}"
        )
    return off


def closure_failures(rows):
    bad = []
    for row in rows:
        if cell(row, "ok", "closure").lower() not in ("1", "true", "t", "yes"):
            bad.append(", ".join(f"{key} {value}" for key, value in row.items()))
    return bad


def main(folder):
    tables = {name: read_table(folder / f"{name}.csv") for name in TABLES}
    with (Path(__file__).parent / "paper_checks.csv").open(encoding="utf-8", newline="") as file:
        checks = list(csv.DictReader(file))

    off = compare(checks, tables)
    bad = closure_failures(tables["closure"])
    zones = [folder / "zones" / f"zones_{period.replace('-', '_')}.tif" for period in PERIODS]
    absent = [path for path in zones if not path.is_file()]

    print()
    for row in bad:
        print(f"Closure check not met: {row}")
    for path in absent:
        print(f"Not written: {path}")
    if off or bad or absent:
        faults = []
        if off:
            faults.append(f"{len(off)} of {len(checks)} numbers off ({'; '.join(off)})")
        if bad:
            faults.append(f"{len(bad)} of {len(tables['closure'])} closure checks not met")
        if absent:
            faults.append(f"{len(absent)} of {len(zones)} zone rasters missing")
        print(f"FAILED: {', '.join(faults)}.")
        return 1
    print(
        f"All {len(checks)} numbers are as they should be,"
        f" and all {len(tables['closure'])} closure checks are met."
    )
    print("\nThe outputs:")
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        print(f"  {path}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        sys.exit(main(Path(sys.argv[1])))
    except TableError as error:
        sys.exit(f"FAILED: {error}.")
