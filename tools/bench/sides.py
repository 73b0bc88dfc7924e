"""The sides of a comparison: each runs once, in processes of its own, and says what it took.

Every side answers with a dictionary: `seconds`; `pairs` where it counted, [from, to, cells] for
every pair of values; further times and memory by their own names.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from .inside import pairs_of_transfers, read_table
from .rasters import FOLDER

# What a run writes and nobody needs afterwards.
SCRATCH = FOLDER / "scratch"
# GRASS, which QGIS asks for its version, keeps settings in the home folder, and SAGA may: they get
# one of their own.
HOME = FOLDER / "home"
LOG = FOLDER / "log.txt"
# Programs with a Python of their own have no use for where QGIS keeps its plugins.
OF_PEERS = {"PYTHONPATH": None}

# How often the memory of a process is looked at. The system keeps the peak, so only a peak in the
# last moment before the process ends can be missed.
LOOK_EVERY = 0.01


class SideError(Exception):
    """A side that failed."""


def execute(
    command: list[str], environment: dict | None = None, watch=None, piped: bool = False
) -> float:
    """Run a command to its end and return the seconds; what it prints goes to the log.

    Args:
        environment: variables that differ from this process'; None takes one away.
        watch: called with the running process; by default only waits for it.
        piped: whether `watch` reads what the process prints.

    Raises:
        SideError: it failed.
    """
    variables = {**_environment(), **(environment or {})}
    variables = {name: value for name, value in variables.items() if value is not None}
    with LOG.open("w", encoding="utf-8") as log:
        start = time.perf_counter()
        # A session of its own, so that Ctrl-C comes here first and all of it can be ended.
        process = subprocess.Popen(
            command,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if piped else log,
            stderr=log,
            start_new_session=True,
        )
        try:
            if watch is not None:
                watch(process)
            process.wait()
            seconds = time.perf_counter() - start
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    if process.returncode != 0:
        words = LOG.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise SideError(
            f"{' '.join(command[:6])} ... ended with status {process.returncode}:\n"
            + "\n".join(words[-15:])
        )
    return seconds


def inside(job: str, *arguments, warm_up=()) -> dict:
    """A job of inside.py."""
    answer = SCRATCH / "answer.json"
    answer.unlink(missing_ok=True)
    module = "carbon_zones.tools.bench.inside"
    jsons = [json.dumps(arguments), json.dumps(warm_up)]
    execute([sys.executable, "-P", "-m", module, job, str(answer), *jsons])
    return json.loads(answer.read_text(encoding="utf-8"))


def transfer_matrix(paths: list[str]) -> dict:
    """A whole `qgis_process run`, start-up included, with its peak of memory in bytes."""
    table = SCRATCH / "transfers.csv"
    table.unlink(missing_ok=True)
    answer = _qgis_process(
        "run",
        "carbonzones:transfermatrix",
        f"--EARLIER={paths[0]}",
        f"--LATER={paths[-1]}",
        f"--TRANSFERS={table}",
    )
    return {**answer, "pairs": pairs_of_transfers(read_table(table))}


def idle() -> dict:
    """qgis_process that starts, lists what there is, and ends."""
    return _qgis_process("list")


def _qgis_process(*arguments: str) -> dict:
    peak = 0

    def watch(process):
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, _peak_memory(process.pid))
            time.sleep(LOOK_EVERY)

    return {"seconds": execute(["qgis_process", *arguments], watch=watch), "peak": peak}


def _peak_memory(process: int) -> int:
    """Bytes that a process has had in memory at the most; 0 when it is gone."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return 1024 * int(line.split()[1])
    except OSError:
        pass
    return 0


def start(with_plugin: bool) -> dict:
    """qgis_process that lists what there is, in a profile with the plugin or without it."""
    return {"seconds": execute(["qgis_process", "list"], _profile(with_plugin))}


def _profile(with_plugin: bool) -> dict:
    """The environment that has QGIS use a profile of the benchmarks' own."""
    profile = FOLDER / ("profile_with" if with_plugin else "profile_without")
    for name in ("QGIS3.ini", "QGIS4.ini"):
        ini = profile / "profiles" / "default" / "QGIS" / name
        if not ini.exists():
            ini.parent.mkdir(parents=True, exist_ok=True)
            switch = "true" if with_plugin else "false"
            ini.write_text(f"[PythonPlugins]\ncarbon_zones={switch}\n", encoding="utf-8")
    return {"QGIS_CUSTOM_CONFIG_PATH": str(profile)}


def plugins_loaded(with_plugin: bool) -> set:
    """The plugins that are loaded in such a profile."""
    done = subprocess.run(
        ["qgis_process", "plugins"],
        env={**_environment(), **_profile(with_plugin)},
        capture_output=True,
        text=True,
        check=False,
    )
    return {line[1:].strip() for line in done.stdout.splitlines() if line.startswith("* ")}


# GRASS says itself when each step begins and ends, so that counting can be told from the rest.
GRASS_STEPS = """
set -e
cd "$3"
r.external -o --quiet input="$1" output=earlier
r.external -o --quiet input="$2" output=later
g.region raster=earlier
echo "$EPOCHREALTIME" >begin
r.stats -cn --quiet --overwrite input=earlier,later separator=comma output=pairs.csv
echo "$EPOCHREALTIME" >end
"""


def grass(paths: list[str]) -> dict:
    """A whole call of GRASS on linked files, and `count_seconds`, of r.stats alone."""
    folder = _emptied("grass")
    # The option's name changed with GRASS 8.4; the older one went on working for a while.
    number = tuple(int(part) for part in grass_version().split(".")[:2])
    project = "--tmp-project" if number >= (8, 4) else "--tmp-location"
    steps = ["bash", "-c", GRASS_STEPS, "bash", paths[0], paths[-1], str(folder)]
    seconds = execute(["grass", project, paths[0], "--exec", *steps], OF_PEERS)
    begin, end = (float((folder / name).read_text()) for name in ("begin", "end"))
    with open(folder / "pairs.csv", encoding="ascii") as file:
        pairs = sorted([int(part) for part in line.split(",")] for line in file)
    return {"seconds": seconds, "count_seconds": end - begin, "pairs": pairs}


def saga(paths: list[str], largest: int) -> dict:
    """SAGA's cross-classification: from loading the first grid to the counted table.

    Starting and saving are left out; the grid of classes is not asked for.

    Args:
        largest: the largest value; SAGA counts the values from 1 to this.
    """
    folder, moments = _emptied("saga"), {}

    def watch(process):
        for line in process.stdout:
            for word in (b"loading:", b"Execution succeeded"):
                if word in line:
                    moments.setdefault(word, time.perf_counter())

    table = folder / "pairs.csv"
    tool = ["saga_cmd", "-f=q", "grid_analysis", "13"]
    files = ["-INPUT", paths[0], "-INPUT2", paths[-1], "-RESULTTABLE", str(table)]
    whole = execute([*tool, *files, "-MAXNUMCLASS", str(largest)], OF_PEERS, watch, piped=True)
    if len(moments) < 2 or not table.exists():
        raise SideError("saga_cmd counted nothing, though it ended as if it had")
    pairs = []
    # Rows and columns are classes; the last of both are totals.
    for source, row in enumerate(read_table(table)[:largest], 1):
        for target, cells in enumerate(list(row.values())[:largest], 1):
            if float(cells):
                pairs.append([source, target, int(float(cells))])
    begin, end = sorted(moments.values())
    return {"seconds": end - begin, "whole_seconds": whole, "pairs": pairs}


def _environment() -> dict:
    """The variables of all that is run: what it leaves behind stays in the benchmarks' folder."""
    HOME.mkdir(parents=True, exist_ok=True)
    variables = {**os.environ, "HOME": str(HOME), "TMPDIR": str(SCRATCH)}
    # Compiled modules are kept, as they are for everybody who uses the plugin.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables


def scratch() -> None:
    """Empty the folder of what runs write."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)


def _emptied(name: str) -> Path:
    folder = SCRATCH / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@cache
def grass_version() -> str:
    """Such as 8.4.1; '' where there is no GRASS."""
    return version_of(["grass", "--version"], "GRASS GIS").rpartition(" ")[2]


@cache
def saga_version() -> str:
    """Such as 9.8.0; '' where there is no SAGA."""
    return version_of(["saga_cmd", "--version"], "SAGA Version:").rpartition(" ")[2]


def free_memory() -> int:
    """Bytes that the system could give to a process now."""
    with open("/proc/meminfo", encoding="ascii") as file:
        lines = dict(line.split(":", 1) for line in file)
    return 1024 * int(lines["MemAvailable"].split()[0])


def busy(during: float = 1.0) -> float:
    """How much of the processors was at work in a stretch of time, 0 to 1."""

    def jiffies() -> tuple[int, int]:
        with open("/proc/stat", encoding="ascii") as file:
            spent = [int(word) for word in file.readline().split()[1:9]]
        return sum(spent), sum(spent[3:5])  # all of it; idle, or waiting for a disk

    all_before, idle_before = jiffies()
    time.sleep(during)
    all_after, idle_after = jiffies()
    return 1 - (idle_after - idle_before) / max(1, all_after - all_before)


def version_of(command: list[str], begins: str) -> str:
    """The first line that begins so of what a program says about itself; '' without one."""
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(
        command,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    return next((line.strip() for line in lines if line.strip().startswith(begins)), "")
