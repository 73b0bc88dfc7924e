"""GRASS, SAGA and QGIS's own calculator: do they find the same, and how long do they take?"""

from __future__ import annotations

from dataclasses import replace

from . import sides
from .bench import Bench, Side, Times, seconds
from .rasters import LONGITUDE_LATITUDE
from .sides import SCRATCH, inside
from .subjects import SMALL, Subject, job, main_subject, pairs_of, subject, warm_up

# Whole numbers up to this are exact in the raster calculator's 32-bit floating point.
LARGEST_FLOAT = 1 << 24
# SAGA makes a table with a row and a column for every number up to the largest value.
LARGEST_OF_SAGA = 1000
# What SAGA holds per cell, with something to spare: two grids and the one that it makes.
BYTES_OF_SAGA = 8


def check(bench: Bench) -> None:
    """Small rasters, counted by numpy alone, by us and by the peers: all must find the same."""
    pair = replace(SMALL, dates=2)
    kinds = {
        "patchy": pair,
        "noise": replace(pair, texture="noise"),
        "45 classes": replace(pair, codes="many", width=8000, height=800),
        "16-bit codes": replace(pair, codes="gapped"),
        "degrees": replace(pair, epsg=LONGITUDE_LATITUDE),
    }
    for words, kind in kinds.items():
        small = subject(bench, kind, words)
        run = {
            "numpy alone": small.side(lambda one=small: inside("plain", one.pair)),
            "count": small.side(lambda one=small: inside("count", one.pair)),
        }
        if kind is pair:
            run["qgis_process"] = small.side(lambda one=small: sides.transfer_matrix(one.pair))
            for name, maker in PEERS.items():
                run[name] = maker(bench, small)
        for name, side in run.items():
            if side is not None:
                bench.say(f"check on {small.on}: {name}")
                bench.same(small.key, name, small.on, side.call()["pairs"])


def _can_compare(bench: Bench, one: Subject) -> bool:
    """Whether peers can have the rasters, which they take for lying on the same cells."""
    if one.own and not bench.sets["own rasters"]["same_cells"]:
        bench.note("Left out: all peers, because the rasters don't lie on the same cells.")
        return False
    return True


def _grass(bench: Bench, one: Subject) -> Side | None:
    """GRASS on these rasters, or None with a note where it cannot be had."""
    if not sides.grass_version():
        bench.note("Left out: GRASS, which is not installed (make bench PEERS=1 installs it).")
        return None
    return one.side(lambda: sides.grass(one.pair)) if _can_compare(bench, one) else None


def _calculator(bench: Bench, one: Subject) -> Side | None:
    if not _can_compare(bench, one):
        return None
    values = _values(bench, one)
    # Both dates in one number, as people do it: the earlier one before the later one's digits.
    factor = 10 ** len(str(max(values)))
    if min(values) < 0 or max(values) * (factor + 1) >= LARGEST_FLOAT:
        bench.note(
            "Left out: the QGIS calculator, whose 32-bit floating point cannot hold the values of "
            "both dates side by side."
        )
        return None
    folder, warm = str(SCRATCH), [warm_up(bench), 100, str(SCRATCH)]
    return one.side(lambda: inside("calculator", one.pair, factor, folder, warm_up=warm))


def _saga(bench: Bench, one: Subject) -> Side | None:
    if not sides.saga_version():
        bench.note("Left out: SAGA, which is not installed (make bench PEERS=1 installs it).")
        return None
    if not _can_compare(bench, one):
        return None
    values = _values(bench, one)
    if min(values) < 1 or max(values) > LARGEST_OF_SAGA:
        bench.note(f"Left out: SAGA, which is only given values from 1 to {LARGEST_OF_SAGA}.")
        return None
    if one.cells * BYTES_OF_SAGA > sides.free_memory():
        bench.note("Left out: SAGA, which holds all cells in memory; give it fewer (PEER_SIZE).")
        return None
    return one.side(lambda: sides.saga(one.pair, max(values)))


PEERS = {"GRASS": _grass, "QGIS calculator": _calculator, "SAGA": _saga}


def _values(bench: Bench, one: Subject) -> set:
    return {value for row in pairs_of(bench, one) for value in row[:2]}


def grass(bench: Bench) -> None:
    """Counting, and a whole call, against GRASS."""
    one = main_subject(bench, for_peers=True)
    ours, theirs = "qgis_process, whole call", "GRASS, whole call"
    run = {
        "count": job(bench, "count", one),
        ours: one.side(lambda: sides.transfer_matrix(one.pair)),
    }
    peer = _grass(bench, one)
    if peer:
        run[theirs] = peer
    found = bench.rounds("grass", bench.options.peer_rounds, run)
    if peer:
        counted = seconds(found[theirs], "count_seconds")
        bench.times.append(Times("grass", "GRASS, r.stats alone", one.on, one.cells, counted))
        bench.ratio(
            f"GRASS r.stats / counting ({one.on})", counted, seconds(found["count"]), at_least=20
        )
        bench.ratio(
            f"GRASS whole call / qgis_process whole call ({one.on})",
            seconds(found[theirs]),
            seconds(found[ours]),
            at_least=5,
        )


def calculator(bench: Bench) -> None:
    """Counting against QGIS's raster calculator and unique values report."""
    _against(bench, "calculator", "QGIS calculator + unique values report", _calculator, 40)


def saga(bench: Bench) -> None:
    """Counting against SAGA's cross-classification."""
    _against(bench, "saga", "SAGA cross-classification", _saga, 30)


def _against(bench: Bench, title: str, name: str, maker, at_least: float) -> None:
    one = main_subject(bench, for_peers=True)
    peer = maker(bench, one)
    if peer:
        run = {"count": job(bench, "count", one), name: peer}
        found = bench.rounds(title, bench.options.peer_rounds, run)
        what = f"{name} / counting ({one.on})"
        bench.ratio(what, seconds(found[name]), seconds(found["count"]), at_least=at_least)
