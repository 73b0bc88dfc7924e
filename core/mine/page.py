"""The page of mine reclamation: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term
from ..base.provenance import Provenance
from ..report.parts import Headline, Page
from ..report.provenance import InputFile
from ..report.results_page import dated_page, proof_sections
from ..report.rounding import rounded
from ..results.results import Results
from ..scan.thumbnail import HistoryThumbnail
from .disclosure import Disclosure, disclosure_section
from .mined_maps import mined_maps
from .mined_section import age_section, state_section, taken_section
from .reclamation import Reclamation
from .states import State


def reclamation_page(
    results: Results,
    reclamation: Reclamation,
    disclosure: Disclosure,
    land: HistoryThumbnail | None,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of mine reclamation; `files` are those behind the layers, by date."""
    disturbing = reclamation.land.disturbing
    maps = None if land is None else mined_maps(results.series, land, disturbing)
    choices = [(Term("Disturbing class groups"), disturbing.quoted)]
    conversions = taken_section(reclamation)
    hidden = disturbing.hidden_mines(results.series.named_classes)
    conversions.warnings = [hidden] if hidden else []
    return dated_page(
        Term("Mine reclamation"),
        results,
        provenance,
        _headlines(reclamation),
        [
            conversions,
            state_section(reclamation, maps),
            age_section(reclamation),
            disclosure_section(disclosure) if reclamation.ever_hectares else None,
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headlines(reclamation: Reclamation) -> list[Headline]:
    """The numbers that a reader looks for first."""
    year = reclamation.land.dates[-1].label

    def hectares(state: State) -> str:
        return rounded(reclamation.hectares(state), 0)

    headlines: list[Headline] = [
        (Term("Ever mined"), rounded(reclamation.ever_hectares, 0), "ha"),
        (Message("Mined in {year}", year=year), hectares(State.ACTIVE), "ha"),
        (Message("Reclaimed in {year}", year=year), hectares(State.RECLAIMED), "ha"),
    ]
    if reclamation.reclaimed_pct is not None:
        share = rounded(reclamation.reclaimed_pct, 1)
        headlines.append((Term("Of what was ever mined, reclaimed"), share, "%"))
    headlines.append((Term("Mined again"), rounded(reclamation.again_hectares, 0), "ha"))
    return headlines
