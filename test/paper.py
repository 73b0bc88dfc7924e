"""What the sample must give: the numbers of Yang et al. 2022, and what follows from them."""

from __future__ import annotations

CELL_HA = 0.09
CELLS = 574_770  # 735 x 782, all of them valid
PERIODS = ("1986-2000", "2000-2009", "2009-2018")
SPAN = "1986-2018"

# Per cent of all land by zone: invariant, enhancement, low-carbon, control, unassigned. All but
# the last are printed (section 3.1), in as many digits; unassigned is what is left of 100.
ZONE_SHARES = {
    "1986-2000": ("66.7", "4.1", "6.8", "4.2", "18.2"),
    "2000-2009": ("48.8", "9.69", "14.6", "5.5", "21.4"),
    "2009-2018": ("42.7", "14.8", "15.7", "8.2", "18.6"),
}

# t C, worked out from the trajectories by a program of its own.
LOSSES = {"1986-2000": 206_206.0, "2000-2009": 260_365.5, "2009-2018": 406_152.9, SPAN: 650_851.3}
