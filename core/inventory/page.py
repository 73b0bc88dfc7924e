"""The page of an inventory, and the workbook in the layout of the form.

The form is UNFCCC tables 4.1 and 4.A to 4.F; rows, headings and notation keys follow
copies of it. Areas are in kha, carbon in kt C and t C/ha; losses are negative.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Union

import numpy as np

from ..base.data_dictionary import ColumnKind, get_table_fields
from ..base.drafts import Drafts, convert_write_errors
from ..base.files import Provenance
from ..base.messages import Message, Term, Text, Translator, translate_message
from ..report.change_sections import stacked_chart
from ..report.coefficient_table import curve_name
from ..report.page import (
    Headline,
    Page,
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    dictionary_column,
)
from ..report.plotly_figures import BarSeries, format_number, round_to_uncertainty
from ..report.results_page import (
    InputFile,
    create_results_page,
    parameter_section,
    proof_sections,
    source_section,
)
from ..report.section_sheet import TITLE_STYLE as HEADLINE
from ..report.section_sheet import SectionSheet
from ..results.results import Results
from ..scheme.density_sources import translate_source
from ..scheme.table import ALL_LABEL
from ..xlsx.cell_styles import HEADER_CELL_STYLE, CellStyle, number_format
from ..xlsx.workbook import WorkbookProperties, write_workbook
from ..xlsx.worksheet import PAGE_WIDTH, Sheet, SheetCell, SheetRow, column_letters
from .answers import converted_area_kha, interval_half_width, inventory_answers
from .categories import (
    CATEGORIES,
    CATEGORY_COLOURS,
    FOREST,
    LAND_TYPES,
    LOWERCASE_CATEGORIES,
    OTHER,
)
from .inventory import (
    BIOMASS_AREA,
    KILO_PER_UNIT,
    REMAINING_INDEX,
    ZERO_TOLERANCE,
    CategoryRow,
    Inventory,
    net_change,
)
from .uncertainty import NET, TREND, InventoryUncertainty, InventoryUncertaintyRow

MATRIX_TITLE = Term("Land matrix of the inventory")
NE, NO, NA, IE = "NE", "NO", "NA", "IE"
NOTATION_KEYS = {
    NE: Term("not estimated"),
    NO: Term("not occurring"),
    NA: Term("not applicable"),
    IE: Term("included elsewhere (living biomass)"),
}
# Rows of the form, each a label with numbers or notation keys; and tables with their titles.
FormRows = list[tuple[Text, list[Union[float, str]]]]
FormTables = list[tuple[Text, FormRows]]
FROM_LABEL, TO_LABEL, INITIAL_AREA_LABEL, KHA_LABEL = (
    Term("FROM"),
    Term("TO"),
    Term("Initial area"),
    Term("(kha)"),
)
CATEGORY_LABEL, NET_CO2_LABEL = Term("Land-use category"), Term("NET CO2 EMISSIONS/REMOVALS")
ACTIVITY_DATA_LABEL, CHANGE_FACTORS_LABEL = (
    Term("ACTIVITY DATA"),
    Term("IMPLIED CARBON-STOCK-CHANGE FACTORS"),
)
STOCK_CHANGES_LABEL, LIVING_BIOMASS_LABEL = Term("CHANGES IN CARBON STOCK"), Term("Living biomass")
ACTIVITY_COLUMNS = (Term("Total area"), Term("Area of mineral soil"), Term("Area of organic soil"))
BIOMASS_COLUMNS = (Term("Gains"), Term("Losses"), Term("Net change"))
SOIL_COLUMNS = (
    Term("Net change in mineral soils"),
    Term("Net carbon stock change in organic soils"),
)
# Columns of dead organic matter by category; forest land has two.
DEAD_MATTER_COLUMNS: list[tuple[Text, ...]] = [(Term("Net change in dead organic matter"),)] * len(
    CATEGORIES
)
DEAD_MATTER_COLUMNS[FOREST] = (Term("Net change in dead wood"), Term("Net change in litter"))
# Separate columns for forest land, one column for the other categories.
DEAD_MATTER_POOLS = ("dead wood", "litter")
# Widths of the label column, the last column and (at most) the others, in characters; height of
# headings in points.
NAME_COLUMN_WIDTH, LAST_COLUMN_WIDTH, MAX_COLUMN_WIDTH, HEADER_HEIGHT_PT = 44.0, 22.0, 15.0, 36.0
HEADER_STYLE = replace(HEADER_CELL_STYLE, aligned="center", wraps=True, top=True)
AMOUNT_STYLE, NOTATION_KEY_STYLE, TITLE_STYLE = (
    CellStyle(number_format(4)),
    CellStyle(aligned="right"),
    CellStyle(bold=True),
)


TOTAL_LABEL = Term("Total")
# Headings of the columns of UNCERTAINTY that contain amounts.
NET_COLUMN_HEADINGS = (
    Term("Net CO\u2082, kt"),
    Term("Lower 95 % confidence limit, kt CO₂"),
    Term("Upper 95 % confidence limit, kt CO₂"),
)
FOREST_REMAINING_NOTE = Term(
    "Forest land remaining forest land: only biomass of forest established after a "
    "conversion; forest present at the first date is not estimated (NE)."
)
MINERAL_SOIL_NOTE = Term("Area of mineral soil: all land; organic soils are not estimated (NE).")


def matrix_rows(inventory: Inventory, n: int) -> FormRows:
    """Return table 4.1 of the n-th year: from (rows), to (columns), and the initial area last."""
    matrix = inventory.conversions[n]
    initial, final = matrix.sum(axis=1), matrix.sum(axis=0)
    lines = [(name, [*matrix[i], initial[i]]) for i, (name, *_) in enumerate(LAND_TYPES)]
    lines.append((Term("Final area"), [*final, final.sum()]))
    rows: FormRows = [
        (name, [float(c) * KILO_PER_UNIT if c > ZERO_TOLERANCE else NO for c in cells])
        for name, cells in lines
    ]
    # Two sums of the same areas differ by rounding.
    net = np.where(abs(final - initial) > ZERO_TOLERANCE, final - initial, 0.0) * KILO_PER_UNIT
    cells = [float(c) if area > ZERO_TOLERANCE else NO for c, area in zip(net, initial + final)]
    return [*rows, (Term("Net change"), [*cells, 0.0])]


def category_rows(inventory: Inventory, n: int, category: int) -> FormRows:
    """Return the table of a category in the n-th year, 4.A to 4.F."""
    names = {"name": CATEGORIES[category], "category": LOWERCASE_CATEGORIES[category]}
    others = [origin for origin in range(len(CATEGORIES)) if origin != category]
    labels = [
        (Message("Total {category}", **names), [*others, REMAINING_INDEX]),
        (Message("1. {name} remaining {category}", **names), [REMAINING_INDEX]),
        (Message("2. Land converted to {category}", **names), others),
    ]
    for count, origin in enumerate(others, 1):
        names |= {"name": CATEGORIES[origin], "number": str(count)}
        labels.append((Message("2.{number} {name} converted to {category}", **names), [origin]))
    rows: FormRows = []
    for label, origins in labels:
        row = inventory.category_row(n, category, origins)
        area, gain, loss = row["area_kha"], row["biomass_gain_ktc"], row["biomass_loss_ktc"]
        changes: list[float | str | None] = [None] * (
            len(BIOMASS_COLUMNS) + len(DEAD_MATTER_COLUMNS[category])
        )
        if gain is not None and loss is not None:
            estimated = inventory.sums[BIOMASS_AREA, n, category]
            sides = {category, *(o for o in origins if estimated[o] > ZERO_TOLERANCE)}
            dead = [IE if inventory.dead[pool] & sides else None for pool in DEAD_MATTER_POOLS]
            # Only forest land has a column for each pool.
            dead = dead if category == FOREST else [IE if any(dead) else None]
            changes = [gain, -loss, net_change(gain, loss), *dead]
        changes += [row["soil_ktc"], NE]
        factors = [change / area if isinstance(change, float) else change for change in changes]
        cells = [area, area, NE, *factors, *changes, row["net_co2_kt"]]
        # Other land remaining other land is neither source nor sink by definition.
        key = NA if category == OTHER and origins == [REMAINING_INDEX] else NE
        if area <= ZERO_TOLERANCE * KILO_PER_UNIT:
            key, cells = NO, [None] * len(cells)
        rows.append((label, [key if cell is None else cell for cell in cells]))
    return rows


def form_sheets(inventory: Inventory, tr: Translator) -> list[Sheet]:
    """Return tables 4.1 and 4.A to 4.F, one sheet each, with the years below each other."""
    years = list(enumerate(map(str, inventory.years)))
    heads: list[list[Text]] = [
        [FROM_LABEL, *[TO_LABEL] * len(LAND_TYPES), INITIAL_AREA_LABEL],
        [FROM_LABEL, *(name for name, *_ in LAND_TYPES), INITIAL_AREA_LABEL],
        [FROM_LABEL, *[KHA_LABEL] * (len(LAND_TYPES) + 1)],
    ]
    tables: FormTables = [
        (Message("Table 4.1 Land transition matrix, {year}", year=year), matrix_rows(inventory, n))
        for n, year in years
    ]
    sheets = [_form_sheet("Table4.1", heads, tables, tr)]
    for category, letter in enumerate("ABCDEF"):
        others = (*DEAD_MATTER_COLUMNS[category], *SOIL_COLUMNS)
        parts, pools = (
            len(BIOMASS_COLUMNS) + len(others),
            [*[LIVING_BIOMASS_LABEL] * len(BIOMASS_COLUMNS), *others],
        )
        heads = [
            [
                CATEGORY_LABEL,
                *[ACTIVITY_DATA_LABEL] * len(ACTIVITY_COLUMNS),
                *[CHANGE_FACTORS_LABEL] * parts,
                *[STOCK_CHANGES_LABEL] * parts,
                NET_CO2_LABEL,
            ],
            [CATEGORY_LABEL, *ACTIVITY_COLUMNS, *pools, *pools, NET_CO2_LABEL],
            [
                CATEGORY_LABEL,
                *ACTIVITY_COLUMNS,
                *BIOMASS_COLUMNS,
                *others,
                *BIOMASS_COLUMNS,
                *others,
                NET_CO2_LABEL,
            ],
            [
                CATEGORY_LABEL,
                *[KHA_LABEL] * len(ACTIVITY_COLUMNS),
                *["(t C/ha)"] * parts,
                *["(kt C)"] * parts,
                "(kt)",
            ],
        ]
        words, tables = {"letter": letter, "category": CATEGORIES[category]}, []
        for n, year in years:
            title = Message("Table 4.{letter} {category}, {year}", **words, year=year)
            tables.append((title, category_rows(inventory, n, category)))
        notes = [MINERAL_SOIL_NOTE, *([FOREST_REMAINING_NOTE] if category == FOREST else [])]
        sheets.append(_form_sheet(f"Table4.{letter}", heads, tables, tr, notes))
    return sheets


def _form_sheet(
    name: str,
    heads: list[list[Text]],
    tables: FormTables,
    tr: Translator,
    notes: Sequence[Text] = (),
) -> Sheet:
    """Return a sheet of titled tables with headings and notes, equal adjacent headings merged."""
    lines: list[SheetRow] = []
    merged: list[str] = []
    width = len(heads[0])

    def cell(text: Text, style: CellStyle) -> SheetCell:
        return SheetCell(translate_message(text, tr), style=style)

    for title, rows in tables:
        lines.append(SheetRow([cell(title, TITLE_STYLE)]))
        for r, row in enumerate(heads):
            cells = [SheetCell(None, style=HEADER_STYLE)] * width
            c = 0
            for text, alike in groupby(row):
                columns, below = len(list(alike)), sum(head[c] == text for head in heads)
                if not r or heads[r - 1][c] != text:
                    cells[c] = cell(text, HEADER_STYLE)
                    first, last = column_letters(c), column_letters(c + columns - 1)
                    if columns * below > 1:
                        merged.append(f"{first}{len(lines) + 1}:{last}{len(lines) + below}")
                c += columns
            lines.append(SheetRow(cells, HEADER_HEIGHT_PT if r == 1 else None))
        for label, values in rows:
            amounts = (
                SheetCell(v, style=NOTATION_KEY_STYLE)
                if isinstance(v, str)
                else SheetCell(v, ColumnKind.REAL, AMOUNT_STYLE)
                for v in values
            )
            lines.append(SheetRow([cell(label, CellStyle()), *amounts]))
        lines += [SheetRow([cell(note, CellStyle())]) for note in notes]
        lines.append(SheetRow([]))
    narrow = min(
        MAX_COLUMN_WIDTH, (PAGE_WIDTH - NAME_COLUMN_WIDTH - LAST_COLUMN_WIDTH) // (width - 2)
    )
    widths = [NAME_COLUMN_WIDTH, *[narrow] * (width - 2), LAST_COLUMN_WIDTH]
    return Sheet(name, lines, (len(lines), width), (0, 1), widths=widths, merged=merged)


def matrix_section(inventory: Inventory) -> Section:
    """Return the section with table 4.1 of the last year."""
    size, last = len(LAND_TYPES), inventory.conversions[-1]
    there = [n for n in range(size) if last[n].any() or last[:, n].any()]
    heads: list[tuple[int, Text]] = [
        *((n, LAND_TYPES[n][0]) for n in there),
        (size, INITIAL_AREA_LABEL),
    ]
    rows: list[TableRow] = [
        {
            "from": label,
            **{f"to{n}": None if cells[n] == NO else cells[n] for n, _ in heads},
            "is_total": index >= size,
        }
        for index, (label, cells) in enumerate(matrix_rows(inventory, -1))
        if index in there or index >= size
    ]
    columns = [
        TableColumn(FROM_LABEL, "from"),
        *(TableColumn(label, f"to{n}", 4) for n, label in heads),
    ]
    year = inventory.dates[-1].label
    caption = Message("Table 4.1 Land transition matrix, {year}", year=year)
    table = ReportTable("land-matrix-last", caption, columns, rows)
    text = Term(
        "Layout of UNFCCC common reporting table 4.1: initial categories in rows, final "
        "categories in columns, kha. Conversions are distributed evenly over the years of a "
        "period; the diagonal is land remaining in a category. All years: LAND_MATRIX."
    )
    return Section("land-matrix", Term("Land transition matrix"), [text], tables=[table])


def category_section(uncertainty: InventoryUncertainty, rows: Sequence[CategoryRow]) -> Section:
    """Return carbon by category in the last year (`rows` of CATEGORY_TABLE) and total net CO2."""
    inventory = uncertainty.inventory
    years, bars = [str(year) for year in inventory.years], []
    emitted = defaultdict[tuple[str, str], float](float)
    for row in inventory.rows:
        emitted[row["category"], row["year"]] += row["net_co2_kt"] or 0.0
    for name, colour in zip(CATEGORIES, CATEGORY_COLOURS):
        amounts = [emitted[name, year] for year in years]
        hovers = [(name, y, f"{format_number(kt, 3)} kt CO\u2082") for y, kt in zip(years, amounts)]
        if any(amounts):
            bars.append(BarSeries(name, colour, amounts, hovers))
    title = Term("Net CO₂ by year and category (estimated categories only)")
    axis = Term("kt CO₂ (positive = emissions)")
    charts = [stacked_chart("categories-co2", title, years, bars, axis)] if bars else []
    caption = Message("Area and carbon by category, {year}", year=years[-1])
    colours = {"category": dict(zip(CATEGORIES, CATEGORY_COLOURS))}
    columns = [
        dictionary_column(c, colours=colours.get(c)) for c, _ in get_table_fields(CategoryRow)[1:-1]
    ]
    # In other tables this column is the soil carbon density.
    columns.append(
        dictionary_column("soil_tc_per_ha", Term("Soil carbon stock change, t C/ha"), digits=4)
    )
    table = ReportTable("categories-last", caption, columns, rows)
    text = Message(
        "Layout of tables 4.A to 4.F. Land remains in a converted category for {years} "
        "years, during which mineral soil carbon changes linearly (IPCC 2006, vol. 4, eq. "
        "2.25). Biomass changes in the year of conversion; new forest and perennial crops "
        "follow the curve of their class. CO2 = carbon loss × 44/12; positive = emissions. "
        "All years: CATEGORY_TABLE.",
        years=inventory.transition,
    )
    head = Term("Carbon by category")
    tables = [table, *([net_co2_table(uncertainty)] if uncertainty.parameters else [])]
    return Section("categories", head, [text, FOREST_REMAINING_NOTE], charts=charts, tables=tables)


def net_co2_table(uncertainty: InventoryUncertainty) -> ReportTable:
    """Return net CO2 by category with its interval: last year, all years and trend."""
    years = uncertainty.inventory.years
    first, last = str(years[0]), str(years[-1])
    spans: dict[str, Text] = {
        last: last,
        "": Message("{first} to {last}", first=first, last=last),
        TREND: Message("{last} minus {first}", first=first, last=last),
    }
    rows: list[TableRow] = [
        {
            **row,
            "year": spans[row["year"]],
            "category": TOTAL_LABEL if row["category"] == ALL_LABEL else row["category"],
            "is_total": row["category"] == ALL_LABEL,
        }
        for row in uncertainty.rows
        if row["pool"] == NET and row["year"] in spans
    ]
    columns = [
        dictionary_column(name)
        for name, _ in get_table_fields(InventoryUncertaintyRow)
        if name != "pool"
    ]
    for n, column in enumerate(columns[2:], 2):
        columns[n] = replace(column, label=NET_COLUMN_HEADINGS[n - 2], digits=3)
    return ReportTable("categories-net", Term("Net CO₂ with confidence interval"), columns, rows)


def scope_section(inventory: Inventory) -> Section:
    """Return the section on the scope of the tables, notation keys and class categories."""
    coefficients, rows = inventory.coefficients, list[TableRow]()
    for index in inventory.present:
        c = inventory.classes[index]
        row: dict[str, object] = {
            "class": c.name,
            "category": LAND_TYPES[inventory.lands[index]][0],
        }
        if c in coefficients:
            of_class = coefficients.class_coefficient(c)
            row["soil_tc_per_ha"] = of_class.soil.density
            row["vegetation_tc_per_ha"] = of_class.vegetation.density
            row["curve"] = curve_name(of_class.vegetation)
            row["source"] = translate_source(of_class.source)
        rows.append(row)
    columns = [
        dictionary_column("class", colours=inventory.classes.colours_by_name()),
        *map(dictionary_column, ("category", "soil_tc_per_ha", "vegetation_tc_per_ha")),
        TableColumn(Term("Curve"), "curve"),
        dictionary_column("source"),
    ]
    caption, notes = Term("Categories and carbon densities by class"), inventory.notes()
    text = Term(
        "Rows and columns follow copies of the reporting tables; the original standards were "
        "not consulted. This is a tier 1 estimate from maps, not a reviewed inventory and "
        "not legal advice. Some inventories use 10 years for conversions to or from wetlands "
        "(TRANSITION_YEARS)."
    )
    caveats = [coefficients.caveat] if coefficients.caveat else []
    return Section(
        "scope",
        Term("Scope of the tables"),
        [*caveats, text, *notes.notices],
        facts=list(NOTATION_KEYS.items()),
        tables=[ReportTable("classes", caption, columns, rows)],
        warnings=notes.warnings,
    )


def inventory_page(
    results: Results,
    uncertainty: InventoryUncertainty,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the page of an inventory; `files` are the sources of the layers by date."""
    inventory = uncertainty.inventory
    year = inventory.dates[-1].label
    rows = [row for row in inventory.rows if row["year"] == year]
    label = Message(
        "Land in transition (converted within {years} years), {year}",
        years=inventory.transition,
        year=year,
    )
    headlines: list[Headline] = [
        (label, format_number(converted_area_kha(inventory), 3), Term("kha"))
    ]
    emitted = inventory.net_emissions_kt(int(year) - 1, int(year))
    if emitted is not None:
        label = Message("Net CO₂ in {year} (estimated categories only)", year=year)
        net = uncertainty.net_row(year)
        half_width = interval_half_width(net) if net else None
        headlines.append((label, round_to_uncertainty(emitted, half_width, 3), "kt CO\u2082"))
    sections = [
        matrix_section(inventory),
        category_section(uncertainty, rows),
        scope_section(inventory),
        *proof_sections(results, provenance, files),
    ]
    page = create_results_page(MATRIX_TITLE, results, provenance, headlines, sections)
    return replace(page, opening=inventory_answers(uncertainty))


def write_inventory_workbook(
    path: str,
    drafts: Drafts,
    results: Results,
    inventory: Inventory,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translator,
) -> None:
    """Write the workbook with the notes and the tables of the form."""
    notes = SectionSheet(tr)
    notes.add_wide_text(MATRIX_TITLE, HEADLINE)
    notes.add_section(scope_section(inventory))
    # A date of creation would change the file for identical results.
    notes.add_section(source_section(results, replace(provenance, made_on=""), files))
    notes.add_section(parameter_section(provenance))
    sheets = [notes.build_sheet(tr("Notes")), *form_sheets(inventory, tr)]
    with convert_write_errors(path):
        write_workbook(
            drafts.draft_path(path),
            sheets,
            WorkbookProperties(tr(MATRIX_TITLE)),
            inventory.going_on,
        )
