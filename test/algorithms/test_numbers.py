"""Parameters that are numbers: of which kind, within which bounds, and fractions as such."""

from __future__ import annotations

from math import ceil, floor

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingException

from carbon_zones.bridge.parameters import parse_parameters
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.algorithms.bad_inputs import EARLIER, LATER
from carbon_zones.test.algorithms.test_zero import inputs
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import read_raster, write_dates, write_raster

# The least and the most of those that take fractions, and of whole ones.
REAL = {
    "LEVEL": (1, 99.99),
    "UNITS_SIZE": (0.001, 20_000),
    "TARGET_SE": (0.01, 50),
    "ROOT_SHOOT": (0, 10),
    "IDLE_MIN_HA": (0, 1e9),
    **dict.fromkeys(("SOIL_MAP_FACTOR", "BIOMASS_MAP_FACTOR"), (0, 1e6)),
    **dict.fromkeys(("SOIL_MAP_U95", "BIOMASS_MAP_U95"), (0, 10_000)),
}
WHOLE = {
    "DRAWS": (0, 1_000_000),
    "SEED": (0, 2**31 - 1),
    **dict.fromkeys(("SIZE", "MIN_PER_CLASS"), (1, 1_000_000)),
    "BUFFER": (1, 100),
    "TRANSITION_YEARS": (1, 100),
    "IDLE_YEARS": (1, 9999),
    "DISTURBANCE_YEAR_OFFSET": (-10_000, 10_000),
    "RECOVERY_YEAR_OFFSET": (-10_000, 10_000),
    **dict.fromkeys(("BASE_YEAR", "END_YEAR"), (1900, 2300)),
    "OPENING_YEAR": (1, 9999),
    "VALUE_BAND": (1, 65_536),
    "DPI": (30, 1200),
}
# Between two whole numbers that a small run has another answer to; of others it is 1.5.
FRACTIONS = {"UNITS_SIZE": 0.045, "IDLE_MIN_HA": 0.12, "TARGET_SE": 12.5}


def numbers_of(algorithm: str) -> dict:
    """The parameters of an algorithm that are numbers, by name."""
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    return {d.name(): d for d in found.parameterDefinitions() if d.type() == "number"}


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_each_number_has_its_kind_and_its_bounds(qgis_app, tmp_path, algorithm):
    """Both bounds are taken, and nothing beyond them; no whole number is a fraction."""
    given = good(algorithm, tmp_path)
    found = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")

    def taken(name, value):
        return parse_parameters(found, {**given, name: value}, QgsProcessingContext())[name]

    for name, definition in numbers_of(algorithm).items():
        least, most = {**REAL, **WHOLE}[name]
        assert (definition.minimum(), definition.maximum()) == (least, most)
        is_whole = definition.dataType() == Qgis.ProcessingNumberParameterType.Integer
        assert is_whole == (name in WHOLE)
        for value in (least, most, str(least)):
            assert taken(name, value) == float(value)
        for value in (least - 0.001, most + 0.001, *[least + 0.5] * is_whole):
            with pytest.raises(DataError, match=f"^{name}: "):
                taken(name, value)


def written(run, folder, algorithm: str, **changed) -> dict | str:
    """What a run on a small raster writes into tables and rasters, or its refusal."""
    contract, given = CONTRACTS[algorithm], inputs(algorithm, folder)
    if contract.is_map:
        given["MAP"] = write_raster(folder / "map.tif", [[1, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3, 3]] * 20)
    if "IDLE_MIN_HA" in contract.parameters:
        # Idle areas of one cell and of more.
        given["LAYERS"] = write_dates(
            folder,
            {1990: [*EARLIER, [9, 9, 7, 7]], 2000: [*LATER, [9, 9, 7, 7]]},
            name="idle_{}.tif",
        )
    try:
        run(algorithm, **{**given, **changed})
    except QgsProcessingException as error:
        return str(error)
    return {
        # Beside its cells a raster has the values of the parameters.
        path.name: read_raster(path).tobytes() if path.suffix == ".tif" else path.read_bytes()
        for path in (folder / "out").rglob("*")
        if path.suffix in (".csv", ".tif", ".geojson")
    }


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_a_fraction_is_none_of_the_whole_numbers_beside_it(run, tmp_path, algorithm):
    for name in numbers_of(algorithm).keys() & REAL.keys():
        fraction = FRACTIONS.get(name, 1.5)
        others = {"SIZE": None} if name == "TARGET_SE" else {}
        below, found, above = (
            written(run, tmp_path / f"{name} {value}", algorithm, **others, **{name: value})
            for value in (floor(fraction), fraction, ceil(fraction))
        )
        assert isinstance(found, dict), (name, found)
        assert found not in (below, above), name
