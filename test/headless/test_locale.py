"""LOCALE chooses the language of the checkout's own environment."""

from __future__ import annotations

import os
import subprocess

from carbon_zones.test.helpers import ROOT


def listed(**environment: str) -> subprocess.CompletedProcess:
    """What qgis_process lists in the environment of the checkout."""
    return subprocess.run(
        [str(ROOT / "tools" / "env.sh"), "qgis_process", "help", "carbonzones:areashares"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_locale_chooses_chinese():
    chinese = listed(LOCALE="zh_CN")
    assert "面积占比统计" in chinese.stdout
    assert "Area-share summary" not in chinese.stdout


def test_a_language_that_is_not_there_is_told_of():
    done = listed(LOCALE="de")
    assert done.returncode == 1
    assert done.stderr.strip() == "tools/env.sh: LOCALE=de: there is only zh_CN besides English"
