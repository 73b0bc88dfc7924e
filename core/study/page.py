"""The report of a study: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.dates import Period
from ..base.messages import Term, Text
from ..base.provenance import Provenance
from ..mine.status_section import STATES, status_thumbnail
from ..report.dated import dated_page
from ..report.parts import Page, Section
from ..report.proof import parameter_section
from ..report.provenance import InputFile
from ..report.source_section import source_section
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.disturbing_classes import DisturbingClasses
from ..scheme.rules import Rules
from .key_figures import key_figures
from .land_section import land_thumbnails
from .order import SECTIONS
from .study import Study
from .trajectories_section import CHANGES, MOST_DATES, changes_thumbnail
from .units_section import UNITS, unit_thumbnail
from .zone_maps import zone_thumbnails

STUDY = Term("Carbon zone study")
# What two printed pages have room for.
SUMMARY = (
    *("story", "land", "chart-taken", "chart-carbon"),
    *("chart-zone-shares", "table-zones-share", "table-zone-descriptions"),
)


def study_thumbnails(
    series: Series,
    periods: Sequence[Period],
    rules: Rules,
    disturbing: DisturbingClasses,
    has_units: bool = False,
) -> dict[str, Thumbnail]:
    """The small maps that the report needs of the pass, by their subject."""
    thumbnails = {**land_thumbnails(series), **zone_thumbnails(series, periods, rules)}
    if has_units:
        thumbnails[UNITS] = unit_thumbnail(series)
    if 2 < len(series.rasters) <= MOST_DATES:
        thumbnails[CHANGES] = changes_thumbnail(series)
    mines = disturbing.known_to(series.named_classes).mines
    if disturbing.why_no_losses(series.named_classes) is None and mines:
        thumbnails[STATES] = status_thumbnail(series, mines)
    return thumbnails


def choices_of(study: Study) -> list[tuple[Text, object]]:
    """What else the results depend on, and what was chosen."""
    return [(Term("Groups that take land"), study.disturbing.quoted)]


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of a study.

    Args:
        files: per date, the file behind its layer.
    """
    sections: list[Section] = []
    for chapter, makers in SECTIONS.items():
        begun, *others = (section for make in makers if (section := make(study)))
        begun.chapter = chapter
        sections += [begun, *others]
    if provenance.labels:
        sections.append(parameter_section(provenance, Term("Parameters")))
    sections.append(source_section(study, provenance, files, choices_of(study)))
    headlines = [figure.headline for figure in key_figures(study)]
    return dated_page(STUDY, study, provenance, headlines, sections, SUMMARY)
