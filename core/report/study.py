"""The report of a study: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..dates import Period
from ..drafts import Drafts
from ..messages import Message, Term, Translate
from ..provenance import Provenance
from ..results.study import Study
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.rules import Rules
from ..scheme.taking import Taking
from .dated import dated_page
from .page import require_packages, write_page
from .parts import Headline, Page
from .provenance import InputFile
from .rounding import rounded
from .sections import SECTIONS
from .sections.mine_states import STATES, status_thumbnail
from .sections.sources import source_section
from .sections.trajectories import CHANGES, MOST_DATES, changes_thumbnail
from .sections.units import UNITS, unit_thumbnail
from .zone_maps import zone_thumbnails


def write_study_report(
    path: str | Path,
    drafts: Drafts,
    study: Study,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the report of a study.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("REPORT")
    write_page(path, drafts, study_page(study, provenance, files), tr)


def study_thumbnails(
    series: Series,
    periods: Sequence[Period],
    rules: Rules,
    taking: Taking,
    has_units: bool = False,
) -> dict[str, Thumbnail]:
    """The small maps that the report needs of the pass, by their subject."""
    thumbnails = zone_thumbnails(series, periods, rules)
    if has_units:
        thumbnails[UNITS] = unit_thumbnail(series)
    if 2 < len(series.rasters) <= MOST_DATES:
        thumbnails[CHANGES] = changes_thumbnail(series)
    mines = taking.known_to(series.named_classes).mines
    if taking.why_no_losses(series.named_classes) is None and mines:
        thumbnails[STATES] = status_thumbnail(series, mines)
    return thumbnails


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of a study."""
    sections = [section(study) for section in SECTIONS]
    choices = [(Term("Groups that take land"), study.taking.quoted)]
    sections.append(source_section(study, provenance, files, choices))
    return dated_page(
        Term("Carbon zone study"),
        study,
        provenance,
        _headlines(study),
        sections,
    )


def _headlines(study: Study) -> list[Headline]:
    """The numbers that a reader looks for first."""
    span = study.span.name
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    headlines: list[Headline] = [
        (Term("Area that counts"), rounded(total, 0), "ha"),
        (
            Message("Changed its class, {period}", period=span),
            rounded(100 * changed / total, 1),
            "%",
        ),
    ]
    if study.taken is not None:
        before, after = (
            rounded(sum(row["area_ha"] for row in rows), 0)
            for rows in (study.taken[0], study.taken[-1])
        )
        dates = {"first": study.labels[0], "last": study.labels[-1]}
        what = Message("Mined land, {first} to {last}", **dates)
        if not study.taking.is_mining:
            what = Message(
                "Taken land ({groups}), {first} to {last}", groups=study.taking.words, **dates
            )
        headlines.append((what, f"{before} \N{RIGHTWARDS ARROW} {after}", "ha"))
    losses = study.losses_of(study.span)
    if losses:
        carbon, dioxide = losses["total_loss_tc"], losses["total_loss_tco2"]
        headlines += [
            (Message("Carbon lost, {period}", period=span), rounded(carbon, 0), "t C"),
            (Term("The same as carbon dioxide"), rounded(dioxide, 0), "t CO\u2082"),
        ]
    return headlines
