"""A Chinese session in the window: the manual opens in Chinese, and names are Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbon_zones.core.base.files import MANUAL_FOLDERS
from carbon_zones.tools.window import start


@pytest.fixture(scope="module")
def found():
    """What the steps found, by their names."""
    try:
        window = start.run(Path(__file__).with_name("steps_chinese.py"), "zh_CN")
    except start.Failed as trouble:
        pytest.fail(str(trouble), pytrace=False)
    errors = [step["error"] for step in window["steps"].values() if step["error"]]
    assert [*errors, *window["exceptions"], *window["boxes"]] == []
    return {name: step["found"] for name, step in window["steps"].items()}


def test_provider_and_menu_have_a_chinese_name(found):
    assert found["names"] == {"provider": "碳分区", "menu": "碳分区"}


def test_help_and_manual_open_in_chinese(found):
    ((first,), pages) = found["manual"]["first"], found["manual"]["pages"]
    folders = [folder / "zh_CN" for folder, *_ in MANUAL_FOLDERS]
    assert Path(first).parent.resolve() in [folder.resolve() for folder in folders]
    assert len(pages) >= 18
    for name, page in pages.items():
        assert Path(page).stem == name
        assert Path(page).is_file()
        assert Path(page).parent.parent.name == "zh_CN"


def test_bands_and_groups_are_chinese(found):
    assert found["bands"] == {"bands": ["碳汇功能区 1986-2000"], "groups": ["碳分区 1986-2000"]}
