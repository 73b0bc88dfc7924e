"""The benchmarks of `make bench`: what Carbon Zones takes beside what it cannot do without.

Nothing here is part of the plugin, and of the plugin it uses what opens rasters and counts them,
the algorithms, and no more.
"""
