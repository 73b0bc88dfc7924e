"""The names that people script against: they never change once released."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from carbon_zones.test.helpers import YEARS, read_csv, write_raster
from carbon_zones.test.runs import RUNS

Flag = Qgis.ProcessingParameterFlag

DISPLAY_NAMES = {
    "transfermatrix": "Land-use transfer matrix",
    "zonereclassification": "Carbon-zone reclassification",
    "carbonloss": "Carbon loss accounting",
    "areashares": "Area-share summary",
    "study": "Carbon zone study",
    "zonemap": "Zone map",
    "exporttables": "Export scheme tables",
    "sampledata": "Load sample data",
}

# The toolbox groups' ids; their names are translated.
GROUPS = {
    "transfermatrix": "change",
    "zonereclassification": "carbon",
    "carbonloss": "carbon",
    "areashares": "change",
    "study": "study",
    "zonemap": "tables",
    "exporttables": "tables",
    "sampledata": "study",
}

# By name: type, default, optional, advanced.
COMMON = {
    "CLASSES": ("source", None, True, False),
    "AREA_METHOD": ("enum", "auto", False, False),
    "EXTENT": ("extent", None, True, False),
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
RULES = {
    "RULES": ("source", None, True, False),
    "ZONE_TABLE": ("source", None, True, True),
}
COEFFICIENTS = {"COEFFICIENTS": ("source", None, True, False)}
TABLE = ("sink", None, False, False)
TABLE_IF_WANTED = ("sink", None, True, False)
RASTER = ("rasterDestination", None, False, False)
RASTER_IF_WANTED = ("rasterDestination", None, True, False)
FOLDER = ("folderDestination", None, False, False)
PAGE = ("fileDestination", None, True, False)
FILE = ("fileDestination", None, False, False)

# Not in the contract, but there, and so to be kept.
AUDIT = {"AUDIT": TABLE_IF_WANTED}

PARAMETERS = {
    "transfermatrix": {
        **PAIR,
        **AUDIT,
        "TRANSFERS": TABLE,
        "MATRIX": TABLE_IF_WANTED,
        "CLASS_CHANGE": TABLE_IF_WANTED,
        "CONVERSIONS": RASTER_IF_WANTED,
    },
    "zonereclassification": {
        **PAIR,
        **AUDIT,
        **RULES,
        "ZONES": RASTER,
        "ZONE_SHARES": TABLE,
        "UNASSIGNED": TABLE_IF_WANTED,
    },
    "carbonloss": {
        **PAIR,
        **AUDIT,
        **COEFFICIENTS,
        "LOSSES": TABLE,
        "LOSS_DENSITY": RASTER_IF_WANTED,
    },
    "areashares": {
        **SERIES,
        **AUDIT,
        "SHARES": TABLE,
        "CHART": PAGE,
    },
    "study": {
        **SERIES,
        **AUDIT,
        **RULES,
        **COEFFICIENTS,
        "TRANSFERS": TABLE,
        "AREAS": TABLE,
        "ZONE_SHARES": TABLE,
        "LOSSES": TABLE,
        "CLOSURE": TABLE,
        "ZONES_FOLDER": FOLDER,
        "REPORT": PAGE,
    },
    "zonemap": {
        "LAYERS": ("multilayer", None, False, False),
        "TITLE": ("string", None, True, False),
        "TITLES": ("string", None, True, False),
        "SOURCE": ("string", None, True, False),
        "PAPER": ("enum", "A4", False, False),
        "DPI": ("number", 300, False, True),
        "OUTPUT": FILE,
    },
    "exporttables": {"FOLDER": FOLDER},
    "sampledata": {"FOLDER": ("folderDestination", None, True, False)},
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
NUMBERS = {
    "transfermatrix": PAIR_NUMBERS | {"CHANGED_AREA_HA", "UNCHANGED_AREA_HA"},
    "zonereclassification": PAIR_NUMBERS | {"ASSIGNED_AREA_HA", "UNASSIGNED_AREA_HA"},
    "carbonloss": PAIR_NUMBERS | LOSS_NUMBERS | {"SOIL_LOSS_TC", "VEGETATION_LOSS_TC"},
    "areashares": AUDIT_NUMBERS,
    "study": AUDIT_NUMBERS | LOSS_NUMBERS,
    "zonemap": set(),
    "exporttables": set(),
    "sampledata": set(),
}

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
CLASS_CHANGE_FIELDS = [
    "period",
    "value",
    "class",
    "area_before_ha",
    "area_after_ha",
    "persistence_ha",
    "gain_ha",
    "loss_ha",
    "net_ha",
    "swap_ha",
]
ZONE_SHARE_FIELDS = ["period", "zone", "zone_name", "cells", "area_ha", "share_pct"]
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
CLOSURE_FIELDS = ["period", "check", "expected", "found", "difference", "ok"]
# Not in the contract beyond "the conversions no rule names, largest first".
UNASSIGNED_FIELDS = [
    "period",
    "kind",
    "from_value",
    "from_class",
    "to_value",
    "to_class",
    "cells",
    "area_ha",
    "share_pct",
]

FIELDS = {
    ("transfermatrix", "TRANSFERS"): TRANSFER_FIELDS,
    ("transfermatrix", "CLASS_CHANGE"): CLASS_CHANGE_FIELDS,
    ("zonereclassification", "ZONE_SHARES"): ZONE_SHARE_FIELDS,
    ("zonereclassification", "UNASSIGNED"): UNASSIGNED_FIELDS,
    ("carbonloss", "LOSSES"): LOSS_FIELDS,
    ("areashares", "SHARES"): SHARE_FIELDS,
    ("study", "TRANSFERS"): TRANSFER_FIELDS,
    ("study", "AREAS"): SHARE_FIELDS,
    ("study", "ZONE_SHARES"): ZONE_SHARE_FIELDS,
    ("study", "LOSSES"): LOSS_FIELDS,
    ("study", "CLOSURE"): CLOSURE_FIELDS,
}

TEXT, WHOLE, REAL = QMetaType.Type.QString, QMetaType.Type.LongLong, QMetaType.Type.Double
KINDS = {
    **dict.fromkeys(("period", "year", "layer", "kind", "check"), TEXT),
    **dict.fromkeys(("from_class", "to_class", "class", "zone_name"), TEXT),
    **dict.fromkeys(("from_value", "to_value", "value", "zone", "cells"), WHOLE),
    "ok": QMetaType.Type.Bool,
}


@pytest.fixture
def algorithm(qgis_app):
    """An algorithm of the registry, by its name."""

    def get(name):
        return QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")

    return get


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two small layers: one arable cell becomes an open pit, the other stays; forest to grass."""
    folder = tmp_path_factory.mktemp("pair")
    return {
        "EARLIER": write_raster(folder / "land_1990.tif", [[1, 1, 2]]),
        "LATER": write_raster(folder / "land_2000.tif", [[1, 7, 3]]),
    }


@pytest.mark.parametrize("told", [DISPLAY_NAMES, GROUPS, PARAMETERS, NUMBERS, RUNS])
def test_every_algorithm_and_no_other(qgis_app, told):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert {algorithm.name() for algorithm in provider.algorithms()} == set(told)


@pytest.mark.parametrize("name", DISPLAY_NAMES)
def test_display_name(algorithm, name):
    assert algorithm(name).displayName() == DISPLAY_NAMES[name]


@pytest.mark.parametrize("name", GROUPS)
def test_group(algorithm, name):
    assert algorithm(name).groupId() == GROUPS[name]
    assert algorithm(name).group()


def test_provider_id_and_name(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert provider.name() == "Carbon Zones"


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters(algorithm, name):
    found = {
        d.name(): (
            d.type(),
            d.defaultValue(),
            bool(d.flags() & Flag.Optional),
            bool(d.flags() & Flag.Advanced),
        )
        for d in algorithm(name).parameterDefinitions()
    }
    assert found == PARAMETERS[name]


@pytest.mark.parametrize("name", ["transfermatrix", "zonereclassification", "carbonloss"])
def test_choices_of_a_pair_are_static_strings(algorithm, name):
    method = algorithm(name).parameterDefinition("AREA_METHOD")
    grid = algorithm(name).parameterDefinition("GRID")
    assert method.usesStaticStrings()
    assert method.options() == ["auto", "ellipsoidal", "planimetric"]
    assert grid.usesStaticStrings()
    assert grid.options() == ["earlier", "later"]


@pytest.mark.parametrize("name", ["areashares", "study"])
def test_choices_of_a_series_are_static_strings(algorithm, name):
    method = algorithm(name).parameterDefinition("AREA_METHOD")
    assert method.usesStaticStrings()
    assert method.options() == ["auto", "ellipsoidal", "planimetric"]


@pytest.mark.parametrize("name", NUMBERS)
def test_numeric_outputs(algorithm, name):
    outputs = algorithm(name).outputDefinitions()
    assert {o.name() for o in outputs if o.type() == "outputNumber"} == NUMBERS[name]


@pytest.mark.parametrize("name", NUMBERS)
def test_every_destination_is_an_output(algorithm, name):
    destinations = {d.name() for d in algorithm(name).destinationParameterDefinitions()}
    outputs = {output.name() for output in algorithm(name).outputDefinitions()}
    assert destinations <= outputs


def inputs_of(name, pair):
    if name in ("study", "areashares", "zonemap"):
        return {"LAYERS": [pair["EARLIER"], pair["LATER"]]}
    return pair


@pytest.mark.parametrize(("name", "table"), FIELDS)
def test_fields_of_tables(run, pair, tmp_path, name, table):
    outputs = {
        other: "TEMPORARY_OUTPUT"
        for other, definition in PARAMETERS[name].items()
        if definition in (TABLE, RASTER, FOLDER)
    }
    outputs[table] = str(tmp_path / "table.gpkg")
    results = run(name, **inputs_of(name, pair), **outputs)
    layer = QgsVectorLayer(results[table], table, "ogr")
    fields = [field for field in layer.fields() if field.name() != "fid"]
    assert [field.name() for field in fields] == FIELDS[name, table]
    assert not layer.isSpatial()
    assert layer.featureCount() > 0
    for field in fields:
        assert field.type() == KINDS.get(field.name(), REAL), field.name()


def test_matrix_columns(run, pair, tmp_path):
    run(
        "transfermatrix",
        **pair,
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / "matrix.csv"),
    )
    rows = read_csv(tmp_path / "matrix.csv")
    assert list(rows[0]) == ["from_class", "1", "2", "3", "7", "Total"]
    assert [row["from_class"] for row in rows] == ["1", "2", "3", "7", "Total"]


@pytest.mark.parametrize("name", PARAMETERS)
def test_results_hold_the_outputs_asked_for_and_no_others(run, pair, tmp_path, name):
    inputs = inputs_of(name, pair) if name not in ("exporttables", "sampledata") else {}
    folders = {"FOLDER": str(tmp_path / "folder")} if not inputs else {}
    wanted = {
        output: "TEMPORARY_OUTPUT"
        for output, definition in PARAMETERS[name].items()
        if definition in (TABLE, RASTER, FOLDER, FILE)
    }
    results = run(name, **inputs, **{**wanted, **folders})
    own = {
        "exporttables": {"FOLDER", "CLASSES", "ZONES", "RULES", "COEFFICIENTS"},
        "sampledata": {"FOLDER", "LAYERS", "DISTRICTS", "PROJECT", "MODEL"},
    }
    assert set(results) == own.get(name, set(wanted) | NUMBERS[name])
    for number in NUMBERS[name]:
        assert isinstance(results[number], (int, float))


def test_zone_rasters_are_named_by_their_period(sample_study):
    folder, _ = sample_study
    assert sorted(path.name for path in folder.glob("*.tif")) == [
        f"zones_{a}_{b}.tif" for a, b in zip(YEARS, YEARS[1:])
    ]
