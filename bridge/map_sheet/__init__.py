"""The map sheet as a QGIS layout: layers, legend, items, graticule, overlays, export."""
