"""Writer for Excel workbooks (ECMA-376).

- worksheet: sheets
- cell_styles: cell formats
- charts: charts
- workbook: the file
"""
