"""What all measurements share: rounds, ratios, checks, and words on how far it is."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from . import rasters, sides

# Sides that take longer than this are run in fewer rounds.
LONG, ROUNDS_OF_LONG = 60.0, 3


# From this on, other work on the machine is worth a warning.
BUSY = 0.1


class BenchError(Exception):
    """The benchmarks cannot go on, for a reason that a person can read."""


@dataclass(frozen=True)
class Options:
    """What the person asked for.

    Attributes:
        millions, peer_millions: cells of the pair that is measured, and of that which the peers
            get.
        rounds, peer_rounds, start_rounds: of own sides, of comparisons with peers, and of
            starting QGIS.
        small: whether this is only a quick look.
        only: names of the measurements to run; () for all.
        layers: own rasters instead of the sample.
    """

    millions: float
    peer_millions: float
    rounds: int
    peer_rounds: int
    start_rounds: int
    small: bool = False
    only: tuple = ()
    layers: tuple = ()


@dataclass
class Row:
    """A line of the table: what was compared, one value per round, and what it should be.

    `judged` is the value that the target is about, the median as a rule.
    """

    what: str
    target: str
    values: list
    judged: float
    met: bool | None
    unit: str = ""


@dataclass
class Times:
    """A line of the table of absolute values: one side on one set of rasters.

    `measured` is in which measurement.
    """

    measured: str
    side: str
    on: str
    cells: int
    values: list
    unit: str = "s"


@dataclass(frozen=True)
class Side:
    """One of the sides of a comparison.

    Attributes:
        call: runs it once and returns what it answers.
        on, cells: on what rasters, in words, and how many cells each has.
        key: rasters that hold the same cells have the same; what counts them must agree. ''
            where nothing is to be compared.
    """

    call: Callable[[], dict]
    on: str
    cells: int
    key: str = ""


@dataclass
class Bench:
    """The measurements so far.

    Attributes:
        rows, times: the lines of the tables.
        sets: what the rasters are like, by name.
        notes: what the report tells besides.
        checks: which sides were found to agree.
        busy: how much of the processors other work took, before and after, 0 to 1.
        failed: measurements that could not be finished.
    """

    options: Options
    rows: list[Row] = field(default_factory=list)
    times: list[Times] = field(default_factory=list)
    sets: dict = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    _expected: dict = field(default_factory=dict)

    def say(self, text: str) -> None:
        """A line about what is done now."""
        print(f"bench: {time.monotonic() - self.began:6.0f} s  {text}", flush=True)

    def note(self, text: str) -> None:
        """Something that the report must tell too, once."""
        if text not in self.notes:
            self.say(text)
            self.notes.append(text)

    def look_around(self) -> None:
        """See how busy the machine is with other work, while nothing of ours is running."""
        self.busy.append(sides.busy())
        if self.busy[-1] > BUSY:
            self.note(
                f"Other work took {self.busy[-1]:.0%} of the processors just before or after: "
                "what needs all of them, as counting does, then looks slower than it is."
            )

    def make(self, kind: rasters.Kind) -> list[str]:
        """The rasters of a kind, there and in the system's cache."""
        needed = kind.cells * kind.dates * (2 if kind.codes == "gapped" else 1)
        rasters.FOLDER.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(rasters.FOLDER).free < needed:
            raise BenchError(
                f"{kind.cells:,} cells may take {needed / 1e9:.0f} GB in {rasters.FOLDER}, and "
                "the disk has less; ask for fewer with SIZE (in millions of cells)"
            )
        paths = rasters.make(kind, self.say)
        self._know(kind.name, paths)
        return paths

    def own(self) -> list[str]:
        """The person's own rasters."""
        paths = list(self.options.layers)
        self._know("own rasters", paths)
        return paths

    def _know(self, name: str, paths: list[str]) -> None:
        rasters.warm(paths)
        if name not in self.sets:
            found = sides.inside("describe", paths)
            ends = [paths[0], paths[-1]]
            run = rasters.mean_run(ends) if found["same_cells"] else None
            self.sets[name] = {**found, "dates": len(paths), "mean_run": run}

    def rounds(self, title: str, number: int, run: dict[str, Side]) -> dict[str, list]:
        """Run sides in turn: A, B, A, B, so that a machine that slows down slows all of them.

        Args:
            title: what is measured, for the words on how far it is.
            number: of rounds; fewer are run where one of the sides takes long.
            run: the sides by name.

        Returns:
            Per side a list of what it answered, one per round.
        """
        answers: dict = {name: [] for name in run}
        done = 0
        while done < number:
            done += 1
            for name, side in run.items():
                self.say(f"{title}: {name}, round {done} of {number}")
                answer = side.call()
                answers[name].append(answer)
                if side.key and "pairs" in answer:
                    self.same(side.key, name, side.on, answer["pairs"])
                if answer.get("seconds", 0) > LONG:
                    number = min(number, max(done, ROUNDS_OF_LONG))
        for name, side in run.items():
            self.times.append(Times(title, name, side.on, side.cells, seconds(answers[name])))
        return answers

    def same(self, key: str, side: str, on: str, pairs: list) -> None:
        """Check a side's count against the first one of the same cells.

        Raises:
            BenchError: they differ.
        """
        first, expected = self._expected.setdefault(key, (side, pairs))
        given, wanted = (
            {(source, target): cells for source, target, cells in one} for one in (pairs, expected)
        )
        if given != wanted:
            unequal = [
                pair for pair in {**wanted, **given} if given.get(pair, 0) != wanted.get(pair, 0)
            ]
            source, target = min(unequal)
            raise BenchError(
                f"on {on}, {side} and {first} disagree in {len(unequal)} pairs of values: of "
                f"{source} to {target} {side} has {given.get((source, target), 0)} cells, "
                f"{first} {wanted.get((source, target), 0)}. Times of sides that don't find the "
                "same say nothing, so no page was written"
            )
        line = f"{on}: {side} and {first} found the same {len(expected)} pairs"
        if side != first and line not in self.checks:
            self.checks.append(line)

    def ratio(
        self, what: str, above: list, below: list, at_most=None, at_least=None, within=None
    ) -> None:
        """A line of the table: the ratios of two sides' values, round by round.

        Args:
            above, below: values, one per round.
            at_most, at_least: the target, for the median of the ratios.
            within: the target too: how far from 1 that may be.
        """
        values = [a / b for a, b in zip(above, below)]
        judged = statistics.median(values)
        self._row(what, values, judged, at_most, at_least, within, "x")

    def difference(self, what: str, above: list, below: list, at_most: float, unit: str) -> None:
        """A line of the table: differences; the target is for that of the medians."""
        values = [a - b for a, b in zip(above, below)]
        judged = statistics.median(above) - statistics.median(below)
        self._row(what, values, judged, at_most, None, None, unit)

    def _row(self, what, values, judged, at_most, at_least, within, unit) -> None:
        met, target, space = None, "none", "" if unit == "x" else " "
        if at_most is not None:
            met, target = judged <= at_most, f"≤ {at_most:g}{space}{unit}"
        elif at_least is not None:
            met, target = judged >= at_least, f"≥ {at_least:g}{space}{unit}"
        elif within is not None:
            met, target = abs(judged - 1) <= within, f"1 ± {within:g}"
        self.rows.append(Row(what, target, values, judged, met, unit))

    def results(self) -> dict:
        """All numbers, for a file."""
        return {
            "options": asdict(self.options),
            "sets": self.sets,
            "rows": [asdict(row) for row in self.rows],
            "times": [asdict(one) for one in self.times],
            "checks": self.checks,
            "notes": self.notes,
            "busy": self.busy,
            "failed": self.failed,
        }


def seconds(answers: list, name: str = "seconds") -> list:
    """One value of a side's answers, per round."""
    return [answer[name] for answer in answers]
