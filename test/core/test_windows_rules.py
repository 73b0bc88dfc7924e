"""Files as Windows treats them: what is open elsewhere is neither replaced, moved nor removed."""

import os
import random
import threading
from pathlib import Path

import pytest

from carbon_zones.core.base import drafts as drafts_module
from carbon_zones.core.base.drafts import (
    LOCK_FILE_NAME,
    Drafts,
    check_file_closed,
    check_folder_writable,
    lock_folders,
)
from carbon_zones.core.base.files import FileSet
from carbon_zones.core.base.messages import DataError, RunCancelledError
from carbon_zones.test.core.support import LINKS, share, words
from carbon_zones.test.core.test_drafts import SIGKILL, contents, killed_run, names_in, run
from carbon_zones.test.core.windows_rules import DENIED, Windows

OPEN = "cannot be replaced (open in another program, or write-protected)"


@pytest.fixture
def windows(monkeypatch):
    return Windows(monkeypatch)


def old_files(folder: Path, *names: str) -> dict:
    """Results of an earlier run, a geodatabase among them where one is named."""
    for name in names:
        if name.endswith(".gdb"):
            (folder / name).mkdir()
            (folder / name / "t").write_text(f"old {name}")
        else:
            (folder / name).write_text(f"old {name}")
    return contents(folder)


def write(drafts: Drafts, final: Path) -> None:
    """Write a draft, of a geodatabase too."""
    draft = drafts.draft_path(final)
    if final.suffix == ".gdb":
        draft.mkdir()
        draft = draft / "t"
    draft.write_text(f"new {final.name}")


def write_and_move(folder: Path, names, then=lambda drafts: None, going_on=lambda: True):
    """What a run does; `then` comes between writing and moving the files."""
    with Drafts(going_on=going_on) as drafts:
        for name in names:
            write(drafts, folder / name)
        then(drafts)
        return drafts.commit_drafts()


def path_of_a_draft(final: Path) -> Path:
    with Drafts() as drafts:
        return drafts.draft_path(final)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("name", ["z.tif", "z.gdb"])
def test_what_came_before_a_file_that_is_held_goes_back(tmp_path, windows, links, name):
    windows.links = links
    before = old_files(tmp_path, "a.csv", "b.gdb", name)
    held = tmp_path / name / "t" if name == "z.gdb" else tmp_path / name
    with pytest.raises(DataError, match=words(name, OPEN)):
        write_and_move(tmp_path, ("a.csv", "b.gdb", name), lambda drafts: windows.hold(held))
    assert contents(tmp_path) == before
    assert names_in(tmp_path) == ["a.csv", "b.gdb", name]


OUTPUTS = ("a.csv", "b.tif", "c.gdb", "d.html", "e.xlsx")


@pytest.mark.parametrize("seed", range(share(200)))
def test_no_interruption_loses_an_old_result(tmp_path, windows, seed):
    """Others open files anywhere on the way, for good or a while; disks have links or none."""
    lot = random.Random(seed)
    names = lot.sample(OUTPUTS, lot.randint(1, len(OUTPUTS)))
    old = old_files(tmp_path, *(name for name in names if lot.random() < 0.7))
    windows.links = lot.random() < 0.5
    first, until = lot.randint(1, 12), lot.randint(1, 24)
    often = lot.choice([0.0, 0.5, 1.0])

    def look(_, number, path):
        if number == first or (first < number < until and lot.random() < often):
            files = sorted(file for file in tmp_path.rglob("*") if file.is_file())
            windows.hold(lot.choice([*files, path] if path and os.path.lexists(path) else files))
        elif number == until:
            windows.held.clear()

    def then(drafts):
        windows.count, windows.after = 0, look

    said = ""
    try:
        write_and_move(tmp_path, names, then)
    except DataError as error:
        said = str(error)
    windows.after = lambda name, number, path: None
    found = contents(tmp_path)
    made = {name for name, text in found.items() if text.startswith("new") and ".cz-" not in name}
    if not said:
        assert len(made) == len(names)
        return
    # Each old result is in its place, or where the sentence says.
    _, *kept = said.split("they were kept in ")
    for name, text in old.items():
        file = Path(name).parts[0]
        places = [found.get(name)]
        for folder, _, files in (part.partition(": ") for part in kept):
            if f"'{file}'" in files:
                places.append((Path(folder) / name).read_text())
        assert text in places, said
    # New ones are taken back, or named.
    assert all(f"'{tmp_path / name.split('/')[0]}'" in said for name in made), said


def test_a_folder_that_cannot_be_written_to_is_refused_at_once(tmp_path, windows):
    windows.closed = {tmp_path}
    with pytest.raises(DataError, match=words(f"{tmp_path} cannot be written: {DENIED}")):
        check_folder_writable(tmp_path)
    with pytest.raises(DataError, match=words(f"{tmp_path / 'a.tif'} cannot be written: {DENIED}")):
        run(tmp_path / "a.tif")
    assert names_in(tmp_path) == []


def test_a_folder_is_tried_once(tmp_path, monkeypatch):
    """`tempfile` takes what is forbidden for a name that is taken, and does not end."""
    windows, tries = Windows(monkeypatch, patience=0.2), []
    windows.closed = {tmp_path}
    original = os.mkdir
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "mkdir", lambda *path: (tries.append(path), original(*path)))
        with pytest.raises(DataError):
            run(tmp_path / "a.tif")
    assert len(tries) == 1


@pytest.mark.parametrize("name", ["a.tif", "a.gdb"])
def test_a_result_that_is_open_elsewhere_is_seen_before_the_work(tmp_path, windows, name):
    before = old_files(tmp_path, name)
    windows.hold(tmp_path / name / "t" if name == "a.gdb" else tmp_path / name)
    for look in (lambda path: check_file_closed(path, lambda: True), path_of_a_draft):
        with pytest.raises(DataError, match=words(str(tmp_path / name), OPEN)):
            look(tmp_path / name)
    assert contents(tmp_path) == before
    assert names_in(tmp_path) == [name]


def test_a_path_that_is_too_long_is_told_from_one_that_is_not_there(tmp_path, windows):
    windows.longest = drafts_module.MAX_PATH_LENGTH
    length = windows.longest - len(str(tmp_path)) - 1
    fitting, longer = (tmp_path / ("x" * (length - added)) for added in (16, 15))
    run(fitting)
    assert names_in(tmp_path) == [fitting.name]
    with pytest.raises(
        DataError, match=r"path too long for Windows \(244 characters, maximum 243\)"
    ):
        check_folder_writable(longer.parent, longer.name)
    with pytest.raises(DataError, match=r"a\.csv cannot be written: (?!path too long)"):
        run(tmp_path / "none" / "a.csv")


def test_a_drafts_path_is_little_longer_than_the_final_one(tmp_path):
    draft = path_of_a_draft(tmp_path / "a.tif")
    assert len(str(draft)) - len(str(tmp_path / "a.tif")) == drafts_module.DRAFT_PATH_OVERHEAD <= 17


@SIGKILL
def test_drafts_of_a_run_that_goes_on_are_kept(tmp_path, windows):
    """It has a file open in their folder, which therefore cannot be removed."""
    left = killed_run(tmp_path)
    windows.hold(left / drafts_module.MARK_NAME)
    run(tmp_path / "b.csv")
    assert names_in(tmp_path) == [left.name, "b.csv"]
    windows.held.clear()
    run(tmp_path / "b.csv")
    assert names_in(tmp_path) == ["b.csv"]


def later(windows: Windows, path: Path, seconds: float = 0.05) -> None:
    """Have a file held, for a moment."""
    windows.hold(path)
    threading.Timer(seconds, windows.held.clear).start()


@pytest.mark.parametrize("at_draft", [True, False])
@pytest.mark.parametrize("links", [True, False])
def test_a_lock_of_a_moment_does_not_cost_the_run(tmp_path, monkeypatch, links, at_draft):
    windows = Windows(monkeypatch, patience=60)
    windows.links = links
    old_files(tmp_path, "a.csv", "b.csv")
    with Drafts() as drafts:
        later(windows, tmp_path / "a.csv")
        drafts.draft_path(tmp_path / "a.csv").write_text("new a.csv")
        draft = drafts.draft_path(tmp_path / "b.csv")
        draft.write_text("new b.csv")
        later(windows, draft if at_draft else tmp_path / "b.csv")
        drafts.commit_drafts()
    assert contents(tmp_path) == {name: f"new {name}" for name in ("a.csv", "b.csv")}


def test_who_waits_for_another_program_heeds_cancel(tmp_path, monkeypatch):
    windows = Windows(monkeypatch, patience=60)
    before = old_files(tmp_path, "a.csv", "z.tif")
    asked = []

    def going_on() -> bool:
        asked.append(len(windows.held))
        return not windows.held

    def then(drafts):
        windows.hold(tmp_path / "z.tif")

    with pytest.raises(RunCancelledError):
        write_and_move(tmp_path, ("a.csv", "z.tif"), then, going_on)
    assert asked == [1, 1]
    assert contents(tmp_path) == before


def test_who_waits_for_another_run_heeds_cancel(tmp_path):
    with (
        lock_folders([tmp_path]),
        pytest.raises(RunCancelledError),
        lock_folders([tmp_path], lambda: False),
    ):
        pass
    assert names_in(tmp_path) == []


def test_a_lock_that_is_just_being_removed_is_waited_for(tmp_path, monkeypatch):
    Windows(monkeypatch, patience=60)
    refused, original = [], os.open

    def pending(path, *arguments, **options):
        if Path(path).name == LOCK_FILE_NAME and len(refused) < 3:
            refused.append(path)
            raise PermissionError(13, DENIED)
        return original(path, *arguments, **options)

    monkeypatch.setattr(os, "open", pending)
    with lock_folders([tmp_path]):
        assert len(refused) == 3


@pytest.mark.parametrize("ending", [".aux.xml", "-wal"])
def test_a_side_file_that_is_held_is_a_warning(tmp_path, windows, ending):
    old_files(tmp_path, "z.tif")
    side = tmp_path / f"z.tif{ending}"
    side.write_text("of the old one")
    windows.hold(side)
    (warning,) = write_and_move(tmp_path, ["z.tif"]).warnings
    assert str(warning).startswith(f"{side} cannot be removed ({DENIED})")
    assert (tmp_path / "z.tif").read_text() == "new z.tif"
    assert names_in(tmp_path) == sorted(["z.tif", side.name])


def test_an_old_result_that_cannot_be_removed_is_named(tmp_path, windows):
    old_files(tmp_path, "a.gdb")
    windows.after = lambda name, number, path: path and path.suffix == ".gdb" and look(path)

    def look(path):
        if path.parent.suffix == ".old":
            windows.hold(path / "t")

    (warning,) = write_and_move(tmp_path, ["a.gdb"]).warnings
    (kept,) = tmp_path.glob(".cz-*")
    assert str(warning).startswith(f"{kept} cannot be removed ({DENIED})")
    assert contents(tmp_path) == {"a.gdb/t": "new a.gdb", f"{kept.name}/a.gdb/t": "old a.gdb"}


@LINKS
def test_files_without_numbers_are_told_apart_by_their_paths(tmp_path, windows):
    windows.numbered = False
    for name in ("in.tif", "old.csv"):
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    inputs = FileSet([tmp_path / "in.tif"])
    assert tmp_path / "link" / "in.tif" in inputs
    assert tmp_path / "old.csv" not in inputs


@pytest.mark.parametrize("ignores_case", [True, False])
def test_names_that_differ_in_case_are_one_where_the_disk_says_so(
    tmp_path, monkeypatch, ignores_case
):
    monkeypatch.setattr(drafts_module, "_is_case_insensitive", lambda hidden: ignores_case)
    with Drafts() as drafts:
        drafts.draft_path(tmp_path / "A.csv").write_text("new A.csv")
        if ignores_case:
            with pytest.raises(DataError, match="two outputs have the same name"):
                drafts.draft_path(tmp_path / "a.csv")
        else:
            drafts.draft_path(tmp_path / "a.csv").write_text("new a.csv")
