"""The real application on a virtual screen, for the window tests and the manual's pictures.

start.py starts it and waits, listen.py and inside.py run in it, and the other files are what it
does there.
"""
