"""Pages as outputs. What makes them is loaded when one is asked for, not with the plugin."""

from __future__ import annotations

from collections.abc import Sequence

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


def write_study(run: Run, page: str, workbook: str, study: Study) -> None:
    """The REPORT and the WORKBOOK of a study, as far as they are asked for.

    The layers' files are read once more, for their checksums.

    Raises:
        DataError: one cannot be written.
        Cancelled: the run was stopped.
    """
    from ..core.report.provenance import input_files
    from ..core.report.study import write_study_report
    from ..core.report.workbook import Circumstances, write_study_workbook

    if not page and not workbook:
        return
    files = input_files(run.provenance.files, run.going_on)
    if page:
        write_study_report(page, run.drafts, study, run.provenance, files, tr)
    if workbook:
        about = Circumstances(run.provenance, files, run.warned)
        run.log(write_study_workbook(workbook, run.drafts, study, about, tr, run.going_on))


def write_analysis_report(run: Run, path: str, results: ChangeResults) -> None:
    """The REPORT of an analysis; files and what is raised are as in write_report."""
    from ..core.report import analysis as page
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    page.write_analysis_report(path, run.drafts, results, run.provenance, files, tr)


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
    """The REPORT of mine reclamation; files and what is raised are as in write_report."""
    from ..core.report.provenance import input_files
    from ..core.report.reclamation import write_reclamation_page

    files = input_files(run.provenance.files, run.going_on)
    write_reclamation_page(path, run.drafts, results, run.provenance, files, tr)


def accuracy_thumbnail(series: Series) -> Thumbnail:
    """The small map that the REPORT of an accuracy needs of the pass."""
    from ..core.report.sections import accuracy_map

    return accuracy_map.accuracy_thumbnail(series)


def write_accuracy(run: Run, path: str, results: AccuracyResults, cells: MarkedCells) -> None:
    """The REPORT of an accuracy; files and what is raised are as in write_report."""
    from ..core.report.accuracy import write_accuracy_page
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    write_accuracy_page(path, run.drafts, results, cells, run.provenance, files, tr)


def net_thumbnail(series: Series) -> HistoryThumbnail:
    """What the REPORT of a carbon ledger needs of the pass for its map."""
    from ..core.report.sections import net_map

    return net_map.net_thumbnail(series)


def write_ledger(run: Run, path: str, results: LedgerResults) -> None:
    """The REPORT of a carbon ledger; files and what is raised are as in write_report."""
    from ..core.report.ledger import write_ledger_page
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    write_ledger_page(path, run.drafts, results, run.provenance, files, tr)


def write_chart(run: Run, path: str, results: Results) -> None:
    """The CHART of class areas; files and what is raised are as in write_report."""
    from ..core.report import shares
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    shares.write_chart(path, run.drafts, results, run.provenance, files, tr)


def write_path(run: Run, path: str, found: NeutralityPath) -> None:
    """The REPORT of a path; the tables' files are read once more, for their checksums.

    Raises:
        DataError: the page cannot be written.
        Cancelled: the run was stopped.
    """
    from ..core.report import path as page
    from ..core.report.provenance import input_files

    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if definition.type() == "source" and run.has(definition.name())
    ]
    files = input_files((file_behind(run, name) for name in names), run.going_on)
    known = {name: file for name, file in zip(names, files) if file is not None}
    page.write_path_page(path, run.drafts, found, run.provenance, known, tr)
