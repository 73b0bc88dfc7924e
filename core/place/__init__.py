"""What four maps of the earth say of a place: the choices by which IPCC's tables give densities.

- the maps, shipped in resources/place, where they are from, and the nearest cell of one: maps
- from values of the maps to soil, forest zone, continent and leaf: rules
- the land: a point, or the cells that count, by pieces of 0.25 degrees: land
- what the maps say of it, SITE, and the site that follows with what was chosen: site; the choices
  in words: words
- COEFFICIENTS of a place, and what is said of them: densities
"""
