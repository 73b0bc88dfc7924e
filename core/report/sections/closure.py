"""The section on the checks."""

from __future__ import annotations

from ...messages import Translate
from ...results.closure import largest_difference
from ..parts import Column, Section, Table
from ..study import Results


def closure_section(results: Results, tr: Translate) -> Section:
    """The section on the checks: a report is only made when all are met."""
    columns = [
        Column(tr("Period or date"), "period"),
        Column(tr("Check"), "check"),
        Column(tr("Expected"), "expected", 2),
        Column(tr("Found"), "found", 2),
        Column(tr("Difference"), "difference", 6),
        Column(tr("Met"), "met"),
    ]
    rows = [{**check.row(), "met": tr("yes") if check.ok else tr("no")} for check in results.checks]
    return Section(
        "closure",
        tr("Closure"),
        [
            tr(
                "All {count} checks are met: every number was found in two ways that agree. The "
                "largest difference is {difference}."
            ).format(
                count=sum(check.ok for check in results.checks),
                difference=f"{largest_difference(results.checks):.1e}",
            )
        ],
        tables=[Table("closure-checks", tr("Closure checks"), columns, rows, folded=True)],
    )
