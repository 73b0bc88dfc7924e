"""Load sample data: the synthetic mine as layers."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from ..bridge.algorithm import CarbonZonesAlgorithm, Inputs
from ..bridge.loading import show_rasters
from ..bridge.run_context import Run
from ..bridge.table_sinks import copy_files, scratch_folder
from ..core.base.dates import year_in
from ..core.base.drafts import writing
from ..core.base.files import RESOURCES
from ..core.base.messages import DataError, Term
from ..core.scheme.defaults import DEFAULTS, default_classes, default_file
from ..text import language, tr

SAMPLE, MODELS = RESOURCES / "sample", RESOURCES / "models"
# Beside the maps, by the output's name.
COMPANIONS = {
    "DISTRICTS": SAMPLE / "districts.geojson",
    "SLOPE": SAMPLE / "slope.tif",
    "VALUE_LAYERS": SAMPLE / "vegetation_carbon_2018.tif",
    "VALUES": DEFAULTS / "values.csv",
    "PROJECT": SAMPLE / "carbon_zones_sample.qgz",
    "MODEL": MODELS / "zones_and_losses_by_district.model3",
    "SAMPLE_MODEL": MODELS / "sample_for_tonnes.model3",
    "TONNES_MODEL": MODELS / "tonnes_by_a_labelled_sample.model3",
}
# Each is written where its output goes, if that is asked for.
YEARS_OF_CHANGE = ("DISTURBANCE_YEAR", "RECOVERY_YEAR")
# Default tables that go there in the user's language, by the output's name.
TABLES = {
    "SUSPECT_RULES": "suspects.csv",
    "GRADES": "grades.csv",
    "ACTIVITY": "activity.csv",
    "FACTORS": "factors.csv",
    "SCENARIOS": "scenarios.csv",
}


class SampleData(CarbonZonesAlgorithm):
    """Copies the sample and shows it."""

    ID = "sampledata"
    GROUP = "study"
    NAME = Term("Load sample data")
    SUMMARY = Term("Loads land use of a synthetic open-cast mine in 1986, 2000, 2009 and 2018.")
    TAGS = Term("sample,example,data,demo,synthetic,mine,land use,tutorial")
    HELP = Term(
        "Copies four land-use rasters of 735 x 782 cells of 30 m to a folder and loads them. "
        "The data are synthetic: their areas match those of Yang et al. 2022 for the "
        "Pingshuo mine, but the maps show no real site. Run Carbon zone study to see the "
        "results.\n\n"
        "Also included: fictitious districts and slope classes as units; a fictitious raster "
        "of vegetation carbon for Raster values by class and age; carbon densities "
        "(values.csv) for Values per hectare; rules (suspects.csv) for Land trajectories and "
        "grades (grades.csv) for Change analysis; fictitious activity data, emission factors "
        "and fictitious scenarios for Path to carbon neutrality; the project "
        "carbon_zones_sample.qgz with maps and districts by year; and the model Zones and "
        "losses by district, listed under Project models in the toolbox while that project "
        "is open.\n\n"
        "DISTURBANCE_YEAR and RECOVERY_YEAR are two optional fictitious rasters of years for "
        "the parameters of these names in Mine reclamation, Mine carbon ledger and Carbon "
        "zone study. Years of recovery are counted from 2000 (RECOVERY_YEAR_OFFSET)."
    )
    DECLARES = (
        "FOLDER LAYERS DISTRICTS SLOPE VALUE_LAYERS VALUES SUSPECT_RULES GRADES ACTIVITY FACTORS "
        "SCENARIOS PROJECT MODEL SAMPLE_MODEL TONNES_MODEL DISTURBANCE_YEAR RECOVERY_YEAR"
    )

    def work(self, run: Run, inputs: Inputs) -> None:
        folder, rasters = run.folder("FOLDER"), {n: run.raster(n) for n in YEARS_OF_CHANGE}
        if Path(os.path.realpath(folder)) == Path(os.path.realpath(SAMPLE)):
            # The model does not lie there, and the plugin's own folder is only read.
            raise DataError(
                "FOLDER: '{folder}' is the plugin folder; choose another folder", folder=folder
            )
        with scratch_folder() as scratch:
            files = [_in_language(path, scratch) for path in sorted(SAMPLE.glob("landuse_*.tif*"))]
            files += [*COMPANIONS.values(), SAMPLE / "slope.tif.aux.xml"]
            files += [default_file(file, language(), scratch) for file in TABLES.values()]
            copies = copy_files(files, folder, run.drafts)
        for name, path in rasters.items():
            if path:
                with writing(path):
                    shutil.copyfile(SAMPLE / f"{name.lower()}.tif", run.drafts.path(path))
        paths = [path for path in copies if re.search(r"landuse_\d+\.tif$", path)]
        title = tr("Land use {year} (synthetic)")
        shown = [(path, title.format(year=year_in(os.path.basename(path)))) for path in paths]
        show_rasters(run, "LAYERS", shown)
        # The others are not loaded: in a style of QGIS's own the districts would hide the maps.
        companions = {name: os.path.join(folder, file.name) for name, file in COMPANIONS.items()}
        companions |= {name: os.path.join(folder, file) for name, file in TABLES.items()}
        values = [companions["VALUE_LAYERS"]]
        run.results.update({"LAYERS": paths, **companions, "VALUE_LAYERS": values})


def _in_language(path: Path, folder: str) -> Path:
    """A file of the sample; a legend in the user's language is made in a folder."""
    if not language() or path.suffix != ".xml":
        return path
    legend = path.read_text(encoding="utf-8")
    for (_, english), (_, translated) in zip(default_classes(), default_classes(language())):
        legend = legend.replace(f">{english.name}<", f">{translated.name}<")
    translated_legend = Path(folder) / path.name
    translated_legend.write_text(legend, encoding="utf-8")
    return translated_legend
