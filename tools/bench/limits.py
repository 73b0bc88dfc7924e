"""Memory, the start of QGIS, and whether time grows with the cells and no faster."""

from __future__ import annotations

from dataclasses import replace

from . import sides
from .bench import Bench, BenchError, Side, Times, seconds
from .subjects import SMALL, Subject, ends, job, main_subject, patchy, spelled, subject

MEGABYTE = 1e6


def memory(bench: Bench) -> None:
    """Peaks of memory of whole calls above that of qgis_process with nothing to do."""
    idle, number = "qgis_process list", 1 if bench.options.small else bench.options.rounds
    subjects = [main_subject(bench)] if bench.options.layers else _layouts(bench)
    run = {idle: Side(sides.idle, "nothing", 0)}
    for one in subjects:
        run[f"qgis_process, {one.on}"] = one.side(lambda pair=one.pair: sides.transfer_matrix(pair))
    answers = bench.rounds("memory", number, run)
    at_rest, *busy = ([peak / MEGABYTE for peak in seconds(answers[name], "peak")] for name in run)
    bench.times.append(Times("memory", idle, "nothing", 0, at_rest, "MB"))
    above = []
    for one, peak in zip(subjects, busy):
        bench.times.append(
            Times("memory", "qgis_process, whole call", one.on, one.cells, peak, "MB")
        )
        what = f"Peak of memory above idle qgis_process ({one.on})"
        bench.difference(what, peak, at_rest, 300, "MB")
        above.append([a - b for a, b in zip(peak, at_rest)])
    if len(subjects) > 1:
        less, most = (spelled(one.cells) for one in subjects[:2])
        bench.ratio(f"The same, of {most} / of {less}", above[1], above[0], within=0.1)


def _layouts(bench: Bench) -> list[Subject]:
    """A smaller and a larger pair in tiles of 256, then the smaller one in other layouts."""
    less, most = ends(bench)
    others = {"strips of one row": 0, "tiles of 512": 512, "tiles of 1024": 1024}
    return [
        subject(bench, less, "patchy, tiles of 256"),
        subject(bench, most, "patchy, tiles of 256"),
        *(
            subject(bench, replace(less, block=block), f"patchy, {words}")
            for words, block in others.items()
        ),
    ]


def start(bench: Bench) -> None:
    """What the plugin adds to the start of qgis_process."""
    for with_plugin in (True, False):
        loaded = sides.plugins_loaded(with_plugin)
        if ("carbon_zones" in loaded) != with_plugin or "processing" not in loaded:
            raise BenchError(
                f"a profile {'with' if with_plugin else 'without'} the plugin loads "
                f"{', '.join(sorted(loaded)) or 'no plugins'}; starting QGIS cannot be compared"
            )
    run = {
        name: Side(lambda switched=switched: sides.start(switched), "qgis_process list", 0)
        for name, switched in (("with the plugin", True), ("without the plugin", False))
    }
    found = bench.rounds("start", bench.options.start_rounds, run)
    times = [[1000 * taken for taken in seconds(answers)] for answers in found.values()]
    bench.difference("What the plugin adds to the start of qgis_process", *times, 50, "ms")


def linear(bench: Bench) -> None:
    """Time per cell, from one cell to the largest pair."""
    less, most = ends(bench)
    # In a quick look the main size is the largest too.
    middle = [] if bench.options.small else [patchy(bench)]
    kinds = [replace(SMALL, width=1, height=1), SMALL, less, *middle, most]
    subjects = [subject(bench, kind) for kind in kinds]
    run = {f"count {spelled(one.cells)}": job(bench, "count", one) for one in subjects}
    found = bench.rounds("linear", bench.options.rounds, run)
    per_cell = {
        one.cells: [taken / one.cells for taken in seconds(answers)]
        for one, answers in zip(subjects, found.values())
    }
    for cells, times in per_cell.items():
        if cells > less.cells:
            what = f"Time per cell, {spelled(cells)} / {spelled(less.cells)}"
            bench.ratio(what, times, per_cell[less.cells], within=0.15)
