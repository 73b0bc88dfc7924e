"""Export scheme tables: the default classes, zones, rules and others, ready to edit."""

from __future__ import annotations

from pathlib import Path

from ..bridge.algorithm import AlgorithmInputs, CarbonZonesAlgorithm
from ..bridge.run_context import RunContext
from ..bridge.table_sinks import copy_files, create_scratch_folder
from ..core.base.messages import Term
from ..core.scheme.defaults import TABLE_FILES, export_default_table
from ..text import interface_language

# Outputs named after the parameter that reads the file, not after the file.
OUTPUT_NAMES = {"suspects.csv": "SUSPECT_RULES"}


class ExportTables(CarbonZonesAlgorithm):
    """Export of the default tables to a folder."""

    ID = "exporttables"
    GROUP = "tables"
    NAME = Term("Export scheme tables")
    SUMMARY = Term("Exports the default class, zone, rule and other tables for editing.")
    TAGS = Term("classes,zones,rules,coefficients,carbon,table,CSV,template,export")
    HELP = Term(
        "Writes the default tables to a folder for editing: classes.csv, zones.csv, "
        "rules.csv and coefficients.csv (Yang et al. 2022), the last with empty columns for "
        "loss fractions, rates of loss, recovery and uncertainty; suspects.csv, the rules of "
        "Land trajectories; grades.csv, the grades of Change analysis; categories.csv, the "
        "categories of Land matrix of the inventory; values.csv, the same carbon densities "
        "for Values per hectare; area_errors.csv, a template for area errors; and, for Path "
        "to carbon neutrality, emission factors (factors.csv) and fictitious activity data "
        "and scenarios (activity.csv, scenarios.csv). Use the edited tables, or any tables "
        "with the same columns, in the other algorithms. Files that were changed since they "
        "were exported are not overwritten."
    )
    DECLARES = (
        "FOLDER CLASSES ZONES RULES COEFFICIENTS SUSPECT_RULES GRADES CATEGORIES VALUES "
        "AREA_ERRORS FACTORS ACTIVITY SCENARIOS"
    )

    def execute(self, run: RunContext, inputs: AlgorithmInputs) -> None:
        folder = run.folder_path("FOLDER")
        with create_scratch_folder() as scratch:
            files = [
                export_default_table(file, interface_language(), scratch) for file in TABLE_FILES
            ]
            paths = copy_files(files, folder, run.drafts)
        for path in paths:
            file = Path(path)
            run.results[OUTPUT_NAMES.get(file.name, file.stem.upper())] = path
