"""The sections that most pages end with: the checks, what became of every cell, the sources."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..results.closure import largest_difference, shown_rows
from ..results.results import Results
from .parts import Section, Table, known
from .provenance import InputFile
from .rounding import rounded
from .source_section import source_section

AUDITED = (
    *("year", "layer", "grid_cells", "valid_cells", "nodata_cells", "outside_cells"),
    *("unlisted_cells", "counted_cells", "counted_ha", "resampled"),
)


def proof_sections(
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    choices: Sequence[tuple[Text, object]] = (),
) -> list[Section]:
    """All three of them.

    Args:
        files: per date, the file behind its layer.
        choices: what else the results depend on, and what was chosen.
    """
    return [
        closure_section(results),
        audit_section(results),
        source_section(results, provenance, files, choices),
    ]


def closure_section(results: Results) -> Section:
    """The checks: a page is only made when all are met."""
    checks = results.checks
    columns = [
        # Some checks are about a date.
        known("period", Term("Period or date")),
        known("check"),
        known("expected"),
        known("found"),
        # Digits for reading: what they would round to 0 is shown by its size.
        known("difference", digits=6),
        known("ok"),
    ]
    return Section(
        "closure",
        Term("Closure"),
        [
            Message(
                "All {count} checks are met: every number was found in two ways that agree. The "
                "largest difference is {difference}.",
                count=sum(check.ok for check in checks),
                difference=f"{largest_difference(checks):.1e}",
            )
        ],
        tables=[
            Table(
                "closure-checks", Term("Closure checks"), columns, shown_rows(checks), folded=True
            )
        ],
    )


def audit_section(results: Results) -> Section:
    """What became of every cell, by date."""
    census = results.census
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
        tables=[Table("audit-cells", Term("Cells by date"), [*map(known, AUDITED)], results.audit)],
    )
