"""Years and periods, from layer names and from what the user wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .messages import DataError

YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|2[01]\d\d)(?!\d)")


@dataclass(frozen=True)
class Date:
    """A date of a series: its year as text, '' where there is none, and its layer's name."""

    year: str = ""
    layer: str = ""

    @property
    def label(self) -> str:
        """What tables and pages call the date: its year, else its layer."""
        return self.year or self.layer


@dataclass(frozen=True)
class Period:
    """Two dates by their place in the series, and the period's name, such as 1986-2000."""

    earlier: int
    later: int
    name: str


def year_in(name: str) -> str:
    """The first four-digit year in a layer's name (1500 to 2199), or ''."""
    found = YEAR.search(name)
    return found.group(0) if found else ""


def pair_period(earlier: Date, later: Date) -> Period:
    """The period of two dates: by their years where both have one, else by their layers."""
    if earlier.year and later.year and earlier.year != later.year:
        return Period(0, 1, f"{earlier.year}-{later.year}")
    return Period(0, 1, f"{earlier.layer}-{later.layer}")


def parse_years(text: str, layers: list[str]) -> list[str]:
    """The years that the user gave for the layers, in the layers' order.

    Raises:
        DataError: not one per layer, one is no year or stands twice, or the layers' names say
            that the years are in another order.
    """
    years = [part.strip() for part in re.split(r"[,;]", text.strip().rstrip(",;"))]
    if len(years) != len(layers):
        raise DataError(
            "YEARS has {years} years for {layers} layers: {text}",
            years=len(years),
            layers=len(layers),
            text=text,
        )
    for year in years:
        if not re.fullmatch(r"\d{4}", year):
            raise DataError("YEARS: '{year}' is not a four-digit year", year=year)
        if years.count(year) > 1:
            raise DataError("YEARS: {year} stands twice", year=year)
    named = [year_in(layer) for layer in layers]
    for year, name, layer in zip(years, named, layers):
        # A name may hold a number that only looks like a year; names that hold these very
        # years at other places do not.
        if name and name != year and sorted(named) == sorted(years):
            raise DataError(
                "YEARS gives {year} to the layer '{layer}'; put the years in the layers' order",
                year=year,
                layer=layer,
            )
    return years


def series_years(text: str, layers: list[str]) -> list[str]:
    """The years of a dated series: as given, else from the layers' names.

    Raises:
        DataError: a layer's name has no year, or two layers have the same.
    """
    if text.strip():
        return parse_years(text, layers)
    years = [year_in(layer) for layer in layers]
    for place, (year, layer) in enumerate(zip(years, layers)):
        if not year:
            raise DataError(
                "the name of the layer '{layer}' has no four-digit year; give YEARS", layer=layer
            )
        if year in years[:place]:
            raise DataError(
                "the layers '{one}' and '{other}' are both of {year}; give YEARS",
                one=layers[years.index(year)],
                other=layer,
                year=year,
            )
    return years


def order_by_year(years: list[str]) -> list[int]:
    """Places of the dates from the earliest to the latest; as they are where one has no year."""
    places = range(len(years))
    return sorted(places, key=lambda place: years[place]) if all(years) else list(places)


def label_in(name: str) -> str:
    """The year in a layer's name, the period where it holds two years, or ''."""
    years = YEAR.findall(name)
    return "-".join(years[:2]) if len(years) == 2 else year_in(name)


def span_of(labels: list[str]) -> str:
    """From the first date to the last, where all have one; a date may itself be a period."""
    if not all(labels):
        return ""
    first, last = labels[0].split("-")[0], labels[-1].split("-")[-1]
    return first if first == last else f"{first}-{last}"


def periods(dates: Sequence[Date]) -> list[Period]:
    """Each consecutive period of a series, and the whole span where there is more than one."""
    steps = [(place, place + 1) for place in range(len(dates) - 1)]
    if len(steps) > 1:
        steps.append((0, len(dates) - 1))
    return [Period(a, b, f"{dates[a].label}-{dates[b].label}") for a, b in steps]
