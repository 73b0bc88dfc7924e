"""The section on the land that no rule puts into a zone."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.parts import Row, Section, ShownTable, known, listed, span_first
from ..results.unassigned import unassigned_by_kind
from ..scheme.zones import unassigned_zone
from .study import Study

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 25


def unassigned_section(study: Study) -> Section:
    """The conversions that no rule names, largest first."""
    colours = study.classes.colours_by_name()
    kind, area = known("kind"), known("area_ha")
    # "Share" alone could be taken for that of the unassigned land.
    share = known("share_pct", Term("Share of all land, %"))
    classes = [known(name, colours=colours) for name in ("from_class", "to_class")]
    columns = [*classes, kind, known("cells"), area, share]
    zone = unassigned_zone(study.rules.zones)
    nowhere = Message(
        "Conversions that no rule names are in zone {number}, {zone}.",
        number=zone.number,
        zone=zone.name,
    )
    section = Section("unassigned", Term("Unassigned conversions"), [nowhere])
    for number in span_first(study.cube.periods):
        period = study.cube.periods[number]
        rows = [row.copy() for row in study.unassigned if row["period"] == period.name]
        for row in rows:
            row["kind"] = Term(row["kind"])
        if not rows:
            section.sentences.append(Message("{period}: none.", period=period.name))
            continue
        is_span = period == study.span
        if is_span:
            kinds: list[Row] = [
                {"kind": Term(name), "area_ha": hectares, "share_pct": percent}
                for name, hectares, percent in unassigned_by_kind(study.unassigned, period.name)
            ]
            caption = Message("Unassigned land {period} by kind", period=period.name)
            section.tables.append(
                ShownTable("unassigned-kinds", caption, [kind, area, share], kinds)
            )
        section.tables.append(
            listed(
                f"unassigned-{number}",
                Message("Unassigned conversions {period}, largest first", period=period.name),
                columns,
                rows,
                MOST_LISTED,
                "TRANSFERS",
                folded=not is_span,
            )
        )
    return section
