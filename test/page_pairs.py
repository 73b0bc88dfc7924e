"""What a page of the manual in another language must have in common with the English one.

Line N of the one is line N of the other, so that every fault has a page and a line.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.manual import slug

CHINESE = manual.DOCS / "zh_CN"
HAN = re.compile(r"[\u4e00-\u9fff]")
# Made by `make bench`, the same text in every language.
GENERATED = "<!-- table: made by make bench -->", "<!-- end of the table -->"

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"(#{1,6}) (.+)")
LISTED = re.compile(r"(\s*)(?:([-*+])|(\d+)\.) ")
SEPARATOR = re.compile(r"\|[\s|:-]+\|?$")
CELLS = re.compile(r"\s\|(?=\s|$)")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# What only prose has. A line without is names, units or numbers, the same in every language.
PROSE = re.compile(
    r"\b(the|a|an|of|and|or|to|in|on|is|are|was|by|with|for|that|what|which|it|its|no|not|if|as"
    r"|at|from|all|one|each|every|[A-Z]?[a-z]{5,})\b"
)
# What tables of parameters and outputs say in one way alone, and the cells that defaults stand in.
SAID = {"(advanced)": "（高级）", "only if asked for": "按需"}
DEFAULTS = {"none": "无", "must be given": "必填"}
# An entry of a list of literature keeps the language of what it names.
LITERATURE = re.compile(r"[->] .*\(\d{4}\b")


def counterpart(path: Path) -> Path:
    """Where a file that an English page leads to lies for the Chinese page."""
    if manual.DOCS not in path.parents:
        return path
    other = CHINESE / path.relative_to(manual.DOCS)
    shared = path.suffix != ".md" and not other.exists() and path.parent.name != "pictures"
    return path if shared else other


def english_of(page: Path) -> Path:
    """The English page of a Chinese one."""
    return manual.DOCS / page.relative_to(CHINESE)


def anchors(text: str) -> dict[str, int]:
    """The anchors of a page's headings, and their lines."""
    found = {}
    for number, line in prose_lines(text):
        heading = HEADING.fullmatch(line)
        if heading:
            found[slug(heading[2].replace("`", ""))] = number
    return found


def code_lines(text: str) -> set[int]:
    """The numbers of the lines, from 0, that are code, or generated."""
    lines: set[int] = set()
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in ("fence", "code_block"):
            lines.update(range(*token.map))
    begin, end = GENERATED
    if begin in text:
        first, last = (text[: text.index(mark)].count("\n") for mark in (begin, end))
        lines.update(range(first, last + 1))
    return lines


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are no code, with their numbers from 0."""
    code = code_lines(text)
    for number, line in enumerate(text.split("\n")):
        if number not in code:
            yield number, line


def kind(line: str) -> str:
    """What a line is: a heading of a level, a row of so many cells, and so on."""
    heading, listed = HEADING.fullmatch(line), LISTED.match(line)
    if not line.strip():
        return "blank"
    if heading:
        return f"a heading of level {len(heading[1])}"
    if SEPARATOR.fullmatch(line):
        return f"a line below {line.count('|')} heads"
    if line.startswith("|"):
        return f"a row of {len(CELLS.split(line.strip().strip('|')))} cells"
    if listed:
        return f"an entry of a list, {listed[2] or listed[3]}, {len(listed[1])} blanks in"
    if line.startswith(">"):
        return "a quotation"
    if line.startswith("<!--"):
        return "a comment"
    if line.startswith("!["):
        return "a picture"
    return f"text, {len(line) - len(line.lstrip(' '))} blanks in"


def spans(line: str) -> Counter:
    """The spans of code in a line."""
    return Counter(code for _, code in CODE.findall(line))


def words_of(line: str) -> str:
    """A line without code, and without where its links lead."""
    return LINK.sub(lambda link: link[0].replace(link[1], ""), CODE.sub(" ", line))


def numbers(line: str) -> Counter:
    """The numbers in a line's words."""
    return Counter(NUMBER.findall(words_of(line)))


def targets(line: str) -> list[str]:
    """Where the links and pictures of a line lead."""
    return LINK.findall(CODE.sub(" ", line))


def difference(expected: Counter, found: Counter) -> str:
    """What is missing of a counter, and what it has too many; '' if it is the same."""
    parts = [
        f"{what} {', '.join(sorted(some.elements()))}"
        for what, some in (("lacks", expected - found), ("has besides", found - expected))
        if some
    ]
    return "; ".join(parts)


@dataclass(frozen=True)
class Pair:
    """The text of an English page and that of the Chinese one, and where they lie."""

    english: str
    chinese: str
    english_path: Path
    chinese_path: Path

    @classmethod
    def of(cls, page: Path) -> Pair:
        """A Chinese page and its English one."""
        english = english_of(page)
        return cls(manual.text_of(english), manual.text_of(page), english, page)

    def faults(self) -> list[str]:
        """Where the pages are not in step, a line for each fault."""
        one, other = (text.split("\n") for text in (self.english, self.chinese))
        found = []
        if len(one) != len(other):
            found.append(
                self._fault(min(len(one), len(other)), f"{len(other)} lines, not {len(one)}")
            )
        code = code_lines(self.english)
        for number, (english, chinese) in enumerate(zip(one, other)):
            of_line = self._code_faults if number in code else self._line_faults
            found += [self._fault(number, what) for what in of_line(english, chinese)]
            # What follows would be told of a hundred times.
            if found and kind(english) != kind(chinese):
                break
        return found

    def _fault(self, number: int, what: str) -> str:
        return f"{self.chinese_path.relative_to(ROOT).as_posix()}:{number + 1}: {what}"

    def _code_faults(self, english: str, chinese: str) -> Iterator[str]:
        """A line that a run prints may be in Chinese, with the same numbers."""
        is_log = HAN.search(chinese) and not HAN.search(english)
        if is_log and Counter(NUMBER.findall(english)) == Counter(NUMBER.findall(chinese)):
            return
        if english != chinese:
            yield f"code, which is to be as in English: {english}"

    def _line_faults(self, english: str, chinese: str) -> Iterator[str]:
        if kind(english) != kind(chinese):
            yield f"is {kind(chinese)}, and not {kind(english)}: {english[:60]}"
            return
        for what, look in (("code", spans), ("number", numbers)):
            differs = difference(look(english), look(chinese))
            if differs:
                yield f"{what}: {differs}"
        for said, chinese_words in SAID.items():
            if english.count(said) != chinese.count(chinese_words):
                yield f"{chinese_words} is to stand where English has {said}: {english[:60]}"
        if english.startswith("| `"):
            last, other = (CELLS.split(line.strip().strip("|"))[-1] for line in (english, chinese))
            default = DEFAULTS.get(last.strip())
            if default and other.strip() != default:
                yield f"the last cell is to be {default}"
        is_literature = english == chinese and LITERATURE.match(english)
        if PROSE.search(words_of(english)) and not HAN.search(chinese) and not is_literature:
            yield f"is not translated: {english[:60]}"
        differs = difference(
            Counter(self._expected(link) for link in targets(english)), Counter(targets(chinese))
        )
        if differs:
            yield f"link: {differs}"

    def _expected(self, link: str) -> str:
        """Where the Chinese page leads in place of an English link."""
        path, mark, anchor = link.partition("#")
        if re.match(r"[a-z]+:", path):
            return link
        here = self.english_path
        there = Path(os.path.normpath(here.parent / path)) if path else here
        other = counterpart(there)
        to = Path(os.path.relpath(other, self.chinese_path.parent)).as_posix() if path else ""
        is_there = other == self.chinese_path or other.exists()
        if not mark or there.suffix != ".md" or not is_there:
            return to + mark + anchor
        line = anchors(self._text(there)).get(anchor)
        return f"{to}#{next((a for a, n in anchors(self._text(other)).items() if n == line), '?')}"

    def _text(self, page: Path) -> str:
        own = {self.english_path: self.english, self.chinese_path: self.chinese}
        return own.get(page) or manual.text_of(page)
