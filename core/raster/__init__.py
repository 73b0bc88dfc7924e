"""Raster files and their cells: reading, alignment, areas and writing.

- opening, checks and description of a raster, recognition of plugin results, and names
  and colours of its values: source
- its cells: grid; reading them on their own or another grid, with missing tiles of
  remote rasters skipped: reader
- hectares per cell, ellipsoidal after Snyder (1987), and the inverse geodesic: area
- writing, with colours and attribute table, and a colour ramp style: geotiff
"""
