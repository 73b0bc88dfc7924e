"""The report of a study: its results as the sections of a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..dates import Dated, Period
from ..drafts import Drafts
from ..messages import Translate
from ..results.audit import AuditRow
from ..results.change import class_change_rows
from ..results.closure import Check, largest_difference
from ..results.losses import LossRow, loss_totals
from ..results.shares import ShareRow
from ..results.transfers import TransferRow
from ..results.zones import UnassignedRow, ZoneRaster, ZoneRow
from ..scan.census import Census
from ..scan.cube import TransitionCube
from ..scan.series import Series
from ..scheme.classes import MINE, Classes
from ..scheme.rules import Rules
from .maps import zone_picture
from .page import require_packages, write_page
from .parts import Column, Headline, Page, Section, Table
from .rounding import shown
from .sections.change import change_section, transfer_section
from .sections.mining import damage_section, loss_section
from .sections.shares import by_date, share_section
from .sections.sources import Origin, source_section, system_name
from .sections.zones import unassigned_section, zone_section


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


def mined_hectares(results: Results) -> list[float]:
    """Hectares of mined land per date."""
    mined = {(c.value, c.name) for c in results.classes if c.group == MINE}
    return [
        sum((row["area_ha"] for row in date if (row["value"], row["class"]) in mined), 0.0)
        for date in by_date(results.areas)
    ]


def closure_section(results: Results, tr: Translate) -> Section:
    """The section on the checks: a report is only made when all are met."""
    columns = [
        Column(tr("Period or date"), "period"),
        Column(tr("Check"), "check"),
        Column(tr("Expected"), "expected", 2),
        Column(tr("Found"), "found", 2),
        Column(tr("Difference"), "difference", 6),
        Column(tr("Met"), "met"),
    ]
    rows = [{**check.row(), "met": tr("yes") if check.ok else tr("no")} for check in results.checks]
    return Section(
        "closure",
        tr("Closure"),
        [
            tr(
                "All {count} checks are met: every number was found in two ways that agree. The "
                "largest difference is {difference}."
            ).format(
                count=sum(check.ok for check in results.checks),
                difference=f"{largest_difference(results.checks):.1e}",
            )
        ],
        tables=[Table("closure-checks", tr("Closure checks"), columns, rows, folded=True)],
    )


def audit_section(results: Results, tr: Translate) -> Section:
    """The section on what became of every cell."""
    columns = [
        Column(tr("Date"), "year"),
        Column(tr("Layer"), "layer"),
        Column(tr("Cells of the grid"), "grid_cells", 0),
        Column(tr("Valid"), "valid_cells", 0),
        Column(tr("No data"), "nodata_cells", 0),
        Column(tr("Beyond the edge"), "outside_cells", 0),
        Column(tr("Without a name"), "unlisted_cells", 0),
        Column(tr("Counted"), "counted_cells", 0),
        Column(tr("Counted, ha"), "counted_ha", 2),
        Column(tr("Resampled"), "brought"),
    ]
    rows = [
        {**row, "brought": tr("yes") if row["resampled"] else tr("no")} for row in results.audit
    ]
    return Section(
        "audit",
        tr("Audit of the cells"),
        [
            tr(
                "Valid at all dates: {valid} cells ({area} ha). Left out: {out} cells ({rest} ha)."
            ).format(
                valid=shown(results.census.valid_cells),
                area=shown(results.census.total_hectares, 2),
                out=shown(results.census.excluded_cells),
                rest=shown(results.census.excluded_hectares, 2),
            )
        ],
        tables=[Table("audit-cells", tr("Cells by date"), columns, rows)],
    )
