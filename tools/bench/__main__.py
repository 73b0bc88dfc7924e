"""Compare Carbon Zones with the minimum work, such as decoding, and with other programs.

usage: python -m carbon_zones.tools.bench [options]    (run by `make bench`)
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from statistics import median

from .bench import Bench, BenchError, Line, job, scratch, values, version_of
from .pattern import pattern
from .peers import PEERS, peers
from .rasters import EACH_YEAR, FOLDER, ROOT, YEARS, make

# Output pages of a complete run, one per language of the manual, and of other runs.
RECORDS = [ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "zh_CN" / "benchmarks.md"]
LOOK = FOLDER / "benchmarks.md"
RESULTS = FOLDER / "results.json"
BEGIN, END = "<!-- table: made by make bench -->", "<!-- end of the table -->"
# Million cells: 20480 x 20520, and 5120 x 5120.
SIZE, QUICK_SIZE = 420.2496, 26.2144


def count(bench: Bench) -> None:
    """Counting pairs of two dates, relative to decoding the files."""
    textures = [make(texture, bench.millions) for texture in ("patchy", "fine", "noise")]
    answers = bench.compare(*(job(name, on) for on in textures for name in ("decode", "count")))
    decoded, counted = map(values, answers[::2]), [values(answer) for answer in answers[1::2]]
    for on, above, below in zip(textures, counted, decoded):
        bench.ratio(f"Counting / only decoding ({on})", above, below, "≤ 2")
    bench.ratio(f"Counting noise / counting {textures[0]}", counted[2], counted[0], "≤ 3")


def study(bench: Bench) -> None:
    """The study, relative to decoding all dates and writing all zone rasters; change analysis."""
    dates = make("patchy", bench.millions, YEARS)
    whole, decoded, analysed = bench.compare(
        *(job(name, dates) for name in ("study", "decode", "analysis"))
    )
    written = values(whole, "write_seconds")
    bench.tell("writing the 3 zone rasters", dates, written)
    parts = [sum(both) for both in zip(values(decoded), written)]
    bench.ratio(f"Study / decoding + writing 3 rasters ({dates})", values(whole), parts, "≤ 2.5")
    what = f"All tables of Change analysis, after the pass / study ({dates})"
    bench.ratio(what, values(analysed), values(whole), "≤ 0.05")


def units(bench: Bench) -> None:
    """Counting pairs in 3,000 polygons, relative to the whole area; and the resulting tables."""
    dates = make("patchy", bench.millions)
    names = ("count_by_unit", "count", "matrix_by_unit", "matrix")
    answers = bench.compare(*(job(name, dates) for name in names))
    by_unit, whole, table_by_unit, table = map(values, answers)
    bench.ratio(f"Counting by 3,000 polygons / counting ({dates})", by_unit, whole, "≤ 2")
    what = f"Land-use transfer matrix with 3,000 polygons / without ({dates})"
    bench.ratio(what, table_by_unit, table, "≤ 2")


def histories(bench: Bench) -> None:
    """Combinations of all dates, relative to counting the dates only; peak memory."""
    dates = make("patchy", bench.millions, YEARS)
    counted, listed, booked = bench.compare(
        job("count", dates), job("trajectories", dates), job("ledger", dates)
    )
    what = f"Counting with all trajectories / counting ({dates})"
    bench.ratio(what, values(listed), values(counted), "≤ 1.15")
    what = f"Counting with the carbon ledger / counting ({dates})"
    bench.ratio(what, values(booked), values(counted), "≤ 1.1")
    # 100 classes at three dates: nearly all of the million combinations occur.
    many = make("hundred", bench.millions / 16, YEARS[:3])
    idle, most = bench.compare(job("qgis_process_call", None), job("trajectories_call", many))
    peaks = [[peak / 1e6 for peak in values(answers, "peak")] for answers in (idle, most)]
    above = [peak - base for peak, base in zip(*reversed(peaks))]
    bench.ratios.append(
        Line(f"Peak of memory above idle qgis_process ({many})", above, "MB", "≤ 300 MB")
    )
    # In 900 x 900 cells, nearly every cell has its own history.
    own = make("eleven", 0.81, EACH_YEAR)
    for name in ("status", "ages"):
        (answers,) = bench.compare(job(f"{name}_call", own))
        peaks = [peak / 1e6 for peak in values(answers, "peak")]
        what = f"Peak of memory of mine reclamation with {name.upper()} ({own})"
        bench.ratios.append(Line(what, peaks, "MB", "≤ 1000 MB"))


def path(bench: Bench) -> None:
    """Path to carbon neutrality with 10,000 draws and its page; reads no raster."""
    (answer,) = bench.compare(job("path", None))
    what = "Path to carbon neutrality, 10,000 draws and the page"
    bench.ratios.append(Line(what, values(answer), "s", "≤ 3 s"))


def sample(bench: Bench) -> None:
    """Drawing 500 points from a raster, which is read twice, relative to counting a pair."""
    for texture in ("patchy", "noise"):
        on = make(texture, bench.millions)
        drawn, counted = bench.compare(job("sample", on), job("count", on))
        if set(values(drawn, "points")) != {500}:
            raise BenchError(f"the sample has {values(drawn, 'points')} points, not 500")
        what = f"Sampling 500 points / counting a pair ({on})"
        bench.ratio(what, values(drawn), values(counted), "≤ 2")
    on = make("conversions", bench.millions, YEARS[-1:])
    names = ("sample_with_buffer", "sample_of_change")
    buffered, plain = bench.compare(*(job(name, on) for name in names))
    what = f"Sampling with a buffer of 2 cells / without ({on})"
    bench.ratio(what, values(buffered), values(plain), "≤ 1.5")


def densities(bench: Bench) -> None:
    """Mean biomass by class, relative to decoding both files."""
    year = YEARS[-1:]
    land, biomass = (make(texture, bench.millions, year) for texture in ("patchy", "biomass"))
    both = replace(land, texture="patchy and biomass", paths=land.paths + biomass.paths)
    measured, decoded = bench.compare(job("densities", both), job("decode", both))
    what = f"Measuring biomass by class / only decoding ({both})"
    bench.ratio(what, values(measured), values(decoded), "≤ 2")


def ages(bench: Bench) -> None:
    """Biomass by class, status and age on four dates, relative to decoding all files."""
    land = make("patchy", bench.millions, YEARS)
    biomass = make("biomass", bench.millions, YEARS[-1:])
    all_five = replace(
        land, texture="patchy, 4 dates, and biomass", paths=land.paths + biomass.paths
    )
    measured, decoded = bench.compare(job("chronosequence", all_five), job("decode", all_five))
    what = f"Measuring biomass by class, state and age / only decoding ({all_five})"
    bench.ratio(what, values(measured), values(decoded), "≤ 2")


def memory(bench: Bench) -> None:
    """Peak memory of complete calls: idle, on few cells, on 16 times as many."""
    sizes = [None, *(make("patchy", bench.millions * times) for times in (0.25, 4))]
    answers = bench.compare(*(job("qgis_process_call", on) for on in sizes))
    idle, *peaks = ([peak / 1e6 for peak in values(answer, "peak")] for answer in answers)
    above = [[peak - base for peak, base in zip(each, idle)] for each in peaks]
    for on, each in zip(sizes, (idle, *peaks)):
        bench.tell("qgis_process, peak of memory", on, each, "MB")
    for on, each in zip(sizes[1:], above):
        what = f"Peak of memory above idle qgis_process ({on})"
        bench.ratios.append(Line(what, each, "MB", "≤ 300 MB"))
    bench.ratio("The same, of the most cells / of the fewest", above[1], above[0], "≤ 1.1")


MEASURES = {
    measurement.__name__: measurement
    for measurement in (
        count,
        units,
        study,
        histories,
        path,
        sample,
        densities,
        ages,
        pattern,
        memory,
        peers,
    )
}


def about() -> list[str]:
    """Describe the computer, its load before the measurements, and software versions."""
    processor = re.search(r"^model name.*: (.+)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    programs = {"QGIS": "qgis_process", **{name: peer[0] for name, peer in PEERS.items()}}
    commit = subprocess.check_output(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, text=True
    )
    return [
        f"{processor[1] if processor else platform.machine()}, {os.cpu_count()} cores, "
        f"{gigabytes:.0f} GB of memory, {system}",
        ", ".join(f"{name} {version_of(program)}" for name, program in programs.items()),
        f"Carbon Zones of commit {commit.strip()}",
        f"Load of the machine just before: {os.getloadavg()[0]:.1f}",
    ]


def tables(bench: Bench) -> list[str]:
    """Return ratios, times and memory peaks as tables of a page."""
    ratios = [("what", "target", "min", "median", "max", "met?"), ["---"] * 6]
    ratios += [(line.what, line.target, *_ends(line), line.met) for line in bench.ratios]
    times = [("side", "min", "median", "max", "ns per cell"), ["---"] * 5]
    for line in bench.times:
        timed = line.cells and line.unit == "s"
        per_cell = _number(median(line.values) / line.cells * 1e9) if timed else ""
        times.append((line.what, *_ends(line), per_cell))
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows) for rows in (ratios, times)]


def _ends(line: Line) -> list[str]:
    ends = min(line.values), median(line.values), max(line.values)
    return [f"{_number(value)} {line.unit}".rstrip() for value in ends]


def _number(value: float) -> str:
    """Format a value with three significant digits."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small rasters and three rounds")
    parser.add_argument("--size", type=float, help=f"million cells (default {SIZE:.0f})")
    parser.add_argument("--rounds", type=int, help="rounds of each comparison (default 5)")
    parser.add_argument("--only", default="", help=f"some of {','.join(MEASURES)}")
    given = parser.parse_args(arguments)
    only = given.only.replace(",", " ").split()
    unknown = [name for name in only if name not in MEASURES]
    if unknown:
        parser.error(f"ONLY: there is no {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    size, rounds = (QUICK_SIZE, 3) if given.quick else (SIZE, 5)
    bench = Bench(given.size or size, given.rounds or rounds)
    scratch()
    bench.notes += about()
    try:
        for name in only or MEASURES:
            MEASURES[name](bench)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        scratch()
        RESULTS.write_text(json.dumps(asdict(bench), indent=1), encoding="utf-8")
    texts = [f"Measured on {datetime.date.today().isoformat()} with {bench.rounds} repetitions."]
    texts += ["\n".join(f"- {note}" for note in bench.notes), *tables(bench)]
    # Only complete runs are recorded.
    pages = [LOOK] if given.quick or given.size or given.rounds or only else RECORDS
    for page in pages:
        put_into(page, texts)
    print(*texts, f"bench: this is in {pages[0]}, all numbers in {RESULTS}", sep="\n\n")
    return 0


def put_into(page: Path, texts: list[str]) -> None:
    """Insert the tables into a page and keep its text."""
    before, _, rest = (page.read_text("utf-8") if page.exists() else BEGIN + END).partition(BEGIN)
    parts = [before + BEGIN, *texts, END + rest.partition(END)[2]]
    page.write_text("\n\n".join(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
