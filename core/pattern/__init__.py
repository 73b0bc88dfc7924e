"""Landscape pattern: patches, edges, diversity and class centroids.

Metrics are defined as in FRAGSTATS 4 (McGarigal, Cushman and Ene 2012). Patches are
cells of one class connected by sides or corners; they are merged across the blocks of a
single pass, and no raster is held in memory.

- patches and sides of a block, and merged across blocks: patches
- sizes and side lengths of cells, also on grids without square cells; CENTRES, movement
  and deviational ellipses; counts of a landscape: measures
- the consumer of the pass, the formulas of metrics, CLASS_METRICS and
  LANDSCAPE_METRICS: pattern
- the page: page; its charts: charts
"""
