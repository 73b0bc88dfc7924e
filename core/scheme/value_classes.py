"""Mapping of raster values to classes.

Each date has its own values and names; classes are shared by all dates and keep one
index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..base.messages import DataError, Message, MessageList, Notes, Term
from ..base.numbers import MAX_LISTED_ITEMS, format_list
from ..raster.source import Raster, RasterLegend
from .classes import MAX_CLASS_VALUE, NAME_GETTERS, ClassEntry, Classes, LandClass, shorten_list
from .defaults import ShippedLegend, default_zones, known_colours
from .zone_rules import LASTING_ZONE_NAMES, unassigned_zone


class ClassSource(NamedTuple):
    """Source of the classes of a run: in words, and as recorded in file metadata."""

    words: object
    record: str


TABLE_SOURCE = ClassSource(Term("class table"), "from the class table")
LAYER_SOURCE = ClassSource(Term("layer names"), "from the layers")
VALUE_SOURCE = ClassSource(Term("none (values only)"), "none, called by their values")


@dataclass(frozen=True)
class ValueNaming:
    """Mapping of the values of a date to classes."""

    label: str
    class_indices: dict[int, int]  # by value
    colours: dict[int, str] = field(default_factory=dict)  # of values without names

    def resolve_value(self, value: int, classes: Classes) -> int:
        """Return the class index of a value."""
        if value in self.class_indices:
            return self.class_indices[value]
        if not -MAX_CLASS_VALUE <= value <= MAX_CLASS_VALUE:
            raise DataError("{label}: value {value} is too large", label=self.label, value=value)
        return classes.add_unnamed_value(value, self.colours.get(value, ""))


def classes_from_table(
    labels: Iterable[str], entries: Iterable[ClassEntry], legends: Iterable[RasterLegend] = ()
) -> tuple[Classes, list[ValueNaming]]:
    """Create classes of (value, LandClass) for all dates; missing colours are from the legends."""
    classes, by_value, legends = Classes(), dict(entries), list(legends)
    colours_by_key = _class_colours([by_value] * len(legends), legends)
    # A table may have 100,000 values of a few classes.
    numbers_by_class = {
        c: classes.add_class(_apply_colour(c, c.colour or colours_by_key.get(c.key.casefold(), "")))
        for c in dict.fromkeys(by_value.values())
    }
    class_indices = {value: numbers_by_class[c] for value, c in by_value.items()}
    colours = _first_text_by_value(legend.colours for legend in legends)
    return classes, [ValueNaming(label, class_indices, colours) for label in labels]


def _apply_colour(land_class: LandClass, colour: str) -> LandClass:
    """Return a class with a colour; if '', that of the scheme or of a shipped legend."""
    known = land_class.colour or known_colours().get(land_class.key.casefold(), "")
    return replace(land_class, colour=colour or known)


def _class_colours(
    by_date: Iterable[Mapping[int, LandClass]], legends: Iterable[RasterLegend]
) -> dict[str, str]:
    """Return colours by key (case-folded) for all dates, from the first legend with a colour."""
    colours: dict[str, str] = {}
    for classes, legend in zip(by_date, legends):
        for value, land_class in classes.items():
            if value in legend.colours:
                colours.setdefault(land_class.key.casefold(), legend.colours[value])
    return colours


def _first_text_by_value(by_date: Iterable[Mapping[int, str]]) -> dict[int, str]:
    """Return the text of each value, from the first date that has it."""
    return {value: text for texts in reversed(list(by_date)) for value, text in texts.items()}


def classes_from_legends(
    labels: Iterable[str],
    legends: Sequence[RasterLegend],
    known: Sequence[LandClass] = (),
    shipped: ShippedLegend | None = None,
) -> tuple[Classes, list[ValueNaming]]:
    """Create classes from the legends of the rasters.

    Args:
        legends: a RasterLegend per date; dates without names use those of the others by
            value.
        known: scheme classes; a legend name that equals a key, name or alias of one
            (ignoring case) is that class, with its key and group, but with the value in the
            legend and the colour of the first legend that has one. All are in the list,
            even if no legend has them, so that rules can name them.
        shipped: built-in legend with priority: the rasters name the values missing in it,
            by its own classes before the known ones.
    """
    classes, class_indices = Classes(), {}
    if shipped is not None:
        class_indices = {value: classes.add_class(c) for value, c in shipped.entries}
        known = [*(c for _, c in shipped.entries), *known]
    by_text: dict[str, LandClass] = {}
    for names_of in NAME_GETTERS:
        for land_class in known:
            for name in names_of(land_class):
                by_text.setdefault(name.casefold(), land_class)
    borrowed = _first_text_by_value(legend.names for legend in legends)
    by_date = [
        {
            value: replace(by_text.get(name.casefold(), LandClass(value, name, name)), value=value)
            for value, name in sorted((legend.names or borrowed).items())
            if value not in class_indices
        }
        for legend in legends
    ]
    colours_by_key = _class_colours(by_date, legends)
    colours = _first_text_by_value(legend.colours for legend in legends)
    namings = []
    for label, date in zip(labels, by_date):
        further = {
            value: classes.add_class(_apply_colour(c, colours_by_key.get(c.key.casefold(), "")))
            for value, c in date.items()
        }
        namings.append(ValueNaming(label, {**class_indices, **further}, colours))
    for land_class in known:
        classes.add_class(land_class)
    return classes, namings


def has_class_names(legends: Iterable[RasterLegend], entries: Iterable[ClassEntry]) -> bool:
    """Return whether any name in the legends is that of a class in the list."""
    known = {name.casefold() for _, c in entries for name in c.names}
    return any(name.casefold() in known for legend in legends for name in legend.names.values())


def _merge_lasting_land(legend: RasterLegend) -> RasterLegend:
    """Return a legend in which persistent land of a zone raster is unassigned, as in all tables."""
    apart = set(LASTING_ZONE_NAMES)
    if not apart & set(legend.names.values()):
        return legend
    unassigned = set(unassigned_zone(default_zones()).names) - apart
    rest = next((name for name in legend.names.values() if name in unassigned), None)
    joined = {v: rest if rest and n in apart else n for v, n in legend.names.items()}
    return replace(legend, names=joined)


def name_classes(
    rasters: list[Raster],
    class_entries: list[ClassEntry] | None,
    scheme_entries: list[ClassEntry] | None,
    notes: Notes,
    shipped: ShippedLegend | None = None,
) -> tuple[Classes, list[ValueNaming], ClassSource]:
    """Return the classes of a run, the mapping of each date, and the source of the classes.

    Args:
        class_entries: of the user's class table; None to use a shipped legend or those of
            the rasters.
        scheme_entries: of the default class table, for names in the legends; None for
            algorithms without a scheme.
        shipped: built-in legend for all dates.
    """
    labels = [raster.label for raster in rasters]
    legends = [raster.legend for raster in rasters]
    known = [c for _, c in scheme_entries or []]
    if class_entries is not None:
        classes, namings = classes_from_table(labels, class_entries, legends)
        joined = describe_merged_classes({value for value, _ in class_entries}, namings[0], classes)
        if joined:
            notes.add_notice(
                "{label}: several values are merged into one class: {classes}.",
                label="CLASSES",
                classes=joined,
            )
        return classes, namings, TABLE_SOURCE
    if shipped is not None:
        classes, namings = classes_from_legends(labels, legends, known, shipped)
        log_shipped_legend(shipped, rasters, namings, classes, notes)
        words = Message("{title} (built-in legend)", title=shipped.title)
        return classes, namings, ClassSource(words, "from a shipped legend")
    legends = [_merge_lasting_land(legend) for legend in legends]
    classes, namings = classes_from_legends(labels, legends, known)
    if not any(legend.names for legend in legends):
        notes.add_notice("The layers have no class names; values are used as classes.")
        return classes, namings, VALUE_SOURCE
    for raster, naming in zip(rasters, namings):
        label, legend = raster.label, raster.legend
        if legend.names:
            notes.add_notice(
                "{label}: classes are taken from the {source}.", label=label, source=legend.source
            )
            warn_band_mismatch(raster, notes)
        else:
            notes.add_warning(
                "{label}: no class names; the names of the other layers are used.", label=label
            )
        joined = describe_merged_classes(set(legend.names), naming, classes)
        if joined:
            notes.add_notice(
                "{label}: several values are merged into one class: {classes}.",
                label=label,
                classes=joined,
            )
    notes.notices += renamed_class_notes(legends, namings, classes)
    notes.warnings += legend_conflicts(labels, legends)
    strangers = [c.name for c in classes if not c.group]
    if known and strangers:
        notes.add_warning(
            "{count} class names are not in the default class list and have no group: "
            "{names}. Assign groups in a class table (CLASSES); Scheme tables from layers "
            "creates one.",
            count=len(strangers),
            names=format_list(strangers),
        )
    return classes, namings, LAYER_SOURCE


def describe_merged_classes(values: set[int], naming: ValueNaming, classes: Classes) -> str:
    """Return the classes that several of the values share, with these values; '' if none."""
    values_of: dict[int, list[str]] = {}
    for value in sorted(values):
        values_of.setdefault(naming.class_indices[value], []).append(str(value))
    return format_list(
        [f"{classes[n].name} ({format_list(v)})" for n, v in values_of.items() if len(v) > 1]
    )


def warn_band_mismatch(raster: Raster, notes: Notes) -> None:
    """Warn if the class names were defined for another band than the analysed one."""
    band, styled = raster.source.band, raster.legend.band
    if styled not in (None, band):
        notes.add_warning(
            "{label}: the layer style uses band {styled}, but band {band} is analysed; class "
            "names are those of band {styled}.",
            label=raster.label,
            styled=styled,
            band=band,
        )


def log_shipped_legend(
    shipped: ShippedLegend,
    rasters: list[Raster],
    namings: list[ValueNaming],
    classes: Classes,
    notes: Notes,
) -> None:
    """Log the values of a shipped legend, and differing names in the layers."""
    if shipped.nodata:
        notes.add_notice(
            "SCHEME: values excluded as NoData: {values}.", values=format_list(shipped.nodata)
        )
    unsure = [f"{v} {c.name}" for v, c in shipped.entries if shipped.confidence[v] == "low"]
    if unsure:
        notes.add_notice(
            "SCHEME: the assignment of these codes to classes is uncertain: {classes}.",
            classes=format_list(unsure),
        )
    codes = {value for value, _ in shipped.entries}
    for raster, naming in zip(rasters, namings):
        names, indices = raster.legend.names, naming.class_indices
        further = [f"{v} {classes[indices[v]].name}" for v in sorted(indices) if v not in codes]
        if further:
            notes.add_notice(
                "{label}: the layer names are used for values without a class in SCHEME: "
                "{classes}.",
                label=raster.label,
                classes=format_list(further),
            )
            warn_band_mismatch(raster, notes)
        others = [
            f"{value} '{names[value]}' ({c.name})"
            for value, c in shipped.entries
            if value in names
            and names[value].strip().casefold() not in (name.casefold() for name in c.names)
        ]
        if others:
            notes.add_warning(
                "{label}: layer names differ from SCHEME (in brackets), which is used: "
                "{names}. Check SCHEME.",
                label=raster.label,
                names=format_list(others),
            )


def renamed_class_notes(
    legends: list[RasterLegend], namings: list[ValueNaming], classes: Classes
) -> list[Message]:
    """Return a message on classes with a different name in the default class list."""
    pairs: dict[tuple[str, str], Message] = {}
    for legend, naming in zip(legends, namings):
        for value, name in sorted(legend.names.items()):
            given = classes[naming.class_indices[value]].name
            if given.casefold() != name.casefold():
                pairs[name, given] = Message("'{name}' = {given}", name=name, given=given)
    if not pairs:
        return []
    names = shorten_list(pairs.values())
    return [Message("Class names follow the default class list: {names}.", names=names)]


def legend_conflicts(labels: list[str], legends: list[RasterLegend]) -> list[Message]:
    """Return a message for each value with different names in the legends; names decide."""
    lines = []
    for value in sorted({value for legend in legends for value in legend.names}):
        named = [(d.names[value], label) for label, d in zip(labels, legends) if value in d.names]
        if len({name.casefold() for name, _ in named}) < 2:
            continue
        names = [Message("'{name}' in {label}", name=name, label=label) for name, label in named]
        lines.append(
            Message(
                "Legends differ: value {value} is {names}; classes are matched by name.",
                value=value,
                names=MessageList(names),
            )
        )
    if len(lines) <= MAX_LISTED_ITEMS:
        return lines
    more = Message("Legends differ for {count} more values.", count=len(lines) - MAX_LISTED_ITEMS)
    return [*lines[:MAX_LISTED_ITEMS], more]
