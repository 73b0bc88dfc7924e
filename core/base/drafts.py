"""Outputs that appear under their final names complete, or not at all; and a full disk.

Python says at once that it cannot write. GDAL may say it late, and QGIS's writers not at all: what
these have made is looked at again where its format is known, rasters in `core/raster/geotiff.py`,
tables in `bridge/sinks.py`, sheets in `bridge/map_sheet/sheet_export.py`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from .files import FileSet
from .messages import DataError, reason_of


def unwritable(path: str | Path, error: OSError) -> DataError:
    """The error for a file that cannot be written."""
    return DataError(
        "{path} cannot be written: {reason}", path=str(path), reason=error.strerror or str(error)
    )


@contextmanager
def writing(path: str | Path) -> Iterator[None]:
    """Turns what the disk says while a file is written, such as that it is full, into its error.

    Raises:
        DataError: the file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def writing_raster(path: str | Path) -> Iterator[None]:
    """The same of what GDAL says while it writes a raster.

    Raises:
        DataError: the file cannot be written.
    """
    try:
        yield
    except RuntimeError as error:
        raise DataError(
            "{path} cannot be written ({reason}); is the disk full?",
            path=str(path),
            reason=reason_of(error),
        ) from error


def raster_cut_short(path: str | Path) -> DataError:
    """The error for a raster of which a part is missing, though its writer said nothing."""
    return DataError("{path} could not be written whole; is the disk full?", path=str(path))


def table_cut_short(name: str, path: str) -> DataError:
    """The same for a table or layer, the output `name`."""
    return DataError(
        "{name}: '{file}' could not be written whole; is the disk full?",
        name=name,
        file=os.path.basename(path),
    )


def sheet_cut_short(path: str) -> DataError:
    """The same for a map sheet, which takes more memory and room the finer it is drawn."""
    return DataError(
        "OUTPUT: '{file}' could not be written whole; is the disk full, or the DPI too high?",
        file=os.path.basename(path),
    )


# A lock file in the folder, which works alike on every system and on disks of the network.
LOCK = ".carbon_zones.lock"
# Moving files takes moments: a lock that is older was left by a program that was ended.
STALE_SECONDS = 60.0
STEP_SECONDS = 0.01


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Hold some folders for oneself.

    Raises:
        OSError: a folder cannot be written to.
    """
    with ExitStack() as held:
        # All runs in one order, or two of them could wait for each other.
        for folder in sorted({folder.resolve() for folder in folders}):
            held.enter_context(_one(folder / LOCK))
        yield


@contextmanager
def _one(lock: Path) -> Iterator[None]:
    begun = time.monotonic()
    # One's own clock: that of a disk in the network may be ahead, and its lock never grow old.
    while not _taken(lock, patient=time.monotonic() - begun < STALE_SECONDS):
        time.sleep(STEP_SECONDS)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path, patient: bool) -> bool:
    """Try to make the lock; one that was left behind is removed."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        with suppress(FileNotFoundError):
            if not patient or time.time() - lock.stat().st_mtime > STALE_SECONDS:
                # Under a name of its own first: of several that see it, one removes it.
                old = lock.with_name(f"{lock.name}-{os.getpid()}-{time.monotonic_ns()}")
                os.replace(lock, old)
                old.unlink()
        return False
    return True


# Within the hidden folder, where old results wait until all new ones are in their places.
FORMER = ".former"

# Side files of what stood in an output's place say nothing about the new one, and the journal
# of a GeoPackage would even be played into it.
SIDE_FILES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")


class Drafts:
    """The files of a run: all of them come to their final names, or none.

    Each is written under its own name into a hidden folder beside its place, so that it is on
    the same disk and formats that name their tables after the file name them rightly. Used as
    a context; what `finish` was not called for is removed on leaving it.

    Args:
        inputs: files of the run that no output may replace.
    """

    def __init__(self, inputs: FileSet | None = None) -> None:
        self._inputs = FileSet() if inputs is None else inputs
        self._folders: dict[Path, Path] = {}
        self._promised: list[Path] = []
        self._places: set[Path] = set()
        self._made: list[Path] = []
        self._filled: set[Path] = set()
        self._to_let_go: list[Callable[[], None]] = []

    def __enter__(self) -> Drafts:
        return self

    def path(self, final: str | Path) -> Path:
        """Where to write what is to become a file.

        Raises:
            DataError: its folder cannot be written to, the name was given out before, or what
                has it is an input of the run or no file at all.
        """
        final = Path(final)
        self._refuse(final)
        place = final.resolve()
        if place in self._places:
            raise DataError("two outputs have the same name, {path}", path=str(final))
        self._places.add(place)
        self._promised.append(final)
        if final.parent not in self._folders:
            with writing(final):
                folder = tempfile.mkdtemp(prefix=".carbon_zones-", suffix=".part", dir=final.parent)
            self._folders[final.parent] = Path(folder)
        return self._folders[final.parent] / final.name

    def count_in(self, folder: str | Path) -> int:
        """How many files were promised in a folder."""
        return sum(final.parent == Path(folder) for final in self._promised)

    def has(self, final: str | Path) -> bool:
        """Whether a file was promised."""
        return Path(final) in self._promised

    def let_go(self, action: Callable[[], None]) -> None:
        """Have something called before unfinished files are removed, to close them."""
        self._to_let_go.append(action)

    def folder(self, path: str | Path) -> None:
        """Make the folder of some of the outputs; what was made goes where they go."""
        self._filled.add(Path(path))
        self._made += make_folder(path)

    def fills(self, folder: Path) -> bool:
        """Whether it was made so: the names of the files in it are the run's own choice."""
        return folder in self._filled

    def finish(self) -> None:
        """Move every file to its final name, or none of them.

        Of two runs with the same outputs all files are those of the one that ends last.

        Raises:
            DataError: a file cannot be moved, or is gone; those moved before it are taken back.
        """
        self._require_all()
        with writing(next(iter(self._folders), "")), locked(self._folders):
            self._move()
        self._made = []

    def _require_all(self) -> None:
        """Somebody may have tidied up what looked like rubbish, or a format made more files."""
        for final in self._promised:
            folder = self._folders[final.parent]
            # Some formats write more files than one, and none under the name itself.
            if not any(file.stem.startswith(final.stem) for file in _files_in(folder)):
                raise DataError(
                    "{path} cannot be made: its draft in {folder} was removed during the run",
                    path=str(final),
                    folder=folder.name,
                )
        for parent, folder in self._folders.items():
            for file in _files_in(folder):
                self._refuse(parent / file.name)

    def _refuse(self, final: Path) -> None:
        """Raises DataError where a name is that of an input, or of what is no file."""
        if final in self._inputs:
            raise DataError(
                "'{path}' is an input of this run and cannot be its output", path=str(final)
            )
        if is_special(final):
            raise DataError("'{path}' is no file that could be replaced", path=str(final))

    def _move(self) -> None:
        moved: list[tuple[Path, Path, Path | None]] = []
        for parent, folder in self._folders.items():
            for file in sorted(file for file in folder.iterdir() if file.name != FORMER):
                final = parent / file.name
                try:
                    old = _kept(final, folder)
                    os.replace(file, final)
                except OSError as error:
                    for draft, place, former in reversed(moved):
                        os.replace(place, draft)
                        if former is not None:
                            os.replace(former, place)
                    raise unwritable(final, error) from error
                moved.append((file, final, old))
        finals = {final for _, final, _ in moved}
        for final in finals:
            for ending in SIDE_FILES:
                side = Path(f"{final}{ending}")
                if side not in finals and side not in self._inputs:
                    side.unlink(missing_ok=True)

    def __exit__(self, *_: object) -> None:
        for action in self._to_let_go:
            action()
        for folder in self._folders.values():
            shutil.rmtree(folder, ignore_errors=True)
        for folder in self._made:
            # Somebody else may have put a file there by now.
            with suppress(OSError):
                folder.rmdir()


def is_special(path: str | Path) -> bool:
    """Whether a name is that of a device, a pipe or a socket, which are no files to replace."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _kept(final: Path, folder: Path) -> Path | None:
    """A second name for an old result, from which it can come back; None without one.

    Disks without hard links have no such thing to offer, nor is a folder in a file's place
    something to keep.
    """
    former = folder / FORMER / final.name
    former.parent.mkdir(exist_ok=True)
    try:
        if final.suffix == ".gdb":
            os.replace(final, former)  # a geodatabase is a folder, which has no second name
        else:
            os.link(final, former)
    except OSError:
        return None
    return former


def make_folder(path: str | Path) -> list[Path]:
    """Make a folder and those above it; returns the ones that were not there, lowest first.

    Raises:
        DataError: it cannot be made.
    """
    folder = Path(path)
    missing = [level for level in (folder, *folder.parents) if not level.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            "the folder {path} cannot be made: {reason}", path=str(path), reason=error.strerror
        ) from error
    return missing
