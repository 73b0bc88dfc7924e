"""What `make bench` measured is the same text on the pages of all languages."""

from __future__ import annotations

from carbon_zones.test import manual
from carbon_zones.test.page_pairs import GENERATED
from carbon_zones.tools.bench.__main__ import RECORDS, put_into


def made_part(text: str) -> str:
    begin, end = GENERATED
    return text.partition(begin)[2].partition(end)[0]


def test_pages_hold_the_same_measurements():
    parts = {made_part(manual.text_of(page)) for page in RECORDS}
    assert len(RECORDS) == 2
    assert len(parts) == 1
    assert all(len(part) > 1000 for part in parts)


def test_the_words_of_a_page_stay(tmp_path):
    begin, end = GENERATED
    page = tmp_path / "page.md"
    page.write_text(f"# 性能\n\n{begin}\n\nold\n\n{end}\n\n后文\n", encoding="utf-8")
    put_into(page, ["new", "| a |"])
    assert page.read_text("utf-8") == f"# 性能\n\n{begin}\n\nnew\n\n| a |\n\n{end}\n\n后文\n"
