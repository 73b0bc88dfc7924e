"""Single scan over the cells of all dates, and the resulting count.

- series: opened and named rasters, and inspection of unnamed values;
  polygon_rasterizer: mask of valid cells; strata: parts of the land counted separately,
  and polygons that replace classes; units: named strata, including squares
- scan: the scan; block: a window by combinations of its cells, based on packed_columns,
  block_combinations and class_codes
- consumer: consumers of the scan, and cells near land of some classes; cell_raster:
  rasters and small maps; sample_pass: random samples of cells; zonal_statistics: values
  by kind of land; change_years: year of change from year rasters
- series_count: count including combinations of all dates; count_result: results by
  period
"""
