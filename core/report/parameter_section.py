"""The section on the parameters of a run."""

from __future__ import annotations

from ..base.columns import COLUMNS
from ..base.messages import Term, Text
from ..base.provenance import Provenance
from .parts import Row, Section, ShownColumn, Table

# Parameters that a page and a sheet begin with.
SHOWN_ABOVE = ("TITLE", "AUTHOR", "COMMENT")


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
    table = Table("parameters", caption, columns, rows)
    return Section("parameters", Term("Parameters of the run"), tables=[table])
