"""What the values of a case are and what they are called: by anything, or by a legend."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .legends import LEGENDS, codes_of, default_lands, lands_of, legend

WORDS = ("Arable", "forest", "Grass", "Water", "Town", "Pit", "Dump", "Reed", "Scrub")
# Those of the default scheme, of further legends, and some of a user's own.
GROUPS = ("sink", "sink", "sink", "mine", "mine", "built", "water", "city", "")
# Codes that hardly any legend has.
STRANGE = (77, 97, 101, 102, 119, 253, -7)


class Palette(NamedTuple):
    """The values of a case, what layers may call them, and by what they are named."""

    codes: tuple = ()
    names: dict = {}  # noqa: RUF012, a tuple's default is never changed
    colours: dict = {}  # noqa: RUF012
    scheme: str | None = None

    @property
    def is_any(self) -> bool:
        """Whether values are any numbers, with names that no scheme has."""
        return not self.codes


def random_palette(rng: np.random.Generator) -> Palette:
    """Half of the time any values; else those of a legend."""
    kind = rng.random()
    if kind < 0.45:
        return Palette()
    if kind < 0.77:
        return _of_legend(rng)
    if kind < 0.96:
        return _named(rng)
    return _unnamed(rng)


def _of_legend(rng) -> Palette:
    """Codes of a shipped legend, of its no data and of nothing, and strangers with names."""
    name = str(rng.choice(LEGENDS))
    codes = _some(rng, codes_of(name, "class"), 7)
    codes += _some(rng, codes_of(name, "nodata", "none"), 2) if rng.random() < 0.5 else []
    strange = [v for v in _some(rng, STRANGE, 4) if v not in codes_of(name)]
    pool = _pool(name)
    # A layer may call the legend's own codes what it will: the legend counts.
    called = [*strange, *(v for v in codes if rng.random() < 0.3)]
    names = {v: _word(rng, pool) for v in called if rng.random() < 0.8}
    return Palette(tuple(codes + strange), names, scheme=name)


def _named(rng) -> Palette:
    """Values that only the layers name, mostly like classes of the default scheme."""
    codes = rng.permutation(20)[: rng.integers(2, 10)].tolist()
    pool = [word for land in default_lands() for word in (land.key, land.name, *land.aliases)]
    names = {v: _word(rng, pool if rng.random() < 0.85 else WORDS) for v in codes}
    return Palette(tuple(codes), names)


def _unnamed(rng) -> Palette:
    """Codes of a shipped legend which nobody names, but perhaps with colours of one."""
    name = str(rng.choice(LEGENDS))
    codes = _some(rng, codes_of(name), 6)
    codes += [int(rng.choice(STRANGE))] if rng.random() < 0.2 else []
    colours = {}
    if rng.random() < 0.6:
        rows = legend(name if rng.random() < 0.7 else str(rng.choice(LEGENDS)))
        colours = {int(row["value"]): row["colour"] for row in rows if int(row["value"]) < 256}
    return Palette(tuple(codes), colours=colours)


def _some(rng, values, most: int) -> list:
    """Up to so many of some values, one at least where there is one."""
    values = list(values)
    count = min(len(values), int(rng.integers(1, most + 1)))
    return [values[n] for n in rng.permutation(len(values))[:count]]


def _pool(name: str) -> list[str]:
    """Names of the default scheme, of a legend's classes, of its products, and others."""
    lands = [*default_lands(), *lands_of(name).values()]
    words = [word for land in lands for word in (land.key, land.name, *land.aliases)]
    return [*words, *WORDS, *WORDS, *(row["product_name"] for row in legend(name))]


def _word(rng, pool) -> str:
    """One of some words, its letters in any case."""
    word = str(pool[rng.integers(len(pool))])
    return [word, word, word.upper(), word.lower()][rng.integers(4)].strip()


def random_words(rng, count: int, words: tuple = WORDS) -> list[str]:
    """Class names, some of them the same but for their case."""
    words = rng.choice(words, count).tolist()
    return [word.upper() if rng.random() < 0.3 else word for word in words]


def random_table(rng, dates: list, words: tuple = ()) -> list[dict]:
    """A class table of about half of the values that occur, some of one class.

    Args:
        words: keys of a table of all values.
    """
    values = sorted({int(v) for d in dates for v in np.unique(d.values) if v == v}) or [1]
    chosen = rng.permutation(len(values))[: len(values) if words else len(values) // 2 + 1]
    words = words or WORDS
    groups = {word.casefold(): str(rng.choice(GROUPS)) for word in words}
    named = {word.casefold() for word in words if rng.random() < 0.3}
    rows = []
    for n, word in zip(chosen, random_words(rng, len(chosen), words)):
        key = word.casefold()
        first = not any(r["class"].casefold() == key for r in rows)
        # What stands in the first row of a class need not stand in the others.
        told = first or rng.random() < 0.5
        rows.append(
            {
                "value": values[n],
                "class": word,
                "name": f"{key} land 地" if key in named and told else "",
                "group": groups[key] if told else "",
            }
        )
    return rows
