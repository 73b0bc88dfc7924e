"""Progress moves, and cancelling stops at once and leaves nothing behind."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.contracts import CONTRACTS, DATED, outputs_in
from carbon_zones.test.helpers import write_raster

TILED = ("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1")


def patches(size: int, shift: int) -> np.ndarray:
    """Squares of 40 cells of the classes 1 to 11, quickly made."""
    place = np.arange(size) // 40
    return ((place[:, None] * 7 + place[None, :] * 3 + shift) % 11 + 1).astype(np.uint8)


@pytest.fixture(scope="module")
def middling(tmp_path_factory):
    """Two dates of 2000 x 3000 cells: a handful of blocks."""
    folder = tmp_path_factory.mktemp("middling")
    return [
        write_raster(folder / f"land_{year}.tif", patches(3000, shift)[:2000], options=TILED)
        for shift, year in enumerate((1990, 2000))
    ]


def parameters_of(algorithm, layers, out) -> dict:
    return {**DATED[algorithm].inputs(layers, out), **outputs_in(algorithm, out)}


class Watcher(QgsProcessingFeedback):
    """Notes the progress, and cancels once it has come to `limit`."""

    def __init__(self, limit: float = 200.0):
        super().__init__(False)
        self.seen = []
        self.limit = limit
        self.progressChanged.connect(self.note)

    def note(self, progress):
        self.seen.append(progress)
        if progress >= self.limit:
            self.cancel()


@pytest.mark.parametrize("algorithm", DATED)
def test_progress_moves_through_the_run(run, middling, tmp_path, algorithm):
    feedback = Watcher()
    run(algorithm, feedback=feedback, **parameters_of(algorithm, middling, tmp_path))
    seen = feedback.seen
    assert seen == sorted(seen)
    assert seen[0] < 30
    assert len(set(seen)) >= 4
    assert seen[-1] >= 97
    assert max(seen) <= 100
    assert max(b - a for a, b in zip(seen, seen[1:])) < 40


@pytest.mark.slow
@pytest.mark.parametrize("limit", [1.0, 60.0])
@pytest.mark.parametrize("algorithm", DATED)
def test_cancelling_stops_at_once_and_leaves_nothing(run, middling, tmp_path, algorithm, limit):
    """Where progress is told, and it is told for every block, a run goes no further."""
    feedback = Watcher(limit)
    parameters = parameters_of(algorithm, middling, tmp_path)
    inputs = set(tmp_path.rglob("*"))
    with refuses("Cancelled"):
        run(algorithm, feedback=feedback, **parameters)
    assert [part for part in feedback.seen if part >= limit] == feedback.seen[-1:]
    assert feedback.seen[-1] < 97
    assert set(tmp_path.rglob("*")) == inputs


def test_cancelling_keeps_older_results(run, middling, tmp_path):
    files = CONTRACTS["zonereclassification"].outputs.values()
    for file in files:
        (tmp_path / file).write_text("older")
    parameters = parameters_of("zonereclassification", middling, tmp_path)
    with refuses("Cancelled"):
        run("zonereclassification", feedback=Watcher(20.0), **parameters)
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left == dict.fromkeys(files, "older")


def test_a_run_cancelled_beforehand_does_nothing(run, middling, tmp_path):
    feedback, parameters = Watcher(), parameters_of("transfermatrix", middling, tmp_path)
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run("transfermatrix", feedback=feedback, **parameters)
    assert list(tmp_path.iterdir()) == []


class Asked(QgsProcessingFeedback):
    """Counts how often a run asks, behind the pass, whether to go on, and cancels at `limit`."""

    def __init__(self, limit: int = 0):
        super().__init__(False)
        self.limit, self.count = limit, 0

    def isCanceled(self):
        if self.progress() >= PASS_IS_OVER:
            self.count += 1
            if self.count == self.limit:
                self.cancel()
        return super().isCanceled()


# Of the cells and values of a small study.
PASS_IS_OVER, SQUARES = 97, 25


@pytest.mark.parametrize("by_unit", [True, False])
def test_cancelling_behind_the_pass_stops_at_the_next_unit_section_or_sheet(run, tmp_path, by_unit):
    """It is asked before each unit of each table, each section and each sheet; then nothing is
    made any more, and nothing is written, however late it is."""
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", patches(500, shift))
        for shift, year in enumerate((1990, 2000, 2010))
    ]
    out = tmp_path / "out"
    out.mkdir()
    given = {"LAYERS": layers, "SCHEME": "coal_mine", **outputs_in("study", out)}
    given["WORKBOOK"] = str(out / "book.xlsx")
    if by_unit:
        given |= {"UNITS_SIZE": 3.0, "UNITS_LAYER": str(out / "units.gpkg")}
    feedback = Asked()
    run("study", feedback=feedback, **given)
    written = {path.relative_to(out) for path in out.rglob("*")}
    for path in sorted(out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    asked = feedback.count
    sections, sheets, tables = 20, 15, 6
    assert asked > sections + sheets + (3 * tables * SQUARES if by_unit else 0)
    assert len(written) > 10
    limits = {1, asked // 5, asked // 3, asked // 2, 2 * asked // 3, asked - 2, asked - 1, asked}
    for limit in sorted(limits):
        feedback = Asked(limit)
        with refuses("Cancelled"):
            run("study", feedback=feedback, **given)
        assert list(out.iterdir()) == []
        # What closes files asks once more.
        assert feedback.count <= limit + 2
