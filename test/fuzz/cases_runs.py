"""Random runs of the provider's algorithms on dated rasters: a case as parameters and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

from osgeo import ogr, osr

from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import write_polygons

from .cases import Case, Job, random_case
from .cases_forms import FORMS_REFUSED, ODD_FORMS
from .cases_inventory import (
    CATEGORY_COLUMNS,
    CURVE_COLUMNS,
    GAPS,
    InventoryTables,
    random_inventory,
)
from .cases_masks import random_mask
from .cases_measured import random_densities, random_measured
from .cases_names import WORDS, random_table
from .cases_paths import PathCase, random_path
from .cases_rasters import write
from .cases_samples import CHANGES, Labelled, random_design, random_labelled
from .cases_tables import COEFFICIENT_COLUMNS, ZONE_COLUMNS, random_disturbing
from .cases_years import random_year_rasters
from .legends import LEGENDS
from .oracle import cells_of
from .sheets import REFUSED, Sheet, huge, random_sheet

# Those that the oracle knows; others have plain loops of their own.
DRAWN = (
    "accuracy",
    "areashares",
    "carbonledger",
    "carbonloss",
    "changeanalysis",
    "classvalues",
    "landinventory",
    "landscapemetrics",
    "makescheme",
    "polygonclasses",
    "rastervalues",
    "reclamation",
    "samplepoints",
    "study",
    "trajectories",
    "transfermatrix",
    "zonereclassification",
)
# What else the case must be for. Algorithms that are not here are run on any classes.
JOBS = {
    "zonereclassification": {"rules": True},
    "carbonloss": {"losses": True, "is_needed": True},
    "carbonledger": {"losses": True, "is_needed": True},
    "study": {"rules": True, "losses": True, "units": True, "twice": True},
    "classvalues": {"values": True},
    "reclamation": {"mining": True, "units": True},
    "landinventory": {"inventory": True, "units": True},
}
# Algorithms on series that one date is not enough for.
AT_LEAST_TWO = (
    "study",
    "trajectories",
    "changeanalysis",
    "carbonledger",
    "classvalues",
    "reclamation",
    "landinventory",
)
# Those that go by the years of the dates.
BY_YEARS = ("study", "carbonledger", "rastervalues", "landinventory")
# Those that take rasters of years, and what they write of them.
OF_CHANGE = ("reclamation", "carbonledger", "landinventory", "study")
# Outputs that go by the years of all dates.
OF_YEARS = ("AGES", "AGE", "BY_YEAR")
# Those on one map, with a sample of it.
OF_ONE_MAP = ("accuracy", "samplepoints", "carbondensities")
# Those that measure rasters of values, and the one that needs no raster: drawn more often.
OF_NUMBERS = ("carbondensities", "rastervalues", "neutralitypath")
# The tables of RASTERVALUES that go by groups.
BY_USE = ("BY_AGE", "BY_STATUS")
# Outputs that need groups in an algorithm that works on any classes, or more of the oracle than
# it knows of the algorithm, and are tried elsewhere.
OF_GROUPS = {
    "trajectories": ("SUSPECTS", "SUSPECT_MAP"),
    "changeanalysis": ("CONTRIBUTIONS",),
    "study": ("BY_YEAR",),
}
# Those that go by what every value means, and the words that they know classes by.
OF_NAMES = {
    "reclamation": WORDS,
    "rastervalues": WORDS,
    "samplepoints": tuple(CHANGES),
    "landinventory": ("Arable", "forest", "mangrove", "Grass", "shrub", "bog", "Town", "Pit", "c8"),
    "carbondensities": ("arable", "paddy", "forest", "grass", "orchard", "shrub", "wetland", "bog"),
}
# Those of which ages tell something only after two dates.
OF_AGES = ("rastervalues",)
# A class that no case has.
PATCH = "Fuzz pit"
# Systems of one datum, between which there is one way.
SAME_DATUM = (32649, 32650, 3857, 4326)


@dataclass
class Run:
    """A run: what is asked for, and what its case should give.

    `refusal` are the words of the sentence that must refuse it for a parameter that was spoilt,
    `may_refuse` those of one that may; `cancelled_at` is after how many questions, whether to go
    on, it is cancelled, 0 for never; `patches` polygons in the system of the cells that stand for
    the class PATCH, `labelled` a sample of the map that somebody has labelled, `path` the tables of
    a path, which has no case, `sheets` the text files by parameter, `warning` how a warning begins
    that there must be.
    """

    algorithm: str
    case: Case | None
    parameters: dict
    refusal: tuple = ()
    may_refuse: tuple = ()
    cancelled_at: int = 0
    patches: list | None = None
    labelled: Labelled | None = None
    path: PathCase | None = None
    sheets: dict[str, Sheet] = field(default_factory=dict)
    warning: str = ""


def random_run(rng, folder: Path) -> Run:
    """A run with its files in a folder, its outputs in folder/out."""
    names = DRAWN if rng.random() < 0.65 else OF_NUMBERS
    algorithm = names[rng.integers(len(names))]
    (folder / "out").mkdir()
    if algorithm == "neutralitypath":
        path, parameters, sheets = random_path(rng, folder)
        parameters |= _outputs(rng, algorithm, folder / "out")
        run = Run(algorithm, None, parameters, path=path, sheets=sheets)
    else:
        run = _of_rasters(rng, algorithm, folder)
    if rng.random() < 0.15:
        spoil = SPOILERS[rng.integers(len(SPOILERS))]
        run.refusal = spoil(rng, run, folder)
        if run.case and run.case.densities and not run.case.densities.has_map:
            # What is for a map is not used without one, and so may be wrong.
            run.refusal, run.may_refuse = (), run.refusal
    elif rng.random() < 0.2:
        _spoil_table(rng, run)
    elif rng.random() < 0.1:
        _huge_number(rng, run)
    elif rng.random() < 0.1:
        run.cancelled_at = int(rng.choice([1, 3, 10, 30, 60]))
    elif rng.random() < 0.15:
        ODD_FORMS[rng.integers(len(ODD_FORMS))](rng, run, folder)
    return run


def _of_rasters(rng, algorithm: str, folder: Path) -> Run:
    contract = CONTRACTS[algorithm]
    least = 2 if algorithm in AT_LEAST_TWO or (algorithm in OF_AGES and rng.random() < 0.9) else 1
    length = 2 if contract.is_pair else int(rng.integers(least, 5))
    length = 1 if algorithm in OF_ONE_MAP else length
    length = 5 if algorithm == "study" and rng.random() < 0.5 else length
    # The maps of densities end at coasts.
    may_be_far = algorithm != "carbondensities"
    job = Job(**JOBS.get(algorithm, {}), any_base=contract.is_pair, may_be_far=may_be_far)
    case = random_case(rng, folder, length, job)
    if algorithm in OF_NAMES and rng.random() < 0.6:
        case = replace(case, table=random_table(rng, case.dates, OF_NAMES[algorithm]))
        for row in case.table if algorithm == "samplepoints" else ():
            # Names that tell a conversion.
            row["name"] = ""
        for row in case.table if algorithm == "reclamation" else ():
            row["natural"] = str(rng.choice(["yes", "yes", "no", ""]))
        if case.inventory is not None:
            case = replace(case, inventory=random_inventory(rng, case))
    parameters: dict = {}
    if algorithm == "carbondensities":
        densities, parameters = random_densities(rng, case, folder)
        case = replace(case, densities=densities)
    elif algorithm in OF_ONE_MAP:
        case = replace(case, window=None)
        parameters = {"MAP": case.dates[0].path}
    elif contract.is_pair:
        case = replace(case, given=[0, 1])
        parameters = {"EARLIER": case.dates[0].path, "LATER": case.dates[1].path}
        if case.base:
            parameters["GRID"] = "later"
    else:
        parameters["LAYERS"] = [case.dates[place].path for place in case.given]
        if "YEARS" in contract.parameters:
            has_ways = algorithm == "landinventory" and len(case.dates) > 2
            gaps = GAPS[rng.integers(len(GAPS))] if has_ways else ()
            parameters |= _years(rng, case, algorithm in BY_YEARS, gaps)
    share = 0.9 if len(case.dates) == 5 else 0.5
    if algorithm in OF_CHANGE and all(date.year for date in case.dates) and rng.random() < share:
        rasters, own = random_year_rasters(rng, case, folder)
        case, parameters = replace(case, year_rasters=rasters), parameters | own
    if algorithm == "study" and case.losses.is_own:
        # Mined again, land loses less, by its age.
        for row in case.losses.rows:
            row["soil_loss_fraction"] = "0.25"
    if algorithm == "carbonledger":
        case.losses.years = tuple(int(date.year) for date in case.dates)
    parameters |= _shared(rng, case, folder)
    sheets = _tables(rng, case, folder, parameters)
    parameters |= {name: sheet.write() for name, sheet in sheets.items()}
    parameters |= _outputs(rng, algorithm, folder / "out")
    if not all(date.year for date in case.dates):
        parameters = {name: given for name, given in parameters.items() if name not in OF_YEARS}
    if algorithm == "rastervalues":
        case, own = _measured(rng, case, folder, parameters)
        parameters |= own
    if algorithm == "study" and rng.random() < 0.6:
        case = replace(case, idle_years=int(rng.integers(1, 25)))
        parameters["IDLE_YEARS"] = case.idle_years
        parameters["IDLE_MIN_HA"] = float(rng.choice([0.0, 0.2, 1.0, 30.0]))
    run = Run(algorithm, case, parameters, sheets=sheets)
    if algorithm == "polygonclasses":
        grid = case.dates[case.base].grid
        run.patches = random_mask(rng, grid)
        parameters["POLYGONS"] = _polygons(rng, run.patches, grid.epsg, folder / "patches")
        parameters["CLASS"] = PATCH
    if algorithm == "samplepoints":
        parameters |= random_design(rng, cells_of(case))
    if algorithm == "accuracy":
        run.labelled = random_labelled(rng, case, cells_of(case))
        parameters |= _labelled(rng, run.labelled, case.dates[0].grid.epsg, folder)
    return run


def _measured(rng, case: Case, folder: Path, outputs: dict) -> tuple[Case, dict]:
    """A case with rasters of values, and their parameters."""
    disturbing = "mine" if rng.random() < 0.5 else random_disturbing(rng, case)
    measured, parameters = random_measured(rng, case, folder, disturbing)
    measured.by_use = any(name in outputs for name in BY_USE)
    return replace(case, measured=measured), parameters


def _years(rng, case: Case, is_needed: bool, gaps: tuple = ()) -> dict:
    """YEARS for layers without years in their names, and now and then for others.

    Args:
        gaps: the years from date to date, whatever the names say; without them any.
    """
    if gaps:
        for date, gone in zip(case.dates, accumulate(gaps, initial=1990)):
            date.year = str(gone)
    elif case.dates[0].year:
        if rng.random() < 0.8:
            return {}
    elif is_needed or rng.random() < 0.5:
        for place, date in enumerate(case.dates):
            date.year = str(1980 + 7 * place)
    else:
        return {}
    years = [case.dates[place].year for place in case.given]
    return {"YEARS": ",".join(years) if rng.random() < 0.7 else years}


def _shared(rng, case: Case, folder: Path) -> dict:
    """What all algorithms on dated rasters take."""
    given: dict = {"AREA_METHOD": case.method}
    if case.method == "auto" and rng.random() < 0.5:
        given = {}
    if case.nodata:
        texts = [str(value) for value in case.nodata]
        given["NODATA"] = texts if rng.random() < 0.2 else ",".join(texts)
    grid = case.dates[case.base].grid
    if case.window is not None:
        x, dx, _, y, _, dy = grid.transform
        column, row, width, height = case.window
        edges = (x + column * dx, x + (column + width) * dx, y + (row + height) * dy, y + row * dy)
        given["EXTENT"] = ",".join(repr(float(edge)) for edge in edges) + f" [EPSG:{grid.epsg}]"
    if case.scheme is not None:
        given["SCHEME"] = case.scheme
    elif case.table is not None and rng.random() < 0.2:
        given["SCHEME"] = str(rng.choice(LEGENDS))
    if case.mask is not None:
        given["MASK"] = _polygons(rng, case.mask, grid.epsg, folder / "mask")
    if case.units is not None:
        shapes, fields = [(text, [name]) for name, text in case.units], {"name": ogr.OFTString}
        path = folder / f"units.{rng.choice(['gpkg', 'geojson'])}"
        given["UNITS"] = write_polygons(path, shapes, epsg=grid.epsg, fields=fields)
        given["UNIT_FIELD"] = "name"
    return given


def _polygons(rng, shapes: list, epsg: int, path: Path) -> str:
    """A layer of some polygons, some in another system, and of features without an area."""
    there = epsg
    if epsg in SAME_DATUM and rng.random() < 0.4:
        there = int(rng.choice(SAME_DATUM))
    texts: list = [_moved(text, epsg, there) for text in shapes]
    if rng.random() < 0.2:
        texts.insert(int(rng.integers(len(texts) + 1)), None)
    if rng.random() < 0.2:
        texts.insert(int(rng.integers(len(texts) + 1)), "POLYGON EMPTY")
    ending = str(rng.choice(["gpkg", "geojson"]))
    return write_polygons(path.with_suffix(f".{ending}"), texts, epsg=there)


def _labelled(rng, labelled: Labelled, epsg: int, folder: Path) -> dict:
    """A labelled sample as parameters: a layer in any system, and the table of its strata."""
    there = epsg
    if epsg in SAME_DATUM and labelled.points and rng.random() < 0.4:
        there = int(rng.choice(SAME_DATUM))
    kinds = dict.fromkeys(("label", "shown"), ogr.OFTInteger64) | {"part": ogr.OFTString}
    shapes = [
        (_moved(one.shape, epsg, there), [one.label, one.shown, one.part])
        for one in labelled.features
    ]
    ending = str(rng.choice(["gpkg", "geojson"]))
    layer = write_polygons(folder / f"labelled.{ending}", shapes, epsg=there, fields=kinds)
    given = {"REFERENCE": layer, "DESIGN": labelled.design}
    if labelled.by_field:
        given["MAP_FIELD"] = "shown"
    if labelled.strata is not None:
        path = folder / "strata.csv"
        sheet = random_sheet(rng, path, labelled.strata)
        given |= {"STRATA": sheet.write(), "STRATUM_FIELD": "part"}
    return given


def _moved(text: str, here: int, there: int) -> str:
    """A polygon in another reference system, corner by corner."""
    if here == there:
        return text
    systems = [osr.SpatialReference() for _ in range(2)]
    for system, code in zip(systems, (here, there)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    geometry = ogr.CreateGeometryFromWkt(text)
    geometry.Transform(osr.CoordinateTransformation(*systems))
    return geometry.ExportToIsoWkt()


def _tables(rng, case: Case, folder: Path, given: dict) -> dict[str, Sheet]:
    """The tables of the scheme by parameter; what goes with them is added to the parameters."""
    sheets: dict = {}
    tables = (case.losses, case.values)
    if any(table is not None and not table.is_own for table in tables):
        given["DENSITIES"] = "paper"
    elif any(tables) and rng.random() < 0.4:
        # With others, land that the table lacks would have their densities.
        given["DENSITIES"] = "auto"
    if case.table is not None:
        path = folder / "classes.csv"
        sheets["CLASSES"] = random_sheet(rng, path, case.table, (), ("value", "class"))
    if case.rules is not None and case.rules.is_own:
        rows, columns = case.rules.rows, case.rules.columns
        needed = columns if "to" in columns else ("from",)
        sheets["RULES"] = random_sheet(rng, folder / "rules.csv", rows, columns, needed)
    if case.rules is not None and case.rules.has_own_zones:
        sheets["ZONE_TABLE"] = random_sheet(
            rng, folder / "zones.csv", case.rules.zones, ZONE_COLUMNS
        )
    if case.losses is not None:
        if case.losses.is_own:
            rows, columns = case.losses.rows, tuple(case.losses.rows[0])
            path = folder / "coefficients.csv"
            sheets["COEFFICIENTS"] = random_sheet(rng, path, rows, columns, (), columns[1:])
        if case.losses.disturbing != "mine" or rng.random() < 0.5:
            given["TAKING_GROUPS"] = case.losses.disturbing
    if case.mining is not None and (case.mining != "mine" or rng.random() < 0.5):
        given["TAKING_GROUPS"] = case.mining
    if case.inventory is not None:
        sheets |= _inventory_tables(rng, case.inventory, folder, given)
    if case.values is not None:
        if case.values.is_own:
            rows, columns, names = case.values.rows, case.values.columns, case.values.names
            path, needed = folder / "values.csv", ("class", *names)
            sheets["VALUES"] = random_sheet(rng, path, rows, columns, needed, names)
        # Without it the first column of a file is shown, whichever that is.
        if len(case.values.names) > 1 or rng.random() < 0.5:
            given["COLUMN"] = case.values.shown
    return sheets


def _inventory_tables(rng, tables: InventoryTables, folder: Path, given: dict) -> dict[str, Sheet]:
    """The tables of an inventory by parameter; its numbers are added to the parameters."""
    sheets: dict = {}
    if tables.categories is not None:
        path = folder / "categories.csv"
        sheets["CATEGORIES"] = random_sheet(rng, path, tables.categories, CATEGORY_COLUMNS)
    if tables.coefficients is not None:
        path, densities = folder / "coefficients.csv", COEFFICIENT_COLUMNS
        columns = (*densities, *CURVE_COLUMNS)
        sheets["COEFFICIENTS"] = random_sheet(
            rng, path, tables.coefficients, columns, densities, densities[1:]
        )
    if tables.supplements or tables.coefficients is None:
        given["DENSITIES"] = "paper"
    chosen = {
        "TRANSITION_YEARS": (tables.transition, 20),
        "BARE_BIOMASS": (tables.bare_biomass, "zero"),
        "BARE_SOIL": (tables.bare_soil, "not_estimated"),
    }
    for name, (value, default) in chosen.items():
        if value != default or rng.random() < 0.3:
            given[name] = value
    return sheets


def _outputs(rng, algorithm: str, out: Path) -> dict:
    """All outputs that must be, some of the others, and seldom the pages, which take long."""
    contract = CONTRACTS[algorithm]
    places = outputs_in(algorithm, out)
    if contract.is_dated:
        places["AUDIT"] = str(out / "audit.csv")
    of_page = 0.2 if algorithm in OF_NUMBERS else 0.08
    likely = {name: of_page if place.endswith(".html") else 0.7 for name, place in places.items()}
    return {
        name: place
        for name, place in places.items()
        if name not in OF_GROUPS.get(algorithm, ())
        and (name in contract.required or rng.random() < likely[name])
    }


def _value(name: str, value, *words: str, of: str = "") -> Callable:
    """Give a parameter a value that must be refused with some words, where there is such a one."""

    def spoil(rng, run: Run, folder: Path) -> tuple:
        kind = CONTRACTS[run.algorithm].parameters.get(name, ("",))[0]
        # One algorithm writes what others read.
        if not kind or (kind == "sink" and of != "output"):
            return ()
        run.parameters[name] = str(folder / value) if of else value
        return (name, *words)

    return spoil


def _bytes(name: str) -> Callable:
    """A table that holds anything."""

    def spoil(rng, run: Run, folder: Path) -> tuple:
        kind = CONTRACTS[run.algorithm].parameters.get(name, ("sink",))[0]
        if kind == "sink":
            return ()
        path = folder / f"bytes_{name.lower()}.csv"
        path.write_bytes(rng.integers(0, 256, int(rng.integers(1, 200)), "u1").tobytes())
        run.parameters[name] = str(path)
        return (name,)

    return spoil


def _points(rng, run: Run, folder: Path) -> tuple:
    if "MASK" not in CONTRACTS[run.algorithm].parameters:
        return ()
    points = ["POINT (600010 4399990)", "POINT (600100 4399900)"]
    run.parameters["MASK"] = write_polygons(folder / "points.gpkg", points, kind=ogr.wkbPoint)
    return ("MASK",)


def _cut(rng, run: Run, folder: Path) -> tuple:
    """A raster of which the end is missing; where that part is not read, all may be well."""
    if run.case is None:
        return ()
    path = Path(run.case.dates[-1].path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * rng.uniform(0.0, 0.98))])
    return ("",)


def _many_squares(rng, run: Run, folder: Path) -> tuple:
    """As many squares as tables have, and a report has not."""
    grid = None if run.case is None else run.case.dates[run.case.base].grid
    if run.algorithm != "study" or grid.epsg not in (32649, 32650):
        return ()
    rows, columns = run.case.window[:1:-1] if run.case.window else grid.shape
    area = abs(rows * columns * grid.transform[1] * grid.transform[5])
    side = (area / float(rng.uniform(8_000, 25_000))) ** 0.5 / 1000
    if side < 0.001:
        return ()
    for name in ("UNITS", "UNIT_FIELD"):
        run.parameters.pop(name, None)
    run.parameters |= {"UNITS_SIZE": side, "REPORT": str(folder / "out" / "report.html")}
    return ("UNITS_SIZE", "(at most 4,000)")


def _unknown(rng, run: Run, folder: Path) -> tuple:
    run.parameters["SCHEMA"] = "clcd"
    return ("SCHEMA", "SCHEME")


def _values(rng, run: Run, folder: Path) -> tuple:
    """Change analysis reads the table only for some of its outputs."""
    if run.algorithm != "classvalues":
        return ()
    return _bytes("VALUES")(rng, run, folder)


def _spoil_table(rng, run: Run) -> None:
    """Spoil one of the tables, where there is one."""
    names = sorted(run.sheets)
    if names:
        name = names[rng.integers(len(names))]
        words = REFUSED[rng.integers(len(REFUSED))](rng, run.sheets[name])
        run.refusal = () if words is None else (name, *words)


def _huge_cells(rng, run: Run) -> None:
    """Cells of land use beyond all measure, which may be where none counts."""
    date = run.case.dates[-1]
    date.values = date.values.astype("f8")
    date.values[rng.random(date.values.shape) < 0.1] = float(rng.choice([1e308, -1e308, 1e20]))
    date.colours = {}  # are for bytes alone
    write(date, ())
    run.may_refuse = (date.layer.split(".")[0],)


def _huge_number(rng, run: Run) -> None:
    """A number beyond all measure, in a table or as a parameter."""
    names = [name for name in sorted(run.sheets) if run.sheets[name].numbers]
    if names and rng.random() < 0.7:
        name = names[rng.integers(len(names))]
        if huge(rng, run.sheets[name]) is not None:
            run.may_refuse = (name,)
        return
    if run.case is not None and rng.random() < 0.3:
        _huge_cells(rng, run)
        return
    kinds = CONTRACTS[run.algorithm].parameters
    numbers = sorted(name for name, kind in kinds.items() if kind[0] in ("number", "band"))
    if numbers:
        name = numbers[rng.integers(len(numbers))]
        run.parameters[name] = float(rng.choice([1e308, -1e308, 1.5e15]))
        run.may_refuse = (name,)


SPOILERS = (
    _value("SCHEME", "lunar", "lunar", "clcd"),
    _value("TAKING_GROUPS", "mine,sink", "sink"),
    _value("TAKING_GROUPS", " ; ", "group"),
    _value("NODATA", "0,many", "many"),
    _value("YEARS", "1990,later"),
    _value("EXTENT", "1,2,3", "1,2,3"),
    _value("EXTENT", "0,1,0,1 [EPSG:nothing]", "EPSG:nothing"),
    _value("AREA_METHOD", "guess", "guess"),
    _value("MASK", "nowhere.gpkg", "nowhere.gpkg", of="file"),
    _value("COEFFICIENTS", "nowhere.csv", "nowhere.csv", of="file"),
    _value("AUDIT", "deep/audit.csv", "deep", of="output"),
    _many_squares,
    _bytes("CLASSES"),
    _bytes("RULES"),
    _bytes("COEFFICIENTS"),
    _value("COLUMN", "wool", "'wool'"),
    _value("DENSITIES", "moon", "moon", "place"),
    _value("PLACE", "181,0", "181,0"),
    _value("PLACE", "moon", "moon"),
    _value("STRATA_BY", "change", "change", "taken"),
    _value("MIN_PER_STRATUM", "buffer=many", "buffer=many"),
    _value("BUFFER", 101, "BUFFER", "101"),
    _value("VALUES", "nowhere.csv", "nowhere.csv", of="file"),
    _values,
    _points,
    _cut,
    _unknown,
    *FORMS_REFUSED,
)
