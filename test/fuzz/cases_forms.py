"""Inputs in forms that must be refused with what to do, and odd forms that must work as others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal, ogr

from carbon_zones.test.contracts import CONTRACTS

if TYPE_CHECKING:
    from .cases_runs import Run


def other_order(rng, run: Run, folder: Path) -> tuple:
    """An extent as xmin,ymin,xmax,ymax, which lies on the cells that way."""
    if run.case is None or "EXTENT" not in CONTRACTS[run.algorithm].parameters:
        return ()
    grid = run.case.dates[run.case.base].grid
    x, dx, _, y, _, dy = grid.transform
    right, bottom = x + grid.shape[1] * dx, y + grid.shape[0] * dy
    left, top = x + rng.uniform(0, 0.4) * (right - x), y + rng.uniform(0, 0.4) * (bottom - y)
    edges = [float(edge) for edge in (left, bottom, right, top)]
    texts = [repr(edge) for edge in edges]
    given = ",".join(texts)
    run.parameters["EXTENT"] = texts if rng.random() < 0.5 else f"{given} [EPSG:{grid.epsg}]"
    # As it is read: from one edge to the next, whichever is smaller.
    across, down = sorted(edges[:2]), sorted(edges[2:])
    wide = max(0.0, min(across[1], right) - max(across[0], x))
    high = max(0.0, min(down[1], y) - max(down[0], bottom))
    whole = (across[1] - across[0]) * (down[1] - down[0])
    if whole and wide * high / whole >= 0.1:
        return ("",)
    return ("EXTENT", given, ",".join(texts[place] for place in (0, 2, 1, 3)))


def years_apart(rng, run: Run, folder: Path) -> tuple:
    """Years with blanks between them."""
    if run.case is None or "YEARS" not in CONTRACTS[run.algorithm].parameters:
        return ()
    run.parameters["YEARS"] = str(rng.choice([" ", "/", " and "])).join(["1990", "2001"])
    return ("YEARS: separate the years with commas: 1990,2001",)


def one_text(rng, run: Run, folder: Path) -> tuple:
    """All layers in one text."""
    layers = run.parameters.get("LAYERS", ())
    if len(layers) < 2:
        return ()
    run.parameters["LAYERS"] = str(rng.choice([";", ",", ", ", "\n"])).join(layers)
    return ("LAYERS", "is a single text; give a list")


def empty_file(rng, run: Run, folder: Path) -> tuple:
    """A table, or a layer of polygons, of no bytes."""
    kinds = CONTRACTS[run.algorithm].parameters
    # Whether there may be strata is asked first.
    names = sorted(n for n, kind in kinds.items() if kind[0] == "source" and n != "STRATA")
    if not names:
        return ()
    name = names[rng.integers(len(names))]
    path = folder / f"empty.{rng.choice(['csv', 'gpkg', 'xlsx', 'sqlite'])}"
    path.touch()
    run.parameters[name] = str(path)
    return (name, path.name, "is empty")


def rotated(rng, run: Run, folder: Path) -> tuple:
    """A raster whose rows do not run from west to east."""
    if run.case is None:
        return ()
    with gdal.Open(run.case.dates[-1].path, gdal.GA_Update) as dataset:
        x, dx, _, y, _, dy = dataset.GetGeoTransform()
        dataset.SetGeoTransform((x, dx, dx / 7, y, dy / 9, dy))
    return ("the grid is rotated; run Warp",)


FORMS_REFUSED = (other_order, other_order, years_apart, one_text, empty_file, rotated)


def _broken_name(rng, run: Run, folder: Path) -> None:
    """A line break in the name of a table's file."""
    names = [n for n, place in run.parameters.items() if _is_own_table(place)]
    if names:
        name = names[rng.integers(len(names))]
        path = Path(run.parameters[name])
        run.parameters[name] = str(path.with_name(f"{path.stem}\nof two{path.suffix}"))


def _in_memory(rng, run: Run, folder: Path) -> None:
    """A table that is kept in memory, under a name or its own."""
    names = [n for n, place in run.parameters.items() if _is_own_table(place) and n == "AUDIT"]
    if names:
        run.parameters["AUDIT"] = "memory:" if rng.random() < 0.5 else "memory:my cells"


def _is_own_table(place: object) -> bool:
    return isinstance(place, str) and "/out/" in place and place.endswith(".csv")


def _as_database(rng, run: Run, folder: Path) -> None:
    """A table as the only one of an SQLite database."""
    names = sorted(run.sheets)
    if not names:
        return
    sheet = run.sheets[names[rng.integers(len(names))]]
    (name,) = (name for name, one in run.sheets.items() if one is sheet)
    path, options = folder / f"{name.lower()}.sqlite", [f"METADATA={rng.choice(['YES', 'NO'])}"]
    with ogr.GetDriverByName("SQLite").CreateDataSource(str(path), options) as database:
        layer = database.CreateLayer("the table", None, ogr.wkbNone, ["LAUNDER=NO"])
        for column in sheet.columns:
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        for row in sheet.rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for place, column in enumerate(sheet.columns):
                cell = row[sheet.shown.get(column, column)]
                if cell is not None:
                    feature.SetField(place, str(cell))
            layer.CreateFeature(feature)
    run.parameters[name] = str(path)


def _edited(rng, run: Run, folder: Path) -> None:
    """A table that is open for editing, with a cell written anew."""
    from qgis.core import QgsProject, QgsVectorLayer

    _as_database(rng, run, folder)
    for name in run.sheets:
        path = run.parameters[name]
        if isinstance(path, str) and path.endswith(".sqlite"):
            layer = QgsVectorLayer(f"{path}|layername=the table", f"edited {name}", "ogr")
            feature, place = next(layer.getFeatures()), layer.fields().count() - 1
            cell = feature[place]
            if layer.startEditing() and layer.changeAttributeValue(feature.id(), place, "x"):
                layer.changeAttributeValue(feature.id(), place, cell)
                # A refusal holds what a script gives beyond QGIS's end, and a layer may not be.
                QgsProject.instance().addMapLayer(layer)
                run.parameters[name] = layer.id()
                run.warning = f"{name}: layer 'edited {name}' has unsaved edits, which are "


def _titled(rng, run: Run, folder: Path) -> None:
    """A title of two lines, by which the site is called."""
    if run.algorithm == "study":
        run.parameters |= {"TITLE": "North\npit", "DISCLOSURE": str(folder / "site.csv")}


ODD_FORMS = (_broken_name, _in_memory, _as_database, _edited, _titled)


def wrong_form(run: Run, results: dict, warnings: list) -> str:
    """What of an odd form was not done, '' if nothing."""
    from carbon_zones.test.helpers import read_csv

    if run.warning and not any(line.startswith(run.warning) for line in warnings):
        return f"not warned: {run.warning}"
    place = run.parameters.get("AUDIT", "")
    if place.startswith("memory:"):
        name = results["AUDIT"].name()
        if name != (place[7:] or "Cell counts"):
            return f"a table in {place} is called {name}"
    if "TITLE" in run.parameters and run.algorithm == "study":
        sites = {row["site"] for row in read_csv(run.parameters["DISCLOSURE"])}
        if not sites <= {"North pit", "(outside)", *(name for name, _ in run.case.units or ())}:
            return f"sites {sites}"
    return ""
