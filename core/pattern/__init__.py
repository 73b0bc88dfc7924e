"""The landscape's pattern: patches, edges, diversity, and where the land of a class lies.

As FRAGSTATS 4 defines them (McGarigal, Cushman and Ene 2012). Patches are cells of one class that
touch by sides or corners; they are joined across the blocks of the one pass, and no raster is held
in memory.

- patches and sides of a block, and joined across blocks: patches
- how large cells are and how long their sides, on grids that are no squares too; CENTRES, movement
  and deviational ellipses; what was counted of a landscape: measures
- the consumer of the pass, the formulas of metrics, CLASS_METRICS and LANDSCAPE_METRICS: pattern
- the page: page; its charts: charts
"""
