"""The page of areashares: areas and shares of the classes over time."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Term
from ..base.provenance import Provenance
from ..results.results import Results
from .dated import dated_page
from .parts import Page
from .provenance import InputFile
from .share_section import share_section
from .source_section import source_section


def chart_page(results: Results, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of areashares.

    Args:
        files: per date, the file behind its layer.
    """
    sections = [share_section(results), source_section(results, provenance, files)]
    dates = ", ".join(results.labels)
    return dated_page(Term("Area shares"), results, provenance, [], sections, subtitle=dates)
