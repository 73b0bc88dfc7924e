"""Tools to lay out a landscape: noise, valleys, shapes, and sharing out cells in exact numbers."""

import heapq

import numpy as np


def smooth_noise(rng, shape, scale, slope):
    """Return smooth random noise of mean 0 and standard deviation 1, as a grid of ``shape``.

    ``scale`` is the size in cells of its largest features; a larger ``slope`` makes it smoother.
    """
    padded = (shape[0] + int(scale), shape[1] + int(scale))  # the transform wraps round
    spectrum = np.fft.rfft2(rng.standard_normal(padded))
    frequency = np.hypot(np.fft.fftfreq(padded[0])[:, None], np.fft.rfftfreq(padded[1])[None, :])
    spectrum *= (frequency**2 + scale**-2.0) ** (-slope / 2)
    return standardised(np.fft.irfft2(spectrum, padded)[: shape[0], : shape[1]])


def standardised(grid):
    """Return ``grid`` shifted and scaled to mean 0 and standard deviation 1."""
    return (grid - grid.mean()) / grid.std()


def box_blur(grid, radius):
    """Return the mean over squares of ``2 * radius + 1`` cells, twice over; edges repeated."""
    width = 2 * radius + 1
    for axis in (0, 1, 0, 1):
        pad = [(0, 0), (0, 0)]
        pad[axis] = (radius + 1, radius)
        sums = np.cumsum(np.pad(grid, pad, mode="edge"), axis=axis)
        before, after = np.arange(grid.shape[axis]), np.arange(grid.shape[axis]) + width
        grid = (sums.take(after, axis) - sums.take(before, axis)) / width
    return grid


def drainage(height):
    """Return how many cells drain through each cell of a terrain of ``height`` (any unit).

    Streams are grown from the rim of the grid upwards, always on at the lowest cell reached,
    so that every hollow drains.
    """
    rows, columns = height.shape
    wide = columns + 2
    level = np.pad(height, 1).ravel().tolist()
    seen = np.pad(np.zeros(height.shape, bool), 1, constant_values=True).ravel().tolist()
    cells = np.arange((rows + 2) * wide).reshape(rows + 2, wide)[1:-1, 1:-1]
    rim = np.unique(np.concatenate([cells[0], cells[-1], cells[:, 0], cells[:, -1]])).tolist()
    for cell in rim:
        seen[cell] = True
    front = [(level[cell], cell) for cell in rim]
    heapq.heapify(front)
    outlet, reached = {}, []
    steps = (-1, 1, -wide, wide, -wide - 1, -wide + 1, wide - 1, wide + 1)
    while front:
        _, cell = heapq.heappop(front)
        reached.append(cell)
        for neighbour in (cell + step for step in steps):
            if not seen[neighbour]:
                seen[neighbour] = True
                outlet[neighbour] = cell
                heapq.heappush(front, (level[neighbour], neighbour))
    flow = [1] * len(level)
    for cell in reversed(reached):
        if cell in outlet:
            flow[outlet[cell]] += flow[cell]
    return np.array(flow).reshape(rows + 2, wide)[1:-1, 1:-1]


def valleys(rng, shape):
    """Return how much of a gully or valley each cell lies in, mean 0 and standard deviation 1."""
    half = (shape[0] // 2 + 1, shape[1] // 2 + 1)  # drawn at half size, for speed
    streams = np.log2(drainage(smooth_noise(rng, half, 150, 1.9)))
    streams = np.kron(streams, np.ones((2, 2)))[: shape[0], : shape[1]]
    return standardised(box_blur(streams, 1) + box_blur(streams, 4))


def distance_to_line(shape, points, reach=12):
    """Return the distance in cells of a grid to a polyline of (column, row) ``points``.

    It is infinite beyond ``reach``.
    """
    nearest = np.full(shape, np.inf)
    for start, end in zip(points[:-1], points[1:]):
        first = np.maximum(np.floor(np.minimum(start, end)) - reach, 0).astype(int)
        last = np.maximum(np.ceil(np.maximum(start, end)) + reach, 0).astype(int)
        window = (slice(first[1], last[1]), slice(first[0], last[0]))
        if nearest[window].size == 0:
            continue  # off the grid
        height, width = nearest[window].shape
        y, x = np.mgrid[first[1] : first[1] + height, first[0] : first[0] + width]
        dx, dy = end - start
        along = ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)
        along = np.clip(along, 0, 1)
        distance = np.hypot(x - start[0] - along * dx, y - start[1] - along * dy)
        nearest[window] = np.minimum(nearest[window], distance)
    return nearest


def cut_up(points, step):
    """Return the points of a polyline, with more between them every ``step`` cells or less."""
    parts = [np.array(points[:1], float)]
    for start, end in zip(points[:-1], points[1:]):
        pieces = int(np.ceil(np.hypot(end[0] - start[0], end[1] - start[1]) / step))
        share = np.linspace(0, 1, pieces + 1)[1:, None]
        parts.append(np.array(start) + share * (np.array(end) - start))
    return np.concatenate(parts)


def distance_to_shape(x, y, centre, half_length, half_width, degrees, power):
    """Return how far out every (x, y) lies in a turned superellipse: 0 at its centre, 1 on it.

    ``power`` 2 is an ellipse; more is nearer a rectangle.
    """
    turn = np.radians(degrees)
    dx, dy = x - centre[0], y - centre[1]
    along = np.abs(dx * np.cos(turn) + dy * np.sin(turn)) / half_length
    across = np.abs(dy * np.cos(turn) - dx * np.sin(turn)) / half_width
    return (along**power + across**power) ** (1 / power)


def best_cells(scores, count):
    """Return the indices of the ``count`` highest scores, equal ones in order of position."""
    return np.argsort(-scores, kind="stable")[:count]


def balance_prices(scores, shares, prices, sweeps):
    """Move ``prices`` (labels) until label k is the best buy for ``shares[k]`` of the cells.

    ``scores`` is (labels, cells), ``shares`` sums to 1. Each step sets one price so that its
    label gets its share against the others as they stand, as in an auction.
    """
    size = scores.shape[1]
    values = scores - prices[:, None]
    for _ in range(sweeps):
        for k, share in enumerate(shares):
            values[k] = -np.inf
            margins = scores[k] - values.max(axis=0)
            place = min(max(size - round(share * size), 0), size - 1)
            prices[k] = np.partition(margins, place)[place]
            values[k] = scores[k] - prices[k]


def share_out(scores, counts, sweeps=40, sample=1):
    """Return a label for every cell such that label k has exactly ``counts[k]`` cells.

    ``scores`` is (labels, cells), high where the label suits the cell. Prices that balance the
    demand are found on every ``sample``-th cell; then the labels pick their cells one by one.
    """
    counts = np.asarray(counts)
    size = scores.shape[1]
    prices = np.zeros(len(counts))
    balance_prices(scores[:, ::sample], counts / size, prices, sweeps)
    if sample > 1:
        balance_prices(scores, counts / size, prices, 2)
    values = scores - prices[:, None]
    labels = np.empty(size, int)
    free = np.arange(size)
    order = np.argsort(counts, kind="stable")
    for step, k in enumerate(order[:-1]):
        rivals = values[order[step + 1 :]][:, free].max(axis=0)
        chosen = best_cells(values[k, free] - rivals, counts[k])
        labels[free[chosen]] = k
        free = np.delete(free, chosen)
    labels[free] = order[-1]
    return labels
