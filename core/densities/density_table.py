"""Rows of COEFFICIENTS for the sink classes of a site, from IPCC default values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict
from zlib import crc32

import numpy as np

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.numbers import parse_number
from ..base.random_draws import Z95, to_lognormal
from ..scheme.classes import LandClass, read_classes
from ..scheme.coefficients import LOGNORMAL, MAX_NORMAL_U95_PCT, NORMAL, SOIL, VEGETATION
from ..scheme.defaults import ShippedLegend
from ..scheme.density_sources import (
    RETURNED_PREFIX,
    SOURCE_SEPARATOR,
    SOURCE_TERMS,
    translate_source,
)
from ..scheme.recovery_curves import (
    IPCC_TRANSITION_YEARS,
    InstantRecovery,
    LinearRecovery,
    RecoveryRates,
    max_soil_gain,
)
from ..scheme.table import Row, Table
from . import ipcc
from .ipcc import (
    Density,
    Growth,
    Site,
    dead_matter_by_source,
    densities_by_source,
    growths_by_source,
)

# Land use in the IPCC soil table, by class key.
SOIL_LAND_USES = {
    "arable": "arable",
    "paddy": "paddy",
    "orchard": "orchard",
    "forest": "reference",
    "grass": "reference",
    "shrub": "reference",
    "wetland": "reference",
    ipcc.MANGROVE: "",
}
WETLAND = "wetland"
# Crop classes for which wetland soil is drained.
DRAINED_CLASSES = ("arable", "orchard")
# Classes with vegetation that recovers within a year.
ANNUAL_CLASSES = ("arable", "paddy", "grass")

POOL_NAMES = {SOIL: Term("soil"), VEGETATION: Term("vegetation")}
DEAD_POOL_NAMES = {"litter": Term("litter"), "dead wood": Term("dead wood")}

# A row of COEFFICIENTS, as read by other algorithms.
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
        "soil_curve": str,
        "soil_p1": "float | None",
        "vegetation_curve": str,
        "vegetation_p1": "float | None",
        "vegetation_rates": str,
        "vegetation_returned_tc_per_ha": "float | None",
        "u95_vegetation_returned_pct": "float | None",
        "vegetation_rate_u95_pct": "float | None",
    },
)
# Tables written by earlier releases have only this number of columns.
COLUMNS_BEFORE_CURVES = 9


@dataclass(frozen=True)
class ClassDensity:
    """Carbon densities and recovery of a class.

    Attributes:
        lacking: reason for each pool without a density, as part of a sentence.
        growth: recovery of the vegetation of trees and shrub; None: other vegetation, or
            unknown.
        returned: equilibrium density, if the recovering forest is of another type.
        dead: litter and dead wood included in the vegetation density.
    """

    land_class: LandClass
    soil: Density | None
    vegetation: Density | None
    lacking: dict[str, Text]
    growth: Growth | None = None
    returned: Density | None = None
    dead: Sequence[Density] = ()

    @property
    def to_row(self) -> DensityRow:
        """The row of COEFFICIENTS for the class."""
        soil, plants, key = self.soil, self.vegetation, self.land_class.key
        growth, returned, dead = self.growth, self.returned, self.dead
        if plants is None:
            growth, returned, dead = None, None, ()
        sources = [density.source for density in (soil, plants, *dead) if density]
        sources += [RETURNED_PREFIX + returned.source] if returned else []
        sources += [growth.source] if growth else []
        plants = plants and ipcc.add_dead_matter(_round_density(plants) if dead else plants, dead)
        returned = returned and ipcc.add_dead_matter(returned, dead)
        growth = growth and ipcc.add_dead_matter_growth(growth, dead)
        widths = [density.u95_pct or 0.0 for density in (soil, plants, returned) if density]
        curve = InstantRecovery.NAME if plants and key.casefold() in ANNUAL_CLASSES else ""
        years = plants.years if plants else None
        if years is not None:
            curve = LinearRecovery.NAME
        # The half-width must not be less than its correlated part (for maps: all of it).
        shared = (plants and plants.shared_pct) or 0.0
        back_u95 = max(returned.u95_pct or 0.0, shared) if returned else None
        return {
            "class": key,
            "soil_tc_per_ha": soil.tc_per_ha if soil else None,
            "vegetation_tc_per_ha": plants.tc_per_ha if plants else None,
            "u95_soil_pct": soil.u95_pct if soil else None,
            "u95_vegetation_pct": plants.u95_pct if plants else None,
            "soil_u95_shared": soil.shared_pct if soil else None,
            "vegetation_u95_shared": plants.shared_pct if plants else None,
            "distribution": LOGNORMAL if max(widths, default=0.0) > MAX_NORMAL_U95_PCT else NORMAL,
            "source": SOURCE_SEPARATOR.join(sources),
            "soil_curve": LinearRecovery.NAME if soil else "",
            "soil_p1": IPCC_TRANSITION_YEARS if soil else None,
            "vegetation_curve": RecoveryRates.NAME if growth else curve,
            "vegetation_p1": years,
            "vegetation_rates": growth.curve.formula if growth else "",
            "vegetation_returned_tc_per_ha": returned.tc_per_ha if returned else None,
            "u95_vegetation_returned_pct": back_u95,
            "vegetation_rate_u95_pct": growth.u95_pct if growth else None,
        }


def is_unmodified_default(table: Table) -> bool:
    """Return whether COEFFICIENTS are unmodified IPCC defaults (checksum of derived rows)."""
    columns = tuple(DensityRow.__annotations__)
    return set(table.columns) in (
        set(columns),
        set(columns[:COLUMNS_BEFORE_CURVES]),
    ) and _table_checksum(table) == _table_checksum(
        replace(table, rows=[_expected_row(row) for row in table])
    )


def _table_checksum(table: Table) -> int:
    """Return a checksum of all cells, with numbers rounded to the digits given in a source."""
    cells = []
    for text, column in (
        (row.text_value(column), column) for row in table for column in table.columns
    ):
        value, digits = parse_number(text), HALF_WIDTH_DIGITS if "u95" in column else MEAN_DIGITS
        cells.append(text if value is None else f"{value:.{digits}g}")
    return crc32("\n".join(cells).encode("utf-8"))


def _expected_row(row: Row) -> DensityRow:
    """Return the row of the class by the shipped rows or map densities named in the source."""
    pools: dict[str, Density | None] = {}
    growth, returned, dead = None, None, []
    # Classes without IPCC default values do not receive densities from the tables.
    is_known = row.text_value("class").casefold() in SOIL_LAND_USES
    for source in row.text_value("source").split(SOURCE_SEPARATOR):
        if source in growths_by_source():
            growth = growths_by_source()[source]
        elif source in dead_matter_by_source():
            dead.append(dead_matter_by_source()[source])
        elif source.startswith(RETURNED_PREFIX):
            returned = densities_by_source().get(source[len(RETURNED_PREFIX) :])
        else:
            measured = MEASURED_SOURCE_PATTERN.fullmatch(source)
            density = densities_by_source().get(source) if is_known else None
            if measured is not None:
                pool, mean, cells, name, factor, u95 = measured.groups()
                width = float(u95) if u95 else None
                density = measured_density(
                    pool, float(mean), int(cells), name, float(factor), width
                )
            pools[VEGETATION if source.startswith(VEGETATION) else SOIL] = density
    land_class = LandClass(0, row.text_value("class"), "")
    soil, vegetation = pools.get(SOIL), pools.get(VEGETATION)
    return ClassDensity(land_class, soil, vegetation, {}, growth, returned, dead).to_row


def growth_from_source(source: str) -> Growth | None:
    """Return the forest growth for a `source` cell of COEFFICIENTS, or None.

    Named itself or, in earlier releases, by the density; with named dead matter recovery.
    """
    growth, parts = None, source.split(SOURCE_SEPARATOR)
    for part in parts:
        growth = growths_by_source().get(part) or growth or ipcc.growth_by_density().get(part)
    dead = [dead_matter_by_source()[part] for part in parts if part in dead_matter_by_source()]
    return growth and ipcc.add_dead_matter_growth(growth, dead)


# Significant digits of means and half-widths in a source.
MEAN_DIGITS, HALF_WIDTH_DIGITS = 8, 6

MEASURED_SOURCE_PATTERN = re.compile(
    r"(soil|vegetation): ([\d.e+-]+) t C/ha, mean of (\d+) cells of '(.*)' x ([\d.e+-]+)"
    r"(?:, \+-([\d.e+-]+) %)?"
)


def measured_density(
    pool: str, mean: float, cells: int, name: str, factor: float, u95_pct: float | None
) -> Density:
    """Return a mean density measured on a map; all measured classes share its half-width.

    `mean`: t C/ha; `factor`: t C/ha per unit of the map, with roots for vegetation.
    """
    half_width = f", +-{u95_pct:.{HALF_WIDTH_DIGITS}g} %" if u95_pct is not None else ""
    source = (
        f"{pool}: {mean:.{MEAN_DIGITS}g} t C/ha, mean of {cells} cells of '{name}' x "
        f"{factor:g}{half_width}"
    )
    return Density(mean, u95_pct, u95_pct, source)


def _round_density(density: Density) -> Density:
    """Round a density to the digits given in a source, so that sums can be reproduced from it."""
    u95 = density.u95_pct and float(f"{density.u95_pct:.{HALF_WIDTH_DIGITS}g}")
    shared = density.shared_pct and float(f"{density.shared_pct:.{HALF_WIDTH_DIGITS}g}")
    mean = float(f"{density.tc_per_ha:.{MEAN_DIGITS}g}")
    return replace(density, tc_per_ha=mean, u95_pct=u95, shared_pct=shared)


def default_density(land_class: LandClass, site: Site) -> ClassDensity:
    """Return the IPCC default densities of a class by its key."""
    key = land_class.key.casefold()
    if key not in SOIL_LAND_USES:
        unknown = Message("class key '{key}' is not in the IPCC tables", key=land_class.key)
        return ClassDensity(land_class, None, None, {SOIL: unknown, VEGETATION: unknown})
    pools = {SOIL: _soil_density(key, site), VEGETATION: _vegetation_density(key, site)}
    soil, vegetation = (d if isinstance(d, Density) else None for d in pools.values())
    lacking = {pool: why for pool, why in pools.items() if not isinstance(why, Density)}
    growth = returned = None
    if key == "forest" and site.forest_zone:
        growth = ipcc.forest_growth(site, site.returned or site.forest)
        returned = ipcc.recovered_forest_density(site)
    elif key == "shrub" and vegetation is not None:
        growth = ipcc.forest_growth(site, ipcc.NATURAL)
    elif key == ipcc.MANGROVE:
        growth = ipcc.mangrove_growth(site)
    dead = ipcc.dead_matter_densities(key, site)
    return ClassDensity(land_class, soil, vegetation, lacking, growth, returned, dead)


def _soil_density(key: str, site: Site) -> Density | Text:
    """Return the soil density of a class, or the reason why there is none."""
    if key == ipcc.MANGROVE:
        return _mangrove_density(site, SOIL)
    if site.soil == ipcc.ORGANIC_SOIL:
        return Term("no IPCC default reference stock for peat")
    if not site.climate or not (site.soil or key == WETLAND):
        return Term("set CLIMATE and SOIL")
    return ipcc.soil_density(
        site, SOIL_LAND_USES[key], WETLAND if key == WETLAND else ""
    ) or Message(
        "no default value for {climate} climate and {soil} soil",
        climate=format_choice(site.climate),
        soil=format_choice(WETLAND if key == WETLAND else site.soil),
    )


def format_choice(key: str) -> str:
    """Return the label of a choice in sentences, such as tropical montane."""
    words = key.replace("_", " ")
    return SOURCE_TERMS.get(words, words)


def _mangrove_density(site: Site, pool: str) -> Density | Text:
    density = ipcc.mangrove_density(site, pool)
    if density is not None:
        return density
    if site.edition != ipcc.EDITION_2019:
        return Term(
            "no default value in IPCC 2006; EDITION 2019 uses the Wetlands Supplement (2013)"
        )
    if not site.climate:
        return Term("set CLIMATE")
    return Message(
        "no default value for mangroves in {climate} climate", climate=format_choice(site.climate)
    )


def _vegetation_density(key: str, site: Site) -> Density | Text:
    """Return the vegetation density of a class, or the reason why there is none."""
    if key in ("arable", "paddy"):
        return ipcc.crop_density(site)
    if key == ipcc.MANGROVE:
        return _mangrove_density(site, VEGETATION)
    if key == "forest":
        return ipcc.forest_density(site) if site.forest_zone else Term("set FOREST_ZONE")
    if key == "shrub":
        return ipcc.shrub_density(site) or Term(
            "default values for shrubland are available only for FOREST_ZONE "
            "tropical_shrubland or subtropical_steppe"
        )
    if key == "grass" and site.climate:
        return ipcc.grass_biomass_density(site) or Message(
            "no default value for grassland in {climate} climate",
            climate=format_choice(site.climate),
        )
    perennials = ipcc.perennial_density(site) if key == "orchard" else None
    if key == "orchard" and site.climate:
        return perennials or Message(
            "EDITION {edition} has no default value for {perennial} in {climate} climate",
            edition=site.edition,
            perennial=(
                format_choice(site.perennial)
                if site.edition == ipcc.EDITION_2019
                else Term("perennial crops")
            ),
            climate=format_choice(site.climate),
        )
    if key in ("grass", "orchard"):
        return perennials or Term("set CLIMATE")
    return Term("no IPCC default value")


def density_notes(densities: Sequence[ClassDensity], site: Site, joins_paddy: bool) -> Notes:
    """Return density assumptions and gaps with remedies; `joins_paddy`: arable includes paddy."""
    notes, keys = Notes(), {density.land_class.key.casefold() for density in densities}
    if site.litter == ipcc.NO_LITTER:
        notes.add_notice(
            "Soil: organic carbon of mineral soil, 0-30 cm. Vegetation: above- and "
            "below-ground biomass, without litter and dead wood."
        )
    else:
        notes.add_notice(
            "Soil: organic carbon of mineral soil, 0-30 cm. Vegetation: above- and "
            "below-ground biomass; for forest also dead organic matter, which recovers "
            "linearly over {years:g} years (IPCC 2006, vol. 4, section 2.3.2).",
            years=IPCC_TRANSITION_YEARS,
        )
    _note_dead_matter(densities, site, notes)
    if any(
        is_ipcc_default(pool)
        for density in densities
        for pool in (density.soil, density.vegetation)
    ):
        notes.add_notice("Densities not taken from a map are IPCC defaults.")
    note_recovery_curves(densities, notes)
    _note_soil_assumptions(densities, site, notes)
    if joins_paddy and "arable" in keys:
        notes.add_notice(
            "Product legends include paddy in arable land; classes with the key paddy in "
            "CLASSES receive the soil density of paddy."
        )
    lacking: dict[str, list[Text]] = {}
    for density in densities:
        for pool, why in density.lacking.items():
            reason = Message("{name} ({why})", name=density.land_class.name, why=why)
            lacking.setdefault(pool, []).append(reason)
    for pool, reasons in lacking.items():
        notes.add_warning(
            "No {pool} carbon density: {classes}. Enter it if such land is disturbed; "
            "otherwise the table is rejected.",
            pool=POOL_NAMES[pool],
            classes=MessageList(reasons),
        )
    wide = [
        _lognormal_intervals(density)
        for density in densities
        if density.to_row["distribution"] == LOGNORMAL
    ]
    if wide:
        notes.add_notice(
            "Variables with margins of error above {most:g} % are treated as lognormal; 95 % "
            "confidence interval, t C/ha: {classes}.",
            most=MAX_NORMAL_U95_PCT,
            classes=MessageList(wide),
        )
    return notes


def unused_choice_notes(own: Site, site: Site, densities: Sequence[ClassDensity]) -> Notes:
    """Return warnings on parameters without effect (`own`: user's site, `site`: by maps too)."""
    notes, by_key = Notes(), {density.land_class.key.casefold(): density for density in densities}
    if own.perennial != ipcc.PERENNIAL_CROPS[0] and own.edition == ipcc.EDITION_2006:
        notes.add_warning(
            "PERENNIAL ignored: EDITION 2006 has a single value for all perennial crops."
        )
    elif own.perennial != ipcc.PERENNIAL_CROPS[0] and "orchard" not in by_key:
        notes.add_warning("PERENNIAL ignored: no class has the key orchard.")
    mangrove, has_forest = by_key.get(ipcc.MANGROVE), "forest" in by_key and site.forest_zone
    has_dead = has_forest or (mangrove and mangrove.vegetation)
    # Without climate and zone, the warning is given before the run.
    if own.litter != ipcc.NO_LITTER and (site.climate or site.forest_zone) and not has_dead:
        notes.add_warning("LITTER ignored: no forest with an ecological zone.")
    all_of = {"continent": Term("all continents"), "leaf": Term("all tree types")}
    for name, of_all in all_of.items() if site.forest_zone else ():
        if getattr(own, name) and not ipcc.needs_continent_or_leaf(site, name):
            notes.add_warning(
                "{name} ignored: the default value for this forest in FOREST_ZONE {zone} "
                "(EDITION {edition}) applies to {of_all}.",
                name=name.upper(),
                zone=site.forest_zone,
                edition=site.edition,
                of_all=of_all,
            )
    return notes


def is_ipcc_default(density: Density | None) -> bool:
    """Return whether a density is an IPCC default value."""
    return density is not None and density.source in densities_by_source()


def _note_soil_assumptions(densities: Sequence[ClassDensity], site: Site, notes: Notes) -> None:
    """Note the classes with drained soils and with a soil depth that differs from the others."""
    soils = {
        d.land_class.key.casefold(): d.land_class.name for d in densities if is_ipcc_default(d.soil)
    }
    worked = [name for key, name in soils.items() if key in DRAINED_CLASSES]
    if worked and site.soil == WETLAND:
        notes.add_notice(
            "Cropland on wetland soil is treated as drained, using reference stocks for "
            "high-activity clay soils: {classes}.",
            classes=MessageList(worked),
        )
    if ipcc.MANGROVE in soils and len([d for d in densities if d.soil]) > 1:
        notes.add_warning(
            "Soil depth is 0-100 cm for {classes} and 0-30 cm for all others; conversions "
            "between them include the carbon below 30 cm. Enter 0-30 cm values if available.",
            classes=MessageList([soils[ipcc.MANGROVE]]),
        )


def _note_dead_matter(densities: Sequence[ClassDensity], site: Site, notes: Notes) -> None:
    """Note dead organic matter of forest, t C/ha, that is excluded or has no default value."""
    wanted = ipcc.DEAD_POOLS[: ipcc.LITTER_OPTIONS.index(site.litter)]
    for class_density in densities:
        key, name = class_density.land_class.key.casefold(), class_density.land_class.name
        if key not in ("forest", ipcc.MANGROVE) or class_density.vegetation is None:
            continue
        dead = {pool: ipcc.dead_matter_density(key, site, pool) for pool in ipcc.DEAD_POOLS}
        unknown = [DEAD_POOL_NAMES[pool] for pool in wanted if dead[pool] is None]
        if unknown:
            notes.add_warning(
                "{name}: no default value for {pools}; not included in the vegetation "
                "density (FOREST_ZONE {zone}, CLIMATE {climate}, LEAF {leaf}, EDITION "
                "{edition}).",
                name=name,
                pools=MessageList(unknown),
                zone=site.forest_zone or "-",
                climate=site.climate or "-",
                leaf=site.leaf or "-",
                edition=site.edition,
            )
        left_out = [
            Message(
                "{tonnes:.1f} t C/ha of {pool}",
                tonnes=density.tc_per_ha,
                pool=DEAD_POOL_NAMES[pool],
            )
            for pool, density in dead.items()
            if density is not None and pool not in wanted
        ]
        if left_out:
            notes.add_notice(
                "{name}: {dead} (IPCC default) not included; living biomass: {live:.1f} t "
                "C/ha (LITTER).",
                name=name,
                dead=MessageList(left_out),
                live=class_density.vegetation.tc_per_ha,
            )


def _lognormal_intervals(class_density: ClassDensity) -> Message:
    """Return the 95 % intervals of a class with lognormal densities."""
    row = class_density.to_row
    pools = (
        (SOIL, row["soil_tc_per_ha"], row["u95_soil_pct"]),
        (VEGETATION, row["vegetation_tc_per_ha"], row["u95_vegetation_pct"]),
    )
    ends = np.array([-Z95, Z95])
    intervals = [
        Message("{pool} {low:.1f} to {high:.1f}", pool=POOL_NAMES[pool], low=low, high=high)
        for pool, mean, u95 in pools
        if mean and u95
        for low, high in [to_lognormal(ends, mean, u95 / 100.0 / Z95)]
    ]
    return Message(
        "{name} ({intervals})", name=class_density.land_class.name, intervals=MessageList(intervals)
    )


def note_recovery_curves(densities: Sequence[ClassDensity], notes: Notes) -> None:
    """Note the recovery curves of the classes, and the vegetation without a known one."""
    for density in densities:
        if density.vegetation and density.growth:
            growth = ipcc.add_dead_matter_growth(density.growth, density.dead)
            notes.add_notice(
                "{name}: vegetation recovery {rates} (±{u95:g} %), up to {full:.2f} t C/ha "
                "({source}).",
                name=density.land_class.name,
                rates=_format_rates(growth.curve),
                u95=growth.u95_pct,
                full=ipcc.add_dead_matter(
                    density.returned or density.vegetation, density.dead
                ).tc_per_ha,
                source=translate_source(growth.source),
            )
        elif density.vegetation and density.vegetation.years:
            notes.add_notice(
                "{name}: vegetation is the mean over the crop cycle (half of the "
                "above-ground stock at harvest) and recovers linearly over {years:g} years, "
                "half of the cycle ({source}).",
                name=density.land_class.name,
                years=density.vegetation.years,
                source=translate_source(density.vegetation.source),
            )
    soils = [(d.land_class, d.soil.tc_per_ha / IPCC_TRANSITION_YEARS) for d in densities if d.soil]
    if soils:
        notes.add_notice(
            "Soil carbon is assumed to recover linearly over {years:g} years (IPCC 2006, "
            "vol. 4, eq. 2.25), an inventory convention, not a rate measured at mines.",
            years=IPCC_TRANSITION_YEARS,
        )
    fast = [
        Message(
            "{name} ({rate:.2f}; maximum measured {fastest})",
            name=land_class.name,
            rate=rate,
            fastest=max_soil_gain(land_class.key),
        )
        for land_class, rate in soils
        if rate > max_soil_gain(land_class.key)
    ]
    if fast:
        notes.add_notice(
            "Soil carbon gain exceeds the rates measured on reclaimed mines, t C/ha/year "
            "(review by Yuan et al. 2016): {classes}.",
            classes=MessageList(fast),
        )
    unknown = [
        density.land_class.name
        for density in densities
        if density.vegetation and not density.to_row["vegetation_curve"]
    ]
    if unknown:
        notes.add_warning(
            "Vegetation recovery is unknown for {classes}; full recovery in {years:g} years "
            "is assumed. Set FOREST_ZONE for forest or fill in vegetation_curve.",
            classes=MessageList(unknown),
            years=IPCC_TRANSITION_YEARS,
        )


def _format_rates(curve: RecoveryRates) -> Message:
    """Return growth rates as text: for all ages, or for young and older forest."""
    (age, rate), *later = curve.bands
    if not later:
        return Message("{rate:g} t C/ha/year", rate=rate)
    return Message(
        "{rate:g} t C/ha/year up to an age of {age:g} years, then {later:g}",
        rate=rate,
        age=age,
        later=later[0][1],
    )


def read_sink_classes(table: Table | None, shipped: ShippedLegend | None) -> list[LandClass]:
    """Return the distinct sinks of a class table or, without one, of a shipped legend."""
    entries = read_classes(table) if table is not None else shipped.entries if shipped else []
    by_key = {c.key.casefold(): c for _, c in entries if c.is_sink}
    return list(by_key.values())
