"""Sources of carbon densities: the shipped ones of a single mine, and those of IPCC tables.

For the shipped densities the module provides caveats by distance from the mine; for
IPCC sources, stored as one line of English in the coefficient table, their translation.
"""

from __future__ import annotations

import re
from functools import reduce
from math import asin, cos, radians, sin, sqrt

from ..base.messages import Message, MessageList, Notes, Term, Text

# Location of Pingshuo in degrees, and the distance in km up to which its densities are treated as
# site-specific.
PINGSHUO_LATITUDE, PINGSHUO_LONGITUDE = 39.5, 112.4
MAX_DISTANCE_KM = 300.0
EARTH_RADIUS_KM = 6371.0

# Longitude and latitude in degrees.
Point = tuple[float, float]

LOCAL_DENSITY_HINT = Term(
    "Carbon results may be in error by more than half; create site-specific COEFFICIENTS "
    "with Carbon densities (carbondensities)."
)


def distance_to_pingshuo_km(point: Point) -> float:
    """Return the great-circle distance on a sphere (haversine)."""
    east, north, south = (radians(degrees) for degrees in (point[0], point[1], PINGSHUO_LATITUDE))
    apart = east - radians(PINGSHUO_LONGITUDE)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


def pingshuo_caveat(point: Point | None) -> Message | None:
    """Return the caveat on the shipped densities for a study area; None near the mine."""
    if point is None:
        return Message(
            "Carbon densities are from one mine, Pingshuo, Shanxi (Yang et al. 2022); the "
            "location of the study area is unknown. {way_out}",
            way_out=LOCAL_DENSITY_HINT,
        )
    distance = distance_to_pingshuo_km(point)
    if distance <= MAX_DISTANCE_KM:
        return None
    return Message(
        "Carbon densities are from one mine, Pingshuo, Shanxi (Yang et al. 2022), {distance} "
        "km from the study area. {way_out}",
        distance=f"{distance:,.0f}",
        way_out=LOCAL_DENSITY_HINT,
    )


def log_default_densities(notes: Notes, caveat: Message | None = None) -> None:
    """Log the source of the shipped densities, or the caveat as a warning."""
    if caveat is not None:
        notes.warnings.append(caveat)
        return
    notes.add_notice(
        "Carbon densities: Yang et al. (2022), Pingshuo mine, Shanxi ({latitude:g} N, "
        "{longitude:g} E); no uncertainty given.",
        latitude=PINGSHUO_LATITUDE,
        longitude=PINGSHUO_LONGITUDE,
    )


# Separator of the sources of soil, vegetation and recovery.
SOURCE_SEPARATOR = "; "
# Prefix for the source of the reclaimed density, if it is another forest type.
RETURNED_PREFIX = "returned as "
IPCC_SOURCE_PATTERN = re.compile(
    "(?P<what>[^:]+): (?P<edition>IPCC .+?), table (?P<table>[^,]+)(?P<rest>.*)"
)
PHRASE_PATTERNS = (
    (re.compile(r"\+-(?P<percent>[\d.]+) %"), Message("+-{percent} %")),
    (re.compile(r"\+-(?P<percent>[\d.]+) % \(site\)"), Message("+-{percent} % (site)")),
    (re.compile(r"\+-(?P<percent>[\d.]+) % \(mean\)"), Message("+-{percent} % (mean)")),
    (
        re.compile(r"site error: mean error x square root of (?P<profiles>\d+) profiles"),
        Message("site error: mean error x square root of {profiles} profiles"),
    ),
    (
        re.compile(r"midpoint of the range (?P<range>[\d.-]+)"),
        Message("midpoint of the range {range}"),
    ),
    (re.compile(r"range (?P<range>[\d.-]+)"), Message("range {range}")),
)
SOURCE_TERMS = {
    str(term): term
    for term in (
        Term("IPCC 2013 Wetlands Supplement"),
        Term("IPCC 2006, kept in 2019"),
        Term("2.3 x 5.3 of the 2013 Wetlands Supplement"),
        Term("4.12 with 4.4"),
        Term("4.3 with 4.5"),
        Term("4.4 with 4.5"),
        Term("4.7 with 4.4"),
        Term("4.9 with 4.4"),
        Term("5.1 with 5.2"),
        Term("90 % assumed"),
        Term("R 0.381 or 0.386 in other copies"),
        Term("total 2.3 x above-ground growth at R 1.338: growth is 2.48 t C at R 0.32 (2006)"),
        Term("above ground"),
        Term("exceeds the tropical-wet value (as printed in the copy used)"),
        Term("africa"),
        Term("all"),
        Term("alley cropping"),
        Term("americas"),
        Term("annual crops"),
        Term("any soil"),
        Term("arable"),
        Term("asia"),
        Term("boreal coniferous"),
        Term("boreal dry"),
        Term("boreal moist"),
        Term("boreal mountain"),
        Term("boreal tundra woodland"),
        Term("broadleaf"),
        Term("checked"),
        Term("cool temperate dry"),
        Term("cool temperate moist"),
        Term("dead wood"),
        Term("drained wetland soil: value for high activity clay"),
        Term("error based on few plots"),
        Term("printed error of 0.03"),
        Term("the published error of 0.1 (3 %) is implausible"),
        Term("growth from another row of the table (90 %)"),
        Term("hedgerow"),
        Term("high activity clay"),
        Term("higher than any other dry zone"),
        Term("interval not read"),
        Term("litter"),
        Term("low activity clay"),
        Term("mangrove"),
        Term("mean over the cycle"),
        Term("multistrata"),
        Term("natural"),
        Term("needleleaf"),
        Term("no error given in the copy"),
        Term("no range given in the copy: 90 % assumed"),
        Term("no root-to-shoot ratio: above-ground biomass only"),
        Term("variation among sites unknown: error of the mean"),
        Term("of the mean"),
        Term("oil palm"),
        Term("olive"),
        Term("orchard"),
        Term("paddy"),
        Term("parkland"),
        Term("perennial crops"),
        Term("perennial fallow"),
        Term("plantation"),
        Term("polar dry"),
        Term("polar moist"),
        Term("range 1.0-1.1 as printed"),
        Term("reference"),
        Term("regrowth"),
        Term("root-to-shoot ratio of 2006"),
        Term("root-to-shoot ratio of 2006 (> 20 t d.m./ha)"),
        Term("rubber"),
        Term("sandy"),
        Term("shaded perennial"),
        Term("short rotation coppice"),
        Term("silvoarable"),
        Term("silvopasture"),
        Term("single"),
        Term("soil 0-100 cm"),
        Term("soil 0-30 cm"),
        Term("spodic"),
        Term("subtropical"),
        Term("subtropical dry"),
        Term("subtropical humid"),
        Term("subtropical mountain"),
        Term("subtropical steppe"),
        Term("1.338 applies only above 125 t/ha in the 2019 table"),
        Term("tea"),
        Term("temperate"),
        Term("temperate continental"),
        Term("temperate mountain"),
        Term("temperate oceanic"),
        Term("value for the subtropics"),
        Term("value for tropical wet"),
        Term("tropical"),
        Term("tropical dry"),
        Term("tropical moist"),
        Term("tropical moist deciduous"),
        Term("tropical montane"),
        Term("tropical mountain"),
        Term("tropical rainforest"),
        Term("tropical shrubland"),
        Term("tropical wet"),
        Term("vegetation"),
        Term("vine"),
        Term("volcanic"),
        Term("warm temperate"),
        Term("warm temperate dry"),
        Term("warm temperate moist"),
        Term("wetland"),
        Term("without fine woody debris"),
    )
}
# Disambiguated for translation, as the word is also used for emission factors.
SOURCE_TERMS["secondary"] = Term("secondary forest")


def translate_source(source: str) -> Text:
    """Translate the source of a coefficient row if it is an IPCC table; English is unchanged."""
    parts = source.split(SOURCE_SEPARATOR)
    if not any(IPCC_SOURCE_PATTERN.fullmatch(part) for part in parts):
        return source
    return reduce(
        lambda text, part: Message("{text}; {part}", text=text, part=part),
        map(_translate_part, parts),
    )


def _translate_part(part: str) -> Text:
    if part.startswith(RETURNED_PREFIX):
        return Message("returned as {source}", source=_translate_part(part[len(RETURNED_PREFIX) :]))
    match = IPCC_SOURCE_PATTERN.fullmatch(part)
    if match is None:
        return part
    return Message(
        "{what}: {edition}, table {table}{rest}",
        what=MessageList(map(_translate_word, match["what"].split(", "))),
        edition=SOURCE_TERMS.get(match["edition"], match["edition"]),
        table=SOURCE_TERMS.get(match["table"], match["table"]),
        rest=MessageList(map(_translate_word, match["rest"].split(", "))),
    )


def _translate_word(word: str) -> Text:
    for pattern, words in PHRASE_PATTERNS:
        match = pattern.fullmatch(word)
        if match:
            return Message(words.template, **match.groupdict())
    return SOURCE_TERMS.get(word, word)
