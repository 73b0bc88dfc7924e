"""The map sheet as a QGIS layout: run, layers and export; maps and graticule; legends and items."""
