"""Fill the grid with the trajectories, each with its exact number of cells."""

import numpy as np
from landscape import (
    best_cells,
    box_blur,
    cut_up,
    distance_to_line,
    distance_to_shape,
    share_out,
    smooth_noise,
    valleys,
)
from layout import STEPS, VILLAGE_GAP, VILLAGES

FREE = -1
ARABLE, FOREST, GRASS = 1, 2, 3
# Of each kind of shape: the power of its superellipse and how ragged its outline is.
OUTLINES = {"lake": (2, 0.1), "blob": (2, 0.12), "mine": (2.6, 0.08), "estate": (4, 0.06)}


class Plan:
    """A map (rows, columns) of trajectories, as positions in ``names``; FREE where none yet."""

    def __init__(self, cells, shape, seed):
        """Start an empty plan. ``cells`` is {trajectory: number of cells} and fills ``shape``."""
        self.rng = np.random.default_rng(seed)
        self.cells = cells
        self.names = list(cells)
        self.map = np.full(shape, FREE)
        self.row, self.column = np.mgrid[0 : shape[0], 0 : shape[1]].astype(float)
        # Everything drawn by the plan is bent by the same smooth warp, so that lines still meet.
        self.valleys = valleys(self.rng, shape)
        self.x = self.column + 8 * self.noise(130, 2.8)
        self.y = self.row + 8 * self.noise(130, 2.8)
        self.grain = self.noise(40, 2.1)

    def noise(self, scale, slope):
        """Return smooth noise over the grid."""
        return smooth_noise(self.rng, self.map.shape, scale, slope)

    def classes(self):
        """Return the land-use maps (dates, rows, columns), 0 where the plan is free."""
        table = np.vstack([self.names, np.zeros((1, 4), int)])  # FREE, -1, is the last row
        return np.moveaxis(table[self.map], 2, 0).astype(np.uint8)

    def place(self, score, seeds):
        """Give the free cells of the highest ``score`` to the trajectories of ``seeds``.

        ``seeds`` is {trajectory: one or more positions}; cells go to a near one.
        """
        names = list(seeds)
        counts = [self.cells[name] for name in names]
        free = np.flatnonzero(self.map == FREE)
        spot = free[best_cells(score.ravel()[free], sum(counts))]
        labels = np.zeros(spot.size, int)
        if len(names) > 1:
            x, y = self.x.ravel()[spot], self.y.ravel()[spot]
            scores = np.empty((len(names), spot.size))
            for k, places in enumerate(seeds.values()):
                places = places if isinstance(places, list) else [places]
                far = np.minimum.reduce([np.hypot(x - px, y - py) for px, py in places])
                far += 6 * self.noise(40, 2.1).ravel()[spot]
                # Steeper for few cells, so that a small part is a spot inside a large one.
                scores[k] = -far * (1 + np.sqrt(1000 / counts[k]))
            labels = share_out(scores, counts)
        self.map.ravel()[spot] = np.array([self.names.index(name) for name in names])[labels]

    def bent(self, points):
        """Return a polyline of the plan as it lies on the grid, with many points."""
        line = cut_up(points, step=8)
        rows, columns = self.map.shape
        column = np.clip(line[:, 0].round().astype(int), 0, columns - 1)
        row = np.clip(line[:, 1].round().astype(int), 0, rows - 1)
        warp = np.stack([self.x - self.column, self.y - self.row], axis=-1)
        return line - warp[row, column]

    def nearness(self, kind, parts):
        """Return how well each cell lies in the union of ``parts``, which are of one kind."""
        if kind == "lines":
            lines = [self.bent(part) for part in parts]
            return -np.minimum.reduce([distance_to_line(self.map.shape, line) for line in lines])
        power, ragged = OUTLINES[kind]
        distances = [distance_to_shape(self.x, self.y, *part, power) for part in parts]
        score = ragged * self.grain - np.minimum.reduce(distances)
        return score + 0.2 * self.valleys if kind == "lake" else score

    def village_sites(self, count):
        """Return ``count`` random positions (x, y), apart from each other and all else."""
        taken = box_blur((self.map != FREE).astype(float), 7)
        rows, columns = self.map.shape
        sites = []
        while len(sites) < count:
            x, y = self.rng.uniform(10, columns - 10), self.rng.uniform(10, rows - 10)
            near = any(np.hypot(x - sx, y - sy) < VILLAGE_GAP for sx, sy in sites)
            if not near and taken[int(y), int(x)] < 0.02:
                sites.append((x, y))
        return np.array(sites)

    def place_villages(self):
        """Place the rural trajectories, in groups of villages that grow at one side."""
        for trajectories in VILLAGES:
            count = max(trajectories.values())
            sites = self.village_sites(count)
            sizes = np.exp(self.rng.normal(0, 0.3, count))
            angle = self.rng.uniform(0, 2 * np.pi, count)
            side = np.stack([np.cos(angle), np.sin(angle)], axis=1) * sizes[:, None] * 5
            for step, (trajectory, used) in enumerate(trajectories.items()):
                score = np.full(self.map.shape, -np.inf)
                for (x, y), size in list(zip(sites + step * side, sizes))[:used]:
                    far = np.hypot(self.column - x, self.row - y) / size
                    score = np.maximum(score, -far)
                self.place(score + 1.5 * self.grain, {trajectory: (0, 0)})

    def place_countryside(self):
        """Fill what is free with the trajectories of arable land, forest and grass.

        Each class suits its own ground at every date, plus noise that differs by date; then a
        few rounds of drawing each cell to what surrounds it, date by date, leave no crumbs.
        """
        members = [k for k, name in enumerate(self.names) if max(name) <= GRASS]
        counts = [self.cells[self.names[k]] for k in members]
        free = np.flatnonzero(self.map == FREE)
        hills = self.noise(250, 2.2)
        ground = {
            ARABLE: -0.8 * self.valleys - 0.4 * hills,
            FOREST: 0.3 * self.valleys + 0.9 * hills,
            GRASS: 0.8 * self.valleys - 0.2 * hills,
        }
        scores = np.stack([0.8 * self.noise(70, 1.6).ravel()[free] for _ in members])
        for date, codes in enumerate(self.classes()):
            for code, suits in ground.items():
                # Ground beside something that was of a class tends to be of it too.
                halo = box_blur((codes == code).astype(float), 12)
                suits = (0.8 * suits + 0.7 * self.noise(150, 1.7) + 3 * halo).ravel()[free]
                for k, member in enumerate(members):
                    if self.names[member][date] == code:
                        scores[k] += suits
        labels = share_out(scores, counts, sample=7)
        for radius in (1, 1, 1):
            self.map.ravel()[free] = np.array(members)[labels]
            drawn = 0.06 * scores
            for k, member in enumerate(members):
                drawn[k] += box_blur((self.map == member).astype(float), radius).ravel()[free]
            for date, codes in enumerate(self.classes()):
                for code in ground:
                    around = box_blur((codes == code).astype(float), radius).ravel()[free]
                    for k, member in enumerate(members):
                        if self.names[member][date] == code:
                            drawn[k] += around
            labels = share_out(drawn, counts, sweeps=15, sample=7)
        self.map.ravel()[free] = np.array(members)[labels]


def build(cells, shape, seed):
    """Return the land-use maps (dates, rows, columns) that realise ``cells`` exactly."""
    plan = Plan(cells, shape, seed)
    for kind, parts, seeds in STEPS:
        plan.place(plan.nearness(kind, parts), seeds)
    plan.place_villages()
    plan.place_countryside()
    return plan.classes()
