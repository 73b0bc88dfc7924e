"""The real application on a virtual screen, for the window tests and the manual's pictures.

start.py starts it and waits; listen.py, inside.py and driver.py run in it, with the steps that
start.py was given and desk.py, which they share.
"""
