"""Scheme tables from layers: classes, zones, rules and coefficients to fill in."""

from __future__ import annotations

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.scheme_file import write_scheme
from ..core.base.dates import label_in
from ..core.base.messages import Term
from ..core.results.results import Results
from ..core.results.scheme_tables import SchemeTables, by_value
from ..text import language


class MakeScheme(SeriesAlgorithm):
    """Looks at what layers hold, and writes the tables of a scheme for it."""

    ID = "makescheme"
    GROUP = "tables"
    years_of = staticmethod(lambda text, layers: [label_in(name) for name in layers])
    NAME = Term("Scheme tables from layers")
    SUMMARY = Term(
        "Writes the tables of a scheme for the classes of your own layers, to be filled in."
    )
    TAGS = Term("scheme,classes,groups,zones,rules,coefficients,table,own classes,template,XLSX")
    HELP = Term(
        "Looks at the values that your layers hold and writes a file with the four tables of a "
        "scheme: classes with their hectares in each layer, zones, rules by group, and the carbon "
        "coefficients of the sinks. Fill in what is empty and give the tables to the other "
        "algorithms.\n\n"
        "Group and key of a class are proposed from its name, in English or Chinese. What the name "
        "does not tell stays empty and is listed in the log; the column note says what to look at. "
        "Values without names get no proposal, unless SCHEME or CLASSES names them.\n\n"
        "In the application the tables are loaded, with drop-down lists for groups, zones and "
        "rules; a GeoPackage keeps these, and a workbook has its own. A file that is there already "
        "is never overwritten, because it may hold what you filled in."
    )
    DECLARES = (
        "LAYERS @shared OUTPUT CLASSES_TABLE ZONES_TABLE RULES_TABLE COEFFICIENTS_TABLE @audit"
    )

    def work(self, run: Run, inputs: DatedInputs) -> None:
        series = self.open(run, inputs)
        values = by_value(series)
        census = self.count(run, inputs, values, [])
        scheme = SchemeTables(series, census, inputs.shipped, language())
        results = Results(values, census)
        self.audit(run, results, [*results.checks, *scheme.checks])
        write_scheme(run, "OUTPUT", scheme.tables)
        run.log(scheme.notes())
