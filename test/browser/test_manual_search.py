"""The manual's search, from a disk: what is found, in both languages, and where a result leads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from carbon_zones.test.helpers import ROOT

LOCAL = "file:"
RESULTS = (
    "Array.from(document.querySelectorAll('.search li'), e => e.querySelector('b')?.textContent"
    " || e.textContent)"
)
IS_READ = "document.querySelector('script[src$=\"search.js\"]')"


@pytest.fixture(scope="module")
def manual(tmp_path_factory) -> Path:
    """The rendered manual."""
    folder = tmp_path_factory.mktemp("manual")
    subprocess.run(
        [sys.executable, "tools/manual.py", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def search(browser, words: str) -> list[str]:
    """What is listed for some words: page and heading of each."""
    browser.run("document.querySelector('.search input').focus()")
    browser.wait(IS_READ)
    browser.run(
        "(field => { field.value = " + repr(words) + ";"
        " field.dispatchEvent(new Event('input')); })(document.querySelector('.search input'))"
    )
    browser.wait("!document.querySelector('.search ol').hidden")
    return browser.run(RESULTS)


@pytest.mark.parametrize(
    ("page", "words", "first"),
    [
        ("index.html", "Print summary", "Carbon zone study"),
        ("algorithms/study.html", "ZONES_FOLDER", "Carbon zone study"),
        ("index.html", "gatekeeper 7z", None),
        # In the order that people type, in any case, and in parts of words.
        ("index.html", "SUMMARY print", "Carbon zone study"),
        ("zh_CN/index.html", "\u6253\u5370\u6458\u8981", "\u78b3\u6c47"),
        ("zh_CN/algorithms/study.html", "\u8f6c\u79fb\u77e9\u9635", "\u571f\u5730"),
        ("zh_CN/index.html", "\u571f\u8c46", None),
    ],
)
def test_sections_are_found_by_their_words(browser, manual, page, words, first):
    browser.open(manual / page)
    found = search(browser, words)
    if first is None:
        (nothing,) = found
        assert nothing in ("Nothing found", "\u672a\u627e\u5230")
    else:
        assert found[0].startswith(first), found
        assert len(found) <= 30
    assert [url for url in browser.requests if not url.startswith(LOCAL)] == []
    assert browser.complaints == []


@pytest.mark.parametrize("page", ["algorithms/zonemap.html", "zh_CN/algorithms/zonemap.html"])
def test_a_result_leads_to_its_section(browser, manual, page):
    browser.open(manual / page)
    search(browser, "UNITS_RASTER")
    marked = browser.run("document.querySelector('.search mark').textContent")
    assert marked == "UNITS_RASTER"
    link = browser.run("document.querySelector('.search a').href")
    path, anchor = link.removeprefix("file://").split("#")
    assert Path(path).is_file()
    assert (
        Path(path).parent in (manual / page).parents or Path(path).parent == (manual / page).parent
    )
    browser.run("document.querySelector('.search form, form.search').requestSubmit()")
    browser.wait(f"location.href == {link!r}")
    browser.wait("document.readyState == 'complete'")
    assert browser.run(f"Boolean(document.getElementById(decodeURIComponent({anchor!r})))")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_field_is_seen_where_scripts_run(browser, manual, width):
    browser.open(manual / "index.html", width)
    top, bottom, right = browser.run(
        "(box => [box.top, box.bottom, box.right])"
        "(document.querySelector('.search input').getBoundingClientRect())"
    )
    assert 0 <= top < bottom < 200
    assert right <= width
    assert browser.run("document.documentElement.scrollWidth") <= width
    with browser.without_scripts():
        browser.open(manual / "index.html", width)
        assert browser.run("document.querySelector('.search').offsetHeight") == 0
