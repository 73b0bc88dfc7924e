"""Mined land: what mining took, what was given back, when, and how old that is.

All is read off the combinations of classes at all dates, which `states` turns into what mining did
to land (a use per date), and `land` keeps with their cells.

- by which date land was first mined, or reclaimed, and what state it is in: states
- RECLAIMED, its kinds and RECLAIMED_BY, DISTURBED and FIRST_MINED: conversions
- STATUS and its map: status
- AGES, the interval of an age, and the raster AGE: ages; what land was at all dates: history
- all of it for a run or a unit, and its rasters: reclamation
- DISCLOSURE, what reports on a mine's land ask for: disclosure
- the page: page, with mined_section; its maps: mined_maps
"""
