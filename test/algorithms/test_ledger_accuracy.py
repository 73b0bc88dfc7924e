"""CLASS_ACCURACY of a raster of conversions or zones as AREA_ERRORS, as it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_ledger_uncertainty import uncertainty
from carbon_zones.test.core.support import attribute_table
from carbon_zones.test.helpers import sample

pytestmark = pytest.mark.usefixtures("qgis_app")

Z = 1.959963984540054
AREAS = "approach 1: areas"
COLUMNS = (
    "value,class,mapped_ha,samples,users_pct,users_half_width_pct,producers_pct,"
    "producers_half_width_pct,f1_pct,estimated_ha,estimated_se_ha,estimated_half_width_ha"
)


def classes_of(path) -> list[tuple[int, str, float]]:
    """Value, name and hectares of each class of a raster, as its attribute table has them."""
    return [
        (int(row["Value"]), row["Name"], float(row["Hectares"])) for row in attribute_table(path)
    ]


def accuracy(classes, share=0.9, error=0.04) -> str:
    """The table of an assessment that finds a share of each area, with a standard error."""
    rows = [
        f"{value},{name},{area!r},50,90,8,85,9,87.4,{area * share!r},{area * error!r},"
        f"{area * error * 1.645!r}"
        for value, name, area in classes
    ]
    return "\n".join([COLUMNS, *rows])


def test_the_ledger_takes_it_too_and_says_that_it_names_no_period(tmp_path):
    path = str(tmp_path / "zones.tif")
    pair = {"EARLIER": sample("2009"), "LATER": sample("2018")}
    make_run()("zonereclassification", **pair, ZONES=path, ZONE_SHARES="TEMPORARY_OUTPUT")
    table = accuracy(classes_of(path))
    found, _, results, feedback = uncertainty(tmp_path, areas=table, DRAWS=0)
    lost = (206206.0443, 260365.4986, 406152.9202)
    wanted = Z * 0.04 * sum(own**2 for own in lost) ** 0.5
    assert found["", "loss", AREAS]["half_width"] == pytest.approx(wanted, abs=1e-3)
    assert results["LOSS_TC"] == pytest.approx(872724.4630, abs=6e-5)
    assert any(
        "names no period; its errors are applied to all periods." in line for line in feedback.infos
    )


def test_the_form_that_is_handed_out_says_nothing_until_it_is_filled_in(run, tmp_path):
    exported = run("exporttables", FOLDER=str(tmp_path / "scheme"))
    form = Path(exported["AREA_ERRORS"]).read_text(encoding="utf-8")
    found, _, _, feedback = uncertainty(tmp_path, areas=form, DRAWS=0)
    assert ("", "loss", AREAS) not in found
    told = "\n".join(feedback.infos)
    assert "rows without a margin of error ignored: 1, 2." in told
    assert "Areas are treated as exact: no margins of error given (AREA_ERRORS)." in told
    filled = form.replace("@sink,@mine,", "@sink,@mine,5")
    found, *_ = uncertainty(tmp_path, areas=filled, DRAWS=0)
    # Section 8 of the definitions: by zone.
    assert found["", "loss", AREAS]["half_width"] == pytest.approx(26233.153, abs=6e-4)
