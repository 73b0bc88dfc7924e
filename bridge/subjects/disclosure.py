"""The output DISCLOSURE of mine reclamation and of the study."""

from __future__ import annotations

from ...core.mine.disclosure import Disclosure, DisclosureRow
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..destinations import table_sink
from ..run import Run


def add_disclosure_output(algorithm: CarbonZonesAlgorithm) -> None:
    """DISCLOSURE."""
    algorithm.add(
        table_sink("DISCLOSURE", tr("Disclosure of mined land"), optional=True),
        tr(
            "One row per site, period, phase and ecosystems before and after: hectares disturbed "
            "and given back, as reports after GRI 101-6, TNFD C1.1 and ESRS E4-5 ask for them. The "
            "sites are the units."
        ),
    )


def write_disclosure(run: Run, disclosure: Disclosure | None) -> None:
    """Write it where it is asked for, and what it leaves open; no rows where nothing is mined."""
    if run.wants("DISCLOSURE"):
        run.write("DISCLOSURE", DisclosureRow, disclosure.rows if disclosure else [])
        if disclosure:
            run.log(disclosure.notes)
