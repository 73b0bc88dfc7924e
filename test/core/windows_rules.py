"""A stand-in for Windows's rules about files: nobody moves or removes what a program has open."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

from carbon_zones.core.base import drafts as moving

CHANGING = ("rename", "replace", "unlink", "link", "mkdir", "open")
DENIED = "Access is denied"


class Windows:
    """Has the functions of `os` keep Windows's rules until `monkeypatch` ends.

    Attributes:
        held: what other programs have open: no name of such a file can be moved, replaced or
            removed, nor can a folder with it in it.
        links: whether the disk has hard links.
        closed: folders in which nothing can be made.
        longest: letters that a path may have.
        numbered: whether the disk has numbers for its files.
        after: called with the name of what changed files, its number, and its last path.
    """

    def __init__(self, monkeypatch, patience: float = 0.0):
        self.held: set[tuple[int, int]] = set()
        self.links = self.numbered = True
        self.closed: set[Path] = set()
        self.longest = 10**6
        self.after = lambda name, number, path: None
        self.count = 0
        self._stat = os.stat
        monkeypatch.setattr(moving, "IS_WINDOWS", True)
        monkeypatch.setattr(moving, "RETRY_TIMEOUT_S", patience)
        for name in CHANGING:
            monkeypatch.setattr(os, name, self._changing(name, getattr(os, name)))
        monkeypatch.setattr(os, "stat", self._status)

    def hold(self, path) -> None:
        """Have another program open a file."""
        self.held.add(self._identity(path))

    def _identity(self, path, folder=None) -> tuple[int, int]:
        status = self._stat(path, dir_fd=folder, follow_symlinks=False)
        return status.st_dev, status.st_ino

    def _is_held(self, path, folder=None) -> bool:
        try:
            identity = self._identity(path, folder)
        except FileNotFoundError:
            return False
        below = () if folder is not None else Path(os.fspath(path)).rglob("*")
        return identity in self.held or any(self._identity(one) in self.held for one in below)

    def _changing(self, name: str, original):
        def changed(*arguments, **options):
            paths = [one for one in arguments if isinstance(one, (str, os.PathLike))]
            if name == "open" and not arguments[1] & os.O_CREAT:
                return original(*arguments, **options)
            folder = options.get("dir_fd")
            for path in paths:
                if len(os.path.abspath(path)) > self.longest:
                    raise FileNotFoundError(errno.ENOENT, "The system cannot find the path", path)
                if name in ("mkdir", "open") and Path(path).parent in self.closed:
                    raise PermissionError(errno.EACCES, DENIED, str(path))
                if name in ("rename", "replace", "unlink") and self._is_held(path, folder):
                    raise PermissionError(errno.EACCES, DENIED, str(path))
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, "Incorrect function")
            made = original(*arguments, **options)
            self.count += 1
            self.after(name, self.count, paths[-1] if folder is None else None)
            return made

        return changed

    def _status(self, path, **options):
        status = self._stat(path, **options)
        if self.numbered:
            return status
        names = [name for name in dir(status) if name.startswith("st_")]
        return SimpleNamespace(**{**{one: getattr(status, one) for one in names}, "st_ino": 0})
