"""The one pass over the cells of all dates, and the count that comes of it.

- rasters opened and named: series (a look at values that nobody names: look; results taken for
  land use: mistaken); which cells count: mask; parts of the land: strata, polygons, units
- the pass: scan; a window by what its cells hold: block, on columns, block_combinations and coding
- the count: count, of counters into tally, cube and census; all dates together: combinations
- what takes part in it: consumer; rasters: cell_raster, value_raster, pair_values; small maps:
  thumbnail; cells drawn at random: sample_pass
- read off the count: matrices (sums of a period), changes (how often, when last)
"""
