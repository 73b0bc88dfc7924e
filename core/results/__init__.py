"""What is read off the count: what any run has, and the small subjects, a file each.

- of any run, and what became of each cell: results; that all of it agrees: closure; whether the
  legend is that of the layers: wrong_legend; by unit: units; how far sums may be off: uncertainty,
  with uncertainty_notes; by the areas that a sample estimates: adjusted, with adjusted_notes,
  and what it cannot rule out: unseen
- matrices: transfers; areas: shares; gain, loss, swap: change; zones and what has none: zones,
  unassigned; carbon of sinks that are taken: losses; its model for draws: loss_model; what the
  losses of periods and span differ by: discrepancy; all that was taken, with or without a density:
  taken_land; tonnes in sentences: tonnes_in_words
- values per hectare: class_values, their rasters and all of a run: value_results
- trajectories, how often land changed and when last (change_counts), suspects
- samples: sample_design, sample_points; polygons put in: replaced; tables to fill in: scheme_tables
"""
