"""Chromium without a window, driven through its DevTools protocol."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import websocket

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# The fixtures of pages, one of each kind.
PAGES = ("report", "chart", "analysis", "ledger", "path", "accuracy")
PATIENCE = 300


def program() -> str | None:
    """The browser's path, or None where there is none."""
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)


class Browser:
    """A browser with one page. Used as a context.

    Attributes:
        requests: addresses that were asked for since the last `open`.
        complaints: errors and warnings of the console, exceptions.
    """

    def __init__(self, profile: Path):
        self._process = subprocess.Popen(
            [
                program(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        self.requests, self.complaints = [], []
        try:
            self._socket = self._connect(profile / "DevToolsActivePort")
            target = self.call("Target.createTarget", url="about:blank")["targetId"]
            attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
            self._session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Network", "Log"):
                self.call(f"{domain}.enable")
        except Exception:
            self.close()
            raise

    _session = None
    _socket = None

    def _connect(self, port_file: Path):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if port_file.exists() and len(port_file.read_text().split()) == 2:
                port, path = port_file.read_text().split()
                return websocket.create_connection(
                    f"ws://127.0.0.1:{port}{path}", timeout=PATIENCE, suppress_origin=True
                )
            if self._process.poll() is not None:
                raise RuntimeError(f"the browser ended with {self._process.returncode}")
            time.sleep(0.05)
        raise RuntimeError("the browser did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """End the browser."""
        if self._socket is not None:
            self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    def call(self, method: str, **parameters):
        """Call a method of the protocol and wait for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._note(answer.get("method"), answer.get("params"))

    def _note(self, event, details):
        if event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(str(details["exceptionDetails"]))
        elif event == "Runtime.consoleAPICalled" and details["type"] in ("error", "warning"):
            self.complaints.append(str(details["args"]))
        elif event == "Log.entryAdded" and details["entry"]["level"] in ("error", "warning"):
            self.complaints.append(details["entry"]["text"])

    def run(self, expression: str):
        """The value of a JavaScript expression; promises are waited for."""
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,  # as if somebody had clicked, or nothing may be copied
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def open(self, path, width: int = 1280, height: int = 900, before: str = ""):
        """Open a file and wait until its charts are drawn, or cannot be.

        Args:
            before: a script to run in the page before its own.
        """
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        script = None
        if before:
            script = self.call("Page.addScriptToEvaluateOnNewDocument", source=before)["identifier"]
        self.requests, self.complaints = [], []
        self.call("Page.navigate", url=Path(path).resolve().as_uri())
        if script:
            self.wait("document.readyState == 'complete'")
            self.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        # Where scripts are off, nothing but the page itself is waited for.
        self.wait(
            "document.readyState == 'complete' && (document.querySelector('.copy[hidden]')"
            " || document.body.classList.contains('drawn')"
            " || document.querySelector('.script-note:not([hidden])')"
            " || !document.querySelector('.chart'))"
        )

    def unfold(self):
        """Open all that is folded on the page, and wait until its charts are drawn."""
        self.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        self.wait("!document.querySelector('.chart-box:not(.ready)')")

    def choose(self, box: str, value: int, nth: int = 0):
        """Choose what a figure shows."""
        self.run(
            f"(one => {{ one.value = '{value}'; one.dispatchEvent(new Event('change')); }})"
            f"(document.querySelectorAll('{box} .choose')[{nth}])"
        )

    def press(self, key: str, code: int):
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code)

    def wait(self, condition: str):
        """Wait until an expression is true."""
        until = time.monotonic() + PATIENCE
        while not self._holds(condition):
            if time.monotonic() > until:
                raise RuntimeError(f"waited in vain for {condition}; {self.complaints}")
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        try:
            return self.run(f"Boolean({condition})")
        except RuntimeError as error:
            # It was asked of a page that was just left for another.
            if "navigated or closed" not in str(error):
                raise
            return False

    @contextmanager
    def printing(self):
        """Within the block the page looks as on paper."""
        self.call("Emulation.setEmulatedMedia", media="print")
        try:
            yield
        finally:
            self.call("Emulation.setEmulatedMedia", media="")

    @contextmanager
    def without_scripts(self):
        """Within the block pages run no scripts."""
        self.call("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield
        finally:
            self.call("Emulation.setScriptExecutionDisabled", value=False)

    def picture(self) -> bytes:
        """The whole page as PNG."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        answer = self.call(
            "Page.captureScreenshot",
            captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1},
        )
        return base64.b64decode(answer["data"])

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])
