"""What counting and writing cost beside reading and writing alone, and on harder rasters."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace

from carbon_zones.core.scheme.defaults import default_table

from .bench import Bench, BenchError, Times, seconds
from .rasters import LONGITUDE_LATITUDE
from .sides import SCRATCH, inside
from .subjects import job, main_subject, pairs_of, patchy, subject, warm_up

AGAIN = str(SCRATCH / "again.tif")


def decode(bench: Bench) -> None:
    """Counting against only decoding the same files."""
    subjects = [main_subject(bench)]
    if not bench.options.layers:
        fine = replace(patchy(bench), texture="fine", dates=2)
        subjects.append(subject(bench, fine))
    for one in subjects:
        run = {name: job(bench, name, one) for name in ("decode", "count")}
        found = bench.rounds("decode", bench.options.rounds, run)
        bench.ratio(
            f"Counting / only decoding ({one.on})",
            seconds(found["count"]),
            seconds(found["decode"]),
            at_most=2,
        )


def steps(bench: Bench) -> None:
    """Where the time of a count goes, and what other ways of counting would take."""
    subjects = [main_subject(bench)]
    if not bench.options.layers:
        subjects.append(subject(bench, replace(patchy(bench), texture="fine", dates=2)))
    for one in subjects:
        found: dict = {}
        for number in range(bench.options.rounds):
            bench.say(f"steps: {one.on}, round {number + 1} of {bench.options.rounds}")
            for name, taken in inside("steps", one.pair, warm_up=[warm_up(bench)])["steps"].items():
                found.setdefault(name, []).append(taken)
        for name, taken in found.items():
            bench.times.append(Times("steps, one thread", name, one.on, 0, taken, "ns per cell"))


def zones(bench: Bench) -> None:
    """Counting and writing a zone raster in one pass against decoding and writing apart."""
    one = main_subject(bench)
    output, warm = str(SCRATCH / "zones.tif"), warm_up(bench)
    whole = "count and write zones"
    run = {
        whole: one.side(lambda: inside("zones", one.pair, output, warm_up=[warm, output])),
        "decode": job(bench, "decode", one),
        "write": one.side(lambda: inside("write", [output], AGAIN, warm_up=[[warm[0]], AGAIN])),
    }
    found = bench.rounds("zones", bench.options.rounds, run)
    bench.ratio(
        f"Counting and writing a zone raster / decoding + writing ({one.on})",
        seconds(found[whole]),
        _sums(found["decode"], found["write"]),
        at_most=1.5,
    )


def study(bench: Bench) -> None:
    """The whole study against decoding all dates and writing all zone rasters apart."""
    one = main_subject(bench)
    dates, folder = len(one.paths), str(SCRATCH / "study")
    classes = _class_table(pairs_of(bench, one)) if one.own else ""
    warm = [warm_up(bench, 4), "", str(SCRATCH / "study_warm")]
    written: list = []

    def whole() -> dict:
        shutil.rmtree(folder, ignore_errors=True)
        answer = inside("study", one.paths, classes, folder, warm_up=warm)
        written[:] = answer["zones"]
        if len(written) != dates - 1:
            raise BenchError(f"the study of {dates} dates wrote {len(written)} zone rasters")
        return answer

    def write() -> dict:
        return inside("write", written, AGAIN, warm_up=[[warm[0][0]], AGAIN])

    run = {
        f"study of {dates} dates": one.side(whole),
        f"decode {dates} dates": job(bench, "decode", one, all_dates=True),
        f"write {dates - 1} rasters": one.side(write),
    }
    own, *parts = bench.rounds("study", bench.options.rounds, run).values()
    what = f"Study of {dates} dates / decoding {dates} + writing {dates - 1} ({one.on})"
    bench.ratio(what, seconds(own), _sums(*parts), at_most=2.5)


def _class_table(pairs: list) -> str:
    """A class table of the values in own rasters, which the default classes don't fit."""
    path = SCRATCH / "classes.csv"
    values = sorted({value for row in pairs for value in row[:2]})
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["value", "class", "group"])
        # The study wants a class of either group, and the carbon of those that are sinks; which
        # values they are doesn't matter for the time.
        sink = default_table("coefficients.csv").rows[0]["class"]
        kinds = [(sink, "sink"), ("pit", "mine"), *((f"class {n}", "other") for n in values)]
        table.writerows((value, *kind) for value, kind in zip(values, kinds))
    return str(path)


def _sums(*parts: list) -> list:
    """Seconds of several sides together, per round."""
    return [sum(together) for together in zip(*(seconds(part) for part in parts))]


def noise(bench: Bench) -> None:
    """Noise, the worst there is, against patches."""
    one = replace(patchy(bench), texture="noise", dates=2)
    found = _beside_patchy(bench, "noise", {"noise": subject(bench, one)}, ("patchy", "noise"))
    bench.ratio(f"Noise / patchy ({_size(bench)})", *found("count noise", "count patchy"), 3)
    less = [
        [a - b for a, b in zip(*found(f"count {name}", f"decode {name}"))]
        for name in ("noise", "patchy")
    ]
    bench.ratio(f"Noise / patchy, less only decoding ({_size(bench)})", *less)


def geographic(bench: Bench) -> None:
    """Longitude and latitude, where every row has its own area, against a projected system."""
    kind = replace(patchy(bench), epsg=LONGITUDE_LATITUDE, dates=2)
    one = subject(bench, kind, "patchy, in degrees")
    found = _beside_patchy(bench, "geographic", {"in degrees": one})
    times = found("count in degrees", "count patchy")
    bench.ratio(f"Geographic / projected ({_size(bench)})", *times, 1.5)


def classes(bench: Bench) -> None:
    """Many classes, and codes of 16 bits with gaps, against eleven classes of 8 bits."""
    kind = replace(patchy(bench), dates=2)
    variants = {
        "45 classes": subject(bench, replace(kind, codes="many"), "patchy, 45 classes"),
        "16-bit codes": subject(bench, replace(kind, codes="gapped"), "patchy, 16-bit codes"),
    }
    found = _beside_patchy(bench, "classes", variants, ("patchy", "16-bit codes"))
    times = found("count 45 classes", "count patchy")
    bench.ratio(f"45 classes / 11 classes ({_size(bench)})", *times, 1.5)
    times = found("count 16-bit codes", "count patchy")
    bench.ratio(f"16-bit codes with gaps / 8-bit codes ({_size(bench)})", *times, 1.5)
    # Twice the bytes are read, which no way of counting can avoid.
    times = found("decode 16-bit codes", "decode patchy")
    bench.ratio(f"16-bit codes / 8-bit codes, only decoding ({_size(bench)})", *times)


def _beside_patchy(bench: Bench, title: str, variants: dict, decoded: tuple = ()):
    """Count the patchy pair and variants of it, and decode some of them.

    Returns:
        What gives the seconds of sides, such as `count patchy`, one list each.
    """
    subjects = {"patchy": main_subject(bench), **variants}
    run = {f"count {name}": job(bench, "count", one) for name, one in subjects.items()}
    run.update({f"decode {name}": job(bench, "decode", subjects[name]) for name in decoded})
    answers = bench.rounds(title, bench.options.rounds, run)
    return lambda *names: [seconds(answers[name]) for name in names]


def _size(bench: Bench) -> str:
    return main_subject(bench).on.partition(", ")[2]
