"""The page of Change analysis."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..drafts import Drafts
from ..messages import Message, Term, Translate
from ..provenance import Provenance
from ..results.analysis import ChangeAnalysis
from ..results.change_results import ChangeResults
from .dated import dated_page
from .page import require_packages, write_page
from .parts import Headline, Page
from .provenance import InputFile
from .rounding import rounded
from .sections.audit import audit_section
from .sections.closure import closure_section
from .sections.components import component_section
from .sections.contributions import contribution_section
from .sections.indices import index_section
from .sections.intensity import intensity_section
from .sections.projection import projection_section
from .sections.rates import rate_section
from .sections.sources import source_section
from .sections.transfers import transfer_section
from .sections.transitions import transition_section

SECTIONS = (
    component_section,
    rate_section,
    intensity_section,
    transition_section,
    index_section,
    contribution_section,
    projection_section,
)


def write_analysis_report(
    path: str | Path,
    drafts: Drafts,
    results: ChangeResults,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the page of an analysis.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("REPORT")
    write_page(path, drafts, analysis_page(results, provenance, files), tr)


def analysis_page(
    results: ChangeResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """The page of an analysis."""
    # It has no output of transfers of its own.
    all_transfers = Message("{output} of Land-use transfer matrix", output="TRANSFERS")
    sections = [
        transfer_section(results, all_transfers),
        *(section(results.analysis) for section in SECTIONS),
        closure_section(results),
        audit_section(results),
        source_section(results, provenance, files),
    ]
    return dated_page(
        Term("Change analysis"),
        results,
        provenance,
        _headlines(results.analysis),
        sections,
    )


def _headlines(analysis: ChangeAnalysis) -> list[Headline]:
    """The numbers that a reader looks for first."""
    span = analysis.matrices.span
    headlines: list[Headline] = [
        (Term("Area that counts"), rounded(span.total, 0), "ha"),
        (
            Message("Changed its class, {period}", period=span.name),
            rounded(100 * span.changed / span.total, 1),
            "%",
        ),
    ]
    if analysis.uniform is not None:
        headlines.append(
            (Term("Uniform intensity"), rounded(analysis.uniform, 2), Term("% per year"))
        )
    return headlines
