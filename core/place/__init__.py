"""Site characteristics from four global maps, used to select IPCC default densities.

- the maps in resources/place, their sources, and the nearest cell; conversion of their
  values to soil, forest zone, continent and leaf type; labels of the results:
  reference_maps
- the land: a point, or the valid cells, by pieces of 0.25 degrees, and their extent:
  map_lookup
- user choices, map values of the land, SITE, and the resulting site: site
- COEFFICIENTS of a site, whether a run uses them, and notes on them: site_densities
"""
