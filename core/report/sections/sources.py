"""What a page says of where its numbers come from: layers, files, versions, tables."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ...dates import Dated
from ...messages import Cancelled, Translate, said
from ...raster.area import ELLIPSOIDAL
from ...raster.grid import Grid
from ...scan.series import Series
from ..parts import Column, Section, Table
from ..rounding import size_words

PIECE = 4 * 1024 * 1024

# Asked while files are read; False stops.
GoingOn = Callable[[], bool]


@dataclass(frozen=True)
class Origin:
    """Plain values from outside of the core that a page tells.

    Attributes:
        made_on: the date of the run, as text.
        versions: (program, version) of what made it.
        files: per date, the file behind the layer, or '' where it is not a file.
        tables: (parameter, table) of the scheme, in order.
        language: of the texts, such as en or zh-CN.
        going_on: called while files are read; False stops.
    """

    made_on: str
    versions: list[tuple[str, str]]
    files: list[str]
    tables: list[tuple[str, str]] = field(default_factory=list)
    language: str = "en"
    going_on: GoingOn = lambda: True


def checksum(path: str | Path, going_on: GoingOn = lambda: True) -> str:
    """SHA-256 of a file, '' where it cannot be read.

    Raises:
        Cancelled: going_on returned False.
    """
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(PIECE):
                if not going_on():
                    raise Cancelled
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


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


def source_section(series: Series, dated: list[Dated], origin: Origin, tr: Translate) -> Section:
    """The section on the inputs.

    Paths and connection strings stay out: they may hold names and passwords.
    """
    rows = []
    for (year, layer), raster, file in zip(dated, series.rasters, origin.files):
        is_file = bool(file) and os.path.isfile(file)
        rows.append(
            {
                "year": year or None,
                "layer": layer,
                "size": f"{raster.grid.width:,} \N{MULTIPLICATION SIGN} {raster.grid.height:,}",
                "cell": _cell_size(raster.grid),
                "system": system_name(raster.grid) or tr("none"),
                "file": os.path.basename(file) if is_file else tr("not a file"),
                "bytes": size_words(os.path.getsize(file)) if is_file else None,
                "sha256": checksum(file, origin.going_on) if is_file else None,
            }
        )
    columns = [
        Column(tr("Date"), "year"),
        Column(tr("Layer"), "layer"),
        Column(tr("Cells"), "size"),
        Column(tr("Cell size"), "cell"),
        Column(tr("Reference system"), "system"),
    ]
    files = [
        Column(tr("Layer"), "layer"),
        Column(tr("File"), "file"),
        Column(tr("Size"), "bytes"),
        Column("SHA-256", "sha256"),
    ]
    area = tr("planimetric: cell width by cell height")
    if series.area.method == ELLIPSOIDAL:
        area = tr("true area on the ellipsoid of the reference system")
    window, grid = series.window, series.grid
    facts = [
        (tr("Area of cells"), area),
        (
            tr("Cells that are counted on"),
            tr("{width} x {height} cells of {size}, {system}").format(
                width=f"{window.width:,}",
                height=f"{window.height:,}",
                size=_cell_size(grid),
                system=system_name(grid) or tr("no reference system"),
            ),
        ),
        *((role, name) for role, name in origin.tables),
        (tr("Made on"), origin.made_on),
        (
            tr("Made with"),
            ", ".join(f"{program} {version}" for program, version in origin.versions),
        ),
    ]
    return Section(
        "sources",
        tr("What was computed from what"),
        [tr("A cell counts when it is valid at all dates. Everything comes from one count.")],
        facts=facts,
        tables=[
            Table("sources-layers", tr("Input layers"), columns, rows),
            Table("sources-files", tr("Files and their checksums"), files, rows),
        ],
        warnings=[said(warning, tr) for warning in series.warnings],
    )
