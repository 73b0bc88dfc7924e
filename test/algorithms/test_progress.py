"""Progress moves, and cancelling stops at once and leaves nothing behind."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

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
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(algorithm, feedback=feedback, **parameters)
    assert [part for part in feedback.seen if part >= limit] == feedback.seen[-1:]
    assert feedback.seen[-1] < 97
    assert set(tmp_path.rglob("*")) == inputs


def test_cancelling_keeps_older_results(run, middling, tmp_path):
    files = CONTRACTS["zonereclassification"].outputs.values()
    for file in files:
        (tmp_path / file).write_text("older")
    parameters = parameters_of("zonereclassification", middling, tmp_path)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("zonereclassification", feedback=Watcher(20.0), **parameters)
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left == dict.fromkeys(files, "older")


def test_a_run_cancelled_beforehand_does_nothing(run, middling, tmp_path):
    feedback, parameters = Watcher(), parameters_of("transfermatrix", middling, tmp_path)
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run("transfermatrix", feedback=feedback, **parameters)
    assert list(tmp_path.iterdir()) == []
