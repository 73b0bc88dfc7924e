"""Outputs that appear under their final names complete, or not at all, with nothing older lost on
the way; and a full disk.

Python says at once that it cannot write. GDAL may say it late, and QGIS's writers not at all: what
these have made is looked at again where its format is known, rasters in `core/raster/geotiff.py`,
tables in `bridge/table_sinks.py`, sheets in `bridge/map_sheet/sheet_run.py`.

On Windows a file that any program has open can be neither replaced, moved nor removed, and for
moments that is any file: a virus scanner, or what copies files into a cloud, looks at each.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

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

IS_WINDOWS = os.name == "nt"
# For how long others are waited for that hold a file; elsewhere nobody can.
RETRY_TIMEOUT_S = 3.0 if IS_WINDOWS else 0.0

# The letters that a path may have on Windows, and those that the path of a draft has more than
# that of its file.
MAX_PATH_LENGTH = 259
DRAFT_PATH_OVERHEAD = len("/.cz-123456.part")

# A lock file in the folder, which works alike on every system and on disks of the network.
LOCK_FILE_NAME = ".carbon_zones.lock"
# Moving files takes moments: a lock that is older was left by a program that was ended.
LOCK_EXPIRY_S = 60.0
RETRY_INTERVAL_S = 0.01

# How the name of the folder ends in which old results wait until all new ones are in their places;
# it begins as that of the drafts.
BACKUP_SUFFIX = ".old"

# Side files of what stood in an output's place say nothing about the new one, and the journal
# of a GeoPackage would even be played into it.
SIDECAR_SUFFIXES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")


def retry_file_action(
    action: Callable[[], object], going_on: ContinueCheck = lambda: True, until: float | None = None
) -> None:
    """Do something to a file as soon as nobody else holds it.

    Args:
        until: when to wait no longer, on the clock of `time.monotonic`; None for the usual time.

    Raises:
        OSError: it cannot be done, or not before the run was stopped.
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
    """Raises OSError where a file cannot be replaced: it is open elsewhere, or write-protected.

    To give it the name that it has is what tells on Windows, where it may be opened all the same;
    on other systems this always works, and an open file can be replaced.
    """
    if not os.path.lexists(path):
        return
    retry_file_action(partial(os.rename, path, path), going_on)
    if IS_WINDOWS and not os.access(path, os.W_OK):
        raise PermissionError


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be done."""
    try:
        retry_file_action(partial(shutil.rmtree, folder))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class FileMove:
    """The way of a draft to its final name, and of an old file out of it: `former` is what that is
    called meanwhile, where there is one; `is_aside` whether it has no other name."""

    draft: Path
    final: Path
    former: Path
    is_aside: bool = False

    def apply_move(self, going_on: ContinueCheck) -> None:
        """Raises OSError where a step cannot be done; `undo` takes back those before it."""
        if os.path.lexists(self.final):
            check_file_unlocked(self.final, going_on)
            self.former.parent.mkdir(exist_ok=True)
            try:
                os.link(self.final, self.former)
            except OSError:
                # Disks without hard links, and a geodatabase, which is a folder. Any other folder
                # in a file's place stays, and cannot be replaced.
                if not os.path.isdir(self.final) or self.final.suffix.lower() == ".gdb":
                    retry_file_action(partial(os.rename, self.final, self.former), going_on)
                    self.is_aside = True
        retry_file_action(partial(os.replace, self.draft, self.final), going_on)

    def undo_move(self, until: float) -> None:
        """Give the old file its name back, as long as nobody holds what is in its place.

        Raises:
            OSError: that cannot be done; the old file is `former`, where there was one.
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
    """Undo moves, the last one first.

    Returns:
        The old files that could not be given their names back, as they are called now, and the new
        ones that could not be taken out of their places.
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
    """Why a file cannot be written, or a folder not be made."""
    length = len(os.path.abspath(path))
    # What is too long is not there, or no name, says Windows.
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
    """Before any work: no other program has the file open that an output is to replace."""
    try:
        check_file_unlocked(path, going_on)
    except OSError as error:
        if not going_on():
            raise RunCancelledError from error
        raise file_locked_error(path) from error


def check_folder_writable(folder: str | Path, name: str = "") -> bool:
    """Before any work: a draft can be made in a folder, with its name where that is known; returns
    whether the disk takes small and capital letters of names for the same."""
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
    # A name by chance and one try, for Windows says of a folder that cannot be written to what it
    # says of a name that is taken.
    hidden = folder / f".cz-{secrets.token_hex(3)}.part"
    os.mkdir(hidden)
    return hidden


def _is_case_insensitive(hidden: Path) -> bool:
    return hidden.with_name(hidden.name.upper()).exists()


@contextmanager
def convert_write_errors(path: str | Path) -> Iterator[None]:
    """Turns what the disk says while a file is written, such as that it is full, into its error."""
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error


@contextmanager
def convert_raster_errors(path: str | Path) -> Iterator[None]:
    """Turns what GDAL says while it writes a raster into the error of its file."""
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
def lock_folders(folders: Iterable[Path], going_on: ContinueCheck = lambda: True) -> Iterator[None]:
    """Hold some folders for oneself.

    Raises:
        OSError: a folder cannot be written to.
    """
    with ExitStack() as locks:
        # All runs in one order, or two of them could wait for each other.
        for folder in sorted({folder.resolve() for folder in folders}):
            locks.enter_context(_hold_lock(folder / LOCK_FILE_NAME, going_on))
        yield


@contextmanager
def _hold_lock(lock: Path, going_on: ContinueCheck) -> Iterator[None]:
    begun = time.monotonic()
    # One's own clock: that of a disk in the network may be ahead, and its lock never grow old.
    while not _acquire_lock(lock, time.monotonic() - begun < LOCK_EXPIRY_S, going_on):
        if not going_on():
            raise RunCancelledError
        time.sleep(RETRY_INTERVAL_S)
    try:
        yield
    finally:
        # One that somebody looks at just now grows old instead.
        with suppress(OSError):
            retry_file_action(lock.unlink)


def _acquire_lock(lock: Path, patient: bool, going_on: ContinueCheck) -> bool:
    """Try to make the lock; one that was left behind is removed."""

    def make() -> None:
        # On Windows a file that is being removed cannot be made, and is no taken name either.
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))

    try:
        retry_file_action(make, going_on)
    except FileExistsError:
        with suppress(FileNotFoundError, PermissionError):
            if not patient or time.time() - lock.stat().st_mtime > LOCK_EXPIRY_S:
                # Under a name of its own first: of several that see it, one removes it.
                old = lock.with_name(f"{lock.name}-{os.getpid()}-{time.monotonic_ns()}")
                os.replace(lock, old)
                old.unlink()
        return False
    return True


class Drafts:
    """The files of a run: all of them come to their final names, or none.

    Each is written under its own name into a hidden folder beside its place, so that it is on
    the same disk and formats that name their tables after the file name them rightly. Used as
    a context; what `finish` was not called for is removed on leaving it.

    Args:
        inputs: files of the run that no output may replace.
        going_on: asked whether to go on, wherever another program is waited for.
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

    def __enter__(self) -> Drafts:
        return self

    def stage_file(self, final: str | Path) -> Path:
        """Where to write what is to become a file."""
        final = Path(final)
        self._check_not_input(final)
        with convert_write_errors(final):
            if final.parent not in self._folders:
                self._folders[final.parent] = _create_hidden_folder(final.parent)
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
        """How many files were promised in a folder."""
        return sum(final.parent == Path(folder) for final in self._promised)

    def has_draft(self, final: str | Path) -> bool:
        """Whether a file was promised."""
        return Path(final) in self._promised

    def register_cleanup(self, action: Callable[[], None]) -> None:
        """Have something called before unfinished files are removed, to close them."""
        self._to_let_go.append(action)

    def stage_folder(self, path: str | Path) -> None:
        """Make the folder of some of the outputs; what was made goes where they go."""
        self._filled.add(Path(path))
        self._made += make_folder(path)

    def is_staged_folder(self, folder: Path) -> bool:
        """Whether it was made so: the names of the files in it are the run's own choice."""
        return folder in self._filled

    def commit_drafts(self) -> Notes:
        """Move every file to its final name, or none of them; tells of files beside them.

        Of two runs with the same outputs all files are those of the one that ends last.
        """
        for final in self._promised:
            folder = self._folders[final.parent]
            # Some formats write more files than one, and none under the name itself.
            if not any(file.stem.startswith(final.stem) for file in _list_files(folder)):
                # Somebody may have tidied up what looked like rubbish.
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
        """Raises DataError where a name is that of an input, or of what is no file."""
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
                for draft in sorted(folder.iterdir()):
                    former = folder.with_suffix(BACKUP_SUFFIX) / draft.name
                    moves.append(FileMove(draft, parent / draft.name, former))
                    moves[-1].apply_move(self._going_on)
        except BaseException as error:
            told = self._revert_moves(moves, error)
            if told is error:
                raise
            raise told from error
        return {move.final for move in moves}

    def _revert_moves(self, moves: list[FileMove], error: BaseException) -> BaseException:
        """Undo what was moved before an error; returns the error that people are told."""
        old, new = undo_moves(moves)
        for folder in self._folders.values():
            # One that still holds old results stays.
            with suppress(OSError):
                folder.with_suffix(BACKUP_SUFFIX).rmdir()
        told, trouble = error, Message("the run was stopped")
        if isinstance(error, OSError) and not self._going_on():
            told = RunCancelledError()
        elif isinstance(error, OSError):
            final = moves[-1].final if moves else next(iter(self._folders))
            # A folder in a file's place is not what another program has open.
            is_file = os.path.isfile(final) or final.suffix.lower() == ".gdb"
            is_held = IS_WINDOWS and isinstance(error, PermissionError) and is_file
            refused = file_locked_error(final) if is_held else write_error(final, error)
            told, trouble = refused, refused.message
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
        return DataError(trouble.template, **trouble.values) if old or new else told

    def _remove_old_files(self, finals: set[Path]) -> Notes:
        """Old results and their side files; the new ones are in their places, whatever they do."""
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
        for folder in self._folders.values():
            remove_folder(folder)
        for folder in self._made:
            # Somebody else may have put a file there by now.
            with suppress(OSError):
                folder.rmdir()


def is_special_file(path: str | Path) -> bool:
    """Whether a name is that of a device, a pipe or a socket, which are no files to replace."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _list_files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def make_folder(path: str | Path) -> list[Path]:
    """Make a folder and those above it; returns the ones that were not there, lowest first."""
    folder = Path(path)
    try:
        missing = [level for level in (folder, *folder.parents) if not level.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from error
    return missing
