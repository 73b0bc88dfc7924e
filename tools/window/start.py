"""Start QGIS's own window on a virtual screen, let it do steps, and wait until it has quit.

usage: start.py FOLDER [LOCALE [ALGORITHM]]    takes the manual's pictures, all of them or those
    of one algorithm; `make screenshots` runs it

The window tests call run() with steps of their own. It runs in the environment of tools/env.sh,
with a profile of its own that is made anew each time.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

SETTINGS = """\
[PythonPlugins]
carbon_zones=true
processing=true
db_manager=false
grassprovider=false
MetaSearch=false

[app]
fontFamily={family}
fontPointSize=9
projections\\unknownCrsBehavior=NoAction
plugin_installer\\checkOnStart=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
httpsfeedqgisorg\\disabled=true

[qgis]
style=Fusion
toolbarIconSize=16
checkVersion=false
showTips=false
hideSplash=true
askToSaveProjectChanges=false

[locale]
overrideFlag=true
userLocale={locale}
globalLocale={locale}

[Processing]
Configuration\\KEEP_DIALOG_OPEN=true
"""


# Letters in shades of grey on every machine, not in the colours of some screen's dots.
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <edit name="rgba" mode="assign"><const>none</const></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
  </match>
</fontconfig>
"""


class Failed(Exception):
    """The application did not do its work; the text says what is known."""


@contextmanager
def screen():
    """A virtual screen; gives the name for DISPLAY."""
    if shutil.which("Xvfb") is None:
        raise Failed("there is no Xvfb; tools/setup.sh --window installs it")
    ready, told = os.pipe()
    server = subprocess.Popen(
        # The server chooses a number that is free and tells it.
        [
            *("Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1200x24", "-dpi", "96"),
            *("-nolisten", "tcp", "-noreset"),
        ],
        pass_fds=[told],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(told)
    try:
        with os.fdopen(ready) as answer:
            display = answer.readline().strip()
        if not display:
            raise Failed("Xvfb did not start")
        yield f":{display}"
    finally:
        end(server)


def end(process: subprocess.Popen):
    """End a process and what it started: by asking, then by force."""
    for kind, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, kind)
        except ProcessLookupError:
            break
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def profile(folder: Path, locale: str) -> Path:
    """A new profile: the plugin on; splash, tips, news, updates and questions off."""
    family = "Noto Sans CJK SC" if locale.startswith("zh") else "Open Sans"
    # QGIS calls some languages otherwise than systems do.
    locale = {"zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}.get(locale, locale)
    for name in ("QGIS3.ini", "QGIS4.ini"):
        ini = folder / "profiles" / "default" / "QGIS" / name
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(SETTINGS.format(locale=locale, family=family), encoding="utf-8")
    return folder


def run(
    steps: Path, locale: str = "en", folder: str = "", algorithm: str = "", patience: float = 800
) -> dict:
    """Let the application do steps and give what they found.

    Args:
        steps: a Python file with the list STEPS, functions that are given the driver.
        folder: where the steps put files.
        algorithm: the one that they are for, where they are not for all.
        patience: seconds after which the application is ended.

    Raises:
        Failed: the application wrote no results.
    """
    # Short, and not in build/: it holds the temporary outputs too, whose paths show in pictures.
    scratch = Path(tempfile.mkdtemp(prefix="carbon_zones_"))
    results, log, fonts = (scratch / name for name in ("found.json", "log.txt", "fonts.conf"))
    fonts.write_text(FONTS, encoding="utf-8")
    work = {"steps": str(steps), "results": str(results), "folder": folder}
    work["algorithm"] = algorithm
    try:
        with screen() as display, open(log, "wb") as output:
            # Set after env.sh has set its own, for work without a window.
            variables = {
                "CARBON_ZONES_WORK": json.dumps(work),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_XCB_GL_INTEGRATION": "none",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                # No desktop's settings, and no bus: asking for one starts a process that stays.
                "QT_QPA_PLATFORMTHEME": "",
                "FONTCONFIG_FILE": fonts,
                "QT_SCALE_FACTOR": "1",
                "QT_AUTO_SCREEN_SCALE_FACTOR": "0",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
                "NO_AT_BRIDGE": "1",
                "QGIS_CUSTOM_CONFIG_PATH": profile(scratch / "profile", locale),
                "PYQGIS_STARTUP": HERE / "listen.py",
                "TMPDIR": scratch,
                "HOME": scratch,
            }
            own = [
                "env",
                "-u",
                "WAYLAND_DISPLAY",
                *(f"{key}={variables[key]}" for key in variables),
            ]
            command = ["qgis", "--nologo", "--noversioncheck", "--code", str(HERE / "inside.py")]
            application = subprocess.Popen(
                [str(ROOT / "tools" / "env.sh"), *own, *command],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            status = "none within its time"
            try:
                status = application.wait(patience)
            except subprocess.TimeoutExpired:
                pass
            finally:
                end(application)
        if not results.exists():
            words = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise Failed(f"QGIS wrote no results; its status is {status}, its last words:\n{words}")
        report = json.loads(results.read_text(encoding="utf-8"))
        return {**report, "exit_status": status, "scratch": str(scratch)}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def main(arguments):
    if len(arguments) not in (1, 2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    folder, locale = Path(arguments[0]).resolve(), "".join(arguments[1:2]) or "en"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        algorithm = "".join(arguments[2:])
        report = run(HERE / "screens.py", locale, str(folder), algorithm, patience=900)
    except Failed as trouble:
        print(f"window: {trouble}", file=sys.stderr)
        return 1
    troubles = [step["error"] for step in report["steps"].values() if step["error"]]
    troubles += report["boxes"] + report["exceptions"]
    for trouble in troubles:
        print(f"window: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    # Ended from outside, it still ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
