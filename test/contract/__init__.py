"""What the tests must know of an algorithm: a file of its own here, called by its id.

Each holds `CONTRACT`; test/contracts.py finds them by their names. This file has what they share:
the form of a contract, and the parameters and numbers of all algorithms on dated rasters. What
makes bad inputs is in test/algorithms/bad_inputs.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import Case
from carbon_zones.test.helpers import YEARS, sample

# By name: type, default, optional, advanced.
COMMON = {
    "SCHEME": ("enum", "auto", False, False),
    "CLASSES": ("source", None, True, False),
    "AREA_METHOD": ("enum", "auto", False, True),
    "EXTENT": ("extent", None, True, True),
    "MASK": ("source", None, True, False),
    "NODATA": ("string", None, True, True),
}
PAIR = {
    "EARLIER": ("raster", None, False, False),
    "LATER": ("raster", None, False, False),
    "EARLIER_BAND": ("band", 1, False, True),
    "LATER_BAND": ("band", 1, False, True),
    "GRID": ("enum", "earlier", False, True),
    **COMMON,
}
SERIES = {
    "LAYERS": ("multilayer", None, False, False),
    "YEARS": ("string", None, True, False),
    **COMMON,
}
MAP = {
    "MAP": ("raster", None, False, False),
    "BAND": ("band", 1, False, True),
    **{name: kind for name, kind in COMMON.items() if name != "EXTENT"},
}
RULES = {
    "RULES": ("source", None, True, False),
    "ZONE_TABLE": ("source", None, True, True),
}
COEFFICIENTS = {"COEFFICIENTS": ("source", None, True, False)}
TAKING = {"TAKING_GROUPS": ("string", "mine", True, False)}
# Of those whose tables can be broken down by unit.
UNITS = {
    "UNITS": ("source", None, True, False),
    "UNIT_FIELD": ("field", None, True, False),
    "UNITS_RASTER": ("raster", None, True, False),
    "UNITS_BAND": ("band", 1, True, True),
    "UNITS_LAYER": ("sink", None, True, False),
}
AREA_ERRORS = {
    "AREA_ERRORS": ("source", None, True, True),
    "SEED": ("number", 1, False, True),
    "LEVEL": ("number", 95.0, False, True),
}
TABLE = ("sink", None, False, False)
TABLE_IF_WANTED = ("sink", None, True, False)
RASTER = ("rasterDestination", None, False, False)
RASTER_IF_WANTED = ("rasterDestination", None, True, False)
FOLDER = ("folderDestination", None, False, False)
FOLDER_IF_WANTED = ("folderDestination", None, True, False)
PAGE = ("fileDestination", None, True, False)
FILE = ("fileDestination", None, False, False)
FILE_IF_WANTED = ("fileDestination", None, True, False)

# A run without units has none, so it is tried by itself, in test_unit_layer.py.
UNIT_FIELDS = {"UNITS_LAYER": None}

# Not in the contract, but there, and so to be kept.
AUDIT = {"AUDIT": TABLE_IF_WANTED}
AUDIT_FIELDS = {
    "AUDIT": [
        "year",
        "layer",
        "grid_cells",
        "valid_cells",
        "nodata_cells",
        "outside_cells",
        "unlisted_cells",
        "counted_cells",
        "grid_ha",
        "counted_ha",
        "resampled",
        "masked_cells",
    ]
}

AUDIT_NUMBERS = {
    "TOTAL_AREA_HA",
    "EXCLUDED_AREA_HA",
    "VALID_CELLS",
    "EXCLUDED_CELLS",
    "CLOSURE_CHECKS",
    "CLOSURE_DIFFERENCE",
}
PAIR_NUMBERS = AUDIT_NUMBERS | {
    f"{date}_{kind}_CELLS"
    for date in ("EARLIER", "LATER")
    for kind in ("VALID", "NODATA", "OUTSIDE", "UNLISTED")
}
LOSS_NUMBERS = {"OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2"}

# What the cells of columns are that more than one table has; of the others they are numbers.
TEXT, WHOLE, REAL, YES_NO = "TEXT", "WHOLE", "REAL", "YES_NO"
KINDS = {
    **dict.fromkeys(("unit", "period", "year", "layer", "kind", "check"), TEXT),
    **dict.fromkeys(("from_class", "to_class", "class", "zone_name"), TEXT),
    **dict.fromkeys(("from_value", "to_value", "value", "zone", "cells"), WHOLE),
    **dict.fromkeys(("grid_cells", "valid_cells", "nodata_cells", "outside_cells"), WHOLE),
    **dict.fromkeys(("unlisted_cells", "counted_cells", "masked_cells"), WHOLE),
    **dict.fromkeys(("ok", "resampled"), YES_NO),
}

# Tables that more than one algorithm writes.
TRANSFER_FIELDS = [
    "period",
    "from_value",
    "from_class",
    "to_value",
    "to_class",
    "cells",
    "area_ha",
    "pct_of_total",
    "pct_of_from",
    "pct_of_to",
    "pct_of_out",
]
ZONE_SHARE_FIELDS = ["period", "zone", "zone_name", "cells", "area_ha", "share_pct"]
UNCERTAINTY_FIELDS = [
    "period",
    "item",
    "measure",
    "estimate",
    "method",
    "sd",
    "low",
    "high",
    "half_width",
    "half_width_pct",
    "draws",
]
UNCERTAINTY_KINDS = {"item": TEXT, "measure": TEXT, "method": TEXT, "draws": WHOLE}
LOSS_FIELDS = [
    "period",
    "from_class",
    "to_class",
    "area_ha",
    "soil_tc_per_ha",
    "vegetation_tc_per_ha",
    "soil_loss_tc",
    "vegetation_loss_tc",
    "total_loss_tc",
    "total_loss_tco2",
]
SHARE_FIELDS = [
    "year",
    "layer",
    "value",
    "class",
    "cells",
    "area_ha",
    "share_pct",
    "change_ha",
    "change_points",
]


def sample_pair(folder: Path) -> dict:
    """The first and the last date of the sample."""
    return {"EARLIER": sample("1986"), "LATER": sample("2018")}


def sample_series(folder: Path) -> dict:
    """All dates of the sample."""
    return {"LAYERS": [sample(year) for year in YEARS]}


def sample_map(folder: Path) -> dict:
    """The last date of the sample."""
    return {"MAP": sample("2018")}


def no_inputs(folder: Path) -> dict:
    """None, for an algorithm that works with what it brings along."""
    return {}


@dataclass(frozen=True)
class PlainRun:
    """A run on the sample, in all kinds of outputs.

    `inputs` takes a folder for what it has to make first. `outputs` are file names; an output
    without one goes to a temporary place.
    """

    inputs: Callable[[Path], dict]
    outputs: dict[str, str]


@dataclass(frozen=True)
class Contract:
    """What people script against, which never changes once released, and how it is tried.

    Attributes:
        group: the toolbox group's id; its name is translated.
        parameters: by name: type, default, optional, advanced.
        numbers: the numeric outputs.
        fields: by table output, the names of its columns in order; None where the data decide on
            them, and a test of its own looks at them.
        kinds: by column that is not in KINDS, TEXT, WHOLE or YES_NO; all others are REAL.
        outputs: by destination, a file for it, so that whole runs can be looked at.
        plain_run: see there.
        bad_inputs: inputs that cannot be worked with.
        further_inputs: what a run needs besides dated rasters, made in a folder.
        further_results: what a run gives besides its destinations and numbers.
        needs_scheme: whether it must be told what values without names mean.
        needs_names: whether a value that nobody names is refused, where it is counted elsewhere.
        unit_fields: of UNITS_LAYER, the names of the fields that a run on the sample's first and
            last date, or on all of them, has besides unit, cells and area_ha.
        spatial: tables with a shape for each row.
        sparse: files of rasters that hold no data in some of the land that counts, too.
    """

    display_name: str
    group: str
    parameters: dict[str, tuple]
    numbers: set[str] = field(default_factory=set)
    fields: dict[str, list[str] | None] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    plain_run: PlainRun | None = None
    bad_inputs: tuple[Case, ...] = ()
    further_inputs: Callable[[Path], dict] = no_inputs
    further_results: frozenset[str] = frozenset()
    needs_scheme: bool = False
    needs_names: bool = False
    unit_fields: tuple[str, ...] = ()
    spatial: frozenset[str] = frozenset()
    sparse: frozenset[str] = frozenset()

    @property
    def is_pair(self) -> bool:
        """Whether it works on an earlier and a later raster."""
        return "EARLIER" in self.parameters

    @property
    def is_series(self) -> bool:
        """Whether it works on any number of rasters."""
        return "LAYERS" in self.parameters

    @property
    def is_map(self) -> bool:
        """Whether it works on one raster."""
        return "MAP" in self.parameters

    @property
    def most_dates(self) -> int | None:
        """How many rasters it takes at most; None where any number will do."""
        return 1 if self.is_map else 2 if self.is_pair else None

    @property
    def is_dated(self) -> bool:
        """Whether it counts the cells of dated rasters."""
        return "AUDIT" in self.parameters

    def declares(self, *kinds: tuple) -> list[str]:
        """The parameters of such kinds, such as TABLE or RASTER_IF_WANTED."""
        return [name for name, kind in self.parameters.items() if kind in kinds]

    @property
    def required(self) -> list[str]:
        """The destinations that every run has."""
        return self.declares(TABLE, RASTER, FOLDER, FILE)

    @property
    def tables(self) -> list[str]:
        """The tables of results: that on the cells and polygons are other matters."""
        others = (*AUDIT, "UNITS_LAYER")
        return [name for name in self.declares(TABLE, TABLE_IF_WANTED) if name not in others]

    @property
    def takes_units(self) -> bool:
        """Whether its tables can be broken down by unit."""
        return "UNITS" in self.parameters

    @property
    def tables_by_unit(self) -> list[str]:
        """The tables that have a column `unit` where there are units."""
        return [name for name in self.tables if name != "CLOSURE"]

    def kind_of(self, column: str) -> str:
        """What the cells of a column of its tables are."""
        return {**KINDS, **self.kinds}.get(column, REAL)

    @property
    def rasters(self) -> list[str]:
        """The outputs that are rasters."""
        return self.declares(RASTER, RASTER_IF_WANTED)

    def inputs(self, layers: Sequence, folder: Path) -> dict:
        """The inputs of a run on these rasters, earliest first; a pair takes the first two, one on
        a single map the last.

        Where values need names, those of the coal mine are given.
        """
        if self.is_pair:
            given = dict(zip(("EARLIER", "LATER"), layers))
        elif self.is_map:
            given = {"MAP": layers[-1]}
        else:
            given = {"LAYERS": list(layers)} if self.is_series else {}
        if self.needs_scheme:
            given["SCHEME"] = "coal_mine"
        return {**given, **self.further_inputs(folder)}
