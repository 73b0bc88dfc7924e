"""A web server on this machine, which gives parts of files as servers of land-cover products do.

It runs in a process of its own, because the tests look at the threads of theirs.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.request import ProxyHandler, build_opener

# Requests that are about the server itself.
SENT, BREAK = "/-sent", "/-break/"
# The ending of an empty file that stands for one that the server does not give away.
LOCKED = ".locked"


class Files(ThreadingHTTPServer):
    """Serves the files of a folder; `sent` and `whole` are what was asked for, by name."""

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder = folder
        self.sent: dict[str, int] = {}
        self.whole: list[str] = []
        self.answers = 0
        self.left: int | None = None
        self.lock = threading.Lock()

    def is_broken(self) -> bool:
        """Whether it answers no more."""
        with self.lock:
            self.answers += 1
            if self.left is None:
                return False
            self.left -= 1
            return self.left < 0

    def note(self, name: str, size: int, is_part: bool):
        with self.lock:
            self.sent[name] = self.sent.get(name, 0) + size
            if not is_part:
                self.whole.append(name)


class Answer(BaseHTTPRequestHandler):
    """HEAD and GET, with ranges of bytes."""

    protocol_version = "HTTP/1.1"
    # Else a body waits 40 ms for the word that its head has come.
    disable_nagle_algorithm = True
    server: Files

    def do_HEAD(self):
        self.answer(with_body=False)

    def do_GET(self):
        if self.path == SENT:
            self.text(json.dumps([self.server.sent, self.server.whole, self.server.answers]))
        elif self.path.startswith(BREAK):
            self.server.left = int(self.path[len(BREAK) :])
            self.text("")
        else:
            self.answer(with_body=True)

    def text(self, words: str):
        self.send_response(200)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words.encode())

    def answer(self, with_body: bool):
        path = self.server.folder / self.path.lstrip("/").split("?")[0]
        if self.server.is_broken():
            self.close_connection = True
            return
        if not path.is_file():
            self.send_response(403 if path.with_suffix(LOCKED).exists() else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        size = path.stat().st_size
        start, end, part = 0, size - 1, self.headers.get("Range")
        if part:
            first, last = re.fullmatch(r"bytes=(\d+)-(\d*)", part).groups()
            start, end = int(first), min(int(last or end), end)
        self.send_response(206 if part else 200)
        if part:
            self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(end - start + 1))
        self.send_header("Last-Modified", formatdate(path.stat().st_mtime, usegmt=True))
        self.end_headers()
        if with_body:
            with path.open("rb") as file:
                file.seek(start)
                self.wfile.write(file.read(end - start + 1))
            self.server.note(path.name, end - start + 1, bool(part))

    def log_message(self, *_):
        """Nothing: the tests look at what stands on standard error."""


class Asked(NamedTuple):
    """Bytes that were fetched of each file, files that were asked for as a whole, and answers."""

    sent: dict[str, int]
    whole: list[str]
    answers: int


class Server:
    """A server at work."""

    def __init__(self, port: int):
        self._address = f"http://127.0.0.1:{port}"
        self._opener = build_opener(ProxyHandler({}))

    def file(self, name: str) -> str:
        """What GDAL and QGIS call a file of the folder."""
        return f"/vsicurl/{self._address}/{name}"

    def asked(self) -> Asked:
        """What was asked for until now."""
        return Asked(*json.loads(self._ask(SENT)))

    def stop_after(self, answers: int):
        """Answer so many requests more, and then none."""
        self._ask(f"{BREAK}{answers}")

    def _ask(self, path: str) -> bytes:
        with self._opener.open(self._address + path, timeout=600) as answer:
            return answer.read()


@contextmanager
def served(folder: Path) -> Generator[Server, None, None]:
    """Serve a folder on a free port."""
    process = subprocess.Popen(
        [sys.executable, "-P", __file__, str(folder)], stdout=subprocess.PIPE, text=True
    )
    # A proxy of the machine is of no use for the machine itself.
    before = {name: os.environ.get(name) for name in ("no_proxy", "NO_PROXY")}
    os.environ.update(dict.fromkeys(before, "127.0.0.1"))
    try:
        yield Server(int(process.stdout.readline()))
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        process.terminate()
        process.communicate()


if __name__ == "__main__":
    files = Files(Path(sys.argv[1]))
    print(files.server_port, flush=True)
    files.serve_forever()
