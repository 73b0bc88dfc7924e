"""What of a page is open on arrival; test/browser opens the rest."""

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.report.page import Section
from carbon_zones.core.report.results_page import create_results_page
from carbon_zones.core.study import page as the_page
from carbon_zones.core.study.page import OPEN_SECTIONS, SECTIONS, study_page
from carbon_zones.test.core.pages import PROVENANCE, results_of, study_of


def test_a_study_opens_with_what_a_reader_came_for(tmp_path):
    with Drafts() as drafts:
        page = study_page(study_of(tmp_path, drafts), PROVENANCE, [None] * 3)
    # Of a study without rasters of years.
    opened = [name for name in OPEN_SECTIONS if name != "by-year"]
    assert [one.name for one in page.sections if not one.folded] == opened
    balance = next(one for one in page.sections if one.name == "mine-carbon")
    assert {chart.name for chart in balance.charts if not chart.folded} == {"balance"}
    assert {table.name for table in balance.tables if not table.folded} == {"balance"}


def test_a_chapter_that_has_no_section_is_left_out(tmp_path, monkeypatch):
    shortened = {"": SECTIONS[""], "Nothing here": (lambda study: None,)}
    monkeypatch.setattr(the_page, "SECTIONS", shortened)
    with Drafts() as drafts:
        page = study_page(study_of(tmp_path, drafts), PROVENANCE, [None] * 3)
    assert {section.chapter for section in page.sections} == {""}
    assert page.sections[-1].name == "sources"


@pytest.mark.parametrize(("others", "folded"), [(7, ["closure", "audit", "sources"]), (6, [])])
def test_another_page_folds_its_proof_where_it_is_long(tmp_path, others, folded):
    dates = [("1990", "a"), ("2000", "b")]
    results = results_of(tmp_path / "in", [[[1, 1]], [[1, 2]]], dates)
    names = [*(f"result-{n}" for n in range(others)), "closure", "audit", "sources"]
    page = create_results_page("Page", results, PROVENANCE, [], [Section(n, n) for n in names])
    assert [one.name for one in page.sections if one.folded] == folded
