"""Carbon densities by class, each with its 95 % interval and its source.

- default densities and forest growth rates from IPCC 2006, volume 4, and its 2019
  Refinement, as shipped in resources/ipcc: ipcc
- mean densities of the classes on maps of soil carbon and biomass, MEASURED: stock_maps
- the rows of COEFFICIENTS, their missing values and the labels of the IPCC keys:
  density_table
"""
