"""Pages as outputs. What makes them is loaded when one is asked for, not with the plugin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core.dates import Period
from ..core.results.accuracy import AccuracyResults
from ..core.results.accuracy_cells import MarkedCells
from ..core.results.change_results import ChangeResults
from ..core.results.ledger_results import LedgerResults
from ..core.results.mine_results import MineResults
from ..core.results.path import NeutralityPath
from ..core.results.study import Results, Study
from ..core.scan.series import Series
from ..core.scan.thumbnail import HistoryThumbnail, Thumbnail
from ..core.scheme.rules import Rules
from ..core.scheme.taking import Taking
from ..text import tr
from .inputs import file_behind
from .run import Run

if TYPE_CHECKING:
    from ..core.report.parts import Page
    from ..core.report.provenance import InputFile


def write_study(run: Run, page: str, workbook: str, study: Study) -> None:
    """The REPORT and the WORKBOOK of a study, as far as they are asked for.

    The layers' files are read once more, for their checksums.

    Raises:
        DataError: one cannot be written.
        Cancelled: the run was stopped.
    """
    from ..core.report.study import study_page
    from ..core.report.workbook import Circumstances, write_study_workbook

    if not page and not workbook:
        return
    files = _layer_files(run)
    if page:
        _write(run, page, study_page(study, run.provenance, files))
    if workbook:
        about = Circumstances(run.provenance, files, run.warned)
        run.log(write_study_workbook(workbook, run.drafts, study, about, tr, run.going_on))


def _write(run: Run, path: str, page: Page) -> None:
    """A page as an output of a run.

    Raises:
        DataError: it cannot be written.
    """
    from ..core.report.page import write_page

    write_page(path, run.drafts, page, tr)


def _layer_files(run: Run) -> list[InputFile | None]:
    """The files behind the layers, read once more for their checksums.

    Raises:
        Cancelled: the run was stopped.
    """
    from ..core.report.provenance import input_files

    return input_files(run.provenance.files, run.going_on)


def write_analysis(run: Run, path: str, results: ChangeResults) -> None:
    """The REPORT of an analysis."""
    from ..core.report.analysis import analysis_page

    _write(run, path, analysis_page(results, run.provenance, _layer_files(run)))


def study_thumbnails(
    series: Series,
    periods: Sequence[Period],
    rules: Rules,
    taking: Taking,
    has_units: bool = False,
) -> dict[str, Thumbnail]:
    """The small maps that the REPORT of a study needs of the pass, by their subject."""
    from ..core.report import study

    return study.study_thumbnails(series, periods, rules, taking, has_units)


def reclamation_thumbnail(series: Series, taking: Taking) -> Thumbnail:
    """The small map that the REPORT of mine reclamation needs of the pass."""
    from ..core.report.sections.mine_states import status_thumbnail

    return status_thumbnail(series, taking)


def write_reclamation(run: Run, path: str, results: MineResults) -> None:
    """The REPORT of mine reclamation."""
    from ..core.report.reclamation import reclamation_page

    _write(run, path, reclamation_page(results, run.provenance, _layer_files(run)))


def accuracy_thumbnail(series: Series) -> Thumbnail:
    """The small map that the REPORT of an accuracy needs of the pass."""
    from ..core.report.sections import accuracy_map

    return accuracy_map.accuracy_thumbnail(series)


def write_accuracy(run: Run, path: str, results: AccuracyResults, cells: MarkedCells) -> None:
    """The REPORT of an accuracy."""
    from ..core.report.accuracy import accuracy_page

    _write(run, path, accuracy_page(results, cells, run.provenance, _layer_files(run)))


def net_thumbnail(series: Series) -> HistoryThumbnail:
    """What the REPORT of a carbon ledger needs of the pass for its map."""
    from ..core.report.sections import net_map

    return net_map.net_thumbnail(series)


def write_ledger(run: Run, path: str, results: LedgerResults) -> None:
    """The REPORT of a carbon ledger."""
    from ..core.report.ledger import ledger_page

    _write(run, path, ledger_page(results, run.provenance, _layer_files(run)))


def write_chart(run: Run, path: str, results: Results) -> None:
    """The CHART of class areas."""
    from ..core.report.shares import chart_page

    _write(run, path, chart_page(results, run.provenance, _layer_files(run)))


def write_path(run: Run, path: str, found: NeutralityPath) -> None:
    """The REPORT of a path; the tables' files are read once more, for their checksums.

    Raises:
        DataError: the page cannot be written.
        Cancelled: the run was stopped.
    """
    from ..core.report.path import path_page
    from ..core.report.provenance import input_files

    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if definition.type() == "source" and run.has(definition.name())
    ]
    files = input_files((file_behind(run, name) for name in names), run.going_on)
    known = {name: file for name, file in zip(names, files) if file is not None}
    _write(run, path, path_page(found, run.provenance, known))
