"""What inputs that cannot be worked with are made of, and what the sentence about them is like.

Those of each algorithm are in its contract.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from carbon_zones.test.helpers import write_csv, write_dates, write_raster

EARLIER = [[1, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
LATER = [[1, 7, 2, 2], [4, 5, 6, 1], [9, 9, 10, 11]]
MIDDLE = [[1, 2, 2, 2], [4, 5, 6, 1], [9, 9, 10, 11]]

COEFFICIENT_TABLE = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha\n"
    "arable,82.11,5\nforest,92.67,15.5\ngrass,88.35,6.4\n"
)
# All values of these rasters but one of mined land.
PART_OF_CLASSES = "value,class,group\n" + "\n".join(
    f"{value},c{value},{'mine' if 7 <= value <= 10 else 'sink'}"
    for value in range(1, 12)
    if value != 8
)


@dataclass(frozen=True)
class Case:
    """A bad input: `change` takes the work folder and gives the parameters that replace good ones.

    `says` has what must stand in the message, with ` ... ` between. `headless` cases are also run
    by qgis_process.
    """

    says: str
    change: Callable[[Path], dict]
    headless: bool = False

    @property
    def words(self) -> list[str]:
        """What must stand in the message."""
        return self.says.split(" ... ")


def refused(says: str, change=lambda folder: {}, headless: bool = False, **parameters) -> Case:
    """The case of a change and of parameters; those that are functions take the work folder."""

    def changed(folder: Path) -> dict:
        made = {
            name: value(folder) if callable(value) else value for name, value in parameters.items()
        }
        return {**change(folder), **made}

    return Case(says, changed, headless)


UNNAMED = refused(
    "SCHEME ... the layers have no class names ... CLASSES ... coal_mine",
    headless=True,
    SCHEME="auto",
)


def at(file: str) -> Callable[[Path], str]:
    """A file in the work folder; outputs are in its folder out."""
    return lambda folder: str(folder / file)


def left_behind(folder: Path) -> list[str]:
    """What lies in the output folder."""
    return sorted(str(path.relative_to(folder / "out")) for path in (folder / "out").rglob("*"))


def is_one_sentence(text: str) -> bool:
    """One line, one sentence, in words for a person."""
    return bool(
        text.strip()
        and "\n" not in text.strip()
        and not re.search(r"[.!?:] +[A-Z][a-z]+ [a-z]", text)
        and not re.search(r"Traceback|\bError\b|Exception|\.py\b|None|nan\b|<[a-z]", text)
    )


def text(file: str, content: str):
    """A change that gives a table of this content to the parameter in the file's name."""
    name = Path(file).stem.upper()
    return lambda folder: {name: write_csv(folder / file, content)}


UNCLASSIFIED = refused(
    "SCHEME ... unclassified values 8 in the analysed area ... CLASSES ... Scheme tables from "
    "layers ... coal_mine",
    text("classes.csv", PART_OF_CLASSES),
)


def lines(table: str, **columns) -> str:
    """A table with the cells of its last row replaced, by column."""
    header, *rows = [line.split(",") for line in table.strip().splitlines()]
    for column, cell in columns.items():
        rows[-1][header.index(column)] = cell
    return "\n".join(",".join(row) for row in [header, *rows])


def half_widths(folder: Path) -> dict:
    """Coefficients that are uncertain; these are good ones."""
    header, *rows = COEFFICIENT_TABLE.strip().splitlines()
    table = [f"{header},u95_soil_pct,u95_vegetation_pct", *(f"{row},20,30" for row in rows)]
    return {"COEFFICIENTS": write_csv(folder / "uncertain_coefficients.csv", "\n".join(table))}


def not_a_raster(folder: Path) -> dict:
    (folder / "notes.tif").write_text("These are notes, not cells.\n" * 20)
    return {"EARLIER": str(folder / "notes.tif")}


def truncated(parameter: str, part: float, *options: str):
    """A raster cut off after this part of its bytes, its header whole."""

    def change(folder: Path) -> dict:
        noise = np.random.default_rng(7).integers(1, 12, (300, 200))
        paths = write_dates(
            folder, dict.fromkeys((1990, 2000, 2010), noise), name="cut_{}.tif", options=options
        )
        whole = Path(paths[1]).read_bytes()
        Path(paths[1]).write_bytes(whole[: int(len(whole) * part)])
        if parameter == "LAYERS":
            return {"LAYERS": paths}
        if parameter == "MAP":
            return {"MAP": paths[1]}
        other = {"EARLIER": "LATER", "LATER": "EARLIER"}[parameter]
        return {parameter: paths[1], other: paths[0]}

    return change


def cut_off(parameter: str, part: float, *options: str, headless: bool = False) -> Case:
    """The case of such a raster."""
    return Case(f"{parameter} ... cut_2000", truncated(parameter, part, *options), headless)


def raster(parameter: str, values, file: str = "odd_2000.tif", **options):
    """Another raster for one date."""
    return lambda folder: {parameter: write_raster(folder / file, values, **options)}


def both(values, **options):
    """Other rasters for both dates."""
    return lambda folder: {
        "EARLIER": write_raster(folder / "odd_1990.tif", values, **options),
        "LATER": write_raster(folder / "odd_2000.tif", values, **options),
    }


def layers(*files: str, years: str | None = None):
    """LAYERS of these files in the work folder; land_1995.tif is there too."""

    def change(folder: Path) -> dict:
        write_raster(folder / "land_1995.tif", MIDDLE)
        write_raster(folder / "plain.tif", MIDDLE)
        changed = {"LAYERS": [str(folder / file) for file in files]}
        return changed if years is None else {**changed, "YEARS": years}

    return change


def taken(file: str):
    """A folder that holds a file of this name and of another content."""

    def change(folder: Path) -> dict:
        (folder / "taken").mkdir()
        (folder / "taken" / file).write_text("mine")
        return {"FOLDER": str(folder / "taken")}

    return change
