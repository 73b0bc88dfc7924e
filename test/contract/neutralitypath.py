"""Path to carbon neutrality."""

from __future__ import annotations

from collections.abc import Iterator

from carbon_zones.test import contract as shared
from carbon_zones.test.algorithms.bad_inputs import Case, half_widths, lines, refused, text
from carbon_zones.test.contract import Contract, PlainRun
from carbon_zones.test.helpers import write_csv

ACTIVITY = """
year,stage,source,quantity,unit,factor,scales_with,density_kg_per_l,oxidised_fraction,counted_in_factor,u95_pct
1999,mining,coal,900000,t,ch4,,,,,2
2000,mining,coal,1000000,t,ch4,,,,,2
2000,transportation,electricity,500,MWh,grid,fixed,,,,1
2000,mining,drained_gas,100000,m3,,,,0.9,yes,5
2000,stripping,diesel,100,t,diesel,,,,,5
"""
FACTORS = """
name,source,gas,value,unit,gwp_kind,scope,u95_pct,low,high,distribution,standing
diesel,diesel,co2,3.1,t/t,,1,2,,,,assumed
diesel_n2o,diesel,n2o,1.2,kg/t,,1,50,,,lognormal,assumed
grid,electricity,co2,0.5,t/MWh,,2,5,,,,assumed
ch4,coal,ch4,1.2,m3/t,fossil,1,,0.3,2,triangular,assumed
"""
SCENARIOS = """
scenario,variable,year,value
one,coal_t,2000,1000000
one,coal_t,2020,0
one,ha_per_10kt,2000,0.2
one,taken:arable,2000,3
one,taken:Forestland,2000,1
one,reclaimed:grass,2000,1
one,reclaimed_ha,2000,30
"""
AGES = """
year,class,source_class,age_min,age_mid,age_max,cells,area_ha
2000,Arable land,Dump,0,5,10,1,10
2000,Forestland,Dump,0,5,10,1,5
"""
AGES_WITH_HISTORY = """
year,class,source_class,age_min,age_mid,age_max,cells,area_ha,history
2000,Arable land,Dump,0,4,8,1,10,1990 forest; 1992 dump; 2000 arable
2000,Forestland,Dump,0,2.5,5,1,5,1990 forest; 1995 dump; 2000 forest
"""
STATUS = """
year,status,cells,area_ha,share_pct
1990,active,1,50,1
2000,active,1,100,1
2000,reclaimed,1,15,1
"""
DISTURBED = """
period,kind,from_class,to_class,cells,area_ha,ha_per_year
1990,already,,Dump,1,5,
1990-2000,first,Arable land,Dump,1,10,1
"""
BALANCE = """
period,land,net_tc,assumed_loss_tc
1990-2000,taken,-600,
,taken,-600,
,mined_before,50,300
,(all),-550,300
1990-2000,mined_before,50,
1990-2000,(all),-550,
"""
NAMES = ("ACTIVITY", "FACTORS", "SCENARIOS", "AGES", "STATUS", "DISTURBED", "BALANCE")


def tables(folder) -> dict:
    """Tables that go together; a land without coefficients is no sink."""
    made = {
        name: write_csv(folder / f"good_{name.lower()}.csv", globals()[name].strip())
        for name in NAMES
    }
    return {**made, **half_widths(folder)}


def whole(name: str, content: str, says: str, headless: bool = False) -> Case:
    """The case of another table."""
    return refused(f"{name} ... {says}", text(f"{name.lower()}.csv", content.strip()), headless)


def changed(name: str, says: str, /, headless: bool = False, **cells) -> Case:
    """The case of a table whose last row has other cells."""
    content = globals()[name]
    row = f"row {len(content.strip().splitlines()) - 1}"
    return whole(name, lines(content, **cells), f"{row} ... {says}", headless)


# What is said of a table whose last row has such cells.
OF_CELLS = """
ACTIVITY: column 'stage' ... 'blasting' ... stripping, mining, transportation | stage=blasting
ACTIVITY: column 'source' ... 'wood' | source=wood
ACTIVITY: column 'year' ... 99 | year=99
ACTIVITY: column 'quantity' ... empty | quantity=
ACTIVITY: column 'quantity' ... -5 | quantity=-5
ACTIVITY: column 'unit' ... 'MWh' ... 'diesel' ... t, L | unit=MWh
ACTIVITY: column 'density_kg_per_l' | unit=L
ACTIVITY: 'density_kg_per_l': 0 ... range 0.5 to 1.5 | unit=L density_kg_per_l=0
ACTIVITY: 'density_kg_per_l': 840 ... range 0.5 to 1.5 | unit=L density_kg_per_l=840
ACTIVITY: 'density_kg_per_l' | density_kg_per_l=0.8
ACTIVITY: column 'factor' ... 'diesel_x' ... 'diesel' ... diesel, diesel_n2o | factor=diesel_x
ACTIVITY: no factor 'grid' ... 'diesel' ... diesel, diesel_n2o | factor=grid
ACTIVITY: column 'factor' ... FACTORS ... 'gasoline' | source=gasoline
ACTIVITY: twice | factor=diesel+diesel
ACTIVITY: no factor '' | factor=diesel+
ACTIVITY: 'scales_with' ... 'time' | scales_with=time
ACTIVITY: 'u95_pct' ... negative | u95_pct=-1
ACTIVITY: 'oxidised_fraction' | oxidised_fraction=0.9
ACTIVITY: column 'factor' ... 'spontaneous_co2' | source=spontaneous_co2
FACTORS: column 'gas' ... 'sf6' | gas=sf6
FACTORS: column 'source' ... 'drained_gas' | source=drained_gas
FACTORS: 't/MWh' ... m3/t | unit=t/MWh
FACTORS: 'm3/t' ... 'co2' | gas=co2
FACTORS: column 'value' ... -1 | value=-1
FACTORS: column 'scope' ... '3' ... 1, 2 | scope=3
FACTORS: column 'gwp_kind' ... empty | gwp_kind=
FACTORS: column 'gwp_kind' ... 'combustion' ... 'fossil' | gwp_kind=combustion
FACTORS: column 'low' ... 'triangular' | low=
FACTORS: column 'value' ... 1.2 | low=1.5
FACTORS: 'u95_pct' ... 'triangular' | u95_pct=5
FACTORS: 'u95_pct' ... -5 ... negative | u95_pct=-5 low= high= distribution=
FACTORS: 'low' ... 'normal' | distribution=
FACTORS: 'cauchy' | distribution=cauchy
FACTORS: column 'name' ... a+b | name=a+b
FACTORS: column 'name' ... 'grid' duplicates row 3 | name=grid
SCENARIOS: column 'variable' ... 'coal' ... coal_t | variable=coal
SCENARIOS: 'mult:oil' ... mult:all | variable=mult:oil
SCENARIOS: unknown class 'moor' ... arable | variable=taken:moor
SCENARIOS: column 'variable' ... mined land | variable=reclaimed:dump
SCENARIOS: column 'year' ... 1999 ... base year 2000 | year=1999
SCENARIOS: column 'value' ... -3 | value=-3
SCENARIOS: column 'scenario' ... empty | scenario=
AGES: 'Moor' ... SCHEME | class=Moor
"""


def each_changed() -> Iterator[Case]:
    """The cases of these."""
    for line in OF_CELLS.strip().splitlines():
        said, words = line.split(" | ")
        name, says = said.split(": ", 1)
        yield changed(name, says, **dict(word.split("=") for word in words.split()))


def drained(says: str, **cells) -> Case:
    """The case of a table whose last row is about drained gas."""
    header, *rows = ACTIVITY.strip().splitlines()
    table = lines("\n".join([header, *rows[:-2], rows[-1], rows[-2]]), **cells)
    return whole("ACTIVITY", table, f"row 5 ... {says}")


# What is said of scenarios without rows that have the second part, and with another row.
OF_SCENARIOS = """
SCENARIOS ... row 8 ... 'year' ... in 2020 duplicates row 2 | | one,coal_t,2020,5
ACTIVITY ... row 2 ... column 'scales_with' ... 'two' ... 'coal_t' | | two,disturbed_ha,2000,5
SCENARIOS ... row 7 ... 'value' ... base year 2000 ... ACTIVITY | coal_t,2000 | one,coal_t,2000,0
SCENARIOS ... row 3 ... 'ha_per_10kt' ... 'disturbed_ha' | | one,disturbed_ha,2000,5
SCENARIOS ... 'ha_per_10kt' ... 'coal_t' | | two,ha_per_10kt,2000,5
SCENARIOS ... row 6 ... 'reclaimed_ha' ... 'reclaimed:CLASS' | reclaimed: |
"""
# What is said of a table, AGES with a history, in which every such text is another one.
OF_TEXTS = """
AGES: 'history': ... 1992 rural; 2000 arable' ... 'mine'; use the TAKING_GROUPS | dump; 2 > rural; 2
AGES: row 1 ... 'history' starts in 1985 ... first date is 1990 | 1990 forest > 1985 forest
AGES: no data for 2000 ... 1990 | /2000, > /1990,
STATUS: 'active' | 2000,active > 2000,flooded
DISTURBED: column 'from_class' ... 'first' | Arable land > Water
BALANCE: no column 'net_tc' | net_tc > net
BALANCE: row 4 ... 'net_tc': -551 ... row 2 ... row 3 ... (-550) | ,(all),-550,3 > ,(all),-551,3
BALANCE: no row of period ... '(all)' | 1990-2000,(all),-550, > /
BALANCE: row 1 ... 'period': 'then' | 1990-2000 > then
BALANCE: row 1 ... 'took' ... mined_before | ,taken, > ,took,
BALANCE: same land as row 1 | 1990-2000,mined_before,50 > 1990-2000,taken,50
"""


def scenarios() -> Iterator[Case]:
    """The cases of those scenarios."""
    for line in OF_SCENARIOS.strip().splitlines():
        says, without, more = map(str.strip, line.split(" |"))
        rows = [row for row in SCENARIOS.strip().splitlines() if not without or without not in row]
        yield refused(says, text("scenarios.csv", "\n".join([*rows, *more.split()])))


def other_texts() -> Iterator[Case]:
    """The cases of tables with other texts."""
    for line in OF_TEXTS.strip().splitlines():
        said, texts = line.split(" | ")
        name, says = said.split(": ", 1)
        old, new = texts.replace("/", "\n").split(" > ")
        content = AGES_WITH_HISTORY if name == "AGES" else globals()[name]
        yield whole(name, content.replace(old, new), says)


PATH_COLUMNS = (
    "scenario year emissions_tco2e land_loss_tc sink_tc offsets_tco2 net_tco2e cumulative_tco2e "
    "low_tco2e high_tco2e disturbed_ha reclaimed_ha mine_ha gwp boundary"
)
DEBT_COLUMNS = (
    "debt_tco2 debt_with_assumed_tco2 cumulative_with_debt_tco2e paid_back_year sink_taken_tc "
    "cumulative_taken_tco2e cumulative_with_assumed_tco2e paid_back_with_assumed_year"
)

CONTRACT = Contract(
    display_name="Path to carbon neutrality",
    group="carbon",
    parameters={
        **shared.each(shared.SOURCE, "ACTIVITY SCENARIOS"),
        **shared.each(
            shared.SOURCE_IF_WANTED, "FACTORS CLASSES AGES STATUS DISTURBED BALANCE COEFFICIENTS"
        ),
        **shared.TAKING,
        "GWP": ("enum", "ar6", False, False),
        "SCHEME": ("enum", "auto", False, False),
        "BASE_YEAR": ("number", None, True, False),
        "END_YEAR": ("number", 2060, False, False),
        "MILESTONES": ("string", "2030,2050,2060", True, False),
        "DRAWS": ("number", 10000, False, True),
        "SEED": ("number", 1, False, True),
        "LEVEL": ("number", 95.0, False, True),
        **shared.each(shared.TABLE_IF_WANTED, "EMISSIONS PATH MILESTONE_TABLE"),
        "REPORT": shared.PAGE,
    },
    asked_for="EMISSIONS PATH MILESTONE_TABLE",
    results="BASE_EMISSIONS_TCO2E NEUTRAL_SCENARIOS",
    columns={
        "EMISSIONS": (
            "year stage source gas quantity quantity_unit factor factor_name t_gas tco2e u95_pct "
            "scope standing gwp boundary"
        ),
        "PATH": f"{PATH_COLUMNS} {DEBT_COLUMNS}",
        "MILESTONE_TABLE": f"{PATH_COLUMNS} neutral_year neutral_pct {DEBT_COLUMNS}",
    },
    telling_inputs={"DRAWS": 100},
    plain_run=PlainRun(tables, "emissions.xlsx path.gpkg milestone_table.csv report.html"),
    further_inputs=tables,
    bad_inputs=(
        # Land
        changed("AGES", "column 'age_mid': 12 ... 'age_max' ... 10", age_mid="12", headless=True),
        *each_changed(),
        whole("ACTIVITY", "year,stage,source,quantity\n", "'unit'"),
        whole("ACTIVITY", ACTIVITY.strip().split("\n")[0], "is empty"),
        changed(
            "ACTIVITY",
            "column 'factor' is empty ... 2 factors ... diesel, diesel_n2o",
            factor="",
            headless=True,
        ),
        drained("column 'oxidised_fraction' ... 1.2 ... from 0 to 1", oxidised_fraction="1.2"),
        drained("'oxidised_fraction'", oxidised_fraction=""),
        drained("'counted_in_factor'", counted_in_factor=""),
        drained("'maybe' ... yes, no", counted_in_factor="maybe"),
        drained("column 'quantity' ... methane", quantity="9999999"),
        # Scenarios
        whole("SCENARIOS", "scenario,variable,year\n", "'value'"),
        *scenarios(),
        # Land
        *other_texts(),
        refused(
            "BASE_YEAR: BALANCE ... no data for 2000 ... 1990, 2001",
            text("balance.csv", BALANCE.strip().replace("-2000,", "-2001,")),
        ),
        # Years and choices
        refused("BASE_YEAR ... 2001", BASE_YEAR=2001),
        refused("END_YEAR ... 1999", END_YEAR=1999),
        refused("MILESTONES ... 'soon'", MILESTONES="soon"),
    ),
)
