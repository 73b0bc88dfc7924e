"""The densities of a place: IPCC's rows for its classes, whose they are, and what has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..base.messages import DataError, Listed, Message, Notes, Term, Text
from ..densities.density_table import LANDS, POOL_NAMES, ClassDensity, DensityRow, table_density
from ..densities.ipcc import Site
from ..scheme.classes import LandClass
from ..scheme.table import Table
from .map_lookup import Land
from .reference_maps import KEY_WORDS, SOURCES, has_continents, words_of
from .site import CHOICES, Findings, find, placed, site_notes

# What a tile says in a word or two.
BRIEFLY = Term("IPCC's densities of the place")


@dataclass(frozen=True)
class PlaceDensities:
    """The densities of the sinks of some land.

    Attributes:
        site: as the maps have it.
        classes: the sinks, each with what IPCC's tables give it.
        notes: what was found, and what lacks a density.
    """

    findings: Findings
    site: Site
    classes: Sequence[ClassDensity]
    notes: Notes

    @property
    def whose(self) -> Message:
        """What they are of, for the middle of a sentence."""
        site = self.site
        parts: list[Text] = []
        if site.climate:
            climate = words_of("climate", site.climate)
            parts.append(Message("{climate} climate", climate=climate))
        if site.soil:
            parts.append(words_of("soil", site.soil))
        if site.forest_zone:
            zone: Text = words_of("forest_zone", site.forest_zone)
            if has_continents(site.forest_zone) and site.continent:
                zone = Message(
                    "{zone} of {continent}", zone=zone, continent=KEY_WORDS[site.continent]
                )
            parts.append(zone)
        return Message(
            "IPCC {edition} for {parts}, as maps of 55 and 110 km have it",
            edition=site.edition,
            parts=Listed(parts),
        )

    @property
    def sentence(self) -> Message:
        """What stands before any tonnes that come of them."""
        return Message("The carbon densities are those of {whose}.", whose=self.whose)

    @property
    def record(self) -> str:
        """What the files of a run say of them: the same in every language."""
        keys = (
            f"{name} {getattr(self.site, name)}" for name in CHOICES if getattr(self.site, name)
        )
        sources = "; ".join(str(source) for source in SOURCES.values())
        return f"IPCC {self.site.edition} of the place ({', '.join(keys)}), by maps: {sources}"

    @property
    def for_people(self) -> Message:
        """The same in words."""
        return Message(
            "{whose}; the maps: {sources}",
            whose=self.whose,
            sources=Listed(SOURCES.values(), Term("; ")),
        )

    @property
    def without(self) -> list[ClassDensity]:
        """The sinks that lack a density."""
        return [
            density
            for density in self.classes
            if density.soil is None or density.vegetation is None
        ]

    def table(self, name: str, columns: Iterable[str] = DensityRow.__annotations__) -> Table:
        """Those that lack none, as COEFFICIENTS or VALUES has them."""
        columns = tuple(columns)
        rows: list[Mapping[str, object]] = [
            density.row for density in self.classes if density not in self.without
        ]
        return Table(name, columns, [{column: row[column] for column in columns} for row in rows])


def densities_of(
    land: Land | None, classes: Iterable[LandClass], wins: str = "COEFFICIENTS"
) -> PlaceDensities | None:
    """The densities that IPCC has for the sinks among some classes.

    Where none is a sink, as groups are not given, they are for those that the tables know.

    Args:
        wins: the table that can have what the tables lack.

    Returns:
        None where the place of the land is not known, or no map tells of it.
    """
    findings = None if land is None else find(land)
    if findings is None:
        return None
    site, notes = placed(Site(), CHOICES, findings)
    classes = list(classes)
    known = [land_class for land_class in classes if land_class.key.casefold() in LANDS]
    sinks = [land_class for land_class in classes if land_class.is_sink] or known
    by_class = [explained(table_density(land_class, site)) for land_class in sinks]
    densities = PlaceDensities(findings, site, by_class, Notes())
    densities.notes.notices.append(densities.sentence)
    densities.notes.add(site_notes(findings, CHOICES, site))
    densities.notes.add(notes)
    if densities.without:
        densities.notes.warn(
            "IPCC's tables have no density for {classes}: the carbon of such land is not counted. "
            "Give {table} that have it.",
            table=wins,
            classes=Listed(
                Message(
                    "{name} ({why})",
                    name=density.land_class.name,
                    why=Listed(
                        Message("{pool}: {why}", pool=POOL_NAMES[pool], why=why)
                        for pool, why in density.lacking.items()
                    ),
                )
                for density in densities.without
            ),
        )
    return densities


def explained(density: ClassDensity, asked: Collection[str] = CHOICES) -> ClassDensity:
    """A class of which the maps, and not a choice, say that it has no forest or soil.

    Args:
        asked: of CHOICES, those that the maps made.
    """
    reasons: dict[Text, Text] = {}
    if "forest_zone" in asked:
        none = Term(
            "by the maps the place has no forest zone, as in deserts, beyond the limit of trees "
            "and on islands that they do not have"
        )
        reasons[Term("give FOREST_ZONE")] = none
    if "soil" in asked:
        reasons[Term("give CLIMATE and SOIL")] = Term("the map has no soil there")
    return replace(
        density, lacking={pool: reasons.get(why, why) for pool, why in density.lacking.items()}
    )


def not_known(parameter: str) -> DataError:
    """The error where densities of the place are asked for, and it is not known."""
    return DataError(
        "{parameter} is place, and where this land lies is not known, or no map tells of it: give "
        "the layers their reference system, or choose another way to densities",
        parameter=parameter,
    )
