"""Scheme tables from layers: classes, zones, rules and coefficients to fill in."""

from __future__ import annotations

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.scheme_file import write_scheme_file
from ..core.base.dates import find_date_label
from ..core.base.messages import Term
from ..core.results.results import Results
from ..core.results.scheme_tables import SchemeTables, series_by_value
from ..text import interface_language


class MakeScheme(SeriesAlgorithm):
    """Creation of scheme tables for the classes found in the layers."""

    ID = "makescheme"
    GROUP = "tables"
    years_of = staticmethod(lambda text, layers: [find_date_label(name) for name in layers])
    NAME = Term("Scheme tables from layers")
    SUMMARY = Term("Creates scheme tables for the classes of your layers, to be completed.")
    TAGS = Term("scheme,classes,groups,zones,rules,coefficients,table,own classes,template,XLSX")
    HELP = Term(
        "Creates a file with the four scheme tables for the values of your layers: classes "
        "with their area (ha) in each layer, zones, rules by group, and carbon coefficients "
        "of the carbon-sink classes. Complete the empty fields and use the tables in the "
        "other algorithms.\n\n"
        "Group and key of a class are proposed from its name, in English or Chinese. Fields "
        "that the name does not determine stay empty and are listed in the log; the note "
        "column states what to check. Values without names receive no proposal, unless "
        "SCHEME or CLASSES names them.\n\n"
        "In the QGIS application the tables are loaded with drop-down lists for groups, "
        "zones and rules; GeoPackage files keep these lists, and workbooks have their own. "
        "Existing files are never overwritten."
    )
    DECLARES = (
        "LAYERS @shared OUTPUT CLASSES_TABLE ZONES_TABLE RULES_TABLE COEFFICIENTS_TABLE @audit"
    )

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        series = self.load_series(run, inputs)
        values = series_by_value(series)
        census = self.count_cells(run, inputs, values, [])
        scheme = SchemeTables(series, census, inputs.shipped, interface_language())
        results = Results(values, census)
        self.write_audit(run, results, [*results.consistency_checks, *scheme.consistency_checks])
        write_scheme_file(run, "OUTPUT", scheme.tables)
        run.log_notes(scheme.notes())
