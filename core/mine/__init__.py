"""Mined land: what mining took, what was given back, when, and how old that is.

All is read off the combinations of classes at all dates, which `mined_land` turns into what mining
did to land (a use per date), and keeps with their cells.

- by which date land was first mined, or reclaimed, what state it is in, and what it was at all
  dates: mined_land
- RECLAIMED, its kinds and RECLAIMED_BY, DISTURBED and FIRST_MINED: rasters
- AGES, the interval of an age, the raster AGE, STATUS and its map: ages
- BY_YEAR, and how much of the land has a year of its period: annual_areas
- all of it for a run or a unit, its rasters, and DISCLOSURE, what reports on a mine's land ask for:
  reclamation
- the page and its sections: page; its maps: rasters
"""
