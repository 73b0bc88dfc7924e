"""The shipped legends and the default scheme, read by Python's csv module and nothing else."""

import csv
from functools import cache
from typing import NamedTuple

from ..helpers import ROOT

LEGENDS = sorted(path.stem for path in (ROOT / "resources" / "legends").glob("*.csv"))
SCHEME = ROOT / "resources" / "schemes" / "coal_mine"


class Land(NamedTuple):
    """A class, and its value in tables; an unclassified value makes one that is not listed."""

    value: int
    key: str
    name: str
    group: str = ""
    aliases: tuple = ()
    listed: bool = True


def stranger(value: int) -> Land:
    """The class that a value makes which nobody names."""
    return Land(value, f"value {value}", str(value), listed=False)


def rows_of(path) -> list[dict]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def legend(name: str) -> list[dict]:
    return rows_of(ROOT / "resources" / "legends" / f"{name}.csv")


def codes_of(name: str, *roles: str) -> list[int]:
    """The codes of a legend that have one of these roles; all without any."""
    return [int(row["value"]) for row in legend(name) if not roles or row["role"] in roles]


@cache
def lands_of(name: str) -> dict[int, Land]:
    """The classes of a legend by code, in its order; codes of one key are one class."""
    rows = [row for row in legend(name) if row["role"] == "class"]
    words: dict[str, list] = {}
    first: dict[str, int] = {}
    for row in rows:
        words.setdefault(row["class"], []).extend([row["name_zh"], row["product_name"]])
        first.setdefault(row["class"], int(row["value"]))
    lands = {
        key: Land(value, key, *_told(rows, key), tuple(words[key])) for key, value in first.items()
    }
    return {int(row["value"]): lands[row["class"]] for row in rows}


def _told(rows: list, key: str) -> tuple[str, str]:
    """Name and group of a class."""
    return next((row["name"], row["group"]) for row in rows if row["class"] == key)


@cache
def default_lands() -> list[Land]:
    """The classes of the default scheme, which know their Chinese names too."""
    chinese = {row["class"]: row["name"] for row in rows_of(SCHEME / "zh_CN" / "classes.csv")}
    return [
        Land(int(row["value"]), row["class"], row["name"], row["group"], (chinese[row["class"]],))
        for row in rows_of(SCHEME / "classes.csv")
    ]


def default_rows(file: str) -> list[dict]:
    """The rows of a table of the default scheme, such as zones.csv."""
    return rows_of(SCHEME / file)
