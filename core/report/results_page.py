"""A page on the results of a series, and what it ends with: proof and sources.

These are the checks, what became of every cell, parameters; layers, versions, tables, and files by
size and checksum, or by size and date.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urlsplit

from osgeo import gdal

from ..base.data_dictionary import get_table_fields
from ..base.dates import format_date
from ..base.files import FileState, Provenance
from ..base.messages import ContinueCheck, Message, MessageList, RunCancelledError, Term, Text
from ..raster.area import ELLIPSOIDAL_AREA
from ..raster.grid import Grid
from ..raster.source import check_file_state
from ..results.closure import Check, largest_difference, translatable_rows
from ..results.results import AUDIT, Results
from .page import Headline, Page, ReportTable, Section, TableColumn, TableRow, dictionary_column
from .plotly_figures import (
    ELLIPSIS,
    MAX_SHORT_TABLE_ROWS,
    MIN_COMPACT_DATES,
    format_file_size,
    format_number,
)

CHUNK_SIZE_BYTES = 4 * 1024 * 1024
# GDAL's virtual file systems: servers, archives, memory.
VSI_PREFIX = "/vsi"
# GDAL's formats of files that list others.
MOSAIC_DRIVERS = ("VRT", "GTI")
URL_PATTERN = re.compile(r"\b(https?|ftp)://\S+")
# Columns of AUDIT that follow from others, or from the parameters.
HIDDEN_AUDIT_COLUMNS = ("grid_ha", "masked_cells")
# What pages end with, and of so many sections have folded.
PROOF_SECTIONS = ("closure", "audit", "sources")
MIN_LONG_PAGE_SECTIONS = 10
# Parameters that a page and a sheet begin with.
HEADER_PARAMETERS = ("TITLE", "AUTHOR", "COMMENT")
# Of more values than these that checks of a kind differ by, the first and the last are named.
MAX_LISTED_VALUES = 5


@dataclass(frozen=True)
class InputFile:
    """A file that was read: its name, without folders, its bytes, and its SHA-256 or ''.

    Paths and connection strings stay out of pages: they may hold names and passwords. What lies on
    a server or in an archive is not read a second time: `changed` is the day (UTC) of its last
    change in place of a checksum, as far as it is told. Of a file that only lists others,
    `is_list`, the name has the servers that these lie on, and the checksum is that of the list.
    """

    name: str
    size: int
    sha256: str = ""
    changed: str = ""
    is_list: bool = False


def describe_input_files(
    paths: Iterable[str],
    going_on: ContinueCheck = lambda: True,
    states: Sequence[FileState | None] = (),
) -> list[InputFile | None]:
    """The files at these paths; None for what is no file.

    `states`: they are to be in these still, or the checksum is not that of what was counted.
    """
    files = []
    for path, state in zip_longest(paths, states):
        file = _virtual_file(path) if path.startswith(VSI_PREFIX) else None
        if os.path.isfile(path):
            servers = _mosaic_servers(path)
            name = os.path.basename(path) + (f" ({', '.join(servers)})" if servers else "")
            size, is_list = os.path.getsize(path), servers is not None
            file = InputFile(name, size, file_checksum(path, going_on), is_list=is_list)
        files.append(file)
        if state is not None:
            check_file_state(Term("Input"), path, state)
    return files


def _mosaic_servers(path: str) -> list[str] | None:
    """The servers of the files that a mosaic lists; None for what GDAL reads as no mosaic."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        driver = gdal.IdentifyDriver(path)
        if driver is None or driver.ShortName not in MOSAIC_DRIVERS:
            return None
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        files = dataset.GetFileList() or [] if dataset else []
    addresses = filter(None, map(URL_PATTERN.search, map(unquote, files)))
    return sorted({urlsplit(address[0]).hostname or "" for address in addresses})


def _virtual_file(path: str) -> InputFile | None:
    """A file in one of GDAL's virtual file systems, None where it cannot be asked."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        # An error of somebody else's would else be raised when the answer is looked at.
        gdal.ErrorReset()
        status = gdal.VSIStatL(path, gdal.VSI_STAT_EXISTS_FLAG | gdal.VSI_STAT_SIZE_FLAG)
        if status is None:
            return None
        size, seconds = int(status.size), int(status.mtime)
    day = datetime.fromtimestamp(seconds, timezone.utc).date().isoformat() if seconds > 0 else ""
    return InputFile(_virtual_file_name(path), size, changed=day)


def _virtual_file_name(path: str) -> str:
    """The name of a file elsewhere, and its server: nothing else, which may hold passwords."""
    address = URL_PATTERN.search(path) or URL_PATTERN.search(unquote(path))
    if address is None:
        return os.path.basename(path)
    parts = urlsplit(address[0])
    return f"{unquote(os.path.basename(parts.path))} ({parts.hostname})"


def file_checksum(path: str | Path, going_on: ContinueCheck = lambda: True) -> str:
    """SHA-256 of a file, '' where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(CHUNK_SIZE_BYTES):
                if not going_on():
                    raise RunCancelledError
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


def create_results_page(
    title: Term,
    results: Results,
    provenance: Provenance,
    headlines: list[Headline],
    sections: Sequence[Section | None],
    summary: Sequence[str] = (),
    subtitle: Text = "",
    opened: Sequence[str] = (),
) -> Page:
    """The page of some sections, without those that there are not.

    Whether the legend is that of the layers is asked above all results.
    Of many dates its long tables are folded, and those by period lie in one fold.

    Args:
        title: where the user has given none.
        subtitle: in place of the dates and the reference system.
        opened: names of the sections that are open on arrival; else that is each of them, or on a
            long page each but the proof.
    """
    shown, is_long = (
        [section for section in sections if section],
        len(results.dates) >= MIN_COMPACT_DATES,
    )
    for section in shown:
        is_proof = len(shown) >= MIN_LONG_PAGE_SECTIONS and section.name in PROOF_SECTIONS
        section.folded = section.name not in opened if opened else is_proof
        section.gathers_folded = is_long
        for table in section.tables if is_long else ():
            table.folded |= len(table.rows) > MAX_SHORT_TABLE_ROWS
    return Page(
        provenance.title or title,
        subtitle or page_subtitle(results),
        headlines,
        shown,
        Message("Created with Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
        provenance.author,
        provenance.comment,
        summary,
    )


def page_subtitle(results: Results) -> Message:
    """The dates, and where on earth."""
    return Message(
        "{count} dates: {dates}. {system}.",
        count=len(results.dates),
        dates=format_dates(results),
        system=crs_name(results.series.grid) or Term("no CRS"),
    )


def format_dates(results: Results) -> Text:
    """The dates one by one, or of many the first and the last."""
    labels = results.labels
    if len(labels) < MIN_COMPACT_DATES:
        are_years = all(label.isdigit() for label in labels)
        return Message("{year}", year=MessageList(labels)) if are_years else ", ".join(labels)
    ends = {"first": format_date(labels[0]), "last": format_date(labels[-1])}
    return Message("{first} to {last}", **ends)


def proof_sections(
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    choices: Sequence[tuple[Text, object]] = (),
) -> list[Section]:
    """The checks, the cells and the sources, as source_section has them."""
    sources = source_section(results, provenance, files, choices)
    return [check_section(results), audit_section(results), sources]


def check_section(results: Results) -> Section:
    """The checks by kind, and in full: a page is only made when all are met."""
    checks = results.consistency_checks
    columns = [
        # Some checks are about a date.
        dictionary_column("period", Term("Period or date")),
        *map(dictionary_column, ("check", "expected", "found")),
        # Digits for reading: what they would round to 0 is shown by its size.
        dictionary_column("difference", digits=6),
        dictionary_column("ok"),
    ]
    section = Section("closure", Term("Consistency checks"), tables=[_check_kind_table(checks)])
    failed = [check for check in checks if not check.is_met]
    if failed:
        caption = Term("Failed checks")
        section.tables.append(
            ReportTable("closure-failed", caption, columns, translatable_rows(failed))
        )
    else:
        section.sentences = [checks_summary(checks)]
    caption, rows = Term("Consistency checks"), translatable_rows(checks)
    section.tables.append(ReportTable("closure-checks", caption, columns, rows, folded=True))
    return section


def _check_kind_table(checks: Sequence[Check]) -> ReportTable:
    """A row for each kind of check, which differ by dates and other values alone."""
    kinds: dict[str, list[Check]] = {}
    for check in checks:
        text = check.text
        kinds.setdefault(text.template if isinstance(text, Message) else text, []).append(check)
    rows: list[TableRow] = []
    for alike in kinds.values():
        met, count = sum(check.is_met for check in alike), len(alike)
        ok = Term("all") if met == count else Message("{met} of {count}", met=met, count=count)
        row = {"check": _check_kind_text([check.text for check in alike]), "count": count, "ok": ok}
        rows.append({**row, "difference": largest_difference(alike)})
    columns = [
        dictionary_column("check"),
        TableColumn(Term("Number of checks"), "count", 0),
        dictionary_column("ok"),
        dictionary_column("difference", Term("Largest difference"), digits=6),
    ]
    return ReportTable("closure-kinds", Term("Consistency checks by type"), columns, rows)


def _check_kind_text(texts: Sequence[Text]) -> Text:
    """The words of checks of one kind, with the values that they differ by one after the other."""
    first = texts[0]
    if not isinstance(first, Message):
        return first
    lists = {}
    for name in first.values:
        values = [t.values[name] for t in texts if isinstance(t, Message)]
        different = list({str(value): value for value in values}.values())
        if len(different) > MAX_LISTED_VALUES:
            different = [different[0], ELLIPSIS, different[-1]]
        lists[name] = MessageList(different)
    return Message(first.template, **lists)


def checks_summary(checks: Sequence[Check]) -> Message:
    """How many there are, and how well the ways agree."""
    return Message(
        "All {count} checks passed; largest difference: {difference}.",
        count=format_number(sum(check.is_met for check in checks)),
        difference=f"{largest_difference(checks):.1e}",
    )


def audit_section(results: Results) -> Section:
    """What became of every cell, by date."""
    census = results.census
    columns = [
        dictionary_column(name)
        for name, _ in get_table_fields(AUDIT)
        if name not in HIDDEN_AUDIT_COLUMNS
    ]
    table = ReportTable("audit-cells", Term("Cell counts by date"), columns, results.audit)
    return Section("audit", Term("Cell counts"), [census.valid_message], tables=[table])


def parameter_section(provenance: Provenance, caption: Text = "") -> Section:
    """What was chosen, by what the window and what commands call it."""
    labels = {**provenance.labels, "ALGORITHM": Term("Algorithm")}
    rows: list[TableRow] = [
        {"label": labels[name], "name": name, "value": provenance.words.get(name, value)}
        for name, value in provenance.record.items()
        if name in labels and name not in HEADER_PARAMETERS
    ]
    columns = [
        TableColumn(Term("Parameter"), "label"),
        TableColumn(Term("Parameter name"), "name"),
        dictionary_column("value"),
    ]
    table = ReportTable("parameters", caption, columns, rows)
    return Section("parameters", Term("Parameters"), tables=[table])


def source_section(
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    choices: Sequence[tuple[Text, object]] = (),
) -> Section:
    """Data and provenance.

    Args:
        files: per date, the file behind its layer.
        choices: what else the results depend on, and what was chosen.
    """
    series = results.series
    layers: list[TableRow] = [
        {
            "year": raster.date.year,
            "layer": raster.date.layer,
            "cells": f"{raster.grid.width:,} \N{MULTIPLICATION SIGN} {raster.grid.height:,}",
            "cell_size": format_cell_size(raster.grid),
            "system": crs_name(raster.grid) or Term("none"),
        }
        for raster in series.rasters
    ]
    columns = [
        *map(dictionary_column, ("year", "layer")),
        TableColumn(Term("Cells"), "cells"),
        TableColumn(Term("Cell size"), "cell_size"),
        TableColumn(Term("CRS"), "system"),
    ]
    area = Term("planimetric (cell width × cell height)")
    if series.area.method == ELLIPSOIDAL_AREA:
        area = Term("ellipsoidal (ellipsoid of the CRS)")
    counted_on = Message(
        "{width} × {height} cells, cell size {size}, {system}",
        width=f"{series.window.width:,}",
        height=f"{series.window.height:,}",
        size=format_cell_size(series.grid),
        system=crs_name(series.grid) or Term("no CRS"),
    )
    facts = [
        (Term("Cell area"), area),
        (Term("Analysis grid"), counted_on),
        *provenance.tables,
        *choices,
    ]
    if provenance.made_on:
        facts.append((Term("Created on"), provenance.made_on))
    versions = ", ".join(f"{program} {version}" for program, version in provenance.versions)
    facts.append((Term("Software"), versions))
    text = Term("Cells must be valid at all dates.")
    table = ReportTable("sources-layers", Term("Input layers"), columns, layers)
    section = Section("sources", Term("Input data and provenance"), [text], facts=facts)
    section.tables = [table, _file_table(results, files)]
    return section


def _file_table(results: Results, files: Sequence[InputFile | None]) -> ReportTable:
    """The files behind the layers, and by what each can be told from another."""
    rows: list[TableRow] = [
        {
            "layer": date.layer,
            "file": file.name if file else Term("not a file"),
            "size": format_file_size(file.size) if file else None,
            "changed": file.changed if file else None,
            "sha256": file.sha256 if file else None,
        }
        for date, file in zip(results.dates, files)
    ]
    columns = [
        dictionary_column("layer"),
        TableColumn(Term("File"), "file"),
        TableColumn(Term("Size"), "size"),
        TableColumn("SHA-256", "sha256"),
    ]
    note: Text = ""
    if any(file is not None and file.is_list for file in files):
        note = Term(
            "For files that reference other files, such as VRT, the checksum covers the "
            "referencing file only."
        )
    if any(file is not None and not file.sha256 for file in files):
        columns.insert(3, TableColumn(Term("Last modified"), "changed"))
        of_others = Term(
            "Remote and archived files have no checksum; their size and modification date "
            "are reported instead."
        )
        both = Message("{first} {following}", first=note, following=of_others)
        note = both if note else of_others
    caption = Term("Files and checksums")
    return ReportTable("sources-files", caption, columns, rows, note=note)


def crs_name(grid: Grid) -> str:
    """The reference system by name and code, such as WGS 84 / UTM zone 49N (EPSG:32649)."""
    reference = grid.spatial_reference()
    if reference is None:
        return ""
    authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return f"{reference.GetName()} ({authority}:{code})" if code else reference.GetName()


def format_cell_size(grid: Grid) -> str:
    """Width and height of a cell, with their unit."""
    reference = grid.spatial_reference()
    unit = ""
    if reference is not None:
        unit = "°" if reference.IsGeographic() else reference.GetLinearUnitsName()
        unit = {"metre": "m", "meter": "m"}.get(unit.lower(), unit)
    return f"{grid.cell_width:.7g} \N{MULTIPLICATION SIGN} {grid.cell_height:.7g} {unit}".strip()
