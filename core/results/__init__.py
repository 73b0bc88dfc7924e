"""Results derived from the count: those of every run, and smaller topics, one per module.

- results: cell counts of every run and tables by unit; closure: consistency checks;
  legend_check: whether the legend matches the layers
- transfers: transfer matrix; gain, loss and swap; areas and shares; zones: zones and
  unassigned land; class_values: values per hectare and their rasters; trajectories:
  combinations, number and date of class changes, suspicious trajectories
- losses: carbon loss of disturbed carbon sinks, and all disturbed land; loss_gap:
  difference between period losses and full-period loss
- uncertainty: uncertainty of sums; uncertainty_notes: its messages; loss_model: model
  of the losses for it; error_adjusted_losses: losses from sample-based areas, and
  possible omissions
- sample_design, sample_points: samples; burned_polygons: burning of polygons;
  scheme_tables: templates of the scheme tables
"""
