"""The whole study: zones, losses, change and the ledger of one count, as a page and a workbook.

- every result, from the subject that makes it: study, with what takes part in the pass
- PRIORITIES, where to begin: priorities (what land would hold that came back is
  core/ledger/potential), with mined land by squares where there are no units
- the page, what orders it (SECTIONS), what of it is open on arrival, and the numbers on its tiles:
  page; the five sentences that it opens with: opening; In short: story_section
- the workbook, its sheets and matrices: workbook, with summary_sheet and density_sheet
- sections that only the study has: land_section, losses_section (and taken land), priority_section,
  units_section, zones_section (and trajectories), land_section (and the method);
  short ones, of unassigned
  land and of mined land's carbon: page
"""
