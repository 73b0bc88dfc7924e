"""Values by class, state and age of the land: what comes back on reclaimed land, and by when.

A chronosequence sets land of several ages side by side in place of following one piece of it for
long. Land that never was mined, of the same class, is what it is compared with.

- which land use a raster of values goes with, and what it holds on which land: value_rasters
- BY_CLASS, BY_AGE, BY_STATUS, per cent of undisturbed land, of a run or a unit, and what
  of it is told in words: chronosequence
- the page, its panels by class and age: page
"""
