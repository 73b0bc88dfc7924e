"""A legend that is not that of the layers, and maps that have no class of mines, in runs."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.bridge.dialog import create_default_wrapper
from carbon_zones.bridge.legend_guess import SchemePreset
from carbon_zones.core.scheme.defaults import load_legend_table
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import sample, write_raster
from carbon_zones.test.pages import read_page

ASKED = (
    "Check whether these layers are maps of the product CLCD, annual land cover of China (SCHEME). "
    "92.0 %"
)
HIDDEN = "No class is in the group 'mine'."


def rgb(name: str) -> dict:
    rows = [row for row in load_legend_table(name).rows if row["role"] == "class"]
    return {int(row["value"]): tuple(bytes.fromhex(str(row["colour"])[1:])) for row in rows}


def layers(folder, *dates) -> list[str]:
    """Maps of the years from 1990 on, of a hundred cells each."""
    cells = [np.reshape([v for value, n in date for v in [value] * n], (10, 10)) for date in dates]
    return [write_raster(folder / f"{1990 + 10 * n}.tif", c) for n, c in enumerate(cells)]


def texts_of(path) -> str:
    return " ".join(read_page(path).texts)


def test_a_study_with_the_legend_of_another_product_asks_first_of_all(run, tmp_path):
    """Pasture, soybean and cane of MapBiomas Brazil as CLCD."""
    maps = layers(tmp_path, [(15, 92), (3, 8)], [(15, 71), (39, 21), (3, 8)])
    page = tmp_path / "report.html"
    run("study", LAYERS=maps, SCHEME="clcd", REPORT=str(page))
    warnings = run.feedback.warnings
    asked = [place for place, text in enumerate(warnings) if text.startswith(ASKED)]
    assert len(asked) == 1
    assert "match mapbiomas_brazil" in warnings[asked[0]]
    # Above it are only what the classes lack, below it what was counted.
    first = next(place for place, text in enumerate(warnings) if "has no class name and is" in text)
    assert asked[0] < first
    texts = texts_of(page)
    assert texts.index(ASKED) < texts.index("Area analysed")
    # The same maps have no class of mines, which the story tells where it speaks of them.
    assert sum(text.startswith(HIDDEN) for text in warnings) == 1
    assert texts.index("Mined land") < texts.index(HIDDEN) < texts.index("Share of total area")


def test_the_sample_is_asked_nothing(run, tmp_path):
    outputs = {"ZONES": str(tmp_path / "zones.tif"), "ZONE_SHARES": str(tmp_path / "shares.csv")}
    for scheme in ("auto", "coal_mine"):
        given = {"EARLIER": sample("1986"), "LATER": sample("2018"), "SCHEME": scheme}
        run("zonereclassification", **given, **outputs)
        log = " ".join([*run.feedback.infos, *run.feedback.warnings])
        assert "these layers" not in log
        assert "set SCHEME to a product legend" not in log


def test_change_without_a_zone_is_told_where_zones_are_made(run, tmp_path):
    maps = layers(tmp_path, [(60, 50), (30, 40), (90, 10)], [(60, 50), (30, 40), (80, 10)])
    given = {"EARLIER": maps[0], "LATER": maps[1], "SCHEME": "worldcover"}
    shares = str(tmp_path / "shares.csv")
    run("zonereclassification", **given, ZONES=str(tmp_path / "z.tif"), ZONE_SHARES=shares)
    asked = [text for text in run.feedback.warnings if "product ESA WorldCover (SCHEME)." in text]
    assert len(asked) == 1
    assert "All changed land (0.90 ha) is in zone Unassigned" in asked[0]
    run("transfermatrix", **given, TRANSFERS=shares, MATRIX=str(tmp_path / "matrix.csv"))
    assert not [text for text in run.feedback.warnings if "product ESA WorldCover" in text]


# Grass and trees of WorldCover, of which a town takes some; no colour or name tells it.
BEFORE, AFTER = [(30, 50), (10, 40), (50, 10)], [(30, 45), (10, 30), (50, 25)]
HECTARES = "class,soil_tc_per_ha,vegetation_tc_per_ha\nforest,80,50\ngrass,70,5\n"


@pytest.mark.parametrize(
    ("name", "roles", "with_page"),
    [
        ("carbonloss", ("EARLIER", "LATER"), False),
        ("carbonledger", "LAYERS", True),
        ("reclamation", "LAYERS", True),
    ],
)
def test_what_takes_land_beside_mines_that_no_map_has(run, tmp_path, name, roles, with_page):
    """Of mines and towns only these are in the maps; a mine alone is refused, and told of too."""
    maps = layers(tmp_path, BEFORE, AFTER)
    given = {"LAYERS": maps} if roles == "LAYERS" else dict(zip(roles, maps))
    given["SCHEME"] = "worldcover"
    if name != "reclamation":
        (tmp_path / "c.csv").write_text(HECTARES, encoding="utf-8")
        given["COEFFICIENTS"] = str(tmp_path / "c.csv")
    page = tmp_path / "report.html"
    if with_page:
        given["REPORT"] = str(page)
    else:
        given["LOSSES"] = str(tmp_path / "losses.csv")
    run(name, **given, TAKING_GROUPS="mine,built")
    assert sum(text.startswith(HIDDEN) for text in run.feedback.warnings) == 1
    if with_page:
        assert texts_of(page).count(HIDDEN) == 1
    run(name, **given, TAKING_GROUPS="built")
    assert not [text for text in run.feedback.warnings if text.startswith(HIDDEN)]
    with refuses("no class is in a disturbing group"):
        run(name, **given)
    assert sum(text.startswith(HIDDEN) for text in run.feedback.warnings) == 1


def test_a_dialog_shows_the_product_that_colours_or_names_tell(qgis_app, tmp_path):
    """Where values alone tell it, the layers' own names, or somebody's choice, it does not."""
    from qgis.core import QgsApplication, QgsProcessingContext

    cells = [[10, 30, 40], [80, 60, 50]]
    coloured = write_raster(tmp_path / "c_1990.tif", cells, colours=rgb("worldcover"))
    plain = write_raster(tmp_path / "p_1990.tif", cells)
    own = dict.fromkeys((10, 30, 40, 50, 60, 80), (1, 2, 3))
    other = write_raster(tmp_path / "o_1990.tif", cells, colours=own)
    words = {1: "Cropland", 2: "Forest", 4: "Grassland", 8: "Impervious"}
    named = write_raster(tmp_path / "n_1990.tif", [[1, 2, 4, 8]], names=words)
    # As the dialog makes them: a class that metadata name is asked for the wrapper.
    algorithm = QgsApplication.processingRegistry().algorithmById("carbonzones:study")
    product = SchemePreset(algorithm.parameterDefinition("SCHEME"), None, words={})
    layers = create_default_wrapper(algorithm.parameterDefinition("LAYERS"), None)
    context = QgsProcessingContext()
    widgets = [one.createWrappedWidget(context) for one in (layers, product)]
    for one in (layers, product):
        one.postInitialize([layers, product])
    assert product.parameterValue() == "auto"
    for given, shown in (
        ([coloured, plain], "worldcover"),
        ([plain, coloured], "auto"),
        ([named], "clcd"),
        ([other], "auto"),
        ([sample("1986")], "auto"),
        ([str(tmp_path / "none.tif")], "auto"),
    ):
        layers.setParameterValue(given, context)
        assert product.parameterValue() == shown, given
    product.setParameterValue("esri", context)
    layers.setParameterValue([coloured], context)
    assert product.parameterValue() == "esri"
    for widget in widgets:
        widget.deleteLater()
