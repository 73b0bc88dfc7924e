"""Small results, and the pages that are made of them."""

from __future__ import annotations

import base64
from pathlib import Path

import numpy as np

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.files import Provenance
from carbon_zones.core.base.messages import Message, Notes, Term, Translator
from carbon_zones.core.pattern.measures import CentroidCounter
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.report.change_sections import area_share_page
from carbon_zones.core.report.page import write_page
from carbon_zones.core.report.report_maps import MapPicture, history_thumbnail
from carbon_zones.core.report.results_page import describe_input_files
from carbon_zones.core.results.loss_gap import LossGapCounter
from carbon_zones.core.results.results import Results
from carbon_zones.core.results.zones import ZoneRaster
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scan.series_count import OptionalCombinationCounter, count_series
from carbon_zones.core.scan.units import PolygonUnits
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import Coefficients
from carbon_zones.core.scheme.defaults import default_zones
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.zone_rules import read_rules
from carbon_zones.core.study.idle_areas import IdleSpanCollector
from carbon_zones.core.study.idle_land import IdleRule
from carbon_zones.core.study.page import study_page
from carbon_zones.core.study.priorities import MinedSquares
from carbon_zones.core.study.study import Study, StudyConsumers, unit_thumbnail
from carbon_zones.test.core.passes import PART, wkb
from carbon_zones.test.core.support import holding, table
from carbon_zones.test.helpers import read_raster, write_raster
from carbon_zones.test.pages import Page, read_page

NASTY = "A <b>\"bold\"</b> & 'quoted' </script> {{ 7*7 }} {x}"
CLASSES = (LandClass(1, "a", "Fields", "sink", "#aa5500"), LandClass(2, "b", NASTY, "mine"))
MINING, TEN_YEARS = DisturbingClasses(), IdleRule(10)
PROVENANCE = Provenance(
    made_on="2026-01-02",
    versions=(("QGIS", "x"),),
    tables=(
        (Term("Rule table"), Message("{table} (default, Yang et al. 2022)", table="r.csv")),
        (Term("Zone table"), "{x}.csv"),
    ),
)


# What begins every text in a foreign language.
SIGN = "\N{SECTION SIGN}"


def same(text: str) -> str:
    return text


def foreign(text: str) -> str:
    """A language in which every text begins with a sign."""
    return f"{SIGN}{text}"


def said(number: float, digits: int = 0) -> str:
    """A number as a page says it."""
    return f"{number:,.{digits}f}".replace("-", "\u2212")


def says(text: str, *parts: str) -> None:
    """That a text has all of these parts."""
    assert [part for part in parts if part not in text] == [], text


def series_of(folder: Path, arrays: list, dates: list[tuple[str, str]], classes=CLASSES) -> Series:
    """A series of arrays of the values of classes, in cells of one hectare that lie nowhere.

    Args:
        dates: year and layer of each.
    """
    folder.mkdir(parents=True)
    paths = [
        write_raster(folder / f"{n}.tif", cells, cell=(100.0, 100.0), epsg=None)
        for n, cells in enumerate(arrays)
    ]
    inputs = [RasterInput(p, layer, date=Date(y, layer)) for p, (y, layer) in zip(paths, dates)]
    return open_series(inputs, "planimetric", [(c.value, c) for c in classes])


def results_of(folder: Path, arrays: list, dates: list[tuple[str, str]]) -> Results:
    """What areashares has of such a series."""
    series = series_of(folder, arrays, dates)
    return Results(series, count_series(series, []))


def chart_of(path: Path, results: Results, tr: Translator = same) -> Page:
    """The page of areashares, written as the algorithm does."""
    with Drafts() as drafts:
        page = area_share_page(results, PROVENANCE, [None] * len(results.dates))
        write_page(path, drafts, page, tr)
        drafts.commit_drafts()
    return read_page(path)


def cells_of(drawn: MapPicture, folder: Path) -> np.ndarray:
    """The numbers of the colours in a picture's palette, pixel by pixel."""
    (folder / "p.png").write_bytes(base64.b64decode(drawn.uri.partition(",")[2]))
    return read_raster(folder / "p.png")


FIELDS_AND_PITS = ([[1, 1, 1, 2, 2]], [[1, 2, 2, 2, 2]], [[1, 2, 2, 2, 1]])


def study_of(
    folder: Path,
    drafts: Drafts,
    arrays=FIELDS_AND_PITS,
    disturbing: DisturbingClasses = MINING,
    classes=CLASSES,
    most: int = 1000,
    units: dict[str, tuple[int, int]] | None = None,
    stocks: Coefficients | None = None,
    rule: IdleRule = TEN_YEARS,
) -> Study:
    """A study of three dates, ten years apart: mining takes two fields, then one comes back.

    Args:
        arrays: other land, by date.
        disturbing: what takes land where that is not mining.
        classes: other ones.
        most: combinations that are not too many.
        units: the columns, from the first to before the last, that each unit has by its name.
        stocks: what else land holds than 50 t C/ha of soil and 5 of vegetation.
        rule: what idle land is; by the usual one all that changed since 2000 would be undated.
    """
    years = [str(1990 + 10 * n) for n in range(len(arrays))]
    dates = [(year, f"land_{year}") for year in years]
    series = series_of(folder / "in", arrays, dates, classes)
    words = "from,to,zone\n@sink,@sink,1\n@sink,@mine,4\n@mine,@mine,3"
    rules = read_rules(table("rules", words), default_zones(), series.classes, Notes())
    spans = create_periods(series.dates)
    writer = RasterWriter(series, drafts)
    rasters = [
        ZoneRaster(writer, folder / f"zones_{n}.tif", period, rules)
        for n, period in enumerate(spans[: len(arrays) - 1])
    ]
    parts = None
    if units is not None:
        named = [(name, wkb(series.grid, [_box(*columns)])) for name, columns in units.items()]
        parts = PolygonUnits("units", named, series.grid)
    squares = MinedSquares(series, disturbing) if parts is None else None
    consumers = StudyConsumers(
        zones=rasters,
        discrepancy=LossGapCounter(series, disturbing),
        histories=OptionalCombinationCounter(series, most=most),
        land=history_thumbnail(series),
        centres=CentroidCounter(series),
        units_map=unit_thumbnail(series) if parts else None,
        units=parts,
        squares=squares,
        rule=rule,
        idle=IdleSpanCollector(series, disturbing, rule, parts, squares),
    )
    census = count_series(series, spans, consumers.all_consumers, units=parts)
    held = stocks or holding(a=(50.0, 5.0))
    return Study(series, census, rules, held, disturbing, consumers)


def _box(first: int, last: int) -> list[tuple[int, int]]:
    """The corners of some columns of a hundred rows, as `wkb` takes them."""
    corners = [(first, 0), (last, 0), (last, 100), (first, 100)]
    return [(PART * across, PART * down) for across, down in corners]


def study_page_of(folder: Path, tr: Translator = same, *args, **kwargs) -> Page:
    """The page report.html of a study, which takes the further arguments.

    Only the first date lies in a file, as far as the page knows.
    """
    with Drafts() as drafts:
        study = study_of(folder, drafts, *args, **kwargs)
        files = describe_input_files([study.series.rasters[0].source.path, "", ""])
        page = study_page(study, PROVENANCE, files)
        write_page(folder / "report.html", drafts, page, tr)
        drafts.commit_drafts()
    return read_page(folder / "report.html")
