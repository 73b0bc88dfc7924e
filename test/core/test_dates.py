"""Years and periods, from names and from what the user wrote."""

import pytest

from carbon_zones.core.base.dates import (
    Date,
    Period,
    create_pair_period,
    create_periods,
    find_date_label,
    find_first_last_indices,
    find_year,
    find_years,
    format_date,
    parse_years,
    resolve_date_labels,
    resolve_series_years,
    sort_by_year,
)
from carbon_zones.core.base.messages import DataError, translate_message
from carbon_zones.test.core.support import dated, words

# Names by the year that they tell, '' where they tell none.
YEARS = {
    "1500": ["lu-1500"],
    "1986": ["landuse_1986", "1986"],
    "1990": ["CLCD_v01_1990_albert", "1990 of 1990"],
    "2009": ["lc_100m_2009"],
    "2018": ["LC2018v2"],
    "2199": ["plan 2199"],
    # Not said which; or four digits that are no likely year.
    "": ["from 1986 to 2000", "landuse", "", "tile 1234", "plan 2200", "lu_1499", "mosaic12018"],
}
# Sizes, reference systems and versions are no years.
OTHER_NUMBERS = {
    "1990": [
        *("lu_1600x1200_1990", "1990 (1600 x 2000)", "1990_2000X2000", "lu_1990_2000m"),
        *("EPSG2056_1990", "EPSG_2056 1990", "1990 EPSG:2056"),
        *("LCv2020_1990", "V2020.1_1990", "1990 version 2020"),
    ],
    # The last one as CORINE wrote it before 2019.
    "2012": ["U2018_CLC2012_V2020_20u1", "u2018_clc2012_v2020_20u1", "CLC2018_CLC2012_V2018_20"],
    "2018": ["U2018_CLC2018_V2020_20u1", "landcover2018", "Nov2018", "NOV2018"],
    "2020": ["ESA_WorldCover_10m_2020_v100", "ESRI_2020"],
    # The first one is a map of changes from 2012 to 2018.
    "": ["U2018_CHA1218_V2020_20u1", "lu_2000 km", "epsg-2056", "EPSG 21781", "landcover_v2020"],
}
# A day or a month tells its year.
DAYS = {
    "2001": ["MCD12Q1.A2001001.h10v09.006", "MCD12Q1.006_LC_Type1_doy2001366_aid0001"],
    "2015": ["lu_20150301", "lu_201503"],
    "2016": ["20160229"],
    # The time of the last one is no month.
    "2018": ["LC08_L1TP_123045_20180301_20180310_01_T1", "S2A_20180301T200512"],
    "": [
        *("20150229", "20151301", "20150431"),  # there are no such days
        *("lu_201500", "lu_201513", "A2001000", "A2001367"),
        *("150203", "210102"),  # Kundulun: codes of districts are no months
        *("tile 2001001", "DATA2001001", "201503011"),  # seven digits may be anything
    ],
}


@pytest.mark.parametrize(
    ("name", "year"),
    [
        (name, year)
        for names_by_year in (YEARS, OTHER_NUMBERS, DAYS)
        for year, names in names_by_year.items()
        for name in names
    ],
)
def test_the_year_in_a_name(name, year):
    assert find_year(name) == year


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("lu_1990_from_2000", ["1990", "2000"]),
        ("lu_2000_19900301", ["2000", "1990"]),
        ("lu_1990_1990_V2000", ["1990"]),
        ("lu", []),
    ],
)
def test_all_years_that_a_name_may_mean(name, years):
    assert find_years(name) == years


@pytest.mark.parametrize(
    ("earlier", "later", "period"),
    [
        ("lu_1986", "lu_2000", "1986-2000"),
        ("lu_2000", "lu_1986", "2000-1986"),
        ("before", "after", "before-after"),
        ("lu_1986", "after", "lu_1986-after"),
        ("north 1986", "south 1986", "north 1986-south 1986"),
    ],
)
def test_a_period_is_two_years_or_two_names(earlier, later, period):
    assert create_pair_period(*dated(earlier, later)) == Period(0, 1, period)


@pytest.mark.parametrize(
    ("labels", "days"),
    [
        (("1990", "2000"), ["1990-01-01 1999-12-31"]),
        (("1990", "1991", "2010"), ["1990-01-01 1990-12-31", "1991-01-01 2009-12-31", None]),
        (("1990", "1990"), [None]),
        (("2000", "1990"), [None]),
        (("spring", "2000"), [None]),
    ],
)
def test_the_days_of_a_step_end_before_its_later_year(labels, days):
    """None of a span, which would overlap its steps, nor of years that do not rise."""
    spans = create_periods([Date("", label) for label in labels])
    assert [s.date_range and " ".join(map(str, s.date_range)) for s in spans] == days


def test_the_years_of_a_period_are_those_that_were_given_not_those_of_the_names():
    earlier, later = Date("1990", "lu_1986"), Date("2001", "lu_2000")
    assert create_pair_period(earlier, later).name == "1990-2001"
    assert create_pair_period(earlier, Date("", "lu_2000")).name == "lu_1986-lu_2000"


def test_a_date_is_called_by_its_year_or_else_by_its_layer():
    assert Date("1986", "lu").label == "1986"
    assert Date("", "lu").label == "lu"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("zones_1986_2000", "1986-2000"),
        ("Carbon zones 1986-2000", "1986-2000"),
        ("Carbon zones 1986 - 2000", "1986-2000"),
        ("1986\u20132000", "1986-2000"),
        ("zones_2000_1986", "2000-1986"),
        ("zones_v2020_1986_2000", "1986-2000"),
        ("landuse_1986", "1986"),
        ("1986-1986", "1986"),
        ("1986 2000", ""),  # two years, but no period
        ("1986 to 2000", ""),
        ("1986 2000 2009", ""),
        ("1986_2000_2009", ""),
        ("19860101_20001231", ""),  # the days of a scene and of its making
        ("zones", ""),
    ],
)
def test_a_layer_of_a_period_is_called_by_both_years(name, label):
    assert find_date_label(name) == label


@pytest.mark.parametrize(
    "text", ["1986,2000", " 1986 , 2000 ", "1986;2000", "1986,2000,", "1986,2000 ;"]
)
def test_years_are_four_digits_apart(text):
    assert parse_years(text, ["a", "b"]) == ["1986", "2000"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        *((text, f"1 years given for 2 layers: {text}") for text in ("1986", "1986,")),
        ("1986,2000,2009", "3 years given for 2 layers: 1986,2000,2009"),
        ("1986,86", "'86' is not a four-digit"),
        (",1986", "'' is not a four-digit"),
        ("1986,20000", "'20000' is not"),
        ("1986,2000.0", "'2000.0' is not"),
        ("now,2000", "'now' is not"),
        ("2000,2000", "year 2000 is duplicated"),
    ],
)
def test_years_that_do_not_fit_are_an_error(text, message):
    with pytest.raises(DataError, match=words("YEARS", message)):
        parse_years(text, ["a", "b"])


def test_years_in_another_order_than_the_layers_are_an_error():
    # The dialog lists layers in any order; the years would silently change places.
    with pytest.raises(DataError, match=r"^YEARS: layer 'lu_2000' is assigned 1986; "):
        parse_years("1986,2000", ["lu_2000", "lu_1986"])


@pytest.mark.parametrize(
    "text",
    ["1986 2000", "1986/2000", "1986 and 2000", "1986.2000", "1986,1990 2000", "(1986 2000)"],
)
def test_years_without_commas_are_told_how_to_be_written(text):
    told = "1986,1990,2000" if "1990" in text else "1986,2000"
    with pytest.raises(DataError, match=words(f"YEARS: separate the years with commas: {told}")):
        parse_years(text, ["a", "b"])


@pytest.mark.parametrize("text", ["1986-2000", "1986 \u2013 2000", "1986", "19862000"])
def test_a_period_or_one_year_for_two_layers_is_no_want_of_commas(text):
    with pytest.raises(DataError, match=words("YEARS: 1 years given for 2 layers")):
        parse_years(text, ["a", "b"])


@pytest.mark.parametrize(
    "layers",
    [
        ["lu_1986", "lu_2000"],
        ["run 2024 a", "run 2024 b"],  # the number is not the date
        ["lu_1990", "lu_2000"],  # another year for one of them: the user knows
        ["a", "lu_1986"],
    ],
)
def test_years_that_the_names_do_not_contradict_are_taken(layers):
    assert parse_years("1986,2000", layers) == ["1986", "2000"]


@pytest.mark.parametrize(
    ("text", "years"), [("", "2000 1986"), ("  ", "2000 1986"), ("2001,1990", "2001 1990")]
)
def test_without_years_the_names_say_them(text, years):
    assert resolve_series_years(text, ["lu_2000", "lu_1986"]) == years.split()


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        (["lu_1986", "later"], ("'later': no four-digit year",)),
        (["a_1986", "b_2000", "c_1986"], ("'a_1986' and 'c_1986' have the same year (1986)",)),
        (["lu_1986", "lu_1990_of_2000"], ("'lu_1990_of_2000': several", "(1990, 2000)")),
        (["zones_1986_2000", "zones_2000_2009"], ("(1986, 2000)",)),
    ],
)
def test_names_that_do_not_tell_the_years_ask_for_them(layers, told):
    with pytest.raises(DataError, match=words(*told, "; set YEARS")):
        resolve_series_years("", layers)


def test_several_years_in_a_name_ask_for_years_of_labels_too():
    layers = ["lu_1986", "lu_1990_of_2000"]
    with pytest.raises(DataError, match=words("(1990, 2000); set YEARS")):
        resolve_date_labels("", layers)
    for years_of in (resolve_series_years, resolve_date_labels):
        assert years_of("1986,1990", layers) == ["1986", "1990"]


def test_layers_are_labelled_by_years_and_periods_in_their_names():
    assert resolve_date_labels("", ["zones_1986_2000", "lu_2009", "now"]) == [
        "1986-2000",
        "2009",
        "",
    ]


def test_dates_are_put_in_order_of_their_years():
    years = ["2009", "1986", "2018", "2000"]
    assert sort_by_year(years) == [1, 3, 0, 2]
    assert sort_by_year(["0900", "0100"]) == [1, 0]


@pytest.mark.parametrize(
    ("years", "places"),
    [
        (["2009", "1986", "2018", "2000"], (1, 2)),
        (["", "2018", "1986", ""], (2, 1)),
        (["1986", "2018"], (0, 1)),
        # Several of a year in between do not matter, of the first or the last they do.
        (["1986", "2000", "2000", "2018"], (0, 3)),
        (["1986", "1986", "2018"], None),
        (["1986", "2018", "2018"], None),
        (["1986", "1986"], None),
        (["1986", ""], None),
        (["", ""], None),
        ([], None),
    ],
)
def test_the_first_and_the_last_of_years(years, places):
    assert find_first_last_indices(years) == places


def test_a_year_is_said_to_be_one_in_chinese_and_a_layer_is_not():
    said = [translate_message(format_date(one), lambda text: f"{text}年") for one in ("2018", "lu")]
    assert said == ["2018年", "lu"]
