"""What stands between QGIS and plain values: parameters, layers, tables, sinks, loading.

- an algorithm's course, and the one place that turns errors into QGIS's: algorithm; the shapes of
  algorithms: pair, series, dated (that on one map too); the run at work, all that it writes and
  says: run
- parameters understood: values; asked for by name, and called by their labels: run_parameters;
  made from their dictionary:
  declared; their widgets in a dialog: dialog; the product that it shows first: product
- rasters: layers; tables: tables, encoding, text_rows; polygons: polygons, to_cells; scheme and
  units: scheme, units
- where outputs go: destinations, formats; what none of them replaces: guarded, inputs;
  nothing beside an input: untouched; rows into
  files: sinks; layers as they arrive: loading, dressing, layer_styles; provenance: provenance

What is wrong with what a run was given is refused by a DataError, whose sentence says what it is
and the way out; a run that was stopped ends by Cancelled. Either may come out of nearly everything
in here, so that docstrings do not name them.
"""
