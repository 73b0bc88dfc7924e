"""Outputs that appear under their final names complete or not at all, also on a full disk.

Older files are not lost. Python reports write errors at once. GDAL may report them
late, and the writers of QGIS not at all: their files are checked after writing if the
format is known, rasters in `core/raster/geotiff.py`, tables in `bridge/table_sinks.py`,
sheets in `bridge/map_sheet/sheet_run.py`.

On Windows, a file opened by any program cannot be replaced, moved or removed; virus
scanners and cloud clients open every file for a moment.
"""

from __future__ import annotations

import errno
import os
import platform
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from .files import FileSet
from .messages import (
    ContinueCheck,
    DataError,
    Message,
    Notes,
    RunCancelledError,
    Term,
    Text,
    get_gdal_reason,
)

if sys.platform != "win32":
    import fcntl

IS_WINDOWS = os.name == "nt"
# Time to wait for other programs that hold a file; only needed on Windows.
RETRY_TIMEOUT_S = 3.0 if IS_WINDOWS else 0.0

# Maximum path length on Windows, and additional length of a draft path.
MAX_PATH_LENGTH = 259
DRAFT_PATH_OVERHEAD = len("/.cz-123456.part")

# A lock file in the folder works on every system and on network drives.
LOCK_FILE_NAME = ".carbon_zones.lock"
# Moving files takes moments: an older lock was left by a terminated program.
LOCK_EXPIRY_S = 60.0
RETRY_INTERVAL_S = 0.01

# Suffix of the folder that holds the old files until all new ones are in place; its stem equals
# that of the drafts folder.
BACKUP_SUFFIX = ".old"

# File in the drafts folder, open and locked until the run ends, however it ends, and its content:
# other computers may not see the lock.
MARK_NAME = ".in_use"
COMPUTER_NAME = f"{platform.node()}\n".encode()

# Sidecar files of a replaced file do not apply to the new one, and a leftover journal would be
# applied to a new GeoPackage.
SIDECAR_SUFFIXES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")


def retry_file_action(
    action: Callable[[], object], going_on: ContinueCheck = lambda: True, until: float | None = None
) -> None:
    """Run a file action, and retry while another program holds the file.

    Args:
        until: time limit, on the clock of `time.monotonic`; None for the default timeout.

    Raises:
        OSError: the action failed, or the run was cancelled first.
    """
    if until is None:
        until = time.monotonic() + RETRY_TIMEOUT_S
    while True:
        try:
            action()
            return
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError:
            if time.monotonic() >= until or not going_on():
                raise
        time.sleep(RETRY_INTERVAL_S)


def check_file_unlocked(path: str | Path, going_on: ContinueCheck = lambda: True) -> None:
    """Raise OSError if a file cannot be replaced: it is open elsewhere, or write-protected.

    On Windows, renaming an open file to its own name fails; elsewhere it can be replaced.
    """
    if not os.path.lexists(path):
        return
    retry_file_action(partial(os.rename, path, path), going_on)
    if IS_WINDOWS and not os.access(path, os.W_OK):
        raise PermissionError


def remove_folder(folder: Path) -> None:
    """Remove a folder with its contents, as far as possible."""
    try:
        retry_file_action(partial(shutil.rmtree, folder))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class FileMove:
    """Move of a draft to its final name, and of an old file out of its way.

    `former`: temporary path of the old file, if any; `is_aside`: whether its only one.
    """

    draft: Path
    final: Path
    former: Path
    is_aside: bool = False

    def apply_move(self, going_on: ContinueCheck) -> None:
        """Move the draft; raise OSError if a step fails (`undo_move` reverts those before it)."""
        if os.path.lexists(self.final):
            check_file_unlocked(self.final, going_on)
            self.former.parent.mkdir(exist_ok=True)
            try:
                os.link(self.final, self.former)
            except OSError:
                # File systems without hard links, and a geodatabase, which is a folder. Any other
                # folder in place of a file cannot be replaced.
                if not os.path.isdir(self.final) or self.final.suffix.lower() == ".gdb":
                    retry_file_action(partial(os.rename, self.final, self.former), going_on)
                    self.is_aside = True
        retry_file_action(partial(os.replace, self.draft, self.final), going_on)

    def undo_move(self, until: float) -> None:
        """Restore the old file, unless another program holds the file in its place.

        Raises:
            OSError: the file cannot be restored; it remains as `former`, if there was one.
        """
        if not os.path.lexists(self.draft):
            self.is_aside = True
            retry_file_action(partial(os.replace, self.final, self.draft), until=until)
        if not os.path.lexists(self.former):
            return
        if self.is_aside:
            retry_file_action(partial(os.rename, self.former, self.final), until=until)
        else:
            retry_file_action(self.former.unlink, until=until)


def undo_moves(moves: Sequence[FileMove]) -> tuple[list[Path], list[Path]]:
    """Undo moves in reverse order.

    Returns:
        The old files that could not be restored, by their current paths, and the new files
        that could not be removed from their final paths.
    """
    until = time.monotonic() + RETRY_TIMEOUT_S
    old, new = [], []
    for move in reversed(moves):
        try:
            move.undo_move(until)
        except OSError:
            if move.is_aside and os.path.lexists(move.former):
                old.append(move.former)
            if not os.path.lexists(move.draft):
                new.append(move.final)
    return old[::-1], new[::-1]


def describe_os_error(path: str | Path, error: OSError) -> Text:
    """Return the reason why a file cannot be written, or a folder not be created."""
    length = len(os.path.abspath(path))
    # Windows reports a path that is too long as missing or invalid.
    is_no_name = error.errno in (errno.ENOENT, errno.EINVAL)
    if IS_WINDOWS and is_no_name and length + DRAFT_PATH_OVERHEAD > MAX_PATH_LENGTH:
        return Message(
            "path too long for Windows ({count} characters, maximum {most})",
            count=length,
            most=MAX_PATH_LENGTH - DRAFT_PATH_OVERHEAD,
        )
    return error.strerror or str(error)


def write_error(path: str | Path, error: OSError) -> DataError:
    return DataError(
        "{path} cannot be written: {reason}", path=str(path), reason=describe_os_error(path, error)
    )


def file_locked_error(path: str | Path) -> DataError:
    return DataError(
        "{path} cannot be replaced (open in another program, or write-protected)", path=str(path)
    )


def check_file_closed(path: str | Path, going_on: ContinueCheck) -> None:
    """Check before the run that a file to be replaced is not open in another program."""
    try:
        check_file_unlocked(path, going_on)
    except OSError as error:
        if not going_on():
            raise RunCancelledError from error
        raise file_locked_error(path) from error


def check_folder_writable(folder: str | Path, name: str = "") -> bool:
    """Check that a draft can be written to a folder; return whether it ignores case of names."""
    try:
        hidden = _create_hidden_folder(Path(folder))
    except OSError as error:
        raise write_error(folder, error) from error
    try:
        if name:
            with convert_write_errors(Path(folder) / name):
                (hidden / name).touch()
        return _is_case_insensitive(hidden)
    finally:
        remove_folder(hidden)


def _create_hidden_folder(folder: Path) -> Path:
    # A random name and a single attempt: Windows reports the same error for an existing name and a
    # read-only folder.
    hidden = folder / f".cz-{secrets.token_hex(3)}.part"
    os.mkdir(hidden)
    return hidden


@contextmanager
def _mark_as_used(hidden: Path) -> Generator[None, None, None]:
    """Mark the drafts folder of a running process."""
    with open(hidden / MARK_NAME, "wb", buffering=0) as mark:
        # A folder with a mark that cannot be locked or filled is not removed by other runs.
        with suppress(OSError):
            _lock_file(mark)
            mark.write(COMPUTER_NAME)
        yield


def _lock_file(file: IO[bytes]) -> None:
    """Lock an open file; raise OSError if another process has locked it."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove_abandoned_folders(folder: Path) -> None:
    """Remove the drafts that terminated processes of this computer left in a folder."""
    for hidden in folder.glob(".cz-*.part"):
        with suppress(OSError):
            with open(hidden / MARK_NAME, "r+b") as mark:
                if mark.read() != COMPUTER_NAME:
                    continue
                _lock_file(mark)
            # On Windows, this fails while the file is open.
            os.unlink(hidden / MARK_NAME)
            remove_folder(hidden)


def _is_case_insensitive(hidden: Path) -> bool:
    return hidden.with_name(hidden.name.upper()).exists()


@contextmanager
def convert_write_errors(path: str | Path) -> Generator[None, None, None]:
    """Convert OSError while writing a file, such as a full disk, to DataError."""
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error


@contextmanager
def convert_raster_errors(path: str | Path) -> Generator[None, None, None]:
    """Convert GDAL errors while writing a raster to DataError."""
    try:
        yield
    except RuntimeError as error:
        raise DataError(
            "{path} cannot be written: {reason}", path=str(path), reason=get_gdal_reason(error)
        ) from error


def incomplete_raster_error(path: str | Path) -> DataError:
    return DataError("could not write {path} completely; check disk space", path=str(path))


def incomplete_table_error(name: str, path: str) -> DataError:
    return DataError(
        "{name}: could not write '{file}' completely; check disk space",
        name=name,
        file=os.path.basename(path),
    )


@contextmanager
def lock_folders(
    folders: Iterable[Path], going_on: ContinueCheck = lambda: True
) -> Generator[None, None, None]:
    """Lock folders for exclusive access.

    Raises:
        OSError: a folder cannot be written to.
    """
    with ExitStack() as locks:
        # A fixed order prevents deadlocks between runs.
        for folder in sorted({folder.resolve() for folder in folders}):
            locks.enter_context(_hold_lock(folder / LOCK_FILE_NAME, going_on))
        yield


@contextmanager
def _hold_lock(lock: Path, going_on: ContinueCheck) -> Generator[None, None, None]:
    begun = time.monotonic()
    # Use the local clock: that of a network drive may be ahead, and its lock would never expire.
    while not _acquire_lock(lock, time.monotonic() - begun < LOCK_EXPIRY_S, going_on):
        if not going_on():
            raise RunCancelledError
        time.sleep(RETRY_INTERVAL_S)
    try:
        yield
    finally:
        # A lock that another program has open expires instead.
        with suppress(OSError):
            retry_file_action(lock.unlink)


def _acquire_lock(lock: Path, patient: bool, going_on: ContinueCheck) -> bool:
    """Try to create the lock file; remove an expired one."""

    def make() -> None:
        # On Windows, a file being removed cannot be created, and does not raise FileExistsError.
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))

    try:
        retry_file_action(make, going_on)
    except FileExistsError:
        with suppress(FileNotFoundError, PermissionError):
            if not patient or time.time() - lock.stat().st_mtime > LOCK_EXPIRY_S:
                # Rename it first, so that only one of several processes removes it.
                old = lock.with_name(f"{lock.name}-{os.getpid()}-{time.monotonic_ns()}")
                os.replace(lock, old)
                old.unlink()
        return False
    return True


class Drafts:
    """Files of a run: either all are moved to their final names, or none.

    Each is written under its own name to a hidden folder beside its destination, on the
    same disk, so that formats that name tables after the file are correct. Used as a
    context manager; drafts not committed by `commit_drafts` are removed on exit.

    Args:
        inputs: files of the run that no output may replace.
        going_on: returns whether to continue while waiting for another program.
    """

    def __init__(
        self, inputs: FileSet | None = None, going_on: ContinueCheck = lambda: True
    ) -> None:
        self._inputs = FileSet() if inputs is None else inputs
        self._going_on = going_on
        self._folders: dict[Path, Path] = {}
        self._promised: list[Path] = []
        self._places: set[str] = set()
        self._made: list[Path] = []
        self._filled: set[Path] = set()
        self._to_let_go: list[Callable[[], None]] = []
        self._marks = ExitStack()

    def __enter__(self) -> Drafts:
        return self

    def draft_path(self, final: str | Path) -> Path:
        """Return the path to write the draft of a file to."""
        final = Path(final)
        self._check_not_input(final)
        with convert_write_errors(final):
            if final.parent not in self._folders:
                _remove_abandoned_folders(final.parent)
                hidden = self._folders[final.parent] = _create_hidden_folder(final.parent)
                self._marks.enter_context(_mark_as_used(hidden))
            spelling = str(final.resolve())
        if _is_case_insensitive(self._folders[final.parent]):
            spelling = spelling.casefold()
        if spelling in self._places:
            raise DataError("two outputs have the same name: {path}", path=str(final))
        check_file_closed(final, self._going_on)
        self._places.add(spelling)
        self._promised.append(final)
        return self._folders[final.parent] / final.name

    def count_folder_files(self, folder: str | Path) -> int:
        """Return the number of files staged in a folder."""
        return sum(final.parent == Path(folder) for final in self._promised)

    def has_draft(self, final: str | Path) -> bool:
        """Return whether a file was staged."""
        return Path(final) in self._promised

    def register_cleanup(self, action: Callable[[], None]) -> None:
        """Register a function called before drafts are removed, to close them."""
        self._to_let_go.append(action)

    def stage_folder(self, path: str | Path) -> None:
        """Create a folder for outputs; if the drafts are not committed, remove it on exit."""
        self._filled.add(Path(path))
        self._made += make_folder(path)

    def is_staged_folder(self, folder: Path) -> bool:
        """Return whether a folder was staged, with file names chosen by the run."""
        return folder in self._filled

    def commit_drafts(self) -> Notes:
        """Move all files to their final names, or none (last run wins); return sidecar notes."""
        for final in self._promised:
            folder = self._folders[final.parent]
            # Some formats write several files, and none with the exact name.
            if not any(file.stem.startswith(final.stem) for file in _list_files(folder)):
                # The hidden folder may have been cleaned up manually.
                raise DataError(
                    "{path} cannot be created: its temporary file in {folder} was removed "
                    "during the run",
                    path=str(final),
                    folder=folder.name,
                )
        for parent, folder in self._folders.items():
            for file in _list_files(folder):
                self._check_not_input(parent / file.name)
        with (
            convert_write_errors(next(iter(self._folders), "")),
            lock_folders(self._folders, self._going_on),
        ):
            notes = self._remove_old_files(self._move_drafts())
        self._made = []
        return notes

    def _check_not_input(self, final: Path) -> None:
        """Raise DataError if a path is an input of the run or not a regular file."""
        if final in self._inputs:
            raise DataError(
                "'{path}' is already used as {what}",
                path=str(final),
                what=Term("an input of this run"),
            )
        if is_special_file(final):
            raise DataError(
                "'{path}' is not a regular file and cannot be replaced", path=str(final)
            )

    def _move_drafts(self) -> set[Path]:
        moves: list[FileMove] = []
        try:
            for parent, folder in self._folders.items():
                for draft in sorted(set(folder.iterdir()) - {folder / MARK_NAME}):
                    former = folder.with_suffix(BACKUP_SUFFIX) / draft.name
                    moves.append(FileMove(draft, parent / draft.name, former))
                    moves[-1].apply_move(self._going_on)
        except BaseException as error:
            reported = self._revert_moves(moves, error)
            if reported is error:
                raise
            raise reported from error
        return {move.final for move in moves}

    def _revert_moves(self, moves: list[FileMove], error: BaseException) -> BaseException:
        """Undo moves made before an error; return the error to raise."""
        old, new = undo_moves(moves)
        for folder in self._folders.values():
            # A folder that still contains old files is kept.
            with suppress(OSError):
                folder.with_suffix(BACKUP_SUFFIX).rmdir()
        reported, trouble = error, Message("the run was stopped")
        if isinstance(error, OSError) and not self._going_on():
            reported = RunCancelledError()
        elif isinstance(error, OSError):
            final = moves[-1].final if moves else next(iter(self._folders))
            # A folder in place of a file is not a file opened by another program.
            is_file = os.path.isfile(final) or final.suffix.lower() == ".gdb"
            is_held = IS_WINDOWS and isinstance(error, PermissionError) and is_file
            refused = file_locked_error(final) if is_held else write_error(final, error)
            reported, trouble = refused, refused.message
        if new:
            trouble = Message(
                "{trouble}; new files could not be removed: {names}",
                trouble=trouble,
                names=" ".join(f"'{path}'" for path in new),
            )
        for folder in dict.fromkeys(path.parent for path in old):
            trouble = Message(
                "{trouble}. The previous files could not be restored; they were kept in "
                "{folder}: {names}",
                trouble=trouble,
                folder=str(folder),
                names=" ".join(f"'{path.name}'" for path in old if path.parent == folder),
            )
        return DataError(trouble.template, **trouble.values) if old or new else reported

    def _remove_old_files(self, finals: set[Path]) -> Notes:
        """Remove old files and their sidecar files; failures do not affect the new files."""
        notes = Notes()
        old = [folder.with_suffix(BACKUP_SUFFIX) for folder in self._folders.values()]
        sides = [
            Path(f"{final}{ending}") for final in sorted(finals) for ending in SIDECAR_SUFFIXES
        ]
        for path in (*old, *(side for side in sides if side not in finals)):
            remove = partial(shutil.rmtree, path) if path in old else path.unlink
            try:
                if path not in self._inputs:
                    retry_file_action(remove)
            except FileNotFoundError:
                pass
            except OSError as error:
                notes.add_warning(
                    "{path} cannot be removed ({reason}); it belongs to a replaced file, "
                    "remove it manually",
                    path=str(path),
                    reason=error.strerror or str(error),
                )
        return notes

    def __exit__(self, *_: object) -> None:
        for action in self._to_let_go:
            action()
        self._marks.close()
        for folder in self._folders.values():
            remove_folder(folder)
        for folder in self._made:
            # Another program may have added a file by now.
            with suppress(OSError):
                folder.rmdir()


def is_special_file(path: str | Path) -> bool:
    """Return whether a path is a device, pipe or socket, which cannot be replaced."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _list_files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def make_folder(path: str | Path) -> list[Path]:
    """Create a folder with its parents; return the new ones, lowest first."""
    folder = Path(path)
    try:
        missing = [level for level in (folder, *folder.parents) if not level.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from error
    return missing
