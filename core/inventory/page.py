"""What people read of an inventory: its page, and the workbook in the form's layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..base.columns import fields_of
from ..base.drafts import Drafts, writing
from ..base.messages import Message, Term, Text, Translate
from ..base.provenance import Provenance
from ..report.charts import stacked_chart
from ..report.figures import Bars
from ..report.parts import Headline, Page, Row, Section, ShownColumn, ShownTable, known
from ..report.provenance import InputFile
from ..report.results_page import dated_page, parameter_section, proof_sections, source_section
from ..report.rounding import rounded
from ..report.section_sheet import TITLE as HEADLINE
from ..report.section_sheet import SectionSheet
from ..results.results import Results
from ..xlsx.workbook import About, write_workbook
from .categories import CATEGORIES, COLOURS, LANDS
from .form import FROM, INITIAL, KEYS, NO, form_sheets, matrix_rows
from .inventory import CONVERTED, CategoryRow, Inventory

TITLE = Term("Land matrix of the inventory")


def matrix_section(inventory: Inventory) -> Section:
    """Table 4.1 of the last year."""
    size, last = len(LANDS), inventory.conversions[-1]
    there = [n for n in range(size) if last[n].any() or last[:, n].any()]
    heads: list[tuple[int, Text]] = [*((n, LANDS[n][0]) for n in there), (size, INITIAL)]
    rows: list[Row] = [
        {
            "from": label,
            **{f"to{n}": None if cells[n] == NO else cells[n] for n, _ in heads},
            "is_total": index >= size,
        }
        for index, (label, cells) in enumerate(matrix_rows(inventory, -1))
        if index in there or index >= size
    ]
    columns = [ShownColumn(FROM, "from"), *(ShownColumn(label, f"to{n}", 4) for n, label in heads)]
    year = inventory.dates[-1].label
    caption = Message("Table 4.1 Land transition matrix, {year}", year=year)
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
    years, bars = [str(year) for year in inventory.years], []
    for name, colour in zip(CATEGORIES, COLOURS):
        sums = dict.fromkeys(years, 0.0)
        for row in inventory.rows:
            sums[row["year"]] += (row["net_co2_kt"] or 0.0) if row["category"] == name else 0.0
        hovers = [(name, year, f"{rounded(sums[year], 3)} kt CO\u2082") for year in years]
        if any(sums.values()):
            bars.append(Bars(name, colour, list(sums.values()), hovers))
    title = Term("Net CO\u2082 of converted land by year and category")
    axis = Term("kt CO\u2082, above 0 where land emits")
    caption = Message("Area and carbon by category, {year}", year=years[-1])
    colours = {"category": dict(zip(CATEGORIES, COLOURS))}
    columns = [known(c, colours=colours.get(c)) for c, _ in fields_of(CategoryRow)[1:]]
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
        charts=[stacked_chart("categories-co2", title, years, bars, axis)],
        tables=[ShownTable("categories-last", caption, columns, rows)],
    )


def scope_section(inventory: Inventory) -> Section:
    """What the tables are, what they are not, the notation keys, and what each class is."""
    coefficients, rows = inventory.coefficients, list[Row]()
    for index in inventory.present:
        c = inventory.classes[index]
        row: dict[str, object] = {"class": c.name, "category": LANDS[inventory.lands[index]][0]}
        if c in coefficients:
            of_class = coefficients.of(c)
            row["soil_tc_per_ha"] = of_class.soil.density
            row["vegetation_tc_per_ha"] = of_class.vegetation.density
            row["curve"], row["source"] = of_class.vegetation.curve.NAME, of_class.source
        rows.append(row)
    columns = [
        known("class", colours=inventory.classes.colours_by_name()),
        *map(known, ("category", "soil_tc_per_ha", "vegetation_tc_per_ha")),
        ShownColumn(Term("Curve"), "curve"),
        known("source"),
    ]
    caption = Term("Categories and densities of the classes")
    return Section(
        "scope",
        Term("What is in the tables, and what is not"),
        [
            *([coefficients.caveat] if coefficients.caveat else []),
            Term(
                "Rows and columns are those of copies of the form; the texts of the standards were "
                "not at hand. This is tier 1 by a map: no legal advice, and no inventory that "
                "anybody has reviewed. Some count 10 years for land to or from wetlands: "
                "TRANSITION_YEARS."
            ),
            *inventory.notes().notices,
        ],
        facts=list(KEYS.items()),
        tables=[ShownTable("classes", caption, columns, rows)],
        warnings=inventory.notes().warnings,
    )


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
    label = Message("Converted land in {year}", year=year)
    headlines: list[Headline] = [(label, rounded(converted, 3), Term("kha"))]
    emitted = inventory.emitted(int(year) - 1, int(year))
    if emitted is not None:
        label = Message("Net CO\u2082 of converted land in {year}, of what is estimated", year=year)
        headlines.append((label, rounded(emitted, 3), "kt CO\u2082"))
    sections = [
        matrix_section(inventory),
        category_section(inventory, rows),
        scope_section(inventory),
        *proof_sections(results, provenance, files),
    ]
    return dated_page(TITLE, results, provenance, headlines, sections)


def write_inventory_workbook(
    path: str | Path,
    drafts: Drafts,
    results: Results,
    inventory: Inventory,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the workbook: notes, and the tables of the form.

    Raises:
        DataError: the file cannot be written.
        Cancelled: the run was stopped.
    """
    notes = SectionSheet(tr)
    notes.wide(TITLE, HEADLINE)
    notes.section(scope_section(inventory))
    # The day would make another file of the same results.
    notes.section(source_section(results, replace(provenance, made_on=""), files))
    notes.section(parameter_section(provenance))
    sheets = [notes.sheet(tr("Notes")), *form_sheets(inventory, tr)]
    with writing(path):
        write_workbook(drafts.path(path), sheets, About(tr(TITLE)), inventory.going_on)
