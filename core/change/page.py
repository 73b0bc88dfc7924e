"""The page of Change analysis."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term
from ..base.provenance import Provenance
from ..report.dated import dated_page
from ..report.parts import Headline, Page
from ..report.proof import proof_sections
from ..report.provenance import InputFile
from ..report.rounding import rounded
from ..report.transfer_section import transfer_section
from ..results.results import Results
from .analysis import ChangeAnalysis
from .components_section import component_section
from .contributions_section import contribution_section
from .indices_section import index_section
from .intensity_section import intensity_section
from .projection_section import projection_section
from .rates_section import rate_section
from .transitions_section import transition_section

SECTIONS = (
    component_section,
    rate_section,
    intensity_section,
    transition_section,
    index_section,
    contribution_section,
    projection_section,
)


def analysis_page(
    results: Results,
    analysis: ChangeAnalysis,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of an analysis.

    Args:
        files: per date, the file behind its layer.
    """
    # It has no output of transfers of its own.
    all_transfers = Message("{output} of Land-use transfer matrix", output="TRANSFERS")
    sections = [
        transfer_section(results, all_transfers),
        *(section(analysis) for section in SECTIONS),
        *proof_sections(results, provenance, files),
    ]
    headlines = _headlines(analysis)
    return dated_page(Term("Change analysis"), results, provenance, headlines, sections)


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
