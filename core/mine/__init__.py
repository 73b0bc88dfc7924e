"""Mined land: disturbance, reclamation, their dates and the age of reclaimed land.

All results are derived from the combinations of classes at all dates, for which
`mined_land` derives a land use per date and stores the cells.

- date of first mining or reclamation, status, and land-use history: mined_land
- RECLAIMED, its kinds and RECLAIMED_BY, DISTURBED and FIRST_MINED: rasters
- AGES, the interval of an age, the raster AGE, STATUS and its map: ages
- BY_YEAR, and the area with a year within its period: annual_areas
- the above for a run or a unit, its rasters, and DISCLOSURE for sustainability reports:
  reclamation
- the page and its sections: page; its maps: rasters
"""
