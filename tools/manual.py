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

CSS = """\
:root { --ink: #1f2a24; --paper: #fff; --soft: #f4f6f3; --line: #d5dcd3; --link: #17673a; }
* { box-sizing: border-box; }
body { margin: 0; display: flex; color: var(--ink); background: var(--paper);
       font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
nav { flex: 0 0 17rem; min-height: 100vh; padding: 1.5rem 1.2rem; background: var(--soft);
      border-right: 1px solid var(--line); font-size: 0.9rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav li { margin: 0.3rem 0; }
nav a { text-decoration: none; }
nav p { margin: 1.2rem 0 0.3rem; color: #667066; font-size: 0.8rem; text-transform: uppercase;
        letter-spacing: 0.04em; }
nav .home { margin-top: 0; font-size: 1.15rem; font-weight: 600; text-transform: none;
            letter-spacing: 0; }
nav a.here { color: var(--ink); font-weight: 600; }
main { flex: 1 1 auto; min-width: 0; max-width: 58rem; padding: 1.5rem 2.5rem 4rem; }
a { color: var(--link); }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--line);
     font-size: 1.35rem; }
h3 { margin: 1.6rem 0 0.4rem; font-size: 1.1rem; }
code { padding: 0.1em 0.3em; background: var(--soft); border-radius: 3px;
       font: 0.88em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: break-word;
      padding: 0.8rem 1rem; background: var(--soft); border: 1px solid var(--line);
      border-radius: 4px; }
pre code { padding: 0; background: none; }
pre:has(.language-text) { background: none; border-left: 4px solid var(--line); }
.table { overflow-x: auto; margin: 0.8rem 0; }
table { border-collapse: collapse; font-size: 0.93rem; }
th, td { padding: 0.35rem 0.7rem; border: 1px solid var(--line); text-align: left;
         vertical-align: top; }
th { background: var(--soft); }
td:first-child code { white-space: nowrap; }
img { display: block; max-width: 100%; margin: 0.8rem 0; border: 1px solid var(--line); }
blockquote { margin: 1rem 0; padding: 0.1rem 1rem; border-left: 4px solid var(--link);
             background: var(--soft); }
@media (max-width: 55rem) { body { display: block; } nav { min-height: 0; border: 0; }
                            main { padding: 1.5rem 1.2rem; } }
@media print { nav { display: none; } main { max-width: none; padding: 0; } }
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
        self.missing: set[Path] = set()

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
                    self._picture(page, child)
        return title, self._markdown.renderer.render(tokens, self._markdown.options, {})

    def _picture(self, page: Path, image) -> None:
        path = (page.parent / str(image.attrGet("src"))).resolve().relative_to(Path.cwd())
        if path.is_file():
            self.pictures.add(path)
        else:
            self.missing.add(path)


def contents(renderer: Renderer, root: str, here: Path) -> str:
    """The contents page as a list of links, seen from the page `here`."""
    lines, open_list = [], False
    for line in CONTENTS.read_text(encoding="utf-8").splitlines():
        heading = re.match(r"## (.+)", line)
        entry = re.match(r"- \[([^\]]+)\]\(([^)]+)\)", line)
        if heading or entry:
            if open_list and heading:
                lines.append("</ul>")
                open_list = False
            if heading:
                lines.append(f"<p>{html.escape(heading[1])}</p>")
                continue
            if not open_list:
                lines.append("<ul>")
                open_list = True
            link = web_link(CONTENTS, entry[2])
            mark = ' class="here"' if Path(link) == target_of(here) else ""
            lines.append(f'<li><a{mark} href="{root}{link}">{html.escape(entry[1])}</a></li>')
    return "\n".join([*lines, "</ul>"] if open_list else lines)


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
            title=html.escape(title), root=root, body=body, contents=contents(renderer, root, page)
        )
        target.write_text(text, encoding="utf-8", newline="\n")
    (folder / "manual.css").write_text(CSS, encoding="utf-8", newline="\n")
    for picture in sorted(renderer.pictures):
        inside = picture.relative_to(DOCS)
        (folder / inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, folder / inside)
    for picture in sorted(renderer.missing):
        print(f"manual: the picture {picture} is not there")
    print(f"manual: {len(pages)} pages in {folder}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "help")))
