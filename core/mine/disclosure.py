"""What a report says of a mine's land: DISCLOSURE by site, and what its rows leave open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ..base.messages import Message
from ..scan.census import Census
from ..scheme.reserved import ALL
from ..scheme.unknown import some
from .conversions import VIA
from .disclosure_rows import NOT_KNOWN, DisclosureRow, disclosure_rows
from .reclamation import Reclamation


class Disclosure:
    """What a report says of a mine's land.

    Args:
        census: of the run; its units are the sites.
        whole: what became of its mined land.
        site: what all land is called where there are no units.
        is_masked: whether the land that counts is that of MASK.
    """

    def __init__(self, census: Census, whole: Reclamation, site: str = "", is_masked: bool = False):
        self.census, self.whole, self.site, self.is_masked = census, whole, site or ALL, is_masked

    @property
    def sites(self) -> Iterable[tuple[str, Census]]:
        """Name of each, and what was counted in it."""
        units = self.census.units
        return [(self.site, self.census)] if units is None else units

    @cached_property
    def rows(self) -> list[DisclosureRow]:
        sites = ((site, self.whole.of(part).land) for site, part in self.sites)
        return [row for site, land in sites for row in disclosure_rows(land, site)]

    @cached_property
    def caveats(self) -> list[Message]:
        """What its rows leave open, for the log, the page and the sheet."""
        unknown: dict[str, float] = {}
        for row in self.rows:
            if row["kind"] == NOT_KNOWN and row["disturbed_ha"]:
                name = row["ecosystem_before"]
                unknown[name] = unknown.get(name, 0.0) + row["disturbed_ha"]
        classes = some(
            Message("{name} ({area:,.2f} ha disturbed)", name=name, area=area)
            for name, area in unknown.items()
        )
        since = sum(r["reclaimed_ha"] for r in self.rows if r["ecosystem_before"] == NOT_KNOWN)
        via = sum(row["area_ha"] for row in self.whole.reclaimed if row["kind"] == VIA)
        caveats = []
        if unknown:
            caveats.append(
                Message(
                    "It is not known whether these classes are natural ecosystems: {classes}. The "
                    "column natural of the class table says so, yes or no, in all rows of a class.",
                    classes=classes,
                )
            )
        if since:
            caveats.append(
                Message(
                    "{area:,.2f} ha were given back that had been mined since the first date: what "
                    "they were before is not known.",
                    area=since,
                )
            )
        if via:
            caveats.append(
                Message(
                    "{area:,.2f} ha are a sink again only after another use: they count as given "
                    "back in the period in which they left the mine, and in that of the sink.",
                    area=via,
                )
            )
        return caveats
