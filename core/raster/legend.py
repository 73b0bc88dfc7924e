"""From raster values to classes.

Every date has its own values and its own names for them; the classes are shared by all
dates, so that a class keeps one number, whatever the dates call it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from osgeo import gdal

from ..colours import hex_colour, spare_colour
from ..messages import DataError, Message, Term

# A land-use raster has tens of classes. Thousands mean that it is an elevation model or the
# like, and a matrix of their pairs would fill the memory before anyone could read it.
MAX_CLASSES = 2048

LARGEST_VALUE = 2**63 - 1


@dataclass(frozen=True)
class LandClass:
    """A land-use class. `value` is its code in the tables; group and colour may be ''."""

    value: int
    key: str
    name: str
    group: str = ""
    colour: str = ""
    listed: bool = True  # False: no table and no legend names it
    aliases: tuple[str, ...] = ()  # its names in other languages, for matching only


# A row of a class table: the value in the rasters and its class.
ClassEntry = tuple[int, LandClass]


@dataclass
class Legend:
    """What a raster says of its own values: names and colours by value, and where from."""

    names: dict[int, str] = field(default_factory=dict)
    colours: dict[int, str] = field(default_factory=dict)
    source: str = ""


def read_legend(band: gdal.Band) -> Legend:
    """Names and colours that a GDAL band carries: attribute table, else category names."""
    legend = Legend(colours=_colour_table(band))
    table = band.GetDefaultRAT()
    if table is not None:
        legend.names, colours = _attribute_table(table)
        legend.colours.update(colours)
        legend.source = Term("raster attribute table")
    if not legend.names:
        names = band.GetCategoryNames() or []
        legend.names = {value: name.strip() for value, name in enumerate(names) if name.strip()}
        legend.source = Term("category names") if legend.names else ""
    return legend


def _colour_table(band: gdal.Band) -> dict[int, str]:
    table = band.GetColorTable()
    if table is None:
        return {}
    return {value: hex_colour(*table.GetColorEntry(value)[:3]) for value in range(table.GetCount())}


def _attribute_table(
    table: gdal.RasterAttributeTable,
) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours by value; none where the rows stand for ranges of values."""
    columns = range(table.GetColumnCount())
    by_usage = {table.GetUsageOfCol(column): column for column in reversed(columns)}
    by_name = {table.GetNameOfCol(column).strip().lower(): column for column in reversed(columns)}
    values = _row_values(table, by_usage, by_name)
    names, colours = {}, {}
    name = by_usage.get(gdal.GFU_Name)
    if name is None:
        texts = [c for c in columns if table.GetTypeOfCol(c) == gdal.GFT_String]
        likely = [by_name.get(n) for n in ("class", "class_name", "name", "label")]
        name = next(iter([c for c in likely if c in texts] + texts), None)
    if name is not None:
        names = {value: table.GetValueAsString(row, name).strip() for row, value in values}
        names = {value: text for value, text in names.items() if text}
    usages = (gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)
    channels = [by_usage[usage] for usage in usages if usage in by_usage]
    if len(channels) == len(usages):
        colours = {
            value: hex_colour(*(_channel(table, row, column) for column in channels))
            for row, value in values
        }
    return names, colours


def _row_values(
    table: gdal.RasterAttributeTable, by_usage: dict[int, int], by_name: dict[str, int]
) -> list[tuple[int, int]]:
    """Row and raster value of an attribute table's rows."""
    rows = range(table.GetRowCount())
    column = by_usage.get(gdal.GFU_MinMax, by_name.get("value"))
    if column is not None:
        return [(row, int(table.GetValueAsDouble(row, column))) for row in rows]
    low, high = by_usage.get(gdal.GFU_Min), by_usage.get(gdal.GFU_Max)
    if low is not None:
        values = [(row, table.GetValueAsDouble(row, low)) for row in rows]
        if high is not None and any(v != table.GetValueAsDouble(r, high) for r, v in values):
            return []
        return [(row, int(value)) for row, value in values]
    # Without a column of values a row's place is its value, as ERDAS and ArcGIS write it.
    binned, first, step = table.GetLinearBinning()
    if not binned:
        first, step = 0, 1
    return [(row, int(first + row * step)) for row in rows] if step == 1 else []


def _channel(table: gdal.RasterAttributeTable, row: int, column: int) -> int:
    value: int = table.GetValueAsInt(row, column)
    return max(0, min(255, value))


class Classes:
    """The classes of a run, shared by all dates; grows when a value turns up that none names.

    A class's number is its place in the list, from 0. Worker threads ask for values at the
    same time, so additions happen under a lock.
    """

    def __init__(self, listed: Iterable[LandClass] = ()):
        self._classes: list[LandClass] = []
        self._numbers: dict[tuple[str, str | int], int] = {}
        self._lock = threading.Lock()
        for land_class in listed:
            self.add(land_class)

    def __len__(self) -> int:
        return len(self._classes)

    def __getitem__(self, number: int) -> LandClass:
        return self._classes[number]

    def __iter__(self) -> Iterator[LandClass]:
        return iter(list(self._classes))

    def add(self, land_class: LandClass) -> int:
        """The number of a listed class, added if it is new. Classes are told by their key."""
        with self._lock:
            return self._number(("key", land_class.key.casefold()), land_class)

    def of_value(self, value: int, colour: str = "") -> int:
        """The number of the class that a value nobody names makes of its own."""
        with self._lock:
            own = LandClass(value, str(value), str(value), colour=colour, listed=False)
            return self._number(("value", value), own)

    def _number(self, identity: tuple[str, str | int], land_class: LandClass) -> int:
        if identity not in self._numbers:
            if len(self._classes) >= MAX_CLASSES:
                raise DataError(
                    "the layers hold more than {limit} different values; are they land use?",
                    limit=MAX_CLASSES,
                )
            self._numbers[identity] = len(self._classes)
            self._classes.append(land_class)
        return self._numbers[identity]

    def in_order(self) -> Classes:
        """The same classes numbered as tables list them, however they turned up."""
        ordered = Classes()
        for number in self.order():
            land_class = self._classes[number]
            identity = land_class.key.casefold() if land_class.listed else land_class.value
            ordered._number(("key" if land_class.listed else "value", identity), land_class)
        return ordered

    def order(self) -> list[int]:
        """Class numbers as tables list them: listed classes as listed, then others by value."""
        numbers = range(len(self._classes))
        listed = [n for n in numbers if self._classes[n].listed]
        others = [n for n in numbers if not self._classes[n].listed]
        return listed + sorted(others, key=lambda n: self._classes[n].value)

    def colours(self) -> list[str]:
        """A colour per class: its own, or one of the spare ones."""
        return [c.colour or spare_colour(number) for number, c in enumerate(self)]

    def colours_by_name(self) -> dict[str, str]:
        """The same by name."""
        return dict(zip((c.name for c in self), self.colours()))

    def colours_by_row(self) -> dict[tuple[int, str], str]:
        """The same by value and name, which tell the classes of table rows apart."""
        return dict(zip(((c.value, c.name) for c in self), self.colours()))

    def find(self, text: str) -> int | None:
        """The number of the class with this key or, failing that, this name or alias."""
        wanted = text.strip().casefold()
        for names_of in (
            lambda land_class: (land_class.key,),
            lambda land_class: (land_class.name,),
            lambda land_class: land_class.aliases,
        ):
            for number, land_class in enumerate(self._classes):
                if wanted in (name.casefold() for name in names_of(land_class)):
                    return number
        return None


@dataclass(frozen=True)
class Naming:
    """How one date's values become classes: numbers by value, and what else is allowed.

    `colours` are those of values without names. With `closed` set, a value outside `numbers`
    is an error with that sentence's reason.
    """

    label: str
    numbers: dict[int, int]
    closed: Message | str = ""
    colours: dict[int, str] = field(default_factory=dict)

    def resolve(self, value: int, classes: Classes) -> int:
        """The class number of a value.

        Raises:
            DataError: the value has no class and may not make one of its own.
        """
        if value in self.numbers:
            return self.numbers[value]
        if self.closed:
            raise DataError(
                "{label} holds the value {value}: {reason}",
                reason=self.closed,
                **self._told(value),
            )
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise DataError(
                "{label}: the value {value} is too large for a class", **self._told(value)
            )
        return classes.of_value(value, self.colours.get(value, ""))

    def _told(self, value: int) -> dict[str, object]:
        return {"label": self.label, "value": value}


def name_by_table(
    labels: Iterable[str], entries: Iterable[ClassEntry], legends: Iterable[Legend] = ()
) -> tuple[Classes, list[Naming]]:
    """Classes from a table of (value, LandClass), the same for every date.

    A class without a colour, and a value outside the table, take that of the legends.
    """
    classes, colours = Classes(), _colours_of(legends)
    numbers = {
        value: classes.add(replace(c, colour=c.colour or colours.get(c.value, "")))
        for value, c in entries
    }
    return classes, [Naming(label, numbers, colours=colours) for label in labels]


def _colours_of(legends: Iterable[Legend]) -> dict[int, str]:
    """Colours by value, the same for all dates: the first legend that has one gives it."""
    colours: dict[int, str] = {}
    for legend in legends:
        for value, colour in legend.colours.items():
            colours.setdefault(value, colour)
    return colours


def name_by_legends(
    labels: Iterable[str], legends: Sequence[Legend], known: Sequence[LandClass] = ()
) -> tuple[Classes, list[Naming]]:
    """Classes from what each date's raster says of its values.

    Args:
        labels: what to call each raster in messages.
        legends: a Legend per date; a date without names takes those of the others by value.
        known: scheme classes; a legend's name that is a key, name or alias of one (without
            regard to case) is that class, with its key and group, and keeps the legend's
            value and colour. They stand in the list even when no legend has them, so that
            rules can name them.
    """
    classes = Classes()
    by_text: dict[str, LandClass] = {}
    for names_of in (lambda c: (c.key,), lambda c: (c.name,), lambda c: c.aliases):
        for land_class in known:
            for name in names_of(land_class):
                by_text.setdefault(name.casefold(), land_class)
    borrowed: dict[int, tuple[str, str]] = {}
    for legend in legends:
        for value, name in legend.names.items():
            borrowed.setdefault(value, (name, legend.colours.get(value, "")))
    colours = _colours_of(legends)
    namings = []
    for label, legend in zip(labels, legends):
        own = {v: (n, legend.colours.get(v, "")) for v, n in legend.names.items()}
        numbers = {}
        for value, (name, colour) in sorted((own or borrowed).items()):
            match = by_text.get(name.casefold(), LandClass(value, name, name))
            numbers[value] = classes.add(replace(match, value=value, colour=colour or match.colour))
        namings.append(Naming(label, numbers, colours=colours))
    for land_class in known:
        classes.add(land_class)
    return classes, namings
