"""What four maps of the earth say of a place: the choices by which IPCC's tables give densities.

- the maps, shipped in resources/place, where they are from, and the nearest cell of one; from their
  values to soil, forest zone, continent and leaf; what was found in words: reference_maps
- the land: a point, or the cells that count, by pieces of 0.25 degrees, and their box: map_lookup
- what was chosen, what the maps say of the land, SITE, and the site that follows: site
- COEFFICIENTS of a place, whether a run takes them, and what is said of them: site_densities
"""
