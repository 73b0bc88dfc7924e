"""The manual's tables of columns are what the data dictionary says, and it says no more."""

import re

import pytest

from carbon_zones.test import manual
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.tools import columns
from carbon_zones.tools.i18n import DICTIONARY

PAGES = [(language, algorithm) for language in columns.LANGUAGES for algorithm in CONTRACTS]


def page_of(language: str, algorithm: str) -> str:
    return manual.text_of(columns.LANGUAGES[language][0] / f"{algorithm}.md")


@pytest.mark.parametrize(("language", "algorithm"), PAGES)
def test_a_page_has_the_columns_of_the_dictionary(language, algorithm):
    text = page_of(language, algorithm)
    mended = columns.in_step(text, algorithm, language)
    wrong = [line for line in text.split("\n") if line not in mended.split("\n")]
    assert text == mended, f"edit {DICTIONARY} or test/contract, then run `make columns`: {wrong}"


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_a_page_has_no_other_tables(algorithm):
    headings = re.findall(r"^### Columns of `(\w+)`$", page_of("", algorithm), re.MULTILINE)
    assert sorted(headings) == sorted(set(CONTRACTS[algorithm].fields) - {columns.ELSEWHERE})


def test_every_line_of_the_dictionary_is_on_a_page():
    told = set()
    for algorithm, contract in CONTRACTS.items():
        for table in contract.fields:
            rows = manual.table_under(page_of("", algorithm), f"Columns of `{table}`")
            names = filter(None, (manual.name_in(row[0]) for row in rows))
            told.update(columns.key_of(name, algorithm, table) for name in names)
    assert set(columns.dictionary()) - told == set(), (
        f"remove from {DICTIONARY}, or add to test/contract"
    )
    silent = [key for key, (_, meaning) in columns.dictionary().items() if not meaning]
    assert silent == [], f"fill in `meaning` in {DICTIONARY} and run `make columns`"
