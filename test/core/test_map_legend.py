"""What a map's legend lists: what the cells have, named and coloured as the raster says."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.core.messages import DataError
from carbon_zones.core.raster.legend import Legend
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.sheet.entries import MOST, Entry, entries_in, union
from carbon_zones.test.helpers import write_raster

NAMES = {1: "Forest", 2: "Grass", 3: "Water"}
COLOURS = {1: (0, 128, 0), 2: (128, 255, 0), 3: (0, 0, 255)}


def legend_of(path, **options):
    return entries_in(RasterInput(str(path), "LAYERS 'x'", **options))


def test_only_values_that_cells_have_and_no_nodata(tmp_path):
    path = write_raster(tmp_path / "x.tif", [[0, 1, 3, 3]], nodata=0, names=NAMES, colours=COLOURS)
    assert legend_of(path) == [Entry(1, "Forest", "#008000"), Entry(3, "Water", "#0000ff")]


def test_the_style_of_the_layer_comes_first(tmp_path):
    path = write_raster(tmp_path / "x.tif", [[1, 2]], names=NAMES, colours=COLOURS)
    style = Legend({1: "Wald"}, {1: "#112233"}, "layer style")
    assert legend_of(path, style=style) == [
        Entry(1, "Wald", "#112233"),
        Entry(2, "Grass", "#80ff00"),
    ]


def test_values_without_name_or_colour_are_told_apart(tmp_path):
    found = legend_of(write_raster(tmp_path / "x.tif", [range(1, 31)]))
    assert [c.name for c in found] == [str(n) for n in range(1, 31)]
    assert len({c.colour for c in found}) == 30


def test_measurements_are_no_categories(tmp_path):
    path = write_raster(tmp_path / "x.tif", np.arange(MOST + 1).reshape(1, -1))
    with pytest.raises(DataError, match=f"'x' holds {MOST + 1} different values"):
        legend_of(path)


def test_union_lists_every_entry_once_by_value():
    one = [Entry(1, "Forest", "#008000"), Entry(3, "Water", "#0000ff")]
    other = [Entry(2, "Grass", "#80ff00"), Entry(3, "Water", "#0000ff")]
    assert [c.value for c in union([one, other])] == [1, 2, 3]


def test_maps_that_show_too_much_together_are_refused():
    maps = [[Entry(n, f"{n}", "#000000")] for n in range(MOST + 1)]
    assert len(union(maps[1:])) == MOST
    with pytest.raises(DataError, match=f"show {MOST + 1} different categories"):
        union(maps)


def test_one_value_with_two_meanings_is_two_entries():
    found = union([[Entry(1, "Forest", "#008000")], [Entry(1, "Water", "#0000ff")]])
    assert [c.name for c in found] == ["Forest", "Water"]
