"""Start QGIS's own window on a virtual screen, let it work, and wait until it has quit.

usage: start.py checks RESULTS.json            (`make test-window` runs it, through pytest)
       start.py screens FOLDER [LOCALE]        (`make screenshots` runs it)

It runs in the environment of tools/env.sh, with a profile of its own that is made anew each time.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# The most that a run may take, in seconds, before it is ended.
PATIENCE = {"checks": 240, "screens": 400}

# Every process of a run carries this variable, by which a test finds those left behind.
MARK = "CARBON_ZONES_WINDOW"

OF_OUR_OWN = ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH")

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
            number = answer.readline().strip()
        if not number:
            raise Failed("Xvfb did not start")
        yield f":{number}"
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


def run(work: str, results: Path, locale: str = "en", **options) -> dict:
    """Let the application do a list of steps and give what they found.

    Args:
        work: the module beside this one with the list STEPS.
        results: the JSON file that the application writes.

    Raises:
        Failed: the application wrote no results, or did not quit by itself with success.
    """
    results = Path(results).resolve()
    results.parent.mkdir(parents=True, exist_ok=True)
    results.unlink(missing_ok=True)
    # Short, and not in build/: it holds the temporary outputs too, whose paths show in pictures.
    scratch = Path(tempfile.mkdtemp(prefix="carbon_zones_"))
    log = results.with_suffix(".log")
    mark = uuid.uuid4().hex
    fonts = scratch / "fonts.conf"
    fonts.write_text(FONTS, encoding="utf-8")
    try:
        with screen() as display, open(log, "wb") as output:
            environment = {
                **os.environ,
                MARK: mark,
                "CARBON_ZONES_WORK": json.dumps(
                    {"work": work, "results": str(results), "locale": locale, **options}
                ),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_XCB_GL_INTEGRATION": "none",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                # No desktop's settings, and no bus: asking for one starts a process that stays.
                "QT_QPA_PLATFORMTHEME": "",
                "FONTCONFIG_FILE": str(fonts),
                "QT_SCALE_FACTOR": "1",
                "QT_AUTO_SCREEN_SCALE_FACTOR": "0",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
                "NO_AT_BRIDGE": "1",
                "QGIS_CUSTOM_CONFIG_PATH": str(profile(scratch / "profile", locale)),
                "PYQGIS_STARTUP": str(HERE / "listen.py"),
                "TMPDIR": str(scratch),
                "HOME": str(scratch),
            }
            environment.pop("WAYLAND_DISPLAY", None)
            # After env.sh, which sets these two for work without a window.
            own = [f"{name}={environment[name]}" for name in OF_OUR_OWN]
            command = ["qgis", "--nologo", "--noversioncheck", "--code", str(HERE / "inside.py")]
            application = subprocess.Popen(
                [str(ROOT / "tools" / "env.sh"), "env", *own, *command],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                status = application.wait(PATIENCE[work])
            except subprocess.TimeoutExpired:
                raise Failed(f"QGIS was ended after {PATIENCE[work]} seconds; see {log}") from None
            finally:
                end(application)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    try:
        found = json.loads(results.read_text(encoding="utf-8"))
    except FileNotFoundError:
        end_of_log = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise Failed(f"QGIS quit with status {status} and no results:\n{end_of_log}") from None
    found = {**found, "exit_status": status, "mark": mark}
    results.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    return found


def processes(mark: str) -> list[str]:
    """The processes of a run that are still there, as pid and command; none where all is well."""
    left = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                left.append(f"{folder.name} {command}")
        except OSError:
            continue
    return left


def main(arguments):
    if len(arguments) not in (2, 3) or arguments[0] not in PATIENCE:
        print(__doc__, file=sys.stderr)
        return 2
    work, place = arguments[0], Path(arguments[1])
    locale = arguments[2] if len(arguments) == 3 and arguments[2] else "en"
    try:
        if work == "checks":
            found = run(work, place, locale)
        else:
            place.mkdir(parents=True, exist_ok=True)
            results = ROOT / "build" / "window" / "screens.json"
            found = run(work, results, locale, folder=str(place.resolve()))
    except Failed as trouble:
        print(f"window: {trouble}", file=sys.stderr)
        return 1
    broken = [(name, step["error"]) for name, step in found["steps"].items() if step["error"]]
    for name, error in broken:
        print(f"window: step {name} failed:\n{error}", file=sys.stderr)
    for text in found["boxes"] + found["exceptions"]:
        print(f"window: {text}", file=sys.stderr)
    return 1 if broken or found["boxes"] or found["exceptions"] else 0


if __name__ == "__main__":
    # Ended from outside, it still ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
