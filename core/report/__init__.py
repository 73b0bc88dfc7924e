"""What pages are made of: one HTML file that opens offline, for the study and other algorithms.

- sections, tables and charts as plain data, and from these to the file: page
- figures as plain data for plotly.js, with numbers as people read them, names beside charts and
  axes of years: plotly_figures; lying bars and tornados: horizontal_bars; lines, marks and
  waterfalls: line_charts; flows: sankey, chord_diagram; squares of classes by classes: heatmaps
- small maps and their scale bar: report_maps; the map to move, zoom and click on: interactive_map
- the page of a run's results, with proof and sources, files by size and checksum: results_page
- sections that several pages have, on areas and transfers, and charts of stacked bars:
  change_sections; tables of what results go by: coefficient_table
- which section stands where on the study's page: core/study/page
- sections as a sheet of a workbook: section_sheet
"""
