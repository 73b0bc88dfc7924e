"""Default densities of IPCC 2006, volume 4, and its 2019 Refinement, and the growth of forest.

Soil is the organic carbon of mineral soil, 0-30 cm: SOCref x FLU (equation 2.25, chapter 2).
Vegetation is what lives above and below ground: AGB x (1 + R) x 0.47 (equation 2.8).
Growth is net, above ground, of living biomass, times (1 + R) x 0.47 too (tables 4.9 and 4.12).
Mangroves are those of the Wetlands Supplement of 2013, x 0.451, and their soil is of 0-100 cm.
Litter and dead wood (table 2.2) come on top where they are wanted. What perennial crops hold is
the mean over their cycle, above ground: half of what stands at harvest (tables 5.1 to 5.3).
Half-widths of 95 % are in % of the density; a shared one is the part that all classes of a site
have in common, that of SOCref.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot

from ..base.files import RESOURCES
from ..base.messages import DataError
from ..scheme.recovery_curves import Rates
from ..scheme.table import Row, Table, read_csv

TABLES = RESOURCES / "ipcc"

CLIMATES = (
    *("tropical_montane", "tropical_wet", "tropical_moist", "tropical_dry"),
    *("warm_temperate_moist", "warm_temperate_dry", "cool_temperate_moist", "cool_temperate_dry"),
    *("boreal_moist", "boreal_dry", "polar_moist", "polar_dry"),
)
# The kinds of mineral soil, and what the tables call them.
SOILS = {
    "high_activity_clay": "HAC",
    "low_activity_clay": "LAC",
    "sandy": "sandy",
    "spodic": "spodic",
    "volcanic": "volcanic",
    "wetland": "wetland",
}
# What is no mineral soil: the tables have no stock for it.
ORGANIC = "organic"
FOREST_ZONES = (
    *("tropical_rainforest", "tropical_moist_deciduous", "tropical_dry"),
    *("tropical_shrubland", "tropical_mountain"),
    *("subtropical_humid", "subtropical_dry", "subtropical_steppe", "subtropical_mountain"),
    *("temperate_oceanic", "temperate_continental", "temperate_mountain"),
    *("boreal_coniferous", "boreal_tundra_woodland", "boreal_mountain"),
)
CONTINENTS = ("africa", "americas", "asia")
# Secondary forest of the tables is older than 20 years.
FORESTS = NATURAL, SECONDARY, PLANTATION = ("natural", "secondary", "plantation")
# What forest comes back on land that was mined.
RETURNS = NATURAL, PLANTATION
LEAVES = ("needleleaf", "broadleaf")
EDITIONS = E2019, E2006 = ("2019", "2006")
HALF_WIDTHS = SITE, MEAN = ("site", "mean")
# What of the dead organic matter of forest is counted, and the pools that this is.
LITTERS = NO_LITTER, LITTER, LITTER_AND_DEAD_WOOD = ("none", "litter", "litter_and_dead_wood")
DEAD_POOLS = ("litter", "dead wood")
# The kinds of perennial crops and of agroforestry in the edition of 2019.
PERENNIALS = (
    *("orchard", "olive", "vine", "tea", "rubber", "oil_palm", "short_rotation_coppice"),
    *("multistrata", "shaded_perennial", "alley_cropping", "hedgerow", "parkland"),
    *("perennial_fallow", "silvoarable", "silvopasture"),
)

# Forest zones whose natural vegetation is shrub.
SHRUBLANDS = ("tropical_shrubland", "subtropical_steppe")

MANGROVE = "mangrove"
# Live carbon of annual crops after a year of growth, t C/ha, table 5.9, by edition; in %.
CROPS, CROPS_U95 = {E2019: 4.7, E2006: 5.0}, 75.0

ALL = "all"
# What the tables tell forests apart by.
FOREST_COLUMNS = ("forest_zone", "continent", "forest", "leaf")

# The age at which growth of the tables changes, in years, and the end of each of their age classes.
YOUNG = 20.0
ENDS = {"<=20": YOUNG, ">20": float("inf"), ALL: float("inf")}


@dataclass(frozen=True)
class Density:
    """What a table gives for a pool of a class.

    Attributes:
        u95_pct: half-width of its 95 % interval, in % of it; None: not known.
        shared_pct: the part of that which all classes of the site share, in % of the density.
        source: table, edition, standing and half-width, in words.
        years: in which it is there again, in equal steps; None: another way, or not known.
    """

    tc_per_ha: float
    u95_pct: float | None
    shared_pct: float | None
    source: str
    years: float | None = None


MANGROVE_SOIL = Density(
    386.0,
    9.46,
    None,
    "soil 0-100 cm, mangrove, any soil: IPCC 2013 Wetlands Supplement, table 4.11, single, "
    "+-9.46 % (mean)",
)


@dataclass(frozen=True)
class Growth:
    """How the vegetation of forest comes back.

    Attributes:
        curve: t C/ha a year, up to an age of 20 years and beyond where the tables tell them apart.
        u95_pct: half-width of all its rates, in %: that of the years up to 20.
    """

    curve: Rates
    u95_pct: float
    source: str

    @property
    def at_first(self) -> float:
        """t C/ha a year, up to an age of 20 years."""
        return self.curve.bands[0][1]


@dataclass(frozen=True)
class Site:
    """Where land lies, in the words of the tables; '' is not told.

    Attributes:
        soil: of SOILS, or ORGANIC; others are of CLIMATES, FOREST_ZONES and so on.
        half_width: `site`, the scatter of one site, or `mean`, that of the mean of the profiles.
        returned: of RETURNS, what forest comes back on mined land; '': as `forest`.
    """

    climate: str = ""
    soil: str = ""
    forest_zone: str = ""
    continent: str = ""
    leaf: str = ""
    forest: str = NATURAL
    edition: str = E2019
    half_width: str = SITE
    returned: str = ""
    litter: str = NO_LITTER
    perennial: str = PERENNIALS[0]


def soil_density(site: Site, land: str, soil: str = "") -> Density | None:
    """Organic carbon of mineral soil, 0-30 cm; None where the tables have no row.

    `land`: reference, arable, paddy or orchard. `soil`: where it is another than the site's.
    """
    kind = SOILS[soil or site.soil]
    wanted = {"edition": site.edition, "climate": site.climate, "soil": kind, "land": land}
    return next((_soil(row, site.half_width) for row in _rows("soil", wanted)), None)


def grass_density(site: Site) -> Density | None:
    """Live grass above and below ground; None where the table has no row."""
    return next(map(_plants, _rows("grass_vegetation", {"climate": site.climate})), None)


@cache
def all_densities() -> dict[str, Density]:
    """All that the tables give, by source."""
    rows = [*table_of("soil"), *table_of("soil_earlier")]
    soil = [_soil(row, half_width) for row in rows for half_width in HALF_WIDTHS]
    plants = map(_plants, [*table_of("forest_vegetation"), *table_of("grass_vegetation")])
    crops = [crop_density(Site(edition=edition)) for edition in EDITIONS]
    perennials = map(_perennial, table_of("perennial"))
    mangroves = map(_mangrove, _rows("mangrove", {"pool": "vegetation"}))
    densities = (*soil, MANGROVE_SOIL, *plants, *crops, *perennials, *mangroves)
    return {density.source: density for density in densities}


@cache
def all_dead() -> dict[str, Density]:
    """All litter and dead wood that the tables give, by source."""
    return {density.source: density for density in map(_dead, table_of("litter"))}


def crop_density(site: Site) -> Density:
    """Annual crops after a year of growth (table 5.9)."""
    source = f"vegetation, annual crops: IPCC {site.edition}, table 5.9, single, +-{CROPS_U95:g} %"
    return Density(CROPS[site.edition], CROPS_U95, None, source)


def perennial_density(site: Site) -> Density | None:
    """Perennial crops above ground, the mean over their cycle; None where the table has no row."""
    # In IPCC 2006 all of them are one kind.
    kind = site.perennial if site.edition == E2019 else "perennial_crops"
    rows = _rows("perennial", {"edition": site.edition, "perennial": kind})
    # The row of the climate before that of its zone, and that before the one of all.
    fitting = sorted(rows, key=lambda row: -len(row.text("zone")))
    return next((_perennial(row) for row in fitting if row.text("zone") in site.climate), None)


def mangrove_density(site: Site, pool: str) -> Density | None:
    """Soil of mangroves, 0-100 cm, or what lives above and below ground; None where none grow."""
    rows = _mangrove_rows(site, "vegetation")
    return next((MANGROVE_SOIL if pool == "soil" else _mangrove(row) for row in rows), None)


def mangrove_growth(site: Site) -> Growth | None:
    """How mangroves come back, roots included; None where none grow."""
    return next(map(_mangrove_growth, _mangrove_rows(site, "regrowth")), None)


def _mangrove_rows(site: Site, pool: str) -> Iterable[Row]:
    # IPCC 2006 has none.
    is_there = site.edition == E2019
    return _rows("mangrove", {"climate": site.climate, "pool": pool}) if is_there else ()


def dead_density(key: str, site: Site, pool: str) -> Density | None:
    """What lies dead under grown forest or mangroves, t C/ha; None where no table has it.

    The edition 2019 has zones of forest, and is silent of some; IPCC 2006 has climates, and in the
    tropics and subtropics trees.
    """
    region = site.forest_zone.split("_")[0]
    if region not in ("tropical", "subtropical"):
        region = site.climate if site.forest_zone else ""
    zones = [(E2006, region)]
    if site.edition == E2019:
        zones.insert(0, (E2019, site.forest_zone))
    if key == MANGROVE:
        zones = [("2013 Wetlands Supplement", MANGROVE)]
    for edition, zone in zones:
        rows = _rows("litter", {"edition": edition, "zone": zone, "pool": pool})
        fitting = [row for row in rows if row.text("leaf") in ("", site.leaf)]
        if fitting:
            # The row of the trees before the one of all.
            return _dead(max(fitting, key=lambda row: len(row.text("leaf"))))
    return None


def dead_matter(key: str, site: Site) -> list[Density]:
    """The dead organic matter that comes on top of a class's vegetation, as far as tables go."""
    pools = DEAD_POOLS[: LITTERS.index(site.litter)] if key in ("forest", MANGROVE) else ()
    return [density for pool in pools if (density := dead_density(key, site, pool)) is not None]


def with_dead(plants: Density, dead: Sequence[Density]) -> Density:
    """Vegetation and the dead organic matter under it as one density."""
    if not dead:
        return plants
    whole = round(plants.tc_per_ha + sum(density.tc_per_ha for density in dead), 9)
    widths = [d.tc_per_ha * d.u95_pct for d in (plants, *dead) if d.u95_pct is not None]
    shared = plants.shared_pct
    return replace(
        plants,
        tc_per_ha=whole,
        u95_pct=round(hypot(*widths) / whole, 2) if plants.u95_pct is not None else None,
        # Rounded down: a part is not more than the whole.
        shared_pct=None if shared is None else int(100 * shared * plants.tc_per_ha / whole) / 100,
    )


def growth_with_dead(growth: Growth, dead: Sequence[Density]) -> Growth:
    """Growth, and dead organic matter that is there again in equal steps over 20 years.

    So tier 1 has it (IPCC 2006, volume 4, section 2.3.2).
    """
    if not dead:
        return growth
    (until, rate), *later = growth.curve.bands
    first = rate + sum(density.tc_per_ha for density in dead) / YOUNG
    bands = ((YOUNG, first), *(later or [(until, rate)]))
    widths = [density.tc_per_ha / YOUNG * (density.u95_pct or 0.0) for density in dead]
    u95 = round(hypot(rate * growth.u95_pct, *widths) / first, 2)
    return replace(growth, curve=Rates(bands), u95_pct=u95)


def forest_density(site: Site) -> Density:
    """Live forest above and below ground."""
    return _plants(_forest_row(site))


def returned_density(site: Site) -> Density | None:
    """Live forest of the kind that comes back; None where that is the kind there was."""
    if site.returned in ("", site.forest):
        return None
    return _plants(_forest_row(replace(site, forest=site.returned)))


def growth_of(site: Site, forest: str) -> Growth | None:
    """How forest of a kind comes back, roots included; None where the table has no row.

    Natural forest in the tropics and subtropics grows as secondary forest of the continent, in the
    edition 2019; elsewhere as all of its zone. The table has continents for these zones alone: in
    others their rows are of single copies, or inferred. Secondary forest is taken as natural, which
    it grows back to.
    """
    kinds = [(NATURAL, ALL), (SECONDARY, ALL)]
    if site.edition == E2019:
        kinds.insert(0, (SECONDARY, site.continent))
    if forest == PLANTATION:
        kinds = [(PLANTATION, ALL)]
    rows = (
        _growths().get((site.forest_zone, continent, kind, leaf))
        for kind, continent in kinds
        for leaf in ("", site.leaf)
    )
    return next((growth for growth in rows if growth), None)


@cache
def all_growths() -> dict[str, Growth]:
    """All growth that the tables give, by source."""
    mangroves = map(_mangrove_growth, _rows("mangrove", {"pool": "regrowth"}))
    return {growth.source: growth for growth in (*_growths().values(), *mangroves)}


@cache
def growth_by_density() -> dict[str, Growth]:
    """How forest comes back that has a density of the tables, by the source of that."""
    growths = {}
    for row in table_of("forest_vegetation"):
        continent = row.text("continent")
        site = Site(
            forest_zone=row.text("forest_zone"),
            continent="" if continent == ALL else continent,
            leaf=row.text("leaf"),
        )
        growth = growth_of(site, row.text("forest"))
        if growth is not None:
            growths[_plants(row).source] = growth
    return growths


def shrub_density(site: Site) -> Density | None:
    """Live shrub, where the forest zone is one of shrub; None elsewhere."""
    row = _shrub_row(site)
    return None if row is None else _plants(row)


def root_shoot(key: str, site: Site) -> float | None:
    """What forest or shrub has below ground, in parts of what is above (table 4.4), if known."""
    if not site.forest_zone:
        return None
    # Shrub where the tables have none stands in the zone of that forest.
    row = (_shrub_row(site) if key == "shrub" else None) or _forest_row(site)
    return float(row.real("root_shoot"))


def hangs_on(site: Site, choice: str) -> bool:
    """Whether forest or shrub of a site would be others without its continent, or its leaf, or
    would come back otherwise."""

    def rows(of: Site) -> list[object]:
        labels = [row.label for row in (_forest_row(of), _shrub_row(of)) if row is not None]
        grown = growth_of(of, of.returned or of.forest)
        return [*labels, returned_density(of), grown, *dead_matter("forest", of)]

    try:
        return rows(site) != rows(replace(site, **{choice: ""}))
    except DataError:
        return True


def _forest_row(site: Site) -> Row:
    there = list(_rows("forest_vegetation", {"forest_zone": site.forest_zone}))
    fitting = [row for row in there if _is_of(row, site, site.forest, site.leaf)]
    if not fitting:
        # As a person chooses them.
        columns = ("forest", "continent", "leaf", "edition")
        raise DataError(
            "FOREST_ZONE {zone}: no default value for FOREST {forest}, CONTINENT "
            "{continent}, LEAF {leaf} (EDITION {edition}); available: {rows}",
            zone=site.forest_zone,
            forest=site.forest,
            continent=site.continent or "-",
            leaf=site.leaf or "-",
            edition=site.edition,
            rows="; ".join(", ".join(filter(None, map(row.text, columns))) for row in there),
        )
    return _nearest(fitting)


def _shrub_row(site: Site) -> Row | None:
    if site.forest_zone not in SHRUBLANDS:
        return None
    there = _rows("forest_vegetation", {"forest_zone": site.forest_zone})
    return _nearest([row for row in there if _is_of(row, site, NATURAL, "")])


def _is_of(row: Row, site: Site, forest: str, leaf: str) -> bool:
    """Whether a row of forest is of a site; rows of a continent are of the edition of 2019."""
    continents = (ALL, site.continent) if site.edition == E2019 else (ALL,)
    return (
        row.text("forest") == forest
        and row.text("leaf") in ("", leaf)
        and row.text("continent") in continents
    )


def _nearest(rows: Iterable[Row]) -> Row:
    """The row of the continent, where there is one, before that of all."""
    return min(rows, key=lambda row: row.text("continent") == ALL)


def _soil(row: Row, half_width: str) -> Density:
    kinds = {kind: name for name, kind in SOILS.items()}
    words = _joined(row.text("climate"), kinds[row.text("soil")], row.text("land"))
    u95 = row.optional(f"u95_{half_width}_pct")
    source = _source(row, f"soil 0-30 cm, {words}", u95, f" ({half_width})")
    shared = row.optional(f"shared_{half_width}_pct")
    return Density(float(row.real("tc_per_ha")), u95, shared, source)


def _density(row: Row, *names: str) -> Density:
    """What a row of vegetation or dead organic matter has, which its source calls so."""
    u95 = row.optional("u95_pct")
    source = _source(row, _joined(*names), u95)
    return Density(float(row.real("tc_per_ha")), u95, None, source, row.optional("years"))


def _plants(row: Row) -> Density:
    return _density(row, "vegetation", *map(row.text, (*FOREST_COLUMNS, "climate")))


def _mangrove(row: Row) -> Density:
    return _density(row, "vegetation", "mangrove", row.text("climate"))


def _mangrove_growth(row: Row) -> Growth:
    u95, words = float(row.real("u95_pct")), _joined("regrowth", "mangrove", row.text("climate"))
    rates = Rates(((ENDS[ALL], float(row.real("tc_per_ha"))),))
    return Growth(rates, u95, _source(row, words, u95))


def _perennial(row: Row) -> Density:
    return _density(
        row, "vegetation", row.text("perennial"), row.text("zone"), "mean over the cycle"
    )


def _dead(row: Row) -> Density:
    return _density(row, *map(row.text, ("pool", "zone", "leaf")))


@cache
def _growths() -> dict[tuple[str, str, str, str], Growth]:
    """Growth by forest zone, continent, kind of forest and leaf; a row for each age class."""
    by_kind: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in table_of("regrowth"):
        zone, continent, forest, leaf = map(row.text, FOREST_COLUMNS)
        by_kind.setdefault((zone, continent, forest, leaf), []).append(row)
    growths = {}
    for key, rows in by_kind.items():
        bands = [(ENDS[r.text("age_class")], float(r.real("growth_tc_per_ha_yr"))) for r in rows]
        u95 = float(rows[0].real("u95_pct"))
        weaker = min(rows, key=lambda row: row.text("standing") == "checked")
        source = _source(weaker, _joined("regrowth", *key), u95)
        growths[key] = Growth(Rates(tuple(bands)), u95, source)
    return growths


def _source(row: Row, what: str, u95: float | None, kind: str = "") -> str:
    told = [
        f"{what}: IPCC {row.text('edition')}, table {row.text('table')}",
        row.text("standing"),
        f"+-{u95:g} %{kind}" if u95 is not None else "",
        row.text("note"),
    ]
    return ", ".join(filter(None, told))


def _joined(*names: str) -> str:
    """Names in words, without those that are empty."""
    return ", ".join(name.replace("_", " ") for name in names if name)


def _rows(table: str, wanted: dict[str, str]) -> Iterable[Row]:
    return (
        row
        for row in table_of(table)
        if all(row.text(column) == text for column, text in wanted.items())
    )


@cache
def table_of(name: str) -> Table:
    """A shipped table, by the name of its file in resources/ipcc.

    `soil_earlier` has the rows of soil that earlier releases handed out and this one does not:
    tables that they wrote are known by them.
    """
    return read_csv(TABLES / f"{name}.csv")
