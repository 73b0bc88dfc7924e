"""How parameters look in a dialog: choices in words, on QGIS's own widgets."""
