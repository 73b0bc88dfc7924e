"""Map sheets; the QGIS layout is created in bridge/map_sheet.

- legend_entries: legend entries, and sources of the maps
- sheet_layout: positions of all parts, round lengths and wrapped texts
"""
