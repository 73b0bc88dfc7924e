"""AGES, STATUS and DISTURBED have the land of BALANCE, or are of another run and refused."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.mine.reclamation import Reclamation
from carbon_zones.core.path.starting_land import read_carbon_debt, read_starting_land
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import LAND, lands
from carbon_zones.test.core.paths import table_of
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import examples, memory_folder, table
from carbon_zones.test.core.test_debt import whole_balance
from carbon_zones.test.core.test_ledger import coefficients_of
from carbon_zones.test.core.test_path_land import CLASSES, MINE

# A mine of 100 ha at its last date, 60 of them disturbed since the first, 30 reclaimed.
BALANCE = """period,land,area_ha,net_tc,reclaimed_ha
    1990-2000,taken,60,-9,10
    1990-2000,mined_before,40,0,5
    1990-2000,(all),100,-9,15
    2000-2010,taken,60,-9,20
    2000-2010,mined_before,40,0,10
    2000-2010,(all),100,-9,30
    ,taken,60,-18,20
    ,mined_before,40,0,10
    ,(all),100,-18,30"""
AGES = """year,class,age_mid,area_ha
    2000,grass,5,15
    2010,grass,15,13
    2010,forest,5,17"""
STATUS = """year,status,area_ha
    2000,before_mining,25
    2000,active,55
    2000,reclaimed,15
    2000,redeveloped,3
    2000,flooded,2
    2000,other,0
    2000,never_mined,900
    2010,before_mining,0
    2010,active,60
    2010,reclaimed,30
    2010,redeveloped,6
    2010,flooded,3
    2010,other,1
    2010,never_mined,900"""
DISTURBED = """period,kind,from_class,area_ha
    1990,already,,40
    1990-2000,first,grass,35
    2000-2010,first,grass,5
    2000-2010,first,forest,20
    2000-2010,redisturbed,grass,7"""
TABLES = {"AGES": AGES, "STATUS": STATUS, "DISTURBED": DISTURBED}
SINKS = [CLASSES.find_class(key) for key in ("arable", "forest", "grass")]


def by_unit(text: str, *units: str) -> str:
    """The rows of a table once for each unit."""
    header, *rows = (line.strip() for line in text.splitlines())
    return "\n".join([f"unit,{header}", *(f"{unit},{row}" for unit in units for row in rows)])


def start(balance: str = BALANCE, base: int = 2010, sinks=SINKS, **texts: str):
    """The land of some of the tables, with the debt of BALANCE."""
    debt = read_carbon_debt(table("BALANCE", balance), base)
    given_tables = [table(name, texts[name]) if name in texts else None for name in TABLES]
    return read_starting_land(*given_tables, CLASSES, {*sinks}, base, MINE, Notes(), debt)


@pytest.mark.parametrize("base", [2000, 2010])
@pytest.mark.parametrize("name", TABLES)
def test_tables_of_one_run_go_together(name, base):
    """At a date before the last too: BALANCE has the land that is mined later."""
    start(base=base, **{name: TABLES[name]})
    units = ("North", "South")
    two = by_unit(BALANCE, *units)
    start(two, base, **{name: by_unit(TABLES[name], *units)})
    # Rows by unit go with a balance of all units.
    doubled = "\n".join(
        ",".join(str(2 * float(c)) if n > 1 else c for n, c in enumerate(line.split(",")))
        for line in BALANCE.splitlines()[1:]
    )
    start(f"{BALANCE.splitlines()[0]}\n{doubled}", base, **{name: by_unit(TABLES[name], *units)})


@pytest.mark.parametrize(
    ("name", "row", "other", "numbers"),
    [
        ("AGES", "2010,grass,15,13", "2010,grass,15,12.9999", ("29.9999", "30")),
        ("STATUS", "2010,active,60", "2010,active,60.001", ("100.001", "100")),
        ("STATUS", "2010,flooded,3", "2010,flooded,0", ("97", "100")),
        ("STATUS", "2010,before_mining,0", "2010,before_mining,1", ("101", "100")),
        (*("STATUS", "60\n    2010,reclaimed,30", "58\n    2010,reclaimed,32"), ("32", "30")),
        ("DISTURBED", "1990-2000,first,grass,35", "1990-2000,first,grass,33", ("58", "60")),
        ("DISTURBED", "2010,first,grass,5", "2010,first,grass,5.25", ("60.25", "60")),
    ],
)
def test_a_table_of_another_run_is_refused_with_both_numbers(name, row, other, numbers):
    assert row in TABLES[name]
    changed = TABLES[name].replace(row, other)
    said = refused(start, **{name: changed})
    assert said.startswith(f"{name}: ")
    assert {*numbers, "BALANCE"} <= {*said.replace(";", "").split()}
    # Of two units one is right, and in all they are.
    units = by_unit(BALANCE, "North", "South")
    mixed = by_unit(TABLES[name], "North") + by_unit(changed, "South").partition("\n")[2].join(
        ["\n", ""]
    )
    said = refused(start, units, **{name: mixed})
    assert f"{name}, unit 'South': " in said
    assert {*numbers} <= {*said.split()}


def test_units_that_only_one_table_has_are_refused():
    two = by_unit(BALANCE, "North", "South")
    for units in (("North",), ("North", "South", "West"), ("North", "West")):
        assert "unit" in refused(start, two, STATUS=by_unit(STATUS, *units))


def test_of_a_part_of_a_table_only_what_is_more_than_in_balance_is_refused():
    """Rows of one status, of one period, or a balance without areas."""
    start(STATUS="year,status,area_ha\n2010,active,60")
    start(DISTURBED="period,kind,from_class,area_ha\n2000-2010,first,grass,25")
    bare = (line.split(",") for line in BALANCE.splitlines())
    start("\n".join(",".join([*cells[:2], cells[3]]) for cells in bare), **TABLES)
    # AGES without rows has no reclaimed land.
    assert "0 ha of reclaimed land, 30 ha in BALANCE" in refused(start, AGES=AGES.split()[0])
    assert "101" in refused(start, STATUS="year,status,area_ha\n2010,active,101")
    more = "period,kind,from_class,area_ha\n2000-2010,first,grass,61"
    assert "61" in refused(start, DISTURBED=more)


def test_reclaimed_land_without_density_is_not_in_balance():
    """Forest has none: BALANCE may lack these hectares, and never has more."""
    sinks = [index for index in SINKS if index != CLASSES.find_class("forest")]
    less = "\n".join(
        line.replace(",20", ",3") if "2010,taken" in line or ",taken" in line[:11] else line
        for line in BALANCE.replace("-18,20", "-18,3").splitlines()
    ).replace(",30", ",13")
    for tables in (TABLES, {"STATUS": STATUS}):
        start(less, sinks=sinks, **tables)
        refused(start, less, **tables)
        refused(start, less.replace(",13", ",113"), sinks=sinks, **tables)


NEVER_BELOW_0 = "area_ha stock_before_tc loss_tc stock_after_tc taken_ha counted_0_ha reclaimed_ha"


@pytest.mark.parametrize("column", [*NEVER_BELOW_0.split(), "decaying_tc"])
def test_what_cannot_be_below_0_is_refused(column):
    """In a row that is whole, and in one that has nothing else."""
    rows = whole_balance()
    rows[4][column] = -0.5
    with pytest.raises(DataError, match=f"BALANCE, row 5: column '{column}': -0.5 is negative"):
        read_carbon_debt(table_of("BALANCE", rows), 2010)
    few = [{c: row[c] for c in ("period", "land", "net_tc", column)} for row in rows]
    with pytest.raises(DataError, match=f"row 5: column '{column}': -0.5 is negative"):
        read_carbon_debt(table_of("BALANCE", few), 2010)
    # What is left of a sum of floating-point numbers.
    if column.endswith("_tc"):
        few[4][column] = -1e-12
        read_carbon_debt(table_of("BALANCE", [{**row, column: -1e-12} for row in few]), 2010)


def test_a_balance_with_all_signs_reversed_is_refused():
    numbers = [c for c in whole_balance()[0] if c.endswith(("_tc", "_tco2"))]
    rows = [{**row, **{c: -(row[c] or 0) for c in numbers}} for row in whole_balance()]
    for row in rows:
        row["net_low_tc"], row["net_high_tc"] = row["net_high_tc"], row["net_low_tc"]
    with pytest.raises(DataError, match=r"row \d: column '\w+': -\S+ is negative"):
        read_carbon_debt(table_of("BALANCE", rows), 2010)


def tables_of(mined: MinedLand, units: list[str]) -> dict[str, list[dict]]:
    """Rows of Mine reclamation of land whose strata are units, or of all of it."""
    names = {"AGES": "age_rows", "STATUS": "status_rows", "DISTURBED": "disturbed_rows"}
    parts = [("", mined)]
    if units:
        of = mined.table
        parts = [
            (u, replace(mined, table=of.select_rows(of.strata == n))) for n, u in enumerate(units)
        ]
    return {
        name: [
            {**({"unit": unit} if units else {}), **row}
            for unit, part in parts
            for row in getattr(Reclamation(part), attribute)
        ]
        for name, attribute in names.items()
    }


@examples(150)
@given(
    land=lands(6),
    seed=st.integers(0, 10**6),
    units=st.integers(0, 3),
    digits=st.sampled_from([9, 12, 17]),
    others=st.booleans(),
)
def test_random_land_agrees_with_its_own_balance_alone(land, seed, units, digits, others):
    """BALANCE of the mine, the other tables of the mine, or of the mine and built land."""
    random = np.random.default_rng(seed)
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = CombinationCounter(series)
        count_series(series, create_periods(series.dates), [combinations])
        hectares = land.hectares(series)
    count = len(combinations.table.cells)
    strata = random.integers(0, max(units, 1), count)
    combined = replace(combinations.table, strata=strata)
    names = [f"unit {n}" for n in range(units)]
    mined = MinedLand(combined, series.dates, series.classes, MINE)
    if not mined.sum_hectares(mined.first_mined_dates > 0):
        return
    missing = {key for key, _ in LAND.values() if random.random() < 0.2} & {"field", "wood"}
    counted = replace(mined, disturbing=MINE.exclude_sinks(missing))
    terms = {
        value: {"soil_tc_per_ha": 50, "vegetation_tc_per_ha": 3}
        for value, (key, group) in LAND.items()
        if group == "sink" and key not in missing
    }
    rows = []
    for n, unit in enumerate(names or [""]):
        of = counted.table
        part = replace(counted, table=of.select_rows(of.strata == n) if names else of)
        if part.sum_hectares(part.first_mined_dates > 0):
            balance = Ledger(part, coefficients_of(terms), AgeRule.MID).balance
            rows += [{**({"unit": unit} if names else {}), **row} for row in balance]
    groups = DisturbingClasses(("mine", "built")) if others else MINE
    tables = tables_of(replace(mined, disturbing=groups), names)
    base = int(random.choice(land.years[1:]))
    made = {
        name: table_of(
            name,
            [
                {c: float(f"{v:.{digits}g}") if isinstance(v, float) else v for c, v in row.items()}
                for row in own
            ],
        )
        for name, own in {**tables, "BALANCE": rows}.items()
    }
    if not any(row["year"] == str(base) for row in tables["AGES"]):
        made["AGES"] = None
    sinks = {n for n, c in enumerate(series.classes) if c.is_sink and c.key not in missing}
    debt = read_carbon_debt(made["BALANCE"], base)
    if not any(
        row["kind"] == "first"
        and row["period"].endswith(max(r["period"][-4:] for r in tables["DISTURBED"]))
        and series.classes.find_class(row["from_class"]) in sinks
        for row in tables["DISTURBED"]
        if row["kind"] == "first"
    ):
        made["DISTURBED"] = None
    cells = land.cells.items()
    ever = [
        {spot for spot, values in cells if {LAND.get(v, ("", ""))[1] for v in values} & {*own}}
        for own in (("mine",), groups.groups)
    ]
    area = [sum(hectares[spot] for spot in own) for own in ever]
    given_tables = (made["AGES"], made["STATUS"], made["DISTURBED"])
    rest = (series.classes, sinks, base, groups, Notes(), debt)
    if area[1] > area[0] * (1 + 1e-5):
        said = refused(read_starting_land, None, made["STATUS"], None, *rest)
        assert "BALANCE" in said
        return
    read_starting_land(*given_tables, *rest)
