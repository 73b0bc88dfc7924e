"""The one pass over the cells of all dates, and the count that comes of it."""
