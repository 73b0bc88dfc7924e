"""The Chinese says what the English says: the words that change a meaning, numbers, signs, units.

Held side by side are the texts of the window and the lines of the manual. Of two opposites of
which the English has one, the Chinese has a word of that one, and not the other's alone.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations

import pytest

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT, read_csv
from carbon_zones.test.page_pairs import HAN, english_of, prose_lines

spec = importlib.util.spec_from_file_location("carbon_zones_i18n", ROOT / "tools" / "i18n.py")
i18n = importlib.util.module_from_spec(spec)
spec.loader.exec_module(i18n)

TEXTS = i18n.read_ts()


# What is no word of a sentence: code, values to come, where a link leads, keys.
NO_WORDS = re.compile(
    r"(?:\w+:)?`[^`]*`|\{[^}]*\}|\]\([^)]*\)|\b[A-Z][A-Z0-9_]{2,}\b|\(all\)|@\w+|\w+=|\w+:[A-Z]+"
    r"|[a-z_]+(?: [+-] [a-z_]+)+"
)
HERE = ROOT / "test" / "house"
# Words that stand for something else together, or for nothing that Chinese needs a word for.
TOGETHER = re.compile(
    "|".join((HERE / "chinese_phrases.txt").read_text("utf-8").splitlines()), re.IGNORECASE
)
# Literature, and rows of inputs and outputs, which are texts of the window.
LEFT_OUT = re.compile(r"- [A-Z].*\(\d{4}\)|\| `[A-Z][A-Z0-9_]*`")


def lines_of_the_manual() -> dict[str, str]:
    """The Chinese of each English line; what is the same in both is no translation."""
    found = {}
    for page in manual.CHINESE_PAGES:
        chinese = manual.text_of(page).split("\n")
        for number, line in prose_lines(manual.text_of(english_of(page))):
            if HAN.search(chinese[number]) and not LEFT_OUT.match(line):
                found[line] = chinese[number]
    return found


BOTH = {"window": TEXTS, "manual": lines_of_the_manual()}

# Words in English, in Chinese, and in Chinese those that may also mean another; first opposites,
# which have the number of their pair, then words of the window that stand for one thing.
WORDS: dict[str, list[list[str]]] = defaultdict(list)
for row in read_csv(HERE / "chinese_words.csv"):
    WORDS[row["pair"]].append([row[column] for column in ("english", "chinese", "also")])
OTHERS = WORDS.pop("")
MEANINGS = [*WORDS.values()]


def words_of(text: str) -> str:
    """A text without what is no word."""
    return NO_WORDS.sub(" _ ", text)


@cache
def said_of(english: str) -> list[str]:
    """The words of an English text that Chinese needs words for."""
    return re.findall(r"[^\W_][\w'-]*", TOGETHER.sub(" _ ", words_of(english)).lower())


@cache
def spellings(words: str) -> set[str]:
    """Which words of all texts are meant."""
    pattern = re.compile(words)
    return {word for word in ALL_WORDS if pattern.fullmatch(word)}


def places(words: str, english: str) -> list[int]:
    """Where one of some words stands among those of a text."""
    said, meant = said_of(english), spellings(words)
    return [] if meant.isdisjoint(said) else [n for n, word in enumerate(said) if word in meant]


ALL_WORDS = {word for texts in BOTH.values() for text in texts for word in said_of(text)}


# Of what is said in long paragraphs, and of columns in lists of them, a word more says little.
LONG, COLUMNS = 90, "Table with the columns"


def wrong_meanings(english: str, chinese: str):
    """The meanings of the English that the Chinese lacks, or turns round."""
    told = words_of(chinese)
    if len(said_of(english)) >= LONG:
        return
    for one, other in MEANINGS:
        for (words, narrow, wide), (other_words, other_narrow, _) in ((one, other), (other, one)):
            if not places(words, english) or re.search(narrow, told):
                continue
            is_turned = re.search(other_narrow, told) and not places(other_words, english)
            if is_turned or not (wide and re.search(wide, told)):
                yield words


@pytest.mark.parametrize("where", BOTH)
def test_opposites_are_not_turned_round(where):
    wrong = [(text, *wrong_meanings(text, told)) for text, told in BOTH[where].items()]
    assert [one for one in wrong if one[1:]] == []


@pytest.mark.parametrize("where", BOTH)
def test_opposites_come_in_the_same_order(where):
    """Where each comes once; rows, columns and inputs stand in Chinese where the grammar wants."""
    compared, wrong = 0, []
    for text, told in BOTH[where].items():
        for one, other in MEANINGS:
            english = [places(words, text) for words, *_ in (one, other)]
            if [*map(len, english)] != [1, 1] or re.search("row|input", one[0]):
                continue
            chinese = [[*re.finditer(narrow, words_of(told))] for _, narrow, _ in (one, other)]
            if [*map(len, chinese)] == [1, 1]:
                compared += 1
                orders = [english[0][0] < english[1][0], chinese[0][0].end() < chinese[1][0].end()]
                wrong += [(one[0], text)] if orders[0] != orders[1] else []
    assert wrong == []
    assert compared > 50


def test_words_that_stand_for_one_thing_are_translated():
    wrong = [
        (words, text)
        for text, told in TEXTS.items()
        if len(said_of(text)) < LONG and not text.startswith(COLUMNS)
        for words, chinese, _ in OTHERS
        if places(words, text) and not re.search(chinese, told)
    ]
    assert wrong == []


# What says no in English, in one way or another; and what says it in Chinese but within a word.
DENIED = re.compile(
    r"\b(?:no|not|none|never|nothing|nobody|neither|nor|without|cannot|nowhere|un\w+|in\w+|im\w+"
    r"|except|few\w*|less|least|most|lacks?|else|only|empty|too|instead|hardly|outside|beyond"
    r"|fail\w*|refuse\w*|left|leave|miss\w*|alone|but|other\w*|another|apart|rather|before|kept"
    r"|persist\w*|differ\w*|stays?|remain\w*|far|dry|drier|and more|besides|any|all|gone|silent"
    r"|as it was|for want|nodata|leaves|disagree|whatever|anybody|land near|same holds|for ever"
    r"|chance|slips)\b",
    re.IGNORECASE,
)
WITHIN = re.compile(
    "不同|不变|不一致|不错|无论|差异|不确定性|无穷|不予|无人机|不分|不限|不在意|不小于|不透明度"
)


@pytest.mark.parametrize("where", BOTH)
def test_no_chinese_denies_what_the_english_does_not(where):
    denied = re.compile("不|未|没有|无")
    assert [
        (text, told)
        for text, told in BOTH[where].items()
        if denied.search(WITHIN.sub("", words_of(told))) and not DENIED.search(words_of(text))
    ] == []


# Numbers


NUMERALS = {"范围一": "1", "范围二": "2", "范围三": "3", "零": "0", "zero": "0"}
# Numbers that one language alone needs: by what stands beside them, and whole texts.
ALONE = re.compile(
    "方法 1（tier 1）|tier 1|8 邻域|1 (?=hm²土地|吨碳)|30 米|10 米|(?<=一个为 )0"
    "|back to 0|CO[2₂]|净变化为零"
)
ALONE_IN = re.compile(
    "No uncertainty: |What the net hangs on|One row per period, item, unit and method"
)


def numbers_of(text: str) -> set[str]:
    """The numbers of a text, without those of codes and of values to come."""
    text = ALONE.sub(" ", NO_WORDS.sub(" _ ", text))
    for numeral, digit in NUMERALS.items():
        text = text.replace(numeral, f" {digit} ")
    text = re.sub(r"(?<!\d)\.(?=\d)", "0.", text)
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}


def test_numbers_are_the_same():
    wrong = [(t, numbers_of(t) ^ numbers_of(told)) for t, told in TEXTS.items()]
    assert [one for one in wrong if one[1] and not ALONE_IN.match(one[0])] == []


SIGNS = {"<": "<", ">": ">", "\u2265": "\u2265", "\u2264": "\u2264", "+-": "±", "±": "±"}


def test_signs_of_comparison_are_the_same():
    pattern = re.compile("[<>\u2265\u2264±]|\\+-")
    wrong = [
        text
        for text, told in TEXTS.items()
        if Counter(SIGNS[sign] for sign in pattern.findall(text))
        != Counter(SIGNS[sign] for sign in pattern.findall(told))
    ]
    assert wrong == []


# Units, of a value that is put in, as they stand behind it or, in Chinese, in front.
UNIT = re.compile(
    r"\{(\w+)[^}]*\}[ \u00a0]?"
    r"(t C/(?:ha|hm²)|t CO[2₂]e?|t C\b|t\b(?! )|t(?= of)|%|ha\b|hm²|km\b|m\b|米)"
)
LIKE = {"hm²": "ha", "t C/hm²": "t C/ha", "米": "m", "t CO₂": "t CO2", "t CO₂e": "t CO2e"}


def units_of(text: str) -> dict[str, str]:
    """The units of values by their names."""
    text = re.sub(r"(碳|CO₂) ?(\{\w+\}) t", lambda m: f"{m[2]} t {m[1].replace('碳', 'C')}", text)
    return {value: LIKE.get(unit, unit) for value, unit in UNIT.findall(text)}


def test_values_have_the_same_units():
    wrong = [(t, units_of(t), units_of(told)) for t, told in TEXTS.items()]
    assert [one for one in wrong if one[1] != one[2] and not one[0].startswith("Strata")] == []
    assert len([one for one in wrong if one[1]]) > 100


def test_values_of_one_unit_come_in_the_same_order():
    """So that none is told as another: what was lost as what was regained."""
    wrong = []
    for text, told in TEXTS.items():
        units, orders = units_of(text), [re.findall(r"\{(\w+)", one) for one in (text, told)]
        for one, other in combinations(units, 2):
            # "5 of 6" is "of 6 5" in Chinese.
            is_of = re.search(rf"{one}[^{{}}]*\}} \S+ of \{{{other}", text)
            if units[one] == units[other] and not is_of:
                order = [places.index(one) < places.index(other) for places in orders]
                if order[0] != order[1]:
                    wrong.append((one, other, text))
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("low", "high"), ("least", "most"), ("earlier", "later"), ("before", "after"), ("x", "y")],
)
def test_values_that_are_opposites_come_in_the_same_order(one, other):
    pattern = re.compile(rf"\{{({one}|{other})\b")
    wrong = [t for t, told in TEXTS.items() if pattern.findall(t) != pattern.findall(told)]
    assert wrong == []
