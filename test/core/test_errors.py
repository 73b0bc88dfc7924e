"""Messages keep their sentence and their values apart, so that they can be translated."""

from carbon_zones.core.base.messages import (
    DataError,
    Message,
    MessageList,
    Term,
    get_gdal_reason,
    translate_message,
)


def test_a_message_is_its_sentence_with_the_values_filled_in():
    message = Message("{layer} holds {value:.3g}", layer="a", value=0.12345)
    assert str(message) == "a holds 0.123"
    assert (message.template, message.values["layer"]) == ("{layer} holds {value:.3g}", "a")


def test_braces_in_what_the_user_named_are_just_characters():
    assert str(DataError("{layer} is empty", layer="a{0}{b}")) == "a{0}{b} is empty"


def test_an_error_carries_its_message():
    error = DataError("{table} row {row}: bad", table="T", row=3)
    assert str(error) == str(error.message) == "T row 3: bad"
    assert error.message.template == "{table} row {row}: bad"
    assert isinstance(error, ValueError)


def test_of_what_gdal_says_the_first_line_counts():
    error = RuntimeError("\n no such file. \nsecond line\nthird line")
    assert get_gdal_reason(error) == "no such file"
    assert get_gdal_reason(RuntimeError(" \n")) == "no reason given by GDAL"


def test_what_is_within_a_message_is_said_in_the_same_language():
    words = {
        "{layer} is in {unit}: {parts}": "{layer} in {unit}: {parts}",
        "foot": "Fuss",
        "{n} cells": "{n} Zellen",
        "; ": " und ",
    }
    message = Message(
        "{layer} is in {unit}: {parts}",
        layer="foot",  # what the user named stays
        unit=Term("foot"),
        parts=MessageList([Message("{n} cells", n=3), Message("{n} cells", n=4)], Term("; ")),
    )
    assert translate_message(message, words.__getitem__) == "foot in Fuss: 3 Zellen und 4 Zellen"
    assert str(message) == "foot is in foot: 3 cells; 4 cells"
