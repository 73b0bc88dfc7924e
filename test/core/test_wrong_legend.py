"""Whether a legend is that of its layers: each kind that is not, and land that is like that."""

from collections import Counter

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Period
from carbon_zones.core.raster.grid import Window
from carbon_zones.core.results.legend_check import format_ranges, legend_proposal, legend_questions
from carbon_zones.core.scan.series import match_raster_legends, open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.defaults import (
    default_classes,
    load_legend_table,
    load_shipped_legend,
)
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import assert_says, examples, inputs
from carbon_zones.test.helpers import write_raster


def land(**shares) -> np.ndarray:
    """A hundred cells, so many of each value: v3=95 is 95 cells of the value 3."""
    cells = [int(value[1:]) for value, cells in shares.items() for _ in range(cells)]
    assert len(cells) == 100
    return np.reshape(cells, (10, 10))


def doubts(folder, *dates, scheme=None, entries=None, by_rules=False, known=None, **options):
    options.setdefault("dtype", np.uint16)
    files = [write_raster(folder / f"{1990 + n}.tif", c, **options) for n, c in enumerate(dates)]
    shipped = load_shipped_legend(scheme) if scheme else None
    known = default_classes() if shipped or by_rules or known else None
    series = open_series(inputs(*files), "planimetric", entries, known, shipped=shipped)
    periods = [Period(0, len(dates) - 1, "all")] if len(dates) > 1 else []
    census = count_series(series, periods)
    rules = None
    if by_rules:
        rules = default_rules(series.classes)
    return legend_questions(series, census, rules)


def rgb(name: str) -> dict:
    rows = [row for row in load_legend_table(name).rows if row["role"] == "class"]
    return {int(r["value"]): tuple(bytes.fromhex(str(r["colour"])[1:])) for r in rows}


def product_names(name: str) -> dict:
    return {int(row["value"]): row["product_name"] for row in load_legend_table(name).rows}


def question(scheme: str, dates, fit) -> tuple:
    """What is asked of maps of a product, hundreds of cells by date: words that the question has.

    Args:
        fit: which products fit the values.
    """

    def counted(name: str, cells) -> Counter:
        """Cells by class in a product; None for none."""
        classes = dict(load_shipped_legend(name).entries)
        return Counter(classes.get(value) for value in cells)

    def sinks(by_class: Counter) -> int:
        return sum(n for c, n in by_class.items() if c and c.is_sink)

    by_date = [counted(scheme, date) for date in dates]
    if max(strange := [by_class[None] for by_class in by_date]) > 90:
        labels = ", ".join(str(1990 + n) for n, cells in enumerate(strange) if cells > 90)
        values = {v for d in dates for v in d} - {v for v, _ in load_shipped_legend(scheme).entries}
        shown = f"unclassified values ({format_ranges(values)});"
        return (f"{max(strange)}.0 % of the area ({labels}) has {shown}",)
    others = [
        (counted(name, [value for date in dates for value in date]), 90 * len(dates))
        for name in fit.legends
        if name != scheme
    ]
    if fit.by and scheme in fit.legends:
        return ()
    least = {c: min(by_class[c] for by_class in by_date) for c in by_date[0] if c}
    name, cells = max(((c.name, n) for c, n in least.items()), key=lambda own: own[1])
    if cells > 90 and any(max(by_class.values()) <= most for by_class, most in others):
        return (f"{cells}.0 % of the area is classified as {name} at all dates",)
    share = max(map(sinks, by_date))
    if share < 10 and any(by_class.total() - sinks(by_class) <= most for by_class, most in others):
        return (f"At most {share}.0 % of the area is classified as carbon sink",)
    return ()


# Pasture, soybean and sugar cane of MapBiomas Brazil, of which CLCD has none.
BRAZIL = (*[15] * 60, *[39] * 21, *[20] * 11, *[3] * 8)
# Arable land, forest and grass of the coal mine are three forests of the IGBP.
FIELDS = (*[1] * 50, *[2] * 20, *[3] * 28, 4, 4)
FEWER = (*[1] * 50, *[2] * 20, *[3] * 25, *[12] * 5)
TOWNS = (*[1] * 50, *[2] * 20, *[3] * 20, *[12] * 10)
# A plain of CLCD, arable land with grass, is water with flooded vegetation by Esri.
PLAIN = (*[1] * 95, 4, 4, *[5] * 3)


@st.composite
def maps(draw):
    """A product, and dates of a hundred cells that are mostly one of its values, or another."""
    scheme = draw(st.sampled_from(["clcd", "worldcover", "esri", "mcd12q1", "cnlucc"]))
    value = st.sampled_from([*(value for value, _ in load_shipped_legend(scheme).entries), 15, 39])
    usual, dates = draw(value), []
    for _ in range(draw(st.integers(1, 3))):
        most = draw(st.sampled_from([40, 89, 90, 91, 95, 100]))
        main, one, other = (draw(own) for own in (st.just(usual) | value, value, value))
        part = draw(st.integers(0, 100 - most))
        dates.append([*[main] * most, *[one] * part, *[other] * (100 - most - part)])
    return scheme, dates


@examples(120)
@given(maps(), st.sampled_from(["", "colours", "names"]))
@example(("clcd", [BRAZIL]), "").via("values that a product lacks")
@example(("clcd", [FIELDS, BRAZIL, FIELDS]), "").via("at one date")
@example(("mcd12q1", [FIELDS, FIELDS]), "").via("several classes of another product")
@example(("mcd12q1", [FIELDS, FEWER]), "").via("at each date")
@example(("mcd12q1", [FIELDS, TOWNS]), "").via("at one date only")
@example(("esri", [PLAIN]), "").via("sinks of another product")
@example(("esri", [PLAIN]), "colours").via("in colours of its own")
@example(("clcd", [[*[5] * 90, *[1] * 5, *[6] * 5]]), "").via("just 90 %, of hectares that add up")
@example(("clcd", [[*[1] * 90, *[2] * 5, *[3] * 5]]), "").via("just 90 % that is a sink")
def test_what_is_asked_of_maps_of_a_product(tmp_path_factory, drawn, by):
    scheme, dates = drawn
    given_legend = {"colours": {by: rgb(scheme)}, "names": {by: product_names(scheme)}}.get(by, {})
    folder = tmp_path_factory.mktemp("maps")
    cells = [np.reshape(date, (10, 10)) for date in dates]
    asked = doubts(folder, *cells, scheme=scheme, dtype=np.uint8, **given_legend)
    rasters = open_series(inputs(*sorted(folder.glob("*.tif"))), "planimetric").rasters
    fit = match_raster_legends(rasters, Window(0, 0, 10, 10))
    words = question(scheme, dates, fit)
    whole = format_ranges(value for value, _ in load_shipped_legend(scheme).entries)
    told = (
        f"{load_shipped_legend(scheme).title} (SCHEME).",
        f"Values of the product: {whole}.",
        str(fit.message),
    )
    assert_says(asked, *([(*told, *words)] if words else []))


def test_change_that_is_in_no_zone(tmp_path):
    """From wetland to water by WorldCover, which no rule has."""
    before, after = land(v60=50, v30=40, v90=10), land(v60=50, v30=40, v80=10)
    told = (
        f"All changed land ({10 * 900 / 10000:.2f} ha) is in zone Unassigned",
        "only the values (30, 60, 80, 90) match globeland30, worldcover, from_glc10, esa_cci.",
    )
    given = {"scheme": "worldcover", "by_rules": True}
    assert_says(doubts(tmp_path, before, after, **given), told)
    # And a hundredth of the land from grass into forest, which a rule has.
    grown = land(v60=50, v30=39, v10=1, v80=10)
    assert doubts(tmp_path, before, grown, **given) == []
    assert doubts(tmp_path, before, before, **given) == []


def test_a_class_table_of_other_maps(tmp_path):
    entries = [(1, LandClass(1, "field", "Field", "sink")), (2, LandClass(2, "pit", "Pit", "mine"))]
    told = (
        *(
            "the class table (CLASSES) belongs to these layers.",
            "94.0 % of the area (1990) has uncl",
        ),
        *("Values in the table: 1-2.", "no built-in legend has all values (2, 10, 300)"),
    )
    assert_says(doubts(tmp_path, land(v10=60, v300=34, v2=6), entries=entries), told)


def test_a_class_table_whose_groups_no_rule_knows(tmp_path):
    """Of what it names only sinks are in rules, and none of them changed."""
    groups = {1: "sink", 2: "sink", 3: "lake", 4: "scree"}
    entries = [(v, LandClass(v, f"c{v}", f"C{v}", group)) for v, group in groups.items()]
    before, after = land(v1=40, v2=40, v3=20), land(v1=40, v2=40, v4=20)
    told = ("the class table (CLASSES)", "All changed land (1.80 ha) is in zone")
    assert_says(doubts(tmp_path, before, after, entries=entries, by_rules=True), told)


def test_names_that_no_scheme_knows(tmp_path):
    """The names are those of WorldCover, of which grassland alone is called as in the paper."""
    cells = land(v10=50, v40=30, v60=15, v30=5)
    told = (
        *("whether the names in the layers are class names.", "95.0 % of the area is in classes"),
        *("without a group", "values and names match worldcover", "set SCHEME"),
    )
    assert_says(doubts(tmp_path, cells, names=product_names("worldcover"), known=True), told)


def test_classes_that_the_user_or_the_layers_name(tmp_path):
    """All water by its own name, or by a table: nobody else is asked what it is."""
    lake = np.full((3, 3), 11)
    names = {value: c.name for value, c in default_classes()}
    assert doubts(tmp_path, lake, names=names, known=True, dtype=np.uint8) == []
    assert doubts(tmp_path, lake, entries=default_classes()) == []


def test_values_that_nobody_names_are_proposed_a_product(tmp_path):
    """Nothing where none fits or nearly all do, or where a class has a name."""
    assert doubts(tmp_path, np.reshape(BRAZIL, (10, 10))) == []
    may_be = "The layers have no class names; set SCHEME to a product legend: "

    def proposed(value: int, **options) -> list:
        cells = land(v1=50, **{f"v{value}": 50})
        path = write_raster(tmp_path / "p.tif", cells, dtype=np.uint16, **options)
        series = open_series(inputs(path), "planimetric")
        found = legend_proposal(series, count_series(series, []))
        return [str(found)] if found else []

    assert_says(proposed(62), (f"{may_be}only the values (1, 62) match mapbiomas_brazil.",))
    assert proposed(62, names={1: "Formation"}) == []
    assert proposed(77) == []
    assert proposed(2) == []  # as nearly all products that begin at 1


def test_values_in_a_sentence():
    assert format_ranges([9, 1, 2, 3, 12, 11, 30, 2]) == "1-3, 9, 11-12, 30"
    assert format_ranges(range(0, 40, 2)).endswith("22, ...")
