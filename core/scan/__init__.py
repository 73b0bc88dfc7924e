"""The one pass over the cells of all dates, and the count that comes of it.

- rasters opened and named, with a look at values that nobody names: series; which cells count:
  polygon_rasterizer; parts of the land, and polygons in place of classes: strata; parts that have
  names, squares among them: units
- the pass: scan; a window by what its cells hold: block, on packed_columns, block_combinations and
  class_codes
- what takes part in it, and cells near to land of some classes: consumer; rasters and small maps:
  cell_raster; cells drawn at random: sample_pass; values by kind of land: zonal_statistics; in
  which year land changed, by rasters of years: change_years
- the count, and all dates together: series_count; what it found, read off by period: count_result
"""
