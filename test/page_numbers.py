"""Looks for the numbers that a page tells in the tables that were written beside it.

A cell of a page's table has its exact value with it: that one must stand in a column of the same
heading, in a row with the same names (or be the sum of such rows). A number of a sentence must be
a value of the same unit at the digits that are told, or come of such by one division (`follows`).
The program's own sentences come without their digits (`blind`), so that what is left are values.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import chain, combinations
from typing import NamedTuple

from carbon_zones.core.base.data_dictionary import COLUMNS, ColumnKind
from carbon_zones.test.pages import Page, in_words

# How sentences and captions call the units of the data dictionary.
UNITS = {
    "kt CO\u2082": "kt CO2",
    "kt C": "kt C",
    "kha": "kha",
    "t CO\u2082e": "t CO2e",
    "t CO\u2082": "t CO2",
    "t C/ha/year": "t C/ha",
    "t C/ha": "t C/ha",
    "t C per year": "t C/year",
    "t C/year": "t C/year",
    "t C": "t C",
    "ha per year": "ha/year",
    "ha/year": "ha/year",
    "ha": "ha",
    "%/yr": "% per year",
    "% per year": "% per year",
    "% a year": "% per year",
    "%": "%",
    "years": "years",
    "m/ha": "m/ha",
    "m/yr": "m/year",
    "m": "m",
    "per ### ha": "per 100 ha",
}
UNIT = re.compile(f"({'|'.join(sorted(map(re.escape, UNITS), reverse=True))})(?![\\w/])")
# What rows can be summed up of, besides what has no unit.
SUMS = {
    "ha",
    "ha/year",
    "t C",
    "t C/year",
    "t CO2",
    "t CO2e",
    "cells",
    "patches",
    "%",
    "value × ha",
    *("kha", "kt C", "kt CO2"),
}
NUMBER = re.compile(
    r"(?<![\w.#])([<>]?)([-\u2212]?)(\d[\d,]*(?:\.(\d+))?)(?:e([-\u2212]\d+))?(?![\w#]|\.\d)"
)
# Units of amounts that a sentence has no finer than their intervals support.
ROUNDED = {"t C", "t CO2", "t C/year", "kt CO2", "ha"}
# Between two numbers of which the second alone has its unit.
BETWEEN = re.compile(r"\s?(to|and|of|\u2192|\u00b1|\u2013|\()\s?")
# What a sum of a period is per year.
PER_YEAR = {"ha/year": "ha", "t C/year": "t C"}
PERIOD = re.compile(r"(\d{4})-(\d{4})")
YEARS = re.compile(rf"(?<![\w-]){PERIOD.pattern}(?![\w-])")
# Columns of words that are no names: two of units, what is beside the point, and a text of years.
NO_NAMES = {"measure", "quantity_unit", "gas", "gwp", "boundary", "areas", "history"}
TOTALS = {"total", "all", "(all)", "yes", "no"}


def blind(text: str) -> str:
    """One of the program's texts without its digits."""
    return re.sub(r"\d(?![^{}]*\})", "#", text)


# Names of columns by their headings. "Total" is many things.
HEADINGS: dict[str, set[str]] = defaultdict(set)
for name, column in COLUMNS.items():
    if name != "Total":
        HEADINGS[blind(column.heading)].add(name)
        HEADINGS[name].add(name)
HEADINGS.pop("Total"), HEADINGS.pop("total")
# What pages call otherwise.
HEADINGS["± percentage points"] = {"users_half_width_pct", "producers_half_width_pct"}
HEADINGS["\u00b1 ha"] = {"estimated_half_width_ha"}
HEADINGS["Share of total area, %"] = {"share_pct", "pct_of_total"}
HEADINGS["Share of disturbed land, %"] = {"share_pct"}
HEADINGS["Net change at the low value, t C"] = {"net_low_tc"}
HEADINGS["Net change at the high value, t C"] = {"net_high_tc"}
HEADINGS["Soil carbon stock change, t C/ha"] = {"soil_tc_per_ha"}
HEADINGS["Net CO\u2082, kt"] = {"estimate"}
HEADINGS["Lower ## % confidence limit, kt CO\u2082"] = {"low"}
HEADINGS["Upper ## % confidence limit, kt CO\u2082"] = {"high"}
HEADINGS["Active disturbance, ha"] = {"area_ha"}
HEADINGS["Ecosystem and land use establishment, ha"] = {"area_ha"}
# What a heading says of the standard that asks for the column.
AFTER = re.compile(r" \(after .*\)$")


def plain(text: str) -> str:
    """A name, whether it is a key, a word of the program or a name."""
    return " ".join(text.casefold().replace("_", " ").split())


@dataclass
class ToldTable:
    """A table of a page; cells are (as shown, exact value), None for texts."""

    name: str
    section: str
    caption: str = ""
    note: str = ""
    rows: list[list[tuple[str, str | None]]] = field(default_factory=list)

    @property
    def as_dicts(self) -> list[dict[str, str]]:
        """Its rows by the headings, numbers as they are exactly."""
        (heads, *rows) = self.rows
        names = [label for label, _ in heads]
        return [dict(zip(names, (exact or shown for shown, exact in row))) for row in rows]


class Told(HTMLParser):
    """What a page tells, but for its charts: sentences by section, and tables.

    A sentence is also a tile with its label, an entry of a list, and what is said of a chart.
    """

    SILENT = ("script", "style", "nav", "button", "select", "svg")
    READ = ("p", "dt", "dd", "li", "td", "th", "figcaption", "span")

    def __init__(self, html: str):
        super().__init__()
        self.sentences, self.labels, self.tables = [], [], []
        self._section, self._table, self._tag, self._silent = "top", None, None, 0
        self._legend = False
        # Marks within sentences and tiles would end them.
        self.feed(re.sub(r"</?small>", "", in_words(html)))
        self.close()

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """The sentences, those of tiles and of questions with what they are labelled."""
        found, label = [], ""
        for (section, text), is_label in zip(self.sentences, self.labels):
            if not is_label:
                found.append((section, label + text))
            label = f"{text}: " if is_label else ""
        return found

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._silent += tag in self.SILENT
        if tag == "section":
            self._section = given["id"]
        elif tag == "details" and given.get("id", "").startswith("table-"):
            self._table = ToldTable(given["id"][len("table-") :], self._section)
            self.tables.append(self._table)
        elif tag == "tr":
            self._table.rows.append([])
        elif tag == "ul":
            self._legend = given.get("class") == "legend"
        elif (tag == "li" and self._legend) or (tag == "span" and given.get("class") != "caption"):
            pass  # names and colours, marks and years of pictures
        elif tag in self.READ:
            self._tag, self._given, self._text = tag, given, ""

    def handle_data(self, data):
        if self._tag and not self._silent:
            self._text += data

    def handle_endtag(self, tag):
        self._silent -= tag in self.SILENT
        if tag == "details":
            self._table = None
        if tag != self._tag:
            return
        text, classes = " ".join(self._text.split()), (self._given.get("class") or "").split()
        self._tag = None
        if tag in ("td", "th"):
            exact = self._given.get("data-v", text) if tag == "td" and "n" in classes else None
            self._table.rows[-1].append((text, exact))
        elif self._table and tag == "span":
            self._table.caption = text
        elif self._table and "note" in classes:
            self._table.note = text
        else:
            self.sentences.append((self._section, text))
            self.labels.append(tag == "dt")


class Value(NamedTuple):
    """A number of a table, or a sum of such; `names` are those of its row."""

    number: float
    unit: str
    column: str
    names: frozenset[str]
    table: str


def read_table(table: str, rows: Sequence[dict]) -> tuple[set[str], list[Value]]:
    """The names in a table, and its numbers with their sums."""
    columns = [column for column in (rows[0] if rows else ()) if column not in NO_NAMES]
    named = [c for c in columns if _is_named(c, rows)]
    sizes = range(len(named) + 1)
    of_sums = [*chain(*(combinations(range(len(named)), size) for size in sizes))]
    known = {plain(row[c]) for row in rows for c in named}
    values: list[Value] = []
    for column in columns:
        if column in named:
            continue
        # A column that the data decide on is called by a name.
        more = () if column in COLUMNS else (plain(column),)
        known.update(more)
        sums: dict[tuple, float] = defaultdict(float)
        for row in rows:
            number = _number(row[column])
            if number is None:
                continue
            unit = COLUMNS[column].unit if column in COLUMNS else ""
            if unit.startswith("as ") and "measure" in row:
                unit = UNITS.get(row["measure"], row["measure"])
            names = [plain(row[c]) for c in named]
            values.append(Value(number, unit, column, frozenset((*names, *more)), table))
            if not unit or unit in SUMS:
                for which in of_sums:
                    of_which = (*(names[n] for n in which), *more)
                    sums[which, unit, row.get("age_min"), of_which] += number
        for (_, unit, _, names), number in sums.items():
            values.append(Value(number, unit, column, frozenset(names), table))
    return {name for name in known if name not in TOTALS and len(name) > 2}, values


class Values:
    """All numbers of some tables, which `read_table` has read, and all their sums by names."""

    def __init__(self, tables: dict[str, tuple[set[str], list[Value]]]):
        self.names = {name: names for name, (names, _) in tables.items()}
        found = chain(*(values for _, values in tables.values()))
        self._values = sorted(found, key=lambda value: value.number)
        self._named: dict[str, list[Value]] = defaultdict(list)
        columns: dict[str | None, list[Value]] = defaultdict(list, {None: self._values})
        for value in self._values:
            columns[value.column].append(value)
            for name in value.names:
                self._named[name].append(value)
        self._columns = {c: ([v.number for v in own], own) for c, own in columns.items()}
        self._unnamed = [value for value in self._values if not value.names]
        self.all_names = set().union(*self.names.values())
        names = sorted(map(re.escape, self.all_names), key=len, reverse=True)
        words = "|".join(names).replace(r"\ ", "[ _]")
        self._names = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def names_in(self, text: str) -> set[str]:
        """The names in a text."""
        return {plain(name) for name in self._names.findall(text)}

    def without_names(self, text: str) -> str:
        """A text without them, and so without the numbers in them."""
        rest = self._names.sub("_", text)
        # A span of two years that are names.
        return YEARS.sub(lambda m: "_" if {*m.groups()} <= self.all_names else m[0], rest)

    def of(self, names: set[str]) -> Iterator[Value]:
        """Those of rows that have all these names."""
        fewest = min((self._named[name] for name in names), key=len, default=())
        return (value for value in fewest if names <= value.names)

    def within(self, names: set[str]) -> list[Value]:
        """Those of rows, or of sums of rows, that have none but these names."""
        named = {id(value): value for name in names for value in self._named[name]}
        return [value for value in (*named.values(), *self._unnamed) if value.names <= names]

    def near(
        self, number: float, tolerance: float, columns: Iterable[str | None] = (None,)
    ) -> Iterator[Value]:
        """Those, of some columns or of all, that differ from a number by no more than this."""
        for numbers, values in filter(None, map(self._columns.get, columns)):
            first = bisect_left(numbers, number - tolerance)
            yield from values[first : bisect_right(numbers, number + tolerance)]

    def near_either(self, number: float, tolerance: float) -> Iterator[Value]:
        """The same, with either sign: a net loss of 5 is a net of -5."""
        return chain(self.near(number, tolerance), self.near(-number, tolerance))


def _is_named(column: str, rows: Sequence[dict]) -> bool:
    if column in COLUMNS:
        return COLUMNS[column].kind is ColumnKind.TEXT
    return any(row[column] and _number(row[column]) is None for row in rows)


def _number(text: object) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _read(match: re.Match) -> tuple[float, float]:
    """A number as it is told, and by how much it may be off."""
    _, sign, digits, decimals, power = match.groups()
    scale = 10.0 ** int((power or "0").replace("\u2212", "-"))
    number = float(digits.replace(",", "")) * scale * (-1 if sign else 1)
    return number, 0.5 * scale * 10.0 ** -len(decimals or "") * (1 + 1e-9)


def unknown_cells(table: ToldTable, values: Values) -> Iterator[str]:
    """The numbers of a page's table that stand nowhere, or are badly rounded."""
    head, *rows = table.rows
    of_caption = {name for name in values.names_in(table.caption) if re.search(r"\d", name)}
    for row in rows:
        texts = {plain(text) for text, exact in row if exact is None}
        names = texts | of_caption
        for (label, _), (shown, exact) in zip(head, row):
            if exact is None or shown == "\u2013":
                continue
            label = AFTER.sub("", label)
            columns = HEADINGS.get(label)
            unit, called = None, set()
            if not columns:
                # It is called by a name, such as that of a class.
                unit = _unit_in(label) or _unit_in(table.caption)
                called = {plain(label)} & values.all_names
                called = called or {plain(label.rpartition(", ")[0])} & values.all_names
                if not called and plain(label) not in TOTALS:
                    yield f"{table.name}: nothing is called {label!r}"
            elif any(COLUMNS[column].unit.startswith("as ") for column in columns):
                unit = _unit_in(table.caption)
            number = float(exact.replace(",", "").replace("\u2212", "-"))
            told, off = _read(NUMBER.fullmatch(shown))
            if shown[0] not in "<>" and abs(told - number) > off:
                yield f"{table.name}: {shown} for {exact} in {label!r}"
            near = values.near(number, 1e-9 * max(abs(number), 1e-3), columns or (None,))
            is_fitting = any(
                unit in (None, value.unit)
                and called <= value.names
                and names & values.names[value.table] <= value.names
                for value in near
            )
            # What is 0 need not have a row; but none of that name may be another number.
            if is_fitting or (
                number == 0
                and not any(
                    (not columns or value.column in columns)
                    and unit in (None, value.unit)
                    and of_caption & values.names[value.table] <= value.names
                    for value in values.of((texts | called) & values.all_names)
                )
            ):
                continue
            yield f"{table.name}: {shown} in {label!r} ({unit or columns}) of {sorted(texts)}"


def _unit_in(text: str) -> str | None:
    """The unit at the end of a heading or a caption, or before what follows a comma."""
    found = re.findall(rf"(?:, | in |^){UNIT.pattern}", text)
    return UNITS[found[-1]] if found else None


def follows(number: float, off: float, unit: str | None, names: set[str], values: Values) -> bool:
    """Whether it is what values with the names of its sentence come to by one division.

    That is what a sum of a period is per year, and the share of some rows, all of whose names the
    sentence has, in the rows of fewer of these names, such as of all classes of a period.
    """
    for match in filter(None, map(PERIOD.fullmatch, names)):
        years = int(match[2]) - int(match[1])
        if unit in PER_YEAR and any(
            value.unit == PER_YEAR[unit] and match[0] in value.names
            for value in values.near_either(number * years, off * years)
        ):
            return True
    if unit != "%":
        return False
    named: dict[tuple, list[Value]] = defaultdict(list)
    for value in values.within(names):
        if value.unit in SUMS - {"%"}:
            named[value.table, value.column].append(value)
    return any(
        whole.number
        and part.names > whole.names
        and abs(100 * part.number - number * whole.number) <= off * abs(whole.number)
        for found in named.values()
        for part in found
        for whole in found
    )


def unknown_numbers(text: str, values: Values) -> Iterator[str]:
    """The numbers of a sentence that no value of their unit is, nor comes to by a division."""
    names = values.names_in(text)
    rest = values.without_names(text)
    matches = list(NUMBER.finditer(rest))
    units: list[str | None] = []
    for match, following in reversed([*zip(matches, [*matches[1:], None])]):
        unit = UNIT.match(rest[match.end() :].lstrip(" )"))
        if unit:
            units.append(UNITS[unit[1]])
        elif following and BETWEEN.fullmatch(rest[match.end() : following.start()]):
            units.append(units[-1])
        else:
            units.append(None)
    for match, unit in zip(matches, reversed(units)):
        number, off = _read(match)
        if (unit in ROUNDED or (unit is None and "," in match[3])) and not match[4]:
            # To what its half-width supports: as many zeros stand for digits.
            zeros = len(match[3]) - len(match[3].replace(",", "").rstrip("0"))
            off *= 10.0 ** (zeros - match[3].count(","))
        stands = any(
            value.unit == unit if unit else value.unit in units or value.unit not in UNITS.values()
            for value in values.near_either(number, off)
        )
        if number and not stands and not follows(number, off, unit, names, values):
            yield f"{match[0]} {unit or ''} in: {text}"


def unknown_rest(table: ToldTable, values: Values) -> Iterator[str]:
    """Of how many rows that a table leaves out, and their hectares, no table knows."""
    left_out = re.search(r"(\d+) smaller \w+ \(([\d,.]+) ha\) are listed in", table.note)
    if left_out:
        head, *rows = table.rows
        place = [label for label, _ in head].index("Area, ha")
        area = float(left_out[2].replace(",", "")) + sum(float(row[place][1]) for row in rows)
        counts = values.near(int(left_out[1]) + len(rows), 0)
        if not any(value.unit == "ha" for value in values.near(area, 0.0051)):
            yield f"{table.name}: {area} ha with what is not listed"
        if not any(value.column == "rows" for value in counts):
            yield f"{table.name}: {left_out[1]} rows that are not listed"


# Words of what is least and of what is most of the same.
ENDS = (("low", "high"), ("least", "most"), ("lower", "upper"), ("min", "max"), ("Low", "High"))
ENDS += (("Lower", "Upper"), ("minimum", "maximum"), ("Minimum", "Maximum"))
INTERVAL = re.compile(
    "{0}[^\\d(<]*(?:\\(|<br>){0} (?:to|\u2026) {0}".format(NUMBER.pattern.replace("#", "\\#"))
)


def wrong_digits(table: ToldTable) -> Iterator[str]:
    """The numbers that are not shown with the digits of their column in the dictionary."""
    head, *rows = table.rows
    for row in rows:
        for (label, _), (shown, exact) in zip(head, row):
            columns = HEADINGS.get(AFTER.sub("", label), ())
            digits = {COLUMNS[column].digits for column in columns} - {None}
            told = len(shown.partition(".")[2])
            if exact is not None and digits and told not in digits and "e" not in shown:
                yield f"{table.name}: {shown} in {label}"


def disordered(rows: Sequence[dict]) -> Iterator[str]:
    """Where a number is not between those in the columns of its least and of its most."""
    for low, high in ENDS:
        for column in rows[0] if rows else ():
            parts = re.split(r"(\W|_)", column)
            if low not in parts:
                continue
            other = "".join(high if part == low else part for part in parts)
            if column == "idle_at_least":
                continue  # of idle land the least years alone are known
            between = re.sub(rf"(_|, |\b){low}\b(?=_|,|$)", "", column.replace(f"_{low}", ""))
            between = between if between in rows[0] and between != column else "estimate"
            for row in rows:
                ends = [_number(str(row[c]).replace(",", "")) for c in (column, other)]
                middle = _number(str(row.get(between, "")).replace(",", ""))
                told = [number for number in (ends[0], middle, ends[1]) if number is not None]
                if told != sorted(told):
                    yield f"{column}: {told} of {row}"


def disordered_words(text: str) -> Iterator[str]:
    """Where a sentence has a number that is not in the interval behind it."""
    for match in INTERVAL.finditer(text):
        middle, low, high = (_read(found)[0] for found in NUMBER.finditer(match[0]))
        if not low <= middle <= high:
            yield match[0]


# Charts of which the marks have words that are heads of columns, and no names of rows.
LOOSE = {
    "chart-gains",
    "chart-half-widths",
    "chart-intensity-classes",
    "chart-priority-land",
    "chart-projection",
    "chart-stocks",
    "chart-transitions-areas",
}
# What is drawn below the line though it is told without a sign, and the charts that do so.
BELOW = {"Loss", "Newly disturbed", "Re-disturbed"}
OF_FLOWS = {"chart-balance", "chart-carbon-flows", "chart-taken"}
# Labels of bars that lie on one side; their marks are alike.
SIDES = {"Increase", "Decrease", "At the low value", "At the high value"}


@dataclass(frozen=True)
class Mark:
    """What a chart says of a bar, a point or a cell of it, and how long the bar is.

    `labels` are those of its colour and of its place on the axis, `unit` is that of the other one.
    """

    chart: str
    text: str
    labels: tuple[str, ...]
    length: float | None = None
    unit: str | None = None


def marks(page: Page) -> Iterator[Mark]:
    """Those of all charts of a page, in all their variants."""
    for chart, figures in page.figures.items():
        for figure in figures:
            figure = figure.get("figure", figure)
            for trace in figure["data"]:
                yield from _marks_of(chart, trace, figure["layout"])


def _marks_of(chart: str, trace: dict, layout: dict) -> Iterator[Mark]:
    across, up = (_ticks(trace, layout, way) for way in "xy")
    if trace["type"] == "heatmap":
        said = trace["hovertemplate"].partition("<extra>")[0]
        for y, row in zip(trace["y"], trace["text"]):
            for x, text in zip(trace["x"], row):
                labels = across.get(x, ""), up.get(y, "")
                # What stands in another array is a share of the same.
                told = re.sub(r"<br>[^<]*%\{(z|customdata)[^<]*", "", said)
                yield Mark(
                    chart,
                    told.replace("%{x}", labels[0])
                    .replace("%{y}", labels[1])
                    .replace("%{text}", text),
                    labels,
                )
        return
    texts = trace.get("hovertext") or ()
    of_bars, other = ("y", "x") if trace.get("orientation") == "h" else ("x", "y")
    title = layout.get(f"{other}axis", {}).get("title", {}).get("text", "")
    unit = _unit_in(title.replace("<br>", ", "))
    for n, text in enumerate([texts] if isinstance(texts, str) else texts):
        labels = [trace.get("name") or ""]
        length = None
        if trace["type"] == "bar":
            ticks = up if of_bars == "y" else across
            labels.append(ticks.get(trace[of_bars][n], ""))
            # Bars that begin elsewhere than at 0 are as long as what they differ by.
            length = trace[other][n] if "base" not in trace else None
        if isinstance(text, str) and text:
            yield Mark(chart, text, tuple(filter(None, labels)), length, unit)


def _ticks(trace: dict, layout: dict, way: str) -> dict[float, str]:
    """The words on an axis by their places."""
    name = trace.get(f"{way}axis", way)
    axis = layout.get(f"{way}axis{name[1:]}", {})
    return dict(zip(axis.get("tickvals") or (), axis.get("ticktext") or ()))


def unknown_marks(page: Page, values: Values, skipped: str) -> list[str]:
    """What charts say that is in no table in a row of these names, or of other bars than theirs.

    Args:
        skipped: a regular expression of charts and marks of which numbers are in no table.
    """
    faults = []
    names_in = cache(values.names_in)
    for mark in dict.fromkeys(marks(page)):
        lines = mark.text.split("<br>")
        # A tendency and a potential that are no names, before a number.
        names = set().union(
            *(names_in(re.sub("uniform: |Carbon gain in", "", line)) for line in lines)
        )
        told, is_loose = [], mark.chart in LOOSE
        for line in lines:
            rest = values.without_names(line) if NUMBER.search(line) else ""
            for match in NUMBER.finditer(rest):
                unit = UNIT.match(rest[match.end() :].lstrip(" )"))
                unit = UNITS[unit[1]] if unit else None
                if rest[: match.start()].endswith("\u00b1 ") and unit == "%":
                    unit = "percentage points"
                number, off = _read(match)
                told.append((abs(number), off, unit))
                stands = re.match(skipped, f"{mark.chart}: {mark.text}") or any(
                    (unit in (None, value.unit) or value.unit.startswith("as "))
                    and (names & values.names[value.table] if is_loose else names) <= value.names
                    for value in values.near_either(number, off)
                )
                if number and not stands and not follows(number, off, unit, names, values):
                    faults.append(f"{mark.chart}: {match[0]} {unit} in {mark.text}")
        if mark.chart in OF_FLOWS and BELOW & {*lines} and mark.length > 0:
            faults.append(f"{mark.chart}: {mark.text} is drawn above the line")
        units = {unit for _, _, unit in told}
        if mark.length and not any(
            abs(abs(mark.length) - size) <= off
            for size, off, unit in told
            if mark.unit not in units or unit in (mark.unit, None)
        ):
            faults.append(f"{mark.chart}: {mark.length} is drawn of {mark.text}")
        faults += [
            f"{mark.chart}: {label} has the mark {mark.text}"
            for label in mark.labels
            if label not in SIDES
            and plain(label.partition("<br>full period")[0].replace("<br>", " "))
            not in plain(mark.text)
        ]
    return faults


def unknown(told: Told, values: Values, known: Iterable[str], skipped: set[str]) -> list[str]:
    """What a page tells that is in no table.

    Args:
        known: what stands in sentences and is no result, as regular expressions.
        skipped: names of sections, and of tables, that have no results.
    """
    no_results = re.compile("|".join(known))
    faults: list[str] = []
    sentences = [text for section, text in told.sentences if section not in skipped]
    for table in told.tables:
        if not {table.section, table.name.rstrip("-0123456789")} & skipped:
            faults += unknown_cells(table, values)
            faults += unknown_rest(table, values)
            sentences += [
                table.caption,
                re.sub(r"\d+ smaller \w+ \([\d,.]+ ha\) are", "", table.note),
            ]
    for text in sentences:
        faults += unknown_numbers(no_results.sub("", text), values)
    return faults
