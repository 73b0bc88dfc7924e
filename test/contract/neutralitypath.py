"""Path to carbon neutrality."""

from __future__ import annotations

from carbon_zones.test.algorithms.bad_inputs import (
    COEFFICIENT_TABLE,
    Case,
    lines,
    missing,
    output,
    parameter,
    text,
)
from carbon_zones.test.contract import (
    PAGE,
    TABLE_IF_WANTED,
    TEXT,
    WHOLE,
    Contract,
    PlainRun,
)
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
NAMES = ("ACTIVITY", "FACTORS", "SCENARIOS", "AGES", "STATUS", "DISTURBED")


def tables(folder) -> dict:
    """Tables that go together; a land without coefficients is no sink."""
    given = {
        name: write_csv(folder / f"good_{name.lower()}.csv", globals()[name].strip())
        for name in NAMES
    }
    header, *rows = COEFFICIENT_TABLE.strip().splitlines()
    table = [f"{header},u95_soil_pct,u95_vegetation_pct", *(f"{row},20,30" for row in rows)]
    return {**given, "COEFFICIENTS": write_csv(folder / "good_densities.csv", "\n".join(table))}


def changed(
    parameter_name: str, case: str, /, *words: str, headless: bool = False, **cells
) -> Case:
    """The case of a table whose last row has other cells."""
    table = globals()[parameter_name]
    row = f"row {len(table.strip().splitlines()) - 1}"
    file = f"{parameter_name.lower()}.csv"
    content = lines(table, **cells)
    return Case(case, text(file, content), (parameter_name, row, *words), headless)


def whole(parameter_name: str, name: str, content: str, *words: str, headless: bool = False):
    """The case of another table."""
    file = f"{parameter_name.lower()}.csv"
    return Case(name, text(file, content.strip()), (parameter_name, *words), headless)


def drained(name: str, *words: str, **cells) -> Case:
    """The case of a table whose last row is about drained gas."""
    header, *rows = ACTIVITY.strip().splitlines()
    table = lines("\n".join([header, *rows[:-2], rows[-1], rows[-2]]), **cells)
    return Case(name, text("activity.csv", table), ("ACTIVITY", "row 5", *words))


def scenario(name: str, *words: str, without: str = "", more: str = "", headless: bool = False):
    """The case of scenarios without some rows, or with more of them."""
    rows = [row for row in SCENARIOS.strip().splitlines() if not (without and without in row)]
    content = "\n".join([*rows, *more.split()])
    return Case(name, text("scenarios.csv", content), (*words,), headless)


EMISSION_FIELDS = [
    "year",
    "stage",
    "source",
    "gas",
    "quantity",
    "quantity_unit",
    "factor",
    "factor_name",
    "t_gas",
    "tco2e",
    "u95_pct",
    "scope",
    "standing",
    "gwp",
    "boundary",
]
PATH_FIELDS = [
    "scenario",
    "year",
    "emissions_tco2e",
    "land_loss_tc",
    "sink_tc",
    "offsets_tco2",
    "net_tco2e",
    "cumulative_tco2e",
    "low_tco2e",
    "high_tco2e",
    "disturbed_ha",
    "reclaimed_ha",
    "mine_ha",
    "gwp",
    "boundary",
]

CONTRACT = Contract(
    display_name="Path to carbon neutrality",
    group="carbon",
    parameters={
        "ACTIVITY": ("source", None, False, False),
        "FACTORS": ("source", None, True, False),
        "GWP": ("enum", "ar6", False, False),
        "SCENARIOS": ("source", None, False, False),
        "SCHEME": ("enum", "auto", False, False),
        "CLASSES": ("source", None, True, False),
        "AGES": ("source", None, True, False),
        "STATUS": ("source", None, True, False),
        "DISTURBED": ("source", None, True, False),
        "COEFFICIENTS": ("source", None, True, False),
        "BASE_YEAR": ("number", None, True, False),
        "END_YEAR": ("number", 2060, False, False),
        "MILESTONES": ("string", "2030,2050,2060", True, False),
        "DRAWS": ("number", 10000, False, True),
        "SEED": ("number", 1, False, True),
        "LEVEL": ("number", 95.0, False, True),
        "EMISSIONS": TABLE_IF_WANTED,
        "PATH": TABLE_IF_WANTED,
        "MILESTONE_TABLE": TABLE_IF_WANTED,
        "REPORT": PAGE,
    },
    numbers={"BASE_EMISSIONS_TCO2E", "NEUTRAL_SCENARIOS"},
    fields={
        "EMISSIONS": EMISSION_FIELDS,
        "PATH": PATH_FIELDS,
        "MILESTONE_TABLE": [*PATH_FIELDS, "neutral_year", "neutral_pct"],
    },
    kinds={
        **dict.fromkeys(("stage", "source", "gas", "quantity_unit", "factor_name"), TEXT),
        **dict.fromkeys(("standing", "gwp", "boundary", "scenario", "neutral_year"), TEXT),
        "scope": WHOLE,
    },
    outputs={
        "EMISSIONS": "emissions.csv",
        "PATH": "path.csv",
        "MILESTONE_TABLE": "milestones.csv",
        "REPORT": "path.html",
    },
    plain_run=PlainRun(
        tables,
        {
            "EMISSIONS": "emissions.xlsx",
            "PATH": "path.gpkg",
            "MILESTONE_TABLE": "milestones.csv",
            "REPORT": "path.html",
        },
    ),
    further_inputs=tables,
    bad_inputs=(
        # Land
        changed(
            "AGES",
            "age beyond its bounds",
            *("column 'age_mid' is 12", "'age_max', 10"),
            age_mid="12",
            headless=True,
        ),
        # Activity
        Case("activity that is not there", missing("ACTIVITY", "none.csv"), ("ACTIVITY", "none")),
        whole("ACTIVITY", "activity without units", "year,stage,source,quantity\n", "'unit'"),
        whole("ACTIVITY", "activity without rows", ACTIVITY.strip().split("\n")[0], "is empty"),
        changed(
            "ACTIVITY",
            "unknown stage",
            *("column 'stage'", "'blasting'", "stripping, mining, transportation"),
            stage="blasting",
            headless=True,
        ),
        changed("ACTIVITY", "unknown source", "column 'source'", "'wood'", source="wood"),
        changed("ACTIVITY", "no year", "column 'year'", "'soon'", year="soon"),
        changed("ACTIVITY", "year of two digits", "column 'year'", "99", year="99"),
        changed("ACTIVITY", "empty quantity", "column 'quantity'", "empty", quantity=""),
        changed("ACTIVITY", "quantity below 0", "column 'quantity'", "-5", quantity="-5"),
        changed("ACTIVITY", "no quantity", "column 'quantity'", "'much'", quantity="much"),
        changed(
            "ACTIVITY",
            "unit that does not fit its source",
            *("column 'unit'", "'MWh'", "'diesel'", "t, L"),
            unit="MWh",
            headless=True,
        ),
        changed("ACTIVITY", "litres without density", "column 'density_kg_per_l'", unit="L"),
        changed(
            "ACTIVITY",
            "litres of no density",
            *("column 'density_kg_per_l'", "above 0"),
            unit="L",
            density_kg_per_l="0",
        ),
        changed("ACTIVITY", "density of tonnes", "'density_kg_per_l'", density_kg_per_l="0.8"),
        changed(
            "ACTIVITY",
            "unknown factor",
            *("column 'factor'", "'diesel_x'", "'diesel'", "diesel, diesel_n2o"),
            factor="diesel_x",
            headless=True,
        ),
        changed("ACTIVITY", "factor of another source", "'grid'", "'electricity'", factor="grid"),
        changed(
            "ACTIVITY",
            "factor that is not named and may be two",
            *("column 'factor' is empty", "2 factors", "diesel, diesel_n2o"),
            factor="",
            headless=True,
        ),
        changed(
            "ACTIVITY",
            "no factor of a source",
            *("column 'factor'", "FACTORS", "'gasoline'"),
            source="gasoline",
        ),
        changed("ACTIVITY", "one factor twice", "twice", factor="diesel+diesel"),
        changed("ACTIVITY", "empty part of a factor", "no factor is called ''", factor="diesel+"),
        changed("ACTIVITY", "unknown scale", "'scales_with'", "'time'", scales_with="time"),
        changed("ACTIVITY", "half-width below 0", "'u95_pct'", "negative", u95_pct="-1"),
        changed("ACTIVITY", "burnt part of diesel", "'oxidised_fraction'", oxidised_fraction="0.9"),
        changed(
            "ACTIVITY",
            "factor of what has none",
            *("column 'factor'", "'spontaneous_co2'"),
            source="spontaneous_co2",
        ),
        drained(
            "fraction over 1",
            *("column 'oxidised_fraction'", "1.2", "from 0 to 1"),
            oxidised_fraction="1.2",
        ),
        drained("gas whose burnt part is not known", "'oxidised_fraction'", oxidised_fraction=""),
        drained("gas that may be counted", "'counted_in_factor'", counted_in_factor=""),
        drained("gas that is counted perhaps", "'maybe'", "yes, no", counted_in_factor="maybe"),
        drained("more gas than coal gives", "column 'quantity'", "methane", quantity="9999999"),
        # Factors
        changed("FACTORS", "unknown gas", "column 'gas'", "'sf6'", gas="sf6"),
        changed(
            "FACTORS",
            "factor of no source",
            "column 'source'",
            "'drained_gas'",
            source="drained_gas",
        ),
        changed("FACTORS", "unit of another source", "'t/MWh'", "m3/t", unit="t/MWh"),
        changed("FACTORS", "volume of CO2", "'m3/t'", "'co2'", gas="co2"),
        changed("FACTORS", "factor below 0", "column 'value'", "-1", value="-1"),
        changed("FACTORS", "scope of customers", "column 'scope'", "'3'", "1, 2", scope="3"),
        changed("FACTORS", "methane of no kind", "column 'gwp_kind'", "empty", gwp_kind=""),
        changed(
            "FACTORS",
            "methane of coal as of combustion",
            *("column 'gwp_kind'", "'combustion'", "'fossil'"),
            gwp_kind="combustion",
        ),
        changed("FACTORS", "bounds missing", "column 'low'", "'triangular'", low=""),
        changed("FACTORS", "value outside its bounds", "column 'value'", "1.2", low="1.5"),
        changed("FACTORS", "half-width of a triangle", "'u95_pct'", "'triangular'", u95_pct="5"),
        changed("FACTORS", "bounds of a normal one", "'low'", "'normal'", distribution=""),
        changed("FACTORS", "unknown distribution", "'cauchy'", distribution="cauchy"),
        changed("FACTORS", "name with a plus", "column 'name'", "a+b", name="a+b"),
        changed(
            "FACTORS",
            "factor name that fits two rows",
            *("column 'name'", "'grid'", "row 3 already"),
            name="grid",
            headless=True,
        ),
        # Scenarios
        whole("SCENARIOS", "scenarios without values", "scenario,variable,year\n", "'value'"),
        changed(
            "SCENARIOS",
            "unknown variable",
            "column 'variable'",
            "'coal'",
            "coal_t",
            variable="coal",
        ),
        changed("SCENARIOS", "factor of nothing", "'mult:oil'", "mult:all", variable="mult:oil"),
        changed(
            "SCENARIOS",
            "unknown class in a scenario",
            *("unknown class 'moor'", "arable"),
            variable="taken:moor",
            headless=True,
        ),
        changed(
            "SCENARIOS",
            "reclaimed as a mine",
            *("column 'variable'", "mined land"),
            variable="reclaimed:dump",
        ),
        changed(
            "SCENARIOS",
            "date before the base year",
            *("column 'year'", "1999", "base year 2000"),
            year="1999",
            headless=True,
        ),
        changed("SCENARIOS", "value below 0", "column 'value'", "-3", value="-3"),
        changed("SCENARIOS", "no name", "column 'scenario'", "empty", scenario=""),
        scenario(
            "a year twice",
            *("SCENARIOS", "row 8", "column 'year'", "in 2020", "row 2 already"),
            more="one,coal_t,2020,5",
        ),
        scenario(
            "a scenario without coal",
            *("ACTIVITY", "row 2", "column 'scales_with'", "'two'", "'coal_t'"),
            more="two,disturbed_ha,2000,5",
            headless=True,
        ),
        scenario(
            "coal of 0 in the base year",
            *("SCENARIOS", "row 7", "column 'value'", "'coal_t'", "base year 2000", "ACTIVITY"),
            without="coal_t,2000",
            more="one,coal_t,2000,0",
            headless=True,
        ),
        scenario(
            "hectares in two ways",
            *("SCENARIOS", "row 3", "'ha_per_10kt'", "'disturbed_ha'"),
            more="one,disturbed_ha,2000,5",
        ),
        scenario(
            "hectares by coal without coal",
            *("SCENARIOS", "'ha_per_10kt'", "'coal_t'"),
            more="two,ha_per_10kt,2000,5",
        ),
        scenario(
            "reclaimed as nothing",
            *("SCENARIOS", "row 6", "'reclaimed_ha'", "'reclaimed:CLASS'"),
            without="reclaimed:",
        ),
        scenario(
            "shares of nothing",
            *("SCENARIOS", "row 6", "'variable'", "2011", "'one'", "reclaimed:CLASS"),
            without="reclaimed:grass",
            more="one,reclaimed:grass,2010,1 one,reclaimed:grass,2011,0",
        ),
        Case(
            "taken from nothing",
            lambda folder: {
                "DISTURBED": None,
                **text(
                    "scenarios.csv",
                    "\n".join(row for row in SCENARIOS.strip().splitlines() if "taken" not in row),
                )(folder),
            },
            ("SCENARIOS", "row 3", "'variable'", "2001", "'one'", "taken:CLASS", "DISTURBED"),
        ),
        # Land
        changed("AGES", "unknown class of reclaimed land", "'Moor'", "SCHEME", **{"class": "Moor"}),
        whole(
            "AGES", "ages of no base year", AGES.replace("2000", "1990"), "'year'", "2000", "1990"
        ),
        whole("STATUS", "no mine", STATUS.replace("2000,active", "2000,flooded"), "'active'"),
        whole(
            "STATUS",
            "no hectares",
            STATUS.replace("1,100,1", "1,many,1"),
            "row 2",
            "'area_ha'",
            "'many'",
        ),
        whole(
            "DISTURBED",
            "taken from no sink",
            DISTURBED.replace("Arable land", "Water"),
            *("column 'from_class'", "'first'"),
        ),
        Case(
            "curve without its parameter on the path",
            text(
                "coefficients.csv",
                COEFFICIENT_TABLE.replace("_ha\n", "_ha,soil_curve\n", 1)
                .replace(",5\n", ",5,exponential\n")
                .replace("15.5\n", "15.5,\n")
                .replace("6.4\n", "6.4,\n"),
            ),
            ("COEFFICIENTS", "row 1", "'soil_p1'", "'exponential'"),
        ),
        # Years and choices
        Case("another set of potentials", parameter(GWP="ar7"), ("GWP", "ar7", "ar5_fossil")),
        Case("base year without activity", parameter(BASE_YEAR=2001), ("BASE_YEAR", "2001")),
        Case("horizon before the base year", parameter(END_YEAR=1999), ("END_YEAR", "1999")),
        Case("milestone that is no year", parameter(MILESTONES="soon"), ("MILESTONES", "'soon'")),
        Case("draws of a path below 0", parameter(DRAWS=-1), ("DRAWS",)),
        Case("folder of a path missing", output("PATH", "deep/path.csv"), ("PATH", "deep")),
    ),
)
