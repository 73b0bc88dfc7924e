"""The page of areashares: areas and shares of the classes over time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..drafts import Drafts
from ..messages import Message, Term, Translate
from ..provenance import Provenance
from ..results.study import Results
from .page import require_packages, write_page
from .parts import Page
from .provenance import InputFile
from .sections.shares import share_section
from .sections.sources import source_section


def write_chart(
    path: str | Path,
    drafts: Drafts,
    results: Results,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the page of areashares.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("CHART")
    page = Page(
        Term("Area shares"),
        ", ".join(results.labels),
        [],
        [share_section(results), source_section(results, provenance, files)],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )
    write_page(path, drafts, page, tr)
