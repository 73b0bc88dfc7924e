"""The land matrix of a greenhouse gas inventory: UNFCCC's tables 4.1 and 4.A to 4.F.

- IPCC's six categories, and which class is which: categories
- the hectares and carbon of each year by trajectory (IPCC 2006, volume 4, equation 2.25),
  LAND_MATRIX, CATEGORY_TABLE, their checks, notes, and the columns of units: inventory
- the tables of the form with its notation keys, and their sheets: form
- the page and the workbook: page
"""
