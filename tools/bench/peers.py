"""Comparable programs: GRASS, SAGA and the QGIS raster calculator."""

from __future__ import annotations

import shutil
from collections import Counter
from functools import partial

from .bench import SCRATCH, Bench, BenchError, Side, execute, job, scratch, values, version_of
from .inside import read_table
from .rasters import PAIR, Rasters, make

# Date whose classes divide a pair.
BETWEEN = "2009"
# Both report start and end of counting, so that it can be timed separately.
GRASS = """
r.external -o --quiet input="$1" output=earlier
r.external -o --quiet input="$2" output=later
g.region raster=earlier
echo "$EPOCHREALTIME" >begin
r.stats -cn --quiet input=earlier,later separator=comma output=pairs.csv
echo "$EPOCHREALTIME" >end
"""
GRASS_OF_THREE = GRASS.replace(
    "g.region", 'r.external -o --quiet input="$3" output=units\ng.region'
)
GRASS_OF_THREE = GRASS_OF_THREE.replace("input=earlier,later", "input=units,earlier,later")
# From loading the first grid to the table; the grid of classes is not requested.
SAGA = """
saga_cmd -f=q grid_analysis 13 -INPUT "$1" -INPUT2 "$2" -MAXNUMCLASS 11 -RESULTTABLE pairs.csv |
    while IFS= read -r line; do
        case $line in
            *loading:*) [ -f begin ] || echo "$EPOCHREALTIME" >begin ;;
            *"Execution succeeded"*) echo "$EPOCHREALTIME" >end ;;
        esac
    done
"""


def _count(script: str, on: Rasters, *before: str) -> dict:
    """Run a script on a pair in an empty folder; `count_seconds` is the time between its marks."""
    folder = scratch()
    steps = ["bash", "-eo", "pipefail", "-c", script, "bash", *on.paths]
    # Programs with their own Python must not use the plugin path of QGIS.
    answer = execute([*before, *steps], PYTHONPATH="")
    try:
        begin, end = (float((folder / name).read_text()) for name in ("begin", "end"))
    except FileNotFoundError:
        raise BenchError("a peer counted nothing, though it ended as if it had") from None
    return {**answer, "count_seconds": end - begin}


def grass(on: Rasters) -> dict:
    """Run GRASS on linked files in a temporary project; with three rasters, by the last one."""
    script = GRASS if len(on.paths) == len(PAIR) else GRASS_OF_THREE
    # The option was renamed in GRASS 8.4.
    version = [int(part) for part in version_of("grass").split(".")[:2]]
    project = "--tmp-project" if version >= [8, 4] else "--tmp-location"
    answer = _count(script, on, "grass", project, on.paths[0], "--exec")
    counts: Counter = Counter()
    for line in (SCRATCH / "pairs.csv").read_text().splitlines():
        *values_of_cells, cells = map(int, line.split(","))
        counts[tuple(values_of_cells[-2:])] += cells
    return {**answer, "pairs": sorted([*pair, cells] for pair, cells in counts.items())}


def saga(on: Rasters) -> dict:
    """Run Cross-Classification and Tabulation of SAGA."""
    answer = _count(SAGA, on)
    # Rows and columns are classes, followed by totals.
    table = [list(row.values())[:-1] for row in read_table(SCRATCH / "pairs.csv")[:-1]]
    pairs = [
        [source, target, int(float(cells))]
        for source, row in enumerate(table, 1)
        for target, cells in enumerate(row, 1)
        if float(cells)
    ]
    return {**answer, "pairs": pairs}


# Program, its counting function, and the minimum ratio to our time.
PEERS = {"GRASS": ("grass", grass, 20), "SAGA": ("saga_cmd", saga, 30)}


def peers(bench: Bench) -> None:
    """Counting and complete calls, relative to all other programs found."""
    pair = make("patchy", bench.millions)
    here = [name for name in PEERS if shutil.which(PEERS[name][0])]
    counted, called, calculated, *others = bench.compare(
        *(job(name, pair) for name in ("count", "qgis_process_call", "calculator")),
        *(Side(f"{name}, whole call", pair, partial(PEERS[name][1], pair)) for name in here),
    )
    ours = values(counted)
    what = f"QGIS calculator + unique values report / counting ({pair})"
    bench.ratio(what, values(calculated), ours, "≥ 40")
    for name, answers in zip(here, others):
        alone = values(answers, "count_seconds")
        bench.tell(f"{name}, counting alone", pair, alone)
        bench.ratio(f"{name} / counting ({pair})", alone, ours, f"≥ {PEERS[name][2]}")
        if name == "GRASS":
            what = f"GRASS whole call / qgis_process whole call ({pair})"
            bench.ratio(what, values(answers), values(called), "≥ 5")
            _by_raster(bench)


def _by_raster(bench: Bench) -> None:
    """Counting a pair by classes of a third raster, relative to GRASS on three maps."""
    three = make("patchy", bench.millions, (*PAIR, BETWEEN))
    ours, theirs = bench.compare(
        job("count_by_raster", three), Side("GRASS, whole call", three, partial(grass, three))
    )
    alone = values(theirs, "count_seconds")
    bench.tell("GRASS, counting alone", three, alone)
    bench.ratio(f"GRASS / counting by a third raster ({three})", alone, values(ours), "≥ 12")
