"""The section on what became of every cell."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..results.results import Results
from .parts import Section, Table, known
from .rounding import rounded

SHOWN = (
    "year",
    "layer",
    "grid_cells",
    "valid_cells",
    "nodata_cells",
    "outside_cells",
    "unlisted_cells",
    "counted_cells",
    "counted_ha",
    "resampled",
)


def audit_section(results: Results) -> Section:
    """What became of every cell, by date."""
    census = results.census
    columns = [known(name) for name in SHOWN]
    return Section(
        "audit",
        Term("Audit of the cells"),
        [
            Message(
                "Valid at all dates: {valid} cells ({area} ha). Left out: {out} cells ({rest} ha).",
                valid=rounded(census.valid_cells),
                area=rounded(census.total_hectares, 2),
                out=rounded(census.excluded_cells),
                rest=rounded(census.excluded_hectares, 2),
            )
        ],
        tables=[Table("audit-cells", Term("Cells by date"), columns, results.audit)],
    )
