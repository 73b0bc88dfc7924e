"""Measure Carbon Zones beside what it cannot do without, and beside other programs.

usage: python -m carbon_zones.tools.bench [options]    (`make bench` runs it)
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from . import costs, limits, peers, report, sides
from .bench import Bench, BenchError, Options
from .rasters import FOLDER, ROOT
from .sides import SideError

MEASURES = {
    one.__name__: one
    for one in (
        costs.decode,
        costs.steps,
        peers.grass,
        peers.calculator,
        peers.saga,
        costs.noise,
        costs.zones,
        costs.study,
        costs.geographic,
        costs.classes,
        limits.memory,
        limits.start,
        limits.linear,
    )
}
# What compares variants of the sample, of which own rasters have none.
OF_THE_SAMPLE = ("noise", "geographic", "classes", "linear")

# The page of a whole run, and that of any other.
RECORD, LOOK = ROOT / "docs" / "benchmarks.md", FOLDER / "benchmarks.md"
RESULTS = FOLDER / "results.json"
# In millions of cells: 20480 x 20520, and 5120 x 5120.
SIZE, QUICK_SIZE = 420.2496, 26.2144


def parsed(arguments: list) -> tuple[Options, Path]:
    """The options, and the page that gets the tables."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small rasters and three rounds")
    parser.add_argument("--size", type=_millions, help=f"million cells (default {SIZE:.0f})")
    parser.add_argument("--peer-size", type=_millions, help="the same for comparisons with peers")
    parser.add_argument("--rounds", type=_rounds, help="rounds of each comparison (default 5)")
    parser.add_argument("--only", default="", help=f"some of {','.join(MEASURES)}")
    parser.add_argument("--layers", nargs="+", default=[], help="own rasters, earliest first")
    parser.add_argument("--record", type=Path, help="the page that gets the tables")
    given = parser.parse_args(arguments)
    only = tuple(name for name in given.only.replace(",", " ").split())
    unknown = [name for name in only if name not in MEASURES]
    if unknown:
        parser.error(f"ONLY: there is no {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    if len(given.layers) == 1:
        parser.error("LAYERS: two rasters or more, earliest first")
    missing = [path for path in given.layers if not Path(path).exists()]
    if missing:
        parser.error(f"LAYERS: there is no {', '.join(missing)}")
    size = given.size or (QUICK_SIZE if given.quick else SIZE)
    options = Options(
        millions=size,
        peer_millions=given.peer_size or size,
        rounds=given.rounds or (3 if given.quick else 5),
        peer_rounds=given.rounds or (1 if given.quick else 5),
        start_rounds=5 if given.quick else 11,
        small=given.quick,
        only=only,
        layers=tuple(str(Path(path).resolve()) for path in given.layers),
    )
    # Only a whole run is a record.
    is_record = not (given.quick or only or given.layers or given.size or given.rounds)
    return options, given.record or (RECORD if is_record else LOOK)


def _millions(text: str) -> float:
    number = float(text)
    if not (math.isfinite(number) and number >= 1):
        raise argparse.ArgumentTypeError(f"{text} is less than 1 million cells")
    return number


def _rounds(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least one")
    return int(text)


def measure(options: Options) -> Bench:
    """Check that all sides find the same, then run the measurements."""
    bench = Bench(options)
    bench.look_around()
    if options.small:
        bench.note("A quick look: the targets are meant for the sizes of a whole run.")
    peers.check(bench)
    for name, run in MEASURES.items():
        if options.only and name not in options.only:
            continue
        if options.layers and name in OF_THE_SAMPLE:
            bench.note(f"Left out: {name}, which compares variants of the sample.")
            continue
        try:
            run(bench)
        except SideError as error:
            # What was measured before, and what comes after, may have taken an hour.
            bench.failed.append(name)
            bench.note(f"Failed: {name}.")
            print(error, file=sys.stderr)
        RESULTS.write_text(json.dumps(bench.results(), indent=1), encoding="utf-8")
    bench.look_around()
    return bench


def main(arguments: list) -> int:
    options, page = parsed(arguments)
    try:
        sides.scratch()
        bench = measure(options)
        RESULTS.write_text(json.dumps(bench.results(), indent=1), encoding="utf-8")
        if bench.failed and page == RECORD:
            page = LOOK
        report.write(bench, page, " ".join(["make bench", *_as_typed(options)]))
    except (BenchError, SideError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            f"\nbench: stopped; no page was written, what is measured so far is in {RESULTS}",
            file=sys.stderr,
        )
        return 130
    finally:
        sides.scratch()
    judged = [row for row in bench.rows if row.met is not None]
    for row in bench.rows:
        met = {None: "    ", True: "met ", False: "MISS"}[row.met]
        print(f"  {met}  {row.judged:9.3g} {row.unit:2}  {row.target:>9}  {row.what}")
    bench.say(f"{sum(row.met for row in judged)} of {len(judged)} targets are met")
    bench.say(f"the tables are in {page}, all numbers in {RESULTS}")
    if bench.failed:
        print(f"bench: {', '.join(bench.failed)} failed, see above", file=sys.stderr)
    return 1 if bench.failed else 0


def _as_typed(options: Options) -> list[str]:
    """The options as `make bench` takes them."""
    return [
        *(["QUICK=1"] if options.small else []),
        *([f"ONLY={','.join(options.only)}"] if options.only else []),
        *(['LAYERS="..."'] if options.layers else []),
        *([f"ROUNDS={options.rounds}"] if options.rounds not in (3, 5) else []),
        *([f"SIZE={options.millions:g}"] if options.millions not in (SIZE, QUICK_SIZE) else []),
        *(
            [f"PEER_SIZE={options.peer_millions:g}"]
            if options.peer_millions != options.millions
            else []
        ),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
