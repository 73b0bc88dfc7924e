"""Legend entries of maps, with names, colours and area shares, and the sources of their data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import dist
from string import ascii_lowercase

import numpy as np

from ..base.colours import hex_to_rgb, mix_colours
from ..base.messages import DataError, ProgressCallback
from ..base.numbers import compute_percent
from ..raster.reader import Bounds
from ..raster.source import RasterInput, RasterLegend, handle_read_errors, open_band
from ..report.report_maps import LandMaps, MapFocus, history_thumbnail
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.series import open_series
from ..scan.series_count import count_series
from ..scheme.class_table_proposal import infer_class
from ..scheme.classes import MINE
from ..scheme.defaults import default_classes, default_zones
from ..scheme.value_classes import classes_from_legends
from ..scheme.zone_rules import LASTING_ZONES

# Limit for a legend on one sheet and for distinguishable colours.
MAX_ENTRIES = 40
# Shares of more maps are in two lines.
MAX_SHARES_PER_LINE = 4
# Colours up to this distance, of 442 in red, green and blue, are treated as equal.
MIN_COLOUR_DISTANCE, MAX_DARKENING_STEPS = 40.0, 3
# Colours with all channels at or above this value, of 255, are pale.
MIN_PALE_CHANNEL = 200

# Metadata prefix of the software in rasters of this plugin, and tags of their input layers.
SOFTWARE_TAG, PLUGIN_SOFTWARE = "TIFFTAG_SOFTWARE", "Carbon Zones"
LAYER_PARAMETERS = ("EARLIER", "LATER", "LAYERS")
# Tag of the title, identical in every language, and its text for zones; the band description is in
# the language of the user.
DESCRIPTION_TAG, ZONES_TITLE, PERIOD = "TIFFTAG_IMAGEDESCRIPTION", "Carbon zones", "PERIOD"
BAND = "description of the band"
# Zone of land that was mined.
EMISSION_CONTROL = "emission_control"


@dataclass(frozen=True)
class LegendEntry:
    """Raster value with name, colour, and share of the area in %."""

    value: int
    name: str
    colour: str
    share_pct: float | None = field(default=None, compare=False)


def read_entries(
    source: RasterInput,
    progress: ProgressCallback = lambda fraction: True,
    extent: Bounds | None = None,
) -> list[LegendEntry]:
    """Return the entries of a raster's valid cells by value, in an extent or the whole raster.

    Names, colours (or '') are those of the style, else the file; shares are of valid area.
    """
    # With an empty class table, each value is a class.
    series = open_series([source], "auto", class_entries=[], extent=extent)
    census = count_series(series, [], progress=progress)
    hectares = census.dates.common[0].hectares[FIRST_CLASS_CODE:]
    areas = sorted(zip((c.value for c in census.cube.classes), hectares))
    values = [value for value, _ in areas]
    if len(values) > MAX_ENTRIES:
        raise DataError(
            "{label}: {count} different values; a map legend is limited to {most}",
            label=source.label,
            count=len(values),
            most=MAX_ENTRIES,
        )
    style, legend = source.style, series.rasters[0].legend
    return [
        LegendEntry(
            value,
            style.names.get(value) or legend.names.get(value) or str(value),
            legend.colours.get(value, ""),
            compute_percent(float(area), census.valid_area_ha),
        )
        for value, area in areas
    ]


def mined_extent(source: RasterInput, focus: MapFocus, progress: ProgressCallback) -> Bounds | None:
    """Return x_min, y_min, x_max, y_max around mined land, by class or zone name, or None."""
    series = open_series([source], "auto", class_entries=[])
    thumbnail = history_thumbnail(series)
    count_series(series, [], [thumbnail], progress=progress)
    names = {**series.rasters[0].legend.names, **source.style.names}
    zones = {n for zone in default_zones() if zone.key == EMISSION_CONTROL for n in zone.names}
    zones |= {*LASTING_ZONES[MINE].names}
    of_zones, is_marked = is_zone_raster(source), []
    for land_class in series.classes:
        name = names.get(land_class.value, "")
        group = "" if of_zones else infer_class(name).group
        is_marked.append(name in zones or group == MINE)
    maps = LandMaps(series, thumbnail, np.array(is_marked, np.bool_), focus)
    if not maps.has_marked:
        return None
    x0, y0, x1, y1 = series.grid.window_corners(maps.frames[0].window)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def unify_class_colours(maps: Sequence[Sequence[LegendEntry]]) -> list[list[LegendEntry]]:
    """Return entries of maps, with classes (by name) in other algorithms' colours, '' for none."""
    legends = [
        RasterLegend(
            {e.value: e.name for e in entries}, {e.value: e.colour for e in entries if e.colour}
        )
        for entries in maps
    ]
    known = [land_class for _, land_class in default_classes()]
    classes, namings = classes_from_legends([""] * len(maps), legends, known)
    colours = classes.colours()
    return [
        [replace(entry, colour=colours[naming.class_indices[entry.value]]) for entry in entries]
        for entries, naming in zip(maps, namings)
    ]


def separate_zone_colours(
    maps: Sequence[Sequence[LegendEntry]], are_zones: Sequence[bool]
) -> list[list[LegendEntry]]:
    """Return the entries of a sheet with zones and other maps in distinct colours.

    Persistent land has its class's colour; other classes differ from the zone colours.
    """
    if len(set(are_zones)) < 2:
        return [list(entries) for entries in maps]
    zones = [e for entries, yes in zip(maps, are_zones) if yes for e in entries]
    classes = [e for entries, yes in zip(maps, are_zones) if not yes for e in entries]
    colours = {e.name: e.colour for e in zones}
    for group, lasting in LASTING_ZONES.items():
        of_group = {e.colour for e in classes if infer_class(e.name).group == group}
        if len(of_group) == 1:
            colours.update(dict.fromkeys({*lasting.names} & {*colours}, *of_group))
    zone_colours = {e.name: e.colour for e in zones if colours[e.name] == e.colour}
    for entry in classes:
        colours.setdefault(entry.name, _distinct_colour(entry, zone_colours))
    return [[replace(e, colour=colours[e.name]) for e in entries] for entries in maps]


def _distinct_colour(entry: LegendEntry, zone_colours: Mapping[str, str]) -> str:
    """Return an entry's colour, darkened while similar to another name's, except if pale."""
    others = [hex_to_rgb(colour) for name, colour in zone_colours.items() if name != entry.name]
    colour = entry.colour
    for _ in range(MAX_DARKENING_STEPS):
        red_green_blue = hex_to_rgb(colour)
        is_told = all(dist(red_green_blue, other) > MIN_COLOUR_DISTANCE for other in others)
        if is_told or min(red_green_blue) >= MIN_PALE_CHANNEL:
            break
        colour = mix_colours(colour, "#000000", 0.35)
    return colour


def add_title_letters(titles: Sequence[str]) -> list[str]:
    """Prefix the titles of several maps with letters, as (a)."""
    if len(titles) < 2:
        return list(titles)
    return [f"({letter}) {title}" for letter, title in zip(ascii_lowercase, titles)]


def merge_entries(maps: Sequence[Sequence[LegendEntry]]) -> list[LegendEntry]:
    """Merge the entries of maps by name, sorted by value; a value may have several names."""
    by_name: dict[str, LegendEntry] = {}
    for entries in maps:
        for entry in entries:
            by_name.setdefault(entry.name.casefold(), entry)
    listed = sorted(by_name.values(), key=lambda entry: entry.value)
    if len(listed) > MAX_ENTRIES:
        raise DataError(
            "the maps have {count} different categories; a legend is limited to {most}",
            count=len(listed),
            most=MAX_ENTRIES,
        )
    return listed


def entry_shares(entry: LegendEntry, maps: Sequence[Sequence[LegendEntry]]) -> list[float | None]:
    """Return the shares of an entry on the maps, in order; None if not on a map."""
    shares: list[float | None] = []
    for entries in maps:
        # Several values may have the same name.
        same = [e.share_pct for e in entries if e.name.casefold() == entry.name.casefold()]
        known = [share for share in same if share is not None]
        shares.append(sum(known) if known else None)
    return shares


def format_shares(shares: Sequence[float | None]) -> str:
    """Format shares in %: `50.2 %`, `66.7 | 48.8 %`; over four in two lines, like the maps."""

    def shown(share: float | None) -> str:
        if share is None:
            return "\N{EN DASH}"
        return "<0.1" if 0 < share < 0.05 else f"{share:.1f}"

    each = [shown(share) for share in shares]
    half = -(-len(each) // 2) if len(each) > MAX_SHARES_PER_LINE else len(each)
    lines = [each[:half], each[half:]]
    return "\n".join(" | ".join(line) for line in lines if line) + " %"


def is_land_use(entries: Sequence[LegendEntry]) -> bool:
    """Return whether most entries of a map are land use or land cover classes, by name."""
    known = [entry for entry in entries if infer_class(entry.name).key]
    return 2 * len(known) > len(entries)


def is_zone_raster(source: RasterInput) -> bool:
    """Return whether the metadata of a raster identify it as zones of this plugin."""
    return _read_metadata(source).get(DESCRIPTION_TAG, "").startswith(ZONES_TITLE)


def read_quantity(source: RasterInput) -> str:
    """Return the quantity in a raster of this plugin, in its language; '' for others."""
    said = _read_metadata(source)
    if not said.get(SOFTWARE_TAG, "").startswith(PLUGIN_SOFTWARE):
        return ""
    words = said.get(BAND, "") or said.get(DESCRIPTION_TAG, "")
    return words.replace(said.get(PERIOD, ""), "").strip(" ,")


def read_source_layers(source: RasterInput) -> list[str]:
    """Return the input layers of a raster of this plugin; for others the title, if any."""
    said = _read_metadata(source)
    if said.get(SOFTWARE_TAG, "").startswith(PLUGIN_SOFTWARE):
        return [said[name] for name in LAYER_PARAMETERS if said.get(name)]
    return [said["TITLE"]] if said.get("TITLE") else []


def _read_metadata(source: RasterInput) -> dict[str, str]:
    """Return the metadata of a raster and of its band."""
    with handle_read_errors(source.label):
        dataset, band = open_band(source)
        # Copies of the cells only keep this as the title.
        title = {DESCRIPTION_TAG: band.GetDescription(), BAND: band.GetDescription()}
        said = {**title, **dataset.GetMetadata(), **band.GetMetadata()}
        del band, dataset
    return {name: str(text) for name, text in said.items()}
