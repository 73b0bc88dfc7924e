"""Scheme of a run: class names, groups, zones, rules and coefficients from plain tables.

- table: tables as read, decoding of text files, bounds of table values, and reserved
  names
- defaults: tables and legends shipped with the plugin, and detection of unchanged
  tables
- classes: classes of a run, sinks, and unknown names; value_classes: from raster values
  to classes; class_table_proposal: classes inferred from texts, class table proposals,
  expected accuracies
- zone_rules: zones, also as maps show them, and the zone of each conversion;
  implausible_rules: suspicious trajectories
- disturbance_types: classes that disturb carbon sinks, and types of land change by the
  name of a conversion or zone
- coefficients: carbon densities and fractions; density_sources: notes on the shipped
  densities and those of the IPCC; recovery_curves: stock by age of reclaimed land;
  values_per_hectare: any values by class
- area_errors: uncertainty of areas; class_accuracy: the same from an accuracy
  assessment
"""
