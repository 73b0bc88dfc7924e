"""Carbon densities of a site: IPCC defaults for its classes, their source, and missing values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..base.messages import Message, MessageList, Notes, ProgressCallback, Term, Text
from ..densities.density_table import (
    POOL_NAMES,
    SOIL_LAND_USES,
    ClassDensity,
    DensityRow,
    default_density,
)
from ..densities.ipcc import Site
from ..scan.series import Series
from ..scheme.classes import LandClass
from ..scheme.density_sources import MAX_DISTANCE_KM, distance_to_pingshuo_km
from ..scheme.table import Table
from .map_lookup import LandPieces, is_near_pingshuo, locate_land
from .reference_maps import KEY_LABELS, MAP_SOURCES, format_fact_key, has_continents
from .site import MAP_CHOICES, apply_findings, read_site_findings, site_notes, unknown_site_error

# Density sources without a table: by location, those of the paper (near its mine), or of the site.
AUTO_DENSITIES, PAPER_DENSITIES, SITE_DENSITIES = "auto", "paper", "place"
# Short label for a tile.
SOURCE_LABEL = Term("IPCC carbon densities for the site")


class DensityChoice(NamedTuple):
    """Density source of a run: AUTO_DENSITIES, PAPER_DENSITIES or SITE_DENSITIES.

    `is_own`: set by the user. `table`: has precedence if given; COEFFICIENTS row by row.
    """

    chosen: str
    is_own: bool
    table: str
    is_given: bool

    @property
    def is_fallback(self) -> bool:
        """Whether the densities apply only to classes missing in the table."""
        return self.is_given and self.chosen != AUTO_DENSITIES and self.table == "COEFFICIENTS"


@dataclass(frozen=True)
class SiteDensities:
    """Carbon densities of the sinks of some land.

    Attributes:
        classes: sinks with their IPCC defaults.
        without: those that lack a density.
        notes: notes on the site.
        whose: source of the densities, for the middle of a sentence.
        sentence: sentence that precedes results based on them.
        record: description in the files of a run, the same in every language.
        for_people: the same, for translation.
        table: parameter for densities that are missing.
    """

    classes: Sequence[ClassDensity]
    without: Sequence[ClassDensity]
    notes: Notes
    whose: Message
    sentence: Message
    record: str
    for_people: Message
    table: str

    def missing_notes(self, occurring: Collection[LandClass]) -> Notes:
        """Return the warning of missing densities, for the classes found by the pass."""
        notes, without = Notes(), [d for d in self.without if d.land_class in occurring]
        if without:
            notes.add_warning(
                "No IPCC density for {classes}; the carbon of this land is not estimated. "
                "Provide these densities in {table}.",
                table=self.table,
                classes=MessageList(
                    Message(
                        "{name} ({why})",
                        name=density.land_class.name,
                        why=MessageList(
                            Message("{pool}: {why}", pool=POOL_NAMES[pool], why=why)
                            for pool, why in density.lacking.items()
                        ),
                    )
                    for density in without
                ),
            )
        return notes

    def build_table(self, name: str, columns: Iterable[str] = DensityRow.__annotations__) -> Table:
        """Return the complete densities as rows of COEFFICIENTS or VALUES."""
        columns = tuple(columns)
        rows: list[Mapping[str, object]] = [
            density.to_row for density in self.classes if density not in self.without
        ]
        return Table(name, columns, [{column: row[column] for column in columns} for row in rows])


def select_site_densities(
    choice: DensityChoice, series: Series, progress: ProgressCallback, given: Collection[str] = ()
) -> SiteDensities | None:
    """Return site densities, None for the paper's; `given`: class keys (case-folded) in tables."""
    if choice.chosen == PAPER_DENSITIES or (
        choice.chosen == AUTO_DENSITIES and is_near_pingshuo(series)
    ):
        return None
    land = locate_land(series, progress)
    is_far = land is not None and distance_to_pingshuo_km(land.centroid) > MAX_DISTANCE_KM
    if choice.chosen == AUTO_DENSITIES and not is_far:
        return None
    classes = [c for c in series.named_classes if c.key.casefold() not in given]
    densities = lookup_ipcc_densities(land, classes, choice.table)
    if densities is None and choice.chosen == SITE_DENSITIES:
        raise unknown_site_error("DENSITIES", bool(series.grid.crs))
    return densities


def lookup_ipcc_densities(
    land: LandPieces | None, classes: Iterable[LandClass], wins: str = "COEFFICIENTS"
) -> SiteDensities | None:
    """Return the IPCC densities of the sinks among classes, or None for an unknown site.

    Without sinks, classes in the IPCC tables are used. `wins`: table for missing densities.
    """
    findings = None if land is None else read_site_findings(land)
    if findings is None:
        return None
    site, further = apply_findings(Site(), MAP_CHOICES, findings)
    classes = list(classes)
    known = [land_class for land_class in classes if land_class.key.casefold() in SOIL_LAND_USES]
    sinks = [land_class for land_class in classes if land_class.is_sink] or known
    by_class = [explain_missing_pools(default_density(land_class, site)) for land_class in sinks]
    whose = _density_source(site)
    sentence = Message("Carbon densities: {whose}.", whose=whose)
    notes = Notes([sentence])
    notes.add_notes(site_notes(findings, MAP_CHOICES, site, wins))
    notes.add_notes(further)
    without = [density for density in by_class if None in (density.soil, density.vegetation)]
    keys = ", ".join(f"{name} {getattr(site, name)}" for name in MAP_CHOICES if getattr(site, name))
    sources = "; ".join(map(str, MAP_SOURCES.values()))
    return SiteDensities(
        by_class,
        without,
        notes,
        whose,
        sentence,
        f"IPCC {site.edition} of the place ({keys}), by maps: {sources}",
        Message(
            "{whose}; maps: {sources}",
            whose=whose,
            sources=MessageList(MAP_SOURCES.values(), Term("; ")),
        ),
        wins,
    )


def _density_source(site: Site) -> Message:
    parts: list[Text] = []
    if site.climate:
        climate = format_fact_key("climate", site.climate)
        parts.append(Message("{climate} climate", climate=climate))
    if site.soil:
        parts.append(format_fact_key("soil", site.soil))
    if site.forest_zone:
        zone: Text = format_fact_key("forest_zone", site.forest_zone)
        if has_continents(site.forest_zone) and site.continent:
            zone = Message("{zone}, {continent}", zone=zone, continent=KEY_LABELS[site.continent])
        parts.append(zone)
    return Message(
        "IPCC {edition} defaults for {parts} (maps of 55 and 110 km resolution)",
        edition=site.edition,
        parts=MessageList(parts),
    )


def explain_missing_pools(
    density: ClassDensity, asked: Collection[str] = MAP_CHOICES
) -> ClassDensity:
    """Replace reasons for missing pools by those for maps; `asked`: MAP_CHOICES from maps."""
    reasons: dict[Text, Text] = {}
    if "forest_zone" in asked:
        none = Term(
            "no ecological zone on the maps (desert, beyond the tree line, or unmapped island)"
        )
        reasons[Term("set FOREST_ZONE")] = none
    if "soil" in asked:
        reasons[Term("set CLIMATE and SOIL")] = Term("no soil in the soil map")
    return replace(
        density, lacking={pool: reasons.get(why, why) for pool, why in density.lacking.items()}
    )
