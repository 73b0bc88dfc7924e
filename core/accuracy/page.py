"""The page of Accuracy assessment."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term
from ..base.provenance import Provenance
from ..report.dated import dated_page
from ..report.parts import Headline, Page
from ..report.proof import proof_sections
from ..report.provenance import InputFile
from ..report.rounding import rounded
from ..report.source_section import system_name
from .accuracy import AccuracyResults
from .cells import PointCells, SampleCells
from .class_section import accuracy_section, area_section
from .map_section import point_section
from .matrix_section import matrix_section
from .words_section import word_section

# Of the disagreement between map and reference.
WORDS = (Term("Quantity disagreement"), Term("Exchange disagreement"), Term("Shift disagreement"))


def accuracy_page(
    results: AccuracyResults,
    cells: SampleCells,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of an accuracy.

    Args:
        cells: of the reference, after the pass.
        files: the file behind the map.
    """
    points = point_section(results, cells) if isinstance(cells, PointCells) else None
    sections = [
        *(word_section(results), matrix_section(results), accuracy_section(results)),
        *(area_section(results), points),
        *proof_sections(results, provenance, files, list(results.facts)),
    ]
    subtitle = Message(
        "{map}, by {reference}. {system}.",
        map=results.dates[0].layer,
        reference=results.reference,
        system=system_name(results.series.grid) or Term("no reference system"),
    )
    headlines = _headlines(results)
    title = Term("Accuracy assessment")
    return dated_page(title, results, provenance, headlines, sections, subtitle=subtitle)


def _headlines(results: AccuracyResults) -> list[Headline]:
    """The numbers that a reader looks for first."""
    accuracy = results.accuracy
    share, half_width = rounded(accuracy.overall_pct, 1), accuracy.overall_half_width_pct
    if half_width is not None:
        share = f"{share} \N{PLUS-MINUS SIGN} {rounded(half_width, 1)}"
    headlines: list[Headline] = [(Term("Overall accuracy"), share, "%")]
    parts = zip(WORDS, accuracy.estimates.disagreement)
    headlines += [(words, rounded(100 * part, 1), "%") for words, part in parts]
    if "KAPPA" in accuracy.numbers:
        headlines.append((Term("Kappa"), rounded(accuracy.numbers["KAPPA"], 2), ""))
    headlines.append((Term("Samples"), rounded(accuracy.samples), ""))
    return headlines
