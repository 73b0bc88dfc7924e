"""What results go by as tables: the carbon coefficients of classes, of land taken, the zones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.messages import Message, Term, Text
from ..results.losses import TakenLand
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients, Pool
from ..scheme.density_sources import source_words
from ..scheme.zone_rules import Zone, zone_colour
from .page import Row, ShownColumn, ShownTable, known
from .plotly_figures import exact, rounded


def coefficient_table(
    name: str,
    caption: Text,
    classes: Sequence[LandClass],
    coefficients: Coefficients,
    colours: Mapping[str, str],
    comes_back: bool = True,
) -> ShownTable:
    """A row per pool of the classes, which have coefficients.

    `comes_back`: whether it matters how carbon comes back, and how sure all that is.
    """
    rows: list[Row] = []
    for land_class in classes:
        coefficient = coefficients.of(land_class)
        pools = (Term("Soil"), coefficient.soil), (Term("Vegetation"), coefficient.vegetation)
        for words, pool in pools:
            lost: Text = exact(pool.loss_fraction)
            if not pool.is_loss_given:
                lost = Message("{part} (default)", part=rounded(pool.loss_fraction))
            rows.append(
                {
                    "class": land_class.name,
                    "pool": words,
                    "density": pool.density,
                    "lost": lost,
                    "half_life": pool.half_life,
                    "curve": curve_name(pool),
                    "u95_pct": pool.u95_pct,
                    "distribution": coefficient.distribution if pool.u95_pct is not None else "",
                    "source": source_words(coefficient.source),
                }
            )
    note = Term("A loss fraction of 1 is the method of Yang et al. (2022), not a measurement.")
    columns = [
        known("class", colours=colours),
        known("pool"),
        ShownColumn(Term("Carbon density, t C/ha"), "density", 3),
        ShownColumn(Term("Loss fraction"), "lost"),
    ]
    if comes_back:
        note = Term(
            "Dash: not set in the coefficients; without a half-life the carbon is lost "
            "immediately. A loss fraction of 1 is the method of Yang et al. (2022), not a "
            "measurement; the remaining soil carbon is stored and reapplied."
        )
        columns += [
            ShownColumn(Term("Half-life, years"), "half_life", 1),
            ShownColumn(Term("Curve"), "curve"),
            known("u95_pct", digits=1),
            known("distribution"),
        ]
    return ShownTable(name, caption, [*columns, known("source")], rows, note=note)


def taken_table(taken_land: Sequence[TakenLand], colours: Mapping[str, str]) -> ShownTable:
    """All land that was taken: what of it is counted, and by whose densities."""
    rows: list[Row] = [
        {
            "class": land.land_class.name,
            "area_ha": land.area_ha,
            "share_pct": land.share_pct,
            "soil_tc_per_ha": land.coefficient and land.coefficient.soil.density,
            "vegetation_tc_per_ha": land.coefficient and land.coefficient.vegetation.density,
            "source": source_words(land.coefficient.source)
            if land.coefficient is not None
            else Term("not estimated: no carbon density"),
        }
        for land in taken_land
    ]
    columns = [
        known("class", colours=colours),
        known("area_ha"),
        known("share_pct", Term("Share of disturbed land, %")),
        *map(known, ("soil_tc_per_ha", "vegetation_tc_per_ha")),
        ShownColumn(Term("Source of the density"), "source"),
    ]
    note = Term(
        "All periods: land counts each time it is disturbed. Carbon of built-up land, water "
        "and bare land is not included."
    )
    title = Term("Disturbed land by former class")
    return ShownTable("taken-classes", title, columns, rows, note=note)


def zone_table(name: str, caption: Text, zones: Sequence[Zone]) -> ShownTable:
    """What rules and maps call the zones, and what the zone table says of each."""
    rows: list[Row] = [
        {"zone": z.value, "zone_name": z.name, "key": z.key, "description": z.description}
        for z in zones
    ]
    columns = [
        known("zone_name", colours={z.name: zone_colour(z) for z in zones}),
        known("zone"),
        ShownColumn(Term("Key"), "key"),
        ShownColumn(Term("Description"), "description"),
    ]
    return ShownTable(name, caption, columns, rows)


def curve_name(pool: Pool) -> Text:
    """What the curve is called, and whether somebody chose it."""
    name = pool.curve.NAME
    return name if pool.is_curve_given else Message("{curve} (default)", curve=name)
