"""Load sample data: layers of a synthetic mine."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from ..bridge.algorithm import AlgorithmInputs, CarbonZonesAlgorithm
from ..bridge.loading import load_rasters
from ..bridge.run_context import RunContext
from ..bridge.table_sinks import copy_files, create_scratch_folder
from ..core.base.dates import find_year
from ..core.base.drafts import convert_write_errors
from ..core.base.files import RESOURCE_FOLDER
from ..core.base.messages import DataError, Term
from ..core.scheme.defaults import DEFAULT_TABLE_DIR, default_classes, export_default_table
from ..text import interface_language, tr

SAMPLE_FOLDER, MODEL_FOLDER = RESOURCE_FOLDER / "sample", RESOURCE_FOLDER / "models"
# Files delivered with the maps, by output name.
COMPANION_FILES = {
    "DISTRICTS": SAMPLE_FOLDER / "districts.geojson",
    "SLOPE": SAMPLE_FOLDER / "slope.tif",
    "VALUE_LAYERS": SAMPLE_FOLDER / "vegetation_carbon_2018.tif",
    "VALUES": DEFAULT_TABLE_DIR / "values.csv",
    "PROJECT": SAMPLE_FOLDER / "carbon_zones_sample.qgz",
    "MODEL": MODEL_FOLDER / "zones_and_losses_by_district.model3",
    "SAMPLE_MODEL": MODEL_FOLDER / "sample_for_tonnes.model3",
    "TONNES_MODEL": MODEL_FOLDER / "tonnes_by_a_labelled_sample.model3",
}
# Each is written to its own output, if requested.
CHANGE_YEAR_OUTPUTS = ("DISTURBANCE_YEAR", "RECOVERY_YEAR")
# Default tables written in the user's language, by output name.
DEFAULT_TABLE_FILES = {
    "SUSPECT_RULES": "suspects.csv",
    "GRADES": "grades.csv",
    "ACTIVITY": "activity.csv",
    "FACTORS": "factors.csv",
    "SCENARIOS": "scenarios.csv",
}


class SampleData(CarbonZonesAlgorithm):
    """Copying and loading of the sample data."""

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

    def execute(self, run: RunContext, inputs: AlgorithmInputs) -> None:
        folder, rasters = (
            run.folder_path("FOLDER"),
            {n: run.raster_path(n) for n in CHANGE_YEAR_OUTPUTS},
        )
        if Path(os.path.realpath(folder)) == Path(os.path.realpath(SAMPLE_FOLDER)):
            # The model is not in this folder, and the plugin folder must stay unchanged.
            raise DataError(
                "FOLDER: '{folder}' is the plugin folder; choose another folder", folder=folder
            )
        with create_scratch_folder() as scratch:
            files = [
                _translate_legend(path, scratch)
                for path in sorted(SAMPLE_FOLDER.glob("landuse_*.tif*"))
            ]
            files += [*COMPANION_FILES.values(), SAMPLE_FOLDER / "slope.tif.aux.xml"]
            files += [
                export_default_table(file, interface_language(), scratch)
                for file in DEFAULT_TABLE_FILES.values()
            ]
            copies = copy_files(files, folder, run.drafts)
        for name, path in rasters.items():
            if path:
                with convert_write_errors(path):
                    shutil.copyfile(
                        SAMPLE_FOLDER / f"{name.lower()}.tif", run.drafts.draft_path(path)
                    )
        paths = [path for path in copies if re.search(r"landuse_\d+\.tif$", path)]
        title = tr("Land use {year} (synthetic)")
        shown = [(path, title.format(year=find_year(os.path.basename(path)))) for path in paths]
        load_rasters(run, "LAYERS", shown)
        # The other layers are not loaded: in a default QGIS style the districts would cover the
        # maps.
        companions = {
            name: os.path.join(folder, file.name) for name, file in COMPANION_FILES.items()
        }
        companions |= {
            name: os.path.join(folder, file) for name, file in DEFAULT_TABLE_FILES.items()
        }
        values = [companions["VALUE_LAYERS"]]
        run.results.update({"LAYERS": paths, **companions, "VALUE_LAYERS": values})


def _translate_legend(path: Path, folder: str) -> Path:
    """Return the path of a sample file, or of a copy in `folder` if its legend is translated."""
    if not interface_language() or path.suffix.lower() != ".xml":
        return path
    legend = path.read_text(encoding="utf-8")
    for (_, english), (_, translated) in zip(
        default_classes(), default_classes(interface_language())
    ):
        legend = legend.replace(f">{english.name}<", f">{translated.name}<")
    translated_legend = Path(folder) / path.name
    translated_legend.write_text(legend, encoding="utf-8")
    return translated_legend
