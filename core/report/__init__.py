"""What pages are made of: one HTML file that opens offline, for the study and other algorithms.

- sections, tables, charts as plain data: parts; from these to the file: page
- numbers as people read them: rounding; names beside charts: labels
- charts: charts, lying (bars), lines (and marks); of many dates: years; flows: sankey, chord,
  squares (heat map), on flows; figures as plain data for plotly.js: figures; small maps and their
  scale bar: maps
- the page of a run's results, with proof and sources: results_page; other sections that several
  pages have: transfer_section, coefficients, shares
- which section stands where on the study's page: core/study/page
- sections as a sheet of a workbook: section_sheet; files by size and checksum: provenance
"""
