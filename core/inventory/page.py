"""The page of the land matrix: the last year's tables, emissions by year, what is not in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..report.charts import stacked_chart
from ..report.figures import Bars
from ..report.parts import Chart, Headline, Page, Row, Section, ShownColumn, ShownTable, known
from ..report.provenance import InputFile
from ..report.results_page import dated_page, parameter_section, proof_sections, source_section
from ..report.rounding import rounded
from ..results.results import Results
from .categories import CATEGORIES, LANDS
from .form import INITIAL, KEYS, NO, matrix_rows
from .inventory import CONVERTED, STAYS, CategoryRow, Inventory

TITLE = Term("Land matrix of the inventory")
COLOURS = dict(
    zip(map(str, CATEGORIES), ("#2f7d4f", "#e3b23c", "#9cc069", "#4f94c4", "#b5473c", "#8c8c8c"))
)
WORDS = {
    **{str(name): name for name in CATEGORIES},
    STAYS: Term("remaining"),
    CONVERTED: Term("converted"),
}
IN_WORDS = ("category", "subcategory", "from_category")
NUMBERS = (
    *("area_kha", "biomass_gain_ktc", "biomass_loss_ktc", "soil_ktc", "net_co2_kt"),
    *("biomass_tc_per_ha", "soil_tc_per_ha"),
)


def matrix_section(inventory: Inventory) -> Section:
    """Table 4.1 of the last year."""
    size, last = len(LANDS), inventory.sums.matrix[-1]
    there = [n for n in range(size) if last[n].any() or last[:, n].any()]
    heads: list[tuple[int, Text]] = [*((n, LANDS[n][0]) for n in there), (size, INITIAL)]
    rows: list[Row] = []
    for place, (label, cells) in enumerate(matrix_rows(inventory, -1)):
        if place in there or place >= size:
            numbers = {f"to{n}": None if cells[n] == NO else cells[n] for n, _ in heads}
            rows.append({"from": label, **numbers, "is_total": place >= size})
    columns = [ShownColumn(label, f"to{n}", 4) for n, label in heads]
    year = inventory.dates[-1].label
    caption = Message("Table 4.1 Land transition matrix, {year}", year=year)
    columns.insert(0, ShownColumn(Term("FROM"), "from"))
    return Section(
        "land-matrix",
        Term("Land transition matrix"),
        [
            Term(
                "In the form of table 4.1 of UNFCCC's common reporting tables: from (rows), to "
                "(columns), in kha. The conversions of a period are spread equally over its years; "
                "on the diagonal is what remained. LAND_MATRIX has every year."
            )
        ],
        tables=[ShownTable("land-matrix-last", caption, columns, rows)],
    )


def category_section(inventory: Inventory, rows: Sequence[CategoryRow]) -> Section:
    """Carbon by category of the last year, whose rows are given, and net CO2 of all years."""
    shown: list[Row] = [
        {**row, **{name: WORDS.get(row[name] or "", "") for name in IN_WORDS}}  # type: ignore
        for row in rows
    ]
    year = inventory.dates[-1].label
    caption = Message("Area and carbon by category, {year}", year=year)
    columns = [known("category", colours=COLOURS), *map(known, (*IN_WORDS[1:], *NUMBERS))]
    return Section(
        "categories",
        Term("Carbon by category"),
        [
            Message(
                "As tables 4.A to 4.F have it. Land stays converted for {years} years after its "
                "conversion, and its mineral soil changes in equal steps over as many (IPCC 2006, "
                "volume 4, equation 2.25). Biomass changes in the year of the conversion; forest "
                "that was something else grows by the curve of its class. CO2 is 44/12 times the "
                "carbon lost, above 0 where the land emits. CATEGORY_TABLE has every year.",
                years=inventory.transition,
            )
        ],
        charts=[_chart(inventory)],
        tables=[ShownTable("categories-last", caption, columns, shown)],
    )


def _chart(inventory: Inventory) -> Chart:
    years, bars = [str(year) for year in inventory.sums.years], []
    for name in CATEGORIES:
        sums = dict.fromkeys(years, 0.0)
        for row in inventory.rows:
            sums[row["year"]] += (row["net_co2_kt"] or 0.0) if row["category"] == name else 0.0
        hovers = [(name, year, f"{rounded(sums[year], 3)} kt CO\u2082") for year in years]
        if any(sums.values()):
            bars.append(Bars(name, COLOURS[name], list(sums.values()), hovers))
    title = Term("Net CO\u2082 of converted land by year and category")
    axis = Term("kt CO\u2082, above 0 where land emits")
    return stacked_chart("categories-co2", title, years, bars, axis)


def scope_section(inventory: Inventory) -> Section:
    """What the tables are, what they are not, and the notation keys."""
    caveat = inventory.coefficients.caveat
    return Section(
        "scope",
        Term("What is in the tables, and what is not"),
        [
            *([caveat] if caveat else []),
            Term(
                "Rows and columns are those of copies of the form; the texts of the standards were "
                "not at hand. This is tier 1 by a map: no legal advice, and no inventory that "
                "anybody has reviewed. Some count 10 years for land to or from wetlands: "
                "TRANSITION_YEARS."
            ),
            *inventory.notes().notices,
        ],
        facts=list(KEYS.items()),
        tables=[_class_table(inventory)],
        warnings=inventory.notes().warnings,
    )


def _class_table(inventory: Inventory) -> ShownTable:
    """Which category each class is, and what its hectare holds."""
    rows: list[Row] = []
    for number in inventory.present:
        c, coefficients = inventory.classes[number], inventory.coefficients
        row: dict[str, object] = {"class": c.name, "category": LANDS[inventory.lands[number]][0]}
        if c in coefficients:
            held = coefficients.of(c)
            row["soil_tc_per_ha"] = held.soil.density
            row["vegetation_tc_per_ha"] = held.vegetation.density
            row["curve"], row["source"] = held.vegetation.curve.NAME, held.source
        rows.append(row)
    columns = [
        known("class", colours=inventory.classes.colours_by_name()),
        *map(known, ("category", "soil_tc_per_ha", "vegetation_tc_per_ha")),
        ShownColumn(Term("Curve"), "curve"),
        ShownColumn(Term("Source"), "source"),
    ]
    caption = Term("Categories and densities of the classes")
    return ShownTable("classes", caption, columns, rows)


def notes_of(
    results: Results,
    inventory: Inventory,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> list[Section]:
    """What the workbook tells before its tables."""
    # The day would make another file of the same results.
    undated = replace(provenance, made_on="")
    sources = [source_section(results, undated, files), parameter_section(provenance)]
    return [scope_section(inventory), *sources]


def inventory_page(
    results: Results,
    inventory: Inventory,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of an inventory.

    Args:
        files: per date, the file behind its layer.
    """
    year = inventory.dates[-1].label
    rows = [row for row in inventory.rows if row["year"] == year]
    converted = sum(row["area_kha"] for row in rows if row["subcategory"] == CONVERTED)
    emitted = [row["net_co2_kt"] for row in rows if row["net_co2_kt"] is not None]
    label = Message("Converted land in {year}", year=year)
    headlines: list[Headline] = [(label, rounded(converted, 3), Term("kha"))]
    if emitted:
        label = Message("Net CO\u2082 of converted land in {year}, of what is estimated", year=year)
        headlines.append((label, rounded(sum(emitted), 3), "kt CO\u2082"))
    sections = [
        matrix_section(inventory),
        category_section(inventory, rows),
        scope_section(inventory),
    ]
    proof = proof_sections(results, provenance, files)
    return dated_page(TITLE, results, provenance, headlines, [*sections, *proof])
