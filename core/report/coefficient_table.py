"""Tables of carbon coefficients, disturbed land and zones used for the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.messages import Message, Term, Text
from ..results.losses import DisturbedLand
from ..scheme.classes import LandClass
from ..scheme.coefficients import CarbonPool, Coefficients
from ..scheme.density_sources import translate_source
from ..scheme.zone_rules import Zone, zone_colour
from .page import ReportTable, TableColumn, TableRow, dictionary_column
from .plotly_figures import format_exact, format_number


def coefficient_table(
    name: str,
    caption: Text,
    classes: Sequence[LandClass],
    coefficients: Coefficients,
    colours: Mapping[str, str],
    comes_back: bool = True,
) -> ReportTable:
    """Return a table with a row per carbon pool of each class; all classes must have coefficients.

    `comes_back`: whether to include recovery (half-life, curve) and uncertainty.
    """
    rows: list[TableRow] = []
    for land_class in classes:
        coefficient = coefficients.class_coefficient(land_class)
        pools = (Term("Soil"), coefficient.soil), (Term("Vegetation"), coefficient.vegetation)
        for words, pool in pools:
            lost: Text = format_exact(pool.loss_fraction)
            if not pool.is_loss_given:
                lost = Message("{part} (default)", part=format_number(pool.loss_fraction))
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
                    "source": translate_source(coefficient.source),
                }
            )
    note = Term("A loss fraction of 1 is an assumption of Yang et al. (2022), not a measurement.")
    columns = [
        dictionary_column("class", colours=colours),
        dictionary_column("pool"),
        TableColumn(Term("Carbon density, t C/ha"), "density", 3),
        TableColumn(Term("Loss fraction"), "lost"),
    ]
    if comes_back:
        note = Term(
            "Dash: not set in the coefficients; without a half-life the carbon is lost "
            "immediately. A loss fraction of 1 is the method of Yang et al. (2022), not a "
            "measurement; the remaining soil carbon is stored and reapplied."
        )
        columns += [
            TableColumn(Term("Half-life, years"), "half_life", 1),
            TableColumn(Term("Curve"), "curve"),
            dictionary_column("u95_pct", digits=1),
            dictionary_column("distribution"),
        ]
    return ReportTable(name, caption, [*columns, dictionary_column("source")], rows, note=note)


def disturbed_land_table(
    taken_land: Sequence[DisturbedLand], colours: Mapping[str, str]
) -> ReportTable:
    """Return a table of all disturbed land by former class, with carbon densities and source."""
    rows: list[TableRow] = [
        {
            "class": land.land_class.name,
            "area_ha": land.area_ha,
            "share_pct": land.share_pct,
            "soil_tc_per_ha": land.coefficient and land.coefficient.soil.density,
            "vegetation_tc_per_ha": land.coefficient and land.coefficient.vegetation.density,
            "source": translate_source(land.coefficient.source)
            if land.coefficient is not None
            else Term("not estimated: no carbon density"),
        }
        for land in taken_land
    ]
    columns = [
        dictionary_column("class", colours=colours),
        dictionary_column("area_ha"),
        dictionary_column("share_pct", Term("Share of disturbed land, %")),
        *map(dictionary_column, ("soil_tc_per_ha", "vegetation_tc_per_ha")),
        TableColumn(Term("Source of the density"), "source"),
    ]
    note = Term(
        "All periods: land counts each time it is disturbed. Carbon of built-up land, water "
        "and bare land is not included."
    )
    title = Term("Disturbed land by former class")
    return ReportTable("taken-classes", title, columns, rows, note=note)


def zone_table(name: str, caption: Text, zones: Sequence[Zone]) -> ReportTable:
    """Return a table of the zones with keys of rules and maps, and zone table descriptions."""
    rows: list[TableRow] = [
        {"zone": z.value, "zone_name": z.name, "key": z.key, "description": z.description}
        for z in zones
    ]
    columns = [
        dictionary_column("zone_name", colours={z.name: zone_colour(z) for z in zones}),
        dictionary_column("zone"),
        TableColumn(Term("Key"), "key"),
        TableColumn(Term("Description"), "description"),
    ]
    return ReportTable(name, caption, columns, rows)


def curve_name(pool: CarbonPool) -> Text:
    """Return the name of the recovery curve, marked if it is the default."""
    name = pool.curve.NAME
    return name if pool.is_curve_given else Message("{curve} (default)", curve=name)
