"""Map sheet as a QGIS layout: run, layers, export, maps, graticule, legends and items."""
