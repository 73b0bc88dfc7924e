"""The section on what became of every cell."""

from __future__ import annotations

from ...messages import Translate
from ..parts import Column, Section, Table
from ..rounding import shown
from ..study import Results


def audit_section(results: Results, tr: Translate) -> Section:
    """The section on what became of every cell."""
    columns = [
        Column(tr("Date"), "year"),
        Column(tr("Layer"), "layer"),
        Column(tr("Cells of the grid"), "grid_cells", 0),
        Column(tr("Valid"), "valid_cells", 0),
        Column(tr("No data"), "nodata_cells", 0),
        Column(tr("Beyond the edge"), "outside_cells", 0),
        Column(tr("Without a name"), "unlisted_cells", 0),
        Column(tr("Counted"), "counted_cells", 0),
        Column(tr("Counted, ha"), "counted_ha", 2),
        Column(tr("Resampled"), "brought"),
    ]
    rows = [
        {**row, "brought": tr("yes") if row["resampled"] else tr("no")} for row in results.audit
    ]
    return Section(
        "audit",
        tr("Audit of the cells"),
        [
            tr(
                "Valid at all dates: {valid} cells ({area} ha). Left out: {out} cells ({rest} ha)."
            ).format(
                valid=shown(results.census.valid_cells),
                area=shown(results.census.total_hectares, 2),
                out=shown(results.census.excluded_cells),
                rest=shown(results.census.excluded_hectares, 2),
            )
        ],
        tables=[Table("audit-cells", tr("Cells by date"), columns, rows)],
    )
