"""The science of Carbon Zones: numpy and GDAL only, never a qgis import."""
