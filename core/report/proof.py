"""What pages end with: the checks, what became of every cell, parameters, sources."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.columns import COLUMNS
from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..results.closure import Check, largest_difference, shown_rows
from ..results.results import Results
from .parts import Row, Section, ShownColumn, ShownTable, known
from .provenance import InputFile
from .rounding import rounded
from .source_section import source_section

AUDITED = (
    *("year", "layer", "grid_cells", "valid_cells", "nodata_cells", "outside_cells"),
    *("unlisted_cells", "counted_cells", "counted_ha", "resampled"),
)

# Parameters that a page and a sheet begin with.
SHOWN_ABOVE = ("TITLE", "AUTHOR", "COMMENT")


def proof_sections(
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    choices: Sequence[tuple[Text, object]] = (),
) -> list[Section]:
    """The checks, the cells and the sources.

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
        [checks_met(checks)],
        tables=[
            ShownTable(
                "closure-checks", Term("Closure checks"), columns, shown_rows(checks), folded=True
            )
        ],
    )


def checks_met(checks: Sequence[Check]) -> Message:
    """How many there are, and how well the ways agree."""
    return Message(
        "All {count} checks are met: every number was found in two ways that agree. The largest "
        "difference is {difference}.",
        count=sum(check.ok for check in checks),
        difference=f"{largest_difference(checks):.1e}",
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
        tables=[
            ShownTable("audit-cells", Term("Cells by date"), [*map(known, AUDITED)], results.audit)
        ],
    )


def parameter_section(provenance: Provenance, caption: Text = "") -> Section:
    """What was chosen, by what the window and what commands call it.

    Args:
        caption: of the table, where the heading does not stand for it.
    """
    labels = {**provenance.labels, "ALGORITHM": Term("Algorithm")}
    rows: list[Row] = [
        {"label": labels[name], "name": name, "value": provenance.words.get(name, value)}
        for name, value in provenance.record.items()
        if name in labels and name not in SHOWN_ABOVE
    ]
    columns = [
        ShownColumn(Term("Parameter"), "label"),
        ShownColumn(Term("Name in commands"), "name"),
        ShownColumn(COLUMNS["value"].heading, "value"),
    ]
    table = ShownTable("parameters", caption, columns, rows)
    return Section("parameters", Term("Parameters of the run"), tables=[table])
