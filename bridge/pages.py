"""Pages as outputs. What makes them is loaded when one is asked for, not with the plugin."""

from __future__ import annotations

from ..core.results.analysis import ChangeAnalysis
from ..core.results.study import Results, Study
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


def write_analysis_report(run: Run, path: str, results: Results, analysis: ChangeAnalysis) -> None:
    """The REPORT of an analysis; files and what is raised are as in write_report."""
    from ..core.report import analysis as page
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    page.write_analysis_report(path, run.drafts, results, analysis, run.provenance, files, tr)


def write_chart(run: Run, path: str, results: Results) -> None:
    """The CHART of class areas; files and what is raised are as in write_report."""
    from ..core.report import shares
    from ..core.report.provenance import input_files

    files = input_files(run.provenance.files, run.going_on)
    shares.write_chart(path, run.drafts, results, run.provenance, files, tr)
