"""Report page of the results of a series, with its final sections on checks and provenance.

These contain the consistency checks, cell counts and parameters, and the layers,
versions, tables and files with size and checksum or date.
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
# Prefix of GDAL's virtual file systems: servers, archives, memory.
VSI_PREFIX = "/vsi"
# GDAL formats of files that reference other files.
MOSAIC_DRIVERS = ("VRT", "GTI")
URL_PATTERN = re.compile(r"\b(https?|ftp)://\S+")
# Columns of AUDIT that follow from others or from the parameters.
HIDDEN_AUDIT_COLUMNS = ("grid_ha", "masked_cells")
# Final sections of a page, and the number of sections from which they are collapsed.
PROOF_SECTIONS = ("closure", "audit", "sources")
MIN_LONG_PAGE_SECTIONS = 10
# Parameters in the header of a page or sheet.
HEADER_PARAMETERS = ("TITLE", "AUTHOR", "COMMENT")
# If checks of a type differ in more values, only the first and last are listed.
MAX_LISTED_VALUES = 5


@dataclass(frozen=True)
class InputFile:
    """Input file: its name without folders, its size in bytes, and its SHA-256 or ''.

    Paths and connection strings are left out, as they may contain names and passwords.
    Remote and archived files are not read again: `changed` is their modification date
    (UTC), if known, in place of a checksum. For a file that references others (`is_list`),
    the name includes their servers and the checksum is that of the list.
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
    """Return files by path, None without; DataError if changed since the scan (`states`)."""
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
    """Return the servers of the files in a mosaic, or None if the file is not a mosaic."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        driver = gdal.IdentifyDriver(path)
        if driver is None or driver.ShortName not in MOSAIC_DRIVERS:
            return None
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        files = dataset.GetFileList() or [] if dataset else []
    addresses = filter(None, map(URL_PATTERN.search, map(unquote, files)))
    return sorted({urlsplit(address[0]).hostname or "" for address in addresses})


def _virtual_file(path: str) -> InputFile | None:
    """Return a file in a GDAL virtual file system, or None if it cannot be queried."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        # Otherwise an earlier GDAL error could be raised here.
        gdal.ErrorReset()
        status = gdal.VSIStatL(path, gdal.VSI_STAT_EXISTS_FLAG | gdal.VSI_STAT_SIZE_FLAG)
        if status is None:
            return None
        size, seconds = int(status.size), int(status.mtime)
    day = datetime.fromtimestamp(seconds, timezone.utc).date().isoformat() if seconds > 0 else ""
    return InputFile(_virtual_file_name(path), size, changed=day)


def _virtual_file_name(path: str) -> str:
    """Return the name and server of a remote file, without parts that may contain passwords."""
    address = URL_PATTERN.search(path) or URL_PATTERN.search(unquote(path))
    if address is None:
        return os.path.basename(path)
    parts = urlsplit(address[0])
    return f"{unquote(os.path.basename(parts.path))} ({parts.hostname})"


def file_checksum(path: str | Path, going_on: ContinueCheck = lambda: True) -> str:
    """Return the SHA-256 of a file, or '' if it cannot be read."""
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
    """Return a page of the given sections; None entries are skipped.

    For many dates, long tables are collapsed and those by period are grouped.

    Args:
        title: default title, if the user gave none.
        subtitle: in place of dates and CRS.
        opened: names of the sections expanded initially; by default all, except the final
            sections of a long page.
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
    """Return the number of dates, the dates and the CRS."""
    return Message(
        "{count} dates: {dates}. {system}.",
        count=len(results.dates),
        dates=format_dates(results),
        system=crs_name(results.series.grid) or Term("no CRS"),
    )


def format_dates(results: Results) -> Text:
    """Return the dates, or the first and last of many."""
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
    """Return the sections on checks, cell counts and sources; arguments as in source_section."""
    sources = source_section(results, provenance, files, choices)
    return [check_section(results), audit_section(results), sources]


def check_section(results: Results) -> Section:
    """Return the section of consistency checks: by type, failed ones, and the complete list."""
    checks = results.consistency_checks
    columns = [
        # Some checks refer to a date.
        dictionary_column("period", Term("Period or date")),
        *map(dictionary_column, ("check", "expected", "found")),
        # Digits for display; smaller differences are shown by their magnitude.
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
    """Return a table of check types; checks of a type differ only in dates and other values."""
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
    """Return the text of checks of one type, with the differing values listed."""
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
    """Return the number of checks passed and the largest difference."""
    return Message(
        "All {count} checks passed; largest difference: {difference}.",
        count=format_number(sum(check.is_met for check in checks)),
        difference=f"{largest_difference(checks):.1e}",
    )


def audit_section(results: Results) -> Section:
    """Return the section of cell counts by date."""
    census = results.census
    columns = [
        dictionary_column(name)
        for name, _ in get_table_fields(AUDIT)
        if name not in HIDDEN_AUDIT_COLUMNS
    ]
    table = ReportTable("audit-cells", Term("Cell counts by date"), columns, results.audit)
    return Section("audit", Term("Cell counts"), [census.valid_message], tables=[table])


def parameter_section(provenance: Provenance, caption: Text = "") -> Section:
    """Return the section of parameters, by their label and name."""
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
    """Return the section on data and provenance.

    Args:
        files: file of the layer of each date.
        choices: further settings that affect the results, with their values.
    """
    series = results.series
    layers: list[TableRow] = [
        {
            "year": raster.date.year,
            "layer": raster.date.layer,
            "cells": f"{raster.grid.width:,} \N{MULTIPLICATION SIGN} {raster.grid.height:,}",
            "cell_size": raster.grid.format_cell_size(),
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
        size=series.grid.format_cell_size(),
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
    """Return the table of files behind the layers, with size and checksum or modification date."""
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
    """Return name and code of the CRS, such as WGS 84 / UTM zone 49N (EPSG:32649)."""
    reference = grid.spatial_reference()
    if reference is None:
        return ""
    authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    name, projection = reference.GetName(), reference.GetAttrValue("PROJECTION")
    if name == "unknown" and projection:
        # A CRS given by its parameters has no name.
        name = projection.replace("_", " ")
    return f"{name} ({authority}:{code})" if code else name
