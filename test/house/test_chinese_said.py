"""The Chinese says nothing that the English does not: directions, times, units, one for two.

What it has to say stands in test_chinese_words.py.
"""

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.report.results_page import format_dates
from carbon_zones.test import manual
from carbon_zones.test.house.test_chinese_words import BOTH, TEXTS, i18n, said_of, words_of

# What is said in Chinese, and the English of which something has to be there.
SAID = {
    "提高|升高|增高|增大|上升|增多|增至": (
        "increas|rise|rising|rose|gr[eo]w|more|high|large|gain|longer|raise|further|again|up "
    ),
    "降低|下降|减小|变小|减少|变少|减至|降至": (
        "decreas|f[ae]ll|less|few|low|small|short|los[est]|declin|shr[aiu]nk|reduc|down"
    ),
    "(?<!不)晚于|之后|以后": (
        "after|later|since|from|follow|on |last|behind|when|none up to|first|left"
    ),
    "早于|之前|以前": "before|earlier|previous|former|until|ago|already|yet| by ",
    "大于|超过|多于|高于|长于": (
        "more|great|above|excee|over|larger|beyond|longer|up to|>|than|too|most"
    ),
    "小于|少于|低于|短于": "less|fewer|below|under|small|low|least|short|or more|and more|most|<|≥",
    "北": "north|N\\b",
    "(?<![指越])南": "south",
    "东(?!西)": "east|E\\b",
    "(?<!东)西(?!班|兰)": "west|Shanxi|Brazil",
}
MANY_WORDS = 60


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("chinese", SAID)
def test_no_direction_is_said_that_is_not_meant(where, chinese):
    english = re.compile(SAID[chinese], re.IGNORECASE)
    found = [text for text, told in BOTH[where].items() if re.search(chinese, words_of(told))]
    assert found
    wrong = [text for text in found if not english.search(text)]
    assert [text for text in wrong if len(said_of(text)) < MANY_WORDS] == []


def test_units_without_a_value_are_the_same():
    """As in headings; what is said per hectare in words may have no unit."""
    units = {
        "ha": (r"\bk?ha\b", r"hm²|\bk?ha\b"),
        "km²": ("km²", "km²"),
        "km": (r"km\b(?!²)|kilomet", r"km(?!²)|千米|公里"),
        "CO2": (r"CO[2₂]|carbon dioxide", "CO[2₂]|二氧化碳"),
    }
    for unit, (english, chinese) in units.items():
        wrong = [
            text
            for text, told in TEXTS.items()
            if len(said_of(text)) < MANY_WORDS
            and "ectare" not in text
            and bool(re.search(english, text)) != bool(re.search(chinese, told))
        ]
        assert wrong == [], unit


def test_no_two_texts_of_one_file_are_the_same_in_chinese():
    """As directions, climates and classes, of which one would be told as another."""
    told: dict = {}
    for message in ElementTree.parse(i18n.TS).iter("message"):
        for place in message.iter("location"):
            if not place.get("filename").endswith(".csv"):
                key = place.get("filename"), message.findtext("translation")
                told.setdefault(key, set()).add(message.findtext("source"))
    assert [texts for texts in told.values() if len({text[:8].lower() for text in texts}) > 1] == []


# What is written one way, and the other ways that were seen.
ONE_WAY = {
    "a span of years, with its hyphen": "[0-9}]\\s*[\u2014\u2013~\uff5e]\\s*[0-9{](?!%)",
    "the classes that are carbon sinks": "碳汇用地",
    "land that is disturbed": "采矿占用|被占用|占用土地|占用地类|占用碳汇",
    "a year, and a number of them, with a space": "[0-9}]年",
    "hectares, with a space after them": "[0-9}] ?hm²[\u4e00-\u9fff]",
    "the authors of a work": "Yang等",
    "a word once": "取取|的的|为为|（此处取\\{",
}


@pytest.mark.parametrize("what", ONE_WAY)
def test_it_is_written_in_one_way(what):
    pages = {str(page): manual.text_of(page) for page in manual.CHINESE_PAGES}
    found = [
        (where, match[0])
        for where, text in {**TEXTS, **pages}.items()
        for match in re.finditer(ONE_WAY[what], text)
    ]
    assert found == []


def test_wet_and_moist_climates_have_one_word_each():
    words = {"wet": "潮湿", "moist": "湿润"}
    found = 0
    for text, told in TEXTS.items():
        match = re.match(
            r"(?:tropical|(?:warm|cool) temperate|boreal|polar) (wet|moist)(?=$|:| deciduous)",
            text,
            re.IGNORECASE,
        )
        if match:
            found += 1
            other = {"wet": "湿润", "moist": "潮湿"}[match[1].lower()]
            assert words[match[1].lower()] in told, text
            assert other not in told, text
    assert found >= 12


def test_years_are_said_to_be_years():
    """Dates of a page, of which none is a year where a layer has none."""

    def chinese(text: str) -> str:
        return TEXTS.get(text, text)

    years = SimpleNamespace(labels=["1986", "2000", "2018"])
    assert translate_message(format_dates(years), chinese) == "1986、2000、2018 年"
    layers = SimpleNamespace(labels=["1986", "now"])
    assert translate_message(format_dates(layers), chinese) == "1986, now"
    many = SimpleNamespace(labels=[str(year) for year in range(1986, 2000)])
    assert translate_message(format_dates(many), chinese) == "1986 年至 1999 年"
    # After a year that is put in as such comes the word for it, and not in the text itself.
    for text in ("Mined land, {first} to {last}", "Disturbed land ({groups}), {first} to {last}"):
        assert re.search(r"\{first\} 年至 \{last\} 年", TEXTS[text])
