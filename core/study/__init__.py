"""The whole study: zones, losses, change and the ledger of one count, as a page and a workbook.

- every result, from the subject that makes it: study; what takes part in the pass: study_consumers
- what orders the page: SECTIONS in order; the page of them: page; its first words: story_section;
  the numbers on its tiles: key_figures
- the workbook, its sheets and matrices: workbook, study_tables
- sections that only the study has: damage, land, losses, method, mine_carbon, trajectories,
  unassigned, units, zones (each *_section), and zone_maps
"""
