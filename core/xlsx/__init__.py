"""Excel workbooks of our own making, after ECMA-376: sheets, cell styles, the file."""
