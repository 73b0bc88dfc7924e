"""The section on how carbon comes back on reclaimed land: the curves with their parameters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..base.messages import Message, Term, Text
from ..mine.ages import AgeRows
from ..report.coefficients import curve_name
from ..report.figures import Draw
from ..report.lines import EDGE, GREYS, AgeBand, CurveLine, ages_to, curve_lines
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import hectares
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficient, Pool
from .ledger import Ledger
from .results import LedgerResults

SOIL, VEGETATION, BOTH = Term("Soil"), Term("Vegetation"), Term("Soil and vegetation")
TITLES = {
    BOTH: Term("Soil and vegetation, t C/ha"),
    SOIL: Term("Soil, t C/ha"),
    VEGETATION: Term("Vegetation, t C/ha"),
}
# Years that a chart shows at least.
HORIZON = 50
# At which published stocks are compared.
AGES = (10, 25, 50)

# What was measured on reclaimed mine land, to be set against the curves; never a default.
PUBLISHED: Sequence[tuple[Text, str, str]] = (
    (Term("Soil, forest"), "0.20\u20136.27 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Soil, grass"), "0.30\u20133.37 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Soil, mixed"), "0.31\u20132.80 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Sequestered in 25 years, forest"), "107 t C/ha", "Shrestha & Lal 2010"),
    (Term("Sequestered in 25 years, pasture"), "21 t C/ha", "Shrestha & Lal 2010"),
    (Term("Soil, pasture, 0-50 cm, stock"), "86.1 t C/ha", "Ussiri & Lal"),
)


def recovery_section(results: LedgerResults) -> Section | None:
    """The curves of the classes that land was reclaimed as; None where none was."""
    ledger = results.ledger
    if not ledger.lands.regrown:
        return None
    classes = ledger.classes_of(ledger.lands.regrown)
    return Section(
        "recovery",
        Term("How carbon comes back"),
        [
            Term(
                "What a hectare of reclaimed land holds by its age, as the coefficients say: the "
                "density of its class (dotted) times the curve. The lines begin on bare land; "
                "where topsoil was spread again, soil begins with that."
            )
        ],
        charts=[_chart(ledger, classes)],
        tables=[_table(ledger, classes), _published()],
    )


def _chart(ledger: Ledger, classes: Sequence[LandClass]) -> Chart:
    last = ledger.land.dates[-1].label
    colours = ledger.land.classes.colours_by_name()
    # The intervals of the ages at the last date, with the land that has them.
    areas: dict[tuple[int, int], float] = {}
    for row in AgeRows(ledger.land).of_last_date:
        key = (row["age_min"], row["age_max"])
        areas[key] = areas.get(key, 0.0) + row["area_ha"]
    bands = [AgeBand(*interval, hectares(area, 0)) for interval, area in sorted(areas.items())]
    ages = ages_to(max([HORIZON, *(int(1.25 * band.last) for band in bands)]))
    variants: list[tuple[Text, Draw]] = []
    for words in (BOTH, SOIL, VEGETATION):
        lines = []
        for land_class in classes:
            pools = _pools(ledger.coefficients.of(land_class), words)
            parts = [_stocks(pool, ages) for _, pool in pools]
            stocks = [sum(by_pool) for by_pool in zip(*parts)]
            full = sum(pool.returned for _, pool in pools)
            lines.append(CurveLine(land_class.name, colours[land_class.name], stocks, full))
        titles = (Term("Years since the land was reclaimed"), TITLES[words])
        variants.append((words, partial(curve_lines, ages, lines, bands, titles)))
    return Chart(
        "recovery",
        Term("Carbon on reclaimed land by age, t C/ha"),
        variants,
        [
            *((c.name, colours[c.name]) for c in classes),
            *([(Message("ages of reclaimed land, {year}", year=last), GREYS[0])] if bands else []),
        ],
        Term("The curve ipcc is equation 2.25 of IPCC 2006, volume 4."),
        marks=[(Term("density of the class"), EDGE, "dotted")],
    )


def _pools(coefficient: Coefficient, words: Term = BOTH) -> list[tuple[Term, Pool]]:
    """The pools that are meant."""
    pools = [(SOIL, coefficient.soil), (VEGETATION, coefficient.vegetation)]
    return [pool for pool in pools if words in (pool[0], BOTH)]


def _stocks(pool: Pool, ages: Sequence[float]) -> list[float]:
    """t C/ha at each age, on land that was bare."""
    at = np.array(ages, np.float64)
    return [float(stock) for stock in pool.curve.stock(np.zeros_like(at), pool.returned, at)]


def _table(ledger: Ledger, classes: Sequence[LandClass]) -> ShownTable:
    """A row per class and pool: curve, parameters, and what it comes to at some ages."""
    colours = ledger.land.classes.colours_by_name()
    rows: list[Row] = []
    for land_class in classes:
        for words, pool in _pools(ledger.coefficients.of(land_class)):
            stocks = _stocks(pool, AGES)
            rows.append(
                {
                    "class": land_class.name,
                    "pool": words,
                    "curve": curve_name(pool),
                    "formula": pool.curve.formula,
                    "density": pool.returned,
                    "steepest": pool.curve.steepest(pool.returned) or None,
                    **{f"at{age}": stock for age, stock in zip(AGES, stocks)},
                }
            )
    return ShownTable(
        "recovery",
        Term("Curves and their parameters"),
        [
            known("class", colours=colours),
            known("pool"),
            ShownColumn(Term("Curve"), "curve"),
            ShownColumn(Term("Part of the density at age a"), "formula"),
            ShownColumn(Term("Density, t C/ha"), "density", 2),
            ShownColumn(Term("Fastest, t C/ha a year"), "steepest", 2),
            *(ShownColumn(Message("After {age} years", age=age), f"at{age}", 2) for age in AGES),
        ],
        rows,
        note=Term(
            "Of the curve rates the second column has the bands as the coefficients give them: to "
            "which age, and t C/ha a year."
        ),
    )


def _published() -> ShownTable:
    rows: list[Row] = [
        {"what": what, "measured": measured, "source": source}
        for what, measured, source in PUBLISHED
    ]
    return ShownTable(
        "recovery-published",
        Term("Measured on reclaimed mine land, to compare with; none of it is used here"),
        [
            ShownColumn(Term("What"), "what"),
            ShownColumn(Term("Measured"), "measured"),
            known("source"),
        ],
        rows,
        folded=True,
    )
