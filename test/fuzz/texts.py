"""Random table texts in the encodings that people's programs write, and bytes that are none."""

from __future__ import annotations

import codecs

import numpy as np

from carbon_zones.core.scheme.encoding import decoded

from .legends import LEGENDS, default_lands, lands_of

# How an encoding is written: Python's codec and the mark before it.
ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a mark": ("utf-8", codecs.BOM_UTF8),
    "UTF-16 LE": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", codecs.BOM_UTF16_BE),
    "GB18030": ("gb18030", b""),
}
# Letters of two, three and four bytes, some that GBK lacks, and what stands in tables besides.
LETTERS = "aZé µñЖ中文矿区草地林耕陆联通扩展㐀㑇𠀀𠮷€·—“”（），,;\t\"'0123456789.-@=*#\n\r"


def encoded(text: str, name: str) -> bytes:
    """A text in one of ENCODINGS."""
    codec, mark = ENCODINGS[name]
    return mark + text.encode(codec)


def is_ambiguous(data: bytes) -> bool:
    """Whether bytes in GB18030 are good UTF-8 too, which then counts; short texts may be."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def fault_of_text(rng: np.random.Generator) -> str | None:
    """What is wrong with how a random text is read, '' if nothing; None where it is ambiguous."""
    if rng.random() < 0.2:
        return _fault_of_bytes(rng)
    name = str(rng.choice(list(ENCODINGS)))
    text = _table(rng) if rng.random() < 0.6 else _letters(rng)
    data = encoded(text, name)
    if name == "GB18030" and is_ambiguous(data):
        return None
    found = decoded(data)
    wanted = "UTF-8" if name.startswith("UTF-8") or data.isascii() else name.split(" ")[0]
    return "" if found == (text, wanted) else f"{text!r} in {name} is read as {found!r}"


def _fault_of_bytes(rng) -> str:
    """Any bytes are a text without zeros or none, and nothing crashes."""
    data = rng.integers(0, 256, int(rng.integers(0, 60)), np.uint8).tobytes()
    if rng.random() < 0.5:
        mark = str(rng.choice(list(ENCODINGS)))
        data = ENCODINGS[mark][1] + data
    found = decoded(data)
    good = found is None or ("\0" not in found[0] and isinstance(found[1], str))
    return "" if good else f"{data!r} is read as {found!r}"


def _letters(rng) -> str:
    # A mark of its own at the beginning would be taken for that of the file.
    return "".join(LETTERS[n] for n in rng.integers(len(LETTERS), size=rng.integers(0, 80)))


def _table(rng) -> str:
    """A class table with Chinese names."""
    lands = list({*default_lands(), *lands_of(str(rng.choice(LEGENDS))).values()})
    end = str(rng.choice(["\n", "\r\n"]))
    rows = ["value,class,name,group"]
    for value, place in enumerate(rng.permutation(len(lands))[: rng.integers(1, 12)]):
        land = sorted(lands)[place]
        rows.append(f'{value},{land.key},"{land.aliases[0]}",{land.group}')
    return end.join([*rows, ""])
