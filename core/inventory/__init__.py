"""The land matrix of a greenhouse gas inventory: UNFCCC's tables 4.1 and 4.A to 4.F.

- IPCC's six categories, and which class is which: categories
- hectares and carbon of each year by trajectory, LAND_MATRIX, CATEGORY_TABLE and checks: inventory
- UNCERTAINTY: uncertainty
- what the page opens with, which the log has too, and the numbers of a run: answers
- the page, and the workbook in the layout of the form, with its notation keys: page
"""
