"""The whole study: zones, losses, change and the ledger of one count, as a page and a workbook.

- every result, from the subject that makes it, and what takes part in the pass: study
- PRIORITIES, where to begin, with mined land by squares where there are no units: priorities (what
  land would hold that came back is core/ledger/results)
- which mined land is idle, recent or undated, its raster, and what it would take up: idle_land
- IDLE_AREAS, connected idle land, as rows, points and outlines: idle_areas
- the page: its order (SECTIONS), what of it is open on arrival, the numbers on its tiles, and the
  sections on units, unassigned land and mined land's carbon: page
- the five sentences that the page opens with, and the section In short: key_findings
- the sections on reclamation priorities and idle areas, and their two answers of the opening:
  priority_section; their maps, and names and edges of units on any map: priority_maps
- the sections on land use, change, zones, trajectories and the method: land_sections
- the sections on carbon losses and on taken land: losses_section
- the workbook, with the sheets of its summary, matrices and densities: workbook
"""
