"""Which classes take land from the sinks: those of some groups, which are mines by default."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..base.messages import DataError, Listed, Message, Notes, Term, Text
from ..base.numbers import parts_of
from .classes import MINE, SINK, LandClass
from .coefficients import Coefficients
from .unknown import some

# What the groups of the shipped schemes are called in a sentence; those of a user's own keep
# their names.
WORDS = {
    MINE: Term("mines"),
    "built": Term("built-up land"),
    "water": Term("water"),
    "wetland": Term("wetland"),
    "bare": Term("bare land"),
    "snow": Term("snow and ice"),
}


@dataclass(frozen=True)
class DisturbingClasses:
    """The groups (case-folded, each once) whose classes take land from the sinks.

    A conversion from a class of group `sink` to a class of such a group is a loss of carbon.

    Attributes:
        uncounted: the keys (case-folded) of sinks of which no loss is counted, because nobody
            knows what they hold.
    """

    groups: tuple[str, ...] = (MINE,)
    uncounted: frozenset[str] = frozenset()

    @property
    def is_mining(self) -> bool:
        """Whether it is mining alone that takes land, which texts then say."""
        return self.groups == (MINE,)

    @property
    def mined(self) -> DisturbingClasses | None:
        """Those of them that are mined land, as towns and water are not; None where none is.

        What land was and became does not hang on whether its carbon is counted.
        """
        groups = tuple(g for g in self.groups if g == MINE or g not in WORDS)
        return DisturbingClasses(groups) if groups else None

    @property
    def words(self) -> Listed:
        """The groups in words, such as mines, built-up land."""
        return Listed(WORDS.get(group, group) for group in self.groups)

    @property
    def or_words(self) -> Listed:
        """The groups in words, as what takes land: mines or built-up land."""
        return Listed(self.words.parts, Term(" or "))

    @property
    def subject(self) -> Text | Listed:
        """What takes land, as what a sentence is about: mining, or mines or built-up land."""
        return Term("mining") if self.is_mining else self.or_words

    @property
    def mined_words(self) -> list[Message]:
        """Which land is called mined, where that is not the group of the mines alone."""
        if self.is_mining:
            return []
        return [Message("Mined land is that of the groups {groups} here.", groups=self.quoted)]

    @property
    def quoted(self) -> Listed:
        """The groups as tables have them, such as 'mine', 'built'."""
        return _quoted(self.groups)

    @property
    def of_all_sinks(self) -> DisturbingClasses:
        """The same for what land was and became, which does not hang on whether its carbon is
        counted."""
        return DisturbingClasses(self.groups)

    def takes(self, land_class: LandClass) -> bool:
        """Whether a class takes land from the sinks."""
        return land_class.group.casefold() in self.groups

    def is_loss(self, source: LandClass, target: LandClass) -> bool:
        """Whether a conversion is the occupation of a carbon sink."""
        return source.is_sink and self.counts(source) and self.takes(target)

    def is_return(self, source: LandClass, target: LandClass) -> bool:
        """Whether a conversion gives land back to the sinks."""
        return self.takes(source) and target.is_sink

    def counts(self, land_class: LandClass) -> bool:
        """Whether the carbon of a class is counted."""
        return land_class.key.casefold() not in self.uncounted

    def without(self, keys: Iterable[str]) -> DisturbingClasses:
        """The same, with further sinks (keys, case-folded) of which no loss is counted."""
        return replace(self, uncounted=self.uncounted.union(keys))

    def counted_by(
        self, coefficients: Coefficients, classes: Iterable[LandClass]
    ) -> DisturbingClasses:
        """The same without the sinks that have no coefficients, where such count nowhere."""
        return self.without(coefficients.lacking(classes)) if coefficients.is_partial else self

    def known_to(self, classes: Sequence[LandClass]) -> DisturbingClasses:
        """Without the groups that no class of the run is in, unless that is so of all."""
        there = {c.group.casefold() for c in classes}
        groups = tuple(group for group in self.groups if group in there) or self.groups
        return replace(self, groups=groups)

    def why_no_losses(self, classes: Sequence[LandClass]) -> Message | None:
        """Why there can be no loss between these classes, and their groups; None if there can."""
        disturbing, sinks = any(map(self.takes, classes)), any(c.is_sink for c in classes)
        if disturbing and sinks:
            return None
        if disturbing:
            reason = Message("no class is in the group 'sink'")
        elif sinks:
            reason = Message(
                "no class is in a group that takes land from the sinks (TAKING_GROUPS: {groups})",
                groups=self.quoted,
            )
        else:
            reason = Message(
                "no class is in the group 'sink' or in one that takes land from it "
                "(TAKING_GROUPS: {groups})",
                groups=self.quoted,
            )
        return Message(
            "{reason}; the groups of the classes: {found}",
            reason=reason,
            found=groups_found(classes),
        )

    def hidden_mines(self, classes: Sequence[LandClass]) -> Message | None:
        """That maps without a class of mines show mines as other land; None where they have one."""
        mined = self.mined
        if mined is None or any(map(mined.takes, classes)):
            return None
        return Message(
            "No class of the maps is in the group {groups}. Of the land that mining disturbed, "
            "global land-cover maps show 56 to 77 % as natural land (Scientific Reports 2025, "
            "doi:10.1038/s41598-025-01959-3). {algorithm} (polygonclasses) puts outlines of mines "
            "into the maps.",
            groups=mined.quoted,
            algorithm=Term("Burn polygons into land use"),
        )

    def require_losses(self, classes: Sequence[LandClass]) -> None:
        """Refuse classes between which there can be no loss.

        Raises:
            DataError: naming what is missing, the groups that there are, and what to do.
        """
        why = self.why_no_losses(classes)
        if why is not None:
            raise DataError(
                "{why}; give the classes groups in a class table (CLASSES, column 'group') or by "
                "SCHEME, and name those that take land in TAKING_GROUPS",
                why=why,
            )

    def note_groups(self, classes: Sequence[LandClass], notes: Notes) -> None:
        """Say which classes take land where that is not mining, and which groups no class has."""
        disturbing = [c for c in classes if self.takes(c)]
        known = self.known_to(classes)
        if disturbing and not known.is_mining:
            notes.inform(
                "Disturbed land is that of the groups {groups}: {classes}.",
                groups=known.quoted,
                classes=some(c.name for c in disturbing),
            )
        lacking = [group for group in self.groups if group not in known.groups]
        if lacking:
            notes.warn(
                "TAKING_GROUPS: no class is in {lacking}; the groups of the classes: {found}.",
                lacking=_quoted(lacking),
                found=groups_found(classes),
            )


def read_disturbing_classes(text: str) -> DisturbingClasses:
    """The groups in a text such as `mine,built`, in its order; without any text the mine.

    Raises:
        DataError: it names no group, or that of the sinks themselves.
    """
    if not text.strip():
        return DisturbingClasses()
    groups = tuple(dict.fromkeys(part.casefold() for part in parts_of(text) if part))
    if not groups:
        raise DataError("TAKING_GROUPS: '{text}' names no group", text=text.strip())
    if SINK in groups:
        raise DataError(
            "TAKING_GROUPS: '{group}' is the group that land is taken from, so it cannot be one "
            "that takes it",
            group=SINK,
        )
    return DisturbingClasses(groups)


def groups_found(classes: Sequence[LandClass]) -> Text | Listed:
    """The groups with their classes, such as sink (Field, Wood), built (Town)."""
    by_group: dict[str, list[LandClass]] = {}
    for land_class in classes:
        by_group.setdefault(land_class.group, []).append(land_class)
    without = by_group.pop("", [])
    groups = [
        Message("{group} ({classes})", group=group, classes=some(c.name for c in members))
        for group, members in by_group.items()
    ]
    if without:
        groups.append(Message("without a group ({classes})", classes=some(c.name for c in without)))
    return Listed(groups) if groups else Term("none")


def _quoted(groups: Sequence[str]) -> Listed:
    return Listed(Message("'{group}'", group=group) for group in groups)
