"""The scheme of a run: class names, groups, zones, rules and coefficients from plain tables.

- table: a table as read, how text files are written, what the numbers of tables lie between, and
  names that stand for something else
- defaults: the tables and legends that come with the plugin, and whether a table still is so
- classes: the classes of a run, whether one is a sink, and names that mean nothing;
  value_classes: from raster values to them; class_table_proposal: the class that a text means,
  proposals by words, accuracies that are expected
- zone_rules: zones, as maps show them too, and which one a conversion comes to;
  implausible_rules: suspicious trajectories
- disturbance_types: which classes take land from the sinks, and what became of land, by the name
  of a conversion or zone
- coefficients: densities and fractions of carbon; density_sources: what is said of the shipped
  ones and of IPCC's; recovery_curves: stock by age of reclaimed land; values_per_hectare: any
  values of classes
- area_errors: how far areas may be off; class_accuracy: by an accuracy assessment
"""
