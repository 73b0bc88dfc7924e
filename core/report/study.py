"""The report of a study: its results as the sections of a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..dates import Dated, Period
from ..drafts import Drafts
from ..messages import Translate
from ..results.audit import AuditRow
from ..results.change import class_change_rows
from ..results.closure import Check
from ..results.losses import LossRow, loss_totals
from ..results.shares import ShareRow
from ..results.transfers import TransferRow
from ..results.unassigned import UnassignedRow
from ..results.zones import ZoneRaster, ZoneRow
from ..scan.census import Census
from ..scan.cube import TransitionCube
from ..scan.series import Series
from ..scheme.classes import Classes
from ..scheme.rules import Rules
from .maps import zone_picture
from .page import require_packages, write_page
from .parts import Headline, Page
from .rounding import shown
from .sections.audit import audit_section
from .sections.change import change_section
from .sections.closure import closure_section
from .sections.damage import damage_section, mined_hectares
from .sections.losses import loss_section
from .sections.shares import share_section
from .sections.sources import Origin, source_section, system_name
from .sections.transfers import transfer_section
from .sections.unassigned import unassigned_section
from .sections.zones import zone_section


@dataclass(frozen=True)
class Results:
    """What a study found: its rows as in the tables, and what they were read off.

    `rasters` are the closed zone rasters.
    """

    series: Series
    census: Census
    rules: Rules
    dated: list[Dated]
    rasters: list[ZoneRaster]
    transfers: list[TransferRow]
    zones: list[ZoneRow]
    losses: list[LossRow]
    areas: list[ShareRow]
    unassigned: list[UnassignedRow]
    audit: list[AuditRow]
    checks: list[Check]

    @property
    def cube(self) -> TransitionCube:
        return self.census.cube

    @property
    def classes(self) -> Classes:
        return self.census.cube.classes

    @property
    def steps(self) -> list[Period]:
        """The periods from each date to the next."""
        return self.cube.periods[: len(self.dated) - 1]

    @property
    def span(self) -> Period:
        """The period from the first date to the last."""
        return self.cube.periods[-1]

    @property
    def labels(self) -> list[str]:
        """What the dates are called."""
        return [year or layer for year, layer in self.dated]


def write_study_report(
    path: str | Path, drafts: Drafts, results: Results, origin: Origin, tr: Translate
) -> None:
    """Write the report of a study.

    Raises:
        DataError: a package is missing, or the file cannot be written.
        Cancelled: the run was stopped while the inputs' checksums were made.
    """
    require_packages("REPORT")
    write_page(path, drafts, study_page(results, origin, tr), tr)


def study_page(results: Results, origin: Origin, tr: Translate) -> Page:
    """The page of a study."""
    pictures = [
        zone_picture(
            raster.period.name,
            raster.tiff.draft,
            results.series.grid,
            results.series.window,
            results.rules.zones,
        )
        for raster in results.rasters
    ]
    sections = [
        zone_section(results, pictures, tr),
        transfer_section(results, tr),
        share_section(results.areas, results.classes, tr),
        damage_section(results, tr),
        change_section(results, class_change_rows(results.cube), tr),
        loss_section(results, tr),
        unassigned_section(results, tr),
        closure_section(results, tr),
        audit_section(results, tr),
        source_section(results.series, results.dated, origin, tr),
    ]
    system = system_name(results.series.grid) or tr("no reference system")
    subtitle = tr("{count} dates: {dates}. {system}.").format(
        count=len(results.dated), dates=", ".join(results.labels), system=system
    )
    return Page(
        tr("Carbon zone study"),
        subtitle,
        _headlines(results, tr),
        sections,
        tr("Made by Carbon Zones on {date}").format(date=origin.made_on),
        origin.language,
    )


def _headlines(results: Results, tr: Translate) -> list[Headline]:
    """The numbers that a reader looks for first."""
    losses = loss_totals(results.losses, results.span.name)
    changed = results.census.changed_hectares(len(results.cube.periods) - 1)
    total = results.cube.total_hectares
    mined = mined_hectares(results)
    return [
        (tr("Area that counts"), shown(total, 0), "ha"),
        (
            tr("Changed its class, {period}").format(period=results.span.name),
            shown(100 * changed / total, 1),
            "%",
        ),
        (
            tr("Mined land, {first} to {last}").format(
                first=results.labels[0], last=results.labels[-1]
            ),
            f"{shown(mined[0], 0)} \N{RIGHTWARDS ARROW} {shown(mined[-1], 0)}",
            "ha",
        ),
        (
            tr("Carbon lost, {period}").format(period=results.span.name),
            shown(losses["total_loss_tc"], 0),
            "t C",
        ),
        (tr("The same as carbon dioxide"), shown(losses["total_loss_tco2"], 0), "t CO\u2082"),
    ]
