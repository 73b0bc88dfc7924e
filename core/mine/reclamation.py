"""Mine reclamation: what mining took, what was given back, when, and how old that is.

All of it is read off the combinations of the classes at all dates, for a whole run or for a unit
of it. The subjects that it is made of are files of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from ..base.dates import Date, Period, have_years, note_values
from ..base.messages import Message, Notes, Term
from ..base.numbers import percent
from ..results.closure import Check
from ..scan.census import Census
from ..scan.consumer import RasterWriter
from ..scan.units import UnitColumns, period_part
from ..scheme.disturbing_classes import DisturbingClasses
from .ages import (
    AgeRaster,
    AgeRow,
    AgeRows,
    StatusRow,
    age_checks,
    age_map,
    by_date,
    status_checks,
    status_map,
    status_rows,
)
from .disclosure import disclosure_checks
from .mined_land import MineLand, MineMap, MineRaster, State, is_mined_again
from .rasters import (
    ALREADY,
    DIRECT,
    DisturbedRow,
    ReclaimedRow,
    disturbed_checks,
    disturbed_rows,
    first_mined_map,
    left_hectares,
    reclaimed_checks,
    reclaimed_map,
    reclaimed_rows,
    taken_hectares,
)

# The rasters: what each is, and what it shows of the dates and the span.
RASTERS: Mapping[str, tuple[type[MineRaster], Callable[[Sequence[Date], Period], MineMap]]] = {
    "STATUS_MAP": (MineRaster, status_map),
    "FIRST_MINED": (MineRaster, first_mined_map),
    "RECLAIMED_BY": (MineRaster, reclaimed_map),
    "AGE": (AgeRaster, age_map),
}


def mine_rasters(
    writer: RasterWriter, paths: Mapping[str, str], span: Period, disturbing: DisturbingClasses
) -> dict[str, MineRaster]:
    """The rasters that have a path, ready for the pass, by RASTERS."""
    dates = writer.series.dates
    return {
        output: kind(writer, paths[output], span, disturbing, shown(dates, span))
        for output, (kind, shown) in RASTERS.items()
        if paths.get(output)
    }


def raster_notes(rasters: Collection[str], dates: Sequence[Date]) -> Notes:
    """What the values of rasters of dates are where they are not the years, for the log."""
    notes = Notes()
    for output in ("FIRST_MINED", "RECLAIMED_BY"):
        if output in rasters:
            note_values(output, dates, notes)
    return notes


class Reclamation:
    """What the combinations of a run, or a unit of it, tell of mined land, when it is asked for."""

    # Its tables: output, type of the rows, attribute.
    TABLES = (
        ("RECLAIMED", ReclaimedRow, "reclaimed"),
        ("DISTURBED", DisturbedRow, "disturbed"),
        ("AGES", AgeRow, "ages"),
        ("STATUS", StatusRow, "status"),
    )

    def __init__(self, land: MineLand):
        self.land = land

    @cached_property
    def reclaimed(self) -> list[ReclaimedRow]:
        return reclaimed_rows(self.land)

    @cached_property
    def disturbed(self) -> list[DisturbedRow]:
        return disturbed_rows(self.land)

    @cached_property
    def status(self) -> list[StatusRow]:
        return status_rows(self.land)

    @cached_property
    def states(self) -> list[dict[State, StatusRow]]:
        """The rows of `status` date by date, by state."""
        return by_date(self.status)

    @property
    def has_ages(self) -> bool:
        """Whether all dates have years, by which ages and rates go."""
        return have_years(self.land.dates)

    @cached_property
    def ages(self) -> AgeRows:
        return AgeRows(self.land)

    def hectares(self, state: State) -> float:
        """Hectares in a state at the last date."""
        return self.states[-1][state]["area_ha"]

    @property
    def reclaimed_by_period(self) -> list[float]:
        """Hectares of mined land that became a sink in each period."""
        direct = [row for row in self.reclaimed if row["kind"] == DIRECT]
        return [
            sum(row["area_ha"] for row in direct if row["period"] == step.name)
            for step in self.land.steps
        ]

    def of(self, census: Census) -> Reclamation:
        """The same of a unit; itself for the whole run."""
        if census.histories is None:
            return self
        return Reclamation(replace(self.land, table=census.histories))

    def rows(self, attribute: str) -> Callable[[Census], Sequence[Mapping[str, object]]]:
        """What gives the rows of one of TABLES, of the whole run or of a unit."""
        return lambda census: getattr(self.of(census), attribute)

    @property
    def reclaimed_hectares(self) -> float:
        """Hectares that are reclaimed at the last date."""
        return self.hectares(State.RECLAIMED)

    @cached_property
    def ever_hectares(self) -> float:
        """Hectares that are mined at any date."""
        return self.land.hectares_of(self.land.first_mined > 0)

    @cached_property
    def again_hectares(self) -> float:
        """Hectares that were mined, were no more, and were mined again; each cell once."""
        return self.land.hectares_of(is_mined_again(self.land.uses))

    @cached_property
    def reclaimed_pct(self) -> float | None:
        """Reclaimed land at the last date in per cent of what is ever mined; None of nothing."""
        return percent(self.hectares(State.RECLAIMED), self.ever_hectares)

    @property
    def key_figures(self) -> dict[str, float]:
        """What sums it up, by the names of the algorithm's outputs; without what is not."""
        figures = {
            "EVER_MINED_HA": self.ever_hectares,
            "ACTIVE_HA": self.hectares(State.ACTIVE),
            "RECLAIMED_HA": self.hectares(State.RECLAIMED),
            "REDISTURBED_HA": self.again_hectares,
        }
        if self.reclaimed_pct is not None:
            figures["RECLAIMED_PCT"] = self.reclaimed_pct
        return figures

    def checks(
        self, census: Census, rasters: Mapping[str, MineRaster] = MappingProxyType({})
    ) -> list[Check]:
        """That all tables agree with each other, with the run's matrices, and with the rasters."""

        def written(output: str) -> list[Check]:
            return rasters[output].checks(output, self.land) if output in rasters else []

        checks = status_checks(self.land, self.status, census) + written("STATUS_MAP")
        checks += disturbed_checks(self.land, self.disturbed, census) + written("FIRST_MINED")
        checks += reclaimed_checks(self.land, self.reclaimed, census) + written("RECLAIMED_BY")
        checks += disclosure_checks(self.land, self.disturbed, self.reclaimed)
        if self.has_ages:
            reclaimed = [by_state[State.RECLAIMED]["area_ha"] for by_state in self.states]
            checks += age_checks(self.land, self.ages.hectares, reclaimed) + written("AGE")
        mined = self.land.mined_in(census)
        what = Term("mined land + newly mined = mined land after + what left the mine")
        for step in self.land.steps:
            # Land that went from the mine to a use and on to a sink left the mine long before.
            after = mined[step.later] + left_hectares(self.reclaimed, step.name)
            before = mined[step.earlier] + taken_hectares(self.disturbed, step.name)
            checks.append(Check(step.name, what, after, before))
        return checks

    def notes(self) -> Notes:
        """What was taken and given back, for the log."""
        notes = Notes()
        notes.notices += self.land.disturbing.mined_words
        already = sum(row["area_ha"] for row in self.disturbed if row["kind"] == ALREADY)
        if already:
            notes.inform(
                "Mined at the first date already: {area:,.2f} ha; when that began is not known.",
                area=already,
            )
        for step, direct in zip(self.land.steps, self.reclaimed_by_period):
            notes.inform(
                "{period}: newly mined {taken:,.2f} ha; mined no longer {left:,.2f} ha, "
                "{direct:,.2f} ha of it reclaimed.",
                period=step.name,
                taken=taken_hectares(self.disturbed, step.name),
                left=left_hectares(self.reclaimed, step.name),
                direct=direct,
            )
        notes.inform(
            "Ever mined: {ever:,.2f} ha; at the last date {active:,.2f} ha of it are mined and "
            "{reclaimed:,.2f} ha reclaimed; mined again: {again:,.2f} ha.",
            ever=self.ever_hectares,
            active=self.hectares(State.ACTIVE),
            reclaimed=self.hectares(State.RECLAIMED),
            again=self.again_hectares,
        )
        if not self.has_ages:
            notes.warn(
                "Hectares per year are empty, and there are no ages, because not every layer has "
                "a year; give YEARS."
            )
        return notes


def reclaimed_columns(
    steps: Sequence[Period], of: Callable[[Census], Reclamation | None]
) -> UnitColumns:
    """Of a unit: hectares of mined land that became a sink, by period."""

    def reclaimed(census: Census) -> Sequence[float | None]:
        reclamation = of(census)
        return [None] * len(steps) if reclamation is None else reclamation.reclaimed_by_period

    return UnitColumns(
        [f"reclaimed_ha_{period_part(step)}" for step in steps],
        [Message("Reclaimed {period}, ha", period=step.name) for step in steps],
        reclaimed,
        digits=2,
        measure="ha",
    )
