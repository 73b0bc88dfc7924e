"""Every word of every page and of the workbook of a study is translated, but names."""

import re

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.report.page import write_page
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.defaults import default_zones
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.study.workbook import WorkbookContext
from carbon_zones.test.core import (
    test_accuracy_page,
    test_analysis_page,
    test_ledger_page,
    test_mined_section,
    test_path_page,
    test_pattern_page,
)
from carbon_zones.test.core.pages import (
    CLASSES,
    NASTY,
    PROVENANCE,
    chart_of,
    results_of,
    study_page_of,
)
from carbon_zones.test.core.paths import shipped
from carbon_zones.test.core.support import COMPLEX
from carbon_zones.test.core.test_reclamation import hand
from carbon_zones.test.core.test_study_workbook import FILES, sheets_of, values_of
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

WIDE = {n: n + 0xFEE0 for n in (37, *range(65, 91), *range(97, 123))}


def wide(text: str) -> str:
    """A language with letters as wide as Chinese ones, but for what is put in."""
    return re.sub(r"(\{[^}]*\})|[^{}]+", lambda m: m[1] or m[0].translate(WIDE), text)


TOWN = (*CLASSES, LandClass(3, "c", "Town", "built"))
BUILT, BOTH = (DisturbingClasses(groups) for groups in (("built",), ("quarry", "mine", "built")))
LAND = [[[1, 1, 2, 1, 2]], [[2, 3, 1, 1, 2]], [[1, 2, 2, 1, 2]]]
ERRORS = "from_class,to_class,u95_pct\n*,*,3\n"


def chart(folder, tr):
    dates, land = [("1986", "x"), ("", "now")], [[[1, 2]], [[1, 1]]]
    return chart_of(folder / "page.html", results_of(folder / "in", land, dates), tr)


def written(folder, page, tr):
    with Drafts() as drafts:
        write_page(folder / "page.html", drafts, page, tr)
        drafts.commit_drafts()


def mined(folder, tr):
    land = hand(folder, *test_mined_section.HISTORIES, years=test_mined_section.YEARS)
    written(folder, test_mined_section.page_of(*land), tr)


MAKES = {
    "chart": chart,
    "study": study_page_of,
    "study of towns": lambda f, tr: study_page_of(f, tr, LAND, BOTH, TOWN),
    "study of units": lambda f, tr: study_page_of(f, tr, units={"W": (0, 2), "E": (2, 4)}),
    "study without losses": lambda f, tr: study_page_of(f, tr, disturbing=BUILT),
    "accuracy": lambda f, tr: test_accuracy_page.made(f, tr=tr),
    "ledger": lambda f, tr: test_ledger_page.page_of(
        f, test_ledger_page.SURE, errors=ERRORS, tr=tr
    ),
    "path": lambda f, tr: test_path_page.page_of(f, tr=tr),
    "analysis": lambda f, tr: test_analysis_page.made(f, tr=tr),
    "reclamation": mined,
    "pattern": lambda f, tr: written(f, test_pattern_page.page_of(f), tr),
}


# What is the same in every language: texts that were given, names of zones, and words.
GIVEN = {str(v) for name in ("factors", "activity") for row in shipped(name) for v in row.values()}
GIVEN |= {text for zone in default_zones() for text in (zone.key, zone.description)}
ZONES = re.compile("|".join(zone.name for zone in default_zones()))
SAME = """Fields bold quoted quot qu script Town Wood Pit Lake land map labels now survey WGS UTM
zone EPSG Field sea Rock Dump SVG PNG SHA QGIS TNFD GRI ESRS lt gt amp br extra text customdata
panel csv tif kB ha CO Mt yr BAU invented low carbon Arable Forestland Grassland Yuan et al
Shrestha Lal Ussiri sink mine built ipcc ar direct redeveloped flooded other taken all inner last
mid first middle count normal lognormal exponential rates exp min outside
interpolated annual root vegetation wood ACTIVITY activity"""
# The sign of a per cent too, which Chinese writes without a blank.
WORDS = re.compile(r"[A-Za-z]{2,}|\d[ \xa0]%")
NO_WORDS = re.compile(r"\w*_\w*|\b[0-9a-f]{64}\b|" + ZONES.pattern)


def in_english(texts) -> list[str]:
    """The texts with words that nobody translated."""
    words = {text: {*WORDS.findall(NO_WORDS.sub("", text))} for text in texts}
    return [text for text in words if text not in GIVEN and words[text].difference(SAME.split())]


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=COMPLEX if n == "analysis" else ()) for n in MAKES]
)
def test_every_word_of_a_page_is_translated_but_names(tmp_path, name):
    MAKES[name](tmp_path, wide)
    (path,) = tmp_path.glob("*.html")
    page = read_page(path)
    assert in_english(page.words) == []
    assert wide("Fields") not in page.text
    # Names are no markup, neither of the page nor of its charts.
    assert not {"b", "bold"} & {*page.tags}
    assert [text for text in page.drawn if '<b>"bold' in text] == []
    assert NASTY in page.text or name in ("path", "reclamation", "pattern")
    # Two elements of one id would break the page's script.
    html = path.read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    # Every picture has a text in its place.
    assert not re.search(r'<img(?![^>]*alt="[^"]{9})', html)


def test_every_word_of_a_workbook_is_translated_but_names(tmp_path):
    run = WorkbookContext(PROVENANCE, FILES, ["1"])
    study, sheets, _ = sheets_of(tmp_path, run, wide)
    cells = (cell for sheet in sheets.values() for row in values_of(sheet) for cell in row)
    texts = [*sheets, *(cell for cell in cells if isinstance(cell, str))]
    assert in_english(texts) == []
    # Tables in files are the same in every language.
    assert in_english(row["check"] for row in study.closure_rows)
