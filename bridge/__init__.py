"""What stands between QGIS and plain values: parameters, layers, tables, sinks, loading.

- an algorithm's course, and the one place that turns errors into QGIS's: algorithm; the shapes of
  algorithms: dated (pairs, series, one map); the run at work, all that it writes and
  says: run
- parameters understood: values; asked for by name, and called by their labels: run_parameters;
  made from their dictionary:
  declared; their widgets in a dialog: dialog; the product that it shows first: product
- rasters: layers; tables: tables; polygons: polygons, to_cells; scheme and
  units: scheme, units
- where outputs go: destinations; what none of them replaces, and nothing beside an input:
  guarded; rows into files: sinks; layers as they arrive: loading, dressing; provenance: provenance

What is wrong with what a run was given is refused by a DataError, whose sentence says what it is
and the way out; a run that was stopped ends by Cancelled. Either may come out of nearly everything
in here, so that docstrings do not name them.
"""
