"""The section on where the numbers come from: layers, files, versions, tables."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..raster.area import ELLIPSOIDAL
from ..raster.grid import Grid
from ..results.results import Results
from .parts import Row, Section, ShownColumn, ShownTable, known
from .provenance import InputFile
from .rounding import size_words


def source_section(
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    choices: Sequence[tuple[Text, object]] = (),
) -> Section:
    """What was computed from what.

    Args:
        files: per date, the file behind its layer.
        choices: what else the results depend on, and what was chosen.
    """
    series = results.series
    layers: list[Row] = [
        {
            "year": raster.date.year,
            "layer": raster.date.layer,
            "cells": f"{raster.grid.width:,} \N{MULTIPLICATION SIGN} {raster.grid.height:,}",
            "cell_size": _cell_size(raster.grid),
            "system": system_name(raster.grid) or Term("none"),
        }
        for raster in series.rasters
    ]
    layer_columns = [
        known("year"),
        known("layer"),
        ShownColumn(Term("Cells"), "cells"),
        ShownColumn(Term("Cell size"), "cell_size"),
        ShownColumn(Term("Reference system"), "system"),
    ]
    sums: list[Row] = [
        {
            "layer": date.layer,
            "file": file.name if file else Term("not a file"),
            "size": size_words(file.size) if file else None,
            "changed": file.changed if file else None,
            "sha256": file.sha256 if file else None,
        }
        for date, file in zip(results.dates, files)
    ]
    sum_columns = [
        known("layer"),
        ShownColumn(Term("File"), "file"),
        ShownColumn(Term("Size"), "size"),
        ShownColumn("SHA-256", "sha256"),
    ]
    sum_note: Text = ""
    if any(file is not None and not file.sha256 for file in files):
        sum_columns.insert(3, ShownColumn(Term("Last modified"), "changed"))
        sum_note = Term(
            "Of a file that lies on a server or in an archive, size and day of its last change "
            "stand in place of a checksum."
        )
    area = Term("planimetric: cell width by cell height")
    if series.area.method == ELLIPSOIDAL:
        area = Term("true area on the ellipsoid of the reference system")
    window, grid = series.window, series.grid
    versions = ", ".join(f"{program} {version}" for program, version in provenance.versions)
    return Section(
        "sources",
        Term("What was computed from what"),
        [Term("A cell counts when it is valid at all dates. Everything comes from one count.")],
        facts=[
            (Term("Area of cells"), area),
            (
                Term("Cells that are counted on"),
                Message(
                    "{width} x {height} cells of {size}, {system}",
                    width=f"{window.width:,}",
                    height=f"{window.height:,}",
                    size=_cell_size(grid),
                    system=system_name(grid) or Term("no reference system"),
                ),
            ),
            *provenance.tables,
            *choices,
            *([(Term("Made on"), provenance.made_on)] if provenance.made_on else []),
            (Term("Made with"), versions),
        ],
        tables=[
            ShownTable("sources-layers", Term("Input layers"), layer_columns, layers),
            ShownTable(
                "sources-files", Term("Files and their checksums"), sum_columns, sums, note=sum_note
            ),
        ],
        warnings=series.notes.warnings,
    )


def system_name(grid: Grid) -> str:
    """The reference system by name and code, such as WGS 84 / UTM zone 49N (EPSG:32649)."""
    reference = grid.spatial_reference()
    if reference is None:
        return ""
    authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return f"{reference.GetName()} ({authority}:{code})" if code else reference.GetName()


def _cell_size(grid: Grid) -> str:
    reference = grid.spatial_reference()
    unit = ""
    if reference is not None:
        unit = "°" if reference.IsGeographic() else reference.GetLinearUnitsName()
        unit = {"metre": "m", "meter": "m"}.get(unit.lower(), unit)
    return f"{grid.cell_width:.7g} \N{MULTIPLICATION SIGN} {grid.cell_height:.7g} {unit}".strip()
