"""Parts of a report by themselves: rounding, pictures, scale bars, names, what is missing."""

import ast
import base64
import gzip
import json
import os
import re
import sys
from html import unescape
from itertools import product
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.base.data_dictionary import COLUMNS
from carbon_zones.core.base.messages import (
    DataError,
    Message,
    RunCancelledError,
    Term,
    translate_message,
)
from carbon_zones.core.report.page import (
    Page,
    ReportTable,
    Section,
    TableColumn,
    check_packages,
    cross_table,
    dictionary_column,
    packed_plotly,
    render_page,
    truncated_table,
)
from carbon_zones.core.report.plotly_figures import (
    MINUS,
    NO_VALUE,
    BarSeries,
    escape_html,
    format_file_size,
    format_number,
    label_axis,
    replace_minus_signs,
    stacked_bars,
)
from carbon_zones.core.report.plotly_figures import row_axis as rows_of
from carbon_zones.core.report.results_page import check_section, describe_input_files, file_checksum
from carbon_zones.core.report.sankey import (
    MAX_FLOWS,
    class_parts,
    group_parts,
    select_flows,
    step_flows,
)
from carbon_zones.core.results.closure import Check
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_zones
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.study.page import SECTIONS
from carbon_zones.test.core.pages import (
    CLASSES,
    NASTY,
    SIGN,
    chart_of,
    foreign,
    results_of,
    same,
    study_page_of,
)
from carbon_zones.test.core.support import cube_of
from carbon_zones.test.core.support import listed as classes_of
from carbon_zones.test.helpers import ROOT

pytest.importorskip("jinja2")


@pytest.fixture(scope="module")
def study_page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("study")
    return folder, study_page_of(folder)


@pytest.fixture
def results(tmp_path):
    """Four hectares at two dates, the second without a year."""
    return results_of(
        tmp_path / "in", [[[1, 2, 2, 2]], [[1, 1, 1, 1]]], [("1986", "x"), ("", "now")]
    )


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (None, 2, NO_VALUE),
        (0.0, 2, "0"),
        (0, 0, "0"),
        (1234567, 0, "1,234,567"),
        (5, 3, "5.000"),
        (1234.5678, 2, "1,234.57"),
        (-1234.5678, 1, f"{MINUS}1,234.6"),
        (0.004, 2, "<0.01"),
        (-0.004, 2, f">{MINUS}0.01"),
        (0.005001, 2, "0.01"),
        (7.276e-12, 6, f"7e{MINUS}12"),
    ],
)
def test_numbers_are_rounded_for_reading(value, digits, text):
    assert format_number(value, digits) == text


def test_a_number_below_zero_in_a_sentence_has_a_minus_sign():
    message = "1986-2000: soil-1 differs by -6,265.9, from -7 to (-5); 2018-05, a/-1.tif"
    signed = "1986-2000: soil-1 differs by _6,265.9, from _7 to (_5); 2018-05, a/-1.tif"
    assert replace_minus_signs(message) == signed.replace("_", MINUS)
    assert replace_minus_signs("table 5.9, +-75 %") == "table 5.9, \N{PLUS-MINUS SIGN}75 %"


def test_sizes_of_files_in_words():
    sizes = {0: "0 B", 999: "999 B", 32345: "32.3 kB", 5_200_000: "5.2 MB", 3.21e12: "3.21 TB"}
    assert {size: format_file_size(size) for size in sizes} == sizes


def test_a_cell_keeps_the_exact_number_beside_the_rounded_one():
    rows = [{"a": 2 / 3}, {"a": None}, {"a": 0.5}]
    table = ReportTable("t", "T", [TableColumn("a", "a", 1)], rows)
    shown = [(cell.text, cell.exact) for (cell,), _ in table.rows]
    assert shown == [("0.7", "0.666666666666667"), (NO_VALUE, ""), ("0.5", "")]


def test_what_a_list_leaves_out_is_said_and_summed_up():
    rows = [{"area_ha": float(n)} for n in (5, 4, 3, 2, 1)]
    cut = truncated_table("t", "T", [TableColumn("a", "area_ha", 0)], rows, 3, "TRANSFERS")
    assert len(cut.rows) == 3
    assert "2 smaller items (3.00 ha) are listed in TRANSFERS only." in translate_message(
        cut.note, same
    )
    assert (
        truncated_table("t", "T", [TableColumn("a", "area_ha", 0)], rows, 5, "TRANSFERS").note == ""
    )


def test_a_known_column_reads_as_everywhere_unless_it_must_differ():
    area = dictionary_column("area_ha")
    assert (area.label, area.field, area.digits) == ("Area, ha", "area_ha", 2)
    assert isinstance(area.label, Term)
    assert dictionary_column("soil_tc_per_ha").digits == COLUMNS["soil_tc_per_ha"].digits == 3
    own = dictionary_column("difference", Term("Gap"), digits=0, colours={"a": "#000000"})
    assert (own.label, own.field, own.digits) == ("Gap", "difference", 0)
    assert own.colours == {"a": "#000000"}


def test_numbers_by_name_and_date_are_summed_up_by_date():
    """What a number is made of stands below it, and is not added again."""
    rows = [("a", [1.0, None]), ("b", [2.0, 4.0])]
    parts = {1: [(Term("of which c"), [0.5, 4.0]), (Term("of which d"), [1.5, None])]}
    table = cross_table("t", "T", dictionary_column("zone_name"), ["1990", "2000"], rows, parts)
    assert [column.label for column in table.columns] == ["Zone", "1990", "2000"]
    assert [[cell.text for cell in cells] for cells, _ in table.rows] == [
        ["a", "1.00", NO_VALUE],
        ["b", "2.00", "4.00"],
        ["of which c", "0.50", "4.00"],
        ["of which d", "1.50", NO_VALUE],
        ["Total", "3.00", "4.00"],
    ]
    assert [is_total for _, is_total in table.rows] == [False] * 4 + [True]


def test_a_class_that_is_called_like_a_word_of_the_page_is_still_a_name():
    columns = [dictionary_column("class", colours={"Total": "#123456"}), TableColumn("Met", "ok")]
    rows = [{"class": "Total", "ok": True}, {"class": Term("Total"), "ok": False, "is_total": True}]
    (name, yes), (total, no) = (cells for cells, _ in ReportTable("t", "T", columns, rows).rows)
    assert (translate_message(name.text, foreign), name.colour) == ("Total", "#123456")
    assert (translate_message(total.text, foreign), total.colour) == (f"{SIGN}Total", "")
    assert [translate_message(c.text, foreign) for c in (yes, no)] == [f"{SIGN}yes", f"{SIGN}no"]


def test_flows_that_are_not_drawn_are_counted_and_summed_up():
    rng = np.random.default_rng(5)
    matrix = rng.integers(1, 100, (20, 20))
    cube = cube_of(classes_of(*((n, f"c{n}") for n in range(1, 21))), matrix)
    drawn, message = select_flows(class_parts(cube, cube.periods), cube.periods)
    kept = sum(area for *_, area in drawn)
    assert len(drawn) <= MAX_FLOWS
    assert message.values["count"] == 400 - len(drawn)
    assert message.values["area"] == format_number(matrix.sum() - kept, 1)


def test_all_flows_are_drawn_where_they_are_few():
    cube = cube_of(classes_of((1, "a"), (2, "b")), [[5, 1], [2, 7]])
    drawn, message = select_flows(class_parts(cube, cube.periods), cube.periods)
    assert sorted(area for *_, area in drawn) == [1, 2, 5, 7]
    assert message is None


def test_flows_of_changes_of_groups_and_of_one_step_are_parts_of_all():
    classes = [
        LandClass(1, "a", "Field", "sink", "#111111"),
        LandClass(2, "b", "Wood", "sink", "#222222"),
        LandClass(3, "c", "Pit", "mine", "#333333"),
    ]
    cube = cube_of(Classes(classes), [[5, 1, 2], [2, 70, 0], [3, 0, 4]])
    parts = class_parts(cube, cube.periods)
    changes, _ = select_flows(parts, cube.periods, changes_only=True)
    assert sorted(changes) == [(0, 0, 1, 1.0), (0, 0, 2, 2.0), (0, 1, 0, 2.0), (0, 2, 0, 3.0)]
    groups = group_parts(cube, cube.periods)
    assert [str(name) for name in groups.names] == ["carbon sinks", "mines"]
    assert list(groups.colours) == ["#222222", "#333333"]  # of the larger of the sinks
    assert groups.hectares[0].tolist() == [[78.0, 2.0], [3.0, 4.0]]
    assert step_flows([(0, 1, 2, 3.0), (1, 0, 1, 4.0)], 1) == [(0, 0, 1, 4.0)]


def test_a_long_name_has_lines_and_is_shown_as_it_is():
    assert escape_html("Fields & meadows") == "Fields &amp; meadows"
    assert label_axis(["Fields & meadows"], 9)["ticktext"] == ["Fields &amp;<br>meadows"]
    long = "Fields & meadows, pastures and orchards"
    assert rows_of([long])["ticktext"] == ["Fields &amp; meadows,<br>pastures and orchards"]
    assert rows_of(["a", "b"])["range"] == [1.5, -0.5]


def test_input_files_are_told_by_name_size_and_checksum(tmp_path):
    """What is no file is None, and it can be stopped."""
    path = tmp_path / "f.tif"
    path.write_bytes(b"abc")
    file, nothing, folder = describe_input_files([str(path), "", str(tmp_path)])
    assert (file.name, file.size, file.sha256) == ("f.tif", 3, file_checksum(path))
    assert file.sha256.startswith("ba7816bf8f01cfea414140de5dae2223")
    assert (nothing, folder) == (None, None)
    assert file_checksum(tmp_path / "none") == ""
    with pytest.raises(RunCancelledError):
        describe_input_files([str(path)], lambda: False)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("1986-2000", ["1986-2000"]),
        ("Changed area, 1986-2018", ["1986-2018"]),
        ("Soil carbon, t C/ha", ["t C/ha"]),
        ("Carbon loss, t CO₂", ["t CO\u2082"]),
        ("\u5e74\u53d8\u5316\u7387\uff0c%/\u5e74", ["%/\u5e74"]),
        ("\u78b3\u5bc6\u5ea6\uff08t C/\u516c\u9877\uff09", ["t C/\u516c\u9877"]),
        ("lost 4,278 ha, 24.3 % of it, and \u22121.5 t C", ["4,278 ha", "24.3 %", "\u22121.5 t C"]),
        ("1\u30012000-2009 \u4e3a\u3002", ["2000-2009"]),
        ("\u635f\u5931 650 \u516c\u9877\u3002", ["650 \u516c\u9877"]),
        ("1986 \u5e74\u4ee5\u6765\u635f\u6bc1", ["1986 \u5e74"]),
        ("\u57281986 \u5e74\u81f3 2018 \u5e74\u95f4", ["1986 \u5e74\u81f3 2018 \u5e74"]),
        ("1986-2018 \u5e74\u51c0\u635f\u5931", ["1986-2018 \u5e74"]),
        ("\u6298\u5408 CO2 2,817 t\u3001250,245 t\u5730", ["2,817 t", "250,245 t"]),
        ("Mosaic natural vegetation (tree/shrub/herbaceous cover)", []),
        ("Rest Crops, soft Class", []),
        ("A <b>/</b>", ["<b>/</b>"]),
    ],
)
def test_periods_and_units_are_kept_together(text, together):
    from markupsafe import escape

    page = Page("", "", [(text, "1", "")], [], "")
    html = render_page(page, same)
    found = re.findall(r"<dt>(.*?)</dt>", html)[0]
    assert re.findall(r'<span class="whole">(.*?)</span>', found) == [
        str(escape(t)) for t in together
    ]
    assert unescape(re.sub(r"</?span[^>]*>", "", found)) == text


def test_a_number_stays_with_its_unit_and_may_be_broken_at_its_arrow():
    page = Page("", "", [("Mined", "0 \u2192 7,124", "ha"), ("Lost", "650,851", "t C")], [], "")
    html = render_page(page, same)
    assert re.findall(r'<span class="whole">(.*?)</span>', html) == [
        "0 \u2192",
        "7,124 <small>ha</small>",
        "650,851 <small>t C</small>",
    ]
    rooms = [float(room) for room in re.findall(r"--room:([\d.]+)", html)]
    assert rooms == pytest.approx([5 * 0.6 + 3 * 0.5, 7 * 0.6 + 4 * 0.5], rel=0.01)


def test_the_summary_is_of_what_the_page_names_or_else_of_its_first_section():
    sections = [Section("a", Term("A")), Section("b", Term("B"))]
    for named, ids in (((), ["a"]), (("b", "table-y"), ["b", "table-y"])):
        html = render_page(Page("", "", [], sections, "", summary=named), same)
        (words,) = re.findall(r'id="words">(.*?)</script>', html)
        assert json.loads(words)["summary"] == ids


def test_checks_are_told_by_kind_and_those_not_met_in_full():
    """A kind is of one sentence, whatever dates and values go into it."""
    sums = [Check(y, Message("sum of {year} = all", year=y), 1.0, 1.0) for y in "1234567"]
    parts = [Check(y, Term("parts = all"), 5.0, found) for y, found in (("1", 5.0), ("2", 4.0))]
    section = check_section(SimpleNamespace(consistency_checks=[*sums, *parts]))
    kinds, failed, whole = section.tables
    texts = [[translate_message(cell.text, same) for cell in cells] for cells, _ in kinds.rows]
    assert texts == [
        ["sum of 1, \u2026, 7 = all", "7", "all", "0"],
        ["parts = all", "2", "1 of 2", "1.000000"],
    ]
    assert [row["period"] for row in failed.raw] == ["2"]
    assert (len(whole.raw), whole.folded) == (9, True)
    assert section.sentences == []


def test_a_study_begins_with_its_story_and_ends_with_how_it_was_found(study_page):
    _, page = study_page
    linked = [address for address in page.addresses if address.startswith("#")]
    # The answers lead to the densities and to the interactive map.
    assert linked[:2] == ["#table-method-coefficients", "#area-1"]
    contents = linked[2:]
    first = ["#story", "#priorities", "#idle-areas", "#land", "#taken", "#mine-carbon", "#losses"]
    proof = ["#method", "#closure", "#audit", "#sources"]
    assert contents[:7] == first
    assert contents[-4:] == proof
    assert {"#zones", "#transfers", "#areas", "#damage", "#unassigned"} <= set(contents[7:-4])
    # There is none on units and on years of change, and one more on methods and on sources.
    assert len(set(contents)) == len(contents) == sum(map(len, SECTIONS.values()))
    # Where the rest begins, and the annex, is said in the contents and on the page.
    for chapter in ("Additional results", "Methods and checks"):
        assert page.text.count(chapter) == 2


def test_what_lies_between_the_losses_is_said_where_anything_does(tmp_path, study_page):
    _, page = study_page
    assert "losses-gap" not in page.tables
    assert "the sum of period losses to mines is" not in page.text
    # Of the three hectares that are mined in the end one was mined in the beginning.
    assert "2.00 ha were carbon sinks in 1990" in page.text
    assert f"1.00 ha were not: {NASTY} 1.00 ha." in page.text
    land = [[[1, 1, 2, 1]], [[2, 2, 1, 1]], [[1, 2, 2, 1]]]
    page = study_page_of(tmp_path / "other", arrays=land)
    words = (
        "the sum of period losses to mines is 165.0 t C; the first-to-last loss (method of Yang "
    )
    assert f"{words}et al. 2022) is 55.0 t C." in page.text
    rows = [tuple(row.values()) for row in page.rows("losses-gap")]
    assert [row[1:] for row in rows] == [("1", "55"), ("1", "55"), (NO_VALUE, "110")]
    assert "released by the last date" in rows[0][0]
    assert "converted to a carbon sink after the first date" in rows[1][0]
    assert "Difference between the sum of period losses and the first-to-last loss" in page.text
    # Over the town a field comes to the mine in no period.
    over_town = [[[1, 1, 2, 1]], [[3, 2, 1, 1]], [[2, 2, 1, 1]]]
    page = study_page_of(tmp_path / "less", arrays=over_town, classes=WITH_TOWN)
    assert "Difference between the sum of period losses and the first-to-last loss" in page.text
    assert float(page.rows("losses-gap")[-1]["Difference, t C"]) == -55


def without_descriptions(text: str) -> str:
    """A page without what the zone table says of the zones, which are no words of its own."""
    descriptions = [zone.description for zone in default_zones() if zone.description in text]
    assert descriptions
    for words in descriptions:
        text = text.replace(words, "")
    return text


TOWNS = DisturbingClasses(("built",))
BOTH = DisturbingClasses(("quarry", "mine", "built"))
WITH_TOWN = (*CLASSES, LandClass(3, "c", "Town", "built"))


def test_where_no_class_takes_land_there_are_no_losses_and_no_0(tmp_path):
    page = study_page_of(tmp_path, disturbing=TOWNS)
    assert "No carbon loss to calculate: " in page.text
    assert "(TAKING_GROUPS: 'built')" in page.text
    assert f"sink (Fields), mine ({NASTY})." in page.text
    contents = [address[1:] for address in page.addresses if address.startswith("#")]
    assert "losses" in contents
    assert "damage" not in contents
    assert not [name for name in page.tables if name.startswith(("losses", "damage"))]
    assert not {"chart-carbon", "chart-damaged"} & set(page.figures)
    checks = {row["Check"] for row in page.rows("closure-checks")}
    assert not [c for c in checks if "loss" in c and "intensities" not in c]
    # Beside the heading under which it says why.
    losses = ("First-to-last", "Annual carbon loss", "Carbon loss,", "Net carbon loss")
    for words in (" t C", "CO\u2082", "Mined", "Disturbed", *losses):
        assert words not in without_descriptions(page.text), words


def test_the_words_follow_the_groups_that_take_land(tmp_path):
    land = [[[1, 1, 2, 1]], [[2, 3, 1, 1]], [[1, 2, 2, 1]]]
    page = study_page_of(tmp_path, arrays=land, disturbing=BOTH, classes=WITH_TOWN)
    groups = "(mines, built-up land)"
    for words in (
        f"Disturbed land {groups}, 1990 to 2010",
        "area of carbon sinks converted to mines or built-up land",
        "Of 2.00 ha of disturbed land in 2010, 1.00 ha were",
        "each time it is disturbed",
        "'mine', 'built'",
        f"Disturbed land {groups} by class and date",
        "land disturbed and released by the last date",
        "Disturbing class groups 'mine', 'built'",
    ):
        assert words in page.text, words
    assert float(page.rows("losses-gap")[-1]["Difference, t C"]) == 110
    assert "area of carbon loss = area of disturbed carbon sinks" in str(
        page.rows("closure-checks")
    )
    for words in (
        "Mined land by",
        "where mining took",
        "are mined land",
        "Mined land, 1990",
        "is mined,",
    ):
        assert words not in page.text
    page = study_page_of(tmp_path / "none", same, [[[1]]] * 3, BOTH, WITH_TOWN)
    assert "No carbon sinks were disturbed by mines or built-up land in any period." in page.text
    assert f"No disturbed land {groups} at any date." in page.text
    assert "0 \N{RIGHTWARDS ARROW} 0" in page.text


def test_a_group_that_no_class_has_is_no_word_of_the_report(tmp_path):
    page = study_page_of(tmp_path, disturbing=BOTH)
    assert "Mined land, 1990 to 2010" in page.text
    assert "Carbon loss = area of carbon sinks converted to mines" in page.text


def test_every_section_is_on_a_page():
    trees = {file: ast.parse(file.read_text("utf-8")) for file in (ROOT / "core").glob("*/*.py")}
    makers = [node.name for tree in trees.values() for node in tree.body if is_maker(node)]
    pages = [t for file, t in trees.items() if file.stem in ("page", "results_page", "shares")]
    named = {node.id for tree in pages for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert [name for name in makers if name not in named] == []
    assert len(makers) > sum(map(len, SECTIONS.values()))


def is_maker(node):
    """Whether a statement is the function that makes a section."""
    return isinstance(node, ast.FunctionDef) and re.fullmatch(r"[a-z]\w*_section", node.name)


def test_a_study_shows_what_its_rasters_hold(study_page):
    folder, page = study_page
    assert "2 \N{RIGHTWARDS ARROW} 3" in page.text
    # Flows: of all land, changes, groups, and two periods.
    charts = [page.figures[f"chart-{name}"] for name in ("matrix", "gains", "flows")]
    assert [len(figures) for figures in charts] == [3, 3, 5]
    (first, second, _) = page.rows("sources-files")
    assert first["SHA-256"] == file_checksum(folder / "in" / "0.tif")
    assert (first["File"], second["File"]) == ("0.tif", "not a file")
    assert [row["Year"] for row in page.rows("audit-cells")] == ["1990", "2000", "2010"]


def test_a_study_does_without_trajectories_where_there_are_too_many(tmp_path):
    page = study_page_of(tmp_path, most=3)
    assert (
        "trajectories not available: more than 3 different combinations over 3 dates" in page.text
    )
    assert "table-change-counts" not in page.tables


def test_dates_of_one_name_stay_two_dates(tmp_path):
    results = results_of(tmp_path / "in", [[[1, 2, 2, 2]], [[1, 1, 1, 1]]], [("1986", "x")] * 2)
    page = chart_of(tmp_path / "c.html", results)
    (figure,) = page.figures["chart-areas"]
    assert [len(bars["y"]) for bars in figure["data"]] == [2, 2]
    fields = page.tables["table-areas-ha"][1]
    assert [float(exact) for exact, _ in fields[1:]] == [1.0, 4.0]


def test_the_chart_opens_offline_and_shows_every_class(tmp_path, results):
    """A bar is called by its year, or else by its layer."""
    page = chart_of(tmp_path / "chart.html", results)
    assert sorted(os.listdir(tmp_path)) == ["chart.html", "in"]
    (figure,) = page.figures["chart-areas"]
    assert figure["layout"]["xaxis"]["ticktext"] == ["1986", "now"]
    assert [bars["y"] for bars in figure["data"]] == [[25.0, 100.0], [75.0, 0.0]]
    assert figure["data"][0]["marker"]["color"] == "#aa5500"


def test_a_place_that_cannot_be_written_is_named_and_left_alone(tmp_path, results):
    (tmp_path / "chart.html").mkdir()
    with pytest.raises(DataError, match=r"chart\.html cannot be written: "):
        chart_of(tmp_path / "chart.html", results)
    assert sorted(os.listdir(tmp_path)) == ["chart.html", "in"]


@pytest.fixture
def without_library(tmp_path, monkeypatch):
    """A checkout without plotly.js of its own."""
    monkeypatch.setattr("carbon_zones.core.report.page.PLOTLY_FILE", tmp_path / "none.gz")
    packed_plotly.cache_clear()
    yield
    packed_plotly.cache_clear()


def test_without_our_plotly_js_pages_have_that_of_python(monkeypatch, without_library):
    offline = ModuleType("plotly.offline")
    offline.get_plotlyjs = lambda: "draw()"
    for name, module in (("plotly", ModuleType("plotly")), (offline.__name__, offline)):
        monkeypatch.setitem(sys.modules, name, module)
    check_packages("CHART", True)
    assert gzip.decompress(base64.b64decode(packed_plotly())) == b"draw()"


def test_where_nothing_draws_it_is_said_what_brings_it(without_library):
    with pytest.raises(DataError, match=r"^CHART: none\.gz not found in .*\. Install"):
        check_packages("CHART", False)


@pytest.mark.parametrize("name", ["LEAFLET_FILE", "LEAFLET_STYLE"])
def test_a_part_of_the_map_to_explore_that_is_missing_is_named(monkeypatch, tmp_path, name):
    monkeypatch.setattr(f"carbon_zones.core.report.page.{name}", tmp_path / "leaflet.part")
    check_packages("CHART", False)
    with pytest.raises(DataError, match=r"^REPORT: leaflet\.part not found in .*\. Install"):
        check_packages("REPORT", True)


@pytest.mark.parametrize("lying", [True, False])
def test_bars_have_an_edge_that_is_seen_on_paper_and_stand_where_their_labels_do(lying):
    """A bar whose red, green and blue are all nearly white has a grey one, all others a white."""
    levels = (0, 214, 215, 255)
    colours = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in product(levels, repeat=3)]
    series = [BarSeries(c, c, [1.0, -2.0], [["a"], ["b"]]) for c in colours]
    figure = stacked_bars(["one", "two"], series, "ha", same, lying=lying)
    long, place = ("x", "y") if lying else ("y", "x")
    for colour, bars in zip(colours, figure["data"]):
        is_pale = all(level >= 215 for level in bytes.fromhex(colour[1:]))
        edge = {"color": "#b6c0ca" if is_pale else "#ffffff", "width": 1}
        assert bars["marker"] == {"color": colour, "line": edge}
        assert (bars["name"], bars["hovertext"]) == (colour, ["a", "b"])
        assert (bars[long], bars[place]) == ([1.0, -2.0], [0, 1])
        assert bars["orientation"] == ("h" if lying else "v")
    assert figure["layout"][f"{place}axis"]["ticktext"] == ["one", "two"]
    assert figure["layout"][f"{long}axis"]["title"]["text"] == "ha"
