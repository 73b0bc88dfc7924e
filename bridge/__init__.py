"""Interface between QGIS and the core: parameters, layers, tables, sinks and loading.

- algorithm: base class of the algorithms, and conversion of errors to QGIS exceptions;
  dated_algorithm: base classes for dated rasters; run_context: outputs and log of a run
- parameters: parameter values and labels; parameter_dictionary: parameter definitions;
  dialog: widgets; legend_guess: land-use product preset in the dialog
- layers: rasters; change_years: rasters of disturbance and recovery years; tables:
  tables; polygons, reprojection: polygons and units; scheme: inputs and scheme of a run
  on dated rasters
- destinations: output paths; overwrite_protection: files that must not be overwritten;
  table_sinks: table output; loading, layer_appearance: loading and styling of output
  layers; provenance: origin of results
- subjects: inputs and outputs of single subjects; map_sheet: the map sheet

Invalid inputs raise DataError with a message that names the fault and a remedy; a
cancelled run raises RunCancelledError. Nearly every function here may raise either, so
docstrings do not list them.
"""
