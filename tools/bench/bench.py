"""What all measurements share: sides in processes of their own, rounds, ratios."""

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

# What a run writes and nobody needs afterwards.
SCRATCH = FOLDER / "scratch"
LOG = FOLDER / "log.txt"


class BenchError(Exception):
    """The benchmarks cannot go on, for a reason that a person can read."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is called, what it works on, and how it is run.

    `run` gives `seconds`; `pairs` where it counted, [from, to, cells] for every pair of values;
    further values by their own names.
    """

    name: str
    on: Rasters | None
    run: Callable[[], dict]


@dataclass
class Line:
    """A line of a table: a value per round, and what their median should be, such as "≤ 2"."""

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
    """The measurements so far, what the page tells besides, and which pairs were found first."""

    millions: float
    rounds: int
    ratios: list[Line] = field(default_factory=list)
    times: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    first_answers: dict = field(default_factory=dict)

    def compare(self, *sides: Side) -> list[list[dict]]:
        """Run sides in turn, A, B, A, B: a machine that slows down slows all of them.

        Returns:
            Per side what it answered in each round.

        Raises:
            BenchError: a side failed, or counted other cells than another one.
        """
        answers: list[list[dict]] = [[] for _ in sides]
        for turn in range(1, self.rounds + 1):
            for side, given in zip(sides, answers):
                print(f"bench: {side.name} ({side.on}), {turn} of {self.rounds}", flush=True)
                answer = side.run()
                given.append(answer)
                if "pairs" in answer:
                    # Of four dates, too, a side gives the pairs of the first and the last one.
                    key = f"{side.on.texture} {side.on.cells}"
                    first = self.first_answers.setdefault(key, (side.name, answer["pairs"]))
                    if answer["pairs"] != first[1]:
                        raise BenchError(f"{side.name} and {first[0]} find other cells ({side.on})")
        for side, given in zip(sides, answers):
            self.tell(side.name, side.on, values(given))
        return answers

    def tell(self, name: str, on: Rasters | None, seconds: list[float], unit: str = "s") -> None:
        """A line of the table of times."""
        what, cells = (f"{name} ({on})", on.cells) if on else (name, 0)
        self.times.append(Line(what, seconds, unit, cells=cells))

    def ratio(self, what: str, above: list[float], below: list[float], target: str) -> None:
        """A line of the table of ratios, each taken within its round."""
        self.ratios.append(Line(what, [a / b for a, b in zip(above, below)], "", target))


def values(answers: list[dict], name: str = "seconds") -> list[float]:
    """One value of a side's answers, per round."""
    return [answer[name] for answer in answers]


def scratch() -> Path:
    """The emptied folder of what runs write."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    return SCRATCH


def execute(command: list[str], **environment: str) -> dict:
    """Run a command in SCRATCH and give the seconds; what it prints goes to the log.

    Raises:
        BenchError: it failed.
    """
    # GRASS, which QGIS asks for its version, keeps settings in the home folder, and SAGA may.
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
    """Such as 8.4.1; "not here" where there is no such program."""
    if shutil.which(program) is None:
        return "not here"
    execute([program, "--version"])
    return re.search(r"\d+\.[.\d]+", LOG.read_text(encoding="utf-8"))[0]


def inside(job: str, on: Rasters | None) -> dict:
    """A job of inside.py, on rasters of which it gets small ones first."""
    paths = on.paths if on else ()
    texture = on.texture if on and on.texture == "conversions" else "patchy"
    warm_up = make(texture, 4, YEARS).paths[: len(paths)]
    module = ["-P", "-m", "carbon_zones.tools.bench.inside"]
    execute([sys.executable, *module, job, str(scratch()), json.dumps([warm_up, paths])])
    return json.loads((SCRATCH / "answer.json").read_text(encoding="utf-8"))


def job(name: str, on: Rasters | None) -> Side:
    """The side that does a job of inside.py, called by the job's name."""
    return Side(name.replace("_call", ", whole call"), on, lambda: inside(name, on))
