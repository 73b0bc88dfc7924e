"""The data dictionary: what each column of the tables is, the same wherever it stands.

A table is its row type (a TypedDict of the subject that makes it): the type says which columns and
in which order, this file what they are. Sinks, headings, pages and the manual go by both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import isfinite
from operator import itemgetter

from .lists import apart
from .messages import DataError, Term, Text


class Kind(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    WHOLE = "whole number"
    REAL = "number"
    YES_NO = "yes/no"


@dataclass(frozen=True)
class Column:
    """A column: kind, heading, unit of measurement, digits after the point.

    The unit is as the manual writes it; the heading has it too, in its own way. A number without
    digits is a code, or one that fixed digits would not show.
    """

    kind: Kind
    heading: Term
    unit: str = ""
    digits: int | None = None


# Name and kind, as a sink needs them.
Field = tuple[str, Kind]

TEXT, WHOLE, REAL, YES_NO = Kind

COLUMNS: dict[str, Column] = {
    # Which land, and when.
    "unit": Column(TEXT, Term("Unit")),
    "period": Column(TEXT, Term("Period")),
    "year": Column(TEXT, Term("Year")),
    "layer": Column(TEXT, Term("Layer")),
    "value": Column(WHOLE, Term("Value")),
    "class": Column(TEXT, Term("Class")),
    "from_value": Column(WHOLE, Term("From value")),
    "from_class": Column(TEXT, Term("From class")),
    "to_value": Column(WHOLE, Term("To value")),
    "to_class": Column(TEXT, Term("To class")),
    "via_class": Column(TEXT, Term("Via class")),
    "zone": Column(WHOLE, Term("Zone no.")),
    "zone_name": Column(TEXT, Term("Zone")),
    "kind": Column(TEXT, Term("Kind of conversion")),
    "site": Column(TEXT, Term("Mine site")),
    "reference_date": Column(TEXT, Term("Reference date")),
    "phase": Column(TEXT, Term("Phase")),
    "ecosystem_before": Column(TEXT, Term("Ecosystem before")),
    "ecosystem_after": Column(TEXT, Term("Ecosystem after")),
    "why": Column(TEXT, Term("Why")),
    "times_changed": Column(WHOLE, Term("Times changed"), "times", 0),
    # How much of it.
    "cells": Column(WHOLE, Term("Cells"), "cells", 0),
    "area_ha": Column(REAL, Term("Area, ha"), "ha", 2),
    "share_pct": Column(REAL, Term("Share, %"), "%", 2),
    "pct_of_total": Column(REAL, Term("% of all land"), "%", 2),
    "pct_of_from": Column(REAL, Term("% of from class"), "%", 2),
    "pct_of_to": Column(REAL, Term("% of to class"), "%", 2),
    "pct_of_out": Column(REAL, Term("% of what left the class"), "%", 2),
    # The last column of a square matrix.
    "Total": Column(REAL, Term("Total"), "ha", 2),
    # Change.
    "area_before_ha": Column(REAL, Term("Area before, ha"), "ha", 2),
    "area_after_ha": Column(REAL, Term("Area after, ha"), "ha", 2),
    "persistence_ha": Column(REAL, Term("Unchanged, ha"), "ha", 2),
    "gain_ha": Column(REAL, Term("Gain, ha"), "ha", 2),
    "loss_ha": Column(REAL, Term("Loss, ha"), "ha", 2),
    "net_ha": Column(REAL, Term("Net change, ha"), "ha", 2),
    "swap_ha": Column(REAL, Term("Swap, ha"), "ha", 2),
    "change_ha": Column(REAL, Term("Change, ha"), "ha", 2),
    "change_points": Column(REAL, Term("Change, points"), "percentage points", 2),
    "quantity_ha": Column(REAL, Term("Quantity, ha"), "ha", 2),
    "exchange_ha": Column(REAL, Term("Exchange, ha"), "ha", 2),
    "shift_ha": Column(REAL, Term("Shift, ha"), "ha", 2),
    "change_pct": Column(REAL, Term("Change, %"), "%", 2),
    # Change per year.
    "years": Column(WHOLE, Term("Length, years"), "years", 0),
    "dynamic_degree_pct": Column(REAL, Term("Dynamic degree K, %/yr"), "% per year", 2),
    "compound_pct": Column(REAL, Term("Compound rate, %/yr"), "% per year", 2),
    "puyravaud_pct": Column(REAL, Term("Puyravaud's rate, %/yr"), "% per year", 2),
    "out_pct": Column(REAL, Term("Out, %/yr"), "% per year", 2),
    "in_pct": Column(REAL, Term("In, %/yr"), "% per year", 2),
    "gross_degree_pct": Column(
        REAL, Term("Comprehensive dynamic degree, gross, %/yr"), "% per year", 3
    ),
    "net_degree_pct": Column(
        REAL, Term("Comprehensive dynamic degree, net, %/yr"), "% per year", 3
    ),
    # Intensity.
    "annual_pct": Column(REAL, Term("Annual change, %/yr"), "% per year", 3),
    "uniform_pct": Column(REAL, Term("Uniform, %/yr"), "% per year", 3),
    "pace": Column(TEXT, Term("Pace")),
    "gain_intensity_pct": Column(REAL, Term("Intensity of gain, %/yr"), "% per year", 3),
    "gain_uniform_pct": Column(REAL, Term("Uniform gain, %/yr"), "% per year", 3),
    "gain_state": Column(TEXT, Term("State of gain")),
    "gain_tendency": Column(TEXT, Term("Tendency of gain")),
    "gain_stationary": Column(YES_NO, Term("Gain is stationary"), "yes/no"),
    "gain_error_ha": Column(REAL, Term("Hypothetical error of gain, ha"), "ha", 2),
    "gain_expected_ha": Column(REAL, Term("Expected by random gain, ha"), "ha", 2),
    "loss_intensity_pct": Column(REAL, Term("Intensity of loss, %/yr"), "% per year", 3),
    "loss_uniform_pct": Column(REAL, Term("Uniform loss, %/yr"), "% per year", 3),
    "loss_state": Column(TEXT, Term("State of loss")),
    "loss_tendency": Column(TEXT, Term("Tendency of loss")),
    "loss_stationary": Column(YES_NO, Term("Loss is stationary"), "yes/no"),
    "loss_error_ha": Column(REAL, Term("Hypothetical error of loss, ha"), "ha", 2),
    "loss_expected_ha": Column(REAL, Term("Expected by random loss, ha"), "ha", 2),
    # A landscape by itself, and to come.
    "land_use_degree": Column(REAL, Term("Land-use degree"), "100 to 400", 2),
    "entropy": Column(REAL, Term("Shannon entropy"), "nats", 4),
    "evenness": Column(REAL, Term("Evenness"), "0 to 1", 4),
    "dominance": Column(REAL, Term("Dominance"), "nats", 4),
    "classes": Column(WHOLE, Term("Classes"), "classes", 0),
    "method": Column(TEXT, Term("Method")),
    # Values per hectare, in whatever unit they have.
    "value_name": Column(TEXT, Term("Value per hectare")),
    "per_ha": Column(REAL, Term("Per ha"), "value", 3),
    "total": Column(REAL, Term("Total"), "value x ha", 2),
    "before": Column(REAL, Term("Before"), "value x ha", 2),
    "after": Column(REAL, Term("After"), "value x ha", 2),
    "change": Column(REAL, Term("Change"), "value x ha", 2),
    "change_per_year": Column(REAL, Term("Change per year"), "value x ha/year", 2),
    "contribution_pct": Column(REAL, Term("Contribution, %"), "%", 2),
    # Carbon.
    "soil_tc_per_ha": Column(REAL, Term("Soil, t C/ha"), "t C/ha", 3),
    "vegetation_tc_per_ha": Column(REAL, Term("Vegetation, t C/ha"), "t C/ha", 3),
    # Carbon of an inventory's year.
    "category": Column(TEXT, Term("Category")),
    "subcategory": Column(TEXT, Term("Remaining or converted")),
    "from_category": Column(TEXT, Term("From category")),
    "to_category": Column(TEXT, Term("To category")),
    "area_kha": Column(REAL, Term("Area, kha"), "kha", 4),
    "biomass_gain_ktc": Column(REAL, Term("Gain of biomass, kt C"), "kt C", 4),
    "biomass_loss_ktc": Column(REAL, Term("Loss of biomass, kt C"), "kt C", 4),
    "soil_ktc": Column(REAL, Term("Change of soil, kt C"), "kt C", 4),
    "net_co2_kt": Column(REAL, Term("Net CO2, kt"), "kt CO2", 4),
    "biomass_tc_per_ha": Column(REAL, Term("Change of biomass, t C/ha"), "t C/ha", 4),
    "soil_loss_tc": Column(REAL, Term("Soil loss, t C"), "t C", 1),
    "vegetation_loss_tc": Column(REAL, Term("Vegetation loss, t C"), "t C", 1),
    "total_loss_tc": Column(REAL, Term("Loss, t C"), "t C", 1),
    "total_loss_tco2": Column(REAL, Term("Loss, t CO\u2082"), "t CO2", 1),
    "flow": Column(TEXT, Term("Flow")),
    "pool": Column(TEXT, Term("Pool")),
    "tc": Column(REAL, Term("Carbon, t C"), "t C", 1),
    "tco2": Column(REAL, Term("Carbon, t CO\u2082"), "t CO2", 1),
    "tc_per_year": Column(REAL, Term("t C per year"), "t C/year", 1),
    "soil_tc": Column(REAL, Term("Soil, t C"), "t C", 1),
    "vegetation_tc": Column(REAL, Term("Vegetation, t C"), "t C", 1),
    "stored_topsoil_tc": Column(REAL, Term("Stored topsoil, t C"), "t C", 1),
    "decaying_tc": Column(REAL, Term("Decaying, t C"), "t C", 1),
    "total_tc": Column(REAL, Term("Total, t C"), "t C", 1),
    "land": Column(TEXT, Term("Land")),
    "stock_before_tc": Column(REAL, Term("Stock before, t C"), "t C", 1),
    "loss_tc": Column(REAL, Term("Loss (to the air), t C"), "t C", 1),
    "gain_tc": Column(REAL, Term("Gain, t C"), "t C", 1),
    "growth_tc": Column(REAL, Term("Growth, t C"), "t C", 1),
    "pre_mining_tc": Column(REAL, Term("Change before mining, t C"), "t C", 1),
    "other_tc": Column(REAL, Term("Other change, t C"), "t C", 1),
    "stock_after_tc": Column(REAL, Term("Stock after, t C"), "t C", 1),
    "net_tc": Column(REAL, Term("Net, t C (+: the land gained)"), "t C", 1),
    "net_tco2": Column(REAL, Term("Net, t CO\u2082 (+: taken up)"), "t CO2", 1),
    "taken_ha": Column(REAL, Term("Taken from sinks, ha"), "ha", 2),
    "counted_0_ha": Column(REAL, Term("Taken and counted 0, ha"), "ha", 2),
    "assumed_loss_tc": Column(REAL, Term("Assumed loss before the first date, t C"), "t C", 1),
    "net_low_tc": Column(REAL, Term("Net, low, t C"), "t C", 1),
    "net_high_tc": Column(REAL, Term("Net, high, t C"), "t C", 1),
    # Where to begin.
    "ever_mined_ha": Column(REAL, Term("Ever mined, ha"), "ha", 2),
    "active_ha": Column(REAL, Term("Mined at the last date, ha"), "ha", 2),
    "unchanged_ha": Column(REAL, Term("Mined and unchanged since the date before, ha"), "ha", 2),
    "reclaimed_pct": Column(REAL, Term("Reclaimed, % of ever mined"), "%", 2),
    "regained_tc": Column(REAL, Term("Regained, t C"), "t C", 1),
    "potential_20y_tc": Column(REAL, Term("Potential after 20 years, t C"), "t C", 1),
    "potential_tc": Column(REAL, Term("Potential in the end, t C"), "t C", 1),
    "rank": Column(WHOLE, Term("Rank"), "", 0),
    "youngest_tc": Column(REAL, Term("With the youngest ages, t C"), "t C", 1),
    "oldest_tc": Column(REAL, Term("With the oldest ages, t C"), "t C", 1),
    # How far it may be off.
    "item": Column(TEXT, Term("Item")),
    "measure": Column(TEXT, Term("Unit")),
    "estimate": Column(REAL, Term("Estimate"), "as measured", 1),
    "without_value": Column(WHOLE, Term("Of them without a value"), "cells", 0),
    "mean": Column(REAL, Term("Mean"), "as measured", 3),
    "min": Column(REAL, Term("Least"), "as measured", 3),
    "max": Column(REAL, Term("Largest"), "as measured", 3),
    "landuse_year": Column(TEXT, Term("Land use of")),
    "undisturbed_mean": Column(REAL, Term("Mean of undisturbed land"), "as measured", 3),
    "pct_of_undisturbed": Column(REAL, Term("% of undisturbed land"), "%", 1),
    "sd": Column(REAL, Term("Standard deviation"), "as measured", 1),
    "low": Column(REAL, Term("Low"), "as measured", 1),
    "high": Column(REAL, Term("High"), "as measured", 1),
    "half_width": Column(REAL, Term("Half-width"), "as measured", 1),
    "half_width_pct": Column(REAL, Term("Half-width, %"), "%", 2),
    "draws": Column(WHOLE, Term("Draws"), "draws", 0),
    "areas": Column(TEXT, Term("Areas")),
    # What a mine emits, and its path.
    "stage": Column(TEXT, Term("Stage")),
    "source": Column(TEXT, Term("Source")),
    "gas": Column(TEXT, Term("Gas")),
    "quantity": Column(REAL, Term("Quantity of the source"), "as quantity_unit", 1),
    "quantity_unit": Column(TEXT, Term("Unit of quantity")),
    "factor": Column(REAL, Term("Factor, t per unit"), "t/unit", 6),
    "factor_name": Column(TEXT, Term("Name of the factor")),
    "t_gas": Column(REAL, Term("Gas, t"), "t", 1),
    "tco2e": Column(REAL, Term("Emissions, t CO\u2082e"), "t CO2e", 1),
    "u95_soil_pct": Column(REAL, Term("Soil: half-width of the 95 % interval, %"), "%", 2),
    "u95_vegetation_pct": Column(
        REAL, Term("Vegetation: half-width of the 95 % interval, %"), "%", 2
    ),
    "soil_u95_shared": Column(REAL, Term("Of it shared by all classes, soil, %"), "%", 2),
    "vegetation_u95_shared": Column(
        REAL, Term("Of it shared by all classes, vegetation, %"), "%", 2
    ),
    "distribution": Column(TEXT, Term("Distribution")),
    "soil_curve": Column(TEXT, Term("Soil: how it comes back")),
    "soil_p1": Column(REAL, Term("Soil: years that it takes"), "years", 2),
    "vegetation_curve": Column(TEXT, Term("Vegetation: how it comes back")),
    "vegetation_p1": Column(REAL, Term("Vegetation: years that it takes"), "years", 2),
    "vegetation_rates": Column(
        TEXT, Term("Vegetation: gain by age, t C/ha a year"), "age:t C/ha/year"
    ),
    "vegetation_returned_tc_per_ha": Column(
        REAL, Term("Vegetation that comes back, t C/ha"), "t C/ha", 3
    ),
    "u95_vegetation_returned_pct": Column(
        REAL, Term("Vegetation that comes back: half-width of the 95 % interval, %"), "%", 2
    ),
    "vegetation_rate_u95_pct": Column(
        REAL, Term("Vegetation, rates: half-width of the 95 % interval, %"), "%", 2
    ),
    "u95_pct": Column(REAL, Term("Half-width of the 95 % interval, %"), "%", 2),
    "scope": Column(WHOLE, Term("Scope"), "1 or 2", 0),
    "standing": Column(TEXT, Term("Evidence")),
    "gwp": Column(TEXT, Term("Warming potentials")),
    "boundary": Column(TEXT, Term("Boundary")),
    "scenario": Column(TEXT, Term("Scenario")),
    "emissions_tco2e": Column(REAL, Term("Emissions, t CO\u2082e"), "t CO2e", 1),
    "land_loss_tc": Column(REAL, Term("Land loses, t C"), "t C", 1),
    "sink_tc": Column(REAL, Term("Reclaimed land gains, t C"), "t C", 1),
    "offsets_tco2": Column(REAL, Term("Offsets, t CO\u2082"), "t CO2", 1),
    "net_tco2e": Column(REAL, Term("Net, t CO\u2082e"), "t CO2e", 1),
    "cumulative_tco2e": Column(REAL, Term("Cumulative net, t CO\u2082e"), "t CO2e", 1),
    "low_tco2e": Column(REAL, Term("Net, low, t CO\u2082e"), "t CO2e", 1),
    "high_tco2e": Column(REAL, Term("Net, high, t CO\u2082e"), "t CO2e", 1),
    "disturbed_ha": Column(REAL, Term("Disturbed, ha"), "ha", 2),
    "reclaimed_ha": Column(REAL, Term("Reclaimed, ha"), "ha", 2),
    "mine_ha": Column(REAL, Term("Mined land, ha"), "ha", 2),
    "neutral_year": Column(TEXT, Term("Carbon neutral from")),
    "debt_tco2": Column(REAL, Term("Debt of the land, t CO\u2082"), "t CO2", 1),
    "debt_with_assumed_tco2": Column(
        REAL, Term("Debt with the assumed loss, t CO\u2082"), "t CO2", 1
    ),
    "cumulative_with_debt_tco2e": Column(
        REAL, Term("Cumulative net with the debt, t CO\u2082e"), "t CO2e", 1
    ),
    "paid_back_year": Column(TEXT, Term("Debt paid back from")),
    "neutral_pct": Column(REAL, Term("Probability of neutrality from this year on, %"), "%", 1),
    # Mine land.
    "status": Column(TEXT, Term("Status")),
    "source_class": Column(TEXT, Term("Class before")),
    "ha_per_year": Column(REAL, Term("ha per year"), "ha/year", 2),
    "pct_of_mine": Column(REAL, Term("% of mined land"), "%", 2),
    "pct_of_before": Column(REAL, Term("% of the ecosystem before"), "%", 2),
    "age_min": Column(WHOLE, Term("Age at least, years"), "years", 0),
    "age_mid": Column(REAL, Term("Age in the middle, years"), "years", 1),
    "age_max": Column(WHOLE, Term("Age at most, years"), "years", 0),
    "history": Column(TEXT, Term("History")),
    # What a result hangs on.
    "low_value": Column(REAL, Term("Low value"), "by item"),
    "high_value": Column(REAL, Term("High value"), "by item"),
    "swing_tc": Column(REAL, Term("Difference, t C"), "t C", 1),
    "basis": Column(TEXT, Term("Basis")),
    # A sample, and how accurate a map is.
    "id": Column(WHOLE, Term("Point")),
    "stratum": Column(WHOLE, Term("Stratum")),
    "map_value": Column(WHOLE, Term("Value on the map")),
    "map_class": Column(TEXT, Term("Class on the map")),
    "weight": Column(REAL, Term("Weight, share of the area"), "0 to 1", 4),
    # As large as metres or as small as degrees: fixed digits would not do for both.
    "x": Column(REAL, Term("x"), "map units"),
    "y": Column(REAL, Term("y"), "map units"),
    "label": Column(WHOLE, Term("Class seen")),
    "samples": Column(WHOLE, Term("Samples"), "samples", 0),
    "mapped_ha": Column(REAL, Term("Mapped, ha"), "ha", 2),
    "users_pct": Column(REAL, Term("User's accuracy, %"), "%", 2),
    "users_half_width_pct": Column(
        REAL, Term("Half-width of user's accuracy, points"), "percentage points", 2
    ),
    "producers_pct": Column(REAL, Term("Producer's accuracy, %"), "%", 2),
    "producers_half_width_pct": Column(
        REAL, Term("Half-width of producer's accuracy, points"), "percentage points", 2
    ),
    "f1_pct": Column(REAL, Term("F1, %"), "%", 2),
    "estimated_ha": Column(REAL, Term("Estimated, ha"), "ha", 2),
    "estimated_se_ha": Column(REAL, Term("Standard error, ha"), "ha", 2),
    "estimated_half_width_ha": Column(REAL, Term("Half-width, ha"), "ha", 2),
    # The landscape's pattern.
    "ca_ha": Column(REAL, Term("CA, ha"), "ha", 2),
    "ta_ha": Column(REAL, Term("TA, ha"), "ha", 2),
    "pland_pct": Column(REAL, Term("PLAND, %"), "%", 2),
    "np": Column(WHOLE, Term("NP"), "patches", 0),
    "pd_per_100ha": Column(REAL, Term("PD, per 100 ha"), "per 100 ha", 3),
    "lpi_pct": Column(REAL, Term("LPI, %"), "%", 2),
    "te_m": Column(REAL, Term("TE, m"), "m", 0),
    "ed_m_per_ha": Column(REAL, Term("ED, m/ha"), "m/ha", 2),
    "area_mn_ha": Column(REAL, Term("AREA_MN, ha"), "ha", 2),
    "area_sd_ha": Column(REAL, Term("AREA_SD, ha"), "ha", 2),
    "lsi": Column(REAL, Term("LSI"), "1 and more", 2),
    "shape_mn": Column(REAL, Term("SHAPE_MN"), "1 and more", 3),
    "frac_mn": Column(REAL, Term("FRAC_MN"), "1 to 2", 3),
    "pladj_pct": Column(REAL, Term("PLADJ, %"), "%", 2),
    "ai_pct": Column(REAL, Term("AI, %"), "%", 2),
    "cohesion": Column(REAL, Term("COHESION"), "0 to 100", 2),
    "division": Column(REAL, Term("DIVISION"), "0 to 1", 4),
    "mesh_ha": Column(REAL, Term("MESH, ha"), "ha", 2),
    "split": Column(REAL, Term("SPLIT"), "1 and more", 2),
    "iji_pct": Column(REAL, Term("IJI, %"), "%", 2),
    "pr": Column(WHOLE, Term("PR"), "classes", 0),
    "shdi": Column(REAL, Term("SHDI"), "nats", 4),
    "shei": Column(REAL, Term("SHEI"), "0 to 1", 4),
    "sidi": Column(REAL, Term("SIDI"), "0 to 1", 4),
    "msidi": Column(REAL, Term("MSIDI"), "nats", 4),
    "contag_pct": Column(REAL, Term("CONTAG, %"), "%", 2),
    "moved_m": Column(REAL, Term("Moved, m"), "m", 1),
    "direction_deg": Column(REAL, Term("Direction, degrees from north"), "degrees", 1),
    "m_per_year": Column(REAL, Term("Moved, m/yr"), "m/year", 2),
    "major_m": Column(REAL, Term("Long semi-axis, m"), "m", 1),
    "minor_m": Column(REAL, Term("Short semi-axis, m"), "m", 1),
    "rotation_deg": Column(REAL, Term("Rotation, degrees from north"), "degrees", 1),
    # What became of the cells.
    "grid_cells": Column(WHOLE, Term("Cells of the grid"), "cells", 0),
    "valid_cells": Column(WHOLE, Term("Valid cells"), "cells", 0),
    "nodata_cells": Column(WHOLE, Term("No data cells"), "cells", 0),
    "outside_cells": Column(WHOLE, Term("Cells beyond the edge"), "cells", 0),
    "masked_cells": Column(WHOLE, Term("Cells outside the mask"), "cells", 0),
    "unlisted_cells": Column(WHOLE, Term("Cells with unclassified values"), "cells", 0),
    "counted_cells": Column(WHOLE, Term("Counted cells"), "cells", 0),
    "grid_ha": Column(REAL, Term("Grid, ha"), "ha", 2),
    "counted_ha": Column(REAL, Term("Counted, ha"), "ha", 2),
    "resampled": Column(YES_NO, Term("Resampled"), "yes/no"),
    # What maps of the earth say of a place.
    "fact": Column(TEXT, Term("Fact")),
    "next": Column(TEXT, Term("Next")),
    "next_km": Column(REAL, Term("How far the next is, km"), "km", 1),
    "map": Column(TEXT, Term("Map")),
    # Whether it agrees.
    "check": Column(TEXT, Term("Check")),
    "expected": Column(REAL, Term("Expected"), "as checked", 2),
    "found": Column(REAL, Term("Found"), "as checked", 2),
    # As small as 1e-9: fixed digits would show nothing but zeros.
    "difference": Column(REAL, Term("Difference"), "as checked"),
    "ok": Column(YES_NO, Term("Met"), "yes/no"),
}


def fields_of(row_type: type) -> Sequence[Field]:
    """Name and kind of the columns of a table, in order, by the type of its rows."""
    return [(name, COLUMNS[name].kind) for name in row_type.__annotations__]


def require_finite(
    table: str,
    fields: Sequence[Field],
    rows: Collection[Mapping[str, object]],
    inputs: Text,
    before: int = 0,
) -> None:
    """Check that no number of a table is infinite or NaN, before it is written.

    Args:
        inputs: where to look for what made another of them.
        before: how many rows stand before these.

    Raises:
        DataError: naming table, column and row, and the texts in that.
    """
    for column, kind in fields:
        cell = itemgetter(column)
        # Empty cells and zeros are left out; nothing of this loops in Python.
        if kind not in (Kind.REAL, Kind.WHOLE) or all(map(isfinite, filter(None, map(cell, rows)))):
            continue
        index, row = next((n, row) for n, row in enumerate(rows) if not isfinite(cell(row) or 0))
        texts = (row[name] for name, kind in fields if kind is Kind.TEXT)
        raise DataError(
            "{table}: column '{column}' of row {row} ({texts}) would be {value}, which is no "
            "number; look for one that is far too large or far too small in {inputs}",
            table=table,
            column=column,
            row=before + index + 1,
            texts=", ".join(str(text) for text in texts if text),
            value=row[column],
            inputs=inputs,
        )


def unique_names(
    names: list[str], reserved: Iterable[str] = ("fid", "period", "from_class")
) -> list[str]:
    """Names that differ without regard to case, as table columns must; a number is added."""
    return apart(names, lambda name, n: f"{name} {n}" if n > 1 else name, reserved)
