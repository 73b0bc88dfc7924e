"""A dated series of rasters: opened, brought onto one grid, and its values named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..messages import Listed, Message
from ..raster.alignment import Bounds, align
from ..raster.area import CellArea, cell_area
from ..raster.grid import Grid, Window
from ..raster.legend import Legend
from ..raster.source import Raster, RasterInput, inspect
from ..scheme.classes import ClassEntry, Classes, LandClass
from ..scheme.naming import Naming, name_by_legends, name_by_table

# A legend can be long; a log line should not be.
LISTED_VALUES = 20


@dataclass
class Series:
    """The dates of a run on their common grid, with their classes.

    `notices` is what the log says, `warnings` what it says loudly.
    """

    rasters: list[Raster]
    grid: Grid
    window: Window
    classes: Classes
    namings: list[Naming]
    area: CellArea
    notices: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    @property
    def named_classes(self) -> list[LandClass]:
        """The classes that a layer or the class table names, without the scheme's others."""
        numbers = {number for naming in self.namings for number in naming.numbers.values()}
        return [self.classes[number] for number in sorted(numbers)]


def open_series(
    inputs: list[RasterInput],
    area_method: str,
    class_entries: list[ClassEntry] | None = None,
    scheme_entries: list[ClassEntry] | None = None,
    extent: Bounds | None = None,
    base: int = 0,
) -> Series:
    """Open the rasters of a series and give their values classes.

    Args:
        inputs: the dates, earliest first.
        area_method: one of cell_area.METHODS.
        class_entries: (value, LandClass) of the user's class table; None to go by legends.
        scheme_entries: (value, LandClass) of the default class table, for a job that needs a
            scheme; names in the legends are matched with it, and where no layer has any
            names its values are taken. None for a job that works on any classes.
        extent: x_min, y_min, x_max, y_max of the part to work on, in the reference system of
            the raster that gives the cells.
        base: which raster gives the cells; the others are brought onto them.

    Raises:
        DataError: a raster cannot be used, or does not overlap the cells.
    """
    notices: list[Message] = []
    warnings: list[Message] = []
    rasters = align([inspect(source) for source in inputs], base, notices, warnings)
    grid = rasters[base].grid
    if not grid.crs:
        # A layer on the same cells may have the reference system that this one lacks.
        grid = replace(grid, crs=next((r.grid.crs for r in rasters if r.grid.crs), ""))
    window = grid.whole if extent is None else grid.window(*extent)
    classes, namings, told, warned = _name(rasters, class_entries, scheme_entries)
    notices += told
    warnings += warned
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
        grid,
        window,
        classes,
        namings,
        area,
        notices + area.notices,
        warnings + area.warnings,
    )


def _name(
    rasters: list[Raster],
    class_entries: list[ClassEntry] | None,
    scheme_entries: list[ClassEntry] | None,
) -> tuple[Classes, list[Naming], list[Message], list[Message]]:
    """Classes, namings, notices and warnings."""
    labels = [raster.label for raster in rasters]
    if class_entries is not None:
        classes, namings = name_by_table(
            labels, class_entries, [raster.legend for raster in rasters]
        )
        return classes, namings, [Message("Classes: from the class table.")], []
    known = [] if scheme_entries is None else [c for _, c in scheme_entries]
    legends = [raster.legend for raster in rasters]
    if not any(legend.names for legend in legends):
        if scheme_entries is None:
            classes, namings = name_by_legends(labels, legends)
            note = Message("Classes: no layer names its values; classes are called by them.")
            return classes, namings, [note], []
        classes, namings = name_by_table(labels, scheme_entries)
        reason = Message(
            "the layers have no class names, and the default class list ends at {last}; give a "
            "class table (CLASSES), or name the value in NODATA if it stands for no data",
            last=max(value for value, _ in scheme_entries),
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
    notices += _renamed(legends, namings, classes)
    warnings += _disagreements(labels, legends)
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


def _renamed(legends: list[Legend], namings: list[Naming], classes: Classes) -> list[Message]:
    """A line on the classes that a legend calls otherwise than the default class list."""
    pairs: dict[tuple[str, str], Message] = {}
    for legend, naming in zip(legends, namings):
        for value, name in sorted(legend.names.items()):
            given = classes[naming.numbers[value]].name
            if given.casefold() != name.casefold():
                pairs[name, given] = Message("'{name}' is {given}", name=name, given=given)
    if not pairs:
        return []
    more = ["..."] if len(pairs) > LISTED_VALUES else []
    return [
        Message(
            "Classes are called as in the default class list: {names}.",
            names=Listed([*list(pairs.values())[:LISTED_VALUES], *more]),
        )
    ]


def _disagreements(labels: list[str], legends: list[Legend]) -> list[Message]:
    """A line for every value that two legends name differently; classes go by the names."""
    lines = []
    for value in sorted({value for legend in legends for value in legend.names}):
        given = [(label, legend.names.get(value)) for label, legend in zip(labels, legends)]
        named = [(label, name) for label, name in given if name is not None]
        if len({name.casefold() for _, name in named}) > 1:
            lines.append(
                Message(
                    "Legends differ: the value {value} is {names}. Classes are matched by name.",
                    value=value,
                    names=Listed(
                        Message("'{name}' in {label}", name=name, label=label)
                        for label, name in named
                    ),
                )
            )
    if len(lines) <= LISTED_VALUES:
        return lines
    more = Message("Legends differ in {count} further values.", count=len(lines) - LISTED_VALUES)
    return [*lines[:LISTED_VALUES], more]
