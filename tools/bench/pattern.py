"""Landscape metrics relative to counting a pair, and pylandstats, which loads the raster."""

from __future__ import annotations

import json
from functools import partial

from .bench import SCRATCH, Bench, BenchError, Line, Side, execute, job, scratch, values
from .rasters import FOLDER, Rasters, make

# Environment of pylandstats, created by tools/setup.sh --peers.
PYTHON = FOLDER / "pylandstats" / "bin" / "python"
# Time and memory of imports are excluded.
SCRIPT = """
import json, re, sys, time
import pylandstats
def peak():
    with open("/proc/self/status") as file:
        return 1024 * int(re.search(r"VmHWM:\\s*(\\d+)", file.read())[1])
idle, begun = peak(), time.perf_counter()
landscape = pylandstats.Landscape(sys.argv[1])
found = {
    "np": int(landscape.number_of_patches()),
    "te": float(landscape.total_edge(count_boundary=False)),
    "lsi": float(landscape.landscape_shape_index()),
}
answer = {"seconds": time.perf_counter() - begun, "peak": peak(), "idle": idle, "found": found}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(answer, file)
"""
# Maximum million cells for pylandstats; larger rasters exceed the memory of many computers.
BESIDE_PYLANDSTATS = 26.2144


def pylandstats(on: Rasters) -> dict:
    """Compute NP, TE and LSI of a landscape, including reading."""
    answer = scratch() / "answer.json"
    execute([str(PYTHON), "-c", SCRIPT, on.paths[0], str(answer)], PYTHONPATH="")
    return json.loads((SCRATCH / "answer.json").read_text(encoding="utf-8"))


def pattern(bench: Bench) -> None:
    """All landscape metrics of a date, relative to counting a pair and to pylandstats."""
    pair = make("patchy", bench.millions)
    answers, counted = bench.compare(job("landscape_metrics", pair), job("count", pair))
    what = f"Landscape metrics of one date / counting a pair ({pair})"
    bench.ratio(what, values(answers), values(counted), "≤ 30")
    peaks = [peak / 1e6 for peak in values(answers, "peak")]
    bench.ratios.append(
        Line(f"Peak of memory of landscape metrics ({pair})", peaks, "MB", "≤ 1500")
    )
    if not PYTHON.exists():
        return
    small = make("patchy", min(bench.millions, BESIDE_PYLANDSTATS))
    theirs, ours = bench.compare(
        Side("pylandstats", small, partial(pylandstats, small)), job("landscape_metrics", small)
    )
    for their, other in zip(theirs, ours):
        if their["found"] != other["found"]:
            raise BenchError(f"pylandstats finds {their['found']}, not {other['found']} ({small})")
    what = f"pylandstats, NP, TE and LSI alone / landscape metrics ({small})"
    bench.ratio(what, values(theirs), values(ours), "≥ 1")
    above, below = ([a["peak"] - a["idle"] for a in side] for side in (theirs, ours))
    bench.ratio(f"The same, memory above what was imported ({small})", above, below, "≥ 10")
