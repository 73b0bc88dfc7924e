"""Every number of every page is one of the results, at the digits that the page has.

Two studies are run with all their tables: the sample, and a part of it with other years, larger
cells, two towns and errors of areas. What no table has but follows from tables is worked out here
(`following`), but for what one division gives (`follows` in test/page_numbers.py); what is no
result at all is named in NO_RESULTS and WITHOUT_RESULTS.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import product
from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from carbon_zones.core.scheme.defaults import default_zone_names
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import (
    ROOT,
    SAMPLE,
    YEARS,
    read_csv,
    read_layer,
    read_raster,
    sample,
    write_csv,
    write_polygons,
    write_raster,
)
from carbon_zones.test.page_numbers import (
    Told,
    Values,
    blind,
    disordered,
    disordered_words,
    marks,
    read_table,
    unknown,
    unknown_cells,
    unknown_marks,
    unknown_numbers,
    wrong_digits,
)
from carbon_zones.test.page_sentences import Facts, is_told, misquoted
from carbon_zones.test.pages import read_page
from carbon_zones.test.workbook_cells import Book

pytest.importorskip("jinja2")

SCHEME = ROOT / "resources" / "schemes" / "coal_mine"
PAGES = [name for name, c in CONTRACTS.items() if ".html" in "".join(c.outputs.values())]

# What stands in sentences and is no result, by why it is none.
NO_RESULTS = (
    # Held by tests of their own, test/core/test_inventory.py.
    r"Biomass or soil not estimated \(NE\): .*? Enter their densities",
    r"[\d.]+ % of the [\d.]+ kha converted from \d+ to \d+ return",
    r"WGS 84 / UTM zone 49N \(EPSG:\d+\)",  # a reference system
    # What the program asks for: a level, cells, what counts as back.
    r"\b95 %|z = 1\.96|fewer than \d+|90 % or more",
    r"Global warming potentials .*? N#O \d+",  # chosen, from the literature
    r"maximum for this type of reclaimed land in Yuan .*? [\d.]+ t C/ha/year",  # measured by others
    # What a drawing has no room for, in test_flow_charts.py.
    r"The (chart|diagram) shows the .*",
    r"The smallest conversions \(at most .*",
    # What follows from histories and plans, in test_path_history.py and test_path_page.py.
    r"Topsoil reapplied at reclamation .*? [\d,.]+ t C",
    r"exceeds the mined area; [\d,.]+ ha are not reclaimed",
    # Of the years that land stays converted.
    r"(remains in a converted category for|converted within) \d+ years|are complete from \d+ on",
)
# Sections and tables without results.
WITHOUT_RESULTS = {
    "parameters",  # what a run was given
    "sources",  # files, sizes and sums
    "closure-kinds",  # the checks, counted; test_report.py
    "losses-gap",  # in no table but its sum; test_discrepancy.py has it by a loop
}


class Blind(QTranslator):
    """A language that is English without digits."""

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return blind(text) if context == "CarbonZones" else ""


def coefficients(folder: Path) -> str:
    """Half of the soil's carbon is lost, slowly, and comes back by a curve; half-widths."""
    more = {
        "soil_loss_fraction": "0.5",
        "soil_half_life": "12",
        "vegetation_loss_fraction": "1",
        "soil_curve": "exponential",
        "soil_p1": "0.95",
        "soil_p2": "30",
        "u95_soil_pct": "20",
        "u95_vegetation_pct": "30",
    }
    rows = [{**row, **more, "source": ""} for row in read_csv(SCHEME / "coefficients.csv")]
    text = "\n".join(",".join(cells) for cells in (rows[0], *(row.values() for row in rows)))
    return write_csv(folder / "coefficients.csv", text)


def labelled(folder: Path, map_path: str) -> str:
    """400 points of a map, of which each fifth was seen to be of another class."""
    cells = read_raster(map_path)
    with gdal.Open(map_path) as raster:
        x, width, _, y, _, height = raster.GetGeoTransform()
    points = []
    for n, (i, j) in enumerate(product(range(20), repeat=2)):
        row, column = i * cells.shape[0] // 20 + 3, j * cells.shape[1] // 20 + 3
        label = int(cells[row, column]) if n % 5 else n % 4 + 1
        place = f"{x + (column + 0.5) * width} {y + (row + 0.5) * height}"
        points.append((f"POINT ({place})", [label]))
    return write_polygons(
        folder / "labelled.gpkg", points, fields={"label": ogr.OFTInteger}, kind=ogr.wkbPoint
    )


def of_the_sample(folder: Path) -> dict:
    """The sample as it is."""
    return {
        "LAYERS": [sample(year) for year in YEARS],
        "VALUE_LAYERS": [str(SAMPLE / "vegetation_carbon_2018.tif")],
    }


def of_two_towns(folder: Path) -> dict:
    """A part of it in cells of a hectare, with land that is in no town."""
    x, y = 600_000, 4_400_000
    boxes = {
        "North town": (x, y - 13_000, x + 3000, y),
        "South town": (x + 3000, y - 13_000, x + 14_000, y - 2000),
    }
    shapes = [
        (f"POLYGON(({a} {b},{c} {b},{c} {d},{a} {d},{a} {b}))", [name])
        for name, (a, b, c, d) in boxes.items()
    ]
    fields = {"name": ogr.OFTString}
    for name, shape in zip(boxes, shapes):
        write_polygons(folder / f"{name}.gpkg", [shape], fields=fields)
    part = (slice(200, 330), slice(300, 440))
    carbon = read_raster(SAMPLE / "vegetation_carbon_2018.tif")[60:110, 90:140]
    return {
        "SCHEME": "coal_mine",
        "LAYERS": [
            write_raster(
                folder / f"land_{new}.tif", read_raster(sample(old))[part], cell=(100, 100)
            )
            for old, new in (("2000", "1990"), ("2009", "1995"), ("2018", "2003"))
        ],
        "VALUE_LAYERS": [
            write_raster(folder / "c_2003.tif", carbon, dtype=carbon.dtype, cell=(300, 300))
        ],
        "UNITS": write_polygons(folder / "towns.gpkg", shapes, fields=fields),
        "UNIT_FIELD": "name",
        "AREA_ERRORS": write_csv(
            folder / "errors.csv", "from_class,to_class,u95_pct\n@sink,@mine,5\n@mine,@sink,8"
        ),
        "PROJECT_TO": "2011",
    }


def of_both_signs(folder: Path) -> dict:
    """Land that holds more after the mine than before it, or a little less: of unequal cells."""
    land = np.ones((3, 80, 80), np.uint8)
    columns = (
        *((slice(0, 6), (10, 10, 10)), (slice(6, 12), (7, 3, 3)), (slice(12, 30), (3, 7, 2))),
        *((slice(30, 33), (1, 9, 9)), (slice(33, 36), (1, 1, 7)), (slice(36, 40), (2, 3, 2))),
        *((slice(40, 44), (3, 9, 2)), (slice(44, 50), (1, 4, 4)), (slice(50, 58), (1, 3, 3))),
    )
    for where, classes in columns:
        land[:, :, where] = np.reshape(classes, (3, 1, 1))
    # Of unlike squares.
    land[:, :27, 30:32] = 1
    for row in range(80):
        land[:, row, : row // 16] = 1
    land[:, 50:, 56:] = np.reshape((2, 2, 4), (3, 1, 1))
    years = ("1991", "1996", "2013")
    return {
        "SCHEME": "coal_mine",
        "LAYERS": [
            write_raster(folder / f"map_{year}.tif", cells, cell=(100, 100))
            for year, cells in zip(years, land)
        ],
        "VALUE_LAYERS": [write_raster(folder / "c_2013.tif", 10 * land[2], cell=(100, 100))],
        "AGE_RULES": ("youngest", "oldest"),
        "AREA_METHOD": "ellipsoidal",
        "IDLE_YEARS": 9,
    }


STUDIES = {"the sample": of_the_sample, "two towns": of_two_towns}
QUOTED = {**STUDIES, "both signs": of_both_signs}
# The columns that the numbers of a run would stand in, by what is in their names; the last counts.
ENDS = {"_HA": "area_ha", "_TC": "tc", "_TCO2": "tco2", "_TCO2E": "tco2e", "_CELLS": "cells"}
ENDS |= {"_PCT": "share_pct", "_KT": "net_co2_kt", "_KHA": "area_kha"}


POOLS = ("soil", "vegetation")


class Tables(dict):
    """The tables of a study by name, and its pages."""

    def __init__(self, run, folder: Path, make_inputs):
        super().__init__()
        self.run, self.folder = run, folder
        self.read = cache(lambda name: read_table(name, self[name]))
        self.told = cache(lambda page: Told((folder / f"{page}.html").read_text("utf-8")))
        self.page = cache(lambda page: read_page(folder / f"{page}.html"))
        self.values_for = cache(self._values_for)
        inputs = {**make_inputs(folder), "COEFFICIENTS": coefficients(folder)}
        layers = inputs["LAYERS"]
        inputs["MAP"], inputs["REFERENCE"] = layers[-1], labelled(folder, layers[-1])
        # All land, but for the study; what it has of towns is what a run on each has.
        whole = {name: value for name, value in inputs.items() if not name.startswith("UNIT")}
        for town in sorted(folder.glob("* town.gpkg")):
            self.add("reclamation", {**whole, "MASK": str(town)}, town.stem)
        for name in ("trajectories", "reclamation"):
            self.add(name, whole)
        for earlier, later in (*zip(layers, layers[1:]), (layers[0], layers[-1])):
            pair = {**whole, "EARLIER": earlier, "LATER": later}
            for name in ("zonereclassification", "carbonloss"):
                self.add(name, pair, f"of {Path(earlier).stem} and {Path(later).stem}")
        last = re.search(r"\d+", Path(layers[-1]).stem)[0]
        for name in ("ACTIVITY", "SCENARIOS"):
            text = (SCHEME / f"{name.lower()}.csv").read_text(encoding="utf-8-sig")
            whole[name] = write_csv(folder / f"{name}.csv", text.replace("2018", last))
        for name in ("AGES", "STATUS", "DISTURBED"):
            whole[name] = str(folder / f"reclamation {name}.csv")
        if "AGE_RULES" in inputs:
            # A path that begins with a debt, and with factors that are not certain.
            self.add("carbonledger", whole)
            whole["BALANCE"] = str(folder / "carbonledger BALANCE.csv")
            factors = read_csv(SCHEME / "factors.csv")
            rows = [
                {**row, "source_text": "", "u95_pct": "", "low": "", "high": ""} for row in factors
            ]
            rows = [{**row, "distribution": "", "u95_pct": "20"} for row in rows]
            text = "\n".join(",".join(cells) for cells in (rows[0], *(r.values() for r in rows)))
            whole["FACTORS"] = write_csv(folder / "factors.csv", text)
        for name in PAGES:
            if not (folder / f"{name}.html").exists():
                self.add(name, inputs if name == "study" else whole)
        # The study knows no errors of areas.
        without = {name: value for name, value in whole.items() if name != "AREA_ERRORS"}
        self["ledger BALANCE"] = self["carbonledger BALANCE"]
        if without != whole:
            self.add("carbonledger", without, "of the map's areas")
            self["ledger BALANCE"] = self.pop("carbonledger of the map's areas BALANCE")
            for name in [name for name in self if "of the map's areas" in name]:
                del self[name]
        for rule in inputs.get("AGE_RULES", ()):
            self.add("carbonledger", {**without, "AGE_RULE": rule}, f"of the {rule}")
        self.update(following(self))
        self.book = Book(folder / "study.xlsx")
        self["carbonledger errors of areas"] = (
            read_csv(inputs["AREA_ERRORS"]) if "AREA_ERRORS" in inputs else []
        )

    def _values_for(self, page: str) -> Values:
        """Those that a page may tell: of its own run, and of the study those of all others."""
        own = (page, "any") if page != "study" else {name.split()[0] for name in self}
        return Values({name: self.read(name) for name in self if name.split()[0] in own})

    def add(self, algorithm: str, inputs: dict, of: str = ""):
        """Run an algorithm with all its tables, and its page where it is of all land."""
        contract = CONTRACTS[algorithm]
        start = f"{algorithm} {of}".strip()
        given = {name: value for name, value in inputs.items() if name in contract.parameters}
        for name, (kind, _, optional, _) in contract.parameters.items():
            if kind == "sink" and name != "UNITS_LAYER":
                ending = "gpkg" if name in contract.spatial else "csv"
                given[name] = str(self.folder / f"{start} {name}.{ending}")
            elif kind == "fileDestination" and not of:
                ending = "xlsx" if name == "WORKBOOK" else "html"
                given[name] = str(self.folder / f"{start}.{ending}")
            elif kind == "rasterDestination" and not optional:
                given[name] = str(self.folder / f"{start} {name}.tif")
        results = self.run(algorithm, **given)
        town = {"unit": of} if "town" in of else {}
        for name, value in results.items():
            if str(value).endswith(".csv"):
                self[f"{start} {name}"] = [{**town, **row} for row in read_csv(value)]
            elif name in contract.spatial:
                rows = [{**town, **row, "shape": ""} for row in read_layer(value)]
                self[f"{start} {name}"] = [
                    {column: "" if cell is None else cell for column, cell in row.items()}
                    for row in rows
                ]
            elif isinstance(value, (int, float)):
                ends = [column for end, column in ENDS.items() if end in name]
                self[f"{start} {name}"] = [{ends[-1] if ends else "number": value}]


def years(period: str) -> int:
    """Its length."""
    first, last = period.split("-")
    return int(last) - int(first)


def of_land(tables: dict) -> dict[str, list[dict]]:
    """Land by class and group, before and after, of all towns together too."""
    group = {row["name"]: row["group"] for row in read_csv(SCHEME / "classes.csv")}
    moved: dict[tuple, float] = defaultdict(float)
    for row in tables["study TRANSFERS"]:
        old, new = row["from_class"], row["to_class"]
        befores, afters = (old, f"@{group[old]}", "*"), (new, f"@{group[new]}", "*")
        kinds = [*product(befores, afters)]
        if old != new:
            kinds += [("changed", ""), ("changed area", "")]
        if old != new == "Forestland" and group[old] == "sink":
            kinds.append(("afforestation", ""))
        for unit, kind in product({"", row.get("unit", "")}, kinds):
            moved[(unit, row["period"], *kind)] += float(row["area_ha"])
    held: dict[tuple, float] = defaultdict(float)
    for row in tables["study AREAS"]:
        for unit, kind in product({"", row.get("unit", "")}, (f"@{group[row['class']]}", "*")):
            held[unit, row["year"], kind] += float(row["area_ha"])
    changes = {
        "TRANSFERS": [row for row in tables["study TRANSFERS"] if "unit" not in row],
        "by group": [
            {"unit": unit, "period": period, "from_class": old, "to_class": new, "area_ha": area}
            | {"share_pct": 100 * area / moved[unit, period, "*", "*"]}
            for (unit, period, old, new), area in moved.items()
        ],
    }
    return {
        **{f"study {name}": rows for name, rows in changes.items()},
        **{f"changeanalysis {name}": rows for name, rows in changes.items()},
        "study groups": [
            {"unit": unit, "year": year, "class": kind, "area_ha": area}
            | {"share_pct": 100 * area / held[unit, year, "*"]}
            for (unit, year, kind), area in held.items()
        ],
        "study land that changed at some date": [
            row for row in tables["trajectories CHANGE_COUNTS"] if row["times_changed"] != "0"
        ],
    }


def of_mines(tables: dict) -> dict[str, list[dict]]:
    """Mined land from date to date, and at the last one of all land, each town, and of no town."""
    status = tables["reclamation STATUS"]
    mined = {row["year"]: float(row["area_ha"]) for row in status if row["status"] == "active"}
    dates = sorted(mined)
    at_end: dict[tuple, float] = defaultdict(float)
    for row in [row for t in tables if t.endswith(" STATUS") for row in tables[t]]:
        if row["year"] == dates[-1] and row["status"] != "never_mined":
            area, town = float(row["area_ha"]), row.get("unit", "")
            for item in ["Cumulative disturbed area"] + ["Reclaimed at the last date"] * (
                row["status"] == "reclaimed"
            ):
                at_end[town, item] += area
                at_end["(outside)", item] += -area if town else area
    return {
        "reclamation changes": [
            {"period": f"{old}-{new}", "item": "Change in mined area", "area_ha": area}
            | {"ha_per_year": area / (int(new) - int(old))}
            for old, new in zip(dates, dates[1:])
            for area in [mined[new] - mined[old]]
        ],
        **{
            f"reclamation {kind}": [{**row, "kind": kind} for row in rows if row["kind"] == key]
            for kind, key, rows in (
                ("Newly disturbed", "first", tables["reclamation DISTURBED"]),
                ("Reclaimed", "direct", tables["reclamation RECLAIMED"]),
            )
        },
        "reclamation mined at some date": [row for row in status if row["status"] != "never_mined"],
        "reclamation ages": [
            {**row, "item": f"{row['age_min']}\N{EN DASH}{row['age_max']}"}
            for row in tables["reclamation AGES"]
        ],
        "study mined land of towns": [
            {"unit": town, "item": item, "area_ha": area} for (town, item), area in at_end.items()
        ],
    }


def of_disclosure(tables: dict) -> dict[str, list[dict]]:
    """Land in km2, and sites at the last date; what is in no town is what the towns leave."""
    found = {
        f"{page} land in km2": [
            {key: text for key, text in row.items() if not key.endswith(("_ha", "pct_of_before"))}
            | {f"Gross {word} area, km\u00b2": float(row[f"{word}_ha"]) / 100 for word in words}
            for row in tables[f"{page} DISCLOSURE"]
        ]
        for words in [("disturbed", "reclaimed")]
        for page in ("study", "reclamation")
    }
    sites: dict[tuple, float] = defaultdict(float)
    for rows in [tables[name] for name in tables if name.endswith((" STATUS", " AGES"))]:
        for row in [row for row in rows if row["year"] == rows[-1]["year"]]:
            status, town = row.get("status"), row.get("unit")
            items = {"all", status, "never" if status == "never_mined" else "ever"}
            if status is None:
                items = {"arable"} if row["class"] == "Arable land" else set()
            for item in items:
                for site, sign in ({town: 1, "no": -1} if town else {"all": 1, "no": 1}).items():
                    sites[site, item] += sign * float(row["area_ha"])
    columns = {
        "all": "Controlled area (MASK or UNITS), km²",
        "ever": "Cumulative disturbed area, km²",
        "reclaimed": "Of which revegetated, km²",
        "arable": "Of which revegetated as arable land, km²",
    }
    return found | {
        "reclamation sites": [{"site": site, "area_ha": area} for (site, _), area in sites.items()],
        **{
            f"reclamation sites, {item}": [
                {"site": site, column: area / 100} for (site, i), area in sites.items() if i == item
            ]
            for item, column in columns.items()
        },
    }


def of_losses(tables: dict) -> dict[str, list[dict]]:
    """Losses per year, and of all periods but the span."""
    losses = tables["study LOSSES"]
    span = max((row["period"] for row in losses), key=years)
    numbers = ("area_ha", "total_loss_tc", "total_loss_tco2")
    return {
        "study losses per year": [
            {**{key: row[key] for key in ("period", "from_class", "to_class")}}
            | {"tc_per_year": float(row["total_loss_tc"]) / years(row["period"])}
            for row in losses
        ],
        "study losses of every period": [
            {key: sum(float(r[key]) for r in losses if r["period"] != span) for key in numbers}
        ],
    }


def of_taken(tables: dict) -> dict[str, list[dict]]:
    """All land that mining took from period to period, by what it was."""
    own = {row["name"]: row for row in read_csv(SCHEME / "classes.csv")}
    names = {row["class"]: row["name"] for row in own.values()}
    densities = {names[row["class"]]: row for row in read_csv(SCHEME / "coefficients.csv")}
    moves = tables["study TRANSFERS"]
    span = max((row["period"] for row in moves), key=years)
    area: dict[str, float] = defaultdict(float)
    for row in moves:
        was_mine, is_mine = (own[row[c]]["group"] == "mine" for c in ("from_class", "to_class"))
        if row["period"] != span and is_mine and not was_mine:
            area[row["from_class"]] += float(row["area_ha"])
    taken = [
        {"class": name, "area_ha": part, "share_pct": 100 * part / sum(area.values())}
        | {f"{p}_tc_per_ha": densities.get(name, {}).get(f"{p}_tc_per_ha", "") for p in POOLS}
        for name, part in area.items()
    ]
    return {"carbonledger taken land": taken, "study taken land": taken}


def of_balance(tables: dict) -> dict[str, list[dict]]:
    """Flows by pool and per year, and the stock from date to date."""
    ledger = tables["carbonledger LEDGER"]
    sums = [row for row in ledger if (row["class"], row["pool"]) == ("(all)", "all")]
    length = sum({row["period"]: int(row["years"]) for row in sums}.values())
    all_periods: dict[str, float] = defaultdict(float)
    for row in sums:
        all_periods[row["flow"]] += float(row["tc"]) / length
    columns = {"all": "total_tc", "topsoil": "stored_topsoil_tc"}
    pools = {row["pool"]: columns.get(row["pool"], f"{row['pool']}_tc") for row in ledger}
    stock: dict[str, float] = defaultdict(float)
    for row in tables["carbonledger STOCKS"]:
        stock[row["year"]] += float(row["total_tc"])
    dates = sorted(stock)
    nets = [
        float(row["net_tc"])
        for row in tables["carbonledger BALANCE"]
        if not row["period"] and row["land"] == "(all)"
    ]
    return {
        **{
            f"carbonledger {column}": [
                {**{key: row[key] for key in ("period", "flow", "class")}, column: row["tc"]}
                for row in ledger
                if row["pool"] == pool
            ]
            for pool, column in pools.items()
        },
        "carbonledger of all periods": [
            {"flow": flow, "tc_per_year": number} for flow, number in all_periods.items()
        ],
        # "Lost per year: 5 t C in 1986-2000".
        "carbonledger told per year": [
            {"period": row["period"], "tc": row["tc_per_year"]}
            for row in sums
            if row["flow"] == "loss"
        ],
        # "Net is 5 t C less per year".
        "carbonledger told of differences": [
            {"period": row["period"], "tc": row[bound]}
            for row in tables["carbonledger UNCERTAINTY"]
            for bound in ("estimate", "low", "high")
            if " - " in row["period"] and row["measure"] == "t C per year"
        ],
        # Of all dates: what the change of the stock has besides the balance.
        "carbonledger beside the balance": [
            {"item": "rest", "tc": stock[dates[-1]] - stock[dates[0]] - net} for net in nets
        ],
        "carbonledger before mining": [
            {**row, "flow": "Before mining"} for row in sums if row["flow"] == "pre_mining"
        ],
        "carbonledger changes of the stock": [
            {"period": f"{a}-{b}", "item": "Change in carbon stock", "tc": stock[b] - stock[a]}
            for a, b in zip(dates, dates[1:])
        ],
        "carbonledger standard errors": [
            {"measure": row["measure"], "sd": float(row["sd"]) / sqrt(float(row["draws"]))}
            for row in tables["carbonledger UNCERTAINTY"]
            if float(row["draws"] or 0)
        ],
    }


def of_coefficients() -> list[dict]:
    """What they say of a hectare: of soil an exponential curve, of vegetation 20 equal steps."""
    name = {row["class"]: row["name"] for row in read_csv(SCHEME / "classes.csv")}
    rows = []
    for row in read_csv(SCHEME / "coefficients.csv"):
        for pool, half_width in (("soil", 20), ("vegetation", 30)):
            whole = float(row[f"{pool}_tc_per_ha"])
            parts = {age: min(age / 20, 1) for age in (10, 25, 50)}
            fastest = whole / 20
            if pool == "soil":
                parts = {age: 1 - 0.05 ** (age / 30) for age in parts}
                fastest = whole * log(20) / 30  # at its beginning
            held = {"Carbon density": whole, "Maximum rate": fastest}
            held |= {f"After {age} years": part * whole for age, part in parts.items()}
            of = {"class": name[row["class"]], "pool": pool}
            rows += [
                {**of, "item": item, "soil_tc_per_ha": number} for item, number in held.items()
            ]
            rows.append({**of, "item": "Half-life", "years": 12, "u95_pct": half_width})
    return [{"soil_tc_per_ha": "", "years": "", "u95_pct": "", **row} for row in rows]


def of_maps(tables: dict) -> dict[str, list[dict]]:
    """Points that agree and do not, and shares in per cent."""
    points = {True: 0.0, False: 0.0}
    for row in tables["accuracy CONFUSION"]:
        for column, number in row.items() if row["map_class"] != "Total" else ():
            if column not in ("map_class", "total"):
                points[column == row["map_class"]] += float(number)
    return {
        "accuracy points": [{"samples": number} for number in points.values()],
        "accuracy of the land that is wrong": [
            {"share_pct": 100 - row["share_pct"]} for row in tables["accuracy OVERALL_ACCURACY_PCT"]
        ],
        "accuracy shares": [
            {"map_class": row["map_class"], "class": column, "share_pct": 100 * float(number)}
            for row in tables["accuracy PROPORTIONS"]
            for column, number in row.items()
            if number and column not in ("map_class", "samples", "mapped_ha")
        ],
    }


def of_paths(tables: dict) -> dict[str, list[dict]]:
    """The part of the emissions that the land takes up, and what a path goes by."""
    return {
        "neutralitypath AGES": tables["reclamation AGES"],
        "neutralitypath sinks": [
            {"scenario": row["scenario"], "year": row["year"], "item": "Sink, % of emissions"}
            | {"share_pct": float(row["sink_tc"]) * 44 / 12 / float(row["emissions_tco2e"]) * 100}
            for row in tables["neutralitypath MILESTONE_TABLE"]
            if float(row["emissions_tco2e"])
        ],
        "neutralitypath factors": [
            {"factor_name": row["name"], "value": row["value"]}
            for row in read_csv(SCHEME / "factors.csv")
        ],
    }


def of_inventory(tables: dict) -> dict[str, list[dict]]:
    """The areas of table 4.1's margins in the last year, and what the classes hold."""
    matrix, densities = tables["landinventory LAND_MATRIX"], read_csv(SCHEME / "coefficients.csv")
    last, sums = max(row["year"] for row in matrix), defaultdict(float)
    for row in (row for row in matrix if row["year"] == last):
        source, target, area = (row[c] for c in ("from_category", "to_category", "area_kha"))
        for key, sign in (
            *(((source, "Initial area"), 1), (("Final area", target), 1)),
            *((("Final area", "Initial area"), 1), (("Net change", target), 1)),
            (("Net change", source), -1),
        ):
            sums[key] += sign * float(area)
    rows = [
        {"from_category": source, "to_category": target, "area_kha": area}
        for (source, target), area in sums.items()
    ]
    names = {row["class"]: row["name"] for row in read_csv(SCHEME / "classes.csv")}
    held = [
        {"class": names[row["class"]], **{f"{p}_tc_per_ha": row[f"{p}_tc_per_ha"] for p in POOLS}}
        for row in densities
    ]
    uncertainty = tables["landinventory UNCERTAINTY"]
    years = [row["year"] for row in uncertainty if row["year"].isdigit()]
    spans = {
        years[-1]: years[-1],
        "": f"{years[0]} to {years[-1]}",
        "trend": f"{years[-1]} less {years[0]}",
    }
    intervals = [
        {**row, "year": spans[row["year"]]}
        for row in uncertainty
        if row["pool"] == "net" and row["year"] in spans
    ]
    amounts = [float(row[c]) for row in intervals for c in ("estimate", "low", "high") if row[c]]
    return {
        "landinventory margins": rows,
        "landinventory densities": held,
        "landinventory intervals": intervals,
        # Sentences say in words on which side of 0 they are.
        "landinventory amounts": [{"net_co2_kt": abs(amount)} for amount in amounts],
    }


def of_rows(tables: dict) -> list[dict]:
    """How many rows of tables have land, by period and kind of values."""
    counts: dict[tuple, int] = defaultdict(int)
    for table, rows in tables.items():
        for row in rows:
            if float(row.get("area_ha") or 0) > 0:
                counts[table, row.get("period"), row.get("value_name")] += 1
    histories = [
        {value for column, value in row.items() if column.startswith("class_")}
        for row in tables["trajectories TRAJECTORIES"]
    ]
    numbers = [*counts.values(), sum(len(history) > 1 for history in histories)]
    return [{"rows": number} for number in numbers]


def of_priorities(tables: dict) -> dict[str, list[dict]]:
    """Of all mined land what is reclaimed, as which classes, and the gain by what was lost."""
    sums: dict[str, float] = defaultdict(float)
    for row in tables["study PRIORITIES"]:
        for column, amount in row.items():
            if column not in ("unit", "rank"):
                sums[column] += float(amount or 0)
    areas: dict[str, float] = defaultdict(float)
    last = max(row["year"] for row in tables["reclamation AGES"])
    for row in tables["reclamation AGES"]:
        if row["year"] == last:
            areas[row["class"]] += float(row["area_ha"])
    whole = {row["land"]: row for row in tables["carbonledger BALANCE"] if not row["period"]}
    gross = float(whole["taken"]["loss_tc"])
    gross += float(whole.get("mined_before", {}).get("assumed_loss_tc") or 0)
    return {
        # What the gain of idle land is a share of.
        "study gross loss": [{"tc": gross}],
        # What a hectare of the sinks holds.
        "study sinks": [
            {"soil_tc_per_ha": sum(float(row[f"{pool}_tc_per_ha"]) for pool in POOLS)}
            for row in read_csv(SCHEME / "coefficients.csv")
        ],
        "study priorities": [
            {
                "reclaimed_pct": 100 * sums["reclaimed_ha"] / sums["ever_mined_ha"],
                "share_pct": 100 * sums["uptake_20y_tc"] / sums["loss_tc"],
            }
        ],
        "study returned land": [
            {"class": name, "share_pct": 100 * area / sum(areas.values())}
            for name, area in areas.items()
        ],
    }


def of_drawn(tables: dict) -> dict[str, list[dict]]:
    """What charts show of zones, of land that changed, of units with mines, and of a path."""
    group = {row["name"]: row["group"] for row in read_csv(SCHEME / "classes.csv")}
    lasting = {"mine": "Persistent mined land", "built": "Persistent built-up land"}
    zones, zone_of = defaultdict(float), default_zone_names()
    for row in tables["study TRANSFERS"]:
        old, new = row["from_class"], row["to_class"]
        zone = zone_of[old.casefold(), new.casefold()]
        is_lasting = group[old] == group[new] and zone == "Unassigned"
        split = lasting.get(group[old], zone) if is_lasting else zone
        for unit, whole in product({"", row.get("unit", "")}, {"all", "changed"}):
            if whole == "all" or old != new:
                for kind in {zone if unit else split, "*"}:
                    zones[whole, unit, row["period"], kind] += float(row["area_ha"])
    areas: dict[tuple, float] = defaultdict(float)
    for row in tables["trajectories TRAJECTORIES"]:
        history = {column[-4:]: row[column] for column in row if column.startswith("class_")}
        if len({*history.values()}) > 1:
            for year, name in history.items():
                areas[year, name] += float(row["area_ha"])
                areas[year, "*"] += float(row["area_ha"])
    taken, grown = "Carbon loss of disturbed land", "Carbon sink of reclaimed land"
    dates = sorted({row["year"] for row in tables["reclamation STATUS"]})
    parts = {f"Stock {dates[0]}": ["stock_before"], f"Stock {dates[-1]}": ["stock_after"]}
    parts |= {word.title(): [word] for word in ("loss", "gain", "growth")}
    parts["Before mining, other"] = ["pre_mining", "other"]
    sums: dict[tuple, float] = defaultdict(float)
    for row in tables["carbonledger LEDGER"]:
        if row["pool"] == "all" and row["flow"] in ("gain", "growth"):
            sums[row["period"], row["class"]] += float(row["tc"])
    return {
        "study drawn zones": [
            {"unit": unit, "period": period, "zone_name": kind, "area_ha": area}
            | {"share_pct": 100 * area / zones[whole, unit, period, "*"]}
            for (whole, unit, period, kind), area in zones.items()
        ],
        "study drawn areas": [
            {"year": year, "class": name, "area_ha": area}
            | {"share_pct": 100 * area / areas[year, "*"]}
            for (year, name), area in areas.items()
        ],
        "study drawn units": [
            {
                "unit": row["unit"],
                "area_ha": float(row["active_ha"]),
                "soil_tc_per_ha": float(row["uptake_20y_tc"] or 0) / (float(row["idle_ha"]) or 1.0),
            }
            for row in tables["study PRIORITIES"]
        ],
        "carbonledger drawn balance": [
            {"land": row["land"], "item": item, "tc": sum(float(row[f"{c}_tc"]) for c in columns)}
            for row in tables["carbonledger BALANCE"]
            if not row["period"]
            for item, columns in parts.items()
        ],
        "neutralitypath drawn land": [
            {"year": row["year"], "item": item, "tco2e": float(row[column]) * 44 / 12}
            for row in tables["neutralitypath PATH"]
            for item, column in ((taken, "land_loss_tc"), (grown, "sink_tc"))
        ],
        "carbonledger drawn sums": [
            {"period": period, "class": name, "flow": "Gain and growth", "tc": carbon}
            | {"tc_per_year": carbon / years(period)}
            for (period, name), carbon in sums.items()
        ],
    }


FOLLOWING = (
    *(of_land, of_mines, of_disclosure, of_losses, of_taken, of_balance, of_maps, of_paths),
    *(of_inventory, of_priorities, of_drawn),
)


def following(tables: dict) -> dict[str, list[dict]]:
    """What pages tell that stands in no table."""
    dates = sorted({row["year"] for row in tables["study AREAS"]})
    spans = [f"{old}-{new}" for old, new in (*zip(dates, dates[1:]), (dates[0], dates[-1]))]
    found = {
        "any rows": of_rows(tables),
        "any parts that are lost": [
            {"class": row["class"]}
            | {
                f"{pool.capitalize()} carbon loss fraction": part
                for pool, part in zip(POOLS, (0.5, 1))
            }
            for row in tables["study AREAS"]
        ],
        "any periods": [{"period": period, "years": years(period)} for period in spans],
        "any coefficients": of_coefficients(),
        "changeanalysis values": [
            {key: row[key] for key in ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")}
            for row in read_csv(SCHEME / "coefficients.csv")
        ],
    }
    for follow in FOLLOWING:
        found |= follow(tables)
    return found


@pytest.fixture(scope="module")
def studies(qgis_app, tmp_path_factory):
    """The tables of each study."""
    from carbon_zones.test.algorithms.conftest import make_run

    made = {}

    def get(study: str) -> Tables:
        if study not in made:
            translator = Blind()
            QCoreApplication.installTranslator(translator)
            try:
                made[study] = Tables(make_run(), tmp_path_factory.mktemp("study"), QUOTED[study])
            finally:
                QCoreApplication.removeTranslator(translator)
        return made[study]

    return get


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_a_page_is_a_result(studies, study, page):
    """Of its own run; the study, which has few tables, is held against those of all others."""
    tables = studies(study)
    values = tables.values_for(page)
    told = tables.told(page)
    # The study alone writes its checks as a table.
    checks = set() if page == "study" else {"closure-checks"}
    found = unknown(told, values, NO_RESULTS, WITHOUT_RESULTS | checks)
    assert found == [], "\n".join(found)


# What sentences have besides what tables have, held by other tests of this page but where said.
NOT_QUOTED = (
    r"\d+ smaller items \([\d,.]+ ha\) are listed in|Not shown: \d+ smaller effects",
    r"All \d+ checks passed; largest difference: \S+",
    # What the program chose, and names.
    r"squares of \d+ km|at most \d+ squares|R\d\dC\d\d|zone \d|\d+ lower-ranked areas",
    r"[\d.]+ land-use cells per cell|@\w+ -> @\w+, \d{4}-\d{4}|cell size [\d ]+ \u00d7 [\d ]+ m",
    r"at least 90 %|Carbon Zones [\d.]+|QGIS [\d.]+|GDAL [\d.]+|\w+_\d{4}",
)


@pytest.mark.parametrize("study", QUOTED)
@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_quotes_the_row_that_it_is_about(studies, study, page):
    """Its period, class, pool and unit, and the words for which side of 0 a number is on."""
    tables, is_ellipsoidal = studies(study), study == "both signs"
    facts = Facts(
        *(page, tables, {row["name"]: row["group"] for row in read_csv(SCHEME / "classes.csv")}),
        area_method="ellipsoidal" if is_ellipsoidal else "planimetric",
        idle_years=9 if is_ellipsoidal else 5,
    )
    told, known = tables.told(page), re.compile("|".join((*NO_RESULTS, *NOT_QUOTED)))
    texts = [text for section, text in told.labelled if section not in WITHOUT_RESULTS]
    texts += [table.note for table in told.tables]
    # Captions of a period or date of many are names of the table's rows.
    captions = {table.caption for table in told.tables}
    texts += [c for c in captions if not re.search(r"\d{4}-\d{4}|metrics \d{4}$", c)]
    texts += [" ".join(text.rpartition("Map: ")[2].split()) for text in tables.page(page).said]
    faults = [fault for text in dict.fromkeys(texts) for fault in misquoted(text, facts, known)]
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("study", QUOTED)
def test_the_areas_of_the_map_are_those_of_the_table(studies, study):
    """What a number on the map is called, and where it lies; layers go by date and period."""
    tables = studies(study)
    html = (tables.folder / "study.html").read_text(encoding="utf-8")
    found = re.search(r'class="explore".*?json"( data-packed="gzip")?>([^<]*)<', html, re.DOTALL)
    packed, data = found.groups()
    land = json.loads(gzip.decompress(base64.b64decode(data)) if packed else data)
    rows = tables["study IDLE_AREAS"][:10]
    assert len(land["areas"]) == len(rows) > 0
    nodes, last = np.array(land["positions"]), len(land["positions"]) - 1
    half = np.abs(nodes[-1, -1] - nodes[0, 0]) / (land["width"], land["height"]) / 2
    for row, (rank, name, column, row_of) in zip(rows, land["areas"]):
        assert rank == int(row["rank"])
        area, of_class = re.fullmatch(rf"Area {rank}: (\S+) ha of (.*)", name).groups()
        assert is_told(area, float(row["area_ha"]))
        assert of_class == row["class"]
        # Straight between four nodes of a small map.
        across, down = column / land["width"] * last, row_of / land["height"] * last
        i, j = min(int(across), last - 1), min(int(down), last - 1)
        west, east = (
            (1 - down + j) * nodes[j, n] + (down - j) * nodes[j + 1, n] for n in (i, i + 1)
        )
        off = (
            (1 - across + i) * west
            + (across - i) * east
            - np.array([float(row["longitude"]), float(row["latitude"])])
        )
        assert (np.abs(off) < half).all(), off
    titles = {}
    for layer in land["layers"]:
        titles.setdefault(layer["subject"], []).append(layer["title"])
    dates = sorted({row["year"] for row in tables["study AREAS"]})
    steps = [f"{old}-{new}" for old, new in zip(dates, dates[1:])]
    assert titles["Land use"] == dates
    assert titles["Carbon-sink functional zones"] == [*steps, f"{dates[0]}-{dates[-1]}"]


# Marks of which the numbers are in no table: of a curve, which test_recovery.py has; of what is
# changed to see what the net hangs on, each in a unit of its own; of stages year by year.
WITHOUT_TABLES = r"""chart-(recovery|sensitivity):|chart-path.*: Reclaimed land, all ages
chart-path: (Stripping|Mining|Transportation|Dumping|Reclamation), \d{4}<br>""".replace("\n", "|")


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("page", PAGES)
def test_every_mark_of_a_chart_is_a_result(studies, study, page):
    """With the names that it has, as long as it says, in the colour and place of its labels."""
    tables = studies(study)
    faults = unknown_marks(tables.page(page), tables.values_for(page), WITHOUT_TABLES)
    assert faults == [], "\n".join(faults)


# What is changed to its low and high value, which may move the net up or down.
UNORDERED = "SENSITIVITY", "sensitivity"


@pytest.mark.parametrize("study", STUDIES)
def test_what_is_least_is_not_more_than_what_is_most(studies, study):
    """And what is between them is: in tables, on pages, of charts, and on the summary's sheet."""
    made, faults = studies(study), []
    for name, rows in made.items():
        faults += () if name.endswith(UNORDERED) else disordered(rows)
    for page in PAGES:
        told = made.told(page)
        texts = [text for _, text in told.sentences]
        texts += [mark.text for mark in marks(made.page(page))]
        faults += [fault for text in texts for fault in disordered_words(text)]
        for table in told.tables:
            faults += () if table.name.endswith(UNORDERED) else disordered(table.as_dicts)
    figures = made.book.tables("Summary")[0].as_dicts
    labels = [row["Key figure"].partition(", with")[0] for row in figures]
    net = labels.index("Lower 95 % confidence limit")
    assert labels[net + 1] == "Upper 95 % confidence limit"
    least, told, most = (float(figures[n]["Value"]) for n in (net, net - 1, net + 1))
    assert least < told < most
    assert faults == []


@pytest.mark.parametrize("study", STUDIES)
def test_formulas_give_what_their_cells_hold(studies, study):
    """Which is the number of the table; of soil another part is lost than of vegetation.

    Where densities and parts that are lost are twice as large, a loss is four times as large.
    """
    book, found = studies(study).book, 0
    for sheet, cells in book.items():
        for place, cell in cells.items():
            if cell.formula:
                found += 1
                assert book.worked_out(sheet, place) == pytest.approx(cell.value, rel=1e-12)
    assert found > 100
    changed = Book(studies(study).folder / "study.xlsx")
    for place, cell in changed["Carbon densities"].items():
        if isinstance(cell.value, float):
            changed["Carbon densities"][place] = replace(cell, value=2 * cell.value)
    rates = {
        changed.worked_out("Carbon loss", place) / cell.value
        for place, cell in changed["Carbon loss"].items()
        if cell.formula and cell.value
    }
    assert {round(rate, 9) for rate in rates} == {2, 4}


# Sheets of which the numbers of towns are in test_study_workbook.py, and what a run was given.
OF_TOWNS, GIVEN = {"Units", "Transfers"}, "Methods and sources"
# Sheets with all rows of a table; others have those of all units too.
WHOLE_SHEETS = {"Carbon ledger": "carbonledger LEDGER", "Carbon stocks": "carbonledger STOCKS"}
WHOLE_SHEETS |= {"Consistency checks": "study CLOSURE", "Cell counts": "study AUDIT"}


@pytest.mark.parametrize("study", STUDIES)
def test_every_number_of_a_workbook_is_a_result(studies, study):
    """To the last digit, shown with the digits of its format, below its heading and in its unit."""
    made = studies(study)
    values, faults = made.values_for("study"), []
    for sheet in made.book:
        tables = made.book.tables(sheet)
        for table in tables:
            if table.caption == "Key figures":
                texts = (" ".join(shown for shown, _ in row) for row in table.rows)
                faults += [fault for text in texts for fault in unknown_numbers(text, values)]
            elif sheet != GIVEN and not (sheet in OF_TOWNS and table.rows[0][0][0] == "Unit"):
                # Shares of all units together are in test_study_workbook.py.
                table.rows = [row for row in table.rows if row[0][0] != "All units"]
                faults += [*unknown_cells(table, values), *wrong_digits(table)]
    assert faults == [], "\n".join(faults)
    (contents,) = [t for t in made.book.tables(GIVEN) if t.caption == "Worksheets"]
    for row in contents.as_dicts:
        rows = [r for r in made.book.tables(row["Sheet"])[-1].rows if ("Total", None) not in r]
        table = WHOLE_SHEETS.get(row["Sheet"])
        assert table is None or len(rows) - 1 == len(made[table])
        if not row["Sheet"].startswith("Matrix"):
            assert len(rows) - 1 == float(row["Rows"]), row


# A minus before a number whose unit, behind it or behind the next number, is tonnes.
BARE_MINUS = re.compile(r"(?<![\w\d])[-\u2212](\d[\d,.]*)( to | and | \()?([\d,.]+\)?)? t C")


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_has_a_minus_before_tonnes(studies, study, page):
    """Lost, gained, less or more, in words; tables and axes have signs."""
    told = studies(study).told(page)
    assert [text for _, text in told.sentences if BARE_MINUS.search(text)] == []


RESULTS = {
    "shares": [
        {"year": "1990", "class": "Field", "area_ha": "1234.5", "share_pct": "12.345"},
        {"year": "1990", "class": "Wood", "area_ha": "60", "share_pct": "0.6"},
        {"year": "2000", "class": "Water", "area_ha": "9", "share_pct": "0.09"},
    ],
    "loss": [{"period": "1990-2000", "tc": "-600", "tco2": "-2200"}],
}
PAGE = """
<section id="all"><p>From 1990 to 2000 a net loss of 600 t C (\u22122,200 t CO\u2082), 1,234 ha.</p>
<p>In 1990-2000 a loss of 60 t C per year. In 1990 Field had 95.4 %.</p>
<details id="table-shares"><summary><span class="caption">Share by class, %</span></summary><table>
<tr><th>Class</th><th>1990</th></tr>
<tr><td>Field</td><td class="n" data-v="12.345">12.35</td></tr>
<tr><td>Wood</td><td class="n" data-v="0.6">0.60</td></tr>
<tr><td>Water</td><td class="n">0</td></tr>
</table></details></section>
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("600 t C", "601 t C"),
        ("2,200 t CO\u2082", "600 t CO\u2082"),  # t C in its place
        ("1,234 ha", "60.4 ha"),
        ("1,234 ha", "12.345 ha"),  # per cent
        ("1990", "1991"),
        ("<th>1990", "<th>Part"),
        ('"12.345">12.35', '"1234.5">1,234.50'),  # hectares
        ('"12.345">12.35', '"0.6">0.60'),  # of another class
        (">12.35", ">12.36"),
        ("60 t C per year", "61 t C per year"),
        ("60 t C per year", "600 t C per year"),
        ("60 t C per year", "60 ha per year"),
        ("In 1990-2000", "In that time"),
        ("95.4 %", "95.3 %"),
        ("95.4 %", "4.6 %"),  # of Wood
        ("In 1990 Field", "In 2000 Field"),
        ("had 95.4 %", "had of Wood 2057.5 %"),  # of no whole
        ('"n" data-v="0.6">0.60', '"n">0'),
    ],
)
def test_another_number_is_told(old, new):
    """Or the test above could not fail."""
    values = Values({name: read_table(name, rows) for name, rows in RESULTS.items()})
    assert unknown(Told(PAGE), values, ["From 1990 to 2000"], set()) == []
    assert unknown(Told(PAGE.replace(old, new)), values, ["From 1990 to 2000"], set()) != []
