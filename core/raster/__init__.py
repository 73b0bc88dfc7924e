"""A raster file and its cells: read, aligned, measured, written.

- opened, checked, described, known as a result of the plugin: source, with names and colours of
  its values
- its cells: grid; two grids brought together, and what is lost by it: alignment, reader,
  with mosaics of remote tiles without those that their server lacks
- squares on the ground over its cells: ground_squares
- hectares of a cell: area, on the ellipsoid after Snyder (1987), with the shortest line on it
- written, with colours and attribute table: geotiff, with a ramp of colours beside it
"""
