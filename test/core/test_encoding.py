"""Text files are read in the encoding that they are in, or not at all."""

import pytest

from carbon_zones.core.scheme.table import decode_text

# Land use as Chinese tables name it. Read as UTF-8, many of these would be one and the same.
WORDS = ("耕地", "林地", "草地", "水域", "建设用地", "未利用地", "露天采场", "排土场", "工业场地")
TEXT = "value,class\n" + "".join(f"{number},{word}\n" for number, word in enumerate(WORDS))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gbk", "GB18030"),
        ("gb2312", "GB18030"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_every_word_comes_back(codec, name):
    assert decode_text(TEXT.encode(codec)) == (TEXT, name)


def test_a_mark_of_the_other_order_of_bytes():
    assert decode_text(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, "UTF-16")
    assert decode_text(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be")) == (TEXT, "UTF-32")


@pytest.mark.parametrize("text", ["", "value,class\n1,one\n", "Ærø, Größe, 耕地, 😀\n"])
def test_utf8_is_what_it_says(text):
    assert decode_text(text.encode()) == (text, "UTF-8")


@pytest.mark.parametrize(
    "data",
    [
        b"value,class\n1,for\xeat\n2,\xff\n",  # Latin 1
        b"\xff\xfe\x00",  # half a letter
        b"value\0,class\n",
        TEXT.encode("utf-16-le"),  # without a mark
        bytes(range(256)),
    ],
)
def test_other_bytes_are_no_text(data):
    assert decode_text(data) is None
