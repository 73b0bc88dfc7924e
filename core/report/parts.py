"""What a page is made of: sections with sentences, pictures, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from .rounding import exact, shown


@dataclass(frozen=True)
class Column:
    """A column of a table; `digits` is None for texts, `colours` gives swatches by the text."""

    label: str
    field: str
    digits: int | None = None
    colours: dict | None = None


@dataclass(frozen=True)
class Cell:
    """A cell as shown, the exact value where it differs, and the colour of its swatch."""

    text: str
    exact: str = ""
    number: bool = False
    colour: str = ""


class Table:
    """A table from rows (dicts); a row with a true `total` stands out.

    Args:
        name: its id in the page.
        caption: what it shows.
        folded: whether it is closed until somebody opens it.
        note: a sentence below it.
    """

    def __init__(self, name, caption, columns, rows, folded=False, note=""):
        self.name, self.caption, self.folded, self.note = name, caption, folded, note
        self.columns = columns
        self.rows = [
            ([_cell(column, row) for column in columns], bool(row.get("total"))) for row in rows
        ]


def listed(name, caption, columns, rows, most: int, output: str, tr, folded=False) -> Table:
    """A table of the first rows of a list, and what the others come to in a sentence.

    Args:
        output: which output of the run has them all.
    """
    rest = rows[most:]
    note = ""
    if rest:
        note = tr("Not listed: {count} smaller ones with {area} ha together. {output} has all.")
        note = note.format(
            count=len(rest), area=shown(sum(row["area_ha"] for row in rest), 2), output=output
        )
    return Table(name, caption, columns, rows[:most], folded, note)


def _cell(column: Column, row: dict) -> Cell:
    value = row.get(column.field)
    colour = "" if column.colours is None else column.colours.get(value, "")
    if isinstance(value, bool) or column.digits is None:
        return Cell(exact(value), colour=colour)
    text = shown(value, column.digits)
    full = exact(value)
    return Cell(text, "" if full == text else full, True)


@dataclass(frozen=True)
class Chart:
    """A chart: one figure (as JSON data), or several to choose from by their labels.

    `legend` is (name, colour) in order; `least_width` lets a small screen scroll within it.
    """

    name: str
    title: str
    variants: list
    legend: list = field(default_factory=list)
    note: str = ""
    least_width: int = 0

    @property
    def height(self) -> int:
        return self.variants[0][1]["layout"]["height"]


def width_for(places: int) -> int:
    """How wide a chart of standing bars must be at least for the texts at them not to touch."""
    return 72 * places if places > 4 else 0


@dataclass
class Section:
    """A part of the page under its own heading."""

    name: str
    title: str
    sentences: list = field(default_factory=list)
    maps: list = field(default_factory=list)
    map_legend: list = field(default_factory=list)
    charts: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    facts: list = field(default_factory=list)


@dataclass
class Page:
    """The whole: headline numbers are (label, number, unit)."""

    title: str
    subtitle: str
    headlines: list
    sections: list
    footer: str
    language: str = "en"
