"""Start QGIS on a virtual screen, run steps in it, and wait until it has quit.

usage: start.py FOLDER [LOCALE [ALGORITHM]]    takes the manual's pictures, all or those of one
    algorithm; run by `make screenshots`

The window tests call run() with their own steps. QGIS runs in the environment of tools/env.sh,
with a new profile each time.
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


# Greyscale text rendering on every computer, without subpixel colours.
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
    """QGIS failed; contains the known details."""


@contextmanager
def screen():
    """Start a virtual screen; yield its DISPLAY."""
    if shutil.which("Xvfb") is None:
        raise Failed("there is no Xvfb; tools/setup.sh --window installs it")
    ready, told = os.pipe()
    server = subprocess.Popen(
        # The X server chooses a free number and reports it.
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
    """End a process and its children: terminate, then kill."""
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
    """Create a profile with the plugin enabled, and without splash, tips, news and updates."""
    family = "Noto Sans CJK SC" if locale.startswith("zh") else "Open Sans"
    # Some language codes of QGIS differ from those of the system.
    locale = {"zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}.get(locale, locale)
    for name in ("QGIS3.ini", "QGIS4.ini"):
        ini = folder / "profiles" / "default" / "QGIS" / name
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(SETTINGS.format(locale=locale, family=family), encoding="utf-8")
    return folder


def run(
    steps: Path, locale: str = "en", folder: str = "", algorithm: str = "", patience: float = 800
) -> dict:
    """Run steps in QGIS and return their results.

    Args:
        steps: a Python file with the list STEPS, functions that accept the driver.
        folder: output folder of the steps.
        algorithm: algorithm the steps are limited to, if any.
        patience: timeout in seconds.

    Raises:
        Failed: QGIS wrote no results.
    """
    # Short and outside build/: pictures show paths of temporary outputs, which are in it.
    scratch = Path(tempfile.mkdtemp(prefix="carbon_zones_"))
    results, log, fonts = (scratch / name for name in ("found.json", "log.txt", "fonts.conf"))
    fonts.write_text(FONTS, encoding="utf-8")
    work = {"steps": str(steps), "results": str(results), "folder": folder}
    work["algorithm"] = algorithm
    try:
        with screen() as display, open(log, "wb") as output:
            # Set after env.sh, which is for work without a window.
            variables = {
                "CARBON_ZONES_WORK": json.dumps(work),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_XCB_GL_INTEGRATION": "none",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                # No desktop settings and no D-Bus, which would start a permanent process.
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
    # End the started processes when terminated.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
