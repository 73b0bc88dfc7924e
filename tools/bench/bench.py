"""Framework of the benchmarks: sides in separate processes, rounds and ratios."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .rasters import FOLDER, YEARS, Rasters, make

# Outputs of a run, deleted afterwards.
SCRATCH = FOLDER / "scratch"
LOG = FOLDER / "log.txt"


class BenchError(Exception):
    """The benchmarks cannot continue; contains the reason."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: name, rasters and function.

    `run` returns `seconds`; `pairs`, if it counts, as [from, to, cells] for every pair of values;
    and further values by name.
    """

    name: str
    on: Rasters | None
    run: Callable[[], dict]


@dataclass
class Line:
    """Row of a table: a value per round, and the target of the median, such as "≤ 2"."""

    what: str
    values: list[float]
    unit: str
    target: str = ""
    cells: int = 0

    @property
    def met(self) -> str:
        if not self.target:
            return ""
        limit, least = float(self.target.split()[1]), self.target.startswith("≥")
        good = median(self.values) >= limit if least else median(self.values) <= limit
        return "yes" if good else "**no**"


@dataclass
class Bench:
    """Measurements so far, further rows of the page, and the expected pairs."""

    millions: float
    rounds: int
    ratios: list[Line] = field(default_factory=list)
    times: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    first_answers: dict = field(default_factory=dict)

    def compare(self, *sides: Side) -> list[list[dict]]:
        """Run sides alternately, A, B, A, B, so that a slower computer affects all of them.

        Returns:
            Results of each side by round.

        Raises:
            BenchError: a side failed, or its cell counts differ.
        """
        answers: list[list[dict]] = [[] for _ in sides]
        for turn in range(1, self.rounds + 1):
            for side, given in zip(sides, answers):
                print(f"bench: {side.name} ({side.on}), {turn} of {self.rounds}", flush=True)
                answer = side.run()
                given.append(answer)
                if "pairs" in answer:
                    # For four dates, the pairs are those of the first and last one.
                    key = f"{side.on.texture} {side.on.cells}"
                    first = self.first_answers.setdefault(key, (side.name, answer["pairs"]))
                    if answer["pairs"] != first[1]:
                        raise BenchError(f"{side.name} and {first[0]} find other cells ({side.on})")
        for side, given in zip(sides, answers):
            self.tell(side.name, side.on, values(given))
        return answers

    def tell(self, name: str, on: Rasters | None, seconds: list[float], unit: str = "s") -> None:
        """Add a row to the table of times."""
        what, cells = (f"{name} ({on})", on.cells) if on else (name, 0)
        self.times.append(Line(what, seconds, unit, cells=cells))

    def ratio(self, what: str, above: list[float], below: list[float], target: str) -> None:
        """Add a row to the table of ratios, computed by round."""
        self.ratios.append(Line(what, [a / b for a, b in zip(above, below)], "", target))


def values(answers: list[dict], name: str = "seconds") -> list[float]:
    """Return a value of a side by round."""
    return [answer[name] for answer in answers]


def scratch() -> Path:
    """Return the empty folder for outputs of runs."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    return SCRATCH


def execute(command: list[str], **environment: str) -> dict:
    """Run a command in SCRATCH and return the seconds; its output is logged.

    Raises:
        BenchError: the command failed.
    """
    # GRASS, which QGIS queries for its version, keeps settings in the home folder, as may SAGA.
    own = {"HOME": str(FOLDER), "TMPDIR": str(SCRATCH), **environment}
    with LOG.open("w", encoding="utf-8") as log:
        begun = time.perf_counter()
        streams = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
        done = subprocess.run(command, cwd=SCRATCH, env={**os.environ, **own}, **streams)
        seconds = time.perf_counter() - begun
    if done.returncode:
        words = LOG.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise BenchError(f"{command[:5]} ended with status {done.returncode}:\n{words}")
    return {"seconds": seconds}


def version_of(program: str) -> str:
    """Return the version of a program, such as 8.4.1, or "not here" if it is missing."""
    if shutil.which(program) is None:
        return "not here"
    execute([program, "--version"])
    return re.search(r"\d+\.[.\d]+", LOG.read_text(encoding="utf-8"))[0]


def inside(job: str, on: Rasters | None) -> dict:
    """Run a job of inside.py, first on small rasters."""
    paths = on.paths if on else ()
    texture = on.texture if on and on.texture == "conversions" else "patchy"
    warm_up = make(texture, 4, YEARS).paths[: len(paths)]
    module = ["-P", "-m", "carbon_zones.tools.bench.inside"]
    execute([sys.executable, *module, job, str(scratch()), json.dumps([warm_up, paths])])
    return json.loads((SCRATCH / "answer.json").read_text(encoding="utf-8"))


def job(name: str, on: Rasters | None) -> Side:
    """Return the side that runs a job of inside.py, with the name of the job."""
    return Side(name.replace("_call", ", whole call"), on, lambda: inside(name, on))
