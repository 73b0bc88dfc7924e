"""What is read off the count: what any run has, and the small subjects, a file each.

- of any run, what became of each cell, and tables by unit: results; that all of it agrees: closure;
  whether the legend is that of the layers: legend_check
- the matrix; gain, loss, swap; areas and shares: transfers; zones and what has none: zones; values
  per hectare and their rasters: class_values; combinations, how often land changed and when last,
  suspicious ones: trajectories
- carbon of sinks that are taken, and all land that was taken: losses; what the losses of periods
  and span differ by: loss_gap
- how far sums may be off: uncertainty, in sentences: uncertainty_notes; the model of losses for it:
  loss_model; by the areas that a sample estimates, and what that cannot rule out:
  error_adjusted_losses
- samples: sample_design, sample_points; polygons put in: burned_polygons; tables to fill in:
  scheme_tables
"""
