"""Whether a legend is that of its layers: each kind that is not, and land that is like that."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.results.wrong_legend import legend_doubts, legend_proposal, ranges
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.legends import legend_table, shipped_legend
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import assert_says, inputs
from carbon_zones.test.helpers import write_raster


def land(**shares) -> np.ndarray:
    """A hundred cells, so many of each value: v3=95 is 95 cells of the value 3."""
    cells = [int(value[1:]) for value, cells in shares.items() for _ in range(cells)]
    assert len(cells) == 100
    return np.reshape(cells, (10, 10))


def doubts(folder, *dates, scheme=None, entries=None, by_rules=False, known=None, **options):
    """What is asked of maps of these cells."""
    options.setdefault("dtype", np.uint16)
    files = [write_raster(folder / f"{1990 + n}.tif", c, **options) for n, c in enumerate(dates)]
    shipped = shipped_legend(scheme) if scheme else None
    known = default_classes() if shipped or by_rules or known else None
    series = open_series(inputs(*files), "planimetric", entries, known, shipped=shipped)
    periods = [Period(0, len(dates) - 1, "all")] if len(dates) > 1 else []
    census = count(series, periods)
    rules = None
    if by_rules:
        rules = default_rules(series.classes)
    return legend_doubts(series, census, rules)


def rgb(name: str) -> dict:
    """The colours of a legend's table, as a raster has them."""
    rows = [row for row in legend_table(name).rows if row["role"] == "class"]
    return {int(r["value"]): tuple(bytes.fromhex(str(r["colour"])[1:])) for r in rows}


def product_names(name: str) -> dict:
    return {int(row["value"]): row["product_name"] for row in legend_table(name).rows}


# --- legends of other maps ------------------------------------------------------------------

# Pasture, soybean and sugar cane of MapBiomas Brazil, of which CLCD has none.
BRAZIL = {"v15": 60, "v39": 21, "v20": 11, "v3": 8}


def test_values_that_a_product_does_not_have(tmp_path):
    asked = doubts(tmp_path, land(**BRAZIL), scheme="clcd")
    told = (
        *("maps of the product CLCD, annual land cover of China (SCHEME)?", "92.0 % of the land"),
        *("in none of its classes (1990)", "the values 15, 20, 39,", "has the values 1-9;"),
        "their values alone (3, 15, 20, 39) fit mapbiomas_brazil, corine_grid.",
    )
    assert_says(asked, told)


def test_of_one_date_alone(tmp_path):
    dates = [land(v1=40, v4=60), land(**BRAZIL), land(v1=41, v4=59)]
    assert_says(doubts(tmp_path, *dates, scheme="clcd"), ("none of its classes (1991)", "15, 20"))


def test_no_more_than_nine_tenths_of_the_land(tmp_path):
    assert doubts(tmp_path, land(v15=60, v39=29, v3=11), scheme="clcd") == []
    assert_says(doubts(tmp_path, land(v15=60, v39=31, v3=9), scheme="clcd"), ("91.0 % of the",))


def test_land_that_another_product_has_in_several_classes(tmp_path):
    """Arable land, forest and grass of the coal mine are three forests of the IGBP."""
    fields = land(v1=50, v2=20, v3=28, v4=2)
    told = (
        *("product MODIS MCD12Q1, classes of the IGBP", "100.0 % of the land is Forestland by it"),
        *("at every date", "has the values 1-17;", "their values alone (1, 2, 3, 4) fit cnlucc6,"),
    )
    assert_says(doubts(tmp_path, fields, fields, scheme="mcd12q1"), told)


def test_land_that_is_a_sink_in_another_product(tmp_path):
    """A plain of CLCD, arable land with grass, is water with flooded vegetation by Esri."""
    told = ("Esri land cover of Sentinel-2", "No more than 3.0 % of the land is a carbon sink")
    assert_says(doubts(tmp_path, land(v1=95, v4=2, v5=3), scheme="esri"), told)


def test_change_that_is_in_no_zone(tmp_path):
    """From wetland to water by WorldCover, which no rule has."""
    before, after = land(v60=50, v30=40, v90=10), land(v60=50, v30=40, v80=10)
    told = (
        f"All land that changed its class, {10 * 900 / 10000:.2f} ha, is in the zone Unassigned",
        "their values alone (30, 60, 80, 90) fit globeland30, worldcover, from_glc10, esa_cci.",
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
        *("Is the class table (CLASSES) that of these layers?", "94.0 % of the land is in none"),
        *("It has the values 1-2;", "no shipped legend has all of their values (2, 10, 300)"),
    )
    assert_says(doubts(tmp_path, land(v10=60, v300=34, v2=6), entries=entries), told)


def test_a_class_table_whose_groups_no_rule_knows(tmp_path):
    """Of what it names only sinks are in rules, and none of them changed."""
    groups = {1: "sink", 2: "sink", 3: "lake", 4: "scree"}
    entries = [(v, LandClass(v, f"c{v}", f"C{v}", group)) for v, group in groups.items()]
    before, after = land(v1=40, v2=40, v3=20), land(v1=40, v2=40, v4=20)
    told = ("the class table (CLASSES)", "All land that changed its class, 1.80 ha, is in the zone")
    assert_says(doubts(tmp_path, before, after, entries=entries, by_rules=True), told)


def test_names_that_no_scheme_knows(tmp_path):
    """The names are those of WorldCover, of which grassland alone is called as in the paper."""
    cells = land(v10=50, v40=30, v60=15, v30=5)
    told = (
        *("Do the layers' own names tell their classes?", "95.0 % of the land is in classes"),
        *("without a group", "their values and names fit worldcover", "SCHEME takes"),
    )
    assert_says(doubts(tmp_path, cells, names=product_names("worldcover"), known=True), told)


# --- land that is like that -----------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "water"), [("worldcover", 80), ("clcd", 5), ("esri", 1)])
def test_a_lake_in_the_products_own_colours_or_names(tmp_path, scheme, water):
    cells = np.full((10, 10), water)
    cells[0, :4] = next(v for v, c in shipped_legend(scheme).entries if c.key == "forest")
    assert doubts(tmp_path, cells, scheme=scheme) != []
    bare = {"dtype": np.uint8, "scheme": scheme}
    assert doubts(tmp_path, cells, colours=rgb(scheme), **bare) == []
    assert doubts(tmp_path, cells, names=product_names(scheme), **bare) == []


def test_a_desert_whose_values_no_other_product_has(tmp_path):
    """Sand, gobi and saline land of CNLUCC."""
    assert doubts(tmp_path, land(v61=50, v62=30, v63=17, v31=3), scheme="cnlucc") == []
    # A reservoir in such land, in no zone.
    before, after = land(v61=50, v62=30, v31=20), land(v61=50, v41=30, v31=20)
    assert doubts(tmp_path, before, after, scheme="cnlucc", by_rules=True) == []


def test_a_map_of_one_value_is_one_class_by_any_legend(tmp_path):
    for value in (1, 2, 3, 4):
        assert doubts(tmp_path, np.full((4, 4), value), scheme="clcd") == []


def test_classes_that_the_user_or_the_layers_name(tmp_path):
    """All water by its own name, or by a table: nobody else is asked what it is."""
    lake = np.full((3, 3), 11)
    names = {value: c.name for value, c in default_classes()}
    assert doubts(tmp_path, lake, names=names, known=True, dtype=np.uint8) == []
    assert doubts(tmp_path, lake, entries=default_classes()) == []


def test_values_that_nobody_names_are_proposed_a_product(tmp_path):
    """Nothing where none fits or nearly all do, or where a class has a name."""
    assert doubts(tmp_path, land(**BRAZIL)) == []
    may_be = "No layer names its values, and SCHEME may do so: their values "

    def proposed(value: int, **options) -> list:
        cells = land(v1=50, **{f"v{value}": 50})
        path = write_raster(tmp_path / "p.tif", cells, dtype=np.uint16, **options)
        series = open_series(inputs(path), "planimetric")
        found = legend_proposal(series, count(series, []))
        return [str(found)] if found else []

    assert_says(proposed(62), (f"{may_be}alone (1, 62) fit mapbiomas_brazil.",))
    assert proposed(62, names={1: "Formation"}) == []
    assert proposed(77) == []
    assert proposed(2) == []  # as nearly all products that begin at 1


def test_values_in_a_sentence():
    assert ranges([9, 1, 2, 3, 12, 11, 30, 2]) == "1-3, 9, 11-12, 30"
    assert ranges(range(0, 40, 2)).endswith("22, ...")
