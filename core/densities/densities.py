"""COEFFICIENTS for the sinks of a place: a row for each class, from the tables of IPCC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from ..base.messages import Listed, Message, Notes, Term, Text
from ..scheme.classes import LandClass, read_classes
from ..scheme.coefficients import LOGNORMAL, NORMAL, SOIL, VEGETATION
from ..scheme.legends import ShippedLegend
from ..scheme.table import Table
from .ipcc import (
    SITE,
    Density,
    Site,
    crop_density,
    forest_density,
    grass_density,
    shrub_density,
    soil_density,
)

# By class key: the land that the table of soil has it under.
LANDS = {
    "arable": "arable",
    "paddy": "paddy",
    "orchard": "orchard",
    "forest": "reference",
    "grass": "reference",
    "shrub": "reference",
    "wetland": "reference",
}
WETLAND = "wetland"

POOL_NAMES = {SOIL: Term("soil"), VEGETATION: Term("vegetation")}

# A half-width above this, in %, is not of a normal distribution: part of it would lie below 0.
MOST_NORMAL = 60.0


# A row of COEFFICIENTS, in the form that other algorithms take.
DensityRow = TypedDict(
    "DensityRow",
    {
        "class": str,
        "soil_tc_per_ha": "float | None",
        "vegetation_tc_per_ha": "float | None",
        "u95_soil_pct": "float | None",
        "u95_vegetation_pct": "float | None",
        "soil_u95_shared": "float | None",
        "vegetation_u95_shared": "float | None",
        "distribution": str,
        "source": str,
    },
)


@dataclass(frozen=True)
class ClassDensity:
    """What is known of a class: its densities, and what is wanted where there is none.

    Attributes:
        lacking: by pool, why it is empty, for a sentence.
    """

    land_class: LandClass
    soil: Density | None
    vegetation: Density | None
    lacking: dict[str, Text]

    @property
    def row(self) -> DensityRow:
        """As COEFFICIENTS has it."""
        pools = [density for density in (self.soil, self.vegetation) if density]
        wide = any((density.u95_pct or 0.0) > MOST_NORMAL for density in pools)
        soil, plants = self.soil, self.vegetation
        return {
            "class": self.land_class.key,
            "soil_tc_per_ha": soil.tc_per_ha if soil else None,
            "vegetation_tc_per_ha": plants.tc_per_ha if plants else None,
            "u95_soil_pct": soil.u95_pct if soil else None,
            "u95_vegetation_pct": plants.u95_pct if plants else None,
            "soil_u95_shared": soil.shared_pct if soil else None,
            "vegetation_u95_shared": plants.shared_pct if plants else None,
            "distribution": LOGNORMAL if wide else NORMAL,
            "source": "; ".join(density.source for density in pools),
        }


def table_density(land_class: LandClass, site: Site) -> ClassDensity:
    """What the tables give a class by its key.

    Raises:
        DataError: FOREST, CONTINENT and LEAF have no row together.
    """
    key = land_class.key.casefold()
    lacking: dict[str, Text] = {}
    soil = _soil(key, site, lacking)
    vegetation = _vegetation(key, site, lacking)
    return ClassDensity(land_class, soil, vegetation, lacking)


def _soil(key: str, site: Site, lacking: dict[str, Text]) -> Density | None:
    if key not in LANDS:
        lacking[SOIL] = Term("the tables have no such class")
        return None
    if not site.climate or not (site.soil or key == WETLAND):
        lacking[SOIL] = Term("give CLIMATE and SOIL")
        return None
    density = soil_density(site, LANDS[key], WETLAND if key == WETLAND else "")
    if density is None:
        lacking[SOIL] = Message(
            "the tables have no row for it in {climate} on {soil}",
            climate=site.climate,
            soil=WETLAND if key == WETLAND else site.soil,
        )
    return density


def _vegetation(key: str, site: Site, lacking: dict[str, Text]) -> Density | None:
    if key in ("arable", "paddy"):
        return crop_density(site)
    density = None
    if key == "grass":
        density = grass_density(site) if site.climate else None
        lacking[VEGETATION] = (
            Message("the tables have no grass in {climate}", climate=site.climate)
            if site.climate
            else Term("give CLIMATE")
        )
    elif key == "forest":
        density = forest_density(site) if site.forest_zone else None
        lacking[VEGETATION] = Term("give FOREST_ZONE")
    elif key == "shrub":
        density = shrub_density(site)
        lacking[VEGETATION] = Term(
            "the tables have shrub where FOREST_ZONE is tropical_shrubland or subtropical_steppe"
        )
    else:
        lacking[VEGETATION] = Term("the tables have no such class")
    if density is not None:
        del lacking[VEGETATION]
    return density


def density_notes(found: Iterable[ClassDensity], site: Site, joins_paddy: bool) -> Notes:
    """What is taken for granted, and what is empty, with what is wanted for it.

    Args:
        joins_paddy: whether the classes are of a shipped legend, in which paddy is arable land.
    """
    notes, found = Notes(), list(found)
    notes.inform(
        "Soil is the organic carbon of mineral soil, 0-30 cm, vegetation what lives above and "
        "below ground, by the default tables of IPCC; litter and dead wood are not in."
    )
    if any(one.soil for one in found):
        notes.inform(
            "Half-widths of soil are those of {half_width}.",
            half_width=Term("a single site")
            if site.half_width == SITE
            else Term("the mean of a region"),
        )
    keys = {one.land_class.key.casefold() for one in found}
    if "forest" in keys and site.forest_zone:
        notes.inform("Forest is taken as {forest}.", forest=site.forest)
    if joins_paddy and "arable" in keys:
        notes.inform(
            "Legends of products join paddy to arable land; a class whose key in CLASSES is paddy "
            "gets the soil of paddies."
        )
    lacking: dict[str, list[Text]] = {}
    for one in found:
        for pool, why in one.lacking.items():
            place = Message("{name} ({why})", name=one.land_class.name, why=why)
            lacking.setdefault(pool, []).append(place)
    for pool, places in lacking.items():
        notes.warn(
            "Without {pool}: {classes}. Fill them in where such land is taken, or it is refused "
            "there.",
            pool=POOL_NAMES[pool],
            classes=Listed(places),
        )
    wide = [one.land_class.name for one in found if one.row["distribution"] == LOGNORMAL]
    if wide:
        notes.inform(
            "Half-widths above {most:g} % are taken as log-normal: {classes}.",
            most=MOST_NORMAL,
            classes=Listed(wide),
        )
    return notes


def sinks_of(table: Table | None, shipped: ShippedLegend | None) -> list[LandClass]:
    """The sinks that a class table or else a legend names, each once.

    Raises:
        DataError: the table cannot be right.
    """
    entries = read_classes(table) if table is not None else shipped.entries if shipped else []
    by_key = {c.key.casefold(): c for _, c in entries if c.is_sink}
    return list(by_key.values())
