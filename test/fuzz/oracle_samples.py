"""What a drawn sample must be like, found another way: point by point, by plain loops over the map,
with the order of the cells in plain whole numbers."""

from collections import Counter
from collections.abc import Callable
from math import ceil, isclose, sqrt
from pathlib import Path

from osgeo import ogr

from carbon_zones.test.core.shuffled import place_of
from carbon_zones.test.helpers import read_csv

from .cases_samples import STRATUM_OF
from .oracle import Cell, cells_of

RELATIVE = 1e-6
# Of 100 points of strata by what became of the land, where none are asked for.
PARTS = {"taken": 25, "given back": 2, "buffer": 28, "other change": 5}


class _Map:
    """Classes of the map by name, and what the sample's parameters say of them."""

    def __init__(self, run):
        given, self.grid = run.parameters, run.case.dates[0].grid
        self.cells = {place: cell for place, cell in cells_of(run.case).items() if cell.land}
        self.design, self.allocation = given["DESIGN"], given["ALLOCATION"]
        self.by_change = self.design == "stratified" and (
            given.get("STRATA_BY") == "taken" or "BUFFER" in given
        )
        self.strata = {place: _name(cell) for place, cell in self.cells.items()}
        if self.is_known:
            self._change(given)
        self.held = Counter(self.strata.values())
        self.area: Counter = Counter()
        for place, cell in self.cells.items():
            self.area[self.strata[place]] += cell.hectares
        self.total = sum(self.area.values())
        text = given.get("EXPECTED_UA", "")
        told = dict(part.split("=") for part in text.split(",") if "=" in part)
        usual = 0.8 if told or not text else float(text)
        of_value = {str(cell.value): _name(cell) for cell in self.cells.values()}
        of_class = {of_value[value]: float(number) for value, number in told.items()}
        right: Counter = Counter()
        for place, cell in self.cells.items():
            right[self.strata[place]] += of_class.get(_name(cell), usual)
        self.expected = {name: right[name] / cells for name, cells in self.held.items()}
        least = given["MIN_PER_CLASS"] if self.needs_floors else 0
        self.floors = dict.fromkeys(self.held, least)
        if self.design == "stratified":
            self.floors |= self._own_floors(given.get("MIN_PER_STRATUM", ""))
        by_taken = self.is_known and given.get("STRATA_BY") == "taken"
        self.is_proposed = (
            by_taken and self.allocation == "proportional" and not given.get("MIN_PER_STRATUM")
        )
        if self.is_proposed:
            self.floors = {n: 20 if _kind(n) in ("taken", "given back") else 2 for n in self.held}
        self.floors = {name: min(self.floors[name], cells) for name, cells in self.held.items()}

    @property
    def is_known(self) -> bool:
        """Whether strata by what became of the land can be told, where they are wanted."""
        kinds = {STRATUM_OF.get(name) for name in map(_name, self.cells.values())}
        return self.by_change and None not in kinds and any("taken" in kind for kind in kinds)

    def _change(self, given: dict) -> None:
        """Strata by what became of the land, by a look about each cell of stable land."""
        change = {place: STRATUM_OF[name] for place, name in self.strata.items()}
        taken = [place for place, kind in change.items() if "taken" in kind]
        if given.get("STRATA_BY") == "taken":
            self.strata = {place: kind.casefold() for place, kind in change.items()}
        reach = given.get("BUFFER")
        # One beyond all measure is refused.
        for row, column in taken if reach and 0 < reach <= 100 else ():
            for down in range(row - reach, row + reach + 1):
                for across in range(column - reach, column + reach + 1):
                    if change.get((down, across)) == "stable":
                        self.strata[down, across] = "buffer"

    def _own_floors(self, text: str) -> dict[str, int]:
        """The points that MIN_PER_STRATUM asks for; the larger number where two are for one."""
        floors: dict = {}
        for part in text.split(",") if text else ():
            asked, number = part.casefold().rsplit("=", 1)
            for name in self.held:
                if asked in (name, name.partition(": ")[0]):
                    # What is no number is refused.
                    points = int(number) if number.strip().isdigit() else 0
                    floors[name] = max(floors.get(name, 0), points)
        return floors

    @property
    def needs_floors(self) -> bool:
        return self.design == "stratified" and self.allocation == "good_practice"

    def claim(self, name: str) -> float:
        if self.is_proposed:
            alike = [other for other in self.held if _kind(other) == _kind(name)]
            # A buffer is stable land.
            rest = 40 if "buffer" in self.held else 40 + 28
            part = {**PARTS, "stable": rest}[_kind(name)]
            if {"other change", "stable"} <= set(self.held):
                area = self.area["other change"] + self.area["stable"]
                other = max(5, (5 + rest) * self.area["other change"] / area)
                part = {"other change": other, "stable": max(5, 5 + rest - other)}.get(name, part)
            return part / len(alike)
        if self.allocation == "equal":
            return 1.0
        expected = self.expected[name]
        spread = sqrt(expected * (1 - expected)) if self.allocation == "neyman" else 1.0
        return self.area[name] * spread

    def sizes(self, given: dict) -> set[int]:
        """How many points there may be: two numbers where it is a matter of rounding."""
        found = {given.get("SIZE")}
        if "SIZE" not in given:
            error = given.get("TARGET_SE", 1.0) / 100
            shares = [(self.area[name] / self.total, u) for name, u in self.expected.items()]
            mean = sum(w * u for w, u in shares)
            size = mean * (1 - mean) / error**2
            if self.design == "stratified":
                size = (sum(w * sqrt(u * (1 - u)) for w, u in shares) / error) ** 2
            found = {max(1, ceil(size * (1 + slip))) for slip in (-RELATIVE, RELATIVE)}
            found = {max(size, sum(self.floors.values())) for size in found}
        if self.is_proposed:
            found = {max(size, sum(self.floors.values())) for size in found}
        return {min(size, len(self.cells)) for size in found}


def _kind(stratum: str) -> str:
    return stratum.partition(": ")[0]


def _name(cell: Cell) -> str:
    return cell.land.name.casefold()


def refusals_of_design(run) -> list[tuple]:
    """Words for which a sample must be refused."""
    given, land = run.parameters, _Map(run)
    if land.by_change and not land.is_known:
        kinds = [("no disturbed carbon sinks",), ("raster of conversions or zones",)]
        return [*kinds, ("not recognised; set CLASSES or SCHEME",)]
    if land.is_proposed:
        return []
    if "SIZE" in given and given["SIZE"] < sum(land.floors.values()):
        return [("SIZE", "MIN_PER_", f"{sum(land.floors.values()):,}")]
    return []


def fault_of_points(run, folder: Path, call: Callable) -> str:
    """What is wrong with the points of a run, and with those of a larger sample."""
    land, given = _Map(run), run.parameters
    points = _points(given["SAMPLE"])
    wrong = _of_each(land, points) or _of_all(land, given, points)
    if not wrong and "STRATA" in given:
        wrong = _of_strata(land, points, read_csv(given["STRATA"]))
    if wrong or land.design == "systematic":
        return wrong
    more = {**given, "SIZE": len(points) + 1 + given["SEED"] % 50}
    more["SAMPLE"] = str(folder / "out" / "more.gpkg")
    more = {name: value for name, value in more.items() if name not in ("TARGET_SE", "STRATA")}
    call(run.algorithm, **more)
    lost = {(p["x"], p["y"]) for p in points} - {(p["x"], p["y"]) for p in _points(more["SAMPLE"])}
    return f"{len(lost)} points are lost in a sample of {more['SIZE']}" if lost else ""


def _points(path: str) -> list[dict]:
    """The features of a layer, in their order, with the place of each."""
    with ogr.Open(path) as dataset:
        layer = dataset.GetLayer(0)
        names = [field.name for field in layer.schema]
        found = []
        for feature in layer:
            place = feature.GetGeometryRef()
            row = {name: feature.GetField(name) for name in names}
            found.append({**row, "place": (place.GetX(), place.GetY())})
        return found


def _of_each(land: _Map, points: list[dict]) -> str:
    x, dx, _, y, _, dy = land.grid.transform
    numbers: dict = {}
    for number, point in enumerate(points, 1):
        column, row = int((point["x"] - x) // dx), int((point["y"] - y) // dy)
        centre = (x + (column + 0.5) * dx, y + (row + 0.5) * dy)
        cell = point["cell"] = (row, column)
        if cell not in land.cells:
            return f"point {number} lies in {cell}, which does not count"
        name, stratum = _name(land.cells[cell]), land.strata[cell]
        is_stratified = land.design == "stratified"
        weight = land.area[stratum] / land.total if is_stratified else 1.0
        value = land.cells[cell].land.value
        told = (point["map_class"].casefold(), point["map_value"], point["stratum"])
        own = value if is_stratified else None
        if land.by_change:
            # A number for each stratum.
            own = numbers.setdefault(stratum, point["stratum"])
        if told != (name, value, own) or len(set(numbers.values())) < len(numbers):
            return f"point {number} in {cell} says {told}"
        if point["id"] != number or point["label"] is not None:
            return f"point {number} is {point}"
        if point["place"] != (point["x"], point["y"]) or not _close(point["weight"], weight):
            return f"point {number} is {point}"
        of_stratum = (point["stratum_name"], point["stratum_cells"], point["stratum_ha"])
        if not is_stratified and set(of_stratum) != {None}:
            return f"point {number} is of the stratum {of_stratum}"
        if is_stratified and (
            (of_stratum[0].casefold(), of_stratum[1]) != (stratum, land.held[stratum])
            or not _close(of_stratum[2], land.area[stratum])
        ):
            return f"point {number} is of the stratum {of_stratum}"
        if max(abs(a - b) / size for a, b, size in zip(centre, point["place"], (dx, -dy))) > 1e-4:
            return f"point {number} is not in the middle of {cell}"
    if len({point["cell"] for point in points}) < len(points):
        return "two points in one cell"
    return ""


def _of_all(land: _Map, given: dict, points: list[dict]) -> str:
    cells = {point["cell"] for point in points}
    if land.design == "systematic":
        rows, columns = ({cell[axis] for cell in cells} for axis in (0, 1))
        lines = {(row, column) for row in rows for column in columns}
        return "" if lines & set(land.cells) == cells else "points are not all on the lines"
    if len(points) not in land.sizes(given):
        return f"{len(points)} points instead of {land.sizes(given)}"
    has = Counter(land.strata[cell] for cell in cells)
    if land.design == "stratified":
        for name, cells_of_class in land.held.items():
            if not land.floors[name] <= has[name] <= cells_of_class:
                return f"{has[name]} points in {name}"
        taken = [(has[n] - 0.5) / land.claim(n) for n in has if has[n] > land.floors[n]]
        to_come = [(has[n] + 0.5) / land.claim(n) for n in land.held if has[n] < land.held[n]]
        if taken and to_come and max(taken) > min(to_come) * (1 + RELATIVE):
            return f"a point would lie better in another class: {has}"
    return _of_order(land, given["SEED"], cells)


def _of_order(land: _Map, seed: int, drawn: set) -> str:
    """Of each stratum the first cells in the order of the seed are drawn, and no others."""
    height, width = land.grid.shape
    last: dict = {}
    first: dict = {}
    for row, column in land.cells:
        place = place_of(row * width + column, height * width, seed)
        stratum = land.strata[row, column] if land.design == "stratified" else ""
        if (row, column) in drawn:
            last[stratum] = max(last.get(stratum, place), place)
        else:
            first[stratum] = min(first.get(stratum, place), place)
    for stratum, place in last.items():
        if place > first.get(stratum, place + 1):
            return f"the points of {stratum or 'all land'} are not the first in the order"
    return ""


def _of_strata(land: _Map, points: list[dict], rows: list[dict]) -> str:
    has = Counter(land.strata[point["cell"]] for point in points)
    if sorted(row["class"].casefold() for row in rows) != sorted(land.held):
        return f"STRATA has {[row['class'] for row in rows]}"
    for row in rows:
        name = row["class"].casefold()
        counts = (int(row["cells"]), int(row["samples"]))
        areas = (float(row["area_ha"]), float(row["weight"]))
        wanted = (land.area[name], land.area[name] / land.total)
        if counts != (land.held[name], has[name]) or not all(map(_close, areas, wanted)):
            return f"STRATA says {row}"
    return ""


def _close(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=RELATIVE)
