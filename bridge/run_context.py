"""Context of a run: outputs, log messages and results."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)

from ..core.base.data_dictionary import Field, get_table_fields
from ..core.base.dates import Period
from ..core.base.drafts import Drafts
from ..core.base.files import Provenance
from ..core.base.messages import DataError, Message, Notes, deduplicate_messages
from ..core.report.plotly_figures import format_file_size
from ..text import tr, translate
from .destinations import is_in_temp_folder
from .layer_appearance import AttributeForm, Choropleth, SidecarStyle
from .parameters import Outputs, RunParameters
from .table_sinks import RowGeometries, Rows, first_formula, iter_texts, write_table

if TYPE_CHECKING:
    from ..core.place.site_densities import SiteDensities
    from ..core.report.page import Page
    from ..core.report.results_page import InputFile

RowT = TypeVar("RowT", bound=Mapping[str, object])


class RunContext(RunParameters):
    """Context of a run, which writes outputs as drafts and collects `results`.

    Attributes:
        provenance: provenance, completed when the layers are opened.
        rows: number of rows written to tables and layers, by output.
        shown: layers to load, in their order.
        answers: last lines of the log.
        densities: IPCC densities of the site, if used.
        looks: style or edit form of output layers, by path.
        afterwards: functions called after all files are written, in the thread of the run.
    """

    def __init__(self, parameters: RunParameters, drafts: Drafts, provenance: Provenance):
        super().__init__(**vars(parameters))
        self.drafts = drafts
        self.provenance = provenance
        self.periods: dict[Path, Period] = {}
        self.results: Outputs = {}
        self.rows: dict[str, int] = {}
        self.shown: list[Path] = []
        self.answers: list[Message] = []
        self.densities: SiteDensities | None = None
        self.looks: dict[Path, AttributeForm | Choropleth | SidecarStyle] = {}
        self.afterwards: list[Callable[[], None]] = []
        self._formulas_told = False

    def log_notes(self, *parts: Notes) -> None:
        """Log notices and warnings of each part."""
        for notes in parts:
            for notice in deduplicate_messages(notes.notices):
                self.add_notice(notice)
            for warning in deduplicate_messages(notes.warnings):
                self.add_warning(warning)

    def log_lines(self, lines: Iterable[tuple[bool, str]]) -> None:
        """Log lines, each preceded by whether it is a warning."""
        for warns, line in lines:
            (self.add_warning if warns else self.feedback.pushInfo)(line)

    def raster_path(self, name: str) -> str:
        """Return the path of a raster output, or '' if not requested.

        Not during preparation: a task has its own context, and layers would not be loaded.
        """
        if not self.has_value(name):
            return ""
        path = self.algorithm.parameterAsOutputLayer(self.values_by_name, name, self.context)
        if path and os.path.splitext(path)[1].lower() not in (".tif", ".tiff"):
            raise DataError(
                "{name}: '{path}' must end in {endings}", name=name, path=path, endings=".tif"
            )
        return self._register_output(name, path)

    def page_path(self, name: str, has_map: bool = False) -> str:
        """Return the path of an HTML output, maybe with an interactive map; '' if not requested."""
        # Report modules are imported only if a report is requested.
        from ..core.report.page import check_packages

        path = self.output_file_path(name)
        if path:
            check_packages(name, has_map)
        return self._register_output(name, path)

    def workbook_path(self, name: str) -> str:
        """Return the path of a workbook, or '' if not requested."""
        return self._register_output(name, self.output_file_path(name))

    def folder_path(self, name: str) -> str:
        """Return the path of a folder output, temporary if none is given; it is not created."""
        path = self.text_value(name)
        if not path or path == QgsProcessing.TEMPORARY_OUTPUT:
            path = QgsProcessingUtils.generateTempFilename(name.lower())
        return self._register_output(name, path)

    def optional_folder_path(self, name: str) -> str:
        """Return the path of an optional folder output, or '' if not requested."""
        return self.folder_path(name) if self.has_value(name) else ""

    def _register_output(self, name: str, path: str) -> str:
        if path:
            self.results[name] = path
        return path

    # A list of the exact row type: for a Sequence, mypy would infer a common base type.
    @overload
    def write_output_table(self, name: str, table: type[RowT], rows: list[RowT]) -> None: ...

    @overload
    def write_output_table(self, name: str, table: str | Sequence[Field], rows: Rows) -> None: ...

    def write_output_table(
        self, name: str, table: type | str | Sequence[Field], rows: Rows
    ) -> None:
        """Write a table, if requested, by its row type, column names or fields."""
        fields = get_table_fields(table) if isinstance(table, (type, str)) else table
        # Only the first formula: the texts of a large table are not kept in memory.
        formula = first_formula(iter_texts(fields, ()))

        def noted(some: Rows) -> None:
            nonlocal formula
            formula = formula or first_formula(dict.fromkeys(iter_texts(fields, some)))

        path = self._register_output(
            name, write_table(self, name, self.drafts, fields, rows, noted=noted)
        )
        self.rows[name] = len(rows)
        if formula and path.lower().endswith(".csv") and not self._formulas_told:
            self._formulas_told = True
            self.add_warning(
                "{file}: spreadsheets read '{text}' as a formula; import the column as text",
                file=os.path.basename(path),
                text=formula,
            )

    def write_layer(
        self,
        name: str,
        fields: Sequence[Field],
        rows: Rows,
        shapes: RowGeometries,
        look: AttributeForm | Choropleth,
        complete: Callable[[str], None] = lambda written: None,
    ) -> None:
        """Write a layer, if requested; `complete` is called with the file after it is closed."""
        path = write_table(self, name, self.drafts, fields, rows, shapes, complete)
        self.rows[name] = len(rows)
        self.looks[Path(self._register_output(name, path))] = look

    def write_page(
        self, path: str, page: Callable[[Provenance, list[InputFile | None]], Page]
    ) -> None:
        """Write a page of provenance and input files; import the report modules only here."""
        from ..core.report.page import write_page

        of_results = page(self.provenance, self.hashed_input_files)
        write_page(path, self.drafts, of_results.with_warnings(self.warned), tr)

    @cached_property
    def hashed_input_files(self) -> list[InputFile | None]:
        """Input files with checksums; computing them reads each file again."""
        from ..core.report.results_page import describe_input_files

        return describe_input_files(
            self.provenance.files, self.should_continue, self.provenance.states
        )

    def load_when_done(
        self, source: str, title: str, name: str, hint: QgsProcessingUtils.LayerHint
    ) -> None:
        """Load an output layer when the run ends; without `hint`, QGIS tries vector first."""
        project = self.context.project()
        if project is not None:
            details = QgsProcessingContext.LayerDetails(title, project, name, hint)
            self.context.addLayerToLoadOnCompletion(source, details)
            self.shown.append(Path(source))

    def set_numeric_outputs(self, values: Mapping[str, float]) -> None:
        """Set numeric outputs."""
        self.results.update(values)


def log_summary(run: RunContext) -> None:
    """Log outputs (by name and size; QGIS lists paths) and key results at the end of a run."""
    # Scripts receive results but no log; parameter names keep the text the same in every
    # environment.
    lines = [" ".join(translate(warning).split()) for warning in run.warned]
    run.results["WARNINGS"] = "\n".join(lines)
    outputs = [
        tr("{name} ({size})").format(
            name=_get_output_name(run, definition), size=_format_output_size(run, definition)
        )
        for definition in run.algorithm.destinationParameterDefinitions()
        if run.results.get(definition.name())
    ]
    if outputs:
        run.feedback.pushInfo(tr("Written: {outputs}.").format(outputs=tr(", ").join(outputs)))
    else:
        run.feedback.pushInfo(tr("No output selected."))
    for answer in run.answers:
        run.add_notice(answer)


def _get_output_name(run: RunContext, definition: QgsProcessingParameterDefinition) -> str:
    """Return the file name of a user-defined output, else the label of the output."""
    result = str(run.results[definition.name()]).rstrip("/\\")
    is_own = os.path.exists(result) and not is_in_temp_folder(result)
    return os.path.basename(result) if is_own else definition.description()


def _format_output_size(run: RunContext, definition: QgsProcessingParameterDefinition) -> str:
    """Return the size of an output: rows, files or bytes."""
    name, kind = definition.name(), definition.type()
    result = str(run.results[name])
    if name in run.rows:
        return tr("rows: {count:,}").format(count=run.rows[name])
    if kind == "folderDestination" and run.drafts.count_folder_files(result):
        return tr("files: {count}").format(count=run.drafts.count_folder_files(result))
    if run.drafts.has_draft(result):
        return format_file_size(os.path.getsize(result))
    return tr("unchanged")
