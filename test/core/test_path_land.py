"""The land that a path starts from, off tables of mine reclamation."""

import pytest

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.path.starting_land import (
    Cohort,
    read_cohorts,
    read_disturbed_areas,
    read_mined_area,
    read_starting_land,
)
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import table

CLASSES = Classes(land_class for _, land_class in default_classes())
MINE = DisturbingClasses()
ARABLE, FOREST, GRASS = (CLASSES.find_class(key) for key in ("arable", "forest", "grass"))


def test_ages_of_the_base_year_by_class():
    """Rows by unit and by the class before are added; other years are passed over."""
    ages = table(
        "AGES",
        """unit,year,class,source_class,age_min,age_mid,age_max,cells,area_ha
        north,2009,Forestland,Dump,0,4.5,9,1,7
        north,2018,Forestland,Dump,0,4.5,9,1,10
        north,2018,forest,Open pit,0,4.5,9,1,2.5
        south,2018,林地,Dump,0,4.5,9,1,1
        south,2018,Grassland,Dump,9,13.5,18,1,3""",
    )
    found = read_cohorts(ages, CLASSES, 2018, MINE)
    assert found == [Cohort(FOREST, 4.5, 13.5), Cohort(GRASS, 13.5, 3.0)]


def test_mined_land_of_the_base_year():
    status = table(
        "STATUS",
        """unit,year,status,cells,area_ha
        north,2009,active,1,50
        north,2018,active,1,10.5
        north,2018,reclaimed,1,99
        south,2018,active,1,2""",
    )
    assert read_mined_area(status, 2018) == (12.5, None)
    with pytest.raises(
        DataError, match="BASE_YEAR: STATUS has no data for 2012; choose one of 2009, 2018"
    ):
        read_mined_area(status, 2012)


def test_what_was_taken_first_in_the_last_period():
    """Of sinks; not again, not before, and whatever the order of the rows."""
    disturbed = table(
        "DISTURBED",
        """unit,period,kind,from_class,to_class,cells,area_ha
        north,1986,already,,Dump,1,99
        north,2009-2018,first,Arable land,Dump,1,10
        north,2009-2018,first,Arable land,Open pit,1,5
        north,2009-2018,redisturbed,Arable land,Dump,1,50
        north,2009-2018,first,rural,Dump,1,8
        south,1986-2009 (long),first,Forestland,Dump,1,70
        south,2009-2018,first,Forestland,Dump,1,2""",
    )
    taken, period = read_disturbed_areas(disturbed, CLASSES, {ARABLE, FOREST, GRASS})
    assert (taken, period) == ({ARABLE: 15.0, FOREST: 2.0}, "2009-2018")
    taken, _ = read_disturbed_areas(disturbed, CLASSES, {FOREST})
    assert taken == {FOREST: 2.0}


def test_names_that_nobody_knows_are_told_together():
    ages = table(
        "AGES",
        """year,class,age_mid,area_ha
        2018,Cropland,4.5,1
        2018,Forestland,4.5,1
        2018,Tundra,4.5,1""",
    )
    said = refused(read_cohorts, ages, CLASSES, 2018, MINE)
    for word in ("'Cropland' (row 1, column 'class')", "'Tundra' (row 3", "SCHEME or CLASSES"):
        assert word in said


TABLES = {
    "AGES": """unit,year,class,source_class,age_min,age_mid,age_max,cells,area_ha
        north,2009,Forestland,Dump,0,4.5,9,1,7
        north,2018,Forestland,Dump,0,4.5,9,1,10
        north,2018,Forestland,Open pit,0,4.5,9,1,10
        north,2018,Forestland,Dump,9,13.5,18,1,10
        south,2018,Forestland,Dump,0,4.5,9,1,10""",
    "STATUS": """unit,year,status,cells,area_ha
        north,2009,active,1,50
        north,2018,active,1,10
        north,2018,reclaimed,1,30
        south,2018,active,1,10
        south,2018,reclaimed,1,10""",
    "DISTURBED": """unit,period,kind,from_class,to_class,cells,area_ha
        north,2000-2009,first,Arable land,Dump,1,10
        north,2009-2018,first,Arable land,Dump,1,10
        north,2009-2018,first,Arable land,Open pit,1,10
        south,2009-2018,first,Arable land,Dump,1,10""",
}


def start_of(**tables: str):
    texts = {**TABLES, **tables}
    given, notes = [table(name, text) for name, text in texts.items()], Notes()
    return read_starting_land(*given, CLASSES, {ARABLE, FOREST}, 2018, MINE, notes), notes.warnings


@pytest.mark.parametrize("name", TABLES)
def test_no_land_counts_twice(name):
    """A row twice is refused, with whatever area the second time; of other years it is nothing."""
    whole = start_of()
    assert whole[1] == []
    header, *rows = TABLES[name].splitlines()
    for number, row in enumerate(rows, 1):
        for again in (row, row.rpartition(",")[0] + ",3", row.upper()):
            doubled = "\n".join([header, *rows, again])
            if number == 1:
                assert start_of(**{name: doubled}) == whole
                continue
            words = f"{name}, row {len(rows) + 1}: same land as row {number};"
            assert refused(start_of, **{name: doubled}).startswith(words)


@pytest.mark.parametrize("numbers", ["0,10,9", "5,4.5,9", "9,4.5,0"])
def test_an_age_lies_between_its_bounds(numbers):
    header, *_, last = TABLES["AGES"].splitlines()
    ages = "\n".join([header, last.replace("0,4.5,9", numbers)])
    with pytest.raises(DataError, match=r"AGES, row 1: column 'age_mid': .* does not fit"):
        start_of(AGES=ages)
    for bounds in ("0,0,9", "0,9,9", "9,9,9", ",9,", ",99,"):
        start_of(AGES=ages.replace(numbers, bounds))


def test_of_a_mine_that_gave_nothing_back_the_ages_have_no_row():
    header, *_ = TABLES["AGES"].splitlines()
    nothing = "reclaimed,0,0"
    status = TABLES["STATUS"].replace("reclaimed,1,30", nothing).replace("reclaimed,1,10", nothing)
    start, warnings = start_of(AGES=header, STATUS=status)
    assert start.cohorts == []
    assert warnings == []
    _, (differing,) = start_of(AGES=header)
    assert "Reclaimed land in 2018: 0.00 ha in AGES, 40.00 ha in STATUS" in str(differing)


def test_reclaimed_land_of_two_tables_is_the_same():
    """A thousandth of it is rounding; a table without the status says nothing."""
    assert start_of(STATUS=TABLES["STATUS"].replace("reclaimed,1,30", "reclaimed,1,29.97"))[1] == []
    assert start_of(STATUS=TABLES["STATUS"].replace("reclaimed", "other"))[1] == []
    start, (warning,) = start_of(STATUS=TABLES["STATUS"].replace("reclaimed,1,30", "reclaimed,1,3"))
    assert str(warning) == (
        "Reclaimed land in 2018: 40.00 ha in AGES, 13.00 ha in STATUS; use tables of the same run."
    )
    assert start == start_of()[0]
