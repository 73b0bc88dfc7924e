"""Reads the pages that the plugin writes: tables with their exact values, figures, pictures."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

SAYING = ("alt", "title", "aria-label", "data-then", "data-now")
DRAWN = ("text", "name", "hovertext", "ticktext", "hovertemplate", "label")


class Page(HTMLParser):
    """A page taken apart.

    Attributes:
        tables: by id, a list of rows; a row is a list of (exact value, text as shown).
        figures: by the id of a chart, its figures.
        legends: by the id of a chart, the names in its legend.
        explored: the data of maps to explore.
        texts: everything that is read, in order.
        said: what attributes say in place of pictures, and the page's script.
        addresses: what the page would fetch or leads to.
        tags: the names of all elements.
    """

    def __init__(self, text: str):
        super().__init__()
        self.tables, self.figures, self.legends, self.explored = {}, {}, {}, []
        self.texts, self.addresses, self.tags = [], [], []
        self.said: list[str] = []
        self._table = self._chart = self._cell = self._entries = None
        self._silent = ""
        self.feed(in_words(text))
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        self.addresses += [given[name] for name in ("src", "href", "srcset") if given.get(name)]
        self.said += [given[name] for name in SAYING if given.get(name)]
        if tag == "details" and "id" in given:
            self._table = self.tables.setdefault(given["id"], [])
        elif tag == "figure":
            self._chart = given.get("id")
        elif tag == "li" and self._chart:
            self._entries = self.legends.setdefault(self._chart, [])
        elif tag == "tr":
            self._table.append([])
        elif tag in ("td", "th"):
            self._cell = [given.get("data-v"), ""]
        elif tag in ("script", "style"):
            name = given.get("class") or given.get("id")
            self._silent = name or given.get("type") or tag

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            exact, shown = self._cell
            self._table[-1].append((shown if exact is None else exact, shown))
            self._cell = None
        elif tag == "li":
            self._entries = None
        elif tag == "figure":
            self._chart = None
        elif tag in ("script", "style"):
            self._silent = ""

    def handle_data(self, data):
        if self._silent == "figures":
            self.figures[self._chart] = _unpacked(data)
        elif self._silent == "application/json":
            self.explored.append(_unpacked(data))
        elif self._silent == "words":
            self.said += [text for text in json.loads(data).values() if isinstance(text, str)]
        elif not self._silent:
            self.texts.append(data)
            if self._cell is not None:
                self._cell[1] += data
            if self._entries is not None:
                self._entries.append(data)

    def rows(self, table: str) -> list[dict]:
        """A table's rows with exact values, by the labels of the columns."""
        head, *body = self.tables[f"table-{table}"]
        return [{label: exact for (_, label), (exact, _) in zip(head, row)} for row in body]

    @property
    def drawn(self) -> list[str]:
        """What is read in charts."""
        return [*_texts_in(self.figures)]

    @property
    def words(self) -> list[str]:
        """All that is read, also what is said by attributes and by the page's script."""
        return [*self.texts, *self.said, *self.drawn]

    @property
    def text(self) -> str:
        """All that is read, blanks made one."""
        return " ".join(" ".join(self.texts).split())


def _unpacked(data: str):
    """What a script holds; large ones are packed."""
    is_plain = data.startswith(("[", "{"))
    return json.loads(data if is_plain else gzip.decompress(base64.b64decode(data)))


def _texts_in(part, name: str = "") -> Iterator[str]:
    """What is read in figures."""
    if isinstance(part, str) and name in DRAWN:
        yield part
    elif isinstance(part, (dict, list)):
        own = part.items() if isinstance(part, dict) else ((name, one) for one in part)
        for key, one in own:
            yield from _texts_in(one, key)


def in_words(html: str) -> str:
    """HTML without the marks that keep a unit or a period on one line."""
    return re.sub(r'<span class="whole">([^<]*)</span>', r"\1", html)


def read_page(path) -> Page:
    """A page from its file."""
    return Page(Path(path).read_text(encoding="utf-8"))
