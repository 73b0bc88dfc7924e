"""Years and periods, from layer names and from what the user wrote."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .messages import DataError, Message, Notes, Text
from .numbers import LIST_SEPARATORS, split_list, to_ascii_digits

# The parameter that gives the years of dated layers.
YEARS = "YEARS"

# Numbers in names that only look like years.
NON_YEAR_PATTERN = re.compile(
    r"(?<!\d)\d+ ?[xX\u00d7] ?\d+(?!\d)"  # a size in cells
    r"|(?<!\d)\d+ ?k?m(?![A-Za-z])"  # a size on the ground
    r"|(?i:EPSG)[ :_-]*\d+"
    # A version, unless the letter ends a word, as in Nov2018 and landcover2018.
    r"|(?<![a-z])v\d+|(?<![A-Z])V\d+|(?<![A-Za-z])(?i:version|ver)[ ._]?\d+"
    # CORINE's names: the update comes before the year of the map, U2018_CLC2012_V2020_20u1.
    r"|(?i:U)\d{4}(?=_(?i:CLC|CHA)\d{4})"
    r"|(?i:CLC)\d{4}(?=_(?i:CLC)\d{4}_[Vv]\d)"
    r"|(?<=\d{8})T\d{4,6}(?!\d)"  # the time after a day
)
# Digits by themselves that may tell a year, and a year with a day of it, as MODIS writes it.
DATE_DIGITS_PATTERN = re.compile(
    r"(?<!\d)(\d{8}|\d{6}|\d{4})(?!\d)|(?<![A-Za-z\d])(?i:A|doy)(\d{7})(?!\d)"
)
PERIOD_PATTERN = re.compile(r"(?<!\d)(\d{4}) ?[-_\u2013] ?(\d{4})(?!\d)")
# What stands between two commas, and has other signs between its years; with a dash it is a period.
YEAR_LIST_PATTERN = re.compile(r"\D*\d{4}([^\d\u2013-]+\d{4})+\D*")


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
    """Two dates by their indices in the series, and the period's name, such as 1986-2000."""

    earlier: int
    later: int
    name: str

    @property
    def date_range(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day: from the year of the earlier date until that of the later.

        So the periods of a series follow each other. None where there are no years, and for a
        span of several periods, which would lie over them.
        """
        years = re.fullmatch(r"(\d{4})-(\d{4})", self.name)
        if years is None or self.later - self.earlier != 1 or years[1] >= years[2]:
            return None
        return datetime.date(int(years[1]), 1, 1), datetime.date(int(years[2]) - 1, 12, 31)


def find_years(name: str) -> list[str]:
    """The different years that a layer's name may mean, in its order.

    A year is four digits by themselves (1500 to 2199), or begins a day or month (20150301, 201503,
    A2001001). Sizes, EPSG codes and versions are none.
    """
    matches = DATE_DIGITS_PATTERN.finditer(NON_YEAR_PATTERN.sub(" ", name))
    texts = (match[1] or match[2] for match in matches)
    return list(dict.fromkeys(digits[:4] for digits in texts if _is_date(digits)))


def _is_date(digits: str) -> bool:
    """Whether digits are a year (YYYY), month (YYYYMM), day (YYYYMMDD), or YYYYDDD."""
    year, rest = int(digits[:4]), digits[4:]
    if not rest:
        return 1500 <= year <= 2199
    # Codes of districts and sheets are as long.
    if not 1900 <= year <= 2099:
        return False
    if len(rest) == 3:
        return 1 <= int(rest) <= 366
    try:
        datetime.date(year, int(rest[:2]), int(rest[2:] or 1))
    except ValueError:
        return False
    return True


def find_year(name: str) -> str:
    """The year in a layer's name, or '' where it has none or several that it may be."""
    years = find_years(name)
    return years[0] if len(years) == 1 else ""


def find_first_last_indices(years: Sequence[str]) -> tuple[int, int] | None:
    """The indices of the earliest and of the latest of years, '' of what has none.

    None where there is but one year, or one of the two stands there more than once.
    """
    known = sorted(year for year in years if year)
    if not known or known[0] == known[-1]:
        return None
    first, last = known[0], known[-1]
    if known.count(first) > 1 or known.count(last) > 1:
        return None
    return years.index(first), years.index(last)


def create_pair_period(earlier: Date, later: Date) -> Period:
    """The period of two dates: by their years where both have one, else by their layers."""
    if earlier.year and later.year and earlier.year != later.year:
        return Period(0, 1, f"{earlier.year}-{later.year}")
    return Period(0, 1, f"{earlier.layer}-{later.layer}")


def parse_years(text: str, layers: list[str], name: str = YEARS, apart: bool = True) -> list[str]:
    """The years that the user gave for the layers, in the layers' order; no two of one year if they
    are to be `apart`."""
    years = split_list(to_ascii_digits(text).strip().rstrip(LIST_SEPARATORS))
    if any(map(YEAR_LIST_PATTERN.fullmatch, years)):
        raise DataError(
            "{name}: separate the years with commas: {years}",
            name=name,
            years=",".join(re.findall(r"\d{4}", text)),
        )
    if len(years) != len(layers):
        raise DataError(
            "{name}: {years} years given for {layers} layers: {text}",
            name=name,
            years=len(years),
            layers=len(layers),
            text=text,
        )
    for year in years:
        if not re.fullmatch(r"\d{4}", year):
            raise DataError("{name}: '{year}' is not a four-digit year", name=name, year=year)
        if apart and years.count(year) > 1:
            raise DataError("{name}: year {year} is duplicated", name=name, year=year)
    named = [find_year(layer) for layer in layers]
    for year, year_named, layer in zip(years, named, layers):
        # A name may hold a number that only looks like a year; names that hold these very
        # years in another order do not.
        if year_named and year_named != year and sorted(named) == sorted(years):
            raise DataError(
                "{name}: layer '{layer}' is assigned {year}; list the years in layer order",
                name=name,
                year=year,
                layer=layer,
            )
    return years


def resolve_series_years(
    text: str, layers: list[str], name: str = YEARS, apart: bool = True
) -> list[str]:
    """The years of a dated series: as given, else from the layers' names."""
    if text.strip():
        return parse_years(text, layers, name, apart)
    years = [find_year(layer) for layer in layers]
    for year, layer in zip(years, layers):
        if not year:
            _check_single_year(layer, name)
            raise _missing_year_error(layer, name)
    if apart:
        _check_unique_years(years, layers)
    return years


def resolve_date_labels(text: str, layers: list[str]) -> list[str]:
    """The years or periods of layers: as given, else from their names; '' where one has none."""
    if text.strip():
        return parse_years(text, layers)
    labels = [find_date_label(layer) for layer in layers]
    for label, layer in zip(labels, layers):
        if not label:
            _check_single_year(layer)
    return labels


def resolve_unique_labels(text: str, layers: list[str]) -> list[str]:
    """The years or periods of layers, no two of which may be of one year."""
    labels = resolve_date_labels(text, layers)
    _check_unique_years(labels, layers)
    return labels


def _check_unique_years(labels: list[str], layers: list[str]) -> None:
    """Refuse two layers of one year; several without a year are not."""
    for index, (label, layer) in enumerate(zip(labels, layers)):
        if label and label in labels[:index]:
            raise DataError(
                "Layers '{one}' and '{other}' have the same year ({year}); set YEARS",
                one=layers[labels.index(label)],
                other=layer,
                year=label,
            )


def _check_single_year(layer: str, name: str = YEARS) -> None:
    """Refuse a layer whose name has several numbers that may be its year."""
    years = find_years(layer)
    if len(years) > 1:
        raise DataError(
            "Layer '{layer}': several possible years in its name ({years}); set {name}",
            name=name,
            layer=layer,
            years=", ".join(years),
        )


def sort_by_year(years: list[str]) -> list[int]:
    """Places of the dates from the earliest to the latest; as they are where one has no year."""
    indices = range(len(years))
    return sorted(indices, key=lambda index: years[index]) if all(years) else list(indices)


def format_date(label: str) -> Text:
    """What a sentence calls a date: its year, which Chinese says to be one, or its layer."""
    return Message("{year}", year=label) if label.isdigit() else label


def find_date_label(name: str) -> str:
    """The year in a layer's name, the period where two years stand side by side, or ''."""
    years = find_years(name)
    for period in PERIOD_PATTERN.findall(NON_YEAR_PATTERN.sub(" ", name)):
        if list(period) == years:
            return "-".join(years)
    return find_year(name)


def format_date_range(labels: list[str]) -> str:
    """From the first date to the last, where all have one; a date may itself be a period."""
    if not all(labels):
        return ""
    first, last = labels[0].split("-")[0], labels[-1].split("-")[-1]
    return first if first == last else f"{first}-{last}"


def create_periods(dates: Sequence[Date]) -> list[Period]:
    """Each consecutive period of a series, and the whole span where there is more than one."""
    steps = [(index, index + 1) for index in range(len(dates) - 1)]
    if len(steps) > 1:
        steps.append((0, len(dates) - 1))
    return [Period(a, b, f"{dates[a].label}-{dates[b].label}") for a, b in steps]


def interval_years(dates: Sequence[Date], period: Period) -> int | None:
    """The years from the first date of a period to its last.

    None where one of them has no year of four digits, or the later is not of a later year.
    """
    ends = dates[period.earlier], dates[period.later]
    years = int(ends[1].year) - int(ends[0].year) if has_all_years(ends) else 0
    return years if years > 0 else None


def get_date_values(dates: Sequence[Date]) -> list[int]:
    """What a raster holds for the dates: their years, or their numbers where one has none."""
    years = [int(date.year) if date.year.isdecimal() else 0 for date in dates]
    return years if all(years) else list(range(1, len(dates) + 1))


def warn_date_values(output: str, dates: Sequence[Date], notes: Notes) -> None:
    """Say what the values of the raster `output` of dates are where they are not the years."""
    values = get_date_values(dates)
    if [str(value) for value in values] != [date.year for date in dates]:
        notes.add_warning(
            "{output} contains date indices, because not every layer has its own year: {dates}.",
            output=output,
            dates=", ".join(f"{n} {date.label}" for n, date in zip(values, dates)),
        )


def elapsed_years(dates: Sequence[Date], period: Period) -> int:
    """The years from the first date of a period to the second; 0 where a date of all has none."""
    if not has_all_years(dates):
        return 0
    return int(dates[period.later].year) - int(dates[period.earlier].year)


def has_all_years(dates: Sequence[Date]) -> bool:
    """Whether every date has a year, and none a period in its place."""
    return all(re.fullmatch(r"\d{4}", date.year) for date in dates)


def require_years(dates: Sequence[Date]) -> None:
    """For what goes by years."""
    for date in dates:
        if not has_all_years([date]):
            raise _missing_year_error(date.layer)


def _missing_year_error(layer: str, name: str = YEARS) -> DataError:
    return DataError(
        "Layer '{layer}': no four-digit year in its name; set {name}", layer=layer, name=name
    )
