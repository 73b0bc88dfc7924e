"""Pages as outputs. What makes them is loaded when one is asked for, not with the plugin."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.dates import Period
from ..core.results.change_results import ChangeResults
from ..core.results.mine_results import MineResults
from ..core.results.study import Results, Study
from ..core.scan.series import Series
from ..core.scan.thumbnail import Thumbnail
from ..core.scheme.rules import Rules
from ..core.scheme.taking import Taking
from ..text import tr
from .run import Run


def write_report(run: Run, path: str, study: Study) -> None:
    """The REPORT of a study; the layers' files are read once more, for their checksums.

    Raises:
        DataError: the page cannot be written.
        Cancelled: the run was stopped.
    """
    from ..core.report.provenance import input_files
    from ..core.report.study import write_study_report

    files = input_files(run.provenance.files, run.going_on)
    write_study_report(path, run.drafts, study, run.provenance, files, tr)


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


def write_chart(run: Run, path: str, results: Results) -> None:
    """The CHART of class areas; files and what is raised are as in write_report."""
    from ..core.report import shares
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    shares.write_chart(path, run.drafts, results, run.provenance, files, tr)
