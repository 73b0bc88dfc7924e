"""The ground: what every room stands on and that knows nothing of rasters.

Errors and notices as sentences with their values apart (messages), the data dictionary of all
columns (columns), tables by column (table), dates and periods (dates), numbers, their classes,
colours and lists as people read and write them (numbers, breaks, colours), draws and orders
that follow from a seed alone (sampling), files and their drafts (files, drafts,
paths), and what results were made from (provenance).
"""
