"""A run of the map sheet: what it is made of, and the drawing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle

from ...core.base.drafts import sheet_cut_short
from ...core.base.provenance import Provenance
from ...core.raster.alignment import Bounds
from ...core.sheet.entries import (
    Entry,
    entries_in,
    in_one_colour,
    is_land_use,
    lettered,
    told_from_zones,
)
from ...text import tr
from ..algorithm import Inputs
from ..layers import extent
from ..run import Run
from ..run_parameters import RunParameters
from ..untouched import inputs_as_they_are
from .kept_layout import Kept, kept
from .sheet import Content, ZoneLayout
from .sheet_export import describe, export
from .sheet_layers import Map, common_extent, layers_above, map_titles, maps_of, source_line
from .sheet_legend import paletted

SHARE_OF_READING = 0.7


@dataclass(frozen=True)
class SheetInputs(Inputs):
    """What a sheet is made of; `maps` and `above` are emptied when it is done.

    `extent` is what the maps show of the `whole`, in the reference system of the first; `bounds`
    the same in that of each of them, None for all of it.
    """

    title: str
    titles: list[str]
    source: str
    extent: QgsRectangle
    whole: QgsRectangle
    bounds: list[Bounds | None]
    maps: list[Map]
    above: list[QgsMapLayer]


def read_sheet(parameters: RunParameters) -> SheetInputs:
    """Turn layers into what a sheet is made of."""
    maps = maps_of(parameters)
    whole = common_extent(maps, parameters.context)
    bounds = [extent(parameters, shown.layer) for shown in maps]
    x_min, y_min, x_max, y_max = bounds[0] or (0.0, 0.0, 0.0, 0.0)
    title = parameters.text("TITLE").strip()
    if not title and all(shown.is_zones for shown in maps):
        title = tr("Carbon-sink functional zones")
    return SheetInputs(
        Provenance(),
        title,
        map_titles(parameters.text("TITLES"), [shown.name for shown in maps]),
        parameters.text("SOURCE").strip() or source_line(maps),
        QgsRectangle(x_min, y_min, x_max, y_max) if bounds[0] else whole,
        whole,
        bounds,
        maps,
        layers_above(parameters),
    )


def draw_sheet(run: Run, inputs: SheetInputs) -> None:
    """Draw the sheet and write it; keep its layout where that is asked for."""
    try:
        _draw(run, inputs)
    finally:
        # A caller who keeps the exception keeps what its frames hold, beyond QGIS's end: the
        # layers are taken out of the inputs, and no frame below has one in a name of its own.
        inputs.maps.clear()
        inputs.above.clear()


def _draw(run: Run, inputs: SheetInputs) -> None:
    categories = []
    sources = [shown.source for shown in inputs.maps]
    for done, source in enumerate(sources):

        def reading(part: float, done: int = done) -> bool:
            return run.progress(SHARE_OF_READING * (done + part) / len(sources))

        categories.append(entries_in(source, reading, inputs.bounds[done]))
    path = run.file("OUTPUT")
    draft = str(run.drafts.path(path))
    layout: list[Kept] = []
    if not _export(run, inputs, in_one_colour(categories), draft, layout):
        layout.clear()
        raise sheet_cut_short(path)
    run.results["OUTPUT"] = path
    for kept_layout in layout:
        run.afterwards.append(partial(kept_layout.add_to, run.context.project()))


def _kind(entries: Sequence[Entry], are_zones: bool) -> str:
    """What a map is, as the heading of its legend."""
    if are_zones:
        return tr("Carbon-sink functional zones")
    return tr("Land use") if is_land_use(entries) else tr("Legend")


def _export(
    run: Run, inputs: SheetInputs, categories: list[list[Entry]], path: str, layout: list[Kept]
) -> bool:
    """Fill the sheet and write it; returns whether that went well.

    `layout`: gets the layout, where it is to be kept.
    """
    # Of its own: there is none in qgis_process, and the user's is not to change.
    project, sheet = QgsProject(), None
    title, are_zones = inputs.title, [shown.is_zones for shown in inputs.maps]
    categories = told_from_zones(categories, are_zones)
    kinds = [_kind(entries, yes) for entries, yes in zip(categories, are_zones)]
    if not title and set(kinds) == {tr("Land use")}:
        title = tr("Land use")
    try:
        project.setTransformContext(run.context.transformContext())
        layers = [shown.layer for shown in inputs.maps]
        project.setCrs(layers[0].crs())
        with inputs_as_they_are():
            legends = [layers[0].clone() for _ in set(kinds)]
        for shown, entries in zip(inputs.maps, categories):
            shown.layer.setRenderer(paletted(shown.layer, shown.band, entries))
        added = project.addMapLayers([*layers, *legends, *inputs.above], False)
        last = len(layers) + len(legends)
        drawn = [layer for layer in added[:last] if isinstance(layer, QgsRasterLayer)]
        describe(project, title or ", ".join(inputs.titles))
        sheet = ZoneLayout(project, run.choice("PAPER"))
        content = Content(
            drawn[: len(layers)],
            lettered(inputs.titles),
            categories,
            kinds,
            added[last:],
            inputs.extent,
            inputs.whole if any(inputs.bounds) else None,
            title,
            inputs.source,
            run.yes("GRATICULE"),
        )
        sheet.fill(content, drawn[len(layers) :])
        written = export(sheet.layout, project, path, run.whole("DPI"))
        name = run.text("LAYOUT_NAME").strip()
        if written and name:
            layout.append(kept(name, sheet.layout, added))
        return written
    finally:
        if sheet is not None:
            sheet.close()
        project.clear()
