"""One run of an algorithm at work: everything that it writes, says and gives goes through here."""

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
    from ..core.report.page import Page
    from ..core.report.results_page import InputFile

RowT = TypeVar("RowT", bound=Mapping[str, object])


class RunContext(RunParameters):
    """A run at work: writes its outputs as drafts, and keeps what it gives in `results`.

    Attributes:
        provenance: as it was prepared, until opening the layers tells more.
        rows: how many the tables and layers have that were written, by output.
        shown: the layers that it shows of its own accord, in their order.
        answers: the last lines of the log.
        looks: what layers show on arrival, or how they are edited.
        afterwards: is done when all files are whole, in the thread of the run.
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
        self.looks: dict[Path, AttributeForm | Choropleth | SidecarStyle] = {}
        self.afterwards: list[Callable[[], None]] = []
        self._formulas_told = False

    def log_notes(self, *parts: Notes) -> None:
        """Put notices and warnings into the log, part by part."""
        for notes in parts:
            for notice in deduplicate_messages(notes.notices):
                self.add_notice(notice)
            for warning in deduplicate_messages(notes.warnings):
                self.add_warning(warning)

    def log_lines(self, lines: Iterable[tuple[bool, str]]) -> None:
        """Put lines into the log, each with whether it is a warning."""
        for warns, line in lines:
            (self.add_warning if warns else self.feedback.pushInfo)(line)

    def raster_path(self, name: str) -> str:
        """Where a raster output goes, or '' where it is not asked for.

        Not asked while the run is prepared: a task in the background has a context of its own, and
        layers that the other one was told to load would be forgotten.
        """
        if not self.has_value(name):
            return ""
        path = self.algorithm.parameterAsOutputLayer(self.values_by_name, name, self.context)
        if path and os.path.splitext(path)[1].lower() not in (".tif", ".tiff"):
            raise DataError(
                "{name}: '{path}' must end in {endings}", name=name, path=path, endings=".tif"
            )
        return self._register_output(name, path)

    def page_path(self, name: str) -> str:
        """Where an HTML output goes, or '' where it is not asked for."""
        # With the rest of what makes pages, only when one is asked for.
        from ..core.report.page import check_packages

        path = self.output_file_path(name)
        if path:
            check_packages(name)
        return self._register_output(name, path)

    def workbook_path(self, name: str) -> str:
        """Where a workbook goes, or '' where it is not asked for."""
        return self._register_output(name, self.output_file_path(name))

    def folder_path(self, name: str) -> str:
        """Where a folder output goes, a temporary place where none is given; not made yet."""
        path = self.text_value(name)
        if not path or path == QgsProcessing.TEMPORARY_OUTPUT:
            path = QgsProcessingUtils.generateTempFilename(name.lower())
        return self._register_output(name, path)

    def optional_folder_path(self, name: str) -> str:
        """Where the folder of an optional output goes, or '' where it is not asked for."""
        return self.folder_path(name) if self.has_value(name) else ""

    def _register_output(self, name: str, path: str) -> str:
        if path:
            self.results[name] = path
        return path

    # A list of that very type: for a Sequence mypy would find one that all rows are kinds of.
    @overload
    def write_output_table(self, name: str, table: type[RowT], rows: list[RowT]) -> None: ...

    @overload
    def write_output_table(self, name: str, table: str | Sequence[Field], rows: Rows) -> None: ...

    def write_output_table(
        self, name: str, table: type | str | Sequence[Field], rows: Rows
    ) -> None:
        """Write a table where it is asked for, by the type of its rows, its columns or fields."""
        fields = get_table_fields(table) if isinstance(table, (type, str)) else table
        # The first formula, as the texts of a large table are not to be kept.
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
        """Write a layer where it is asked for; `complete` gets the file when it is closed."""
        path = write_table(self, name, self.drafts, fields, rows, shapes, complete)
        self.rows[name] = len(rows)
        self.looks[Path(self._register_output(name, path))] = look

    def write_page(
        self, path: str, page: Callable[[Provenance, list[InputFile | None]], Page]
    ) -> None:
        """Write a page, made of where the results come from and of the files behind the layers.

        What makes pages is loaded for this alone, not with the plugin.
        """
        from ..core.report.page import write_page

        of_results = page(self.provenance, self.hashed_input_files)
        write_page(path, self.drafts, of_results.with_warnings(self.warned), tr)

    @cached_property
    def hashed_input_files(self) -> list[InputFile | None]:
        """The files behind the layers, read once more for their checksums."""
        from ..core.report.results_page import describe_input_files

        return describe_input_files(
            self.provenance.files, self.should_continue, self.provenance.states
        )

    def load_when_done(
        self, source: str, title: str, name: str, hint: QgsProcessingUtils.LayerHint
    ) -> None:
        """In the application, show a layer of an output when the run is over.

        Without the hint QGIS tries to open a raster as a vector first.
        """
        project = self.context.project()
        if project is not None:
            details = QgsProcessingContext.LayerDetails(title, project, name, hint)
            self.context.addLayerToLoadOnCompletion(source, details)
            self.shown.append(Path(source))

    def set_numeric_outputs(self, values: Mapping[str, float]) -> None:
        """Give numeric outputs."""
        self.results.update(values)


def log_summary(run: RunContext) -> None:
    """The last lines of a run's log: its outputs, whose files are in their places, and its answers.

    Where files are is among the results, which QGIS lists behind the log: here it is what they are
    called and how much they hold.
    """
    # Programs that call Processing get the results alone, and no log; in every way of running the
    # same, with parameters by their names.
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
    """What a file of the user's is called; anything else is called as in the window."""
    result = str(run.results[definition.name()]).rstrip("/\\")
    is_own = os.path.exists(result) and not is_in_temp_folder(result)
    return os.path.basename(result) if is_own else definition.description()


def _format_output_size(run: RunContext, definition: QgsProcessingParameterDefinition) -> str:
    """How much an output holds."""
    name, kind = definition.name(), definition.type()
    result = str(run.results[name])
    if name in run.rows:
        return tr("rows: {count:,}").format(count=run.rows[name])
    if kind == "folderDestination" and run.drafts.count_folder_files(result):
        return tr("files: {count}").format(count=run.drafts.count_folder_files(result))
    if run.drafts.has_draft(result):
        return format_file_size(os.path.getsize(result))
    return tr("unchanged")
