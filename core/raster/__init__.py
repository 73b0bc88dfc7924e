"""A raster file and its cells: read, aligned, measured, written.

- opened, checked, described, known as a result of the plugin: source, with names and colours of
  its values
- its cells: grid; read, on their own or brought onto another grid, without the remote tiles that
  a server lacks: reader
- hectares of a cell: area, on the ellipsoid after Snyder (1987), with the shortest line on it
- written, with colours and attribute table: geotiff, with a ramp of colours beside it
"""
