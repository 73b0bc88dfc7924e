"""The legend of a map: what its raster shows, named and coloured; and what its data come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import dist
from string import ascii_lowercase

import numpy as np

from ..base.colours import mixed, rgb
from ..base.messages import DataError, Progress
from ..base.numbers import percent
from ..raster.reader import Bounds
from ..raster.source import Legend, RasterInput, open_band, reading
from ..report.report_maps import Focus, LandMaps, land_thumbnail
from ..scan.class_codes import FIRST_CLASS
from ..scan.count import count
from ..scan.series import open_series
from ..scheme.class_table_proposal import inferred_class
from ..scheme.classes import MINE
from ..scheme.defaults import default_classes, default_zones
from ..scheme.value_classes import name_by_legends
from ..scheme.zone_rules import LASTING

# More than these no legend on one sheet can show, nor an eye tell apart.
MOST = 40
# Shares of more maps than these stand in two lines.
MOST_IN_LINE = 4
# Colours no farther apart than this, of 442 in red, green and blue, are taken for one.
NEAR, DARKER_AT_MOST = 40.0, 3
# Colours of no channel below this, of 255, are pale.
PALE = 200

# What a raster of this plugin begins to say of the program that made it, and where it names the
# layers that it was made of.
SOFTWARE, OWN = "TIFFTAG_SOFTWARE", "Carbon Zones"
LAYERS = ("EARLIER", "LATER", "LAYERS")
# Where it says what it is, the same in every language, and what zones say; the description of a
# band is in the language of whoever made it.
TITLE, ZONES, PERIOD = "TIFFTAG_IMAGEDESCRIPTION", "Carbon zones", "PERIOD"
BAND = "description of the band"
# The zone of land that was mined.
EMISSION_CONTROL = "emission_control"


@dataclass(frozen=True)
class Entry:
    """A value of a raster, what it is called, its colour, and its part of the area in per cent."""

    value: int
    name: str
    colour: str
    share_pct: float | None = field(default=None, compare=False)


def entries_in(
    source: RasterInput, progress: Progress = lambda fraction: True, extent: Bounds | None = None
) -> list[Entry]:
    """The entries for what a raster's valid cells have, by value, in an extent or all of it.

    Names and colours are those of the layer's style, else those in the file ('' for a value without
    a colour); shares are of the area of the cells that count.
    """
    # With an empty class table every value stands for itself.
    series = open_series([source], "auto", class_entries=[], extent=extent)
    census = count(series, [], progress=progress)
    hectares = census.dates.common[0].hectares[FIRST_CLASS:]
    areas = sorted(zip((c.value for c in census.cube.classes), hectares))
    values = [value for value, _ in areas]
    if len(values) > MOST:
        raise DataError(
            "{label}: {count} different values; a map legend is limited to {most}",
            label=source.label,
            count=len(values),
            most=MOST,
        )
    style, legend = source.style, series.rasters[0].legend
    return [
        Entry(
            value,
            style.names.get(value) or legend.names.get(value) or str(value),
            legend.colours.get(value, ""),
            percent(float(area), census.total_hectares),
        )
        for value, area in areas
    ]


def mined_extent(source: RasterInput, focus: Focus, progress: Progress) -> Bounds | None:
    """What a map shows that is framed on its mined land: x_min, y_min, x_max, y_max; None where it
    shows none. A class is told by its name, as is the zone of land that was mined."""
    series = open_series([source], "auto", class_entries=[])
    thumbnail = land_thumbnail(series)
    count(series, [], [thumbnail], progress=progress)
    names = {**series.rasters[0].legend.names, **source.style.names}
    zones = {n for zone in default_zones() if zone.key == EMISSION_CONTROL for n in zone.names}
    zones |= {*LASTING[MINE].names}
    of_zones, is_marked = is_zones(source), []
    for land_class in series.classes:
        name = names.get(land_class.value, "")
        group = "" if of_zones else inferred_class(name).group
        is_marked.append(name in zones or group == MINE)
    maps = LandMaps(series, thumbnail, np.array(is_marked, np.bool_), focus)
    if not maps.has_marked:
        return None
    x0, y0, x1, y1 = series.grid.corners(maps.frames[0].window)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def in_one_colour(maps: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """The entries of several maps, each class in the colour that it has in the other algorithms.

    Classes are told by their names; a colour of '' is none.
    """
    legends = [
        Legend({e.value: e.name for e in entries}, {e.value: e.colour for e in entries if e.colour})
        for entries in maps
    ]
    known = [land_class for _, land_class in default_classes()]
    classes, namings = name_by_legends([""] * len(maps), legends, known)
    colours = classes.colours()
    return [
        [replace(entry, colour=colours[naming.class_indices[entry.value]]) for entry in entries]
        for entries, naming in zip(maps, namings)
    ]


def told_from_zones(
    maps: Sequence[Sequence[Entry]], are_zones: Sequence[bool]
) -> list[list[Entry]]:
    """The entries of a sheet that has zones beside other maps: what lasts in one colour with the
    class that it is, and no other class in the colour of a zone, or nearly so."""
    if len(set(are_zones)) < 2:
        return [list(entries) for entries in maps]
    zones = [e for entries, yes in zip(maps, are_zones) if yes for e in entries]
    classes = [e for entries, yes in zip(maps, are_zones) if not yes for e in entries]
    colours = {e.name: e.colour for e in zones}
    for group, lasting in LASTING.items():
        of_group = {e.colour for e in classes if inferred_class(e.name).group == group}
        if len(of_group) == 1:
            colours.update(dict.fromkeys({*lasting.names} & {*colours}, *of_group))
    zone_colours = {e.name: e.colour for e in zones if colours[e.name] == e.colour}
    for entry in classes:
        colours.setdefault(entry.name, _apart(entry, zone_colours))
    return [[replace(e, colour=colours[e.name]) for e in entries] for entries in maps]


def _apart(entry: Entry, zone_colours: Mapping[str, str]) -> str:
    """An entry's colour, darker as long as one of another name is near to it; pale ground stays."""
    others = [rgb(colour) for name, colour in zone_colours.items() if name != entry.name]
    colour = entry.colour
    for _ in range(DARKER_AT_MOST):
        red_green_blue = rgb(colour)
        is_told = all(dist(red_green_blue, other) > NEAR for other in others)
        if is_told or min(red_green_blue) >= PALE:
            break
        colour = mixed(colour, "#000000", 0.35)
    return colour


def lettered(titles: Sequence[str]) -> list[str]:
    """The titles of several maps with the letters by which a text speaks of them, as (a)."""
    if len(titles) < 2:
        return list(titles)
    return [f"({letter}) {title}" for letter, title in zip(ascii_lowercase, titles)]


def union(maps: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The legend of several maps: what any of them shows, once each, by value; two names for one
    value are two entries."""
    by_name: dict[str, Entry] = {}
    for entries in maps:
        for entry in entries:
            by_name.setdefault(entry.name.casefold(), entry)
    listed = sorted(by_name.values(), key=lambda entry: entry.value)
    if len(listed) > MOST:
        raise DataError(
            "the maps have {count} different categories; a legend is limited to {most}",
            count=len(listed),
            most=MOST,
        )
    return listed


def shares_of(entry: Entry, maps: Sequence[Sequence[Entry]]) -> list[float | None]:
    """The entry's shares on the maps, in their order; None where a map does not show it."""
    shares: list[float | None] = []
    for entries in maps:
        # One name may stand for several values.
        same = [e.share_pct for e in entries if e.name.casefold() == entry.name.casefold()]
        known = [share for share in same if share is not None]
        shares.append(sum(known) if known else None)
    return shares


def share_words(shares: Sequence[float | None]) -> str:
    """Shares in per cent as a legend says them: `50.2 %`, of several maps `66.7 | 48.8 %`; of more
    than four in two lines, as such maps stand in two rows as a rule."""

    def shown(share: float | None) -> str:
        if share is None:
            return "\N{EN DASH}"
        return "<0.1" if 0 < share < 0.05 else f"{share:.1f}"

    each = [shown(share) for share in shares]
    half = -(-len(each) // 2) if len(each) > MOST_IN_LINE else len(each)
    lines = [each[:half], each[half:]]
    return "\n".join(" | ".join(line) for line in lines if line) + " %"


def is_land_use(entries: Sequence[Entry]) -> bool:
    """Whether most of what a map shows are classes of land use or cover, by their names."""
    known = [entry for entry in entries if inferred_class(entry.name).key]
    return 2 * len(known) > len(entries)


def is_zones(source: RasterInput) -> bool:
    """Whether a raster says of itself that it holds zones of this plugin."""
    return _said(source).get(TITLE, "").startswith(ZONES)


def quantity_of(source: RasterInput) -> str:
    """What a raster of this plugin shows, in the words of whoever made it; '' for others."""
    said = _said(source)
    if not said.get(SOFTWARE, "").startswith(OWN):
        return ""
    words = said.get(BAND, "") or said.get(TITLE, "")
    return words.replace(said.get(PERIOD, ""), "").strip(" ,")


def origin_of(source: RasterInput) -> list[str]:
    """The layers that a raster of this plugin was made of; of another one its title, if any."""
    said = _said(source)
    if said.get(SOFTWARE, "").startswith(OWN):
        return [said[name] for name in LAYERS if said.get(name)]
    return [said["TITLE"]] if said.get("TITLE") else []


def _said(source: RasterInput) -> dict[str, str]:
    """The metadata of a raster and of its band."""
    with reading(source.label):
        dataset, band = open_band(source)
        # Copies of the cells alone keep this as their only title.
        title = {TITLE: band.GetDescription(), BAND: band.GetDescription()}
        said = {**title, **dataset.GetMetadata(), **band.GetMetadata()}
        del band, dataset
    return {name: str(text) for name, text in said.items()}
