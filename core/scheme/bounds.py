"""What the numbers of tables lie between: beyond it they are slips of the pen, or of the unit.

Each is far beyond all that is measured, so that no honest number is refused, and far below where
sums and squares of a run lose digits or overflow. They are handed to Row.real as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

Bounds = Mapping[str, float]

# Half-widths in % of a coefficient, a factor or a quantity: a hundred times the number itself.
HALF_WIDTH_PCT: Bounds = {"least": 0, "most": 1e4}
# Those of an area: one of a few cells may be off by as much as a map of millions of them holds.
AREA_HALF_WIDTH_PCT: Bounds = {"least": 0, "most": 1e9}

# Twice the surface of the Earth, 5.1e10 ha.
HECTARES: Bounds = {"least": 0, "most": 1e11}
CELLS: Bounds = {"least": 0, "most": 1e15}
SAMPLES: Bounds = {"least": 1, "most": 1e9}

# t C: all soils and plants of the world hold 3e12.
CARBON: Bounds = {"least": -1e15, "most": 1e15}
CARBON_STOCK: Bounds = {"least": 0, "most": 1e15}

# Half-lives and the times of curves, in years: what takes less than a third of a day is over at
# once, for which tables have words of their own (no half-life, the curve `instant`).
YEARS: Bounds = {"least": 1e-3, "most": 1e6}
AGE: Bounds = {"least": 0, "most": 1e6}
# A fraction that a curve reaches. Of less the rate would have no digits.
REACHED: Bounds = {"least": 1e-3, "below": 1}
# The power of a curve of Chapman and Richards, which is 1 to 5 of stands of trees.
POWER: Bounds = {"least": 0.01, "most": 1e3}

# What a mine does or has in a year, in t, l, MWh or m3: all mines of the world together dig some
# 1e10 t of coal.
QUANTITY: Bounds = {"least": 0, "most": 1e12}
# t of gas from a unit of a source: a t of carbon gives 3.7 t CO2 when it burns.
LARGEST_FACTOR = 100.0
# kg in a litre of fuel: 0.84 of diesel, 0.74 of gasoline.
FUEL_DENSITY: Bounds = {"least": 0.5, "most": 1.5}
# t CO2 per MWh of a grid: that of old lignite alone has 1.5.
GRID_FACTOR: Bounds = {"least": 0, "most": 10}
# Hectares that 10,000 t of coal take: one for each of them.
HECTARES_PER_10KT: Bounds = {"least": 0, "most": 1e4}
MULTIPLIER: Bounds = {"least": 0, "most": 1e6}
