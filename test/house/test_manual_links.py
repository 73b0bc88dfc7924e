"""Every link of the manual and of the pages beside it leads somewhere."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.manual import slug

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
PAGES = [*manual.PAGES, *manual.CHINESE_PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def links_of(page: Path) -> list[tuple[bool, str]]:
    """Whether it is a picture, and where it leads; without what stands in code."""
    text = re.sub(r"`[^`\n]*`", "", manual.FENCE.sub("", manual.text_of(page)))
    return [(bool(mark), link) for mark, link in LINK.findall(text)]


def anchors_of(page: Path) -> set:
    text = manual.FENCE.sub("", manual.text_of(page))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {slug(heading.replace("`", "")) for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=manual.label)
def test_links_lead_somewhere(page):
    for picture, link in links_of(page):
        if picture or re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target), link


@pytest.mark.parametrize("folder", [manual.DOCS, manual.DOCS / "zh_CN"], ids=manual.label)
def test_contents_names_every_page(folder):
    pages = manual.PAGES if folder == manual.DOCS else manual.CHINESE_PAGES
    named = {(folder / link).resolve() for _, link in links_of(folder / "README.md")}
    assert named == {page.resolve() for page in pages} - {folder / "README.md"}


def test_shipped_files_that_pages_name_are_there():
    for page in [*manual.PAGES, *manual.CHINESE_PAGES]:
        for path in re.findall(r"`(resources/[^`]+)`", manual.text_of(page)):
            assert (ROOT / path).exists(), path


class Targets:
    """What a rendered page leads to, and the anchors that it has."""

    def __init__(self, text: str):
        tags = [
            (tag, dict(re.findall(r'([\w-]+)="([^"]*)"', attributes)))
            for tag, attributes in re.findall(r"<(\w+)([^>]*)>", text)
        ]
        self.links = [unescape(given["href"]) for tag, given in tags if tag in ("a", "link")]
        self.pictures = [unescape(given["src"]) for tag, given in tags if tag == "img"]
        self.anchors = {given["id"] for _, given in tags if "id" in given}
        (self.language,) = (given["lang"] for tag, given in tags if tag == "html")
        self.others = {given["hreflang"]: given["href"] for _, given in tags if "hreflang" in given}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """The rendered pages by path. Beside a link to the checkout's other files, as help/ lies."""
    folder = tmp_path_factory.mktemp("rendered") / "help"
    for name in ("LICENSE", "resources", "README.md"):
        (folder.parent / name).symlink_to(ROOT / name)
    subprocess.run(
        [sys.executable, "tools/manual.py", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    pages = {}
    for path in folder.rglob("*.html"):
        pages[path.resolve()] = Targets(path.read_text(encoding="utf-8"))
    return pages


def test_every_page_is_rendered(rendered):
    assert len(rendered) == len(manual.PAGES) + len(manual.CHINESE_PAGES)
    names = {path.name for path in rendered}
    assert {"index.html", "study.html", "questions.html"} <= names
    assert "README.html" not in names


def test_rendered_links_lead_somewhere(rendered):
    for page, targets in rendered.items():
        for link in targets.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = unquote(link).partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), (page.name, link)
            if anchor:
                assert anchor in rendered[target].anchors, (page.name, link)
            if target in rendered or target.suffix == ".css":
                continue
            assert ROOT in target.parents, (page.name, link)


def test_rendered_pages_lead_to_themselves_in_the_other_language(rendered):
    chinese = {"en": "zh-CN", "zh-CN": "en"}
    for page, targets in rendered.items():
        assert targets.language == ("zh-CN" if "zh_CN" in page.parts else "en")
        ((other, link),) = targets.others.items()
        assert other == chinese[targets.language]
        back = rendered[(page.parent / link).resolve()]
        assert back.language == other
        assert (page.parent / link).resolve().name == page.name


def test_contents_are_in_the_language_of_the_page(rendered):
    """All but the line at the top leads to pages of the same language."""
    for page, targets in rendered.items():
        links = [link for link in targets.links if link not in targets.others.values()]
        pages = {(page.parent / link.partition("#")[0]).resolve() for link in links}
        inside = {rendered[path].language for path in pages if path in rendered}
        assert inside == {targets.language}, page


def test_rendered_pictures_are_copied(rendered):
    """Those that docs/ has; which are missing there is another test's."""
    for page, targets in rendered.items():
        for picture in targets.pictures:
            copied = (page.parent / picture).resolve()
            inside = copied.parts[copied.parts.index("help") + 1 :]
            assert copied.is_file() == manual.DOCS.joinpath(*inside).is_file(), picture
