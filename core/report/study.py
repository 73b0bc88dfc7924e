"""The report of a study: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..drafts import Drafts
from ..messages import Message, Term, Translate
from ..provenance import Provenance
from ..results.study import Study
from .page import require_packages, write_page
from .parts import Headline, Page
from .provenance import InputFile
from .rounding import rounded
from .sections import SECTIONS
from .sections.sources import source_section, system_name


def write_study_report(
    path: str | Path,
    drafts: Drafts,
    study: Study,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the report of a study whose zone rasters are closed.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("REPORT")
    write_page(path, drafts, study_page(study, provenance, files), tr)


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of a study."""
    return Page(
        Term("Carbon zone study"),
        Message(
            "{count} dates: {dates}. {system}.",
            count=len(study.dates),
            dates=", ".join(study.labels),
            system=system_name(study.series.grid) or Term("no reference system"),
        ),
        _headlines(study),
        [*(section(study) for section in SECTIONS), source_section(study, provenance, files)],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )


def _headlines(study: Study) -> list[Headline]:
    """The numbers that a reader looks for first."""
    span = study.span.name
    losses = study.losses_of(study.span)
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    before, after = (
        rounded(sum(row["area_ha"] for row in rows), 0)
        for rows in (study.mined[0], study.mined[-1])
    )
    return [
        (Term("Area that counts"), rounded(total, 0), "ha"),
        (
            Message("Changed its class, {period}", period=span),
            rounded(100 * changed / total, 1),
            "%",
        ),
        (
            Message("Mined land, {first} to {last}", first=study.labels[0], last=study.labels[-1]),
            f"{before} \N{RIGHTWARDS ARROW} {after}",
            "ha",
        ),
        (Message("Carbon lost, {period}", period=span), rounded(losses["total_loss_tc"], 0), "t C"),
        (Term("The same as carbon dioxide"), rounded(losses["total_loss_tco2"], 0), "t CO\u2082"),
    ]
