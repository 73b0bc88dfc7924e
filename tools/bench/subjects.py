"""What is measured on: a pair or series of rasters, with words for it and sides that work on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from .bench import Bench, Side
from .rasters import YEARS, Kind
from .sides import inside

SMALL = Kind("patchy", 1000, 1000, dates=len(YEARS))
# Large enough for every thread to get pieces of it, small enough to cost nothing.
WARM = Kind("patchy", 2048, 2048, dates=len(YEARS))

# In millions of cells: what memory and linearity are measured on besides the main size.
LESS, MOST = 104.8576, 1600.0
QUICK_LESS, QUICK_MOST = 6.5536, 26.2144


@dataclass(frozen=True)
class Subject:
    """Rasters to measure on.

    Attributes:
        on: what they are, in words.
        cells: in each of them.
        paths: of all dates.
        key: the same where rasters hold the same cells.
        own: whether they are the person's own.
    """

    on: str
    cells: int
    paths: list
    key: str
    own: bool = False

    @property
    def pair(self) -> list:
        """The first and the last date."""
        return [self.paths[0], self.paths[-1]]

    def side(self, call) -> Side:
        """A side that works on these rasters."""
        return Side(call, self.on, self.cells, self.key)


def shape(millions: float) -> tuple[int, int]:
    """Columns and rows of about so many million cells, the columns a multiple of 1024."""
    width = max(1, round(math.sqrt(millions * 1e6) / 1024)) * 1024
    return width, max(1, round(millions * 1e6 / width))


def spelled(cells: int) -> str:
    """A number of cells in words."""
    if cells >= 1e6:
        return f"{cells / 1e6:,.0f} million cells"
    return "1 cell" if cells == 1 else f"{cells:,} cells"


def patchy(bench: Bench) -> Kind:
    """The repeated sample, of the size that was asked for."""
    return Kind("patchy", *shape(bench.options.millions), dates=len(YEARS))


def ends(bench: Bench) -> tuple[Kind, Kind]:
    """A smaller and a larger pair than the main one."""
    less, most = (QUICK_LESS, QUICK_MOST) if bench.options.small else (LESS, MOST)
    return Kind("patchy", *shape(less)), Kind("patchy", *shape(most))


def subject(bench: Bench, kind: Kind, words: str = "") -> Subject:
    """Rasters of a kind, made where they aren't there."""
    on = f"{words or kind.texture}, {spelled(kind.cells)}"
    # Neither the reference system nor the layout has a say in what is counted.
    key = f"{kind.texture} {kind.codes} {kind.width} x {kind.height}"
    return Subject(on, kind.cells, bench.make(kind), key)


def main_subject(bench: Bench, for_peers: bool = False) -> Subject:
    """What most is measured on: the person's own rasters, or the repeated sample."""
    if not bench.options.layers:
        kind = patchy(bench)
        if for_peers:
            width, height = shape(bench.options.peer_millions)
            kind = replace(kind, width=width, height=height)
        return subject(bench, kind)
    paths = bench.own()
    known = bench.sets["own rasters"]
    cells = known["width"] * known["height"]
    return Subject(f"own rasters, {spelled(cells)}", cells, paths, "own", own=True)


def warm_up(bench: Bench, dates: int = 2) -> list:
    """The rasters that a process works on before it is measured."""
    paths = bench.make(WARM)
    return paths if dates > 2 else [paths[0], paths[-1]]


def job(bench: Bench, name: str, one: Subject, all_dates: bool = False) -> Side:
    """The side that decodes or counts the pair, or all dates."""
    paths = one.paths if all_dates else one.pair
    warm = warm_up(bench, len(paths))
    return one.side(lambda: inside(name, paths, warm_up=[warm]))


def pairs_of(bench: Bench, one: Subject) -> list:
    """What our own count finds, for the settings of others."""
    found = inside("count", one.pair)["pairs"]
    bench.same(one.key, "count", one.on, found)
    return found
