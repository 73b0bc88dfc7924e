"""Raster values by class, status and age of land: recovery of reclaimed land.

A chronosequence compares land of different ages at one time instead of following the
same land over time. The reference is undisturbed land of the same class.

- value_rasters: the land-use date of a value raster, and its statistics by land
- chronosequence: BY_CLASS, BY_AGE, BY_STATUS, percentages of undisturbed land, of a run
  or a unit, and their description in sentences
- page: the report, with panels by class and age
"""
