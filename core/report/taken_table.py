"""All land that was taken as a table of a page: what of it is counted, and by whose densities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.messages import Term
from ..results.taken_land import TakenLand
from ..scheme.source_words import source_words
from .parts import Row, ShownColumn, ShownTable, known


def taken_table(taken_land: Sequence[TakenLand], colours: Mapping[str, str]) -> ShownTable:
    """A row per class, the largest first.

    Args:
        colours: of the classes, by name.
    """
    rows: list[Row] = [
        {
            "class": land.land_class.name,
            "area_ha": land.area_ha,
            "share_pct": land.share_pct,
            "soil_tc_per_ha": land.coefficient and land.coefficient.soil.density,
            "vegetation_tc_per_ha": land.coefficient and land.coefficient.vegetation.density,
            "source": source_words(land.coefficient.source)
            if land.coefficient is not None
            else Term("not counted: no density"),
        }
        for land in taken_land
    ]
    return ShownTable(
        "taken-classes",
        Term("Land taken in all, by what it was"),
        [
            known("class", colours=colours),
            known("area_ha"),
            known("share_pct", Term("Share of the land taken, %")),
            known("soil_tc_per_ha"),
            known("vegetation_tc_per_ha"),
            ShownColumn(Term("Source of the density"), "source"),
        ],
        rows,
        note=Term(
            "Of all periods together: land counts as often as it was taken. Built-up land, water "
            "and bare land hold no carbon that is counted."
        ),
    )
