"""The page of Accuracy assessment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..drafts import Drafts
from ..messages import Message, Term, Translate
from ..provenance import Provenance
from ..results.accuracy import AccuracyResults
from ..results.accuracy_cells import MarkedCells, PointCells
from .page import require_packages, write_page
from .parts import Headline, Page, Section
from .provenance import InputFile
from .rounding import rounded
from .sections.accuracy_classes import accuracy_section, area_section
from .sections.accuracy_map import point_section
from .sections.accuracy_matrix import matrix_section
from .sections.accuracy_words import word_section
from .sections.audit import audit_section
from .sections.closure import closure_section
from .sections.sources import source_section, system_name

# Of the disagreement between map and reference.
WORDS = (
    Term("Quantity disagreement"),
    Term("Exchange disagreement"),
    Term("Shift disagreement"),
)


def write_accuracy_page(
    path: str | Path,
    drafts: Drafts,
    results: AccuracyResults,
    cells: MarkedCells,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the page.

    Args:
        cells: what the pass found of the reference.
        files: the file behind the map.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("REPORT")
    write_page(path, drafts, accuracy_page(results, cells, provenance, files), tr)


def accuracy_page(
    results: AccuracyResults,
    cells: MarkedCells,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page."""
    points = point_section(results, cells) if isinstance(cells, PointCells) else None
    sections: list[Section | None] = [
        word_section(results),
        matrix_section(results),
        accuracy_section(results),
        area_section(results),
        points,
        closure_section(results),
        audit_section(results),
        source_section(results, provenance, files, list(results.facts)),
    ]
    return Page(
        Term("Accuracy assessment"),
        Message(
            "{map}, by {reference}. {system}.",
            map=results.dates[0].layer,
            reference=results.reference,
            system=system_name(results.series.grid) or Term("no reference system"),
        ),
        _headlines(results),
        [section for section in sections if section],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )


def _headlines(results: AccuracyResults) -> list[Headline]:
    """The numbers that a reader looks for first."""
    accuracy = results.accuracy
    share, half_width = rounded(accuracy.overall_pct, 1), accuracy.overall_half_width_pct
    if half_width is not None:
        share = f"{share} \N{PLUS-MINUS SIGN} {rounded(half_width, 1)}"
    headlines: list[Headline] = [(Term("Overall accuracy"), share, "%")]
    for words, part in zip(WORDS, accuracy.estimates.disagreement):
        headlines.append((words, rounded(100 * part, 1), "%"))
    if "KAPPA" in accuracy.numbers:
        headlines.append((Term("Kappa"), rounded(accuracy.numbers["KAPPA"], 2), ""))
    headlines.append((Term("Samples"), rounded(accuracy.samples), ""))
    return headlines
