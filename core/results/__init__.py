"""What is read off the count: what any run has, and the small subjects, a file each.

- of any run, and what became of each cell: results; that all of it agrees: closure; whether the
  legend is that of the layers: wrong_legend; by unit: units; how far sums may be off: uncertainty,
  with uncertainty_notes; by the areas that a sample estimates: adjusted, and what it cannot rule
  out: unseen
- matrices: transfers; areas: shares; gain, loss, swap: transfers; zones and what has none: zones;
  carbon of sinks that are taken: losses; its model for draws: loss_model; what the
  losses of periods and span differ by: discrepancy; all that was taken, with or without a density:
  losses; tonnes in sentences: tonnes_in_words
- values per hectare: class_values, with their rasters and all of a run
- trajectories, how often land changed and when last, suspicious ones: trajectories
- samples: sample_design, sample_points; polygons put in: replaced; tables to fill in: scheme_tables
"""
