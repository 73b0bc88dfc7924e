"""Disturbing classes, and types of land change by the names of map classes.

Classes of certain groups disturb carbon sinks; by default, mines. The classes of a
change map are named by conversion, as `Arable land -> Dump`, or by zone; the groups of
former and later class determine whether land was disturbed, reclaimed, or neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from ..base.messages import DataError, Message, MessageList, Notes, Term, Text
from ..base.numbers import split_list
from .area_errors import Conversion
from .classes import DISTURBED_LAND, MINE, MINED_LAND, SINK, Classes, LandClass, shorten_list
from .coefficients import Coefficients
from .defaults import find_complete_legend
from .zone_rules import LASTING_ZONE_NAMES, Zone

# Terms for the groups of the shipped schemes in sentences; user-defined groups keep their names.
GROUP_TERMS = {
    MINE: Term("mines"),
    "built": Term("built-up land"),
    "water": Term("water"),
    "wetland": Term("wetland"),
    "bare": Term("bare land"),
    "snow": Term("snow and ice"),
}


@dataclass(frozen=True)
class DisturbingClasses:
    """Groups (case-folded, unique): conversions to them from group `sink` are a carbon loss."""

    groups: tuple[str, ...] = (MINE,)
    # Keys (case-folded) of sinks excluded from losses because their density is unknown.
    uncounted: frozenset[str] = frozenset()

    @property
    def is_mining_only(self) -> bool:
        """Whether mining is the only disturbing land use."""
        return self.groups == (MINE,)

    @property
    def land_term(self) -> Term:
        """Term for the disturbed land in sentences."""
        return MINED_LAND if self.is_mining_only else DISTURBED_LAND

    @property
    def disturbed_term(self) -> Term:
        """Participle for the disturbance."""
        return Term("mined") if self.is_mining_only else Term("disturbed")

    @property
    def balance_title(self) -> Message:
        """Title of sections and tiles on the carbon balance of the disturbed land."""
        return Message("Carbon balance of {land}", land=self.land_term)

    @property
    def group_names(self) -> MessageList:
        """Groups in words, such as mines, built-up land."""
        return MessageList(GROUP_TERMS.get(group, group) for group in self.groups)

    @property
    def alternative_names(self) -> MessageList:
        """Groups in words as alternatives: mines or built-up land."""
        return MessageList(self.group_names.parts, Term(" or "))

    @property
    def sentence_subject(self) -> Text | MessageList:
        """Disturbing land uses as the subject of a sentence: mining, or mines or built-up land."""
        return Term("mining") if self.is_mining_only else self.alternative_names

    @property
    def mined_land_sentences(self) -> list[Message]:
        """Sentence that defines mined land, unless it is the mine group only."""
        if self.is_mining_only:
            return []
        return [Message("Mined land: groups {groups}.", groups=self.quoted_groups)]

    @property
    def quoted_groups(self) -> MessageList:
        """Group names as in tables, such as 'mine', 'built'."""
        return _quote_group_names(self.groups)

    @property
    def with_all_sinks(self) -> DisturbingClasses:
        """The same for land-use history, with all sinks included."""
        return DisturbingClasses(self.groups)

    def is_disturbing(self, land_class: LandClass) -> bool:
        """Return whether a class disturbs carbon sinks."""
        return land_class.group.casefold() in self.groups

    def is_loss(self, source: LandClass, target: LandClass) -> bool:
        """Return whether a conversion is the disturbance of an included carbon sink."""
        return source.is_sink and self.is_included(source) and self.is_disturbing(target)

    def is_reclamation(self, source: LandClass, target: LandClass) -> bool:
        """Return whether a conversion is reclamation to a carbon sink."""
        return self.is_disturbing(source) and target.is_sink

    def is_included(self, land_class: LandClass) -> bool:
        """Return whether the carbon of a class is included."""
        return land_class.key.casefold() not in self.uncounted

    def exclude_sinks(self, keys: Iterable[str]) -> DisturbingClasses:
        """Return a copy with further sinks (keys, case-folded) excluded from losses."""
        return replace(self, uncounted=self.uncounted.union(keys))

    def exclude_sinks_without_density(
        self, coefficients: Coefficients, classes: Iterable[LandClass]
    ) -> DisturbingClasses:
        """Return a copy that excludes sinks without coefficients, if coefficients are partial."""
        return (
            self.exclude_sinks(coefficients.missing_sink_keys(classes))
            if coefficients.is_partial
            else self
        )

    def keep_existing_groups(self, classes: Sequence[LandClass]) -> DisturbingClasses:
        """Return a copy without groups missing in the run, unless all are missing."""
        there = {c.group.casefold() for c in classes}
        groups = tuple(group for group in self.groups if group in there) or self.groups
        return replace(self, groups=groups)

    def no_loss_reason(self, classes: Sequence[LandClass]) -> Message | None:
        """Return why no loss is possible between these classes; None if it is possible."""
        disturbing, sinks = any(map(self.is_disturbing, classes)), any(c.is_sink for c in classes)
        if disturbing and sinks:
            return None
        if disturbing:
            reason = Message("no class is in the group 'sink'")
        elif sinks:
            reason = Message(
                "no class is in a disturbing group (TAKING_GROUPS: {groups})",
                groups=self.quoted_groups,
            )
        else:
            reason = Message(
                "no class is in the group 'sink' or in a disturbing group (TAKING_GROUPS: "
                "{groups})",
                groups=self.quoted_groups,
            )
        return Message(
            "{reason}; groups found: {found}", reason=reason, found=describe_groups(classes)
        )

    def hidden_mines_warning(self, classes: Sequence[LandClass]) -> Message | None:
        """Return the warning that mines (not built-up, water) are shown as other land, or None."""
        mined = DisturbingClasses(
            tuple(g for g in self.groups if g == MINE or g not in GROUP_TERMS)
        )
        if not mined.groups or any(map(mined.is_disturbing, classes)):
            return None
        return Message(
            "No class is in the group {groups}. Global land-cover maps show 56 to 77 % of "
            "the land disturbed by mining as natural land (Scientific Reports 2025, "
            "doi:10.1038/s41598-025-01959-3). Use {algorithm} (polygonclasses) to add mine "
            "outlines to the maps.",
            groups=mined.quoted_groups,
            algorithm=Term("Burn polygons into land use"),
        )

    def check_losses_possible(self, classes: Sequence[LandClass]) -> None:
        """Raise DataError for classes between which no loss is possible."""
        why = self.no_loss_reason(classes)
        if why is not None:
            raise DataError(
                "{why}; assign groups in CLASSES (column 'group') or SCHEME and set TAKING_GROUPS",
                why=why,
            )

    def log_groups(self, classes: Sequence[LandClass], notes: Notes) -> None:
        """Log the disturbing classes if not mining only, and groups without any class."""
        disturbing = [c for c in classes if self.is_disturbing(c)]
        known = self.keep_existing_groups(classes)
        if disturbing and not known.is_mining_only:
            notes.add_notice(
                "Disturbed land: groups {groups} ({classes}).",
                groups=known.quoted_groups,
                classes=shorten_list(c.name for c in disturbing),
            )
        lacking = [group for group in self.groups if group not in known.groups]
        if lacking:
            notes.add_warning(
                "TAKING_GROUPS: no class is in {lacking}; groups found: {found}.",
                lacking=_quote_group_names(lacking),
                found=describe_groups(classes),
            )


def parse_disturbing_classes(text: str) -> DisturbingClasses:
    """Parse groups from a text such as `mine,built`, in its order; default: mine."""
    if not text.strip():
        return DisturbingClasses()
    groups = tuple(dict.fromkeys(part.casefold() for part in split_list(text) if part))
    if not groups:
        raise DataError("TAKING_GROUPS: '{text}' contains no group name", text=text.strip())
    if SINK in groups:
        raise DataError(
            "TAKING_GROUPS: '{group}' is the carbon-sink group and cannot also be a "
            "disturbing group",
            group=SINK,
        )
    return DisturbingClasses(groups)


def describe_groups(classes: Sequence[LandClass]) -> Text | MessageList:
    """Return the groups with their classes, such as sink (Field, Wood), built (Town)."""
    by_group: dict[str, list[str]] = {}
    for land_class in classes:
        by_group.setdefault(land_class.group, []).append(land_class.name)
    without = by_group.pop("", [])
    groups = [
        Message("{name} ({group})", name=group, group=shorten_list(names))
        for group, names in by_group.items()
    ]
    if without:
        groups.append(Message("no group ({classes})", classes=shorten_list(without)))
    return MessageList(groups) if groups else Term("none")


def _quote_group_names(groups: Sequence[str]) -> MessageList:
    return MessageList(Message("'{group}'", group=group) for group in groups)


# Separators of the class names of a conversion, in rasters and as typed.
ARROWS = ("\N{RIGHTWARDS ARROW}", "->")
# Values of conversion rasters are from x 1000 + to; values without such a code are larger.
CONVERSION_FACTOR = 1000


def find_arrow(text: str) -> str:
    """Return the arrow in the name of a conversion; '' if there is none."""
    return next((arrow for arrow in ARROWS if arrow in text), "")


def parse_conversion(text: str, classes: Classes) -> Conversion:
    """Return the classes of a conversion; None if it is none or has an unknown class."""
    arrow = find_arrow(text)
    parts = text.split(arrow) if arrow else []
    # Names may contain arrows.
    for end in range(1, len(parts)):
        sides = [arrow.join(side) for side in (parts[:end], parts[end:])]
        source, target = map(classes.find_class, sides)
        if source is not None and target is not None:
            return classes[source], classes[target]
    return None


def unmapped_conversions(mapped: Mapping[int, str]) -> dict[int, str]:
    """Return the conversions between the classes of a map that are missing in it, by value.

    Classes are those of the map and its shipped legend; empty if it has no conversions.
    """
    sides: dict[int, str] = {}
    for value, name in mapped.items():
        arrow = find_arrow(name)
        parts = [part.strip() for part in name.split(arrow)] if arrow else []
        if len(parts) != 2:
            return {}
        if 0 <= value < CONVERSION_FACTOR * CONVERSION_FACTOR:
            for code, part in zip(divmod(value, CONVERSION_FACTOR), parts):
                if sides.setdefault(code, part) != part:
                    return {}
    if len(set(sides.values())) < len(sides):
        return {}
    known = {name.casefold() for name in mapped.values()}
    sides = {**find_complete_legend(sides), **sides}
    names = {
        source * CONVERSION_FACTOR + target: f"{sides[source]} \N{RIGHTWARDS ARROW} {sides[target]}"
        for source, target in product(sorted(sides), repeat=2)
    }
    return {v: n for v, n in names.items() if v not in mapped and n.casefold() not in known}


# Names of strata in tables, identical in all languages because other tools read them.
DISTURBED_STRATUM, RECLAIMED_STRATUM, BUFFER_STRATUM, OTHER_STRATUM, STABLE_STRATUM = (
    "taken",
    "given back",
    "buffer",
    "other change",
    "stable",
)
# In table order.
CHANGE_STRATA = (
    DISTURBED_STRATUM,
    RECLAIMED_STRATUM,
    BUFFER_STRATUM,
    OTHER_STRATUM,
    STABLE_STRATUM,
)
# The stratum of disturbed land includes the former class, after this separator.
CLASS_SEPARATOR = ": "

# Change types of zones of the shipped rules; persistent land has separate values.
ZONE_CHANGE_TYPES = {"emission_control": DISTURBED_STRATUM, "invariant": STABLE_STRATUM}


class LandChange(NamedTuple):
    """Land change of a map class; `kind`: a *_STRATUM, `source`: former class if disturbed."""

    kind: str
    source: LandClass | None = None

    @property
    def stratum_name(self) -> str:
        """Name of the stratum, outside the buffer."""
        return (
            self.kind if self.source is None else f"{self.kind}{CLASS_SEPARATOR}{self.source.name}"
        )


# Function that returns the change of a map class; None if its name is not recognised.
ChangeClassifier = Callable[[LandClass], "LandChange | None"]


def make_change_classifier(
    land_classes: Classes, disturbing: DisturbingClasses, zones: Sequence[Zone]
) -> ChangeClassifier:
    """Create a classifier of changes by the names of conversions and of the default zones."""
    keys = {text.casefold(): zone.key for zone in zones for text in (zone.key, *zone.names)}

    def change(land_class: LandClass) -> LandChange | None:
        name = land_class.name
        pair = parse_conversion(name, land_classes)
        if pair is not None:
            source, target = pair
            if source.identity == target.identity:
                return LandChange(STABLE_STRATUM)
            if disturbing.is_loss(source, target):
                return LandChange(DISTURBED_STRATUM, source)
            return LandChange(
                RECLAIMED_STRATUM if disturbing.is_reclamation(source, target) else OTHER_STRATUM
            )
        if find_arrow(name):
            return None
        if name.casefold() in map(str.casefold, LASTING_ZONE_NAMES):
            return LandChange(STABLE_STRATUM)
        key = keys.get(name.casefold())
        return None if key is None else LandChange(ZONE_CHANGE_TYPES.get(key, OTHER_STRATUM))

    return change


def check_map_changes(
    classes: Sequence[LandClass], changes: ChangeClassifier, label: str, by_source: bool
) -> None:
    """Raise DataError for unknown changes; `by_source`: disturbed land needs a former class."""
    class_changes = [(c.name, changes(c)) for c in classes]
    strange = [name for name, change in class_changes if change is None]
    if strange and len(strange) == len(classes) and not any(map(find_arrow, strange)):
        raise DataError(
            "{label}: BUFFER and the option 'taken' of STRATA_BY require a raster of "
            "conversions or zones (classes: {classes}); use the output CONVERSIONS of "
            "Land-use transfer matrix as MAP",
            label=label,
            classes=shorten_list(strange),
        )
    if strange:
        raise DataError(
            "{label}: classes of the conversions {classes} not recognised; set CLASSES or SCHEME",
            label=label,
            classes=shorten_list(strange),
        )
    losses = [change for _, change in class_changes if change and change.kind == DISTURBED_STRATUM]
    if not losses:
        raise DataError(
            "{label}: no disturbed carbon sinks (classes: {classes}); check TAKING_GROUPS "
            "and the groups in CLASSES",
            label=label,
            classes=shorten_list(c.name for c in classes),
        )
    if by_source and any(change.source is None for change in losses):
        raise DataError(
            "STRATA_BY: taken requires the former class, which zones do not contain; use a "
            "raster of conversions as MAP"
        )


# Minimum sample sizes by stratum name, case-folded.
MinSampleSizes = Mapping[str, int]


def parse_min_sample_sizes(parts: Sequence[str], most: int) -> MinSampleSizes:
    """Parse the minimum sample sizes of MIN_PER_STRATUM, such as buffer=100 and stable=200."""
    floors: dict[str, int] = {}
    for part in parts:
        name, _, count = map(str.strip, part.replace("\uff1d", "=").rpartition("="))
        if not name or not count.isdecimal() or not 1 <= int(count) <= most:
            raise DataError(
                "MIN_PER_STRATUM: '{part}' is not stratum=number, such as buffer=100, with "
                "an integer from 1 to {most}",
                part=part,
                most=most,
            )
        if name.casefold() in floors:
            raise DataError("MIN_PER_STRATUM: duplicate stratum '{name}'", name=name)
        floors[name.casefold()] = int(count)
    return floors


def match_min_sample_sizes(
    floors: MinSampleSizes, names: Sequence[Sequence[str]], notes: Notes, known: Sequence[str] = ()
) -> list[int]:
    """Return the minimum sample size of each stratum, by its names; 0 if none is given.

    A shared name applies to each; a note lists `known` names without a matching stratum.
    """
    of_strata, unused = [0] * len(names), list[str]()
    for name, floor in floors.items():
        named = [n for n, own in enumerate(names) if name in (text.casefold() for text in own)]
        if not named and name not in known:
            raise DataError(
                "MIN_PER_STRATUM: there is no stratum '{name}'; the strata are {strata}",
                name=name,
                strata=MessageList(own[-1] for own in names),
            )
        unused += [] if named else [name]
        for index in named:
            of_strata[index] = max(of_strata[index], floor)
    if unused:
        notes.add_warning(
            "MIN_PER_STRATUM: strata that are not in this sample are ignored: {names}; "
            "available strata: {strata}.",
            names=MessageList(unused),
            strata=shorten_list(own[-1] for own in names),
        )
    return of_strata
