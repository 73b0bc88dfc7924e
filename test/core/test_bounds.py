"""Numbers that nobody measures are refused by table, row, column; of others come numbers alone.

Each number of each table that is read is replaced by such ones, and all is worked out that follows.
"""

import re
from math import isfinite, nan

import numpy as np
import pytest

from carbon_zones.core.accuracy.matching import read_strata
from carbon_zones.core.base.data_dictionary import ColumnKind, check_finite
from carbon_zones.core.base.dates import Date
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.change.change_analysis import index_rows, read_grades
from carbon_zones.core.ledger.results import SensitivityAnalysis
from carbon_zones.core.path.emissions import load_gwp_set, read_activity
from carbon_zones.core.path.path import NeutralityPath, read_path_years
from carbon_zones.core.path.scenarios import read_scenarios
from carbon_zones.core.path.starting_land import read_carbon_debt, read_starting_land
from carbon_zones.core.results.class_values import contribution_rows
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.classes import Classes, read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.values_per_hectare import assign_class_values, parse_value_table
from carbon_zones.core.scheme.zone_rules import read_zones
from carbon_zones.core.xlsx.worksheet import table_sheet
from carbon_zones.test.algorithms.bad_inputs import COEFFICIENT_TABLE
from carbon_zones.test.contract import neutralitypath as tables
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import cube_of, paper_classes, table, tally_of
from carbon_zones.test.core.test_adjusted import CLASSES, errors_of, shares_of
from carbon_zones.test.core.test_adjusted_ledger import STEPS, ledger

# What no table holds; each is refused.
BEYOND = ("1e308", "-1e308", "1e-320")
# What some may hold: a refusal, or numbers.
STRANGE = ("-1", "0", "1e9", "1e-9")

COEFFICIENTS = """
class,soil_tc_per_ha,vegetation_tc_per_ha,u95_soil_pct,u95_vegetation_pct,soil_u95_shared,\
soil_loss_fraction,soil_loss_low,soil_loss_high,soil_half_life,soil_curve,soil_p1,soil_p2,soil_p3,\
vegetation_half_life,vegetation_curve,vegetation_p1,vegetation_p2,distribution
field,80,10,20,30,5,0.5,0.3,0.9,10,chapman_richards,0.95,30,2,5,exponential,0.95,30,lognormal
wood,70,30,20,30,5,0.5,0.3,0.9,10,ipcc,20,,,5,ipcc,20,,normal
"""
STEADY = """
class,soil_tc_per_ha,vegetation_tc_per_ha,soil_curve,soil_p1
field,80,10,ipcc,20
wood,70,30,ipcc,20
"""
BY_CLASSES = "from_class,to_class,u95_pct\n@sink,@mine,10\n@mine,@sink,12"
BY_ZONE = "zone,u95_pct\n4,10\n2,12"
ACCURACY = """
class,mapped_ha,estimated_ha,estimated_se_ha
Field -> Pit,60,70,5
Wood -> Pit,40,30,4
Pit -> Field,20,22,3
"""
NAMES = ("Field -> Pit", "Wood -> Pit", "Pit -> Wood")
PROPORTIONS = "\n".join(
    [f"map_class,{','.join(NAMES)},total,samples,mapped_ha", *shares_of(names=NAMES)]
)
OF_ALL_LAND = re.sub(r",(?:300|50),(?=[\d.]+\n)", ",,", PROPORTIONS)
VALUES = "class,x,y\ntown,5,-1\nfield,6,2\nwood,7,3"
GRADES = "class,grade\n*,2\nfield,3"
STRATA = "value,class,cells,area_ha\n1,plain,8,0.72\n2,hills,4,0.36"
WEIGHTS = "value,class,cells,weight\n1,plain,8,0.6\n2,hills,4,0.4"
PATH = {name: getattr(tables, name) for name in tables.NAMES} | {
    "AGES": tables.AGES_WITH_HISTORY,
    # In litres, and with what is taken.
    "ACTIVITY": tables.ACTIVITY.replace(
        "diesel,100,t,diesel,,", "diesel,100,L,diesel,disturbed,0.84"
    ),
    "COEFFICIENTS": COEFFICIENT_TABLE,
}


def of_ledger(coefficients, errors=None):
    made = ledger(coefficients)
    wanted = UncertaintySettings(draws=20)
    sensitivity = SensitivityAnalysis(made, errors).rows
    return [*made.rows, *made.stocks, *made.uncertainty(errors, wanted).rows, *sensitivity]


def of_coefficients(text):
    return of_ledger(text.strip())


def of_area_errors(text):
    rules = default_rules(paper_classes())
    given = table("AREA_ERRORS", text)
    if "u95_pct" in text:
        errors = read_area_errors(given, CLASSES, STEPS, rules)
    else:
        errors = errors_of(given, steps=STEPS)
    return of_ledger(COEFFICIENTS.strip(), errors)


def of_values(text):
    values = assign_class_values(parse_value_table(table("VALUES", text)), 0, CLASSES, Notes())
    matrix = [[9, 1, 0, 0], [0, 5, 0, 2], [0, 3, 7, 1], [1, 0, 0, 0]]
    return contribution_rows(cube_of(CLASSES, matrix, names=["1990-2000"]), values)


def of_grades(text):
    grades = read_grades(table("GRADES", text), CLASSES)
    areas = [*[0] * FIRST_CLASS_CODE, 4, 3, 2, 1]
    tally = tally_of(areas, areas)
    return index_rows([Date("1990", "1990")], CLASSES, [tally], grades)


def of_strata(text):
    strata = read_strata(table("STRATA", text))
    return [{"hectares": s.hectares, "cells": s.cells} for s in strata.scale_to_area(9.0)]


def of_classes(text):
    return [{"value": value} for value, _ in read_classes(table("CLASSES", text))]


def of_zones(text):
    return [{"zone": zone.value} for zone in read_zones(table("ZONE_TABLE", text))]


def of_path(name):
    def rows(text):
        given = {key: table(key, own) for key, own in {**PATH, name: text}.items()}
        classes = Classes(land_class for _, land_class in default_classes())
        activity = read_activity(given["ACTIVITY"], given["FACTORS"], Notes())
        span = read_path_years(2000, 2010, "2010", activity, Notes())
        coefficients = read_coefficients(given["COEFFICIENTS"], classes, Notes())
        sinks = {n for n, c in enumerate(classes) if c in coefficients}
        land = (given[name] for name in ("AGES", "STATUS", "DISTURBED"))
        path = NeutralityPath(
            span,
            activity,
            load_gwp_set("ar6"),
            read_scenarios(given["SCENARIOS"], classes, span.base),
            classes,
            coefficients,
            read_starting_land(*land, classes, sinks, span.base, DisturbingClasses(), Notes()),
            UncertaintySettings(draws=20),
            going_on=lambda: True,
            debt=read_carbon_debt(given["BALANCE"], span.base),
        )
        return [*path.emission_rows, *path.rows, *path.milestone_rows]

    return rows


READ = [
    *(("COEFFICIENTS", text, of_coefficients) for text in (COEFFICIENTS, STEADY)),
    *(("AREA_ERRORS", text, of_area_errors) for text in (BY_CLASSES, BY_ZONE, ACCURACY)),
    *(("AREA_ERRORS", text, of_area_errors) for text in (PROPORTIONS, OF_ALL_LAND)),
    ("VALUES", VALUES, of_values),
    ("GRADES", GRADES, of_grades),
    *(("STRATA", text, of_strata) for text in (STRATA, WEIGHTS)),
    ("CLASSES", "value,class\n1,one\n2,two", of_classes),
    ("ZONE_TABLE", "zone,key,name\n1,one,One\n2,two,Two", of_zones),
    *((name, text, of_path(name)) for name, text in PATH.items()),
]


# Names, and what follows from other columns.
UNREAD = {
    *(("AREA_ERRORS", "total"), ("STRATA", "value"), ("STATUS", "share_pct")),
    *((name, column) for name in ("AGES", "STATUS", "DISTURBED") for column in ("year", "cells")),
    ("DISTURBED", "ha_per_year"),
    *(("DISTURBED", "period"), ("FACTORS", "scope")),
}

NUMBER = re.compile(r"-?[\d.]+(e-?\d+)?")


def columns():
    """Each table by each of its columns that has a number."""
    for name, text, rows in READ:
        header, *lines = (line.split(",") for line in text.strip().splitlines())
        for place, column in enumerate(header):
            has_numbers = any(NUMBER.fullmatch(line[place]) for line in lines)
            if has_numbers and (column != "zone" or name == "ZONE_TABLE"):
                yield pytest.param(name, text.strip(), rows, place, id=f"{name}-{column}")


def changed(text: str, row: int, place: int, cell: str) -> str:
    lines = text.splitlines()
    cells = lines[row].split(",")
    lines[row] = ",".join([*cells[:place], cell, *cells[place + 1 :]])
    return "\n".join(lines)


def outcome(rows, text: str) -> tuple[str, list]:
    """The sentence with which a table is refused, or the rows that follow."""
    try:
        return "", rows(text)
    except DataError as error:
        return str(error), []


@pytest.mark.parametrize(("name", "text", "rows", "place"), [*columns()])
def test_no_number_of_a_table_leads_to_none(name, text, rows, place):
    lines = text.splitlines()
    column = lines[0].split(",")[place]
    numbers = [n for n, line in enumerate(lines) if NUMBER.fullmatch(line.split(",")[place])]
    words = (outcome(rows, changed(text, n, place, "much"))[0] for n in numbers)
    row = next((n for n, said in zip(numbers, words) if "'much' is not a number" in said), None)
    assert row or (name, column) in UNREAD
    for cell in (*BEYOND, *STRANGE) if row else ():
        said, found = outcome(rows, changed(text, row, place, cell))
        assert bool(said) != bool(found)
        assert not said or name in said
        assert cell in STRANGE or has(said, f"row {row}", column, cell)
        for made in found:
            reals = [value for value in made.values() if isinstance(value, (int, float))]
            assert all(map(isfinite, reals)), (cell, made)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("0", "'samples': 0 is outside the range 1 to 1e+09"),
        ("2.5", "'samples': '2.5' is not an integer"),
    ],
)
def test_samples_are_whole_and_at_least_one(cell, words):
    place = PROPORTIONS.splitlines()[0].split(",").index("samples")
    assert has(refused(of_area_errors, changed(PROPORTIONS, 2, place, cell)), "row 2", words)


def test_bounds_of_a_loss_fraction_that_are_nearly_one_are_refused():
    """Their spread has no digits, and all is divided by it."""
    text = COEFFICIENTS.strip().replace("0.5,0.3,0.9", "0.3,0.3,0.30000000001")
    assert has(refused(of_coefficients, text), "row 1", "'soil_loss_low'", "0.30000000001", "1e-06")
    assert of_coefficients(COEFFICIENTS.strip().replace("0.5,0.3,0.9", "0.3,0.3,0.3"))


@pytest.mark.parametrize("reached", ["1e-17", "0.0001"])
def test_a_curve_that_reaches_next_to_nothing_is_refused(reached):
    text = COEFFICIENTS.strip().replace("exponential,0.95", f"exponential,{reached}")
    assert has(refused(of_coefficients, text), "row 1", "'vegetation_p1'", "0.001 to below 1")


@pytest.mark.parametrize(
    "bands", ["10:1e-320;:1", "10:1;:1e308", "1e308:1;:1", "10:1;10:2;:1", "9:1;20:2;15:1;:1"]
)
def test_rates_have_bounds(bands):
    text = COEFFICIENTS.strip().replace("10,ipcc,20", "10,rates,").replace("soil_p3", "soil_rates")
    text = text.replace("rates,,,,", f"rates,,,{bands},")
    text = text.replace("chapman_richards,0.95,30,2", "ipcc,,,")
    assert has(refused(of_coefficients, text), "row 2", "'soil_rates'", bands, "1e-06 to 10000")


FIELDS = [("class", ColumnKind.TEXT), ("cells", ColumnKind.WHOLE), ("tc", ColumnKind.REAL)]


@pytest.mark.parametrize("value", [nan, np.float64("inf"), -np.inf])
def test_a_table_with_another_number_is_refused(value):
    rows = [{"class": "field", "cells": 1, "tc": None}, {"class": "wood", "cells": 0, "tc": value}]
    check_finite("LOSSES", FIELDS, rows[:1], "COEFFICIENTS")
    words = refused(check_finite, "LOSSES", FIELDS, rows, "COEFFICIENTS", 1024)
    assert has(words, "LOSSES, row 1026 (wood)", "'tc'", f"be {value};", "check COEFFICIENTS")

    lines = table_sheet("LOSSES", FIELDS, rows).lines
    assert has(refused(list, lines), "row 2 (wood)", "'tc'", f"be {value}")


def test_numbers_of_any_size_are_numbers():
    cells = (0, 0.0, None, -5e-324, np.int64(-(2**63)), 2**64, np.float64(1.7e308))
    check_finite("LOSSES", [("tc", ColumnKind.REAL)], [{"tc": cell} for cell in cells], "")
