"""The sections on land use: the first date and the last to be compared, all dates, the change."""

from __future__ import annotations

from functools import partial

import numpy as np

from ..base.columns import fields_of
from ..base.messages import Listed, Message, Term, Text
from ..base.numbers import Bytes, Ints
from ..report.figures import Draw
from ..report.lying import GAIN_AND_LOSS, NET, gains_and_losses
from ..report.maps import LARGEST_SIDE, Frame, LandMaps, Picture
from ..report.parts import Chart, Section, ShownTable, known, span_first
from ..report.rounding import rounded
from ..report.years import FEW, MANY, evenly
from ..results.change import ChangeRow
from ..results.results import Results
from ..scan.coding import FIRST_CLASS
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
