"""The section on the method: the classes, zones, rules and coefficients in full."""

from __future__ import annotations

from ..base.messages import Message, Term, Text
from ..report.coefficients import coefficient_table, zone_table
from ..report.flows import GROUP_WORDS
from ..report.parts import Row, Section, ShownColumn, ShownTable, known
from ..scheme.classes import LandClass
from ..scheme.reserved import GROUP_MARK, SAME
from ..scheme.rules import zone_colour
from ..scheme.sides import members
from .study import Study

# A square of more classes is wider than a page; the rules say the same.
MOST_SQUARE = 14


def method_section(
    study: Study, most_square: int = MOST_SQUARE, has_zones: bool = False
) -> Section:
    """What the numbers follow from, so that they can be worked out again.

    Args:
        most_square: up to so many classes the zone of every conversion is shown in a square.
        has_zones: whether the zones are told here; else the section on them does.
    """
    # What cannot be in this study is not explained.
    possible = {c.identity for c in study.possible_classes}
    in_order = (study.classes[n] for n in study.classes.order())
    classes = [c for c in in_order if c.identity in possible]
    tables = [_class_table(study, classes), _rule_table(study, classes)]
    if has_zones:
        tables.append(zone_table("method-zones", Term("Zones"), study.possible_zones))
    if len(classes) <= most_square:
        tables.append(_square(study, classes))
    sentences: list[Text] = [
        Term(
            "A conversion is of the zone that the rules give it. A rule that names a class beats "
            "one that names its group (@), and that one beats any class (*); = is the same class "
            "as before."
        )
    ]
    if not study.why_no_losses:
        sinks = [c for c in classes if c.is_sink and c in study.coefficients]
        tables.append(
            coefficient_table(
                "method-coefficients",
                Term("Carbon coefficients"),
                sinks,
                study.coefficients,
                study.classes.colours_by_name(),
                comes_back=bool(study.ledger),
            )
        )
        sentences.append(
            Message(
                "Carbon lost is the area of the sinks that went to {takers}, times their carbon "
                "density, times the part of it that is lost. 1 t C is 44/12 t CO\u2082.",
                takers=study.disturbing.or_words,
            )
        )
    return Section("method", Term("Classes, rules and coefficients"), sentences, tables=tables)


def _class_table(study: Study, classes: list[LandClass]) -> ShownTable:
    rows: list[Row] = [
        {"class": c.name, "value": c.value, "key": c.key, "group": c.group} for c in classes
    ]
    columns = [
        known("class", colours=study.classes.colours_by_name()),
        known("value"),
        ShownColumn(Term("Key"), "key"),
        ShownColumn(Term("Group"), "group"),
    ]
    return ShownTable("method-classes", Term("Classes"), columns, rows)


def _rule_table(study: Study, classes: list[LandClass]) -> ShownTable:
    """The rules as the program read them, whichever form their table has, in names."""
    zones = {zone.value: zone for zone in study.rules.zones}
    sides: dict[str, Text] = {side: side for side in (*members(classes), SAME)}
    for land_class in classes:
        mark, words = GROUP_MARK + land_class.group.casefold(), GROUP_WORDS.get(land_class.group)
        sides[land_class.key.casefold()] = land_class.name
        if words:
            sides[mark] = Message("{group} ({mark})", group=words, mark=mark)
    rows: list[Row] = [
        {"from": sides[rule.source], "to": sides[rule.target], "zone": zones[rule.zone].name}
        for rule in study.rules.rules
        if rule.source in sides and rule.target in sides
    ]
    columns = [
        ShownColumn(Term("From"), "from", colours=study.classes.colours_by_name()),
        ShownColumn(Term("To"), "to", colours=study.classes.colours_by_name()),
        ShownColumn(
            Term("Zone"), "zone", colours={zone.name: zone_colour(zone) for zone in zones.values()}
        ),
    ]
    return ShownTable("method-rules", Term("Rules"), columns, rows)


def _square(study: Study, classes: list[LandClass]) -> ShownTable:
    """The number of the zone of every conversion."""
    zones = study.rules.zone_table(classes)
    colours = {str(zone.value): zone_colour(zone) for zone in study.rules.zones}
    columns = [
        known("from_class", Term("From (rows), to (columns)")),
        *(ShownColumn(c.name, f"to{n}", colours=colours) for n, c in enumerate(classes)),
    ]
    rows: list[Row] = [
        {"from_class": c.name, **{f"to{n}": int(zone) for n, zone in enumerate(row)}}
        for c, row in zip(classes, zones)
    ]
    return ShownTable(
        "method-square", Term("Number of the zone of every conversion"), columns, rows, folded=True
    )
