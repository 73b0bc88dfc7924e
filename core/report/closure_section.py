"""The section on the checks."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..results.closure import largest_difference, shown_rows
from ..results.results import Results
from .parts import Section, Table, known


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
                "closure-checks",
                Term("Closure checks"),
                columns,
                shown_rows(checks),
                folded=True,
            )
        ],
    )
