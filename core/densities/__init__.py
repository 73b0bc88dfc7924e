"""Carbon densities for the classes of any place, each with its interval and its source.

- the tables of IPCC 2006, volume 4, and its 2019 Refinement, shipped in resources/ipcc, what one
  row of them gives a class, and how fast forest grows there: ipcc
- what a class holds on maps of soil and biomass, MEASURED: stock_maps
- COEFFICIENTS, a row for each class, and what it lacks; the tables' keys in words: density_table
"""
