"""Build the sample of Carbon Zones: SYNTHETIC land use of an open-cast mine, and what goes with it.

    python3 make_sample.py [OUTPUT_FOLDER]

``trajectories.csv`` says how many cells of 30 m go through which classes in 1986, 2000, 2009
and 2018. The maps realise it cell for cell; where things lie is made up (``layout.py``).
"""

import csv
import os
import sys
import tempfile
from pathlib import Path

from districts import write_districts
from plan import build
from rasters import count_trajectories, write_land_use
from slope import write_slope
from vegetation_carbon import write_vegetation_carbon
from years_of_change import write_years

HERE = Path(__file__).resolve().parent
YEARS = (1986, 2000, 2009, 2018)
SHAPE = (782, 735)  # rows, columns
SEED = 1986


def read_trajectories(path):
    """Return {classes by date: number of cells} from a table of trajectories."""
    with open(path, newline="", encoding="utf-8") as table:
        return {
            tuple(int(row[f"c{year}"]) for year in YEARS): int(row["cells"])
            for row in csv.DictReader(table)
        }


def check(paths, wanted):
    """Raise ValueError unless the rasters at ``paths`` hold exactly the trajectories wanted."""
    found = count_trajectories(paths)
    wrong = [
        f"{name}: {found.get(name, 0)} cells, not {wanted.get(name, 0)}"
        for name in sorted(found.keys() | wanted.keys())
        if found.get(name, 0) != wanted.get(name, 0)
    ]
    if wrong:
        raise ValueError("The maps miss the trajectories. " + "; ".join(wrong))


def main(folder):
    """Write the sample into ``folder``, once all of it is whole and checked."""
    trajectories = read_trajectories(HERE / "trajectories.csv")
    maps = build(trajectories, SHAPE, SEED)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as draft:
        paths = [Path(draft) / f"landuse_{year}.tif" for year in YEARS]
        for path, codes, year in zip(paths, maps, YEARS):
            write_land_use(path, codes, year)
        check(paths, trajectories)
        write_districts(Path(draft) / "districts.geojson", SHAPE)
        write_slope(Path(draft) / "slope.tif", SHAPE, SEED)
        carbon = f"vegetation_carbon_{YEARS[-1]}.tif"
        write_vegetation_carbon(Path(draft) / carbon, maps, SEED)
        write_years(Path(draft), maps, YEARS, SEED)
        for path in sorted(Path(draft).iterdir()):
            os.replace(path, folder / path.name)
    print(f"{len(trajectories)} trajectories, {sum(trajectories.values())} cells: all exact")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
