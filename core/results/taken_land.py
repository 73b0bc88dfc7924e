"""All land that was taken, by the class that it was: which density counts it, if any does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..base.dates import Period
from ..base.messages import Listed, Message, Notes, Term, Text
from ..scan.census import TransitionCube
from ..scheme.classes import MINE, LandClass
from ..scheme.coefficients import Coefficient, Coefficients
from ..scheme.disturbing_classes import DisturbingClasses
from ..scheme.source_words import source_words

# Groups whose land holds no carbon that anybody would count.
BARE_GROUPS = (MINE, "bare", "water", "built")
# How the sources of densities tell the depth of IPCC's soils: of mangroves, and of others.
DEPTHS = ("soil 0-100 cm", "soil 0-30 cm")
# A class of a product may be peat among others: its codes of one key are one class.
PEAT = ("peat", "\u6ce5\u70ad")


@dataclass(frozen=True)
class TakenLand:
    """Land of a class that was taken, in all periods together.

    Attributes:
        area_ha: hectares, as often as they were taken.
        share_pct: of all land that was taken.
        coefficient: whose densities count it; None: it counts 0.
    """

    land_class: LandClass
    area_ha: float
    share_pct: float
    coefficient: Coefficient | None

    @property
    def is_uncounted(self) -> bool:
        """Whether it counts 0 and might hold carbon."""
        return self.coefficient is None and self.land_class.group.casefold() not in BARE_GROUPS

    @property
    def words(self) -> Text:
        """Its class with hectares and per cent, and peat where its legend names some."""
        told = Message(
            "{name} {area:,.2f} ha ({share:.1f} %)",
            name=self.land_class.name,
            area=self.area_ha,
            share=self.share_pct,
        )
        names = [name for name in self.land_class.names if any(p in name.casefold() for p in PEAT)]
        if not names:
            return told
        return Message(
            "{told}, which may be peat ({name}), that can hold ten times a mineral soil",
            told=told,
            name=names[0],
        )


def taken_land(
    cube: TransitionCube,
    periods: Sequence[Period],
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> list[TakenLand]:
    """The land that was taken in some periods, by class, the largest first.

    Args:
        periods: of the cube; one that spans others is not to be among them.
    """
    hectares: dict[int, float] = {}
    for period, cells, areas in cube.by_period():
        if period not in periods:
            continue
        for source, target in cube.pairs(cells):
            if disturbing.takes(cube.classes[target]) > disturbing.takes(cube.classes[source]):
                hectares[source] = hectares.get(source, 0.0) + float(areas[source, target])
    whole = sum(hectares.values())
    taken_lands = []
    for class_index, area in sorted(hectares.items(), key=lambda item: -item[1]):
        land_class = cube.classes[class_index]
        counts = land_class.is_sink and land_class in coefficients
        in_use = coefficients.of(land_class) if counts else None
        taken_lands.append(TakenLand(land_class, area, 100.0 * area / whole, in_use))
    return taken_lands


def uncounted_sentence(taken_lands: Iterable[TakenLand]) -> Message | None:
    """How much of the land that was taken counts 0; None where it is nothing."""
    uncounted = [land for land in taken_lands if land.is_uncounted]
    if not uncounted:
        return None
    return Message(
        "{area:,.2f} ha of all land taken, {share:.1f} %, count 0, because the "
        "coefficients have no density of what it was: {classes}.",
        area=sum(land.area_ha for land in uncounted),
        share=sum(land.share_pct for land in uncounted),
        classes=Listed(land.words for land in uncounted),
    )


def taken_notes(taken_lands: Sequence[TakenLand]) -> Notes:
    """All land that was taken, class by class, and a warning of what counts 0."""
    notes = Notes()
    if taken_lands:
        notes.inform(
            "Land that was taken: {classes}.",
            classes=Listed((_with_density(land) for land in taken_lands), Term("; ")),
        )
    sentences = (uncounted_sentence(taken_lands), _depth_sentence(taken_lands))
    notes.warnings += [sentence for sentence in sentences if sentence]
    return notes


def _depth_sentence(taken_lands: Iterable[TakenLand]) -> Message | None:
    """That soils of two depths are added up; None where all are of one, or none is told."""
    counted = [(land.land_class.name, land.coefficient) for land in taken_lands if land.coefficient]
    deep, others = (
        [name for name, coefficient in counted if depth in coefficient.source] for depth in DEPTHS
    )
    if not deep or not others:
        return None
    return Message(
        "The soil of {deep} counts to a depth of 100 cm, that of {others} to 30 cm, as IPCC's "
        "tables have no other; COEFFICIENTS can have one depth for all.",
        deep=Listed(deep),
        others=Listed(others),
    )


def _with_density(land: TakenLand) -> Message:
    values = {"name": land.land_class.name, "area": land.area_ha, "share": land.share_pct}
    if land.coefficient is None:
        return Message("{name} {area:,.2f} ha ({share:.1f} %), not counted: no density", **values)
    return Message(
        "{name} {area:,.2f} ha ({share:.1f} %), soil {soil:g} and vegetation {vegetation:g} t C/ha "
        "({source})",
        soil=land.coefficient.soil.density,
        vegetation=land.coefficient.vegetation.density,
        source=source_words(land.coefficient.source) or Term("source not given"),
        **values,
    )
