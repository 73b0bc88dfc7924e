"""Land use of seventeen classes with long names: the sample, its classes split into stripes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from carbon_zones.test.helpers import YEARS, read_raster, sample, write_csv, write_raster


class LongName(NamedTuple):
    """A class: its code in the sample, key, names in both languages, group and t C/ha."""

    code: int
    key: str
    english: str
    chinese: str
    group: str
    soil: float = 0.0
    vegetation: float = 0.0


TEXT = """1 | rainfed | Rainfed cropland | 旱作耕地与撂荒地 | sink | 82.11 | 5
1 | mosaic | Cropland and natural vegetation mosaic | 农田与自然植被镶嵌地 | sink | 75 | 9
2 | needle | Evergreen needleleaf forest | 常绿针叶林（油松、侧柏） | sink | 92.67 | 15.5
2 | broad | Deciduous broadleaf forest | 落叶阔叶林（刺槐、杨树） | sink | 95 | 21
2 | mixed | Mixed forest of needleleaf and broadleaf trees | 针叶与阔叶混交林 | sink | 94 | 18
3 | natural | Natural grassland with shrubs | 含灌木的天然草地 | sink | 88.35 | 6.398
3 | savanna | Woody savanna | 稀树灌木草原 | sink | 85 | 8
3 | sparse | Sparse herbaceous vegetation | 稀疏草本植被 | sink | 60 | 2
4 | urban | Urban and built-up land | 城镇建设用地 | built
5 | rural | Rural settlements | 农村居民点用地 | built
6 | transport | Roads, railways and airports | 公路、铁路与机场用地 | built
7 | open_pit | Open pit of the surface mine | 露天煤矿采场（矿坑） | mine
8 | stripping | Stripping land ahead of the pit | 采场前方的剥离区 | mine
9 | dump | Waste rock dump of the mine | 外排土场与内排土场 | mine
10 | industrial | Industrial land of the mine | 矿山工业场地 | mine
11 | water | Permanent water bodies | 常年水体（河流、水库） | water
11 | marsh | Permanent wetland with vegetation | 长有植被的永久性湿地 | water"""
CLASSES = [
    LongName(int(cells[0]), *cells[1:5], *map(float, cells[5:]))
    for cells in (line.split(" | ") for line in TEXT.splitlines())
]
STRIPE, SHIFT = 40, 3


def long_named(folder: Path, in_chinese: bool = False) -> dict:
    """Rasters and tables of a study, as its parameters have them."""
    codes = np.array([c.code for c in CLASSES])
    layers = []
    for date, year in enumerate(YEARS):
        cells = read_raster(sample(year))
        # The stripes move from date to date, so that all of a code change into each other.
        stripe = (
            np.add.outer(np.arange(cells.shape[0]), np.arange(cells.shape[1])) + SHIFT * date
        ) // STRIPE
        split = cells.copy()
        for code in np.unique(codes):
            values = np.flatnonzero(codes == code) + 1
            split = np.where(cells == code, values[stripe % len(values)], split)
        layers.append(
            write_raster(folder / f"long_{year}.tif", split, nodata=0, options=["COMPRESS=LZW"])
        )
    named = [(c, c.chinese if in_chinese else c.english) for c in CLASSES]
    rows = [f"{n},{c.key},{name},{c.group}" for n, (c, name) in enumerate(named, 1)]
    rows = [row.replace(f",{name},", f',"{name}",') for row, (_, name) in zip(rows, named)]
    densities = [f"{c.key},{c.soil},{c.vegetation}" for c in CLASSES if c.soil]
    return {
        "LAYERS": layers,
        "CLASSES": write_csv(folder / "classes.csv", "\n".join(["value,class,name,group", *rows])),
        "COEFFICIENTS": write_csv(
            folder / "densities.csv",
            "\n".join(["class,soil_tc_per_ha,vegetation_tc_per_ha", *densities]),
        ),
    }
