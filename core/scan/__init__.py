"""The one pass over the cells of all dates, and the count that comes of it.

- rasters opened and named: series, with a look at values that nobody names; which cells count:
  edges; parts of the land: strata, units, with squares; polygons in place of
  classes: class_polygons
- the pass: scan; a window by what its cells hold: block, on columns, grouping, block_combinations
  and coding
- the count: count, into a census; all dates together: combinations
- what takes part in it: consumer; rasters: cell_raster; small maps: thumbnail; cells drawn at
  random: sample_pass; cells near to land of some classes: near; values by kind of land: measured,
  with their extremes
- read off the count: sums of a period, in census
"""
