"""What stands between QGIS and plain values: parameters, layers, tables, sinks, loading."""
