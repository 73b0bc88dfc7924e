"""The shipped densities are one mine's: what to say of them, by where a run's land lies."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from ..base.messages import Message, Notes, Term

# Pingshuo, in degrees, and how far from it, in km, its densities may pass for those of the place.
LATITUDE, LONGITUDE = 39.5, 112.4
NEAR_KM = 300.0
EARTH_KM = 6371.0

# A point of the Earth: longitude and latitude, in degrees.
Point = tuple[float, float]

WAY_OUT = Term(
    "Tonnes may be off by more than half: give COEFFICIENTS of this place, which the algorithm "
    "Carbon densities (carbondensities) makes."
)


def kilometres_from_pingshuo(point: Point) -> float:
    """Along the great circle of a sphere (haversine)."""
    east, north, south = (radians(degrees) for degrees in (point[0], point[1], LATITUDE))
    apart = east - radians(LONGITUDE)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def paper_caveat(point: Point | None) -> Message | None:
    """What to warn of; None where the land lies beside the mine.

    Args:
        point: the middle of the land; None: not known.
    """
    if point is None:
        return Message(
            "The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), "
            "and where this land lies is not known. {way_out}",
            way_out=WAY_OUT,
        )
    distance = kilometres_from_pingshuo(point)
    if distance <= NEAR_KM:
        return None
    return Message(
        "The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), "
        "{distance} km from this land. {way_out}",
        distance=f"{distance:,.0f}",
        way_out=WAY_OUT,
    )


def note_paper(notes: Notes, caveat: Message | None = None) -> None:
    """Name the shipped densities in the log: as a warning where there is something to warn of."""
    if caveat is not None:
        notes.warnings.append(caveat)
        return
    notes.inform(
        "The carbon densities are those of one mine, Pingshuo in Shanxi (Yang et al. 2022), at "
        "{latitude:g} N, {longitude:g} E; they have no half-widths.",
        latitude=LATITUDE,
        longitude=LONGITUDE,
    )
