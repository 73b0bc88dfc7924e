"""Render the manual, docs/*.md, to pages that a browser shows: help/*.html.

usage: manual.py [FOLDER]      in the folder of the checkout; FOLDER is help if not given

The pages lie in help/ as in docs/, so that links out of the manual stay right; links to pages of
the manual lead to the rendered ones. Pictures are copied. One that is not there is named, and the
page shows its words instead.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt

DOCS = Path("docs")
CONTENTS = DOCS / "README.md"
STYLE = DOCS / "manual.css"

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Carbon Zones</title>
<link rel="stylesheet" href="{root}manual.css">
</head>
<body>
<nav>
<p class="home"><a href="{root}index.html">Carbon Zones</a></p>
{contents}
</nav>
<main>
{body}
</main>
</body>
</html>
"""


def slug(heading: str) -> str:
    """A heading's anchor, made as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def target_of(page: Path) -> Path:
    """Where a page of docs/ goes, seen from the folder of the rendered pages."""
    name = "index.html" if page == CONTENTS else f"{page.stem}.html"
    return page.relative_to(DOCS).with_name(name)


def web_link(page: Path, link: str) -> str:
    """A link as the rendered page has it: to the rendered page where it leads to the manual."""
    path, mark, anchor = link.partition("#")
    if re.match(r"[a-z]+:", path) or not path.endswith(".md"):
        return link
    found = (page.parent / path).resolve()
    if DOCS.resolve() not in found.parents:
        return link
    name = "index.html" if found == CONTENTS.resolve() else f"{found.stem}.html"
    return path[: len(path) - len(found.name)] + name + mark + anchor


class Renderer:
    """Markdown as code hosts read it (CommonMark and tables), with anchors and changed links."""

    def __init__(self):
        self._markdown = MarkdownIt("commonmark").enable("table")
        rules = self._markdown.renderer.rules
        rules["table_open"] = lambda *_: '<div class="table">\n<table>\n'
        rules["table_close"] = lambda *_: "</table>\n</div>\n"
        self.pictures: set[Path] = set()

    def render(self, page: Path) -> tuple[str, str]:
        """The title and the body of a page."""
        tokens = self._markdown.parse(page.read_text(encoding="utf-8"))
        title = page.stem
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                words = tokens[place + 1].children or []
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
        return title, self._markdown.renderer.render(tokens, self._markdown.options, {})


def contents(root: str, here: Path) -> str:
    """The contents page as lists of links, seen from the page `here`."""
    lines = []
    for part in CONTENTS.read_text(encoding="utf-8").split("\n## ")[1:]:
        lines += [f"<p>{html.escape(part.splitlines()[0])}</p>", "<ul>"]
        for title, target in re.findall(r"^- \[([^\]]+)\]\(([^)]+)\)", part, re.MULTILINE):
            link = web_link(CONTENTS, target)
            mark = ' class="here"' if Path(link) == target_of(here) else ""
            lines.append(f'<li><a{mark} href="{root}{link}">{html.escape(title)}</a></li>')
        lines.append("</ul>")
    return "\n".join(lines)


def main(folder: Path) -> int:
    pages = sorted(DOCS.rglob("*.md"))
    renderer = Renderer()
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        title, body = renderer.render(page)
        target = folder / target_of(page)
        root = "../" * (len(target_of(page).parts) - 1)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = PAGE.format(
            title=html.escape(title), root=root, body=body, contents=contents(root, page)
        )
        target.write_text(text, encoding="utf-8", newline="\n")
    shutil.copyfile(STYLE, folder / STYLE.name)
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
