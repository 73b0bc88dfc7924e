"""The map sheet: what its legend lists and what its maps say of their making (legend_entries), and
where each part stands, with round lengths and texts that fit a width (sheet_layout). As a QGIS
layout it is drawn in bridge/map_sheet.
"""
