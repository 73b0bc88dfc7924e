"""Years and periods from layer names and user input."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .messages import DataError, Message, Notes, Text
from .numbers import LIST_SEPARATORS, split_list, to_ascii_digits

# Parameter with the years of dated layers.
YEARS = "YEARS"

# Numbers in names that only resemble years.
NON_YEAR_PATTERN = re.compile(
    r"(?<!\d)\d+ ?[xX\u00d7] ?\d+(?!\d)"  # a size in cells
    r"|(?<!\d)\d+ ?k?m(?![A-Za-z])"  # a size on the ground
    r"|(?i:EPSG)[ :_-]*\d+"
    # A version number, unless the letter ends a word, as in Nov2018 and landcover2018.
    r"|(?<![a-z])v\d+|(?<![A-Z])V\d+|(?<![A-Za-z])(?i:version|ver)[ ._]?\d+"
    # CORINE names have the update before the year of the map: U2018_CLC2012_V2020_20u1.
    r"|(?i:U)\d{4}(?=_(?i:CLC|CHA)\d{4})"
    r"|(?i:CLC)\d{4}(?=_(?i:CLC)\d{4}_[Vv]\d)"
    r"|(?<=\d{8})T\d{4,6}(?!\d)"  # the time after a day
)
# Separate digits that may be a year or date, and a year with day of year as in MODIS names.
DATE_DIGITS_PATTERN = re.compile(
    r"(?<!\d)(\d{8}|\d{6}|\d{4})(?!\d)|(?<![A-Za-z\d])(?i:A|doy)(\d{7})(?!\d)"
)
PERIOD_PATTERN = re.compile(r"(?<!\d)(\d{4}) ?[-_\u2013] ?(\d{4})(?!\d)")
# Text between two commas with several years separated by other characters; with a dash it is a
# period.
YEAR_LIST_PATTERN = re.compile(r"\D*\d{4}([^\d\u2013-]+\d{4})+\D*")


@dataclass(frozen=True)
class Date:
    """A date of a series: its year as text, or '', and its layer name."""

    year: str = ""
    layer: str = ""

    @property
    def label(self) -> str:
        """Name of the date in tables and reports: its year, or else its layer."""
        return self.year or self.layer


@dataclass(frozen=True)
class Period:
    """Two dates by their indices in the series, and the period's name, such as 1986-2000."""

    earlier: int
    later: int
    name: str

    @property
    def date_range(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day: from the year of the earlier date to the year before the later one.

        None without years, and for the full period of several steps, as it would overlap.
        """
        years = re.fullmatch(r"(\d{4})-(\d{4})", self.name)
        if years is None or self.later - self.earlier != 1 or years[1] >= years[2]:
            return None
        return datetime.date(int(years[1]), 1, 1), datetime.date(int(years[2]) - 1, 12, 31)


def find_years(name: str) -> list[str]:
    """Return the distinct years found in a layer name, in order.

    1500 to 2199, or from 20150301, 201503, A2001001; no sizes, EPSG codes or versions.
    """
    matches = DATE_DIGITS_PATTERN.finditer(NON_YEAR_PATTERN.sub(" ", name))
    texts = (match[1] or match[2] for match in matches)
    return list(dict.fromkeys(digits[:4] for digits in texts if _is_date(digits)))


def _is_date(digits: str) -> bool:
    """Return whether digits are a year (YYYY), month (YYYYMM), day (YYYYMMDD), or YYYYDDD."""
    year, rest = int(digits[:4]), digits[4:]
    if not rest:
        return 1500 <= year <= 2199
    # Codes of districts and map sheets have the same length.
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
    """Return the year in a layer name, or '' if there is none or it is ambiguous."""
    years = find_years(name)
    return years[0] if len(years) == 1 else ""


def find_first_last_indices(years: Sequence[str]) -> tuple[int, int] | None:
    """Return indices of the earliest and latest year ('': none); None if equal or not unique."""
    known = sorted(year for year in years if year)
    if not known or known[0] == known[-1]:
        return None
    first, last = known[0], known[-1]
    if known.count(first) > 1 or known.count(last) > 1:
        return None
    return years.index(first), years.index(last)


def create_pair_period(earlier: Date, later: Date) -> Period:
    """Return the period of two dates, named by years, or by layers if a year is missing."""
    if earlier.year and later.year and earlier.year != later.year:
        return Period(0, 1, f"{earlier.year}-{later.year}")
    return Period(0, 1, f"{earlier.layer}-{later.layer}")


def parse_years(text: str, layers: list[str], name: str = YEARS, apart: bool = True) -> list[str]:
    """Return the years given by the user in layer order; years must be unique if `apart`."""
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
        # A name may contain a number that only resembles a year; names with exactly these years in
        # another order do not.
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
    """Return the years of a dated series: as given, or else from the layer names."""
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
    """Return the years or periods of layers, as given or from their names; '' if missing."""
    if text.strip():
        return parse_years(text, layers)
    labels = [find_date_label(layer) for layer in layers]
    for label, layer in zip(labels, layers):
        if not label:
            _check_single_year(layer)
    return labels


def resolve_unique_labels(text: str, layers: list[str]) -> list[str]:
    """Return the years or periods of layers, which must be unique."""
    labels = resolve_date_labels(text, layers)
    _check_unique_years(labels, layers)
    return labels


def _check_unique_years(labels: list[str], layers: list[str]) -> None:
    """Raise an error if two layers have the same year; layers without a year are ignored."""
    for index, (label, layer) in enumerate(zip(labels, layers)):
        if label and label in labels[:index]:
            raise DataError(
                "Layers '{one}' and '{other}' have the same year ({year}); set YEARS",
                one=layers[labels.index(label)],
                other=layer,
                year=label,
            )


def _check_single_year(layer: str, name: str = YEARS) -> None:
    """Raise an error if a layer name contains several possible years."""
    years = find_years(layer)
    if len(years) > 1:
        raise DataError(
            "Layer '{layer}': several possible years in its name ({years}); set {name}",
            name=name,
            layer=layer,
            years=", ".join(years),
        )


def sort_by_year(years: list[str]) -> list[int]:
    """Return the indices of the dates in chronological order; unchanged if a year is missing."""
    indices = range(len(years))
    return sorted(indices, key=lambda index: years[index]) if all(years) else list(indices)


def format_date(label: str) -> Text:
    """Return a date for a sentence: its year, marked as such in Chinese, or its layer."""
    return Message("{year}", year=label) if label.isdigit() else label


def find_date_label(name: str) -> str:
    """Return the year in a layer name, the period if two years are adjacent, or ''."""
    years = find_years(name)
    for period in PERIOD_PATTERN.findall(NON_YEAR_PATTERN.sub(" ", name)):
        if list(period) == years:
            return "-".join(years)
    return find_year(name)


def format_date_range(labels: list[str]) -> str:
    """Return the range from the first to the last date, or ''; a date may itself be a period."""
    if not all(labels):
        return ""
    first, last = labels[0].split("-")[0], labels[-1].split("-")[-1]
    return first if first == last else f"{first}-{last}"


def create_periods(dates: Sequence[Date]) -> list[Period]:
    """Return each consecutive period of a series, and the full period if there are several."""
    steps = [(index, index + 1) for index in range(len(dates) - 1)]
    if len(steps) > 1:
        steps.append((0, len(dates) - 1))
    return [Period(a, b, f"{dates[a].label}-{dates[b].label}") for a, b in steps]


def interval_years(dates: Sequence[Date], period: Period) -> int | None:
    """Return the years between a period's dates; None if one is missing or they do not rise."""
    ends = dates[period.earlier], dates[period.later]
    years = int(ends[1].year) - int(ends[0].year) if has_all_years(ends) else 0
    return years if years > 0 else None


def get_date_values(dates: Sequence[Date]) -> list[int]:
    """Return the raster values of the dates: years, or indices from 1 if a year is missing."""
    years = [int(date.year) if date.year.isdecimal() else 0 for date in dates]
    return years if all(years) else list(range(1, len(dates) + 1))


def warn_date_values(output: str, dates: Sequence[Date], notes: Notes) -> None:
    """Warn that the values of the raster `output` are date indices, if they are not years."""
    values = get_date_values(dates)
    if [str(value) for value in values] != [date.year for date in dates]:
        notes.add_warning(
            "{output} contains date indices, because not every layer has its own year: {dates}.",
            output=output,
            dates=", ".join(f"{n} {date.label}" for n, date in zip(values, dates)),
        )


def elapsed_years(dates: Sequence[Date], period: Period) -> int:
    """Return the years between the dates of a period; 0 if any date has no year."""
    if not has_all_years(dates):
        return 0
    return int(dates[period.later].year) - int(dates[period.earlier].year)


def has_all_years(dates: Sequence[Date]) -> bool:
    """Return whether every date has a year, and none a period instead."""
    return all(re.fullmatch(r"\d{4}", date.year) for date in dates)


def require_years(dates: Sequence[Date]) -> None:
    """Raise an error if a date has no year."""
    for date in dates:
        if not has_all_years([date]):
            raise _missing_year_error(date.layer)


def _missing_year_error(layer: str, name: str = YEARS) -> DataError:
    return DataError(
        "Layer '{layer}': no four-digit year in its name; set {name}", layer=layer, name=name
    )
