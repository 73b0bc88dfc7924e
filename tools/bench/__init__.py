"""Benchmarks of `make bench`: run times of Carbon Zones relative to the minimum work.

They are not part of the plugin, and use only its algorithms and its functions that open and count
rasters.
"""
