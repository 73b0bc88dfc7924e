"""One run at a time brings its files into a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

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
