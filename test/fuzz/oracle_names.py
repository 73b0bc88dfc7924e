"""What the values of a case should be called, by the words of the manual."""

from __future__ import annotations

from dataclasses import dataclass, field

from .legends import LEGENDS, Land, codes_of, default_lands, lands_of, legend


@dataclass
class Names:
    """Classes by value, a dict per date; and those that rules may name, in their order.

    `nodata` are values that mean no data by the shipped legend.
    """

    by_date: list
    listed: dict = field(default_factory=dict)
    nodata: tuple = ()

    def add(self, land: Land) -> Land:
        """The class of this key: the first one that came."""
        return self.listed.setdefault(land.key.casefold(), land)

    @property
    def named(self) -> list[Land]:
        """The classes that a value has by somebody's word."""
        used = {land.key.casefold() for names in self.by_date for land in names.values()}
        return [land for key, land in self.listed.items() if key in used]


def names_of(case, needs_names: bool = False) -> Names:
    """The names of a case: by its class table, else by its shipped legend, else by its layers.

    Args:
        needs_names: whether the job needs classes with groups, if the case does not say so yet.
    """
    if case.table is not None:
        return _by_table(case.table, len(case.dates))
    scheme = case.scheme
    names = Names([], nodata=tuple(codes_of(scheme, "nodata")) if scheme else ())
    own = {value: names.add(land) for value, land in lands_of(scheme).items()} if scheme else {}
    known = list(names.listed.values())
    if scheme or needs_names or case.needs_names or _speaks_of_scheme(case):
        known += default_lands()
    borrowed: dict = {}
    for date in reversed(case.dates):
        borrowed.update(date.names)
    for date in case.dates:
        held = dict(own)
        for value, word in sorted((date.names or borrowed).items()):
            if value not in own:
                land = find(known, word) or Land(value, word, word)
                held[value] = names.add(land._replace(value=value))
        names.by_date.append(held)
    for land in known:
        names.add(land)
    return names


def _speaks_of_scheme(case) -> bool:
    """Whether a job that may go by the default scheme finds a name of it in the layers."""
    words = [word for date in case.dates for word in date.names.values()]
    return case.may_use_scheme and any(find(default_lands(), word) for word in words)


def _by_table(rows: list, dates: int) -> Names:
    """A class has the first name and group that one of its rows gives."""
    names = Names([])
    for row in rows:
        own = [r for r in rows if r["class"].casefold() == row["class"].casefold()]
        name = next((r["name"] for r in own if r["name"]), own[0]["class"])
        group = next((r["group"] for r in own if r["group"]), "")
        names.add(Land(own[0]["value"], own[0]["class"], name, group))
    held = {row["value"]: names.listed[row["class"].casefold()] for row in rows}
    names.by_date = [held] * dates
    return names


def find(lands, word: str) -> Land | None:
    """The class that a word means: by its key, else its name, else another name of it."""
    wanted = word.strip().casefold()
    for words in (lambda c: (c.key,), lambda c: (c.name,), lambda c: c.aliases):
        for land in lands:
            if wanted in [text.casefold() for text in words(land)]:
                return land
    return None


def is_true_hint(sentence: str, held: set, colours: dict) -> bool:
    """Whether what a refusal says of the legends that fit is true.

    Args:
        held: the values that the rasters hold.
        colours: by value, of all rasters; those of values that none of them holds say nothing.
    """
    colours = {value: colours[value] for value in held if value in colours}
    fit = [name for name in LEGENDS if held and held <= set(codes_of(name))]
    alike = [name for name in fit if _looks_like(name, held, colours)] if colours else []
    if "no built-in legend has all values" in sentence:
        return not fit
    words = "values and colours match " if alike else ") match "
    if words not in sentence or ("only the values" in sentence) == bool(alike):
        return False
    told = sentence.split(words)[1].removesuffix(")").split(", ")
    wanted = set(alike or fit)
    if told[-1] == "...":
        return len(wanted) > 5 and set(told[:-1]) < wanted and len(told) == 6
    return set(told) == wanted


def _looks_like(name: str, held: set, colours: dict) -> bool:
    """Whether half of a legend's classes that occur have their colour at one of their values."""
    occurring, agreeing = set(), set()
    for row in legend(name):
        value = int(row["value"])
        if row["role"] == "class" and value in colours:
            occurring.add(row["class"])
            if colours[value] == row["colour"]:
                agreeing.add(row["class"])
    return bool(occurring) and 2 * len(agreeing) >= len(occurring)
