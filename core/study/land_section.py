"""The sections on land use: the first date and the last to be compared, all dates, the change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..base.arrays import Floats
from ..base.messages import Listed, Message, Term, Text
from ..report.figures import Draw
from ..report.lying import GAIN_AND_LOSS, NET, gains_and_losses
from ..report.maps import Picture, picture, picture_shape
from ..report.parts import Chart, Section, ShownTable, known, span_first
from ..report.rounding import rounded
from ..results.results import Results
from ..scan.coding import FIRST_CLASS
from ..scan.series import Series
from ..scan.thumbnail import ClassThumbnail, Thumbnail
from .study import Study

# What the maps of the section are kept under, before the places of their dates: large ones of the
# first date and of the last, and small ones of all.
LARGE, SMALL = "land, large ", "land, small "
# The longest side of a small map, in pixels, and from how many dates on it is shorter: together
# they then stay as large as these.
SMALL_SIDE, MANY_DATES = 350, 6
# Classes that have a colour each; nobody tells more of them apart.
MOST_CLASSES = 40
OTHERS, OTHERS_COLOUR = Term("other classes"), "#c3c8cd"
# Classes that the text in the place of a map names.
MOST_NAMED = 3


def land_thumbnails(series: Series) -> dict[str, Thumbnail]:
    """The maps of the section; of two dates there are no small ones."""
    count = len(series.rasters)
    shape = picture_shape(series.grid, series.window)
    thumbnails: dict[str, Thumbnail] = {
        f"{LARGE}{place}": ClassThumbnail(series, shape, place) for place in (0, count - 1)
    }
    if count > 2:
        side = round(SMALL_SIDE * min(1.0, MANY_DATES / count) ** 0.5)
        small = picture_shape(series.grid, series.window, side)
        for place in range(count):
            thumbnails[f"{SMALL}{place}"] = ClassThumbnail(series, small, place)
    return thumbnails


def land_section(study: Study) -> Section | None:
    """Land use then and now, and at all dates; None where no pictures were made."""
    if f"{LARGE}0" not in study.consumers.thumbnails:
        return None
    palette = _Palette(study)
    last = len(study.dates) - 1
    dates = range(last + 1) if f"{SMALL}0" in study.consumers.thumbnails else ()
    sentences: list[Text] = []
    if study.census.excluded_cells:
        sentences = [
            Term("Land that is not known at all dates is left out, here and in all numbers.")
        ]
    return Section(
        "land",
        Term("Land use then and now"),
        sentences,
        then_now=[palette.drawn(LARGE, place) for place in (0, last)],
        maps=[palette.drawn(SMALL, place) for place in dates],
        small_maps=True,
        map_legend=palette.legend,
    )


class _Palette:
    """The classes with their numbers in pictures, and the pictures."""

    def __init__(self, study: Study):
        self._study = study
        classes = study.classes
        dates = study.census.dates.common
        areas = np.sum([tally.hectares[FIRST_CLASS:] for tally in dates], axis=0)
        cells = np.sum([tally.cells[FIRST_CLASS:] for tally in dates], axis=0)
        present = [number for number in classes.order() if cells[number]]
        shown = _largest(present, areas)
        self._values = np.zeros(len(classes) + 1, np.uint8)
        self._values[np.array(present) + 1] = len(shown) + 1
        self._values[np.array(shown) + 1] = np.arange(1, len(shown) + 1)
        colours = classes.colours()
        self.legend: list[tuple[Text, str]] = [(classes[n].name, colours[n]) for n in shown]
        if len(shown) < len(present):
            self.legend.append((OTHERS, OTHERS_COLOUR))

    def drawn(self, size: str, place: int) -> Picture:
        """The picture of a date.

        Args:
            size: LARGE or SMALL.
            place: that of the date.
        """
        study, series = self._study, self._study.series
        cells = self._values[study.consumers.thumbnails[f"{size}{place}"].cells]
        colours = {value: colour for value, (_, colour) in enumerate(self.legend, 1)}
        label = study.labels[place]
        return picture(label, cells, colours, series.grid, series.window, self._meaning(place))

    def _meaning(self, place: int) -> Message:
        """What there is most of at a date, for who cannot see its picture."""
        rows = sorted(self._study.areas_by_date[place], key=lambda row: -row["area_ha"])
        return Message(
            "Land use {date}: {classes}",
            date=self._study.labels[place],
            classes=Listed(
                f"{row['class']} {rounded(row['share_pct'], 1)} %" for row in rows[:MOST_NAMED]
            ),
        )


def _largest(present: Sequence[int], areas: Floats) -> list[int]:
    """The classes that have a colour, in the order of the tables."""
    if len(present) <= MOST_CLASSES:
        return list(present)
    largest = set(sorted(present, key=lambda number: -areas[number])[: MOST_CLASSES - 1])
    return [number for number in present if number in largest]


NUMBERS = (
    *("area_before_ha", "area_after_ha", "persistence_ha"),
    *("gain_ha", "loss_ha", "net_ha", "swap_ha"),
)


def change_section(results: Results) -> Section:
    """What each class gained, lost and kept, by period."""
    by_row = results.classes.colours_by_row()
    columns = [
        known("class", colours=results.classes.colours_by_name()),
        *(known(name) for name in NUMBERS),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for number in span_first(results.cube.periods):
        name = results.cube.periods[number].name
        rows = [row for row in results.change if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((name, partial(gains_and_losses, rows, colours)))
        caption = Message("Change by class {period}", period=name)
        tables.append(ShownTable(f"change-{number}", caption, columns, rows, folded=bool(tables)))
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
