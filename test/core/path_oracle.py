"""A path to carbon neutrality the plain way: year by year, hectare lot by hectare lot.

It shares no code with the core. Tables are lists of dicts, as a person would write them.
"""

from __future__ import annotations

from carbon_zones.test.core.ledger_oracle import regrown, returned

# t per unit of the source that a factor is per.
TONNES = {"t/t": 1.0, "kg/t": 0.001, "m3/t": 0.00067, "t/MWh": 1.0, "kg/MWh": 0.001}
GWP = {  # fossil methane, methane of combustion, N2O
    "sar": (21, 21, 310),
    "ar4": (25, 25, 298),
    "ar5": (28, 28, 265),
    "ar5_fossil": (30, 28, 265),
    "ar6": (29.8, 27.0, 273),
}


def at(rows: list, scenario: str, variable: str, year: int, otherwise: float = 0.0) -> float:
    """A variable of a scenario in a year: straight lines between its points, flat outside."""
    points = sorted(
        (row["year"], row["value"])
        for row in rows
        if (row["scenario"], row["variable"]) == (scenario, variable)
    )
    if not points:
        return otherwise
    if year <= points[0][0]:
        return points[0][1]
    for (y0, v0), (y1, v1) in zip(points, points[1:]):
        if year <= y1:
            return v0 + (v1 - v0) * (year - y0) / (y1 - y0)
    return points[-1][1]


def tonnes(row: dict, factors: list, gwp: str) -> float:
    fossil, burnt, n2o = GWP[gwp]
    if row["source"] in ("spontaneous_co2", "other_co2e"):
        return row["quantity"]
    if row["source"] == "drained_gas":
        gas = row["quantity"] * 0.00067
        part = row["oxidised_fraction"]
        methane = -gas * part if row["counted_in_factor"] == "yes" else gas * (1 - part)
        return methane * fossil + gas * part * 44 / 16
    amount = row["quantity"]
    if row["unit"] == "L":
        amount *= row["density_kg_per_l"] / 1000
    total = 0.0
    for name in row["factor"].split("+"):
        (factor,) = [f for f in factors if f["name"] == name]
        potential = {"co2": 1, "co2e": 1, "n2o": n2o}.get(factor["gas"])
        if potential is None:
            potential = fossil if factor["gwp_kind"] == "fossil" else burnt
        total += amount * factor["value"] * TONNES[factor["unit"]] * potential
    return total


def disturbed(rows: list, scenario: str, year: int) -> float:
    variables = {row["variable"] for row in rows if row["scenario"] == scenario}
    if "disturbed_ha" in variables:
        return at(rows, scenario, "disturbed_ha", year)
    coal = at(rows, scenario, "coal_t", year)
    return coal / 10_000 * at(rows, scenario, "ha_per_10kt", year)


def mix(rows: list, scenario: str, kind: str, year: int, otherwise: dict) -> dict:
    """The part of each class in a year."""
    names = {
        row["variable"]
        for row in rows
        if row["scenario"] == scenario and row["variable"].startswith(f"{kind}:")
    }
    own = {name.split(":")[1]: at(rows, scenario, name, year) for name in names} or otherwise
    total = sum(own.values())
    return {name: share / total for name, share in own.items()} if total else {}


def path(
    activity: list,
    factors: list,
    scenarios: list,
    scenario: str,
    terms: dict,
    cohorts: list,
    mined: float,
    last_taken: dict,
    base: int,
    end: int,
    gwp: str,
    mined_before: float = 0.0,
) -> list[dict]:
    """A scenario year by year, the base year first.

    Args:
        terms: by class, the cells of its row of coefficients.
        cohorts: (class, age, hectares) of land that was reclaimed before; with the topsoil that was
            spread on it, and 1 where it was no mine at the first date, else 0.
        last_taken: shares by class where the scenario gives none.
    """
    own = [row for row in activity if row["year"] == base]
    total = sum(tonnes(row, factors, gwp) for row in own)
    nothing = dict.fromkeys(("loss", "sink", "cumulative", "disturbed", "reclaimed"), 0.0)
    nothing |= {"sink_taken": 0.0, "cumulative_taken": 0.0}
    found = [{"year": base, "emissions": total, "net": total, "mine": mined, **nothing}]
    before = {
        "coal": at(scenarios, scenario, "coal_t", base),
        "disturbed": disturbed(scenarios, scenario, base),
        "reclaimed": at(scenarios, scenario, "reclaimed_ha", base),
    }
    # Lots of land: [class, hectares, age, topsoil that was spread, part that was no mine at the
    # first date], and what is still to be lost.
    lots = [[name, area, age, *(more or (0.0, 1.0))] for name, age, area, *more in cohorts]
    losing = []  # [t C, half-life or None, years since]
    cumulative = cumulative_taken = 0.0
    for year in range(base + 1, end + 1):
        taken = disturbed(scenarios, scenario, year)
        mined += taken
        given_back = min(at(scenarios, scenario, "reclaimed_ha", year), mined)
        of_before = given_back * mined_before / mined if mined else 0.0
        mined_before -= of_before
        mined -= given_back
        sizes = {"coal": at(scenarios, scenario, "coal_t", year)}
        sizes.update(disturbed=taken, reclaimed=given_back)
        emissions = 0.0
        for row in own:
            times = 1.0
            if row["scales_with"] != "fixed":
                scale = row["scales_with"] or "coal"
                times = sizes[scale] / before[scale]
            for of in ("all", row["stage"], row["source"]):
                times *= at(scenarios, scenario, f"mult:{of}", year, 1.0)
            amount = tonnes(row, factors, gwp)
            grid = [r for r in scenarios if r["scenario"] == scenario and "grid" in r["variable"]]
            if row["source"] == "electricity" and grid:
                amount = row["quantity"] * at(scenarios, scenario, "grid_t_per_mwh", year)
            emissions += amount * times
        # Land that is taken.
        shares = mix(scenarios, scenario, "taken", year, last_taken)
        kept = 0.0
        for name, share in shares.items():
            for pool in ("soil", "vegetation"):
                if name not in terms:
                    continue
                density = terms[name][f"{pool}_tc_per_ha"]
                fraction = terms[name].get(f"{pool}_loss_fraction", 1.0)
                half_life = terms[name].get(f"{pool}_half_life")
                losing.append([taken * share * density * fraction, half_life, 0])
                if pool == "soil":
                    kept += share * density * (1 - fraction)
        loss = 0.0
        for lost in losing:
            amount, half_life, gone = lost
            if half_life:
                loss += amount * (0.5 ** (gone / half_life) - 0.5 ** ((gone + 1) / half_life))
            elif not gone:
                loss += amount
            lost[2] += 1
        # Land that grows, then land that is new, which has the age 0 at the end of the year.
        sink = sink_taken = 0.0
        for lot in lots:
            gain = lot[1] * (stock(terms, lot, lot[2] + 1) - stock(terms, lot, lot[2]))
            sink, sink_taken = sink + gain, sink_taken + lot[4] * gain
            lot[2] += 1
        for name, share in mix(scenarios, scenario, "reclaimed", year, {}).items():
            spread = min(kept, returned(terms[name], "soil")) if name in terms else 0.0
            part = 1.0 - of_before / given_back if given_back else 0.0
            lot = [name, given_back * share, 0.0, spread, part]
            gain = lot[1] * (stock(terms, lot, 0.0) - spread)
            sink, sink_taken = sink + gain, sink_taken + part * gain
            lots.append(lot)
        offsets = at(scenarios, scenario, "offset_tco2", year)
        net = emissions + (loss - sink) * 44 / 12 - offsets
        cumulative += net
        cumulative_taken += emissions + (loss - sink_taken) * 44 / 12 - offsets
        found.append(
            {
                "year": year,
                "emissions": emissions,
                "loss": loss,
                "sink": sink,
                "net": net,
                "cumulative": cumulative,
                "sink_taken": sink_taken,
                "cumulative_taken": cumulative_taken,
                "mine": mined,
                "disturbed": taken,
                "reclaimed": given_back,
            }
        )
    return found


def stock(terms: dict, lot: list, age: float) -> float:
    name, _, _, spread, _ = lot
    if name not in terms:
        return 0.0
    own = terms[name]
    return regrown(own, "soil", spread, age) + regrown(own, "vegetation", 0.0, age)


def neutral_year(rows: list[dict]) -> int | None:
    """The first year from which net is 0 or below to the end."""
    found = None
    for row in reversed(rows):
        if row["net"] > 0:
            break
        found = row["year"]
    return found
