"""The scheme of a run: class names, groups, zones, rules and coefficients from plain tables.

- a table as read, and how its letters are written: table; names in it that mean nothing or
  something else: unknown, reserved; the tables that come with the plugin, and whether one still is
  so: defaults
- the classes of a run, and whether one is a sink: classes; from raster values to them: naming,
  with legends of products; which of them take land from the sinks: disturbing_classes
- zones, and which one a conversion comes to: rules, and as maps show them
- densities and fractions of carbon: coefficients; what is said of the shipped ones and
  of IPCC's sources: density_sources; stock by age of reclaimed land: recovery; any
  values per hectare: values; errors of areas: area_errors, those of an accuracy assessment:
  class_accuracy, stratum_proportions; areas by its sample: sampled_areas; what became
  of land, by the name of a conversion or zone: change_kinds; accuracies that are expected: expected
- what the numbers of tables lie between: bounds
- suspicious trajectories: suspects; proposals for tables to fill in, by words: proposal
"""
