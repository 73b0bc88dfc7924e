"""The map sheet: what its legend lists and what its maps say of their making (entries), and where
each part stands, with round lengths and texts that fit a width (plan). As a QGIS layout it is drawn
in bridge/map_sheet.
"""
