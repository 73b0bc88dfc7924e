"""QGIS on a virtual screen, for window tests and the manual's pictures.

start.py starts QGIS and waits; listen.py, inside.py and driver.py run in QGIS, with the steps
passed to start.py and desk.py, which they share.
"""
