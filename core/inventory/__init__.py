"""The land matrix of a greenhouse gas inventory: UNFCCC tables 4.1 and 4.A to 4.F.

- the six IPCC categories and their classes: categories
- annual area and carbon by trajectory, LAND_MATRIX, CATEGORY_TABLE and consistency
  checks: inventory
- UNCERTAINTY: uncertainty
- the opening answers of the page, also in the log, and the key figures of a run:
  answers
- the page, and the workbook in the layout of the form, with its notation keys: page
"""
