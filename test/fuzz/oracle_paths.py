"""A path to carbon neutrality by the loop that the tests of the core use, and what must be refused,
by the words of the manual (docs/algorithms/neutralitypath.md)."""

from carbon_zones.test.core.path_oracle import GWP, at, disturbed, neutral_year, path, tonnes

NUMBERS = ("emissions", "loss", "sink", "net", "cumulative", "disturbed", "reclaimed", "mine")
POOLS = ("soil", "vegetation")


def path_of(case, result) -> None:
    """Rows of PATH, MILESTONE_TABLE and EMISSIONS, and refusals, into a result."""
    base, scenarios = case.base, _numbers(case.scenarios, "value")
    activity = _numbers(case.activity, "quantity")
    factors = _numbers(case.factors, "value")
    terms = {row["class"]: _terms(row) for row in case.coefficients}
    own = [row for row in activity if row["year"] == base]
    neutral = 0
    for row in activity:
        key = ("emission", str(row["year"]), row["stage"], row["source"])
        entry = result.numbers.setdefault(key, [0.0])
        entry[0] += tonnes(row, factors, case.gwp)
    for year in {row["year"] for row in activity}:
        rows = [row for row in activity if row["year"] == year]
        if _is_too_much(rows, factors, case.gwp, lambda row: 1.0):
            result.refusals.append(("ACTIVITY", "'quantity'", f"drained gas in {year}"))
    if case.disturbed and not _last_taken(case, terms):
        result.refusals.append(("DISTURBED", "'from_class'"))
    for name in dict.fromkeys(row["scenario"] for row in scenarios):
        _refusals(case, own, scenarios, name, terms, result)
    result.refusals += [(name, "in BALANCE") for name in case.other_run]
    if result.refusals:
        # A scenario of which nothing can be computed may take away methane too.
        if any(row["source"] == "drained_gas" for row in own):
            result.may.append(("SCENARIOS", "drained gas"))
        return
    mined = sum(r["area_ha"] for r in case.status if (r["year"], r["status"]) == (base, "active"))
    last_taken = _last_taken(case, terms)
    cohorts = [(r["class"], r["age_mid"], r["area_ha"]) for r in case.ages if r["year"] == base]
    for name in dict.fromkeys(row["scenario"] for row in scenarios):
        years = path(
            *(activity, factors, scenarios, name, terms, cohorts, mined, last_taken),
            *(base, case.end, case.gwp),
        )
        if _takes_too_much(own, factors, scenarios, name, years, case.gwp):
            result.refusals.append(("SCENARIOS", f"'{name}'", "drained gas"))
            return
        # A balance of 0 is a matter of rounding.
        size = max(abs(row["emissions"]) + abs(row["loss"]) + abs(row["sink"]) for row in years)
        is_sure = all(row["net"] == 0 or abs(row["net"]) > 1e-9 * size for row in years)
        first = neutral_year(years)
        neutral += first is not None
        result.is_sure = result.is_sure and is_sure
        for row in years:
            numbers = [row[column] for column in NUMBERS]
            offsets = at(scenarios, name, "offset_tco2", row["year"]) if row["year"] > base else 0
            result.numbers["path", name, str(row["year"])] = [*numbers, offsets]
            if row["year"] in case.milestones:
                key = ("milestone", name, str(row["year"]))
                result.numbers[key] = [*numbers, offsets, first]
    total = sum(tonnes(row, factors, case.gwp) for row in own)
    result.numbers["totals",] = [total, neutral]


def _numbers(rows: list, column: str) -> list:
    return [{**row, column: float(row[column])} for row in rows]


def _terms(row: dict) -> dict:
    """A row of coefficients without what is empty; numbers are numbers."""
    words = ("class", "told", "source", "distribution")
    words += tuple(f"{pool}_{name}" for pool in POOLS for name in ("curve", "rates"))
    filled = {name: cell for name, cell in row.items() if cell not in ("", None)}
    return {name: cell if name in words else float(cell) for name, cell in filled.items()}


def _last_taken(case, terms: dict) -> dict:
    """Hectares by class that were taken in the last period of DISTURBED."""
    last = max((row["period"] for row in case.disturbed), default="")
    found: dict = {}
    for row in case.disturbed:
        if row["period"] == last and row["from_class"] in terms:
            found[row["from_class"]] = found.get(row["from_class"], 0.0) + row["area_ha"]
    return found


def _refusals(case, own: list, scenarios: list, name: str, terms: dict, result) -> None:
    """Why a scenario does not go with the activity."""
    rows = [row for row in scenarios if row["scenario"] == name]
    there = {row["variable"] for row in rows}
    needed = {"coal": {"coal_t"}, "reclaimed": {"reclaimed_ha"}}
    needed["disturbed"] = {"disturbed_ha", "ha_per_10kt"}
    sizes = {
        "coal": at(rows, name, "coal_t", case.base),
        "disturbed": disturbed(rows, name, case.base),
        "reclaimed": at(rows, name, "reclaimed_ha", case.base),
    }
    for row in own:
        scale = row["scales_with"] or "coal"
        if scale in needed and not (needed[scale] & there and sizes[scale] > 0):
            result.refusals.append((f"'{name}'", "ACTIVITY"))
            result.refusals.append(("SCENARIOS", "ACTIVITY"))
    years = range(case.base + 1, case.end + 1)
    for year in years:
        for kind, wanted in (
            ("taken", disturbed(rows, name, year)),
            ("reclaimed", at(rows, name, "reclaimed_ha", year)),
        ):
            variables = [variable for variable in there if variable.startswith(f"{kind}:")]
            share = sum(at(rows, name, variable, year) for variable in variables)
            if kind == "taken" and not variables:
                share = sum(_last_taken(case, terms).values())
            if wanted > 0 and share <= 0:
                result.refusals.append(("SCENARIOS", f"{kind}:CLASS"))
    planned = [row["value"] for row in rows if row["variable"] == "reclaimed_ha"]
    if any(planned) and not any(variable.startswith("reclaimed:") for variable in there):
        result.refusals.append(("SCENARIOS", "reclaimed:CLASS"))


def _takes_too_much(own, factors, scenarios, name, years, gwp) -> bool:
    """Whether drained gas takes away more methane than coal gives, in some year to come."""
    base = years[0]["year"]
    before = {
        "coal": at(scenarios, name, "coal_t", base),
        "disturbed": disturbed(scenarios, name, base),
        "reclaimed": at(scenarios, name, "reclaimed_ha", base),
    }

    def times(row: dict, year: dict) -> float:
        found = 1.0
        scale = row["scales_with"] or "coal"
        if scale != "fixed":
            size = at(scenarios, name, "coal_t", year["year"]) if scale == "coal" else year[scale]
            found = size / before[scale]
        for of in ("all", row["stage"], row["source"]):
            found *= at(scenarios, name, f"mult:{of}", year["year"], 1.0)
        return found

    return any(
        _is_too_much(own, factors, gwp, lambda row, year=year: times(row, year))
        for year in years[1:]
    )


def _is_too_much(rows: list, factors: list, gwp: str, times) -> bool:
    """Whether drained gas takes away more methane than coal gives, t CO2e of rows x times."""
    methane = taken = 0.0
    gases = {factor["name"]: factor["gas"] for factor in factors}
    for row in rows:
        if row["source"] == "coal":
            named = "+".join(n for n in row["factor"].split("+") if gases[n] == "ch4")
            methane += times(row) * tonnes({**row, "factor": named}, factors, gwp) if named else 0
        elif row["source"] == "drained_gas" and row["counted_in_factor"] == "yes":
            gas = row["quantity"] * 0.00067 * row["oxidised_fraction"]
            taken += times(row) * gas * GWP[gwp][0]
    return taken > methane * (1 + 1e-9) + 1e-9
