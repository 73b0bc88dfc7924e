"""What tests of the manual share: its pages, their commands, tables and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from carbon_zones.test.helpers import ROOT

DOCS = ROOT / "docs"
# Commands and numbers of the Chinese pages are those of the English ones (test_manual_chinese.py).
CHINESE_PAGES = sorted((DOCS / "zh_CN").rglob("*.md"))
PAGES = sorted(set(DOCS.rglob("*.md")) - set(CHINESE_PAGES))

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def label(page: Path) -> str:
    """A page as tests call it."""
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@dataclass
class Command:
    """A block of shell commands on a page, and the lines that the page says it prints."""

    script: str
    printed: list = field(default_factory=list)


def commands_of(page: Path) -> list[Command]:
    """The blocks marked sh, each with the lines of the block marked text that follows it."""
    commands = []
    for kind, body in FENCE.findall(text_of(page)):
        if kind == "sh":
            commands.append(Command(body))
        elif kind == "text":
            commands[-1].printed += body.splitlines()
    return commands


def plain(line: str) -> str:
    """A line without regard to blanks and tabs."""
    return " ".join(line.split())


def table_under(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head; empty where there is none."""
    part = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return _rows(part[1]) if part else []


def table_after(text: str, words: str) -> list[list[str]]:
    """The rows of the first table after some words, without its head."""
    return _rows(text[text.index(words) :])


def _rows(text: str) -> list[list[str]]:
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    lines = table[0].splitlines()[2:] if table else []
    return [[cell.strip() for cell in re.split(r"\s\|(?=\s)", line.strip("|"))] for line in lines]


def name_in(cell: str) -> str:
    """The name in backticks with which a cell begins, or ''."""
    found = re.match(r"`([^`]+)`", cell)
    return found[1] if found else ""
