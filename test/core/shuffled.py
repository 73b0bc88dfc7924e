"""The shuffled order of a grid's cells worked out in plain whole numbers, one cell at a time."""

from math import isqrt

WORD = 2**64


def mixed(word: int) -> int:
    """The finish of splitmix64, as Steele, Lea and Flood give it."""
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) % WORD
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) % WORD
    return word ^ (word >> 31)


def place_of(number: int, size: int, seed: int, use: int = 0) -> int:
    """Where a number stands in the order of a seed."""
    low_base = isqrt(size - 1) + 1
    high_base = (size + low_base - 1) // low_base
    start = mixed(seed) + use * 1024 * 0x9E3779B97F4A7C15
    keys = [mixed((start + n * 0x9E3779B97F4A7C15) % WORD) for n in range(1, 25)]
    while True:
        high, low = divmod(number, low_base)
        for turn, key in enumerate(keys):
            if turn % 2 == 0:
                high = (high + mixed((low + key) % WORD)) % high_base
            else:
                low = (low + mixed((high + key) % WORD)) % low_base
        number = high * low_base + low
        if number < size:
            return number


def first_cells(strata: list[list], wanted: dict, seed: int) -> set[tuple[int, int]]:
    """Row and column of the first cells of each stratum in the order.

    Args:
        strata: by row, the stratum of each cell, or None.
        wanted: how many of each.
    """
    height, width = len(strata), len(strata[0])
    order = sorted(range(height * width), key=lambda number: place_of(number, height * width, seed))
    left, found = dict(wanted), set()
    for number in order:
        row, column = divmod(number, width)
        stratum = strata[row][column]
        if left.get(stratum, 0):
            left[stratum] -= 1
            found.add((row, column))
    return found


def chi_square_is_usual(observed: float, freedom: int, deviations: float = 4.0) -> bool:
    """Whether a chi-square number is neither too large nor too small, by Wilson and Hilferty."""
    spread = 2 / (9 * freedom)
    normal = ((observed / freedom) ** (1 / 3) - (1 - spread)) / spread**0.5
    return abs(normal) < deviations
