"""What `make bench` measured is the same text on the pages of all languages."""

from carbon_zones.test import manual
from carbon_zones.test.page_pairs import GENERATED
from carbon_zones.tools.bench.__main__ import RECORDS


def made_part(text: str) -> str:
    begin, end = GENERATED
    return text.partition(begin)[2].partition(end)[0]


def test_pages_hold_the_same_measurements():
    parts = {made_part(manual.text_of(page)) for page in RECORDS}
    assert len(RECORDS) == 2
    assert len(parts) == 1
    assert all(len(part) > 1000 for part in parts)
