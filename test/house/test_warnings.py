"""Warnings are errors: of every file when it is compiled, and of what other programs run."""

import subprocess
import sys
import warnings

import pytest

from carbon_zones.test.helpers import ROOT


def sources() -> list:
    """All Python files of the checkout, not only those that the tests import."""
    files = [path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] != "build"]
    assert len(files) > 150
    return files


def test_no_file_warns_when_it_is_compiled():
    """Python says it once, before it keeps the compiled file, and so hardly to a test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path in sources():
            compile(path.read_bytes(), str(path), "exec")


PROGRAM = """
import runpy, sys
runpy.run_path(sys.argv[1])
exec(compile("import warnings\\nwarnings.warn('mark', UserWarning)", sys.argv[2], "exec"))
"""


@pytest.mark.parametrize(
    ("file", "status"), [("/x/carbon_zones/core/scan.py", 1), ("/x/processing/core/scan.py", 0)]
)
def test_qgis_stops_at_the_warnings_of_the_plugin_only(file, status):
    startup = str(ROOT / "test" / "startup.py")
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, startup, file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert (f"UserWarning: {file}:2: mark" in done.stderr) == bool(status)


def test_a_program_that_a_test_starts_stops_at_warnings():
    code = "import warnings; warnings.warn('mark')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 1
