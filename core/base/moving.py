"""How drafts come to their final names, or go back: nothing older is lost on the way.

On Windows a file that any program has open can be neither replaced, moved nor removed, and for
moments that is any file: a virus scanner, or what copies files into a cloud, looks at each.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .messages import GoingOn

WINDOWS = os.name == "nt"
# For how long others are waited for that hold a file; elsewhere nobody can.
PATIENCE_SECONDS = 3.0 if WINDOWS else 0.0
STEP_SECONDS = 0.01


def patiently(
    action: Callable[[], object], going_on: GoingOn = lambda: True, until: float | None = None
) -> None:
    """Do something to a file as soon as nobody else holds it.

    Args:
        until: when to wait no longer, on the clock of `time.monotonic`; None for the usual time.

    Raises:
        OSError: it cannot be done, or not before the run was stopped.
    """
    if until is None:
        until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            action()
            return
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError:
            if time.monotonic() >= until or not going_on():
                raise
        time.sleep(STEP_SECONDS)


def require_free(path: str | Path, going_on: GoingOn = lambda: True) -> None:
    """Raises OSError where a file cannot be replaced: it is open elsewhere, or write-protected.

    To give it the name that it has is what tells on Windows, where it may be opened all the same;
    on other systems this always works, and an open file can be replaced.
    """
    if not os.path.lexists(path):
        return
    patiently(partial(os.rename, path, path), going_on)
    if WINDOWS and not os.access(path, os.W_OK):
        raise PermissionError


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be done."""
    try:
        patiently(partial(shutil.rmtree, folder))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Move:
    """The way of a draft to its final name, and of an old file out of it.

    Attributes:
        draft, final: the two names.
        former: what the old file is called meanwhile, where there is one.
        is_aside: whether it has no other name than that.
    """

    draft: Path
    final: Path
    former: Path
    is_aside: bool = False

    def do(self, going_on: GoingOn) -> None:
        """Raises OSError where a step cannot be done; `undo` takes back those before it."""
        if os.path.lexists(self.final):
            require_free(self.final, going_on)
            self.former.parent.mkdir(exist_ok=True)
            try:
                os.link(self.final, self.former)
            except OSError:
                # Disks without hard links, and a geodatabase, which is a folder. Any other folder
                # in a file's place stays, and cannot be replaced.
                if not os.path.isdir(self.final) or self.final.suffix.lower() == ".gdb":
                    patiently(partial(os.rename, self.final, self.former), going_on)
                    self.is_aside = True
        patiently(partial(os.replace, self.draft, self.final), going_on)

    def undo(self, until: float) -> None:
        """Give the old file its name back, as long as nobody holds what is in its place.

        Raises:
            OSError: that cannot be done; the old file is `former`, where there was one.
        """
        if not os.path.lexists(self.draft):
            self.is_aside = True
            patiently(partial(os.replace, self.final, self.draft), until=until)
        if not os.path.lexists(self.former):
            return
        if self.is_aside:
            patiently(partial(os.rename, self.former, self.final), until=until)
        else:
            patiently(self.former.unlink, until=until)


def undone(moves: Sequence[Move]) -> tuple[list[Path], list[Path]]:
    """Undo moves, the last one first.

    Returns:
        The old files that could not be given their names back, as they are called now, and the new
        ones that could not be taken out of their places.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    old, new = [], []
    for move in reversed(moves):
        try:
            move.undo(until)
        except OSError:
            if move.is_aside and os.path.lexists(move.former):
                old.append(move.former)
            if not os.path.lexists(move.draft):
                new.append(move.final)
    return old[::-1], new[::-1]
