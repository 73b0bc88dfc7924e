"""Which file of the manual is opened, in which language."""

import pytest

from carbon_zones.core.base import files

LANGUAGE = "zh_CN"


@pytest.mark.parametrize(
    ("there", "language", "expected"),
    [
        (["help/a.html", "docs/a.md"], "", "help/a.html"),
        (["docs/a.md"], "", "docs/a.md"),
        (["help/a.html", "help/zh_CN/a.html"], LANGUAGE, "help/zh_CN/a.html"),
        (["help/a.html", "docs/a.md", "docs/zh_CN/a.md"], LANGUAGE, "docs/zh_CN/a.md"),
        (["help/a.html", "help/zh_CN/a.html"], "", "help/a.html"),
        # A page that is not translated, and a language that the manual lacks.
        (["help/a.html", "help/zh_CN/b.html"], LANGUAGE, "help/a.html"),
        (["help/a.html", "help/zh_CN/a.html"], "de", "help/a.html"),
    ],
)
def test_a_page_is_found(tmp_path, monkeypatch, there, language, expected):
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    folders = [(tmp_path / folder.name, *rest) for folder, *rest in files.MANUAL_FOLDERS]
    monkeypatch.setattr(files, "MANUAL_FOLDERS", folders)
    found = files.get_manual_page("a", language)
    assert found.relative_to(tmp_path).as_posix() == expected


@pytest.mark.parametrize("language", ["", LANGUAGE])
def test_the_first_page_is_there(language):
    page = files.get_manual_page("", language)
    assert page.is_file()
    assert (LANGUAGE in page.parts) == bool(language)
