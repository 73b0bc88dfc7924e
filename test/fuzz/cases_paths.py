"""Random tables for a path to carbon neutrality: activity, factors, scenarios, and land to begin
with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..helpers import ROOT
from .cases_tables import COEFFICIENT_COLUMNS, called
from .legends import default_lands, default_rows, rows_of
from .sheets import Sheet, random_sheet

STAGES = ("stripping", "mining", "transportation", "dumping", "reclamation", "post_mining")
UNITS = {
    "diesel": ("t", "L"),
    "gasoline": ("t", "L"),
    "explosives": ("t",),
    "electricity": ("MWh",),
    "coal": ("t",),
    "drained_gas": ("m3",),
    "spontaneous_coal": ("t",),
    "spontaneous_co2": ("t",),
    "other_co2e": ("t",),
}
WITHOUT_FACTORS = ("drained_gas", "spontaneous_co2", "other_co2e")
NAMES = ("BAU", "low, or so", "低碳")
SCALES = ("", "coal", "disturbed", "reclaimed", "fixed", "fixed")
CURVES = ("", "ipcc", "exponential", "chapman_richards", "instant", "rates")
ACTIVITY_COLUMNS = (
    *("year", "stage", "source", "quantity", "unit", "factor", "scales_with"),
    *("density_kg_per_l", "oxidised_fraction", "counted_in_factor", "u95_pct"),
)
FACTOR_COLUMNS = ("name", "source", "gas", "value", "unit", "gwp_kind", "scope", "u95_pct")
# By parameter: the columns that every row must have, and those of numbers that are always read.
TABLES = {
    "ACTIVITY": (("year", "stage", "source", "quantity", "unit"), ("quantity",)),
    "FACTORS": (("name", "source", "gas", "value", "unit", "scope"), ("value",)),
    "SCENARIOS": (("scenario", "variable", "year", "value"), ("value",)),
    "COEFFICIENTS": (COEFFICIENT_COLUMNS, COEFFICIENT_COLUMNS[1:]),
    "AGES": (("year", "class", "age_mid", "area_ha"), ()),
    "STATUS": (("year", "status", "area_ha"), ()),
    "DISTURBED": (("period", "kind", "from_class", "area_ha"), ()),
    "BALANCE": (("period", "land", "net_tc"), ()),
}


@dataclass
class PathCase:
    """The tables of a path as rows, the classes under their keys, and its years.

    `other_run` are the tables that BALANCE is not of the same run as.
    """

    activity: list
    factors: list
    scenarios: list
    coefficients: list
    ages: list
    status: list
    disturbed: list
    base: int
    end: int
    milestones: list
    gwp: str
    draws: int
    balance: list = field(default_factory=list)
    other_run: tuple = ()


def random_path(rng, folder: Path) -> tuple[PathCase, dict, dict[str, Sheet]]:
    """A path, its parameters, and its tables by parameter.

    Rows have classes by their keys, and what tables call them under `told`.
    """
    base = int(rng.integers(1990, 2025))
    end = base + int(rng.integers(1, 45))
    factors, are_own = _factors(rng)
    scenarios: list = []
    activity = _activity(rng, base, factors)
    lands = [land for land in default_lands() if land.group == "sink"]
    others = [land for land in default_lands() if land.group not in ("sink", "mine")]
    for name in rng.permutation(NAMES)[: rng.integers(1, 4)].tolist():
        scenarios += _scenario(rng, name, base, activity, [*lands, *lands, *others[:1]])
    coefficients = _coefficients(rng, lands) if rng.random() < 0.7 else []
    case = PathCase(
        activity,
        factors,
        scenarios,
        coefficients or default_rows("coefficients.csv"),
        _ages(rng, base, lands) if rng.random() < 0.6 else [],
        _status(rng, base) if rng.random() < 0.6 else [],
        _disturbed(rng, base, lands) if rng.random() < 0.6 else [],
        base,
        end,
        sorted({int(year) for year in rng.integers(base - 2, end + 3, 3)}),
        str(rng.choice(["sar", "ar4", "ar5", "ar5_fossil", "ar6"])),
        int(rng.choice([0, 0, 0, 50])),
    )
    unit = _agree(rng, case) if rng.random() < 0.5 else ()
    columns: dict = {
        "ACTIVITY": (activity, ACTIVITY_COLUMNS),
        "SCENARIOS": (scenarios, ("scenario", "variable", "year", "value")),
        "AGES": (case.ages, (*unit, "year", "class", "source_class", "age_mid", "area_ha")),
        "STATUS": (case.status, (*unit, "year", "status", "area_ha")),
        "DISTURBED": (case.disturbed, (*unit, "period", "kind", "from_class", "area_ha")),
        "BALANCE": (case.balance, ()),
        "COEFFICIENTS": (coefficients, ()),
        "FACTORS": (factors if are_own else [], FACTOR_COLUMNS),
    }
    sheets = {
        name: random_sheet(
            rng,
            folder / f"{name.lower()}.csv",
            rows,
            own,
            *TABLES[name],
            shown=dict.fromkeys(("variable", "class", "from_class", "factor"), "told"),
        )
        for name, (rows, own) in columns.items()
        if rows
    }
    parameters: dict = {name: sheet.write() for name, sheet in sheets.items()}
    parameters |= {"END_YEAR": end, "MILESTONES": ",".join(map(str, case.milestones))}
    parameters |= {"GWP": case.gwp, "DRAWS": case.draws}
    if max(row["year"] for row in activity) != base or rng.random() < 0.3:
        parameters["BASE_YEAR"] = base
    return case, parameters, sheets


def _factors(rng) -> tuple[list, bool]:
    """The shipped factors as numbers, or others, and whether they are others."""
    if rng.random() < 0.4:
        rows = rows_of(ROOT / "resources" / "schemes" / "coal_mine" / "factors.csv")
        return [{**row, "value": float(row["value"])} for row in rows], False
    rows = []
    for source in UNITS:
        if source in WITHOUT_FACTORS:
            continue
        per = "MWh" if source == "electricity" else "t"
        gases = ["ch4", "ch4"] if source == "coal" else ["co2", "ch4", "n2o", "co2e"]
        for gas in [gases[n] for n in range(rng.integers(1, len(gases) + 1))]:
            of_methane = "m3/t" if source == "coal" and rng.random() < 0.6 else f"kg/{per}"
            unit = of_methane if gas == "ch4" else str(rng.choice([f"t/{per}", f"kg/{per}"]))
            kind = "fossil" if source == "coal" else "combustion"
            rows.append(
                {
                    "name": f"{source}_{gas}_{len(rows)}",
                    "source": source,
                    "gas": gas,
                    "value": round(float(rng.uniform(0, 3)), 3),
                    "unit": unit,
                    "gwp_kind": kind if gas == "ch4" else "",
                    "scope": 2 if source == "electricity" else 1,
                    "u95_pct": float(rng.choice([5.0, 12.5, 50.0])) if rng.random() < 0.7 else "",
                }
            )
    return rows, True


def _activity(rng, base: int, factors: list) -> list:
    rows = []
    years = [base, base - 1, base + 1][: rng.integers(1, 4)]
    for _ in range(int(rng.integers(1, 9))):
        source = str(rng.choice(list(UNITS)))
        unit = str(rng.choice(UNITS[source]))
        own = [row["name"] for row in factors if row["source"] == source]
        if source not in WITHOUT_FACTORS and not own:
            continue
        named = _named(rng, source, factors)
        row = {
            "year": int(rng.choice(years)),
            "stage": str(rng.choice(STAGES)),
            "source": source,
            "quantity": float(rng.choice([0.0, 1500.0, 2e6, 12345.678, 0.125])),
            "unit": unit,
            "factor": named,
            # One row alone need not be named.
            "told": "" if len(own) == 1 and rng.random() < 0.5 else named,
            "scales_with": str(rng.choice(SCALES)),
            "density_kg_per_l": float(rng.choice([0.84, 0.735])) if unit == "L" else "",
            "oxidised_fraction": "",
            "counted_in_factor": "",
            "u95_pct": float(rng.choice([2.0, 12.5])) if rng.random() < 0.7 else "",
        }
        if source == "drained_gas":
            row["oxidised_fraction"] = float(rng.choice([0.0, 0.9, 1.0]))
            row["counted_in_factor"] = str(rng.choice(["yes", "no"]))
        rows.append(row)
    if not any(row["year"] == base for row in rows):
        plain = dict.fromkeys(ACTIVITY_COLUMNS, "") | {"told": "", "scales_with": "fixed"}
        own = {"year": base, "stage": "mining", "source": "other_co2e", "unit": "t"}
        rows.append({**plain, **own, "quantity": 2500.5})
    return rows


def _named(rng, source: str, factors: list) -> str:
    """Factors of a source joined by plus signs, of one gas each but for coal; '' of none."""
    own = [row for row in factors if row["source"] == source]
    if source in WITHOUT_FACTORS:
        return ""
    chosen: list = []
    for n in rng.permutation(len(own)):
        if not chosen or (
            rng.random() < 0.5 and (source == "coal" or _is_other_gas(own[n], chosen))
        ):
            chosen.append(own[n])
    return "+".join(row["name"] for row in chosen)


def _is_other_gas(factor: dict, chosen: list) -> bool:
    """Whether no gas is counted twice with a further factor; co2e is all of them."""
    gases = {row["gas"] for row in chosen}
    return factor["gas"] not in gases and "co2e" not in {*gases, factor["gas"]}


def _scenario(rng, name: str, base: int, activity: list, lands: list) -> list:
    """The points of a scenario; what the activity goes by has them as a rule."""
    scales = {row["scales_with"] or "coal" for row in activity if row["year"] == base}
    rows: list = []

    def points(variable: str, values: list, told: str = "", at_base: bool = False) -> None:
        years = sorted({base, *(int(y) for y in base + rng.integers(0, 50, rng.integers(0, 3)))})
        years = years if at_base or rng.random() < 0.7 else years[1:] or years
        for year in [years[n] for n in rng.permutation(len(years))]:
            value = float(values[rng.integers(len(values))])
            rows.append(
                {
                    "scenario": name,
                    "variable": variable,
                    "told": told or variable,
                    "year": year,
                    "value": value or (values[-1] if at_base and year == base else 0.0),
                }
            )

    if rng.random() < (0.97 if "coal" in scales else 0.5):
        points("coal_t", [0.0, 1e6, 2.5e6, 1234567.89], at_base=True)
    has_coal = any(row["variable"] == "coal_t" for row in rows)
    taken = str(rng.choice(["disturbed_ha", "ha_per_10kt" if has_coal else "disturbed_ha", ""]))
    if "disturbed" in scales:
        taken = taken or "disturbed_ha"
    if taken:
        points(taken, [0.0, 0.24, 1.5, 30.25], at_base=True)
        for kind in [lands[n] for n in rng.permutation(len(lands))[: rng.integers(0, 4)]]:
            _once(rng, points, rows, name, "taken", kind)
    if "reclaimed" in scales or rng.random() < 0.6:
        points("reclaimed_ha", [0.0, 12.0, 100.5, 7.125], at_base=True)
        for kind in [lands[n] for n in rng.permutation(len(lands))[: rng.integers(1, 4)]]:
            _once(rng, points, rows, name, "reclaimed", kind)
    for of in ("all", str(rng.choice(STAGES)), str(rng.choice(list(UNITS)))):
        if rng.random() < 0.35:
            points(f"mult:{of}", [1.0, 0.5, 0.0, 1.25])
    if rng.random() < 0.3:
        points("grid_t_per_mwh", [0.5366, 0.25, 0.0])
    if rng.random() < 0.4 or not rows:
        points("offset_tco2", [0.0, 1e4, 123.456])
    return rows


def _once(rng, points, rows: list, name: str, kind: str, land) -> None:
    """Shares of a class, which it has once; seldom they are 0."""
    variable = f"{kind}:{land.key}"
    if not any(row["variable"] == variable and row["scenario"] == name for row in rows):
        values = [0.0, 3.0, 75.0] if rng.random() < 0.1 else [1.0, 3.0, 75.5]
        points(variable, values, told=f"{kind}:{called(rng, land)}")


def _coefficients(rng, lands: list) -> list:
    """Densities, fractions that are lost, and curves, of all sinks or of most."""
    rows = []
    has_widths = rng.random() < 0.5
    for land in lands:
        if rng.random() < 0.1:
            continue
        row: dict = {"class": land.key, "told": called(rng, land)}
        for pool in ("soil", "vegetation"):
            curve = str(rng.choice(CURVES))
            row[f"{pool}_tc_per_ha"] = float(rng.choice([82.11, 0.0, 5.0, 30.125, 200.5]))
            row[f"{pool}_loss_fraction"] = (0.25, 1.0, "", "")[rng.integers(4)]
            row[f"{pool}_half_life"] = (7.5, 0.5, "", "", "")[rng.integers(5)]
            row[f"{pool}_curve"] = curve
            row |= {f"{pool}_{name}": "" for name in ("p1", "p2", "p3", "rates")}
            if curve == "ipcc":
                row[f"{pool}_p1"] = 35.5 if rng.random() < 0.4 else ""
            elif curve in ("exponential", "chapman_richards"):
                row[f"{pool}_p1"] = float(rng.choice([0.95, 0.5]))
                row[f"{pool}_p2"] = float(rng.choice([30.0, 12.5]))
                row[f"{pool}_p3"] = 2.5 if curve == "chapman_richards" else ""
            elif curve == "rates":
                row[f"{pool}_rates"] = str(rng.choice(["10:2.0;25:1.0;:0.2", ":1.5", "5:4;:0"]))
            row[f"u95_{pool}_pct"] = float(rng.choice([20.0, 75.5])) if has_widths else ""
        rows.append(row)
    return rows


def _ages(rng, base: int, lands: list) -> list:
    """Reclaimed land of the base year and of one before, no two rows of the same land."""
    rows = []
    for land in lands:
        for age in [(0.0, 4.5, 13.5, 30.0)[n] for n in rng.permutation(4)[: rng.integers(0, 4)]]:
            own = {"class": land.key, "told": called(rng, land), "source_class": "Dump"}
            year = base if rng.random() < 0.8 else base - 9
            area = float(rng.choice([10.0, 123.456, 0.09]))
            rows.append({"year": year, **own, "age_mid": age, "area_ha": area})
    plain = {"class": lands[0].key, "told": lands[0].key, "source_class": "Dump"}
    rows.append({"year": base, **plain, "age_mid": 2.25, "area_ha": 1.5})
    return rows


def _status(rng, base: int) -> list:
    return [
        {"year": year, "status": status, "area_ha": float(rng.choice([0.0, 50.25, 1000.0]))}
        for year in (base - 9, base)
        for status in ("active", "reclaimed", "flooded")
    ]


def _disturbed(rng, base: int, lands: list) -> list:
    """What mining took last, and before."""
    rows = []
    for period in (f"{base - 20}-{base - 9}", f"{base - 9}-{base}"):
        for land in lands:
            if rng.random() < 0.7 or land is lands[0]:
                own = {"from_class": land.key, "told": called(rng, land)}
                area = float(rng.choice([3.0, 45.5, 0.09]))
                rows.append({"period": period, "kind": "first", **own, "area_ha": area})
    return rows


def _agree(rng, case: PathCase) -> tuple:
    """Give a path BALANCE of the run of its tables, or of another; return the column of units."""
    units = ("East", "West") if rng.random() < 0.4 else ("",)
    before, last = f"{case.base - 20}-{case.base - 9}", f"{case.base - 9}-{case.base}"
    parts: dict = {"ages": [], "status": [], "disturbed": []}
    for unit in units:
        head, own = {"unit": unit} if unit else {}, dict.fromkeys(parts, 0.0)
        scale = float(rng.choice([1.0, 2.5]))
        for name in ("ages", "disturbed"):
            rows = [
                {**row, **head, "area_ha": row["area_ha"] * scale} for row in getattr(case, name)
            ]
            parts[name] += rows
            own[name] = sum(r["area_ha"] for r in rows if r.get("year", case.base) == case.base)
        # Every state of land, so much of it mined that all that was disturbed is there.
        back = own["ages"] if case.ages else 12.5
        areas = {"active": own["disturbed"] + 7.25, "reclaimed": back, "before_mining": 3.0}
        areas |= {"redeveloped": 0.0, "flooded": 1.5, "other": 0.0, "never_mined": 400.0}
        if case.status:
            for year in (case.base - 9, case.base):
                rows = [{"year": year, "status": k, "area_ha": ha} for k, ha in areas.items()]
                parts["status"] += [{**row, **head} for row in rows]
        ever = sum(areas.values()) - areas["never_mined"]
        since = own["disturbed"] if case.disturbed else ever / 2
        for period, net in ((before, -40.0), (last, 15.0), ("", -25.0)):
            sizes = (("taken", since, back, net), ("mined_before", ever - since, 0.0, 0.0))
            sizes += (("(all)", ever, back, net),)
            for land, area, reclaimed, gain in sizes:
                row = {**head, "period": period, "land": land, "area_ha": area, "net_tc": gain}
                case.balance.append({**row, "reclaimed_ha": reclaimed if period != before else 0.0})
    case.ages, case.status, case.disturbed = parts.values()
    if rng.random() < 0.5:
        column = str(rng.choice(["area_ha", "reclaimed_ha"]))
        for row, other in zip(case.balance[:9], case.balance[9:]):
            row[column], other[column] = other[column], row[column]
        for row in case.balance if len(units) == 1 else ():
            row[column] *= 1.01
        case.other_run = tuple(
            name for name in ("AGES", "STATUS", "DISTURBED") if _disagrees(case, name)
        )
    return ("unit",) if "unit" in case.balance[0] else ()


def _disagrees(case: PathCase, name: str) -> bool:
    """Whether a table of Mine reclamation has not the hectares of BALANCE, by unit."""
    rows, units = getattr(case, name.lower()), {row.get("unit") for row in case.balance}
    at_base = [row for row in rows if row.get("year") == case.base]
    sides = {
        "AGES": [(at_base, "(all)", "reclaimed_ha")],
        "STATUS": [
            ([r for r in at_base if r.get("status") != "never_mined"], "(all)", "area_ha"),
            ([r for r in at_base if r.get("status") == "reclaimed"], "(all)", "reclaimed_ha"),
        ],
        "DISTURBED": [(rows, "taken", "area_ha")],
    }
    return bool(rows) and any(
        abs(
            sum(row["area_ha"] for row in own if row.get("unit") == unit)
            - sum(
                row[column]
                for row in case.balance
                if (row["period"], row["land"], row.get("unit")) == ("", land, unit)
            )
        )
        > 1e-5
        for unit in units
        for own, land, column in sides[name]
    )
