"""Files are compared as files, and two runs do not mix theirs."""

import os
import threading
import time
from pathlib import Path

import pytest

from carbon_zones.core.base import drafts as drafts_module
from carbon_zones.core.base.drafts import LOCK_FILE_NAME, Drafts, lock_folders
from carbon_zones.core.base.files import FileSet
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.core.support import LINKS, PIPES


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "input.tif"
    path.write_text("mine")
    return path


@LINKS
def test_a_file_by_all_its_names(file, tmp_path):
    (tmp_path / "deep").mkdir()
    os.symlink(file, tmp_path / "symbolic")
    os.link(file, tmp_path / "hard")
    files = FileSet([file])
    for name in (
        file,
        str(file),
        os.path.relpath(file),
        tmp_path / "deep" / ".." / "input.tif",
        tmp_path / "symbolic",
        tmp_path / "hard",
    ):
        assert name in files


def test_other_files_are_not_in_it(file, tmp_path):
    (tmp_path / "other").write_text("mine")
    files = FileSet([file, tmp_path / "missing"])
    for name in ("other", "missing", "deep/input.tif", "zero\0byte"):
        assert tmp_path / name not in files
    assert file not in FileSet()


@pytest.mark.parametrize("further", [False, True])
def test_no_draft_for_an_input_and_no_further_file_of_a_format_in_its_place(file, further):
    def run():
        with Drafts(FileSet([file])) as drafts:
            draft = drafts.draft_path(file.parent / "other.tif" if further else file)
            draft.write_text("new")
            (draft.parent / file.name).write_text("new")
            drafts.commit_drafts()

    with pytest.raises(DataError, match="is already used as an input of this run"):
        run()
    assert file.read_text() == "mine"
    assert os.listdir(file.parent) == [file.name]


def test_a_side_file_that_is_an_input_stays(file):
    side = Path(f"{file.parent / 'new.tif'}.ovr")
    side.write_text("mine")
    with Drafts(FileSet([side])) as drafts:
        drafts.draft_path(file.parent / "new.tif").write_text("new")
        drafts.commit_drafts()
    assert side.read_text() == "mine"


@PIPES
@pytest.mark.parametrize(
    "make", [lambda path: os.mkfifo(path), lambda path: os.symlink("/dev/null", path)]
)
def test_no_draft_for_what_is_no_file(tmp_path, make):
    make(tmp_path / "out.csv")
    with (
        Drafts() as drafts,
        pytest.raises(DataError, match="is not a regular file and cannot be replaced"),
    ):
        drafts.draft_path(tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").is_file()


def half_removed(tmp_path, what: str) -> None:
    """A run with two outputs, of which somebody removes the second, or the hidden folder."""
    with Drafts() as drafts:
        drafts.draft_path(tmp_path / "a.csv").write_text("new a")
        draft = drafts.draft_path(tmp_path / "b.csv")
        if what == "folder":
            (draft.parent / "a.csv").unlink()
            draft.parent.rmdir()
        drafts.commit_drafts()


@pytest.mark.parametrize(("removed", "name"), [("draft", "b"), ("folder", "a")])
def test_a_draft_that_somebody_removed(tmp_path, removed, name):
    (tmp_path / "a.csv").write_text("old a")
    with pytest.raises(DataError, match=rf"{name}\.csv cannot be created: .* was removed"):
        half_removed(tmp_path, removed)
    assert os.listdir(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "old a"


def test_two_runs_that_end_at_once_do_not_mix(tmp_path, monkeypatch):
    """Every file is of the same run; without a lock they were of both."""
    names = [f"{number}.csv" for number in range(12)]
    original = os.replace

    def slowly(source, target):
        original(source, target)
        if Path(target).name != LOCK_FILE_NAME:
            time.sleep(0.002)

    monkeypatch.setattr(drafts_module.os, "replace", slowly)
    start = threading.Barrier(3)

    def run(text: str) -> None:
        with Drafts() as drafts:
            for name in names:
                folder = tmp_path / ("one" if name < "5" else "two")
                drafts.draft_path(folder / name).write_text(text)
            start.wait()
            drafts.commit_drafts()

    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    for _ in range(5):
        runs = [threading.Thread(target=run, args=(text,)) for text in "abc"]
        for thread in runs:
            thread.start()
        for thread in runs:
            thread.join()
        found = [path.read_text() for path in sorted(tmp_path.rglob("*.csv"))]
        assert len(found) == len(names)
        assert len(set(found)) == 1
    assert not list(tmp_path.rglob(LOCK_FILE_NAME))


@pytest.mark.parametrize("clock", [-2.0, 1000.0], ids=["long ago", "a clock that is ahead"])
def test_a_lock_that_was_left_behind_is_removed(tmp_path, monkeypatch, clock):
    lock = tmp_path / LOCK_FILE_NAME
    lock.touch()
    made = time.time() + clock * drafts_module.LOCK_EXPIRY_S
    os.utime(lock, (made, made))
    if clock > 0:
        monkeypatch.setattr(drafts_module, "LOCK_EXPIRY_S", 0.1)
    with lock_folders([tmp_path]):
        assert os.listdir(tmp_path) == [LOCK_FILE_NAME]
    assert os.listdir(tmp_path) == []


def test_a_lock_is_waited_for(tmp_path):
    waited = []

    def late() -> None:
        with lock_folders([tmp_path]):
            waited.append("late")

    with lock_folders([tmp_path]):
        thread = threading.Thread(target=late)
        thread.start()
        time.sleep(0.1)
        waited.append("early")
    thread.join()
    assert waited == ["early", "late"]
