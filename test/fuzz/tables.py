"""The rows of tables, those of files and those of the core alike, in the oracle's form."""

from collections.abc import Iterable, Mapping

SIZE = ("cells", "area_ha")
FROM_TO = ("from_class", "to_class")
AUDITED = (
    *("valid_cells", "nodata_cells", "outside_cells", "unlisted_cells", "masked_cells"),
    *("grid_cells", "grid_ha", "counted_cells", "counted_ha"),
)
LOST = (
    *("area_ha", "soil_tc_per_ha", "vegetation_tc_per_ha"),
    *("soil_loss_tc", "vegetation_loss_tc", "total_loss_tc", "total_loss_tco2"),
)
MEASURED_SIZE = ("cells", "without_value", "area_ha")
PROJECTED = (
    *("emissions_tco2e", "land_loss_tc", "sink_tc", "net_tco2e", "cumulative_tco2e"),
    *("disturbed_ha", "reclaimed_ha", "mine_ha", "offsets_tco2"),
)
SHARE = ("share", ("date", "class"), SIZE)
# By output: what its numbers are of, the columns that tell them apart, and the numbers.
TABLES = {
    "AUDIT": ("audit", ("date",), AUDITED),
    "TRANSFERS": ("transfer", ("period", *FROM_TO), SIZE),
    "SHARES": SHARE,
    "AREAS": SHARE,
    "ZONE_SHARES": ("zone", ("period", "zone"), SIZE),
    "LOSSES": ("loss", ("period", *FROM_TO), LOST),
    "LEDGER": ("ledger", ("period", "flow", "pool", "class"), ("area_ha", "tc")),
    "REPLACED": ("replaced", ("year", "from_class"), SIZE),
    "TOTALS": ("total", ("year", "value_name", "class"), ("area_ha", "per_ha", "total")),
    "CHANGES": ("value change", ("period", "value_name"), ("before", "after", "change")),
    "CONTRIBUTIONS": (
        *("contribution", ("period", "value_name", *FROM_TO)),
        ("area_ha", "change", "contribution_pct"),
    ),
    "RECLAIMED": ("reclaimed", ("period", "kind", *FROM_TO), SIZE),
    "DISTURBED": ("disturbed", ("period", "kind", *FROM_TO), SIZE),
    "STATUS": ("status", ("year", "status"), SIZE),
    "BY_CLASS": (
        *("by class", ("year", "layer", "landuse_year", "class")),
        (*MEASURED_SIZE, "mean", "sd", "min", "max"),
    ),
    "BY_AGE": (
        *("by age", ("year", "layer", "class", "age_min", "age_max")),
        ("age_mid", *MEASURED_SIZE, "mean", "sd", "undisturbed_mean", "pct_of_undisturbed"),
    ),
    "BY_STATUS": (
        *("by status", ("year", "layer", "status", "class")),
        (*MEASURED_SIZE, "mean", "sd"),
    ),
    "MEASURED": (*("measured", ("pool", "class")), (*MEASURED_SIZE, "mean", "sd", "min", "max")),
    "DENSITIES": (
        *("density", ("class", "distribution")),
        (
            *("soil_tc_per_ha", "vegetation_tc_per_ha", "u95_soil_pct", "u95_vegetation_pct"),
            *("soil_u95_shared", "vegetation_u95_shared"),
        ),
    ),
    "EMISSIONS": ("emission", ("year", "stage", "source"), ("tco2e",)),
    "PATH": ("path", ("scenario", "year"), PROJECTED),
    "MILESTONE_TABLE": ("milestone", ("scenario", "year"), (*PROJECTED, "neutral_year")),
    "PRIORITIES": ("idle", (), ("idle_ha", "recent_ha", "undated_ha")),
    "DISCLOSURE": (
        "disclosure",
        (
            "site",
            "period",
            "reference_date",
            "kind",
            "phase",
            "ecosystem_before",
            "ecosystem_after",
        ),
        ("disturbed_ha", "reclaimed_ha", "net_ha", "pct_of_before"),
    ),
    "LAND_MATRIX": ("land matrix", ("unit", "year", "from_category", "to_category"), ("area_kha",)),
    "CATEGORY_TABLE": (
        *("inventory", ("unit", "year", "category", "subcategory", "from_category")),
        (
            *("area_kha", "biomass_gain_ktc", "biomass_loss_ktc", "soil_ktc", "net_co2_kt"),
            *("biomass_tc_per_ha", "soil_tc_per_ha"),
        ),
    ),
    "BY_YEAR": (
        *("by year", ("year", "class")),
        (
            *("disturbed_ha", "disturbed_spread_ha", "reclaimed_ha", "reclaimed_spread_ha"),
            "loss_tc",
        ),
    ),
    "AGES": ("age", ("year", "class", "source_class", "age_min", "age_max"), SIZE),
}
# Of these a row of no land says nothing: a class at another date, a flow that does not occur.
WITH_LAND = ("share", "ledger")
# Of these an empty cell is another thing than 0, and no two rows are of the same.
WITH_EMPTY = ("by class", "by age", "by status", "measured", "density", "milestone", "inventory")


def numbers_of(output: str, rows: Iterable[Mapping]) -> dict[tuple, list]:
    """Numbers by what they are of; rows of the same are added up, but for their densities."""
    kind, names, columns = TABLES[output]
    found: dict = {}
    for row in rows:
        if kind in WITH_LAND and not float(row["area_ha"]):
            continue
        if kind == "by year" and not any(float(row[column] or 0) for column in columns):
            continue
        key = (kind, *(_part(row, name) for name in names))
        if kind in WITH_EMPTY:
            found[key] = [float(row[column]) if row[column] else None for column in columns]
            continue
        entry = found.setdefault(key, [0.0] * len(columns))
        for place, column in enumerate(columns):
            is_density = column.endswith("_tc_per_ha")
            entry[place] = float(row[column] or 0) + (0.0 if is_density else entry[place])
    return found


def _part(row: Mapping, name: str) -> object:
    if name == "date":
        return row["year"] or row["layer"]
    if name in ("zone", "age_min", "age_max"):
        return int(row[name])
    if name == "unit":
        return row.get(name, "")
    is_class = name.startswith("ecosystem") or name.endswith("class")
    return row[name].casefold() if is_class else row[name]
