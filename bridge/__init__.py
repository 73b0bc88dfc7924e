"""What stands between QGIS and plain values: parameters, layers, tables, sinks, loading.

- an algorithm's course, and the one place that turns errors into QGIS's: algorithm; the shapes of
  algorithms: pair, series, dated, one_map; the run at work, all that it writes: run, closing
- parameters understood: values; asked for by name: run_parameters; wrong or useless ones: checks
- rasters: layers; tables: tables, encoding; polygons: polygons, to_cells; scheme and units: scheme,
  units, unit_layer
- where outputs go: destinations, formats; what none of them replaces: guarded, inputs; rows into
  files: sinks; layers as they arrive: loading, dressing, layer_styles; provenance: provenance
- what a dialog shows at first: presets; parameters' names in sentences: labels
"""
