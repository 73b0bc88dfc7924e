"""How far land lies from the mine whose densities are shipped, and what is said of it."""

import pytest
from pyproj import CRS, Geod, Transformer

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.scheme.density_sources import (
    distance_to_pingshuo_km,
    log_default_densities,
    pingshuo_caveat,
)

AMAPA, LUSATIA, DATONG = (-52.0, 1.0), (14.2, 51.5), (113.3, 40.1)


@pytest.mark.parametrize("place", [AMAPA, LUSATIA, DATONG, (-67.6, -39.5), (112.4, 39.5)])
def test_kilometres_are_those_of_a_geodesic_on_a_sphere(place):
    expected = Geod(a=6_371_000, b=6_371_000).inv(*place, 112.4, 39.5)[2] / 1000
    assert distance_to_pingshuo_km(place) == pytest.approx(expected, abs=1e-3)


def test_the_warning_is_there_but_beside_the_mine():
    assert pingshuo_caveat(DATONG) is None
    kilometres = Geod(a=6_371_000, b=6_371_000).inv(*AMAPA, 112.4, 39.5)[2] / 1000
    assert f"{kilometres:,.0f} km from the study area" in str(pingshuo_caveat(AMAPA))
    assert "the location of the study area is unknown" in str(pingshuo_caveat(None))
    notes = Notes()
    log_default_densities(notes, pingshuo_caveat(LUSATIA))
    log_default_densities(notes)
    (warning,), (notice,) = notes.warnings, notes.notices
    assert "carbondensities" in str(warning)
    assert "39.5 N, 112.4 E" in str(notice)


@pytest.mark.parametrize(
    ("crs", "x", "y", "place"),
    [
        ("EPSG:32649", 620_000.0, 4_373_000.0, DATONG),
        ("EPSG:4326", 14.2, 51.5, LUSATIA),
        ("EPSG:31469", 5_444_000.0, 5_707_000.0, LUSATIA),
        ("", 0.0, 0.0, None),
        ("EPSG:32649", 1e12, 1e12, None),
    ],
)
def test_the_place_of_a_grid_is_that_of_its_middle(crs, x, y, place):
    size = 2.0 if crs != "EPSG:4326" else 1e-4
    wkt = CRS(crs).to_wkt("WKT1_GDAL") if crs else ""
    grid = Grid(10, 20, (x - 5 * size, size, 0.0, y + 10 * size, 0.0, -size), wkt)
    found = grid.window_centre(grid.full_window)
    if place is None:
        assert found is None
    else:
        there = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(x, y)
        assert found == pytest.approx(there, abs=1e-5)
