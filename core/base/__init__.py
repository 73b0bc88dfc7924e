"""The ground: what every room stands on and that knows nothing of rasters.

Errors and notices as sentences with their values apart (messages), the data dictionary of all
columns (data_dictionary), tables by column (table), dates and periods (dates), numbers and lists as
people read and write them, and their classes (numbers), colours (colours), draws and orders that
follow from a seed alone (random_draws), files, the plugin's own, and what results were made from
(files), outputs that appear whole or not at all (drafts).
"""
