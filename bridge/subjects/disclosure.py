"""The output DISCLOSURE of mine reclamation and of the study."""

from __future__ import annotations

from ...core.mine.disclosure import Disclosure, DisclosureRow
from ..run import Run


def write_disclosure(run: Run, disclosure: Disclosure | None) -> None:
    """Write it where it is asked for, and what it leaves open; no rows where nothing is mined."""
    if run.wants("DISCLOSURE"):
        run.write("DISCLOSURE", DisclosureRow, disclosure.rows if disclosure else [])
        if disclosure:
            run.log(disclosure.notes)
