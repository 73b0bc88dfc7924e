"""What stands between QGIS and plain values: parameters, layers, tables, sinks, loading.

- an algorithm's course, and the one place that turns errors into QGIS's: algorithm; what those on
  dated rasters share: dated_algorithm; the run at work, all that it writes and says: run_context
- parameters, understood, asked for by name and called by their labels: parameters; made from their
  dictionary: parameter_dictionary; their widgets in a dialog: dialog; the product that it shows
  first: legend_guess
- rasters: layers; those of years: change_years; tables: tables; polygons and units: polygons,
  reprojection; all that a run on dated rasters was given, and its scheme: scheme
- where outputs go: destinations; what none of them replaces, and nothing beside an input:
  overwrite_protection; rows into files: table_sinks; layers as they arrive: loading,
  layer_appearance; where results come from: provenance
- what single subjects need: subjects; the sheet of maps: map_sheet

What is wrong with what a run was given is refused by a DataError, whose sentence says what it is
and the way out; a run that was stopped ends by Cancelled. Either may come out of nearly everything
in here, so that docstrings do not name them.
"""
