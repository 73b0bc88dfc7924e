"""The record of the benchmarks: tables between two marks in a page whose words are hand-written."""

from __future__ import annotations

import datetime
import os
import platform
import statistics
import subprocess
from pathlib import Path

from . import sides
from .bench import Bench, Row, Times
from .rasters import ROOT

BEGIN = "<!-- table: made by make bench -->"
END = "<!-- end of the table -->"

TEXTURES = {"fine": "the sample, shrunk, repeated", "noise": "12 classes at random"}


def write(bench: Bench, path: Path, command: str) -> None:
    """Put the tables between the marks of a page, which is made where there is none."""
    page = (
        path.read_text(encoding="utf-8") if path.exists() else f"# Benchmarks\n\n{BEGIN}\n{END}\n"
    )
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        # Without the marks there is no telling what was written by hand: all of it is kept.
        before, after = f"{page.rstrip()}\n\n", "\n"
    path.write_text(f"{before}{BEGIN}\n\n{_tables(bench, command)}\n{END}{after}", encoding="utf-8")


def _tables(bench: Bench, command: str) -> str:
    parts = [
        f"Made by `{command}` on {_date()}.",
        _listed(_machine(bench)),
        _table(
            ("what", "target", "min", "median", "max", "rounds", "met?"),
            [_row(row) for row in bench.rows],
        ),
        "The times and peaks themselves:",
        _table(
            ("measurement", "side", "on", "min", "median", "max", "rounds", "ns per cell"),
            [_times(one) for one in bench.times],
        ),
        "The rasters; mean run is the number of cells between two places, along the rows, where "
        "the first or the last date changes:",
        _table(
            ("rasters", "columns x rows", "cells", "type", "dates", "mean run"),
            [_set(name, found) for name, found in bench.sets.items()],
        ),
    ]
    if bench.notes:
        parts.append(_listed(bench.notes))
    parts.append(
        "Sides that count must find the same, or nothing is written: "
        f"{len(bench.checks)} comparisons of sides were made, and all agree."
    )
    return "\n\n".join(parts) + "\n"


def _row(row: Row) -> tuple:
    met = {None: "", True: "yes", False: "**no**"}[row.met]
    number = _signed if row.unit != "x" else _number
    ends = number(min(row.values)), number(row.judged), number(max(row.values))
    unit = "" if row.unit == "x" else f" {row.unit}"
    return (row.what, row.target, *(f"{one}{unit}" for one in ends), len(row.values), met)


def _times(one: Times) -> tuple:
    middle = statistics.median(one.values)
    per_cell = _number(middle / one.cells * 1e9) if one.unit == "s" and one.cells else ""
    ends = min(one.values), middle, max(one.values)
    return (
        one.measured,
        one.side,
        one.on,
        *(f"{_number(end)} {one.unit}" for end in ends),
        len(one.values),
        per_cell,
    )


def _set(name: str, found: dict) -> tuple:
    return (
        name.replace("_", " "),
        f"{found['width']} x {found['height']}",
        f"{found['width'] * found['height']:,}",
        found["type"],
        found["dates"],
        "" if found["mean_run"] is None else f"{found['mean_run']:.1f}",
    )


def _number(value: float) -> str:
    """With three digits that count, or all before the point."""
    if value == 0:
        return "0"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f}"


def _signed(value: float) -> str:
    """A difference, to a whole number."""
    return f"{value:.0f}"


def _table(head: tuple, rows: list[tuple]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _date() -> str:
    return datetime.date.today().isoformat()


def _machine(bench: Bench) -> list[str]:
    """The machine, and the versions of what ran on it."""
    found = {
        **sides.inside("versions"),
        "GRASS": sides.grass_version() or "not installed",
        "SAGA": sides.saga_version() or "not installed",
    }
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e6
    others = " and ".join(f"{part:.0%}" for part in bench.busy)
    return [
        f"{_processor()}, {os.cpu_count()} cores, {megabytes / 1000:.0f} GB of memory, {_system()}",
        ", ".join(f"{name} {version}" for name, version in found.items()),
        f"Carbon Zones {_version()}",
        f"Other work took {others} of the processors just before and after",
    ]


def _processor() -> str:
    return _value_of("/proc/cpuinfo", "model name", ":") or platform.processor() or "processor"


def _system() -> str:
    return _value_of("/etc/os-release", "PRETTY_NAME", "=").strip('"') or platform.platform()


def _value_of(path: str, name: str, between: str) -> str:
    """The value of the first line of a file that gives it; '' without one."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    for line in lines:
        given, _, value = line.partition(between)
        if given.strip() == name:
            return value.strip()
    return ""


def _version() -> str:
    """The plugin's version, and the commit where git knows it."""
    version = _value_of(str(ROOT / "metadata.txt"), "version", "=")
    done = subprocess.run(
        ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"],
        capture_output=True,
        text=True,
        check=False,
    )
    commit = done.stdout.strip()
    return f"{version}, commit {commit}" if done.returncode == 0 else version
