"""The page of a path to carbon neutrality."""

from __future__ import annotations

from collections.abc import Mapping

from ..base.messages import Message, Term
from ..base.provenance import Provenance
from ..report.parts import Headline, Page, Row, Section, ShownColumn, ShownTable
from ..report.provenance import InputFile
from ..report.rounding import rounded, size_words
from .emission_section import boundary_section, emission_section
from .land_section import balance_section, land_section
from .path import NeutralityPath
from .scenario_section import scenario_section

SECTIONS = (scenario_section, land_section, balance_section, emission_section, boundary_section)
# More would push the first figure off the screen.
MOST_HEADLINES = 4


def path_page(path: NeutralityPath, provenance: Provenance, files: Mapping[str, InputFile]) -> Page:
    """The page of a path.

    Args:
        files: those behind the tables, by parameter.
    """
    span = path.span
    return Page(
        Term("Path to carbon neutrality"),
        Message(
            "{base} to {end}, scenarios: {count}. Warming potentials {gwp}. {boundary}.",
            count=len(path.projections),
            base=span.base,
            end=span.end,
            gwp=path.gwp.name,
            boundary=Term("Scopes 1 and 2 and the mine's land, without what customers burn"),
        ),
        _headlines(path),
        [*(section(path) for section in SECTIONS), _sources(provenance, files)],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )


def _headlines(path: NeutralityPath) -> list[Headline]:
    """The numbers that a reader looks for first."""
    headlines: list[Headline] = [
        (
            Message("Emissions of {year}", year=path.span.base),
            rounded(path.base_total, 0),
            "t CO\N{SUBSCRIPT TWO}e",
        )
    ]
    for projection in path.projections[:MOST_HEADLINES]:
        name, year = projection.scenario.name, projection.neutral_year
        label = Message("{scenario}, neutral from", scenario=name)
        number = f"> {path.span.end}" if year is None else str(year)
        headlines.append((label, number, ""))
    return headlines


def _sources(provenance: Provenance, files: Mapping[str, InputFile]) -> Section:
    """The tables, their files, and what made the page."""
    rows: list[Row] = [
        {"parameter": name, "file": file.name, "size": size_words(file.size), "sha256": file.sha256}
        for name, file in files.items()
    ]
    columns = [
        ShownColumn(Term("Table"), "parameter"),
        ShownColumn(Term("File"), "file"),
        ShownColumn(Term("Size"), "size"),
        ShownColumn("SHA-256", "sha256"),
    ]
    versions = ", ".join(f"{program} {version}" for program, version in provenance.versions)
    return Section(
        "sources",
        Term("What was computed from what"),
        facts=[
            *provenance.tables,
            (Term("Made on"), provenance.made_on),
            (Term("Made with"), versions),
        ],
        tables=[ShownTable("sources-files", Term("Files and their checksums"), columns, rows)],
    )
