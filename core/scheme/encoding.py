"""How the letters of a text file are written."""

from __future__ import annotations

import codecs

UTF8 = "UTF-8"
# A mark at the beginning says it; the longer one first, which begins like the shorter.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF8),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# What spreadsheets write in China; GBK and GB2312 are parts of it.
CHINESE = "GB18030"


def decoded(data: bytes) -> tuple[str, str] | None:
    """The text of a file and the name of its encoding; None where it is in none of them.

    By its mark, else UTF-8, else GB18030. Other bytes than text have no place in a table.
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _read(data, codec, name)
    return _read(data, "utf-8", UTF8) or _read(data, "gb18030", CHINESE)


def _read(data: bytes, codec: str, name: str) -> tuple[str, str] | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, name)
