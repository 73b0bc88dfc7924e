"""qgis_process has parameters open their layers before it asks the algorithm; see there."""

from __future__ import annotations

import numpy as np

from carbon_zones.test.algorithms.test_inputs_as_they_are import beside
from carbon_zones.test.helpers import silent, write_raster


def test_nothing_is_written_beside_one_raster_or_several_or_that_of_an_extent(tmp_path):
    cells = np.arange(20).reshape(4, 5) % 7
    land, value = (write_raster(tmp_path / f"{name}_2000.tif", cells) for name in ("lu", "v"))
    before = beside(tmp_path)
    silent(
        *("run", "carbonzones:rastervalues", f"--LAYERS={land}", f"--VALUE_LAYERS={value}"),
        *(f"--UNITS_RASTER={value}", f"--EXTENT={value}", f"--BY_CLASS={tmp_path / 'made.csv'}"),
    )
    (tmp_path / "made.csv").unlink()
    assert beside(tmp_path) == before
