"""Lists in a text, with what any keyboard writes between their parts."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import parse_years
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.base.numbers import parse_nodata, split_list
from carbon_zones.core.change.markov import parse_target_years
from carbon_zones.core.path.emissions import read_activity
from carbon_zones.core.path.path import read_path_years
from carbon_zones.core.scheme.class_table_proposal import parse_expected_accuracies
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import parse_disturbing_classes
from carbon_zones.test.core.paths import shipped, table_of

COMMA, SEMICOLON, LIST_COMMA = "\uff0c", "\uff1b", "\u3001"
BETWEEN = [",", ";", COMMA, SEMICOLON, LIST_COMMA]


def wide(text: str) -> str:
    """As a Chinese keyboard writes it where letters are wide: U+FF01 to U+FF5E."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6), st.data())
def test_parts_in_quotes_come_back_whatever_is_in_them(parts, data):
    """Against the writer of Python's csv, which doubles quotes."""
    line = ""
    for number, part in enumerate(parts):
        quoted = io.StringIO()
        csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator="").writerow([part])
        line += (data.draw(st.sampled_from(BETWEEN)) if number else "") + quoted.getvalue()
    assert split_list(line) == [part.strip() for part in parts]


@given(st.lists(st.text("ab c1=\u77ff", max_size=5), min_size=1, max_size=6), st.data())
def test_plain_parts_come_back(parts, data):
    line = parts[0]
    for part in parts[1:]:
        line += data.draw(st.sampled_from(BETWEEN)) + part
    assert split_list(line) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("a,", ["a", ""]),
        ('"Dump, old"=0.9, b', ["Dump, old=0.9", "b"]),
        ('5" pipe, b', ['5" pipe', "b"]),
        ('"a, b', ['"a', "b"]),
        ("a\nb\r\nc", ["a", "b", "c"]),
    ],
)
def test_parts_by_hand(text, parts):
    assert split_list(text) == parts


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("write", [str, wide])
def test_every_list_takes_every_separator(between, write):
    """And full-width digits and signs where numbers are read."""
    layers = ["a", "b"]
    years = between.join([write("1986"), write("2018")])
    assert parse_years(years, layers) == parse_years(years + between, layers) == ["1986", "2018"]
    assert parse_target_years(years) == [1986, 2018]
    assert parse_nodata(between.join([write("-1.5"), write("255")])) == (-1.5, 255.0)
    activity = read_activity(
        table_of("ACTIVITY", shipped("activity")), load_default_table("factors.csv"), Notes()
    )
    milestones = between.join([write("2030"), write("2050")])
    assert read_path_years(None, 2060, milestones, activity, Notes()).milestones == [2030, 2050]
    assert parse_disturbing_classes(f"mine{between}built").groups == ("mine", "built")
    read = parse_expected_accuracies(f"arable{write('=0.9')}{between}\u77ff{write('=0.7')}")
    assert read.named == [("arable", 0.9), ("\u77ff", 0.7)]
    assert parse_expected_accuracies(write("0.85")).others == 0.85
