"""A raster file and its cells: read, aligned, measured, written."""
