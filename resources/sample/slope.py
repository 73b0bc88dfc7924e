"""The made-up slope of the sample: a raster of five classes on cells of 90 m.

The limits are those of China's land surveys. Its cells are three of the maps' wide and high, so
that a program has to bring them onto the maps' own.
"""

import numpy as np
from landscape import smooth_noise
from rasters import CELL_M, origin, write_classes

STEP = 3  # cells of the maps
RELIEF_M = 150.0  # standard deviation of the heights
# Lower limit in degrees, name and colour by class value.
CLASSES = {
    1: (0, "0-2°", (237, 248, 233)),
    2: (2, "2-6°", (186, 228, 179)),
    3: (6, "6-15°", (116, 196, 118)),
    4: (15, "15-25°", (49, 163, 84)),
    5: (25, "25-90°", (0, 109, 44)),
}


def write_slope(path, shape, seed):
    """Write the slope of made-up heights over a grid of ``shape`` (rows, columns) at ``path``."""
    coarse = tuple(-(-size // STEP) for size in shape)
    heights = RELIEF_M * smooth_noise(np.random.default_rng(seed), coarse, 60, 2.6)
    steepness = np.degrees(np.arctan(np.hypot(*np.gradient(heights, STEP * CELL_M))))
    limits = [limit for limit, _, _ in CLASSES.values()]
    codes = np.digitize(steepness, limits).astype(np.uint8)
    classes = {code: (name, colour) for code, (_, name, colour) in CLASSES.items()}
    title = "SYNTHETIC slope"
    description = f"{title}: classes of a made-up relief; not a map of the real place"
    write_classes(path, codes, classes, STEP * CELL_M, origin(shape), title, description)
