"""The fields of the tables, name and type: scripts and models count on them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QMetaType

TEXT = QMetaType.Type.QString
WHOLE = QMetaType.Type.LongLong
REAL = QMetaType.Type.Double
YES_NO = QMetaType.Type.Bool

TRANSFERS = (
    ("period", TEXT),
    ("from_value", WHOLE),
    ("from_class", TEXT),
    ("to_value", WHOLE),
    ("to_class", TEXT),
    ("cells", WHOLE),
    ("area_ha", REAL),
    ("pct_of_total", REAL),
    ("pct_of_from", REAL),
    ("pct_of_to", REAL),
    ("pct_of_out", REAL),
)
CLASS_CHANGE = (
    ("period", TEXT),
    ("value", WHOLE),
    ("class", TEXT),
    ("area_before_ha", REAL),
    ("area_after_ha", REAL),
    ("persistence_ha", REAL),
    ("gain_ha", REAL),
    ("loss_ha", REAL),
    ("net_ha", REAL),
    ("swap_ha", REAL),
)
ZONE_SHARES = (
    ("period", TEXT),
    ("zone", WHOLE),
    ("zone_name", TEXT),
    ("cells", WHOLE),
    ("area_ha", REAL),
    ("share_pct", REAL),
)
UNASSIGNED = (
    ("period", TEXT),
    ("kind", TEXT),
    ("from_value", WHOLE),
    ("from_class", TEXT),
    ("to_value", WHOLE),
    ("to_class", TEXT),
    ("cells", WHOLE),
    ("area_ha", REAL),
    ("share_pct", REAL),
)
LOSSES = (
    ("period", TEXT),
    ("from_class", TEXT),
    ("to_class", TEXT),
    ("area_ha", REAL),
    ("soil_tc_per_ha", REAL),
    ("vegetation_tc_per_ha", REAL),
    ("soil_loss_tc", REAL),
    ("vegetation_loss_tc", REAL),
    ("total_loss_tc", REAL),
    ("total_loss_tco2", REAL),
)
SHARES = (
    ("year", TEXT),
    ("layer", TEXT),
    ("value", WHOLE),
    ("class", TEXT),
    ("cells", WHOLE),
    ("area_ha", REAL),
    ("share_pct", REAL),
    ("change_ha", REAL),
    ("change_points", REAL),
)
AUDIT = (
    ("year", TEXT),
    ("layer", TEXT),
    ("grid_cells", WHOLE),
    ("valid_cells", WHOLE),
    ("nodata_cells", WHOLE),
    ("outside_cells", WHOLE),
    ("unlisted_cells", WHOLE),
    ("counted_cells", WHOLE),
    ("grid_ha", REAL),
    ("counted_ha", REAL),
    ("resampled", YES_NO),
)
CLOSURE = (
    ("period", TEXT),
    ("check", TEXT),
    ("expected", REAL),
    ("found", REAL),
    ("difference", REAL),
    ("ok", YES_NO),
)
