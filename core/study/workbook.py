"""The workbook of a study: its method and sources, its matrices, and all of its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..base.drafts import Drafts, writing
from ..base.messages import Message, Notes, Term, Translate, translated
from ..base.provenance import Provenance
from ..report.dated import subtitle_of
from ..report.parts import Row, Section, ShownColumn, ShownTable
from ..report.proof import checks_met, parameter_section
from ..report.provenance import InputFile
from ..report.section_sheet import LEADS_TO, TITLE, SectionSheet
from ..report.source_section import source_section
from ..xlsx.workbook import About, sheet_names, write_workbook
from ..xlsx.worksheet import LAST_COLUMN, LAST_ROW, Sheet
from .method_section import method_section
from .page import STUDY, choices_of, key_figures
from .study import Study
from .study_tables import planned_tables

METHOD = Term("Method and sources")
LEFT_OUT = Term("Left out: it has more rows or columns than Excel holds.")
# The zones of more classes are told by the rules alone.
MOST_SQUARE = 40


@dataclass(frozen=True)
class Circumstances:
    """What a workbook tells of the run besides its results.

    Attributes:
        files: per date, the file behind its layer.
        warnings: in the reader's language.
    """

    provenance: Provenance
    files: Sequence[InputFile | None]
    warnings: Sequence[str] = field(default_factory=tuple)


def write_study_workbook(
    path: str | Path,
    drafts: Drafts,
    study: Study,
    run: Circumstances,
    tr: Translate,
    going_on: Callable[[], bool] = lambda: True,
) -> Notes:
    """Write the workbook of a study.

    Returns:
        What was left out, because Excel cannot hold it.

    Raises:
        DataError: the file cannot be written.
        Cancelled: going_on returned False.
    """
    notes = Notes()
    sheets = study_sheets(study, run, tr, notes)
    provenance = run.provenance
    title = provenance.title or tr(STUDY)
    about = About(title, provenance.author, provenance.comment)
    with writing(path):
        write_workbook(drafts.path(path), sheets, about, going_on)
    return notes


def study_sheets(study: Study, run: Circumstances, tr: Translate, notes: Notes) -> list[Sheet]:
    """The sheets of a study's workbook, that on method and sources first.

    Args:
        notes: get what is left out.
    """
    planned = planned_tables(study, tr)
    titles = [METHOD, *(one.title for one in planned)]
    first, *names = sheet_names(translated(title, tr) for title in titles)
    made = [(one, one.make(name)) for one, name in zip(planned, names)]
    contents: list[Row] = []
    for one, sheet in made:
        rows, columns = sheet.size
        row = {"sheet": sheet.name, "rows": rows - 1, "meaning": one.meaning}
        if sheet.fits:
            row[LEADS_TO] = sheet.name
        else:
            row["meaning"] = LEFT_OUT
            notes.warn(
                "WORKBOOK: the sheet '{name}' is left out. Its {rows:,} rows and {columns:,} "
                "columns are more than the {most_rows:,} and {most_columns:,} that Excel holds.",
                name=one.title,
                rows=rows,
                columns=columns,
                most_rows=LAST_ROW,
                most_columns=LAST_COLUMN,
            )
        contents.append(row)
    method = _method_sheet(first, study, run, contents, tr)
    return [method, *(sheet for _, sheet in made if sheet.fits)]


def _method_sheet(
    name: str, study: Study, run: Circumstances, contents: Sequence[Row], tr: Translate
) -> Sheet:
    """What the results are, and what they were made from, how and by what."""
    provenance = run.provenance
    sheet = SectionSheet(tr)
    sheet.wide(provenance.title or STUDY, TITLE)
    sheet.wide(subtitle_of(study))
    if provenance.author:
        sheet.fact(Term("Author"), provenance.author)
    if provenance.comment:
        sheet.gap()
        sheet.wide(provenance.comment)
    # The day would make another file of the same results.
    undated = replace(provenance, made_on="")
    for section in (
        _figure_section(study),
        _content_section(contents),
        _check_section(study, run.warnings),
        source_section(study, undated, run.files, choices_of(study)),
        parameter_section(provenance),
        method_section(study, MOST_SQUARE),
    ):
        sheet.section(section)
    return sheet.sheet(name)


def _figure_section(study: Study) -> Section:
    rows: list[Row] = [
        {"figure": label, "number": value, "unit": Term(figure.unit)}
        for figure in key_figures(study)
        for label, value in zip(figure.labels, figure.values)
    ]
    columns = [
        ShownColumn(Term("Key figure"), "figure"),
        ShownColumn(Term("Number"), "number", 2),
        ShownColumn(Term("Unit of measurement"), "unit"),
    ]
    return Section(
        "figures", Term("Key figures"), tables=[ShownTable("figures", "", columns, rows)]
    )


def _content_section(contents: Sequence[Row]) -> Section:
    columns = [
        ShownColumn(Term("Sheet"), "sheet"),
        ShownColumn(Term("Rows"), "rows", 0),
        ShownColumn(Term("What it holds"), "meaning"),
    ]
    table = ShownTable("contents", "", columns, contents)
    return Section("contents", Term("Sheets of this workbook"), tables=[table])


def _check_section(study: Study, warnings: Sequence[str]) -> Section:
    """That the results agree, and what the run warned of."""
    shown = [Message("Warning: {text}", text=text) for text in warnings]
    title, met = Term("Checks and warnings"), checks_met(study.checks)
    return Section("checks", title, [met], warnings=shown)
