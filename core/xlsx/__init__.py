"""Excel workbooks of our own making, after ECMA-376: sheets (worksheet), how cells look
(cell_styles), charts (charts), the file (workbook).
"""
