"""The sections on land use: the first date and the last to be compared, all dates, the change.

The section on the method: the classes, zones, rules and coefficients in full.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from ..base.columns import fields_of
from ..base.messages import Listed, Message, Term, Text
from ..base.numbers import Bytes, Ints
from ..report.coefficients import coefficient_table, zone_table
from ..report.figures import Draw
from ..report.flows import GROUP_WORDS
from ..report.lying import GAIN_AND_LOSS, NET, gains_and_losses
from ..report.maps import LARGEST_SIDE, Frame, LandMaps, Picture
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known, span_first
from ..report.rounding import rounded
from ..report.years import FEW, MANY, evenly
from ..results.results import Results
from ..results.transfers import ChangeRow
from ..scan.coding import FIRST_CLASS
from ..scheme.classes import LandClass
from ..scheme.reserved import GROUP_MARK, SAME
from ..scheme.rules import members, zone_colour
from .study import Study

# Classes that have a colour each; nobody tells more of them apart.
MOST_CLASSES = 40
OTHERS, OTHERS_COLOUR = Term("other classes"), "#c3c8cd"
# Classes that the text in the place of a map names.
MOST_NAMED = 3


def land_section(study: Study) -> Section | None:
    """Land use then and now, and at all dates; None where no pictures were made."""
    maps = study.maps
    if maps is None:
        return None
    palette = _Palette(study, maps)
    last = len(study.dates) - 1
    section = Section("land", Term("Land use then and now"), small_maps=True)
    if study.census.excluded_cells:
        section.sentences = [
            Term("Land that is not known at all dates is left out, here and in all numbers.")
        ]
    section.then_now = [
        palette.drawn(date_index, frame) for frame in maps.frames for date_index in (0, last)
    ]
    section.pair_choices = maps.choices
    section.map_note, section.locator = maps.frames[0].note, maps.locator
    if last > 1:
        shown = evenly(last + 1, FEW) if last + 1 >= MANY else range(last + 1)
        section.maps, section.map_choices = maps.of_many(study.labels, shown, palette.drawn)
    section.map_legend = palette.legend
    return section


class _Palette:
    """The classes with their numbers in pictures, and the pictures."""

    def __init__(self, study: Study, maps: LandMaps):
        self._study, self._maps = study, maps
        classes = study.classes
        dates = study.census.dates.common
        areas = np.sum([tally.hectares[FIRST_CLASS:] for tally in dates], axis=0)
        cells = np.sum([tally.cells[FIRST_CLASS:] for tally in dates], axis=0)
        # In the order of the tables; of many the largest have a colour.
        present = shown = [index for index in classes.order() if cells[index]]
        if len(present) > MOST_CLASSES:
            largest = sorted(present, key=lambda index: -areas[index])[: MOST_CLASSES - 1]
            shown = [index for index in present if index in largest]
        # The last one is of the cells that do not count, whose class is -1.
        self._values = np.zeros(len(classes) + 1, np.uint8)
        self._values[present] = len(shown) + 1
        self._values[shown] = np.arange(1, len(shown) + 1)
        colours = classes.colours()
        self.legend: list[tuple[Text, str]] = [(classes[n].name, colours[n]) for n in shown]
        if len(shown) < len(present):
            self.legend.append((OTHERS, OTHERS_COLOUR))

    def drawn(self, date_index: int, frame: Frame, largest_side: int = LARGEST_SIDE) -> Picture:
        """The picture of a date."""
        colours = {value: colour for value, (_, colour) in enumerate(self.legend, 1)}
        label = self._study.labels[date_index]
        rows = sorted(self._study.areas_by_date[date_index], key=lambda row: -row["area_ha"])
        most = [
            Message("{name} {share} %", name=row["class"], share=rounded(row["share_pct"], 1))
            for row in rows[:MOST_NAMED]
        ]
        meaning = Message("Land use {date}: {classes}", date=label, classes=Listed(most))

        def values(classes: Ints) -> Bytes:
            of_date: Bytes = self._values[classes[date_index]]
            return of_date

        return self._maps.drawn(label, values, colours, frame, largest_side, meaning)


def change_section(results: Results) -> Section:
    """What each class gained, lost and kept, by period."""
    by_row = results.classes.colours_by_row()
    columns = [
        known("class", colours=results.classes.colours_by_name()),
        *(known(name) for name, _ in fields_of(ChangeRow) if name.endswith("_ha")),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for period_index in span_first(results.cube.periods):
        name = results.cube.periods[period_index].name
        rows = [row for row in results.change if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((name, partial(gains_and_losses, rows, colours)))
        caption = Message("Change by class {period}", period=name)
        tables.append(
            ShownTable(f"change-{period_index}", caption, columns, rows, folded=bool(tables))
        )
    return Section(
        "change",
        Term("Gains and losses by class"),
        [
            Term(
                "Gain is what came in from other classes, loss what went out to them. Net is gain "
                "less loss, the diamond; swap is what was lost in one place and gained in another."
            )
        ],
        charts=[
            Chart(
                "gains",
                Term("Gains and losses, ha"),
                variants,
                GAIN_AND_LOSS,
                Term("After Pontius, Shusas and McEachern 2004."),
                marks=NET,
            )
        ],
        tables=tables,
    )


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
