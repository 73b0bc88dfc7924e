"""What a page is made of: sections with sentences, pictures, charts and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict, cast

from ..messages import Translate
from .rounding import exact, shown

if TYPE_CHECKING:
    from .figures import Figure
    from .maps import Picture

# A row of a table by column.
Row = Mapping[str, object]
# Names and colours in order.
Swatches = list[tuple[str, str]]


@dataclass(frozen=True)
class Column:
    """A column of a table; `digits` is None for texts, `colours` gives swatches by the text."""

    label: str
    field: str
    digits: int | None = None
    colours: Mapping[str, str] | None = None


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

    def __init__(
        self,
        name: str,
        caption: str,
        columns: list[Column],
        rows: Sequence[Row],
        folded: bool = False,
        note: str = "",
    ):
        self.name, self.caption, self.folded, self.note = name, caption, folded, note
        self.columns = columns
        self.rows = [
            ([_cell(column, row) for column in columns], bool(row.get("total"))) for row in rows
        ]


class AreaRow(TypedDict):
    """What a row needs to be summed up: hectares, whatever else it has."""

    area_ha: float


def listed(
    name: str,
    caption: str,
    columns: list[Column],
    rows: Sequence[AreaRow],
    most: int,
    output: str,
    tr: Translate,
    folded: bool = False,
) -> Table:
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


def _cell(column: Column, row: Row) -> Cell:
    value = row.get(column.field)
    colour = column.colours.get(value, "") if column.colours and isinstance(value, str) else ""
    if isinstance(value, bool) or column.digits is None:
        return Cell(exact(value), colour=colour)
    text = shown(cast("float | None", value), column.digits)  # else it would have no digits
    full = exact(value)
    return Cell(text, "" if full == text else full, True)


@dataclass(frozen=True)
class Chart:
    """A chart: one figure (as JSON data), or several to choose from by their labels.

    `legend` is (name, colour) in order; `least_width` lets a small screen scroll within it.
    """

    name: str
    title: str
    variants: list[tuple[str, Figure]]
    legend: Swatches = field(default_factory=list)
    note: str = ""
    least_width: int = 0

    @property
    def height(self) -> int:
        height: int = self.variants[0][1]["layout"]["height"]
        return height


def width_for(places: int) -> int:
    """How wide a chart of standing bars must be at least for the texts at them not to touch."""
    return 72 * places if places > 4 else 0


@dataclass
class Section:
    """A part of the page under its own heading."""

    name: str
    title: str
    sentences: list[str] = field(default_factory=list)
    maps: list[Picture] = field(default_factory=list)
    map_legend: Swatches = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)


# Label, number and unit of a number that a reader looks for first.
Headline = tuple[str, str, str]


@dataclass
class Page:
    """The whole."""

    title: str
    subtitle: str
    headlines: list[Headline]
    sections: list[Section]
    footer: str
    language: str = "en"
