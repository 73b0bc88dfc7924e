"""Outputs come to their final names all together or not at all, and old results survive. Files are
compared as files, and two runs do not mix theirs."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from carbon_zones.core.base import drafts as drafts_module
from carbon_zones.core.base.drafts import LOCK_FILE_NAME, Drafts, lock_folders, make_folder
from carbon_zones.core.base.files import FileSet
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.core.support import LINKS, PIPES, words

NAMES = ("a.tif", "b.csv", "c.html")


def names_in(folder) -> list[str]:
    return sorted(os.listdir(folder))


def contents(folder) -> dict:
    """Every file below a folder and what it holds."""
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def run(*finals, then=lambda: None, folder=None):
    """Write files as a run does; `then` comes between writing and drafts_module them."""
    with Drafts() as drafts:
        if folder is not None:
            drafts.stage_folder(folder)
        for final in finals:
            drafts.draft_path(final).write_text(f"new {Path(final).name}")
        then()
        drafts.commit_drafts()


@pytest.fixture
def refuse(monkeypatch):
    """Let the move of a file with this name fail, as on a folder that was closed meanwhile."""

    def make(name: str):
        original = os.replace

        def replace(source, target):
            if Path(target).name == name and Path(source).parent.name.endswith(".part"):
                raise PermissionError(13, "Permission denied")
            original(source, target)

        monkeypatch.setattr(drafts_module.os, "replace", replace)
        monkeypatch.setattr(drafts_module, "RETRY_TIMEOUT_S", 0)

    return make


def test_files_come_to_their_final_names_together(tmp_path):
    seen = []
    run(*(tmp_path / name for name in NAMES), then=lambda: seen.extend(names_in(tmp_path)))
    (hidden,) = seen
    assert re.fullmatch(r"\.cz-[0-9a-f]{6}\.part", hidden)
    assert contents(tmp_path) == {name: f"new {name}" for name in NAMES}
    assert names_in(tmp_path) == sorted(NAMES)


def test_old_results_are_replaced(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_text("old")
    (tmp_path / "other.txt").write_text("somebody else's")
    run(*(tmp_path / name for name in NAMES))
    wanted = {name: f"new {name}" for name in NAMES}
    assert contents(tmp_path) == {**wanted, "other.txt": "somebody else's"}


def test_outputs_may_lie_in_several_folders_under_one_name(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    names = "one/a.tif", "two/a.tif", "a.tif"
    run(*(tmp_path / name for name in names))
    assert contents(tmp_path) == dict.fromkeys(names, "new a.tif")
    assert names_in(tmp_path) == ["a.tif", "one", "two"]


def test_side_files_that_a_draft_brings_come_along(tmp_path):
    def write():
        (hidden,) = tmp_path.glob(".cz-*.part")
        (hidden / "a.tif.aux.xml").write_text("new names")

    (tmp_path / "a.tif.aux.xml").write_text("old names")
    run(tmp_path / "a.tif", then=write)
    assert contents(tmp_path) == {"a.tif": "new a.tif", "a.tif.aux.xml": "new names"}


@pytest.mark.parametrize("ending", [".aux.xml", ".ovr", ".msk"])
def test_side_files_of_an_old_raster_go_with_it(tmp_path, ending):
    for name in ("a.tif", "b.tif"):
        (tmp_path / name).write_text("old")
        (tmp_path / f"{name}{ending}").write_text("of the old one")
    run(tmp_path / "a.tif")
    # Those of another raster stay.
    assert names_in(tmp_path) == sorted(["a.tif", "b.tif", f"b.tif{ending}"])


def test_files_of_a_run_that_fails_are_all_removed(tmp_path):
    (tmp_path / NAMES[0]).write_text("old")
    with pytest.raises(ZeroDivisionError):
        run(*(tmp_path / name for name in NAMES), then=lambda: 1 / 0)
    assert contents(tmp_path) == {NAMES[0]: "old"}
    assert names_in(tmp_path) == [NAMES[0]]


@pytest.mark.parametrize("failing", NAMES)
@pytest.mark.parametrize("old", [(), NAMES[:1], NAMES[1:], NAMES])
def test_when_one_move_fails_the_others_are_taken_back(tmp_path, refuse, failing, old):
    for name in old:
        (tmp_path / name).write_text(f"old {name}")
        (tmp_path / f"{name}.aux.xml").write_text(f"old names of {name}")
    before = contents(tmp_path)
    refuse(failing)
    message = words(f"{tmp_path / failing} cannot be written: Permission denied")
    if drafts_module.IS_WINDOWS and failing in old:
        message = words(f"{tmp_path / failing} cannot be replaced (open in another program")
    with pytest.raises(DataError, match=message):
        run(*(tmp_path / name for name in NAMES))
    assert contents(tmp_path) == before
    assert names_in(tmp_path) == sorted(before)


def test_a_move_that_fails_in_one_folder_takes_back_those_into_another(tmp_path, refuse):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.tif").write_text("old")
    before = contents(tmp_path)
    refuse("two.tif")
    with pytest.raises(DataError, match=r"two\.tif cannot be (written|replaced)"):
        run(tmp_path / "one" / "one.tif", tmp_path / "two" / "two.tif")
    assert contents(tmp_path) == before


def test_a_folder_in_the_place_of_an_output_takes_the_others_back(tmp_path):
    (tmp_path / "b.csv").mkdir()
    (tmp_path / "b.csv" / "inside").write_text("kept")
    with pytest.raises(DataError, match=r"b\.csv cannot be written: "):
        run(*(tmp_path / name for name in NAMES))
    assert contents(tmp_path) == {"b.csv/inside": "kept"}
    assert names_in(tmp_path) == ["b.csv"]


def test_files_that_cannot_be_put_back_are_told_in_the_order_of_the_outputs(tmp_path):
    """New ones that are nowhere, and old ones that are still called otherwise."""
    moves = [
        drafts_module.FileMove(*(tmp_path / f"{way}{n}" for way in ("draft ", "", "old ")))
        for n in NAMES
    ]
    for move in moves:
        move.former.write_text("old")
    assert drafts_module.undo_moves(moves) == ([m.former for m in moves], [m.final for m in moves])


def test_without_hard_links_files_still_come_and_are_replaced(tmp_path, monkeypatch):
    # FAT and some network disks have none.
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(drafts_module.os, "link", no_links)
    (tmp_path / "a.tif").write_text("old")
    run(*(tmp_path / name for name in NAMES))
    assert contents(tmp_path) == {name: f"new {name}" for name in NAMES}


def test_a_file_that_is_still_open_is_let_go_of_before_it_is_removed(tmp_path):
    seen = []
    with Drafts() as drafts:
        draft = drafts.draft_path(tmp_path / "a.tif")
        draft.write_text("half")
        drafts.register_cleanup(lambda: seen.append(draft.exists()))
    assert seen == [True]
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    "spelling", ["a.tif", "./a.tif", "deeper/../a.tif", pytest.param("link/a.tif", marks=LINKS)]
)
def test_two_outputs_of_one_name_are_refused_before_either_is_written(tmp_path, spelling):
    (tmp_path / "deeper").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a.tif").write_text("old")
    with pytest.raises(DataError, match=r"^two outputs have the same name: .*a\.tif$"):
        run(tmp_path / "a.tif", os.path.join(tmp_path, spelling))
    assert contents(tmp_path) == {"a.tif": "old"}


@pytest.mark.parametrize("place", ["missing folder", "file as folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "file as folder").write_text("")
    final = tmp_path / place / "out.tif"
    with pytest.raises(DataError, match=words(f"{final} cannot be written: ")):
        run(final)
    assert names_in(tmp_path) == ["file as folder"]


def test_a_folder_without_permission_is_named(tmp_path, monkeypatch):
    # Not by chmod, which does not stop root.
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(drafts_module.os, "mkdir", refuse)
    with pytest.raises(DataError, match=r"a\.tif cannot be written: Permission denied$"):
        run(tmp_path / "a.tif")
    assert names_in(tmp_path) == []


def test_folders_made_for_drafts_go_with_them(tmp_path):
    (tmp_path / "kept").mkdir()
    with Drafts() as drafts:
        drafts.stage_folder(tmp_path / "kept" / "new" / "deeper")
        drafts.draft_path(tmp_path / "kept" / "new" / "deeper" / "a.tif").write_text("half")
    assert names_in(tmp_path) == ["kept"]
    assert names_in(tmp_path / "kept") == []


def test_a_folder_with_a_file_of_somebody_else_stays(tmp_path):
    with Drafts() as drafts:
        drafts.stage_folder(tmp_path / "new")
        (tmp_path / "new" / "note.txt").write_text("mine")
    assert names_in(tmp_path / "new") == ["note.txt"]


@pytest.mark.parametrize("with_a_file", [True, False])
def test_folders_of_a_finished_run_stay(tmp_path, with_a_file):
    with Drafts() as drafts:
        drafts.stage_folder(tmp_path / "new" / "deeper")
        if with_a_file:
            drafts.draft_path(tmp_path / "new" / "deeper" / "a.tif").write_text("whole")
        drafts.commit_drafts()
    assert (tmp_path / "new" / "deeper").is_dir()
    assert contents(tmp_path) == ({"new/deeper/a.tif": "whole"} if with_a_file else {})


def test_folders_go_when_a_move_fails(tmp_path, refuse):
    refuse("a.tif")
    folder = tmp_path / "new" / "deeper"
    with pytest.raises(DataError, match="cannot be written"):
        run(folder / "a.tif", folder=folder)
    assert names_in(tmp_path) == []


def test_what_was_made_is_told_lowest_first(tmp_path):
    made = make_folder(tmp_path / "one" / "two")
    assert made == [tmp_path / "one" / "two", tmp_path / "one"]
    assert make_folder(tmp_path / "one" / "two") == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match=words(f"{Path('file', 'new')} cannot be written")):
        make_folder(tmp_path / "file" / "new")


# A run that has half a file, and is then killed, or goes on when it reads a line.
HALF_DONE = """
import os, signal, sys
from carbon_zones.core.base.drafts import Drafts
with Drafts() as drafts:
    drafts.draft_path(os.path.join(sys.argv[1], "a.tif")).write_text("half a fi")
    print("begun", flush=True)
    if sys.argv[2] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    sys.stdin.readline()
    drafts.commit_drafts()
"""
SIGKILL = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")


def killed_run(folder) -> Path:
    """The hidden folder of a run that was killed."""
    before = set(folder.glob(".cz-*.part"))
    command = [sys.executable, "-P", "-c", HALF_DONE, str(folder), "killed"]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    (left,) = set(folder.glob(".cz-*.part")) - before
    assert (left / "a.tif").read_text() == "half a fi"
    return left


@SIGKILL
@pytest.mark.parametrize("name", ["a.tif", "b.csv"])
def test_what_killed_runs_left_is_removed_by_the_next_one(tmp_path, name):
    (tmp_path / "a.tif").write_text("old")
    for _ in range(2):
        killed_run(tmp_path)
        assert (tmp_path / "a.tif").read_text() == "old"
    killed_run(tmp_path)
    run(tmp_path / name)
    assert contents(tmp_path) == {"a.tif": "old", name: f"new {name}"}
    assert names_in(tmp_path) == sorted({"a.tif", name})


@SIGKILL
def test_old_results_of_a_killed_run_are_kept(tmp_path):
    """It may have been killed while it moved them aside."""
    old = killed_run(tmp_path).with_suffix(".old")
    old.mkdir()
    (old / "a.tif").write_text("old")
    run(tmp_path / "a.tif")
    assert contents(tmp_path) == {"a.tif": "new a.tif", f"{old.name}/a.tif": "old"}


def test_files_of_a_run_that_goes_on_are_kept(tmp_path):
    command = [sys.executable, "-P", "-c", HALF_DONE, str(tmp_path), "going on"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "begun\n"
        run(tmp_path / "b.csv")
        # And one of this process, which has others.
        run(tmp_path / "c.csv", then=lambda: run(tmp_path / "d.csv"))
        process.communicate("go on\n")
    assert process.returncode == 0
    wanted = {name: f"new {name}" for name in ("b.csv", "c.csv", "d.csv")}
    assert contents(tmp_path) == {"a.tif": "half a fi", **wanted}
    assert names_in(tmp_path) == sorted(contents(tmp_path))


@SIGKILL
@pytest.mark.parametrize("mark", ["another computer", "", None])
def test_what_may_be_in_use_elsewhere_is_kept(tmp_path, mark):
    """Of another computer, of a run that has just begun, or of an earlier release."""
    left = killed_run(tmp_path)
    if mark is None:
        (left / drafts_module.MARK_NAME).unlink()
    else:
        (left / drafts_module.MARK_NAME).write_text(mark)
    run(tmp_path / "b.csv")
    assert names_in(tmp_path) == [left.name, "b.csv"]
    assert (left / "a.tif").read_text() == "half a fi"


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
            shutil.rmtree(draft.parent)
        drafts.commit_drafts()


@pytest.mark.parametrize(("removed", "name"), [("draft", "b"), ("folder", "a")])
def test_a_draft_that_somebody_removed(tmp_path, removed, name):
    (tmp_path / "a.csv").write_text("old a")
    with pytest.raises(DataError, match=rf"{name}\.csv cannot be created: .* was removed"):
        half_removed(tmp_path, removed)
    assert os.listdir(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "old a"


def test_two_runs_that_end_at_once_do_not_mix(tmp_path, monkeypatch):
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
