"""What the tests must know of an algorithm: a file of its own here, called by its id.

Each holds `CONTRACT`; test/contracts.py finds them by their names. This file has what they share:
the form of a contract, and the parameters, numbers and tables of more than one algorithm. What
makes bad inputs is in test/algorithms/bad_inputs.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from carbon_zones.test.algorithms.bad_inputs import Case
from carbon_zones.test.helpers import YEARS, sample

# Kinds of parameters: type, default, optional, advanced.
TABLE = ("sink", None, False, False)
TABLE_IF_WANTED = ("sink", None, True, False)
RASTER = ("rasterDestination", None, False, False)
RASTER_IF_WANTED = ("rasterDestination", None, True, False)
FOLDER = ("folderDestination", None, False, False)
FOLDER_IF_WANTED = ("folderDestination", None, True, False)
FILE = ("fileDestination", None, False, False)
FILE_IF_WANTED = PAGE = ("fileDestination", None, True, False)
SOURCE = ("source", None, False, False)
SOURCE_IF_WANTED = ("source", None, True, False)
FIELD_IF_WANTED = ("field", None, True, False)
TEXT_IF_WANTED = ("string", None, True, False)


def each(kind: tuple, names: str) -> dict[str, tuple]:
    """Parameters of one kind, by their names."""
    return dict.fromkeys(names.split(), kind)


COMMON = {
    "SCHEME": ("enum", "auto", False, False),
    "CLASSES": SOURCE_IF_WANTED,
    "AREA_METHOD": ("enum", "auto", False, True),
    "EXTENT": ("extent", None, True, True),
    "MASK": ("source", None, True, True),
    "NODATA": ("string", None, True, True),
    "AUDIT": TABLE_IF_WANTED,
}
PAIR = {
    **each(("raster", None, False, False), "EARLIER LATER"),
    **each(("band", 1, False, True), "EARLIER_BAND LATER_BAND"),
    "GRID": ("enum", "earlier", False, True),
    **COMMON,
}
SERIES = {"LAYERS": ("multilayer", None, False, False), "YEARS": TEXT_IF_WANTED, **COMMON}
MAP = {
    "MAP": ("raster", None, False, False),
    "BAND": ("band", 1, False, True),
    **{name: kind for name, kind in COMMON.items() if name != "EXTENT"},
}
RULES = {"RULES": SOURCE_IF_WANTED, "ZONE_TABLE": ("source", None, True, True)}
COEFFICIENTS = {"COEFFICIENTS": SOURCE_IF_WANTED}
DENSITIES = {"DENSITIES": ("enum", "auto", False, True)}
TAKING = {"TAKING_GROUPS": ("string", "mine", True, False)}
# Of those whose tables can be broken down by unit.
UNITS = {
    "UNITS": SOURCE_IF_WANTED,
    "UNIT_FIELD": FIELD_IF_WANTED,
    "UNITS_SIZE": ("number", None, True, False),
    "UNITS_RASTER": ("raster", None, True, True),
    "UNITS_BAND": ("band", 1, True, True),
    "UNITS_LAYER": TABLE_IF_WANTED,
}
# Of those that take rasters of years.
YEAR_RASTERS = {
    **each(("raster", None, True, False), "DISTURBANCE_YEAR RECOVERY_YEAR"),
    **each(("band", 1, True, True), "DISTURBANCE_YEAR_BAND RECOVERY_YEAR_BAND"),
    **each(("number", 0, False, True), "DISTURBANCE_YEAR_OFFSET RECOVERY_YEAR_OFFSET"),
}
YEARS_OF_CHANGE = {**YEAR_RASTERS, "BY_YEAR": TABLE_IF_WANTED}
AREA_ERRORS = {
    "AREA_ERRORS": ("source", None, True, True),
    "SEED": ("number", 1, False, True),
    "LEVEL": ("number", 95.0, False, True),
}
# On the cells, and the polygons of units: tried in test_audit.py and test_unit_layer.py.
OTHER_TABLES = ("AUDIT", "UNITS_LAYER")

AUDIT_NUMBERS = (
    "TOTAL_AREA_HA EXCLUDED_AREA_HA VALID_CELLS EXCLUDED_CELLS CLOSURE_CHECKS CLOSURE_DIFFERENCE"
)
PAIR_NUMBERS = (
    "EARLIER_VALID_CELLS EARLIER_NODATA_CELLS EARLIER_OUTSIDE_CELLS EARLIER_UNLISTED_CELLS "
    "LATER_VALID_CELLS LATER_NODATA_CELLS LATER_OUTSIDE_CELLS LATER_UNLISTED_CELLS"
)
BALANCE_NUMBERS = "NET_TAKEN_TC NET_MINED_BEFORE_TC ASSUMED_LOSS_TC"
LOSS_NUMBERS = "OCCUPIED_AREA_HA TOTAL_LOSS_TC TOTAL_LOSS_TCO2"

# Tables that more than one algorithm writes.
SHARE_COLUMNS = "year layer value class cells area_ha share_pct change_ha change_points"
SHARED_TABLES = {
    "AUDIT": (
        "year layer grid_cells valid_cells nodata_cells outside_cells unlisted_cells "
        "counted_cells grid_ha counted_ha resampled masked_cells"
    ),
    # A run without units has none.
    "UNITS_LAYER": None,
    "TRANSFERS": (
        "period from_value from_class to_value to_class cells area_ha pct_of_total pct_of_from "
        "pct_of_to pct_of_out"
    ),
    "BALANCE": (
        "period land area_ha stock_before_tc loss_tc gain_tc growth_tc pre_mining_tc other_tc "
        "stock_after_tc net_tc net_tco2 taken_ha counted_0_ha reclaimed_ha assumed_loss_tc "
        "net_low_tc net_high_tc decaying_tc"
    ),
    "BY_YEAR": (
        "year class disturbed_ha reclaimed_ha cumulative_disturbed_ha cumulative_reclaimed_ha "
        "disturbed_spread_ha reclaimed_spread_ha loss_tc"
    ),
    "DISCLOSURE": (
        "site period reference_date kind phase ecosystem_before ecosystem_after disturbed_ha "
        "reclaimed_ha net_ha pct_of_before"
    ),
    "PRIORITIES": (
        "unit ever_mined_ha active_ha unchanged_ha reclaimed_ha reclaimed_pct loss_tc regained_tc "
        "net_tc potential_20y_tc potential_tc rank idle_ha recent_ha undated_ha uptake_20y_tc "
        "uptake_low_tc uptake_high_tc uptake_as_returned_20y_tc longitude latitude"
    ),
    "ZONE_SHARES": "period zone zone_name cells area_ha share_pct",
    "UNCERTAINTY": (
        "period item measure estimate method sd low high half_width half_width_pct draws areas"
    ),
    "LOSSES": (
        "period from_class to_class area_ha soil_tc_per_ha vegetation_tc_per_ha soil_loss_tc "
        "vegetation_loss_tc total_loss_tc total_loss_tco2"
    ),
    "CONTRIBUTIONS": "period value_name from_class to_class area_ha change contribution_pct",
}
ENDINGS = {"sink": ".csv", "rasterDestination": ".tif", "fileDestination": ".html"}


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

    `inputs` takes a folder for what it has to make first. `files` are called as their outputs; an
    output whose file has no ending goes to a temporary place.
    """

    inputs: Callable[[Path], dict]
    files: str

    @property
    def outputs(self) -> dict[str, str]:
        """The file of each output."""
        return {
            Path(file).stem.upper(): file if Path(file).suffix else ""
            for file in self.files.split()
        }


@dataclass(frozen=True)
class Contract:
    """What people script against, which never changes once released, and how it is tried.

    Attributes:
        group: the toolbox group's id; its name is translated.
        parameters: by name: type, default, optional, advanced.
        asked_for: the optional outputs that the dialog asks for by itself, besides pages.
        results: the numeric outputs that it alone has.
        rare_results: those that are left out without inputs that few runs have.
        columns: by table that it alone writes, its columns in order; None where the data decide on
            them, and a test of its own looks at them.
        files: by destination, a file for it, where that is not called as it.
        plain_run: see there.
        bad_inputs: inputs that cannot be worked with.
        further_inputs: what a run needs besides dated rasters, made in a folder.
        telling_inputs: what else a run needs for each of its numbers to make a difference.
        unused_columns: those of its tables that it reads with the others and has no use for.
        further_results: what a run gives besides its destinations and numbers.
        needs_scheme: whether it must be told what values without names mean.
        needs_scheme_for: the outputs that it must be told so for, where not for all.
        names_classes: whether an input that it must have names a class, so that values need names.
        needs_names: whether an unclassified value is refused, where it is counted elsewhere.
        unit_fields: of UNITS_LAYER, the names of the fields that a run on the sample's first and
            last date, or on all of them, has besides unit, cells and area_ha.
        spatial: tables with a shape for each row.
        sparse: files of rasters that hold no data in some of the land that counts, too.
    """

    display_name: str
    group: str
    parameters: dict[str, tuple]
    asked_for: str = ""
    results: str = ""
    rare_results: str = ""
    columns: dict[str, str | None] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    plain_run: PlainRun | None = None
    bad_inputs: tuple[Case, ...] = ()
    further_inputs: Callable[[Path], dict] = no_inputs
    telling_inputs: dict = field(default_factory=dict)
    unused_columns: str = ""
    further_results: str = ""
    needs_scheme: bool = False
    needs_scheme_for: tuple[str, ...] = ()
    names_classes: bool = False
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

    @property
    def numbers(self) -> set[str]:
        """The numeric outputs."""
        shared = (AUDIT_NUMBERS if self.is_dated else "", PAIR_NUMBERS if self.is_pair else "")
        return set(" ".join((self.results, *shared)).split())

    @property
    def fields(self) -> dict[str, list[str] | None]:
        """By table, the names of its columns in order; None where the data decide on them."""
        sinks = self.declares(TABLE, TABLE_IF_WANTED)
        tables = {**SHARED_TABLES, **self.columns}
        return {name: (tables[name] or "").split() or None for name in sinks if name in tables}

    @property
    def outputs(self) -> dict[str, str]:
        """By destination, a file for it, so that whole runs can be looked at."""
        return {
            name: self.files.get(name, name.lower() + ENDINGS.get(kind, ""))
            for name, (kind, *_) in self.parameters.items()
            if name not in OTHER_TABLES and (kind.endswith("Destination") or kind == "sink")
        }

    def declares(self, *kinds: tuple) -> list[str]:
        """The parameters of such kinds, such as TABLE or RASTER_IF_WANTED."""
        return [name for name, kind in self.parameters.items() if kind in kinds]

    @property
    def required(self) -> list[str]:
        """The destinations that every run has."""
        return self.declares(TABLE, RASTER, FOLDER, FILE)

    @property
    def shown(self) -> set[str]:
        """The destinations that its dialog fills in: those that every run has, pages and more."""
        pages = [name for name, file in self.outputs.items() if file.endswith(".html")]
        return {*self.required, *pages, *self.asked_for.split()}

    @property
    def tables(self) -> list[str]:
        """The tables of results: that on the cells and polygons are other matters."""
        sinks = self.declares(TABLE, TABLE_IF_WANTED)
        return [name for name in sinks if name not in OTHER_TABLES]

    @property
    def takes_units(self) -> bool:
        """Whether its tables can be broken down by unit."""
        return "UNITS" in self.parameters

    @property
    def tables_by_unit(self) -> list[str]:
        """The tables that have a column `unit` where there are units, and none where not."""
        others = ("CLOSURE", "DISCLOSURE", "PRIORITIES", "IDLE_AREAS")
        return [name for name in self.tables if name not in others]

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
            rasters = dict(zip(("EARLIER", "LATER"), layers))
        elif self.is_map:
            rasters = {"MAP": layers[-1]}
        else:
            rasters = {"LAYERS": list(layers)} if self.is_series else {}
        scheme = {"SCHEME": "coal_mine"} if self.needs_scheme or self.names_classes else {}
        return {**rasters, **scheme, **self.further_inputs(folder)}
