"""The map sheet: what its legend lists (entries), and where each part stands (plan).

Round lengths for scale bar and graticule: scale; texts that fit a width: lines; what a map says of
its making: origin. As a QGIS layout it is drawn in bridge/map_sheet.
"""
