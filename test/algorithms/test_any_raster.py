"""Matrix and area shares of any categorical raster, without a scheme; cells are one hectare."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from carbon_zones.test.helpers import read_csv, read_raster, write_raster

EARLIER = [
    [0, 0, 7, 200],
    [0, 7, 7, 200],
]
LATER = [
    [0, 7, 7, 0],
    [0, 7, 200, 200],
]
# Cells by (from, to), counted by eye
PAIRS = {(0, 0): 2, (0, 7): 1, (7, 7): 2, (7, 200): 1, (200, 0): 1, (200, 200): 1}


def pair_of(folder, dtype=np.uint8, **options) -> dict:
    cell = options.pop("cell", (100, 100))
    return {
        "EARLIER": write_raster(folder / "early.tif", EARLIER, dtype=dtype, cell=cell, **options),
        "LATER": write_raster(folder / "late.tif", LATER, dtype=dtype, cell=cell, **options),
    }


@pytest.mark.parametrize(
    "dtype", [np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.float32, np.float64]
)
def test_transfers_of_values_nobody_names(run, tmp_path, dtype):
    results = run(
        "transfermatrix", **pair_of(tmp_path, dtype), TRANSFERS=str(tmp_path / "transfers.csv")
    )
    rows = read_csv(tmp_path / "transfers.csv")
    assert {(int(r["from_value"]), int(r["to_value"])): int(r["cells"]) for r in rows} == PAIRS
    for row in rows:
        assert (row["from_class"], row["to_class"]) == (row["from_value"], row["to_value"])
        assert float(row["area_ha"]) == pytest.approx(int(row["cells"]))
    assert results["VALID_CELLS"] == 8
    assert results["EXCLUDED_CELLS"] == 0
    assert results["TOTAL_AREA_HA"] == pytest.approx(8)
    assert results["CHANGED_AREA_HA"] == pytest.approx(3)
    assert results["UNCHANGED_AREA_HA"] == pytest.approx(5)


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([[-32768, 32767, 0]], np.int16),
        ([[-2147483648, 2147483647, 5]], np.int32),
        ([[0, 65535, 1]], np.uint16),
        ([[-9007199254740993, 9007199254740993, 0]], np.int64),
        ([[-1, 1e9, 0]], np.float64),
    ],
)
def test_values_anywhere_in_the_data_type(run, tmp_path, values, dtype):
    run(
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "a.tif", values, dtype=dtype),
        LATER=write_raster(tmp_path / "b.tif", np.array(values, dtype)[:, ::-1], dtype=dtype),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    rows = read_csv(tmp_path / "transfers.csv")
    pairs = {(int(row["from_value"]), int(row["to_value"])) for row in rows}
    assert pairs == {(int(a), int(b)) for a, b in zip(values[0], reversed(values[0]))}


def test_different_types_nodata_and_class_sets_at_the_two_dates(run, tmp_path):
    run(
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "a.tif", [[1, 2, 255, 3]], nodata=255, cell=(100, 100)),
        LATER=write_raster(
            tmp_path / "b.tif",
            [[9000, 2, 2, -1]],
            dtype=np.int32,
            nodata=-1,
            cell=(100, 100),
            options=("TILED=YES", "COMPRESS=DEFLATE"),
        ),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    rows = read_csv(tmp_path / "transfers.csv")
    assert [(int(row["from_value"]), int(row["to_value"])) for row in rows] == [(1, 9000), (2, 2)]


def test_matrix_is_square_with_totals_in_hectares(run, tmp_path):
    """Cells of 50 x 200 m: one hectare each, however they are cut."""
    run(
        "transfermatrix",
        **pair_of(tmp_path, cell=(50, 200)),
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / "matrix.csv"),
    )
    rows = read_csv(tmp_path / "matrix.csv")
    found = {row["from_class"]: [float(row[c]) for c in ("0", "7", "200", "Total")] for row in rows}
    assert list(rows[0]) == ["from_class", "0", "7", "200", "Total"]
    assert found == {
        "0": [2, 1, 0, 3],
        "7": [0, 2, 1, 3],
        "200": [1, 0, 1, 2],
        "Total": [3, 3, 2, 8],
    }


def test_matrix_as_gpkg_has_numbers(run, tmp_path):
    results = run(
        "transfermatrix",
        **pair_of(tmp_path),
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / "matrix.gpkg"),
    )
    layer = QgsVectorLayer(results["MATRIX"], "matrix", "ogr")
    totals = [feature["Total"] for feature in layer.getFeatures()]
    assert totals == [3.0, 3.0, 2.0, 8.0]


@pytest.mark.parametrize(
    "names",
    [
        {0: "total", 7: "Period", 200: "from_class"},
        {0: "Fid", 7: "fid 2", 200: "TOTAL"},
        {0: "A" * 80, 7: "A" * 79 + "b", 200: 'quote " and , comma'},
    ],
)
@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_matrix_of_awkward_class_names(run, tmp_path, names, ending):
    """Columns stay apart although a table's names do not tell case, and fid and Total are taken."""
    results = run(
        "transfermatrix",
        **pair_of(tmp_path, names=names),
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / f"matrix.{ending}"),
    )
    layer = QgsVectorLayer(results["MATRIX"], "matrix", "ogr")
    rows = [feature.attributes()[-5:] for feature in layer.getFeatures()]
    numbers = [[float(cell) for cell in row[1:]] for row in rows]
    assert numbers == [[2, 1, 0, 3], [0, 2, 1, 3], [1, 0, 1, 2], [3, 3, 2, 8]]


def test_class_change_by_hand(run, tmp_path):
    run(
        "transfermatrix",
        **pair_of(tmp_path),
        TRANSFERS="TEMPORARY_OUTPUT",
        CLASS_CHANGE=str(tmp_path / "change.csv"),
    )
    columns = (
        *("area_before_ha", "area_after_ha", "persistence_ha"),
        *("gain_ha", "loss_ha", "net_ha", "swap_ha"),
    )
    found = {
        row["class"]: [float(row[column]) for column in columns]
        for row in read_csv(tmp_path / "change.csv")
    }
    assert found == {
        "0": [3, 3, 2, 1, 1, 0, 2],
        "7": [3, 3, 2, 1, 1, 0, 2],
        "200": [2, 2, 1, 1, 1, 0, 2],
    }


def test_class_change_of_a_class_that_only_loses(run, tmp_path):
    run(
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "a.tif", [[1, 1, 1, 1, 2]], cell=(100, 100)),
        LATER=write_raster(tmp_path / "b.tif", [[1, 2, 2, 2, 1]], cell=(100, 100)),
        TRANSFERS="TEMPORARY_OUTPUT",
        CLASS_CHANGE=str(tmp_path / "change.csv"),
    )
    one = read_csv(tmp_path / "change.csv")[0]
    assert [float(one[c]) for c in ("gain_ha", "loss_ha", "net_ha", "swap_ha")] == [1, 3, -2, 2]


def test_shares_of_values_nobody_names(run, tmp_path):
    pair = pair_of(tmp_path)
    run(
        "areashares",
        LAYERS=[pair["EARLIER"], pair["LATER"]],
        YEARS="2001,2011",
        SHARES=str(tmp_path / "shares.csv"),
    )
    rows = read_csv(tmp_path / "shares.csv")
    found = [(r["year"], r["layer"], r["class"], int(r["cells"]), r["change_ha"]) for r in rows]
    assert found == [
        ("2001", "early", "0", 3, ""),
        ("2001", "early", "7", 3, ""),
        ("2001", "early", "200", 2, ""),
        ("2011", "late", "0", 3, "0"),
        ("2011", "late", "7", 3, "0"),
        ("2011", "late", "200", 2, "0"),
    ]
    assert [float(r["share_pct"]) for r in rows] == [37.5, 37.5, 25.0] * 2


def test_shares_of_one_layer_and_of_a_class_that_comes_and_goes(run, tmp_path):
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", [values], cell=(100, 100))
        for year, values in ((1990, [1, 1, 1, 1]), (2000, [1, 2, 2, 2]), (2010, [1, 1, 1, 1]))
    ]
    run("areashares", LAYERS=paths[:1], SHARES=str(tmp_path / "one.csv"))
    assert [(r["year"], r["cells"]) for r in read_csv(tmp_path / "one.csv")] == [("1990", "4")]
    run("areashares", LAYERS=paths, SHARES=str(tmp_path / "shares.csv"))
    found = {
        (r["year"], r["class"]): (int(r["cells"]), r["change_ha"], r["change_points"])
        for r in read_csv(tmp_path / "shares.csv")
    }
    assert found == {
        ("1990", "1"): (4, "", ""),
        ("1990", "2"): (0, "", ""),
        ("2000", "1"): (1, "-3", "-75"),
        ("2000", "2"): (3, "3", "75"),
        ("2010", "1"): (4, "3", "75"),
        ("2010", "2"): (0, "-3", "-75"),
    }


def test_a_cell_counts_only_where_all_layers_are_valid(run, tmp_path):
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", [values], nodata=0, cell=(100, 100))
        for year, values in ((1990, [1, 0, 1, 2]), (2000, [1, 2, 0, 2]), (2010, [1, 1, 1, 2]))
    ]
    results = run("areashares", LAYERS=paths, SHARES=str(tmp_path / "shares.csv"))
    assert results["VALID_CELLS"] == 2
    assert results["EXCLUDED_CELLS"] == 2
    for row in read_csv(tmp_path / "shares.csv"):
        assert int(row["cells"]) == 1
        assert float(row["share_pct"]) == 50


def names_in(path) -> set:
    return {name for r in read_csv(path) for name in (r["from_class"], r["to_class"])}


def test_names_by_category_names(run, tmp_path):
    pair = pair_of(tmp_path, names={0: "Sea", 7: "Dune", 200: "Marsh"})
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    assert names_in(tmp_path / "transfers.csv") == {"Sea", "Dune", "Marsh"}


def test_names_by_attribute_table_beat_category_names(run, tmp_path):
    pair = pair_of(tmp_path, names={0: "Sea", 7: "Dune", 200: "Marsh"})
    for path in pair.values():
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
            table = gdal.RasterAttributeTable()
            table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
            table.CreateColumn("Label", gdal.GFT_String, gdal.GFU_Name)
            for row, (value, name) in enumerate(((200, "Bog"), (0, "Lake"), (7, "Sand"))):
                table.SetValueAsInt(row, 0, value)
                table.SetValueAsString(row, 1, name)
            dataset.GetRasterBand(1).SetDefaultRAT(table)
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    assert names_in(tmp_path / "transfers.csv") == {"Lake", "Sand", "Bog"}


def styled(path: str, name: str, labels: dict) -> QgsRasterLayer:
    """A layer with a paletted style of the user's own."""
    layer = QgsRasterLayer(path, name)
    entries = [
        QgsPalettedRasterRenderer.Class(value, QColor(colour), label)
        for value, (label, colour) in labels.items()
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    return layer


def test_names_and_colours_by_the_layers_own_style(run, tmp_path):
    labels = {0: ("Sea", "#0000ff"), 7: ("Dune", "#ffff00"), 200: ("Marsh", "#008000")}
    pair = pair_of(tmp_path)
    layers = {
        name: styled(path, f"{name.lower()} {year}", labels)
        for (name, path), year in zip(pair.items(), ("1990", "2000"))
    }
    run(
        "transfermatrix",
        **layers,
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    assert names_in(tmp_path / "transfers.csv") == {"Sea", "Dune", "Marsh"}
    assert {row["period"] for row in read_csv(tmp_path / "transfers.csv")} == {"1990-2000"}
    np.testing.assert_array_equal(
        read_raster(tmp_path / "conversions.tif"),
        np.array(EARLIER, int) * 1000 + np.array(LATER, int),
    )
    layer = QgsRasterLayer(str(tmp_path / "conversions.tif"))
    shown = {int(entry.value): entry.color for entry in layer.renderer().classes()}
    # Land that became marsh is greenish, land that stayed sea a pale blue.
    assert shown[7200].green() > max(shown[7200].red(), shown[7200].blue())
    assert shown[0].blue() > 200 > 150 < shown[0].red()


def test_a_style_names_what_the_other_date_does_not(run, tmp_path):
    pair = pair_of(tmp_path)
    labels = {0: ("Sea", "#0000ff"), 7: ("Dune", "#ffff00"), 200: ("Marsh", "#008000")}
    run(
        "transfermatrix",
        EARLIER=styled(pair["EARLIER"], "early", labels),
        LATER=pair["LATER"],
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    assert names_in(tmp_path / "transfers.csv") == {"Sea", "Dune", "Marsh"}
    assert any("LATER" in text for text in run.feedback.warnings)


def test_one_class_under_two_codes(run, tmp_path):
    """The dates number their classes differently; the names tell."""
    run(
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "a.tif", [[1, 1, 2]], names={1: "Wood", 2: "Field"}),
        LATER=write_raster(tmp_path / "b.tif", [[2, 1, 1]], names={2: "wood", 1: "Field"}),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    rows = read_csv(tmp_path / "transfers.csv")
    assert [(r["from_class"], r["to_class"], int(r["cells"])) for r in rows] == [
        ("Wood", "Wood", 1),
        ("Wood", "Field", 1),
        ("Field", "Field", 1),
    ]


def test_a_value_without_a_name_among_named_ones_is_told_with_its_cells(run, tmp_path):
    pair = pair_of(tmp_path, names={0: "Sea", 7: "Dune"})
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    assert names_in(tmp_path / "transfers.csv") == {"Sea", "Dune", "200"}
    told = [text for text in run.feedback.warnings if "200" in text]
    assert len(told) == 2
    assert all("cells: 2." in text for text in told)


def test_a_0_that_is_not_declared_is_told_where_nothing_has_a_name(run, tmp_path):
    pair = {
        "EARLIER": write_raster(tmp_path / "a.tif", [[0, 0, 5]]),
        "LATER": write_raster(tmp_path / "b.tif", [[6, 7, 5]]),
    }
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    assert run.feedback.warnings == [
        "EARLIER 'a': the value 0 is not declared no data and is counted as a class; cells: 2. "
        "If it means no data, give it in NODATA."
    ]
    run("transfermatrix", **pair, NODATA="0", TRANSFERS=str(tmp_path / "transfers.csv"))
    assert run.feedback.warnings == []


def test_bands_of_one_file_are_two_dates(run, tmp_path):
    path = str(tmp_path / "both.tif")
    with gdal.ExceptionMgr(useExceptions=True):
        early, late = (gdal.Open(p) for p in pair_of(tmp_path).values())
        gdal.BuildVRT(
            str(tmp_path / "both.vrt"),
            [early.GetDescription(), late.GetDescription()],
            separate=True,
        ).Close()
        gdal.Translate(path, str(tmp_path / "both.vrt")).Close()
    run(
        "transfermatrix",
        EARLIER=path,
        LATER=path,
        LATER_BAND=2,
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    rows = read_csv(tmp_path / "transfers.csv")
    assert {(int(r["from_value"]), int(r["to_value"])): int(r["cells"]) for r in rows} == PAIRS


def test_names_from_the_style_of_another_band_are_warned_of(run, tmp_path):
    path = str(tmp_path / "two.vrt")
    pair = pair_of(tmp_path)
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path, list(pair.values()), separate=True).Close()
    labels = {0: ("Sea", "#0000ff"), 7: ("Dune", "#ffff00"), 200: ("Marsh", "#008000")}
    layer = styled(path, "both", labels)  # by band 1
    run(
        "transfermatrix",
        EARLIER=layer,
        LATER=layer,
        LATER_BAND=2,
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    assert names_in(tmp_path / "transfers.csv") == {"Sea", "Dune", "Marsh"}
    assert run.feedback.warnings == [
        "LATER 'both': the layer is styled by band 1 and band 2 is counted: its names are those "
        "of band 1."
    ]


def test_chart_opens_offline(run, tmp_path):
    pytest.importorskip("plotly")
    pair = pair_of(tmp_path, names={0: "Sea", 7: "Dune", 200: "Marsh"})
    results = run(
        "areashares",
        LAYERS=list(pair.values()),
        SHARES="TEMPORARY_OUTPUT",
        CHART=str(tmp_path / "chart.html"),
    )
    page = (tmp_path / "chart.html").read_text(encoding="utf-8")
    assert results["CHART"] == str(tmp_path / "chart.html")
    for name in ("Sea", "Dune", "Marsh"):
        assert name in page
    assert 'src="http' not in page
    assert [path.name for path in tmp_path.glob("*.part")] == []
