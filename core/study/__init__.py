"""Complete study: zones, losses, change and carbon ledger from one count, as a page and a workbook.

- study: all results, obtained from the modules of each subject, and the consumers of
  the pass
- priorities: PRIORITIES, the ranking of reclamation, with mined land by squares if
  there are no units (the potential stock of reclaimed land is in core/ledger/results)
- idle_land: classification of mined land as idle, recent or undated, its raster, and
  its carbon uptake
- idle_areas: IDLE_AREAS, connected idle land, as rows, points and outlines
- page: the page with its order (SECTIONS), initially open sections and key figures, and
  the sections on units, unassigned land and the carbon of mined land
- key_findings: the five opening sentences of the page, and its summary section
- priority_section: the sections on reclamation priorities and idle areas, and their two
  opening answers; priority_maps: their maps, and names and edges of units on any map
- land_sections: the sections on land use, change, zones, trajectories and the method
- losses_section: the sections on carbon losses and on disturbed land
- workbook: the workbook, with the sheets of its summary, matrices and densities
"""
