"""A raster file and its cells: read, aligned, measured, written.

- opened, checked, described, known as a result of the plugin: source; names and colours of its
  values: legend
- its cells: grid; two grids brought together, and what is lost by it: alignment, reader
- a mosaic of remote tiles without those that their server lacks: mosaic
- squares on the ground over its cells: ground_squares
- hectares of a cell: area, on the ellipsoid after Snyder (1987); the shortest line on it: geodesic
- written, with colours and attribute table: geotiff; a ramp of colours beside it: ramp_style
"""
