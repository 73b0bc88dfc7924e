"""Export scheme tables: the default classes, zones, rules and others, ready to edit."""

from __future__ import annotations

from pathlib import Path

from ..bridge.algorithm import CarbonZonesAlgorithm, Inputs
from ..bridge.run_context import Run
from ..bridge.table_sinks import copy_files, scratch_folder
from ..core.base.messages import Term
from ..core.scheme.defaults import TABLE_FILES, default_file
from ..text import language

# Outputs that are not called as their file is, but as the parameter that takes it.
OUTPUT_NAMES = {"suspects.csv": "SUSPECT_RULES"}


class ExportTables(CarbonZonesAlgorithm):
    """Copies the default tables into a folder."""

    ID = "exporttables"
    GROUP = "tables"
    NAME = Term("Export scheme tables")
    SUMMARY = Term("Copies the default classes, zones, rules and others as tables, ready to edit.")
    TAGS = Term("classes,zones,rules,coefficients,carbon,table,CSV,template,export")
    HELP = Term(
        "Writes classes.csv, zones.csv, rules.csv and coefficients.csv into a folder: the scheme "
        "of Yang et al. 2022. The coefficients have columns to be filled in that say what is lost, "
        "how fast, how it comes back, and how uncertain it is. Beside them suspects.csv, the rules "
        "of Land trajectories, grades.csv, the grades of Change analysis, categories.csv, the "
        "categories of Land matrix of the inventory, values.csv, the carbon densities once more as "
        "Values per hectare takes them, and area_errors.csv, a form for errors of areas; and for "
        "Path to carbon neutrality the emission factors factors.csv, with activity.csv and "
        "scenarios.csv, which are invented. Edit them in a spreadsheet or text editor and give "
        "them to the other algorithms; any table with the same columns will do. Files that were "
        "changed since they were exported are not overwritten."
    )
    DECLARES = (
        "FOLDER CLASSES ZONES RULES COEFFICIENTS SUSPECT_RULES GRADES CATEGORIES VALUES "
        "AREA_ERRORS FACTORS ACTIVITY SCENARIOS"
    )

    def work(self, run: Run, inputs: Inputs) -> None:
        folder = run.folder("FOLDER")
        with scratch_folder() as scratch:
            files = [default_file(file, language(), scratch) for file in TABLE_FILES]
            paths = copy_files(files, folder, run.drafts)
        run.tell_files(paths)
        for path in paths:
            file = Path(path)
            run.results[OUTPUT_NAMES.get(file.name, file.stem.upper())] = path
