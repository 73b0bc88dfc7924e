"""A page on the results of a series, as all reports are."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..results.results import Results
from .parts import Headline, Page, Section
from .source_section import system_name


def dated_page(
    title: Term,
    results: Results,
    provenance: Provenance,
    headlines: list[Headline],
    sections: Sequence[Section | None],
    summary: Sequence[str] = (),
    subtitle: Text = "",
) -> Page:
    """The page of these sections, without those that there are not.

    Args:
        title: where the user has given none.
        summary: what of it the summary shows.
        subtitle: in place of the dates and the reference system.
    """
    return Page(
        provenance.title or title,
        subtitle or subtitle_of(results),
        headlines,
        [section for section in sections if section],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
        provenance.author,
        provenance.comment,
        summary,
    )


def subtitle_of(results: Results) -> Message:
    """The dates, and where on earth."""
    return Message(
        "{count} dates: {dates}. {system}.",
        count=len(results.dates),
        dates=", ".join(results.labels),
        system=system_name(results.series.grid) or Term("no reference system"),
    )
