"""A dated series of rasters: opened, checked, named, and counted in one pass."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .cell_area import CellArea, cell_area
from .coding import LEFT_OUT, coder
from .errors import DataError, Message
from .grid import Grid, Window
from .legend import Classes, Naming, name_by_legends, name_by_table
from .rasters import Raster, RasterInput, inspect
from .scan import Consumer, scan
from .transitions import DateCounter, PairCounter, Period, TransitionCube

# A legend can be long; a log line should not be.
LISTED_VALUES = 20


@dataclass
class Series:
    """The dates of a run on their common grid, with their classes.

    `notices` is what the log says, `warnings` what it says loudly.
    """

    rasters: list[Raster]
    window: Window
    classes: Classes
    namings: list[Naming]
    area: CellArea
    notices: list = field(default_factory=list)
    warnings: list = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        return self.rasters[0].grid


def open_series(
    inputs: list[RasterInput],
    area_method: str,
    class_entries=None,
    scheme_entries=None,
    extent: tuple | None = None,
) -> Series:
    """Open the rasters of a series and give their values classes.

    Args:
        inputs: the dates, earliest first.
        area_method: one of cell_area.METHODS.
        class_entries: (value, LandClass) of the user's class table; None to go by legends.
        scheme_entries: (value, LandClass) of the default class table, for a job that needs a
            scheme; names in the legends are matched with it, and where no layer has any
            names its values are taken. None for a job that works on any classes.
        extent: x_min, y_min, x_max, y_max of the part to work on, in the first raster's
            reference system.

    Raises:
        DataError: a raster cannot be used, or does not lie on the first one's cells.
    """
    rasters = [inspect(source) for source in inputs]
    grid = rasters[0].grid
    for raster in rasters[1:]:
        difference = grid.difference(raster.grid)
        if difference:
            raise DataError(
                "{label} is not on the cells of {first}: {difference}. Bringing one grid onto "
                "another is not yet supported; align the layers first",
                label=raster.label,
                first=rasters[0].label,
                difference=difference,
            )
    window = grid.whole if extent is None else grid.window(*extent)
    classes, namings, notices, warnings = _name(rasters, class_entries, scheme_entries)
    area = cell_area(grid, area_method, window)
    if extent is not None:
        notices.append(
            Message(
                "EXTENT: {width} x {height} cells from column {column}, row {row} on.",
                width=window.width,
                height=window.height,
                column=window.column + 1,
                row=window.row + 1,
            )
        )
    return Series(
        rasters,
        window,
        classes,
        namings,
        area,
        notices + list(area.notices),
        warnings + list(area.warnings),
    )


def _name(rasters: list[Raster], class_entries, scheme_entries) -> tuple:
    """Classes, namings, notices and warnings."""
    labels = [raster.label for raster in rasters]
    if class_entries is not None:
        classes, namings = name_by_table(labels, class_entries)
        return classes, namings, [Message("Classes: from the class table.")], []
    known = [] if scheme_entries is None else [c for _, c in scheme_entries]
    legends = [raster.legend for raster in rasters]
    if not any(legend.names for legend in legends):
        if scheme_entries is None:
            classes, namings = name_by_legends(labels, legends)
            note = Message("Classes: no layer names its values; classes are called by them.")
            return classes, namings, [note], []
        classes, namings = name_by_table(labels, scheme_entries)
        reason = (
            "the layers have no class names, and the default class list ends at "
            f"{max(value for value, _ in scheme_entries)}; give a class table (CLASSES), or name "
            "the value in NODATA if it stands for no data"
        )
        namings = [Naming(n.label, n.numbers, closed=reason) for n in namings]
        note = Message(
            "No layer names its values: they are taken for the default classes ({classes}).",
            classes=", ".join(f"{value} {c.name}" for value, c in scheme_entries),
        )
        return classes, namings, [], [note]
    classes, namings = name_by_legends(labels, legends, known)
    notices, warnings = [], []
    for label, legend in zip(labels, legends):
        if legend.names:
            notices.append(
                Message("{label}: classes from its {source}.", label=label, source=legend.source)
            )
        else:
            warnings.append(
                Message(
                    "{label} names none of its values: they are named as in the other layers.",
                    label=label,
                )
            )
    strangers = [c.name for c in classes if not c.group]
    if known and strangers:
        warnings.append(
            Message(
                "{count} class names of the layers are not in the default class list, so they "
                "belong to no group: {names}.",
                count=len(strangers),
                names=", ".join(strangers[:LISTED_VALUES])
                + (", ..." if len(strangers) > LISTED_VALUES else ""),
            )
        )
    return classes, namings, notices, warnings


@dataclass
class Count:
    """What the pass found: the cube, the dates by themselves, and what to tell about it."""

    cube: TransitionCube
    dates: DateCounter
    valid_cells: int
    excluded_cells: int
    notices: list
    warnings: list

    @property
    def total_hectares(self) -> float:
        return self.cube.hectares(self.valid_cells)

    def unchanged_hectares(self, period: int = 0) -> float:
        """Hectares that kept their class over a period."""
        return self.cube.hectares(np.trace(self.cube.cells[period]))

    def changed_hectares(self, period: int = 0) -> float:
        """Hectares that changed their class over a period."""
        counts = self.cube.cells[period]
        return self.cube.hectares(counts.sum() - np.trace(counts))


def count(
    series: Series,
    periods: list[Period],
    consumers: list[Consumer] = (),
    progress=lambda fraction: True,
    workers: int | None = None,
) -> Count:
    """Read the series once, count its periods, and let further consumers have the blocks.

    Raises:
        DataError: a raster cannot be read, or no cell is valid at all dates.
        Cancelled: progress returned False.
    """
    pairs, dates = PairCounter(periods), DateCounter(len(series.rasters))
    coders = [coder(r, n, series.classes) for r, n in zip(series.rasters, series.namings)]
    scan(
        series.rasters,
        coders,
        series.classes,
        series.window,
        [pairs, dates, *consumers],
        progress,
        workers,
    )
    valid = int(dates.common[0][LEFT_OUT + 1 :].sum())
    if not valid:
        raise DataError(
            "no cell is valid at all dates: {counts}",
            counts="; ".join(
                f"{raster.label} has {own[LEFT_OUT]} of {own.sum()} cells left out"
                for raster, own in zip(series.rasters, dates.own)
            ),
        )
    cube = TransitionCube(series.classes, periods, pairs.counts, series.area.hectares)
    excluded = series.window.cells - valid
    notices, warnings = _audit(series, dates, valid, excluded)
    return Count(cube, dates, valid, excluded, notices, warnings)


def _audit(series: Series, dates: DateCounter, valid: int, excluded: int) -> tuple[list, list]:
    """What to tell about the cells that do not count, and the values that nobody names."""
    notices, warnings = [], []
    for raster, own in zip(series.rasters, dates.own):
        notices.append(
            Message(
                "{label}: {valid} of {cells} cells are valid, {out} are nodata.",
                label=raster.label,
                valid=int(own[LEFT_OUT + 1 :].sum()),
                cells=int(own.sum()),
                out=int(own[LEFT_OUT]),
            )
        )
    notices.append(
        Message(
            "Valid at all dates: {valid} cells ({hectares:.2f} ha); left out: {out} cells "
            "({out_hectares:.2f} ha).",
            valid=valid,
            hectares=valid * series.area.hectares,
            out=excluded,
            out_hectares=excluded * series.area.hectares,
        )
    )
    has_names = any(c.listed for c in series.classes)
    for number in series.classes.order() if has_names else []:
        land_class = series.classes[number]
        if land_class.listed:
            continue
        for raster, own in zip(series.rasters, dates.own):
            cells = int(own[number + 1]) if number + 1 < len(own) else 0
            if cells:
                warnings.append(
                    Message(
                        "{label}: the value {value} has no name; its {cells} cells are counted "
                        "as a class of their own.",
                        label=raster.label,
                        value=land_class.value,
                        cells=cells,
                    )
                )
    return notices, warnings
