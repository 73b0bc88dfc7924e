"""Basic modules of the core, independent of rasters.

- messages: errors and notices as templates with values
- data_dictionary: definitions of all table columns; table: tables by column
- dates: dates and periods
- numbers: parsing and formatting of numbers and lists, and class breaks
- colours: colours
- random_draws: random draws and orders reproducible from a seed
- files: files of the plugin, and provenance of results
- drafts: outputs that are written completely or not at all
"""
