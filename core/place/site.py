"""User choices for a site, map values of its land, SITE, and the resulting choices.

The value of a map is the non-zero value with the largest area, the lowest code in case
of a tie. The forest zone is determined for each piece of 0.25 degrees before the
majority is determined, because separate majorities could combine into sites that do not
exist.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypedDict

import numpy as np

from ..base.data_dictionary import ColumnKind, Field, get_table_fields
from ..base.messages import DataError, Message, MessageList, Notes, Term, Text
from ..base.numbers import ByteArray, FloatArray, NDArray, compute_percent
from ..densities.ipcc import (
    CLIMATES,
    FOREST_ZONES,
    NATURAL,
    ORGANIC_SOIL,
    Site,
    forest_density,
    soil_density,
)
from .map_lookup import LandPieces
from .reference_maps import (
    CLIMATE,
    ELEVATION,
    ELEVATION_STEP_M,
    FACT_LABELS,
    GLEYSOL,
    KM_PER_DEGREE,
    KOPPEN,
    KOPPEN_CLASSES,
    MAP_NAMES,
    MAP_SOURCES,
    MAX_NEAREST_KM,
    MAX_SEARCH_KM,
    PIECE_COLUMNS,
    PIECE_DEGREES,
    PIECE_ROWS,
    SOIL,
    classify_soil,
    find_continent,
    forest_zones,
    format_fact_key,
    has_continents,
    has_leaf_types,
    leaf_type,
    nearest_cell,
    read_map,
    read_soil_units,
    sample_pieces,
)

# Choices available from maps.
MAP_CHOICES = ("climate", "soil", "forest_zone", "continent", "leaf")
# Minimum share of the majority value in the land with a value, and minimum share of land with a
# value, %, allowing for rounding.
MIN_SHARE_PCT, MIN_VALUED_PCT = 200.0 / 3.0 - 1e-9, 100.0 / 3.0 - 1e-9
# Choices that depend on the forest zone.
ZONE_CONDITIONS = {"continent": has_continents, "leaf": has_leaf_types}
# Maximum distance of a point from the land, km, without a warning.
MAX_POINT_DISTANCE_KM = 50.0
# Choices besides the keys of the tables: from the maps, and no row.
FROM_MAPS, NO_ROW = "place", "none"


class SiteChoices(NamedTuple):
    """Choices for a site.

    Attributes:
        site: the site; '' for choices from maps, and for those without a row.
        by_maps: choices of MAP_CHOICES to be taken from maps.
        named: those of by_maps explicitly left to the maps.
    """

    site: Site
    by_maps: Sequence[str]
    named: Sequence[str]

    def has_choice(self, name: str) -> bool:
        """Return whether a choice is made, or left to the maps."""
        return bool(getattr(self.site, name)) or name in self.by_maps

    @property
    def has_map_choices(self) -> bool:
        """Whether maps determine any choice; continent and leaf only if the zone requires them."""
        zone, asked = self.site.forest_zone, {*self.by_maps}
        return bool(asked - {*ZONE_CONDITIONS}) or any(
            ZONE_CONDITIONS[name](zone) for name in asked
        )


def read_choices(keys: Mapping[str, str], by_default: bool) -> SiteChoices:
    """Return the choices of a site's fields ('': not set); `by_default`: by maps if not set."""
    none = {name: "" for name in MAP_CHOICES if keys[name] in (FROM_MAPS, NO_ROW)}
    named = [name for name in MAP_CHOICES if keys[name] == FROM_MAPS]
    by_maps = [name for name in MAP_CHOICES if name in named or (by_default and not keys[name])]
    return SiteChoices(Site(**{**keys, **none}), by_maps, named)


class SiteRow(TypedDict):
    fact: str
    found: str
    share_pct: float | None
    next: str
    next_km: float | None
    map: str
    source: str


# `found` is a key here, but a number in other tables.
SITE_FIELDS: Sequence[Field] = [
    (name, ColumnKind.TEXT if name == "found" else kind) for name, kind in get_table_fields(SiteRow)
]


@dataclass(frozen=True)
class SiteFact:
    """A characteristic of the land.

    Attributes:
        key: key of the value found; '' for none.
        share_pct: share of the land by area, %; None without a value on the land.
        next: second most common value, or the nearest other one; '' for none.
        next_km: distance of `next`, km; 0 on the land.
        maps: source maps.
        near_km: distance of the value, km, if the land has none of its own, else 0.
        valued_pct: share of the land with a value by area, %.
    """

    name: str
    key: str
    share_pct: float | None
    next: str
    next_km: float | None
    maps: Sequence[str]
    near_km: float = 0.0
    valued_pct: float = 100.0

    @property
    def row(self) -> SiteRow:
        """The row of SITE."""
        return {
            "fact": self.name,
            "found": self.key,
            "share_pct": self.share_pct,
            "next": self.next,
            "next_km": self.next_km,
            "map": ", ".join(f"{name}.tif" for name in self.maps),
            "source": "; ".join(str(MAP_SOURCES[name]) for name in self.maps),
        }


@dataclass(frozen=True)
class SiteFindings:
    """Map values of the land.

    Attributes:
        facts: by name; continent and leaf only if the forest zone requires them.
        anywhere: continent and leaf in any case, for a forest zone set by the user.
    """

    land: LandPieces
    facts: Mapping[str, SiteFact]
    anywhere: Mapping[str, SiteFact]

    def get_key(self, fact: str) -> str:
        """Return the key of the value found, or '' for none."""
        return self.facts[fact].key

    def rows(self, site: Site, asked: Collection[str]) -> list[SiteRow]:
        """Return SITE; the soil is the one used for densities, if it is taken from the map."""
        facts = dict(self.facts)
        if "soil" in asked and site.soil:
            facts["soil"] = replace(facts["soil"], key=site.soil)
        return [fact.row for fact in facts.values()]


def read_site_findings(land: LandPieces) -> SiteFindings | None:
    """Return the map values of land, or None without a climate at or near it."""
    maps = _MapValues(land)
    if not maps.of_land[CLIMATE].any():
        return None
    units = read_soil_units()
    kinds = [classify_soil(unit) for unit in units]
    soils = [kind for kind in dict.fromkeys(kinds) if kind]
    of_unit = np.array([0, *(soils.index(kind) + 1 if kind else 0 for kind in kinds)], np.uint8)
    zones, all_zones = maps.forest_zones_by_piece()
    facts = [
        maps.make_fact("climate", [CLIMATE], CLIMATES),
        maps.make_fact("koppen", [KOPPEN], KOPPEN_CLASSES),
        maps.make_fact("soil_unit", [SOIL], units),
        maps.make_fact(
            "soil", [SOIL], soils, of_unit[maps.of_land[SOIL]], of_unit[read_map(SOIL)], units
        ),
        SiteFact("elevation_m", f"{maps.metres:.0f}", None, "", None, [ELEVATION]),
        maps.make_fact("forest_zone", [CLIMATE, KOPPEN, ELEVATION], FOREST_ZONES, zones, all_zones),
    ]
    # Pieces in the forest zone of the land; all pieces if it has none.
    zone = facts[-1].key
    there = zones == (FOREST_ZONES.index(zone) + 1 if zone else 0)
    continents = [
        find_continent(float(longitude), float(latitude))
        for longitude, latitude in zip(land.longitude, land.latitude)
    ]
    anywhere = [
        maps.majority_fact("continent", continents, there, []),
        maps.majority_fact(
            "leaf",
            [leaf_type(KOPPEN_CLASSES[code - 1]) if code else "" for code in maps.of_land[KOPPEN]],
            there,
            [KOPPEN],
        ),
    ]
    facts += [
        fact
        if ZONE_CONDITIONS[fact.name](zone)
        else SiteFact(fact.name, "", None, "", None, fact.maps)
        for fact in anywhere
    ]
    return SiteFindings(
        land, *({fact.name: fact for fact in facts_of} for facts_of in (facts, anywhere))
    )


def resolve_findings(
    land: LandPieces | None, choices: SiteChoices, has_system: bool
) -> tuple[SiteFindings | None, Notes]:
    """Return the map values of land; without any, raise an error for choices left to the maps.

    `land`: None at an unknown location. `has_system`: whether a CRS or a point is given.
    """
    findings, notes = None if land is None else read_site_findings(land), Notes()
    if findings is None:
        for name in choices.named:
            raise unknown_site_error(name.upper(), has_system)
        notes.add_warning(
            "Location unknown or outside the reference maps; choices not set remain empty. "
            "Set PLACE, or CLIMATE, SOIL and FOREST_ZONE."
        )
    return findings, notes


def distance_notes(kilometres: float | None) -> Notes:
    """Warn if a point is far from the land of the maps."""
    notes = Notes()
    if kilometres is not None and kilometres > MAX_POINT_DISTANCE_KM:
        notes.add_warning(
            "PLACE is {km:,.0f} km from the land of MAP and LAYERS. Leave PLACE empty to use "
            "the densities of that land.",
            km=kilometres,
        )
    return notes


def unknown_site_error(parameter: str, has_system: bool) -> DataError:
    """Return the error for an unknown or uncovered place; `has_system`: with CRS or point."""
    text = Term(
        "{parameter}=place: the reference maps do not cover this location; choose another density "
        "source"
    )
    if not has_system:
        text = Term(
            "{parameter}=place: location unknown; assign a CRS to the layers or choose another "
            "density source"
        )
    return DataError(text, parameter=parameter)


class _MapValues:
    """Map values of the pieces of land; the nearest value for a map without values there.

    Attributes:
        of_land: values by map, (pieces,).
        near_km: distance of the nearest value by map without values on the land.
        metres: mean elevation.
    """

    def __init__(self, land: LandPieces):
        self.land, self.middle = land, land.centroid
        self.of_land: dict[str, ByteArray] = {}
        self.near_km: dict[str, float] = {}
        for name in MAP_NAMES:
            everywhere = read_map(name)
            values = sample_pieces(everywhere, land.rows, land.columns)
            there = (
                None if values.any() else nearest_cell(everywhere > 0, self.middle, MAX_NEAREST_KM)
            )
            if there is not None:
                values = np.full_like(values, everywhere[there.row, there.column])
                self.near_km[name] = there.km
            self.of_land[name] = values
        heights, known = self.of_land[ELEVATION], self.of_land[ELEVATION] > 0
        self.metres = 0.0
        if known.any():
            metres = _elevations_m(heights[known])
            self.metres = float(np.average(metres, weights=land.hectares[known]))

    def make_fact(
        self,
        name: str,
        maps: Sequence[str],
        keys: Sequence[str],
        of_land: ByteArray | None = None,
        everywhere: ByteArray | None = None,
        units: Sequence[str] = (),
    ) -> SiteFact:
        """Return a fact from codes, with 0 for none.

        Args:
            keys: keys of the codes, from 1 on.
            of_land, everywhere: codes of the pieces and of the globe, (rows, columns); None:
                those of the map.
            units: units of the map, if several share a code: the most common unit determines
                it.
        """
        of_land = self.of_land[maps[0]] if of_land is None else of_land
        everywhere = read_map(maps[0]) if everywhere is None else everywhere
        sums = self._area_by_code(of_land, len(keys))
        first = int(sums.argmax()) if sums.any() else 0
        if units:
            by_unit = self._area_by_code(self.of_land[maps[0]], len(units))
            unit = int(by_unit.argmax()) if by_unit.any() else 0
            first = int(of_land[self.of_land[maps[0]] == unit][0]) if unit else 0
        near_km = max((self.near_km.get(map_name, 0.0) for map_name in maps), default=0.0)
        if not first and not all(self.of_land[map_name].any() for map_name in maps):
            near_km = 0.0  # one of the maps has none that is near, so that another's tells nothing
        whole = float(self.land.hectares.sum())
        share = compute_percent(float(sums[first]), whole) if first else None
        valued = 0.0 if near_km else compute_percent(float(sums.sum()), whole) or 0.0
        sums[first] = 0.0
        following, far = "", None
        if sums.any():
            following, far = keys[int(sums.argmax()) - 1], 0.0
        elif first or name == "forest_zone":
            is_other = (everywhere > 0) & (everywhere != first)
            other = nearest_cell(is_other, self.middle, MAX_SEARCH_KM)
            if other is not None:
                following, far = keys[everywhere[other.row, other.column] - 1], other.km
        key = keys[first - 1] if first else ""
        return SiteFact(
            name, key, None if near_km else share, following, far, maps, near_km, valued
        )

    def majority_fact(
        self, name: str, keys: Sequence[str], votes: NDArray[np.bool_], maps: Sequence[str]
    ) -> SiteFact:
        """Return a fact from keys by piece: the majority by area of the pieces with a vote."""
        voted, hectares = dict[str, float](), dict[str, float]()
        for key, own, has_vote in zip(keys, self.land.hectares, votes):
            hectares[key] = hectares.get(key, 0.0) + float(own)
            if has_vote:
                voted[key] = voted.get(key, 0.0) + float(own)
        ranked = sorted(voted, key=lambda key: -voted[key])
        share = compute_percent(hectares[ranked[0]], float(self.land.hectares.sum()))
        following = ranked[1] if len(ranked) > 1 else ""
        return SiteFact(name, ranked[0], share, following, 0.0 if following else None, maps)

    def _area_by_code(self, codes: ByteArray, most: int) -> FloatArray:
        """Return hectares by code, (most + 1,), with 0 for code 0 (no value)."""
        sums = np.zeros(most + 1)
        np.add.at(sums, codes, self.land.hectares)
        sums[0] = 0.0
        return sums

    def forest_zones_by_piece(self) -> tuple[ByteArray, ByteArray]:
        """Return the forest zones of the pieces, and of the globe within the search distance.

        A piece without climate or class has a zone only if no piece of the land has both.
        """
        climate, koppen = self.of_land[CLIMATE], self.of_land[KOPPEN]
        heights = self.of_land[ELEVATION]
        metres = np.where(heights > 0, _elevations_m(heights), self.metres)
        of_land = forest_zones(climate, koppen, metres, self.land.latitude)
        if not ((climate > 0) & (koppen > 0)).any():
            climate, koppen = (
                np.where(values > 0, values, self._area_by_code(values, 255).argmax()).astype(
                    np.uint8
                )
                for values in (climate, koppen)
            )
            of_land = forest_zones(climate, koppen, metres, self.land.latitude)
        everywhere = np.zeros((PIECE_ROWS, PIECE_COLUMNS), np.uint8)
        far, row = MAX_SEARCH_KM / KM_PER_DEGREE, int((90.0 - self.middle[1]) / PIECE_DEGREES)
        rows = np.arange(
            max(0, row - int(far / PIECE_DEGREES) - 2),
            min(PIECE_ROWS, row + int(far / PIECE_DEGREES) + 3),
        )
        down, across = (
            axis.ravel() for axis in np.meshgrid(rows, np.arange(PIECE_COLUMNS), indexing="ij")
        )
        climate, koppen, heights = (
            sample_pieces(read_map(name), down, across) for name in (CLIMATE, KOPPEN, ELEVATION)
        )
        latitude = 90.0 - (down + 0.5) * PIECE_DEGREES
        around = forest_zones(climate, koppen, _elevations_m(heights), latitude)
        everywhere[rows] = around.reshape(len(rows), PIECE_COLUMNS)
        return of_land, everywhere


def _elevations_m(heights: ByteArray) -> FloatArray:
    """Return elevation in metres from map values; 0 for none."""
    metres: FloatArray = np.maximum(heights.astype(np.float64) - 1.0, 0.0) * ELEVATION_STEP_M
    return metres


def apply_findings(
    site: Site, wanted: Collection[str], findings: SiteFindings
) -> tuple[Site, Notes]:
    """Return a site with choices from maps, and notes on them."""
    notes = Notes()
    if "climate" in wanted:
        site = replace(site, climate=findings.get_key("climate"))
    if "soil" in wanted:
        site = replace(site, soil=_resolve_soil(site, findings, notes))
    if "forest_zone" in wanted:
        site = replace(site, forest_zone=findings.get_key("forest_zone"))
    for name, asks in ZONE_CONDITIONS.items():
        if name in wanted and asks(site.forest_zone):
            site = replace(site, **{name: findings.anywhere[name].key})
    if "forest_zone" in wanted and site.forest_zone:
        if site.forest_zone == "temperate_continental" and findings.get_key("koppen").startswith(
            "B"
        ):
            notes.add_notice(
                "No IPCC default for temperate steppe forest; temperate continental forest "
                "is used, which overestimates open stands."
            )
        try:
            forest_density(site)
        except DataError as error:
            if site.forest != NATURAL:
                raise
            notes.warnings.append(error.message)
            site = replace(site, forest_zone="", continent="", leaf="")
    return site, notes


def _resolve_soil(site: Site, findings: SiteFindings, notes: Notes) -> str:
    """Return the soil type available in the tables for the soil on the map."""
    kind, unit = findings.get_key("soil"), findings.get_key("soil_unit")
    if kind == ORGANIC_SOIL:
        notes.add_warning(
            "Mapped as peat (FAO unit {unit}): no default reference stock; soil values are empty.",
            unit=unit,
        )
    if unit.startswith(GLEYSOL):
        notes.add_notice(
            "Mapped as wet soil (FAO unit {unit}): cropland is treated as drained, with the "
            "reference stock of high-activity clay. For undrained land set SOIL to wetland.",
            unit=unit,
        )
    if kind in ("", ORGANIC_SOIL) or not site.climate:
        return kind
    other = "sandy" if kind == "spodic" else "high_activity_clay"
    has_kind, has_other = (
        soil_density(replace(site, soil=soil), "reference") is not None for soil in (kind, other)
    )
    if has_kind or not has_other:
        return kind  # of some climates an edition has no soil at all, as 2006 of the polar ones
    notes.add_notice(
        "No default value for {soil} in {climate} climate; {taken} is used.",
        soil=format_fact_key("soil", kind),
        climate=format_fact_key("climate", site.climate),
        taken=format_fact_key("soil", other),
    )
    return other


def site_notes(
    findings: SiteFindings, wanted: Collection[str], site: Site, table: str = ""
) -> Notes:
    """Return a sentence on each choice from maps, and warnings on low coverage.

    `table`: that with precedence over the maps; '' if each choice can be set separately.
    """
    notes = Notes()
    for name in MAP_CHOICES:
        if name in wanted and (
            name not in ZONE_CONDITIONS or ZONE_CONDITIONS[name](site.forest_zone)
        ):
            fact = findings.anywhere.get(name, findings.facts[name])
            notes.add_notice(
                "{fact}: {found}{details}.",
                fact=FACT_LABELS[name],
                found=format_fact_key(name, fact.key) or Term("none"),
                details=_area_and_neighbours_text(fact, findings.land.is_point),
            )
            if fact.key and name not in ZONE_CONDITIONS and not findings.land.is_point:
                _warn_low_share(fact, table or name.upper(), notes)
    return notes


def _warn_low_share(fact: SiteFact, other: str, notes: Notes) -> None:
    """Warn if the value found does not cover most of the land; `other` is the input to set."""
    action: Text = Term("Run each region separately with MASK or EXTENT.")
    if fact.name == "soil" or fact.near_km:
        action = Message("Set {input} for this land.", input=other)
    heading, key_words = FACT_LABELS[fact.name], format_fact_key(fact.name, fact.key)
    if fact.valued_pct < MIN_VALUED_PCT:
        notes.add_warning(
            "{fact}: the map covers only {share:.0f} % of the land; {found} is used for all "
            "of it. {action}",
            fact=heading,
            share=fact.valued_pct,
            found=key_words,
            action=action,
        )
    elif (share := 100.0 * (fact.share_pct or 0.0) / fact.valued_pct) < MIN_SHARE_PCT:
        notes.add_warning(
            "{fact}: {found} covers only {share:.0f} % of the land with map data; next: "
            "{next}. {action}",
            fact=heading,
            found=key_words,
            share=share,
            next=format_fact_key(fact.name, fact.next),
            action=action,
        )


def _area_and_neighbours_text(fact: SiteFact, is_point: bool) -> Text:
    """Return share of the land and next value in parentheses, or '' without details."""
    parts: list[Text] = []
    if fact.near_km:
        parts.append(
            Message(
                "no map data at this location; the nearest cell with data is {km:.0f} km away",
                km=fact.near_km,
            )
        )
    elif fact.share_pct is not None and not is_point:
        parts.append(Message("{share:.0f} % of the land", share=fact.share_pct))
    if fact.next:
        following = format_fact_key(fact.name, fact.next)
        if fact.next_km:
            parts.append(
                Message("nearest {next} {km:.0f} km away", next=following, km=fact.next_km)
            )
        else:
            parts.append(Message("next: {next}", next=following))
    return Message(" ({parts})", parts=MessageList(parts, Term("; "))) if parts else ""
