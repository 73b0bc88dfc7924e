"""Render the manual, docs/*.md, as HTML pages: help/*.html.

usage: manual.py [FOLDER]      in the root folder of the checkout; default FOLDER: help

Pages keep the folder structure of docs/, so that external links remain valid; links between pages
lead to the rendered ones, and each page links to its translations. Pictures are copied; missing
ones are listed, and the page shows their alternative text. Each language has a search index of
its sections, search.js, which manual.js searches without a server.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path("docs")
STYLE, SCRIPT = DOCS / "manual.css", DOCS / "manual.js"
# Search index of a language, and its attributes in pages, read by manual.js.
INDEX = "search.js"

PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - {plugin}</title>
<link rel="stylesheet" href="{root}manual.css">
</head>
<body>
<nav>
<p class="home"><a href="{home}index.html">{plugin}</a></p>
<form class="search" role="search" hidden data-home="{home}" data-nothing="{nothing}">
<input type="search" placeholder="{search}" aria-label="{search}" autocomplete="off">
<ol hidden aria-live="polite"></ol>
</form>
{contents}
</nav>
<main>
{languages}{body}
</main>
<script src="{root}manual.js"></script>
</body>
</html>
"""


@dataclass(frozen=True)
class Language:
    """A language of the manual.

    Attributes:
        folder: folder of its pages, which have the same names in every language.
        lang: language code of the HTML pages.
        name: name of the language in itself.
        plugin: name of the plugin.
        search, nothing: placeholder of the search field, and text if nothing is found.
    """

    folder: Path
    lang: str
    name: str
    plugin: str
    search: str
    nothing: str

    @property
    def contents(self) -> Path:
        """Return the contents in the language of a page, as lists of links from that page."""
        return self.folder / "README.md"


LANGUAGES = (
    Language(DOCS, "en", "English", "Carbon Zones", "Search the manual", "Nothing found"),
    Language(DOCS / "zh_CN", "zh-CN", "中文", "碳分区", "搜索手册", "未找到"),
)
CONTENTS = [language.contents for language in LANGUAGES]


def language_of(page: Path) -> Language:
    """Return the language of a page in docs/; English is the parent folder of the others."""
    return next(language for language in reversed(LANGUAGES) if language.folder in page.parents)


def slug(heading: str) -> str:
    """Return the anchor of a heading, as code hosts generate it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def target_of(page: Path) -> Path:
    """Return the path of a page of docs/ in the folder of the rendered pages."""
    name = "index.html" if page in CONTENTS else f"{page.stem}.html"
    return page.relative_to(DOCS).with_name(name)


def between(page: Path, other: Path) -> str:
    """Return the link from one rendered page to another."""
    return Path(os.path.relpath(target_of(other), target_of(page).parent)).as_posix()


def web_link(page: Path, link: str) -> str:
    """Return a link of the rendered page; links to the manual lead to rendered pages."""
    path, mark, anchor = link.partition("#")
    if re.match(r"[a-z]+:", path) or not path.endswith(".md"):
        return link
    target = Path(os.path.normpath(page.parent / path))
    if DOCS not in target.parents:
        return link
    return between(page, target) + mark + anchor


class Found(TypedDict):
    """Search entry of a section: heading, link and text."""

    heading: str
    anchor: str
    text: str


class SearchedPage(TypedDict):
    """Search entry of a page; the link is relative to the first page of its language."""

    title: str
    link: str
    sections: list[Found]


def words_in(token: Token) -> str:
    """Return the text of a heading, paragraph or cell, including code, without pictures."""
    words = [child for child in token.children or [] if child.type != "image"]
    breaks = ("softbreak", "hardbreak")
    return "".join(" " if word.type in breaks else word.content for word in words).strip()


def sections_of(tokens: list[Token]) -> list[Found]:
    """Return the sections of a page by heading with their text, including code blocks."""
    sections: list[Found] = []
    for before, token in zip([None, *tokens], tokens):
        words = words_in(token) if token.type == "inline" else ""
        if before is not None and before.type == "heading_open":
            sections.append({"heading": words, "anchor": str(before.attrGet("id")), "text": ""})
            continue
        if token.type == "fence":
            words = " ".join(token.content.split())
        if words and sections:
            sections[-1]["text"] = f"{sections[-1]['text']} {words}".strip()
    return sections


class Renderer:
    """Markdown renderer (CommonMark with tables) that adds anchors and adapts links."""

    def __init__(self):
        self._markdown = MarkdownIt("commonmark").enable("table")
        rules = self._markdown.renderer.rules
        rules["table_open"] = lambda *_: '<div class="table">\n<table>\n'
        rules["table_close"] = lambda *_: "</table>\n</div>\n"
        self.pictures: set[Path] = set()
        self.searched: dict[Language, list[SearchedPage]] = {language: [] for language in LANGUAGES}

    def render(self, page: Path) -> tuple[str, str]:
        """Return title and body of a page."""
        tokens = self._markdown.parse(page.read_text(encoding="utf-8"))
        title, language = page.stem, language_of(page)
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                words = tokens[index + 1].children or []
                text = "".join(word.content for word in words if word.content)
                token.attrSet("id", slug(text))
                if token.tag == "h1":
                    title = text
            for child in token.children or []:
                if child.type == "link_open":
                    child.attrSet("href", web_link(page, str(child.attrGet("href"))))
                elif child.type == "image":
                    picture = (page.parent / str(child.attrGet("src"))).resolve()
                    self.pictures.add(picture.relative_to(DOCS.resolve()))
        self.searched[language].append(
            {
                "title": title,
                "link": between(language.contents, page),
                "sections": sections_of(tokens),
            }
        )
        return title, self._markdown.renderer.render(tokens, self._markdown.options, {})

    def write_indices(self, folder: Path) -> None:
        """Write the search index of each language, as a script because file:// has no fetch."""
        for language, pages in self.searched.items():
            text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
            target = folder / target_of(language.contents).with_name(INDEX)
            target.write_text(f"manualIndex({text});\n", encoding="utf-8", newline="\n")


def contents(here: Path) -> str:
    """First page."""
    first = language_of(here).contents
    lines = []
    for part in first.read_text(encoding="utf-8").split("\n## ")[1:]:
        lines += [f"<p>{html.escape(part.splitlines()[0])}</p>", "<ul>"]
        for title, target in re.findall(r"^- \[([^\]]+)\]\(([^)]+)\)", part, re.MULTILINE):
            page = Path(os.path.normpath(first.parent / target))
            mark = ' class="here"' if page == here else ""
            link = between(here, page)
            lines.append(f'<li><a{mark} href="{link}">{html.escape(title)}</a></li>')
        lines.append("</ul>")
    return "\n".join(lines)


def languages(here: Path) -> str:
    """Return links to the translations of a page as a line; '' if there are none."""
    own = language_of(here)
    parts, others = [], 0
    for language in LANGUAGES:
        page = language.folder / here.relative_to(own.folder)
        if language == own:
            parts.append(f"<span>{language.name}</span>")
        elif page.is_file():
            others += 1
            lang = f'lang="{language.lang}" hreflang="{language.lang}"'
            parts.append(f'<a href="{between(here, page)}" {lang}>{language.name}</a>')
    return f'<p class="languages">{" | ".join(parts)}</p>\n' if others else ""


def main(folder: Path) -> int:
    pages = sorted(DOCS.rglob("*.md"))
    renderer = Renderer()
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        language = language_of(page)
        title, body = renderer.render(page)
        target = folder / target_of(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = PAGE.format(
            lang=language.lang,
            title=html.escape(title),
            plugin=language.plugin,
            root="../" * (len(target_of(page).parts) - 1),
            home=between(page, language.contents).removesuffix("index.html"),
            body=body,
            contents=contents(page),
            languages=languages(page),
            search=language.search,
            nothing=language.nothing,
        )
        target.write_text(text, encoding="utf-8", newline="\n")
    renderer.write_indices(folder)
    for file in (STYLE, SCRIPT):
        shutil.copyfile(file, folder / file.name)
    for picture in sorted(renderer.pictures):
        if (DOCS / picture).is_file():
            (folder / picture).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DOCS / picture, folder / picture)
        else:
            print(f"manual: the picture {DOCS / picture} is not there")
    print(f"manual: {len(pages)} pages in {folder}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "help")))
