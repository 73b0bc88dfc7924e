"""Computation of Carbon Zones, with numpy and GDAL only; never imports qgis."""
