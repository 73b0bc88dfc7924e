"""The section on the land that no rule puts into a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import Translate
from ...results.unassigned import unassigned_by_kind
from ...scheme.zones import unassigned_zone
from ..parts import Column, Section, Table, listed
from .change import span_first

if TYPE_CHECKING:
    from ..study import Results


# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 25


def unassigned_section(results: Results, tr: Translate) -> Section:
    """The conversions that no rule names, largest first."""
    colours = results.classes.colours_by_name()
    columns = [
        Column(tr("From"), "from_class", colours=colours),
        Column(tr("To"), "to_class", colours=colours),
        Column(tr("Kind"), "kind"),
        Column(tr("Cells"), "cells", 0),
        Column(tr("Area, ha"), "area_ha", 2),
        Column(tr("Share of all land, %"), "share_pct", 2),
    ]
    kinds = [
        Column(tr("Kind"), "kind"),
        Column(tr("Area, ha"), "area_ha", 2),
        Column(tr("Share of all land, %"), "share_pct", 2),
    ]
    zone = unassigned_zone(results.rules.zones)
    section = Section(
        "unassigned",
        tr("Unassigned conversions"),
        [
            tr("Conversions that no rule names are in zone {number}, {zone}.").format(
                number=zone.number, zone=zone.name
            )
        ],
    )
    for number in span_first(results.cube.periods):
        period = results.cube.periods[number].name
        rows = [row for row in results.unassigned if row["period"] == period]
        if not rows:
            section.sentences.append(tr("{period}: none.").format(period=period))
            continue
        folded = number != len(results.cube.periods) - 1
        if not folded:
            body = [
                {"kind": kind, "area_ha": area, "share_pct": share}
                for kind, area, share in unassigned_by_kind(results.unassigned, period)
            ]
            caption = tr("Unassigned land {period} by kind").format(period=period)
            section.tables.append(Table("unassigned-kinds", caption, kinds, body))
        caption = tr("Unassigned conversions {period}, largest first").format(period=period)
        section.tables.append(
            listed(
                f"unassigned-{number}",
                caption,
                columns,
                rows,
                MOST_LISTED,
                "TRANSFERS",
                tr,
                folded,
            )
        )
    return section
