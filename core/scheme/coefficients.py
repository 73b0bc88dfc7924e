"""Carbon coefficients: densities of the classes and what becomes of them, from a plain table."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..base.messages import DataError, Listed, Message, Notes, Term
from .classes import Classes
from .ledger_coefficients import (
    NORMAL,
    SOIL,
    VEGETATION,
    PoolTerms,
    read_distribution,
    read_terms,
)
from .table import Row, Table
from .unknown import CLASS, Unknown, class_keys

# Where the shipped densities are from: a text for people, unlike those of other tables.
PAPER = Term("Yang et al. 2022, section 3.2, citing Yang et al. 2019")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")

# By the masses of the molecules.
CO2_PER_C = 44.0 / 12.0

# Far above all that there is, and far below where the sums of a run lose digits or overflow.
LARGEST_DENSITY = 1e12


def source_of(text: str) -> str:
    """Where a number is from, by the cell of its table; a Term where that can be translated."""
    return PAPER if text == PAPER else text


@dataclass(frozen=True)
class Coefficient:
    """Carbon densities of a class in t C/ha, where they come from, and what becomes of them.

    Attributes:
        soil_terms, vegetation_terms: what is lost of either when land is taken, and how it comes
            back.
        distribution: of the densities, where the terms have half-widths.
    """

    soil: float
    vegetation: float
    source: str = ""
    soil_terms: PoolTerms = field(default_factory=PoolTerms)
    vegetation_terms: PoolTerms = field(default_factory=PoolTerms)
    distribution: str = NORMAL

    @property
    def soil_lost(self) -> float:
        """t C/ha of a full density's soil that is lost when the land is taken."""
        return self.soil * self.soil_terms.loss_fraction

    @property
    def vegetation_lost(self) -> float:
        """The same of its vegetation."""
        return self.vegetation * self.vegetation_terms.loss_fraction


def read_coefficients(table: Table, classes: Classes, notes: Notes) -> dict[str, Coefficient]:
    """Carbon coefficients by class key (case-folded).

    Rows of the default table for classes that the run does not have are left out, and noted; so
    are rows whose densities are not filled in.

    Raises:
        DataError: a missing column, an empty table, unknown classes (all in one sentence), a
            class that stands twice, a coefficient that is negative, beyond all measure or not
            a number, or an optional column that cannot be right.
    """
    table.require(COEFFICIENT_COLUMNS)
    found: dict[str, Coefficient] = {}
    rows: dict[str, Row] = {}
    empty: list[str] = []
    unknown = Unknown()
    for row in table:
        text = row.needed_text("class")
        densities = _densities(row)
        number = classes.find(text)
        if number is None:
            unknown.add(CLASS, text, Message("row {row}", row=row.label))
            continue
        if not densities:
            empty.append(text)
            continue
        key = classes[number].key.casefold()
        row.once(rows, key, Message("class '{text}'", text=text))
        found[key] = Coefficient(
            densities[0],
            densities[1],
            source_of(row.text("source")),
            read_terms(row, SOIL),
            read_terms(row, VEGETATION),
            read_distribution(row),
        )
    if unknown and not table.is_default:
        raise DataError(
            "{table}: {unknown}; the classes are {classes}",
            table=table.name,
            unknown=unknown.listed(),
            classes=class_keys(classes),
        )
    if unknown:
        notes.inform(
            "{table}: the run has no {names}, whose coefficients are not used.",
            table=table.name,
            names=unknown.names(),
        )
    if empty:
        notes.inform(
            "{table}: rows without densities are passed over: {classes}.",
            table=table.name,
            classes=Listed(empty),
        )
    return found


def _densities(row: Row) -> list[float]:
    """The densities of a row, soil first; none where none is filled in."""
    columns = COEFFICIENT_COLUMNS[1:]
    if not any(row.text(column) for column in columns):
        return []
    densities: list[float] = []
    for column in columns:
        density = row.number(column, least=0)
        if density > LARGEST_DENSITY:
            raise row.error(
                "column '{column}' is {density}, which no land holds; the largest density is "
                "{largest:g} t C/ha",
                column=column,
                density=row.text(column),
                largest=LARGEST_DENSITY,
            )
        densities.append(density)
    return densities
