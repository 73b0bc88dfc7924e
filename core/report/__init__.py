"""HTML report pages, each a single file that opens offline, for the study and other algorithms.

- page: sections, tables and charts as plain data, and rendering of the file
- plotly_figures: plain data for plotly.js, number formats, labels and axes of years;
  horizontal_bars: horizontal bars and tornado charts; line_charts: lines, markers and
  waterfall charts; sankey, chord_diagram: flows; heatmaps: class-by-class matrices
- report_maps: static maps with a scale bar; interactive_map: map to pan, zoom and click
- results_page: page of the results of a run, with checks, sources, and files by size
  and checksum
- change_sections: sections on areas and transfers shared by several pages, and stacked
  bar charts; coefficient_table: tables of the coefficients and zones used
- core/study/page: order of the sections on the study page
- section_sheet: sections as a sheet of a workbook
"""
