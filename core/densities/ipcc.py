"""Default carbon densities and forest growth (IPCC 2006, volume 4; 2019 Refinement).

- Soil: organic carbon of mineral soil, 0-30 cm, SOCref x FLU (equation 2.25, chapter
  2).
- Vegetation: above- and belowground biomass, AGB x (1 + R) x 0.47 (equation 2.8).
- Growth: net aboveground growth of living biomass x (1 + R) x 0.47 (tables 4.9 and
  4.12).
- Mangroves: Wetlands Supplement of 2013, carbon fraction 0.451, soil 0-100 cm.
- Litter and dead wood (table 2.2): optional additions to vegetation.
- Perennial crops: mean aboveground biomass over the cycle, half of that at harvest
  (tables 5.1 to 5.3).

Half-widths of the 95 % interval are in % of the density; the shared part is that of
SOCref, which all classes of a site have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot

from ..base.files import RESOURCE_FOLDER
from ..base.messages import DataError
from ..scheme.recovery_curves import RecoveryRates
from ..scheme.table import Row, Table, read_csv

TABLE_FOLDER = RESOURCE_FOLDER / "ipcc"

CLIMATES = (
    *("tropical_montane", "tropical_wet", "tropical_moist", "tropical_dry"),
    *("warm_temperate_moist", "warm_temperate_dry", "cool_temperate_moist", "cool_temperate_dry"),
    *("boreal_moist", "boreal_dry", "polar_moist", "polar_dry"),
)
# Mineral soil types, and their names in the tables.
SOIL_TYPES = {
    "high_activity_clay": "HAC",
    "low_activity_clay": "LAC",
    "sandy": "sandy",
    "spodic": "spodic",
    "volcanic": "volcanic",
    "wetland": "wetland",
}
# Organic soil has no default stock in the tables.
ORGANIC_SOIL = "organic"
FOREST_ZONES = (
    *("tropical_rainforest", "tropical_moist_deciduous", "tropical_dry"),
    *("tropical_shrubland", "tropical_mountain"),
    *("subtropical_humid", "subtropical_dry", "subtropical_steppe", "subtropical_mountain"),
    *("temperate_oceanic", "temperate_continental", "temperate_mountain"),
    *("boreal_coniferous", "boreal_tundra_woodland", "boreal_mountain"),
)
CONTINENTS = ("africa", "americas", "asia")
# Secondary forest in the tables is older than 20 years.
FOREST_TYPES = NATURAL, SECONDARY, PLANTATION = ("natural", "secondary", "plantation")
# Forest types that can recover on mined land.
REGROWTH_FOREST_TYPES = NATURAL, PLANTATION
LEAF_TYPES = ("needleleaf", "broadleaf")
EDITIONS = EDITION_2019, EDITION_2006 = ("2019", "2006")
HALF_WIDTH_TYPES = SITE_HALF_WIDTH, MEAN_HALF_WIDTH = ("site", "mean")
# Pools of dead organic matter included with forest.
LITTER_OPTIONS = NO_LITTER, LITTER, LITTER_AND_DEAD_WOOD = (
    "none",
    "litter",
    "litter_and_dead_wood",
)
DEAD_POOLS = ("litter", "dead wood")
# Perennial crops and agroforestry systems in the 2019 edition.
PERENNIAL_CROPS = (
    *("orchard", "olive", "vine", "tea", "rubber", "oil_palm", "short_rotation_coppice"),
    *("multistrata", "shaded_perennial", "alley_cropping", "hedgerow", "parkland"),
    *("perennial_fallow", "silvoarable", "silvopasture"),
)

# Forest zones with shrubland as natural vegetation.
SHRUBLAND_ZONES = ("tropical_shrubland", "subtropical_steppe")

MANGROVE = "mangrove"
# Biomass of annual crops after a year of growth (table 5.9), t C/ha by edition, and its half-width,
# %.
CROP_BIOMASS_TC_HA, CROP_BIOMASS_U95_PCT = {EDITION_2019: 4.7, EDITION_2006: 5.0}, 75.0

ALL = "all"
# Columns that identify a type of forest in the tables.
FOREST_COLUMNS = ("forest_zone", "continent", "forest", "leaf")

# Age in years at which the growth rate in the tables changes, and the upper limits of the age
# classes.
YOUNG_FOREST_YEARS = 20.0
AGE_CLASS_ENDS = {"<=20": YOUNG_FOREST_YEARS, ">20": float("inf"), ALL: float("inf")}


@dataclass(frozen=True)
class Density:
    """Default carbon density of a pool of a class.

    Attributes:
        u95_pct: half-width of the 95 % interval, % of the density; None: unknown.
        shared_pct: part of the half-width shared by all classes of the site, % of the
            density.
        source: table, edition, verification status and half-width, as text.
        years: duration of linear recovery; None: another curve, or unknown.
    """

    tc_per_ha: float
    u95_pct: float | None
    shared_pct: float | None
    source: str
    years: float | None = None


MANGROVE_SOIL_DENSITY = Density(
    386.0,
    9.46,
    None,
    "soil 0-100 cm, mangrove, any soil: IPCC 2013 Wetlands Supplement, table 4.11, single, "
    "+-9.46 % (mean)",
)


@dataclass(frozen=True)
class Growth:
    """Recovery of forest vegetation.

    Attributes:
        curve: growth in t C/ha/year; separate rates up to and above 20 years if the tables
            have them.
        u95_pct: half-width of all rates, %: that of the rate up to 20 years.
    """

    curve: RecoveryRates
    u95_pct: float
    source: str

    @property
    def initial_rate(self) -> float:
        """Growth rate up to an age of 20 years, t C/ha/year."""
        return self.curve.bands[0][1]


@dataclass(frozen=True)
class Site:
    """Site characteristics, as keys of the tables; '' means not set.

    Attributes:
        soil: one of SOIL_TYPES, or ORGANIC_SOIL; the others are from CLIMATES, FOREST_ZONES
            etc.
        half_width: `site`, the scatter of a single site, or `mean`, that of the mean of
            profiles.
        returned: one of REGROWTH_FOREST_TYPES, the forest on mined land; '': same as
            `forest`.
    """

    climate: str = ""
    soil: str = ""
    forest_zone: str = ""
    continent: str = ""
    leaf: str = ""
    forest: str = NATURAL
    edition: str = EDITION_2019
    half_width: str = SITE_HALF_WIDTH
    returned: str = ""
    litter: str = NO_LITTER
    perennial: str = PERENNIAL_CROPS[0]


def soil_density(site: Site, land: str, soil: str = "") -> Density | None:
    """Return organic carbon of mineral soil, 0-30 cm, or None without a row in the tables.

    `land`: reference, arable, paddy or orchard; `soil`: type if not the site's.
    """
    kind = SOIL_TYPES[soil or site.soil]
    wanted = {"edition": site.edition, "climate": site.climate, "soil": kind, "land": land}
    return next(
        (_parse_soil_density(row, site.half_width) for row in _matching_rows("soil", wanted)), None
    )


def grass_biomass_density(site: Site) -> Density | None:
    """Return above- and belowground biomass of grassland, or None without a row in the table."""
    return next(
        map(_parse_vegetation, _matching_rows("grass_vegetation", {"climate": site.climate})), None
    )


@cache
def densities_by_source() -> dict[str, Density]:
    """Return all densities in the tables by source."""
    rows = [*load_ipcc_table("soil"), *load_ipcc_table("soil_earlier")]
    soil = [_parse_soil_density(row, half_width) for row in rows for half_width in HALF_WIDTH_TYPES]
    plants = map(
        _parse_vegetation,
        [*load_ipcc_table("forest_vegetation"), *load_ipcc_table("grass_vegetation")],
    )
    crops = [crop_density(Site(edition=edition)) for edition in EDITIONS]
    perennials = map(_parse_perennial, load_ipcc_table("perennial"))
    mangroves = map(_parse_mangrove, _matching_rows("mangrove", {"pool": "vegetation"}))
    densities = (*soil, MANGROVE_SOIL_DENSITY, *plants, *crops, *perennials, *mangroves)
    return {density.source: density for density in densities}


@cache
def dead_matter_by_source() -> dict[str, Density]:
    """Return all densities of litter and dead wood in the tables by source."""
    return {
        density.source: density for density in map(_parse_dead_matter, load_ipcc_table("litter"))
    }


def crop_density(site: Site) -> Density:
    """Return biomass of annual crops after a year of growth (table 5.9)."""
    u95_pct = CROP_BIOMASS_U95_PCT
    source = f"vegetation, annual crops: IPCC {site.edition}, table 5.9, single, +-{u95_pct:g} %"
    return Density(CROP_BIOMASS_TC_HA[site.edition], u95_pct, None, source)


def perennial_density(site: Site) -> Density | None:
    """Return mean aboveground biomass of perennial crops over their cycle, or None without row."""
    # IPCC 2006 has a single value for all perennial crops.
    kind = site.perennial if site.edition == EDITION_2019 else "perennial_crops"
    rows = _matching_rows("perennial", {"edition": site.edition, "perennial": kind})
    # A row for the climate precedes one for its zone, which precedes one for all.
    fitting = sorted(rows, key=lambda row: -len(row.text_value("zone")))
    return next(
        (_parse_perennial(row) for row in fitting if row.text_value("zone") in site.climate), None
    )


def mangrove_density(site: Site, pool: str) -> Density | None:
    """Return mangrove soil, 0-100 cm, or biomass, or None if the tables have no mangroves here."""
    rows = _mangrove_rows(site, "vegetation")
    return next(
        (MANGROVE_SOIL_DENSITY if pool == "soil" else _parse_mangrove(row) for row in rows), None
    )


def mangrove_growth(site: Site) -> Growth | None:
    """Return mangrove growth including roots, or None if the tables have no mangroves here."""
    return next(map(_parse_mangrove_growth, _mangrove_rows(site, "regrowth")), None)


def _mangrove_rows(site: Site, pool: str) -> Iterable[Row]:
    # IPCC 2006 has no values for mangroves.
    is_there = site.edition == EDITION_2019
    return _matching_rows("mangrove", {"climate": site.climate, "pool": pool}) if is_there else ()


def dead_matter_density(key: str, site: Site, pool: str) -> Density | None:
    """Return litter or dead wood of mature forest or mangroves, t C/ha, or None without a row.

    2019 edition by forest zone, else IPCC 2006: climate or, (sub)tropical, tree type.
    """
    region = site.forest_zone.split("_")[0]
    if region not in ("tropical", "subtropical"):
        region = site.climate if site.forest_zone else ""
    zones = [(EDITION_2006, region)]
    if site.edition == EDITION_2019:
        zones.insert(0, (EDITION_2019, site.forest_zone))
    if key == MANGROVE:
        zones = [("2013 Wetlands Supplement", MANGROVE)]
    for edition, zone in zones:
        rows = _matching_rows("litter", {"edition": edition, "zone": zone, "pool": pool})
        fitting = [row for row in rows if row.text_value("leaf") in ("", site.leaf)]
        if fitting:
            # A row for the tree type precedes one for all.
            return _parse_dead_matter(max(fitting, key=lambda row: len(row.text_value("leaf"))))
    return None


def dead_matter_densities(key: str, site: Site) -> list[Density]:
    """Return the available dead organic matter to be added to the vegetation of a class."""
    pools = DEAD_POOLS[: LITTER_OPTIONS.index(site.litter)] if key in ("forest", MANGROVE) else ()
    return [
        density for pool in pools if (density := dead_matter_density(key, site, pool)) is not None
    ]


def add_dead_matter(plants: Density, dead: Sequence[Density]) -> Density:
    """Return the sum of vegetation and its dead organic matter as one density."""
    if not dead:
        return plants
    whole = round(plants.tc_per_ha + sum(density.tc_per_ha for density in dead), 9)
    widths = [d.tc_per_ha * d.u95_pct for d in (plants, *dead) if d.u95_pct is not None]
    shared = plants.shared_pct
    return replace(
        plants,
        tc_per_ha=whole,
        u95_pct=round(hypot(*widths) / whole, 2) if plants.u95_pct is not None else None,
        # Rounded down, so that the shared part does not exceed the total.
        shared_pct=None if shared is None else int(100 * shared * plants.tc_per_ha / whole) / 100,
    )


def add_dead_matter_growth(growth: Growth, dead: Sequence[Density]) -> Growth:
    """Add linear recovery of dead matter over 20 years (tier 1; IPCC 2006, vol. 4, 2.3.2)."""
    if not dead:
        return growth
    (until, rate), *later = growth.curve.bands
    first = rate + sum(density.tc_per_ha for density in dead) / YOUNG_FOREST_YEARS
    bands = ((YOUNG_FOREST_YEARS, first), *(later or [(until, rate)]))
    widths = [density.tc_per_ha / YOUNG_FOREST_YEARS * (density.u95_pct or 0.0) for density in dead]
    u95 = round(hypot(rate * growth.u95_pct, *widths) / first, 2)
    return replace(growth, curve=RecoveryRates(bands), u95_pct=u95)


def forest_density(site: Site) -> Density:
    """Return above- and belowground biomass of forest."""
    return _parse_vegetation(_forest_parameters(site))


def recovered_forest_density(site: Site) -> Density | None:
    """Return biomass of the recovering forest, or None if it is of the same type as before."""
    if site.returned in ("", site.forest):
        return None
    return _parse_vegetation(_forest_parameters(replace(site, forest=site.returned)))


def forest_growth(site: Site, forest: str) -> Growth | None:
    """Return the growth of a type of forest including roots, or None without a row.

    With the 2019 edition, natural forest in the tropics and subtropics grows at the rate of
    secondary forest of the continent; elsewhere at the rate of the zone. Only these zones
    have rows by continent: in others such rows are from single copies, or inferred.
    Secondary forest is treated as natural, because it recovers to natural forest.
    """
    kinds = [(NATURAL, ALL), (SECONDARY, ALL)]
    if site.edition == EDITION_2019:
        kinds.insert(0, (SECONDARY, site.continent))
    if forest == PLANTATION:
        kinds = [(PLANTATION, ALL)]
    rows = (
        _growth_table().get((site.forest_zone, continent, kind, leaf))
        for kind, continent in kinds
        for leaf in ("", site.leaf)
    )
    return next((growth for growth in rows if growth), None)


@cache
def growths_by_source() -> dict[str, Growth]:
    """Return all growth in the tables by source."""
    mangroves = map(_parse_mangrove_growth, _matching_rows("mangrove", {"pool": "regrowth"}))
    return {growth.source: growth for growth in (*_growth_table().values(), *mangroves)}


@cache
def growth_by_density() -> dict[str, Growth]:
    """Return the growth of each type of forest by the source of its density."""
    growths = {}
    for row in load_ipcc_table("forest_vegetation"):
        continent = row.text_value("continent")
        site = Site(
            forest_zone=row.text_value("forest_zone"),
            continent="" if continent == ALL else continent,
            leaf=row.text_value("leaf"),
        )
        growth = forest_growth(site, row.text_value("forest"))
        if growth is not None:
            growths[_parse_vegetation(row).source] = growth
    return growths


def shrub_density(site: Site) -> Density | None:
    """Return biomass of shrub, or None if the forest zone is not shrubland."""
    row = _shrub_parameters(site)
    return None if row is None else _parse_vegetation(row)


def root_shoot_ratio(key: str, site: Site) -> float | None:
    """Return the below- to aboveground biomass ratio of forest or shrub (table 4.4), if known."""
    if not site.forest_zone:
        return None
    # Outside the shrubland zones, shrub has the ratio of the forest in the zone.
    row = (_shrub_parameters(site) if key == "shrub" else None) or _forest_parameters(site)
    return float(row.float_value("root_shoot"))


def needs_continent_or_leaf(site: Site, choice: str) -> bool:
    """Return whether continent or leaf affects the densities or growth of forest or shrub."""

    def rows(of: Site) -> list[object]:
        labels = [
            row.label for row in (_forest_parameters(of), _shrub_parameters(of)) if row is not None
        ]
        grown = forest_growth(of, of.returned or of.forest)
        return [*labels, recovered_forest_density(of), grown, *dead_matter_densities("forest", of)]

    try:
        return rows(site) != rows(replace(site, **{choice: ""}))
    except DataError:
        return True


def _forest_parameters(site: Site) -> Row:
    there = list(_matching_rows("forest_vegetation", {"forest_zone": site.forest_zone}))
    fitting = [row for row in there if _is_site_row(row, site, site.forest, site.leaf)]
    if not fitting:
        # In the order of the parameters.
        columns = ("forest", "continent", "leaf", "edition")
        raise DataError(
            "FOREST_ZONE {zone}: no default value for FOREST {forest}, CONTINENT "
            "{continent}, LEAF {leaf} (EDITION {edition}); available: {rows}",
            zone=site.forest_zone,
            forest=site.forest,
            continent=site.continent or "-",
            leaf=site.leaf or "-",
            edition=site.edition,
            rows="; ".join(", ".join(filter(None, map(row.text_value, columns))) for row in there),
        )
    return _prefer_continent_row(fitting)


def _shrub_parameters(site: Site) -> Row | None:
    if site.forest_zone not in SHRUBLAND_ZONES:
        return None
    there = _matching_rows("forest_vegetation", {"forest_zone": site.forest_zone})
    return _prefer_continent_row([row for row in there if _is_site_row(row, site, NATURAL, "")])


def _is_site_row(row: Row, site: Site, forest: str, leaf: str) -> bool:
    """Return whether a forest row applies to a site; only the 2019 edition has continents."""
    continents = (ALL, site.continent) if site.edition == EDITION_2019 else (ALL,)
    return (
        row.text_value("forest") == forest
        and row.text_value("leaf") in ("", leaf)
        and row.text_value("continent") in continents
    )


def _prefer_continent_row(rows: Iterable[Row]) -> Row:
    """Return the row for the continent if there is one, else the row for all."""
    return min(rows, key=lambda row: row.text_value("continent") == ALL)


def _parse_soil_density(row: Row, half_width: str) -> Density:
    kinds = {kind: name for name, kind in SOIL_TYPES.items()}
    words = _join_names(
        row.text_value("climate"), kinds[row.text_value("soil")], row.text_value("land")
    )
    u95 = row.optional_float(f"u95_{half_width}_pct")
    source = _format_source(row, f"soil 0-30 cm, {words}", u95, f" ({half_width})")
    shared = row.optional_float(f"shared_{half_width}_pct")
    return Density(float(row.float_value("tc_per_ha")), u95, shared, source)


def _parse_density(row: Row, *names: str) -> Density:
    """Return the density of a row of vegetation or dead organic matter, named in its source."""
    u95 = row.optional_float("u95_pct")
    source = _format_source(row, _join_names(*names), u95)
    return Density(
        float(row.float_value("tc_per_ha")), u95, None, source, row.optional_float("years")
    )


def _parse_vegetation(row: Row) -> Density:
    return _parse_density(row, "vegetation", *map(row.text_value, (*FOREST_COLUMNS, "climate")))


def _parse_mangrove(row: Row) -> Density:
    return _parse_density(row, "vegetation", "mangrove", row.text_value("climate"))


def _parse_mangrove_growth(row: Row) -> Growth:
    u95, words = (
        float(row.float_value("u95_pct")),
        _join_names("regrowth", "mangrove", row.text_value("climate")),
    )
    rates = RecoveryRates(((AGE_CLASS_ENDS[ALL], float(row.float_value("tc_per_ha"))),))
    return Growth(rates, u95, _format_source(row, words, u95))


def _parse_perennial(row: Row) -> Density:
    return _parse_density(
        row,
        "vegetation",
        row.text_value("perennial"),
        row.text_value("zone"),
        "mean over the cycle",
    )


def _parse_dead_matter(row: Row) -> Density:
    return _parse_density(row, *map(row.text_value, ("pool", "zone", "leaf")))


@cache
def _growth_table() -> dict[tuple[str, str, str, str], Growth]:
    """Return growth by forest zone, continent, forest type and leaf; each age class is a row."""
    by_kind: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in load_ipcc_table("regrowth"):
        zone, continent, forest, leaf = map(row.text_value, FOREST_COLUMNS)
        by_kind.setdefault((zone, continent, forest, leaf), []).append(row)
    growths = {}
    for key, rows in by_kind.items():
        bands = [
            (AGE_CLASS_ENDS[r.text_value("age_class")], float(r.float_value("growth_tc_per_ha_yr")))
            for r in rows
        ]
        u95 = float(rows[0].float_value("u95_pct"))
        weaker = min(rows, key=lambda row: row.text_value("standing") == "checked")
        source = _format_source(weaker, _join_names("regrowth", *key), u95)
        growths[key] = Growth(RecoveryRates(tuple(bands)), u95, source)
    return growths


def _format_source(row: Row, what: str, u95: float | None, kind: str = "") -> str:
    parts = [
        f"{what}: IPCC {row.text_value('edition')}, table {row.text_value('table')}",
        row.text_value("standing"),
        f"+-{u95:g} %{kind}" if u95 is not None else "",
        row.text_value("note"),
    ]
    return ", ".join(filter(None, parts))


def _join_names(*names: str) -> str:
    """Join non-empty names as text."""
    return ", ".join(name.replace("_", " ") for name in names if name)


def _matching_rows(table: str, wanted: dict[str, str]) -> Iterable[Row]:
    return (
        row
        for row in load_ipcc_table(table)
        if all(row.text_value(column) == text for column, text in wanted.items())
    )


@cache
def load_ipcc_table(name: str) -> Table:
    """Return a table of resources/ipcc; `soil_earlier` identifies tables of earlier releases."""
    return read_csv(TABLE_FOLDER / f"{name}.csv")
